//! What a caller's scope and masks mean as conditions: on the rows of every entity, and on those that a question steps to.

use super::{Evaluation, Filter, Op, Predicate, Test, filter::no_field};
use crate::{
    access::{AsOf, Guard, Permit, Rule, Scope},
    entity::{
        Aggregate, Column, Condition, DerivedDecl, EntityDecl, FieldValue, Mask, Record, Relation, RowScope, Value, ValueType, WithoutCustomer,
        catalogue,
    },
    error::{Code, Error, Result},
    ids::{CustomerGroupId, CustomerGroupMemberId, CustomerId, OperatorId, TypedId},
    num::Decimal,
    text::quoted,
    time::Day,
};
use chrono::{Days, Months};

impl Scope {
    /// The customer groups whose customers it reaches, as a condition on groups: those given to the operator, and below them.
    pub(crate) fn groups(&self) -> Predicate {
        let Rule::Some { groups, .. } = &self.0 else { return Predicate::True };
        let decl = CustomerGroupId::entity();
        Predicate::Or(groups.iter().map(|group| Predicate::Within(0, decl, group.uuid())).collect())
    }

    /// The scope as a condition on the rows of an entity.
    pub fn predicate(&self, decl: &'static EntityDecl) -> Predicate {
        let Rule::Some { owner, groups } = &self.0 else { return Predicate::True };
        match decl.scope {
            RowScope::Company => Predicate::True,
            RowScope::Customer => reached(*owner, groups),
            RowScope::ThroughCustomer | RowScope::ThroughRecord => match (decl.to_one("customer"), decl.column("customer_id")) {
                (Some(relation), Some(column)) => {
                    let of_nobody = match decl.without_customer {
                        WithoutCustomer::Everybody => Predicate::True,
                        WithoutCustomer::OwnerOrAll => of_operator(decl, *owner),
                        WithoutCustomer::Nobody => Predicate::False,
                    };
                    through(relation, column, reached(*owner, groups), of_nobody)
                }
                _ => Predicate::False,
            },
            RowScope::Operator => of_operator(decl, *owner),
        }
    }
}

impl Guard {
    /// The groups given to the principal and those below them, as a condition on groups.
    pub(crate) fn own_groups(&self) -> Predicate {
        self.group_scope().groups()
    }
}

impl Permit {
    /// The rows of an entity that it reaches. What belongs to records of any entity is reached as far as their own right to be read reaches.
    pub(crate) fn rows(&self, decl: &'static EntityDecl) -> Predicate {
        let within = self.scope().predicate(decl);
        let (RowScope::ThroughRecord, Some(column)) = (decl.scope, decl.column("record_type")) else { return within };
        let mut readable: Vec<(&Scope, Vec<Value>)> = Vec::new();
        for of in catalogue::all() {
            let Some(scope) = of.read.and_then(|right| self.scope_of(right)) else { continue };
            let name = Value::Text(of.name.to_owned());
            match readable.iter_mut().find(|(other, _)| *other == scope) {
                Some((_, names)) => names.push(name),
                None => readable.push((scope, vec![name])),
            }
        }
        let of_records = readable.into_iter().map(|(scope, names)| Predicate::Test(column, Test::In(names)).and(scope.predicate(decl)));
        within.and(Predicate::Or(of_records.collect()))
    }

    /// The rows of an entity that a scope covers, among those that the permit reaches.
    fn seen_within(&self, scope: &Scope, decl: &'static EntityDecl) -> Predicate {
        if decl.scope == RowScope::Company || scope.covers(self.scope()) { Predicate::True } else { scope.predicate(decl) }
    }

    /// The rows of an entity whose fields of a mask the caller may see, among those that a scope reaches.
    fn seen(&self, mask: Mask, decl: &'static EntityDecl, among: &Scope) -> Predicate {
        match self.scope_of(mask.right()) {
            None => Predicate::False,
            Some(scope) if decl.scope == RowScope::Company || scope.covers(among) => Predicate::True,
            Some(scope) => scope.predicate(decl),
        }
    }

