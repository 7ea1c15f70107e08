//! External references: the host's own keys for our records, several a record, each unique in its system and type.

use crate::{
    entity,
    entity::{Kind, Reach},
};
use uuid::Uuid;

entity! {
    /// What another system calls a record of ours.
    ExternalRef "external_ref" {
        key: ["system", "record_type", "external_id"],
        kind: Kind::Ledger,
        reach: Reach::Company,
        unique: [],
        fields: {
            /// The other system, such as `erp`.
            system: String,
            /// Our entity, such as `customer`.
            record_type: String,
            /// Its key there.
            external_id: String,
            /// The record here.
            record_id: Uuid,
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
}
