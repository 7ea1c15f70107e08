//! Accepting a quote in whole or in part, which creates an order at the prices offered.

use super::read::{QuoteFacts, check_open, read_quote};
use crate::{
    access::Right,
    act::{Act, ActContext, Plan},
    documents::{OrderState, PricedLine, Quote, QuoteLine, QuoteOutcome, SalesOrder},
    entity::Stored,
    error::{Code, Error, Result},
    ids::{ProductId, QuoteId, QuoteLineId},
    num::{Decimal, Money, Quantity},
    policy::TaxPolicy,
    receivables::Credit,
    sales::{
        PriceWarning,
        head::{DocumentTerms, HeadReads, ProductReads},
        lines::{Item, Wanted},
        order::insert::{OrderDraft, OrderPosted, insert_order},
        parts::{InParts, Progress, carried, check_part, exceeds, is_beyond, takes_off_early},
        prices::{PriceReads, Prices, check_favour},
    },
    stock::{check_lines, check_text, numbered},
    storage::{LockKeys, Reads},
    time::Day,
};
use async_trait::async_trait;
use serde::{Deserialize, Serialize};
use std::collections::BTreeSet;

/// Accepts a quote in whole or in part.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct Acceptance {
    /// The quote.
    pub quote_id: QuoteId,
    /// Revision; none: the one already ordered from, otherwise the latest.
    pub revision: Option<i64>,
    /// Document date of the order.
    pub day: Day,
    /// The lines to order; none: everything not yet ordered.
    pub lines: Option<Vec<OfferedPart>>,
    /// The customer's order number, or a note.
    pub reference: Option<String>,
    /// The warehouse to deliver from.
    pub warehouse_id: Option<crate::ids::WarehouseId>,
    /// Day requested by the customer.
    pub requested_day: Option<Day>,
    /// Order at current prices where the quoted ones came from lists and agreements; see `price_changes`.
    #[serde(default)]
    pub reprice: bool,
    /// Create the order even if the customer exceeds its credit limit; requires the right `credit.override`.
    #[serde(default)]
    pub credit_override: bool,
}

/// A part of a quote line.
#[derive(Debug, Clone, Copy, PartialEq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct OfferedPart {
    /// The line of the revision.
    pub line_id: QuoteLineId,
    /// Quantity: positive, or negative if the line is.
    pub quantity: Quantity,
}

impl Acceptance {
    /// Accepts everything not yet ordered, of the revision already ordered from or the latest.
    pub fn all(quote_id: QuoteId, day: Day) -> Self {
        Self {
            quote_id,
            revision: None,
            day,
            lines: None,
            reference: None,
            warehouse_id: None,
            requested_day: None,
            reprice: false,
            credit_override: false,
        }
    }
}

#[async_trait]
impl Act for Acceptance {
    type Answer = OrderPosted;
    const OPERATION: &'static str = "quotes.accept";

    fn right(&self) -> Right {
        Right::OrdersWrite
    }

