//! What the company and the caller's roles allow of a price: below cost, below the least margin, beyond the largest discount.
//!
//! Invariant: a verdict never tells a cost, because who may not see costs still learns that a price is refused.

use super::{PolicyLevel, PriceSettings};
use crate::{
    access::{CustomerAccess, Right},
    error::{Code, Error, Result},
    num::{Decimal, Money, Rate, overflow, same_currency},
};

/// What a caller may do to prices.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub struct Authority {
    /// The largest discount that his roles give, in percent.
    pub max_discount: Rate,
    /// Whether he may go beyond it.
    pub may_override: bool,
    /// Whether he may sell below cost and below the least margin.
    pub may_sell_below_cost: bool,
}

impl Authority {
    /// That over the prices of one customer.
    pub fn of(access: &CustomerAccess) -> Self {
        let (may_override, may_sell_below_cost) = (access.has(Right::PriceOverride), access.has(Right::PriceBelowCost));
        Self { max_discount: access.max_discount(), may_override, may_sell_below_cost }
    }
}

/// A line that is to be judged; amounts of goods that go out, positive.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct PriceCheck {
    /// Its net amount, discounts of the document included.
    pub net: Money,
    /// What it would come to at the price that lists and agreements say; none if they say nothing.
    pub expected: Option<Money>,
    /// Its cost, or the estimate of it; none if it is not known, or the line has none.
    pub cost: Option<Money>,
}

/// What speaks against a price.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Objection {
    /// The line is below its cost.
    BelowCost,
    /// Its margin is below the least one, in percent.
    BelowMargin(Rate),
    /// Its discount is beyond the largest one of the caller, in percent.
    BeyondDiscount(Rate),
}

impl Objection {
    /// Its stable name.
    pub fn as_str(self) -> &'static str {
        match self {
            Self::BelowCost => "below_cost",
            Self::BelowMargin(_) => "below_margin",
            Self::BeyondDiscount(_) => "beyond_discount",
        }
    }
}

/// What comes of a check.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Verdict {
    /// What is refused.
    pub blocked: Vec<Objection>,
    /// What is only said.
    pub warnings: Vec<Objection>,
}

impl Verdict {
    /// Whether the price may stand.
    pub fn is_allowed(&self) -> bool {
        self.blocked.is_empty()
    }

    /// The warnings, or the refusal of a line.
    ///
    /// # Errors
    /// `price.refused` with `line` and `reason`.
    pub fn into_result(self, line: i64) -> Result<Vec<Objection>> {
        let Some(first) = self.blocked.first() else { return Ok(self.warnings) };
        let error = Error::new(Code::PriceRefused, format!("the price of line {line} is refused: {}", first.as_str().replace('_', " ")));
        let error = error.with("line", line).with("reason", first.as_str());
        Err(match first {
            Objection::BelowCost => error,
            Objection::BelowMargin(limit) | Objection::BeyondDiscount(limit) => error.with("limit", limit),
        })
    }
}

/// Judges a line by the company's settings and the caller's authority. Who has the right to it is warned where others are refused.
///
/// ```
/// use crm_core::{num::{Currency, Money, Rate}, pricing::{Authority, Objection, PolicyLevel, PriceCheck, PriceSettings, check_price}};
/// let eur = |text| Money::parse(text, Currency::EUR);
/// let settings = PriceSettings { below_cost: PolicyLevel::Block, ..PriceSettings::default() };
/// let line = PriceCheck { net: eur("9.99")?, expected: None, cost: Some(eur("10")?) };
/// assert_eq!(check_price(&settings, &line, Authority::default())?.blocked, [Objection::BelowCost]);
/// let boss = Authority { may_sell_below_cost: true, ..Authority::default() };
/// assert_eq!(check_price(&settings, &line, boss)?.warnings, [Objection::BelowCost]);
/// # Ok::<(), crm_core::Error>(())
/// ```
///
/// # Errors
/// `currency.mismatch`, `number.out_of_range`.
pub fn check_price(settings: &PriceSettings, line: &PriceCheck, authority: Authority) -> Result<Verdict> {
    let mut verdict = Verdict::default();
    if let Some(cost) = line.cost {
        same_currency(line.net.currency(), cost.currency())?;
        let is_below_cost = line.net.amount() < cost.amount();
        if is_below_cost {
            verdict.object(Objection::BelowCost, settings.below_cost, authority.may_sell_below_cost);
        }
        if let Some(least) = settings.minimum_margin
            && (line.net.is_positive() || is_below_cost)
            && is_margin_below(line.net, cost, least)?
        {
            verdict.object(Objection::BelowMargin(least), settings.below_margin, authority.may_sell_below_cost);
        }
    }
    if let Some(expected) = line.expected {
        same_currency(line.net.currency(), expected.currency())?;
        if is_discount_beyond(line.net, expected, authority.max_discount)? {
            verdict.object(Objection::BeyondDiscount(authority.max_discount), settings.beyond_discount, authority.may_override);
        }
    }
    Ok(verdict)
}

