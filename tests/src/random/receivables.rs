//! Random work on receivables: payments, what they are set against, and everything that corrects them.

use super::{Dice, Kind, Known, Operation, operation};
use crm_core::{
    Uuid,
    customers::Customer,
    entity::Stored,
    ids::CustomerId,
    num::Money,
    receivables::{
        Adjustment, AdjustmentCancellation, AdjustmentKind, Allocate, Allocation, Deallocation, FreedPrepayments, Instalment, NewAllocation,
        NewCreditAllocation, NewPayment, NewRefund, NewWriteOff, OpenItem, OpenItemKind, OpeningCancellation, Payment, PaymentCancellation,
        Rescheduling,
    },
    sales::{OrderState, SalesOrder},
};

pub(super) const KINDS: &[Kind] = &[
    (12, pay),
    (6, pay_for_an_order),
    (6, pay_for_others),
    (9, allocate),
    (6, allocate_a_credit),
    (7, deallocate),
    (6, refund),
    (6, write_off),
    (4, cancel_a_payment),
    (4, cancel_an_adjustment),
    (12, cancel_an_opening),
    (6, reschedule),
    (5, free_prepayments),
];

impl Known {
    /// Something that is open, of a customer who has a debt or a credit.
    fn item(&self, dice: &mut Dice, is_credit: bool) -> Option<Stored<OpenItem>> {
        let fits = |i: &Stored<OpenItem>| if is_credit { i.open.is_negative() } else { i.open.is_positive() };
        let open: Vec<_> = self.all::<OpenItem>().iter().filter(|i| fits(i)).collect();
        let any: Vec<_> = self.all::<OpenItem>().iter().collect();
        if dice.once_in(12) { dice.maybe(&any).cloned() } else { dice.maybe(&open).cloned() }
    }

    fn for_what(&self, dice: &mut Dice, mine: &[&Stored<OpenItem>]) -> Allocate {
        let share = |i: &Stored<OpenItem>, dice: &mut Dice| if dice.once_in(2) { i.open } else { dice.money() };
        match dice.below(5) {
            0 => Allocate::Nothing,
            1 => Allocate::Items(mine.iter().take(3).map(|i| (i.id, share(i, dice))).collect()),
            2 => Allocate::Documents(mine.iter().take(2).filter_map(|i| Some((i.sales_document_id?, share(i, dice)))).collect()),
            _ => Allocate::OldestDue,
        }
    }
}

/// Mostly the exact amount, or a part of it.
fn about(dice: &mut Dice, exact: Money) -> Money {
    match dice.below(4) {
        0 => dice.money(),
        1 => dice.money().min(exact).unwrap(),
        _ => exact,
    }
}

pub(super) fn pay(known: &mut Known, dice: &mut Dice) -> Option<Operation> {
    let debt = known.item(dice, false).filter(|_| !dice.once_in(3));
    let customer = debt.as_ref().map_or_else(|| known.customer(dice).id, |i| i.customer_id);
    let amount = match &debt {
        Some(debt) => about(dice, debt.open),
        None => dice.money(),
    };
    let mine: Vec<_> = known.all::<OpenItem>().iter().filter(|i| (i.customer_id == customer && i.open.is_positive()) || dice.once_in(60)).collect();
    let payment = NewPayment { allocate: known.for_what(dice, &mine), method: dice.note(), ..NewPayment::new(customer, dice.day(), amount) };
    Some(operation!("pay", payment, |s, it| async { s.receivables().record_payment(&it).await }))
}

fn pay_for_an_order(known: &mut Known, dice: &mut Dice) -> Option<Operation> {
    let open: Vec<_> = known.all::<SalesOrder>().iter().filter(|o| o.state == OrderState::Open || dice.once_in(4)).collect();
    let order = dice.maybe(&open)?;
    let customer = if dice.once_in(12) { known.customer(dice).id } else { order.customer_id };
    let payment = NewPayment { order_id: Some(order.id), ..NewPayment::new(customer, dice.day(), about(dice, order.gross)) };
    Some(operation!("pay for an order", payment, |s, it| async { s.receivables().record_payment(&it).await }))
}

