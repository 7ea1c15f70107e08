//! Posting the differences of a count.

use super::{
    MovementKind,
    document::StockPosted,
    draft::StockDraft,
    line::{Cost, StockLine, StockMove},
    request::check_lines,
};
use crate::{
    access::Right,
    act::{Act, ActContext, Plan},
    error::Result,
    ids::{ProductId, WarehouseId},
    num::{Quantity, UnitPrice},
    text::{composed_of, texts},
    time::Day,
};
use async_trait::async_trait;
use serde::{Deserialize, Serialize};

/// Posts the differences found in a count.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct NewCount {
    /// The counted warehouse.
    pub warehouse_id: WarehouseId,
    /// Document date.
    pub day: Day,
    /// A note.
    pub reference: Option<String>,
    /// The differences.
    pub lines: Vec<CountLine>,
}

/// A difference of one product.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct CountLine {
    /// The product.
    pub product_id: ProductId,
    /// Surplus if positive, shortage if negative.
    pub difference: Quantity,
    /// Cost per unit of a surplus; none: the current cost of the product.
    pub unit_cost: Option<UnitPrice>,
    /// Lot or serial number, if the product is tracked.
    pub lot: Option<String>,
}

impl CountLine {
    /// A difference at the current cost of the product.
    pub fn new(product_id: ProductId, difference: Quantity) -> Self {
        Self { product_id, difference, unit_cost: None, lot: None }
    }
}

texts! {
    NewCount: reference lines;
}

texts! {
    CountLine: lot;
}

#[async_trait]
impl Act for NewCount {
    type Answer = StockPosted;
    const OPERATION: &'static str = "stock.count";

    fn right(&self) -> Right {
        Right::StockPost
    }

    fn composed(&self) -> Option<Self> {
        composed_of(self)
    }

    async fn plan(&self, context: &mut ActContext<'_>) -> Result<Plan<StockPosted>> {
        context.check_day(self.day)?;
        check_lines(&self.lines)?;
        let line = |l: &CountLine| {
            let moved = match l.unit_cost {
                _ if l.difference.is_negative() => StockMove::Missing,
                Some(cost) => StockMove::At(Cost::of_one(cost), None),
                None => StockMove::Found,
            };
            let quantity = if l.difference.is_negative() { l.difference.negated() } else { l.difference };
            StockLine { lot: l.lot.clone(), ..StockLine::new(l.product_id, quantity, moved) }
        };
        let NewCount { warehouse_id, day, reference, lines } = self;
        let lines = lines.iter().map(line).collect();
        let kind = MovementKind::Count;
        StockDraft { kind, warehouse_id: *warehouse_id, day: *day, reference: reference.as_ref(), lines, landed: None }.plan(context).await
    }
}
