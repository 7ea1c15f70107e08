//! Every vector on receivables, in memory.
#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic, reason = "tests: a failed expectation is a panic")]

use crm_tests::{harness::memory, runtime, vectors::receivables};

#[test]
fn every_vector_on_receivables_passes() {
    let cases: Vec<serde_json::Value> = serde_json::from_str(include_str!("../vectors/receivables.json")).unwrap();
    let mut failed = Vec::new();
    for case in &cases {
        if let Err(reason) = runtime().block_on(async { receivables::run(case, &memory().await).await }) {
            failed.push(format!("{}: {reason}", case["id"]));
        }
    }
    println!("receivables: {} passed, {} failed", cases.len() - failed.len(), failed.len());
    assert!(failed.is_empty(), "{}", failed.join("\n"));
    assert_eq!(cases.len(), 22);
}
