//! The oracle: random work on an engine and in memory gives the same answers, the same refusals and the same tables.
//! Memory against memory shows that the comparison itself is steady.

use crm_tests::{
    harness::{Harness, memory},
    random::{Tally, compare_filters, compare_storages},
    runtime,
};
use std::future::Future;

const SEEDS: [u64; 5] = [1, 2, 3, 2010, 90_210];
const OPERATIONS: usize = 350;
const FILTERS: usize = 300;

/// The seeds of every run; `ORACLE_SEEDS=100` adds as many more, for a long night.
fn seeds() -> Vec<u64> {
    let more = std::env::var("ORACLE_SEEDS").ok().and_then(|n| n.parse().ok()).unwrap_or(0_u64);
    SEEDS.into_iter().chain(1_000..1_000 + more).collect()
}

fn agrees<M: Future<Output = Harness>>(make: impl Fn() -> M) {
    let mut whole = Tally::new();
    for seed in seeds() {
        let tally = runtime().block_on(async { compare_storages(&memory().await, &make().await, seed, OPERATIONS).await });
        for (name, (done, refused)) in tally {
            let sum = whole.entry(name).or_default();
            *sum = (sum.0 + done, sum.1 + refused);
        }
    }
    println!("done and refused: {whole:?}");
    let idle: Vec<_> = whole.iter().filter(|(_, (done, _))| *done < 3).collect();
    assert!(whole.len() == 21 && idle.is_empty(), "random work that does next to nothing: {idle:?}");
}

fn finds_the_same<M: Future<Output = Harness>>(make: impl Fn() -> M) {
    for seed in seeds() {
        runtime().block_on(async { compare_filters(&memory().await, &make().await, seed, FILTERS).await });
    }
}

#[test]
fn the_oracle_agrees_with_itself() {
    agrees(memory);
}

#[test]
fn the_oracle_finds_the_same_records_twice() {
    finds_the_same(memory);
}

#[test]
fn sqlite_agrees_with_the_oracle() {
    agrees(crm_tests::harness::sqlite);
}

#[test]
fn sqlite_finds_what_the_oracle_finds() {
    finds_the_same(crm_tests::harness::sqlite);
}

#[test]
fn postgres_agrees_with_the_oracle() {
    agrees(crm_tests::harness::postgres);
}

#[test]
fn postgres_finds_what_the_oracle_finds() {
    finds_the_same(crm_tests::harness::postgres);
}
