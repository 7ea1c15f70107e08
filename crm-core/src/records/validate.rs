//! The checks of every write of records, in one order: rights to fields, references, the entity's own rules, trees, codes, and rules across records.

use super::{
    custom::CustomPlan,
    master::{AnyRecord, AnyStored, Master},
    numbering::number,
    references::ReferenceReads,
};
use crate::{
    access::{Company, Right, ScopeLevel},
    act::ActContext,
    entity::{EntityDecl, Identity, Record, RowScope, Value, catalogue},
    error::{Code, Error, Result},
    limits,
    query::{Query, SelectPlan},
    storage::{ChangeSet, LockKeys},
};
use std::collections::{BTreeMap, BTreeSet};
use uuid::Uuid;

/// Checks new records, or the new state of a stored one. New records that wait for a code are assigned it here.
///
/// # Errors
/// Any reason to refuse them.
pub(super) async fn validate(
    context: &mut ActContext<'_>,
    master: &dyn Master,
    stored: Option<&AnyStored>,
    records: &mut [Box<dyn AnyRecord>],
    custom: &CustomPlan<'_>,
    changes: &mut ChangeSet,
) -> Result<()> {
    let decl = master.decl();
    check_field_rights(context, decl, stored, records).await?;
    let before = stored.map(|stored| stored.data.values()).unwrap_or_default();
    let values: Vec<Vec<Value>> = records.iter().map(|record| record.values()).collect();
    check_records_named(context, decl, &values, &before).await?;
    let references = ReferenceReads::of(decl, &values, &before).and_choices(custom.choices()).check(context).await?;
    let is_one = records.len() == 1;
    for (index, (record, values)) in records.iter().zip(&values).enumerate() {
        record.check_against(&references).map_err(|error| at(error, index, is_one))?;
        check_tree(context, decl, stored.map(|stored| stored.id), values).await.map_err(|error| at(error, index, is_one))?;
    }
    if stored.is_none() {
        number(context, decl, records, changes).await?;
    }
    master.check_others(context, stored, records).await
}

/// Adds to an error the index of its record among those written together, counted from 0.
pub(super) fn at(error: Error, index: usize, is_one: bool) -> Error {
    if is_one { error } else { error.with("index", index) }
}

/// Data kept alongside a record, such as its keys, may be written by whoever may write the record itself.
///
/// # Errors
/// `access.denied`, `storage.*`.
pub(super) async fn check_writable(context: &mut ActContext<'_>, stored: &AnyStored) -> Result<()> {
    stored.data.master().check_others(context, Some(stored), &[stored.data.boxed()]).await
}

/// Checks fields that need an additional right, because they carry money or decide who reaches the record; the right must cover the customer. In a
/// new record, any such field that is set counts as changed.
///
/// # Errors
/// `access.denied` with `field` and `right`.
async fn check_field_rights(
    context: &mut ActContext<'_>,
    decl: &EntityDecl,
    stored: Option<&AnyStored>,
    records: &[Box<dyn AnyRecord>],
) -> Result<()> {
    let before = stored.map(|s| s.data.values());
    let mut needed: BTreeMap<Right, &'static str> = BTreeMap::new();
    for record in records {
        for (position, (value, field)) in record.values().iter().zip(decl.fields).enumerate() {
            let was = before.as_ref().map(|before| before.get(position));
            let is_touched = match was {
                Some(was) => was != Some(value),
                None => !value.is_nothing() && !record.may_have(field.name, context),
            };
            if let (Some(right), true) = (field.needs, is_touched) {
                needed.entry(right).or_insert(field.name);
            }
        }
    }
    if needed.is_empty() {
        return Ok(());
    }
    let access = match stored.and_then(|stored| decl.customer_of(&stored.to_record())) {
        Some(customer) => context.access_to(customer).await?,
        None => context.guard().access_at(ScopeLevel::Own),
    };
    needed.into_iter().try_for_each(|(right, field)| access.require(right).map_err(|e| e.with("field", field)))
}

