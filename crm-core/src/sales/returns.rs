//! Goods back from a customer, and documents taken back as a whole.
//!
//! Invariant: of a delivered line never more comes back than is still out, neither in quantity nor in amount nor in cost; the last part takes
//! what is left of each.

use super::{
    LineCost, PayableRounding, SalesPosted, SalesService,
    delivered::{BackReads, BackTerms, Delivered, Taken},
    delivery::{Judge, WarehouseRead, decide, sold_product},
    goods::GoodsReads,
    head::{DocumentTerms, HeadFacts, HeadReads},
    lines::{Item, LineItem, Wanted},
    order::LineReads,
    plan::{Draft, Flow, Links, Posting},
    prices::{PriceReads, Resolved, check_favour},
    settle::{CreditReads, ReserveReads, SpendReads},
};
use crate::{
    access::Right,
    act::{Act, ActContext, Plan},
    documents::{CostSource, SalesDocument, SalesKind, SalesOrder},
    entity::Mask,
    error::{Code, Error, Result},
    ids::{CustomerId, ProductId, SalesDocumentId, SalesLineId, SalesOrderLineId, WarehouseId},
    num::{Decimal, Money, Quantity, UnitPrice},
    policy::TaxPolicy,
    products::Product,
    query::Select,
    receivables::Allocate,
    stock::{Goods, check_lines, check_text, line_error, locks, numbered},
    storage::Reads,
    text::{Texts, composed_of, texts},
    time::Day,
};
use async_trait::async_trait;
use serde::Serialize;
use std::collections::BTreeMap;

/// Goods and services that a customer brings back.
#[derive(Debug, Clone, PartialEq, Serialize, serde::Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct NewReturn {
    /// The customer.
    pub customer_id: CustomerId,
    /// Where the goods are put.
    pub warehouse_id: WarehouseId,
    /// Document date.
    pub day: Day,
    /// The delivery that the linked lines come from.
    pub delivery_id: Option<SalesDocumentId>,
    /// The other side's number, or a note.
    pub reference: Option<String>,
    /// What the credit is set against; none: what is open of the delivery that it is linked to, as far as it reaches.
    pub allocate: Option<Allocate>,
    /// Whether the customer gets a credit; not if it gets a replacement: then stock moves, and nothing is owed less.
    #[serde(default = "crate::entity::yes")]
    pub is_credited: bool,
    /// Whether charges of the whole delivery, such as its freight, are given back: in proportion, or not at all; none: with the last of its goods.
    #[serde(default)]
    pub gives_charges: Option<bool>,
    /// Whether the goods are to be delivered again: what comes back of an order is open again.
    #[serde(default)]
    pub redelivers: bool,
    /// What comes back.
    pub lines: Vec<ReturnLine>,
}

/// A document taken back as a whole, as if it had not been.
#[derive(Debug, Clone, PartialEq, Serialize, serde::Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct Reversal {
    /// The document.
    pub document_id: SalesDocumentId,
    /// Document date of the reversal.
    pub day: Day,
    /// Why; the reversal shows it.
    pub reason: String,
}

/// A line that comes back.
#[derive(Debug, Clone, PartialEq, Serialize, serde::Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(tag = "kind", rename_all = "snake_case")]
pub enum ReturnLine {
    /// Part or all of a delivered line.
    Linked(LinkedReturn),
    /// Goods of which no delivery is known, or something that the customer bears, such as a restocking fee.
    Unlinked(Box<UnlinkedReturn>),
}

/// Part or all of a delivered line: at its price, tax and cost; the last unit takes what is left of them.
#[derive(Debug, Clone, PartialEq, Serialize, serde::Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct LinkedReturn {
    /// The line of the delivery.
    pub line_id: SalesLineId,
    /// How much: positive, or negative as the line is; of a component, how much of that.
    pub quantity: Quantity,
    /// The component of a kit that comes back by itself; none: the line as it was sold.
    #[serde(default)]
    pub component_id: Option<ProductId>,
    /// The lot or serial of the component, where it left in several.
    #[serde(default)]
    pub lot: Option<String>,
    /// The net that is given back for it, at most what is left of the line; none: its share, a component's by its share in the cost.
    #[serde(default)]
    pub net: Option<Money>,
    /// The same as a price per unit, with tax where the line's price includes it.
    #[serde(default)]
    pub unit_price: Option<UnitPrice>,
}

