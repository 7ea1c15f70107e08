//! What the company and the caller's roles allow of prices: below cost, below the minimum margin, above the maximum discount.
//!
//! The check applies to the final result: each line after its own discount and its share of everything else on the document (allowances, charges,
//! negative lines), and the document as a whole. Shares are proportional to line amounts, so that a concession counts the same in whatever form it is
//! given.
//!
//! Invariant: a verdict never discloses a cost. A caller who may not see costs learns only that the document violates the policy, not which line or
//! which limit; a violation of the discount limit is based on prices, which the caller sees, and is reported first. A refusal still discloses that a
//! cost is above an amount, so repeated requests narrow it down. As long as sales below cost are refused, this cannot be prevented entirely; that is
//! why refusals are recorded in the audit.

use super::PriceSettings;
use crate::{
    access::{CustomerAccess, Right},
    error::{Code, Error, Result},
    num::{Decimal, Money, MoneyStep, Rate, RoundingMode, overflow, rounding, same_currency},
    policy::PolicyLevel,
};

/// The caller's authority over prices.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub struct Authority {
    /// The maximum discount of the caller's roles, in percent.
    pub max_discount: Rate,
    /// Whether the caller may exceed it.
    pub may_override: bool,
    /// Whether the caller may sell below cost and below the minimum margin.
    pub may_sell_below_cost: bool,
}

impl Authority {
    /// The authority over one customer's prices.
    pub fn of(access: &CustomerAccess) -> Self {
        let (may_override, may_sell_below_cost) = (access.has(Right::PriceOverride), access.has(Right::PriceBelowCost));
        Self { max_discount: access.max_discount(), may_override, may_sell_below_cost }
    }
}

/// A document to check: goods and services sold.
#[derive(Debug, Clone, PartialEq)]
pub struct PriceCheck {
    /// Its lines.
    pub lines: Vec<LineCheck>,
    /// Its net amount, of lines, allowances and charges.
    pub net: Money,
    /// Rounding step of its amounts.
    pub step: MoneyStep,
    /// Rounding mode.
    pub rounding: RoundingMode,
}

/// A line to check.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct LineCheck {
    /// Line number, from 1.
    pub line: i64,
    /// Quantity x price less the line's own discounts; negative if it reduces the others.
    pub amount: Money,
    /// Rate of the tax included in the amount, in percent; zero if none is included.
    pub tax_inside: Rate,
    /// The amount excluding tax.
    pub net: Money,
    /// The amount at the list or agreed price, with the same tax included; none if there is no such price, or nothing is sold.
    pub expected: Option<Money>,
    /// Its cost or estimated cost; none if unknown or the line has none.
    pub cost: Option<Money>,
}

/// A violation of the pricing policy.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Objection {
    /// Below cost.
    BelowCost,
    /// Below the minimum margin, in percent.
    BelowMargin(Rate),
    /// Above the caller's maximum discount, in percent.
    BeyondDiscount(Rate),
    /// Either of the first two, as reported to a caller who may not see costs.
    Policy,
}

impl Objection {
    /// Its stable name.
    pub fn as_str(self) -> &'static str {
        match self {
            Self::BelowCost => "below_cost",
            Self::BelowMargin(_) => "below_margin",
            Self::BeyondDiscount(_) => "beyond_discount",
            Self::Policy => "policy",
        }
    }
}

/// A violation, and where it is.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Finding {
    /// The line; none: the document as a whole.
    pub line: Option<i64>,
    /// The violation.
    pub objection: Objection,
}

/// The result of a check.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Verdict {
    /// Violations that are refused.
    pub blocked: Vec<Finding>,
    /// Violations that only give a warning.
    pub warnings: Vec<Finding>,
}

impl Verdict {
    /// Whether the prices are allowed.
    pub fn is_allowed(&self) -> bool {
        self.blocked.is_empty()
    }

