//! Undoing an operation: every record that it changed becomes what it was before, field by field, unless it has changed since.

use super::{PAGE, check_reached};
use crate::{
    access::{CustomerAccess, Permit, Right},
    act::{Act, ActContext, Answer, Pages, Plan},
    audit::{Action, Operation, OperationChange},
    catalogue,
    company::Company,
    entity::{ColumnRole, Entity, EntityDecl, Record, Stored, Value, row_of},
    error::{Code, Error, Result},
    external::ExternalRef,
    ids::{OperationId, TypedId},
    limits,
    query::{Filter, Predicate, Query, Select, SelectPlan},
    records::Records,
    storage::{ChangeSet, LockKeys, Mode, Reads},
};
use async_trait::async_trait;
use serde::{Deserialize, Serialize};
use serde_json::{Map, Value as Json};
use std::collections::{BTreeMap, BTreeSet};
use uuid::Uuid;

/// What undoing an operation did, or would do.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct Undone {
    /// The operation.
    pub operation_id: OperationId,
    /// Number of records that became what they were, by entity; those that had been deleted are back with their ids.
    pub restored: BTreeMap<String, u64>,
    /// Number of records left as they were, at least in part, because they had changed since.
    pub kept: u64,
    /// The first of them, at most [`MAX_KEPT_RECORDS`](crate::limits::MAX_KEPT_RECORDS).
    pub kept_records: Vec<KeptRecord>,
}

/// A record that undoing an operation leaves as it is, at least in part.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct KeptRecord {
    /// The entity.
    pub entity: String,
    /// The record.
    pub record_id: Uuid,
    /// The fields that are kept: they changed since, or what they referred to was deleted. Empty: the record itself was deleted since.
    pub fields: Vec<String>,
}

impl Answer for Undone {
    fn disclose(&mut self, to: &CustomerAccess) {
        if !to.tells_sums() {
            // Repeated to a caller who may no longer reach them.
            self.kept_records.clear();
        }
    }
}

impl Records<'_, Operation> {
    /// Undoes an operation: what it deleted is created again with its id, and what it changed gets its values back, field by field. A field that
    /// has changed since, or whose former value refers to a deleted record, is kept. Undoing it again changes nothing.
    ///
    /// # Errors
    /// `record.not_found` for an operation that the caller cannot see; `access.denied` without the right that the operation requires, or if the caller
    /// does not reach every record that it changed, before and after; `unique.taken`, `reference.missing` if a deleted record cannot exist again;
    /// `tree.cycle`, `tree.too_deep`; `storage.*`.
    pub async fn undo(&self, id: OperationId) -> Result<Undone> {
        self.session().run(&Undo { operation_id: id, is_preview: false }).await
    }

    /// What [`Self::undo`] would do; nothing is written.
    ///
    /// # Errors
    /// As [`Self::undo`], but for `unique.taken`, `tree.cycle` and `tree.too_deep`.
    pub async fn undo_preview(&self, id: OperationId) -> Result<Undone> {
        self.session().run(&Undo { operation_id: id, is_preview: true }).await
    }
}

#[derive(Serialize)]
struct Undo {
    operation_id: OperationId,
    #[serde(skip)]
    is_preview: bool,
}

#[async_trait]
impl Act for Undo {
    type Answer = Undone;
    const OPERATION: &'static str = "operations.undo";

    fn right(&self) -> Right {
        Right::CustomersRead
    }

    fn mode(&self) -> Mode {
        if self.is_preview { Mode::Read } else { Mode::Write }
    }

