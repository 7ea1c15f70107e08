//! Rights, roles and operators, as data of the company.

use crate::{
    entity,
    entity::{Kind, Mask, RowScope},
    ids::{CustomerGroupId, OperatorId, RoleId},
    num::Rate,
    text_enum,
};

text_enum! {
    /// A thing that a role may allow.
    Right {
        /// See customers and their groups.
        CustomersRead = "customers.read",
        /// Change what a customer is: name, contacts, addresses, notes. Not who reaches it, and not what it costs.
        CustomersWrite = "customers.write",
        /// Change whom a customer belongs to: owner, groups and payer.
        CustomersAssign = "customers.assign",
        /// Change terms of payment and tax codes of customers.
        CustomersTerms = "customers.terms",
        /// Change credit limits of customers.
        CreditManage = "credit.manage",
        /// Change the trees of customer groups, within the own groups unless the role reaches everybody.
        GroupsManage = "groups.manage",
        /// See products, their groups, codes and units, price lists, warehouses and tax rates.
        ProductsRead = "products.read",
        /// Change products, their groups, codes and units, warehouses and tax rates.
        ProductsWrite = "products.write",
        /// Change price lists, prices agreed with customers, and which list a customer or group has.
        PricesWrite = "prices.write",
        /// Give more discount than the largest of the role.
        PriceOverride = "price.override",
        /// Sell below cost or below the least margin, where the company forbids it.
        PriceBelowCost = "price.below_cost",
        /// See stock and its movements.
        StockRead = "stock.read",
        /// Post receipts, counts, transfers and supplier returns, and undo them.
        StockPost = "stock.post",
        /// See deliveries and returns.
        SalesRead = "sales.read",
        /// Write quotes and sales orders, and close them.
        OrdersWrite = "orders.write",
        /// Accept a quote after its validity.
        QuotesAcceptExpired = "quotes.accept_expired",
        /// Post deliveries and returns.
        SalesPost = "sales.post",
        /// Post credit notes, and whatever else is in a customer's favour: totals below nothing, returns of which no delivery is named, returns above
        /// what was paid; and reverse documents.
        CreditsPost = "credits.post",
        /// See receivables, credits, payments and ageing.
        ReceivablesRead = "receivables.read",
        /// Record, refund and cancel payments, allocate credits, reschedule receivables.
        PaymentsPost = "payments.post",
        /// Write receivables and credits off, up to the company's tolerance.
        WriteOff = "receivables.write_off",
        /// Write off beyond the tolerance.
        WriteOffBeyond = "receivables.write_off_beyond",
        /// Deliver to a customer beyond the credit limit.
        CreditOverride = "credit.override",
        /// See costs and profits.
        CostRead = "cost.read",
        /// Change costs: specified costs, values of stock, late costs, prices of receipts, costing methods.
        CostWrite = "cost.write",
        /// Give a sales line a cost of its own.
        CostOverride = "cost.override",
        /// Bring opening balances in.
        OpeningImport = "opening.import",
        /// Change the company's own profile.
        CompanyManage = "company.manage",
        /// Change roles and operators, and give what one has.
        AccessManage = "access.manage",
        /// Read the audit trail.
        AuditRead = "audit.read",
        /// Follow the change feed.
        FeedRead = "feed.read",
        /// Check every invariant of the books.
        LedgerVerify = "ledger.verify",
    }
}

impl Mask {
    /// The right to see what it hides.
    pub fn right(self) -> Right {
        match self {
            Self::Cost => Right::CostRead,
        }
    }
}

text_enum! {
    /// How far a role reaches among customers, the narrowest first.
    ScopeLevel {
        /// Customers that the operator owns.
        Own = "own",
        /// Customers in the groups given to the operator and below them, and the operator's own.
        Groups = "groups",
        /// Every customer.
        All = "all",
    }
}

