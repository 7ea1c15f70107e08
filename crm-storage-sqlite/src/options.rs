//! The host's options. Everything else about a connection is fixed here, because correctness depends on it.

use crm_storage_sql::DEFAULT_READ_TIMEOUT;
use sqlx::{
    ConnectOptions,
    sqlite::{SqliteConnectOptions, SqliteJournalMode, SqliteSynchronous},
};
use std::{
    path::{Path, PathBuf},
    time::Duration,
};

/// What a commit survives.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub enum Durability {
    /// A power failure.
    #[default]
    Full,
    /// The end of the process; a power failure can lose the last commits, but never damages the file.
    Normal,
}

/// Where the database is, and how it is used.
#[derive(Debug, Clone)]
pub struct SqliteOptions {
    pub(crate) path: PathBuf,
    pub(crate) durability: Durability,
    pub(crate) readers: usize,
    pub(crate) busy_timeout: Duration,
    pub(crate) read_timeout: Option<Duration>,
}

impl SqliteOptions {
    /// A file, created if missing, for its owner alone; durable against power failure, four readers.
    pub fn new(path: impl AsRef<Path>) -> Self {
        Self {
            path: path.as_ref().to_owned(),
            durability: Durability::Full,
            readers: 4,
            busy_timeout: Duration::from_secs(5),
            read_timeout: Some(DEFAULT_READ_TIMEOUT),
        }
    }

    /// What a commit survives.
    #[must_use]
    pub fn durability(mut self, durability: Durability) -> Self {
        self.durability = durability;
        self
    }

    /// Connections for reading, at least one.
    #[must_use]
    pub fn readers(mut self, readers: usize) -> Self {
        self.readers = readers.max(1);
        self
    }

    /// How long to wait for another process that is writing.
    #[must_use]
    pub fn busy_timeout(mut self, timeout: Duration) -> Self {
        self.busy_timeout = timeout;
        self
    }

    /// The time limit of statements of read-only units of work, 30 seconds by default; beyond it they fail with `query.timeout`. None or zero: no
    /// limit. Reads inside a host transaction are not limited.
    #[must_use]
    pub fn read_timeout(mut self, timeout: impl Into<Option<Duration>>) -> Self {
        self.read_timeout = timeout.into().filter(|timeout| !timeout.is_zero());
        self
    }

    /// The options of a connection for reading, with a large cache.
    pub(crate) fn reader(&self) -> SqliteConnectOptions {
        self.connect().pragma("cache_size", "-65536")
    }

    /// The options of the connection for writing. Its cache is small: when a commit has split an index page, the engine scans the whole cache once.
    pub(crate) fn writer(&self) -> SqliteConnectOptions {
        self.connect().pragma("cache_size", "-8192")
    }

    fn connect(&self) -> SqliteConnectOptions {
        let synchronous = match self.durability {
            Durability::Full => SqliteSynchronous::Full,
            Durability::Normal => SqliteSynchronous::Normal,
        };
        SqliteConnectOptions::new()
            .filename(&self.path)
            .create_if_missing(true)
            .journal_mode(SqliteJournalMode::Wal)
            .synchronous(synchronous)
            .foreign_keys(true)
            .busy_timeout(self.busy_timeout)
            // Pages that many acts change are copied back once per 16 MB of log instead of four times.
            .pragma("wal_autocheckpoint", "4000")
            .pragma("temp_store", "MEMORY")
            .pragma("trusted_schema", "OFF")
            .disable_statement_logging()
    }
}
