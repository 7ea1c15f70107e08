//! Sales orders: what a customer wants, at which prices; stock moves and a receivable is made only when it is delivered, in parts or whole.
//!
//! Invariant: of an order's line, delivered and closed quantities never exceed what was ordered, unless the caller asks for it; the amounts of
//! its deliveries add up to those of the order where fixed amounts were agreed.

use super::{
    LineCost, LineItem, PayableRounding, PriceWarning, SalesPosted,
    delivery::{Judge, WarehouseRead, decide},
    goods::GoodsReads,
    head::{Catalogue, DocumentTerms, HeadFacts, HeadReads, ProductReads, take_number},
    lines::{InParts, Item, Priced, Progress, Wanted, carried, check_part, exceeds, is_beyond, takes_off_early},
    plan::{Draft, Flow, Links, Posting},
    prices::{PriceReads, Prices, Resolved, check_favour},
    reservation::{OwnReads, goods_of},
    settle::{PrepaidReads, check_delivered, check_ordered},
};
use crate::{
    access::{CustomerAccess, Permit, Right},
    act::{Act, ActContext, Answer, Plan, Subject},
    company::Company,
    documents::{
        AllowanceCharge, AllowanceChargeSize, OrderState, PricedLine, SalesDocument, SalesKind, SalesOrder, SalesOrderLine, head_of, line_of,
    },
    entity::{Mask, Masked, PendingNumber, Stored, Value},
    error::{Code, Error, Result},
    ids::{CustomerId, ProductId, QuoteId, QuoteLineId, QuoteRevisionId, SalesDocumentId, SalesOrderId, SalesOrderLineId, TypedId, WarehouseId},
    num::{Decimal, Money, Quantity, overflow},
    policy::{Instalment, TaxPolicy},
    products::{KitComponent, Product},
    query::Select,
    receivables::CreditWarning,
    records::Records,
    stock::{ComponentLot, Goods, check_lines, check_text, line_error, locks, numbered},
    storage::{Answers, Ask, ChangeSet, LockKeys, Reads},
    text::{composed_of, texts},
    time::Day,
};
use async_trait::async_trait;
use serde::{Deserialize, Serialize};
use std::collections::{BTreeMap, BTreeSet};

/// An order that no quote came before.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct NewOrder {
    /// The customer.
    pub customer_id: CustomerId,
    /// Document date.
    pub day: Day,
    /// The customer's order number, or a note.
    pub reference: Option<String>,
    /// Where it is to be delivered from.
    pub warehouse_id: Option<WarehouseId>,
    /// When the customer wants it.
    pub requested_day: Option<Day>,
    /// What is ordered.
    pub lines: Vec<LineItem>,
    /// Allowances and charges of the whole order; its deliveries take their share.
    #[serde(default)]
    pub allowance_charges: Vec<AllowanceCharge>,
    /// Order beyond the customer's credit: for callers with the right `credit.override`.
    #[serde(default)]
    pub credit_override: bool,
}

impl NewOrder {
    /// An order for whenever it suits.
    pub fn new(customer_id: CustomerId, day: Day, lines: Vec<LineItem>) -> Self {
        Self {
            customer_id,
            day,
            reference: None,
            warehouse_id: None,
            requested_day: None,
            lines,
            allowance_charges: Vec::new(),
            credit_override: false,
        }
    }
}

/// Some or all of an order is delivered.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct OrderDelivery {
    /// The order.
    pub order_id: SalesOrderId,
    /// Where the goods are taken from.
    pub warehouse_id: WarehouseId,
    /// Document date, which is the tax point.
    pub day: Day,
    /// When the receivable falls due; none: by the customer's terms. Later than these needs the right `customers.terms`.
    pub due_day: Option<Day>,
    /// The other side's number, or a note; none: the order's.
    pub reference: Option<String>,
    /// What is delivered; none: everything that is open.
    pub lines: Option<Vec<OrderedPart>>,
    /// Whether more than what is open may be delivered, of a completed order too.
    #[serde(default)]
    pub allows_excess: bool,
    /// How the amount to pay is rounded.
    #[serde(default)]
    pub payable_rounding: PayableRounding,
    /// Instalments of the amount to pay, in due order; empty: one on the due day, or by the customer's terms.
    #[serde(default)]
    pub instalments: Vec<Instalment>,
    /// Deliver beyond the customer's credit: for callers with the right `credit.override`.
    #[serde(default)]
    pub credit_override: bool,
}

