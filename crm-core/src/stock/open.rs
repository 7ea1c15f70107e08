//! Opening the ledger for a command that names its warehouses.

use super::{
    Goods, KeptReads, StockLedger, Warehouse,
    ledger::StockReads,
    request::{check_warehouse, line_error, locks},
};
use crate::{
    act::ActContext,
    entity::{Stored, Value},
    error::Result,
    ids::{ProductId, TypedId, WarehouseId},
    num::Quantity,
    query::Select,
    storage::{Answers, Ask, Reads},
};

/// Locks the pools, reads stock and warehouses, and opens the ledger.
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

/// Opens the ledger for goods that leave a warehouse; quantities reserved there for orders are not available.
pub(super) async fn open_what_is_free<'a>(
    context: &mut ActContext<'a>,
    goods: &Goods,
    from: WarehouseId,
    others: &[WarehouseId],
) -> Result<StockLedger<'a>> {
    let mut reads = Reads::new();
    let kept = KeptReads::ask(&mut reads, context, &goods.products, from, None)?;
    let warehouses: Vec<_> = others.iter().copied().chain([from]).collect();
    let (mut ledger, _, mut answers) = open_ledger(context, goods, &warehouses, reads).await?;
    ledger.hold(from, kept.take(&mut answers)?);
    Ok(ledger)
}

pub(super) fn check_line(ledger: &StockLedger<'_>, number: i64, product_id: ProductId, quantity: Quantity) -> Result<()> {
    if !ledger.product(product_id)?.is_stocked {
        return Err(line_error(number, "product_id", "is a service, which has no stock"));
    }
    if !quantity.is_positive() {
        return Err(line_error(number, "quantity", "is not positive"));
    }
    Ok(())
}
