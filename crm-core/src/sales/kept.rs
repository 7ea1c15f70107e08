//! The reservations of the order that a posting delivers.

use crate::{
    act::ActContext,
    entity::Stored,
    error::Result,
    ids::{ProductId, SalesOrderId, SalesOrderLineId},
    num::Quantity,
    query::Select,
    stock::Reservation,
    storage::{Answers, Ask, ChangeSet, Reads},
};
use std::collections::BTreeMap;

/// The reads of an order's reservations.
pub(super) struct OwnReads(Ask<Stored<Reservation>>);

impl OwnReads {
    pub(super) fn ask(reads: &mut Reads, context: &ActContext<'_>, order_id: SalesOrderId) -> Result<Self> {
        let own = Select::<Reservation>::new(&context.full_permit()).filter(&Reservation::order_id().eq(order_id))?;
        Ok(Self(reads.select(own.everything())))
    }

    pub(super) fn take(&self, answers: &mut Answers) -> Result<Own> {
        answers.all(&self.0).map(Own)
    }
}

/// The reservations of an order.
pub(super) struct Own(Vec<Stored<Reservation>>);

impl Own {
    /// Returns the rows.
    pub(super) fn into_rows(self) -> Vec<Stored<Reservation>> {
        self.0
    }

    /// Reduces the reservations by the quantities delivered.
    pub(super) fn use_up(&self, delivered: &BTreeMap<SalesOrderLineId, Vec<(ProductId, Quantity)>>, changes: &mut ChangeSet) -> Result<()> {
        for kept in &self.0 {
            let mut used = delivered.get(&kept.order_line_id).into_iter().flatten().filter(|(product, _)| *product == kept.product_id);
            let used = used.try_fold(Quantity::ZERO, |sum, (_, quantity)| sum.plus(*quantity))?;
            let left = kept.quantity.minus(used)?;
            if left.is_positive() {
                changes.update(kept, Reservation { quantity: left, ..kept.data.clone() });
            } else {
                changes.delete(kept)?;
            }
        }
        Ok(())
    }

    /// Deletes all reservations.
    pub(super) fn release(&self, changes: &mut ChangeSet) -> Result<()> {
        self.0.iter().try_for_each(|kept| changes.delete(kept))
    }
}