/// A part of an order's line.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct OrderedPart {
    /// The line of the order.
    pub line_id: SalesOrderLineId,
    /// How much: positive, or negative as the line is.
    pub quantity: Quantity,
    /// The lot or serial, where the product is tracked by it. A line may be named several times, each time with another lot.
    pub lot: Option<String>,
    /// The lots or serials of the components, where the line is a kit.
    #[serde(default)]
    pub component_lots: Vec<ComponentLot>,
    /// What it costs.
    #[serde(default)]
    pub cost: LineCost,
}

impl OrderedPart {
    /// A quantity of a line.
    pub fn new(line_id: SalesOrderLineId, quantity: Quantity) -> Self {
        Self { line_id, quantity, lot: None, component_lots: Vec::new(), cost: LineCost::ByMethod }
    }
}

impl OrderDelivery {
    /// Everything that is open.
    pub fn all(order_id: SalesOrderId, warehouse_id: WarehouseId, day: Day) -> Self {
        let payable_rounding = PayableRounding::None;
        let (instalments, credit_override) = (Vec::new(), false);
        let (due_day, reference, lines, allows_excess) = (None, None, None, false);
        Self { order_id, warehouse_id, day, due_day, reference, lines, allows_excess, payable_rounding, instalments, credit_override }
    }

    /// Some of it.
    pub fn of(order_id: SalesOrderId, warehouse_id: WarehouseId, day: Day, lines: Vec<OrderedPart>) -> Self {
        Self { lines: Some(lines), ..Self::all(order_id, warehouse_id, day) }
    }
}

/// What is left of an order will not be delivered.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct CloseOrder {
    /// The order.
    pub order_id: SalesOrderId,
    /// Why.
    pub reason: String,
}

/// A written order.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct OrderPosted {
    /// The order.
    pub order_id: SalesOrderId,
    /// Its number.
    pub number: String,
    /// Net.
    pub net: Money,
    /// Tax.
    pub tax: Money,
    /// Net and tax.
    pub gross: Money,
    /// Net less what the goods would cost today; hidden from callers who may not see costs.
    pub expected_profit: Option<Money>,
    /// Says that the customer is beyond its credit, and the order was taken all the same.
    #[serde(default)]
    pub credit_warning: Option<CreditWarning>,
    /// What the policy on prices says, and does not forbid; of a quote that is accepted, what changed since.
    #[serde(default)]
    pub price_warnings: Vec<PriceWarning>,
}

impl Answer for OrderPosted {
    fn numbered(&mut self, number: &str) {
        number.clone_into(&mut self.number);
    }

    fn disclose(&mut self, to: &CustomerAccess) {
        self.expected_profit = self.expected_profit.filter(|_| to.sees(Mask::Cost));
        self.price_warnings = PriceWarning::disclosed(std::mem::take(&mut self.price_warnings), to);
        self.credit_warning = self.credit_warning.map(|warning| warning.disclosed(to));
    }

    fn subject(&self) -> Option<Subject> {
        Some(Subject::of(self.order_id))
    }
}

/// How much of an order is done.
#[derive(Debug, Clone, PartialEq, Serialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct OrderStatus {
    /// The order.
    pub order: Stored<SalesOrder>,
    /// Its lines, in order.
    pub lines: Vec<Stored<SalesOrderLine>>,
    /// Whether something was delivered.
    pub is_started: bool,
    /// Net of what is still to be delivered.
    pub open_net: Money,
}

