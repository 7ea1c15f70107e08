//! Ageing and balance as of any day, from dated items and dated allocations: what was allocated later is still open.
//!
//! Invariant: the buckets, including the current one, add up to what was open on the day; credits are separate.

use super::{Allocation, OpenItem, ReceivablesService};
use crate::{
    Uuid,
    access::{Permit, Right},
    company::Company,
    customers::Customer,
    entity::{Entity, Record, Stored, Value},
    error::{Code, Error, Result},
    ids::{CustomerId, OpenItemId, TypedId},
    num::{Currency, Money},
    query::{Filter, Report, Select},
    storage::{Answers, Ask, Reads},
    time::{Day, Instant},
};
use chrono::Days;
use std::collections::{BTreeMap, BTreeSet};

/// Upper bounds of the buckets, in days past due; anything older is in the last bucket.
#[derive(Debug, Clone, PartialEq, Eq, serde::Serialize, serde::Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(try_from = "Vec<u32>", into = "Vec<u32>")]
pub struct AgeingBuckets(Vec<u32>);

impl TryFrom<Vec<u32>> for AgeingBuckets {
    type Error = Error;
    fn try_from(days: Vec<u32>) -> Result<Self> {
        Self::new(days)
    }
}

impl From<AgeingBuckets> for Vec<u32> {
    fn from(days: AgeingBuckets) -> Self {
        days.0
    }
}

impl Default for AgeingBuckets {
    /// 1-30, 31-60, 61-90, 90+.
    fn default() -> Self {
        Self(vec![30, 60, 90])
    }
}

impl AgeingBuckets {
    /// Buckets with these upper bounds.
    ///
    /// # Errors
    /// `field.invalid` unless the days are increasing.
    pub fn new(ends: Vec<u32>) -> Result<Self> {
        let rise = ends.windows(2).all(|pair| pair.first() < pair.last());
        if !rise || ends.first().is_none_or(|first| *first == 0) {
            return Err(Error::field("buckets", "must be ascending numbers of days, from 1"));
        }
        Ok(Self(ends))
    }

    /// Names of the buckets after the current one: `1-30`, `31-60`, `61-90`, `90+`.
    pub fn names(&self) -> Vec<String> {
        let starts = std::iter::once(1).chain(self.0.iter().map(|end| end.saturating_add(1)));
        let mut names: Vec<_> = starts.zip(&self.0).map(|(start, end)| format!("{start}-{end}")).collect();
        names.extend(self.0.last().map(|end| format!("{end}+")));
        names
    }

    /// The days before which an item is past due, then past due beyond the first bucket, and so on.
    fn limits(&self, as_of: Day) -> Vec<Day> {
        let ends = std::iter::once(0).chain(self.0.iter().copied());
        ends.filter_map(|end| as_of.checked_sub_days(Days::new(u64::from(end)))).collect()
    }
}

/// The accounts covered by a query; customers outside the caller's scope are never included.
#[derive(Debug, Clone, Copy, PartialEq, Eq, serde::Serialize, serde::Deserialize, Default)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(tag = "kind", content = "value", rename_all = "snake_case")]
pub enum AccountOf {
    /// All customers.
    #[default]
    Everyone,
    /// One customer.
    Customer(CustomerId),
    /// A payer and the customers it currently pays for.
    PayerGroup(CustomerId),
}

impl AccountOf {
    /// As a filter on any entity with a customer.
    pub(super) fn filter(self) -> Filter {
        match self {
            Self::Everyone => Filter::All,
            Self::Customer(id) => OpenItem::customer_id().eq(id),
            Self::PayerGroup(id) => OpenItem::customer_id().eq(id).or(Filter::exists("customer", Customer::payer_id().eq(Some(id)))),
        }
    }
}

/// Checks the account of a query, read along with it: a wrong customer or currency is an error rather than an empty result.
pub(super) struct AccountCheck {
    of: AccountOf,
    currency: Currency,
    customer: Option<Ask<Stored<Customer>>>,
    company: Ask<Stored<Company>>,
}

