//! The stock side of a posting: starts from the rows read, posts one movement after the other, and yields the rows to write.
//!
//! Invariant: every change of a pool or balance is a movement, and the amount charged to its document is the sum of the value moved, the corrections
//! of earlier deliveries, and a variance.

mod checks;
mod read;
mod values;

pub use read::StockReads;

use self::checks::{insufficient, no_lot};
use super::{
    CostBasis, CostCorrection, CostLayer, CostVariance, LotBalance, Moved, Origin, Posted, Posting, StockBalance, StockLot, StockMovement, StockPool,
    VarianceKind, days::Later, layers::write_layers, lots::LotWarning, posting::variance_kind, rests::Fraction,
};
use crate::{
    costing::{CostBook, CostContext, CostState, Needs, Strategies, ValueRounding, unit_cost},
    entity::{Entity, Masked, NaturalKey, Stored},
    error::{Code, Error, Result},
    ids::{CustomerId, MovementId, ProductId, WarehouseId},
    num::{Decimal, Money, Quantity, UnitPrice},
    policy::PolicyLevel,
    products::{Product, ProductCost, ProductUnit, UnitRatio, UnitTable},
    storage::ChangeSet,
    time::Day,
};
use std::collections::{BTreeMap, BTreeSet};

/// A row as read, if it existed, and as changed.
struct Slot<E: Entity> {
    before: Option<Stored<E>>,
    now: E,
}

impl<E: Entity> Slot<E> {
    fn of(stored: Stored<E>) -> Self {
        Self { now: stored.data.clone(), before: Some(stored) }
    }

    fn new(now: E) -> Self {
        Self { before: None, now }
    }
}

/// The costs of a product.
struct Costs {
    pool: Slot<StockPool>,
    /// Its cost book; if it is costed by lot, each lot has a book of its own.
    book: CostBook,
    layers: Vec<Stored<CostLayer>>,
    specified: Vec<ProductCost>,
}

/// The stock of the products of one posting, as it changes line by line.
pub struct StockLedger<'a> {
    rounding: ValueRounding,
    backdating_days: u64,
    strategies: &'a Strategies,
    may_go_negative: BTreeSet<WarehouseId>,
    products: BTreeMap<ProductId, Product>,
    costs: BTreeMap<ProductId, Costs>,
    balances: BTreeMap<(ProductId, WarehouseId), Slot<StockBalance>>,
    lots: BTreeMap<(ProductId, String), Slot<StockLot>>,
    lot_balances: BTreeMap<(ProductId, String, WarehouseId), Slot<LotBalance>>,
    /// Quantities reserved for others.
    held: BTreeMap<(ProductId, WarehouseId), Quantity>,
    /// Quantities not there yet on a later day.
    later: Later,
    /// The units of products, if lines name any.
    units: BTreeMap<(ProductId, String), UnitRatio>,
    /// The customer who has a piece that last left with a delivery; none if it left in another way.
    holders: BTreeMap<(ProductId, String), Option<CustomerId>>,
    /// The expiry policy, and the number of days before expiry from which it objects to a delivery.
    expiry: (PolicyLevel, u64),
    expired: Vec<LotWarning>,
    /// For products that moved too long after the day of the posting: the last day with a movement that stands.
    standing: BTreeMap<ProductId, Option<Day>>,
    movements: Vec<StockMovement>,
    variances: Vec<CostVariance>,
    corrections: Vec<CostCorrection>,
}

impl<'a> StockLedger<'a> {
    /// The rounding of values.
    pub fn rounding(&self) -> &ValueRounding {
        &self.rounding
    }

    /// A product of the posting.
    ///
    /// # Errors
    /// `reference.missing`.
    pub fn product(&self, id: ProductId) -> Result<&Product> {
        self.products.get(&id).ok_or_else(|| Error::new(Code::ReferenceMissing, "there is no such product").with("id", id))
    }

    /// The products of the posting.
    pub fn products(&self) -> &BTreeMap<ProductId, Product> {
        &self.products
    }

    /// Sets quantities in a warehouse apart for others: they are on hand, but not available to this posting.
    pub(crate) fn hold(&mut self, warehouse_id: WarehouseId, kept: BTreeMap<ProductId, Quantity>) {
        self.held.extend(kept.into_iter().map(|(product, quantity)| ((product, warehouse_id), quantity)));
    }

