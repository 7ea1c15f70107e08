//! Sales orders: what a customer wants, at which prices. Stock moves and receivables are created only on delivery, in whole or in parts.
//!
//! Invariant: the delivered and closed quantities of an order line never exceed the ordered quantity unless the caller allows it; the amounts of its
//! deliveries add up to those of the order where fixed amounts were agreed.

mod close;
mod create;
mod deliver;
pub(super) mod insert;
pub(super) mod read;
mod release;
mod reserve;

pub use close::{CloseOrder, OrderClosed};
pub use create::NewOrder;
pub use deliver::{OrderDelivery, OrderedPart};
pub use insert::OrderPosted;
pub use read::OrderStatus;
pub use release::Release;
pub use reserve::Reserve;

use self::read::LineReads;
use super::decide::SalesPosted;
use crate::{
    access::{Permit, Right},
    act::Empty,
    company::Company,
    documents::{SalesOrder, SalesOrderLine},
    entity::Stored,
    error::{Code, Error, Result},
    ids::SalesOrderId,
    num::Money,
    query::Select,
    records::Records,
    storage::Reads,
};

impl Records<'_, SalesOrder> {
    /// Creates an order.
    ///
    /// # Errors
    /// `access.denied`, also for an order with a negative total without the right `credits.post`; `field.invalid`, `reference.missing`,
    /// `tax.rate_missing`, `price.missing`, `price.refused`, `unit.unknown`, `unit.inexact`, `credit.exceeded`, `storage.*`.
    pub async fn create(&self, order: &NewOrder) -> Result<OrderPosted> {
        self.session().run(order).await
    }

    /// Delivers an order in whole or in part, at the order's prices and the tax rates of the day. Prepayments of the order settle what the delivery
    /// leaves open. Prices were checked with the order; they are checked again only if more than the open quantities are delivered, a deduction is
    /// delivered before the lines it is deducted from, or the payable amount is rounded down by more than cash payment requires.
    ///
    /// # Errors
    /// As [`super::SalesService::deliver`], and `line.exceeded`, `document.closed`.
    pub async fn deliver(&self, delivery: &OrderDelivery) -> Result<SalesPosted> {
        self.session().run(delivery).await
    }

    /// Closes an order short, or cancels it if nothing was delivered: open quantities will not be delivered, and its prepayments become available for
    /// other receivables of the customer.
    ///
    /// # Errors
    /// `access.denied`, `reference.missing`, `document.closed`, `storage.*`.
    pub async fn close(&self, close: &CloseOrder) -> Result<OrderClosed> {
        self.session().run(close).await
    }

    /// Returns an order with its lines and progress.
    ///
    /// # Errors
    /// `access.denied`, `record.not_found`, `storage.*`.
    pub async fn status(&self, order_id: SalesOrderId) -> Result<OrderStatus> {
        let build = |permit: &Permit, reads: &mut Reads| Ok((LineReads::new(reads, permit, order_id)?, reads.select(Select::<Company>::new(permit))));
        let ((asks, company), mut answers) = self.session().read(Right::SalesRead, build).await?;
        let missing = || Error::new(Code::NotFound, "there is no such order").with("id", order_id);
        let (order, lines) = asks.take(&mut answers).map_err(|_| missing())?;
        let policy = order.tax_policy(answers.first(&company)?.ok_or_else(missing)?.money_step);
        let is_started = lines.iter().any(|line| !line.delivered.is_zero());
        let open = |line: &Stored<SalesOrderLine>| crate::documents::share(line.revenue, line.open()?, line.quantity, &policy);
        let open_net = Money::sum(lines.iter().map(open).collect::<Result<Vec<_>>>()?, order.currency)?;
        Ok(OrderStatus { order, lines, is_started, open_net })
    }

    /// Reserves the open quantities of an order in a warehouse, replacing its earlier reservations; either all of them or none.
    ///
    /// # Errors
    /// `access.denied`, `reference.missing`, `field.invalid`, `document.closed`, `stock.insufficient` with `available`, `storage.*`.
    pub async fn reserve(&self, reserve: &Reserve) -> Result<()> {
        self.session().run(reserve).await.map(|Empty| ())
    }

    /// Releases the reservations of an order.
    ///
    /// # Errors
    /// `access.denied`, `reference.missing`, `storage.*`.
    pub async fn release(&self, release: &Release) -> Result<()> {
        self.session().run(release).await.map(|Empty| ())
    }
}
