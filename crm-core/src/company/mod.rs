//! The company's profile: its identity, and the policies its documents are calculated by.

mod iban;
mod profile;

pub use crate::access::Company;
pub use iban::iban;
pub use profile::{CompanyProfile, profile_in_force};
