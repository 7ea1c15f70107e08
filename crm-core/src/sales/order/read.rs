//! Reading an order with its lines.

use crate::{
    access::Permit,
    act::ActContext,
    documents::{OrderState, SalesOrder, SalesOrderLine},
    entity::{Stored, Value},
    error::{Code, Error, Result},
    ids::{SalesOrderId, SalesOrderLineId, TypedId},
    num::{Money, Quantity},
    query::Select,
    storage::{Answers, Ask, ChangeSet, Reads},
};
use serde::Serialize;

/// An order with its lines and progress.
#[derive(Debug, Clone, PartialEq, Serialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct OrderStatus {
    /// The order.
    pub order: Stored<SalesOrder>,
    /// Its lines, in order.
    pub lines: Vec<Stored<SalesOrderLine>>,
    /// Whether anything was delivered.
    pub is_started: bool,
    /// Net amount still to be delivered.
    pub open_net: Money,
}

/// The reads of an order and its lines.
pub(in crate::sales) struct LineReads {
    order: Ask<Stored<SalesOrder>>,
    lines: Ask<Stored<SalesOrderLine>>,
}

impl LineReads {
    pub(in crate::sales) fn ask(reads: &mut Reads, context: &ActContext<'_>, order_id: SalesOrderId) -> Result<Self> {
        Self::new(reads, &context.full_permit(), order_id)
    }

    pub(super) fn new(reads: &mut Reads, permit: &Permit, order_id: SalesOrderId) -> Result<Self> {
        let lines = Select::<SalesOrderLine>::new(permit).filter(&SalesOrderLine::order_id().eq(order_id))?.sort(&["line"])?.everything();
        Ok(Self { order: reads.select(Select::new(permit).keys([Value::Id(order_id.uuid())])?), lines: reads.select(lines) })
    }

    pub(in crate::sales) fn take(&self, answers: &mut Answers) -> Result<(Stored<SalesOrder>, Vec<Stored<SalesOrderLine>>)> {
        let missing = || Error::new(Code::ReferenceMissing, "there is no such order").with("field", "order_id");
        Ok((answers.first(&self.order)?.ok_or_else(missing)?, answers.all(&self.lines)?))
    }

    /// Reopens these quantities after a delivery was reversed or goods were returned for redelivery; an order closed short stays completed. Returns
    /// whether the order is open.
    pub(in crate::sales) fn reopen(self, answers: &mut Answers, again: Vec<(SalesOrderLineId, Quantity)>, changes: &mut ChangeSet) -> Result<bool> {
        let (order, lines) = self.take(answers)?;
        for line in &lines {
            let back = again.iter().filter(|(id, _)| *id == line.id).try_fold(Quantity::ZERO, |sum, (_, quantity)| sum.plus(*quantity))?;
            let delivered = line.delivered.minus(back)?;
            changes.update(line, SalesOrderLine { delivered, ..line.data.clone() });
        }
        let is_reopened = order.state == OrderState::Completed && !again.is_empty() && lines.iter().all(|line| line.closed.is_zero());
        if is_reopened {
            changes.update(&order, SalesOrder { state: OrderState::Open, closed_at: None, ..order.data.clone() });
        }
        Ok(is_reopened || order.state == OrderState::Open)
    }
}

pub(in crate::sales) fn closed(order: &Stored<SalesOrder>) -> Error {
    let state = order.state.as_str();
    Error::new(Code::DocumentClosed, format!("the order `{}` is {state}", order.number)).with("number", &order.number).with("state", state)
}