/// Goods of which no delivery is known: at the price given and, unless it is said, today's cost.
#[derive(Debug, Clone, PartialEq, Serialize, serde::Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct UnlinkedReturn {
    /// The product or service.
    pub product_id: ProductId,
    /// How much: positive for what comes back; a service may carry a negative quantity, for what the customer bears.
    pub quantity: Quantity,
    /// Price per unit.
    pub unit_price: UnitPrice,
    /// The lot or serial, where the product is tracked by it.
    pub lot: Option<String>,
    /// Unit of quantity and price; none: the product's base unit.
    #[serde(default)]
    pub unit: Option<String>,
    /// Tax code; none: as on a delivery.
    #[serde(default)]
    pub tax_code: Option<String>,
    /// Whether the price includes tax; none: as the company's prices do.
    #[serde(default)]
    pub includes_tax: Option<bool>,
    /// The day of the sale, whose tax rate applies; none: the day of the return.
    #[serde(default)]
    pub sold_on: Option<Day>,
    /// What it cost when it left, if that is known.
    #[serde(default)]
    pub cost: LineCost,
}

impl ReturnLine {
    /// Part or all of a delivered line, at its price.
    pub fn linked(line_id: SalesLineId, quantity: Quantity) -> Self {
        Self::Linked(LinkedReturn::new(line_id, quantity))
    }

    /// Goods of which no delivery is known, at a price.
    pub fn unlinked(product_id: ProductId, quantity: Quantity, unit_price: UnitPrice) -> Self {
        Self::Unlinked(Box::new(UnlinkedReturn::new(product_id, quantity, unit_price)))
    }

    /// The same goods at a cost of their own, and why: needs the right `cost.override`.
    pub fn unlinked_at(product_id: ProductId, quantity: Quantity, unit_price: UnitPrice, unit_cost: UnitPrice, reason: impl Into<String>) -> Self {
        let cost = LineCost::Override { unit_cost, reason: reason.into() };
        Self::Unlinked(Box::new(UnlinkedReturn { cost, ..UnlinkedReturn::new(product_id, quantity, unit_price) }))
    }
}

impl LinkedReturn {
    /// A quantity of a line, at its price.
    pub fn new(line_id: SalesLineId, quantity: Quantity) -> Self {
        Self { line_id, quantity, component_id: None, lot: None, net: None, unit_price: None }
    }
}

impl UnlinkedReturn {
    /// Goods at a price, at today's tax and cost.
    pub fn new(product_id: ProductId, quantity: Quantity, unit_price: UnitPrice) -> Self {
        let (lot, unit, tax_code, includes_tax, sold_on, cost) = (None, None, None, None, None, LineCost::ByMethod);
        Self { product_id, quantity, unit_price, lot, unit, tax_code, includes_tax, sold_on, cost }
    }

    /// As a line of a document; for nothing, if it is not credited.
    fn item(&self, is_credited: bool) -> Result<LineItem> {
        let Self { product_id, quantity, unit_price, lot, unit, tax_code, includes_tax, cost, .. } = self.clone();
        let unit_price = if is_credited { unit_price } else { UnitPrice::new(Decimal::ZERO, unit_price.currency())? };
        Ok(LineItem { lot, unit, tax_code, includes_tax, cost, ..LineItem::new(product_id, quantity, unit_price) })
    }
}

impl NewReturn {
    /// A return that is credited.
    pub fn new(customer_id: CustomerId, warehouse_id: WarehouseId, day: Day, lines: Vec<ReturnLine>) -> Self {
        Self {
            customer_id,
            warehouse_id,
            day,
            delivery_id: None,
            reference: None,
            allocate: None,
            is_credited: true,
            gives_charges: None,
            redelivers: false,
            lines,
        }
    }
}

