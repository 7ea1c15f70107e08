//! SQLite: sets of rows come in as one JSON text, decimals are scaled integers, ids are blobs, days are ISO texts.
//!
//! Invariant: a stored value sorts and compares like the core's value does; sums are sums of integers, exact or an error.

use crate::{
    dialect::{Dialect, RowsWriter, scaled, unscaled},
    statement::SqlValue,
};
use chrono::Datelike;
use crm_core::{
    Error, Result,
    entity::{Value, ValueType},
    storage::Mode,
    time::{Day, Instant},
};
use std::fmt::Write;
use uuid::Uuid;

/// SQLite 3.51 or later.
#[derive(Debug, Clone, Copy, Default)]
pub struct SqliteDialect;

/// Rows as one JSON text: a list of lists, or a plain list where there is one column.
#[derive(Debug)]
pub struct JsonRows {
    text: String,
    width: usize,
    column: usize,
}

impl JsonRows {
    fn separate(&mut self) {
        if self.column > 0 || self.text.len() > 1 {
            self.text.push(',');
        }
        if self.column == 0 && self.width > 1 {
            self.text.push('[');
        }
        self.column = self.column.saturating_add(1);
    }

    fn int(&mut self, value: i64) {
        let _ = write!(self.text, "{value}");
    }

    fn string(&mut self, value: &str) -> Result<()> {
        if value.contains('\0') {
            return Err(Error::field("text", "holds a NUL character, which no engine keeps"));
        }
        if value.bytes().all(|b| b >= b' ' && b != b'"' && b != b'\\') {
            self.text.push('"');
            self.text.push_str(value);
            self.text.push('"');
            return Ok(());
        }
        let json = serde_json::to_string(value).map_err(|e| Error::field("text", "is no JSON text").caused_by(e))?;
        self.text.push_str(&json);
        Ok(())
    }

    fn id(&mut self, id: Uuid) {
        let mut hex = [0; uuid::fmt::Simple::LENGTH];
        self.text.push('"');
        self.text.push_str(id.simple().encode_lower(&mut hex));
        self.text.push('"');
    }
}

impl RowsWriter for JsonRows {
    fn value(&mut self, ty: ValueType, value: &Value) -> Result<()> {
        self.separate();
        match value {
            Value::Null | Value::Pending(_) => self.text.push_str("null"),
            Value::Bool(v) => self.int(i64::from(*v)),
            Value::Int(v) => self.int(*v),
            Value::Text(v) => self.string(v)?,
            Value::Id(v) => self.id(*v),
            Value::Day(v) if is_storable(*v) => {
                let _ = write!(self.text, "\"{v}\"");
            }
            Value::Day(v) => return Err(Error::field("day", "is outside the years 0 to 9999").with("day", v)),
            Value::Instant(v) => self.int(v.timestamp_micros()),
            Value::Decimal(v) => self.int(scaled(ty, *v)?),
            Value::Json(v) => self.string(&v.to_string())?,
        }
        Ok(())
    }

    fn end_row(&mut self) {
        if self.width > 1 {
            self.text.push(']');
        }
        self.column = 0;
    }

    fn finish(mut self, params: &mut Vec<SqlValue>) {
        self.text.push(']');
        params.push(SqlValue::Text(self.text));
    }
}

fn is_storable(day: Day) -> bool {
    (0..=9999).contains(&day.year())
}

/// A day to compare with: those that cannot be stored lie before or behind all that can.
fn day_operand(day: Day) -> String {
    match day.year() {
        0..=9999 => day.to_string(),
        year if year < 0 => String::new(),
        _ => "~".to_owned(),
    }
}

impl Dialect for SqliteDialect {
    type Rows = JsonRows;

    fn begin(&self, mode: Mode) -> &'static str {
        match mode {
            Mode::Read => "BEGIN",
            Mode::Write => "BEGIN IMMEDIATE",
        }
    }

    fn placeholder(&self, text: &mut String, number: usize, _: ValueType) {
        let _ = write!(text, "?{number}");
    }

    /// Without statistics, SQLite takes a company for ten rows and would look through all of them; most of a file is one company.
    fn of_company(&self, text: &mut String, alias: &str) {
        let _ = write!(text, "likely({alias}.company_id = ?1)");
    }

    fn operand(&self, ty: ValueType, value: &Value) -> Result<SqlValue> {
        Ok(match value {
            Value::Null | Value::Pending(_) => SqlValue::Null,
            Value::Bool(v) => SqlValue::Int(i64::from(*v)),
            Value::Int(v) => SqlValue::Int(*v),
            Value::Text(v) => SqlValue::Text(v.clone()),
            Value::Id(v) => SqlValue::Id(v.into_bytes()),
            Value::Day(v) => SqlValue::Text(day_operand(*v)),
            Value::Instant(v) => SqlValue::Int(v.timestamp_micros()),
            Value::Decimal(v) => SqlValue::Int(scaled(ty, *v)?),
            Value::Json(v) => SqlValue::Text(v.to_string()),
        })
    }

    fn rows(&self, width: usize) -> JsonRows {
        JsonRows { text: String::from("["), width, column: 0 }
    }

    fn row_source(&self, text: &mut String, first: usize, alias: &str, columns: &[(&str, ValueType)]) -> usize {
        text.push_str("(SELECT ");
        for (i, (name, ty)) in columns.iter().enumerate() {
            let value = if columns.len() > 1 { format!("j.value->>{i}") } else { "j.value".to_owned() };
            let value = if *ty == ValueType::Id { format!("unhex({value})") } else { value };
            let _ = write!(text, "{}{value} AS {name}", if i > 0 { ", " } else { "" });
        }
        // A planner without statistics would run through the table and read the set anew for each of its rows; the limit, which limits
        // nothing, makes the set a table of its own, read once, that leads.
        let alone = if columns.len() > 1 { " LIMIT -1" } else { "" };
        let _ = write!(text, " FROM jsonb_each(?{first}) AS j{alone}) AS {alias}");
        1
    }

    fn lock_clause(&self) -> Option<&'static str> {
        None
    }

    fn month(&self, text: &mut String, column: &str) {
        let _ = write!(text, "substr({column}, 1, 7)");
    }

    fn contains(&self, text: &mut String, column: &str, parameter: &str) {
        let _ = write!(text, "instr({column}, {parameter}) > 0");
    }

    fn decode(&self, ty: ValueType, value: SqlValue) -> Option<Value> {
        Some(match (ty, value) {
            (_, SqlValue::Null) => Value::Null,
            (ValueType::Bool, SqlValue::Int(v @ 0..=1)) => Value::Bool(v == 1),
            (ValueType::Int, SqlValue::Int(v)) => Value::Int(v),
            (ValueType::Text, SqlValue::Text(v)) => Value::Text(v),
            (ValueType::Id, SqlValue::Id(v)) => Value::Id(Uuid::from_bytes(v)),
            (ValueType::Day, SqlValue::Text(v)) => Value::Day(v.parse().ok()?),
            (ValueType::Instant, SqlValue::Int(v)) => Value::Instant(Instant::from_timestamp_micros(v)?),
            (ValueType::Json, SqlValue::Text(v)) => Value::Json(serde_json::from_str(&v).ok()?),
            (ty, SqlValue::Int(v)) if ty.scale().is_some() => Value::Decimal(unscaled(ty, v)),
            _ => return None,
        })
    }

    fn decode_sum(&self, ty: ValueType, value: SqlValue) -> Option<Value> {
        self.decode(ty, value)
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
