//! The rule of dependencies: the core knows no adapter and no engine, adapters know the core, and nobody knows the tests.
#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic, reason = "tests: a failed expectation is a panic")]

use serde_json::Value;
use std::{
    collections::{BTreeMap, BTreeSet},
    process::Command,
};

/// Our crates that each of our crates may depend on, outside its tests.
const ALLOWED: &[(&str, &[&str])] = &[
    ("crm-core", &[]),
    ("crm-storage-sql", &["crm-core"]),
    ("crm-storage-sqlite", &["crm-core", "crm-storage-sql"]),
    ("crm-storage-postgres", &["crm-core", "crm-storage-sql"]),
    ("crm-office", &["crm-core"]),
    ("crm-facade", &["crm-core", "crm-storage-sqlite", "crm-storage-postgres", "crm-office"]),
    ("crm-python", &["crm-facade"]),
    ("crm-kotlin", &["crm-facade"]),
    ("crm-trial", &["crm-core", "crm-storage-sql", "crm-storage-sqlite", "crm-storage-postgres", "crm-office"]),
    ("crm-erp-host", &["crm-core", "crm-storage-sqlite", "crm-storage-postgres"]),
    ("crm-tests", &["crm-core", "crm-storage-sql", "crm-storage-sqlite", "crm-storage-postgres", "crm-office", "crm-facade"]),
];

/// What the core must not know: engines, runtimes and file formats.
const FORBIDDEN_IN_CORE: &[&str] =
    &["tokio", "sqlx", "rusqlite", "calamine", "zip", "quick-xml", "cfb", "rust_xlsxwriter", "csv", "rand", "getrandom"];

/// Direct dependencies by crate, those of tests apart.
fn dependencies() -> BTreeMap<String, BTreeSet<String>> {
    let cargo = std::env::var("CARGO").unwrap_or_else(|_| "cargo".into());
    let root = concat!(env!("CARGO_MANIFEST_DIR"), "/../Cargo.toml");
    let output = Command::new(cargo).args(["metadata", "--no-deps", "--offline", "--format-version", "1", "--manifest-path", root]).output().unwrap();
    assert!(output.status.success(), "{}", String::from_utf8_lossy(&output.stderr));
    let metadata: Value = serde_json::from_slice(&output.stdout).unwrap();
    let package = |package: &Value| {
        let of = package["dependencies"].as_array().unwrap().iter().filter(|d| d["kind"] != "dev");
        (package["name"].as_str().unwrap().to_owned(), of.map(|d| d["name"].as_str().unwrap().to_owned()).collect())
    };
    metadata["packages"].as_array().unwrap().iter().map(package).collect()
}

#[test]
fn crates_depend_on_what_they_may_and_nothing_else() {
    let all = dependencies();
    for (name, dependencies) in &all {
        let Some((_, allowed)) = ALLOWED.iter().find(|(crate_name, _)| crate_name == name) else {
            panic!("`{name}` has no rule here: add one");
        };
        let ours: Vec<_> = dependencies.iter().filter(|d| all.contains_key(*d)).map(String::as_str).collect();
        assert!(ours.iter().all(|d| allowed.contains(d)), "`{name}` depends on {ours:?}, and may on {allowed:?}");
    }
}

#[test]
fn the_core_knows_no_engine_no_runtime_and_no_file_format() {
    let core = &dependencies()["crm-core"];
    let offending: Vec<_> = core.iter().filter(|d| FORBIDDEN_IN_CORE.contains(&d.as_str())).collect();
    assert!(offending.is_empty(), "crm-core depends on {offending:?}");
}