    /// The warnings, or the refusal as an error.
    ///
    /// # Errors
    /// `price.refused` with `reason`; also with `line` if it concerns one, and with `limit` if it depends on one.
    pub fn into_result(self) -> Result<Vec<Finding>> {
        let Some(Finding { line, objection }) = self.blocked.first().copied() else { return Ok(self.warnings) };
        let what = line.map_or_else(|| "the document".to_owned(), |line| format!("the price of line {line}"));
        let why = if objection == Objection::Policy { "the company's policy".to_owned() } else { objection.as_str().replace('_', " ") };
        let error = Error::new(Code::PriceRefused, format!("{what} is refused: {why}"));
        let error = match line {
            Some(line) => error.with("line", line),
            None => error,
        };
        let error = error.with("reason", objection.as_str());
        Err(match objection {
            Objection::BelowCost | Objection::Policy => error,
            Objection::BelowMargin(limit) | Objection::BeyondDiscount(limit) => error.with("limit", limit),
        })
    }
}

/// Checks a document against the company's settings and the caller's authority. A caller with the respective right is warned where others are
/// refused; a caller who may not see costs is not told what depends on them.
///
/// ```
/// use crm_core::{num::{Currency, Money, Rate, RoundingMode}, pricing::{Authority, LineCheck, Objection, PolicyLevel, PriceCheck, PriceSettings, check_prices}};
/// let eur = |text| Money::parse(text, Currency::EUR);
/// let settings = PriceSettings { below_cost: PolicyLevel::Block, ..PriceSettings::default() };
/// let line = LineCheck { line: 1, amount: eur("12")?, tax_inside: Rate::ZERO, net: eur("12")?, expected: None, cost: Some(eur("10")?) };
/// // 12 on the line, and an allowance of 3 on the document.
/// let document = PriceCheck { lines: vec![line], net: eur("9")?, step: Currency::EUR.step(), rounding: RoundingMode::HalfUp };
/// let judged = |authority, sees_cost| check_prices(&settings, &document, authority, sees_cost);
/// assert_eq!(judged(Authority::default(), true)?.blocked[0].objection, Objection::BelowCost);
/// assert_eq!(judged(Authority::default(), false)?.blocked[0].objection, Objection::Policy);
/// let boss = Authority { may_sell_below_cost: true, ..Authority::default() };
/// assert_eq!(judged(boss, true)?.warnings[0].line, Some(1));
/// # Ok::<(), crm_core::Error>(())
/// ```
///
/// # Errors
/// `currency.mismatch`, `number.out_of_range`.
pub fn check_prices(settings: &PriceSettings, document: &PriceCheck, authority: Authority, sees_cost: bool) -> Result<Verdict> {
    let found = Judge::new(settings, document, authority.max_discount)?.findings()?;
    let mut verdict = Verdict::default();
    for finding in found {
        let (level, has_right) = match finding.objection {
            Objection::BelowCost | Objection::Policy => (settings.below_cost, authority.may_sell_below_cost),
            Objection::BelowMargin(_) => (settings.below_margin, authority.may_sell_below_cost),
            Objection::BeyondDiscount(_) => (settings.beyond_discount, authority.may_override),
        };
        match level {
            PolicyLevel::Off => {}
            PolicyLevel::Block if !has_right => verdict.blocked.push(finding),
            PolicyLevel::Warn | PolicyLevel::Block => verdict.warnings.push(finding),
        }
    }
    if sees_cost {
        return Ok(verdict);
    }
    Ok(Verdict { blocked: without_costs(verdict.blocked), warnings: without_costs(verdict.warnings) })
}

/// The findings for callers who may not see costs: those based on prices, then, once, that there are more.
fn without_costs(findings: Vec<Finding>) -> Vec<Finding> {
    let (mut told, kept): (Vec<_>, Vec<_>) = findings.into_iter().partition(|finding| matches!(finding.objection, Objection::BeyondDiscount(_)));
    if !kept.is_empty() {
        told.push(Finding { line: None, objection: Objection::Policy });
    }
    told
}

