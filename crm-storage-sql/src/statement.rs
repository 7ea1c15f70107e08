//! What travels between the translator and an engine: statements with their parameters, and what came of them.
//!
//! Invariant: a statement carries what it expects, so that an executor can stop a batch before its `COMMIT`.

use crate::error::version_conflict;
use async_trait::async_trait;
use crm_core::{
    Error, Result,
    entity::EntityDecl,
    num::Decimal,
    time::{Day, Instant},
};
use std::sync::Arc;
use uuid::Uuid;

/// A value as an engine takes and gives it; the dialect says which value of the core it stands for.
#[derive(Debug, Clone, PartialEq)]
#[non_exhaustive]
pub enum SqlValue {
    /// Nothing. As a parameter it stands only where the engine does not want to know a type.
    Null,
    /// True or false.
    Bool(bool),
    /// A 64-bit integer.
    Int(i64),
    /// A text.
    Text(String),
    /// Sixteen bytes.
    Id(Uuid),
    /// A day.
    Day(Day),
    /// A moment.
    Instant(Instant),
    /// A decimal.
    Decimal(Decimal),
    /// JSON.
    Json(serde_json::Value),
    /// Values of one type, as one parameter.
    Array(SqlArray),
    /// The rows of one query among several that one statement answers, one value after the other.
    Rows(Vec<SqlValue>),
    /// Something that no declared type is stored as; what it is, for the error message.
    Other(String),
}

/// Values of one type, each of which can be missing.
#[derive(Debug, Clone, PartialEq)]
#[allow(missing_docs, reason = "each variant is named after its type")]
pub enum SqlArray {
    Bool(Vec<Option<bool>>),
    Int(Vec<Option<i64>>),
    Text(Vec<Option<String>>),
    Id(Vec<Option<Uuid>>),
    Day(Vec<Option<Day>>),
    Instant(Vec<Option<Instant>>),
    Decimal(Vec<Option<Decimal>>),
    Json(Vec<Option<serde_json::Value>>),
}

impl SqlArray {
    /// How many values it has.
    pub fn len(&self) -> usize {
        match self {
            Self::Bool(values) => values.len(),
            Self::Int(values) => values.len(),
            Self::Text(values) => values.len(),
            Self::Id(values) => values.len(),
            Self::Day(values) => values.len(),
            Self::Instant(values) => values.len(),
            Self::Decimal(values) => values.len(),
            Self::Json(values) => values.len(),
        }
    }

    /// Whether it has none.
    pub fn is_empty(&self) -> bool {
        self.len() == 0
    }
}

/// What a statement is to its transaction.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum StatementKind {
    /// It begins one.
    Begin,
    /// It makes one durable.
    Commit,
    /// It reads or writes within one.
    Other,
}

/// Rows that a statement is run for, one after the other, each behind the statement's own parameters: how an engine in the process takes a set.
#[derive(Debug, Clone, Default, PartialEq)]
pub struct Turns {
    /// Values of a row.
    pub width: usize,
    /// The values, one row after the other.
    pub cells: Vec<SqlValue>,
}

/// Rows that a statement must change.
#[derive(Debug, Clone, Copy)]
pub struct Expected {
    /// The entity whose rows it writes.
    pub decl: &'static EntityDecl,
    /// How many; none where that is not known before.
    pub rows: Option<u64>,
}

/// One statement: a text that is constant for its shape, and its values.
#[derive(Debug, Clone)]
pub struct Statement {
    /// The text.
    pub text: Arc<str>,
    /// The values of its parameters, in order.
    pub params: Vec<SqlValue>,
    /// Rows that it is run for, if it is run for each.
    pub turns: Option<Turns>,
    /// What it is to its transaction.
    pub kind: StatementKind,
    /// What it writes.
    pub writes: Vec<Expected>,
    /// Whether it answers with one row that counts the changed rows of each entity, because it writes several.
    pub is_counting: bool,
    /// Whether it deletes rows: a reference that it would break was made meanwhile.
    pub is_deleting: bool,
}

impl Statement {
    /// A statement that reads.
    pub fn new(text: impl Into<Arc<str>>, params: Vec<SqlValue>) -> Self {
        Self { text: text.into(), params, turns: None, kind: StatementKind::Other, writes: Vec::new(), is_counting: false, is_deleting: false }
    }

    /// A statement that begins or ends a transaction.
    pub(crate) fn boundary(text: Arc<str>, kind: StatementKind) -> Self {
        Self { kind, ..Self::new(text, Vec::new()) }
    }

    /// The entity that it writes, if it is one.
    pub fn entity(&self) -> Option<&'static EntityDecl> {
        match self.writes.as_slice() {
            [one] => Some(one.decl),
            _ => None,
        }
    }

    /// Compares the number of rows that it changed with what was expected.
    ///
    /// # Errors
    /// `version.conflict`.
    pub fn check(&self, outcome: &Outcome) -> Result<()> {
        for (position, expected) in self.writes.iter().enumerate() {
            let changed = match (self.is_counting, outcome.cells.get(position)) {
                (false, _) => outcome.changed,
                (true, Some(SqlValue::Int(count))) => u64::try_from(*count).unwrap_or_default(),
                _ => return Err(Error::corrupt("a statement did not count the rows that it changed")),
            };
            if expected.rows.is_some_and(|rows| rows != changed) {
                return Err(version_conflict(expected.decl));
            }
        }
        Ok(())
    }
}

/// What came of a statement.
#[derive(Debug, Clone, Default)]
pub struct Outcome {
    /// The values of its rows, one row after the other.
    pub cells: Vec<SqlValue>,
    /// Rows that it changed.
    pub changed: u64,
}

/// A connection that runs statements.
///
/// # Behavior
/// - `run` runs a batch in order, as one call to the engine or one round trip where the engine allows it, and stops at the first failure;
///   what follows it is not run. After each statement it asks [`Statement::check`].
/// - `run` gives one outcome for each statement; a statement with [`Turns`] is prepared once, and its outcome is that of all turns.
/// - A failed [`StatementKind::Commit`] whose outcome nobody knows is `storage.commit_unknown`. A commit that was begun is not broken off,
///   even if the caller stops waiting.
/// - A reference to nothing is `reference.missing`, and one that a delete would break `storage.conflict`: see [`crate::reference_broken`].
/// - A second row with a taken key or unique fields is `unique.taken` with the entity and its fields; see [`crate::unique_taken`].
/// - `rollback` leaves nothing of the transaction, and is no error without one; dropping the executor does the same. `rollback` comes back when everything that
///   the transaction read is durable, and with `storage.conflict` if that was lost.
/// - A reference that a commit finds broken is what it would be where a row is written or, with [`Statement::is_deleting`], deleted.
/// - Within a transaction of the host, [`StatementKind::Begin`] sets a savepoint, [`StatementKind::Commit`] releases it, and `rollback` goes back to it.
#[async_trait]
pub trait Executor: Send {
    /// Runs a batch.
    ///
    /// # Errors
    /// `storage.*`, `unique.taken`, `version.conflict`, `reference.missing`, `number.out_of_range` for a sum.
    async fn run(&mut self, batch: Vec<Statement>) -> Result<Vec<Outcome>>;

    /// Leaves nothing of the transaction.
    ///
    /// # Errors
    /// `storage.conflict`, `storage.unavailable`.
    async fn rollback(&mut self) -> Result<()>;
}
