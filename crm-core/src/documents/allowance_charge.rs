//! Allowances and charges at document level (BG-20, BG-21), as requested and as stored with the document.

use crate::{
    num::{Money, Rate},
    tax::TaxClass,
};
use serde::{Deserialize, Serialize};

/// A document-level allowance or charge (BG-20, BG-21). It enters the base of its tax code, and is spread over lines for their profit.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct AllowanceCharge {
    /// Reason, as printed.
    pub reason: String,
    /// Amount or percentage: negative for an allowance, positive for a charge.
    pub size: AllowanceChargeSize,
    /// Tax code; none: that of the lines. A percentage applies to the lines with this tax code.
    pub tax_code: Option<String>,
    /// Whether to split it if the lines have different tax codes and none is given: an amount in proportion, a percentage equally for each.
    #[serde(default)]
    pub is_split: bool,
}

/// The size of an allowance or charge.
#[derive(Debug, Clone, Copy, PartialEq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(tag = "kind", content = "value", rename_all = "snake_case")]
pub enum AllowanceChargeSize {
    /// An amount.
    Amount(Money),
    /// Percent of the lines with the same category and rate.
    Percent(Rate),
}

impl AllowanceCharge {
    /// An allowance as an amount.
    pub fn allowance(reason: impl Into<String>, amount: Money, tax_code: impl Into<String>) -> Self {
        Self {
            reason: reason.into(),
            size: AllowanceChargeSize::Amount(amount.absolute().negated()),
            tax_code: Some(tax_code.into()),
            is_split: false,
        }
    }

    /// A charge as an amount.
    pub fn charge(reason: impl Into<String>, amount: Money, tax_code: impl Into<String>) -> Self {
        Self { reason: reason.into(), size: AllowanceChargeSize::Amount(amount.absolute()), tax_code: Some(tax_code.into()), is_split: false }
    }

    /// A percentage of every line: an allowance if negative, otherwise a charge.
    pub fn percent(reason: impl Into<String>, percent: Rate) -> Self {
        Self { reason: reason.into(), size: AllowanceChargeSize::Percent(percent), tax_code: None, is_split: true }
    }
}

/// An allowance or charge as stored with a document.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct AppliedAllowanceCharge {
    /// Reason.
    pub reason: String,
    /// Size as requested; if an amount was split, the part for this tax.
    pub size: AllowanceChargeSize,
    /// Resulting amount, negative for an allowance; including tax if the company's prices do.
    pub amount: Money,
    /// Resulting amount excluding tax.
    pub net: Money,
    /// Tax class.
    pub tax: TaxClass,
}
