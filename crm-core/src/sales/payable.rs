//! Rounding of the payable amount, and the largest rounding that cash payment requires.

use crate::{
    error::{Error, Result},
    limits,
    num::{Decimal, Money, MoneyStep, RoundingMode, overflow},
    policy::TaxPolicy,
};
use serde::Serialize;

/// Rounding of the payable amount, for cash payment.
#[derive(Debug, Clone, Copy, PartialEq, Default, Serialize, serde::Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(tag = "kind", content = "value", rename_all = "snake_case")]
pub enum PayableRounding {
    /// No rounding.
    #[default]
    None,
    /// To a multiple of a step, such as 0.05.
    To(MoneyStep),
    /// By a given amount, as on a document from another system; less than one unit of the currency.
    By(Money),
}

impl PayableRounding {
    /// Whether it could round down by more than cash requires, and so has to be checked like an allowance.
    pub(super) fn is_beyond_cash(self, policy: &TaxPolicy) -> Result<bool> {
        let most = crate::sales::payable::largest_rounding(policy)?;
        Ok(match self {
            Self::None => false,
            // Halves are rounded up.
            Self::To(step) => step.decimal() > most.checked_add(most).ok_or_else(crate::num::overflow)?,
            Self::By(amount) => crate::num::negated(amount.amount()) > most,
        })
    }

    /// Checks a rounding given by a caller.
    ///
    /// # Errors
    /// `field.invalid`.
    pub(super) fn check(self, step: MoneyStep) -> Result<()> {
        match self {
            Self::By(amount) if amount.absolute().amount() >= crate::num::Decimal::ONE => {
                Err(Error::field("payable_rounding", "is not less than one unit of the currency"))
            }
            Self::By(amount) => crate::num::check_step("payable_rounding", amount, step),
            Self::None | Self::To(_) => Ok(()),
        }
    }

    /// The amount to add to a gross amount to round it.
    ///
    /// # Errors
    /// `currency.mismatch`, `number.out_of_range`.
    pub(super) fn amount(self, gross: Money) -> Result<Money> {
        match self {
            Self::None => Ok(Money::zero(gross.currency())),
            Self::To(step) => Money::rounded(gross.amount(), gross.currency(), step, RoundingMode::HalfUp)?.minus(gross),
            Self::By(amount) => crate::num::same_currency(amount.currency(), gross.currency()).map(|()| amount),
        }
    }
}

/// The part of the net amount that is paid: all of it, unless the payable amount is rounded down by more than cash requires.
pub(super) fn paid_of(net: Money, gross: Money, payable: Money, policy: &TaxPolicy) -> Result<Money> {
    let most = largest_rounding(policy)?;
    if gross.minus(payable)?.amount() <= most {
        return Ok(net);
    }
    match payable.amount().checked_div(gross.amount()) {
        Some(part) => Money::rounded(net.amount().checked_mul(part).ok_or_else(overflow)?, policy.currency, policy.step, policy.rounding),
        None => Ok(net),
    }
}

/// The largest amount that a payable amount may be rounded down by without being checked like an allowance.
pub(super) fn largest_rounding(policy: &TaxPolicy) -> Result<Decimal> {
    policy.currency.step().decimal().checked_mul(limits::MAX_FREE_ROUNDING.into()).ok_or_else(overflow)
}
