//! Connections that sqlx opens and closes, and whose statements run on their raw handles through rusqlite.
//!
//! This is the only module with `unsafe`. Invariants: a handle outlives its wrapper, and while the wrapper lives nothing else uses the handle.
#![allow(unsafe_code, reason = "wrapping sqlx's raw handle; each use says why it is sound")]

use crate::error::{from_rusqlite, from_sqlx};
use crm_core::Result;
use rusqlite::config::DbConfig;
use sqlx::{
    ConnectOptions, Connection as _,
    sqlite::{LockedSqliteHandle, SqliteConnectOptions, SqliteConnection},
};

/// Prepared statements kept for a connection.
const STATEMENTS: usize = 256;

/// One connection of the library's own.
///
/// The fields are dropped in their order: first the wrapper, which finalises its prepared statements and does not close the handle, then
/// the owner, which closes it.
pub(crate) struct Connection {
    handle: rusqlite::Connection,
    owner: SqliteConnection,
}

impl Connection {
    /// Opens a connection.
    pub(crate) async fn open(options: &SqliteConnectOptions) -> Result<Self> {
        let mut owner = options.connect().await.map_err(from_sqlx)?;
        let raw = owner.lock_handle().await.map_err(from_sqlx)?.as_raw_handle();
        // SAFETY: `raw` is an open handle. It stays open as long as `owner` lives, and `owner` is dropped after the wrapper (field order).
        // sqlx's worker thread uses the handle only to carry out a command or while it closes; `owner` is private, no method of it is
        // called again, so that no command is sent until the wrapper is gone. Taking and giving back sqlx's lock above orders the worker's
        // earlier use before ours, and the channel that tells it to close orders ours before its last. At any time one thread uses the
        // wrapper: it is not `Sync`. Both crates link the same libsqlite3-sys, so the handle is of the same library.
        let handle = unsafe { rusqlite::Connection::from_handle(raw.as_ptr()) }.map_err(|e| from_rusqlite(&e, None))?;
        handle.set_prepared_statement_cache_capacity(STATEMENTS);
        // Plans that depend on values would be made anew whenever another value is bound, which costs more than the statement.
        handle.set_db_config(DbConfig::SQLITE_DBCONFIG_ENABLE_QPSG, true).map_err(|e| from_rusqlite(&e, None))?;
        Ok(Self { handle, owner })
    }

    /// Closes the connection and waits for that; one that is dropped is closed by and by, on a thread of sqlx.
    pub(crate) async fn close(self) {
        let Self { handle, owner } = self;
        drop(handle);
        // A worker that cannot be told has ended, and closed the handle.
        let _ = owner.close().await;
    }

    /// The connection, for running statements.
    pub(crate) fn handle(&self) -> &rusqlite::Connection {
        &self.handle
    }
}

/// A connection of the host's, borrowed for as long as `'h`.
///
/// The fields are dropped in their order: first the wrapper, which finalises its prepared statements and does not close the handle, then
/// sqlx's lock.
pub(crate) struct Borrowed<'h> {
    handle: rusqlite::Connection,
    _lock: LockedSqliteHandle<'h>,
}

impl<'h> Borrowed<'h> {
    /// Borrows a connection.
    pub(crate) async fn of(connection: &'h mut SqliteConnection) -> Result<Self> {
        let mut lock = connection.lock_handle().await.map_err(from_sqlx)?;
        let raw = lock.as_raw_handle();
        // SAFETY: `raw` is an open handle of a connection that is borrowed mutably for `'h`, so it stays open and its owner can send no
        // command to sqlx's worker thread; and sqlx's lock, which the worker takes for every use, is held until after the wrapper is
        // dropped (field order). At any time one thread uses the wrapper: it is not `Sync`. Both crates link the same libsqlite3-sys.
        let handle = unsafe { rusqlite::Connection::from_handle(raw.as_ptr()) }.map_err(|e| from_rusqlite(&e, None))?;
        handle.set_prepared_statement_cache_capacity(STATEMENTS);
        Ok(Self { handle, _lock: lock })
    }

    /// The connection, for running statements.
    pub(crate) fn handle(&self) -> &rusqlite::Connection {
        &self.handle
    }
}
