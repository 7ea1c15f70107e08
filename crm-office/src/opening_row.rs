//! One row of an opening sheet: its values, and what is wrong with them.
//!
//! Invariant: a value that cannot be kept as it stands leaves a problem behind; the row is then out, whatever else it says.

use crate::cell::Cell;
use crate::mapping::{Columns, Field};
use crate::number::Notation;
use crate::table::Row;
use crm_core::limits::{MAX_CODE, MAX_TEXT};
use crm_core::num::{Decimal, FINE_SCALE, MAX_FINE, Quantity};
use crm_core::opening::{OpeningCustomer, OpeningProduct, OpeningStock, Place, Problem, Severity, SourceRow};
use crm_core::text::search_key;
use crm_core::{Code, Error};

/// A hundred years.
const MAX_PAYMENT_DAYS: Decimal = Decimal::from_parts(36_500, 0, 0, false, 0);

/// A row while it is read.
pub(crate) struct RowReader<'a> {
    sheet: &'a str,
    row: Row<'a>,
    columns: &'a Columns,
    notation: Notation,
    pub(crate) problems: Vec<Problem>,
}

impl<'a> RowReader<'a> {
    pub(crate) fn new(sheet: &'a str, row: Row<'a>, columns: &'a Columns, notation: Notation) -> Self {
        Self { sheet, row, columns, notation, problems: Vec::new() }
    }

    pub(crate) fn sheet(&self) -> &'a str {
        self.sheet
    }

    pub(crate) fn row(&self) -> u32 {
        self.row.number
    }

    fn cell(&self, field: Field) -> &Cell {
        self.columns.cell(&self.row, field)
    }

    /// Notes a problem of one cell.
    pub(crate) fn problem(&mut self, field: Field, severity: Severity, code: &'static str, reason: impl Into<String>) {
        let column = self.columns.heading(field).map(str::to_owned);
        let place = Place { sheet: self.sheet.to_owned(), row: self.row.number, column };
        let text = self.cell(field).raw();
        self.problems.push(Problem { place, severity, code, reason: reason.into(), text });
    }

    fn error(&mut self, field: Field, code: &'static str, reason: impl Into<String>) {
        self.problem(field, Severity::Error, code, reason);
    }

    /// Puts the value into its list, unless the row has an error.
    pub(crate) fn keep<T>(&self, value: T, list: &mut Vec<SourceRow<T>>) -> bool {
        let kept = self.problems.iter().all(|problem| problem.severity != Severity::Error);
        if kept {
            list.push(SourceRow { sheet: self.sheet.to_owned(), row: self.row.number, value });
        }
        kept
    }

    /// A code that must be there; empty, with a problem, if it is not.
    fn code(&mut self, field: Field) -> String {
        let Some(code) = self.cell(field).code() else {
            let reason = match self.cell(field) {
                Cell::Error(error) => format!("the code is missing: the cell holds the error `{error}`"),
                _ => "the code is missing".to_owned(),
            };
            self.error(field, "missing", reason);
            return String::new();
        };
        self.check_length(field, &code, MAX_CODE);
        code
    }

    /// A text that may be missing. A formula's error is no text: it is left out, with a warning.
    fn text(&mut self, field: Field, limit: usize) -> Option<String> {
        if let Cell::Error(error) = self.cell(field) {
            let reason = format!("left empty: the cell holds the error `{error}`");
            self.problem(field, Severity::Warning, "missing", reason);
            return None;
        }
        let text = self.cell(field).code()?;
        self.check_length(field, &text, limit);
        Some(text)
    }

    fn check_length(&mut self, field: Field, text: &str, limit: usize) {
        let length = text.chars().count();
        if length > limit {
            self.error(field, "too_long", format!("{length} characters exceed the limit of {limit}"));
        }
    }

    /// A number from zero up to a maximum; `None` if the cell is empty or, with a problem, if it holds no such number.
    fn number(&mut self, field: Field, scale: u32, max: Decimal) -> Option<Decimal> {
        let value = match self.cell(field).decimal_in(self.notation)? {
            Ok(value) => value.normalize(),
            Err(error) => {
                self.error(field, number_problem(&error), error.to_string());
                return None;
            }
        };
        let (code, reason) = match value {
            _ if value.scale() > scale => ("too_precise", format!("`{value}` has more than {scale} decimals")),
            _ if value.abs() > max => ("out_of_range", format!("`{value}` is outside the range up to {max}")),
            _ if value < Decimal::ZERO => ("negative", format!("`{value}` is less than zero")),
            _ => return Some(value),
        };
        self.error(field, code, reason);
        None
    }

    /// A quantity, price or cost.
    fn fine(&mut self, field: Field) -> Option<Decimal> {
        self.number(field, FINE_SCALE, MAX_FINE)
    }

    /// Notes that a cell which must not be empty is.
    fn require(&mut self, field: Field, what: &str) {
        if self.cell(field).is_empty() {
            self.error(field, "missing", format!("the {what} is missing"));
        }
    }

    fn payment_days(&mut self) -> Option<i64> {
        let days = self.number(Field::PaymentDays, 0, MAX_PAYMENT_DAYS)?;
        i64::try_from(days).ok()
    }

    /// Yes or no, in English or Spanish.
    fn flag(&mut self, field: Field) -> Option<bool> {
        let text = match self.cell(field) {
            cell if cell.is_empty() => return None,
            cell => cell.text(),
        };
        match search_key(&text).as_str() {
            "yes" | "y" | "si" | "s" | "true" | "verdadero" | "1" | "x" => Some(true),
            "no" | "n" | "false" | "falso" | "0" => Some(false),
            _ => {
                self.error(field, "unreadable_flag", format!("`{text}` is neither yes nor no"));
                None
            }
        }
    }
}

