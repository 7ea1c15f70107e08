//! How the tax of a document is calculated.
//!
//! Invariant: a document stores the policy it was calculated with, so that a later change of policy never affects it.

use crate::{
    num::{Currency, MoneyStep, RoundingMode},
    text_enum,
};
use serde::Serialize;

text_enum! {
    /// The level at which tax is rounded.
    TaxMethod {
        /// Once per rate, on the sum of its line nets: EN 16931.
        PerRate = "per_rate",
        /// Per line.
        PerLine = "per_line",
        /// Once per document: the exact taxes of all rates are summed, and the sum is rounded.
        Document = "document",
    }
}

/// How a document is calculated. Stored with it, so that a later change of policy never affects it.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct TaxPolicy {
    /// Level at which tax is rounded.
    pub method: TaxMethod,
    /// How halves are rounded.
    pub rounding: RoundingMode,
    /// Whether amounts include tax unless stated otherwise.
    pub prices_include_tax: bool,
    /// Currency of the document.
    pub currency: Currency,
    /// Rounding step of its amounts.
    pub step: MoneyStep,
}
