//! Roles and operators, as data of the company.

use crate::{
    entity,
    entity::{Mask, PresetRole, Right},
    ids::{CustomerGroupId, OperatorId, RoleId},
    num::Rate,
    text_enum,
};

impl Mask {
    /// The right to see what it hides.
    pub fn right(self) -> Right {
        match self {
            Self::Cost => Right::CostRead,
        }
    }
}

text_enum! {
    /// How far a role reaches among customers, the narrowest first.
    ScopeLevel {
        /// Customers that the operator owns.
        Own = "own",
        /// Customers in the groups given to the operator and below them, and the operator's own.
        Groups = "groups",
        /// Every customer.
        All = "all",
    }
}

entity! {
    /// A named set of rights with a reach.
    Role "role" {
        id: RoleId,
        kind: Master,
        scope: Company,
        read: AccessManage,
        write: AccessManage,
        unique: [["code"]],
        fields: {
            /// Code that principals name it by, such as `salesperson`.
            code: String => [required(), text(crate::limits::MAX_CODE)],
            /// Name for people.
            name: String => [required()],
            /// The rights.
            rights: Vec<Right>,
            /// How far it reaches.
            scope: ScopeLevel,
            /// The largest discount that it gives, in percent of the price that lists and agreements say; none: no discount of its own.
            max_discount: Option<Rate>,
            /// Other systems whose keys are for holders of the role, and of others that name them: nobody else gives a record such a key, or uses one.
            #[serde(default)]
            systems: Vec<String>,
        }
    }
}

entity! {
    /// A person who works with the system; for hosts with users of their own, a projection of them.
    Operator "operator" {
        id: OperatorId,
        kind: Master,
        scope: Company,
        read: CustomersRead,
        write: AccessManage,
        unique: [["code"]],
        fields: {
            /// Login or staff number.
            code: String => [required(), text(crate::limits::MAX_CODE)],
            /// Name.
            name: String => [searchable(), required()],
            /// Codes of the roles; principals of the host bring their own.
            #[serde(default)]
            roles: Vec<String> => [lists("role")],
            /// Whether they still work here.
            #[serde(default = "crate::entity::yes")]
            is_active: bool,
            /// The customer groups given to the operator.
            #[serde(default)]
            groups: Vec<CustomerGroupId> => [lists("customer_group")],
        }
    }
}

impl Role {
    /// A role with these rights.
    pub fn with(code: &str, name: &str, scope: ScopeLevel, rights: &[Right]) -> Self {
        Self { code: code.to_owned(), name: name.to_owned(), rights: rights.to_vec(), scope, max_discount: None, systems: Vec::new() }
    }
}

impl Operator {
    /// An active operator with roles.
    pub fn with(code: &str, name: &str, roles: &[&str], groups: &[CustomerGroupId]) -> Self {
        Self {
            code: code.to_owned(),
            name: name.to_owned(),
            roles: roles.iter().map(|r| (*r).to_owned()).collect(),
            is_active: true,
            groups: groups.to_vec(),
        }
    }
}

/// The four roles that every new company has: salesperson, manager, boss, administrator.
pub fn preset_roles() -> Vec<Role> {
    let preset = |code: &str, name: &str, scope, role: PresetRole| {
        let rights: Vec<Right> = Right::ALL.iter().copied().filter(|right| right.least_role() <= role).collect();
        Role::with(code, name, scope, &rights)
    };
    vec![
        preset("salesperson", "Salesperson", ScopeLevel::Own, PresetRole::Salesperson),
        preset("manager", "Manager", ScopeLevel::Groups, PresetRole::Manager),
        preset("boss", "Boss", ScopeLevel::All, PresetRole::Boss),
        preset("administrator", "Administrator", ScopeLevel::All, PresetRole::Administrator),
    ]
}
