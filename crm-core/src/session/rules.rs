//! Which right each entity's records need, and what each master checks of itself.

use super::{Listed, Master, records::check_texts};
use crate::{
    access::{Guard, Operator, Permit, Right, Role},
    audit::AuditEntry,
    company::Company,
    customers::{Customer, CustomerGroup},
    entity::{Entity, EntityDecl},
    error::{Error, Result},
    feed::FeedEntry,
    products::{Product, ProductCost, ProductGroup, Tracking},
    receivables::{Allocation, OpenItem, Payment},
    sales::{SalesDocument, SalesLine},
    stock::{CostCorrection, CostVariance, LotBalance, StockBalance, StockDocument, StockLot, StockMovement, StockPool, Warehouse},
    tax::TaxRate,
};

/// Names the right to read each entity.
macro_rules! listed {
    ($($entity:ty: $right:ident;)+) => {
        $(impl Listed for $entity {
            const READ: Right = Right::$right;
        })+

        /// The right that reading an entity needs, where it is known only as data; none for what only the library reads.
        pub(crate) fn read_right(decl: &EntityDecl) -> Option<Right> {
            $(if decl.name == <$entity as Entity>::decl().name { return Some(Right::$right); })+
            None
        }
    };
}

listed! {
    Company: ProductsRead;
    Role: AccessManage;
    Operator: CustomersRead;
    CustomerGroup: CustomersRead;
    Customer: CustomersRead;
    ProductGroup: ProductsRead;
    Product: ProductsRead;
    Warehouse: ProductsRead;
    TaxRate: ProductsRead;
    StockPool: StockRead;
    StockBalance: StockRead;
    StockDocument: StockRead;
    StockMovement: StockRead;
    ProductCost: CostRead;
    StockLot: StockRead;
    LotBalance: StockRead;
    CostVariance: CostRead;
    CostCorrection: CostRead;
    SalesDocument: SalesRead;
    SalesLine: SalesRead;
    OpenItem: ReceivablesRead;
    Payment: ReceivablesRead;
    Allocation: ReceivablesRead;
    AuditEntry: AuditRead;
    FeedEntry: FeedRead;
}

/// Masters that check their texts and nothing else.
macro_rules! plain_masters {
    ($($entity:ty: $right:ident;)+) => {$(
        impl Master for $entity {
            const WRITE: Right = Right::$right;
            fn check(&self) -> Result<()> { check_texts(self) }
        }
    )+};
}

plain_masters! {
    CustomerGroup: CustomersWrite;
    ProductGroup: ProductsWrite;
    Warehouse: ProductsWrite;
}

impl Master for Company {
    const WRITE: Right = Right::CompanyManage;
    const IS_CREATED: bool = false;

    fn keep(&mut self, stored: &Self) -> Result<()> {
        self.access_version = stored.access_version;
        if self.currency != stored.currency || self.money_step != stored.money_step {
            return Err(Error::field("currency", "and the money step of books stay as they were opened"));
        }
        Ok(())
    }

    fn check(&self) -> Result<()> {
        check_texts(self)?;
        if self.backdating_days < 0 {
            return Err(Error::field("backdating_days", "is negative"));
        }
        Ok(())
    }
}

impl Master for Customer {
    const WRITE: Right = Right::CustomersWrite;

    fn prepare(&mut self, guard: &Guard, permit: &Permit) {
        if self.owner_id.is_none() && !permit.scope().is_all() {
            self.owner_id = Some(guard.principal().operator);
        }
    }

    fn check(&self) -> Result<()> {
        check_texts(self)?;
        if !(0..=3660).contains(&self.payment_days) {
            return Err(Error::field("payment_days", "is not between 0 and 3660"));
        }
        Ok(())
    }
}

impl Master for Product {
    const WRITE: Right = Right::ProductsWrite;

    fn keep(&mut self, stored: &Self) -> Result<()> {
        if self.costing != stored.costing {
            return Err(Error::field("costing", "is changed by a change of method, which carries the value of stock"));
        }
        if self.tracking != stored.tracking {
            return Err(Error::field("tracking", "stays as the product was made"));
        }
        Ok(())
    }

    fn check(&self) -> Result<()> {
        check_texts(self)?;
        if self.costing == crate::costing::LOT && self.tracking == Tracking::None {
            return Err(Error::field("tracking", "names no lots, and the product is costed by lot"));
        }
        match self.list_price {
            Some(price) if price.currency() != self.currency => Err(Error::field("list_price", "is in another currency than the product")),
            _ => Ok(()),
        }
    }
}

impl Master for ProductCost {
    const WRITE: Right = Right::CostWrite;

    fn check(&self) -> Result<()> {
        match self.unit_cost.shown() {
            Some(cost) if cost.amount().is_sign_negative() => Err(Error::field("unit_cost", "is negative")),
            Some(cost) if cost.currency() != self.currency => Err(Error::field("unit_cost", "is in another currency than it says")),
            Some(_) => Ok(()),
            None => Err(Error::field("unit_cost", "is hidden, so it cannot be written")),
        }
    }
}

impl Master for TaxRate {
    const WRITE: Right = Right::ProductsWrite;

    fn check(&self) -> Result<()> {
        check_texts(self)?;
        if self.rate < crate::num::Rate::ZERO {
            return Err(Error::field("rate", "is negative"));
        }
        Ok(())
    }
}

impl Master for Role {
    const WRITE: Right = Right::AccessManage;
    const GOVERNS_ACCESS: bool = true;

    fn check(&self) -> Result<()> {
        check_texts(self)?;
        self.granted_rights().map(drop)
    }
}

impl Master for Operator {
    const WRITE: Right = Right::AccessManage;
    const GOVERNS_ACCESS: bool = true;

    fn check(&self) -> Result<()> {
        check_texts(self)?;
        self.role_codes()?;
        self.group_ids().map(drop)
    }
}
