//! Net, tax and gross of a document, by the policy that the document keeps.
//!
//! Source: EN 16931 (BG-22, BG-23), and decisions of this library where it is silent: each line net is rounded; tax is calculated once a rate on the sum of
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
    /// Quantity x price, rounded; the net, where the tax is given.
    pub amount: Money,
    /// Tax that is not calculated but given: that of a delivered line which comes back.
    pub given_tax: Option<Money>,
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
    /// Share of each line in its group's tax, in order.
    pub line_taxes: Vec<Money>,
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
    let zero = Money::zero(policy.currency);
    let mut sums = Totals {
        line_nets: lines.iter().map(|l| l.amount).collect(),
        line_taxes: lines.iter().map(|l| l.given_tax.unwrap_or(zero)).collect(),
        groups: Vec::new(),
        net: zero,
        tax: zero,
        gross: zero,
    };
    for (code, rate) in distinct(lines) {
        let of_group = |(_, l): &(usize, &TaxLine)| l.code == code && l.rate == rate;
        let members: Vec<usize> = lines.iter().enumerate().filter(of_group).map(|(i, _)| i).collect();
        calculate(&members, lines, rate, policy, &mut sums)?;
        let pick = |of: &[Money]| Money::sum(members.iter().filter_map(|i| of.get(*i).copied()), policy.currency);
        let (base, tax) = (pick(&sums.line_nets)?, pick(&sums.line_taxes)?);
        (sums.net, sums.tax) = (sums.net.plus(base)?, sums.tax.plus(tax)?);
        sums.groups.push(TaxGroup { code, rate, base, tax });
    }
    sums.gross = sums.net.plus(sums.tax)?;
    Ok(sums)
}

/// Calculates the tax of those lines of a group that bring none, and takes it out of their amounts where prices include it.
fn calculate(members: &[usize], lines: &[TaxLine], rate: Rate, policy: &TaxPolicy, sums: &mut Totals) -> Result<()> {
    let open: Vec<usize> = members.iter().copied().filter(|i| lines.get(*i).is_some_and(|l| l.given_tax.is_none())).collect();
    let amounts: Vec<Money> = open.iter().filter_map(|i| lines.get(*i)).map(|l| l.amount).collect();
    let taxes = match policy.method {
        TaxMethod::PerLine => amounts.iter().map(|a| tax_in(*a, rate, policy)).collect::<Result<Vec<_>>>()?,
        TaxMethod::PerRate => {
            let sum = Money::sum(amounts.iter().copied(), policy.currency)?;
            rounding::split(tax_in(sum, rate, policy)?, &weights(&amounts), policy.step)?
        }
    };
    for (index, tax) in open.into_iter().zip(taxes) {
        if let (Some(net), Some(line_tax)) = (sums.line_nets.get_mut(index), sums.line_taxes.get_mut(index)) {
            *line_tax = tax;
            if policy.prices_include_tax {
                *net = net.minus(tax)?;
            }
        }
    }
    Ok(())
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
