//! A stock document being corrected: its movements, its earlier corrections, and what may still be corrected.

use super::{CostBasis, Goods, MovementKind, StockDocument, StockMovement, line::PriceFor};
use crate::{
    act::ActContext,
    costing::{LateCost, ValueRounding},
    entity::{Stored, Value},
    error::{Code, Error, Result},
    ids::{StockDocumentId, TypedId},
    num::{Decimal, Money, Quantity},
    query::Select,
    storage::{LockKeys, Reads},
};

/// A stock document being corrected: its movements and earlier corrections.
pub(super) struct Corrected {
    pub(super) document: Stored<StockDocument>,
    pub(super) movements: Vec<StockMovement>,
    pub(super) corrections: Vec<StockMovement>,
    /// The documents that correct it, and the documents that correct those.
    pub(super) followers: Vec<Stored<StockDocument>>,
}

impl Corrected {
    /// Locks the document, so that its corrections are posted one after the other, and reads it.
    pub(super) async fn read(context: &mut ActContext<'_>, id: StockDocumentId, field: &'static str) -> Result<Self> {
        let permit = context.company_permit();
        let mut reads = Reads::new();
        let document = reads.select(Select::<StockDocument>::new(&permit).keys([Value::Id(id.uuid())])?);
        let own = StockMovement::stock_document_id().eq(Some(id));
        let movements = reads.select(Select::<StockMovement>::new(&permit).filter(&own)?.sort(&["line", "sequence"])?.everything());
        let corrections = StockMovement::corrects_id().eq(Some(id));
        let corrections = reads.select(Select::<StockMovement>::new(&permit).filter(&corrections)?.sort(&["sequence"])?.everything());
        let followers = reads.select(Select::<StockDocument>::new(&permit).filter(&StockDocument::corrects_id().eq(Some(id)))?.everything());
        let mut answers = context.read(&LockKeys::none().and::<StockDocument, _>([id]), reads).await?;
        let missing = || Error::new(Code::ReferenceMissing, "there is no such stock document").with("field", field).with("id", id);
        Ok(Self {
            document: answers.first(&document)?.ok_or_else(missing)?,
            movements: answers.all(&movements)?.into_iter().map(|m| m.data).collect(),
            corrections: answers.all(&corrections)?.into_iter().map(|m| m.data).collect(),
            followers: answers.all(&followers)?,
        })
    }

    pub(super) fn goods(&self) -> Goods {
        self.movements.iter().map(|m| (m.product_id, m.lot.as_deref())).collect()
    }

    /// The movement of a line.
    pub(super) fn line(&self, line: i64) -> Result<&StockMovement> {
        let found = self.movements.iter().find(|m| m.line == line && m.basis == CostBasis::Given);
        found.ok_or_else(|| Error::new(Code::ReferenceMissing, "the receipt has no such line").with("field", "line").with("line", line))
    }

    /// Reads a receipt that has not been reversed.
    ///
    /// # Errors
    /// `stock.not_correctable`.
    pub(super) async fn receipt(context: &mut ActContext<'_>, id: StockDocumentId) -> Result<Self> {
        let read = Self::read(context, id, "receipt_id").await?;
        read.check_receipt().map(|()| read)
    }

    /// Checks that it is a receipt or opening, and has not been reversed.
    pub(super) fn check_receipt(&self) -> Result<()> {
        match self.document.kind {
            MovementKind::Receipt | MovementKind::Opening if !self.is_undone() => Ok(()),
            _ => Err(not_correctable("is not a receipt, or was reversed")),
        }
    }

    pub(super) fn is_undone(&self) -> bool {
        self.followers.iter().any(|f| f.kind == MovementKind::Reversal)
    }

    /// The current price of a line: that of its last correction, or its own.
    pub(super) fn price(&self, of: &StockMovement) -> Option<PriceFor> {
        let said = |m: &StockMovement| m.unit_cost.map(|price| PriceFor { quantity: m.price_quantity.unwrap_or_else(|| 1.into()), price });
        self.standing(of, MovementKind::PriceCorrection).filter_map(said).next_back().or_else(|| said(of))
    }

    /// The quantity moved by corrections of a kind for a line.
    pub(super) fn moved(&self, of: &StockMovement, kind: MovementKind) -> Result<Quantity> {
        self.standing(of, kind).map(|c| c.quantity).try_fold(Quantity::ZERO, Quantity::plus)
    }

    /// The corrections of a line that have not been reversed themselves.
    fn standing<'c>(&'c self, of: &'c StockMovement, kind: MovementKind) -> impl DoubleEndedIterator<Item = &'c StockMovement> {
        let of_product = move |c: &&StockMovement| c.product_id == of.product_id;
        let is_undone = move |sequence: i64| {
            self.corrections.iter().filter(of_product).any(|c| c.kind == MovementKind::Reversal && c.for_sequence == Some(sequence))
        };
        let of_line = move |c: &&StockMovement| c.kind == kind && c.for_sequence == Some(of.sequence) && !is_undone(c.sequence);
        self.corrections.iter().filter(of_product).filter(of_line)
    }
}

/// The effect of a changed price of a receipt line.
pub(super) struct Repriced {
    /// For the receipt, and each correction that increased its quantity: the additional cost, negative if less.
    pub(super) parts: Vec<LateCost>,
    /// For each supplier return at the receipt's price: its sequence, and the additional amount charged for it, negative if less.
    pub(super) sent_back: Vec<(i64, Money)>,
}

