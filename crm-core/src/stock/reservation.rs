//! Quantities reserved for orders until they are delivered, released, or the reservation expires; and what is left for others.
//!
//! Invariant: what is reserved is still on hand and not available to others: available is on hand less unexpired reservations. Reservations,
//! deliveries, transfers and supplier returns lock the pools of the products, so that nothing is promised twice. Only a count or correction can leave
//! less than what is reserved: then the goods are missing, whatever was promised.

use super::{StockBalance, StockService};
use crate::{
    access::{Permit, Right},
    act::ActContext,
    entity,
    entity::{Record, Stored, Value},
    error::{Error, Result},
    ids::{CustomerId, ProductId, SalesOrderId, SalesOrderLineId, TypedId, WarehouseId},
    num::Quantity,
    query::{Filter, Report, Select, Test},
    storage::{Answers, Ask, Reads},
    time::Instant,
};
use serde::Serialize;
use std::collections::{BTreeMap, BTreeSet};

entity! {
    /// The quantity of a product reserved for an order line; for a kit, one row for each of its components.
    Reservation "reservation" {
        key: ["order_line_id", "product_id"],
        kind: State,
        scope: ThroughCustomer,
        read: StockRead,
        unique: [],
        indexes: [["product_id", "warehouse_id"]],
        fields: {
            /// The order line.
            order_line_id: SalesOrderLineId,
            /// The reserved product.
            product_id: ProductId,
            /// The order.
            order_id: SalesOrderId,
            /// The customer of the order.
            customer_id: CustomerId,
            /// The warehouse.
            warehouse_id: WarehouseId,
            /// Quantity.
            quantity: Quantity,
            /// Expiry; none: until delivered or released.
            expires_at: Option<Instant>,
        }
    }
}

/// The availability of a product in a warehouse.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct Availability {
    /// The warehouse.
    pub warehouse_id: WarehouseId,
    /// Quantity on hand.
    pub on_hand: Quantity,
    /// Quantity reserved for orders and not expired.
    pub reserved: Quantity,
    /// On hand less reserved.
    pub available: Quantity,
}

impl StockService<'_> {
    /// Returns the availability of a product at a moment, by warehouse.
    ///
    /// # Errors
    /// `access.denied`, `storage.*`.
    pub async fn available(&self, product_id: ProductId, at: Instant) -> Result<Vec<Availability>> {
        let build = |permit: &Permit, reads: &mut Reads| {
            let balances = Select::<StockBalance>::new(permit).filter(&StockBalance::product_id().eq(product_id))?;
            let kept = Reservation::product_id().eq(product_id).and(counts_at(at));
            // It is not disclosed whom it is reserved for, so the reservations of all customers count.
            let kept = Report::<Reservation>::new(&permit.unscoped()).filter(&kept)?.by("warehouse_id")?.sum("quantity")?;
            Ok((reads.select(balances.everything()), reads.report(&kept)))
        };
        let ((balances, kept), mut answers) = self.0.read(Right::StockRead, build).await?;
        let kept: BTreeMap<WarehouseId, Quantity> =
            answers.rows(&kept).into_iter().map(|row| sum_by(row).map(|(id, q)| (WarehouseId(id), q))).collect::<Result<_>>()?;
        let balances = answers.all(&balances)?;
        let of = |balance: &Stored<StockBalance>| {
            let (on_hand, reserved) = (balance.quantity, kept.get(&balance.warehouse_id).copied().unwrap_or_default());
            Ok(Availability { warehouse_id: balance.warehouse_id, on_hand, reserved, available: on_hand.minus(reserved)? })
        };
        balances.iter().map(of).collect()
    }
}

/// The filter for reservations that count at a moment.
fn counts_at(at: Instant) -> Filter {
    Reservation::expires_at().is_empty().or(Reservation::expires_at().gt(Some(at)))
}

/// Reads a row of a report: an id, the count, a sum of quantities.
fn sum_by(row: Record) -> Result<(crate::Uuid, Quantity)> {
    match row.as_slice() {
        [Value::Id(id), _, Value::Decimal(sum)] => Ok((*id, Quantity::total(*sum)?)),
        _ => Err(Error::corrupt("a row of reservations does not match its query")),
    }
}

/// Reads the quantities of some products in a warehouse reserved for other orders.
pub(crate) struct KeptReads(Ask<Record>);

impl KeptReads {
    /// `own` is the order being delivered; its reservations are not counted.
    pub(crate) fn ask(
        reads: &mut Reads,
        context: &ActContext<'_>,
        products: &BTreeSet<ProductId>,
        warehouse_id: WarehouseId,
        own: Option<SalesOrderId>,
    ) -> Result<Self> {
        let ids = products.iter().map(|id| Value::Id(id.uuid())).collect();
        let of_products = Filter::Field("product_id".to_owned(), Test::In(ids));
        let mut filter = of_products.and(Reservation::warehouse_id().eq(warehouse_id)).and(counts_at(context.changes().context().at));
        if let Some(own) = own {
            filter = filter.and(Reservation::order_id().ne(own));
        }
        let report = Report::<Reservation>::new(&context.company_permit()).filter(&filter)?.by("product_id")?.sum("quantity")?;
        Ok(Self(reads.report(&report)))
    }

    pub(crate) fn take(&self, answers: &mut Answers) -> Result<BTreeMap<ProductId, Quantity>> {
        answers.rows(&self.0).into_iter().map(|row| sum_by(row).map(|(id, quantity)| (ProductId(id), quantity))).collect()
    }
}
