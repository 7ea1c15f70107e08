//! The adjustment document, as written by every act that creates one.

use crate::{
    act::{Answer, Plan, Subject},
    entity::{Numbering, PendingNumber, Stored},
    error::{Code, Error, Result},
    ids::{AdjustmentId, CustomerId, OpenItemId, PaymentId},
    num::{Money, MoneyStep},
    query::Filter,
    receivables::{
        Adjustment, AdjustmentKind, OpenItem, OpenItemKind,
        ledger::{ItemLedger, counter_of},
    },
    stock::series,
    storage::ChangeSet,
    time::Day,
};
use serde::{Deserialize, Serialize};

/// A posted refund, write-off, cancellation or rescheduling.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct AdjustmentPosted {
    /// The adjustment.
    pub adjustment_id: AdjustmentId,
    /// Its number.
    pub number: String,
    /// The items created, in due order for a rescheduling.
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

/// What all adjustments have in common.
pub(super) struct Draft<'a> {
    pub(super) kind: AdjustmentKind,
    pub(super) customer_id: CustomerId,
    pub(super) day: Day,
    pub(super) amount: Money,
    pub(super) method: Option<&'a String>,
    pub(super) reason: Option<&'a String>,
    pub(super) cancels: (Option<PaymentId>, Option<AdjustmentId>),
}

impl Draft<'_> {
    pub(super) fn insert(self, changes: &mut ChangeSet) -> (AdjustmentId, PendingNumber) {
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

pub(super) fn posted(
    adjustment_id: AdjustmentId,
    number: PendingNumber,
    open_item_ids: Vec<OpenItemId>,
    changes: ChangeSet,
) -> Plan<AdjustmentPosted> {
    let answer = AdjustmentPosted { adjustment_id, number: String::new(), open_item_ids };
    Plan { number: Some(number), ..Plan::new(changes, answer) }
}

pub(super) fn too_early(earliest: Day) -> Error {
    Error::field("day", "is before the document").with("earliest", earliest)
}

/// Adds an adjustment that reduces one item: a refund or a write-off.
pub(super) fn take_away(
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

/// Checks that the amount is positive and in whole steps, unless it is all that is open on the item.
pub(super) fn check_amount(amount: Money, item: &OpenItem, step: MoneyStep) -> Result<()> {
    crate::num::same_currency(amount.currency(), item.currency)?;
    if !amount.is_positive() {
        return Err(Error::field("amount", "is not positive"));
    }
    if amount != item.open.absolute() {
        crate::num::check_step("amount", amount, step)?;
    }
    crate::num::check_amount("amount", amount)
}

pub(super) fn missing(field: &'static str, message: &str) -> Error {
    Error::new(Code::ReferenceMissing, message).with("field", field)
}

/// Filters out items that a cancellation was allocated to.
pub(crate) fn not_cancelled() -> Filter {
    Filter::none("open_item", OpenItem::kind().eq(OpenItemKind::Cancellation))
}
