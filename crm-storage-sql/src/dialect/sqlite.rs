//! SQLite: a statement is run for each row of a set, lists are passed as one JSON text, decimals are scaled integers, ids are blobs, days are ISO
//! texts.
//!
//! Invariant: a stored value sorts and compares like the core's value; sums are sums of integers, and exact.

use crate::{
    dialect::{Dialect, RowsWriter, is_storable_year, scaled, storable_day, storable_text, unscaled},
    statement::{SqlValue, Statement, Turns},
};
use chrono::Datelike;
use crm_core::{
    Code, Error, Result,
    entity::{Value, ValueType},
    num::Decimal,
    storage::Mode,
    time::{Day, Instant},
};
use std::fmt::Write;

/// SQLite 3.51 or later.
#[derive(Debug, Clone, Copy, Default)]
pub struct SqliteDialect;

/// Rows that a statement is run for, one after the other: it is prepared once, and each in-process run costs a few microseconds.
#[derive(Debug)]
pub struct BoundRows(Turns);

impl RowsWriter for BoundRows {
    fn value(&mut self, ty: ValueType, value: &Value) -> Result<()> {
        let value = match value {
            Value::Text(v) => SqlValue::Text(storable_text(v)?.to_owned()),
            Value::Json(v) => SqlValue::Text(storable_text(&v.to_string())?.to_owned()),
            Value::Day(v) => SqlValue::Text(storable_day(*v)?.to_string()),
            value => encode(ty, value)?,
        };
        self.0.cells.push(value);
        Ok(())
    }

    fn finish(self, statement: &mut Statement) {
        statement.turns = Some(self.0);
    }
}

/// A value as it is stored.
fn encode(ty: ValueType, value: &Value) -> Result<SqlValue> {
    Ok(match value {
        Value::Null | Value::Pending(_) => SqlValue::Null,
        Value::Bool(v) => SqlValue::Int(i64::from(*v)),
        Value::Int(v) => SqlValue::Int(*v),
        Value::Text(v) => SqlValue::Text(v.clone()),
        Value::Id(v) => SqlValue::Id(*v),
        Value::Day(v) => SqlValue::Text(day_operand(*v)),
        Value::Instant(v) => SqlValue::Int(v.timestamp_micros()),
        Value::Decimal(v) => SqlValue::Int(scaled(ty, *v)?),
        Value::Json(v) => SqlValue::Text(v.to_string()),
    })
}

/// A day to compare with: days that cannot be stored sort before or after all that can.
fn day_operand(day: Day) -> String {
    match day.year() {
        year if is_storable_year(year) => day.to_string(),
        year if year < 0 => String::new(),
        _ => "~".to_owned(),
    }
}

/// The value of a list element.
fn listed(ty: ValueType) -> &'static str {
    if ty == ValueType::Id { "unhex(j.value)" } else { "j.value" }
}

impl Dialect for SqliteDialect {
    type Rows = BoundRows;

