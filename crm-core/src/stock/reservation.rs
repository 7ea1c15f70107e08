//! What is kept of a product for orders until it is delivered, released, or the reservation expires; and what is left of it for others.
//!
//! Invariant: what is reserved is still on hand and counts for nobody else: available is on hand less what is reserved and not expired. The
//! pools of the products are locked by whoever reserves and by whoever delivers, moves or sends back, so that nothing is promised twice. Only
//! a count or a correction can leave less than what is reserved: then the goods are not there, whatever was promised.

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
    /// How much of a product is kept for a line of an order: for a kit, each of its components.
    Reservation "reservation" {
        key: ["order_line_id", "product_id"],
        kind: State,
        scope: ThroughCustomer,
        read: StockRead,
        unique: [],
        indexes: [["product_id", "warehouse_id"]],
        fields: {
            /// The line.
            order_line_id: SalesOrderLineId,
            /// The product that is kept.
            product_id: ProductId,
            /// The order.
            order_id: SalesOrderId,
            /// Whose order it is.
            customer_id: CustomerId,
            /// Where it is kept.
            warehouse_id: WarehouseId,
            /// How much.
            quantity: Quantity,
            /// From when it counts no more; none: until it is delivered or released.
            expires_at: Option<Instant>,
        }
    }
}

/// What there is of a product in a warehouse.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct Availability {
    /// The warehouse.
    pub warehouse_id: WarehouseId,
    /// On hand.
    pub on_hand: Quantity,
    /// Reserved for orders, and not expired.
    pub reserved: Quantity,
    /// On hand less reserved.
    pub available: Quantity,
}

impl StockService<'_> {
    /// What there is of a product at a moment, warehouse by warehouse.
    ///
    /// # Errors
    /// `access.denied`, `storage.*`.
    pub async fn available(&self, product_id: ProductId, at: Instant) -> Result<Vec<Availability>> {
        let build = |permit: &Permit, reads: &mut Reads| {
            let balances = Select::<StockBalance>::new(permit).filter(&StockBalance::product_id().eq(product_id))?;
            let kept = Reservation::product_id().eq(product_id).and(counts_at(at));
            // What is kept for whom is not said, so that it counts for everybody.
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

/// Reservations that count at a moment.
fn counts_at(at: Instant) -> Filter {
    Reservation::expires_at().is_empty().or(Reservation::expires_at().gt(Some(at)))
}

/// A row of a report: an id, the count, a sum of quantities.
fn sum_by(row: Record) -> Result<(crate::Uuid, Quantity)> {
    match row.as_slice() {
        [Value::Id(id), _, Value::Decimal(sum)] => Ok((*id, Quantity::total(*sum)?)),
        _ => Err(Error::corrupt("a row of reservations is not what was asked for")),
    }
}

/// What others keep of some products in a warehouse.
pub(crate) struct KeptReads(Ask<Record>);

impl KeptReads {
    /// `own` is the order that is delivered: what is kept for it is not kept by others.
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
