//! The contract of storage adapters: a unit of work that locks, reads and writes sets of rows, and either commits or leaves no trace.
//!
//! Every act has the same steps: [`UnitOfWork::read`] with the rows to lock, a pure plan, [`UnitOfWork::write_and_commit`]. Every guarantee is a line
//! under `# Behavior`, and a case of the conformance suite in `tests/`.

mod batch;
mod changes;
mod memory;

pub use batch::{Answers, Ask, LockKey, LockKeys, Reads};
pub use changes::{ChangeSet, Context, Written};
pub use memory::MemoryStorage;

use crate::{entity, entity::Record, error::Result, ids::CompanyId, query::Query, time::Instant};
use async_trait::async_trait;
use serde_json::Value as Json;

/// The purpose of a unit of work.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Mode {
    /// Reads one state of the data; writing is refused.
    Read,
    /// Like `Read`, for a few rows found by indexes whatever the values: an engine need not look at these before planning.
    LookUp,
    /// Reads and writes.
    Write,
}

impl Mode {
    /// Whether writing is refused.
    pub fn is_read(self) -> bool {
        self != Self::Write
    }
}

/// The storage of all companies.
///
/// # Behavior
/// - `begin` returns a unit of work of one company; it sees and changes rows of that company only.
/// - Units of work of different tasks do not see each other's changes before they commit.
/// - A storage within a transaction of the host allows one unit of work at a time: each takes effect in that transaction entirely or not at all, an
///   error leaves the transaction usable, and nothing is durable before the host commits.
#[async_trait]
pub trait Storage: Send + Sync {
    /// Begins a unit of work.
    ///
    /// # Errors
    /// `storage.unavailable`, `storage.busy`.
    async fn begin(&self, company: CompanyId, mode: Mode) -> Result<Box<dyn UnitOfWork + '_>>;

    /// How many units of work can read concurrently, while others wait; none: any number, or only one at a time.
    fn readers(&self) -> Option<usize> {
        None
    }
}

/// A transaction.
///
/// # Behavior
/// - Dropping it, or `rollback`, leaves no trace of it.
/// - What it read is durable, or becomes so before `rollback`, `commit` or a failed `write_and_commit` returns. If it never does, they fail with
///   `storage.conflict`, and decisions based on it have to be made again.
/// - `read` takes locks first, in the canonical order of keys, and reads in later statements: it sees everything committed before it got the locks.
/// - Locked rows are not changed by any other unit of work until this one ends; a key without a row locks nothing.
/// - Results come in the order of the queries; rows in the requested order; rows of a report consist of its groups, the count and the sums.
/// - A unit of work sees its own writes in later reads.
/// - `write` applies all of the change set or fails; after a failure only rollback is possible.
/// - A number series starts at 1 and has no gaps: a unit of work that is rolled back releases its numbers.
/// - An update whose version does not follow the stored one, or whose row is gone, fails with `version.conflict`.
/// - New search keys are written to the row with the version that was read, and change nothing else of it; another version, or no row, fails with
///   `version.conflict`.
/// - A delete removes the row with the version that was read; another version, or no row, fails with `version.conflict`.
/// - Inserts come before updates, updates before new search keys, and these before deletes; parents are written before children, and deleted after them.
/// - Deleting a row that another row has come to reference in the meantime fails with `storage.conflict`, if the engine enforces references; deleting
///   one referenced from a table of the host fails with `record.in_use`, then or on commit.
/// - A second row with the same key or the same unique fields fails with `unique.taken`.
/// - The number of statements does not depend on the number of rows.
#[async_trait]
pub trait UnitOfWork: Send {
    /// Locks rows, then runs queries.
    ///
    /// # Errors
    /// `storage.busy`, `storage.conflict`, `storage.unavailable`, `limit.exceeded` for a report beyond `MAX_REPORT_ROWS`.
    async fn read(&mut self, locks: &LockKeys, queries: &[Query]) -> Result<Vec<Vec<Record>>>;

    /// Writes a change set.
    ///
    /// # Errors
    /// `version.conflict`, `unique.taken`, `storage.*`.
    async fn write(&mut self, changes: &ChangeSet) -> Result<Written>;

    /// Makes everything durable; within a transaction of the host, part of that transaction.
    ///
    /// # Errors
    /// `storage.*`; with `storage.commit_unknown` the idempotency key settles what happened.
    async fn commit(self: Box<Self>) -> Result<()>;

    /// Discards everything.
    ///
    /// # Errors
    /// `storage.conflict` if what was read did not become durable; `storage.unavailable`.
    async fn rollback(self: Box<Self>) -> Result<()>;

    /// Writes and commits; an adapter may do both in one round trip.
    ///
    /// # Errors
    /// As [`UnitOfWork::write`] and [`UnitOfWork::commit`].
    async fn write_and_commit(mut self: Box<Self>, changes: &ChangeSet) -> Result<Written> {
        let written = self.write(changes).await?;
        self.commit().await?;
        Ok(written)
    }

    /// Number of statements sent so far, including `BEGIN` and `COMMIT`.
    fn statements(&self) -> u32;
}

entity! {
    /// The next number of a series. Written by storage itself when a change set takes numbers.
    NumberSeries "number_series" {
        key: ["series"],
        kind: Ledger,
        scope: Company,
        unique: [],
        fields: {
            /// The series, such as `delivery-2010`.
            series: String,
            /// The next number to take, from 1.
            next: i64,
        }
    }
}

entity! {
    /// The next number for codes with a prefix. Read under a lock by the act that takes numbers, which skips codes entered by hand; document numbers
    /// come from [`NumberSeries`] instead.
    CodeSeries "code_series" {
        key: ["series"],
        kind: State,
        scope: Company,
        unique: [],
        fields: {
            /// What is numbered, and the prefix, such as `product:A-`.
            series: String,
            /// The next number to take, from 1.
            next: i64,
        }
    }
}

entity! {
    /// A command executed under an idempotency key, and its answer.
    IdempotencyKey "idempotency_key" {
        key: ["key"],
        kind: Ledger,
        scope: Company,
        unique: [],
        fields: {
            /// Key given by the caller.
            key: String,
            /// The operation.
            operation: String,
            /// SHA-256 of the request, in hex.
            request_hash: String,
            /// The answer.
            result: Json,
            /// Document number in the answer, which became known on writing.
            number: Option<String>,
            /// Time of execution.
            at: Instant,
        }
    }
}
