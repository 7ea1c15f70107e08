//! The database that the library was opened on.

use crate::Failure;
use crm_core::{
    error::Result,
    storage::{MemoryStorage, Storage},
    time::Clock,
};
use crm_storage_postgres::PostgresStorage;
use crm_storage_sqlite::{SqliteOptions, SqliteStorage};
use std::sync::Arc;

/// A storage of one of the engines.
#[derive(Debug)]
pub(crate) enum Store {
    Sqlite(SqliteStorage),
    Postgres(PostgresStorage),
    Memory(MemoryStorage),
}

impl Store {
    /// Opens what a URL names.
    pub(crate) async fn open(url: &str) -> Result<Self, Failure> {
        if let Some(path) = url.strip_prefix("sqlite:") {
            return Ok(Self::Sqlite(SqliteStorage::open(SqliteOptions::new(path)).await?));
        }
        if url.starts_with("postgres://") || url.starts_with("postgresql://") {
            return Ok(Self::Postgres(PostgresStorage::connect(url).await?));
        }
        if url == "memory:" {
            return Ok(Self::Memory(MemoryStorage::new()));
        }
        Err(Failure::request("url", "is neither `sqlite:` and a path, nor `postgres://..`, nor `memory:`"))
    }

    pub(crate) fn storage(&self) -> Arc<dyn Storage> {
        match self {
            Self::Sqlite(storage) => Arc::new(storage.clone()),
            Self::Postgres(storage) => Arc::new(storage.clone()),
            Self::Memory(storage) => Arc::new(storage.clone()),
        }
    }

    /// Applies the steps of the schema that are missing, and names them.
    pub(crate) async fn migrate(&self, clock: &dyn Clock) -> Result<Vec<String>> {
        let now = Some(clock.now());
        match self {
            Self::Sqlite(storage) => storage.migrations().apply_at(now).await,
            Self::Postgres(storage) => storage.migrations().apply_at(now).await,
            Self::Memory(_) => Ok(Vec::new()),
        }
    }

    /// The steps of the schema that are missing.
    pub(crate) async fn missing_steps(&self) -> Result<Vec<String>> {
        let steps = match self {
            Self::Sqlite(storage) => storage.migrations().plan().await?,
            Self::Postgres(storage) => storage.migrations().plan().await?,
            Self::Memory(_) => Vec::new(),
        };
        Ok(steps.into_iter().map(|step| step.id.into_owned()).collect())
    }

    pub(crate) async fn close(&self) {
        match self {
            Self::Sqlite(storage) => storage.close(),
            Self::Postgres(storage) => storage.close().await,
            Self::Memory(_) => {}
        }
    }
}
