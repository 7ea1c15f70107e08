//! The own company: what it is called, and the policies that its documents are calculated with.

mod iban;
mod profile;

pub use crate::access::Company;
pub use iban::iban;
pub use profile::{CompanyProfile, profile_in_force};
