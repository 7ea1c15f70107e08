//! What passes between the translator and an engine: statements with their parameters, and their outcomes.
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

/// A value in the engine's form; the dialect maps it to a value of the core.
#[derive(Debug, Clone, PartialEq)]
#[non_exhaustive]
pub enum SqlValue {
    /// Null. It is used as a parameter only where the engine does not need to know a type.
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
    /// An instant.
    Instant(Instant),
    /// A decimal.
    Decimal(Decimal),
    /// JSON.
    Json(serde_json::Value),
    /// Values of one type, as one parameter.
    Array(SqlArray),
    /// The rows of one query among several that one statement answers, one value after the other.
    Rows(Vec<SqlValue>),
    /// Something that no declared type is stored as; a description for the error message.
    Other(String),
}

/// Values of one type, each of which can be null.
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

    /// Whether it is empty.
    pub fn is_empty(&self) -> bool {
        self.len() == 0
    }
}

/// The role of a statement in its transaction.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum StatementKind {
    /// It begins one.
    Begin,
    /// It commits one.
    Commit,
    /// It reads or writes within one.
    Other,
}

/// Rows that a statement is run for, one after the other, each after the statement's own parameters: how an in-process engine takes a set.
#[derive(Debug, Clone, Default, PartialEq)]
pub struct Turns {
    /// Values per row.
    pub width: usize,
    /// The values, one row after the other.
    pub cells: Vec<SqlValue>,
}

/// Rows that a statement must change.
#[derive(Debug, Clone, Copy)]
pub struct Expected {
    /// The entity whose rows it writes.
    pub decl: &'static EntityDecl,
    /// How many; none if that is not known in advance.
    pub rows: Option<u64>,
}

/// One statement: a text that is constant for its shape, and its values.
#[derive(Debug, Clone)]
pub struct Statement {
    /// The text.
    pub text: Arc<str>,
    /// The values of its parameters, in order.
    pub params: Vec<SqlValue>,
    /// Rows to run it for, if it is run once per row.
    pub turns: Option<Turns>,
    /// Its role in its transaction.
    pub kind: StatementKind,
    /// What it writes.
    pub writes: Vec<Expected>,
    /// Whether it returns one row that counts the changed rows of each entity, because it writes several.
    pub is_counting: bool,
    /// Whether it deletes rows: a reference that it would break was added meanwhile.
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

    /// The entity that it writes, if it writes exactly one.
    pub fn entity(&self) -> Option<&'static EntityDecl> {
        match self.writes.as_slice() {
            [one] => Some(one.decl),
            _ => None,
        }
    }

    /// Compares the number of changed rows with the expected number.
    ///
    /// # Errors
    /// `version.conflict`.
    pub fn check(&self, outcome: &Outcome) -> Result<()> {
        for (position, expected) in self.writes.iter().enumerate() {
            let changed = match (self.is_counting, outcome.cells.get(position)) {
                (false, _) => outcome.changed,
                (true, Some(SqlValue::Int(count))) => u64::try_from(*count).unwrap_or_default(),
                _ => return Err(Error::corrupt("a statement did not return the number of rows that it changed")),
            };
            if expected.rows.is_some_and(|rows| rows != changed) {
                return Err(version_conflict(expected.decl));
            }
        }
        Ok(())
    }
}

/// The outcome of a statement.
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
/// - `run` runs a batch in order, as one call to the engine or one round trip where the engine allows it, and stops at the first failure; the rest is
///   not run. After each statement it calls [`Statement::check`].
/// - `run` returns one outcome for each statement; a statement with [`Turns`] is prepared once, and its outcome covers all turns.
/// - A failed [`StatementKind::Commit`] with an unknown outcome is `storage.commit_unknown`. A commit that has begun is not interrupted, even if the
///   caller stops waiting.
/// - A reference to a missing row is `reference.missing`, and one that a delete would break `storage.conflict`: see [`crate::reference_broken`].
/// - A second row with a taken key or unique fields is `unique.taken` with the entity and its fields; see [`crate::unique_taken`].
/// - `rollback` undoes the whole transaction, and is no error without one; dropping the executor does the same. `rollback` returns when everything
///   that the transaction read is durable, and with `storage.conflict` if that was lost.
/// - A reference that a commit finds broken is the same error as when a row is written or, with [`Statement::is_deleting`], deleted.
/// - Within a host transaction, [`StatementKind::Begin`] sets a savepoint, [`StatementKind::Commit`] releases it, and `rollback` rolls back to it.
#[async_trait]
pub trait Executor: Send {
    /// Runs a batch.
    ///
    /// # Errors
    /// `storage.*`, `unique.taken`, `version.conflict`, `reference.missing`, `number.out_of_range` for a sum.
    async fn run(&mut self, batch: Vec<Statement>) -> Result<Vec<Outcome>>;

    /// Rolls the transaction back.
    ///
    /// # Errors
    /// `storage.conflict`, `storage.unavailable`.
    async fn rollback(&mut self) -> Result<()>;
}
