//! Credit notes: credits without a return of goods, for delivered lines or for other reasons.
//!
//! Invariant: a line is never credited with more than remains of its revenue after returns and earlier credits; stock and cost are not touched.

use super::{
    SalesService,
    decide::{Checks, SalesPosted, decide},
    goods::{GoodsReads, sold_product},
    head::HeadReads,
    item::LineItem,
    lines::{Item, Wanted},
    posting::{Draft, Flow, Links, Posting},
    prices::{PriceReads, Resolved},
    returns::{
        delivered::{BackReads, Delivered},
        taken::Taken,
    },
    settle::SpendReads,
};
use crate::{
    access::Right,
    act::{Act, ActContext, Plan},
    documents::{SalesDocument, SalesKind, SalesLine},
    error::{Code, Error, Result},
    ids::{CustomerId, ProductId, SalesDocumentId, SalesLineId},
    num::Money,
    receivables::Allocate,
    stock::{check_lines, check_text, locks, numbered},
    storage::Reads,
    time::Day,
};
use async_trait::async_trait;
use serde::Serialize;
use std::collections::BTreeSet;

/// Posts a credit to a customer without a return of goods.
#[derive(Debug, Clone, PartialEq, Serialize, serde::Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct NewCreditNote {
    /// The customer.
    pub customer_id: CustomerId,
    /// Document date.
    pub day: Day,
    /// The delivery that linked lines credit.
    pub delivery_id: Option<SalesDocumentId>,
    /// The customer's reference, or a note.
    pub reference: Option<String>,
    /// What to allocate the credit to; none: what is open on the linked delivery, as far as the credit reaches.
    pub allocate: Option<Allocate>,
    /// Reason, printed on the document.
    pub reason: String,
    /// The credited lines.
    pub lines: Vec<CreditLine>,
    /// Document-level allowances and charges, in the customer's favour if positive.
    #[serde(default)]
    pub allowance_charges: Vec<crate::documents::AllowanceCharge>,
}

/// A credited line.
#[derive(Debug, Clone, PartialEq, Serialize, serde::Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(tag = "kind", rename_all = "snake_case")]
pub enum CreditLine {
    /// Part of the revenue of a delivered line, taxed as that line.
    Linked {
        /// The delivered line.
        line_id: SalesLineId,
        /// Amount, positive; excluding tax unless `includes_tax` is set.
        net: Money,
        /// Whether the amount includes tax.
        #[serde(default)]
        includes_tax: bool,
    },
    /// A credit without a delivered line, taxed as of the document date: quantity and price as on a delivery, positive.
    Free(Box<LineItem>),
}

impl CreditLine {
    /// A credit without a delivered line.
    pub fn free(item: LineItem) -> Self {
        Self::Free(Box::new(item))
    }

    /// Part of the revenue of a delivered line, excluding tax.
    pub fn linked(line_id: SalesLineId, net: Money) -> Self {
        Self::Linked { line_id, net, includes_tax: false }
    }

    fn as_free(&self) -> Option<&LineItem> {
        match self {
            Self::Free(item) => Some(item),
            Self::Linked { .. } => None,
        }
    }
}

impl NewCreditNote {
    /// A credit note that is not linked to a delivery.
    pub fn new(customer_id: CustomerId, day: Day, reason: impl Into<String>, lines: Vec<CreditLine>) -> Self {
        Self { customer_id, day, delivery_id: None, reference: None, allocate: None, reason: reason.into(), lines, allowance_charges: Vec::new() }
    }
}

impl SalesService<'_> {
    /// Posts a credit note.
    ///
    /// # Errors
    /// `access.denied`, `field.invalid`, `reference.missing`, `document.reversed`, `line.exceeded`, `tax.rate_missing`, `price.missing`,
    /// `unit.unknown`, `unit.inexact`, `allocation.exceeded`, `storage.*`.
    pub async fn credit(&self, note: &NewCreditNote) -> Result<SalesPosted> {
        self.0.run(note).await
    }
}

enum Line<'a> {
    Taken(Box<Taken>),
    Free(&'a LineItem, Box<Resolved>),
}

#[async_trait]
impl Act for NewCreditNote {
    type Answer = SalesPosted;
    const OPERATION: &'static str = "sales.credit";

    fn right(&self) -> Right {
        Right::CreditsPost
    }

