//! Open items, payments, and allocations of one to the other.

use crate::{
    entity,
    entity::{Kind, Reach},
    ids::{AllocationId, CustomerId, OpenItemId, OperatorId, PaymentId, SalesDocumentId},
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
    }
}

entity! {
    /// Something between a customer and the company that is settled over time: a receivable (positive) or a credit (negative).
    /// The balance of a customer on a day is the sum of the amounts dated up to it.
    OpenItem "open_item" {
        id: OpenItemId,
        kind: Kind::State,
        reach: Reach::ThroughCustomer,
        unique: [],
        fields: {
            /// Where it comes from.
            kind: OpenItemKind,
            /// The customer.
            customer_id: CustomerId => [refers("customer")],
            /// The delivery or return.
            sales_document_id: Option<SalesDocumentId> => [refers("sales_document")],
            /// The payment.
            payment_id: Option<PaymentId> => [refers("payment")],
            /// Date of the document.
            day: Day,
            /// When it falls due.
            due_day: Day,
            /// Currency.
            currency: Currency,
            /// What the document came to: positive for a receivable, negative for a credit.
            amount: Money,
            /// What of it is not yet allocated today; same sign.
            open: Money,
        }
    }
}

entity! {
    /// Money received from a customer.
    Payment "payment" {
        id: PaymentId,
        kind: Kind::Document,
        reach: Reach::ThroughCustomer,
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
            operator_id: OperatorId,
            /// The customer.
            customer_id: CustomerId => [refers("customer")],
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
    /// A credit set against a receivable, on a day.
    Allocation "allocation" {
        id: AllocationId,
        kind: Kind::Ledger,
        reach: Reach::ThroughCustomer,
        unique: [],
        fields: {
            /// The customer.
            customer_id: CustomerId => [refers("customer")],
            /// The receivable.
            receivable_id: OpenItemId => [refers("open_item")],
            /// The credit.
            credit_id: OpenItemId => [refers("open_item")],
            /// The day from which it counts.
            day: Day,
            /// When the receivable falls due, so that ageing needs no look-up.
            receivable_due_day: Day,
            /// Currency.
            currency: Currency,
            /// How much, positive.
            amount: Money,
        }
    }
}
