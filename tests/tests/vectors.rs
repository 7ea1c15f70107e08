//! The numeric vectors of other systems, on every storage. `CRM_VECTORS` names another folder of the same format.
#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic, clippy::print_stdout, reason = "tests: they say what passed and what did not")]

use crm_tests::{
    harness::{Harness, memory, sqlite},
    runtime, vectors,
};
use std::future::Future;

fn run(name: &str, make: impl Future<Output = Harness>) {
    let tally = runtime().block_on(async { vectors::run(&vectors::folder(), &make.await).await });
    println!("{name}: {} passed, {} failed", tally.passed, tally.failed.len());
    if !tally.unsupported.is_empty() {
        println!("{name}: {} cases are of areas without a runner yet", tally.unsupported.len());
    }
    for (case, problems) in &tally.failed {
        println!("FAILED {case}: {}", problems.join("; "));
    }
    assert!(tally.failed.is_empty() && tally.passed > 0, "{} failed", tally.failed.len());
}

#[test]
fn vectors_agree_in_memory() {
    run("memory", memory());
}

#[test]
fn vectors_agree_on_sqlite() {
    run("sqlite", sqlite());
}

#[test]
fn vectors_agree_on_postgres() {
    if std::env::var_os("CRM_TEST_POSTGRES_URL").is_some() {
        run("postgres", crm_tests::harness::postgres());
    }
}
