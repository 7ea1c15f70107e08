//! The change feed: what changed, in the order of commits, without gaps. Positions come from a counter row of the company,
//! taken in the transaction of the change, so that a reader who has seen position n has seen everything before it.

use crate::{
    audit::Action,
    entity,
    ids::{AuditId, CustomerId},
    time::Instant,
};
use uuid::Uuid;

/// The series that positions come from.
pub const FEED_SERIES: &str = "feed";

entity! {
    /// One change, for programs that follow.
    FeedEntry "feed_entry" {
        key: ["position"],
        kind: Ledger,
        scope: ThroughCustomer,
        read: FeedRead,
        unique: [],
        fields: {
            /// Place in the feed, from 1.
            position: i64,
            /// When.
            at: Instant,
            /// The entity.
            entity: String,
            /// The record.
            record_id: Uuid,
            /// The customer it belongs to.
            customer_id: Option<CustomerId>,
            /// What happened.
            action: Action,
            /// The audit row with the fields before and after.
            audit_id: AuditId => [loose()],
        }
    }
}
