//! Quotes: an offer with a validity, in revisions that never change, which the customer accepts whole or in parts.
//!
//! Invariant: what was offered stays as it was offered: accepting takes prices and texts from the revision. Of a line never more is ordered
//! than was offered. Whether a quote is expired follows from the day on which one asks, and is never stored.

use super::{
    LineItem, OrderPosted, PriceWarning,
    head::{DocumentTerms, HeadReads, ProductReads, take_number},
    lines::{InParts, Item, Priced, Progress, Wanted, carried, check_part, exceeds, is_beyond, takes_off_early},
    order::{OrderDraft, asked_items, insert_order},
    prices::{PriceReads, Prices, check_favour},
    settle::check_ordered,
};
use crate::{
    access::{CustomerAccess, Permit, Right},
    act::{Act, ActContext, Answer, Empty, Plan, Subject},
    customers::Customer,
    documents::{
        AllowanceCharge, OrderState, PricedLine, Quote, QuoteLine, QuoteOutcome, QuoteRevision, SalesOrder, SalesOrderLine, head_of, line_of,
    },
    entity::{Mask, Masked, PendingNumber, Record, Stored, Value},
    error::{Code, Error, Result},
    ids::{CustomerId, ProductId, QuoteId, QuoteLineId, QuoteRevisionId, TypedId},
    num::{Decimal, Money, Quantity},
    policy::TaxPolicy,
    pricing::{PriceQuery, PricingReads},
    query::{Filter, Report, Select},
    records::Records,
    stock::{check_lines, check_text, numbered},
    storage::{Answers, Ask, ChangeSet, LockKeys, Reads},
    text::{composed_of, texts},
    time::Day,
};
use async_trait::async_trait;
use serde::{Deserialize, Serialize};
use std::collections::{BTreeMap, BTreeSet};

/// An offer to a customer.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct NewQuote {
    /// The customer.
    pub customer_id: CustomerId,
    /// The offer.
    pub offer: Offer,
}

/// What is offered: the first revision of a quote, or a later one.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct Offer {
    /// Document date.
    pub day: Day,
    /// Last day on which it can be accepted; none: without end.
    pub valid_until: Option<Day>,
    /// The customer's request, or a note.
    pub reference: Option<String>,
    /// What is offered.
    pub lines: Vec<LineItem>,
    /// Allowances and charges of the whole offer.
    #[serde(default)]
    pub allowance_charges: Vec<AllowanceCharge>,
}

impl Offer {
    /// An offer until a day.
    pub fn new(day: Day, valid_until: Day, lines: Vec<LineItem>) -> Self {
        Self { day, valid_until: Some(valid_until), reference: None, lines, allowance_charges: Vec::new() }
    }
}

/// A later revision of a quote; it takes the place of the ones before, which stay as they were.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct QuoteChange {
    /// The quote.
    pub quote_id: QuoteId,
    /// The offer.
    pub offer: Offer,
}

/// A quote will not be accepted.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct CloseQuote {
    /// The quote.
    pub quote_id: QuoteId,
    /// Lost or withdrawn; open brings it back.
    pub outcome: QuoteOutcome,
    /// Why.
    pub reason: String,
}

/// A quote is accepted, whole or in part.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct Acceptance {
    /// The quote.
    pub quote_id: QuoteId,
    /// Which revision; none: the latest. An earlier one is accepted only if it is named.
    pub revision: Option<i64>,
    /// Date of the order.
    pub day: Day,
    /// What of it; none: everything that is not ordered yet.
    pub lines: Option<Vec<OfferedPart>>,
    /// The customer's order number, or a note.
    pub reference: Option<String>,
    /// Where it is to be delivered from.
    pub warehouse_id: Option<crate::ids::WarehouseId>,
    /// When the customer wants it.
    pub requested_day: Option<Day>,
    /// At today's prices, where lists and agreements said the quote's; see [`Records::<Quote>::price_changes`].
    #[serde(default)]
    pub reprice: bool,
    /// Order beyond the customer's credit: for callers with the right `credit.override`.
    #[serde(default)]
    pub credit_override: bool,
}

