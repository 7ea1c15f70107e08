//! The cost of one product as it changes, event by event: a strategy's state, and beside it what was sold before it came in.
//!
//! Invariant: after every step receipts less issues less variances less corrections equal the value; a strategy that breaks a law is stopped here.
//! Each oversold unit is corrected once, when a receipt really covers it; only what is then left of the receipt enters stock.

use super::{CostContext, CostState, CostStep, CostingStrategy, LateCost, unit_cost};
use crate::{
    error::{Code, Error, Result},
    ids::{CustomerId, OperatorId, SalesDocumentId, SalesLineId},
    num::{Money, Quantity},
};

/// The sales line that goods left with, and who it counts for.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct SalesSource {
    /// The delivery.
    pub document_id: SalesDocumentId,
    /// Its line.
    pub line_id: SalesLineId,
    /// The customer.
    pub customer_id: CustomerId,
    /// Who answered for the customer then.
    pub salesperson_id: Option<OperatorId>,
}

/// Goods that went out before they came in, at a provisional cost.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Oversold {
    /// The place of the movement that took them.
    pub sequence: i64,
    /// The line that they were sold with; none if they did not go to a customer.
    pub sales: Option<SalesSource>,
    /// What is not covered yet.
    pub quantity: Quantity,
    /// Its provisional cost.
    pub value: Money,
}

/// Oversold goods that are covered now.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Covered {
    /// What was oversold.
    pub of: Oversold,
    /// How much of it is covered.
    pub quantity: Quantity,
    /// The provisional cost of that.
    pub provisional: Money,
    /// What it cost really.
    pub cost: Money,
}

/// What an event did.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Costed {
    /// By how much the value of stock changed; what is oversold counts as negative value.
    pub moved: Money,
    /// What goods that went out cost, or what came in was worth; never negative.
    pub cost: Money,
    /// What of goods that came in covered oversold ones.
    pub covered: Vec<Covered>,
}

/// How goods go out.
#[derive(Debug, Clone, Copy)]
pub struct Issue {
    /// How much; may be more than there is.
    pub quantity: Quantity,
    /// The line that they are sold with, if they are.
    pub sales: Option<SalesSource>,
}

/// The cost of one product, or of one lot.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct CostBook {
    /// What is on hand, as the strategy sees it.
    pub state: CostState,
    /// What went out before it came in, oldest first; there is none while something is on hand.
    pub oversold: Vec<Oversold>,
}

impl CostBook {
    /// A book from a state, with nothing oversold.
    pub fn new(state: CostState) -> Self {
        Self { state, oversold: Vec::new() }
    }

    /// What is on hand less what is oversold.
    ///
    /// # Errors
    /// `number.out_of_range`.
    pub fn quantity(&self) -> Result<Quantity> {
        self.oversold.iter().try_fold(self.state.quantity, |sum, o| sum.minus(o.quantity))
    }

    /// The value of what is on hand less that of what is oversold.
    ///
    /// # Errors
    /// `number.out_of_range`.
    pub fn value(&self) -> Result<Money> {
        self.oversold.iter().try_fold(self.state.value, |sum, o| sum.minus(o.value))
    }

    /// Brings the state up to the day, and answers with the change of value.
    ///
    /// # Errors
    /// As [`CostingStrategy::refresh`].
    pub fn refresh(&mut self, by: &dyn CostingStrategy, context: &CostContext) -> Result<Money> {
        let next = by.refresh(&self.state, context)?;
        self.take(next, self.state.quantity)
    }

    /// Goods come in at a value.
    ///
    /// # Errors
    /// As [`CostingStrategy::receive`].
    pub fn receive(&mut self, by: &dyn CostingStrategy, quantity: Quantity, value: Money, context: &CostContext) -> Result<Costed> {
        self.bring(by, quantity, value, |_| false, context, |state, quantity, value| by.receive(state, quantity, value, context))
    }

    /// Goods come back at the cost at which they left. What of them is still oversold (`own` knows it) never really left, and is covered first.
    ///
    /// # Errors
    /// As [`CostingStrategy::reverse`].
    pub fn bring_back(
        &mut self,
        by: &dyn CostingStrategy,
        quantity: Quantity,
        value: Money,
        own: impl Fn(&Oversold) -> bool,
        context: &CostContext,
    ) -> Result<Costed> {
        self.bring(by, quantity, value, own, context, |state, quantity, value| by.reverse(state, quantity, value, context))
    }

    /// Goods come in without a cost of their own.
    ///
    /// # Errors
    /// As [`CostingStrategy::find`].
    pub fn find(&mut self, by: &dyn CostingStrategy, quantity: Quantity, context: &CostContext) -> Result<Costed> {
        let step = by.find(&self.state, quantity, context)?;
        if !self.oversold.is_empty() {
            return self.receive(by, quantity, step.value, context);
        }
        let value = step.value;
        let moved = self.take(step.state, self.state.quantity.plus(quantity)?)?;
        lawful(moved == value, "goods that are found add their own value")?;
        Ok(Costed { moved, cost: value, covered: Vec::new() })
    }

