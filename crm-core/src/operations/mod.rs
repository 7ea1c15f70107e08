//! Operations that can be undone: what every one of them does alike, and undoing.
//!
//! An operation notes for each record what it was before, in the transaction of the change. Undoing puts the records back, except what has changed
//! since.

mod undo;

pub use undo::{KeptRecord, Undone};

use crate::{
    access::Permit,
    act::ActContext,
    audit::{Operation, OperationKind},
    entity::{EntityDecl, Stored, Value},
    error::{Code, Error, Result},
    ids::OperationId,
    limits,
    query::{Predicate, Query, SelectPlan},
    storage::ChangeSet,
    text::check_length,
};
use uuid::Uuid;

/// Records that an operation reads, changes and writes at a time.
pub(crate) const PAGE: u32 = 5_000;

/// An operation while it is carried out. Its changes can be written in parts.
pub(crate) struct Work {
    operation: Stored<Operation>,
    /// Records changed so far.
    records: i64,
    is_inserted: bool,
}

impl Work {
    /// Begins an operation: from here on the act notes what records were before.
    ///
    /// # Errors
    /// `field.invalid`, `field.too_long` for the reason.
    pub(crate) fn begin(context: &mut ActContext<'_>, kind: OperationKind, reason: Option<&str>) -> Result<Self> {
        check_length("reason", reason.unwrap_or_default(), limits::MAX_TEXT)?;
        let changes = context.changes();
        let (operator_id, at) = (changes.context().operator, changes.context().at);
        let reason = reason.map(str::to_owned);
        let operation = Operation { kind, operator_id, at, reason, records: 0, undone_at: None, undone_by_id: None, kept: None };
        let operation = Stored::new(changes.new_id(), operation);
        context.note_changes(operation.id);
        Ok(Self { operation, records: 0, is_inserted: false })
    }

    /// Its id.
    pub(crate) fn id(&self) -> OperationId {
        self.operation.id
    }

    /// Writes a part of its changes: so many records.
    ///
    /// # Errors
    /// `storage.*`.
    pub(crate) async fn write(&mut self, context: &mut ActContext<'_>, mut changes: ChangeSet, records: usize) -> Result<()> {
        self.count(records);
        if !self.is_inserted {
            changes.insert(&self.operation);
            self.is_inserted = true;
        }
        context.write(&changes).await.map(drop)
    }

    /// Completes the last part of its changes: so many records.
    pub(crate) fn finish(mut self, changes: &mut ChangeSet, records: usize) {
        self.count(records);
        if self.is_inserted {
            changes.update(&self.operation, Operation { records: self.records, ..self.operation.data.clone() });
        } else {
            self.operation.data.records = self.records;
            changes.insert(&self.operation);
        }
    }

    fn count(&mut self, records: usize) {
        self.records = self.records.saturating_add(i64::try_from(records).unwrap_or(i64::MAX));
    }
}

/// Checks that the caller still reaches records, once they are written, by a permit and within a condition: nobody moves records out of their own
/// reach.
///
/// # Errors
/// `access.denied`, `storage.*`.
pub(crate) async fn check_reached(
    context: &mut ActContext<'_>,
    decl: &'static EntityDecl,
    permit: &Permit,
    within: &Predicate,
    ids: &[Uuid],
) -> Result<()> {
    if permit.scope().is_all() && matches!(within, Predicate::True) {
        return Ok(());
    }
    let plan = SelectPlan::by_key(decl, permit, ids.iter().copied().map(Value::Id))?.and(within.clone());
    if context.ask(&[Query::Select(plan)]).await?.iter().map(Vec::len).sum::<usize>() == ids.len() {
        return Ok(());
    }
    Err(Error::new(Code::AccessDenied, "a record would be out of the caller's reach").with("entity", decl.name))
}
