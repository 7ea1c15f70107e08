//! How the tax of a document is calculated.
//!
//! Invariant: a document keeps the policy that it was calculated with, so that a later change of policy never touches it.

use crate::{
    num::{Currency, MoneyStep, RoundingMode},
    text_enum,
};
use serde::Serialize;

text_enum! {
    /// Where tax is rounded.
    TaxMethod {
        /// Once for each rate, on the sum of its line nets: EN 16931.
        PerRate = "per_rate",
        /// On each line.
        PerLine = "per_line",
        /// Once for the whole document: the exact taxes of all rates are added up, and the sum is rounded.
        Document = "document",
    }
}

/// How a document is calculated. Stored with it, so that a later change of policy never touches it.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct TaxPolicy {
    /// Where tax is rounded.
    pub method: TaxMethod,
    /// What happens to a half.
    pub rounding: RoundingMode,
    /// Whether amounts include tax, where nothing else is said of them.
    pub prices_include_tax: bool,
    /// Currency of the document.
    pub currency: Currency,
    /// Step of its amounts.
    pub step: MoneyStep,
}
