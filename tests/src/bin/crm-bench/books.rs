//! The arithmetic of the programs written by hand: whole numbers, amounts in 1/10,000 and quantities and prices in 1/1,000,000, as both
//! engines keep them. Amounts round to 0.01, halves up.

use crm_core::{num::Decimal, sales::LineItem};
use serde_json::{Value as Json, json};
use uuid::Uuid;

pub(crate) const SERIES: &str = "delivery-2026";
pub(crate) const TAX_CODE: &str = "S";

/// A pool of stock as it was read.
#[derive(Clone, Copy)]
pub(crate) struct Pool {
    pub(crate) quantity: i64,
    pub(crate) value: i64,
    pub(crate) movements: i64,
}

/// A line with its figures.
pub(crate) struct Line {
    pub(crate) product: Uuid,
    pub(crate) code: String,
    pub(crate) name: String,
    pub(crate) quantity: i64,
    pub(crate) price: i64,
    pub(crate) net: i64,
    pub(crate) cost: i64,
    /// Cost of a unit of what is left.
    pub(crate) reference: i64,
    /// Number of the movement among those of the product.
    pub(crate) sequence: i64,
}

impl Line {
    pub(crate) fn new(asked: &LineItem, (code, name): (String, String), pool: Pool) -> Self {
        let (quantity, price) =
            (whole(asked.quantity.decimal(), 6), whole(asked.unit_price.map(crm_core::num::UnitPrice::amount).unwrap_or_default(), 6));
        assert!(0 < quantity && quantity < pool.quantity, "there is stock");
        let net = divide(i128::from(price) * i128::from(quantity), 10_i128.pow(10)) * 100;
        let cost = divide(i128::from(pool.value) * i128::from(quantity), i128::from(pool.quantity) * 100) * 100;
        let reference = divide(i128::from(pool.value - cost) * 100_000_000, i128::from(pool.quantity - quantity));
        Self { product: asked.product_id.0, code, name, quantity, price, net, cost, reference, sequence: pool.movements + 1 }
    }
}

/// What a document comes to.
#[derive(Clone, Copy)]
pub(crate) struct Sums {
    pub(crate) net: i64,
    pub(crate) tax: i64,
    pub(crate) cost: i64,
    rate: i64,
    lines: usize,
}

impl Sums {
    /// Of lines that have the same tax, at a rate in 1/10,000.
    pub(crate) fn of(lines: &[Line], rate: i64) -> Self {
        let net: i64 = lines.iter().map(|l| l.net).sum();
        let tax = divide(i128::from(net) * i128::from(rate), 100 * 1_000_000) * 100;
        Self { net, tax, cost: lines.iter().map(|l| l.cost).sum(), rate, lines: lines.len() }
    }

    pub(crate) fn gross(&self) -> i64 {
        self.net + self.tax
    }

    pub(crate) fn profit(&self) -> i64 {
        self.net - self.cost
    }

    /// The share of a line, counted from 1, in the tax: all lines have the same net here, so the first ones take the cents that are left over.
    pub(crate) fn share(&self, line: i64) -> i64 {
        let (hundredths, lines) = (self.tax / 100, i64::try_from(self.lines).unwrap());
        (hundredths / lines + i64::from(line <= hundredths % lines)) * 100
    }

    /// The taxes of the document, as it keeps them.
    pub(crate) fn taxes(&self) -> Json {
        let money = |amount: i64| json!({"amount": text(amount), "currency": "EUR"});
        json!([{"base": money(self.net), "code": TAX_CODE, "rate": text(self.rate), "tax": money(self.tax)}])
    }
}

/// A decimal as a whole number of its smallest parts.
pub(crate) fn whole(decimal: Decimal, scale: u32) -> i64 {
    let mut decimal = decimal;
    decimal.rescale(scale);
    i64::try_from(decimal.mantissa()).unwrap()
}

/// An amount or rate as JSON holds it.
pub(crate) fn text(amount: i64) -> String {
    Decimal::new(amount, 4).normalize().to_string()
}

/// Rounds the quotient of two positive numbers, halves up.
fn divide(dividend: i128, divisor: i128) -> i64 {
    i64::try_from((dividend * 2 + divisor) / (divisor * 2)).unwrap()
}
