//! The unit of work over any executor: locks and reads in one batch, writes and commit in one more.
//!
//! Invariant: after a failed write or a failed batch only a rollback is possible, and row counts are checked before `COMMIT` is sent. An error that
//! ends the unit of work is returned only once what it is based on is durable: the executor's rollback waits for that.

use crate::{
    decode,
    dialect::Dialect,
    error::only_rollback,
    statement::{Executor, Outcome, SqlValue, Statement},
    translator::Translator,
};
use async_trait::async_trait;
use crm_core::{
    Code, Error, Result,
    entity::Record,
    ids::CompanyId,
    limits::MAX_PAGE,
    query::Query,
    storage::{ChangeSet, LockKeys, Mode, UnitOfWork, Written},
};
use std::sync::Arc;

/// One transaction through an executor. Its `BEGIN` travels with the first batch.
#[derive(Debug)]
pub struct SqlUnitOfWork<E, D> {
    executor: E,
    translator: Arc<Translator<D>>,
    company: CompanyId,
    mode: Mode,
    begun: bool,
    failed: bool,
    /// Whether rows were deleted, which a commit may still refuse.
    deletes: bool,
    statements: u32,
}

impl<E: Executor, D: Dialect> SqlUnitOfWork<E, D> {
    /// A unit of work for a company; nothing is sent yet.
    pub fn new(executor: E, translator: Arc<Translator<D>>, company: CompanyId, mode: Mode) -> Self {
        Self { executor, translator, company, mode, begun: false, failed: false, deletes: false, statements: 0 }
    }

    /// Runs a batch, beginning the transaction first if necessary. Returns the outcomes of the batch only.
    async fn run(&mut self, statements: Vec<Statement>) -> Result<Vec<Outcome>> {
        let begins = !self.begun;
        let mut batch = statements;
        if begins {
            batch.insert(0, self.translator.begin(self.mode));
        }
        if batch.is_empty() {
            return Ok(Vec::new());
        }
        self.begun = true;
        self.statements = self.statements.saturating_add(u32::try_from(batch.len()).unwrap_or(u32::MAX));
        let before = std::mem::replace(&mut self.failed, true);
        let mut outcomes = self.executor.run(batch).await?;
        self.failed = before;
        if begins && !outcomes.is_empty() {
            outcomes.remove(0);
        }
        Ok(outcomes)
    }

    /// The queries to send as one statement: in an act, or for look-ups by key, all of them; otherwise those that cannot return very much, because to
    /// the engine the answers of a joined statement are one value each.
    fn joined(&self, queries: &[Query]) -> Vec<usize> {
        let is_small = |query: &Query| matches!(query, Query::Select(plan) if plan.limit() <= MAX_PAGE.saturating_add(1));
        let mut joined: Vec<usize> = (0..queries.len()).collect();
        joined.retain(|i| self.mode != Mode::Read || queries.get(*i).is_some_and(is_small));
        if self.translator.dialect().joins_statements() && joined.len() > 1 { joined } else { Vec::new() }
    }

    fn check_usable(&self) -> Result<()> {
        if self.failed { Err(only_rollback()) } else { Ok(()) }
    }

    /// Takes the numbers, writes the rows, deletes, and commits in the same batch if asked to.
    async fn change(&mut self, changes: &ChangeSet, commit: bool) -> Result<Written> {
        if self.mode.is_read() {
            return Err(Error::new(Code::StorageFailed, "this unit of work is read-only"));
        }
        self.check_usable()?;
        self.failed = true;
        let numbered = self.translator.numbered_rows(self.company, changes)?;
        let takes_numbers = numbered.is_some();
        let deletes = self.translator.deletes(self.company, changes)?;
        self.deletes |= !deletes.is_empty();
        let (mut written, mut batch) = match numbered {
            Some(statement) => (Written::default(), vec![statement]),
            None => {
                let written = self.take_numbers(changes).await?;
                let batch = self.translator.rows(self.company, changes, &written)?;
                (written, batch)
            }
        };
        batch.extend(self.translator.rekeys(self.company, changes)?);
        batch.extend(deletes);
        if commit && (self.begun || !batch.is_empty()) {
            batch.push(self.commitment());
        }
        if !batch.is_empty() {
            let outcomes = self.run(batch).await?;
            if takes_numbers {
                written = self.numbers_of(changes, outcomes)?;
            }
        }
        self.failed = false;
        Ok(written)
    }

