//! Delivering an order in whole or in part.
//!
//! Invariant: the delivered and closed quantities of an order line never exceed the ordered quantity unless the caller allows it; the amounts of its
//! deliveries add up to those of the order where fixed amounts were agreed.

use super::read::{LineReads, closed};
use crate::{
    access::Right,
    act::{Act, ActContext, Plan},
    documents::{AllowanceChargeSize, OrderState, PricedLine, SalesDocument, SalesKind, SalesOrder, SalesOrderLine},
    entity::Stored,
    error::{Code, Error, Result},
    ids::{ProductId, SalesDocumentId, SalesOrderId, SalesOrderLineId, WarehouseId},
    num::{Decimal, Money, Quantity, overflow},
    policy::{Instalment, TaxPolicy},
    products::{KitComponent, Product},
    query::Select,
    receivables::Credit,
    sales::{
        LineCost,
        decide::{Checks, Judge, SalesPosted, decide},
        goods::{GoodsReads, WarehouseRead, goods_of},
        head::{DocumentTerms, HeadFacts, HeadReads},
        kept::OwnReads,
        lines::{Item, Wanted},
        parts::{InParts, Progress, carried, check_part, exceeds, is_beyond, takes_off_early},
        payable::PayableRounding,
        posting::{Draft, Flow, Links, Posting},
        prices::{PriceReads, Prices},
        settle::PrepaidReads,
    },
    stock::{ComponentLot, Goods, check_lines, check_text, locks, numbered},
    storage::{ChangeSet, LockKeys, Reads},
    text::{composed_of, texts},
    time::Day,
};
use async_trait::async_trait;
use serde::{Deserialize, Serialize};
use std::collections::{BTreeMap, BTreeSet};

/// Delivers an order in whole or in part.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct OrderDelivery {
    /// The order.
    pub order_id: SalesOrderId,
    /// The warehouse to deliver from.
    pub warehouse_id: WarehouseId,
    /// Document date, which is the tax point.
    pub day: Day,
    /// Due day of the receivable; none: by the customer's payment terms. A later day than these requires the right `customers.terms`.
    pub due_day: Option<Day>,
    /// The customer's reference, or a note; none: that of the order.
    pub reference: Option<String>,
    /// The lines to deliver; none: everything open.
    pub lines: Option<Vec<OrderedPart>>,
    /// Whether more than the open quantities may be delivered, even on a completed order.
    #[serde(default)]
    pub allows_excess: bool,
    /// Rounding of the payable amount.
    #[serde(default)]
    pub payable_rounding: PayableRounding,
    /// Instalments of the payable amount, in due order; empty: a single one on the due day, or by the customer's payment terms.
    #[serde(default)]
    pub instalments: Vec<Instalment>,
    /// Deliver even if the customer exceeds its credit limit; requires the right `credit.override`.
    #[serde(default)]
    pub credit_override: bool,
}

/// A part of an order line.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct OrderedPart {
    /// The order line.
    pub line_id: SalesOrderLineId,
    /// Quantity: positive, or negative if the line is.
    pub quantity: Quantity,
    /// Lot or serial number, if the product is tracked. A line may be given several times, each with another lot.
    pub lot: Option<String>,
    /// Lots or serial numbers of the components, if the line is a kit.
    #[serde(default)]
    pub component_lots: Vec<ComponentLot>,
    /// Cost.
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
    /// A delivery of everything open.
    pub fn all(order_id: SalesOrderId, warehouse_id: WarehouseId, day: Day) -> Self {
        let payable_rounding = PayableRounding::None;
        let (instalments, credit_override) = (Vec::new(), false);
        let (due_day, reference, lines, allows_excess) = (None, None, None, false);
        Self { order_id, warehouse_id, day, due_day, reference, lines, allows_excess, payable_rounding, instalments, credit_override }
    }

    /// A delivery of some lines.
    pub fn of(order_id: SalesOrderId, warehouse_id: WarehouseId, day: Day, lines: Vec<OrderedPart>) -> Self {
        Self { lines: Some(lines), ..Self::all(order_id, warehouse_id, day) }
    }
}

texts! {
    OrderDelivery: reference lines;
}

