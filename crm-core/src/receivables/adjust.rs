//! What corrects receivables and credits: refunds, write-offs, cancellations, reschedulings, allocations taken back, prepayments set free, what was
//! brought in wrongly.
//!
//! Invariant: nothing is changed or deleted. Each act adds dated items and reversals, so that an earlier day keeps its answer; a cancelled
//! payment reopens what it paid with the due dates that it had.

use super::{
    Adjustment, AdjustmentKind, Allocation, OpenItem, OpenItemKind, Payment, ReceivablesService,
    ledger::{Dated, ItemLedger, counter_of, missing_item, standing},
    payment::{MovedAmount, parties, with_ids},
};
use crate::{
    access::Right,
    act::{Act, ActContext, Answer, Empty, Plan, Subject},
    customers::Customer,
    entity::{Numbering, PendingNumber, Stored, Value},
    error::{Code, Error, Result},
    ids::{AdjustmentId, AllocationId, CustomerId, OpenItemId, PaymentId, SalesDocumentId, SalesOrderId, TypedId},
    num::{Money, MoneyStep},
    policy::{Instalment, check_instalments},
    query::{Filter, Select},
    stock::{check_text, series},
    storage::{ChangeSet, LockKeys, Reads},
    time::Day,
};
use async_trait::async_trait;
use serde::{Deserialize, Serialize};
use std::collections::BTreeSet;

/// A credit given back in money.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct NewRefund {
    /// The customer who has the credit.
    pub customer_id: CustomerId,
    /// The credit.
    pub credit_id: OpenItemId,
    /// How much, positive.
    pub amount: Money,
    /// When.
    pub day: Day,
    /// How it was paid, as the host says.
    pub method: Option<String>,
    /// Why.
    pub reason: Option<String>,
}

/// A receivable or credit that is given up, in part or in whole.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct NewWriteOff {
    /// The customer.
    pub customer_id: CustomerId,
    /// The receivable or credit.
    pub item_id: OpenItemId,
    /// How much, positive.
    pub amount: Money,
    /// When.
    pub day: Day,
    /// Why.
    pub reason: Option<String>,
}

/// A payment that did not hold.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct PaymentCancellation {
    /// The payment.
    pub payment_id: PaymentId,
    /// When; not before the payment.
    pub day: Day,
    /// Why.
    pub reason: Option<String>,
}

/// A refund or write-off that did not hold.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct AdjustmentCancellation {
    /// The refund or write-off.
    pub adjustment_id: AdjustmentId,
    /// When; not before it.
    pub day: Day,
    /// Why.
    pub reason: Option<String>,
}

/// A document or credit of the books kept before that was not open as it was brought in.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct OpeningCancellation {
    /// The customer.
    pub customer_id: CustomerId,
    /// The receivable or credit; of a document in instalments any of them.
    pub item_id: OpenItemId,
    /// When; not before the day of the opening.
    pub day: Day,
    /// Why.
    pub reason: Option<String>,
}

/// Other instalments for what is open of a document.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct Rescheduling {
    /// The customer.
    pub customer_id: CustomerId,
    /// The document.
    pub document_id: SalesDocumentId,
    /// The new instalments; they add up to what is open.
    pub instalments: Vec<Instalment>,
    /// From which day they count.
    pub day: Day,
    /// Why.
    pub reason: Option<String>,
}

/// An allocation taken back, in part or in whole.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct Deallocation {
    /// The allocation.
    pub allocation_id: AllocationId,
    /// How much, positive; none: all that stands of it.
    pub amount: Option<Money>,
    /// From which day; not before the allocation.
    pub day: Day,
}

/// Prepayments of an order that are reserved for it no longer.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct FreedPrepayments {
    /// The customer who paid.
    pub customer_id: CustomerId,
    /// The order.
    pub order_id: SalesOrderId,
}

/// A posted refund, write-off, cancellation or rescheduling.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct AdjustmentPosted {
    /// The adjustment.
    pub adjustment_id: AdjustmentId,
    /// Its number.
    pub number: String,
    /// The items it made, in due order for a rescheduling.
    pub open_item_ids: Vec<OpenItemId>,
}

