//! The errors that every adapter must word alike, so that callers see the same code and details whatever the engine says.

use crm_core::{Code, Error, entity::EntityDecl};
use std::time::Duration;

/// A row is not what it was when it was read.
pub fn version_conflict(decl: &EntityDecl) -> Error {
    Error::new(Code::VersionConflict, format!("a `{}` was changed since it was read", decl.name)).with("entity", decl.name)
}

/// Another row has these values; `columns` are those of the violated key, `company_id` among them or not.
pub fn unique_taken(decl: &EntityDecl, columns: &[&str]) -> Error {
    let fields = columns.iter().filter(|c| **c != "company_id").copied().collect::<Vec<_>>().join(",");
    Error::new(Code::UniqueTaken, format!("another `{}` has this `{fields}`", decl.name)).with("entity", decl.name).with("field", fields)
}

/// A row refers to one that is not there.
pub fn reference_missing(decl: Option<&EntityDecl>) -> Error {
    let name = decl.map_or("row", |d| d.name);
    Error::new(Code::ReferenceMissing, format!("a `{name}` refers to a record that does not exist")).with("entity", name)
}

/// A statement broke a reference of the rows of an entity, or of a table that is not the library's: one that points to nothing, or, where it deletes, one
/// that was made since the record was found to be unused, or that the core knows nothing of, because a host has made it.
pub fn reference_broken(referring: Option<&EntityDecl>, is_deleting: bool) -> Error {
    match (is_deleting, referring) {
        (false, _) => reference_missing(referring),
        (true, Some(_)) => Error::new(Code::StorageConflict, "another transaction came to refer to a record that is deleted"),
        (true, None) => Error::new(Code::RecordInUse, "a row in a table of the host's own refers to the record"),
    }
}

/// A statement of a unit of work that only reads took longer than the host allows.
pub fn read_timed_out(limit: Duration) -> Error {
    let milliseconds = limit.as_millis();
    Error::new(Code::QueryTimeout, format!("the read took longer than the {milliseconds} milliseconds that are allowed")).with("limit", milliseconds)
}

/// A unit of work that may only be rolled back was asked for more.
pub(crate) fn only_rollback() -> Error {
    Error::new(Code::StorageFailed, "a failed unit of work can only be rolled back")
}