impl Records<'_, SalesOrder> {
    /// Writes an order.
    ///
    /// # Errors
    /// `access.denied`, also of an order whose total is negative without the right `credits.post`; `field.invalid`, `reference.missing`,
    /// `tax.rate_missing`, `price.missing`, `price.refused`, `unit.unknown`, `unit.inexact`, `credit.exceeded`, `storage.*`.
    pub async fn create(&self, order: &NewOrder) -> Result<OrderPosted> {
        self.session().run(order).await
    }

    /// Delivers an order or a part of it, at the order's prices and the day's tax rates. Prepayments of the order settle what it leaves open.
    /// Prices were judged with the order; they are again if more than that is delivered, or the amount to pay is rounded down by more than cash
    /// has need of.
    ///
    /// # Errors
    /// As [`super::SalesService::deliver`], and `line.exceeded`, `document.closed`.
    pub async fn deliver(&self, delivery: &OrderDelivery) -> Result<SalesPosted> {
        self.session().run(delivery).await
    }

    /// Completes an order short, or cancels it if nothing was delivered: what is open will not be delivered, and what was paid for it before
    /// is the customer's credit for anything.
    ///
    /// # Errors
    /// `access.denied`, `reference.missing`, `document.closed`, `storage.*`.
    pub async fn close(&self, close: &CloseOrder) -> Result<OrderClosed> {
        self.session().run(close).await
    }

    /// An order with its lines, and how much of it is done.
    ///
    /// # Errors
    /// `access.denied`, `record.not_found`, `storage.*`.
    pub async fn status(&self, order_id: SalesOrderId) -> Result<OrderStatus> {
        let build = |permit: &Permit, reads: &mut Reads| Ok((LineReads::new(reads, permit, order_id)?, reads.select(Select::<Company>::new(permit))));
        let ((asks, company), mut answers) = self.session().read(Right::SalesRead, build).await?;
        let missing = || Error::new(Code::NotFound, "there is no such order").with("id", order_id);
        let (order, lines) = asks.take(&mut answers).map_err(|_| missing())?;
        let policy = order.tax_policy(answers.first(&company)?.ok_or_else(missing)?.money_step);
        let is_started = lines.iter().any(|line| !line.delivered.is_zero());
        let open = |line: &Stored<SalesOrderLine>| crate::documents::share(line.revenue, line.open()?, line.quantity, &policy);
        let open_net = Money::sum(lines.iter().map(open).collect::<Result<Vec<_>>>()?, order.currency)?;
        Ok(OrderStatus { order, lines, is_started, open_net })
    }
}

/// The questions about an order and its lines.
pub(super) struct LineReads {
    order: Ask<Stored<SalesOrder>>,
    lines: Ask<Stored<SalesOrderLine>>,
}

impl LineReads {
    pub(super) fn ask(reads: &mut Reads, context: &ActContext<'_>, order_id: SalesOrderId) -> Result<Self> {
        Self::new(reads, &context.full_permit(), order_id)
    }

    fn new(reads: &mut Reads, permit: &Permit, order_id: SalesOrderId) -> Result<Self> {
        let lines = Select::<SalesOrderLine>::new(permit).filter(&SalesOrderLine::order_id().eq(order_id))?.sort(&["line"])?.everything();
        Ok(Self { order: reads.select(Select::new(permit).keys([Value::Id(order_id.uuid())])?), lines: reads.select(lines) })
    }

    pub(super) fn take(&self, answers: &mut Answers) -> Result<(Stored<SalesOrder>, Vec<Stored<SalesOrderLine>>)> {
        let missing = || Error::new(Code::ReferenceMissing, "there is no such order").with("field", "order_id");
        Ok((answers.first(&self.order)?.ok_or_else(missing)?, answers.all(&self.lines)?))
    }

    /// A delivery of the order was reversed: these quantities are open again. Answers with whether the order is.
    pub(super) fn reopen(self, answers: &mut Answers, again: Vec<(SalesOrderLineId, Quantity)>, changes: &mut ChangeSet) -> Result<bool> {
        let (order, lines) = self.take(answers)?;
        for line in &lines {
            let back = again.iter().filter(|(id, _)| *id == line.id).try_fold(Quantity::ZERO, |sum, (_, quantity)| sum.plus(*quantity))?;
            let delivered = line.delivered.minus(back)?;
            changes.update(line, SalesOrderLine { delivered, ..line.data.clone() });
        }
        let is_reopened = order.state == OrderState::Completed && !again.is_empty() && lines.iter().all(|line| line.closed.is_zero());
        if is_reopened {
            changes.update(&order, SalesOrder { state: OrderState::Open, closed_at: None, ..order.data.clone() });
        }
        Ok(is_reopened || order.state == OrderState::Open)
    }
}

/// What an order is made from: lines asked for, or a quote's.
pub(super) struct OrderDraft<'a> {
    pub(super) terms: DocumentTerms<'a>,
    pub(super) reference: Option<&'a String>,
    pub(super) quote: Option<(QuoteId, QuoteRevisionId)>,
    pub(super) warehouse_id: Option<WarehouseId>,
    pub(super) requested_day: Option<Day>,
}

