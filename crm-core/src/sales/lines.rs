//! Pricing the lines of quotes, orders, deliveries and credit notes, whether new or carried over from an earlier document.
//!
//! Invariant: a line carried over to another document keeps its amounts unless its quantity changes: price, discount, tax and text are copied and
//! never looked up again.

use super::{
    allowances::{adjust, applied},
    item::LineItem,
    prices::{Judged, Resolved},
};
use crate::{
    company::Company,
    customers::Customer,
    documents::{AllowanceCharge, AppliedAllowanceCharge, PricedLine, percent_of, price_times, share},
    entity::Stored,
    error::{Error, Result},
    num::{Decimal, Money, Quantity, Rate},
    policy::TaxPolicy,
    products::Product,
    stock::check_text,
    tax::{TaxCategory, TaxClass, TaxItem, TaxRate, Totals, code_for, rate_on, totals},
    time::Day,
};

/// What pricing depends on besides the lines.
pub(super) struct Terms<'a> {
    pub(super) company: &'a Company,
    pub(super) customer: &'a Customer,
    /// The day whose tax rates apply: the tax point.
    pub(super) day: Day,
    pub(super) policy: TaxPolicy,
    pub(super) rates: &'a [Stored<TaxRate>],
}

/// A line to be priced.
pub(super) struct Item<'a> {
    pub(super) product: &'a Product,
    pub(super) wanted: Wanted<'a>,
    /// The day whose tax rates apply, if different from the document's.
    pub(super) taxed_on: Option<Day>,
}

impl<'a> Item<'a> {
    pub(super) fn new(product: &'a Product, wanted: Wanted<'a>) -> Self {
        Self { product, wanted, taxed_on: None }
    }
}

/// Where a line's price, tax and text come from.
pub(super) enum Wanted<'a> {
    /// New, at the resolved price.
    New(&'a LineItem, &'a Resolved),
    /// As on an earlier document, in this quantity; `before` is what other documents have taken already.
    Earlier { line: &'a PricedLine, before: Quantity, quantity: Quantity },
    /// These amounts of an earlier line are returned or credited.
    Back { line: &'a PricedLine, quantity: Quantity, revenue: Money, tax: Money, charge: Money },
}

impl Wanted<'_> {
    fn comes_back(&self) -> bool {
        matches!(self, Self::Back { .. })
    }
}

/// Priced lines and the totals of their document.
pub(super) struct Priced {
    pub(super) lines: Vec<PricedLine>,
    pub(super) allowance_charges: Vec<AppliedAllowanceCharge>,
    pub(super) sums: Totals,
}

impl Priced {
    /// The document as the price check sees it.
    pub(super) fn judged<'a>(&'a self, costs: &'a [Option<Money>], policy: &'a TaxPolicy) -> Judged<'a> {
        Judged { lines: &self.lines, costs, net: self.sums.net, policy }
    }

    /// Whether net, tax or gross is negative: a deduction at one tax rate and a charge at another could give tax away.
    pub(super) fn is_in_favour(&self) -> bool {
        let Totals { net, tax, gross, .. } = self.sums;
        net.is_negative() || tax.is_negative() || gross.is_negative()
    }
}

