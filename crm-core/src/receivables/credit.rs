//! Credit control: how much more a customer may owe. Pure, so that orders and deliveries decide alike; nothing is stored about it.

use super::{Allocation, OpenItem, ReceivablesService};
use crate::{
    Uuid,
    access::{CustomerAccess, Permit, Right},
    act::ActContext,
    customers::Customer,
    documents::{SalesOrderLine, still_to_bring, undelivered},
    entity::{Record, Stored, Value},
    error::{Code, Error, Result},
    ids::{CustomerId, OpenItemId, SalesOrderLineId, TypedId},
    num::{Currency, Decimal, Money, Quantity},
    policy::{CreditPolicy, TaxPolicy},
    query::{Filter, Op, Report, Select, Source, Test},
    storage::{Answers, Ask, LockKeys, Reads},
    time::Day,
};
use chrono::Days;
use serde::{Deserialize, Serialize};
use std::collections::BTreeMap;

/// A customer's credit exposure on a day, including the accounts that it pays for.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct CreditState {
    /// Credit limit; none: unlimited.
    pub limit: Option<Money>,
    /// Owed on the day: receivables less prepayments and other credits, dated up to it.
    pub receivables: Money,
    /// The most by which later-dated items raise the amount owed on any later day; zero if they only lower it.
    pub later: Money,
    /// Ordered and not yet delivered.
    pub undelivered: Money,
    /// Number of the customer's own receivables overdue beyond the company's limit and not settled on the day.
    pub overdue: i64,
    /// Exposure of its payer; none: no other payer, or the payer has no limit.
    pub payer: Option<PayerCredit>,
}

/// A payer's credit exposure, including all accounts that it pays for.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct PayerCredit {
    /// The payer.
    pub customer_id: CustomerId,
    /// Credit limit for the payer and the customers it pays for, together.
    pub limit: Money,
    /// Owed on the day, as in [`CreditState`].
    pub receivables: Money,
    /// The most by which later-dated items raise the amount owed.
    pub later: Money,
    /// Ordered and not yet delivered.
    pub undelivered: Money,
}

/// Why a customer exceeds its credit.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct CreditWarning {
    /// Credit limit; none: unlimited.
    pub limit: Option<Money>,
    /// The resulting exposure; hidden, like the other figures, from callers who may not see receivables.
    #[serde(default, deserialize_with = "crate::num::deserialize_total")]
    pub exposure: Option<Money>,
    /// Number of receivables overdue beyond the company's limit.
    pub overdue: Option<i64>,
    /// Whether the limit and exposure are those of the customer's payer and all accounts it pays for.
    #[serde(default)]
    pub is_of_payer: bool,
}

impl CreditWarning {
    /// The warning as the caller may see it.
    #[must_use]
    pub(crate) fn disclosed(self, to: &CustomerAccess) -> Self {
        if to.has(Right::ReceivablesRead) && to.tells_sums() { self } else { self.without_figures() }
    }

    fn without_figures(self) -> Self {
        Self { limit: None, exposure: None, overdue: None, ..self }
    }
}

/// The result of a credit check.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum CreditDecision {
    /// Within credit.
    Allowed,
    /// Beyond credit, but allowed with a warning.
    Warned(CreditWarning),
    /// Beyond credit and refused.
    Refused(CreditWarning),
}

/// Checks whether a customer may owe an additional amount. The exposure is open receivables and undelivered orders, less prepayments and credits, on
/// the day and on every later one. Both the customer's own limit and its payer's apply.
///
/// ```
/// use crm_core::{num::{Currency, Money}, receivables::{CreditDecision, CreditPolicy, CreditState, credit_check}};
/// let eur = |text| Money::parse(text, Currency::EUR);
/// let (limit, later) = (Some(eur("100")?), eur("0")?);
/// let state = CreditState { limit, receivables: eur("60")?, later, undelivered: eur("10")?, overdue: 0, payer: None };
/// assert_eq!(credit_check(CreditPolicy::Block, &state, eur("30")?)?, CreditDecision::Allowed);
/// assert!(matches!(credit_check(CreditPolicy::Block, &state, eur("30.01")?)?, CreditDecision::Refused(_)));
/// # Ok::<(), crm_core::Error>(())
/// ```
///
/// # Errors
/// `currency.mismatch`, `number.out_of_range`.
pub fn credit_check(policy: CreditPolicy, state: &CreditState, more: Money) -> Result<CreditDecision> {
    let exposure = state.exposure(more)?;
    let is_beyond = state.limit.map_or(Ok(false), |limit| limit.minus(exposure).map(Money::is_negative))? || state.overdue > 0;
    let of_payer = state.payer.map(|payer| payer.beyond(more)).transpose()?.flatten();
    let overdue = Some(state.overdue);
    let warning = match of_payer {
        Some((limit, exposure)) if !is_beyond => CreditWarning { limit: Some(limit), exposure: Some(exposure), overdue, is_of_payer: true },
        _ => CreditWarning { limit: state.limit, exposure: Some(exposure), overdue, is_of_payer: false },
    };
    Ok(match policy {
        CreditPolicy::Off => CreditDecision::Allowed,
        _ if !is_beyond && of_payer.is_none() => CreditDecision::Allowed,
        CreditPolicy::Warn => CreditDecision::Warned(warning),
        CreditPolicy::Block => CreditDecision::Refused(warning),
    })
}

