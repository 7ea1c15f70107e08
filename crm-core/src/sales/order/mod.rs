//! Sales orders: what a customer wants, at which prices; stock moves and a receivable is made only when it is delivered, in parts or whole.
//!
//! Invariant: of an order's line, delivered and closed quantities never exceed what was ordered, unless the caller asks for it; the amounts of
//! its deliveries add up to those of the order where fixed amounts were agreed.

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
    /// Writes an order.
    ///
    /// # Errors
    /// `access.denied`, also of an order whose total is negative without the right `credits.post`; `field.invalid`, `reference.missing`,
    /// `tax.rate_missing`, `price.missing`, `price.refused`, `unit.unknown`, `unit.inexact`, `credit.exceeded`, `storage.*`.
    pub async fn create(&self, order: &NewOrder) -> Result<OrderPosted> {
        self.session().run(order).await
    }

    /// Delivers an order or a part of it, at the order's prices and the day's tax rates. Prepayments of the order settle what it leaves open.
    /// Prices were judged with the order; they are again if more than that is delivered, or the amount to pay is rounded down by more than cash
    /// has need of.
    ///
    /// # Errors
    /// As [`super::SalesService::deliver`], and `line.exceeded`, `document.closed`.
    pub async fn deliver(&self, delivery: &OrderDelivery) -> Result<SalesPosted> {
        self.session().run(delivery).await
    }

    /// Completes an order short, or cancels it if nothing was delivered: what is open will not be delivered, and what was paid for it before
    /// is the customer's credit for anything.
    ///
    /// # Errors
    /// `access.denied`, `reference.missing`, `document.closed`, `storage.*`.
    pub async fn close(&self, close: &CloseOrder) -> Result<OrderClosed> {
        self.session().run(close).await
    }

    /// An order with its lines, and how much of it is done.
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

    /// Keeps what is open of an order in a warehouse; instead of what was kept for it before. All of it, or nothing.
    ///
    /// # Errors
    /// `access.denied`, `reference.missing`, `field.invalid`, `document.closed`, `stock.insufficient` with `available`, `storage.*`.
    pub async fn reserve(&self, reserve: &Reserve) -> Result<()> {
        self.session().run(reserve).await.map(|Empty| ())
    }

    /// Releases what is kept for an order.
    ///
    /// # Errors
    /// `access.denied`, `reference.missing`, `storage.*`.
    pub async fn release(&self, release: &Release) -> Result<()> {
        self.session().run(release).await.map(|Empty| ())
    }
}
