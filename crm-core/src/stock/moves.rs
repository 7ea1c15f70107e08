//! Transfers, supplier returns, and the undoing of stock documents. An issued document never changes; what corrects it names it.

use super::{
    CostBasis, Goods, KeptReads, Moved, MovementKind, Posting, PriceFor, StockDocument, StockLedger, StockMovement, StockPosted, StockReads,
    StockService, Warehouse, check_lines, check_text, check_warehouse, line_error, locks, numbered,
    service::{NewDocument, answer},
};
use crate::{
    access::Right,
    act::{Act, ActContext, Plan},
    costing::{LateCost, ValueRounding},
    documents::SalesLine,
    entity::{Stored, Value},
    error::{Code, Error, Result},
    ids::{CustomerId, ProductId, SalesDocumentId, StockDocumentId, TypedId, WarehouseId},
    num::{Decimal, Money, Quantity, UnitPrice},
    query::{Filter, Select, Test},
    storage::{Answers, Ask, LockKeys, Reads},
    text::{composed_of, texts},
    time::Day,
};
use async_trait::async_trait;
use serde::Serialize;

/// Goods moved from one warehouse to another. Their value is that of the company, so none moves.
#[derive(Debug, Clone, PartialEq, Serialize, serde::Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct NewTransfer {
    /// Where they are taken from.
    pub from_warehouse_id: WarehouseId,
    /// Where they are put.
    pub to_warehouse_id: WarehouseId,
    /// Document date.
    pub day: Day,
    /// A note.
    pub reference: Option<String>,
    /// What is moved.
    pub lines: Vec<TransferLine>,
}

/// A product moved.
#[derive(Debug, Clone, PartialEq, Serialize, serde::Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct TransferLine {
    /// The product.
    pub product_id: ProductId,
    /// How much, positive.
    pub quantity: Quantity,
    /// The lot or serial, where the product is tracked by it.
    pub lot: Option<String>,
}

/// Goods sent back to a supplier. They leave at the cost that they have now; what the supplier credits besides is a variance.
#[derive(Debug, Clone, PartialEq, Serialize, serde::Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct NewSupplierReturn {
    /// Where they are taken from.
    pub warehouse_id: WarehouseId,
    /// Document date.
    pub day: Day,
    /// The receipt that they came with, where it is known.
    pub receipt_id: Option<StockDocumentId>,
    /// The supplier's number, or a note.
    pub reference: Option<String>,
    /// What is sent back.
    pub lines: Vec<SupplierReturnLine>,
}

/// A product sent back.
#[derive(Debug, Clone, PartialEq, Serialize, serde::Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct SupplierReturnLine {
    /// The product.
    pub product_id: ProductId,
    /// How much, positive.
    pub quantity: Quantity,
    /// The lot or serial, where the product is tracked by it.
    pub lot: Option<String>,
    /// What the supplier credits for a unit; none: the price of the receipt, or what the goods cost where no receipt is named.
    pub credit: Option<UnitPrice>,
    /// The line of the receipt, where the product is on several.
    pub receipt_line: Option<i64>,
}

impl NewTransfer {
    /// Goods from one warehouse to another.
    pub fn new(from_warehouse_id: WarehouseId, to_warehouse_id: WarehouseId, day: Day, lines: Vec<TransferLine>) -> Self {
        Self { from_warehouse_id, to_warehouse_id, day, reference: None, lines }
    }
}

impl TransferLine {
    /// So much of a product that has no lots.
    pub fn new(product_id: ProductId, quantity: Quantity) -> Self {
        Self { product_id, quantity, lot: None }
    }
}

impl NewSupplierReturn {
    /// Goods back from a warehouse.
    pub fn new(warehouse_id: WarehouseId, day: Day, lines: Vec<SupplierReturnLine>) -> Self {
        Self { warehouse_id, receipt_id: None, day, reference: None, lines }
    }
}

impl SupplierReturnLine {
    /// So much of a product that has no lots.
    pub fn new(product_id: ProductId, quantity: Quantity) -> Self {
        Self { product_id, quantity, lot: None, credit: None, receipt_line: None }
    }
}

/// Undoes a stock document at exactly its value.
#[derive(Debug, Clone, PartialEq, Serialize, serde::Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct Reverse {
    /// The document.
    pub document_id: StockDocumentId,
    /// Document date.
    pub day: Day,
    /// A note.
    pub reference: Option<String>,
}

