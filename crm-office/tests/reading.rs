//! Files as people have them: each made file of `corpus` leads to its rows or to its refusal, and to what is said about it.

#![allow(clippy::unwrap_used, clippy::panic, reason = "helpers of tests are tests")]

use calamine::{Data, Reader, open_workbook_auto_from_rs};
use crm_office::{Cell, Form, Format, NoteKind, ReadOptions, Visibility, Workbook, refusal_texts};
use proptest::prelude::*;
use rust_xlsxwriter::{Chart, ChartType, Format as Style, Formula, Workbook as Writer};
use std::io::{Cursor, Write};
use std::path::PathBuf;

fn made(name: &str) -> PathBuf {
    PathBuf::from(env!("CARGO_MANIFEST_DIR")).join("tests/corpus").join(name)
}

/// A cell with a letter for its kind before it; texts stand alone.
fn shown(cell: &Cell) -> String {
    match cell {
        Cell::Empty => String::new(),
        Cell::Text(text) => text.clone(),
        Cell::Number(number) => format!("n {number}"),
        Cell::Percent(fraction) => format!("% {fraction}"),
        Cell::Padded { number, shown } => format!("p {shown} ({number})"),
        Cell::Long(number) => format!("long {number}"),
        Cell::Uncalculated => "=".to_owned(),
        Cell::Bool(value) => format!("b {value}"),
        Cell::Moment(_) => format!("d {}", cell.text()),
        Cell::Error(error) => format!("e {error}"),
        Cell::Money { number, .. } => format!("n {number}"),
    }
}

/// The rows of a sheet, each as its number and its cells.
fn rows(workbook: &mut Workbook, sheet: &str) -> Vec<String> {
    let mut rows = Vec::new();
    workbook
        .read_rows(sheet, |row| {
            let cells: Vec<String> = row.cells.iter().map(shown).collect();
            rows.push(format!("{}{}|{}", row.number, if row.hidden { " hidden" } else { "" }, cells.join("|")));
            Ok(())
        })
        .unwrap();
    rows
}

fn opened(name: &str) -> Workbook {
    Workbook::open(made(name)).unwrap_or_else(|error| panic!("{name}: {error}"))
}

/// The rows of the only sheet.
fn only(name: &str) -> Vec<String> {
    let mut workbook = opened(name);
    let sheet = workbook.sheet_names()[0].clone();
    assert_eq!(workbook.sheets().len(), 1, "{name}");
    rows(&mut workbook, &sheet)
}

fn text(bytes: &[u8]) -> (Vec<String>, Workbook) {
    let mut workbook = Workbook::from_bytes(bytes, Format::Csv).unwrap();
    (rows(&mut workbook, "csv"), workbook)
}

fn noted(workbook: &Workbook, kind: NoteKind) -> Vec<(Option<u32>, &str)> {
    workbook.notes().iter().filter(|note| note.kind == kind).map(|note| (note.row, note.value.as_str())).collect()
}

#[test]
fn one_list_of_customers_is_the_same_in_every_encoding_and_with_every_delimiter() {
    let expected = [
        "1|Código cliente|Nombre|País|Plazo de pago|Límite de crédito|NIF|Observaciones",
        "2|00123|Bodega Peña e Hijos, S.L.|España|30|1.234,56|B12345678|Cliente de siempre;\nllamar antes de las 9",
        "3|00124|Ñandú & Cía|España|60|12.000,00|A00000001|dice \"hola\"",
        "4|00125|Café Ángel|Francia|0|0",
    ];
    for (name, encoding, delimiter) in [
        ("clientes_es_cp1252.csv", "Windows-1252", ";"),
        ("clientes_es_cp850.csv", "CP850", ";"),
        ("clientes_es_maccr.csv", "Mac Roman", ";"),
        ("clientes_es_pipe.txt", "UTF-8", "|"),
        ("clientes_es_sepline.csv", "Windows-1252", ";"),
        ("clientes_es_tab.tsv", "UTF-8", "tab"),
        ("clientes_es_utf16_nobom.csv", "UTF-16LE", ";"),
        ("clientes_es_utf16be.csv", "UTF-16BE", ";"),
        ("clientes_es_utf8bom.csv", "UTF-8", ";"),
    ] {
        let mut workbook = opened(name);
        let sheet = workbook.sheet_names()[0].clone();
        assert_eq!(rows(&mut workbook, &sheet), expected, "{name}");
        assert_eq!(noted(&workbook, NoteKind::Encoding), [(None, encoding)], "{name}");
        assert_eq!(noted(&workbook, NoteKind::Delimiter), [(None, delimiter)], "{name}");
        assert_eq!(workbook.notes().len(), 2, "{name}");
    }
}

