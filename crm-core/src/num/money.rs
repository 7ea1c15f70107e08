//! Amounts and unit prices with their currency.

use super::{
    Currency, Decimal, FINE_SCALE, MAX_FINE, MAX_MONEY, MONEY_SCALE, MoneyStep, Quantity, RoundingMode, checked, max_total, overflow, parse_decimal,
    rounding,
};
use crate::error::{Code, Error, Result};
use serde::{Deserialize, Deserializer, Serialize, de};
use std::fmt;

/// An amount of money: at most 4 decimals, in one currency. An input or stored amount is within ±922 trillion; a total may have 24 digits before the
/// decimal point.
///
/// ```
/// use crm_core::num::{Currency, Money};
/// let a = Money::parse("10.50", Currency::EUR)?;
/// let b = Money::parse("0.25", Currency::EUR)?;
/// assert_eq!(a.plus(b)?, Money::parse("10.75", Currency::EUR)?);
/// assert_eq!(a.plus(Money::zero(Currency::USD)).unwrap_err().code().as_str(), "currency.mismatch");
/// # Ok::<(), crm_core::Error>(())
/// ```
#[derive(Clone, Copy, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(try_from = "Amount", into = "Amount")]
pub struct Money {
    amount: Decimal,
    currency: Currency,
}

/// A price or cost per unit: at most 6 decimals, in one currency.
#[derive(Clone, Copy, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(try_from = "Amount", into = "Amount")]
pub struct UnitPrice {
    amount: Decimal,
    currency: Currency,
}

/// The JSON form of both: `{"amount": "12.34", "currency": "EUR"}`.
#[derive(Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
struct Amount {
    /// The number.
    #[serde(deserialize_with = "super::exact::deserialize")]
    #[cfg_attr(feature = "schema", schemars(with = "super::Quantity"))]
    amount: Decimal,
    /// The currency, such as `EUR`.
    currency: Currency,
}

impl Money {
    /// An exact amount.
    ///
    /// # Errors
    /// `number.too_precise`, `number.out_of_range`.
    pub fn new(amount: Decimal, currency: Currency) -> Result<Self> {
        Ok(Self { amount: checked(amount, MONEY_SCALE, MAX_MONEY)?, currency })
    }

    /// A total of amounts.
    ///
    /// # Errors
    /// `number.too_precise`; `number.out_of_range` beyond 24 digits before the decimal point.
    pub(crate) fn total(amount: Decimal, currency: Currency) -> Result<Self> {
        Ok(Self { amount: checked(amount, MONEY_SCALE, max_total(MONEY_SCALE))?, currency })
    }

    /// Parses an amount such as `-12.50`.
    ///
    /// # Errors
    /// As [`Money::new`], and `number.unreadable`.
    pub fn parse(text: &str, currency: Currency) -> Result<Self> {
        Self::new(parse_decimal(text)?, currency)
    }

    /// Rounds a calculated value to the step.
    ///
    /// # Errors
    /// `number.out_of_range`.
    pub fn rounded(value: Decimal, currency: Currency, step: MoneyStep, mode: RoundingMode) -> Result<Self> {
        Self::new(rounding::to_step(value, step, mode)?, currency)
    }

    /// Zero.
    pub fn zero(currency: Currency) -> Self {
        Self { amount: Decimal::ZERO, currency }
    }

    /// The number.
    pub fn amount(self) -> Decimal {
        self.amount
    }

    /// The currency.
    pub fn currency(self) -> Currency {
        self.currency
    }

    /// Whether it is zero.
    pub fn is_zero(self) -> bool {
        self.amount.is_zero()
    }

    /// Whether it is less than zero.
    pub fn is_negative(self) -> bool {
        self.amount < Decimal::ZERO
    }

    /// Whether it is greater than zero.
    pub fn is_positive(self) -> bool {
        self.amount > Decimal::ZERO
    }

    /// The sum.
    ///
    /// # Errors
    /// `currency.mismatch`, `number.out_of_range`.
    pub fn plus(self, other: Self) -> Result<Self> {
        same_currency(self.currency, other.currency)?;
        Self::total(self.amount.checked_add(other.amount).ok_or_else(overflow)?, self.currency)
    }

