//! Recording payments and setting credits against receivables, of the payer itself and of customers that it pays for.
//!
//! Invariant: the statements do not depend on the number of allocations; all settling goes through [`ItemLedger`].

use super::{
    OpenItem, OpenItemKind, Payment, ReceivablesService,
    ledger::{Dated, ItemLedger, Owners, missing_item},
};
use crate::{
    access::Right,
    act::{Act, ActContext, Answer, Empty, Plan, Subject},
    customers::Customer,
    documents::{OrderState, SalesOrder},
    entity::{Numbering, PendingNumber, Stored, Value},
    error::{Code, Error, Result},
    ids::{CustomerId, OpenItemId, PaymentId, SalesDocumentId, SalesOrderId, TypedId},
    limits,
    num::{Currency, Money, MoneyStep},
    query::{Filter, Select, Test},
    stock::{check_text, series},
    storage::{ChangeSet, LockKeys, Reads},
    time::Day,
};
use async_trait::async_trait;
use serde::{Deserialize, Serialize};
use std::collections::BTreeSet;

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

/// What a payment or credit is for. What is not allocated stays as credit.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, Default)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(tag = "kind", content = "value", rename_all = "snake_case")]
pub enum Allocate {
    /// Nothing yet.
    #[default]
    Nothing,
    /// The receivables that fall due first, as far as it reaches.
    OldestDue,
    /// These receivables, with these amounts.
    Items(Vec<(OpenItemId, Money)>),
    /// These documents, with these amounts: their instalments in due order.
    Documents(Vec<(SalesDocumentId, Money)>),
}

/// A credit to be set against one receivable.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct NewAllocation {
    /// The customer who has the credit.
    pub customer_id: CustomerId,
    /// The credit: of a payment or a return.
    pub credit_id: OpenItemId,
    /// The receivable, of the same customer.
    pub receivable_id: OpenItemId,
    /// How much, positive.
    pub amount: Money,
    /// From which day it counts; not before either document.
    pub day: Day,
}

/// A credit to be set against several receivables.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct NewCreditAllocation {
    /// The customer who has the credit.
    pub customer_id: CustomerId,
    /// The credit: of a payment or a return.
    pub credit_id: OpenItemId,
    /// What it is for.
    pub allocate: Allocate,
    /// Customers whose receivables it may be for, beside its own; it must be their payer.
    #[serde(default)]
    pub debtors: Vec<CustomerId>,
    /// From which day it counts; not before either document.
    pub day: Day,
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

/// An act that says how much of an amount it moved.
#[derive(Serialize, Deserialize)]
pub struct MovedAmount(pub(super) Option<Money>);
impl Answer for MovedAmount {}

impl ReceivablesService<'_> {
    /// Records a payment and allocates it.
    ///
    /// # Errors
    /// `access.denied`, `field.invalid`, `reference.missing`, `allocation.exceeded`, `credit.reserved`, `currency.mismatch`, `limit.exceeded`,
    /// `storage.*`.
    pub async fn record_payment(&self, payment: &NewPayment) -> Result<PaymentPosted> {
        self.0.run(payment).await
    }

    /// Sets a credit against a receivable.
    ///
    /// # Errors
    /// As [`ReceivablesService::record_payment`].
    pub async fn allocate(&self, allocation: &NewAllocation) -> Result<()> {
        self.0.run(allocation).await.map(|Empty| ())
    }

    /// Sets a credit against receivables across documents and customers. Answers with how much was allocated; none: there was nothing to do.
    ///
    /// # Errors
    /// As [`ReceivablesService::record_payment`].
    pub async fn allocate_credit(&self, allocation: &NewCreditAllocation) -> Result<Option<Money>> {
        self.0.run(allocation).await.map(|MovedAmount(amount)| amount)
    }
}

impl Allocate {
    /// The items to be read for it, whoever's they are; none if it needs none.
    ///
    /// # Errors
    /// `limit.exceeded`.
    pub(crate) fn wanted(&self) -> Result<Option<Filter>> {
        Ok(match self {
            Self::Nothing => None,
            Self::OldestDue => Some(is_receivable_open()),
            Self::Items(items) => {
                limits::check("MAX_ALLOCATIONS", items.len(), limits::MAX_ALLOCATIONS)?;
                Some(with_ids(items.iter().map(|(id, _)| *id)))
            }
            Self::Documents(documents) => {
                limits::check("MAX_ALLOCATIONS", documents.len(), limits::MAX_ALLOCATIONS)?;
                Some(OpenItem::sales_document_id().is_in(documents.iter().map(|(id, _)| Some(*id))))
            }
        })
    }

