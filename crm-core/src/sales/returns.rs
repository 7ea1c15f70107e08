//! Goods back from a customer, and documents taken back as a whole.
//!
//! Invariant: of a delivered line never more comes back than is still out, neither in quantity nor in amount nor in cost; the last part takes
//! what is left of each.

use super::{
    CostSource, NewDelivery, PayableRounding, PricedLine, SalesDocument, SalesKind, SalesLine, SalesPosted, SalesService,
    delivery::{Judge, WarehouseRead, decide},
    head::{Cover, HeadFacts, HeadReads},
    lines::{Item, LineItem, Wanted, check_part, exceeds, share},
    plan::{Draft, Flow, KitPart, Links, Posting},
    prices::{Resolved, check_favour, paid_of},
    settle::{CreditReads, SpendReads},
    shelf::ShelfReads,
};
use crate::{
    access::Right,
    company::Company,
    entity::{Record, Stored, Value},
    error::{Code, Error, Result},
    ids::{CustomerId, ProductId, SalesDocumentId, SalesLineId, TypedId, WarehouseId},
    num::{Decimal, Money, Quantity, UnitPrice},
    products::Product,
    query::{Filter, Report, Select},
    receivables::Allocate,
    session::{Act, Desk, Plan},
    stock::{CostCorrection, Goods, check_lines, check_text, line_error, locks, numbered, to_json},
    storage::{LockKeys, Reads},
    tax::TaxPolicy,
    time::Day,
};
use async_trait::async_trait;
use serde::Serialize;
use serde_json::Value as Json;
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
    /// Whether the customer gets a credit; not if he gets a replacement: then stock moves, and nothing is owed less.
    #[serde(default = "crate::entity::yes")]
    pub is_credited: bool,
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
    /// Part or all of a delivered line: at its price, tax and cost; the last unit takes what is left of them.
    Linked {
        /// The line of the delivery.
        line_id: SalesLineId,
        /// How much, positive.
        quantity: Quantity,
    },
    /// Goods of which no delivery is known: at the price given and today's cost.
    Unlinked {
        /// The product or service.
        product_id: ProductId,
        /// How much, positive.
        quantity: Quantity,
        /// Price per unit.
        unit_price: UnitPrice,
        /// The lot or serial, where the product is tracked by it.
        lot: Option<String>,
    },
}

impl NewReturn {
    /// A return that is credited.
    pub fn new(customer_id: CustomerId, warehouse_id: WarehouseId, day: Day, lines: Vec<ReturnLine>) -> Self {
        Self { customer_id, warehouse_id, day, delivery_id: None, reference: None, allocate: None, is_credited: true, lines }
    }
}

impl SalesService<'_> {
    /// Posts a customer return. Goods come back at the price at which they were delivered; goods of which no delivery is named, and goods at more
    /// than the customer paid for them in the end, because lines took something off that do not come back, need the right `credits.post`.
    ///
    /// # Errors
    /// As [`SalesService::deliver`], and `return.exceeds_delivery`, `document.reversed` of what undoes a return, `stock.cost_unknown`, `stock.serial_elsewhere`,
    /// `allocation.exceeded`. Whether customer and product are still active is not asked.
    pub async fn take_back(&self, back: &NewReturn) -> Result<SalesPosted> {
        self.0.run(back).await
    }

    /// Takes a document back as a whole. Of a delivery, what is still out comes back at its price, tax and cost, and the order, if it had one, is
    /// open again. Of a return or credit note, goods go out again at the cost at which they came, and the customer owes what he was credited;
    /// what is left of his credit settles that. The reversal refers to the document; who looks for documents that reverse one finds it by
    /// `reverses_id`.
    ///
    /// # Errors
    /// As [`SalesService::take_back`], and `document.reversed` if nothing of it is left, or it is a reversal itself; `stock.insufficient`.
    pub async fn reverse(&self, reversal: &Reversal) -> Result<SalesPosted> {
        self.0.run(reversal).await
    }

    /// A document as the start of a new delivery: its lines at their prices, which the caller changes as he likes.
    ///
    /// # Errors
    /// `access.denied`, `record.not_found`, `storage.*`.
    pub async fn copy(&self, document_id: SalesDocumentId, day: Day) -> Result<NewDelivery> {
        let build = |permit: &crate::access::Permit, reads: &mut Reads| {
            let of_document = SalesLine::document_id().eq(document_id);
            let document = reads.select(Select::<SalesDocument>::new(permit).keys([Value::Id(document_id.uuid())])?);
            let lines = reads.select(Select::<SalesLine>::new(permit).filter(&of_document)?.sort(&["line"])?.everything());
            Ok((document, lines))
        };
        let ((document, lines), mut answers) = self.0.read(Right::SalesRead, build).await?;
        let missing = || Error::new(Code::NotFound, "there is no such document").with("id", document_id);
        let document = answers.first(&document)?.ok_or_else(missing)?;
        let no_warehouse = || Error::field("document_id", "is a document without goods");
        let lines = answers.all(&lines)?.iter().map(|line| copied(&line.priced())).collect();
        Ok(NewDelivery::new(document.customer_id, document.warehouse_id.ok_or_else(no_warehouse)?, day, lines))
    }
}

