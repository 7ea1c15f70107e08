//! Field values and their conversion to and from Rust types.

use super::{EntityDecl, Record};
use crate::{
    error::{Error, Result},
    num::{Currency, Decimal, Money, Quantity, Rate, UnitPrice},
    text::{self, quoted, search_key},
    time::{Appointment, Day, Instant, storable},
};
use serde::{Deserialize, Serialize};
use std::{borrow::Cow, cmp::Ordering, collections::BTreeMap};
use uuid::Uuid;

/// The type of a field, supported by every engine.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum ValueType {
    /// True or false.
    Bool,
    /// A 64-bit integer.
    Int,
    /// Text, compared byte by byte.
    Text,
    /// A UUID.
    Id,
    /// A calendar day.
    Day,
    /// An instant in UTC, to the microsecond.
    Instant,
    /// An amount of money, 4 decimals, in the row's currency.
    Money,
    /// A unit price, 6 decimals, in the row's currency.
    Price,
    /// A quantity, 6 decimals.
    Quantity,
    /// A rate in percent, 4 decimals.
    Rate,
    /// JSON, never compared.
    Json,
}

impl ValueType {
    /// The number of decimals stored, for decimal types.
    pub fn scale(self) -> Option<u32> {
        match self {
            Self::Money => Some(crate::num::MONEY_SCALE),
            Self::Price | Self::Quantity => Some(crate::num::FINE_SCALE),
            Self::Rate => Some(crate::num::RATE_SCALE),
            _ => None,
        }
    }

    /// Whether a decimal number is within the type's range and scale.
    pub fn holds(self, number: Decimal) -> bool {
        number.abs() <= self.largest()
    }

    /// A number, or the nearest one within the type's range.
    pub(crate) fn clamped(self, number: Decimal) -> Decimal {
        let mut smallest = self.largest();
        smallest.set_sign_negative(true);
        number.clamp(smallest, self.largest())
    }

    /// The largest number of the type; the smallest is its negative.
    pub fn largest(self) -> Decimal {
        match self {
            Self::Money => crate::num::MAX_MONEY,
            Self::Int => Decimal::from(i64::MAX),
            _ => crate::num::MAX_FINE,
        }
    }
}

/// The value of a field.
#[derive(Debug, Clone, PartialEq)]
pub enum Value {
    /// Null.
    Null,
    /// True or false.
    Bool(bool),
    /// An integer.
    Int(i64),
    /// A text.
    Text(String),
    /// A UUID.
    Id(Uuid),
    /// A day.
    Day(Day),
    /// An instant.
    Instant(Instant),
    /// Money, price, quantity or rate: the field's type decides which.
    Decimal(Decimal),
    /// JSON.
    Json(serde_json::Value),
    /// A number that storage assigns on writing; see [`crate::storage::ChangeSet::next_number`].
    Pending(PendingNumber),
}

/// A number in a series that is only known once the counter row is locked.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct PendingNumber {
    /// The series.
    pub series: String,
    /// How many numbers of the series this change set takes before it.
    pub offset: i64,
    /// How the number is formatted.
    pub numbering: Numbering,
}

/// How a number of a series is formatted.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Numbering {
    /// As the number itself.
    Sequence,
    /// As text: a prefix and the number, zero-padded to a width.
    Text {
        /// The prefix.
        prefix: String,
        /// Minimum number of digits.
        width: usize,
    },
}

impl PendingNumber {
    /// The value, given the first number assigned to the change set.
    pub fn resolve(&self, first: i64) -> Value {
        let number = first.saturating_add(self.offset);
        match &self.numbering {
            Numbering::Sequence => Value::Int(number),
            Numbering::Text { prefix, width } => Value::Text(format!("{prefix}{number:0width$}")),
        }
    }
}

/// Takes the content out of one variant, or reports what was expected.
macro_rules! into {
    ($($method:ident $variant:ident $ty:ty, $text:literal;)+) => {$(
        #[doc = concat!("The ", $text, " within.\n\n# Errors\n`storage.corrupt` if it is something else.")]
        pub fn $method(self) -> Result<$ty> {
            match self {
                Self::$variant(value) => Ok(value),
                other => Err(other.mismatch($text)),
            }
        }
    )+};
}

impl Value {
    into! {
        into_bool Bool bool, "boolean";
        into_int Int i64, "integer";
        into_text Text String, "text";
        into_id Id Uuid, "id";
        into_day Day Day, "day";
        into_instant Instant Instant, "instant";
        into_decimal Decimal Decimal, "decimal";
        into_json Json serde_json::Value, "JSON";
    }

