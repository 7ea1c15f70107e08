//! What is derived from open items and never stored: payment status of documents and orders, and dunning levels of receivables.

use super::{AccountOf, AgedItem, AgeingQuery, OpenItem, OpenItemKind, ReceivablesService};
use crate::{
    access::{Permit, Right},
    documents::SalesDocument,
    entity::Value,
    error::{Error, Result},
    ids::{CustomerId, SalesDocumentId, SalesOrderId, TypedId},
    limits,
    num::{Currency, Money},
    query::{Filter, Select},
    storage::Reads,
    text_enum,
    time::Day,
};

text_enum! {
    /// The payment status of a document or an order.
    PaymentStatus {
        /// Nothing settled.
        Unpaid = "unpaid",
        /// Settled in part.
        PartlyPaid = "partly_paid",
        /// Fully settled, whether by payments, credits or write-offs.
        Paid = "paid",
        /// Overpaid: an order with prepayments beyond its total.
        Over = "over",
        /// A credit itself.
        Credited = "credited",
    }
}

/// The total and the settled amount of a document or an order.
#[derive(Debug, Clone, Copy, PartialEq, Eq, serde::Serialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct Settled {
    /// Total.
    pub total: Money,
    /// Settled amount; for an order including prepayments not yet applied to a delivery.
    pub settled: Money,
    /// Payment status.
    pub status: PaymentStatus,
}

impl Settled {
    /// From a total and a settled amount.
    ///
    /// # Errors
    /// `currency.mismatch`.
    pub fn new(total: Money, settled: Money) -> Result<Self> {
        Ok(Self { total, settled, status: payment_status(total, settled)? })
    }

    /// The open amount; zero for an overpaid order.
    ///
    /// # Errors
    /// `number.out_of_range`.
    pub fn open(&self) -> Result<Money> {
        self.total.minus(self.settled)
    }
}

/// The payment status for a total and a settled amount.
///
/// ```
/// use crm_core::{num::{Currency, Money}, receivables::{PaymentStatus, payment_status}};
/// let eur = |text| Money::parse(text, Currency::EUR);
/// assert_eq!(payment_status(eur("100")?, eur("40")?)?, PaymentStatus::PartlyPaid);
/// assert_eq!(payment_status(eur("100")?, eur("100.01")?)?, PaymentStatus::Over);
/// assert_eq!(payment_status(eur("-5")?, eur("0")?)?, PaymentStatus::Credited);
/// # Ok::<(), crm_core::Error>(())
/// ```
///
/// # Errors
/// `currency.mismatch`.
pub fn payment_status(total: Money, settled: Money) -> Result<PaymentStatus> {
    let left = total.minus(settled)?;
    Ok(if total.is_negative() {
        PaymentStatus::Credited
    } else if left.is_negative() {
        PaymentStatus::Over
    } else if left.is_zero() {
        PaymentStatus::Paid
    } else if settled.is_positive() {
        PaymentStatus::PartlyPaid
    } else {
        PaymentStatus::Unpaid
    })
}

/// The company's dunning levels, as days past due in increasing order.
#[derive(Debug, Clone, PartialEq, Eq, serde::Serialize, serde::Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(try_from = "Vec<u32>", into = "Vec<u32>")]
pub struct ReminderLevels(Vec<u32>);

impl TryFrom<Vec<u32>> for ReminderLevels {
    type Error = Error;
    fn try_from(days: Vec<u32>) -> Result<Self> {
        Self::new(days)
    }
}

impl From<ReminderLevels> for Vec<u32> {
    fn from(days: ReminderLevels) -> Self {
        days.0
    }
}

impl ReminderLevels {
    /// Levels at these days past due.
    ///
    /// # Errors
    /// `field.invalid` unless the days are increasing; `limit.exceeded`.
    pub fn new(days: Vec<u32>) -> Result<Self> {
        limits::check("MAX_INSTALMENTS", days.len(), limits::MAX_INSTALMENTS)?;
        if days.is_empty() || days.windows(2).any(|pair| pair.first() >= pair.last()) {
            return Err(Error::field("levels", "must be ascending numbers of days"));
        }
        Ok(Self(days))
    }

    /// The dunning level of a receivable on a day; 0 is none.
    pub fn level(&self, due_day: Day, on: Day) -> usize {
        let past = on.signed_duration_since(due_day).num_days();
        self.0.iter().filter(|days| past >= i64::from(**days)).count()
    }
}

