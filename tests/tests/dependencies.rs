//! The rule of dependencies: the core knows no adapter and no engine, adapters know the core, and nobody knows the tests.
#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic, reason = "tests: a failed expectation is a panic")]

use serde_json::Value;
use std::{
    collections::{BTreeMap, BTreeSet},
    fs,
    path::Path,
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

/// A snippet that nothing compiles is wrong sooner or later.
#[test]
fn every_snippet_of_rust_in_the_documents_is_compiled() {
    let root = Path::new(concat!(env!("CARGO_MANIFEST_DIR"), "/.."));
    let compiled = fs::read_to_string(root.join("tests/src/lib.rs")).unwrap();
    let in_folder = |folder: &str| fs::read_dir(root.join(folder)).unwrap().map(|entry| entry.unwrap().path()).collect::<Vec<_>>();
    let documents = ["", "docs", "docs/adr", "bindings", "bindings/python", "bindings/kotlin"].into_iter().flat_map(in_folder);
    let mut found = 0;
    for path in documents.filter(|path| path.extension().is_some_and(|e| e == "md")) {
        let text = fs::read_to_string(&path).unwrap();
        let snippets: Vec<&str> = text.lines().filter(|line| line.trim_start().starts_with("```rust")).collect();
        let name = path.strip_prefix(root).unwrap().to_str().unwrap().to_owned();
        assert!(snippets.iter().all(|line| line.trim() == "```rust"), "{name} has a snippet that is left out: {snippets:?}");
        assert!(snippets.is_empty() || compiled.contains(&format!("include_str!(\"../../{name}\")")), "{name} is not compiled");
        found += snippets.len();
    }
    assert!(found > 3, "no snippets were found");
}
