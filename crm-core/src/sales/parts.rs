//! Documents fulfilled in parts: the quantity left of a line, and each part's share of document-level allowances and charges.
//!
//! Invariant: the shares of all parts add up to the whole.

use crate::{
    access::Right,
    documents::{AllowanceCharge, AllowanceChargeSize, AppliedAllowanceCharge},
    error::{Error, Result},
    num::{Decimal, Money, Quantity, overflow, rounding},
    policy::TaxPolicy,
    stock::line_error,
};

/// The error for a line's quantity that exceeds what is left of it.
pub(super) fn exceeds(code: crate::Code, number: i64, wanted: Quantity, left: Quantity) -> Error {
    Error::new(code, format!("less than {wanted} of the line is left"))
        .with("line", number)
        .guarded(Right::SalesRead, "available", left)
        .with("requested", wanted)
}

/// Checks a quantity taken from an earlier line: positive, or negative if the line is.
///
/// # Errors
/// `field.invalid`.
pub(super) fn check_part(number: i64, quantity: Quantity, of: Quantity) -> Result<()> {
    match (of.is_negative(), quantity.is_positive(), quantity.is_negative()) {
        (false, true, _) | (true, _, true) => Ok(()),
        (false, ..) => Err(line_error(number, "quantity", "is not positive")),
        (true, ..) => Err(line_error(number, "quantity", "is not negative, but the line is")),
    }
}

/// Whether a quantity taken from an earlier line exceeds what is left of it.
pub(super) fn is_beyond(quantity: Quantity, left: Quantity) -> bool {
    if quantity.is_negative() { quantity < left } else { quantity > left }
}

/// How much of a document has been fulfilled, including what is fulfilled now.
pub(super) struct Progress {
    whole: Decimal,
    after: Decimal,
    /// Whether nothing is left.
    pub(super) is_all: bool,
}

/// A line of a document that is fulfilled in parts.
pub(super) struct InParts {
    pub(super) net: Money,
    pub(super) quantity: Quantity,
    /// Quantities fulfilled before and now.
    pub(super) before: Quantity,
    pub(super) now: Quantity,
}

/// Whether a deduction is fulfilled now while some of the lines it is deducted from are not yet.
pub(super) fn takes_off_early(lines: &[InParts]) -> Result<bool> {
    let mut is_left = false;
    for line in lines.iter().filter(|line| !line.net.is_negative()) {
        is_left = is_left || line.quantity.minus(line.before)?.minus(line.now)?.is_positive();
    }
    Ok(is_left && lines.iter().any(|line| line.net.is_negative() && !line.now.is_zero()))
}

impl Progress {
    /// The progress of a document with these lines. A line fulfilled in excess counts as fulfilled once.
    pub(super) fn of(lines: &[InParts]) -> Result<Self> {
        let mut progress = Self { whole: Decimal::ZERO, after: Decimal::ZERO, is_all: true };
        let weights = rounding::weights(&lines.iter().map(|line| (line.net.amount(), line.quantity.decimal())).collect::<Vec<_>>());
        for (line, weight) in lines.iter().zip(weights) {
            let after = line.before.plus(line.now)?;
            let part = after.decimal().checked_div(line.quantity.decimal()).ok_or_else(overflow)?.clamp(Decimal::ZERO, Decimal::ONE);
            progress.whole = progress.whole.checked_add(weight).ok_or_else(overflow)?;
            progress.after = weight.checked_mul(part).and_then(|more| progress.after.checked_add(more)).ok_or_else(overflow)?;
            progress.is_all = progress.is_all && after == line.quantity;
        }
        Ok(progress)
    }

    /// The share of allowances and charges for what is fulfilled now: percentages unchanged; amounts in proportion, less what earlier parts had of
    /// each, so that all parts add up to the whole, and none exceeds it or has the opposite sign.
    pub(super) fn share(&self, applied: &[AppliedAllowanceCharge], before: &[Money], policy: &TaxPolicy) -> Result<Vec<AllowanceCharge>> {
        let share = |(index, applied): (usize, &AppliedAllowanceCharge)| {
            let size = match applied.size {
                AllowanceChargeSize::Amount(whole) => {
                    let before = before.get(index).copied().unwrap_or(Money::zero(whole.currency()));
                    AllowanceChargeSize::Amount(self.part(whole, before, policy)?)
                }
                percent @ AllowanceChargeSize::Percent(_) => percent,
            };
            Ok(AllowanceCharge { reason: applied.reason.clone(), size, tax_code: Some(applied.tax.code.clone()), is_split: false })
        };
        applied.iter().enumerate().map(share).collect()
    }

    fn part(&self, whole: Money, before: Money, policy: &TaxPolicy) -> Result<Money> {
        // Rounding the running total keeps the totals in order, so that their differences never change sign.
        let after = match self.after.checked_div(self.whole) {
            _ if self.after == self.whole => whole,
            Some(part) => {
                let exact = whole.amount().checked_mul(part).ok_or_else(overflow)?;
                Money::rounded(exact, policy.currency, policy.step, policy.rounding)?
            }
            None => whole,
        };
        let (part, zero) = (after.minus(before)?, Money::zero(whole.currency()));
        let is_other_way = if whole.is_negative() { part.amount() > Decimal::ZERO } else { part.is_negative() };
        Ok(if is_other_way { zero } else { part })
    }
}

/// The amount of each allowance and charge that other documents already carry. Each document comes with the fraction of it that stands.
pub(super) fn carried<'a>(
    documents: impl Iterator<Item = (&'a [AppliedAllowanceCharge], Decimal)>,
    of: usize,
    policy: &TaxPolicy,
) -> Result<Vec<Money>> {
    let mut carried = vec![Money::zero(policy.currency); of];
    for (allowance_charges, part) in documents {
        for (sum, applied) in carried.iter_mut().zip(allowance_charges) {
            let AllowanceChargeSize::Amount(amount) = applied.size else { continue };
            let kept = amount.amount().checked_mul(part).ok_or_else(overflow)?;
            *sum = sum.plus(Money::rounded(kept, policy.currency, policy.step, policy.rounding)?)?;
        }
    }
    Ok(carried)
}
