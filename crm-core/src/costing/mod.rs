//! Costing strategies: what a receipt, an issue and a return do to the quantity and value of a product.
//!
//! A strategy is pure. The state is quantity and value; the average is derived, never stored as truth. The laws that hold for every strategy,
//! and that [`CostBook`] checks at every step: receipts less issues less variances equal the closing value; no quantity means no value; a
//! reversal brings back what went. A strategy never sees less than nothing: what is sold before it is received is kept beside it.

mod book;
mod lot;
mod moving_average;
mod specified;

pub use book::{CostBook, Costed, Covered, Issue, Oversold, SalesSource};
pub use lot::ByLot;
pub use moving_average::MovingAverage;
pub use specified::Specified;

use crate::{
    error::{Code, Error, Result},
    num::{Currency, Decimal, FINE_SCALE, Money, MoneyStep, Quantity, RoundingMode, UnitPrice, overflow, rounding::to_scale},
    text::quoted,
    time::Day,
};
use std::{collections::HashMap, sync::Arc};

/// The name of the moving weighted average.
pub const MOVING_AVERAGE: &str = "moving_average";
/// The name of the unit cost that is set for each product from a day on.
pub const SPECIFIED: &str = "specified";
/// The name of specific identification: each lot has its own cost.
pub const LOT: &str = "lot";

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

impl ValueRounding {
    /// A part of an amount: amount x part / whole, rounded once; the whole part is the amount itself.
    ///
    /// # Errors
    /// `number.out_of_range`.
    pub fn share(&self, amount: Money, part: Quantity, whole: Quantity) -> Result<Money> {
        if part == whole {
            return Ok(amount);
        }
        let exact = amount.amount().checked_mul(part.decimal()).and_then(|v| v.checked_div(whole.decimal()));
        Money::rounded(exact.ok_or_else(overflow)?, amount.currency(), self.step, self.mode)
    }

    /// The value of a quantity at a unit cost.
    ///
    /// # Errors
    /// `number.out_of_range`.
    pub fn times(&self, cost: UnitPrice, quantity: Quantity) -> Result<Money> {
        cost.times(quantity, self.step, self.mode)
    }
}

/// What a step knows beside the state.
#[derive(Debug, Clone, Copy)]
pub struct CostContext {
    /// How values are rounded.
    pub rounding: ValueRounding,
    /// The day that the step counts for: that of the document, or of the product's latest movement if that is later.
    pub day: Day,
    /// The movement's place among the product's movements.
    pub sequence: i64,
    /// The product's specified cost on that day; asked for by [`Needs::SpecifiedCost`] only.
    pub specified_cost: Option<UnitPrice>,
}

/// Goods of one receipt that a strategy keeps apart.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Layer {
    /// The place of the movement that brought them, among the product's movements.
    pub sequence: i64,
    /// What is left of them.
    pub quantity: Quantity,
    /// Its value.
    pub value: Money,
}

/// Quantity and value of a product, or of a lot of it; neither is ever negative.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct CostState {
    /// On hand.
    pub quantity: Quantity,
    /// Its value.
    pub value: Money,
    /// The last cost per unit, kept when the stock is empty.
    pub reference_cost: Option<UnitPrice>,
    /// Its layers, in the strategy's own order; kept for [`Needs::Layers`] only.
    pub layers: Vec<Layer>,
}

impl CostState {
    /// Nothing on hand, nothing known.
    pub fn empty(currency: Currency) -> Self {
        Self { quantity: Quantity::ZERO, value: Money::zero(currency), reference_cost: None, layers: Vec::new() }
    }

    /// The same goods at another quantity and value. The reference cost follows as long as there is stock.
    ///
    /// # Errors
    /// `number.out_of_range`.
    pub fn with(&self, quantity: Quantity, value: Money) -> Result<Self> {
        let reference_cost = if quantity.is_positive() { Some(unit_cost(value, quantity)?) } else { self.reference_cost };
        Ok(Self { quantity, value, reference_cost, layers: self.layers.clone() })
    }

    /// The value of a quantity at the average, which is never rounded by itself; all of it is worth the whole value.
    ///
    /// # Errors
    /// `number.out_of_range`.
    pub fn share(&self, quantity: Quantity, rounding: &ValueRounding) -> Result<Money> {
        rounding.share(self.value, quantity, self.quantity)
    }

    /// The value of a quantity at the average, or at the reference cost where there is no stock; none if neither is known.
    ///
    /// # Errors
    /// `number.out_of_range`.
    pub fn known_cost(&self, quantity: Quantity, rounding: &ValueRounding) -> Result<Option<Money>> {
        if self.quantity.is_positive() {
            return self.share(quantity, rounding).map(Some);
        }
        self.reference_cost.map(|cost| rounding.times(cost, quantity)).transpose()
    }
}

/// A value by quantity, for display and reference, to the decimals that storage keeps.
///
/// # Errors
/// `number.out_of_range`.
pub fn unit_cost(value: Money, quantity: Quantity) -> Result<UnitPrice> {
    let exact = value.amount().checked_div(quantity.decimal()).ok_or_else(overflow)?;
    UnitPrice::new(to_scale(exact, FINE_SCALE, RoundingMode::HalfUp), value.currency())
}

/// What a strategy made of an event: the state after it, and the value that the event was worth to it.
///
/// For what came in at a given value, and what goes out at one, the state may change by another value: the difference is a variance.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct CostStep {
    /// The state after the event.
    pub state: CostState,
    /// What goods that went out cost, or goods found are worth; of goods that came at a given value, that value. Never negative.
    pub value: Money,
}

