//! Quotes: offers with a period of validity, in revisions that never change, which the customer accepts in whole or in part.
//!
//! Invariant: an offer stays as it was made: an order takes prices and texts from the revision. No line is ordered in more than the offered quantity.
//! Whether a quote has expired depends on the day asked for and is never stored.

mod accept;
mod changes;
mod close;
mod create;
mod read;
mod revise;
mod revision;

pub use accept::{Acceptance, OfferedPart};
pub use changes::{LineChange, PriceChange, changes_between};
pub use close::CloseQuote;
pub use create::NewQuote;
pub use read::{QuoteState, QuoteStatus};
pub use revise::QuoteChange;
pub use revision::{Offer, QuotePosted};

use self::read::QuoteReads;
use super::{
    order::insert::OrderPosted,
    prices::{PriceTerms, Prices},
};
use crate::{
    access::{Permit, Right},
    act::Empty,
    documents::{Quote, QuoteOutcome},
    error::{Code, Error, Result},
    ids::{ProductId, QuoteId},
    pricing::{PriceQuery, PricingReads},
    records::Records,
    storage::Reads,
    time::Day,
};
use std::collections::BTreeSet;

impl Records<'_, Quote> {
    /// Creates a quote.
    ///
    /// # Errors
    /// `access.denied`, also for a quote with a negative total without the right `credits.post`; `field.invalid`, `reference.missing`,
    /// `tax.rate_missing`, `price.missing`, `price.refused`, `unit.unknown`, `unit.inexact`, `storage.*`.
    pub async fn create(&self, quote: &NewQuote) -> Result<QuotePosted> {
        self.session().run(quote).await
    }

    /// Adds a revision to a quote.
    ///
    /// # Errors
    /// As [`Records::<Quote>::create`], and `document.closed`, `quote.revision_taken` once anything was ordered.
    pub async fn revise(&self, change: &QuoteChange) -> Result<QuotePosted> {
        self.session().run(change).await
    }

    /// Records that a quote was lost or withdrawn, or reopens it.
    ///
    /// # Errors
    /// `access.denied`, `field.invalid`, `reference.missing`, `document.closed` if it is not open and an order of it stands, `storage.*`.
    pub async fn close(&self, close: &CloseQuote) -> Result<()> {
        self.session().run(close).await.map(|Empty| ())
    }

    /// Accepts a quote and creates an order at its prices. Accepting everything of an accepted quote again returns its latest order.
    ///
    /// # Errors
    /// `access.denied`, `field.invalid`, `reference.missing`, `quote.expired`, `quote.revision_taken`, `document.closed`, `line.exceeded`,
    /// `price.refused` for current prices, `credit.exceeded`, `storage.*`.
    pub async fn accept(&self, acceptance: &Acceptance) -> Result<OrderPosted> {
        self.session().run(acceptance).await
    }

    /// Returns the lines whose price from lists and agreements is different on a day: what accepting with `reprice` would change.
    ///
    /// # Errors
    /// `access.denied`, `record.not_found`, `storage.*`.
    pub async fn price_changes(&self, quote_id: QuoteId, today: Day) -> Result<Vec<PriceChange>> {
        let status = self.status(quote_id, today).await?;
        let lines: Vec<_> = status.lines.iter().map(|(line, _)| line).collect();
        let products: BTreeSet<ProductId> = lines.iter().map(|line| line.product_id).collect();
        let query = PriceQuery { customer_id: Some(status.quote.customer_id), products, day: today, currency: None };
        let (asks, mut answers) = self.session().read(Right::SalesRead, |permit, reads| PricingReads::ask(reads, permit, query.clone())).await?;
        let prices = Prices::of(asks.take(&mut answers)?);
        let priced: Vec<_> = lines.iter().map(|line| (line.line, line.priced(), line.quantity)).collect();
        let changed = prices.changed(priced.iter().map(|(number, line, quantity)| (*number, line, *quantity)))?;
        let mut changes = Vec::new();
        for line in lines {
            let Some(now) = changed.get(&line.line) else { continue };
            let today = now.as_ref().map(|now| prices.terms(now)).transpose()?;
            let (unit_price, price_quantity, discount_percent) = (line.unit_price, line.price_quantity, line.discount_percent);
            let quoted = PriceTerms { unit_price, price_quantity, discount_percent };
            changes.push(PriceChange { line_id: line.id, line: line.line, quoted, today });
        }
        Ok(changes)
    }

    /// Returns the status of a quote on a day.
    ///
    /// # Errors
    /// `access.denied`, `record.not_found`, `storage.*`.
    pub async fn status(&self, quote_id: QuoteId, today: Day) -> Result<QuoteStatus> {
        let build = |permit: &Permit, reads: &mut Reads| QuoteReads::new(reads, permit, quote_id);
        let (asks, mut answers) = self.session().read(Right::SalesRead, build).await?;
        let facts = asks.take(&mut answers)?.ok_or_else(|| Error::new(Code::NotFound, "there is no such quote").with("id", quote_id))?;
        let revision = facts.taken().unwrap_or(facts.quote.revision);
        let (revision, lines) = facts.revision(revision)?;
        let lines: Vec<_> = lines.into_iter().map(|line| (line.clone(), facts.ordered_of(line.id))).collect();
        let is_part = lines.iter().any(|(_, ordered)| !ordered.is_zero());
        let state = match facts.quote.outcome {
            QuoteOutcome::Accepted => QuoteState::Accepted,
            QuoteOutcome::Lost => QuoteState::Lost,
            QuoteOutcome::Withdrawn => QuoteState::Withdrawn,
            QuoteOutcome::Open if is_part => QuoteState::PartlyAccepted,
            QuoteOutcome::Open if revision.valid_until.is_some_and(|last| today > last) => QuoteState::Expired,
            QuoteOutcome::Open => QuoteState::Open,
        };
        let revision = revision.clone();
        Ok(QuoteStatus { state, revision, lines, orders: facts.orders, quote: facts.quote })
    }
}
