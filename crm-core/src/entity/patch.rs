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

    /// The fields in which a record differs from what it was.
    pub(crate) fn between(before: &E, after: &E) -> Self {
        let (was, mut is) = (Self::all(before).fields, Self::all(after).fields);
        is.retain(|name, value| was.get(name) != Some(value));
        Self { fields: is, entity: PhantomData }
    }

    /// From an object of fields by name.
    ///
    /// # Errors
    /// `field.invalid`, naming the field, for one that the entity does not have, and, with the `path` within it, for a value that it cannot hold.
    pub fn from_json(fields: Map<String, Json>) -> Result<Self> {
        let decl = E::decl();
        for (name, value) in &fields {
            let field = decl.fields.iter().find(|f| f.name == *name);
            let field = field.ok_or_else(|| unfit(name, format!("is no field of `{}`", decl.name)).with("entity", decl.name))?;
            (field.fits)(value).map_err(|error| {
                let path = place(name, error.path());
                let reason = format!("cannot be that: {}", error.into_inner());
                let message = format!("{} {reason}", quoted(&path));
                Error::new(Code::FieldInvalid, message).with("field", name).with("path", path).with("reason", reason)
            })?;
        }
        Ok(Self { fields, entity: PhantomData })
    }

    /// As an object of fields by name.
    pub fn to_json(&self) -> Json {
        Json::Object(self.fields.clone())
    }

    /// A new record of these fields; the others take their declared defaults.
    ///
    /// # Errors
    /// `field.invalid`, naming the field, for one that is missing and has no default.
    pub(crate) fn create(&self) -> Result<E> {
        let is_given = |name: &str| self.fields.contains_key(name);
        match E::decl().fields.iter().find(|f| !f.nullable && !f.has_default && !is_given(f.name)) {
            Some(missing) => Err(Error::field(missing.name, "is missing")),
            None => record_of(E::decl(), self.fields.clone()),
        }
    }

    /// A record with these fields changed.
    ///
    /// # Errors
    /// `field.invalid` where they do not fit together.
    pub(crate) fn apply(&self, record: &E) -> Result<E> {
        let mut all = Self::all(record).fields;
        all.extend(self.fields.iter().map(|(name, value)| (name.clone(), value.clone())));
        record_of(E::decl(), all)
    }
}

fn record_of<E: Entity>(decl: &EntityDecl, fields: Map<String, Json>) -> Result<E> {
    serde_json::from_value(Json::Object(fields)).map_err(|e| unfit(decl.name, format!("cannot be that: {e}")))
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
