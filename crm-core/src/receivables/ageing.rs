//! Ageing and balance as of any day, from dated items and dated allocations: what was allocated later counts as open.
//!
//! Invariant: the buckets, the current one included, add up to what was open on the day; credits stand apart.

use super::{Allocation, OpenItem, ReceivablesService};
use crate::{
    access::{Permit, Right},
    entity::{Record, Value},
    error::{Error, Result},
    ids::CustomerId,
    num::{Currency, Money},
    query::{Filter, Report},
    storage::Reads,
    time::Day,
};
use chrono::Days;

/// Days past due at which a bucket ends; what is older is in the last one.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct AgeingBuckets(Vec<u32>);

impl Default for AgeingBuckets {
    /// 1-30, 31-60, 61-90, 90+.
    fn default() -> Self {
        Self(vec![30, 60, 90])
    }
}

impl AgeingBuckets {
    /// Buckets that end at these days.
    ///
    /// # Errors
    /// `field.invalid` unless the days rise.
    pub fn new(ends: Vec<u32>) -> Result<Self> {
        let rise = ends.windows(2).all(|pair| pair.first() < pair.last());
        if !rise || ends.first().is_none_or(|first| *first == 0) {
            return Err(Error::field("buckets", "must be days that rise, from 1"));
        }
        Ok(Self(ends))
    }

    /// Names of the buckets, after the current one: `1-30`, `31-60`, `61-90`, `90+`.
    pub fn names(&self) -> Vec<String> {
        let starts = std::iter::once(1).chain(self.0.iter().map(|end| end.saturating_add(1)));
        let mut names: Vec<_> = starts.zip(&self.0).map(|(start, end)| format!("{start}-{end}")).collect();
        names.extend(self.0.last().map(|end| format!("{end}+")));
        names
    }

    /// The days before which an item is past due, more than the first bucket past due, and so on.
    fn limits(&self, as_of: Day) -> Vec<Day> {
        let ends = std::iter::once(0).chain(self.0.iter().copied());
        ends.filter_map(|end| as_of.checked_sub_days(Days::new(u64::from(end)))).collect()
    }
}

/// What was open on a day.
#[derive(Debug, Clone, PartialEq)]
pub struct Ageing {
    /// The day.
    pub as_of: Day,
    /// Not past due, then the buckets in order.
    pub buckets: Vec<Money>,
    /// Names of the buckets, `current` first.
    pub names: Vec<String>,
    /// Sum of the buckets.
    pub total: Money,
    /// Credits not yet allocated, positive.
    pub credits: Money,
}

impl ReceivablesService<'_> {
    /// Ageing of everything in the caller's reach.
    ///
    /// # Errors
    /// `access.denied`, `query.invalid`, `storage.*`.
    pub async fn ageing(&self, as_of: Day, buckets: &AgeingBuckets, currency: Currency) -> Result<Ageing> {
        self.age(as_of, buckets, currency, &Filter::All, &Filter::All).await
    }

    /// Ageing of one customer.
    ///
    /// # Errors
    /// As [`ReceivablesService::ageing`].
    pub async fn ageing_of(&self, customer: CustomerId, as_of: Day, buckets: &AgeingBuckets, currency: Currency) -> Result<Ageing> {
        self.age(as_of, buckets, currency, &OpenItem::customer_id().eq(customer), &Allocation::customer_id().eq(customer)).await
    }

    async fn age(&self, as_of: Day, buckets: &AgeingBuckets, currency: Currency, items: &Filter, allocations: &Filter) -> Result<Ageing> {
        let limits = buckets.limits(as_of);
        let zero = Money::zero(currency);
        let items = items.clone().and(OpenItem::day().le(as_of)).and(OpenItem::currency().eq(currency));
        let (debits, credits) = (items.clone().and(OpenItem::amount().gt(zero)), items.and(OpenItem::amount().lt(zero)));
        let allocations = allocations.clone().and(Allocation::day().le(as_of)).and(Allocation::currency().eq(currency));
        let build = |permit: &Permit, reads: &mut Reads| {
            let owed = Report::<OpenItem>::new(permit).filter(&debits)?.by_band("due_day", limits.clone())?.sum("amount")?;
            let paid = Report::<Allocation>::new(permit).filter(&allocations)?.by_band("receivable_due_day", limits.clone())?.sum("amount")?;
            let credited = Report::<OpenItem>::new(permit).filter(&credits)?.by_band("day", Vec::new())?.sum("amount")?;
            Ok((reads.report(&owed), reads.report(&paid), reads.report(&credited)))
        };
        let ((owed, paid, credited), mut answers) = self.0.read(Right::ReceivablesRead, build).await?;
        let mut sums = vec![zero; limits.len().saturating_add(1)];
        let mut credits = zero;
        for (band, amount) in bands(answers.rows(&owed), currency)? {
            let sum = sums.get_mut(band).ok_or_else(unknown_band)?;
            *sum = sum.plus(amount)?;
        }
        for (band, amount) in bands(answers.rows(&paid), currency)? {
            let sum = sums.get_mut(band).ok_or_else(unknown_band)?;
            *sum = sum.minus(amount)?;
            credits = credits.minus(amount)?;
        }
        for (_, amount) in bands(answers.rows(&credited), currency)? {
            credits = credits.minus(amount)?;
        }
        let total = Money::sum(sums.iter().copied(), currency)?;
        let names = std::iter::once("current".to_owned()).chain(buckets.names()).collect();
        Ok(Ageing { as_of, buckets: sums, names, total, credits })
    }

    /// What a customer owed on a day, credits deducted.
    ///
    /// # Errors
    /// `access.denied`, `storage.*`.
    pub async fn balance(&self, customer: CustomerId, as_of: Day, currency: Currency) -> Result<Money> {
        let filter = OpenItem::customer_id().eq(customer).and(OpenItem::day().le(as_of)).and(OpenItem::currency().eq(currency));
        let rows = self.0.report::<OpenItem>(|report| report.filter(&filter)?.by_band("day", Vec::new())?.sum("amount")).await?;
        Money::sum(bands(rows, currency)?.into_iter().map(|(_, sum)| sum), currency)
    }
}

fn unknown_band() -> Error {
    Error::corrupt("an ageing row has an unknown band")
}

/// Rows of a report by band: band and sum.
fn bands(rows: Vec<Record>, currency: Currency) -> Result<Vec<(usize, Money)>> {
    let band = |row: Record| match row.as_slice() {
        [Value::Int(band), _, Value::Decimal(sum)] => Ok((usize::try_from(*band).map_err(|_| unknown_band())?, Money::new(*sum, currency)?)),
        _ => Err(Error::corrupt("an ageing row is not what was asked for")),
    };
    rows.into_iter().map(band).collect()
}
