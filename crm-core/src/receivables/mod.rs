//! Receivables, payments and allocations by date: a query as of a day gives the same answer today and next year.
//!
//! Everything that changes a balance is an open item with a day; every settlement is an allocation between a positive and a negative item of one
//! customer. A correction is an item of opposite sign or the reversal of an allocation, with a day of its own. [`ledger`] is the only way to create
//! either.
//!
//! A payment takes 12 statements on SQLite, including `BEGIN` and `COMMIT`, whatever it is allocated to (enforced by the budget test in `tests/`).

mod adjust;
mod ageing;
mod allocate;
mod credit;
mod entities;
pub(crate) mod ledger;
mod parties;
mod payment;
mod statement;
mod status;

pub use adjust::{
    AdjustmentCancellation, AdjustmentPosted, Deallocation, FreedPrepayments, NewRefund, NewWriteOff, OpeningCancellation, PaymentCancellation,
    Rescheduling, prepayments_of,
};
pub use ageing::{AccountOf, AgedItem, Ageing, AgeingBasis, AgeingBuckets, AgeingBy, AgeingQuery, AgeingRow};
pub use allocate::{Allocate, NewAllocation, NewCreditAllocation};
pub use credit::{CreditDecision, CreditState, CreditWarning, PayerCredit, credit_check};
pub use entities::{Adjustment, AdjustmentKind, Allocation, OpenItem, OpenItemKind, Payment};
pub use ledger::prepaid_shares;
pub use payment::{NewPayment, PaymentPosted};
pub use statement::{Statement, StatementLine};
pub use status::{AccountFigures, PaymentStatus, ReminderLevels, Settled, payment_status};

pub(crate) use adjust::not_cancelled;
pub(crate) use credit::Credit;

pub use crate::policy::{CreditPolicy, Instalment, PaymentTerms, TermPart, TermShare, TermStep, due_day};

use crate::act::Session;

/// Payments, allocations, adjustments, ageing, statements of account and credit.
pub struct ReceivablesService<'s>(&'s Session<'s>);

impl Session<'_> {
    /// Payments, allocations, adjustments, ageing, statements of account and credit.
    pub fn receivables(&self) -> ReceivablesService<'_> {
        ReceivablesService(self)
    }
}