    /// A part of a record that is stored as JSON.
    pub(crate) fn of_part(part: &impl Serialize) -> Self {
        Self::Json(to_json(part))
    }

    pub(crate) fn into_part<T: serde::de::DeserializeOwned>(self) -> Result<T> {
        serde_json::from_value(self.into_json()?).map_err(|e| Error::corrupt("the JSON of a field does not match its type").caused_by(e))
    }

    /// The error for a value that does not match its field's type.
    pub fn mismatch(&self, expected: &str) -> Error {
        Error::corrupt(format!("expected {expected}, found {self:?}"))
    }

    /// The sum of a column as reports give it: an integer if the column holds integers and the sum fits 64 bits, otherwise a decimal.
    pub fn of_sum(ty: ValueType, sum: Decimal) -> Self {
        match i64::try_from(sum) {
            Ok(sum) if ty == ValueType::Int => Self::Int(sum),
            _ => Self::Decimal(sum.normalize()),
        }
    }

    /// Whether it is null.
    pub fn is_null(&self) -> bool {
        matches!(self, Self::Null)
    }

    /// Whether it is what an unset field holds: null, empty or zero.
    pub(crate) fn is_nothing(&self) -> bool {
        matches!(self, Self::Null | Self::Int(0))
    }

    /// Whether it fits a field of the type.
    pub fn fits(&self, ty: ValueType) -> bool {
        match self {
            Self::Null | Self::Pending(_) => true,
            Self::Bool(_) => ty == ValueType::Bool,
            Self::Int(_) => ty == ValueType::Int,
            Self::Text(_) => ty == ValueType::Text,
            Self::Id(_) => ty == ValueType::Id,
            Self::Day(_) => ty == ValueType::Day,
            Self::Instant(_) => ty == ValueType::Instant,
            Self::Decimal(_) => ty.scale().is_some(),
            Self::Json(_) => ty == ValueType::Json,
        }
    }

    /// The total order used by sorting, comparisons and keys on every engine: null first, then by value; text byte by byte.
    pub fn order(&self, other: &Self) -> Ordering {
        match (self, other) {
            (Self::Bool(a), Self::Bool(b)) => a.cmp(b),
            (Self::Int(a), Self::Int(b)) => a.cmp(b),
            (Self::Text(a), Self::Text(b)) => a.as_bytes().cmp(b.as_bytes()),
            (Self::Id(a), Self::Id(b)) => a.cmp(b),
            (Self::Day(a), Self::Day(b)) => a.cmp(b),
            (Self::Instant(a), Self::Instant(b)) => a.cmp(b),
            (Self::Decimal(a), Self::Decimal(b)) => a.cmp(b),
            (a, b) => a.rank().cmp(&b.rank()),
        }
    }

    fn rank(&self) -> u8 {
        match self {
            Self::Null => 0,
            Self::Bool(_) => 1,
            Self::Int(_) => 2,
            Self::Text(_) => 3,
            Self::Id(_) => 4,
            Self::Day(_) => 5,
            Self::Instant(_) => 6,
            Self::Decimal(_) => 7,
            Self::Json(_) => 8,
            Self::Pending(_) => 9,
        }
    }

    /// Whether its text, if any, is in composed form.
    pub(crate) fn is_composed(&self) -> bool {
        match self {
            Self::Text(text) => matches!(text::composed(text), Cow::Borrowed(_)),
            Self::Json(json) => text::is_composed(json),
            _ => true,
        }
    }

    /// The value with its text in composed form, as texts are stored and compared.
    #[must_use]
    pub(crate) fn composed(self) -> Self {
        match self {
            one if one.is_composed() => one,
            Self::Text(text) => Self::Text(text::composed(&text).into_owned()),
            Self::Json(json) => Self::Json(text::composed_json(json)),
            one => one,
        }
    }

    pub(crate) fn search_key(&self) -> Self {
        match self {
            Self::Text(text) => Self::Text(search_key(text)),
            _ => Self::Null,
        }
    }

    /// As plain JSON: decimal numbers are strings, so that no reader turns them into floats.
    pub fn to_json(&self) -> serde_json::Value {
        match self {
            Self::Null | Self::Pending(_) => serde_json::Value::Null,
            Self::Bool(v) => (*v).into(),
            Self::Int(v) => (*v).into(),
            Self::Text(v) => v.as_str().into(),
            Self::Id(v) => v.to_string().into(),
            Self::Day(v) => v.to_string().into(),
            Self::Instant(v) => v.to_rfc3339_opts(chrono::SecondsFormat::Micros, true).into(),
            Self::Decimal(v) => v.normalize().to_string().into(),
            Self::Json(v) => v.clone(),
        }
    }

