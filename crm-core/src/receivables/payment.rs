//! Recording payments and allocating them to receivables of the payer and of the customers it pays for.
//!
//! Invariant: the number of statements does not depend on the number of allocations; all settlement goes through [`ItemLedger`].

use super::{
    OpenItem, OpenItemKind, Payment, ReceivablesService,
    allocate::Allocate,
    ledger::{Dated, ItemLedger},
    parties::{Parties, parties},
};
use crate::{
    access::Right,
    act::{Act, ActContext, Answer, Plan, Subject},
    documents::{OrderState, SalesOrder},
    entity::{Numbering, PendingNumber, Stored, Value},
    error::{Code, Error, Result},
    ids::{CustomerId, OpenItemId, PaymentId, SalesOrderId, TypedId},
    num::{Money, MoneyStep},
    query::Select,
    stock::{check_text, series},
    storage::{ChangeSet, LockKeys, Reads},
    time::Day,
};
use async_trait::async_trait;
use serde::{Deserialize, Serialize};

/// A payment to record.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct NewPayment {
    /// The customer that paid.
    pub customer_id: CustomerId,
    /// Day of the payment.
    pub day: Day,
    /// Amount, positive.
    pub amount: Money,
    /// How to allocate it.
    #[serde(default)]
    pub allocate: Allocate,
    /// Other customers whose receivables it may be allocated to; the payer must be their payer.
    #[serde(default)]
    pub debtors: Vec<CustomerId>,
    /// The sales order it is a prepayment for; it stays reserved for the order's deliveries.
    pub order_id: Option<SalesOrderId>,
    /// Payment method, in the host's notation.
    pub method: Option<String>,
    /// The customer's reference, or a note.
    pub reference: Option<String>,
}

impl NewPayment {
    /// A payment by a customer, not allocated yet.
    pub fn new(customer_id: CustomerId, day: Day, amount: Money) -> Self {
        Self { customer_id, day, amount, allocate: Allocate::Nothing, debtors: Vec::new(), order_id: None, method: None, reference: None }
    }
}

/// A recorded payment.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct PaymentPosted {
    /// The payment.
    pub payment_id: PaymentId,
    /// Its number.
    pub number: String,
    /// The resulting credit.
    pub open_item_id: OpenItemId,
    /// Amount allocated at once.
    pub allocated: Money,
    /// Amount that remains as credit.
    pub unallocated: Money,
}

impl Answer for PaymentPosted {
    fn numbered(&mut self, number: &str) {
        number.clone_into(&mut self.number);
    }

    fn subject(&self) -> Option<Subject> {
        Some(Subject::of(self.payment_id))
    }
}

impl ReceivablesService<'_> {
    /// Records a payment and allocates it.
    ///
    /// # Errors
    /// `access.denied`, `field.invalid`, `reference.missing`, `allocation.exceeded`, `credit.reserved`, `currency.mismatch`, `limit.exceeded`,
    /// `storage.*`.
    pub async fn record_payment(&self, payment: &NewPayment) -> Result<PaymentPosted> {
        self.0.run(payment).await
    }
}

/// Locks the order of a prepayment and checks that it belongs to the customer and is open.
///
/// # Errors
/// `reference.missing`, `document.closed`, `storage.*`.
async fn check_order(context: &mut ActContext<'_>, order_id: SalesOrderId, customer_id: CustomerId) -> Result<()> {
    let mut reads = Reads::new();
    let order = reads.select(Select::<SalesOrder>::new(context.permit()).keys([Value::Id(order_id.uuid())])?);
    let mut answers = context.read(&LockKeys::none().and::<SalesOrder, _>([order_id]), reads).await?;
    let missing = || Error::new(Code::ReferenceMissing, "the customer has no such order").with("field", "order_id");
    let order = answers.first(&order)?.filter(|order| order.customer_id == customer_id).ok_or_else(missing)?;
    if order.state == OrderState::Open {
        return Ok(());
    }
    let state = order.state.as_str();
    Err(Error::new(Code::DocumentClosed, format!("the order `{}` is {state}", order.number)).with("number", &order.number).with("state", state))
}

#[async_trait]
impl Act for NewPayment {
    type Answer = PaymentPosted;
    const OPERATION: &'static str = "receivables.record_payment";

    fn right(&self) -> Right {
        Right::PaymentsPost
    }

    async fn plan(&self, context: &mut ActContext<'_>) -> Result<Plan<PaymentPosted>> {
        context.check_day(self.day)?;
        check_text("method", self.method.as_deref()).and(check_text("reference", self.reference.as_deref()))?;
        if let Some(order_id) = self.order_id {
            check_order(context, order_id, self.customer_id).await?;
        }
        let wanted = self.allocate.wanted()?;
        let parties = parties(context, self.customer_id, &self.debtors, wanted).await?;
        crate::num::same_currency(self.amount.currency(), context.company()?.currency)?;
        let step = context.company()?.money_step;
        crate::num::check_step("amount", self.amount, step)?;
        let mut changes = context.changes();
        let planned = self.post(parties, step, &mut changes)?;
        Ok(Plan { number: Some(planned.1), ..Plan::new(changes, planned.0) })
    }
}

impl NewPayment {
    /// The pure part: the payment, its credit, and the allocations.
    fn post(&self, parties: Parties, step: MoneyStep, changes: &mut ChangeSet) -> Result<(PaymentPosted, PendingNumber)> {
        if !self.amount.is_positive() {
            return Err(Error::field("amount", "is not positive"));
        }
        crate::num::check_amount("amount", self.amount)?;
        let shares = self.allocate.shares(self.amount, &parties.items, step)?;
        let allocated = Money::sum(shares.iter().map(|(_, amount)| *amount), self.amount.currency())?;
        let unallocated = self.amount.minus(allocated)?;
        let (payment_id, number) = self.insert_payment(changes);
        let mut ledger = ItemLedger::new(parties.items);
        let credit = OpenItem {
            salesperson_id: parties.customer.owner_id,
            payment_id: Some(payment_id),
            order_id: self.order_id,
            ..OpenItem::new(OpenItemKind::Payment, self.customer_id, self.day, self.amount.negated(), changes.context().at)
        };
        let open_item_id = ledger.add(credit, changes);
        if unallocated.is_negative() {
            let message = format!("{allocated} is allocated, but only {} was paid", self.amount);
            return Err(Error::new(Code::AllocationExceeded, message).with("amount", self.amount.amount()).with("allocated", allocated.amount()));
        }
        ledger.spend(open_item_id, &shares, Dated::From(self.day), &parties.owners, changes)?;
        ledger.write(changes);
        Ok((PaymentPosted { payment_id, number: String::new(), open_item_id, allocated, unallocated }, number))
    }

    fn insert_payment(&self, changes: &mut ChangeSet) -> (PaymentId, PendingNumber) {
        let payment_id: PaymentId = changes.new_id();
        let (series, numbering) = series("payment", "PM", self.day);
        let number = changes.next_number(&series, numbering);
        let sequence = PendingNumber { numbering: Numbering::Sequence, ..number.clone() };
        let payment = Payment {
            number: String::new(),
            series,
            sequence: 0,
            day: self.day,
            posted_at: changes.context().at,
            operator_id: changes.context().operator,
            customer_id: self.customer_id,
            order_id: self.order_id,
            method: self.method.clone(),
            reference: self.reference.clone(),
            currency: self.amount.currency(),
            amount: self.amount,
        };
        changes.insert_with(&Stored::new(payment_id, payment), &[("number", &number), ("sequence", &sequence)]);
        (payment_id, number)
    }
}
