//! Whose customer it was, and since when.

use crate::{
    entity,
    ids::{CustomerId, OperatorId, OwnershipId},
    time::Instant,
};

entity! {
    /// A customer's owner from a time on, until the next row of the customer. Written with every change of the owner, whatever makes it.
    Ownership "ownership" {
        id: OwnershipId,
        kind: State,
        scope: ThroughCustomer,
        read: CustomersRead,
        unique: [],
        indexes: [["customer_id", "since"]],
        fields: {
            /// The customer.
            customer_id: CustomerId => [part_of()],
            /// The owner; null if the customer had none from then on.
            operator_id: Option<OperatorId>,
            /// Since when.
            since: Instant,
        }
    }
}
