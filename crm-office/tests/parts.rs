//! The parts of an opening beside customers, products and stock; the template; the annotated workbook.

#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic, reason = "helpers of tests are tests")]

use crm_core::customers::{AddressKind, ContactPointKind};
use crm_core::opening::{OpeningData, Problem, Severity};
use crm_core::products::{CodeKind, Tracking};
use crm_office::{
    AnnotateOptions, Cell, DateOrder, Field, Format, Language, OpeningOptions, SheetKind, TemplateLists, Workbook, annotate, read_opening,
    write_template,
};
use rust_xlsxwriter::{ExcelDateTime, Format as CellFormat, Workbook as Writer};
use std::io::Cursor;

/// Cells are numbers where they look like plain ones and do not start with `'`, and days where they start with `@`.
fn bytes(sheets: &[(&str, &[&[&str]])]) -> Vec<u8> {
    let mut writer = Writer::new();
    let day = CellFormat::new().set_num_format("dd/mm/yyyy");
    for (name, rows) in sheets {
        let sheet = writer.add_worksheet().set_name(*name).unwrap();
        for (r, row) in (0_u32..).zip(rows.iter()) {
            for (c, cell) in (0_u16..).zip(row.iter()).filter(|(_, cell)| !cell.is_empty()) {
                if let Some(text) = cell.strip_prefix('@') {
                    sheet.write_with_format(r, c, ExcelDateTime::parse_from_str(text).unwrap(), &day).unwrap();
                } else if let Ok(number) = cell.parse::<f64>() {
                    sheet.write(r, c, number).unwrap();
                } else {
                    sheet.write_string(r, c, cell.trim_start_matches('\'')).unwrap();
                }
            }
        }
    }
    writer.save_to_buffer().unwrap()
}

fn read_bytes(bytes: Vec<u8>) -> OpeningData {
    read_opening(&mut Workbook::from_bytes(bytes, Format::Xlsx).unwrap(), &OpeningOptions::default()).unwrap()
}

fn annotate_bytes(bytes: Vec<u8>, problems: &[Problem], language: Language) -> Vec<u8> {
    let options = AnnotateOptions { language, as_xlsx: false, ..AnnotateOptions::default() };
    annotate(&mut Workbook::from_bytes(bytes.clone(), Format::Xlsx).unwrap(), Cursor::new(bytes), problems, &options).unwrap().bytes
}

fn read(sheets: &[(&str, &[&[&str]])]) -> OpeningData {
    read_bytes(bytes(sheets))
}

fn problems(data: &OpeningData) -> Vec<(u32, &'static str, &str)> {
    data.problems.iter().map(|p| (p.place.row, p.code, p.place.column.as_deref().unwrap_or_default())).collect()
}

const OWED: &[&str] = &["Customer No", "Document No", "Date", "Due date", "Open amount"];

#[test]
fn receivables_are_read_by_document_with_their_days_and_signs() {
    let rows: &[&[&str]] = &[
        OWED,
        &["'007", "202500000000001", "@2025-11-10", "@2026-01-20", "40"],
        &["'007", "'F-2", "2025-12-01", "", "-15.5"],
        &["Total", "", "", "", "24.5"],
    ];
    let data = read(&[("Receivables", rows)]);
    assert_eq!(data.problems, []);
    let found: Vec<_> = data.receivables.iter().map(|r| (r.value.customer.as_str(), r.value.document.as_str(), r.value.amount.to_string())).collect();
    assert_eq!(found, [("007", "202500000000001", "40".into()), ("007", "F-2", "-15.5".into())]);
    let days: Vec<_> = data.receivables.iter().map(|r| (r.value.document_day.to_string(), r.value.due_day.map(|d| d.to_string()))).collect();
    assert_eq!(days, [("2025-11-10".into(), Some("2026-01-20".into())), ("2025-12-01".into(), None)]);
    let totals = &data.totals[0];
    assert_eq!((totals.rows, totals.readable, totals.amount.to_string(), totals.stated.as_ref().unwrap().row), (2, 2, "24.5".into(), 4));
    assert_eq!(data.headings["Receivables"]["amount"], "Open amount");
}