    fn begin(&self, mode: Mode) -> &'static str {
        match mode {
            Mode::Read | Mode::LookUp => "BEGIN",
            Mode::Write => "BEGIN IMMEDIATE",
        }
    }

    fn placeholder(&self, text: &mut String, number: usize, _: ValueType) {
        let _ = write!(text, "?{number}");
    }

    /// Without statistics, SQLite assumes that a company has ten rows and would scan all of them; most of a file is one company.
    fn of_company(&self, text: &mut String, alias: &str) {
        let _ = write!(text, "likely({alias}.company_id = ?1)");
    }

    /// Without statistics, SQLite expects the second column of an index to filter out only one row in ten, and would rather scan the whole company.
    fn selective(&self, text: &mut String, condition: &str) {
        let _ = write!(text, "likelihood({condition}, 0.0001)");
    }

    fn joins_statements(&self) -> bool {
        false
    }

    fn joins_rows(&self) -> bool {
        false
    }

    fn operand(&self, ty: ValueType, value: &Value) -> Result<SqlValue> {
        encode(ty, value)
    }

    /// One JSON text; ids are hex in it.
    fn list(&self, ty: ValueType, values: &mut dyn Iterator<Item = &Value>) -> Result<SqlValue> {
        let mut text = String::from("[");
        for value in values {
            text.push_str(if text.len() > 1 { "," } else { "" });
            match encode(ty, value)? {
                SqlValue::Int(v) => {
                    let _ = write!(text, "{v}");
                }
                SqlValue::Id(v) => {
                    let _ = write!(text, "\"{}\"", v.simple());
                }
                SqlValue::Text(v) => {
                    let v = serde_json::to_string(&v).map_err(|e| Error::field("text", "cannot be written as JSON").caused_by(e))?;
                    text.push_str(&v);
                }
                _ => text.push_str("null"),
            }
        }
        text.push(']');
        Ok(SqlValue::Text(text))
    }

    fn among(&self, text: &mut String, column: &str, number: usize, ty: ValueType) {
        let _ = write!(text, "{column} IN (SELECT {} FROM jsonb_each(?{number}) AS j)", listed(ty));
    }

    fn list_source(&self, text: &mut String, alias: &str, number: usize, ty: ValueType) {
        let _ = write!(text, "(SELECT {} AS v FROM jsonb_each(?{number}) AS j) AS {alias}", listed(ty));
    }

    fn rows(&self, types: &mut dyn Iterator<Item = ValueType>) -> BoundRows {
        BoundRows(Turns { width: types.count(), cells: Vec::new() })
    }

    fn cell(&self, text: &mut String, first: usize, position: usize, _: &str) {
        let _ = write!(text, "?{}", first.saturating_add(position));
    }

    fn rows_source(&self, _: &mut String, _: usize, _: &[(&str, ValueType)]) {}

    fn lock_clause(&self) -> Option<&'static str> {
        None
    }

    fn month(&self, text: &mut String, column: &str) {
        let _ = write!(text, "substr({column}, 1, 7)");
    }

    fn contains(&self, text: &mut String, column: &str, parameter: &str) {
        let _ = write!(text, "instr({column}, {parameter}) > 0");
    }

    fn null(&self, text: &mut String, _: ValueType) {
        text.push_str("NULL");
    }

    fn decode(&self, ty: ValueType, value: SqlValue) -> Option<Value> {
        Some(match (ty, value) {
            (_, SqlValue::Null) => Value::Null,
            (ValueType::Bool, SqlValue::Int(v @ 0..=1)) => Value::Bool(v == 1),
            (ValueType::Int, SqlValue::Int(v)) => Value::Int(v),
            (ValueType::Text, SqlValue::Text(v)) => Value::Text(v),
            (ValueType::Id, SqlValue::Id(v)) => Value::Id(v),
            (ValueType::Day, SqlValue::Text(v)) => Value::Day(v.parse().ok()?),
            (ValueType::Instant, SqlValue::Int(v)) => Value::Instant(Instant::from_timestamp_micros(v)?),
            (ValueType::Json, SqlValue::Text(v)) => Value::Json(serde_json::from_str(&v).ok()?),
            (ty, SqlValue::Int(v)) if ty.scale().is_some() => Value::Decimal(unscaled(ty, v)),
            _ => return None,
        })
    }

    /// The sum of a 64-bit column would overflow at 64 bits: its upper and lower halves are summed separately.
    fn sum(&self, text: &mut String, column: &str) {
        let _ = write!(text, "coalesce(sum({column} >> 32) || ' ' || sum({column} & 4294967295), '0 0')");
    }

    /// Summed in halves as well, and put together where 64 bits hold it.
    fn total(&self, text: &mut String, column: &str, ty: ValueType) {
        let largest = scaled(ty, ty.largest()).unwrap_or(i64::MAX);
        let lower = format!("coalesce(sum({column} & 4294967295), 0)");
        let upper = format!("(coalesce(sum({column} >> 32), 0) + ({lower} >> 32))");
        let _ = write!(
            text,
            "CASE WHEN {upper} > 2147483647 THEN {largest} WHEN {upper} < -2147483648 THEN -{largest} \
             ELSE max(min(({upper} << 32) | ({lower} & 4294967295), {largest}), -{largest}) END"
        );
    }

    fn decode_sum(&self, ty: ValueType, value: SqlValue) -> Result<Option<Value>> {
        let SqlValue::Text(halves) = value else { return Ok(None) };
        let sum = halves.split_once(' ').and_then(|(upper, lower)| {
            let (upper, lower): (i128, i128) = (upper.parse().ok()?, lower.parse().ok()?);
            upper.checked_mul(1 << 32)?.checked_add(lower)
        });
        let Some(sum) = sum else { return Ok(None) };
        let too_large = |e| Error::new(Code::NumberOutOfRange, format!("the sum of {sum} steps is outside the supported range")).caused_by(e);
        let sum = Decimal::try_from_i128_with_scale(sum, ty.scale().unwrap_or_default()).map_err(too_large)?;
        Ok(Some(Value::of_sum(ty, sum)))
    }

    fn column_type(&self, ty: ValueType) -> &'static str {
        match ty {
            ValueType::Text | ValueType::Day | ValueType::Json => "TEXT",
            ValueType::Id => "BLOB",
            _ => "INTEGER",
        }
    }

    fn table_options(&self) -> &'static str {
        " WITHOUT ROWID, STRICT"
    }

    fn has_inline_foreign_keys(&self) -> bool {
        true
    }

    fn table_exists(&self) -> &'static str {
        "SELECT 1 FROM sqlite_schema WHERE type = 'table' AND name = ?1"
    }

    fn readable(&self, column: &str, ty: ValueType) -> Option<String> {
        match ty {
            ValueType::Id => Some(format!("lower(hex({column}))")),
            ValueType::Instant => Some(format!(
                "strftime('%Y-%m-%dT%H:%M:%S', {column} / 1000000 - ({column} % 1000000 < 0), 'unixepoch') \
                 || printf('.%06dZ', ({column} % 1000000 + 1000000) % 1000000)"
            )),
            ty => ty.scale().map(|scale| {
                let step = format!("1{}", "0".repeat(scale as usize));
                format!(
                    "CASE WHEN {column} IS NOT NULL THEN printf('%s%d.%0{scale}d', CASE WHEN {column} < 0 THEN '-' ELSE '' END, \
                     abs({column} / {step}), abs({column} % {step})) END"
                )
            }),
        }
    }
}
