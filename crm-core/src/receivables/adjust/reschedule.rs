//! Agreeing new due dates for what is open on a document.

use super::draft::{AdjustmentPosted, Draft, missing, posted, too_early};
use crate::{
    access::Right,
    act::{Act, ActContext, Plan},
    error::Result,
    ids::{CustomerId, SalesDocumentId},
    num::Money,
    policy::{Instalment, check_instalments},
    receivables::{
        AdjustmentKind, OpenItem, OpenItemKind,
        ledger::{ItemLedger, counter_of},
        parties::parties,
    },
    stock::check_text,
    time::Day,
};
use async_trait::async_trait;
use serde::{Deserialize, Serialize};

/// New instalments for what is open on a document.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct Rescheduling {
    /// The customer.
    pub customer_id: CustomerId,
    /// The document.
    pub document_id: SalesDocumentId,
    /// The new instalments, which add up to what is open.
    pub instalments: Vec<Instalment>,
    /// Effective day.
    pub day: Day,
    /// Reason.
    pub reason: Option<String>,
}

#[async_trait]
impl Act for Rescheduling {
    type Answer = AdjustmentPosted;
    const OPERATION: &'static str = "receivables.reschedule";

    fn right(&self) -> Right {
        Right::PaymentsPost
    }

    async fn plan(&self, context: &mut ActContext<'_>) -> Result<Plan<AdjustmentPosted>> {
        context.check_day(self.day)?;
        check_text("reason", self.reason.as_deref())?;
        let own = OpenItem::sales_document_id().eq(Some(self.document_id));
        let items = parties(context, self.customer_id, &[], Some(own)).await?.items;
        let last = items.iter().map(|i| i.instalment).max().unwrap_or_default();
        let open: Vec<_> = items.iter().filter(|i| i.open.is_positive()).cloned().collect();
        let first = open.first().ok_or_else(|| missing("document_id", "there is no such document with an open amount"))?;
        let total = Money::sum(open.iter().map(|i| i.open), first.currency)?;
        check_instalments(&self.instalments, first.document_day, total, context.company()?.money_step)?;
        if let Some(earliest) = open.iter().map(|i| i.earliest_allocation()).max().filter(|earliest| self.day < *earliest) {
            return Err(too_early(earliest));
        }
        let mut changes = context.changes();
        let draft = Draft {
            kind: AdjustmentKind::Reschedule,
            customer_id: self.customer_id,
            day: self.day,
            amount: Money::zero(first.currency),
            method: None,
            reason: self.reason.as_ref(),
            cancels: (None, None),
        };
        let (id, number) = draft.insert(&mut changes);
        let mut ledger = ItemLedger::new(open.iter().cloned());
        for item in &open {
            let counter = counter_of(OpenItemKind::Reschedule, item, item.id, self.day, item.open.negated(), &changes);
            let counter = OpenItem { adjustment_id: Some(id), sales_document_id: Some(self.document_id), ..counter };
            ledger.counter(counter, &changes)?;
        }
        let numbers = (1_i64..).map(|n| last.saturating_add(n));
        let mut made = Vec::with_capacity(self.instalments.len());
        for (instalment, number) in self.instalments.iter().zip(numbers) {
            let item = OpenItem {
                salesperson_id: first.salesperson_id,
                sales_document_id: Some(self.document_id),
                adjustment_id: Some(id),
                order_id: first.order_id,
                instalment: number,
                document_day: first.document_day,
                due_day: instalment.due_day,
                ..OpenItem::new(OpenItemKind::Reschedule, self.customer_id, self.day, instalment.amount, changes.context().at)
            };
            made.push(ledger.add(item, &changes));
        }
        ledger.write(&mut changes);
        Ok(posted(id, number, made, changes))
    }
}
