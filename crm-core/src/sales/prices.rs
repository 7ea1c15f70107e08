//! The prices of requested lines, given by the caller or from lists and agreements, and their check against the price policy.
//!
//! Invariant: a line stores its price as given, with the number of base units that it is for, and its source; quantities are stored in the product's
//! base unit, so that stock, orders and statistics agree, and also as entered. The caller's rights to prices, to see costs, and to post in the
//! customer's favour are checked here and nowhere else in sales.

use super::item::LineItem;
use crate::{
    access::{CustomerAccess, Right},
    act::ActContext,
    documents::{PriceSource, PricedLine, percent_of, price_times},
    entity::{Mask, Stored},
    error::{Code, Error, Result},
    ids::{CustomerId, ProductId},
    num::{Decimal, Money, Quantity, Rate, UnitPrice, overflow},
    policy::TaxPolicy,
    pricing::{
        Authority, Discount, Finding, LineCheck, Objection, PriceBook, PriceCheck, PriceLine, PriceQuery, PriceSettings, Priced, PricingReads,
        check_prices, line_amount,
    },
    products::{Product, ProductUnit, UnitRatio, UnitTable, price_in_base},
    query::Select,
    stock::numbered,
    storage::{Answers, Ask, LockKeys, Reads},
    time::Day,
};
use serde::{Deserialize, Serialize};
use std::{cell::Cell, collections::BTreeMap};

/// An objection of the price policy to a line's price that does not prevent the document.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct PriceWarning {
    /// The line; none: the document as a whole.
    pub line: Option<i64>,
    /// Reason: `below_cost`, `below_margin`, `beyond_discount`, `price_changed` or `cost_changed`; for a caller who may not see costs, `policy`
    /// replaces the first two, once per document.
    pub reason: String,
}

impl PriceWarning {
    /// The warnings that a caller may see. Without the right to see costs, those based on them are replaced by a single `policy` warning, and a
    /// changed cost is left out.
    pub(super) fn disclosed(warnings: Vec<Self>, to: &CustomerAccess) -> Vec<Self> {
        if to.sees(Mask::Cost) {
            return warnings;
        }
        let rests_on_cost = |w: &Self| matches!(w.reason.as_str(), "below_cost" | "below_margin" | "cost_changed" | "policy");
        let (hidden, mut told): (Vec<_>, Vec<_>) = warnings.into_iter().partition(rests_on_cost);
        if hidden.iter().any(|w| w.reason != "cost_changed") {
            told.push(Finding { line: None, objection: Objection::Policy }.into());
        }
        told
    }
}

impl From<Finding> for PriceWarning {
    fn from(Finding { line, objection }: Finding) -> Self {
        Self { line, reason: objection.as_str().to_owned() }
    }
}

/// The reads: the company's price settings, and prices and units if a line needs them.
pub(super) struct PriceReads {
    settings: Option<Ask<Stored<PriceSettings>>>,
    book: Option<PricingReads>,
    query: PriceQuery,
}

/// The answers to [`PriceReads`].
pub(super) struct Prices {
    pub(super) settings: PriceSettings,
    book: Option<PriceBook>,
    caller: Caller,
    customer_id: Option<CustomerId>,
}

/// The caller's rights to the customer's prices and to see costs.
#[derive(Default)]
struct Caller {
    authority: Authority,
    sees_cost: bool,
}

impl Caller {
    fn of(access: &CustomerAccess) -> Self {
        Self { authority: Authority::of(access), sees_cost: access.sees(Mask::Cost) }
    }
}

/// Checks the right to credit for anything in the customer's favour, whatever kind of document it is on, except a return of goods at their delivered
/// price.
///
/// # Errors
/// `access.denied`.
pub(super) fn check_favour(access: &CustomerAccess, is_in_favour: bool) -> Result<()> {
    if is_in_favour { access.require(Right::CreditsPost) } else { Ok(()) }
}

/// A document whose prices are checked.
pub(super) struct Judged<'a> {
    pub(super) lines: &'a [PricedLine],
    /// The costs of its lines, where known.
    pub(super) costs: &'a [Option<Money>],
    /// Its net, as far as it is paid.
    pub(super) net: Money,
    pub(super) policy: &'a TaxPolicy,
}

