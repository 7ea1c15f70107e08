//! Files that mean harm, or were damaged on their way: reading them ends with rows or an error, within 300 MB, and never with the process.
//!
//! Each is read in a process of its own that the system gives no more memory; a file that asks for more ends that process, and the test with it. Files
//! of the corpus are changed at random as well: `CRM_MUTATION_SECONDS=1200` does so for that long, `CRM_MUTATION_SEED=7` from another seed. What was found so is kept in
//! `corpus/found` and read again by every run.

#![cfg(target_os = "linux")]
#![allow(clippy::unwrap_used, clippy::panic, reason = "helpers of tests are tests")]

use calamine::Reader;
use crm_office::{AnnotateOptions, Format, OpeningOptions, ReadOptions, Workbook, annotate, read_opening};
use std::fs::{self, File};
use std::io::{BufWriter, Cursor, Read, Write};
use std::panic::{AssertUnwindSafe, catch_unwind};
use std::path::{Path, PathBuf};
use std::process::Command;
use std::time::{Duration, Instant};
use tempfile::TempDir;
use zip::write::SimpleFileOptions;

/// What a process may have, in KB: 300 MB of addresses, of which its program takes a part.
const LIMIT: u32 = 300 * 1024;

fn corpus() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/corpus")
}

/// Reads everything there is in a workbook: how many rows, and the first error.
fn read_all(workbook: &mut Workbook) -> (u64, Option<crm_core::Error>) {
    let (mut count, mut failed) = (0, None);
    for sheet in workbook.sheet_names().to_vec() {
        let read = workbook.read_rows(&sheet, |row| {
            assert!(row.number >= 1 && row.cells.len() <= crm_office::limits::MAX_COLUMNS as usize);
            count += 1;
            Ok(())
        });
        if let Err(error) = read {
            failed = failed.or(Some(error));
        }
    }
    (count, failed)
}

/// What a limit or a code says of a failure.
fn said(error: &crm_core::Error) -> String {
    error.context("limit").map_or_else(|| error.code().as_str().to_owned(), str::to_owned)
}

#[test]
#[ignore = "runs as a process of its own, started by the others"]
fn child() {
    let path = std::env::var("CRM_HOSTILE_FILE").unwrap();
    let started = Instant::now();
    let result = match Workbook::open(&path) {
        Err(error) => format!("refused {}", said(&error)),
        Ok(mut workbook) => match read_all(&mut workbook) {
            (rows, None) => format!("{rows} rows"),
            (rows, Some(error)) => format!("{rows} rows then {}", said(&error)),
        },
    };
    // What an opening makes of it is held as a whole, and bounded too; its copy with marks is written part by part.
    if let Ok(mut workbook) = Workbook::open(&path) {
        match read_opening(&mut workbook, &OpeningOptions::default()) {
            Ok(data) => {
                let copy = annotate(&mut workbook, File::open(&path).unwrap(), &data.problems, &AnnotateOptions::default());
                println!(
                    "OPENING {} problems, {}",
                    data.problems.len(),
                    copy.map_or_else(|error| said(&error), |copy| format!("{} bytes", copy.bytes.len()))
                );
            }
            Err(error) => println!("OPENING {}", said(&error)),
        }
    }
    let status = fs::read_to_string("/proc/self/status").unwrap();
    let peak = status.lines().find(|line| line.starts_with("VmHWM")).unwrap();
    println!("RESULT {result}");
    println!("COST {:?} {peak}", started.elapsed());
}

/// What calamine and the csv crate need for the same file, row by row where they can: the measure of ours.
#[test]
#[ignore = "runs as a process of its own, started by `measure`"]
fn child_of_other_readers() {
    let path = PathBuf::from(std::env::var("CRM_HOSTILE_FILE").unwrap());
    let (started, mut rows) = (Instant::now(), 0_u64);
    let input = std::io::BufReader::new(File::open(&path).unwrap());
    match path.extension().unwrap().to_str().unwrap() {
        "xlsx" => {
            let mut book: calamine::Xlsx<_> = calamine::open_workbook_from_rs(input).unwrap();
            let name = book.sheet_names()[0].clone();
            let mut cells = book.worksheet_cells_reader(&name).unwrap();
            let mut last = None;
            while let Some(cell) = cells.next_cell().unwrap() {
                let text = calamine::Data::from(cell.get_value().clone()).to_string();
                rows += u64::from(last.replace(cell.get_position().0) != Some(cell.get_position().0) && !text.is_empty());
            }
        }
        "ods" => {
            let mut book: calamine::Ods<_> = calamine::open_workbook_from_rs(input).unwrap();
            let name = book.sheet_names()[0].clone();
            for row in book.worksheet_range(&name).unwrap().rows() {
                rows += u64::from(row.iter().map(ToString::to_string).any(|text| !text.is_empty()));
            }
        }
        _ => {
            let mut reader = csv::ReaderBuilder::new().has_headers(false).delimiter(b';').from_reader(input);
            for record in reader.records() {
                rows += u64::from(record.unwrap().iter().map(str::to_owned).any(|text| !text.is_empty()));
            }
        }
    }
    let status = fs::read_to_string("/proc/self/status").unwrap();
    println!("RESULT {rows} rows");
    println!("COST {:?} {}", started.elapsed(), status.lines().find(|line| line.starts_with("VmHWM")).unwrap());
}

