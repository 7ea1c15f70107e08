//! The law of workbooks: every filled cell is read, or named in the report with its place and a reason; nothing is read that was not written.
//!
//! Sheets are made of known rows with noise around them. What became of each cell is worked out from the report and the data alone, and compared with
//! what was written.

#![allow(clippy::unwrap_used, clippy::panic, clippy::indexing_slicing, reason = "helpers of tests are tests")]

use crm_core::opening::{OpeningData, Severity, SheetReading, SheetReason};
use crm_office::{Format, OpeningOptions, Workbook, examine_opening, read_opening};
use proptest::prelude::*;
use rust_xlsxwriter::Workbook as Writer;
use std::collections::{BTreeMap, BTreeSet};

/// What a sheet is about.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum About {
    Customers,
    Stock,
    Receivables,
}

/// A made sheet.
#[derive(Debug, Clone)]
struct Made {
    about: About,
    style: usize,
    /// Rows of known data; what is wrong with one, if anything.
    rows: Vec<(u32, u32, bool)>,
    titles: Vec<usize>,
    /// Columns that nobody knows, each before the column of this number, with whether it is hidden.
    extra: Vec<(usize, usize, bool)>,
    blank_after: BTreeSet<usize>,
    has_total: bool,
    note: Option<usize>,
    /// A cell beside the table, in a row of data.
    beside: Option<usize>,
    hidden_sheet: bool,
    comma: bool,
}

const TITLES: [&str; 4] = ["Empresa Ejemplo, S.L.", "Listado a 31/12/2025", "Página 1 de 1", "Clientes"];
const EXTRAS: [&str; 4] = ["Zona interna", "Foo", "备用", "Obs. viejas"];
const NOTES: [&str; 2] = ["Nota: revisado por Ana", "esto es una nota al pie"];

/// Headings by style: rows of headings, the columns in the order of the data.
fn headings(about: About, style: usize) -> Vec<Vec<&'static str>> {
    match (about, style % 4) {
        (About::Customers, 0) => vec![vec!["Código cliente", "Nombre", "Teléfono", "Límite de crédito (€)"]],
        (About::Customers, 1) => vec![vec!["Customer No", "Name", "Phone", "Credit limit"]],
        (About::Customers, 2) => vec![vec!["客户编号", "客户名称", "联系电话", "信用额度(元)"]],
        (About::Customers, _) => vec![vec!["Cliente", "", "Contacto", "Riesgo"], vec!["Código", "Nombre", "Teléfono", ""]],
        (About::Stock, 0) => vec![vec!["Código", "Cantidad (uds)", "Coste unit. (€)", "Almacén"]],
        (About::Stock, 1) => vec![vec!["Stock code", "Opening qty", "Unit cost\n[EUR]", "Warehouse"]],
        (About::Stock, 2) => vec![vec!["商品編號", "期初數量", "單位成本", "倉庫"]],
        (About::Stock, _) => vec![vec!["Artículo", "Stock", "", ""], vec!["", "Cantidad", "Coste unitario", "Almacén"]],
        (About::Receivables, 0) => vec![vec!["Cliente", "Nº factura", "Fecha factura", "Importe pendiente"]],
        (About::Receivables, 1) => vec![vec!["Customer No", "Invoice No", "Invoice date", "Open amount"]],
        (About::Receivables, 2) => vec![vec!["客戶編號", "發票號", "開票日期", "未收金額"]],
        (About::Receivables, _) => vec![vec!["CLIENTES", "N.º factura", "Fecha  de\nfactura", "Saldo pendiente"]],
    }
}

fn sheet_name(about: About) -> &'static str {
    match about {
        About::Customers => "CLIENTES 2026",
        About::Stock => "Existencias",
        About::Receivables => "Facturas pendientes",
    }
}

/// A figure as the sheet writes it: at least one decimal decides the notation.
fn figure(value: u32, comma: bool) -> String {
    let (whole, cents) = (value / 100, value % 100);
    let grouped = if whole >= 1000 { format!("{}{}{:03}", whole / 1000, if comma { '.' } else { ',' }, whole % 1000) } else { whole.to_string() };
    format!("{grouped}{}{cents:02}", if comma { ',' } else { '.' })
}

