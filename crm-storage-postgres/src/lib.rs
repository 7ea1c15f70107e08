//! The PostgreSQL adapter: a pool of its own or the host's, or a part of the host's open transaction.
//!
//! Everything that is SQL comes from `crm-storage-sql`; here are connections, what the engine says as the core's errors, and how values
//! cross to the driver.
//!
//! After a large import run `ANALYZE`: until the server does it by itself, it takes full tables for empty and plans accordingly, checks of
//! references included.
//!
//! ```no_run
//! use crm_storage_postgres::PostgresStorage;
//! # async fn open() -> crm_core::Result<()> {
//! let storage = PostgresStorage::connect("postgres://erp@localhost/erp").await?;
//! storage.migrations().apply().await?;
//! # Ok(())
//! # }
//! ```

mod error;
mod executor;
mod options;
mod reading;
mod storage;
mod value;

pub use executor::PostgresExecutor;
pub use options::PostgresOptions;
pub use storage::{PostgresJoined, PostgresMigrations, PostgresStorage, steps};