/// A line of a quote that lists and agreements price otherwise today.
#[derive(Debug, Clone, PartialEq, Serialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct PriceChange {
    /// The line of the revision.
    pub line_id: QuoteLineId,
    /// Line of the revision, from 1.
    pub line: i64,
    /// As quoted.
    pub quoted: PriceTerms,
    /// Today; none if nothing says a price any more.
    pub today: Option<PriceTerms>,
}

/// A price as lines keep it.
#[derive(Debug, Clone, Copy, PartialEq, Serialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct PriceTerms {
    /// The price.
    pub unit_price: crate::num::UnitPrice,
    /// For how many base units it is.
    pub price_quantity: Quantity,
    /// Discount in percent.
    pub discount_percent: Option<crate::num::Rate>,
}

/// A part of a quote's line.
#[derive(Debug, Clone, Copy, PartialEq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct OfferedPart {
    /// The line of the revision.
    pub line_id: QuoteLineId,
    /// How much, positive.
    pub quantity: Quantity,
}

impl Acceptance {
    /// Everything that is not ordered yet, of the latest revision.
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

/// A written revision of a quote.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct QuotePosted {
    /// The quote.
    pub quote_id: QuoteId,
    /// The revision.
    pub revision_id: QuoteRevisionId,
    /// Number of the quote.
    pub number: String,
    /// Which revision, from 1.
    pub revision: i64,
    /// Net.
    pub net: Money,
    /// Tax.
    pub tax: Money,
    /// Net and tax.
    pub gross: Money,
    /// Net less what the goods would cost today; hidden from callers who may not see costs.
    pub expected_profit: Option<Money>,
    /// Lines whose cost is not known, so that the expected profit leaves it out.
    pub unknown_costs: Vec<i64>,
    /// What the policy on prices says, and does not forbid.
    #[serde(default)]
    pub price_warnings: Vec<PriceWarning>,
}

impl Answer for QuotePosted {
    fn numbered(&mut self, number: &str) {
        number.clone_into(&mut self.number);
    }

    fn disclose(&mut self, to: &CustomerAccess) {
        self.expected_profit = self.expected_profit.filter(|_| to.sees(Mask::Cost));
        self.price_warnings = PriceWarning::disclosed(std::mem::take(&mut self.price_warnings), to);
    }

    fn subject(&self) -> Option<Subject> {
        Some(Subject::of(self.quote_id))
    }
}

/// How a quote stands on a day.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(rename_all = "snake_case")]
pub enum QuoteState {
    /// Can be accepted.
    Open,
    /// Was not accepted in time; who has the right can still accept it.
    Expired,
    /// A part of it is ordered.
    PartlyAccepted,
    /// All of it is ordered.
    Accepted,
    /// Lost.
    Lost,
    /// Withdrawn.
    Withdrawn,
}

/// A quote, its latest revision or the one that was ordered from, and what is left of it.
#[derive(Debug, Clone, PartialEq, Serialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct QuoteStatus {
    /// The quote.
    pub quote: Stored<Quote>,
    /// How it stands.
    pub state: QuoteState,
    /// The revision that counts: the one ordered from, else the latest.
    pub revision: Stored<QuoteRevision>,
    /// Its lines, in order, each with how much of it is ordered.
    pub lines: Vec<(Stored<QuoteLine>, Quantity)>,
    /// Orders made from it.
    pub orders: Vec<Stored<SalesOrder>>,
}

/// A line that differs between two revisions: with both sides it changed, with one it was added or removed.
#[derive(Debug, Clone, PartialEq)]
pub struct LineChange {
    /// In the earlier revision.
    pub was: Option<PricedLine>,
    /// In the later one.
    pub is: Option<PricedLine>,
}