/// Writes an order from priced lines.
pub(super) fn insert_order(
    draft: &OrderDraft<'_>,
    priced: &Priced,
    quote_lines: &[Option<QuoteLineId>],
    costs: &[Option<Money>],
    changes: &mut ChangeSet,
) -> Result<(OrderPosted, PendingNumber)> {
    let order_id: SalesOrderId = changes.new_id();
    let head = draft.terms.head(priced, draft.reference, false, changes)?;
    let mut expected = Money::zero(draft.terms.policy.currency);
    for ((line, quote_line_id), cost) in priced.lines.iter().zip(quote_lines).zip(costs) {
        let cost = cost.unwrap_or(Money::zero(draft.terms.policy.currency));
        expected = expected.plus(cost)?;
        let line = line_of!(SalesOrderLine, line.clone(), {
            order_id: order_id,
            customer_id: draft.terms.facts.customer.id,
            day: draft.terms.day,
            quote_line_id: *quote_line_id,
            delivered: Quantity::ZERO,
            closed: Quantity::ZERO,
            expected_cost: Masked::Shown(cost),
        });
        let line = Stored::new(changes.new_id(), line);
        changes.insert(&line);
    }
    let (series, number, sequence) = take_number("order", "SO", draft.terms.day, changes);
    let (net, tax, gross) = (head.net, head.tax, head.gross);
    let profit = net.minus(expected)?;
    let order = head_of!(SalesOrder, head, {
        number: String::new(),
        series: series,
        sequence: 0,
        quote_id: draft.quote.map(|(id, _)| id),
        quote_revision_id: draft.quote.map(|(_, id)| id),
        warehouse_id: draft.warehouse_id,
        requested_day: draft.requested_day,
        state: OrderState::Open,
        closed_at: None,
        close_reason: None,
        expected_cost: Masked::Shown(expected),
        expected_profit: Masked::Shown(profit),
    });
    changes.insert_with(&Stored::new(order_id, order), &[("number", &number), ("sequence", &sequence)]);
    Ok((
        OrderPosted {
            order_id,
            number: String::new(),
            net,
            tax,
            gross,
            expected_profit: Some(profit),
            credit_warning: None,
            price_warnings: Vec::new(),
        },
        number,
    ))
}

texts! {
    NewOrder: reference lines allowance_charges;
    OrderDelivery: reference lines;
    OrderedPart: lot component_lots;
}

#[async_trait]
impl Act for NewOrder {
    type Answer = OrderPosted;
    const OPERATION: &'static str = "orders.create";

    fn right(&self) -> Right {
        Right::OrdersWrite
    }

    fn composed(&self) -> Option<Self> {
        composed_of(self)
    }

    async fn plan(&self, context: &mut ActContext<'_>) -> Result<Plan<OrderPosted>> {
        context.check_day(self.day)?;
        check_lines(&self.lines)?;
        check_text("reference", self.reference.as_deref())?;
        let products: BTreeSet<ProductId> = self.lines.iter().map(|l| l.product_id).collect();
        let mut reads = Reads::new();
        let head = HeadReads::ask(&mut reads, context, self.customer_id, self.day)?;
        let warehouse = WarehouseRead::ask(&mut reads, context, self.warehouse_id)?;
        let products = ProductReads::ask(&mut reads, context, &products)?;
        let prices = PriceReads::ask(&mut reads, context, &self.lines, (self.customer_id, self.day))?;
        let mut answers = context.read(&LockKeys::none(), reads).await?;
        warehouse.check(&mut answers)?;
        let facts = head.take(context, &mut answers).await?;
        let prices = prices.take(context, &mut answers, &facts.access).await?;
        let catalogue = products.take(context, &mut answers).await?;
        let resolved = prices.resolve(&self.lines, |id, number| catalogue.product(id, number))?;
        let items = asked_items(&self.lines, &resolved, &catalogue)?;
        let draft = OrderDraft {
            terms: DocumentTerms { facts: &facts, day: self.day, policy: facts.company.tax_policy() },
            reference: self.reference.as_ref(),
            quote: None,
            warehouse_id: self.warehouse_id,
            requested_day: self.requested_day,
        };
        let priced = draft.terms.price(&items, &self.allowance_charges)?;
        let mut changes = context.changes();
        let costs = catalogue.expected_costs(&priced.lines, &draft.terms.policy)?;
        let (mut answer, number) = insert_order(&draft, &priced, &vec![None; items.len()], &costs, &mut changes)?;
        answer.price_warnings = prices.check(&priced.judged(&costs, &draft.terms.policy), &resolved)?;
        check_favour(&facts.access, priced.is_in_favour())?;
        answer.credit_warning = check_ordered(context, &facts.customer, answer.gross, (self.day, self.credit_override)).await?;
        Ok(Plan { number: Some(number), seen_by: Some(facts.access.clone()), ..Plan::new(changes, answer) })
    }
}