/// The cells of the known columns of a row.
fn known(made: &Made, index: usize) -> Vec<String> {
    let (code, value, is_wrong) = made.rows[index];
    let amount = if is_wrong { "unos cien".to_owned() } else { figure(value, made.comma) };
    match made.about {
        About::Customers => vec![format!("C{code}-{index}"), format!("Nombre {code}"), format!("600 {code:06}"), amount],
        About::Stock => vec![format!("P{code}-{index}"), amount, figure(value / 2, made.comma), format!("W{}", code % 3)],
        About::Receivables => vec![format!("C{code}"), format!("F-{index}"), format!("{:02}/11/2025", 13 + code % 15), amount],
    }
}

/// The grid: rows of cells, from row 1; and the rows of known data by their number.
fn grid(made: &Made) -> (Vec<Vec<String>>, BTreeMap<u32, usize>, Vec<usize>) {
    let mut columns: Vec<(Option<usize>, &str)> = (0..4).map(|column| (Some(column), "")).collect();
    for (before, which, _) in &made.extra {
        columns.insert(before % (columns.len() + 1), (None, EXTRAS[which % EXTRAS.len()]));
    }
    let line = |cells: &[String], extra: &dyn Fn(&str) -> String| -> Vec<String> {
        columns.iter().map(|(known, name)| known.map_or_else(|| extra(name), |column| cells.get(column).cloned().unwrap_or_default())).collect()
    };
    let mut rows: Vec<Vec<String>> = made.titles.iter().map(|title| vec![TITLES[title % TITLES.len()].to_owned()]).collect();
    let heads = headings(made.about, made.style);
    for (index, head) in heads.iter().enumerate() {
        let head: Vec<String> = head.iter().map(|text| (*text).to_owned()).collect();
        let is_last = index + 1 == heads.len();
        rows.push(line(&head, &|name| if is_last { name.to_owned() } else { String::new() }));
    }
    let (mut data, mut sum) = (BTreeMap::new(), 0_u32);
    for index in 0..made.rows.len() {
        let (_, value, is_wrong) = made.rows[index];
        sum += if is_wrong { 0 } else { value };
        let mut row = line(&known(made, index), &|name| format!("{name} {index}"));
        if made.beside == Some(index) {
            row.extend([String::new(), "revisar".to_owned()]);
        }
        rows.push(row);
        data.insert(u32::try_from(rows.len()).unwrap(), index);
        if made.blank_after.contains(&index) {
            rows.push(Vec::new());
        }
    }
    if made.has_total && made.about != About::Customers {
        let mut cells = vec!["TOTAL:".to_owned(), String::new(), String::new(), String::new()];
        cells[if made.about == About::Stock { 1 } else { 3 }] = figure(sum, made.comma);
        rows.push(line(&cells, &|_| String::new()));
    }
    if let Some(note) = made.note {
        rows.push(line(&[NOTES[note % NOTES.len()].to_owned()], &|_| String::new()));
    }
    let hidden = columns.iter().enumerate().filter(|(_, (known, _))| known.is_none()).map(|(column, _)| column).collect();
    (rows, data, hidden)
}

fn xlsx(made: &Made, rows: &[Vec<String>], hidden: &[usize]) -> Workbook {
    let mut writer = Writer::new();
    let sheet = writer.add_worksheet().set_name(sheet_name(made.about)).unwrap();
    for (r, row) in (0_u32..).zip(rows) {
        for (c, cell) in (0_u16..).zip(row).filter(|(_, cell)| !cell.is_empty()) {
            sheet.write_string(r, c, cell).unwrap();
        }
    }
    if made.extra.first().is_some_and(|(_, _, is_hidden)| *is_hidden) {
        sheet.set_column_hidden(u16::try_from(hidden[0]).unwrap()).unwrap();
    }
    let other = writer.add_worksheet().set_name("Apuntes").unwrap();
    other.write_string(2, 3, "llamar a Eva").unwrap();
    if made.hidden_sheet {
        other.set_hidden(true);
    }
    Workbook::from_bytes(writer.save_to_buffer().unwrap(), Format::Xlsx).unwrap()
}

