//! Recalculation: the movements of a product, replayed in the order of their days, and what would have come out then.
//!
//! Costs follow the order of posting, and issued documents never change. This is the explicit act that brings both together: it posts dated
//! corrections of sales lines, and revalues what is on hand, so that the figures equal entry in the order of days. What it cannot lay on a
//! line (counts, supplier returns, lines before the day it starts from) is a variance. Nothing is lost: the sum of all is zero.

use super::{
    CostBasis, CostCorrection, Goods, MovementKind, Posted, StockLot, StockMovement, StockPool, StockService, VarianceKind,
    corrected::not_correctable,
    document::{NewDocument, StockPosted, finish},
    open::open_ledger,
    request::check_text,
};
use crate::{
    access::{Permit, Right},
    act::{Act, ActContext, Plan},
    company::Company,
    costing::{CostBook, CostContext, CostState, Costed, CostingStrategy, Issue, LateCost, Layer, Needs, SalesSource, ValueRounding, unit_cost},
    documents::{CostSource, SalesDocument, SalesLine},
    entity::{Masked, Record, Stored, Value},
    error::{Code, Error, Result},
    ids::{ProductId, SalesDocumentId, SalesLineId, TypedId},
    limits,
    num::{Money, Quantity},
    products::{Product, ProductCost},
    query::{Report, Select},
    storage::{Answers, Ask, Reads},
    time::Day,
};
use async_trait::async_trait;
use serde::Serialize;
use std::collections::{BTreeMap, BTreeSet};

/// Costs a product again, in the order of days.
#[derive(Debug, Clone, PartialEq, Serialize, serde::Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct NewRecost {
    /// The product.
    pub product_id: ProductId,
    /// Sales lines from this day on are corrected; what earlier ones would change is a variance.
    pub from: Day,
    /// Document date, which the corrections count for.
    pub day: Day,
    /// A note.
    pub reference: Option<String>,
}

/// What recalculation would change.
#[derive(Debug, Clone, PartialEq, Serialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct RecostPreview {
    /// Lines whose cost would change, in the order of days.
    pub lines: Vec<RecostLine>,
    /// Value of the stock on hand now.
    pub value_before: Money,
    /// Value of it afterwards.
    pub value_after: Money,
    /// What would be neither.
    pub variance: Money,
}

/// A line whose cost would change.
#[derive(Debug, Clone, PartialEq, Serialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct RecostLine {
    /// The line.
    pub line_id: SalesLineId,
    /// Its document.
    pub document_id: SalesDocumentId,
    /// Its day.
    pub day: Day,
    /// What it costs of the product now; negative for a return.
    pub before: Money,
    /// What it costs of it afterwards.
    pub after: Money,
}

impl StockService<'_> {
    /// What [`StockService::recost`] would change. Nothing is written.
    ///
    /// # Errors
    /// As [`StockService::recost`].
    pub async fn recost_preview(&self, product_id: ProductId, from: Day) -> Result<RecostPreview> {
        self.0.check_right(Right::CostRead).await?;
        let build = |permit: &Permit, reads: &mut Reads| {
            check_reach(permit)?;
            Ok((Asks::new(reads, &permit.unmasked(), product_id)?, reads.select(Select::<Company>::new(permit))))
        };
        let then = |permit: &Permit, reads: &mut Reads, (asks, company): (Asks, Ask<Stored<Company>>), answers: &mut Answers| {
            let company = answers.first(&company)?.ok_or_else(|| Error::new(Code::NotFound, "there is no such company"))?;
            let past = asks.take(answers)?;
            let kits = match past.of_kits() {
                Some(of_kits) => Some(reads.select(kit_lines(&permit.unmasked(), &of_kits)?)),
                None => None,
            };
            Ok((company, past, kits))
        };
        let ((company, mut past, kits), mut answers) = self.0.read_then(Right::CostWrite, build, then).await?;
        if let Some(kits) = kits {
            past.lines.extend(answers.all(&kits)?);
        }
        let strategy = self.0.strategies().get(&past.product.costing)?;
        Ok(Replay::run(&past, strategy, rounding(&company))?.compare(&past, from)?.preview)
    }

    /// Costs a product again in the order of days, and posts what changes.
    ///
    /// # Errors
    /// `access.denied` without the right, or without reach over every customer; `limit.exceeded` beyond `MAX_RECOST` movements;
    /// `stock.not_correctable` where the order of days makes no sense, such as undoing a receipt whose goods had left; `storage.*`.
    pub async fn recost(&self, recost: &NewRecost) -> Result<StockPosted> {
        self.0.run(recost).await
    }
}

