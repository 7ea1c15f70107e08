//! Moving goods from one warehouse to another.

use super::{
    Goods, Moved, MovementKind, Posting,
    document::{NewDocument, StockPosted, finish},
    open::{check_line, open_what_is_free},
    request::{check_lines, check_text, numbered},
};
use crate::{
    access::Right,
    act::{Act, ActContext, Plan},
    error::{Error, Result},
    ids::{ProductId, WarehouseId},
    num::Quantity,
    text::{composed_of, texts},
    time::Day,
};
use async_trait::async_trait;
use serde::Serialize;

/// Moves goods from one warehouse to another. Their value is kept for the whole company, so no value moves.
#[derive(Debug, Clone, PartialEq, Serialize, serde::Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct NewTransfer {
    /// The warehouse that the goods leave.
    pub from_warehouse_id: WarehouseId,
    /// The warehouse that receives the goods.
    pub to_warehouse_id: WarehouseId,
    /// Document date.
    pub day: Day,
    /// A note.
    pub reference: Option<String>,
    /// The lines moved.
    pub lines: Vec<TransferLine>,
}

/// A product moved.
#[derive(Debug, Clone, PartialEq, Serialize, serde::Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct TransferLine {
    /// The product.
    pub product_id: ProductId,
    /// Quantity, positive.
    pub quantity: Quantity,
    /// Lot or serial number, if the product is tracked.
    pub lot: Option<String>,
}

impl NewTransfer {
    /// A transfer from one warehouse to another.
    pub fn new(from_warehouse_id: WarehouseId, to_warehouse_id: WarehouseId, day: Day, lines: Vec<TransferLine>) -> Self {
        Self { from_warehouse_id, to_warehouse_id, day, reference: None, lines }
    }
}

impl TransferLine {
    /// A quantity of a product without a lot.
    pub fn new(product_id: ProductId, quantity: Quantity) -> Self {
        Self { product_id, quantity, lot: None }
    }
}

texts! {
    NewTransfer: reference lines;
}

texts! {
    TransferLine: lot;
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
            return Err(Error::field("to_warehouse_id", "is the warehouse that the goods are already in"));
        }
        let goods = self.lines.iter().map(|l| (l.product_id, l.lot.as_deref())).collect::<Goods>().leaving(self.day);
        let mut ledger = open_what_is_free(context, &goods, from, &[to]).await?;
        let changes = context.changes();
        let mut document = NewDocument::new(MovementKind::Transfer, self.day, &changes);
        (document.warehouse_id, document.to_warehouse_id) = (Some(from), Some(to));
        document.reference = self.reference.clone();
        for (number, line) in numbered(&self.lines) {
            check_line(&ledger, number, line.product_id, line.quantity)?;
            let posting = Posting::new(line.product_id, line.quantity, Moved::Issued, number).lot(line.lot.as_deref());
            document.add(ledger.transfer(&posting, &document.origin(), to).map_err(|e| e.with("line", number))?)?;
        }
        finish(document, ledger, changes)
    }
}
