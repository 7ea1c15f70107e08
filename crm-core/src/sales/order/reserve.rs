//! Reserving the open quantities of an order: either all of them or none.

use super::read::{LineReads, closed};
use crate::{
    access::Right,
    act::{Act, ActContext, Empty, Plan},
    documents::{OrderState, SalesOrder, SalesOrderLine},
    entity::{NaturalKey, Stored, Value},
    error::{Code, Error, Result},
    ids::{ProductId, SalesOrderId, SalesOrderLineId, TypedId, WarehouseId},
    num::Quantity,
    products::{KitComponent, Product},
    query::{Filter, Select, Test},
    sales::{
        goods::{goods_of, kits_among},
        kept::OwnReads,
    },
    stock::{KeptReads, Reservation, StockBalance, StockPool},
    storage::{ChangeSet, LockKeys, Reads},
    time::Instant,
};
use async_trait::async_trait;
use serde::Serialize;
use std::collections::{BTreeMap, BTreeSet};

/// Reserves the open quantities of an order.
#[derive(Debug, Clone, PartialEq, Serialize, serde::Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct Reserve {
    /// The order.
    pub order_id: SalesOrderId,
    /// Warehouse; none: that of the order.
    pub warehouse_id: Option<WarehouseId>,
    /// Expiry; none: until delivered or released.
    pub expires_at: Option<Instant>,
}

#[async_trait]
impl Act for Reserve {
    type Answer = Empty;
    const OPERATION: &'static str = "orders.reserve";

    fn right(&self) -> Right {
        Right::OrdersWrite
    }

    async fn plan(&self, context: &mut ActContext<'_>) -> Result<Plan<Empty>> {
        let mut reads = Reads::new();
        let order = LineReads::ask(&mut reads, context, self.order_id)?;
        let mut answers = context.read(&LockKeys::none(), reads).await?;
        let (order, lines) = order.take(&mut answers)?;
        let products: BTreeSet<ProductId> = lines.iter().map(|line| line.product_id).collect();
        let mut reads = Reads::new();
        let sold = reads.select(Select::<Product>::new(&context.full_permit()).keys(products.iter().map(|id| Value::Id(id.uuid())))?);
        let kits = kits_among(&mut reads, context, &products)?;
        let mut answers = context.read(&LockKeys::none(), reads).await?;
        let sold: BTreeMap<ProductId, Product> = answers.all(&sold)?.into_iter().map(|p| (p.id, p.data)).collect();
        let kits = answers.all(&kits)?;
        let goods: BTreeSet<ProductId> = products.iter().copied().chain(kits.iter().map(|c| c.component_id)).collect();
        let missing = || Error::field("warehouse_id", "is given neither here nor on the order");
        let warehouse_id = self.warehouse_id.or(order.warehouse_id).ok_or_else(missing)?;
        let mut reads = Reads::new();
        let permit = context.full_permit();
        let balances = Filter::Field("product_id".to_owned(), Test::In(goods.iter().map(|id| Value::Id(id.uuid())).collect()));
        let balances =
            reads.select(Select::<StockBalance>::new(&permit).filter(&balances.and(StockBalance::warehouse_id().eq(warehouse_id)))?.everything());
        let others = KeptReads::ask(&mut reads, context, &goods, warehouse_id, Some(self.order_id))?;
        let own = OwnReads::ask(&mut reads, context, self.order_id)?;
        let again = LineReads::ask(&mut reads, context, self.order_id)?;
        let warehouse = crate::sales::goods::WarehouseRead::ask(&mut reads, context, Some(warehouse_id))?;
        let locks = LockKeys::none().and::<SalesOrder, _>([self.order_id]).and::<StockPool, _>(goods.iter().copied());
        let mut answers = context.read(&locks, reads).await?;
        warehouse.check(&mut answers)?;
        let (order, lines) = again.take(&mut answers)?;
        if order.state != OrderState::Open {
            return Err(closed(&order));
        }
        let mut free: BTreeMap<ProductId, Quantity> = answers.all(&balances)?.into_iter().map(|b| (b.product_id, b.quantity)).collect();
        for (product, kept) in others.take(&mut answers)? {
            let left = free.get(&product).copied().unwrap_or_default().minus(kept)?;
            free.insert(product, left);
        }
        let mut changes = context.changes();
        let before: BTreeMap<_, _> =
            own.take(&mut answers)?.into_rows().into_iter().map(|kept| ((kept.order_line_id, kept.product_id), kept)).collect();
        self.keep(&lines, &sold, &kits, (warehouse_id, free), before, &mut changes)?;
        Ok(Plan::new(changes, Empty))
    }
}

impl Reserve {
    /// The pure part: reserves what each line needs from the available quantities.
    fn keep(
        &self,
        lines: &[Stored<SalesOrderLine>],
        sold: &BTreeMap<ProductId, Product>,
        kits: &[Stored<KitComponent>],
        (warehouse_id, mut free): (WarehouseId, BTreeMap<ProductId, Quantity>),
        mut before: BTreeMap<(SalesOrderLineId, ProductId), Stored<Reservation>>,
        changes: &mut ChangeSet,
    ) -> Result<()> {
        for line in lines {
            let Some(product) = sold.get(&line.product_id) else { continue };
            for (product_id, quantity) in goods_of(line.product_id, product, line.open()?, kits)? {
                if !quantity.is_positive() {
                    continue;
                }
                let available = free.get(&product_id).copied().unwrap_or_default();
                if quantity > available {
                    let message = format!("there is not enough stock for the {quantity} that line {} needs", line.line);
                    return Err(Error::new(Code::InsufficientStock, message)
                        .with("line", line.line)
                        .with("product_id", product_id)
                        .guarded(Right::StockRead, "available", available)
                        .with("requested", quantity));
                }
                free.insert(product_id, available.minus(quantity)?);
                let (order_line_id, order_id, customer_id, expires_at) = (line.id, self.order_id, line.customer_id, self.expires_at);
                let next = Reservation { order_line_id, product_id, order_id, customer_id, warehouse_id, quantity, expires_at };
                match before.remove(&(line.id, product_id)) {
                    Some(kept) => changes.update(&kept, next),
                    None => changes.insert(&Stored::new(NaturalKey, next)),
                }
            }
        }
        before.values().try_for_each(|kept| changes.delete(kept))
    }
}
