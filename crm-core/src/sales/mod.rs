//! Quotes, orders, deliveries, customer returns and credit notes.
//!
//! Quotes and orders say what is wanted and move nothing. Posting a delivery is one act: stock moves, cost is booked, the receivable or credit is
//! created, the number is taken, audit and feed are written. An issued document has no method that changes it; a correction is a new document.
//!
//! Every document goes the same way: what is asked for (`item.rs`) is priced and summed up under a policy (`lines.rs`), gets a head (`head.rs`), and is
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

mod allowances;
mod copy;
mod cost;
mod credit;
mod decide;
mod delivery;
mod goods;
mod head;
mod item;
mod kept;
mod lines;
mod order;
mod parts;
mod payable;
mod plan;
mod posting;
mod prices;
mod profit;
mod quote;
mod render;
mod returns;
mod settle;

pub use crate::documents::{
    AllowanceCharge, AllowanceChargeSize, AppliedAllowanceCharge, Buyer, CostSource, Issuer, KitPart, OrderState, PricedLine, Quote, QuoteLine,
    QuoteOutcome, QuoteRevision, SalesDocument, SalesKind, SalesLine, SalesOrder, SalesOrderLine, margin,
};
pub use crate::stock::{Availability, Reservation};
pub use copy::LastDelivery;
pub use cost::LineCost;
pub use credit::{CreditLine, NewCreditNote};
pub use decide::SalesPosted;
pub use delivery::NewDelivery;
pub use item::LineItem;
pub use order::{CloseOrder, NewOrder, OrderClosed, OrderDelivery, OrderPosted, OrderStatus, OrderedPart, Release, Reserve};
pub use payable::PayableRounding;
pub use prices::{PriceTerms, PriceWarning};
pub use profit::{ProfitBy, ProfitRow};
pub use quote::{
    Acceptance, CloseQuote, LineChange, NewQuote, Offer, OfferedPart, PriceChange, QuoteChange, QuotePosted, QuoteState, QuoteStatus, changes_between,
};
pub use returns::{LinkedReturn, NewReturn, ReturnLine, Reversal, UnlinkedReturn};

use crate::act::Session;

/// Postings of sales.
pub struct SalesService<'s>(&'s Session<'s>);

impl Session<'_> {
    /// Deliveries, returns, credit notes and their profit.
    pub fn sales(&self) -> SalesService<'_> {
        SalesService(self)
    }
}
