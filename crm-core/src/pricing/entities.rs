//! Price lists, customer price agreements, and the company's pricing settings.

use super::Discount;
use crate::{
    act::ActContext,
    entity,
    entity::{Stored, Value},
    error::{Error, Result},
    ids::{CompanyId, CustomerId, CustomerPriceId, PriceListId, PriceListItemId, ProductId},
    num::{Currency, Decimal, Quantity, Rate, UnitPrice, same_currency},
    policy::PolicyLevel,
    products::{check_period, check_units},
    query::Select,
    records::{MasterRecord, References},
    storage::{LockKeys, Reads},
    text_enum,
    time::Day,
};
use async_trait::async_trait;
use std::collections::BTreeSet;

text_enum! {
    /// The quantity that a quantity break is compared with.
    #[derive(Default)]
    BreakBasis {
        /// The quantity of the line.
        #[default]
        Line = "line",
        /// The quantity of the product on the whole document.
        Document = "document",
    }
}

entity! {
    /// A price list.
    PriceList "price_list" {
        id: PriceListId,
        kind: Master,
        scope: Company,
        read: ProductsRead,
        write: PricesWrite,
        unique: [["code"]],
        fields: {
            /// Code.
            code: String => [required(), text(crate::limits::MAX_CODE)],
            /// Name.
            name: String => [searchable(), required()],
            /// Currency of its prices.
            currency: Currency => [fixed()],
            /// First day of validity; none: unlimited.
            valid_from: Option<Day>,
            /// Last day of validity; none: unlimited.
            valid_to: Option<Day>,
            /// Whether its prices include tax.
            #[serde(default)]
            prices_include_tax: bool,
            /// Quantity that its breaks are compared with.
            #[serde(default)]
            breaks: BreakBasis,
            /// Whether it is in use.
            #[serde(default = "crate::entity::yes")]
            is_active: bool,
        }
    }
}

entity! {
    /// A price on a list.
    PriceListItem "price_list_item" {
        id: PriceListItemId,
        kind: Master,
        scope: Company,
        read: ProductsRead,
        write: PricesWrite,
        unique: [],
        indexes: [["product_id", "list_id"]],
        fields: {
            /// The list.
            list_id: PriceListId,
            /// The product.
            product_id: ProductId,
            /// Unit that the price is for; none: the base unit.
            unit: Option<String>,
            /// Minimum quantity, in its unit.
            #[serde(default)]
            min_quantity: Quantity,
            /// Currency of the list.
            currency: Currency,
            /// Price per unit.
            unit_price: UnitPrice,
            /// Discount on the price, in percent.
            discount: Option<Rate>,
            /// First day of validity; none: unlimited.
            valid_from: Option<Day>,
            /// Last day of validity; none: unlimited.
            valid_to: Option<Day>,
        }
    }
}

entity! {
    /// A price or discount agreed with a customer for a product.
    CustomerPrice "customer_price" {
        id: CustomerPriceId,
        kind: Master,
        scope: ThroughCustomer,
        read: CustomersRead,
        write: PricesWrite,
        unique: [],
        indexes: [["customer_id", "product_id"]],
        fields: {
            /// The customer.
            customer_id: CustomerId,
            /// The product.
            product_id: ProductId,
            /// Unit that the price is for; none: the base unit.
            unit: Option<String>,
            /// Minimum quantity of a line, in its unit.
            #[serde(default)]
            min_quantity: Quantity,
            /// Currency of the price; for a discount without a price, the currency of the sale.
            currency: Currency,
            /// Price per unit; none: the price that otherwise applies.
            unit_price: Option<UnitPrice>,
            /// Discount on the price, in percent.
            discount: Option<Rate>,
            /// First day of validity; none: unlimited.
            valid_from: Option<Day>,
            /// Last day of validity; none: unlimited.
            valid_to: Option<Day>,
        }
    }
}