/// A line as the start of a new one, at its price, whichever way its goods went.
pub(crate) fn copied(line: &PricedLine) -> LineItem {
    let quantity = if line.quantity.is_negative() { line.quantity.negated() } else { line.quantity };
    let tax_code = Some(line.tax_code.clone()).filter(|code| !code.is_empty());
    let PricedLine { price_quantity, discount_percent, product_name, .. } = line.clone();
    let includes_tax = Some(line.includes_tax);
    LineItem {
        price_quantity,
        includes_tax,
        discount_percent,
        text: Some(product_name),
        tax_code,
        ..LineItem::new(line.product_id, quantity, line.unit_price)
    }
}

/// A document of which something comes back: its lines, and what of them is still out.
pub(super) struct Delivered {
    pub(super) document: Stored<SalesDocument>,
    lines: BTreeMap<SalesLineId, OutLine>,
}

/// A delivered line, less what came back and what was credited.
pub(super) struct OutLine {
    pub(super) original: SalesLine,
    quantity: Quantity,
    revenue: Money,
    tax: Money,
    cost: Money,
    /// Of a kit: its components, as they left and as they are still out.
    parts: Vec<(KitPart, KitPart)>,
}

/// The questions about what came back of a document already.
pub(super) struct BackReads {
    returned: crate::storage::Ask<Record>,
    credited: crate::storage::Ask<Record>,
    corrected: crate::storage::Ask<Record>,
    /// Lines of kits that came back, if there are kits.
    kits: Option<crate::storage::Ask<Stored<SalesLine>>>,
}

impl BackReads {
    pub(super) fn ask(reads: &mut Reads, desk: &Desk<'_>, delivered: &Delivered) -> Result<Self> {
        let (permit, document_id) = (desk.full_permit(), delivered.document.id);
        let of_document = SalesLine::document_id().eq(document_id);
        let mut report = |relation: &str, by: &str| {
            let filter = Filter::exists(relation, of_document.clone());
            let report = Report::<SalesLine>::new(&permit).filter(&filter)?.by(by)?;
            Ok::<_, Error>(reads.report(&report.sum("quantity")?.sum("revenue")?.sum("tax")?.sum("cost")?))
        };
        let (returned, credited) = (report("returned_line", "returned_line_id")?, report("credited_line", "credited_line_id")?);
        // Asked together with the lock of the pools, so that no receipt adds to it meanwhile.
        let of_lines = Filter::exists("delivered_line", of_document.clone());
        let corrected = Report::<CostCorrection>::new(&permit).filter(&of_lines)?.by("delivered_line_id")?.by("product_id")?.sum("amount")?;
        let corrected = reads.report(&corrected);
        let kits = if delivered.lines.values().any(|line| !line.parts.is_empty()) {
            let of_kits = Filter::exists("returned_line", of_document).and(SalesLine::components().is_empty().negate());
            Some(reads.select(Select::<SalesLine>::new(&permit).filter(&of_kits)?.everything()))
        } else {
            None
        };
        Ok(Self { returned, credited, corrected, kits })
    }
}