/// Time and memory of 200,000 rows: `cargo test -p crm-office --test hostile -- --ignored --exact measure --nocapture`.
#[test]
#[ignore = "measures"]
fn measure() {
    let folder = tempfile::tempdir().unwrap();
    let row = |row: u32| {
        [format!("C{row:06}"), format!("Bodega Peña {row} S.L."), "España".to_owned(), format!("{row}.25"), "30".to_owned(), format!("B{row:08}")]
    };
    let mut writer = rust_xlsxwriter::Workbook::new();
    let sheet = writer.add_worksheet();
    let mut text = BufWriter::new(File::create(folder.path().join("rows.csv")).unwrap());
    let mut ods = Zip::new(&folder, "rows.ods");
    ods.part("mimetype", "application/vnd.oasis.opendocument.spreadsheet");
    ods.part("META-INF/manifest.xml", "<manifest:manifest/>");
    ods.start("content.xml");
    let beginning = "<office:document-content xmlns:office=\"o\" xmlns:table=\"t\" xmlns:text=\"x\"><office:body><office:spreadsheet><table:table table:name=\"A\">";
    ods.writer.write_all(beginning.as_bytes()).unwrap();
    for number in 0..200_000 {
        let values = row(number);
        writeln!(text, "{}", values.join(";")).unwrap();
        ods.writer.write_all(b"<table:table-row>").unwrap();
        for (column, value) in (0_u16..).zip(&values) {
            match value.parse::<f64>().ok().filter(|_| column > 2 && column < 5) {
                Some(figure) => {
                    sheet.write(number, column, figure).unwrap();
                    write!(
                        ods.writer,
                        "<table:table-cell office:value-type=\"float\" office:value=\"{value}\"><text:p>{value}</text:p></table:table-cell>"
                    )
                    .unwrap();
                }
                None => {
                    sheet.write(number, column, value).unwrap();
                    write!(ods.writer, "<table:table-cell office:value-type=\"string\"><text:p>{value}</text:p></table:table-cell>").unwrap();
                }
            }
        }
        ods.writer.write_all(b"</table:table-row>").unwrap();
    }
    ods.writer.write_all(b"</table:table></office:spreadsheet></office:body></office:document-content>").unwrap();
    writer.save(folder.path().join("rows.xlsx")).unwrap();
    text.flush().unwrap();
    ods.finish();
    for name in ["rows.xlsx", "rows.ods", "rows.csv"] {
        for child in ["child_of_other_readers", "child"] {
            let output = Command::new(std::env::current_exe().unwrap())
                .args(["--exact", child, "--ignored", "--nocapture", "--test-threads=1"])
                .env("CRM_HOSTILE_FILE", folder.path().join(name))
                .output()
                .unwrap();
            let said = String::from_utf8_lossy(&output.stdout).into_owned();
            let cost = said.lines().find_map(|line| line.split_once("COST ").map(|(_, cost)| cost.to_owned())).unwrap();
            assert!(said.contains("RESULT 200000 rows"), "{said}");
            println!("{name} {child}: {cost}");
        }
    }
}

/// Reads a file in a process that the system gives no more than the limit.
fn within_limit(path: &Path) -> String {
    let output = Command::new("sh")
        .args(["-c", &format!("ulimit -v {LIMIT} && exec \"$0\" --exact child --ignored --nocapture --test-threads=1")])
        .arg(std::env::current_exe().unwrap())
        .env("CRM_HOSTILE_FILE", path)
        .env("MALLOC_ARENA_MAX", "1")
        .output()
        .unwrap();
    let text = String::from_utf8_lossy(&output.stdout).into_owned();
    for line in text.lines().filter_map(|line| line.strip_prefix("COST ")) {
        println!("{}: {line}", path.file_name().unwrap().to_string_lossy());
    }
    let result = text.lines().find_map(|line| line.split_once("RESULT ").map(|(_, result)| result.to_owned()));
    result.unwrap_or_else(|| panic!("{}: {:?}\n{text}\n{}", path.display(), output.status, String::from_utf8_lossy(&output.stderr)))
}

