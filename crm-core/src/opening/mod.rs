//! Opening balances: workbook contents ([`OpeningData`], read by `crm-office`), checked against stored data and applied in one act.
//!
//! A dry run reports every problem; applying takes all rows or the good ones; applying twice changes nothing. Open balances from previous books
//! become ordinary open items, which payments, ageing and statements treat like any other.

mod apply;
mod data;
mod known;
mod lines;
mod masters;
mod part;
mod prices;
mod problem;
mod reading;
mod receivables;
mod report;
mod stock;
mod work;

pub use apply::OpeningService;
pub use data::{
    OpeningAddress, OpeningCode, OpeningContact, OpeningCredit, OpeningCustomer, OpeningData, OpeningPrice, OpeningPriceList, OpeningProduct,
    OpeningReceivable, OpeningStock, OpeningUnit, SheetTotals, StatedTotals, too_many_rows,
};
pub use problem::{Place, Problem, Severity, SourceRow};
pub use reading::{CellCounts, ColumnReading, ColumnReason, ReadingReason, SheetCandidate, SheetReading, SheetReason, SheetVisibility, TextReading};
pub use report::{ApplyMode, OpeningOptions, OpeningReport};
