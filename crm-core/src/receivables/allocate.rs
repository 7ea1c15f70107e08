//! Allocating payments and credits to receivables.
//!
//! Invariant: allocations never exceed what is open on either side, and the shares add up to the amount spent.

use super::{
    OpenItem, ReceivablesService,
    ledger::{Dated, ItemLedger, missing_item},
    parties::{parties, with_ids},
};
use crate::{
    access::Right,
    act::{Act, ActContext, Answer, Empty, Plan, Subject},
    entity::Stored,
    error::{Code, Error, Result},
    ids::{CustomerId, OpenItemId, SalesDocumentId},
    limits,
    num::{Currency, Money, MoneyStep},
    query::Filter,
    storage::ChangeSet,
    time::Day,
};
use async_trait::async_trait;
use serde::{Deserialize, Serialize};
use std::collections::BTreeSet;

impl ReceivablesService<'_> {
    /// Allocates a credit to a receivable.
    ///
    /// # Errors
    /// As [`ReceivablesService::record_payment`].
    pub async fn allocate(&self, allocation: &NewAllocation) -> Result<()> {
        self.0.run(allocation).await.map(|Empty| ())
    }

    /// Allocates a credit to receivables across documents and customers. Returns the amount allocated; none if there was nothing to do.
    ///
    /// # Errors
    /// As [`ReceivablesService::record_payment`].
    pub async fn allocate_credit(&self, allocation: &NewCreditAllocation) -> Result<Option<Money>> {
        self.0.run(allocation).await.map(|MovedAmount(amount)| amount)
    }
}

/// How to allocate a payment or credit. What is not allocated remains as credit.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, Default)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(tag = "kind", content = "value", rename_all = "snake_case")]
pub enum Allocate {
    /// Not at all.
    #[default]
    Nothing,
    /// To receivables in due order, as far as the amount goes.
    OldestDue,
    /// To these receivables, with these amounts.
    Items(Vec<(OpenItemId, Money)>),
    /// To these documents, with these amounts, to instalments in due order.
    Documents(Vec<(SalesDocumentId, Money)>),
}

/// Allocates a credit to one receivable.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct NewAllocation {
    /// The customer with the credit.
    pub customer_id: CustomerId,
    /// The credit, from a payment or a return.
    pub credit_id: OpenItemId,
    /// The receivable of the same customer.
    pub receivable_id: OpenItemId,
    /// Amount, positive.
    pub amount: Money,
    /// Effective day; not before either document.
    pub day: Day,
}

/// Allocates a credit to several receivables.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct NewCreditAllocation {
    /// The customer with the credit.
    pub customer_id: CustomerId,
    /// The credit, from a payment or a return.
    pub credit_id: OpenItemId,
    /// How to allocate it.
    pub allocate: Allocate,
    /// Other customers whose receivables it may be allocated to; the customer must be their payer.
    #[serde(default)]
    pub debtors: Vec<CustomerId>,
    /// Effective day; not before either document.
    pub day: Day,
}

/// The answer of an act that moves part of an amount.
#[derive(Serialize, Deserialize)]
pub struct MovedAmount(pub(super) Option<Money>);

impl Answer for MovedAmount {}

impl Allocate {
    /// The filter for the items to read, of any customer; none if no items are needed.
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

    /// The part of an amount that each receivable gets. The items are in due order. Explicit amounts must be in whole steps, unless they are all that
    /// is open.
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

/// Fills receivables in order; returns the shares and the remainder.
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
        return Err(Error::new(Code::ReferenceMissing, "the customer has no receivable for this document").with("document", id));
    }
    if !amount.is_positive() {
        return Err(Error::field("amount", "is not positive"));
    }
    let (shares, left) = fill(amount, of())?;
    if !left.is_zero() {
        let open = amount.minus(left)?;
        let error = Error::new(Code::AllocationExceeded, format!("less than {amount} of the document is open"));
        return Err(error.guarded(Right::ReceivablesRead, "open", open.amount()).with("amount", amount.amount()).with("document", id));
    }
    Ok(shares)
}

/// The filter for open receivables. Storage compares only the number, so any currency will do.
pub(crate) fn is_receivable_open() -> Filter {
    OpenItem::open().gt(Money::zero(Currency::EUR))
}

/// Reads a credit and the receivables to allocate it to, and allocates it. Returns the amount allocated.
pub(super) async fn spend(
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