#[test]
fn spanish_sheets_of_every_kind_are_read() {
    let data = read(&[
        ("Contactos", &[&["Nº cliente", "Contacto", "Teléfono", "Correo electrónico"], &["C1", "Eva", "'600 11; 600 12", "eva@x.es"]]),
        ("Direcciones", &[&["Cliente", "Tipo", "Calle", "CP"], &["C1", "Facturación", "Mayor 1", "'01001"]]),
        ("Unidades", &[&["Código", "Unidad", "Factor"], &["P", "caja", "12"], &["P", "media", "0.5"]]),
        (
            "Códigos",
            &[&["Referencia", "Tipo", "Código de barras", "Unidad"], &["P", "EAN", "'4006381333931", "caja"], &["P", "", "'4006381333930", ""]],
        ),
        ("Tarifas", &[&["Lista de precios", "Nombre", "Moneda", "IVA incluido"], &["GEN", "General", "eur", "Sí"]]),
        ("Precios", &[&["Lista de precios", "Artículo", "Precio", "Dto", "Desde"], &["GEN", "P", "'1.234,5", "10", "@2026-01-01"]]),
        ("Precios por cliente", &[&["Cliente", "Artículo", "Descuento"], &["C1", "P", "5"]]),
        ("Anticipos", &[&["Cliente", "Fecha", "Importe", "Pedido"], &["C1", "@2025-12-30", "25", "'0077"]]),
    ]);
    assert_eq!(problems(&data), [(3, "no_check_digit", "Código de barras")]);
    let points = vec![
        (ContactPointKind::Phone, "600 11".to_owned()),
        (ContactPointKind::Phone, "600 12".to_owned()),
        (ContactPointKind::Email, "eva@x.es".to_owned()),
    ];
    assert_eq!((data.contacts[0].value.name.as_deref(), &data.contacts[0].value.points), (Some("Eva"), &points));
    assert_eq!((data.addresses[0].value.kind, data.addresses[0].value.postal_code.as_deref()), (AddressKind::Billing, Some("01001")));
    let units: Vec<_> = data.units.iter().map(|u| (u.value.unit.as_str(), u.value.numerator, u.value.denominator)).collect();
    assert_eq!(units, [("caja", 12, 1), ("media", 5, 10)]);
    assert_eq!((data.codes[0].value.kind, data.codes[0].value.value.as_str()), (CodeKind::Barcode, "4006381333931"));
    assert_eq!(data.price_lists[0].value.includes_tax, Some(true));
    let price = &data.prices[0].value;
    assert_eq!((price.price.unwrap().to_string(), price.valid_from.unwrap().to_string()), ("1234.5".into(), "2026-01-01".into()));
    assert_eq!(data.customer_prices[0].value.discount.unwrap().decimal().to_string(), "5");
    assert_eq!(data.credits[0].value.order.as_deref(), Some("0077"));
}

#[test]
fn cells_that_cannot_be_read_keep_their_text_and_their_document_stays_out() {
    let rows: &[&[&str]] = &[
        OWED,
        &["C1", "F-1", "2025-13-40", "", "40"],
        &["C1", "F-1", "@2025-11-10", "", "10"],
        &["C1", "F-2", "45000", "", "'=1+1"],
        &["C1", "", "@2025-11-10", "12/01/2026", "1"],
        &["C1", "F-3", "@2025-11-10", "", "7"],
    ];
    let data = read(&[("Receivables", rows)]);
    let expected = [
        (2, "unreadable_date", "Date"),
        (4, "unreadable_date", "Date"),
        (4, "unreadable_number", "Open amount"),
        (5, "missing", "Document No"),
        (5, "ambiguous_date", "Due date"),
        (3, "document_incomplete", "Document No"),
    ];
    assert_eq!(problems(&data), expected);
    assert_eq!((data.problems[0].text.as_str(), data.problems[2].text.as_str()), ("2025-13-40", "=1+1"));
    assert_eq!((data.receivables.len(), data.receivables[0].value.document.as_str(), data.totals[0].readable), (1, "F-3", 1));
    let options = OpeningOptions { dates: Some(DateOrder::DayFirst), ..Default::default() };
    let day_first: &[&[&str]] = &[OWED, &["C1", "F", "31/12/2025", "", "1"]];
    let data = read_opening(&mut Workbook::from_bytes(bytes(&[("Receivables", day_first)]), Format::Xlsx).unwrap(), &options).unwrap();
    assert_eq!(data.receivables[0].value.document_day.to_string(), "2025-12-31");
}