impl SalesService<'_> {
    /// Posts a customer return. Goods come back at the price at which they were delivered, and what leaves nothing of a delivery takes its cash
    /// rounding along; goods of which no delivery is named, and goods at more
    /// than the customer paid for them in the end, because lines took something off that do not come back, need the right `credits.post`.
    ///
    /// # Errors
    /// As [`SalesService::deliver`], and `return.exceeds_delivery`, `document.reversed` of what undoes a return, `stock.cost_unknown`, `stock.serial_elsewhere`,
    /// `allocation.exceeded`. Whether customer and product are still active is not asked.
    pub async fn return_goods(&self, back: &NewReturn) -> Result<SalesPosted> {
        self.0.run(back).await
    }

    /// Takes a document back as a whole. Of a delivery, what is still out comes back at its price, tax and cost, and the order, if it had one, is
    /// open again, with what its prepayments had settled reserved for it. Of a return or credit note, goods go out again at the cost at which they
    /// came, and the customer owes what they were credited; what is left of their credit settles that. The reversal refers to the document; who looks
    /// for documents that reverse one finds it by `reverses_id`.
    ///
    /// # Errors
    /// As [`SalesService::return_goods`], and `document.reversed` if nothing of it is left, or it is a reversal itself; `stock.insufficient`.
    pub async fn reverse(&self, reversal: &Reversal) -> Result<SalesPosted> {
        self.0.run(reversal).await
    }
}

/// What a line of a return is, once the delivery is known.
enum Line {
    Taken(Box<Taken>),
    Unlinked(Box<(LineItem, Resolved, Option<Day>)>),
}

impl Texts for ReturnLine {
    fn is_composed(&self) -> bool {
        match self {
            Self::Linked(line) => line.is_composed(),
            Self::Unlinked(line) => line.is_composed(),
        }
    }
    fn compose(&mut self) {
        match self {
            Self::Linked(line) => line.compose(),
            Self::Unlinked(line) => line.compose(),
        }
    }
}

texts! {
    NewReturn: reference lines;
    LinkedReturn: lot;
    UnlinkedReturn: lot tax_code;
}

#[async_trait]
impl Act for NewReturn {
    type Answer = SalesPosted;
    const OPERATION: &'static str = "sales.return_goods";

    fn right(&self) -> Right {
        Right::SalesPost
    }

    fn composed(&self) -> Option<Self> {
        composed_of(self)
    }

