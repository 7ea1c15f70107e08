//! The workbooks of a replay as business events, in posting order. Rows that cannot be an event are rejected.

use crate::Failure;
use chrono::{NaiveDate, NaiveDateTime};
use crm_core::{
    ids::{CustomerId, ProductId},
    num::{Currency, Quantity, UnitPrice},
};
use crm_office::{Cell, DateOrder, Row, Workbook};
use std::{
    collections::{BTreeMap, HashMap},
    path::{Path, PathBuf},
};

/// A row that became no event.
pub(crate) struct Rejected {
    pub file: &'static str,
    pub row: u32,
    pub reason: String,
}

/// What codes mean.
pub(crate) struct Codes {
    pub customers: HashMap<String, Customer>,
    pub products: HashMap<String, Goods>,
    pub currency: Currency,
}

/// What a replay must know about a product.
#[derive(Clone, Copy)]
pub(crate) struct Goods {
    pub id: ProductId,
    pub is_stocked: bool,
}

/// What a replay must know about a customer.
#[derive(Clone, Copy)]
pub(crate) struct Customer {
    pub id: CustomerId,
    pub payment_days: u64,
    pub pays: Pays,
}

/// When a customer pays.
#[derive(Clone, Copy, PartialEq, Eq)]
pub(crate) enum Pays {
    AtOnce,
    WhenDue,
    Never,
}

/// A line of any document.
#[derive(Clone, Copy)]
pub(crate) struct Line {
    pub row: u32,
    pub product: ProductId,
    pub quantity: Quantity,
    pub price: UnitPrice,
}

/// Goods received.
pub(crate) struct Receipt {
    pub number: String,
    pub day: NaiveDate,
    pub lines: Vec<Line>,
    /// Lines on paper, including those of services, which have no stock.
    pub lines_on_paper: u64,
}

/// All rows of one invoice.
pub(crate) struct Document {
    pub number: String,
    pub at: NaiveDateTime,
    pub customer: Customer,
    pub is_return: bool,
    /// Lines that are sold or returned.
    pub lines: Vec<Line>,
    /// Corrections of stock, in or out by the sign of the quantity.
    pub counts: Vec<Line>,
}

/// Finds a workbook by name, in any format.
pub(crate) fn find(dir: &Path, name: &str) -> Result<PathBuf, Failure> {
    let endings = ["xlsx", "xls", "ods", "csv"];
    let found = endings.iter().map(|ending| dir.join(format!("{name}.{ending}"))).find(|path| path.exists());
    found.ok_or_else(|| format!("there is no {name}.xlsx in `{}`", dir.display()).into())
}

/// The columns that a sheet's first row names.
struct Columns(HashMap<String, usize>);

impl Columns {
    fn cell<'r>(&self, row: &'r Row<'_>, heading: &str) -> &'r Cell {
        self.0.get(heading).map_or(&Cell::Empty, |column| row.cell(*column))
    }
}

