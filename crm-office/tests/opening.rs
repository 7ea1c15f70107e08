//! From a workbook to opening data: headings, values, problems and totals.

#![allow(clippy::unwrap_used, clippy::panic, reason = "helpers of tests are tests")]

use crm_core::opening::{OpeningData, Problem, Severity};
use crm_office::{
    ColumnMapping, Field, Format, Notation, OpeningOptions, SheetKind, SheetPlan, Workbook, plan_opening, read_opening, write_problems_csv,
};
use rust_xlsxwriter::Workbook as Writer;

/// A workbook of sheets whose cells are numbers where they look like plain ones and do not start with `'`.
fn workbook(sheets: &[(&str, &[&[&str]])]) -> Workbook {
    let mut writer = Writer::new();
    for (name, rows) in sheets {
        let sheet = writer.add_worksheet().set_name(*name).unwrap();
        for (r, row) in rows.iter().enumerate() {
            for (c, cell) in row.iter().enumerate().filter(|(_, cell)| !cell.is_empty()) {
                let (r, c) = (r as u32, c as u16);
                match cell.parse::<f64>() {
                    Ok(number) => sheet.write(r, c, number).unwrap(),
                    Err(_) => sheet.write(r, c, cell.trim_start_matches('\'')).unwrap(),
                };
            }
        }
    }
    Workbook::from_bytes(writer.save_to_buffer().unwrap(), Format::Xlsx).unwrap()
}

fn read(sheets: &[(&str, &[&[&str]])]) -> OpeningData {
    read_opening(&mut workbook(sheets), &OpeningOptions::default()).unwrap()
}

const PRODUCTS: &[&str] = &["Stock Code", "Description", "List Price", "Stocked"];
const STOCK: &[&str] = &["Stock Code", "Opening Qty", "Unit Cost"];

fn products(row: &[&str]) -> OpeningData {
    read(&[("Products", &[PRODUCTS, row])])
}

fn stock(row: &[&str]) -> OpeningData {
    read(&[("Opening Stock", &[STOCK, row])])
}

/// The one problem of data without any accepted row.
fn refusal(data: OpeningData) -> (&'static str, String, String) {
    assert!(data.products.is_empty() && data.stock.is_empty() && data.customers.is_empty(), "{data:?}");
    assert_eq!(data.totals.iter().map(|t| (t.rows, t.readable)).collect::<Vec<_>>(), [(1, 0)]);
    let [problem] = &data.problems[..] else { panic!("{:?}", data.problems) };
    assert_eq!((problem.severity, problem.place.row), (Severity::Error, 2));
    (problem.code, problem.place.column.clone().unwrap(), problem.text.clone())
}

fn refused(code: &'static str, column: &str, text: &str) -> (&'static str, String, String) {
    (code, column.to_owned(), text.to_owned())
}

#[test]
fn headers_are_found_in_spanish() {
    let data = read(&[
        (
            "Clientes",
            &[
                &["Listado de clientes"],
                &[],
                &["Nº Cliente", "Razón social", "PAÍS", "Grupo", "Plazo de pago (días)", "Tipo de IVA"],
                &["'007", "Peña", "España", "Minoristas", "30", "G21"],
            ],
        ),
        (
            "Artículos",
            &[
                &["Código", "Descripción", "Familia", "Unidad", "Inventariable", "Precio de venta"],
                &["T-1", "Taza", "Menaje", "ud", "Sí", "'1.234,50"],
                &["P", "Portes", "", "", "no", ""],
            ],
        ),
        ("Inventario inicial", &[&["Referencia", "Existencias", "Coste unitario"], &["T-1", "12", "2.5"]]),
    ]);
    assert_eq!(data.problems, []);
    let customer = &data.customers[0];
    assert_eq!((customer.row, customer.value.code.as_str(), customer.value.payment_days), (4, "007", Some(30)));
    assert_eq!(
        (customer.value.country.as_deref(), customer.value.group.as_deref(), customer.value.tax_code.as_deref()),
        (Some("España"), Some("Minoristas"), Some("G21"))
    );
    let [mug, freight] = &data.products[..] else { panic!("{data:?}") };
    assert_eq!(
        (mug.value.list_price.unwrap().to_string(), mug.value.stocked, mug.value.unit.as_deref()),
        ("1234.5".to_owned(), Some(true), Some("ud"))
    );
    assert_eq!((freight.value.list_price, freight.value.stocked), (None, Some(false)));
    let totals = &data.totals[2];
    assert_eq!((totals.quantity.to_string(), totals.value.normalize().to_string()), ("12".to_owned(), "30".to_owned()));
}

