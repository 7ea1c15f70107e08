//! What differs between engines, and nothing else: how values are encoded, how a set of rows is passed, and a few functions.
//!
//! Invariant: every expression that a dialect writes means exactly what the core's evaluation in memory means.

mod postgres;
mod sqlite;

pub use postgres::{ArrayRows, PostgresDialect};
pub use sqlite::{BoundRows, SqliteDialect};

use crate::statement::{SqlValue, Statement};
use chrono::Datelike;
use crm_core::{
    Code, Error, Result,
    entity::{Value, ValueType},
    num::Decimal,
    storage::Mode,
    time::Day,
};
use std::borrow::Cow;

/// Collects the values of a set of rows, and adds them to the statement that takes the set.
pub trait RowsWriter {
    /// Adds the next value of the row.
    ///
    /// # Errors
    /// `number.*`, `field.invalid` if the engine cannot store the value.
    fn value(&mut self, ty: ValueType, value: &Value) -> Result<()>;
    /// Adds the rows to a statement that already has its other parameters.
    fn finish(self, statement: &mut Statement);
}

/// The quirks of one engine.
pub trait Dialect: Send + Sync + 'static {
    /// How a set of rows is encoded.
    type Rows: RowsWriter;

    /// The statement that begins a transaction.
    fn begin(&self, mode: Mode) -> &'static str;
    /// The name of a table in a statement.
    fn table<'t>(&self, table: &'t str) -> Cow<'t, str> {
        Cow::Borrowed(table)
    }
    /// Whether several queries, or all writes of a change set, are better sent as one statement, because each is a round trip.
    fn joins_statements(&self) -> bool;
    /// Whether the engine turns a sub-select that looks for rows of another table, or for their absence, into a join. For an engine that would run it
    /// for each row, the rows are materialized once; and so they are for one that joins, within `OR`, where nothing can be joined, and within rows
    /// that are already joined.
    fn joins_rows(&self) -> bool;
    /// Writes parameter `number`, counted from 1, with its type where the engine needs it.
    fn placeholder(&self, text: &mut String, number: usize, ty: ValueType);
    /// Writes the condition that the rows of a table belong to the company, which is the first parameter.
    fn of_company(&self, text: &mut String, alias: &str);
    /// Writes a condition that few rows of a company meet and an index covers, so that the engine starts from it.
    fn selective(&self, text: &mut String, condition: &str) {
        text.push_str(condition);
    }
    /// Encodes a value that rows are compared with.
    ///
    /// # Errors
    /// `number.*`.
    fn operand(&self, ty: ValueType, value: &Value) -> Result<SqlValue>;
    /// Encodes a list of values that rows are compared with, as one parameter.
    ///
    /// # Errors
    /// `number.*`, `field.invalid`.
    fn list(&self, ty: ValueType, values: &mut dyn Iterator<Item = &Value>) -> Result<SqlValue>;
    /// Writes the test whether a column is in the list in parameter `number`.
    fn among(&self, text: &mut String, column: &str, number: usize, ty: ValueType);
    /// Writes the list in parameter `number` as a table with a column `v`.
    fn list_source(&self, text: &mut String, alias: &str, number: usize, ty: ValueType);
    /// Begins a set of rows of these types, one parameter per column.
    fn rows(&self, types: &mut dyn Iterator<Item = ValueType>) -> Self::Rows;
    /// Writes the value of a column of the set of rows; `position` counts its columns from 0, `first` is the set's first parameter.
    fn cell(&self, text: &mut String, first: usize, position: usize, name: &str);
    /// Writes the source of the set of rows, ` FROM ..`; nothing where the statement is run for each row. The rows are `r`.
    fn rows_source(&self, text: &mut String, first: usize, columns: &[(&str, ValueType)]);
    /// The suffix of a select that locks its rows; none where beginning to write locks everything.
    fn lock_clause(&self) -> Option<&'static str>;
    /// Writes the month of a day as a text such as `2010-12`.
    fn month(&self, text: &mut String, column: &str);
    /// Writes the test whether a text column contains a text.
    fn contains(&self, text: &mut String, column: &str, parameter: &str);
    /// Writes a null of a type.
    fn null(&self, text: &mut String, ty: ValueType);
    /// Decodes a column; none if the type is not stored in that form.
    fn decode(&self, ty: ValueType, value: SqlValue) -> Option<Value>;
    /// Writes the sum of a column, which no number of rows can overflow; the sum of no rows is zero.
    fn sum(&self, text: &mut String, column: &str);
    /// Writes the sum of a column as a value of its type, for comparing and sorting; the sum of no rows is zero. A sum beyond the largest
    /// number of the type is that number.
    fn total(&self, text: &mut String, column: &str, ty: ValueType);
    /// Decodes the sum of a column; none if the type is not stored in that form.
    ///
    /// # Errors
    /// `number.out_of_range`.
    fn decode_sum(&self, ty: ValueType, value: SqlValue) -> Result<Option<Value>>;

    /// The type of a column.
    fn column_type(&self, ty: ValueType) -> &'static str;
    /// What follows the columns of a table.
    fn table_options(&self) -> &'static str;
    /// Whether foreign keys are part of the table's statement; otherwise they are separate steps.
    fn has_inline_foreign_keys(&self) -> bool;
    /// A select that returns one row if a table exists, with its name as the only parameter.
    fn table_exists(&self) -> &'static str;
    /// Statements that create the schema and switch to it, for the transaction of a migration step.
    fn enter_schema(&self) -> Vec<String> {
        Vec::new()
    }
    /// Statements that remember the previous `search_path`, and statements that restore it.
    fn leave_schema(&self) -> (Vec<String>, Vec<String>) {
        (Vec::new(), Vec::new())
    }
    /// Writes a stored number or instant in readable form; none if the column is readable as it is.
    fn readable(&self, column: &str, ty: ValueType) -> Option<String>;
}

