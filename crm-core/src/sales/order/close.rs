//! Closing an order: its open quantities will not be delivered.

use super::read::{LineReads, closed};
use crate::{
    access::Right,
    act::{Act, ActContext, Answer, Plan},
    documents::{OrderState, SalesOrder, SalesOrderLine},
    error::Result,
    ids::SalesOrderId,
    sales::{kept::OwnReads, settle::PrepaidReads},
    stock::check_text,
    storage::{LockKeys, Reads},
};
use async_trait::async_trait;
use serde::{Deserialize, Serialize};

/// Closes an order; what is left of it will not be delivered.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct CloseOrder {
    /// The order.
    pub order_id: SalesOrderId,
    /// Reason.
    pub reason: String,
}

/// The result of closing an order.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct OrderClosed {
    /// New state: completed, or cancelled if nothing was delivered.
    pub state: OrderState,
}

impl Answer for OrderClosed {}

#[async_trait]
impl Act for CloseOrder {
    type Answer = OrderClosed;
    const OPERATION: &'static str = "orders.close";

    fn right(&self) -> Right {
        Right::OrdersWrite
    }

    async fn plan(&self, context: &mut ActContext<'_>) -> Result<Plan<OrderClosed>> {
        check_text("reason", Some(&self.reason))?;
        let mut reads = Reads::new();
        let order = LineReads::ask(&mut reads, context, self.order_id)?;
        let prepaid = PrepaidReads::ask(&mut reads, context, self.order_id)?;
        let own = OwnReads::ask(&mut reads, context, self.order_id)?;
        let mut answers = context.read(&LockKeys::none().and::<SalesOrder, _>([self.order_id]), reads).await?;
        let (order, lines) = order.take(&mut answers)?;
        if order.state != OrderState::Open {
            return Err(closed(&order));
        }
        let state = if lines.iter().all(|line| line.delivered.is_zero()) { OrderState::Cancelled } else { OrderState::Completed };
        let mut changes = context.changes();
        for line in &lines {
            let closed = line.closed.plus(line.open()?)?;
            changes.update(line, SalesOrderLine { closed, ..line.data.clone() });
        }
        prepaid.free(&mut answers, &mut changes)?;
        own.take(&mut answers)?.release(&mut changes)?;
        let closed_at = Some(changes.context().at);
        changes.update(&order, SalesOrder { state, closed_at, close_reason: Some(self.reason.clone()), ..order.data.clone() });
        Ok(Plan::new(changes, OrderClosed { state }))
    }
}
