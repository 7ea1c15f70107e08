//! Filters on records: typed builders, and a JSON form.
//!
//! JSON: `{"and": [..]}`, `{"or": [..]}`, `{"not": ..}`, `{"field": "name", "contains": "acme"}`, `{"relation": "open_item", "exists": ..}`,
//! `{"relation": "open_item", "none": ..}`, `{"custom": "shoe_size", "ge": "42.5"}`; the tests are
//! `eq ne lt le gt ge in between contains starts_with empty within`. Whatever does not match the declaration is an error, never ignored.

use crate::{
    entity::{Change, Entity, EntityDecl, FieldValue, Value, ValueType, catalogue},
    error::{Code, Error, Result},
    ids::TypedId,
    text::quoted,
};
use serde_json::{Map, Value as Json, json};
use std::marker::PhantomData;
use uuid::Uuid;

/// A comparison operator.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Op {
    /// Equal.
    Eq,
    /// Not equal; false for an empty field.
    Ne,
    /// Less than.
    Lt,
    /// Less than or equal.
    Le,
    /// Greater than.
    Gt,
    /// Greater than or equal.
    Ge,
}

/// A test of one field. Comparisons with an empty field are false.
#[derive(Debug, Clone, PartialEq)]
pub enum Test {
    /// A comparison with a value.
    Compare(Op, Value),
    /// Equal to one of several values.
    In(Vec<Value>),
    /// Within a range, both ends included.
    Between(Value, Value),
    /// The search key contains that of the text.
    Contains(String),
    /// The search key starts with that of the text.
    StartsWith(String),
    /// Empty.
    IsEmpty,
    /// A node of a tree, or a node below it.
    Within(Uuid),
}

/// A filter on records.
#[derive(Debug, Clone, PartialEq, Default)]
pub enum Filter {
    /// All records.
    #[default]
    All,
    /// All of the filters match.
    And(Vec<Filter>),
    /// At least one of the filters matches.
    Or(Vec<Filter>),
    /// The opposite of a filter: true whenever it is not true.
    Not(Box<Filter>),
    /// A test of a field.
    Field(String, Test),
    /// At least one related record matches.
    Exists(String, Box<Filter>),
    /// A test of a custom field. Values are plain JSON until the field's type is known.
    Custom(String, Test),
}

impl Filter {
    /// Combines two filters: both must match.
    #[must_use]
    pub fn and(self, other: Filter) -> Filter {
        match (self, other) {
            (Filter::All, one) | (one, Filter::All) => one,
            (Filter::And(mut all), other) => {
                all.push(other);
                Filter::And(all)
            }
            (one, other) => Filter::And(vec![one, other]),
        }
    }

    /// Combines two filters: at least one must match.
    #[must_use]
    pub fn or(self, other: Filter) -> Filter {
        match self {
            Filter::Or(mut any) => {
                any.push(other);
                Filter::Or(any)
            }
            one => Filter::Or(vec![one, other]),
        }
    }

    /// The opposite filter.
    #[must_use]
    pub fn negate(self) -> Filter {
        Filter::Not(Box::new(self))
    }

    /// A filter for records with at least one related record that matches.
    #[must_use]
    pub fn exists(relation: &str, filter: Filter) -> Filter {
        Filter::Exists(relation.to_owned(), Box::new(filter))
    }

    /// A custom field of the entity, by name. Values are as in JSON: decimals and days are strings.
    ///
    /// ```
    /// use crm_core::query::Filter;
    /// let large = Filter::custom("shoe_size").ge("42.5");
    /// assert_eq!(large.to_json(), serde_json::json!({"custom": "shoe_size", "ge": "42.5"}));
    /// ```
    pub fn custom(name: &str) -> CustomFilter {
        CustomFilter(name.to_owned())
    }

    /// Whether it tests a custom field.
    pub(crate) fn has_custom(&self) -> bool {
        match self {
            Self::All | Self::Field(..) => false,
            Self::And(all) | Self::Or(all) => all.iter().any(Self::has_custom),
            Self::Not(inner) | Self::Exists(_, inner) => inner.has_custom(),
            Self::Custom(..) => true,
        }
    }

    /// A filter for records without a related record that matches.
    #[must_use]
    pub fn none(relation: &str, filter: Filter) -> Filter {
        Self::exists(relation, filter).negate()
    }

