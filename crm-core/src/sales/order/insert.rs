//! Writing an order, whether created directly or from a quote.

use crate::{
    access::CustomerAccess,
    act::{Answer, Subject},
    documents::{OrderState, SalesOrder, SalesOrderLine, head_of, line_of},
    entity::{Mask, Masked, PendingNumber, Stored},
    error::Result,
    ids::{QuoteId, QuoteLineId, QuoteRevisionId, SalesOrderId, WarehouseId},
    num::{Money, Quantity},
    receivables::{Credit, CreditWarning},
    sales::{
        PriceWarning,
        goods::check_sold,
        head::{Catalogue, DocumentTerms, take_number},
        item::LineItem,
        lines::{Item, Priced, Wanted},
        prices::Resolved,
    },
    stock::numbered,
    storage::ChangeSet,
    time::Day,
};
use serde::{Deserialize, Serialize};
use std::collections::BTreeMap;

/// A created order.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct OrderPosted {
    /// The order.
    pub order_id: SalesOrderId,
    /// Its number.
    pub number: String,
    /// Net amount.
    pub net: Money,
    /// Tax.
    pub tax: Money,
    /// Gross: net and tax.
    pub gross: Money,
    /// Net less the expected cost of the goods; none for callers who may not see costs.
    pub expected_profit: Option<Money>,
    /// Set if the customer exceeds its credit limit and the order was created nevertheless.
    #[serde(default)]
    pub credit_warning: Option<CreditWarning>,
    /// Objections of the price policy that did not prevent the order; for an accepted quote, also what changed since.
    #[serde(default)]
    pub price_warnings: Vec<PriceWarning>,
}

impl Answer for OrderPosted {
    fn numbered(&mut self, number: &str) {
        number.clone_into(&mut self.number);
    }

    fn disclose(&mut self, to: &CustomerAccess) {
        self.expected_profit = self.expected_profit.filter(|_| to.sees(Mask::Cost));
        self.price_warnings = PriceWarning::disclosed(std::mem::take(&mut self.price_warnings), to);
        self.credit_warning = self.credit_warning.map(|warning| warning.disclosed(to));
    }

    fn subject(&self) -> Option<Subject> {
        Some(Subject::of(self.order_id))
    }
}

/// The input of an order, whether created directly or from a quote.
pub(in crate::sales) struct OrderDraft<'a> {
    pub(in crate::sales) terms: DocumentTerms<'a>,
    pub(in crate::sales) reference: Option<&'a String>,
    pub(in crate::sales) quote: Option<(QuoteId, QuoteRevisionId)>,
    pub(in crate::sales) warehouse_id: Option<WarehouseId>,
    pub(in crate::sales) requested_day: Option<Day>,
    /// The customer's credit; none: there is nothing to check.
    pub(in crate::sales) credit: Option<Credit>,
    /// Whether the customer may exceed its credit.
    pub(in crate::sales) credit_override: bool,
}

impl OrderDraft<'_> {
    /// Checks the order against the customer's credit.
    ///
    /// # Errors
    /// `credit.exceeded`; `access.denied` for an override without the right.
    pub(in crate::sales) fn check_credit(&self, gross: Money) -> Result<Option<CreditWarning>> {
        let check = |credit: &Credit| credit.check(gross, self.credit_override, &self.terms.facts.access, &BTreeMap::new());
        self.credit.as_ref().map(check).transpose().map(Option::flatten)
    }
}

/// Writes an order with priced lines.
pub(in crate::sales) fn insert_order(
    draft: &OrderDraft<'_>,
    priced: &Priced,
    quote_lines: &[Option<QuoteLineId>],
    costs: &[Option<Money>],
    changes: &mut ChangeSet,
) -> Result<(OrderPosted, PendingNumber)> {
    let order_id: SalesOrderId = changes.new_id();
    let head = draft.terms.head(priced, draft.reference, false, changes)?;
    let mut expected = Money::zero(draft.terms.policy.currency);
    for ((line, quote_line_id), cost) in priced.lines.iter().zip(quote_lines).zip(costs) {
        let cost = cost.unwrap_or(Money::zero(draft.terms.policy.currency));
        expected = expected.plus(cost)?;
        let line = line_of!(SalesOrderLine, line.clone(), {
            order_id: order_id,
            customer_id: draft.terms.facts.customer.id,
            day: draft.terms.day,
            quote_line_id: *quote_line_id,
            delivered: Quantity::ZERO,
            closed: Quantity::ZERO,
            expected_cost: Masked::Shown(cost),
        });
        let line = Stored::new(changes.new_id(), line);
        changes.insert(&line);
    }
    let (series, number, sequence) = take_number("order", "SO", draft.terms.day, changes);
    let (net, tax, gross) = (head.net, head.tax, head.gross);
    let profit = net.minus(expected)?;
    let order = head_of!(SalesOrder, head, {
        number: String::new(),
        series: series,
        sequence: 0,
        quote_id: draft.quote.map(|(id, _)| id),
        quote_revision_id: draft.quote.map(|(_, id)| id),
        warehouse_id: draft.warehouse_id,
        requested_day: draft.requested_day,
        state: OrderState::Open,
        closed_at: None,
        close_reason: None,
        expected_cost: Masked::Shown(expected),
        expected_profit: Masked::Shown(profit),
    });
    changes.insert_with(&Stored::new(order_id, order), &[("number", &number), ("sequence", &sequence)]);
    Ok((
        OrderPosted {
            order_id,
            number: String::new(),
            net,
            tax,
            gross,
            expected_profit: Some(profit),
            credit_warning: None,
            price_warnings: Vec::new(),
        },
        number,
    ))
}

/// The requested lines with their products.
pub(in crate::sales) fn asked_items<'a>(lines: &'a [LineItem], resolved: &'a [Resolved], catalogue: &'a Catalogue) -> Result<Vec<Item<'a>>> {
    let item = |((number, line), found): ((i64, &'a LineItem), &'a Resolved)| {
        let product = catalogue.product(line.product_id, number)?;
        check_sold(product, number)?;
        Ok(Item::new(product, Wanted::New(line, found)))
    };
    numbered(lines).zip(resolved).map(item).collect()
}