impl Answer for AdjustmentPosted {
    fn numbered(&mut self, number: &str) {
        number.clone_into(&mut self.number);
    }

    fn subject(&self) -> Option<Subject> {
        Some(Subject::of(self.adjustment_id))
    }
}

impl ReceivablesService<'_> {
    /// Gives a credit back in money, as a document of its own.
    ///
    /// # Errors
    /// `access.denied`, `field.invalid`, `reference.missing`, `allocation.exceeded`, `credit.reserved`, `storage.*`.
    pub async fn refund(&self, refund: &NewRefund) -> Result<AdjustmentPosted> {
        self.0.run(refund).await
    }

    /// Gives a receivable or a credit up, as a document of its own. What was written off of it before counts towards the tolerance.
    ///
    /// # Errors
    /// `access.denied`, `field.invalid`, `reference.missing`, `allocation.exceeded`, `write_off.exceeded`, `credit.reserved`, `storage.*`.
    pub async fn write_off(&self, write_off: &NewWriteOff) -> Result<AdjustmentPosted> {
        self.0.run(write_off).await
    }

    /// Cancels a payment: what it paid is open again, with the due dates that it had, and so is what was refunded or written off of it.
    ///
    /// # Errors
    /// `access.denied`, `field.invalid`, `reference.missing`, `document.cancelled`, `storage.*`.
    pub async fn cancel_payment(&self, cancellation: &PaymentCancellation) -> Result<AdjustmentPosted> {
        self.0.run(cancellation).await
    }

    /// Cancels a refund or a write-off: the credit or receivable is open again.
    ///
    /// # Errors
    /// As [`ReceivablesService::cancel_payment`]; `field.invalid` for other adjustments.
    pub async fn cancel_adjustment(&self, cancellation: &AdjustmentCancellation) -> Result<AdjustmentPosted> {
        self.0.run(cancellation).await
    }

    /// Cancels a document or credit of the books kept before, with all its instalments: it may be brought in again as it should have been. What is
    /// allocated of it is taken back first.
    ///
    /// # Errors
    /// `access.denied`, `field.invalid`, `reference.missing`, `record.in_use` if something of it is allocated, `document.cancelled`, `storage.*`.
    pub async fn cancel_opening(&self, cancellation: &OpeningCancellation) -> Result<AdjustmentPosted> {
        self.0.run(cancellation).await
    }

    /// Replaces what is open of a document by other instalments. The debt stays as it is.
    ///
    /// # Errors
    /// `access.denied`, `field.invalid`, `reference.missing`, `limit.exceeded`, `storage.*`.
    pub async fn reschedule(&self, rescheduling: &Rescheduling) -> Result<AdjustmentPosted> {
        self.0.run(rescheduling).await
    }

    /// Takes an allocation back from a day on; a credit that came from a payer goes back to the payer.
    ///
    /// # Errors
    /// `access.denied`, `field.invalid`, `reference.missing`, `allocation.exceeded`, `storage.*`.
    pub async fn deallocate(&self, deallocation: &Deallocation) -> Result<()> {
        self.0.run(deallocation).await.map(|Empty| ())
    }

    /// Frees what is left of an order's prepayments: when it is cancelled, or delivered short. Answers with how much; none: there was nothing.
    ///
    /// # Errors
    /// `access.denied`, `reference.missing`, `storage.*`.
    pub async fn free_prepayments(&self, freed: &FreedPrepayments) -> Result<Option<Money>> {
        self.0.run(freed).await.map(|MovedAmount(amount)| amount)
    }
}

/// What all adjustments have.
struct Draft<'a> {
    kind: AdjustmentKind,
    customer_id: CustomerId,
    day: Day,
    amount: Money,
    method: Option<&'a String>,
    reason: Option<&'a String>,
    cancels: (Option<PaymentId>, Option<AdjustmentId>),
}