    /// The JSON form.
    pub fn to_json(&self) -> Json {
        match self {
            Self::All => json!({"and": []}),
            Self::And(all) => json!({"and": all.iter().map(Self::to_json).collect::<Vec<_>>()}),
            Self::Or(any) => json!({"or": any.iter().map(Self::to_json).collect::<Vec<_>>()}),
            Self::Not(inner) => json!({"not": inner.to_json()}),
            Self::Exists(relation, inner) => json!({"relation": relation, "exists": inner.to_json()}),
            Self::Field(field, test) => {
                let (name, operand) = test_to_json(test);
                json!({"field": field, name: operand})
            }
            Self::Custom(field, test) => {
                let (name, operand) = test_to_json(test);
                json!({"custom": field, name: operand})
            }
        }
    }

    /// Parses the JSON form against a declaration, which defines the types of values.
    ///
    /// # Errors
    /// `query.invalid`.
    pub fn from_json(json: &Json, decl: &EntityDecl) -> Result<Self> {
        parse(json, decl, 0)
    }
}

fn test_to_json(test: &Test) -> (&'static str, Json) {
    match test {
        Test::Compare(op, value) => (OPS.iter().find(|(_, o)| o == op).map_or("eq", |(n, _)| n), value.to_json()),
        Test::In(values) => ("in", values.iter().map(Value::to_json).collect()),
        Test::Between(low, high) => ("between", json!([low.to_json(), high.to_json()])),
        Test::Contains(text) => ("contains", text.as_str().into()),
        Test::StartsWith(text) => ("starts_with", text.as_str().into()),
        Test::IsEmpty => ("empty", true.into()),
        Test::Within(root) => ("within", root.to_string().into()),
    }
}

const OPS: &[(&str, Op)] = &[("eq", Op::Eq), ("ne", Op::Ne), ("lt", Op::Lt), ("le", Op::Le), ("gt", Op::Gt), ("ge", Op::Ge)];

fn invalid(message: impl Into<String>) -> Error {
    Error::new(Code::QueryInvalid, message)
}

fn parse(json: &Json, decl: &EntityDecl, depth: usize) -> Result<Filter> {
    crate::limits::check("MAX_FILTER_DEPTH", depth, crate::limits::MAX_FILTER_DEPTH)?;
    let depth = depth.saturating_add(1);
    let object = json.as_object().ok_or_else(|| invalid(format!("{} is not a condition", quoted(json))))?;
    let list = |items: &Json| -> Result<Vec<Filter>> {
        let items = items.as_array().ok_or_else(|| invalid(format!("{} is not a list of conditions", quoted(items))))?;
        items.iter().map(|item| parse(item, decl, depth)).collect()
    };
    if let Some(field) = object.get("field") {
        return parse_field(object, field, decl);
    }
    if let Some(field) = object.get("custom") {
        let name = field.as_str().ok_or_else(|| invalid("`custom` is not a string"))?;
        return parse_test(object, "custom", ValueType::Json, |test| Filter::Custom(name.to_owned(), test));
    }
    if let Some(relation) = object.get("relation") {
        let name = relation.as_str().ok_or_else(|| invalid("`relation` is not a string"))?;
        let target = catalogue::relation(decl, name).ok_or_else(|| invalid(format!("`{}` has no relation {}", decl.name, quoted(name))))?.target;
        return match single(object, "relation")? {
            ("exists", inner) => Ok(Filter::exists(name, parse(inner, target, depth)?)),
            ("none", inner) => Ok(Filter::none(name, parse(inner, target, depth)?)),
            (other, _) => Err(invalid(format!("a relation is tested by `exists` or `none`, not {}", quoted(other)))),
        };
    }
    match single(object, "")? {
        ("and", items) => list(items).map(|all| if all.is_empty() { Filter::All } else { Filter::And(all) }),
        ("or", items) => list(items).map(Filter::Or),
        ("not", inner) => Ok(parse(inner, decl, depth)?.negate()),
        (other, _) => Err(invalid(format!("{} is not a condition", quoted(other)))),
    }
}

