//! Changes of value: of goods that stay in place, and of what their cost depends on.

use super::{Row, Slot, StockLedger, checks::lot_needed, shown};
use crate::{
    access::Right,
    costing::{CostBook, CostContext, CostState, CostingStrategy, Covered, LateCost, Layer, Needs, unit_cost},
    entity::{Masked, Stored},
    error::{Code, Error, Result},
    ids::ProductId,
    num::{Money, UnitPrice},
    stock::{CostBasis, CostCorrection, CostVariance, MovementKind, Origin, Posted, StockLot, StockMovement, VarianceKind},
};
use std::collections::BTreeMap;

impl<'a> StockLedger<'a> {
    /// Charges a late cost to a receipt: stock takes the share for goods still on hand, and the rest is a variance.
    ///
    /// # Errors
    /// As [`CostingStrategy::charge`]; `stock.backdated`.
    pub(crate) fn charge(&mut self, goods: (ProductId, Option<&str>), late: &LateCost, origin: &Origin, line: i64) -> Result<Posted> {
        let (posted, left) = self.charge_value(goods, late, None, origin, line)?;
        self.vary(goods.0, VarianceKind::LateCost, left, origin, line);
        Ok(posted)
    }

    /// As [`StockLedger::charge`], but returns the rest for the caller to book as a variance.
    pub(crate) fn charge_value(
        &mut self,
        (product_id, lot): (ProductId, Option<&str>),
        late: &LateCost,
        unit_cost: Option<UnitPrice>,
        origin: &Origin,
        line: i64,
    ) -> Result<(Posted, Money)> {
        let (moved, refreshed) = self.change_value((product_id, lot), origin, line, |book, by, context| book.charge(by, late, context))?;
        let row =
            Row { basis: CostBasis::Charged, lot, for_sequence: Some(late.sequence), unit_cost, amount: late.amount, ..Row::still(moved, line) };
        self.record(product_id, &row, origin)?;
        let posted = Posted { cost: late.amount, amount: late.amount, value: moved.plus(refreshed)? };
        Ok((posted, late.amount.minus(moved)?))
    }

    /// Charges or credits goods that left with an earlier movement; stock is unchanged, and the caller books the amount as a variance.
    pub(crate) fn recredit(
        &mut self,
        (product_id, lot): (ProductId, Option<&str>),
        sequence: i64,
        amount: Money,
        origin: &Origin,
        line: i64,
    ) -> Result<Posted> {
        let nothing = Money::zero(self.rounding.currency);
        let row = Row { basis: CostBasis::Charged, lot, for_sequence: Some(sequence), amount, ..Row::still(nothing, line) };
        self.record(product_id, &row, origin)?;
        Ok(Posted { cost: amount, amount, value: nothing })
    }

    /// Changes the value of what is on hand.
    ///
    /// # Errors
    /// `stock.nothing_to_revalue`, and as [`CostingStrategy::revalue`].
    pub(crate) fn revalue(
        &mut self,
        (product_id, lot): (ProductId, Option<&str>),
        value: impl Fn(&CostState) -> Result<Money>,
        (basis, unit_cost, for_sequence): (CostBasis, Option<UnitPrice>, Option<i64>),
        origin: &Origin,
        line: i64,
    ) -> Result<Posted> {
        let (moved, refreshed) = self.change_value((product_id, lot), origin, line, |book, by, context| {
            if !book.state.quantity.is_positive() {
                return Err(Error::new(Code::NoStock, "there is no stock on hand to revalue"));
            }
            let value = value(&book.state)?;
            if value.is_negative() {
                return Err(Error::field("amount", "takes off more than the stock is worth").guarded(
                    Right::CostRead,
                    "available",
                    book.state.value.amount(),
                ));
            }
            book.revalue(by, value, context)
        })?;
        let nothing = Money::zero(self.rounding.currency);
        self.record(product_id, &Row { basis, lot, unit_cost, for_sequence, amount: nothing, ..Row::still(moved, line) }, origin)?;
        self.vary(product_id, VarianceKind::Revaluation, moved.negated(), origin, line);
        Ok(Posted { cost: nothing, amount: nothing, value: moved.plus(refreshed)? })
    }

