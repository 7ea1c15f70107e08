//! A delivered line, and what is left of it to return or credit.

use super::{
    line::LinkedReturn,
    taken::{BackTerms, Foreign},
};
use crate::{
    access::Right,
    documents::{KitPart, PricedLine, SalesLine, price_times, share},
    error::{Code, Error, Result},
    ids::ProductId,
    num::{Decimal, Money, Quantity, UnitPrice, overflow},
    policy::TaxPolicy,
    products::Product,
    sales::parts::{check_part, exceeds, is_beyond},
    stock::line_error,
    tax::tax_in,
};

/// A delivered line, less what was returned and credited.
pub(in crate::sales) struct OutLine {
    pub(in crate::sales) original: SalesLine,
    pub(super) quantity: Quantity,
    /// What is left to credit at the line's own tax.
    pub(super) revenue: Money,
    pub(super) tax: Money,
    pub(super) cost: Money,
    /// The amount that the goods still out were sold for, regardless of price credits; including tax if the line does.
    pub(super) goods: Money,
    /// What is left of the line's share in document-level charges, including tax if the line does.
    pub(super) charges: Money,
    /// The part of the amount of returned goods that was not credited, including tax if the line does.
    pub(super) withheld: Money,
    /// What is left of the line's shares in document-level allowances and charges at a tax that no line has.
    pub(super) foreign: Vec<Foreign>,
    /// The components of a kit, as delivered and as still out.
    pub(super) parts: Vec<(KitPart, KitPart)>,
}

impl OutLine {
    /// Whether it was entered in a unit that does not convert to whole base units.
    pub(in crate::sales) fn has_part_units(&self) -> bool {
        self.original.entered_unit.is_some() && self.original.quantity.decimal().fract() != Decimal::ZERO
    }

    /// The components of a kit.
    pub(in crate::sales) fn components(&self) -> impl Iterator<Item = ProductId> {
        self.parts.iter().map(|(part, _)| part.product_id)
    }

    /// The lots of the components.
    pub(in crate::sales) fn component_lots(&self) -> impl Iterator<Item = String> {
        self.parts.iter().filter_map(|(part, _)| part.lot.clone())
    }

    /// The components of a kit that are still out; none if it is not a kit.
    pub(super) fn still_out(&self) -> Option<Vec<KitPart>> {
        let is_out = |part: &&(KitPart, KitPart)| !part.1.quantity.is_zero();
        (!self.parts.is_empty()).then(|| self.parts.iter().filter(is_out).map(|(_, out)| out.clone()).collect())
    }

    /// Goods for a quantity of the line as sold.
    pub(super) fn goods(&self, back: &LinkedReturn, number: i64, policy: &TaxPolicy) -> Result<GoodsBack> {
        let quantity = back.quantity;
        if back.lot.is_some() && back.lot != self.original.lot {
            return Err(line_error(number, "lot", "is not the lot of the line"));
        }
        check_part(number, quantity, self.original.quantity)?;
        if is_beyond(quantity, self.quantity) {
            return Err(exceeds(Code::ReturnExceedsDelivery, number, quantity, self.quantity));
        }
        let is_last = quantity == self.quantity;
        if self.parts.is_empty() {
            let cost = if is_last { self.cost } else { share(self.cost, quantity, self.quantity, policy)? };
            return Ok(GoodsBack { kit: None, lot: None, cost, part: (quantity.decimal(), self.quantity.decimal()), is_last });
        }
        let mut kit: Vec<KitPart> = Vec::with_capacity(self.parts.len());
        for (left, _) in &self.parts {
            if kit.iter().all(|part| part.product_id != left.product_id) {
                let (whole, _) = self.of_product(left.product_id)?;
                let exact = whole.decimal().checked_mul(quantity.decimal()).and_then(|v| v.checked_div(self.original.quantity.decimal()));
                kit.extend(self.taken(left.product_id, Quantity::new(exact.ok_or_else(overflow)?)?, number, policy)?);
            }
        }
        let cost = kit.iter().try_fold(Money::zero(policy.currency), |sum, part| sum.plus(part.cost))?;
        let of_kits = (quantity.decimal(), self.quantity.decimal());
        let part = if self.is_broken()? { self.by_cost(cost, of_kits)? } else { of_kits };
        let taken = kit.iter().try_fold(Quantity::ZERO, |sum, part| sum.plus(part.quantity))?;
        let is_last = is_last && taken == self.parts.iter().try_fold(Quantity::ZERO, |sum, (_, out)| sum.plus(out.quantity))?;
        Ok(GoodsBack { kit: Some(kit), lot: None, cost, part, is_last })
    }

