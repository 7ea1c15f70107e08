//! Open items, payments, adjustments, and allocations.
//!
//! Invariant: amounts and days of a row never change. Later events are further rows: an item of opposite sign, an allocation, or the reversal of an
//! allocation. Only `open`, the days derived from allocations, and the order of a prepayment are updated.

use crate::{
    entity,
    ids::{AdjustmentId, AllocationId, CustomerId, OpenItemId, OperatorId, PaymentId, SalesDocumentId, SalesOrderId},
    num::{Currency, Money},
    text_enum,
    time::{Day, Instant},
};

text_enum! {
    /// The origin of an open item.
    OpenItemKind {
        /// A delivery, which creates a receivable.
        Delivery = "delivery",
        /// A return, which creates a credit.
        Return = "return",
        /// A payment, which is a credit until allocated.
        Payment = "payment",
        /// A refund, which uses up the credit it pays back.
        Refund = "refund",
        /// A write-off: an item of opposite sign against the receivable or credit written off.
        WriteOff = "write_off",
        /// A cancellation: an item of opposite sign, allocated to what is cancelled.
        Cancellation = "cancellation",
        /// A rescheduling: a credit against the old instalments, and the new instalments.
        Reschedule = "reschedule",
        /// A transfer of a credit between customers: an offsetting receivable with the one, and the credit with the other.
        Transfer = "transfer",
        /// An opening receivable or credit note, as open in previous books.
        Opening = "opening",
        /// An opening payment or prepayment, unused in previous books.
        OpeningCredit = "opening_credit",
    }
}

text_enum! {
    /// The kind of an adjustment.
    AdjustmentKind {
        /// Refunds a credit.
        Refund = "refund",
        /// Writes off a receivable or credit.
        WriteOff = "write_off",
        /// Cancels a payment, a refund, a write-off, or an opening item.
        Cancellation = "cancellation",
        /// Replaces open instalments by others.
        Reschedule = "reschedule",
    }
}

entity! {
    /// A receivable (positive) or credit (negative) that is settled over time; one per instalment of a document. A customer's balance on a day is the
    /// sum of the amounts dated up to it.
    OpenItem "open_item" {
        id: OpenItemId,
        kind: State,
        scope: ThroughCustomer,
        read: ReceivablesRead,
        unique: [],
        fields: {
            /// Origin.
            kind: OpenItemKind,
            /// The customer.
            customer_id: CustomerId,
            /// The salesperson responsible for the customer at the time.
            salesperson_id: Option<OperatorId> => [loose()],
            /// The delivery or return.
            sales_document_id: Option<SalesDocumentId>,
            /// The payment; on a transfer, the payment whose credit is transferred.
            payment_id: Option<PaymentId>,
            /// The refund, write-off, cancellation or rescheduling.
            adjustment_id: Option<AdjustmentId>,
            /// The item it offsets: the one cancelled, refunded, written off or transferred, or reversed along with a delivery.
            source_item_id: Option<OpenItemId>,
            /// The sales order: for a prepayment, as long as it is reserved for the order; for a delivery, for the payment status of the order.
            order_id: Option<SalesOrderId>,
            /// Document reference in the previous books, for opening items.
            reference: Option<String>,
            /// Order reference in the previous books, for a prepayment among the opening items.
            order_reference: Option<String>,
            /// Instalment number in its document, from 1.
            instalment: i64,
            /// Effective day.
            day: Day,
            /// Document date: `day`, except for rescheduled receivables and opening items.
            document_day: Day,
            /// Due date.
            due_day: Day,
            /// Time of posting.
            posted_at: Instant,
            /// Currency.
            currency: Currency,
            /// Original amount: positive for a receivable, negative for a credit.
            amount: Money,
            /// Amount not yet allocated, counting all allocations of any day; same sign.
            open: Money,
            /// The day of the last allocation or reversal that touched it.
            settled_day: Option<Day>,
            /// Day of the last reversal: later allocations are not dated before it, so that no day is ever overallocated.
            reopened_day: Option<Day>,
        }
    }
}

