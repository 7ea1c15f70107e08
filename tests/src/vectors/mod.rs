//! Runs numeric vectors (`tests/vectors`, their README says what they are) through the public interface. A case is dispatched by its
//! operations to the area that knows them; an operation or expectation that nobody knows is a failure.
#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic, reason = "a suite of tests: a failed expectation is a panic")]

mod costing;

use crate::harness::Harness;
use crm_core::num::{Decimal, RoundingMode, rounding::to_scale};
use serde_json::Value as Json;
use std::{
    collections::BTreeSet,
    path::{Path, PathBuf},
};

/// The files of vectors, in order.
pub const FILES: [&str; 5] = ["costing.json", "returns.json", "tax.json", "receivables.json", "gross_profit.json"];

/// One case: what is set up, what happens, and what must come out.
pub struct Case {
    /// Its name.
    pub id: String,
    /// What is set up; empty where the case says nothing.
    pub setup: Json,
    /// What happens, in order.
    pub steps: Vec<Json>,
    /// What must come out.
    pub expect: Vec<Json>,
}

/// What became of the cases.
#[derive(Debug, Default)]
pub struct Tally {
    /// Cases in which everything agreed.
    pub passed: usize,
    /// Cases in which something did not, and what.
    pub failed: Vec<(String, Vec<String>)>,
    /// Cases of areas that have no runner yet.
    pub unsupported: Vec<String>,
}

/// The folder of vectors: that of `CRM_VECTORS`, or the project's own copy.
pub fn folder() -> PathBuf {
    std::env::var_os("CRM_VECTORS").map_or_else(|| Path::new(env!("CARGO_MANIFEST_DIR")).join("vectors"), PathBuf::from)
}

/// The text under a key.
pub fn text<'j>(json: &'j Json, key: &str) -> Option<&'j str> {
    json.get(key).and_then(Json::as_str)
}

/// The cases of a file.
pub fn cases(file: &Path) -> Vec<Case> {
    let json: Json = serde_json::from_str(&std::fs::read_to_string(file).unwrap_or_else(|e| panic!("{}: {e}", file.display()))).unwrap();
    let list = |json: &Json| json.as_array().cloned().unwrap_or_default();
    let case = |json: &Json| Case {
        id: text(json, "id").unwrap().to_owned(),
        setup: json["setup"].clone(),
        steps: list(&json["steps"]),
        expect: list(&json["expect"]),
    };
    list(&json).iter().map(case).collect()
}

/// Runs every file of a folder on one storage, each case in a company of its own.
pub async fn run(folder: &Path, harness: &Harness) -> Tally {
    let mut tally = Tally::default();
    for file in FILES.iter().map(|name| folder.join(name)).filter(|file| file.exists()) {
        for case in cases(&file) {
            match run_case(&case, harness).await {
                Some(problems) if problems.is_empty() => tally.passed += 1,
                Some(problems) => tally.failed.push((case.id, problems)),
                None => tally.unsupported.push(case.id),
            }
        }
    }
    tally
}

/// Whose case it is, by its operations.
async fn run_case(case: &Case, harness: &Harness) -> Option<Vec<String>> {
    let operations: BTreeSet<&str> = case.steps.iter().filter_map(|step| text(step, "op")).collect();
    match operations {
        of if of.iter().all(|op| costing::OPERATIONS.contains(op)) => Some(costing::run(case, harness).await),
        // The areas of tax, receivables and gross profit stand beside this one, each with its own operations.
        of if of.iter().all(|op| OF_OTHERS.contains(op)) => None,
        of => Some(vec![format!("no area knows the operations {of:?}")]),
    }
}

/// Operations of areas that have no runner yet.
const OF_OTHERS: [&str; 10] = ["invoice", "credit_note", "pay", "allocate", "write_off", "refund", "reschedule", "cancel", "sale", "return"];

/// Whether a figure agrees: a ratio when it rounds half-up to the printed digits, anything else when it is equal.
pub fn agrees(is_ratio: bool, expected: &str, found: Decimal) -> bool {
    let Ok(wanted) = Decimal::from_str_exact(expected) else { return false };
    wanted == if is_ratio { to_scale(found, wanted.scale(), RoundingMode::HalfUp) } else { found }
}
