//! Lines of a return, with or without the delivered line.

use crate::{
    error::Result,
    ids::{ProductId, SalesLineId},
    num::{Decimal, Money, Quantity, UnitPrice},
    sales::{LineCost, item::LineItem},
    text::{Texts, texts},
    time::Day,
};
use serde::Serialize;

/// A returned line.
#[derive(Debug, Clone, PartialEq, Serialize, serde::Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(tag = "kind", rename_all = "snake_case")]
pub enum ReturnLine {
    /// Part or all of a delivered line.
    Linked(LinkedReturn),
    /// Goods without a known delivery, or something charged to the customer, such as a restocking fee.
    Unlinked(Box<UnlinkedReturn>),
}

/// Part or all of a delivered line, at its price, tax and cost; the last unit takes what is left of them.
#[derive(Debug, Clone, PartialEq, Serialize, serde::Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct LinkedReturn {
    /// The delivered line.
    pub line_id: SalesLineId,
    /// Quantity: positive, or negative if the line is; for a component, its own quantity.
    pub quantity: Quantity,
    /// The component of a kit that is returned separately; none: the line as sold.
    #[serde(default)]
    pub component_id: Option<ProductId>,
    /// Lot or serial number of the component, if it was delivered in several.
    #[serde(default)]
    pub lot: Option<String>,
    /// Net amount to credit, at most what is left of the line; none: its share, for a component in proportion to cost.
    #[serde(default)]
    pub net: Option<Money>,
    /// The amount to credit as a price per unit, including tax if the line's price does.
    #[serde(default)]
    pub unit_price: Option<UnitPrice>,
}

/// Goods without a known delivery, at a given price and, unless given, the current cost.
#[derive(Debug, Clone, PartialEq, Serialize, serde::Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct UnlinkedReturn {
    /// The product or service.
    pub product_id: ProductId,
    /// Quantity: positive for returned goods; a service may have a negative quantity, to charge the customer.
    pub quantity: Quantity,
    /// Price per unit.
    pub unit_price: UnitPrice,
    /// Lot or serial number, if the product is tracked.
    pub lot: Option<String>,
    /// Unit of quantity and price; none: the product's base unit.
    #[serde(default)]
    pub unit: Option<String>,
    /// Tax code; none: as on a delivery.
    #[serde(default)]
    pub tax_code: Option<String>,
    /// Whether the price includes tax; none: as the company's prices.
    #[serde(default)]
    pub includes_tax: Option<bool>,
    /// Day of the sale, whose tax rate applies; none: the day of the return.
    #[serde(default)]
    pub sold_on: Option<Day>,
    /// Cost at the time of delivery, if known.
    #[serde(default)]
    pub cost: LineCost,
}

impl ReturnLine {
    /// Part or all of a delivered line, at its price.
    pub fn linked(line_id: SalesLineId, quantity: Quantity) -> Self {
        Self::Linked(LinkedReturn::new(line_id, quantity))
    }

    /// Goods without a known delivery, at a price.
    pub fn unlinked(product_id: ProductId, quantity: Quantity, unit_price: UnitPrice) -> Self {
        Self::Unlinked(Box::new(UnlinkedReturn::new(product_id, quantity, unit_price)))
    }

    /// Goods without a known delivery, at a given cost and with the reason for it; requires the right `cost.override`.
    pub fn unlinked_at(product_id: ProductId, quantity: Quantity, unit_price: UnitPrice, unit_cost: UnitPrice, reason: impl Into<String>) -> Self {
        let cost = LineCost::Override { unit_cost, reason: reason.into() };
        Self::Unlinked(Box::new(UnlinkedReturn { cost, ..UnlinkedReturn::new(product_id, quantity, unit_price) }))
    }
}

impl LinkedReturn {
    /// A quantity of a line, at its price.
    pub fn new(line_id: SalesLineId, quantity: Quantity) -> Self {
        Self { line_id, quantity, component_id: None, lot: None, net: None, unit_price: None }
    }
}

impl UnlinkedReturn {
    /// Goods at a price, at the current tax rate and cost.
    pub fn new(product_id: ProductId, quantity: Quantity, unit_price: UnitPrice) -> Self {
        let (lot, unit, tax_code, includes_tax, sold_on, cost) = (None, None, None, None, None, LineCost::ByMethod);
        Self { product_id, quantity, unit_price, lot, unit, tax_code, includes_tax, sold_on, cost }
    }

    /// As a line of a document; at a price of zero if it is not credited.
    pub(super) fn item(&self, is_credited: bool) -> Result<LineItem> {
        let Self { product_id, quantity, unit_price, lot, unit, tax_code, includes_tax, cost, .. } = self.clone();
        let unit_price = if is_credited { unit_price } else { UnitPrice::new(Decimal::ZERO, unit_price.currency())? };
        Ok(LineItem { lot, unit, tax_code, includes_tax, cost, ..LineItem::new(product_id, quantity, unit_price) })
    }
}

impl Texts for ReturnLine {
    fn is_composed(&self) -> bool {
        match self {
            Self::Linked(line) => line.is_composed(),
            Self::Unlinked(line) => line.is_composed(),
        }
    }
    fn compose(&mut self) {
        match self {
            Self::Linked(line) => line.compose(),
            Self::Unlinked(line) => line.compose(),
        }
    }
}

texts! {
    LinkedReturn: lot;
}

texts! {
    UnlinkedReturn: lot tax_code;
}