fn rounding(company: &Company) -> ValueRounding {
    ValueRounding { currency: company.currency, step: company.money_step, mode: company.rounding }
}

/// Lines of every customer may change, so the caller must reach them all.
fn check_reach(permit: &Permit) -> Result<()> {
    if permit.scope().is_all() { Ok(()) } else { Err(Error::new(Code::AccessDenied, "recalculation needs reach over every customer")) }
}

struct Asks {
    product: Ask<Stored<Product>>,
    pool: Ask<Stored<StockPool>>,
    movements: Ask<Stored<StockMovement>>,
    lines: Ask<Stored<SalesLine>>,
    corrections: Ask<Record>,
    specified: Ask<Stored<ProductCost>>,
    lots: Ask<Stored<StockLot>>,
}

/// Everything that is known of a product's past.
struct Past {
    product: Product,
    value: Money,
    movements: Vec<StockMovement>,
    /// What each line was posted to cost of it, by document and line; negative for a return.
    posted: BTreeMap<(SalesDocumentId, i64), Money>,
    /// Lines that sell it or take it back, and those of kits that it is a component of.
    lines: Vec<Stored<SalesLine>>,
    /// What came on top of it, line by line.
    corrections: BTreeMap<SalesLineId, Money>,
    specified: Vec<ProductCost>,
    lots: Vec<Stored<StockLot>>,
}

impl Asks {
    fn new(reads: &mut Reads, permit: &Permit, id: ProductId) -> Result<Self> {
        let key = || [Value::Id(id.uuid())];
        let corrections =
            Report::<CostCorrection>::new(permit).filter(&CostCorrection::product_id().eq(id))?.by("sales_line_id")?.by("currency")?.sum("amount")?;
        Ok(Self {
            product: reads.select(Select::new(permit).keys(key())?),
            pool: reads.select(Select::new(permit).keys(key())?),
            movements: reads.select(Select::new(permit).filter(&StockMovement::product_id().eq(id))?.everything()),
            lines: reads.select(Select::new(permit).filter(&SalesLine::product_id().eq(id))?.everything()),
            corrections: reads.report(&corrections),
            specified: reads.select(Select::new(permit).filter(&ProductCost::product_id().eq(id))?.everything()),
            lots: reads.select(Select::new(permit).filter(&StockLot::product_id().eq(id))?.everything()),
        })
    }

    fn take(&self, answers: &mut Answers) -> Result<Past> {
        let missing = || Error::new(Code::ReferenceMissing, "there is no such product, or it never moved").with("field", "product_id");
        let product = answers.first(&self.product)?.ok_or_else(missing)?.data;
        let value = shown(answers.first(&self.pool)?.ok_or_else(missing)?.value)?;
        let movements: Vec<_> = answers.all(&self.movements)?.into_iter().map(|m| m.data).collect();
        limits::check("MAX_RECOST", movements.len(), limits::MAX_RECOST)?;
        let mut corrections = BTreeMap::new();
        for row in answers.rows(&self.corrections) {
            if let [Value::Id(line), Value::Text(currency), _, Value::Decimal(amount)] = row.as_slice() {
                corrections.insert(SalesLineId(*line), Money::total(*amount, currency.parse()?)?);
            }
        }
        let specified = answers.all(&self.specified)?.into_iter().map(|c| c.data).collect();
        let of_sales = movements.iter().filter_map(|m| Some(((m.sales_document_id?, m.line), m)));
        let mut posted: BTreeMap<_, Money> = BTreeMap::new();
        // A kit's line moves it lot by lot.
        for (place, m) in of_sales {
            let cost = shown(m.amount)?.negated();
            let so_far = posted.get(&place).copied().unwrap_or_else(|| Money::zero(cost.currency()));
            posted.insert(place, so_far.plus(cost)?);
        }
        Ok(Past { product, value, movements, posted, lines: answers.all(&self.lines)?, corrections, specified, lots: answers.all(&self.lots)? })
    }
}