#[test]
fn a_process_that_asks_for_more_than_the_limit_ends() {
    // If it did not, the other tests would show nothing.
    let script = format!("ulimit -v {LIMIT} && exec head -c 400000000 /dev/zero | tail -n 1 | wc -c");
    let output = Command::new("sh").args(["-c", &script]).output().unwrap();
    assert_ne!(String::from_utf8_lossy(&output.stdout).trim(), "400000000");
}

#[test]
fn made_files_stay_within_the_limit() {
    for (name, expected) in [
        ("bad_column.xlsx", "5 rows then workbook.damaged"),
        ("bad_row.xlsx", "5 rows then workbook.damaged"),
        ("lying_dimension.xlsx", "6 rows"),
        ("far_corner.xls", "3 rows"),
        ("far_corner.xlsx", "3 rows"),
        ("repeat_bomb.ods", "2 rows then MAX_ROWS"),
        ("repeat_10M.ods", "611 rows"),
        ("truncated.xlsx", "refused workbook.damaged"),
    ] {
        assert_eq!(within_limit(&corpus().join(name)), expected, "{name}");
    }
}

/// A zip whose parts are written as streams.
struct Zip {
    writer: zip::ZipWriter<BufWriter<File>>,
    path: PathBuf,
}

impl Zip {
    fn new(folder: &TempDir, name: &str) -> Self {
        let path = folder.path().join(name);
        Self { writer: zip::ZipWriter::new(BufWriter::new(File::create(&path).unwrap())), path }
    }

    fn start(&mut self, name: &str) {
        self.writer.start_file(name, SimpleFileOptions::default().compression_level(Some(1)).large_file(true)).unwrap();
    }

    fn part(&mut self, name: &str, content: &str) {
        self.start(name);
        self.writer.write_all(content.as_bytes()).unwrap();
    }

    /// A part of a beginning, a piece so many times, and an end.
    fn repeated(&mut self, name: &str, beginning: &str, piece: &str, times: usize, end: &str) {
        self.start(name);
        self.writer.write_all(beginning.as_bytes()).unwrap();
        let block = piece.repeat((256 * 1024 / piece.len()).max(1));
        let in_block = block.len() / piece.len();
        for _ in 0..times / in_block {
            self.writer.write_all(block.as_bytes()).unwrap();
        }
        self.writer.write_all(piece.repeat(times % in_block).as_bytes()).unwrap();
        self.writer.write_all(end.as_bytes()).unwrap();
    }

    fn finish(self) -> PathBuf {
        self.writer.finish().unwrap().flush().unwrap();
        self.path
    }
}

/// A workbook of Excel without its first sheet.
fn excel(folder: &TempDir, name: &str) -> Zip {
    let mut zip = Zip::new(folder, name);
    let rel = |id: &str, kind: &str, target: &str| {
        format!("<Relationship Id=\"{id}\" Type=\"http://schemas.openxmlformats.org/officeDocument/2006/relationships/{kind}\" Target=\"{target}\"/>")
    };
    let rels = [rel("r1", "worksheet", "worksheets/sheet1.xml"), rel("r2", "sharedStrings", "sharedStrings.xml"), rel("r3", "styles", "styles.xml")];
    zip.part("[Content_Types].xml", "<Types/>");
    zip.part("xl/_rels/workbook.xml.rels", &format!("<Relationships>{}</Relationships>", rels.concat()));
    zip.part("xl/workbook.xml", "<workbook><sheets><sheet name=\"A\" sheetId=\"1\" id=\"r1\"/></sheets></workbook>");
    zip
}

const SHEET: &str = "xl/worksheets/sheet1.xml";
const MEGABYTE: usize = 1024 * 1024;