/// What is sold anew is still sold; what winds up business does not ask.
///
/// # Errors
/// `field.invalid` with `line`.
pub(super) fn check_sold(product: &Product, number: i64) -> Result<()> {
    if product.is_active { Ok(()) } else { Err(line_error(number, "product_id", "is no longer active")) }
}

/// Lines that a caller asks for, with their products.
pub(super) fn asked_items<'a>(lines: &'a [LineItem], resolved: &'a [Resolved], catalogue: &'a Catalogue) -> Result<Vec<Item<'a>>> {
    let item = |((number, line), found): ((i64, &'a LineItem), &'a Resolved)| {
        let product = catalogue.product(line.product_id, number)?;
        check_sold(product, number)?;
        Ok(Item::new(product, Wanted::New(line, found)))
    };
    numbered(lines).zip(resolved).map(item).collect()
}

#[async_trait]
impl Act for OrderDelivery {
    type Answer = SalesPosted;
    const OPERATION: &'static str = "orders.deliver";

    fn right(&self) -> Right {
        Right::SalesPost
    }

    fn composed(&self) -> Option<Self> {
        composed_of(self)
    }

    async fn plan(&self, context: &mut ActContext<'_>) -> Result<Plan<SalesPosted>> {
        context.check_day(self.day)?;
        check_text("reference", self.reference.as_deref())?;
        let permit = context.permit().clone();
        let mut reads = Reads::new();
        let order = LineReads::new(&mut reads, &permit, self.order_id)?;
        let mut answers = context.read(&LockKeys::none(), reads).await?;
        let (order, lines) = order.take(&mut answers)?;
        let wanted: BTreeSet<SalesOrderLineId> = self.lines.iter().flatten().map(|part| part.line_id).collect();
        let goods = Goods {
            products: lines.iter().filter(|line| self.lines.is_none() || wanted.contains(&line.id)).map(|line| line.product_id).collect(),
            lots: self.lines.iter().flatten().filter_map(|part| part.lot.clone()).collect(),
            has_units: lines.iter().any(|line| line.entered_unit.is_some() && line.quantity.decimal().fract() != Decimal::ZERO),
            ..Goods::default().leaving(self.day)
        };
        let goods = goods.with_lots(self.lines.iter().flatten().flat_map(|part| &part.component_lots));
        let mut reads = Reads::new();
        let locked = locks(&goods.products).and::<SalesOrder, _>([self.order_id]);
        let goods_reads = GoodsReads::ask(&mut reads, context, goods, Some((self.warehouse_id, Some(self.order_id))))?;
        let own = OwnReads::ask(&mut reads, context, self.order_id)?;
        let head = HeadReads::ask(&mut reads, context, order.customer_id, self.day)?;
        let warehouse = WarehouseRead::ask(&mut reads, context, Some(self.warehouse_id))?;
        let again = LineReads::ask(&mut reads, context, self.order_id)?;
        let prepaid = PrepaidReads::ask(&mut reads, context, self.order_id)?;
        let mut answers = context.read(&locked, reads).await?;
        let warehouse = warehouse.check(&mut answers)?;
        let facts = head.take(context, &mut answers).await?;
        let settle = prepaid.take(&mut answers)?;
        let (order, lines) = again.take(&mut answers)?;
        // What was delivered may have come back, so that more is delivered of an order that is completed.
        let is_more = order.state == OrderState::Completed && self.allows_excess && self.lines.is_some();
        if order.state != OrderState::Open && !is_more {
            return Err(closed(&order));
        }
        if self.day < order.day {
            return Err(Error::field("day", "is before the order"));
        }
        let policy = order.tax_policy(facts.company.money_step);
        for (number, part) in numbered(self.lines.as_deref().unwrap_or_default()) {
            part.cost.check(context, &facts.access).map_err(|e| e.with("line", number))?;
        }
        let parts = self.parts(&lines)?;
        let pieces = self.pieces(&parts)?;
        let ordered: Vec<PricedLine> = pieces.iter().map(|piece| piece.line.priced()).collect();
        let now = |line: &Stored<SalesOrderLine>| parts.iter().find(|(part, _)| part.id == line.id).map_or(Quantity::ZERO, |(_, quantity)| *quantity);
        let in_parts = |line: &Stored<SalesOrderLine>| InParts { net: line.net, quantity: line.quantity, before: line.delivered, now: now(line) };
        let progress = Progress::of(&lines.iter().map(in_parts).collect::<Vec<_>>())?;
        let carried =
            if lines.iter().all(|line| line.delivered.is_zero()) { Vec::new() } else { carried_by(context, &order, order.id, &policy).await? };
        let allowance_charges = progress.share(&order.allowance_charges, &carried, &policy)?;
        let mut changes = context.changes();
        let own = own.take(&mut answers)?;
        let (ledger, kits) = goods_reads.open(context, warehouse.as_ref(), &mut answers).await?;
        let sold = ledger.products().clone();
        let drafts = pieces.iter().zip(&ordered).map(|(piece, line)| {
            let product = sold.get(&line.product_id).ok_or_else(|| Error::field("product_id", "is not there"))?;
            let wanted = Wanted::Earlier { line, before: piece.before, quantity: piece.quantity };
            let links = Links { order_line_id: Some(piece.line.id), ..Links::default() };
            let said = piece.said.map(|part| (part.lot.clone(), part.component_lots.clone(), part.cost.clone()));
            let (lot, component_lots, cost) = said.unwrap_or_default();
            Ok(Draft { lot, component_lots, cost, ..Draft::new(Item::new(product, wanted), Flow::Leave, links) })
        });
        let drafts = drafts.collect::<Result<Vec<_>>>()?;
        let used = used_goods(&parts, &sold, &kits)?;
        own.use_up(&used, &mut changes)?;
        deliver_lines(&order, &lines, &parts, &mut changes)?;
        let posting = Posting {
            kind: SalesKind::Delivery,
            terms: DocumentTerms { facts: &facts, day: self.day, policy },
            reference: self.reference.as_ref().or(order.reference.as_ref()),
            warehouse_id: Some(self.warehouse_id),
            due_day: self.due_day,
            instalments: &self.instalments,
            order_id: Some(order.id),
            reverses_id: None,
            reason: None,
            payable_rounding: self.payable_rounding,
            allowance_charges: &allowance_charges,
            kits: &kits,
        };
        let delivered = parts.iter().map(|(line, quantity)| (line.id, *quantity)).collect();
        let mut is_more = false;
        for (line, quantity) in &parts {
            is_more = is_more || is_beyond(*quantity, line.open()?);
        }
        // What takes something off was judged beside everything that was ordered.
        is_more = is_more || takes_off_early(&lines.iter().map(in_parts).collect::<Vec<_>>())?;
        let is_judged = is_more || self.payable_rounding.is_beyond_cash(&policy)?;
        let prices = if is_judged { Some(self.prices(context, &facts, &parts).await?) } else { None };
        let judge = prices.as_ref().map_or(Judge::Not, |prices| Judge::Anew { prices, is_more });
        let mut plan = decide(&posting, drafts, ledger, settle, &judge, changes)?;
        check_delivered(context, &mut plan, &facts.customer, (self.day, self.credit_override), &delivered).await?;
        Ok(plan)
    }
}

