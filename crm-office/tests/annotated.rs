//! A workbook that is handed back is the caller's own, with its problems marked and nothing else changed.

#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic, reason = "tests: a failed expectation is a panic")]

use calamine::{Reader, SheetVisible, Xlsx};
use crm_core::opening::{ColumnReading, ColumnReason, Place, Problem, Severity, SheetReading};
use crm_office::{
    AnnotateOptions, AnnotatedCopy, CopyNoteKind, Format, Language, OpeningOptions, ReadOptions, TemplateLists, Workbook, annotate, annotate_file,
    read_opening, write_template,
};
use proptest::prelude::*;
use rust_xlsxwriter::{
    Chart, ChartType, Color, ConditionalFormatCell, ConditionalFormatCellRule, DataValidation, Format as Style, Formula, Image, Note, Sparkline,
    Table, Workbook as Writer, Worksheet,
};
use std::collections::BTreeMap;
use std::io::{Cursor, Read, Write};

// What the tests are made of.

const PNG: &[u8] = &[
    0x89, 0x50, 0x4E, 0x47, 0x0D, 0x0A, 0x1A, 0x0A, 0, 0, 0, 13, 0x49, 0x48, 0x44, 0x52, 0, 0, 0, 1, 0, 0, 0, 1, 8, 6, 0, 0, 0, 0x1F, 0x15, 0xC4,
    0x89, 0, 0, 0, 13, 0x49, 0x44, 0x41, 0x54, 0x78, 0x9C, 0x63, 0, 1, 0, 0, 5, 0, 1, 0x0D, 0x0A, 0x2D, 0xB4, 0, 0, 0, 0, 0x49, 0x45, 0x4E, 0x44,
    0xAE, 0x42, 0x60, 0x82,
];

fn problem(sheet: &str, row: u32, column: Option<&str>, severity: Severity, reason: &str) -> Problem {
    let place = Place { sheet: sheet.to_owned(), row, column: column.map(str::to_owned) };
    Problem { place, severity, code: "unreadable_number", reason: reason.to_owned(), details: BTreeMap::new(), text: "x".to_owned() }
}

fn error(sheet: &str, row: u32, column: &str) -> Problem {
    problem(sheet, row, Some(column), Severity::Error, "`x` is not a number")
}

fn handed_back(bytes: &[u8], format: Format, problems: &[Problem], options: &AnnotateOptions) -> AnnotatedCopy {
    annotate(&mut Workbook::from_bytes(bytes, format).unwrap(), Cursor::new(bytes), problems, options).unwrap()
}

fn marked(bytes: &[u8], problems: &[Problem]) -> AnnotatedCopy {
    handed_back(bytes, Format::Xlsx, problems, &AnnotateOptions::default())
}

fn parts(bytes: &[u8]) -> BTreeMap<String, Vec<u8>> {
    let mut archive = zip::ZipArchive::new(Cursor::new(bytes)).unwrap();
    let mut parts = BTreeMap::new();
    for index in 0..archive.len() {
        let mut entry = archive.by_index(index).unwrap();
        let mut content = Vec::new();
        entry.read_to_end(&mut content).unwrap();
        parts.insert(entry.name().unwrap().into_owned(), content);
    }
    parts
}

fn packed(parts: &BTreeMap<String, Vec<u8>>) -> Vec<u8> {
    let mut writer = zip::ZipWriter::new(Cursor::new(Vec::new()));
    for (name, content) in parts {
        writer.start_file(name, zip::write::SimpleFileOptions::default()).unwrap();
        writer.write_all(content).unwrap();
    }
    writer.finish().unwrap().into_inner()
}

fn text(parts: &BTreeMap<String, Vec<u8>>, name: &str) -> String {
    String::from_utf8(parts[name].clone()).unwrap()
}

/// A workbook with one part changed.
fn edited(bytes: &[u8], name: &str, edit: impl Fn(String) -> String) -> Vec<u8> {
    let mut parts = parts(bytes);
    let changed = edit(text(&parts, name));
    assert!(parts.insert(name.to_owned(), changed.into_bytes()).is_some());
    packed(&parts)
}

/// The cells of a sheet by row and column, as calamine sees them.
fn cells(bytes: &[u8], sheet: &str) -> BTreeMap<(u32, u32), calamine::Data> {
    let mut book = Xlsx::new(Cursor::new(bytes.to_vec())).unwrap();
    let range = book.worksheet_range(sheet).unwrap();
    let (row, column) = range.start().unwrap_or_default();
    let place = |(r, c, cell): (usize, usize, &calamine::Data)| ((row + r as u32 + 1, column + c as u32), cell.clone());
    range.used_cells().map(place).collect()
}

fn said(bytes: &[u8], sheet: &str, row: u32, column: u32) -> String {
    cells(bytes, sheet).get(&(row, column)).map(ToString::to_string).unwrap_or_default()
}

/// The tags and texts of a sheet without what the copy added: the cells of a column, and its width.
fn without_column(xml: &str, column: &str, number: u32) -> Vec<String> {
    let mut kept = Vec::new();
    let (mut skipping, width) = (false, format!("<col min=\"{number}\" max=\"{number}\" width=\"60\" "));
    let is_ours = |token: &str| {
        let place = token.strip_prefix("<c r=\"").and_then(|rest| rest.split('"').next()).unwrap_or_default();
        place.strip_prefix(column).is_some_and(|row| row.bytes().all(|b| b.is_ascii_digit()) && !row.is_empty())
    };
    for token in xml.split_inclusive('>').flat_map(|token| {
        let at = token.find('<').unwrap_or(0);
        [token[..at].to_owned(), token[at..].to_owned()]
    }) {
        if token.is_empty() || token.starts_with(&width) {
            continue;
        }
        skipping |= is_ours(&token);
        if !skipping {
            kept.push(token.clone());
        }
        skipping &= token != "</c>";
    }
    kept
}

/// A workbook with everything in it that people put into one.
fn everything() -> Vec<u8> {
    let folder = tempfile::tempdir().unwrap();
    let macros = folder.path().join("vbaProject.bin");
    std::fs::write(&macros, b"no real macros, and copied byte for byte").unwrap();
    let mut writer = Writer::new();
    let sheet = writer.add_worksheet().set_name("Ventas & más").unwrap();
    fill(sheet);
    let hidden = writer.add_worksheet().set_name("Oculta").unwrap();
    hidden.set_hidden(true).write(0, 0, "Código").unwrap();
    hidden.write(1, 0, "A-1").unwrap();
    let very = writer.add_worksheet().set_name("Muy oculta").unwrap();
    very.set_very_hidden(true).write(0, 0, 1).unwrap();
    let chart_sheet = writer.add_chartsheet().set_name("Gráfico").unwrap();
    let mut chart = Chart::new(ChartType::Pie);
    chart.add_series().set_values(("Ventas & más", 3, 2, 5, 2));
    chart_sheet.insert_chart(0, 0, &chart).unwrap();
    writer.define_name("Tipo_IVA", "=0.21").unwrap();
    writer.define_name("'Ventas & más'!Zona", "='Ventas & más'!$A$4:$E$6").unwrap();
    writer.add_vba_project(&macros).unwrap();
    writer.save_to_buffer().unwrap()
}