fn csv(rows: &[Vec<String>]) -> Workbook {
    let width = rows.iter().map(Vec::len).max().unwrap_or_default();
    let quoted = |row: &Vec<String>| (0..width).map(|c| format!("\"{}\"", row.get(c).map_or("", String::as_str))).collect::<Vec<_>>().join(";");
    // Cells beside the table stand alone at the end of their rows; the others end where the table does.
    let lines: Vec<String> = rows.iter().map(|row| if row.is_empty() { String::new() } else { quoted(row) }).collect();
    Workbook::from_bytes(lines.join("\r\n"), Format::Csv).unwrap()
}

/// What the data say of a row, in the order of the known columns.
fn read_of(about: About, data: &OpeningData, row: u32) -> Option<Vec<String>> {
    let plain = |value: crm_core::num::Decimal| value.normalize().to_string();
    match about {
        About::Customers => data.customers.iter().find(|c| c.row == row).map(|c| {
            let phone = data.contacts.iter().find(|c| c.row == row).map_or_else(String::new, |c| c.value.points[0].1.clone());
            vec![c.value.code.clone(), c.value.name.clone(), phone, c.value.credit_limit.map(plain).unwrap_or_default()]
        }),
        About::Stock => data.stock.iter().find(|s| s.row == row).map(|s| {
            vec![s.value.product.clone(), plain(s.value.quantity.decimal()), plain(s.value.unit_cost), s.value.warehouse.clone().unwrap_or_default()]
        }),
        About::Receivables => data.receivables.iter().find(|r| r.row == row).map(|r| {
            vec![r.value.customer.clone(), r.value.document.clone(), r.value.document_day.format("%d/%m/%Y").to_string(), plain(r.value.amount)]
        }),
    }
}

fn count(data: &OpeningData) -> usize {
    data.customers.len() + data.stock.len() + data.receivables.len() + data.products.len() + data.prices.len() + data.credits.len() + data.codes.len()
}

/// A figure without its notation.
fn value_of(text: &str, comma: bool) -> String {
    let plain: String = text.chars().filter(|c| *c != if comma { '.' } else { ',' }).map(|c| if c == ',' { '.' } else { c }).collect();
    plain.parse::<crm_core::num::Decimal>().unwrap().normalize().to_string()
}

/// Holds what was made of a sheet against what was written in it.
fn check(made: &Made, data: &OpeningData, report: &SheetReading, rows: &[Vec<String>], known_rows: &BTreeMap<u32, usize>, is_csv: bool) {
    let refused: BTreeSet<u32> = data
        .problems
        .iter()
        .filter(|p| p.place.sheet == report.sheet && (p.severity == Severity::Error || p.code == "note_row") && p.code != "total_differs")
        .map(|p| p.place.row)
        .collect();
    let mut counted = [0_u32; 6];
    for (number, row) in (1_u32..).zip(rows) {
        for (column, cell) in row.iter().enumerate().filter(|(_, cell)| !cell.is_empty()) {
            let letter = char::from(b'A' + u8::try_from(column).unwrap()).to_string();
            let named = report.columns.iter().find(|c| c.column == letter);
            let is_read = read_of(made.about, data, number).is_some();
            let is_field = named.is_some_and(|column| column.field.is_some());
            let is_data = is_read && is_field;
            let is_left_out = is_read && !is_field && named.is_some();
            let of_rows = [report.heading_rows.contains(&number), report.title_rows.contains(&number), report.total_rows.contains(&number)];
            let all = [of_rows[0], of_rows[1], of_rows[2], is_data, is_left_out, refused.contains(&number) && !is_read && !of_rows[2]];
            assert_eq!(
                all.iter().filter(|is_so| **is_so).count(),
                1,
                "row {number} column {letter} `{cell}` is {all:?}\n{report:?}\n{:?}",
                data.problems
            );
            counted.iter_mut().zip(all).for_each(|(count, is_so)| *count += u32::from(is_so));
        }
    }
    let cells = report.cells;
    assert_eq!(counted, [cells.headings, cells.titles, cells.totals, cells.read, cells.left_out, cells.refused]);
    // What is left out is counted and shown as it stands.
    for column in report.columns.iter().filter(|column| column.field.is_none()) {
        let index = usize::from(column.column.as_bytes()[0] - b'A');
        let below = *report.heading_rows.last().unwrap() as usize;
        let cells: Vec<&String> = rows.iter().skip(below).filter_map(|row| row.get(index)).filter(|cell| !cell.is_empty()).collect();
        assert_eq!((column.filled as usize, column.sample.as_ref()), (cells.len(), cells.first().copied()), "{column:?}");
        let is_said = data.problems.iter().any(|p| p.code.starts_with("column_") && p.details["filled"] == column.filled.to_string());
        assert!(is_said || column.filled == 0, "{column:?} {:?}", data.problems);
    }
    // Nothing is invented, nothing is lost: good rows are read as they stand, the others are not.
    let good = known_rows.iter().filter(|(_, index)| !(made.rows[**index].2 || is_csv && made.beside == Some(**index)));
    for (row, index) in good.clone() {
        let written = known(made, *index);
        let is_figure = |column: usize| match made.about {
            About::Customers | About::Receivables => column == 3,
            About::Stock => column == 1 || column == 2,
        };
        let expected: Vec<String> =
            written.iter().enumerate().map(|(column, text)| if is_figure(column) { value_of(text, made.comma) } else { text.clone() }).collect();
        assert_eq!(read_of(made.about, data, *row), Some(expected));
    }
    assert_eq!(count(data), good.count());
}

