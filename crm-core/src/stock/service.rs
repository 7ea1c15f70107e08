//! Receipts and counts: one document, its movements, and the stock that follows, in one act.

use super::{Goods, Moved, MovementKind, Origin, Posted, Posting, StockDocument, StockLedger, StockPool, StockReads, Warehouse};
use crate::{
    access::{CustomerAccess, Right},
    act::{Act, ActContext, Answer, Plan, Session},
    costing::ValueRounding,
    entity::{Mask, Masked, Numbering, PendingNumber, Stored, Value},
    error::{Code, Error, Result},
    ids::{ProductId, StockDocumentId, TypedId, WarehouseId},
    limits,
    num::{Currency, Decimal, Money, Quantity, UnitPrice, overflow},
    products::{UnitRatio, price_in_base},
    query::Select,
    storage::{ChangeSet, LockKeys, Reads},
    text::{composed_of, texts},
    time::Day,
};
use async_trait::async_trait;
use chrono::Datelike;
use serde::{Deserialize, Serialize};
use std::collections::BTreeSet;

/// Goods received from a supplier.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct NewReceipt {
    /// Where they are put.
    pub warehouse_id: WarehouseId,
    /// Document date.
    pub day: Day,
    /// The supplier's number, or a note.
    pub reference: Option<String>,
    /// Freight, duty and the like for the whole receipt: shared out over the lines by value, in whole steps, before unit costs follow.
    pub landed: Option<Money>,
    /// What was received.
    pub lines: Vec<ReceiptLine>,
}

impl NewReceipt {
    /// A receipt without landed costs.
    pub fn new(warehouse_id: WarehouseId, day: Day, lines: Vec<ReceiptLine>) -> Self {
        Self { warehouse_id, day, reference: None, landed: None, lines }
    }
}

/// A product received.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct ReceiptLine {
    /// The product.
    pub product_id: ProductId,
    /// How much, positive.
    pub quantity: Quantity,
    /// Cost, not negative; none where the amount of the line is given, or the goods are free.
    #[serde(default)]
    pub unit_cost: Option<UnitPrice>,
    /// Unit of quantity and cost; none: the product's base unit.
    #[serde(default)]
    pub unit: Option<String>,
    /// For how many units the cost is; one, unless it is a cost for a hundred or so.
    #[serde(default = "one")]
    pub price_quantity: Quantity,
    /// What the bill says for the whole line, instead of a cost per unit.
    #[serde(default)]
    pub amount: Option<Money>,
    /// Whether the goods cost nothing on purpose: a sample, a bonus. They count, and lower the average; a cost of zero is refused without it.
    #[serde(default)]
    pub is_free: bool,
    /// Freight, duty and the like for this line.
    pub landed: Option<Money>,
    /// The lot or serial, where the product is tracked by it; a new one is made.
    pub lot: Option<String>,
    /// The day from which the lot is no longer good.
    pub expires_on: Option<Day>,
}

/// How many units a cost is for when nothing is said of it.
fn one() -> Quantity {
    Quantity::from(1)
}

impl ReceiptLine {
    /// Goods at a cost.
    pub fn new(product_id: ProductId, quantity: Quantity, unit_cost: UnitPrice) -> Self {
        let (unit, amount, landed, lot, expires_on) = (None, None, None, None, None);
        Self { product_id, quantity, unit, unit_cost: Some(unit_cost), price_quantity: one(), amount, is_free: false, landed, lot, expires_on }
    }

    /// Goods for an amount.
    pub fn worth(product_id: ProductId, quantity: Quantity, amount: Money) -> Self {
        Self { unit_cost: None, amount: Some(amount), ..Self::new(product_id, quantity, UnitPrice::zero(amount.currency())) }
    }

    /// The line in a unit of its own, such as `box`.
    #[must_use]
    pub fn in_unit(self, unit: impl Into<String>) -> Self {
        Self { unit: Some(unit.into()), ..self }
    }

    /// Goods that cost nothing.
    pub fn free(product_id: ProductId, quantity: Quantity, currency: crate::num::Currency) -> Self {
        Self { is_free: true, ..Self::new(product_id, quantity, UnitPrice::zero(currency)) }
    }
}

/// Differences found in a count.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct NewCount {
    /// Where was counted.
    pub warehouse_id: WarehouseId,
    /// Document date.
    pub day: Day,
    /// A note.
    pub reference: Option<String>,
    /// The differences.
    pub lines: Vec<CountLine>,
}