    /// Goods for a quantity of a component of a kit, from one lot if it is tracked.
    pub(super) fn component(&self, id: ProductId, back: &LinkedReturn, number: i64, policy: &TaxPolicy) -> Result<GoodsBack> {
        let missing = || Error::new(Code::ReferenceMissing, "the line has no such component").with("field", "component_id").with("line", number);
        let of_product = |part: &KitPart| part.product_id == id && back.lot.as_ref().is_none_or(|lot| part.lot.as_ref() == Some(lot));
        let parts: Vec<&KitPart> = self.parts.iter().filter(|(part, _)| of_product(part)).map(|(_, out)| out).collect();
        let first = parts.iter().find(|out| back.quantity <= out.quantity).or(parts.first()).ok_or_else(missing)?;
        check_part(number, back.quantity, Quantity::from(1))?;
        if back.quantity > first.quantity {
            let (_, out) = self.of_product(id)?;
            return Err(match back.quantity > out || parts.len() == 1 {
                true => exceeds(Code::ReturnExceedsDelivery, number, back.quantity, out),
                false => line_error(number, "lot", "is required: the component was delivered in several lots and is returned lot by lot"),
            });
        }
        let cost = first.share_of(back.quantity, policy)?;
        let all = self.parts.iter().try_fold(Quantity::ZERO, |sum, (_, part)| sum.plus(part.quantity))?;
        let part = self.by_cost(cost, (back.quantity.decimal(), all.decimal()))?;
        Ok(GoodsBack { kit: None, lot: first.lot.clone(), cost, part, is_last: back.quantity == all })
    }

    /// The quantities of a component delivered and still out, over all lots.
    fn of_product(&self, id: ProductId) -> Result<(Quantity, Quantity)> {
        let of_product = self.parts.iter().filter(|(part, _)| part.product_id == id);
        of_product
            .clone()
            .try_fold((Quantity::ZERO, Quantity::ZERO), |sums, (left, out)| Ok((sums.0.plus(left.quantity)?, sums.1.plus(out.quantity)?)))
    }

    /// A quantity of a component, from the first lots still out.
    fn taken(&self, id: ProductId, wanted: Quantity, number: i64, policy: &TaxPolicy) -> Result<Vec<KitPart>> {
        let (mut left, (_, out)) = (wanted, self.of_product(id)?);
        if wanted > out {
            return Err(exceeds(Code::ReturnExceedsDelivery, number, wanted, out));
        }
        let mut taken = Vec::new();
        for (_, out) in self.parts.iter().filter(|(part, _)| part.product_id == id) {
            let quantity = left.min(out.quantity);
            if quantity.is_positive() {
                left = left.minus(quantity)?;
                taken.push(KitPart { quantity, cost: out.share_of(quantity, policy)?, ..out.clone() });
            }
        }
        Ok(taken)
    }

    /// Whether components of a kit were returned separately, so that what is out no longer makes up complete kits.
    fn is_broken(&self) -> Result<bool> {
        let product = |a: Quantity, b: Quantity| a.decimal().checked_mul(b.decimal()).ok_or_else(overflow);
        for (part, _) in &self.parts {
            let (left, out) = self.of_product(part.product_id)?;
            if product(out, self.original.quantity)? != product(left, self.quantity)? {
                return Ok(true);
            }
        }
        Ok(false)
    }

    /// The fraction of a kit that is returned: by cost, because components differ in value; by quantity if they cost nothing.
    fn by_cost(&self, cost: Money, by_quantity: (Decimal, Decimal)) -> Result<(Decimal, Decimal)> {
        let out = self.parts.iter().try_fold(Decimal::ZERO, |sum, (_, part)| sum.checked_add(part.cost.amount())).ok_or_else(overflow)?;
        Ok(if out.is_zero() { by_quantity } else { (cost.amount(), out) })
    }

