//! What an opening workbook says, read but not yet believed: values with the place each came from.

use crate::num::{Decimal, Quantity};
use serde::Serialize;

/// Where a value stands in the source, for people: sheet, row (from 1, as the spreadsheet numbers them) and column heading.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct Place {
    /// The sheet's name.
    pub sheet: String,
    /// The row, counted from 1.
    pub row: u32,
    /// The column's heading, where the problem lies in one cell.
    pub column: Option<String>,
}

/// Whether a problem keeps its row out.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize)]
#[serde(rename_all = "snake_case")]
pub enum Severity {
    /// The row cannot be applied.
    Error,
    /// The row is applied; somebody should look at it.
    Warning,
}

/// One thing wrong with one row.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct Problem {
    /// Where.
    pub place: Place,
    /// Whether the row is kept out.
    pub severity: Severity,
    /// A stable code: `missing`, `unreadable_number`, `unreadable_flag`, `out_of_range`, `too_precise`, `too_long`, `duplicate_code`, `code_differs_by_case`,
    /// `unknown_product`, `negative`, `not_stocked`, `lot_needed`, `already_posted`, `differs_from_stored`.
    pub code: &'static str,
    /// The reason, for people.
    pub reason: String,
    /// What the cell says, untouched.
    pub text: String,
}

/// A row that could be read, with the place it came from.
#[derive(Debug, Clone, PartialEq, Serialize)]
pub struct SourceRow<T> {
    /// The sheet.
    pub sheet: String,
    /// The row, counted from 1.
    pub row: u32,
    /// What it says.
    pub value: T,
}

/// A customer as the opening workbook has him.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize)]
pub struct OpeningCustomer {
    /// Customer number.
    pub code: String,
    /// Name; the code where the sheet has none.
    pub name: String,
    /// Country, as written.
    pub country: Option<String>,
    /// Customer group by name, at the top of the tree.
    pub group: Option<String>,
    /// Days until a receivable falls due.
    pub payment_days: Option<i64>,
    /// Tax code.
    pub tax_code: Option<String>,
}

/// A product as the opening workbook has it.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize)]
pub struct OpeningProduct {
    /// Own code.
    pub code: String,
    /// Name; the code where the sheet has none.
    pub name: String,
    /// Product group by name, at the top of the tree.
    pub group: Option<String>,
    /// Unit of measure, as written.
    pub unit: Option<String>,
    /// Whether stock is kept; the sheet's rule where it says nothing.
    pub stocked: Option<bool>,
    /// List price per unit, in the company's currency.
    pub list_price: Option<Decimal>,
}

/// Opening stock of one product.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize)]
pub struct OpeningStock {
    /// The product's own code.
    pub product: String,
    /// Quantity on hand.
    pub quantity: Quantity,
    /// Cost per unit, in the company's currency.
    pub unit_cost: Decimal,
}

/// What one sheet adds up to, to be compared with its own totals.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize)]
pub struct SheetTotals {
    /// The sheet.
    pub sheet: String,
    /// Rows with anything in them, the heading apart.
    pub rows: u32,
    /// Rows that could be read.
    pub readable: u32,
    /// Sum of quantities of the readable rows.
    pub quantity: Decimal,
    /// Sum of quantity x unit cost of the readable rows, unrounded.
    pub value: Decimal,
}

/// A whole opening workbook.
#[derive(Debug, Clone, Default, PartialEq, Serialize)]
pub struct OpeningData {
    /// Customers, in file order.
    pub customers: Vec<SourceRow<OpeningCustomer>>,
    /// Products, in file order.
    pub products: Vec<SourceRow<OpeningProduct>>,
    /// Opening stock, in file order.
    pub stock: Vec<SourceRow<OpeningStock>>,
    /// What could not be read, or deserves a look.
    pub problems: Vec<Problem>,
    /// Control totals, one a sheet.
    pub totals: Vec<SheetTotals>,
}
