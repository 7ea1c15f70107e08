//! Posting deliveries and returns: what is locked and read, around the pure plan.

use super::{
    CostSource, SalesDocument, SalesKind, SalesLine,
    plan::{Draft, Head, Planned, Returned, plan},
};
use crate::{
    access::{Permit, Right},
    company::Company,
    customers::Customer,
    entity::{Mask, Record, Stored, Value},
    error::{Code, Error, Result},
    ids::{CustomerId, OpenItemId, ProductId, SalesDocumentId, SalesLineId, TypedId, WarehouseId},
    limits,
    num::{Decimal, Money, Quantity, RoundingMode, UnitPrice, rounding},
    query::{Filter, Report, Select, Test},
    session::{Act, Answer, Desk, Plan, Session},
    stock::{
        CostCorrection, Goods, StockLedger, StockReads, Warehouse, check_lines, check_text, check_warehouse, line_error, locks, numbered, to_json,
    },
    storage::{Answers, Ask, Reads},
    tax::{TaxPolicy, TaxRate},
    time::Day,
};
use async_trait::async_trait;
use serde::{Deserialize, Serialize};
use serde_json::Value as Json;
use std::collections::BTreeMap;

/// Goods and services for a customer.
#[derive(Debug, Clone, PartialEq, Serialize)]
pub struct NewDelivery {
    /// The customer.
    pub customer_id: CustomerId,
    /// Where the goods are taken from.
    pub warehouse_id: WarehouseId,
    /// Document date.
    pub day: Day,
    /// When the receivable falls due; none: by the customer's terms.
    pub due_day: Option<Day>,
    /// The other side's number, or a note.
    pub reference: Option<String>,
    /// What is delivered.
    pub lines: Vec<DeliveryLine>,
}

/// A product or service delivered.
#[derive(Debug, Clone, PartialEq, Serialize)]
pub struct DeliveryLine {
    /// The product or service.
    pub product_id: ProductId,
    /// How much, positive.
    pub quantity: Quantity,
    /// Price per unit; zero for a free line.
    pub unit_price: UnitPrice,
    /// Text on the document; none: the product's name.
    pub text: Option<String>,
    /// Tax code; none: the product's, the customer's, the company's, in this order.
    pub tax_code: Option<String>,
    /// The lot or serial, where the product is tracked by it.
    pub lot: Option<String>,
    /// What it costs.
    pub cost: LineCost,
}

/// What a delivered line costs.
#[derive(Debug, Clone, PartialEq, Default, Serialize)]
#[serde(rename_all = "snake_case")]
pub enum LineCost {
    /// What the product's costing method says.
    #[default]
    ByMethod,
    /// A cost of its own, frozen with the line: needs the right `cost.override`, and a reason. What the goods were worth besides is a variance.
    Override {
        /// Cost per unit, not negative.
        unit_cost: UnitPrice,
        /// Why.
        reason: String,
    },
    /// The goods go from a supplier to the customer at this cost, and never touch stock: needs the right `stock.post`, as a receipt does.
    Direct {
        /// Cost per unit, not negative.
        unit_cost: UnitPrice,
    },
}

impl LineCost {
    pub(super) fn unit_cost(&self) -> Option<UnitPrice> {
        match self {
            Self::ByMethod => None,
            Self::Override { unit_cost, .. } | Self::Direct { unit_cost } => Some(*unit_cost),
        }
    }

    pub(super) fn source(&self) -> CostSource {
        match self {
            Self::ByMethod => CostSource::Method,
            Self::Override { .. } => CostSource::Override,
            Self::Direct { .. } => CostSource::Direct,
        }
    }

    pub(super) fn reason(&self) -> Option<&String> {
        match self {
            Self::Override { reason, .. } => Some(reason),
            _ => None,
        }
    }

    /// Checks it, and the right that it needs.
    fn check(&self, desk: &Desk<'_>) -> Result<()> {
        match self {
            Self::ByMethod => return Ok(()),
            Self::Override { reason, .. } => {
                desk.permit_for(Right::CostOverride)?;
                check_text("cost", Some(reason))?;
                if reason.trim().is_empty() {
                    return Err(Error::field("cost", "is set without a reason"));
                }
            }
            Self::Direct { .. } => {
                desk.permit_for(Right::StockPost)?;
            }
        }
        let cost = self.unit_cost();
        crate::num::same_currency(cost.map_or(desk.company()?.currency, UnitPrice::currency), desk.company()?.currency)?;
        if cost.is_some_and(|c| c.amount() < Decimal::ZERO) { Err(Error::field("cost", "is negative")) } else { Ok(()) }
    }
}

