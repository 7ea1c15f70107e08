//! Changes to individual fields of a record.
//!
//! Invariant: a field that is not given keeps its value, or takes its declared default in a new record. A patch never holds a value that its field
//! cannot hold.

use super::{Entity, EntityDecl, to_json};
use crate::{
    error::{Code, Error, Result},
    text::quoted,
};
use serde::Serialize;
use serde_json::{Map, Value as Json};
use std::marker::PhantomData;

/// A field and its new value: `Customer::name().set("Acme")`.
#[derive(Debug, Clone, PartialEq)]
pub struct Change<E> {
    field: &'static str,
    value: Json,
    entity: PhantomData<fn() -> E>,
}

impl<E: Entity> Change<E> {
    pub(crate) fn new(field: &'static str, value: &impl Serialize) -> Self {
        Self { field, value: to_json(value), entity: PhantomData }
    }
}

/// The changed fields of a record. If a field is given twice, the last value wins.
///
/// ```
/// use crm_core::{customers::Customer, entity::Patch};
/// let patch = Patch::from([Customer::name().set("Acme"), Customer::notes().set(None)]);
/// assert_eq!(patch.to_json(), serde_json::json!({"name": "Acme", "notes": null}));
/// ```
#[derive(Debug, Clone, PartialEq)]
pub struct Patch<E> {
    fields: Map<String, Json>,
    entity: PhantomData<fn() -> E>,
}

impl<E: Entity, I: IntoIterator<Item = Change<E>>> From<I> for Patch<E> {
    fn from(changes: I) -> Self {
        let fields = changes.into_iter().map(|change| (change.field.to_owned(), change.value)).collect();
        Self { fields, entity: PhantomData }
    }
}

impl<E: Entity> Patch<E> {
    /// Every field as the record has it; overwrites anything that others have set in the stored record.
    pub fn all(record: &E) -> Self {
        let fields = match to_json(record) {
            Json::Object(fields) => fields,
            _ => Map::new(),
        };
        Self { fields, entity: PhantomData }
    }

    /// From an object of field values by name.
    ///
    /// # Errors
    /// `field.invalid`, naming the field, for a field that the entity does not have, or, with the `path` within it, for a value that it cannot hold.
    pub fn from_json(fields: Map<String, Json>) -> Result<Self> {
        check_changes(E::decl(), &fields)?;
        Ok(Self { fields, entity: PhantomData })
    }

    /// As an object of field values by name.
    pub fn to_json(&self) -> Json {
        Json::Object(self.fields.clone())
    }

    /// The fields by name.
    pub(crate) fn into_fields(self) -> Map<String, Json> {
        self.fields
    }
}

/// Checks that an entity has the fields, and that each can hold its value.
///
/// # Errors
/// As [`Patch::from_json`].
pub(crate) fn check_changes(decl: &EntityDecl, fields: &Map<String, Json>) -> Result<()> {
    for (name, value) in fields {
        let field = decl.fields.iter().find(|f| f.name == *name);
        let field = field.ok_or_else(|| unfit(name, format!("is not a field of `{}`", decl.name)).with("entity", decl.name))?;
        (field.fits)(value).map_err(|error| {
            let path = place(name, error.path());
            let reason = format!("cannot have this value: {}", error.into_inner());
            let message = format!("{} {reason}", quoted(&path));
            Error::new(Code::FieldInvalid, message).with("field", name).with("path", path).with("reason", reason)
        })?;
    }
    Ok(())
}

/// Checks that a new record gives every field that has no default.
///
/// # Errors
/// `field.invalid`, naming the field.
pub(crate) fn check_given(decl: &EntityDecl, fields: &Map<String, Json>) -> Result<()> {
    match decl.fields.iter().find(|f| !f.nullable && !f.has_default && !fields.contains_key(f.name)) {
        Some(missing) => Err(Error::field(missing.name, "is missing")),
        None => Ok(()),
    }
}

/// The fields with the changes applied.
pub(crate) fn with_changes(mut fields: Map<String, Json>, changes: &Map<String, Json>) -> Map<String, Json> {
    fields.extend(changes.iter().map(|(name, value)| (name.clone(), value.clone())));
    fields
}

/// The fields whose values differ.
pub(crate) fn differences(was: &Map<String, Json>, mut is: Map<String, Json>) -> Map<String, Json> {
    is.retain(|name, value| was.get(name) != Some(value));
    is
}

/// The error for fields that do not fit together.
pub(crate) fn unfit_together(decl: &EntityDecl, error: &serde_json::Error) -> Error {
    unfit(decl.name, format!("cannot have this value: {error}"))
}

/// A path within a field: `list_price.amount`.
fn place(field: &str, within: &serde_path_to_error::Path) -> String {
    match within.iter().next() {
        None => field.to_owned(),
        Some(serde_path_to_error::Segment::Seq { .. }) => format!("{field}{within}"),
        Some(_) => format!("{field}.{within}"),
    }
}

fn unfit(field: &str, reason: String) -> Error {
    Error::new(Code::FieldInvalid, format!("{} {reason}", quoted(field))).with("field", field).with("reason", reason)
}