impl AccountCheck {
    pub(super) fn new(reads: &mut Reads, permit: &Permit, of: AccountOf, currency: Currency) -> Result<Self> {
        let customer = match of {
            AccountOf::Everyone => None,
            AccountOf::Customer(id) | AccountOf::PayerGroup(id) => Some(Select::<Customer>::new(permit).keys([Value::Id(id.uuid())])?),
        };
        let (customer, company) = (customer.map(|customer| reads.select(customer)), reads.select(Select::<Company>::new(permit)));
        Ok(Self { of, currency, customer, company })
    }

    /// Checks the customer, and queries whether there is anything in a currency other than that of the books.
    ///
    /// # Errors
    /// `record.not_found` if the customer does not exist or is out of scope.
    pub(super) fn check(&self, permit: &Permit, more: &mut Reads, answers: &mut Answers) -> Result<CurrencyCheck> {
        if let Some(customer) = &self.customer {
            answers.first(customer)?.ok_or_else(|| Error::new(Code::NotFound, "there is no such customer").with("field", "customer_id"))?;
        }
        let books = answers.first(&self.company)?.ok_or_else(|| Error::corrupt("the company is missing"))?.currency;
        let items = if books == self.currency {
            None
        } else {
            let of = self.of.filter().and(OpenItem::currency().eq(self.currency));
            Some(more.report(&Report::<OpenItem>::new(permit).filter(&of)?))
        };
        Ok(CurrencyCheck { books, asked: self.currency, items })
    }
}

/// Checks whether an account has items in a currency.
pub(super) struct CurrencyCheck {
    books: Currency,
    asked: Currency,
    items: Option<Ask<Record>>,
}

impl CurrencyCheck {
    /// # Errors
    /// `currency.mismatch` if neither the books nor any item of the account is in the currency.
    pub(super) fn check(&self, answers: &mut Answers) -> Result<()> {
        let is_there = match self.items.as_ref().map(|ask| answers.rows(ask)) {
            None => true,
            Some(rows) => matches!(rows.first().map(Vec::as_slice), Some([Value::Int(count)]) if *count > 0),
        };
        if is_there { Ok(()) } else { crate::num::same_currency(self.asked, self.books).map_err(|e| e.with("field", "currency")) }
    }
}

/// The date that items are aged by.
#[derive(Debug, Clone, Copy, PartialEq, Eq, serde::Serialize, serde::Deserialize, Default)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(rename_all = "snake_case")]
pub enum AgeingBasis {
    /// Due date.
    #[default]
    DueDate,
    /// Document date.
    DocumentDate,
}

/// What the rows of an ageing represent.
#[derive(Debug, Clone, Copy, PartialEq, Eq, serde::Serialize, serde::Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(rename_all = "snake_case")]
pub enum AgeingBy {
    /// Customers.
    Customer,
    /// Payers, each with the customers it currently pays for.
    PayerGroup,
    /// The salesperson responsible for the customer when the item was created.
    Salesperson,
}

/// An ageing query.
#[derive(Debug, Clone, PartialEq, Eq, serde::Serialize, serde::Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct AgeingQuery {
    /// As of this day.
    pub as_of: Day,
    /// Currency.
    pub currency: Currency,
    /// Accounts.
    #[serde(default)]
    pub of: AccountOf,
    /// Date to age by.
    #[serde(default)]
    pub basis: AgeingBasis,
    /// Buckets.
    #[serde(default)]
    pub buckets: AgeingBuckets,
    /// Only what was recorded up to this moment, reproducing the figures of that time; none: everything known now.
    pub known_at: Option<Instant>,
}

impl AgeingQuery {
    /// Everything open on a day, by due date, in the default buckets.
    pub fn new(as_of: Day, currency: Currency) -> Self {
        let (of, basis) = (AccountOf::Everyone, AgeingBasis::DueDate);
        Self { as_of, currency, of, basis, buckets: AgeingBuckets::default(), known_at: None }
    }

