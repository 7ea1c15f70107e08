//! Counts and sums by group, under a permit. Averages and margins are divisions of sums, made by the core.

use super::{Filter, Predicate, Source, filter::no_field, scope::Step};
use crate::{
    access::Permit,
    entity::{Column, Entity, EntityDecl, Record, Value, ValueType},
    error::{Code, Error, Result},
    limits,
    text::quoted,
    time::Day,
};
use std::marker::PhantomData;

/// What rows are grouped by.
#[derive(Debug, Clone)]
pub enum Group {
    /// The value of a column.
    Column(usize),
    /// The month of a day, as `2010-12`.
    Month(usize),
    /// Where a day lies among limits that fall: 0 at or after the first, 1 at or after the second, and so on; a row without a day is in band 0.
    Band(usize, Vec<Day>),
    /// The value of a column of the record that a column here refers to; nothing where the step does not reach it.
    Through(Step, usize),
}

/// What storage is asked for: for each group its values, the number of rows, and the sums.
#[derive(Debug, Clone)]
pub struct ReportPlan {
    decl: &'static EntityDecl,
    predicate: Predicate,
    groups: Vec<Group>,
    sums: Vec<usize>,
}

impl ReportPlan {
    /// The number of rows of an entity, known only as data, with one of these values in a column.
    pub(crate) fn counting(decl: &'static EntityDecl, permit: &Permit, column: usize, values: Vec<Value>) -> Result<Self> {
        limits::check("MAX_IN_VALUES", values.len(), limits::MAX_IN_VALUES)?;
        let predicate = permit.rows(decl).and(Predicate::Test(column, super::Test::In(values)));
        Ok(Self { decl, predicate, groups: Vec::new(), sums: Vec::new() })
    }

    /// The entity.
    pub fn decl(&self) -> &'static EntityDecl {
        self.decl
    }
    /// The condition, scope included.
    pub fn predicate(&self) -> &Predicate {
        &self.predicate
    }
    /// The groups; rows come in their order, nothing first.
    pub fn groups(&self) -> &[Group] {
        &self.groups
    }
    /// The columns to sum. The sum of no rows is zero.
    pub fn sums(&self) -> &[usize] {
        &self.sums
    }

    /// The types of the columns to sum.
    pub fn sum_types(&self) -> impl Iterator<Item = ValueType> {
        self.sums.iter().map(|column| self.decl.columns().get(*column).map_or(ValueType::Int, |c| c.ty))
    }

    /// The type of a group's values.
    pub fn group_type(&self, group: &Group) -> ValueType {
        let of = |decl: &EntityDecl, column: usize| decl.columns().get(column).map_or(ValueType::Text, |c| c.ty);
        match group {
            Group::Column(column) => of(self.decl, *column),
            Group::Month(_) => ValueType::Text,
            Group::Band(..) => ValueType::Int,
            Group::Through(step, column) => of(step.target(), *column),
        }
    }
}

/// Builds a report on one entity under a permit.
#[derive(Debug, Clone)]
pub struct Report<E> {
    plan: ReportPlan,
    permit: Permit,
    entity: PhantomData<fn() -> E>,
}

impl<E: Entity> Report<E> {
    /// One row: the count of everything the permit reaches.
    pub fn new(permit: &Permit) -> Self {
        Self::of_decl(E::decl(), permit)
    }
}

impl Report<Record> {
    /// The same of an entity that is known only as data.
    pub fn of(decl: &'static EntityDecl, permit: &Permit) -> Self {
        Self::of_decl(decl, permit)
    }
}

