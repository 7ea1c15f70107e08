//! Cancelling a payment, refund or write-off: everything that followed from it is reversed, day by day.
//!
//! Invariant: earlier days keep their figures; a cancelled payment reopens what it paid, with the original due dates.

use super::draft::{AdjustmentPosted, Draft, missing, posted, too_early};
use crate::{
    access::Right,
    act::{Act, ActContext, Plan},
    customers::Customer,
    entity::{Entity, Stored, Value},
    error::{Code, Error, Result},
    ids::{AdjustmentId, OpenItemId, PaymentId, TypedId},
    num::Money,
    query::{Filter, Select},
    receivables::{Adjustment, AdjustmentKind, Allocation, OpenItem, OpenItemKind, Payment, ledger::ItemLedger},
    stock::check_text,
    storage::{ChangeSet, LockKeys, Reads},
    time::Day,
};
use async_trait::async_trait;
use serde::{Deserialize, Serialize};
use std::collections::BTreeSet;

/// Cancels a bounced or void payment.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct PaymentCancellation {
    /// The payment.
    pub payment_id: PaymentId,
    /// Day of the cancellation; not before the payment.
    pub day: Day,
    /// Reason.
    pub reason: Option<String>,
}

/// Cancels a refund or write-off.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct AdjustmentCancellation {
    /// The refund or write-off.
    pub adjustment_id: AdjustmentId,
    /// Day of the cancellation; not before the adjustment.
    pub day: Day,
    /// Reason.
    pub reason: Option<String>,
}

/// Everything a cancellation needs: the document's items, the items allocated with them, and all allocations of the document's items.
struct Affected {
    own: Vec<Stored<OpenItem>>,
    others: Vec<Stored<OpenItem>>,
    allocations: Vec<Stored<Allocation>>,
}