/// Workbooks of Excel that grow when they are unpacked.
#[test]
fn bombs_of_excel_are_refused_within_the_limit() {
    let folder = tempfile::tempdir().unwrap();
    let small = "<worksheet><sheetData><row r=\"1\"><c r=\"A1\" t=\"s\"><v>0</v></c></row></sheetData></worksheet>";
    let text = "a".repeat(1024);

    let mut zip = excel(&folder, "text.xlsx");
    zip.repeated(
        SHEET,
        "<worksheet><sheetData><row r=\"1\"><c r=\"A1\" t=\"inlineStr\"><is><t>",
        &text,
        512 * 1024,
        "</t></is></c></row></sheetData></worksheet>",
    );
    assert_eq!(within_limit(&zip.finish()), "0 rows then MAX_MARKUP_BYTES");

    let mut zip = excel(&folder, "pieces.xlsx");
    let piece = format!("<t>{text}</t>");
    zip.repeated(
        SHEET,
        "<worksheet><sheetData><row r=\"1\"><c r=\"A1\" t=\"inlineStr\"><is>",
        &piece,
        64 * 1024,
        "</is></c></row></sheetData></worksheet>",
    );
    assert_eq!(within_limit(&zip.finish()), "0 rows then MAX_TEXT_BYTES");

    let mut zip = excel(&folder, "attribute.xlsx");
    zip.repeated(SHEET, "<worksheet><sheetData><row r=\"", &text, 400 * 1024, "\"/></sheetData></worksheet>");
    assert_eq!(within_limit(&zip.finish()), "0 rows then MAX_MARKUP_BYTES");

    let mut zip = excel(&folder, "row.xlsx");
    let cell = format!("<c t=\"inlineStr\"><is><t>{}</t></is></c>", "a".repeat(200_000));
    zip.repeated(SHEET, "<worksheet><sheetData><row r=\"1\">", &cell, 1_000, "</row></sheetData></worksheet>");
    assert_eq!(within_limit(&zip.finish()), "0 rows then MAX_ROW_BYTES");

    let mut zip = excel(&folder, "deep.xlsx");
    zip.repeated(SHEET, "<worksheet><sheetData>", "<a>", 5_000_000, "");
    assert_eq!(within_limit(&zip.finish()), "0 rows then MAX_DEPTH");

    let mut zip = excel(&folder, "columns.xlsx");
    zip.repeated(SHEET, "<worksheet><sheetData><row r=\"1\">", "<c><v>1</v></c>", 2_000_000, "</row></sheetData></worksheet>");
    assert_eq!(within_limit(&zip.finish()), "0 rows then MAX_COLUMNS");

    let mut zip = excel(&folder, "rows.xlsx");
    zip.repeated(SHEET, "<worksheet><sheetData>", "<row><c><v>1</v></c></row>", 1_100_000, "</sheetData></worksheet>");
    assert_eq!(within_limit(&zip.finish()), "1048576 rows then MAX_ROWS");

    let mut zip = excel(&folder, "edge.xlsx");
    zip.start(SHEET);
    zip.writer.write_all(b"<worksheet><sheetData>").unwrap();
    (1..=200_000).for_each(|row| write!(zip.writer, "<row r=\"{row}\"><c r=\"XFD{row}\"><v>1</v></c></row>").unwrap());
    zip.writer.write_all(b"</sheetData></worksheet>").unwrap();
    assert_eq!(within_limit(&zip.finish()), "3051 rows then MAX_CELLS");

    let mut zip = excel(&folder, "strings.xlsx");
    zip.part(SHEET, small);
    zip.repeated("xl/sharedStrings.xml", "<sst>", &format!("<si><t>{text}</t></si>"), 400 * 1024, "</sst>");
    assert_eq!(within_limit(&zip.finish()), "refused MAX_SHARED_BYTES");

    let mut zip = excel(&folder, "empty_strings.xlsx");
    zip.part(SHEET, small);
    zip.repeated("xl/sharedStrings.xml", "<sst>", "<si/>", 10_000_000, "</sst>");
    assert_eq!(within_limit(&zip.finish()), "refused MAX_SHARED_STRINGS");

    let mut zip = excel(&folder, "styles.xlsx");
    zip.part(SHEET, small);
    zip.repeated("xl/styles.xml", "<styleSheet><cellXfs>", "<xf numFmtId=\"9\"/>", 5_000_000, "</cellXfs></styleSheet>");
    assert_eq!(within_limit(&zip.finish()), "refused MAX_STYLES");

    let mut zip = Zip::new(&folder, "sheets.xlsx");
    zip.part("[Content_Types].xml", "<Types/>");
    zip.repeated("xl/workbook.xml", "<workbook><sheets>", "<sheet name=\"A\" id=\"r1\"/>", 2_000_000, "</sheets></workbook>");
    assert_eq!(within_limit(&zip.finish()), "refused MAX_SHEETS");

    let mut zip = Zip::new(&folder, "zipped.xlsx");
    zip.repeated("a.csv", "a;b\n", &text, 400 * 1024, "\n");
    assert_eq!(within_limit(&zip.finish()), "refused MAX_ZIPPED_BYTES");

    let mut zip = Zip::new(&folder, "directory.xlsx");
    for number in 0..100_000 {
        zip.writer.start_file(format!("xl/{number}"), SimpleFileOptions::default()).unwrap();
    }
    assert_eq!(within_limit(&zip.finish()), "refused MAX_DIRECTORY_BYTES");
}

