//! The pure step of every posting, once everything is read: the plan, the checks of its prices and of the customer's credit, and its answer.

use super::{
    payable::paid_of,
    plan::{Planned, plan},
    posting::{Draft, Posting},
    prices::{Judged, PriceWarning, Prices, Resolved, check_favour},
    settle::Settle,
};
use crate::{
    access::CustomerAccess,
    act::{Answer, Plan, Subject},
    documents::SalesKind,
    entity::Mask,
    error::Result,
    ids::{OpenItemId, SalesDocumentId, SalesOrderLineId},
    num::{Money, Quantity},
    receivables::{Credit, CreditWarning},
    stock::{LotWarning, StockLedger},
    storage::ChangeSet,
};
use serde::{Deserialize, Serialize};
use std::collections::BTreeMap;

/// A posted delivery, return or credit note. Amounts of a return or credit are negative, as on the document.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct SalesPosted {
    /// The document.
    pub document_id: SalesDocumentId,
    /// Its number.
    pub number: String,
    /// The receivable, the first of several instalments, or the credit; none if the payable amount is zero.
    pub open_item_id: Option<OpenItemId>,
    /// Net amount.
    pub net: Money,
    /// Tax.
    pub tax: Money,
    /// Gross: net and tax.
    pub gross: Money,
    /// Payable amount: gross, rounded as requested.
    pub payable: Money,
    /// Cost of the goods; none for callers who may not see costs.
    pub cost: Option<Money>,
    /// Set if the customer exceeds its credit limit and the delivery was posted nevertheless.
    #[serde(default)]
    pub credit_warning: Option<CreditWarning>,
    /// Objections of the price policy that did not prevent the posting.
    #[serde(default)]
    pub price_warnings: Vec<PriceWarning>,
    /// Lots delivered although they have expired, or will expire soon.
    #[serde(default)]
    pub lot_warnings: Vec<LotWarning>,
}

impl Answer for SalesPosted {
    fn numbered(&mut self, number: &str) {
        number.clone_into(&mut self.number);
    }

    fn disclose(&mut self, to: &CustomerAccess) {
        self.cost = self.cost.filter(|_| to.sees(Mask::Cost));
        self.price_warnings = PriceWarning::disclosed(std::mem::take(&mut self.price_warnings), to);
        self.credit_warning = self.credit_warning.map(|warning| warning.disclosed(to));
    }

    fn subject(&self) -> Option<Subject> {
        Some(Subject::of(self.document_id))
    }
}

/// What a posting is checked for besides its plan.
#[derive(Default)]
pub(super) struct Checks<'a> {
    pub(super) prices: Judge<'a>,
    /// The customer's credit; none: there is nothing to check.
    pub(super) credit: Option<Credit>,
    /// Whether the customer may exceed its credit.
    pub(super) credit_override: bool,
    /// What is delivered of order lines: it no longer counts as ordered.
    pub(super) delivered: BTreeMap<SalesOrderLineId, Quantity>,
}

/// How the prices of a posting are checked.
#[derive(Default)]
pub(super) enum Judge<'a> {
    /// Not at all: they were checked when agreed, or the document requires a right of its own.
    #[default]
    Not,
    /// As new prices.
    Asked(&'a Prices, &'a [Resolved]),
    /// As agreed earlier; checked again only if more is delivered than agreed, or less is to be paid for it.
    Anew { prices: &'a Prices, is_more: bool },
}

impl Judge<'_> {
    fn check(&self, document: &Judged<'_>, is_paid: bool) -> Result<Vec<PriceWarning>> {
        match self {
            Self::Asked(prices, resolved) => prices.check(document, resolved),
            Self::Anew { prices, is_more } if *is_more || !is_paid => prices.check_anew(document),
            Self::Anew { .. } | Self::Not => Ok(Vec::new()),
        }
    }
}

/// Plans a posting, checks it, and builds the answer.
pub(super) fn decide(
    posting: &Posting<'_>,
    drafts: Vec<Draft<'_>>,
    mut ledger: StockLedger<'_>,
    settle: Settle,
    checks: &Checks<'_>,
    mut changes: ChangeSet,
) -> Result<Plan<SalesPosted>> {
    let Planned { document_id, items, number, net, tax, gross, payable, cost, lines, costs, is_in_favour } =
        plan(posting, drafts, &mut ledger, &mut changes)?;
    let policy = &posting.terms.policy;
    let paid = paid_of(net, gross, payable, policy)?;
    let price_warnings = checks.prices.check(&Judged { lines: &lines, costs: &costs, net: paid, policy }, paid == net)?;
    let is_sale = posting.kind == SalesKind::Delivery && posting.reverses_id.is_none();
    check_favour(&posting.terms.facts.access, is_sale && is_in_favour)?;
    let lot_warnings = ledger.take_expired();
    ledger.into_changes(&mut changes);
    let open_item_id = settle.post(items, (posting.terms.day, policy.step), &mut changes)?;
    let cost = Some(cost);
    let credit = checks.credit.as_ref().map(|credit| credit.check(payable, checks.credit_override, &posting.terms.facts.access, &checks.delivered));
    let credit_warning = credit.transpose()?.flatten();
    let answer = SalesPosted {
        document_id,
        number: String::new(),
        open_item_id,
        net,
        tax,
        gross,
        payable,
        cost,
        credit_warning,
        price_warnings,
        lot_warnings,
    };
    Ok(Plan { number: Some(number), seen_by: Some(posting.terms.facts.access.clone()), ..Plan::new(changes, answer) })
}
