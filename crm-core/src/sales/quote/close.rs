//! Recording that a quote was lost or withdrawn, and reopening it.

use super::read::{check_open, read_quote};
use crate::{
    access::Right,
    act::{Act, ActContext, Empty, Plan},
    documents::{OrderState, Quote, QuoteOutcome},
    error::{Error, Result},
    ids::QuoteId,
    stock::check_text,
};
use async_trait::async_trait;
use serde::{Deserialize, Serialize};

/// Closes or reopens a quote.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct CloseQuote {
    /// The quote.
    pub quote_id: QuoteId,
    /// Lost or withdrawn; open reopens the quote.
    pub outcome: QuoteOutcome,
    /// Reason; not stored when reopening.
    pub reason: String,
}

#[async_trait]
impl Act for CloseQuote {
    type Answer = Empty;
    const OPERATION: &'static str = "quotes.close";

    fn right(&self) -> Right {
        Right::OrdersWrite
    }

    async fn plan(&self, context: &mut ActContext<'_>) -> Result<Plan<Self::Answer>> {
        check_text("reason", Some(&self.reason))?;
        if self.outcome == QuoteOutcome::Accepted {
            return Err(Error::field("outcome", "cannot be `accepted`: only an order accepts a quote"));
        }
        let facts = read_quote(context, self.quote_id).await?;
        // What is ordered stays accepted; a quote that was lost or withdrawn after a part of it was ordered can be reopened.
        if facts.quote.outcome == QuoteOutcome::Accepted && facts.orders.iter().any(|order| order.state != OrderState::Cancelled) {
            check_open(&facts.quote)?;
        }
        let mut changes = context.changes();
        let is_open = self.outcome == QuoteOutcome::Open;
        let (decided_at, reason) = if is_open { (None, None) } else { (Some(changes.context().at), Some(self.reason.clone())) };
        changes.update(&facts.quote, Quote { outcome: self.outcome, decided_at, reason, ..facts.quote.data.clone() });
        Ok(Plan::new(changes, Empty))
    }
}
