//! Runs batches on a connection, statement by statement, and begins and ends transactions on it.
//!
//! Invariants: an uncommitted transaction is rolled back before the connection is used for anything else; a commit that has begun is finished, even
//! if the caller stops waiting; a read statement is not.

use crate::{
    error::{Doing, from_sqlx},
    reading::Reading,
    value,
};
use async_trait::async_trait;
use crm_core::{Code, Error, Result};
use crm_storage_sql::{Executor, Outcome, SqlValue, Statement, StatementKind};
use sqlx::{
    AssertSqlSafe, Either, Executor as _, Pool, Postgres, SqlSafeStr,
    pool::PoolConnection,
    postgres::{PgConnection, PgTransactionManager},
};
use sqlx_core::transaction::{TransactionManager, begin_ansi_transaction_sql, commit_ansi_transaction_sql};
use std::{
    mem::ManuallyDrop,
    pin::Pin,
    sync::Arc,
    task::{Context, Poll},
    time::Instant,
};
use tokio::{runtime::Handle, sync::MutexGuard};

/// A connection that runs batches.
pub struct PostgresExecutor<'h> {
    connection: Connection<'h>,
    /// Whether one of our transactions or savepoints is open.
    is_open: bool,
    /// Settings of a read-only transaction, on a pool connection.
    reading: Option<Arc<Reading>>,
    /// Whether a statement is running.
    is_running: bool,
}

/// Where the connection comes from, which decides how a transaction begins and ends on it.
enum Connection<'h> {
    /// Taken from the pool when the transaction begins.
    Waiting(Pool<Postgres>),
    /// From the pool.
    Pooled(PoolConnection<Postgres>),
    /// The host's own, inside its transaction.
    Joined(Box<dyn Host + 'h>),
    /// Returned.
    Gone,
}

/// Holds the host's connection.
pub(crate) trait Host: Send {
    /// The connection.
    fn connection(&mut self) -> &mut PgConnection;
}

impl Host for MutexGuard<'_, &mut PgConnection> {
    fn connection(&mut self) -> &mut PgConnection {
        self
    }
}

fn gone() -> Error {
    Error::new(Code::StorageUnavailable, "the connection was lost")
}

impl<'h> PostgresExecutor<'h> {
    pub(crate) fn pooled(pool: Pool<Postgres>) -> Self {
        Self::on(Connection::Waiting(pool), None)
    }

    /// For a read-only transaction.
    pub(crate) fn reading(pool: Pool<Postgres>, reading: Arc<Reading>) -> Self {
        Self::on(Connection::Waiting(pool), Some(reading))
    }

    pub(crate) fn joined(host: impl Host + 'h) -> Self {
        Self::on(Connection::Joined(Box::new(host)), None)
    }

    fn on(connection: Connection<'h>, reading: Option<Arc<Reading>>) -> Self {
        Self { connection, is_open: false, reading, is_running: false }
    }

    async fn begin(&mut self, statement: &Statement) -> Result<()> {
        let failed = |e: sqlx::Error| from_sqlx(&e, statement.into());
        let settings = self.reading.as_ref().map(|reading| reading.settings.as_str()).filter(|settings| !settings.is_empty());
        let with_settings = settings.map(|settings| Statement { text: format!("{}{settings}", statement.text).into(), ..statement.clone() });
        let statement = with_settings.as_ref().unwrap_or(statement);
        match &mut self.connection {
            Connection::Waiting(pool) => {
                let connection = begin_on_fresh(pool, statement).await?;
                self.connection = Connection::Pooled(connection);
            }
            Connection::Pooled(_) => {
                let Connection::Pooled(connection) = std::mem::replace(&mut self.connection, Connection::Gone) else { return Err(gone()) };
                self.connection = Connection::Pooled(begin_on(connection, statement).await?);
            }
            Connection::Joined(host) => set_savepoint(host.connection()).await.map_err(failed)?,
            Connection::Gone => return Err(gone()),
        }
        self.is_open = true;
        Ok(())
    }