entity! {
    /// A named set of rights with a reach.
    Role "role" {
        id: RoleId,
        kind: Kind::Master,
        scope: RowScope::Company,
        unique: [["code"]],
        fields: {
            /// Code that principals name it by, such as `salesperson`.
            code: String,
            /// Name for people.
            name: String,
            /// The rights.
            rights: Vec<Right>,
            /// How far it reaches.
            scope: ScopeLevel,
            /// The largest discount that it gives, in percent of the price that lists and agreements say; none: no discount of its own.
            max_discount: Option<Rate>,
            /// Other systems whose keys are for holders of the role, and of others that name them: nobody else gives a record such a key, or uses one.
            #[serde(default)]
            systems: Vec<String>,
        }
    }
}

entity! {
    /// A person who works with the system; for hosts with users of their own, a projection of them.
    Operator "operator" {
        id: OperatorId,
        kind: Kind::Master,
        scope: RowScope::Company,
        unique: [["code"]],
        fields: {
            /// Login or staff number.
            code: String,
            /// Name.
            name: String => [searchable()],
            /// Codes of the roles; principals of the host bring their own.
            #[serde(default)]
            roles: Vec<String> => [lists("role")],
            /// Whether they still work here.
            #[serde(default = "crate::entity::yes")]
            is_active: bool,
            /// The customer groups given to the operator.
            #[serde(default)]
            groups: Vec<CustomerGroupId> => [lists("customer_group")],
        }
    }
}

impl Role {
    /// A role with these rights.
    pub fn with(code: &str, name: &str, scope: ScopeLevel, rights: &[Right]) -> Self {
        Self { code: code.to_owned(), name: name.to_owned(), rights: rights.to_vec(), scope, max_discount: None, systems: Vec::new() }
    }
}

impl Operator {
    /// An active operator with roles.
    pub fn with(code: &str, name: &str, roles: &[&str], groups: &[CustomerGroupId]) -> Self {
        Self {
            code: code.to_owned(),
            name: name.to_owned(),
            roles: roles.iter().map(|r| (*r).to_owned()).collect(),
            is_active: true,
            groups: groups.to_vec(),
        }
    }
}

/// The four roles that every new company has: salesperson, manager, boss, administrator.
pub fn preset_roles() -> Vec<Role> {
    use Right::{
        AuditRead, CostOverride, CostRead, CostWrite, CreditManage, CreditOverride, CreditsPost, CustomersAssign, CustomersRead, CustomersTerms,
        CustomersWrite, FeedRead, GroupsManage, LedgerVerify, OrdersWrite, PaymentsPost, PriceBelowCost, PriceOverride, PricesWrite, ProductsRead,
        QuotesAcceptExpired, ReceivablesRead, SalesPost, SalesRead, StockRead, WriteOff, WriteOffBeyond,
    };
    let salesperson = [CustomersRead, CustomersWrite, ProductsRead, StockRead, SalesRead, OrdersWrite, SalesPost, ReceivablesRead];
    let selling = [CostRead, PaymentsPost, CreditsPost, QuotesAcceptExpired, WriteOff, PricesWrite, PriceOverride];
    let managing = selling.into_iter().chain([CustomersAssign, CustomersTerms, GroupsManage]);
    let manager: Vec<_> = salesperson.into_iter().chain(managing).collect();
    let deciding = [AuditRead, FeedRead, LedgerVerify, WriteOffBeyond, CreditOverride, CreditManage, PriceBelowCost, CostWrite, CostOverride];
    let boss: Vec<_> = manager.iter().copied().chain(deciding).collect();
    vec![
        Role::with("salesperson", "Salesperson", ScopeLevel::Own, &salesperson),
        Role::with("manager", "Manager", ScopeLevel::Groups, &manager),
        Role::with("boss", "Boss", ScopeLevel::All, &boss),
        Role::with("administrator", "Administrator", ScopeLevel::All, Right::ALL),
    ]
}
