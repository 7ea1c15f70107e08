//! The bench's questions still run: their volumes are written past the library, so that only asking shows whether it reads them. Postings take minutes
//! without optimisation, and are left to the bench itself.
#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic, reason = "a test: a failed expectation is a panic")]

use std::process::Command;

#[test]
fn the_bench_runs_at_small_volumes() {
    let cases = ["ageing", "history", "codes", "customers"];
    let only = cases.iter().flat_map(|case| ["--only", case]);
    let output = Command::new(env!("CARGO_BIN_EXE_crm-bench"))
        .args(["--quick", "--rounds", "1", "--lines", "20000"])
        .args(only)
        .output()
        .expect("the bench starts");
    let (told, errors) = (String::from_utf8_lossy(&output.stdout), String::from_utf8_lossy(&output.stderr));
    assert!(output.status.success(), "{told}\n{errors}");
    for case in cases {
        for engine in ["SQLite", "PostgreSQL"] {
            assert!(told.lines().any(|line| line.contains(case) && line.contains(engine)), "nothing of {case} on {engine}:\n{told}");
        }
    }
}
