//! Operations: acts on many records that can be undone, and what each record was before.

use super::Action;
use crate::{
    entity,
    ids::{OperationChangeId, OperationId, OperatorId},
    right::Right,
    text_enum,
    time::Instant,
};
use serde_json::Value as Json;
use uuid::Uuid;

text_enum! {
    /// What an operation did.
    OperationKind {
        /// Dictionary entries were merged.
        EntryMerge = "entry_merge",
        /// Customers were given another owner.
        Reassignment = "reassignment",
    }
}

impl OperationKind {
    /// The right that doing it requires, and undoing it.
    pub fn right(self) -> Right {
        match self {
            Self::EntryMerge => Right::CompanyManage,
            Self::Reassignment => Right::CustomersAssign,
        }
    }

    /// Whether it requires access to every customer.
    pub(crate) fn needs_full_scope(self) -> bool {
        matches!(self, Self::EntryMerge)
    }
}

entity! {
    /// An act on many records that can be undone. Its operator sees it, and callers who reach every customer.
    Operation "operation" {
        id: OperationId,
        kind: State,
        scope: Operator,
        read: CustomersRead,
        unique: [],
        fields: {
            /// What was done.
            kind: OperationKind,
            /// Who did it.
            operator_id: OperatorId => [loose()],
            /// When.
            at: Instant,
            /// Why, as given by the operator.
            reason: Option<String>,
            /// Number of records changed or deleted.
            records: i64,
            /// When it was undone; null if it was not.
            undone_at: Option<Instant>,
            /// Who undid it.
            undone_by_id: Option<OperatorId> => [loose()],
            /// Number of records that undoing it left as they were, at least in part, because they had changed since.
            kept: Option<i64>,
        }
    }
}

entity! {
    /// A record changed by an operation, before and after.
    OperationChange "operation_change" {
        id: OperationChangeId,
        kind: Ledger,
        scope: Company,
        unique: [],
        fields: {
            /// The operation.
            operation_id: OperationId,
            /// The entity.
            entity: String,
            /// The record.
            record_id: Uuid,
            /// What happened to it.
            action: Action,
            /// The fields before; of a change only those that changed; JSON null for a new record.
            before: Json,
            /// The fields after; of a change only those that changed; of a deleted record only its `version`.
            after: Json,
        }
    }
}
