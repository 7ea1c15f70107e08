//! Merging dictionary entries: every reference to one is replaced by the other, and it is deleted, in one act.

use super::DictionaryEntry;
use crate::{
    access::Right,
    act::{Act, ActContext, Answer, Plan, Session},
    audit::OperationKind,
    catalogue,
    company::Company,
    custom::CustomValue,
    entity::{Entity, EntityDecl, Record, Stored, Value},
    error::{Code, Error, Result},
    external::ExternalRef,
    ids::{DictionaryEntryId, OperationId, TypedId},
    limits,
    operations::Work,
    query::{Query, Select, SelectPlan},
    storage::{ChangeSet, LockKeys, Mode, Reads},
};
use async_trait::async_trait;
use serde::{Deserialize, Serialize};
use std::collections::BTreeMap;

/// Two entries of a category to merge.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize)]
struct Merge {
    /// The entry to delete.
    from: DictionaryEntryId,
    /// The entry to keep.
    into: DictionaryEntryId,
    #[serde(skip)]
    is_preview: bool,
}

/// What a merge would change.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct MergePreview {
    /// Number of records that would change, by entity.
    pub records: BTreeMap<String, u64>,
}

/// The result of a merge.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct Merged {
    /// The operation, with which the merge is undone.
    pub operation_id: OperationId,
    /// Number of changed records, by entity.
    pub records: BTreeMap<String, u64>,
}
impl Answer for Merged {}

/// The data dictionary. For its entries see [`Session::dictionary_entries`].
pub struct Dictionary<'s>(&'s Session<'s>);

impl Session<'_> {
    /// Operations on the data dictionary besides changing its entries.
    pub fn dictionary(&self) -> Dictionary<'_> {
        Dictionary(self)
    }
}

impl Dictionary<'_> {
    /// Replaces every reference to an entry by another entry, and deletes it. This includes custom field values, child entries, and its external
    /// keys. [`undo`](crate::records::Records::undo) with the operation of the answer takes it back.
    ///
    /// # Errors
    /// `access.denied`, also for callers who do not reach every customer; `record.not_found`; `field.invalid` if both are the same or their
    /// categories differ; `tree.cycle` if the entry to keep is below the other; `record.in_use` if issued documents reference it; `limit.exceeded`
    /// beyond `MAX_BATCH` records; `storage.*`.
    pub async fn merge(&self, from: DictionaryEntryId, into: DictionaryEntryId) -> Result<Merged> {
        self.0.run(&Merge { from, into, is_preview: false }).await
    }

    /// What [`Self::merge`] would change; nothing is written.
    ///
    /// # Errors
    /// As [`Self::merge`].
    pub async fn merge_preview(&self, from: DictionaryEntryId, into: DictionaryEntryId) -> Result<MergePreview> {
        let merged = self.0.run(&Merge { from, into, is_preview: true }).await?;
        Ok(MergePreview { records: merged.records })
    }
}

/// Every field that references dictionary entries, external keys included: the entity and the column.
fn referring() -> Vec<(&'static EntityDecl, usize)> {
    let columns = |decl: &'static EntityDecl| {
        decl.fields.iter().filter(move |f| f.refers_to(DictionaryEntry::decl())).filter_map(move |f| Some((decl, decl.column(f.name)?)))
    };
    let keys = ExternalRef::decl().column("record_id").map(|column| (ExternalRef::decl(), column));
    catalogue::all().iter().flat_map(|decl| columns(decl)).chain(keys).collect()
}

#[async_trait]
impl Act for Merge {
    type Answer = Merged;
    const OPERATION: &'static str = "dictionary.merge";

    fn right(&self) -> Right {
        Right::CompanyManage
    }

    fn mode(&self) -> Mode {
        if self.is_preview { Mode::Read } else { Mode::Write }
    }

    async fn plan(&self, context: &mut ActContext<'_>) -> Result<Plan<Merged>> {
        if !context.permit().scope().is_all() {
            return Err(Error::new(Code::AccessDenied, "merging entries requires access to every customer"));
        }
        let Self { from, into, .. } = *self;
        let permit = context.full_permit();
        let mut reads = Reads::new();
        let ask = reads.select(Select::<DictionaryEntry>::new(&permit).keys([Value::Id(from.uuid()), Value::Id(into.uuid())])?);
        let locks = LockKeys::none().and::<Company, _>([permit.company()]).and::<DictionaryEntry, _>([from, into]);
        let mut answers = context.read(&locks, reads).await?;
        let found = answers.all(&ask)?;
        let entry = |id: DictionaryEntryId| {
            let missing =
                || Error::new(Code::NotFound, "there is no `dictionary_entry` with this id").with("entity", "dictionary_entry").with("id", id);
            found.iter().find(|e| e.id == id).ok_or_else(missing)
        };
        let (from, into) = (entry(from)?, entry(into)?);
        check_pair(from, into)?;
        let fields = referring();
        let key = || vec![Value::Id(from.id.uuid())];
        let of_category = Select::<DictionaryEntry>::new(&permit).filter(&DictionaryEntry::category().eq(from.category.clone()))?.everything();
        let mut queries = vec![Query::Select(of_category.plan())];
        for (decl, column) in &fields {
            queries.push(Query::Select(SelectPlan::by_column(decl, &permit, *column, key())?));
        }
        let (values, of_record) = (CustomValue::decl(), CustomValue::decl().column("record_id").unwrap_or_default());
        queries.push(Query::Select(SelectPlan::by_column(values, &permit, of_record, key())?));
        let mut rows = context.ask(&queries).await?;
        let parts = rows.pop().unwrap_or_default();
        let mut rows = rows.into_iter();
        check_trees(from, into, rows.next().unwrap_or_default())?;
        let mut referring: Vec<_> = fields.into_iter().zip(rows).map(|((decl, column), rows)| (decl, column, rows)).collect();
        referring.iter_mut().filter(|(decl, ..)| decl.name == values.name).for_each(|(.., rows)| rows.retain(|row| !parts.contains(row)));
        let keys = referring.iter().filter(|(decl, ..)| decl.name == ExternalRef::decl().name);
        keys.flat_map(|(.., rows)| rows).try_for_each(|row| context.check_key(row))?;
        let work = Work::begin(context, OperationKind::EntryMerge, None)?;
        let mut changes = context.changes();
        let records = point_to(from.id, into.id, referring, &mut changes)?;
        parts.iter().try_for_each(|row| changes.delete_row(values, row))?;
        changes.delete(from)?;
        let operation_id = work.id();
        let changed = records.values().copied().fold(1, u64::saturating_add);
        work.finish(&mut changes, usize::try_from(changed).unwrap_or(usize::MAX).saturating_add(parts.len()));
        Ok(Plan::new(changes, Merged { operation_id, records }))
    }
}

