//! How far a permit reaches: a condition on the rows of every entity, and on those that a question steps to.

use super::ScopeLevel;
use crate::{
    customers::{Customer, CustomerGroup, CustomerGroupMember},
    entity::{Entity, EntityDecl, Relation, RowScope, Value},
    ids::{CustomerGroupId, OperatorId, TypedId},
    query::{Op, Predicate, Test},
};

/// Which customers a caller reaches, and with them everything that belongs to them.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Scope(Rule);

#[derive(Debug, Clone, PartialEq, Eq)]
enum Rule {
    All,
    Some { owner: OperatorId, groups: Vec<CustomerGroupId> },
}

impl Scope {
    pub(super) fn all() -> Self {
        Self(Rule::All)
    }

    /// As far as a level reaches for an operator with these groups.
    pub(super) fn of(level: ScopeLevel, owner: OperatorId, groups: &[CustomerGroupId]) -> Self {
        let groups = match level {
            ScopeLevel::All => return Self::all(),
            ScopeLevel::Groups => groups.to_vec(),
            ScopeLevel::Own => Vec::new(),
        };
        Self(Rule::Some { owner, groups })
    }

    /// Whether it certainly reaches every customer that another scope of the same principal reaches.
    pub(crate) fn covers(&self, other: &Self) -> bool {
        match (&self.0, &other.0) {
            (Rule::All, _) => true,
            (Rule::Some { .. }, Rule::All) => false,
            (Rule::Some { owner, groups }, Rule::Some { owner: other_owner, groups: others }) => {
                owner == other_owner && others.iter().all(|group| groups.contains(group))
            }
        }
    }

    /// The customer groups whose customers it reaches, as a condition on groups: those given to the operator, and below them.
    pub(crate) fn groups(&self) -> Predicate {
        let Rule::Some { groups, .. } = &self.0 else { return Predicate::True };
        let decl = CustomerGroup::decl();
        Predicate::Or(groups.iter().map(|group| Predicate::Within(0, decl, group.uuid())).collect())
    }

    /// Whether it reaches every customer.
    pub fn is_all(&self) -> bool {
        matches!(self.0, Rule::All)
    }

    /// The scope as a condition on the rows of an entity.
    pub fn predicate(&self, decl: &'static EntityDecl) -> Predicate {
        let Rule::Some { owner, groups } = &self.0 else { return Predicate::True };
        match decl.scope {
            RowScope::Company => Predicate::True,
            RowScope::Customer => reached(*owner, groups),
            RowScope::ThroughCustomer => match (decl.to_one("customer"), decl.column("customer_id")) {
                (Some(relation), Some(column)) => through(relation, column, reached(*owner, groups)),
                _ => Predicate::False,
            },
        }
    }
}

/// Customers of an owner, or in groups: by their main group, or by any other.
fn reached(owner: OperatorId, groups: &[CustomerGroupId]) -> Predicate {
    let customer = Customer::decl();
    let (Some(owner_column), Some(group_column)) = (customer.column("owner_id"), customer.column("group_id")) else { return Predicate::False };
    let mut any = vec![Predicate::Test(owner_column, Test::Compare(Op::Eq, owner.value()))];
    if let Some(tree) = customer.tree_of(group_column) {
        any.extend(groups.iter().map(|group| Predicate::Within(group_column, tree, group.uuid())));
    }
    let member = CustomerGroupMember::decl();
    if let (Some(relation), Some(column), false) = (customer.relation(member.name), member.column("group_id"), groups.is_empty())
        && let Some(tree) = member.tree_of(column)
    {
        let within = groups.iter().map(|group| Predicate::Within(column, tree, group.uuid())).collect();
        any.push(Predicate::Exists(Step::new(relation, Predicate::True), Box::new(Predicate::Or(within))));
    }
    Predicate::Or(any)
}

fn through(relation: Relation, column: usize, customer: Predicate) -> Predicate {
    Predicate::Or(vec![Predicate::Test(column, Test::IsEmpty), Predicate::Exists(Step::new(relation, Predicate::True), Box::new(customer))])
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
    pub(super) fn new(relation: Relation, within: Predicate) -> Self {
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
