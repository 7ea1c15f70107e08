//! Correcting the price of a receipt line.

use super::draft::{check_cost, document};
use crate::{
    access::Right,
    act::{Act, ActContext, Plan},
    error::{Error, Result},
    ids::StockDocumentId,
    num::{Money, UnitPrice},
    stock::{
        MovementKind, VarianceKind,
        corrected::{Corrected, Repriced},
        document::{StockPosted, finish},
        line::PriceFor,
        open::open_ledger,
    },
    storage::Reads,
    time::Day,
};
use async_trait::async_trait;
use serde::Serialize;

/// Corrects the price of a receipt line, including corrections of its quantity. Supplier returns at its price are credited at the corrected price
/// too, so that the result is the same whether goods were sent back before or after.
#[derive(Debug, Clone, PartialEq, Serialize, serde::Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct CorrectPrice {
    /// The receipt.
    pub receipt_id: StockDocumentId,
    /// The line of the receipt.
    pub line: i64,
    /// The correct cost per unit, not negative.
    pub unit_cost: UnitPrice,
    /// Document date.
    pub day: Day,
    /// A note.
    pub reference: Option<String>,
}

#[async_trait]
impl Act for CorrectPrice {
    type Answer = StockPosted;
    const OPERATION: &'static str = "stock.correct_receipt_price";

    fn right(&self) -> Right {
        Right::CostWrite
    }

    async fn plan(&self, context: &mut ActContext<'_>) -> Result<Plan<StockPosted>> {
        context.check_day(self.day)?;
        let receipt = Corrected::receipt(context, self.receipt_id).await?;
        let of = receipt.line(self.line)?;
        let (mut ledger, ..) = open_ledger(context, &receipt.goods().on(self.day), &[], Reads::new()).await?;
        let rounding = *ledger.rounding();
        check_cost(self.unit_cost, rounding.currency)?;
        let price = receipt.price(of).ok_or_else(|| Error::corrupt("a receipt has no price"))?;
        crate::num::check_amount("unit_cost", rounding.times(self.unit_cost, of.quantity)?)?;
        let Repriced { parts, sent_back } = receipt.reprice(of, (price, PriceFor::one(self.unit_cost)), &rounding)?;
        let changes = context.changes();
        let mut document = document(MovementKind::PriceCorrection, self.day, self.reference.as_ref(), Some(self.receipt_id), &changes)?;
        let (goods, origin) = ((of.product_id, of.lot.as_deref()), document.origin());
        let mut variance = Money::zero(rounding.currency);
        for part in &parts {
            let (posted, left) = ledger.charge_value(goods, part, Some(self.unit_cost), &origin, of.line)?;
            document.add(posted)?;
            variance = variance.plus(left)?;
        }
        for (sequence, amount) in sent_back {
            document.add(ledger.recredit(goods, sequence, amount, &origin, of.line)?)?;
            variance = variance.plus(amount)?;
        }
        ledger.vary(of.product_id, VarianceKind::LateCost, variance, &origin, of.line);
        finish(document, ledger, changes)
    }
}
