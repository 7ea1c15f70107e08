//! What a caller's scope and masks mean as conditions: on the rows of every entity, and on those that a question steps to.

use super::{Op, Predicate, Test};
use crate::{
    access::{Guard, Permit, Rule, Scope},
    entity::{Column, EntityDecl, Mask, Relation, RowScope, Value, WithoutCustomer, catalogue},
    error::{Code, Error, Result},
    ids::{CustomerGroupId, CustomerGroupMemberId, CustomerId, OperatorId, TypedId},
};

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
    pub(super) fn seen_within(&self, scope: &Scope, decl: &'static EntityDecl) -> Predicate {
        if decl.scope == RowScope::Company || scope.covers(self.scope()) { Predicate::True } else { scope.predicate(decl) }
    }

    /// The rows of an entity whose fields of a mask the caller may see, among those that a scope reaches.
    pub(super) fn seen(&self, mask: Mask, decl: &'static EntityDecl, among: &Scope) -> Predicate {
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
