//! Runs batches on a connection without holding up the tasks of an async runtime.
//!
//! Invariant: a batch that writes and was begun is run to its end or to its first failure, even if the caller stops waiting; one that reads is broken
//! off. Then the connection rolls back and returns by itself.

use crate::{
    error::from_rusqlite,
    execute::{self, command},
    pool::Lease,
    raw::Borrowed,
    watch::Watch,
    writer::{Ending, Turn, Writer},
};
use async_trait::async_trait;
use crm_core::{Code, Error, Result};
use crm_storage_sql::{Executor, Outcome, Statement, StatementKind};
use std::{
    pin::Pin,
    sync::Arc,
    task::{Context, Poll},
    time::Duration,
};
use tokio::{
    runtime::{Handle, RuntimeFlavor},
    sync::{MutexGuard, oneshot},
    task::{JoinError, JoinHandle},
};

/// How long a statement that reads may hold up the caller's thread. Hardly one needs a part of it; what does is begun again on a thread of its own.
const IN_PLACE: Duration = Duration::from_millis(10);

/// A connection on loan that runs batches.
pub struct SqliteExecutor<'h> {
    access: Access<'h>,
    /// Where the next turn comes from, for one transaction after another.
    writer: Option<Arc<Writer>>,
}

/// How the connection was come by, which is how a transaction begins and ends on it.
enum Access<'h> {
    /// For reading.
    Reader(Lease),
    /// For writing.
    Writer(Turn),
    /// The host's own connection, within his transaction.
    Joined(Joined<'h>),
    /// Given back at the end of a transaction, or lost.
    Gone,
}

/// A savepoint on the host's connection; dropping it goes back to it.
struct Joined<'h> {
    host: Box<dyn Host + 'h>,
    is_open: bool,
}

/// Whatever holds the host's connection.
pub(crate) trait Host: Send {
    /// The connection, for running statements.
    fn handle(&self) -> &rusqlite::Connection;
}

impl Host for MutexGuard<'_, Borrowed<'_>> {
    fn handle(&self) -> &rusqlite::Connection {
        Borrowed::handle(self)
    }
}

impl Joined<'_> {
    fn begin(&mut self, statement: &Statement) -> Result<()> {
        if self.host.handle().is_autocommit() {
            return Err(Error::new(Code::StorageConflict, "the host's transaction has ended"));
        }
        command(self.host.handle(), "SAVEPOINT crm_act").map_err(|e| from_rusqlite(&e, Some(statement)))?;
        self.is_open = true;
        Ok(())
    }

    fn release(&mut self, statement: &Statement) -> Result<()> {
        command(self.host.handle(), "RELEASE crm_act").map_err(|e| from_rusqlite(&e, Some(statement)))?;
        self.is_open = false;
        Ok(())
    }

    /// After some errors the engine has rolled the host's whole transaction back; then there is nothing left to undo.
    fn end(&mut self) -> bool {
        let (was_open, handle) = (std::mem::replace(&mut self.is_open, false), self.host.handle());
        !was_open || handle.is_autocommit() || command(handle, "ROLLBACK TO crm_act").and_then(|()| command(handle, "RELEASE crm_act")).is_ok()
    }
}

impl Drop for Joined<'_> {
    fn drop(&mut self) {
        self.end();
    }
}

/// What came of a batch: its outcomes, and what is still to be waited for.
type Ran = (Vec<Outcome>, Option<oneshot::Receiver<Result<()>>>);

fn gone() -> Error {
    Error::new(Code::StorageUnavailable, "the connection is gone")
}

impl<'h> SqliteExecutor<'h> {
    pub(crate) fn reader(lease: Lease) -> Self {
        Self { access: Access::Reader(lease), writer: None }
    }

    pub(crate) fn writer(turn: Turn, writer: Arc<Writer>) -> Self {
        Self { access: Access::Writer(turn), writer: Some(writer) }
    }

    pub(crate) fn joined(host: impl Host + 'h) -> Self {
        Self { access: Access::Joined(Joined { host: Box::new(host), is_open: false }), writer: None }
    }

