//! The goods of a posting: stock reads, kits exploded into components, and quantities reserved for other orders.

use crate::{
    act::ActContext,
    entity::{Stored, Value},
    error::{Code, Error, Result},
    ids::{ProductId, SalesOrderId, TypedId, WarehouseId},
    num::Quantity,
    products::{KitComponent, Product, explode},
    query::{Filter, Select, Test},
    stock::{Goods, KeptReads, StockLedger, StockReads, Warehouse, check_warehouse, line_error, locks},
    storage::{Answers, Ask, Reads},
};
use std::collections::{BTreeMap, BTreeSet};

/// The reads about the goods of a posting.
pub(super) struct GoodsReads {
    goods: Goods,
    stock: StockReads,
    kits: Ask<Stored<KitComponent>>,
    kept: Option<KeptReads>,
    from: Option<(WarehouseId, Option<SalesOrderId>)>,
}

impl GoodsReads {
    /// `from` is the warehouse that goods leave and the order they leave for; none if goods come in or do not move.
    pub(super) fn ask(reads: &mut Reads, context: &ActContext<'_>, goods: Goods, from: Option<(WarehouseId, Option<SalesOrderId>)>) -> Result<Self> {
        let stock = StockReads::ask(reads, &context.company_permit(), &goods.products)?;
        let kits = kits_among(reads, context, &goods.products)?;
        let kept = from.map(|(warehouse, own)| KeptReads::ask(reads, context, &goods.products, warehouse, own)).transpose()?;
        Ok(Self { goods, stock, kits, kept, from })
    }

    /// Opens the ledger and returns it with the components of kits. If there are kits, their components are locked and read as well.
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

/// The goods that a line takes from the warehouse: the product itself, or the components of a kit; none for a service.
pub(super) fn goods_of(
    product_id: ProductId,
    product: &Product,
    quantity: Quantity,
    kits: &[Stored<KitComponent>],
) -> Result<Vec<(ProductId, Quantity)>> {
    match (product.is_kit, product.is_stocked) {
        (true, _) => explode(product_id, quantity, kits),
        (false, true) => Ok(vec![(product_id, quantity)]),
        (false, false) => Ok(Vec::new()),
    }
}

/// Reads the components of the kits among the products.
pub(super) fn kits_among(reads: &mut Reads, context: &ActContext<'_>, products: &BTreeSet<ProductId>) -> Result<Ask<Stored<KitComponent>>> {
    let of_kits = Filter::Field("kit_id".to_owned(), Test::In(products.iter().map(|id| Value::Id(id.uuid())).collect()));
    Ok(reads.select(Select::<KitComponent>::new(&context.full_permit()).filter(&of_kits)?.everything()))
}

/// Returns a product of a posting.
///
/// # Errors
/// `reference.missing` with `line`.
pub(super) fn sold_product(sold: &BTreeMap<ProductId, Product>, id: ProductId, line: i64) -> Result<&Product> {
    let missing = || Error::new(Code::ReferenceMissing, "there is no such product").with("field", "product_id").with("id", id).with("line", line);
    sold.get(&id).ok_or_else(missing)
}

/// The warehouse of a posting, if goods move.
pub(super) struct WarehouseRead(Option<Ask<Stored<Warehouse>>>);

impl WarehouseRead {
    pub(super) fn ask(reads: &mut Reads, context: &ActContext<'_>, id: Option<WarehouseId>) -> Result<Self> {
        let ask = |id: WarehouseId| Ok(reads.select(Select::new(context.permit()).keys([Value::Id(id.uuid())])?));
        id.map(ask).transpose().map(Self)
    }

    pub(super) fn check(&self, answers: &mut Answers) -> Result<Option<Stored<Warehouse>>> {
        self.0.as_ref().map(|ask| check_warehouse(answers.first(ask)?)).transpose()
    }
}

/// Checks that a product is still sold; for new sales only, not for returns, reversals and the like.
///
/// # Errors
/// `field.invalid` with `line`.
pub(super) fn check_sold(product: &Product, number: i64) -> Result<()> {
    if product.is_active { Ok(()) } else { Err(line_error(number, "product_id", "is no longer active")) }
}