/// The difference of one product.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct CountLine {
    /// The product.
    pub product_id: ProductId,
    /// Found if positive, missing if negative.
    pub difference: Quantity,
    /// Cost per unit of what was found; none: the cost that the product has.
    pub unit_cost: Option<UnitPrice>,
    /// The lot or serial, where the product is tracked by it.
    pub lot: Option<String>,
}

impl CountLine {
    /// A difference at the cost that the product has.
    pub fn new(product_id: ProductId, difference: Quantity) -> Self {
        Self { product_id, difference, unit_cost: None, lot: None }
    }
}

/// A posted stock document.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct StockPosted {
    /// The document.
    pub document_id: StockDocumentId,
    /// Its number.
    pub number: String,
    /// Value that came in, less value that went out; hidden from callers who may not see costs.
    pub value: Option<Money>,
    /// What was paid or charged for it, less what was credited; hidden like the value.
    pub amount: Option<Money>,
}

impl Answer for StockPosted {
    fn numbered(&mut self, number: &str) {
        number.clone_into(&mut self.number);
    }

    fn disclose(&mut self, to: &CustomerAccess) {
        if !to.sees(Mask::Cost) {
            (self.value, self.amount) = (None, None);
        }
    }
}

/// Postings of stock.
pub struct StockService<'s>(pub(crate) &'s Session<'s>);

impl Session<'_> {
    /// Postings of stock, and corrections of them.
    pub fn stock(&self) -> StockService<'_> {
        StockService(self)
    }
}

impl StockService<'_> {
    /// Posts a receipt.
    ///
    /// # Errors
    /// `access.denied`, `field.invalid`, `reference.missing`, `stock.backdated`, `stock.lot_needed`, `stock.serial_not_one`, `unit.unknown`,
    /// `unit.inexact`, `storage.*`.
    pub async fn receive(&self, receipt: &NewReceipt) -> Result<StockPosted> {
        self.0.run(receipt).await
    }

    /// Posts the differences of a count. What is missing must be there, on its day and at the end of every later one.
    ///
    /// # Errors
    /// As [`StockService::receive`], and `stock.insufficient`, `stock.cost_unknown`, `stock.lot_unknown`.
    pub async fn count(&self, count: &NewCount) -> Result<StockPosted> {
        self.0.run(count).await
    }
}

/// The series of a kind of document in the year of its date, and how its numbers look.
pub(crate) fn series(name: &str, prefix: &str, day: Day) -> (String, Numbering) {
    let year = day.year();
    (format!("{name}-{year}"), Numbering::Text { prefix: format!("{prefix}-{year}-"), width: 6 })
}

/// The products of a posting: what is locked, and what is read.
pub(crate) fn locks(products: &BTreeSet<ProductId>) -> LockKeys {
    LockKeys::none().and::<StockPool, _>(products.iter().copied())
}

/// An error of one line of a command.
pub(crate) fn line_error(line: i64, field: &'static str, reason: &str) -> Error {
    Error::field(field, reason).with("line", line)
}

/// Checks the length of a text that a caller gives.
///
/// # Errors
/// `field.too_long`.
pub(crate) fn check_text(field: &'static str, text: Option<&str>) -> Result<()> {
    crate::text::check_length(field, text.unwrap_or_default(), limits::MAX_TEXT)
}

/// Numbers lines from 1.
pub(crate) fn numbered<T>(lines: &[T]) -> impl Iterator<Item = (i64, &T)> {
    (1_i64..).zip(lines)
}

/// Checks that a document has lines, and not too many.
///
/// # Errors
/// `field.invalid`, `limit.exceeded`.
pub(crate) fn check_lines<T>(lines: &[T]) -> Result<()> {
    if lines.is_empty() {
        return Err(Error::field("lines", "is empty"));
    }
    limits::check("MAX_LINES", lines.len(), limits::MAX_LINES)
}

/// One line of a stock document, ready to be posted.
pub(crate) struct StockLine {
    pub(crate) product_id: ProductId,
    pub(crate) quantity: Quantity,
    /// The unit of the quantity; none: the base unit.
    pub(crate) unit: Option<String>,
    pub(crate) moved: StockMove,
    pub(crate) lot: Option<String>,
    pub(crate) expires_on: Option<Day>,
}

impl StockLine {
    pub(crate) fn new(product_id: ProductId, quantity: Quantity, moved: StockMove) -> Self {
        Self { product_id, quantity, unit: None, moved, lot: None, expires_on: None }
    }
}

