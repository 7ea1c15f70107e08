//! The open items of a posting and their immediate settlement: instalments, the credit of a return, the prepayments of an order.

use super::{payable::PayableRounding, posting::Posting};
use crate::{
    access::Right,
    act::ActContext,
    entity::Stored,
    error::{Error, Result},
    ids::{CustomerId, OpenItemId, SalesDocumentId, SalesOrderId},
    num::{Money, MoneyStep},
    policy::{Instalment, TermStep, check_instalments, due_day},
    query::{Filter, Select, Source},
    receivables::{
        Allocate, Allocation, OpenItem, OpenItemKind,
        ledger::{Dated, ItemLedger, Owners, Standing, standing},
        prepayments_of,
    },
    stock::numbered,
    storage::{Answers, Ask, ChangeSet, Reads},
    time::Day,
};

/// The receivables or credit of a posting, by instalment.
pub(super) fn open_items(posting: &Posting<'_>, document_id: SalesDocumentId, amount: Money, changes: &ChangeSet) -> Result<Vec<OpenItem>> {
    let customer = &posting.terms.facts.customer;
    let kind = if posting.kind.is_credit() { OpenItemKind::Return } else { OpenItemKind::Delivery };
    let item = |(number, instalment): (i64, &Instalment)| OpenItem {
        salesperson_id: customer.owner_id,
        sales_document_id: Some(document_id),
        order_id: posting.order_id.filter(|_| !posting.kind.is_credit()),
        instalment: number,
        due_day: instalment.due_day,
        ..OpenItem::new(kind, customer.id, posting.terms.day, instalment.amount, changes.context().at)
    };
    Ok(numbered(&instalments(posting, amount)?).map(item).collect())
}

/// The instalments of a document: as given, by its due day, or by the customer's current payment terms. A credit is due at once.
fn instalments(posting: &Posting<'_>, amount: Money) -> Result<Vec<Instalment>> {
    let (customer, day) = (&posting.terms.facts.customer, posting.terms.day);
    // A payable amount rounded for cash is paid in cash, so its instalments are rounded to the same step.
    let step = match posting.payable_rounding {
        PayableRounding::To(cash) if cash.decimal() > posting.terms.policy.step.decimal() => cash,
        _ => posting.terms.policy.step,
    };
    if !posting.instalments.is_empty() {
        check_instalments(posting.instalments, day, amount, step)?;
    }
    if amount.is_zero() {
        return Ok(posting.instalments.to_vec());
    }
    let whole = |due_day| vec![Instalment { due_day, amount }];
    if amount.is_negative() {
        return Ok(if posting.instalments.is_empty() { whole(day) } else { posting.instalments.to_vec() });
    }
    let by_terms = match &customer.payment_terms {
        Some(terms) => terms.instalments(day, amount, step)?,
        None => {
            let days = u32::try_from(customer.payment_days).map_err(|_| Error::field("payment_days", "is negative"))?;
            whole(due_day(day, &[TermStep::Days(days)])?)
        }
    };
    let asked = match posting.due_day {
        _ if !posting.instalments.is_empty() => posting.instalments.to_vec(),
        Some(due_day) => whole(due_day),
        None => return Ok(by_terms),
    };
    // A longer term than the customer's requires its own right, whatever document it is given on.
    let last = |of: &[Instalment]| of.iter().map(|instalment| instalment.due_day).max();
    if last(&asked) > last(&by_terms) {
        posting.terms.facts.access.require(Right::CustomersTerms).map_err(|e| e.with("field", "due_day"))?;
    }
    Ok(asked)
}

/// What a new document is settled with at once, as read.
#[derive(Default)]
pub(super) struct Settle {
    /// For a credit: how to allocate it, and the receivables it may be allocated to.
    spend: Option<(Allocate, Vec<Stored<OpenItem>>)>,
    /// For a delivery: the prepayments of its order, earliest first.
    prepaid: Vec<Stored<OpenItem>>,
    /// For the reversal of an order's delivery: the prepayments of the order that settled it.
    reserve: Option<Reserve>,
    /// For the reversal of an order's delivery: its receivable, which no longer counts towards the order.
    undoes: Option<OpenItemId>,
}

