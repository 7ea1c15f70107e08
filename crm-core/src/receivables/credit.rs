//! Credit control: what a customer may still owe. Pure, so that orders and deliveries decide alike; nothing is stored about it.

use super::{OpenItem, ReceivablesService};
use crate::{
    access::{CustomerAccess, Permit, Right},
    customers::Customer,
    entity::{Stored, Value},
    error::{Code, Error, Result},
    ids::{CustomerId, SalesOrderLineId, TypedId},
    num::{Currency, Money, Quantity},
    query::{Report, Select},
    sales::{SalesOrderLine, still_to_bring, undelivered},
    session::Desk,
    storage::{Answers, Ask, LockKeys, Reads},
    text_enum,
    time::Day,
};
use chrono::Days;
use serde::{Deserialize, Serialize};
use std::collections::BTreeMap;

text_enum! {
    /// What happens when a customer would go beyond his credit.
    CreditPolicy {
        /// Nothing is checked.
        Off = "off",
        /// It is done, and the answer says so.
        Warn = "warn",
        /// It is refused, unless a caller with the right overrides it.
        Block = "block",
    }
}

/// Where a customer stands.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct CreditState {
    /// What he may owe; none: no limit.
    pub limit: Option<Money>,
    /// Open receivables, less prepayments and other open credits.
    pub receivables: Money,
    /// What he ordered and has not got yet.
    pub undelivered: Money,
    /// How many receivables are overdue by more than the company allows.
    pub overdue: i64,
}

/// Why a customer is beyond his credit.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct CreditWarning {
    /// What they may owe; none: no limit.
    pub limit: Option<Money>,
    /// What they would owe; hidden, like the other figures, from callers who may not see receivables.
    #[serde(default, deserialize_with = "crate::num::deserialize_total")]
    pub exposure: Option<Money>,
    /// How many receivables are overdue by more than the company allows.
    pub overdue: Option<i64>,
}

impl CreditWarning {
    /// As far as a caller may see it.
    #[must_use]
    pub(crate) fn disclosed(self, to: &CustomerAccess) -> Self {
        if to.has(Right::ReceivablesRead) { self } else { Self { limit: None, exposure: None, overdue: None } }
    }
}

/// What comes of a check.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum CreditDecision {
    /// He is within his credit.
    Allowed,
    /// He is not; it is done all the same.
    Warned(CreditWarning),
    /// He is not; it is refused.
    Refused(CreditWarning),
}

/// Whether a customer may owe so much more. What he owes is open receivables and undelivered orders, less prepayments and credits.
///
/// ```
/// use crm_core::{num::{Currency, Money}, receivables::{CreditDecision, CreditPolicy, CreditState, credit_check}};
/// let eur = |text| Money::parse(text, Currency::EUR);
/// let state = CreditState { limit: Some(eur("100")?), receivables: eur("60")?, undelivered: eur("10")?, overdue: 0 };
/// assert_eq!(credit_check(CreditPolicy::Block, &state, eur("30")?)?, CreditDecision::Allowed);
/// assert!(matches!(credit_check(CreditPolicy::Block, &state, eur("30.01")?)?, CreditDecision::Refused(_)));
/// # Ok::<(), crm_core::Error>(())
/// ```
///
/// # Errors
/// `currency.mismatch`, `number.out_of_range`.
pub fn credit_check(policy: CreditPolicy, state: &CreditState, more: Money) -> Result<CreditDecision> {
    let exposure = state.receivables.plus(state.undelivered)?.plus(more)?;
    let is_beyond = match state.limit {
        Some(limit) => limit.minus(exposure)?.is_negative(),
        None => false,
    };
    let warning = CreditWarning { limit: state.limit, exposure: Some(exposure), overdue: Some(state.overdue) };
    Ok(match policy {
        CreditPolicy::Off => CreditDecision::Allowed,
        _ if !is_beyond && state.overdue == 0 => CreditDecision::Allowed,
        CreditPolicy::Warn => CreditDecision::Warned(warning),
        CreditPolicy::Block => CreditDecision::Refused(warning),
    })
}

/// The questions of a check, of one customer.
struct CreditAsks {
    open: Ask<Vec<Value>>,
    overdue: Option<Ask<Vec<Value>>>,
}

impl CreditAsks {
    fn new(reads: &mut Reads, permit: &Permit, customer: CustomerId, currency: Currency, day: Day, overdue_days: Option<i64>) -> Result<Self> {
        let own = OpenItem::customer_id().eq(customer).and(OpenItem::currency().eq(currency));
        let open = reads.report(&Report::<OpenItem>::new(permit).filter(&own)?.sum("open")?);
        let allowed = overdue_days.and_then(|days| day.checked_sub_days(Days::new(days.unsigned_abs())));
        let overdue = match allowed {
            Some(allowed) => {
                let late = own.and(OpenItem::open().gt(Money::zero(currency))).and(OpenItem::due_day().lt(allowed));
                Some(reads.report(&Report::<OpenItem>::new(permit).filter(&late)?))
            }
            None => None,
        };
        Ok(Self { open, overdue })
    }