/// How a line of a stock document moves stock.
#[derive(Clone, Copy)]
pub(crate) enum StockMove {
    /// In, at a cost, and what came on top of it.
    At(Cost, Option<Money>),
    Found,
    Missing,
}

/// What goods cost, as a line says it.
#[derive(Clone, Copy)]
pub(crate) enum Cost {
    /// A price for so many of the line's unit.
    Price(UnitPrice, Quantity),
    /// An amount for the line.
    Amount(Money),
}

impl Cost {
    /// For one unit.
    pub(crate) fn of_one(unit_cost: UnitPrice) -> Self {
        Self::Price(unit_cost, one())
    }

    fn currency(self) -> Currency {
        match self {
            Self::Price(price, _) => price.currency(),
            Self::Amount(amount) => amount.currency(),
        }
    }

    fn field(self) -> &'static str {
        if matches!(self, Self::Price(..)) { "unit_cost" } else { "amount" }
    }
}

/// A price for so many base units: what corrections of a receipt start from.
#[derive(Debug, Clone, Copy, PartialEq)]
pub(crate) struct PriceFor {
    pub(crate) price: UnitPrice,
    pub(crate) quantity: Quantity,
}

impl PriceFor {
    /// For one base unit.
    pub(crate) fn one(price: UnitPrice) -> Self {
        Self { price, quantity: one() }
    }

    /// What a quantity comes to.
    ///
    /// # Errors
    /// `number.out_of_range`.
    pub(crate) fn times(&self, quantity: Quantity, rounding: &ValueRounding) -> Result<Money> {
        if self.quantity == one() {
            return rounding.times(self.price, quantity);
        }
        let exact = self.price.amount().checked_mul(quantity.decimal()).and_then(|v| v.checked_div(self.quantity.decimal()));
        Money::rounded(exact.ok_or_else(overflow)?, rounding.currency, rounding.step, rounding.mode)
    }

    /// The quantity, where it is another than one.
    pub(crate) fn other_quantity(&self) -> Option<Quantity> {
        Some(self.quantity).filter(|quantity| *quantity != one())
    }
}

/// What came in of a line, in base units and money.
struct Came {
    quantity: Quantity,
    /// The price as corrections see it, and what the line comes to by it.
    cost: Option<(PriceFor, Money)>,
}

impl StockLine {
    /// Quantity and value, exact as the line says them: the price is for what was entered, and an amount is what it is.
    fn came(&self, ledger: &StockLedger<'_>) -> Result<Came> {
        let rounding = ledger.rounding();
        let quantity = match &self.unit {
            Some(unit) => ledger.units_of(self.product_id)?.to_base(self.quantity, Some(unit))?,
            None => self.quantity,
        };
        let StockMove::At(cost, _) = self.moved else { return Ok(Came { quantity, cost: None }) };
        crate::num::same_currency(cost.currency(), rounding.currency)?;
        let cost = match cost {
            Cost::Price(price, per) => {
                let unit = self.unit.as_deref().map_or(Ok(UnitRatio::ONE), |unit| ledger.units_of(self.product_id)?.ratio(Some(unit)))?;
                let (base, of) = price_in_base(price, UnitRatio::of_quantity(per)?, unit)?;
                let value = PriceFor { price, quantity: per }.times(self.quantity, rounding)?;
                (PriceFor { price: base, quantity: of }, value)
            }
            Cost::Amount(amount) => {
                if Money::rounded(amount.amount(), amount.currency(), rounding.step, rounding.mode)? != amount {
                    return Err(Error::field("amount", "is finer than the money step of the books"));
                }
                (PriceFor { price: UnitPrice::new(amount.amount(), amount.currency())?, quantity }, amount)
            }
        };
        Ok(Came { quantity, cost: Some(cost) })
    }
}

/// A stock document, ready to be posted.
struct StockDraft<'a> {
    kind: MovementKind,
    warehouse_id: WarehouseId,
    day: Day,
    reference: Option<&'a String>,
    lines: Vec<StockLine>,
    /// Shared out over the lines by value.
    landed: Option<Money>,
}