/// Who received goods of a lot.
#[derive(Debug, Clone, PartialEq, Serialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct LotReceiver {
    /// The customer.
    pub customer_id: CustomerId,
    /// The delivery or return.
    pub document_id: SalesDocumentId,
    /// Its day.
    pub day: Day,
    /// Delivered if positive, returned if negative.
    pub quantity: Quantity,
}

impl StockService<'_> {
    /// Moves goods from one warehouse to another; what is reserved for orders stays.
    ///
    /// # Errors
    /// As [`StockService::count`].
    pub async fn transfer(&self, transfer: &NewTransfer) -> Result<StockPosted> {
        self.0.run(transfer).await
    }

    /// Sends goods back to a supplier; what is reserved for orders stays.
    ///
    /// # Errors
    /// As [`StockService::count`], and `return.exceeds_delivery` beyond what the receipt brought.
    pub async fn return_to_supplier(&self, back: &NewSupplierReturn) -> Result<StockPosted> {
        self.0.run(back).await
    }

    /// Undoes a stock document at exactly its value. What it brought must still be there.
    ///
    /// # Errors
    /// `stock.not_correctable` if it was undone before, is not of a kind that can be, covered goods that were sold before, or has corrections
    /// that must be undone first, or is followed by others that rest on its price; otherwise as [`StockService::count`].
    pub async fn reverse(&self, reverse: &Reverse) -> Result<StockPosted> {
        self.0.run(reverse).await
    }

    /// Who received goods of a lot, within the caller's reach, in the order of days.
    ///
    /// # Errors
    /// `access.denied`, `storage.*`.
    pub async fn receivers_of_lot(&self, product_id: ProductId, lot: &str) -> Result<Vec<LotReceiver>> {
        let of_lot = SalesLine::product_id().eq(product_id).and(SalesLine::lot().eq(Some(lot.to_owned())));
        let rows = self.0.report::<SalesLine>(|r| r.filter(&of_lot)?.by("day")?.by("document_id")?.by("customer_id")?.sum("quantity")).await?;
        let receiver = |row: Vec<Value>| {
            let mut row = row.into_iter();
            let mut next = || row.next().ok_or_else(|| Error::corrupt("a report row is too short"));
            let (day, document, customer) = (next()?.into_day()?, next()?.into_id()?, next()?.into_id()?);
            next()?;
            let quantity = Quantity::total(next()?.into_decimal()?)?;
            Ok(LotReceiver { customer_id: CustomerId(customer), document_id: SalesDocumentId(document), day, quantity })
        };
        rows.into_iter().map(receiver).collect()
    }
}

/// A stock document that is corrected: its movements, and what corrected it before.
pub(super) struct Corrected {
    pub(super) document: Stored<StockDocument>,
    pub(super) movements: Vec<StockMovement>,
    pub(super) corrections: Vec<StockMovement>,
    /// Documents that correct it, and documents that correct those.
    followers: Vec<Stored<StockDocument>>,
}

impl Corrected {
    /// Locks the document, so that corrections of it follow each other, and reads it.
    pub(super) async fn read(context: &mut ActContext<'_>, id: StockDocumentId, field: &'static str) -> Result<Self> {
        let permit = context.company_permit();
        let mut reads = Reads::new();
        let document = reads.select(Select::<StockDocument>::new(&permit).keys([Value::Id(id.uuid())])?);
        let own = StockMovement::stock_document_id().eq(Some(id));
        let movements = reads.select(Select::<StockMovement>::new(&permit).filter(&own)?.sort(&["line", "sequence"])?.everything());
        let corrections = StockMovement::corrects_id().eq(Some(id));
        let corrections = reads.select(Select::<StockMovement>::new(&permit).filter(&corrections)?.sort(&["sequence"])?.everything());
        let followers = reads.select(Select::<StockDocument>::new(&permit).filter(&StockDocument::corrects_id().eq(Some(id)))?.everything());
        let mut answers = context.read(&LockKeys::none().and::<StockDocument, _>([id]), reads).await?;
        let missing = || Error::new(Code::ReferenceMissing, "there is no such stock document").with("field", field).with("id", id);
        Ok(Self {
            document: answers.first(&document)?.ok_or_else(missing)?,
            movements: answers.all(&movements)?.into_iter().map(|m| m.data).collect(),
            corrections: answers.all(&corrections)?.into_iter().map(|m| m.data).collect(),
            followers: answers.all(&followers)?,
        })
    }

