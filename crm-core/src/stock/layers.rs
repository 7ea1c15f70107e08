//! Conversion of a product's layers and oversold goods between stored rows and the cost book.
//!
//! Invariant: a product never has more rows than it had layers at one time, because empty slots are reused.

use super::{CostLayer, StockPool};
use crate::{
    costing::{CostBook, CostState, Layer, Oversold, SalesSource},
    entity::{Masked, NaturalKey, Stored},
    error::{Error, Result},
    ids::ProductId,
    num::{Currency, Money, Quantity},
    storage::ChangeSet,
};

/// The book of a product from its pool and layers; oversold goods are separated from the pool's totals.
pub(super) fn book_of(pool: &StockPool, layers: &[Stored<CostLayer>]) -> Result<CostBook> {
    let state = CostState { quantity: pool.quantity, value: shown(pool.value)?, reference_cost: pool.reference_cost, layers: Vec::new() };
    let mut book = CostBook::new(state);
    let mut rows: Vec<_> = layers.iter().filter(|l| !l.quantity.is_zero()).collect();
    rows.sort_by_key(|l| l.position);
    for row in rows {
        let (quantity, value) = (row.quantity, shown(row.value)?);
        if quantity.is_positive() {
            book.state.layers.push(Layer { sequence: row.sequence, quantity, value });
            continue;
        }
        let sales = match (row.sold_document_id, row.sold_line_id, row.sold_to_id) {
            (Some(document_id), Some(line_id), Some(customer_id)) => {
                Some(SalesSource { document_id, line_id, customer_id, salesperson_id: row.sold_by_id })
            }
            _ => None,
        };
        let oversold = Oversold { sequence: row.sequence, sales, quantity: quantity.negated(), value: value.negated() };
        book.state.quantity = book.state.quantity.plus(oversold.quantity)?;
        book.state.value = book.state.value.plus(oversold.value)?;
        book.oversold.push(oversold);
    }
    Ok(book)
}

/// Writes the layers of the book to the product's slots: known layers to their own, new ones to empty ones; slots no longer needed are emptied.
pub(super) fn write_layers(product_id: ProductId, currency: Currency, book: &CostBook, rows: &[Stored<CostLayer>], changes: &mut ChangeSet) {
    let layer = |sequence, quantity, value, sales: Option<SalesSource>| CostLayer {
        product_id,
        slot: 0,
        sequence,
        position: 0,
        quantity,
        currency,
        value: Masked::Shown(value),
        sold_document_id: sales.map(|s| s.document_id),
        sold_line_id: sales.map(|s| s.line_id),
        sold_to_id: sales.map(|s| s.customer_id),
        sold_by_id: sales.and_then(|s| s.salesperson_id),
    };
    let held = book.state.layers.iter().map(|l| layer(l.sequence, l.quantity, l.value, None));
    let owed = book.oversold.iter().map(|o| layer(o.sequence, o.quantity.negated(), o.value.negated(), o.sales));
    let wanted: Vec<CostLayer> = (1_i64..).zip(held.chain(owed)).map(|(position, l)| CostLayer { position, ..l }).collect();
    let is_same = |stored: &CostLayer, wanted: &CostLayer| {
        !stored.quantity.is_zero() && stored.sequence == wanted.sequence && stored.quantity.is_negative() == wanted.quantity.is_negative()
    };
    let mut free: Vec<&Stored<CostLayer>> = rows.iter().collect();
    let own: Vec<Option<&Stored<CostLayer>>> =
        wanted.iter().map(|w| free.iter().position(|stored| is_same(stored, w)).map(|at| free.remove(at))).collect();
    free.reverse();
    let mut last = rows.iter().map(|l| l.slot).max().unwrap_or(0);
    for (wanted, own) in wanted.into_iter().zip(own) {
        match own.or_else(|| free.pop()) {
            Some(stored) => changes.update(stored, CostLayer { slot: stored.slot, ..wanted }),
            None => {
                last = last.saturating_add(1);
                changes.insert(&Stored::new(NaturalKey, CostLayer { slot: last, ..wanted }));
            }
        }
    }
    let nothing = Money::zero(currency);
    free.into_iter().filter(|l| !l.quantity.is_zero()).for_each(|l| {
        changes.update(l, CostLayer { slot: l.slot, ..layer(l.sequence, Quantity::ZERO, nothing, None) });
    });
}

fn shown(value: Masked<Money>) -> Result<Money> {
    value.shown().ok_or_else(|| Error::corrupt("a posting was read without the stock values"))
}