impl PayerCredit {
    fn exposure(&self, more: Money) -> Result<Money> {
        self.receivables.plus(self.later)?.plus(self.undelivered)?.plus(more)
    }

    /// The limit and the exposure, if the exposure exceeds the limit.
    fn beyond(&self, more: Money) -> Result<Option<(Money, Money)>> {
        let exposure = self.exposure(more)?;
        Ok(self.limit.minus(exposure)?.is_negative().then_some((self.limit, exposure)))
    }
}

/// The accounts that a limit covers: the customer's own, and those of the customers it pays for.
fn accounts(of: CustomerId) -> Filter {
    let own = Filter::Field("id".to_owned(), Test::Compare(Op::Eq, Value::Id(of.uuid())));
    own.or(Customer::payer_id().eq(Some(of)))
}

/// The queries for the accounts of one limit.
struct AccountAsks {
    due: Ask<Record>,
    later: Ask<Record>,
    ordered: Ask<Stored<SalesOrderLine>>,
}

/// The figures of the accounts, each by itself.
struct Accounts {
    due: BTreeMap<Uuid, Money>,
    later: Vec<(Day, Uuid, Money)>,
    ordered: Vec<Stored<SalesOrderLine>>,
}

/// The total owed by the accounts of one limit.
struct Owed {
    receivables: Money,
    later: Money,
    undelivered: Money,
}

/// What is now delivered of order lines, and how shares of these are rounded.
struct Delivered<'a> {
    quantities: &'a BTreeMap<SalesOrderLineId, Quantity>,
    policy: TaxPolicy,
}

impl AccountAsks {
    fn new(reads: &mut Reads, permit: &Permit, of: CustomerId, (currency, day): (Currency, Day)) -> Result<Self> {
        let accounts = || Source::rows::<Customer>("id", &accounts(of), permit);
        let items = |when: Filter| {
            let items = when.and(OpenItem::currency().eq(currency));
            Report::<OpenItem>::new(permit).filter(&items)?.among("customer_id", accounts()?)
        };
        let due = reads.report(&items(OpenItem::day().le(day))?.by("customer_id")?.sum("amount")?);
        let later = reads.report(&items(OpenItem::day().gt(day))?.by("day")?.by("customer_id")?.sum("amount")?);
        let ordered = Select::<SalesOrderLine>::new(permit).filter(&undelivered())?.among("customer_id", accounts()?)?;
        Ok(Self { due, later, ordered: reads.select(ordered.everything()) })
    }

    fn take(&self, answers: &mut Answers, currency: Currency) -> Result<Accounts> {
        let wrong = || Error::corrupt("a sum of open items does not match its query");
        let mut due = BTreeMap::new();
        for row in answers.rows(&self.due) {
            let [Value::Id(id), _, Value::Decimal(sum)] = row.as_slice() else { return Err(wrong()) };
            due.insert(*id, Money::total(*sum, currency)?);
        }
        let mut later = Vec::new();
        for row in answers.rows(&self.later) {
            let [Value::Day(day), Value::Id(id), _, Value::Decimal(sum)] = row.as_slice() else { return Err(wrong()) };
            later.push((*day, *id, Money::total(*sum, currency)?));
        }
        Ok(Accounts { due, later, ordered: answers.all(&self.ordered)? })
    }
}

