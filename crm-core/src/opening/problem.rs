//! Rows of a workbook, and what is wrong with them.

use crate::{num::CurrencyMark, text::Texts};
use serde::Serialize;
use std::collections::BTreeMap;

/// Where a value stands in the source, for people: sheet, row (from 1, as the spreadsheet numbers them) and column heading.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
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
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(rename_all = "snake_case")]
pub enum Severity {
    /// The row cannot be applied.
    Error,
    /// The row is applied; somebody should look at it.
    Warning,
}

/// One thing wrong with one row.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct Problem {
    /// Where.
    pub place: Place,
    /// Whether the row is kept out.
    pub severity: Severity,
    /// A stable code: one of [`Problem::CODES`].
    pub code: &'static str,
    /// The reason, for people, in English. `crm_office::Language::reason` says it in other languages.
    pub reason: String,
    /// What the reason tells, by name: figures, names, other places.
    pub details: BTreeMap<String, String>,
    /// What the cell says, untouched; its first 500 characters, if it is longer.
    pub text: String,
}

impl Problem {
    /// Every code that a problem can have.
    pub const CODES: &'static [&'static str] = &[
        // Of cells.
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
        // Of rows.
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
        // Of columns.
        "column_left_out",
        "column_without_heading",
        "column_of_another_kind",
        "repeated_column",
        "column_incomplete",
        // Of sheets.
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

/// A row that could be read, with the place it came from.
#[derive(Debug, Clone, PartialEq, Serialize)]
pub struct SourceRow<T> {
    /// The sheet.
    pub sheet: String,
    /// The row, counted from 1.
    pub row: u32,
    /// The currency that the sheet writes with the row's money, if it writes one. A row in another currency than that of the books, or of its price
    /// list, is refused.
    pub currency: Option<CurrencyMark>,
    /// What it says.
    pub value: T,
}

impl<T> SourceRow<T> {
    /// A row whose money is in the currency of the books.
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
