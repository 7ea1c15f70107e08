//! The specified unit cost: stock is always worth its quantity at the cost that is set for the product on the day.
//!
//! What a purchase differs by is a variance, and so is what a new cost makes of the stock on hand. Costs of issues are differences of two
//! rounded values of stock, so that nothing is lost between them.

use super::{CostContext, CostState, CostStep, CostingStrategy, LateCost, Needs};
use crate::{
    error::{Code, Error, Result},
    num::{Money, Quantity, UnitPrice},
};

/// Costing at a specified unit cost.
#[derive(Debug, Clone, Copy, Default)]
pub struct Specified;

impl CostingStrategy for Specified {
    fn needs(&self) -> Needs {
        Needs::SpecifiedCost
    }

    fn refresh(&self, state: &CostState, context: &CostContext) -> Result<CostState> {
        match context.specified_cost {
            Some(_) => at(state, state.quantity, context),
            None => Ok(state.clone()),
        }
    }

    fn entry(&self, quantity: Quantity, _: Money, context: &CostContext) -> Result<Money> {
        context.rounding.times(cost(context)?, quantity)
    }

    fn provisional(&self, _: &CostState, quantity: Quantity, context: &CostContext) -> Result<Money> {
        context.rounding.times(cost(context)?, quantity)
    }

    fn receive(&self, state: &CostState, quantity: Quantity, value: Money, context: &CostContext) -> Result<CostStep> {
        Ok(CostStep { state: at(state, state.quantity.plus(quantity)?, context)?, value })
    }

    fn issue(&self, state: &CostState, quantity: Quantity, context: &CostContext) -> Result<CostStep> {
        let after = at(state, state.quantity.minus(quantity)?, context)?;
        Ok(CostStep { value: state.value.minus(after.value)?, state: after })
    }

    fn find(&self, state: &CostState, quantity: Quantity, context: &CostContext) -> Result<CostStep> {
        let after = at(state, state.quantity.plus(quantity)?, context)?;
        Ok(CostStep { value: after.value.minus(state.value)?, state: after })
    }

    fn withdraw(&self, state: &CostState, quantity: Quantity, value: Money, _: i64, context: &CostContext) -> Result<CostStep> {
        Ok(CostStep { state: at(state, state.quantity.minus(quantity)?, context)?, value })
    }

    fn charge(&self, state: &CostState, _: &LateCost, _: &CostContext) -> Result<CostState> {
        Ok(state.clone())
    }

    fn revalue(&self, _: &CostState, _: Money, _: &CostContext) -> Result<CostState> {
        Err(Error::field("amount", "cannot revalue stock that is valued at a specified cost; set the cost instead"))
    }
}

fn cost(context: &CostContext) -> Result<UnitPrice> {
    let unknown = || {
        Error::new(
            Code::CostUnknown,
            format!("no cost is specified for the product on {}; set one that applies from that day or earlier", context.day),
        )
        .with("day", context.day)
    };
    context.specified_cost.ok_or_else(unknown)
}

/// The state at a quantity: worth it at the specified cost.
fn at(state: &CostState, quantity: Quantity, context: &CostContext) -> Result<CostState> {
    let cost = cost(context)?;
    Ok(CostState { quantity, value: context.rounding.times(cost, quantity)?, reference_cost: Some(cost), layers: state.layers.clone() })
}