    async fn plan(&self, context: &mut ActContext<'_>) -> Result<Plan<Undone>> {
        let id = self.operation_id;
        let permit = context.permit().clone();
        let mut reads = Reads::new();
        let ask = reads.select(Select::<Operation>::new(&permit).keys([Value::Id(id.uuid())])?);
        let locks = LockKeys::none().and::<Company, _>([permit.company()]).and::<Operation, _>([id]);
        let operation = context.read(&locks, reads).await?.first(&ask)?.ok_or_else(|| Operation::decl().not_found(id.uuid()))?;
        let reach = context.guard().permit(operation.kind.right())?;
        if operation.kind.needs_full_scope() {
            reach.require_full_scope(operation.kind.right())?;
        }
        let mut undoing = Undoing::new(id, reach.unmasked());
        if operation.undone_at.is_some() {
            return Ok(Plan::new(context.changes(), undoing.answer));
        }
        let deleted = OperationChange::action().eq(Action::Delete);
        for which in [deleted.clone(), Filter::Not(Box::new(deleted))] {
            let of_operation = OperationChange::operation_id().eq(id).and(which);
            let select = Select::of(OperationChange::decl(), &context.company_permit()).filter(&of_operation)?.limit(PAGE)?;
            let mut pages = Pages::of(select);
            while let Some(rows) = pages.next(context).await? {
                undoing.part(context, rows).await?;
            }
        }
        undoing.check_trees(context).await?;
        let mut changes = context.changes();
        let (undone_at, undone_by_id) = (Some(changes.context().at), Some(changes.context().operator));
        let kept = Some(i64::try_from(undoing.answer.kept).unwrap_or(i64::MAX));
        changes.update(&operation, Operation { undone_at, undone_by_id, kept, ..operation.data.clone() });
        Ok(Plan::new(changes, undoing.answer))
    }
}

