//! Payment terms as data: parts of an amount, each with the steps from the document date to its due date.
//!
//! Invariant: instalments add up exactly to the amount and are fixed when the document is issued; changed terms never move existing due dates.

use crate::{
    entity::{Decoding, FieldValue, Value, ValueType},
    error::{Error, Result},
    limits,
    num::{Decimal, Money, MoneyStep, RATE_SCALE, Rate, fraction::greatest_common_divisor, rounding},
    time::Day,
};
use chrono::{Datelike, Days, Months};
use serde::{Deserialize, Serialize};

/// Maximum days in one step of payment terms.
const MAX_TERM_DAYS: u32 = 3_660;
/// Maximum months in one step of payment terms.
const MAX_TERM_MONTHS: u32 = 120;
/// Maximum steps of one part.
const MAX_TERM_STEPS: usize = 8;
/// Maximum number of equal parts an amount is divided into, such that every share is a whole number of them.
const MAX_TERM_WHOLE: i128 = 1_000_000_000;
/// One hundred percent in the smallest steps of a rate.
const WHOLE_IN_PERCENT: i128 = 1_000_000;

/// A part of a receivable with its own due date.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct Instalment {
    /// Due date.
    pub due_day: Day,
    /// Amount.
    pub amount: Money,
}

/// A step from the document date towards the due date.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(tag = "kind", content = "value", rename_all = "snake_case")]
pub enum TermStep {
    /// A number of days later.
    Days(u32),
    /// A number of calendar months later; a day missing in that month becomes its last day: 31 January plus one month is 28 or 29 February.
    Months(u32),
    /// To the last day of the month.
    EndOfMonth,
}

/// A share of the amount as a fraction, such as 1 of 3.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct TermShare {
    /// The numerator.
    pub part: u32,
    /// The denominator.
    pub of: u32,
}

/// A part of the amount and its due date.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct TermPart {
    /// Share in percent; zero if given as a fraction.
    pub percent: Rate,
    /// Steps from the document date, in order.
    pub due: Vec<TermStep>,
    /// Share as a fraction, where no percentage is exact.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub share: Option<TermShare>,
}

impl TermPart {
    /// A percentage of the amount.
    pub fn percent(percent: Rate, due: Vec<TermStep>) -> Self {
        Self { percent, due, share: None }
    }

    /// A fraction of the amount.
    pub fn share(part: u32, of: u32, due: Vec<TermStep>) -> Self {
        Self { percent: Rate::ZERO, due, share: Some(TermShare { part, of }) }
    }

    /// The share as a fraction, in lowest terms.
    fn fraction(&self) -> Result<(i128, i128)> {
        let none = || Error::field("payment_terms", "has a part without a share");
        let (part, of) = match self.share {
            Some(_) if self.percent != Rate::ZERO => {
                return Err(Error::field("payment_terms", "has a part with both a percentage and a share"));
            }
            Some(TermShare { part, of }) => (i128::from(part), i128::from(of)),
            None => {
                let mut percent = self.percent.decimal();
                percent.rescale(RATE_SCALE);
                (percent.mantissa(), WHOLE_IN_PERCENT)
            }
        };
        if part <= 0 || of <= 0 {
            return Err(none());
        }
        let common = greatest_common_divisor(part, of);
        part.checked_div(common).zip(of.checked_div(common)).ok_or_else(none)
    }
}

/// Payment terms.
///
/// ```
/// use crm_core::{num::{Currency, Money, Rate}, policy::{PaymentTerms, TermPart, TermStep}};
/// let part = |percent, due: &[TermStep]| Ok::<_, crm_core::Error>(TermPart::percent(Rate::parse(percent)?, due.to_vec()));
/// let terms = PaymentTerms { parts: vec![part("30", &[])?, part("70", &[TermStep::Months(1)])?] };
/// let hundred = Money::parse("100.01", Currency::EUR)?;
/// let instalments = terms.instalments("2027-01-31".parse().expect("a day"), hundred, Currency::EUR.step())?;
/// let written: Vec<_> = instalments.iter().map(|i| format!("{} {}", i.due_day, i.amount.amount())).collect();
/// assert_eq!(written, ["2027-01-31 30", "2027-02-28 70.01"]);
///
/// let thirds = PaymentTerms { parts: (0..3).map(|months| TermPart::share(1, 3, vec![TermStep::Months(months)])).collect() };
/// let instalments = thirds.instalments("2027-01-31".parse().expect("a day"), Money::parse("30000", Currency::EUR)?, Currency::EUR.step())?;
/// assert!(instalments.iter().all(|instalment| instalment.amount.amount() == 10_000.into()));
/// # Ok::<(), crm_core::Error>(())
/// ```
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct PaymentTerms {
    /// The parts, whose shares add up to the whole amount.
    pub parts: Vec<TermPart>,
}

