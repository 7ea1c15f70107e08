//! Sales orders: ordered quantities, prices, and quantities delivered so far.

use super::{PricedLine, head::head_entity, line::line_entity};
use crate::{
    entity::{Mask, Masked, Stored},
    error::Result,
    ids::{QuoteId, QuoteLineId, QuoteRevisionId, SalesOrderId, SalesOrderLineId, WarehouseId},
    num::{Money, Quantity},
    query::Filter,
    text_enum,
    time::{Day, Instant},
};
use std::collections::BTreeMap;

text_enum! {
    /// The state of an order.
    OrderState {
        /// Not yet delivered, or only in part.
        Open = "open",
        /// Delivered, or closed short.
        Completed = "completed",
        /// Cancelled before anything was delivered.
        Cancelled = "cancelled",
    }
}

head_entity! {
    /// A sales order.
    SalesOrder "sales_order" {
        id: SalesOrderId,
        kind: Master,
        unique: [["series", "sequence"]],
        fields: {
            /// Number, such as `SO-2010-000001`.
            number: String,
            /// Number series.
            series: String,
            /// Sequence number in the series, from 1, without gaps.
            sequence: i64,
            /// The accepted quote.
            quote_id: Option<QuoteId>,
            /// The accepted revision.
            quote_revision_id: Option<QuoteRevisionId>,
            /// Warehouse to deliver from.
            warehouse_id: Option<WarehouseId>,
            /// Day requested by the customer.
            requested_day: Option<Day>,
            /// State of the order.
            state: OrderState,
            /// When it was completed or cancelled.
            closed_at: Option<Instant>,
            /// Reason, if closed by a user.
            close_reason: Option<String>,
            /// Expected cost of its goods when the order was created; goods of unknown cost count as zero.
            expected_cost: Masked<Money> => [masked(Mask::Cost)],
            /// Net less expected cost.
            expected_profit: Masked<Money> => [masked(Mask::Cost)],
        }
    }
}

line_entity! {
    /// An order line and the quantity delivered so far.
    SalesOrderLine "sales_order_line" {
        id: SalesOrderLineId,
        kind: State,
        of: /// The order.
            order_id: SalesOrderId,
        fields: {
            /// The accepted quote line.
            quote_line_id: Option<QuoteLineId>,
            /// Quantity delivered, net of reversed deliveries; customer returns do not reduce it.
            delivered: Quantity,
            /// Quantity no longer to be delivered: closed short or cancelled.
            closed: Quantity,
            /// Expected cost when the order was created.
            expected_cost: Masked<Money> => [masked(Mask::Cost)],
        }
    }
}

impl SalesOrderLine {
    /// The open quantity: zero if more was delivered than ordered; negative for a line that is a deduction.
    ///
    /// # Errors
    /// `number.out_of_range`.
    pub fn open(&self) -> Result<Quantity> {
        self.open_after(Quantity::ZERO)
    }

    /// The open quantity after delivering more.
    pub(crate) fn open_after(&self, now: Quantity) -> Result<Quantity> {
        let left = self.quantity.minus(self.delivered)?.minus(self.closed)?.minus(now)?;
        Ok(if self.quantity.is_negative() { left.min(Quantity::ZERO) } else { left.max(Quantity::ZERO) })
    }
}

/// The filter for lines of open orders.
pub(crate) fn undelivered() -> Filter {
    Filter::exists("order", SalesOrder::state().eq(OrderState::Open))
}

/// The amount, including tax, of what the lines have open beyond what is delivered now.
///
/// # Errors
/// `number.out_of_range`, `currency.mismatch`.
pub(crate) fn still_to_bring(
    lines: &[Stored<SalesOrderLine>],
    delivered: &BTreeMap<SalesOrderLineId, crate::num::Quantity>,
    zero: Money,
    policy: &crate::policy::TaxPolicy,
) -> Result<Money> {
    let mut sum = zero;
    for line in lines {
        let now = delivered.get(&line.id).copied().unwrap_or_default();
        let open = line.open_after(now)?;
        let PricedLine { revenue, tax, quantity, .. } = line.priced();
        sum = sum.plus(super::share(revenue.plus(tax)?, open, quantity, policy)?)?;
    }
    Ok(sum)
}