impl Draft<'_> {
    fn insert(self, changes: &mut ChangeSet) -> (AdjustmentId, PendingNumber) {
        let id: AdjustmentId = changes.new_id();
        let (name, prefix) = match self.kind {
            AdjustmentKind::Refund => ("refund", "RF"),
            AdjustmentKind::WriteOff => ("write_off", "WO"),
            AdjustmentKind::Cancellation => ("cancellation", "CX"),
            AdjustmentKind::Reschedule => ("reschedule", "RS"),
        };
        let (series, numbering) = series(name, prefix, self.day);
        let number = changes.next_number(&series, numbering);
        let sequence = PendingNumber { numbering: Numbering::Sequence, ..number.clone() };
        let adjustment = Adjustment {
            kind: self.kind,
            number: String::new(),
            series,
            sequence: 0,
            day: self.day,
            posted_at: changes.context().at,
            operator_id: changes.context().operator,
            customer_id: self.customer_id,
            cancelled_payment_id: self.cancels.0,
            cancelled_adjustment_id: self.cancels.1,
            method: self.method.cloned(),
            reason: self.reason.cloned(),
            currency: self.amount.currency(),
            amount: self.amount,
        };
        changes.insert_with(&Stored::new(id, adjustment), &[("number", &number), ("sequence", &sequence)]);
        (id, number)
    }
}

fn posted(adjustment_id: AdjustmentId, number: PendingNumber, open_item_ids: Vec<OpenItemId>, changes: ChangeSet) -> Plan<AdjustmentPosted> {
    let answer = AdjustmentPosted { adjustment_id, number: String::new(), open_item_ids };
    Plan { number: Some(number), ..Plan::new(changes, answer) }
}

fn too_early(earliest: Day) -> Error {
    Error::field("day", "is before the document").with("earliest", earliest)
}

/// Adds an adjustment that takes a part of one item away: a refund or a write-off.
fn take_away(
    item: &Stored<OpenItem>,
    draft: Draft<'_>,
    kind: OpenItemKind,
    mut ledger: ItemLedger,
    mut changes: ChangeSet,
) -> Result<Plan<AdjustmentPosted>> {
    if item.order_id.is_some() && item.amount.is_negative() {
        return Err(Error::new(Code::CreditReserved, "the credit is reserved for a sales order").with("open_item", item.id));
    }
    let earliest = item.earliest_allocation();
    if draft.day < earliest {
        return Err(too_early(earliest));
    }
    let (day, amount) = (draft.day, draft.amount);
    let (id, number) = draft.insert(&mut changes);
    let counter = OpenItem { adjustment_id: Some(id), ..counter_of(kind, item, item.id, day, amount, &changes) };
    let made = ledger.counter(counter, &changes)?;
    ledger.write(&mut changes);
    Ok(posted(id, number, vec![made], changes))
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

/// Positive, and in whole steps, unless it is all that is open of the item.
fn check_amount(amount: Money, item: &OpenItem, step: MoneyStep) -> Result<()> {
    crate::num::same_currency(amount.currency(), item.currency)?;
    if !amount.is_positive() {
        return Err(Error::field("amount", "is not positive"));
    }
    if amount != item.open.absolute() {
        crate::num::check_step("amount", amount, step)?;
    }
    crate::num::check_amount("amount", amount)
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
            let error = Error::new(Code::WriteOffExceeded, format!("more than the tolerance of {tolerance} would be written off of it"));
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

/// Everything that cancelling needs: the items of a document, those they are allocated with, and all allocations of the former.
struct Affected {
    own: Vec<Stored<OpenItem>>,
    others: Vec<Stored<OpenItem>>,
    allocations: Vec<Stored<Allocation>>,
}

/// Locks the customers of items that were read without a lock, and reads everything about them.
///
/// # Errors
/// `document.cancelled` if a cancellation meets the condition; `storage.conflict` if the document has other items by now: the act is tried again.
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
        return Err(Error::new(Code::AlreadyCancelled, "it was cancelled before").with("number", &done.number));
    }
    let (own, allocations) = (answers.all(&items)?, answers.all(&allocations)?);
    if own.iter().map(|i| i.id).collect::<BTreeSet<_>>() != ids {
        return Err(Error::new(Code::StorageConflict, "the document got other items meanwhile"));
    }
    let others: BTreeSet<OpenItemId> = allocations.iter().flat_map(|a| [a.receivable_id, a.credit_id]).filter(|id| !ids.contains(id)).collect();
    let mut reads = Reads::new();
    let asked = reads.select(Select::<OpenItem>::new(&permit).keys(others.into_iter().map(|id| Value::Id(id.uuid())))?);
    let others = context.read(&LockKeys::none(), reads).await?.all(&asked)?;
    Ok(Affected { own, others, allocations })
}

