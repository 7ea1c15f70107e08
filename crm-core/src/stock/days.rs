//! How a posting depends on other days: the lowest stock of the days to come, and the last day with a movement that stands.
//!
//! Invariant: a warehouse that does not allow negative stock has none at the end of any day, in whatever order documents are entered. Only products
//! that moved on a later day than that of the posting are read, so that acts of the current day need no extra reads.

use super::{MovementKind, StockDocument, StockMovement};
use crate::{
    access::Permit,
    act::ActContext,
    documents::SalesDocument,
    entity::{Record, Stored, Value},
    error::{Error, Result},
    ids::{ProductId, SalesDocumentId, StockDocumentId, TypedId, WarehouseId},
    num::Quantity,
    query::{Filter, Report, Select, Test},
    storage::{Answers, Ask, LockKeys, Reads},
    time::Day,
};
use std::collections::{BTreeMap, BTreeSet};

/// Number of documents up to which reversals are looked up; with more, all of them are taken to stand.
const MAX_UNDONE: usize = 1_000;

/// A place in stock: product, warehouse, and lot if tracked.
type Shelf = (ProductId, WarehouseId, Option<String>);

/// For each place, how much of the current stock was not there yet at the end of some day from that of the posting on.
#[derive(Debug, Default)]
pub(super) struct Later(BTreeMap<Shelf, Quantity>);

impl Later {
    /// Reads the movements of later days, by place and day.
    pub(super) fn ask(reads: &mut Reads, permit: &Permit, products: &[ProductId], warehouses: &[WarehouseId], day: Day) -> Result<Ask<Record>> {
        let of = one_of("product_id", products.iter().map(|id| id.uuid())).and(one_of("warehouse_id", warehouses.iter().map(|id| id.uuid())));
        let moved = Report::<StockMovement>::new(permit).filter(&of.and(StockMovement::day().gt(day)))?;
        Ok(reads.report(&moved.by("product_id")?.by("warehouse_id")?.by("lot")?.by("day")?.sum("quantity")?))
    }

    /// Takes the answer: for each place the most that came in after a day, less what left again.
    pub(super) fn take(rows: Vec<Record>) -> Result<Self> {
        let mut moved: BTreeMap<Shelf, BTreeMap<Day, Quantity>> = BTreeMap::new();
        for row in rows {
            let (place, day, quantity) = match row.as_slice() {
                [Value::Id(product), Value::Id(warehouse), lot, Value::Day(day), _, Value::Decimal(sum)] => {
                    let lot = if let Value::Text(lot) = lot { Some(lot.clone()) } else { None };
                    ((ProductId(*product), WarehouseId(*warehouse), lot), *day, Quantity::total(*sum)?)
                }
                _ => return Err(Error::corrupt("a row of movements does not match its query")),
            };
            moved.entry(place).or_default().insert(day, quantity);
        }
        moved.into_iter().map(|(place, days)| Ok((place, most_after(&days)?))).collect::<Result<_>>().map(Self)
    }

    /// How much less than now there was, or will be, at the end of the day with the lowest stock.
    pub(super) fn missing(&self, product_id: ProductId, warehouse_id: WarehouseId, lot: Option<&str>) -> Quantity {
        self.0.get(&(product_id, warehouse_id, lot.map(str::to_owned))).copied().unwrap_or_default()
    }
}

/// The largest sum of the last days, whichever day it starts from; zero if all are negative.
fn most_after(days: &BTreeMap<Day, Quantity>) -> Result<Quantity> {
    let (mut sum, mut most) = (Quantity::ZERO, Quantity::ZERO);
    for quantity in days.values().rev() {
        sum = sum.plus(*quantity)?;
        most = most.max(sum);
    }
    Ok(most)
}

fn one_of(field: &str, ids: impl Iterator<Item = crate::Uuid>) -> Filter {
    Filter::Field(field.to_owned(), Test::In(ids.map(Value::Id).collect()))
}

/// The documents that moved products after a day.
type Moves = Vec<(ProductId, Day, Option<StockDocumentId>, Option<SalesDocumentId>)>;

