//! What a host can choose of a pool that the library makes. A host that wants more makes the pool itself.

use crate::error::{Doing, from_sqlx};
use crm_core::{Error, Result};
use crm_storage_sql::{DEFAULT_READ_TIMEOUT, PostgresDialect};
use sqlx::{
    ConnectOptions,
    postgres::{PgConnectOptions, PgPoolOptions},
};
use std::time::Duration;

/// Prepared statements kept for a connection: as many as there are shapes of statements in the usual work of a company.
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
    /// `storage.unavailable` if the URL is none.
    pub fn new(url: &str) -> Result<Self> {
        let connect: PgConnectOptions = url.parse().map_err(|e| from_sqlx(&e, Doing::default()))?;
        let connect = connect.statement_cache_capacity(STATEMENTS).application_name("crm").disable_statement_logging();
        // A dead connection is found out when a transaction begins on it, at no cost to the others.
        let pool = PgPoolOptions::new().max_connections(10).test_before_acquire(false);
        Ok(Self { connect, pool, dialect: PostgresDialect::new(), read_timeout: Some(DEFAULT_READ_TIMEOUT) })
    }

    /// Puts the tables into a schema of their own.
    ///
    /// # Errors
    /// `field.invalid` if that is no name of lower-case letters, digits and `_`.
    pub fn schema(mut self, schema: &str) -> Result<Self> {
        self.dialect = PostgresDialect::in_schema(schema)?;
        Ok(self)
    }

    /// Connections at most, at least one.
    #[must_use]
    pub fn connections(mut self, connections: u32) -> Self {
        self.pool = self.pool.max_connections(connections.max(1));
        self
    }

    /// How long to wait for a connection; 30 seconds if nothing is said.
    #[must_use]
    pub fn acquire_timeout(mut self, timeout: Duration) -> Self {
        self.pool = self.pool.acquire_timeout(timeout);
        self
    }

    /// How long a statement of what only reads may take, 30 seconds if nothing is said; then it fails with `query.timeout`. Nothing, or a time of
    /// zero: as long as it likes. A shorter `statement_timeout` of the role, the database or [`PostgresOptions::timeouts`] stays in force, and its error
    /// is `storage.busy`. What is read within a transaction of the host is not limited.
    #[must_use]
    pub fn read_timeout(mut self, timeout: impl Into<Option<Duration>>) -> Self {
        self.read_timeout = timeout.into().filter(|timeout| !timeout.is_zero());
        self
    }

    /// How long a statement may take, and how long it may wait for a lock. They are sent when a connection is made, which a pooler in
    /// transaction mode may refuse: set them for the role or the database there.
    ///
    /// # Errors
    /// `field.invalid` if one of them is shorter than a millisecond.
    pub fn timeouts(mut self, statement: Duration, lock: Duration) -> Result<Self> {
        if statement < Duration::from_millis(1) || lock < Duration::from_millis(1) {
            return Err(Error::field("timeouts", "are shorter than a millisecond"));
        }
        let milliseconds = |name, timeout: Duration| (name, timeout.as_millis().to_string());
        self.connect = self.connect.options([milliseconds("statement_timeout", statement), milliseconds("lock_timeout", lock)]);
        Ok(self)
    }
}
