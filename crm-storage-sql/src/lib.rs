//! The core's queries and change sets as SQL, translated once for every dialect.
//!
//! A [`Translator`] turns plans into [`Statement`]s for a [`Dialect`]; an [`Executor`] runs them, a batch at a time; [`SqlUnitOfWork`] combines both
//! into the core's storage contract. An adapter supplies the executor and little else.
//!
//! Invariants: the text of a statement depends on the shape of a query and never on its values or on the number of rows; every table in
//! every statement is limited to one company.

mod change;
mod decode;
mod dialect;
mod error;
mod migrate;
mod predicate;
mod query;
pub mod schema;
mod sql;
mod statement;
mod translator;
mod work;

pub use dialect::{ArrayRows, BoundRows, Dialect, PostgresDialect, RowsWriter, SqliteDialect, scaled, unscaled};
pub use error::{read_timed_out, reference_broken, reference_missing, unique_taken, version_conflict};
pub use migrate::{Applied, Migrations, Step, parse_steps, script};
pub use statement::{Executor, Expected, Outcome, SqlArray, SqlValue, Statement, StatementKind, Turns};
pub use translator::Translator;
pub use work::SqlUnitOfWork;

/// The default time limit of a read statement.
pub const DEFAULT_READ_TIMEOUT: std::time::Duration = std::time::Duration::from_secs(30);

/// The migration files of SQLite, in order.
pub const SQLITE_MIGRATIONS: &[&str] =
    &[include_str!("../migrations/sqlite/0001_foundation.sql"), include_str!("../migrations/sqlite/0002_views.sql")];

/// The migration files of PostgreSQL, in order.
pub const POSTGRES_MIGRATIONS: &[&str] = &[include_str!("../migrations/postgres/0001_foundation.sql")];
