//! Customers, their contacts and addresses, and the trees of customer groups.
//!
//! Invariant: whatever belongs to a customer carries its id, is visible to whoever sees the customer, and is deleted with it.

mod card;
mod contact;
mod figures;
mod keys;
mod reassign;

pub use card::CustomerCard;
pub use contact::{AddressKind, Contact, ContactPoint, ContactPointKind, CustomerAddress};
pub use figures::CustomerFigures;
pub use keys::{Phone, TaxIdCheck, check_tax_id, contact_key, email_key, phone, tax_id_key, website_key};
pub use reassign::{OwnedCustomers, Reassigned, ReassignmentPreview};

use crate::{
    access::{Guard, Permit, Right},
    act::ActContext,
    entity,
    entity::{Entity, Stored, Value},
    error::{Code, Error, Result},
    ids::{CustomerGroupId, CustomerGroupMemberId, CustomerId, DictionaryEntryId, OperatorId, PriceListId},
    limits,
    num::{Currency, Money},
    policy::PaymentTerms,
    query::{Query, SelectPlan},
    records::{MasterRecord, References, check_prefix, code_from_series},
    text_enum,
    time::Day,
};
use async_trait::async_trait;
use std::collections::BTreeSet;

text_enum! {
    /// The legal kind of a customer.
    #[derive(Default)]
    CustomerKind {
        /// A company or other organisation.
        #[default]
        Organisation = "organisation",
        /// A person.
        Person = "person",
    }
}

entity! {
    /// A node in the trees of customer groups, nested up to the depth limit. Trees for regions, operators and so on stand side by side, each with its
    /// own root.
    CustomerGroup "customer_group" {
        id: CustomerGroupId,
        kind: Master,
        scope: Company,
        read: CustomersRead,
        write: GroupsManage,
        tree: "parent_id",
        unique: [["code"]],
        fields: {
            /// Code.
            code: String => [required(), text(limits::MAX_CODE)],
            /// Name.
            name: String => [searchable(), required()],
            /// Parent group; none for a root.
            parent_id: Option<CustomerGroupId>,
            /// Prefix of its new customers' codes; none: inherited from the parent group.
            code_prefix: Option<String>,
            /// Minimum digits of the number after the prefix.
            #[serde(default = "crate::products::default_code_digits")]
            code_digits: i64 => [between(1, limits::MAX_CODE_DIGITS)],
            /// Price list of its customers; none: inherited from the parent group.
            price_list_id: Option<PriceListId> => [needs(Right::PricesWrite)],
        }
    }
}