/// Upper bound on the loss in divisions, far below any money step.
const LOST: Decimal = Decimal::from_parts(1, 0, 0, false, 8);

/// The check of a document in progress.
struct Judge<'a> {
    settings: &'a PriceSettings,
    document: &'a PriceCheck,
    max_discount: Rate,
    /// The fraction of each non-negative amount that remains after the document's deductions and additions.
    share: Decimal,
    /// Deductions or additions if there is no positive line amount to share them.
    unshared: Decimal,
}

/// Totals over lines with a known value: what they yield in the end, and what they should.
#[derive(Default)]
struct Sums {
    got: Decimal,
    whole: Decimal,
    least: Decimal,
    is_known: bool,
}

impl<'a> Judge<'a> {
    fn new(settings: &'a PriceSettings, document: &'a PriceCheck, max_discount: Rate) -> Result<Self> {
        let currency = document.net.currency();
        for line in &document.lines {
            let amounts = [Some(line.amount), line.expected, line.cost].into_iter().flatten();
            amounts.map(Money::currency).try_for_each(|other| same_currency(currency, other))?;
        }
        let positive = document.lines.iter().map(|line| line.net).filter(|net| !net.is_negative());
        let positive = Money::sum(positive, currency)?.amount();
        let net = document.net.amount();
        let (share, unshared) = match net.checked_div(positive) {
            _ if net == positive => (Decimal::ONE, Decimal::ZERO),
            Some(share) => (share, Decimal::ZERO),
            None => (Decimal::ONE, net),
        };
        Ok(Self { settings, document, max_discount, share, unshared })
    }

    fn findings(&self) -> Result<Vec<Finding>> {
        let mut found = Vec::new();
        let (mut costs, mut prices) = (Sums::default(), Sums::default());
        for line in &self.document.lines {
            let mut objections = Vec::new();
            if let Some(cost) = line.cost.filter(|cost| cost.is_positive()) {
                let net = self.in_the_end(line.net)?;
                objections.extend(self.by_cost(self.rounded_up(net)?, cost.amount())?);
                costs.add(if line.net.is_negative() { Decimal::ZERO } else { net }, cost.amount(), cost.amount())?;
            }
            if let Some(expected) = line.expected.filter(|expected| expected.is_positive()) {
                let (amount, least) = (self.in_the_end(line.amount)?, self.least(expected.amount())?);
                objections.extend((self.rounded_up(amount)? < least).then_some(Objection::BeyondDiscount(self.max_discount)));
                let without_tax = |amount: Decimal| divided(amount, Decimal::ONE.checked_add(line.tax_inside.factor()?));
                let got = if line.amount.is_negative() { Decimal::ZERO } else { without_tax(amount)? };
                prices.add(got, without_tax(expected.amount())?, without_tax(least)?)?;
            }
            // A charge on a document of free lines cannot be attributed to any of them.
            if self.unshared <= Decimal::ZERO {
                found.extend(objections.into_iter().map(|objection| Finding { line: Some(line.line), objection }));
            }
        }
        let mut of_whole = Vec::new();
        if costs.is_known {
            of_whole.extend(self.by_cost(sum(&[costs.got, self.unshared, LOST])?, costs.whole)?);
        }
        if prices.is_known {
            let least = prices.least.min(self.least(prices.whole)?);
            of_whole.extend((sum(&[prices.got, self.unshared, LOST])? < least).then_some(Objection::BeyondDiscount(self.max_discount)));
        }
        // A finding on a line need not be repeated for the whole document.
        of_whole.retain(|objection| found.iter().all(|finding| finding.objection != *objection));
        found.extend(of_whole.into_iter().map(|objection| Finding { line: None, objection }));
        Ok(found)
    }

    /// What remains of an amount in the end. Negative amounts are already counted in the share.
    fn in_the_end(&self, amount: Money) -> Result<Decimal> {
        if amount.is_negative() { Ok(amount.amount()) } else { amount.amount().checked_mul(self.share).ok_or_else(overflow) }
    }

