//! Goods back from a customer, and documents taken back as a whole.
//!
//! Invariant: of a delivered line never more comes back than is still out, neither in quantity nor in amount nor in cost; the last part takes
//! what is left of each.

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
    /// Posts a customer return. Goods come back at the price at which they were delivered, and what leaves nothing of a delivery takes its cash
    /// rounding along; goods of which no delivery is named, and goods at more
    /// than the customer paid for them in the end, because lines took something off that do not come back, need the right `credits.post`.
    ///
    /// # Errors
    /// As [`SalesService::deliver`], and `return.exceeds_delivery`, `document.reversed` of what undoes a return, `stock.cost_unknown`, `stock.serial_elsewhere`,
    /// `allocation.exceeded`. Whether customer and product are still active is not asked.
    pub async fn return_goods(&self, back: &NewReturn) -> Result<SalesPosted> {
        self.0.run(back).await
    }

    /// Takes a document back as a whole. Of a delivery, what is still out comes back at its price, tax and cost, and the order, if it had one, is
    /// open again, with what its prepayments had settled reserved for it. Of a return or credit note, goods go out again at the cost at which they
    /// came, and the customer owes what they were credited; what is left of their credit settles that. The reversal refers to the document; who looks
    /// for documents that reverse one finds it by `reverses_id`.
    ///
    /// # Errors
    /// As [`SalesService::return_goods`], and `document.reversed` if nothing of it is left, or it is a reversal itself; `stock.insufficient`.
    pub async fn reverse(&self, reversal: &Reversal) -> Result<SalesPosted> {
        self.0.run(reversal).await
    }
}