    /// From plain JSON, for a field of the given type. Decimal numbers are read from strings and integers, never from floats.
    ///
    /// # Errors
    /// `query.invalid` if the JSON does not fit the type.
    pub fn from_json(json: &serde_json::Value, ty: ValueType) -> Result<Self> {
        use serde_json::Value as Json;
        let unfit = || Error::new(crate::error::Code::QueryInvalid, format!("{} is not a value of type {ty:?}", quoted(json))).with("value", json);
        let value = match (ty, json) {
            (_, Json::Null) => Self::Null,
            (ValueType::Bool, Json::Bool(v)) => Self::Bool(*v),
            (ValueType::Int, Json::Number(v)) => Self::Int(v.as_i64().ok_or_else(unfit)?),
            (ValueType::Text, Json::String(v)) if !v.contains('\0') => Self::Text(v.clone()),
            (ValueType::Id, Json::String(v)) => Self::Id(v.parse().map_err(|_| unfit())?),
            (ValueType::Day, Json::String(v)) => Self::Day(v.parse().map_err(|_| unfit())?),
            (ValueType::Instant, Json::String(v)) => Self::Instant(storable(v.parse().map_err(|_| unfit())?)),
            (ValueType::Json, v) => Self::Json(v.clone()),
            (_, Json::String(v)) if ty.scale().is_some() => Self::Decimal(crate::num::parse_decimal(v).map_err(|_| unfit())?),
            (_, Json::Number(v)) if ty.scale().is_some() => Self::Decimal(Decimal::from(v.as_i64().ok_or_else(unfit)?)),
            _ => return Err(unfit()),
        };
        Ok(value)
    }
}

/// A record or a part of one as JSON.
#[expect(clippy::expect_used, reason = "texts, numbers, lists, and maps by text: each has a JSON")]
pub(crate) fn to_json(part: &impl Serialize) -> serde_json::Value {
    serde_json::to_value(part).expect("a part of a record cannot be written as JSON")
}

/// What decoding a row needs to know about it: the currency of its amounts.
#[derive(Debug, Clone, Copy, Default)]
pub struct Decoding {
    currency: Option<Currency>,
}

impl Decoding {
    /// Looks up the row's currency, if it has one.
    ///
    /// # Errors
    /// `currency.unknown`.
    pub fn of(decl: &EntityDecl, record: &Record) -> Result<Self> {
        let currency = match decl.currency_column().and_then(|c| record.get(c)) {
            Some(Value::Text(code)) => Some(code.parse()?),
            _ => None,
        };
        Ok(Self { currency })
    }

    /// Decoding with a known currency.
    pub fn with_currency(currency: Currency) -> Self {
        Self { currency: Some(currency) }
    }

    fn currency(&self) -> Result<Currency> {
        self.currency.ok_or_else(|| Error::corrupt("an amount has no currency"))
    }

    /// Decodes the next value into a field.
    ///
    /// # Errors
    /// `storage.corrupt`, naming the field.
    pub fn field<T: FieldValue>(values: &mut dyn Iterator<Item = Value>, name: &'static str, with: &Self) -> Result<T> {
        let value = values.next().ok_or_else(|| Error::corrupt("a row is too short"))?;
        T::decode(value, with).map_err(|e| e.with("field", name))
    }
}

/// A Rust type that can be the type of a field.
pub trait FieldValue: Sized + Clone {
    /// The type of the field.
    const TYPE: ValueType;
    /// Whether the field may be null.
    const NULLABLE: bool = false;
    /// The entity it references, if it is an id.
    const REFERS: Option<fn() -> &'static EntityDecl> = None;
    /// To a value.
    fn encode(&self) -> Value;
    /// From a value.
    ///
    /// # Errors
    /// `storage.corrupt` if the value does not fit.
    fn decode(value: Value, with: &Decoding) -> Result<Self>;
}

/// Implements [`FieldValue`] for a type that maps to one variant.
macro_rules! field_values {
    ($($ty:ty: $kind:ident, |$v:ident| $encode:expr, |$value:ident, $with:ident| $decode:expr;)+) => {$(
        impl FieldValue for $ty {
            const TYPE: ValueType = ValueType::$kind;
            fn encode(&self) -> Value { let $v = self; $encode }
            fn decode($value: Value, $with: &Decoding) -> Result<Self> { $decode }
        }
    )+};
}

