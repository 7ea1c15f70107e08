//! Net, tax and gross of a document, by the policy that the document keeps.
//!
//! Source: decisions of the house on tax and totals, after EN 16931: each line net is rounded; tax is calculated once a rate on the sum of
//! the line nets; with prices that include tax the gross is never changed, and the net is the gross less the tax. Invariant: the lines' nets
//! add up to the groups' bases, and these to the document's net.

use super::TaxMethod;
use crate::{
    error::Result,
    num::{Currency, Decimal, Money, MoneyStep, Rate, RoundingMode, rounding},
};
use serde::{Deserialize, Serialize};

/// How a document is calculated. Stored with it, so that a later change of policy never touches it.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct TaxPolicy {
    /// Where tax is rounded.
    pub method: TaxMethod,
    /// What happens to a half.
    pub rounding: RoundingMode,
    /// Whether line amounts include tax.
    pub prices_include_tax: bool,
    /// Currency of the document.
    pub currency: Currency,
    /// Step of its amounts.
    pub step: MoneyStep,
}

/// What a line brings: its rounded amount (net, or gross where prices include tax), code and rate.
#[derive(Debug, Clone, PartialEq)]
pub struct TaxLine {
    /// Quantity x price, rounded.
    pub amount: Money,
    /// Tax code.
    pub code: String,
    /// Rate in percent.
    pub rate: Rate,
}

/// All lines of one code and rate.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct TaxGroup {
    /// Tax code.
    pub code: String,
    /// Rate in percent.
    pub rate: Rate,
    /// Sum of the line nets.
    pub base: Money,
    /// Tax on it.
    pub tax: Money,
}

/// The sums of a document.
#[derive(Debug, Clone, PartialEq)]
pub struct Totals {
    /// Net of each line, in order.
    pub line_nets: Vec<Money>,
    /// Sums by code and rate, in the order in which they first appear.
    pub groups: Vec<TaxGroup>,
    /// Net.
    pub net: Money,
    /// Tax.
    pub tax: Money,
    /// Net and tax.
    pub gross: Money,
}

/// Calculates a document.
///
/// # Errors
/// `currency.mismatch`, `number.out_of_range`.
pub fn totals(lines: &[TaxLine], policy: &TaxPolicy) -> Result<Totals> {
    let mut line_nets: Vec<Money> = lines.iter().map(|l| l.amount).collect();
    let mut groups = Vec::new();
    for (code, rate) in distinct(lines) {
        let members: Vec<usize> = lines.iter().enumerate().filter(|(_, l)| l.code == code && l.rate == rate).map(|(i, _)| i).collect();
        let amounts: Vec<Money> = members.iter().filter_map(|i| lines.get(*i)).map(|l| l.amount).collect();
        let sum = Money::sum(amounts.iter().copied(), policy.currency)?;
        let line_taxes = match policy.method {
            TaxMethod::PerLine => amounts.iter().map(|a| tax_in(*a, rate, policy)).collect::<Result<Vec<_>>>()?,
            TaxMethod::PerRate => rounding::split(tax_in(sum, rate, policy)?, &weights(&amounts), policy.step)?,
        };
        let tax = Money::sum(line_taxes.iter().copied(), policy.currency)?;
        let base = if policy.prices_include_tax { sum.minus(tax)? } else { sum };
        if policy.prices_include_tax {
            for (index, line_tax) in members.iter().zip(&line_taxes) {
                if let Some(net) = line_nets.get_mut(*index) {
                    *net = net.minus(*line_tax)?;
                }
            }
        }
        groups.push(TaxGroup { code, rate, base, tax });
    }
    let net = Money::sum(groups.iter().map(|g| g.base), policy.currency)?;
    let tax = Money::sum(groups.iter().map(|g| g.tax), policy.currency)?;
    Ok(Totals { line_nets, groups, net, tax, gross: net.plus(tax)? })
}

fn weights(amounts: &[Money]) -> Vec<Decimal> {
    amounts.iter().map(|a| a.amount()).collect()
}

fn distinct(lines: &[TaxLine]) -> Vec<(String, Rate)> {
    let mut seen: Vec<(String, Rate)> = Vec::new();
    for line in lines {
        if !seen.iter().any(|(code, rate)| *code == line.code && *rate == line.rate) {
            seen.push((line.code.clone(), line.rate));
        }
    }
    seen
}

/// The tax on a net amount, or within a gross one.
fn tax_in(amount: Money, rate: Rate, policy: &TaxPolicy) -> Result<Money> {
    let percent = rate.decimal();
    let divisor = if policy.prices_include_tax { Decimal::ONE_HUNDRED.checked_add(percent) } else { Some(Decimal::ONE_HUNDRED) };
    let exact = divisor.and_then(|d| amount.amount().checked_mul(percent)?.checked_div(d)).ok_or_else(crate::num::overflow)?;
    Money::rounded(exact, policy.currency, policy.step, policy.rounding)
}
