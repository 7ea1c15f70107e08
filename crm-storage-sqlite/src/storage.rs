//! The storage: a single writer, a pool of readers, and the schema that both must find.

use crate::{executor::SqliteExecutor, file, options::SqliteOptions, pool::Pool, raw::Borrowed, writer::Writer};
use async_trait::async_trait;
use crm_core::{
    Code, Error, Result,
    ids::CompanyId,
    storage::{Mode, Storage, UnitOfWork},
    time::Instant,
};
use crm_storage_sql::{Applied, Migrations, SqlUnitOfWork, SqliteDialect, Step, Translator, parse_steps};
use sqlx::SqliteConnection;
use std::sync::{
    Arc,
    atomic::{AtomicBool, Ordering},
};

/// The migration steps of this version of the library.
pub fn steps() -> Vec<Step> {
    crm_storage_sql::SQLITE_MIGRATIONS.iter().copied().flat_map(parse_steps).collect()
}

/// A database file.
///
/// Clones share it. Units of work that write queue for the single writer, first come, first served, and share a commit while others wait; readers
/// read the state at their first statement, and block nobody.
#[derive(Clone)]
pub struct SqliteStorage {
    shared: Arc<Shared>,
}

struct Shared {
    writer: Arc<Writer>,
    readers: Arc<Pool>,
    translator: Arc<Translator<SqliteDialect>>,
    steps: Vec<Step>,
    verified: AtomicBool,
}

impl std::fmt::Debug for SqliteStorage {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.debug_struct("SqliteStorage").finish_non_exhaustive()
    }
}

impl SqliteStorage {
    /// Opens a database file, or creates an empty one, which on Unix only its owner can read or write, whatever the umask; its log files get the
    /// file's mode. The schema is not touched: see [`SqliteStorage::migrations`].
    ///
    /// # Errors
    /// `storage.unavailable`.
    pub async fn open(options: SqliteOptions) -> Result<Self> {
        file::create(&options.path)?;
        let shared = Shared {
            writer: Writer::new(options.writer(), options.busy_timeout),
            readers: Pool::new(options.reader(), options.readers, options.busy_timeout, options.read_timeout),
            translator: Arc::new(Translator::new(SqliteDialect)),
            steps: steps(),
            verified: AtomicBool::new(false),
        };
        drop(shared.writer.turn().await?);
        Ok(Self { shared: Arc::new(shared) })
    }

    /// The migration runner. Only the host runs it.
    pub fn migrations(&self) -> SqliteMigrations {
        SqliteMigrations { storage: self.clone() }
    }

    /// Closes idle connections, and waits for that; busy ones close when they come back. Later units of work fail with `storage.unavailable`.
    pub async fn close(&self) {
        self.shared.writer.close().await;
        self.shared.readers.close().await;
    }

    /// A storage inside a transaction that the host began on its own connection to a database with this schema: each act sets a savepoint, and
    /// nothing is committed. Statements run on the caller's thread, and wait for no other connection there: a transaction that was begun without
    /// `IMMEDIATE` is refused with `storage.busy` at its first write if somebody else is writing.
    ///
    /// ```
    /// # use crm_core::{Result, ids::CompanyId, sales::NewDelivery, session::Session};
    /// # use crm_storage_sqlite::SqliteStorage;
    /// # use sqlx::SqlitePool;
    /// # async fn post(pool: &SqlitePool, storage: &SqliteStorage, session: &Session<'_>, delivery: &NewDelivery)
    /// #     -> std::result::Result<(), Box<dyn std::error::Error>> {
    /// let mut transaction = pool.begin_with("BEGIN IMMEDIATE").await?;
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
    /// `storage.failed` if the connection has no open transaction; `schema.mismatch` if its database lacks the schema.
    pub async fn join<'h>(&self, connection: &'h mut SqliteConnection) -> Result<SqliteJoined<'h>> {
        let connection = Borrowed::of(connection).await?;
        if connection.handle().is_autocommit() {
            return Err(Error::new(Code::StorageFailed, "the connection has no open transaction to join"));
        }
        let connection = tokio::sync::Mutex::new(connection);
        {
            let mut executor = SqliteExecutor::joined(connection.lock().await);
            Migrations::new(&mut executor, &self.shared.translator, &self.shared.steps).verify().await?;
        }
        Ok(SqliteJoined { connection, translator: self.shared.translator.clone() })
    }

    async fn reader(&self) -> Result<SqliteExecutor<'static>> {
        Ok(SqliteExecutor::reader(self.shared.readers.lend().await?))
    }

    async fn writer(&self) -> Result<SqliteExecutor<'static>> {
        Ok(SqliteExecutor::writer(self.shared.writer.turn().await?, self.shared.writer.clone()))
    }
}

/// A storage inside a host transaction; see [`SqliteStorage::join`].
pub struct SqliteJoined<'h> {
    connection: tokio::sync::Mutex<Borrowed<'h>>,
    translator: Arc<Translator<SqliteDialect>>,
}

impl std::fmt::Debug for SqliteJoined<'_> {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.debug_struct("SqliteJoined").finish_non_exhaustive()
    }
}

#[async_trait]
impl Storage for SqliteJoined<'_> {
    async fn begin(&self, company: CompanyId, mode: Mode) -> Result<Box<dyn UnitOfWork + '_>> {
        let executor = SqliteExecutor::joined(self.connection.lock().await);
        Ok(Box::new(SqlUnitOfWork::new(executor, self.translator.clone(), company, mode)))
    }
}

#[async_trait]
impl Storage for SqliteStorage {
    async fn begin(&self, company: CompanyId, mode: Mode) -> Result<Box<dyn UnitOfWork + '_>> {
        if !self.shared.verified.load(Ordering::Acquire) {
            self.migrations().verify().await?;
        }
        let executor = if mode == Mode::Write { self.writer().await? } else { self.reader().await? };
        Ok(Box::new(SqlUnitOfWork::new(executor, self.shared.translator.clone(), company, mode)))
    }

    fn readers(&self) -> Option<usize> {
        Some(self.shared.readers.size())
    }
}

/// Compares a database file with the schema of this version of the library, and brings it up to date.
#[derive(Debug)]
pub struct SqliteMigrations {
    storage: SqliteStorage,
}

impl SqliteMigrations {
    /// The steps that are missing; changes nothing.
    ///
    /// # Errors
    /// `schema.mismatch` if the file has another version's schema.
    pub async fn plan(&self) -> Result<Vec<Step>> {
        let mut executor = self.storage.reader().await?;
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
    /// As [`SqliteMigrations::apply`].
    pub async fn apply_at(&self, at: Option<Instant>) -> Result<Applied> {
        let mut executor = self.storage.writer().await?;
        self.runner(&mut executor).apply(at).await
    }

    /// Passes if nothing is missing; changes nothing.
    ///
    /// # Errors
    /// `schema.mismatch`.
    pub async fn verify(&self) -> Result<()> {
        let mut executor = self.storage.reader().await?;
        self.runner(&mut executor).verify().await?;
        self.storage.shared.verified.store(true, Ordering::Release);
        Ok(())
    }

    fn runner<'a>(&'a self, executor: &'a mut SqliteExecutor<'static>) -> Migrations<'a, SqliteExecutor<'static>, SqliteDialect> {
        let shared = &self.storage.shared;
        Migrations::new(executor, &shared.translator, &shared.steps)
    }
}
