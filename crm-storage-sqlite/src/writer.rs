//! The one connection that writes, lent in turns, first come, first served, and the group commit.
//!
//! A turn that ends well while others wait leaves the transaction open for the next: the acts of a group share one commit, and with it one
//! wait for the disk. Each act but the first has a savepoint of its own, so one that fails leaves nothing and harms no other. Invariants:
//! nobody is told of success before the commit of his group; whoever ends a turn with nobody waiting commits.

use crate::{
    error::from_rusqlite,
    execute::{self, command},
    pool::closed,
    raw::Connection,
};
use crm_core::{Code, Error, Result};
use crm_storage_sql::{Outcome, Statement, StatementKind};
use sqlx::sqlite::SqliteConnectOptions;
use std::{
    collections::VecDeque,
    sync::{Arc, Mutex, MutexGuard, PoisonError},
};
use tokio::sync::oneshot;

/// Acts that share a commit at most: how long the first of them may have to wait for the others.
pub(crate) const MAX_GROUP: usize = 64;

/// The connection that writes, and the queue for it.
pub(crate) struct Writer {
    options: SqliteConnectOptions,
    state: Mutex<State>,
}

#[derive(Default)]
struct State {
    is_lent: bool,
    is_closed: bool,
    idle: Option<Connection>,
    queue: VecDeque<oneshot::Sender<Turn>>,
}

/// What goes from one turn to the next.
#[derive(Default)]
struct Held {
    /// None before the first turn, and after the connection was lost.
    connection: Option<Connection>,
    /// Acts that are done in the open transaction, and wait for its commit.
    group: Vec<oneshot::Sender<Result<()>>>,
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

/// How an act that was carried out becomes durable.
pub(crate) enum Ending {
    /// It is.
    Durable,
    /// With the others of its group; the answer says so.
    Shared(oneshot::Receiver<Result<()>>),
}

impl Writer {
    pub(crate) fn new(options: SqliteConnectOptions) -> Arc<Self> {
        Arc::new(Self { options, state: Mutex::default() })
    }

    fn state(&self) -> MutexGuard<'_, State> {
        self.state.lock().unwrap_or_else(PoisonError::into_inner)
    }

    /// Waits for a turn.
    pub(crate) async fn turn(self: &Arc<Self>) -> Result<Turn> {
        let mut turn = match self.ask()? {
            Asked::Now(turn) => turn,
            Asked::Later(waiting) => waiting.await.map_err(|_| closed())?,
        };
        if turn.held.connection.is_none() {
            turn.held.connection = Some(Connection::open(&self.options, None).await?);
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
        let held = Held { connection: state.idle.take(), group: Vec::new() };
        Ok(Asked::Now(Turn { held, writer: self.clone(), has_begun: false, is_over: false }))
    }

    /// Lends the connection no more, closes it if it is free, and waits for that; otherwise it closes when it comes back.
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

    /// Whether the next turn is asked for already.
    fn is_awaited(&self) -> bool {
        self.state().queue.iter().any(|waiting| !waiting.is_closed())
    }

    /// Hands the connection to the next in the queue; without one, commits for the group and keeps it.
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
                        held.commit();
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
    Now(Turn),
    Later(oneshot::Receiver<Turn>),
}

impl Held {
    /// Commits, and tells the group. A connection that cannot even roll back is given up.
    fn commit(&mut self) {
        let result = match &self.connection {
            Some(connection) => commit(connection.handle()),
            None => Err(lost()),
        };
        if let (Err(_), Some(connection)) = (&result, &self.connection)
            && !connection.handle().is_autocommit()
            && command(connection.handle(), "ROLLBACK").is_err()
        {
            self.connection = None;
        }
        for member in self.group.drain(..) {
            let told = result.as_ref().map(|_| ()).map_err(|error| Error::new(error.code(), error.to_string()));
            // Who does not wait any longer needs no answer.
            let _ = member.send(told);
        }
    }
}

fn commit(handle: &rusqlite::Connection) -> Result<()> {
    if handle.is_autocommit() {
        return Err(lost());
    }
    let statement = Statement { kind: StatementKind::Commit, ..Statement::new("COMMIT", Vec::new()) };
    command(handle, &statement.text).map_err(|e| from_rusqlite(&e, Some(&statement)))
}

/// The engine rolled the whole transaction back, or the connection is gone.
fn lost() -> Error {
    Error::new(Code::StorageConflict, "the shared transaction was rolled back")
}

impl Turn {
    fn handle(&self) -> Result<&rusqlite::Connection> {
        let gone = || Error::new(Code::StorageUnavailable, "the connection is gone");
        self.held.connection.as_ref().map(Connection::handle).ok_or_else(gone)
    }

    /// Begins the act: a transaction, or a savepoint in that of the group.
    pub(crate) fn begin(&mut self, statement: &Statement) -> Result<()> {
        let text = if self.held.group.is_empty() { statement.text.as_ref() } else { "SAVEPOINT crm_act" };
        let handle = self.handle()?;
        if !self.held.group.is_empty() && handle.is_autocommit() {
            return Err(lost());
        }
        command(handle, text).map_err(|e| from_rusqlite(&e, Some(statement)))?;
        self.has_begun = true;
        Ok(())
    }

    /// Runs a statement of the act.
    pub(crate) fn run(&self, statement: &Statement) -> Result<Outcome> {
        execute::run(self.handle()?, statement)
    }

    /// Ends the act well: commits, for the whole group, or leaves that to a later turn.
    pub(crate) fn finish(mut self, statement: &Statement) -> Result<Ending> {
        if !self.held.group.is_empty() {
            command(self.handle()?, "RELEASE crm_act").map_err(|e| from_rusqlite(&e, Some(statement)))?;
        }
        let (sender, mut receiver) = oneshot::channel();
        self.held.group.push(sender);
        self.is_over = true;
        let mut held = std::mem::take(&mut self.held);
        if held.group.len() >= MAX_GROUP || !self.writer.is_awaited() {
            held.commit();
        }
        self.writer.pass_on(held);
        match receiver.try_recv() {
            Ok(result) => result.map(|()| Ending::Durable),
            Err(_) => Ok(Ending::Shared(receiver)),
        }
    }

    /// Leaves nothing of the act, and passes the turn on.
    pub(crate) fn give_up(&mut self) {
        if self.is_over {
            return;
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
        let is_lost = held.connection.as_ref().is_none_or(|c| c.handle().is_autocommit());
        if is_lost && !held.group.is_empty() {
            held.commit();
        }
        self.writer.pass_on(held);
    }
}

impl Drop for Turn {
    fn drop(&mut self) {
        self.give_up();
    }
}
