//! Which sheet is what, which column is which field, how figures and dates are read; what is said of the rest.

#![allow(clippy::unwrap_used, clippy::panic, clippy::indexing_slicing, reason = "helpers of tests are tests")]

use crm_core::customers::ContactPointKind;
use crm_core::opening::{ColumnReason, OpeningData, ReadingReason, Severity, SheetReason};
use crm_office::{
    ColumnMapping, DateOrder, Field, Format, Language, Notation, OpeningOptions, SheetKind, SheetPlan, Workbook, examine_opening, plan_opening,
    read_opening,
};
use rust_xlsxwriter::{Format as CellFormat, Formula, Workbook as Writer};
use std::io::{Cursor, Read, Write};

type Rows<'r> = &'r [&'r [&'r str]];

/// A workbook of texts.
fn texts(sheets: &[(&str, Rows<'_>)]) -> Workbook {
    let mut writer = Writer::new();
    for (name, rows) in sheets {
        let sheet = writer.add_worksheet().set_name(*name).unwrap();
        for (r, row) in (0_u32..).zip(rows.iter()) {
            for (c, cell) in (0_u16..).zip(row.iter()).filter(|(_, cell)| !cell.is_empty()) {
                sheet.write_string(r, c, *cell).unwrap();
            }
        }
    }
    Workbook::from_bytes(writer.save_to_buffer().unwrap(), Format::Xlsx).unwrap()
}

fn read(sheets: &[(&str, Rows<'_>)]) -> OpeningData {
    read_opening(&mut texts(sheets), &OpeningOptions::default()).unwrap()
}

fn csv(text: &str) -> Workbook {
    Workbook::from_bytes(text, Format::Csv).unwrap()
}

fn codes(data: &OpeningData) -> Vec<(&str, u32, &str)> {
    data.problems.iter().map(|p| (p.code, p.place.row, p.place.column.as_deref().unwrap_or_default())).collect()
}

fn plain(value: crm_core::num::Decimal) -> String {
    value.normalize().to_string()
}

#[test]
fn a_sheet_of_products_without_codes_does_not_take_names_for_codes() {
    let rows: Rows<'_> = &[&["Producto", "Precio"], &["Taza", "2,50"]];
    let mut workbook = texts(&[("Productos", rows)]);
    let plan = examine_opening(&mut workbook, &OpeningOptions::default()).unwrap();
    assert_eq!(
        (plan.sheets[0].reason, plan.problems[0].code, plan.problems[0].severity),
        (SheetReason::ColumnsMissing, "columns_missing", Severity::Error)
    );
    assert!(plan.problems[0].reason.contains("product_code"), "{:?}", plan.problems);
    let error = read_opening(&mut workbook, &OpeningOptions::default()).unwrap_err();
    assert!(error.to_string().contains("no column for product_code"), "{error}");
    // What the caller says is done.
    let columns = ColumnMapping::given([(Field::ProductCode, "Producto")]);
    let options =
        OpeningOptions { sheets: vec![SheetPlan { columns, ..SheetPlan::new("Productos", SheetKind::Products) }], ..OpeningOptions::default() };
    let data = read_opening(&mut workbook, &options).unwrap();
    assert_eq!((data.products[0].value.code.as_str(), data.products[0].value.name.as_str()), ("Taza", "Taza"));
}

#[test]
fn the_word_for_the_thing_is_a_name_beside_codes_and_a_code_beside_names() {
    let data = read(&[("Productos", &[&["Ref", "Artículo", "Precio"], &["P1", "Taza", "5"]])]);
    assert_eq!((data.products[0].value.code.as_str(), data.products[0].value.name.as_str()), ("P1", "Taza"));
    let data = read(&[("Productos", &[&["Artículo", "Descripción", "Precio"], &["P1", "Taza", "5"]])]);
    assert_eq!((data.products[0].value.code.as_str(), data.products[0].value.name.as_str()), ("P1", "Taza"));
}

#[test]
fn stock_is_stock_whatever_stands_behind_its_headings() {
    let rows: Rows<'_> = &[&["Código", "Cantidad (uds)", "Coste unit. (€)"], &["P1", "3", "2,5"]];
    for name in ["Existencias", "Hoja1"] {
        let data = read(&[(name, rows)]);
        assert_eq!((data.stock.len(), data.products.len(), data.problems.len()), (1, 0, 0), "{name}");
    }
}

#[test]
fn a_summary_invents_nothing() {
    let summary: Rows<'_> = &[&["Producto", "Ventas", "Margen"], &["#REF!", "#REF!", "10"], &["Enero", "1", "2"]];
    let data = read(&[("Productos", &[&["Código", "Nombre"], &["P1", "Taza"]]), ("Resumen", summary), ("Hoja3", summary)]);
    assert_eq!(data.products.len(), 1);
    let left_out: Vec<_> = data.sheets[1..].iter().map(|sheet| (sheet.kind.is_none(), sheet.cells.left_out)).collect();
    assert_eq!(left_out, [(true, 9), (true, 9)]);
    assert_eq!(data.problems.iter().map(|p| p.place.sheet.as_str()).collect::<Vec<_>>(), ["Resumen", "Hoja3"]);
}

#[test]
fn sheets_of_something_else_are_none_of_an_opening() {
    let rows: Rows<'_> = &[&["Código", "Nombre", "NIF", "Teléfono"], &["V1", "Vidrios", "B1", "600"]];
    let data = read(&[("Clientes", &[&["Código", "Nombre"], &["C1", "Uno"]]), ("Proveedores", rows)]);
    assert_eq!((data.customers.len(), data.sheets[1].reason), (1, SheetReason::Uncertain));
    assert_eq!((codes(&data)[0].0, data.sheets[1].cells.left_out), ("sheet_uncertain", 8));
}

#[test]
fn a_draw_is_said_and_decided_by_the_caller() {
    let rows: Rows<'_> = &[&["Código", "Nombre"], &["C1", "Uno"]];
    let mut workbook = texts(&[("Hoja1", rows)]);
    let plan = examine_opening(&mut workbook, &OpeningOptions::default()).unwrap();
    assert_eq!((plan.sheets[0].reason, plan.problems[0].code), (SheetReason::Draw, "sheet_draw"));
    let kinds: Vec<_> = plan.sheets[0].candidates.iter().take(2).map(|c| (c.kind.as_str(), c.certainty)).collect();
    assert_eq!(kinds, [("customers", 100), ("products", 100)]);
    let options = OpeningOptions { kinds: vec![SheetKind::Customers], ..OpeningOptions::default() };
    assert_eq!(read_opening(&mut workbook, &options).unwrap().customers.len(), 1);
}

#[test]
fn nothing_is_guessed_below_the_certainty_that_is_asked_for() {
    let rows: Rows<'_> = &[&["Código cliente", "Nombre", "Zona", "Ruta", "Sector"], &["C1", "Uno", "a", "b", "c"]];
    let mut workbook = texts(&[("Hoja1", rows)]);
    let plan = examine_opening(&mut workbook, &OpeningOptions::default()).unwrap();
    assert_eq!((plan.sheets[0].reason, plan.sheets[0].candidates[0].certainty), (SheetReason::Uncertain, 50));
    let data = read_opening(&mut workbook, &OpeningOptions { certainty: 50, ..OpeningOptions::default() }).unwrap();
    assert_eq!(data.customers.len(), 1);
    assert_eq!(codes(&data), [("column_left_out", 1, "Zona"), ("column_left_out", 1, "Ruta"), ("column_left_out", 1, "Sector")]);
    assert_eq!(data.problems[0].details["filled"], "1");
}

#[test]
fn two_rows_of_headings_are_read_together() {
    let rows: Rows<'_> =
        &[&["Tarifa 2026"], &["Artículo", "", "Precio", ""], &["Código", "Descripción", "Venta", "Coste"], &["P1", "Taza", "5", "2"]];
    let data = read(&[("Productos", rows)]);
    assert_eq!((data.sheets[0].title_rows.as_slice(), data.sheets[0].heading_rows.as_slice()), (&[1][..], &[2, 3][..]));
    let product = &data.products[0].value;
    assert_eq!((product.code.as_str(), product.name.as_str(), plain(product.list_price.unwrap())), ("P1", "Taza", "5".to_owned()));
    assert_eq!(data.sheets[0].columns[2].heading, "Precio\nVenta");
    // The saved plan finds them again, two rows further down.
    let options =
        OpeningOptions { sheets: plan_opening(&mut texts(&[("Productos", rows)]), &OpeningOptions::default()).unwrap(), ..Default::default() };
    let lower: Vec<&[&str]> = [&[][..], &["x"][..]].into_iter().chain(rows.iter().copied()).collect();
    let again = read_opening(&mut texts(&[("Productos", &lower)]), &options).unwrap();
    assert_eq!((&again.products[0].value, again.sheets[0].heading_rows.as_slice()), (product, &[4, 5][..]));
}

#[test]
fn people_and_places_beside_a_customer_come_in_as_what_they_are() {
    let rows: Rows<'_> = &[
        &[
            "Código",
            "Nombre comercial",
            "Razón social",
            "Dirección",
            "CP",
            "Población",
            "Teléfono",
            "Móvil",
            "E-mail",
            "Contacto",
            "Cargo",
            "Comercial",
            "Grupo",
            "Web",
        ],
        &[
            "C1",
            "Peña",
            "Bodega Peña, S.L.",
            "Mayor 1",
            "01001",
            "Vitoria",
            "945 1; 945 2",
            "600 1",
            "a@b.es",
            "Eva",
            "Gerente",
            "ana",
            "Norte; Vino",
            "pena.es",
        ],
        &["C2", "Café", "", "", "", "", "", "", "", "", "", "", "", ""],
        &["C3", "Sol", "", "", "", "", "", "", "", "", "Gerente", "", "", ""],
    ];
    let data = read(&[("Clientes", rows)]);
    let customer = &data.customers[0].value;
    assert_eq!((customer.name.as_str(), customer.legal_name.as_deref(), customer.owner.as_deref()), ("Peña", Some("Bodega Peña, S.L."), Some("ana")));
    assert_eq!(
        (customer.group.as_deref(), customer.groups.as_slice(), customer.website.as_deref()),
        (Some("Norte"), &["Vino".to_owned()][..], Some("pena.es"))
    );
    let contact = &data.contacts[0];
    assert_eq!(
        (contact.row, contact.value.customer.as_str(), contact.value.name.as_deref(), contact.value.position.as_deref()),
        (2, "C1", Some("Eva"), Some("Gerente"))
    );
    let points: Vec<_> = contact.value.points.iter().map(|(kind, text)| (*kind, text.as_str())).collect();
    use ContactPointKind::{Email, Mobile, Phone};
    assert_eq!(points, [(Phone, "945 1"), (Phone, "945 2"), (Mobile, "600 1"), (Email, "a@b.es")]);
    let address = &data.addresses[0].value;
    assert_eq!(
        (address.street.as_deref(), address.postal_code.as_deref(), address.city.as_deref()),
        (Some("Mayor 1"), Some("01001"), Some("Vitoria"))
    );
    assert_eq!((data.customers.len(), data.contacts.len(), data.addresses.len()), (3, 1, 1), "a customer alone has none");
    assert_eq!(codes(&data), [("missing", 4, "Contacto")], "a position is nobody's");
}

#[test]
fn stock_and_barcodes_beside_a_product_come_in_as_what_they_are() {
    let rows = "Internal Reference,Name,Barcode,Sales Price,Cost,Quantity On Hand\nP1,Mug,4006381333931,5.50,2.25,10\nP2,Plate,,4.00,1.00,\nP3,Bowl,,1.00,,\n";
    let data = read_opening(&mut csv(rows), &OpeningOptions::default()).unwrap();
    assert_eq!((data.products.len(), data.stock.len(), data.codes.len()), (3, 1, 1));
    assert_eq!(
        (data.stock[0].row, plain(data.stock[0].value.quantity.decimal()), plain(data.stock[0].value.unit_cost)),
        (2, "10".into(), "2.25".into())
    );
    assert_eq!(codes(&data), [("missing", 3, "Quantity On Hand")], "a cost without a quantity is said");
    // A cost alone is no stock, and said once.
    let data = read_opening(&mut csv("Código;Descripción;Precio;Coste\nP1;Taza;5,5;2\n"), &OpeningOptions::default()).unwrap();
    assert_eq!((data.products.len(), codes(&data)), (1, vec![("column_incomplete", 1, "Coste")]));
    assert_eq!((data.sheets[0].columns[3].reason, data.problems[0].details["fields"].as_str()), (ColumnReason::Incomplete, "quantity"));
}

#[test]
fn a_product_sheet_beside_the_stock_leaves_the_stock_to_it() {
    let products: Rows<'_> = &[&["Código", "Nombre"], &["P1", "Taza"]];
    let stock: Rows<'_> = &[&["Código", "Descripción", "Cantidad", "Coste"], &["P1", "Taza", "3", "2"]];
    let data = read(&[("Productos", products), ("Hoja2", stock)]);
    assert_eq!((data.products.len(), data.stock.len()), (1, 1));
    assert_eq!(codes(&data), [("column_of_another_kind", 1, "Descripción")]);
}

#[test]
fn the_whole_sheet_decides_how_its_figures_are_read() {
    let rows = |figures: &[&str]| {
        let lines: Vec<String> = figures.iter().enumerate().map(|(i, f)| format!("P{i};{f};1")).collect();
        format!("Código;Cantidad;Coste\n{}\n", lines.join("\n"))
    };
    let read = |figures: &[&str], options: &OpeningOptions| read_opening(&mut csv(&rows(figures)), options).unwrap();
    let quantities = |data: &OpeningData| data.stock.iter().map(|s| plain(s.value.quantity.decimal())).collect::<Vec<_>>();
    let guess = OpeningOptions::default();
    let data = read(&["1.234", "2,50"], &guess);
    assert_eq!(quantities(&data), ["1234", "2.5"]);
    let figures = data.sheets[0].figures.clone().unwrap();
    assert_eq!(
        (figures.read_as.as_deref(), figures.reason, figures.sample.as_deref(), figures.row),
        (Some("comma"), ReadingReason::Decided, Some("2,50"), Some(3))
    );
    assert_eq!(quantities(&read(&["1,234", "2.50"], &guess)), ["1234", "2.5"]);
    // Nothing decides: nothing is guessed, and the caller can say.
    let data = read(&["1.234", "5", "12.000"], &guess);
    assert_eq!(
        (quantities(&data), codes(&data)),
        (vec!["5".to_owned()], vec![("ambiguous_number", 2, "Cantidad"), ("ambiguous_number", 4, "Cantidad")])
    );
    assert_eq!(data.sheets[0].figures.as_ref().map(|f| (f.reason, f.ambiguous)), Some((ReadingReason::Open, 2)));
    let comma = OpeningOptions { notation: Notation::Comma, ..OpeningOptions::default() };
    assert_eq!(quantities(&read(&["1.234", "5", "12.000"], &comma)), ["1234", "5", "12000"]);
    // Two notations in one sheet: each figure by itself, and those that are both are problems.
    let data = read(&["1.234", "2,5", "2.5", "0.333"], &guess);
    assert_eq!((quantities(&data), data.problems[0].code), (vec!["2.5".to_owned(), "2.5".into(), "0.333".into()], "ambiguous_number"));
    assert_eq!(data.sheets[0].figures.as_ref().map(|f| f.reason), Some(ReadingReason::Mixed));
}

#[test]
fn figures_are_read_with_what_people_write_around_them() {
    let head = "Cliente;Nº factura;Fecha factura;Importe pendiente\n";
    let read = |amount: &str| {
        let data = read_opening(&mut csv(&format!("{head}C;F;2026-01-01;{amount}\n")), &OpeningOptions { kinds: vec![], ..receivables() }).unwrap();
        data.receivables.first().map(|r| plain(r.value.amount)).ok_or_else(|| data.problems[0].code)
    };
    for (written, value) in [
        ("(100,50)", "-100.5"),
        ("100,50-", "-100.5"),
        ("99,90 €", "99.9"),
        ("€ 99,90", "99.9"),
        ("$ 1,234.50", "1234.5"),
        ("¥12,5", "12.5"),
        ("12,50元", "12.5"),
        ("EUR 12,50", "12.5"),
        ("-€ 5", "-5"),
        ("12 345,5", "12345.5"),
        ("１２,５", "12.5"),
        ("+7", "7"),
    ] {
        assert_eq!(read(written), Ok(value.to_owned()), "{written}");
    }
    for written in ["-", "N/A", "((5))", "--5", "(-5)", "5 %", "1e3", "½", "€", "12,5 kg", "1.23.4", "cinco"] {
        assert_eq!(read(written), Err("unreadable_number"), "{written}");
    }
}

fn receivables() -> OpeningOptions {
    OpeningOptions { sheets: vec![SheetPlan::new("csv", SheetKind::Receivables)], ..OpeningOptions::default() }
}

#[test]
fn the_whole_sheet_decides_how_its_dates_are_read() {
    let read = |days: &[&str], dates: Option<DateOrder>| {
        let lines: Vec<String> = days.iter().enumerate().map(|(i, day)| format!("C;F{i};{day};1")).collect();
        let text = format!("Cliente;Nº factura;Fecha factura;Importe pendiente\n{}\n", lines.join("\n"));
        let data = read_opening(&mut csv(&text), &OpeningOptions { dates, ..receivables() }).unwrap();
        let days: Vec<String> = data.receivables.iter().map(|r| r.value.document_day.to_string()).collect();
        (days, data.problems.iter().map(|p| p.code).collect::<Vec<_>>(), data.sheets[0].dates.as_ref().map(|d| d.reason))
    };
    assert_eq!(read(&["05/01/2026", "13/01/2026"], None), (vec!["2026-01-05".into(), "2026-01-13".into()], vec![], Some(ReadingReason::Decided)));
    assert_eq!(read(&["01/05/2026", "01/13/2026"], None).0, ["2026-01-05", "2026-01-13"]);
    let open = read(&["05/01/2026", "31-ene-26", "2026年1月31日", "05/05/2026"], None);
    assert_eq!(open, (vec!["2026-01-31".into(), "2026-01-31".into(), "2026-05-05".into()], vec!["ambiguous_date"], Some(ReadingReason::Open)));
    assert_eq!(read(&["05/01/2026"], Some(DateOrder::DayFirst)).0, ["2026-01-05"]);
    let mixed = read(&["13/01/2026", "01/13/2026", "05/01/2026"], None);
    assert_eq!((mixed.0.len(), mixed.1, mixed.2), (2, vec!["ambiguous_date"], Some(ReadingReason::Mixed)));
    assert_eq!(read(&["13/01/2026"], Some(DateOrder::MonthFirst)).1, ["unreadable_date"]);
}

#[test]
fn percentages_are_percent_and_rates_of_tax_are_the_codes_that_have_them() {
    let percent = CellFormat::new().set_num_format("0%");
    let mut writer = Writer::new();
    let sheet = writer.add_worksheet().set_name("Precios por cliente").unwrap();
    sheet.write_row(0, 0, ["Cliente", "Producto", "Descuento"]).unwrap();
    sheet.write_row(1, 0, ["C1", "P1"]).unwrap();
    sheet.write_with_format(1, 2, 0.1, &percent).unwrap();
    sheet.write_row(2, 0, ["C1", "P2", "12,5 %"]).unwrap();
    let sheet = writer.add_worksheet().set_name("Productos").unwrap();
    sheet.write_row(0, 0, ["Código", "Nombre", "IVA", "Precio"]).unwrap();
    for (row, code) in [(1, "P1"), (2, "P2"), (3, "P3"), (4, "P4")] {
        sheet.write_row(row, 0, [code, "x"]).unwrap();
    }
    sheet.write_with_format(1, 2, 0.21, &percent).unwrap();
    sheet.write(2, 2, "21,00 %").unwrap();
    sheet.write(3, 2, "G21").unwrap();
    sheet.write_with_format(4, 3, 0.5, &percent).unwrap();
    let data = read_opening(&mut Workbook::from_bytes(writer.save_to_buffer().unwrap(), Format::Xlsx).unwrap(), &OpeningOptions::default()).unwrap();
    let discounts: Vec<String> = data.customer_prices.iter().map(|p| plain(p.value.discount.unwrap().decimal())).collect();
    assert_eq!(discounts, ["10", "12.5"]);
    let taxes: Vec<_> = data.products.iter().map(|p| p.value.tax_code.as_deref()).collect();
    assert_eq!(taxes, [Some("21 %"), Some("21 %"), Some("G21")]);
    assert_eq!(codes(&data), [("unreadable_number", 5, "Precio")], "a percentage is no price");
}

/// A workbook whose formulas have no results, as programs write it that do not calculate.
fn never_calculated(workbook: &[u8]) -> Vec<u8> {
    let mut archive = zip::ZipArchive::new(Cursor::new(workbook)).unwrap();
    let mut writer = zip::ZipWriter::new(Cursor::new(Vec::new()));
    for index in 0..archive.len() {
        let mut part = archive.by_index(index).unwrap();
        let mut text = String::new();
        part.read_to_string(&mut text).unwrap();
        writer.start_file(part.name().unwrap().into_owned(), zip::write::SimpleFileOptions::default()).unwrap();
        writer.write_all(text.replace("</f><v>0</v>", "</f>").as_bytes()).unwrap();
    }
    writer.finish().unwrap().into_inner()
}

#[test]
fn codes_are_what_the_sheet_shows_and_lost_digits_are_a_problem() {
    let mut writer = Writer::new();
    let sheet = writer.add_worksheet().set_name("Productos").unwrap();
    sheet.write_row(0, 0, ["Código", "Nombre"]).unwrap();
    sheet.write_with_format(1, 0, 123, &CellFormat::new().set_num_format("00000")).unwrap();
    sheet.write(2, 0, 6_901_230_000_001_230_000_f64).unwrap();
    sheet.write_formula(3, 0, Formula::new("=A2")).unwrap();
    sheet.write(4, 0, true).unwrap();
    sheet.write(5, 0, "8.41234E+12").unwrap();
    sheet.write_column(1, 1, ["Taza"; 5]).unwrap();
    let bytes = never_calculated(&writer.save_to_buffer().unwrap());
    let data = read_opening(&mut Workbook::from_bytes(bytes, Format::Xlsx).unwrap(), &OpeningOptions::default()).unwrap();
    assert_eq!(data.products.iter().map(|p| p.value.code.as_str()).collect::<Vec<_>>(), ["00123"]);
    let found: Vec<_> = codes(&data).into_iter().map(|(code, row, _)| (code, row)).collect();
    assert_eq!(found, [("digits_lost", 3), ("not_calculated", 4), ("unreadable_code", 5), ("digits_lost", 6)]);
}

#[test]
fn a_row_with_one_cell_too_many_is_a_problem() {
    let data = read_opening(&mut csv("Customer Code,Name\nC1,Bodega Peña\nC2,Sol, S.L.\n"), &OpeningOptions::default()).unwrap();
    assert_eq!((data.customers.len(), codes(&data)), (1, vec![("too_many_cells", 3, "C")]));
    assert_eq!((data.problems[0].text.as_str(), data.problems[0].details["count"].as_str()), (" S.L.", "3"));
}

#[test]
fn totals_of_parts_and_of_all_are_held_against_their_rows() {
    let rows = |subtotal: &str, total: &str| {
        format!("Código;Cantidad;Coste\nP1;1;1\nSubtotal;{subtotal};\nP2;2;1\nTotal general:;{total};\n;;\nObservaciones: revisado por Ana;;\n")
    };
    let read = |subtotal, total| read_opening(&mut csv(&rows(subtotal, total)), &OpeningOptions::default()).unwrap();
    let data = read("1", "3");
    assert_eq!((data.stock.len(), data.sheets[0].total_rows.as_slice(), codes(&data)), (2, &[3, 5][..], vec![("note_row", 7, "Código")]));
    assert_eq!(codes(&read("2", "3"))[0], ("total_differs", 3, "Cantidad"));
    assert_eq!(codes(&read("1", "4"))[0], ("total_differs", 5, "Cantidad"));
}

#[test]
fn a_plan_is_kept_and_used_for_the_file_of_the_next_month() {
    let january = "Ref. cliente nueva;Apodo;Límite\nC1;Uno;1.234\nC2;Dos;2,5\n";
    let columns = ColumnMapping::given([(Field::CustomerCode, "Ref. cliente nueva"), (Field::CustomerName, "Apodo"), (Field::CreditLimit, "#C")]);
    let asked = OpeningOptions { sheets: vec![SheetPlan { columns, ..SheetPlan::new("csv", SheetKind::Customers) }], ..OpeningOptions::default() };
    let plan = examine_opening(&mut csv(january), &asked).unwrap();
    assert_eq!(plan.options.sheets[0].notation, Some(Notation::Comma));
    let kept = serde_json::to_string(&plan.options).unwrap();
    let options: OpeningOptions = serde_json::from_str(&kept).unwrap();
    // In February nothing would decide the notation, and the columns stand in another order.
    let february = "Enero pasó\nLímite;Apodo;Ref. cliente nueva\n3.000;Tres;C3\n";
    let data = read_opening(&mut csv(february), &options).unwrap();
    assert_eq!((data.customers[0].value.code.as_str(), plain(data.customers[0].value.credit_limit.unwrap())), ("C3", "3000".to_owned()));
    // A sheet of another month is the same sheet.
    let rows: Rows<'_> = &[&["Código", "Nombre"], &["C1", "Uno"]];
    let sheets = plan_opening(&mut texts(&[("Clientes 2026-01", rows)]), &OpeningOptions::default()).unwrap();
    let data = read_opening(&mut texts(&[("Clientes 2026-02", rows)]), &OpeningOptions { sheets, ..OpeningOptions::default() }).unwrap();
    assert_eq!((data.customers.len(), data.sheets[0].reason), (1, SheetReason::Given));
}

#[test]
fn what_the_caller_asks_for_and_is_not_there_is_an_error() {
    let columns = ColumnMapping::given([(Field::CustomerCode, "Nope")]);
    let sheets = vec![SheetPlan { columns, ..SheetPlan::new("csv", SheetKind::Customers) }];
    let error = read_opening(&mut csv("Código,Nombre\nC1,Uno\n"), &OpeningOptions { sheets, ..OpeningOptions::default() }).unwrap_err();
    assert_eq!((error.code().as_str(), error.context("fields")), ("workbook.column_missing", Some("customer_code")));
}

#[test]
fn reasons_are_said_in_the_language_that_is_asked_for() {
    let data = read_opening(&mut csv("Código;Cantidad;Coste\nP1;1.234;1\n"), &OpeningOptions::default()).unwrap();
    let problem = &data.problems[0];
    let said = Language::ALL.map(|language| language.reason(problem));
    assert!(said[0].starts_with("`1.234` can be read in two ways"), "{said:?}");
    assert!(said[1].starts_with("`1.234` se puede leer de dos maneras"), "{said:?}");
    assert!(said[2].contains("两种读法"), "{said:?}");
}

/// A list of open items has what an invoice came to beside what is left of it.
#[test]
fn what_is_left_of_an_invoice_is_owed_and_not_what_it_came_to() {
    for (left, right, owed) in [("Importe", "Pendiente", "60"), ("Pendiente", "Importe", "100"), ("Importe", "Saldo", "60"), ("金额", "余额", "60")]
    {
        for due in ["Vto.", "F. Vto.", "Fecha vto.", "Vencimiento"] {
            let rows: Rows<'_> = &[&["Cliente", "Factura", "Fecha", due, left, right], &["C1", "F1", "2025-01-01", "2025-02-01", "100", "60"]];
            let data = read(&[("Facturas pendientes", rows)]);
            let open = &data.receivables[0].value;
            assert_eq!((plain(open.amount).as_str(), open.due_day), (owed, Some("2025-02-01".parse().unwrap())), "{left} {right} {due}");
            // The other amount is said to be left out.
            assert_eq!(codes(&data).len(), 1, "{:?}", data.problems);
        }
    }
}

#[test]
fn the_same_open_item_twice_is_read_and_said() {
    let head: &[&str] = &["Cliente", "Factura", "Fecha", "Vencimiento", "Importe"];
    let (same, later) = (["C1", "F1", "2025-11-03", "2025-12-03", "121"], ["C1", "F1", "2025-11-03", "2026-01-03", "121"]);
    let data = read(&[("Facturas pendientes", &[head, &same, &same, &later])]);
    assert_eq!(data.receivables.len(), 3);
    let said: Vec<_> = data.problems.iter().map(|p| (p.severity, p.code, p.place.row, p.details["other_row"].as_str())).collect();
    assert_eq!(said, [(Severity::Warning, "read_twice", 3, "2")]);
    // A copy of the sheet is no second debt.
    let data = read(&[("Facturas pendientes", &[head, &same]), ("Facturas pendientes (2)", &[head, &same])]);
    let said: Vec<_> = data.problems.iter().map(|p| (p.severity, p.code, p.place.sheet.as_str())).collect();
    assert_eq!((data.receivables.len(), said[0]), (0, (Severity::Error, "duplicate_code", "Facturas pendientes (2)")), "{said:?}");
}

#[test]
fn the_value_of_a_row_is_held_against_its_quantity_and_cost() {
    let head: &[&str] = &["Código", "Cantidad", "Coste", "Valor"];
    let rows: Rows<'_> = &[head, &["P1", "3", "2.5", "7.5"], &["P2", "3", "3.333333", "10.00"], &["P3", "3", "2.5", "8"], &["P4", "1", "1", "algo"]];
    let data = read(&[("Existencias", rows)]);
    assert_eq!(data.stock.len(), 4, "the value is not what is kept");
    assert_eq!(codes(&data), [("value_differs", 4, "Valor"), ("unreadable_number", 5, "Valor")]);
    assert!(data.problems.iter().all(|p| p.severity == Severity::Warning));
    assert_eq!(data.problems[0].details["found"], "7.5");
}

/// The currency of each row of receivables.
fn marks(data: &OpeningData) -> Vec<Option<String>> {
    data.receivables.iter().map(|row| row.currency.map(|mark| mark.to_string())).collect()
}

#[test]
fn a_currency_is_read_from_the_figure_its_column_its_format_and_its_heading() {
    let head: &[&str] = &["Cliente", "Factura", "Fecha", "Vencimiento", "Importe (USD)", "Divisa"];
    let rows: Rows<'_> = &[
        head,
        &["C1", "F1", "2025-01-01", "2025-02-01", "100", ""],
        &["C1", "F2", "2025-01-01", "2025-02-01", "100", "gbp"],
        &["C1", "F3", "2025-01-01", "2025-02-01", "100 €", "GBP"],
        &["C1", "F4", "2025-01-01", "2025-02-01", "100", "guineas"],
    ];
    let data = read(&[("Facturas pendientes", rows)]);
    assert_eq!(marks(&data), [Some("USD".to_owned()), Some("GBP".to_owned()), Some("€".to_owned())]);
    let found = codes(&data);
    assert_eq!(found, [("unknown_currency", 5, "Divisa")]);
    // A number format names one too, and so does nothing.
    let mut writer = Writer::new();
    let sheet = writer.add_worksheet().set_name("Facturas pendientes").unwrap();
    sheet.write_row(0, 0, ["Cliente", "Factura", "Fecha", "Vencimiento", "Importe"]).unwrap();
    for (row, format) in [(1, "[$$-409]#,##0.00"), (2, "#,##0.00\\ \"€\""), (3, "#,##0.00")] {
        sheet.write_row(row, 0, ["C1", "F", "2025-01-01", "2025-02-01"]).unwrap();
        sheet.write_with_format(row, 4, row, &CellFormat::new().set_num_format(format)).unwrap();
    }
    let mut workbook = Workbook::from_bytes(writer.save_to_buffer().unwrap(), Format::Xlsx).unwrap();
    let data = read_opening(&mut workbook, &OpeningOptions::default()).unwrap();
    assert_eq!(marks(&data), [Some("$".to_owned()), Some("€".to_owned()), None]);
    assert_eq!(codes(&data), [("mixed_currencies", 3, "Importe")]);
}

#[test]
fn people_are_no_customers() {
    let rows: Rows<'_> = &[&["Cliente", "Nombre", "Teléfono", "Correo"], &["C1", "Ana Gil", "945 1", "a@b.es"]];
    let data = read(&[("Contactos", rows)]);
    assert_eq!((data.customers.len(), data.contacts.len()), (0, 1));
    assert_eq!((data.contacts[0].value.customer.as_str(), data.contacts[0].value.name.as_deref()), ("C1", Some("Ana Gil")));
    // What looks like customers on a sheet of people is left out, and said.
    let rows: Rows<'_> = &[&["Nº cliente", "Razón social", "NIF"], &["C1", "Uno", "B1"]];
    let plan = examine_opening(&mut texts(&[("Contactos", rows)]), &OpeningOptions::default()).unwrap();
    assert_eq!(plan.sheets[0].kind, None);
    assert_eq!(plan.problems.len(), 1);
}

#[test]
fn a_second_table_below_is_not_read_with_the_first() {
    let rows: Rows<'_> = &[
        &["Código cliente", "Nombre", "NIF"],
        &["C1", "Uno", "B1"],
        &[],
        &["PRODUCTOS"],
        &["Referencia", "Descripción", "Precio"],
        &["P1", "Taza", "2.5"],
        &["P2", "Plato", "3"],
        &["Código cliente", "Nombre", "NIF"],
        &["C2", "Dos", "B2"],
    ];
    // Neither is guessed where the name says nothing.
    let plan = examine_opening(&mut texts(&[("Hoja1", rows)]), &OpeningOptions::default()).unwrap();
    assert_eq!(plan.sheets[0].reason, SheetReason::Draw);
    for (name, kind) in [("Clientes", None), ("Hoja1", Some(SheetKind::Customers))] {
        let sheets = kind.map(|kind| SheetPlan::new(name, kind)).into_iter().collect();
        let data = read_opening(&mut texts(&[(name, rows)]), &OpeningOptions { sheets, ..OpeningOptions::default() }).unwrap();
        assert_eq!(data.customers.iter().map(|c| c.value.code.as_str()).collect::<Vec<_>>(), ["C1", "C2"]);
        let found: Vec<_> = data.problems.iter().map(|p| (p.code, p.place.row, p.severity)).collect();
        assert_eq!(found, [("lone_cell", 4, Severity::Error), ("row_of_another_table", 5, Severity::Error)]);
        assert_eq!((data.problems[1].details["last_row"].as_str(), data.problems[1].details["kinds"].as_str()), ("7", "products"));
        assert_eq!(data.sheets[0].cells.filled(), 3 + 3 + 1 + 9 + 3 + 3);
    }
}

#[test]
fn tables_beside_each_other_are_read_only_one_at_a_time() {
    let rows: Rows<'_> = &[&["Código", "Nombre", "NIF", "", "Referencia", "Descripción", "Precio"], &["C1", "Uno", "B1", "", "P1", "Taza", "2.5"]];
    let plan = examine_opening(&mut texts(&[("Hoja1", rows)]), &OpeningOptions::default()).unwrap();
    assert_eq!(
        (plan.sheets[0].reason, plan.problems[0].code, plan.problems[0].severity),
        (SheetReason::SeveralTables, "several_tables", Severity::Error)
    );
    assert_eq!(plan.problems[0].details["kinds"], "customers (A-C), products (E-G)");
    let read_as = |kind| {
        let sheets = vec![SheetPlan::new("Hoja1", kind)];
        read_opening(&mut texts(&[("Hoja1", rows)]), &OpeningOptions { sheets, ..OpeningOptions::default() }).unwrap()
    };
    let customers = read_as(SheetKind::Customers);
    assert_eq!((customers.customers[0].value.code.as_str(), customers.customers[0].value.name.as_str()), ("C1", "Uno"));
    let products = read_as(SheetKind::Products);
    assert_eq!((products.products[0].value.code.as_str(), products.products[0].value.name.as_str()), ("P1", "Taza"));
    // Each names the columns of the other.
    let named = |data: &OpeningData| data.problems.iter().filter(|p| p.code.starts_with("column_") || p.code == "repeated_column").count();
    assert_eq!((named(&customers), named(&products)), (3, 3));
}

#[test]
fn footers_of_pages_are_notes_and_a_code_alone_is_an_error() {
    let rows: Rows<'_> = &[
        &["Código", "Nombre", "Ciudad"],
        &["C1", "Uno", "Vitoria"],
        &["Página 1"],
        &["Listado impreso el 3 de mayo"],
        &["Impreso: Ana"],
        &["FIN"],
        &["", "", "Vitoria"],
    ];
    let data = read(&[("Clientes", rows)]);
    assert_eq!(data.customers.len(), 1);
    let found: Vec<_> = data.problems.iter().map(|p| (p.code, p.place.row, p.severity)).collect();
    let notes = [3, 4, 5].map(|row| ("note_row", row, Severity::Warning));
    assert_eq!(found, [&notes[..], &[("lone_cell", 6, Severity::Error), ("missing", 7, Severity::Error)]].concat());
}

