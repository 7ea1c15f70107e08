//! Every entity of the library, in the order in which rows must be written so that references point to what exists.

use crate::{
    access::{Operator, Role},
    audit::AuditEntry,
    company::Company,
    customers::{Customer, CustomerGroup},
    entity::{Entity, EntityDecl},
    external::ExternalRef,
    feed::FeedEntry,
    products::{Product, ProductCost, ProductGroup},
    receivables::{Allocation, OpenItem, Payment},
    sales::{SalesDocument, SalesLine},
    stock::{CostCorrection, CostLayer, CostVariance, LotBalance, StockBalance, StockDocument, StockLot, StockMovement, StockPool, Warehouse},
    storage::{IdempotencyKey, NumberSeries},
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
            CustomerGroup::decl(),
            Customer::decl(),
            ProductGroup::decl(),
            Product::decl(),
            ProductCost::decl(),
            Warehouse::decl(),
            ExternalRef::decl(),
            StockPool::decl(),
            StockBalance::decl(),
            StockLot::decl(),
            LotBalance::decl(),
            StockDocument::decl(),
            SalesDocument::decl(),
            SalesLine::decl(),
            StockMovement::decl(),
            CostLayer::decl(),
            CostVariance::decl(),
            CostCorrection::decl(),
            Payment::decl(),
            OpenItem::decl(),
            Allocation::decl(),
            AuditEntry::decl(),
            FeedEntry::decl(),
        ]
    })
}

/// An entity by name.
pub fn find(name: &str) -> Option<&'static EntityDecl> {
    all().iter().find(|d| d.name == name).copied()
}

/// The place of an entity in the order of writing and locking.
pub fn rank(decl: &EntityDecl) -> usize {
    all().iter().position(|d| d.name == decl.name).unwrap_or(usize::MAX)
}
