//! The domain of an embeddable CRM.
//!
//! The core decides, storage adapters store, bindings translate. Nothing here reads the clock, draws a random number, or opens a file or socket:
//! these are passed in as arguments. Every write locks, reads, plans and writes, and the plan is a pure function. Every read carries a scope that
//! only [`access::Guard`] can create. Money is exact, and issued documents never change.
#![deny(clippy::arithmetic_side_effects)]

// The macros that declare entities, here and in other crates, refer to it by this name.
extern crate self as crm_core;

pub mod access;
pub mod act;
pub mod administration;
pub mod audit;
pub mod company;
pub mod costing;
pub mod custom;
pub mod customers;
pub mod dictionary;
pub mod documents;
mod entities;
pub mod entity;
pub mod error;
pub mod external;
pub mod feed;
pub mod ids;
mod labels;
pub mod limits;
pub mod num;
pub mod opening;
pub mod operations;
pub mod policy;
pub mod pricing;
pub mod products;
pub mod query;
pub mod receivables;
pub mod records;
mod right;
pub mod sales;
#[cfg(feature = "schema")]
pub mod schema;
pub mod session;
pub mod stock;
pub mod storage;
#[cfg(feature = "system")]
pub mod system;
pub mod tax;
pub mod text;
pub mod time;
pub mod verify;

pub use entity::catalogue;
pub use error::{Code, Error, ErrorKind, Result};
#[cfg(feature = "schema")]
#[doc(hidden)]
pub use schemars;
#[doc(hidden)]
pub use serde;
pub use uuid::Uuid;
