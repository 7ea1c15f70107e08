//! What travels between the translator and an engine: statements with their parameters, and what came of them.
//!
//! Invariant: a statement carries what it expects, so that an executor can stop a batch before its `COMMIT`.

use crate::error::version_conflict;
use async_trait::async_trait;
use crm_core::{Result, entity::EntityDecl};
use std::sync::Arc;

/// A value as an engine takes and gives it; the dialect says which value of the core it stands for.
#[derive(Debug, Clone, PartialEq)]
#[non_exhaustive]
pub enum SqlValue {
    /// Nothing.
    Null,
    /// A 64-bit integer.
    Int(i64),
    /// A text.
    Text(String),
    /// Sixteen bytes.
    Id([u8; 16]),
    /// Something that no declared type is stored as; what it is, for the error message.
    Other(String),
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

/// One statement: a text that is constant for its shape, and its values.
#[derive(Debug, Clone)]
pub struct Statement {
    /// The text.
    pub text: Arc<str>,
    /// The values of its parameters, in order.
    pub params: Vec<SqlValue>,
    /// What it is to its transaction.
    pub kind: StatementKind,
    /// The entity whose rows it writes.
    pub writes: Option<&'static EntityDecl>,
    /// The number of rows that it must change; otherwise a row was changed by someone else.
    pub expected: Option<u64>,
}

impl Statement {
    /// A statement that reads.
    pub fn new(text: impl Into<Arc<str>>, params: Vec<SqlValue>) -> Self {
        Self { text: text.into(), params, kind: StatementKind::Other, writes: None, expected: None }
    }

    /// A statement that begins or ends a transaction.
    pub(crate) fn boundary(text: Arc<str>, kind: StatementKind) -> Self {
        Self { kind, ..Self::new(text, Vec::new()) }
    }

    /// Compares the number of rows that it changed with what was expected.
    ///
    /// # Errors
    /// `version.conflict`.
    pub fn check(&self, changed: u64) -> Result<()> {
        match (self.expected, self.writes) {
            (Some(expected), Some(decl)) if expected != changed => Err(version_conflict(decl)),
            _ => Ok(()),
        }
    }
}

/// What came of a statement.
#[derive(Debug, Clone, Default)]
pub struct Outcome {
    /// The values of its rows, one row after the other.
    pub cells: Vec<SqlValue>,
    /// Columns of a row.
    pub width: usize,
    /// Rows that it changed.
    pub changed: u64,
}

/// A connection that runs statements.
///
/// # Behavior
/// - `run` runs a batch in order, as one call to the engine or one round trip where the engine allows it, and stops at the first failure;
///   what follows it is not run. After each statement it asks [`Statement::check`].
/// - `run` gives one outcome for each statement.
/// - A failed [`StatementKind::Commit`] whose outcome nobody knows is `storage.commit_unknown`.
/// - A second row with a taken key or unique fields is `unique.taken` with the entity and its fields; see [`crate::unique_taken`].
/// - `rollback` leaves nothing of the transaction, and is no error without one; dropping the executor does the same.
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
    /// `storage.unavailable`.
    async fn rollback(&mut self) -> Result<()>;
}