    /// The filter for items that count: dated up to the day, in the currency, of the accounts, recorded by the moment asked for.
    fn counted(&self) -> Filter {
        let filter = self.of.filter().and(OpenItem::day().le(self.as_of)).and(OpenItem::currency().eq(self.currency));
        match self.known_at {
            Some(instant) => filter.and(OpenItem::posted_at().le(instant)),
            None => filter,
        }
    }
}

/// Receivables open on a day.
#[derive(Debug, Clone, PartialEq, serde::Serialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct Ageing {
    /// As of this day.
    pub as_of: Day,
    /// Amounts not past due, then by bucket in order.
    pub buckets: Vec<Money>,
    /// Bucket names, `current` first.
    pub names: Vec<String>,
    /// Sum of the buckets.
    pub total: Money,
    /// Unallocated credits, positive.
    pub credits: Money,
}

impl Ageing {
    /// The balance: the total less credits.
    ///
    /// # Errors
    /// `number.out_of_range`.
    pub fn balance(&self) -> Result<Money> {
        self.total.minus(self.credits)
    }
}

/// Ageing of one customer, payer or salesperson.
#[derive(Debug, Clone, PartialEq, serde::Serialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct AgeingRow {
    /// Id of the customer, payer or salesperson; none for items without a salesperson.
    pub id: Option<Uuid>,
    /// The ageing.
    pub ageing: Ageing,
}

/// An open item as of a day.
#[derive(Debug, Clone, PartialEq, serde::Serialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct AgedItem {
    /// The item as stored now.
    pub item: Stored<OpenItem>,
    /// Amount open on the day, with the sign of the item.
    pub open: Money,
    /// Age in days; zero or negative if not past due.
    pub age: i64,
    /// Index of the bucket, 0 for current; none for credits.
    pub bucket: Option<usize>,
}

/// Running sums of one key.
struct Sums {
    buckets: Vec<Money>,
    credits: Money,
}

