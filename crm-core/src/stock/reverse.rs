//! Reversing a stock document at exactly its value.

use super::{
    CostBasis, Moved, MovementKind, Posting, StockDocument, StockLedger, StockMovement,
    corrected::Corrected,
    document::{NewDocument, StockPosted, finish},
    open::open_ledger,
    request::check_text,
};
use crate::{
    access::Right,
    act::{Act, ActContext, Plan},
    entity::Value,
    error::{Error, Result},
    ids::{StockDocumentId, TypedId},
    query::{Filter, Select, Test},
    storage::Reads,
    time::Day,
};
use async_trait::async_trait;
use serde::Serialize;

/// Reverses a stock document at exactly its value.
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
        let changes = context.changes();
        let mut document = NewDocument::new(MovementKind::Reversal, self.day, &changes);
        (document.warehouse_id, document.to_warehouse_id) = (of.document.to_warehouse_id.or(of.document.warehouse_id), None);
        if document.warehouse_id != of.document.warehouse_id {
            document.to_warehouse_id = of.document.warehouse_id;
        }
        (document.reference, document.corrects_id) = (self.reference.clone(), Some(self.document_id));
        // The reversal of a correction belongs to the corrected receipt.
        document.root_id = of.document.corrects_id;
        for movement in of.movements.iter().rev() {
            undo(&mut ledger, movement, &mut document).map_err(|e| e.with("line", movement.line))?;
        }
        finish(document, ledger, changes)
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
            let to = document.to_warehouse_id.ok_or_else(|| Error::corrupt("a transfer has no warehouse"))?;
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
