//! What differs between engines, and nothing else: how values are encoded, how a set of rows comes in, and a few functions.
//!
//! Invariant: every expression that a dialect writes means exactly what the core's evaluation in memory means.

use crate::statement::SqlValue;
use crm_core::{
    Code, Error, Result,
    entity::{Value, ValueType},
    num::Decimal,
    storage::Mode,
};

/// Takes the values of a set of rows and makes them the parameters of a row source.
pub trait RowsWriter {
    /// The next value of the row.
    ///
    /// # Errors
    /// `number.*`, `field.invalid` if the engine cannot keep the value.
    fn value(&mut self, ty: ValueType, value: &Value) -> Result<()>;
    /// The row is complete.
    fn end_row(&mut self);
    /// Adds the parameters.
    fn finish(self, params: &mut Vec<SqlValue>);
}

/// The quirks of one engine.
pub trait Dialect: Send + Sync + 'static {
    /// How a set of rows is encoded.
    type Rows: RowsWriter;

    /// The statement that begins a transaction.
    fn begin(&self, mode: Mode) -> &'static str;
    /// Writes parameter `number`, counted from 1, with its type where the engine needs it.
    fn placeholder(&self, text: &mut String, number: usize, ty: ValueType);
    /// Writes the condition that the rows of a table belong to the company, which is the first parameter.
    fn of_company(&self, text: &mut String, alias: &str);
    /// Encodes a value that rows are compared with.
    ///
    /// # Errors
    /// `number.*`.
    fn operand(&self, ty: ValueType, value: &Value) -> Result<SqlValue>;
    /// Begins a set of rows with so many columns.
    fn rows(&self, width: usize) -> Self::Rows;
    /// Writes a set of rows as a table with an alias, its parameters counted from `first`; gives their number.
    /// A table joined with it must be looked up by its key.
    fn row_source(&self, text: &mut String, first: usize, alias: &str, columns: &[(&str, ValueType)]) -> usize;
    /// What is put behind a select to lock its rows; none where beginning to write locks everything.
    fn lock_clause(&self) -> Option<&'static str>;
    /// Writes the month of a day as a text such as `2010-12`.
    fn month(&self, text: &mut String, column: &str);
    /// Writes the test whether a text column contains a text.
    fn contains(&self, text: &mut String, column: &str, parameter: &str);
    /// Decodes a column; none if the type is not stored like that.
    fn decode(&self, ty: ValueType, value: SqlValue) -> Option<Value>;
    /// Decodes the sum of a column.
    fn decode_sum(&self, ty: ValueType, value: SqlValue) -> Option<Value>;

    /// The type of a column.
    fn column_type(&self, ty: ValueType) -> &'static str;
    /// What stands behind the columns of a table.
    fn table_options(&self) -> &'static str;
    /// Whether foreign keys are part of the table's statement; otherwise they follow in steps of their own.
    fn has_inline_foreign_keys(&self) -> bool;
    /// A select with one row if a table exists, its name being the only parameter.
    fn table_exists(&self) -> &'static str;
    /// Writes a stored number or moment as people read it; none if the column is readable as it is.
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
        .and_then(|n| i64::try_from(n).ok())
        .ok_or_else(|| Error::new(Code::NumberOutOfRange, format!("`{value}` is outside the range that is kept")).with("value", value))
}

/// The decimal that an integer of a type's smallest step stands for, without trailing zeros.
pub fn unscaled(ty: ValueType, value: i64) -> Decimal {
    Decimal::new(value, ty.scale().unwrap_or_default()).normalize()
}
