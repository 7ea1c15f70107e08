//! The moving weighted average: an issue costs value x q / quantity, rounded once; the issue that empties the stock takes the whole value.
//!
//! Quantity and value are carried, never a rounded average, so that value is conserved by construction.

use super::{CostState, CostStep, CostingStrategy, Needs, ValueRounding};
use crate::{
    error::{Code, Error, Result},
    num::{FINE_SCALE, Money, Quantity, RoundingMode, UnitPrice, rounding::to_scale},
};

/// The moving weighted average.
#[derive(Debug, Clone, Copy, Default)]
pub struct MovingAverage;

impl CostingStrategy for MovingAverage {
    fn needs(&self) -> Needs {
        Needs::Balance
    }

    fn receive(&self, state: &CostState, quantity: Quantity, value: Money, _: &ValueRounding) -> Result<CostStep> {
        step(state.quantity.plus(quantity)?, state.value.plus(value)?, state, value)
    }

    fn issue(&self, state: &CostState, quantity: Quantity, rounding: &ValueRounding) -> Result<CostStep> {
        let value = if quantity == state.quantity { state.value } else { share(state, quantity, rounding)?.min(state.value)? };
        step(state.quantity.minus(quantity)?, state.value.minus(value)?, state, value)
    }

    fn find(&self, state: &CostState, quantity: Quantity, rounding: &ValueRounding) -> Result<CostStep> {
        let unknown = || Error::new(Code::CostUnknown, "nothing was ever received, so the goods have no cost");
        let value = match state.reference_cost {
            _ if state.quantity.is_positive() => share(state, quantity, rounding)?,
            reference => reference.ok_or_else(unknown)?.times(quantity, rounding.step, rounding.mode)?,
        };
        self.receive(state, quantity, value, rounding)
    }

    fn reverse(&self, state: &CostState, quantity: Quantity, value: Money, rounding: &ValueRounding) -> Result<CostStep> {
        self.receive(state, quantity, value, rounding)
    }
}

/// The value of a quantity at the average, which is never rounded by itself.
fn share(state: &CostState, quantity: Quantity, rounding: &ValueRounding) -> Result<Money> {
    let exact = state.value.amount().checked_mul(quantity.decimal()).and_then(|v| v.checked_div(state.quantity.decimal()));
    Money::rounded(exact.ok_or_else(crate::num::overflow)?, rounding.currency, rounding.step, rounding.mode)
}

fn step(quantity: Quantity, total: Money, before: &CostState, value: Money) -> Result<CostStep> {
    let reference_cost = if quantity.is_zero() { before.reference_cost } else { average(quantity, total)? };
    Ok(CostStep { state: CostState { quantity, value: total, reference_cost }, value })
}

/// The average for display and reference, to the decimals that storage keeps.
fn average(quantity: Quantity, value: Money) -> Result<Option<UnitPrice>> {
    let exact = value.amount().checked_div(quantity.decimal()).ok_or_else(crate::num::overflow)?;
    UnitPrice::new(to_scale(exact, FINE_SCALE, RoundingMode::HalfUp), value.currency()).map(Some)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::num::Currency;
    use proptest::prelude::*;

    fn rounding() -> ValueRounding {
        ValueRounding { currency: Currency::EUR, step: Currency::EUR.step(), mode: RoundingMode::HalfUp }
    }

    fn money(text: &str) -> Money {
        Money::parse(text, Currency::EUR).unwrap()
    }

    #[test]
    fn two_units_of_13_13_and_12_20_leave_with_25_33() {
        let state = CostState::empty(Currency::EUR);
        let state = MovingAverage.receive(&state, 1.into(), money("13.13"), &rounding()).unwrap().state;
        let state = MovingAverage.receive(&state, 1.into(), money("12.20"), &rounding()).unwrap().state;
        let out = MovingAverage.issue(&state, 2.into(), &rounding()).unwrap();
        assert_eq!(out.value, money("25.33"));
        assert!(out.state.value.is_zero());
    }

    #[test]
    fn a_return_brings_goods_back_at_the_cost_they_left_with() {
        let state = CostState::empty(Currency::EUR);
        let state = MovingAverage.receive(&state, 10.into(), money("50"), &rounding()).unwrap().state;
        let sold = MovingAverage.issue(&state, 1.into(), &rounding()).unwrap();
        let state = MovingAverage.receive(&sold.state, 10.into(), money("100"), &rounding()).unwrap().state;
        let back = MovingAverage.reverse(&state, 1.into(), sold.value, &rounding()).unwrap().state;
        assert_eq!((back.quantity, back.value), (20.into(), money("150")));
    }

    proptest! {
        #[test]
        fn value_is_conserved_and_no_quantity_has_no_value(events in prop::collection::vec((0..3u8, 1..500i32, 0..100_000i64), 1..60)) {
            let mut state = CostState::empty(Currency::EUR);
            let (mut received, mut issued) = (money("0"), money("0"));
            for (kind, quantity, cents) in events {
                let quantity = Quantity::from(quantity);
                let value = Money::new(crate::num::Decimal::new(cents, 2), Currency::EUR).unwrap();
                if kind == 0 {
                    state = MovingAverage.receive(&state, quantity, value, &rounding()).unwrap().state;
                    received = received.plus(value).unwrap();
                } else if state.quantity.is_positive() {
                    let quantity = if kind == 1 { quantity.min(state.quantity) } else { state.quantity };
                    let step = MovingAverage.issue(&state, quantity, &rounding()).unwrap();
                    issued = issued.plus(step.value).unwrap();
                    state = step.state;
                }
                prop_assert_eq!(received.minus(issued).unwrap(), state.value);
                prop_assert!(!state.quantity.is_zero() || state.value.is_zero());
                prop_assert!(!state.value.is_negative());
            }
        }
    }
}
