//! Documents that only bring in goods or record a count: receipts, counts and openings.

use super::{
    Goods, MovementKind, StockLedger, Warehouse,
    document::{DocumentPosted, NewDocument, StockPosted, answer},
    ledger::StockReads,
    line::{StockLine, StockMove},
    request::{check_text, check_warehouse, locks, numbered},
};
use crate::{
    act::{ActContext, Plan},
    entity::Value,
    error::{Error, Result},
    ids::{TypedId, WarehouseId},
    num::Money,
    query::Select,
    storage::{ChangeSet, Reads},
    time::Day,
};

/// A stock document, ready to be posted.
pub(super) struct StockDraft<'a> {
    pub(super) kind: MovementKind,
    pub(super) warehouse_id: WarehouseId,
    pub(super) day: Day,
    pub(super) reference: Option<&'a String>,
    pub(super) lines: Vec<StockLine>,
    /// Landed costs of the document, split over the lines by value.
    pub(super) landed: Option<Money>,
}

impl StockDraft<'_> {
    pub(super) async fn plan(&self, context: &mut ActContext<'_>) -> Result<Plan<StockPosted>> {
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

    /// The pure part: posts the lines and writes the document.
    fn post(&self, ledger: &mut StockLedger<'_>, changes: &mut ChangeSet) -> Result<DocumentPosted> {
        let mut document = NewDocument::new(self.kind, self.day, changes).of(self.warehouse_id);
        document.reference = self.reference.cloned();
        let total = document.post(ledger, &numbered(&self.lines).collect::<Vec<_>>(), self.landed)?;
        crate::num::check_amount("amount", total)?;
        document.insert(changes)
    }
}

pub(super) fn check_landed(landed: Option<Money>) -> Result<()> {
    if landed.is_some_and(Money::is_negative) { Err(Error::field("landed", "is negative")) } else { Ok(()) }
}
