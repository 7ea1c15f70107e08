//! PostgreSQL: sets of rows are passed as one array per column, with every value in its native type.
//!
//! Invariant: text is compared byte by byte (collation "C" on every column), and a value that SQLite would refuse is refused here too.

use crate::{
    dialect::{Dialect, RowsWriter, is_storable_year, scaled, storable_day, storable_text},
    statement::{SqlArray, SqlValue, Statement},
};
use chrono::Datelike;
use crm_core::{
    Error, Result,
    entity::{Value, ValueType},
    storage::Mode,
    time::{Day, Instant},
};
use std::{borrow::Cow, fmt::Write};

/// Characters of an identifier that the engine does not truncate.
const MAX_IDENTIFIER: usize = 63;

/// PostgreSQL 14 or later.
#[derive(Debug, Clone, Default)]
pub struct PostgresDialect {
    schema: Option<String>,
}

impl PostgresDialect {
    /// Tables are where the connection's `search_path` points, next to the host's own.
    pub fn new() -> Self {
        Self::default()
    }

    /// Tables are in a separate schema, which every statement names, in quotes: the name can be a keyword such as `user`.
    ///
    /// # Errors
    /// `field.invalid` if the name is not made of `a` to `z`, digits and `_`, or begins with a digit or with the engine's own `pg_`.
    pub fn in_schema(schema: &str) -> Result<Self> {
        let is_word = schema.bytes().all(|b| b.is_ascii_lowercase() || b.is_ascii_digit() || b == b'_');
        let is_begun_well = schema.bytes().next().is_some_and(|b| !b.is_ascii_digit()) && !schema.starts_with("pg_");
        if !is_word || !is_begun_well || schema.len() > MAX_IDENTIFIER {
            return Err(Error::field("schema", format!("is `{schema}`; a name must consist of lower-case letters, digits and `_`")));
        }
        Ok(Self { schema: Some(schema.to_owned()) })
    }

    /// The separate schema, if there is one.
    pub fn schema(&self) -> Option<&str> {
        self.schema.as_deref()
    }
}

/// Rows as one array per column.
#[derive(Debug)]
pub struct ArrayRows {
    columns: Vec<SqlArray>,
    next: usize,
}

impl RowsWriter for ArrayRows {
    fn value(&mut self, ty: ValueType, value: &Value) -> Result<()> {
        let Some(column) = self.columns.get_mut(self.next) else { return Err(Error::corrupt("a row is too long")) };
        push(column, stored(ty, value)?)?;
        self.next = self.next.saturating_add(1).checked_rem(self.columns.len()).unwrap_or_default();
        Ok(())
    }

    fn finish(self, statement: &mut Statement) {
        statement.params.extend(self.columns.into_iter().map(SqlValue::Array));
    }
}

fn array(ty: ValueType) -> SqlArray {
    match ty {
        ValueType::Bool => SqlArray::Bool(Vec::new()),
        ValueType::Int => SqlArray::Int(Vec::new()),
        ValueType::Text => SqlArray::Text(Vec::new()),
        ValueType::Id => SqlArray::Id(Vec::new()),
        ValueType::Day => SqlArray::Day(Vec::new()),
        ValueType::Instant => SqlArray::Instant(Vec::new()),
        ValueType::Json => SqlArray::Json(Vec::new()),
        ValueType::Money | ValueType::Price | ValueType::Quantity | ValueType::Rate => SqlArray::Decimal(Vec::new()),
    }
}

/// A value to store.
fn stored(ty: ValueType, value: &Value) -> Result<SqlValue> {
    match value {
        Value::Text(v) => storable_text(v).map(drop)?,
        Value::Day(v) => storable_day(*v).map(drop)?,
        Value::Instant(v) => storable_day(v.date_naive()).map(drop)?,
        Value::Json(v) if holds_nul(v) => return Err(Error::field("text", "contains a NUL character, which cannot be stored")),
        _ => {}
    }
    operand(ty, value)
}

/// A value to store, or to compare rows with.
fn operand(ty: ValueType, value: &Value) -> Result<SqlValue> {
    Ok(match value {
        Value::Null | Value::Pending(_) => SqlValue::Null,
        Value::Bool(v) => SqlValue::Bool(*v),
        Value::Int(v) => SqlValue::Int(*v),
        Value::Text(v) => SqlValue::Text(v.clone()),
        Value::Id(v) => SqlValue::Id(*v),
        Value::Day(v) => SqlValue::Day(day_operand(*v)),
        Value::Instant(v) => SqlValue::Instant(instant_operand(*v)),
        Value::Decimal(v) => {
            // Refused here if another engine could not store it.
            scaled(ty, *v)?;
            SqlValue::Decimal(v.normalize())
        }
        Value::Json(v) => SqlValue::Json(v.clone()),
    })
}

