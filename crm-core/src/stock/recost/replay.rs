//! Replaying the movements of a product in the order of their days, and comparing the result with what was posted.

use super::{
    RecostLine, RecostPreview,
    past::{Past, shown},
};
use crate::{
    costing::{CostBook, CostContext, CostState, Costed, CostingStrategy, Issue, LateCost, Layer, Needs, SalesSource, ValueRounding},
    documents::{CostSource, SalesLine},
    entity::Stored,
    error::{Error, Result},
    ids::{SalesDocumentId, SalesLineId},
    num::{Money, Quantity},
    products::ProductCost,
    stock::{CostBasis, MovementKind, StockMovement, corrected::not_correctable},
    time::Day,
};
use std::collections::BTreeMap;

/// What is still out of a delivered line.
#[derive(Clone, Copy)]
struct Out {
    quantity: Quantity,
    cost: Money,
}

impl Out {
    fn nothing(like: Money) -> Self {
        Self { quantity: Quantity::ZERO, cost: Money::zero(like.currency()) }
    }

    fn plus(self, other: Self) -> Result<Self> {
        Ok(Self { quantity: self.quantity.plus(other.quantity)?, cost: self.cost.plus(other.cost)? })
    }
}

/// The result of a replayed movement.
#[derive(Clone, Copy)]
struct Done {
    quantity: Quantity,
    covered: Quantity,
    cost: Money,
    for_sequence: Option<i64>,
    /// Whether it reduced the quantity of a receipt.
    is_less: bool,
}

/// The replay of a product's movements.
pub(super) struct Replay<'p> {
    past: &'p Past,
    by: &'p dyn CostingStrategy,
    rounding: ValueRounding,
    /// Its cost book; one for each lot if it is costed by lot.
    books: BTreeMap<Option<String>, CostBook>,
    lines: BTreeMap<(SalesDocumentId, i64), &'p Stored<SalesLine>>,
    /// The cost of each line that moved, signed as on the line.
    effective: BTreeMap<SalesLineId, Money>,
    /// What is still out of each line, lot by lot.
    out: BTreeMap<(SalesLineId, Option<String>), Out>,
    done: BTreeMap<i64, Done>,
}

/// The differences from what was posted.
pub(super) struct Difference {
    pub(super) preview: RecostPreview,
    pub(super) books: BTreeMap<Option<String>, CostBook>,
}

impl<'p> Replay<'p> {
    pub(super) fn run(past: &'p Past, by: &'p dyn CostingStrategy, rounding: ValueRounding) -> Result<Self> {
        let lines = past.lines.iter().map(|l| ((l.document_id, l.line), l)).collect();
        let (books, effective, out, done) = (BTreeMap::new(), BTreeMap::new(), BTreeMap::new(), BTreeMap::new());
        let mut replay = Self { past, by, rounding, books, lines, effective, out, done };
        let (movements, change) = past.in_order();
        for line in past.lines.iter().filter(|l| l.cost_source == CostSource::Direct) {
            replay.goes_out((line.id, line.lot.clone()), Out { quantity: line.quantity, cost: shown(line.cost)? })?;
        }
        if let Some(change) = change {
            replay.begin_at(change)?;
        }
        for (day, movement) in movements {
            replay.step(day, movement).map_err(|e| e.with("sequence", movement.sequence).with("day", day))?;
        }
        Ok(replay)
    }

    /// Starts with what the change of method carried over, and with what was out then.
    fn begin_at(&mut self, change: &StockMovement) -> Result<()> {
        let earlier = || self.past.movements.iter().filter(|m| m.sequence <= change.sequence);
        for (m, line) in earlier().filter_map(|m| Some((m, self.line(m)?))).collect::<Vec<_>>() {
            let corrected = self.past.corrections.get(&line.id).copied().unwrap_or_else(|| Money::zero(self.rounding.currency));
            let cost = corrected.minus(shown(m.amount)?)?;
            self.goes_out((line.returned_line_id.unwrap_or(line.id), m.lot.clone()), Out { quantity: m.quantity.negated(), cost })?;
        }
        let quantity = earlier().map(|m| m.quantity).try_fold(Quantity::ZERO, Quantity::plus)?;
        let value = earlier().try_fold(Money::zero(self.rounding.currency), |sum, m| sum.plus(shown(m.value)?))?;
        if quantity.is_negative() || self.by.needs() == Needs::Lot {
            return Err(not_correctable("changed the costing method while goods were oversold, or to costing by lot, and cannot be recalculated"));
        }
        let mut state = CostState::empty(self.rounding.currency).with(quantity, value)?;
        if self.by.needs() == Needs::Layers && quantity.is_positive() {
            state.layers = vec![Layer { sequence: change.sequence, quantity, value }];
        }
        self.books.insert(None, CostBook::new(state));
        Ok(())
    }