impl Delivered {
    /// Reads a document and its lines; they never change, so no lock is needed.
    pub(super) async fn read(desk: &mut Desk<'_>, document_id: SalesDocumentId, day: Day) -> Result<Self> {
        let permit = desk.full_permit();
        let mut reads = Reads::new();
        let document = reads.select(Select::<SalesDocument>::new(&permit).keys([Value::Id(document_id.uuid())])?);
        let lines = reads.select(Select::<SalesLine>::new(&permit).filter(&SalesLine::document_id().eq(document_id))?.everything());
        let mut answers = desk.read(&LockKeys::none(), reads).await?;
        let missing = || Error::new(Code::ReferenceMissing, "there is no such document").with("field", "document_id");
        let document = answers.first(&document)?.ok_or_else(missing)?;
        if document.reverses_id.is_some() {
            return Err(reversed(&document));
        }
        if day < document.day {
            return Err(Error::field("day", "is before the document that it takes back"));
        }
        let lines = answers.all(&lines)?.into_iter().map(|l| Ok((l.id, OutLine::of(l.data)?))).collect::<Result<_>>()?;
        Ok(Self { document, lines })
    }

    /// Takes off what came back and what was credited, and adds what it cost more or less since, as read under the locks.
    pub(super) fn less(&mut self, asks: &BackReads, answers: &mut crate::storage::Answers) -> Result<()> {
        for row in answers.rows(&asks.returned) {
            self.subtract(row, true)?;
        }
        for row in answers.rows(&asks.credited) {
            self.subtract(row, false)?;
        }
        for row in answers.rows(&asks.corrected) {
            if let [Value::Id(id), Value::Id(product_id), _, Value::Decimal(amount)] = row.as_slice()
                && let Some(line) = self.lines.get_mut(&SalesLineId(*id))
            {
                let amount = Money::total(*amount, line.cost.currency())?;
                line.cost = line.cost.plus(amount)?;
                line.add_to_part(ProductId(*product_id), None, (Quantity::ZERO, amount))?;
            }
        }
        for back in asks.kits.as_ref().map(|kits| answers.all(kits)).transpose()?.into_iter().flatten() {
            let Some(line) = back.returned_line_id.and_then(|id| self.lines.get_mut(&id)) else { continue };
            for part in back.components.iter().flatten() {
                // What undoes a return is out again.
                let is_out = back.quantity.is_positive();
                let (quantity, cost) = if is_out { (part.quantity, part.cost) } else { (part.quantity.negated(), part.cost.negated()) };
                line.add_to_part(part.product_id, part.lot.as_deref(), (quantity, cost))?;
            }
        }
        Ok(())
    }

    /// A row of line id, count, and (negative) sums.
    fn subtract(&mut self, row: Record, with_goods: bool) -> Result<()> {
        let mut row = row.into_iter();
        let mut next = || row.next().unwrap_or(Value::Null);
        let id = SalesLineId::from_uuid(next().into_id()?);
        let _count = next();
        let quantity = Quantity::total(next().into_decimal()?)?;
        let Some(line) = self.lines.get_mut(&id) else { return Ok(()) };
        let currency = line.revenue.currency();
        let mut money = || Money::total(next().into_decimal()?, currency);
        let (revenue, tax, cost) = (money()?, money()?, money()?);
        (line.revenue, line.tax) = (line.revenue.plus(revenue)?, line.tax.plus(tax)?);
        if with_goods {
            (line.quantity, line.cost) = (line.quantity.plus(quantity)?, line.cost.plus(cost)?);
        }
        Ok(())
    }

    /// The policy of the document.
    pub(super) fn policy(&self, company: &Company) -> TaxPolicy {
        self.document.tax_policy(company.money_step)
    }

    pub(super) fn line(&self, id: SalesLineId, number: i64) -> Result<&OutLine> {
        let missing = || Error::new(Code::ReferenceMissing, "the delivery has no such line").with("field", "line_id").with("line", number);
        self.lines.get(&id).ok_or_else(missing)
    }

    /// The products and lots of its lines.
    pub(super) fn goods(&self) -> Goods {
        let mut goods: Goods = self.lines.values().map(|line| (line.original.product_id, line.original.lot.as_deref())).collect();
        for line in self.lines.values() {
            goods.products.extend(line.components());
            goods.lots.extend(line.component_lots());
        }
        goods.has_units = self.lines.values().any(OutLine::has_part_units);
        goods
    }

