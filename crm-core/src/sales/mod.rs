//! Quotes, orders, deliveries, customer returns and credit notes.
//!
//! Quotes and orders move no goods. Posting a delivery is one act: stock moves, cost is booked, the receivable or credit is created, the number is
//! assigned, audit and feed are written. No method changes an issued document; a correction is a new document.
//!
//! Every document is made in the same steps: the requested lines (`item.rs`) are priced and totalled under a tax policy (`lines.rs`), get a head
//! (`head.rs`), and are written; a posting (`plan.rs`) also moves goods and creates a receivable or credit.
//!
//! Statements on SQLite, including `BEGIN` and `COMMIT`, the same for 1, 10 and 100 lines (checked by the budget test in `tests/`):
//!
//! | act | statements |
//! |---|---|
//! | delivery | 23 |
//! | linked return, its credit allocated to the delivery | 29 |
//!
//! A delivery to a customer with a credit limit, where the company controls credit, needs another round of reads: what it owes and has on order, with
//! the customer locked. So does a delivery of kits, of products with lots, or into negative stock.

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

/// Quotes, orders, deliveries, returns and credit notes.
pub struct SalesService<'s>(&'s Session<'s>);

impl Session<'_> {
    /// Deliveries, returns, credit notes and their profit.
    pub fn sales(&self) -> SalesService<'_> {
        SalesService(self)
    }
}
