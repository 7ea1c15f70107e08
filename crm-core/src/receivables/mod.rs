//! Receivables, payments and what is allocated to what, by date: the same question about a day has the same answer today and next year.
//!
//! A payment takes 12 statements on SQLite, `BEGIN` and `COMMIT` included, whatever it is allocated to (held by the budget test in `tests/`).

mod ageing;
mod entities;
mod service;

pub use ageing::{Ageing, AgeingBuckets};
pub use entities::{Allocation, OpenItem, OpenItemKind, Payment};
pub use service::{Allocate, NewAllocation, NewPayment, PaymentPosted, ReceivablesService};