fn fill(sheet: &mut Worksheet) {
    let title = Style::new().set_bold().set_font_name("Georgia").set_font_size(16).set_font_color(Color::Green).set_background_color(Color::Yellow);
    let money = Style::new().set_num_format("#,##0.00 [$€-1];[Red]-#,##0.00 [$€-1]").set_italic();
    let blue =
        Style::new().set_background_color(Color::RGB(0x00AA_CCFF)).set_num_format("dd/mm/yyyy").set_border(rust_xlsxwriter::FormatBorder::Thin);
    sheet.merge_range(0, 0, 0, 7, "Ventas del año", &title).unwrap();
    for (column, heading) in (0_u16..).zip(["Código", "Fecha", "Precio", "IVA", "Total"]) {
        sheet.write_with_format(2, column, heading, &title).unwrap();
    }
    for row in 3..6_u32 {
        sheet.write(row, 0, format!("A-{row}")).unwrap();
        sheet.write_with_format(row, 1, 45_000 + row, &blue).unwrap();
        sheet.write_with_format(row, 2, f64::from(row), &money).unwrap();
        sheet.write_formula_with_format(row, 4, Formula::new(format!("=C{}*(1+Tipo_IVA)", row + 1)).set_result("4.54"), &money).unwrap();
    }
    sheet.write_array_formula(8, 0, 8, 1, "{=SUM(C4:C6*C4:C6)}").unwrap();
    sheet.write_dynamic_array_formula(9, 0, 9, 0, "=SORT(A4:A6)").unwrap();
    sheet.write_rich_string(10, 0, &[(&Style::default(), "dos "), (&Style::new().set_bold(), "letras")]).unwrap();
    sheet.write_url(11, 0, "https://example.com/a?b=1&c=2").unwrap();
    sheet.write(12, 0, "=no es fórmula").unwrap();
    sheet.write(13, 0, "_x0041_ & <tag>").unwrap();
    sheet.set_column_width(0, 31).unwrap().set_column_format(3, &money).unwrap().set_column_width(3, 9).unwrap();
    sheet.set_column_range_hidden(5, 16_383).unwrap();
    sheet.set_row_height(2, 40).unwrap().set_row_height(4, 33).unwrap().set_row_format(6, &blue).unwrap().set_row_hidden(5).unwrap();
    sheet.group_rows(8, 10).unwrap();
    sheet.set_freeze_panes(3, 1).unwrap().set_zoom(85).autofilter(2, 0, 5, 4).unwrap();
    let cell = ConditionalFormatCell::new().set_rule(ConditionalFormatCellRule::GreaterThan(4)).set_format(Style::new().set_bold());
    sheet.add_conditional_format(3, 2, 5, 2, &cell).unwrap();
    sheet.add_data_validation(3, 0, 99, 0, &DataValidation::new().allow_list_strings(&["A-3", "A-4"]).unwrap()).unwrap();
    sheet.insert_note(3, 0, &Note::new("revisar con Ana")).unwrap();
    let mut chart = Chart::new(ChartType::Column);
    chart.add_series().set_values(("Ventas & más", 3, 2, 5, 2));
    sheet.insert_chart(2, 9, &chart).unwrap();
    sheet.insert_image(20, 0, &Image::new_from_buffer(PNG).unwrap()).unwrap();
    sheet.add_table(24, 0, 26, 1, &Table::new()).unwrap();
    sheet.add_sparkline(15, 0, &Sparkline::new().set_range(("Ventas & más", 3, 2, 5, 2))).unwrap();
    sheet.set_landscape().set_paper_size(9).set_header("&CVentas").set_print_area(0, 0, 20, 4).unwrap().set_repeat_rows(2, 2).unwrap();
    sheet.set_margins(0.5, 0.5, 0.5, 0.5, 0.2, 0.2);
}

const VENTAS: &str = "Ventas & más";

#[test]
fn a_workbook_with_everything_comes_back_as_it_was_but_for_its_marks() {
    let original = everything();
    let problems = [
        error(VENTAS, 4, "Precio"),
        problem(VENTAS, 5, Some("Fecha"), Severity::Warning, "too late"),
        error(VENTAS, 6, "IVA"),
        error(VENTAS, 7, "Código"),
        problem(VENTAS, 40, None, Severity::Error, "a row that is not there"),
        problem(VENTAS, 0, None, Severity::Warning, "the sheet as a whole"),
        problem(VENTAS, 3, Some("Total"), Severity::Warning, "the column as a whole"),
    ];
    let copy = marked(&original, &problems);
    assert_eq!((copy.extension, copy.notes.as_slice()), ("xlsm", [].as_slice()));
    let (before, after) = (parts(&original), parts(&copy.bytes));
    let changed = ["[Content_Types].xml", "xl/_rels/workbook.xml.rels", "xl/styles.xml", "xl/workbook.xml", "xl/worksheets/sheet1.xml"];
    for (name, content) in &before {
        let is_same = after.get(name) == Some(content);
        assert_eq!(is_same, !changed.contains(&name.as_str()), "{name}");
    }
    let added: Vec<_> = after.keys().filter(|name| !before.contains_key(*name)).collect();
    assert_eq!(added, ["xl/worksheets/sheet4.xml"]);
    assert!(before.len() > 20, "{:?}", before.keys());

    // Of the sheet, these tags are other than they were; the rest is the same to the letter.
    let (sheet, copied) = (text(&before, "xl/worksheets/sheet1.xml"), text(&after, "xl/worksheets/sheet1.xml"));
    // The title covers columns up to H, and the chart those from J on.
    let (was, is) = (without_column(&sheet, "I", 9), without_column(&copied, "I", 9));
    let style = |xml: &[String], place: &str| xml.iter().find(|tag| tag.starts_with(&format!("<c r=\"{place}\""))).cloned().unwrap_or_default();
    let only_before: Vec<_> = was.iter().filter(|tag| !is.contains(tag)).collect();
    let only_after: Vec<_> = is.iter().filter(|tag| !was.contains(tag)).collect();
    let of_old: Vec<&str> = only_before.iter().map(|tag| tag.split([' ', '>']).next().unwrap()).collect();
    assert_eq!(of_old, ["<dimension", "<col", "<row", "<c", "<row", "<c", "<row", "<c", "<row", "<row"].as_slice(), "{only_before:?} {only_after:?}");
    for place in ["E3", "C4", "B5"] {
        assert_ne!(style(&was, place), style(&is, place));
    }
    assert!(only_after.iter().any(|tag| tag.starts_with("<c r=\"D6\"")) && only_after.iter().any(|tag| tag.starts_with("<c r=\"A7\"")));
    for kept in [
        "<mergeCell ",
        "<f t=\"array\"",
        "<autoFilter",
        "<conditionalFormatting",
        "<dataValidation ",
        "<pane ",
        "<drawing ",
        "<legacyDrawing ",
        "<pageSetup ",
        "<headerFooter",
        "<tablePart ",
        "sparkline",
        "<hyperlink ",
        "outlineLevel",
    ] {
        assert_eq!(sheet.matches(kept).count(), copied.matches(kept).count(), "{kept}");
        assert!(sheet.contains(kept), "{kept}");
    }
    // Old styles are where they were, and the new ones are the cell's own over a fill.
    let (styles, more) = (text(&before, "xl/styles.xml"), text(&after, "xl/styles.xml"));
    let list = |xml: &str| xml.split_once("<cellXfs").unwrap().1.split_once("</cellXfs>").unwrap().0.split_once('>').unwrap().1.to_owned();
    assert!(list(&more).starts_with(&list(&styles)));

    // What is hidden stays hidden, and the values are the values.
    let book = Xlsx::new(Cursor::new(copy.bytes.clone())).unwrap();
    let shown: Vec<_> = book.sheets_metadata().iter().map(|sheet| (sheet.name.as_str(), sheet.visible)).collect();
    let expected = [
        (VENTAS, SheetVisible::Visible),
        ("Oculta", SheetVisible::Hidden),
        ("Muy oculta", SheetVisible::VeryHidden),
        ("Gráfico", SheetVisible::Visible),
        ("Problems found", SheetVisible::Visible),
    ];
    assert_eq!(shown, expected);
    let (was, is) = (cells(&original, VENTAS), cells(&copy.bytes, VENTAS));
    for (place, cell) in &was {
        assert_eq!(is.get(place), Some(cell), "{place:?}");
    }
    let reason = |row| said(&copy.bytes, VENTAS, row, 8);
    assert_eq!(reason(3), "Problems: warning: Total: the column as a whole (unreadable_number); warning: the sheet as a whole (unreadable_number)");
    assert_eq!(reason(4), "error: Precio: `x` is not a number (unreadable_number)");
    assert_eq!(reason(40), "error: a row that is not there (unreadable_number)");
    assert_eq!(is.len() - was.len(), 6);
    // The columns behind the data are hidden; that of the reasons is not.
    assert!(copied.contains("<col min=\"9\" max=\"9\" width=\"60\" customWidth=\"1\"/>"), "{copied}");
    assert!(copied.contains("<col min=\"6\" max=\"8\"") && copied.contains("<col min=\"10\" max=\"16384\""));
}

