//! The only place that rounds. Every rounding names its step and mode.

use super::{Decimal, Money, MoneyStep, overflow};
use crate::{error::Result, text_enum};
use rust_decimal::RoundingStrategy;

text_enum! {
    /// How halves are rounded.
    RoundingMode {
        /// Away from zero, also for negative numbers: the rule of EN 16931 and of this library's own documents.
        HalfUp = "half_up",
        /// To the even neighbour.
        HalfEven = "half_even",
    }
}

impl RoundingMode {
    fn strategy(self) -> RoundingStrategy {
        match self {
            Self::HalfUp => RoundingStrategy::MidpointAwayFromZero,
            Self::HalfEven => RoundingStrategy::MidpointNearestEven,
        }
    }
}

/// Rounds to a number of decimals.
pub fn to_scale(value: Decimal, scale: u32, mode: RoundingMode) -> Decimal {
    value.round_dp_with_strategy(scale, mode.strategy())
}

/// Rounds to a multiple of the step.
///
/// ```
/// use crm_core::num::{Currency, MoneyStep, RoundingMode, rounding::to_step, Decimal};
/// let rappen = MoneyStep::new(Decimal::new(5, 2))?;
/// assert_eq!(to_step(Decimal::new(1023, 2 + 1), rappen, RoundingMode::HalfUp)?.to_string(), "1.00");
/// assert_eq!(to_step(Decimal::new(-163_725, 3), Currency::EUR.step(), RoundingMode::HalfUp)?.to_string(), "-163.73");
/// assert_eq!(to_step(Decimal::new(163_725, 3), Currency::EUR.step(), RoundingMode::HalfEven)?.to_string(), "163.72");
/// # Ok::<(), crm_core::Error>(())
/// ```
///
/// # Errors
/// `number.out_of_range` if the result cannot be represented.
pub fn to_step(value: Decimal, step: MoneyStep, mode: RoundingMode) -> Result<Decimal> {
    let step = step.decimal();
    if step.mantissa() == 1 {
        return Ok(to_scale(value, step.scale(), mode));
    }
    let steps = value.checked_div(step).ok_or_else(overflow)?;
    to_scale(steps, 0, mode).checked_mul(step).ok_or_else(overflow)
}

/// Rounds an exact fraction to a multiple of the step, once: without an intermediate decimal.
///
/// ```
/// use crm_core::num::{Currency, RoundingMode, rounding::fraction_to_step};
/// let third = fraction_to_step(100, 3, Currency::EUR.step(), RoundingMode::HalfUp)?;
/// assert_eq!(third.to_string(), "33.33");
/// assert_eq!(fraction_to_step(-5, 1000, Currency::EUR.step(), RoundingMode::HalfUp)?.to_string(), "-0.01");
/// assert_eq!(fraction_to_step(5, 1000, Currency::EUR.step(), RoundingMode::HalfEven)?.to_string(), "0.00");
/// # Ok::<(), crm_core::Error>(())
/// ```
///
/// # Errors
/// `number.out_of_range` if the fraction is too large, or its denominator is not positive.
pub fn fraction_to_step(numerator: i128, denominator: i128, step: MoneyStep, mode: RoundingMode) -> Result<Decimal> {
    let step = step.decimal();
    let scale = 10_i128.checked_pow(step.scale()).ok_or_else(overflow)?;
    let of = numerator.checked_mul(scale).ok_or_else(overflow)?;
    let by = denominator.checked_mul(step.mantissa()).filter(|by| *by > 0).ok_or_else(overflow)?;
    let mantissa = to_whole(of, by, mode)?.checked_mul(step.mantissa()).ok_or_else(overflow)?;
    Decimal::try_from_i128_with_scale(mantissa, step.scale()).map_err(|_| overflow())
}

/// Rounds an exact fraction with a positive denominator to a whole number.
pub(crate) fn to_whole(numerator: i128, denominator: i128, mode: RoundingMode) -> Result<i128> {
    let whole = numerator.checked_div(denominator).ok_or_else(overflow)?;
    let rest = numerator.checked_rem(denominator).ok_or_else(overflow)?;
    let twice = rest.checked_abs().and_then(|r| r.checked_mul(2)).ok_or_else(overflow)?;
    let is_up = match (twice.cmp(&denominator), mode) {
        (std::cmp::Ordering::Greater, _) | (std::cmp::Ordering::Equal, RoundingMode::HalfUp) => true,
        (std::cmp::Ordering::Equal, RoundingMode::HalfEven) => whole.checked_rem(2) != Some(0),
        (std::cmp::Ordering::Less, _) => false,
    };
    let away = if numerator < 0 { -1 } else { 1 };
    if is_up { whole.checked_add(away).ok_or_else(overflow) } else { Ok(whole) }
}