#[test]
fn a_missing_name_is_the_code() {
    let data = products(&["A-1", "", "2"]);
    assert_eq!(data.products[0].value.name, "A-1");
    let said: Vec<_> = data.problems.iter().map(|p| (p.code, p.severity, p.place.column.as_deref())).collect();
    assert_eq!(said, [("name_missing", Severity::Warning, Some("Description"))]);
    // A code alone says nothing of a product.
    assert_eq!(refusal(products(&["A-1"])), refused("lone_cell", "Stock Code", "A-1"));
}

#[test]
fn blank_rows_are_not_counted() {
    let data = read(&[("Products", &[PRODUCTS, &["A", "Mug"], &["", "' "], &["B", "Bowl"]])]);
    assert_eq!((data.totals[0].rows, data.products[1].row), (2, 4));
}

#[test]
fn a_row_without_a_code_is_missing_one() {
    assert_eq!(refusal(products(&["", "Mug"])), refused("missing", "Stock Code", ""));
}

#[test]
fn opening_stock_needs_its_quantity_and_its_cost() {
    assert_eq!(refusal(stock(&["A", "", "1"])), refused("missing", "Opening Qty", ""));
    assert_eq!(refusal(stock(&["A", "1"])), refused("missing", "Unit Cost", ""));
    assert_eq!(stock(&["A", "0"]).stock.len(), 1);
}

#[test]
fn a_text_that_is_no_number_is_unreadable() {
    assert_eq!(refusal(products(&["A", "Mug", "' about 3"])), refused("unreadable_number", "List Price", " about 3"));
    assert_eq!(refusal(products(&["A", "Mug", "'1,234"])), refused("ambiguous_number", "List Price", "1,234"));
}

#[test]
fn a_number_beyond_the_limit_is_out_of_range() {
    assert_eq!(refusal(stock(&["A", "1000000000000", "1"])), refused("out_of_range", "Opening Qty", "1000000000000"));
    assert_eq!(refusal(stock(&["A", "1", "1e30"])).0, "digits_lost");
}

#[test]
fn more_decimals_than_are_kept_are_too_precise() {
    assert_eq!(refusal(stock(&["A", "1.0000001", "1"])), refused("too_precise", "Opening Qty", "1.0000001"));
    assert_eq!(stock(&["A", "1.000001", "1"]).stock[0].value.quantity.to_string(), "1.000001");
    let data = read(&[("Customers", &[&["Customer No", "Name", "Payment Terms (days)"], &["C", "Mugs", "30.5"]])]);
    assert_eq!(refusal(data), refused("too_precise", "Payment Terms (days)", "30.5"));
}

#[test]
fn less_than_nothing_is_negative() {
    assert_eq!(refusal(stock(&["A", "-1", "1"])), refused("negative", "Opening Qty", "-1"));
    assert_eq!(refusal(stock(&["A", "1", "-0.5"])), refused("negative", "Unit Cost", "-0.5"));
}

#[test]
fn a_text_beyond_its_limit_is_too_long() {
    let code = "x".repeat(65);
    assert_eq!(refusal(products(&[&code, "Mug"])), refused("too_long", "Stock Code", &code));
    assert_eq!(refusal(products(&["A", &"x".repeat(501)])).0, "too_long");
    assert_eq!(products(&[&"ñ".repeat(64), &"ñ".repeat(500)]).problems, []);
}

#[test]
fn a_flag_is_yes_or_no() {
    assert_eq!(refusal(products(&["A", "Mug", "1", "perhaps"])), refused("unreadable_flag", "Stocked", "perhaps"));
}

#[test]
fn the_later_of_two_equal_codes_is_refused() {
    let data = read(&[("Products", &[PRODUCTS, &["17850", "Mug"], &["B", "Bowl"], &["'17850", "Mug"]])]);
    assert_eq!((data.products.len(), data.totals[0].readable), (2, 2));
    let problem = &data.problems[0];
    assert_eq!((problem.code, problem.place.row, problem.severity), ("duplicate_code", 4, Severity::Error));
    assert!(problem.reason.contains("row 2"), "{}", problem.reason);
}

#[test]
fn codes_that_differ_by_case_are_both_accepted_with_a_warning() {
    let data = read(&[("Products", &[PRODUCTS, &["85123A", "Mug"], &["85123a", "Mug"]])]);
    assert_eq!(data.products.len(), 2);
    assert_eq!((data.problems[0].code, data.problems[0].severity), ("code_differs_by_case", Severity::Warning));
}