    async fn commit(&mut self, statement: &Statement) -> Result<()> {
        if let Connection::Joined(_) = &self.connection {
            return self.keep().await;
        }
        match std::mem::replace(&mut self.connection, Connection::Gone) {
            Connection::Pooled(mut connection) => {
                self.is_open = false;
                let commit = async move {
                    let result = PgTransactionManager::commit(&mut connection).await;
                    if result.is_err() {
                        connection.close_on_drop();
                    }
                    (connection, result)
                };
                let (connection, result) = Carried(Some(Box::pin(commit))).await;
                result.map_err(|e| from_sqlx(&e, statement.into()))?;
                self.connection = Connection::Pooled(connection);
                Ok(())
            }
            Connection::Joined(_) | Connection::Waiting(_) | Connection::Gone => Err(gone()),
        }
    }

    /// Keeps what was done since the savepoint as part of the host's transaction.
    ///
    /// The caller may stop waiting at each step, and what is open is rolled back then: to the savepoint, or to a new one after everything that is
    /// kept. If the savepoint were only released, that would go back too far, or fail and take the host's transaction with it.
    async fn keep(&mut self) -> Result<()> {
        let connection = self.connection()?;
        let depth = PgTransactionManager::get_transaction_depth(connection);
        let release = commit_ansi_transaction_sql(depth);
        let renew = format!("{}; {}", release.as_str(), begin_ansi_transaction_sql(depth.saturating_sub(1)).as_str());
        connection.execute(AssertSqlSafe(renew)).await.map_err(|e| from_sqlx(&e, Doing::default()))?;
        PgTransactionManager::start_rollback(connection);
        self.is_open = false;
        self.connection()?.execute(release).await.map(drop).map_err(|e| from_sqlx(&e, Doing::default()))
    }

    /// Whether nobody waits any more for a read statement: then the connection is closed, and the server notices and gives up. If it were returned to
    /// the pool, the statement would be awaited to its end.
    fn gives_up(&mut self) -> bool {
        let gives_up = self.is_running && self.reading.is_some();
        if gives_up && let Connection::Pooled(connection) = std::mem::replace(&mut self.connection, Connection::Gone) {
            drop(connection.detach());
        }
        gives_up
    }

    fn connection(&mut self) -> Result<&mut PgConnection> {
        match &mut self.connection {
            Connection::Pooled(connection) => Ok(connection),
            Connection::Joined(host) => Ok(host.connection()),
            Connection::Waiting(_) | Connection::Gone => Err(gone()),
        }
    }
}

/// Work that is finished in any case: on a separate task, if the caller stops waiting.
struct Carried<F: Future<Output: Send> + Send + 'static>(Option<Pin<Box<F>>>);

impl<F: Future<Output: Send> + Send + 'static> Future for Carried<F> {
    type Output = F::Output;

    fn poll(mut self: Pin<&mut Self>, context: &mut Context<'_>) -> Poll<F::Output> {
        let Some(work) = &mut self.0 else { return Poll::Pending };
        let done = work.as_mut().poll(context);
        if done.is_ready() {
            self.0 = None;
        }
        done
    }
}

impl<F: Future<Output: Send> + Send + 'static> Drop for Carried<F> {
    fn drop(&mut self) {
        if let (Some(work), Ok(runtime)) = (self.0.take(), Handle::try_current()) {
            runtime.spawn(work);
        }
    }
}

/// Begins on a pool connection. One that died while idle is discarded for another: nothing has happened on it yet.
async fn begin_on_fresh(pool: &Pool<Postgres>, statement: &Statement) -> Result<PoolConnection<Postgres>> {
    let mut attempts = pool.options().get_max_connections();
    loop {
        let connection = pool.acquire().await.map_err(|e| from_sqlx(&e, statement.into()))?;
        match begin_on(connection, statement).await {
            Err(error) if error.code() == Code::StorageUnavailable && attempts > 0 => attempts = attempts.saturating_sub(1),
            result => return result,
        }
    }
}

/// Begins on a connection, which is closed if that fails, or if the caller stops waiting: the driver does not know then whether a transaction is
/// open, and would return the connection with it.
async fn begin_on(connection: PoolConnection<Postgres>, statement: &Statement) -> Result<PoolConnection<Postgres>> {
    let mut beginning = Beginning(Some(connection));
    let Some(connection) = &mut beginning.0 else { return Err(gone()) };
    PgTransactionManager::begin(connection, Some(own(statement))).await.map_err(|e| from_sqlx(&e, statement.into()))?;
    beginning.0.take().ok_or_else(gone)
}

/// A connection that may or may not have begun a transaction.
struct Beginning(Option<PoolConnection<Postgres>>);

impl Drop for Beginning {
    fn drop(&mut self) {
        if let Some(connection) = &mut self.0 {
            connection.close_on_drop();
        }
    }
}