/// Key figures of an account on a day.
#[derive(Debug, Clone, Copy, PartialEq, Eq, serde::Serialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct AccountFigures {
    /// Amount owed.
    pub owed: Money,
    /// Amount past due.
    pub overdue: Money,
    /// Unallocated credits, positive.
    pub credits: Money,
    /// Number of open receivables, counting each instalment.
    pub open_items: usize,
    /// Number of receivables past due.
    pub overdue_items: usize,
}

impl ReceivablesService<'_> {
    /// Key figures of an account on a day.
    ///
    /// # Errors
    /// `access.denied`, `storage.*`.
    pub async fn figures(&self, of: AccountOf, as_of: Day, currency: Currency) -> Result<AccountFigures> {
        let zero = Money::zero(currency);
        let mut figures = AccountFigures { owed: zero, overdue: zero, credits: zero, open_items: 0, overdue_items: 0 };
        for aged in self.aged_items(&AgeingQuery { of, ..AgeingQuery::new(as_of, currency) }).await? {
            if aged.open.is_negative() {
                figures.credits = figures.credits.minus(aged.open)?;
                continue;
            }
            figures.owed = figures.owed.plus(aged.open)?;
            figures.open_items = figures.open_items.saturating_add(1);
            if aged.age > 0 {
                figures.overdue = figures.overdue.plus(aged.open)?;
                figures.overdue_items = figures.overdue_items.saturating_add(1);
            }
        }
        Ok(figures)
    }

    /// The payment status of a document on a day; none if the document did not exist then or is outside the caller's scope. A document with a zero
    /// total is paid.
    ///
    /// # Errors
    /// `access.denied`, `storage.*`.
    pub async fn document_status(&self, document: SalesDocumentId, as_of: Day) -> Result<Option<Settled>> {
        let items = self.items_as_of(&OpenItem::sales_document_id().eq(Some(document)), as_of).await?;
        let Some(zero) = items.first().map(|(item, _)| Money::zero(item.currency)) else { return self.status_of_nothing(document, as_of).await };
        let total = items.iter().try_fold(zero, |sum, (item, _)| sum.plus(item.amount))?;
        let open = items.iter().try_fold(zero, |sum, (_, open)| sum.plus(*open))?;
        Settled::new(total, total.minus(open)?).map(Some)
    }

    /// The payment status of a document with nothing open.
    async fn status_of_nothing(&self, document: SalesDocumentId, as_of: Day) -> Result<Option<Settled>> {
        let of_day = SalesDocument::day().le(as_of);
        let build = |permit: &Permit, reads: &mut Reads| {
            Ok(reads.select(Select::<SalesDocument>::new(permit).keys([Value::Id(document.uuid())])?.filter(&of_day)?))
        };
        let (ask, mut answers) = self.0.read(Right::ReceivablesRead, build).await?;
        let Some(found) = answers.first(&ask)? else { return Ok(None) };
        if !found.payable.is_zero() {
            return Ok(None);
        }
        Settled::new(found.payable, found.payable).map(Some)
    }

    /// The payment status of an order with a given total on a day: payments on its deliveries, and prepayments not yet applied. A reversed delivery
    /// counts as unpaid.
    ///
    /// # Errors
    /// `access.denied`, `currency.mismatch`, `storage.*`.
    pub async fn order_status(&self, customer: CustomerId, order: SalesOrderId, total: Money, as_of: Day) -> Result<Settled> {
        let own = || OpenItem::order_id().eq(Some(order));
        let of_order = own().or(OpenItem::kind().eq(OpenItemKind::Return).and(Filter::exists("source_item", own())));
        let mut settled = Money::zero(total.currency());
        for (item, open) in self.items_as_of(&OpenItem::customer_id().eq(customer).and(of_order), as_of).await? {
            settled = match item.kind {
                OpenItemKind::Return => settled.plus(item.amount)?,
                _ if item.amount.is_negative() => settled.minus(open)?,
                _ => settled.plus(item.amount.minus(open)?)?,
            };
        }
        Settled::new(total, settled)
    }

    /// Receivables due for dunning, with their dunning level, in due order.
    ///
    /// # Errors
    /// `access.denied`, `storage.*`.
    pub async fn reminders(&self, query: &AgeingQuery, levels: &ReminderLevels) -> Result<Vec<(AgedItem, usize)>> {
        let items = self.aged_items(query).await?;
        let level = |aged: AgedItem| {
            let level = levels.level(aged.item.due_day, query.as_of);
            (aged.open.is_positive() && level > 0).then_some((aged, level))
        };
        Ok(items.into_iter().filter_map(level).collect())
    }
}
