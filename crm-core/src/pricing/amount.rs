//! From a price and discounts to the amount of a line.
//!
//! Invariant: the gross amount is rounded once and so is the discount, because both are printed; the net is their difference (EN 16931: BT-131,
//! BT-136). Nothing is rounded earlier, whatever unit the price is for.

use crate::{
    error::{Error, Result},
    num::{
        Decimal, Money, MoneyStep, Quantity, Rate, RoundingMode, UnitPrice,
        fraction::{MILLION, greatest_common_divisor, millionths},
        overflow,
        rounding::fraction_to_step,
        same_currency,
    },
    products::UnitRatio,
};
use serde::{Deserialize, Serialize};

/// A discount on a line.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Discount {
    /// None.
    #[default]
    None,
    /// Percent of the gross amount.
    Percent(Rate),
    /// An amount off the price, for the number of units that the price is for.
    PerUnit(UnitPrice),
}

impl From<Option<Rate>> for Discount {
    fn from(rate: Option<Rate>) -> Self {
        rate.map_or(Self::None, Self::Percent)
    }
}

impl Discount {
    /// # Errors
    /// `field.invalid` if it is negative or exceeds the gross.
    pub fn check(self) -> Result<()> {
        let is_right = match self {
            Self::None => true,
            Self::Percent(rate) => (Decimal::ZERO..=Decimal::ONE_HUNDRED).contains(&rate.decimal()),
            Self::PerUnit(price) => price.amount() >= Decimal::ZERO,
        };
        if is_right { Ok(()) } else { Err(Error::field("discount", "is negative or more than the price")) }
    }
}

/// The amounts of a line.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct LineAmount {
    /// Gross: quantity x price.
    pub gross: Money,
    /// Discount.
    pub discount: Money,
    /// Net: gross less discount.
    pub net: Money,
}

/// The amounts of a line: `quantity` of its unit, at a price per `per` of its units (one, if the price is in the line's unit).
///
/// ```
/// use crm_core::{num::{Currency, Quantity, Rate, RoundingMode, UnitPrice}, pricing::{Discount, line_amount}, products::UnitRatio};
/// let eur = Currency::EUR;
/// let (dozen, hundred) = (UnitRatio::new(12, 1)?, UnitPrice::parse("100", eur)?);
/// let boxes = |pieces: i32, discount| line_amount(Quantity::from(pieces), hundred, dozen, discount, eur.step(), RoundingMode::HalfUp);
/// assert_eq!(boxes(12, Discount::None)?.net.to_string(), "100 EUR"); // and not 12 x 8.33 = 99.96
/// assert_eq!(boxes(7, Discount::None)?.net.to_string(), "58.33 EUR");
/// let less = boxes(24, Discount::Percent(Rate::parse("2.5")?))?;
/// assert_eq!((less.gross.to_string(), less.discount.to_string(), less.net.to_string()), ("200 EUR".into(), "5 EUR".into(), "195 EUR".into()));
/// # Ok::<(), crm_core::Error>(())
/// ```
///
/// # Errors
/// `field.invalid` for a discount that is negative or exceeds the gross; `currency.mismatch`, `number.out_of_range`.
pub fn line_amount(
    quantity: Quantity,
    price: UnitPrice,
    per: UnitRatio,
    discount: Discount,
    step: MoneyStep,
    mode: RoundingMode,
) -> Result<LineAmount> {
    discount.check()?;
    let gross = amount(quantity, price, per, step, mode)?;
    let off = match discount {
        Discount::None => Money::zero(price.currency()),
        Discount::Percent(rate) => {
            let exact = gross.amount().checked_mul(rate.factor()?).ok_or_else(overflow)?;
            Money::rounded(exact, gross.currency(), step, mode)?
        }
        Discount::PerUnit(part) => {
            same_currency(part.currency(), price.currency())?;
            if part.amount() > price.amount() {
                return Err(Error::field("discount", "is negative or more than the price"));
            }
            amount(quantity, part, per, step, mode)?
        }
    };
    Ok(LineAmount { gross, discount: off, net: gross.minus(off)? })
}

/// Quantity x price / per, rounded once.
fn amount(quantity: Quantity, price: UnitPrice, per: UnitRatio, step: MoneyStep, mode: RoundingMode) -> Result<Money> {
    let (above, below) =
        lowest([millionths(quantity.decimal())?, millionths(price.amount())?, per.denominator()], [MILLION, MILLION, per.numerator()])?;
    Money::new(fraction_to_step(above, below, step, mode)?, price.currency())
}

/// A fraction of two products in lowest terms, reduced factor by factor so that large common factors do not overflow.
fn lowest(mut above: [i128; 3], mut below: [i128; 3]) -> Result<(i128, i128)> {
    for a in &mut above {
        for b in &mut below {
            let divisor = greatest_common_divisor(*a, *b);
            *a = a.checked_div(divisor).ok_or_else(overflow)?;
            *b = b.checked_div(divisor).ok_or_else(overflow)?;
        }
    }
    let product = |factors: [i128; 3]| factors.into_iter().try_fold(1_i128, i128::checked_mul).ok_or_else(overflow);
    Ok((product(above)?, product(below)?))
}

#[cfg(test)]
#[allow(clippy::arithmetic_side_effects, reason = "small numbers of tests")]
mod tests {
    use super::*;
    use crate::num::Currency;
    use proptest::prelude::*;

    const EUR: Currency = Currency::EUR;