#[test]
fn a_sheet_must_come_to_its_own_total() {
    let stock = |total: &'static str, cost: &'static str| {
        let rows: &[&[&str]] =
            &[&["Stock Code", "Quantity", "Unit cost", "Value"], &["A", "3", cost, ""], &["B", "1", "2", ""], &["TOTAL:", total, "", "3"]];
        read(&[("Opening stock", rows)])
    };
    // 3 x 0.333333 + 2 = 2.999999, which is 3 in the decimals that the sheet shows.
    assert_eq!(problems(&stock("4", "0.333333")), []);
    let data = stock("5", "0.333333");
    assert_eq!(problems(&data), [(4, "total_differs", "Quantity")]);
    assert_eq!((data.problems[0].severity, data.totals[0].rows, data.stock.len()), (Severity::Error, 2, 2));
    let data = stock("4", "x");
    assert_eq!(data.problems.iter().map(|p| (p.code, p.severity)).collect::<Vec<_>>()[1], ("total_differs", Severity::Warning));
    let product: &[&[&str]] = &[&["Stock Code"], &["Total"]];
    let rows: &[&[&str]] = &[&["Stock Code", "Quantity", "Unit cost"], &["Total", "3", "1"]];
    assert_eq!(read(&[("Products", product), ("Opening stock", rows)]).stock.len(), 1, "a product may be called so");
}

#[test]
fn sheets_of_customers_with_places_and_movements_stay_what_they_are() {
    let customers: &[&[&str]] =
        &[&["Customer No", "Name", "Street", "City", "Postal code", "Phone", "E-mail"], &["C1", "A", "x", "y", "z", "1", "a@b"]];
    assert_eq!(read(&[("Hoja1", customers)]).customers.len(), 1);
    let movements: &[&[&str]] = &[&["Invoice No", "Date", "Customer", "Amount"], &["F", "@2026-01-01", "C", "1"]];
    assert_eq!(read(&[("Hoja1", customers), ("Hoja2", movements)]).totals.len(), 1);
    assert_eq!(read(&[("Hoja1", &[OWED, &["C1", "F", "@2026-01-01", "", "1"]])]).receivables.len(), 1);
}

/// One good row for each kind of sheet, by field.
fn filled(kind: SheetKind, field: Field, language: Language) -> &'static str {
    let spanish = language == Language::Spanish;
    match field {
        Field::CustomerCode if kind == SheetKind::ProductCodes => "'007",
        Field::CustomerCode => "'007",
        Field::ProductCode => "'0001",
        Field::PaymentDays => "30",
        Field::Stocked | Field::IncludesTax if language == Language::Chinese => "是",
        Field::AddressKind if language == Language::Chinese => "门店",
        Field::Tracking if language == Language::Chinese => "批次",
        Field::CodeKind if language == Language::Chinese => "客户",
        Field::Stocked | Field::IncludesTax if spanish => "sí",
        Field::Stocked | Field::IncludesTax => "yes",
        Field::AddressKind if spanish => "sede",
        Field::AddressKind => "site",
        Field::Tracking if spanish => "lote",
        Field::Tracking => "lot",
        Field::CodeKind if spanish => "cliente",
        Field::CodeKind => "customer",
        Field::Currency => "EUR",
        Field::Numerator => "12",
        Field::Denominator => "1",
        Field::ListPrice | Field::UnitCost | Field::UnitPrice | Field::Quantity | Field::MinQuantity => "2.5",
        Field::Discount => "5",
        Field::CreditLimit | Field::Amount => "1000.5",
        Field::Date | Field::DueDay | Field::ValidFrom | Field::ValidTo | Field::ExpiresOn => "@2025-12-31",
        Field::Supplier => "",
        Field::Email => "a@b.example",
        _ => "'text",
    }
}