/// The resolved price of a line.
pub(super) struct Resolved {
    /// In the base unit.
    pub(super) quantity: Quantity,
    pub(super) unit_price: UnitPrice,
    /// Base units that the price is for.
    pub(super) price_quantity: Quantity,
    pub(super) discount_percent: Option<Rate>,
    pub(super) includes_tax: Option<bool>,
    pub(super) source: PriceSource,
    pub(super) entered: Option<(String, Quantity)>,
    /// Quantity x price before rounding, if the quantity was rounded on conversion: the price is for the quantity as entered.
    pub(super) exact: Option<Decimal>,
    /// The price from lists and agreements, if they were read.
    expected: Option<Priced>,
    line_quantity: Quantity,
}

impl Resolved {
    /// A price given by the caller, in the base unit.
    pub(super) fn given(line: &LineItem, unit_price: UnitPrice) -> Self {
        Self {
            quantity: line.quantity,
            unit_price,
            price_quantity: line.price_quantity,
            discount_percent: line.discount_percent,
            includes_tax: line.includes_tax,
            source: PriceSource::Given,
            entered: None,
            exact: None,
            expected: None,
            line_quantity: line.quantity,
        }
    }
}

impl PriceReads {
    /// Reads what lines need: prices only if one has no price or is in a unit of its own.
    pub(super) fn ask(reads: &mut Reads, context: &ActContext<'_>, lines: &[LineItem], (customer_id, day): (CustomerId, Day)) -> Result<Self> {
        let products = lines.iter().map(|line| line.product_id).collect();
        let query = PriceQuery { customer_id: Some(customer_id), products, day, currency: None };
        let is_needed = lines.iter().any(|line| line.unit_price.is_none() || line.unit.is_some());
        Self::new(reads, context, query, is_needed)
    }

    /// Reads the prices of products on a day.
    pub(super) fn of_products(
        reads: &mut Reads,
        context: &ActContext<'_>,
        products: impl Iterator<Item = ProductId>,
        of: (CustomerId, Day),
    ) -> Result<Self> {
        let query = PriceQuery { customer_id: Some(of.0), products: products.collect(), day: of.1, currency: None };
        Self::new(reads, context, query, true)
    }

    fn new(reads: &mut Reads, context: &ActContext<'_>, query: PriceQuery, is_needed: bool) -> Result<Self> {
        let permit = context.full_permit();
        if is_needed {
            return Ok(Self { settings: None, book: Some(PricingReads::ask(reads, &permit, query.clone())?), query });
        }
        Ok(Self { settings: Some(reads.select(Select::new(&permit))), book: None, query })
    }

    /// Takes the answers. If no line needed prices but the company limits discounts, they are read now.
    pub(super) async fn take(self, context: &mut ActContext<'_>, answers: &mut Answers, access: &CustomerAccess) -> Result<Prices> {
        let (caller, customer_id) = (Caller::of(access), self.query.customer_id);
        if let Some(book) = self.book {
            let book = book.take(answers)?;
            return Ok(Prices { settings: book.settings.clone(), book: Some(book), caller, customer_id });
        }
        let settings = self.settings.map(|ask| answers.first(&ask)).transpose()?.flatten().map(|s| s.data).unwrap_or_default();
        if settings.beyond_discount == crate::policy::PolicyLevel::Off {
            return Ok(Prices { settings, book: None, caller, customer_id });
        }
        let mut reads = Reads::new();
        let book = PricingReads::ask(&mut reads, &context.full_permit(), self.query)?;
        let mut answers = context.read(&LockKeys::none(), reads).await?;
        Ok(Prices { settings, book: Some(book.take(&mut answers)?), caller, customer_id })
    }
}