    /// A share only becomes money when rounded, so its upper bound counts. The total is exact.
    fn rounded_up(&self, amount: Decimal) -> Result<Decimal> {
        let step = if self.share == Decimal::ONE { Decimal::ZERO } else { self.document.step.decimal() };
        amount.checked_add(step).and_then(|more| if step.is_zero() { Some(more) } else { more.checked_sub(LOST) }).ok_or_else(overflow)
    }

    fn by_cost(&self, net: Decimal, cost: Decimal) -> Result<impl Iterator<Item = Objection>> {
        let is_below_cost = net < cost;
        let margin = match self.settings.minimum_margin {
            Some(least) if (net > Decimal::ZERO || is_below_cost) && is_margin_below(net, cost, least)? => Some(Objection::BelowMargin(least)),
            _ => None,
        };
        Ok([is_below_cost.then_some(Objection::BelowCost), margin].into_iter().flatten())
    }

    /// The least an amount may be after the maximum discount, exact or rounded as discounts are.
    fn least(&self, expected: Decimal) -> Result<Decimal> {
        let exact = expected.checked_mul(self.max_discount.factor()?).ok_or_else(overflow)?;
        let rounded = rounding::to_step(exact, self.document.step, self.document.rounding)?;
        expected.checked_sub(exact.max(rounded)).ok_or_else(overflow)
    }
}

impl Sums {
    fn add(&mut self, got: Decimal, whole: Decimal, least: Decimal) -> Result<()> {
        let sums = (sum(&[self.got, got])?, sum(&[self.whole, whole])?, sum(&[self.least, least])?);
        (self.got, self.whole, self.least, self.is_known) = (sums.0, sums.1, sums.2, true);
        Ok(())
    }
}

fn sum(of: &[Decimal]) -> Result<Decimal> {
    of.iter().try_fold(Decimal::ZERO, |sum, more| sum.checked_add(*more)).ok_or_else(overflow)
}

fn divided(amount: Decimal, by: Option<Decimal>) -> Result<Decimal> {
    by.and_then(|by| amount.checked_div(by)).ok_or_else(overflow)
}

/// (net - cost) / net < least, without a division.
fn is_margin_below(net: Decimal, cost: Decimal, least: Rate) -> Result<bool> {
    let profit = net.checked_sub(cost).and_then(|profit| profit.checked_mul(Decimal::ONE_HUNDRED)).ok_or_else(overflow)?;
    Ok(profit < net.checked_mul(least.decimal()).ok_or_else(overflow)?)
}

#[cfg(test)]
#[allow(clippy::arithmetic_side_effects, reason = "small numbers of tests")]
mod tests {
    use super::*;
    use crate::num::Currency;
    use proptest::prelude::*;

    fn eur(text: &str) -> Money {
        Money::parse(text, Currency::EUR).unwrap()
    }

    fn percent(text: &str) -> Rate {
        Rate::parse(text).unwrap()
    }

    fn strict() -> PriceSettings {
        let block = PolicyLevel::Block;
        let minimum_margin = Some(percent("20"));
        PriceSettings { below_cost: block, minimum_margin, below_margin: block, beyond_discount: block, ..PriceSettings::default() }
    }

    fn tenth() -> Authority {
        Authority { max_discount: percent("10"), ..Authority::default() }
    }

    fn line(amount: &str, expected: Option<&str>, cost: Option<&str>) -> LineCheck {
        let (amount, expected, cost) = (eur(amount), expected.map(eur), cost.map(eur));
        LineCheck { line: 1, amount, tax_inside: Rate::ZERO, net: amount, expected, cost }
    }

    /// Numbered lines and the document's net.
    fn document(lines: &[LineCheck], net: &str) -> PriceCheck {
        let lines = (1..).zip(lines).map(|(line, check)| LineCheck { line, ..*check }).collect();
        PriceCheck { lines, net: eur(net), step: Currency::EUR.step(), rounding: RoundingMode::HalfUp }
    }

