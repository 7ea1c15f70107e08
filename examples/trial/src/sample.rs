//! An invented wholesaler in the three workbooks that a replay reads: the same seed gives the same year.
//!
//! It is as dirty as real data: a code with leading zeros, codes that differ by case, services, free lines, counts, returns, bad debt.

use crate::Failure;
use chrono::{Days, NaiveDate, NaiveDateTime, NaiveTime};
use crm_office::{Existing, write_file};
use rust_xlsxwriter::{Format, Workbook, Worksheet};
use std::path::Path;

const PRODUCTS: u32 = 60;
const CUSTOMERS: u32 = 40;
const COUNTRIES: &[&str] = &["United Kingdom", "United Kingdom", "United Kingdom", "Spain", "France", "China"];
const NAMES: &[&str] = &["Lantern", "Teapot", "Candle holder", "Picture frame", "Garden chair", "Doormat", "Cushion", "Wall clock"];

/// A small number generator (splitmix64): good enough for sample data, and the same everywhere.
struct Dice(u64);

impl Dice {
    fn roll(&mut self, sides: u32) -> u32 {
        self.0 = self.0.wrapping_add(0x9E37_79B9_7F4A_7C15);
        let mut z = self.0;
        z = (z ^ (z >> 30)).wrapping_mul(0xBF58_476D_1CE4_E5B9);
        z = (z ^ (z >> 27)).wrapping_mul(0x94D0_49BB_1331_11EB);
        u32::try_from((z ^ (z >> 31)) % u64::from(sides.max(1))).unwrap_or_default()
    }
}

fn product_code(index: u32) -> String {
    match index {
        0 => "00123".to_owned(),
        1 => "15056N".to_owned(),
        2 => "15056n".to_owned(),
        _ => format!("{}", 20_000 + index),
    }
}

/// Cost of a product in hundredths.
fn cost(index: u32) -> u32 {
    85 + index * 37 % 900
}

/// Hundredths as a cell: spreadsheets store every number as a float, which a reader has to cope with.
fn hundredths(value: u32) -> f64 {
    format!("{}.{:02}", value / 100, value % 100).parse().unwrap_or_default()
}

/// Writes the three workbooks.
pub(crate) fn write(dir: &Path, documents: u32) -> Result<(), Failure> {
    std::fs::create_dir_all(dir)?;
    opening(&dir.join("opening.xlsx"))?;
    receipts(&dir.join("receipts.xlsx"))?;
    sales(&dir.join("sales.xlsx"), documents)?;
    println!("opening.xlsx, receipts.xlsx and sales.xlsx are in {}", dir.display());
    Ok(())
}

fn headings(sheet: &mut Worksheet, names: &[&str]) -> Result<(), Failure> {
    for (column, name) in (0_u16..).zip(names) {
        sheet.write(0, column, *name)?;
    }
    Ok(())
}

/// The opening workbook: customers, products, stock.
pub(crate) fn opening(path: &Path) -> Result<(), Failure> {
    let mut workbook = Workbook::new();
    let sheet = workbook.add_worksheet().set_name("Customers")?;
    headings(sheet, &["Customer No", "Name", "Country", "Payment Terms (days)"])?;
    sheet.write(1, 0, "CASH")?.write(1, 1, "Counter sales")?.write(1, 2, "United Kingdom")?.write(1, 3, 0)?;
    for index in 0..CUSTOMERS {
        let (row, code) = (index + 2, 12_000 + index);
        let country = COUNTRIES.get(index as usize % COUNTRIES.len()).copied().unwrap_or_default();
        sheet.write(row, 0, code)?.write(row, 1, format!("Customer {code}"))?.write(row, 2, country)?.write(row, 3, 15 * (index % 4))?;
    }
    let sheet = workbook.add_worksheet().set_name("Products")?;
    headings(sheet, &["Stock Code", "Description", "List Price"])?;
    sheet.write(1, 0, "POST")?.write(1, 1, "Postage")?.write(1, 2, 18)?;
    for index in 0..PRODUCTS {
        let name = NAMES.get(index as usize % NAMES.len()).copied().unwrap_or_default();
        let name = format!("{name} {index}");
        sheet.write(index + 2, 0, product_code(index))?.write(index + 2, 1, name)?.write(index + 2, 2, hundredths(cost(index) * 2))?;
    }
    let sheet = workbook.add_worksheet().set_name("Opening Stock")?;
    headings(sheet, &["Stock Code", "Opening Qty", "Unit Cost"])?;
    for index in 0..PRODUCTS {
        sheet.write(index + 1, 0, product_code(index))?.write(index + 1, 1, 300 + index)?.write(index + 1, 2, hundredths(cost(index)))?;
    }
    Ok(write_file(path, &workbook.save_to_buffer()?, Existing::Keep)?)
}

