//! The only way to settle and reopen open items. Pure: takes items as read, returns rows to write.
//!
//! Invariant: on every day, past or future, no more is allocated of an item than its amount, on either side. What is open is checked here; an
//! allocation is never dated before the last reversal of its items; and the item's version, compared on writing, ensures both under concurrent
//! writers. Locks on customers only save the loser a retry.

use super::{Allocation, OpenItem, OpenItemKind};
use crate::{
    access::Right,
    customers::Customer,
    entity::Stored,
    error::{Code, Error, Result},
    ids::{AllocationId, CustomerId, OpenItemId, OperatorId},
    num::Money,
    storage::ChangeSet,
    time::{Day, Instant},
};
use std::collections::{BTreeMap, BTreeSet};

/// The items of one act, as stored and as the act leaves them.
#[derive(Default)]
pub(crate) struct ItemLedger {
    stored: BTreeMap<OpenItemId, Stored<OpenItem>>,
    now: BTreeMap<OpenItemId, OpenItem>,
    allocations: Vec<Stored<Allocation>>,
}

/// How allocations are dated.
#[derive(Debug, Clone, Copy)]
pub(crate) enum Dated {
    /// On this day; refused if one of the items is dated, or was reopened, later.
    On(Day),
    /// On this day, or the first later day that both items allow.
    From(Day),
}

impl Dated {
    fn day(self) -> Day {
        match self {
            Self::On(day) | Self::From(day) => day,
        }
    }
}

/// An allocation that still stands: the allocation, and its amount less reversals.
pub(crate) struct Standing<'a> {
    pub(crate) allocation: &'a Stored<Allocation>,
    pub(crate) left: Money,
}

/// The allocations that were not fully reversed, from all allocation rows of some items.
pub(crate) fn standing(rows: &[Stored<Allocation>]) -> Result<Vec<Standing<'_>>> {
    let mut left: BTreeMap<AllocationId, Money> = BTreeMap::new();
    for row in rows {
        let id = row.reverses_id.unwrap_or(row.id);
        let sum = left.get(&id).copied().unwrap_or(Money::zero(row.currency));
        left.insert(id, sum.plus(row.amount)?);
    }
    let rest = |row: &Stored<Allocation>| left.get(&row.id).copied().filter(|left| row.reverses_id.is_none() && left.is_positive());
    Ok(rows.iter().filter_map(|row| rest(row).map(|left| Standing { allocation: row, left })).collect())
}

fn exceeded(id: OpenItemId, item: &OpenItem, amount: Money) -> Error {
    Error::new(Code::AllocationExceeded, format!("less than {amount} is open"))
        .guarded(Right::ReceivablesRead, "open", item.open.absolute().amount())
        .with("amount", amount.amount())
        .with("open_item", id)
}

impl ItemLedger {
    pub(crate) fn new(items: impl IntoIterator<Item = Stored<OpenItem>>) -> Self {
        let stored: BTreeMap<_, _> = items.into_iter().map(|item| (item.id, item)).collect();
        let now = stored.iter().map(|(id, item)| (*id, item.data.clone())).collect();
        Self { stored, now, allocations: Vec::new() }
    }

    /// An item in its current state.
    ///
    /// # Errors
    /// `reference.missing`.
    pub(crate) fn get(&self, id: OpenItemId) -> Result<&OpenItem> {
        self.now.get(&id).ok_or_else(|| missing_item(id))
    }

    /// Adds a new item.
    pub(crate) fn add(&mut self, item: OpenItem, changes: &ChangeSet) -> OpenItemId {
        let id: OpenItemId = changes.new_id();
        self.now.insert(id, item);
        id
    }

    fn change(&mut self, id: OpenItemId, change: impl FnOnce(&mut OpenItem) -> Result<()>) -> Result<()> {
        change(self.now.get_mut(&id).ok_or_else(|| missing_item(id))?)
    }

