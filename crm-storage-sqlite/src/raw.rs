//! Connections that sqlx opens and closes, and whose statements run on their raw handles through rusqlite.
//!
//! This is the only module with `unsafe`. Invariants: a handle outlives its wrapper, and while the wrapper lives nothing else uses the handle.
#![allow(unsafe_code, reason = "wrapping sqlx's raw handle; each use says why it is sound")]

use crate::{
    error::{from_rusqlite, from_sqlx, is_busy},
    execute::Patience,
    watch::Watch,
};
use crm_core::Result;
use crm_storage_sql::Statement;
use rusqlite::{config::DbConfig, ffi};
use sqlx::{
    ConnectOptions, Connection as _,
    sqlite::{LockedSqliteHandle, SqliteConnectOptions, SqliteConnection},
};
use std::{
    ffi::{c_int, c_void},
    sync::Arc,
    time::Duration,
};

/// Prepared statements cached per connection.
const STATEMENTS: usize = 256;
/// Engine instructions between two polls of a watch: a few dozen microseconds.
const BETWEEN_LOOKS: c_int = 4096;

/// One connection of the library's own.
///
/// Fields are dropped in declaration order: first the wrapper, which finalises its prepared statements and does not close the handle, then the owner,
/// which closes it.
pub(crate) struct Connection {
    handle: Watched,
    owner: SqliteConnection,
    /// How long the engine waits for another connection that is writing.
    busy_timeout: Duration,
}

/// A wrapper of a handle. While it lives the engine polls the watch.
struct Watched {
    handle: rusqlite::Connection,
    watch: Arc<Watch>,
}

impl Watched {
    fn new(handle: rusqlite::Connection, watch: Arc<Watch>) -> Self {
        // SAFETY: the handle is open. The engine keeps the address of the watch, which `watch` keeps alive in its place, until `drop` removes it. It
        // passes the address to `look` and to nothing else, on the thread that runs a statement; a `Watch` may be read from any thread.
        unsafe { ffi::sqlite3_progress_handler(handle.handle(), BETWEEN_LOOKS, Some(look), Arc::as_ptr(&watch).cast_mut().cast()) };
        Self { handle, watch }
    }
}

impl Drop for Watched {
    fn drop(&mut self) {
        // SAFETY: the handle is open, since its owner outlives this wrapper, and no statement runs: `drop` has exclusive access to the wrapper.
        unsafe { ffi::sqlite3_progress_handler(self.handle.handle(), 0, None, std::ptr::null_mut()) };
    }
}

/// Called by the engine now and then while a statement runs: any result but zero makes it stop.
unsafe extern "C" fn look(watch: *mut c_void) -> c_int {
    // SAFETY: the address of a live watch, as `Watched::new` explains.
    let watch = unsafe { &*watch.cast::<Watch>().cast_const() };
    c_int::from(watch.stops())
}

impl Connection {
    /// Opens a connection whose statements end when the watch says so.
    pub(crate) async fn open(options: &SqliteConnectOptions, busy_timeout: Duration, watch: Arc<Watch>) -> Result<Self> {
        let mut owner = options.connect().await.map_err(from_sqlx)?;
        let raw = owner.lock_handle().await.map_err(from_sqlx)?.as_raw_handle();
        // SAFETY: `raw` is an open handle. It stays open as long as `owner` lives, and `owner` is dropped after the wrapper (field order). sqlx's
        // worker thread uses the handle only to execute a command or while it closes; `owner` is private and no method of it is called again, so no
        // command is sent until the wrapper is gone. Taking and releasing sqlx's lock above orders the worker's earlier use before ours, and the
        // channel that tells it to close orders ours before its last. Only one thread at a time uses the wrapper: it is not `Sync`. Both crates link
        // the same libsqlite3-sys, so the handle is of the same library.
        let handle = unsafe { rusqlite::Connection::from_handle(raw.as_ptr()) }.map_err(|e| from_rusqlite(&e, None))?;
        handle.set_prepared_statement_cache_capacity(STATEMENTS);
        // Plans that depend on values would be remade whenever another value is bound, which costs more than the statement.
        handle.set_db_config(DbConfig::SQLITE_DBCONFIG_ENABLE_QPSG, true).map_err(|e| from_rusqlite(&e, None))?;
        Ok(Self { handle: Watched::new(handle, watch), owner, busy_timeout })
    }