impl ReceivablesService<'_> {
    /// Ageing as of a day.
    ///
    /// # Errors
    /// `access.denied`, `query.invalid`, `record.not_found` for a customer that does not exist or is out of scope, `currency.mismatch` for a currency
    /// that neither the books nor any item of the account has, `storage.*`.
    pub async fn ageing(&self, query: &AgeingQuery) -> Result<Ageing> {
        let mut sums = self.sums(query, &[], &[], |_| (None, None)).await?;
        query.row(sums.remove(&None).unwrap_or_else(|| query.nothing()))
    }

    /// Ageing by row, without rows that have nothing open.
    ///
    /// # Errors
    /// As [`ReceivablesService::ageing`].
    pub async fn ageing_by(&self, by: AgeingBy, query: &AgeingQuery) -> Result<Vec<AgeingRow>> {
        let same = |keys: &[Option<Uuid>]| (keys.first().copied().flatten(), keys.first().copied().flatten());
        let payer = |keys: &[Option<Uuid>]| {
            let id = keys.iter().rev().copied().flatten().next();
            (id, id)
        };
        let two = |keys: &[Option<Uuid>]| (keys.first().copied().flatten(), keys.last().copied().flatten());
        let (customer, group) = (["customer_id"], ["customer_id", "customer.payer_id"]);
        let sums = match by {
            AgeingBy::Customer => self.sums(query, &customer, &customer, same).await?,
            AgeingBy::PayerGroup => self.sums(query, &group, &group, payer).await?,
            AgeingBy::Salesperson => self.sums(query, &["salesperson_id"], &["receivable.salesperson_id", "credit.salesperson_id"], two).await?,
        };
        let rows = sums.into_iter().map(|(id, sums)| Ok(AgeingRow { id, ageing: query.row(sums)? }));
        let rows = rows.collect::<Result<Vec<_>>>()?;
        Ok(rows.into_iter().filter(|row| !row.ageing.credits.is_zero() || row.ageing.buckets.iter().any(|b| !b.is_zero())).collect())
    }

    /// Three grouped queries: receivables, allocations to them, and credits. `keys` determines the row that a receivable and a credit belong to.
    async fn sums(
        &self,
        query: &AgeingQuery,
        items_by: &[&str],
        allocations_by: &[&str],
        keys: impl Fn(&[Option<Uuid>]) -> (Option<Uuid>, Option<Uuid>),
    ) -> Result<BTreeMap<Option<Uuid>, Sums>> {
        let (limits, counted) = (query.buckets.limits(query.as_of), query.counted());
        let zero = Money::zero(query.currency);
        let (debits, credits) = (counted.clone().and(OpenItem::amount().gt(zero)), counted.clone().and(OpenItem::amount().lt(zero)));
        let (item_day, allocation_day) = match query.basis {
            AgeingBasis::DueDate => ("due_day", "receivable_due_day"),
            AgeingBasis::DocumentDate => ("document_day", "receivable_document_day"),
        };
        let build = |permit: &Permit, reads: &mut Reads| {
            let account = AccountCheck::new(reads, permit, query.of, query.currency)?;
            let owed = grouped::<OpenItem>(permit, &debits, items_by)?.by_band(item_day, limits.clone())?.sum("amount")?;
            let paid = grouped::<Allocation>(permit, &counted, allocations_by)?.by_band(allocation_day, limits.clone())?.sum("amount")?;
            let credited = grouped::<OpenItem>(permit, &credits, items_by)?.by_band("day", Vec::new())?.sum("amount")?;
            Ok((account, [reads.report(&owed), reads.report(&paid), reads.report(&credited)]))
        };
        let then = |permit: &Permit, more: &mut Reads, (account, asks): (AccountCheck, [Ask<Record>; 3]), answers: &mut Answers| {
            Ok((account.check(permit, more, answers)?, asks.map(|ask| answers.rows(&ask))))
        };
        let ((currency, [owed, paid, credited]), mut answers) = self.0.read_then(Right::ReceivablesRead, build, then).await?;
        currency.check(&mut answers)?;
        let mut sums: BTreeMap<Option<Uuid>, Sums> = BTreeMap::new();
        for row in owed {
            let (key, band, amount) = split(row, query.currency)?;
            sums.entry(keys(&key).0).or_insert_with(|| query.nothing()).add(band, amount)?;
        }
        for row in paid {
            let (key, band, amount) = split(row, query.currency)?;
            let (receivable, credit) = keys(&key);
            sums.entry(receivable).or_insert_with(|| query.nothing()).add(band, amount.negated())?;
            sums.entry(credit).or_insert_with(|| query.nothing()).credit(amount.negated())?;
        }
        for row in credited {
            let (key, _, amount) = split(row, query.currency)?;
            sums.entry(keys(&key).1).or_insert_with(|| query.nothing()).credit(amount.negated())?;
        }
        Ok(sums)
    }

    /// The items open on the day, in due order: the items behind the ageing.
    ///
    /// # Errors
    /// As [`ReceivablesService::ageing`].
    pub async fn aged_items(&self, query: &AgeingQuery) -> Result<Vec<AgedItem>> {
        // Items settled and untouched since need no look at their allocations; as of an earlier moment of knowledge, all items do.
        let later = Allocation::day().gt(query.as_of).and(Allocation::currency().eq(query.currency)).and(query.of.filter());
        let (items, allocations) = match query.known_at {
            Some(_) => (query.counted(), query.counted()),
            None => {
                let touched = OpenItem::open().ne(Money::zero(query.currency)).or(OpenItem::settled_day().gt(Some(query.as_of)));
                (query.counted().and(touched), later)
            }
        };
        let build = |permit: &Permit, reads: &mut Reads| {
            let items = Select::<OpenItem>::new(permit).filter(&items)?.sort(&["due_day", "day", "instalment"])?.everything();
            let allocated = grouped::<Allocation>(permit, &allocations, &["receivable_id", "credit_id"])?.sum("amount")?;
            let account = AccountCheck::new(reads, permit, query.of, query.currency)?;
            Ok((account, reads.select(items), reads.report(&allocated)))
        };
        let then =
            |permit: &Permit, more: &mut Reads, (account, items, allocated): (AccountCheck, Ask<Stored<OpenItem>>, _), answers: &mut Answers| {
                Ok((account.check(permit, more, answers)?, answers.all(&items)?, answers.rows(&allocated)))
            };
        let ((currency, items, allocated), mut answers) = self.0.read_then(Right::ReceivablesRead, build, then).await?;
        currency.check(&mut answers)?;
        let allocated = by_item(allocated, query.currency)?;
        let mut aged = Vec::new();
        for item in items {
            let part = allocated.get(&item.id).copied().unwrap_or(Money::zero(query.currency));
            let open = match query.known_at {
                Some(_) => rest(&item, part)?,
                None => rest(&item, part.negated())?.minus(item.amount)?.plus(item.open)?,
            };
            if !open.is_zero() {
                aged.push(query.aged(item, open));
            }
        }
        Ok(aged)
    }

    /// The items that match a filter, with the amount of each that was open on a day.
    pub(super) async fn items_as_of(&self, filter: &Filter, as_of: Day) -> Result<Vec<(Stored<OpenItem>, Money)>> {
        let filter = filter.clone().and(OpenItem::day().le(as_of));
        let build = |permit: &Permit, reads: &mut Reads| Ok(reads.select(Select::<OpenItem>::new(permit).filter(&filter)?.everything()));
        let then = |permit: &Permit, reads: &mut Reads, asked, answers: &mut Answers| {
            let items: Vec<Stored<OpenItem>> = answers.all(&asked)?;
            let ids: BTreeSet<OpenItemId> = items.iter().map(|i| i.id).collect();
            let of_these = Allocation::receivable_id().is_in(ids.iter().copied()).or(Allocation::credit_id().is_in(ids.iter().copied()));
            let of_these = of_these.and(Allocation::day().le(as_of));
            let allocated = reads.report(&grouped::<Allocation>(permit, &of_these, &["receivable_id", "credit_id"])?.sum("amount")?);
            Ok((items, allocated))
        };
        let ((items, allocated), mut answers) = self.0.read_then(Right::ReceivablesRead, build, then).await?;
        let Some(currency) = items.first().map(|i| i.currency) else { return Ok(Vec::new()) };
        let allocated = by_item(answers.rows(&allocated), currency)?;
        let open = |item: Stored<OpenItem>| {
            let part = allocated.get(&item.id).copied().unwrap_or(Money::zero(currency));
            rest(&item, part).map(|open| (item, open))
        };
        items.into_iter().map(open).collect()
    }

    /// A customer's balance on a day, net of credits.
    ///
    /// # Errors
    /// As [`ReceivablesService::ageing`].
    pub async fn balance(&self, customer: CustomerId, as_of: Day, currency: Currency) -> Result<Money> {
        let filter = OpenItem::customer_id().eq(customer).and(OpenItem::day().le(as_of)).and(OpenItem::currency().eq(currency));
        let build = |permit: &Permit, reads: &mut Reads| {
            let account = AccountCheck::new(reads, permit, AccountOf::Customer(customer), currency)?;
            let report = Report::<OpenItem>::new(permit).filter(&filter)?.by_band("day", Vec::new())?.sum("amount")?;
            Ok((account, reads.report(&report)))
        };
        let then = |permit: &Permit, more: &mut Reads, (account, rows): (AccountCheck, Ask<Record>), answers: &mut Answers| {
            Ok((account.check(permit, more, answers)?, answers.rows(&rows)))
        };
        let ((asked, rows), mut answers) = self.0.read_then(Right::ReceivablesRead, build, then).await?;
        asked.check(&mut answers)?;
        let amounts = rows.into_iter().map(|row| split(row, currency).map(|(_, _, amount)| amount)).collect::<Result<Vec<_>>>()?;
        Money::sum(amounts, currency)
    }
}