    fn judge(document: &PriceCheck, authority: Authority) -> Verdict {
        check_prices(&strict(), document, authority, true).unwrap()
    }

    fn one(amount: &str, expected: Option<&str>, cost: Option<&str>, authority: Authority) -> Vec<Objection> {
        judge(&document(&[line(amount, expected, cost)], amount), authority).blocked.into_iter().map(|found| found.objection).collect()
    }

    /// Refused findings, as line and name.
    fn blocked(lines: &[LineCheck], net: &str, authority: Authority) -> Vec<(Option<i64>, &'static str)> {
        judge(&document(lines, net), authority).blocked.into_iter().map(|found| (found.line, found.objection.as_str())).collect()
    }

    #[test]
    fn the_limits_themselves_are_allowed() {
        assert!(one("100", Some("111.11"), Some("80"), tenth()).is_empty(), "20 % margin, 9.9991 % discount");
        assert_eq!(one("100", None, Some("80.01"), tenth()), [Objection::BelowMargin(percent("20"))]);
        assert!(one("90", Some("100"), None, tenth()).is_empty());
        assert_eq!(one("89.99", Some("100"), None, tenth()), [Objection::BeyondDiscount(percent("10"))]);
        assert!(one("8.99", Some("9.99"), None, tenth()).is_empty(), "10 % of 9.99 is 1.00");
        assert_eq!(one("8.98", Some("9.99"), None, tenth()).len(), 1);
        assert!(one("120", Some("100"), None, Authority::default()).is_empty(), "more than expected is not a discount");
    }

    #[test]
    fn a_free_line_is_below_its_cost_and_one_without_cost_is_not() {
        assert_eq!(one("0", None, Some("0.01"), Authority::default()), [Objection::BelowCost, Objection::BelowMargin(percent("20"))]);
        assert!(one("0", None, Some("0"), Authority::default()).is_empty());
        assert!(one("0", None, None, Authority::default()).is_empty());
    }

    #[test]
    fn what_the_document_takes_off_is_shared_by_its_lines() {
        let goods = line("100", Some("100"), Some("31"));
        let allowed = |lines: &[LineCheck], net| blocked(lines, net, tenth()).is_empty();
        assert!(allowed(&[goods], "90"), "an allowance of 10 %");
        assert_eq!(blocked(&[goods], "89.99", tenth()), [(Some(1), "beyond_discount")], "a cent more");
        assert_eq!(blocked(&[goods, goods], "179.99", tenth()), [(None, "beyond_discount")], "half a cent a line is known of the whole only");
        let voucher = line("-60", None, None);
        assert_eq!(blocked(&[goods, voucher], "40", tenth()), [(Some(1), "beyond_discount")]);
        assert_eq!(blocked(&[goods, voucher], "35", tenth()), [(Some(1), "below_margin"), (Some(1), "beyond_discount")]);
        // A service without a known price bears its share of a discount, but does not compensate for another line's.
        let service = line("900", None, None);
        assert!(allowed(&[goods, service], "900"));
        assert_eq!(blocked(&[line("50", Some("100"), None), service], "950", tenth()), [(Some(1), "beyond_discount")]);
        assert!(allowed(&[line("80", Some("100"), None)], "95"), "a charge of 15");
    }

    #[test]
    fn goods_below_nothing_are_judged_and_not_only_taken_off() {
        let gift = line("-5", Some("50"), Some("10"));
        let found = blocked(&[line("1000", Some("1000"), None), gift], "995", tenth());
        assert_eq!(found, [(Some(2), "below_cost"), (Some(2), "below_margin"), (Some(2), "beyond_discount")]);
    }

    #[test]
    fn what_is_added_to_free_lines_is_judged_with_them() {
        let samples = [line("0", None, Some("4")), line("0", None, Some("5"))];
        assert!(blocked(&samples, "12", tenth()).is_empty());
        assert_eq!(blocked(&samples, "8", tenth()), [(None, "below_cost"), (None, "below_margin")]);
    }

