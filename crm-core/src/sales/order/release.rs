//! Releasing the reservations of an order.

use super::read::LineReads;
use crate::{
    access::Right,
    act::{Act, ActContext, Empty, Plan},
    documents::SalesOrder,
    error::Result,
    ids::SalesOrderId,
    sales::kept::OwnReads,
    storage::{LockKeys, Reads},
};
use async_trait::async_trait;
use serde::Serialize;

/// Releases the reservations of an order.
#[derive(Debug, Clone, PartialEq, Serialize, serde::Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct Release {
    /// The order.
    pub order_id: SalesOrderId,
}

#[async_trait]
impl Act for Release {
    type Answer = Empty;
    const OPERATION: &'static str = "orders.release";

    fn right(&self) -> Right {
        Right::OrdersWrite
    }

    async fn plan(&self, context: &mut ActContext<'_>) -> Result<Plan<Empty>> {
        let mut reads = Reads::new();
        let order = LineReads::ask(&mut reads, context, self.order_id)?;
        let own = OwnReads::ask(&mut reads, context, self.order_id)?;
        let mut answers = context.read(&LockKeys::none().and::<SalesOrder, _>([self.order_id]), reads).await?;
        order.take(&mut answers)?;
        let mut changes = context.changes();
        own.take(&mut answers)?.release(&mut changes)?;
        Ok(Plan::new(changes, Empty))
    }
}