fn receipts(path: &Path) -> Result<(), Failure> {
    let mut workbook = Workbook::new();
    let date = Format::new().set_num_format("yyyy-mm-dd");
    let sheet = workbook.add_worksheet().set_name("Receipts")?;
    headings(sheet, &["Receipt No", "Date", "Stock Code", "Qty", "Unit Cost"])?;
    let mut dice = Dice(11);
    let mut row = 0;
    for month in 0..12_u32 {
        let day = NaiveDate::from_ymd_opt(2010, 12, 1).and_then(|d| d.checked_add_months(chrono::Months::new(month))).ok_or("no such day")?;
        for index in 0..PRODUCTS {
            row += 1;
            let (quantity, cost) = (100 + dice.roll(400), cost(index) + dice.roll(30));
            sheet.write(row, 0, format!("R{:03}", month + 1))?.write_with_format(row, 1, &day.and_time(NaiveTime::MIN), &date)?;
            sheet.write(row, 2, product_code(index))?.write(row, 3, quantity)?.write(row, 4, hundredths(cost))?;
        }
    }
    Ok(write_file(path, &workbook.save_to_buffer()?, Existing::Keep)?)
}

/// One row of the sales sheet.
struct Sale {
    invoice: String,
    code: String,
    quantity: i64,
    price: u32,
    customer: Option<u32>,
}

fn sales(path: &Path, documents: u32) -> Result<(), Failure> {
    let mut workbook = Workbook::new();
    let date = Format::new().set_num_format("yyyy-mm-dd hh:mm");
    let sheet = workbook.add_worksheet().set_name("Online Retail")?;
    headings(sheet, &["InvoiceNo", "StockCode", "Description", "Quantity", "InvoiceDate", "UnitPrice", "CustomerID", "Country"])?;
    let start = NaiveDate::from_ymd_opt(2010, 12, 1).and_then(|d| d.and_hms_opt(8, 26, 0)).ok_or("no such day")?;
    let mut dice = Dice(7);
    let mut row = 0;
    for document in 0..documents {
        let at = moment(start, document, documents)?;
        for sale in invent(document, &mut dice) {
            row += 1;
            match sale.invoice.parse::<u32>() {
                Ok(number) => sheet.write(row, 0, number)?,
                Err(_) => sheet.write(row, 0, &sale.invoice)?,
            };
            sheet.write(row, 1, &sale.code)?.write(row, 3, sale.quantity)?.write_with_format(row, 4, &at, &date)?;
            sheet.write(row, 5, hundredths(sale.price))?.write(row, 7, "United Kingdom")?;
            if let Some(customer) = sale.customer {
                sheet.write(row, 6, customer)?;
            }
        }
    }
    Ok(write_file(path, &workbook.save_to_buffer()?, Existing::Keep)?)
}

/// Documents are spread over a year, some minutes apart within a day.
fn moment(start: NaiveDateTime, document: u32, documents: u32) -> Result<NaiveDateTime, Failure> {
    let days = u64::from(document) * 365 / u64::from(documents.max(1));
    let minutes = i64::from(document % 500);
    Ok(start.checked_add_days(Days::new(days)).ok_or("no such day")? + chrono::TimeDelta::minutes(minutes))
}

fn invent(document: u32, dice: &mut Dice) -> Vec<Sale> {
    let number = 536_365 + document;
    let customer = Some(12_000 + dice.roll(CUSTOMERS));
    let line =
        |invoice: String, index: u32, quantity: i64, price: u32, customer| Sale { invoice, code: product_code(index), quantity, price, customer };
    if document % 97 == 96 {
        return vec![line(format!("A{number}"), 3, 1, 1_100, None)];
    }
    if document % 23 == 22 {
        let missing = if document.is_multiple_of(2) { -1 } else { 1 };
        return vec![line(number.to_string(), dice.roll(PRODUCTS), missing * i64::from(1 + dice.roll(3)), 0, None)];
    }
    let is_return = document % 13 == 12;
    let customer = if document % 17 == 16 { None } else { customer };
    let invoice = if is_return { format!("C{number}") } else { number.to_string() };
    let sign = if is_return { -1 } else { 1 };
    let mut sales: Vec<Sale> = (0..1 + dice.roll(12))
        .map(|_| {
            let index = dice.roll(PRODUCTS);
            line(invoice.clone(), index, sign * i64::from(1 + dice.roll(12)), cost(index) * 2 + dice.roll(50), customer)
        })
        .collect();
    if !is_return && document.is_multiple_of(5) {
        sales.push(Sale { invoice: invoice.clone(), code: "POST".to_owned(), quantity: 1, price: 1_800, customer });
    }
    if !is_return && document.is_multiple_of(11) && customer.is_some() {
        sales.push(line(invoice, dice.roll(PRODUCTS), 1, 0, customer));
    }
    sales
}
