//! What differs between the engines for a host: how it connects, how it begins a transaction, and which adapter joins it. A real host has one engine,
//! and needs one of the two halves of this file.

use crate::Failure;
use crm_core::storage::Storage;
use crm_storage_postgres::{PostgresJoined, PostgresStorage};
use crm_storage_sqlite::{SqliteJoined, SqliteOptions, SqliteStorage};
use sqlx::{
    Database, PgConnection, PgPool, Pool, Postgres, Sqlite, SqliteConnection, SqlitePool, Transaction,
    sqlite::{SqliteConnectOptions, SqliteJournalMode},
};

/// A database that the ERP can run on.
pub(crate) trait Engine: Database {
    /// The library's adapter.
    type Storage: Storage + Clone + 'static;
    /// The same inside a host transaction.
    type Joined<'t>: Storage;

    /// Connects the host's own pool and the library's storage to the same database, and returns the number of migration steps applied.
    async fn open(database: &str) -> Result<(Pool<Self>, Self::Storage, usize), Failure>;

    /// Begins a host transaction.
    async fn begin(pool: &Pool<Self>) -> sqlx::Result<Transaction<'static, Self>>;

    /// Joins the library's storage to a host transaction.
    async fn join<'t>(storage: &Self::Storage, connection: &'t mut Self::Connection) -> crm_core::Result<Self::Joined<'t>>;
}

impl Engine for Postgres {
    type Storage = PostgresStorage;
    type Joined<'t> = PostgresJoined<'t>;

    async fn open(database: &str) -> Result<(PgPool, PostgresStorage, usize), Failure> {
        let pool = PgPool::connect(database).await?;
        let storage = PostgresStorage::from_pool(pool.clone());
        let applied = storage.migrations().apply().await?;
        Ok((pool, storage, applied.len()))
    }

    async fn begin(pool: &PgPool) -> sqlx::Result<Transaction<'static, Postgres>> {
        pool.begin().await
    }

    async fn join<'t>(storage: &PostgresStorage, connection: &'t mut PgConnection) -> crm_core::Result<PostgresJoined<'t>> {
        storage.join(connection).await
    }
}

impl Engine for Sqlite {
    type Storage = SqliteStorage;
    type Joined<'t> = SqliteJoined<'t>;

    async fn open(database: &str) -> Result<(SqlitePool, SqliteStorage, usize), Failure> {
        let options = SqliteConnectOptions::new().filename(database).create_if_missing(true);
        let pool = SqlitePool::connect_with(options.journal_mode(SqliteJournalMode::Wal).foreign_keys(true)).await?;
        let storage = SqliteStorage::open(SqliteOptions::new(database)).await?;
        let applied = storage.migrations().apply().await?;
        Ok((pool, storage, applied.len()))
    }

    /// A transaction that will write takes the write lock at its beginning: taken later, it can be refused.
    async fn begin(pool: &SqlitePool) -> sqlx::Result<Transaction<'static, Sqlite>> {
        pool.begin_with("BEGIN IMMEDIATE").await
    }

    async fn join<'t>(storage: &SqliteStorage, connection: &'t mut SqliteConnection) -> crm_core::Result<SqliteJoined<'t>> {
        storage.join(connection).await
    }
}
