//! What is to become of single fields of a record, and of no others.
//!
//! Invariant: a field that is not given stays as it is; in a new record it takes its declared default. What a field cannot hold is in no patch.

use super::{Entity, EntityDecl, to_json};
use crate::{
    error::{Code, Error, Result},
    text::quoted,
};
use serde::Serialize;
use serde_json::{Map, Value as Json};
use std::marker::PhantomData;

/// One field and the value that it is to have: `Customer::name().set("Acme")`.
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

/// The fields that are given of a record. Where a field is given twice, the last one counts.
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
    /// Every field as a record has it: whatever others set in the stored record is overwritten.
    pub fn all(record: &E) -> Self {
        let fields = match to_json(record) {
            Json::Object(fields) => fields,
            _ => Map::new(),
        };
        Self { fields, entity: PhantomData }
    }

    /// From an object of fields by name.
    ///
    /// # Errors
    /// `field.invalid`, naming the field, for one that the entity does not have, and, with the `path` within it, for a value that it cannot hold.
    pub fn from_json(fields: Map<String, Json>) -> Result<Self> {
        check_changes(E::decl(), &fields)?;
        Ok(Self { fields, entity: PhantomData })
    }

    /// As an object of fields by name.
    pub fn to_json(&self) -> Json {
        Json::Object(self.fields.clone())
    }

    /// The fields by name.
    pub(crate) fn into_fields(self) -> Map<String, Json> {
        self.fields
    }
}

/// Checks that an entity has fields, and that each can hold what it is given.
///
/// # Errors
/// As [`Patch::from_json`].
pub(crate) fn check_changes(decl: &EntityDecl, fields: &Map<String, Json>) -> Result<()> {
    for (name, value) in fields {
        let field = decl.fields.iter().find(|f| f.name == *name);
        let field = field.ok_or_else(|| unfit(name, format!("is no field of `{}`", decl.name)).with("entity", decl.name))?;
        (field.fits)(value).map_err(|error| {
            let path = place(name, error.path());
            let reason = format!("cannot be that: {}", error.into_inner());
            let message = format!("{} {reason}", quoted(&path));
            Error::new(Code::FieldInvalid, message).with("field", name).with("path", path).with("reason", reason)
        })?;
    }
    Ok(())
}

/// Checks that a new record is given what has no default.
///
/// # Errors
/// `field.invalid`, naming the field.
pub(crate) fn check_given(decl: &EntityDecl, fields: &Map<String, Json>) -> Result<()> {
    match decl.fields.iter().find(|f| !f.nullable && !f.has_default && !fields.contains_key(f.name)) {
        Some(missing) => Err(Error::field(missing.name, "is missing")),
        None => Ok(()),
    }
}

/// Fields as they are, with changes.
pub(crate) fn with_changes(mut fields: Map<String, Json>, changes: &Map<String, Json>) -> Map<String, Json> {
    fields.extend(changes.iter().map(|(name, value)| (name.clone(), value.clone())));
    fields
}

/// The fields that are not what they were.
pub(crate) fn differences(was: &Map<String, Json>, mut is: Map<String, Json>) -> Map<String, Json> {
    is.retain(|name, value| was.get(name) != Some(value));
    is
}

/// That fields do not fit together.
pub(crate) fn unfit_together(decl: &EntityDecl, error: &serde_json::Error) -> Error {
    unfit(decl.name, format!("cannot be that: {error}"))
}

/// A place within a field: `list_price.amount`.
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