impl Accounts {
    /// The total of all accounts, or of one of them.
    fn owed(&self, only: Option<CustomerId>, delivered: &Delivered<'_>) -> Result<Owed> {
        let zero = Money::zero(delivered.policy.currency);
        let counts = |id: Uuid| only.is_none_or(|only| only.uuid() == id);
        let receivables = self.due.iter().filter(|(id, _)| counts(**id)).try_fold(zero, |sum, (_, amount)| sum.plus(*amount))?;
        let mut days: BTreeMap<Day, Money> = BTreeMap::new();
        for (day, _, amount) in self.later.iter().filter(|(_, id, _)| counts(*id)) {
            let sum = days.entry(*day).or_insert(zero);
            *sum = sum.plus(*amount)?;
        }
        let (mut sum, mut later) = (zero, zero);
        for amount in days.into_values() {
            sum = sum.plus(amount)?;
            later = if later.minus(sum)?.is_negative() { sum } else { later };
        }
        let ordered: Vec<_> = self.ordered.iter().filter(|line| counts(line.customer_id.uuid())).cloned().collect();
        Ok(Owed { receivables, later, undelivered: still_to_bring(&ordered, delivered.quantities, zero, &delivered.policy)? })
    }
}

/// The queries for a customer's receivables past due on a day, and for those settled only later.
struct OverdueAsks {
    items: Ask<Stored<OpenItem>>,
    later: Ask<Record>,
}

impl OverdueAsks {
    /// None if the company does not check overdue receivables.
    fn new(reads: &mut Reads, permit: &Permit, customer: CustomerId, (currency, day): (Currency, Day), days: Option<i64>) -> Result<Option<Self>> {
        let Some(allowed) = days.and_then(|days| day.checked_sub_days(Days::new(days.unsigned_abs()))) else { return Ok(None) };
        let zero = Money::zero(currency);
        let own = OpenItem::customer_id().eq(customer).and(OpenItem::currency().eq(currency)).and(OpenItem::amount().gt(zero));
        let late = own.and(OpenItem::due_day().lt(allowed)).and(OpenItem::day().le(day));
        let late = late.and(OpenItem::open().gt(zero).or(OpenItem::settled_day().gt(Some(day))));
        let items = reads.select(Select::<OpenItem>::new(permit).filter(&late)?.everything());
        let later = Allocation::customer_id().eq(customer).and(Allocation::currency().eq(currency)).and(Allocation::day().gt(day));
        let later = Report::<Allocation>::new(permit).filter(&later)?.by("receivable_id")?.sum("amount")?;
        Ok(Some(Self { items, later: reads.report(&later) }))
    }

    /// How many were open on the day.
    fn count(&self, answers: &mut Answers) -> Result<i64> {
        let mut later: BTreeMap<OpenItemId, Decimal> = BTreeMap::new();
        for row in answers.rows(&self.later) {
            let [Value::Id(id), _, Value::Decimal(amount)] = row.as_slice() else {
                return Err(Error::corrupt("a row of allocations does not match its query"));
            };
            later.insert(OpenItemId::from_uuid(*id), *amount);
        }
        let mut count = 0_i64;
        for item in answers.all(&self.items)? {
            let since = later.get(&item.id).map_or(Ok(Money::zero(item.currency)), |amount| Money::total(*amount, item.currency))?;
            if item.open.plus(since)?.is_positive() {
                count = count.saturating_add(1);
            }
        }
        Ok(count)
    }
}

/// The queries for a customer's payer.
struct PayerAsks {
    payer: Ask<Stored<Customer>>,
    accounts: AccountAsks,
}

impl PayerAsks {
    fn new(reads: &mut Reads, permit: &Permit, payer: CustomerId, on: (Currency, Day)) -> Result<Self> {
        let asked = reads.select(Select::<Customer>::new(permit).keys([Value::Id(payer.uuid())])?);
        Ok(Self { payer: asked, accounts: AccountAsks::new(reads, permit, payer, on)? })
    }
}

/// The queries of a credit check for one customer.
struct CreditAsks {
    own: AccountAsks,
    overdue: Option<OverdueAsks>,
    payer: Option<PayerAsks>,
}

/// The answers to these queries.
struct CreditFacts {
    own: Accounts,
    overdue: i64,
    /// The payer, with its limit and all accounts that it pays for.
    payer: Option<(CustomerId, Money, Accounts)>,
}

impl CreditAsks {
    fn new(
        reads: &mut Reads,
        permit: &Permit,
        (customer, payer): (CustomerId, Option<CustomerId>),
        on: (Currency, Day),
        overdue_days: Option<i64>,
    ) -> Result<Self> {
        let own = AccountAsks::new(reads, permit, customer, on)?;
        let overdue = OverdueAsks::new(reads, permit, customer, on, overdue_days)?;
        let payer = payer.map(|payer| PayerAsks::new(reads, permit, payer, on)).transpose()?;
        Ok(Self { own, overdue, payer })
    }