/// The prepayments of an order and the allocations to one of its deliveries, as read.
struct Reserve {
    prepaid: Vec<Stored<OpenItem>>,
    allocations: Vec<Stored<Allocation>>,
}

impl Reserve {
    /// Reserves prepayments for the order again that had settled a reversed delivery, as far as the credit exceeds what is open on it.
    fn deallocate(&self, credit: Money, receivables: &[Stored<OpenItem>], day: Day, ledger: &mut ItemLedger, changes: &ChangeSet) -> Result<()> {
        let mut left = receivables.iter().try_fold(credit, |left, item| left.minus(item.open))?;
        let is_prepaid = |part: &Standing<'_>| self.prepaid.iter().any(|item| item.id == part.allocation.credit_id);
        // The last allocation is reversed first.
        for part in standing(&self.allocations)?.iter().rev().filter(|part| is_prepaid(part)) {
            let share = part.left.min(left)?;
            if share.is_positive() {
                ledger.reverse(part, share, Dated::From(day), changes)?;
                left = left.minus(share)?;
            }
        }
        Ok(())
    }
}

impl Settle {
    /// Writes the new items, settled as far as possible. Returns the first.
    pub(super) fn post(self, items: Vec<OpenItem>, (day, step): (Day, MoneyStep), changes: &mut ChangeSet) -> Result<Option<OpenItemId>> {
        let prepaid: Vec<OpenItemId> = self.prepaid.iter().map(|credit| credit.id).collect();
        let (allocate, receivables) = self.spend.unwrap_or((Allocate::Nothing, Vec::new()));
        let reserved = self.reserve.iter().flat_map(|reserve| &reserve.prepaid);
        let mut ledger = ItemLedger::new(receivables.iter().chain(&self.prepaid).chain(reserved).cloned());
        let credit = items.first().map(|item| item.amount.negated());
        let items = items.into_iter().map(|item| OpenItem { source_item_id: self.undoes, ..item });
        let ids: Vec<OpenItemId> = items.map(|item| ledger.add(item, changes)).collect();
        if let (Some(id), Some(credit)) = (ids.first(), credit) {
            if let Some(reserve) = &self.reserve {
                reserve.deallocate(credit, &receivables, day, &mut ledger, changes)?;
            }
            let now = |item: &Stored<OpenItem>| Ok(Stored { data: ledger.get(item.id)?.clone(), ..item.clone() });
            let receivables = receivables.iter().map(now).collect::<Result<Vec<_>>>()?;
            let shares = allocate.shares(credit, &receivables, step)?;
            ledger.spend(*id, &shares, Dated::From(day), &Owners::default(), changes)?;
        }
        ledger.apply_credits(&prepaid, &ids, day, changes)?;
        ledger.write(changes);
        Ok(ids.first().copied())
    }
}

/// Reads what is open on the credit of a reversed document: it settles the debt that the reversal creates.
pub(super) struct CreditReads(Ask<Stored<OpenItem>>);

impl CreditReads {
    pub(super) fn ask(reads: &mut Reads, context: &ActContext<'_>, document_id: SalesDocumentId, zero: Money) -> Result<Self> {
        let open = OpenItem::sales_document_id().eq(Some(document_id)).and(OpenItem::open().lt(zero));
        Ok(Self(reads.select(Select::<OpenItem>::new(&context.full_permit()).filter(&open)?.everything())))
    }

    pub(super) fn take(&self, answers: &mut Answers) -> Result<Settle> {
        Ok(Settle { prepaid: answers.all(&self.0)?, ..Settle::default() })
    }
}

/// Reads the receivables that a credit may settle: those requested, otherwise what is open on the returned document.
pub(super) struct SpendReads {
    allocate: Allocate,
    receivables: Option<Ask<Stored<OpenItem>>>,
}