#[test]
fn macros_are_not_put_under_a_name_that_no_program_opens() {
    let copy = marked(&everything(), &[error(VENTAS, 4, "Precio")]);
    copy.check_path("copia.XLSM").unwrap();
    let refused = copy.check_path("copia.xlsx").unwrap_err();
    assert_eq!((refused.code().as_str(), refused.context("path")), ("file.unwritable", Some("copia.xlsx")));
    assert!(refused.to_string().contains(".xlsm"), "{refused}");
}

#[test]
fn a_copy_is_annotated_again_as_if_it_were_the_first_time() {
    let original = everything();
    let first = [error(VENTAS, 4, "Fecha"), error(VENTAS, 5, "Precio"), problem(VENTAS, 40, None, Severity::Error, "gone")];
    let once = marked(&original, &first).bytes;
    let twice = marked(&once, &first).bytes;
    let (a, b) = (parts(&once), parts(&twice));
    assert_eq!(a.keys().collect::<Vec<_>>(), b.keys().collect::<Vec<_>>());
    assert_eq!(text(&a, "xl/worksheets/sheet4.xml"), text(&b, "xl/worksheets/sheet4.xml"));
    assert_eq!(cells(&once, VENTAS), cells(&twice, VENTAS));
    // When all is well again the marks are off, in whatever language; the heading stays, and so do the caller's colours.
    let options = AnnotateOptions { language: Language::Spanish, as_xlsx: false, ..AnnotateOptions::default() };
    let cleared = handed_back(&twice, Format::Xlsx, &[], &options).bytes;
    let (was, is) = (cells(&original, VENTAS), cells(&cleared, VENTAS));
    let extra: Vec<_> = is.iter().filter(|(place, _)| !was.contains_key(place)).map(|(place, cell)| (*place, cell.to_string())).collect();
    assert_eq!(extra, [((3, 8), "Problemas".to_owned())]);
    let names = Xlsx::new(Cursor::new(cleared.clone())).unwrap().sheet_names();
    assert_eq!(names.last().unwrap(), "Problemas encontrados");
    assert_eq!(names.len(), 5);
    let parts = parts(&cleared);
    let look = |place: &str| {
        let sheet = text(&parts, "xl/worksheets/sheet1.xml");
        let tag = sheet.split("<c r=\"").find(|tag| tag.starts_with(&format!("{place}\""))).unwrap().to_owned();
        let style: usize = tag.split(" s=\"").nth(1).unwrap().split('"').next().unwrap().parse().unwrap();
        let styles = text(&parts, "xl/styles.xml");
        let xfs = styles.split_once("<cellXfs").unwrap().1.split_once("</cellXfs>").unwrap().0.to_owned();
        let xf = xfs.split("<xf ").nth(style + 1).unwrap().to_owned();
        let fill: usize = xf.split("fillId=\"").nth(1).unwrap().split('"').next().unwrap().parse().unwrap();
        styles.split_once("<fills").unwrap().1.split("<fill>").nth(fill + 1).unwrap().to_owned()
    };
    assert!(look("B4").contains("AACCFF"), "{}", look("B4"));
    assert!(look("C5").contains("\"none\""), "{}", look("C5"));
}

#[test]
fn a_sheet_of_the_callers_that_is_called_like_ours_stays() {
    let mut writer = Writer::new();
    writer.add_worksheet().set_name("problems found").unwrap().write(0, 0, "my own").unwrap();
    let own = writer.add_worksheet().set_name("Datos").unwrap();
    own.write(0, 0, "Problems").unwrap();
    own.write(0, 1, "Precio").unwrap();
    let bytes = writer.save_to_buffer().unwrap();
    let copy = marked(&bytes, &[error("Datos", 1, "Precio")]).bytes;
    let names = Xlsx::new(Cursor::new(copy.clone())).unwrap().sheet_names();
    assert_eq!(names, ["problems found", "Datos", "Problems found 2"]);
    assert_eq!((said(&copy, "problems found", 1, 0), said(&copy, "Datos", 1, 0)), ("my own".to_owned(), "Problems".to_owned()));
    let again = marked(&copy, &[]).bytes;
    assert_eq!(Xlsx::new(Cursor::new(again)).unwrap().sheet_names(), names);
}

#[test]
fn reasons_stand_beside_a_column_of_problems_with_formulas() {
    let mut writer = Writer::new();
    let sheet = writer.add_worksheet().set_name("Datos").unwrap();
    sheet.write(0, 0, "Precio").unwrap();
    sheet.write(0, 1, "Problems").unwrap();
    sheet.write_formula(1, 1, "=A2*2").unwrap();
    let copy = marked(&writer.save_to_buffer().unwrap(), &[error("Datos", 2, "Precio")]).bytes;
    assert_eq!((said(&copy, "Datos", 1, 1), said(&copy, "Datos", 1, 2)), ("Problems".to_owned(), "Problems".to_owned()));
    let mut book = Xlsx::new(Cursor::new(copy)).unwrap();
    assert_eq!(book.worksheet_formula("Datos").unwrap().get_value((1, 1)).unwrap(), "A2*2");
}

