//! Recording payments and allocating credits. Both lock the customer, so that limits hold under any number of payers.
//!
//! Invariant: of every open item no more is allocated than it came to. The statements do not depend on the number of allocations.

use super::{Allocation, OpenItem, OpenItemKind, Payment};
use crate::{
    access::Right,
    customers::Customer,
    entity::{Numbering, PendingNumber, Stored, Value},
    error::{Code, Error, Result},
    ids::{CustomerId, OpenItemId, PaymentId, TypedId},
    limits,
    num::Money,
    query::{Filter, Select},
    session::{Act, Answer, Desk, Plan, Session},
    stock::{check_text, series, to_json},
    storage::{ChangeSet, LockKeys, Reads},
    time::Day,
};
use async_trait::async_trait;
use serde::{Deserialize, Serialize};
use serde_json::Value as Json;

/// Money received.
#[derive(Debug, Clone, PartialEq, Serialize)]
pub struct NewPayment {
    /// From whom.
    pub customer_id: CustomerId,
    /// When.
    pub day: Day,
    /// How much, positive.
    pub amount: Money,
    /// What it is for.
    pub allocate: Allocate,
    /// How it was paid, as the host says.
    pub method: Option<String>,
    /// The other side's reference, or a note.
    pub reference: Option<String>,
}

/// What a payment is for. What is not allocated stays as the customer's credit.
#[derive(Debug, Clone, PartialEq, Serialize)]
#[serde(rename_all = "snake_case")]
pub enum Allocate {
    /// Nothing yet.
    Nothing,
    /// The receivables that fall due first.
    OldestDue,
    /// These receivables, with these amounts.
    Items(Vec<(OpenItemId, Money)>),
}

/// A credit to be set against a receivable of the same customer.
#[derive(Debug, Clone, PartialEq, Serialize)]
pub struct NewAllocation {
    /// The customer.
    pub customer_id: CustomerId,
    /// The credit: of a payment or a return.
    pub credit_id: OpenItemId,
    /// The receivable.
    pub receivable_id: OpenItemId,
    /// How much, positive.
    pub amount: Money,
    /// From which day it counts; not before either document.
    pub day: Day,
}

/// A recorded payment.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
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
}

/// An allocation has no answer but that it is done.
#[derive(Serialize, Deserialize)]
pub struct Done;
impl Answer for Done {}

/// Payments, allocations and ageing.
pub struct ReceivablesService<'s>(pub(super) &'s Session<'s>);

impl Session<'_> {
    /// Payments, allocations and ageing.
    pub fn receivables(&self) -> ReceivablesService<'_> {
        ReceivablesService(self)
    }
}

impl ReceivablesService<'_> {
    /// Records a payment and allocates it.
    ///
    /// # Errors
    /// `access.denied`, `field.invalid`, `reference.missing`, `allocation.exceeded`, `currency.mismatch`, `storage.*`.
    pub async fn record_payment(&self, payment: &NewPayment) -> Result<PaymentPosted> {
        self.0.run(payment).await
    }

    /// Sets a credit against a receivable.
    ///
    /// # Errors
    /// As [`ReceivablesService::record_payment`].
    pub async fn allocate(&self, allocation: &NewAllocation) -> Result<()> {
        self.0.run(allocation).await.map(|Done| ())
    }
}

fn exceeded(item: &OpenItem, amount: Money) -> Error {
    Error::new(Code::AllocationExceeded, format!("only {} are open, not {amount}", item.open.absolute()))
        .with("open", item.open.absolute().amount())
        .with("amount", amount.amount())
}

/// Takes an amount off what is open of an item, and says from which day that can count.
fn settle(item: &Stored<OpenItem>, amount: Money, changes: &mut ChangeSet) -> Result<()> {
    if !amount.is_positive() {
        return Err(Error::field("amount", "is not positive"));
    }
    if item.open.absolute().minus(amount)?.is_negative() {
        return Err(exceeded(item, amount).with("open_item", item.id));
    }
    let taken = if item.amount.is_negative() { amount.negated() } else { amount };
    let next = OpenItem { open: item.open.minus(taken)?, ..item.data.clone() };
    changes.update(item, next);
    Ok(())
}

