//! From an opening workbook to opening data: customers, products, prices, stock and what is open, with every problem at its place.
//!
//! Invariant: a row with an error is in no list, a row without one is in exactly one; nothing is rounded, cut or made
//! up on the way, and every sheet accounts for all its rows.

use crate::cell::DateOrder;
use crate::mapping::{ColumnMapping, Columns, Field, SheetKind};
use crate::number::Notation;
use crate::opening_row::{self as rows, RowReader};
use crate::table::{Row, Workbook, missing_sheet};
use crm_core::num::Decimal;
use crm_core::opening::{
    OpeningCredit, OpeningData, OpeningProduct, OpeningReceivable, OpeningStock, Place, Problem, Severity, SheetTotals, SourceRow, StatedTotals,
};
use crm_core::{Code, Error, Result};
use serde::{Deserialize, Serialize};
use std::collections::{BTreeMap, HashMap, HashSet};
use std::io::Write;
use std::ops::ControlFlow;

/// The heading row stands within this many rows.
pub const HEADING_ROWS: u32 = 20;

/// How an opening workbook is to be read.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(default)]
pub struct OpeningOptions {
    /// The sheets to read; where it is empty, every sheet whose kind can be guessed.
    pub sheets: Vec<SheetPlan>,
    /// How numbers written as text are read.
    pub notation: Notation,
    /// How dates written as text are read.
    pub dates: DateOrder,
}

/// How one sheet is to be read.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct SheetPlan {
    /// The sheet's name.
    pub sheet: String,
    /// What it is about.
    pub kind: SheetKind,
    /// Headings of its columns; what is missing here is guessed.
    #[serde(default)]
    pub columns: ColumnMapping,
    /// The heading row, counted from 1; found by its headings if `None`.
    #[serde(default)]
    pub heading_row: Option<u32>,
}

impl SheetPlan {
    /// A sheet of a kind whose columns are guessed.
    pub fn new(sheet: impl Into<String>, kind: SheetKind) -> Self {
        Self { sheet: sheet.into(), kind, columns: ColumnMapping::default(), heading_row: None }
    }
}

/// A sheet whose heading row was found.
struct Located {
    sheet: String,
    kind: SheetKind,
    heading_row: u32,
    columns: Columns,
}

/// What would be read from which columns: to be shown, corrected and given back as [`OpeningOptions::sheets`].
///
/// # Errors
/// `workbook.unreadable`, `workbook.column_missing`.
pub fn plan_opening(workbook: &mut Workbook, options: &OpeningOptions) -> Result<Vec<SheetPlan>> {
    let plan = |l: Located| SheetPlan { sheet: l.sheet, kind: l.kind, columns: l.columns.mapping(), heading_row: Some(l.heading_row) };
    Ok(locate(workbook, options)?.into_iter().map(plan).collect())
}

/// Reads an opening workbook. What is wrong with a row is a problem in the result, not an error.
///
/// # Errors
/// `workbook.unreadable`; `workbook.column_missing` if a sheet that was asked for is not there, a sheet lacks a required
/// column, or no sheet can be recognised; `number.out_of_range` if a total cannot be held.
pub fn read_opening(workbook: &mut Workbook, options: &OpeningOptions) -> Result<OpeningData> {
    let mut located = locate(workbook, options)?;
    located.sort_by_key(|sheet| sheet.kind);
    let mut reading = Reading { notation: options.notation, dates: options.dates, ..Reading::default() };
    for sheet in &located {
        if sheet.kind == SheetKind::Products {
            reading.products.get_or_insert_default();
        }
        reading.sheet(workbook, sheet)?;
    }
    Ok(reading.data)
}

