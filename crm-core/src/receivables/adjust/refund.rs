//! Refunding a credit.

use super::draft::{AdjustmentPosted, Draft, check_amount, take_away};
use crate::{
    access::Right,
    act::{Act, ActContext, Plan},
    error::Result,
    ids::{CustomerId, OpenItemId},
    num::Money,
    receivables::{
        AdjustmentKind, OpenItemKind,
        ledger::{ItemLedger, missing_item},
        parties::{parties, with_ids},
    },
    stock::check_text,
    time::Day,
};
use async_trait::async_trait;
use serde::{Deserialize, Serialize};

/// Refunds a credit.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct NewRefund {
    /// The customer with the credit.
    pub customer_id: CustomerId,
    /// The credit.
    pub credit_id: OpenItemId,
    /// Amount, positive.
    pub amount: Money,
    /// Day of the refund.
    pub day: Day,
    /// Payment method, in the host's notation.
    pub method: Option<String>,
    /// Reason.
    pub reason: Option<String>,
}

#[async_trait]
impl Act for NewRefund {
    type Answer = AdjustmentPosted;
    const OPERATION: &'static str = "receivables.refund";

    fn right(&self) -> Right {
        Right::PaymentsPost
    }

    async fn plan(&self, context: &mut ActContext<'_>) -> Result<Plan<AdjustmentPosted>> {
        context.check_day(self.day)?;
        check_text("method", self.method.as_deref()).and(check_text("reason", self.reason.as_deref()))?;
        let items = parties(context, self.customer_id, &[], Some(with_ids([self.credit_id]))).await?.items;
        let credit = items.first().filter(|i| i.amount.is_negative()).ok_or_else(|| missing_item(self.credit_id))?;
        let draft = Draft {
            kind: AdjustmentKind::Refund,
            customer_id: self.customer_id,
            day: self.day,
            amount: self.amount,
            method: self.method.as_ref(),
            reason: self.reason.as_ref(),
            cancels: (None, None),
        };
        check_amount(self.amount, credit, context.company()?.money_step)?;
        take_away(credit, draft, OpenItemKind::Refund, ItemLedger::new(items.clone()), context.changes())
    }
}
