//! Who may do what, to which customers, and what they may see of it. One door: [`Guard::permit`].
//!
//! Invariant: only this module makes a [`Scope`] or a [`Step`], no read and no join is possible without one, and an empty grant sees nothing.

mod company;
mod guard;
mod role;
mod scope;

pub use crate::entity::Right;
pub use company::Company;
pub(crate) use company::default_expiry_policy;
pub use guard::{CustomerAccess, Guard, Permit, Principal};
pub use role::{Operator, Role, ScopeLevel, preset_roles};
pub(crate) use scope::Rule;
pub use scope::Scope;
