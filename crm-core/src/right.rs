//! Rights, each declared once: its name, what it allows, and the least of the preset roles that has it.

use crate::text_enum;

/// The preset roles, each with all rights of those before it.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum PresetRole {
    /// Sells to own customers.
    Salesperson,
    /// Leads groups of customers.
    Manager,
    /// Sees and decides everything that is sold.
    Boss,
    /// May do everything.
    Administrator,
}

/// Declares the rights.
macro_rules! rights {
    ($($(#[doc = $doc:literal])+ $name:ident = $text:literal, $least:ident;)+) => {
        text_enum! {
            /// A thing that a role may allow.
            Right { $($(#[doc = $doc])+ $name = $text,)+ }
        }

        impl Right {
            /// The least of the preset roles that has it.
            pub fn least_role(self) -> PresetRole {
                match self { $(Self::$name => PresetRole::$least,)+ }
            }
        }
    };
}

rights! {
    /// See customers and their groups.
    CustomersRead = "customers.read", Salesperson;
    /// Change what a customer is: name, contacts, addresses, notes. Not who reaches it, and not what it costs.
    CustomersWrite = "customers.write", Salesperson;
    /// Change whom a customer belongs to: owner, groups and payer.
    CustomersAssign = "customers.assign", Manager;
    /// Change terms of payment and tax codes of customers.
    CustomersTerms = "customers.terms", Manager;
    /// Change credit limits of customers.
    CreditManage = "credit.manage", Boss;
    /// Change the trees of customer groups, within the own groups unless the role reaches everybody.
    GroupsManage = "groups.manage", Manager;
    /// See products, their groups, codes and units, price lists, warehouses and tax rates.
    ProductsRead = "products.read", Salesperson;
    /// Change products, their groups, codes and units, warehouses and tax rates.
    ProductsWrite = "products.write", Administrator;
    /// Change price lists, prices agreed with customers, and which list a customer or group has.
    PricesWrite = "prices.write", Manager;
    /// Give more discount than the largest of the role.
    PriceOverride = "price.override", Manager;
    /// Sell below cost or below the least margin, where the company forbids it.
    PriceBelowCost = "price.below_cost", Boss;
    /// See stock and its movements.
    StockRead = "stock.read", Salesperson;
    /// Post receipts, counts, transfers and supplier returns, and undo them.
    StockPost = "stock.post", Administrator;
    /// See deliveries and returns.
    SalesRead = "sales.read", Salesperson;
    /// Write quotes and sales orders, and close them.
    OrdersWrite = "orders.write", Salesperson;
    /// Accept a quote after its validity.
    QuotesAcceptExpired = "quotes.accept_expired", Manager;
    /// Post deliveries and returns.
    SalesPost = "sales.post", Salesperson;
    /// Post credit notes, and whatever else is in a customer's favour: totals below nothing, returns of which no delivery is named, returns above
    /// what was paid; and reverse documents.
    CreditsPost = "credits.post", Manager;
    /// See receivables, credits, payments and ageing.
    ReceivablesRead = "receivables.read", Salesperson;
    /// Record, refund and cancel payments, allocate credits, reschedule receivables.
    PaymentsPost = "payments.post", Manager;
    /// Write receivables and credits off, up to the company's tolerance.
    WriteOff = "receivables.write_off", Manager;
    /// Write off beyond the tolerance.
    WriteOffBeyond = "receivables.write_off_beyond", Boss;
    /// Deliver to a customer beyond the credit limit.
    CreditOverride = "credit.override", Boss;
    /// See costs and profits.
    CostRead = "cost.read", Manager;
    /// Change costs: specified costs, values of stock, late costs, prices of receipts, costing methods.
    CostWrite = "cost.write", Boss;
    /// Give a sales line a cost of its own.
    CostOverride = "cost.override", Boss;
    /// Bring opening balances in.
    OpeningImport = "opening.import", Administrator;
    /// Change the company's own profile.
    CompanyManage = "company.manage", Administrator;
    /// Change roles and operators, and give what one has.
    AccessManage = "access.manage", Administrator;
    /// Read the audit trail.
    AuditRead = "audit.read", Boss;
    /// Follow the change feed.
    FeedRead = "feed.read", Boss;
    /// Check every invariant of the books.
    LedgerVerify = "ledger.verify", Boss;
}
