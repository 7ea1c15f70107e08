//! Opening balances: what a workbook says ([`OpeningData`], read by `crm-office`), checked against what is stored, and applied in one act.
//!
//! A dry run reports every problem; applying takes everything or the good rows; applying twice changes nothing.

mod apply;
mod data;

pub use apply::{ApplyMode, OpeningOptions, OpeningReport, OpeningService};
pub use data::{OpeningCustomer, OpeningData, OpeningProduct, OpeningStock, Place, Problem, Severity, SheetTotals, SourceRow};
