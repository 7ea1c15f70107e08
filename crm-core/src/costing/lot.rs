//! Specific identification: every lot has its own quantity and value, and an issue takes from the lot that it names.
//!
//! Within a lot the average holds, so that a lot received in parts is exact, too; the last unit of a lot takes the rest of its value.

use super::{CostContext, CostState, CostStep, CostingStrategy, LateCost, MovingAverage, Needs};
use crate::{
    error::Result,
    num::{Money, Quantity},
};

/// Costing by lot. The state that it is given is that of the lot.
#[derive(Debug, Clone, Copy, Default)]
pub struct ByLot;

impl CostingStrategy for ByLot {
    fn needs(&self) -> Needs {
        Needs::Lot
    }

    fn receive(&self, state: &CostState, quantity: Quantity, value: Money, context: &CostContext) -> Result<CostStep> {
        MovingAverage.receive(state, quantity, value, context)
    }

    fn issue(&self, state: &CostState, quantity: Quantity, context: &CostContext) -> Result<CostStep> {
        MovingAverage.issue(state, quantity, context)
    }

    fn withdraw(&self, state: &CostState, quantity: Quantity, value: Money, receipt: i64, context: &CostContext) -> Result<CostStep> {
        MovingAverage.withdraw(state, quantity, value, receipt, context)
    }

    fn charge(&self, state: &CostState, late: &LateCost, context: &CostContext) -> Result<CostState> {
        MovingAverage.charge(state, late, context)
    }

    fn revalue(&self, state: &CostState, value: Money, context: &CostContext) -> Result<CostState> {
        MovingAverage.revalue(state, value, context)
    }
}