impl StockDraft<'_> {
    async fn plan(&self, context: &mut ActContext<'_>) -> Result<Plan<StockPosted>> {
        check_text("reference", self.reference.map(String::as_str))?;
        let goods: Goods = self.lines.iter().map(|l| (l.product_id, l.lot.as_deref())).collect();
        let may_leave = self.lines.iter().any(|l| matches!(l.moved, StockMove::Missing));
        let goods = Goods { may_leave, has_units: self.lines.iter().any(|l| l.unit.is_some()), ..goods.on(self.day) };
        let mut reads = Reads::new();
        let permit = context.company_permit();
        let stock = StockReads::ask(&mut reads, &permit, &goods.products)?;
        let warehouse = reads.select(Select::<Warehouse>::new(&permit).keys([Value::Id(self.warehouse_id.uuid())])?);
        let mut answers = context.read(&locks(&goods.products), reads).await?;
        let warehouse = check_warehouse(answers.first(&warehouse)?)?;
        let mut ledger = StockLedger::open(context, &goods, &[&warehouse], &stock, &mut answers).await?;
        let mut changes = context.changes();
        let posted = self.post(&mut ledger, &mut changes)?;
        ledger.into_changes(&mut changes);
        Ok(answer(changes, posted))
    }

    /// The pure part: lines to movements, movements to a document.
    fn post(&self, ledger: &mut StockLedger<'_>, changes: &mut ChangeSet) -> Result<DocumentPosted> {
        let mut document = NewDocument::new(self.kind, self.day, changes).of(self.warehouse_id);
        document.reference = self.reference.cloned();
        let total = document.post(ledger, &numbered(&self.lines).collect::<Vec<_>>(), self.landed)?;
        crate::num::check_amount("amount", total)?;
        document.insert(changes)
    }
}

/// The share of each line in what came on top of the whole document: by value, and by quantity where nothing has a value.
fn share_landed(landed: Option<Money>, came: &[Came], rounding: &ValueRounding) -> Result<Vec<Money>> {
    let Some(landed) = landed else { return Ok(vec![Money::zero(rounding.currency); came.len()]) };
    check_landed(Some(landed))?;
    let mut weights: Vec<Decimal> = came.iter().map(|c| c.cost.map_or(Decimal::ZERO, |(_, value)| value.amount())).collect();
    if weights.iter().all(Decimal::is_zero) {
        weights = came.iter().map(|c| c.quantity.decimal()).collect();
    }
    crate::costing::spread(landed, &weights, rounding)
}

impl StockLine {
    /// # Errors
    /// `field.invalid`, `reference.missing`.
    fn check(&self, ledger: &StockLedger<'_>) -> Result<()> {
        if !ledger.product(self.product_id)?.is_stocked {
            return Err(Error::field("product_id", "is a service, which has no stock"));
        }
        if !self.quantity.is_positive() {
            return Err(Error::field("quantity", "is not positive"));
        }
        let StockMove::At(cost, own) = self.moved else { return Ok(()) };
        let is_negative = match cost {
            Cost::Price(price, _) => price.amount() < Decimal::ZERO,
            Cost::Amount(amount) => amount.is_negative(),
        };
        if is_negative { Err(Error::field(cost.field(), "is negative")) } else { check_landed(own) }
    }
}

fn check_landed(landed: Option<Money>) -> Result<()> {
    if landed.is_some_and(Money::is_negative) { Err(Error::field("landed", "is negative")) } else { Ok(()) }
}

/// A stock document being written: its lines are posted one by one, then it is.
pub(crate) struct NewDocument {
    pub(super) id: StockDocumentId,
    pub(super) kind: MovementKind,
    pub(super) day: Day,
    pub(super) warehouse_id: Option<WarehouseId>,
    pub(super) to_warehouse_id: Option<WarehouseId>,
    pub(super) corrects_id: Option<StockDocumentId>,
    /// What its movements belong to, where that is another document than the one that it corrects.
    pub(super) root_id: Option<StockDocumentId>,
    pub(super) reference: Option<String>,
    sums: Option<(Money, Money)>,
}

/// A stock document as it was written.
pub(crate) struct DocumentPosted {
    pub(crate) id: StockDocumentId,
    pub(crate) number: PendingNumber,
    pub(crate) amount: Money,
    pub(crate) value: Money,
}

impl NewDocument {
    pub(crate) fn new(kind: MovementKind, day: Day, changes: &ChangeSet) -> Self {
        let id = changes.new_id();
        Self { id, kind, day, warehouse_id: None, to_warehouse_id: None, corrects_id: None, root_id: None, reference: None, sums: None }
    }

    /// Of a warehouse.
    pub(crate) fn of(self, warehouse_id: WarehouseId) -> Self {
        Self { warehouse_id: Some(warehouse_id), ..self }
    }

    pub(super) fn origin(&self) -> Origin {
        Origin { corrects_id: self.root_id.or(self.corrects_id), ..Origin::stock(self.kind, self.id, self.day, self.warehouse_id) }
    }