impl DeliveryLine {
    /// A line with the product's own text and tax.
    pub fn new(product_id: ProductId, quantity: Quantity, unit_price: UnitPrice) -> Self {
        Self { product_id, quantity, unit_price, text: None, tax_code: None, lot: None, cost: LineCost::ByMethod }
    }
}

/// Goods and services that a customer brings back.
#[derive(Debug, Clone, PartialEq, Serialize)]
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
    /// What comes back.
    pub lines: Vec<ReturnLine>,
}

/// A line that comes back.
#[derive(Debug, Clone, PartialEq, Serialize)]
#[serde(rename_all = "snake_case")]
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

/// A posted delivery or return. Amounts of a return are negative, as on the document.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct SalesPosted {
    /// The document.
    pub document_id: SalesDocumentId,
    /// Its number.
    pub number: String,
    /// The receivable or credit; none if it came to nothing.
    pub open_item_id: Option<OpenItemId>,
    /// Net.
    pub net: Money,
    /// Tax.
    pub tax: Money,
    /// Net and tax.
    pub gross: Money,
    /// Cost of the goods; hidden from callers who may not see it.
    pub cost: Option<Money>,
}

impl Answer for SalesPosted {
    fn numbered(&mut self, number: &str) {
        number.clone_into(&mut self.number);
    }
}

/// Postings of sales.
pub struct SalesService<'s>(pub(super) &'s Session<'s>);

impl Session<'_> {
    /// Deliveries, returns and their profit.
    pub fn sales(&self) -> SalesService<'_> {
        SalesService(self)
    }
}

impl SalesService<'_> {
    /// Posts a delivery.
    ///
    /// # Errors
    /// `access.denied`, `field.invalid`, `reference.missing`, `stock.insufficient`, `stock.backdated`, `tax.rate_missing`, `storage.*`.
    pub async fn deliver(&self, delivery: &NewDelivery) -> Result<SalesPosted> {
        self.0.run(delivery).await
    }

    /// Posts a customer return.
    ///
    /// # Errors
    /// As [`SalesService::deliver`], and `return.exceeds_delivery`, `stock.cost_unknown`.
    pub async fn take_back(&self, back: &NewReturn) -> Result<SalesPosted> {
        self.0.run(back).await
    }
}

/// The customer, the warehouse, and all tax rates.
type Found = (Stored<Customer>, Stored<Warehouse>, Vec<Stored<TaxRate>>);

/// What both kinds of document ask beside the stock.
struct Asks {
    customer: Ask<Stored<Customer>>,
    warehouse: Ask<Stored<Warehouse>>,
    rates: Ask<Stored<TaxRate>>,
}

impl Asks {
    fn new(reads: &mut Reads, desk: &Desk<'_>, customer_id: CustomerId, warehouse_id: WarehouseId) -> Result<Self> {
        let permit = desk.permit();
        Ok(Self {
            customer: reads.select(Select::new(permit).keys([Value::Id(customer_id.uuid())])?),
            warehouse: reads.select(Select::new(permit).keys([Value::Id(warehouse_id.uuid())])?),
            rates: reads.select(Select::new(permit).limit(limits::MAX_SETTINGS)?),
        })
    }

    fn take(&self, answers: &mut Answers) -> Result<Found> {
        let warehouse = check_warehouse(answers.first(&self.warehouse)?)?;
        let missing = || Error::new(Code::ReferenceMissing, "there is no such customer").with("field", "customer_id");
        Ok((answers.first(&self.customer)?.ok_or_else(missing)?, warehouse, answers.all(&self.rates)?))
    }
}

/// The end of both: the pure plan, and its answer.
fn decide(desk: &Desk<'_>, head: &Head<'_>, drafts: &[Draft], rates: &[Stored<TaxRate>], mut ledger: StockLedger<'_>) -> Result<Plan<SalesPosted>> {
    let mut changes = desk.changes();
    let planned = plan(head, drafts, desk.company()?, rates, &mut ledger, &mut changes)?;
    ledger.into_changes(&mut changes);
    let Planned { document_id, open_item_id, number, net, tax, gross, cost } = planned;
    let signed = |amount: Money| if head.kind == SalesKind::Return { amount.negated() } else { amount };
    let cost = (!desk.permit().hides(Mask::Cost)).then_some(signed(cost));
    let answer = SalesPosted { document_id, number: String::new(), open_item_id, net: signed(net), tax: signed(tax), gross: signed(gross), cost };
    Ok(Plan { number: Some(number), ..Plan::new(changes, answer) })
}