impl Prices {
    /// Resolves the prices of lines, in order.
    ///
    /// # Errors
    /// `price.missing`, `unit.unknown`, `unit.inexact`, `reference.missing` with `line`.
    pub(super) fn resolve<'p>(&self, lines: &[LineItem], product: impl Fn(ProductId, i64) -> Result<&'p Product>) -> Result<Vec<Resolved>> {
        // A line with a negative quantity is a deduction at the price that it gives.
        let is_wanted = |line: &&LineItem| line.quantity.is_positive() || line.unit_price.is_none();
        let wanted = |line: &LineItem| PriceLine { product_id: line.product_id, quantity: line.quantity, unit: line.unit.clone() };
        let wanted = |line| Some(line).filter(is_wanted).map(wanted);
        let listed = match &self.book {
            Some(book) => book.price_some(&lines.iter().map(wanted).collect::<Vec<_>>())?,
            None => lines.iter().map(|_| None).collect(),
        };
        let found = numbered(lines).zip(listed).map(|((number, line), listed)| {
            let product = product(line.product_id, number)?;
            self.resolve_line(line, product, listed).map_err(|e| e.with("line", number))
        });
        found.collect()
    }

    fn resolve_line(&self, line: &LineItem, product: &Product, listed: Option<Priced>) -> Result<Resolved> {
        let table = UnitTable::new(product, self.units().iter().filter(|unit| unit.product_id == line.product_id))?;
        let ratio = table.ratio(line.unit.as_deref())?;
        let quantity = if line.unit.is_some() { table.to_base(line.quantity, line.unit.as_deref())? } else { line.quantity };
        let entered = line.unit.clone().map(|unit| (unit, line.quantity));
        let is_rounded = line.unit.is_some() && ratio.convert(line.quantity, UnitRatio::ONE).ok() != Some(quantity);
        let exact = Cell::new(None);
        let of_line = |price: UnitPrice, per: UnitRatio| {
            exact.set(if is_rounded { Some(of_entered(price, line.quantity, per)?) } else { None });
            price_in_base(price, per, ratio)
        };
        let resolved = match (line.unit_price, &listed) {
            (Some(price), _) if line.unit.is_none() => (price, line.price_quantity, line.discount_percent, line.includes_tax, PriceSource::Given),
            (Some(price), _) => {
                let (price, per) = of_line(price, UnitRatio::of_quantity(line.price_quantity)?)?;
                (price, per, line.discount_percent, line.includes_tax, PriceSource::Given)
            }
            (None, Some(listed)) => {
                let (price, per) = of_line(listed.unit_price, listed.per)?;
                (price, per, line.discount_percent.or(listed.discount), Some(line.includes_tax.unwrap_or(listed.includes_tax)), listed.source.clone())
            }
            (None, None) => {
                let message = format!("no price list or agreement has a price for `{}`", product.code);
                return Err(Error::new(Code::PriceMissing, message).with("product", &product.code));
            }
        };
        let (unit_price, price_quantity, discount_percent, includes_tax, source) = resolved;
        let (line_quantity, exact) = (line.quantity, exact.get());
        Ok(Resolved { quantity, unit_price, price_quantity, discount_percent, includes_tax, source, entered, exact, expected: listed, line_quantity })
    }

    /// The units of the products, as far as they were read.
    pub(super) fn units(&self) -> &[ProductUnit] {
        self.book.as_ref().map(|book| book.units.as_slice()).unwrap_or_default()
    }

    /// Prices for a caller who only reads.
    pub(super) fn of(book: PriceBook) -> Self {
        Self { settings: book.settings.clone(), book: Some(book), caller: Caller::default(), customer_id: None }
    }

    /// Whether the caller may see costs.
    pub(super) fn sees_cost(&self) -> bool {
        self.caller.sees_cost
    }

    /// A price as stored with lines.
    pub(super) fn terms(&self, now: &Priced) -> Result<PriceTerms> {
        let (unit_price, price_quantity) = price_in_base(now.unit_price, now.per, UnitRatio::ONE)?;
        Ok(PriceTerms { unit_price, price_quantity, discount_percent: now.discount })
    }

    /// Gives a line the current price.
    pub(super) fn take_over(&self, line: &mut PricedLine, now: &Priced, policy: &TaxPolicy) -> Result<()> {
        *line = PricedLine { price_source: now.source.clone(), ..at_price(line, &self.terms(now)?, policy)? };
        Ok(())
    }

    /// Checks a document at the requested prices.
    ///
    /// # Errors
    /// `price.refused`.
    pub(super) fn check(&self, document: &Judged<'_>, resolved: &[Resolved]) -> Result<Vec<PriceWarning>> {
        let listed = resolved.iter().map(|found| found.expected.as_ref().map(|listed| (listed, found.line_quantity)));
        self.judge(document, &listed.collect::<Vec<_>>())
    }

    /// Checks a document whose prices come from an earlier one, as if they were requested now.
    ///
    /// # Errors
    /// `price.refused`.
    pub(super) fn check_anew(&self, document: &Judged<'_>) -> Result<Vec<PriceWarning>> {
        let wanted = |line: &PricedLine| line.quantity.is_positive().then(|| PriceLine::new(line.product_id, line.quantity));
        let found = match &self.book {
            Some(book) => book.price_some(&document.lines.iter().map(wanted).collect::<Vec<_>>())?,
            None => vec![None; document.lines.len()],
        };
        let listed = found.iter().zip(document.lines).map(|(listed, line)| listed.as_ref().map(|listed| (listed, line.quantity)));
        self.judge(document, &listed.collect::<Vec<_>>())
    }

    fn judge(&self, document: &Judged<'_>, listed: &[Option<(&Priced, Quantity)>]) -> Result<Vec<PriceWarning>> {
        let lines = document.lines.iter().zip(listed).zip(document.costs);
        let lines = lines.map(|((line, listed), cost)| {
            let expected = listed.map(|(listed, quantity)| expected_amount(listed, quantity, line, document.policy)).transpose()?;
            let tax_inside = if line.includes_tax { line.tax_rate } else { Rate::ZERO };
            let cost = cost.filter(|_| line.quantity.is_positive());
            Ok(LineCheck { line: line.line, amount: line.amount, tax_inside, net: line.net, expected, cost })
        });
        let (lines, TaxPolicy { step, rounding, .. }) = (lines.collect::<Result<_>>()?, *document.policy);
        let check = PriceCheck { lines, net: document.net, step, rounding };
        let verdict = check_prices(&self.settings, &check, self.caller.authority, self.caller.sees_cost)?;
        let found = verdict.into_result().map_err(|refused| match self.customer_id {
            Some(customer_id) => refused.refused_to(customer_id.0),
            None => refused,
        })?;
        Ok(found.into_iter().map(PriceWarning::from).collect())
    }

    /// The lines of an earlier document whose price from lists and agreements has changed, except lines with a given price.
    pub(super) fn changed<'l>(&self, lines: impl Iterator<Item = (i64, &'l PricedLine, Quantity)>) -> Result<BTreeMap<i64, Option<Priced>>> {
        let mut changed = BTreeMap::new();
        let Some(book) = &self.book else { return Ok(changed) };
        for (number, line, quantity) in lines.filter(|(_, line, _)| line.price_source != PriceSource::Given) {
            let now = book.price_all(&[PriceLine::new(line.product_id, quantity)])?.into_iter().next().flatten();
            let same = match &now {
                Some(now) => {
                    let (price, per) = price_in_base(now.unit_price, now.per, UnitRatio::ONE)?;
                    (price, per) == (line.unit_price, line.price_quantity)
                        && now.discount.unwrap_or(Rate::ZERO) == line.discount_percent.unwrap_or(Rate::ZERO)
                }
                None => false,
            };
            if !same {
                changed.insert(number, now);
            }
        }
        Ok(changed)
    }
}

