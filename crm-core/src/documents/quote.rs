//! Quotes, their revisions as they were sent, and the lines of these.

use super::{head::head_entity, line::line_entity};
use crate::{
    entity,
    entity::{Mask, Masked},
    ids::{CustomerId, OperatorId, QuoteId, QuoteLineId, QuoteRevisionId},
    num::Money,
    text_enum,
    time::{Day, Instant},
};

text_enum! {
    /// What people decided about a quote. That it is expired, or accepted in part, follows from its revision and its orders.
    QuoteOutcome {
        /// Nothing yet.
        Open = "open",
        /// Everything that was offered is ordered.
        Accepted = "accepted",
        /// The customer decided otherwise.
        Lost = "lost",
        /// The company took it back.
        Withdrawn = "withdrawn",
    }
}

entity! {
    /// A quote, through all its revisions.
    Quote "quote" {
        id: QuoteId,
        kind: Master,
        scope: ThroughCustomer,
        read: SalesRead,
        unique: [["series", "sequence"]],
        fields: {
            /// Number, such as `QT-2010-000001`.
            number: String,
            /// Series of the number.
            series: String,
            /// Place in the series, from 1, without gaps.
            sequence: i64,
            /// The customer.
            customer_id: CustomerId,
            /// Who answered for the customer when the quote was first made.
            salesperson_id: Option<OperatorId>,
            /// Day of the first revision.
            day: Day,
            /// The latest revision, from 1.
            revision: i64,
            /// Last day of the latest revision; none: without end.
            valid_until: Option<Day>,
            /// Currency of the amounts.
            currency: crate::num::Currency,
            /// Net of the latest revision.
            net: Money,
            /// What was decided.
            outcome: QuoteOutcome,
            /// When.
            decided_at: Option<Instant>,
            /// Why it was lost or withdrawn.
            reason: Option<String>,
        }
    }
}

head_entity! {
    /// A revision of a quote, as it was sent.
    QuoteRevision "quote_revision" {
        id: QuoteRevisionId,
        kind: Document,
        unique: [["quote_id", "revision"]],
        fields: {
            /// The quote.
            quote_id: QuoteId,
            /// Which revision, from 1.
            revision: i64,
            /// Last day; none: without end.
            valid_until: Option<Day>,
            /// What its goods would have cost then; nothing for goods whose cost was not known.
            expected_cost: Masked<Money> => [masked(Mask::Cost)],
            /// Net less expected cost.
            expected_profit: Masked<Money> => [masked(Mask::Cost)],
        }
    }
}

line_entity! {
    /// A line of a revision of a quote.
    QuoteLine "quote_line" {
        id: QuoteLineId,
        kind: Ledger,
        of: /// The revision.
            revision_id: QuoteRevisionId,
        fields: {
            /// What it would have cost then.
            expected_cost: Masked<Money> => [masked(Mask::Cost)],
            /// Revenue less expected cost.
            expected_profit: Masked<Money> => [masked(Mask::Cost)],
        }
    }
}
