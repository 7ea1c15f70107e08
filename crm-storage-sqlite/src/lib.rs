//! The SQLite adapter: one file, one writer, several readers.
//!
//! sqlx opens and closes the connections; statements run synchronously on the same connections' raw handles through rusqlite, because a hop to a
//! driver's thread costs several times a statement. All SQL comes from `crm-storage-sql`.
//!
//! ```no_run
//! use crm_storage_sqlite::{Durability, SqliteOptions, SqliteStorage};
//! # async fn open() -> crm_core::Result<()> {
//! let storage = SqliteStorage::open(SqliteOptions::new("books.db").durability(Durability::Full)).await?;
//! storage.migrations().apply().await?;
//! # Ok(())
//! # }
//! ```

mod error;
mod execute;
mod executor;
mod file;
mod options;
mod pool;
mod raw;
mod storage;
mod watch;
mod writer;

pub use executor::SqliteExecutor;
pub use options::{Durability, SqliteOptions};
pub use storage::{SqliteJoined, SqliteMigrations, SqliteStorage, steps};