fn insert_allocation(receivable: &Stored<OpenItem>, credit_id: OpenItemId, day: Day, amount: Money, changes: &mut ChangeSet) {
    let allocation = Allocation {
        customer_id: receivable.customer_id,
        receivable_id: receivable.id,
        credit_id,
        day,
        receivable_due_day: receivable.due_day,
        currency: amount.currency(),
        amount,
    };
    let allocation = Stored::new(changes.new_id(), allocation);
    changes.insert(&allocation);
}

fn missing_item(id: OpenItemId) -> Error {
    Error::new(Code::ReferenceMissing, "the customer has no such open item").with("open_item", id)
}

/// Locks the customer and reads him with the open items that a filter names.
async fn customer_items(desk: &mut Desk<'_>, customer_id: CustomerId, filter: Option<Filter>) -> Result<Vec<Stored<OpenItem>>> {
    let permit = desk.permit().clone();
    let mut reads = Reads::new();
    let customer = reads.select(Select::<Customer>::new(&permit).keys([Value::Id(customer_id.uuid())])?);
    let items = match filter {
        Some(filter) => {
            let filter = OpenItem::customer_id().eq(customer_id).and(filter);
            Some(reads.select(Select::<OpenItem>::new(&permit).filter(&filter)?.sort(&["due_day", "day"])?.everything()))
        }
        None => None,
    };
    let mut answers = desk.read(&LockKeys::none().and::<Customer, _>([customer_id]), reads).await?;
    if answers.first(&customer)?.is_none() {
        return Err(Error::new(Code::ReferenceMissing, "there is no such customer").with("field", "customer_id"));
    }
    items.map_or_else(|| Ok(Vec::new()), |ask| answers.all(&ask))
}

#[async_trait]
impl Act for NewPayment {
    type Answer = PaymentPosted;
    const OPERATION: &'static str = "receivables.record_payment";

    fn right(&self) -> Right {
        Right::PaymentsPost
    }

    fn request(&self) -> Result<Json> {
        to_json(self)
    }

    async fn plan(&self, desk: &mut Desk<'_>) -> Result<Plan<PaymentPosted>> {
        check_text("method", self.method.as_deref()).and(check_text("reference", self.reference.as_deref()))?;
        let zero = Money::zero(self.amount.currency());
        let wanted = match &self.allocate {
            Allocate::Nothing => None,
            Allocate::OldestDue => Some(OpenItem::open().gt(zero)),
            Allocate::Items(items) => {
                limits::check("MAX_ALLOCATIONS", items.len(), limits::MAX_ALLOCATIONS)?;
                let ids = items.iter().map(|(id, _)| Value::Id(id.uuid())).collect();
                Some(Filter::Field("id".to_owned(), crate::query::Test::In(ids)))
            }
        };
        let items = customer_items(desk, self.customer_id, wanted).await?;
        crate::num::same_currency(self.amount.currency(), desk.company()?.currency)?;
        let mut changes = desk.changes();
        let planned = self.post(&items, &mut changes)?;
        Ok(Plan { number: Some(planned.1), ..Plan::new(changes, planned.0) })
    }
}