#[test]
fn chinese_is_read_in_either_encoding() {
    let expected = [
        "1|客户编号|客户名称|国家|付款天数|信用额度|备注",
        "2|0001|上海贸易有限公司|中国|30|12,345.67|老客户",
        "3|0002|北京科技|中国|60|1000|含,逗号",
    ];
    assert_eq!(only("customers_zh_gb18030.csv"), expected);
    assert_eq!(only("customers_zh_utf8bom.csv"), expected);
    // The character for "learn" is a letter of UTF-8 by chance.
    let bytes = encoding_rs::GB18030.encode("客户,名称\n1,学\n2,学\n").0.into_owned();
    assert_eq!(text(&bytes).0, ["1|客户|名称", "2|1|学", "3|2|学"]);
    // 0x7C, a bar in ASCII, is the second byte of a character: it is no delimiter there.
    let (big5, _) = {
        let bytes: Vec<u8> = encoding_rs::BIG5.encode("編號|名稱\n1|臺北四海貿易有限公司\n2|高雄港務股份有限公司\n").0.into_owned();
        text(&bytes)
    };
    assert_eq!(big5, ["1|編號|名稱", "2|1|臺北四海貿易有限公司", "3|2|高雄港務股份有限公司"]);
}

#[test]
fn a_line_in_another_encoding_is_read_and_said() {
    let mut workbook = opened("mixed_enc.csv");
    assert_eq!(rows(&mut workbook, "mixed_enc"), ["1|Customer Code|Name", "2|C1|Peña", "3|C2|Peña"]);
    assert_eq!(noted(&workbook, NoteKind::ForeignLine), [(Some(3), "Windows-1252")]);
    let (rows, workbook) = text(b"A;Pe\xf1a\nB;A\xf1o\nC;Espa\xc3\xb1a\n");
    assert_eq!(rows, ["1|A|Peña", "2|B|Año", "3|C|España"], "the other way round as well");
    assert_eq!(
        (noted(&workbook, NoteKind::Encoding), noted(&workbook, NoteKind::ForeignLine)),
        (vec![(None, "Windows-1252")], vec![(Some(3), "UTF-8")])
    );
}

#[test]
fn a_caller_says_encoding_and_delimiter() {
    let options = ReadOptions { encoding: Some("cp850".to_owned()), delimiter: Some('-') };
    let mut workbook = Workbook::from_bytes_with(*b"C\xa2digo-a;b\n", Format::Csv, &options).unwrap();
    assert_eq!(rows(&mut workbook, "csv"), ["1|Código|a;b"]);
    let told = |encoding: &str, bytes: &[u8]| {
        let options = ReadOptions { encoding: Some(encoding.to_owned()), delimiter: None };
        Workbook::from_bytes_with(bytes, Format::Csv, &options).map(|mut workbook| rows(&mut workbook, "csv"))
    };
    assert_eq!(told("windows-1251", b"\xc8\xec\xff;1\n").unwrap(), ["1|Имя|1"]);
    assert_eq!(told("utf-16le", b"a\0;\0\xf1\0\n\0").unwrap(), ["1|a|ñ"]);
    assert_eq!(told("klingon", b"a;b\n").unwrap_err().code().as_str(), "field.invalid");
    let quote = ReadOptions { encoding: None, delimiter: Some('"') };
    assert_eq!(Workbook::from_bytes_with(*b"a;b\n", Format::Csv, &quote).unwrap_err().code().as_str(), "field.invalid");
}

#[test]
fn a_first_line_that_names_the_delimiter_is_no_row() {
    for (bytes, expected) in [("sep=|\r\na|b;c\r\n", "1|a|b;c"), ("sep=\t\na\tb;c;d\n", "1|a|b;c;d"), ("\u{feff}sep=,\na,b\n", "1|a|b")] {
        assert_eq!(text(bytes.as_bytes()).0, [expected]);
    }
}

#[test]
fn an_unclosed_quote_swallows_no_line_and_is_said() {
    let mut workbook = opened("unclosed_quote.csv");
    assert_eq!(rows(&mut workbook, "unclosed_quote"), ["1|Customer Code|Name", "2|C1|\"Abierto", "3|C2|Otro", "4|C3|Tercero"]);
    assert_eq!(noted(&workbook, NoteKind::UnclosedQuote), [(Some(2), "\"")]);
    // The next quote does not close it: what follows is no delimiter.
    let (rows, workbook) = text(b"a;b\n1;\"open\n2;\"x;y\"\n3;\"two\nlines\"\n\"4;z\n");
    assert_eq!(rows, ["1|a|b", "2|1|\"open", "3|2|x;y", "4|3|two\nlines", "5|\"4|z"]);
    assert_eq!(noted(&workbook, NoteKind::UnclosedQuote), [(Some(2), "\""), (Some(5), "\"")]);
    let (rows, _) = text("a;b\n1;\"Bar \"Pepe\" S.L.\"\n2;5\" disco\n3;\"\"\n4;\"x\" \n".as_bytes());
    assert_eq!(rows, ["1|a|b", "2|1|\"Bar \"Pepe\" S.L.\"", "3|2|5\" disco", "4|3", "5|4|x"]);
}