/// Other programs write prefixes, the strict standard, no styles, cells without places, names with `/` in front.
#[test]
fn packages_of_other_programs_are_marked_too() {
    let sheet = "<?xml version=\"1.0\"?><x:worksheet xmlns:x=\"http://schemas.openxmlformats.org/spreadsheetml/2006/main\"><x:sheetData><x:row>\
        <x:c t=\"inlineStr\"><x:is><x:t>Precio</x:t></x:is></x:c></x:row><x:row/><x:row><x:c><x:v>3</x:v></x:c><x:c><x:v>4</x:v></x:c></x:row></x:sheetData></x:worksheet>";
    let workbook = "<?xml version=\"1.0\"?><x:workbook xmlns:x=\"http://schemas.openxmlformats.org/spreadsheetml/2006/main\" \
        xmlns:rel=\"http://schemas.openxmlformats.org/officeDocument/2006/relationships\"><x:sheets><x:sheet name=\"A&amp;B\" sheetId=\"7\" rel:id=\"R1\"/></x:sheets></x:workbook>";
    let relations = "<?xml version=\"1.0\"?><Relationships xmlns=\"http://schemas.openxmlformats.org/package/2006/relationships\"><Relationship Id=\"R1\" \
        Type=\"http://schemas.openxmlformats.org/officeDocument/2006/relationships/worksheet\" Target=\"/book/one.xml\"/></Relationships>";
    let root = "<?xml version=\"1.0\"?><Relationships xmlns=\"http://schemas.openxmlformats.org/package/2006/relationships\"><Relationship Id=\"R1\" \
        Type=\"http://schemas.openxmlformats.org/officeDocument/2006/relationships/officeDocument\" Target=\"book/workbook.xml\"/></Relationships>";
    let types = "<?xml version=\"1.0\"?><Types xmlns=\"http://schemas.openxmlformats.org/package/2006/content-types\"><Default Extension=\"xml\" \
        ContentType=\"application/xml\"/><Default Extension=\"rels\" ContentType=\"application/vnd.openxmlformats-package.relationships+xml\"/><Override \
        PartName=\"/book/workbook.xml\" ContentType=\"application/vnd.openxmlformats-officedocument.spreadsheetml.sheet.main+xml\"/><Override \
        PartName=\"/book/one.xml\" ContentType=\"application/vnd.openxmlformats-officedocument.spreadsheetml.worksheet+xml\"/></Types>";
    let all = [
        ("[Content_Types].xml", types),
        ("_rels/.rels", root),
        ("book/_rels/workbook.xml.rels", relations),
        ("book/one.xml", sheet),
        ("book/workbook.xml", workbook),
    ];
    let bytes = packed(&all.into_iter().map(|(name, content)| (name.to_owned(), content.as_bytes().to_vec())).collect());
    let problems = [error("A&B", 3, "Precio"), problem("A&B", 2, None, Severity::Error, "empty"), error("A&B", 1, "Precio")];
    let copy = marked(&bytes, &problems);
    let after = parts(&copy.bytes);
    let sheet = text(&after, "book/one.xml");
    assert!(sheet.contains("<x:cols><x:col min=\"3\" max=\"3\" width=\"60\" customWidth=\"1\"/></x:cols><x:sheetData>"), "{sheet}");
    assert!(
        sheet.contains("<x:row><x:c r=\"C2\"") && sheet.contains("<x:c s=\"1\"><x:v>3</x:v></x:c><x:c><x:v>4</x:v></x:c><x:c r=\"C3\""),
        "{sheet}"
    );
    assert!(text(&after, "book/workbook.xml").contains("<x:sheet name=\"Problems found\" sheetId=\"8\" rel:id=\"crm1\"/></x:sheets>"));
    assert_eq!(said(&copy.bytes, "A&B", 2, 2), "error: empty (unreadable_number)");
    assert!(after.contains_key("xl/styles1.xml") && after.contains_key("xl/worksheets/sheet1.xml"), "{:?}", after.keys());
}

#[test]
fn long_texts_and_many_problems_are_cut_and_said_and_never_refused() {
    let mut writer = Writer::new();
    let sheet = writer.add_worksheet().set_name("Datos").unwrap();
    sheet.write(0, 0, "Precio").unwrap();
    sheet.write(1, 0, "x".repeat(32_767)).unwrap();
    let bytes = writer.save_to_buffer().unwrap();
    let long = |row| Problem { text: "y".repeat(1_000_000), ..problem("Datos", row, Some("Precio"), Severity::Error, &"z".repeat(100_000)) };
    let mut problems: Vec<_> = (0..300).map(|_| error("Datos", 3, "Precio")).collect();
    problems.extend([long(2), problem("Otra", 1, None, Severity::Error, "elsewhere"), error("Datos", 2_000_000, "Precio")]);
    problems.resize(crm_office::MAX_LISTED_PROBLEMS + 5, error("Datos", 4, "Precio"));
    let copy = marked(&bytes, &problems);
    let kinds: Vec<_> = copy.notes.iter().map(|note| (note.kind, note.value.as_str())).collect();
    assert_eq!(kinds, [(CopyNoteKind::NotPlaced, "2"), (CopyNoteKind::NotListed, "5"), (CopyNoteKind::ReasonsCut, "3")]);
    let reason = said(&copy.bytes, "Datos", 3, 1);
    assert!(reason.chars().count() < 2_100 && reason.ends_with("more, see Problems found)"), "{reason}");
    assert!(said(&copy.bytes, "Datos", 2, 1).ends_with("z…"));
    assert_eq!(said(&copy.bytes, "Datos", 2, 0).len(), 32_767);
    let summary = cells(&copy.bytes, "Problems found");
    assert_eq!(summary.keys().map(|(row, _)| *row).max().unwrap() as usize, crm_office::MAX_LISTED_PROBLEMS + 6);
    assert!(said(&copy.bytes, "Problems found", 4, 0).starts_with("5 more problems are not listed"));
    assert_eq!((said(&copy.bytes, "Problems found", 7, 8), said(&copy.bytes, "Problems found", 7, 11)), ("Datos".to_owned(), "100004".to_owned()));
}

#[test]
fn a_sheet_without_a_free_column_and_one_out_of_order_have_their_problems_on_the_sheet_of_problems() {
    let mut writer = Writer::new();
    let sheet = writer.add_worksheet().set_name("Ancha").unwrap();
    sheet.write(0, 0, "Precio").unwrap();
    sheet.write(0, 16_383, "fin").unwrap();
    let sheet = writer.add_worksheet().set_name("Desorden").unwrap();
    sheet.write(0, 0, "Precio").unwrap();
    sheet.write(1, 0, "x").unwrap();
    let bytes = edited(&writer.save_to_buffer().unwrap(), "xl/worksheets/sheet2.xml", |xml| {
        xml.replace("<row r=\"1\"", "<row r=\"3\"").replace("r=\"A1\"", "r=\"A3\"")
    });
    let problems = [error("Ancha", 1, "Precio"), error("Desorden", 2, "Precio"), error("Desorden", 3, "Precio")];
    let copy = marked(&bytes, &problems);
    let kinds: Vec<_> = copy.notes.iter().map(|note| (note.kind, note.sheet.as_deref().unwrap(), note.value.as_str())).collect();
    assert_eq!(kinds, [(CopyNoteKind::NoFreeColumn, "Ancha", "1"), (CopyNoteKind::NotInOrder, "Desorden", "2")]);
    assert_eq!(parts(&copy.bytes)["xl/worksheets/sheet2.xml"], parts(&bytes)["xl/worksheets/sheet2.xml"]);
    assert_ne!(parts(&copy.bytes)["xl/worksheets/sheet1.xml"], parts(&bytes)["xl/worksheets/sheet1.xml"], "the wrong cell has its colour");
    assert_eq!(said(&copy.bytes, "Problems found", 6, 0), "Ancha");
}

#[test]
fn reasons_come_in_the_language_that_is_asked_for() {
    let mut writer = Writer::new();
    writer.add_worksheet().set_name("Datos").unwrap().write(0, 0, "Precio").unwrap();
    let bytes = writer.save_to_buffer().unwrap();
    for (language, name, row, reason) in [
        (Language::Spanish, "Problemas encontrados", "error: Precio: `x` no es un número aquí (unreadable_number)", "`x` no es un número aquí"),
        (Language::Chinese, "发现的问题", "错误: Precio: `x` 在此不是数字 (unreadable_number)", "`x` 在此不是数字"),
    ] {
        let options = AnnotateOptions { language, ..AnnotateOptions::default() };
        let copy = handed_back(&bytes, Format::Xlsx, &[error("Datos", 2, "Precio")], &options);
        assert_eq!((said(&copy.bytes, "Datos", 2, 1).as_str(), said(&copy.bytes, name, 4, 5).as_str()), (row, reason));
    }
}

