//! How an entity is declared, once, and what that declaration yields.
//!
//! The [`entity!`](crate::entity!) macro takes a struct's fields with their marks and gives: the struct, its encoding to and
//! from rows, typed fields for filters (`Customer::name().contains("acme")`), and an [`EntityDecl`] from which the SQL
//! translator, the in-memory storage, the audit and the feed work. Adding a field is one line there, plus one migration an engine.

pub mod catalogue;
mod decl;
mod patch;
mod right;
mod value;

pub use decl::{Column, ColumnRole, EntityDecl, FieldDecl, Identity, Kind, Mask, Relation, RowScope};
pub use patch::{Change, Patch};
pub(crate) use patch::{check_changes, check_given, differences, unfit_together, with_changes};
pub use right::{PresetRole, Right};
pub use value::{Decoding, FieldValue, Masked, Numbering, PendingNumber, Value, ValueType};
pub(crate) use value::{json_field, to_json};

use crate::{
    error::{Error, Result},
    ids::TypedId,
};
use serde::{Deserialize, Serialize, de::DeserializeOwned};
use std::{
    fmt::Debug,
    ops::{Deref, DerefMut},
};
use uuid::Uuid;

/// One row, in the order of [`EntityDecl::columns`]; `company_id` is not part of it.
pub type Record = Vec<Value>;

/// A declared struct.
pub trait Entity: Clone + Debug + PartialEq + Serialize + DeserializeOwned + Send + Sync + 'static {
    /// Its id, or [`NaturalKey`] for state that is found by its own fields.
    type Id: RowId;

    /// The declaration.
    fn decl() -> &'static EntityDecl;

    /// The declared fields as values, in order.
    fn encode(&self) -> Vec<Value>;

    /// The fields from values, in order.
    ///
    /// # Errors
    /// `storage.corrupt` if a value does not fit its field.
    fn decode(values: &mut dyn Iterator<Item = Value>, with: &Decoding) -> Result<Self>;
}

/// An entity that callers read.
pub trait Listed: Entity {
    /// The right that reading needs.
    const READ: Right;
}

/// An entity that people create and change.
pub trait Writable: Listed<Id: TypedId> {
    /// The right that writing needs.
    const WRITE: Right;
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

/// The id of rows that have none: they are found by fields of their own. In JSON it is nothing.
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

/// A record as it is stored: its id, its version, and its fields.
///
/// The version of a master or state counts its changes, from 1; a change with an older version is refused. Documents and ledger rows
/// never change, and have version 1. In JSON, id and version stand beside the fields.
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
    /// How often it was written.
    pub version: i64,
    /// The fields.
    #[serde(flatten)]
    pub data: E,
}

/// A row of an entity from its id, its version and the values of its fields, whose texts are composed.
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

/// What a flag is when nothing is said of it.
pub(crate) fn yes() -> bool {
    true
}

impl<E: Entity> Stored<E> {
    /// A first version.
    pub fn new(id: E::Id, data: E) -> Self {
        Self { id, version: 1, data }
    }

