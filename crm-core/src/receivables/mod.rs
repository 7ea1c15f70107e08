//! Receivables.

mod entities;

pub use entities::{Allocation, OpenItem, OpenItemKind, Payment};
