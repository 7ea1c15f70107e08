//! The records that the engine itself depends on: the rules of company, roles, operators and custom fields, and the keys that records are found by.

mod rules;
mod search_keys;

pub(crate) use search_keys::FindStale;
pub use search_keys::RebuiltKeys;
