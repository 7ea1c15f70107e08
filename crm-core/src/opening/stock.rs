//! Opening stock by product, warehouse, lot and cost; one document per warehouse.
//!
//! Invariant: existing stock of a product in a place is left alone if it equals the sheet's, and is never added to otherwise.

use super::{
    OpeningProduct, OpeningStock,
    known::StockPlace,
    lines::Line,
    part::PART_ROWS,
    problem::SourceRow,
    work::{Work, count},
};
use crate::{
    act::ActContext,
    error::Result,
    ids::{ProductId, WarehouseId},
    num::{Decimal, FINE_SCALE, Money, Quantity, UnitPrice},
    products::{Tracking, UnitRatio, UnitTable},
    stock::{Cost, Goods, MovementKind, NewDocument, StockLedger, StockLine, StockMove, StockPool, StockReads},
    storage::{LockKeys, Reads},
};
use std::collections::{BTreeMap, HashMap};

impl<'d> Work<'d> {
    /// Plans the lines of the opening documents; a product is opened once per place and cost.
    pub(super) fn stock_lines(&mut self) {
        for row in self.part.stock {
            let Some((place, quantity, unit_cost, value)) = self.stock_line(row) else { continue };
            let OpeningStock { product, lot, expires_on, .. } = &row.value;
            let there = self.known.opened.get_mut(&place);
            let is_occupied = there.is_some();
            let same = there.and_then(|m| m.iter().position(|(_, q, v)| (*q, *v) == (quantity, value)).map(|at| m.swap_remove(at)));
            if let Some((id, ..)) = same {
                self.known.met.insert(id);
                self.is_unchanged();
                continue;
            }
            if is_occupied {
                self.problem(row, "product_code", "already_posted", "different opening stock of this product was already posted", product);
                continue;
            }
            let is_serial = self.known.products.get(product).is_some_and(|p| p.tracking == Tracking::Serial);
            let is_new = !is_serial || lot.as_ref().is_none_or(|lot| self.lines.serials.insert((place.0, lot.clone())));
            if !self.lines.seen.insert((place.clone(), unit_cost.amount().normalize())) || !is_new {
                self.problem(row, "product_code", "duplicate_code", "the product appears twice", product);
                continue;
            }
            let line = StockLine::new(place.0, quantity, StockMove::At(Cost::of_one(unit_cost), None));
            self.lines.push(place.1, StockLine { lot: lot.clone(), expires_on: *expires_on, ..line });
            count(&mut self.report.stock_posted);
        }
    }

    /// A row's quantity and cost in the product's base unit. An inexact conversion is refused, because a cost other than the sheet's would be stored.
    fn in_base_unit(&mut self, row: &SourceRow<OpeningStock>, product_id: ProductId) -> Option<(Quantity, Decimal)> {
        let OpeningStock { product, quantity, unit_cost, unit, .. } = &row.value;
        let plain = Some((*quantity, *unit_cost));
        let Some(unit) = unit.as_deref() else { return plain };
        let counted = self.known_product(product)?;
        if counted.unit.is_none() && self.known.units.all(&product_id).next().is_none() {
            // The product has no units that it could be confused with.
            return plain;
        }
        let ratio = UnitTable::new(&counted, self.known.units.all(&product_id)).and_then(|table| table.ratio(Some(unit)));
        let ratio = self.accept(row, "unit", ratio, unit)?;
        let base = ratio.convert(*quantity, UnitRatio::ONE);
        let base = self.accept(row, "quantity", base, &quantity.to_string())?;
        let cost = || {
            let whole = unit_cost.checked_mul(Decimal::from_i128_with_scale(ratio.denominator(), 0))?;
            let above = Decimal::from_i128_with_scale(ratio.numerator(), 0);
            let cost = whole.checked_div(above)?.round_dp(FINE_SCALE);
            (cost.checked_mul(above)? == whole).then_some(cost)
        };
        let cost = cost();
        if cost.is_none() {
            self.problem(
                row,
                "unit_cost",
                "too_precise",
                format!("the cost of one base unit has more than {FINE_SCALE} decimals"),
                &unit_cost.to_string(),
            );
        }
        Some((base, cost?))
    }