#[test]
fn a_trade_name_stands_beside_the_name_and_names_that_lack_are_said() {
    let rows: Rows<'_> = &[&["Código", "Nombre", "Nombre comercial", "NIF"], &["C1", "Uno S.L.", "Bar Uno", "B1"], &["C2", "Dos S.L.", "", "B2"]];
    let data = read(&[("Clientes", rows)]);
    let named: Vec<_> = data.customers.iter().map(|c| (c.value.name.as_str(), c.value.legal_name.as_deref())).collect();
    assert_eq!(named, [("Bar Uno", Some("Uno S.L.")), ("Dos S.L.", Some("Dos S.L."))]);
    assert_eq!(codes(&data), []);
    let data = read(&[("Clientes", &[&["Código", "NIF"], &["C1", "B1"]])]);
    assert_eq!((codes(&data), data.problems[0].details["fields"].as_str()), (vec![("names_missing", 1, "")], "customer_name"));
}

#[test]
fn a_discount_below_one_is_read_where_the_column_says_what_it_is() {
    let read_discounts = |heading: &str, cells: &[(f64, &str)]| {
        let mut writer = Writer::new();
        let sheet = writer.add_worksheet().set_name("Precios por cliente").unwrap();
        sheet.write_row(0, 0, ["Nº cliente", "Código de producto", heading]).unwrap();
        for ((number, format), row) in cells.iter().zip(1..) {
            sheet.write_row(row, 0, ["C1", "P1"]).unwrap();
            sheet.write_with_format(row, 2, *number, &CellFormat::new().set_num_format(*format)).unwrap();
        }
        let mut workbook = Workbook::from_bytes(writer.save_to_buffer().unwrap(), Format::Xlsx).unwrap();
        let data = read_opening(&mut workbook, &OpeningOptions::default()).unwrap();
        let read: Vec<String> = data.customer_prices.iter().map(|p| plain(p.value.discount.unwrap().decimal())).collect();
        (read, codes(&data).into_iter().map(|(code, row, _)| (code.to_owned(), row)).collect::<Vec<_>>())
    };
    let ambiguous = |row| ("ambiguous_percent".to_owned(), row);
    assert_eq!(read_discounts("Descuento", &[(0.1, "0%"), (0.2, "0%")]), (vec!["10".into(), "20".into()], vec![]));
    assert_eq!(read_discounts("Descuento", &[(0.1, "0%"), (0.2, "General"), (5.0, "General")]), (vec!["10".into(), "5".into()], vec![ambiguous(3)]));
    assert_eq!(read_discounts("Descuento", &[(0.1, "General"), (0.2, "General")]), (vec![], vec![ambiguous(2), ambiguous(3)]));
    assert_eq!(read_discounts("Descuento", &[(0.5, "General"), (12.0, "General")]), (vec!["0.5".into(), "12".into()], vec![]));
    assert_eq!(read_discounts("Descuento (%)", &[(0.5, "General")]), (vec!["0.5".into()], vec![]));
}

