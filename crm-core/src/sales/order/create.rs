//! Creating an order without a quote.

use super::insert::{OrderDraft, OrderPosted, asked_items, insert_order};
use crate::{
    access::Right,
    act::{Act, ActContext, Plan},
    documents::AllowanceCharge,
    error::Result,
    ids::{CustomerId, ProductId, WarehouseId},
    receivables::Credit,
    sales::{
        goods::WarehouseRead,
        head::{DocumentTerms, HeadReads, ProductReads},
        item::LineItem,
        prices::{PriceReads, check_favour},
    },
    stock::{check_lines, check_text},
    storage::{LockKeys, Reads},
    text::{composed_of, texts},
    time::Day,
};
use async_trait::async_trait;
use serde::{Deserialize, Serialize};
use std::collections::BTreeSet;

/// Creates an order without a quote.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct NewOrder {
    /// The customer.
    pub customer_id: CustomerId,
    /// Document date.
    pub day: Day,
    /// The customer's order number, or a note.
    pub reference: Option<String>,
    /// The warehouse to deliver from.
    pub warehouse_id: Option<WarehouseId>,
    /// Day requested by the customer.
    pub requested_day: Option<Day>,
    /// The ordered lines.
    pub lines: Vec<LineItem>,
    /// Document-level allowances and charges; each delivery takes its share.
    #[serde(default)]
    pub allowance_charges: Vec<AllowanceCharge>,
    /// Create the order even if the customer exceeds its credit limit; requires the right `credit.override`.
    #[serde(default)]
    pub credit_override: bool,
}

impl NewOrder {
    /// An order without a warehouse or requested day.
    pub fn new(customer_id: CustomerId, day: Day, lines: Vec<LineItem>) -> Self {
        Self {
            customer_id,
            day,
            reference: None,
            warehouse_id: None,
            requested_day: None,
            lines,
            allowance_charges: Vec::new(),
            credit_override: false,
        }
    }
}

texts! {
    NewOrder: reference lines allowance_charges;
}

#[async_trait]
impl Act for NewOrder {
    type Answer = OrderPosted;
    const OPERATION: &'static str = "orders.create";

    fn right(&self) -> Right {
        Right::OrdersWrite
    }

    fn composed(&self) -> Option<Self> {
        composed_of(self)
    }

    async fn plan(&self, context: &mut ActContext<'_>) -> Result<Plan<OrderPosted>> {
        context.check_day(self.day)?;
        check_lines(&self.lines)?;
        check_text("reference", self.reference.as_deref())?;
        let products: BTreeSet<ProductId> = self.lines.iter().map(|l| l.product_id).collect();
        let mut reads = Reads::new();
        let head = HeadReads::ask(&mut reads, context, self.customer_id, self.day)?;
        let warehouse = WarehouseRead::ask(&mut reads, context, self.warehouse_id)?;
        let products = ProductReads::ask(&mut reads, context, &products)?;
        let prices = PriceReads::ask(&mut reads, context, &self.lines, (self.customer_id, self.day))?;
        let mut answers = context.read(&LockKeys::none(), reads).await?;
        warehouse.check(&mut answers)?;
        let facts = head.take(context, &mut answers).await?;
        let prices = prices.take(context, &mut answers, &facts.access).await?;
        let catalogue = products.take(context, &mut answers).await?;
        let policy = facts.company.tax_policy();
        let credit = Credit::gather(context, &facts.customer, (policy.currency, self.day)).await?;
        // Everything is read; from here on it is decided.
        let resolved = prices.resolve(&self.lines, |id, number| catalogue.product(id, number))?;
        let items = asked_items(&self.lines, &resolved, &catalogue)?;
        let draft = OrderDraft {
            terms: DocumentTerms { facts: &facts, day: self.day, policy },
            reference: self.reference.as_ref(),
            quote: None,
            warehouse_id: self.warehouse_id,
            requested_day: self.requested_day,
            credit,
            credit_override: self.credit_override,
        };
        let priced = draft.terms.price(&items, &self.allowance_charges)?;
        let mut changes = context.changes();
        let costs = catalogue.expected_costs(&priced.lines, &draft.terms.policy)?;
        let (mut answer, number) = insert_order(&draft, &priced, &vec![None; items.len()], &costs, &mut changes)?;
        answer.price_warnings = prices.check(&priced.judged(&costs, &draft.terms.policy), &resolved)?;
        check_favour(&facts.access, priced.is_in_favour())?;
        answer.credit_warning = draft.check_credit(answer.gross)?;
        Ok(Plan { number: Some(number), seen_by: Some(facts.access.clone()), ..Plan::new(changes, answer) })
    }
}
