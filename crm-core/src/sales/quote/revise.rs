//! Adding a revision to a quote.

use super::{
    read::{check_open, read_quote},
    revision::{Offer, QuotePosted, Revision},
};
use crate::{
    access::Right,
    act::{Act, ActContext, Plan},
    documents::Quote,
    error::{Code, Error, Result},
    ids::QuoteId,
    sales::{
        head::{DocumentTerms, HeadReads, ProductReads},
        order::insert::asked_items,
        prices::{PriceReads, check_favour},
    },
    storage::{LockKeys, Reads},
    text::{composed_of, texts},
};
use async_trait::async_trait;
use serde::{Deserialize, Serialize};

/// Adds a revision to a quote. It replaces the earlier ones, which stay unchanged.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct QuoteChange {
    /// The quote.
    pub quote_id: QuoteId,
    /// The offer.
    pub offer: Offer,
}

texts! {
    QuoteChange: offer;
}

#[async_trait]
impl Act for QuoteChange {
    type Answer = QuotePosted;
    const OPERATION: &'static str = "quotes.revise";

    fn right(&self) -> Right {
        Right::OrdersWrite
    }

    fn composed(&self) -> Option<Self> {
        composed_of(self)
    }

    async fn plan(&self, context: &mut ActContext<'_>) -> Result<Plan<QuotePosted>> {
        context.check_day(self.offer.day)?;
        let products = self.offer.check()?;
        let facts = read_quote(context, self.quote_id).await?;
        check_open(&facts.quote)?;
        if let Some(taken) = facts.taken() {
            return Err(Error::new(Code::QuoteRevisionTaken, "part of the quote is already ordered").with("revision", taken));
        }
        let mut reads = Reads::new();
        let head = HeadReads::ask(&mut reads, context, facts.quote.customer_id, self.offer.day)?;
        let products = ProductReads::ask(&mut reads, context, &products)?;
        let prices = PriceReads::ask(&mut reads, context, &self.offer.lines, (facts.quote.customer_id, self.offer.day))?;
        let mut answers = context.read(&LockKeys::none(), reads).await?;
        let head = head.take(context, &mut answers).await?;
        let prices = prices.take(context, &mut answers, &head.access).await?;
        let catalogue = products.take(context, &mut answers).await?;
        let resolved = prices.resolve(&self.offer.lines, |id, number| catalogue.product(id, number))?;
        let items = asked_items(&self.offer.lines, &resolved, &catalogue)?;
        let mut changes = context.changes();
        let terms = DocumentTerms { facts: &head, day: self.offer.day, policy: head.company.tax_policy() };
        let revision = Revision { quote_id: self.quote_id, revision: facts.quote.revision.saturating_add(1), offer: &self.offer, terms };
        let priced = revision.terms.price(&items, &self.offer.allowance_charges)?;
        let costs = catalogue.expected_costs(&priced.lines, &revision.terms.policy)?;
        let mut answer = revision.insert(&priced, &costs, &catalogue, &mut changes)?;
        answer.price_warnings = prices.check(&priced.judged(&costs, &revision.terms.policy), &resolved)?;
        check_favour(&head.access, priced.is_in_favour())?;
        let next = Quote { revision: revision.revision, valid_until: self.offer.valid_until, net: answer.net, ..facts.quote.data.clone() };
        changes.update(&facts.quote, next);
        answer.number.clone_from(&facts.quote.number);
        Ok(Plan { seen_by: Some(head.access.clone()), ..Plan::new(changes, answer) })
    }
}
