//! A line as requested by the caller.

use super::LineCost;
use crate::{
    ids::ProductId,
    num::{Money, Quantity, Rate, UnitPrice},
    stock::ComponentLot,
};
use serde::{Deserialize, Serialize};

/// A product or service to quote, order, deliver or credit.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct LineItem {
    /// The product or service.
    pub product_id: ProductId,
    /// Quantity: positive for goods; a service may have a negative quantity or price, as a deduction.
    pub quantity: Quantity,
    /// Unit of quantity and price; none: the product's base unit.
    pub unit: Option<String>,
    /// Price; zero if free of charge; none: from agreements and price lists.
    pub unit_price: Option<UnitPrice>,
    /// Number of units that a given price is for: one, unless the price is per hundred, for example (BT-149).
    #[serde(default = "one")]
    pub price_quantity: Quantity,
    /// Whether price, discount, charge and given amounts include tax; none: as the price list, or the company's prices.
    pub includes_tax: Option<bool>,
    /// Discount in percent of quantity x price, instead of that of the list; the resulting amount is rounded.
    pub discount_percent: Option<Rate>,
    /// Further discount, as an amount (BT-136).
    pub discount: Option<Money>,
    /// Charge on the line, such as packing (BT-141).
    pub charge: Option<Money>,
    /// Net as printed on a document from another system, for imported lines; accepted as it is.
    pub given_net: Option<Money>,
    /// Text printed on the document; none: the product's name.
    pub text: Option<String>,
    /// Tax code; none: the customer's if it is exempt; otherwise the first of the product's, the customer's and the company's, as replaced by the
    /// customer's tax profile.
    pub tax_code: Option<String>,
    /// Lot or serial number, if the product is tracked and goods move.
    pub lot: Option<String>,
    /// Lots or serial numbers of the components, if the product is a kit and goods move.
    #[serde(default)]
    pub component_lots: Vec<ComponentLot>,
    /// Cost, if goods move.
    #[serde(default)]
    pub cost: LineCost,
}

/// The default number of units that a price is for.
fn one() -> Quantity {
    Quantity::from(1)
}

impl LineItem {
    /// A quantity at a given price per unit.
    pub fn new(product_id: ProductId, quantity: Quantity, unit_price: UnitPrice) -> Self {
        Self { unit_price: Some(unit_price), ..Self::listed(product_id, quantity) }
    }

    /// A quantity at the price from agreements and price lists.
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

    /// The line in the given unit, such as `box`.
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
