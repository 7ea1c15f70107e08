//! Who may see what, worked out once more from the tables alone: roles, operators, trees, owners, memberships, and what entities declare. Nothing here
//! asks the library's own guard.

use crate::harness::Tables;
use crm_core::{
    access::{Right, ScopeLevel},
    catalogue,
    entity::{EntityDecl, Mask, Record, RowScope, Value},
    ids::{OperatorId, TypedId},
};
use std::{
    cell::OnceCell,
    collections::{BTreeMap, BTreeSet},
    str::FromStr,
};
use uuid::Uuid;

/// Somebody who works with the library: an operator, with what is stored for it or what the host says.
#[derive(Debug, Clone)]
pub(super) struct Who {
    pub(super) operator: OperatorId,
    pub(super) roles: Option<Vec<String>>,
    pub(super) groups: Option<Vec<Uuid>>,
}

impl Who {
    pub(super) fn operator(operator: OperatorId) -> Self {
        Self { operator, roles: None, groups: None }
    }
}

/// What somebody may see: for each right that it has, the customers that the right reaches.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub(super) struct Sight {
    rights: BTreeMap<Right, BTreeSet<Uuid>>,
    /// The rights that reach every customer, and with them what belongs to any operator.
    everywhere: BTreeSet<Right>,
    operator: Option<Uuid>,
}

/// The right that shows what a mask hides.
fn unmasking(mask: Mask) -> Right {
    match mask {
        Mask::Cost => Right::CostRead,
    }
}

/// The rows of a company, as the oracle looks at them.
pub(super) struct Oracle<'t> {
    tables: &'t Tables,
    owners: OnceCell<BTreeMap<Uuid, Uuid>>,
}

fn find(entity: &str) -> &'static EntityDecl {
    catalogue::find(entity).unwrap_or_else(|| panic!("there is no entity `{entity}`"))
}

/// A value of a row by the name of its column.
pub(super) fn value<'r>(decl: &EntityDecl, row: &'r Record, name: &str) -> &'r Value {
    decl.column(name).and_then(|column| row.get(column)).unwrap_or(&Value::Null)
}

/// An id in a row, by the name of its column.
pub(super) fn id(decl: &EntityDecl, row: &Record, name: &str) -> Option<Uuid> {
    match value(decl, row, name) {
        Value::Id(id) => Some(*id),
        _ => None,
    }
}

/// A text in a row, by the name of its column.
pub(super) fn text<'r>(decl: &EntityDecl, row: &'r Record, name: &str) -> &'r str {
    match value(decl, row, name) {
        Value::Text(text) => text,
        _ => "",
    }
}

/// The texts of a list that is kept as JSON.
pub(super) fn list(decl: &EntityDecl, row: &Record, name: &str) -> Vec<String> {
    match value(decl, row, name) {
        Value::Json(serde_json::Value::Array(items)) => items.iter().filter_map(|item| item.as_str().map(str::to_owned)).collect(),
        _ => Vec::new(),
    }
}

impl<'t> Oracle<'t> {
    pub(super) fn new(tables: &'t Tables) -> Self {
        Self { tables, owners: OnceCell::new() }
    }

