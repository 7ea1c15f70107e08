//! Acts of money: payments and bounced ones, credits allocated and refunded, receivables settled one by one, written off, rescheduled.

use super::{Failure, Stream, money};
use chrono::Days;
use crm_core::{
    ids::{AdjustmentId, CustomerId, OpenItemId, PaymentId, SalesDocumentId},
    num::{Decimal, Money, RoundingMode},
    receivables::{
        AdjustmentCancellation, Allocate, Allocation, Deallocation, Instalment, NewCreditAllocation, NewPayment, NewRefund, NewWriteOff,
        PaymentCancellation, Rescheduling,
    },
};

/// A credit that was not allocated when it was paid.
struct Credit {
    customer: CustomerId,
    item: OpenItemId,
    left: Money,
}

/// A receivable that is settled separately.
struct Owed {
    customer: CustomerId,
    document: SalesDocumentId,
    item: OpenItemId,
    left: Money,
    is_put_off: bool,
}

/// A payment of one receivable.
struct Paid {
    credit: OpenItemId,
    item: OpenItemId,
    amount: Money,
}

/// The stream's own record of money.
#[derive(Default)]
pub(super) struct Known {
    /// Payments that may still bounce.
    payments: Vec<PaymentId>,
    credits: Vec<Credit>,
    refunds: Vec<(AdjustmentId, OpenItemId, CustomerId, Money)>,
    owed: Vec<Owed>,
    paid: Vec<Paid>,
}

type Told = Result<Option<String>, Failure>;

