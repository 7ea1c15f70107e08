//! Recalculation: the movements of a product, replayed in the order of their days, compared with what was posted.
//!
//! Costs follow the order of posting, and issued documents never change. This explicit act reconciles the two: it posts dated corrections of sales
//! lines, and revalues what is on hand, so that the figures equal entry in the order of days. What cannot be assigned to a line (counts, supplier
//! returns, lines before the starting day) is a variance. Nothing is lost: everything adds up to zero.

mod past;
mod replay;

use self::{
    past::{Asks, kit_lines},
    replay::{Difference, Replay},
};
use super::{
    CostCorrection, Goods, MovementKind, Posted, StockService, VarianceKind,
    document::{NewDocument, StockPosted, finish},
    open::open_ledger,
    request::check_text,
};
use crate::{
    access::{Permit, Right, Scope},
    act::{Act, ActContext, Plan},
    company::Company,
    costing::{Needs, ValueRounding, unit_cost},
    documents::{SalesDocument, SalesLine},
    entity::{Entity, Masked, Stored, Value},
    error::{Code, Error, Result},
    ids::{ProductId, SalesDocumentId, SalesLineId, TypedId},
    num::{Money, Quantity},
    query::Select,
    storage::{Answers, Ask, Reads},
    time::Day,
};
use async_trait::async_trait;
use serde::Serialize;
use std::collections::{BTreeMap, BTreeSet};

/// Recalculates the costs of a product in the order of days.
#[derive(Debug, Clone, PartialEq, Serialize, serde::Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct NewRecost {
    /// The product.
    pub product_id: ProductId,
    /// Sales lines from this day on are corrected; changes of earlier ones are a variance.
    pub from: Day,
    /// Document date, which is also that of the corrections.
    pub day: Day,
    /// A note.
    pub reference: Option<String>,
}

/// The changes that a recalculation would make.
#[derive(Debug, Clone, PartialEq, Serialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct RecostPreview {
    /// Lines whose cost would change, in the order of days.
    pub lines: Vec<RecostLine>,
    /// Current value of the stock on hand.
    pub value_before: Money,
    /// Its value after the recalculation.
    pub value_after: Money,
    /// The remaining difference.
    pub variance: Money,
}

/// A line whose cost would change.
#[derive(Debug, Clone, PartialEq, Serialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct RecostLine {
    /// The line.
    pub line_id: SalesLineId,
    /// Its document.
    pub document_id: SalesDocumentId,
    /// Its day.
    pub day: Day,
    /// Current cost of the product on the line; negative for a return.
    pub before: Money,
    /// Cost after the recalculation.
    pub after: Money,
}

impl StockService<'_> {
    /// Returns the changes that [`StockService::recost`] would make, line by line, without writing anything. The caller must also be able to read the
    /// sales lines of all customers, and their costs.
    ///
    /// # Errors
    /// As [`StockService::recost`].
    pub async fn recost_preview(&self, product_id: ProductId, from: Day) -> Result<RecostPreview> {
        self.0.check_right(Right::CostRead).await?;
        let build = |permit: &Permit, reads: &mut Reads| {
            check_reach(permit.scope())?;
            for told in [SalesLine::decl(), CostCorrection::decl()] {
                check_reach(permit.readable(told)?)?;
            }
            Ok((Asks::new(reads, &permit.unmasked(), product_id)?, reads.select(Select::<Company>::new(permit))))
        };
        let then = |permit: &Permit, reads: &mut Reads, (asks, company): (Asks, Ask<Stored<Company>>), answers: &mut Answers| {
            let company = answers.first(&company)?.ok_or_else(|| Error::new(Code::NotFound, "there is no such company"))?;
            let past = asks.take(answers)?;
            let kits = match past.of_kits() {
                Some(of_kits) => Some(reads.select(kit_lines(&permit.unmasked(), &of_kits)?)),
                None => None,
            };
            Ok((company, past, kits))
        };
        let ((company, mut past, kits), mut answers) = self.0.read_then(Right::CostWrite, build, then).await?;
        if let Some(kits) = kits {
            past.lines.extend(answers.all(&kits)?);
        }
        let strategy = self.0.strategies().get(&past.product.costing)?;
        Ok(Replay::run(&past, strategy, rounding(&company))?.compare(&past, from)?.preview)
    }

    /// Recalculates the costs of a product in the order of days, and posts the differences.
    ///
    /// # Errors
    /// `access.denied` without the right, or without scope over all customers; `limit.exceeded` for more than `MAX_RECOST` movements;
    /// `stock.not_correctable` if movements are impossible in the order of days, such as reversing a receipt whose goods had left; `storage.*`.
    pub async fn recost(&self, recost: &NewRecost) -> Result<StockPosted> {
        self.0.run(recost).await
    }
}

fn rounding(company: &Company) -> ValueRounding {
    ValueRounding { currency: company.currency, step: company.money_step, mode: company.rounding }
}

