//! Which right each entity's records need, and what each master checks of itself.

use super::{CodeSource, MasterRecord, References, numbering::check_series};
use crate::{
    access::{Guard, Operator, Permit, Right, Role, ScopeLevel},
    act::ActContext,
    company::{Company, CompanyProfile, iban},
    custom::CustomField,
    customers::{Contact, ContactPoint, Customer, CustomerAddress, CustomerGroup, CustomerGroupMember, contact_key, tax_id_key},
    dictionary::{DictionaryEntry, check_labels, check_name},
    entity::{Entity, Stored, Value},
    error::{Code, Error, Result},
    ids::{CustomerGroupId, ProductId},
    num::{Quantity, UnitPrice},
    pricing::{CustomerPrice, Discount, PriceList, PriceListItem, check_priced},
    products::{KitComponent, Product, ProductCode, ProductCost, ProductGroup, ProductUnit, Tracking, UnitTable, check_period},
    query::{Filter, Query, Select, SelectPlan, Test},
    stock::Warehouse,
    storage::{LockKeys, Reads},
    tax::TaxRate,
    text::{Transliterator, check_length, quoted},
};
use async_trait::async_trait;
use std::collections::{BTreeMap, BTreeSet};

impl MasterRecord for Warehouse {}

/// # Errors
/// `field.invalid` for what would move to another customer.
fn check_customer(now: crate::ids::CustomerId, stored: crate::ids::CustomerId) -> Result<()> {
    if now == stored { Ok(()) } else { Err(Error::field("customer_id", "stays: it belongs to this customer")) }
}

impl MasterRecord for CustomerGroupMember {
    fn check_immutable(&mut self, stored: &Self) -> Result<()> {
        check_customer(self.customer_id, stored.customer_id)
    }

}

impl MasterRecord for Contact {
    fn check_immutable(&mut self, stored: &Self) -> Result<()> {
        check_customer(self.customer_id, stored.customer_id)
    }

}

impl MasterRecord for CustomerAddress {
    fn check_immutable(&mut self, stored: &Self) -> Result<()> {
        check_customer(self.customer_id, stored.customer_id)
    }

}

impl MasterRecord for ContactPoint {
    fn check_immutable(&mut self, stored: &Self) -> Result<()> {
        check_customer(self.customer_id, stored.customer_id)
    }

    fn normalise(&mut self) {
        self.lookup_key = contact_key(self.kind, &self.value, self.country.as_deref());
    }

    fn check(&self) -> Result<()> {
        self.check_value()
    }

    fn check_references(&self, references: &References) -> Result<()> {
        let Some(contact) = self.contact_id else { return Ok(()) };
        match references.get::<Contact>(contact)? {
            Some(contact) if contact.customer_id != self.customer_id => Err(Error::field("contact_id", "is a contact of another customer")),
            _ => Ok(()),
        }
    }
}

impl MasterRecord for DictionaryEntry {
    fn check_immutable(&mut self, stored: &Self) -> Result<()> {
        if self.category == stored.category { Ok(()) } else { Err(Error::field("category", "stays: records refer to the entry as one of it")) }
    }

    fn check(&self) -> Result<()> {
        check_name("category", &self.category)?;
        check_labels(&self.labels)
    }

    fn check_references(&self, references: &References) -> Result<()> {
        let Some(parent) = self.parent_id else { return Ok(()) };
        match references.get::<Self>(parent)? {
            Some(parent) if parent.category != self.category => Err(Error::field("parent_id", "is an entry of another category")),
            _ => Ok(()),
        }
    }
}

impl MasterRecord for CustomField {
    // Sessions know the fields as they know their rights, and notice a change of either by the same counter.
    const GOVERNS_ACCESS: bool = true;

    fn check_immutable(&mut self, stored: &Self) -> Result<()> {
        self.check_kept(stored)
    }

    fn check(&self) -> Result<()> {
        self.check_fields()
    }

    fn check_references(&self, references: &References) -> Result<()> {
        crate::limits::check("MAX_CUSTOM_FIELDS", references.custom_fields().saturating_add(1), crate::limits::MAX_CUSTOM_FIELDS)
    }
}

impl MasterRecord for CompanyProfile {
    fn normalise(&mut self) {
        if let Some(Ok(plain)) = self.iban.as_deref().map(iban) {
            self.iban = Some(plain);
        }
    }

    fn check(&self) -> Result<()> {
        if self.legal_name.trim().is_empty() {
            return Err(Error::field("legal_name", "is empty"));
        }
        self.check_fields()
    }