    /// Which part of an amount each receivable gets. The items stand in due order. What is said to be allocated is in whole steps, unless it is all
    /// that is open.
    ///
    /// # Errors
    /// `reference.missing`, `field.invalid`, `allocation.exceeded`, `limit.exceeded`.
    pub(crate) fn shares(&self, amount: Money, items: &[Stored<OpenItem>], step: MoneyStep) -> Result<Vec<(OpenItemId, Money)>> {
        let whole = amount;
        let receivables: Vec<_> = items.iter().filter(|i| i.amount.is_positive() && i.currency == amount.currency()).collect();
        let shares = match self {
            Self::Nothing => Vec::new(),
            Self::OldestDue => fill(amount, receivables.into_iter())?.0,
            Self::Items(wanted) => {
                let mut seen = BTreeSet::new();
                for (id, amount) in wanted {
                    let item = receivables.iter().find(|i| i.id == *id).ok_or_else(|| missing_item(*id))?;
                    if *amount != item.open && *amount != whole {
                        crate::num::check_step("amount", *amount, step).map_err(|e| e.with("open_item", id))?;
                    }
                    if !seen.insert(*id) {
                        return Err(Error::field("allocate", "names an open item twice").with("open_item", id));
                    }
                }
                wanted.clone()
            }
            Self::Documents(wanted) => {
                let mut shares = Vec::new();
                let mut seen = BTreeSet::new();
                for (id, amount) in wanted {
                    shares.extend(of_document(*id, *amount, &receivables)?);
                    let open = Money::sum(receivables.iter().filter(|i| i.sales_document_id == Some(*id)).map(|i| i.open), amount.currency())?;
                    if *amount != open && *amount != whole {
                        crate::num::check_step("amount", *amount, step).map_err(|e| e.with("document", id))?;
                    }
                    if !seen.insert(*id) {
                        return Err(Error::field("allocate", "names a document twice").with("document", id));
                    }
                }
                shares
            }
        };
        limits::check("MAX_ALLOCATIONS", shares.len(), limits::MAX_ALLOCATIONS)?;
        Ok(shares)
    }
}

/// Fills receivables in their order; the shares, and what is left.
fn fill<'i>(amount: Money, items: impl Iterator<Item = &'i Stored<OpenItem>>) -> Result<(Vec<(OpenItemId, Money)>, Money)> {
    let (mut left, mut shares) = (amount, Vec::new());
    for item in items {
        let share = left.min(item.open)?;
        if share.is_positive() {
            left = left.minus(share)?;
            shares.push((item.id, share));
        }
    }
    Ok((shares, left))
}

fn of_document(id: SalesDocumentId, amount: Money, receivables: &[&Stored<OpenItem>]) -> Result<Vec<(OpenItemId, Money)>> {
    let of = || receivables.iter().copied().filter(|i| i.sales_document_id == Some(id));
    if of().next().is_none() {
        return Err(Error::new(Code::ReferenceMissing, "the customer has no receivable of this document").with("document", id));
    }
    if !amount.is_positive() {
        return Err(Error::field("amount", "is not positive"));
    }
    let (shares, left) = fill(amount, of())?;
    if !left.is_zero() {
        let open = amount.minus(left)?;
        let error = Error::new(Code::AllocationExceeded, format!("less than {amount} is open of the document"));
        return Err(error.guarded(Right::ReceivablesRead, "open", open.amount()).with("amount", amount.amount()).with("document", id));
    }
    Ok(shares)
}

/// Receivables of which something is open. Storage compares the number, so that any currency will do.
pub(crate) fn is_receivable_open() -> Filter {
    OpenItem::open().gt(Money::zero(Currency::EUR))
}

/// Items with these ids.
pub(super) fn with_ids(ids: impl IntoIterator<Item = OpenItemId>) -> Filter {
    Filter::Field("id".to_owned(), Test::In(ids.into_iter().map(|id| Value::Id(id.uuid())).collect()))
}

/// The customers of an act, with the items that it asked for in due order.
pub(super) struct Parties {
    pub(super) customer: Stored<Customer>,
    pub(super) owners: Owners,
    pub(super) items: Vec<Stored<OpenItem>>,
}