fn made() -> impl Strategy<Value = Made> {
    let about = prop_oneof![Just(About::Customers), Just(About::Stock), Just(About::Receivables)];
    let rows = prop::collection::vec((0_u32..1000, 1_u32..20_000_000, prop::bool::weighted(0.15)), 1..12);
    let noise = (prop::collection::vec(0_usize..4, 0..4), prop::collection::vec((0_usize..9, 0_usize..4, any::<bool>()), 0..3));
    let more = (prop::collection::btree_set(0_usize..12, 0..3), any::<bool>(), prop::option::of(0_usize..2), prop::option::of(0_usize..12));
    (about, 0_usize..4, rows, noise, more, any::<bool>(), any::<bool>()).prop_map(
        |(about, style, rows, (titles, mut extra), (blank_after, has_total, note, beside), hidden_sheet, comma)| {
            // A heading that stands there twice is another test.
            let mut seen = BTreeSet::new();
            extra.retain(|(_, which, _)| seen.insert(*which));
            let titles = titles.into_iter().filter(|title| about == About::Customers || *title != 3).collect();
            Made { about, style, rows, titles, extra, blank_after, has_total, note, beside, hidden_sheet, comma }
        },
    )
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 400, failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn every_cell_of_a_workbook_is_read_or_named(made in made()) {
        let (rows, known_rows, hidden) = grid(&made);
        let data = read_opening(&mut xlsx(&made, &rows, &hidden), &OpeningOptions::default()).unwrap();
        check(&made, &data, &data.sheets[0], &rows, &known_rows, false);
        let notes = &data.sheets[1];
        prop_assert_eq!((notes.cells.left_out, notes.cells.filled()), (1, 1));
        prop_assert!(data.problems.iter().any(|p| p.place.sheet == "Apuntes" && p.severity == Severity::Warning));
        let reason = if made.hidden_sheet { SheetReason::Hidden } else { SheetReason::NoHeadings };
        prop_assert_eq!(notes.reason, reason);
        let is_hidden = made.extra.first().is_some_and(|(_, _, is_hidden)| *is_hidden);
        prop_assert_eq!(data.sheets[0].columns.iter().any(|column| column.is_hidden), is_hidden);
    }

    #[test]
    fn every_cell_of_a_text_file_is_read_or_named(made in made()) {
        let (rows, known_rows, _) = grid(&made);
        let mut workbook = csv(&rows);
        let plan = examine_opening(&mut workbook, &OpeningOptions::default()).unwrap();
        match read_opening(&mut workbook, &OpeningOptions::default()) {
            Ok(data) => check(&made, &data, &data.sheets[0], &rows, &known_rows, true),
            // Without the name of a sheet the headings may say too little: then nothing is read, and all of it is named.
            Err(error) => {
                let filled: usize = rows.iter().flatten().filter(|cell| !cell.is_empty()).count();
                prop_assert_eq!(error.code().as_str(), "workbook.column_missing");
                prop_assert_eq!((plan.sheets[0].kind.is_none(), plan.sheets[0].cells.left_out as usize), (true, filled));
                prop_assert_eq!(plan.problems.len(), 1);
            }
        }
    }
}