/// Checks that the caller's scope covers all customers, whose lines may change.
fn check_reach(scope: &Scope) -> Result<()> {
    if scope.is_all() { Ok(()) } else { Err(Error::new(Code::AccessDenied, "recalculation requires access to every customer")) }
}

#[async_trait]
impl Act for NewRecost {
    type Answer = StockPosted;
    const OPERATION: &'static str = "stock.recost";

    fn right(&self) -> Right {
        Right::CostWrite
    }

    async fn plan(&self, context: &mut ActContext<'_>) -> Result<Plan<StockPosted>> {
        context.check_day(self.day)?;
        check_text("reference", self.reference.as_deref())?;
        check_reach(context.permit().scope())?;
        let id = self.product_id;
        let permit = context.company_permit();
        let mut reads = Reads::new();
        let asks = Asks::new(&mut reads, &permit, id)?;
        let goods = Goods { is_whole: true, ..[(id, None)].into_iter().collect() };
        let (mut ledger, _, mut answers) = open_ledger(context, &goods, &[], reads).await?;
        let mut past = asks.take(&mut answers)?;
        if let Some(of_kits) = past.of_kits() {
            let mut reads = Reads::new();
            let ask = reads.select(kit_lines(&permit, &of_kits)?);
            let mut answers = context.read(&crate::storage::LockKeys::none(), reads).await?;
            past.lines.extend(answers.all(&ask)?);
        }
        let strategy = context.strategies().get(&past.product.costing)?;
        let Difference { preview, mut books } = Replay::run(&past, strategy, *ledger.rounding())?.compare(&past, self.from)?;
        let sold = books.values().flat_map(|b| &b.oversold).filter_map(|o| o.sales.map(|s| s.document_id));
        let documents: BTreeSet<_> = preview.lines.iter().map(|l| l.document_id).chain(sold).collect();
        let salespersons = salespersons(context, &permit, documents).await?;
        let changes = context.changes();
        let mut document = NewDocument::new(MovementKind::Recost, self.day, &changes);
        document.reference = self.reference.clone();
        let origin = document.origin();
        let lines: BTreeMap<SalesLineId, &SalesLine> = past.lines.iter().map(|l| (l.id, &l.data)).collect();
        for of in &preview.lines {
            let line = lines.get(&of.line_id).ok_or_else(|| Error::corrupt("a recalculated line is missing"))?;
            ledger.add_correction(self.correction(of, line, &salespersons, &origin)?);
        }
        if strategy.needs() == Needs::Lot {
            for lot in &past.lots {
                let Some(book) = books.get(&Some(lot.lot.clone())) else { continue };
                let cost = if lot.quantity.is_positive() { Some(unit_cost(book.value()?, lot.quantity)?) } else { lot.reference_cost };
                ledger.rebook_lot(lot.clone(), book.value()?, cost);
            }
        } else if let Some(book) = books.get_mut(&None) {
            for sales in book.oversold.iter_mut().filter_map(|o| o.sales.as_mut()) {
                sales.salesperson_id = salespersons.get(&sales.document_id).copied().flatten();
            }
            ledger.replace_book(id, book.clone())?;
        }
        let value = ledger.rebook(id, preview.value_after, &origin)?;
        ledger.vary(id, VarianceKind::Recost, preview.variance, &origin, 1);
        let nothing = Money::zero(value.currency());
        document.add(Posted { cost: nothing, amount: nothing, value })?;
        finish(document, ledger, changes)
    }
}

type Salespersons = BTreeMap<SalesDocumentId, Option<crate::ids::OperatorId>>;

async fn salespersons(context: &mut ActContext<'_>, permit: &Permit, documents: BTreeSet<SalesDocumentId>) -> Result<Salespersons> {
    if documents.is_empty() {
        return Ok(Salespersons::new());
    }
    let mut reads = Reads::new();
    let keys = documents.into_iter().map(|id| Value::Id(id.uuid()));
    let ask = reads.select(Select::<SalesDocument>::new(permit).keys(keys)?);
    let mut answers = context.read(&crate::storage::LockKeys::none(), reads).await?;
    Ok(answers.all(&ask)?.into_iter().map(|d| (d.id, d.salesperson_id)).collect())
}

impl NewRecost {
    fn correction(&self, of: &RecostLine, line: &SalesLine, salespersons: &Salespersons, origin: &super::Origin) -> Result<CostCorrection> {
        let amount = of.after.minus(of.before)?;
        Ok(CostCorrection {
            product_id: self.product_id,
            sales_document_id: of.document_id,
            sales_line_id: of.line_id,
            delivered_line_id: line.returned_line_id.unwrap_or(of.line_id),
            customer_id: line.customer_id,
            salesperson_id: salespersons.get(&of.document_id).copied().flatten(),
            day: origin.day,
            stock_document_id: origin.stock_document_id,
            cause_document_id: None,
            quantity: Quantity::ZERO,
            currency: amount.currency(),
            provisional: Masked::Shown(of.before),
            amount: Masked::Shown(amount),
        })
    }
}
