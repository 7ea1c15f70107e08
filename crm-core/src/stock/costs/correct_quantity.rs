//! Correcting the quantity of a receipt line.

use super::draft::document;
use crate::{
    access::Right,
    act::{Act, ActContext, Plan},
    error::{Error, Result},
    ids::StockDocumentId,
    num::Quantity,
    stock::{
        Moved, MovementKind, Posting,
        corrected::Corrected,
        document::{StockPosted, finish},
        open::open_ledger,
    },
    storage::Reads,
    time::Day,
};
use async_trait::async_trait;
use serde::Serialize;

/// Corrects the quantity of a receipt line: the difference comes in or goes out now, at the receipt's price.
#[derive(Debug, Clone, PartialEq, Serialize, serde::Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct CorrectQuantity {
    /// The receipt.
    pub receipt_id: StockDocumentId,
    /// The line of the receipt.
    pub line: i64,
    /// The correct quantity, not negative.
    pub quantity: Quantity,
    /// Document date.
    pub day: Day,
    /// A note.
    pub reference: Option<String>,
}

#[async_trait]
impl Act for CorrectQuantity {
    type Answer = StockPosted;
    const OPERATION: &'static str = "stock.correct_receipt_quantity";

    fn right(&self) -> Right {
        Right::StockPost
    }

    async fn plan(&self, context: &mut ActContext<'_>) -> Result<Plan<StockPosted>> {
        context.check_day(self.day)?;
        let receipt = Corrected::receipt(context, self.receipt_id).await?;
        let of = receipt.line(self.line)?;
        let now = of.quantity.plus(receipt.moved(of, MovementKind::QuantityCorrection)?)?;
        let difference = self.quantity.minus(now)?;
        if self.quantity.is_negative() || difference.is_zero() {
            return Err(Error::field("quantity", "is negative or already the quantity of the receipt"));
        }
        let warehouses: Vec<_> = of.warehouse_id.into_iter().collect();
        let (mut ledger, ..) = open_ledger(context, &receipt.goods().leaving(self.day), &warehouses, Reads::new()).await?;
        let price = receipt.price(of).ok_or_else(|| Error::corrupt("a receipt has no price"))?;
        let quantity = if difference.is_negative() { difference.negated() } else { difference };
        let value = price.times(quantity, ledger.rounding())?;
        if !difference.is_negative() {
            crate::num::check_amount("quantity", value)?;
        }
        let moved = if difference.is_negative() { Moved::Withdrawn(value, of.sequence) } else { Moved::ReceivedAt(value) };
        let changes = context.changes();
        let mut document = document(MovementKind::QuantityCorrection, self.day, self.reference.as_ref(), Some(self.receipt_id), &changes)?;
        document.warehouse_id = of.warehouse_id;
        let (unit_cost, price_quantity, for_sequence) = (Some(price.price), price.other_quantity(), Some(of.sequence));
        let posting = Posting { unit_cost, price_quantity, for_sequence, ..Posting::new(of.product_id, quantity, moved, of.line) };
        document.add(ledger.post(&posting.lot(of.lot.as_deref()), &document.origin())?)?;
        finish(document, ledger, changes)
    }
}