#[test]
fn looking_through_a_workbook_counts_every_cell() {
    let rows: Rows<'_> = &[&["Clientes de mayo"], &["Código", "Nombre", "Zona"], &["C1", "Uno", "Norte"], &["C2", "Dos", ""]];
    let plan = examine_opening(&mut texts(&[("Clientes", rows)]), &OpeningOptions::default()).unwrap();
    let cells = plan.sheets[0].cells;
    assert_eq!((cells.titles, cells.headings, cells.read, cells.left_out, cells.filled()), (1, 3, 4, 1, 9));
    let data = read(&[("Clientes", rows)]);
    assert_eq!(data.sheets[0].cells, cells, "reading counts the same");
}

#[test]
fn reasons_name_kinds_fields_and_places_in_the_language() {
    let rows: Rows<'_> = &[&["Código", "Nombre", "Coste"], &["P1", "Taza", "2"], &["P1", "Plato", "3"]];
    let data = read(&[("Productos", rows)]);
    let said = |code: &str, language: crm_office::Language| language.reason(data.problems.iter().find(|p| p.code == code).unwrap());
    let (spanish, chinese) = (crm_office::Language::Spanish, crm_office::Language::Chinese);
    assert!(said("column_incomplete", spanish).contains("no dice nada sin Cantidad"), "{}", said("column_incomplete", spanish));
    assert!(said("column_incomplete", chinese).contains("缺少 数量 列"), "{}", said("column_incomplete", chinese));
    assert!(said("duplicate_code", spanish).contains("en la fila 2 de la hoja `Productos`"), "{}", said("duplicate_code", spanish));
    assert!(said("duplicate_code", chinese).contains("工作表 `Productos` 第 2 行"), "{}", said("duplicate_code", chinese));
}

