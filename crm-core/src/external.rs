//! External references: what other systems call our records, several keys a record, each unique in its system and type.
//!
//! A reference is a part of its record: it is seen by whoever sees the record, and deleted with it, so that its key is free again. A system that a
//! role names ([`Role::systems`](crate::access::Role)) belongs to the holders of such roles; nobody else binds or uses its keys.

use crate::{
    entity,
    error::{Error, Result},
    ids::{CustomerId, ExternalRefId},
    limits,
    text::check_length,
};
use uuid::Uuid;

entity! {
    /// What another system calls a record of ours.
    ExternalRef "external_ref" {
        id: ExternalRefId,
        kind: Master,
        scope: ThroughCustomer,
        unique: [["system", "record_type", "external_id"]],
        fields: {
            /// The other system, such as `erp`.
            system: String,
            /// Our entity, such as `customer`.
            record_type: String,
            /// Its key there.
            external_id: String,
            /// The record here. The reference is deleted with it.
            record_id: Uuid => [indexed(), part_of_any()],
            /// The customer that the record belongs to, if it belongs to one.
            customer_id: Option<CustomerId> => [part_of()],
        }
    }
}

/// A key in another system: which system, and the key there. The type is that of the record it is used for.
#[derive(Debug, Clone, PartialEq, Eq, Hash, serde::Serialize, serde::Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct ExternalKey {
    /// The other system, such as `erp`.
    pub system: String,
    /// The key there.
    pub id: String,
}

impl ExternalKey {
    /// A key in a system.
    pub fn new(system: impl Into<String>, id: impl Into<String>) -> Self {
        Self { system: system.into(), id: id.into() }
    }

    /// # Errors
    /// `field.invalid`, `field.too_long`.
    pub(crate) fn check(&self) -> Result<()> {
        check_text("system", &self.system)?;
        check_text("external_id", &self.id)
    }
}

/// Checks the name of a system, or a key of it.
///
/// # Errors
/// `field.invalid`, `field.too_long`.
pub(crate) fn check_text(field: &'static str, text: &str) -> Result<()> {
    check_length(field, text, limits::MAX_TEXT)?;
    if text.trim().is_empty() { Err(Error::field(field, "is empty")) } else { Ok(()) }
}