#[test]
fn bombs_of_open_document_are_refused_within_the_limit() {
    let folder = tempfile::tempdir().unwrap();
    let ods = |name: &str, rows: &str| {
        let mut zip = Zip::new(&folder, name);
        zip.part("mimetype", "application/vnd.oasis.opendocument.spreadsheet");
        let beginning =
            "<office:document-content xmlns:office=\"o\" xmlns:table=\"t\"><office:body><office:spreadsheet><table:table table:name=\"A\">";
        zip.part("content.xml", &format!("{beginning}{rows}</table:table></office:spreadsheet></office:body></office:document-content>"));
        within_limit(&zip.finish())
    };
    let cell = |columns: u64, text: &str| {
        format!(
            "<table:table-cell table:number-columns-repeated=\"{columns}\" office:value-type=\"string\"><text:p>{text}</text:p></table:table-cell>"
        )
    };
    let row = |times: u64, cells: &str| format!("<table:table-row table:number-rows-repeated=\"{times}\">{cells}</table:table-row>");
    assert_eq!(ods("wide.ods", &row(1, &cell(u64::MAX, "a"))), "0 rows then MAX_COLUMNS");
    assert_eq!(ods("bytes.ods", &row(1, &cell(16_384, &"a".repeat(100_000)))), "0 rows then MAX_ROW_BYTES");
    assert_eq!(ods("cells.ods", &row(1_000_000, &cell(16_384, "a"))), "0 rows then MAX_CELLS");
    assert_eq!(ods("spaces.ods", &row(1, &cell(1, &"<text:s text:c=\"4000000000\"/>".repeat(10_000)))), "0 rows then MAX_TEXT_BYTES");
    // A sheet ends in empty cells up to its corner, as programs write it: that is no harm.
    let empty = "<table:table-cell table:number-columns-repeated=\"16384\"/>";
    assert_eq!(ods("corner.ods", &[row(1, &cell(2, "a")), row(4_000_000_000, empty)].concat()), "1 rows");
}

/// A record of an old workbook.
fn record(kind: u16, data: &[u8]) -> Vec<u8> {
    [&kind.to_le_bytes()[..], &(data.len() as u16).to_le_bytes(), data].concat()
}

/// The stream of an old workbook with one sheet.
fn old(globals: &[u8], cells: &[u8]) -> Vec<u8> {
    let bof = |kind: u8| record(0x0809, &[0, 6, kind, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0]);
    let sheet = |start: u32| record(0x0085, &[&start.to_le_bytes()[..], &[0, 0, 1, 0, b'A']].concat());
    let start = bof(5).len() + sheet(0).len() + globals.len() + 4;
    [bof(5), sheet(start as u32), globals.to_vec(), record(0x000A, &[]), bof(0x10), cells.to_vec(), record(0x000A, &[])].concat()
}

#[test]
fn old_workbooks_stay_within_the_limit() {
    let folder = tempfile::tempdir().unwrap();
    let read = |name: &str, bytes: &[u8]| {
        let path = folder.path().join(name);
        fs::write(&path, bytes).unwrap();
        within_limit(&path)
    };
    let number = |row: u16, column: u16| record(0x0203, &[&row.to_le_bytes()[..], &column.to_le_bytes(), &[0, 0], &1.5_f64.to_le_bytes()].concat());
    let dimensions = record(0x0200, &[0, 0, 0, 0, 0xFF, 0xFF, 0xFF, 0xFF, 0, 0, 0xFF, 0xFF, 0, 0]);
    assert_eq!(read("lying.xls", &old(&[], &[dimensions, number(0, 0), number(65_535, 255)].concat())), "2 rows");
    assert_eq!(read("wide.xls", &old(&[], &number(0, 65_535))), "0 rows then MAX_COLUMNS");
    let backwards: Vec<u8> = (0..600_u16).rev().flat_map(|row| (0..200_u16).flat_map(move |column| number(row, column))).collect();
    assert_eq!(read("backwards.xls", &old(&[], &backwards)), "600 rows");
    let unordered: Vec<u8> = (0..60_000_u16).rev().flat_map(|row| (0..10_u16).flat_map(move |column| number(row, column))).collect();
    assert_eq!(read("unordered.xls", &old(&[], &unordered)), "0 rows then MAX_UNORDERED_CELLS");
    // So many strings as there are numbers of four bytes, and then none; and one that goes on for ever.
    assert_eq!(read("strings.xls", &old(&record(0x00FC, &[0xFF; 8]), &[])), "refused workbook.damaged");
    let long =
        [record(0x00FC, &[1, 0, 0, 0, 1, 0, 0, 0, 0xFF, 0xFF, 0, b'a']), record(0x003C, &[&[0][..], &[b'a'; 8_000]].concat()).repeat(20)].concat();
    assert_eq!(read("long.xls", &old(&long, &[])), "0 rows");
    let many: Vec<u8> = [record(0x00FC, &[0xFF, 0xFF, 0xFF, 0x7F, 0xFF, 0xFF, 0xFF, 0x7F]), record(0x003C, &[0; 8_193]).repeat(2_000)].concat();
    assert_eq!(read("many.xls", &old(&many, &[])), "refused MAX_SHARED_STRINGS");
}