#[test]
fn invisible_characters_are_left_out_and_said() {
    let mut workbook = opened("control_chars.csv");
    let expected =
        ["1|Customer Code|Name", "2|C1|ABC", "3|C2|zerowidth", "4|C3|rightleft", "5|C\u{a0}4|nbsp in code", "6| C5 |spaces", "7|C6|bom inside"];
    assert_eq!(rows(&mut workbook, "control_chars"), expected);
    assert_eq!(noted(&workbook, NoteKind::ControlCharacters).iter().map(|(row, _)| row.unwrap()).collect::<Vec<_>>(), [2, 3, 4, 7]);
    assert_eq!(only("nul.csv"), ["1|Customer Code|Name", "2|C1|AB", "3|C2|Fine"]);
    assert_eq!(only("emoji.csv"), ["1|Customer Code|Name", "2|😀1|Fiesta 🎉 S.L.", "3|👩\u{200d}👩\u{200d}👧|Família"]);
}

#[test]
fn texts_that_look_like_formulas_figures_or_headings_stay_texts() {
    let injected = ["1|Customer Code|Name|Notes", "2|=1+1|=cmd|' /C calc'!A0|@SUM(1)", "3|+C2|-Nombre|=HYPERLINK(\"http://x\")"];
    assert_eq!(only("formula_injection.csv"), injected);
    assert_eq!(only("headings_only.csv"), ["1|Customer Code|Name"]);
    assert_eq!(only("repeated_headings.csv"), ["1|Código|Nombre|Nombre|Código", "2|C1|Legal|Comercial|X9"]);
    let figures = only("stock_numbers.csv");
    assert_eq!((figures.len(), figures[1].as_str(), figures[10].as_str()), (11, "2|P1|Uno|1.234|2,5", "11|P10|Diez|5|1"));
    let receivables = only("receivables_ddmmyyyy.csv");
    assert_eq!((receivables.len(), receivables[3].as_str()), (7, "4|C1|F-3|31-ene-26|12/02/26|(100,50)"));
}

#[test]
fn a_file_is_what_its_bytes_are_and_that_is_said() {
    let three = ["1|Código|Nombre", "2|C1|Uno"];
    for (name, sheet, format, value) in [
        ("noext", "CLIENTES 2026", Format::Xlsx, Some("Excel (.xlsx)")),
        ("xlsx_as.csv", "CLIENTES 2026", Format::Xlsx, Some("Excel (.xlsx)")),
        ("xlsx_as.xls", "CLIENTES 2026", Format::Xlsx, Some("Excel (.xlsx)")),
        ("SHOUT.XLSX", "CLIENTES 2026", Format::Xlsx, None),
        ("sheet_names.xlsx", "CLIENTES 2026", Format::Xlsx, None),
        ("lying_dimension.xlsx", "CLIENTES 2026", Format::Xlsx, None),
        ("html_as.xls", "html_as", Format::Html, Some("HTML")),
        ("tsv_as.xls", "tsv_as", Format::Csv, Some("CSV")),
    ] {
        let mut workbook = opened(name);
        assert_eq!((rows(&mut workbook, sheet), workbook.format()), (three.map(str::to_owned).to_vec(), format), "{name}");
        assert_eq!(noted(&workbook, NoteKind::Container), value.map(|value| (None, value)).into_iter().collect::<Vec<_>>(), "{name}");
    }
    let mut workbook = opened("xls_as.xlsx");
    assert_eq!(rows(&mut workbook, "Clientes"), ["1|Código cliente|Nombre", "2|C1|Uno"]);
    assert_eq!(noted(&workbook, NoteKind::Container), [(None, "Excel 97-2003 (.xls)")]);
    let mut workbook = opened("zip_of_csv.xlsx");
    assert_eq!(
        (rows(&mut workbook, "zip_of_csv"), noted(&workbook, NoteKind::Container)),
        (vec!["1|a|b".to_owned()], vec![(None, "zip (clientes.csv)")])
    );
    let mut workbook = opened("xml2003_as.xls");
    let sheet = workbook.sheet_names()[0].clone();
    assert!(rows(&mut workbook, &sheet).is_empty());
}

#[test]
fn what_cannot_be_read_is_refused_with_what_it_is() {
    for (name, code, key, value) in [
        ("zero.xlsx", "workbook.empty", "file", "zero.xlsx"),
        ("empty.csv", "workbook.empty", "file", "empty.csv"),
        ("bom_only.csv", "workbook.empty", "file", "bom_only.csv"),
        ("truncated.xlsx", "workbook.damaged", "reason", "the end of the zip is missing"),
        ("password.xlsx", "workbook.encrypted", "by", "a password"),
        ("pdf_as.xlsx", "workbook.unsupported", "found", "a PDF"),
    ] {
        let error = Workbook::open(made(name)).unwrap_err();
        assert_eq!((error.code().as_str(), error.context(key)), (code, Some(value)), "{name}: {error}");
        assert_eq!(error.context("file"), Some(name));
        let [english, spanish, chinese] = refusal_texts(&error).unwrap();
        assert!(english.starts_with("the file") && spanish.starts_with("el archivo") && chinese.contains("文件"), "{name}");
        assert!(!spanish.contains(" a ") || code == "workbook.damaged", "{spanish}");
    }
    let company: Vec<u8> = [b"%TSD-Header-###%".as_slice(), &[7; 3_000]].concat();
    assert_eq!(Workbook::from_bytes(company, Format::Xlsx).unwrap_err().code().as_str(), "workbook.encrypted");
    // Noise without any mark, as programs of companies leave it.
    let noise: Vec<u8> =
        (0_u64..40_000).map(|i| i.wrapping_mul(0x9E37_79B9_7F4A_7C15).rotate_left(29).wrapping_mul(0xBF58_476D_1CE4_E5B9).to_le_bytes()[7]).collect();
    assert_eq!(Workbook::from_bytes(noise, Format::Xlsx).unwrap_err().code().as_str(), "workbook.encrypted");
    for (bytes, found) in [
        (zipped(&[("word/document.xml", "<a/>")]), "a Word document"),
        (zipped(&[("a.csv", "a;b"), ("b.csv", "a;b")]), "a zip with several files"),
        (zipped_bytes(&[("a.zip", &zipped(&[("a.csv", "a;b\n")]))]), "a zip without a workbook"),
        (b"no workbook at all".to_vec(), "a text without columns"),
        (b"<?xml version=\"1.0\"?><invoice/>".to_vec(), "an XML file that is not a spreadsheet"),
    ] {
        let error = Workbook::from_bytes(bytes, Format::Xlsx).unwrap_err();
        assert_eq!((error.code().as_str(), error.context("found")), ("workbook.unsupported", Some(found)));
    }
}