    /// Takes a quantity back pro rata; the last unit takes what is left.
    fn take_back(&mut self, id: SalesLineId, quantity: Quantity, number: i64, policy: &TaxPolicy) -> Result<Taken> {
        let out = self.line(id, number)?;
        if quantity > out.quantity {
            return Err(exceeds(Code::ReturnExceedsDelivery, number, quantity, out.quantity));
        }
        check_part(number, quantity)?;
        let part = |amount: Money| if quantity == out.quantity { Ok(amount) } else { share(amount, quantity, out.quantity, policy) };
        let kit = out.kit(quantity, policy)?;
        let of_kit = kit.as_ref().map(|parts| parts.iter().try_fold(Money::zero(out.cost.currency()), |sum, part| sum.plus(part.cost)));
        let taken = Taken {
            id,
            lot: out.original.lot.clone(),
            kit,
            line: out.original.priced(),
            quantity,
            revenue: part(out.revenue)?,
            tax: part(out.tax)?,
            cost: of_kit.unwrap_or_else(|| part(out.cost))?,
        };
        if let Some(out) = self.lines.get_mut(&id) {
            out.quantity = out.quantity.minus(quantity)?;
            (out.revenue, out.tax, out.cost) = (out.revenue.minus(taken.revenue)?, out.tax.minus(taken.tax)?, out.cost.minus(taken.cost)?);
        }
        Ok(taken)
    }

    /// Takes an amount off what a line brought, with its share of tax; the goods stay.
    pub(super) fn credit(&mut self, id: SalesLineId, net: Money, number: i64, policy: &TaxPolicy) -> Result<Taken> {
        let out = self.line(id, number)?;
        if !net.is_positive() {
            return Err(line_error(number, "net", "is not positive"));
        }
        if out.revenue.minus(net)?.is_negative() {
            return Err(Error::new(Code::LineExceeded, format!("less than {net} of the line is left to credit"))
                .with("line", number)
                .guarded(Right::SalesRead, "available", out.revenue.amount())
                .with("requested", net.amount()));
        }
        let exact = out.tax.amount().checked_mul(net.amount()).and_then(|v| v.checked_div(out.revenue.amount())).ok_or_else(crate::num::overflow)?;
        let tax = if net == out.revenue { out.tax } else { Money::rounded(exact, policy.currency, policy.step, policy.rounding)? };
        let one = Quantity::from(1);
        let lot = out.original.lot.clone();
        let unit_price = UnitPrice::new(net.amount(), net.currency())?;
        let line = PricedLine { unit_price, price_quantity: one, includes_tax: false, discount_percent: None, ..out.original.priced() };
        if let Some(out) = self.lines.get_mut(&id) {
            (out.revenue, out.tax) = (out.revenue.minus(net)?, out.tax.minus(tax)?);
        }
        Ok(Taken { id, lot, kit: None, line, quantity: one, revenue: net, tax, cost: Money::zero(policy.currency) })
    }

    /// Whether lines give back more than the customer paid for them in the end: less than they brought, where other lines of the delivery took
    /// something off and do not come back with them.
    fn is_above_paid(&self, lines: &[Line], policy: &TaxPolicy) -> Result<bool> {
        let above = |of: &mut dyn Iterator<Item = Money>| Money::sum(of.filter(|amount| amount.is_positive()), policy.currency);
        let brought = above(&mut self.lines.values().map(|line| line.original.revenue))?;
        let SalesDocument { net, gross, payable, .. } = self.document.data;
        let paid = paid_of(net, gross, payable, policy)?;
        let taken = || lines.iter().filter_map(|line| if let Line::Taken(taken) = line { Some(taken.revenue) } else { None });
        let back = above(&mut taken())?.amount();
        let Some(most) = paid.amount().checked_div(brought.amount()).map(|part| part.min(Decimal::ONE).checked_mul(back)) else { return Ok(false) };
        // Shares of lines are rounded.
        let most = most.and_then(|most| most.checked_add(policy.step.decimal())).ok_or_else(crate::num::overflow)?;
        Ok(Money::sum(taken(), policy.currency)?.amount() > most)
    }

    /// Everything that is still out, line by line.
    fn rest(&self) -> Vec<Taken> {
        let mut rest: Vec<_> = self.lines.iter().collect();
        rest.sort_by_key(|(_, out)| out.original.line);
        let left = rest.into_iter().filter(|(_, out)| !out.quantity.is_zero() || !out.revenue.is_zero() || !out.tax.is_zero());
        let taken = |(id, out): (&SalesLineId, &OutLine)| {
            let (quantity, revenue, tax, cost) = (out.quantity, out.revenue, out.tax, out.cost);
            Taken { id: *id, lot: out.original.lot.clone(), kit: out.still_out(), line: out.original.priced(), quantity, revenue, tax, cost }
        };
        left.map(taken).collect()
    }

