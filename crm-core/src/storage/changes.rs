//! The changes of an act, decided completely before anything is written: rows to insert, update and delete, and numbers to take.
//!
//! Invariant: audit and feed rows are derived here from the changes of audited entities, so that no service can forget them.

use crate::{
    access::Ownership,
    audit::{Action, AuditEntry, OperationChange},
    entity::{ColumnRole, Entity, EntityDecl, Kind, Masked, Numbering, PendingNumber, Record, Stored, Value},
    error::{Error, Result},
    feed::{FEED_SERIES, FeedEntry},
    ids::{AuditId, CustomerId, IdSource, OperationId, OperatorId, TypedId},
    time::Instant,
};
use serde_json::{Map, Value as Json, json};
use std::{collections::BTreeMap, sync::Arc};
use uuid::Uuid;

/// Who acts, when, and how; the same for every row of a change set.
#[derive(Clone)]
pub struct Context {
    /// The operation, such as `sales.deliver`.
    pub operation: &'static str,
    /// The current time.
    pub at: Instant,
    /// The operator.
    pub operator: OperatorId,
    /// The person acted for, if other than the operator.
    pub on_behalf_of: Option<String>,
    /// The host's request id.
    pub request_id: Option<String>,
    /// The operation that the changes belong to and are undone with, if any.
    pub operation_id: Option<OperationId>,
    /// The source of new ids.
    pub ids: Arc<dyn IdSource>,
}

/// Rows by entity, in the order of entities.
type Rows = BTreeMap<(usize, &'static str), (&'static EntityDecl, Vec<Record>)>;

/// Rows to write, and numbers to take.
pub struct ChangeSet {
    context: Context,
    /// Whether planned changes are kept.
    keeps: bool,
    inserts: Rows,
    updates: Rows,
    rekeys: Rows,
    deletes: Rows,
    numbers: BTreeMap<String, i64>,
}

/// What becomes known on writing: the first number taken from each series.
#[derive(Debug, Clone, Default)]
pub struct Written {
    /// The first number taken, by series.
    pub first_numbers: BTreeMap<String, i64>,
}

impl Written {
    /// The value of a number that was taken.
    pub fn number(&self, pending: &PendingNumber) -> Value {
        pending.resolve(self.first_numbers.get(&pending.series).copied().unwrap_or(1))
    }
}

impl ChangeSet {
    /// An empty change set.
    pub fn new(context: Context) -> Self {
        Self {
            context,
            keeps: true,
            inserts: BTreeMap::new(),
            updates: BTreeMap::new(),
            rekeys: BTreeMap::new(),
            deletes: BTreeMap::new(),
            numbers: BTreeMap::new(),
        }
    }

    /// A change set that stays empty whatever is planned, for previews.
    pub(crate) fn keeping_nothing(context: Context) -> Self {
        Self { keeps: false, ..Self::new(context) }
    }

    /// Who acts, when and how.
    pub fn context(&self) -> &Context {
        &self.context
    }

    /// A new id.
    pub fn new_id<I: From<Uuid>>(&self) -> I {
        self.context.ids.next_id().into()
    }

    /// Takes the next number of a series; it becomes known on writing.
    pub fn next_number(&mut self, series: &str, numbering: Numbering) -> PendingNumber {
        if !self.keeps {
            return PendingNumber { series: series.to_owned(), offset: 0, numbering };
        }
        let taken = self.numbers.entry(series.to_owned()).or_insert(0);
        let offset = *taken;
        *taken = taken.saturating_add(1);
        PendingNumber { series: series.to_owned(), offset, numbering }
    }

    /// Inserts a record.
    pub fn insert<E: Entity>(&mut self, record: &Stored<E>) {
        self.insert_with(record, &[]);
    }

    /// Inserts a record in which some fields hold numbers taken with it.
    pub fn insert_with<E: Entity>(&mut self, record: &Stored<E>, numbers: &[(&str, &PendingNumber)]) {
        let mut row = record.to_record();
        for (field, number) in numbers {
            if let Some(place) = E::decl().column(field).and_then(|c| row.get_mut(c)) {
                *place = Value::Pending((*number).clone());
            }
        }
        self.insert_row(E::decl(), row);
    }

