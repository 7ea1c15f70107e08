//! Runs statements on a handle, synchronously.

use crate::error::from_rusqlite;
use crm_core::Result;
use crm_storage_sql::{Outcome, SqlValue, Statement};
use rusqlite::{
    CachedStatement, Connection, ToSql,
    types::{ToSqlOutput, ValueRef},
};
use std::time::Duration;
use uuid::Uuid;

/// Rows that a statement may write while it blocks the caller's thread.
const FEW_ROWS: usize = 256;

/// How long a statement may block its thread.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Patience {
    /// Tasks wait for the thread: at most this long, and not at all for another connection.
    Here(Duration),
    /// As long as it takes.
    Elsewhere,
}

/// Whether a statement is short, or can be interrupted if it is not: it reads, or writes a few rows.
pub(crate) fn is_short(handle: &Connection, statement: &Statement) -> Result<bool> {
    let rows = statement.turns.as_ref().map_or(0, |turns| turns.cells.len().checked_div(turns.width).unwrap_or_default());
    if !statement.writes.is_empty() {
        return Ok(rows <= FEW_ROWS);
    }
    let prepared = handle.prepare_cached(&statement.text).map_err(|e| from_rusqlite(&e, Some(statement)))?;
    Ok(prepared.readonly())
}

/// Runs a statement that has no parameters and returns no rows.
pub(crate) fn command(handle: &Connection, text: &str) -> rusqlite::Result<()> {
    handle.prepare_cached(text)?.raw_execute().map(drop)
}

/// Runs a statement, for each of its rows if it has some, and checks what it changed.
pub(crate) fn run(handle: &Connection, statement: &Statement) -> Result<Outcome> {
    let failed = |e: rusqlite::Error| from_rusqlite(&e, Some(statement));
    let mut prepared = handle.prepare_cached(&statement.text).map_err(failed)?;
    let mut outcome = Outcome::default();
    for (number, param) in (1..).zip(&statement.params) {
        prepared.raw_bind_parameter(number, Param(param)).map_err(failed)?;
    }
    match &statement.turns {
        None => execute(handle, &mut prepared, statement, &mut outcome).map_err(failed)?,
        Some(turns) => {
            let first = statement.params.len().saturating_add(1);
            for row in turns.cells.chunks_exact(turns.width.max(1)) {
                for (number, value) in (first..).zip(row) {
                    prepared.raw_bind_parameter(number, Param(value)).map_err(failed)?;
                }
                execute(handle, &mut prepared, statement, &mut outcome).map_err(failed)?;
            }
        }
    }
    statement.check(&outcome)?;
    Ok(outcome)
}

fn execute(handle: &Connection, prepared: &mut CachedStatement<'_>, statement: &Statement, outcome: &mut Outcome) -> rusqlite::Result<()> {
    let width = prepared.column_count();
    if width == 0 {
        prepared.raw_execute()?;
    } else {
        let mut rows = prepared.raw_query();
        while let Some(row) = rows.next()? {
            outcome.cells.reserve(width);
            for column in 0..width {
                outcome.cells.push(cell(row.get_ref(column)?));
            }
        }
    }
    if !statement.writes.is_empty() {
        outcome.changed = outcome.changed.saturating_add(handle.changes());
    }
    Ok(())
}

/// A parameter, bound without copying it.
struct Param<'a>(&'a SqlValue);

impl ToSql for Param<'_> {
    fn to_sql(&self) -> rusqlite::Result<ToSqlOutput<'_>> {
        Ok(ToSqlOutput::Borrowed(match self.0 {
            SqlValue::Int(value) => ValueRef::Integer(*value),
            SqlValue::Text(value) => ValueRef::Text(value.as_bytes()),
            SqlValue::Id(value) => ValueRef::Blob(value.as_bytes()),
            _ => ValueRef::Null,
        }))
    }
}

fn cell(value: ValueRef<'_>) -> SqlValue {
    match value {
        ValueRef::Null => SqlValue::Null,
        ValueRef::Integer(value) => SqlValue::Int(value),
        ValueRef::Text(bytes) => match std::str::from_utf8(bytes) {
            Ok(text) => SqlValue::Text(text.to_owned()),
            Err(_) => SqlValue::Other("a text that is not UTF-8".to_owned()),
        },
        ValueRef::Blob(bytes) => match Uuid::from_slice(bytes) {
            Ok(id) => SqlValue::Id(id),
            Err(_) => SqlValue::Other(format!("{} bytes", bytes.len())),
        },
        ValueRef::Real(value) => SqlValue::Other(format!("the float {value}")),
    }
}