/// A workbook with one of its parts changed.
fn edited(bytes: &[u8], part: &str, edit: impl Fn(String) -> String) -> Vec<u8> {
    let mut archive = zip::ZipArchive::new(Cursor::new(bytes)).unwrap();
    let mut parts = Vec::new();
    for index in 0..archive.len() {
        let mut file = archive.by_index(index).unwrap();
        let (name, mut content) = (file.name().unwrap().into_owned(), String::new());
        std::io::Read::read_to_string(&mut file, &mut content).unwrap();
        if name == part {
            let changed = edit(content.clone());
            assert_ne!(changed, content);
            content = changed;
        }
        parts.push((name, content));
    }
    zipped(&parts.iter().map(|(name, content)| (name.as_str(), content.as_str())).collect::<Vec<_>>())
}

fn zipped(parts: &[(&str, &str)]) -> Vec<u8> {
    zipped_bytes(&parts.iter().map(|(name, text)| (*name, text.as_bytes())).collect::<Vec<_>>())
}

fn zipped_bytes(parts: &[(&str, &[u8])]) -> Vec<u8> {
    let mut writer = zip::ZipWriter::new(Cursor::new(Vec::new()));
    for (name, bytes) in parts {
        writer.start_file(*name, zip::write::SimpleFileOptions::default()).unwrap();
        writer.write_all(bytes).unwrap();
    }
    writer.finish().unwrap().into_inner()
}

#[test]
fn cells_of_excel_come_as_their_sheet_shows_them() {
    assert_eq!(
        only("leading_zero_format.xlsx"),
        ["1|Código cliente|Nombre|CP", "2|p 00123 (123)|Con formato 00000|x", "3|00124|Texto", "4|n 28001|cp"]
    );
    assert_eq!(rows(&mut opened("percent_discount.xlsx"), "Precios de clientes"), ["1|Cliente|Producto|Descuento", "2|C1|P1|% 0.1"]);
    assert_eq!(only("inline_strings.xlsx"), ["1|Código cliente|Nombre", "2|  00123|Peña\nlínea 2"]);
    let errors = rows(&mut opened("errors.xlsx"), "Clientes");
    assert_eq!(errors[2..], ["3|e #N/A|Dos|n 1", "4|C3|e #REF!|n 1", "5|C4|Cuatro|e #DIV/0!", "6|C5|e #NAME?|e #VALUE!"]);
    let truths = only("bool_cells.xlsx");
    assert_eq!((truths[1].as_str(), truths[7].as_str()), ("2|P1|Uno|b true|n 1", "8|P7|b false||b true"));
    let amounts = only("currency_cells.xlsx");
    assert_eq!(amounts[1..3], ["2|P1|num formato €|n 1234.5", "3|P2|texto €|1.234,50 €"]);
    assert_eq!(only("case_dupes.xlsx").len(), 12);
    assert_eq!(only("total_in_middle.xlsx")[4..], ["5|Total|n 3", "7|Observaciones: revisado por Ana"]);
}

#[test]
fn days_are_read_in_both_calendars_and_in_strict_files() {
    let due = "2|C1|F1|d 2026-01-05|d 2026-02-05|n 100";
    for name in ["dates_1904.xlsx", "dates_kinds.xlsx", "strict.xlsx"] {
        assert_eq!(rows(&mut opened(name), "Facturas pendientes")[1], due, "{name}");
    }
    let kinds = rows(&mut opened("dates_kinds.xlsx"), "Facturas pendientes");
    assert_eq!(kinds[2..5], ["3|C1|F2|n 46027|n 46058|n 100", "4|C1|F3|05/01/2026|05/02/2026|n 100", "5|C1|F4|d 2026-01-05 23:59:59||n 100"]);
}

#[test]
fn kinds_of_open_document_are_read() {
    let expected = [
        "1|Cliente|Nº factura|Fecha factura|Vencimiento|Importe pendiente",
        "2|C1|00012|d 2026-01-05|d 2026-02-05|n 100.5",
        "3|C1|F2|d 2026-01-05||% 0.5",
    ];
    assert_eq!(only("types.ods"), expected);
}

