//! Quantities in units that do not convert exactly to the base unit: how much stock moves for them.
//!
//! Invariant: while goods in one place move in such parts and in whole base units, what is left of them is the exact remainder, rounded. So roundings
//! never accumulate, and the last part takes the rest: from a box of 3 pieces, 0.333333, 0.333334 and 0.333333 leave, and then nothing is left.

use crate::{
    error::Result,
    num::{Decimal, Quantity, RoundingMode, overflow, rounding::to_whole},
    products::UnitRatio,
};

/// A quantity of base units as a number of the parts that a unit divides the base unit into.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) struct Fraction {
    above: i128,
    below: i128,
}

impl Fraction {
    /// The fraction for a quantity entered in a unit.
    pub(super) fn of(entered: Quantity, unit: UnitRatio) -> Result<Self> {
        let entered = entered.decimal().normalize();
        let parts = 10_i128.checked_pow(entered.scale()).ok_or_else(overflow)?;
        let above = entered.mantissa().checked_mul(unit.numerator()).ok_or_else(overflow)?;
        Ok(Self { above, below: parts.checked_mul(unit.denominator()).ok_or_else(overflow)? })
    }

    /// The quantity that moves so that what is left is rounded, rather than what moves; none if the quantity converts exactly, or if what is on hand
    /// is not a number of such parts.
    pub(super) fn moves(self, on_hand: Quantity, is_out: bool, decimals: u32) -> Result<Option<Quantity>> {
        let steps = 10_i128.checked_pow(decimals).ok_or_else(overflow)?;
        let there = on_hand.decimal().normalize();
        // Parts finer than the stored precision could not be told apart.
        let is_fine = self.below.checked_mul(4).ok_or_else(overflow)? > steps;
        if steps.checked_rem(self.below) == Some(0) || is_fine || there.scale() > decimals {
            return Ok(None);
        }
        let scale = decimals.checked_sub(there.scale()).and_then(|missing| 10_i128.checked_pow(missing)).ok_or_else(overflow)?;
        let there = there.mantissa().checked_mul(scale).ok_or_else(overflow)?;
        let rounded = |value: i128, times: i128, by: i128| to_whole(value.checked_mul(times).ok_or_else(overflow)?, by, RoundingMode::HalfUp);
        let parts = rounded(there, self.below, steps)?;
        let as_kept = |parts: i128| rounded(parts, steps, self.below);
        if as_kept(parts)? != there {
            return Ok(None);
        }
        let next = if is_out { parts.checked_sub(self.above) } else { parts.checked_add(self.above) };
        let moved = as_kept(next.ok_or_else(overflow)?)?.checked_sub(there).and_then(i128::checked_abs).ok_or_else(overflow)?;
        let moved = Decimal::try_from_i128_with_scale(moved, decimals).map_err(|_| overflow())?;
        Quantity::new(moved).map(|moved| Some(moved).filter(|moved| moved.is_positive()))
    }
}

#[cfg(test)]
#[allow(clippy::arithmetic_side_effects, reason = "small numbers of tests")]
mod tests {
    use super::*;
    use crate::num::fraction::MILLION;
    use proptest::prelude::*;

    fn quantity(text: &str) -> Quantity {
        Quantity::parse(text).unwrap()
    }

    fn part(entered: &str, above: i64, below: i64) -> Fraction {
        Fraction::of(quantity(entered), UnitRatio::new(above, below).unwrap()).unwrap()
    }

    #[test]
    fn the_last_part_of_a_box_takes_the_rest() {
        for pieces in [3, 6, 7, 9, 11, 12] {
            let mut left = quantity("1");
            for _ in 0..pieces {
                let moved = part("1", 1, pieces).moves(left, true, 6).unwrap().unwrap();
                left = left.minus(moved).unwrap();
            }
            assert_eq!(left, Quantity::ZERO, "{pieces}");
        }
    }

    #[test]
    fn what_comes_out_even_or_is_finer_than_what_is_kept_moves_as_it_is() {
        assert_eq!(part("1", 1, 4).moves(quantity("1"), true, 6).unwrap(), None);
        assert_eq!(part("3", 1, 3).moves(quantity("1"), true, 6).unwrap(), Some(quantity("1")));
        assert_eq!(part("1", 45_359_237, 100_000_000).moves(quantity("1"), true, 6).unwrap(), None);
        assert_eq!(part("1", 1, 3).moves(quantity("0.1"), true, 6).unwrap(), None, "a tenth is not a number of thirds");
        assert_eq!(part("1", 1, 3).moves(quantity("0.33"), true, 2).unwrap(), Some(quantity("0.33")));
    }

    proptest! {
        /// Pieces come in and go out in any order and number: what is left is the exact remainder, rounded.
        #[test]
        fn roundings_never_add_up(below in 2_i64..500, moves in prop::collection::vec((1_i64..2_000, any::<bool>()), 1..60)) {
            let (mut left, mut pieces) = (Quantity::ZERO, 0_i128);
            for (number, is_out) in moves {
                let fraction = part(&number.to_string(), 1, below);
                let kept = |parts: i128| to_whole(parts.checked_mul(MILLION).unwrap(), below.into(), RoundingMode::HalfUp).unwrap();
                let plain = Quantity::new(Decimal::from_i128_with_scale(kept(number.into()), 6)).unwrap();
                let moved = fraction.moves(left, is_out, 6).unwrap().unwrap_or(plain);
                left = if is_out { left.minus(moved) } else { left.plus(moved) }.unwrap();
                pieces = if is_out { pieces.checked_sub(number.into()) } else { pieces.checked_add(number.into()) }.unwrap();
                let real = Decimal::from_i128_with_scale(kept(pieces), 6);
                prop_assert_eq!(left.decimal(), real.normalize());
            }
        }
    }
}