impl SpendReads {
    pub(super) fn ask(
        reads: &mut Reads,
        context: &ActContext<'_>,
        asked: Option<&Allocate>,
        customer_id: CustomerId,
        document_id: Option<SalesDocumentId>,
    ) -> Result<Self> {
        let (allocate, of) = match (asked, document_id) {
            (Some(allocate), _) => (allocate.clone(), OpenItem::customer_id().eq(customer_id)),
            (None, Some(document)) => (Allocate::OldestDue, OpenItem::sales_document_id().eq(Some(document))),
            (None, None) => (Allocate::Nothing, Filter::All),
        };
        let receivables = match allocate.wanted()? {
            Some(wanted) => {
                let items = Select::<OpenItem>::new(context.permit()).filter(&of.and(wanted))?.sort(&["due_day", "day", "instalment"])?;
                Some(reads.select(items.everything()))
            }
            None => None,
        };
        Ok(Self { allocate, receivables })
    }

    pub(super) fn take(self, answers: &mut Answers) -> Result<Settle> {
        let receivables = self.receivables.map_or_else(|| Ok(Vec::new()), |ask| answers.all(&ask))?;
        Ok(Settle { spend: Some((self.allocate, receivables)), ..Settle::default() })
    }
}

/// Reads the receivables of an order's delivery, and the prepayments of the order that settled it.
pub(super) struct ReserveReads {
    receivables: Ask<Stored<OpenItem>>,
    prepaid: Ask<Stored<OpenItem>>,
    allocations: Ask<Stored<Allocation>>,
}

impl ReserveReads {
    pub(super) fn ask(
        reads: &mut Reads,
        context: &ActContext<'_>,
        document_id: SalesDocumentId,
        order_id: SalesOrderId,
        zero: Money,
    ) -> Result<Self> {
        let permit = context.full_permit();
        let of_document = || OpenItem::sales_document_id().eq(Some(document_id));
        let receivables = Select::<OpenItem>::new(&permit).filter(&of_document().and(OpenItem::amount().gt(zero)))?;
        let prepaid = OpenItem::order_id().eq(Some(order_id)).and(OpenItem::amount().lt(zero));
        let prepaid = Select::<OpenItem>::new(&permit).filter(&prepaid)?;
        let of_these = Source::rows::<OpenItem>("id", &of_document(), &permit)?;
        let allocations = Select::<Allocation>::new(&permit).among("receivable_id", of_these)?;
        Ok(Self {
            receivables: reads.select(receivables.sort(&["due_day", "day", "instalment"])?.everything()),
            prepaid: reads.select(prepaid.everything()),
            allocations: reads.select(allocations.sort(&["posted_at", "id"])?.everything()),
        })
    }

    /// The credit settles what is open on the delivery. If the order is open again, the rest frees its prepayments, which are kept for the next
    /// delivery.
    pub(super) fn take(self, answers: &mut Answers, is_order_open: bool) -> Result<Settle> {
        let (receivables, prepaid, allocations) = (answers.all(&self.receivables)?, answers.all(&self.prepaid)?, answers.all(&self.allocations)?);
        let reserve = is_order_open.then_some(Reserve { prepaid, allocations });
        let undoes = receivables.first().map(|item| item.id);
        Ok(Settle { spend: Some((Allocate::OldestDue, receivables)), prepaid: Vec::new(), reserve, undoes })
    }
}

/// Reads the prepayments of an order.
pub(super) struct PrepaidReads(Ask<Stored<OpenItem>>);

impl PrepaidReads {
    pub(super) fn ask(reads: &mut Reads, context: &ActContext<'_>, order_id: SalesOrderId) -> Result<Self> {
        let credits = Select::<OpenItem>::new(&context.full_permit()).filter(&prepayments_of(order_id))?.sort(&["day", "posted_at"])?;
        Ok(Self(reads.select(credits.everything())))
    }

    /// Takes the prepayments, to settle what the order's delivery leaves open.
    pub(super) fn take(&self, answers: &mut Answers) -> Result<Settle> {
        Ok(Settle { prepaid: answers.all(&self.0)?, ..Settle::default() })
    }

    /// Releases the prepayments for other receivables of the customer.
    pub(super) fn free(&self, answers: &mut Answers, changes: &mut ChangeSet) -> Result<()> {
        let credits = answers.all(&self.0)?;
        let ids: Vec<OpenItemId> = credits.iter().map(|credit| credit.id).collect();
        let mut ledger = ItemLedger::new(credits);
        ledger.free(&ids)?;
        ledger.write(changes);
        Ok(())
    }
}