/// The lines of kits on some documents.
fn kit_lines(permit: &Permit, documents: &BTreeSet<SalesDocumentId>) -> Result<Select<SalesLine>> {
    let of_kits = SalesLine::document_id().is_in(documents.iter().copied()).and(SalesLine::components().is_empty().negate());
    Ok(Select::new(permit).filter(&of_kits)?.everything())
}

fn shown(value: Masked<Money>) -> Result<Money> {
    value.shown().ok_or_else(|| Error::corrupt("recalculation without the values of stock"))
}

impl Past {
    /// Documents that moved it on lines of other products, which are kits.
    fn of_kits(&self) -> Option<BTreeSet<SalesDocumentId>> {
        let known: BTreeSet<_> = self.lines.iter().map(|l| (l.document_id, l.line)).collect();
        let documents: BTreeSet<_> = self.posted.keys().filter(|place| !known.contains(place)).map(|(document_id, _)| *document_id).collect();
        (!documents.is_empty()).then_some(documents)
    }

    /// What a line costs of it by now: as it was posted, and its corrections.
    fn effective(&self, line: &SalesLine, id: SalesLineId) -> Result<Money> {
        let posted = self.posted.get(&(line.document_id, line.line)).copied().map_or_else(|| shown(line.cost), Ok)?;
        self.corrections.get(&id).map_or(Ok(posted), |c| posted.plus(*c))
    }

    /// The movements to be replayed, in the order of days: those since the method last changed. What corrects another movement comes after it.
    fn in_order(&self) -> (Vec<(Day, &StockMovement)>, Option<&StockMovement>) {
        let change = self.movements.iter().filter(|m| m.basis == CostBasis::Method).max_by_key(|m| m.sequence);
        let since = change.map_or(0, |m| m.sequence);
        let days: BTreeMap<i64, Day> = self.movements.iter().map(|m| (m.sequence, m.day)).collect();
        let day = |m: &StockMovement| m.for_sequence.and_then(|s| days.get(&s).copied()).map_or(m.day, |of| of.max(m.day));
        let replayed = self.movements.iter().filter(|m| m.sequence > since && !matches!(m.basis, CostBasis::Moved | CostBasis::Derived));
        let mut replayed: Vec<_> = replayed.map(|m| (day(m), m)).collect();
        replayed.sort_by_key(|(day, m)| (*day, m.sequence));
        (replayed, change)
    }
}

/// What is out of a line.
#[derive(Clone, Copy)]
struct Out {
    quantity: Quantity,
    cost: Money,
}

impl Out {
    fn nothing(like: Money) -> Self {
        Self { quantity: Quantity::ZERO, cost: Money::zero(like.currency()) }
    }

    fn plus(self, other: Self) -> Result<Self> {
        Ok(Self { quantity: self.quantity.plus(other.quantity)?, cost: self.cost.plus(other.cost)? })
    }
}

/// What a movement did when it was replayed.
#[derive(Clone, Copy)]
struct Done {
    quantity: Quantity,
    covered: Quantity,
    cost: Money,
    for_sequence: Option<i64>,
    /// Whether it took something off the quantity of a receipt.
    is_less: bool,
}

/// A product being costed again.
struct Replay<'p> {
    past: &'p Past,
    by: &'p dyn CostingStrategy,
    rounding: ValueRounding,
    /// Its book; one for each lot where it is costed by lot.
    books: BTreeMap<Option<String>, CostBook>,
    lines: BTreeMap<(SalesDocumentId, i64), &'p Stored<SalesLine>>,
    /// Cost of each line that moved, signed as on the line.
    effective: BTreeMap<SalesLineId, Money>,
    /// What is out of each line, lot by lot.
    out: BTreeMap<(SalesLineId, Option<String>), Out>,
    done: BTreeMap<i64, Done>,
}

/// What came out otherwise.
struct Difference {
    preview: RecostPreview,
    books: BTreeMap<Option<String>, CostBook>,
}

