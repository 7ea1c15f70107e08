//! The four formats through one reader, and the real sales file as a stream.

#![allow(clippy::unwrap_used, clippy::panic, reason = "helpers of tests are tests")]

use crm_office::{Cell, DateOrder, Format, Workbook};
use rust_xlsxwriter::{ExcelDateTime, Format as Style, Workbook as Writer};
use std::io::Write;
use std::path::{Path, PathBuf};

type Rows = Vec<(u32, Vec<String>)>;

fn rows(workbook: &mut Workbook, sheet: &str) -> Rows {
    let mut rows = Vec::new();
    workbook
        .read_rows(sheet, |row| {
            rows.push((row.number, row.cells.iter().map(Cell::text).collect()));
            Ok(())
        })
        .unwrap();
    rows
}

fn csv(bytes: &[u8]) -> Rows {
    rows(&mut Workbook::from_bytes(bytes, Format::Csv).unwrap(), "csv")
}

fn row(number: u32, cells: &[&str]) -> (u32, Vec<String>) {
    (number, cells.iter().map(|c| (*c).to_owned()).collect())
}

#[test]
fn the_extension_names_the_format() {
    for (path, format) in [("a.XLSX", Format::Xlsx), ("a.b.xls", Format::Xls), ("a.ods", Format::Ods), ("a.csv", Format::Csv)] {
        assert_eq!(Format::of_path(Path::new(path)), Some(format));
    }
    assert_eq!(Format::of_path(Path::new("a.pdf")), None);
}

#[test]
fn numbers_come_as_a_spreadsheet_shows_them() {
    let mut writer = Writer::new();
    let sheet = writer.add_worksheet();
    for (column, value) in [0.1, 2.55, 17850.0, 6_901_230_000_001.0, 1e21, 0.000_001, -0.0, 3.929_999_999_999_999_7].into_iter().enumerate() {
        sheet.write(0, column as u16, value).unwrap();
    }
    let mut workbook = Workbook::from_bytes(writer.save_to_buffer().unwrap(), Format::Xlsx).unwrap();
    let expected = ["0.1", "2.55", "17850", "6901230000001", "1000000000000000000000", "0.000001", "0", "3.93"];
    assert_eq!(rows(&mut workbook, "Sheet1"), [row(1, &expected)]);
}

#[test]
fn cells_of_every_kind_come_with_the_rows_numbers() {
    let mut writer = Writer::new();
    let sheet = writer.add_worksheet();
    let style = Style::new().set_num_format("dd/mm/yyyy hh:mm");
    let moment = ExcelDateTime::from_ymd(2010, 12, 1).unwrap().and_hms(8, 26, 0).unwrap();
    sheet.write(1, 1, "00123").unwrap();
    sheet.write(4, 0, true).unwrap();
    sheet.write_datetime_with_format(4, 2, &moment, &style).unwrap();
    sheet.write_number_with_format(4, 3, -1e300, &style).unwrap();
    let mut workbook = Workbook::from_bytes(writer.save_to_buffer().unwrap(), Format::Xlsx).unwrap();
    let mut seen = Vec::new();
    workbook
        .read_rows("Sheet1", |row| {
            seen.push((row.number, row.cells.to_vec()));
            Ok(())
        })
        .unwrap();
    assert_eq!(seen[0], (2, vec![Cell::Empty, Cell::Text("00123".to_owned())]));
    assert_eq!((seen[1].0, &seen[1].1[..2]), (5, &[Cell::Bool(true), Cell::Empty][..]));
    assert_eq!(seen[1].1[2].text(), "2010-12-01 08:26");
    assert!(matches!(seen[1].1[3], Cell::Long(_)), "a serial outside the calendar stays a number");
    assert_eq!(seen[1].1[2].day(DateOrder::Iso).unwrap().unwrap().to_string(), "2010-12-01");
}

#[test]
fn dates_of_the_1904_system_are_the_same_days() {
    // rust_xlsxwriter writes the 1900 system only: the flag is added to the file afterwards.
    let mut writer = Writer::new();
    writer.add_worksheet().write_number_with_format(0, 0, 39_051, &Style::new().set_num_format("yyyy-mm-dd")).unwrap();
    let bytes = edited(writer.save_to_buffer().unwrap(), "xl/workbook.xml", |xml| xml.replace("<workbookPr ", "<workbookPr date1904=\"1\" "));
    assert_eq!(rows(&mut Workbook::from_bytes(bytes, Format::Xlsx).unwrap(), "Sheet1"), [row(1, &["2010-12-01"])]);
}

