//! Decimals in JSON and other text forms: strings or integers, never floats.

use super::{Decimal, parse_decimal};
use serde::{Deserialize, Deserializer, de};
use std::fmt;

/// A decimal as read from input.
#[derive(Clone, Copy)]
pub(super) struct Exact(pub(super) Decimal);

impl<'de> Deserialize<'de> for Exact {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        deserializer.deserialize_any(ExactVisitor).map(Self)
    }
}

/// Deserializes a field that is a bare decimal.
pub(crate) fn deserialize<'de, D: Deserializer<'de>>(deserializer: D) -> Result<Decimal, D::Error> {
    Exact::deserialize(deserializer).map(|exact| exact.0)
}

struct ExactVisitor;

impl de::Visitor<'_> for ExactVisitor {
    type Value = Decimal;

    fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("a decimal as a string, or an integer: a float is not exact")
    }

    fn visit_str<E: de::Error>(self, text: &str) -> Result<Decimal, E> {
        parse_decimal(text).map_err(E::custom)
    }

    fn visit_i64<E: de::Error>(self, number: i64) -> Result<Decimal, E> {
        Ok(number.into())
    }

    fn visit_u64<E: de::Error>(self, number: u64) -> Result<Decimal, E> {
        Ok(number.into())
    }
}

#[cfg(test)]
mod tests {
    use crate::num::{Money, Quantity};

    #[test]
    fn texts_and_integers_are_exact_and_floats_are_not() {
        let read = |text: &str| serde_json::from_str::<Quantity>(text).map(|q| q.to_string());
        assert_eq!(read("\"1.50\"").expect("a text"), "1.5");
        assert_eq!(read("3").expect("an integer"), "3");
        assert!(read("1.5").expect_err("a float").to_string().contains("a float is not exact"));
        assert!(read("\"1e3\"").is_err());
        let money = |text: &str| serde_json::from_str::<Money>(text);
        assert!(money(r#"{"amount": 0.1, "currency": "EUR"}"#).is_err());
        assert!(money(r#"{"amount": "0.12345", "currency": "EUR"}"#).is_err());
        let precise = serde_json::from_str::<Quantity>("\"0.1234567\"").expect_err("too precise").to_string();
        let said = precise.split(" at line ").next().unwrap_or_default();
        assert_eq!(crate::num::code_of_refusal(said), Some(crate::Code::NumberTooPrecise), "{said}");
        assert_eq!(crate::num::code_of_refusal("`x` has more than 6 decimals"), None);
        assert_eq!(money(r#"{"amount": "0.10", "currency": "EUR"}"#).expect("an amount").to_string(), "0.1 EUR");
    }
}