/// What changed from one revision to another. Lines of the same product are compared in their order.
pub fn changes_between(earlier: &[QuoteLine], later: &[QuoteLine]) -> Vec<LineChange> {
    let mut left: Vec<PricedLine> = later.iter().map(QuoteLine::priced).collect();
    let mut changes = Vec::new();
    for was in earlier.iter().map(QuoteLine::priced) {
        let is = left.iter().position(|is| is.product_id == was.product_id).map(|place| left.remove(place));
        let is_same = is.as_ref().is_some_and(|is| PricedLine { line: is.line, ..was.clone() } == *is);
        if !is_same {
            changes.push(LineChange { was: Some(was), is });
        }
    }
    changes.extend(left.into_iter().map(|is| LineChange { was: None, is: Some(is) }));
    changes
}

impl Records<'_, Quote> {
    /// Makes a quote.
    ///
    /// # Errors
    /// `access.denied`, also of a quote whose total is negative without the right `credits.post`; `field.invalid`, `reference.missing`,
    /// `tax.rate_missing`, `price.missing`, `price.refused`, `unit.unknown`, `unit.inexact`, `storage.*`.
    pub async fn create(&self, quote: &NewQuote) -> Result<QuotePosted> {
        self.session().run(quote).await
    }

    /// Makes a further revision.
    ///
    /// # Errors
    /// As [`Records::<Quote>::create`], and `document.closed`, `quote.revision_taken` once something was ordered.
    pub async fn revise(&self, change: &QuoteChange) -> Result<QuotePosted> {
        self.session().run(change).await
    }

    /// Notes that a quote was lost or withdrawn, or is open again.
    ///
    /// # Errors
    /// `access.denied`, `field.invalid`, `reference.missing`, `document.closed` if it is accepted, `storage.*`.
    pub async fn close(&self, close: &CloseQuote) -> Result<()> {
        self.session().run(close).await.map(|Empty| ())
    }

    /// Accepts a quote: its order, at its prices. Asked for everything once more, it answers with the order that it made.
    ///
    /// # Errors
    /// `access.denied`, `field.invalid`, `reference.missing`, `quote.expired`, `quote.revision_taken`, `document.closed`, `line.exceeded`,
    /// `price.refused` of today's prices, `credit.exceeded`, `storage.*`.
    pub async fn accept(&self, acceptance: &Acceptance) -> Result<OrderPosted> {
        self.session().run(acceptance).await
    }

    /// What of a quote's latest revision lists and agreements price otherwise on a day: what accepting with `reprice` would change.
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

    /// How a quote stands on a day.
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

/// The questions about a quote: its revisions and lines, its orders, and what of each line is ordered.
struct QuoteReads {
    quote: Ask<Stored<Quote>>,
    revisions: Ask<Stored<QuoteRevision>>,
    lines: Ask<Stored<QuoteLine>>,
    orders: Ask<Stored<SalesOrder>>,
    ordered: Ask<Record>,
}

/// The answers to them.
struct QuoteFacts {
    quote: Stored<Quote>,
    revisions: Vec<Stored<QuoteRevision>>,
    lines: Vec<Stored<QuoteLine>>,
    orders: Vec<Stored<SalesOrder>>,
    ordered: BTreeMap<QuoteLineId, Quantity>,
}

