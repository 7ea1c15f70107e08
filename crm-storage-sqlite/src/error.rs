//! SQLite's errors as the core's errors.

use crm_core::{Code, Error, catalogue, entity::EntityDecl};
use crm_storage_sql::{Statement, StatementKind, reference_broken, unique_taken};
use rusqlite::ffi;

/// An error of a statement, or of the connection where there is none.
pub(crate) fn from_rusqlite(error: &rusqlite::Error, statement: Option<&Statement>) -> Error {
    let (code, text) = match error {
        rusqlite::Error::SqliteFailure(failure, text) => (failure.extended_code, text.clone().unwrap_or_else(|| failure.to_string())),
        other => (ffi::SQLITE_ERROR, other.to_string()),
    };
    from_code(code, &text, statement)
}

/// An error on opening or closing.
pub(crate) fn from_sqlx(error: sqlx::Error) -> Error {
    match &error {
        sqlx::Error::Database(e) => {
            let code = e.code().and_then(|c| c.parse().ok()).unwrap_or(ffi::SQLITE_ERROR);
            from_code(code, e.message(), None)
        }
        other => Error::new(Code::StorageUnavailable, format!("the database could not be opened: {other}")),
    }
    .caused_by(error)
}

/// Whether another connection holds what a statement wants.
pub(crate) fn is_busy(error: &rusqlite::Error) -> bool {
    matches!(error, rusqlite::Error::SqliteFailure(failure, _)
        if failure.extended_code != ffi::SQLITE_BUSY_SNAPSHOT && matches!(failure.extended_code & 0xff, ffi::SQLITE_BUSY | ffi::SQLITE_LOCKED))
}

fn from_code(code: i32, text: &str, statement: Option<&Statement>) -> Error {
    let writes = statement.and_then(Statement::entity);
    let commits = statement.is_some_and(|s| s.kind == StatementKind::Commit);
    match code {
        ffi::SQLITE_CONSTRAINT_UNIQUE | ffi::SQLITE_CONSTRAINT_PRIMARYKEY => taken(text, writes),
        ffi::SQLITE_CONSTRAINT_FOREIGNKEY => broken(writes, statement),
        // The message of a reference with RESTRICT.
        ffi::SQLITE_CONSTRAINT_TRIGGER if text.contains("FOREIGN KEY") => broken(writes, statement),
        ffi::SQLITE_BUSY_SNAPSHOT => sqlite_error(Code::StorageConflict, "the transaction conflicted with another one", code, text),
        _ => match code & 0xff {
            ffi::SQLITE_BUSY | ffi::SQLITE_LOCKED => sqlite_error(Code::StorageBusy, "another connection is writing", code, text),
            ffi::SQLITE_FULL => sqlite_error(Code::StorageFull, "the disk is full", code, text),
            ffi::SQLITE_IOERR if commits => sqlite_error(Code::CommitUnknown, "the outcome of the commit is unknown", code, text),
            ffi::SQLITE_CANTOPEN | ffi::SQLITE_NOTADB | ffi::SQLITE_IOERR | ffi::SQLITE_READONLY | ffi::SQLITE_PERM | ffi::SQLITE_AUTH => {
                sqlite_error(Code::StorageUnavailable, "the database cannot be used", code, text)
            }
            ffi::SQLITE_CORRUPT => sqlite_error(Code::Corrupt, "the database file is damaged", code, text),
            ffi::SQLITE_ERROR if text.contains("integer overflow") => {
                sqlite_error(Code::NumberOutOfRange, "a sum is outside the supported range", code, text)
            }
            _ => sqlite_error(Code::StorageFailed, "sqlite refused a statement", code, text),
        },
    }
}

/// The engine does not say whose reference it was. Nobody else wrote since the record was found to be unused, so on a delete it was a host's.
fn broken(writes: Option<&'static EntityDecl>, statement: Option<&Statement>) -> Error {
    let is_deleting = statement.is_some_and(|s| s.is_deleting);
    reference_broken(writes.filter(|_| !is_deleting), is_deleting)
}

fn sqlite_error(kind: Code, message: &str, code: i32, text: &str) -> Error {
    Error::new(kind, format!("{message}: {text}")).with("sqlite_code", code)
}

/// Reads `UNIQUE constraint failed: crm_customer.company_id, crm_customer.code`.
fn taken(text: &str, writes: Option<&'static EntityDecl>) -> Error {
    let columns: Vec<(&str, &str)> = text.rsplit(": ").next().unwrap_or_default().split(", ").filter_map(|c| c.split_once('.')).collect();
    let table = columns.first().map(|(table, _)| *table);
    let decl = catalogue::all().iter().find(|d| Some(d.table) == table).copied().or(writes);
    match decl {
        Some(decl) => unique_taken(decl, &columns.iter().map(|(_, column)| *column).collect::<Vec<_>>()),
        None => Error::new(Code::StorageFailed, format!("the row already exists: {text}")),
    }
}