    /// Inserts a row of an entity known only by its declaration.
    pub(crate) fn insert_row(&mut self, decl: &'static EntityDecl, row: Record) {
        if !self.keeps {
            return;
        }
        if decl.kind.is_audited() {
            let after = fields(decl, &row, |_, _| true);
            self.audit(decl, &row, Action::Create, None, after);
            self.own(decl, None, &row);
        }
        add(&mut self.inserts, decl, row);
    }

    /// Replaces a record read as `before`; writing fails if it has changed since. Does nothing if nothing differs.
    pub fn update<E: Entity>(&mut self, before: &Stored<E>, after: E) {
        let next = Stored { id: before.id, version: before.version.saturating_add(1), data: after };
        self.update_row(E::decl(), &before.to_record(), next.to_record());
    }

    /// Replaces a row of an entity known only by its declaration; the new row has the next version.
    pub(crate) fn update_row(&mut self, decl: &'static EntityDecl, old: &Record, new: Record) {
        let changed = |i: usize, _: &Value| decl.version_column() != Some(i) && old.get(i) != new.get(i);
        if !self.keeps || !new.iter().enumerate().any(|(i, v)| changed(i, v)) {
            return;
        }
        if decl.kind.is_audited() {
            let (was, is) = (fields(decl, old, changed), fields(decl, &new, changed));
            self.audit(decl, &new, Action::Update, Some(was), is);
            self.own(decl, Some(old), &new);
        }
        add(&mut self.updates, decl, new);
    }

    /// Replaces the search keys of a row that was read, and nothing else: keys follow from its texts, so the version stays, and neither audit nor feed
    /// records it. Writing fails if the row has changed since.
    pub fn rekey(&mut self, decl: &'static EntityDecl, row: Record) {
        if self.keeps {
            add(&mut self.rekeys, decl, row);
        }
    }

    /// Deletes a record that was read; writing fails if it has changed since, or is gone. The audit keeps its fields. The caller must check for
    /// references to it: not every storage does.
    ///
    /// # Errors
    /// `field.invalid` for a document or a ledger row: what was issued or booked is never deleted.
    pub fn delete<E: Entity>(&mut self, record: &Stored<E>) -> Result<()> {
        self.delete_row(E::decl(), &record.to_record())
    }

    /// Deletes a row of an entity known only by its declaration.
    pub(crate) fn delete_row(&mut self, decl: &'static EntityDecl, row: &Record) -> Result<()> {
        if !decl.kind.is_versioned() {
            return Err(Error::field("entity", format!("is `{}`, whose records are never deleted", decl.name)).with("entity", decl.name));
        }
        if !self.keeps {
            return Ok(());
        }
        if decl.kind.is_audited() {
            let was = fields(decl, row, |_, _| true);
            self.audit(decl, row, Action::Delete, Some(was), Json::Null);
        }
        add(&mut self.deletes, decl, row.clone());
        Ok(())
    }

    fn audit(&mut self, decl: &EntityDecl, row: &Record, action: Action, before: Option<Json>, after: Json) {
        let customer_id = decl.column(if decl.name == "customer" { "id" } else { "customer_id" });
        let customer_id = match customer_id.and_then(|c| row.get(c)) {
            Some(Value::Id(id)) => Some(CustomerId(*id)),
            _ => None,
        };
        let record_id = match row.first() {
            Some(Value::Id(id)) => *id,
            _ => Uuid::nil(),
        };
        let at = self.context.at;
        let before = before.unwrap_or(Json::Null);
        if let (Some(operation_id), Kind::Master) = (self.context.operation_id, decl.kind) {
            let version = || decl.version_column().and_then(|column| row.get(column)).map(Value::to_json);
            let (before, after) = (before.clone(), if action == Action::Delete { json!({"version": version()}) } else { after.clone() });
            let change = OperationChange { operation_id, entity: decl.name.to_owned(), record_id, action, before, after };
            self.insert(&Stored::new(self.new_id(), change));
        }
        let audit_id = self.enter(decl, (record_id, customer_id), action, (before, after));
        let position = self.next_number(FEED_SERIES, Numbering::Sequence);
        let entry = FeedEntry { position: 0, at, entity: decl.name.to_owned(), record_id, customer_id, action, audit_id };
        self.insert_with(&Stored::new(crate::entity::NaturalKey, entry), &[("position", &position)]);
    }