impl AgeingQuery {
    fn nothing(&self) -> Sums {
        let zero = Money::zero(self.currency);
        Sums { buckets: vec![zero; self.buckets.limits(self.as_of).len().saturating_add(1)], credits: zero }
    }

    fn row(&self, sums: Sums) -> Result<Ageing> {
        let names = std::iter::once("current".to_owned()).chain(self.buckets.names()).collect();
        let total = Money::sum(sums.buckets.iter().copied(), self.currency)?;
        Ok(Ageing { as_of: self.as_of, buckets: sums.buckets, names, total, credits: sums.credits })
    }

    fn aged(&self, item: Stored<OpenItem>, open: Money) -> AgedItem {
        let day = match self.basis {
            AgeingBasis::DueDate => item.due_day,
            AgeingBasis::DocumentDate => item.document_day,
        };
        let age = self.as_of.signed_duration_since(day).num_days();
        let bucket = open.is_positive().then(|| self.buckets.limits(self.as_of).iter().filter(|limit| day < **limit).count());
        AgedItem { item, open, age, bucket }
    }
}

impl Sums {
    fn add(&mut self, band: usize, amount: Money) -> Result<()> {
        let sum = self.buckets.get_mut(band).ok_or_else(unknown_band)?;
        *sum = sum.plus(amount)?;
        Ok(())
    }