    /// A row's place, quantity, unit cost and value; none for a row without goods or with a problem.
    fn stock_line(&mut self, row: &SourceRow<OpeningStock>) -> Option<(StockPlace, Quantity, UnitPrice, Money)> {
        let OpeningStock { product, warehouse, lot, .. } = &row.value;
        let product_id = self.product_of(row, product)?;
        let (quantity, unit_cost) = self.in_base_unit(row, product_id)?;
        if quantity.is_zero() || !self.is_in_currency(row, "unit_cost", self.currency) {
            return None;
        }
        let (is_stocked, tracking) = self.known.products.get(product).map(|p| (p.is_stocked, p.tracking))?;
        let wrong = match (tracking, lot) {
            _ if !is_stocked => Some(("product_code", "not_stocked", "the product is a service, which has no stock")),
            (Tracking::None, Some(_)) => Some(("lot", "lot_not_kept", "the product is not tracked by lot")),
            (Tracking::Lot | Tracking::Serial, None) => Some(("lot", "lot_needed", "the product is tracked by lot, but the row gives no lot")),
            (Tracking::Serial, Some(_)) if quantity != Quantity::from(1) => {
                Some(("quantity", "serial_not_one", "a serial number stands for one piece"))
            }
            _ if quantity.is_negative() => Some(("quantity", "negative", "the quantity and cost of opening stock cannot be negative")),
            _ if unit_cost < Decimal::ZERO => Some(("unit_cost", "negative", "the quantity and cost of opening stock cannot be negative")),
            _ => None,
        };
        if let Some((field, code, reason)) = wrong {
            self.problem(row, field, code, reason, product);
            return None;
        }
        if let Some(lot) = lot {
            let checked = crate::text::check_length("lot", lot, crate::limits::MAX_CODE);
            self.accept(row, "lot", checked, product)?;
        }
        let warehouse_id = match warehouse {
            None => self.warehouse_id?,
            Some(code) => match self.known.warehouses.get(code).map(|w| (w.id, w.is_active)) {
                Some((id, true)) => id,
                found => {
                    let reason = if found.is_some() { "the warehouse is no longer in use" } else { "there is no warehouse with this code" };
                    self.problem(row, "warehouse", "unknown_warehouse", reason, code);
                    return None;
                }
            },
        };
        let (step, rounding) = (self.step, self.rounding);
        let priced = UnitPrice::new(unit_cost, self.currency).and_then(|cost| {
            let value = cost.times(quantity, step, rounding)?;
            crate::num::check_amount("unit_cost", value).map(|()| (cost, value))
        });
        let (unit_cost, value) = self.accept(row, "unit_cost", priced, product)?;
        Some(((product_id, warehouse_id, lot.clone()), quantity, unit_cost, value))
    }

    /// Posts the opening stock, one document per warehouse, one piece of the products after another. A document is written before its movements and
    /// states their totals, so all are posted before the first is written.
    pub(super) async fn post_stock(&mut self, context: &mut ActContext<'_>) -> Result<Money> {
        let new = self.known.release();
        let lines = std::mem::take(&mut self.lines);
        let of = |id: &WarehouseId| (*id, NewDocument::new(MovementKind::Opening, self.day, &self.changes).of(*id));
        let mut documents: BTreeMap<WarehouseId, NewDocument> = lines.counts.keys().map(of).collect();
        let pieces = lines.into_pieces(PART_ROWS);
        let (is_large, is_kept) = (pieces.len() > 1, self.is_kept());
        let mut ledgers = Vec::new();
        for lines in pieces {
            let mut ledger = self.open_ledger(context, &lines, &new).await?;
            for lines in lines.chunk_by(|(one, ..), (other, ..)| one == other) {
                let Some(document) = lines.first().and_then(|(warehouse_id, ..)| documents.get_mut(warehouse_id)) else { continue };
                document.post(&mut ledger, &lines.iter().map(|(_, number, line)| (*number, line)).collect::<Vec<_>>(), None)?;
            }
            if is_kept {
                ledger.close();
                ledgers.push(ledger);
            }
        }
        let mut total = Money::zero(self.currency);
        for document in documents.into_values() {
            total = total.plus(document.insert(&mut self.changes)?.value)?;
        }
        for mut ledger in ledgers {
            while ledger.take_changes(PART_ROWS, &mut self.changes) {
                self.write(context).await?;
            }
            if is_large {
                self.write(context).await?;
            }
        }
        Ok(total)
    }

    /// The stock ledger of the products of some lines. New products may not be stored yet, and come from their rows.
    async fn open_ledger<'a>(
        &mut self,
        context: &mut ActContext<'a>,
        lines: &[Line],
        new: &HashMap<ProductId, &'d SourceRow<OpeningProduct>>,
    ) -> Result<StockLedger<'a>> {
        let goods: Goods = lines.iter().map(|(_, _, l)| (l.product_id, l.lot.as_deref())).collect();
        let products = &goods.products;
        let rows: Vec<_> = products.iter().filter_map(|id| Some((*id, *new.get(id)?))).collect();
        let new = rows.into_iter().filter_map(|(id, row)| Some((id, self.said_product(row)?))).collect();
        let mut reads = Reads::new();
        let asks = StockReads::ask(&mut reads, &context.full_permit(), products)?;
        let mut answers = context.read(&LockKeys::none().and::<StockPool, _>(products.iter().copied()), reads).await?;
        StockLedger::with_new(context, &goods, &[], &asks, &mut answers, new).await
    }
}
