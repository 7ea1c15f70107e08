//! Records of every kind: reading, creating, changing and deleting them. One engine works on declarations and rows; typed services wrap it.

mod any;
mod create;
mod custom;
mod delete;
mod external;
mod master;
mod numbering;
mod references;
mod service;
mod update;
mod upsert;
mod validate;

pub use any::{AnyMasterRecords, AnyRecords, Listing};
pub use master::{AnyRecord, AnyStored, Master, MasterRecord, PathError, master};
pub use numbering::CodeSource;
pub(crate) use numbering::{check_prefix, code_from_series};
pub use references::References;
pub use service::{List, Records};
pub use update::Upserted;
pub use upsert::UpsertMode;