    /// Counts a posted line.
    pub(super) fn add(&mut self, posted: Posted) -> Result<()> {
        self.sums = Some(match self.sums {
            None => (posted.amount, posted.value),
            Some((amount, value)) => (amount.plus(posted.amount)?, value.plus(posted.value)?),
        });
        Ok(())
    }

    /// Posts lines, each with its number; what came on top of all of them is shared out by value. Answers with what came in through them.
    pub(crate) fn post(&mut self, ledger: &mut StockLedger<'_>, lines: &[(i64, &StockLine)], landed: Option<Money>) -> Result<Money> {
        for (number, line) in lines {
            line.check(ledger).map_err(|e| e.with("line", number))?;
        }
        let came = lines.iter().map(|(number, line)| line.came(ledger).map_err(|e| e.with("line", number)));
        let came = came.collect::<Result<Vec<_>>>()?;
        let landed = share_landed(landed, &came, ledger.rounding())?;
        let mut total = Money::zero(ledger.rounding().currency);
        for (((number, line), Came { quantity, cost }), landed) in lines.iter().zip(came).zip(landed) {
            let moved = match (line.moved, cost) {
                (StockMove::At(_, own), Some((_, value))) => {
                    let value = own.into_iter().chain([landed]).try_fold(value, Money::plus)?;
                    crate::num::check_amount("amount", value).map_err(|e| e.with("line", number))?;
                    total = total.plus(value)?;
                    Moved::ReceivedAt(value)
                }
                (StockMove::Missing, _) => Moved::Issued,
                _ => Moved::Found,
            };
            let price = cost.map(|(price, _)| price);
            let posting = Posting {
                unit_cost: price.map(|price| price.price),
                price_quantity: price.and_then(|price| price.other_quantity()),
                entered: line.unit.as_deref().map(|unit| (line.quantity, unit)),
                ..Posting::new(line.product_id, quantity, moved, *number)
            };
            let posted = ledger.post(&posting.lot(line.lot.as_deref()), &self.origin()).map_err(|e| e.with("line", number))?;
            if let (Some(lot), Some(day)) = (&line.lot, line.expires_on) {
                ledger.expire(line.product_id, lot, day).map_err(|e| e.with("line", number))?;
            }
            self.add(posted)?;
        }
        Ok(total)
    }

    pub(crate) fn insert(self, changes: &mut ChangeSet) -> Result<DocumentPosted> {
        let (amount, value) = self.sums.ok_or_else(|| Error::corrupt("a stock document without lines"))?;
        let (name, prefix) = names(self.kind);
        let (series, numbering) = series(name, prefix, self.day);
        let number = changes.next_number(&series, numbering);
        let sequence = PendingNumber { numbering: Numbering::Sequence, ..number.clone() };
        let document = StockDocument {
            kind: self.kind,
            number: String::new(),
            series,
            sequence: 0,
            day: self.day,
            posted_at: changes.context().at,
            operator_id: changes.context().operator,
            warehouse_id: self.warehouse_id,
            to_warehouse_id: self.to_warehouse_id,
            corrects_id: self.corrects_id,
            reference: self.reference,
            currency: value.currency(),
            amount: Masked::Shown(amount),
            value: Masked::Shown(value),
        };
        changes.insert_with(&Stored::new(self.id, document), &[("number", &number), ("sequence", &sequence)]);
        Ok(DocumentPosted { id: self.id, number, amount, value })
    }
}

/// The series of a kind of stock document, and how its numbers begin.
fn names(kind: MovementKind) -> (&'static str, &'static str) {
    match kind {
        MovementKind::Receipt => ("receipt", "GR"),
        MovementKind::Count => ("count", "SC"),
        MovementKind::Transfer => ("transfer", "ST"),
        MovementKind::SupplierReturn => ("supplier_return", "SR"),
        MovementKind::Revaluation | MovementKind::MethodChange | MovementKind::Recost => ("revaluation", "RV"),
        MovementKind::LateCost | MovementKind::PriceCorrection | MovementKind::QuantityCorrection => ("receipt_correction", "RC"),
        MovementKind::Reversal => ("stock_reversal", "SX"),
        MovementKind::Opening | MovementKind::Delivery | MovementKind::Return => ("opening", "OB"),
    }
}