impl Stream<'_> {
    pub(super) fn keep_owed(&mut self, customer: CustomerId, document: SalesDocumentId, item: OpenItemId, left: Money) {
        self.money.owed.push(Owed { customer, document, item, left, is_put_off: false });
    }

    pub(super) async fn pay(&mut self) -> Told {
        let customer = self.payer()?;
        let payment = NewPayment { allocate: Allocate::OldestDue, ..NewPayment::new(customer, self.day, money(self.dice.within(500, 40_000))?) };
        let posted = self.session().receivables().record_payment(&payment).await?;
        self.money.payments.push(posted.payment_id);
        Ok(Some(posted.number))
    }

    pub(super) async fn bounce(&mut self) -> Told {
        let Some(place) = self.dice.place(&self.money.payments) else { return Ok(None) };
        let payment_id = self.money.payments.remove(place);
        let cancellation = PaymentCancellation { payment_id, day: self.day, reason: Some("bounced".to_owned()) };
        Ok(Some(self.session().receivables().cancel_payment(&cancellation).await?.number))
    }

    pub(super) async fn advance(&mut self) -> Told {
        let customer = self.payer()?;
        let payment = NewPayment::new(customer, self.day, money(self.dice.within(1_000, 20_000))?);
        let posted = self.session().receivables().record_payment(&payment).await?;
        self.money.credits.push(Credit { customer, item: posted.open_item_id, left: posted.unallocated });
        Ok(Some(posted.number))
    }

    pub(super) async fn spend_credit(&mut self) -> Told {
        let (day, session) = (self.day, self.session());
        // What the patient owe is settled item by item.
        let patient = &self.patient;
        let fits = |c: &Credit| c.left.is_positive() && !patient.contains(&c.customer);
        let Some(place) = self.dice.place_where(&self.money.credits, fits) else { return Ok(None) };
        let Some(credit) = self.money.credits.get_mut(place) else { return Ok(None) };
        let allocate = Allocate::OldestDue;
        let spend = NewCreditAllocation { customer_id: credit.customer, credit_id: credit.item, allocate, debtors: Vec::new(), day };
        if let Some(spent) = session.receivables().allocate_credit(&spend).await? {
            credit.left = credit.left.minus(spent)?;
        }
        Ok(Some("-".to_owned()))
    }

    pub(super) async fn refund(&mut self) -> Told {
        let (day, session) = (self.day, self.session());
        let Some(place) = self.dice.place_where(&self.money.credits, |c| c.left.is_positive()) else { return Ok(None) };
        let Some(credit) = self.money.credits.get_mut(place) else { return Ok(None) };
        let amount = half(credit.left)?;
        let (customer_id, credit_id) = (credit.customer, credit.item);
        let posted = session.receivables().refund(&NewRefund { customer_id, credit_id, amount, day, method: None, reason: None }).await?;
        credit.left = credit.left.minus(amount)?;
        self.money.refunds.push((posted.adjustment_id, credit_id, customer_id, amount));
        Ok(Some(posted.number))
    }

    pub(super) async fn undo_refund(&mut self) -> Told {
        let Some(place) = self.dice.place(&self.money.refunds) else { return Ok(None) };
        let (adjustment_id, item, customer, amount) = self.money.refunds.remove(place);
        let cancellation = AdjustmentCancellation { adjustment_id, day: self.day, reason: None };
        let posted = self.session().receivables().cancel_adjustment(&cancellation).await?;
        match self.money.credits.iter_mut().find(|c| c.item == item) {
            Some(credit) => credit.left = credit.left.plus(amount)?,
            None => self.money.credits.push(Credit { customer, item, left: amount }),
        }
        Ok(Some(posted.number))
    }

    pub(super) async fn write_off(&mut self) -> Told {
        let (day, session) = (self.day, self.session());
        let Some(place) = self.dice.place_where(&self.money.owed, |o| o.left.is_positive()) else { return Ok(None) };
        let cents = money(self.dice.within(1, 200))?;
        let Some(owed) = self.money.owed.get_mut(place) else { return Ok(None) };
        let amount = owed.left.min(cents)?;
        let off = NewWriteOff { customer_id: owed.customer, item_id: owed.item, amount, day, reason: None };
        let posted = session.receivables().write_off(&off).await?;
        owed.left = owed.left.minus(amount)?;
        Ok(Some(posted.number))
    }

    pub(super) async fn pay_item(&mut self) -> Told {
        let (day, session) = (self.day, self.session());
        let all = self.dice.once_in(3);
        let Some(place) = self.dice.place_where(&self.money.owed, |o| o.left.is_positive()) else { return Ok(None) };
        let Some(owed) = self.money.owed.get_mut(place) else { return Ok(None) };
        let amount = if all { owed.left } else { half(owed.left)? };
        let payment = NewPayment { allocate: Allocate::Items(vec![(owed.item, amount)]), ..NewPayment::new(owed.customer, day, amount) };
        let posted = session.receivables().record_payment(&payment).await?;
        owed.left = owed.left.minus(amount)?;
        self.money.paid.push(Paid { credit: posted.open_item_id, item: owed.item, amount });
        Ok(Some(posted.number))
    }

    /// A payment of one receivable was for something else: it is the customer's credit again.
    pub(super) async fn take_back_allocation(&mut self) -> Told {
        let Some(place) = self.dice.place(&self.money.paid) else { return Ok(None) };
        let paid = self.money.paid.remove(place);
        let first = Allocation::credit_id().eq(paid.credit).and(Allocation::reverses_id().is_empty());
        let first = self.books.session.allocations().list().filter(&first)?.sort(&["posted_at"]).limit(1).fetch().await?;
        let allocation_id = first.first().ok_or("the payment was allocated")?.id;
        self.session().receivables().deallocate(&Deallocation { allocation_id, amount: None, day: self.day }).await?;
        let owed = self.money.owed.iter_mut().find(|o| o.item == paid.item).ok_or("the receivable is known")?;
        owed.left = owed.left.plus(paid.amount)?;
        let customer = owed.customer;
        self.money.credits.push(Credit { customer, item: paid.credit, left: paid.amount });
        Ok(Some("-".to_owned()))
    }

    pub(super) async fn reschedule(&mut self) -> Told {
        let paid = &self.money.paid;
        let fits = |o: &Owed| o.left.is_positive() && !o.is_put_off && paid.iter().all(|p| p.item != o.item);
        let Some(place) = self.dice.place_where(&self.money.owed, fits) else { return Ok(None) };
        let owed = self.money.owed.remove(place);
        let first = half(owed.left)?;
        let rest = owed.left.minus(first)?;
        let due = |days| self.day.checked_add_days(Days::new(days)).unwrap_or(self.day);
        let parts = [(15, first), (45, rest)].into_iter().filter(|(_, amount)| amount.is_positive());
        let instalments: Vec<_> = parts.map(|(days, amount)| Instalment { due_day: due(days), amount }).collect();
        let (customer_id, document_id) = (owed.customer, owed.document);
        let rescheduling = Rescheduling { customer_id, document_id, instalments: instalments.clone(), day: self.day, reason: None };
        let posted = self.session().receivables().reschedule(&rescheduling).await?;
        for (item, instalment) in posted.open_item_ids.into_iter().zip(instalments) {
            self.money.owed.push(Owed { customer: customer_id, document: document_id, item, left: instalment.amount, is_put_off: true });
        }
        Ok(Some(posted.number))
    }
}

/// Half of an amount, to the cent; all of it, if that is nothing.
fn half(amount: Money) -> crm_core::Result<Money> {
    let half = Money::rounded(amount.amount() / Decimal::TWO, amount.currency(), amount.currency().step(), RoundingMode::HalfUp)?;
    Ok(if half.is_zero() { amount } else { half })
}
