//! Deleting a master together with its parts, provided nothing else references any of them.
//!
//! References are found from the declarations, with one batch per level of parts, so that entities added later are covered without changes here. A
//! reference blocks deletion even if the caller cannot see it, because it would dangle just the same. Callers are given counts only of what they may
//! read.

use super::{
    master::{Master, check_version},
    update::{Version, read_locked},
    validate::{bump_access_version, shared_locks},
};
use crate::{
    access::{Permit, Right, Scope},
    act::{Act, ActContext, Plan, Request},
    entity::{EntityDecl, Record, RowScope, Value, catalogue},
    error::{Code, Error, Result},
    ids::{CustomerId, TypedId},
    limits,
    query::{Query, ReportPlan, SelectPlan},
    storage::Reads,
};
use async_trait::async_trait;
use serde_json::{Value as Json, json};
use std::collections::{BTreeMap, BTreeSet};
use uuid::Uuid;

/// Deletes a record that was read before.
pub(super) struct Delete {
    pub(super) master: &'static dyn Master,
    pub(super) id: Uuid,
    pub(super) version: i64,
}

impl Request for Delete {
    fn request(&self) -> Result<Json> {
        Ok(json!({"entity": self.master.decl().name, "id": self.id, "version": self.version}))
    }
}

#[async_trait]
impl Act for Delete {
    type Answer = Version;
    const OPERATION: &'static str = "records.delete";

    fn right(&self) -> Right {
        self.master.write()
    }

    async fn plan(&self, context: &mut ActContext<'_>) -> Result<Plan<Version>> {
        let decl = self.master.decl();
        if !self.master.is_deleted() {
            return Err(Error::field("entity", format!("is `{}`, whose records are only deactivated", decl.name)).with("entity", decl.name));
        }
        let (stored, _) = read_locked(context, &shared_locks(context, self.master), self.master, self.id, Reads::new()).await?;
        check_version(&stored, self.version)?;
        self.master.check_deleted(context, &stored).await?;
        let row = stored.to_record();
        let deleted = DeletionSet::find(context, decl, row.clone()).await?;
        let mut changes = context.changes();
        for (decl, rows) in deleted.by_entity() {
            rows.iter().try_for_each(|row| changes.delete_row(decl, row))?;
        }
        bump_access_version(context, self.master, &mut changes)?;
        let must_see = customer_left(decl, &row);
        Ok(Plan { must_see, ..Plan::new(changes, Version(stored.version)) })
    }
}

/// The customer whose record is deleted: the caller must still reach it, so that nobody deletes what gives them their own scope.
fn customer_left(decl: &'static EntityDecl, row: &Record) -> Vec<(&'static EntityDecl, Value)> {
    if decl.scope != RowScope::ThroughCustomer {
        return Vec::new();
    }
    let customer = decl.column("customer_id").and_then(|c| row.get(c)).filter(|v| !v.is_null()).cloned();
    customer.map(|id| (CustomerId::entity(), id)).into_iter().collect()
}

/// How rows of an entity refer to records that are to be deleted.
#[derive(Clone, Copy)]
enum Way {
    /// They are parts of them, by this column.
    Part(usize),
    /// They reference them by this column, which blocks deletion.
    Reference(usize),
    /// They list them in this column.
    List(usize),
}

