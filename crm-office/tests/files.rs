//! Files are written whole or not at all, over nothing that nobody asked to replace; and nothing in them is calculated.

#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic, reason = "tests: a failed expectation is a panic")]

use calamine::{Reader, Xlsx};
use crm_core::opening::{Place, Problem, Severity};
use crm_core::{Code, Error};
use crm_office::{
    AnnotateOptions, Existing, Format, Language, TemplateLists, Workbook, annotate, inert, write_file, write_problems_csv, write_template,
};
use rust_xlsxwriter::Workbook as Writer;
use std::fs;
use std::io::Cursor;
use std::path::{Path, PathBuf};
use tempfile::TempDir;

fn folder() -> TempDir {
    tempfile::tempdir().unwrap()
}

/// The names in a folder, sorted.
fn names(folder: &Path) -> Vec<String> {
    let mut names: Vec<String> = fs::read_dir(folder).unwrap().map(|entry| entry.unwrap().file_name().into_string().unwrap()).collect();
    names.sort();
    names
}

fn refused(result: Result<(), Error>, path: &Path) -> Code {
    let error = result.unwrap_err();
    assert_eq!(error.context("path"), Some(path.to_str().unwrap()), "{error:?}");
    error.code()
}

#[test]
fn a_new_file_is_there_whole_and_nothing_beside_it() {
    let folder = folder();
    let path = folder.path().join("new.xlsx");
    write_file(&path, b"contents", Existing::Keep).unwrap();
    assert_eq!((fs::read(&path).unwrap().as_slice(), names(folder.path())), (b"contents".as_slice(), vec!["new.xlsx".to_owned()]));
}

#[test]
fn what_is_there_stays_and_is_replaced_when_that_is_asked_for() {
    let folder = folder();
    let path = folder.path().join("there.xlsx");
    fs::write(&path, "first").unwrap();
    assert_eq!(refused(write_file(&path, b"second", Existing::Keep), &path), Code::FileExists);
    assert_eq!(fs::read(&path).unwrap(), b"first");
    write_file(&path, b"second", Existing::Replace).unwrap();
    assert_eq!((fs::read(&path).unwrap().as_slice(), names(folder.path())), (b"second".as_slice(), vec!["there.xlsx".to_owned()]));
}

#[test]
fn a_file_that_cannot_be_written_leaves_nothing() {
    let folder = folder();
    fs::create_dir(folder.path().join("inner")).unwrap();
    for (path, code) in [
        (folder.path().join("no/such/folder.xlsx"), Code::FileUnwritable),
        (folder.path().join("inner"), Code::FileExists),
        (folder.path().join("x".repeat(300)), Code::FileUnwritable),
        (folder.path().join("inner/.."), Code::FileExists),
        (PathBuf::from(""), Code::FileUnwritable),
    ] {
        assert_eq!(refused(write_file(&path, b"contents", Existing::Keep), &path), code, "{}", path.display());
        assert_eq!(refused(write_file(&path, b"contents", Existing::Replace), &path), Code::FileUnwritable, "{}", path.display());
    }
    assert_eq!(names(folder.path()), ["inner"]);
    assert!(names(&folder.path().join("inner")).is_empty());
}

#[cfg(unix)]
#[test]
fn links_pipes_and_files_that_are_read_only_are_not_written_to() {
    use std::os::unix::fs::{PermissionsExt, symlink};
    let folder = folder();
    let [target, link, dangling, pipe, locked] = ["target", "link", "dangling", "pipe", "locked"].map(|name| folder.path().join(name));
    fs::write(&target, "precious").unwrap();
    symlink(&target, &link).unwrap();
    symlink(folder.path().join("nowhere"), &dangling).unwrap();
    assert!(std::process::Command::new("mkfifo").arg(&pipe).status().unwrap().success());
    fs::write(&locked, "precious").unwrap();
    fs::set_permissions(&locked, fs::Permissions::from_mode(0o444)).unwrap();
    let before = names(folder.path());
    for path in [&link, &dangling, &pipe, &locked] {
        assert_eq!(refused(write_file(path, b"contents", Existing::Keep), path), Code::FileExists);
        assert_eq!(refused(write_file(path, b"contents", Existing::Replace), path), Code::FileUnwritable);
    }
    assert_eq!((fs::read(&target).unwrap().as_slice(), fs::read(&locked).unwrap().as_slice()), (b"precious".as_slice(), b"precious".as_slice()));
    assert_eq!(names(folder.path()), before);
}

#[cfg(unix)]
#[test]
fn who_may_read_a_file_stays_as_it_was() {
    use std::os::unix::fs::PermissionsExt;
    let folder = folder();
    let path = folder.path().join("private.xlsx");
    fs::write(&path, "first").unwrap();
    fs::set_permissions(&path, fs::Permissions::from_mode(0o640)).unwrap();
    write_file(&path, b"second", Existing::Replace).unwrap();
    assert_eq!(fs::metadata(&path).unwrap().permissions().mode() & 0o777, 0o640);
}

