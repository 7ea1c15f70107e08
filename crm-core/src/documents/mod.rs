//! The sales documents: quotes, orders, deliveries, returns and credit notes, and the data they show.
//!
//! Only rows, and what can be derived from a single row. Pricing reads what a customer paid before, stock what a movement was for, receivables what
//! is ordered and not delivered; the acts that write these rows are above all of them, in `sales`.
//!
//! Invariant: a document stores what it was made from; nothing here reads or writes storage.

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