    /// Runs a batch that reads.
    async fn read(&mut self, batch: Vec<Statement>) -> Result<Vec<Outcome>> {
        let Access::Reader(lease) = std::mem::replace(&mut self.access, Access::Gone) else { return Err(gone()) };
        let outcomes = Vec::with_capacity(batch.len());
        let (Reading { lease, outcomes, .. }, done) = Reading { lease, batch, outcomes }.run().await?;
        self.access = Access::Reader(lease);
        done.map(|_| outcomes)
    }

    /// Runs something on the connection where blocking is allowed: in place on a runtime of several threads, on a blocking thread
    /// otherwise, and in place where the connection is the host's and cannot go to another thread.
    async fn on_connection<T: Send + 'static>(&mut self, act: impl FnOnce(&mut Access<'_>) -> T + Send + 'static) -> Result<T> {
        let flavor = Handle::try_current().map(|h| h.runtime_flavor());
        match (flavor, &mut self.access) {
            (Ok(RuntimeFlavor::CurrentThread), Access::Reader(_) | Access::Writer(_)) => {
                let owned = match std::mem::replace(&mut self.access, Access::Gone) {
                    Access::Reader(lease) => Owned::Reader(lease),
                    Access::Writer(turn) => Owned::Writer(turn),
                    Access::Joined(_) | Access::Gone => return Err(gone()),
                };
                let run = tokio::task::spawn_blocking(move || {
                    let mut access = owned.access();
                    let result = act(&mut access);
                    (Owned::of(access), result)
                });
                let (owned, result) = run.await.map_err(|e| Error::new(Code::StorageUnavailable, "a batch was broken off").caused_by(e))?;
                self.access = owned.map_or(Access::Gone, Owned::access);
                Ok(result)
            }
            (Ok(RuntimeFlavor::CurrentThread) | Err(_), access) => Ok(act(access)),
            (Ok(_), access) => Ok(tokio::task::block_in_place(|| act(access))),
        }
    }
}

/// A batch that reads, and what came of it so far.
struct Reading {
    lease: Lease,
    batch: Vec<Statement>,
    outcomes: Vec<Outcome>,
}

impl Reading {
    /// Runs what is left of the batch. Gives whether that is all of it, or a statement takes longer than it may here.
    fn go_on(&mut self, here: Option<Duration>) -> Result<bool> {
        while let Some(statement) = self.batch.get(self.outcomes.len()) {
            match self.lease.run(statement, here)? {
                Some(outcome) => self.outcomes.push(outcome),
                None => return Ok(false),
            }
        }
        Ok(true)
    }

    /// Runs what is left of the batch where blocking is allowed.
    async fn run(mut self) -> Result<(Self, Result<bool>)> {
        let here = match Handle::try_current().map(|h| h.runtime_flavor()) {
            // Nobody else could run meanwhile anyway.
            Err(_) => Some(self.go_on(None)),
            Ok(RuntimeFlavor::CurrentThread) => None,
            // While it runs here, the caller cannot stop waiting.
            Ok(_) => Some(tokio::task::block_in_place(|| self.go_on(Some(IN_PLACE)))).filter(|done| !matches!(done, Ok(false))),
        };
        if let Some(done) = here {
            return Ok((self, done));
        }
        let watch = self.lease.watch();
        let task = tokio::task::spawn_blocking(move || {
            let done = self.go_on(None);
            (self, done)
        });
        Awaited { watch, task }.await.map_err(|e| Error::new(Code::StorageUnavailable, "a batch was broken off").caused_by(e))
    }
}

/// A batch on a thread of its own, which is broken off when nobody waits for it any more.
struct Awaited<T> {
    watch: Option<Arc<Watch>>,
    task: JoinHandle<T>,
}

impl<T> Future for Awaited<T> {
    type Output = Result<T, JoinError>;

    fn poll(mut self: Pin<&mut Self>, context: &mut Context<'_>) -> Poll<Self::Output> {
        let done = Pin::new(&mut self.task).poll(context);
        if done.is_ready() {
            self.watch = None;
        }
        done
    }
}