/// A document and its items, not yet locked.
async fn read<E: Entity>(context: &mut ActContext<'_>, id: E::Id, own: &Filter) -> Result<(Option<Stored<E>>, Vec<Stored<OpenItem>>)>
where
    E::Id: TypedId,
{
    let permit = context.permit().clone();
    let mut reads = Reads::new();
    let document = reads.select(Select::<E>::new(&permit).keys([Value::Id(id.uuid())])?);
    let items = reads.select(Select::<OpenItem>::new(&permit).filter(own)?.everything());
    let mut answers = context.read(&LockKeys::none(), reads).await?;
    Ok((answers.first(&document)?, answers.all(&items)?))
}

/// Locks the customers of items that were read without a lock, and reads everything about these.
///
/// # Errors
/// `document.cancelled` if an item of a cancellation already exists; `storage.conflict` if the document's items have changed, upon which the act is
/// retried.
async fn affected(context: &mut ActContext<'_>, own: &Filter, before: &Filter, known: &[Stored<OpenItem>]) -> Result<Affected> {
    let permit = context.permit().clone();
    let ids: BTreeSet<OpenItemId> = known.iter().map(|i| i.id).collect();
    let mut reads = Reads::new();
    let items = reads.select(Select::<OpenItem>::new(&permit).filter(own)?.everything());
    let touching = Allocation::credit_id().is_in(ids.iter().copied()).or(Allocation::receivable_id().is_in(ids.iter().copied()));
    let allocations = reads.select(Select::<Allocation>::new(&permit).filter(&touching)?.everything());
    let before = reads.select(Select::<Adjustment>::new(&permit).filter(before)?);
    let locks = LockKeys::none().and::<Customer, _>(known.iter().map(|i| i.customer_id));
    let mut answers = context.read(&locks, reads).await?;
    if let Some(done) = answers.first(&before)? {
        return Err(Error::new(Code::AlreadyCancelled, "the document was already cancelled").with("number", &done.number));
    }
    let (own, allocations) = (answers.all(&items)?, answers.all(&allocations)?);
    if own.iter().map(|i| i.id).collect::<BTreeSet<_>>() != ids {
        return Err(Error::new(Code::StorageConflict, "the document's open items have changed in the meantime"));
    }
    let others: BTreeSet<OpenItemId> = allocations.iter().flat_map(|a| [a.receivable_id, a.credit_id]).filter(|id| !ids.contains(id)).collect();
    let mut reads = Reads::new();
    let asked = reads.select(Select::<OpenItem>::new(&permit).keys(others.into_iter().map(|id| Value::Id(id.uuid())))?);
    let others = context.read(&LockKeys::none(), reads).await?.all(&asked)?;
    Ok(Affected { own, others, allocations })
}

impl Affected {
    /// The pure part: reverses all allocations of the document's items and offsets each with an item of opposite sign. What was transferred to other
    /// customers is returned first.
    fn cancel(self, draft: Draft<'_>, mut changes: ChangeSet) -> Result<Plan<AdjustmentPosted>> {
        let day = draft.day;
        let (adjustment_id, number) = draft.insert(&mut changes);
        let (moved, own): (Vec<_>, Vec<_>) = self.own.iter().partition(|i| i.kind == OpenItemKind::Transfer);
        let mut balance = own.first().map(|i| Money::zero(i.currency));
        for item in &moved {
            balance = balance.map(|sum| sum.plus(item.amount)).transpose()?;
        }
        if balance.is_some_and(|sum| !sum.is_zero()) {
            return Err(missing("payment_id", "part of the payment was transferred to customers outside the caller's scope"));
        }
        let moved: BTreeSet<OpenItemId> = moved.iter().map(|i| i.id).collect();
        let mut ledger = ItemLedger::new(self.own.iter().chain(&self.others).cloned());
        for id in &moved {
            if ledger.get(*id)?.amount.is_positive() {
                continue;
            }
            ledger.release(*id, &self.allocations, &moved, day, &changes)?;
            let open = ledger.get(*id)?.open.negated();
            if open.is_positive() {
                ledger.deallocate(*id, open, day, &self.allocations, &changes)?;
            }
        }
        for item in &own {
            ledger.release(item.id, &self.allocations, &moved, day, &changes)?;
        }
        let mut made = Vec::with_capacity(own.len());
        for item in own {
            let now = ledger.get(item.id)?.clone();
            // Allocations from later days are reversed on those days, so that the days before keep their figures.
            let from = day.max(item.earliest_allocation());
            let counter = OpenItem {
                adjustment_id: Some(adjustment_id),
                source_item_id: Some(item.id),
                salesperson_id: now.salesperson_id,
                ..OpenItem::new(OpenItemKind::Cancellation, now.customer_id, from, now.amount.negated(), changes.context().at)
            };
            made.push(ledger.cancel(counter, &changes)?);
        }
        ledger.write(&mut changes);
        Ok(posted(adjustment_id, number, made, changes))
    }
}

#[async_trait]
impl Act for PaymentCancellation {
    type Answer = AdjustmentPosted;
    const OPERATION: &'static str = "receivables.cancel_payment";

    fn right(&self) -> Right {
        Right::PaymentsPost
    }

    async fn plan(&self, context: &mut ActContext<'_>) -> Result<Plan<AdjustmentPosted>> {
        context.check_day(self.day)?;
        check_text("reason", self.reason.as_deref())?;
        let own = OpenItem::payment_id().eq(Some(self.payment_id));
        let missing = || missing("payment_id", "there is no such payment");
        let (payment, items) = read::<Payment>(context, self.payment_id, &own).await?;
        let payment = payment.ok_or_else(missing)?;
        if self.day < payment.day {
            return Err(too_early(payment.day));
        }
        let before = Adjustment::cancelled_payment_id().eq(Some(self.payment_id));
        let affected = affected(context, &own, &before, &items).await?;
        let draft = Draft {
            kind: AdjustmentKind::Cancellation,
            customer_id: payment.customer_id,
            day: self.day,
            amount: payment.amount,
            method: None,
            reason: self.reason.as_ref(),
            cancels: (Some(self.payment_id), None),
        };
        affected.cancel(draft, context.changes())
    }
}

#[async_trait]
impl Act for AdjustmentCancellation {
    type Answer = AdjustmentPosted;
    const OPERATION: &'static str = "receivables.cancel_adjustment";

    fn right(&self) -> Right {
        Right::PaymentsPost
    }

    async fn plan(&self, context: &mut ActContext<'_>) -> Result<Plan<AdjustmentPosted>> {
        context.check_day(self.day)?;
        check_text("reason", self.reason.as_deref())?;
        let own = OpenItem::adjustment_id().eq(Some(self.adjustment_id));
        let missing = || missing("adjustment_id", "there is no such adjustment");
        let (adjustment, items) = read::<Adjustment>(context, self.adjustment_id, &own).await?;
        let adjustment = adjustment.ok_or_else(missing)?;
        if !matches!(adjustment.kind, AdjustmentKind::Refund | AdjustmentKind::WriteOff) {
            return Err(Error::field("adjustment_id", "is neither a refund nor a write-off"));
        }
        if adjustment.kind == AdjustmentKind::WriteOff {
            context.access_to(adjustment.customer_id).await?.require(Right::WriteOff)?;
        }
        if self.day < adjustment.day {
            return Err(too_early(adjustment.day));
        }
        let before = Adjustment::cancelled_adjustment_id().eq(Some(self.adjustment_id));
        let affected = affected(context, &own, &before, &items).await?;
        let draft = Draft {
            kind: AdjustmentKind::Cancellation,
            customer_id: adjustment.customer_id,
            day: self.day,
            amount: adjustment.amount.negated(),
            method: None,
            reason: self.reason.as_ref(),
            cancels: (None, Some(self.adjustment_id)),
        };
        affected.cancel(draft, context.changes())
    }
}
