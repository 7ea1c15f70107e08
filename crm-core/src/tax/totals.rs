//! Net, tax and gross of a document, under the tax policy stored with it.
//!
//! Source: EN 16931 (BG-20, BG-21, BG-22, BG-23; BR-CO-10 to BR-CO-15), and decisions of this library where it is silent: each line net is rounded;
//! document-level allowances and charges enter the base of their category and rate; tax is calculated once per category and rate on that base; if
//! prices include tax, the gross is never changed and the net is the gross less the tax; amounts spread over several lines are shared in proportion
//! to the line amounts, whatever their sign, and by quantity if all of these are zero.
//!
//! Invariant, under every policy: the shares of the lines add up to the groups, and the groups to the document, for net and for tax.

use super::TaxCategory;
use crate::{
    error::Result,
    num::{Decimal, Money, Quantity, Rate, rounding},
    policy::{TaxMethod, TaxPolicy},
};
use serde::{Deserialize, Serialize};

/// The tax class of a line or an allowance or charge: a snapshot of the rate in force.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct TaxClass {
    /// Tax code; empty if untaxed.
    pub code: String,
    /// Its name on documents.
    pub name: String,
    /// Category.
    pub category: TaxCategory,
    /// Rate in percent.
    pub rate: Rate,
    /// Exemption reason on documents (BT-120).
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub exemption_reason: Option<String>,
}

/// A line, or a document-level allowance (negative) or charge.
#[derive(Debug, Clone, PartialEq)]
pub struct TaxItem {
    /// Rounded amount: net, or gross if it includes tax; the net if the tax is given.
    pub amount: Money,
    /// Whether the amount includes tax.
    pub includes_tax: bool,
    /// Tax that is given rather than calculated: that of a delivered line being returned.
    pub given_tax: Option<Money>,
    /// Quantity: what is spread over several lines is shared by it if their amounts are zero.
    pub quantity: Quantity,
    /// Tax class.
    pub class: TaxClass,
}

impl TaxGroup {
    /// The tax class of its items.
    pub fn class(&self) -> TaxClass {
        let (code, name, exemption_reason) = (self.code.clone(), self.name.clone(), self.exemption_reason.clone());
        TaxClass { code, name, category: self.category, rate: self.rate, exemption_reason }
    }
}

impl TaxClass {
    /// Whether both are taxed together.
    pub fn is_with(&self, other: &Self) -> bool {
        self.category == other.category && self.rate == other.rate
    }
}

/// All items of a category and rate.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct TaxGroup {
    /// Tax code of the first item.
    pub code: String,
    /// Its name.
    pub name: String,
    /// Category.
    pub category: TaxCategory,
    /// Rate in percent.
    pub rate: Rate,
    /// Sum of the net amounts: the tax base.
    pub base: Money,
    /// Tax on it.
    pub tax: Money,
    /// Exemption reason on documents (BT-120).
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub exemption_reason: Option<String>,
}

/// The totals of a document.
#[derive(Debug, Clone, PartialEq)]
pub struct Totals {
    /// Net of each line, as printed.
    pub line_nets: Vec<Money>,
    /// Net of each line with its share of the document's allowances and charges: its revenue.
    pub line_revenues: Vec<Money>,
    /// Tax of each line, with its share of the tax on allowances and charges.
    pub line_taxes: Vec<Money>,
    /// Net of each allowance or charge.
    pub adjustment_nets: Vec<Money>,
    /// Tax of each allowance or charge.
    pub adjustment_taxes: Vec<Money>,
    /// Totals by category and rate, in order of first appearance.
    pub groups: Vec<TaxGroup>,
    /// Sum of the line nets, without allowances and charges.
    pub lines_net: Money,
    /// Net, including allowances and charges.
    pub net: Money,
    /// Tax.
    pub tax: Money,
    /// Gross: net and tax.
    pub gross: Money,
}