fn pay_for_others(known: &mut Known, dice: &mut Dice) -> Option<Operation> {
    let paid_for: Vec<_> = known.all::<Customer>().iter().filter(|c| c.payer_id.is_some() || dice.once_in(30)).collect();
    let debtor = dice.maybe(&paid_for)?;
    let payer = debtor.payer_id.unwrap_or(debtor.id);
    let theirs: Vec<_> = known.all::<OpenItem>().iter().filter(|i| i.customer_id == debtor.id && i.open.is_positive()).collect();
    let debtors = vec![debtor.id];
    let payment = NewPayment { allocate: known.for_what(dice, &theirs), debtors, ..NewPayment::new(payer, dice.day(), dice.money()) };
    Some(operation!("pay for others", payment, |s, it| async { s.receivables().record_payment(&it).await }))
}

fn allocate(known: &mut Known, dice: &mut Dice) -> Option<Operation> {
    let credit = known.item(dice, true)?;
    let open: Vec<_> =
        known.all::<OpenItem>().iter().filter(|i| i.open.is_positive() && (i.customer_id == credit.customer_id || dice.once_in(60))).collect();
    let receivable = dice.maybe(&open)?;
    let exact = receivable.open.min(credit.open.negated()).unwrap();
    let on = if dice.once_in(6) { dice.day() } else { receivable.earliest_allocation().max(credit.earliest_allocation()) };
    let amount = about(dice, exact);
    let allocation = NewAllocation { customer_id: credit.customer_id, credit_id: credit.id, receivable_id: receivable.id, amount, day: on };
    Some(operation!("allocate", allocation, |s, it| async { s.receivables().allocate(&it).await }))
}

fn allocate_a_credit(known: &mut Known, dice: &mut Dice) -> Option<Operation> {
    let credit = known.item(dice, true)?;
    let debtors: Vec<_> = known.all::<Customer>().iter().filter(|c| c.payer_id == Some(credit.customer_id)).map(|c| c.id).collect();
    let debtors = if dice.once_in(2) { debtors } else { Vec::new() };
    let is_his = |i: &Stored<OpenItem>| i.customer_id == credit.customer_id || debtors.contains(&i.customer_id);
    let theirs: Vec<_> = known.all::<OpenItem>().iter().filter(|i| i.open.is_positive() && is_his(i)).collect();
    let allocate = known.for_what(dice, &theirs);
    let allocation =
        NewCreditAllocation { customer_id: credit.customer_id, credit_id: credit.id, allocate, debtors, day: credit.day.max(dice.day()) };
    Some(operation!("allocate a credit", allocation, |s, it| async { s.receivables().allocate_credit(&it).await }))
}

fn deallocate(known: &mut Known, dice: &mut Dice) -> Option<Operation> {
    let mut given: Vec<_> = known.all::<Allocation>().iter().filter(|a| a.reverses_id.is_none() || dice.once_in(12)).collect();
    given.reverse();
    given.truncate(30);
    let allocation = dice.maybe(&given)?;
    let amount = dice.rarely(2, |d| about(d, allocation.amount));
    let on = if dice.once_in(5) { dice.day() } else { allocation.day.max(dice.day()) };
    let back = Deallocation { allocation_id: allocation.id, amount, day: on };
    Some(operation!("deallocate", back, |s, it| async { s.receivables().deallocate(&it).await }))
}

fn refund(known: &mut Known, dice: &mut Dice) -> Option<Operation> {
    let credit = known.item(dice, true)?;
    let amount = about(dice, credit.open.negated());
    let on = credit.day.max(dice.day());
    let (method, reason) = (dice.note(), dice.note());
    let refund = NewRefund { customer_id: credit.customer_id, credit_id: credit.id, amount, day: on, method, reason };
    Some(operation!("refund", refund, |s, it| async { s.receivables().refund(&it).await }))
}

