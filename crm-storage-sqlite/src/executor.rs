//! Runs batches on a connection, whatever the caller's runtime: on the caller's thread as long as a statement is short, otherwise on another thread.
//!
//! Nothing here depends on a runtime, so none can be configured wrongly; and no task blocks its thread on the disk, on a long read or on another
//! connection that writes, which a task of the same thread may hold ([ADR 5](../../docs/adr/0005-sqlite-on-the-raw-handle.md)).
//!
//! Invariant: a write batch that has begun runs to its end or to its first failure, even if the caller stops waiting; a read batch is interrupted.
//! Then the connection rolls back and returns by itself.

use crate::{
    error::from_rusqlite,
    execute::{self, Patience, command},
    pool::Lease,
    raw::Borrowed,
    watch::Watch,
    writer::{Ending, Shared, Turn, Writer, lost},
};
use async_trait::async_trait;
use crm_core::{Code, Error, Result};
use crm_storage_sql::{Executor, Outcome, Statement, StatementKind};
use std::{sync::Arc, time::Duration};
use tokio::sync::{MutexGuard, oneshot};

/// How long a read statement may block the caller's thread. Few need even part of it; one that takes longer is restarted on another thread.
const IN_PLACE: Duration = Duration::from_millis(5);

/// A lent connection that runs batches.
pub struct SqliteExecutor<'h> {
    access: Access<'h>,
    /// Where the next turn comes from, for one transaction after another.
    writer: Option<Arc<Writer>>,
}

/// Where the connection comes from, which decides how a transaction begins and ends on it.
enum Access<'h> {
    /// From the storage.
    Own(Own),
    /// The host's own connection, inside its transaction.
    Joined(Joined<'h>),
    /// Returned at the end of a transaction, or lost.
    Gone,
}

/// A connection that can go to another thread.
enum Own {
    /// For reading.
    Reader(Lease),
    /// For writing.
    Writer(Turn),
}

/// A savepoint on the host's connection; dropping it rolls back to it.
struct Joined<'h> {
    host: Box<dyn Host + 'h>,
    is_open: bool,
}

/// Holds the host's connection.
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
    /// Runs a batch on the caller's thread, as the connection cannot move to another.
    fn run(&mut self, batch: &[Statement]) -> Result<Vec<Outcome>> {
        let run = |statement: &Statement| match statement.kind {
            StatementKind::Begin => self.begin(statement).map(|()| Outcome::default()),
            StatementKind::Commit => self.release(statement).map(|()| Outcome::default()),
            StatementKind::Other => execute::run(self.host.handle(), statement),
        };
        let advised = |error: Error| match error.code() {
            Code::StorageBusy => {
                let advice = "another connection is writing to the file, and a transaction that has already begun does not wait for it";
                let busy = Error::new(Code::StorageBusy, format!("{advice}: begin the host's transaction with BEGIN IMMEDIATE, which waits"));
                error.details().iter().fold(busy, |busy, (key, value)| busy.with(key, value)).caused_by(error)
            }
            _ => error,
        };
        batch.iter().map(run).collect::<Result<_>>().map_err(advised)
    }

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

fn gone() -> Error {
    Error::new(Code::StorageUnavailable, "the connection was lost")
}

impl<'h> SqliteExecutor<'h> {
    pub(crate) fn reader(lease: Lease) -> Self {
        Self { access: Access::Own(Own::Reader(lease)), writer: None }
    }

    pub(crate) fn writer(turn: Turn, writer: Arc<Writer>) -> Self {
        Self { access: Access::Own(Own::Writer(turn)), writer: Some(writer) }
    }

    pub(crate) fn joined(host: impl Host + 'h) -> Self {
        Self { access: Access::Joined(Joined { host: Box::new(host), is_open: false }), writer: None }
    }
}

/// A batch, and its results so far.
struct Running {
    /// None once the transaction was committed.
    own: Option<Own>,
    batch: Vec<Statement>,
    outcomes: Vec<Outcome>,
    /// A commit that must still be awaited.
    shared: Option<Shared>,
}