    /// The amount credited for goods at the line's own tax: their share in the amount sold, and in charges if these are credited in proportion; or
    /// the requested amount.
    pub(super) fn given(&self, back: &LinkedReturn, goods: &GoodsBack, number: i64, terms: &BackTerms<'_>) -> Result<Given> {
        let (policy, zero) = (terms.policy, Money::zero(terms.policy.currency));
        let part = |amount: Money| if goods.is_last { Ok(amount) } else { goods.share(amount, policy) };
        let left = self.in_its_terms(self.revenue, self.tax)?;
        let asked = self.asked(back, number, policy)?;
        let charge = if terms.gives_charges == Some(true) && asked.is_none() { part(self.charges)? } else { zero };
        let share = part(self.goods)?.plus(charge)?;
        // If kept charges outweigh the amount of the goods, nothing is credited and nothing charged.
        let is_outweighed = share.is_negative() != self.takes_off() && charge.is_zero() && !self.charges.is_zero();
        let fair = if is_outweighed { zero } else { share };
        // After a price credit, no more is credited than is left, excluding what was withheld from other goods and charges that are kept.
        let kept = self.held_back().plus(self.charges.minus(charge)?)?;
        let usual = if self.goods.plus(self.charges)? == left { fair } else { within(fair, left.minus(kept)?) };
        let amount = asked.unwrap_or(usual);
        if asked.is_some() && within(amount, left) != amount {
            return Err(Error::new(Code::LineExceeded, format!("less than {amount} of the line is left to refund"))
                .with("line", number)
                .guarded(Right::SalesRead, "available", left.amount())
                .with("requested", amount.amount()));
        }
        let is_all_shared = self.goods.plus(if charge.is_zero() { zero } else { self.charges })? == left;
        let is_usual = amount != left && asked.is_none() && is_all_shared;
        let tax = if is_usual { goods.share(self.tax, policy)? } else { self.tax_on(amount, left, policy)? };
        let revenue = if self.original.includes_tax { amount.minus(tax)? } else { amount };
        let withheld = share.minus(asked.unwrap_or(fair))?;
        // The requested amount may be rounded.
        let most = usual.amount().checked_add(policy.step.decimal()).ok_or_else(overflow)?;
        Ok(Given { revenue, tax, charge, withheld, is_more: amount.amount() > most })
    }

    /// The amount withheld so far, if it has the same sign as the line; otherwise zero.
    pub(super) fn held_back(&self) -> Money {
        let is_same_side = self.withheld.is_negative() == self.takes_off();
        if is_same_side { self.withheld } else { Money::zero(self.withheld.currency()) }
    }

    /// Whether the line is a deduction.
    fn takes_off(&self) -> bool {
        self.original.net.is_negative()
    }

    /// The tax on a part of what is left.
    pub(super) fn tax_on(&self, amount: Money, left: Money, policy: &TaxPolicy) -> Result<Money> {
        if amount == left {
            return Ok(self.tax);
        }
        if left.is_zero() {
            // Goods and deductions cancel out: each has its own tax.
            let tax = tax_in(amount.amount(), self.original.tax_rate, self.original.includes_tax)?;
            return Money::rounded(tax, policy.currency, policy.step, policy.rounding);
        }
        let exact = self.tax.amount().checked_mul(amount.amount()).and_then(|v| v.checked_div(left.amount())).ok_or_else(overflow)?;
        Money::rounded(exact, policy.currency, policy.step, policy.rounding)
    }

    /// The amount requested for returned goods, including tax if the line does.
    fn asked(&self, back: &LinkedReturn, number: i64, policy: &TaxPolicy) -> Result<Option<Money>> {
        let asked = match (back.net, back.unit_price) {
            (Some(_), Some(_)) => return Err(line_error(number, "unit_price", "is given together with a net amount; give only one of them")),
            (None, None) => return Ok(None),
            (None, Some(price)) => price_times(price, back.quantity, Quantity::from(1), policy)?,
            (Some(net), None) if self.original.includes_tax => {
                let tax = net.amount().checked_mul(self.original.tax_rate.factor()?).ok_or_else(overflow)?;
                net.plus(Money::rounded(tax, policy.currency, policy.step, policy.rounding)?)?
            }
            (Some(net), None) => net,
        };
        crate::num::same_currency(asked.currency(), policy.currency)?;
        if back.net.is_some() {
            crate::num::check_step("net", asked, policy.step).map_err(|e| e.with("line", number))?;
        }
        if asked.is_negative() != self.takes_off() && !asked.is_zero() {
            let reason = if asked.is_negative() { "is negative" } else { "is positive, but the line was a deduction" };
            return Err(line_error(number, if back.net.is_some() { "net" } else { "unit_price" }, reason));
        }
        Ok(Some(asked))
    }