/// Sets a savepoint in the host's transaction.
///
/// If the driver's future were dropped before its end, because the caller stops waiting, the driver would roll back the whole transaction and
/// consider it ended: what the host does next would be durable, statement by statement. So the future is forgotten instead, and what remains is a
/// savepoint that nobody needs.
async fn set_savepoint(connection: &mut PgConnection) -> sqlx::Result<()> {
    let mut begin = ManuallyDrop::new(Box::pin(PgTransactionManager::begin(connection, None)));
    let result = begin.as_mut().await;
    drop(ManuallyDrop::into_inner(begin));
    result
}

/// The text of a statement for the driver, which requires an assertion that it is not user input: the translator writes texts from declarations, and
/// values are parameters.
fn own(statement: &Statement) -> sqlx::SqlStr {
    AssertSqlSafe(statement.text.clone()).into_sql_str()
}

/// The maximum number of values in a list for which a query's cached plan is reused.
const PLANNED_ONCE: usize = 50;

/// Whether a query is planned again, by what the tables hold now. A cached plan may have been made while they were empty, without an index; and until
/// the engine has analyzed the table, each row is then compared with each value of the list.
fn is_planned_anew(statement: &Statement) -> bool {
    let is_long = |param: &SqlValue| matches!(param, SqlValue::Array(list) if list.len() > PLANNED_ONCE);
    statement.writes.is_empty() && statement.params.iter().any(is_long)
}

async fn run(connection: &mut PgConnection, statement: Statement) -> sqlx::Result<(Statement, Outcome)> {
    let mut query = sqlx::query(own(&statement)).persistent(!is_planned_anew(&statement));
    let mut statement = statement;
    for param in std::mem::take(&mut statement.params) {
        query = value::bind(query, param);
    }
    let mut outcome = Outcome::default();
    let mut answers = connection.fetch_many(query);
    while let Some(answer) = std::future::poll_fn(|context| answers.as_mut().poll_next(context)).await {
        match answer? {
            Either::Left(done) => outcome.changed = outcome.changed.saturating_add(done.rows_affected()),
            Either::Right(row) => value::cells(&row, &mut outcome.cells)?,
        }
    }
    drop(answers);
    Ok((statement, outcome))
}

impl std::fmt::Debug for PostgresExecutor<'_> {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.debug_struct("PostgresExecutor").finish_non_exhaustive()
    }
}

#[async_trait]
impl Executor for PostgresExecutor<'_> {
    async fn run(&mut self, batch: Vec<Statement>) -> Result<Vec<Outcome>> {
        let mut outcomes = Vec::with_capacity(batch.len());
        for statement in batch {
            outcomes.push(match statement.kind {
                StatementKind::Begin => self.begin(&statement).await.map(|()| Outcome::default())?,
                StatementKind::Commit => self.commit(&statement).await.map(|()| Outcome::default())?,
                StatementKind::Other => {
                    let (doing, limit, since) = (Doing::from(&statement), self.reading.as_ref().and_then(|reading| reading.limit), Instant::now());
                    self.is_running = true;
                    let result = run(self.connection()?, statement).await;
                    self.is_running = false;
                    let (statement, outcome) = result.map_err(|e| from_sqlx(&e, doing.taking(since.elapsed(), limit)))?;
                    statement.check(&outcome)?;
                    outcome
                }
            });
        }
        Ok(outcomes)
    }

    async fn rollback(&mut self) -> Result<()> {
        if self.gives_up() || !std::mem::replace(&mut self.is_open, false) {
            return Ok(());
        }
        let result = PgTransactionManager::rollback(self.connection()?).await;
        if let (Err(_), Connection::Pooled(connection)) = (&result, &mut self.connection) {
            connection.close_on_drop();
        }
        match (result, &self.connection) {
            // A connection that is gone took its transaction with it.
            (Err(_), Connection::Pooled(_)) | (Ok(()), _) => Ok(()),
            (Err(error), _) => Err(from_sqlx(&error, Doing::default())),
        }
    }
}

impl Drop for PostgresExecutor<'_> {
    fn drop(&mut self) {
        if self.gives_up() {
            return;
        }
        if let (true, Ok(connection)) = (self.is_open, self.connection()) {
            // Sent before the connection's next statement.
            PgTransactionManager::start_rollback(connection);
        }
    }
}