/// Calculates a document from its lines and its allowances and charges.
///
/// # Errors
/// `currency.mismatch`, `number.out_of_range`.
pub fn totals(lines: &[TaxItem], allowance_charges: &[TaxItem], policy: &TaxPolicy) -> Result<Totals> {
    let items: Vec<&TaxItem> = lines.iter().chain(allowance_charges).collect();
    let groups = grouped(&items);
    let taxes = taxes(&items, &groups, policy)?;
    let nets: Vec<Money> = items.iter().zip(&taxes).map(|(item, tax)| net_of(item, *tax)).collect::<Result<_>>()?;
    let sum = |of: &[Money], members: &[usize]| Money::sum(members.iter().filter_map(|i| of.get(*i).copied()), policy.currency);
    let mut sums = Totals {
        line_nets: nets.iter().take(lines.len()).copied().collect(),
        line_revenues: nets.iter().take(lines.len()).copied().collect(),
        line_taxes: taxes.iter().take(lines.len()).copied().collect(),
        adjustment_nets: nets.iter().skip(lines.len()).copied().collect(),
        adjustment_taxes: taxes.iter().skip(lines.len()).copied().collect(),
        groups: Vec::with_capacity(groups.len()),
        lines_net: Money::sum(nets.iter().take(lines.len()).copied(), policy.currency)?,
        net: Money::sum(nets.iter().copied(), policy.currency)?,
        tax: Money::sum(taxes.iter().copied(), policy.currency)?,
        gross: Money::zero(policy.currency),
    };
    sums.gross = sums.net.plus(sums.tax)?;
    for members in &groups {
        if let Some(item) = members.first().and_then(|i| items.get(*i)) {
            let TaxClass { code, name, category, rate, exemption_reason } = item.class.clone();
            sums.groups.push(TaxGroup { code, name, category, rate, base: sum(&nets, members)?, tax: sum(&taxes, members)?, exemption_reason });
        }
    }
    // Items of a class are shared together, so that a return can separate the classes exactly to the step.
    for members in &groups {
        let adjusted: Vec<usize> = members.iter().copied().filter(|place| *place >= lines.len()).collect();
        if let Some(class) = adjusted.first().and_then(|place| items.get(*place)).map(|item| &item.class) {
            spread(class, lines, (sum(&nets, &adjusted)?, sum(&taxes, &adjusted)?), policy, &mut sums)?;
        }
    }
    Ok(sums)
}

/// The indexes of the items of each category and rate.
fn grouped(items: &[&TaxItem]) -> Vec<Vec<usize>> {
    let mut groups: Vec<(&TaxClass, Vec<usize>)> = Vec::new();
    for (index, item) in items.iter().enumerate() {
        match groups.iter_mut().find(|(class, _)| class.is_with(&item.class)) {
            Some((_, members)) => members.push(index),
            None => groups.push((&item.class, vec![index])),
        }
    }
    groups.into_iter().map(|(_, members)| members).collect()
}