fn edited(bytes: Vec<u8>, path: &str, edit: impl Fn(String) -> String) -> Vec<u8> {
    let mut archive = zip::ZipArchive::new(std::io::Cursor::new(bytes)).unwrap();
    let mut writer = zip::ZipWriter::new(std::io::Cursor::new(Vec::new()));
    for index in 0..archive.len() {
        let mut file = archive.by_index(index).unwrap();
        let name = file.name().unwrap().into_owned();
        let mut content = Vec::new();
        std::io::Read::read_to_end(&mut file, &mut content).unwrap();
        if name == path {
            content = edit(String::from_utf8(content).unwrap()).into_bytes();
        }
        writer.start_file(name, zip::write::SimpleFileOptions::default()).unwrap();
        writer.write_all(&content).unwrap();
    }
    writer.finish().unwrap().into_inner()
}

#[test]
fn an_xls_file_is_read() {
    let path = PathBuf::from(env!("CARGO_MANIFEST_DIR")).join("tests/fixtures/clientes.xls");
    let mut workbook = Workbook::open(path).unwrap();
    let rows = rows(&mut workbook, "Clientes");
    assert_eq!(rows[1], row(2, &["17850", "Peña e Hijos", "España", "30", "2010-12-01"]));
    assert_eq!(rows[2], row(4, &["00123", "Ñandú"]));
}

#[test]
fn an_ods_file_is_read() {
    let cell = |kind: &str, value: &str, text: &str| {
        format!("<table:table-cell office:value-type=\"{kind}\" {value}><text:p>{text}</text:p></table:table-cell>")
    };
    let row_xml = [
        cell("string", "", "00123"),
        cell("float", "office:value=\"2.55\"", "2,55"),
        cell("date", "office:date-value=\"2010-12-01T08:26:00\"", "01/12/10"),
    ];
    let content = format!(
        "<?xml version=\"1.0\" encoding=\"UTF-8\"?><office:document-content \
         xmlns:office=\"urn:oasis:names:tc:opendocument:xmlns:office:1.0\" xmlns:table=\"urn:oasis:names:tc:opendocument:xmlns:table:1.0\" \
         xmlns:text=\"urn:oasis:names:tc:opendocument:xmlns:text:1.0\"><office:body><office:spreadsheet><table:table table:name=\"Datos\">\
         <table:table-row table:number-rows-repeated=\"2\"><table:table-cell/></table:table-row><table:table-row>{}</table:table-row>\
         </table:table></office:spreadsheet></office:body></office:document-content>",
        row_xml.concat()
    );
    let manifest = "<manifest:manifest xmlns:manifest=\"urn:oasis:names:tc:opendocument:xmlns:manifest:1.0\"/>";
    let mut writer = zip::ZipWriter::new(std::io::Cursor::new(Vec::new()));
    for (name, text) in
        [("mimetype", "application/vnd.oasis.opendocument.spreadsheet"), ("META-INF/manifest.xml", manifest), ("content.xml", content.as_str())]
    {
        writer.start_file(name, zip::write::SimpleFileOptions::default()).unwrap();
        writer.write_all(text.as_bytes()).unwrap();
    }
    let mut workbook = Workbook::from_bytes(writer.finish().unwrap().into_inner(), Format::Ods).unwrap();
    assert_eq!(workbook.sheet_names(), ["Datos"]);
    assert_eq!(rows(&mut workbook, "Datos"), [row(3, &["00123", "2.55", "2010-12-01 08:26"])]);
}

#[test]
fn the_delimiter_of_a_csv_is_guessed() {
    for text in ["Code,Name\nA,\"x, y\"\n", "Code;Name\nA;x, y\n", "Code\tName\nA\tx, y\n"] {
        assert_eq!(csv(text.as_bytes()), [row(1, &["Code", "Name"]), row(2, &["A", "x, y"])], "{text}");
    }
    let decimals = "Código;Precio;Coste\nA;1,5;2,5\nB;1,5;3,5\n";
    assert_eq!(csv(decimals.as_bytes())[1], row(2, &["A", "1,5", "2,5"]));
}