impl<E> Report<E> {
    fn of_decl(decl: &'static EntityDecl, permit: &Permit) -> Self {
        let plan = ReportPlan { decl, predicate: permit.rows(decl), groups: Vec::new(), sums: Vec::new() };
        Self { plan, permit: permit.clone(), entity: PhantomData }
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

    /// Only rows that meet a checked condition besides: for the library's own use.
    pub(crate) fn and(mut self, condition: Predicate) -> Self {
        self.plan.predicate = self.plan.predicate.and(condition);
        self
    }

    /// Only rows one of whose fields is among values that other rows give: for the library's own use.
    pub(crate) fn among(mut self, field: &str, source: Source) -> Result<Self> {
        self.plan.predicate = self.plan.predicate.and(Predicate::among(self.plan.decl, field, source)?);
        Ok(self)
    }

    /// Groups by a field, or by a field of the record that a field refers to: `customer.group_id`.
    ///
    /// # Errors
    /// `query.invalid`, `access.field_hidden`, `limit.exceeded`.
    pub fn by(mut self, path: &str) -> Result<Self> {
        let group = match path.split_once('.') {
            None => Group::Column(self.column(path)?),
            Some((relation, field)) => {
                let relation = self.plan.decl.to_one(relation).ok_or_else(|| no_field(self.plan.decl, path))?;
                let step = self.permit.step(relation)?;
                let (position, column) = groupable(relation.target, field)?;
                let seen = self.permit.visible_beyond(column, relation.target)?;
                Group::Through(step.and(seen), position)
            }
        };
        self.group(group)
    }

    /// Groups by the month of a day.
    ///
    /// # Errors
    /// `query.invalid`, `access.field_hidden`, `limit.exceeded`.
    pub fn by_month(mut self, field: &str) -> Result<Self> {
        let column = self.day(field)?;
        self.group(Group::Month(column))
    }

    /// Groups a day by limits that fall, as ageing does.
    ///
    /// # Errors
    /// `query.invalid`, `access.field_hidden`, `limit.exceeded`.
    pub fn by_band(mut self, field: &str, limits: Vec<Day>) -> Result<Self> {
        limits::check("MAX_REPORT_BANDS", limits.len(), limits::MAX_REPORT_BANDS)?;
        let column = self.day(field)?;
        self.group(Group::Band(column, limits))
    }

    fn group(mut self, group: Group) -> Result<Self> {
        self.plan.groups.push(group);
        let joins = self.plan.groups.iter().filter(|group| matches!(group, Group::Through(..))).count();
        limits::check("MAX_REPORT_GROUPS", self.plan.groups.len(), limits::MAX_REPORT_GROUPS)?;
        limits::check("MAX_REPORT_JOINS", joins, limits::MAX_REPORT_JOINS)?;
        Ok(self)
    }

    /// Sums a field.
    ///
    /// # Errors
    /// `query.invalid`, `access.field_hidden`.
    pub fn sum(mut self, field: &str) -> Result<Self> {
        let column = self.column(field)?;
        let ty = self.plan.decl.columns().get(column).map(|c| c.ty);
        if !matches!(ty, Some(ValueType::Money | ValueType::Quantity | ValueType::Int)) {
            return Err(Error::new(Code::QueryInvalid, format!("{} cannot be summed", quoted(field))).with("field", field));
        }
        self.plan.sums.push(column);
        limits::check("MAX_SORT_KEYS", self.plan.sums.len(), limits::MAX_SORT_KEYS)?;
        Ok(self)
    }

    /// A column to group by or to sum. A report about a field is about the rows in which the caller may see it.
    fn column(&mut self, name: &str) -> Result<usize> {
        let (position, column) = groupable(self.plan.decl, name)?;
        let seen = self.permit.visible(column, self.plan.decl)?;
        self.plan.predicate = std::mem::replace(&mut self.plan.predicate, Predicate::True).and(seen);
        Ok(position)
    }

    fn day(&mut self, name: &str) -> Result<usize> {
        let column = self.column(name)?;
        match self.plan.decl.columns().get(column) {
            Some(c) if c.ty == ValueType::Day => Ok(column),
            _ => Err(Error::new(Code::QueryInvalid, format!("{} is not a day", quoted(name))).with("field", name)),
        }
    }

    /// What storage is asked.
    pub fn plan(&self) -> ReportPlan {
        self.plan.clone()
    }
}

fn groupable(decl: &'static EntityDecl, name: &str) -> Result<(usize, &'static Column)> {
    let unfit = || Error::new(Code::QueryInvalid, format!("{} cannot be grouped or summed", quoted(name))).with("field", name);
    if decl.derived.iter().any(|derived| derived.name == name) {
        return Err(unfit());
    }
    let position = decl.column(name).ok_or_else(|| no_field(decl, name))?;
    let column = decl.columns().get(position).ok_or_else(|| no_field(decl, name))?;
    if column.ty == ValueType::Json {
        return Err(unfit());
    }
    Ok((position, column))
}
