//! Posting a delivery without an order: what is locked and read, around the pure plan.

use super::{
    LineItem, PayableRounding,
    goods::GoodsReads,
    head::{DocumentTerms, HeadReads},
    lines::{Item, Wanted},
    order::check_sold,
    plan::{Draft, Flow, Links, Planned, Posting, plan},
    prices::{Judged, PriceReads, PriceWarning, Prices, Resolved, check_favour, paid_of},
    settle::{Settle, check_delivered},
};
use crate::{
    access::{CustomerAccess, Right},
    act::{Act, ActContext, Answer, Plan, Session, Subject},
    documents::{AllowanceCharge, SalesKind},
    entity::{Mask, Stored, Value},
    error::{Code, Error, Result},
    ids::{CustomerId, OpenItemId, ProductId, SalesDocumentId, TypedId, WarehouseId},
    num::Money,
    policy::Instalment,
    products::Product,
    query::Select,
    receivables::CreditWarning,
    stock::{Goods, LotWarning, StockLedger, Warehouse, check_lines, check_text, check_warehouse, locks, numbered},
    storage::{Answers, Ask, ChangeSet, Reads},
    text::{composed_of, texts},
    time::Day,
};
use async_trait::async_trait;
use serde::{Deserialize, Serialize};
use std::collections::BTreeMap;

/// Goods and services for a customer.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct NewDelivery {
    /// The customer.
    pub customer_id: CustomerId,
    /// Where the goods are taken from.
    pub warehouse_id: WarehouseId,
    /// Document date, which is the tax point.
    pub day: Day,
    /// When the receivable falls due; none: by the customer's terms. Later than these needs the right `customers.terms`.
    pub due_day: Option<Day>,
    /// Instalments of the amount to pay, in due order; empty: one on the due day, or by the customer's terms.
    #[serde(default)]
    pub instalments: Vec<Instalment>,
    /// Deliver beyond the customer's credit: for callers with the right `credit.override`.
    #[serde(default)]
    pub credit_override: bool,
    /// The other side's number, or a note.
    pub reference: Option<String>,
    /// What is delivered.
    pub lines: Vec<LineItem>,
    /// Allowances and charges of the whole document.
    #[serde(default)]
    pub allowance_charges: Vec<AllowanceCharge>,
    /// How the amount to pay is rounded.
    #[serde(default)]
    pub payable_rounding: PayableRounding,
}

impl NewDelivery {
    /// A delivery under the customer's terms.
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

/// A posted delivery, return or credit note. Amounts of a return or credit are negative, as on the document.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct SalesPosted {
    /// The document.
    pub document_id: SalesDocumentId,
    /// Its number.
    pub number: String,
    /// The receivable, of several instalments the first, or the credit; none if it came to nothing.
    pub open_item_id: Option<OpenItemId>,
    /// Net.
    pub net: Money,
    /// Tax.
    pub tax: Money,
    /// Net and tax.
    pub gross: Money,
    /// What is to be paid: gross, rounded as asked.
    pub payable: Money,
    /// Cost of the goods; hidden from callers who may not see it.
    pub cost: Option<Money>,
    /// Says that the customer is beyond its credit, and was delivered all the same.
    #[serde(default)]
    pub credit_warning: Option<CreditWarning>,
    /// What the policy on prices says, and does not forbid.
    #[serde(default)]
    pub price_warnings: Vec<PriceWarning>,
    /// Lots that were delivered though they are no longer good, or will not be soon.
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

/// Postings of sales.
pub struct SalesService<'s>(pub(super) &'s Session<'s>);

impl Session<'_> {
    /// Deliveries, returns, credit notes and their profit.
    pub fn sales(&self) -> SalesService<'_> {
        SalesService(self)
    }
}