impl NewPayment {
    /// The pure part: the payment, its credit, and the allocations.
    fn post(&self, items: &[Stored<OpenItem>], changes: &mut ChangeSet) -> Result<(PaymentPosted, PendingNumber)> {
        if !self.amount.is_positive() {
            return Err(Error::field("amount", "is not positive"));
        }
        let (payment_id, number) = self.insert_payment(changes);
        let open_item_id: OpenItemId = changes.new_id();
        let shares = self.shares(items)?;
        let mut unallocated = self.amount;
        for (item, share) in &shares {
            unallocated = unallocated.minus(*share)?;
            settle(item, *share, changes)?;
        }
        if unallocated.is_negative() {
            let message = format!("{} are allocated, but {} were paid", self.amount.minus(unallocated)?, self.amount);
            return Err(Error::new(Code::AllocationExceeded, message).with("amount", self.amount.amount()));
        }
        let credit = OpenItem {
            kind: OpenItemKind::Payment,
            customer_id: self.customer_id,
            sales_document_id: None,
            payment_id: Some(payment_id),
            day: self.day,
            due_day: self.day,
            currency: self.amount.currency(),
            amount: self.amount.negated(),
            open: unallocated.negated(),
        };
        changes.insert(&Stored::new(open_item_id, credit));
        for (item, share) in shares {
            insert_allocation(item, open_item_id, self.day.max(item.day), share, changes);
        }
        let allocated = self.amount.minus(unallocated)?;
        Ok((PaymentPosted { payment_id, number: String::new(), open_item_id, allocated, unallocated }, number))
    }

    fn shares<'i>(&self, items: &'i [Stored<OpenItem>]) -> Result<Vec<(&'i Stored<OpenItem>, Money)>> {
        let mut shares = Vec::new();
        match &self.allocate {
            Allocate::Nothing => {}
            Allocate::Items(wanted) => {
                for (id, amount) in wanted {
                    let item = items.iter().find(|i| i.id == *id && i.amount.is_positive()).ok_or_else(|| missing_item(*id))?;
                    if shares.iter().any(|(other, _): &(&Stored<OpenItem>, Money)| other.id == *id) {
                        return Err(Error::field("allocate", "names an open item twice").with("open_item", id));
                    }
                    shares.push((item, *amount));
                }
            }
            Allocate::OldestDue => {
                let mut left = self.amount;
                for item in items.iter().filter(|i| i.currency == self.amount.currency()) {
                    if !left.is_positive() {
                        break;
                    }
                    let share = left.min(item.open)?;
                    left = left.minus(share)?;
                    shares.push((item, share));
                }
                limits::check("MAX_ALLOCATIONS", shares.len(), limits::MAX_ALLOCATIONS)?;
            }
        }
        Ok(shares)
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
            method: self.method.clone(),
            reference: self.reference.clone(),
            currency: self.amount.currency(),
            amount: self.amount,
        };
        changes.insert_with(&Stored::new(payment_id, payment), &[("number", &number), ("sequence", &sequence)]);
        (payment_id, number)
    }
}

#[async_trait]
impl Act for NewAllocation {
    type Answer = Done;
    const OPERATION: &'static str = "receivables.allocate";

    fn right(&self) -> Right {
        Right::PaymentsPost
    }

    fn request(&self) -> Result<Json> {
        to_json(self)
    }

    async fn plan(&self, desk: &mut Desk<'_>) -> Result<Plan<Done>> {
        let ids = vec![Value::Id(self.credit_id.uuid()), Value::Id(self.receivable_id.uuid())];
        let filter = Filter::Field("id".to_owned(), crate::query::Test::In(ids));
        let items = customer_items(desk, self.customer_id, Some(filter)).await?;
        let find =
            |id: OpenItemId, positive: bool| items.iter().find(|i| i.id == id && i.amount.is_positive() == positive).ok_or_else(|| missing_item(id));
        let (credit, receivable) = (find(self.credit_id, false)?, find(self.receivable_id, true)?);
        if self.day < credit.day.max(receivable.day) {
            return Err(Error::field("day", "is before one of the documents"));
        }
        let mut changes = desk.changes();
        settle(credit, self.amount, &mut changes)?;
        settle(receivable, self.amount, &mut changes)?;
        insert_allocation(receivable, credit.id, self.day, self.amount, &mut changes);
        Ok(Plan::new(changes, Done))
    }
}
