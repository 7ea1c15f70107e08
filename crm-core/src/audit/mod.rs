//! The audit trail: who did what when, with the record before and after, written in the transaction of the change; and what the company's policy
//! refused to whom, which changed nothing and is noted by itself.

mod operation;

pub use operation::{Operation, OperationChange, OperationKind};

use crate::{
    entity,
    entity::{Mask, Masked},
    ids::{AuditId, CustomerId, OperatorId},
    text_enum,
    time::Instant,
};
use serde_json::Value as Json;
use uuid::Uuid;

text_enum! {
    /// What happened to a record.
    Action {
        /// It came into being.
        Create = "create",
        /// It changed.
        Update = "update",
        /// It was deleted; `before` is what it was.
        Delete = "delete",
        /// The company's policy on prices or credit refused something for the customer: nothing was changed, and no feed tells it. `after` is the
        /// error's code and details.
        Refuse = "refuse",
    }
}

entity! {
    /// One change of one record, or one refusal.
    AuditEntry "audit_entry" {
        id: AuditId,
        kind: Ledger,
        scope: ThroughCustomer,
        read: AuditRead,
        unique: [],
        fields: {
            /// When.
            at: Instant,
            /// Who.
            operator_id: OperatorId => [loose()],
            /// For whom they acted, if not for themselves.
            on_behalf_of: Option<String>,
            /// The host's request.
            request_id: Option<String>,
            /// The operation, such as `sales.deliver`.
            operation: String,
            /// The entity.
            entity: String,
            /// The record.
            record_id: Uuid,
            /// The customer it belongs to.
            customer_id: Option<CustomerId>,
            /// What happened.
            action: Action,
            /// The fields before; of a change only those that changed; JSON null for a new record.
            before: Masked<Json> => [masked(Mask::Cost)],
            /// The fields after; of a change only those that changed; JSON null for a deleted record. Numbers taken in the same act stand in the record itself.
            after: Masked<Json> => [masked(Mask::Cost)],
        }
    }
}
