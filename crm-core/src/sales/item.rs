//! A line as it is asked for.

use super::LineCost;
use crate::{
    ids::ProductId,
    num::{Money, Quantity, Rate, UnitPrice},
    stock::ComponentLot,
};
use serde::{Deserialize, Serialize};

/// A product or service that is quoted, ordered, delivered or credited.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct LineItem {
    /// The product or service.
    pub product_id: ProductId,
    /// How much: positive for goods; a service may carry a negative quantity or price, to take something off.
    pub quantity: Quantity,
    /// Unit of quantity and price; none: the product's base unit.
    pub unit: Option<String>,
    /// Price; zero for a free line; none: what agreements and lists say.
    pub unit_price: Option<UnitPrice>,
    /// For how many units a given price is; one, unless it is a price for a hundred or so (BT-149).
    #[serde(default = "one")]
    pub price_quantity: Quantity,
    /// Whether price, discount, charge and given amounts include tax; none: as the list or the company's prices do.
    pub includes_tax: Option<bool>,
    /// Discount in percent of quantity x price, instead of the list's; the discount amount is what is rounded.
    pub discount_percent: Option<Rate>,
    /// A further discount, as an amount (BT-136).
    pub discount: Option<Money>,
    /// A charge on the line, such as packing (BT-141).
    pub charge: Option<Money>,
    /// The net that the other side's document prints, where lines are brought in from elsewhere; it is accepted as it is.
    pub given_net: Option<Money>,
    /// Text on the document; none: the product's name.
    pub text: Option<String>,
    /// Tax code; none: that of a customer who is exempt; else the product's, the customer's, the company's, in this order, as the customer's tax
    /// profile replaces it.
    pub tax_code: Option<String>,
    /// The lot or serial, where the product is tracked by it and goods move.
    pub lot: Option<String>,
    /// The lots or serials of the components, where the product is a kit and goods move.
    #[serde(default)]
    pub component_lots: Vec<ComponentLot>,
    /// What it costs, where goods move.
    #[serde(default)]
    pub cost: LineCost,
}

/// How many units a price is for when nothing is said of it.
fn one() -> Quantity {
    Quantity::from(1)
}

impl LineItem {
    /// A quantity at a price for one unit.
    pub fn new(product_id: ProductId, quantity: Quantity, unit_price: UnitPrice) -> Self {
        Self { unit_price: Some(unit_price), ..Self::listed(product_id, quantity) }
    }

    /// A quantity at the price that agreements and lists say.
    pub fn listed(product_id: ProductId, quantity: Quantity) -> Self {
        Self {
            product_id,
            quantity,
            unit: None,
            unit_price: None,
            price_quantity: Quantity::from(1),
            includes_tax: None,
            discount_percent: None,
            discount: None,
            charge: None,
            given_net: None,
            text: None,
            tax_code: None,
            lot: None,
            component_lots: Vec::new(),
            cost: LineCost::ByMethod,
        }
    }

    /// The line in a unit of its own, such as `box`.
    #[must_use]
    pub fn in_unit(self, unit: impl Into<String>) -> Self {
        Self { unit: Some(unit.into()), ..self }
    }

    /// The line with a discount in percent.
    #[must_use]
    pub fn less(self, percent: Rate) -> Self {
        Self { discount_percent: Some(percent), ..self }
    }
}
