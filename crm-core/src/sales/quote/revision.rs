//! The contents of a quote, and writing a revision of it.

use crate::{
    access::CustomerAccess,
    act::{Answer, Subject},
    documents::{AllowanceCharge, QuoteLine, QuoteRevision, head_of, line_of},
    entity::{Mask, Masked, Stored},
    error::{Error, Result},
    ids::{ProductId, QuoteId, QuoteRevisionId},
    num::Money,
    sales::{PriceWarning, head::DocumentTerms, item::LineItem, lines::Priced},
    stock::{check_lines, check_text},
    storage::ChangeSet,
    text::texts,
    time::Day,
};
use serde::{Deserialize, Serialize};
use std::collections::BTreeSet;

/// The contents of a quote's first or a later revision.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct Offer {
    /// Document date.
    pub day: Day,
    /// Last day of validity; none: unlimited.
    pub valid_until: Option<Day>,
    /// The customer's reference, or a note.
    pub reference: Option<String>,
    /// The offered lines.
    pub lines: Vec<LineItem>,
    /// Document-level allowances and charges.
    #[serde(default)]
    pub allowance_charges: Vec<AllowanceCharge>,
}

impl Offer {
    /// An offer valid until a day.
    pub fn new(day: Day, valid_until: Day, lines: Vec<LineItem>) -> Self {
        Self { day, valid_until: Some(valid_until), reference: None, lines, allowance_charges: Vec::new() }
    }
}

/// A written revision of a quote.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct QuotePosted {
    /// The quote.
    pub quote_id: QuoteId,
    /// The revision.
    pub revision_id: QuoteRevisionId,
    /// Number of the quote.
    pub number: String,
    /// Revision number, from 1.
    pub revision: i64,
    /// Net amount.
    pub net: Money,
    /// Tax.
    pub tax: Money,
    /// Gross: net and tax.
    pub gross: Money,
    /// Net less the expected cost of the goods; none for callers who may not see costs.
    pub expected_profit: Option<Money>,
    /// Lines with goods of unknown cost, which count as zero in the expected profit.
    pub unknown_costs: Vec<i64>,
    /// Objections of the price policy that did not prevent the quote.
    #[serde(default)]
    pub price_warnings: Vec<PriceWarning>,
}

impl Answer for QuotePosted {
    fn numbered(&mut self, number: &str) {
        number.clone_into(&mut self.number);
    }

    fn disclose(&mut self, to: &CustomerAccess) {
        self.expected_profit = self.expected_profit.filter(|_| to.sees(Mask::Cost));
        self.price_warnings = PriceWarning::disclosed(std::mem::take(&mut self.price_warnings), to);
    }

    fn subject(&self) -> Option<Subject> {
        Some(Subject::of(self.quote_id))
    }
}

/// A revision to be written.
pub(super) struct Revision<'a> {
    pub(super) quote_id: QuoteId,
    pub(super) revision: i64,
    pub(super) offer: &'a Offer,
    pub(super) terms: DocumentTerms<'a>,
}

impl Revision<'_> {
    pub(super) fn insert(
        &self,
        priced: &Priced,
        costs: &[Option<Money>],
        catalogue: &crate::sales::head::Catalogue,
        changes: &mut ChangeSet,
    ) -> Result<QuotePosted> {
        let revision_id: QuoteRevisionId = changes.new_id();
        let zero = Money::zero(self.terms.policy.currency);
        let (mut expected, mut unknown_costs) = (zero, Vec::new());
        for (line, cost) in priced.lines.iter().zip(costs) {
            unknown_costs.extend((cost.is_none() && catalogue.has_goods(line)).then_some(line.line));
            let cost = cost.unwrap_or(zero);
            expected = expected.plus(cost)?;
            let profit = line.revenue.minus(cost)?;
            let line = line_of!(QuoteLine, line.clone(), {
                revision_id: revision_id,
                customer_id: self.terms.facts.customer.id,
                day: self.terms.day,
                expected_cost: Masked::Shown(cost),
                expected_profit: Masked::Shown(profit),
            });
            let line = Stored::new(changes.new_id(), line);
            changes.insert(&line);
        }
        let head = self.terms.head(priced, self.offer.reference.as_ref(), false, changes)?;
        let (net, tax, gross) = (head.net, head.tax, head.gross);
        let profit = net.minus(expected)?;
        let row = head_of!(QuoteRevision, head, {
            quote_id: self.quote_id,
            revision: self.revision,
            valid_until: self.offer.valid_until,
            expected_cost: Masked::Shown(expected),
            expected_profit: Masked::Shown(profit),
        });
        changes.insert(&Stored::new(revision_id, row));
        let (quote_id, revision, expected_profit) = (self.quote_id, self.revision, Some(profit));
        Ok(QuotePosted {
            quote_id,
            revision_id,
            number: String::new(),
            revision,
            net,
            tax,
            gross,
            expected_profit,
            unknown_costs,
            price_warnings: Vec::new(),
        })
    }
}

impl Offer {
    pub(super) fn check(&self) -> Result<BTreeSet<ProductId>> {
        check_lines(&self.lines)?;
        check_text("reference", self.reference.as_deref())?;
        if self.valid_until.is_some_and(|last| last < self.day) {
            return Err(Error::field("valid_until", "is before the quote"));
        }
        Ok(self.lines.iter().map(|line| line.product_id).collect())
    }
}

texts! {
    Offer: reference lines allowance_charges;
}
