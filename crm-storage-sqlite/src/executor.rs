//! Runs batches on a connection without holding up the tasks of an async runtime.
//!
//! Invariant: a batch that was begun is run to its end or to its first failure, even if the caller stops waiting; then the connection
//! rolls back and returns by itself.

use crate::{error::from_rusqlite, pool::Lease};
use async_trait::async_trait;
use crm_core::{Code, Error, Result};
use crm_storage_sql::{Executor, Outcome, SqlValue, Statement};
use rusqlite::{
    CachedStatement, ToSql,
    types::{ToSqlOutput, ValueRef},
};
use tokio::runtime::{Handle, RuntimeFlavor};

/// A connection on loan that runs batches.
pub struct SqliteExecutor {
    lease: Option<Lease>,
}

impl SqliteExecutor {
    pub(crate) fn new(lease: Lease) -> Self {
        Self { lease: Some(lease) }
    }

    /// Runs something on the connection where blocking is allowed.
    async fn on_connection<T: Send + 'static>(&mut self, act: impl FnOnce(&Lease) -> Result<T> + Send + 'static) -> Result<T> {
        let gone = || Error::new(Code::StorageUnavailable, "the connection is gone");
        match Handle::try_current().map(|h| h.runtime_flavor()) {
            Ok(RuntimeFlavor::CurrentThread) => {
                let lease = self.lease.take().ok_or_else(gone)?;
                let run = tokio::task::spawn_blocking(move || {
                    let result = act(&lease);
                    (lease, result)
                });
                let (lease, result) = run.await.map_err(|e| Error::new(Code::StorageUnavailable, "a batch was broken off").caused_by(e))?;
                self.lease = Some(lease);
                result
            }
            Ok(_) => {
                let lease = self.lease.as_ref().ok_or_else(gone)?;
                tokio::task::block_in_place(|| act(lease))
            }
            Err(_) => act(self.lease.as_ref().ok_or_else(gone)?),
        }
    }
}

impl std::fmt::Debug for SqliteExecutor {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.debug_struct("SqliteExecutor").finish_non_exhaustive()
    }
}

#[async_trait]
impl Executor for SqliteExecutor {
    async fn run(&mut self, batch: Vec<Statement>) -> Result<Vec<Outcome>> {
        self.on_connection(move |lease| run(lease, &batch)).await
    }

    async fn rollback(&mut self) -> Result<()> {
        self.on_connection(|lease| {
            let ended = lease.connection()?.end();
            if ended { Ok(()) } else { Err(Error::new(Code::StorageUnavailable, "the transaction could not be rolled back")) }
        })
        .await
    }
}

fn run(lease: &Lease, batch: &[Statement]) -> Result<Vec<Outcome>> {
    let connection = lease.connection()?.handle();
    let one = |statement: &Statement| {
        let failed = |e: rusqlite::Error| from_rusqlite(&e, Some(statement));
        let mut prepared = connection.prepare_cached(&statement.text).map_err(failed)?;
        let outcome = execute(&mut prepared, &statement.params).map_err(failed)?;
        let changed = if statement.writes.is_some() { connection.changes() } else { 0 };
        statement.check(changed)?;
        Ok(Outcome { changed, ..outcome })
    };
    batch.iter().map(one).collect()
}

fn execute(prepared: &mut CachedStatement<'_>, params: &[SqlValue]) -> rusqlite::Result<Outcome> {
    for (number, param) in (1..).zip(params) {
        prepared.raw_bind_parameter(number, Param(param))?;
    }
    let width = prepared.column_count();
    if width == 0 {
        prepared.raw_execute()?;
        return Ok(Outcome::default());
    }
    let mut cells = Vec::new();
    let mut rows = prepared.raw_query();
    while let Some(row) = rows.next()? {
        cells.reserve(width);
        for column in 0..width {
            cells.push(cell(row.get_ref(column)?));
        }
    }
    Ok(Outcome { cells, width, changed: 0 })
}

/// A parameter, bound without a copy of ours.
struct Param<'a>(&'a SqlValue);

impl ToSql for Param<'_> {
    fn to_sql(&self) -> rusqlite::Result<ToSqlOutput<'_>> {
        Ok(ToSqlOutput::Borrowed(match self.0 {
            SqlValue::Int(value) => ValueRef::Integer(*value),
            SqlValue::Text(value) => ValueRef::Text(value.as_bytes()),
            SqlValue::Id(value) => ValueRef::Blob(value),
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
            Err(_) => SqlValue::Other("a text that is no UTF-8".to_owned()),
        },
        ValueRef::Blob(bytes) => match bytes.try_into() {
            Ok(id) => SqlValue::Id(id),
            Err(_) => SqlValue::Other(format!("{} bytes", bytes.len())),
        },
        ValueRef::Real(value) => SqlValue::Other(format!("the float {value}")),
    }
}