#[async_trait]
impl Act for NewDelivery {
    type Answer = SalesPosted;
    const OPERATION: &'static str = "sales.deliver";

    fn right(&self) -> Right {
        Right::SalesPost
    }

    fn request(&self) -> Result<Json> {
        to_json(self)
    }

    async fn plan(&self, desk: &mut Desk<'_>) -> Result<Plan<SalesPosted>> {
        check_lines(&self.lines)?;
        check_text("reference", self.reference.as_deref())?;
        if self.due_day.is_some_and(|due| due < self.day) {
            return Err(Error::field("due_day", "is before the delivery"));
        }
        let goods: Goods = self.lines.iter().map(|l| (l.product_id, l.lot.as_deref())).collect();
        let mut reads = Reads::new();
        let stock = StockReads::ask(&mut reads, &desk.full_permit(), &goods.products)?;
        let asks = Asks::new(&mut reads, desk, self.customer_id, self.warehouse_id)?;
        let mut answers = desk.read(&locks(&goods.products), reads).await?;
        let (customer, warehouse, rates) = asks.take(&mut answers)?;
        let ledger = StockLedger::open(desk, &goods, &[&warehouse], &stock, &mut answers).await?;
        let mut drafts = Vec::with_capacity(self.lines.len());
        for (number, line) in numbered(&self.lines) {
            if line.unit_price.amount() < Decimal::ZERO {
                return Err(line_error(number, "unit_price", "is negative"));
            }
            line.cost.check(desk).map_err(|e| e.with("line", number))?;
            check_text("text", line.text.as_deref()).and(check_text("tax_code", line.tax_code.as_deref())).map_err(|e| e.with("line", number))?;
            drafts.push(Draft {
                product_id: line.product_id,
                quantity: line.quantity,
                unit_price: line.unit_price,
                text: line.text.clone(),
                tax_code: line.tax_code.clone(),
                lot: line.lot.clone(),
                cost: line.cost.clone(),
                returned: None,
            });
        }
        let head = Head {
            kind: SalesKind::Delivery,
            customer: &customer,
            warehouse_id: self.warehouse_id,
            day: self.day,
            due_day: self.due_day,
            reference: self.reference.as_ref(),
            policy: desk.company()?.tax_policy(),
        };
        decide(desk, &head, &drafts, &rates, ledger)
    }
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
        check_lines(&self.lines)?;
        check_text("reference", self.reference.as_deref())?;
        let mut delivered = Delivered::read(self, desk).await?;
        let goods = self.goods(&delivered)?;
        let mut reads = Reads::new();
        let stock = StockReads::ask(&mut reads, &desk.full_permit(), &goods.products)?;
        let asks = Asks::new(&mut reads, desk, self.customer_id, self.warehouse_id)?;
        let corrections = delivered.ask_corrections(&mut reads, &desk.full_permit())?;
        let mut answers = desk.read(&locks(&goods.products), reads).await?;
        delivered.correct(corrections, &mut answers)?;
        let (customer, warehouse, rates) = asks.take(&mut answers)?;
        let ledger = StockLedger::open(desk, &goods, &[&warehouse], &stock, &mut answers).await?;
        let policy = delivered.policy(desk.company()?);
        let drafts = self.drafts(delivered, &ledger)?;
        let head = Head {
            kind: SalesKind::Return,
            customer: &customer,
            warehouse_id: self.warehouse_id,
            day: self.day,
            due_day: None,
            reference: self.reference.as_ref(),
            policy,
        };
        decide(desk, &head, &drafts, &rates, ledger)
    }
}

impl NewReturn {
    fn goods(&self, delivered: &Delivered) -> Result<Goods> {
        let mut goods = Goods::default();
        for (number, line) in numbered(&self.lines) {
            let (product_id, lot) = match line {
                ReturnLine::Unlinked { product_id, lot, .. } => (*product_id, lot),
                ReturnLine::Linked { line_id, .. } => {
                    let original = &delivered.line(*line_id, number)?.original;
                    (original.product_id, &original.lot)
                }
            };
            goods.products.insert(product_id);
            goods.lots.extend(lot.clone());
        }
        Ok(goods)
    }

