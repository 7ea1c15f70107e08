//! A list: which rows, in which order, which page. Made with a permit, or not at all.

use super::{Derived, Evaluation, Filter, Predicate, Source, filter::no_field};
use crate::{
    access::Permit,
    entity::{Entity, EntityDecl, Record, Value, ValueType},
    error::{Code, Error, Result},
    limits,
    text::quoted,
};
use std::{cmp::Ordering, marker::PhantomData};

/// A column to sort by.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct SortKey {
    /// The column; the search key column where the field has one. Behind the entity's columns are the derived fields of the plan.
    pub column: usize,
    /// Largest first.
    pub descending: bool,
}

/// What storage is asked for: rows of an entity that meet a predicate, in a total order, after a position.
/// Only [`Select`] makes one, and only with a permit.
#[derive(Debug, Clone)]
pub struct SelectPlan {
    decl: &'static EntityDecl,
    predicate: Predicate,
    sort: Vec<SortKey>,
    after: Option<Vec<Value>>,
    limit: u32,
    hidden: Vec<Hidden>,
    derived: Vec<Derived>,
}

/// A column that is left empty in the rows in which the caller may not see it.
#[derive(Debug, Clone)]
pub struct Hidden {
    /// The column.
    pub column: usize,
    /// The rows in which it is seen; never [`Predicate::True`].
    pub unless: Predicate,
}

impl SelectPlan {
    fn new(decl: &'static EntityDecl, permit: &Permit) -> Self {
        let (predicate, hidden) = (permit.rows(decl), hidden(decl, permit));
        Self { decl, predicate, sort: own_key(decl), after: None, limit: limits::MAX_PAGE, hidden, derived: Vec::new() }
    }

    /// Rows of an entity with one of these values in the first column of the key, where the entity is known only as data.
    pub(crate) fn by_key(decl: &'static EntityDecl, permit: &Permit, keys: impl IntoIterator<Item = Value>) -> Result<Self> {
        Self::new(decl, permit).keys(keys)
    }

    /// Nodes of a tree that is known only as data, and every node above them.
    pub(crate) fn above(tree: &'static EntityDecl, permit: &Permit, ids: Vec<Value>) -> Self {
        let mut plan = Self::new(tree, permit);
        plan.limit = limits::MAX_REPORT_ROWS;
        let source = Source::Above(tree, Box::new(Source::Values(tree, 0, ids)));
        plan.predicate = plan.predicate.and(Predicate::Among(0, Box::new(source)));
        plan
    }

    /// Rows of an entity with one of these values in a column.
    pub(crate) fn by_column(decl: &'static EntityDecl, permit: &Permit, column: usize, values: Vec<Value>) -> Result<Self> {
        Self::new(decl, permit).among(column, values)
    }

    /// Only rows that meet a filter.
    ///
    /// # Errors
    /// `query.invalid`, `access.field_hidden`, `limit.exceeded`.
    pub(crate) fn filter(self, filter: &Filter, permit: &Permit) -> Result<Self> {
        let predicate = Predicate::check(filter, self.decl, permit)?;
        Ok(self.and(predicate))
    }

    /// Every row of an entity, up to the limit of reports.
    pub(crate) fn every(decl: &'static EntityDecl, permit: &Permit) -> Self {
        Self { limit: limits::MAX_REPORT_ROWS, ..Self::new(decl, permit) }
    }

    fn keys(self, keys: impl IntoIterator<Item = Value>) -> Result<Self> {
        let column = self.decl.key().first().copied().unwrap_or_default();
        self.among(column, keys.into_iter().collect())
    }

    fn among(mut self, column: usize, keys: Vec<Value>) -> Result<Self> {
        limits::check("MAX_IN_VALUES", keys.len(), limits::MAX_IN_VALUES)?;
        self.limit = limits::MAX_REPORT_ROWS;
        self.predicate = self.predicate.and(Predicate::Test(column, super::Test::In(keys.into_iter().map(Value::composed).collect())));
        Ok(self)
    }

    /// Narrowed by another condition.
    pub(crate) fn and(self, condition: Predicate) -> Self {
        Self { predicate: self.predicate.and(condition), ..self }
    }

