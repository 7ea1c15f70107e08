//! Corrections of receivables and credits: refunds, write-offs, cancellations, reschedulings, reversed allocations, released prepayments, cancelled
//! opening items.
//!
//! Invariant: nothing is changed or deleted. Each act adds dated items and reversals, so that earlier days keep their figures; a cancelled payment
//! reopens what it paid, with the original due dates.

mod cancel;
mod cancel_opening;
mod deallocate;
mod draft;
mod free_prepayments;
mod refund;
mod reschedule;
mod write_off;

pub use cancel::{AdjustmentCancellation, PaymentCancellation};
pub use cancel_opening::OpeningCancellation;
pub use deallocate::Deallocation;
pub use draft::AdjustmentPosted;
pub(crate) use draft::not_cancelled;
pub use free_prepayments::{FreedPrepayments, prepayments_of};
pub use refund::NewRefund;
pub use reschedule::Rescheduling;
pub use write_off::NewWriteOff;

use super::{ReceivablesService, allocate::MovedAmount};
use crate::{act::Empty, error::Result, num::Money};

impl ReceivablesService<'_> {
    /// Refunds a credit, as a document of its own.
    ///
    /// # Errors
    /// `access.denied`, `field.invalid`, `reference.missing`, `allocation.exceeded`, `credit.reserved`, `storage.*`.
    pub async fn refund(&self, refund: &NewRefund) -> Result<AdjustmentPosted> {
        self.0.run(refund).await
    }

    /// Writes off a receivable or credit, as a document of its own. Previous write-offs of the same item count towards the tolerance.
    ///
    /// # Errors
    /// `access.denied`, `field.invalid`, `reference.missing`, `allocation.exceeded`, `write_off.exceeded`, `credit.reserved`, `storage.*`.
    pub async fn write_off(&self, write_off: &NewWriteOff) -> Result<AdjustmentPosted> {
        self.0.run(write_off).await
    }

    /// Cancels a payment: what it paid is open again with the original due dates, and refunds and write-offs of it are undone.
    ///
    /// # Errors
    /// `access.denied`, `field.invalid`, `reference.missing`, `document.cancelled`, `storage.*`.
    pub async fn cancel_payment(&self, cancellation: &PaymentCancellation) -> Result<AdjustmentPosted> {
        self.0.run(cancellation).await
    }

    /// Cancels a refund or write-off: the credit or receivable is open again.
    ///
    /// # Errors
    /// As [`ReceivablesService::cancel_payment`]; `field.invalid` for other adjustments.
    pub async fn cancel_adjustment(&self, cancellation: &AdjustmentCancellation) -> Result<AdjustmentPosted> {
        self.0.run(cancellation).await
    }

    /// Cancels an opening document or credit from previous books, with all its instalments, so that it can be imported again correctly. Its
    /// allocations must be reversed first.
    ///
    /// # Errors
    /// `access.denied`, `field.invalid`, `reference.missing`, `record.in_use` if any of it is allocated, `document.cancelled`, `storage.*`.
    pub async fn cancel_opening(&self, cancellation: &OpeningCancellation) -> Result<AdjustmentPosted> {
        self.0.run(cancellation).await
    }

    /// Replaces the open instalments of a document by others. The debt is unchanged.
    ///
    /// # Errors
    /// `access.denied`, `field.invalid`, `reference.missing`, `limit.exceeded`, `storage.*`.
    pub async fn reschedule(&self, rescheduling: &Rescheduling) -> Result<AdjustmentPosted> {
        self.0.run(rescheduling).await
    }

    /// Reverses an allocation from a day on; a credit transferred from a payer is returned to the payer.
    ///
    /// # Errors
    /// `access.denied`, `field.invalid`, `reference.missing`, `allocation.exceeded`, `storage.*`.
    pub async fn deallocate(&self, deallocation: &Deallocation) -> Result<()> {
        self.0.run(deallocation).await.map(|Empty| ())
    }

    /// Releases what is left of an order's prepayments, when the order is cancelled or closed short. Returns the amount; none if there was nothing.
    ///
    /// # Errors
    /// `access.denied`, `reference.missing`, `storage.*`.
    pub async fn free_prepayments(&self, freed: &FreedPrepayments) -> Result<Option<Money>> {
        self.0.run(freed).await.map(|MovedAmount(amount)| amount)
    }
}