    pub(super) fn goods(&self) -> Goods {
        self.movements.iter().map(|m| (m.product_id, m.lot.as_deref())).collect()
    }

    /// The movement of a line.
    pub(super) fn line(&self, line: i64) -> Result<&StockMovement> {
        let found = self.movements.iter().find(|m| m.line == line && m.basis == CostBasis::Given);
        found.ok_or_else(|| Error::new(Code::ReferenceMissing, "the receipt has no such line").with("field", "line").with("line", line))
    }

    /// The document, if it is a receipt.
    pub(super) fn receipt(&self) -> Result<()> {
        match self.document.kind {
            MovementKind::Receipt | MovementKind::Opening if !self.is_undone() => Ok(()),
            _ => Err(not_correctable("is no receipt, or was undone")),
        }
    }

    pub(super) fn is_undone(&self) -> bool {
        self.followers.iter().any(|f| f.kind == MovementKind::Reversal)
    }

    /// The price of a line now: that of its last correction, or its own.
    pub(super) fn price(&self, of: &StockMovement) -> Option<PriceFor> {
        let said = |m: &StockMovement| m.unit_cost.map(|price| PriceFor { quantity: m.price_quantity.unwrap_or_else(|| 1.into()), price });
        self.standing(of, MovementKind::PriceCorrection).filter_map(said).next_back().or_else(|| said(of))
    }

    /// What corrections of a kind moved of a line.
    pub(super) fn moved(&self, of: &StockMovement, kind: MovementKind) -> Result<Quantity> {
        self.standing(of, kind).map(|c| c.quantity).try_fold(Quantity::ZERO, Quantity::plus)
    }

    /// Corrections of a line that were not undone themselves.
    fn standing<'c>(&'c self, of: &'c StockMovement, kind: MovementKind) -> impl DoubleEndedIterator<Item = &'c StockMovement> {
        let of_product = move |c: &&StockMovement| c.product_id == of.product_id;
        let is_undone = move |sequence: i64| {
            self.corrections.iter().filter(of_product).any(|c| c.kind == MovementKind::Reversal && c.for_sequence == Some(sequence))
        };
        let of_line = move |c: &&StockMovement| c.kind == kind && c.for_sequence == Some(of.sequence) && !is_undone(c.sequence);
        self.corrections.iter().filter(of_product).filter(of_line)
    }
}

/// What another price of a receipt's line changes.
pub(super) struct Repriced {
    /// For the receipt, and for each correction that more came: what it costs more, or less if negative.
    pub(super) parts: Vec<LateCost>,
    /// For each supplier return at the receipt's price: its place, and what is charged more for it, or less if negative.
    pub(super) sent_back: Vec<(i64, Money)>,
}

impl Corrected {
    /// A receipt's line as a late cost is shared out over it: less what a correction of its quantity took off.
    pub(super) fn late(&self, of: &StockMovement, amount: Money) -> Result<LateCost> {
        let mut less = self.standing(of, MovementKind::QuantityCorrection).map(|c| c.quantity).filter(|q| q.is_negative());
        let left = less.try_fold(of.quantity, Quantity::plus)?;
        let (quantity, left) = if left.is_positive() { (left, left) } else { (of.quantity, Quantity::ZERO) };
        Ok(LateCost { sequence: of.sequence, quantity, entered: entered(of, left)?, amount })
    }

