//! The policies of a company and its customers: payment terms, enforcement of pricing and credit policy, tax calculation.
//!
//! Invariant: a policy is a value. It knows no records and reads nothing; the area it belongs to applies it.

mod level;
mod tax;
mod terms;

pub use level::{CreditPolicy, PolicyLevel};
pub use tax::{TaxMethod, TaxPolicy};
pub(crate) use terms::check_instalments;
pub use terms::{Instalment, PaymentTerms, TermPart, TermShare, TermStep, due_day};