impl<T> Drop for Awaited<T> {
    /// The task still holds the connection, also where it is done: nobody else is broken off.
    fn drop(&mut self) {
        if let Some(watch) = &self.watch {
            watch.break_off();
        }
    }
}

/// A connection that can go to another thread.
enum Owned {
    Reader(Lease),
    Writer(Turn),
}

impl Owned {
    fn access<'h>(self) -> Access<'h> {
        match self {
            Self::Reader(lease) => Access::Reader(lease),
            Self::Writer(turn) => Access::Writer(turn),
        }
    }

    fn of(access: Access<'_>) -> Option<Self> {
        match access {
            Access::Reader(lease) => Some(Self::Reader(lease)),
            Access::Writer(turn) => Some(Self::Writer(turn)),
            Access::Joined(_) | Access::Gone => None,
        }
    }
}

impl std::fmt::Debug for SqliteExecutor<'_> {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.debug_struct("SqliteExecutor").finish_non_exhaustive()
    }
}

#[async_trait]
impl Executor for SqliteExecutor<'_> {
    async fn run(&mut self, batch: Vec<Statement>) -> Result<Vec<Outcome>> {
        let begins = batch.first().is_some_and(|statement| statement.kind == StatementKind::Begin);
        if let (Access::Gone, Some(writer), true) = (&self.access, &self.writer, begins) {
            self.access = Access::Writer(writer.turn().await?);
        }
        if let Access::Reader(_) = &self.access {
            return self.read(batch).await;
        }
        let (outcomes, shared) = self.on_connection(move |access| access.run(&batch)).await??;
        if let Some(shared) = shared {
            let unknown = |_| Error::new(Code::CommitUnknown, "the outcome of the commit is unknown");
            shared.await.map_err(unknown)??;
        }
        Ok(outcomes)
    }

    async fn rollback(&mut self) -> Result<()> {
        let ended = self.on_connection(|access| access.end()).await?;
        if ended { Ok(()) } else { Err(Error::new(Code::StorageUnavailable, "the transaction could not be rolled back")) }
    }
}

impl Access<'_> {
    fn run(&mut self, batch: &[Statement]) -> Result<Ran> {
        let mut outcomes = Vec::with_capacity(batch.len());
        let mut shared = None;
        for statement in batch {
            let outcome = match statement.kind {
                StatementKind::Begin => self.begin(statement).map(|()| Outcome::default()),
                StatementKind::Commit => {
                    shared = self.commit(statement)?;
                    Ok(Outcome::default())
                }
                StatementKind::Other => self.statement(statement),
            };
            outcomes.push(outcome?);
        }
        Ok((outcomes, shared))
    }

    fn statement(&self, statement: &Statement) -> Result<Outcome> {
        match self {
            Self::Writer(turn) => turn.run(statement),
            Self::Joined(joined) => execute::run(joined.host.handle(), statement),
            Self::Reader(_) | Self::Gone => Err(gone()),
        }
    }

    fn begin(&mut self, statement: &Statement) -> Result<()> {
        match self {
            Self::Writer(turn) => turn.begin(statement),
            Self::Joined(joined) => joined.begin(statement),
            Self::Reader(_) | Self::Gone => Err(gone()),
        }
    }

    fn commit(&mut self, statement: &Statement) -> Result<Option<oneshot::Receiver<Result<()>>>> {
        match self {
            Self::Joined(joined) => joined.release(statement).map(|()| None),
            Self::Writer(_) => match std::mem::replace(self, Self::Gone) {
                Self::Writer(turn) => match turn.finish(statement)? {
                    Ending::Durable => Ok(None),
                    Ending::Shared(receiver) => Ok(Some(receiver)),
                },
                _ => Err(gone()),
            },
            Self::Reader(_) | Self::Gone => Err(gone()),
        }
    }

    /// Leaves nothing of the transaction. Gives whether that worked.
    fn end(&mut self) -> bool {
        match self {
            Self::Reader(lease) => lease.end(),
            Self::Writer(turn) => {
                turn.give_up();
                *self = Self::Gone;
                true
            }
            Self::Joined(joined) => joined.end(),
            Self::Gone => true,
        }
    }
}