impl<'p> Replay<'p> {
    fn run(past: &'p Past, by: &'p dyn CostingStrategy, rounding: ValueRounding) -> Result<Self> {
        let lines = past.lines.iter().map(|l| ((l.document_id, l.line), l)).collect();
        let (books, effective, out, done) = (BTreeMap::new(), BTreeMap::new(), BTreeMap::new(), BTreeMap::new());
        let mut replay = Self { past, by, rounding, books, lines, effective, out, done };
        let (movements, change) = past.in_order();
        for line in past.lines.iter().filter(|l| l.cost_source == CostSource::Direct) {
            replay.goes_out((line.id, line.lot.clone()), Out { quantity: line.quantity, cost: shown(line.cost)? })?;
        }
        if let Some(change) = change {
            replay.begin_at(change)?;
        }
        for (day, movement) in movements {
            replay.step(day, movement).map_err(|e| e.with("sequence", movement.sequence).with("day", day))?;
        }
        Ok(replay)
    }

    /// Begins with what the change of method carried over, and with what was out then.
    fn begin_at(&mut self, change: &StockMovement) -> Result<()> {
        let earlier = || self.past.movements.iter().filter(|m| m.sequence <= change.sequence);
        for (m, line) in earlier().filter_map(|m| Some((m, self.line(m)?))).collect::<Vec<_>>() {
            let corrected = self.past.corrections.get(&line.id).copied().unwrap_or_else(|| Money::zero(self.rounding.currency));
            let cost = corrected.minus(shown(m.amount)?)?;
            self.goes_out((line.returned_line_id.unwrap_or(line.id), m.lot.clone()), Out { quantity: m.quantity.negated(), cost })?;
        }
        let quantity = earlier().map(|m| m.quantity).try_fold(Quantity::ZERO, Quantity::plus)?;
        let value = earlier().try_fold(Money::zero(self.rounding.currency), |sum, m| sum.plus(shown(m.value)?))?;
        if quantity.is_negative() || self.by.needs() == Needs::Lot {
            return Err(not_correctable("changed its method while something was oversold, or to lots; it cannot be costed again"));
        }
        let mut state = CostState::empty(self.rounding.currency).with(quantity, value)?;
        if self.by.needs() == Needs::Layers && quantity.is_positive() {
            state.layers = vec![Layer { sequence: change.sequence, quantity, value }];
        }
        self.books.insert(None, CostBook::new(state));
        Ok(())
    }

    fn step(&mut self, day: Day, m: &'p StockMovement) -> Result<()> {
        let specified_cost = ProductCost::on(&self.past.specified, day);
        let context = CostContext { rounding: self.rounding, day, sequence: m.sequence, specified_cost };
        let key = m.lot.clone().filter(|_| self.by.needs() == Needs::Lot);
        let currency = self.rounding.currency;
        let mut book = self.books.remove(&key).unwrap_or_else(|| CostBook::new(CostState::empty(currency)));
        if book.state.quantity.is_positive() {
            book.refresh(self.by, &context)?;
        }
        let costed = self.apply(&mut book, m, &context);
        self.books.insert(key, book);
        let costed = costed?;
        let covered = costed.covered.iter().map(|c| c.quantity).try_fold(Quantity::ZERO, Quantity::plus)?;
        let is_less = m.kind == MovementKind::QuantityCorrection && m.quantity.is_negative();
        self.resize(m, is_less)?;
        self.done.insert(m.sequence, Done { quantity: m.quantity, covered, cost: costed.cost, for_sequence: m.for_sequence, is_less });
        for covered in &costed.covered {
            let Some(sales) = covered.of.sales else { continue };
            let amount = covered.cost.minus(covered.provisional)?;
            if let Some(cost) = self.effective.get_mut(&sales.line_id) {
                *cost = cost.plus(amount)?;
            }
            if let Some(out) = self.out.get_mut(&(sales.line_id, m.lot.clone())) {
                out.cost = out.cost.plus(amount)?;
            }
        }
        Ok(())
    }