entity! {
    /// A customer.
    Customer "customer" {
        id: CustomerId,
        kind: Master,
        scope: Customer,
        read: CustomersRead,
        write: CustomersWrite,
        unique: [["code"]],
        fields: {
            /// Customer number.
            #[serde(default)]
            code: String => [searchable(), required(), text(limits::MAX_CODE)],
            /// Name.
            name: String => [searchable(), required()],
            /// Whether it is an organisation or a person.
            #[serde(default)]
            kind: CustomerKind,
            /// Legal name, if different.
            legal_name: Option<String> => [searchable()],
            /// Main group; further groups are [`CustomerGroupMember`]s.
            group_id: Option<CustomerGroupId> => [needs(Right::CustomersAssign)],
            /// The operator responsible for the customer.
            owner_id: Option<OperatorId> => [needs(Right::CustomersAssign)],
            /// Industry.
            industry_id: Option<DictionaryEntryId> => [entry_of("industry")],
            /// Lead source.
            source_id: Option<DictionaryEntryId> => [entry_of("source")],
            /// Rating, such as A, B or C.
            level_id: Option<DictionaryEntryId> => [entry_of("level")],
            /// Sales region.
            region_id: Option<DictionaryEntryId> => [entry_of("region")],
            /// Province.
            province_id: Option<DictionaryEntryId> => [entry_of("province")],
            /// Country, in the host's notation; tax numbers are normalised if it is ISO 3166 alpha-2.
            country: Option<String>,
            /// Tax number, as entered.
            tax_id: Option<String>,
            /// Lookup key of the tax number, see [`tax_id_key`]; maintained by the library.
            tax_id_key: Option<String> => [indexed()],
            /// Language of the customer's documents, such as `es`.
            language: Option<String>,
            /// Website.
            website: Option<String>,
            /// Notes.
            notes: Option<String> => [text(limits::MAX_NOTES)],
            /// Tax code of sales to this customer; none: the company's. A code in an exempt category (E, AE, K, G, O) takes precedence over the
            /// product's.
            tax_code: Option<String> => [needs(Right::CustomersTerms)],
            /// Tax profile (fiscal position): which codes replace those of products for this customer, as set in the tax rates.
            tax_profile: Option<String> => [needs(Right::CustomersTerms)],
            /// The customer's own price list; none: that of the nearest group with one, then the company's.
            price_list_id: Option<PriceListId> => [needs(Right::PricesWrite)],
            /// Days from a delivery until its receivable is due.
            #[serde(default)]
            payment_days: i64 => [needs(Right::CustomersTerms), between(0, limits::MAX_PAYMENT_DAYS)],
            /// Payment terms in instalments or by months; none: `payment_days` from the document date.
            payment_terms: Option<PaymentTerms> => [needs(Right::CustomersTerms)],
            /// The customer that pays, if another; the receivable stays with this customer.
            payer_id: Option<CustomerId> => [needs(Right::CustomersAssign)],
            /// Currency of the credit limit.
            currency: Option<Currency> => [needs(Right::CreditManage)],
            /// Credit limit, which undelivered orders count against; none: unlimited.
            credit_limit: Option<Money> => [needs(Right::CreditManage)],
            /// Whether new documents may be created for the customer.
            #[serde(default = "crate::entity::yes")]
            is_active: bool,
        },
        derived: {
            /// The customer's balance on the current day in the currency of the books: receivables less payments and other credits dated up to it.
            owed: Money = Sum("open_item", "amount") => [InBooksCurrency("currency"), UpToToday("day")],
            /// Receivables past due on the current day in the currency of the books. Unallocated credits are not deducted; what is allocated counts,
            /// even with a later day.
            overdue: Money = Sum("open_item", "open") => [InBooksCurrency("currency"), Positive("open"), BeforeToday("due_day")],
            /// Day of the last delivery up to the current day that was not reversed; null for a customer without one.
            last_delivery_day: Day =
                Max("sales_document", "day") => [Is("kind", "delivery"), Empty("reverses_id"), None("sales_document"), UpToToday("day")],
            /// Net revenue of the last twelve months in the currency of the books, returns and credit notes deducted.
            revenue_12_months: Money = Sum("sales_document", "net") => [InBooksCurrency("currency"), LastMonths("day", 12)],
        }
    }
}

entity! {
    /// A customer's membership in a group besides its main group.
    CustomerGroupMember "customer_group_member" {
        id: CustomerGroupMemberId,
        kind: Master,
        scope: ThroughCustomer,
        read: CustomersRead,
        write: CustomersAssign,
        unique: [["customer_id", "group_id"]],
        fields: {
            /// The customer.
            customer_id: CustomerId => [part_of(), fixed()],
            /// The group.
            group_id: CustomerGroupId,
        }
    }
}

impl CustomerGroupMember {
    /// A customer's membership in a group.
    pub fn new(customer_id: CustomerId, group_id: CustomerGroupId) -> Self {
        Self { customer_id, group_id }
    }
}

impl CustomerGroup {
    /// A group under a parent, or at the root.
    pub fn new(code: impl Into<String>, name: impl Into<String>, parent_id: Option<CustomerGroupId>) -> Self {
        let (code_prefix, code_digits, price_list_id) = (None, crate::products::DEFAULT_CODE_DIGITS, None);
        Self { code: code.into(), name: name.into(), parent_id, code_prefix, code_digits, price_list_id }
    }
}

impl Customer {
    /// An active customer with payment due at once.
    pub fn new(code: impl Into<String>, name: impl Into<String>) -> Self {
        Self {
            code: code.into(),
            name: name.into(),
            kind: CustomerKind::Organisation,
            legal_name: None,
            group_id: None,
            owner_id: None,
            industry_id: None,
            source_id: None,
            level_id: None,
            region_id: None,
            province_id: None,
            country: None,
            tax_id: None,
            tax_id_key: None,
            language: None,
            website: None,
            notes: None,
            tax_code: None,
            tax_profile: None,
            price_list_id: None,
            payment_days: 0,
            payment_terms: None,
            payer_id: None,
            currency: None,
            credit_limit: None,
            is_active: true,
        }
    }
}

impl MasterRecord for CustomerGroupMember {}

#[async_trait]
impl MasterRecord for CustomerGroup {
    fn check(&self) -> Result<()> {
        check_prefix(self.code_prefix.as_ref())
    }

