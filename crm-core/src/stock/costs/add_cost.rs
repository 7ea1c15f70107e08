//! Adding a late cost to a receipt.

use super::draft::document;
use crate::{
    access::Right,
    act::{Act, ActContext, Plan},
    error::{Error, Result},
    ids::StockDocumentId,
    num::{Decimal, Money},
    stock::{
        CostBasis, MovementKind, StockMovement,
        corrected::Corrected,
        document::{StockPosted, finish},
        open::open_ledger,
    },
    storage::Reads,
    time::Day,
};
use async_trait::async_trait;
use serde::Serialize;
use std::collections::BTreeSet;

/// Adds a cost to a receipt that became known later, such as freight. The share for goods still on hand goes to stock, the rest is a variance.
#[derive(Debug, Clone, PartialEq, Serialize, serde::Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct AddCost {
    /// The receipt.
    pub receipt_id: StockDocumentId,
    /// The lines that it applies to; empty: all of them. It is split by value, in whole steps.
    #[serde(default)]
    pub lines: Vec<i64>,
    /// Document date.
    pub day: Day,
    /// The cost; negative for a credit.
    pub amount: Money,
    /// The carrier's document number, or a note.
    pub reference: Option<String>,
}

#[async_trait]
impl Act for AddCost {
    type Answer = StockPosted;
    const OPERATION: &'static str = "stock.add_cost";

    fn right(&self) -> Right {
        Right::CostWrite
    }

    async fn plan(&self, context: &mut ActContext<'_>) -> Result<Plan<StockPosted>> {
        context.check_day(self.day)?;
        if self.amount.is_zero() {
            return Err(Error::field("amount", "is zero"));
        }
        crate::num::check_amount("amount", self.amount)?;
        let mut named = BTreeSet::new();
        if let Some(twice) = self.lines.iter().find(|line| !named.insert(**line)) {
            return Err(Error::field("lines", "names a line twice").with("line", twice));
        }
        let receipt = Corrected::receipt(context, self.receipt_id).await?;
        let wanted: Vec<&StockMovement> = match self.lines.as_slice() {
            [] => receipt.movements.iter().filter(|m| m.basis == CostBasis::Given).collect(),
            lines => lines.iter().map(|line| receipt.line(*line)).collect::<Result<_>>()?,
        };
        let (mut ledger, ..) = open_ledger(context, &receipt.goods().on(self.day), &[], Reads::new()).await?;
        let changes = context.changes();
        let mut document = document(MovementKind::LateCost, self.day, self.reference.as_ref(), Some(self.receipt_id), &changes)?;
        let rounding = *ledger.rounding();
        crate::num::same_currency(self.amount.currency(), rounding.currency)?;
        let mut weights: Vec<Decimal> = wanted.iter().map(|m| m.amount.shown().map_or(Decimal::ZERO, Money::amount)).collect();
        if weights.iter().all(Decimal::is_zero) {
            weights = wanted.iter().map(|m| m.quantity.decimal()).collect();
        }
        for (of, amount) in wanted.into_iter().zip(crate::costing::spread(self.amount, &weights, &rounding)?) {
            let goods = (of.product_id, of.lot.as_deref());
            document.add(ledger.charge(goods, &receipt.late(of, amount)?, &document.origin(), of.line)?)?;
        }
        finish(document, ledger, changes)
    }
}