#[test]
fn formats_of_a_flat_open_document_are_read() {
    let mut workbook = opened("kinds.fods");
    assert_eq!((workbook.format(), workbook.sheets()[0].visibility), (Format::Ods, Visibility::Hidden));
    let expected = ["1|p 00123 (123)|p C-001-234 (1234)|a  bc\nd|=", "2 hidden|b true||% 0.1|e #N/A"];
    assert_eq!(rows(&mut workbook, "A"), expected);
}

#[test]
fn every_kind_of_record_of_an_old_workbook_is_read() {
    let mut workbook = opened("kinds.xls");
    let expected = ["1|Código|abc|ñandú", "2 hidden|p 00123 (123)|% 0.1|d 2026-01-05|n 5|b true|e #N/A|texto|b true|n 2.5"];
    assert_eq!(rows(&mut workbook, "A"), expected);
    let mut hidden = Vec::new();
    workbook
        .read_rows("A", |row| {
            hidden.push(row.hidden_columns.to_vec());
            Ok(())
        })
        .unwrap();
    assert_eq!(hidden, [vec![1..=2], vec![1..=2]]);
}

#[test]
fn hidden_sheets_and_rows_are_read_and_said() {
    let mut workbook = opened("hidden.xlsx");
    let sheets: Vec<_> = workbook.sheets().iter().map(|sheet| (sheet.name.as_str(), sheet.visibility, sheet.form)).collect();
    let expected = [
        ("Clientes", Visibility::Visible, Form::Cells),
        ("Clientes viejos", Visibility::Hidden, Form::Cells),
        ("Stock", Visibility::VeryHidden, Form::Cells),
    ];
    assert_eq!(sheets, expected);
    assert_eq!(rows(&mut workbook, "Clientes")[4], "5 hidden|C4|Oculta");
    assert_eq!(rows(&mut workbook, "Stock"), ["1|Código|Cantidad|Coste", "2|P1|n 1|n 1"]);
}

#[test]
fn corners_of_a_sheet_are_read() {
    for (name, row, column) in [("far_corner.xlsx", 1_048_576, 16_384), ("far_corner.xls", 65_536, 256)] {
        let mut workbook = opened(name);
        let mut last = (0, 0);
        workbook
            .read_rows("Clientes", |row| {
                last = (row.number, row.cells.len());
                Ok(())
            })
            .unwrap();
        assert_eq!(last, (row, column), "{name}");
    }
}

#[test]
fn positions_beyond_a_sheet_are_refused_with_their_name() {
    for (name, sheet, reason) in
        [("bad_column.xlsx", "CLIENTES 2026", "there is no cell `ZZZZZZ2`"), ("bad_row.xlsx", "CLIENTES 2026", "there is no cell `A99999999999`")]
    {
        let error = opened(name).read_rows(sheet, |_| Ok(())).unwrap_err();
        assert_eq!((error.code().as_str(), error.context("sheet"), error.context("reason")), ("workbook.damaged", Some(sheet), Some(reason)));
        assert_eq!(rows(&mut opened(name), "Hoja2").len(), 2, "the other sheets are read");
    }
    let error = opened("repeat_bomb.ods").read_rows("Clientes", |_| Ok(())).unwrap_err();
    assert_eq!((error.code().as_str(), error.context("limit"), error.context("row")), ("limit.exceeded", Some("MAX_ROWS"), Some("3")));
    assert_eq!(only("repeat_10M.ods").len(), 611, "ten million cells are not too many for a sheet");
}

#[test]
fn what_a_writer_of_workbooks_writes_is_read() {
    let mut writer = Writer::new();
    let sheet = writer.add_worksheet();
    let formatted = |code: &str| Style::new().set_num_format(code);
    sheet.write_number_with_format(0, 0, 123, &formatted("000-000")).unwrap();
    sheet.write_number_with_format(0, 1, 0.175, &formatted("0.0%")).unwrap();
    sheet.write(0, 2, 6_901_230_000_001_230_000_u64 as f64).unwrap();
    sheet.write_formula(1, 0, "=1+1").unwrap();
    sheet.write_formula(1, 1, Formula::new("=1+1").set_result("2")).unwrap();
    sheet.write(1, 2, "a\u{1}b\r\nc").unwrap();
    sheet.set_column_hidden(1).unwrap();
    sheet.set_row_hidden(1).unwrap();
    let mut chart = Chart::new(ChartType::Column);
    chart.add_series().set_values("Sheet1!$A$1:$B$1");
    writer.add_chartsheet().insert_chart(0, 0, &chart).unwrap();
    // This writer stores a nought for what it did not calculate; others store nothing.
    let bytes = edited(&writer.save_to_buffer().unwrap(), "xl/worksheets/sheet1.xml", |xml| xml.replace("<f>1+1</f><v>0</v>", "<f>1+1</f>"));
    let mut workbook = Workbook::from_bytes(bytes, Format::Xlsx).unwrap();
    assert_eq!(workbook.sheets()[1].form, Form::Chart);
    assert_eq!(workbook.sheet_names(), ["Sheet1"]);
    let mut hidden = Vec::new();
    workbook
        .read_rows("Sheet1", |row| {
            hidden.push((row.hidden, [0, 1, 2].map(|column| row.is_column_hidden(column))));
            Ok(())
        })
        .unwrap();
    assert_eq!(hidden, [(false, [false, true, false]), (true, [false, true, false])]);
    assert_eq!(rows(&mut workbook, "Sheet1"), ["1|p 000-123 (123)|% 0.175|long 6901230000001230000", "2 hidden|=|n 2|ab\r\nc"]);
    assert_eq!(noted(&workbook, NoteKind::ControlCharacters), [(Some(2), "")]);
}

