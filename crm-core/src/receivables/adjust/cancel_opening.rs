//! Cancelling an opening receivable or credit that was imported wrongly.

use super::draft::{AdjustmentPosted, Draft, not_cancelled, posted, too_early};
use crate::{
    access::Right,
    act::{Act, ActContext, Plan},
    entity::Stored,
    error::{Code, Error, Result},
    ids::{CustomerId, OpenItemId},
    num::Money,
    query::Select,
    receivables::{
        AdjustmentKind, OpenItem, OpenItemKind,
        ledger::{ItemLedger, counter_of, missing_item},
        parties::{parties, with_ids},
    },
    stock::check_text,
    storage::{ChangeSet, LockKeys, Reads},
    time::Day,
};
use async_trait::async_trait;
use serde::{Deserialize, Serialize};

/// Cancels an opening document or credit from previous books that was imported wrongly.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct OpeningCancellation {
    /// The customer.
    pub customer_id: CustomerId,
    /// The receivable or credit; any instalment of the document.
    pub item_id: OpenItemId,
    /// Day of the cancellation; not before the opening.
    pub day: Day,
    /// Reason.
    pub reason: Option<String>,
}

#[async_trait]
impl Act for OpeningCancellation {
    type Answer = AdjustmentPosted;
    const OPERATION: &'static str = "receivables.cancel_opening";

    fn right(&self) -> Right {
        Right::OpeningImport
    }

    async fn plan(&self, context: &mut ActContext<'_>) -> Result<Plan<AdjustmentPosted>> {
        context.check_day(self.day)?;
        check_text("reason", self.reason.as_deref())?;
        let kinds = OpenItem::kind().is_in([OpenItemKind::Opening, OpenItemKind::OpeningCredit]);
        let parties = parties(context, self.customer_id, &[], Some(with_ids([self.item_id]).and(kinds.clone()))).await?;
        let asked = parties.items.first().ok_or_else(|| missing_item(self.item_id))?;
        let whole = match (asked.kind, &asked.reference) {
            (OpenItemKind::Opening, Some(reference)) => {
                kinds.and(OpenItem::kind().eq(OpenItemKind::Opening)).and(OpenItem::reference().eq(Some(reference.clone())))
            }
            _ => with_ids([self.item_id]),
        };
        let whole = whole.and(OpenItem::customer_id().eq(self.customer_id)).and(not_cancelled());
        let mut reads = Reads::new();
        let items = reads.select(Select::<OpenItem>::new(&context.full_permit()).filter(&whole)?.sort(&["instalment"])?.everything());
        let items = context.read(&LockKeys::none(), reads).await?.all(&items)?;
        self.cancel(asked, items, context.changes())
    }
}

impl OpeningCancellation {
    /// The pure part: an item of opposite sign for each instalment.
    fn cancel(&self, asked: &OpenItem, items: Vec<Stored<OpenItem>>, mut changes: ChangeSet) -> Result<Plan<AdjustmentPosted>> {
        if !items.iter().any(|item| item.id == self.item_id) {
            return Err(Error::new(Code::AlreadyCancelled, "the open item was already cancelled").with("open_item", self.item_id));
        }
        if let Some(item) = items.iter().find(|item| item.open != item.amount) {
            let message = "the open item is allocated; reverse its allocations first";
            return Err(Error::new(Code::RecordInUse, message).with("open_item", item.id));
        }
        if let Some(earliest) = items.iter().map(|item| item.earliest_allocation()).max().filter(|earliest| self.day < *earliest) {
            return Err(too_early(earliest));
        }
        let amount = Money::sum(items.iter().map(|item| item.amount), asked.currency)?.negated();
        let draft = Draft {
            kind: AdjustmentKind::Cancellation,
            customer_id: self.customer_id,
            day: self.day,
            amount,
            method: None,
            reason: self.reason.as_ref(),
            cancels: (None, None),
        };
        let (id, number) = draft.insert(&mut changes);
        let mut ledger = ItemLedger::new(items.iter().cloned());
        let mut made = Vec::with_capacity(items.len());
        for item in &items {
            let counter = counter_of(OpenItemKind::Cancellation, item, item.id, self.day, item.amount.negated(), &changes);
            made.push(ledger.counter(OpenItem { adjustment_id: Some(id), ..counter }, &changes)?);
        }
        ledger.write(&mut changes);
        Ok(posted(id, number, made, changes))
    }
}
