//! Receipts and counts: one document, its movements, and the stock that follows, in one act.

use super::{Moved, MovementKind, Origin, StockDocument, StockLedger, StockPool, StockReads, Warehouse};
use crate::{
    access::Right,
    entity::{Masked, Numbering, PendingNumber, Stored, Value},
    error::{Code, Error, Result},
    ids::{ProductId, StockDocumentId, TypedId, WarehouseId},
    limits,
    num::{Money, Quantity, UnitPrice},
    query::Select,
    session::{Act, Answer, Desk, Plan, Session},
    storage::{ChangeSet, LockKeys, Reads},
    time::Day,
};
use async_trait::async_trait;
use chrono::Datelike;
use serde::{Deserialize, Serialize};
use serde_json::Value as Json;
use std::collections::BTreeSet;

/// Goods received from a supplier.
#[derive(Debug, Clone, PartialEq, Serialize)]
pub struct NewReceipt {
    /// Where they are put.
    pub warehouse_id: WarehouseId,
    /// Document date.
    pub day: Day,
    /// The supplier's number, or a note.
    pub reference: Option<String>,
    /// What was received.
    pub lines: Vec<ReceiptLine>,
}

/// A product received.
#[derive(Debug, Clone, PartialEq, Serialize)]
pub struct ReceiptLine {
    /// The product.
    pub product_id: ProductId,
    /// How much, positive.
    pub quantity: Quantity,
    /// Cost per unit, not negative.
    pub unit_cost: UnitPrice,
}

/// Differences found in a count.
#[derive(Debug, Clone, PartialEq, Serialize)]
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
#[derive(Debug, Clone, PartialEq, Serialize)]
pub struct CountLine {
    /// The product.
    pub product_id: ProductId,
    /// Found if positive, missing if negative.
    pub difference: Quantity,
    /// Cost per unit of what was found; none: the cost that the product has.
    pub unit_cost: Option<UnitPrice>,
}

/// A posted stock document.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct StockPosted {
    /// The document.
    pub document_id: StockDocumentId,
    /// Its number.
    pub number: String,
    /// Value that came in, less value that went out; hidden from callers who may not see costs.
    pub value: Option<Money>,
}

impl Answer for StockPosted {
    fn numbered(&mut self, number: &str) {
        number.clone_into(&mut self.number);
    }
}

/// Postings of stock.
pub struct StockService<'s>(&'s Session<'s>);

impl Session<'_> {
    /// Receipts and counts.
    pub fn stock(&self) -> StockService<'_> {
        StockService(self)
    }
}

impl StockService<'_> {
    /// Posts a receipt.
    ///
    /// # Errors
    /// `access.denied`, `field.invalid`, `reference.missing`, `stock.backdated`, `storage.*`.
    pub async fn receive(&self, receipt: &NewReceipt) -> Result<StockPosted> {
        self.0.run(receipt).await
    }

    /// Posts the differences of a count. What is missing must be there.
    ///
    /// # Errors
    /// As [`StockService::receive`], and `stock.insufficient`, `stock.cost_unknown`.
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
    crate::session::check_length(field, text.unwrap_or_default(), limits::MAX_TEXT)
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

pub(crate) fn to_json(request: &impl Serialize) -> Result<Json> {
    serde_json::to_value(request).map_err(|e| Error::field("request", "cannot be written as JSON").caused_by(e))
}

/// One line of a stock document, ready to be posted.
pub(crate) struct StockLine {
    pub(crate) product_id: ProductId,
    pub(crate) quantity: Quantity,
    pub(crate) moved: StockMove,
}

/// How a line of a stock document moves stock.
pub(crate) enum StockMove {
    At(UnitPrice),
    Found,
    Missing,
}

/// A stock document, ready to be posted.
pub(crate) struct StockDraft<'a> {
    pub(crate) kind: MovementKind,
    pub(crate) warehouse_id: WarehouseId,
    pub(crate) day: Day,
    pub(crate) reference: Option<&'a String>,
    pub(crate) lines: Vec<StockLine>,
}