/// Changes of the operation to records of one entity, in the order in which they were made.
type Changed = (&'static EntityDecl, Vec<Stored<OperationChange>>);

struct Undoing {
    /// The records that the caller may change back.
    reach: Permit,
    /// Records created again, which may be referred to.
    again: BTreeSet<Uuid>,
    /// The trees in which nodes were put back.
    trees: BTreeMap<(usize, &'static str), &'static EntityDecl>,
    answer: Undone,
}

impl Undoing {
    fn new(operation_id: OperationId, reach: Permit) -> Self {
        let answer = Undone { operation_id, restored: BTreeMap::new(), kept: 0, kept_records: Vec::new() };
        Self { reach, again: BTreeSet::new(), trees: BTreeMap::new(), answer }
    }

    /// Undoes some changes.
    async fn part(&mut self, context: &mut ActContext<'_>, rows: Vec<Record>) -> Result<()> {
        let mut by_entity: BTreeMap<(usize, &str), Changed> = BTreeMap::new();
        for row in rows {
            let change = Stored::<OperationChange>::from_record(row)?;
            let decl = catalogue::find(&change.entity).ok_or_else(|| Error::corrupt(format!("there is no entity `{}`", change.entity)))?;
            by_entity.entry(decl.order()).or_insert((decl, Vec::new())).1.push(change);
        }
        let (mut reads, mut locks, mut asks) = (Reads::new(), LockKeys::none(), Vec::new());
        for (decl, changes) in by_entity.values() {
            let ids: Vec<Value> = changes.iter().map(|change| Value::Id(change.record_id)).collect();
            let all = reads.rows(SelectPlan::by_key(decl, &context.company_permit(), ids.iter().cloned())?);
            let reached = reads.rows(SelectPlan::by_key(decl, &self.reach, ids.iter().cloned())?.and(self.readable(decl)?));
            asks.push((all, reached));
            locks = locks.and_rows(decl, ids);
        }
        let mut answers = context.read(&locks, reads).await?;
        let missing = self.missing(context, by_entity.values()).await?;
        let mut changes = context.changes();
        let mut written = Vec::new();
        for ((decl, changed), ask) in by_entity.into_values().zip(asks) {
            let rows = answers.rows(&ask.1);
            if rows.len() < answers.rows(&ask.0).len() {
                let message = "undoing an operation requires access to every record that it changed";
                return Err(Error::new(Code::AccessDenied, message).with("entity", decl.name));
            }
            if decl.name == ExternalRef::decl().name {
                rows.iter().try_for_each(|row| context.check_key(row))?;
            }
            let rows: BTreeMap<Uuid, Record> = rows.into_iter().filter_map(|row| Some((id_of(&row)?, row))).collect();
            let mut ids = Vec::new();
            for change in &changed {
                let row = rows.get(&change.record_id);
                if self.put_back(decl, change, row, &missing, &mut changes)? {
                    ids.push(change.record_id);
                }
            }
            written.push((decl, ids));
        }
        if changes.is_empty() {
            return Ok(());
        }
        context.write(&changes).await?;
        for (decl, ids) in written {
            let readable = self.readable(decl)?;
            check_reached(context, decl, &self.reach, &readable, &ids).await?;
        }
        Ok(())
    }

    /// The rows of an entity that the caller may read, if it is one that callers read by itself.
    fn readable(&self, decl: &'static EntityDecl) -> Result<Predicate> {
        if decl.read.is_some() { Ok(self.reach.readable(decl)?.predicate(decl)) } else { Ok(Predicate::True) }
    }

    /// Checks the trees in which nodes were put back: others may have moved meanwhile.
    async fn check_trees(&self, context: &mut ActContext<'_>) -> Result<()> {
        let permit = context.company_permit();
        for decl in self.trees.values() {
            let rows = context.ask(&[Query::Select(SelectPlan::every(decl, &permit))]).await?.concat();
            check_tree(decl, &rows)?;
        }
        Ok(())
    }

    /// The records that former values refer to, and that are no longer there.
    async fn missing<'c>(&self, context: &mut ActContext<'_>, changes: impl Iterator<Item = &'c Changed>) -> Result<BTreeSet<Uuid>> {
        let mut referred: BTreeMap<(usize, &str), (&'static EntityDecl, BTreeSet<Uuid>)> = BTreeMap::new();
        for (decl, changes) in changes {
            for field in decl.fields {
                let Some(target) = field.refers.map(|target| target()) else { continue };
                let ids = changes.iter().filter_map(|change| change.before.get(field.name)?.as_str()?.parse::<Uuid>().ok());
                referred.entry(target.order()).or_insert((target, BTreeSet::new())).1.extend(ids);
            }
        }
        referred.retain(|_, (_, ids)| !ids.is_empty());
        let (permit, mut reads, mut asks) = (context.company_permit(), Reads::new(), Vec::new());
        for (decl, ids) in referred.values() {
            asks.push(reads.rows(SelectPlan::by_key(decl, &permit, ids.iter().copied().map(Value::Id))?));
        }
        let mut missing: BTreeSet<Uuid> = referred.into_values().flat_map(|(_, ids)| ids).filter(|id| !self.again.contains(id)).collect();
        let mut answers = context.read(&LockKeys::none(), reads).await?;
        for row in asks.iter().flat_map(|ask| answers.rows(ask)) {
            id_of(&row).map(|id| missing.remove(&id));
        }
        Ok(missing)
    }

    /// Undoes one change, and returns whether there was anything to undo.
    fn put_back(
        &mut self,
        decl: &'static EntityDecl,
        change: &Stored<OperationChange>,
        row: Option<&Record>,
        missing: &BTreeSet<Uuid>,
        changes: &mut ChangeSet,
    ) -> Result<bool> {
        let before = change.before.as_object();
        match (change.action, row, before) {
            (Action::Delete, None, Some(before)) => {
                let again = created_again(decl, change, before)?;
                if let Some(field) = decl.fields.iter().find(|field| refers_to_missing(before.get(field.name), missing)) {
                    let message = format!("`{}` cannot be restored: what `{}` refers to was deleted", decl.name, field.name);
                    return Err(Error::new(Code::ReferenceMissing, message).with("entity", decl.name).with("field", field.name));
                }
                self.again.insert(change.record_id);
                changes.insert_row(decl, again);
                self.count(decl);
                Ok(true)
            }
            (Action::Update, Some(row), Some(before)) => {
                let (restored, kept) = changed_back(decl, row, before, &change.after, missing)?;
                if !kept.is_empty() {
                    self.keep(decl, change.record_id, kept);
                }
                let is_changed = restored.iter().ne(row.iter());
                if is_changed {
                    let mut next = restored;
                    decl.raise_version(&mut next);
                    changes.update_row(decl, row, next);
                    self.count(decl);
                }
                Ok(is_changed)
            }
            // Deleted since, or created again.
            _ => {
                self.keep(decl, change.record_id, Vec::new());
                Ok(false)
            }
        }
    }

    fn count(&mut self, decl: &'static EntityDecl) {
        if decl.tree_parent.is_some() {
            self.trees.insert(decl.order(), decl);
        }
        let count = self.answer.restored.entry(decl.name.to_owned()).or_default();
        *count = count.saturating_add(1);
    }

    fn keep(&mut self, decl: &EntityDecl, record_id: Uuid, fields: Vec<String>) {
        self.answer.kept = self.answer.kept.saturating_add(1);
        if self.answer.kept_records.len() < limits::MAX_KEPT_RECORDS {
            self.answer.kept_records.push(KeptRecord { entity: decl.name.to_owned(), record_id, fields });
        }
    }
}

/// # Errors
/// `tree.cycle`, `tree.too_deep`.
fn check_tree(decl: &EntityDecl, rows: &[Record]) -> Result<()> {
    let column = decl.tree_parent.and_then(|parent| decl.column(parent));
    let parent = |row: &Record| column.and_then(|column| row.get(column)).and_then(as_id);
    let parents: BTreeMap<Uuid, Option<Uuid>> = rows.iter().filter_map(|row| Some((id_of(row)?, parent(row)))).collect();
    for id in parents.keys() {
        let path = std::iter::successors(Some(*id), |id| parents.get(id).copied().flatten());
        let depth = path.take(parents.len().saturating_add(1)).count();
        if depth > parents.len() {
            let message = format!("undoing would put a `{}` below itself, because other records have moved since", decl.name);
            return Err(Error::new(Code::TreeCycle, message).with("entity", decl.name).with("id", id));
        }
        if depth > limits::MAX_TREE_DEPTH {
            let message = format!("the tree would be deeper than {}", limits::MAX_TREE_DEPTH);
            return Err(Error::new(Code::TreeTooDeep, message).with("limit", limits::MAX_TREE_DEPTH));
        }
    }
    Ok(())
}

fn id_of(row: &Record) -> Option<Uuid> {
    row.first().and_then(as_id)
}

fn as_id(value: &Value) -> Option<Uuid> {
    if let Value::Id(id) = value { Some(*id) } else { None }
}

fn refers_to_missing(value: Option<&Json>, missing: &BTreeSet<Uuid>) -> bool {
    value.and_then(Json::as_str).and_then(|id| id.parse().ok()).is_some_and(|id: Uuid| missing.contains(&id))
}

/// The row of a deleted record.
fn created_again(decl: &'static EntityDecl, change: &Stored<OperationChange>, before: &Map<String, Json>) -> Result<Record> {
    let value = |name, ty| Value::from_json(before.get(name).unwrap_or(&Json::Null), ty);
    let fields = decl.fields.iter().map(|field| value(field.name, field.ty)).collect::<Result<_>>().map_err(|error| unreadable(decl, error))?;
    // Whoever read it before it was deleted does not overwrite it now.
    let version = change.after.get("version").and_then(Json::as_i64).unwrap_or_default().saturating_add(1);
    Ok(row_of(decl, Some(change.record_id), version, fields))
}

/// The row with the fields as they were before, and the names of those that are kept.
fn changed_back(
    decl: &'static EntityDecl,
    row: &Record,
    before: &Map<String, Json>,
    after: &Json,
    missing: &BTreeSet<Uuid>,
) -> Result<(Record, Vec<String>)> {
    let (mut fields, mut kept) = (Vec::new(), Vec::new());
    let values = decl.columns().iter().zip(row).filter(|(column, _)| matches!(column.role, ColumnRole::Field(_)));
    for (field, (_, value)) in decl.fields.iter().zip(values) {
        fields.push(match before.get(field.name) {
            Some(was) if after.get(field.name) == Some(&value.to_json()) && !(field.refers.is_some() && refers_to_missing(Some(was), missing)) => {
                Value::from_json(was, field.ty).map_err(|error| unreadable(decl, error))?
            }
            Some(was) => {
                if *was != value.to_json() {
                    kept.push(field.name.to_owned());
                }
                value.clone()
            }
            None => value.clone(),
        });
    }
    let version = decl.version_column().and_then(|column| row.get(column));
    let version = if let Some(Value::Int(version)) = version { *version } else { 1 };
    Ok((row_of(decl, id_of(row), version, fields), kept))
}

fn unreadable(decl: &EntityDecl, error: Error) -> Error {
    Error::corrupt(format!("a former value of `{}` is unreadable", decl.name)).caused_by(error)
}
