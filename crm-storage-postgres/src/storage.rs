//! The storage: a pool, and the schema that every connection must find.

use crate::{
    error::{Doing, from_sqlx},
    executor::PostgresExecutor,
    options::PostgresOptions,
    reading::Reading,
};
use async_trait::async_trait;
use crm_core::{
    Code, Error, Result,
    ids::CompanyId,
    storage::{Mode, Storage, UnitOfWork},
    time::Instant,
};
use crm_storage_sql::{Applied, DEFAULT_READ_TIMEOUT, Migrations, PostgresDialect, SqlUnitOfWork, Step, Translator, parse_steps};
use sqlx::{
    Connection as _, Executor as _, Pool, Postgres,
    postgres::{PgConnection, PgTransactionManager},
};
use sqlx_core::transaction::TransactionManager;
use std::{
    sync::{
        Arc,
        atomic::{AtomicBool, Ordering},
    },
    time::Duration,
};
use tokio::sync::OnceCell;

/// The migration steps of this version of the library.
pub fn steps() -> Vec<Step> {
    crm_storage_sql::POSTGRES_MIGRATIONS.iter().copied().flat_map(parse_steps).collect()
}

/// A database, PostgreSQL 14 or later.
///
/// Clones share its connections. Units of work run concurrently, under READ COMMITTED with locks on what they change; read-only ones see one state of
/// the data (REPEATABLE READ).
#[derive(Clone)]
pub struct PostgresStorage {
    shared: Arc<Shared>,
}

struct Shared {
    pool: Pool<Postgres>,
    translator: Arc<Translator<PostgresDialect>>,
    steps: Vec<Step>,
    verified: AtomicBool,
    read_timeout: Option<Duration>,
    /// Initialised by the first read.
    reading: OnceCell<Arc<Reading>>,
}

impl std::fmt::Debug for PostgresStorage {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.debug_struct("PostgresStorage").finish_non_exhaustive()
    }
}

impl PostgresStorage {
    /// Connects to a database by its URL. The schema is not touched: see [`PostgresStorage::migrations`].
    ///
    /// # Errors
    /// `storage.unavailable`.
    pub async fn connect(url: &str) -> Result<Self> {
        Self::open(PostgresOptions::new(url)?).await
    }

    /// Connects to a database.
    ///
    /// # Errors
    /// `storage.unavailable`, at once if the server refuses; later the pool waits for a server that is restarting.
    pub async fn open(options: PostgresOptions) -> Result<Self> {
        let PostgresOptions { connect, pool, dialect, read_timeout } = options;
        let refused = |e: &sqlx::Error| from_sqlx(e, Doing::default());
        let first = tokio::time::timeout(pool.get_acquire_timeout(), PgConnection::connect_with(&connect)).await;
        let first = first.map_err(|_| Error::new(Code::StorageUnavailable, "the server did not respond"))?.map_err(|e| refused(&e))?;
        first.close().await.map_err(|e| refused(&e))?;
        Ok(Self::on(pool.connect_lazy_with(connect), dialect).with_read_timeout(read_timeout))
    }

    /// Uses the host's pool, with the tables where its connections' `search_path` points.
    pub fn from_pool(pool: Pool<Postgres>) -> Self {
        Self::on(pool, PostgresDialect::new())
    }

    /// Uses the host's pool, with the tables in a separate schema.
    ///
    /// # Errors
    /// `field.invalid` if the name is not made of lower-case letters, digits and `_`.
    pub fn from_pool_in_schema(pool: Pool<Postgres>, schema: &str) -> Result<Self> {
        Ok(Self::on(pool, PostgresDialect::in_schema(schema)?))
    }

    fn on(pool: Pool<Postgres>, dialect: PostgresDialect) -> Self {
        let translator = Arc::new(Translator::new(dialect));
        Self::of(pool, translator, steps(), Some(DEFAULT_READ_TIMEOUT))
    }

    fn of(pool: Pool<Postgres>, translator: Arc<Translator<PostgresDialect>>, steps: Vec<Step>, read_timeout: Option<Duration>) -> Self {
        let (verified, reading) = (AtomicBool::new(false), OnceCell::new());
        Self { shared: Arc::new(Shared { pool, translator, steps, verified, read_timeout, reading }) }
    }

    /// The same database with other steps, such as those of [`crm_storage_sql::schema::partitioned`].
    #[must_use]
    pub fn with_steps(self, steps: Vec<Step>) -> Self {
        let Shared { pool, translator, read_timeout, .. } = &*self.shared;
        Self::of(pool.clone(), translator.clone(), steps, *read_timeout)
    }

    /// The same database with another time limit for reads: see [`PostgresOptions::read_timeout`].
    #[must_use]
    pub fn with_read_timeout(self, timeout: impl Into<Option<Duration>>) -> Self {
        let Shared { pool, translator, steps, .. } = &*self.shared;
        Self::of(pool.clone(), translator.clone(), steps.clone(), timeout.into().filter(|timeout| !timeout.is_zero()))
    }

    /// The migration runner. Only the host runs it.
    pub fn migrations(&self) -> PostgresMigrations {
        PostgresMigrations { storage: self.clone() }
    }

    /// Waits for connections to come back and closes them, even those of the host's pool; later units of work fail with `storage.unavailable`.
    pub async fn close(&self) {
        self.shared.pool.close().await;
    }

