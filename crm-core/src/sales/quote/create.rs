//! Creating a quote.

use super::revision::{Offer, QuotePosted, Revision};
use crate::{
    access::Right,
    act::{Act, ActContext, Plan},
    customers::Customer,
    documents::{Quote, QuoteOutcome},
    entity::{PendingNumber, Stored},
    error::Result,
    ids::{CustomerId, QuoteId},
    num::Money,
    sales::{
        head::{DocumentTerms, HeadReads, ProductReads, take_number},
        order::insert::asked_items,
        prices::{PriceReads, check_favour},
    },
    storage::{ChangeSet, LockKeys, Reads},
    text::{composed_of, texts},
};
use async_trait::async_trait;
use serde::{Deserialize, Serialize};

/// Creates a quote.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct NewQuote {
    /// The customer.
    pub customer_id: CustomerId,
    /// The offer.
    pub offer: Offer,
}

texts! {
    NewQuote: offer;
}

#[async_trait]
impl Act for NewQuote {
    type Answer = QuotePosted;
    const OPERATION: &'static str = "quotes.create";

    fn right(&self) -> Right {
        Right::OrdersWrite
    }

    fn composed(&self) -> Option<Self> {
        composed_of(self)
    }

    async fn plan(&self, context: &mut ActContext<'_>) -> Result<Plan<QuotePosted>> {
        context.check_day(self.offer.day)?;
        let products = self.offer.check()?;
        let mut reads = Reads::new();
        let head = HeadReads::ask(&mut reads, context, self.customer_id, self.offer.day)?;
        let products = ProductReads::ask(&mut reads, context, &products)?;
        let prices = PriceReads::ask(&mut reads, context, &self.offer.lines, (self.customer_id, self.offer.day))?;
        let mut answers = context.read(&LockKeys::none(), reads).await?;
        let facts = head.take(context, &mut answers).await?;
        let prices = prices.take(context, &mut answers, &facts.access).await?;
        let catalogue = products.take(context, &mut answers).await?;
        let resolved = prices.resolve(&self.offer.lines, |id, number| catalogue.product(id, number))?;
        let items = asked_items(&self.offer.lines, &resolved, &catalogue)?;
        let mut changes = context.changes();
        let quote_id: QuoteId = changes.new_id();
        let terms = DocumentTerms { facts: &facts, day: self.offer.day, policy: facts.company.tax_policy() };
        let revision = Revision { quote_id, revision: 1, offer: &self.offer, terms };
        let priced = revision.terms.price(&items, &self.offer.allowance_charges)?;
        let costs = catalogue.expected_costs(&priced.lines, &revision.terms.policy)?;
        let mut answer = revision.insert(&priced, &costs, &catalogue, &mut changes)?;
        answer.price_warnings = prices.check(&priced.judged(&costs, &revision.terms.policy), &resolved)?;
        check_favour(&facts.access, priced.is_in_favour())?;
        let number = insert_quote(&revision, &facts.customer, answer.net, &mut changes);
        Ok(Plan { seen_by: Some(facts.access.clone()), number: Some(number), ..Plan::new(changes, answer) })
    }
}

fn insert_quote(revision: &Revision<'_>, customer: &Stored<Customer>, net: Money, changes: &mut ChangeSet) -> PendingNumber {
    let (series, number, sequence) = take_number("quote", "QT", revision.terms.day, changes);
    let quote = Quote {
        number: String::new(),
        series,
        sequence: 0,
        customer_id: customer.id,
        salesperson_id: customer.owner_id,
        day: revision.terms.day,
        revision: 1,
        valid_until: revision.offer.valid_until,
        currency: net.currency(),
        net,
        outcome: QuoteOutcome::Open,
        decided_at: None,
        reason: None,
    };
    changes.insert_with(&Stored::new(revision.quote_id, quote), &[("number", &number), ("sequence", &sequence)]);
    number
}