    fn apply(&mut self, book: &mut CostBook, m: &'p StockMovement, context: &CostContext) -> Result<Costed> {
        let (by, amount) = (self.by, shown(m.amount)?);
        let quantity = if m.quantity.is_negative() { m.quantity.negated() } else { m.quantity };
        let target = m.for_sequence.and_then(|s| self.done.get(&s)).copied();
        match m.basis {
            CostBasis::Given => book.receive(by, quantity, amount, context),
            CostBasis::Found => book.find(by, quantity, context).and_then(|costed| self.found(m, costed)),
            CostBasis::Back => self.bring_back(book, m, quantity, context),
            CostBasis::Issued | CostBasis::Overridden | CostBasis::SentBack => self.issue(book, m, quantity, context),
            CostBasis::Withdrawn => {
                if book.state.quantity < quantity {
                    return Err(not_correctable("was undone when its goods had left, in the order of days"));
                }
                book.withdraw(by, quantity, amount.negated(), m.for_sequence.unwrap_or_default(), context)
            }
            CostBasis::Restored => {
                let value = target.map_or(shown(m.value), |t| Ok(t.cost))?;
                book.bring_back(by, quantity, value, |o| Some(o.sequence) == m.for_sequence, context)
            }
            CostBasis::Charged => self.charge(book, m, amount, context),
            CostBasis::Revalued => {
                let next = book.state.value.plus(shown(m.value)?)?;
                if book.state.quantity.is_positive() && !next.is_negative() {
                    book.revalue(by, next, context)?;
                }
                self.nothing()
            }
            CostBasis::UnitCost => {
                let is_open = by.needs() != Needs::SpecifiedCost && book.state.quantity.is_positive();
                match m.unit_cost {
                    Some(cost) if is_open => drop(book.revalue(by, self.rounding.times(cost, book.state.quantity)?, context)?),
                    cost => book.state.reference_cost = cost.or(book.state.reference_cost),
                }
                self.nothing()
            }
            CostBasis::Moved | CostBasis::Method | CostBasis::Derived => self.nothing(),
        }
    }

    /// A receipt whose quantity was corrected to less, or for which that was undone, is as large for costs that come later.
    fn resize(&mut self, m: &StockMovement, is_less: bool) -> Result<()> {
        let undone = m.for_sequence.and_then(|s| self.done.get(&s)).filter(|done| m.kind == MovementKind::Reversal && done.is_less);
        let receipt = if is_less { m.for_sequence } else { undone.and_then(|done| done.for_sequence) };
        if let Some(receipt) = receipt.and_then(|s| self.done.get_mut(&s)) {
            receipt.quantity = receipt.quantity.plus(m.quantity)?;
        }
        Ok(())
    }

    fn nothing(&self) -> Result<Costed> {
        let nothing = Money::zero(self.rounding.currency);
        Ok(Costed { moved: nothing, cost: nothing, covered: Vec::new() })
    }