/// A line of a delivery: a part of an order's line, after what went before it.
struct Piece<'l> {
    line: &'l Stored<SalesOrderLine>,
    before: Quantity,
    quantity: Quantity,
    said: Option<&'l OrderedPart>,
}

impl OrderDelivery {
    /// What lists and agreements say today of what is delivered.
    async fn prices(&self, context: &mut ActContext<'_>, facts: &HeadFacts, parts: &[(&Stored<SalesOrderLine>, Quantity)]) -> Result<Prices> {
        let mut reads = Reads::new();
        let products = parts.iter().map(|(line, _)| line.product_id);
        let prices = PriceReads::of_products(&mut reads, context, products, (facts.customer.id, self.day))?;
        let mut answers = context.read(&LockKeys::none(), reads).await?;
        prices.take(context, &mut answers, &facts.access).await
    }

    /// The lines of the delivery: those of the order, lot by lot where several are named.
    fn pieces<'l>(&'l self, parts: &[(&'l Stored<SalesOrderLine>, Quantity)]) -> Result<Vec<Piece<'l>>> {
        let Some(wanted) = &self.lines else {
            let whole =
                |(line, quantity): &(&'l Stored<SalesOrderLine>, Quantity)| Piece { line, before: line.delivered, quantity: *quantity, said: None };
            return Ok(parts.iter().map(whole).collect());
        };
        let mut pieces: Vec<Piece<'l>> = Vec::with_capacity(wanted.len());
        for part in wanted {
            let Some((line, _)) = parts.iter().find(|(line, _)| line.id == part.line_id) else { continue };
            let so_far = pieces.iter().filter(|piece| piece.line.id == line.id).try_fold(line.delivered, |sum, piece| sum.plus(piece.quantity))?;
            pieces.push(Piece { line, before: so_far, quantity: part.quantity, said: Some(part) });
        }
        Ok(pieces)
    }

    /// The lines to deliver, each with how much of it.
    fn parts<'l>(&self, lines: &'l [Stored<SalesOrderLine>]) -> Result<Vec<(&'l Stored<SalesOrderLine>, Quantity)>> {
        let mut parts = Vec::new();
        match &self.lines {
            None => {
                for line in lines {
                    let open = line.open()?;
                    if !open.is_zero() {
                        parts.push((line, open));
                    }
                }
            }
            Some(wanted) => {
                check_lines(wanted)?;
                for (number, part) in numbered(wanted) {
                    let missing = || Error::new(Code::ReferenceMissing, "the order has no such line").with("field", "line_id").with("line", number);
                    let line = lines.iter().find(|line| line.id == part.line_id).ok_or_else(missing)?;
                    check_part(number, part.quantity, line.quantity)?;
                    let before = wanted.iter().zip(1_i64..).take_while(|(_, other)| *other < number).map(|(other, _)| other);
                    let mut before = before.filter(|other| other.line_id == part.line_id);
                    if before.clone().any(|other| other.lot.is_none() || other.lot == part.lot) || (part.lot.is_none() && before.next().is_some()) {
                        return Err(Error::field("line_id", "is named twice").with("line", number));
                    }
                    let place = parts.iter().position(|(other, _): &(&Stored<SalesOrderLine>, Quantity)| other.id == line.id);
                    let quantity = place.and_then(|at| parts.get(at)).map_or(Ok(part.quantity), |(_, more)| part.quantity.plus(*more))?;
                    if is_beyond(quantity, line.open()?) && !self.allows_excess {
                        return Err(exceeds(Code::LineExceeded, number, quantity, line.open()?));
                    }
                    match place.and_then(|at| parts.get_mut(at)) {
                        Some((_, whole)) => *whole = quantity,
                        None => parts.push((line, quantity)),
                    }
                }
            }
        }
        if parts.is_empty() { Err(Error::field("lines", "is empty: nothing is open")) } else { Ok(parts) }
    }
}

pub(super) fn closed(order: &Stored<SalesOrder>) -> Error {
    let state = order.state.as_str();
    Error::new(Code::DocumentClosed, format!("the order `{}` is {state}", order.number)).with("number", &order.number).with("state", state)
}

/// What deliveries of an order carry of its allowances and charges: those that stand, and of those that were reversed what had come back before.
async fn carried_by(context: &mut ActContext<'_>, order: &SalesOrder, order_id: SalesOrderId, policy: &TaxPolicy) -> Result<Vec<Money>> {
    if !order.allowance_charges.iter().any(|applied| matches!(applied.size, AllowanceChargeSize::Amount(_))) {
        return Ok(Vec::new());
    }
    let mut reads = Reads::new();
    let of_order = SalesDocument::order_id().eq(order_id);
    let documents = reads.select(Select::<SalesDocument>::new(&context.full_permit()).filter(&of_order)?.everything());
    let documents = context.read(&LockKeys::none(), reads).await?.all(&documents)?;
    // What came back to be delivered again took its share along.
    let sum = |of: SalesKind| {
        let mut of_kind = documents.iter().filter(|document| document.kind == of && document.reverses_id.is_none());
        of_kind.try_fold(Decimal::ZERO, |sum, document| sum.checked_add(document.net.amount().abs())).ok_or_else(overflow)
    };
    let back = sum(SalesKind::Return)?.checked_div(sum(SalesKind::Delivery)?).unwrap_or(Decimal::ZERO);
    let kept = Decimal::ONE.checked_sub(back).ok_or_else(overflow)?.max(Decimal::ZERO);
    let undone = |id: SalesDocumentId| documents.iter().find(|other| other.reverses_id == Some(id)).map(|other| other.net.amount().abs());
    let parts = documents.iter().filter(|document| document.reverses_id.is_none()).map(|document| {
        let left = |undone: Decimal| Decimal::ONE.checked_sub(undone.checked_div(document.net.amount().abs())?);
        let part = undone(document.id).map_or(Decimal::ONE, |undone| left(undone).unwrap_or(Decimal::ZERO));
        (document.allowance_charges.as_slice(), part.checked_mul(kept).unwrap_or(part))
    });
    carried(parts, order.allowance_charges.len(), policy)
}

/// What of the warehouse each line takes.
fn used_goods(
    parts: &[(&Stored<SalesOrderLine>, Quantity)],
    sold: &BTreeMap<ProductId, Product>,
    kits: &[Stored<KitComponent>],
) -> Result<BTreeMap<SalesOrderLineId, Vec<(ProductId, Quantity)>>> {
    let of = |(line, quantity): &(&Stored<SalesOrderLine>, Quantity)| {
        let product = super::delivery::sold_product(sold, line.product_id, line.line)?;
        Ok((line.id, goods_of(line.product_id, product, *quantity, kits)?))
    };
    parts.iter().map(of).collect()
}

/// Notes what is delivered, and that the order is completed once nothing is open.
fn deliver_lines(
    order: &Stored<SalesOrder>,
    lines: &[Stored<SalesOrderLine>],
    parts: &[(&Stored<SalesOrderLine>, Quantity)],
    changes: &mut ChangeSet,
) -> Result<()> {
    let mut is_done = true;
    for line in lines {
        let Some((_, quantity)) = parts.iter().find(|(part, _)| part.id == line.id) else {
            is_done = is_done && line.open()?.is_zero();
            continue;
        };
        let next = SalesOrderLine { delivered: line.delivered.plus(*quantity)?, ..line.data.clone() };
        is_done = is_done && next.open()?.is_zero();
        changes.update(line, next);
    }
    if is_done {
        let closed_at = Some(changes.context().at);
        changes.update(order, SalesOrder { state: OrderState::Completed, closed_at, ..order.data.clone() });
    }
    Ok(())
}

/// A closed order.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct OrderClosed {
    /// Completed, or cancelled if nothing was delivered.
    pub state: OrderState,
}

impl Answer for OrderClosed {}

#[async_trait]
impl Act for CloseOrder {
    type Answer = OrderClosed;
    const OPERATION: &'static str = "orders.close";