    async fn plan(&self, context: &mut ActContext<'_>) -> Result<Plan<SalesPosted>> {
        context.check_day(self.day)?;
        check_lines(&self.lines)?;
        check_text("reference", self.reference.as_deref()).and(check_text("reason", Some(&self.reason)))?;
        let mut delivered = match self.delivery_id {
            Some(id) => Some(Delivered::read(context, id, self.day).await?),
            None => None,
        };
        if delivered.as_ref().is_some_and(|d| d.document.customer_id != self.customer_id || d.document.kind != SalesKind::Delivery) {
            return Err(Error::new(Code::ReferenceMissing, "this customer has no such delivery").with("field", "delivery_id"));
        }
        let free = self.lines.iter().filter_map(CreditLine::as_free).map(|item| item.product_id);
        let mut goods = delivered.as_ref().map(Delivered::goods).unwrap_or_default();
        goods.products.extend(free);
        let mut reads = Reads::new();
        let goods_reads = GoodsReads::ask(&mut reads, context, goods, None)?;
        let free: Vec<LineItem> = self.lines.iter().filter_map(CreditLine::as_free).cloned().collect();
        let prices = PriceReads::ask(&mut reads, context, &free, (self.customer_id, self.day))?;
        let head = HeadReads::ask(&mut reads, context, self.customer_id, self.day)?;
        let back = delivered.as_ref().map(|delivered| BackReads::ask(&mut reads, context, delivered)).transpose()?;
        let spend = SpendReads::ask(&mut reads, context, self.allocate.as_ref(), self.customer_id, self.delivery_id)?;
        let locks = locks(&BTreeSet::new()).and::<SalesDocument, _>(self.delivery_id);
        let mut answers = context.read(&locks, reads).await?;
        let (facts, settle) = (head.take_of_anybody(context, &mut answers).await?, spend.take(&mut answers)?);
        if let (Some(delivered), Some(back)) = (&mut delivered, &back) {
            delivered.less(back, &mut answers)?;
        }
        let prices = prices.take(context, &mut answers, &facts.access).await?;
        let (ledger, _) = goods_reads.open(context, None, &mut answers).await?;
        let sold = ledger.products().clone();
        let mut resolved = prices.resolve(&free, |id, number| sold_product(&sold, id, number))?.into_iter();
        let policy = delivered.as_ref().map_or_else(|| facts.company.tax_policy(), |d| d.policy(&facts.company));
        let was_left = delivered.as_ref().is_some_and(Delivered::is_left);
        let mut lines = Vec::with_capacity(self.lines.len());
        for (number, line) in numbered(&self.lines) {
            lines.push(match (line, &mut delivered) {
                (CreditLine::Linked { line_id, net, includes_tax }, Some(delivered)) => {
                    Line::Taken(Box::new(delivered.credit(*line_id, (*net, *includes_tax), number, &policy)?))
                }
                (CreditLine::Linked { .. }, None) => {
                    return Err(Error::new(Code::ReferenceMissing, "a linked line requires its delivery")
                        .with("field", "delivery_id")
                        .with("line", number));
                }
                (CreditLine::Free(item), _) => Line::Free(item, Box::new(resolved.next().ok_or_else(|| Error::corrupt("a line has no price"))?)),
            });
        }
        let product = |id: ProductId| sold.get(&id).ok_or_else(|| Error::field("product_id", "does not exist"));
        let drafts = lines.iter().map(|line| match line {
            Line::Taken(taken) => {
                let links = Links { credited_line_id: Some(taken.id), ..Links::default() };
                Ok(taken.draft(product(taken.line.product_id)?, Flow::Stay, links))
            }
            Line::Free(item, found) => {
                let item = Item::new(product(item.product_id)?, Wanted::New(item, found));
                Ok(Draft::new(item, Flow::Stay, Links::default()))
            }
        });
        let drafts = drafts.collect::<Result<Vec<_>>>()?;
        let posting = Posting {
            reference: self.reference.as_ref(),
            reason: Some(self.reason.clone()),
            allowance_charges: &self.allowance_charges,
            payable_rounding: delivered.as_ref().map(|d| d.rounding(was_left && !d.is_left())).unwrap_or_default(),
            ..Posting::back(SalesKind::CreditNote, None, self.day, &facts, policy)
        };
        decide(&posting, drafts, ledger, settle, &Checks::default(), context.changes())
    }
}

impl SalesLine {
    /// Whether it credits an amount without a return of goods.
    pub fn is_credit(&self) -> bool {
        self.credited_line_id.is_some()
    }
}