impl PaymentTerms {
    /// The full amount, a number of days after the document.
    pub fn days(days: u32) -> Self {
        Self::after(vec![TermStep::Days(days)])
    }

    /// The full amount on one due date.
    pub fn after(due: Vec<TermStep>) -> Self {
        Self { parts: vec![TermPart::percent(hundred(), due)] }
    }

    /// Checks that the terms are valid.
    ///
    /// # Errors
    /// `field.invalid` unless the shares are positive and add up to the whole amount; `limit.exceeded`.
    pub fn check(&self) -> Result<()> {
        self.weights().map(drop)
    }

    /// The share of each part as a number of equal parts of the whole.
    fn weights(&self) -> Result<Vec<i128>> {
        limits::check("MAX_INSTALMENTS", self.parts.len(), limits::MAX_INSTALMENTS)?;
        let mut fractions = Vec::with_capacity(self.parts.len());
        let mut whole = 1_i128;
        for part in &self.parts {
            let (share, of) = part.fraction()?;
            fractions.push((share, of));
            let fine = || Error::field("payment_terms", "has shares with too many different denominators");
            let times = of.checked_div(greatest_common_divisor(whole, of)).ok_or_else(fine)?;
            whole = whole.checked_mul(times).filter(|whole| *whole <= MAX_TERM_WHOLE).ok_or_else(fine)?;
            limits::check("MAX_TERM_STEPS", part.due.len(), MAX_TERM_STEPS)?;
            let is_far = |step: &TermStep| {
                matches!(step, TermStep::Days(n) if *n > MAX_TERM_DAYS) || matches!(step, TermStep::Months(n) if *n > MAX_TERM_MONTHS)
            };
            if part.due.iter().any(is_far) {
                return Err(Error::field("payment_terms", format!("extends beyond {MAX_TERM_DAYS} days or {MAX_TERM_MONTHS} months")));
            }
        }
        let weight = |(share, of): &(i128, i128)| whole.checked_div(*of).and_then(|times| times.checked_mul(*share)).ok_or_else(crate::num::overflow);
        let weights = fractions.iter().map(weight).collect::<Result<Vec<_>>>()?;
        let total = weights.iter().try_fold(0_i128, |sum, weight| sum.checked_add(*weight)).ok_or_else(crate::num::overflow)?;
        if total != whole {
            return Err(Error::field("payment_terms", self.total(total, whole)));
        }
        Ok(weights)
    }

    /// The total of the parts, in their own notation.
    fn total(&self, total: i128, whole: i128) -> String {
        let percent = total.checked_mul(WHOLE_IN_PERCENT).and_then(|total| total.checked_div(whole));
        let percent = percent.and_then(|percent| Decimal::try_from_i128_with_scale(percent, RATE_SCALE).ok());
        match percent.filter(|_| self.parts.iter().all(|part| part.share.is_none())) {
            Some(percent) => format!("adds up to {} percent, not 100", percent.normalize()),
            None => format!("adds up to {total}/{whole}, not the whole"),
        }
    }

    /// The instalments of an amount, split by largest remainder, in due order; parts too small for the step are omitted.
    ///
    /// # Errors
    /// As [`PaymentTerms::check`]; `field.invalid` if a due date is out of range.
    pub fn instalments(&self, day: Day, amount: Money, step: MoneyStep) -> Result<Vec<Instalment>> {
        let weight = |weight: i128| Decimal::try_from_i128_with_scale(weight, 0).map_err(|_| crate::num::overflow());
        let weights = self.weights()?.into_iter().map(weight).collect::<Result<Vec<_>>>()?;
        let mut instalments = Vec::with_capacity(self.parts.len());
        for (part, amount) in self.parts.iter().zip(rounding::split(amount, &weights, step)?) {
            instalments.push(Instalment { due_day: due_day(day, &part.due)?, amount });
        }
        instalments.retain(|i| !i.amount.is_zero());
        instalments.sort_by_key(|i| i.due_day);
        Ok(instalments)
    }
}

fn hundred() -> Rate {
    Rate::new(Decimal::ONE_HUNDRED).unwrap_or(Rate::ZERO)
}