    /// Whether nothing of it came back or was credited so far.
    fn is_whole(&self) -> bool {
        self.lines.values().all(|out| out.quantity == out.original.quantity && out.revenue == out.original.revenue && out.tax == out.original.tax)
    }
}

impl OutLine {
    /// Whether it was entered in a unit that does not come out even in base units.
    fn has_part_units(&self) -> bool {
        self.original.entered_unit.is_some() && self.original.quantity.decimal().fract() != Decimal::ZERO
    }

    /// The components of a kit.
    fn components(&self) -> impl Iterator<Item = ProductId> {
        self.parts.iter().map(|(part, _)| part.product_id)
    }

    /// Their lots.
    fn component_lots(&self) -> impl Iterator<Item = String> {
        self.parts.iter().filter_map(|(part, _)| part.lot.clone())
    }

    /// What is still out of a kit's components; none if it is no kit.
    fn still_out(&self) -> Option<Vec<KitPart>> {
        (!self.parts.is_empty()).then(|| self.parts.iter().map(|(_, out)| out.clone()).collect())
    }

    /// The components of so many kits, each pro rata of what of it is still out; the last take the rest.
    fn kit(&self, quantity: Quantity, policy: &TaxPolicy) -> Result<Option<Vec<KitPart>>> {
        if self.parts.is_empty() || quantity == self.quantity {
            return Ok(self.still_out());
        }
        let mut taken: Vec<KitPart> = Vec::with_capacity(self.parts.len());
        for (left, out) in &self.parts {
            let of_product = |(part, _): &&(KitPart, KitPart)| part.product_id == left.product_id;
            let whole = self.parts.iter().filter(of_product).try_fold(Quantity::ZERO, |sum, (part, _)| sum.plus(part.quantity))?;
            let exact = whole.decimal().checked_mul(quantity.decimal()).and_then(|v| v.checked_div(self.original.quantity.decimal()));
            let needed = Quantity::new(exact.ok_or_else(crate::num::overflow)?)?;
            if whole == left.quantity {
                let cost = share(out.cost, quantity, self.quantity, policy)?;
                taken.push(KitPart { quantity: needed, cost, ..left.clone() });
                continue;
            }
            // Of several lots the first that are still out.
            let so_far =
                taken.iter().filter(|part| part.product_id == left.product_id).try_fold(Quantity::ZERO, |sum, part| sum.plus(part.quantity))?;
            let part = needed.minus(so_far)?.min(out.quantity);
            if part.is_positive() {
                taken.push(KitPart { quantity: part, cost: share(out.cost, part, out.quantity, policy)?, ..left.clone() });
            }
        }
        Ok(Some(taken))
    }

    fn add_to_part(&mut self, product_id: ProductId, lot: Option<&str>, (quantity, cost): (Quantity, Money)) -> Result<()> {
        let is_part = |part: &KitPart| part.product_id == product_id && lot.is_none_or(|lot| part.lot.as_deref() == Some(lot));
        if let Some((_, out)) = self.parts.iter_mut().find(|(part, _)| is_part(part)) {
            (out.quantity, out.cost) = (out.quantity.plus(quantity)?, out.cost.plus(cost)?);
        }
        Ok(())
    }

    fn of(original: SalesLine) -> Result<Self> {
        let cost = original.cost.shown().ok_or_else(|| Error::corrupt("a delivered line was read without its cost"))?;
        let parts = original.components.iter().flatten().map(|part| (part.clone(), part.clone())).collect();
        Ok(Self { quantity: original.quantity, revenue: original.revenue, tax: original.tax, cost, parts, original })
    }
}

/// A part of a delivered line that comes back or is credited.
pub(super) struct Taken {
    pub(super) id: SalesLineId,
    pub(super) lot: Option<String>,
    /// The components of a kit.
    pub(super) kit: Option<Vec<KitPart>>,
    pub(super) line: PricedLine,
    pub(super) quantity: Quantity,
    pub(super) revenue: Money,
    pub(super) tax: Money,
    pub(super) cost: Money,
}

impl Taken {
    /// As a line of the posting.
    pub(super) fn draft<'a>(&'a self, product: &'a Product, flow: Flow, links: Links) -> Draft<'a> {
        let wanted = Wanted::Back { line: &self.line, quantity: self.quantity, revenue: self.revenue, tax: self.tax };
        Draft { lot: self.lot.clone(), kit: self.kit.clone(), ..Draft::new(Item { product, wanted }, flow, links) }
    }
}

