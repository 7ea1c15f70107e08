//! How far a caller reaches among customers.

use super::ScopeLevel;
use crate::ids::{CustomerGroupId, OperatorId};

/// Which customers a caller reaches, and with them everything that belongs to them.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Scope(pub(crate) Rule);

/// Whom a scope reaches.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) enum Rule {
    /// Everybody.
    All,
    /// Customers of an owner, and those in groups and below them.
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

    /// Whether it reaches every customer.
    pub fn is_all(&self) -> bool {
        matches!(self.0, Rule::All)
    }
}