    fn drafts(&self, mut delivered: Delivered, ledger: &StockLedger<'_>) -> Result<Vec<Draft>> {
        let mut drafts = Vec::with_capacity(self.lines.len());
        for (number, line) in numbered(&self.lines) {
            if matches!(line, ReturnLine::Unlinked { unit_price, .. } if unit_price.amount() < Decimal::ZERO) {
                return Err(line_error(number, "unit_price", "is negative"));
            }
            drafts.push(match line {
                ReturnLine::Linked { line_id, quantity } => delivered.take_back(*line_id, *quantity, number, ledger)?,
                ReturnLine::Unlinked { product_id, quantity, unit_price, lot } => Draft {
                    product_id: *product_id,
                    quantity: *quantity,
                    unit_price: *unit_price,
                    text: None,
                    tax_code: None,
                    lot: lot.clone(),
                    cost: LineCost::ByMethod,
                    returned: None,
                },
            });
        }
        Ok(drafts)
    }
}

/// The delivery that a return is linked to: its lines, and what of them is still out.
#[derive(Default)]
struct Delivered {
    lines: BTreeMap<SalesLineId, OutLine>,
    document: Option<SalesDocument>,
}

/// A delivered line, less what came back.
struct OutLine {
    original: SalesLine,
    quantity: Quantity,
    net: Money,
    tax: Money,
    cost: Money,
}

impl Delivered {
    /// Locks the delivery, so that two returns of it follow each other, and reads what is still out.
    async fn read(back: &NewReturn, desk: &mut Desk<'_>) -> Result<Self> {
        let Some(delivery_id) = back.delivery_id else { return Ok(Self::default()) };
        let permit = desk.full_permit();
        let of_delivery = SalesLine::document_id().eq(delivery_id);
        let mut reads = Reads::new();
        let document = reads.select(Select::<SalesDocument>::new(&permit).keys([Value::Id(delivery_id.uuid())])?);
        let lines = reads.select(Select::<SalesLine>::new(&permit).filter(&of_delivery)?.everything());
        let returned = crate::query::Filter::exists("returned_line", of_delivery);
        let report =
            Report::<SalesLine>::new(&permit).filter(&returned)?.by("returned_line_id")?.sum("quantity")?.sum("net")?.sum("tax")?.sum("cost")?;
        let returned = reads.report(&report);
        let lock = crate::storage::LockKeys::none().and::<SalesDocument, _>([delivery_id]);
        let mut answers = desk.read(&lock, reads).await?;
        let document = answers.first(&document)?.filter(|d| d.customer_id == back.customer_id && d.kind == SalesKind::Delivery);
        let missing = || Error::new(Code::ReferenceMissing, "this customer has no such delivery").with("field", "delivery_id");
        let document = document.ok_or_else(missing)?;
        if back.day < document.day {
            return Err(Error::field("day", "is before the delivery"));
        }
        let mut lines: BTreeMap<_, _> = answers.all(&lines)?.into_iter().map(|l| Ok((l.id, OutLine::of(l.data)?))).collect::<Result<_>>()?;
        for row in answers.rows(&returned) {
            subtract(&mut lines, row)?;
        }
        Ok(Self { lines, document: Some(document.data) })
    }

    /// Asks what the lines cost more or less since they were posted. Asked together with the lock of the pools, so that no receipt adds to it.
    fn ask_corrections(&self, reads: &mut Reads, permit: &Permit) -> Result<Option<Ask<Record>>> {
        if self.lines.is_empty() {
            return Ok(None);
        }
        let ids = self.lines.keys().map(|id| Value::Id(id.uuid())).collect();
        let of_lines = Filter::Field("delivered_line_id".to_owned(), Test::In(ids));
        let report = Report::<CostCorrection>::new(permit).filter(&of_lines)?.by("delivered_line_id")?.sum("amount")?;
        Ok(Some(reads.report(&report)))
    }