    /// The tree decides who reaches whom. Callers who do not reach all customers may change it only within their own groups: both the group itself
    /// and its new parent.
    async fn check_others(context: &mut ActContext<'_>, stored: Option<&Stored<Self>>, records: &[&Self]) -> Result<()> {
        let is_moved = |record: &&&Self| stored.is_none_or(|s| s.parent_id != record.parent_id);
        let parents = records.iter().filter(is_moved).map(|r| r.parent_id).collect::<BTreeSet<_>>();
        let nodes = stored.map(|s| Some(s.id)).into_iter().chain(parents).collect();
        check_own_groups(context, &nodes).await
    }

    async fn check_deleted(context: &mut ActContext<'_>, stored: &Stored<Self>) -> Result<()> {
        check_own_groups(context, &BTreeSet::from([Some(stored.id)])).await
    }
}

/// Checks that the groups are within the act's scope; none stands for the root of the trees, which belongs to callers who reach all customers.
///
/// # Errors
/// `access.denied`.
async fn check_own_groups(context: &mut ActContext<'_>, groups: &BTreeSet<Option<CustomerGroupId>>) -> Result<()> {
    let scope = context.permit().scope().clone();
    if scope.is_all() {
        return Ok(());
    }
    let ids: Vec<Value> = groups.iter().flatten().map(|id| Value::Id(id.0)).collect();
    let own = SelectPlan::by_key(CustomerGroup::decl(), &context.full_permit(), ids.clone())?.and(scope.groups());
    let found = context.ask(&[Query::Select(own)]).await?.first().map_or(0, Vec::len);
    if found == ids.len() && !groups.contains(&None) {
        return Ok(());
    }
    Err(Error::new(Code::AccessDenied, "the group or its new parent is not within the caller's own groups"))
}

#[async_trait]
impl MasterRecord for Customer {
    /// A new customer may be the caller's own and be in a group; the group's price list is checked separately.
    fn may_begin_with(&self, field: &str, context: &ActContext<'_>) -> bool {
        field == "group_id" || (field == "owner_id" && self.owner_id == Some(context.guard().principal().operator))
    }

    /// A caller who may not set prices may add a new customer to a group with a price list only if the group is one of the caller's own.
    async fn check_others(context: &mut ActContext<'_>, stored: Option<&Stored<Self>>, records: &[&Self]) -> Result<()> {
        let groups: BTreeSet<CustomerGroupId> = records.iter().filter_map(|r| r.group_id).collect();
        if stored.is_some() || groups.is_empty() || context.guard().has(Right::PricesWrite) {
            return Ok(());
        }
        let (decl, permit, own) = (CustomerGroup::decl(), context.full_permit(), context.guard().own_groups());
        let ids = groups.iter().map(|id| Value::Id(id.0));
        let own = context.ask(&[Query::Select(SelectPlan::by_key(decl, &permit, ids.clone())?.and(own))]).await?.concat();
        let others = ids.filter(|id| !own.iter().any(|row| row.first() == Some(id))).collect();
        let above = context.ask(&[Query::Select(SelectPlan::above(decl, &permit, others))]).await?.concat();
        let column = decl.column("price_list_id");
        if above.iter().any(|row| column.and_then(|c| row.get(c)).is_some_and(|list| !list.is_null())) {
            return context.require(Right::PricesWrite).map_err(|e| e.with("field", "group_id"));
        }
        Ok(())
    }

    code_from_series!(CustomerGroup);

    fn prepare(&mut self, guard: &Guard, permit: &Permit) {
        if self.owner_id.is_none() && !permit.scope().is_all() {
            self.owner_id = Some(guard.principal().operator);
        }
    }

    fn normalise(&mut self) {
        self.tax_id_key = self.tax_id.as_deref().and_then(|raw| tax_id_key(raw, self.country.as_deref()));
    }

    fn check(&self) -> Result<()> {
        if self.credit_limit.is_some_and(|limit| limit.is_negative() || Some(limit.currency()) != self.currency) {
            return Err(Error::field("credit_limit", "is negative or not in the customer's currency"));
        }
        if let Some(terms) = &self.payment_terms {
            terms.check()?;
        }
        Ok(())
    }

    fn check_references(&self, references: &References) -> Result<()> {
        self.credit_limit.map_or(Ok(()), |limit| crate::num::check_step("credit_limit", limit, references.company().step_of(limit.currency())))
    }
}