    /// What a line costs more at another price. Each quantity was rounded by itself when it was posted, and is again.
    pub(super) fn reprice(&self, of: &StockMovement, (from, to): (PriceFor, PriceFor), rounding: &ValueRounding) -> Result<Repriced> {
        let more = |quantity: Quantity| {
            let amount = |price: PriceFor| match quantity.is_negative() {
                true => Ok(price.times(quantity.negated(), rounding)?.negated()),
                false => price.times(quantity, rounding),
            };
            amount(to)?.minus(amount(from)?)
        };
        let corrected = || self.standing(of, MovementKind::QuantityCorrection);
        let came: Vec<&StockMovement> = [of].into_iter().chain(corrected().filter(|c| c.quantity.is_positive())).collect();
        let mut less = corrected().filter(|c| c.quantity.is_negative()).try_fold(Quantity::ZERO, |sum, c| sum.minus(c.quantity))?;
        let amount = [of].into_iter().chain(corrected()).try_fold(Money::zero(rounding.currency), |sum, m| sum.plus(more(m.quantity)?))?;
        let mut left = Vec::with_capacity(came.len());
        for movement in &came {
            let gone = less.min(movement.quantity);
            less = less.minus(gone)?;
            left.push(movement.quantity.minus(gone)?);
        }
        let mut weights: Vec<Decimal> = left.iter().map(|quantity| quantity.decimal()).collect();
        if let Some(own) = weights.first_mut().filter(|_| left.iter().all(|quantity| quantity.is_zero())) {
            *own = Decimal::ONE;
        }
        let shares = crate::costing::spread(amount, &weights, rounding)?;
        let part = |((movement, left), amount): ((&&StockMovement, &Quantity), Money)| {
            let quantity = if left.is_positive() { *left } else { movement.quantity };
            Ok(LateCost { sequence: movement.sequence, quantity, entered: entered(movement, *left)?, amount })
        };
        // The receipt's own stays, because it holds the price.
        let is_part = |((movement, left), _): &((&&StockMovement, &Quantity), Money)| left.is_positive() || movement.sequence == of.sequence;
        let parts = came.iter().zip(&left).zip(shares).filter(is_part).map(part).collect::<Result<Vec<_>>>()?;
        let sent = self.standing(of, MovementKind::SupplierReturn).filter(|m| m.unit_cost.is_none());
        let sent_back = sent.map(|m| Ok((m.sequence, more(m.quantity)?))).collect::<Result<_>>()?;
        Ok(Repriced { parts, sent_back })
    }
}

/// What entered stock of what is left of a receipt's line; the rest covered goods that had left before.
fn entered(of: &StockMovement, left: Quantity) -> Result<Quantity> {
    left.minus(of.covered).map(|entered| entered.max(Quantity::ZERO))
}

pub(super) fn not_correctable(reason: &str) -> Error {
    Error::new(Code::NotCorrectable, format!("the document {reason}")).with("reason", reason)
}

/// Reads stock and warehouses, and opens the ledger; the pools are locked first.
pub(super) async fn open_ledger<'a>(
    context: &mut ActContext<'a>,
    goods: &Goods,
    warehouses: &[WarehouseId],
    mut reads: Reads,
) -> Result<(StockLedger<'a>, Vec<Stored<Warehouse>>, Answers)> {
    let permit = context.company_permit();
    let stock = StockReads::ask(&mut reads, &permit, &goods.products)?;
    let asks: Vec<Ask<Stored<Warehouse>>> =
        warehouses.iter().map(|id| Ok(reads.select(Select::<Warehouse>::new(&permit).keys([Value::Id(id.uuid())])?))).collect::<Result<_>>()?;
    let mut answers = context.read(&locks(&goods.products), reads).await?;
    let found = asks.iter().map(|ask| check_warehouse(answers.first(ask)?)).collect::<Result<Vec<_>>>()?;
    let ledger = StockLedger::open(context, goods, &found.iter().collect::<Vec<_>>(), &stock, &mut answers).await?;
    Ok((ledger, found, answers))
}

/// The ledger for goods that leave a warehouse: what is reserved there for orders stays.
async fn open_what_is_free<'a>(context: &mut ActContext<'a>, goods: &Goods, from: WarehouseId, others: &[WarehouseId]) -> Result<StockLedger<'a>> {
    let mut reads = Reads::new();
    let kept = KeptReads::ask(&mut reads, context, &goods.products, from, None)?;
    let warehouses: Vec<_> = others.iter().copied().chain([from]).collect();
    let (mut ledger, _, mut answers) = open_ledger(context, goods, &warehouses, reads).await?;
    ledger.hold(from, kept.take(&mut answers)?);
    Ok(ledger)
}

fn check_line(ledger: &StockLedger<'_>, number: i64, product_id: ProductId, quantity: Quantity) -> Result<()> {
    if !ledger.product(product_id)?.is_stocked {
        return Err(line_error(number, "product_id", "is a service, which has no stock"));
    }
    if !quantity.is_positive() {
        return Err(line_error(number, "quantity", "is not positive"));
    }
    Ok(())
}

