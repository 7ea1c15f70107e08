//! What a read-only transaction asks of the server besides its isolation: an end to statements that take too long, or that nobody waits for.
//!
//! Invariant: a shorter limit set by the host stays in force.

use crate::error::{Doing, from_sqlx};
use crm_core::Result;
use sqlx::{AssertSqlSafe, Executor as _, Pool, Postgres, Row, postgres::PgConnection};
use std::{fmt::Write, time::Duration};

/// How often the server checks that its client is still there, in milliseconds.
const CHECK_INTERVAL: u32 = 1000;

/// Settings for beginning a read transaction.
#[derive(Debug)]
pub(crate) struct Reading {
    /// Settings, to be sent with `BEGIN`.
    pub(crate) settings: String,
    /// The time limit of a statement, if the limit is ours.
    pub(crate) limit: Option<Duration>,
}

impl Reading {
    /// Asks the server once what it supports, and what the host has set.
    ///
    /// # Errors
    /// `storage.*`.
    pub(crate) async fn of(pool: &Pool<Postgres>, limit: Option<Duration>) -> Result<Self> {
        let refused = |e: sqlx::Error| from_sqlx(&e, Doing::default());
        let mut connection = pool.acquire().await.map_err(refused)?;
        let limit = match limit {
            Some(limit) => own_timeout(&mut connection).await.map_err(refused)?.is_none_or(|own| limit < own).then_some(limit),
            None => None,
        };
        let mut settings = String::new();
        if let Some(limit) = limit {
            let _ = write!(settings, "; SET LOCAL statement_timeout = {}", milliseconds(limit));
        }
        if checks_connections(&mut connection).await.map_err(refused)? {
            let _ = write!(settings, "; SET LOCAL client_connection_check_interval = {CHECK_INTERVAL}");
        }
        Ok(Self { settings, limit })
    }
}

/// The server counts whole milliseconds in 31 bits, and zero means no limit.
fn milliseconds(limit: Duration) -> u128 {
    limit.as_millis().clamp(1, i32::MAX.unsigned_abs().into())
}

/// The host's own statement limit; none if there is no limit.
async fn own_timeout(connection: &mut PgConnection) -> sqlx::Result<Option<Duration>> {
    let row = connection.fetch_one(sqlx::raw_sql("SELECT setting FROM pg_settings WHERE name = 'statement_timeout'")).await?;
    let milliseconds = row.try_get::<String, _>(0)?.parse().unwrap_or_default();
    Ok(Some(Duration::from_millis(milliseconds)).filter(|timeout| !timeout.is_zero()))
}

/// Whether the server can check for its client while a statement runs, which needs support from its operating system.
async fn checks_connections(connection: &mut PgConnection) -> sqlx::Result<bool> {
    let set = AssertSqlSafe(format!("SELECT set_config('client_connection_check_interval', '{CHECK_INTERVAL}', true)"));
    match connection.execute(sqlx::raw_sql(set)).await {
        Ok(_) => Ok(true),
        Err(sqlx::Error::Database(_)) => Ok(false),
        Err(error) => Err(error),
    }
}