#[test]
fn binary_workbooks_stay_within_the_limit() {
    let folder = tempfile::tempdir().unwrap();
    for (name, sheet, expected) in [
        ("length.xlsb", vec![0x06, 0xFF, 0xFF, 0xFF, 0x7F], "0 rows then MAX_MARKUP_BYTES"),
        ("skipped.xlsb", vec![0x20, 0xFF, 0xFF, 0xFF, 0x7F, 1], "0 rows then workbook.damaged"),
        ("short.xlsb", vec![0x06, 1, 0], "0 rows then workbook.damaged"),
        ("string.xlsb", vec![0x07, 12, 0, 0, 0, 0, 0, 0, 0, 0, 0xFF, 0xFF, 0xFF, 0x7F], "0 rows then workbook.damaged"),
    ] {
        let bundle = [&[0, 0, 0, 0, 1, 0, 0, 0, 2, 0, 0, 0][..], b"r\x001\0", &[1, 0, 0, 0, b'A', 0]].concat();
        let mut zip = Zip::new(&folder, name);
        let rel = "<Relationship Id=\"r1\" Type=\"/worksheet\" Target=\"sheet1.bin\"/>";
        zip.part("xl/_rels/workbook.bin.rels", &format!("<Relationships>{rel}</Relationships>"));
        zip.start("xl/workbook.bin");
        zip.writer.write_all(&[&[0x9C, 0x01, bundle.len() as u8][..], &bundle].concat()).unwrap();
        zip.start("xl/sheet1.bin");
        zip.writer.write_all(&sheet).unwrap();
        assert_eq!(within_limit(&zip.finish()), expected, "{name}");
    }
}

#[test]
fn texts_and_pages_stay_within_the_limit() {
    let folder = tempfile::tempdir().unwrap();
    let write = |name: &str, beginning: &str, piece: &str, times: usize| {
        let path = folder.path().join(name);
        let mut file = BufWriter::new(File::create(&path).unwrap());
        file.write_all(beginning.as_bytes()).unwrap();
        (0..times).for_each(|_| file.write_all(piece.as_bytes()).unwrap());
        file.flush().unwrap();
        within_limit(&path)
    };
    let text = "a".repeat(MEGABYTE);
    assert_eq!(write("line.csv", "a;b\n", &text, 350), "refused MAX_ROW_BYTES");
    assert_eq!(write("value.csv", "a;b\n", &text, 4), "1 rows then MAX_TEXT_BYTES");
    assert_eq!(write("delimiters.csv", "a;b\n", ";;;;;;;;x", 100_000), "1 rows then MAX_COLUMNS");
    assert_eq!(write("quote.csv", "a;b\n1;\"open\n", "2;x\n", 2_000_000), "2000002 rows");
    assert_eq!(write("quotes.csv", "a;b\n", "1;\"open\n", 1_000_000), "1000001 rows");
    // Only the first of these lines has anything in it: a quote without an end.
    assert_eq!(write("empty_quotes.csv", "a;b\n\"", "\"\"\n", 300_000), "2 rows");
    assert_eq!(write("page.xls", "<html><table>", "<tr><td>aaaaaaaaaaaaaaaa", 2_000_000), "refused MAX_PAGE_BYTES");
    // A browser lets a cell span a thousand columns: the seventeenth row has no more room.
    assert_eq!(write("spans.xls", "<html><table>", "<tr><td colspan=99999999 rowspan=99999999>a", 20_000), "17 rows then MAX_COLUMNS");
    let wide = format!("<html><table><tr>{}", "<td colspan=1000 rowspan=1000>".repeat(16));
    assert_eq!(write("below.xls", &wide, "<tr><td>", 2_000_000), "0 rows");
    assert_eq!(write("scripts.xls", "<html><table><tr><td>a", "<script></script>", 1_000_000), "1 rows");
    assert_eq!(write("tables.xls", "<html>", "<table>", 1_000_000), "refused MAX_SHEETS");
}

/// Numbers without a pattern; the same for the same seed.
struct Random(u64);

impl Random {
    fn next(&mut self) -> u64 {
        self.0 = self.0.wrapping_add(0x9E37_79B9_7F4A_7C15);
        let mixed = (self.0 ^ (self.0 >> 30)).wrapping_mul(0xBF58_476D_1CE4_E5B9);
        let mixed = (mixed ^ (mixed >> 27)).wrapping_mul(0x94D0_49BB_1331_11EB);
        mixed ^ (mixed >> 31)
    }