    async fn plan(&self, context: &mut ActContext<'_>) -> Result<Plan<SalesPosted>> {
        context.check_day(self.day)?;
        check_lines(&self.lines)?;
        check_text("reference", self.reference.as_deref())?;
        let mut delivered = match self.delivery_id {
            Some(id) => Some(Delivered::read(context, id, self.day).await?),
            None => None,
        };
        if delivered.as_ref().is_some_and(|d| d.document.customer_id != self.customer_id || d.document.kind != SalesKind::Delivery) {
            return Err(Error::new(Code::ReferenceMissing, "this customer has no such delivery").with("field", "delivery_id"));
        }
        let goods = self.goods(delivered.as_ref())?.coming_back(self.day);
        let unlinked = self.unlinked().map(|line| line.item(self.is_credited)).collect::<Result<Vec<_>>>()?;
        let order_id = delivered.as_ref().and_then(|delivered| delivered.document.order_id).filter(|_| self.redelivers);
        let mut reads = Reads::new();
        let locked = locks(&goods.products);
        let goods_reads = GoodsReads::ask(&mut reads, context, goods, None)?;
        let head = HeadReads::ask(&mut reads, context, self.customer_id, self.day)?;
        let warehouse = WarehouseRead::ask(&mut reads, context, Some(self.warehouse_id))?;
        let back = delivered.as_ref().map(|delivered| BackReads::ask(&mut reads, context, delivered)).transpose()?;
        let spend = SpendReads::ask(&mut reads, context, self.allocate.as_ref(), self.customer_id, self.delivery_id)?;
        let in_units = unlinked.iter().any(|item| item.unit.is_some());
        let prices = in_units.then(|| PriceReads::ask(&mut reads, context, &unlinked, (self.customer_id, self.day))).transpose()?;
        let order = order_id.map(|id| LineReads::ask(&mut reads, context, id)).transpose()?;
        let locks = locked.and::<SalesDocument, _>(self.delivery_id).and::<SalesOrder, _>(order_id);
        let mut answers = context.read(&locks, reads).await?;
        let settle = spend.take(&mut answers)?;
        let warehouse = warehouse.check(&mut answers)?;
        let facts = head.take_of_anybody(context, &mut answers).await?;
        if let (Some(delivered), Some(back)) = (&mut delivered, &back) {
            delivered.less(back, &mut answers)?;
        }
        for (number, line) in numbered(&self.lines) {
            if let ReturnLine::Unlinked(line) = line {
                line.cost.check(context, &facts.access).map_err(|e| e.with("line", number))?;
            }
        }
        let prices = match prices {
            Some(prices) => Some(prices.take(context, &mut answers, &facts.access).await?),
            None => None,
        };
        let mut changes = context.changes();
        let reopened = self.reopened(delivered.as_ref())?;
        if let Some(order) = order
            && !order.reopen(&mut answers, reopened, &mut changes)?
        {
            return Err(Error::new(Code::DocumentClosed, "the order is closed, and nothing of it is delivered again").with("field", "redelivers"));
        }
        let (mut ledger, kits) = goods_reads.open(context, warehouse.as_ref(), &mut answers).await?;
        if let Some(prices) = &prices {
            ledger.count_in(prices.units())?;
        }
        let policy = delivered.as_ref().map_or_else(|| facts.company.tax_policy(), |d| d.policy(&facts.company));
        let sold = ledger.products().clone();
        let found = match &prices {
            Some(prices) => prices.resolve(&unlinked, |id, number| sold_product(&sold, id, number))?,
            None => unlinked.iter().map(|item| Resolved::given(item, item.unit_price.unwrap_or(UnitPrice::zero(policy.currency)))).collect(),
        };
        let unlinked = unlinked.into_iter().zip(found);
        let was_left = delivered.as_ref().is_some_and(Delivered::is_left);
        let sees_cost = facts.access.sees(Mask::Cost);
        let terms = BackTerms { policy: &policy, sold: &sold, gives_charges: self.gives_charges, sees_cost };
        let lines = self.lines(delivered.as_mut(), unlinked, &terms)?;
        let is_last = self.is_credited && was_left && delivered.as_ref().is_some_and(|delivered| !delivered.is_left());
        let payable_rounding = delivered.as_ref().map(|delivered| delivered.rounding(is_last)).unwrap_or_default();
        let back: Vec<Money> = lines.iter().filter_map(Line::given_back).collect();
        let is_above_paid = delivered.as_ref().map(|delivered| delivered.is_above_paid(&back, &policy)).transpose()?;
        let gives_more = self.unlinked().any(|line| line.quantity.is_positive()) || lines.iter().any(Line::gives_more);
        check_favour(&facts.access, (is_above_paid == Some(true) && !is_last) || gives_more)?;
        let drafts = lines.iter().map(|line| draft(line, &sold, order_id.is_some(), delivered.as_ref(), &policy)).collect::<Result<Vec<_>>>()?;
        let posting = Posting {
            reference: self.reference.as_ref(),
            order_id,
            payable_rounding,
            kits: &kits,
            ..Posting::back(SalesKind::Return, Some(self.warehouse_id), self.day, &facts, policy)
        };
        let plan = decide(&posting, drafts, ledger, settle, &Judge::Not, changes)?;
        if plan.answer.gross.is_positive() {
            return Err(Error::field("lines", "take more from the customer than comes back"));
        }
        Ok(plan)
    }
}

impl Line {
    /// Whether a linked line gives back more than the share of its goods.
    fn gives_more(&self) -> bool {
        matches!(self, Self::Taken(taken) if taken.is_more)
    }

    /// What a linked line gives back.
    fn given_back(&self) -> Option<Money> {
        match self {
            Self::Taken(taken) => Some(taken.revenue),
            Self::Unlinked(_) => None,
        }
    }
}

