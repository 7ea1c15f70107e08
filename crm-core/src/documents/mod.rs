//! The rows of sales: quotes, orders, and what was delivered, brought back or credited, with what documents show.
//!
//! Only rows, and what follows from one of them alone. Pricing looks up what a customer paid before, stock what a movement was for, receivables what is
//! ordered and not delivered; the acts that write these rows stand above all of them, in `sales`.
//!
//! Invariant: a document keeps what it was made of; nothing here reads or writes.

mod allowance_charge;
mod amount;
mod head;
mod line;
mod order;
mod posted;
mod price_source;
mod quote;

pub use allowance_charge::{AllowanceCharge, AllowanceChargeSize, AppliedAllowanceCharge};
pub(crate) use amount::{percent_of, price_times, share};
pub use head::{Buyer, Issuer};
pub(crate) use head::{Head, head_of};
pub use line::PricedLine;
pub(crate) use line::line_of;
pub use order::{OrderState, SalesOrder, SalesOrderLine};
pub(crate) use order::{still_to_bring, undelivered};
pub use posted::{CostSource, KitPart, SalesDocument, SalesKind, SalesLine, margin};
pub use price_source::PriceSource;
pub use quote::{Quote, QuoteLine, QuoteOutcome, QuoteRevision};