    fn step(&mut self, day: Day, m: &'p StockMovement) -> Result<()> {
        let specified_cost = ProductCost::on(&self.past.specified, day);
        let context = CostContext { rounding: self.rounding, day, sequence: m.sequence, specified_cost };
        let key = m.lot.clone().filter(|_| self.by.needs() == Needs::Lot);
        let currency = self.rounding.currency;
        let mut book = self.books.remove(&key).unwrap_or_else(|| CostBook::new(CostState::empty(currency)));
        if book.state.quantity.is_positive() {
            book.refresh(self.by, &context)?;
        }
        let costed = self.apply(&mut book, m, &context);
        self.books.insert(key, book);
        let costed = costed?;
        let covered = costed.covered.iter().map(|c| c.quantity).try_fold(Quantity::ZERO, Quantity::plus)?;
        let is_less = m.kind == MovementKind::QuantityCorrection && m.quantity.is_negative();
        self.resize(m, is_less)?;
        self.done.insert(m.sequence, Done { quantity: m.quantity, covered, cost: costed.cost, for_sequence: m.for_sequence, is_less });
        for covered in &costed.covered {
            let Some(sales) = covered.of.sales else { continue };
            let amount = covered.cost.minus(covered.provisional)?;
            if let Some(cost) = self.effective.get_mut(&sales.line_id) {
                *cost = cost.plus(amount)?;
            }
            if let Some(out) = self.out.get_mut(&(sales.line_id, m.lot.clone())) {
                out.cost = out.cost.plus(amount)?;
            }
        }
        Ok(())
    }

    fn apply(&mut self, book: &mut CostBook, m: &'p StockMovement, context: &CostContext) -> Result<Costed> {
        let (by, amount) = (self.by, shown(m.amount)?);
        let quantity = if m.quantity.is_negative() { m.quantity.negated() } else { m.quantity };
        let target = m.for_sequence.and_then(|s| self.done.get(&s)).copied();
        match m.basis {
            CostBasis::Given => book.receive(by, quantity, amount, context),
            CostBasis::Found => book.find(by, quantity, context).and_then(|costed| self.found(m, costed)),
            CostBasis::Back => self.bring_back(book, m, quantity, context),
            CostBasis::Issued | CostBasis::Overridden | CostBasis::SentBack => self.issue(book, m, quantity, context),
            CostBasis::Withdrawn => {
                if book.state.quantity < quantity {
                    return Err(not_correctable("was reversed when, in order of days, its goods had already left"));
                }
                book.withdraw(by, quantity, amount.negated(), m.for_sequence.unwrap_or_default(), context)
            }
            CostBasis::Restored => {
                let value = target.map_or(shown(m.value), |t| Ok(t.cost))?;
                book.bring_back(by, quantity, value, |o| Some(o.sequence) == m.for_sequence, context)
            }
            CostBasis::Charged => self.charge(book, m, amount, context),
            CostBasis::Revalued => {
                let next = book.state.value.plus(shown(m.value)?)?;
                if book.state.quantity.is_positive() && !next.is_negative() {
                    book.revalue(by, next, context)?;
                }
                self.nothing()
            }
            CostBasis::UnitCost => {
                let is_open = by.needs() != Needs::SpecifiedCost && book.state.quantity.is_positive();
                match m.unit_cost {
                    Some(cost) if is_open => drop(book.revalue(by, self.rounding.times(cost, book.state.quantity)?, context)?),
                    cost => book.state.reference_cost = cost.or(book.state.reference_cost),
                }
                self.nothing()
            }
            CostBasis::Moved | CostBasis::Method | CostBasis::Derived => self.nothing(),
        }
    }

    /// Resizes a receipt for later costs when its quantity was reduced, or such a reduction was reversed.
    fn resize(&mut self, m: &StockMovement, is_less: bool) -> Result<()> {
        let undone = m.for_sequence.and_then(|s| self.done.get(&s)).filter(|done| m.kind == MovementKind::Reversal && done.is_less);
        let receipt = if is_less { m.for_sequence } else { undone.and_then(|done| done.for_sequence) };
        if let Some(receipt) = receipt.and_then(|s| self.done.get_mut(&s)) {
            receipt.quantity = receipt.quantity.plus(m.quantity)?;
        }
        Ok(())
    }

    fn nothing(&self) -> Result<Costed> {
        let nothing = Money::zero(self.rounding.currency);
        Ok(Costed { moved: nothing, cost: nothing, covered: Vec::new() })
    }