texts! {
    NewTransfer: reference lines;
    NewSupplierReturn: reference lines;
    TransferLine: lot;
    SupplierReturnLine: lot;
}

#[async_trait]
impl Act for NewTransfer {
    type Answer = StockPosted;
    const OPERATION: &'static str = "stock.transfer";

    fn right(&self) -> Right {
        Right::StockPost
    }

    fn composed(&self) -> Option<Self> {
        composed_of(self)
    }

    async fn plan(&self, context: &mut ActContext<'_>) -> Result<Plan<StockPosted>> {
        context.check_day(self.day)?;
        check_lines(&self.lines)?;
        check_text("reference", self.reference.as_deref())?;
        let (from, to) = (self.from_warehouse_id, self.to_warehouse_id);
        if from == to {
            return Err(Error::field("to_warehouse_id", "is the warehouse that the goods are in"));
        }
        let goods = self.lines.iter().map(|l| (l.product_id, l.lot.as_deref())).collect::<Goods>().leaving(self.day);
        let mut ledger = open_what_is_free(context, &goods, from, &[to]).await?;
        let mut changes = context.changes();
        let mut document = NewDocument::new(MovementKind::Transfer, self.day, &changes);
        (document.warehouse_id, document.to_warehouse_id) = (Some(from), Some(to));
        document.reference = self.reference.clone();
        for (number, line) in numbered(&self.lines) {
            check_line(&ledger, number, line.product_id, line.quantity)?;
            let posting = Posting::new(line.product_id, line.quantity, Moved::Issued, number).lot(line.lot.as_deref());
            document.add(ledger.transfer(&posting, &document.origin(), to).map_err(|e| e.with("line", number))?)?;
        }
        let posted = document.insert(&mut changes)?;
        ledger.into_changes(&mut changes);
        Ok(answer(changes, posted))
    }
}

#[async_trait]
impl Act for NewSupplierReturn {
    type Answer = StockPosted;
    const OPERATION: &'static str = "stock.return_to_supplier";

    fn right(&self) -> Right {
        Right::StockPost
    }

    fn composed(&self) -> Option<Self> {
        composed_of(self)
    }

    async fn plan(&self, context: &mut ActContext<'_>) -> Result<Plan<StockPosted>> {
        context.check_day(self.day)?;
        check_lines(&self.lines)?;
        check_text("reference", self.reference.as_deref())?;
        let receipt = match self.receipt_id {
            Some(id) => Some(Corrected::read(context, id, "receipt_id").await?),
            None => None,
        };
        let goods = self.lines.iter().map(|l| (l.product_id, l.lot.as_deref())).collect::<Goods>().leaving(self.day);
        let mut ledger = open_what_is_free(context, &goods, self.warehouse_id, &[]).await?;
        let mut changes = context.changes();
        let mut document = NewDocument::new(MovementKind::SupplierReturn, self.day, &changes);
        document.warehouse_id = Some(self.warehouse_id);
        document.reference = self.reference.clone();
        document.corrects_id = self.receipt_id;
        let mut sent: Vec<(i64, Quantity)> = Vec::new();
        for (number, line) in numbered(&self.lines) {
            check_line(&ledger, number, line.product_id, line.quantity)?;
            let of = receipt.as_ref().map(|r| line.find(r)).transpose().map_err(|e| e.with("line", number))?;
            if let (Some(of), Some(receipt)) = (of, &receipt) {
                line.check(receipt, of, &mut sent).map_err(|e| e.with("line", number))?;
            }
            let price = line.credit.map(PriceFor::one).or_else(|| receipt.as_ref().zip(of).and_then(|(r, of)| r.price(of)));
            if price.is_some_and(|p| p.price.amount() < Decimal::ZERO) {
                return Err(line_error(number, "credit", "is negative"));
            }
            let moved = match price {
                Some(price) => Moved::SentBack(price.times(line.quantity, ledger.rounding())?),
                None => Moved::Issued,
            };
            if let (Some(_), Moved::SentBack(credit)) = (line.credit, moved) {
                crate::num::check_amount("credit", credit).map_err(|e| e.with("line", number))?;
            }
            // The price of the receipt is the receipt's: if that is corrected, so is what was credited by it.
            let posting = Posting { unit_cost: line.credit, ..Posting::new(line.product_id, line.quantity, moved, number) };
            let posting = Posting { for_sequence: of.map(|m| m.sequence), ..posting.lot(line.lot.as_deref()) };
            document.add(ledger.post(&posting, &document.origin()).map_err(|e| e.with("line", number))?)?;
        }
        let posted = document.insert(&mut changes)?;
        ledger.into_changes(&mut changes);
        Ok(answer(changes, posted))
    }
}