impl Running {
    /// Runs the rest of the batch. Returns whether that completed it, or a statement takes longer than allowed here.
    fn go_on(&mut self, patience: Patience) -> Result<bool> {
        while let Some(statement) = self.batch.get(self.outcomes.len()) {
            let outcome = match (&mut self.own, statement.kind) {
                (Some(Own::Reader(lease)), _) => lease.run(statement, patience)?,
                (Some(Own::Writer(turn)), StatementKind::Begin) => turn.begin(statement, patience)?,
                (Some(Own::Writer(turn)), StatementKind::Other) => turn.run(statement, patience)?,
                (Some(Own::Writer(turn)), StatementKind::Commit) if patience != Patience::Elsewhere && turn.commits_when_done() => None,
                (own, StatementKind::Commit) => {
                    let Some(Own::Writer(turn)) = own.take() else { return Err(gone()) };
                    if let Ending::Shared(shared) = turn.finish(statement)? {
                        self.shared = Some(shared);
                    }
                    Some(Outcome::default())
                }
                (None, _) => return Err(gone()),
            };
            match outcome {
                Some(outcome) => self.outcomes.push(outcome),
                None => return Ok(false),
            }
        }
        Ok(true)
    }

    /// Runs the batch, on this thread as long as its statements are short.
    async fn run(mut self) -> Result<(Self, Result<bool>)> {
        let here = self.go_on(Patience::Here(IN_PLACE));
        if !matches!(here, Ok(false)) {
            return Ok((self, here));
        }
        let mut awaited = Awaited(match &self.own {
            Some(Own::Reader(lease)) => lease.watch(),
            _ => None,
        });
        let done = elsewhere(move || {
            let done = self.go_on(Patience::Elsewhere);
            (self, done)
        });
        let done = done.await;
        awaited.0 = None;
        done
    }
}

/// Runs something on a thread where it blocks nobody, to its end even if the caller stops waiting. The threads belong to no runtime, which could have
/// them all busy with callers that wait for this.
async fn elsewhere<T: Send + 'static>(work: impl FnOnce() -> T + Send + 'static) -> Result<T> {
    let (sender, receiver) = oneshot::channel();
    let work = move || {
        // A caller that no longer waits needs no answer; what comes back is discarded here.
        drop(sender.send(work()));
    };
    blocking::unblock(work).detach();
    receiver.await.map_err(|e| Error::new(Code::StorageUnavailable, "a batch was aborted").caused_by(e))
}

/// A read on another thread, which is interrupted when nobody waits for it any more.
struct Awaited(Option<Arc<Watch>>);

impl Drop for Awaited {
    /// The thread still holds the connection, even if the read is done: nobody else is interrupted.
    fn drop(&mut self) {
        if let Some(watch) = &self.0 {
            watch.break_off();
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
            self.access = Access::Own(Own::Writer(writer.turn().await?));
        }
        if let Access::Joined(joined) = &mut self.access {
            return joined.run(&batch);
        }
        let Access::Own(own) = std::mem::replace(&mut self.access, Access::Gone) else { return Err(gone()) };
        let outcomes = Vec::with_capacity(batch.len());
        let (Running { own, outcomes, shared, .. }, done) = Running { own: Some(own), batch, outcomes, shared: None }.run().await?;
        self.access = own.map_or(Access::Gone, Access::Own);
        done?;
        if let Some(shared) = shared {
            shared.await.map_err(|_| Error::new(Code::CommitUnknown, "the outcome of the commit is unknown"))??;
        }
        Ok(outcomes)
    }

    async fn rollback(&mut self) -> Result<()> {
        let could_not = || Error::new(Code::StorageUnavailable, "the transaction could not be rolled back");
        let rests_on = match &mut self.access {
            Access::Own(Own::Reader(lease)) => return if lease.end() { Ok(()) } else { Err(could_not()) },
            Access::Joined(joined) => return if joined.end() { Ok(()) } else { Err(could_not()) },
            Access::Gone => return Ok(()),
            Access::Own(Own::Writer(turn)) if !turn.commits_when_left() => turn.give_up(),
            Access::Own(Own::Writer(_)) => {
                let Access::Own(Own::Writer(mut turn)) = std::mem::replace(&mut self.access, Access::Gone) else { return Err(gone()) };
                elsewhere(move || turn.give_up()).await?
            }
        };
        self.access = Access::Gone;
        match rests_on {
            Some(rests_on) => rests_on.await.map_err(|_| lost())?,
            None => Ok(()),
        }
    }
}

impl Drop for SqliteExecutor<'_> {
    /// A group that must commit now does not do so on the thread of a caller who has just gone away.
    fn drop(&mut self) {
        if let Access::Own(Own::Writer(turn)) = std::mem::replace(&mut self.access, Access::Gone)
            && turn.commits_when_left()
        {
            blocking::unblock(move || drop(turn)).detach();
        }
    }
}