/// The answer to a posted document, as its caller may see it.
pub(super) fn answer(changes: ChangeSet, posted: DocumentPosted) -> Plan<StockPosted> {
    let answer = StockPosted { document_id: posted.id, number: String::new(), value: Some(posted.value), amount: Some(posted.amount) };
    Plan { number: Some(posted.number), ..Plan::new(changes, answer) }
}

/// # Errors
/// `reference.missing`, `field.invalid`.
pub(crate) fn check_warehouse(warehouse: Option<Stored<Warehouse>>) -> Result<Stored<Warehouse>> {
    match warehouse {
        None => Err(Error::new(Code::ReferenceMissing, "there is no such warehouse").with("field", "warehouse_id")),
        Some(warehouse) if !warehouse.is_active => Err(Error::field("warehouse_id", "is no longer in use")),
        Some(warehouse) => Ok(warehouse),
    }
}

impl ReceiptLine {
    /// What the goods cost, said in one way.
    ///
    /// # Errors
    /// `field.invalid`.
    fn cost(&self) -> Result<Cost> {
        let (cost, is_nothing) = match (self.unit_cost, self.amount) {
            (Some(price), None) => (Cost::Price(price, self.price_quantity), price.amount().is_zero()),
            (None, Some(amount)) => (Cost::Amount(amount), amount.is_zero()),
            (Some(price), Some(amount)) if price.amount().is_zero() => (Cost::Amount(amount), amount.is_zero()),
            (Some(_), Some(_)) => return Err(Error::field("amount", "is given beside a cost per unit")),
            (None, None) => return Err(Error::field("unit_cost", "is missing; give a cost per unit or the amount of the line")),
        };
        if !self.price_quantity.is_positive() {
            return Err(Error::field("price_quantity", "is not positive"));
        }
        match (self.is_free, is_nothing) {
            (false, true) => Err(Error::field(cost.field(), "is nothing; goods that are free say so")),
            (true, false) => Err(Error::field(cost.field(), "is something, and the goods are free")),
            _ => Ok(cost),
        }
    }
}

texts! {
    NewReceipt: reference lines;
    NewCount: reference lines;
    ReceiptLine: lot;
    CountLine: lot;
}

#[async_trait]
impl Act for NewReceipt {
    type Answer = StockPosted;
    const OPERATION: &'static str = "stock.receive";

    fn right(&self) -> Right {
        Right::StockPost
    }

    fn composed(&self) -> Option<Self> {
        composed_of(self)
    }

    async fn plan(&self, context: &mut ActContext<'_>) -> Result<Plan<StockPosted>> {
        context.check_day(self.day)?;
        check_lines(&self.lines)?;
        let line = |(number, l): (i64, &ReceiptLine)| {
            let cost = l.cost().map_err(|e| e.with("line", number))?;
            let moved = StockMove::At(cost, l.landed);
            let (unit, lot, expires_on) = (l.unit.clone(), l.lot.clone(), l.expires_on);
            Ok(StockLine { unit, lot, expires_on, ..StockLine::new(l.product_id, l.quantity, moved) })
        };
        let said = numbered(&self.lines).map(line).collect::<Result<Vec<_>>>()?;
        let NewReceipt { warehouse_id, day, reference, landed, .. } = self;
        let kind = MovementKind::Receipt;
        StockDraft { kind, warehouse_id: *warehouse_id, day: *day, reference: reference.as_ref(), lines: said, landed: *landed }.plan(context).await
    }
}

#[async_trait]
impl Act for NewCount {
    type Answer = StockPosted;
    const OPERATION: &'static str = "stock.count";

    fn right(&self) -> Right {
        Right::StockPost
    }

    fn composed(&self) -> Option<Self> {
        composed_of(self)
    }

    async fn plan(&self, context: &mut ActContext<'_>) -> Result<Plan<StockPosted>> {
        context.check_day(self.day)?;
        check_lines(&self.lines)?;
        let line = |l: &CountLine| {
            let moved = match l.unit_cost {
                _ if l.difference.is_negative() => StockMove::Missing,
                Some(cost) => StockMove::At(Cost::of_one(cost), None),
                None => StockMove::Found,
            };
            let quantity = if l.difference.is_negative() { l.difference.negated() } else { l.difference };
            StockLine { lot: l.lot.clone(), ..StockLine::new(l.product_id, quantity, moved) }
        };
        let NewCount { warehouse_id, day, reference, lines } = self;
        let lines = lines.iter().map(line).collect();
        let kind = MovementKind::Count;
        StockDraft { kind, warehouse_id: *warehouse_id, day: *day, reference: reference.as_ref(), lines, landed: None }.plan(context).await
    }
}