    /// Adds the corrections: what is still out has its effective cost.
    fn correct(&mut self, ask: Option<Ask<Record>>, answers: &mut Answers) -> Result<()> {
        for row in ask.map(|ask| answers.rows(&ask)).unwrap_or_default() {
            if let [Value::Id(id), _, Value::Decimal(amount)] = row.as_slice()
                && let Some(line) = self.lines.get_mut(&SalesLineId(*id))
            {
                line.cost = line.cost.plus(Money::new(*amount, line.cost.currency())?)?;
            }
        }
        Ok(())
    }

    /// The policy of the delivery that comes back; the company's, if none is known.
    fn policy(&self, company: &Company) -> TaxPolicy {
        let policy = company.tax_policy();
        match &self.document {
            Some(d) => TaxPolicy { method: d.tax_method, rounding: d.rounding, prices_include_tax: d.prices_include_tax, ..policy },
            None => policy,
        }
    }

    fn line(&self, id: SalesLineId, number: i64) -> Result<&OutLine> {
        let missing = || Error::new(Code::ReferenceMissing, "the delivery has no such line").with("field", "line_id").with("line", number);
        self.lines.get(&id).ok_or_else(missing)
    }

    /// Takes a quantity back pro rata; the last unit takes what is left.
    fn take_back(&mut self, id: SalesLineId, quantity: Quantity, number: i64, ledger: &StockLedger<'_>) -> Result<Draft> {
        let out = self.line(id, number)?;
        if quantity > out.quantity {
            let message = format!("only {} of the delivered line are still out, not {quantity}", out.quantity);
            return Err(Error::new(Code::ReturnExceedsDelivery, message).with("line", number).with("available", out.quantity));
        }
        if !quantity.is_positive() {
            return Err(line_error(number, "quantity", "is not positive"));
        }
        let (net, tax, cost) = out.share(quantity, ledger)?;
        let draft = Draft {
            product_id: out.original.product_id,
            quantity,
            unit_price: out.original.unit_price,
            text: Some(out.original.product_name.clone()),
            tax_code: None,
            lot: out.original.lot.clone(),
            cost: LineCost::ByMethod,
            returned: Some(Returned { line_id: id, tax_code: out.original.tax_code.clone(), tax_rate: out.original.tax_rate, net, tax, cost }),
        };
        if let Some(out) = self.lines.get_mut(&id) {
            out.quantity = out.quantity.minus(quantity)?;
            out.net = out.net.minus(net)?;
            out.tax = out.tax.minus(tax)?;
            out.cost = out.cost.minus(cost)?;
        }
        Ok(draft)
    }
}

impl OutLine {
    fn of(original: SalesLine) -> Result<Self> {
        let cost = original.cost.shown().ok_or_else(|| Error::corrupt("a delivered line was read without its cost"))?;
        Ok(Self { quantity: original.quantity, net: original.net, tax: original.tax, cost, original })
    }

    /// The part of net, tax and cost that a quantity takes; the last takes all that is left.
    fn share(&self, quantity: Quantity, ledger: &StockLedger<'_>) -> Result<(Money, Money, Money)> {
        if quantity == self.quantity {
            return Ok((self.net, self.tax, self.cost));
        }
        let part = |amount: Money| {
            let exact = amount.amount().checked_mul(quantity.decimal()).and_then(|v| v.checked_div(self.quantity.decimal()));
            let rounded = rounding::to_step(exact.ok_or_else(crate::num::overflow)?, ledger.rounding().step, RoundingMode::HalfUp)?;
            Money::new(rounded, amount.currency())
        };
        Ok((part(self.net)?, part(self.tax)?, part(self.cost)?))
    }
}

/// Takes what already came back off a line: a row of line id, count, and (negative) sums.
fn subtract(lines: &mut BTreeMap<SalesLineId, OutLine>, row: Record) -> Result<()> {
    let mut row = row.into_iter();
    let mut next = || row.next().unwrap_or(Value::Null);
    let id = SalesLineId::from_uuid(next().into_id()?);
    let _count = next();
    let quantity = next().into_decimal()?;
    let (net, tax, cost) = (next().into_decimal()?, next().into_decimal()?, next().into_decimal()?);
    if let Some(line) = lines.get_mut(&id) {
        line.quantity = line.quantity.plus(Quantity::new(quantity)?)?;
        line.net = line.net.plus(Money::new(net, line.net.currency())?)?;
        line.tax = line.tax.plus(Money::new(tax, line.tax.currency())?)?;
        line.cost = line.cost.plus(Money::new(cost, line.cost.currency())?)?;
    }
    Ok(())
}