#[test]
fn a_second_column_of_a_field_says_which_was_read() {
    let rows: Rows<'_> = &[&["Código", "Nombre", "Teléfono", "Tel."], &["C1", "Uno", "945 1", "945 2"]];
    let data = read(&[("Clientes", rows)]);
    let repeated: Vec<_> = data.problems.iter().filter(|p| p.code == "repeated_column").map(|p| p.details["other"].as_str()).collect();
    let other = if data.contacts[0].value.points[0].1 == "945 1" { "C" } else { "D" };
    assert_eq!(repeated, [other]);
}

#[test]
fn cells_that_are_merged_over_rows_are_said() {
    let mut writer = Writer::new();
    let sheet = writer.add_worksheet().set_name("Clientes").unwrap();
    let plain = CellFormat::new();
    sheet.merge_range(0, 0, 1, 0, "Código", &plain).unwrap();
    sheet.write_row(0, 1, ["Nombre", "Grupo"]).unwrap();
    for row in 2..5 {
        sheet.write_row(row, 0, [format!("C{row}"), format!("Uno {row}")]).unwrap();
    }
    sheet.merge_range(2, 2, 3, 2, "Norte", &plain).unwrap();
    sheet.merge_range(4, 2, 4, 3, "Sur", &plain).unwrap();
    let mut workbook = Workbook::from_bytes(writer.save_to_buffer().unwrap(), Format::Xlsx).unwrap();
    let data = read_opening(&mut workbook, &OpeningOptions::default()).unwrap();
    let groups: Vec<_> = data.customers.iter().map(|c| c.value.group.as_deref()).collect();
    assert_eq!(groups, [Some("Norte"), Some("Norte"), Some("Sur")]);
    assert_eq!((codes(&data), data.problems[0].details["range"].as_str()), (vec![("merged_cells", 3, "Grupo")], "C3:C4"));
    // Nobody knows whether a figure is that of each row.
    let mut writer = Writer::new();
    let sheet = writer.add_worksheet().set_name("Productos").unwrap();
    sheet.write_row(0, 0, ["Código", "Nombre", "Precio"]).unwrap();
    for row in 1..4 {
        sheet.write_row(row, 0, [format!("P{row}"), format!("Taza {row}")]).unwrap();
    }
    sheet.merge_range(1, 2, 3, 2, "", &plain).unwrap();
    sheet.write(1, 2, 24).unwrap();
    // Merged cells with nothing in them say nothing.
    sheet.write_row(0, 3, ["Marca"]).unwrap();
    sheet.merge_range(1, 3, 3, 3, "", &plain).unwrap();
    let mut workbook = Workbook::from_bytes(writer.save_to_buffer().unwrap(), Format::Xlsx).unwrap();
    let data = read_opening(&mut workbook, &OpeningOptions::default()).unwrap();
    assert_eq!(data.products.len(), 1);
    let found: Vec<_> = data.problems.iter().map(|p| (p.code, p.place.row, p.severity)).collect();
    let figure = |row| ("merged_figure", row, Severity::Error);
    assert_eq!(found, [("merged_cells", 2, Severity::Warning), figure(3), figure(4)]);
}