fn check_pair(from: &Stored<DictionaryEntry>, into: &Stored<DictionaryEntry>) -> Result<()> {
    if from.id == into.id {
        return Err(Error::field("into", "is the entry to be merged itself"));
    }
    if from.category != into.category {
        return Err(Error::field("into", format!("is an entry of the category `{}`, not `{}`", into.category, from.category)));
    }
    Ok(())
}

/// The child entries move under the entry that is kept: it must not be among them, and they must not become too deep.
fn check_trees(from: &Stored<DictionaryEntry>, into: &Stored<DictionaryEntry>, entries: Vec<Record>) -> Result<()> {
    let entries: Vec<Stored<DictionaryEntry>> = entries.into_iter().map(Stored::from_record).collect::<Result<_>>()?;
    let parents: BTreeMap<_, _> = entries.iter().map(|e| (e.id, e.parent_id)).collect();
    let above = |id| std::iter::successors(parents.get(&id).copied().flatten(), |id| parents.get(id).copied().flatten());
    if above(into.id).any(|id| id == from.id) {
        return Err(Error::new(Code::TreeCycle, "the entry to keep is below the one to be merged")
            .with("entity", "dictionary_entry")
            .with("id", into.id));
    }
    let below = entries.iter().filter_map(|e| above(e.id).position(|id| id == from.id)).max();
    let depth = above(into.id).count().saturating_add(1).saturating_add(below.map_or(0, |levels| levels.saturating_add(1)));
    if depth > limits::MAX_TREE_DEPTH {
        let message = format!("the tree would be deeper than {}", limits::MAX_TREE_DEPTH);
        return Err(Error::new(Code::TreeTooDeep, message).with("limit", limits::MAX_TREE_DEPTH));
    }
    Ok(())
}

/// Rewrites every row that references an entry, once however many of its fields do.
fn point_to(
    from: DictionaryEntryId,
    into: DictionaryEntryId,
    referring: Vec<(&'static EntityDecl, usize, Vec<Record>)>,
    changes: &mut ChangeSet,
) -> Result<BTreeMap<String, u64>> {
    let total = referring.iter().map(|(.., rows)| rows.len()).fold(0, usize::saturating_add);
    limits::check("MAX_BATCH", total, limits::MAX_BATCH)?;
    let issued = referring.iter().filter(|(decl, _, rows)| !decl.kind.is_versioned() && !rows.is_empty());
    let refused = |error: Error, (decl, _, rows): &(&'static EntityDecl, usize, Vec<Record>)| error.with(decl.name, rows.len());
    let mut issued = issued.peekable();
    if issued.peek().is_some() {
        return Err(issued.fold(Error::new(Code::RecordInUse, "issued documents refer to the entry"), refused));
    }
    let mut rewritten: BTreeMap<(usize, String), (&'static EntityDecl, Record, Record)> = BTreeMap::new();
    for (decl, column, rows) in referring {
        for row in rows {
            let key = (decl.rank, decl.key().iter().filter_map(|k| row.get(*k)).map(|v| v.to_json().to_string()).collect());
            let (.., new) = rewritten.entry(key).or_insert_with(|| (decl, row.clone(), next_version(decl, &row)));
            replace(new, column, Value::Id(into.uuid()));
            if let Some(unique) = decl.column("unique_key").filter(|c| row.get(*c) == Some(&Value::Text(from.to_string()))) {
                replace(new, unique, Value::Text(into.to_string()));
            }
        }
    }
    let mut counts: BTreeMap<String, u64> = BTreeMap::new();
    for (decl, old, new) in rewritten.into_values() {
        let count = counts.entry(decl.name.to_owned()).or_default();
        *count = count.saturating_add(1);
        changes.update_row(decl, &old, new);
    }
    Ok(counts)
}

fn replace(row: &mut Record, column: usize, value: Value) {
    if let Some(place) = row.get_mut(column) {
        *place = value;
    }
}

fn next_version(decl: &EntityDecl, row: &Record) -> Record {
    let mut next = row.clone();
    decl.raise_version(&mut next);
    next
}
