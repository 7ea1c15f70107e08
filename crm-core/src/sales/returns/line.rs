//! Lines of a return: of a delivered line, or of goods of which no delivery is named.

use crate::{
    error::Result,
    ids::{ProductId, SalesLineId},
    num::{Decimal, Money, Quantity, UnitPrice},
    sales::{LineCost, item::LineItem},
    text::{Texts, texts},
    time::Day,
};
use serde::Serialize;

/// A line that comes back.
#[derive(Debug, Clone, PartialEq, Serialize, serde::Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(tag = "kind", rename_all = "snake_case")]
pub enum ReturnLine {
    /// Part or all of a delivered line.
    Linked(LinkedReturn),
    /// Goods of which no delivery is known, or something that the customer bears, such as a restocking fee.
    Unlinked(Box<UnlinkedReturn>),
}

/// Part or all of a delivered line: at its price, tax and cost; the last unit takes what is left of them.
#[derive(Debug, Clone, PartialEq, Serialize, serde::Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct LinkedReturn {
    /// The line of the delivery.
    pub line_id: SalesLineId,
    /// How much: positive, or negative as the line is; of a component, how much of that.
    pub quantity: Quantity,
    /// The component of a kit that comes back by itself; none: the line as it was sold.
    #[serde(default)]
    pub component_id: Option<ProductId>,
    /// The lot or serial of the component, where it left in several.
    #[serde(default)]
    pub lot: Option<String>,
    /// The net that is given back for it, at most what is left of the line; none: its share, a component's by its share in the cost.
    #[serde(default)]
    pub net: Option<Money>,
    /// The same as a price per unit, with tax where the line's price includes it.
    #[serde(default)]
    pub unit_price: Option<UnitPrice>,
}

/// Goods of which no delivery is known: at the price given and, unless it is said, today's cost.
#[derive(Debug, Clone, PartialEq, Serialize, serde::Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct UnlinkedReturn {
    /// The product or service.
    pub product_id: ProductId,
    /// How much: positive for what comes back; a service may carry a negative quantity, for what the customer bears.
    pub quantity: Quantity,
    /// Price per unit.
    pub unit_price: UnitPrice,
    /// The lot or serial, where the product is tracked by it.
    pub lot: Option<String>,
    /// Unit of quantity and price; none: the product's base unit.
    #[serde(default)]
    pub unit: Option<String>,
    /// Tax code; none: as on a delivery.
    #[serde(default)]
    pub tax_code: Option<String>,
    /// Whether the price includes tax; none: as the company's prices do.
    #[serde(default)]
    pub includes_tax: Option<bool>,
    /// The day of the sale, whose tax rate applies; none: the day of the return.
    #[serde(default)]
    pub sold_on: Option<Day>,
    /// What it cost when it left, if that is known.
    #[serde(default)]
    pub cost: LineCost,
}

impl ReturnLine {
    /// Part or all of a delivered line, at its price.
    pub fn linked(line_id: SalesLineId, quantity: Quantity) -> Self {
        Self::Linked(LinkedReturn::new(line_id, quantity))
    }

    /// Goods of which no delivery is known, at a price.
    pub fn unlinked(product_id: ProductId, quantity: Quantity, unit_price: UnitPrice) -> Self {
        Self::Unlinked(Box::new(UnlinkedReturn::new(product_id, quantity, unit_price)))
    }

    /// The same goods at a cost of their own, and why: needs the right `cost.override`.
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
    /// Goods at a price, at today's tax and cost.
    pub fn new(product_id: ProductId, quantity: Quantity, unit_price: UnitPrice) -> Self {
        let (lot, unit, tax_code, includes_tax, sold_on, cost) = (None, None, None, None, None, LineCost::ByMethod);
        Self { product_id, quantity, unit_price, lot, unit, tax_code, includes_tax, sold_on, cost }
    }

    /// As a line of a document; for nothing, if it is not credited.
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
