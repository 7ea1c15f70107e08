//! Checks common to the commands of stock, sales and receivables, and the numbering of their documents.

use super::{StockPool, Warehouse};
use crate::{
    entity::{Numbering, Stored},
    error::{Code, Error, Result},
    ids::ProductId,
    limits,
    storage::LockKeys,
    time::Day,
};
use chrono::Datelike;
use std::collections::BTreeSet;

/// The series of a kind of document in the year of its date, and the format of its numbers.
pub(crate) fn series(name: &str, prefix: &str, day: Day) -> (String, Numbering) {
    let year = day.year();
    (format!("{name}-{year}"), Numbering::Text { prefix: format!("{prefix}-{year}-"), width: 6 })
}

/// The locks of a posting: the pools of its products.
pub(crate) fn locks(products: &BTreeSet<ProductId>) -> LockKeys {
    LockKeys::none().and::<StockPool, _>(products.iter().copied())
}

/// An error on one line of a command.
pub(crate) fn line_error(line: i64, field: &'static str, reason: &str) -> Error {
    Error::field(field, reason).with("line", line)
}

/// Checks the length of a text given by a caller.
///
/// # Errors
/// `field.too_long`.
pub(crate) fn check_text(field: &'static str, text: Option<&str>) -> Result<()> {
    crate::text::check_length(field, text.unwrap_or_default(), limits::MAX_TEXT)
}

/// Numbers lines from 1.
pub(crate) fn numbered<T>(lines: &[T]) -> impl Iterator<Item = (i64, &T)> {
    (1_i64..).zip(lines)
}

/// Checks that a document has lines, and not too many.
///
/// # Errors
/// `field.invalid`, `limit.exceeded`.
pub(crate) fn check_lines<T>(lines: &[T]) -> Result<()> {
    if lines.is_empty() {
        return Err(Error::field("lines", "is empty"));
    }
    limits::check("MAX_LINES", lines.len(), limits::MAX_LINES)
}

/// # Errors
/// `reference.missing`, `field.invalid`.
pub(crate) fn check_warehouse(warehouse: Option<Stored<Warehouse>>) -> Result<Stored<Warehouse>> {
    match warehouse {
        None => Err(Error::new(Code::ReferenceMissing, "there is no such warehouse").with("field", "warehouse_id")),
        Some(warehouse) if !warehouse.is_active => Err(Error::field("warehouse_id", "is no longer in use")),
        Some(warehouse) => Ok(warehouse),
    }
}