impl Affected {
    /// Reverses all allocations of the document's items and sets an item of the other sign against each. What was transferred to others
    /// comes back first.
    fn cancel(self, (adjustment_id, day): (AdjustmentId, Day), changes: &mut ChangeSet) -> Result<Vec<OpenItemId>> {
        let (moved, own): (Vec<_>, Vec<_>) = self.own.iter().partition(|i| i.kind == OpenItemKind::Transfer);
        let mut balance = own.first().map(|i| Money::zero(i.currency));
        for item in &moved {
            balance = balance.map(|sum| sum.plus(item.amount)).transpose()?;
        }
        if balance.is_some_and(|sum| !sum.is_zero()) {
            return Err(missing("payment_id", "a part of it went to customers out of reach"));
        }
        let moved: BTreeSet<OpenItemId> = moved.iter().map(|i| i.id).collect();
        let mut ledger = ItemLedger::new(self.own.iter().chain(&self.others).cloned());
        for id in &moved {
            if ledger.get(*id)?.amount.is_positive() {
                continue;
            }
            ledger.release(*id, &self.allocations, &moved, day, changes)?;
            let open = ledger.get(*id)?.open.negated();
            if open.is_positive() {
                ledger.deallocate(*id, open, day, &self.allocations, changes)?;
            }
        }
        for item in &own {
            ledger.release(item.id, &self.allocations, &moved, day, changes)?;
        }
        let mut made = Vec::with_capacity(own.len());
        for item in own {
            let now = ledger.get(item.id)?.clone();
            // What it was set against from later days on is taken back on these, and leaves the days before as they are.
            let from = day.max(item.earliest_allocation());
            let counter = OpenItem {
                adjustment_id: Some(adjustment_id),
                source_item_id: Some(item.id),
                salesperson_id: now.salesperson_id,
                ..OpenItem::new(OpenItemKind::Cancellation, now.customer_id, from, now.amount.negated(), changes.context().at)
            };
            made.push(ledger.cancel(counter, changes)?);
        }
        ledger.write(changes);
        Ok(made)
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
        let permit = context.permit().clone();
        let mut reads = Reads::new();
        let payment = reads.select(Select::<Payment>::new(&permit).keys([Value::Id(self.payment_id.uuid())])?);
        let own = OpenItem::payment_id().eq(Some(self.payment_id));
        let items = reads.select(Select::<OpenItem>::new(&permit).filter(&own)?.everything());
        let before = Adjustment::cancelled_payment_id().eq(Some(self.payment_id));
        let mut answers = context.read(&LockKeys::none(), reads).await?;
        let payment = answers.first(&payment)?.ok_or_else(|| missing("payment_id", "there is no such payment"))?;
        if self.day < payment.day {
            return Err(too_early(payment.day));
        }
        let items = answers.all(&items)?;
        let affected = affected(context, &own, &before, &items).await?;
        let mut changes = context.changes();
        let draft = Draft {
            kind: AdjustmentKind::Cancellation,
            customer_id: payment.customer_id,
            day: self.day,
            amount: payment.amount,
            method: None,
            reason: self.reason.as_ref(),
            cancels: (Some(self.payment_id), None),
        };
        let (id, number) = draft.insert(&mut changes);
        let made = affected.cancel((id, self.day), &mut changes)?;
        Ok(posted(id, number, made, changes))
    }
}

