//! Connections for reading, each lent to one borrower at a time, first come first served, and the time limit of statements on them.
//!
//! Invariant: a connection comes back without a transaction, or not at all; a lost one is replaced at the next loan.

use crate::{
    execute::{self, Patience, command},
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

/// A number of identical connections.
pub(crate) struct Pool {
    options: SqliteConnectOptions,
    size: usize,
    busy_timeout: Duration,
    /// The time limit of a statement.
    limit: Option<Duration>,
    idle: Mutex<Vec<Connection>>,
    free: Arc<Semaphore>,
}

impl Pool {
    /// A pool; connections are opened on first use.
    pub(crate) fn new(options: SqliteConnectOptions, size: usize, busy_timeout: Duration, limit: Option<Duration>) -> Arc<Self> {
        Arc::new(Self { options, size, busy_timeout, limit, idle: Mutex::new(Vec::new()), free: Arc::new(Semaphore::new(size)) })
    }

    /// The maximum number of connections.
    pub(crate) fn size(&self) -> usize {
        self.size
    }

    /// Lends a connection, waiting for one to come back.
    pub(crate) async fn lend(self: &Arc<Self>) -> Result<Lease> {
        let turn = self.free.clone().acquire_owned().await.map_err(|_| closed())?;
        let idle = self.idle.lock().unwrap_or_else(PoisonError::into_inner).pop();
        let connection = match idle {
            Some(connection) => connection,
            None => Connection::open(&self.options, self.busy_timeout, Arc::new(Watch::new())).await?,
        };
        connection.watch().renew();
        Ok(Lease { connection: Some(connection), pool: self.clone(), _turn: turn })
    }

    /// Stops lending, closes idle connections, and waits for that. Lent ones close when they come back.
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

/// A lent connection. Dropping it rolls back an open transaction and returns it.
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

    /// What can end its statements.
    pub(crate) fn watch(&self) -> Option<Arc<Watch>> {
        self.connection.as_ref().map(|connection| connection.watch().clone())
    }

    /// Runs a statement. Returns nothing, and leaves no effect, if it takes longer than allowed here.
    pub(crate) fn run(&self, statement: &Statement, patience: Patience) -> Result<Option<Outcome>> {
        let connection = self.connection.as_ref().ok_or_else(|| Error::new(Code::StorageUnavailable, "the connection was lost"))?;
        let (handle, limit) = (connection.handle(), self.pool.limit);
        let here = match patience {
            Patience::Here(allowed) => Some(allowed),
            Patience::Elsewhere => None,
        };
        let allowed = [limit, here].into_iter().flatten().min();
        let mut outcome = Ok(Outcome::default());
        // The engine's answer is checked twice: whether it waits for another connection, and as one of our errors.
        let run = || match statement.kind {
            StatementKind::Other => {
                outcome = execute::run(handle, statement);
                Ok(())
            }
            _ => command(handle, &statement.text),
        };
        let (result, was_stopped) = connection.watch().run(allowed, || connection.patiently(patience, statement, run));
        let result = match result {
            Ok(None) => return Ok(None),
            Ok(Some(())) => outcome,
            Err(error) => Err(error),
        };
        match (result, limit) {
            (Err(_), _) if was_stopped && here.is_some() && allowed != limit => Ok(None),
            (Err(error), _) if here.is_some() && error.code() == Code::StorageBusy => Ok(None),
            (Err(_), Some(limit)) if was_stopped => Err(read_timed_out(limit)),
            (result, _) => result.map(Some),
        }
    }

    /// Rolls back a transaction that is still open. Returns whether the connection can be reused.
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
