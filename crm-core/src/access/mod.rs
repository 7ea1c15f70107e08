//! Authorization: who may do what, to which customers, and which fields they see. A single entry point: [`Guard::permit`].
//!
//! Invariant: only this module creates a [`Scope`] or a [`Step`]; no read or join is possible without one, and an empty grant sees nothing.

mod company;
mod guard;
mod ownership;
mod role;
mod scope;

pub use crate::entity::Right;
pub use company::Company;
pub(crate) use company::default_expiry_policy;
pub(crate) use guard::{AsOf, missing};
pub use guard::{CustomerAccess, Guard, Permit, Principal};
pub use ownership::Ownership;
pub use role::{Operator, Role, ScopeLevel, preset_roles};
pub(crate) use scope::Rule;
pub use scope::Scope;
