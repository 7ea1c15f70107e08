//! Writing off a receivable or credit, in whole or in part.

use super::draft::{AdjustmentPosted, Draft, check_amount, take_away};
use crate::{
    access::Right,
    act::{Act, ActContext, Plan},
    error::{Code, Error, Result},
    ids::{CustomerId, OpenItemId},
    num::Money,
    receivables::{
        AdjustmentKind, OpenItem, OpenItemKind,
        ledger::{ItemLedger, missing_item},
        parties::{parties, with_ids},
    },
    stock::check_text,
    time::Day,
};
use async_trait::async_trait;
use serde::{Deserialize, Serialize};

/// Writes off a receivable or credit, in whole or in part.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct NewWriteOff {
    /// The customer.
    pub customer_id: CustomerId,
    /// The receivable or credit.
    pub item_id: OpenItemId,
    /// Amount, positive.
    pub amount: Money,
    /// Day of the write-off.
    pub day: Day,
    /// Reason.
    pub reason: Option<String>,
}

#[async_trait]
impl Act for NewWriteOff {
    type Answer = AdjustmentPosted;
    const OPERATION: &'static str = "receivables.write_off";

    fn right(&self) -> Right {
        Right::WriteOff
    }

    async fn plan(&self, context: &mut ActContext<'_>) -> Result<Plan<AdjustmentPosted>> {
        context.check_day(self.day)?;
        check_text("reason", self.reason.as_deref())?;
        let earlier = OpenItem::source_item_id().eq(Some(self.item_id)).and(OpenItem::kind().eq(OpenItemKind::WriteOff));
        let items = parties(context, self.customer_id, &[], Some(with_ids([self.item_id]).or(earlier))).await?.items;
        let item = items.iter().find(|i| i.id == self.item_id).ok_or_else(|| missing_item(self.item_id))?;
        check_amount(self.amount, item, context.company()?.money_step)?;
        let before = items.iter().filter(|i| i.id != self.item_id).map(|i| i.amount.absolute());
        let total = before.chain([self.amount]).try_fold(Money::zero(self.amount.currency()), Money::plus)?;
        let tolerance = context.company()?.write_off_tolerance;
        if tolerance.minus(total)?.is_negative() && !context.access_to(self.customer_id).await?.has(Right::WriteOffBeyond) {
            let error = Error::new(Code::WriteOffExceeded, format!("the write-off exceeds the tolerance of {tolerance}"));
            return Err(error.with("tolerance", tolerance.amount()).guarded(Right::ReceivablesRead, "amount", total.amount()));
        }
        let amount = if item.amount.is_positive() { self.amount.negated() } else { self.amount };
        let draft = Draft {
            kind: AdjustmentKind::WriteOff,
            customer_id: self.customer_id,
            day: self.day,
            amount,
            method: None,
            reason: self.reason.as_ref(),
            cancels: (None, None),
        };
        take_away(item, draft, OpenItemKind::WriteOff, ItemLedger::new(items.clone()), context.changes())
    }
}
