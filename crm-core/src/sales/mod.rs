//! Quotes, orders, deliveries, customer returns and credit notes.
//!
//! Quotes and orders say what is wanted and move nothing. Posting a delivery is one act: stock moves, cost is booked, the receivable or credit is
//! created, the number is taken, audit and feed are written. An issued document has no method that changes it; a correction is a new document.
//!
//! Every document goes the same way: what is asked for (`lines.rs`) is priced and summed up under a policy, gets a head (`head.rs`), and is
//! written; a posting (`plan.rs`) moves goods and makes a receivable beside.
//!
//! Statements on SQLite, `BEGIN` and `COMMIT` included, the same for 1, 10 and 100 lines (held by the budget test in `tests/`):
//!
//! | act | statements |
//! |---|---|
//! | delivery | 23 |
//! | linked return, its credit set against the delivery | 29 |
//!
//! A delivery to a customer with a credit limit, where the company controls credit, reads once more: what it owes and what it ordered, with the
//! customer locked. So does one of kits, of products with lots, or into negative stock.

mod cost;
mod credit;
mod delivered;
mod delivery;
mod entities;
mod goods;
mod head;
mod lines;
mod order;
mod plan;
mod prices;
mod profit;
mod quote;
mod render;
mod reservation;
mod returns;
mod settle;

pub use cost::LineCost;
pub use credit::{CreditLine, NewCreditNote};
pub use delivery::{NewDelivery, SalesPosted, SalesService};
pub use entities::{CostSource, SalesDocument, SalesKind, SalesLine, margin};
pub use head::{Buyer, Issuer, PayableRounding};
pub use lines::{AllowanceCharge, AllowanceChargeSize, AppliedAllowanceCharge, LineItem, PricedLine};
pub use order::{CloseOrder, NewOrder, OrderClosed, OrderDelivery, OrderPosted, OrderState, OrderStatus, OrderedPart, SalesOrder, SalesOrderLine};
pub use plan::KitPart;
pub use prices::PriceWarning;
pub use profit::{ProfitBy, ProfitRow};
pub use quote::{
    Acceptance, CloseQuote, LineChange, NewQuote, Offer, OfferedPart, PriceChange, PriceTerms, Quote, QuoteChange, QuoteLine, QuoteOutcome,
    QuotePosted, QuoteRevision, QuoteState, QuoteStatus, changes_between,
};
pub(crate) use reservation::KeptReads;
pub use reservation::{Availability, Release, Reservation, Reserve};
pub(crate) use returns::Copied;
pub use returns::{LinkedReturn, NewReturn, ReturnLine, Reversal, UnlinkedReturn};
pub(crate) use settle::{still_to_bring, undelivered};
