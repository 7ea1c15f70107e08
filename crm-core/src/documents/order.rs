//! Sales orders: what customers want, at which prices, and how much of it was delivered so far.

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
    /// Whether an order is still to be delivered.
    OrderState {
        /// To be delivered, or what is left of it.
        Open = "open",
        /// Delivered, or completed with less than was ordered.
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
            /// Series of the number.
            series: String,
            /// Place in the series, from 1, without gaps.
            sequence: i64,
            /// The quote that was accepted.
            quote_id: Option<QuoteId>,
            /// Its revision.
            quote_revision_id: Option<QuoteRevisionId>,
            /// Where it is to be delivered from.
            warehouse_id: Option<WarehouseId>,
            /// When the customer wants it.
            requested_day: Option<Day>,
            /// Whether it is still to be delivered.
            state: OrderState,
            /// When it was completed or cancelled.
            closed_at: Option<Instant>,
            /// Why, if people did that.
            close_reason: Option<String>,
            /// What its goods would have cost when it was written; nothing for goods whose cost was not known.
            expected_cost: Masked<Money> => [masked(Mask::Cost)],
            /// Net less expected cost.
            expected_profit: Masked<Money> => [masked(Mask::Cost)],
        }
    }
}

line_entity! {
    /// A line of an order, and how much of it was delivered so far.
    SalesOrderLine "sales_order_line" {
        id: SalesOrderLineId,
        kind: State,
        of: /// The order.
            order_id: SalesOrderId,
        fields: {
            /// The line of the quote that was accepted.
            quote_line_id: Option<QuoteLineId>,
            /// Delivered so far, reversed deliveries deducted; what customers bring back stays delivered.
            delivered: Quantity,
            /// No longer to be delivered: completed short, or cancelled.
            closed: Quantity,
            /// What it would have cost when the order was written.
            expected_cost: Masked<Money> => [masked(Mask::Cost)],
        }
    }
}

impl SalesOrderLine {
    /// What is still to be delivered: nothing where more was delivered than was ordered; negative of a line that takes something off.
    ///
    /// # Errors
    /// `number.out_of_range`.
    pub fn open(&self) -> Result<Quantity> {
        self.open_after(Quantity::ZERO)
    }

    /// The same, once so much more is delivered.
    pub(crate) fn open_after(&self, now: Quantity) -> Result<Quantity> {
        let left = self.quantity.minus(self.delivered)?.minus(self.closed)?.minus(now)?;
        Ok(if self.quantity.is_negative() { left.min(Quantity::ZERO) } else { left.max(Quantity::ZERO) })
    }
}

/// The lines of open orders.
pub(crate) fn undelivered() -> Filter {
    Filter::exists("order", SalesOrder::state().eq(OrderState::Open))
}

/// What the lines are still to bring, tax included, without what is delivered now.
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
