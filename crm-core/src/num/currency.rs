//! Currencies of ISO 4217, and the step that amounts of money are rounded to.

use super::{Decimal, Money, exact::Exact};
use crate::{
    error::{Code, Error, Result},
    text::quoted,
};
use serde::{Deserialize, Serialize};
use std::{fmt, str::FromStr};

/// An ISO 4217 currency, by its alphabetic code.
///
/// ```
/// use crm_core::num::Currency;
/// let yen: Currency = "JPY".parse()?;
/// assert_eq!(yen.step().to_string(), "1");
/// # Ok::<(), crm_core::Error>(())
/// ```
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(try_from = "String", into = "String")]
pub struct Currency([u8; 3]);

impl Currency {
    /// Euro.
    pub const EUR: Self = Self(*b"EUR");
    /// Pound sterling.
    pub const GBP: Self = Self(*b"GBP");
    /// US dollar.
    pub const USD: Self = Self(*b"USD");
    /// Swiss franc.
    pub const CHF: Self = Self(*b"CHF");
    /// Renminbi.
    pub const CNY: Self = Self(*b"CNY");

    /// The alphabetic code, such as `EUR`.
    pub fn code(&self) -> &str {
        std::str::from_utf8(&self.0).unwrap_or("XXX")
    }

    /// The smallest amount in general use: 0.01 for most currencies, 1 for the yen, 0.001 for the Tunisian dinar.
    pub fn step(self) -> MoneyStep {
        let exponent = iso_currency::Currency::from_code(self.code()).and_then(|c| c.exponent()).unwrap_or(2);
        MoneyStep(Decimal::new(1, u32::from(exponent).min(super::MONEY_SCALE)))
    }
}

/// Other spellings of a code or sign.
const SPELLINGS: &[(&str, &str)] = &[
    ("euro", "EUR"),
    ("euros", "EUR"),
    ("us$", "USD"),
    ("u$s", "USD"),
    ("r$", "BRL"),
    ("s/", "PEN"),
    ("￥", "¥"),
    ("rmb", "CNY"),
    ("人民币", "CNY"),
    ("人民幣", "CNY"),
];

/// Signs, and the currencies written with them (Unicode CLDR, narrow symbols).
const SIGNS: &[(&str, &str)] = &[
    ("€", "EUR"),
    ("$", "USD ARS AUD BBD BMD BND BSD BZD CAD CLP COP CUP CVE DOP FJD GYD HKD JMD KYD LRD MXN NAD NZD SBD SGD SRD TTD TWD UYU XCD"),
    ("£", "GBP EGP FKP GIP LBP SHP SSP SYP"),
    ("¥", "CNY JPY"),
    ("元", "CNY HKD MOP TWD"),
    ("₽", "RUB"),
    ("₹", "INR"),
    ("₩", "KRW KPW"),
    ("₺", "TRY"),
    ("kr", "SEK NOK DKK ISK"),
];

/// The mark of a currency written next to a figure: a code such as `EUR`, or a sign such as `$`, which several currencies may share.
///
/// ```
/// use crm_core::num::{Currency, CurrencyMark};
/// let dollar: CurrencyMark = "$".parse()?;
/// assert!(dollar.is_of(Currency::USD) && dollar.is_of("MXN".parse()?) && !dollar.is_of(Currency::EUR));
/// assert_eq!("euros".parse::<CurrencyMark>()?, CurrencyMark::from(Currency::EUR));
/// # Ok::<(), crm_core::Error>(())
/// ```
#[derive(Clone, Copy, PartialEq, Eq, Hash, Serialize)]
#[serde(into = "String")]
pub struct CurrencyMark([u8; 3]);

impl CurrencyMark {
    /// The code or sign.
    pub fn text(&self) -> &str {
        std::str::from_utf8(&self.0).unwrap_or_default().trim_end_matches('\0')
    }

    /// The currency, if only one is written with this mark.
    pub fn currency(self) -> Option<Currency> {
        let codes = SIGNS.iter().find(|(sign, _)| *sign == self.text()).map_or(self.text(), |(_, codes)| codes);
        codes.parse().ok()
    }

