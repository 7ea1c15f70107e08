//! The single connection that writes, lent in turns, first come, first served, and the group commit.
//!
//! A turn that succeeds while others wait leaves the transaction open for the next: the acts of a group share one commit, and with it one wait for
//! the disk. Each act but the first has its own savepoint, so one that fails leaves nothing behind and harms no other. Invariants: nobody is answered
//! before the commit of what the answer is based on, refused acts no less than completed ones; a turn that ends with nobody waiting commits; and no
//! act is told of a failure that may be another's.

use crate::{
    error::from_rusqlite,
    execute::{self, Patience, command},
    pool::closed,
    raw::Connection,
    watch::Watch,
};
use crm_core::{Code, Error, Result};
use crm_storage_sql::{Outcome, Statement, StatementKind};
use sqlx::sqlite::SqliteConnectOptions;
use std::{
    collections::VecDeque,
    sync::{Arc, Mutex, MutexGuard, PoisonError},
    time::Duration,
};
use tokio::sync::oneshot;

/// The maximum number of acts that share a commit, refused ones included: it bounds how long the first may have to wait for the others.
pub(crate) const MAX_GROUP: usize = 64;

/// The connection that writes, and the queue for it.
pub(crate) struct Writer {
    options: SqliteConnectOptions,
    busy_timeout: Duration,
    state: Mutex<State>,
}

#[derive(Default)]
struct State {
    is_lent: bool,
    is_closed: bool,
    idle: Option<Connection>,
    queue: VecDeque<oneshot::Sender<Turn>>,
    /// Commits that must not be shared, because a shared one has failed: running each act alone shows which is at fault.
    apart: usize,
}

/// What passes from one turn to the next.
#[derive(Default)]
struct Held {
    /// None before the first turn, and after the connection was lost.
    connection: Option<Connection>,
    /// Acts waiting for the commit of the open transaction.
    group: Vec<Member>,
    /// Acts begun in the open transaction.
    begun: usize,
}

/// An act waiting for a commit.
struct Member {
    told: oneshot::Sender<Result<()>>,
    part: Part,
}

/// How an act depends on what is committed.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Part {
    /// It is part of it, and deletes rows or not.
    Writes { deletes: bool },
    /// It was refused, or found nothing to do, because of what is in it.
    RestsOn,
}

/// The right to write, for one act.
pub(crate) struct Turn {
    held: Held,
    writer: Arc<Writer>,
    /// Whether this act has begun.
    has_begun: bool,
    /// Whether the turn was passed on.
    is_over: bool,
}

/// How a completed act becomes durable.
pub(crate) enum Ending {
    /// It already is.
    Durable,
    /// Together with its group; the receiver reports the outcome.
    Shared(Shared),
}

/// Reports the outcome of a commit.
pub(crate) type Shared = oneshot::Receiver<Result<()>>;

impl Writer {
    pub(crate) fn new(options: SqliteConnectOptions, busy_timeout: Duration) -> Arc<Self> {
        Arc::new(Self { options, busy_timeout, state: Mutex::default() })
    }