    pub(super) fn rows(&self, entity: &str) -> &'t [Record] {
        self.tables.get(entity).map(Vec::as_slice).unwrap_or_default()
    }

    pub(super) fn tables(&self) -> impl Iterator<Item = (&'static EntityDecl, &'t [Record])> {
        self.tables.iter().map(|(entity, rows)| (find(entity), rows.as_slice()))
    }

    pub(super) fn customers(&self) -> BTreeSet<Uuid> {
        let decl = find("customer");
        self.rows("customer").iter().filter_map(|row| id(decl, row, "id")).collect()
    }

    fn declared_customer(&self, decl: &EntityDecl, row: &Record) -> Option<Uuid> {
        match decl.scope {
            RowScope::Company | RowScope::Operator => None,
            RowScope::Customer => id(decl, row, "id"),
            RowScope::ThroughCustomer | RowScope::ThroughRecord => id(decl, row, "customer_id"),
        }
    }

    /// Whose a row is; nobody's if it is the company's. What is kept beside records without a customer of its own is that of its record.
    pub(super) fn customer_of(&self, decl: &EntityDecl, row: &Record) -> Option<Uuid> {
        self.declared_customer(decl, row).or_else(|| match decl.read {
            None => id(decl, row, "record_id").and_then(|record| self.owners().get(&record).copied()),
            Some(_) => None,
        })
    }

    /// The customer of every record that has one.
    pub(super) fn owners(&self) -> &BTreeMap<Uuid, Uuid> {
        let records = |(decl, rows): (&'static EntityDecl, &'t [Record])| {
            rows.iter().filter_map(move |row| Some((id(decl, row, "id")?, self.declared_customer(decl, row)?)))
        };
        self.owners.get_or_init(|| self.tables().flat_map(records).collect())
    }

    /// Every node below these, and themselves.
    fn below(&self, roots: &BTreeSet<Uuid>) -> BTreeSet<Uuid> {
        let decl = find("customer_group");
        let mut found = roots.clone();
        loop {
            let before = found.len();
            for row in self.rows("customer_group") {
                if let (Some(node), Some(parent)) = (id(decl, row, "id"), id(decl, row, "parent_id"))
                    && found.contains(&parent)
                {
                    found.insert(node);
                }
            }
            if found.len() == before {
                return found;
            }
        }
    }

    /// The groups that give each operator reach, whatever its roles.
    pub(super) fn groups_of(&self, operator: OperatorId) -> BTreeSet<Uuid> {
        self.below(&self.stored_operator(operator).map(|(_, _, groups)| groups).unwrap_or_default())
    }

    /// Whether an operator is active, its roles and its groups, as stored.
    fn stored_operator(&self, operator: OperatorId) -> Option<(bool, Vec<String>, BTreeSet<Uuid>)> {
        let decl = find("operator");
        let row = self.rows("operator").iter().find(|row| id(decl, row, "id") == Some(operator.uuid()))?;
        let is_active = *value(decl, row, "is_active") == Value::Bool(true);
        let groups = list(decl, row, "groups").iter().filter_map(|group| group.parse().ok()).collect();
        Some((is_active, list(decl, row, "roles"), groups))
    }

    /// The customers that a role of some reach gives somebody.
    fn reached(&self, who: &Who, level: ScopeLevel, groups: &BTreeSet<Uuid>) -> BTreeSet<Uuid> {
        let (decl, member) = (find("customer"), find("customer_group_member"));
        let groups = if level == ScopeLevel::Groups { self.below(groups) } else { BTreeSet::new() };
        let is_in = |group: Option<Uuid>| group.is_some_and(|group| groups.contains(&group));
        let joined: BTreeSet<Uuid> =
            self.rows(member.name).iter().filter(|row| is_in(id(member, row, "group_id"))).filter_map(|row| id(member, row, "customer_id")).collect();
        let mut reached = BTreeSet::new();
        for row in self.rows("customer") {
            let Some(customer) = id(decl, row, "id") else { continue };
            let is_own = id(decl, row, "owner_id") == Some(who.operator.uuid());
            if level == ScopeLevel::All || is_own || is_in(id(decl, row, "group_id")) || joined.contains(&customer) {
                reached.insert(customer);
            }
        }
        reached
    }

    /// The roles of somebody: those that the host gives, or those that are stored.
    pub(super) fn roles_of(&self, who: &Who) -> Vec<String> {
        who.roles.clone().unwrap_or_else(|| self.stored_operator(who.operator).map(|(_, roles, _)| roles).unwrap_or_default())
    }

    /// What somebody may see.
    pub(super) fn sight(&self, who: &Who) -> Sight {
        let stored = self.stored_operator(who.operator);
        let (is_active, _, stored_groups) = stored.unwrap_or((true, Vec::new(), BTreeSet::new()));
        if !is_active {
            return Sight::default();
        }
        let roles = self.roles_of(who);
        let groups = who.groups.clone().map_or(stored_groups, |groups| groups.into_iter().collect());
        let decl = find("role");
        let mut sight = Sight { operator: Some(who.operator.uuid()), ..Sight::default() };
        for row in self.rows("role").iter().filter(|row| roles.iter().any(|role| role == text(decl, row, "code"))) {
            let level = ScopeLevel::from_str(text(decl, row, "scope")).expect("a level");
            let customers = self.reached(who, level, &groups);
            for right in list(decl, row, "rights") {
                let right = Right::from_str(&right).expect("a right");
                sight.rights.entry(right).or_default().extend(customers.iter().copied());
                if level == ScopeLevel::All {
                    sight.everywhere.insert(right);
                }
            }
        }
        sight
    }

    /// What each operator may see.
    pub(super) fn everybody(&self) -> BTreeMap<OperatorId, Sight> {
        let decl = find("operator");
        let operators = self.rows("operator").iter().filter_map(|row| id(decl, row, "id")).map(OperatorId::from_uuid);
        operators.map(|operator| (operator, self.sight(&Who::operator(operator)))).collect()
    }
}

impl Sight {
    /// Whether somebody has a right at all.
    pub(super) fn has(&self, right: Right) -> bool {
        self.rights.contains_key(&right)
    }

    /// Rights with the customers that they reach.
    pub(super) fn rights(&self) -> &BTreeMap<Right, BTreeSet<Uuid>> {
        &self.rights
    }

    /// Whether somebody sees no more of these customers than another.
    pub(super) fn is_within(&self, other: &Self, customers: &[Uuid]) -> bool {
        let is_within = |(right, reached): (&Right, &BTreeSet<Uuid>)| {
            other.has(*right) && customers.iter().filter(|customer| reached.contains(customer)).all(|customer| other.reaches(*right, Some(*customer)))
        };
        self.rights.iter().all(is_within)
    }

    /// The customers that any right reaches.
    pub(super) fn anywhere(&self) -> BTreeSet<Uuid> {
        self.rights.values().flatten().copied().collect()
    }

    /// Whether a right reaches a customer, or what is the company's.
    pub(super) fn reaches(&self, right: Right, customer: Option<Uuid>) -> bool {
        self.rights.get(&right).is_some_and(|customers| customer.is_none_or(|customer| customers.contains(&customer)))
    }

    /// Whether rows of an entity are shown: those of a customer, or those of the company.
    pub(super) fn sees(&self, decl: &EntityDecl, customer: Option<Uuid>) -> bool {
        decl.read.is_some_and(|right| self.reaches(right, customer))
    }

    /// Whether a row is shown: of a customer, of the company, or of an operator.
    pub(super) fn shows(&self, oracle: &Oracle<'_>, decl: &EntityDecl, row: &Record) -> bool {
        let is_theirs = |right: Right| self.everywhere.contains(&right) || id(decl, row, "operator_id") == self.operator;
        self.sees(decl, oracle.customer_of(decl, row)) && (decl.scope != RowScope::Operator || decl.read.is_some_and(is_theirs))
    }

    /// Whether what a mask hides is shown of a customer.
    pub(super) fn unmasks(&self, mask: Option<Mask>, customer: Option<Uuid>) -> bool {
        mask.is_none_or(|mask| self.reaches(unmasking(mask), customer))
    }
}