impl Corrected {
    /// A receipt line as the target of a late cost: its quantity less reductions by quantity corrections.
    pub(super) fn late(&self, of: &StockMovement, amount: Money) -> Result<LateCost> {
        let mut less = self.standing(of, MovementKind::QuantityCorrection).map(|c| c.quantity).filter(|q| q.is_negative());
        let left = less.try_fold(of.quantity, Quantity::plus)?;
        let (quantity, left) = if left.is_positive() { (left, left) } else { (of.quantity, Quantity::ZERO) };
        Ok(LateCost { sequence: of.sequence, quantity, entered: entered(of, left)?, amount })
    }

    /// The effect of another price on a line. Each quantity was rounded separately when it was posted, and is again.
    pub(super) fn reprice(&self, of: &StockMovement, (from, to): (PriceFor, PriceFor), rounding: &ValueRounding) -> Result<Repriced> {
        let more = |quantity: Quantity| {
            let amount = |price: PriceFor| match quantity.is_negative() {
                true => Ok(price.times(quantity.negated(), rounding)?.negated()),
                false => price.times(quantity, rounding),
            };
            amount(to)?.minus(amount(from)?)
        };
        let corrected = || self.standing(of, MovementKind::QuantityCorrection);
        let came: Vec<&StockMovement> = [of].into_iter().chain(corrected().filter(|c| c.quantity.is_positive())).collect();
        let mut less = corrected().filter(|c| c.quantity.is_negative()).try_fold(Quantity::ZERO, |sum, c| sum.minus(c.quantity))?;
        let amount = [of].into_iter().chain(corrected()).try_fold(Money::zero(rounding.currency), |sum, m| sum.plus(more(m.quantity)?))?;
        let mut left = Vec::with_capacity(came.len());
        for movement in &came {
            let gone = less.min(movement.quantity);
            less = less.minus(gone)?;
            left.push(movement.quantity.minus(gone)?);
        }
        let mut weights: Vec<Decimal> = left.iter().map(|quantity| quantity.decimal()).collect();
        if let Some(own) = weights.first_mut().filter(|_| left.iter().all(|quantity| quantity.is_zero())) {
            *own = Decimal::ONE;
        }
        let shares = crate::costing::spread(amount, &weights, rounding)?;
        let part = |((movement, left), amount): ((&&StockMovement, &Quantity), Money)| {
            let quantity = if left.is_positive() { *left } else { movement.quantity };
            Ok(LateCost { sequence: movement.sequence, quantity, entered: entered(movement, *left)?, amount })
        };
        // The receipt's own part is always kept, because it holds the price.
        let is_part = |((movement, left), _): &((&&StockMovement, &Quantity), Money)| left.is_positive() || movement.sequence == of.sequence;
        let parts = came.iter().zip(&left).zip(shares).filter(is_part).map(part).collect::<Result<Vec<_>>>()?;
        let sent = self.standing(of, MovementKind::SupplierReturn).filter(|m| m.unit_cost.is_none());
        let sent_back = sent.map(|m| Ok((m.sequence, more(m.quantity)?))).collect::<Result<_>>()?;
        Ok(Repriced { parts, sent_back })
    }
}

/// The part of what is left of a receipt line that entered stock; the rest covered goods that had left before.
fn entered(of: &StockMovement, left: Quantity) -> Result<Quantity> {
    left.minus(of.covered).map(|entered| entered.max(Quantity::ZERO))
}

pub(super) fn not_correctable(reason: &str) -> Error {
    Error::new(Code::NotCorrectable, format!("the document {reason}")).with("reason", reason)
}

impl Corrected {
    /// Checks that it can be reversed; `undone` are its corrections that have been reversed themselves.
    pub(super) fn check_undo(&self, undone: &[StockDocumentId]) -> Result<()> {
        use MovementKind::{Delivery, MethodChange, Recost, Return, Reversal};
        if self.is_undone() {
            return Err(not_correctable("was already reversed"));
        }
        if matches!(self.document.kind, Reversal | MethodChange | Recost | Delivery | Return) {
            return Err(not_correctable("is of a kind that cannot be reversed"));
        }
        if self
            .movements
            .iter()
            .all(|m| m.basis == CostBasis::Derived || (m.basis == CostBasis::UnitCost && m.value.shown().is_none_or(Money::is_zero)))
        {
            return Err(not_correctable("only set a cost; set the cost again instead"));
        }
        if self.movements.iter().any(|m| m.covered.is_positive()) {
            return Err(not_correctable("covered goods that had already been sold"));
        }
        if self.followers.iter().any(|f| !undone.contains(&f.id)) {
            return Err(not_correctable("has corrections, which must be reversed first"));
        }
        Ok(())
    }
}

impl Corrected {
    /// Checks that no later correction depends on this one: a price correction and the quantities moved at its price are reversed last to first.
    pub(super) fn check_last(&self, beside: &[Stored<StockMovement>]) -> Result<()> {
        use MovementKind::{PriceCorrection, QuantityCorrection, Reversal, SupplierReturn};
        let stands =
            |c: &StockMovement| !beside.iter().any(|r| r.kind == Reversal && r.product_id == c.product_id && r.for_sequence == Some(c.sequence));
        let at_price =
            |c: &StockMovement| matches!(c.kind, PriceCorrection | QuantityCorrection) || (c.kind == SupplierReturn && c.unit_cost.is_none());
        let rests = |own: &StockMovement, later: &StockMovement| {
            let is_of_line = later.product_id == own.product_id && later.for_sequence == own.for_sequence && later.sequence > own.sequence;
            is_of_line && at_price(own) && at_price(later) && (own.kind == PriceCorrection || later.kind == PriceCorrection) && stands(later)
        };
        if self.movements.iter().any(|own| own.for_sequence.is_some() && beside.iter().any(|later| rests(own, later))) {
            return Err(not_correctable("is followed by others that depend on it, which must be reversed first"));
        }
        Ok(())
    }
}