    fn line(&self, m: &StockMovement) -> Option<&'p Stored<SalesLine>> {
        m.sales_document_id.and_then(|id| self.lines.get(&(id, m.line)).copied())
    }

    /// Adds to what is out of a delivered line.
    fn goes_out(&mut self, line: (SalesLineId, Option<String>), more: Out) -> Result<()> {
        let out = self.out.entry(line).or_insert_with(|| Out::nothing(more.cost));
        *out = out.plus(more)?;
        Ok(())
    }

    /// Adds to the cost of a line, which may move several lots.
    fn comes_to(&mut self, line: SalesLineId, cost: Money) -> Result<()> {
        let so_far = self.effective.get(&line).copied().unwrap_or_else(|| Money::zero(cost.currency()));
        self.effective.insert(line, so_far.plus(cost)?);
        Ok(())
    }

    /// Sets the cost of a return without its delivery to the cost found.
    fn found(&mut self, m: &StockMovement, costed: Costed) -> Result<Costed> {
        if let Some(line) = self.line(m) {
            self.effective.insert(line.id, costed.cost.negated());
        }
        Ok(costed)
    }

    fn issue(&mut self, book: &mut CostBook, m: &StockMovement, quantity: Quantity, context: &CostContext) -> Result<Costed> {
        let line = self.line(m);
        let source =
            |l: &Stored<SalesLine>| SalesSource { document_id: l.document_id, line_id: l.id, customer_id: l.customer_id, salesperson_id: None };
        let sales = line.filter(|_| m.basis == CostBasis::Issued).map(source);
        let costed = book.issue(self.by, &Issue { quantity, sales }, context)?;
        if let Some(line) = line {
            // The cost set for a line is that of all its lots; the first one takes it.
            let cost = match (m.basis, self.effective.get(&line.id)) {
                (CostBasis::Overridden, None) => self.past.effective(line, line.id)?,
                (CostBasis::Overridden, Some(known)) => Money::zero(known.currency()),
                _ => costed.cost,
            };
            self.comes_to(line.id, cost)?;
            // The reversal of a return is out on the delivered line.
            let of = line.returned_line_id.unwrap_or(line.id);
            self.goes_out((of, m.lot.clone()), Out { quantity, cost })?;
        }
        Ok(costed)
    }

    /// Brings back goods of a linked return, in proportion to what is still out of its delivery; the last one takes the rest.
    fn bring_back(&mut self, book: &mut CostBook, m: &StockMovement, quantity: Quantity, context: &CostContext) -> Result<Costed> {
        let line = self.line(m).ok_or_else(|| Error::corrupt("a return has no line"))?;
        let delivered = line.returned_line_id.ok_or_else(|| Error::corrupt("a return has no delivery"))?;
        let place = (delivered, m.lot.clone());
        let out = self.out.get(&place).copied().unwrap_or_else(|| Out::nothing(self.past.value));
        let value = self.rounding.share(out.cost, quantity, out.quantity)?;
        self.goes_out(place, Out { quantity: quantity.negated(), cost: value.negated() })?;
        self.comes_to(line.id, value.negated())?;
        book.bring_back(self.by, quantity, value, |o| o.sales.is_some_and(|s| s.line_id == delivered), context)
    }

    /// Charges a late cost to its receipt; the reversal of one charges the opposite.
    fn charge(&self, book: &mut CostBook, m: &StockMovement, amount: Money, context: &CostContext) -> Result<Costed> {
        let target = |sequence: Option<i64>| sequence.and_then(|s| self.done.get(&s).map(|done| (s, *done)));
        let mut receipt = target(m.for_sequence);
        while let Some((_, done)) = receipt
            && done.quantity.is_zero()
        {
            receipt = target(done.for_sequence);
        }
        // A charge on goods that were sent back does not change stock.
        if let Some((sequence, done)) = receipt.filter(|(_, done)| done.quantity.is_positive()) {
            let entered = done.quantity.minus(done.covered)?.max(Quantity::ZERO);
            let late = LateCost { sequence, quantity: done.quantity, entered, amount };
            book.charge(self.by, &late, context)?;
        }
        self.nothing()
    }

    /// Compares the result with what was posted.
    pub(super) fn compare(self, past: &Past, from: Day) -> Result<Difference> {
        let mut lines = Vec::new();
        let value_after = self.books.values().try_fold(Money::zero(self.rounding.currency), |sum, book| sum.plus(book.value()?))?;
        let mut rest = value_after.minus(past.value)?;
        for line in &past.lines {
            let Some(after) = self.effective.get(&line.id).copied() else { continue };
            let before = past.effective(line, line.id)?;
            if before != after && line.day >= from {
                rest = rest.plus(after.minus(before)?)?;
                lines.push(RecostLine { line_id: line.id, document_id: line.document_id, day: line.day, before, after });
            }
        }
        lines.sort_by_key(|l| (l.day, l.document_id, l.line_id));
        let preview = RecostPreview { lines, value_before: past.value, value_after, variance: rest.negated() };
        Ok(Difference { preview, books: self.books })
    }
}
