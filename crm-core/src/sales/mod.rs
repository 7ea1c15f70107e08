//! Deliveries and customer returns. Posting one is one act: stock moves, cost is booked, the receivable or credit is created, the number is
//! taken, audit and feed are written. An issued document has no method that changes it; a correction is a new document.
//!
//! Statements on SQLite, `BEGIN` and `COMMIT` included, the same for 1, 10 and 100 lines (held by the budget test in `tests/`):
//!
//! | act | statements |
//! |---|---|
//! | delivery | 18 |
//! | linked return | 22 |

mod entities;
mod plan;
mod profit;
mod service;

pub use entities::{CostSource, SalesDocument, SalesKind, SalesLine, margin};
pub use profit::{ProfitBy, ProfitRow};
pub use service::{DeliveryLine, LineCost, NewDelivery, NewReturn, ReturnLine, SalesPosted, SalesService};
