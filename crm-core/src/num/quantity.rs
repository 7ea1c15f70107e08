//! Quantities of goods, and rates in percent.

use super::{Decimal, FINE_SCALE, MAX_FINE, RATE_SCALE, checked, exact::Exact, max_total, overflow, parse_decimal};
use crate::error::{Error, Result};
use serde::{Deserialize, Serialize};
use std::fmt;

/// A quantity in the product's unit: at most 6 decimals. An input or stored quantity has at most 12 digits before the point, a total 22.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Default, Serialize, Deserialize)]
#[serde(try_from = "Exact", into = "Decimal")]
pub struct Quantity(Decimal);

/// A rate in percent, such as 20 for one fifth: at most 4 decimals.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Default, Serialize, Deserialize)]
#[serde(try_from = "Exact", into = "Decimal")]
pub struct Rate(Decimal);

impl Quantity {
    /// Zero.
    pub const ZERO: Self = Self(Decimal::ZERO);

    /// An exact quantity.
    ///
    /// # Errors
    /// `number.too_precise`, `number.out_of_range`.
    pub fn new(value: Decimal) -> Result<Self> {
        checked(value, FINE_SCALE, MAX_FINE).map(Self)
    }

    /// A total of quantities.
    ///
    /// # Errors
    /// `number.too_precise`; `number.out_of_range` beyond 22 digits before the decimal point.
    pub(crate) fn total(value: Decimal) -> Result<Self> {
        checked(value, FINE_SCALE, max_total(FINE_SCALE)).map(Self)
    }

    /// The sum.
    ///
    /// # Errors
    /// `number.out_of_range`.
    pub fn plus(self, other: Self) -> Result<Self> {
        Self::total(self.0.checked_add(other.0).ok_or_else(overflow)?)
    }

    /// The difference.
    ///
    /// # Errors
    /// `number.out_of_range`.
    pub fn minus(self, other: Self) -> Result<Self> {
        self.plus(other.negated())
    }

    /// The quantity with opposite sign.
    #[must_use]
    pub fn negated(self) -> Self {
        Self(super::negated(self.0))
    }

    /// Whether it is zero.
    pub fn is_zero(self) -> bool {
        self.0.is_zero()
    }

    /// Whether it is greater than zero.
    pub fn is_positive(self) -> bool {
        self.0 > Decimal::ZERO
    }

    /// Whether it is less than zero.
    pub fn is_negative(self) -> bool {
        self.0 < Decimal::ZERO
    }
}

impl Rate {
    /// Zero percent.
    pub const ZERO: Self = Self(Decimal::ZERO);

    /// A rate in percent.
    ///
    /// # Errors
    /// `number.too_precise`; `number.out_of_range` beyond ±1,000,000 %.
    pub fn new(percent: Decimal) -> Result<Self> {
        checked(percent, RATE_SCALE, Decimal::from(1_000_000)).map(Self)
    }

    /// The rate as a factor: 20 % is 0.2.
    ///
    /// # Errors
    /// `number.out_of_range`.
    pub fn factor(self) -> Result<Decimal> {
        self.0.checked_div(Decimal::ONE_HUNDRED).ok_or_else(overflow)
    }
}

impl From<i32> for Quantity {
    fn from(value: i32) -> Self {
        Self(Decimal::from(value))
    }
}

/// What both types have in common: text, JSON and the decimal value.
macro_rules! plain {
    ($($name:ident)+) => {$(
        impl $name {
            /// The decimal value.
            pub fn decimal(self) -> Decimal { self.0 }

            /// Parses a text such as `1.5`.
            ///
            /// # Errors
            /// As `new`, and `number.unreadable`.
            pub fn parse(text: &str) -> Result<Self> { Self::new(parse_decimal(text)?) }
        }

        impl TryFrom<Decimal> for $name {
            type Error = Error;
            fn try_from(value: Decimal) -> Result<Self> { Self::new(value) }
        }

        impl TryFrom<Exact> for $name {
            type Error = Error;
            fn try_from(value: Exact) -> Result<Self> { Self::new(value.0) }
        }

        impl From<$name> for Decimal {
            fn from(value: $name) -> Self { value.0 }
        }

        impl fmt::Display for $name {
            fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result { self.0.fmt(f) }
        }

        impl fmt::Debug for $name {
            fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result { self.0.fmt(f) }
        }
    )+};
}

plain!(Quantity Rate);
