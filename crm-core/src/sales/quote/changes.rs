//! Changes between revisions, and of prices since a quote.

use crate::{
    documents::{PricedLine, QuoteLine},
    ids::QuoteLineId,
    sales::prices::PriceTerms,
};
use serde::Serialize;

/// A quote line whose price from lists and agreements has changed.
#[derive(Debug, Clone, PartialEq, Serialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct PriceChange {
    /// The line of the revision.
    pub line_id: QuoteLineId,
    /// Line number in the revision, from 1.
    pub line: i64,
    /// Price as quoted.
    pub quoted: PriceTerms,
    /// Current price; none if lists and agreements have none any more.
    pub today: Option<PriceTerms>,
}

/// A line that differs between two revisions: changed if both sides are there, otherwise added or removed.
#[derive(Debug, Clone, PartialEq)]
pub struct LineChange {
    /// The line of the earlier revision.
    pub was: Option<PricedLine>,
    /// The line of the later revision.
    pub is: Option<PricedLine>,
}

/// The changes from one revision to another. Lines of the same product are matched in order.
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
