//! Connections for reading, lent out to one borrower each, in the order of asking, and how long a statement on them may take.
//!
//! Invariant: a connection comes back without a transaction, or not at all; a lost one is replaced on the next loan.

use crate::{
    error::from_rusqlite,
    execute::{self, command},
    raw::Connection,
    watch::Watch,
};
use crm_core::{Code, Error, Result};
use crm_storage_sql::{Outcome, Statement, StatementKind, read_timed_out};
use sqlx::sqlite::SqliteConnectOptions;
use std::{
    sync::{Arc, Mutex, PoisonError},
    time::Duration,
};
use tokio::sync::{OwnedSemaphorePermit, Semaphore};

/// A number of equal connections.
pub(crate) struct Pool {
    options: SqliteConnectOptions,
    size: usize,
    /// How long a statement may take.
    limit: Option<Duration>,
    idle: Mutex<Vec<Connection>>,
    free: Arc<Semaphore>,
}

impl Pool {
    /// A pool; connections are opened when they are first needed.
    pub(crate) fn new(options: SqliteConnectOptions, size: usize, limit: Option<Duration>) -> Arc<Self> {
        Arc::new(Self { options, size, limit, idle: Mutex::new(Vec::new()), free: Arc::new(Semaphore::new(size)) })
    }

    /// How many connections it has at most.
    pub(crate) fn size(&self) -> usize {
        self.size
    }

    /// Lends a connection, waiting for one to come back.
    pub(crate) async fn lend(self: &Arc<Self>) -> Result<Lease> {
        let turn = self.free.clone().acquire_owned().await.map_err(|_| closed())?;
        let idle = self.idle.lock().unwrap_or_else(PoisonError::into_inner).pop();
        let connection = match idle {
            Some(connection) => connection,
            None => Connection::open(&self.options, Some(Arc::new(Watch::new()))).await?,
        };
        if let Some(watch) = connection.watch() {
            watch.renew();
        }
        Ok(Lease { connection: Some(connection), pool: self.clone(), _turn: turn })
    }

    /// Lends no more, closes idle connections, and waits for that. Those on loan close when they come back.
    pub(crate) async fn close(&self) {
        self.free.close();
        let idle = std::mem::take(&mut *self.idle.lock().unwrap_or_else(PoisonError::into_inner));
        for connection in idle {
            connection.close().await;
        }
    }
}

/// The storage was closed.
pub(crate) fn closed() -> Error {
    Error::new(Code::StorageUnavailable, "the storage is closed")
}

/// A connection on loan. Dropping it rolls back what is open and gives it back.
pub(crate) struct Lease {
    connection: Option<Connection>,
    pool: Arc<Pool>,
    _turn: OwnedSemaphorePermit,
}

impl Lease {
    /// The connection.
    fn handle(&self) -> Option<&rusqlite::Connection> {
        self.connection.as_ref().map(Connection::handle)
    }

    /// What ends its statements.
    pub(crate) fn watch(&self) -> Option<Arc<Watch>> {
        self.connection.as_ref()?.watch().cloned()
    }

    /// Runs a statement. Gives nothing, and leaves nothing of it, where it takes longer than it may here.
    pub(crate) fn run(&self, statement: &Statement, here: Option<Duration>) -> Result<Option<Outcome>> {
        let gone = || Error::new(Code::StorageUnavailable, "the connection is gone");
        let (handle, watch) = self.connection.as_ref().and_then(|c| Some((c.handle(), c.watch()?))).ok_or_else(gone)?;
        let limit = self.pool.limit;
        let allowed = [limit, here].into_iter().flatten().min();
        let (result, was_stopped) = watch.run(allowed, || match statement.kind {
            StatementKind::Other => execute::run(handle, statement),
            _ => command(handle, &statement.text).map(|()| Outcome::default()).map_err(|e| from_rusqlite(&e, Some(statement))),
        });
        match (result, limit) {
            (Err(_), _) if was_stopped && here.is_some() && allowed != limit => Ok(None),
            (Err(_), Some(limit)) if was_stopped => Err(read_timed_out(limit)),
            (result, _) => result.map(Some),
        }
    }

    /// Ends a transaction that is still open, leaving nothing of it. Gives whether the connection can be used again.
    pub(crate) fn end(&self) -> bool {
        if let Some(watch) = self.watch() {
            watch.renew();
        }
        self.handle().is_some_and(|handle| handle.is_autocommit() || command(handle, "ROLLBACK").is_ok())
    }
}

impl Drop for Lease {
    fn drop(&mut self) {
        let usable = self.end();
        if let Some(connection) = self.connection.take().filter(|_| usable && !self.pool.free.is_closed()) {
            self.pool.idle.lock().unwrap_or_else(PoisonError::into_inner).push(connection);
        }
    }
}
