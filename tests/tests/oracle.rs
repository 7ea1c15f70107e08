//! The oracle: random work on an engine and in memory gives the same answers, the same refusals and the same tables.
//! Memory against memory shows that the comparison itself is steady.

use crm_tests::{
    harness::{Harness, memory},
    random::{Tally, compare_filters, compare_storages},
    runtime,
};
use std::future::Future;

const SEEDS: [u64; 6] = [1, 2, 3, 7, 2010, 90_210];
const OPERATIONS: usize = 1_000;
/// Kinds of operations, all of which are drawn.
const KINDS: usize = 112;
const FILTERS: usize = 300;

/// The seeds of every run; `ORACLE_SEEDS=100` adds as many more, for a long night.
fn seeds() -> Vec<u64> {
    let more = std::env::var("ORACLE_SEEDS").ok().and_then(|n| n.parse().ok()).unwrap_or(0_u64);
    SEEDS.into_iter().chain(1_000..1_000 + more).collect()
}

/// Runs of each seed, and what was done in all of them: every kind of operation was drawn.
fn agrees<M: Future<Output = Harness>>(make: impl Fn() -> M, seeds: &[u64], operations: usize) -> Tally {
    let mut whole = Tally::new();
    for seed in seeds {
        let tally = runtime().block_on(async { compare_storages(&memory().await, &make().await, *seed, operations).await });
        for (name, count) in tally {
            whole.entry(name).or_default().add(count);
        }
    }
    whole.iter().for_each(|(name, count)| println!("{name}: {count:?}"));
    assert_eq!(whole.len(), KINDS, "{:?}", whole.keys());
    whole
}

/// Every kind of operation was done a number of times, and refused.
fn is_lively(whole: &Tally, least: usize) {
    let idle: Vec<_> = whole.iter().filter(|(_, count)| count.done < least || count.refusals() == 0).collect();
    assert!(idle.is_empty(), "random work that does next to nothing: {idle:?}");
}

fn finds_the_same<M: Future<Output = Harness>>(make: impl Fn() -> M) {
    for seed in seeds() {
        runtime().block_on(async { compare_filters(&memory().await, &make().await, seed, FILTERS).await });
    }
}

#[test]
fn the_oracle_agrees_with_itself() {
    is_lively(&agrees(memory, &seeds(), OPERATIONS), 5);
}

#[test]
fn the_oracle_finds_the_same_records_twice() {
    finds_the_same(memory);
}

#[test]
fn sqlite_agrees_with_the_oracle() {
    is_lively(&agrees(crm_tests::harness::sqlite, &seeds(), OPERATIONS), 5);
}

#[test]
fn sqlite_finds_what_the_oracle_finds() {
    finds_the_same(crm_tests::harness::sqlite);
}

/// Each statement is a round trip here, so that there are fewer runs.
#[test]
fn postgres_agrees_with_the_oracle() {
    agrees(crm_tests::harness::postgres, &SEEDS[..2], OPERATIONS);
}

#[test]
fn postgres_finds_what_the_oracle_finds() {
    finds_the_same(crm_tests::harness::postgres);
}

/// Many runs, long enough for every row to have a past: about half an hour.
#[test]
#[ignore = "a long run"]
fn both_engines_agree_with_the_oracle_for_a_night() {
    let many: Vec<u64> = (5_000..5_040).collect();
    is_lively(&agrees(crm_tests::harness::sqlite, &many, OPERATIONS * 3), 100);
    is_lively(&agrees(crm_tests::harness::postgres, &many, OPERATIONS * 3), 100);
}