fn draft<'a>(
    line: &'a Line,
    sold: &'a BTreeMap<ProductId, Product>,
    reopens: bool,
    delivered: Option<&Delivered>,
    policy: &TaxPolicy,
) -> Result<Draft<'a>> {
    let product = |id: ProductId| sold.get(&id).ok_or_else(|| Error::field("product_id", "is not there"));
    match line {
        Line::Taken(taken) => {
            let order_line_id = delivered.filter(|_| reopens).and_then(|d| d.lines.get(&taken.id)?.original.order_line_id);
            let links = Links { returned_line_id: Some(taken.id), order_line_id, ..Links::default() };
            let flow = if taken.quantity.is_zero() { Flow::Stay } else { Flow::ComeBack(taken.cost) };
            Ok(taken.draft(product(taken.line.product_id)?, flow, links))
        }
        Line::Unlinked(unlinked) => {
            let (item, found, sold_on) = unlinked.as_ref();
            let product = product(item.product_id)?;
            let flow = match item.cost.unit_cost() {
                Some(cost) => Flow::ComeBack(cost.times(found.quantity, policy.step, policy.rounding)?),
                None => Flow::ReturnAtCurrentCost,
            };
            let of = Item { taxed_on: *sold_on, ..Item::new(product, Wanted::New(item, found)) };
            Ok(Draft { lot: item.lot.clone(), cost: item.cost.clone(), ..Draft::new(of, flow, Links::default()) })
        }
    }
}

impl<'a> Posting<'a> {
    /// A document in the customer's favour.
    pub(super) fn back(kind: SalesKind, warehouse_id: Option<WarehouseId>, day: Day, facts: &'a HeadFacts, policy: TaxPolicy) -> Self {
        Self {
            kind,
            terms: DocumentTerms { facts, day, policy },
            reference: None,
            warehouse_id,
            due_day: None,
            instalments: &[],
            order_id: None,
            reverses_id: None,
            reason: None,
            payable_rounding: PayableRounding::None,
            allowance_charges: &[],
            kits: &[],
        }
    }
}

impl NewReturn {
    fn unlinked(&self) -> impl Iterator<Item = &UnlinkedReturn> {
        self.lines.iter().filter_map(|line| match line {
            ReturnLine::Unlinked(line) => Some(line.as_ref()),
            ReturnLine::Linked(_) => None,
        })
    }

    fn goods(&self, delivered: Option<&Delivered>) -> Result<Goods> {
        let mut goods = Goods::default();
        if let (Some(delivered), None) = (delivered, self.gives_charges) {
            // With the last goods, charges come back for all lines.
            goods.products.extend(delivered.charged());
        }
        for (number, line) in numbered(&self.lines) {
            let (product_id, lot) = match (line, delivered) {
                (ReturnLine::Unlinked(line), _) => (line.product_id, &line.lot),
                (ReturnLine::Linked(line), Some(delivered)) => {
                    let line = delivered.line(line.line_id, number)?;
                    goods.products.extend(line.components());
                    goods.lots.extend(line.component_lots());
                    goods.has_units = goods.has_units || line.has_part_units();
                    (line.original.product_id, &line.original.lot)
                }
                (ReturnLine::Linked(_), None) => return Err(no_delivery(number)),
            };
            goods.products.insert(product_id);
            goods.lots.extend(lot.clone());
        }
        Ok(goods)
    }

    /// What of an order's lines is open again.
    fn reopened(&self, delivered: Option<&Delivered>) -> Result<Vec<(SalesOrderLineId, Quantity)>> {
        let mut reopened = Vec::new();
        for (number, line) in numbered(&self.lines).filter(|_| self.redelivers) {
            let ordered = match (line, delivered) {
                (ReturnLine::Linked(line), Some(delivered)) if line.component_id.is_none() => {
                    delivered.line(line.line_id, number)?.original.order_line_id.map(|id| (id, line.quantity))
                }
                _ => None,
            };
            reopened.push(ordered.ok_or_else(|| line_error(number, "redelivers", "is asked of what no order is delivered with"))?);
        }
        Ok(reopened)
    }