impl SalesService<'_> {
    /// Posts a delivery. Goods must be there, on its day and at the end of every later one, unless the warehouse lets them leave before they came.
    ///
    /// # Errors
    /// `access.denied`, also of a document whose total is negative without the right `credits.post`; `field.invalid`, `reference.missing`,
    /// `stock.insufficient`, `stock.backdated`, `stock.expired`, `tax.rate_missing`, `price.missing`, `price.refused`, `unit.unknown`, `unit.inexact`,
    /// `credit.exceeded`, `storage.*`.
    pub async fn deliver(&self, delivery: &NewDelivery) -> Result<SalesPosted> {
        self.0.run(delivery).await
    }
}

/// How the prices of a posting are judged.
pub(super) enum Judge<'a> {
    /// Not: they were when they were agreed, or need a right of their own.
    Not,
    /// As asked for.
    Asked(&'a Prices, &'a [Resolved]),
    /// As agreed earlier, but more than that is delivered, or less is to be paid for it.
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

/// The end of every posting: the pure plan, and its answer.
pub(super) fn decide(
    posting: &Posting<'_>,
    drafts: Vec<Draft<'_>>,
    mut ledger: StockLedger<'_>,
    settle: Settle,
    judge: &Judge<'_>,
    mut changes: ChangeSet,
) -> Result<Plan<SalesPosted>> {
    let Planned { document_id, items, number, net, tax, gross, payable, cost, lines, costs, is_in_favour } =
        plan(posting, drafts, &mut ledger, &mut changes)?;
    let policy = &posting.terms.policy;
    let paid = paid_of(net, gross, payable, policy)?;
    let price_warnings = judge.check(&Judged { lines: &lines, costs: &costs, net: paid, policy }, paid == net)?;
    let is_sale = posting.kind == SalesKind::Delivery && posting.reverses_id.is_none();
    check_favour(&posting.terms.facts.access, is_sale && is_in_favour)?;
    let lot_warnings = ledger.take_expired();
    ledger.into_changes(&mut changes);
    let open_item_id = settle.post(items, (posting.terms.day, policy.step), &mut changes)?;
    let cost = Some(cost);
    let answer = SalesPosted {
        document_id,
        number: String::new(),
        open_item_id,
        net,
        tax,
        gross,
        payable,
        cost,
        credit_warning: None,
        price_warnings,
        lot_warnings,
    };
    Ok(Plan { number: Some(number), seen_by: Some(posting.terms.facts.access.clone()), ..Plan::new(changes, answer) })
}

/// A product of a posting.
///
/// # Errors
/// `reference.missing` with `line`.
pub(super) fn sold_product(sold: &BTreeMap<ProductId, Product>, id: ProductId, line: i64) -> Result<&Product> {
    let missing = || Error::new(Code::ReferenceMissing, "there is no such product").with("field", "product_id").with("id", id).with("line", line);
    sold.get(&id).ok_or_else(missing)
}

/// The warehouse of a posting, if goods move.
pub(super) struct WarehouseRead(Option<Ask<Stored<Warehouse>>>);

impl WarehouseRead {
    pub(super) fn ask(reads: &mut Reads, context: &ActContext<'_>, id: Option<WarehouseId>) -> Result<Self> {
        let ask = |id: WarehouseId| Ok(reads.select(Select::new(context.permit()).keys([Value::Id(id.uuid())])?));
        id.map(ask).transpose().map(Self)
    }

    pub(super) fn check(&self, answers: &mut Answers) -> Result<Option<Stored<Warehouse>>> {
        self.0.as_ref().map(|ask| check_warehouse(answers.first(ask)?)).transpose()
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
            terms: DocumentTerms { facts: &facts, day: self.day, policy: facts.company.tax_policy() },
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
        let judge = Judge::Asked(&prices, &resolved);
        let mut plan = decide(&posting, drafts, ledger, Settle::default(), &judge, context.changes())?;
        check_delivered(context, &mut plan, &facts.customer, (self.day, self.credit_override), &BTreeMap::new()).await?;
        Ok(plan)
    }
}