    /// Reverses a change of value exactly, as far as the value is still there; the rest is a variance.
    ///
    /// # Errors
    /// As [`CostingStrategy::revalue`].
    pub(crate) fn undo_value(&mut self, (product_id, lot): (ProductId, Option<&str>), of: &StockMovement, origin: &Origin) -> Result<Posted> {
        let (value, amount) = (shown(of.value)?.negated(), shown(of.amount)?.negated());
        let (moved, refreshed) = self.change_value((product_id, lot), origin, of.line, |book, by, context| {
            if value.is_zero() || !book.state.quantity.is_positive() {
                return Ok(Money::zero(context.rounding.currency));
            }
            let next = book.state.value.plus(value)?;
            book.revalue(by, if next.is_negative() { Money::zero(next.currency()) } else { next }, context)
        })?;
        let basis = if of.basis == CostBasis::Charged { CostBasis::Charged } else { CostBasis::Revalued };
        let row = Row { basis, lot, for_sequence: Some(of.sequence), amount, ..Row::still(moved, of.line) };
        self.record(product_id, &row, origin)?;
        self.vary(product_id, VarianceKind::Reversal, amount.minus(moved)?, origin, of.line);
        Ok(Posted { cost: amount, amount, value: moved.plus(refreshed)? })
    }

    /// Sets only the reference cost, at which goods without a cost come in next.
    pub(crate) fn refer(&mut self, product_id: ProductId, cost: UnitPrice, origin: &Origin, line: i64) -> Result<()> {
        let costs = self.costs.get_mut(&product_id).ok_or_else(|| Error::corrupt("a product of a posting has no book"))?;
        costs.book.state.reference_cost = Some(cost);
        costs.pool.now.reference_cost = Some(cost);
        let nothing = Money::zero(self.rounding.currency);
        self.record(product_id, &Row { basis: CostBasis::UnitCost, unit_cost: Some(cost), ..Row::still(nothing, line) }, origin)
    }

    /// Carries quantity and value over to another costing method.
    ///
    /// # Errors
    /// `costing.unknown`, `number.out_of_range`.
    pub(crate) fn change_method(&mut self, product_id: ProductId, to: &str, lots: Vec<Stored<StockLot>>, origin: &Origin) -> Result<()> {
        let (from, strategies) = (self.product(product_id)?.costing.clone(), self.strategies);
        let (old, new) = (strategies.get(&from)?.needs(), strategies.get(to)?.needs());
        let (sequence, rounding) = (self.next_sequence(product_id)?, self.rounding);
        let costs = self.costs.get_mut(&product_id).ok_or_else(|| Error::corrupt("a product of a posting has no book"))?;
        let state = &mut costs.book.state;
        state.layers = match new {
            Needs::Layers if state.quantity.is_positive() => vec![Layer { sequence, quantity: state.quantity, value: state.value }],
            _ => Vec::new(),
        };
        let slots = lots.into_iter().map(|lot| ((product_id, lot.lot.clone()), Slot::of(lot)));
        let mut slots: BTreeMap<_, _> = slots.collect();
        if new == Needs::Lot && old != Needs::Lot {
            let weights: Vec<_> = slots.values().map(|s| s.now.quantity.decimal()).collect();
            let parts = crate::costing::spread(state.value, &weights, &rounding)?;
            for (slot, value) in slots.values_mut().zip(parts) {
                slot.now.value = Masked::Shown(value);
                if slot.now.quantity.is_positive() {
                    slot.now.reference_cost = Some(unit_cost(value, slot.now.quantity)?);
                }
            }
        } else if old == Needs::Lot && new != Needs::Lot {
            for slot in slots.values_mut() {
                slot.now.value = Masked::Shown(Money::zero(rounding.currency));
            }
        }
        self.lots.extend(slots);
        self.record(product_id, &Row { basis: CostBasis::Method, ..Row::still(Money::zero(rounding.currency), 1) }, origin)
    }

    /// Replaces the cost book of a product by a recalculated one.
    pub(crate) fn replace_book(&mut self, product_id: ProductId, book: CostBook) -> Result<()> {
        let costs = self.costs.get_mut(&product_id).ok_or_else(|| Error::corrupt("a product of a posting has no book"))?;
        costs.book = book;
        Ok(())
    }

    /// Sets the value of a product to the result of a recalculation, and returns the change.
    pub(crate) fn rebook(&mut self, product_id: ProductId, value: Money, origin: &Origin) -> Result<Money> {
        let (_, before) = self.on_hand(product_id)?;
        let moved = value.minus(before)?;
        let nothing = Money::zero(self.rounding.currency);
        self.record(product_id, &Row { basis: CostBasis::Derived, amount: nothing, ..Row::still(moved, 1) }, origin)?;
        Ok(moved)
    }