    /// The entity.
    pub fn decl(&self) -> &'static EntityDecl {
        self.decl
    }
    /// The condition, scope included.
    pub fn predicate(&self) -> &Predicate {
        &self.predicate
    }
    /// The order: nothing first when ascending; the last keys are the row's own, so that it is total.
    pub fn sort(&self) -> &[SortKey] {
        &self.sort
    }
    /// The values of the sort keys of the row before the first one wanted.
    pub fn after(&self) -> Option<&[Value]> {
        self.after.as_deref()
    }
    /// Rows at most.
    pub fn limit(&self) -> u32 {
        self.limit
    }
    /// Columns to be left empty.
    pub fn hidden(&self) -> &[Hidden] {
        &self.hidden
    }

    /// Derived fields: their values follow the entity's columns in each row.
    pub fn derived(&self) -> &[Derived] {
        &self.derived
    }

    /// The type of a column or of a derived field behind the columns.
    pub fn column_type(&self, position: usize) -> ValueType {
        let column = self.decl.columns().get(position).map(|column| column.ty);
        column.or_else(|| self.derived_at(position).map(Derived::ty)).unwrap_or(ValueType::Text)
    }

    /// Whether a column, or a derived field behind the columns, can be null.
    pub fn is_nullable(&self, position: usize) -> bool {
        let column = self.decl.columns().get(position).map(|column| column.nullable);
        column.or_else(|| self.derived_at(position).map(Derived::is_nullable)).unwrap_or(true)
    }

    /// The derived field at a position behind the columns.
    pub fn derived_at(&self, position: usize) -> Option<&Derived> {
        self.derived.get(position.checked_sub(self.decl.columns().len())?)
    }

    /// Adds a derived field, and returns its position.
    fn add(&mut self, derived: Derived) -> usize {
        self.derived.push(derived);
        self.decl.columns().len().saturating_add(self.derived.len()).saturating_sub(1)
    }

    /// The rows, out of memory.
    pub fn rows<'q>(&'q self, among: &Evaluation<'q>) -> Vec<&'q Record> {
        let found = among.rows(self.decl).filter(|row| self.predicate.matches(row, among));
        let mut rows: Vec<(Vec<Value>, &Record)> = found.map(|row| (self.position_of(row, among), row)).collect();
        if let Some(after) = &self.after {
            rows.retain(|(position, _)| compare_keys(&self.sort, position, after) == Ordering::Greater);
        }
        rows.sort_by(|(a, _), (b, _)| compare_keys(&self.sort, a, b));
        rows.truncate(self.limit as usize);
        rows.into_iter().map(|(_, row)| row).collect()
    }

    /// The values of the derived fields for a row.
    pub fn derived_values<'q>(&'q self, row: &Record, among: &Evaluation<'q>) -> impl Iterator<Item = Value> {
        self.derived.iter().map(move |derived| derived.value(row, among))
    }

    fn position_of<'q>(&'q self, row: &Record, among: &Evaluation<'q>) -> Vec<Value> {
        let value = |key: &SortKey| match self.derived_at(key.column) {
            Some(derived) => derived.value(row, among),
            None => row.get(key.column).cloned().unwrap_or(Value::Null),
        };
        self.sort.iter().map(value).collect()
    }
}

/// The position of a row that comes with its derived fields.
fn position(sort: &[SortKey], row: &Record) -> Vec<Value> {
    sort.iter().map(|key| row.get(key.column).cloned().unwrap_or(Value::Null)).collect()
}

fn compare_keys(sort: &[SortKey], a: &[Value], b: &[Value]) -> Ordering {
    let orders = sort.iter().zip(a.iter().zip(b)).map(|(key, (a, b))| {
        let order = a.order(b);
        if key.descending { order.reverse() } else { order }
    });
    orders.fold(Ordering::Equal, Ordering::then)
}

/// A position in a list, opaque to callers, valid for the same entity and order.
#[derive(Debug, Clone, PartialEq, Eq, serde::Serialize, serde::Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(transparent)]
pub struct Cursor(pub String);

/// A page of a list.
#[derive(Debug, Clone, serde::Serialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema), schemars(rename = "{T}Page"))]
pub struct Page<T> {
    /// The records.
    pub items: Vec<T>,
    /// Where the next page begins; none on the last page.
    pub next: Option<Cursor>,
}

/// Builds a list of one entity under a permit.
#[derive(Debug, Clone)]
pub struct Select<E> {
    plan: SelectPlan,
    permit: Permit,
    entity: PhantomData<fn() -> E>,
}

impl<E: Entity> Select<E> {
    /// Everything the permit reaches, in the order of its key, one page of the largest size.
    pub fn new(permit: &Permit) -> Self {
        Self::of_decl(E::decl(), permit)
    }
}

