//! The row scope of a caller among customers.

use super::ScopeLevel;
use crate::ids::{CustomerGroupId, OperatorId};

/// The customers a caller reaches, and with them everything that belongs to them.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Scope(pub(crate) Rule);

/// Which customers a scope covers.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) enum Rule {
    /// All customers.
    All,
    /// Customers of an owner, and those in groups and their subgroups.
    Some { owner: OperatorId, groups: Vec<CustomerGroupId> },
}

impl Scope {
    pub(super) fn all() -> Self {
        Self(Rule::All)
    }

    /// The scope of a level for an operator with these groups.
    pub(super) fn of(level: ScopeLevel, owner: OperatorId, groups: &[CustomerGroupId]) -> Self {
        let groups = match level {
            ScopeLevel::All => return Self::all(),
            ScopeLevel::Groups => groups.to_vec(),
            ScopeLevel::Own => Vec::new(),
        };
        Self(Rule::Some { owner, groups })
    }

    /// Whether it certainly covers every customer that another scope of the same principal covers.
    pub(crate) fn covers(&self, other: &Self) -> bool {
        match (&self.0, &other.0) {
            (Rule::All, _) => true,
            (Rule::Some { .. }, Rule::All) => false,
            (Rule::Some { owner, groups }, Rule::Some { owner: other_owner, groups: others }) => {
                owner == other_owner && others.iter().all(|group| groups.contains(group))
            }
        }
    }

    /// Whether it covers every customer.
    pub fn is_all(&self) -> bool {
        matches!(self.0, Rule::All)
    }
}