/// The copy is corrected and read again: what was added to it is nothing of the caller's.
#[test]
fn the_column_of_reasons_is_known_as_ours_when_the_copy_is_read() {
    let mut writer = Writer::new();
    let sheet = writer.add_worksheet().set_name("Products").unwrap();
    for (column, (heading, value)) in (0_u16..).zip([("Stock Code", "A-1"), ("Description", "Lantern"), ("List Price", "about 3")]) {
        sheet.write(0, column, heading).unwrap();
        sheet.write(1, column, value).unwrap();
    }
    let bytes = writer.save_to_buffer().unwrap();
    let read = |bytes: &[u8]| read_opening(&mut Workbook::from_bytes(bytes, Format::Xlsx).unwrap(), &OpeningOptions::default()).unwrap();
    let first = read(&bytes);
    let mut problems = first.problems.clone();
    problems.push(problem("Products", 0, None, Severity::Warning, "the sheet as a whole"));
    let copy = marked(&bytes, &problems);
    assert!(said(&copy.bytes, "Products", 1, 3).starts_with("Problems: warning: "));
    let again = read(&copy.bytes);
    assert_eq!(again.problems, first.problems);
    let reading = again.sheets.iter().find(|sheet| sheet.sheet == "Products").unwrap();
    assert_eq!(reading.columns.iter().map(|column| column.reason).collect::<Vec<_>>()[3], ColumnReason::Own);
}

/// Headings in two rows, one of them twice, and a column without any: the reading says which column is meant.
#[test]
fn cells_are_marked_where_they_were_read() {
    let mut writer = Writer::new();
    let sheet = writer.add_worksheet().set_name("Datos").unwrap();
    for (column, heading) in [(0, "Código"), (1, "Precio"), (2, "Precio"), (4, "Nota")] {
        sheet.write(1, column, heading).unwrap();
    }
    sheet.write(0, 1, "Antes").unwrap();
    sheet.write(0, 2, "Ahora").unwrap();
    for column in 0..5 {
        sheet.write(2, column, "x").unwrap();
    }
    let bytes = writer.save_to_buffer().unwrap();
    let column = |column: &str, heading: &str, field: Option<&str>| ColumnReading {
        column: column.to_owned(),
        heading: heading.to_owned(),
        field: field.map(str::to_owned),
        reason: ColumnReason::Heading,
        filled: 1,
        sample: None,
        first_row: None,
        is_hidden: false,
    };
    let columns =
        vec![column("A", "Código", Some("product_code")), column("B", "Antes\nPrecio", None), column("C", "Ahora\nPrecio", Some("list_price"))];
    let reading = SheetReading { sheet: "Datos".to_owned(), heading_rows: vec![1, 2], columns, ..SheetReading::default() };
    let options = AnnotateOptions { sheets: vec![reading], ..AnnotateOptions::default() };
    let problems = [error("Datos", 3, "Precio"), error("Datos", 3, "D")];
    let copy = handed_back(&bytes, Format::Xlsx, &problems, &options);
    let sheet = text(&parts(&copy.bytes), "xl/worksheets/sheet1.xml");
    let marked: Vec<&str> =
        sheet.split("<c r=\"").skip(1).filter(|cell| cell.contains(" s=\"") && !cell.contains("inlineStr")).map(|cell| &cell[..2]).collect();
    assert_eq!(marked, ["C3", "D3"], "{sheet}");
    assert_eq!(said(&copy.bytes, "Datos", 2, 5), "Problems");
}

#[test]
fn of_a_format_that_is_not_written_the_values_come_back_as_xlsx_and_that_is_said() {
    let path = std::path::Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/fixtures/clientes.xls");
    let mut workbook = Workbook::open(&path).unwrap();
    let copy = annotate_file(&mut workbook, &path, &[problem("Clientes", 4, None, Severity::Error, "wrong")], &AnnotateOptions::default()).unwrap();
    assert_eq!(
        (copy.extension, copy.notes.iter().map(|note| (note.kind, note.value.as_str())).collect::<Vec<_>>()),
        ("xlsx", vec![(CopyNoteKind::ValuesOnly, "xls")])
    );
    assert_eq!((said(&copy.bytes, "Clientes", 4, 0), said(&copy.bytes, "Clientes", 2, 1)), ("00123".to_owned(), "Peña e Hijos".to_owned()));
    assert!(said(&copy.bytes, "Clientes", 4, 5).starts_with("error: wrong"), "{:?}", cells(&copy.bytes, "Clientes"));
    assert!(said(&copy.bytes, "Problems found", 3, 0).starts_with("This copy keeps the values of the .xls file"));
    for language in Language::ALL {
        assert!(copy.notes[0].text(language).contains(".xls"));
    }
}

#[test]
fn the_clock_stands_in_no_workbook_that_is_written() {
    let template = write_template(Language::English, &TemplateLists::default()).unwrap();
    let options = AnnotateOptions { as_xlsx: true, ..AnnotateOptions::default() };
    let copy = handed_back(b"Code,Name\nC1,Acme\n", Format::Csv, &[], &options);
    for bytes in [template, copy.bytes] {
        for (part, content) in parts(&bytes) {
            let content = String::from_utf8_lossy(&content);
            let moments: Vec<&str> = content.split("W3CDTF\">").skip(1).map(|moment| &moment[..20]).collect();
            assert!(moments.iter().all(|moment| *moment == "2026-01-01T00:00:00Z"), "{part}: {moments:?}");
            assert_eq!(moments.len(), if part == "docProps/core.xml" { 2 } else { 0 }, "{part}");
        }
    }
}

#[test]
fn hostile_xml_is_refused_and_nothing_is_expanded() {
    let original = everything();
    let dtd = |xml: String| xml.replacen("<worksheet", "<!DOCTYPE w [<!ENTITY a \"aaaaaaaaaa\"><!ENTITY b \"&a;&a;&a;&a;\">]><worksheet", 1);
    let deep = |xml: String| xml.replacen("<sheetData>", &("<a>".repeat(200) + &"</a>".repeat(200) + "<sheetData>"), 1);
    let cut = |xml: String| xml.replacen("</sheetData>", "", 1);
    let far = |xml: String| xml.replacen("r=\"A4\"", "r=\"ZZZZZZ4\"", 1);
    let below = |xml: String| xml.replacen("<row r=\"4\"", "<row r=\"4000000000\"", 1);
    let edits: [(&str, &dyn Fn(String) -> String); 5] = [("dtd", &dtd), ("deep", &deep), ("cut", &cut), ("far", &far), ("below", &below)];
    for (name, edit) in edits {
        let bytes = edited(&original, "xl/worksheets/sheet1.xml", edit);
        // The rows are read from the sound workbook, so that it is the copy that refuses.
        let refused = annotate(
            &mut Workbook::from_bytes(original.clone(), Format::Xlsx).unwrap(),
            Cursor::new(bytes),
            &[error(VENTAS, 4, "Precio")],
            &AnnotateOptions::default(),
        );
        assert_eq!(refused.map(|_| ()).unwrap_err().code().as_str(), "workbook.unreadable", "{name}");
    }
    for part in ["xl/workbook.xml", "xl/styles.xml", "[Content_Types].xml", "_rels/.rels", "xl/_rels/workbook.xml.rels"] {
        let bytes = edited(&original, part, |xml| xml.replacen("?>", "?><!DOCTYPE w [<!ENTITY a SYSTEM \"file:///etc/passwd\">]>", 1));
        let refused = annotate(
            &mut Workbook::from_bytes(original.clone(), Format::Xlsx).unwrap(),
            Cursor::new(bytes),
            &[error(VENTAS, 4, "Precio")],
            &AnnotateOptions::default(),
        );
        assert!(refused.map(|_| ()).unwrap_err().to_string().contains("document type"), "{part}");
    }
}