impl QuoteReads {
    fn new(reads: &mut Reads, permit: &Permit, quote_id: QuoteId) -> Result<Self> {
        let of_quote = QuoteRevision::quote_id().eq(quote_id);
        let lines = Filter::exists("revision", of_quote.clone());
        // What was cancelled before anything was delivered is offered again.
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

    fn take(&self, answers: &mut Answers) -> Result<Option<QuoteFacts>> {
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
    fn ordered_of(&self, line: QuoteLineId) -> Quantity {
        self.ordered.get(&line).copied().unwrap_or(Quantity::ZERO)
    }

    /// The revision that something is ordered from.
    fn taken(&self) -> Option<i64> {
        let line = self.lines.iter().find(|line| !self.ordered_of(line.id).is_zero())?;
        self.revisions.iter().find(|revision| revision.id == line.revision_id).map(|revision| revision.revision)
    }

    fn revision(&self, number: i64) -> Result<(&Stored<QuoteRevision>, Vec<&Stored<QuoteLine>>)> {
        let missing = || Error::new(Code::ReferenceMissing, "the quote has no such revision").with("field", "revision").with("revision", number);
        let revision = self.revisions.iter().find(|revision| revision.revision == number).ok_or_else(missing)?;
        Ok((revision, self.lines.iter().filter(|line| line.revision_id == revision.id).collect()))
    }
}

/// A revision on its way into storage.
struct Revision<'a> {
    quote_id: QuoteId,
    revision: i64,
    offer: &'a Offer,
    terms: DocumentTerms<'a>,
}

impl Revision<'_> {
    fn insert(&self, priced: &Priced, costs: &[Option<Money>], catalogue: &super::head::Catalogue, changes: &mut ChangeSet) -> Result<QuotePosted> {
        let revision_id: QuoteRevisionId = changes.new_id();
        let zero = Money::zero(self.terms.policy.currency);
        let (mut expected, mut unknown_costs) = (zero, Vec::new());
        for (line, cost) in priced.lines.iter().zip(costs) {
            unknown_costs.extend((cost.is_none() && catalogue.has_goods(line)).then_some(line.line));
            let cost = cost.unwrap_or(zero);
            expected = expected.plus(cost)?;
            let profit = line.revenue.minus(cost)?;
            let line = line_of!(QuoteLine, line.clone(), {
                revision_id: revision_id,
                customer_id: self.terms.facts.customer.id,
                day: self.terms.day,
                expected_cost: Masked::Shown(cost),
                expected_profit: Masked::Shown(profit),
            });
            let line = Stored::new(changes.new_id(), line);
            changes.insert(&line);
        }
        let head = self.terms.head(priced, self.offer.reference.as_ref(), false, changes)?;
        let (net, tax, gross) = (head.net, head.tax, head.gross);
        let profit = net.minus(expected)?;
        let row = head_of!(QuoteRevision, head, {
            quote_id: self.quote_id,
            revision: self.revision,
            valid_until: self.offer.valid_until,
            expected_cost: Masked::Shown(expected),
            expected_profit: Masked::Shown(profit),
        });
        changes.insert(&Stored::new(revision_id, row));
        let (quote_id, revision, expected_profit) = (self.quote_id, self.revision, Some(profit));
        Ok(QuotePosted {
            quote_id,
            revision_id,
            number: String::new(),
            revision,
            net,
            tax,
            gross,
            expected_profit,
            unknown_costs,
            price_warnings: Vec::new(),
        })
    }
}

impl Offer {
    fn check(&self) -> Result<BTreeSet<ProductId>> {
        check_lines(&self.lines)?;
        check_text("reference", self.reference.as_deref())?;
        if self.valid_until.is_some_and(|last| last < self.day) {
            return Err(Error::field("valid_until", "is before the quote"));
        }
        Ok(self.lines.iter().map(|line| line.product_id).collect())
    }
}

