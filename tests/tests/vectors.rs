//! Every numeric case of `tests/vectors`, or of the folder that `CRM_VECTORS` names, through the public interface, on every engine.
#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic, reason = "tests: a failed expectation is a panic")]

use crm_tests::{
    harness::{Harness, memory, postgres, sqlite},
    runtime, vectors,
};
use serde_json::Value as Json;
use std::path::PathBuf;

/// The cases of the folder, file by file.
fn cases() -> Vec<(String, Json)> {
    let own = PathBuf::from(concat!(env!("CARGO_MANIFEST_DIR"), "/vectors"));
    let folder = std::env::var_os("CRM_VECTORS").map_or(own, PathBuf::from);
    // A relative folder is meant from the root of the project, where the command is given.
    let folder = if folder.is_dir() { folder } else { PathBuf::from(concat!(env!("CARGO_MANIFEST_DIR"), "/..")).join(folder) };
    let entries = std::fs::read_dir(&folder).unwrap_or_else(|e| panic!("{} is no folder: {e}", folder.display()));
    let mut files: Vec<PathBuf> = entries.map(|entry| entry.unwrap().path()).filter(|path| path.extension().is_some_and(|e| e == "json")).collect();
    files.sort();
    let mut cases = Vec::new();
    for file in files {
        let read: Json = serde_json::from_str(&std::fs::read_to_string(&file).unwrap()).unwrap_or_else(|e| panic!("{}: {e}", file.display()));
        let name = file.file_name().unwrap_or_default().to_string_lossy().into_owned();
        cases.extend(read.as_array().expect("a file is a list of cases").iter().map(|case| (name.clone(), case.clone())));
    }
    assert!(!cases.is_empty(), "{} has no cases", folder.display());
    cases
}

async fn run(engine: &str, harness: Harness) {
    let (mut passed, mut failed) = (0, Vec::new());
    for (file, case) in cases() {
        match vectors::run(&case, &harness).await {
            Ok(()) => passed += 1,
            Err(why) => failed.push(format!("{file} {}: {why}", case["id"].as_str().unwrap_or_default())),
        }
    }
    println!("{engine}: {passed} passed, {} failed", failed.len());
    assert!(failed.is_empty(), "{engine}: {passed} passed, {} failed\n{}", failed.len(), failed.join("\n"));
}

#[test]
fn every_case_on_the_storage_in_memory() {
    runtime().block_on(async { run("memory", memory().await).await });
}

#[test]
fn every_case_on_sqlite() {
    runtime().block_on(async { run("sqlite", sqlite().await).await });
}

#[test]
fn every_case_on_postgres() {
    runtime().block_on(async { run("postgres", postgres().await).await });
}