/// What a line of a return is, once the delivery is known.
enum Line {
    Taken(Taken),
    Unlinked(LineItem, Resolved),
}

#[async_trait]
impl Act for NewReturn {
    type Answer = SalesPosted;
    const OPERATION: &'static str = "sales.take_back";

    fn right(&self) -> Right {
        Right::SalesPost
    }

    fn request(&self) -> Result<Json> {
        to_json(self)
    }

    async fn plan(&self, desk: &mut Desk<'_>) -> Result<Plan<SalesPosted>> {
        desk.check_day(self.day)?;
        check_lines(&self.lines)?;
        check_text("reference", self.reference.as_deref())?;
        let mut delivered = match self.delivery_id {
            Some(id) => Some(Delivered::read(desk, id, self.day).await?),
            None => None,
        };
        if delivered.as_ref().is_some_and(|d| d.document.customer_id != self.customer_id || d.document.kind != SalesKind::Delivery) {
            return Err(Error::new(Code::ReferenceMissing, "this customer has no such delivery").with("field", "delivery_id"));
        }
        let goods = self.goods(delivered.as_ref())?.coming_back(self.day);
        let mut reads = Reads::new();
        let locked = locks(&goods.products);
        let shelf = ShelfReads::ask(&mut reads, desk, goods, None)?;
        let head = HeadReads::ask(&mut reads, desk, self.customer_id, self.day)?;
        let warehouse = WarehouseRead::ask(&mut reads, desk, Some(self.warehouse_id))?;
        let back = delivered.as_ref().map(|delivered| BackReads::ask(&mut reads, desk, delivered)).transpose()?;
        let spend = SpendReads::ask(&mut reads, desk, self.allocate.as_ref(), self.customer_id, self.delivery_id)?;
        let locks = locked.and::<SalesDocument, _>(self.delivery_id);
        let mut answers = desk.read(&locks, reads).await?;
        let settle = spend.take(&mut answers)?;
        let warehouse = warehouse.check(&mut answers)?;
        let facts = head.take_of_anybody(desk, &mut answers).await?;
        if let (Some(delivered), Some(back)) = (&mut delivered, &back) {
            delivered.less(back, &mut answers)?;
        }
        let (ledger, kits) = shelf.open(desk, warehouse.as_ref(), &mut answers).await?;
        let policy = delivered.as_ref().map_or_else(|| facts.company.tax_policy(), |d| d.policy(&facts.company));
        let lines = self.lines(delivered.as_mut(), &policy)?;
        let is_above_paid = delivered.as_ref().map(|delivered| delivered.is_above_paid(&lines, &policy)).transpose()?;
        check_favour(&facts.access, is_above_paid == Some(true) || lines.iter().any(|line| matches!(line, Line::Unlinked(..))))?;
        let sold = ledger.products().clone();
        let drafts = lines.iter().map(|line| draft(line, &sold)).collect::<Result<Vec<_>>>()?;
        let posting = Posting {
            reference: self.reference.as_ref(),
            kits: &kits,
            ..Posting::back(SalesKind::Return, Some(self.warehouse_id), self.day, &facts, policy)
        };
        decide(&posting, drafts, ledger, settle, &Judge::Not, desk.changes())
    }
}

fn draft<'a>(line: &'a Line, sold: &'a BTreeMap<ProductId, Product>) -> Result<Draft<'a>> {
    let product = |id: ProductId| sold.get(&id).ok_or_else(|| Error::field("product_id", "is not there"));
    match line {
        Line::Taken(taken) => {
            let links = Links { returned_line_id: Some(taken.id), ..Links::default() };
            Ok(taken.draft(product(taken.line.product_id)?, Flow::ComeBack(taken.cost), links))
        }
        Line::Unlinked(item, found) => {
            let product = product(item.product_id)?;
            let wanted = Wanted::New(item, found);
            Ok(Draft { lot: item.lot.clone(), ..Draft::new(Item { product, wanted }, Flow::AreFound, Links::default()) })
        }
    }
}

impl<'a> Posting<'a> {
    /// A document in the customer's favour.
    pub(super) fn back(kind: SalesKind, warehouse_id: Option<WarehouseId>, day: Day, facts: &'a HeadFacts, policy: TaxPolicy) -> Self {
        Self {
            kind,
            cover: Cover { facts, day, policy },
            reference: None,
            warehouse_id,
            due_day: None,
            instalments: &[],
            order_id: None,
            reverses_id: None,
            reason: None,
            payable_rounding: PayableRounding::None,
            adjustments: &[],
            kits: &[],
        }
    }
}

