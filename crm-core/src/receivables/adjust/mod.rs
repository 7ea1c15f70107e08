//! What corrects receivables and credits: refunds, write-offs, cancellations, reschedulings, allocations taken back, prepayments set free, what was
//! brought in wrongly.
//!
//! Invariant: nothing is changed or deleted. Each act adds dated items and reversals, so that an earlier day keeps its answer; a cancelled
//! payment reopens what it paid with the due dates that it had.

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
    /// Gives a credit back in money, as a document of its own.
    ///
    /// # Errors
    /// `access.denied`, `field.invalid`, `reference.missing`, `allocation.exceeded`, `credit.reserved`, `storage.*`.
    pub async fn refund(&self, refund: &NewRefund) -> Result<AdjustmentPosted> {
        self.0.run(refund).await
    }

    /// Gives a receivable or a credit up, as a document of its own. What was written off of it before counts towards the tolerance.
    ///
    /// # Errors
    /// `access.denied`, `field.invalid`, `reference.missing`, `allocation.exceeded`, `write_off.exceeded`, `credit.reserved`, `storage.*`.
    pub async fn write_off(&self, write_off: &NewWriteOff) -> Result<AdjustmentPosted> {
        self.0.run(write_off).await
    }

    /// Cancels a payment: what it paid is open again, with the due dates that it had, and so is what was refunded or written off of it.
    ///
    /// # Errors
    /// `access.denied`, `field.invalid`, `reference.missing`, `document.cancelled`, `storage.*`.
    pub async fn cancel_payment(&self, cancellation: &PaymentCancellation) -> Result<AdjustmentPosted> {
        self.0.run(cancellation).await
    }

    /// Cancels a refund or a write-off: the credit or receivable is open again.
    ///
    /// # Errors
    /// As [`ReceivablesService::cancel_payment`]; `field.invalid` for other adjustments.
    pub async fn cancel_adjustment(&self, cancellation: &AdjustmentCancellation) -> Result<AdjustmentPosted> {
        self.0.run(cancellation).await
    }

    /// Cancels a document or credit of the books kept before, with all its instalments: it may be brought in again as it should have been. What is
    /// allocated of it is taken back first.
    ///
    /// # Errors
    /// `access.denied`, `field.invalid`, `reference.missing`, `record.in_use` if something of it is allocated, `document.cancelled`, `storage.*`.
    pub async fn cancel_opening(&self, cancellation: &OpeningCancellation) -> Result<AdjustmentPosted> {
        self.0.run(cancellation).await
    }

    /// Replaces what is open of a document by other instalments. The debt stays as it is.
    ///
    /// # Errors
    /// `access.denied`, `field.invalid`, `reference.missing`, `limit.exceeded`, `storage.*`.
    pub async fn reschedule(&self, rescheduling: &Rescheduling) -> Result<AdjustmentPosted> {
        self.0.run(rescheduling).await
    }

    /// Takes an allocation back from a day on; a credit that came from a payer goes back to the payer.
    ///
    /// # Errors
    /// `access.denied`, `field.invalid`, `reference.missing`, `allocation.exceeded`, `storage.*`.
    pub async fn deallocate(&self, deallocation: &Deallocation) -> Result<()> {
        self.0.run(deallocation).await.map(|Empty| ())
    }

    /// Frees what is left of an order's prepayments: when it is cancelled, or delivered short. Answers with how much; none: there was nothing.
    ///
    /// # Errors
    /// `access.denied`, `reference.missing`, `storage.*`.
    pub async fn free_prepayments(&self, freed: &FreedPrepayments) -> Result<Option<Money>> {
        self.0.run(freed).await.map(|MovedAmount(amount)| amount)
    }
}
