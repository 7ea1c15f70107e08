//! Rows of a workbook, and their problems.

use crate::{num::CurrencyMark, text::Texts};
use serde::Serialize;
use std::collections::BTreeMap;

/// A position in the source, for people: sheet, row (from 1, as in the spreadsheet) and column heading.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct Place {
    /// The sheet's name.
    pub sheet: String,
    /// Row number, from 1.
    pub row: u32,
    /// Heading of the column, if the problem is in one cell.
    pub column: Option<String>,
}

/// Whether a problem excludes its row.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(rename_all = "snake_case")]
pub enum Severity {
    /// The row cannot be applied.
    Error,
    /// The row is applied, but should be reviewed.
    Warning,
}

/// A problem with a row.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct Problem {
    /// Position.
    pub place: Place,
    /// Severity.
    pub severity: Severity,
    /// A stable code: one of [`Problem::CODES`].
    pub code: &'static str,
    /// The reason in English, for people. `crm_office::Language::reason` gives it in other languages.
    pub reason: String,
    /// Values in the reason, by name: figures, names, other positions.
    pub details: BTreeMap<String, String>,
    /// The cell's text, unchanged, up to 500 characters.
    pub text: String,
}

impl Problem {
    /// Every problem code.
    pub const CODES: &'static [&'static str] = &[
        // Problems of cells.
        "missing",
        "formula_error",
        "not_calculated",
        "unreadable_number",
        "ambiguous_number",
        "unreadable_flag",
        "unreadable_date",
        "ambiguous_date",
        "unreadable_code",
        "unknown_choice",
        "out_of_range",
        "too_precise",
        "too_long",
        "negative",
        "zero",
        "invalid",
        "digits_lost",
        "control_characters",
        "mixed_currencies",
        "foreign_currency",
        "unknown_currency",
        "ambiguous_percent",
        "value_differs",
        "name_missing",
        // Problems of rows.
        "duplicate_code",
        "code_differs_by_case",
        "no_check_digit",
        "unknown_customer",
        "customer_refused",
        "unknown_product",
        "product_refused",
        "unknown_warehouse",
        "unknown_unit",
        "unknown_price_list",
        "unknown_operator",
        "unknown_tax_code",
        "unknown_tax_rate",
        "ambiguous_tax_rate",
        "not_stocked",
        "lot_needed",
        "lot_not_kept",
        "serial_not_one",
        "after_opening_day",
        "due_before_document",
        "document_incomplete",
        "already_posted",
        "code_taken",
        "differs_from_stored",
        "too_many_cells",
        "merged_cells",
        "merged_figure",
        "encoding_guessed",
        "read_twice",
        "note_row",
        "lone_cell",
        "row_of_another_table",
        "unclosed_quote",
        "foreign_line",
        // Problems of columns.
        "column_left_out",
        "column_without_heading",
        "column_of_another_kind",
        "repeated_column",
        "column_incomplete",
        // Problems of sheets.
        "total_differs",
        "sheet_hidden",
        "no_headings",
        "sheet_uncertain",
        "sheet_draw",
        "columns_missing",
        "several_tables",
        "names_missing",
    ];
}

/// A row that could be read, with its position.
#[derive(Debug, Clone, PartialEq, Serialize)]
pub struct SourceRow<T> {
    /// The sheet.
    pub sheet: String,
    /// Row number, from 1.
    pub row: u32,
    /// The currency written with the row's money, if any. A row in a currency other than that of the books, or of its price list, is refused.
    pub currency: Option<CurrencyMark>,
    /// The value read.
    pub value: T,
}

impl<T> SourceRow<T> {
    /// A row with money in the currency of the books.
    pub fn new(sheet: impl Into<String>, row: u32, value: T) -> Self {
        Self { sheet: sheet.into(), row, currency: None, value }
    }
}

impl<T: Texts> Texts for SourceRow<T> {
    fn is_composed(&self) -> bool {
        self.value.is_composed()
    }
    fn compose(&mut self) {
        self.value.compose();
    }
}