/// Locks a customer and those it pays for, and reads them with the open items that a filter names.
///
/// # Errors
/// `reference.missing`, `limit.exceeded`, `storage.*`.
pub(super) async fn parties(
    context: &mut ActContext<'_>,
    customer_id: CustomerId,
    debtors: &[CustomerId],
    filter: Option<Filter>,
) -> Result<Parties> {
    limits::check("MAX_DEBTORS", debtors.len(), limits::MAX_DEBTORS)?;
    let permit = context.permit().clone();
    let ids: BTreeSet<CustomerId> = debtors.iter().copied().chain([customer_id]).collect();
    let mut reads = Reads::new();
    let customers = reads.select(Select::<Customer>::new(&permit).keys(ids.iter().map(|id| Value::Id(id.uuid())))?);
    let items = match filter {
        Some(filter) => {
            let of = if debtors.is_empty() { OpenItem::customer_id().eq(customer_id) } else { OpenItem::customer_id().is_in(ids.iter().copied()) };
            let sort = &["due_day", "day", "instalment"];
            Some(reads.select(Select::<OpenItem>::new(&permit).filter(&of.and(filter))?.sort(sort)?.everything()))
        }
        None => None,
    };
    let mut answers = context.read(&LockKeys::none().and::<Customer, _>(ids.iter().copied()), reads).await?;
    let customers = answers.all(&customers)?;
    let missing = |field| Error::new(Code::ReferenceMissing, "there is no such customer").with("field", field);
    let customer = customers.iter().find(|c| c.id == customer_id).cloned().ok_or_else(|| missing("customer_id"))?;
    for debtor in debtors.iter().filter(|id| **id != customer_id) {
        let stored = customers.iter().find(|c| c.id == *debtor).ok_or_else(|| missing("debtors"))?;
        if stored.payer_id != Some(customer_id) {
            return Err(Error::new(Code::ReferenceMissing, "somebody else pays for this customer").with("field", "debtors").with("customer", debtor));
        }
    }
    let items = items.map_or_else(|| Ok(Vec::new()), |ask| answers.all(&ask))?;
    Ok(Parties { owners: Owners::new(&customers), customer, items })
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

/// Reads a credit with what it is to be set against, and does so. Answers with what was allocated.
async fn spend(
    context: &mut ActContext<'_>,
    credit: (CustomerId, OpenItemId),
    debtors: &[CustomerId],
    allocate: &Allocate,
    day: Day,
) -> Result<(ChangeSet, Option<Money>)> {
    let (customer_id, credit_id) = credit;
    let this = with_ids([credit_id]);
    let wanted = allocate.wanted()?.map_or_else(|| this.clone(), |wanted| this.clone().or(wanted));
    let parties = parties(context, customer_id, debtors, Some(wanted)).await?;
    let is_credit = |i: &&Stored<OpenItem>| i.id == credit_id && i.customer_id == customer_id && i.amount.is_negative();
    let credit = parties.items.iter().find(is_credit).ok_or_else(|| missing_item(credit_id))?;
    let (currency, available) = (credit.currency, credit.open.negated());
    let shares = allocate.shares(available, &parties.items, context.company()?.money_step)?;
    let allocated = Money::sum(shares.iter().map(|(_, amount)| *amount), currency)?;
    let mut changes = context.changes();
    let mut ledger = ItemLedger::new(parties.items);
    let dated = if matches!(allocate, Allocate::OldestDue) { Dated::From(day) } else { Dated::On(day) };
    ledger.spend(credit_id, &shares, dated, &parties.owners, &changes)?;
    ledger.write(&mut changes);
    Ok((changes, Some(allocated).filter(|sum| !sum.is_zero())))
}

#[async_trait]
impl Act for NewAllocation {
    type Answer = Empty;
    const OPERATION: &'static str = "receivables.allocate";

    fn right(&self) -> Right {
        Right::PaymentsPost
    }

    async fn plan(&self, context: &mut ActContext<'_>) -> Result<Plan<Empty>> {
        context.check_day(self.day)?;
        let allocate = Allocate::Items(vec![(self.receivable_id, self.amount)]);
        let (changes, _) = spend(context, (self.customer_id, self.credit_id), &[], &allocate, self.day).await?;
        Ok(Plan::new(changes, Empty))
    }
}

#[async_trait]
impl Act for NewCreditAllocation {
    type Answer = MovedAmount;
    const OPERATION: &'static str = "receivables.allocate_credit";

    fn right(&self) -> Right {
        Right::PaymentsPost
    }

    fn subjects(&self, _: &MovedAmount) -> Vec<Subject> {
        vec![Subject::of(self.customer_id)]
    }

    async fn plan(&self, context: &mut ActContext<'_>) -> Result<Plan<MovedAmount>> {
        context.check_day(self.day)?;
        let (changes, moved) = spend(context, (self.customer_id, self.credit_id), &self.debtors, &self.allocate, self.day).await?;
        Ok(Plan::new(changes, MovedAmount(moved)))
    }
}