fn missing(field: &'static str, message: &str) -> Error {
    Error::new(Code::ReferenceMissing, message).with("field", field)
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
        let permit = context.permit().clone();
        let mut reads = Reads::new();
        let adjustment = reads.select(Select::<Adjustment>::new(&permit).keys([Value::Id(self.adjustment_id.uuid())])?);
        let before = Adjustment::cancelled_adjustment_id().eq(Some(self.adjustment_id));
        let own = OpenItem::adjustment_id().eq(Some(self.adjustment_id));
        let items = reads.select(Select::<OpenItem>::new(&permit).filter(&own)?.everything());
        let mut answers = context.read(&LockKeys::none(), reads).await?;
        let adjustment = answers.first(&adjustment)?.ok_or_else(|| missing("adjustment_id", "there is no such adjustment"))?;
        if !matches!(adjustment.kind, AdjustmentKind::Refund | AdjustmentKind::WriteOff) {
            return Err(Error::field("adjustment_id", "is neither a refund nor a write-off"));
        }
        if adjustment.kind == AdjustmentKind::WriteOff {
            context.access_to(adjustment.customer_id).await?.require(Right::WriteOff)?;
        }
        if self.day < adjustment.day {
            return Err(too_early(adjustment.day));
        }
        let items = answers.all(&items)?;
        let affected = affected(context, &own, &before, &items).await?;
        let mut changes = context.changes();
        let draft = Draft {
            kind: AdjustmentKind::Cancellation,
            customer_id: adjustment.customer_id,
            day: self.day,
            amount: adjustment.amount.negated(),
            method: None,
            reason: self.reason.as_ref(),
            cancels: (None, Some(self.adjustment_id)),
        };
        let (id, number) = draft.insert(&mut changes);
        let made = affected.cancel((id, self.day), &mut changes)?;
        Ok(posted(id, number, made, changes))
    }
}