    /// Notes the owner of a customer, if it is another than before.
    fn own(&mut self, decl: &EntityDecl, old: Option<&Record>, new: &Record) {
        let owner = |row: &Record| match decl.column("owner_id").and_then(|column| row.get(column)) {
            Some(Value::Id(id)) => Some(OperatorId(*id)),
            _ => None,
        };
        let operator_id = owner(new);
        let (Some(Value::Id(id)), true) = (new.first(), decl.name == CustomerId::entity().name && old.and_then(owner) != operator_id) else { return };
        let ownership = Ownership { customer_id: CustomerId(*id), operator_id, since: self.context.at };
        self.insert(&Stored::new(self.new_id(), ownership));
    }

    /// Records in the audit that the company's policy refused the act for a customer, and nothing else.
    pub(crate) fn note_refusal(&mut self, customer: CustomerId, error: &Error) {
        let details: Map<_, _> = error.noted_details().iter().map(|(key, value)| ((*key).to_owned(), Json::String(value.clone()))).collect();
        let after = json!({"code": error.code().as_str(), "details": details});
        self.enter(CustomerId::entity(), (customer.uuid(), Some(customer)), Action::Refuse, (Json::Null, after));
    }

    /// Adds an audit entry.
    fn enter(
        &mut self,
        decl: &EntityDecl,
        (record_id, customer_id): (Uuid, Option<CustomerId>),
        action: Action,
        (before, after): (Json, Json),
    ) -> AuditId {
        let audit_id: AuditId = self.new_id();
        let context = self.context.clone();
        let entry = AuditEntry {
            at: context.at,
            operator_id: context.operator,
            on_behalf_of: context.on_behalf_of,
            request_id: context.request_id,
            operation: context.operation.to_owned(),
            entity: decl.name.to_owned(),
            record_id,
            customer_id,
            action,
            before: Masked::Shown(before),
            after: Masked::Shown(after),
        };
        self.insert(&Stored::new(audit_id, entry));
        audit_id
    }

    /// Whether there is nothing to write.
    pub fn is_empty(&self) -> bool {
        self.inserts.is_empty() && self.updates.is_empty() && self.rekeys.is_empty() && self.deletes.is_empty() && self.numbers.is_empty()
    }

    /// The count of numbers taken from each series.
    pub fn numbers(&self) -> &BTreeMap<String, i64> {
        &self.numbers
    }

    /// Rows to insert, by entity, parents first.
    pub fn inserts(&self) -> impl Iterator<Item = (&'static EntityDecl, &[Record])> {
        in_order(&self.inserts)
    }

    /// Rows to replace, by entity; each has its new version, one above the stored one.
    pub fn updates(&self) -> impl Iterator<Item = (&'static EntityDecl, &[Record])> {
        in_order(&self.updates)
    }

    /// Rows with new search keys, by entity; each carries the version that it was read with, and keeps it.
    pub fn rekeys(&self) -> impl Iterator<Item = (&'static EntityDecl, &[Record])> {
        in_order(&self.rekeys)
    }

    /// Rows to delete, as read, by entity, children first.
    pub fn deletes(&self) -> impl Iterator<Item = (&'static EntityDecl, &[Record])> {
        in_order(&self.deletes).rev()
    }
}

fn add(rows: &mut Rows, decl: &'static EntityDecl, row: Record) {
    rows.entry(decl.order()).or_insert((decl, Vec::new())).1.push(row);
}

fn in_order(rows: &Rows) -> impl DoubleEndedIterator<Item = (&'static EntityDecl, &[Record])> {
    rows.values().map(|(decl, rows)| (*decl, rows.as_slice()))
}

/// The declared fields of a row as JSON; numbers not yet known are omitted.
fn fields(decl: &EntityDecl, row: &Record, wanted: impl Fn(usize, &Value) -> bool) -> Json {
    let columns = decl.columns().iter().zip(row).enumerate();
    let chosen = columns.filter(|(i, (c, v))| matches!(c.role, ColumnRole::Field(_)) && !matches!(v, Value::Pending(_)) && wanted(*i, v));
    Json::Object(chosen.map(|(_, (c, v))| (c.name.clone(), v.to_json())).collect::<Map<_, _>>())
}