/// The exact amount for a quantity in a unit, at a price for a number of that unit.
fn of_entered(price: UnitPrice, entered: Quantity, per: UnitRatio) -> Result<Decimal> {
    let (above, below) = (Decimal::from(per.numerator()), Decimal::from(per.denominator()));
    let exact = price.amount().checked_mul(entered.decimal()).and_then(|v| v.checked_mul(below)).and_then(|v| v.checked_div(above));
    exact.ok_or_else(overflow)
}

/// The amount of a line by lists and agreements, including tax if the line does.
fn expected_amount(listed: &Priced, quantity: Quantity, line: &PricedLine, policy: &TaxPolicy) -> Result<Money> {
    let said = line_amount(quantity, listed.unit_price, listed.per, Discount::from(listed.discount), policy.step, policy.rounding)?.net;
    let taxed = Decimal::ONE.checked_add(line.tax_rate.factor()?).ok_or_else(overflow)?;
    let exact = match (listed.includes_tax, line.includes_tax) {
        (true, false) => said.amount().checked_div(taxed),
        (false, true) => said.amount().checked_mul(taxed),
        _ => return Ok(said),
    };
    Money::rounded(exact.ok_or_else(overflow)?, said.currency(), policy.step, policy.rounding)
}

/// A price as stored with lines.
#[derive(Debug, Clone, Copy, PartialEq, Serialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct PriceTerms {
    /// The price.
    pub unit_price: crate::num::UnitPrice,
    /// Number of base units that the price is for.
    pub price_quantity: Quantity,
    /// Discount in percent.
    pub discount_percent: Option<crate::num::Rate>,
}

/// The line at another price and percentage discount; fixed discounts and charges are kept.
pub(super) fn at_price(line: &PricedLine, terms: &PriceTerms, policy: &TaxPolicy) -> Result<PricedLine> {
    let PriceTerms { unit_price, price_quantity, discount_percent } = *terms;
    let before = price_times(line.unit_price, line.quantity, line.price_quantity, policy)?;
    let fixed = line.discount.minus(percent_of(before, line.discount_percent, policy)?)?;
    let whole = price_times(unit_price, line.quantity, price_quantity, policy)?;
    let discount = percent_of(whole, discount_percent, policy)?.plus(fixed)?;
    let amount = whole.minus(discount)?.plus(line.charge)?;
    Ok(PricedLine { unit_price, price_quantity, discount_percent, discount, amount, ..line.clone() })
}