/// Finds kind, heading row and columns of every sheet to be read.
fn locate(workbook: &mut Workbook, options: &OpeningOptions) -> Result<Vec<Located>> {
    let names = workbook.sheet_names().to_vec();
    if let Some(plan) = options.sheets.iter().find(|plan| !names.contains(&plan.sheet)) {
        return Err(missing_sheet(workbook.name(), &plan.sheet));
    }
    let mut located = Vec::new();
    for plan in &options.sheets {
        let found = find_headings(workbook, &plan.sheet, |row| given_heading(plan, row))?;
        located.push(found.ok_or_else(|| missing_columns(workbook.name(), &plan.sheet, plan.kind))?);
    }
    if options.sheets.is_empty() {
        for name in names.iter().filter(|name| !is_our_own(name)) {
            located.extend(guess_sheet(workbook, name)?);
        }
    }
    if located.is_empty() {
        let message = format!("`{}` has no sheet of customers, products, opening stock or another part of an opening", workbook.name());
        return Err(Error::new(Code::WorkbookColumnMissing, message).with("file", workbook.name()));
    }
    Ok(located)
}

/// Whether a sheet is one that this crate writes beside those of the opening.
fn is_our_own(sheet: &str) -> bool {
    use crate::language::Language;
    Language::ALL.iter().any(|language| [language.read_me(), language.lists(), language.problems()].contains(&sheet))
}

fn given_heading(plan: &SheetPlan, row: &Row<'_>) -> Option<(SheetKind, Columns)> {
    if plan.heading_row.is_some_and(|number| number != row.number) {
        return None;
    }
    let columns = plan.columns.locate(plan.kind.fields(), plan.kind.required(), row.cells)?;
    Some((plan.kind, columns))
}

/// By the sheet's name if its headings agree, else by its headings. A sheet named for a kind must be one, unless it is empty.
fn guess_sheet(workbook: &mut Workbook, sheet: &str) -> Result<Option<Located>> {
    let named = SheetKind::of_name(sheet);
    let mut rows = 0;
    if let Some(kind) = named {
        let plan = SheetPlan::new(sheet, kind);
        let found = find_headings(workbook, sheet, |row| {
            rows += 1;
            given_heading(&plan, row)
        })?;
        if found.is_some() {
            return Ok(found);
        }
    }
    let guessed = find_headings(workbook, sheet, |row| {
        let kind = SheetKind::of_headings(row.cells)?;
        given_heading(&SheetPlan::new(sheet, kind), row)
    })?;
    match (guessed, named) {
        (None, Some(kind)) if rows > 0 => Err(missing_columns(workbook.name(), sheet, kind)),
        (guessed, _) => Ok(guessed),
    }
}