    /// A storage inside a transaction that the host began, with sqlx, on its own connection to a database with this schema: each act sets a
    /// savepoint, and nothing is committed.
    ///
    /// ```
    /// # use crm_core::{Result, sales::NewDelivery, session::Session};
    /// # use crm_storage_postgres::PostgresStorage;
    /// # use sqlx::PgPool;
    /// # async fn post(pool: &PgPool, storage: &PostgresStorage, session: &Session<'_>, delivery: &NewDelivery)
    /// #     -> std::result::Result<(), Box<dyn std::error::Error>> {
    /// let mut transaction = pool.begin().await?;
    /// sqlx::query("UPDATE shipment SET state = 'sent'").execute(&mut *transaction).await?;
    /// {
    ///     let joined = storage.join(&mut transaction).await?;
    ///     session.within(&joined).sales().deliver(delivery).await?;
    /// }
    /// transaction.commit().await?;
    /// # Ok(())
    /// # }
    /// ```
    ///
    /// # Errors
    /// `storage.failed` if the connection has no open transaction that sqlx knows of (it does not know one begun by a `BEGIN` statement: use `begin`
    /// or `begin_with`), or one that has failed; `schema.mismatch` if its database lacks the schema.
    pub async fn join<'h>(&self, connection: &'h mut PgConnection) -> Result<PostgresJoined<'h>> {
        if PgTransactionManager::get_transaction_depth(connection) == 0 {
            return Err(Error::new(Code::StorageFailed, "the connection has no open transaction to join"));
        }
        // Fails if the transaction has failed: asked for a savepoint there, the driver would roll back and consider the transaction ended, and what
        // the host does next would be durable, statement by statement.
        connection.execute("SELECT 1").await.map_err(|e| from_sqlx(&e, Doing::default()))?;
        if !self.shared.verified.load(Ordering::Acquire) {
            let connection = tokio::sync::Mutex::new(&mut *connection);
            let mut executor = PostgresExecutor::joined(connection.lock().await);
            Migrations::new(&mut executor, &self.shared.translator, &self.shared.steps).verify().await?;
            self.shared.verified.store(true, Ordering::Release);
        }
        Ok(PostgresJoined { connection: tokio::sync::Mutex::new(connection), translator: self.shared.translator.clone() })
    }

    fn executor(&self) -> PostgresExecutor<'static> {
        PostgresExecutor::pooled(self.shared.pool.clone())
    }

    async fn reading(&self) -> Result<PostgresExecutor<'static>> {
        let Shared { pool, read_timeout, reading, .. } = &*self.shared;
        let reading = reading.get_or_try_init(|| async { Reading::of(pool, *read_timeout).await.map(Arc::new) }).await?;
        Ok(PostgresExecutor::reading(pool.clone(), reading.clone()))
    }
}

#[async_trait]
impl Storage for PostgresStorage {
    async fn begin(&self, company: CompanyId, mode: Mode) -> Result<Box<dyn UnitOfWork + '_>> {
        if !self.shared.verified.load(Ordering::Acquire) {
            self.migrations().verify().await?;
        }
        let executor = if mode.is_read() { self.reading().await? } else { self.executor() };
        Ok(Box::new(SqlUnitOfWork::new(executor, self.shared.translator.clone(), company, mode)))
    }

    fn readers(&self) -> Option<usize> {
        self.shared.pool.options().get_max_connections().try_into().ok()
    }
}

/// A storage inside a host transaction; see [`PostgresStorage::join`].
pub struct PostgresJoined<'h> {
    connection: tokio::sync::Mutex<&'h mut PgConnection>,
    translator: Arc<Translator<PostgresDialect>>,
}

impl std::fmt::Debug for PostgresJoined<'_> {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.debug_struct("PostgresJoined").finish_non_exhaustive()
    }
}

#[async_trait]
impl Storage for PostgresJoined<'_> {
    async fn begin(&self, company: CompanyId, mode: Mode) -> Result<Box<dyn UnitOfWork + '_>> {
        let executor = PostgresExecutor::joined(self.connection.lock().await);
        Ok(Box::new(SqlUnitOfWork::new(executor, self.translator.clone(), company, mode)))
    }
}

/// Compares a database with the schema of this version of the library, and brings it up to date.
#[derive(Debug)]
pub struct PostgresMigrations {
    storage: PostgresStorage,
}

impl PostgresMigrations {
    /// The steps that are missing; changes nothing.
    ///
    /// # Errors
    /// `schema.mismatch` if the database has another version's schema.
    pub async fn plan(&self) -> Result<Vec<Step>> {
        let mut executor = self.storage.executor();
        self.runner(&mut executor).plan().await
    }

    /// Applies missing steps, and returns their ids.
    ///
    /// # Errors
    /// `schema.mismatch`, `storage.*`.
    pub async fn apply(&self) -> Result<Applied> {
        self.apply_at(None).await
    }

    /// Applies missing steps, and records when.
    ///
    /// # Errors
    /// As [`PostgresMigrations::apply`].
    pub async fn apply_at(&self, at: Option<Instant>) -> Result<Applied> {
        let mut executor = self.storage.executor();
        self.runner(&mut executor).apply(at).await
    }

    /// Passes if nothing is missing; changes nothing.
    ///
    /// # Errors
    /// `schema.mismatch`.
    pub async fn verify(&self) -> Result<()> {
        let mut executor = self.storage.executor();
        self.runner(&mut executor).verify().await?;
        self.storage.shared.verified.store(true, Ordering::Release);
        Ok(())
    }

    /// The missing steps as one script, for the host's own migration tool, to be run as one transaction.
    ///
    /// # Errors
    /// As [`PostgresMigrations::plan`].
    pub async fn script(&self) -> Result<String> {
        Ok(crm_storage_sql::script(self.storage.shared.translator.dialect(), &self.plan().await?))
    }

    fn runner<'a>(&'a self, executor: &'a mut PostgresExecutor<'static>) -> Migrations<'a, PostgresExecutor<'static>, PostgresDialect> {
        let shared = &self.storage.shared;
        Migrations::new(executor, &shared.translator, &shared.steps)
    }
}