/// The only entry of an object other than `besides`.
fn single<'a>(object: &'a Map<String, Json>, besides: &str) -> Result<(&'a str, &'a Json)> {
    let mut rest = object.iter().filter(|(key, _)| *key != besides);
    match (rest.next(), rest.next()) {
        (Some((key, value)), None) => Ok((key, value)),
        _ => Err(invalid(format!("an object with {} entries is not a single condition", object.len()))),
    }
}

fn parse_field(object: &Map<String, Json>, field: &Json, decl: &EntityDecl) -> Result<Filter> {
    let name = field.as_str().ok_or_else(|| invalid("`field` is not a string"))?;
    let ty = decl.value_type(name).ok_or_else(|| no_field(decl, name))?;
    parse_test(object, "field", ty, |test| Filter::Field(name.to_owned(), test))
}

/// Parses the test of a field, the entry other than its name, with values of a type.
fn parse_test(object: &Map<String, Json>, besides: &str, ty: ValueType, filter: impl Fn(Test) -> Filter) -> Result<Filter> {
    let (test, operand) = single(object, besides)?;
    let value_of = |json: &Json, ty| match Value::from_json(json, ty)? {
        Value::Null => Err(invalid(format!("`{test}` does not take null; use `empty` to find empty fields"))),
        value => Ok(value),
    };
    let value = |json: &Json| value_of(json, ty);
    let text = || operand.as_str().map(str::to_owned).ok_or_else(|| invalid(format!("`{test}` takes a string")));
    let list = || operand.as_array().ok_or_else(|| invalid(format!("`{test}` takes a list")));
    let test = match test {
        "in" => Test::In(list()?.iter().map(value).collect::<Result<_>>()?),
        "between" => match list()?.as_slice() {
            [low, high] => Test::Between(value(low)?, value(high)?),
            _ => return Err(invalid("`between` takes two values")),
        },
        "contains" => Test::Contains(text()?),
        "starts_with" => Test::StartsWith(text()?),
        "empty" => match operand {
            Json::Bool(true) => Test::IsEmpty,
            Json::Bool(false) => return Ok(filter(Test::IsEmpty).negate()),
            _ => return Err(invalid("`empty` takes true or false")),
        },
        "within" => Test::Within(value_of(operand, ValueType::Id)?.into_id()?),
        other => match OPS.iter().find(|(n, _)| *n == other) {
            Some((_, op)) => Test::Compare(*op, value(operand)?),
            None => return Err(invalid(format!("{} is not a test", quoted(other)))),
        },
    };
    Ok(filter(test))
}

pub(super) fn no_field(decl: &EntityDecl, name: &str) -> Error {
    invalid(format!("`{}` has no field {}", decl.name, quoted(name))).with("entity", decl.name).with("field", name)
}

/// A typed field of an entity, such as `Customer::name()`.
///
/// `K` is [`Given`] for a stored field, which can be set, and [`Computed`] for one derived from other rows.
#[derive(Debug)]
pub struct Field<E, T, K = Given> {
    name: &'static str,
    types: PhantomData<fn() -> (E, T)>,
    kind: PhantomData<K>,
}

/// Marks a stored [`Field`].
#[derive(Debug, Clone, Copy)]
pub enum Given {}

/// Marks a [`Field`] that is derived from other rows.
#[derive(Debug, Clone, Copy)]
pub enum Computed {}

impl<E, T, K> Clone for Field<E, T, K> {
    fn clone(&self) -> Self {
        *self
    }
}
impl<E, T, K> Copy for Field<E, T, K> {}

impl<E: Entity, T: FieldValue, K> Field<E, T, K> {
    /// Used by [`entity!`](crate::entity!).
    pub const fn new(name: &'static str) -> Self {
        Self { name, types: PhantomData, kind: PhantomData }
    }

