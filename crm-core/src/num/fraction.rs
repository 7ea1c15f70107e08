//! Exact fractions of whole numbers, for values that no decimal can represent.

use super::{Decimal, FINE_SCALE, overflow};
use crate::error::Result;

/// Millionths per unit: the smallest part of a quantity or unit price.
pub(crate) const MILLION: i128 = 1_000_000;

/// A number with at most 6 decimals as a whole number of millionths.
pub(crate) fn millionths(value: Decimal) -> Result<i128> {
    let value = value.normalize();
    let missing = FINE_SCALE.checked_sub(value.scale()).ok_or_else(overflow)?;
    10_i128.checked_pow(missing).and_then(|factor| value.mantissa().checked_mul(factor)).ok_or_else(overflow)
}

/// The greatest common divisor; 1 if both are zero.
pub(crate) fn greatest_common_divisor(mut a: i128, mut b: i128) -> i128 {
    while b != 0 {
        (a, b) = (b, a.checked_rem(b).unwrap_or_default());
    }
    a.checked_abs().unwrap_or(1).max(1)
}
