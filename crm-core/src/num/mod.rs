//! Exact numbers: money, unit prices, quantities and rates as checked newtypes over decimals.
//!
//! Invariant: an input value fits the range and scale that every storage keeps, and no operation panics, overflows silently or uses a float. Sums of
//! amounts or quantities may be larger than a stored value, and are exact as well. Rounding happens in [`rounding`] and nowhere else.

mod amount;
mod currency;
pub(crate) mod exact;
pub(crate) mod fraction;
mod money;
mod quantity;
pub mod rounding;

pub use amount::{check_amount, check_step};
pub use currency::{Currency, CurrencyMark, MoneyStep};
pub use money::{Money, UnitPrice};
pub(crate) use money::{deserialize_total, same_currency};
pub use quantity::{Quantity, Rate};
pub use rounding::RoundingMode;
pub use rust_decimal::Decimal;

use crate::{
    error::{Code, Error, Result},
    limits::MAX_NUMBER,
    text::quoted,
};

/// Decimals stored for money.
pub const MONEY_SCALE: u32 = 4;
/// Decimals stored for unit prices and quantities.
pub const FINE_SCALE: u32 = 6;
/// Decimals stored for rates, in percent.
pub const RATE_SCALE: u32 = 4;

/// The largest stored amount of money: 922 trillion (a 64-bit integer of 1/10,000).
pub const MAX_MONEY: Decimal = Decimal::from_parts(0xFFFF_FFFF, 0x7FFF_FFFF, 0, false, MONEY_SCALE);
/// The largest stored unit price or quantity: 999,999,999,999.999999 (18 digits).
pub const MAX_FINE: Decimal = Decimal::from_parts(0xA763_FFFF, 0x0DE0_B6B3, 0, false, FINE_SCALE);

/// The largest total with a number of decimals: 28 digits in all, so that the sum or difference of any two totals is exact.
const fn max_total(scale: u32) -> Decimal {
    Decimal::from_parts(0x0FFF_FFFF, 0x3E25_0261, 0x204F_CE5E, false, scale)
}

/// Checks range and scale; a value with more decimals than the scale is refused, never rounded.
fn checked(value: Decimal, scale: u32, max: Decimal) -> Result<Decimal> {
    let value = value.normalize();
    if value.scale() > scale {
        let message = format!("`{value}` has more than {scale} decimals");
        return Err(Error::new(Code::NumberTooPrecise, message).with("value", value).with("scale", scale));
    }
    if value.abs() > max {
        return Err(out_of_range(value));
    }
    Ok(value)
}

/// The error code for a refused number if only the message is known, because JSON readers keep no more of an error. None for anything but a number
/// with too many decimals.
pub fn code_of_refusal(reason: &str) -> Option<Code> {
    let (value, rest) = reason.strip_prefix('`')?.split_once('`')?;
    let is_number = value.parse::<Decimal>().is_ok();
    (is_number && rest.starts_with(" has more than ") && rest.ends_with(" decimals")).then_some(Code::NumberTooPrecise)
}

/// The value with opposite sign; zero has none. Never overflows, because the sign is stored separately.
pub(crate) fn negated(mut value: Decimal) -> Decimal {
    value.set_sign_negative(value.is_sign_positive() && !value.is_zero());
    value
}

pub(crate) fn out_of_range(value: impl std::fmt::Display) -> Error {
    Error::new(Code::NumberOutOfRange, format!("`{value}` is outside the supported range")).with("value", value)
}

pub(crate) fn overflow() -> Error {
    Error::new(Code::NumberOutOfRange, "the result is outside the supported range")
}

/// Parses a plain decimal such as `-1234.50`: no exponent, no grouping, no locale.
///
/// # Errors
/// `number.unreadable`, also for a text longer than [`MAX_NUMBER`](crate::limits::MAX_NUMBER).
pub fn parse_decimal(text: &str) -> Result<Decimal> {
    let unreadable = |reason: String| Error::new(Code::NumberUnreadable, format!("{} {reason}", quoted(text))).with("value", text);
    if text.len() > MAX_NUMBER {
        let reason = format!("is longer than the limit `MAX_NUMBER` of {MAX_NUMBER} characters");
        return Err(unreadable(reason).with("name", "MAX_NUMBER").with("limit", MAX_NUMBER));
    }
    Decimal::from_str_exact(text.trim()).map_err(|e| unreadable("is not a number".to_owned()).caused_by(e))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_bounds_are_those_of_the_engines() {
        assert_eq!(MAX_MONEY.to_string(), "922337203685477.5807");
        assert_eq!(MAX_FINE.to_string(), "999999999999.999999");
    }

    #[test]
    fn totals_have_28_digits() {
        assert_eq!(max_total(MONEY_SCALE).to_string(), format!("{}.9999", "9".repeat(24)));
        assert_eq!(max_total(FINE_SCALE).to_string(), format!("{}.999999", "9".repeat(22)));
        let largest = Money::total(max_total(MONEY_SCALE), Currency::EUR).expect("a total");
        assert_eq!(largest.plus(largest).unwrap_err().code(), Code::NumberOutOfRange);
        assert!(largest.minus(largest).expect("a difference").is_zero());
    }
}