/// The last day after `limit` on which each product was moved by a document that stands; none if all of them were reversed. Read only for products
/// that would otherwise be refused.
pub(super) async fn standing(context: &mut ActContext<'_>, products: &[ProductId], limit: Day) -> Result<BTreeMap<ProductId, Option<Day>>> {
    let mut last: BTreeMap<ProductId, Option<Day>> = products.iter().map(|id| (*id, None)).collect();
    if products.is_empty() {
        return Ok(last);
    }
    let permit = context.company_permit();
    let mut reads = Reads::new();
    let later = one_of("product_id", products.iter().map(|id| id.uuid())).and(StockMovement::day().gt(limit));
    let later = Report::<StockMovement>::new(&permit).filter(&later)?;
    let later = reads.report(&later.by("product_id")?.by("day")?.by("stock_document_id")?.by("sales_document_id")?);
    let moves = context.read(&LockKeys::none(), reads).await?.rows(&later).iter().map(Vec::as_slice).map(moved_by).collect::<Result<Moves>>()?;
    let undone = undone(context, &permit, &moves).await?;
    for (product, day, stock, sales) in moves {
        let is_undone = stock.is_some_and(|id| undone.contains(&id.uuid())) || sales.is_some_and(|id| undone.contains(&id.uuid()));
        if !is_undone {
            let last = last.entry(product).or_default();
            *last = (*last).max(Some(day));
        }
    }
    Ok(last)
}

fn moved_by(row: &[Value]) -> Result<(ProductId, Day, Option<StockDocumentId>, Option<SalesDocumentId>)> {
    let id = |value: &Value| if let Value::Id(id) = value { Some(*id) } else { None };
    match row {
        [Value::Id(product), Value::Day(day), stock, sales, ..] => {
            Ok((ProductId(*product), *day, id(stock).map(StockDocumentId), id(sales).map(SalesDocumentId)))
        }
        _ => Err(Error::corrupt("a row of movements does not match its query")),
    }
}

/// The documents among these that were reversed, and those that are reversals.
async fn undone(context: &mut ActContext<'_>, permit: &Permit, moves: &Moves) -> Result<BTreeSet<crate::Uuid>> {
    let stock: BTreeSet<_> = moves.iter().filter_map(|(_, _, id, _)| *id).map(|id| id.uuid()).collect();
    let sales: BTreeSet<_> = moves.iter().filter_map(|(.., id)| *id).map(|id| id.uuid()).collect();
    if stock.len().max(sales.len()) > MAX_UNDONE {
        return Ok(BTreeSet::new());
    }
    let mut reads = Reads::new();
    let ids = || stock.iter().copied();
    let of_stock = one_of("id", ids()).or(one_of("corrects_id", ids())).and(StockDocument::kind().eq(MovementKind::Reversal));
    let of_stock = reads.select(Select::<StockDocument>::new(permit).filter(&of_stock)?.everything());
    let ids = || sales.iter().copied();
    let of_sales = one_of("id", ids()).or(one_of("reverses_id", ids())).and(SalesDocument::reverses_id().is_empty().negate());
    let of_sales = reads.select(Select::<SalesDocument>::new(permit).filter(&of_sales)?.everything());
    let mut answers: Answers = context.read(&LockKeys::none(), reads).await?;
    let of_stock: Vec<Stored<StockDocument>> = answers.all(&of_stock)?;
    let of_sales: Vec<Stored<SalesDocument>> = answers.all(&of_sales)?;
    let stock = of_stock.iter().flat_map(|d| [Some(d.id.uuid()), d.corrects_id.map(|id| id.uuid())]);
    let sales = of_sales.iter().flat_map(|d| [Some(d.id.uuid()), d.reverses_id.map(|id| id.uuid())]);
    Ok(stock.chain(sales).flatten().collect())
}

#[cfg(test)]
mod tests {
    use super::*;

    fn days(moved: &[(&str, &str)]) -> BTreeMap<Day, Quantity> {
        moved.iter().map(|(day, quantity)| (day.parse().unwrap(), Quantity::parse(quantity).unwrap())).collect()
    }

    #[test]
    fn what_came_later_was_not_there_before() {
        let most = |moved: &[(&str, &str)]| most_after(&days(moved)).unwrap();
        assert_eq!(most(&[]), Quantity::ZERO);
        assert_eq!(most(&[("2026-01-12", "10")]), Quantity::from(10));
        assert_eq!(most(&[("2026-01-12", "-10")]), Quantity::ZERO);
        // 10 came in and 4 went out: at the end of the 11th there were 6 less than now; had the 4 gone out first, 10.
        assert_eq!(most(&[("2026-01-12", "10"), ("2026-01-13", "-4")]), Quantity::from(6));
        assert_eq!(most(&[("2026-01-12", "-4"), ("2026-01-13", "10")]), Quantity::from(10));
    }
}