#[test]
fn xml_spreadsheets_of_2003_are_read() {
    let xml = "<?xml version=\"1.0\" encoding=\"windows-1252\"?><?mso-application progid=\"Excel.Sheet\"?>
<ss:Workbook xmlns:ss=\"urn:schemas-microsoft-com:office:spreadsheet\" xmlns:x=\"urn:schemas-microsoft-com:office:excel\">
<ss:Styles><ss:Style ss:ID=\"p\"><ss:NumberFormat ss:Format=\"Percent\"/></ss:Style><ss:Style ss:ID=\"z\"><ss:NumberFormat ss:Format=\"00000\"/></ss:Style></ss:Styles>
<ss:Worksheet ss:Name=\"Clientes\"><ss:Table><ss:Column ss:Index=\"3\" ss:Hidden=\"1\"/>
<ss:Row><ss:Cell><ss:Data ss:Type=\"String\">C\u{f3}digo</ss:Data></ss:Cell><ss:Cell ss:Index=\"3\"><ss:Data ss:Type=\"String\">a &amp; <b>b</b></ss:Data></ss:Cell></ss:Row>
<ss:Row ss:Index=\"5\"><ss:Cell ss:StyleID=\"z\"><ss:Data ss:Type=\"Number\">123</ss:Data></ss:Cell><ss:Cell ss:MergeAcross=\"1\" ss:StyleID=\"p\"><ss:Data ss:Type=\"Number\">0.21</ss:Data></ss:Cell>
<ss:Cell><ss:Data ss:Type=\"DateTime\">2026-01-05T00:00:00.000</ss:Data></ss:Cell><ss:Cell ss:Formula=\"=1+1\"/><ss:Cell><ss:Data ss:Type=\"Error\">#N/A</ss:Data></ss:Cell></ss:Row>
</ss:Table><x:WorksheetOptions><x:Visible>SheetHidden</x:Visible></x:WorksheetOptions></ss:Worksheet>
<ss:Worksheet ss:Name=\"Otra\"><ss:Table><ss:Row><ss:Cell><ss:Data ss:Type=\"Boolean\">1</ss:Data></ss:Cell></ss:Row></ss:Table></ss:Worksheet></ss:Workbook>";
    let bytes = encoding_rs::WINDOWS_1252.encode(xml).0.into_owned();
    let mut workbook = Workbook::from_bytes(bytes, Format::Xls).unwrap();
    assert_eq!((workbook.format(), workbook.sheets()[0].visibility), (Format::Xml, Visibility::Hidden));
    assert_eq!(rows(&mut workbook, "Clientes"), ["1|Código||a & b", "5|p 00123 (123)|% 0.21||d 2026-01-05|=|e #N/A"]);
    assert_eq!(rows(&mut workbook, "Otra"), ["1|b true"]);
}

#[test]
fn markup_is_read_in_the_encoding_that_it_names() {
    let body = "<Workbook xmlns=\"urn:schemas-microsoft-com:office:spreadsheet\"><Worksheet Name=\"A\"><Table><Row><Cell><Data Type=\"String\">Peña 客户</Data></Cell></Row></Table></Worksheet></Workbook>";
    let utf16 = |text: &str| text.encode_utf16().flat_map(u16::to_le_bytes).collect::<Vec<u8>>();
    for bytes in [
        format!("<?xml version=\"1.0\"?>{body}").into_bytes(),
        format!("\u{feff}<?xml version=\"1.0\" encoding=\"utf-8\"?>{body}").into_bytes(),
        utf16(&format!("\u{feff}<?xml version=\"1.0\" encoding=\"utf-16\"?>{body}")),
        utf16(&format!("<?xml version=\"1.0\" encoding=\"utf-16\"?>{body}")),
        encoding_rs::GB18030.encode(&format!("<?xml version='1.0' encoding='gb2312'?>{body}")).0.into_owned(),
    ] {
        let mut workbook = Workbook::from_bytes(bytes, Format::Xml).unwrap();
        assert_eq!(rows(&mut workbook, "A"), ["1|Peña 客户"]);
    }
}