/// Every cell of the caller's reads back as it was, and every problem is found at its row, whatever is in the sheet.
fn any_sheet() -> impl Strategy<Value = (Vec<u8>, Vec<Problem>, Vec<u32>)> {
    let value = prop_oneof![
        3 => Just(None),
        2 => "[ -~éñ中\\n\\t]{0,12}".prop_map(|text| Some(calamine::Data::String(text))),
        2 => (-1e9..1e9).prop_map(|number: f64| Some(calamine::Data::Float(number))),
        1 => any::<bool>().prop_map(|value| Some(calamine::Data::Bool(value))),
        1 => Just(Some(calamine::Data::String("=1+1".to_owned()))),
    ];
    let row = (0..30_u32, proptest::collection::vec((value, 0..4_usize), 0..7));
    let wrong = (0..45_u32, 0..9_usize, any::<bool>(), "[ -~=+@é中\\r\\t_x0041_]{0,20}");
    (proptest::collection::vec(row, 0..20), proptest::collection::vec(wrong, 0..25), 0..8_u16).prop_map(|(rows, problems, hidden_from)| {
        let mut writer = Writer::new();
        let formats = [
            Style::new(),
            Style::new().set_bold(),
            Style::new().set_background_color(Color::Red),
            Style::new().set_num_format("0.00").set_border(rust_xlsxwriter::FormatBorder::Thin),
        ];
        let sheet = writer.add_worksheet().set_name("Datos").unwrap();
        for column in 0..6_u16 {
            sheet.write(0, column, format!("C{column}")).unwrap();
        }
        for (at, values) in &rows {
            for (column, (value, format)) in (0_u16..).zip(values) {
                let (row, format) = (at + 1, &formats[*format]);
                match value {
                    None if *at % 2 == 0 => drop(sheet.write_blank(row, column, format).unwrap()),
                    Some(calamine::Data::String(text)) => drop(sheet.write_string_with_format(row, column, text, format).unwrap()),
                    Some(calamine::Data::Float(number)) => drop(sheet.write_number_with_format(row, column, *number, format).unwrap()),
                    Some(calamine::Data::Bool(value)) => drop(sheet.write_boolean_with_format(row, column, *value, format).unwrap()),
                    _ => {}
                }
            }
        }
        if hidden_from > 5 {
            sheet.set_column_range_hidden(hidden_from, 16_383).unwrap();
        }
        let problems: Vec<Problem> = problems
            .into_iter()
            .map(|(row, column, is_error, reason)| {
                let column = (column < 7).then(|| format!("C{column}"));
                let severity = if is_error { Severity::Error } else { Severity::Warning };
                problem("Datos", row, column.as_deref(), severity, &reason)
            })
            .collect();
        let rows = problems.iter().map(|problem| problem.place.row.max(1)).collect();
        (writer.save_to_buffer().unwrap(), problems, rows)
    })
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 200, ..ProptestConfig::default() })]

    #[test]
    fn cells_read_back_equal_and_problems_are_at_their_rows((bytes, problems, rows) in any_sheet()) {
        let copy = marked(&bytes, &problems);
        prop_assert_eq!(&copy.notes, &[]);
        let (before, after) = (cells(&bytes, "Datos"), cells(&copy.bytes, "Datos"));
        for (place, cell) in &before {
            prop_assert_eq!(after.get(place), Some(cell));
        }
        let added: BTreeMap<u32, (u32, String)> = after.iter().filter(|(place, _)| !before.contains_key(*place)).map(|((row, column), cell)| (*row, (*column, cell.to_string()))).collect();
        prop_assert_eq!(after.len() - before.len(), added.len());
        for (problem, row) in problems.iter().zip(&rows) {
            let (_, said) = &added[row];
            prop_assert!(said.contains(&problem.reason), "{:?} is not in {:?}", problem.reason, said);
        }
        prop_assert!(added.keys().all(|row| rows.contains(row) || *row == 1), "{:?}", added);
        let columns: std::collections::BTreeSet<u32> = added.values().map(|(column, _)| *column).collect();
        prop_assert!(columns.len() <= 1);
        // The workbook's own reader finds the same cells, and once more after the marks are off.
        let cleared = marked(&copy.bytes, &[]);
        let cleared = cells(&cleared.bytes, "Datos");
        for (place, cell) in &before {
            prop_assert_eq!(cleared.get(place), Some(cell));
        }
        prop_assert!(cleared.len() <= before.len() + 1);
    }
}

#[test]
fn damaged_packages_are_refused_without_a_panic() {
    let original = everything();
    for length in (0..original.len()).step_by(97) {
        let mut source = Workbook::from_bytes(original.clone(), Format::Xlsx).unwrap();
        let refused = annotate(&mut source, Cursor::new(&original[..length]), &[error(VENTAS, 4, "Precio")], &AnnotateOptions::default());
        assert_eq!(refused.map(|_| ()).unwrap_err().code().as_str(), "workbook.unreadable", "{length}");
    }
}

// Text files.

type Rows = BTreeMap<u32, Vec<String>>;

/// The rows of a text file as the reader sees them, without empty values at their ends.
fn rows(bytes: &[u8]) -> Rows {
    rows_of(&mut Workbook::from_bytes(bytes, Format::Csv).unwrap())
}

fn rows_of(workbook: &mut Workbook) -> Rows {
    assert_eq!(workbook.format(), Format::Csv);
    let mut rows = Rows::new();
    let add = |row: crm_office::Row<'_>| {
        rows.insert(row.number, row.cells.iter().map(crm_office::Cell::raw).collect());
        Ok(())
    };
    workbook.read_rows("csv", add).unwrap();
    rows
}

fn csv(bytes: &[u8], problems: &[Problem], language: Language) -> AnnotatedCopy {
    handed_back(bytes, Format::Csv, problems, &AnnotateOptions { language, as_xlsx: false, ..AnnotateOptions::default() })
}

/// Hands a text file back and holds the copy against it: every row reads as before, and the reasons stand in one column behind all others.
fn checked(bytes: &[u8], problems: &[Problem]) -> Vec<u8> {
    let copy = csv(bytes, problems, Language::English);
    assert_eq!((copy.extension, copy.notes.as_slice()), ("csv", [].as_slice()));
    let (before, after) = (rows(bytes), rows(&copy.bytes));
    let column = after.values().flat_map(|row| row.iter().position(|cell| cell.starts_with("Problems"))).max();
    for (number, row) in &before {
        let mut row = row.clone();
        while row.last().is_some_and(String::is_empty) {
            row.pop();
        }
        assert_eq!(row, after[number][..row.len()], "row {number}");
    }
    for problem in problems {
        let row = problem.place.row.max(1);
        assert!(after[&row][column.unwrap()].contains(&problem.reason), "{after:?}");
        assert_eq!(after[&row].len(), column.unwrap() + 1);
    }
    copy.bytes
}

fn wrong(row: u32, column: &str) -> Problem {
    error("csv", row, column)
}

fn utf16(text: &str, low_first: bool) -> Vec<u8> {
    text.encode_utf16().flat_map(|unit| if low_first { unit.to_le_bytes() } else { unit.to_be_bytes() }).collect()
}

const REASON: &str = "error: Precio: `x` is not a number (unreadable_number)";

#[test]
fn a_text_file_comes_back_line_for_line_with_a_column_at_its_end() {
    let text = "Código;Nombre;Precio\r\nA-1;\"Taza; grande\";x\r\n\r\nA-2;Plato;1,50\r\nA-3;\"dos\r\nlíneas\";x\r\nA-4\r\nA-5;;;;\r\nA-6;Vaso;x";
    let copy = checked(text.as_bytes(), &[wrong(2, "Precio"), wrong(5, "Precio"), wrong(6, "Precio"), wrong(8, "Precio")]);
    let expected = format!(
        "Código;Nombre;Precio;;;Problems\r\nA-1;\"Taza; grande\";x;;;{REASON}\r\n\r\nA-2;Plato;1,50\r\nA-3;\"dos\r\nlíneas\";x;;;{REASON}\r\n\
         A-4;;;;;{REASON}\r\nA-5;;;;\r\nA-6;Vaso;x;;;{REASON}"
    );
    assert_eq!(String::from_utf8(copy).unwrap(), expected);
}

