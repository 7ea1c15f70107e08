//! The PostgreSQL adapter: with its own pool, the host's pool, or inside the host's open transaction.
//!
//! All SQL comes from `crm-storage-sql`; this crate has connections, the mapping of engine errors to the core's, and value conversion for the driver.
//!
//! Run `ANALYZE` after a large import: until the server does it by itself, it takes full tables for empty and plans accordingly, including reference
//! checks.
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