    fn line(&self, m: &StockMovement) -> Option<&'p Stored<SalesLine>> {
        m.sales_document_id.and_then(|id| self.lines.get(&(id, m.line)).copied())
    }

    /// What is out of a delivered line is more by so much.
    fn goes_out(&mut self, line: (SalesLineId, Option<String>), more: Out) -> Result<()> {
        let out = self.out.entry(line).or_insert_with(|| Out::nothing(more.cost));
        *out = out.plus(more)?;
        Ok(())
    }

    /// A line costs so much, and more where it moves several lots.
    fn comes_to(&mut self, line: SalesLineId, cost: Money) -> Result<()> {
        let so_far = self.effective.get(&line).copied().unwrap_or_else(|| Money::zero(cost.currency()));
        self.effective.insert(line, so_far.plus(cost)?);
        Ok(())
    }

    /// A return without its delivery costs what was found.
    fn found(&mut self, m: &StockMovement, costed: Costed) -> Result<Costed> {
        if let Some(line) = self.line(m) {
            self.effective.insert(line.id, costed.cost.negated());
        }
        Ok(costed)
    }

    fn issue(&mut self, book: &mut CostBook, m: &StockMovement, quantity: Quantity, context: &CostContext) -> Result<Costed> {
        let line = self.line(m);
        let source =
            |l: &Stored<SalesLine>| SalesSource { document_id: l.document_id, line_id: l.id, customer_id: l.customer_id, salesperson_id: None };
        let sales = line.filter(|_| m.basis == CostBasis::Issued).map(source);
        let costed = book.issue(self.by, &Issue { quantity, sales }, context)?;
        if let Some(line) = line {
            // What a line was given as its cost is that of all its lots; the first takes it.
            let cost = match (m.basis, self.effective.get(&line.id)) {
                (CostBasis::Overridden, None) => self.past.effective(line, line.id)?,
                (CostBasis::Overridden, Some(known)) => Money::zero(known.currency()),
                _ => costed.cost,
            };
            self.comes_to(line.id, cost)?;
            // What undoes a return is out on the line that was delivered.
            let of = line.returned_line_id.unwrap_or(line.id);
            self.goes_out((of, m.lot.clone()), Out { quantity, cost })?;
        }
        Ok(costed)
    }

    /// A linked return: pro rata of what is still out of its delivery; the last takes the rest.
    fn bring_back(&mut self, book: &mut CostBook, m: &StockMovement, quantity: Quantity, context: &CostContext) -> Result<Costed> {
        let line = self.line(m).ok_or_else(|| Error::corrupt("a return without its line"))?;
        let delivered = line.returned_line_id.ok_or_else(|| Error::corrupt("a return without its delivery"))?;
        let place = (delivered, m.lot.clone());
        let out = self.out.get(&place).copied().unwrap_or_else(|| Out::nothing(self.past.value));
        let value = self.rounding.share(out.cost, quantity, out.quantity)?;
        self.goes_out(place, Out { quantity: quantity.negated(), cost: value.negated() })?;
        self.comes_to(line.id, value.negated())?;
        book.bring_back(self.by, quantity, value, |o| o.sales.is_some_and(|s| s.line_id == delivered), context)
    }

    /// A late cost, on the receipt that it belongs to; undoing one charges the receipt with the opposite.
    fn charge(&self, book: &mut CostBook, m: &StockMovement, amount: Money, context: &CostContext) -> Result<Costed> {
        let target = |sequence: Option<i64>| sequence.and_then(|s| self.done.get(&s).map(|done| (s, *done)));
        let mut receipt = target(m.for_sequence);
        while let Some((_, done)) = receipt
            && done.quantity.is_zero()
        {
            receipt = target(done.for_sequence);
        }
        // What is charged on goods that went back changes no stock.
        if let Some((sequence, done)) = receipt.filter(|(_, done)| done.quantity.is_positive()) {
            let entered = done.quantity.minus(done.covered)?.max(Quantity::ZERO);
            let late = LateCost { sequence, quantity: done.quantity, entered, amount };
            book.charge(self.by, &late, context)?;
        }
        self.nothing()
    }

    /// What came out otherwise than it stands.
    fn compare(self, past: &Past, from: Day) -> Result<Difference> {
        let mut lines = Vec::new();
        let value_after = self.books.values().try_fold(Money::zero(self.rounding.currency), |sum, book| sum.plus(book.value()?))?;
        let mut rest = value_after.minus(past.value)?;
        for line in &past.lines {
            let Some(after) = self.effective.get(&line.id).copied() else { continue };
            let before = past.effective(line, line.id)?;
            if before != after && line.day >= from {
                rest = rest.plus(after.minus(before)?)?;
                lines.push(RecostLine { line_id: line.id, document_id: line.document_id, day: line.day, before, after });
            }
        }
        lines.sort_by_key(|l| (l.day, l.document_id, l.line_id));
        let preview = RecostPreview { lines, value_before: past.value, value_after, variance: rest.negated() };
        Ok(Difference { preview, books: self.books })
    }
}

#[async_trait]
impl Act for NewRecost {
    type Answer = StockPosted;
    const OPERATION: &'static str = "stock.recost";

    fn right(&self) -> Right {
        Right::CostWrite
    }