    fn state(&self) -> MutexGuard<'_, State> {
        self.state.lock().unwrap_or_else(PoisonError::into_inner)
    }

    /// Waits for a turn.
    pub(crate) async fn turn(self: &Arc<Self>) -> Result<Turn> {
        // A writer that never has to wait yields the thread to others now and then.
        tokio::task::consume_budget().await;
        let mut turn = match self.ask()? {
            Asked::Now(turn) => *turn,
            Asked::Later(waiting) => waiting.await.map_err(|_| closed())?,
        };
        if turn.held.connection.is_none() {
            turn.held.connection = Some(Connection::open(&self.options, self.busy_timeout, Arc::new(Watch::new())).await?);
        }
        Ok(turn)
    }

    fn ask(self: &Arc<Self>) -> Result<Asked> {
        let mut state = self.state();
        if state.is_closed {
            return Err(closed());
        }
        if state.is_lent {
            let (sender, receiver) = oneshot::channel();
            state.queue.push_back(sender);
            return Ok(Asked::Later(receiver));
        }
        state.is_lent = true;
        let held = Held { connection: state.idle.take(), ..Held::default() };
        Ok(Asked::Now(Box::new(Turn { held, writer: self.clone(), has_begun: false, is_over: false })))
    }

    /// Stops lending the connection, closes it if it is idle, and waits for that; otherwise it closes when it comes back.
    pub(crate) async fn close(&self) {
        let idle = {
            let mut state = self.state();
            state.is_closed = true;
            state.queue.clear();
            state.idle.take()
        };
        if let Some(connection) = idle {
            connection.close().await;
        }
    }

    /// Whether a transaction in which this many acts have begun is left open for the next, who is already queued.
    fn leaves_open(&self, begun: usize) -> bool {
        let state = self.state();
        begun < MAX_GROUP && state.apart == 0 && state.queue.iter().any(|waiting| !waiting.is_closed())
    }

    /// Adds an act to the group, commits if that is due, and passes the turn on. Returns what the act waits for.
    fn leave(self: &Arc<Self>, mut held: Held, part: Part, is_lost: bool) -> Shared {
        let (told, waiting) = oneshot::channel();
        held.group.push(Member { told, part });
        if is_lost || !self.leaves_open(held.begun) {
            self.commit(&mut held);
        }
        self.pass_on(held);
        waiting
    }

    /// Commits, and informs the group. A connection that cannot even roll back is discarded.
    ///
    /// A failure with one act in the group is that act's. With several, it may be the fault of any of them: all run again, each alone. So does any
    /// act that was based on what is now lost.
    fn commit(&self, held: &mut Held) {
        let group = std::mem::take(&mut held.group);
        held.begun = 0;
        let mut writes = group.iter().filter_map(|member| match member.part {
            Part::Writes { deletes } => Some(deletes),
            Part::RestsOn => None,
        });
        let (deletes, is_one) = (writes.next().unwrap_or_default(), writes.next().is_none());
        let result = match &held.connection {
            Some(connection) => commit(connection.handle(), is_one && deletes),
            None => Err(lost()),
        };
        if let (Err(_), Some(connection)) = (&result, &held.connection)
            && !connection.handle().is_autocommit()
            && command(connection.handle(), "ROLLBACK").is_err()
        {
            held.connection = None;
        }
        {
            let mut state = self.state();
            state.apart = if result.is_err() && group.len() > 1 { group.len() } else { state.apart.saturating_sub(1) };
        }
        for Member { told, part } in group {
            let answer = match &result {
                Ok(()) => Ok(()),
                Err(error) if part != Part::RestsOn && (is_one || error.code() == Code::CommitUnknown) => Err(copied(error)),
                Err(error) => Err(lost().with("commit", error)),
            };
            // A caller that no longer waits needs no answer.
            let _ = told.send(answer);
        }
    }

    /// Hands the connection to the next in the queue; if there is none, commits for the group and keeps it.
    fn pass_on(self: &Arc<Self>, mut held: Held) {
        loop {
            let next = {
                let mut state = self.state();
                match state.queue.pop_front() {
                    Some(next) => next,
                    None if held.group.is_empty() => {
                        state.is_lent = false;
                        state.idle = held.connection.take().filter(|_| !state.is_closed);
                        return;
                    }
                    None => {
                        drop(state);
                        self.commit(&mut held);
                        continue;
                    }
                }
            };
            match next.send(Turn { held, writer: self.clone(), has_begun: false, is_over: false }) {
                Ok(()) => return,
                Err(mut turn) => {
                    turn.is_over = true;
                    held = std::mem::take(&mut turn.held);
                }
            }
        }
    }
}

/// The answer to a request for a turn.
enum Asked {
    Now(Box<Turn>),
    Later(oneshot::Receiver<Turn>),
}

fn commit(handle: &rusqlite::Connection, is_deleting: bool) -> Result<()> {
    if handle.is_autocommit() {
        return Err(lost());
    }
    let statement = Statement { kind: StatementKind::Commit, is_deleting, ..Statement::new("COMMIT", Vec::new()) };
    command(handle, &statement.text).map_err(|e| from_rusqlite(&e, Some(&statement)))
}

/// A copy of the error for another act that waits for the same commit.
fn copied(error: &Error) -> Error {
    error.details().iter().fold(Error::new(error.code(), error.to_string()), |copy, (key, value)| copy.with(key, value))
}

/// What was written is lost: the commit failed, the engine rolled the whole transaction back, or the connection is gone.
pub(crate) fn lost() -> Error {
    Error::new(Code::StorageConflict, "the shared transaction was rolled back")
}