entity! {
    /// The company's pricing settings: a single record, under the company's own id.
    PriceSettings "price_settings" {
        id: CompanyId,
        kind: Master,
        scope: Company,
        read: ProductsRead,
        unique: [],
        fields: {
            /// Price list of customers without another.
            price_list_id: Option<PriceListId>,
            /// Whether the last price that a customer paid takes precedence over the product's list price.
            #[serde(default)]
            uses_last_price: bool,
            /// What happens to a line or document below cost.
            below_cost: PolicyLevel,
            /// The minimum margin, in percent of the net amount.
            minimum_margin: Option<Rate>,
            /// What happens to a line or document below the minimum margin.
            below_margin: PolicyLevel,
            /// What happens to a discount, in any form, above the maximum of the caller's roles.
            beyond_discount: PolicyLevel,
        }
    }
}

impl PriceList {
    /// An active list without end, prices excluding tax, breaks by line.
    pub fn new(code: impl Into<String>, name: impl Into<String>, currency: Currency) -> Self {
        let (valid_from, valid_to, prices_include_tax, breaks, is_active) = (None, None, false, BreakBasis::Line, true);
        Self { code: code.into(), name: name.into(), currency, valid_from, valid_to, prices_include_tax, breaks, is_active }
    }
}

impl PriceListItem {
    /// A price per base unit, for any quantity, without end.
    pub fn new(list_id: PriceListId, product_id: ProductId, unit_price: UnitPrice) -> Self {
        let (unit, min_quantity, discount, valid_from, valid_to) = (None, Quantity::ZERO, None, None, None);
        Self { list_id, product_id, unit, min_quantity, currency: unit_price.currency(), unit_price, discount, valid_from, valid_to }
    }
}

impl CustomerPrice {
    /// A price per base unit, for any quantity, without end.
    pub fn new(customer_id: CustomerId, product_id: ProductId, unit_price: UnitPrice) -> Self {
        Self { unit_price: Some(unit_price), discount: None, ..Self::discounted(customer_id, product_id, Rate::ZERO, unit_price.currency()) }
    }

    /// A discount on the price that otherwise applies, for any quantity, without end.
    pub fn discounted(customer_id: CustomerId, product_id: ProductId, discount: Rate, currency: Currency) -> Self {
        let (unit, min_quantity, valid_from, valid_to) = (None, Quantity::ZERO, None, None);
        Self { customer_id, product_id, unit, min_quantity, currency, unit_price: None, discount: Some(discount), valid_from, valid_to }
    }
}

impl Default for PriceSettings {
    /// No price list, no last price, no restrictions.
    fn default() -> Self {
        let off = PolicyLevel::Off;
        Self { price_list_id: None, uses_last_price: false, below_cost: off, minimum_margin: None, below_margin: off, beyond_discount: off }
    }
}

impl PriceSettings {
    /// # Errors
    /// `field.invalid`.
    pub(crate) fn check_self(&self) -> Result<()> {
        let hundred = Decimal::ONE_HUNDRED;
        match self.minimum_margin {
            Some(margin) if margin.decimal() >= hundred => Err(Error::field("minimum_margin", "is not below 100")),
            _ => Ok(()),
        }
    }
}

/// Checks what a price row states by itself.
///
/// # Errors
/// `field.invalid`, `currency.mismatch`.
pub(crate) fn check_priced(price: Option<UnitPrice>, discount: Option<Rate>, min_quantity: Quantity, currency: Currency) -> Result<()> {
    if let Some(price) = price {
        same_currency(price.currency(), currency)?;
        if price.amount() < Decimal::ZERO {
            return Err(Error::field("unit_price", "is negative"));
        }
    }
    if min_quantity.is_negative() {
        return Err(Error::field("min_quantity", "is negative"));
    }
    discount.map_or(Ok(()), |rate| Discount::Percent(rate).check())
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
        references.company().check_settled("unit_price", Some(self.unit_price), self.min_quantity)
    }

    /// An item must be in the currency of its list and a unit of its product.
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
            return Err(Error::field("unit_price", "is empty, and so is the discount; give one of them"));
        }
        check_priced(self.unit_price, self.discount, self.min_quantity, self.currency)
    }

    fn check_references(&self, references: &References) -> Result<()> {
        references.company().check_settled("unit_price", self.unit_price, self.min_quantity)
    }

    /// A price must be for a unit of its product.
    async fn check_others(context: &mut ActContext<'_>, _: Option<&Stored<Self>>, records: &[&Self]) -> Result<()> {
        check_units(context, records.iter().filter_map(|r| Some((r.product_id, r.unit.as_deref()?))).collect()).await
    }
}