#[test]
fn what_is_wrong_beside_a_record_does_not_keep_the_record_out() {
    let rows: Rows<'_> =
        &[&["Código", "Nombre", "Cantidad", "Coste"], &["P1", "Taza", "-3", "2"], &["P2", "Plato", "muchas", "2"], &["P3", "Vaso", "1", "2"]];
    let data = read(&[("Productos", rows)]);
    assert_eq!((data.products.len(), data.stock.len()), (3, 1));
    let found: Vec<_> = data.problems.iter().map(|p| (p.code, p.place.row, p.severity)).collect();
    assert_eq!(found, [("negative", 2, Severity::Error), ("unreadable_number", 3, Severity::Error)]);
}

#[test]
fn a_row_that_has_all_it_needs_is_no_total_whatever_it_is_called() {
    let head: &[&str] = &["Cliente", "Factura", "Fecha", "Vencimiento", "Importe"];
    let rows: Rows<'_> =
        &[head, &["C1", "F1", "2025-01-01", "2025-02-01", "50"], &["TOTAL", "F2", "2025-01-01", "2025-02-01", "50"], &["TOTAL", "", "", "", "100"]];
    let data = read(&[("Facturas pendientes", rows)]);
    assert_eq!(data.receivables.iter().map(|r| r.value.customer.as_str()).collect::<Vec<_>>(), ["C1", "TOTAL"]);
    assert_eq!((codes(&data), data.sheets[0].total_rows.as_slice()), (vec![], &[4][..]));
}