    /// The current quantity and value of a product.
    ///
    /// # Errors
    /// `storage.corrupt`.
    pub(crate) fn on_hand(&self, id: ProductId) -> Result<(Quantity, Money)> {
        let pool = &self.costs.get(&id).ok_or_else(|| Error::corrupt("a product of a posting has no pool"))?.pool.now;
        Ok((pool.quantity, shown(pool.value)?))
    }

    /// The current quantity and value of a lot.
    pub(crate) fn lot_on_hand(&self, id: ProductId, lot: &str) -> Result<(Quantity, Money)> {
        let found = self.lots.get(&(id, lot.to_owned())).ok_or_else(|| no_lot(lot))?;
        Ok((found.now.quantity, shown(found.now.value)?))
    }

    /// The cost book of a product.
    pub(crate) fn book(&self, id: ProductId) -> Result<&CostBook> {
        self.costs.get(&id).map(|c| &c.book).ok_or_else(|| Error::corrupt("a product of a posting has no book"))
    }

    /// The specified cost at which stock is valued: that of a day, or of the product's latest movement if later.
    pub(crate) fn specified_now(&self, id: ProductId, day: Day) -> Result<Option<UnitPrice>> {
        Ok(self.context(id, day)?.specified_cost)
    }

    /// Sets a specified cost from a day on, within the posting.
    pub(crate) fn specify(&mut self, cost: ProductCost) {
        if let Some(costs) = self.costs.get_mut(&cost.product_id) {
            costs.specified.retain(|c| c.valid_from != cost.valid_from);
            costs.specified.push(cost);
        }
    }

    /// Posts a movement of goods.
    ///
    /// # Errors
    /// `stock.insufficient`, `stock.backdated`, `stock.cost_unknown`, `stock.lot_needed`, `stock.lot_unknown`, `stock.serial_not_one`,
    /// `costing.unknown`, `number.out_of_range`.
    pub fn post(&mut self, posting: &Posting<'_>, origin: &Origin) -> Result<Posted> {
        let product = self.product(posting.product_id)?.clone();
        // Strategies know costs but not products.
        self.post_product(&product, posting, origin).map_err(|e| if e.code() == Code::CostUnknown { e.with("product", &product.code) } else { e })
    }

    fn post_product(&mut self, product: &Product, posting: &Posting<'_>, origin: &Origin) -> Result<Posted> {
        let strategies = self.strategies;
        let strategy = strategies.get(&product.costing)?;
        let warehouse = origin.warehouse_id.ok_or_else(|| Error::corrupt("a movement of goods has no warehouse"))?;
        let posting = &Posting { quantity: self.moved_quantity(product, posting, warehouse)?, ..*posting };
        let Posting { product_id, quantity, moved, .. } = *posting;
        self.check_day(product_id, product, origin.day)?;
        self.check_lot(product, posting, warehouse)?;
        self.check_holder(product, posting, origin)?;
        if moved.is_out() {
            self.check_available(product, posting, warehouse)?;
        }
        let refreshed = self.refresh(product_id, strategy, origin, posting.line)?;
        let context = self.context(product_id, origin.day)?;
        let lot = posting.lot.filter(|_| strategy.needs() == Needs::Lot);
        let costed = match lot {
            Some(lot) => {
                let mut book = self.lot_book(product_id, lot)?;
                let costed = moved.apply(&mut book, strategy, quantity, posting.sales, &context)?;
                self.keep_lot_book(product_id, lot, book);
                costed
            }
            None => {
                let costs = self.costs.get_mut(&product_id).ok_or_else(|| Error::corrupt("a product of a posting has no book"))?;
                if matches!(moved, Moved::Withdrawn(..)) && costs.book.state.quantity < quantity {
                    return Err(insufficient(product_id, product, costs.book.state.quantity, quantity));
                }
                moved.apply(&mut costs.book, strategy, quantity, posting.sales, &context)?
            }
        };
        let signed = if moved.is_out() { quantity.negated() } else { quantity };
        self.move_balance(product_id, warehouse, signed)?;
        if let Some(lot) = posting.lot {
            self.move_lot(product_id, lot, warehouse, signed)?;
        }
        let amount = moved.amount(&costed);
        let corrected = self.correct(product_id, &costed.covered, origin)?;
        let covered = costed.covered.iter().try_fold(Quantity::ZERO, |sum, c| sum.plus(c.quantity))?;
        let variance = amount.minus(costed.moved)?.minus(corrected)?;
        let movement = Row {
            lot: posting.lot,
            basis: moved.basis(),
            line: posting.line,
            for_sequence: moved.for_sequence().or(posting.for_sequence),
            quantity: signed,
            covered,
            unit_cost: posting.unit_cost,
            price_quantity: posting.price_quantity,
            amount,
            value: costed.moved,
        };
        self.record(product_id, &movement, origin)?;
        let kind = if matches!(moved, Moved::IssuedAt(_)) { VarianceKind::Override } else { variance_kind(origin.kind) };
        self.vary(product_id, kind, variance, origin, posting.line);
        let cost = if matches!(moved, Moved::IssuedAt(_)) { amount.absolute() } else { costed.cost };
        Ok(Posted { cost, amount, value: costed.moved.plus(refreshed)? })
    }