    async fn plan(&self, context: &mut ActContext<'_>) -> Result<Plan<OrderPosted>> {
        context.check_day(self.day)?;
        check_text("reference", self.reference.as_deref())?;
        let facts = read_quote(context, self.quote_id).await?;
        let access = context.access_to(facts.quote.customer_id).await?;
        let last = facts.orders.iter().rfind(|order| order.state != OrderState::Cancelled);
        let is_same = self.revision.is_none() || self.revision == facts.taken();
        if let (QuoteOutcome::Accepted, None, Some(order), true) = (facts.quote.outcome, &self.lines, last, is_same) {
            return Ok(Plan { seen_by: Some(access), ..Plan::new(context.changes(), made_before(order)) });
        }
        check_open(&facts.quote)?;
        let number = self.revision.or(facts.taken()).unwrap_or(facts.quote.revision);
        if let Some(taken) = facts.taken().filter(|taken| *taken != number) {
            return Err(Error::new(Code::QuoteRevisionTaken, format!("an order already exists for revision {taken}")).with("revision", taken));
        }
        let (revision, lines) = facts.revision(number)?;
        if self.day < revision.day {
            return Err(Error::field("day", "is before the quote"));
        }
        if let Some(last) = revision.valid_until.filter(|last| self.day > *last) {
            let expired = || Error::new(Code::QuoteExpired, format!("the quote was valid until {last}")).with("valid_until", last);
            access.require(Right::QuotesAcceptExpired).map_err(|_| expired())?;
        }
        let parts = self.parts(&lines, &facts)?;
        let mut reads = Reads::new();
        let head = HeadReads::ask(&mut reads, context, facts.quote.customer_id, self.day)?;
        let warehouse = crate::sales::goods::WarehouseRead::ask(&mut reads, context, self.warehouse_id)?;
        let prices = PriceReads::of_products(&mut reads, context, products_of(&parts).into_iter(), (facts.quote.customer_id, self.day))?;
        let products = ProductReads::ask(&mut reads, context, &products_of(&parts))?;
        let mut answers = context.read(&LockKeys::none(), reads).await?;
        warehouse.check(&mut answers)?;
        let head = head.take(context, &mut answers).await?;
        let prices = prices.take(context, &mut answers, &head.access).await?;
        let catalogue = products.take(context, &mut answers).await?;
        let policy = revision.tax_policy(head.company.money_step);
        let credit = Credit::gather(context, &head.customer, (policy.currency, self.day)).await?;
        // Everything is read; from here on it is decided.
        let terms = DocumentTerms { facts: &head, day: self.day, policy };
        let mut offered: Vec<PricedLine> = parts.iter().map(|(line, _)| line.priced()).collect();
        let (mut warnings, is_repriced) = self.reprice(&parts, &mut offered, &prices, &terms.policy)?;
        let items = numbered(&parts).zip(&offered).map(|((number, (stored, quantity)), line)| {
            let wanted = Wanted::Earlier { line, before: facts.ordered_of(stored.id), quantity: *quantity };
            Ok(Item::new(catalogue.product(line.product_id, number)?, wanted))
        });
        let items = items.collect::<Result<Vec<_>>>()?;
        let now = |line: &Stored<QuoteLine>| parts.iter().find(|(part, _)| part.id == line.id).map_or(Quantity::ZERO, |(_, quantity)| *quantity);
        let in_parts =
            |line: &&Stored<QuoteLine>| InParts { net: line.net, quantity: line.quantity, before: facts.ordered_of(line.id), now: now(line) };
        let in_parts: Vec<InParts> = lines.iter().map(in_parts).collect();
        let progress = Progress::of(&in_parts)?;
        let standing = facts.orders.iter().filter(|order| order.state != OrderState::Cancelled);
        let ordered = standing.map(|order| (order.allowance_charges.as_slice(), Decimal::ONE));
        let ordered = carried(ordered, revision.allowance_charges.len(), &terms.policy)?;
        let allowance_charges = progress.share(&revision.allowance_charges, &ordered, &terms.policy)?;
        let priced = terms.price(&items, &allowance_charges)?;
        let draft = OrderDraft {
            terms,
            reference: self.reference.as_ref().or(revision.reference.as_ref()),
            quote: Some((self.quote_id, revision.id)),
            warehouse_id: self.warehouse_id,
            requested_day: self.requested_day,
            credit,
            credit_override: self.credit_override,
        };
        let mut changes = context.changes();
        let quote_lines: Vec<_> = parts.iter().map(|(line, _)| Some(line.id)).collect();
        let costs = catalogue.expected_costs(&priced.lines, &draft.terms.policy)?;
        if prices.sees_cost() {
            warnings.extend(changed_costs(&parts, &costs, &draft.terms.policy)?);
        }
        // A deduction was offered along with everything else.
        if is_repriced || takes_off_early(&in_parts)? {
            warnings.extend(prices.check_anew(&priced.judged(&costs, &draft.terms.policy))?);
        }
        check_favour(&head.access, priced.is_in_favour())?;
        let (mut answer, number) = insert_order(&draft, &priced, &quote_lines, &costs, &mut changes)?;
        answer.price_warnings = warnings;
        answer.credit_warning = draft.check_credit(answer.gross)?;
        if progress.is_all {
            let decided_at = Some(changes.context().at);
            changes.update(&facts.quote, Quote { outcome: QuoteOutcome::Accepted, decided_at, ..facts.quote.data.clone() });
        }
        Ok(Plan { number: Some(number), seen_by: Some(head.access.clone()), ..Plan::new(changes, answer) })
    }
}