    /// Allocates part of a credit to a receivable of the same customer.
    ///
    /// # Errors
    /// `allocation.exceeded`, `credit.reserved`, `field.invalid` for amounts that are not positive and days that are too early.
    pub(crate) fn allocate(
        &mut self,
        (receivable_id, credit_id): (OpenItemId, OpenItemId),
        amount: Money,
        dated: Dated,
        changes: &ChangeSet,
    ) -> Result<()> {
        let (receivable, credit) = (self.get(receivable_id)?, self.get(credit_id)?);
        if !amount.is_positive() {
            return Err(Error::field("amount", "is not positive"));
        }
        if !receivable.amount.is_positive() || !credit.amount.is_negative() || receivable.customer_id != credit.customer_id {
            return Err(missing_item(receivable_id));
        }
        for (id, item) in [(receivable_id, receivable), (credit_id, credit)] {
            if item.open.absolute().minus(amount)?.is_negative() {
                return Err(exceeded(id, item, amount));
            }
        }
        let earliest = receivable.earliest_allocation().max(credit.earliest_allocation());
        let day = match dated {
            Dated::On(day) if day < earliest => return Err(Error::field("day", "is before one of the documents").with("earliest", earliest)),
            Dated::On(day) | Dated::From(day) => day.max(earliest),
        };
        self.push((receivable_id, credit_id), None, day, amount, changes)
    }

    /// Reverses part of an allocation, which reopens both items by that amount.
    ///
    /// # Errors
    /// `allocation.exceeded`, `field.invalid`, `reference.missing`.
    pub(crate) fn reverse(&mut self, standing: &Standing<'_>, amount: Money, dated: Dated, changes: &ChangeSet) -> Result<()> {
        let row = standing.allocation;
        if !amount.is_positive() {
            return Err(Error::field("amount", "is not positive"));
        }
        if standing.left.minus(amount)?.is_negative() {
            let error = Error::new(Code::AllocationExceeded, format!("less than {amount} of the allocation is left"));
            return Err(error.guarded(Right::ReceivablesRead, "open", standing.left.amount()).with("amount", amount.amount()));
        }
        let day = match dated {
            Dated::On(day) if day < row.day => return Err(Error::field("day", "is before the allocation").with("earliest", row.day)),
            Dated::On(day) | Dated::From(day) => day.max(row.day),
        };
        self.push((row.receivable_id, row.credit_id), Some(row.id), day, amount.negated(), changes)
    }

    fn push(
        &mut self,
        (receivable_id, credit_id): (OpenItemId, OpenItemId),
        reverses_id: Option<AllocationId>,
        day: Day,
        amount: Money,
        changes: &ChangeSet,
    ) -> Result<()> {
        let touch = |item: &mut OpenItem, open: Money| {
            item.open = open;
            item.settled_day = Some(item.settled_day.map_or(day, |last| last.max(day)));
            if reverses_id.is_some() {
                item.reopened_day = Some(item.reopened_day.map_or(day, |last| last.max(day)));
            }
            Ok(())
        };
        self.change(receivable_id, |item| touch(item, item.open.minus(amount)?))?;
        self.change(credit_id, |item| touch(item, item.open.plus(amount)?))?;
        let receivable = self.get(receivable_id)?;
        let allocation = Allocation {
            customer_id: receivable.customer_id,
            receivable_id,
            credit_id,
            reverses_id,
            day,
            posted_at: changes.context().at,
            receivable_due_day: receivable.due_day,
            receivable_document_day: receivable.document_day,
            currency: amount.currency(),
            amount,
        };
        self.allocations.push(Stored::new(changes.new_id(), allocation));
        Ok(())
    }

    /// Allocates a credit to receivables of its own customer and of others; to the latter it is transferred first.
    ///
    /// # Errors
    /// As [`ItemLedger::allocate`].
    pub(crate) fn spend(
        &mut self,
        credit_id: OpenItemId,
        shares: &[(OpenItemId, Money)],
        dated: Dated,
        owners: &Owners,
        changes: &ChangeSet,
    ) -> Result<()> {
        let credit = self.get(credit_id)?.clone();
        let mut by_debtor: BTreeMap<CustomerId, Vec<(OpenItemId, Money)>> = BTreeMap::new();
        for (id, amount) in shares {
            let receivable = self.get(*id)?;
            if credit.order_id.is_some() && credit.order_id != receivable.order_id {
                return Err(Error::new(Code::CreditReserved, "the credit is reserved for a sales order").with("open_item", credit_id));
            }
            by_debtor.entry(receivable.customer_id).or_default().push((*id, *amount));
        }
        for (debtor, shares) in by_debtor {
            let from = if debtor == credit.customer_id {
                credit_id
            } else {
                let sum = Money::sum(shares.iter().map(|(_, amount)| *amount), credit.currency)?;
                self.transfer(credit_id, debtor, sum, dated, owners, changes)?
            };
            for (id, amount) in shares {
                self.allocate((id, from), amount, dated, changes)?;
            }
        }
        Ok(())
    }