#[test]
fn a_time_alone_is_no_date_and_zeros_behind_the_point_belong_to_a_code() {
    let mut writer = Writer::new();
    let sheet = writer.add_worksheet().set_name("Facturas pendientes").unwrap();
    sheet.write_row(0, 0, ["Cliente", "Factura", "Fecha", "Vencimiento", "Importe"]).unwrap();
    let format = |code: &str| CellFormat::new().set_num_format(code);
    for (row, (number, date)) in (1..).zip([(0.0, "dd/mm/yyyy"), (0.75, "hh:mm"), (45_000.0, "dd/mm/yyyy")]) {
        sheet.write_with_format(row, 0, 90.75, &format("0.000")).unwrap();
        sheet.write_row(row, 1, ["F"]).unwrap();
        sheet.write_with_format(row, 2, number, &format(date)).unwrap();
        sheet.write_with_format(row, 4, 2.5, &format("0.00")).unwrap();
    }
    let mut workbook = Workbook::from_bytes(writer.save_to_buffer().unwrap(), Format::Xlsx).unwrap();
    let options = OpeningOptions { sheets: vec![SheetPlan::new("Facturas pendientes", SheetKind::Receivables)], ..OpeningOptions::default() };
    let data = read_opening(&mut workbook, &options).unwrap();
    let texts: Vec<_> = data.problems.iter().map(|p| (p.code, p.text.as_str())).collect();
    assert_eq!(texts[..2], [("unreadable_date", "00:00"), ("unreadable_date", "18:00")]);
    assert!(data.problems.iter().all(|p| p.code != "unreadable_number"), "{:?}", data.problems);
    let codes: Vec<&str> =
        data.refused_customers.iter().map(String::as_str).chain(data.receivables.iter().map(|r| r.value.customer.as_str())).collect();
    assert!(codes.is_empty() || codes == ["90.750"], "{codes:?}");
    // The figure is the same, however many zeros it shows.
    let products: Rows<'_> = &[&["Código", "Nombre"], &["90.750", "Taza"]];
    assert_eq!(read(&[("Productos", products)]).products[0].value.code, "90.750");
}