impl NewReturn {
    fn goods(&self, delivered: Option<&Delivered>) -> Result<Goods> {
        let mut goods = Goods::default();
        for (number, line) in numbered(&self.lines) {
            let (product_id, lot) = match (line, delivered) {
                (ReturnLine::Unlinked { product_id, lot, .. }, _) => (*product_id, lot),
                (ReturnLine::Linked { line_id, .. }, Some(delivered)) => {
                    let line = delivered.line(*line_id, number)?;
                    goods.products.extend(line.components());
                    goods.lots.extend(line.component_lots());
                    goods.has_units = goods.has_units || line.has_part_units();
                    (line.original.product_id, &line.original.lot)
                }
                (ReturnLine::Linked { .. }, None) => return Err(no_delivery(number)),
            };
            goods.products.insert(product_id);
            goods.lots.extend(lot.clone());
        }
        Ok(goods)
    }

    fn lines(&self, mut delivered: Option<&mut Delivered>, policy: &TaxPolicy) -> Result<Vec<Line>> {
        let zero = Money::zero(policy.currency);
        let mut lines = Vec::with_capacity(self.lines.len());
        for (number, line) in numbered(&self.lines) {
            lines.push(match (line, delivered.as_deref_mut()) {
                (ReturnLine::Linked { line_id, quantity }, Some(delivered)) => {
                    let taken = delivered.take_back(*line_id, *quantity, number, policy)?;
                    Line::Taken(if self.is_credited { taken } else { Taken { revenue: zero, tax: zero, ..taken } })
                }
                (ReturnLine::Linked { .. }, None) => return Err(no_delivery(number)),
                (ReturnLine::Unlinked { product_id, quantity, unit_price, lot }, _) => {
                    check_part(number, *quantity)?;
                    if unit_price.amount() < Decimal::ZERO {
                        return Err(line_error(number, "unit_price", "is negative"));
                    }
                    let unit_price = if self.is_credited { *unit_price } else { UnitPrice::new(Decimal::ZERO, unit_price.currency())? };
                    let item = LineItem { lot: lot.clone(), ..LineItem::new(*product_id, *quantity, unit_price) };
                    let found = Resolved::given(&item, unit_price);
                    Line::Unlinked(item, found)
                }
            });
        }
        Ok(lines)
    }
}

/// A document takes another one back as a whole; what it undid is on that one again.
fn reversed(document: &SalesDocument) -> Error {
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

    fn request(&self) -> Result<Json> {
        to_json(self)
    }

    async fn plan(&self, desk: &mut Desk<'_>) -> Result<Plan<SalesPosted>> {
        desk.check_day(self.day)?;
        check_text("reason", Some(&self.reason))?;
        let mut delivered = Delivered::read(desk, self.document_id, self.day).await?;
        if delivered.document.kind != SalesKind::Delivery {
            return self.undo(desk, &delivered).await;
        }
        let goods = delivered.goods().coming_back(self.day);
        let order_id = delivered.document.order_id;
        let mut reads = Reads::new();
        let locked = locks(&goods.products);
        let shelf = ShelfReads::ask(&mut reads, desk, goods, None)?;
        let head = HeadReads::ask(&mut reads, desk, delivered.document.customer_id, self.day)?;
        let back = BackReads::ask(&mut reads, desk, &delivered)?;
        let spend = SpendReads::ask(&mut reads, desk, None, delivered.document.customer_id, Some(self.document_id))?;
        let order = order_id.map(|id| super::order::LineReads::ask(&mut reads, desk, id)).transpose()?;
        let locks = locked.and::<SalesDocument, _>([self.document_id]).and::<super::SalesOrder, _>(order_id);
        let mut answers = desk.read(&locks, reads).await?;
        let (facts, settle) = (head.take_of_anybody(desk, &mut answers).await?, spend.take(&mut answers)?);
        delivered.less(&back, &mut answers)?;
        let rest = delivered.rest();
        if rest.is_empty() {
            return Err(reversed(&delivered.document));
        }
        let mut changes = desk.changes();
        if let Some(order) = order {
            let again = rest.iter().filter_map(|taken| Some((delivered.lines.get(&taken.id)?.original.order_line_id?, taken.quantity)));
            order.reopen(&mut answers, again.collect(), &mut changes)?;
        }
        let (ledger, kits) = shelf.open(desk, None, &mut answers).await?;
        let sold = ledger.products().clone();
        let drafts = rest.iter().map(|taken| {
            let product = sold.get(&taken.line.product_id).ok_or_else(|| Error::field("product_id", "is not there"))?;
            let original = delivered.lines.get(&taken.id).map(|out| &out.original);
            let flow = match original.map(|line| line.cost_source) {
                _ if !taken.quantity.is_positive() => Flow::Stay,
                Some(CostSource::Direct) => Flow::PassBy(taken.cost),
                _ => Flow::ComeBack(taken.cost),
            };
            let order_line_id = original.and_then(|line| line.order_line_id);
            Ok(taken.draft(product, flow, Links { returned_line_id: Some(taken.id), order_line_id, ..Links::default() }))
        });
        let drafts = drafts.collect::<Result<Vec<_>>>()?;
        let document = &delivered.document;
        let whole = delivered.is_whole();
        let posting = Posting {
            reference: Some(&document.number),
            order_id,
            reverses_id: Some(document.id),
            reason: Some(self.reason.clone()),
            payable_rounding: if whole { PayableRounding::By(document.payable_rounding.negated()) } else { PayableRounding::None },
            kits: &kits,
            ..Posting::back(SalesKind::Return, document.warehouse_id, self.day, &facts, delivered.policy(&facts.company))
        };
        decide(&posting, drafts, ledger, settle, &Judge::Not, changes)
    }
}