    fn below(&mut self, limit: usize) -> usize {
        (self.next() % limit.max(1) as u64) as usize
    }
}

/// What is put into files: ends of ranges, and pieces of markup and records.
const PIECES: [&[u8]; 40] = [
    b"\0",
    b"\xFF",
    b"\x7F",
    b"\x80",
    b"\xFF\xFF",
    b"\0\0\0\0",
    b"\xFF\xFF\xFF\xFF",
    b"\xFF\xFF\xFF\x7F",
    b"\"",
    b"\"\"",
    b"\n",
    b"\r",
    b"\r\n",
    b";",
    b"<",
    b">",
    b"&",
    b"</",
    b"<!--",
    b"<![CDATA[",
    b"]]>",
    b"<?xml version=\"1.0\" encoding=\"utf-16\"?>",
    b"&#x110000;",
    b"&#0;",
    b"_x0000_",
    b"99999999999999999999",
    b"-1",
    b"1e999",
    b"NaN",
    b"r=\"XFD1048576\"",
    b"r=\"A0\"",
    b" number-rows-repeated=\"4294967295\"",
    b"<row r=\"1048577\">",
    b"<c r=\"XFE1\">",
    b"\xEF\xBB\xBF",
    b"\xFF\xFE",
    b"\x3C\x00\x00\x00",
    b"\x09\x08\x10\x00",
    b"\xF0\x9F\x98\x80",
    b"\xC3",
];

/// Changes bytes at a few places.
fn changed(mut bytes: Vec<u8>, others: &[(String, Vec<u8>)], random: &mut Random) -> Vec<u8> {
    for _ in 0..=random.below(4) {
        let at = random.below(bytes.len());
        let to = (at + random.below(64)).min(bytes.len());
        match random.below(8) {
            0 if at < bytes.len() => bytes[at] ^= 1 << random.below(8),
            1 if at < bytes.len() => bytes[at] = random.next() as u8,
            2 => drop(bytes.drain(at..to)),
            3 => {
                let copy = bytes[at..to].to_vec();
                bytes.splice(at..at, copy.repeat(1 + random.below(20)));
            }
            4 | 5 => {
                let piece = PIECES[random.below(PIECES.len())];
                let end = if random.below(2) == 0 { at } else { (at + piece.len()).min(bytes.len()) };
                bytes.splice(at..end, piece.iter().copied());
            }
            6 => {
                let other = &others[random.below(others.len())].1;
                let from = random.below(other.len());
                let end = (from + random.below(200)).min(other.len());
                bytes.splice(at..at, other[from..end].iter().copied());
            }
            _ if random.below(4) == 0 => bytes.truncate(at),
            _ => {}
        }
    }
    bytes
}

/// The parts of a zip, if it is one.
fn parts(bytes: &[u8]) -> Option<Vec<(String, Vec<u8>)>> {
    let mut archive = zip::ZipArchive::new(Cursor::new(bytes)).ok()?;
    let mut parts = Vec::new();
    for index in 0..archive.len() {
        let mut file = archive.by_index(index).ok()?;
        let mut content = Vec::new();
        file.by_ref().take(MEGABYTE as u64).read_to_end(&mut content).ok()?;
        parts.push((file.name().ok()?.into_owned(), content));
    }
    Some(parts)
}

/// A file of the corpus with a change; within its parts, if it is a zip.
fn mutation(files: &[(String, Vec<u8>)], random: &mut Random) -> Vec<u8> {
    let (_, bytes) = &files[random.below(files.len())];
    let parts = if random.below(8) > 0 { parts(bytes).filter(|parts| !parts.is_empty()) } else { None };
    let Some(mut parts) = parts else { return changed(bytes.clone(), files, random) };
    for _ in 0..=random.below(2) {
        let index = random.below(parts.len());
        let part = std::mem::take(&mut parts[index].1);
        parts[index].1 = changed(part, files, random);
    }
    let mut writer = zip::ZipWriter::new(Cursor::new(Vec::new()));
    for (name, content) in &parts {
        writer.start_file(name.as_str(), SimpleFileOptions::default().compression_method(zip::CompressionMethod::Stored)).unwrap();
        writer.write_all(content).unwrap();
    }
    writer.finish().unwrap().into_inner()
}

fn files(folder: &Path) -> Vec<(String, Vec<u8>)> {
    let entries = fs::read_dir(folder).into_iter().flatten().map(|entry| entry.unwrap().path()).filter(|path| path.is_file());
    let mut files: Vec<_> = entries.map(|path| (path.file_name().unwrap().to_string_lossy().into_owned(), fs::read(&path).unwrap())).collect();
    files.sort();
    files
}

