//! Runs batches on a connection, whatever the caller runs on: on its thread as long as a statement is short, on a thread of its own beyond.
//!
//! Nothing here asks for a runtime, so none can be of the wrong shape; and no task waits on its thread for the disk, for a long read or for another
//! connection that writes, which a task of the same thread may hold ([ADR 5](../../docs/adr/0005-sqlite-on-the-raw-handle.md)).
//!
//! Invariant: a batch that writes and was begun is run to its end or to its first failure, even if the caller stops waiting; one that reads is broken
//! off. Then the connection rolls back and returns by itself.

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

/// How long a statement that reads may hold up the caller's thread. Hardly one needs a part of it; what does is begun again on a thread of its own.
const IN_PLACE: Duration = Duration::from_millis(5);

/// A connection on loan that runs batches.
pub struct SqliteExecutor<'h> {
    access: Access<'h>,
    /// Where the next turn comes from, for one transaction after another.
    writer: Option<Arc<Writer>>,
}

/// How the connection was come by, which is how a transaction begins and ends on it.
enum Access<'h> {
    /// From the storage.
    Own(Own),
    /// The host's own connection, within its transaction.
    Joined(Joined<'h>),
    /// Given back at the end of a transaction, or lost.
    Gone,
}

/// A connection that can go to another thread.
enum Own {
    /// For reading.
    Reader(Lease),
    /// For writing.
    Writer(Turn),
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
    /// Runs a batch where the caller is, as the connection cannot go anywhere else.
    fn run(&mut self, batch: &[Statement]) -> Result<Vec<Outcome>> {
        let run = |statement: &Statement| match statement.kind {
            StatementKind::Begin => self.begin(statement).map(|()| Outcome::default()),
            StatementKind::Commit => self.release(statement).map(|()| Outcome::default()),
            StatementKind::Other => execute::run(self.host.handle(), statement),
        };
        let advised = |error: Error| match error.code() {
            Code::StorageBusy => {
                let advice = "another connection writes to the file, and a transaction that has begun is not made to wait for it";
                let busy = Error::new(Code::StorageBusy, format!("{advice}: begin the host's with BEGIN IMMEDIATE, which waits"));
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
    Error::new(Code::StorageUnavailable, "the connection is gone")
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

/// A batch, and what came of it so far.
struct Running {
    /// None once the transaction has ended well.
    own: Option<Own>,
    batch: Vec<Statement>,
    outcomes: Vec<Outcome>,
    /// A commit that is still to be waited for.
    shared: Option<Shared>,
}

impl Running {
    /// Runs what is left of the batch. Gives whether that is all of it, or a statement takes longer than it may here.
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

    /// Runs the batch, here as far as its statements are short.
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

/// Runs something on a thread where it holds up nobody, to its end even if the caller stops waiting. The threads are no runtime's, which could have
/// them all at work on callers that wait for this.
async fn elsewhere<T: Send + 'static>(work: impl FnOnce() -> T + Send + 'static) -> Result<T> {
    let (sender, receiver) = oneshot::channel();
    let work = move || {
        // Who does not wait any longer needs no answer; what comes back is given up here.
        drop(sender.send(work()));
    };
    blocking::unblock(work).detach();
    receiver.await.map_err(|e| Error::new(Code::StorageUnavailable, "a batch was broken off").caused_by(e))
}

/// A read on a thread of its own, which is broken off when nobody waits for it any more.
struct Awaited(Option<Arc<Watch>>);

impl Drop for Awaited {
    /// The thread still holds the connection, also where the read is done: nobody else is broken off.
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
    /// A group that has to commit now does not do it on the thread of a caller who just went away.
    fn drop(&mut self) {
        if let Access::Own(Own::Writer(turn)) = std::mem::replace(&mut self.access, Access::Gone)
            && turn.commits_when_left()
        {
            blocking::unblock(move || drop(turn)).detach();
        }
    }
}
