//! A batch of typed queries with its results, and the rows that an act locks.

use crate::{
    entity::{Entity, EntityDecl, Record, Stored, Value},
    error::{Error, Result},
    ids::TypedId,
    query::{Page, Query, Report, Select, SelectPlan},
    storage::Mode,
};
use std::marker::PhantomData;
use uuid::Uuid;

/// A row to lock, identified by the first column of its key.
#[derive(Debug, Clone)]
pub struct LockKey {
    /// The entity.
    pub decl: &'static EntityDecl,
    /// The value of the first column of the key.
    pub value: Value,
}

/// Rows to lock, in canonical order: by entity, then by key.
#[derive(Debug, Clone, Default)]
pub struct LockKeys(Vec<LockKey>);

impl LockKeys {
    /// No rows.
    pub fn none() -> Self {
        Self::default()
    }

    /// Adds rows of an entity.
    #[must_use]
    pub fn and<E: Entity, I: TypedId>(mut self, ids: impl IntoIterator<Item = I>) -> Self {
        self.0.extend(ids.into_iter().map(|id| LockKey { decl: E::decl(), value: Value::Id(id.uuid()) }));
        self.in_order()
    }

    /// Adds a row of an entity known only by its declaration.
    #[must_use]
    pub(crate) fn and_record(self, decl: &'static EntityDecl, id: Uuid) -> Self {
        self.and_rows(decl, [Value::Id(id)])
    }

    /// Adds rows of an entity that is known only as data, by the first column of their keys.
    #[must_use]
    pub(crate) fn and_rows(mut self, decl: &'static EntityDecl, keys: impl IntoIterator<Item = Value>) -> Self {
        self.0.extend(keys.into_iter().map(|value| LockKey { decl, value }));
        self.in_order()
    }

    fn in_order(mut self) -> Self {
        self.0.sort_by(|a, b| a.decl.order().cmp(&b.decl.order()).then_with(|| a.value.order(&b.value)));
        self.0.dedup_by(|a, b| a.decl.name == b.decl.name && a.value == b.value);
        self
    }

    /// Adds rows of an entity that is identified by a text.
    #[must_use]
    pub(crate) fn and_texts<E: Entity>(mut self, keys: impl IntoIterator<Item = String>) -> Self {
        self.0.extend(keys.into_iter().map(|key| LockKey { decl: E::decl(), value: Value::Text(key) }));
        self.in_order()
    }

    /// The rows of each entity, in order.
    pub fn by_entity(&self) -> impl Iterator<Item = (&'static EntityDecl, &[LockKey])> {
        self.0.chunk_by(|a, b| a.decl.name == b.decl.name).filter_map(|keys| keys.first().map(|key| (key.decl, keys)))
    }
}

/// Queries to run together.
#[derive(Debug, Default)]
pub struct Reads {
    queries: Vec<Query>,
    looks_up: bool,
}

/// A handle to the result of one query.
#[derive(Debug)]
pub struct Ask<T> {
    position: usize,
    select: Option<SelectPlan>,
    of: PhantomData<fn() -> T>,
}

impl Reads {
    /// An empty batch.
    pub fn new() -> Self {
        Self::default()
    }

    /// Declares that all queries find a few rows by indexes, whatever the values.
    pub fn look_up(&mut self) {
        self.looks_up = true;
    }

    /// The mode of a unit of work for these queries alone.
    pub fn mode(&self) -> Mode {
        if self.looks_up { Mode::LookUp } else { Mode::Read }
    }

    /// Adds a query for records.
    pub fn select<E: Entity>(&mut self, select: Select<E>) -> Ask<Stored<E>> {
        let plan = select.plan();
        self.add(Query::Select(plan.clone()), Some(plan))
    }

    /// Adds a query for rows.
    pub(crate) fn rows(&mut self, plan: SelectPlan) -> Ask<Record> {
        self.add(Query::Select(plan.clone()), Some(plan))
    }

    /// Adds a query for a page of rows, with the cursor of the next page.
    pub fn page(&mut self, select: Select<Record>) -> Ask<Record> {
        self.rows(select.one_more().plan())
    }

    /// Adds a query for counts and sums.
    pub fn report<E>(&mut self, report: &Report<E>) -> Ask<Record> {
        self.add(Query::Report(report.plan()), None)
    }

    fn add<T>(&mut self, query: Query, select: Option<SelectPlan>) -> Ask<T> {
        self.queries.push(query);
        Ask { position: self.queries.len().saturating_sub(1), select, of: PhantomData }
    }

    /// The queries.
    pub fn queries(&self) -> &[Query] {
        &self.queries
    }
}

/// The results of a batch.
#[derive(Debug, Default)]
pub struct Answers(Vec<Vec<Record>>);

impl Answers {
    /// The results as returned by storage.
    pub fn new(rows: Vec<Vec<Record>>) -> Self {
        Self(rows)
    }

    /// Takes the rows of a result.
    pub fn rows(&mut self, ask: &Ask<Record>) -> Vec<Record> {
        self.0.get_mut(ask.position).map(std::mem::take).unwrap_or_default()
    }

    /// Takes the records of a result.
    ///
    /// # Errors
    /// `storage.corrupt` if a row does not decode.
    pub fn all<E: Entity>(&mut self, ask: &Ask<Stored<E>>) -> Result<Vec<Stored<E>>> {
        let rows = self.0.get_mut(ask.position).map(std::mem::take).unwrap_or_default();
        rows.into_iter().map(Stored::from_record).collect()
    }

    /// Takes the first record of a result.
    ///
    /// # Errors
    /// `storage.corrupt` if the row does not decode.
    pub fn first<E: Entity>(&mut self, ask: &Ask<Stored<E>>) -> Result<Option<Stored<E>>> {
        Ok(self.all(ask)?.into_iter().next())
    }

    /// Takes a result as a page of rows.
    ///
    /// # Errors
    /// `storage.corrupt` if it is the result of another kind of query.
    pub fn page(&mut self, ask: &Ask<Record>) -> Result<Page<Record>> {
        let plan = ask.select.as_ref().ok_or_else(|| Error::corrupt("a report has no pages"))?;
        Ok(Page::of(plan, self.rows(ask)))
    }
}
