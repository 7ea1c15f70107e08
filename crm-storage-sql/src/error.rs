//! The errors that every adapter must report alike, so that callers see the same code and details on every engine.

use crm_core::{Code, Error, entity::EntityDecl};
use std::time::Duration;

/// A row changed since it was read.
pub fn version_conflict(decl: &EntityDecl) -> Error {
    Error::new(Code::VersionConflict, format!("a `{}` has changed since it was read", decl.name)).with("entity", decl.name)
}

/// Another row has these values; `columns` are those of the violated key, with or without `company_id`.
pub fn unique_taken(decl: &EntityDecl, columns: &[&str]) -> Error {
    let fields = columns.iter().filter(|c| **c != "company_id").copied().collect::<Vec<_>>().join(",");
    Error::new(Code::UniqueTaken, format!("another `{}` has this `{fields}`", decl.name)).with("entity", decl.name).with("field", fields)
}

/// A row refers to one that does not exist.
pub fn reference_missing(decl: Option<&EntityDecl>) -> Error {
    let name = decl.map_or("row", |d| d.name);
    Error::new(Code::ReferenceMissing, format!("a `{name}` refers to a record that does not exist")).with("entity", name)
}

/// A statement broke a reference from the rows of an entity, or from a table that is not the library's: one that points to nothing, or, on delete,
/// one that was added since the record was found to be unused, or that the core does not know because it is the host's.
pub fn reference_broken(referring: Option<&EntityDecl>, is_deleting: bool) -> Error {
    match (is_deleting, referring) {
        (false, _) => reference_missing(referring),
        (true, Some(_)) => Error::new(Code::StorageConflict, "another transaction added a reference to a record that is being deleted"),
        (true, None) => Error::new(Code::RecordInUse, "a row in one of the host's own tables refers to the record"),
    }
}

/// A statement of a read-only unit of work took longer than the host allows.
pub fn read_timed_out(limit: Duration) -> Error {
    let milliseconds = limit.as_millis();
    Error::new(Code::QueryTimeout, format!("the read took longer than the allowed {milliseconds} milliseconds")).with("limit", milliseconds)
}

/// A unit of work that can only be rolled back was used again.
pub(crate) fn only_rollback() -> Error {
    Error::new(Code::StorageFailed, "a failed unit of work can only be rolled back")
}