/// Reads a file that may be anything: an error has a code and words, and nothing panics.
fn survives(bytes: &[u8], format: Format) -> Result<(), String> {
    let outcome = catch_unwind(AssertUnwindSafe(|| {
        let failed = match Workbook::from_bytes_with(bytes, format, &ReadOptions::default()) {
            Ok(mut workbook) => read_all(&mut workbook).1,
            Err(error) => Some(error),
        };
        failed.map(|error| error.to_string()).filter(|words| words.len() < 20 || words.len() > 1_000)
    }));
    match outcome {
        Ok(None) => Ok(()),
        Ok(Some(words)) => Err(format!("the words of an error are too few or too many: {words:.200}")),
        Err(_) => Err("a panic".to_owned()),
    }
}

const FORMATS: [Format; 4] = [Format::Xlsx, Format::Xls, Format::Ods, Format::Csv];
/// Changed files that an ordinary run reads.
const MUTATIONS: u64 = 1_500;

#[test]
fn files_changed_at_random_are_read_or_refused() {
    let number = |name: &str| std::env::var(name).ok().map(|value| value.parse::<u64>().unwrap());
    let (seconds, seed) = (number("CRM_MUTATION_SECONDS"), number("CRM_MUTATION_SEED").unwrap_or(1));
    // `CRM_MUTATION_ONLY=kinds` changes only files with that in their names.
    let only = std::env::var("CRM_MUTATION_ONLY").unwrap_or_default();
    let files: Vec<_> = files(&corpus()).into_iter().filter(|(name, _)| name.contains(&only)).collect();
    assert!(files.len() > 50 || !only.is_empty());
    let last = Path::new(env!("CARGO_TARGET_TMPDIR")).join("last_mutation");
    let (started, mut random, mut count, mut slowest) = (Instant::now(), Random(seed), 0_u64, Duration::ZERO);
    while seconds.map_or(count < MUTATIONS, |seconds| started.elapsed() < Duration::from_secs(seconds)) {
        let bytes = mutation(&files, &mut random);
        if seconds.is_some() {
            // What ends the process is found in there.
            fs::write(&last, &bytes).unwrap();
        }
        let before = Instant::now();
        if let Err(reason) = survives(&bytes, FORMATS[random.below(FORMATS.len())]) {
            let kept = last.with_file_name(format!("mutation_{seed}_{count}"));
            fs::write(&kept, &bytes).unwrap();
            panic!("{reason}: mutation {count} of seed {seed}, kept as {}", kept.display());
        }
        if before.elapsed() > slowest {
            slowest = before.elapsed();
            if seconds.is_some() {
                fs::copy(&last, last.with_file_name("slowest_mutation")).unwrap();
            }
        }
        count += 1;
    }
    println!("{count} changed files, the slowest read in {slowest:?}");
}

/// Small files that say a great deal: what they cost is bounded by what they hold, and not by what they say.
#[test]
fn small_files_that_go_on_and_on_are_refused_within_the_limit() {
    let folder = tempfile::tempdir().unwrap();
    // One row of a long text, a quarter of a million times.
    let mut ods = Zip::new(&folder, "again.ods");
    ods.part("mimetype", "application/vnd.oasis.opendocument.spreadsheet");
    ods.part("META-INF/manifest.xml", "<manifest:manifest/>");
    let long = "x".repeat(200_000);
    let rows = format!(
        "<office:document-content xmlns:office=\"o\" xmlns:table=\"t\" xmlns:text=\"x\"><office:body><office:spreadsheet><table:table table:name=\"A\">\
         <table:table-row><table:table-cell office:value-type=\"string\"><text:p>Customer No</text:p></table:table-cell></table:table-row>\
         <table:table-row table:number-rows-repeated=\"250000\"><table:table-cell office:value-type=\"string\"><text:p>{long}</text:p></table:table-cell>\
         </table:table-row></table:table></office:spreadsheet></office:body></office:document-content>"
    );
    ods.part("content.xml", &rows);
    let path = ods.finish();
    assert!(fs::metadata(&path).unwrap().len() < 4_000);
    assert!(within_limit(&path).ends_with("then MAX_SHEET_BYTES"), "{}", within_limit(&path));
    // Rows with nothing in them, of which a few bytes hold thousands.
    let mut zip = excel(&folder, "empty.xlsx");
    zip.repeated(SHEET, "<worksheet><sheetData>", "<row/>", 20_000_000, "</sheetData></worksheet>");
    let path = zip.finish();
    assert!(within_limit(&path).ends_with("then MAX_RATIO"), "{}", within_limit(&path));
}

#[test]
fn what_was_found_once_is_read_or_refused() {
    for (name, bytes) in files(&corpus().join("found")) {
        for format in FORMATS {
            assert_eq!(survives(&bytes, format), Ok(()), "{name}");
        }
    }
}