    #[test]
    fn tax_inside_is_taken_out_of_the_whole() {
        let inside = LineCheck { tax_inside: percent("21"), net: eur("100"), ..line("121", Some("121"), None) };
        let of = |net: &str| blocked(&[inside, line("100", Some("100"), None)], net, tenth());
        assert!(of("180").is_empty());
        assert_eq!(of("179.99"), [(None, "beyond_discount")]);
        assert_eq!(of("179"), [(Some(1), "beyond_discount"), (Some(2), "beyond_discount")]);
    }

    #[test]
    fn a_refusal_names_line_and_reason_and_no_cost() {
        let below = document(&[line("5", None, Some("7.77"))], "5");
        let error = judge(&below, Authority::default()).into_result().unwrap_err();
        assert_eq!((error.code(), error.context("line"), error.context("reason")), (Code::PriceRefused, Some("1"), Some("below_cost")));
        assert!(!format!("{error:?}").contains("7.77"));
        let all = Authority { may_override: true, may_sell_below_cost: true, ..Authority::default() };
        assert_eq!(judge(&document(&[line("5", Some("10"), Some("7"))], "5"), all).into_result().unwrap().len(), 3);
    }

    #[test]
    fn who_may_not_see_costs_learns_only_that_there_is_something() {
        let lines = [line("100", Some("100"), Some("99")), line("5", None, Some("7.77"))];
        let judged = |lines: &[LineCheck], net, authority| check_prices(&strict(), &document(lines, net), authority, false).unwrap();
        let error = judged(&lines, "105", Authority::default()).into_result().unwrap_err();
        assert_eq!((error.code(), error.details()), (Code::PriceRefused, [("reason", "policy".to_owned())].as_slice()));
        let boss = Authority { may_sell_below_cost: true, ..Authority::default() };
        assert_eq!(judged(&lines, "105", boss).warnings, [Finding { line: None, objection: Objection::Policy }]);
        // Findings based on prices go first, so that they do not disclose that it is also below cost.
        let error = judged(&lines, "50", Authority::default()).into_result().unwrap_err();
        assert_eq!((error.context("line"), error.context("reason"), error.context("limit")), (Some("1"), Some("beyond_discount"), Some("0")));
    }

    /// Amount, expected amount, cost and index of the tax rate; or else the deduction.
    type Drawn = ((i64, Option<i64>, Option<i64>, usize), Option<i64>);

    /// Lines with known prices and costs, other lines, and deductions; then a deduction or addition on the whole.
    fn any_document() -> impl Strategy<Value = PriceCheck> {
        let cents = |cents: i64| Money::new(Decimal::new(cents, 2), Currency::EUR).unwrap();
        let known = (0_i64..20_000, prop::option::of(0_i64..20_000), prop::option::of(0_i64..20_000), 0_usize..3);
        let lines = prop::collection::vec((known, prop::option::weighted(0.2, -9_000_i64..0)), 1..7);
        (lines, -20_000_i64..9_000).prop_map(move |(lines, more)| {
            let line = |(line, ((amount, expected, cost, rate), taken)): (i64, Drawn)| {
                let net = cents(taken.unwrap_or(amount));
                let tax_inside = percent(["0", "10", "21"][rate]);
                let gross = |net: Money| {
                    let exact = net.amount() * (Decimal::ONE + tax_inside.factor().unwrap());
                    Money::rounded(exact, Currency::EUR, Currency::EUR.step(), RoundingMode::HalfUp).unwrap()
                };
                let sold = taken.is_none();
                let (expected, cost) = (expected.filter(|_| sold).map(|e| gross(cents(e))), cost.filter(|_| sold).map(cents));
                LineCheck { line, amount: gross(net), tax_inside, net, expected, cost }
            };
            let lines: Vec<_> = (1_i64..).zip(lines).map(line).collect();
            let net = Money::sum(lines.iter().map(|l| l.net).chain([cents(more)]), Currency::EUR).unwrap();
            PriceCheck { lines, net, step: Currency::EUR.step(), rounding: RoundingMode::HalfUp }
        })
    }

