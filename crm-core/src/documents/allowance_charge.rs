//! Allowances and charges of a whole document (BG-20, BG-21): as they are asked for, and as a document keeps them.

use crate::{
    num::{Money, Rate},
    tax::TaxClass,
};
use serde::{Deserialize, Serialize};

/// An allowance or a charge of a whole document (BG-20, BG-21). It enters the base of its tax code, and is spread over lines for their profit.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct AllowanceCharge {
    /// Why, as the document prints it.
    pub reason: String,
    /// What is taken off (negative) or added (positive).
    pub size: AllowanceChargeSize,
    /// Tax code; none: what the lines are taxed as. A percentage is of lines that are taxed like this.
    pub tax_code: Option<String>,
    /// Whether it is split where lines are taxed differently and no tax code says which of them it is of: an amount in proportion, a percentage as
    /// the same of each.
    #[serde(default)]
    pub is_split: bool,
}

/// How large an adjustment is.
#[derive(Debug, Clone, Copy, PartialEq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(tag = "kind", content = "value", rename_all = "snake_case")]
pub enum AllowanceChargeSize {
    /// An amount.
    Amount(Money),
    /// Percent of the lines of the same category and rate.
    Percent(Rate),
}

impl AllowanceCharge {
    /// An amount off.
    pub fn allowance(reason: impl Into<String>, amount: Money, tax_code: impl Into<String>) -> Self {
        Self {
            reason: reason.into(),
            size: AllowanceChargeSize::Amount(amount.absolute().negated()),
            tax_code: Some(tax_code.into()),
            is_split: false,
        }
    }

    /// An amount on top.
    pub fn charge(reason: impl Into<String>, amount: Money, tax_code: impl Into<String>) -> Self {
        Self { reason: reason.into(), size: AllowanceChargeSize::Amount(amount.absolute()), tax_code: Some(tax_code.into()), is_split: false }
    }

    /// A percentage of every line, off (negative) or on top.
    pub fn percent(reason: impl Into<String>, percent: Rate) -> Self {
        Self { reason: reason.into(), size: AllowanceChargeSize::Percent(percent), tax_code: None, is_split: true }
    }
}

/// An adjustment as a document keeps it.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct AppliedAllowanceCharge {
    /// Why.
    pub reason: String,
    /// How it was asked for; of an amount that was split, the part of this tax.
    pub size: AllowanceChargeSize,
    /// What it came to: negative for an allowance; with tax where the company's prices include it.
    pub amount: Money,
    /// What it came to without tax.
    pub net: Money,
    /// What it was taxed as.
    pub tax: TaxClass,
}
