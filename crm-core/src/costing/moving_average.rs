//! The moving weighted average: an issue costs value x q / quantity, rounded once; the issue that empties the stock takes the whole value.
//!
//! Quantity and value are carried, never a rounded average, so that value is conserved by construction.

use super::{CostContext, CostState, CostStep, CostingStrategy, LateCost, Needs};
use crate::{
    error::Result,
    num::{Money, Quantity},
};

/// The moving weighted average.
#[derive(Debug, Clone, Copy, Default)]
pub struct MovingAverage;

impl CostingStrategy for MovingAverage {
    fn needs(&self) -> Needs {
        Needs::Balance
    }

    fn receive(&self, state: &CostState, quantity: Quantity, value: Money, _: &CostContext) -> Result<CostStep> {
        Ok(CostStep { state: state.with(state.quantity.plus(quantity)?, state.value.plus(value)?)?, value })
    }

    fn issue(&self, state: &CostState, quantity: Quantity, context: &CostContext) -> Result<CostStep> {
        let value = state.share(quantity, &context.rounding)?.min(state.value)?;
        Ok(CostStep { state: state.with(state.quantity.minus(quantity)?, state.value.minus(value)?)?, value })
    }

    fn withdraw(&self, state: &CostState, quantity: Quantity, value: Money, _: i64, _: &CostContext) -> Result<CostStep> {
        let taken = if quantity == state.quantity { state.value } else { value.min(state.value)? };
        Ok(CostStep { state: state.with(state.quantity.minus(quantity)?, state.value.minus(taken)?)?, value })
    }

    /// The goods of a receipt cannot be told from others: as much of it counts as still there as there are goods at all.
    fn charge(&self, state: &CostState, late: &LateCost, context: &CostContext) -> Result<CostState> {
        let part = late.part(late.entered.min(state.quantity), &context.rounding)?;
        let value = state.value.plus(part)?;
        state.with(state.quantity, if value.is_negative() { Money::zero(value.currency()) } else { value })
    }

    fn revalue(&self, state: &CostState, value: Money, _: &CostContext) -> Result<CostState> {
        state.with(state.quantity, value)
    }
}
