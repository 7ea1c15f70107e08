//! What is made of the files in `corpus`, as people send them: `corpus/expected.txt` says it in a line for each sheet, row and problem.

#![allow(clippy::unwrap_used, clippy::panic, reason = "helpers of tests are tests")]

use crm_core::opening::{OpeningData, SourceRow};
use crm_office::{Language, OpeningOptions, Workbook, examine_opening, read_opening};
use std::collections::BTreeMap;
use std::fmt::Write;
use std::path::{Path, PathBuf};

fn folder() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/corpus")
}

fn rows<T: serde::Serialize>(out: &mut String, name: &str, rows: &[SourceRow<T>]) {
    for row in rows {
        let value = serde_json::to_value(&row.value).unwrap();
        let fields = value.as_object().unwrap().iter().filter(|(_, v)| !v.is_null() && **v != serde_json::json!([]));
        let fields: Vec<String> = fields.map(|(name, v)| format!("{name}={}", v.as_str().map_or_else(|| v.to_string(), str::to_owned))).collect();
        writeln!(out, "  {name} {}!{}: {}", row.sheet, row.row, fields.join(" ").replace('\n', "\\n")).unwrap();
    }
}

fn values(out: &mut String, data: &OpeningData) {
    rows(out, "customer", &data.customers);
    rows(out, "contact", &data.contacts);
    rows(out, "address", &data.addresses);
    rows(out, "product", &data.products);
    rows(out, "code", &data.codes);
    rows(out, "customer_price", &data.customer_prices);
    rows(out, "stock", &data.stock);
    rows(out, "receivable", &data.receivables);
}

/// What is made of a file, in lines.
fn summary(path: &Path) -> String {
    let mut out = String::new();
    let options = OpeningOptions::default();
    let mut workbook = match Workbook::open(path) {
        Ok(workbook) => workbook,
        Err(error) => return format!("  refused: {}\n", error.code().as_str()),
    };
    let (sheets, problems, data) = match (read_opening(&mut workbook, &options), examine_opening(&mut workbook, &options)) {
        (Ok(data), _) => (data.sheets.clone(), data.problems.clone(), Some(data)),
        (Err(_), Ok(plan)) => (plan.sheets, plan.problems, None),
        (Err(error), Err(_)) => return format!("  refused: {}\n", error.code().as_str()),
    };
    for sheet in &sheets {
        let kind = sheet.kind.as_deref().unwrap_or("left out");
        let reason = serde_json::to_value(sheet.reason).unwrap();
        write!(out, "  sheet {}: {kind}, {}", sheet.sheet, reason.as_str().unwrap()).unwrap();
        for (name, read) in [("figures", &sheet.figures), ("dates", &sheet.dates)] {
            if let Some(read) = read {
                let reason = serde_json::to_value(read.reason).unwrap();
                write!(out, "; {name} {} {}", reason.as_str().unwrap(), read.read_as.as_deref().unwrap_or("-")).unwrap();
            }
        }
        if !sheet.hidden_rows.is_empty() {
            write!(out, "; hidden rows {:?}", sheet.hidden_rows).unwrap();
        }
        let cells = sheet.cells;
        let counts = [cells.headings, cells.titles, cells.totals, cells.read, cells.left_out, cells.refused].map(|n| n.to_string());
        writeln!(out, "; cells {}", counts.join("/")).unwrap();
    }
    if let Some(data) = &data {
        values(&mut out, data);
    }
    for problem in &problems {
        let severity = serde_json::to_value(problem.severity).unwrap();
        let column = problem.place.column.as_deref().unwrap_or("-");
        let text: String = problem.text.chars().take(40).collect();
        writeln!(out, "  {} {}!{} {column}: {} `{text}`", severity.as_str().unwrap(), problem.place.sheet, problem.place.row, problem.code).unwrap();
    }
    out
}

/// The sections of the expectations: a line with a file's name, and lines that begin with two spaces.
fn expected() -> BTreeMap<String, String> {
    let text = std::fs::read_to_string(folder().join("expected.txt")).unwrap();
    let mut sections: BTreeMap<String, String> = BTreeMap::new();
    let mut name = String::new();
    for line in text.lines().filter(|line| !line.is_empty() && !line.starts_with('#')) {
        if line.starts_with("  ") {
            sections.entry(name.clone()).or_default().push_str(&format!("{line}\n"));
        } else {
            name = line.to_owned();
            sections.entry(name.clone()).or_default();
        }
    }
    sections
}

#[test]
fn files_as_people_have_them_lead_to_what_is_written_of_them() {
    let (mut wrong, mut found) = (Vec::new(), String::new());
    for (name, expected) in expected() {
        let summary = summary(&folder().join(&name));
        writeln!(found, "{name}\n{summary}").unwrap();
        if summary != expected {
            wrong.push(name);
        }
    }
    if let Ok(path) = std::env::var("CRM_OFFICE_FOUND") {
        std::fs::write(path, &found).unwrap();
    }
    assert!(wrong.is_empty(), "{wrong:?} differ; all that was found:\n{found}");
}

#[test]
fn every_problem_of_the_files_has_a_reason_in_every_language() {
    for name in expected().keys() {
        let Ok(mut workbook) = Workbook::open(folder().join(name)) else { continue };
        let Ok(plan) = examine_opening(&mut workbook, &OpeningOptions::default()) else { continue };
        let data = read_opening(&mut workbook, &OpeningOptions::default()).map(|data| data.problems).unwrap_or_default();
        for problem in plan.problems.iter().chain(&data) {
            for language in Language::ALL {
                let reason = language.reason(problem);
                assert!(!reason.is_empty() && !reason.contains(['{', '}']), "{name}: {problem:?} {reason}");
            }
        }
    }
}