    fn lines(
        &self,
        mut delivered: Option<&mut Delivered>,
        mut unlinked: impl Iterator<Item = (LineItem, Resolved)>,
        terms: &BackTerms<'_>,
    ) -> Result<Vec<Line>> {
        let (policy, zero) = (terms.policy, Money::zero(terms.policy.currency));
        let mut lines = Vec::with_capacity(self.lines.len());
        for (number, line) in numbered(&self.lines) {
            match (line, delivered.as_deref_mut()) {
                (ReturnLine::Linked(back), Some(delivered)) => {
                    lines.extend(delivered.return_goods(back, number, terms)?.into_iter().map(|taken| Line::Taken(Box::new(taken))));
                }
                (ReturnLine::Linked(_), None) => return Err(no_delivery(number)),
                (ReturnLine::Unlinked(back), _) => {
                    let (item, found) = unlinked.next().ok_or_else(|| Error::corrupt("a line without a price"))?;
                    if back.unit_price.amount() < Decimal::ZERO {
                        return Err(line_error(number, "unit_price", "is negative"));
                    }
                    if matches!(back.cost, LineCost::Direct { .. }) {
                        return Err(line_error(number, "cost", "is that of goods that never touch stock, which these do"));
                    }
                    lines.push(Line::Unlinked(Box::new((item, found, back.sold_on))));
                }
            }
        }
        if let (Some(delivered), None, true) = (delivered, self.gives_charges, self.is_credited) {
            give_charges(delivered, &mut lines, policy)?;
        }
        for line in lines.iter_mut().filter(|_| !self.is_credited) {
            if let Line::Taken(taken) = line {
                (taken.revenue, taken.tax, taken.charge, taken.withheld) = (zero, zero, zero, zero);
            }
        }
        Ok(lines)
    }
}

/// Gives the charges of a delivery back of which nothing is out any more: with the lines that come back last, and for those that came back before.
fn give_charges(delivered: &mut Delivered, lines: &mut Vec<Line>, policy: &TaxPolicy) -> Result<()> {
    for charge in delivered.take_charges(policy)? {
        let last = lines.iter_mut().find_map(|line| match line {
            Line::Taken(taken) if taken.id == charge.id && taken.line.tax_code == charge.line.tax_code => Some(taken),
            _ => None,
        });
        match last {
            Some(taken) => {
                (taken.revenue, taken.tax) = (taken.revenue.plus(charge.revenue)?, taken.tax.plus(charge.tax)?);
                taken.charge = taken.charge.plus(charge.charge)?;
            }
            None => lines.push(Line::Taken(Box::new(charge))),
        }
    }
    Ok(())
}

/// A document takes another one back as a whole; what it undid is on that one again.
pub(super) fn reversed(document: &SalesDocument) -> Error {
    let message = "nothing of the document is left, or it is a reversal itself";
    Error::new(Code::DocumentReversed, message).with("number", &document.number)
}

fn no_delivery(number: i64) -> Error {
    Error::new(Code::ReferenceMissing, "a linked line needs its delivery").with("field", "delivery_id").with("line", number)
}

#[async_trait]
impl Act for Reversal {
    type Answer = SalesPosted;
    const OPERATION: &'static str = "sales.reverse";

    fn right(&self) -> Right {
        Right::CreditsPost
    }

