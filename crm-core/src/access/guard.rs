//! The door: a principal's roles become a guard, a guard gives permits, a permit carries the scope of every read.

use super::{Operator, ReachLevel, Right, Role};
use crate::{
    custom::CustomFields,
    customers::{Customer, CustomerGroupMember},
    entity::{Column, Entity, EntityDecl, Mask, Reach, Relation, Value},
    error::{Code, Error, Result},
    ids::{CompanyId, CustomerGroupId, OperatorId, TypedId},
    num::Rate,
    query::{Op, Predicate, Test},
};
use std::{
    collections::{BTreeMap, BTreeSet},
    sync::Arc,
};

/// On whose behalf the library works: the host's user, with the roles that the host gives him, or those stored for the operator.
#[derive(Debug, Clone)]
pub struct Principal {
    /// Who it is.
    pub operator: OperatorId,
    /// Roles by code; none: those stored with the operator.
    pub roles: Option<Vec<String>>,
    /// Customer groups given to him; none: those stored with the operator.
    pub groups: Option<Vec<CustomerGroupId>>,
    /// For whom he acts, if not for himself; written to the audit.
    pub on_behalf_of: Option<String>,
    /// The host's request, written to the audit.
    pub request_id: Option<String>,
}

impl Principal {
    /// An operator of the company, with the roles and groups stored for him.
    pub fn operator(operator: OperatorId) -> Self {
        Self { operator, roles: None, groups: None, on_behalf_of: None, request_id: None }
    }

    /// A user of the host, with the roles and groups that the host says he has.
    pub fn host(operator: OperatorId, roles: &[&str], groups: &[CustomerGroupId]) -> Self {
        let roles = Some(roles.iter().map(|r| (*r).to_owned()).collect());
        Self { roles, groups: Some(groups.to_vec()), ..Self::operator(operator) }
    }
}

#[derive(Debug, Clone)]
struct Grant {
    role: String,
    rights: BTreeSet<Right>,
    reach: ReachLevel,
    max_discount: Rate,
}

/// What one principal may do. Asked through [`Guard::permit`] and nothing else.
#[derive(Debug, Clone)]
pub struct Guard {
    company: CompanyId,
    principal: Principal,
    groups: Vec<CustomerGroupId>,
    grants: Vec<Grant>,
    access_version: i64,
    /// Systems that roles of the company name, each with whether it is the principal's to use.
    systems: BTreeMap<String, bool>,
    custom: Arc<CustomFields>,
}

impl Guard {
    /// A guard from what is stored: the operator and the roles of the company. A deactivated operator has no grants, and neither has a role that is not stored.
    pub fn of(company: CompanyId, principal: Principal, operator: Option<&Operator>, roles: &[Role], access_version: i64) -> Self {
        let is_active = operator.is_none_or(|o| o.is_active);
        let codes = match (&principal.roles, operator) {
            (Some(codes), _) => codes.clone(),
            (None, Some(operator)) => operator.roles.clone(),
            (None, None) => Vec::new(),
        };
        let groups = match (&principal.groups, operator) {
            (Some(groups), _) => groups.clone(),
            (None, Some(operator)) => operator.groups.clone(),
            (None, None) => Vec::new(),
        };
        let mut grants = Vec::new();
        for role in roles.iter().filter(|r| is_active && codes.contains(&r.code)) {
            grants.push(Grant {
                role: role.code.clone(),
                rights: role.rights.iter().copied().collect(),
                reach: role.reach,
                max_discount: role.max_discount.unwrap_or_default(),
            });
        }
        let mut systems = BTreeMap::new();
        for (role, system) in roles.iter().flat_map(|role| role.systems.iter().map(move |system| (role, system))) {
            *systems.entry(system.clone()).or_default() |= grants.iter().any(|g: &Grant| g.role == role.code);
        }
        Self { company, principal, groups, grants, access_version, systems, custom: Arc::default() }
    }

    /// The same guard, which knows the fields that the host declared.
    #[must_use]
    pub fn with_custom_fields(self, fields: CustomFields) -> Self {
        Self { custom: Arc::new(fields), ..self }
    }

    /// The fields that the host declared.
    pub fn custom_fields(&self) -> &Arc<CustomFields> {
        &self.custom
    }

    /// The library itself, for what is needed before a principal can be judged: his own roles, and the first rows of a new company.
    pub(crate) fn library(company: CompanyId, principal: Principal) -> Self {
        let grant =
            Grant { role: "library".to_owned(), rights: Right::ALL.iter().copied().collect(), reach: ReachLevel::All, max_discount: Rate::ZERO };
        Self { company, principal, groups: Vec::new(), grants: vec![grant], access_version: 0, systems: BTreeMap::new(), custom: Arc::default() }
    }

    /// Whose guard it is.
    pub fn principal(&self) -> &Principal {
        &self.principal
    }

    /// The state of the company's roles and operators that it was made from.
    pub(crate) fn access_version(&self) -> i64 {
        self.access_version
    }

    /// Whether one of his roles has the right.
    pub fn has(&self, right: Right) -> bool {
        self.grants.iter().any(|g| g.rights.contains(&right))
    }

    /// Whether the principal may give records keys of a system, and use them to write: one that no role names is anybody's.
    ///
    /// # Errors
    /// `access.denied`.
    pub(crate) fn check_system(&self, system: &str) -> Result<()> {
        if self.systems.get(system).copied().unwrap_or(true) {
            return Ok(());
        }
        Err(Error::new(Code::AccessDenied, format!("keys of `{system}` are reserved to roles that name it")).with("system", system))
    }