entity! {
    /// A payment received from a customer.
    Payment "payment" {
        id: PaymentId,
        kind: Document,
        scope: ThroughCustomer,
        read: ReceivablesRead,
        unique: [["series", "sequence"]],
        fields: {
            /// Number, such as `PM-2010-000001`.
            number: String,
            /// Number series.
            series: String,
            /// Sequence number in the series, from 1, without gaps.
            sequence: i64,
            /// Day of the payment.
            day: Day,
            /// Time of posting.
            posted_at: Instant,
            /// The operator who posted it.
            operator_id: OperatorId => [loose()],
            /// The customer that paid.
            customer_id: CustomerId,
            /// The sales order it is a prepayment for.
            order_id: Option<SalesOrderId>,
            /// Payment method, in the host's notation.
            method: Option<String>,
            /// The customer's reference, or a note.
            reference: Option<String>,
            /// Currency.
            currency: Currency,
            /// Amount.
            amount: Money,
        }
    }
}

entity! {
    /// A refund, write-off, cancellation or rescheduling: a document that corrects others, which never change.
    Adjustment "adjustment" {
        id: AdjustmentId,
        kind: Document,
        scope: ThroughCustomer,
        read: ReceivablesRead,
        unique: [["series", "sequence"], ["cancelled_payment_id"], ["cancelled_adjustment_id"]],
        fields: {
            /// Kind of adjustment.
            kind: AdjustmentKind,
            /// Number, such as `RF-2010-000001`.
            number: String,
            /// Number series.
            series: String,
            /// Sequence number in the series, from 1, without gaps.
            sequence: i64,
            /// Day of the adjustment.
            day: Day,
            /// Time of posting.
            posted_at: Instant,
            /// The operator who posted it.
            operator_id: OperatorId => [loose()],
            /// The customer.
            customer_id: CustomerId,
            /// The cancelled payment.
            cancelled_payment_id: Option<PaymentId>,
            /// The cancelled refund or write-off.
            cancelled_adjustment_id: Option<AdjustmentId>,
            /// Payment method of a refund, in the host's notation.
            method: Option<String>,
            /// Reason.
            reason: Option<String>,
            /// Currency.
            currency: Currency,
            /// Change of the customer's balance: positive if it then owes more; zero for a rescheduling.
            amount: Money,
        }
    }
}

entity! {
    /// The allocation of a credit to a receivable of the same customer on a day, or the reversal of one.
    Allocation "allocation" {
        id: AllocationId,
        kind: Ledger,
        scope: ThroughCustomer,
        read: ReceivablesRead,
        unique: [],
        fields: {
            /// The customer.
            customer_id: CustomerId,
            /// The receivable.
            receivable_id: OpenItemId,
            /// The credit.
            credit_id: OpenItemId,
            /// The allocation that it reverses.
            reverses_id: Option<AllocationId>,
            /// Effective day.
            day: Day,
            /// Time of posting.
            posted_at: Instant,
            /// Due date of the receivable, so that ageing needs no lookup.
            receivable_due_day: Day,
            /// Document date of the receivable, for ageing by it.
            receivable_document_day: Day,
            /// Currency.
            currency: Currency,
            /// Amount: positive, or negative for a reversal.
            amount: Money,
        }
    }
}

impl OpenItem {
    /// An item due on its day, with nothing allocated.
    pub fn new(kind: OpenItemKind, customer_id: CustomerId, day: Day, amount: Money, posted_at: Instant) -> Self {
        Self {
            kind,
            customer_id,
            salesperson_id: None,
            sales_document_id: None,
            payment_id: None,
            adjustment_id: None,
            source_item_id: None,
            order_id: None,
            reference: None,
            order_reference: None,
            instalment: 1,
            day,
            document_day: day,
            due_day: day,
            posted_at,
            currency: amount.currency(),
            amount,
            open: amount,
            settled_day: None,
            reopened_day: None,
        }
    }

    /// The first day on which anything may be allocated to it.
    #[must_use]
    pub fn earliest_allocation(&self) -> Day {
        self.reopened_day.map_or(self.day, |day| day.max(self.day))
    }
}