impl StockDraft<'_> {
    fn products(&self) -> BTreeSet<ProductId> {
        self.lines.iter().map(|l| l.product_id).collect()
    }

    async fn plan(&self, desk: &mut Desk<'_>) -> Result<Plan<StockPosted>> {
        check_text("reference", self.reference.map(String::as_str))?;
        let (permit, products) = (desk.full_permit(), self.products());
        let mut reads = Reads::new();
        let stock = StockReads::ask(&mut reads, &permit, &products)?;
        let warehouse = reads.select(Select::<Warehouse>::new(&permit).keys([Value::Id(self.warehouse_id.uuid())])?);
        let mut answers = desk.read(&locks(&products), reads).await?;
        check_warehouse(answers.first(&warehouse)?)?;
        let mut ledger = StockLedger::new(desk.company()?, desk.strategies(), &products, &stock, &mut answers)?;
        let mut changes = desk.changes();
        let (document_id, pending, value) = self.post(&mut ledger, &mut changes)?;
        ledger.into_changes(&mut changes);
        let value = (!desk.permit().hides(crate::entity::Mask::Cost)).then_some(value);
        let answer = StockPosted { document_id, number: String::new(), value };
        Ok(Plan { number: Some(pending), ..Plan::new(changes, answer) })
    }

    /// The pure part: lines to movements, movements to a document.
    pub(crate) fn post(&self, ledger: &mut StockLedger<'_>, changes: &mut ChangeSet) -> Result<(StockDocumentId, PendingNumber, Money)> {
        let document_id: StockDocumentId = changes.new_id();
        let rounding = *ledger.rounding();
        let origin =
            Origin { kind: self.kind, warehouse_id: self.warehouse_id, day: self.day, stock_document_id: Some(document_id), sales_document_id: None };
        let mut value = Money::zero(rounding.currency);
        for (number, line) in numbered(&self.lines) {
            if !ledger.product(line.product_id)?.is_stocked {
                return Err(line_error(number, "product_id", "is a service, which has no stock"));
            }
            if !line.quantity.is_positive() {
                return Err(line_error(number, "quantity", "is not positive"));
            }
            let moved = match line.moved {
                StockMove::At(cost) if cost.amount().is_sign_negative() => return Err(line_error(number, "unit_cost", "is negative")),
                StockMove::At(cost) => Moved::ReceivedAt(cost.times(line.quantity, rounding.step, rounding.mode)?),
                StockMove::Found => Moved::Found,
                StockMove::Missing => Moved::Issued,
            };
            let posted = ledger.post(line.product_id, line.quantity, moved, &origin, number).map_err(|e| e.with("line", number))?;
            value = if matches!(moved, Moved::Issued) { value.minus(posted)? } else { value.plus(posted)? };
        }
        let (name, prefix) = match self.kind {
            MovementKind::Receipt => ("receipt", "GR"),
            MovementKind::Count => ("count", "SC"),
            _ => ("opening", "OB"),
        };
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
            reference: self.reference.cloned(),
            currency: rounding.currency,
            value: Masked::Shown(value),
        };
        changes.insert_with(&Stored::new(document_id, document), &[("number", &number), ("sequence", &sequence)]);
        Ok((document_id, number, value))
    }
}

/// # Errors
/// `reference.missing`, `field.invalid`.
pub(crate) fn check_warehouse(warehouse: Option<Stored<Warehouse>>) -> Result<()> {
    match warehouse {
        None => Err(Error::new(Code::ReferenceMissing, "there is no such warehouse").with("field", "warehouse_id")),
        Some(warehouse) if !warehouse.is_active => Err(Error::field("warehouse_id", "is no longer in use")),
        Some(_) => Ok(()),
    }
}

#[async_trait]
impl Act for NewReceipt {
    type Answer = StockPosted;
    const OPERATION: &'static str = "stock.receive";

    fn right(&self) -> Right {
        Right::StockPost
    }

    fn request(&self) -> Result<Json> {
        to_json(self)
    }

    async fn plan(&self, desk: &mut Desk<'_>) -> Result<Plan<StockPosted>> {
        check_lines(&self.lines)?;
        let line = |l: &ReceiptLine| StockLine { product_id: l.product_id, quantity: l.quantity, moved: StockMove::At(l.unit_cost) };
        let NewReceipt { warehouse_id, day, reference, lines } = self;
        let lines = lines.iter().map(line).collect();
        StockDraft { kind: MovementKind::Receipt, warehouse_id: *warehouse_id, day: *day, reference: reference.as_ref(), lines }.plan(desk).await
    }
}

#[async_trait]
impl Act for NewCount {
    type Answer = StockPosted;
    const OPERATION: &'static str = "stock.count";

    fn right(&self) -> Right {
        Right::StockPost
    }

    fn request(&self) -> Result<Json> {
        to_json(self)
    }

    async fn plan(&self, desk: &mut Desk<'_>) -> Result<Plan<StockPosted>> {
        check_lines(&self.lines)?;
        let line = |l: &CountLine| StockLine {
            product_id: l.product_id,
            quantity: if l.difference.is_negative() { l.difference.negated() } else { l.difference },
            moved: match l.unit_cost {
                _ if l.difference.is_negative() => StockMove::Missing,
                Some(cost) => StockMove::At(cost),
                None => StockMove::Found,
            },
        };
        let NewCount { warehouse_id, day, reference, lines } = self;
        let lines = lines.iter().map(line).collect();
        StockDraft { kind: MovementKind::Count, warehouse_id: *warehouse_id, day: *day, reference: reference.as_ref(), lines }.plan(desk).await
    }
}
