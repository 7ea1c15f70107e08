//! Receivables, payments and what is allocated to what, by date: the same question about a day has the same answer today and next year.

mod ageing;
mod entities;
mod service;

pub use ageing::{Ageing, AgeingBuckets};
pub use entities::{Allocation, OpenItem, OpenItemKind, Payment};
pub use service::{Allocate, NewAllocation, NewPayment, PaymentPosted, ReceivablesService};