#[test]
fn a_csv_is_read_as_utf8_and_else_as_windows_1252() {
    assert_eq!(csv("\u{feff}Año;Peña\n".as_bytes()), [row(1, &["Año", "Peña"])]);
    assert_eq!(csv(b"A\xf1o;Pe\xf1a;\x80\n"), [row(1, &["Año", "Peña", "€"])]);
    let long = format!("A;B\n{}ñ;{}\n", "a".repeat(64 * 1024 - 5), "ñ".repeat(70_000));
    assert_eq!(csv(long.as_bytes())[1].1[1].chars().count(), 70_000);
}

#[test]
fn blank_lines_of_a_csv_count_as_rows_and_quoted_line_breaks_do_not() {
    let expected = [row(1, &["A", "x"]), row(4, &["B", "y\nz"]), row(5, &["C", "w"]), row(7, &["D", "v"])];
    let text = "A;x\n\n\nB;\"y\nz\"\nC;w\n;\nD;v";
    assert_eq!(csv(text.as_bytes()), expected);
    let windows: Rows = csv(text.replace('\n', "\r\n").as_bytes());
    assert_eq!(windows.iter().map(|r| r.0).collect::<Vec<_>>(), [1, 4, 5, 7]);
    assert_eq!(windows[0], expected[0]);
    assert_eq!(windows[1].1[1], "y\r\nz");
}

#[test]
fn a_csv_can_be_read_again_and_stopped() {
    let mut workbook = Workbook::from_bytes("A\nB\n", Format::Csv).unwrap();
    let mut count = 0;
    workbook
        .read_rows_while("csv", |_| {
            count += 1;
            Ok(std::ops::ControlFlow::Break(()))
        })
        .unwrap();
    assert_eq!((count, rows(&mut workbook, "csv").len()), (1, 2));
}

#[test]
fn a_file_that_is_no_workbook_is_refused() {
    for format in [Format::Xlsx, Format::Xls, Format::Ods] {
        let error = Workbook::from_bytes("no workbook at all", format).unwrap_err();
        assert_eq!(error.code().as_str(), "workbook.unsupported");
    }
    assert_eq!(Workbook::open("/nowhere/at/all.xlsx").unwrap_err().code().as_str(), "workbook.unreadable");
    assert_eq!(Workbook::open("all.pdf").unwrap_err().code().as_str(), "workbook.unreadable");
}

#[test]
fn a_sheet_that_is_not_there_is_named() {
    let mut workbook = Workbook::from_bytes("A\n", Format::Csv).unwrap();
    let error = workbook.read_rows("Ventas", |_| Ok(())).unwrap_err();
    assert_eq!((error.code().as_str(), error.context("sheet")), ("workbook.column_missing", Some("Ventas")));
}

#[test]
fn the_errors_of_the_caller_end_the_reading() {
    let mut workbook = Workbook::from_bytes("A\nB\n", Format::Csv).unwrap();
    let error = workbook.read_rows("csv", |_| Err(crm_core::Error::field("a", "is wrong"))).unwrap_err();
    assert_eq!(error.code().as_str(), "field.invalid");
}

#[test]
fn the_real_sales_file_streams() {
    let path = Path::new(env!("CARGO_MANIFEST_DIR")).join("../../shared/data/sales.xlsx");
    if !path.exists() {
        println!("skipped: {} is not there", path.display());
        return;
    }
    let started = std::time::Instant::now();
    let mut workbook = Workbook::open(&path).unwrap();
    let (mut count, mut last) = (0, 0);
    let mut first = Vec::new();
    workbook
        .read_rows("Online Retail", |row| {
            count += 1;
            last = row.number;
            if row.number == 2 {
                first = row.cells.iter().map(Cell::text).collect();
            }
            Ok(())
        })
        .unwrap();
    let expected = ["536365", "85123A", "WHITE HANGING HEART T-LIGHT HOLDER", "6", "2010-12-01 08:26", "2.55", "17850", "United Kingdom"];
    assert_eq!(first, expected);
    assert_eq!((count, last), (541_910, 541_910));
    println!("{count} rows in {:?}; peak memory: {}", started.elapsed(), peak_memory());
}

fn peak_memory() -> String {
    let status = std::fs::read_to_string("/proc/self/status").unwrap_or_default();
    status.lines().find(|line| line.starts_with("VmHWM")).unwrap_or("unknown").to_owned()
}