    /// The way to a related entity, within what the caller may read there: what lies outside is as if it were not there.
    ///
    /// # Errors
    /// `access.denied`.
    pub(crate) fn step(&self, relation: Relation) -> Result<Step> {
        Ok(Step::new(relation, self.with_scope(self.readable(relation.target)?.clone()).rows(relation.target)))
    }

    /// A derived field.
    ///
    /// # Errors
    /// `query.invalid` for a field that is not declared; `access.denied`, `access.field_hidden` for one that the caller sees in no row.
    pub(crate) fn derived(&self, decl: &'static EntityDecl, name: &str) -> Result<Derived> {
        let derived = decl.derived.iter().find(|derived| derived.name == name).ok_or_else(|| no_field(decl, name))?;
        let as_of =
            self.as_of().ok_or_else(|| Error::new(Code::QueryInvalid, format!("{} requires a current day", quoted(name))).with("field", name))?;
        let undeclared = || Error::corrupt(format!("`{name}` of `{}` is derived from an undeclared relation or field", decl.name));
        let relation = catalogue::relation(decl, derived.relation).ok_or_else(undeclared)?;
        let target = relation.target;
        let position = target.column(derived.aggregate.field()).ok_or_else(undeclared)?;
        let column = target.columns().get(position).ok_or_else(undeclared)?;
        let conditions = derived.conditions.iter().map(|condition| condition.filter(as_of)).collect();
        let counted = Predicate::check(&Filter::And(conditions), target, &self.unmasked())?;
        let step = self.step(relation)?.and(self.visible_beyond(column, target)?).and(counted);
        let seen = self.seen_within(self.readable(target)?, decl);
        let seen = column.mask.map_or(Predicate::True, |mask| self.seen(mask, decl, self.scope())).and(seen);
        Ok(Derived { decl: derived, step, column: position, seen, today: as_of.today })
    }

    /// The rows in which a column may be asked about by this caller, among those that the permit reaches.
    ///
    /// # Errors
    /// `access.field_hidden` if there are none.
    pub(crate) fn visible(&self, column: &Column, decl: &'static EntityDecl) -> Result<Predicate> {
        let Some(mask) = column.mask else { return Ok(Predicate::True) };
        match self.seen(mask, decl, self.scope()) {
            Predicate::False => Err(Error::new(Code::FieldHidden, format!("the field `{}` is hidden", column.name)).with("field", &column.name)),
            seen => Ok(seen),
        }
    }

    /// The same for rows that a step leads to, which the scope of their own read right limits.
    ///
    /// # Errors
    /// `access.field_hidden` if there are none; `access.denied`.
    pub(crate) fn visible_beyond(&self, column: &Column, decl: &'static EntityDecl) -> Result<Predicate> {
        if column.mask.is_none() {
            return Ok(Predicate::True);
        }
        self.with_scope(self.readable(decl)?.clone()).visible(column, decl)
    }
}

/// Customers of an owner, or in groups: by their main group, or by any other.
fn reached(owner: OperatorId, groups: &[CustomerGroupId]) -> Predicate {
    let customer = CustomerId::entity();
    let (Some(owner_column), Some(group_column)) = (customer.column("owner_id"), customer.column("group_id")) else { return Predicate::False };
    let mut any = vec![Predicate::Test(owner_column, Test::Compare(Op::Eq, owner.value()))];
    if let Some(tree) = customer.tree_of(group_column) {
        any.extend(groups.iter().map(|group| Predicate::Within(group_column, tree, group.uuid())));
    }
    let member = CustomerGroupMemberId::entity();
    if let (Some(relation), Some(column), false) = (catalogue::relation(customer, member.name), member.column("group_id"), groups.is_empty())
        && let Some(tree) = member.tree_of(column)
    {
        let within = groups.iter().map(|group| Predicate::Within(column, tree, group.uuid())).collect();
        any.push(Predicate::Exists(Step::new(relation, Predicate::True), Box::new(Predicate::Or(within))));
    }
    Predicate::Or(any)
}