fn number_problem(error: &Error) -> &'static str {
    match error.code() {
        Code::NumberOutOfRange => "out_of_range",
        Code::NumberTooPrecise => "too_precise",
        _ => "unreadable_number",
    }
}

pub(crate) fn customer(row: &mut RowReader<'_>) -> OpeningCustomer {
    let code = row.code(Field::CustomerCode);
    OpeningCustomer {
        name: row.text(Field::CustomerName, MAX_TEXT).unwrap_or_else(|| code.clone()),
        country: row.text(Field::Country, MAX_TEXT),
        group: row.text(Field::CustomerGroup, MAX_TEXT),
        payment_days: row.payment_days(),
        tax_code: row.text(Field::TaxCode, MAX_CODE),
        code,
    }
}

pub(crate) fn product(row: &mut RowReader<'_>) -> OpeningProduct {
    let code = row.code(Field::ProductCode);
    OpeningProduct {
        name: row.text(Field::ProductName, MAX_TEXT).unwrap_or_else(|| code.clone()),
        group: row.text(Field::ProductGroup, MAX_TEXT),
        unit: row.text(Field::Unit, MAX_TEXT),
        stocked: row.flag(Field::Stocked),
        list_price: row.fine(Field::ListPrice),
        code,
    }
}

/// Quantity and cost must both be there; nothing on hand needs no cost.
pub(crate) fn stock(row: &mut RowReader<'_>) -> OpeningStock {
    let product = row.code(Field::ProductCode);
    row.require(Field::Quantity, "quantity");
    let quantity = row.fine(Field::Quantity);
    if quantity != Some(Decimal::ZERO) {
        row.require(Field::UnitCost, "unit cost");
    }
    let unit_cost = row.fine(Field::UnitCost).unwrap_or_default();
    let quantity = quantity.and_then(|quantity| Quantity::new(quantity).ok()).unwrap_or_default();
    OpeningStock { product, quantity, unit_cost, ..OpeningStock::default() }
}