    fn commitment(&self) -> Statement {
        Statement { is_deleting: self.deletes, ..self.translator.commit() }
    }

    /// Rolls back after an error, and returns it unless what it is based on was lost meanwhile: then the act must run again.
    async fn given_up(&mut self, error: Error) -> Error {
        match self.executor.rollback().await {
            Err(lost) if lost.code() == Code::StorageConflict => lost,
            _ => error,
        }
    }

    /// The numbers that a statement took while writing its rows.
    fn numbers_of(&self, changes: &ChangeSet, outcomes: Vec<Outcome>) -> Result<Written> {
        let cells = match outcomes.into_iter().next().and_then(|outcome| outcome.cells.into_iter().next_back()) {
            Some(SqlValue::Rows(cells)) => cells,
            _ => Vec::new(),
        };
        self.translator.first_numbers(changes, cells).ok_or_else(no_numbers)
    }

    async fn take_numbers(&mut self, changes: &ChangeSet) -> Result<Written> {
        let Some(statement) = self.translator.counters(self.company, changes)? else { return Ok(Written::default()) };
        let outcomes = self.run(vec![statement]).await?;
        let cells = outcomes.into_iter().next().map(|o| o.cells).unwrap_or_default();
        self.translator.first_numbers(changes, cells).ok_or_else(no_numbers)
    }
}

fn no_numbers() -> Error {
    Error::corrupt("the counters of the number series returned no numbers")
}

#[async_trait]
impl<E: Executor, D: Dialect> UnitOfWork for SqlUnitOfWork<E, D> {
    async fn read(&mut self, locks: &LockKeys, queries: &[Query]) -> Result<Vec<Vec<Record>>> {
        self.check_usable()?;
        let mut batch = self.translator.locks(self.company, locks)?;
        let locking = batch.len();
        let joined = self.joined(queries);
        if !joined.is_empty() {
            batch.push(self.translator.joined_queries(self.company, joined.iter().filter_map(|i| queries.get(*i)))?);
        }
        for (position, query) in queries.iter().enumerate() {
            if !joined.contains(&position) {
                batch.push(self.translator.query(self.company, query)?);
            }
        }
        if batch.is_empty() && locks.by_entity().next().is_none() {
            return Ok(Vec::new());
        }
        let mut outcomes = self.run(batch).await?.into_iter().skip(locking);
        let together = if joined.is_empty() { Vec::new() } else { outcomes.next().unwrap_or_default().cells };
        let mut together = together.into_iter();
        let mut answers = Vec::with_capacity(queries.len());
        for (position, query) in queries.iter().enumerate() {
            let cells = if !joined.contains(&position) {
                outcomes.next().unwrap_or_default().cells
            } else if let Some(SqlValue::Rows(cells)) = together.next() {
                cells
            } else {
                return Err(Error::corrupt("a statement did not return a result for every query"));
            };
            answers.push(decode::rows(self.translator.dialect(), query, cells)?);
        }
        Ok(answers)
    }

    async fn write(&mut self, changes: &ChangeSet) -> Result<Written> {
        self.change(changes, false).await
    }

    async fn commit(mut self: Box<Self>) -> Result<()> {
        let committed = match self.check_usable() {
            Ok(()) if self.begun => self.run(vec![self.commitment()]).await.map(drop),
            usable => usable,
        };
        match committed {
            Ok(()) => Ok(()),
            Err(error) => Err(self.given_up(error).await),
        }
    }

    async fn rollback(mut self: Box<Self>) -> Result<()> {
        if self.begun { self.executor.rollback().await } else { Ok(()) }
    }

    async fn write_and_commit(mut self: Box<Self>, changes: &ChangeSet) -> Result<Written> {
        match self.change(changes, true).await {
            Ok(written) => Ok(written),
            Err(error) => Err(self.given_up(error).await),
        }
    }

    fn statements(&self) -> u32 {
        self.statements
    }
}