    /// The quantity by which stock moves: as given, or if it was entered in a unit that does not convert exactly, so that the rest is rounded.
    fn moved_quantity(&self, product: &Product, posting: &Posting<'_>, warehouse: WarehouseId) -> Result<Quantity> {
        let Posting { product_id, quantity, lot, entered, moved, .. } = *posting;
        let unit = entered.and_then(|(entered, unit)| Some((entered, *self.units.get(&(product_id, unit.to_owned()))?)));
        let Some((entered, unit)) = unit.filter(|(entered, _)| entered.is_positive()) else { return Ok(quantity) };
        let on_hand = match lot {
            Some(lot) => self.lot_balances.get(&(product_id, lot.to_owned(), warehouse)).map(|b| b.now.quantity),
            None => self.balances.get(&(product_id, warehouse)).map(|b| b.now.quantity),
        };
        let decimals = UnitTable::of(product, BTreeMap::new()).decimals();
        let moved = Fraction::of(entered, unit)?.moves(on_hand.unwrap_or_default(), moved.is_out(), decimals)?;
        // A unit changed since the line was entered no longer applies to it.
        Ok(moved.filter(|moved| moved.minus(quantity).is_ok_and(|rest| is_a_rest(rest, decimals))).unwrap_or(quantity))
    }

