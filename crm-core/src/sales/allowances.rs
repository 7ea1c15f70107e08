//! Document-level allowances and charges: what each amounts to, and how it is taxed.

use super::lines::{Terms, untaxed};
use crate::{
    documents::{AllowanceCharge, AllowanceChargeSize, AppliedAllowanceCharge, percent_of},
    error::{Error, Result},
    num::{Decimal, Money, Quantity, Rate, overflow, rounding},
    policy::TaxPolicy,
    stock::check_text,
    tax::{TaxClass, TaxItem, Totals, rate_on},
};

/// An allowance or charge as items of the totals, all of one tax class.
#[derive(Clone)]
pub(super) struct Adjusted<'a> {
    asked: &'a AllowanceCharge,
    size: AllowanceChargeSize,
    class: TaxClass,
    /// The amounts from lines including tax and from lines excluding it.
    pub(super) items: Vec<TaxItem>,
}

/// Resolves an allowance or charge, once for each tax class that it applies to.
///
/// # Errors
/// `field.invalid` on `tax_code` with the codes of the lines, `field.too_long`, `tax.rate_missing`, `currency.mismatch`, `number.out_of_range`.
pub(super) fn adjust<'a>(asked: &'a AllowanceCharge, lines: &[TaxItem], is_new: bool, terms: &Terms<'_>) -> Result<Vec<Adjusted<'a>>> {
    check_text("reason", Some(&asked.reason)).and(check_text("tax_code", asked.tax_code.as_deref()))?;
    let classes = adjusted_classes(asked, lines, is_new, terms)?;
    match asked.size {
        AllowanceChargeSize::Amount(amount) => {
            crate::num::same_currency(amount.currency(), terms.policy.currency)?;
            let parts = match classes.as_slice() {
                [_] => vec![amount],
                several => rounding::split(amount, &weights_of(several, lines)?, terms.policy.step)?,
            };
            let part = |(class, amount): (TaxClass, Money)| {
                let item = adjustment_item(amount, terms.policy.prices_include_tax, &class);
                Adjusted { asked, size: AllowanceChargeSize::Amount(amount), class, items: vec![item] }
            };
            Ok(classes.into_iter().zip(parts).map(part).collect())
        }
        AllowanceChargeSize::Percent(percent) if percent.decimal().saturating_add(Decimal::ONE_HUNDRED) < Decimal::ZERO => {
            Err(Error::field("size", "takes off more than 100 percent"))
        }
        AllowanceChargeSize::Percent(percent) => {
            let own = |class: &TaxClass| lines.iter().any(|line| line.class.is_with(class));
            if let (true, Some(class)) = (is_new, classes.iter().find(|class| !own(class))) {
                return Err(not_of(lines, format!("is `{}`, which applies to none of the lines", class.code)));
            }
            let part = |class: TaxClass| {
                let items = percent_items(percent, lines, &class, &terms.policy)?;
                Ok(Adjusted { asked, size: asked.size, class, items })
            };
            classes.into_iter().map(part).collect()
        }
    }
}

/// The tax classes of an allowance or charge: that of its own tax code, otherwise those of the lines.
fn adjusted_classes(asked: &AllowanceCharge, lines: &[TaxItem], is_new: bool, terms: &Terms<'_>) -> Result<Vec<TaxClass>> {
    match &asked.tax_code {
        // What was untaxed on the earlier document stays untaxed on this one.
        Some(code) if code.is_empty() && !is_new => return Ok(vec![untaxed()]),
        Some(code) => return Ok(vec![rate_on(terms.rates, code, terms.day)?.tax_class()]),
        None => {}
    }
    let classes = classes_of(lines);
    if classes.len() <= 1 || asked.is_split {
        return Ok(classes);
    }
    Err(not_of(lines, "is required because the lines are taxed differently; otherwise split the amount".to_owned()))
}

fn classes_of(lines: &[TaxItem]) -> Vec<TaxClass> {
    let mut classes: Vec<TaxClass> = Vec::new();
    for line in lines {
        if !classes.iter().any(|class| class.is_with(&line.class)) {
            classes.push(line.class.clone());
        }
    }
    classes
}

/// The error for the tax code of an allowance or charge, with the codes of the lines.
fn not_of(lines: &[TaxItem], what: String) -> Error {
    let codes: Vec<String> = classes_of(lines).into_iter().map(|class| class.code).collect();
    Error::field("tax_code", what).with("tax_codes", codes.join(", "))
}

/// The weights of the classes, from their lines, for splitting an amount over them.
fn weights_of(classes: &[TaxClass], lines: &[TaxItem]) -> Result<Vec<Decimal>> {
    let of_class = |class: &TaxClass| {
        let mut sums = (Decimal::ZERO, Decimal::ZERO);
        for line in lines.iter().filter(|line| line.class.is_with(class)) {
            let (net, quantity) = (crate::tax::without_tax(line)?.abs(), line.quantity.decimal().abs());
            let add = |sum: Decimal, more: Decimal| sum.checked_add(more).ok_or_else(overflow);
            sums = (add(sums.0, net)?, add(sums.1, quantity)?);
        }
        Ok(sums)
    };
    Ok(rounding::weights(&classes.iter().map(of_class).collect::<Result<Vec<_>>>()?))
}

/// A percentage of lines: of the amounts including tax where lines include it, otherwise excluding tax, so that both are reduced or increased alike.
fn percent_items(percent: Rate, lines: &[TaxItem], class: &TaxClass, policy: &TaxPolicy) -> Result<Vec<TaxItem>> {
    let mut items = Vec::new();
    for includes_tax in [true, false] {
        let own: Vec<_> = lines.iter().filter(|line| line.class.is_with(class) && line.includes_tax == includes_tax).collect();
        if !own.is_empty() {
            let base = Money::sum(own.iter().map(|line| line.amount), policy.currency)?;
            items.push(adjustment_item(percent_of(base, Some(percent), policy)?, includes_tax, class));
        }
    }
    Ok(items)
}

fn adjustment_item(amount: Money, includes_tax: bool, class: &TaxClass) -> TaxItem {
    TaxItem { amount, includes_tax, given_tax: None, quantity: Quantity::ZERO, class: class.clone() }
}

/// Allowances and charges as stored with the document, once the totals are known.
pub(super) fn applied(adjusted: Vec<Adjusted<'_>>, sums: &Totals, policy: &TaxPolicy) -> Result<Vec<AppliedAllowanceCharge>> {
    let mut figures = sums.adjustment_nets.iter().zip(&sums.adjustment_taxes);
    let mut applied = Vec::with_capacity(adjusted.len());
    for Adjusted { asked, size, class, items } in adjusted {
        let (mut net, mut tax) = (Money::zero(policy.currency), Money::zero(policy.currency));
        for (of_item, tax_of_item) in figures.by_ref().take(items.len()) {
            (net, tax) = (net.plus(*of_item)?, tax.plus(*tax_of_item)?);
        }
        let amount = if policy.prices_include_tax { net.plus(tax)? } else { net };
        applied.push(AppliedAllowanceCharge { reason: asked.reason.clone(), size, amount, net, tax: class });
    }
    Ok(applied)
}