/// Whoever writes at once to one place: one has written it, and the others are told.
#[test]
fn of_many_who_write_to_one_place_one_does() {
    let folder = folder();
    let path = folder.path().join("contested.xlsx");
    let barrier = std::sync::Barrier::new(8);
    let written: Vec<bool> = std::thread::scope(|scope| {
        let write = |n: u8| {
            barrier.wait();
            write_file(&path, &[n; 100_000], Existing::Keep).map_err(|error| error.code())
        };
        let running: Vec<_> = (0..8).map(|n| scope.spawn(move || write(n))).collect();
        let results = running.into_iter().map(|thread| thread.join().unwrap());
        results.map(|result| result.map_or_else(|code| code != Code::FileExists, |()| true)).collect()
    });
    assert_eq!(written.iter().filter(|done| **done).count(), 1);
    let contents = fs::read(&path).unwrap();
    assert!(contents.len() == 100_000 && contents.iter().all(|byte| *byte == contents[0]));
    assert_eq!(names(folder.path()), ["contested.xlsx"]);
}

// What is in them.

const EVIL: [&str; 7] = ["=HYPERLINK(\"http://evil\",\"x\")", "+1+1", "-2+3", "@SUM(1)", "=cmd|' /C calc'!A0", "\t=1", "\r=1"];

/// The formulas of a workbook, and how many of its texts begin as one.
fn formulas(bytes: Vec<u8>) -> (Vec<String>, usize) {
    let mut workbook = Xlsx::new(Cursor::new(bytes)).unwrap();
    let (mut found, mut texts) = (Vec::new(), 0);
    for sheet in workbook.sheet_names() {
        let formulas = workbook.worksheet_formula(&sheet).unwrap();
        found.extend(formulas.used_cells().map(|(_, _, formula)| formula.clone()).filter(|formula| !formula.is_empty()));
        let range = workbook.worksheet_range(&sheet).unwrap();
        texts += range.used_cells().filter(|(_, _, cell)| EVIL.contains(&cell.to_string().as_str())).count();
    }
    (found, texts)
}

#[test]
fn formulas_are_found_where_there_are_some() {
    let mut writer = Writer::new();
    writer.add_worksheet().write_formula(0, 0, "=1+1").unwrap();
    assert_eq!(formulas(writer.save_to_buffer().unwrap()), (vec!["1+1".to_owned()], 0));
}

#[test]
fn a_template_calculates_nothing_of_its_lists() {
    let all: Vec<String> = EVIL.iter().map(|text| (*text).to_owned()).collect();
    let lists = TemplateLists { tax_codes: all.clone(), customer_groups: all.clone(), product_groups: all.clone(), warehouses: all };
    assert_eq!(formulas(write_template(Language::English, &lists).unwrap()), (vec![], 4 * EVIL.len()));
}

#[test]
fn an_annotated_workbook_calculates_nothing_of_its_texts() {
    let mut writer = Writer::new();
    let sheet = writer.add_worksheet().set_name("=1+1").unwrap();
    for (row, evil) in (0_u32..).zip(EVIL) {
        sheet.write_string(row, 0, evil).unwrap();
    }
    let place = |row| Place { sheet: "=1+1".to_owned(), row, column: Some(EVIL[0].to_owned()) };
    let problem = |(row, text): (u32, &&str)| {
        let reason = format!("{text} is wrong");
        Problem {
            place: place(row),
            severity: Severity::Error,
            code: "wrong",
            reason,
            details: std::collections::BTreeMap::new(),
            text: (*text).to_owned(),
        }
    };
    let problems: Vec<Problem> = (1..).zip(&EVIL).map(problem).collect();
    let original = writer.save_to_buffer().unwrap();
    let mut workbook = Workbook::from_bytes(original.clone(), Format::Xlsx).unwrap();
    let options = AnnotateOptions { language: Language::Spanish, as_xlsx: false, ..AnnotateOptions::default() };
    let annotated = annotate(&mut workbook, Cursor::new(original), &problems, &options).unwrap();
    // Each stands in its cell and in the summary, and the first in the column of every problem too, and once among their kinds.
    assert_eq!(formulas(annotated.bytes), (vec![], 2 * EVIL.len() + EVIL.len() + 1));
}

#[test]
fn a_report_as_csv_holds_nothing_that_is_calculated() {
    let problem = |evil: &&str| {
        let place = Place { sheet: (*evil).to_owned(), row: 1, column: Some((*evil).to_owned()) };
        Problem {
            place,
            severity: Severity::Warning,
            code: "wrong",
            reason: (*evil).to_owned(),
            details: std::collections::BTreeMap::new(),
            text: (*evil).to_owned(),
        }
    };
    let mut report = Vec::new();
    write_problems_csv(&EVIL.iter().map(problem).collect::<Vec<_>>(), &mut report).unwrap();
    let mut reader = csv::Reader::from_reader(report.as_slice());
    let cells: Vec<String> = reader.records().flat_map(|record| record.unwrap().iter().map(str::to_owned).collect::<Vec<_>>()).collect();
    assert_eq!(cells.len(), 7 * EVIL.len());
    assert!(cells.iter().all(|cell| !cell.starts_with(['=', '+', '-', '@', '\t', '\r', '\n'])), "{cells:?}");
    assert_eq!(["-2", "-1.5,0", "-1-1", "--1", "-", "2"].map(inert), ["-2", "-1.5,0", "'-1-1", "'--1", "'-", "2"]);
}
