//! Errors of PostgreSQL and of the driver as the core's errors.

use crm_core::{Code, Error, catalogue};
use crm_storage_sql::{Statement, StatementKind, read_timed_out, reference_broken, schema::indexes, schema::key_columns, unique_taken};
use sqlx::postgres::PgDatabaseError;
use std::time::Duration;

/// What a statement was doing, as far as its error depends on it.
#[derive(Debug, Clone, Copy, Default)]
pub(crate) struct Doing {
    commits: bool,
    deletes: bool,
    /// The read time limit that it reached.
    reached: Option<Duration>,
}

impl Doing {
    /// A statement that took this long, where reads are limited.
    pub(crate) fn taking(self, time: Duration, limit: Option<Duration>) -> Self {
        Self { reached: limit.filter(|limit| time >= *limit), ..self }
    }
}

impl From<&Statement> for Doing {
    fn from(statement: &Statement) -> Self {
        Self { commits: statement.kind == StatementKind::Commit, deletes: statement.is_deleting, reached: None }
    }
}

/// An error of a statement, or of the connection.
pub(crate) fn from_sqlx(error: &sqlx::Error, doing: Doing) -> Error {
    match error {
        sqlx::Error::Database(database) => match database.try_downcast_ref::<PgDatabaseError>() {
            Some(said) => from_engine(said, doing),
            None => Error::new(Code::StorageFailed, format!("the database refused a statement: {database}")),
        },
        _ if doing.commits => Error::new(Code::CommitUnknown, format!("the outcome of the commit is unknown: {error}")),
        sqlx::Error::PoolTimedOut => Error::new(Code::StorageBusy, "no connection became free in time"),
        sqlx::Error::Encode(_) | sqlx::Error::ColumnDecode { .. } | sqlx::Error::Decode(_) => {
            Error::corrupt(format!("a value could not be sent to or read from the database: {error}"))
        }
        _ => Error::new(Code::StorageUnavailable, format!("the connection to the database was lost: {error}")),
    }
}

fn from_engine(said: &PgDatabaseError, doing: Doing) -> Error {
    let (state, text) = (said.code(), said.message());
    let error = |code: Code, message: &str| Error::new(code, format!("{message}: {text}")).with("sqlstate", state);
    match state {
        "23505" => taken(said),
        // The table is that of the referring row, even if the row it refers to is deleted.
        "23503" | "23001" => {
            let error = reference_broken(said.table().and_then(table_decl), doing.deletes);
            match said.table() {
                Some(table) if error.code() == Code::RecordInUse => error.with("table", table),
                _ => error,
            }
        }
        "40001" | "40P01" => error(Code::StorageConflict, "the transaction conflicted with another one"),
        // A distributed engine's code for a transaction that one of its parts could not commit.
        "XX000" if text.contains("could not commit transaction for shard") => {
            error(Code::StorageConflict, "the transaction conflicted with another one")
        }
        "55P03" => error(Code::StorageBusy, "another transaction locked a row for too long"),
        "57014" => match doing.reached {
            Some(limit) => read_timed_out(limit).with("sqlstate", state),
            None => error(Code::StorageBusy, "a statement took too long"),
        },
        "25006" => error(Code::StorageUnavailable, "the server does not accept writes"),
        "22003" => error(Code::NumberOutOfRange, "a number is outside the supported range"),
        "53100" => error(Code::StorageFull, "the disk of the server is full"),
        "42P01" | "3F000" => error(Code::SchemaMismatch, "a table of the library is missing"),
        _ if state.starts_with("08") || state.starts_with("57P") || state.starts_with("53") => match doing.commits {
            true => error(Code::CommitUnknown, "the outcome of the commit is unknown"),
            false => error(Code::StorageUnavailable, "the server cannot be used"),
        },
        _ => error(Code::StorageFailed, "the server refused a statement"),
    }
}

/// The entity of a table, to whose name a distributed engine may have added a suffix.
fn table_decl(table: &str) -> Option<&'static crm_core::entity::EntityDecl> {
    let table = plain(table);
    catalogue::all().iter().find(|d| d.table == table).copied()
}

/// A name without the suffix of a shard (`_102144`, six digits or more) or of a partition (`_p3`).
fn plain(name: &str) -> &str {
    let Some((front, back)) = name.rsplit_once('_') else { return name };
    let is_number = |text: &str, least: usize| text.len() >= least && text.bytes().all(|b| b.is_ascii_digit());
    if is_number(back, 6) || back.strip_prefix('p').is_some_and(|part| is_number(part, 1)) { front } else { name }
}

fn taken(said: &PgDatabaseError) -> Error {
    let unnamed = || Error::new(Code::StorageConflict, format!("the row already exists: {}", said.message())).with("sqlstate", said.code());
    let Some(decl) = said.table().and_then(table_decl) else { return unnamed() };
    let constraint = said.constraint().unwrap_or_default();
    let columns = violated(decl, plain(constraint)).or_else(|| detailed(said.detail()));
    match columns {
        Some(columns) => unique_taken(decl, &columns.iter().map(String::as_str).collect::<Vec<_>>()),
        None => unnamed(),
    }
}

/// The columns of a key by the name of its index.
fn violated(decl: &'static crm_core::entity::EntityDecl, constraint: &str) -> Option<Vec<String>> {
    if constraint == format!("{}_pkey", decl.table) {
        return Some(key_columns(decl).into_iter().map(str::to_owned).collect());
    }
    indexes(decl).into_iter().find(|index| index.name == constraint).map(|index| index.columns)
}

/// The columns as the engine's detail lists them, `Key (company_id, code)=(..) already exists.`: the index of a partition has its own name.
fn detailed(detail: Option<&str>) -> Option<Vec<String>> {
    let (columns, _) = detail?.strip_prefix("Key (")?.split_once(")=")?;
    Some(columns.split(", ").map(str::to_owned).collect())
}

#[cfg(test)]
mod tests {
    use super::plain;

    #[test]
    fn numbers_of_shards_and_parts_do_not_belong_to_a_name() {
        assert_eq!(plain("crm_customer_code_uq_102144"), "crm_customer_code_uq");
        assert_eq!(plain("crm_customer_p7"), "crm_customer");
        assert_eq!(plain("crm_customer_code_uq"), "crm_customer_code_uq");
        assert_eq!(plain("crm_year_2026"), "crm_year_2026");
        assert_eq!(plain("crm_customer_pkey"), "crm_customer_pkey");
    }
}
