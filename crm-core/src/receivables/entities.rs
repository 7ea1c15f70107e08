//! Open items, payments, adjustments, and allocations of one to the other.
//!
//! Invariant: amounts and days of a row never change. What happens later is another row: an item of the other sign, an allocation, or the
//! reversal of one. Only `open`, the days that follow from allocations, and the order of a prepayment are kept up to date.

use crate::{
    entity,
    ids::{AdjustmentId, AllocationId, CustomerId, OpenItemId, OperatorId, PaymentId, SalesDocumentId, SalesOrderId},
    num::{Currency, Money},
    text_enum,
    time::{Day, Instant},
};

text_enum! {
    /// Where an open item comes from.
    OpenItemKind {
        /// A delivery: the customer owes.
        Delivery = "delivery",
        /// A return: the customer has a credit.
        Return = "return",
        /// A payment: the customer has a credit until it is allocated.
        Payment = "payment",
        /// Money given back: the credit that it came from is used up by it.
        Refund = "refund",
        /// A receivable (or credit) that is given up: a credit (or receivable) against it.
        WriteOff = "write_off",
        /// Something cancelled: the other sign of what is cancelled, allocated to it.
        Cancellation = "cancellation",
        /// A receivable in other instalments: a credit against the old ones, and the new ones.
        Reschedule = "reschedule",
        /// A credit that goes from one customer to another: a receivable against it here, and the credit there.
        Transfer = "transfer",
        /// A receivable (or credit note) of the books kept before, as it was open when these began.
        Opening = "opening",
        /// A payment or prepayment of the books kept before that was not used up when these began.
        OpeningCredit = "opening_credit",
    }
}

text_enum! {
    /// What an adjustment does.
    AdjustmentKind {
        /// Gives a credit back in money.
        Refund = "refund",
        /// Gives up a receivable or a credit.
        WriteOff = "write_off",
        /// Cancels a payment, a refund, a write-off, or what was open when the books began.
        Cancellation = "cancellation",
        /// Replaces open instalments by others.
        Reschedule = "reschedule",
    }
}

entity! {
    /// Something between a customer and the company that is settled over time: a receivable (positive) or a credit (negative); one for each
    /// instalment of a document. The balance of a customer on a day is the sum of the amounts dated up to it.
    OpenItem "open_item" {
        id: OpenItemId,
        kind: State,
        scope: ThroughCustomer,
        read: ReceivablesRead,
        unique: [],
        fields: {
            /// Where it comes from.
            kind: OpenItemKind,
            /// The customer.
            customer_id: CustomerId,
            /// Who answered for the customer then.
            salesperson_id: Option<OperatorId> => [loose()],
            /// The delivery or return.
            sales_document_id: Option<SalesDocumentId>,
            /// The payment; on a transfer, the payment whose credit is moved.
            payment_id: Option<PaymentId>,
            /// The refund, write-off, cancellation or rescheduling.
            adjustment_id: Option<AdjustmentId>,
            /// The item that it was made against: what is cancelled, refunded, written off, transferred, or taken back with a delivery of an order.
            source_item_id: Option<OpenItemId>,
            /// The sales order: of a prepayment, as long as it is reserved for it; of a delivery, for the status of the order.
            order_id: Option<SalesOrderId>,
            /// What the document is called in the books kept before, for what was open when these began.
            reference: Option<String>,
            /// What the order is called there that such a credit was paid for.
            order_reference: Option<String>,
            /// Which instalment of its document, from 1.
            instalment: i64,
            /// The day from which it counts.
            day: Day,
            /// Date of the document: `day`, but for a receivable that was rescheduled and for what was open when the books began.
            document_day: Day,
            /// When it falls due.
            due_day: Day,
            /// When it was recorded.
            posted_at: Instant,
            /// Currency.
            currency: Currency,
            /// What it came to: positive for a receivable, negative for a credit.
            amount: Money,
            /// What of it is not yet allocated, all allocations counted, whatever their day; same sign.
            open: Money,
            /// The day of the last allocation or reversal that touched it.
            settled_day: Option<Day>,
            /// The day of the last reversal: what is allocated afterwards is not dated before it, so that no day ever had too much.
            reopened_day: Option<Day>,
        }
    }
}

entity! {
    /// Money received from a customer.
    Payment "payment" {
        id: PaymentId,
        kind: Document,
        scope: ThroughCustomer,
        read: ReceivablesRead,
        unique: [["series", "sequence"]],
        fields: {
            /// Number, such as `PM-2010-000001`.
            number: String,
            /// Series of the number.
            series: String,
            /// Place in the series, from 1, without gaps.
            sequence: i64,
            /// Day of the payment.
            day: Day,
            /// When it was recorded.
            posted_at: Instant,
            /// Who recorded it.
            operator_id: OperatorId => [loose()],
            /// The customer who paid.
            customer_id: CustomerId,
            /// The sales order that it was paid for in advance.
            order_id: Option<SalesOrderId>,
            /// How it was paid, as the host says.
            method: Option<String>,
            /// The other side's reference, or a note.
            reference: Option<String>,
            /// Currency.
            currency: Currency,
            /// Amount.
            amount: Money,
        }
    }
}

entity! {
    /// A refund, write-off, cancellation or rescheduling: a document of its own that corrects others, which never change.
    Adjustment "adjustment" {
        id: AdjustmentId,
        kind: Document,
        scope: ThroughCustomer,
        read: ReceivablesRead,
        unique: [["series", "sequence"], ["cancelled_payment_id"], ["cancelled_adjustment_id"]],
        fields: {
            /// What it does.
            kind: AdjustmentKind,
            /// Number, such as `RF-2010-000001`.
            number: String,
            /// Series of the number.
            series: String,
            /// Place in the series, from 1, without gaps.
            sequence: i64,
            /// Its day.
            day: Day,
            /// When it was recorded.
            posted_at: Instant,
            /// Who recorded it.
            operator_id: OperatorId => [loose()],
            /// The customer.
            customer_id: CustomerId,
            /// The payment that is cancelled.
            cancelled_payment_id: Option<PaymentId>,
            /// The refund or write-off that is cancelled.
            cancelled_adjustment_id: Option<AdjustmentId>,
            /// How a refund was paid, as the host says.
            method: Option<String>,
            /// Why.
            reason: Option<String>,
            /// Currency.
            currency: Currency,
            /// What it changes of the customer's balance: positive if it owes more after that; nothing for a rescheduling.
            amount: Money,
        }
    }
}

entity! {
    /// A credit set against a receivable of the same customer, on a day; or the reversal of that.
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
            /// The allocation that is taken back.
            reverses_id: Option<AllocationId>,
            /// The day from which it counts.
            day: Day,
            /// When it was recorded.
            posted_at: Instant,
            /// When the receivable falls due, so that ageing needs no look-up.
            receivable_due_day: Day,
            /// Date of the receivable's document, for ageing by it.
            receivable_document_day: Day,
            /// Currency.
            currency: Currency,
            /// How much: positive, or negative for a reversal.
            amount: Money,
        }
    }
}

impl OpenItem {
    /// An item that falls due on its day and has nothing allocated.
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

    /// The first day on which something may be allocated to it.
    #[must_use]
    pub fn earliest_allocation(&self) -> Day {
        self.reopened_day.map_or(self.day, |day| day.max(self.day))
    }
}