/// A decimal as an integer of its type's smallest step. Nothing is ever rounded.
///
/// # Errors
/// `number.too_precise`, `number.out_of_range`.
pub fn scaled(ty: ValueType, value: Decimal) -> Result<i64> {
    let scale = ty.scale().unwrap_or_default();
    let value = if value.scale() > scale { value.normalize() } else { value };
    let Some(missing) = scale.checked_sub(value.scale()) else {
        return Err(Error::new(Code::NumberTooPrecise, format!("`{value}` has more than {scale} decimals"))
            .with("value", value)
            .with("scale", scale));
    };
    let number = 10_i128.checked_pow(missing).and_then(|factor| value.mantissa().checked_mul(factor));
    number
        .filter(|_| ty.holds(value))
        .and_then(|n| i64::try_from(n).ok())
        .ok_or_else(|| Error::new(Code::NumberOutOfRange, format!("`{value}` is outside the supported range")).with("value", value))
}

/// The decimal for an integer of a type's smallest step, without trailing zeros.
pub fn unscaled(ty: ValueType, value: i64) -> Decimal {
    Decimal::new(value, ty.scale().unwrap_or_default()).normalize()
}

/// Whether a year can be stored: only years with four digits can, on every engine.
pub(crate) fn is_storable_year(year: i32) -> bool {
    (0..=9999).contains(&year)
}

/// A day that can be stored on every engine.
///
/// # Errors
/// `field.invalid`.
pub(crate) fn storable_day(day: Day) -> Result<Day> {
    if is_storable_year(day.year()) { Ok(day) } else { Err(Error::field("day", "is outside the years 0 to 9999").with("day", day)) }
}

/// A text that can be stored on every engine.
///
/// # Errors
/// `field.invalid`.
pub(crate) fn storable_text(text: &str) -> Result<&str> {
    if text.contains('\0') { Err(Error::field("text", "contains a NUL character, which cannot be stored")) } else { Ok(text) }
}