    fn take(&self, answers: &mut Answers, currency: Currency) -> Result<CreditFacts> {
        let own = self.own.take(answers, currency)?;
        let overdue = self.overdue.as_ref().map_or(Ok(0), |asks| asks.count(answers))?;
        let mut payer = None;
        if let Some(asks) = &self.payer
            && let Some(found) = answers.first(&asks.payer)?
            && let Some(limit) = found.credit_limit
        {
            payer = Some((found.id, limit, asks.accounts.take(answers, currency)?));
        }
        Ok(CreditFacts { own, overdue, payer })
    }
}

impl CreditFacts {
    fn state(&self, limit: Option<Money>, delivered: &Delivered<'_>) -> Result<CreditState> {
        let payer = |(customer_id, limit, accounts): &(CustomerId, Money, Accounts)| {
            let Owed { receivables, later, undelivered } = accounts.owed(None, delivered)?;
            Ok::<_, Error>(PayerCredit { customer_id: *customer_id, limit: *limit, receivables, later, undelivered })
        };
        let payer = self.payer.as_ref().map(payer).transpose()?;
        let Owed { receivables, later, undelivered } = self.own.owed(None, delivered)?;
        Ok(CreditState { limit, receivables, later, undelivered, overdue: self.overdue, payer })
    }

    /// The state of the customer's own account alone.
    fn alone(&self, customer: CustomerId, limit: Option<Money>, delivered: &Delivered<'_>) -> Result<CreditState> {
        let Owed { receivables, later, undelivered } = self.own.owed(Some(customer), delivered)?;
        Ok(CreditState { limit, receivables, later, undelivered, overdue: self.overdue, payer: None })
    }
}

impl CreditState {
    /// The exposure with an additional amount.
    fn exposure(&self, more: Money) -> Result<Money> {
        self.receivables.plus(self.later)?.plus(self.undelivered)?.plus(more)
    }
}

impl ReceivablesService<'_> {
    /// A customer's credit exposure on a day, including undelivered orders, and that of its payer: what a check on that day is based on, as far as
    /// the caller may see it.
    ///
    /// # Errors
    /// `access.denied`, `record.not_found`, `storage.*`.
    pub async fn credit_state(&self, customer: CustomerId, day: Day) -> Result<CreditState> {
        let company = self.0.company().get(self.0.company_id()).await?;
        let build = |permit: &Permit, reads: &mut Reads| Ok(reads.select(Select::<Customer>::new(permit).keys([Value::Id(customer.uuid())])?));
        let then = |permit: &Permit, reads: &mut Reads, who, answers: &mut Answers| {
            let who: Stored<Customer> = answers.first(&who)?.ok_or_else(|| Error::new(Code::NotFound, "there is no such customer"))?;
            let asks = CreditAsks::new(reads, permit, (who.id, who.payer_id), (company.currency, day), company.credit_overdue_days)?;
            Ok((who.data.credit_limit, asks))
        };
        let ((limit, asks), mut answers) = self.0.read_then(Right::ReceivablesRead, build, then).await?;
        let nothing = BTreeMap::new();
        asks.take(&mut answers, company.currency)?.state(limit, &Delivered { quantities: &nothing, policy: company.tax_policy() })
    }
}

/// What the credit check of a delivery or order is based on, read before it is planned.
pub(crate) struct Credit {
    policy: CreditPolicy,
    rounding: TaxPolicy,
    customer: CustomerId,
    limit: Option<Money>,
    facts: CreditFacts,
    seen: Seen,
}

/// The figures of a credit check that may be disclosed to the caller. Other accounts count but are not disclosed.
enum Seen {
    /// All of them.
    All,
    /// None: the caller may not see the customer's receivables.
    Nothing,
    /// Those within the scope of the caller's right to see receivables.
    Within(CreditFacts),
}