    /// An amount in the terms of the line's price: including tax if the line does.
    pub(super) fn in_its_terms(&self, net: Money, tax: Money) -> Result<Money> {
        if self.original.includes_tax { net.plus(tax) } else { Ok(net) }
    }

    /// A component of the line as a line of its own.
    pub(super) fn as_component(&self, product_id: ProductId, product: &Product, quantity: Quantity, net: Money) -> Result<PricedLine> {
        let line = self.original.priced();
        let unit_price = UnitPrice::new(net.amount(), net.currency())?;
        Ok(PricedLine {
            product_id,
            product_code: product.code.clone(),
            product_name: product.name.clone(),
            unit: product.unit.clone(),
            entered_unit: None,
            entered_quantity: None,
            unit_price,
            price_quantity: quantity,
            includes_tax: false,
            discount_percent: None,
            ..line
        })
    }

    pub(super) fn add_to_part(&mut self, product_id: ProductId, lot: Option<&str>, (quantity, cost): (Quantity, Money)) -> Result<()> {
        let is_part = |part: &KitPart| part.product_id == product_id && lot.is_none_or(|lot| part.lot.as_deref() == Some(lot));
        if let Some((_, out)) = self.parts.iter_mut().find(|(part, _)| is_part(part)) {
            (out.quantity, out.cost) = (out.quantity.plus(quantity)?, out.cost.plus(cost)?);
        }
        Ok(())
    }

    pub(super) fn of(original: SalesLine) -> Result<Self> {
        let cost = original.cost.shown().ok_or_else(|| Error::corrupt("a delivered line was read without its cost"))?;
        let parts = original.components.iter().flatten().map(|part| (part.clone(), part.clone())).collect();
        let SalesLine { quantity, revenue, tax, .. } = original;
        let zero = Money::zero(revenue.currency());
        Ok(Self { quantity, revenue, tax, cost, goods: zero, charges: zero, withheld: zero, foreign: Vec::new(), parts, original })
    }
}

/// Returned goods of a line.
pub(super) struct GoodsBack {
    /// The components of a kit.
    pub(super) kit: Option<Vec<KitPart>>,
    /// The lot of a component that is returned separately.
    pub(super) lot: Option<String>,
    pub(super) cost: Money,
    /// Their fraction of the goods still out.
    part: (Decimal, Decimal),
    /// Whether they are the last goods still out.
    pub(super) is_last: bool,
}

impl GoodsBack {
    /// Their share in an amount for everything still out.
    pub(super) fn share(&self, amount: Money, policy: &TaxPolicy) -> Result<Money> {
        let exact = amount.amount().checked_mul(self.part.0).and_then(|v| v.checked_div(self.part.1)).ok_or_else(overflow)?;
        Money::rounded(exact, policy.currency, policy.step, policy.rounding)
    }
}

/// The amount credited for goods, and the part of their share that is not.
pub(super) struct Given {
    pub(super) revenue: Money,
    pub(super) tax: Money,
    /// The part of it that is charges.
    pub(super) charge: Money,
    pub(super) withheld: Money,
    /// Whether it is more than the share of the goods.
    pub(super) is_more: bool,
}

impl KitPart {
    /// The cost of a quantity of what is still out; the last takes what is left.
    fn share_of(&self, quantity: Quantity, policy: &TaxPolicy) -> Result<Money> {
        if quantity == self.quantity { Ok(self.cost) } else { share(self.cost, quantity, self.quantity, policy) }
    }
}

/// Limits an amount to the range from zero to what is left.
fn within(amount: Money, left: Money) -> Money {
    let zero = Money::zero(left.currency());
    let (least, most) = if left.is_negative() { (left, zero) } else { (zero, left) };
    if amount.amount() < least.amount() {
        least
    } else if amount.amount() > most.amount() {
        most
    } else {
        amount
    }
}
