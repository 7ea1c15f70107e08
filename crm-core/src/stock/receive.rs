//! Posting a receipt.

use super::{
    MovementKind,
    document::StockPosted,
    draft::StockDraft,
    line::{Cost, StockLine, StockMove, one},
    request::{check_lines, numbered},
};
use crate::{
    access::Right,
    act::{Act, ActContext, Plan},
    error::{Error, Result},
    ids::{ProductId, WarehouseId},
    num::{Money, Quantity, UnitPrice},
    text::{composed_of, texts},
    time::Day,
};
use async_trait::async_trait;
use serde::{Deserialize, Serialize};

/// Posts goods received from a supplier.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct NewReceipt {
    /// The warehouse that receives the goods.
    pub warehouse_id: WarehouseId,
    /// Document date.
    pub day: Day,
    /// The supplier's document number, or a note.
    pub reference: Option<String>,
    /// Landed costs of the whole receipt, such as freight and duty: split over the lines by value, in whole steps, and included in unit costs.
    pub landed: Option<Money>,
    /// The lines received.
    pub lines: Vec<ReceiptLine>,
}

impl NewReceipt {
    /// A receipt without landed costs.
    pub fn new(warehouse_id: WarehouseId, day: Day, lines: Vec<ReceiptLine>) -> Self {
        Self { warehouse_id, day, reference: None, landed: None, lines }
    }
}

/// A received product.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct ReceiptLine {
    /// The product.
    pub product_id: ProductId,
    /// Quantity, positive.
    pub quantity: Quantity,
    /// Cost, not negative; none if the amount of the line is given, or the goods are free of charge.
    #[serde(default)]
    pub unit_cost: Option<UnitPrice>,
    /// Unit of quantity and cost; none: the product's base unit.
    #[serde(default)]
    pub unit: Option<String>,
    /// Number of units that the cost is for: one, unless the cost is per hundred, for example.
    #[serde(default = "one")]
    pub price_quantity: Quantity,
    /// Invoiced amount for the whole line, instead of a cost per unit.
    #[serde(default)]
    pub amount: Option<Money>,
    /// Whether the goods are free of charge, such as samples or a bonus. They count, and lower the average; otherwise a cost of zero is refused.
    #[serde(default)]
    pub is_free: bool,
    /// Landed costs of this line, such as freight and duty.
    pub landed: Option<Money>,
    /// Lot or serial number, if the product is tracked; created if new.
    pub lot: Option<String>,
    /// Day from which the lot is expired.
    pub expires_on: Option<Day>,
}

impl ReceiptLine {
    /// Goods at a cost per unit.
    pub fn new(product_id: ProductId, quantity: Quantity, unit_cost: UnitPrice) -> Self {
        let (unit, amount, landed, lot, expires_on) = (None, None, None, None, None);
        Self { product_id, quantity, unit, unit_cost: Some(unit_cost), price_quantity: one(), amount, is_free: false, landed, lot, expires_on }
    }

    /// Goods at an amount for the line.
    pub fn worth(product_id: ProductId, quantity: Quantity, amount: Money) -> Self {
        Self { unit_cost: None, amount: Some(amount), ..Self::new(product_id, quantity, UnitPrice::zero(amount.currency())) }
    }

    /// The line in the given unit, such as `box`.
    #[must_use]
    pub fn in_unit(self, unit: impl Into<String>) -> Self {
        Self { unit: Some(unit.into()), ..self }
    }

    /// Goods free of charge.
    pub fn free(product_id: ProductId, quantity: Quantity, currency: crate::num::Currency) -> Self {
        Self { is_free: true, ..Self::new(product_id, quantity, UnitPrice::zero(currency)) }
    }
}

impl ReceiptLine {
    /// The cost of the goods, from either a cost per unit or an amount.
    ///
    /// # Errors
    /// `field.invalid`.
    fn cost(&self) -> Result<Cost> {
        let (cost, is_nothing) = match (self.unit_cost, self.amount) {
            (Some(price), None) => (Cost::Price(price, self.price_quantity), price.amount().is_zero()),
            (None, Some(amount)) => (Cost::Amount(amount), amount.is_zero()),
            (Some(price), Some(amount)) if price.amount().is_zero() => (Cost::Amount(amount), amount.is_zero()),
            (Some(_), Some(_)) => return Err(Error::field("amount", "is given together with a cost per unit; give only one of them")),
            (None, None) => return Err(Error::field("unit_cost", "is missing; give a cost per unit or the line amount")),
        };
        if !self.price_quantity.is_positive() {
            return Err(Error::field("price_quantity", "is not positive"));
        }
        match (self.is_free, is_nothing) {
            (false, true) => Err(Error::field(cost.field(), "is zero; mark free goods with `is_free`")),
            (true, false) => Err(Error::field(cost.field(), "is not zero, but the goods are free")),
            _ => Ok(cost),
        }
    }
}

texts! {
    NewReceipt: reference lines;
}

texts! {
    ReceiptLine: lot;
}

#[async_trait]
impl Act for NewReceipt {
    type Answer = StockPosted;
    const OPERATION: &'static str = "stock.receive";

    fn right(&self) -> Right {
        Right::StockPost
    }

    fn composed(&self) -> Option<Self> {
        composed_of(self)
    }

    async fn plan(&self, context: &mut ActContext<'_>) -> Result<Plan<StockPosted>> {
        context.check_day(self.day)?;
        check_lines(&self.lines)?;
        let line = |(number, l): (i64, &ReceiptLine)| {
            let cost = l.cost().map_err(|e| e.with("line", number))?;
            let moved = StockMove::At(cost, l.landed);
            let (unit, lot, expires_on) = (l.unit.clone(), l.lot.clone(), l.expires_on);
            Ok(StockLine { unit, lot, expires_on, ..StockLine::new(l.product_id, l.quantity, moved) })
        };
        let said = numbered(&self.lines).map(line).collect::<Result<Vec<_>>>()?;
        let NewReceipt { warehouse_id, day, reference, landed, .. } = self;
        let kind = MovementKind::Receipt;
        StockDraft { kind, warehouse_id: *warehouse_id, day: *day, reference: reference.as_ref(), lines: said, landed: *landed }.plan(context).await
    }
}