#[test]
fn stock_says_the_unit_that_it_is_counted_in() {
    let rows: Rows<'_> = &[&["Código", "Cantidad", "Coste", "Unidad"], &["P1", "3", "24", "caja"]];
    let data = read(&[("Existencias", rows)]);
    assert_eq!((data.stock[0].value.unit.as_deref(), codes(&data)), (Some("caja"), vec![]));
}

#[test]
fn what_guards_a_text_against_a_spreadsheet_is_taken_off() {
    let text = "Código;Nombre;Teléfono\n=\"00123\";'t Hof;'+32 9\n'00124;'90s Shop;\n";
    let data = read_opening(&mut csv(text), &OpeningOptions::default()).unwrap();
    let read: Vec<_> = data.customers.iter().map(|c| (c.value.code.as_str(), c.value.name.as_str())).collect();
    assert_eq!((read, data.contacts[0].value.points[0].1.as_str()), (vec![("00123", "'t Hof"), ("00124", "'90s Shop")], "+32 9"));
}

#[test]
fn an_alphabet_of_one_byte_is_a_guess_and_said() {
    let bytes = [b"Codigo cliente;Nombre\nC1;Pe".as_slice(), &[0xF1], b"a\n"].concat();
    let data = read_opening(&mut Workbook::from_bytes(bytes.clone(), Format::Csv).unwrap(), &OpeningOptions::default()).unwrap();
    assert_eq!((codes(&data), data.problems[0].text.as_str()), (vec![("encoding_guessed", 2, "Nombre")], "Peña"));
    let options = OpeningOptions { encoding: Some("cp1252".to_owned()), ..OpeningOptions::default() };
    let mut workbook = Workbook::from_bytes_with(bytes, Format::Csv, &options.file().unwrap()).unwrap();
    assert_eq!(codes(&read_opening(&mut workbook, &options).unwrap()), []);
}