field_values! {
    bool: Bool, |v| Value::Bool(*v), |value, _w| value.into_bool();
    i64: Int, |v| Value::Int(*v), |value, _w| value.into_int();
    String: Text, |v| Value::Text(v.clone()), |value, _w| value.into_text();
    Currency: Text, |v| Value::Text(v.code().to_owned()), |value, _w| value.into_text()?.parse();
    Day: Day, |v| Value::Day(*v), |value, _w| value.into_day();
    Instant: Instant, |v| Value::Instant(storable(*v)), |value, _w| value.into_instant();
    Uuid: Id, |v| Value::Id(*v), |value, _w| value.into_id();
    Money: Money, |v| Value::Decimal(v.amount()), |value, with| Money::new(value.into_decimal()?, with.currency()?);
    UnitPrice: Price, |v| Value::Decimal(v.amount()), |value, with| UnitPrice::new(value.into_decimal()?, with.currency()?);
    Quantity: Quantity, |v| Value::Decimal(v.decimal()), |value, _w| Quantity::new(value.into_decimal()?);
    Rate: Rate, |v| Value::Decimal(v.decimal()), |value, _w| Rate::new(value.into_decimal()?);
    serde_json::Value: Json, |v| Value::Json(v.clone()), |value, _w| value.into_json();
}

/// Implements [`FieldValue`] for a type stored as JSON: a list, a map, a struct with parts.
macro_rules! json_field {
    ($($ty:ty $(where $bound:ident)?),+ $(,)?) => {$(
        impl $(<$bound: Clone + serde::Serialize + serde::de::DeserializeOwned>)? $crate::entity::FieldValue for $ty {
            const TYPE: $crate::entity::ValueType = $crate::entity::ValueType::Json;
            fn encode(&self) -> $crate::entity::Value { $crate::entity::Value::of_part(self) }
            fn decode(value: $crate::entity::Value, _: &$crate::entity::Decoding) -> $crate::error::Result<Self> { value.into_part() }
        }
    )+};
}
pub(crate) use json_field;

json_field!(Vec<T> where T, BTreeMap<String, T> where T, Appointment);

impl<T: FieldValue> FieldValue for Option<T> {
    const TYPE: ValueType = T::TYPE;
    const NULLABLE: bool = true;
    const REFERS: Option<fn() -> &'static EntityDecl> = T::REFERS;
    fn encode(&self) -> Value {
        self.as_ref().map_or(Value::Null, T::encode)
    }
    fn decode(value: Value, with: &Decoding) -> Result<Self> {
        if value.is_null() { Ok(None) } else { T::decode(value, with).map(Some) }
    }
}

/// A field that may be hidden from some callers; hidden is neither zero nor empty. `null` in JSON if hidden.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[serde(from = "Option<T>", into = "Option<T>", bound(serialize = "T: Clone + Serialize"))]
pub enum Masked<T> {
    /// The value.
    Shown(T),
    /// Hidden from the caller.
    Hidden,
}

impl<T> Masked<T> {
    /// The value, if the caller may see it.
    pub fn shown(self) -> Option<T> {
        match self {
            Self::Shown(value) => Some(value),
            Self::Hidden => None,
        }
    }
}

impl<T> From<Option<T>> for Masked<T> {
    fn from(value: Option<T>) -> Self {
        value.map_or(Self::Hidden, Self::Shown)
    }
}

impl<T> From<Masked<T>> for Option<T> {
    fn from(value: Masked<T>) -> Self {
        value.shown()
    }
}

#[cfg(feature = "schema")]
impl<T: schemars::JsonSchema> schemars::JsonSchema for Masked<T> {
    fn inline_schema() -> bool {
        true
    }
    fn schema_name() -> std::borrow::Cow<'static, str> {
        Option::<T>::schema_name()
    }
    fn json_schema(generator: &mut schemars::SchemaGenerator) -> schemars::Schema {
        Option::<T>::json_schema(generator)
    }
}

impl<T: FieldValue> FieldValue for Masked<T> {
    const TYPE: ValueType = T::TYPE;
    const NULLABLE: bool = T::NULLABLE;
    fn encode(&self) -> Value {
        match self {
            Self::Shown(value) => value.encode(),
            Self::Hidden => Value::Null,
        }
    }
    fn decode(value: Value, with: &Decoding) -> Result<Self> {
        if value.is_null() { Ok(Self::Hidden) } else { T::decode(value, with).map(Self::Shown) }
    }
}
