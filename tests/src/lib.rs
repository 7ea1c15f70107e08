//! Tests of the library as a whole: the conformance suite that any storage joins, the oracle that compares storages under random work,
//! a decorator that counts statements, and what they stand on. The tests themselves are in `tests/tests`.

pub mod conformance;
pub mod counting;
pub mod harness;
pub mod leaks;
pub mod postgres;
pub mod proxy;
pub mod random;
pub mod vectors;
pub mod waiting;

/// A runtime of two threads, for cases that run tasks beside each other.
#[allow(clippy::expect_used, reason = "a test without a runtime cannot go on")]
pub fn runtime() -> tokio::runtime::Runtime {
    tokio::runtime::Builder::new_multi_thread().worker_threads(2).enable_all().build().expect("a runtime")
}

/// Makes a test of each `async fn(Harness)` on SQLite, and one on PostgreSQL.
#[macro_export]
macro_rules! on_both_engines {
    ($($(#[$meta:meta])* $case:ident)+) => {
        mod sqlite {
            $($(#[$meta])* #[test] fn $case() {
                $crate::runtime().block_on(async { super::$case($crate::harness::sqlite().await).await });
            })+
        }
        mod postgres {
            $($(#[$meta])* #[test] fn $case() {
                $crate::runtime().block_on(async { super::$case($crate::harness::postgres().await).await });
            })+
        }
    };
}

#[cfg(doctest)]
#[doc = include_str!("../../README.md")]
struct Readme;

#[cfg(doctest)]
#[doc = include_str!("../../docs/host-transaction.md")]
struct HostTransaction;