    async fn plan(&self, context: &mut ActContext<'_>) -> Result<Plan<SalesPosted>> {
        context.check_day(self.day)?;
        check_text("reason", Some(&self.reason))?;
        let mut delivered = Delivered::read(context, self.document_id, self.day).await?;
        if delivered.document.kind != SalesKind::Delivery {
            return self.undo(context, &delivered).await;
        }
        let goods = delivered.goods().coming_back(self.day);
        let order_id = delivered.document.order_id;
        let mut reads = Reads::new();
        let locked = locks(&goods.products);
        let goods_reads = GoodsReads::ask(&mut reads, context, goods, None)?;
        let head = HeadReads::ask(&mut reads, context, delivered.document.customer_id, self.day)?;
        let back = BackReads::ask(&mut reads, context, &delivered)?;
        let (customer_id, zero) = (delivered.document.customer_id, Money::zero(delivered.document.currency));
        let spend = SpendReads::ask(&mut reads, context, None, customer_id, Some(self.document_id).filter(|_| order_id.is_none()))?;
        let reserve = order_id.map(|id| ReserveReads::ask(&mut reads, context, self.document_id, id, zero)).transpose()?;
        let order = order_id.map(|id| LineReads::ask(&mut reads, context, id)).transpose()?;
        let locks = locked.and::<SalesDocument, _>([self.document_id]).and::<SalesOrder, _>(order_id);
        let mut answers = context.read(&locks, reads).await?;
        let (facts, mut settle) = (head.take_of_anybody(context, &mut answers).await?, spend.take(&mut answers)?);
        delivered.less(&back, &mut answers)?;
        let rest = delivered.rest(&delivered.policy(context.company()?))?;
        if rest.is_empty() {
            return Err(reversed(&delivered.document));
        }
        let mut changes = context.changes();
        if let Some(order) = order {
            let again = rest.iter().filter_map(|taken| Some((delivered.lines.get(&taken.id)?.original.order_line_id?, taken.quantity)));
            let is_open = order.reopen(&mut answers, again.collect(), &mut changes)?;
            settle = reserve.map_or(Ok(settle), |reserve| reserve.take(&mut answers, is_open))?;
        }
        let (ledger, kits) = goods_reads.open(context, None, &mut answers).await?;
        let sold = ledger.products().clone();
        let drafts = rest.iter().map(|taken| {
            let product = sold.get(&taken.line.product_id).ok_or_else(|| Error::field("product_id", "is not there"))?;
            let original = delivered.lines.get(&taken.id).map(|out| &out.original);
            let flow = match original.map(|line| line.cost_source) {
                _ if taken.quantity.is_zero() || taken.kit.as_ref().is_some_and(Vec::is_empty) => Flow::Stay,
                Some(CostSource::Direct) => Flow::NonStock(taken.cost),
                _ => Flow::ComeBack(taken.cost),
            };
            let order_line_id = original.and_then(|line| line.order_line_id);
            Ok(taken.draft(product, flow, Links { returned_line_id: Some(taken.id), order_line_id, ..Links::default() }))
        });
        let drafts = drafts.collect::<Result<Vec<_>>>()?;
        let document = &delivered.document;
        let posting = Posting {
            reference: Some(&document.number),
            order_id,
            reverses_id: Some(document.id),
            reason: Some(self.reason.clone()),
            payable_rounding: delivered.rounding(delivered.is_left()),
            kits: &kits,
            ..Posting::back(SalesKind::Return, document.warehouse_id, self.day, &facts, delivered.policy(&facts.company))
        };
        decide(&posting, drafts, ledger, settle, &Judge::Not, changes)
    }
}

impl Reversal {
    /// Undoes a return or a credit note: the same lines the other way.
    async fn undo(&self, context: &mut ActContext<'_>, credited: &Delivered) -> Result<Plan<SalesPosted>> {
        let document = &credited.document;
        let goods = credited.goods().leaving(self.day);
        let mut reads = Reads::new();
        let locks = locks(&goods.products).and::<SalesDocument, _>([self.document_id]);
        let goods_reads = GoodsReads::ask(&mut reads, context, goods, document.warehouse_id.map(|id| (id, None)))?;
        let head = HeadReads::ask(&mut reads, context, document.customer_id, self.day)?;
        let credit = CreditReads::ask(&mut reads, context, self.document_id, Money::zero(document.currency))?;
        let of_this = SalesDocument::reverses_id().eq(Some(self.document_id));
        let undone = reads.select(Select::<SalesDocument>::new(&context.full_permit()).filter(&of_this)?);
        let warehouse = WarehouseRead::ask(&mut reads, context, document.warehouse_id)?;
        let mut answers = context.read(&locks, reads).await?;
        if answers.first(&undone)?.is_some() {
            return Err(reversed(document));
        }
        let (facts, settle) = (head.take_of_anybody(context, &mut answers).await?, credit.take(&mut answers)?);
        let warehouse = warehouse.check(&mut answers)?;
        let (ledger, kits) = goods_reads.open(context, warehouse.as_ref(), &mut answers).await?;
        let sold = ledger.products().clone();
        let lines: Vec<(Taken, Flow, Links)> = credited.turned()?;
        let drafts = lines.iter().map(|(taken, flow, links)| {
            let product = super::delivery::sold_product(&sold, taken.line.product_id, taken.line.line)?;
            Ok(taken.draft(product, *flow, *links))
        });
        let drafts = drafts.collect::<Result<Vec<_>>>()?;
        let posting = Posting {
            reference: Some(&document.number),
            due_day: Some(self.day),
            reverses_id: Some(document.id),
            reason: Some(self.reason.clone()),
            payable_rounding: PayableRounding::By(document.payable_rounding.negated()),
            kits: &kits,
            ..Posting::back(SalesKind::Delivery, document.warehouse_id, self.day, &facts, credited.policy(&facts.company))
        };
        decide(&posting, drafts, ledger, settle, &Judge::Not, context.changes())
    }
}