    /// Adds units of products.
    ///
    /// # Errors
    /// `field.invalid` if a stored ratio is invalid.
    pub(crate) fn count_in<'u>(&mut self, units: impl IntoIterator<Item = &'u ProductUnit>) -> Result<()> {
        for unit in units {
            self.units.insert((unit.product_id, unit.unit.clone()), unit.ratio()?);
        }
        Ok(())
    }

    /// The units of a product of the posting.
    ///
    /// # Errors
    /// `reference.missing`.
    pub(crate) fn units_of(&self, id: ProductId) -> Result<UnitTable> {
        let own = self.units.iter().filter(|((product, _), _)| *product == id).map(|((_, unit), ratio)| (unit.clone(), *ratio));
        Ok(UnitTable::of(self.product(id)?, own.collect()))
    }

    /// Moves goods from one warehouse to another. No value moves: the pool is that of the company.
    ///
    /// # Errors
    /// As [`StockLedger::post`].
    pub(crate) fn transfer(&mut self, posting: &Posting<'_>, origin: &Origin, to: WarehouseId) -> Result<Posted> {
        let Posting { product_id, quantity, lot, line, .. } = *posting;
        let product = self.product(product_id)?.clone();
        let from = origin.warehouse_id.ok_or_else(|| Error::corrupt("a movement of goods has no warehouse"))?;
        self.check_day(product_id, &product, origin.day)?;
        self.check_lot(&product, posting, from)?;
        self.check_available(&product, posting, from)?;
        let nothing = Money::zero(self.rounding.currency);
        for (warehouse, quantity) in [(from, quantity.negated()), (to, quantity)] {
            self.move_balance(product_id, warehouse, quantity)?;
            if let Some(lot) = lot {
                self.move_lot(product_id, lot, warehouse, quantity)?;
            }
            let row = Row { basis: CostBasis::Moved, lot, line, quantity, ..Row::still(nothing, line) };
            self.record(product_id, &row, &Origin { warehouse_id: Some(warehouse), ..*origin })?;
        }
        Ok(Posted { cost: nothing, amount: nothing, value: nothing })
    }

    /// Records a movement and updates the pool.
    fn record(&mut self, product_id: ProductId, row: &Row<'_>, origin: &Origin) -> Result<()> {
        let costs = self.costs.get_mut(&product_id).ok_or_else(|| Error::corrupt("a product of a posting has no pool"))?;
        let (pool, rounding) = (&mut costs.pool.now, self.rounding);
        let value = shown(pool.value)?.plus(row.value)?;
        pool.quantity = pool.quantity.plus(row.quantity)?;
        pool.value = Masked::Shown(value);
        let by_lot = self.products.get(&product_id).and_then(|p| self.strategies.get(&p.costing).ok()).is_some_and(|s| s.needs() == Needs::Lot);
        if !by_lot {
            pool.reference_cost = costs.book.state.reference_cost;
        } else if pool.quantity.is_positive() {
            pool.reference_cost = Some(unit_cost(value, pool.quantity)?);
        }
        pool.last_day = pool.last_day.max(Some(origin.day));
        pool.movements = pool.movements.saturating_add(1);
        self.movements.push(StockMovement {
            product_id,
            sequence: pool.movements,
            warehouse_id: origin.warehouse_id,
            lot: row.lot.map(str::to_owned),
            kind: origin.kind,
            basis: row.basis,
            day: origin.day,
            stock_document_id: origin.stock_document_id,
            sales_document_id: origin.sales_document_id,
            customer_id: origin.customer_id,
            line: row.line,
            for_sequence: row.for_sequence,
            corrects_id: origin.corrects_id,
            quantity: row.quantity,
            covered: row.covered,
            currency: rounding.currency,
            unit_cost: row.unit_cost,
            price_quantity: row.price_quantity,
            amount: Masked::Shown(row.amount),
            value: Masked::Shown(row.value),
        });
        Ok(())
    }

    fn next_sequence(&self, product_id: ProductId) -> Result<i64> {
        let costs = self.costs.get(&product_id).ok_or_else(|| Error::corrupt("a product of a posting has no pool"))?;
        Ok(costs.pool.now.movements.saturating_add(1))
    }

    fn context(&self, product_id: ProductId, day: Day) -> Result<CostContext> {
        let costs = self.costs.get(&product_id).ok_or_else(|| Error::corrupt("a product of a posting has no pool"))?;
        let day = costs.pool.now.last_day.map_or(day, |last| last.max(day));
        let sequence = costs.pool.now.movements.saturating_add(1);
        Ok(CostContext { rounding: self.rounding, day, sequence, specified_cost: ProductCost::on(&costs.specified, day) })
    }

    fn move_balance(&mut self, product_id: ProductId, warehouse_id: WarehouseId, quantity: Quantity) -> Result<()> {
        let empty = || Slot::new(StockBalance { product_id, warehouse_id, quantity: Quantity::ZERO });
        let balance = &mut self.balances.entry((product_id, warehouse_id)).or_insert_with(empty).now;
        balance.quantity = balance.quantity.plus(quantity)?;
        Ok(())
    }

    fn move_lot(&mut self, product_id: ProductId, lot: &str, warehouse_id: WarehouseId, quantity: Quantity) -> Result<()> {
        let empty = || Slot::new(LotBalance { product_id, lot: lot.to_owned(), warehouse_id, quantity: Quantity::ZERO });
        let balance = &mut self.lot_balances.entry((product_id, lot.to_owned(), warehouse_id)).or_insert_with(empty).now;
        balance.quantity = balance.quantity.plus(quantity)?;
        let slot = self.lot_slot(product_id, lot);
        slot.now.quantity = slot.now.quantity.plus(quantity)?;
        Ok(())
    }

    fn lot_slot(&mut self, product_id: ProductId, lot: &str) -> &mut Slot<StockLot> {
        let currency = self.rounding.currency;
        self.lots.entry((product_id, lot.to_owned())).or_insert_with(|| {
            Slot::new(StockLot {
                product_id,
                lot: lot.to_owned(),
                expires_on: None,
                quantity: Quantity::ZERO,
                currency,
                value: Masked::Shown(Money::zero(currency)),
                reference_cost: None,
            })
        })
    }

    /// Sets the expiry day of a lot.
    ///
    /// # Errors
    /// `field.invalid` if the lot already has another one.
    pub(crate) fn expire(&mut self, product_id: ProductId, lot: &str, day: Day) -> Result<()> {
        let slot = self.lot_slot(product_id, lot);
        match slot.now.expires_on {
            Some(known) if known != day => Err(Error::field("expires_on", "differs from the expiry date of the lot").with("lot", lot)),
            _ => {
                slot.now.expires_on = Some(day);
                Ok(())
            }
        }
    }

    fn lot_book(&mut self, product_id: ProductId, lot: &str) -> Result<CostBook> {
        let lot = &self.lot_slot(product_id, lot).now;
        Ok(CostBook::new(CostState { quantity: lot.quantity, value: shown(lot.value)?, reference_cost: lot.reference_cost, layers: Vec::new() }))
    }

    /// Stores value and reference cost; the quantity moves with the balance.
    fn keep_lot_book(&mut self, product_id: ProductId, lot: &str, book: CostBook) {
        let lot = &mut self.lot_slot(product_id, lot).now;
        (lot.value, lot.reference_cost) = (Masked::Shown(book.state.value), book.state.reference_cost);
    }

    /// Adds all rows to write to the changes.
    pub fn into_changes(mut self, changes: &mut ChangeSet) {
        self.take_changes(usize::MAX, changes);
    }

    /// Drops what only posting needs; the rows are still to be written.
    pub(crate) fn close(&mut self) {
        self.products = BTreeMap::new();
        self.units = BTreeMap::new();
        self.later = Later::default();
    }

    /// Adds about so many of the rows to write to the changes. Returns whether any are left.
    pub(crate) fn take_changes(&mut self, rows: usize, changes: &mut ChangeSet) -> bool {
        let mut room = rows;
        let moved: BTreeSet<ProductId> = self.movements.iter().map(|m| m.product_id).collect();
        self.costs.retain(|id, _| moved.contains(id));
        for (id, costs) in first_of(&mut self.costs, &mut room) {
            write_layers(id, self.rounding.currency, &costs.book, &costs.layers, changes);
            write(costs.pool, changes);
        }
        first_of(&mut self.balances, &mut room).for_each(|(_, slot)| write(slot, changes));
        first_of(&mut self.lots, &mut room).for_each(|(_, slot)| write(slot, changes));
        first_of(&mut self.lot_balances, &mut room).for_each(|(_, slot)| write(slot, changes));
        // The movements determine which pools are written, so they come after them.
        for movement in self.movements.drain(..room.min(self.movements.len())) {
            changes.insert(&Stored::new(changes.new_id::<MovementId>(), movement));
            room = room.saturating_sub(1);
        }
        if !self.movements.is_empty() {
            return true;
        }
        for variance in self.variances.drain(..) {
            changes.insert(&Stored::new(changes.new_id(), variance));
        }
        for correction in self.corrections.drain(..) {
            changes.insert(&Stored::new(changes.new_id(), correction));
        }
        false
    }
}