    /// Whether this mark and another can denote the same currency.
    pub fn agrees(self, other: Self) -> bool {
        self == other || self.currency().is_some_and(|own| other.is_of(own)) || other.currency().is_some_and(|own| self.is_of(own))
    }

    /// Whether it can denote a currency.
    pub fn is_of(self, currency: Currency) -> bool {
        let shared = SIGNS.iter().find(|(sign, _)| *sign == self.text()).map_or("", |(_, codes)| codes);
        self.0 == currency.0 || shared.split_ascii_whitespace().any(|code| code == currency.code())
    }
}

impl From<Currency> for CurrencyMark {
    fn from(currency: Currency) -> Self {
        Self(currency.0)
    }
}

impl FromStr for CurrencyMark {
    type Err = Error;

    fn from_str(text: &str) -> Result<Self> {
        let lower = text.trim().to_lowercase();
        let spelled = SPELLINGS.iter().find(|(spelling, _)| *spelling == lower).map(|(_, mark)| *mark);
        if let Some((sign, _)) = SIGNS.iter().find(|(sign, _)| *sign == spelled.unwrap_or(&lower)) {
            let mut bytes = sign.bytes();
            return Ok(Self(std::array::from_fn(|_| bytes.next().unwrap_or_default())));
        }
        spelled.unwrap_or(&lower).to_uppercase().parse().map(|currency: Currency| Self(currency.0)).map_err(|error| error.with("value", text))
    }
}

impl From<CurrencyMark> for String {
    fn from(mark: CurrencyMark) -> Self {
        mark.text().to_owned()
    }
}

impl fmt::Display for CurrencyMark {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(self.text())
    }
}

impl fmt::Debug for CurrencyMark {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(self.text())
    }
}

impl FromStr for Currency {
    type Err = Error;

    fn from_str(code: &str) -> Result<Self> {
        let unknown = || Error::new(Code::CurrencyUnknown, format!("{} is not an ISO 4217 currency code", quoted(code))).with("value", code);
        let bytes: [u8; 3] = code.as_bytes().try_into().map_err(|_| unknown())?;
        iso_currency::Currency::from_code(code).map(|_| Self(bytes)).ok_or_else(unknown)
    }
}

impl TryFrom<String> for Currency {
    type Error = Error;
    fn try_from(code: String) -> Result<Self> {
        code.parse()
    }
}

impl From<Currency> for String {
    fn from(currency: Currency) -> Self {
        currency.code().to_owned()
    }
}

impl fmt::Display for Currency {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(self.code())
    }
}

impl fmt::Debug for Currency {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(self.code())
    }
}

/// The step that amounts of a currency are rounded to, such as 1, 0.05, 0.01 or 0.001.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[serde(try_from = "Exact", into = "Decimal")]
pub struct MoneyStep(pub(super) Decimal);

impl MoneyStep {
    /// A step other than the currency's own, such as 0.05 for cash in Swiss francs.
    ///
    /// # Errors
    /// `number.out_of_range` unless positive; `number.too_precise` below 0.0001.
    pub fn new(step: Decimal) -> Result<Self> {
        let step = super::checked(step, super::MONEY_SCALE, super::MAX_MONEY)?;
        if step <= Decimal::ZERO {
            return Err(super::out_of_range(step));
        }
        Ok(Self(step))
    }

    /// The step as a decimal.
    pub fn decimal(self) -> Decimal {
        self.0
    }

    /// Whether an amount is a whole number of steps.
    #[must_use]
    pub fn divides(self, amount: Money) -> bool {
        amount.amount().checked_rem(self.0).is_some_and(|rest| rest.is_zero())
    }
}

impl TryFrom<Exact> for MoneyStep {
    type Error = Error;
    fn try_from(value: Exact) -> Result<Self> {
        Self::new(value.0)
    }
}

impl From<MoneyStep> for Decimal {
    fn from(step: MoneyStep) -> Self {
        step.0
    }
}

impl fmt::Display for MoneyStep {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        self.0.fmt(f)
    }
}