impl Select<Record> {
    /// The same of an entity that is known only as data.
    pub fn of(decl: &'static EntityDecl, permit: &Permit) -> Self {
        Self::of_decl(decl, permit)
    }
}

impl<E> Select<E> {
    fn of_decl(decl: &'static EntityDecl, permit: &Permit) -> Self {
        Self { plan: SelectPlan::new(decl, permit), permit: permit.clone(), entity: PhantomData }
    }

    /// Only rows that meet the filter.
    ///
    /// # Errors
    /// `query.invalid`, `access.field_hidden`, `limit.exceeded`.
    pub fn filter(mut self, filter: &Filter) -> Result<Self> {
        let predicate = Predicate::check(filter, self.plan.decl, &self.permit)?;
        self.plan.predicate = self.plan.predicate.and(predicate);
        Ok(self)
    }

    /// Only the rows with one of these values in the first column of the key (the id, where there is one).
    ///
    /// # Errors
    /// `limit.exceeded`.
    pub fn keys(mut self, keys: impl IntoIterator<Item = Value>) -> Result<Self> {
        self.plan = self.plan.keys(keys)?;
        Ok(self)
    }

    /// Only rows one of whose fields is among values that other rows give: for the library's own use.
    pub(crate) fn among(mut self, field: &str, source: Source) -> Result<Self> {
        self.plan.predicate = self.plan.predicate.and(Predicate::among(self.plan.decl, field, source)?);
        Ok(self)
    }

    /// Only rows that meet a checked condition besides: for the library's own use.
    pub(crate) fn and(mut self, condition: Predicate) -> Self {
        self.plan = self.plan.and(condition);
        self
    }

    /// Only rows one of whose fields is among values that any of these give: for the library's own use.
    pub(crate) fn among_any(mut self, field: &str, sources: Vec<Source>) -> Result<Self> {
        let any = sources.into_iter().map(|source| Predicate::among(self.plan.decl, field, source)).collect::<Result<_>>()?;
        self.plan.predicate = self.plan.predicate.and(Predicate::Or(any));
        Ok(self)
    }

    /// At most so many rows, which can be more than a page: for the library's own use.
    pub(crate) fn at_most(mut self, rows: u32) -> Self {
        self.plan.limit = rows;
        self
    }

    /// Every row, up to the limit of reports: for the library's own use.
    pub(crate) fn everything(mut self) -> Self {
        self.plan.limit = limits::MAX_REPORT_ROWS;
        self
    }

    /// Sorts by fields, largest first where the name begins with `-`; a searchable text sorts by its search key. Sorted by a field that the
    /// caller may see in some rows only, the list is of those.
    ///
    /// # Errors
    /// `query.invalid`, `access.field_hidden`, `limit.exceeded`.
    pub fn sort(mut self, fields: &[&str]) -> Result<Self> {
        limits::check("MAX_SORT_KEYS", fields.len(), limits::MAX_SORT_KEYS)?;
        let decl = self.plan.decl;
        let mut sort = Vec::new();
        for field in fields {
            let (name, descending) = field.strip_prefix('-').map_or((*field, false), |name| (name, true));
            if decl.derived.iter().any(|derived| derived.name == name) {
                let derived = self.permit.derived(decl, name)?;
                self.plan.predicate = self.plan.predicate.and(derived.seen().clone());
                sort.push(SortKey { column: self.plan.add(derived), descending });
                continue;
            }
            let position = decl.column(name).ok_or_else(|| no_field(decl, name))?;
            let column = decl.columns().get(position).ok_or_else(|| no_field(decl, name))?;
            let seen = self.permit.visible(column, decl)?;
            self.plan.predicate = self.plan.predicate.and(seen);
            if column.ty == ValueType::Json {
                return Err(Error::new(Code::QueryInvalid, format!("records cannot be sorted by {}", quoted(name))).with("field", name));
            }
            sort.push(SortKey { column: decl.search_key_of(position).unwrap_or(position), descending });
        }
        let last = own_key(decl).into_iter().filter(|own| !sort.iter().any(|key| key.column == own.column)).collect::<Vec<_>>();
        sort.extend(last);
        self.plan.sort = sort;
        Ok(self)
    }

