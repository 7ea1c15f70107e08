//! Prices: lists, agreements with customers, discounts, the policy that a price has to meet, and what a customer paid before.
//!
//! Which price wins, the first that there is (`Priced::source` says which it was):
//!
//! | | source | holds if |
//! |---|---|---|
//! | 1 | agreement with the customer for the product ([`CustomerPrice`]) with a price | valid on the day, quantity reached, same currency |
//! | 2 | the customer's own list | list active and valid, item valid, quantity reached, same currency |
//! | 3 | the list of its group, else of the next group above, and so on | as 2 |
//! | 4 | the company's list ([`PriceSettings`]) | as 2 |
//! | 5 | the last price that it paid for it, net | `uses_last_price` is set; delivered on or before the day, same currency |
//! | 6 | the list price of the product | same currency |
//!
//! An agreement that only names a discount gives it on the price that 2 to 6 say, instead of that price's own discount. Within one list (or
//! among agreements) the price in the line's unit goes before one in the base unit, and that before others; then the largest quantity that is
//! reached; then the latest first day; then the row that was made last. A quantity is that of the line, or that of the product on the whole
//! document where the list says so. Rows that are expired, not yet valid, inactive or in another currency count for nothing.
//!
//! Invariants: a price stays in the unit that it was written for ([`Priced::per`] says how many of the line's units it is for), and only the
//! amount of a line is rounded ([`line_amount`]); resolution is a pure function of what was read.

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