/// Rows of customers that meet a condition, and those without a customer that meet another.
fn through(relation: Relation, column: usize, customer: Predicate, without: Predicate) -> Predicate {
    let of_customer = Predicate::Exists(Step::new(relation, Predicate::True), Box::new(customer));
    match Predicate::Test(column, Test::IsEmpty).and(without) {
        Predicate::False => of_customer,
        of_nobody => Predicate::Or(vec![of_nobody, of_customer]),
    }
}

/// Rows of an operator.
fn of_operator(decl: &EntityDecl, operator: OperatorId) -> Predicate {
    decl.column("operator_id").map_or(Predicate::False, |column| Predicate::Test(column, Test::Compare(Op::Eq, operator.value())))
}

/// The value of an id, for conditions.
trait IdValue {
    fn value(self) -> Value;
}

impl<T: TypedId> IdValue for T {
    fn value(self) -> Value {
        Value::Id(self.uuid())
    }
}

/// A way from rows of one entity to those of another, with the condition that limits these to what the caller may read. Only this module makes
/// one, so that no question leads anywhere without a scope.
#[derive(Debug, Clone)]
pub struct Step {
    relation: Relation,
    within: Box<Predicate>,
}

impl Step {
    fn new(relation: Relation, within: Predicate) -> Self {
        Self { relation, within: Box::new(within) }
    }

    /// The way to what is a part of the same record, such as its values in fields of the host, or what was done to it: whoever reads the record
    /// reads that.
    pub(crate) fn to_parts(relation: Relation) -> Self {
        Self::new(relation, Predicate::True)
    }

    /// Narrowed by another condition on the rows it leads to.
    #[must_use]
    pub(crate) fn and(self, condition: Predicate) -> Self {
        Self { within: Box::new(self.within.and(condition)), ..self }
    }

    /// The entity at the other end.
    pub fn target(&self) -> &'static EntityDecl {
        self.relation.target
    }

    /// The column on this side.
    pub fn here(&self) -> usize {
        self.relation.here
    }

    /// The column on the other side.
    pub fn there(&self) -> usize {
        self.relation.there
    }

    /// The condition on the rows at the other end.
    pub fn within(&self) -> &Predicate {
        &self.within
    }
}

/// A derived field of an entity as one caller sees it: computed from related rows within the scope of these, and null in records in which the caller
/// does not see all of them.
#[derive(Debug, Clone)]
pub struct Derived {
    decl: &'static DerivedDecl,
    step: Step,
    column: usize,
    seen: Predicate,
    today: Day,
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

    /// The day that it is computed for.
    pub fn today(&self) -> Day {
        self.today
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

impl Condition {
    /// The condition as a filter.
    fn filter(self, as_of: &AsOf) -> Filter {
        let field = |name: &str, test| Filter::Field(name.to_owned(), test);
        let (today, books) = (as_of.today, as_of.books.encode());
        match self {
            Self::Is(name, text) => field(name, Test::Compare(Op::Eq, Value::Text(text.to_owned()))),
            Self::Empty(name) => field(name, Test::IsEmpty),
            Self::Positive(name) => field(name, Test::Compare(Op::Gt, Value::Decimal(Decimal::ZERO))),
            Self::InBooksCurrency(name) => field(name, Test::Compare(Op::Eq, books)),
            Self::BeforeToday(name) => field(name, Test::Compare(Op::Lt, Value::Day(today))),
            Self::UpToToday(name) => field(name, Test::Compare(Op::Le, Value::Day(today))),
            Self::LastMonths(name, months) => {
                let before = today.checked_sub_months(Months::new(months));
                let first = before.and_then(|day| day.checked_add_days(Days::new(1))).unwrap_or(today);
                field(name, Test::Between(Value::Day(first), Value::Day(today)))
            }
            Self::None(relation) => Filter::none(relation, Filter::All),
        }
    }
}