fn push(array: &mut SqlArray, value: SqlValue) -> Result<()> {
    match (array, value) {
        (SqlArray::Bool(all), SqlValue::Bool(v)) => all.push(Some(v)),
        (SqlArray::Int(all), SqlValue::Int(v)) => all.push(Some(v)),
        (SqlArray::Text(all), SqlValue::Text(v)) => all.push(Some(v)),
        (SqlArray::Id(all), SqlValue::Id(v)) => all.push(Some(v)),
        (SqlArray::Day(all), SqlValue::Day(v)) => all.push(Some(v)),
        (SqlArray::Instant(all), SqlValue::Instant(v)) => all.push(Some(v)),
        (SqlArray::Decimal(all), SqlValue::Decimal(v)) => all.push(Some(v)),
        (SqlArray::Json(all), SqlValue::Json(v)) => all.push(Some(v)),
        (SqlArray::Bool(all), SqlValue::Null) => all.push(None),
        (SqlArray::Int(all), SqlValue::Null) => all.push(None),
        (SqlArray::Text(all), SqlValue::Null) => all.push(None),
        (SqlArray::Id(all), SqlValue::Null) => all.push(None),
        (SqlArray::Day(all), SqlValue::Null) => all.push(None),
        (SqlArray::Instant(all), SqlValue::Null) => all.push(None),
        (SqlArray::Decimal(all), SqlValue::Null) => all.push(None),
        (SqlArray::Json(all), SqlValue::Null) => all.push(None),
        (array, value) => return Err(Error::corrupt(format!("{value:?} does not belong among {array:?}"))),
    }
    Ok(())
}

fn holds_nul(json: &serde_json::Value) -> bool {
    match json {
        serde_json::Value::String(text) => text.contains('\0'),
        serde_json::Value::Array(all) => all.iter().any(holds_nul),
        serde_json::Value::Object(all) => all.iter().any(|(name, value)| name.contains('\0') || holds_nul(value)),
        _ => false,
    }
}

/// A day to compare with: days that cannot be stored sort before or after all that can.
fn day_operand(day: Day) -> Day {
    match day.year() {
        year if is_storable_year(year) => day,
        year => Day::from_ymd_opt(if year < 0 { -1 } else { 10_000 }, 1, 1).unwrap_or(day),
    }
}

/// An instant to compare with, in the same way.
fn instant_operand(instant: Instant) -> Instant {
    match instant.year() {
        year if is_storable_year(year) => instant,
        _ => day_operand(instant.date_naive()).and_time(instant.time()).and_utc(),
    }
}

fn type_name(ty: ValueType) -> &'static str {
    match ty {
        ValueType::Bool => "boolean",
        ValueType::Int => "bigint",
        ValueType::Text => "text",
        ValueType::Id => "uuid",
        ValueType::Day => "date",
        ValueType::Instant => "timestamptz",
        ValueType::Money | ValueType::Price | ValueType::Quantity | ValueType::Rate => "numeric",
        ValueType::Json => "jsonb",
    }
}

impl Dialect for PostgresDialect {
    type Rows = ArrayRows;

