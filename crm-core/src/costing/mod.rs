//! Costing strategies: what a receipt, an issue and a return do to the quantity and value of a product.
//!
//! A strategy is pure. The state is quantity and value; the average is derived, never stored as truth. The laws that hold for every strategy:
//! receipts less issues less variances equal the closing value; no quantity means no value; a reversal brings back what went.

mod moving_average;

pub use moving_average::MovingAverage;

use crate::{
    error::{Code, Error, Result},
    num::{Currency, Money, MoneyStep, Quantity, RoundingMode, UnitPrice},
};
use std::{collections::HashMap, sync::Arc};

/// The name of the moving weighted average.
pub const MOVING_AVERAGE: &str = "moving_average";

/// How values are rounded.
#[derive(Debug, Clone, Copy)]
pub struct ValueRounding {
    /// Currency of the books.
    pub currency: Currency,
    /// Step of its amounts.
    pub step: MoneyStep,
    /// What happens to a half.
    pub mode: RoundingMode,
}

/// Quantity and value of a product.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct CostState {
    /// On hand.
    pub quantity: Quantity,
    /// Its value.
    pub value: Money,
    /// The last cost per unit, kept when the stock is empty.
    pub reference_cost: Option<UnitPrice>,
}

impl CostState {
    /// Nothing on hand, nothing known.
    pub fn empty(currency: Currency) -> Self {
        Self { quantity: Quantity::ZERO, value: Money::zero(currency), reference_cost: None }
    }
}

/// What a strategy made of an event: the state after it, and the value that moved in (positive) or out (positive, too).
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct CostStep {
    /// The state after the event.
    pub state: CostState,
    /// The value that came in or went out.
    pub value: Money,
}

/// What a strategy must know of a product before it can cost.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Needs {
    /// Quantity and value.
    Balance,
}

/// A costing method.
pub trait CostingStrategy: Send + Sync {
    /// What it must know, read together with the rest of the posting.
    fn needs(&self) -> Needs;

    /// Goods come in at a value.
    ///
    /// # Errors
    /// `number.out_of_range`, `currency.mismatch`.
    fn receive(&self, state: &CostState, quantity: Quantity, value: Money, rounding: &ValueRounding) -> Result<CostStep>;

    /// Goods go out; the strategy says at which cost. The quantity is on hand.
    ///
    /// # Errors
    /// `number.out_of_range`.
    fn issue(&self, state: &CostState, quantity: Quantity, rounding: &ValueRounding) -> Result<CostStep>;

    /// Goods come in without a cost of their own (a return without its delivery, goods found): the strategy says at which cost.
    ///
    /// # Errors
    /// `stock.cost_unknown` if nothing was ever received.
    fn find(&self, state: &CostState, quantity: Quantity, rounding: &ValueRounding) -> Result<CostStep>;

    /// Goods come back at the cost at which they left.
    ///
    /// # Errors
    /// `number.out_of_range`, `currency.mismatch`.
    fn reverse(&self, state: &CostState, quantity: Quantity, value: Money, rounding: &ValueRounding) -> Result<CostStep>;
}

/// The strategies that products can name.
#[derive(Clone)]
pub struct Strategies(HashMap<String, Arc<dyn CostingStrategy>>);

impl Default for Strategies {
    fn default() -> Self {
        let moving_average: Arc<dyn CostingStrategy> = Arc::new(MovingAverage);
        Self(HashMap::from([(MOVING_AVERAGE.to_owned(), moving_average)]))
    }
}

impl Strategies {
    /// Adds a strategy, or replaces the one of that name.
    pub fn register(&mut self, name: &str, strategy: Arc<dyn CostingStrategy>) {
        self.0.insert(name.to_owned(), strategy);
    }

    /// A strategy by name.
    ///
    /// # Errors
    /// `costing.unknown`.
    pub fn get(&self, name: &str) -> Result<&dyn CostingStrategy> {
        self.0
            .get(name)
            .map(AsRef::as_ref)
            .ok_or_else(|| Error::new(Code::CostingUnknown, format!("no costing strategy is called `{name}`")).with("name", name))
    }
}