    /// The largest discount that one of his roles gives, in percent.
    pub fn max_discount(&self) -> Rate {
        self.grants.iter().map(|g| g.max_discount).max().unwrap_or_default()
    }

    /// May the principal do this? If so: to which customers, and what may he see?
    ///
    /// # Errors
    /// `access.denied`.
    pub fn permit(&self, right: Right) -> Result<Permit> {
        let granting: Vec<_> = self.grants.iter().filter(|g| g.rights.contains(&right)).collect();
        if granting.is_empty() {
            let message = format!("the right `{}` is missing", right.as_str());
            return Err(Error::new(Code::AccessDenied, message).with("right", right.as_str()));
        }
        let sees_cost = self.grants.iter().any(|g| g.rights.contains(&Right::CostRead));
        let hidden = if sees_cost { BTreeSet::new() } else { BTreeSet::from([Mask::Cost]) };
        let scope = self.scope(&granting);
        let granted_by = granting.iter().map(|g| g.role.clone()).collect();
        let rights = self.grants.iter().flat_map(|g| g.rights.iter().copied()).collect();
        Ok(Permit { company: self.company, scope, hidden, rights, granted_by, custom: self.custom.clone() })
    }

    fn scope(&self, granting: &[&Grant]) -> Scope {
        if granting.iter().any(|g| g.reach == ReachLevel::All) {
            return Scope(Rule::All);
        }
        let with_groups = granting.iter().any(|g| g.reach == ReachLevel::Groups);
        let groups = if with_groups { self.groups.clone() } else { Vec::new() };
        Scope(Rule::Some { owner: self.principal.operator, groups })
    }
}

/// Leave to do one thing, with the scope of its reads and the fields that stay hidden.
#[derive(Debug, Clone)]
pub struct Permit {
    company: CompanyId,
    scope: Scope,
    hidden: BTreeSet<Mask>,
    rights: BTreeSet<Right>,
    granted_by: Vec<String>,
    custom: Arc<CustomFields>,
}

impl Permit {
    /// The company.
    pub fn company(&self) -> CompanyId {
        self.company
    }

    /// Which customers.
    pub fn scope(&self) -> &Scope {
        &self.scope
    }

    /// The roles that gave it.
    pub fn granted_by(&self) -> &[String] {
        &self.granted_by
    }

    /// Whether fields of a mask stay hidden.
    pub fn hides(&self, mask: Mask) -> bool {
        self.hidden.contains(&mask)
    }

    /// The same reach with every field: for what a posting must know without telling, such as the cost it books.
    #[must_use]
    pub(crate) fn unmasked(&self) -> Self {
        Self { hidden: BTreeSet::new(), rights: Right::ALL.iter().copied().collect(), ..self.clone() }
    }

    /// The fields that the host declared.
    pub(crate) fn custom_fields(&self) -> &Arc<CustomFields> {
        &self.custom
    }

    /// Every record with every field: for what must hold whoever asks, such as that nothing refers to a record which is deleted.
    #[must_use]
    pub(crate) fn unscoped(&self) -> Self {
        Self { scope: Scope(Rule::All), ..self.unmasked() }
    }

    /// Whether the caller may also read another entity, which a filter or report goes through.
    ///
    /// # Errors
    /// `access.denied`.
    pub(crate) fn check_readable(&self, decl: &EntityDecl) -> Result<()> {
        match crate::session::read_right(decl) {
            Some(right) if self.rights.contains(&right) => Ok(()),
            _ => Err(Error::new(Code::AccessDenied, format!("the right to read `{}` is missing", decl.name)).with("entity", decl.name)),
        }
    }

    /// # Errors
    /// `access.field_hidden`.
    pub(crate) fn check_visible(&self, column: &Column) -> Result<()> {
        match column.mask {
            Some(mask) if self.hides(mask) => {
                Err(Error::new(Code::FieldHidden, format!("the field `{}` is hidden", column.name)).with("field", &column.name))
            }
            _ => Ok(()),
        }
    }
}

/// Which customers a caller reaches, and with them everything that belongs to them.
#[derive(Debug, Clone)]
pub struct Scope(Rule);

#[derive(Debug, Clone)]
enum Rule {
    All,
    Some { owner: OperatorId, groups: Vec<CustomerGroupId> },
}

impl Scope {
    /// Whether it reaches every customer.
    pub fn is_all(&self) -> bool {
        matches!(self.0, Rule::All)
    }

    /// The scope as a condition on the rows of an entity.
    pub fn predicate(&self, decl: &'static EntityDecl) -> Predicate {
        let Rule::Some { owner, groups } = &self.0 else { return Predicate::True };
        match decl.reach {
            Reach::Company => Predicate::True,
            Reach::Customer => reached(*owner, groups),
            Reach::ThroughCustomer => match (decl.to_one("customer"), decl.column("customer_id")) {
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
        any.push(Predicate::Exists(relation, Box::new(Predicate::Or(within))));
    }
    Predicate::Or(any)
}

fn through(relation: Relation, column: usize, customer: Predicate) -> Predicate {
    Predicate::Or(vec![Predicate::Test(column, Test::IsEmpty), Predicate::Exists(relation, Box::new(customer))])
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