/// Splits an amount in proportion to weights, in whole steps, so that the parts add up to it exactly (largest remainder; ties go to the earlier
/// part). Weights that add up to zero split evenly.
///
/// ```
/// use crm_core::num::{Currency, Money, rounding::split};
/// let ten = Money::parse("10.00", Currency::EUR)?;
/// let parts = split(ten, &[1.into(), 1.into(), 1.into()], Currency::EUR.step())?;
/// let parts: Vec<_> = parts.iter().map(|p| p.amount().to_string()).collect();
/// assert_eq!(parts, ["3.34", "3.33", "3.33"]);
/// # Ok::<(), crm_core::Error>(())
/// ```
///
/// # Errors
/// `number.out_of_range` if a part cannot be represented.
pub fn split(amount: Money, weights: &[Decimal], step: MoneyStep) -> Result<Vec<Money>> {
    let mut total = Decimal::ZERO;
    for weight in weights {
        total = total.checked_add(*weight).ok_or_else(overflow)?;
    }
    let even = vec![Decimal::ONE; weights.len()];
    let (weights, total) = if total.is_zero() { (even.as_slice(), Decimal::from(weights.len())) } else { (weights, total) };

    let share = |weight: &Decimal| amount.amount().checked_mul(*weight).and_then(|v| v.checked_div(total)).ok_or_else(overflow);
    apportion(amount, &weights.iter().map(share).collect::<Result<Vec<_>>>()?, step)
}

/// The weights for sharing an amount among parts: their absolute amounts, so that no part bears more than the whole; if all are zero, their absolute
/// quantities.
///
/// ```
/// use crm_core::num::{Decimal, rounding::weights};
/// let goods_and_voucher = weights(&[(100.into(), 1.into()), ((-90).into(), (-1).into())]);
/// assert_eq!(goods_and_voucher, [Decimal::from(100), Decimal::from(90)]);
/// let samples = weights(&[(0.into(), 2.into()), (0.into(), 1.into())]);
/// assert_eq!(samples, [Decimal::from(2), Decimal::from(1)]);
/// ```
pub fn weights(parts: &[(Decimal, Decimal)]) -> Vec<Decimal> {
    let is_free = parts.iter().all(|(amount, _)| amount.is_zero());
    parts.iter().map(|(amount, quantity)| if is_free { quantity.abs() } else { amount.abs() }).collect()
}

/// Rounds exact parts to whole steps so that they add up to an amount: each is truncated, and the rest goes, one step each, to those that lost most
/// (largest remainder; ties go to the earlier part). If the exact parts add up to less than a step off the amount, no part is more than a step off
/// its exact value, whatever their signs.
///
/// # Errors
/// `number.out_of_range` if a part cannot be represented.
pub fn apportion(amount: Money, exact: &[Decimal], step: MoneyStep) -> Result<Vec<Money>> {
    let mut left = amount.amount();
    let mut parts = Vec::with_capacity(exact.len());
    for exact in exact {
        let steps = exact.checked_div(step.decimal()).ok_or_else(overflow)?;
        let cut = steps.trunc().checked_mul(step.decimal()).ok_or_else(overflow)?;
        left = left.checked_sub(cut).ok_or_else(overflow)?;
        parts.push((cut, exact.checked_sub(cut).ok_or_else(overflow)?));
    }
    let sign = if left.is_sign_negative() { Decimal::NEGATIVE_ONE } else { Decimal::ONE };
    let lost = |index: &usize| parts.get(*index).and_then(|part| part.1.checked_mul(sign));
    let mut order: Vec<usize> = (0..parts.len()).collect();
    order.sort_by(|a, b| lost(b).cmp(&lost(a)).then(a.cmp(b)));
    let mut share = step.decimal();
    share.set_sign_negative(left.is_sign_negative());
    for index in order.into_iter().cycle() {
        if left.is_zero() {
            break;
        }
        // The last share may be smaller than a step, so that nothing is lost.
        let give = if left.abs() < share.abs() { left } else { share };
        if let Some(part) = parts.get_mut(index) {
            part.0 = part.0.checked_add(give).ok_or_else(overflow)?;
        }
        left = left.checked_sub(give).ok_or_else(overflow)?;
    }
    parts.into_iter().map(|(part, _)| Money::new(part, amount.currency())).collect()
}