    fn credit(&mut self, amount: Money) -> Result<()> {
        self.credits = self.credits.plus(amount)?;
        Ok(())
    }
}

fn grouped<E: Entity>(permit: &Permit, filter: &Filter, by: &[&str]) -> Result<Report<E>> {
    by.iter().try_fold(Report::<E>::new(permit).filter(filter)?, |report, field| report.by(field))
}

/// What is open on an item after an amount was allocated.
fn rest(item: &OpenItem, allocated: Money) -> Result<Money> {
    if item.amount.is_negative() { item.amount.plus(allocated) } else { item.amount.minus(allocated) }
}

/// Report rows by receivable and credit, as sums by item.
fn by_item(rows: Vec<Record>, currency: Currency) -> Result<BTreeMap<OpenItemId, Money>> {
    let mut sums: BTreeMap<OpenItemId, Money> = BTreeMap::new();
    for row in rows {
        let [Value::Id(receivable), Value::Id(credit), _, Value::Decimal(amount)] = row.as_slice() else {
            return Err(Error::corrupt("a row of allocations does not match its query"));
        };
        let amount = Money::total(*amount, currency)?;
        for id in [receivable, credit] {
            let sum = sums.entry(OpenItemId::from_uuid(*id)).or_insert(Money::zero(currency));
            *sum = sum.plus(amount)?;
        }
    }
    Ok(sums)
}

fn unknown_band() -> Error {
    Error::corrupt("an ageing row has an unknown band")
}

/// A report row as ids, band, count and sum.
fn split(row: Record, currency: Currency) -> Result<(Vec<Option<Uuid>>, usize, Money)> {
    let wrong = || Error::corrupt("an ageing row does not match its query");
    let (keys, rest) = row.split_at(row.len().saturating_sub(3));
    let [Value::Int(band), _, Value::Decimal(sum)] = rest else { return Err(wrong()) };
    let id = |value: &Value| match value {
        Value::Id(id) => Ok(Some(*id)),
        Value::Null => Ok(None),
        _ => Err(wrong()),
    };
    let keys = keys.iter().map(id).collect::<Result<_>>()?;
    Ok((keys, usize::try_from(*band).map_err(|_| unknown_band())?, Money::total(*sum, currency)?))
}