/// The first of the first rows in which `heading` finds what it needs.
fn find_headings(workbook: &mut Workbook, sheet: &str, mut heading: impl FnMut(&Row<'_>) -> Option<(SheetKind, Columns)>) -> Result<Option<Located>> {
    let mut found = None;
    workbook.read_rows_while(sheet, |row| {
        if row.number > HEADING_ROWS {
            return Ok(ControlFlow::Break(()));
        }
        let Some((kind, columns)) = heading(&row) else { return Ok(ControlFlow::Continue(())) };
        found = Some(Located { sheet: sheet.to_owned(), kind, heading_row: row.number, columns });
        Ok(ControlFlow::Break(()))
    })?;
    Ok(found)
}

fn missing_columns(file: &str, sheet: &str, kind: SheetKind) -> Error {
    let fields: Vec<&str> = kind.required().iter().map(|field| field.as_str()).collect();
    let fields = fields.join(", ");
    let message = format!("the first {HEADING_ROWS} rows of sheet `{sheet}` have no headings for {fields}");
    let error = Error::new(Code::WorkbookColumnMissing, message).with("file", file);
    error.with("sheet", sheet).with("fields", fields)
}

/// What has been read so far.
#[derive(Default)]
struct Reading {
    notation: Notation,
    dates: DateOrder,
    data: OpeningData,
    /// Codes of the readable products, if the workbook has a sheet of products.
    products: Option<HashSet<String>>,
    codes: BTreeMap<SheetKind, Codes>,
    /// Documents with a row that cannot be read: customer and number.
    broken: HashSet<(String, String)>,
}

impl Reading {
    fn sheet(&mut self, workbook: &mut Workbook, sheet: &Located) -> Result<()> {
        let mut totals = SheetTotals { sheet: sheet.sheet.clone(), ..SheetTotals::default() };
        self.data.headings.insert(sheet.sheet.clone(), sheet.columns.headings());
        workbook.read_rows(&sheet.sheet, |row| {
            if row.number <= sheet.heading_row {
                return Ok(());
            }
            let mut reader = RowReader::new(&sheet.sheet, row, &sheet.columns, self.notation).dates(self.dates);
            if self.is_total(sheet.kind, &reader) {
                totals.stated = Some(stated(&mut reader));
            } else {
                totals.rows += 1;
                self.row(sheet.kind, &mut reader, &mut totals)?;
            }
            self.data.problems.append(&mut reader.problems);
            Ok(())
        })?;
        if sheet.kind == SheetKind::Receivables {
            self.drop_broken(&sheet.columns, &mut totals)?;
        }
        self.compare(&sheet.columns, &totals);
        self.data.totals.push(totals);
        Ok(())
    }

    /// Whether a row of a sheet with amounts is its row of totals. A product that is called so is a product.
    fn is_total(&self, kind: SheetKind, reader: &RowReader<'_>) -> bool {
        let field = match kind {
            SheetKind::OpeningStock => Field::ProductCode,
            SheetKind::Receivables | SheetKind::Credits => Field::CustomerCode,
            _ => return false,
        };
        let is_product = |code: &str| kind == SheetKind::OpeningStock && self.products.as_ref().is_some_and(|p| p.contains(code));
        reader.is_total(field) && reader.code_text(field).is_none_or(|code| !is_product(&code))
    }

    fn row(&mut self, kind: SheetKind, reader: &mut RowReader<'_>, totals: &mut SheetTotals) -> Result<()> {
        let codes = self.codes.entry(kind).or_default();
        let data = &mut self.data;
        let kept = match kind {
            SheetKind::Customers => {
                let value = rows::customer(reader);
                codes.check(reader, Field::CustomerCode, &value.code);
                reader.keep(value, &mut data.customers)
            }
            SheetKind::Contacts => {
                let value = rows::contact(reader);
                reader.keep(value, &mut data.contacts)
            }
            SheetKind::Addresses => {
                let value = rows::address(reader);
                reader.keep(value, &mut data.addresses)
            }
            SheetKind::Products => {
                let value = rows::product(reader);
                codes.check(reader, Field::ProductCode, &value.code);
                self.keep_product(reader, value)
            }
            SheetKind::Units => {
                let value = rows::unit(reader);
                reader.keep(value, &mut data.units)
            }
            SheetKind::ProductCodes => {
                let value = rows::product_code(reader);
                reader.keep(value, &mut data.codes)
            }
            SheetKind::PriceLists => {
                let value = rows::price_list(reader);
                codes.check(reader, Field::PriceList, &value.code);
                reader.keep(value, &mut data.price_lists)
            }
            SheetKind::Prices => {
                let value = rows::price(reader, Field::PriceList);
                reader.keep(value, &mut data.prices)
            }
            SheetKind::CustomerPrices => {
                let value = rows::price(reader, Field::CustomerCode);
                reader.keep(value, &mut data.customer_prices)
            }
            SheetKind::OpeningStock => {
                let value = rows::stock(reader);
                let lot = value.lot.as_deref().unwrap_or_default();
                let warehouse = value.warehouse.as_deref().unwrap_or_default();
                if lot.is_empty() && warehouse.is_empty() {
                    codes.check(reader, Field::ProductCode, &value.product);
                }
                self.keep_stock(reader, value, totals)?
            }
            SheetKind::Receivables => {
                let value = rows::receivable(reader);
                self.keep_receivable(reader, value, totals)?
            }
            SheetKind::Credits => {
                let value: OpeningCredit = rows::credit(reader);
                let amount = value.amount;
                let kept = reader.keep(value, &mut data.credits);
                totals.amount = if kept { sum(totals.amount, Some(amount))? } else { totals.amount };
                kept
            }
        };
        totals.readable += u32::from(kept);
        Ok(())
    }

    fn keep_product(&mut self, reader: &mut RowReader<'_>, value: OpeningProduct) -> bool {
        let code = value.code.clone();
        let kept = reader.keep(value, &mut self.data.products);
        if let Some(products) = self.products.as_mut().filter(|_| kept) {
            products.insert(code);
        }
        kept
    }

    fn keep_stock(&mut self, reader: &mut RowReader<'_>, value: OpeningStock, totals: &mut SheetTotals) -> Result<bool> {
        let known = self.products.as_ref().is_none_or(|products| products.contains(&value.product));
        if !known && !value.product.is_empty() {
            let reason = format!("`{}` is not among the products that can be read", value.product);
            reader.problem(Field::ProductCode, Severity::Error, "unknown_product", reason);
        }
        let (quantity, cost) = (value.quantity.decimal(), value.unit_cost);
        let kept = reader.keep(value, &mut self.data.stock);
        if kept {
            totals.quantity = sum(totals.quantity, Some(quantity))?;
            totals.value = sum(totals.value, quantity.checked_mul(cost))?;
        }
        Ok(kept)
    }

    fn keep_receivable(&mut self, reader: &mut RowReader<'_>, value: OpeningReceivable, totals: &mut SheetTotals) -> Result<bool> {
        let (key, amount) = ((value.customer.clone(), value.document.clone()), value.amount);
        let kept = reader.keep(value, &mut self.data.receivables);
        if kept {
            totals.amount = sum(totals.amount, Some(amount))?;
        } else {
            self.broken.insert(key);
        }
        Ok(kept)
    }

    /// Takes out the readable rows of documents that have others: a document comes in whole or not at all.
    fn drop_broken(&mut self, columns: &Columns, totals: &mut SheetTotals) -> Result<()> {
        let is_broken = |row: &SourceRow<OpeningReceivable>| self.broken.contains(&(row.value.customer.clone(), row.value.document.clone()));
        let (broken, whole): (Vec<_>, Vec<_>) = std::mem::take(&mut self.data.receivables).into_iter().partition(is_broken);
        self.data.receivables = whole;
        for row in broken {
            totals.readable -= 1;
            totals.amount = sum(totals.amount, Some(-row.value.amount))?;
            let place = Place { sheet: row.sheet, row: row.row, column: columns.heading(Field::Document).map(str::to_owned) };
            let reason = "another row of the document has an error".to_owned();
            let problem = Problem { place, severity: Severity::Error, code: "document_incomplete", reason, text: row.value.document };
            self.data.problems.push(problem);
        }
        Ok(())
    }

    /// Holds the sheet against its own totals. While rows are out the difference is no more than a warning.
    fn compare(&mut self, columns: &Columns, totals: &SheetTotals) {
        let Some(stated) = &totals.stated else { return };
        let severity = if totals.readable < totals.rows { Severity::Warning } else { Severity::Error };
        let pairs = [
            (Field::Quantity, stated.quantity, totals.quantity),
            (Field::Value, stated.value, totals.value),
            (Field::Amount, stated.amount, totals.amount),
        ];
        for (field, said, found) in pairs {
            let Some(said) = said.filter(|said| !agrees(field, *said, found)) else { continue };
            let place = Place { sheet: totals.sheet.clone(), row: stated.row, column: columns.heading(field).map(str::to_owned) };
            let reason = format!("the sheet says {said}, its rows come to {}", found.normalize());
            self.data.problems.push(Problem { place, severity, code: "total_differs", reason, text: said.to_string() });
        }
    }
}

/// A value is the sum of products of many decimals: it is compared in the decimals that the sheet shows.
fn agrees(field: Field, said: Decimal, found: Decimal) -> bool {
    said == found
        || (field == Field::Value && said == found.round_dp_with_strategy(said.scale(), rust_decimal::RoundingStrategy::MidpointAwayFromZero))
}

fn stated(reader: &mut RowReader<'_>) -> StatedTotals {
    let row = reader.row();
    let (quantity, value, amount) = (reader.signed(Field::Quantity), reader.signed(Field::Value), reader.signed(Field::Amount));
    StatedTotals { row, quantity, value, amount }
}

fn sum(total: Decimal, more: Option<Decimal>) -> Result<Decimal> {
    let sum = more.and_then(|more| total.checked_add(more));
    sum.ok_or_else(|| Error::new(Code::NumberOutOfRange, "a total of the sheet is outside the range that is kept"))
}

/// Codes of one kind with the place where each stood first.
#[derive(Default)]
struct Codes {
    exact: HashMap<String, String>,
    folded: HashMap<String, (String, String)>,
}

impl Codes {
    fn check(&mut self, reader: &mut RowReader<'_>, field: Field, code: &str) {
        if code.is_empty() {
            return;
        }
        let place = format!("row {} of sheet `{}`", reader.row(), reader.sheet());
        if let Some(first) = self.exact.get(code) {
            let reason = format!("`{code}` stands in {first} already");
            reader.problem(field, Severity::Error, "duplicate_code", reason);
            return;
        }
        if let Some((other, first)) = self.folded.get(&code.to_lowercase()) {
            let reason = format!("`{code}` differs only by case from `{other}` in {first}");
            reader.problem(field, Severity::Warning, "code_differs_by_case", reason);
        }
        self.folded.entry(code.to_lowercase()).or_insert_with(|| (code.to_owned(), place.clone()));
        self.exact.insert(code.to_owned(), place);
    }
}

/// Writes problems as a .csv report with a heading row: sheet, row, column, severity, code, reason, text.
///
/// A text that a spreadsheet would take for a formula gets an apostrophe in front ([`inert`]); nothing else is changed.
///
/// # Errors
/// `workbook.unreadable` if the writer fails; its error is the cause.
pub fn write_problems_csv(problems: &[Problem], writer: impl Write) -> Result<()> {
    let failed = |error: csv::Error| Error::new(Code::WorkbookUnreadable, "the report of problems could not be written").caused_by(error);
    let mut report = csv::Writer::from_writer(writer);
    report.write_record(["sheet", "row", "column", "severity", "code", "reason", "text"]).map_err(failed)?;
    for problem in problems {
        let row = problem.place.row.to_string();
        let severity = match problem.severity {
            Severity::Error => "error",
            Severity::Warning => "warning",
        };
        let column = inert(problem.place.column.as_deref().unwrap_or_default());
        let (sheet, reason, text) = (inert(&problem.place.sheet), inert(&problem.reason), inert(&problem.text));
        report.write_record([&sheet, &row, &column, severity, problem.code, &reason, &text]).map_err(failed)?;
    }
    report.flush().map_err(|error| failed(error.into()))
}

/// A cell of a .csv that no spreadsheet calculates: an apostrophe goes before what would be taken for a formula. Negative numbers stay what they are.
pub fn inert(text: &str) -> String {
    let is_formula = text.starts_with(['=', '+', '-', '@', '\t', '\r', '\n']);
    let is_number = text.strip_prefix('-').is_some_and(|rest| !rest.is_empty() && rest.bytes().all(|b| matches!(b, b'0'..=b'9' | b'.' | b',')));
    if is_formula && !is_number { format!("'{text}") } else { text.to_owned() }
}
