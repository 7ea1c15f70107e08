//! Returning goods to a supplier.

use super::{
    CostBasis, Goods, Moved, MovementKind, Posting, StockMovement,
    corrected::Corrected,
    document::{NewDocument, StockPosted, finish},
    line::PriceFor,
    open::{check_line, open_what_is_free},
    request::{check_lines, check_text, line_error, numbered},
};
use crate::{
    access::Right,
    act::{Act, ActContext, Plan},
    error::{Code, Error, Result},
    ids::{ProductId, StockDocumentId, WarehouseId},
    num::{Decimal, Quantity, UnitPrice},
    text::{composed_of, texts},
    time::Day,
};
use async_trait::async_trait;
use serde::Serialize;

/// Posts a return of goods to a supplier. They leave at their current cost; the difference to the supplier's credit is a variance.
#[derive(Debug, Clone, PartialEq, Serialize, serde::Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct NewSupplierReturn {
    /// The warehouse that the goods leave.
    pub warehouse_id: WarehouseId,
    /// Document date.
    pub day: Day,
    /// The receipt of the goods, if known.
    pub receipt_id: Option<StockDocumentId>,
    /// The supplier's document number, or a note.
    pub reference: Option<String>,
    /// The lines sent back.
    pub lines: Vec<SupplierReturnLine>,
}

/// A product sent back.
#[derive(Debug, Clone, PartialEq, Serialize, serde::Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct SupplierReturnLine {
    /// The product.
    pub product_id: ProductId,
    /// Quantity, positive.
    pub quantity: Quantity,
    /// Lot or serial number, if the product is tracked.
    pub lot: Option<String>,
    /// Amount that the supplier credits per unit; none: the price of the receipt, or the cost of the goods if no receipt is given.
    pub credit: Option<UnitPrice>,
    /// The line of the receipt, if the product is on several.
    pub receipt_line: Option<i64>,
}

impl NewSupplierReturn {
    /// A return of goods from a warehouse, without a receipt.
    pub fn new(warehouse_id: WarehouseId, day: Day, lines: Vec<SupplierReturnLine>) -> Self {
        Self { warehouse_id, receipt_id: None, day, reference: None, lines }
    }
}

impl SupplierReturnLine {
    /// A quantity of a product without a lot.
    pub fn new(product_id: ProductId, quantity: Quantity) -> Self {
        Self { product_id, quantity, lot: None, credit: None, receipt_line: None }
    }
}

texts! {
    NewSupplierReturn: reference lines;
}

texts! {
    SupplierReturnLine: lot;
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
        let changes = context.changes();
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
            // The price of the receipt is not stored here: if it is corrected, so is what was credited at it.
            let posting = Posting { unit_cost: line.credit, ..Posting::new(line.product_id, line.quantity, moved, number) };
            let posting = Posting { for_sequence: of.map(|m| m.sequence), ..posting.lot(line.lot.as_deref()) };
            document.add(ledger.post(&posting, &document.origin()).map_err(|e| e.with("line", number))?)?;
        }
        finish(document, ledger, changes)
    }
}

impl SupplierReturnLine {
    /// The movement of the receipt that the line sends back.
    fn find<'r>(&self, receipt: &'r Corrected) -> Result<&'r StockMovement> {
        receipt.check_receipt()?;
        let wanted = |m: &&StockMovement| {
            m.product_id == self.product_id && m.basis == CostBasis::Given && self.receipt_line.is_none_or(|line| line == m.line) && m.lot == self.lot
        };
        let missing = || Error::new(Code::ReferenceMissing, "the receipt has no such line").with("field", "receipt_line");
        receipt.movements.iter().find(wanted).ok_or_else(missing)
    }

    /// Checks that no more is sent back than was received.
    fn check(&self, receipt: &Corrected, of: &StockMovement, sent: &mut Vec<(i64, Quantity)>) -> Result<()> {
        let corrected = of.quantity.plus(receipt.moved(of, MovementKind::QuantityCorrection)?)?;
        let left = corrected.plus(receipt.moved(of, MovementKind::SupplierReturn)?)?;
        let left = sent.iter().filter(|(line, _)| *line == of.line).try_fold(left, |left, (_, q)| left.minus(*q))?;
        if self.quantity > left {
            let message = format!("less than {} of the receipt is left to return", self.quantity);
            return Err(Error::new(Code::ReturnExceedsDelivery, message).guarded(Right::StockRead, "available", left));
        }
        sent.push((of.line, self.quantity));
        Ok(())
    }
}