    /// Transfers part of a credit to another customer: an offsetting receivable here, the credit there. Returns the credit there.
    fn transfer(
        &mut self,
        credit_id: OpenItemId,
        to: CustomerId,
        amount: Money,
        dated: Dated,
        owners: &Owners,
        changes: &ChangeSet,
    ) -> Result<OpenItemId> {
        let credit = self.get(credit_id)?;
        let (customer_id, payment_id) = (credit.customer_id, credit.payment_id);
        let day = dated.day().max(credit.earliest_allocation());
        let item = |customer_id, amount, source| OpenItem {
            payment_id,
            source_item_id: Some(source),
            salesperson_id: owners.of(customer_id),
            ..OpenItem::new(OpenItemKind::Transfer, customer_id, day, amount, changes.context().at)
        };
        let here = self.add(item(customer_id, amount, credit_id), changes);
        self.allocate((here, credit_id), amount, dated, changes)?;
        Ok(self.add(item(to, amount.negated(), here), changes))
    }

    /// Returns part of a transferred credit to its origin. `rows` are the allocations of the offsetting receivable there.
    pub(crate) fn deallocate(
        &mut self,
        there_id: OpenItemId,
        amount: Money,
        day: Day,
        rows: &[Stored<Allocation>],
        changes: &ChangeSet,
    ) -> Result<()> {
        let there = self.get(there_id)?.clone();
        let here_id = there.source_item_id.ok_or_else(|| missing_item(there_id))?;
        let here = self.get(here_id)?.clone();
        let mut left = amount;
        // Earlier reversals are also allocated to the receivable, and remain.
        let is_first = |row: &&Stored<Allocation>| row.receivable_id == here_id && Some(row.credit_id) == here.source_item_id;
        let of_here: Vec<_> = rows.iter().filter(is_first).cloned().collect();
        for part in standing(&of_here)? {
            let share = part.left.min(left)?;
            if share.is_positive() {
                self.reverse(&part, share, Dated::From(day), changes)?;
                left = left.minus(share)?;
            }
        }
        if !left.is_zero() {
            return Err(
                Error::new(Code::ReferenceMissing, "the payer's part of the transfer is outside the caller's scope").with("open_item", here_id)
            );
        }
        for (item, id, amount) in [(&there, there_id, amount), (&here, here_id, amount.negated())] {
            self.counter(OpenItem { payment_id: item.payment_id, ..counter_of(OpenItemKind::Transfer, item, id, day, amount, changes) }, changes)?;
        }
        Ok(())
    }

    /// Reverses all standing allocations of an item, except those with given other items: what it settled, or was settled by, is open again.
    /// Cancelling a document starts with this; what was paid on an invoice then becomes free credit.
    pub(crate) fn release(
        &mut self,
        id: OpenItemId,
        rows: &[Stored<Allocation>],
        except: &BTreeSet<OpenItemId>,
        day: Day,
        changes: &ChangeSet,
    ) -> Result<()> {
        let other = |row: &Allocation| if row.receivable_id == id { row.credit_id } else { row.receivable_id };
        let is_own = |row: &&Stored<Allocation>| (row.receivable_id == id || row.credit_id == id) && !except.contains(&other(row));
        let own: Vec<_> = rows.iter().filter(is_own).cloned().collect();
        for part in standing(&own)? {
            self.reverse(&part, part.left, Dated::From(day), changes)?;
        }
        Ok(())
    }

    /// Adds an item of opposite sign against its source and allocates both to each other in full.
    pub(crate) fn counter(&mut self, item: OpenItem, changes: &ChangeSet) -> Result<OpenItemId> {
        let (day, amount, source) = (item.day, item.amount, item.source_item_id);
        let id = self.add(item, changes);
        let source = source.ok_or_else(|| missing_item(id))?;
        let pair = if amount.is_positive() { (id, source) } else { (source, id) };
        self.allocate(pair, amount.absolute(), Dated::From(day), changes)?;
        Ok(id)
    }

    /// Adds an item of opposite sign against a cancelled one, from its own day on: allocations of the latter on later days were reversed on those
    /// days.
    ///
    /// # Errors
    /// `allocation.exceeded`, `reference.missing`.
    pub(crate) fn cancel(&mut self, item: OpenItem, changes: &ChangeSet) -> Result<OpenItemId> {
        let (day, amount, source) = (item.day, item.amount, item.source_item_id);
        let id = self.add(item, changes);
        let source = source.ok_or_else(|| missing_item(id))?;
        let cancelled = self.get(source)?;
        if cancelled.open.absolute().minus(amount.absolute())?.is_negative() {
            return Err(exceeded(source, cancelled, amount.absolute()));
        }
        let pair = if amount.is_positive() { (id, source) } else { (source, id) };
        self.push(pair, None, day, amount.absolute(), changes)?;
        Ok(id)
    }