impl Credit {
    /// Reads what a check under the company's credit policy needs, with the customer and its payer locked; none if there is nothing to check.
    ///
    /// # Errors
    /// `storage.*`.
    pub(crate) async fn gather(context: &mut ActContext<'_>, customer: &Stored<Customer>, on: (Currency, Day)) -> Result<Option<Self>> {
        let company = context.company()?;
        let (policy, overdue_days, rounding) = (company.credit_policy, company.credit_overdue_days, company.tax_policy());
        let is_limited = customer.credit_limit.is_some() || customer.payer_id.is_some() || overdue_days.is_some();
        if policy == CreditPolicy::Off || !is_limited {
            return Ok(None);
        }
        let who = (customer.id, customer.payer_id);
        let mut reads = Reads::new();
        // What is owed does not depend on the caller.
        let asks = CreditAsks::new(&mut reads, &context.company_permit(), who, on, overdue_days)?;
        let own = context.guard().permit(Right::ReceivablesRead).ok();
        let within = match &own {
            Some(permit) if !permit.scope().is_all() => {
                let reached = reads.select(Select::<Customer>::new(permit).keys([Value::Id(customer.id.uuid())])?);
                Some((reached, CreditAsks::new(&mut reads, permit, who, on, overdue_days)?))
            }
            _ => None,
        };
        let locked = [Some(customer.id), customer.payer_id].into_iter().flatten();
        let mut answers = context.read(&LockKeys::none().and::<Customer, _>(locked), reads).await?;
        let facts = asks.take(&mut answers, on.0)?;
        let seen = match within {
            Some((reached, asks)) if answers.first(&reached)?.is_some() => Seen::Within(asks.take(&mut answers, on.0)?),
            None if own.is_some() => Seen::All,
            _ => Seen::Nothing,
        };
        Ok(Some(Self { policy, rounding, customer: customer.id, limit: customer.credit_limit, facts, seen }))
    }

    /// Checks an additional amount. Undelivered orders count, except what is being delivered now.
    ///
    /// # Errors
    /// `credit.exceeded`; `access.denied` for an override without the right.
    pub(crate) fn check(
        &self,
        more: Money,
        is_overridden: bool,
        access: &CustomerAccess,
        delivered: &BTreeMap<SalesOrderLineId, Quantity>,
    ) -> Result<Option<CreditWarning>> {
        if !more.is_positive() {
            return Ok(None);
        }
        let delivered = Delivered { quantities: delivered, policy: self.rounding };
        match credit_check(self.policy, &self.facts.state(self.limit, &delivered)?, more)? {
            CreditDecision::Allowed => Ok(None),
            CreditDecision::Warned(warning) => self.told(warning, more, &delivered).map(Some),
            CreditDecision::Refused(warning) => {
                let told = self.told(warning, more, &delivered)?;
                if is_overridden {
                    return access.require(Right::CreditOverride).map(|()| Some(told));
                }
                // Readers of the customer's audit may not reach the other customers whose accounts count.
                let alone = self.facts.alone(self.customer, self.limit, &delivered)?.exposure(more)?;
                let own = CreditWarning { exposure: Some(alone), ..warning };
                let noted = if warning.is_of_payer || told.exposure.is_none() { warning.without_figures() } else { own };
                Err(refused(told).noted_as(&refused(noted)).refused_to(self.customer.0))
            }
        }
    }

    /// The warning as disclosed to the caller: with the figures that it may see.
    fn told(&self, warning: CreditWarning, more: Money, delivered: &Delivered<'_>) -> Result<CreditWarning> {
        let facts = match &self.seen {
            Seen::All => &self.facts,
            Seen::Within(facts) => facts,
            Seen::Nothing => return Ok(warning.without_figures()),
        };
        let state = facts.state(self.limit, delivered)?;
        let exposure = match (warning.is_of_payer, state.payer) {
            (false, _) => Some(state.exposure(more)?),
            (true, Some(payer)) => Some(payer.exposure(more)?),
            (true, None) => None,
        };
        Ok(if exposure.is_some() { CreditWarning { exposure, ..warning } } else { warning.without_figures() })
    }
}

fn refused(warning: CreditWarning) -> Error {
    let CreditWarning { limit, exposure, overdue, is_of_payer } = warning;
    let amounts = [("exposure", exposure), ("limit", limit)].into_iter().filter_map(|(key, figure)| Some((key, figure?.amount().to_string())));
    let figures = amounts.chain(overdue.map(|overdue| ("overdue", overdue.to_string())));
    let error = |message| Error::new(Code::CreditExceeded, message);
    let error = if is_of_payer {
        error("the customer's payer exceeds the credit limit or has overdue receivables").with("is_of_payer", true)
    } else {
        error("the customer exceeds the credit limit or has overdue receivables")
    };
    error.figures(figures)
}
