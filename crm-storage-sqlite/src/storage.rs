//! The storage: a pool of one writer, a pool of readers, and the schema that both must find.

use crate::{executor::SqliteExecutor, options::SqliteOptions, pool::Pool};
use async_trait::async_trait;
use crm_core::{
    Result,
    ids::CompanyId,
    storage::{Mode, Storage, UnitOfWork},
    time::Instant,
};
use crm_storage_sql::{Applied, Migrations, SqlUnitOfWork, SqliteDialect, Step, Translator, parse_steps};
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
/// Clones share it. Units of work that write queue for the one writer, first come, first served; readers read the state of their first
/// statement, and hold nobody up.
#[derive(Clone)]
pub struct SqliteStorage {
    shared: Arc<Shared>,
}

struct Shared {
    writer: Arc<Pool>,
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
    /// Opens a database file, or makes an empty one. Its schema is left alone: see [`SqliteStorage::migrations`].
    ///
    /// # Errors
    /// `storage.unavailable`.
    pub async fn open(options: SqliteOptions) -> Result<Self> {
        let connect = options.connect();
        let shared = Shared {
            writer: Pool::new(connect.clone(), 1),
            readers: Pool::new(connect, options.readers),
            translator: Arc::new(Translator::new(SqliteDialect)),
            steps: steps(),
            verified: AtomicBool::new(false),
        };
        drop(shared.writer.lend().await?);
        Ok(Self { shared: Arc::new(shared) })
    }

    /// The runner of migrations. Nothing runs them but the host.
    pub fn migrations(&self) -> SqliteMigrations {
        SqliteMigrations { storage: self.clone() }
    }

    /// Closes connections as they come back; later units of work fail with `storage.unavailable`.
    pub fn close(&self) {
        self.shared.writer.close();
        self.shared.readers.close();
    }

    async fn executor(&self, mode: Mode) -> Result<SqliteExecutor> {
        let pool = if mode == Mode::Write { &self.shared.writer } else { &self.shared.readers };
        Ok(SqliteExecutor::new(pool.lend().await?))
    }
}

#[async_trait]
impl Storage for SqliteStorage {
    async fn begin(&self, company: CompanyId, mode: Mode) -> Result<Box<dyn UnitOfWork>> {
        if !self.shared.verified.load(Ordering::Acquire) {
            self.migrations().verify().await?;
        }
        let executor = self.executor(mode).await?;
        Ok(Box::new(SqlUnitOfWork::new(executor, self.shared.translator.clone(), company, mode)))
    }
}

/// Compares and brings a database file to the schema of this version of the library.
#[derive(Debug)]
pub struct SqliteMigrations {
    storage: SqliteStorage,
}

impl SqliteMigrations {
    /// The steps that are missing; changes nothing.
    ///
    /// # Errors
    /// `schema.mismatch` if the file was brought to another version's schema.
    pub async fn plan(&self) -> Result<Vec<Step>> {
        let mut executor = self.storage.executor(Mode::Read).await?;
        self.runner(&mut executor).plan().await
    }

    /// Applies what is missing, and gives the ids of the steps.
    ///
    /// # Errors
    /// `schema.mismatch`, `storage.*`.
    pub async fn apply(&self) -> Result<Applied> {
        self.apply_at(None).await
    }

    /// Applies what is missing, and notes when.
    ///
    /// # Errors
    /// As [`SqliteMigrations::apply`].
    pub async fn apply_at(&self, at: Option<Instant>) -> Result<Applied> {
        let mut executor = self.storage.executor(Mode::Write).await?;
        self.runner(&mut executor).apply(at).await
    }

    /// Passes if nothing is missing; changes nothing.
    ///
    /// # Errors
    /// `schema.mismatch`.
    pub async fn verify(&self) -> Result<()> {
        let mut executor = self.storage.executor(Mode::Read).await?;
        self.runner(&mut executor).verify().await?;
        self.storage.shared.verified.store(true, Ordering::Release);
        Ok(())
    }

    fn runner<'a>(&'a self, executor: &'a mut SqliteExecutor) -> Migrations<'a, SqliteExecutor, SqliteDialect> {
        let shared = &self.storage.shared;
        Migrations::new(executor, &shared.translator, &shared.steps)
    }
}
