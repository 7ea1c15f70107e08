//! The reads of a recalculation: every movement of a product, and the lines that it was delivered on.

use crate::{
    access::Permit,
    documents::SalesLine,
    entity::{Masked, Record, Stored, Value},
    error::{Code, Error, Result},
    ids::{ProductId, SalesDocumentId, SalesLineId, TypedId},
    limits,
    num::Money,
    products::{Product, ProductCost},
    query::{Report, Select},
    stock::{CostBasis, CostCorrection, StockLot, StockMovement, StockPool},
    storage::{Answers, Ask, Reads},
    time::Day,
};
use std::collections::{BTreeMap, BTreeSet};

pub(super) struct Asks {
    product: Ask<Stored<Product>>,
    pool: Ask<Stored<StockPool>>,
    movements: Ask<Stored<StockMovement>>,
    lines: Ask<Stored<SalesLine>>,
    corrections: Ask<Record>,
    specified: Ask<Stored<ProductCost>>,
    lots: Ask<Stored<StockLot>>,
}

/// The complete history of a product.
pub(super) struct Past {
    pub(super) product: Product,
    pub(super) value: Money,
    pub(super) movements: Vec<StockMovement>,
    /// The posted cost of the product by document and line; negative for a return.
    posted: BTreeMap<(SalesDocumentId, i64), Money>,
    /// The lines that sell or return it, and those of kits that contain it.
    pub(super) lines: Vec<Stored<SalesLine>>,
    /// The sum of cost corrections by line.
    pub(super) corrections: BTreeMap<SalesLineId, Money>,
    pub(super) specified: Vec<ProductCost>,
    pub(super) lots: Vec<Stored<StockLot>>,
}

impl Asks {
    pub(super) fn new(reads: &mut Reads, permit: &Permit, id: ProductId) -> Result<Self> {
        let key = || [Value::Id(id.uuid())];
        let corrections =
            Report::<CostCorrection>::new(permit).filter(&CostCorrection::product_id().eq(id))?.by("sales_line_id")?.by("currency")?.sum("amount")?;
        Ok(Self {
            product: reads.select(Select::new(permit).keys(key())?),
            pool: reads.select(Select::new(permit).keys(key())?),
            movements: reads.select(Select::new(permit).filter(&StockMovement::product_id().eq(id))?.everything()),
            lines: reads.select(Select::new(permit).filter(&SalesLine::product_id().eq(id))?.everything()),
            corrections: reads.report(&corrections),
            specified: reads.select(Select::new(permit).filter(&ProductCost::product_id().eq(id))?.everything()),
            lots: reads.select(Select::new(permit).filter(&StockLot::product_id().eq(id))?.everything()),
        })
    }

    pub(super) fn take(&self, answers: &mut Answers) -> Result<Past> {
        let missing = || Error::new(Code::ReferenceMissing, "there is no such product, or it has no movements").with("field", "product_id");
        let product = answers.first(&self.product)?.ok_or_else(missing)?.data;
        let value = shown(answers.first(&self.pool)?.ok_or_else(missing)?.value)?;
        let movements: Vec<_> = answers.all(&self.movements)?.into_iter().map(|m| m.data).collect();
        limits::check("MAX_RECOST", movements.len(), limits::MAX_RECOST)?;
        let mut corrections = BTreeMap::new();
        for row in answers.rows(&self.corrections) {
            if let [Value::Id(line), Value::Text(currency), _, Value::Decimal(amount)] = row.as_slice() {
                corrections.insert(SalesLineId(*line), Money::total(*amount, currency.parse()?)?);
            }
        }
        let specified = answers.all(&self.specified)?.into_iter().map(|c| c.data).collect();
        let of_sales = movements.iter().filter_map(|m| Some(((m.sales_document_id?, m.line), m)));
        let mut posted: BTreeMap<_, Money> = BTreeMap::new();
        // A kit line moves it lot by lot.
        for (place, m) in of_sales {
            let cost = shown(m.amount)?.negated();
            let so_far = posted.get(&place).copied().unwrap_or_else(|| Money::zero(cost.currency()));
            posted.insert(place, so_far.plus(cost)?);
        }
        Ok(Past { product, value, movements, posted, lines: answers.all(&self.lines)?, corrections, specified, lots: answers.all(&self.lots)? })
    }
}

/// Selects the kit lines of some documents.
pub(super) fn kit_lines(permit: &Permit, documents: &BTreeSet<SalesDocumentId>) -> Result<Select<SalesLine>> {
    let of_kits = SalesLine::document_id().is_in(documents.iter().copied()).and(SalesLine::components().is_empty().negate());
    Ok(Select::new(permit).filter(&of_kits)?.everything())
}

pub(super) fn shown(value: Masked<Money>) -> Result<Money> {
    value.shown().ok_or_else(|| Error::corrupt("a recalculation was read without the stock values"))
}

impl Past {
    /// The documents that moved it on lines of other products, which are kits.
    pub(super) fn of_kits(&self) -> Option<BTreeSet<SalesDocumentId>> {
        let known: BTreeSet<_> = self.lines.iter().map(|l| (l.document_id, l.line)).collect();
        let documents: BTreeSet<_> = self.posted.keys().filter(|place| !known.contains(place)).map(|(document_id, _)| *document_id).collect();
        (!documents.is_empty()).then_some(documents)
    }

    /// The effective cost of the product on a line: as posted, plus corrections.
    pub(super) fn effective(&self, line: &SalesLine, id: SalesLineId) -> Result<Money> {
        let posted = self.posted.get(&(line.document_id, line.line)).copied().map_or_else(|| shown(line.cost), Ok)?;
        self.corrections.get(&id).map_or(Ok(posted), |c| posted.plus(*c))
    }

    /// The movements to replay, in the order of days: those since the last change of method. A correction comes after the movement it corrects.
    pub(super) fn in_order(&self) -> (Vec<(Day, &StockMovement)>, Option<&StockMovement>) {
        let change = self.movements.iter().filter(|m| m.basis == CostBasis::Method).max_by_key(|m| m.sequence);
        let since = change.map_or(0, |m| m.sequence);
        let days: BTreeMap<i64, Day> = self.movements.iter().map(|m| (m.sequence, m.day)).collect();
        let day = |m: &StockMovement| m.for_sequence.and_then(|s| days.get(&s).copied()).map_or(m.day, |of| of.max(m.day));
        let replayed = self.movements.iter().filter(|m| m.sequence > since && !matches!(m.basis, CostBasis::Moved | CostBasis::Derived));
        let mut replayed: Vec<_> = replayed.map(|m| (day(m), m)).collect();
        replayed.sort_by_key(|(day, m)| (*day, m.sequence));
        (replayed, change)
    }
}