    /// The difference.
    ///
    /// # Errors
    /// `currency.mismatch`, `number.out_of_range`.
    pub fn minus(self, other: Self) -> Result<Self> {
        self.plus(other.negated())
    }

    /// The amount with opposite sign.
    #[must_use]
    pub fn negated(self) -> Self {
        Self { amount: super::negated(self.amount), currency: self.currency }
    }

    /// The absolute amount.
    #[must_use]
    pub fn absolute(self) -> Self {
        Self { amount: self.amount.abs(), currency: self.currency }
    }

    /// The smaller of two amounts.
    ///
    /// # Errors
    /// `currency.mismatch`.
    pub fn min(self, other: Self) -> Result<Self> {
        same_currency(self.currency, other.currency)?;
        Ok(if other.amount < self.amount { other } else { self })
    }

    /// The sum of several amounts in a currency.
    ///
    /// # Errors
    /// `currency.mismatch`, `number.out_of_range`.
    pub fn sum(amounts: impl IntoIterator<Item = Self>, currency: Currency) -> Result<Self> {
        amounts.into_iter().try_fold(Self::zero(currency), Self::plus)
    }
}

impl UnitPrice {
    /// Zero.
    pub fn zero(currency: Currency) -> Self {
        Self { amount: Decimal::ZERO, currency }
    }

    /// An exact unit price.
    ///
    /// # Errors
    /// `number.too_precise`, `number.out_of_range`.
    pub fn new(amount: Decimal, currency: Currency) -> Result<Self> {
        Ok(Self { amount: checked(amount, FINE_SCALE, MAX_FINE)?, currency })
    }

    /// Parses a unit price such as `2.95`.
    ///
    /// # Errors
    /// As [`UnitPrice::new`], and `number.unreadable`.
    pub fn parse(text: &str, currency: Currency) -> Result<Self> {
        Self::new(parse_decimal(text)?, currency)
    }

    /// The number.
    pub fn amount(self) -> Decimal {
        self.amount
    }

    /// The currency.
    pub fn currency(self) -> Currency {
        self.currency
    }

    /// The amount for a quantity, rounded to the step: the only conversion from a price to an amount.
    ///
    /// # Errors
    /// `number.out_of_range`.
    pub fn times(self, quantity: Quantity, step: MoneyStep, mode: RoundingMode) -> Result<Money> {
        let exact = self.amount.checked_mul(quantity.decimal()).ok_or_else(overflow)?;
        Money::rounded(exact, self.currency, step, mode)
    }
}

/// Deserializes an optional total.
pub(crate) fn deserialize_total<'de, D: Deserializer<'de>>(deserializer: D) -> Result<Option<Money>, D::Error> {
    let total = Option::<Amount>::deserialize(deserializer)?;
    total.map(|Amount { amount, currency }| Money::total(amount, currency).map_err(de::Error::custom)).transpose()
}

/// # Errors
/// `currency.mismatch`.
pub(crate) fn same_currency(a: Currency, b: Currency) -> Result<()> {
    if a == b {
        return Ok(());
    }
    Err(Error::new(Code::CurrencyMismatch, format!("{a} and {b} are different currencies")).with("left", a).with("right", b))
}

/// The conversions of both types to text and JSON.
macro_rules! amounts {
    ($($name:ident)+) => {$(
        impl TryFrom<Amount> for $name {
            type Error = Error;
            fn try_from(value: Amount) -> Result<Self> { Self::new(value.amount, value.currency) }
        }

        impl From<$name> for Amount {
            fn from(value: $name) -> Self { Self { amount: value.amount, currency: value.currency } }
        }

        impl fmt::Display for $name {
            fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result { write!(f, "{} {}", self.amount, self.currency) }
        }

        impl fmt::Debug for $name {
            fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result { fmt::Display::fmt(self, f) }
        }
    )+};
}

amounts!(Money UnitPrice);