/// The answer for a quote that was accepted before.
fn made_before(order: &Stored<SalesOrder>) -> OrderPosted {
    let SalesOrder { number, net, tax, gross, expected_profit, .. } = order.data.clone();
    OrderPosted {
        order_id: order.id,
        number,
        net,
        tax,
        gross,
        expected_profit: expected_profit.shown(),
        credit_warning: None,
        price_warnings: Vec::new(),
    }
}

fn products_of(parts: &[(&Stored<QuoteLine>, Quantity)]) -> BTreeSet<ProductId> {
    parts.iter().map(|(line, _)| line.product_id).collect()
}

/// The lines whose goods have another expected cost than when they were quoted.
fn changed_costs(parts: &[(&Stored<QuoteLine>, Quantity)], costs: &[Option<Money>], policy: &TaxPolicy) -> Result<Vec<PriceWarning>> {
    let mut warnings = Vec::new();
    for ((line, quantity), cost) in parts.iter().zip(costs) {
        let (Some(cost), Some(then)) = (cost, line.expected_cost.shown()) else { continue };
        if crate::documents::share(then, *quantity, line.quantity, policy)? != *cost {
            warnings.push(PriceWarning { line: Some(line.line), reason: "cost_changed".to_owned() });
        }
    }
    Ok(warnings)
}

impl Acceptance {
    /// Finds the lines with changed prices, and applies these if requested. Returns the warnings, and whether any price has to be checked again.
    fn reprice(
        &self,
        parts: &[(&Stored<QuoteLine>, Quantity)],
        offered: &mut [PricedLine],
        prices: &Prices,
        policy: &TaxPolicy,
    ) -> Result<(Vec<PriceWarning>, bool)> {
        let lines = parts.iter().map(|(line, quantity)| (line.line, line.priced(), *quantity)).collect::<Vec<_>>();
        let changed = prices.changed(lines.iter().map(|(number, line, quantity)| (*number, line, *quantity)))?;
        for line in offered.iter_mut().filter(|_| self.reprice) {
            if let Some(Some(now)) = changed.get(&line.line) {
                prices.take_over(line, now, policy)?;
            }
        }
        let warnings = changed.keys().map(|line| PriceWarning { line: Some(*line), reason: "price_changed".to_owned() });
        Ok((warnings.collect(), self.reprice && changed.values().any(Option::is_some)))
    }

    /// The lines to order, each with its quantity.
    fn parts<'l>(&self, lines: &[&'l Stored<QuoteLine>], facts: &QuoteFacts) -> Result<Vec<(&'l Stored<QuoteLine>, Quantity)>> {
        let left = |line: &Stored<QuoteLine>| line.quantity.minus(facts.ordered_of(line.id));
        let mut parts: Vec<(&Stored<QuoteLine>, Quantity)> = Vec::new();
        match &self.lines {
            None => {
                for line in lines {
                    let left = left(line)?;
                    if !left.is_zero() {
                        parts.push((line, left));
                    }
                }
            }
            Some(wanted) => {
                check_lines(wanted)?;
                for (number, part) in numbered(wanted) {
                    let missing =
                        || Error::new(Code::ReferenceMissing, "the revision has no such line").with("field", "line_id").with("line", number);
                    let line = lines.iter().find(|line| line.id == part.line_id).ok_or_else(missing)?;
                    check_part(number, part.quantity, line.quantity)?;
                    if parts.iter().any(|(other, _)| other.id == line.id) {
                        return Err(Error::field("line_id", "appears twice").with("line", number));
                    }
                    if is_beyond(part.quantity, left(line)?) {
                        return Err(exceeds(Code::LineExceeded, number, part.quantity, left(line)?));
                    }
                    parts.push((line, part.quantity));
                }
            }
        }
        if parts.is_empty() { Err(Error::field("lines", "is empty because nothing is left")) } else { Ok(parts) }
    }
}