    /// Name of the field.
    pub fn name(self) -> &'static str {
        self.name
    }

    fn test(self, test: Test) -> Filter {
        Filter::Field(self.name.to_owned(), test)
    }

    fn compare(self, op: Op, value: impl Into<T>) -> Filter {
        self.test(Test::Compare(op, value.into().encode()))
    }

    /// Equal to a value.
    pub fn eq(self, value: impl Into<T>) -> Filter {
        self.compare(Op::Eq, value)
    }

    /// Not equal; false for an empty field.
    pub fn ne(self, value: impl Into<T>) -> Filter {
        self.compare(Op::Ne, value)
    }

    /// Less than.
    pub fn lt(self, value: impl Into<T>) -> Filter {
        self.compare(Op::Lt, value)
    }

    /// Less than or equal.
    pub fn le(self, value: impl Into<T>) -> Filter {
        self.compare(Op::Le, value)
    }

    /// Greater than.
    pub fn gt(self, value: impl Into<T>) -> Filter {
        self.compare(Op::Gt, value)
    }

    /// Greater than or equal.
    pub fn ge(self, value: impl Into<T>) -> Filter {
        self.compare(Op::Ge, value)
    }

    /// Within a range, both ends included.
    pub fn between(self, low: impl Into<T>, high: impl Into<T>) -> Filter {
        self.test(Test::Between(low.into().encode(), high.into().encode()))
    }

    /// Equal to one of several values.
    pub fn is_in(self, values: impl IntoIterator<Item = impl Into<T>>) -> Filter {
        self.test(Test::In(values.into_iter().map(|v| v.into().encode()).collect()))
    }

    /// Empty.
    pub fn is_empty(self) -> Filter {
        self.test(Test::IsEmpty)
    }

    /// Contains the text, ignoring case and accents.
    pub fn contains(self, text: impl Into<String>) -> Filter {
        self.test(Test::Contains(text.into()))
    }

    /// Starts with the text, ignoring case and accents.
    pub fn starts_with(self, text: impl Into<String>) -> Filter {
        self.test(Test::StartsWith(text.into()))
    }

    /// The node of a tree, or a node below it.
    pub fn within(self, root: impl TypedId) -> Filter {
        self.test(Test::Within(root.uuid()))
    }
}

impl<E: Entity, T: FieldValue> Field<E, T> {
    /// Sets the field to a value, in a [`Patch`](crate::entity::Patch).
    pub fn set(self, value: impl Into<T>) -> Change<E>
    where
        T: serde::Serialize,
    {
        Change::new(self.name, &value.into())
    }
}

/// A custom field to be tested; see [`Filter::custom`].
#[derive(Debug, Clone)]
pub struct CustomFilter(String);

impl CustomFilter {
    fn test(self, test: Test) -> Filter {
        Filter::Custom(self.0, test)
    }

    fn compare(self, op: Op, value: impl Into<Json>) -> Filter {
        self.test(Test::Compare(op, Value::Json(value.into())))
    }

    /// Equal to a value.
    pub fn eq(self, value: impl Into<Json>) -> Filter {
        self.compare(Op::Eq, value)
    }

    /// Not equal; false for a record without a value.
    pub fn ne(self, value: impl Into<Json>) -> Filter {
        self.compare(Op::Ne, value)
    }

    /// Less than.
    pub fn lt(self, value: impl Into<Json>) -> Filter {
        self.compare(Op::Lt, value)
    }

    /// Less than or equal.
    pub fn le(self, value: impl Into<Json>) -> Filter {
        self.compare(Op::Le, value)
    }

    /// Greater than.
    pub fn gt(self, value: impl Into<Json>) -> Filter {
        self.compare(Op::Gt, value)
    }

    /// Greater than or equal.
    pub fn ge(self, value: impl Into<Json>) -> Filter {
        self.compare(Op::Ge, value)
    }

    /// Within a range, both ends included.
    pub fn between(self, low: impl Into<Json>, high: impl Into<Json>) -> Filter {
        self.test(Test::Between(Value::Json(low.into()), Value::Json(high.into())))
    }

    /// Equal to one of several values.
    pub fn is_in(self, values: impl IntoIterator<Item = impl Into<Json>>) -> Filter {
        self.test(Test::In(values.into_iter().map(|v| Value::Json(v.into())).collect()))
    }

    /// The record has no value.
    pub fn is_empty(self) -> Filter {
        self.test(Test::IsEmpty)
    }

    /// Contains the text, ignoring case and accents.
    pub fn contains(self, text: impl Into<String>) -> Filter {
        self.test(Test::Contains(text.into()))
    }

    /// Starts with the text, ignoring case and accents.
    pub fn starts_with(self, text: impl Into<String>) -> Filter {
        self.test(Test::StartsWith(text.into()))
    }

    /// The dictionary entry, or an entry below it.
    pub fn within(self, root: impl TypedId) -> Filter {
        self.test(Test::Within(root.uuid()))
    }
}