/// The day that the steps lead to.
///
/// # Errors
/// `field.invalid` if it is out of range.
pub fn due_day(from: Day, steps: &[TermStep]) -> Result<Day> {
    let go = |day: Day, step: &TermStep| match step {
        TermStep::Days(days) => day.checked_add_days(Days::new(u64::from(*days))),
        TermStep::Months(months) => day.checked_add_months(Months::new(*months)),
        TermStep::EndOfMonth => day.with_day(1)?.checked_add_months(Months::new(1))?.pred_opt(),
    };
    steps.iter().try_fold(from, go).ok_or_else(|| Error::field("payment_terms", "results in a due date that is out of range"))
}

/// Checks instalments given with a document or a rescheduling.
///
/// # Errors
/// `field.invalid` unless they are positive, in whole steps (except the last, which may be the remainder), in due order, not before the document, and
/// add up to the amount; `limit.exceeded`.
pub(crate) fn check_instalments(instalments: &[Instalment], from: Day, amount: Money, step: MoneyStep) -> Result<()> {
    limits::check("MAX_INSTALMENTS", instalments.len(), limits::MAX_INSTALMENTS)?;
    let mut last = from;
    for (number, instalment) in (1_i64..).zip(instalments) {
        if !instalment.amount.is_positive() {
            return Err(Error::field("instalments", "contain an amount that is not positive").with("line", number));
        }
        if instalment.due_day < last {
            return Err(Error::field("instalments", "contain a due date that is before the document or out of order").with("line", number));
        }
        if !step.divides(instalment.amount) && step.divides(amount) {
            crate::num::check_step("instalments", instalment.amount, step).map_err(|e| e.with("line", number))?;
        }
        last = instalment.due_day;
    }
    let sum = Money::sum(instalments.iter().map(|i| i.amount), amount.currency())?;
    if sum != amount {
        return Err(Error::field("instalments", format!("add up to {sum}, not {amount}"))
            .with("expected", amount.amount())
            .with("found", sum.amount()));
    }
    Ok(())
}

