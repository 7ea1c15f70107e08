//! Connections for reading, lent out to one borrower each, in the order of asking.
//!
//! Invariant: a connection comes back without a transaction, or not at all; a lost one is replaced on the next loan.

use crate::{execute::command, raw::Connection};
use crm_core::{Code, Error, Result};
use sqlx::sqlite::SqliteConnectOptions;
use std::sync::{Arc, Mutex, PoisonError};
use tokio::sync::{OwnedSemaphorePermit, Semaphore};

/// A number of equal connections.
pub(crate) struct Pool {
    options: SqliteConnectOptions,
    idle: Mutex<Vec<Connection>>,
    free: Arc<Semaphore>,
}

impl Pool {
    /// A pool; connections are opened when they are first needed.
    pub(crate) fn new(options: SqliteConnectOptions, size: usize) -> Arc<Self> {
        Arc::new(Self { options, idle: Mutex::new(Vec::new()), free: Arc::new(Semaphore::new(size)) })
    }

    /// Lends a connection, waiting for one to come back.
    pub(crate) async fn lend(self: &Arc<Self>) -> Result<Lease> {
        let turn = self.free.clone().acquire_owned().await.map_err(|_| closed())?;
        let idle = self.idle.lock().unwrap_or_else(PoisonError::into_inner).pop();
        let connection = match idle {
            Some(connection) => connection,
            None => Connection::open(&self.options).await?,
        };
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
    pub(crate) fn handle(&self) -> Option<&rusqlite::Connection> {
        self.connection.as_ref().map(Connection::handle)
    }

    /// Ends a transaction that is still open, leaving nothing of it. Gives whether the connection can be used again.
    pub(crate) fn end(&self) -> bool {
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