texts! {
    OrderedPart: lot component_lots;
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
        // Delivered goods may have been returned, so that more can be delivered on a completed order.
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
        let own = own.take(&mut answers)?;
        let (ledger, kits) = goods_reads.open(context, warehouse.as_ref(), &mut answers).await?;
        // A deduction was checked along with everything ordered.
        let mut is_more = takes_off_early(&lines.iter().map(in_parts).collect::<Vec<_>>())?;
        for (line, quantity) in &parts {
            is_more = is_more || is_beyond(*quantity, line.open()?);
        }
        let is_judged = is_more || self.payable_rounding.is_beyond_cash(&policy)?;
        let prices = if is_judged { Some(self.prices(context, &facts, &parts).await?) } else { None };
        let credit = Credit::gather(context, &facts.customer, (policy.currency, self.day)).await?;
        // Everything is read; from here on it is decided.
        let allowance_charges = progress.share(&order.allowance_charges, &carried, &policy)?;
        let mut changes = context.changes();
        let sold = ledger.products().clone();
        let drafts = pieces.iter().zip(&ordered).map(|(piece, line)| {
            let product = sold.get(&line.product_id).ok_or_else(|| Error::field("product_id", "does not exist"))?;
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
        let prices = prices.as_ref().map_or(Judge::Not, |prices| Judge::Anew { prices, is_more });
        let delivered = parts.iter().map(|(line, quantity)| (line.id, *quantity)).collect();
        let checks = Checks { prices, credit, credit_override: self.credit_override, delivered };
        decide(&posting, drafts, ledger, settle, &checks, changes)
    }
}

/// A line of a delivery: a part of an order line, and the quantity delivered before it.
struct Piece<'l> {
    line: &'l Stored<SalesOrderLine>,
    before: Quantity,
    quantity: Quantity,
    said: Option<&'l OrderedPart>,
}

impl OrderDelivery {
    /// The current prices of the delivered lines from lists and agreements.
    async fn prices(&self, context: &mut ActContext<'_>, facts: &HeadFacts, parts: &[(&Stored<SalesOrderLine>, Quantity)]) -> Result<Prices> {
        let mut reads = Reads::new();
        let products = parts.iter().map(|(line, _)| line.product_id);
        let prices = PriceReads::of_products(&mut reads, context, products, (facts.customer.id, self.day))?;
        let mut answers = context.read(&LockKeys::none(), reads).await?;
        prices.take(context, &mut answers, &facts.access).await
    }

    /// The lines of the delivery: those of the order, by lot if several are given.
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

    /// The lines to deliver, each with its quantity.
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
                        return Err(Error::field("line_id", "appears twice").with("line", number));
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
        if parts.is_empty() { Err(Error::field("lines", "is empty because nothing is open")) } else { Ok(parts) }
    }
}

/// The allowances and charges of an order that its deliveries carry: those that stand, and of reversed deliveries the part returned before the
/// reversal.
async fn carried_by(context: &mut ActContext<'_>, order: &SalesOrder, order_id: SalesOrderId, policy: &TaxPolicy) -> Result<Vec<Money>> {
    if !order.allowance_charges.iter().any(|applied| matches!(applied.size, AllowanceChargeSize::Amount(_))) {
        return Ok(Vec::new());
    }
    let mut reads = Reads::new();
    let of_order = SalesDocument::order_id().eq(order_id);
    let documents = reads.select(Select::<SalesDocument>::new(&context.full_permit()).filter(&of_order)?.everything());
    let documents = context.read(&LockKeys::none(), reads).await?.all(&documents)?;
    // Goods returned for redelivery took their share with them, which goes to their next delivery.
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

/// The goods that each line takes from the warehouse.
fn used_goods(
    parts: &[(&Stored<SalesOrderLine>, Quantity)],
    sold: &BTreeMap<ProductId, Product>,
    kits: &[Stored<KitComponent>],
) -> Result<BTreeMap<SalesOrderLineId, Vec<(ProductId, Quantity)>>> {
    let of = |(line, quantity): &(&Stored<SalesOrderLine>, Quantity)| {
        let product = crate::sales::goods::sold_product(sold, line.product_id, line.line)?;
        Ok((line.id, goods_of(line.product_id, product, *quantity, kits)?))
    };
    parts.iter().map(of).collect()
}

/// Records the delivered quantities, and completes the order once nothing is open.
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
