//! The goods side of a posting: what is asked of stock, kits fallen into their components, what is reserved for others held back.

use super::reservation::kits_among;
use crate::{
    act::ActContext,
    entity::Stored,
    error::Result,
    ids::{SalesOrderId, WarehouseId},
    products::KitComponent,
    stock::{Goods, KeptReads, StockLedger, StockReads, Warehouse, locks},
    storage::{Answers, Ask, Reads},
};

/// The questions about the goods of a posting.
pub(super) struct GoodsReads {
    goods: Goods,
    stock: StockReads,
    kits: Ask<Stored<KitComponent>>,
    kept: Option<KeptReads>,
    from: Option<(WarehouseId, Option<SalesOrderId>)>,
}

impl GoodsReads {
    /// `from` is the warehouse that goods leave, and the order that they leave for; none where goods come in or stay.
    pub(super) fn ask(reads: &mut Reads, context: &ActContext<'_>, goods: Goods, from: Option<(WarehouseId, Option<SalesOrderId>)>) -> Result<Self> {
        let stock = StockReads::ask(reads, &context.company_permit(), &goods.products)?;
        let kits = kits_among(reads, context, &goods.products)?;
        let kept = from.map(|(warehouse, own)| KeptReads::ask(reads, context, &goods.products, warehouse, own)).transpose()?;
        Ok(Self { goods, stock, kits, kept, from })
    }

    /// The ledger, and the components of kits. Where there are kits, their components are locked and read as well.
    pub(super) async fn open<'a>(
        mut self,
        context: &mut ActContext<'a>,
        warehouse: Option<&Stored<Warehouse>>,
        answers: &mut Answers,
    ) -> Result<(StockLedger<'a>, Vec<Stored<KitComponent>>)> {
        let kits = answers.all(&self.kits)?;
        let warehouses: Vec<&Stored<Warehouse>> = warehouse.into_iter().collect();
        let components: Vec<_> = kits.iter().map(|c| c.component_id).filter(|id| !self.goods.products.contains(id)).collect();
        let mut again = None;
        if !components.is_empty() {
            self.goods.products.extend(components);
            let mut reads = Reads::new();
            self.stock = StockReads::ask(&mut reads, &context.company_permit(), &self.goods.products)?;
            self.kept = self.from.map(|(id, own)| KeptReads::ask(&mut reads, context, &self.goods.products, id, own)).transpose()?;
            again = Some(context.read(&locks(&self.goods.products), reads).await?);
        }
        let answers = again.as_mut().unwrap_or(answers);
        let kept = self.kept.map(|kept| kept.take(answers)).transpose()?;
        let mut ledger = StockLedger::open(context, &self.goods, &warehouses, &self.stock, answers).await?;
        if let (Some(kept), Some((warehouse_id, _))) = (kept, self.from) {
            ledger.hold(warehouse_id, kept);
        }
        Ok((ledger, kits))
    }
}