    /// Replaces the value of a recalculated lot.
    pub(crate) fn rebook_lot(&mut self, lot: Stored<StockLot>, value: Money, reference_cost: Option<UnitPrice>) {
        let mut slot = Slot::of(lot);
        (slot.now.value, slot.now.reference_cost) = (Masked::Shown(value), reference_cost);
        self.lots.insert((slot.now.product_id, slot.now.lot.clone()), slot);
    }

    /// Adds a correction found by recalculation.
    pub(crate) fn add_correction(&mut self, correction: CostCorrection) {
        self.corrections.push(correction);
    }

    /// Books a variance, unless it is zero.
    pub(crate) fn vary(&mut self, product_id: ProductId, kind: VarianceKind, amount: Money, origin: &Origin, line: i64) {
        if amount.is_zero() {
            return;
        }
        self.variances.push(CostVariance {
            kind,
            product_id,
            day: origin.day,
            stock_document_id: origin.stock_document_id,
            sales_document_id: origin.sales_document_id,
            customer_id: origin.customer_id,
            line,
            currency: amount.currency(),
            amount: Masked::Shown(amount),
        });
    }

    /// Changes only the value of a product, or of a lot if it is costed by lot. Returns the change, and the preceding change by a specified cost that
    /// came into force.
    pub(super) fn change_value(
        &mut self,
        (product_id, lot): (ProductId, Option<&str>),
        origin: &Origin,
        line: i64,
        change: impl Fn(&mut CostBook, &dyn CostingStrategy, &CostContext) -> Result<Money>,
    ) -> Result<(Money, Money)> {
        let product = self.product(product_id)?.clone();
        let strategies = self.strategies;
        let strategy = strategies.get(&product.costing)?;
        self.check_day(product_id, &product, origin.day)?;
        let refreshed = self.refresh(product_id, strategy, origin, line)?;
        let context = self.context(product_id, origin.day)?;
        match (strategy.needs(), lot) {
            (Needs::Lot, Some(lot)) => {
                let mut book = self.lot_book(product_id, lot)?;
                let moved = change(&mut book, strategy, &context)?;
                self.keep_lot_book(product_id, lot, book);
                Ok((moved, refreshed))
            }
            (Needs::Lot, None) => Err(lot_needed(&product)),
            _ => {
                let costs = self.costs.get_mut(&product_id).ok_or_else(|| Error::corrupt("a product of a posting has no book"))?;
                Ok((change(&mut costs.book, strategy, &context)?, refreshed))
            }
        }
    }

    /// Revalues what is on hand if a specified cost came into force since the last movement, before anything else happens.
    pub(crate) fn refresh(&mut self, product_id: ProductId, strategy: &dyn CostingStrategy, origin: &Origin, line: i64) -> Result<Money> {
        let context = self.context(product_id, origin.day)?;
        let costs = self.costs.get_mut(&product_id).ok_or_else(|| Error::corrupt("a product of a posting has no book"))?;
        if strategy.needs() == Needs::Lot || !costs.book.state.quantity.is_positive() {
            return Ok(Money::zero(context.rounding.currency));
        }
        let moved = costs.book.refresh(strategy, &context)?;
        if !moved.is_zero() {
            let nothing = Money::zero(context.rounding.currency);
            let row = Row { basis: CostBasis::Derived, amount: nothing, ..Row::still(moved, line) };
            self.record(product_id, &row, &Origin { kind: MovementKind::Revaluation, warehouse_id: None, ..*origin })?;
            self.vary(product_id, VarianceKind::Revaluation, moved.negated(), origin, line);
        }
        Ok(moved)
    }

    /// Corrects the deliveries of oversold goods that are covered now; what no delivery took becomes part of the variance.
    pub(super) fn correct(&mut self, product_id: ProductId, covered: &[Covered], origin: &Origin) -> Result<Money> {
        let mut sum = Money::zero(self.rounding.currency);
        for (covered, sales) in covered.iter().filter_map(|c| c.of.sales.map(|s| (c, s))) {
            let amount = covered.cost.minus(covered.provisional)?;
            sum = sum.plus(amount)?;
            self.corrections.push(CostCorrection {
                product_id,
                sales_document_id: sales.document_id,
                sales_line_id: sales.line_id,
                delivered_line_id: sales.line_id,
                customer_id: sales.customer_id,
                salesperson_id: sales.salesperson_id,
                day: origin.day,
                stock_document_id: origin.stock_document_id,
                cause_document_id: origin.sales_document_id,
                quantity: covered.quantity,
                currency: amount.currency(),
                provisional: Masked::Shown(covered.provisional),
                amount: Masked::Shown(amount),
            });
        }
        Ok(sum)
    }
}
