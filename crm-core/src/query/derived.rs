//! Derived fields under a permit: computed from related rows within the scope of these, and empty where the caller may not see them all.

use super::{
    filter::{Filter, Test, no_field},
    predicate::{Evaluation, Predicate},
    scope::Step,
};
use crate::{
    access::{AsOf, Permit},
    entity::{Aggregate, Condition, DerivedDecl, EntityDecl, FieldValue, Record, Value, ValueType, catalogue},
    error::{Code, Error, Result},
    num::Decimal,
    text::quoted,
};
use chrono::{Days, Months};

/// A derived field of an entity as one caller sees it. [`Permit`] makes it.
#[derive(Debug, Clone)]
pub struct Derived {
    decl: &'static DerivedDecl,
    step: Step,
    column: usize,
    seen: Predicate,
}

impl Derived {
    /// Name.
    pub fn name(&self) -> &'static str {
        self.decl.name
    }

    /// Type.
    pub fn ty(&self) -> ValueType {
        self.decl.ty
    }

    /// What is computed.
    pub fn aggregate(&self) -> Aggregate {
        self.decl.aggregate
    }

    /// The way to the related rows, limited to those that count.
    pub fn step(&self) -> &Step {
        &self.step
    }

    /// The column of the related rows that it is computed from.
    pub fn column(&self) -> usize {
        self.column
    }

    /// The rows in which the caller sees it; elsewhere it is null.
    pub fn seen(&self) -> &Predicate {
        &self.seen
    }

    /// Whether it can be null.
    pub fn is_nullable(&self) -> bool {
        matches!(self.decl.aggregate, Aggregate::Max(_)) || !matches!(self.seen, Predicate::True)
    }

    /// Its value in a row, in memory.
    pub(super) fn value<'q>(&'q self, row: &Record, among: &Evaluation<'q>) -> Value {
        match row.get(self.step.here()) {
            Some(here) if self.seen.matches(row, among) => match among.aggregated(self, here) {
                Value::Decimal(sum) => Value::of_sum(self.decl.ty, self.decl.ty.clamped(sum)),
                other => other,
            },
            _ => Value::Null,
        }
    }

    /// The value of no rows.
    pub(super) fn nothing(&self) -> Value {
        match self.decl.aggregate {
            Aggregate::Sum(_) => Value::of_sum(self.decl.ty, Decimal::ZERO),
            Aggregate::Max(_) => Value::Null,
        }
    }

    /// The value with one more row.
    pub(super) fn with(&self, so_far: Value, row: &Record) -> Value {
        let one = row.get(self.column).unwrap_or(&Value::Null);
        match (self.decl.aggregate, &so_far, one) {
            (_, _, Value::Null) => so_far,
            (Aggregate::Sum(_), Value::Decimal(sum), Value::Decimal(one)) => Value::of_sum(self.decl.ty, sum.saturating_add(*one)),
            (Aggregate::Sum(_), Value::Int(sum), Value::Int(one)) => {
                Value::of_sum(self.decl.ty, Decimal::from(*sum).saturating_add(Decimal::from(*one)))
            }
            (Aggregate::Sum(_), Value::Decimal(sum), Value::Int(one)) => Value::of_sum(self.decl.ty, sum.saturating_add(Decimal::from(*one))),
            (Aggregate::Sum(_), ..) => so_far,
            (Aggregate::Max(_), so_far, one) => {
                if so_far.order(one).is_lt() {
                    one.clone()
                } else {
                    so_far.clone()
                }
            }
        }
    }
}

impl Permit {
    /// A derived field.
    ///
    /// # Errors
    /// `query.invalid` for a field that is not declared; `access.denied`, `access.field_hidden` for one that the caller sees in no row.
    pub(crate) fn derived(&self, decl: &'static EntityDecl, name: &str) -> Result<Derived> {
        let derived = decl.derived.iter().find(|derived| derived.name == name).ok_or_else(|| no_field(decl, name))?;
        let as_of =
            self.as_of().ok_or_else(|| Error::new(Code::QueryInvalid, format!("{} needs a current day", quoted(name))).with("field", name))?;
        let undeclared = || Error::corrupt(format!("`{name}` of `{}` is derived from what is not declared", decl.name));
        let relation = catalogue::relation(decl, derived.relation).ok_or_else(undeclared)?;
        let target = relation.target;
        let position = target.column(derived.aggregate.field()).ok_or_else(undeclared)?;
        let column = target.columns().get(position).ok_or_else(undeclared)?;
        let conditions = derived.conditions.iter().map(|condition| condition.filter(as_of)).collect();
        let counted = Predicate::check(&Filter::And(conditions), target, &self.unmasked())?;
        let step = self.step(relation)?.and(self.visible_beyond(column, target)?).and(counted);
        let seen = self.seen_within(self.readable(target)?, decl);
        let seen = column.mask.map_or(Predicate::True, |mask| self.seen(mask, decl, self.scope())).and(seen);
        Ok(Derived { decl: derived, step, column: position, seen })
    }
}

impl Condition {
    /// The condition as a filter.
    fn filter(self, as_of: &AsOf) -> Filter {
        let field = |name: &str, test| Filter::Field(name.to_owned(), test);
        let (today, books) = (as_of.today, as_of.books.encode());
        match self {
            Self::Is(name, text) => field(name, Test::Compare(super::Op::Eq, Value::Text(text.to_owned()))),
            Self::Empty(name) => field(name, Test::IsEmpty),
            Self::Positive(name) => field(name, Test::Compare(super::Op::Gt, Value::Decimal(Decimal::ZERO))),
            Self::InBooksCurrency(name) => field(name, Test::Compare(super::Op::Eq, books)),
            Self::BeforeToday(name) => field(name, Test::Compare(super::Op::Lt, Value::Day(today))),
            Self::LastMonths(name, months) => {
                let before = today.checked_sub_months(Months::new(months));
                let first = before.and_then(|day| day.checked_add_days(Days::new(1))).unwrap_or(today);
                field(name, Test::Between(Value::Day(first), Value::Day(today)))
            }
            Self::None(relation) => Filter::none(relation, Filter::All),
        }
    }
}