#[test]
fn tables_of_a_web_page_are_read_however_they_are_written() {
    let page = "<!DOCTYPE html><html><head><meta charset=utf-8><style>td > a {x:y}</style></head><body><p>Informe\
<table border=1><tr><th>C&oacute;digo<th colspan=2>Nombre\n  y   apellidos<tr><td rowspan=2>A&nbsp;1<td>uno<br>dos<td x:num=\"1.50\">1,50<tr><td>3 < 4<td></table>\
<TABLE><TR><TD>otra</TD><TD><table><tr><td>dentro</td></tr></table></TD></TR></TABLE></body></html>";
    let mut workbook = Workbook::from_bytes(page, Format::Xls).unwrap();
    assert_eq!(workbook.sheet_names(), ["xls", "xls 2", "xls 3"]);
    assert_eq!(rows(&mut workbook, "xls"), ["1|Código|Nombre y apellidos", "2|A\u{a0}1|uno\ndos|n 1.5", "3||3 < 4"]);
    assert_eq!((rows(&mut workbook, "xls 2"), rows(&mut workbook, "xls 3")), (vec!["1|otra".to_owned()], vec!["1|dentro".to_owned()]));
    assert_eq!(Workbook::from_bytes("<html><p>Sesión caducada</p></html>", Format::Xls).unwrap_err().code().as_str(), "workbook.unsupported");
}

#[test]
fn binary_workbooks_are_read() {
    let mut workbook = opened("kinds.xlsb");
    assert_eq!((workbook.format(), workbook.notes().len()), (Format::Xlsb, 0));
    let expected = ["1|Código|ñ|rich", "4|p 00123 (123)|% 0.1|d 2026-01-05|b true|e #N/A|f"];
    assert_eq!(rows(&mut workbook, "Datos"), expected);
}

/// What calamine reads of a file is what we read.
fn agree(bytes: &[u8], name: &str) {
    let mut theirs = open_workbook_auto_from_rs(Cursor::new(bytes.to_vec())).unwrap_or_else(|error| panic!("{name}: {error}"));
    let mut ours = Workbook::from_bytes(bytes, Format::Xlsx).unwrap();
    assert_eq!(ours.sheet_names(), theirs.sheet_names(), "{name}");
    for sheet in theirs.sheet_names() {
        let range = theirs.worksheet_range(&sheet).unwrap();
        let start = range.start().unwrap_or_default();
        let mut seen = 0;
        ours.read_rows(&sheet, |row| {
            for (column, cell) in row.cells.iter().enumerate().filter(|(_, cell)| !matches!(cell, Cell::Empty | Cell::Uncalculated)) {
                seen += 1;
                let at = (row.number - 1, column as u32);
                let data = range.get_value(at).unwrap_or_else(|| panic!("{name}: {sheet}: nothing at {at:?}, where we read {cell:?}"));
                assert!(same(cell, data), "{name}: {sheet}: {at:?}: {cell:?} and {data:?}");
            }
            Ok(())
        })
        .unwrap();
        // A row of nothing but spaces is none.
        let is_blank = |data: &Data| matches!(data, Data::Empty) || matches!(data, Data::String(text) if text.trim().is_empty());
        let has_any = |row: &&[Data]| !row.iter().all(is_blank);
        let filled: usize = range
            .rows()
            .filter(has_any)
            .map(|row| row.iter().filter(|data| !matches!(data, Data::Empty) && !matches!(data, Data::String(text) if text.is_empty())).count())
            .sum();
        assert_eq!(seen, filled, "{name}: {sheet} from {start:?}");
    }
}

fn same(cell: &Cell, data: &Data) -> bool {
    match (cell, data) {
        (Cell::Text(ours), Data::String(theirs)) => *ours == theirs.replace('\u{1}', ""),
        (
            Cell::Number(text) | Cell::Percent(text) | Cell::Long(text) | Cell::Padded { number: text, .. } | Cell::Money { number: text, .. },
            Data::Float(number),
        ) => {
            let ours: f64 = text.parse().unwrap();
            format!("{ours:.14e}") == format!("{number:.14e}")
        }
        (Cell::Number(text) | Cell::Padded { number: text, .. } | Cell::Money { number: text, .. }, Data::Int(number)) => *text == number.to_string(),
        (Cell::Number(text) | Cell::Long(text), Data::DateTime(number)) => {
            format!("{:.14e}", text.parse::<f64>().unwrap()) == format!("{:.14e}", number.as_f64())
        }
        // A time of day: a text here, a part of a day there.
        (Cell::Text(ours), Data::DateTime(number)) => number.as_f64() < 1.0 && ours.contains(':'),
        (Cell::Bool(ours), Data::Bool(theirs)) => ours == theirs,
        (Cell::Moment(ours), Data::DateTime(theirs)) => theirs.as_datetime().is_some_and(|theirs| (theirs - *ours).num_seconds() == 0),
        (Cell::Moment(_), Data::DateTimeIso(theirs)) => theirs.replace('T', " ").starts_with(&cell.text()),
        (Cell::Error(ours), Data::Error(theirs)) => *ours == theirs.to_string(),
        (Cell::Error(ours), Data::String(theirs)) => ours == theirs,
        _ => false,
    }
}

