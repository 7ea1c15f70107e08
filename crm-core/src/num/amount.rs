//! Checks of amounts: within the limits that keep sums storable, and in steps that can be settled.

use super::{Decimal, Money, MoneyStep};
use crate::{
    error::{Code, Error, Result},
    limits,
};

/// Checks an amount against [`MAX_AMOUNT`], or [`MAX_WHOLE_AMOUNT`] in a currency without decimals.
///
/// # Errors
/// `limit.exceeded` with `limit`, `name`, `actual` and `field`.
pub fn check_amount(field: &'static str, amount: Money) -> Result<()> {
    let is_whole = amount.currency().step().decimal() == Decimal::ONE;
    let (name, limit) = if is_whole { ("MAX_WHOLE_AMOUNT", limits::MAX_WHOLE_AMOUNT) } else { ("MAX_AMOUNT", limits::MAX_AMOUNT) };
    if amount.amount().abs() <= Decimal::from(limit) {
        return Ok(());
    }
    Err(Error::new(Code::LimitExceeded, format!("{amount} exceeds the limit `{name}` of {limit}"))
        .with("name", name)
        .with("limit", limit)
        .with("actual", amount.amount())
        .with("field", field))
}

/// Checks that an amount can be settled: that it is a whole number of steps.
///
/// ```
/// use crm_core::num::{Currency, Money, check_step};
/// let step = Currency::EUR.step();
/// assert!(check_step("amount", Money::parse("0.01", Currency::EUR)?, step).is_ok());
/// assert!(check_step("amount", Money::parse("0.001", Currency::EUR)?, step).is_err());
/// # Ok::<(), crm_core::Error>(())
/// ```
///
/// # Errors
/// `field.invalid` with `step`.
pub fn check_step(field: &'static str, amount: Money, step: MoneyStep) -> Result<()> {
    if step.divides(amount) {
        return Ok(());
    }
    Err(Error::field(field, format!("is not a multiple of {step}, so it cannot be settled")).with("step", step).with("amount", amount.amount()))
}
