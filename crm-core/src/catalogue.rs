//! Every entity of the library, in the order in which rows must be written so that references point to what exists.

use crate::{
    access::{Operator, Role},
    audit::AuditEntry,
    company::{Company, CompanyProfile},
    custom::{CustomField, CustomValue},
    customers::{Contact, ContactPoint, Customer, CustomerAddress, CustomerGroup, CustomerGroupMember},
    dictionary::DictionaryEntry,
    entity::{Entity, EntityDecl},
    external::ExternalRef,
    feed::FeedEntry,
    pricing::{CustomerPrice, PriceList, PriceListItem, PriceSettings},
    products::{KitComponent, Product, ProductCode, ProductCost, ProductGroup, ProductUnit},
    receivables::{Adjustment, Allocation, OpenItem, Payment},
    sales::{Quote, QuoteLine, QuoteRevision, Reservation, SalesDocument, SalesLine, SalesOrder, SalesOrderLine},
    stock::{CostCorrection, CostLayer, CostVariance, LotBalance, StockBalance, StockDocument, StockLot, StockMovement, StockPool, Warehouse},
    storage::{CodeSeries, IdempotencyKey, NumberSeries},
    tax::TaxRate,
};
use std::sync::OnceLock;

/// Every entity, parents before children.
pub fn all() -> &'static [&'static EntityDecl] {
    static ALL: OnceLock<Vec<&'static EntityDecl>> = OnceLock::new();
    ALL.get_or_init(|| {
        vec![
            Company::decl(),
            NumberSeries::decl(),
            IdempotencyKey::decl(),
            Role::decl(),
            Operator::decl(),
            TaxRate::decl(),
            CompanyProfile::decl(),
            DictionaryEntry::decl(),
            CustomField::decl(),
            PriceList::decl(),
            PriceSettings::decl(),
            CodeSeries::decl(),
            CustomerGroup::decl(),
            Customer::decl(),
            CustomerGroupMember::decl(),
            Contact::decl(),
            ContactPoint::decl(),
            CustomerAddress::decl(),
            CustomValue::decl(),
            ProductGroup::decl(),
            Product::decl(),
            ProductUnit::decl(),
            ProductCode::decl(),
            KitComponent::decl(),
            PriceListItem::decl(),
            CustomerPrice::decl(),
            ProductCost::decl(),
            Warehouse::decl(),
            ExternalRef::decl(),
            StockPool::decl(),
            StockBalance::decl(),
            StockLot::decl(),
            LotBalance::decl(),
            StockDocument::decl(),
            Quote::decl(),
            QuoteRevision::decl(),
            QuoteLine::decl(),
            SalesOrder::decl(),
            SalesOrderLine::decl(),
            Reservation::decl(),
            SalesDocument::decl(),
            SalesLine::decl(),
            StockMovement::decl(),
            CostLayer::decl(),
            CostVariance::decl(),
            CostCorrection::decl(),
            Payment::decl(),
            Adjustment::decl(),
            OpenItem::decl(),
            Allocation::decl(),
            AuditEntry::decl(),
            FeedEntry::decl(),
        ]
    })
}

/// Entities that keep what happened: they name records that may be gone, and hold no change up.
pub const JOURNALS: &[&str] = &["audit_entry", "feed_entry"];

/// An entity by name.
pub fn find(name: &str) -> Option<&'static EntityDecl> {
    all().iter().find(|d| d.name == name).copied()
}

/// The place of an entity in the order of writing and locking.
pub fn rank(decl: &EntityDecl) -> usize {
    all().iter().position(|d| d.name == decl.name).unwrap_or(usize::MAX)
}
