//! Releasing the prepayments of an order for other receivables of the customer.

use crate::{
    access::Right,
    act::{Act, ActContext, Plan, Subject},
    error::Result,
    ids::{CustomerId, OpenItemId, SalesOrderId},
    num::Money,
    query::Filter,
    receivables::{OpenItem, allocate::MovedAmount, ledger::ItemLedger, parties::parties},
};
use async_trait::async_trait;
use serde::{Deserialize, Serialize};

/// Releases the prepayments reserved for an order.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct FreedPrepayments {
    /// The customer.
    pub customer_id: CustomerId,
    /// The order.
    pub order_id: SalesOrderId,
}

#[async_trait]
impl Act for FreedPrepayments {
    type Answer = MovedAmount;
    const OPERATION: &'static str = "receivables.free_prepayments";

    fn right(&self) -> Right {
        Right::PaymentsPost
    }

    fn subjects(&self, _: &MovedAmount) -> Vec<Subject> {
        vec![Subject::of(self.customer_id)]
    }

    async fn plan(&self, context: &mut ActContext<'_>) -> Result<Plan<MovedAmount>> {
        let items = parties(context, self.customer_id, &[], Some(prepayments_of(self.order_id))).await?.items;
        let credits: Vec<OpenItemId> = items.iter().map(|i| i.id).collect();
        let mut changes = context.changes();
        let mut ledger = ItemLedger::new(items);
        let freed = ledger.free(&credits)?;
        ledger.write(&mut changes);
        Ok(Plan::new(changes, MovedAmount(freed)))
    }
}

/// The filter for an order's open prepayments; to be narrowed to the customer.
#[must_use]
pub fn prepayments_of(order: SalesOrderId) -> Filter {
    OpenItem::order_id().eq(Some(order)).and(OpenItem::open().lt(Money::zero(crate::num::Currency::EUR)))
}