#[test]
fn stock_of_an_unknown_product_is_refused_whatever_the_order_of_the_sheets() {
    let stock: &[&[&str]] = &[STOCK, &["A", "1", "1"], &["Z", "1", "1"]];
    let data = read(&[("Opening Stock", stock), ("Products", &[PRODUCTS, &["A", "Mug"]])]);
    assert_eq!((data.stock.len(), data.problems[0].code, data.problems[0].text.as_str()), (1, "unknown_product", "Z"));
    assert_eq!(read(&[("Opening Stock", stock)]).problems, []);
}

#[test]
fn every_problem_of_a_row_is_reported() {
    let codes: Vec<_> = stock(&["", "x", "-1"]).problems.iter().map(|p| p.code).collect();
    assert_eq!(codes, ["missing", "unreadable_number", "negative"]);
}

#[test]
fn a_formula_error_in_a_text_is_left_out_with_a_warning() {
    let mut writer = Writer::new();
    let sheet = writer.add_worksheet().set_name("Products").unwrap();
    sheet.write_row(0, 0, ["Stock Code", "Description"]).unwrap();
    sheet.write(1, 0, "A").unwrap();
    sheet.write_formula(1, 1, rust_xlsxwriter::Formula::new("=NA()").set_result("#N/A")).unwrap();
    let mut workbook = Workbook::from_bytes(writer.save_to_buffer().unwrap(), Format::Xlsx).unwrap();
    let data = read_opening(&mut workbook, &OpeningOptions::default()).unwrap();
    let problem = &data.problems[0];
    assert_eq!((problem.severity, problem.code, problem.text.as_str()), (Severity::Warning, "formula_error", "#N/A"));
    assert_eq!(data.products[0].value.name, "A");
}

#[test]
fn sheets_are_recognised_by_their_headings() {
    let rows: &[&[&str]] = &[STOCK, &["A", "1", "2"]];
    assert_eq!(read(&[("Hoja1", rows)]).stock.len(), 1);
    let receipts: &[&[&str]] = &[&["Receipt No", "Date", "Stock Code", "Qty", "Unit Cost"], &["R", "x", "A", "1", "2"]];
    let data = read(&[("Receipts", receipts), ("Hoja1", rows)]);
    assert_eq!(data.totals.len(), 1, "movements are no opening stock");
}

#[test]
fn a_workbook_without_a_known_sheet_or_column_is_refused() {
    for sheets in [("Hoja1", &[&["x", "y"][..]][..]), ("Clientes", &[&["x", "y"][..]][..])] {
        let error = read_opening(&mut workbook(&[sheets]), &OpeningOptions::default()).unwrap_err();
        assert_eq!(error.code().as_str(), "workbook.column_missing");
    }
    let options = OpeningOptions { sheets: vec![SheetPlan::new("Nope", SheetKind::Products)], ..Default::default() };
    let error = read_opening(&mut workbook(&[("Hoja1", &[PRODUCTS])]), &options).unwrap_err();
    assert_eq!(error.context("sheet"), Some("Nope"));
}

#[test]
fn headings_beyond_the_twentieth_row_are_not_looked_for() {
    let mut rows: Vec<&[&str]> = vec![&["note"]; 20];
    rows.push(PRODUCTS);
    assert!(read_opening(&mut workbook(&[("Products", &rows)]), &OpeningOptions::default()).is_err());
    rows.remove(0);
    rows.push(&["A", "Mug"]);
    assert_eq!(read(&[("Products", &rows)]).products[0].row, 21);
}

#[test]
fn given_headings_win_over_guesses_and_travel_as_json() {
    let rows: &[&[&str]] = &[&["Code", "Ref. interna", "PVP", "Price"], &["x", "A", "1", "2"]];
    let columns = ColumnMapping::given([(Field::ProductCode, "ref interna"), (Field::ListPrice, "Price")]);
    let plan = SheetPlan { columns, ..SheetPlan::new("Datos", SheetKind::Products) };
    let options = OpeningOptions { sheets: vec![plan], notation: Notation::Comma, ..Default::default() };
    let json = serde_json::to_string(&options).unwrap();
    assert_eq!(serde_json::from_str::<OpeningOptions>(&json).unwrap(), options);
    let data = read_opening(&mut workbook(&[("Datos", rows)]), &options).unwrap();
    assert_eq!((data.products[0].value.code.as_str(), data.products[0].value.list_price.unwrap().to_string()), ("A", "2".to_owned()));
}