    /// Adds derived fields to the rows, behind the columns; those that the caller may not see are left out.
    ///
    /// # Errors
    /// `query.invalid`.
    pub(crate) fn show(mut self, names: &[&str]) -> Result<Self> {
        for name in names {
            match self.permit.derived(self.plan.decl, name) {
                Ok(derived) => drop(self.plan.add(derived)),
                Err(error) if matches!(error.code(), Code::AccessDenied | Code::FieldHidden) => {}
                Err(error) => return Err(error),
            }
        }
        Ok(self)
    }

    /// At most this many rows.
    ///
    /// # Errors
    /// `limit.exceeded` beyond [`limits::MAX_PAGE`].
    pub fn limit(mut self, rows: u32) -> Result<Self> {
        limits::check("MAX_PAGE", rows as usize, limits::MAX_PAGE as usize)?;
        self.plan.limit = rows;
        Ok(self)
    }

    /// The page that begins at a cursor.
    ///
    /// # Errors
    /// `query.cursor_invalid`.
    pub fn after(mut self, cursor: &Cursor) -> Result<Self> {
        let invalid = || Error::new(Code::CursorInvalid, "the cursor belongs to a different query");
        let rest = cursor.0.strip_prefix(&signature(&self.plan)).ok_or_else(invalid)?;
        let values: Vec<serde_json::Value> = serde_json::from_str(rest).map_err(|_| invalid())?;
        if values.len() != self.plan.sort.len() {
            return Err(invalid());
        }
        let typed = values.iter().zip(&self.plan.sort);
        let typed = typed.map(|(json, key)| {
            let ty = self.plan.column_type(key.column);
            match Value::from_json(json, ty).map_err(|_| invalid())? {
                Value::Null if !self.plan.is_nullable(key.column) => Err(invalid()),
                Value::Decimal(number) if !ty.holds(number) || ty.scale().is_some_and(|scale| number.normalize().scale() > scale) => Err(invalid()),
                value => Ok(value),
            }
        });
        self.plan.after = Some(typed.collect::<Result<_>>()?);
        Ok(self)
    }

    /// One row more than wanted, to know whether there is a next page.
    pub(crate) fn one_more(mut self) -> Self {
        self.plan.limit = self.plan.limit.saturating_add(1);
        self
    }

    /// What storage is asked.
    pub fn plan(&self) -> SelectPlan {
        self.plan.clone()
    }
}

impl Page<Record> {
    /// Cuts the extra row and what rows were sorted by besides their columns off, and makes the cursor.
    pub(crate) fn of(plan: &SelectPlan, mut rows: Vec<Record>) -> Self {
        let wanted = plan.limit.saturating_sub(1) as usize;
        let more = rows.len() > wanted;
        rows.truncate(wanted);
        let next = rows.last().filter(|_| more).map(|last| {
            let values: Vec<_> = position(&plan.sort, last).iter().map(Value::to_json).collect();
            Cursor(format!("{}{}", signature(plan), serde_json::Value::Array(values)))
        });
        for row in &mut rows {
            row.truncate(plan.decl.columns().len());
        }
        Self { items: rows, next }
    }
}

impl<T> Page<T> {
    /// The page with each of its records made into something else.
    ///
    /// # Errors
    /// Those of making it.
    pub fn map<U>(self, each: impl FnMut(T) -> Result<U>) -> Result<Page<U>> {
        Ok(Page { items: self.items.into_iter().map(each).collect::<Result<_>>()?, next: self.next })
    }
}

fn own_key(decl: &EntityDecl) -> Vec<SortKey> {
    decl.key().iter().map(|column| SortKey { column: *column, descending: false }).collect()
}

fn hidden(decl: &'static EntityDecl, permit: &Permit) -> Vec<Hidden> {
    let hidden = |(column, c)| match permit.visible(c, decl).unwrap_or(Predicate::False) {
        Predicate::True => None,
        unless => Some(Hidden { column, unless }),
    };
    decl.columns().iter().enumerate().filter_map(hidden).collect()
}

fn signature(plan: &SelectPlan) -> String {
    // On another day a derived field has other values, so that pages would no longer follow each other.
    let of_day = |derived: &Derived| format!("{}@{}", derived.name(), derived.today());
    let name = |key: &SortKey| plan.derived_at(key.column).map_or_else(|| key.column.to_string(), of_day);
    let keys = plan.sort.iter().map(|key| format!("{}{}", if key.descending { "-" } else { "" }, name(key)));
    format!("{}:{}:", plan.decl.name, keys.collect::<Vec<_>>().join(","))
}