#[test]
fn a_text_file_keeps_its_encoding_its_delimiter_and_its_line_ends() {
    let spanish = "Código|Razón social|Precio|Año\nÑ-1|Peña e Hijos, S.A.|x|áéíóú\nÑ-2|Cigüeña|2|ñ\n";
    let chinese = "编号|名称|单价\n1|中文名称的产品|x\n2|另一个产品，带说明|2\n";
    let windows = |text: &str| encoding_rs::WINDOWS_1252.encode(text).0.into_owned();
    let dos = |text: &str| {
        text.chars()
            .map(|c| match c {
                'ó' => 0xA2,
                'ñ' => 0xA4,
                'Ñ' => 0xA5,
                'á' => 0xA0,
                'é' => 0x82,
                'í' => 0xA1,
                'ú' => 0xA3,
                'ü' => 0x81,
                c => u8::try_from(c).unwrap(),
            })
            .collect::<Vec<u8>>()
    };
    let mark = |mark: &[u8], text: Vec<u8>| [mark, &text].concat();
    type Encode<'a> = &'a dyn Fn(&str) -> Vec<u8>;
    let encodings: [(&str, &str, Encode<'_>); 9] = [
        ("UTF-8", spanish, &|text| text.as_bytes().to_vec()),
        ("UTF-8 with its mark", spanish, &|text| mark(b"\xEF\xBB\xBF", text.as_bytes().to_vec())),
        ("Windows-1252", spanish, &windows),
        ("CP850", spanish, &dos),
        ("UTF-16LE", spanish, &|text| mark(b"\xFF\xFE", utf16(text, true))),
        ("UTF-16BE", spanish, &|text| mark(b"\xFE\xFF", utf16(text, false))),
        ("UTF-16LE without its mark", spanish, &|text| utf16(text, true)),
        ("GB18030", chinese, &|text| encoding_rs::GB18030.encode(text).0.into_owned()),
        ("UTF-8 in Chinese", chinese, &|text| text.as_bytes().to_vec()),
    ];
    for (name, text, encode) in encodings {
        for delimiter in [";", ",", "\t", "|"] {
            for end in ["\n", "\r\n", "\r"] {
                // Old Macs had one encoding of their own.
                if end == "\r" && name.starts_with("UTF-16") {
                    continue;
                }
                let quoted = if delimiter == "," {
                    text.replace("Hijos, S.A.", "\"Hijos, S.A.\"").replace("Peña e \"Hijos, S.A.\"", "\"Peña e Hijos, S.A.\"")
                } else {
                    text.to_owned()
                };
                let text = quoted.replace('|', delimiter).replace('\n', end);
                let heading = if text.contains("Precio") { "Precio" } else { "单价" };
                let problems = [wrong(2, heading)];
                let copy = checked(&encode(&text), &problems);
                let reason = REASON.replace("Precio", heading);
                let mut lines: Vec<String> = text.split_inclusive(end).map(str::to_owned).collect();
                lines[0] = lines[0].replace(end, &format!("{delimiter}Problems{end}"));
                lines[1] = lines[1].replace(end, &format!("{delimiter}{reason}{end}"));
                assert_eq!(copy, encode(&lines.concat()), "{name} {delimiter:?} {end:?}");
            }
        }
    }
}

#[test]
fn quotes_of_ours_are_doubled_and_what_could_be_a_formula_is_none() {
    let reason = |text: &str| problem("csv", 2, None, Severity::Error, text);
    let copy = checked(b"Code,Price\nA,1\n", &[reason("say \"x\", twice")]);
    assert_eq!(String::from_utf8(copy).unwrap(), "Code,Price,Problems\nA,1,\"error: say \"\"x\"\", twice (unreadable_number)\"\n");
    let copy = csv(b"Code,Price\nA,1\n", &[reason("one\r\n=1+1\ttwo")], Language::English);
    assert_eq!(String::from_utf8(copy.bytes).unwrap(), "Code,Price,Problems\nA,1,error: one  =1+1 two (unreadable_number)\n");
}

#[test]
fn an_unclosed_quote_a_line_of_the_separator_and_lines_in_another_encoding_stay() {
    let copy = checked(b"Code;Price\nA;\"2\nB;x\nC;3\n", &[wrong(3, "Price"), wrong(2, "Price")]);
    let reason = REASON.replace("Precio", "Price");
    assert_eq!(String::from_utf8(copy).unwrap(), format!("Code;Price;Problems\nA;\"2;{reason}\nB;x;{reason}\nC;3\n"));
    let copy = checked(b"sep=;\r\nCode;Price\r\nA;x\r\n", &[wrong(2, "Price")]);
    assert_eq!(String::from_utf8(copy).unwrap(), format!("sep=;\r\nCode;Price;Problems\r\nA;x;{reason}\r\n"));
    let mixed = b"C\xC3\xB3digo;Precio\nPe\xC3\xB1a;1\nPe\xF1a;x\n";
    let problems = [problem("csv", 3, Some("Precio"), Severity::Error, "«ñ» is not a number")];
    let copy = csv(mixed, &problems, Language::English);
    assert!(
        copy.bytes.starts_with(b"C\xC3\xB3digo;Precio;Problems\nPe\xC3\xB1a;1\nPe\xF1a;x;error: Precio: ??? is not a number"),
        "{:?}",
        String::from_utf8_lossy(&copy.bytes)
    );
    assert_eq!(copy.notes.iter().map(|note| note.kind).collect::<Vec<_>>(), [CopyNoteKind::NotInEncoding]);
    assert_eq!(rows(&copy.bytes)[&3][..2], ["Peña", "x"]);
}

#[test]
fn a_text_file_is_annotated_again_as_if_it_were_the_first_time() {
    let text = "Code;Price\nA;x\nB;\"y;\"\nC;3\n";
    let once = checked(text.as_bytes(), &[wrong(2, "Price"), wrong(3, "Price")]);
    assert_eq!(checked(&once, &[wrong(2, "Price"), wrong(3, "Price")]), once);
    let cleared = csv(&once, &[], Language::Spanish);
    assert_eq!(String::from_utf8(cleared.bytes).unwrap(), text.replacen("Price", "Price;Problemas", 1));
    assert_eq!(csv(text.as_bytes(), &[], Language::Spanish).bytes, text.as_bytes());
}

#[test]
fn what_has_no_row_in_a_text_file_is_said() {
    let copy = csv(
        b"Code;Price\nA;1\n",
        &[wrong(9, "Price"), error("other", 1, "Price"), problem("csv", 0, None, Severity::Warning, "all of it")],
        Language::English,
    );
    assert_eq!(copy.notes.iter().map(|note| (note.kind, note.value.as_str())).collect::<Vec<_>>(), [(CopyNoteKind::NotPlaced, "2")]);
    assert_eq!(String::from_utf8(copy.bytes).unwrap(), "Code;Price;Problems: warning: all of it (unreadable_number)\nA;1\n");
    assert_eq!(csv(b"\xEF\xBB\xBFCode\n", &[], Language::English).bytes, b"\xEF\xBB\xBFCode\n");
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 500, ..ProptestConfig::default() })]

    #[test]
    fn rows_of_text_files_read_back_equal_and_problems_are_at_their_rows(
        lines in proptest::collection::vec(proptest::collection::vec("[a-z0-9é, ]{0,6}|\"[a-z;\n ]{0,6}(\"\"[a-z;]{0,3}\")?|[a-z\"]{0,4}", 0..5), 1..15),
        at in proptest::collection::vec(1..18_u32, 0..8), end in prop_oneof![Just("\n"), Just("\r\n")], last in any::<bool>(),
    ) {
        let mut text = "C0;C1;C2".to_owned() + end;
        text += &lines.iter().map(|line| line.join(";")).collect::<Vec<_>>().join(end);
        text += if last { end } else { "" };
        // Guessed from such noise, the delimiter could be another once there is more of it.
        let options = ReadOptions { delimiter: Some(';'), ..ReadOptions::default() };
        let open = |bytes: &[u8]| Workbook::from_bytes_with(bytes, Format::Csv, &options).unwrap();
        let before = rows_of(&mut open(text.as_bytes()));
        let problems: Vec<Problem> = at.iter().filter(|row| before.contains_key(row)).map(|row| wrong(*row, "C1")).collect();
        let copy = annotate(&mut open(text.as_bytes()), Cursor::new(text.as_bytes()), &problems, &AnnotateOptions::default()).unwrap();
        prop_assert_eq!(&copy.notes, &[]);
        let after = rows_of(&mut open(&copy.bytes));
        for (number, row) in &before {
            let kept = row.iter().rposition(|cell| !cell.is_empty()).map_or(0, |last| last + 1);
            prop_assert_eq!(&row[..kept], &after[number][..kept], "row {} of {:?}", number, String::from_utf8_lossy(&copy.bytes));
        }
        prop_assert!(after.keys().all(|row| before.contains_key(row)));
        let said: std::collections::BTreeSet<u32> = after.iter().filter(|(_, row)| row.last().is_some_and(|cell| cell.contains("unreadable_number"))).map(|(row, _)| *row).collect();
        prop_assert_eq!(said, problems.iter().map(|problem| problem.place.row).collect());
        if problems.is_empty() {
            prop_assert_eq!(copy.bytes, text.as_bytes());
        }
    }
}