texts! {
    NewQuote: offer;
    QuoteChange: offer;
    Offer: reference lines allowance_charges;
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

/// Locks a quote and reads everything about it.
async fn read_quote(context: &mut ActContext<'_>, quote_id: QuoteId) -> Result<QuoteFacts> {
    let mut reads = Reads::new();
    let asks = QuoteReads::new(&mut reads, &context.full_permit(), quote_id)?;
    let mut answers = context.read(&LockKeys::none().and::<Quote, _>([quote_id]), reads).await?;
    asks.take(&mut answers)?.ok_or_else(|| Error::new(Code::ReferenceMissing, "there is no such quote").with("field", "quote_id"))
}

fn check_open(quote: &Quote) -> Result<()> {
    if quote.outcome == QuoteOutcome::Open {
        return Ok(());
    }
    let outcome = quote.outcome.as_str();
    Err(Error::new(Code::DocumentClosed, format!("the quote `{}` is {outcome}", quote.number)).with("number", &quote.number).with("state", outcome))
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
            return Err(Error::new(Code::QuoteRevisionTaken, "something of the quote is ordered already").with("revision", taken));
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
            return Err(Error::field("outcome", "is accepted, which only an order makes it"));
        }
        let facts = read_quote(context, self.quote_id).await?;
        if facts.orders.iter().any(|order| order.state != OrderState::Cancelled) {
            check_open(&facts.quote)?;
        }
        let mut changes = context.changes();
        let is_open = self.outcome == QuoteOutcome::Open;
        let (decided_at, reason) = if is_open { (None, None) } else { (Some(changes.context().at), Some(self.reason.clone())) };
        changes.update(&facts.quote, Quote { outcome: self.outcome, decided_at, reason, ..facts.quote.data.clone() });
        Ok(Plan::new(changes, Empty))
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
            return Err(Error::new(Code::QuoteRevisionTaken, format!("revision {taken} is ordered from already")).with("revision", taken));
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
        let warehouse = super::delivery::WarehouseRead::ask(&mut reads, context, self.warehouse_id)?;
        let prices = PriceReads::of_products(&mut reads, context, products_of(&parts).into_iter(), (facts.quote.customer_id, self.day))?;
        let products = ProductReads::ask(&mut reads, context, &products_of(&parts))?;
        let mut answers = context.read(&LockKeys::none(), reads).await?;
        warehouse.check(&mut answers)?;
        let head = head.take(context, &mut answers).await?;
        let prices = prices.take(context, &mut answers, &head.access).await?;
        let catalogue = products.take(context, &mut answers).await?;
        let terms = DocumentTerms { facts: &head, day: self.day, policy: revision.tax_policy(head.company.money_step) };
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
        };
        let mut changes = context.changes();
        let quote_lines: Vec<_> = parts.iter().map(|(line, _)| Some(line.id)).collect();
        let costs = catalogue.expected_costs(&priced.lines, &draft.terms.policy)?;
        if prices.sees_cost() {
            warnings.extend(changed_costs(&parts, &costs, &draft.terms.policy)?);
        }
        // What takes something off was offered beside everything else.
        if is_repriced || takes_off_early(&in_parts)? {
            warnings.extend(prices.check_anew(&priced.judged(&costs, &draft.terms.policy))?);
        }
        check_favour(&head.access, priced.is_in_favour())?;
        let (mut answer, number) = insert_order(&draft, &priced, &quote_lines, &costs, &mut changes)?;
        answer.price_warnings = warnings;
        answer.credit_warning = check_ordered(context, &head.customer, answer.gross, (self.day, self.credit_override)).await?;
        if progress.is_all {
            let decided_at = Some(changes.context().at);
            changes.update(&facts.quote, Quote { outcome: QuoteOutcome::Accepted, decided_at, ..facts.quote.data.clone() });
        }
        Ok(Plan { number: Some(number), seen_by: Some(head.access.clone()), ..Plan::new(changes, answer) })
    }
}

/// The answer of an acceptance that was carried out before.
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

/// Lines whose goods would cost something else today than when they were quoted.
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
    /// Says which lines are priced otherwise today, and prices them so if that is asked for; then the prices are no longer those that were judged.
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

    /// The lines that are ordered, each with how much of it.
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
                        return Err(Error::field("line_id", "is named twice").with("line", number));
                    }
                    if is_beyond(part.quantity, left(line)?) {
                        return Err(exceeds(Code::LineExceeded, number, part.quantity, left(line)?));
                    }
                    parts.push((line, part.quantity));
                }
            }
        }
        if parts.is_empty() { Err(Error::field("lines", "is empty: nothing is left")) } else { Ok(parts) }
    }
}