impl Verdict {
    fn object(&mut self, objection: Objection, level: PolicyLevel, has_right: bool) {
        match level {
            PolicyLevel::Off => {}
            PolicyLevel::Block if !has_right => self.blocked.push(objection),
            PolicyLevel::Warn | PolicyLevel::Block => self.warnings.push(objection),
        }
    }
}

/// (net - cost) / net < least, without a division.
fn is_margin_below(net: Money, cost: Money, least: Rate) -> Result<bool> {
    let profit = net.minus(cost)?.amount().checked_mul(Decimal::ONE_HUNDRED).ok_or_else(overflow)?;
    Ok(profit < net.amount().checked_mul(least.decimal()).ok_or_else(overflow)?)
}

/// (expected - net) / expected > largest, without a division.
fn is_discount_beyond(net: Money, expected: Money, largest: Rate) -> Result<bool> {
    let left = Decimal::ONE_HUNDRED.checked_sub(largest.decimal()).ok_or_else(overflow)?;
    let least = expected.amount().checked_mul(left).ok_or_else(overflow)?;
    Ok(net.amount().checked_mul(Decimal::ONE_HUNDRED).ok_or_else(overflow)? < least)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::num::Currency;

    fn eur(text: &str) -> Money {
        Money::parse(text, Currency::EUR).unwrap()
    }

    fn strict() -> PriceSettings {
        let block = PolicyLevel::Block;
        let minimum_margin = Some(Rate::parse("20").unwrap());
        PriceSettings { below_cost: block, minimum_margin, below_margin: block, beyond_discount: block, ..PriceSettings::default() }
    }

    fn judge(net: &str, expected: Option<&str>, cost: Option<&str>, authority: Authority) -> Verdict {
        check_price(&strict(), &PriceCheck { net: eur(net), expected: expected.map(eur), cost: cost.map(eur) }, authority).unwrap()
    }

    #[test]
    fn the_limits_themselves_are_allowed() {
        let tenth = Authority { max_discount: Rate::parse("10").unwrap(), ..Authority::default() };
        assert!(judge("100", Some("111.11"), Some("80"), tenth).is_allowed(), "20 % margin, 9.9991 % discount");
        let margin = Rate::parse("20").unwrap();
        assert_eq!(judge("100", None, Some("80.01"), tenth).blocked, [Objection::BelowMargin(margin)]);
        assert!(judge("90", Some("100"), None, tenth).is_allowed());
        assert_eq!(judge("89.99", Some("100"), None, tenth).blocked, [Objection::BeyondDiscount(tenth.max_discount)]);
        assert!(judge("120", Some("100"), None, Authority::default()).is_allowed(), "more than expected is no discount");
    }

    #[test]
    fn a_free_line_is_below_its_cost_and_one_without_cost_is_not() {
        let margin = Rate::parse("20").unwrap();
        assert_eq!(judge("0", None, Some("0.01"), Authority::default()).blocked, [Objection::BelowCost, Objection::BelowMargin(margin)]);
        assert!(judge("0", None, Some("0"), Authority::default()).is_allowed());
        assert!(judge("0", None, None, Authority::default()).is_allowed());
    }

    #[test]
    fn a_refusal_names_line_and_reason_and_no_cost() {
        let error = judge("5", None, Some("7.77"), Authority::default()).into_result(3).unwrap_err();
        assert_eq!((error.code(), error.context("line"), error.context("reason")), (Code::PriceRefused, Some("3"), Some("below_cost")));
        assert!(!format!("{error:?}").contains("7.77"));
        let all = Authority { may_override: true, may_sell_below_cost: true, ..Authority::default() };
        assert_eq!(judge("5", Some("10"), Some("7"), all).into_result(1).unwrap().len(), 3);
    }
}