impl Turn {
    fn connection(&self) -> Result<&Connection> {
        self.held.connection.as_ref().ok_or_else(|| Error::new(Code::StorageUnavailable, "the connection was lost"))
    }

    fn handle(&self) -> Result<&rusqlite::Connection> {
        self.connection().map(Connection::handle)
    }

    /// Begins the act: a transaction, or a savepoint in the group's. Returns nothing if another connection is writing and waiting is not allowed
    /// here.
    pub(crate) fn begin(&mut self, statement: &Statement, patience: Patience) -> Result<Option<Outcome>> {
        let connection = self.connection()?;
        if self.held.group.is_empty() {
            if connection.patiently(patience, statement, || command(connection.handle(), &statement.text))?.is_none() {
                return Ok(None);
            }
        } else if connection.handle().is_autocommit() {
            return Err(lost());
        } else {
            command(connection.handle(), "SAVEPOINT crm_act").map_err(|e| from_rusqlite(&e, Some(statement)))?;
        }
        self.has_begun = true;
        self.held.begun = self.held.begun.saturating_add(1);
        Ok(Some(Outcome::default()))
    }

    /// Runs a statement of the act. Returns nothing, and leaves no effect, if it takes longer than allowed here.
    pub(crate) fn run(&self, statement: &Statement, patience: Patience) -> Result<Option<Outcome>> {
        let connection = self.connection()?;
        let Patience::Here(allowed) = patience else { return execute::run(connection.handle(), statement).map(Some) };
        if !execute::is_short(connection.handle(), statement)? {
            return Ok(None);
        }
        // A statement that writes is not interrupted: the engine would roll the whole transaction back.
        let allowed = Some(allowed).filter(|_| statement.writes.is_empty());
        match connection.watch().run(allowed, || execute::run(connection.handle(), statement)) {
            (Err(_), true) => Ok(None),
            (result, _) => result.map(Some),
        }
    }

    /// Whether completing the act waits for the disk, because the transaction is not left to the next.
    pub(crate) fn commits_when_done(&self) -> bool {
        !self.writer.leaves_open(self.held.begun)
    }

    /// The same for an act that is rolled back: the others in the group then have to be committed.
    pub(crate) fn commits_when_left(&self) -> bool {
        !self.held.group.is_empty() && self.commits_when_done()
    }

    /// Completes the act: commits, for the whole group, or leaves that to a later turn.
    pub(crate) fn finish(mut self, statement: &Statement) -> Result<Ending> {
        if !self.held.group.is_empty() {
            command(self.handle()?, "RELEASE crm_act").map_err(|e| from_rusqlite(&e, Some(statement)))?;
        }
        self.is_over = true;
        let held = std::mem::take(&mut self.held);
        let mut waiting = self.writer.leave(held, Part::Writes { deletes: statement.is_deleting }, false);
        match waiting.try_recv() {
            Ok(result) => result.map(|()| Ending::Durable),
            Err(_) => Ok(Ending::Shared(waiting)),
        }
    }

    /// Rolls the act back, and passes the turn on. Returns what the act's answer must wait for, if it is based on something not durable yet.
    pub(crate) fn give_up(&mut self) -> Option<Shared> {
        if self.is_over {
            return None;
        }
        self.is_over = true;
        let mut held = std::mem::take(&mut self.held);
        if let Some(connection) = held.connection.as_ref().filter(|_| self.has_begun) {
            let handle = connection.handle();
            let undone = if handle.is_autocommit() {
                Ok(())
            } else if held.group.is_empty() {
                command(handle, "ROLLBACK")
            } else {
                command(handle, "ROLLBACK TO crm_act").and_then(|()| command(handle, "RELEASE crm_act"))
            };
            if undone.is_err() {
                held.connection = None;
            }
        }
        if !self.has_begun || held.group.is_empty() {
            held.begun = if held.group.is_empty() { 0 } else { held.begun };
            self.writer.pass_on(held);
            return None;
        }
        let is_lost = held.connection.as_ref().is_none_or(|c| c.handle().is_autocommit());
        Some(self.writer.leave(held, Part::RestsOn, is_lost))
    }
}

impl Drop for Turn {
    fn drop(&mut self) {
        drop(self.give_up());
    }
}