fn write_off(known: &mut Known, dice: &mut Dice) -> Option<Operation> {
    let is_credit = dice.once_in(3);
    let item = known.item(dice, is_credit)?;
    let amount = about(dice, item.open.absolute());
    let write_off = NewWriteOff { customer_id: item.customer_id, item_id: item.id, amount, day: item.day.max(dice.day()), reason: dice.note() };
    Some(operation!("write off", write_off, |s, it| async { s.receivables().write_off(&it).await }))
}

fn cancel_a_payment(known: &mut Known, dice: &mut Dice) -> Option<Operation> {
    let payment = dice.maybe(known.all::<Payment>())?;
    let cancel = PaymentCancellation { payment_id: payment.id, day: payment.day.max(dice.day()), reason: dice.note() };
    Some(operation!("cancel a payment", cancel, |s, it| async { s.receivables().cancel_payment(&it).await }))
}

fn cancel_an_adjustment(known: &mut Known, dice: &mut Dice) -> Option<Operation> {
    let fits = |kind| matches!(kind, AdjustmentKind::Refund | AdjustmentKind::WriteOff);
    let some: Vec<_> = known.all::<Adjustment>().iter().filter(|a| fits(a.kind) || dice.once_in(8)).collect();
    let adjustment = dice.maybe(&some)?;
    let cancel = AdjustmentCancellation { adjustment_id: adjustment.id, day: adjustment.day.max(dice.day()), reason: dice.note() };
    Some(operation!("cancel an adjustment", cancel, |s, it| async { s.receivables().cancel_adjustment(&it).await }))
}

fn cancel_an_opening(known: &mut Known, dice: &mut Dice) -> Option<Operation> {
    let openings = known.all::<OpenItem>().iter().filter(|i| i.kind == OpenItemKind::Opening && (i.open == i.amount || dice.once_in(3)));
    let openings: Vec<_> = openings.collect();
    let any: Vec<_> = known.all::<OpenItem>().iter().collect();
    let is_any = openings.is_empty() || dice.once_in(5);
    let item = dice.maybe(if is_any { &any } else { &openings })?;
    let cancel = OpeningCancellation { customer_id: item.customer_id, item_id: item.id, day: item.day.max(dice.day()), reason: dice.note() };
    Some(operation!("cancel an opening", cancel, |s, it| async { s.receivables().cancel_opening(&it).await }))
}

/// What is open of a document in other parts, which mostly come to it.
fn reschedule(known: &mut Known, dice: &mut Dice) -> Option<Operation> {
    let item = known.item(dice, false)?;
    let document_id = item.sales_document_id?;
    let of = || known.all::<OpenItem>().iter().filter(|i| i.sales_document_id == Some(document_id) && i.open.is_positive());
    let open = Money::sum(of().map(|i| i.open), item.currency).unwrap();
    let on = of().map(|i| i.earliest_allocation()).max().unwrap_or(item.day).max(dice.day());
    let first = dice.money().min(open).unwrap();
    let due = |dice: &mut Dice| on.checked_add_days(chrono::Days::new(dice.below(90) as u64)).unwrap();
    let mut days = [due(dice), due(dice)];
    days.sort_unstable();
    let rest = if dice.once_in(5) { dice.money() } else { open.minus(first).unwrap() };
    let parts = days.into_iter().zip([first, rest]).map(|(due_day, amount)| Instalment { due_day, amount });
    let instalments = parts.filter(|i| !i.amount.is_zero()).collect();
    let change = Rescheduling { customer_id: item.customer_id, document_id, instalments, day: on, reason: dice.note() };
    Some(operation!("reschedule", change, |s, it| async { s.receivables().reschedule(&it).await }))
}

fn free_prepayments(known: &mut Known, dice: &mut Dice) -> Option<Operation> {
    let reserved: Vec<_> = known.all::<OpenItem>().iter().filter(|i| i.order_id.is_some() && (i.open.is_negative() || dice.once_in(6))).collect();
    let item = dice.maybe(&reserved)?;
    let customer_id = if dice.once_in(6) { CustomerId(Uuid::from_u128(1)) } else { item.customer_id };
    let freed = FreedPrepayments { customer_id, order_id: item.order_id? };
    Some(operation!("free prepayments", freed, |s, it| async { s.receivables().free_prepayments(&it).await }))
}