    /// Closes the connection and waits for that; a dropped one is closed eventually, on a thread of sqlx.
    pub(crate) async fn close(self) {
        let Self { handle, owner, .. } = self;
        drop(handle);
        // A worker that cannot be reached has ended, and closed the handle.
        let _ = owner.close().await;
    }

    /// The connection, for running statements.
    pub(crate) fn handle(&self) -> &rusqlite::Connection {
        &self.handle.handle
    }

    /// The watch of its statements.
    pub(crate) fn watch(&self) -> &Arc<Watch> {
        &self.handle.watch
    }

    /// Runs a statement for which the engine may have to wait for another connection. Returns nothing if it would, and waiting is not allowed here.
    pub(crate) fn patiently<T>(&self, patience: Patience, statement: &Statement, run: impl FnOnce() -> rusqlite::Result<T>) -> Result<Option<T>> {
        let failed = |e: rusqlite::Error| from_rusqlite(&e, Some(statement));
        if patience == Patience::Elsewhere {
            return run().map(Some).map_err(failed);
        }
        self.handle().busy_timeout(Duration::ZERO).map_err(failed)?;
        let result = run();
        self.handle().busy_timeout(self.busy_timeout).map_err(failed)?;
        match result {
            Err(error) if is_busy(&error) => Ok(None),
            result => result.map(Some).map_err(failed),
        }
    }
}

/// A connection of the host's, borrowed for as long as `'h`.
///
/// Fields are dropped in declaration order: first the wrapper, which finalises its prepared statements and does not close the handle, then sqlx's
/// lock.
pub(crate) struct Borrowed<'h> {
    handle: rusqlite::Connection,
    /// How long the host lets the engine wait for another connection that is writing.
    busy_timeout: Duration,
    _lock: LockedSqliteHandle<'h>,
}

impl<'h> Borrowed<'h> {
    /// Borrows a connection.
    pub(crate) async fn of(connection: &'h mut SqliteConnection) -> Result<Self> {
        let mut lock = connection.lock_handle().await.map_err(from_sqlx)?;
        let raw = lock.as_raw_handle();
        // SAFETY: `raw` is an open handle of a connection that is borrowed mutably for `'h`, so it stays open and its owner can send no command to
        // sqlx's worker thread; and sqlx's lock, which the worker takes for every use, is held until after the wrapper is dropped (field order). Only
        // one thread at a time uses the wrapper: it is not `Sync`. Both crates link the same libsqlite3-sys.
        let handle = unsafe { rusqlite::Connection::from_handle(raw.as_ptr()) }.map_err(|e| from_rusqlite(&e, None))?;
        handle.set_prepared_statement_cache_capacity(STATEMENTS);
        let milliseconds: u32 = handle.query_row("PRAGMA busy_timeout", [], |row| row.get(0)).map_err(|e| from_rusqlite(&e, None))?;
        // Waiting here blocks the caller's thread, and with it perhaps what is waited for.
        handle.busy_timeout(Duration::ZERO).map_err(|e| from_rusqlite(&e, None))?;
        Ok(Self { handle, busy_timeout: Duration::from_millis(milliseconds.into()), _lock: lock })
    }

    /// The connection, for running statements.
    pub(crate) fn handle(&self) -> &rusqlite::Connection {
        &self.handle
    }
}

impl Drop for Borrowed<'_> {
    /// Returns the connection as it was.
    fn drop(&mut self) {
        // It can only fail for a handle that is not open.
        let _ = self.handle.busy_timeout(self.busy_timeout);
    }
}