    async fn plan(&self, context: &mut ActContext<'_>) -> Result<Plan<StockPosted>> {
        context.check_day(self.day)?;
        check_text("reference", self.reference.as_deref())?;
        check_reach(context.permit())?;
        let id = self.product_id;
        let permit = context.company_permit();
        let mut reads = Reads::new();
        let asks = Asks::new(&mut reads, &permit, id)?;
        let goods = Goods { is_whole: true, ..[(id, None)].into_iter().collect() };
        let (mut ledger, _, mut answers) = open_ledger(context, &goods, &[], reads).await?;
        let mut past = asks.take(&mut answers)?;
        if let Some(of_kits) = past.of_kits() {
            let mut reads = Reads::new();
            let ask = reads.select(kit_lines(&permit, &of_kits)?);
            let mut answers = context.read(&crate::storage::LockKeys::none(), reads).await?;
            past.lines.extend(answers.all(&ask)?);
        }
        let strategy = context.strategies().get(&past.product.costing)?;
        let Difference { preview, mut books } = Replay::run(&past, strategy, *ledger.rounding())?.compare(&past, self.from)?;
        let sold = books.values().flat_map(|b| &b.oversold).filter_map(|o| o.sales.map(|s| s.document_id));
        let documents: BTreeSet<_> = preview.lines.iter().map(|l| l.document_id).chain(sold).collect();
        let salespersons = salespersons(context, &permit, documents).await?;
        let changes = context.changes();
        let mut document = NewDocument::new(MovementKind::Recost, self.day, &changes);
        document.reference = self.reference.clone();
        let origin = document.origin();
        let lines: BTreeMap<SalesLineId, &SalesLine> = past.lines.iter().map(|l| (l.id, &l.data)).collect();
        for of in &preview.lines {
            let line = lines.get(&of.line_id).ok_or_else(|| Error::corrupt("a line that was costed again is gone"))?;
            ledger.add_correction(self.correction(of, line, &salespersons, &origin)?);
        }
        if strategy.needs() == Needs::Lot {
            for lot in &past.lots {
                let Some(book) = books.get(&Some(lot.lot.clone())) else { continue };
                let cost = if lot.quantity.is_positive() { Some(unit_cost(book.value()?, lot.quantity)?) } else { lot.reference_cost };
                ledger.rebook_lot(lot.clone(), book.value()?, cost);
            }
        } else if let Some(book) = books.get_mut(&None) {
            for sales in book.oversold.iter_mut().filter_map(|o| o.sales.as_mut()) {
                sales.salesperson_id = salespersons.get(&sales.document_id).copied().flatten();
            }
            ledger.replace_book(id, book.clone())?;
        }
        let value = ledger.rebook(id, preview.value_after, &origin)?;
        ledger.vary(id, VarianceKind::Recost, preview.variance, &origin, 1);
        let nothing = Money::zero(value.currency());
        document.add(Posted { cost: nothing, amount: nothing, value })?;
        finish(document, ledger, changes)
    }
}

type Salespersons = BTreeMap<SalesDocumentId, Option<crate::ids::OperatorId>>;

async fn salespersons(context: &mut ActContext<'_>, permit: &Permit, documents: BTreeSet<SalesDocumentId>) -> Result<Salespersons> {
    if documents.is_empty() {
        return Ok(Salespersons::new());
    }
    let mut reads = Reads::new();
    let keys = documents.into_iter().map(|id| Value::Id(id.uuid()));
    let ask = reads.select(Select::<SalesDocument>::new(permit).keys(keys)?);
    let mut answers = context.read(&crate::storage::LockKeys::none(), reads).await?;
    Ok(answers.all(&ask)?.into_iter().map(|d| (d.id, d.salesperson_id)).collect())
}

impl NewRecost {
    fn correction(&self, of: &RecostLine, line: &SalesLine, salespersons: &Salespersons, origin: &super::Origin) -> Result<CostCorrection> {
        let amount = of.after.minus(of.before)?;
        Ok(CostCorrection {
            product_id: self.product_id,
            sales_document_id: of.document_id,
            sales_line_id: of.line_id,
            delivered_line_id: line.returned_line_id.unwrap_or(of.line_id),
            customer_id: line.customer_id,
            salesperson_id: salespersons.get(&of.document_id).copied().flatten(),
            day: origin.day,
            stock_document_id: origin.stock_document_id,
            cause_document_id: None,
            quantity: Quantity::ZERO,
            currency: amount.currency(),
            provisional: Masked::Shown(of.before),
            amount: Masked::Shown(amount),
        })
    }
}