#[test]
fn a_filled_template_reads_back_without_a_problem() {
    for language in Language::ALL {
        let lists = TemplateLists { tax_codes: vec!["S".into(), "R".into()], warehouses: vec!["W".into()], ..Default::default() };
        let mut template = Workbook::from_bytes(write_template(language, &lists).unwrap(), Format::Xlsx).unwrap();
        let empty = read_opening(&mut template, &OpeningOptions::default()).unwrap();
        assert_eq!((empty.totals.len(), empty.problems.len()), (SheetKind::ALL.len(), 0));
        let mut sheets: Vec<(String, Vec<String>, Vec<&str>)> = Vec::new();
        for kind in SheetKind::ALL {
            let name = language.sheet_name(kind);
            assert_eq!(SheetKind::of_name(name), Some(kind));
            let is_said = |f: &Field| match f {
                Field::Value => false,
                Field::Currency => kind == SheetKind::PriceLists,
                Field::Unit => kind != SheetKind::OpeningStock,
                _ => true,
            };
            let has_own = |f: &Field| is_said(f) && !kind.carried().contains(f);
            let fields: Vec<Field> = kind.fields().iter().copied().filter(has_own).collect();
            let mut headings = Vec::new();
            template
                .read_rows(name, |row| {
                    headings.extend(row.cells.iter().map(Cell::text));
                    Ok(())
                })
                .unwrap();
            assert_eq!(headings, fields.iter().map(|f| language.heading(*f)).collect::<Vec<_>>(), "{kind:?}");
            sheets.push((name.to_owned(), headings, fields.iter().map(|f| filled(kind, *f, language)).collect()));
        }
        let rows: Vec<(String, [Vec<&str>; 2])> =
            sheets.iter().map(|(name, headings, row)| (name.clone(), [headings.iter().map(String::as_str).collect(), row.clone()])).collect();
        let slices: Vec<Vec<&[&str]>> = rows.iter().map(|(_, [h, r])| vec![h.as_slice(), r.as_slice()]).collect();
        let sheets: Vec<(&str, &[&[&str]])> = rows.iter().zip(&slices).map(|((name, _), rows)| (name.as_str(), rows.as_slice())).collect();
        let data = read(&sheets);
        assert_eq!(data.problems, [], "{language:?}");
        assert!(data.totals.iter().all(|t| (t.rows, t.readable) == (1, 1)), "{:?}", data.totals);
        assert_eq!((data.products[0].value.tracking, data.products[0].value.code.as_str()), (Some(Tracking::Lot), "0001"));
        assert_eq!((data.codes[0].value.kind, data.codes[0].value.customer.as_deref()), (CodeKind::Customer, Some("007")));
        assert_eq!((data.stock[0].value.lot.as_deref(), data.customers[0].value.tax_id.as_deref()), (Some("text"), Some("text")));
    }
}

/// Every row of a sheet, as it is read.
fn cells(bytes: &[u8], sheet: &str) -> Vec<(u32, Vec<Cell>)> {
    let mut rows = Vec::new();
    let mut workbook = Workbook::from_bytes(bytes, Format::Xlsx).unwrap();
    workbook
        .read_rows(sheet, |row| {
            rows.push((row.number, row.cells.to_vec()));
            Ok(())
        })
        .unwrap();
    rows
}

