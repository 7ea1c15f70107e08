//! The change feed: all changes in the order of commits, without gaps. Positions come from a counter row of the company, taken in the transaction of
//! the change, so that a reader that has seen position n has seen everything before it.

use crate::{
    audit::Action,
    entity,
    ids::{AuditId, CustomerId},
    time::Instant,
};
use uuid::Uuid;

/// The number series of feed positions.
pub const FEED_SERIES: &str = "feed";

entity! {
    /// A change, for programs that follow the feed.
    FeedEntry "feed_entry" {
        key: ["position"],
        kind: Ledger,
        scope: ThroughCustomer,
        read: FeedRead,
        unique: [],
        fields: {
            /// Position in the feed, from 1.
            position: i64,
            /// Time of the change.
            at: Instant,
            /// The entity.
            entity: String,
            /// The record.
            record_id: Uuid,
            /// The customer it belongs to.
            customer_id: Option<CustomerId>,
            /// Kind of change.
            action: Action,
            /// The audit entry with the fields before and after.
            audit_id: AuditId => [loose()],
        }
    }
}
