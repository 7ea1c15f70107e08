//! What an operation is, and how it is declared.

use crate::{Core, Failure, records::Kind};
use crm_core::session::Session;
use schemars::{JsonSchema, Schema, SchemaGenerator};
use serde::{Serialize, de::DeserializeOwned};
use std::{future::Future, pin::Pin, sync::Arc};

/// A running call; it returns its result as JSON.
pub(crate) type Pending<'s> = Pin<Box<dyn Future<Output = Result<String, Failure>> + Send + 's>>;

/// How an operation runs: on the library itself, or in a session.
pub(crate) enum Run {
    Library(fn(Arc<Core>, String) -> Pending<'static>),
    Session(Box<OnSession>),
}

/// What runs in a session.
pub(crate) type OnSession = dyn for<'s> Fn(Session<'s>, String) -> Pending<'s> + Send + Sync;

/// The description of a type.
pub(crate) type Schemas = Box<dyn Fn(&mut SchemaGenerator) -> Schema + Send + Sync>;

/// Something that can be called.
pub(crate) struct Operation {
    pub(crate) name: &'static str,
    pub(crate) doc: &'static str,
    /// The arguments' names in the order in which people write them.
    pub(crate) order: &'static [&'static str],
    pub(crate) arguments: Schemas,
    pub(crate) result: Schemas,
    pub(crate) run: Run,
}

/// A group of operations.
pub(crate) struct Service {
    pub(crate) name: &'static str,
    pub(crate) doc: &'static str,
    /// The entity, for a service of records.
    pub(crate) entity: Option<Kind>,
    pub(crate) operations: Vec<Operation>,
}

/// The description of a type.
pub(crate) fn schema<T: JsonSchema>(generator: &mut SchemaGenerator) -> Schema {
    generator.subschema_for::<T>()
}

/// The description of arguments, in place.
pub(crate) fn inline<T: JsonSchema>(generator: &mut SchemaGenerator) -> Schema {
    T::json_schema(generator)
}

/// Bytes of the arguments of one call, as JSON.
pub(crate) const MAX_CALL_BYTES: usize = 128 * 1024 * 1024;
/// Nesting depth of a call's arguments, including the object that holds them: as deep as `serde_json` reads.
pub(crate) const MAX_JSON_DEPTH: usize = 127;
/// Characters of one text in a call from another language, which checks this before it makes JSON of it. No stored text is as long.
pub(crate) const MAX_CALL_TEXT: usize = 1_000_000;

/// Reads arguments.
pub(crate) fn read<T: DeserializeOwned>(arguments: &str) -> Result<T, Failure> {
    if arguments.len() > MAX_CALL_BYTES {
        return Err(Failure::beyond("arguments", "have more bytes than", "MAX_CALL_BYTES", MAX_CALL_BYTES));
    }
    let mut json = serde_json::Deserializer::from_str(arguments);
    serde_path_to_error::deserialize(&mut json).map_err(|error| {
        let path = error.path().to_string();
        unread(if path == "." { "arguments" } else { &path }, error.inner())
    })
}

/// The error for arguments that cannot be read at a path.
pub(crate) fn unread(path: &str, error: &serde_json::Error) -> Failure {
    let mut reason = error.to_string();
    if let Some(at) = reason.rfind(" at line ") {
        reason.truncate(at);
    }
    if reason == "recursion limit exceeded" {
        return Failure::beyond(path, "is nested deeper than", "MAX_JSON_DEPTH", MAX_JSON_DEPTH);
    }
    Failure::unread(path, reason)
}

/// Writes a result.
pub(crate) fn write<T: Serialize>(result: &T) -> Result<String, Failure> {
    serde_json::to_string(result).map_err(|error| Failure::internal(&error))
}

/// Declares operations: what they run on and return, and for each its doc, name, arguments by name and type, result type, and body. An argument of an
/// `Option` type may be omitted.
macro_rules! operations {
    ($kind:ident $on:ty => $pending:ty; $($(#[doc = $doc:literal])+ $name:ident($($argument:ident: $ty:ty),* $(,)?) -> $result:ty => |$target:ident| $body:expr;)+) => {
        vec![$({
            /// Arguments.
            #[derive(serde::Deserialize, schemars::JsonSchema)]
            #[serde(deny_unknown_fields)]
            struct Arguments { $($argument: $ty,)* }

            fn run($target: $on, arguments: String) -> $pending {
                Box::pin(async move {
                    let Arguments { $($argument,)* } = $crate::operation::read(&arguments)?;
                    let result: $result = $body;
                    $crate::operation::write(&result)
                })
            }

            $crate::operation::Operation {
                name: stringify!($name),
                doc: concat!($($doc, "\n"),+).trim_ascii(),
                order: &[$(stringify!($argument)),*],
                arguments: Box::new($crate::operation::inline::<Arguments>),
                result: Box::new($crate::operation::schema::<$result>),
                run: $crate::operation::operations!(@$kind run),
            }
        },)+]
    };
    (@Library $run:ident) => { $crate::operation::Run::Library($run) };
    (@Session $run:ident) => { $crate::operation::Run::Session(Box::new($run)) };
}
pub(crate) use operations;