    /// As a row, its texts composed.
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

/// Declares an entity: its struct, and everything that follows from it.
///
/// ```text
/// entity! {
///     /// A customer.
///     Customer "customer" {
///         id: CustomerId,                  // or: key: ["product_id", "warehouse_id"]
///         kind: Master,                    // who may change it, and whether it is audited
///         scope: Customer,                 // how a caller's scope applies
///         read: CustomersRead,             // the right to read it; not said of what only the library reads
///         write: CustomersWrite,           // the right to create and change it; not said of what only the library writes
///         unique: [["code"]],
///         indexes: [["group_id", "name"]], // beside keys, unique fields and references: what it is looked up by together
///         fields: {
///             /// Customer number.
///             code: String => [searchable()],
///             /// Group.
///             group_id: Option<CustomerGroupId>,   // the type of an id says what it refers to
///         }
///     }
/// }
/// ```
#[macro_export]
macro_rules! entity {
    ($(#[doc = $edoc:literal])+ $name:ident $text:literal {
        $(id: $id:ty,)? $(key: $key:expr,)?
        kind: $kind:ident,
        scope: $scope:ident,
        $(read: $read:ident,)?
        $(write: $write:ident,)?
        $(tree: $tree:literal,)?
        unique: [$($unique:expr),* $(,)?],
        $(indexes: [$($index:expr),* $(,)?],)?
        fields: {$(
            $(#[doc = $doc:literal])+ $(#[serde($($serde:tt)+)])? $field:ident: $ty:ty $(=> [$($mark:ident($($arg:expr),*)),+ $(,)?])?,
        )+}
    }) => {
        $crate::with_schema! {
            $(#[doc = $edoc])+
            #[derive(Debug, Clone, PartialEq, $crate::serde::Serialize, $crate::serde::Deserialize)]
            #[serde(crate = "crm_core::serde")]
            pub struct $name { $($(#[doc = $doc])+ $(#[serde($($serde)+)])? pub $field: $ty,)+ }
        }

        impl $crate::entity::Entity for $name {
            type Id = $crate::entity!(@id $($id)?);

            fn decl() -> &'static $crate::entity::EntityDecl {
                static FIELDS: &[$crate::entity::FieldDecl] = &[$(
                    $crate::entity::FieldDecl::new::<$ty>(stringify!($field))$(.defaults(stringify!($($serde)+)))?$($(.$mark($($arg),*))+)?,
                )+];
                static DECL: $crate::entity::EntityDecl = $crate::entity::EntityDecl::new(
                    ($text, concat!("crm_", $text), stringify!($name), concat!($($edoc),+).trim_ascii()),
                    $crate::entity!(@identity $($key)?), $crate::entity::Kind::$kind, $crate::entity::RowScope::$scope, &[$(&$unique,)*], FIELDS,
                )$(.tree($tree))?$(.indexes(&[$(&$index,)*]))?$(.read($crate::entity::Right::$read))?$(.write($crate::entity::Right::$write))?;
                &DECL
            }

            fn encode(&self) -> Vec<$crate::entity::Value> {
                vec![$($crate::entity::FieldValue::encode(&self.$field),)+]
            }

            fn decode(values: &mut dyn Iterator<Item = $crate::entity::Value>, with: &$crate::entity::Decoding) -> $crate::error::Result<Self> {
                Ok(Self { $($field: $crate::entity::Decoding::field(values, stringify!($field), with)?,)+ })
            }
        }

        $(impl $crate::entity::Listed for $name {
            const READ: $crate::entity::Right = $crate::entity::Right::$read;
        })?

        $(impl $crate::entity::Writable for $name {
            const WRITE: $crate::entity::Right = $crate::entity::Right::$write;
        })?

        impl $name {
            $($(#[doc = $doc])+ #[must_use] pub fn $field() -> $crate::query::Field<$name, $ty> {
                $crate::query::Field::new(stringify!($field))
            })+
        }
    };
    (@id $id:ty) => { $id };
    (@id) => { $crate::entity::NaturalKey };
    (@identity $key:expr) => { $crate::entity::Identity::Key(&$key) };
    (@identity) => { $crate::entity::Identity::Id };
}

/// A type that describes itself, where the feature `schema` is on.
#[cfg(feature = "schema")]
#[doc(hidden)]
#[macro_export]
macro_rules! with_schema {
    ($($item:tt)+) => { #[derive($crate::schemars::JsonSchema)] #[schemars(crate = "crm_core::schemars")] $($item)+ };
}
#[cfg(not(feature = "schema"))]
#[doc(hidden)]
#[macro_export]
macro_rules! with_schema {
    ($($item:tt)+) => { $($item)+ };
}

/// Declares an enum that is stored as a short text.
#[macro_export]
macro_rules! text_enum {
    ($(#[$meta:meta])* $name:ident { $($(#[$vmeta:meta])* $variant:ident = $text:literal,)+ }) => {
        $(#[$meta])*
        #[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, serde::Serialize, serde::Deserialize)]
        #[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
        pub enum $name { $($(#[$vmeta])* #[serde(rename = $text)] $variant,)+ }

        impl $name {
            /// Every value.
            pub const ALL: &'static [Self] = &[$(Self::$variant,)+];

            /// The stored text.
            pub fn as_str(self) -> &'static str {
                match self { $(Self::$variant => $text,)+ }
            }
        }

        impl std::str::FromStr for $name {
            type Err = $crate::error::Error;
            fn from_str(text: &str) -> $crate::error::Result<Self> {
                match text {
                    $($text => Ok(Self::$variant),)+
                    other => Err($crate::error::Error::field(stringify!($name), format!("has no value {}", $crate::text::quoted(other)))),
                }
            }
        }

        impl $crate::entity::FieldValue for $name {
            const TYPE: $crate::entity::ValueType = $crate::entity::ValueType::Text;
            fn encode(&self) -> $crate::entity::Value { $crate::entity::Value::Text(self.as_str().to_owned()) }
            fn decode(value: $crate::entity::Value, _: &$crate::entity::Decoding) -> $crate::error::Result<Self> {
                value.into_text()?.parse()
            }
        }
    };
}