impl Reversal {
    /// Undoes a return or a credit note: the same lines the other way.
    async fn undo(&self, desk: &mut Desk<'_>, credited: &Delivered) -> Result<Plan<SalesPosted>> {
        let document = &credited.document;
        let goods = credited.goods().leaving(self.day);
        let mut reads = Reads::new();
        let locks = locks(&goods.products).and::<SalesDocument, _>([self.document_id]);
        let shelf = ShelfReads::ask(&mut reads, desk, goods, document.warehouse_id.map(|id| (id, None)))?;
        let head = HeadReads::ask(&mut reads, desk, document.customer_id, self.day)?;
        let credit = CreditReads::ask(&mut reads, desk, self.document_id, Money::zero(document.currency))?;
        let of_this = SalesDocument::reverses_id().eq(Some(self.document_id));
        let undone = reads.select(Select::<SalesDocument>::new(&desk.full_permit()).filter(&of_this)?);
        let warehouse = WarehouseRead::ask(&mut reads, desk, document.warehouse_id)?;
        let mut answers = desk.read(&locks, reads).await?;
        if answers.first(&undone)?.is_some() {
            return Err(reversed(document));
        }
        let (facts, settle) = (head.take_of_anybody(desk, &mut answers).await?, credit.take(&mut answers)?);
        let warehouse = warehouse.check(&mut answers)?;
        let (ledger, kits) = shelf.open(desk, warehouse.as_ref(), &mut answers).await?;
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
        decide(&posting, drafts, ledger, settle, &Judge::Not, desk.changes())
    }
}

impl Delivered {
    /// The lines of a return or credit note the other way, at the same figures.
    fn turned(&self) -> Result<Vec<(Taken, Flow, Links)>> {
        let mut lines: Vec<_> = self.lines.iter().collect();
        lines.sort_by_key(|(_, line)| line.original.line);
        let turned = lines.into_iter().map(|(id, line)| {
            let original = &line.original;
            let (quantity, cost) = (original.quantity.negated(), line.cost.negated());
            let (revenue, tax) = (original.revenue.negated(), original.tax.negated());
            let flow = match (original.cost_source, quantity.is_positive() && self.document.kind == SalesKind::Return) {
                (_, false) => Flow::Stay,
                (CostSource::Direct, true) => Flow::PassBy(cost),
                (_, true) => Flow::LeaveAgain(cost),
            };
            let links = Links { returned_line_id: original.returned_line_id, credited_line_id: original.credited_line_id, order_line_id: None };
            let kit = line.still_out();
            let (lot, line) = (original.lot.clone(), original.priced());
            Ok((Taken { id: *id, lot, kit, line, quantity, revenue, tax, cost }, flow, links))
        });
        turned.collect()
    }
}
