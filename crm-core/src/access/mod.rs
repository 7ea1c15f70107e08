//! Who may do what, to which customers, and what they may see of it. One door: [`Guard::permit`].
//!
//! Invariant: only this module makes a [`Scope`], no read is possible without one, and an empty grant sees nothing.

mod guard;
mod role;

pub use guard::{Guard, Permit, Principal, Scope};
pub use role::{Operator, ReachLevel, Right, Role, preset_roles};