#[test]
fn a_column_is_said_of_one_field_only() {
    let columns = ColumnMapping::given([(Field::CustomerCode, "Nombre"), (Field::CustomerName, "Nombre")]);
    let sheets = vec![SheetPlan { columns, ..SheetPlan::new("Clientes", SheetKind::Customers) }];
    let rows: Rows<'_> = &[&["Código", "Nombre"], &["C1", "Uno"]];
    let error = read_opening(&mut texts(&[("Clientes", rows)]), &OpeningOptions { sheets, ..OpeningOptions::default() }).unwrap_err();
    assert_eq!((error.code().as_str(), error.context("sheet")), ("field.invalid", Some("Clientes")));
}

#[test]
fn open_invoices_without_a_due_day_are_named_as_what_they_could_be() {
    let rows: Rows<'_> = &[&["Nº cliente", "Número de documento", "Fecha", "Importe pendiente"], &["C1", "F1", "2025-01-01", "10"]];
    let plan = examine_opening(&mut texts(&[("Hoja1", rows)]), &OpeningOptions::default()).unwrap();
    assert_eq!((plan.sheets[0].reason, plan.sheets[0].candidates[0].kind.as_str()), (SheetReason::Uncertain, "receivables"));
    assert!(plan.problems[0].reason.contains("receivables"), "{}", plan.problems[0].reason);
}

#[test]
fn stock_without_its_columns_is_no_list_of_products() {
    let rows: Rows<'_> = &[&["Código", "Coste", "Lo que hay"], &["P1", "2", "5"]];
    let plan = examine_opening(&mut texts(&[("Existencias iniciales", rows)]), &OpeningOptions::default()).unwrap();
    assert_eq!((plan.sheets[0].kind.as_deref(), plan.sheets[0].reason), (None, SheetReason::ColumnsMissing));
    assert!(plan.problems[0].details["fields"].contains("quantity"), "{:?}", plan.problems);
}