/// Items that no cancellation was set against.
pub(crate) fn not_cancelled() -> Filter {
    Filter::none("open_item", OpenItem::kind().eq(OpenItemKind::Cancellation))
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
    /// The pure part: an item of the other sign against each instalment.
    fn cancel(&self, asked: &OpenItem, items: Vec<Stored<OpenItem>>, mut changes: ChangeSet) -> Result<Plan<AdjustmentPosted>> {
        if !items.iter().any(|item| item.id == self.item_id) {
            return Err(Error::new(Code::AlreadyCancelled, "it was cancelled before").with("open_item", self.item_id));
        }
        if let Some(item) = items.iter().find(|item| item.open != item.amount) {
            let message = "something of it is allocated, which has to be taken back first";
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
        let first = open.first().ok_or_else(|| missing("document_id", "nothing is open of such a document"))?;
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

#[async_trait]
impl Act for Deallocation {
    type Answer = Empty;
    const OPERATION: &'static str = "receivables.deallocate";

    fn right(&self) -> Right {
        Right::PaymentsPost
    }

    async fn plan(&self, context: &mut ActContext<'_>) -> Result<Plan<Empty>> {
        context.check_day(self.day)?;
        let permit = context.permit().clone();
        let mut reads = Reads::new();
        let asked = reads.select(Select::<Allocation>::new(&permit).keys([Value::Id(self.allocation_id.uuid())])?);
        let asked = context.read(&LockKeys::none(), reads).await?.first(&asked)?;
        let asked = asked.filter(|row| row.reverses_id.is_none()).ok_or_else(|| missing("allocation_id", "there is no such allocation"))?;
        let pair = with_ids([asked.receivable_id, asked.credit_id]);
        let mut reads = Reads::new();
        let items = reads.select(Select::<OpenItem>::new(&permit).filter(&pair)?);
        let reversals = Allocation::reverses_id().eq(Some(asked.id));
        let reversals = reads.select(Select::<Allocation>::new(&permit).filter(&reversals)?.everything());
        let mut answers = context.read(&LockKeys::none().and::<Customer, _>([asked.customer_id]), reads).await?;
        let (mut items, mut rows) = (answers.all(&items)?, answers.all(&reversals)?);
        let moved = items.iter().find(|i| i.id == asked.credit_id && i.kind == OpenItemKind::Transfer).and_then(|i| i.source_item_id);
        if let Some(here) = moved {
            at_payer(context, here, &mut items, &mut rows).await?;
        }
        rows.push(asked.clone());
        self.reverse(&asked, items, &rows, context.company()?.money_step, context.changes())
    }
}

/// Reads what stands at the payer of a transferred credit: the receivable that it was made from, its allocations, and the credit itself.
async fn at_payer(
    context: &mut ActContext<'_>,
    here: OpenItemId,
    items: &mut Vec<Stored<OpenItem>>,
    rows: &mut Vec<Stored<Allocation>>,
) -> Result<()> {
    let permit = context.permit().clone();
    let mut reads = Reads::new();
    let of_here = Allocation::receivable_id().eq(here);
    let of_here = reads.select(Select::<Allocation>::new(&permit).filter(&of_here)?.everything());
    let of_here = context.read(&LockKeys::none(), reads).await?.all(&of_here)?;
    let ids: BTreeSet<OpenItemId> = of_here.iter().map(|row| row.credit_id).chain([here]).collect();
    let mut reads = Reads::new();
    let asked = reads.select(Select::<OpenItem>::new(&permit).keys(ids.into_iter().map(|id| Value::Id(id.uuid())))?);
    items.extend(context.read(&LockKeys::none(), reads).await?.all(&asked)?);
    rows.extend(of_here);
    Ok(())
}

impl Deallocation {
    fn reverse(
        &self,
        asked: &Stored<Allocation>,
        items: Vec<Stored<OpenItem>>,
        rows: &[Stored<Allocation>],
        step: MoneyStep,
        mut changes: ChangeSet,
    ) -> Result<Plan<Empty>> {
        let mut ledger = ItemLedger::new(items);
        let (receivable, credit) = (ledger.get(asked.receivable_id)?.clone(), ledger.get(asked.credit_id)?.clone());
        let is_technical = |kind| matches!(kind, OpenItemKind::Refund | OpenItemKind::WriteOff | OpenItemKind::Cancellation);
        let is_moved = receivable.kind == OpenItemKind::Transfer || credit.kind == OpenItemKind::Reschedule;
        if is_technical(receivable.kind) || is_technical(credit.kind) || is_moved {
            return Err(Error::field("allocation_id", "is part of an adjustment, which is cancelled as a whole"));
        }
        let of_this: Vec<_> = rows.iter().filter(|r| r.id == asked.id || r.reverses_id == Some(asked.id)).cloned().collect();
        let gone = || Error::new(Code::AllocationExceeded, "nothing of the allocation stands").with("open", 0);
        let standing = standing(&of_this)?.into_iter().next().ok_or_else(gone)?;
        let amount = self.amount.unwrap_or(standing.left);
        if amount != standing.left {
            crate::num::check_step("amount", amount, step)?;
        }
        ledger.reverse(&standing, amount, Dated::On(self.day), &changes)?;
        if credit.kind == OpenItemKind::Transfer {
            ledger.deallocate(asked.credit_id, amount, self.day, rows, &changes)?;
        }
        ledger.write(&mut changes);
        Ok(Plan::new(changes, Empty))
    }
}

#[async_trait]
impl Act for FreedPrepayments {
    type Answer = MovedAmount;
    const OPERATION: &'static str = "receivables.free_prepayments";

    fn right(&self) -> Right {
        Right::PaymentsPost
    }

    fn subjects(&self, _: &MovedAmount) -> Vec<Subject> {
        vec![Subject::of(self.customer_id)]
    }

    async fn plan(&self, context: &mut ActContext<'_>) -> Result<Plan<MovedAmount>> {
        let items = parties(context, self.customer_id, &[], Some(prepayments_of(self.order_id))).await?.items;
        let credits: Vec<OpenItemId> = items.iter().map(|i| i.id).collect();
        let mut changes = context.changes();
        let mut ledger = ItemLedger::new(items);
        let freed = ledger.free(&credits)?;
        ledger.write(&mut changes);
        Ok(Plan::new(changes, MovedAmount(freed)))
    }
}

/// The open prepayments of an order, as a condition on open items; narrow it to the customer.
#[must_use]
pub fn prepayments_of(order: SalesOrderId) -> Filter {
    OpenItem::order_id().eq(Some(order)).and(OpenItem::open().lt(Money::zero(crate::num::Currency::EUR)))
}
