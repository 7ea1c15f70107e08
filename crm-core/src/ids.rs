//! Typed ids: a customer's id cannot be passed where a product's is meant. There is one for each entity of the list that has ids.
//!
//! Ids are UUIDs of version 7, made by an `IdSource` that the host supplies; the library draws no randomness itself.

pub use crate::entity::TypedId;

use std::sync::atomic::{AtomicU64, Ordering};
use uuid::Uuid;

/// Where the library gets new ids from.
pub trait IdSource: Send + Sync {
    /// A new id, larger than every earlier one of this source as far as the clock allows.
    fn next_id(&self) -> Uuid;
}

/// Ids that count up from a seed: the same run makes the same ids. For tests and oracles, not for shared databases.
#[derive(Debug)]
pub struct SequentialIds {
    seed: u64,
    next: AtomicU64,
}

impl SequentialIds {
    /// A source whose ids carry the seed, so that two sources do not collide.
    pub fn new(seed: u64) -> Self {
        Self { seed, next: AtomicU64::new(1) }
    }
}

impl IdSource for SequentialIds {
    fn next_id(&self) -> Uuid {
        let count = self.next.fetch_add(1, Ordering::Relaxed);
        let mut random = [0_u8; 10];
        random.iter_mut().skip(2).zip(self.seed.to_be_bytes()).for_each(|(to, from)| *to = from);
        uuid::Builder::from_unix_timestamp_millis(count, &random).into_uuid()
    }
}

/// Declares the typed id of an entity: `typed_id!(customers::Customer, CustomerId)`.
#[doc(hidden)]
#[macro_export]
macro_rules! typed_id {
    ($entity:path, $name:ident) => {
        #[doc = concat!("The id of a [`", stringify!($entity), "`].")]
        #[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, $crate::serde::Serialize, $crate::serde::Deserialize)]
        #[serde(transparent, crate = "crm_core::serde")]
        pub struct $name(pub $crate::Uuid);

        impl $crate::ids::TypedId for $name {
            fn entity() -> &'static $crate::entity::EntityDecl {
                <$entity as $crate::entity::Entity>::decl()
            }
            fn from_uuid(id: $crate::Uuid) -> Self {
                Self(id)
            }
            fn uuid(self) -> $crate::Uuid {
                self.0
            }
        }

        $crate::id_schema!($name);

        impl From<$crate::Uuid> for $name {
            fn from(id: $crate::Uuid) -> Self {
                Self(id)
            }
        }

        impl std::fmt::Display for $name {
            fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
                self.0.fmt(f)
            }
        }

        impl $crate::entity::FieldValue for $name {
            const TYPE: $crate::entity::ValueType = $crate::entity::ValueType::Id;
            const REFERS: Option<fn() -> &'static $crate::entity::EntityDecl> = Some(<Self as $crate::ids::TypedId>::entity);
            fn encode(&self) -> $crate::entity::Value {
                $crate::entity::Value::Id(self.0)
            }
            fn decode(value: $crate::entity::Value, _: &$crate::entity::Decoding) -> $crate::Result<Self> {
                value.into_id().map(Self)
            }
        }
    };
}

/// The description of an id, where the feature `schema` is on: that of a UUID.
#[cfg(feature = "schema")]
#[doc(hidden)]
#[macro_export]
macro_rules! id_schema {
    ($name:ident) => {
        impl $crate::schemars::JsonSchema for $name {
            fn inline_schema() -> bool {
                true
            }
            fn schema_name() -> std::borrow::Cow<'static, str> {
                stringify!($name).into()
            }
            fn json_schema(generator: &mut $crate::schemars::SchemaGenerator) -> $crate::schemars::Schema {
                <$crate::Uuid as $crate::schemars::JsonSchema>::json_schema(generator)
            }
        }
    };
}
#[cfg(not(feature = "schema"))]
#[doc(hidden)]
#[macro_export]
macro_rules! id_schema {
    ($name:ident) => {};
}

macro_rules! typed_ids {
    ($($area:ident::$entity:ident $id:tt $service:tt $kind:ident;)+) => { $(typed_ids!(@ $area::$entity $id);)+ };
    (@ $area:ident::$entity:ident -) => {};
    (@ $area:ident::$entity:ident $id:ident) => { typed_id!(crate::$area::$entity, $id); };
}
crate::entities!(typed_ids);