    fn check_references(&self, references: &References) -> Result<()> {
        let books = references.company().currency;
        if self.currency == books { Ok(()) } else { Err(Error::field("currency", format!("is not {}, the currency of the books", books.code()))) }
    }
}

impl MasterRecord for Company {
    const IS_CREATED: bool = false;
    const IS_DELETED: bool = false;

    fn check_immutable(&mut self, stored: &Self) -> Result<()> {
        self.access_version = stored.access_version;
        if self.currency != stored.currency || self.money_step != stored.money_step {
            return Err(Error::field("currency", "and the money step of books stay as they were opened"));
        }
        Ok(())
    }

    fn check(&self) -> Result<()> {
        if self.backdating_days < 0 {
            return Err(Error::field("backdating_days", "is negative"));
        }
        if !(0..=3660).contains(&self.expiry_days) {
            return Err(Error::field("expiry_days", "is not between 0 and 3660"));
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

#[async_trait]
impl MasterRecord for CustomerGroup {
    fn check(&self) -> Result<()> {
        check_series(self.code_prefix.as_ref(), self.code_digits)
    }

    /// The tree says who reaches whom. Who does not reach everybody changes it within the own groups only: the group itself, and where it is put.
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

/// Groups lie within the reach of the act; none is the top of the trees, which belongs to those who reach everybody.
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
    Err(Error::new(Code::AccessDenied, "the group, or where it would be put, is not within the caller's own groups"))
}

impl MasterRecord for ProductGroup {
    fn check(&self) -> Result<()> {
        check_series(self.code_prefix.as_ref(), self.code_digits)
    }
}

/// Records whose code can come from the series of their group.
macro_rules! code_from_series {
    ($group:ty) => {
        fn code(&self) -> Option<&str> {
            Some(&self.code)
        }

        fn take_code(&mut self, code: String) {
            self.code = code;
        }

        fn code_source(&self) -> Option<CodeSource> {
            let is_open = self.code.trim().is_empty();
            self.group_id.filter(|_| is_open).map(|group| CodeSource { tree: <$group as Entity>::decl(), group: group.0 })
        }
    };
}

#[async_trait]
impl MasterRecord for Customer {
    /// A new customer may be the caller's own, and in a group: what its price list is worth is checked beside.
    fn may_begin_with(&self, field: &str, context: &ActContext<'_>) -> bool {
        field == "group_id" || (field == "owner_id" && self.owner_id == Some(context.guard().principal().operator))
    }

    /// Who may not give prices puts no new customer into a group with a price list, unless it is one of the caller's own groups.
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

    fn check_references(&self, references: &References) -> Result<()> {
        self.credit_limit.map_or(Ok(()), |limit| crate::limits::check_step("credit_limit", limit, references.company().step_of(limit.currency())))
    }
}

#[async_trait]
impl MasterRecord for Product {
    code_from_series!(ProductGroup);

    fn fill_mnemonic(&mut self, transliterator: &dyn Transliterator) {
        if self.mnemonic.is_none() {
            self.mnemonic = transliterator.mnemonic(&self.name);
        }
    }

    fn check_immutable(&mut self, stored: &Self) -> Result<()> {
        if self.costing != stored.costing {
            return Err(Error::field("costing", "is changed by a change of method, which carries the value of stock"));
        }
        if self.tracking != stored.tracking {
            return Err(Error::field("tracking", "stays as the product was made"));
        }
        Ok(())
    }

    fn check(&self) -> Result<()> {
        if self.is_kit && self.is_stocked {
            return Err(Error::field("is_stocked", "is true of a kit, which has no stock of its own"));
        }
        if self.costing == crate::costing::LOT && self.tracking == Tracking::None {
            return Err(Error::field("tracking", "names no lots, and the product is costed by lot"));
        }
        if !(0..=crate::products::DEFAULT_STOCK_DECIMALS).contains(&self.stock_decimals) {
            return Err(Error::field("stock_decimals", "is not between 0 and 6"));
        }
        match self.list_price {
            Some(price) if price.currency() != self.currency => Err(Error::field("list_price", "is in another currency than the product")),
            _ => Ok(()),
        }
    }

    fn check_references(&self, references: &References) -> Result<()> {
        check_settled("list_price", self.list_price, Quantity::ZERO, references.company())
    }

    /// A kit has components, and a component is no kit: what a product is can only change while nothing depends on it.
    async fn check_others(context: &mut ActContext<'_>, stored: Option<&Stored<Self>>, records: &[&Self]) -> Result<()> {
        let (Some(stored), Some(next)) = (stored, records.first()) else { return Ok(()) };
        if stored.is_kit == next.is_kit {
            return Ok(());
        }
        let uses = KitComponent::component_id().eq(stored.id).or(KitComponent::kit_id().eq(stored.id));
        let mut reads = Reads::new();
        let ask = reads.select(Select::<KitComponent>::new(&context.full_permit()).filter(&uses)?.limit(1)?);
        match context.read(&LockKeys::none(), reads).await?.first(&ask)? {
            Some(part) => {
                let message = format!("`{}` has components or is one, and stays what it is", stored.code);
                Err(Error::new(Code::KitNested, message).with("field", "is_kit").with("kit_id", part.kit_id).with("product_id", part.component_id))
            }
            None => Ok(()),
        }
    }
}

impl MasterRecord for ProductUnit {
    fn check(&self) -> Result<()> {
        if self.unit.trim().is_empty() {
            return Err(Error::field("unit", "is empty"));
        }
        self.ratio().map(drop)
    }
}

#[async_trait]
impl MasterRecord for ProductCode {
    fn normalise(&mut self) {
        ProductCode::follow(self);
    }

    fn check(&self) -> Result<()> {
        self.check_self()
    }

    /// The unit that a code stands for is one that the product is counted in.
    async fn check_others(context: &mut ActContext<'_>, _: Option<&Stored<Self>>, records: &[&Self]) -> Result<()> {
        check_units(context, records.iter().filter_map(|r| Some((r.product_id, r.unit.as_deref()?))).collect()).await
    }
}

#[async_trait]
impl MasterRecord for KitComponent {
    fn check(&self) -> Result<()> {
        if !self.quantity.is_positive() {
            return Err(Error::field("quantity", "is not positive"));
        }
        if self.kit_id == self.component_id {
            return Err(Error::new(Code::KitNested, "a kit is no part of itself").with("field", "component_id").with("kit_id", self.kit_id));
        }
        Ok(())
    }

    /// Both products are locked, so that neither becomes something else meanwhile.
    async fn check_others(context: &mut ActContext<'_>, _: Option<&Stored<Self>>, records: &[&Self]) -> Result<()> {
        let ids: BTreeSet<ProductId> = records.iter().flat_map(|r| [r.kit_id, r.component_id]).collect();
        let mut reads = Reads::new();
        let ask = reads.select(Select::<Product>::new(&context.full_permit()).keys(ids.iter().map(|id| Value::Id(id.0)))?);
        let locks = LockKeys::none().and::<Product, _>(ids);
        let products: BTreeMap<ProductId, Product> = context.read(&locks, reads).await?.all(&ask)?.into_iter().map(|p| (p.id, p.data)).collect();
        for record in records {
            if !products.get(&record.kit_id).is_some_and(|p| p.is_kit) {
                return Err(Error::field("kit_id", "is no kit").with("kit_id", record.kit_id));
            }
            if products.get(&record.component_id).is_some_and(|p| p.is_kit) {
                let error = Error::new(Code::KitNested, "a kit is no part of a kit");
                return Err(error.with("field", "component_id").with("product_id", record.component_id));
            }
        }
        Ok(())
    }
}

/// Each product is counted in its unit.
///
/// # Errors
/// `unit.unknown`.
async fn check_units(context: &mut ActContext<'_>, wanted: Vec<(ProductId, &str)>) -> Result<()> {
    if wanted.is_empty() {
        return Ok(());
    }
    let permit = context.full_permit();
    let ids: BTreeSet<ProductId> = wanted.iter().map(|(id, _)| *id).collect();
    let mut reads = Reads::new();
    let products = reads.select(Select::<Product>::new(&permit).keys(ids.iter().map(|id| Value::Id(id.0)))?);
    let units = reads.select(Select::<ProductUnit>::new(&permit).filter(&ProductUnit::product_id().is_in(ids))?.everything());
    let mut answers = context.read(&LockKeys::none(), reads).await?;
    let (products, units) = (answers.all(&products)?, answers.all(&units)?);
    for (id, unit) in wanted {
        if let Some(product) = products.iter().find(|p| p.id == id) {
            let own = units.iter().filter(|u| u.product_id == id).map(|u| &u.data);
            UnitTable::new(product, own)?.ratio(Some(unit)).map_err(|e| e.with("product", &product.code))?;
        }
    }
    Ok(())
}

/// A price comes to something that can be settled, for one unit, or for as many as it is for at least.
///
/// # Errors
/// `field.invalid` with `step`.
fn check_settled(field: &'static str, price: Option<UnitPrice>, least: Quantity, company: &Company) -> Result<()> {
    let Some(price) = price.filter(|price| !price.amount().is_zero()) else { return Ok(()) };
    let step = company.step_of(price.currency());
    if !price.times(least.max(1.into()), step, company.rounding)?.is_zero() {
        return Ok(());
    }
    let reason = format!("comes to nothing in steps of {step}; say it for a larger unit, or from a quantity on");
    Err(Error::field(field, reason).with("step", step))
}

impl MasterRecord for PriceList {
    fn check(&self) -> Result<()> {
        check_period(self.valid_from, self.valid_to)
    }
}

#[async_trait]
impl MasterRecord for PriceListItem {
    fn check(&self) -> Result<()> {
        check_period(self.valid_from, self.valid_to)?;
        check_priced(Some(self.unit_price), self.discount, self.min_quantity, self.currency)
    }

    fn check_references(&self, references: &References) -> Result<()> {
        check_settled("unit_price", Some(self.unit_price), self.min_quantity, references.company())
    }

    /// The item is in the currency of its list, and in a unit of its product.
    async fn check_others(context: &mut ActContext<'_>, _: Option<&Stored<Self>>, records: &[&Self]) -> Result<()> {
        let ids: BTreeSet<_> = records.iter().map(|r| r.list_id).collect();
        let mut reads = Reads::new();
        let ask = reads.select(Select::<PriceList>::new(&context.full_permit()).keys(ids.iter().map(|id| Value::Id(id.0)))?);
        let lists = context.read(&LockKeys::none(), reads).await?.all(&ask)?;
        for record in records {
            let list = lists.iter().find(|l| l.id == record.list_id);
            list.map_or(Ok(()), |l| crate::num::same_currency(l.currency, record.currency)).map_err(|e| e.with("field", "currency"))?;
        }
        check_units(context, records.iter().filter_map(|r| Some((r.product_id, r.unit.as_deref()?))).collect()).await
    }
}

#[async_trait]
impl MasterRecord for CustomerPrice {
    fn check(&self) -> Result<()> {
        check_period(self.valid_from, self.valid_to)?;
        if self.unit_price.is_none() && self.discount.is_none() {
            return Err(Error::field("unit_price", "and the discount are both empty"));
        }
        check_priced(self.unit_price, self.discount, self.min_quantity, self.currency)
    }

    fn check_references(&self, references: &References) -> Result<()> {
        check_settled("unit_price", self.unit_price, self.min_quantity, references.company())
    }

    /// The price is for a unit of its product.
    async fn check_others(context: &mut ActContext<'_>, _: Option<&Stored<Self>>, records: &[&Self]) -> Result<()> {
        check_units(context, records.iter().filter_map(|r| Some((r.product_id, r.unit.as_deref()?))).collect()).await
    }
}

impl MasterRecord for ProductCost {
    fn check(&self) -> Result<()> {
        match self.unit_cost.shown() {
            Some(cost) if cost.amount().is_sign_negative() => Err(Error::field("unit_cost", "is negative")),
            Some(cost) if cost.currency() != self.currency => Err(Error::field("unit_cost", "is in another currency than it says")),
            Some(_) => Ok(()),
            None => Err(Error::field("unit_cost", "is hidden, so it cannot be written")),
        }
    }
}

impl MasterRecord for TaxRate {
    fn check(&self) -> Result<()> {
        let mut replaces = self.replaces.iter().flat_map(|r| [&r.profile, &r.code]);
        replaces.try_for_each(|text| check_length("replaces", text, crate::limits::MAX_CODE))?;
        self.check_rate()
    }
}

#[async_trait]
impl MasterRecord for Role {
    const GOVERNS_ACCESS: bool = true;

    async fn check_others(context: &mut ActContext<'_>, stored: Option<&Stored<Self>>, records: &[&Self]) -> Result<()> {
        let mut all = stored.map(|s| &s.data).into_iter().chain(records.iter().copied());
        all.try_for_each(|role| check_held(context, role))?;
        let (Some(stored), Some(next)) = (stored, records.first()) else { return Ok(()) };
        let is_renamed = next.code != stored.code;
        let is_less = next.scope < stored.scope || stored.rights.iter().any(|right| !next.rights.contains(right));
        if (is_renamed || is_less) && context.guard().holds(&stored.code) {
            // Nobody could give it back who does not have it.
            return Err(Error::new(Code::AccessDenied, "nobody takes from a role of their own").with("role", &stored.code));
        }
        if is_renamed { check_unused(context, &stored.code).await } else { Ok(()) }
    }

    async fn check_deleted(context: &mut ActContext<'_>, stored: &Stored<Self>) -> Result<()> {
        check_held(context, stored)
    }

    fn check(&self) -> Result<()> {
        crate::limits::check("MAX_SYSTEMS", self.systems.len(), crate::limits::MAX_SYSTEMS)?;
        self.systems.iter().try_for_each(|system| crate::external::check_text("systems", system))?;
        self.max_discount.map_or(Ok(()), |rate| Discount::Percent(rate).check()).map_err(|_| Error::field("max_discount", "is not between 0 and 100"))
    }
}

/// Operators keep their roles by code: a role that somebody has keeps its code.
///
/// # Errors
/// `record.in_use` with the number of operators.
async fn check_unused(context: &mut ActContext<'_>, role: &str) -> Result<()> {
    let mut reads = Reads::new();
    let ask = reads.select(Select::<Operator>::new(&context.full_permit()).everything());
    let holders =
        context.read(&LockKeys::none(), reads).await?.all(&ask)?.into_iter().filter(|operator| operator.roles.iter().any(|code| code == role));
    match holders.count() {
        0 => Ok(()),
        count => Err(Error::new(Code::RecordInUse, format!("operators have the role {}, whose code stays", quoted(role))).with("operator", count)),
    }
}

/// Nobody gives, changes or takes what they do not have.
///
/// # Errors
/// `access.denied` with `role`.
fn check_held(context: &ActContext<'_>, role: &Role) -> Result<()> {
    if context.guard().covers_role(role) {
        return Ok(());
    }
    let message = format!("the role {} allows more than the caller's own roles do", quoted(&role.code));
    Err(Error::new(Code::AccessDenied, message).with("role", &role.code))
}

#[async_trait]
impl MasterRecord for Operator {
    const IS_DELETED: bool = false;
    const GOVERNS_ACCESS: bool = true;

    /// Roles and groups are there, and not beyond what the caller has, before and after; nobody changes their own.
    async fn check_others(context: &mut ActContext<'_>, stored: Option<&Stored<Self>>, records: &[&Self]) -> Result<()> {
        if let Some(own) = stored.filter(|s| s.id == context.guard().principal().operator) {
            let is_kept = records.iter().all(|r| (r.is_active, &r.roles, &r.groups) == (own.is_active, &own.roles, &own.groups));
            let denied = || Error::new(Code::AccessDenied, "nobody changes their own roles and groups");
            return if is_kept { Ok(()) } else { Err(denied()) };
        }
        let all: Vec<&Self> = stored.map(|s| &s.data).into_iter().chain(records.iter().copied()).collect();
        let mut reads = Reads::new();
        let codes = all.iter().flat_map(|o| &o.roles).cloned().map(Value::Text).collect();
        let permit = context.full_permit();
        let roles = reads.select(Select::<Role>::new(&permit).filter(&Filter::Field("code".to_owned(), Test::In(codes)))?.everything());
        let ids: BTreeSet<CustomerGroupId> = all.iter().flat_map(|o| o.groups.iter().copied()).collect();
        let groups = reads.select(Select::<CustomerGroup>::new(&permit).keys(ids.iter().map(|id| Value::Id(id.0)))?);
        let mut answers = context.read(&LockKeys::none(), reads).await?;
        let (roles, groups) = (answers.all(&roles)?, answers.all(&groups)?);
        for record in records {
            if let Some(code) = record.roles.iter().find(|code| !roles.iter().any(|r| r.code == **code)) {
                return Err(Error::new(Code::ReferenceMissing, format!("there is no role {}", quoted(code)))
                    .with("field", "roles")
                    .with("role", code));
            }
            if let Some(id) = record.groups.iter().find(|id| !groups.iter().any(|g| g.id == **id)) {
                return Err(Error::new(Code::ReferenceMissing, "there is no such group").with("field", "groups").with("id", id));
            }
        }
        roles.iter().try_for_each(|role| check_held(context, role))?;
        // Groups given by somebody who does not reach everybody are among their own, whatever the roles are: the host may give others.
        let mut of_groups = roles.iter().filter(|role| role.scope == ScopeLevel::Groups);
        let is_beyond = |role: &Stored<Role>| !context.guard().covers_role(&Role { scope: ScopeLevel::All, ..role.data.clone() });
        if !context.guard().manages_all_access() || of_groups.any(is_beyond) {
            let own = SelectPlan::by_key(CustomerGroup::decl(), &permit, ids.iter().map(|id| Value::Id(id.0)))?.and(context.guard().own_groups());
            if context.ask(&[Query::Select(own)]).await?.first().map_or(0, Vec::len) < groups.len() {
                return Err(Error::new(Code::AccessDenied, "the groups are not among the caller's own").with("field", "groups"));
            }
        }
        Ok(())
    }

    fn check(&self) -> Result<()> {
        self.roles.iter().try_for_each(|role| check_length("roles", role, crate::limits::MAX_CODE))
    }
}
