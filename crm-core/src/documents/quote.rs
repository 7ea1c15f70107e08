//! Quotes, their revisions as sent, and the lines of revisions.

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
    /// The recorded outcome of a quote. Whether it has expired or was accepted in part follows from its revision and orders.
    QuoteOutcome {
        /// Not yet decided.
        Open = "open",
        /// Everything offered has been ordered.
        Accepted = "accepted",
        /// The customer declined.
        Lost = "lost",
        /// The company withdrew it.
        Withdrawn = "withdrawn",
    }
}

entity! {
    /// A quote with all its revisions.
    Quote "quote" {
        id: QuoteId,
        kind: Master,
        scope: ThroughCustomer,
        read: SalesRead,
        unique: [["series", "sequence"]],
        fields: {
            /// Number, such as `QT-2010-000001`.
            number: String,
            /// Number series.
            series: String,
            /// Sequence number in the series, from 1, without gaps.
            sequence: i64,
            /// The customer.
            customer_id: CustomerId,
            /// The operator responsible for the customer when the quote was created.
            salesperson_id: Option<OperatorId>,
            /// Day of the first revision.
            day: Day,
            /// Number of the latest revision, from 1.
            revision: i64,
            /// Last day of validity of the latest revision; none: unlimited.
            valid_until: Option<Day>,
            /// Currency of the amounts.
            currency: crate::num::Currency,
            /// Net of the latest revision.
            net: Money,
            /// Outcome.
            outcome: QuoteOutcome,
            /// When it was decided.
            decided_at: Option<Instant>,
            /// Reason for losing or withdrawing it.
            reason: Option<String>,
        }
    }
}

head_entity! {
    /// A revision of a quote, as sent.
    QuoteRevision "quote_revision" {
        id: QuoteRevisionId,
        kind: Document,
        unique: [["quote_id", "revision"]],
        fields: {
            /// The quote.
            quote_id: QuoteId,
            /// Revision number, from 1.
            revision: i64,
            /// Last day of validity; none: unlimited.
            valid_until: Option<Day>,
            /// Expected cost of its goods at the time; goods of unknown cost count as zero.
            expected_cost: Masked<Money> => [masked(Mask::Cost)],
            /// Net less expected cost.
            expected_profit: Masked<Money> => [masked(Mask::Cost)],
        }
    }
}

line_entity! {
    /// A line of a quote revision.
    QuoteLine "quote_line" {
        id: QuoteLineId,
        kind: Ledger,
        of: /// The revision.
            revision_id: QuoteRevisionId,
        fields: {
            /// Expected cost at the time.
            expected_cost: Masked<Money> => [masked(Mask::Cost)],
            /// Revenue less expected cost.
            expected_profit: Masked<Money> => [masked(Mask::Cost)],
        }
    }
}