#[test]
fn an_empty_heading_leaves_its_field_out() {
    let columns = ColumnMapping::given([(Field::ListPrice, "")]);
    let plan = SheetPlan { columns, ..SheetPlan::new("Products", SheetKind::Products) };
    let options = OpeningOptions { sheets: vec![plan], ..Default::default() };
    let data = read_opening(&mut workbook(&[("Products", &[PRODUCTS, &["A", "Mug", "'junk"]])]), &options).unwrap();
    assert_eq!((data.products[0].value.list_price, data.problems.len()), (None, 0));
}

#[test]
fn a_plan_can_be_shown_and_given_back() {
    let mut workbook = workbook(&[("Products", &[&["Prices of May"], PRODUCTS, &["A", "Mug", "1", "x"]])]);
    let sheets = plan_opening(&mut workbook, &OpeningOptions::default()).unwrap();
    assert_eq!((sheets[0].heading_row, sheets[0].columns.heading(Field::ListPrice)), (Some(2), Some("List Price")));
    let options = OpeningOptions { sheets, ..Default::default() };
    let (planned, guessed) = (read_opening(&mut workbook, &options).unwrap(), read_opening(&mut workbook, &OpeningOptions::default()).unwrap());
    assert_eq!((&planned.products, &planned.problems, &planned.totals), (&guessed.products, &guessed.problems, &guessed.totals));
    assert_eq!(planned.sheets[0].cells, guessed.sheets[0].cells);
}

#[test]
fn problems_become_a_report_that_no_spreadsheet_calculates() {
    let data = read(&[("Products", &[PRODUCTS, &["A", "Mug, big", "'=1+1"], &["a", "Bowl", "-2"]])]);
    let mut report = Vec::new();
    write_problems_csv(&data.problems, &mut report).unwrap();
    let expected = "sheet,row,column,severity,code,reason,text\n\
        Products,2,List Price,error,unreadable_number,`=1+1` is not a number,'=1+1\n\
        Products,3,List Price,error,negative,`-2` is less than zero,-2\n\
        Products,3,Stock Code,warning,code_differs_by_case,`a` differs only by case from `A` in row 2 of sheet `Products`,a\n";
    assert_eq!(String::from_utf8(report).unwrap(), expected);
}

#[test]
fn the_real_opening_is_read() {
    let path = std::path::Path::new(env!("CARGO_MANIFEST_DIR")).join("../../shared/data/opening.xlsx");
    if !path.exists() {
        println!("skipped: {} is not there", path.display());
        return;
    }
    let data = read_opening(&mut Workbook::open(&path).unwrap(), &OpeningOptions::default()).unwrap();
    let errors: Vec<&Problem> = data.problems.iter().filter(|p| p.severity == Severity::Error).collect();
    println!("{} customers, {} products, {} stock; {} problems", data.customers.len(), data.products.len(), data.stock.len(), data.problems.len());
    println!("{:?}\n{:?}", data.totals, data.problems.iter().take(5).collect::<Vec<_>>());
    assert_eq!(errors, Vec::<&Problem>::new());
    assert!(data.problems.iter().any(|p| p.code == "code_differs_by_case"));
    assert!(data.totals.iter().all(|totals| totals.rows == totals.readable));
    assert!(data.customers.iter().any(|c| c.value.payment_days.is_some()));
    assert!(data.stock.iter().any(|s| s.value.unit_cost > crm_core::num::Decimal::ZERO));
}

#[test]
fn more_rows_than_are_brought_in_at_once_are_refused_as_they_are_read() {
    let rows = |price: &str| -> String { (0..60_000).map(|n| format!("P{n};Mug;{price}\n")).collect() };
    // Good or bad makes no difference: what is refused is not gathered first.
    for price in ["1.5", "about 3"] {
        let mut workbook = Workbook::from_bytes(format!("Code;Description;Price\n{}", rows(price)), Format::Csv).unwrap();
        let error = read_opening(&mut workbook, &OpeningOptions::default()).unwrap_err();
        assert_eq!((error.code().as_str(), error.context("name")), ("limit.exceeded", Some("MAX_BATCH")));
        assert_eq!((error.context("sheet"), error.context("row")), (Some("csv"), Some("50002")));
    }
}

#[test]
fn headings_repeated_on_every_page_cost_no_more_than_other_rows() {
    let text = format!("Code;Description\nP1;Mug\n{}", "Code;Description\n".repeat(200_000));
    let data = read_opening(&mut Workbook::from_bytes(text, Format::Csv).unwrap(), &OpeningOptions::default()).unwrap();
    assert_eq!((data.products.len(), data.sheets[0].heading_rows.len(), data.sheets[0].cells.headings), (1, 10_000, 400_002));
}