/// Removes the first entries of a map, as many as there is room for.
fn first_of<K: Ord, V>(from: &mut BTreeMap<K, V>, room: &mut usize) -> impl Iterator<Item = (K, V)> {
    std::iter::from_fn(move || {
        let left = room.checked_sub(1)?;
        let first = from.pop_first()?;
        *room = left;
        Some(first)
    })
}

/// Whether a difference can be explained by rounding.
fn is_a_rest(difference: Quantity, decimals: u32) -> bool {
    difference.decimal().abs() <= Decimal::new(2, decimals)
}

/// The figures of a movement, apart from its product and origin.
#[derive(Clone, Copy)]
struct Row<'r> {
    lot: Option<&'r str>,
    basis: CostBasis,
    line: i64,
    for_sequence: Option<i64>,
    quantity: Quantity,
    covered: Quantity,
    unit_cost: Option<UnitPrice>,
    price_quantity: Option<Quantity>,
    amount: Money,
    value: Money,
}

impl Row<'_> {
    /// A change of value without goods.
    fn still(value: Money, line: i64) -> Self {
        Self {
            lot: None,
            basis: CostBasis::Revalued,
            line,
            for_sequence: None,
            quantity: Quantity::ZERO,
            covered: Quantity::ZERO,
            unit_cost: None,
            price_quantity: None,
            amount: value,
            value,
        }
    }
}

fn write<E: Entity<Id = NaturalKey>>(slot: Slot<E>, changes: &mut ChangeSet) {
    match slot.before {
        Some(before) => changes.update(&before, slot.now),
        None => changes.insert(&Stored::new(NaturalKey, slot.now)),
    }
}

fn shown(value: Masked<Money>) -> Result<Money> {
    value.shown().ok_or_else(|| Error::corrupt("a posting was read without the stock values"))
}
