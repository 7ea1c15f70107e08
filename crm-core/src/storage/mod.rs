//! The contract of an adapter: a unit of work that locks, reads and writes sets, and either commits or leaves nothing.
//!
//! An act is always the same: [`UnitOfWork::read`] with the rows it locks, a pure plan, [`UnitOfWork::write_and_commit`].
//! Every promise is a line under `# Behavior`, and a case of the conformance suite in `tests/`.

mod batch;
mod changes;
mod memory;

pub use batch::{Answers, Ask, LockKey, LockKeys, Reads};
pub use changes::{ChangeSet, Context, Written};
pub use memory::MemoryStorage;

use crate::{entity, entity::Record, error::Result, ids::CompanyId, query::Query, time::Instant};
use async_trait::async_trait;
use serde_json::Value as Json;

/// What a unit of work is for.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Mode {
    /// Reading one state of the data; a write is refused.
    Read,
    /// The same, for a few rows that indexes lead to, whatever the values: an engine need not look at these before it plans.
    LookUp,
    /// Reading and writing.
    Write,
}

impl Mode {
    /// Whether writes are refused.
    pub fn is_read(self) -> bool {
        self != Self::Write
    }
}

/// Where the data is.
///
/// # Behavior
/// - `begin` gives a unit of work of one company; it sees and changes rows of that company only.
/// - Units of work of different tasks do not see each other's changes before they commit.
/// - A storage within a transaction of the host gives one unit of work after the other: each leaves all or nothing of itself in that
///   transaction, an error leaves the transaction usable, and nothing is durable before the host commits.
#[async_trait]
pub trait Storage: Send + Sync {
    /// Begins a unit of work.
    ///
    /// # Errors
    /// `storage.unavailable`, `storage.busy`.
    async fn begin(&self, company: CompanyId, mode: Mode) -> Result<Box<dyn UnitOfWork + '_>>;

    /// How many units of work can read beside each other, the rest waiting; none: any number, or one after the other.
    fn readers(&self) -> Option<usize> {
        None
    }
}

/// One transaction.
///
/// # Behavior
/// - Dropping it, or `rollback`, leaves nothing of it.
/// - What it read is durable, or it is waited for: `rollback`, `commit` and a failed `write_and_commit` answer when it is. Where it never becomes durable they
///   fail with `storage.conflict`, and whatever was decided over it has to be decided again.
/// - `read` locks first, in the canonical order of the keys, and reads in later statements: it sees everything committed before it got the locks.
/// - Locked rows are changed by no other unit of work until this one ends; a key without a row locks nothing.
/// - Answers come in the order of the queries; rows in the order asked for; a report's rows hold its groups, the count, the sums.
/// - Own writes are seen by own later reads.
/// - `write` does all of the change set or fails; after a failure only rollback is left.
/// - A number series begins at 1 and has no gaps: a rolled back unit of work gives its numbers back.
/// - An update whose version is not the stored one, or whose row is gone, fails with `version.conflict`.
/// - New search keys go to the row whose version is the one that was read, and change nothing else of it; another version, or no row, fails with
///   `version.conflict`.
/// - A delete takes the row whose version is the one that was read; another version, or no row, fails with `version.conflict`.
/// - Inserts come before updates, these before new search keys, and these before deletes; parents are written before children, and deleted behind them.
/// - A delete of a row that another row has come to refer to meanwhile fails with `storage.conflict`, where an engine keeps watch over references; one that
///   a row in a table of the host's own refers to with `record.in_use`, then or at the commit.
/// - A second row with the same key or the same unique fields fails with `unique.taken`.
/// - The number of statements does not depend on the number of rows.
#[async_trait]
pub trait UnitOfWork: Send {
    /// Locks rows, then answers queries.
    ///
    /// # Errors
    /// `storage.busy`, `storage.conflict`, `storage.unavailable`, `limit.exceeded` for a report beyond `MAX_REPORT_ROWS`.
    async fn read(&mut self, locks: &LockKeys, queries: &[Query]) -> Result<Vec<Vec<Record>>>;

    /// Writes a change set.
    ///
    /// # Errors
    /// `version.conflict`, `unique.taken`, `storage.*`.
    async fn write(&mut self, changes: &ChangeSet) -> Result<Written>;

    /// Makes everything durable; within a transaction of the host, a part of that transaction.
    ///
    /// # Errors
    /// `storage.*`; with `storage.commit_unknown` the idempotency key settles what happened.
    async fn commit(self: Box<Self>) -> Result<()>;

    /// Leaves nothing.
    ///
    /// # Errors
    /// `storage.conflict` if what was read is not there any more; `storage.unavailable`.
    async fn rollback(self: Box<Self>) -> Result<()>;

    /// Writes and commits; an adapter does it in one go where that is faster.
    ///
    /// # Errors
    /// As [`UnitOfWork::write`] and [`UnitOfWork::commit`].
    async fn write_and_commit(mut self: Box<Self>, changes: &ChangeSet) -> Result<Written> {
        let written = self.write(changes).await?;
        self.commit().await?;
        Ok(written)
    }

    /// Statements sent so far, `BEGIN` and `COMMIT` included.
    fn statements(&self) -> u32;
}

entity! {
    /// The next number of a series. Written by storage itself, when a change set takes numbers.
    NumberSeries "number_series" {
        key: ["series"],
        kind: Ledger,
        scope: Company,
        unique: [],
        fields: {
            /// The series, such as `delivery-2010`.
            series: String,
            /// The number that is taken next, from 1.
            next: i64,
        }
    }
}

entity! {
    /// The next number behind a prefix of codes. Read under a lock by the act that takes numbers, which passes over codes that were typed by
    /// hand; numbers of documents come from [`NumberSeries`] instead.
    CodeSeries "code_series" {
        key: ["series"],
        kind: State,
        scope: Company,
        unique: [],
        fields: {
            /// What is numbered, and the prefix: `product:A-`.
            series: String,
            /// The number that is taken next, from 1.
            next: i64,
        }
    }
}

entity! {
    /// A command that was carried out under a key, and what it answered.
    IdempotencyKey "idempotency_key" {
        key: ["key"],
        kind: Ledger,
        scope: Company,
        unique: [],
        fields: {
            /// The caller's key.
            key: String,
            /// The operation.
            operation: String,
            /// SHA-256 of the request, in hex.
            request_hash: String,
            /// The answer.
            result: Json,
            /// The document number in the answer, which became known on writing.
            number: Option<String>,
            /// When.
            at: Instant,
        }
    }
}