    /// Releases credits from the order they are reserved for. Returns the amount.
    pub(crate) fn free(&mut self, credits: &[OpenItemId]) -> Result<Option<Money>> {
        let mut freed: Option<Money> = None;
        for id in credits {
            let credit = self.get(*id)?;
            let open = credit.open.negated();
            freed = Some(freed.map_or(Ok(open), |sum| sum.plus(open))?);
            self.change(*id, |item| {
                item.order_id = None;
                Ok(())
            })?;
        }
        Ok(freed)
    }

    /// Writes the result of the act: new items, changed items, allocations.
    pub(crate) fn write(self, changes: &mut ChangeSet) {
        for (id, item) in self.now {
            match self.stored.get(&id) {
                Some(before) => changes.update(before, item),
                None => changes.insert(&Stored::new(id, item)),
            }
        }
        for allocation in &self.allocations {
            changes.insert(allocation);
        }
    }
}

/// The current owners of customers.
#[derive(Default)]
pub(crate) struct Owners(BTreeMap<CustomerId, Option<OperatorId>>);

impl Owners {
    pub(crate) fn new<'c>(customers: impl IntoIterator<Item = &'c Stored<Customer>>) -> Self {
        Self(customers.into_iter().map(|c| (c.id, c.owner_id)).collect())
    }

    pub(crate) fn of(&self, customer: CustomerId) -> Option<OperatorId> {
        self.0.get(&customer).copied().flatten()
    }
}

/// An item that offsets another, with the same customer and salesperson.
pub(crate) fn counter_of(kind: OpenItemKind, source: &OpenItem, id: OpenItemId, day: Day, amount: Money, changes: &ChangeSet) -> OpenItem {
    let posted_at: Instant = changes.context().at;
    let day = day.max(source.earliest_allocation());
    OpenItem { source_item_id: Some(id), salesperson_id: source.salesperson_id, ..OpenItem::new(kind, source.customer_id, day, amount, posted_at) }
}

pub(crate) fn missing_item(id: OpenItemId) -> Error {
    Error::new(Code::ReferenceMissing, "the customer has no such open item").with("open_item", id)
}

/// How much of an amount each credit covers, up to its own amount, in order.
///
/// ```
/// use crm_core::{num::{Currency, Money}, receivables::prepaid_shares};
/// let eur = |text| Money::parse(text, Currency::EUR);
/// assert_eq!(prepaid_shares(&[eur("30")?, eur("50")?, eur("5")?], eur("60")?)?, [eur("30")?, eur("30")?, eur("0")?]);
/// # Ok::<(), crm_core::Error>(())
/// ```
///
/// # Errors
/// `currency.mismatch`.
pub fn prepaid_shares(credits: &[Money], amount: Money) -> Result<Vec<Money>> {
    let mut left = amount;
    let mut shares = Vec::with_capacity(credits.len());
    for credit in credits {
        let share = credit.min(left)?;
        left = left.minus(share)?;
        shares.push(share);
    }
    Ok(shares)
}