    fn right(&self) -> Right {
        Right::OrdersWrite
    }

    async fn plan(&self, context: &mut ActContext<'_>) -> Result<Plan<OrderClosed>> {
        check_text("reason", Some(&self.reason))?;
        let mut reads = Reads::new();
        let order = LineReads::ask(&mut reads, context, self.order_id)?;
        let prepaid = PrepaidReads::ask(&mut reads, context, self.order_id)?;
        let own = OwnReads::ask(&mut reads, context, self.order_id)?;
        let mut answers = context.read(&LockKeys::none().and::<SalesOrder, _>([self.order_id]), reads).await?;
        let (order, lines) = order.take(&mut answers)?;
        if order.state != OrderState::Open {
            return Err(closed(&order));
        }
        let state = if lines.iter().all(|line| line.delivered.is_zero()) { OrderState::Cancelled } else { OrderState::Completed };
        let mut changes = context.changes();
        for line in &lines {
            let closed = line.closed.plus(line.open()?)?;
            changes.update(line, SalesOrderLine { closed, ..line.data.clone() });
        }
        prepaid.free(&mut answers, &mut changes)?;
        own.take(&mut answers)?.release(&mut changes)?;
        let closed_at = Some(changes.context().at);
        changes.update(&order, SalesOrder { state, closed_at, close_reason: Some(self.reason.clone()), ..order.data.clone() });
        Ok(Plan::new(changes, OrderClosed { state }))
    }
}