/// The made files that are kept beside the project, where they are: nothing fails but what says so, and every copy reads as its original.
#[test]
fn made_files_are_handed_back() {
    let folder = std::path::Path::new(env!("CARGO_MANIFEST_DIR")).join("../../../shared/cases/workbooks");
    let Ok(files) = std::fs::read_dir(&folder) else {
        println!("skipped: {} is not there", folder.display());
        return;
    };
    let mut count = 0;
    for path in files.map(|file| file.unwrap().path()) {
        // What repeats rows by the million is about the reader's patience.
        if path.file_name().is_some_and(|name| name.to_string_lossy().starts_with("repeat")) {
            continue;
        }
        let Ok(mut workbook) = Workbook::open(&path) else { continue };
        let names = workbook.sheet_names().to_vec();
        let read = |workbook: &mut Workbook, name: &str| {
            let mut rows = Rows::new();
            let read = workbook.read_rows(name, |row| {
                let cells: Vec<String> = row.cells.iter().map(crm_office::Cell::text).collect();
                let kept = cells.iter().rposition(|cell| !cell.is_empty()).map_or(0, |last| last + 1);
                rows.insert(row.number, cells[..kept].to_vec());
                Ok(())
            });
            read.ok().map(|()| rows)
        };
        let before: Vec<_> = names.iter().map(|name| read(&mut workbook, name)).collect();
        if before.iter().any(Option::is_none) {
            continue;
        }
        let problems: Vec<Problem> = names
            .iter()
            .flat_map(|name| [problem(name, 2, None, Severity::Error, "reason"), problem(name, 0, None, Severity::Warning, "whole")])
            .collect();
        let copy =
            annotate_file(&mut workbook, &path, &problems, &AnnotateOptions::default()).unwrap_or_else(|error| panic!("{}: {error}", path.display()));
        let format = if copy.extension == "csv" { Format::Csv } else { Format::Xlsx };
        let mut again = Workbook::from_bytes(copy.bytes, format).unwrap_or_else(|error| panic!("{}: {error}", path.display()));
        let copied = again.sheet_names().to_vec();
        for (before, name) in before.into_iter().flatten().zip(copied) {
            let after = read(&mut again, &name).unwrap();
            for (number, row) in before {
                assert_eq!(row, after[&number][..row.len()], "{} row {number}", path.display());
            }
        }
        count += 1;
    }
    assert!(count > 20, "{count}");
}

// Size.

/// What hands back has to do with so much address space, in kilobytes: less than 300 MB.
#[cfg(target_os = "linux")]
const MEMORY: u32 = 300 * 1000;
const ROWS: u32 = 100_000;

#[cfg(target_os = "linux")]
#[test]
fn a_hundred_thousand_rows_with_fifty_thousand_problems_are_handed_back_in_little_memory() {
    let folder = tempfile::tempdir().unwrap();
    let path = folder.path().join("large.xlsx");
    let mut writer = Writer::new();
    let sheet = writer.add_worksheet_with_low_memory().unwrap().set_name("Datos").unwrap();
    let money = Style::new().set_num_format("#,##0.00");
    for (column, heading) in (0_u16..).zip(["Código", "Descripción", "Precio", "Coste", "Total", "Grupo", "Unidad", "Notas"]) {
        sheet.write(0, column, heading).unwrap();
    }
    for row in 1..=ROWS {
        sheet.write(row, 0, format!("P-{row}")).unwrap();
        sheet.write(row, 1, format!("Farol de viento número {row}")).unwrap();
        sheet.write_with_format(row, 2, row, &money).unwrap();
        sheet.write_with_format(row, 3, row, &money).unwrap();
        sheet.write_formula(row, 4, Formula::new(format!("=C{}*2", row + 1)).set_result("1")).unwrap();
        sheet.write(row, 5, "Faroles").unwrap();
        sheet.write(row, 6, "ud").unwrap();
        sheet.write(row, 7, "sin novedad").unwrap();
    }
    writer.save(&path).unwrap();
    let limited = format!("ulimit -v {MEMORY} && exec \"$0\" \"$@\"");
    let arguments = ["a_child_hands_a_large_workbook_back", "--exact", "--ignored", "--nocapture", "--test-threads=1"];
    let mut child = std::process::Command::new("sh");
    child.arg("-c").arg(limited).arg(std::env::current_exe().unwrap()).args(arguments).env("CRM_LARGE_WORKBOOK", &path);
    let output = child.output().unwrap();
    assert!(output.status.success(), "{}{}", String::from_utf8_lossy(&output.stdout), String::from_utf8_lossy(&output.stderr));
    println!("{}", String::from_utf8_lossy(&output.stdout));
    let copy = std::fs::read(path.with_extension("copy.xlsx")).unwrap();
    let cells = cells(&copy, "Datos");
    let reasons = cells.keys().filter(|(_, column)| *column == 8).count();
    assert_eq!((cells.len(), reasons), (8 * (ROWS as usize + 1) + ROWS as usize / 2 + 1, ROWS as usize / 2 + 1));
}

#[test]
#[ignore = "it is run by the test above, in a process of its own"]
fn a_child_hands_a_large_workbook_back() {
    let path = std::path::PathBuf::from(std::env::var_os("CRM_LARGE_WORKBOOK").expect("the test above says which"));
    let problems: Vec<Problem> = (1..=ROWS / 2).map(|n| error("Datos", 2 * n, "Precio")).collect();
    let started = std::time::Instant::now();
    let mut workbook = Workbook::open(&path).unwrap();
    let copy = annotate_file(&mut workbook, &path, &problems, &AnnotateOptions::default()).unwrap();
    std::fs::write(path.with_extension("copy.xlsx"), &copy.bytes).unwrap();
    let status = std::fs::read_to_string("/proc/self/status").unwrap_or_default();
    let peak = status.lines().find(|line| line.starts_with("VmHWM")).unwrap_or("unknown").to_owned();
    println!("{} bytes handed back as {} in {:?}; peak memory: {peak}", std::fs::metadata(&path).unwrap().len(), copy.bytes.len(), started.elapsed());
}
