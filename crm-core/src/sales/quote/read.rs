//! Reading a quote with its revisions and orders.

use crate::{
    access::Permit,
    act::ActContext,
    documents::{OrderState, Quote, QuoteLine, QuoteOutcome, QuoteRevision, SalesOrder, SalesOrderLine},
    entity::{Record, Stored, Value},
    error::{Code, Error, Result},
    ids::{QuoteId, QuoteLineId, TypedId},
    num::Quantity,
    query::{Filter, Report, Select},
    storage::{Answers, Ask, LockKeys, Reads},
};
use serde::Serialize;
use std::collections::BTreeMap;

/// The state of a quote on a day.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(rename_all = "snake_case")]
pub enum QuoteState {
    /// Can be accepted.
    Open,
    /// Past its validity; can still be accepted with the right `quotes.accept_expired`.
    Expired,
    /// Ordered in part.
    PartlyAccepted,
    /// Ordered entirely.
    Accepted,
    /// Lost.
    Lost,
    /// Withdrawn.
    Withdrawn,
}

/// A quote, the revision in effect, and what was ordered of it.
#[derive(Debug, Clone, PartialEq, Serialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct QuoteStatus {
    /// The quote.
    pub quote: Stored<Quote>,
    /// Its state.
    pub state: QuoteState,
    /// The revision in effect: the one ordered from, otherwise the latest.
    pub revision: Stored<QuoteRevision>,
    /// Its lines, in order, each with the quantity ordered.
    pub lines: Vec<(Stored<QuoteLine>, Quantity)>,
    /// Its orders.
    pub orders: Vec<Stored<SalesOrder>>,
}

/// The reads of a quote: its revisions and lines, its orders, and the quantity ordered of each line.
pub(super) struct QuoteReads {
    quote: Ask<Stored<Quote>>,
    revisions: Ask<Stored<QuoteRevision>>,
    lines: Ask<Stored<QuoteLine>>,
    orders: Ask<Stored<SalesOrder>>,
    ordered: Ask<Record>,
}

/// The answers to [`QuoteReads`].
pub(super) struct QuoteFacts {
    pub(super) quote: Stored<Quote>,
    revisions: Vec<Stored<QuoteRevision>>,
    lines: Vec<Stored<QuoteLine>>,
    pub(super) orders: Vec<Stored<SalesOrder>>,
    ordered: BTreeMap<QuoteLineId, Quantity>,
}

impl QuoteReads {
    pub(super) fn new(reads: &mut Reads, permit: &Permit, quote_id: QuoteId) -> Result<Self> {
        let of_quote = QuoteRevision::quote_id().eq(quote_id);
        let lines = Filter::exists("revision", of_quote.clone());
        // Orders cancelled before anything was delivered do not count: their quantities can be ordered again.
        let ordered = Filter::exists("order", SalesOrder::quote_id().eq(quote_id).and(SalesOrder::state().ne(OrderState::Cancelled)));
        let ordered = Report::<SalesOrderLine>::new(permit).filter(&ordered)?.by("quote_line_id")?.sum("quantity")?;
        Ok(Self {
            quote: reads.select(Select::new(permit).keys([Value::Id(quote_id.uuid())])?),
            revisions: reads.select(Select::new(permit).filter(&of_quote)?.sort(&["revision"])?.everything()),
            lines: reads.select(Select::new(permit).filter(&lines)?.sort(&["line"])?.everything()),
            orders: reads.select(Select::new(permit).filter(&SalesOrder::quote_id().eq(quote_id))?.sort(&["posted_at"])?.everything()),
            ordered: reads.report(&ordered),
        })
    }

    pub(super) fn take(&self, answers: &mut Answers) -> Result<Option<QuoteFacts>> {
        let Some(quote) = answers.first(&self.quote)? else { return Ok(None) };
        let mut ordered = BTreeMap::new();
        for row in answers.rows(&self.ordered) {
            if let [Value::Id(line), _, Value::Decimal(quantity)] = row.as_slice() {
                ordered.insert(QuoteLineId(*line), Quantity::total(*quantity)?);
            }
        }
        let (revisions, lines, orders) = (answers.all(&self.revisions)?, answers.all(&self.lines)?, answers.all(&self.orders)?);
        Ok(Some(QuoteFacts { quote, revisions, lines, orders, ordered }))
    }
}

impl QuoteFacts {
    pub(super) fn ordered_of(&self, line: QuoteLineId) -> Quantity {
        self.ordered.get(&line).copied().unwrap_or(Quantity::ZERO)
    }

    /// The number of the revision that was ordered from.
    pub(super) fn taken(&self) -> Option<i64> {
        let line = self.lines.iter().find(|line| !self.ordered_of(line.id).is_zero())?;
        self.revisions.iter().find(|revision| revision.id == line.revision_id).map(|revision| revision.revision)
    }

    pub(super) fn revision(&self, number: i64) -> Result<(&Stored<QuoteRevision>, Vec<&Stored<QuoteLine>>)> {
        let missing = || Error::new(Code::ReferenceMissing, "the quote has no such revision").with("field", "revision").with("revision", number);
        let revision = self.revisions.iter().find(|revision| revision.revision == number).ok_or_else(missing)?;
        Ok((revision, self.lines.iter().filter(|line| line.revision_id == revision.id).collect()))
    }
}

/// Locks a quote and reads everything about it.
pub(super) async fn read_quote(context: &mut ActContext<'_>, quote_id: QuoteId) -> Result<QuoteFacts> {
    let mut reads = Reads::new();
    let asks = QuoteReads::new(&mut reads, &context.full_permit(), quote_id)?;
    let mut answers = context.read(&LockKeys::none().and::<Quote, _>([quote_id]), reads).await?;
    asks.take(&mut answers)?.ok_or_else(|| Error::new(Code::ReferenceMissing, "there is no such quote").with("field", "quote_id"))
}

pub(super) fn check_open(quote: &Quote) -> Result<()> {
    if quote.outcome == QuoteOutcome::Open {
        return Ok(());
    }
    let outcome = quote.outcome.as_str();
    Err(Error::new(Code::DocumentClosed, format!("the quote `{}` is {outcome}", quote.number)).with("number", &quote.number).with("state", outcome))
}