    fn of(quantity: &str, price: &str, per: UnitRatio, discount: Discount) -> LineAmount {
        let price = UnitPrice::parse(price, EUR).unwrap();
        line_amount(Quantity::parse(quantity).unwrap(), price, per, discount, EUR.step(), RoundingMode::HalfUp).unwrap()
    }

    fn texts(amount: LineAmount) -> [String; 3] {
        [amount.gross, amount.discount, amount.net].map(|m| m.amount().to_string())
    }

    #[test]
    fn the_discount_is_rounded_and_the_net_is_what_is_left() {
        let tenth = Discount::Percent(Rate::parse("10").unwrap());
        assert_eq!(texts(of("1", "11178.65", UnitRatio::ONE, tenth)), ["11178.65", "1117.87", "10060.78"]);
        assert_eq!(texts(of("-1", "11178.65", UnitRatio::ONE, tenth)), ["-11178.65", "-1117.87", "-10060.78"]);
        let each = Discount::PerUnit(UnitPrice::parse("0.335", EUR).unwrap());
        assert_eq!(texts(of("3", "1.5", UnitRatio::ONE, each)), ["4.5", "1.01", "3.49"]);
        let all = Discount::Percent(Rate::parse("100").unwrap());
        assert_eq!(texts(of("3", "1.333333", UnitRatio::ONE, all)), ["4", "4", "0"]);
    }

    #[test]
    fn a_discount_beyond_the_price_is_refused() {
        let price = UnitPrice::parse("1", EUR).unwrap();
        let line = |discount| line_amount(Quantity::from(1), price, UnitRatio::ONE, discount, EUR.step(), RoundingMode::HalfUp);
        for discount in [Discount::Percent(Rate::parse("100.0001").unwrap()), Discount::Percent(Rate::parse("-1").unwrap())] {
            assert_eq!(line(discount).unwrap_err().context("field"), Some("discount"));
        }
        assert_eq!(line(Discount::PerUnit(UnitPrice::parse("1.000001", EUR).unwrap())).unwrap_err().context("field"), Some("discount"));
        let dollars = Discount::PerUnit(UnitPrice::parse("0.1", Currency::USD).unwrap());
        assert_eq!(line(dollars).unwrap_err().code().as_str(), "currency.mismatch");
    }

    #[test]
    fn the_largest_numbers_are_exact_or_refused() {
        let line = |quantity: &str, price: &str| {
            let (quantity, price) = (Quantity::parse(quantity).unwrap(), UnitPrice::parse(price, EUR).unwrap());
            line_amount(quantity, price, UnitRatio::ONE, Discount::None, EUR.step(), RoundingMode::HalfUp).map(|a| a.net.amount().to_string())
        };
        assert_eq!(line("999999.999999", "999999.999999").unwrap(), "999999999998");
        assert_eq!(line("999999999999.999999", "999999999999.999999").unwrap_err().code().as_str(), "number.out_of_range");
    }

    proptest! {
        /// A price in the line's own unit yields quantity times price.
        #[test]
        fn without_discount_and_unit_it_is_quantity_times_price(q in -1_000_000_i64..1_000_000, p in 0_i64..1_000_000_000) {
            let (quantity, price) = (Quantity::new(Decimal::new(q, 3)).unwrap(), UnitPrice::new(Decimal::new(p, 6), EUR).unwrap());
            for mode in [RoundingMode::HalfUp, RoundingMode::HalfEven] {
                let line = line_amount(quantity, price, UnitRatio::ONE, Discount::None, EUR.step(), mode).unwrap();
                prop_assert_eq!(line.net, price.times(quantity, EUR.step(), mode).unwrap());
            }
        }

        /// Gross less discount is net; a larger discount never yields a larger net; a discount never exceeds the gross.
        #[test]
        fn discounts_are_monotone_and_within_the_gross(q in 1_i64..100_000, p in 0_i64..10_000_000, a in 0_i64..1_000_000, b in 0_i64..1_000_000, n in 1_i64..100) {
            let (quantity, price) = (Quantity::new(Decimal::new(q, 2)).unwrap(), UnitPrice::new(Decimal::new(p, 4), EUR).unwrap());
            let per = UnitRatio::new(n, 1).unwrap();
            let line = |rate| line_amount(quantity, price, per, Discount::Percent(Rate::new(Decimal::new(rate, 4)).unwrap()), EUR.step(), RoundingMode::HalfUp).unwrap();
            let (less, more) = (line(a.min(b)), line(a.max(b)));
            prop_assert_eq!(less.net.plus(less.discount).unwrap(), less.gross);
            prop_assert!(more.net.amount() <= less.net.amount() && !more.net.is_negative() && more.discount.amount() <= more.gross.amount());
        }

        /// Whole boxes cost whole prices, however many pieces are in a box.
        #[test]
        fn a_box_costs_its_price_in_pieces_too(boxes in 1_i64..1000, pieces in 1_i64..1000, cents in 0_i64..10_000_000) {
            let (per, price) = (UnitRatio::new(pieces, 1).unwrap(), UnitPrice::new(Decimal::new(cents, 2), EUR).unwrap());
            let line = line_amount(Quantity::new(Decimal::from(boxes * pieces)).unwrap(), price, per, Discount::None, EUR.step(), RoundingMode::HalfUp).unwrap();
            prop_assert_eq!(line.net.amount(), Decimal::new(boxes * cents, 2).normalize());
        }
    }
}
