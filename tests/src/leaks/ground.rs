//! What a world stands on: a storage, and the host's own transactions on it.

use crate::{
    harness::Harness,
    postgres::{Database, Layout},
};
use crm_core::{
    ids::IdSource,
    session::Session,
    storage::{MemoryStorage, Storage},
};
use crm_storage_postgres::PostgresStorage;
use crm_storage_sqlite::{Durability, SqliteOptions, SqliteStorage};
use sqlx::{PgPool, SqlitePool, sqlite::SqliteConnectOptions};
use std::{
    sync::{
        Arc,
        atomic::{AtomicU64, Ordering},
    },
    time::Duration,
};
use uuid::Uuid;

/// An engine.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Engine {
    /// The storage in memory.
    Memory,
    /// SQLite, in a file.
    Sqlite,
    /// PostgreSQL, in a database of its own.
    Postgres,
}

/// Ids that count up anew from the beginning of each call, so that what one call takes does not move those of the next.
#[derive(Debug, Default)]
pub(super) struct Ids(AtomicU64);

/// Ids of one call, at most.
const OF_A_CALL: u64 = 1 << 16;

impl Ids {
    /// The next call begins.
    pub(super) fn begin(&self) {
        self.set(self.call() + 1);
    }

    /// How many calls began.
    pub(super) fn call(&self) -> u64 {
        self.0.load(Ordering::Relaxed) / OF_A_CALL
    }

    /// As if so many calls had begun.
    pub(super) fn set(&self, calls: u64) {
        self.0.store(calls * OF_A_CALL, Ordering::Relaxed);
    }
}

impl IdSource for Ids {
    fn next_id(&self) -> Uuid {
        let count = self.0.fetch_add(1, Ordering::Relaxed) + 1;
        uuid::Builder::from_unix_timestamp_millis(count, &[0; 10]).into_uuid()
    }
}

/// A storage, with a pool of the host's own on the same database.
pub(super) struct Ground {
    pub(super) harness: Harness,
    pub(super) ids: Arc<Ids>,
    host: Host,
}

enum Host {
    Memory(MemoryStorage),
    Sqlite(SqlitePool, SqliteStorage),
    Postgres(PgPool, PostgresStorage),
}

impl Ground {
    pub(super) async fn new(engine: Engine) -> Self {
        match engine {
            Engine::Memory => {
                let storage = MemoryStorage::new();
                Self::on(Harness::new(storage.clone()), Host::Memory(storage))
            }
            Engine::Sqlite => {
                let folder = tempfile::tempdir().unwrap();
                let path = folder.path().join("books.db");
                let options = SqliteOptions::new(&path).durability(Durability::Normal).readers(1);
                let storage = SqliteStorage::open(options).await.unwrap();
                storage.migrations().apply().await.unwrap();
                let options = SqliteConnectOptions::new().filename(&path).busy_timeout(Duration::from_secs(5));
                let pool = SqlitePool::connect_lazy_with(options);
                Self::on(Harness::new(storage.clone()).keeping(folder), Host::Sqlite(pool, storage))
            }
            Engine::Postgres => {
                let database = Database::new(Layout::Plain).await;
                let pool = PgPool::connect(&database.url()).await.unwrap();
                let storage = PostgresStorage::from_pool(pool.clone());
                Self::on(Harness::new(storage.clone()).keeping(database), Host::Postgres(pool, storage))
            }
        }
    }

    fn on(harness: Harness, host: Host) -> Self {
        Self { harness, ids: Arc::default(), host }
    }

    /// The replies to calls of a session within one transaction of the host, which is rolled back.
    pub(super) async fn within(&self, session: &Session<'static>, calls: &[(&str, String)]) -> Vec<String> {
        async fn all(ids: &Ids, session: Session<'_>, calls: &[(&str, String)]) -> Vec<String> {
            let mut replies = Vec::with_capacity(calls.len());
            for (operation, arguments) in calls {
                ids.begin();
                replies.push(crm_facade::call_on(session.clone(), operation, arguments.clone()).await);
            }
            replies
        }
        match &self.host {
            // The storage in memory knows no transactions of others: it is joined as it is.
            Host::Memory(storage) => all(&self.ids, session.within(storage as &dyn Storage), calls).await,
            Host::Sqlite(pool, storage) => {
                let mut transaction = pool.begin_with("BEGIN IMMEDIATE").await.unwrap();
                let replies = {
                    let joined = storage.join(&mut transaction).await.unwrap();
                    all(&self.ids, session.within(&joined), calls).await
                };
                transaction.rollback().await.unwrap();
                replies
            }
            Host::Postgres(pool, storage) => {
                let mut transaction = pool.begin_with("BEGIN").await.unwrap();
                let replies = {
                    let joined = storage.join(&mut transaction).await.unwrap();
                    all(&self.ids, session.within(&joined), calls).await
                };
                transaction.rollback().await.unwrap();
                replies
            }
        }
    }
}