/// Checks that rows of [`RowScope::ThroughRecord`](crate::entity::RowScope::ThroughRecord) name existing records that the caller may read, and each
/// record's customer. One query per entity.
///
/// # Errors
/// `field.invalid`, `reference.missing`, `access.denied`.
async fn check_records_named(context: &mut ActContext<'_>, decl: &EntityDecl, records: &[Vec<Value>], before: &[Value]) -> Result<()> {
    if decl.scope != RowScope::ThroughRecord {
        return Ok(());
    }
    let named = |values: &[Value]| ["record_type", "record_id", "customer_id"].map(|name| field(decl, values, name));
    let is_one = records.len() == 1;
    // By entity, the records it is named by: their indexes, the id, and the customer.
    let mut by_entity: BTreeMap<&'static str, Vec<(usize, Value, Value)>> = BTreeMap::new();
    for (index, values) in records.iter().enumerate().filter(|(_, values)| named(values) != named(before)) {
        let [name, id, customer] = named(values);
        let of = if let Value::Text(name) = &name { catalogue::find(name) } else { None };
        let of = of.filter(|of| of.read.is_some() && of.identity == Identity::Id);
        let of = of.ok_or_else(|| at(Error::field("record_type", "does not name an entity whose records callers can read"), index, is_one))?;
        by_entity.entry(of.name).or_default().push((index, id, customer));
    }
    for (name, names) in by_entity {
        let Some((of, right)) = catalogue::find(name).and_then(|of| Some((of, of.read?))) else { continue };
        let ids: BTreeSet<Uuid> = names.iter().filter_map(|(_, id, _)| id.clone().into_id().ok()).collect();
        let permit = context.guard().permit(right)?;
        let query = Query::Select(SelectPlan::by_key(of, &permit, ids.into_iter().map(Value::Id))?);
        let rows = context.ask(&[query]).await?.concat();
        let customer_of = |row: &Record| Some((row.first()?.clone().into_id().ok()?, of.customer_of::<Uuid>(row).map_or(Value::Null, Value::Id)));
        let found: BTreeMap<Uuid, Value> = rows.iter().filter_map(customer_of).collect();
        for (index, id, customer) in names {
            match id.clone().into_id().ok().and_then(|id| found.get(&id)) {
                Some(of_record) if *of_record == customer => {}
                Some(_) => return Err(at(Error::field("customer_id", "is not the customer of the record"), index, is_one)),
                None => {
                    let missing = Error::new(Code::ReferenceMissing, "`record_id` refers to a record that does not exist").with("field", "record_id");
                    return Err(at(missing.with("id", id.to_json()), index, is_one));
                }
            }
        }
    }
    Ok(())
}

/// The value of a declared field.
fn field(decl: &EntityDecl, values: &[Value], name: &str) -> Value {
    let position = decl.fields.iter().position(|field| field.name == name);
    position.and_then(|position| values.get(position)).cloned().unwrap_or(Value::Null)
}

/// Walks from a node's new parent up to the root, and from the node down to its deepest branch.
///
/// # Errors
/// `tree.cycle`, `tree.too_deep`.
async fn check_tree(context: &mut ActContext<'_>, decl: &'static EntityDecl, id: Option<Uuid>, values: &[Value]) -> Result<()> {
    let Some(position) = decl.tree_parent.and_then(|name| decl.fields.iter().position(|f| f.name == name)) else { return Ok(()) };
    let Some(column) = decl.tree_parent.and_then(|name| decl.column(name)) else { return Ok(()) };
    let permit = context.permit().clone();
    let too_deep =
        || Error::new(Code::TreeTooDeep, format!("the tree would be deeper than {}", limits::MAX_TREE_DEPTH)).with("limit", limits::MAX_TREE_DEPTH);
    let mut levels = 1_usize;
    let mut parent = values.get(position).cloned();
    while let Some(Value::Id(above)) = parent {
        if Some(above) == id {
            return Err(Error::new(Code::TreeCycle, "a group cannot be below itself").with("entity", decl.name).with("id", above));
        }
        levels = levels.saturating_add(1);
        if levels > limits::MAX_TREE_DEPTH {
            return Err(too_deep());
        }
        let query = Query::Select(SelectPlan::by_key(decl, &permit, [Value::Id(above)])?);
        parent = context.ask(&[query]).await?.first().and_then(|rows| rows.first()).and_then(|row| row.get(column)).cloned();
    }
    let mut level: Vec<Value> = id.map(Value::Id).into_iter().collect();
    while !level.is_empty() {
        let query = Query::Select(SelectPlan::by_column(decl, &permit, column, level)?);
        let below = context.ask(&[query]).await?.into_iter().next().unwrap_or_default();
        level = below.into_iter().filter_map(|row| row.into_iter().next()).collect();
        levels = levels.saturating_add(usize::from(!level.is_empty()));
        if levels > limits::MAX_TREE_DEPTH {
            return Err(too_deep());
        }
    }
    Ok(())
}

/// Counts a change of access rights on the company, so that sessions notice.
///
/// # Errors
/// `record.not_found`.
pub(super) fn bump_access_version(context: &ActContext<'_>, master: &dyn Master, changes: &mut ChangeSet) -> Result<()> {
    if master.governs_access() {
        let company = context.company()?;
        let mut next = company.data.clone();
        next.access_version = next.access_version.saturating_add(1);
        changes.update(company, next);
    }
    Ok(())
}

/// Rows that writes of this kind serialise on: the company for trees and access rights, otherwise none.
pub(super) fn shared_locks(context: &ActContext<'_>, master: &dyn Master) -> LockKeys {
    if master.governs_access() || master.decl().tree_parent.is_some() {
        return LockKeys::none().and::<Company, _>([context.permit().company()]);
    }
    LockKeys::none()
}