impl ItemLedger {
    /// Allocates an order's prepayments to the new receivable of its delivery, by instalment in due order, earliest payment first. Both are in the
    /// ledger. Returns the amount covered.
    ///
    /// # Errors
    /// As [`ItemLedger::allocate`].
    pub(crate) fn apply_credits(
        &mut self,
        credits: &[OpenItemId],
        receivables: &[OpenItemId],
        day: Day,
        changes: &ChangeSet,
    ) -> Result<Option<Money>> {
        let mut covered: Option<Money> = None;
        for receivable in receivables {
            let open: Vec<Money> = credits.iter().map(|id| self.get(*id).map(|credit| credit.open.negated())).collect::<Result<_>>()?;
            let shares = prepaid_shares(&open, self.get(*receivable)?.open)?;
            for (credit, share) in credits.iter().zip(shares).filter(|(_, share)| share.is_positive()) {
                self.allocate((*receivable, *credit), share, Dated::From(day), changes)?;
                covered = Some(covered.map_or(Ok(share), |sum| sum.plus(share))?);
            }
        }
        Ok(covered)
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::{
        ids::{IdSource, SalesOrderId, SequentialIds},
        num::Currency,
        storage::Context,
    };
    use std::sync::Arc;

    fn eur(text: &str) -> Money {
        Money::parse(text, Currency::EUR).expect("an amount")
    }

    fn day(text: &str) -> Day {
        text.parse().expect("a day")
    }

    fn changes() -> ChangeSet {
        let at = "2026-01-05T09:00:00Z".parse().expect("an instant");
        let ids = Arc::new(SequentialIds::new(1));
        let operator = OperatorId(ids.next_id());
        ChangeSet::new(Context { operation: "test", at, operator, on_behalf_of: None, request_id: None, operation_id: None, ids })
    }

    /// A ledger with items of one customer, from days and amounts.
    fn ledger(changes: &ChangeSet, items: &[(&str, &str)]) -> (ItemLedger, Vec<OpenItemId>) {
        let customer: CustomerId = changes.new_id();
        let mut ledger = ItemLedger::default();
        let at = changes.context().at;
        let item = |(on, amount): &(&str, &str)| OpenItem::new(OpenItemKind::Payment, customer, day(on), eur(amount), at);
        let ids = items.iter().map(|i| ledger.add(item(i), changes)).collect();
        (ledger, ids)
    }

    fn open(ledger: &ItemLedger, ids: &[OpenItemId]) -> Vec<Money> {
        ids.iter().map(|id| ledger.get(*id).expect("an item").open).collect()
    }

    #[test]
    fn prepayments_fill_the_instalments_of_a_delivery_in_order() {
        let changes = changes();
        let (mut ledger, ids) = ledger(&changes, &[("2026-01-01", "-30"), ("2026-01-02", "-50"), ("2026-01-10", "20"), ("2026-01-10", "45")]);
        let covered = ledger.apply_credits(&ids[..2], &ids[2..], day("2026-01-10"), &changes).expect("covered");
        assert_eq!(covered, Some(eur("65")));
        assert_eq!(open(&ledger, &ids), ["0", "-15", "0", "0"].map(eur));
        assert!(ledger.allocations.iter().all(|a| a.day == day("2026-01-10")));
        assert_eq!(ledger.allocations.iter().map(|a| a.amount).collect::<Vec<_>>(), ["20", "10", "35"].map(eur));
        let nothing = ledger.apply_credits(&ids[..1], &ids[2..], day("2026-01-10"), &changes).expect("nothing is left");
        assert_eq!(nothing, None);
    }

    #[test]
    fn a_reserved_credit_is_spent_on_its_order_only() {
        let changes = changes();
        let (mut ledger, ids) = ledger(&changes, &[("2026-01-01", "-30"), ("2026-01-02", "10"), ("2026-01-03", "10")]);
        let order: SalesOrderId = changes.new_id();
        for id in &ids[..2] {
            ledger.now.get_mut(id).expect("an item").order_id = Some(order);
        }
        let dated = Dated::From(day("2026-01-03"));
        let refused = ledger.spend(ids[0], &[(ids[2], eur("10"))], dated, &Owners::default(), &changes).map_err(|e| e.code());
        assert_eq!(refused, Err(Code::CreditReserved));
        ledger.spend(ids[0], &[(ids[1], eur("10"))], dated, &Owners::default(), &changes).expect("its own order");
        assert_eq!(ledger.free(&ids[..1]).expect("freed"), Some(eur("20")));
        ledger.spend(ids[0], &[(ids[2], eur("10"))], dated, &Owners::default(), &changes).expect("free now");
        assert_eq!(open(&ledger, &ids), ["-10", "0", "0"].map(eur));
    }

    #[test]
    fn nothing_is_allocated_before_the_last_reversal() {
        let changes = changes();
        let (mut ledger, ids) = ledger(&changes, &[("2026-01-01", "-30"), ("2026-01-02", "30")]);
        ledger.allocate((ids[1], ids[0]), eur("30"), Dated::On(day("2026-01-02")), &changes).expect("allocated");
        let rows = ledger.allocations.clone();
        ledger.release(ids[1], &rows, &BTreeSet::new(), day("2026-01-20"), &changes).expect("released");
        assert_eq!(open(&ledger, &ids), ["-30", "30"].map(eur));
        let early = ledger.allocate((ids[1], ids[0]), eur("1"), Dated::On(day("2026-01-19")), &changes).map_err(|e| e.code());
        assert_eq!(early, Err(Code::FieldInvalid));
        ledger.allocate((ids[1], ids[0]), eur("1"), Dated::From(day("2026-01-19")), &changes).expect("later");
        assert_eq!(ledger.allocations.last().map(|a| a.day), Some(day("2026-01-20")));
    }
}
