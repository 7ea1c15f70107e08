//! The oracle: random work on a storage and on the one in memory gives the same answers, the same refusals and the same tables.

use crm_tests::{
    harness::memory,
    random::{compare_filters, compare_storages},
    runtime,
};

const SEEDS: [u64; 5] = [1, 2, 3, 2010, 90_210];
const OPERATIONS: usize = 250;
const FILTERS: usize = 300;

#[test]
fn the_oracle_agrees_with_itself() {
    for seed in SEEDS {
        runtime().block_on(async { compare_storages(&memory().await, &memory().await, seed, OPERATIONS).await });
    }
}

#[test]
fn the_oracle_finds_the_same_records_twice() {
    runtime().block_on(async { compare_filters(&memory().await, &memory().await, 7, FILTERS).await });
}
