//! Rights, each declared once: its name, what it allows, and the lowest preset role that has it.

use crate::text_enum;

/// The preset roles, in ascending order: each has all rights of the roles before it.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum PresetRole {
    /// Sells to their own customers.
    Salesperson,
    /// Manages groups of customers.
    Manager,
    /// Sees and approves all sales.
    Boss,
    /// Has every right.
    Administrator,
}

/// Declares the rights and the lowest preset role for each.
macro_rules! rights {
    ($($(#[doc = $doc:literal])+ $name:ident = $text:literal, $least:ident;)+) => {
        text_enum! {
            /// Something that a role may allow.
            Right { $($(#[doc = $doc])+ $name = $text,)+ }
        }

        impl Right {
            /// The lowest preset role that has it.
            pub fn least_role(self) -> PresetRole {
                match self { $(Self::$name => PresetRole::$least,)+ }
            }
        }
    };
}

rights! {
    /// See customers and their groups.
    CustomersRead = "customers.read", Salesperson;
    /// Change customer details: name, contacts, addresses, notes. Does not cover who may see the customer or its terms.
    CustomersWrite = "customers.write", Salesperson;
    /// Change a customer's owner, groups and payer.
    CustomersAssign = "customers.assign", Manager;
    /// Change customers' payment terms and tax codes.
    CustomersTerms = "customers.terms", Manager;
    /// Change customers' credit limits.
    CreditManage = "credit.manage", Boss;
    /// Change the tree of customer groups; unless the role covers all customers, only within the operator's own groups.
    GroupsManage = "groups.manage", Manager;
    /// See products, their groups, codes and units, price lists, warehouses and tax rates.
    ProductsRead = "products.read", Salesperson;
    /// Change products, their groups, codes and units, warehouses and tax rates.
    ProductsWrite = "products.write", Administrator;
    /// Change price lists, customer price agreements, and the price list of a customer or group.
    PricesWrite = "prices.write", Manager;
    /// Give a discount above the role's maximum.
    PriceOverride = "price.override", Manager;
    /// Sell below cost or below the minimum margin where the company forbids it.
    PriceBelowCost = "price.below_cost", Boss;
    /// See stock and its movements.
    StockRead = "stock.read", Salesperson;
    /// Post and reverse receipts, counts, transfers and supplier returns.
    StockPost = "stock.post", Administrator;
    /// See deliveries and returns.
    SalesRead = "sales.read", Salesperson;
    /// Create, change and close quotes and sales orders.
    OrdersWrite = "orders.write", Salesperson;
    /// Accept a quote after it has expired.
    QuotesAcceptExpired = "quotes.accept_expired", Manager;
    /// Post deliveries and returns.
    SalesPost = "sales.post", Salesperson;
    /// Post credit notes and anything else in a customer's favour (negative totals, returns without a delivery, returns above the amount paid), and
    /// reverse documents.
    CreditsPost = "credits.post", Manager;
    /// See receivables, credits, payments and ageing.
    ReceivablesRead = "receivables.read", Salesperson;
    /// Record, refund and cancel payments, allocate credits, and reschedule receivables.
    PaymentsPost = "payments.post", Manager;
    /// Write off receivables and credits up to the company's tolerance.
    WriteOff = "receivables.write_off", Manager;
    /// Write off more than the tolerance.
    WriteOffBeyond = "receivables.write_off_beyond", Boss;
    /// Deliver to a customer beyond its credit limit.
    CreditOverride = "credit.override", Boss;
    /// See costs and profits.
    CostRead = "cost.read", Manager;
    /// Change costs: specified costs, stock values, costs added after receipt, receipt prices, costing methods.
    CostWrite = "cost.write", Boss;
    /// Override the cost of a sales line.
    CostOverride = "cost.override", Boss;
    /// Import opening balances.
    OpeningImport = "opening.import", Administrator;
    /// Change the company's own profile.
    CompanyManage = "company.manage", Administrator;
    /// Change roles and operators, and grant rights that one holds oneself.
    AccessManage = "access.manage", Administrator;
    /// Read the audit trail.
    AuditRead = "audit.read", Boss;
    /// Read the change feed.
    FeedRead = "feed.read", Boss;
    /// Verify every invariant of the books.
    LedgerVerify = "ledger.verify", Boss;
}