/// The tax of every item.
fn taxes(items: &[&TaxItem], groups: &[Vec<usize>], policy: &TaxPolicy) -> Result<Vec<Money>> {
    let mut taxes: Vec<Money> = items.iter().map(|item| item.given_tax.unwrap_or(Money::zero(policy.currency))).collect();
    let mut exact = Vec::with_capacity(groups.len());
    let mut open: Vec<Vec<(usize, &TaxItem)>> = Vec::with_capacity(groups.len());
    for members in groups {
        let calculated: Vec<_> =
            members.iter().filter_map(|i| items.get(*i).filter(|item| item.given_tax.is_none()).map(|item| (*i, *item))).collect();
        let sum = |includes_tax: bool| {
            let own = calculated.iter().filter(|(_, item)| item.includes_tax == includes_tax);
            own.map(|(_, item)| item.amount.amount()).try_fold(Decimal::ZERO, |sum, amount| sum.checked_add(amount)).ok_or_else(crate::num::overflow)
        };
        let rate = members.first().and_then(|i| items.get(*i)).map_or(Rate::ZERO, |item| item.class.rate);
        let within = tax_in(sum(true)?, rate, true)?;
        exact.push(within.checked_add(tax_in(sum(false)?, rate, false)?).ok_or_else(crate::num::overflow)?);
        open.push(calculated);
    }
    let rounded = |value: Decimal| Money::rounded(value, policy.currency, policy.step, policy.rounding);
    let of_groups = match policy.method {
        TaxMethod::PerLine => Vec::new(),
        TaxMethod::PerRate => exact.iter().map(|tax| rounded(*tax)).collect::<Result<_>>()?,
        TaxMethod::Document => {
            let total = exact.iter().try_fold(Decimal::ZERO, |sum, tax| sum.checked_add(*tax)).ok_or_else(crate::num::overflow)?;
            rounding::apportion(rounded(total)?, &exact, policy.step)?
        }
    };
    for (group, members) in open.iter().enumerate() {
        let own = members.iter().map(|(_, item)| tax_in(item.amount.amount(), item.class.rate, item.includes_tax)).collect::<Result<Vec<_>>>()?;
        let shares = match of_groups.get(group) {
            Some(tax) => rounding::apportion(*tax, &own, policy.step)?,
            None => own.into_iter().map(rounded).collect::<Result<_>>()?,
        };
        for ((index, _), share) in members.iter().zip(shares) {
            if let Some(tax) = taxes.get_mut(*index) {
                *tax = share;
            }
        }
    }
    Ok(taxes)
}

fn net_of(item: &TaxItem, tax: Money) -> Result<Money> {
    if item.includes_tax && item.given_tax.is_none() { item.amount.minus(tax) } else { Ok(item.amount) }
}

/// Spreads the allowances and charges of a category and rate over its lines; over all lines if it has none.
fn spread(class: &TaxClass, lines: &[TaxItem], (net, tax): (Money, Money), policy: &TaxPolicy, sums: &mut Totals) -> Result<()> {
    let (chosen, weights) = sharers(class, lines, &sums.line_nets);
    let (nets, taxes) = (rounding::split(net, &weights, policy.step)?, rounding::split(tax, &weights, policy.step)?);
    for (index, (net, tax)) in chosen.into_iter().zip(nets.into_iter().zip(taxes)) {
        if let (Some(revenue), Some(line_tax)) = (sums.line_revenues.get_mut(index), sums.line_taxes.get_mut(index)) {
            (*revenue, *line_tax) = (revenue.plus(net)?, line_tax.plus(tax)?);
        }
    }
    Ok(())
}

/// The lines that share an allowance or charge of a class, and their weights.
pub(crate) fn sharers(class: &TaxClass, lines: &[TaxItem], nets: &[Money]) -> (Vec<usize>, Vec<Decimal>) {
    let has_own = lines.iter().any(|line| line.class.is_with(class));
    let chosen: Vec<usize> = lines.iter().enumerate().filter(|(_, line)| !has_own || line.class.is_with(class)).map(|(i, _)| i).collect();
    let of_line = |i: &usize| Some((nets.get(*i)?.amount(), lines.get(*i)?.quantity.decimal()));
    let weights = rounding::weights(&chosen.iter().filter_map(of_line).collect::<Vec<_>>());
    (chosen, weights)
}

/// The exact amount excluding the tax that it includes.
pub(crate) fn without_tax(item: &TaxItem) -> Result<Decimal> {
    let amount = item.amount.amount();
    let tax = if item.includes_tax { tax_in(amount, item.class.rate, true)? } else { Decimal::ZERO };
    amount.checked_sub(tax).ok_or_else(crate::num::overflow)
}

/// The exact tax on a net amount, or within a gross amount.
pub(crate) fn tax_in(amount: Decimal, rate: Rate, includes_tax: bool) -> Result<Decimal> {
    let percent = rate.decimal();
    let divisor = if includes_tax { Decimal::ONE_HUNDRED.checked_add(percent) } else { Some(Decimal::ONE_HUNDRED) };
    divisor.and_then(|d| amount.checked_mul(percent)?.checked_div(d)).ok_or_else(crate::num::overflow)
}
