//! How values that are no structs of their own are described: as texts with a format.

use crate::num::{Currency, MoneyStep, Quantity, Rate};
use schemars::{JsonSchema, Schema, SchemaGenerator, json_schema};
use std::borrow::Cow;

/// The format of exact decimals, which travel as texts.
pub const DECIMAL: &str = "decimal";

macro_rules! texts {
    ($($ty:ty: $name:literal, $format:expr;)+) => {$(
        impl JsonSchema for $ty {
            fn inline_schema() -> bool { true }
            fn schema_name() -> Cow<'static, str> { $name.into() }
            fn json_schema(_: &mut SchemaGenerator) -> Schema { json_schema!({"type": "string", "format": $format}) }
        }
    )+};
}

texts! {
    Quantity: "Quantity", DECIMAL;
    Rate: "Rate", DECIMAL;
    MoneyStep: "MoneyStep", DECIMAL;
    Currency: "Currency", "currency";
}