    fn state(&self, answers: &mut Answers, limit: Option<Money>, undelivered: Money) -> Result<CreditState> {
        let wrong = || Error::corrupt("a sum of open items is missing");
        let receivables = match answers.rows(&self.open).first().map(Vec::as_slice) {
            Some([_, Value::Decimal(sum)]) => Money::total(*sum, undelivered.currency())?,
            _ => return Err(wrong()),
        };
        let overdue = match &self.overdue {
            None => 0,
            Some(ask) => match answers.rows(ask).first().map(Vec::as_slice) {
                Some([Value::Int(count)]) => *count,
                _ => return Err(wrong()),
            },
        };
        Ok(CreditState { limit, receivables, undelivered, overdue })
    }
}

impl ReceivablesService<'_> {
    /// Where a customer stands on a day, with what he ordered and has not got yet.
    ///
    /// # Errors
    /// `access.denied`, `record.not_found`, `storage.*`.
    pub async fn credit_state(&self, customer: CustomerId, day: Day) -> Result<CreditState> {
        let company = self.0.companies().get(self.0.company_id()).await?;
        let build = |permit: &Permit, reads: &mut Reads| {
            let who = reads.select(Select::<Customer>::new(permit).keys([Value::Id(customer.uuid())])?);
            let lines = reads.select(Select::<SalesOrderLine>::new(permit).filter(&undelivered(customer))?.everything());
            Ok((who, lines, CreditAsks::new(reads, permit, customer, company.currency, day, company.credit_overdue_days)?))
        };
        let ((who, lines, asks), mut answers) = self.0.read(Right::ReceivablesRead, build).await?;
        let who = answers.first(&who)?.ok_or_else(|| Error::new(Code::NotFound, "there is no such customer"))?;
        let undelivered = still_to_bring(&answers.all(&lines)?, &BTreeMap::new(), Money::zero(company.currency), &company.tax_policy())?;
        asks.state(&mut answers, who.credit_limit, undelivered)
    }
}

/// Checks a delivery or an order, as the company wants it: one more read, with the customer locked, if there is anything to check. What he ordered
/// and has not got yet counts; what of it is delivered now does not.
///
/// # Errors
/// `credit.exceeded`; `access.denied` for an override without the right.
pub(crate) async fn check_credit(
    desk: &mut Desk<'_>,
    customer: &Stored<Customer>,
    more: Money,
    (day, is_overridden): (Day, bool),
    delivered: &BTreeMap<SalesOrderLineId, Quantity>,
) -> Result<Option<CreditWarning>> {
    let (policy, overdue_days) = (desk.company()?.credit_policy, desk.company()?.credit_overdue_days);
    let is_checked = policy != CreditPolicy::Off && more.is_positive() && (customer.credit_limit.is_some() || overdue_days.is_some());
    if !is_checked {
        return Ok(None);
    }
    let (permit, zero) = (desk.full_permit(), Money::zero(more.currency()));
    let mut reads = Reads::new();
    let asks = CreditAsks::new(&mut reads, &permit, customer.id, more.currency(), day, overdue_days)?;
    let lines = reads.select(Select::<SalesOrderLine>::new(&permit).filter(&undelivered(customer.id))?.everything());
    let mut answers = desk.read(&LockKeys::none().and::<Customer, _>([customer.id]), reads).await?;
    let undelivered = still_to_bring(&answers.all(&lines)?, delivered, zero, &desk.company()?.tax_policy())?;
    let state = asks.state(&mut answers, customer.credit_limit, undelivered)?;
    match credit_check(policy, &state, more)? {
        CreditDecision::Allowed => Ok(None),
        CreditDecision::Warned(warning) => Ok(Some(warning)),
        CreditDecision::Refused(warning) => {
            let access = desk.access_to(customer.id).await?;
            if is_overridden {
                return access.require(Right::CreditOverride).map(|()| Some(warning));
            }
            Err(refused(warning.disclosed(&access)).refused_to(customer.id))
        }
    }
}

fn refused(warning: CreditWarning) -> Error {
    let CreditWarning { limit, exposure, overdue } = warning;
    let amounts = [("exposure", exposure), ("limit", limit)].into_iter().filter_map(|(key, figure)| Some((key, figure?.amount().to_string())));
    let figures = amounts.chain(overdue.map(|overdue| ("overdue", overdue.to_string())));
    Error::new(Code::CreditExceeded, "the customer is beyond what they may owe").figures(figures)
}