/// Prices the lines, allowances and charges of a document. Amounts that are only returned or credited are not checked against limits, since they were
/// when sold.
///
/// # Errors
/// `field.invalid` and `limit.exceeded` with `line`, `tax.rate_missing`, `currency.mismatch`, `number.out_of_range`.
pub(super) fn price(items: &[Item<'_>], allowance_charges: &[AllowanceCharge], terms: &Terms<'_>) -> Result<Priced> {
    let mut lines = Vec::with_capacity(items.len());
    let mut taxed = Vec::with_capacity(items.len());
    for (number, item) in crate::stock::numbered(items) {
        let (line, tax) = price_line(number, item, terms).map_err(|e| e.with("line", number))?;
        if !item.wanted.comes_back() {
            crate::num::check_amount("amount", line.amount).map_err(|e| e.with("line", number))?;
        }
        lines.push(line);
        taxed.push(tax);
    }
    let is_new = items.iter().any(|item| matches!(item.wanted, Wanted::New(..)));
    let adjusted = allowance_charges.iter().map(|asked| adjust(asked, &taxed, is_new, terms)).collect::<Result<Vec<_>>>()?.concat();
    let amounts: Vec<TaxItem> = adjusted.iter().flat_map(|adjusted| adjusted.items.iter().cloned()).collect();
    let sums = totals(&taxed, &amounts, &terms.policy)?;
    let figures = sums.line_nets.iter().zip(&sums.line_revenues).zip(&sums.line_taxes);
    for (line, ((net, revenue), tax)) in lines.iter_mut().zip(figures) {
        (line.net, line.revenue, line.tax) = (*net, *revenue, *tax);
    }
    if !items.iter().all(|item| item.wanted.comes_back()) {
        check_totals(&sums, &amounts)?;
    }
    Ok(Priced { allowance_charges: applied(adjusted, &sums, &terms.policy)?, lines, sums })
}

/// # Errors
/// `limit.exceeded`.
fn check_totals(sums: &Totals, allowance_charges: &[TaxItem]) -> Result<()> {
    allowance_charges.iter().try_for_each(|item| crate::num::check_amount("allowance_charges", item.amount))?;
    sums.line_taxes.iter().zip(1_i64..).try_for_each(|(tax, number)| crate::num::check_amount("tax", *tax).map_err(|e| e.with("line", number)))?;
    crate::num::check_amount("net", sums.net)?;
    crate::num::check_amount("gross", sums.gross)
}

fn price_line(number: i64, item: &Item<'_>, terms: &Terms<'_>) -> Result<(PricedLine, TaxItem)> {
    match &item.wanted {
        Wanted::New(asked, found) => price_new(number, item, (asked, found), terms),
        Wanted::Earlier { line, before, quantity } => price_earlier(number, line, *before, *quantity, terms),
        Wanted::Back { line, quantity, revenue, tax, charge } => {
            let class = known_class(line, terms.rates);
            let zero = Money::zero(terms.policy.currency);
            let amount = if line.includes_tax { revenue.plus(*tax)? } else { *revenue };
            let entered_quantity = entered_part(line, *quantity);
            let entered_unit = line.entered_unit.clone().filter(|_| entered_quantity.is_some());
            let quantity = *quantity;
            let priced =
                PricedLine { line: number, quantity, entered_unit, entered_quantity, discount: zero, charge: *charge, amount, ..(*line).clone() };
            Ok((priced, TaxItem { amount: *revenue, includes_tax: false, given_tax: Some(*tax), quantity, class }))
        }
    }
}

fn price_new(number: i64, item: &Item<'_>, (asked, found): (&LineItem, &Resolved), terms: &Terms<'_>) -> Result<(PricedLine, TaxItem)> {
    check_item(asked, found, item.product, terms)?;
    let zero = Money::zero(terms.policy.currency);
    let LineAmount { amount, discount, charge } = line_amount(asked, found, &terms.policy)?;
    let amount = asked.given_net.unwrap_or(amount);
    let includes_tax = found.includes_tax.unwrap_or(terms.policy.prices_include_tax);
    let class = tax_class(asked.tax_code.as_ref(), item.product, item.taxed_on.unwrap_or(terms.day), terms)?;
    let line = PricedLine {
        line: number,
        product_id: asked.product_id,
        product_code: item.product.code.clone(),
        product_name: asked.text.clone().unwrap_or_else(|| item.product.name.clone()),
        unit: item.product.unit.clone(),
        quantity: found.quantity,
        entered_unit: found.entered.as_ref().map(|(unit, _)| unit.clone()),
        entered_quantity: found.entered.as_ref().map(|(_, quantity)| *quantity),
        currency: terms.policy.currency,
        unit_price: found.unit_price,
        price_quantity: found.price_quantity,
        price_source: found.source.clone(),
        includes_tax,
        discount_percent: found.discount_percent,
        discount,
        charge,
        amount,
        net: zero,
        revenue: zero,
        tax_code: class.code.clone(),
        tax_category: class.category,
        tax_rate: class.rate,
        tax: zero,
    };
    Ok((line, TaxItem { amount, includes_tax, given_tax: None, quantity: found.quantity, class }))
}

/// # Errors
/// `field.invalid`, `field.too_long`, `currency.mismatch`.
fn check_item(asked: &LineItem, found: &Resolved, product: &Product, terms: &Terms<'_>) -> Result<()> {
    check_text("text", asked.text.as_deref()).and(check_text("tax_code", asked.tax_code.as_deref()))?;
    if asked.quantity.is_zero() || ((product.is_stocked || product.is_kit) && asked.quantity.is_negative()) {
        return Err(Error::field("quantity", "is not positive"));
    }
    if (product.is_stocked || product.is_kit) && found.unit_price.amount() < Decimal::ZERO {
        return Err(Error::field("unit_price", "is negative"));
    }
    if !asked.price_quantity.is_positive() {
        return Err(Error::field("price_quantity", "is not positive"));
    }
    if asked.discount_percent.is_some_and(|percent| percent < Rate::ZERO || percent.decimal() > Decimal::ONE_HUNDRED) {
        return Err(Error::field("discount_percent", "is not between 0 and 100"));
    }
    if asked.discount.is_some_and(Money::is_negative) {
        return Err(Error::field("discount", "is negative"));
    }
    if asked.charge.is_some_and(Money::is_negative) {
        return Err(Error::field("charge", "is negative"));
    }
    let currencies = [Some(found.unit_price.currency()), asked.discount.map(Money::currency), asked.charge.map(Money::currency)];
    let given = asked.given_net.map(Money::currency);
    currencies.into_iter().chain([given]).flatten().try_for_each(|currency| crate::num::same_currency(currency, terms.policy.currency))
}

/// The amount of a line before tax, and its parts.
pub(super) struct LineAmount {
    amount: Money,
    discount: Money,
    charge: Money,
}

/// Quantity x price and the discount are printed, so each is rounded (EN 16931; 11,178.65 less 10 % is 10,060.78).
fn line_amount(asked: &LineItem, found: &Resolved, policy: &TaxPolicy) -> Result<LineAmount> {
    let zero = Money::zero(policy.currency);
    let whole = match found.exact {
        Some(exact) => Money::rounded(exact, policy.currency, policy.step, policy.rounding)?,
        None => price_times(found.unit_price, found.quantity, found.price_quantity, policy)?,
    };
    let discount = percent_of(whole, found.discount_percent, policy)?.plus(asked.discount.unwrap_or(zero))?;
    let charge = asked.charge.unwrap_or(zero);
    check_discount(asked, whole.plus(charge)?, discount)?;
    Ok(LineAmount { amount: whole.minus(discount)?.plus(charge)?, discount, charge })
}

/// Checks that a discount does not exceed the line; lines that are negative anyway, and given nets, are accepted as they are.
///
/// # Errors
/// `field.invalid` with the largest possible discount.
fn check_discount(asked: &LineItem, whole: Money, discount: Money) -> Result<()> {
    if asked.discount.is_none() || asked.given_net.is_some() || whole.is_negative() || !whole.minus(discount)?.is_negative() {
        return Ok(());
    }
    let reason = format!("exceeds the line amount of {}", whole.amount());
    Err(Error::field("discount", reason).with("limit", whole.amount()).with("discount", discount.amount()))
}

/// The tax class of a line: by its own tax code; otherwise by that of an exempt customer; otherwise by the product's, the customer's or the
/// company's, as replaced by the customer's tax profile.
pub(super) fn tax_class(asked: Option<&String>, product: &Product, day: Day, terms: &Terms<'_>) -> Result<TaxClass> {
    let Terms { customer, company, rates, .. } = *terms;
    let class = |code: &str| Ok(rate_on(rates, code, day)?.tax_class());
    if let Some(code) = asked {
        return class(code);
    }
    if let Some(own) = customer.tax_code.as_deref().map(class).transpose()?.filter(|own| own.category.is_exempt()) {
        return Ok(own);
    }
    match [&product.tax_code, &customer.tax_code, &company.default_tax_code].into_iter().flatten().next() {
        Some(code) => class(code_for(rates, customer.tax_profile.as_deref(), code, day)),
        None => Ok(untaxed()),
    }
}

pub(super) fn untaxed() -> TaxClass {
    TaxClass { code: String::new(), name: String::new(), category: TaxCategory::OutOfScope, rate: Rate::ZERO, exemption_reason: None }
}

/// The tax class of a line, with name and exemption reason if the tax rates still have it.
fn known_class(line: &PricedLine, rates: &[Stored<TaxRate>]) -> TaxClass {
    let class = class_of(line);
    let known = rates.iter().map(|rate| rate.tax_class()).find(|known| known.code == class.code && known.is_with(&class));
    known.unwrap_or(class)
}

pub(super) fn class_of(line: &PricedLine) -> TaxClass {
    let (code, category, rate) = (line.tax_code.clone(), line.tax_category, line.tax_rate);
    TaxClass { code, name: String::new(), category, rate, exemption_reason: None }
}

/// Prices a part of an earlier line: quantity x price and a percentage discount are calculated again, so that the new document adds up by itself;
/// fixed amounts are split so that the parts add up to them.
fn price_earlier(number: i64, line: &PricedLine, before: Quantity, quantity: Quantity, terms: &Terms<'_>) -> Result<(PricedLine, TaxItem)> {
    let policy = &terms.policy;
    let so_far = before.plus(quantity)?;
    let part = |whole: Money| share(whole, so_far, line.quantity, policy)?.minus(share(whole, before, line.quantity, policy)?);
    let percents = |q: Quantity| {
        let whole = price_times(line.unit_price, q, line.price_quantity, policy)?;
        Ok::<_, Error>((whole, percent_of(whole, line.discount_percent, policy)?))
    };
    let ((whole, in_percent), (ordered, ordered_percent)) = (percents(quantity)?, percents(line.quantity)?);
    let charge = part(line.charge)?;
    let discount = in_percent.plus(part(line.discount.minus(ordered_percent)?)?)?;
    let is_given = line.amount != ordered.minus(line.discount)?.plus(line.charge)?;
    let amount = if is_given { part(line.amount)? } else { whole.minus(discount)?.plus(charge)? };
    let rate = if line.tax_code.is_empty() { None } else { Some(rate_on(terms.rates, &line.tax_code, terms.day)?) };
    let class = rate.map_or_else(untaxed, TaxRate::tax_class);
    let (tax_category, tax_rate) = (class.category, class.rate);
    let entered_quantity = entered_part(line, quantity);
    let entered_unit = line.entered_unit.clone().filter(|_| entered_quantity.is_some());
    let priced =
        PricedLine { line: number, quantity, entered_unit, entered_quantity, discount, charge, amount, tax_category, tax_rate, ..line.clone() };
    Ok((priced, TaxItem { amount, includes_tax: line.includes_tax, given_tax: None, quantity, class }))
}

/// The part of the entered quantity that a part of the line corresponds to, if exact.
fn entered_part(line: &PricedLine, quantity: Quantity) -> Option<Quantity> {
    let exact = line.entered_quantity?.decimal().checked_mul(quantity.decimal())?.checked_div(line.quantity.decimal())?;
    Quantity::new(exact).ok()
}

crate::text::texts! {
    LineItem: tax_code lot component_lots;
    AllowanceCharge: reason tax_code;
}
