//! Which right each entity's records need, and what each master checks of itself.

use super::{Listed, Master, Referred, records::check_texts};
use crate::{
    access::{Guard, Operator, Permit, Right, Role},
    audit::AuditEntry,
    company::{Company, CompanyProfile, iban},
    custom::CustomField,
    customers::{Contact, ContactPoint, Customer, CustomerAddress, CustomerGroup, CustomerGroupMember, contact_key, tax_id_key},
    dictionary::{DictionaryEntry, check_labels, check_name},
    entity::{Entity, EntityDecl},
    error::{Error, Result},
    feed::FeedEntry,
    products::{Product, ProductGroup},
    receivables::{Adjustment, Allocation, OpenItem, Payment},
    sales::{Quote, QuoteLine, QuoteRevision, SalesDocument, SalesLine, SalesOrder, SalesOrderLine},
    stock::{StockBalance, StockDocument, StockMovement, StockPool, Warehouse},
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
    CustomerGroupMember: CustomersRead;
    Contact: CustomersRead;
    ContactPoint: CustomersRead;
    CustomerAddress: CustomersRead;
    DictionaryEntry: CustomersRead;
    CustomField: CustomersRead;
    CompanyProfile: ProductsRead;
    ProductGroup: ProductsRead;
    Product: ProductsRead;
    Warehouse: ProductsRead;
    TaxRate: ProductsRead;
    StockPool: StockRead;
    StockBalance: StockRead;
    StockDocument: StockRead;
    StockMovement: StockRead;
    Quote: SalesRead;
    QuoteRevision: SalesRead;
    QuoteLine: SalesRead;
    SalesOrder: SalesRead;
    SalesOrderLine: SalesRead;
    SalesDocument: SalesRead;
    SalesLine: SalesRead;
    OpenItem: ReceivablesRead;
    Payment: ReceivablesRead;
    Adjustment: ReceivablesRead;
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

/// # Errors
/// `field.invalid` for what would move to another customer.
fn check_customer(now: crate::ids::CustomerId, stored: crate::ids::CustomerId) -> Result<()> {
    if now == stored { Ok(()) } else { Err(Error::field("customer_id", "stays: it belongs to this customer")) }
}

impl Master for CustomerGroupMember {
    const WRITE: Right = Right::CustomersWrite;

    fn keep(&mut self, stored: &Self) -> Result<()> {
        check_customer(self.customer_id, stored.customer_id)
    }

    fn check(&self) -> Result<()> {
        Ok(())
    }
}

impl Master for Contact {
    const WRITE: Right = Right::CustomersWrite;

    fn keep(&mut self, stored: &Self) -> Result<()> {
        check_customer(self.customer_id, stored.customer_id)
    }

    fn check(&self) -> Result<()> {
        check_texts(self)
    }
}

impl Master for CustomerAddress {
    const WRITE: Right = Right::CustomersWrite;

    fn keep(&mut self, stored: &Self) -> Result<()> {
        check_customer(self.customer_id, stored.customer_id)
    }

    fn check(&self) -> Result<()> {
        check_texts(self)
    }
}

impl Master for ContactPoint {
    const WRITE: Right = Right::CustomersWrite;

    fn keep(&mut self, stored: &Self) -> Result<()> {
        check_customer(self.customer_id, stored.customer_id)
    }

    fn normalise(&mut self) {
        self.lookup_key = contact_key(self.kind, &self.value, self.country.as_deref());
    }

    fn check(&self) -> Result<()> {
        check_texts(self)?;
        self.check_value()
    }

    fn check_referred(&self, referred: &Referred) -> Result<()> {
        let Some(contact) = self.contact_id else { return Ok(()) };
        match referred.get::<Contact>(contact)? {
            Some(contact) if contact.customer_id != self.customer_id => Err(Error::field("contact_id", "is a contact of another customer")),
            _ => Ok(()),
        }
    }
}

impl Master for DictionaryEntry {
    const WRITE: Right = Right::CompanyManage;

    fn keep(&mut self, stored: &Self) -> Result<()> {
        if self.category == stored.category { Ok(()) } else { Err(Error::field("category", "stays: records refer to the entry as one of it")) }
    }

    fn check(&self) -> Result<()> {
        check_texts(self)?;
        check_name("category", &self.category)?;
        check_labels(&self.labels)
    }

    fn check_referred(&self, referred: &Referred) -> Result<()> {
        let Some(parent) = self.parent_id else { return Ok(()) };
        match referred.get::<Self>(parent)? {
            Some(parent) if parent.category != self.category => Err(Error::field("parent_id", "is an entry of another category")),
            _ => Ok(()),
        }
    }
}

impl Master for CustomField {
    const WRITE: Right = Right::CompanyManage;
    // Sessions know the fields as they know their rights, and notice a change of either by the same counter.
    const GOVERNS_ACCESS: bool = true;

    fn keep(&mut self, stored: &Self) -> Result<()> {
        self.check_kept(stored)
    }

    fn check(&self) -> Result<()> {
        check_texts(self)?;
        self.check_fields()
    }

    fn check_referred(&self, referred: &Referred) -> Result<()> {
        crate::limits::check("MAX_CUSTOM_FIELDS", referred.custom_fields().saturating_add(1), crate::limits::MAX_CUSTOM_FIELDS)
    }
}

impl Master for CompanyProfile {
    const WRITE: Right = Right::CompanyManage;

    fn normalise(&mut self) {
        if let Some(Ok(plain)) = self.iban.as_deref().map(iban) {
            self.iban = Some(plain);
        }
    }

    fn check(&self) -> Result<()> {
        check_texts(self)?;
        if self.legal_name.trim().is_empty() {
            return Err(Error::field("legal_name", "is empty"));
        }
        self.check_fields()
    }

    fn check_referred(&self, referred: &Referred) -> Result<()> {
        let books = referred.company().currency;
        if self.currency == books { Ok(()) } else { Err(Error::field("currency", format!("is not {}, the currency of the books", books.code()))) }
    }
}

impl Master for Company {
    const WRITE: Right = Right::CompanyManage;
    const IS_CREATED: bool = false;
    const IS_DELETED: bool = false;

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
        if self.write_off_tolerance.is_negative() || self.write_off_tolerance.currency() != self.currency {
            return Err(Error::field("write_off_tolerance", "is negative, or in another currency than the books"));
        }
        if self.credit_overdue_days.is_some_and(|days| !(0..=3660).contains(&days)) {
            return Err(Error::field("credit_overdue_days", "is not between 0 and 3660"));
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

    fn normalise(&mut self) {
        self.tax_id_key = self.tax_id.as_deref().and_then(|raw| tax_id_key(raw, self.country.as_deref()));
    }

    fn check(&self) -> Result<()> {
        check_texts(self)?;
        if !(0..=3660).contains(&self.payment_days) {
            return Err(Error::field("payment_days", "is not between 0 and 3660"));
        }
        if self.credit_limit.is_some_and(|limit| limit.is_negative() || Some(limit.currency()) != self.currency) {
            return Err(Error::field("credit_limit", "is negative, or in another currency than the customer says"));
        }
        if let Some(terms) = &self.payment_terms {
            terms.check()?;
        }
        Ok(())
    }
}

impl Master for Product {
    const WRITE: Right = Right::ProductsWrite;

    fn check(&self) -> Result<()> {
        check_texts(self)?;
        match self.list_price {
            Some(price) if price.currency() != self.currency => Err(Error::field("list_price", "is in another currency than the product")),
            _ => Ok(()),
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
    const IS_DELETED: bool = false;
    const GOVERNS_ACCESS: bool = true;

    fn check(&self) -> Result<()> {
        check_texts(self)?;
        self.role_codes()?;
        self.group_ids().map(drop)
    }
}
