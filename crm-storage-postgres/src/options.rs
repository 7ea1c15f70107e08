//! The host's options for a pool that the library creates. A host that needs more creates the pool itself.

use crate::error::{Doing, from_sqlx};
use crm_core::{Error, Result};
use crm_storage_sql::{DEFAULT_READ_TIMEOUT, PostgresDialect};
use sqlx::{
    ConnectOptions,
    postgres::{PgConnectOptions, PgPoolOptions},
};
use std::time::Duration;

/// Prepared statements cached per connection: as many as there are distinct statements in a company's usual work.
const STATEMENTS: usize = 512;

/// Where the database is, and how it is used.
#[derive(Debug, Clone)]
pub struct PostgresOptions {
    pub(crate) connect: PgConnectOptions,
    pub(crate) pool: PgPoolOptions,
    pub(crate) dialect: PostgresDialect,
    pub(crate) read_timeout: Option<Duration>,
}

impl PostgresOptions {
    /// A database by its URL, with at most ten connections.
    ///
    /// # Errors
    /// `storage.unavailable` if the URL is not valid.
    pub fn new(url: &str) -> Result<Self> {
        let connect: PgConnectOptions = url.parse().map_err(|e| from_sqlx(&e, Doing::default()))?;
        let connect = connect.statement_cache_capacity(STATEMENTS).application_name("crm").disable_statement_logging();
        // A dead connection is detected when a transaction begins on it, at no cost to the others.
        let pool = PgPoolOptions::new().max_connections(10).test_before_acquire(false);
        Ok(Self { connect, pool, dialect: PostgresDialect::new(), read_timeout: Some(DEFAULT_READ_TIMEOUT) })
    }

    /// Puts the tables into a separate schema.
    ///
    /// # Errors
    /// `field.invalid` if the name is not made of lower-case letters, digits and `_`.
    pub fn schema(mut self, schema: &str) -> Result<Self> {
        self.dialect = PostgresDialect::in_schema(schema)?;
        Ok(self)
    }

    /// The maximum number of connections, at least one.
    #[must_use]
    pub fn connections(mut self, connections: u32) -> Self {
        self.pool = self.pool.max_connections(connections.max(1));
        self
    }

    /// How long to wait for a connection; 30 seconds by default.
    #[must_use]
    pub fn acquire_timeout(mut self, timeout: Duration) -> Self {
        self.pool = self.pool.acquire_timeout(timeout);
        self
    }

    /// The time limit of statements of read-only units of work, 30 seconds by default; beyond it they fail with `query.timeout`. None or zero: no
    /// limit. A shorter `statement_timeout` of the role, the database or [`PostgresOptions::timeouts`] stays in force, and its error is
    /// `storage.busy`. Reads inside a host transaction are not limited.
    #[must_use]
    pub fn read_timeout(mut self, timeout: impl Into<Option<Duration>>) -> Self {
        self.read_timeout = timeout.into().filter(|timeout| !timeout.is_zero());
        self
    }

    /// How long a statement may take, and how long it may wait for a lock. Both are sent when a connection is opened, which a pooler in transaction
    /// mode may refuse: set them for the role or the database there.
    ///
    /// # Errors
    /// `field.invalid` if either is shorter than a millisecond.
    pub fn timeouts(mut self, statement: Duration, lock: Duration) -> Result<Self> {
        if statement < Duration::from_millis(1) || lock < Duration::from_millis(1) {
            return Err(Error::field("timeouts", "are shorter than a millisecond"));
        }
        let milliseconds = |name, timeout: Duration| (name, timeout.as_millis().to_string());
        self.connect = self.connect.options([milliseconds("statement_timeout", statement), milliseconds("lock_timeout", lock)]);
        Ok(self)
    }
}