    fn begin(&self, mode: Mode) -> &'static str {
        match mode {
            Mode::Read => "BEGIN ISOLATION LEVEL REPEATABLE READ, READ ONLY",
            // These statements, and those of an act, use keys, whatever the values: planning them each time costs more than running them.
            Mode::LookUp => "BEGIN ISOLATION LEVEL REPEATABLE READ, READ ONLY; SET LOCAL plan_cache_mode = force_generic_plan",
            Mode::Write => "BEGIN ISOLATION LEVEL READ COMMITTED, READ WRITE; SET LOCAL plan_cache_mode = force_generic_plan",
        }
    }

    fn table<'t>(&self, table: &'t str) -> Cow<'t, str> {
        match &self.schema {
            Some(schema) => Cow::Owned(format!("\"{schema}\".{table}")),
            None => Cow::Borrowed(table),
        }
    }

    fn joins_statements(&self) -> bool {
        true
    }

    fn joins_rows(&self) -> bool {
        true
    }

    fn placeholder(&self, text: &mut String, number: usize, ty: ValueType) {
        let _ = write!(text, "${number}::{}", type_name(ty));
    }

    fn of_company(&self, text: &mut String, alias: &str) {
        let _ = write!(text, "{alias}.company_id = $1");
    }

    fn operand(&self, ty: ValueType, value: &Value) -> Result<SqlValue> {
        operand(ty, value)
    }

    fn list(&self, ty: ValueType, values: &mut dyn Iterator<Item = &Value>) -> Result<SqlValue> {
        let mut list = array(ty);
        for value in values {
            push(&mut list, operand(ty, value)?)?;
        }
        Ok(SqlValue::Array(list))
    }

    fn among(&self, text: &mut String, column: &str, number: usize, ty: ValueType) {
        let _ = write!(text, "{column} = ANY(${number}::{}[])", type_name(ty));
    }

    fn list_source(&self, text: &mut String, alias: &str, number: usize, ty: ValueType) {
        let _ = write!(text, "unnest(${number}::{}[]) AS {alias}(v)", type_name(ty));
    }

    fn rows(&self, types: &mut dyn Iterator<Item = ValueType>) -> ArrayRows {
        ArrayRows { columns: types.map(array).collect(), next: 0 }
    }

    fn cell(&self, text: &mut String, _: usize, _: usize, name: &str) {
        let _ = write!(text, "r.{name}");
    }

    fn rows_source(&self, text: &mut String, first: usize, columns: &[(&str, ValueType)]) {
        text.push_str(" FROM unnest(");
        for (position, (_, ty)) in columns.iter().enumerate() {
            let _ = write!(text, "{}${}::{}[]", if position > 0 { ", " } else { "" }, first.saturating_add(position), type_name(*ty));
        }
        let names = columns.iter().map(|(name, _)| *name).collect::<Vec<_>>().join(", ");
        let _ = write!(text, ") AS r({names})");
    }

    /// Weaker than `FOR UPDATE`: others may still add references to the row; only changes to it wait.
    fn lock_clause(&self) -> Option<&'static str> {
        Some("FOR NO KEY UPDATE")
    }

    /// The engine counts the year before year 1 as minus one.
    fn month(&self, text: &mut String, column: &str) {
        let _ = write!(
            text,
            "(CASE WHEN {column} >= '0001-01-01' THEN to_char({column}, 'YYYY-MM') ELSE '0000-' || to_char({column}, 'MM') END) COLLATE \"C\""
        );
    }

    fn contains(&self, text: &mut String, column: &str, parameter: &str) {
        let _ = write!(text, "strpos({column}, {parameter}) > 0");
    }

    fn null(&self, text: &mut String, ty: ValueType) {
        let _ = write!(text, "NULL::{}", type_name(ty));
    }

    fn decode(&self, ty: ValueType, value: SqlValue) -> Option<Value> {
        Some(match (ty, value) {
            (_, SqlValue::Null) => Value::Null,
            (ValueType::Bool, SqlValue::Bool(v)) => Value::Bool(v),
            (ValueType::Int, SqlValue::Int(v)) => Value::Int(v),
            (ValueType::Text, SqlValue::Text(v)) => Value::Text(v),
            (ValueType::Id, SqlValue::Id(v)) => Value::Id(v),
            (ValueType::Day, SqlValue::Day(v)) => Value::Day(v),
            (ValueType::Instant, SqlValue::Instant(v)) => Value::Instant(v),
            (ValueType::Json, SqlValue::Json(v)) => Value::Json(v),
            (ty, SqlValue::Decimal(v)) if ty.scale().is_some() => Value::Decimal(v.normalize()),
            _ => return None,
        })
    }

    /// To this engine the sum of integers is a decimal too.
    fn sum(&self, text: &mut String, column: &str) {
        let _ = write!(text, "coalesce(sum({column}), 0)");
    }

    fn total(&self, text: &mut String, column: &str, ty: ValueType) {
        let _ = write!(text, "least(greatest(coalesce(sum({column}), 0), -{0}), {0})::{1}", ty.largest(), type_name(ty));
    }

    fn decode_sum(&self, ty: ValueType, value: SqlValue) -> Result<Option<Value>> {
        Ok(match value {
            SqlValue::Decimal(sum) => Some(Value::of_sum(ty, sum)),
            _ => None,
        })
    }

    fn column_type(&self, ty: ValueType) -> &'static str {
        match ty {
            ValueType::Text => "text COLLATE \"C\"",
            ValueType::Money => "numeric(19,4)",
            ValueType::Price | ValueType::Quantity => "numeric(18,6)",
            ValueType::Rate => "numeric(18,4)",
            ty => type_name(ty),
        }
    }

    fn table_options(&self) -> &'static str {
        ""
    }

    fn has_inline_foreign_keys(&self) -> bool {
        false
    }

    fn table_exists(&self) -> &'static str {
        "SELECT 1::bigint WHERE to_regclass($1::text) IS NOT NULL"
    }

    fn enter_schema(&self) -> Vec<String> {
        match &self.schema {
            Some(schema) => vec![format!("CREATE SCHEMA IF NOT EXISTS \"{schema}\""), format!("SET LOCAL search_path TO \"{schema}\"")],
            None => Vec::new(),
        }
    }

    fn leave_schema(&self) -> (Vec<String>, Vec<String>) {
        let set = |name: &str, from: &str| vec![format!("SELECT set_config('{name}', current_setting('{from}'), true)")];
        match &self.schema {
            Some(_) => (set("crm.search_path", "search_path"), set("search_path", "crm.search_path")),
            None => (Vec::new(), Vec::new()),
        }
    }

    fn readable(&self, _: &str, _: ValueType) -> Option<String> {
        None
    }
}
