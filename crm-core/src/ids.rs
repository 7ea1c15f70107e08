//! Typed ids: a customer's id cannot be passed where a product's is meant.
//!
//! Ids are UUIDs of version 7, made by an `IdSource` that the host supplies; the library draws no randomness itself.

use serde::{Deserialize, Serialize};
use std::sync::atomic::{AtomicU64, Ordering};
use uuid::Uuid;

/// Where the library gets new ids from.
pub trait IdSource: Send + Sync {
    /// A new id, larger than every earlier one of this source as far as the clock allows.
    fn next_id(&self) -> Uuid;
}

/// Ids that count up from a seed: the same run makes the same ids. For tests and oracles, not for shared databases.
#[derive(Debug)]
pub struct SequentialIds {
    seed: u64,
    next: AtomicU64,
}

impl SequentialIds {
    /// A source whose ids carry the seed, so that two sources do not collide.
    pub fn new(seed: u64) -> Self {
        Self { seed, next: AtomicU64::new(1) }
    }
}

impl IdSource for SequentialIds {
    fn next_id(&self) -> Uuid {
        let count = self.next.fetch_add(1, Ordering::Relaxed);
        let mut random = [0_u8; 10];
        random.iter_mut().skip(2).zip(self.seed.to_be_bytes()).for_each(|(to, from)| *to = from);
        uuid::Builder::from_unix_timestamp_millis(count, &random).into_uuid()
    }
}

/// Declares a typed id.
macro_rules! ids {
    ($($(#[doc = $doc:literal])+ $name:ident;)+) => {$(
        $(#[doc = $doc])+
        #[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
        #[serde(transparent)]
        pub struct $name(pub Uuid);

        impl TypedId for $name {
            fn from_uuid(id: Uuid) -> Self { Self(id) }
            fn uuid(self) -> Uuid { self.0 }
        }

        #[cfg(feature = "schema")]
        impl schemars::JsonSchema for $name {
            fn inline_schema() -> bool { true }
            fn schema_name() -> std::borrow::Cow<'static, str> { stringify!($name).into() }
            fn json_schema(generator: &mut schemars::SchemaGenerator) -> schemars::Schema { Uuid::json_schema(generator) }
        }

        impl From<Uuid> for $name {
            fn from(id: Uuid) -> Self { Self(id) }
        }

        impl std::fmt::Display for $name {
            fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result { self.0.fmt(f) }
        }

        impl crate::entity::FieldValue for $name {
            const TYPE: crate::entity::ValueType = crate::entity::ValueType::Id;
            fn encode(&self) -> crate::entity::Value { crate::entity::Value::Id(self.0) }
            fn decode(value: crate::entity::Value, _: &crate::entity::Decoding) -> crate::error::Result<Self> {
                match value {
                    crate::entity::Value::Id(id) => Ok(Self(id)),
                    other => Err(other.mismatch("id")),
                }
            }
        }
    )+};
}

/// What all typed ids have in common.
pub trait TypedId: Copy + Eq + Ord + std::hash::Hash + std::fmt::Display + Send + Sync + crate::entity::FieldValue + 'static {
    /// The id with this UUID.
    fn from_uuid(id: Uuid) -> Self;
    /// The UUID behind the id.
    fn uuid(self) -> Uuid;
}

ids! {
    /// A company: the tenant that every row belongs to.
    CompanyId;
    /// A person who works with the system.
    OperatorId;
    /// A named set of rights.
    RoleId;
    /// A customer.
    CustomerId;
    /// A node in the tree of customer groups.
    CustomerGroupId;
    /// The membership of a customer in a group.
    CustomerGroupMemberId;
    /// A person at a customer.
    ContactId;
    /// A way to reach a customer or a contact.
    ContactPointId;
    /// A place of a customer.
    CustomerAddressId;
    /// An entry of the data dictionary.
    DictionaryEntryId;
    /// What the own company is called, and calculates by, from a day on.
    CompanyProfileId;
    /// A field that the host declares.
    CustomFieldId;
    /// What a record holds in a field that the host declares.
    CustomValueId;
    /// What another system calls a record.
    ExternalRefId;
    /// A product or service.
    ProductId;
    /// A node in the tree of product groups.
    ProductGroupId;
    /// A unit that a product is also counted in.
    ProductUnitId;
    /// A code that a product is also known by.
    ProductCodeId;
    /// A part of a kit.
    KitComponentId;
    /// A price list.
    PriceListId;
    /// A price on a list.
    PriceListItemId;
    /// A price agreed with a customer.
    CustomerPriceId;
    /// A place where stock lies.
    WarehouseId;
    /// A tax rate from a day on.
    TaxRateId;
    /// A receipt, count or opening of stock.
    StockDocumentId;
    /// One movement of one product.
    MovementId;
    /// A specified unit cost from a day on.
    ProductCostId;
    /// A difference between what was paid and what stock became worth.
    CostVarianceId;
    /// A later correction of what a sales line cost.
    CostCorrectionId;
    /// A delivery or a customer return.
    SalesDocumentId;
    /// A line of a delivery or return.
    SalesLineId;
    /// A quote, through all its revisions.
    QuoteId;
    /// One revision of a quote.
    QuoteRevisionId;
    /// A line of a revision of a quote.
    QuoteLineId;
    /// A sales order.
    SalesOrderId;
    /// A line of a sales order.
    SalesOrderLineId;
    /// A payment.
    PaymentId;
    /// Something open between a customer and the company: a receivable or a credit.
    OpenItemId;
    /// A credit set against a receivable on a day.
    AllocationId;
    /// A refund, write-off, cancellation or rescheduling.
    AdjustmentId;
    /// A row of the audit trail.
    AuditId;
    /// A row of the change feed.
    FeedId;
}
