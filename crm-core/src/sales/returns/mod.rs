//! Customer returns, and reversals of whole documents.
//!
//! Invariant: no more is returned of a delivered line than is still out, in quantity, amount or cost; the last part takes what is left of each.

pub(super) mod delivered;
mod line;
mod line_left;
mod return_goods;
mod reverse;
pub(super) mod taken;

pub use line::{LinkedReturn, ReturnLine, UnlinkedReturn};
pub use return_goods::NewReturn;
pub use reverse::Reversal;

use super::{SalesService, decide::SalesPosted};
use crate::error::Result;

impl SalesService<'_> {
    /// Posts a customer return. Goods are credited at the price of their delivery; the return that leaves nothing of a delivery reverses its cash
    /// rounding too. Returns without a delivery, and of goods for more than the customer effectively paid for them because deductions are not
    /// returned with them, require the right `credits.post`.
    ///
    /// # Errors
    /// As [`SalesService::deliver`], and `return.exceeds_delivery`, `line.exceeded`, `document.closed` if nothing can be delivered again on the
    /// order, `document.reversed` for a document that reverses a return, `stock.cost_unknown`, `stock.serial_elsewhere`, `allocation.exceeded`.
    /// Customer and product may be inactive.
    pub async fn return_goods(&self, back: &NewReturn) -> Result<SalesPosted> {
        self.0.run(back).await
    }

    /// Reverses a whole document. For a delivery, what is still out is returned at its price, tax and cost; its order, if any, is open again unless
    /// it was closed short, and the prepayments that settled the delivery are reserved for it again. For a return or credit note, goods go out again
    /// at the cost of their return, and the customer owes what was credited, which is settled by what is left of that credit. The reversal refers to
    /// the document by `reverses_id`.
    ///
    /// # Errors
    /// As [`SalesService::return_goods`], and `document.reversed` if nothing of it is left or it is itself a reversal; `stock.insufficient`.
    pub async fn reverse(&self, reversal: &Reversal) -> Result<SalesPosted> {
        self.0.run(reversal).await
    }
}
