//! Posting a customer return.
//!
//! Invariant: no more is returned of a delivered line than is still out, in quantity, amount or cost; the last part takes what is left of each.

use super::{
    delivered::{BackReads, Delivered},
    line::{ReturnLine, UnlinkedReturn},
    taken::{BackTerms, Taken},
};
use crate::{
    access::Right,
    act::{Act, ActContext, Plan},
    documents::{SalesDocument, SalesKind, SalesOrder},
    entity::Mask,
    error::{Code, Error, Result},
    ids::{CustomerId, ProductId, SalesDocumentId, SalesOrderLineId, WarehouseId},
    num::{Decimal, Money, Quantity, UnitPrice},
    policy::TaxPolicy,
    products::Product,
    receivables::Allocate,
    sales::{
        LineCost,
        decide::{Checks, SalesPosted, decide},
        goods::{GoodsReads, WarehouseRead, sold_product},
        head::HeadReads,
        item::LineItem,
        lines::{Item, Wanted},
        order::read::LineReads,
        posting::{Draft, Flow, Links, Posting},
        prices::{PriceReads, Resolved, check_favour},
        settle::SpendReads,
    },
    stock::{Goods, check_lines, check_text, line_error, locks, numbered},
    storage::Reads,
    text::{composed_of, texts},
    time::Day,
};
use async_trait::async_trait;
use serde::Serialize;
use std::collections::BTreeMap;

/// Posts a return of goods and services by a customer.
#[derive(Debug, Clone, PartialEq, Serialize, serde::Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct NewReturn {
    /// The customer.
    pub customer_id: CustomerId,
    /// The warehouse that receives the goods.
    pub warehouse_id: WarehouseId,
    /// Document date.
    pub day: Day,
    /// The delivery of the linked lines.
    pub delivery_id: Option<SalesDocumentId>,
    /// The customer's reference, or a note.
    pub reference: Option<String>,
    /// What to allocate the credit to; none: what is open on the linked delivery, as far as the credit reaches.
    pub allocate: Option<Allocate>,
    /// Whether the customer gets a credit; not if it gets a replacement: stock moves, but the debt is unchanged.
    #[serde(default = "crate::entity::yes")]
    pub is_credited: bool,
    /// Whether document-level charges of the delivery, such as freight, are credited: in proportion, or not at all; none: with the last of its goods.
    #[serde(default)]
    pub gives_charges: Option<bool>,
    /// Whether the goods are to be delivered again: the returned quantities are open again on their order.
    #[serde(default)]
    pub redelivers: bool,
    /// The returned lines.
    pub lines: Vec<ReturnLine>,
}

impl NewReturn {
    /// A return with a credit.
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

/// A line of a return, once the delivery is known.
pub(super) enum Line {
    Taken(Box<Taken>),
    Unlinked(Box<(LineItem, Resolved, Option<Day>)>),
}

texts! {
    NewReturn: reference lines;
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
            return Err(Error::new(Code::DocumentClosed, "the order is closed, so nothing of it can be delivered again").with("field", "redelivers"));
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
        let plan = decide(&posting, drafts, ledger, settle, &Checks::default(), changes)?;
        if plan.answer.gross.is_positive() {
            return Err(Error::field("lines", "charge the customer more than they credit"));
        }
        Ok(plan)
    }
}

impl Line {
    /// Whether a linked line credits more than the share of its goods.
    fn gives_more(&self) -> bool {
        matches!(self, Self::Taken(taken) if taken.is_more)
    }

    /// The net amount that a linked line credits.
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
    let product = |id: ProductId| sold.get(&id).ok_or_else(|| Error::field("product_id", "does not exist"));
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
            // With the last goods, charges are credited for all lines.
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

    /// The quantities of order lines that are open again.
    fn reopened(&self, delivered: Option<&Delivered>) -> Result<Vec<(SalesOrderLineId, Quantity)>> {
        let mut reopened = Vec::new();
        for (number, line) in numbered(&self.lines).filter(|_| self.redelivers) {
            let ordered = match (line, delivered) {
                (ReturnLine::Linked(line), Some(delivered)) if line.component_id.is_none() => {
                    delivered.line(line.line_id, number)?.original.order_line_id.map(|id| (id, line.quantity))
                }
                _ => None,
            };
            reopened.push(ordered.ok_or_else(|| line_error(number, "redelivers", "is only possible for goods that were delivered for an order"))?);
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
                    let (item, found) = unlinked.next().ok_or_else(|| Error::corrupt("a line has no price"))?;
                    if back.unit_price.amount() < Decimal::ZERO {
                        return Err(line_error(number, "unit_price", "is negative"));
                    }
                    if matches!(back.cost, LineCost::Direct { .. }) {
                        return Err(line_error(number, "cost", "is a direct cost, but these goods return to stock"));
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

/// Credits the charges of a delivery with nothing still out: with the lines returned last, and for those returned before.
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

fn no_delivery(number: i64) -> Error {
    Error::new(Code::ReferenceMissing, "a linked line requires its delivery").with("field", "delivery_id").with("line", number)
}