impl FieldValue for PaymentTerms {
    const TYPE: ValueType = ValueType::Json;
    fn encode(&self) -> Value {
        Value::Json(serde_json::to_value(self).unwrap_or_default())
    }
    fn decode(value: Value, _: &Decoding) -> Result<Self> {
        serde_json::from_value(value.into_json()?).map_err(|e| Error::corrupt("payment terms are invalid").caused_by(e))
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::num::Currency;

    fn day(text: &str) -> Day {
        text.parse().expect("a day")
    }

    fn eur(text: &str) -> Money {
        Money::parse(text, Currency::EUR).expect("an amount")
    }

    fn part(percent: &str, due: &[TermStep]) -> TermPart {
        TermPart::percent(Rate::parse(percent).expect("a rate"), due.to_vec())
    }

    #[test]
    fn months_are_those_of_the_calendar() {
        use TermStep::{Days, EndOfMonth, Months};
        let due = |from, steps: &[TermStep]| due_day(day(from), steps).expect("a day").to_string();
        assert_eq!(due("2027-01-31", &[Months(1)]), "2027-02-28");
        assert_eq!(due("2028-01-31", &[Months(1)]), "2028-02-29");
        assert_eq!(due("2027-01-31", &[Months(2)]), "2027-03-31");
        assert_eq!(due("2027-01-10", &[Days(30), EndOfMonth]), "2027-02-28");
        assert_eq!(due("2027-01-10", &[EndOfMonth, Days(30)]), "2027-03-02");
        assert_eq!(due("2027-12-31", &[EndOfMonth]), "2027-12-31");
        assert_eq!(due("2027-12-31", &[]), "2027-12-31");
        assert!(due_day(Day::MAX, &[Days(1)]).is_err());
    }

    #[test]
    fn parts_add_up_and_stand_in_due_order() {
        let terms =
            PaymentTerms { parts: vec![part("33.3333", &[TermStep::Days(60)]), part("33.3333", &[]), part("33.3334", &[TermStep::Days(30)])] };
        let parts = terms.instalments(day("2026-01-01"), eur("100"), Currency::EUR.step()).expect("instalments");
        let written: Vec<_> = parts.iter().map(|i| (i.due_day.to_string(), i.amount)).collect();
        let expected = [("2026-01-01", "33.33"), ("2026-01-31", "33.34"), ("2026-03-02", "33.33")];
        assert_eq!(written, expected.map(|(on, amount)| (on.to_owned(), eur(amount))));
        let parts = terms.instalments(day("2026-01-01"), eur("0.02"), Currency::EUR.step()).expect("instalments");
        assert_eq!(parts.iter().map(|i| i.amount).collect::<Vec<_>>(), [eur("0.01"), eur("0.01")]);
    }

    #[test]
    fn terms_are_a_hundred_percent() {
        let check = |parts| PaymentTerms { parts }.check().map_err(|e| e.code().as_str());
        assert_eq!(check(vec![part("50", &[]), part("50", &[])]), Ok(()));
        assert_eq!(check(vec![part("50", &[])]), Err("field.invalid"));
        assert_eq!(check(vec![part("100", &[]), part("0", &[])]), Err("field.invalid"));
        assert_eq!(check(Vec::new()), Err("field.invalid"));
        assert_eq!(check(vec![part("100", &[TermStep::Days(4_000)])]), Err("field.invalid"));
        assert_eq!(check(vec![part("1", &[]); 121]), Err("limit.exceeded"));
        assert_eq!(PaymentTerms::days(30).check().map_err(|e| e.code().as_str()), Ok(()));
    }

    #[test]
    fn shares_are_exact_beside_percents() {
        let of = |parts: Vec<TermPart>, amount: &str| {
            let terms = PaymentTerms { parts };
            let parts = terms.instalments(day("2026-01-01"), eur(amount), Currency::EUR.step()).map_err(|e| e.code().as_str())?;
            Ok(parts.into_iter().map(|instalment| instalment.amount).collect::<Vec<_>>())
        };
        let share = |part, of| TermPart::share(part, of, Vec::new());
        assert_eq!(of(vec![share(1, 3); 3], "30000"), Ok(vec![eur("10000"); 3]));
        assert_eq!(of(vec![share(1, 3); 3], "100"), Ok(["33.34", "33.33", "33.33"].map(eur).to_vec()));
        assert_eq!(of(vec![share(1, 3), share(2, 3)], "0.03"), Ok(["0.01", "0.02"].map(eur).to_vec()));
        assert_eq!(of(vec![part("50", &[]), share(1, 6), share(2, 6)], "600"), Ok(["300", "100", "200"].map(eur).to_vec()));
        let both = TermPart { percent: Rate::parse("50").expect("a rate"), ..share(1, 2) };
        let wrong = [vec![share(1, 3); 2], vec![share(1, 3); 4], vec![share(0, 3), share(3, 3)], vec![share(1, 0)], vec![both, share(1, 2)]];
        assert!(wrong.into_iter().all(|parts| of(parts, "100") == Err("field.invalid")));
        let fine = [101, 103, 107, 109, 113, 127].map(|prime| share(1, prime)).to_vec();
        assert_eq!(of(fine, "100"), Err("field.invalid"));
    }

    #[test]
    fn terms_are_stored_as_they_were_before_shares() {
        let old = r#"{"parts":[{"percent":"100","due":[{"kind":"days","value":30}]}]}"#;
        let terms: PaymentTerms = serde_json::from_str(old).expect("terms");
        assert_eq!((&terms, serde_json::to_string(&terms).expect("JSON").as_str()), (&PaymentTerms::days(30), old));
        let thirds = PaymentTerms { parts: vec![TermPart::share(1, 3, Vec::new()); 3] };
        let again: PaymentTerms = serde_json::from_value(serde_json::to_value(&thirds).expect("JSON")).expect("terms");
        assert_eq!(again, thirds);
    }

    #[test]
    fn given_instalments_are_positive_in_order_and_add_up() {
        let at = |on: &str, amount: &str| Instalment { due_day: day(on), amount: eur(amount) };
        let check = |list: &[Instalment]| check_instalments(list, day("2026-01-10"), eur("10"), Currency::EUR.step()).is_ok();
        assert!(check(&[at("2026-01-10", "4"), at("2026-01-10", "6")]));
        assert!(!check(&[at("2026-02-10", "4"), at("2026-01-10", "6")]));
        assert!(!check(&[at("2026-01-09", "10")]));
        assert!(!check(&[at("2026-02-10", "11"), at("2026-02-10", "-1")]));
        assert!(!check(&[at("2026-02-10", "9.99")]));
        assert!(!check(&[at("2026-01-10", "4.001"), at("2026-01-10", "5.999")]));
        assert!(!check(&[]));
    }
}