/// Reads the first sheet of a workbook, row by row, by its headings.
fn read(path: &Path, headings: &[&str], mut each: impl FnMut(u32, &Columns, &Row<'_>)) -> Result<(), Failure> {
    let mut workbook = Workbook::open(path)?;
    let sheet = workbook.sheet_names().first().cloned().ok_or("the workbook has no sheet")?;
    let mut columns: Option<Columns> = None;
    workbook.read_rows(&sheet, |row| {
        match &columns {
            Some(columns) => each(row.number, columns, &row),
            None => columns = Some(Columns(row.cells.iter().enumerate().map(|(i, cell)| (cell.text().trim().to_owned(), i)).collect())),
        }
        Ok(())
    })?;
    let columns = columns.ok_or("the workbook is empty")?;
    match headings.iter().find(|heading| !columns.0.contains_key(**heading)) {
        Some(missing) => Err(format!("`{}` has no column `{missing}`", path.display()).into()),
        None => Ok(()),
    }
}

fn number(cell: &Cell, what: &str) -> Result<crm_core::num::Decimal, String> {
    match cell.decimal() {
        Some(Ok(value)) => Ok(value),
        Some(Err(error)) => Err(format!("{what}: {error}")),
        None => Err(format!("{what} is missing")),
    }
}

fn quantity(cell: &Cell) -> Result<Quantity, String> {
    Quantity::new(number(cell, "Quantity")?).map_err(|e| e.to_string())
}

fn price(cell: &Cell, currency: Currency, what: &str) -> Result<UnitPrice, String> {
    UnitPrice::new(number(cell, what)?, currency).map_err(|e| e.to_string())
}

fn moment(cell: &Cell, what: &str) -> Result<NaiveDateTime, String> {
    cell.moment(DateOrder::Iso).ok_or_else(|| format!("{what} is missing"))?.map_err(|e| format!("{what}: {e}"))
}

fn product(codes: &Codes, cell: &Cell) -> Result<Goods, String> {
    let code = cell.code().ok_or("the stock code is missing")?;
    codes.products.get(&code).copied().ok_or_else(|| format!("there is no product `{code}`"))
}

/// Receipts, by day, then in file order.
pub(crate) fn receipts(dir: &Path, codes: &Codes, rejected: &mut Vec<Rejected>) -> Result<Vec<Receipt>, Failure> {
    let mut receipts: Vec<Receipt> = Vec::new();
    let mut positions: HashMap<String, usize> = HashMap::new();
    let headings = ["Receipt No", "Date", "Stock Code", "Qty", "Unit Cost"];
    read(&find(dir, "receipts")?, &headings, |row, columns, cells| {
        let cell = |heading| columns.cell(cells, heading);
        let line = || -> Result<_, String> {
            let number = cell("Receipt No").code().ok_or("the receipt number is missing")?;
            let day = moment(cell("Date"), "Date")?.date();
            let price = price(cell("Unit Cost"), codes.currency, "Unit Cost")?;
            let goods = product(codes, cell("Stock Code"))?;
            Ok((number, day, goods.is_stocked, Line { row, product: goods.id, quantity: quantity(cell("Qty"))?, price }))
        };
        match line() {
            Ok((number, day, is_stocked, line)) => {
                let position = *positions.entry(number.clone()).or_insert_with(|| {
                    receipts.push(Receipt { number, day, lines: Vec::new(), lines_on_paper: 0 });
                    receipts.len() - 1
                });
                let Some(receipt) = receipts.get_mut(position) else { return };
                receipt.lines_on_paper += 1;
                if is_stocked {
                    receipt.lines.push(line);
                } else {
                    rejected.push(Rejected { file: "receipts", row, reason: "a service has no stock to be received into".to_owned() });
                }
            }
            Err(reason) => rejected.push(Rejected { file: "receipts", row, reason }),
        }
    })?;
    receipts.sort_by_key(|r| r.day);
    Ok(receipts)
}

/// A row of sales before its document is known.
struct SalesRow {
    line: Line,
    is_stocked: bool,
    at: NaiveDateTime,
    customer: Option<u32>,
}

/// Sales, by time, ties in file order.
pub(crate) fn sales(dir: &Path, codes: &Codes, rejected: &mut Vec<Rejected>) -> Result<Vec<Document>, Failure> {
    let mut rows: BTreeMap<usize, (String, Vec<SalesRow>)> = BTreeMap::new();
    let mut positions: HashMap<String, usize> = HashMap::new();
    let mut customers: Vec<Customer> = Vec::new();
    let mut known: HashMap<String, u32> = HashMap::new();
    let headings = ["InvoiceNo", "StockCode", "Quantity", "InvoiceDate", "UnitPrice", "CustomerID"];
    read(&find(dir, "sales")?, &headings, |row, columns, cells| {
        let cell = |heading| columns.cell(cells, heading);
        let mut customer_of = |code: String| -> Result<u32, String> {
            if let Some(position) = known.get(&code) {
                return Ok(*position);
            }
            let customer = *codes.customers.get(&code).ok_or_else(|| format!("there is no customer `{code}`"))?;
            customers.push(customer);
            let position = u32::try_from(customers.len() - 1).map_err(|e| e.to_string())?;
            known.insert(code, position);
            Ok(position)
        };
        let mut line = || -> Result<_, String> {
            let number = cell("InvoiceNo").code().ok_or("the invoice number is missing")?;
            if number.starts_with('A') {
                return Err("a correction of bad debt is no sale".to_owned());
            }
            let customer = cell("CustomerID").code().map(&mut customer_of).transpose()?;
            let price = price(cell("UnitPrice"), codes.currency, "UnitPrice")?;
            let goods = product(codes, cell("StockCode"))?;
            let line = Line { row, product: goods.id, quantity: quantity(cell("Quantity"))?, price };
            Ok((number, SalesRow { line, is_stocked: goods.is_stocked, at: moment(cell("InvoiceDate"), "InvoiceDate")?, customer }))
        };
        match line() {
            Ok((number, row)) => {
                let next = positions.len();
                let position = *positions.entry(number.clone()).or_insert(next);
                rows.entry(position).or_insert_with(|| (number, Vec::new())).1.push(row);
            }
            Err(reason) => rejected.push(Rejected { file: "sales", row, reason }),
        }
    })?;
    let cash = *codes.customers.get("CASH").ok_or("the opening has no customer `CASH` for counter sales")?;
    let document = |(number, rows): (String, Vec<SalesRow>)| document(number, &rows, &customers, cash, rejected);
    let mut documents: Vec<Document> = rows.into_values().filter_map(document).collect();
    documents.sort_by_key(|d| d.at);
    Ok(documents)
}

/// The document of some rows. A row that cannot be counted is rejected alone, and takes no other with it.
fn document(number: String, rows: &[SalesRow], customers: &[Customer], cash: Customer, rejected: &mut Vec<Rejected>) -> Option<Document> {
    let at = rows.first()?.at;
    let customer = rows.iter().find_map(|r| r.customer).and_then(|position| customers.get(position as usize).copied());
    let is_return = number.starts_with('C');
    let is_count = |row: &SalesRow| customer.is_none() && row.line.price.amount().is_zero();
    let (counts, services): (Vec<_>, Vec<_>) = rows.iter().filter(|row| is_count(row)).partition(|row| row.is_stocked);
    let no_stock = |row: &SalesRow| Rejected { file: "sales", row: row.line.row, reason: "a service has no stock to be corrected".to_owned() };
    rejected.extend(services.into_iter().map(no_stock));
    let counts = counts.into_iter().map(|row| row.line).collect();
    let turned = |line: Line| if is_return { Line { quantity: line.quantity.negated(), ..line } } else { line };
    let lines = rows.iter().filter(|row| !is_count(row)).map(|row| turned(row.line)).collect();
    Some(Document { number, at, customer: customer.unwrap_or(cash), is_return, lines, counts })
}