    /// Goods go out. What is not there goes at a provisional cost.
    ///
    /// # Errors
    /// As [`CostingStrategy::issue`] and [`CostingStrategy::provisional`].
    pub fn issue(&mut self, by: &dyn CostingStrategy, issue: &Issue, context: &CostContext) -> Result<Costed> {
        let there = issue.quantity.min(self.state.quantity);
        let missing = issue.quantity.minus(there)?;
        let mut cost = Money::zero(context.rounding.currency);
        let provisional = if missing.is_positive() { by.provisional(&self.state, missing, context)? } else { cost };
        if there.is_positive() {
            let CostStep { state, value } = by.issue(&self.state, there, context)?;
            let moved = self.take(state, self.state.quantity.minus(there)?)?;
            lawful(moved == value.negated() && !value.is_negative(), "an issue reduces the value by its cost")?;
            cost = value;
        }
        if missing.is_positive() {
            self.oversold.push(Oversold { sequence: context.sequence, sales: issue.sales, quantity: missing, value: provisional });
            cost = cost.plus(provisional)?;
        }
        Ok(Costed { moved: cost.negated(), cost, covered: Vec::new() })
    }

    /// A receipt is undone.
    ///
    /// # Errors
    /// As [`CostingStrategy::withdraw`].
    pub fn withdraw(&mut self, by: &dyn CostingStrategy, quantity: Quantity, value: Money, receipt: i64, context: &CostContext) -> Result<Costed> {
        let step = by.withdraw(&self.state, quantity, value, receipt, context)?;
        let moved = self.take(step.state, self.state.quantity.minus(quantity)?)?;
        Ok(Costed { moved, cost: value, covered: Vec::new() })
    }

    /// A receipt turns out to have cost more or less; answers with what stock takes of it.
    ///
    /// # Errors
    /// As [`CostingStrategy::charge`].
    pub fn charge(&mut self, by: &dyn CostingStrategy, late: &LateCost, context: &CostContext) -> Result<Money> {
        if !self.state.quantity.is_positive() {
            return Ok(Money::zero(context.rounding.currency));
        }
        let next = by.charge(&self.state, late, context)?;
        self.take(next, self.state.quantity)
    }

    /// What is on hand gets another value; answers with the change.
    ///
    /// # Errors
    /// As [`CostingStrategy::revalue`].
    pub fn revalue(&mut self, by: &dyn CostingStrategy, value: Money, context: &CostContext) -> Result<Money> {
        let next = by.revalue(&self.state, value, context)?;
        lawful(next.value == value, "a revaluation results in the requested value")?;
        self.take(next, self.state.quantity)
    }

    /// Goods come in: they cover what is oversold, and the rest enters stock.
    fn bring(
        &mut self,
        by: &dyn CostingStrategy,
        quantity: Quantity,
        value: Money,
        own: impl Fn(&Oversold) -> bool,
        context: &CostContext,
        enter: impl Fn(&CostState, Quantity, Money) -> Result<CostStep>,
    ) -> Result<Costed> {
        let before = self.value()?;
        let mut covered = Vec::new();
        let (mut left, mut worth) = (quantity, value);
        self.cover(&mut left, &mut worth, own, context, &mut covered)?;
        let mut entering = worth;
        if left.is_positive() && !self.oversold.is_empty() {
            entering = by.entry(left, worth, context)?;
            self.cover(&mut left, &mut entering, |_| true, context, &mut covered)?;
        }
        if left.is_positive() {
            let step = enter(&self.state, left, entering)?;
            self.take(step.state, self.state.quantity.plus(left)?)?;
        }
        if !covered.is_empty() && !self.state.quantity.is_positive() && !value.is_negative() {
            self.state.reference_cost = Some(unit_cost(value, quantity)?);
        }
        Ok(Costed { moved: self.value()?.minus(before)?, cost: value, covered })
    }

    /// Covers what is oversold, oldest first, pro rata of the value; the last takes what is left of it.
    fn cover(
        &mut self,
        left: &mut Quantity,
        worth: &mut Money,
        wanted: impl Fn(&Oversold) -> bool,
        context: &CostContext,
        covered: &mut Vec<Covered>,
    ) -> Result<()> {
        for of in self.oversold.iter_mut().filter(|o| wanted(o)) {
            if !left.is_positive() {
                break;
            }
            let quantity = of.quantity.min(*left);
            let cost = context.rounding.share(*worth, quantity, *left)?;
            let provisional = context.rounding.share(of.value, quantity, of.quantity)?;
            covered.push(Covered { of: *of, quantity, provisional, cost });
            of.quantity = of.quantity.minus(quantity)?;
            of.value = of.value.minus(provisional)?;
            *left = left.minus(quantity)?;
            *worth = worth.minus(cost)?;
        }
        self.oversold.retain(|o| o.quantity.is_positive());
        Ok(())
    }

    /// Takes the strategy's next state, and answers with the change of value.
    fn take(&mut self, next: CostState, quantity: Quantity) -> Result<Money> {
        lawful(next.quantity == quantity, "the quantity changes by the quantity moved")?;
        lawful(!next.value.is_negative(), "a value is never negative")?;
        lawful(!next.quantity.is_zero() || next.value.is_zero(), "a quantity of zero has a value of zero")?;
        if !next.layers.is_empty() {
            let sum = next.layers.iter().try_fold(Quantity::ZERO, |sum, layer| sum.plus(layer.quantity))?;
            let worth = Money::sum(next.layers.iter().map(|layer| layer.value), next.value.currency())?;
            lawful(sum == next.quantity && worth == next.value, "layers add up to the quantity and the value")?;
        }
        let moved = next.value.minus(self.state.value)?;
        self.state = next;
        Ok(moved)
    }
}

/// # Errors
/// `costing.unlawful`.
fn lawful(holds: bool, law: &'static str) -> Result<()> {
    if holds { Ok(()) } else { Err(Error::new(Code::CostingUnlawful, format!("the costing strategy violates a law: {law}")).with("law", law)) }
}