/// A cost that became known after its receipt: freight, or a corrected price. It may be negative.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct LateCost {
    /// The place of the receipt among the product's movements.
    pub sequence: i64,
    /// What was received.
    pub quantity: Quantity,
    /// What of it entered stock; the rest covered goods that were delivered before.
    pub entered: Quantity,
    /// The cost.
    pub amount: Money,
}

impl LateCost {
    /// The part that a quantity of the receipt takes: amount x part / quantity.
    ///
    /// # Errors
    /// `number.out_of_range`.
    pub fn part(&self, part: Quantity, rounding: &ValueRounding) -> Result<Money> {
        rounding.share(self.amount, part, self.quantity)
    }
}

/// What a strategy must know of a product before it can cost. Quantity and value are always known.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Needs {
    /// Quantity and value of the product.
    Balance,
    /// And the cost that is set for it from a day on.
    SpecifiedCost,
    /// Quantity and value of the lot that moves: every movement names one.
    Lot,
    /// And the layers that the strategy keeps; the library stores them for it.
    Layers,
}

/// A costing method. All functions are pure; quantities are positive, and on hand where they go out.
pub trait CostingStrategy: Send + Sync {
    /// What it must know, read together with the rest of the posting.
    fn needs(&self) -> Needs;

    /// Brings the state up to the day before anything else happens on it; the change of value is a variance.
    ///
    /// # Errors
    /// `stock.cost_unknown`, `number.out_of_range`.
    fn refresh(&self, state: &CostState, _context: &CostContext) -> Result<CostState> {
        Ok(state.clone())
    }

    /// The value at which goods that cost `value` enter the books; what it differs by is a variance.
    ///
    /// # Errors
    /// `stock.cost_unknown`, `number.out_of_range`.
    fn entry(&self, _quantity: Quantity, value: Money, _context: &CostContext) -> Result<Money> {
        Ok(value)
    }

    /// The value of goods that go out before they came in, until the receipt that covers them says it: the average, else the reference cost, else nothing.
    ///
    /// # Errors
    /// `stock.cost_unknown`, `number.out_of_range`.
    fn provisional(&self, state: &CostState, quantity: Quantity, context: &CostContext) -> Result<Money> {
        let known = state.known_cost(quantity, &context.rounding)?;
        Ok(known.unwrap_or_else(|| Money::zero(context.rounding.currency)))
    }

    /// Goods come in at a value.
    ///
    /// # Errors
    /// `number.out_of_range`, `currency.mismatch`.
    fn receive(&self, state: &CostState, quantity: Quantity, value: Money, context: &CostContext) -> Result<CostStep>;

    /// Goods go out; the strategy says at which cost.
    ///
    /// # Errors
    /// `number.out_of_range`.
    fn issue(&self, state: &CostState, quantity: Quantity, context: &CostContext) -> Result<CostStep>;

    /// Goods come in without a cost of their own (a return without its delivery, goods found): the strategy says at which cost.
    ///
    /// # Errors
    /// `stock.cost_unknown` if nothing was ever received.
    fn find(&self, state: &CostState, quantity: Quantity, context: &CostContext) -> Result<CostStep> {
        let unknown = || {
            Error::new(Code::CostUnknown, "nothing was ever received, so the goods have no cost; give a cost on the line, or set one for the product")
        };
        let value = state.known_cost(quantity, &context.rounding)?.ok_or_else(unknown)?;
        self.receive(state, quantity, value, context)
    }

    /// Goods come back at the cost at which they left.
    ///
    /// # Errors
    /// `number.out_of_range`, `currency.mismatch`.
    fn reverse(&self, state: &CostState, quantity: Quantity, value: Money, context: &CostContext) -> Result<CostStep> {
        self.receive(state, quantity, value, context)
    }

    /// A receipt is undone: goods leave at the value with which they came, as far as that value is still there.
    ///
    /// # Errors
    /// `number.out_of_range`, `currency.mismatch`.
    fn withdraw(&self, state: &CostState, quantity: Quantity, value: Money, receipt: i64, context: &CostContext) -> Result<CostStep>;

    /// A receipt turns out to have cost more or less: the share that is still in stock changes its value.
    ///
    /// # Errors
    /// `number.out_of_range`, `currency.mismatch`.
    fn charge(&self, state: &CostState, late: &LateCost, context: &CostContext) -> Result<CostState>;

    /// What is on hand, which is something, gets another value.
    ///
    /// # Errors
    /// `field.invalid` where the method says the value itself; `number.out_of_range`.
    fn revalue(&self, state: &CostState, value: Money, context: &CostContext) -> Result<CostState>;
}

/// The strategies that products can name.
#[derive(Clone)]
pub struct Strategies(HashMap<String, Arc<dyn CostingStrategy>>);

impl Default for Strategies {
    fn default() -> Self {
        let mut strategies = Self(HashMap::new());
        strategies.register(MOVING_AVERAGE, Arc::new(MovingAverage));
        strategies.register(SPECIFIED, Arc::new(Specified));
        strategies.register(LOT, Arc::new(ByLot));
        strategies
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
            .ok_or_else(|| Error::new(Code::CostingUnknown, format!("there is no costing strategy {}", quoted(name))).with("name", name))
    }
}

/// Splits a value over quantities of goods; nothing over nothing.
///
/// # Errors
/// `number.out_of_range`.
pub fn spread(value: Money, quantities: &[Decimal], rounding: &ValueRounding) -> Result<Vec<Money>> {
    crate::num::rounding::split(value, quantities, rounding.step)
}
