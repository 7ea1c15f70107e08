//! Amounts of lines and of parts of lines, each rounded by the policy of its document.

use crate::{
    error::Result,
    num::{Money, Quantity, Rate, UnitPrice, overflow},
    policy::TaxPolicy,
};

pub(crate) fn percent_of(amount: Money, percent: Option<Rate>, policy: &TaxPolicy) -> Result<Money> {
    let factor = percent.unwrap_or(Rate::ZERO).factor()?;
    Money::rounded(amount.amount().checked_mul(factor).ok_or_else(overflow)?, policy.currency, policy.step, policy.rounding)
}

/// The amount for a quantity at a price per a number of units.
pub(crate) fn price_times(price: UnitPrice, quantity: Quantity, price_quantity: Quantity, policy: &TaxPolicy) -> Result<Money> {
    let exact = price.amount().checked_mul(quantity.decimal()).and_then(|v| v.checked_div(price_quantity.decimal()));
    Money::rounded(exact.ok_or_else(overflow)?, policy.currency, policy.step, policy.rounding)
}

/// The share of an amount for a part of the whole quantity, rounded.
pub(crate) fn share(amount: Money, part: Quantity, whole: Quantity, policy: &TaxPolicy) -> Result<Money> {
    let exact = amount.amount().checked_mul(part.decimal()).and_then(|v| v.checked_div(whole.decimal())).ok_or_else(overflow)?;
    Money::rounded(exact, policy.currency, policy.step, policy.rounding)
}
