//! What changed: from one revision to another, and in prices since an offer.

use crate::{
    documents::{PricedLine, QuoteLine},
    ids::QuoteLineId,
    sales::prices::PriceTerms,
};
use serde::Serialize;

/// A line of a quote that lists and agreements price otherwise today.
#[derive(Debug, Clone, PartialEq, Serialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct PriceChange {
    /// The line of the revision.
    pub line_id: QuoteLineId,
    /// Line of the revision, from 1.
    pub line: i64,
    /// As quoted.
    pub quoted: PriceTerms,
    /// Today; none if nothing says a price any more.
    pub today: Option<PriceTerms>,
}

/// A line that differs between two revisions: with both sides it changed, with one it was added or removed.
#[derive(Debug, Clone, PartialEq)]
pub struct LineChange {
    /// In the earlier revision.
    pub was: Option<PricedLine>,
    /// In the later one.
    pub is: Option<PricedLine>,
}

/// What changed from one revision to another. Lines of the same product are compared in their order.
pub fn changes_between(earlier: &[QuoteLine], later: &[QuoteLine]) -> Vec<LineChange> {
    let mut left: Vec<PricedLine> = later.iter().map(QuoteLine::priced).collect();
    let mut changes = Vec::new();
    for was in earlier.iter().map(QuoteLine::priced) {
        let is = left.iter().position(|is| is.product_id == was.product_id).map(|place| left.remove(place));
        let is_same = is.as_ref().is_some_and(|is| PricedLine { line: is.line, ..was.clone() } == *is);
        if !is_same {
            changes.push(LineChange { was: Some(was), is });
        }
    }
    changes.extend(left.into_iter().map(|is| LineChange { was: None, is: Some(is) }));
    changes
}
