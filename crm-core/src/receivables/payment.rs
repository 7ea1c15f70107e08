//! Recording payments and setting credits against receivables, of the payer itself and of customers that it pays for.
//!
//! Invariant: the statements do not depend on the number of allocations; all settling goes through [`ItemLedger`].

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

/// Money received.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct NewPayment {
    /// From whom.
    pub customer_id: CustomerId,
    /// When.
    pub day: Day,
    /// How much, positive.
    pub amount: Money,
    /// What it is for.
    #[serde(default)]
    pub allocate: Allocate,
    /// Customers whose receivables it may be for, beside the payer's own; it must be their payer.
    #[serde(default)]
    pub debtors: Vec<CustomerId>,
    /// The sales order that it is paid for in advance: it stays reserved for its deliveries.
    pub order_id: Option<SalesOrderId>,
    /// How it was paid, as the host says.
    pub method: Option<String>,
    /// The other side's reference, or a note.
    pub reference: Option<String>,
}

impl NewPayment {
    /// A payment of a customer, not allocated yet.
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
    /// The credit it made.
    pub open_item_id: OpenItemId,
    /// What was allocated at once.
    pub allocated: Money,
    /// What stays as credit.
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

/// Locks the order that is paid for before: it is the customer's, and still to be delivered.
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
            let message = format!("{allocated} are allocated, but {} were paid", self.amount);
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