impl SupplierReturnLine {
    /// The movement of the receipt that the line sends back.
    fn find<'r>(&self, receipt: &'r Corrected) -> Result<&'r StockMovement> {
        receipt.receipt()?;
        let wanted = |m: &&StockMovement| {
            m.product_id == self.product_id && m.basis == CostBasis::Given && self.receipt_line.is_none_or(|line| line == m.line) && m.lot == self.lot
        };
        let missing = || Error::new(Code::ReferenceMissing, "the receipt has no such line").with("field", "receipt_line");
        receipt.movements.iter().find(wanted).ok_or_else(missing)
    }

    /// No more goes back than came.
    fn check(&self, receipt: &Corrected, of: &StockMovement, sent: &mut Vec<(i64, Quantity)>) -> Result<()> {
        let corrected = of.quantity.plus(receipt.moved(of, MovementKind::QuantityCorrection)?)?;
        let left = corrected.plus(receipt.moved(of, MovementKind::SupplierReturn)?)?;
        let left = sent.iter().filter(|(line, _)| *line == of.line).try_fold(left, |left, (_, q)| left.minus(*q))?;
        if self.quantity > left {
            let message = format!("not {} of the receipt are left to be sent back", self.quantity);
            return Err(Error::new(Code::ReturnExceedsDelivery, message).guarded(Right::StockRead, "available", left));
        }
        sent.push((of.line, self.quantity));
        Ok(())
    }
}

#[async_trait]
impl Act for Reverse {
    type Answer = StockPosted;
    const OPERATION: &'static str = "stock.reverse";

    fn right(&self) -> Right {
        Right::StockPost
    }

    async fn plan(&self, context: &mut ActContext<'_>) -> Result<Plan<StockPosted>> {
        context.check_day(self.day)?;
        check_text("reference", self.reference.as_deref())?;
        let of = Corrected::read(context, self.document_id, "document_id").await?;
        let warehouses: Vec<_> = of.document.warehouse_id.into_iter().chain(of.document.to_warehouse_id).collect();
        let permit = context.company_permit();
        let mut reads = Reads::new();
        let ids = of.followers.iter().map(|f| Value::Id(f.id.uuid())).collect();
        let undoing = Filter::Field("corrects_id".to_owned(), Test::In(ids));
        let undoing = reads.select(Select::<StockDocument>::new(&permit).filter(&undoing)?.everything());
        let beside = of.document.corrects_id.map(|root| {
            let beside = StockMovement::corrects_id().eq(Some(root));
            Ok::<_, Error>(reads.select(Select::<StockMovement>::new(&permit).filter(&beside)?.sort(&["sequence"])?.everything()))
        });
        let beside = beside.transpose()?;
        let (mut ledger, _, mut answers) = open_ledger(context, &of.goods().leaving(self.day), &warehouses, reads).await?;
        let undone: Vec<_> =
            answers.all(&undoing)?.into_iter().filter(|d| d.kind == MovementKind::Reversal).filter_map(|d| d.data.corrects_id).collect();
        of.check_undo(&undone)?;
        if let Some(beside) = beside {
            of.check_last(&answers.all(&beside)?)?;
        }
        if matches!(of.document.kind, MovementKind::Revaluation | MovementKind::LateCost | MovementKind::PriceCorrection) {
            context.require(Right::CostWrite)?;
        }
        let mut changes = context.changes();
        let mut document = NewDocument::new(MovementKind::Reversal, self.day, &changes);
        (document.warehouse_id, document.to_warehouse_id) = (of.document.to_warehouse_id.or(of.document.warehouse_id), None);
        if document.warehouse_id != of.document.warehouse_id {
            document.to_warehouse_id = of.document.warehouse_id;
        }
        (document.reference, document.corrects_id) = (self.reference.clone(), Some(self.document_id));
        // What undoes a correction belongs to the receipt that was corrected.
        document.root_id = of.document.corrects_id;
        for movement in of.movements.iter().rev() {
            undo(&mut ledger, movement, &mut document).map_err(|e| e.with("line", movement.line))?;
        }
        let posted = document.insert(&mut changes)?;
        ledger.into_changes(&mut changes);
        Ok(answer(changes, posted))
    }
}