#[test]
fn an_annotated_workbook_keeps_every_value_and_can_be_corrected_and_read_again() {
    let rows: &[&[&str]] = &[
        &["Lista de precios"],
        &[],
        &["Stock Code", "Description", "List Price", "Since"],
        &["'007", "'=1+1", "2.5", "@2025-12-31"],
        &["12345678901", "Mug", "'about 3", ""],
        &["'0042", "Plate", "0.1", "2010-01-01"],
        &["", "nothing", "", ""],
    ];
    let original = bytes(&[("Products", rows), ("Notes", &[&["my own", "3"]])]);
    let data = read_bytes(original.clone());
    let left_out = [(1, "no_headings", ""), (3, "column_left_out", "Since")];
    assert_eq!(problems(&data), [&left_out[..], &[(5, "unreadable_number", "List Price"), (7, "missing", "Stock Code")]].concat());
    let data = OpeningData { problems: data.problems.into_iter().filter(|p| p.severity == Severity::Error).collect(), ..data };
    let annotated = annotate_bytes(original.clone(), &data.problems, Language::English);
    let (before, after) = (cells(&original, "Products"), cells(&annotated, "Products"));
    for ((number, before), (same, after)) in before.iter().zip(&after) {
        assert_eq!((number, before.as_slice()), (same, &after[..before.len()]), "row {number}");
    }
    assert_eq!(cells(&original, "Notes"), cells(&annotated, "Notes"));
    let added: Vec<_> = after.iter().filter_map(|(number, cells)| Some((*number, cells.get(4)?.text()))).collect();
    let reason = "error: List Price: `about 3` has a character that is no part of a number (unreadable_number)";
    assert_eq!((added[0].clone(), added[1].0, added[2].0, added.len()), ((3, "Problems".to_owned()), 5, 7, 3));
    assert!(added[1].1.starts_with("error: List Price: `about 3`") && added[1].1.ends_with("(unreadable_number)"), "{} / {reason}", added[1].1);
    let summary = cells(&annotated, "Problems found");
    assert_eq!(summary[0].1[1].text(), "2");
    let first: Vec<String> = summary[3].1.iter().map(Cell::text).collect();
    assert_eq!((first[0].as_str(), first[1].as_str(), first[6].as_str()), ("Products", "5", "about 3"));
    // The same rows come out of it, whatever was added; and annotating again adds nothing more.
    let again = read_bytes(annotated.clone());
    let errors: Vec<Problem> = again.problems.iter().filter(|p| p.severity == Severity::Error).cloned().collect();
    assert_eq!((&again.products, &errors, again.totals.len()), (&data.products, &data.problems, 1));
    let twice = annotate_bytes(annotated.clone(), &errors, Language::English);
    assert_eq!((cells(&twice, "Products"), cells(&twice, "Problems found")), (after, summary));
    // A corrected copy has no problems, and the next annotation clears the column.
    let cleared = annotate_bytes(annotated, &[], Language::Spanish);
    let left: Vec<_> = cells(&cleared, "Products").into_iter().filter_map(|(number, cells)| Some((number, cells.get(4)?.text()))).collect();
    assert_eq!(left, [(3, "Problemas".to_owned())]);
}

#[test]
fn a_csv_becomes_an_annotated_workbook_when_that_is_asked_for() {
    let csv = "Código;Precio\n007;2,95\n;1\n";
    let mut workbook = Workbook::from_bytes(csv, Format::Csv).unwrap();
    let data = read_opening(&mut workbook, &OpeningOptions::default()).unwrap();
    let options = AnnotateOptions::for_path(Language::Spanish, "copia.XLSX");
    let annotated = annotate(&mut workbook, Cursor::new(csv), &data.problems, &options).unwrap().bytes;
    let rows = cells(&annotated, "csv");
    assert_eq!((rows[1].1[0].clone(), rows[1].1[1].clone()), (Cell::Text("007".into()), Cell::Text("2,95".into())));
    assert!(rows[2].1[2].text().starts_with("error: Código:"), "{:?}", rows[2]);
}

#[test]
fn fifty_thousand_rows_are_read_and_annotated() {
    let mut writer = Writer::new();
    let sheet = writer.add_worksheet().set_name("Receivables").unwrap();
    for (column, heading) in (0_u16..).zip(OWED) {
        sheet.write(0, column, *heading).unwrap();
    }
    for row in 1..=50_000_u32 {
        sheet.write(row, 0, format!("C{}", row % 900)).unwrap();
        sheet.write(row, 1, format!("F-{}", row / 2)).unwrap();
        sheet.write(row, 2, "2025-12-01").unwrap();
        sheet.write(row, 4, if row % 1_000 == 0 { "x".to_owned() } else { format!("{row}.25") }).unwrap();
    }
    let bytes = writer.save_to_buffer().unwrap();
    let data = read_bytes(bytes.clone());
    let annotated = annotate_bytes(bytes, &data.problems, Language::English);
    assert_eq!((data.totals[0].rows, data.receivables.len(), data.problems.len()), (50_000, 49_950, 50));
    assert_eq!(cells(&annotated, "Receivables").len(), 50_001);
}
