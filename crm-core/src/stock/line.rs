//! A line of a stock document: its quantity, movement and cost.

use super::{StockLedger, draft::check_landed};
use crate::{
    costing::ValueRounding,
    error::{Error, Result},
    ids::ProductId,
    num::{Currency, Decimal, Money, Quantity, UnitPrice, overflow},
    products::{UnitRatio, price_in_base},
    time::Day,
};

/// The default number of units that a cost is for.
pub(super) fn one() -> Quantity {
    Quantity::from(1)
}

/// A line of a stock document, ready to be posted.
pub(crate) struct StockLine {
    pub(crate) product_id: ProductId,
    pub(crate) quantity: Quantity,
    /// Unit of the quantity; none: the base unit.
    pub(crate) unit: Option<String>,
    pub(crate) moved: StockMove,
    pub(crate) lot: Option<String>,
    pub(crate) expires_on: Option<Day>,
}

impl StockLine {
    pub(crate) fn new(product_id: ProductId, quantity: Quantity, moved: StockMove) -> Self {
        Self { product_id, quantity, unit: None, moved, lot: None, expires_on: None }
    }
}

/// The movement of a line of a stock document.
#[derive(Clone, Copy)]
pub(crate) enum StockMove {
    /// In, at a cost and with landed costs of its own.
    At(Cost, Option<Money>),
    Found,
    Missing,
}

/// The cost of goods, as given on a line.
#[derive(Clone, Copy)]
pub(crate) enum Cost {
    /// A price per number of the line's unit.
    Price(UnitPrice, Quantity),
    /// An amount for the whole line.
    Amount(Money),
}

impl Cost {
    /// A cost per unit.
    pub(crate) fn of_one(unit_cost: UnitPrice) -> Self {
        Self::Price(unit_cost, one())
    }

    fn currency(self) -> Currency {
        match self {
            Self::Price(price, _) => price.currency(),
            Self::Amount(amount) => amount.currency(),
        }
    }

    pub(super) fn field(self) -> &'static str {
        if matches!(self, Self::Price(..)) { "unit_cost" } else { "amount" }
    }
}

/// A price per number of base units: the starting point for corrections of a receipt.
#[derive(Debug, Clone, Copy, PartialEq)]
pub(crate) struct PriceFor {
    pub(crate) price: UnitPrice,
    pub(crate) quantity: Quantity,
}

impl PriceFor {
    /// A price per base unit.
    pub(crate) fn one(price: UnitPrice) -> Self {
        Self { price, quantity: one() }
    }

    /// The amount for a quantity.
    ///
    /// # Errors
    /// `number.out_of_range`.
    pub(crate) fn times(&self, quantity: Quantity, rounding: &ValueRounding) -> Result<Money> {
        if self.quantity == one() {
            return rounding.times(self.price, quantity);
        }
        let exact = self.price.amount().checked_mul(quantity.decimal()).and_then(|v| v.checked_div(self.quantity.decimal()));
        Money::rounded(exact.ok_or_else(overflow)?, rounding.currency, rounding.step, rounding.mode)
    }

    /// The quantity, if other than one.
    pub(crate) fn other_quantity(&self) -> Option<Quantity> {
        Some(self.quantity).filter(|quantity| *quantity != one())
    }
}

/// Quantity and cost of a line in base units.
pub(super) struct Came {
    pub(super) quantity: Quantity,
    /// The price as corrections see it, and the amount of the line.
    pub(super) cost: Option<(PriceFor, Money)>,
}

impl StockLine {
    /// Quantity and value, exactly as given: a price applies to the entered quantity, and an amount is taken as it is.
    pub(super) fn came(&self, ledger: &StockLedger<'_>) -> Result<Came> {
        let rounding = ledger.rounding();
        let quantity = match &self.unit {
            Some(unit) => ledger.units_of(self.product_id)?.to_base(self.quantity, Some(unit))?,
            None => self.quantity,
        };
        let StockMove::At(cost, _) = self.moved else { return Ok(Came { quantity, cost: None }) };
        crate::num::same_currency(cost.currency(), rounding.currency)?;
        let cost = match cost {
            Cost::Price(price, per) => {
                let unit = self.unit.as_deref().map_or(Ok(UnitRatio::ONE), |unit| ledger.units_of(self.product_id)?.ratio(Some(unit)))?;
                let (base, of) = price_in_base(price, UnitRatio::of_quantity(per)?, unit)?;
                let value = PriceFor { price, quantity: per }.times(self.quantity, rounding)?;
                (PriceFor { price: base, quantity: of }, value)
            }
            Cost::Amount(amount) => {
                if Money::rounded(amount.amount(), amount.currency(), rounding.step, rounding.mode)? != amount {
                    return Err(Error::field("amount", "is not a multiple of the money step of the books"));
                }
                (PriceFor { price: UnitPrice::new(amount.amount(), amount.currency())?, quantity }, amount)
            }
        };
        Ok(Came { quantity, cost: Some(cost) })
    }
}

/// Splits landed costs of the whole document over the lines: by value, or by quantity if no line has a value.
pub(super) fn share_landed(landed: Option<Money>, came: &[Came], rounding: &ValueRounding) -> Result<Vec<Money>> {
    let Some(landed) = landed else { return Ok(vec![Money::zero(rounding.currency); came.len()]) };
    check_landed(Some(landed))?;
    let mut weights: Vec<Decimal> = came.iter().map(|c| c.cost.map_or(Decimal::ZERO, |(_, value)| value.amount())).collect();
    if weights.iter().all(Decimal::is_zero) {
        weights = came.iter().map(|c| c.quantity.decimal()).collect();
    }
    crate::costing::spread(landed, &weights, rounding)
}

impl StockLine {
    /// # Errors
    /// `field.invalid`, `reference.missing`.
    pub(super) fn check(&self, ledger: &StockLedger<'_>) -> Result<()> {
        if !ledger.product(self.product_id)?.is_stocked {
            return Err(Error::field("product_id", "is a service, which has no stock"));
        }
        if !self.quantity.is_positive() {
            return Err(Error::field("quantity", "is not positive"));
        }
        let StockMove::At(cost, own) = self.moved else { return Ok(()) };
        let is_negative = match cost {
            Cost::Price(price, _) => price.amount() < Decimal::ZERO,
            Cost::Amount(amount) => amount.is_negative(),
        };
        if is_negative { Err(Error::field(cost.field(), "is negative")) } else { check_landed(own) }
    }
}
