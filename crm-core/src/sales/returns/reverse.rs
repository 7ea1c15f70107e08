//! Reversing a whole document.

use super::{
    delivered::{BackReads, Delivered, reversed},
    taken::Taken,
};
use crate::{
    access::Right,
    act::{Act, ActContext, Plan},
    documents::{CostSource, SalesDocument, SalesKind, SalesOrder},
    error::{Error, Result},
    ids::SalesDocumentId,
    num::Money,
    query::Select,
    sales::{
        decide::{Checks, SalesPosted, decide},
        goods::{GoodsReads, WarehouseRead},
        head::HeadReads,
        order::read::LineReads,
        payable::PayableRounding,
        posting::{Flow, Links, Posting},
        settle::{CreditReads, ReserveReads, SpendReads},
    },
    stock::{check_text, locks},
    storage::Reads,
    time::Day,
};
use async_trait::async_trait;
use serde::Serialize;

/// Reverses a whole document.
#[derive(Debug, Clone, PartialEq, Serialize, serde::Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct Reversal {
    /// The document.
    pub document_id: SalesDocumentId,
    /// Document date of the reversal.
    pub day: Day,
    /// Reason, printed on the reversal.
    pub reason: String,
}

#[async_trait]
impl Act for Reversal {
    type Answer = SalesPosted;
    const OPERATION: &'static str = "sales.reverse";

    fn right(&self) -> Right {
        Right::CreditsPost
    }

    async fn plan(&self, context: &mut ActContext<'_>) -> Result<Plan<SalesPosted>> {
        context.check_day(self.day)?;
        check_text("reason", Some(&self.reason))?;
        let mut delivered = Delivered::read(context, self.document_id, self.day).await?;
        if delivered.document.kind != SalesKind::Delivery {
            return self.undo(context, &delivered).await;
        }
        let goods = delivered.goods().coming_back(self.day);
        let order_id = delivered.document.order_id;
        let mut reads = Reads::new();
        let locked = locks(&goods.products);
        let goods_reads = GoodsReads::ask(&mut reads, context, goods, None)?;
        let head = HeadReads::ask(&mut reads, context, delivered.document.customer_id, self.day)?;
        let back = BackReads::ask(&mut reads, context, &delivered)?;
        let (customer_id, zero) = (delivered.document.customer_id, Money::zero(delivered.document.currency));
        let spend = SpendReads::ask(&mut reads, context, None, customer_id, Some(self.document_id).filter(|_| order_id.is_none()))?;
        let reserve = order_id.map(|id| ReserveReads::ask(&mut reads, context, self.document_id, id, zero)).transpose()?;
        let order = order_id.map(|id| LineReads::ask(&mut reads, context, id)).transpose()?;
        let locks = locked.and::<SalesDocument, _>([self.document_id]).and::<SalesOrder, _>(order_id);
        let mut answers = context.read(&locks, reads).await?;
        let (facts, mut settle) = (head.take_of_anybody(context, &mut answers).await?, spend.take(&mut answers)?);
        delivered.less(&back, &mut answers)?;
        let rest = delivered.rest(&delivered.policy(context.company()?))?;
        if rest.is_empty() {
            return Err(reversed(&delivered.document));
        }
        let mut changes = context.changes();
        if let Some(order) = order {
            let again = rest.iter().filter_map(|taken| Some((delivered.lines.get(&taken.id)?.original.order_line_id?, taken.quantity)));
            let is_open = order.reopen(&mut answers, again.collect(), &mut changes)?;
            settle = reserve.map_or(Ok(settle), |reserve| reserve.take(&mut answers, is_open))?;
        }
        let (ledger, kits) = goods_reads.open(context, None, &mut answers).await?;
        let sold = ledger.products().clone();
        let drafts = rest.iter().map(|taken| {
            let product = sold.get(&taken.line.product_id).ok_or_else(|| Error::field("product_id", "does not exist"))?;
            let original = delivered.lines.get(&taken.id).map(|out| &out.original);
            let flow = match original.map(|line| line.cost_source) {
                _ if taken.quantity.is_zero() || taken.kit.as_ref().is_some_and(Vec::is_empty) => Flow::Stay,
                Some(CostSource::Direct) => Flow::NonStock(taken.cost),
                _ => Flow::ComeBack(taken.cost),
            };
            let order_line_id = original.and_then(|line| line.order_line_id);
            Ok(taken.draft(product, flow, Links { returned_line_id: Some(taken.id), order_line_id, ..Links::default() }))
        });
        let drafts = drafts.collect::<Result<Vec<_>>>()?;
        let document = &delivered.document;
        let posting = Posting {
            reference: Some(&document.number),
            order_id,
            reverses_id: Some(document.id),
            reason: Some(self.reason.clone()),
            payable_rounding: delivered.rounding(delivered.is_left()),
            kits: &kits,
            ..Posting::back(SalesKind::Return, document.warehouse_id, self.day, &facts, delivered.policy(&facts.company))
        };
        decide(&posting, drafts, ledger, settle, &Checks::default(), changes)
    }
}

impl Reversal {
    /// Reverses a return or credit note: the same lines with opposite sign.
    async fn undo(&self, context: &mut ActContext<'_>, credited: &Delivered) -> Result<Plan<SalesPosted>> {
        let document = &credited.document;
        let goods = credited.goods().leaving(self.day);
        let mut reads = Reads::new();
        let locks = locks(&goods.products).and::<SalesDocument, _>([self.document_id]);
        let goods_reads = GoodsReads::ask(&mut reads, context, goods, document.warehouse_id.map(|id| (id, None)))?;
        let head = HeadReads::ask(&mut reads, context, document.customer_id, self.day)?;
        let credit = CreditReads::ask(&mut reads, context, self.document_id, Money::zero(document.currency))?;
        let of_this = SalesDocument::reverses_id().eq(Some(self.document_id));
        let undone = reads.select(Select::<SalesDocument>::new(&context.full_permit()).filter(&of_this)?);
        let warehouse = WarehouseRead::ask(&mut reads, context, document.warehouse_id)?;
        let mut answers = context.read(&locks, reads).await?;
        if answers.first(&undone)?.is_some() {
            return Err(reversed(document));
        }
        let (facts, settle) = (head.take_of_anybody(context, &mut answers).await?, credit.take(&mut answers)?);
        let warehouse = warehouse.check(&mut answers)?;
        let (ledger, kits) = goods_reads.open(context, warehouse.as_ref(), &mut answers).await?;
        let sold = ledger.products().clone();
        let lines: Vec<(Taken, Flow, Links)> = credited.turned()?;
        let drafts = lines.iter().map(|(taken, flow, links)| {
            let product = crate::sales::goods::sold_product(&sold, taken.line.product_id, taken.line.line)?;
            Ok(taken.draft(product, *flow, *links))
        });
        let drafts = drafts.collect::<Result<Vec<_>>>()?;
        let posting = Posting {
            reference: Some(&document.number),
            due_day: Some(self.day),
            reverses_id: Some(document.id),
            reason: Some(self.reason.clone()),
            payable_rounding: PayableRounding::By(document.payable_rounding.negated()),
            kits: &kits,
            ..Posting::back(SalesKind::Delivery, document.warehouse_id, self.day, &facts, credited.policy(&facts.company))
        };
        decide(&posting, drafts, ledger, settle, &Checks::default(), context.changes())
    }
}