impl Corrected {
    /// Whether it can be undone; `undone` are corrections of it that were undone themselves.
    fn check_undo(&self, undone: &[StockDocumentId]) -> Result<()> {
        use MovementKind::{Delivery, MethodChange, Recost, Return, Reversal};
        if self.is_undone() {
            return Err(not_correctable("was undone before"));
        }
        if matches!(self.document.kind, Reversal | MethodChange | Recost | Delivery | Return) {
            return Err(not_correctable("is of a kind that cannot be undone"));
        }
        if self
            .movements
            .iter()
            .all(|m| m.basis == CostBasis::Derived || (m.basis == CostBasis::UnitCost && m.value.shown().is_none_or(Money::is_zero)))
        {
            return Err(not_correctable("set a cost and nothing else; set it again"));
        }
        if self.movements.iter().any(|m| m.covered.is_positive()) {
            return Err(not_correctable("covered goods that had been sold before"));
        }
        if self.followers.iter().any(|f| !undone.contains(&f.id)) {
            return Err(not_correctable("has corrections, which have to be undone first"));
        }
        Ok(())
    }
}

impl Corrected {
    /// What corrects a receipt is undone before that on which its amounts rest: a price before the quantities that moved at it.
    fn check_last(&self, beside: &[Stored<StockMovement>]) -> Result<()> {
        use MovementKind::{PriceCorrection, QuantityCorrection, Reversal, SupplierReturn};
        let stands =
            |c: &StockMovement| !beside.iter().any(|r| r.kind == Reversal && r.product_id == c.product_id && r.for_sequence == Some(c.sequence));
        let at_price =
            |c: &StockMovement| matches!(c.kind, PriceCorrection | QuantityCorrection) || (c.kind == SupplierReturn && c.unit_cost.is_none());
        let rests = |own: &StockMovement, later: &StockMovement| {
            let is_of_line = later.product_id == own.product_id && later.for_sequence == own.for_sequence && later.sequence > own.sequence;
            is_of_line && at_price(own) && at_price(later) && (own.kind == PriceCorrection || later.kind == PriceCorrection) && stands(later)
        };
        if self.movements.iter().any(|own| own.for_sequence.is_some() && beside.iter().any(|later| rests(own, later))) {
            return Err(not_correctable("is followed by others that rest on it, which have to be undone first"));
        }
        Ok(())
    }
}

/// Posts the opposite of a movement.
fn undo(ledger: &mut StockLedger<'_>, of: &StockMovement, document: &mut NewDocument) -> Result<()> {
    let (amount, value) = match (of.amount.shown(), of.value.shown()) {
        (Some(amount), Some(value)) => (amount, value),
        _ => return Err(Error::corrupt("a movement was read without its value")),
    };
    let goods = (of.product_id, of.lot.as_deref());
    let posted = match of.basis {
        CostBasis::Moved if of.quantity.is_negative() => return Ok(()),
        CostBasis::Moved => {
            let to = document.to_warehouse_id.ok_or_else(|| Error::corrupt("a transfer without a warehouse"))?;
            let posting = Posting { for_sequence: Some(of.sequence), ..Posting::new(of.product_id, of.quantity, Moved::Issued, of.line) };
            ledger.transfer(&posting.lot(goods.1), &document.origin(), to)?
        }
        CostBasis::Derived | CostBasis::Method => return Ok(()),
        CostBasis::Charged | CostBasis::Revalued | CostBasis::UnitCost => ledger.undo_value(goods, of, &document.origin())?,
        _ => {
            let moved = if of.quantity.is_positive() {
                Moved::Withdrawn(amount, of.sequence)
            } else {
                Moved::Restored { value: value.negated(), amount: amount.negated(), sequence: of.sequence }
            };
            let quantity = if of.quantity.is_negative() { of.quantity.negated() } else { of.quantity };
            ledger.post(&Posting::new(of.product_id, quantity, moved, of.line).lot(goods.1), &document.origin())?
        }
    };
    document.add(posted)
}
