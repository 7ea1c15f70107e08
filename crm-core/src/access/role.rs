//! Roles and operators, stored as data of the company.

use crate::{
    entity,
    entity::{Mask, PresetRole, Right},
    ids::{CustomerGroupId, OperatorId, RoleId},
    num::Rate,
    text_enum,
};

impl Mask {
    /// The right to see the fields it hides.
    pub fn right(self) -> Right {
        match self {
            Self::Cost => Right::CostRead,
        }
    }
}

text_enum! {
    /// The scope of a role among customers, narrowest first.
    ScopeLevel {
        /// Customers owned by the operator.
        Own = "own",
        /// The operator's own customers, and those in its groups and their subgroups.
        Groups = "groups",
        /// Every customer.
        All = "all",
    }
}

entity! {
    /// A named set of rights with a scope.
    Role "role" {
        id: RoleId,
        kind: Master,
        scope: Company,
        read: AccessManage,
        write: AccessManage,
        unique: [["code"]],
        fields: {
            /// Code that principals refer to it by, such as `salesperson`.
            code: String => [required(), text(crate::limits::MAX_CODE)],
            /// Display name.
            name: String => [required()],
            /// The rights.
            rights: Vec<Right>,
            /// Its scope among customers.
            scope: ScopeLevel,
            /// The largest discount it allows, in percent of the list or agreed price; none: no discount.
            max_discount: Option<Rate>,
            /// External systems reserved for the role (and others that name them): nobody else may bind or use their keys.
            #[serde(default)]
            systems: Vec<String>,
        }
    }
}

entity! {
    /// A person who works with the system; for hosts with users of their own, a projection of such a user.
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
            /// Codes of the roles; principals from the host may bring their own.
            #[serde(default)]
            roles: Vec<String> => [lists("role")],
            /// Whether the operator is active.
            #[serde(default = "crate::entity::yes")]
            is_active: bool,
            /// The customer groups assigned to the operator.
            #[serde(default)]
            groups: Vec<CustomerGroupId> => [lists("customer_group")],
        }
    }
}

impl Role {
    /// A role with the given rights.
    pub fn with(code: &str, name: &str, scope: ScopeLevel, rights: &[Right]) -> Self {
        Self { code: code.to_owned(), name: name.to_owned(), rights: rights.to_vec(), scope, max_discount: None, systems: Vec::new() }
    }
}

impl Operator {
    /// An active operator with the given roles and groups.
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