    proptest! {
        #![proptest_config(ProptestConfig { cases: 2_000, ..ProptestConfig::default() })]

        /// In whatever form: a total concession above the limit, or below the costs, is refused.
        #[test]
        fn no_distribution_of_what_is_given_away_passes(document in any_document(), limit in 0_i64..40) {
            let authority = Authority { max_discount: Rate::new(Decimal::from(limit)).unwrap(), ..Authority::default() };
            let verdict = judge(&document, authority);
            let total = |of: &dyn Fn(&LineCheck) -> Option<Decimal>| document.lines.iter().filter_map(of).sum::<Decimal>();
            let positive = total(&|l| (!l.net.is_negative()).then_some(l.net.amount()));
            prop_assume!(!positive.is_zero());
            let share = document.net.amount() / positive;
            let without_tax = |l: &LineCheck, amount: Money| amount.amount() / (Decimal::ONE + l.tax_inside.factor().unwrap());
            // Each line may have been rounded once.
            let slack = Decimal::new(1, 2) * Decimal::from(document.lines.len());
            let expected = total(&|l| l.expected.map(|e| without_tax(l, e)));
            let paid = total(&|l| l.expected.map(|_| without_tax(l, l.amount) * share));
            let least = expected * Decimal::from(100 - limit) / Decimal::ONE_HUNDRED;
            let is_said = |name: &str| verdict.blocked.iter().any(|found| found.objection.as_str() == name);
            prop_assert!(paid >= least - slack || is_said("beyond_discount"), "{paid} of {expected}");
            let costs = total(&|l| l.cost.map(Money::amount));
            let brought = total(&|l| l.cost.filter(|c| c.is_positive()).map(|_| l.net.amount() * share));
            prop_assert!(brought >= costs || is_said("below_cost"), "{brought} for {costs}");
        }

        /// Conversely, what is within the limits on every line, after its share of everything, is allowed.
        #[test]
        fn what_is_within_the_limits_in_every_form_stands(document in any_document(), limit in 0_i64..40) {
            let authority = Authority { max_discount: Rate::new(Decimal::from(limit)).unwrap(), ..Authority::default() };
            let positive = document.lines.iter().filter(|l| !l.net.is_negative()).map(|l| l.net.amount()).sum::<Decimal>();
            prop_assume!(!positive.is_zero());
            let share = document.net.amount() / positive;
            let least = |expected: Decimal| expected * Decimal::from(100 - limit) / Decimal::ONE_HUNDRED;
            let in_price = |l: &LineCheck| l.expected.is_none_or(|e| l.amount.amount() * share >= least(e.amount()));
            let in_cost = |l: &LineCheck| l.cost.is_none_or(|c| l.net.amount() * share * Decimal::new(8, 1) >= c.amount());
            let within = document.lines.iter().all(|l| in_price(l) && in_cost(l));
            prop_assert!(!within || judge(&document, authority).is_allowed());
        }

        /// The same concession is judged alike as a discount, an allowance or a negative line.
        #[test]
        fn the_form_makes_no_difference(list in 100_i64..100_000, given in 0_i64..100_000, limit in 0_i64..100) {
            let given = given.min(list);
            let text = |cents: i64| Decimal::new(cents, 2).to_string();
            let authority = Authority { max_discount: Rate::new(Decimal::from(limit)).unwrap(), ..Authority::default() };
            let (whole, left) = (text(list), text(list - given));
            let goods = |amount: &str| line(amount, Some(&whole), Some(&text(list / 3)));
            let forms = [
                document(&[goods(&left)], &left),
                document(&[goods(&whole)], &left),
                document(&[goods(&whole), line(&text(-given), None, None)], &left),
            ];
            let allowed = forms.map(|form| judge(&form, authority).is_allowed());
            prop_assert_eq!(allowed, [allowed[0]; 3]);
        }
    }
}
