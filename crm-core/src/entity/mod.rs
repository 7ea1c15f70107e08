//! How an entity is declared, once, and what follows from the declaration.
//!
//! The [`entity!`](crate::entity!) macro takes the fields of a struct with their marks and generates the struct, its encoding to and from rows, typed
//! fields for filters (`Customer::name().contains("acme")`), and an [`EntityDecl`] from which the SQL translator, the in-memory storage, the audit
//! and the feed work. Adding a field takes one line there, plus one migration per engine.

pub mod catalogue;
mod decl;
mod derived;
mod patch;
mod record;
mod value;

pub use crate::right::{PresetRole, Right};
pub use decl::{Column, ColumnRole, DerivedDecl, EntityDecl, FieldDecl, Identity, Kind, Mask, Relation, RowScope, WithoutCustomer};
pub use derived::{Aggregate, Condition};
pub use patch::{Change, Patch};
pub(crate) use patch::{check_changes, check_given, differences, unfit_together, with_changes};
pub use record::{Entity, Listed, NaturalKey, Record, RowId, Stored, TypedId, Writable};
pub(crate) use record::{row_of, yes};
pub use value::{Decoding, FieldValue, Masked, Numbering, PendingNumber, Value, ValueType};
pub(crate) use value::{json_field, to_json};

/// Declares an entity: its struct and everything derived from it.
///
/// ```text
/// entity! {
///     /// A customer.
///     Customer "customer" {
///         id: CustomerId,                  // or: key: ["product_id", "warehouse_id"]
///         kind: Master,                    // who may change it, and whether it is audited
///         scope: Customer,                 // how a caller's scope applies
///         without_customer: Everybody,     // who sees rows without a customer; Everybody is the default
///         read: CustomersRead,             // the right to read it; omitted if only the library reads it
///         write: CustomersWrite,           // the right to create and change it; omitted if only the library writes it
///         unique: [["code"]],
///         indexes: [["group_id", "name"]], // lookups in addition to keys, unique fields and references
///         fields: {
///             /// Customer number.
///             code: String => [searchable()],
///             /// Group.
///             group_id: Option<CustomerGroupId>,   // the id type determines what it references
///         },
///         derived: {                               // values computed from other rows, to filter, sort and show
///             /// Day of the last delivery.
///             last_delivery_day: Day = Max("sales_document", "day") => [Is("kind", "delivery")],
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
        $(without_customer: $without:ident,)?
        $(read: $read:ident,)?
        $(write: $write:ident,)?
        $(tree: $tree:literal,)?
        unique: [$($unique:expr),* $(,)?],
        $(indexes: [$($index:expr),* $(,)?],)?
        fields: {$(
            $(#[doc = $doc:literal])+ $(#[serde($($serde:tt)+)])? $field:ident: $ty:ty $(=> [$($mark:ident($($arg:expr),*)),+ $(,)?])?,
        )+}$(,
        derived: {$(
            $(#[doc = $ddoc:literal])+ $derived:ident: $dty:ty = $aggregate:ident($relation:literal, $from:literal)
                $(=> [$($condition:ident($($carg:expr),*)),+ $(,)?])?,
        )+})?
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
                    ($text, concat!("crm_", $text), $crate::entity::catalogue::rank(stringify!($name)), concat!($($edoc),+).trim_ascii()),
                    $crate::entity!(@identity $($key)?), $crate::entity::Kind::$kind, $crate::entity::RowScope::$scope, &[$(&$unique,)*], FIELDS,
                )$(.without_customer($crate::entity::WithoutCustomer::$without))?$(.tree($tree))?$(.indexes(&[$(&$index,)*]))?$(.read($crate::entity::Right::$read))?$(.write($crate::entity::Right::$write))?$(.derived(&[$(
                    $crate::entity::DerivedDecl::new::<$dty>(
                        (stringify!($derived), concat!($($ddoc),+).trim_ascii()),
                        $relation,
                        $crate::entity::Aggregate::$aggregate($from),
                        &[$($($crate::entity::Condition::$condition($($carg),*)),+)?],
                    ),
                )+]))?;
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
            $($($(#[doc = $ddoc])+ #[must_use] pub fn $derived() -> $crate::query::Field<$name, $dty, $crate::query::Computed> {
                $crate::query::Field::new(stringify!($derived))
            })+)?
        }
    };
    (@id $id:ty) => { $id };
    (@id) => { $crate::entity::NaturalKey };
    (@identity $key:expr) => { $crate::entity::Identity::Key(&$key) };
    (@identity) => { $crate::entity::Identity::Id };
}

/// A type that derives its JSON schema if the feature `schema` is on.
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
