//! Opening stock: by product, warehouse, lot and cost; one document a warehouse.
//!
//! Invariant: what is in a product's place already is left alone if it stands so in the sheet, and never added to otherwise.

use super::{OpeningStock, SourceRow, known::StockPlace, work::Work};
use crate::{
    error::Result,
    ids::{ProductId, WarehouseId},
    num::{Decimal, Money, Quantity, UnitPrice},
    products::Tracking,
    session::Desk,
    stock::{Cost, Goods, MovementKind, StockDraft, StockLedger, StockLine, StockMove, StockPool, StockReads},
    storage::{LockKeys, Reads},
};
use std::collections::{BTreeMap, BTreeSet, HashMap, HashSet};

/// The lines of each warehouse's document, in the order of the sheet.
pub(super) type Lines = BTreeMap<WarehouseId, Vec<StockLine>>;

impl Work<'_> {
    /// Plans the lines of the opening documents; a product opens once in each place and at each cost.
    pub(super) fn stock_lines(&mut self, default: Option<WarehouseId>) -> Result<Lines> {
        let data = self.data;
        let mut lines = Lines::new();
        let mut seen: HashSet<(StockPlace, Decimal)> = HashSet::new();
        let mut serials: HashSet<(ProductId, String)> = HashSet::new();
        let mut stored = std::mem::take(&mut self.known.opened);
        let occupied: HashSet<StockPlace> = stored.keys().cloned().collect();
        for row in &data.stock {
            let Some((place, unit_cost, value)) = self.stock_line(row, default) else { continue };
            let OpeningStock { product, quantity, lot, expires_on, .. } = &row.value;
            let movements = stored.get_mut(&place);
            let same = movements.and_then(|m| m.iter().position(|m| *m == (*quantity, value)).map(|at| m.swap_remove(at)));
            if same.is_some() {
                self.is_unchanged();
                continue;
            }
            if occupied.contains(&place) {
                self.problem(row, "product_code", "already_posted", "other opening stock of this product was posted before", product);
                continue;
            }
            let is_serial = self.known.products.get(product).is_some_and(|p| p.tracking == Tracking::Serial);
            let is_new = !is_serial || lot.as_ref().is_none_or(|lot| serials.insert((place.0, lot.clone())));
            if !seen.insert((place.clone(), unit_cost.amount().normalize())) || !is_new {
                self.problem(row, "product_code", "duplicate_code", "the product is there twice", product);
                continue;
            }
            let line = StockLine::new(place.0, *quantity, StockMove::At(Cost::of_one(unit_cost), None));
            lines.entry(place.1).or_default().push(StockLine { lot: lot.clone(), expires_on: *expires_on, ..line });
        }
        self.report.stock_posted = lines.values().map(Vec::len).sum();
        Ok(lines)
    }

    /// Where a row's goods lie, what one costs, and what they are worth; nothing for a row without goods, or with a problem.
    fn stock_line(&mut self, row: &SourceRow<OpeningStock>, default: Option<WarehouseId>) -> Option<(StockPlace, UnitPrice, Money)> {
        let OpeningStock { product, quantity, unit_cost, warehouse, lot, .. } = &row.value;
        let product_id = self.product_of(row, product)?;
        if quantity.is_zero() || !self.is_in_currency(row, "unit_cost", self.currency) {
            return None;
        }
        let (is_stocked, tracking) = self.known.products.get(product).map(|p| (p.is_stocked, p.tracking))?;
        let wrong = match (tracking, lot) {
            _ if !is_stocked => Some(("product_code", "not_stocked", "the product is a service, which has no stock")),
            (Tracking::None, Some(_)) => Some(("lot", "lot_not_kept", "no lots are kept of the product")),
            (Tracking::Lot | Tracking::Serial, None) => Some(("lot", "lot_needed", "the product is tracked by lot, and the row names none")),
            (Tracking::Serial, Some(_)) if *quantity != Quantity::from(1) => Some(("quantity", "serial_not_one", "a serial is one piece")),
            _ if quantity.is_negative() => Some(("quantity", "negative", "an opening has no negative quantity or cost")),
            _ if *unit_cost < Decimal::ZERO => Some(("unit_cost", "negative", "an opening has no negative quantity or cost")),
            _ => None,
        };
        if let Some((field, code, reason)) = wrong {
            self.problem(row, field, code, reason, product);
            return None;
        }
        if let Some(lot) = lot {
            let checked = crate::session::check_length("lot", lot, crate::limits::MAX_CODE);
            self.accept(row, "lot", checked, product)?;
        }
        let warehouse_id = match warehouse {
            None => default?,
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
        let priced = UnitPrice::new(*unit_cost, self.currency).and_then(|cost| {
            let value = cost.times(*quantity, step, rounding)?;
            crate::limits::check_amount("unit_cost", value).map(|()| (cost, value))
        });
        let (unit_cost, value) = self.accept(row, "unit_cost", priced, product)?;
        Some(((product_id, warehouse_id, lot.clone()), unit_cost, value))
    }

    /// Posts the opening stock, one document a warehouse; new products are not stored yet, so they come from the plan.
    pub(super) async fn post_stock(&mut self, desk: &mut Desk<'_>, lines: Lines) -> Result<Money> {
        let mut total = Money::zero(self.currency);
        if lines.is_empty() {
            return Ok(total);
        }
        let goods: Goods = lines.values().flatten().map(|l| (l.product_id, l.lot.as_deref())).collect();
        let products: BTreeSet<ProductId> = goods.products.clone();
        let mut reads = Reads::new();
        let asks = StockReads::ask(&mut reads, &desk.full_permit(), &products)?;
        let mut answers = desk.read(&LockKeys::none().and::<StockPool, _>(products.iter().copied()), reads).await?;
        let new: HashMap<_, _> = std::mem::take(&mut self.new_products);
        let mut ledger = StockLedger::with_new(desk, &goods, &[], &asks, &mut answers, new).await?;
        for (warehouse_id, lines) in lines {
            let draft = StockDraft { kind: MovementKind::Opening, warehouse_id, day: self.day, reference: None, lines, landed: None };
            total = total.plus(draft.post(&mut ledger, &mut self.changes)?.value)?;
        }
        ledger.into_changes(&mut self.changes);
        Ok(total)
    }
}
