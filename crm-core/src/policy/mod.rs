//! The policies that a company and its customers hold: terms of payment, how strictly prices and credit are controlled, how tax is calculated.
//!
//! Invariant: a policy is a value. It knows no record and reads nothing; what is decided by it is decided by the area that it belongs to.

mod level;
mod tax;
mod terms;

pub use level::{CreditPolicy, PolicyLevel};
pub use tax::{TaxMethod, TaxPolicy};
pub(crate) use terms::check_instalments;
pub use terms::{Instalment, PaymentTerms, TermPart, TermShare, TermStep, due_day};