/// Rows of one entity by key.
type ByKey = BTreeMap<String, (&'static EntityDecl, Record)>;

/// Every row to delete: the record and its parts, recursively.
struct DeletionSet {
    rows: BTreeMap<(usize, &'static str), ByKey>,
    /// Whether anything else references them.
    is_held: bool,
    /// The references that the caller may read, counted by entity.
    holding: BTreeMap<&'static str, u64>,
}

impl DeletionSet {
    /// # Errors
    /// `record.in_use`, `limit.exceeded`, `storage.*`.
    async fn find(context: &mut ActContext<'_>, decl: &'static EntityDecl, row: Record) -> Result<Self> {
        let (caller, permit) = (context.permit().clone(), context.permit().unscoped());
        let mut deleted = Self { rows: BTreeMap::new(), is_held: false, holding: BTreeMap::new() };
        let mut level = deleted.add(decl, vec![row]);
        let mut looked_at: Vec<(&'static EntityDecl, usize, BTreeSet<String>, [u64; 2])> = Vec::new();
        while !level.is_empty() {
            let questions = ways_of(&level);
            // Each query is run unscoped, and again within the caller's scope where that is narrower.
            let reads_all = |q: &Question<'_>| caller.readable(q.decl).is_ok_and(Scope::is_all);
            let told = |q: &Question<'_>| caller.readable(q.decl).ok().filter(|scope| !scope.is_all()).map(|scope| caller.within(scope.clone()));
            let mut queries = questions.iter().map(|q| q.query(&permit)).collect::<Result<Vec<_>>>()?;
            let readable: Vec<_> = questions.iter().map(|q| told(q).filter(|_| !matches!(q.way, Way::Part(_)))).collect();
            for (question, permit) in questions.iter().zip(&readable) {
                queries.extend(permit.as_ref().map(|permit| question.query(permit)).transpose()?);
            }
            let mut answers = context.ask(&queries).await?;
            let mut told = answers.split_off(questions.len()).into_iter();
            let mut next = Vec::new();
            for ((question, rows), readable) in questions.into_iter().zip(answers).zip(readable) {
                let told = match readable {
                    Some(_) => told.next().unwrap_or_default(),
                    None if reads_all(&question) => rows.clone(),
                    None => Vec::new(),
                };
                match question.way {
                    Way::Part(_) => next.extend(deleted.add(question.decl, rows)),
                    Way::Reference(column) => looked_at.push((question.decl, column, question.ids(), [&rows, &told].map(|rows| counted(rows)))),
                    Way::List(column) => deleted.hold(question.decl, [&rows, &told].map(|rows| question.listing(rows, column))),
                }
            }
            level = next;
            limits::check("MAX_BATCH", deleted.count(), limits::MAX_BATCH)?;
        }
        for (decl, column, ids, counts) in looked_at {
            let own = deleted.referring(decl, column, &ids);
            deleted.hold(decl, counts.map(|count| count.saturating_sub(own)));
        }
        deleted.checked()
    }

    /// Adds rows, and returns the new ones by entity.
    fn add(&mut self, decl: &'static EntityDecl, rows: Vec<Record>) -> Vec<(&'static EntityDecl, Vec<Record>)> {
        let known = self.rows.entry(decl.order()).or_default();
        let mut new = Vec::new();
        for row in rows {
            if known.insert(key_of(decl, &row), (decl, row.clone())).is_none() {
                new.push(row);
            }
        }
        if new.is_empty() { Vec::new() } else { vec![(decl, new)] }
    }

    fn count(&self) -> usize {
        self.rows.values().map(BTreeMap::len).fold(0, usize::saturating_add)
    }

    /// Records how many rows reference the records, and how many of those the caller may read.
    fn hold(&mut self, decl: &'static EntityDecl, [count, told]: [u64; 2]) {
        self.is_held = self.is_held || count > 0;
        if told > 0 {
            let held = self.holding.entry(decl.name).or_default();
            *held = held.saturating_add(told);
        }
    }

    /// How many rows to delete reference other rows to delete: these do not block deletion.
    fn referring(&self, decl: &EntityDecl, column: usize, ids: &BTreeSet<String>) -> u64 {
        let rows = self.rows.get(&decl.order()).into_iter().flat_map(BTreeMap::values);
        let refers = |row: &Record| row.get(column).is_some_and(|v| ids.contains(&v.to_json().to_string()));
        rows.filter(|(_, row)| refers(row)).count().try_into().unwrap_or(u64::MAX)
    }

    fn checked(self) -> Result<Self> {
        if !self.is_held {
            return Ok(self);
        }
        let error = Error::new(Code::RecordInUse, "other records refer to the record");
        Err(self.holding.into_iter().fold(error, |error, (entity, count)| error.with(entity, count)))
    }

    fn by_entity(&self) -> impl Iterator<Item = (&'static EntityDecl, Vec<Record>)> {
        self.rows.values().filter_map(|rows| {
            let decl = rows.values().next()?.0;
            Some((decl, rows.values().map(|(_, row)| row.clone()).collect()))
        })
    }
}

fn key_of(decl: &EntityDecl, row: &Record) -> String {
    decl.key().iter().filter_map(|k| row.get(*k)).map(|v| v.to_json().to_string()).collect()
}

fn counted(rows: &[Record]) -> u64 {
    match rows.first().and_then(|row| row.first()) {
        Some(Value::Int(count)) => u64::try_from(*count).unwrap_or_default(),
        _ => 0,
    }
}

/// Records of one entity.
type Rows<'r> = (&'static EntityDecl, &'r [Record]);

/// A query for the rows of one entity that refer to these records.
struct Question<'r> {
    decl: &'static EntityDecl,
    way: Way,
    of: Vec<Rows<'r>>,
}

/// Every way in which the records can be referred to.
fn ways_of<'r>(level: &'r [(&'static EntityDecl, Vec<Record>)]) -> Vec<Question<'r>> {
    let mut questions = Vec::new();
    for (of, records) in level {
        for decl in catalogue::all().iter().copied().filter(|d| !catalogue::JOURNALS.contains(&d.name)) {
            for (field, column) in decl.fields.iter().filter_map(|f| Some((f, decl.column(f.name)?))) {
                let way = match (field.refers_to(of), field.is_part, field.lists == Some(of.name)) {
                    (true, true, _) => Way::Part(column),
                    (true, false, _) => Way::Reference(column),
                    (.., true) => Way::List(column),
                    _ => continue,
                };
                questions.push(Question { decl, way, of: vec![(*of, records)] });
            }
        }
    }
    // Parts of any record, in a single query: ids are unique across entities.
    let of_any = |decl: &'static EntityDecl| {
        let field = decl.fields.iter().find(|field| field.is_part && field.refers.is_none())?;
        Some((decl, Way::Part(decl.column(field.name)?)))
    };
    let of_any: Vec<_> = catalogue::all().iter().filter_map(|decl| of_any(decl)).collect();
    let of: Vec<Rows<'r>> =
        level.iter().filter(|(of, _)| of_any.iter().all(|(decl, _)| decl.name != of.name)).map(|(of, records)| (*of, records.as_slice())).collect();
    if !of.is_empty() {
        questions.extend(of_any.into_iter().map(|(decl, way)| Question { decl, way, of: of.clone() }));
    }
    questions
}

impl Question<'_> {
    fn keys(&self) -> Vec<Value> {
        self.of.iter().flat_map(|(_, records)| *records).filter_map(|row| row.first().cloned()).collect()
    }

    fn ids(&self) -> BTreeSet<String> {
        self.keys().iter().map(|v| v.to_json().to_string()).collect()
    }

    fn query(&self, permit: &Permit) -> Result<Query> {
        Ok(match self.way {
            Way::Part(column) => Query::Select(SelectPlan::by_column(self.decl, permit, column, self.keys())?),
            Way::Reference(column) => Query::Report(ReportPlan::counting(self.decl, permit, column, self.keys())?),
            Way::List(_) => Query::Select(SelectPlan::every(self.decl, permit)),
        })
    }

    /// How many rows list one of the records, by id or by code.
    fn listing(&self, rows: &[Record], column: usize) -> u64 {
        let named = |(of, records): &Rows<'_>| {
            let code = of.column("code");
            records.iter().flat_map(|row| [row.first(), code.and_then(|c| row.get(c))]).flatten().map(Value::to_json).collect::<Vec<_>>()
        };
        let names: Vec<Json> = self.of.iter().flat_map(named).collect();
        let lists = |row: &&Record| matches!(row.get(column), Some(Value::Json(Json::Array(items))) if items.iter().any(|i| names.contains(i)));
        rows.iter().filter(lists).count().try_into().unwrap_or(u64::MAX)
    }
}