#[test]
fn another_reader_reads_the_same_of_every_made_workbook() {
    let mut compared = 0;
    for name in [
        "SHOUT.XLSX",
        "bool_cells.xlsx",
        "case_dupes.xlsx",
        "currency_cells.xlsx",
        "dates_1904.xlsx",
        "dates_kinds.xlsx",
        "errors.xlsx",
        "hidden.xlsx",
        "inline_strings.xlsx",
        "leading_zero_format.xlsx",
        "percent_discount.xlsx",
        "strict.xlsx",
        "total_in_middle.xlsx",
        "types.ods",
        "xls_as.xlsx",
    ] {
        agree(&std::fs::read(made(name)).unwrap(), name);
        compared += 1;
    }
    agree(&std::fs::read(PathBuf::from(env!("CARGO_MANIFEST_DIR")).join("tests/fixtures/clientes.xls")).unwrap(), "clientes.xls");
    assert_eq!(compared, 15);
}

#[test]
fn a_stream_is_read_as_a_file_is() {
    let file = std::fs::File::open(made("sheet_names.xlsx")).unwrap();
    let mut workbook = Workbook::from_stream(file, Format::Csv, &ReadOptions::default()).unwrap();
    assert_eq!(rows(&mut workbook, "Hoja2"), ["1|Ref|Artículo|Precio", "2|P1|Uno|n 5"]);
}

/// A value of a text file: letters, delimiters, quotes and line breaks.
fn value() -> impl Strategy<Value = String> {
    proptest::string::string_regex("[a-zñ0-9 ,;|\"\n.]{0,12}").unwrap()
}

/// A cell of a workbook that a program writes.
#[derive(Debug, Clone)]
enum Written {
    Text(String),
    Number(f64, usize),
    Bool(bool),
    Nothing,
}

/// Formats that numbers of the test have.
const CODES: [&str; 6] = ["General", "0.00", "0%", "00000", "dd/mm/yyyy hh:mm", "#,##0.00 €"];

fn written() -> impl Strategy<Value = Written> {
    prop_oneof![
        "[a-zñ客 <&>\"'_x0-9\n]{1,20}".prop_map(Written::Text),
        (prop_oneof![Just(0.0), -1e9..1e9_f64, 0.0..60_000.0_f64, proptest::num::f64::NORMAL], 0..CODES.len())
            .prop_map(|(number, code)| Written::Number(number, code)),
        any::<bool>().prop_map(Written::Bool),
        Just(Written::Nothing),
    ]
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(64))]

    /// Whatever a program writes: another reader finds the same in the same places.
    #[test]
    fn another_reader_reads_the_same_of_every_workbook(table in proptest::collection::vec(proptest::collection::vec(written(), 1..6), 1..6)) {
        let mut writer = Writer::new();
        let sheet = writer.add_worksheet();
        for (row, cells) in (0_u32..).zip(&table) {
            for (column, cell) in (0_u16..).zip(cells) {
                match cell {
                    Written::Text(text) => { sheet.write(row * 3, column, text).unwrap(); }
                    Written::Number(number, code) => { sheet.write_number_with_format(row * 3, column, *number, &Style::new().set_num_format(CODES[*code])).unwrap(); }
                    Written::Bool(value) => { sheet.write(row * 3, column, *value).unwrap(); }
                    Written::Nothing => {}
                }
            }
        }
        agree(&writer.save_to_buffer().unwrap(), "a generated workbook");
    }

    /// What is written with its quotes is read again, with every delimiter.
    #[test]
    fn quoted_values_come_back(
        table in proptest::collection::vec(proptest::collection::vec(value(), 2..5), 1..8),
        delimiter in proptest::sample::select(vec![b',', b';', b'\t', b'|']),
    ) {
        let mut writer = csv::WriterBuilder::new().delimiter(delimiter).flexible(true).from_writer(Vec::new());
        for row in &table {
            writer.write_record(row).unwrap();
        }
        let options = ReadOptions { encoding: None, delimiter: Some(char::from(delimiter)) };
        let bytes = writer.into_inner().unwrap();
        prop_assume!(bytes.iter().any(|byte| !byte.is_ascii_whitespace()));
        let mut workbook = Workbook::from_bytes_with(bytes, Format::Csv, &options).unwrap();
        let mut read: Vec<Vec<String>> = Vec::new();
        workbook.read_rows("csv", |row| { read.push(row.cells.iter().map(Cell::raw).collect()); Ok(()) }).unwrap();
        let trimmed = |row: &Vec<String>| { let end = row.iter().rposition(|v| !v.is_empty()).map_or(0, |i| i + 1); row[..end].to_vec() };
        let expected: Vec<Vec<String>> = table.iter().map(trimmed).filter(|row| row.iter().any(|v| !v.trim().is_empty())).collect();
        prop_assert_eq!(read, expected);
    }

    /// Whatever quotes are open or closed in a file: every letter and digit of it is in a cell, in its order.
    #[test]
    fn no_quote_swallows_anything(text in "[a-c\"\";\n]{1,80}") {
        prop_assume!(text.chars().any(|c| !c.is_whitespace()));
        let mut workbook = Workbook::from_bytes(text.as_bytes(), Format::Csv).unwrap();
        let mut read = String::new();
        workbook.read_rows("csv", |row| { row.cells.iter().for_each(|cell| read.push_str(&cell.raw())); Ok(()) }).unwrap();
        let letters = |text: &str| text.chars().filter(char::is_ascii_alphabetic).collect::<String>();
        prop_assert_eq!(letters(&read), letters(&text));
    }
}
