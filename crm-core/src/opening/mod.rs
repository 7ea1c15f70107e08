//! Opening balances.

mod data;

pub use data::{OpeningCustomer, OpeningData, OpeningProduct, OpeningStock, Place, Problem, Severity, SheetTotals, SourceRow};
