//! Posting a delivery without an order: the locks and reads around the pure plan.

use super::{
    SalesService,
    decide::{Checks, Judge, SalesPosted, decide},
    goods::{GoodsReads, WarehouseRead, check_sold, sold_product},
    head::{DocumentTerms, HeadReads},
    item::LineItem,
    lines::{Item, Wanted},
    payable::PayableRounding,
    posting::{Draft, Flow, Links, Posting},
    prices::PriceReads,
    settle::Settle,
};
use crate::{
    access::Right,
    act::{Act, ActContext, Plan},
    documents::{AllowanceCharge, SalesKind},
    error::{Error, Result},
    ids::{CustomerId, WarehouseId},
    policy::Instalment,
    receivables::Credit,
    stock::{Goods, check_lines, check_text, locks, numbered},
    storage::Reads,
    text::{composed_of, texts},
    time::Day,
};
use async_trait::async_trait;
use serde::{Deserialize, Serialize};

/// Posts a delivery of goods and services to a customer.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct NewDelivery {
    /// The customer.
    pub customer_id: CustomerId,
    /// The warehouse to deliver from.
    pub warehouse_id: WarehouseId,
    /// Document date, which is the tax point.
    pub day: Day,
    /// Due day of the receivable; none: by the customer's payment terms. A later day than these requires the right `customers.terms`.
    pub due_day: Option<Day>,
    /// Instalments of the payable amount, in due order; empty: a single one on the due day, or by the customer's payment terms.
    #[serde(default)]
    pub instalments: Vec<Instalment>,
    /// Deliver even if the customer exceeds its credit limit; requires the right `credit.override`.
    #[serde(default)]
    pub credit_override: bool,
    /// The customer's reference, or a note.
    pub reference: Option<String>,
    /// The delivered lines.
    pub lines: Vec<LineItem>,
    /// Document-level allowances and charges.
    #[serde(default)]
    pub allowance_charges: Vec<AllowanceCharge>,
    /// Rounding of the payable amount.
    #[serde(default)]
    pub payable_rounding: PayableRounding,
}

impl NewDelivery {
    /// A delivery under the customer's payment terms.
    pub fn new(customer_id: CustomerId, warehouse_id: WarehouseId, day: Day, lines: Vec<LineItem>) -> Self {
        let payable_rounding = PayableRounding::None;
        Self {
            customer_id,
            warehouse_id,
            day,
            due_day: None,
            instalments: Vec::new(),
            credit_override: false,
            reference: None,
            lines,
            allowance_charges: Vec::new(),
            payable_rounding,
        }
    }
}

impl SalesService<'_> {
    /// Posts a delivery. Goods must be available on its day and at the end of every later day, unless the warehouse allows negative stock.
    ///
    /// # Errors
    /// `access.denied`, also for a document with a negative total without the right `credits.post`; `field.invalid`, `reference.missing`,
    /// `stock.insufficient`, `stock.backdated`, `stock.expired`, `tax.rate_missing`, `price.missing`, `price.refused`, `unit.unknown`,
    /// `unit.inexact`, `credit.exceeded`, `storage.*`.
    pub async fn deliver(&self, delivery: &NewDelivery) -> Result<SalesPosted> {
        self.0.run(delivery).await
    }
}

texts! {
    NewDelivery: reference lines allowance_charges;
}

#[async_trait]
impl Act for NewDelivery {
    type Answer = SalesPosted;
    const OPERATION: &'static str = "sales.deliver";

    fn right(&self) -> Right {
        Right::SalesPost
    }

    fn composed(&self) -> Option<Self> {
        composed_of(self)
    }

    async fn plan(&self, context: &mut ActContext<'_>) -> Result<Plan<SalesPosted>> {
        context.check_day(self.day)?;
        check_lines(&self.lines)?;
        check_text("reference", self.reference.as_deref())?;
        if self.due_day.is_some_and(|due| due < self.day) {
            return Err(Error::field("due_day", "is before the delivery"));
        }
        let goods = self.lines.iter().map(|l| (l.product_id, l.lot.as_deref())).collect::<Goods>().leaving(self.day);
        let goods = goods.with_lots(self.lines.iter().flat_map(|line| &line.component_lots));
        let mut reads = Reads::new();
        let locked = locks(&goods.products);
        let goods_reads = GoodsReads::ask(&mut reads, context, goods, Some((self.warehouse_id, None)))?;
        let prices = PriceReads::ask(&mut reads, context, &self.lines, (self.customer_id, self.day))?;
        let head = HeadReads::ask(&mut reads, context, self.customer_id, self.day)?;
        let warehouse = WarehouseRead::ask(&mut reads, context, Some(self.warehouse_id))?;
        let mut answers = context.read(&locked, reads).await?;
        let warehouse = warehouse.check(&mut answers)?;
        let facts = head.take(context, &mut answers).await?;
        for (number, line) in numbered(&self.lines) {
            line.cost.check(context, &facts.access).map_err(|e| e.with("line", number))?;
        }
        let prices = prices.take(context, &mut answers, &facts.access).await?;
        let (mut ledger, kits) = goods_reads.open(context, warehouse.as_ref(), &mut answers).await?;
        let policy = facts.company.tax_policy();
        let credit = Credit::gather(context, &facts.customer, (policy.currency, self.day)).await?;
        // Everything is read; from here on it is decided.
        ledger.count_in(prices.units())?;
        let sold = ledger.products().clone();
        let resolved = prices.resolve(&self.lines, |id, number| sold_product(&sold, id, number))?;
        let drafts = numbered(&self.lines).zip(&resolved).map(|((number, line), found)| {
            let product = sold_product(&sold, line.product_id, number)?;
            check_sold(product, number)?;
            let item = Item::new(product, Wanted::New(line, found));
            Ok(Draft {
                lot: line.lot.clone(),
                component_lots: line.component_lots.clone(),
                cost: line.cost.clone(),
                ..Draft::new(item, Flow::Leave, Links::default())
            })
        });
        let drafts = drafts.collect::<Result<Vec<_>>>()?;
        let posting = Posting {
            kind: SalesKind::Delivery,
            terms: DocumentTerms { facts: &facts, day: self.day, policy },
            reference: self.reference.as_ref(),
            warehouse_id: Some(self.warehouse_id),
            due_day: self.due_day,
            instalments: &self.instalments,
            order_id: None,
            reverses_id: None,
            reason: None,
            payable_rounding: self.payable_rounding,
            allowance_charges: &self.allowance_charges,
            kits: &kits,
        };
        let prices = Judge::Asked(&prices, &resolved);
        let checks = Checks { prices, credit, credit_override: self.credit_override, ..Checks::default() };
        decide(&posting, drafts, ledger, Settle::default(), &checks, context.changes())
    }
}
