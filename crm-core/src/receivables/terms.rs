//! Terms of payment as data: parts of an amount, each with the steps from the document date to its due date.
//!
//! Invariant: instalments add up to the amount exactly, and are fixed when the document is issued; changed terms move no old due date.

use crate::{
    entity::{Decoding, FieldValue, Value, ValueType},
    error::{Error, Result},
    limits,
    num::{Decimal, Money, MoneyStep, Rate, rounding},
    time::Day,
};
use chrono::{Datelike, Days, Months};
use serde::{Deserialize, Serialize};

/// Days that one step of terms may add.
const MAX_TERM_DAYS: u32 = 3_660;
/// Months that one step of terms may add.
const MAX_TERM_MONTHS: u32 = 120;
/// Steps of one part.
const MAX_TERM_STEPS: usize = 8;

/// A part of a receivable that falls due on a day of its own.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct Instalment {
    /// When it falls due.
    pub due_day: Day,
    /// How much.
    pub amount: Money,
}

/// A step from the document date towards a due date.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(tag = "kind", content = "value", rename_all = "snake_case")]
pub enum TermStep {
    /// So many days on.
    Days(u32),
    /// So many calendar months on; a day that the month lacks becomes its last: 31 January and one month is 28 or 29 February.
    Months(u32),
    /// The last day of the month.
    EndOfMonth,
}

/// A part of the amount, and when it falls due.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct TermPart {
    /// Share in percent.
    pub percent: Rate,
    /// Steps from the document date, in this order.
    pub due: Vec<TermStep>,
}

/// Terms of payment.
///
/// ```
/// use crm_core::{num::{Currency, Money, Rate}, receivables::{PaymentTerms, TermPart, TermStep}};
/// let part = |percent, due: &[TermStep]| Ok::<_, crm_core::Error>(TermPart { percent: Rate::parse(percent)?, due: due.to_vec() });
/// let terms = PaymentTerms { parts: vec![part("30", &[])?, part("70", &[TermStep::Months(1)])?] };
/// let hundred = Money::parse("100.01", Currency::EUR)?;
/// let instalments = terms.instalments("2027-01-31".parse().expect("a day"), hundred, Currency::EUR.step())?;
/// let written: Vec<_> = instalments.iter().map(|i| format!("{} {}", i.due_day, i.amount.amount())).collect();
/// assert_eq!(written, ["2027-01-31 30", "2027-02-28 70.01"]);
/// # Ok::<(), crm_core::Error>(())
/// ```
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct PaymentTerms {
    /// The parts; their shares are 100 percent together.
    pub parts: Vec<TermPart>,
}

impl PaymentTerms {
    /// Everything so many days after the document.
    pub fn days(days: u32) -> Self {
        Self::after(vec![TermStep::Days(days)])
    }

    /// Everything on one day.
    pub fn after(due: Vec<TermStep>) -> Self {
        Self { parts: vec![TermPart { percent: hundred(), due }] }
    }

    /// Checks that the terms can be used.
    ///
    /// # Errors
    /// `field.invalid` unless shares are positive and 100 percent together; `limit.exceeded`.
    pub fn check(&self) -> Result<()> {
        limits::check("MAX_INSTALMENTS", self.parts.len(), limits::MAX_INSTALMENTS)?;
        let mut total = Decimal::ZERO;
        for part in &self.parts {
            if part.percent <= Rate::ZERO {
                return Err(Error::field("payment_terms", "has a part without a share"));
            }
            total = total.checked_add(part.percent.decimal()).ok_or_else(crate::num::overflow)?;
            limits::check("MAX_TERM_STEPS", part.due.len(), MAX_TERM_STEPS)?;
            let is_far = |step: &TermStep| {
                matches!(step, TermStep::Days(n) if *n > MAX_TERM_DAYS) || matches!(step, TermStep::Months(n) if *n > MAX_TERM_MONTHS)
            };
            if part.due.iter().any(is_far) {
                return Err(Error::field("payment_terms", format!("goes further than {MAX_TERM_DAYS} days or {MAX_TERM_MONTHS} months")));
            }
        }
        if total != Decimal::ONE_HUNDRED {
            return Err(Error::field("payment_terms", format!("comes to {total} percent")));
        }
        Ok(())
    }

    /// The instalments of an amount: split by largest remainder, in due order; a part too small for the step is left out.
    ///
    /// # Errors
    /// As [`PaymentTerms::check`]; `field.invalid` if a due date is out of range.
    pub fn instalments(&self, day: Day, amount: Money, step: MoneyStep) -> Result<Vec<Instalment>> {
        self.check()?;
        let weights: Vec<_> = self.parts.iter().map(|part| part.percent.decimal()).collect();
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

/// The day that steps lead to.
///
/// # Errors
/// `field.invalid` if it is out of range.
pub fn due_day(from: Day, steps: &[TermStep]) -> Result<Day> {
    let go = |day: Day, step: &TermStep| match step {
        TermStep::Days(days) => day.checked_add_days(Days::new(u64::from(*days))),
        TermStep::Months(months) => day.checked_add_months(Months::new(*months)),
        TermStep::EndOfMonth => day.with_day(1)?.checked_add_months(Months::new(1))?.pred_opt(),
    };
    steps.iter().try_fold(from, go).ok_or_else(|| Error::field("payment_terms", "leads to a due date that is out of range"))
}

/// Checks instalments that came with a document or a rescheduling.
///
/// # Errors
/// `field.invalid` unless they are positive, in whole steps (the last may be what is left), in due order, not before the document, and add up to the
/// amount; `limit.exceeded`.
pub(crate) fn check_instalments(instalments: &[Instalment], from: Day, amount: Money, step: MoneyStep) -> Result<()> {
    limits::check("MAX_INSTALMENTS", instalments.len(), limits::MAX_INSTALMENTS)?;
    let mut last = from;
    for (number, instalment) in crate::stock::numbered(instalments) {
        if !instalment.amount.is_positive() {
            return Err(Error::field("instalments", "has an amount that is not positive").with("line", number));
        }
        if instalment.due_day < last {
            return Err(Error::field("instalments", "is before the document or out of order").with("line", number));
        }
        last = instalment.due_day;
    }
    let sum = Money::sum(instalments.iter().map(|i| i.amount), amount.currency())?;
    if sum != amount {
        return Err(Error::field("instalments", format!("come to {sum}, not {amount}"))
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
        serde_json::from_value(value.into_json()?).map_err(|e| Error::corrupt("payment terms that are none").caused_by(e))
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
        TermPart { percent: Rate::parse(percent).expect("a rate"), due: due.to_vec() }
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
    fn given_instalments_are_positive_in_order_and_add_up() {
        let at = |on: &str, amount: &str| Instalment { due_day: day(on), amount: eur(amount) };
        let check = |list: &[Instalment]| check_instalments(list, day("2026-01-10"), eur("10"), Currency::EUR.step()).is_ok();
        assert!(check(&[at("2026-01-10", "4"), at("2026-01-10", "6")]));
        if !step.divides(instalment.amount) && step.divides(amount) {
            limits::check_step("instalments", instalment.amount, step).map_err(|e| e.with("line", number))?;
        }
        assert!(!check(&[at("2026-02-10", "4"), at("2026-01-10", "6")]));
        assert!(!check(&[at("2026-01-09", "10")]));
        assert!(!check(&[at("2026-02-10", "11"), at("2026-02-10", "-1")]));
        assert!(!check(&[at("2026-02-10", "9.99")]));
        assert!(!check(&[]));
    }
}
        assert!(!check(&[at("2026-01-10", "4.001"), at("2026-01-10", "5.999")]));
