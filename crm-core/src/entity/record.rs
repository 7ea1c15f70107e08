//! Records: the traits of declared structs and their ids, and a record as stored.

use super::{Decoding, EntityDecl, FieldValue, Identity, Right, Value};
use crate::error::{Error, Result};
use serde::{Deserialize, Serialize, de::DeserializeOwned};
use std::{
    fmt::Debug,
    ops::{Deref, DerefMut},
};
use uuid::Uuid;

/// One row, in the order of [`EntityDecl::columns`], without `company_id`.
pub type Record = Vec<Value>;

/// A declared struct.
pub trait Entity: Clone + Debug + PartialEq + Serialize + DeserializeOwned + Send + Sync + 'static {
    /// Its id type, or [`NaturalKey`] for rows identified by their own fields.
    type Id: RowId;

    /// The declaration.
    fn decl() -> &'static EntityDecl;

    /// The declared fields as values, in order of declaration.
    fn encode(&self) -> Vec<Value>;

    /// The fields from values, in order of declaration.
    ///
    /// # Errors
    /// `storage.corrupt` if a value does not fit its field.
    fn decode(values: &mut dyn Iterator<Item = Value>, with: &Decoding) -> Result<Self>;
}

/// An entity that callers can read.
pub trait Listed: Entity {
    /// The right to read it.
    const READ: Right;
}

/// An entity that users create and change.
pub trait Writable: Listed<Id: TypedId> {
    /// The right to write it.
    const WRITE: Right;
}

/// What all typed ids have in common.
pub trait TypedId: Copy + Eq + Ord + std::hash::Hash + std::fmt::Display + Send + Sync + FieldValue + 'static {
    /// The entity it identifies.
    fn entity() -> &'static EntityDecl;
    /// The id with this UUID.
    fn from_uuid(id: Uuid) -> Self;
    /// The UUID behind the id.
    fn uuid(self) -> Uuid;
}

/// The id of a row: a typed id, or none.
pub trait RowId: Copy + Debug + PartialEq + Send + Sync + 'static {
    /// The UUID in the `id` column, if there is one.
    fn column(self) -> Option<Uuid>;
    /// From the `id` column.
    ///
    /// # Errors
    /// `storage.corrupt`.
    fn from_column(id: Option<Uuid>) -> Result<Self>;
}

impl<T: TypedId + Debug> RowId for T {
    fn column(self) -> Option<Uuid> {
        Some(self.uuid())
    }
    fn from_column(id: Option<Uuid>) -> Result<Self> {
        id.map(T::from_uuid).ok_or_else(|| Error::corrupt("a row has no id"))
    }
}

/// The id type of rows without an id: they are identified by their own fields. Absent in JSON.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(from = "()", into = "()")]
pub struct NaturalKey;

impl From<()> for NaturalKey {
    fn from((): ()) -> Self {
        Self
    }
}

impl From<NaturalKey> for () {
    fn from(_: NaturalKey) -> Self {}
}

impl RowId for NaturalKey {
    fn column(self) -> Option<Uuid> {
        None
    }
    fn from_column(_: Option<Uuid>) -> Result<Self> {
        Ok(Self)
    }
}

/// A record as stored: its id, version and fields.
///
/// The version of a master or state row counts its changes, from 1; a change based on an older version is refused. Document and ledger rows never
/// change and always have version 1. In JSON, id and version are siblings of the fields.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[cfg_attr(
    feature = "schema",
    derive(schemars::JsonSchema),
    schemars(rename = "{E}Record", bound = "E: schemars::JsonSchema, E::Id: schemars::JsonSchema")
)]
#[serde(bound(serialize = "E::Id: Serialize", deserialize = "E::Id: Deserialize<'de>"))]
pub struct Stored<E: Entity> {
    /// The id.
    pub id: E::Id,
    /// Its version: how often it has been written.
    pub version: i64,
    /// The fields.
    #[serde(flatten)]
    pub data: E,
}

/// An entity's row from its id, version and field values, with its texts composed.
pub(crate) fn row_of(decl: &EntityDecl, id: Option<Uuid>, version: i64, fields: Vec<Value>) -> Record {
    let mut record = Vec::with_capacity(decl.columns().len());
    record.extend(id.map(Value::Id));
    if decl.kind.is_versioned() {
        record.push(Value::Int(version));
    }
    let fields: Vec<Value> = fields.into_iter().map(Value::composed).collect();
    let keys: Vec<_> = fields.iter().zip(decl.fields).filter(|(_, f)| f.is_searchable).map(|(v, _)| v.search_key()).collect();
    record.extend(fields);
    record.extend(keys);
    record
}

/// The default of a flag that is on unless stated otherwise.
pub(crate) fn yes() -> bool {
    true
}

impl<E: Entity> Stored<E> {
    /// A record at its first version.
    pub fn new(id: E::Id, data: E) -> Self {
        Self { id, version: 1, data }
    }

    /// As a row, with its texts composed.
    pub fn to_record(&self) -> Record {
        row_of(E::decl(), self.id.column(), self.version, self.data.encode())
    }

    /// From a row.
    ///
    /// # Errors
    /// `storage.corrupt`, naming the entity.
    pub fn from_record(record: Record) -> Result<Self> {
        let decl = E::decl();
        let decoding = Decoding::of(decl, &record)?;
        let mut values = record.into_iter();
        let mut next = || values.next().ok_or_else(|| Error::corrupt("a row is too short"));
        let id = match decl.identity {
            Identity::Id => Some(next()?.into_id()?),
            Identity::Key(_) => None,
        };
        let version = if decl.kind.is_versioned() { next()?.into_int()? } else { 1 };
        let data = E::decode(&mut values, &decoding).map_err(|e| e.with("entity", decl.name))?;
        Ok(Self { id: E::Id::from_column(id)?, version, data })
    }
}

impl<E: Entity> Deref for Stored<E> {
    type Target = E;
    fn deref(&self) -> &E {
        &self.data
    }
}

impl<E: Entity> DerefMut for Stored<E> {
    fn deref_mut(&mut self) -> &mut E {
        &mut self.data
    }
}
