//! Prices: lists, customer agreements, discounts, the policy that prices must meet, and purchase history.
//!
//! Which price applies: the first available one in this order (`Priced::source` names it):
//!
//! | | source | applies if |
//! |---|---|---|
//! | 1 | agreement with the customer for the product ([`CustomerPrice`]) with a price | valid on the day, minimum quantity reached, same currency |
//! | 2 | the customer's own list | list active and valid, item valid, minimum quantity reached, same currency |
//! | 3 | the list of its group, else of the nearest parent group with one | as 2 |
//! | 4 | the company's list ([`PriceSettings`]) | as 2 |
//! | 5 | the last net price that the customer paid for the product | `uses_last_price` is set; delivered on or before the day, same currency |
//! | 6 | the list price of the product | same currency |
//!
//! An agreement with only a discount applies it to the price from 2 to 6, in place of that price's own discount. Within one list (or among
//! agreements) a price in the line's unit takes precedence over one in the base unit, and that over others; then the largest minimum quantity
//! reached; then the latest first day; then the row created last. The quantity is that of the line, or of the product on the whole document if the
//! list says so. Rows that are expired, not yet valid, inactive or in another currency are ignored.
//!
//! Invariants: a price stays in the unit it was written for ([`Priced::per`] says how many of the line's units that is), and only the amount of a
//! line is rounded ([`line_amount`]); resolution is a pure function of the data read.

mod amount;
mod entities;
mod memory;
mod policy;
mod reads;
mod resolve;
mod service;

pub use crate::{documents::PriceSource, policy::PolicyLevel};
pub use amount::{Discount, LineAmount, line_amount};
pub use entities::{BreakBasis, CustomerPrice, PriceList, PriceListItem, PriceSettings};
pub use memory::{BasketItem, PastPrice, usual_basket};
pub use policy::{Authority, Finding, LineCheck, Objection, PriceCheck, Verdict, check_prices};
pub use reads::{PriceQuery, PricingReads};
pub use resolve::{PriceBook, PriceLine, Priced};
pub use service::PricingService;
