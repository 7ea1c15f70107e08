//! Lines of quotes, orders, deliveries and credits: what a caller asks for, and what pricing makes of it.
//!
//! Invariant: whatever a line came to on one document it comes to on the next, unless its quantity changes: the next one takes price, discount,
//! tax and text as they were, and never looks them up again.

use super::{
    LineCost, PriceTerms,
    prices::{Judged, Resolved},
};
use crate::{
    access::Right,
    company::Company,
    customers::Customer,
    documents::{AllowanceCharge, AllowanceChargeSize, AppliedAllowanceCharge, PricedLine, percent_of, price_times, share},
    entity::Stored,
    error::{Error, Result},
    ids::ProductId,
    limits,
    num::{Decimal, Money, Quantity, Rate, UnitPrice, overflow, rounding},
    policy::TaxPolicy,
    products::Product,
    stock::{ComponentLot, check_text, line_error},
    tax::{TaxCategory, TaxClass, TaxItem, TaxRate, Totals, code_for, rate_on, totals},
    time::Day,
};
use serde::{Deserialize, Serialize};

/// A product or service that is quoted, ordered, delivered or credited.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct LineItem {
    /// The product or service.
    pub product_id: ProductId,
    /// How much: positive for goods; a service may carry a negative quantity or price, to take something off.
    pub quantity: Quantity,
    /// Unit of quantity and price; none: the product's base unit.
    pub unit: Option<String>,
    /// Price; zero for a free line; none: what agreements and lists say.
    pub unit_price: Option<UnitPrice>,
    /// For how many units a given price is; one, unless it is a price for a hundred or so (BT-149).
    #[serde(default = "one")]
    pub price_quantity: Quantity,
    /// Whether price, discount, charge and given amounts include tax; none: as the list or the company's prices do.
    pub includes_tax: Option<bool>,
    /// Discount in percent of quantity x price, instead of the list's; the discount amount is what is rounded.
    pub discount_percent: Option<Rate>,
    /// A further discount, as an amount (BT-136).
    pub discount: Option<Money>,
    /// A charge on the line, such as packing (BT-141).
    pub charge: Option<Money>,
    /// The net that the other side's document prints, where lines are brought in from elsewhere; it is accepted as it is.
    pub given_net: Option<Money>,
    /// Text on the document; none: the product's name.
    pub text: Option<String>,
    /// Tax code; none: that of a customer who is exempt; else the product's, the customer's, the company's, in this order, as the customer's tax
    /// profile replaces it.
    pub tax_code: Option<String>,
    /// The lot or serial, where the product is tracked by it and goods move.
    pub lot: Option<String>,
    /// The lots or serials of the components, where the product is a kit and goods move.
    #[serde(default)]
    pub component_lots: Vec<ComponentLot>,
    /// What it costs, where goods move.
    #[serde(default)]
    pub cost: LineCost,
}

/// How many units a price is for when nothing is said of it.
fn one() -> Quantity {
    Quantity::from(1)
}

impl LineItem {
    /// A quantity at a price for one unit.
    pub fn new(product_id: ProductId, quantity: Quantity, unit_price: UnitPrice) -> Self {
        Self { unit_price: Some(unit_price), ..Self::listed(product_id, quantity) }
    }

    /// A quantity at the price that agreements and lists say.
    pub fn listed(product_id: ProductId, quantity: Quantity) -> Self {
        Self {
            product_id,
            quantity,
            unit: None,
            unit_price: None,
            price_quantity: Quantity::from(1),
            includes_tax: None,
            discount_percent: None,
            discount: None,
            charge: None,
            given_net: None,
            text: None,
            tax_code: None,
            lot: None,
            component_lots: Vec::new(),
            cost: LineCost::ByMethod,
        }
    }

    /// The line in a unit of its own, such as `box`.
    #[must_use]
    pub fn in_unit(self, unit: impl Into<String>) -> Self {
        Self { unit: Some(unit.into()), ..self }
    }

    /// The line with a discount in percent.
    #[must_use]
    pub fn less(self, percent: Rate) -> Self {
        Self { discount_percent: Some(percent), ..self }
    }
}

/// What pricing must know beside the lines.
pub(super) struct Terms<'a> {
    pub(super) company: &'a Company,
    pub(super) customer: &'a Customer,
    /// The day whose tax rates apply: the tax point.
    pub(super) day: Day,
    pub(super) policy: TaxPolicy,
    pub(super) rates: &'a [Stored<TaxRate>],
}

/// A line on its way to a document.
pub(super) struct Item<'a> {
    pub(super) product: &'a Product,
    pub(super) wanted: Wanted<'a>,
    /// The day whose tax rates apply, if another than the document's.
    pub(super) taxed_on: Option<Day>,
}

impl<'a> Item<'a> {
    pub(super) fn new(product: &'a Product, wanted: Wanted<'a>) -> Self {
        Self { product, wanted, taxed_on: None }
    }
}

/// Where a line's price, tax and text come from.
pub(super) enum Wanted<'a> {
    /// Asked for now, at the price that was found.
    New(&'a LineItem, &'a Resolved),
    /// As on an earlier document, in this quantity; `before` of it went to other documents already.
    Earlier { line: &'a PricedLine, before: Quantity, quantity: Quantity },
    /// These amounts of an earlier line come back.
    Back { line: &'a PricedLine, quantity: Quantity, revenue: Money, tax: Money, charge: Money },
}

impl Wanted<'_> {
    fn comes_back(&self) -> bool {
        matches!(self, Self::Back { .. })
    }
}

/// Priced lines and the sums of their document.
pub(super) struct Priced {
    pub(super) lines: Vec<PricedLine>,
    pub(super) allowance_charges: Vec<AppliedAllowanceCharge>,
    pub(super) sums: Totals,
}

impl Priced {
    /// The document as its prices are judged.
    pub(super) fn judged<'a>(&'a self, costs: &'a [Option<Money>], policy: &'a TaxPolicy) -> Judged<'a> {
        Judged { lines: &self.lines, costs, net: self.sums.net, policy }
    }

    /// Whether it, or its tax, comes to less than nothing: what is taken off at one tax and added at another gives tax away.
    pub(super) fn is_in_favour(&self) -> bool {
        let Totals { net, tax, gross, .. } = self.sums;
        net.is_negative() || tax.is_negative() || gross.is_negative()
    }
}

/// Prices the lines and allowance_charges of a document. What only comes back is as large as it left.
///
/// # Errors
/// `field.invalid` and `limit.exceeded` with `line`, `tax.rate_missing`, `currency.mismatch`, `number.out_of_range`.
pub(super) fn price(items: &[Item<'_>], allowance_charges: &[AllowanceCharge], terms: &Terms<'_>) -> Result<Priced> {
    let mut lines = Vec::with_capacity(items.len());
    let mut taxed = Vec::with_capacity(items.len());
    for (number, item) in crate::stock::numbered(items) {
        let (line, tax) = price_line(number, item, terms).map_err(|e| e.with("line", number))?;
        if !item.wanted.comes_back() {
            limits::check_amount("amount", line.amount).map_err(|e| e.with("line", number))?;
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
    allowance_charges.iter().try_for_each(|item| limits::check_amount("allowance_charges", item.amount))?;
    sums.line_taxes.iter().zip(1_i64..).try_for_each(|(tax, number)| limits::check_amount("tax", *tax).map_err(|e| e.with("line", number)))?;
    limits::check_amount("net", sums.net)?;
    limits::check_amount("gross", sums.gross)
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

/// What a line comes to before its tax, piece by piece.
struct LineAmount {
    amount: Money,
    discount: Money,
    charge: Money,
}

/// Quantity x price and the discount are printed, so each is rounded (EN 16931; of 11,178.65 less 10 % stay 10,060.78).
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

/// A discount takes no more off than there is; what takes something off anyway, and a net that is given, stay as they are.
///
/// # Errors
/// `field.invalid` with the largest discount that is possible.
fn check_discount(asked: &LineItem, whole: Money, discount: Money) -> Result<()> {
    if asked.discount.is_none() || asked.given_net.is_some() || whole.is_negative() || !whole.minus(discount)?.is_negative() {
        return Ok(());
    }
    let reason = format!("takes more off than the line comes to, {}", whole.amount());
    Err(Error::field("discount", reason).with("limit", whole.amount()).with("discount", discount.amount()))
}

/// What a line is taxed as: by the code that it says; else by that of a customer who is exempt; else by the product's, the customer's or the
/// company's, as the customer's tax profile replaces it.
fn tax_class(asked: Option<&String>, product: &Product, day: Day, terms: &Terms<'_>) -> Result<TaxClass> {
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

fn untaxed() -> TaxClass {
    TaxClass { code: String::new(), name: String::new(), category: TaxCategory::OutOfScope, rate: Rate::ZERO, exemption_reason: None }
}

/// The same with the name and the reason of an exemption, as far as rates still say them.
fn known_class(line: &PricedLine, rates: &[Stored<TaxRate>]) -> TaxClass {
    let class = class_of(line);
    let known = rates.iter().map(|rate| rate.tax_class()).find(|known| known.code == class.code && known.is_with(&class));
    known.unwrap_or(class)
}

pub(super) fn class_of(line: &PricedLine) -> TaxClass {
    let (code, category, rate) = (line.tax_code.clone(), line.tax_category, line.tax_rate);
    TaxClass { code, name: String::new(), category, rate, exemption_reason: None }
}

/// A part of an earlier line: quantity x price and a discount in percent are calculated anew, so that the new document adds up by itself; fixed
/// amounts are shared out in such a way that the parts of a line add up to them.
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

/// The line at another price and discount in percent; fixed discounts and charges stay.
pub(super) fn at_price(line: &PricedLine, terms: &PriceTerms, policy: &TaxPolicy) -> Result<PricedLine> {
    let PriceTerms { unit_price, price_quantity, discount_percent } = *terms;
    let before = price_times(line.unit_price, line.quantity, line.price_quantity, policy)?;
    let fixed = line.discount.minus(percent_of(before, line.discount_percent, policy)?)?;
    let whole = price_times(unit_price, line.quantity, price_quantity, policy)?;
    let discount = percent_of(whole, discount_percent, policy)?.plus(fixed)?;
    let amount = whole.minus(discount)?.plus(line.charge)?;
    Ok(PricedLine { unit_price, price_quantity, discount_percent, discount, amount, ..line.clone() })
}

/// How much of the entered unit a part of a line is, if it comes out even.
fn entered_part(line: &PricedLine, quantity: Quantity) -> Option<Quantity> {
    let exact = line.entered_quantity?.decimal().checked_mul(quantity.decimal())?.checked_div(line.quantity.decimal())?;
    Quantity::new(exact).ok()
}

/// An adjustment as items of the totals, all of one class.
#[derive(Clone)]
struct Adjusted<'a> {
    asked: &'a AllowanceCharge,
    size: AllowanceChargeSize,
    class: TaxClass,
    /// What it is of lines with tax inside, and of lines without.
    items: Vec<TaxItem>,
}

/// An adjustment for each class of tax that it is of.
///
/// # Errors
/// `field.invalid` on `tax_code` with the codes of the lines, `field.too_long`, `tax.rate_missing`, `currency.mismatch`, `number.out_of_range`.
fn adjust<'a>(asked: &'a AllowanceCharge, lines: &[TaxItem], is_new: bool, terms: &Terms<'_>) -> Result<Vec<Adjusted<'a>>> {
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
            Err(Error::field("size", "takes off more than everything"))
        }
        AllowanceChargeSize::Percent(percent) => {
            let own = |class: &TaxClass| lines.iter().any(|line| line.class.is_with(class));
            if let (true, Some(class)) = (is_new, classes.iter().find(|class| !own(class))) {
                return Err(not_of(lines, format!("is `{}`, which no line is taxed by", class.code)));
            }
            let part = |class: TaxClass| {
                let items = percent_items(percent, lines, &class, &terms.policy)?;
                Ok(Adjusted { asked, size: asked.size, class, items })
            };
            classes.into_iter().map(part).collect()
        }
    }
}

/// What an adjustment is taxed as: what it says; else what the lines are.
fn adjusted_classes(asked: &AllowanceCharge, lines: &[TaxItem], is_new: bool, terms: &Terms<'_>) -> Result<Vec<TaxClass>> {
    match &asked.tax_code {
        // What was not taxed on the document before is not taxed on this one.
        Some(code) if code.is_empty() && !is_new => return Ok(vec![untaxed()]),
        Some(code) => return Ok(vec![rate_on(terms.rates, code, terms.day)?.tax_class()]),
        None => {}
    }
    let classes = classes_of(lines);
    if classes.len() <= 1 || asked.is_split {
        return Ok(classes);
    }
    Err(not_of(lines, "is needed, because the lines are taxed differently; or the amount is split".to_owned()))
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

/// What is wrong with the tax code of an adjustment, and which codes the lines have.
fn not_of(lines: &[TaxItem], what: String) -> Error {
    let codes: Vec<String> = classes_of(lines).into_iter().map(|class| class.code).collect();
    Error::field("tax_code", what).with("tax_codes", codes.join(", "))
}

/// What the lines of each class weigh, where an amount is split over the classes.
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

/// A percentage of lines: of what they come to with tax where they include it, and without where they do not, so that it is the same of both.
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

/// Adjustments as documents keep them, once the totals are known.
fn applied(adjusted: Vec<Adjusted<'_>>, sums: &Totals, policy: &TaxPolicy) -> Result<Vec<AppliedAllowanceCharge>> {
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

/// An error of a line's quantity against what is left of it.
pub(super) fn exceeds(code: crate::Code, number: i64, wanted: Quantity, left: Quantity) -> Error {
    Error::new(code, format!("less than {wanted} of the line is left"))
        .with("line", number)
        .guarded(Right::SalesRead, "available", left)
        .with("requested", wanted)
}

/// Checks a quantity taken from an earlier line of a quantity: positive, or negative as the line is.
///
/// # Errors
/// `field.invalid`.
pub(super) fn check_part(number: i64, quantity: Quantity, of: Quantity) -> Result<()> {
    match (of.is_negative(), quantity.is_positive(), quantity.is_negative()) {
        (false, true, _) | (true, _, true) => Ok(()),
        (false, ..) => Err(line_error(number, "quantity", "is not positive")),
        (true, ..) => Err(line_error(number, "quantity", "is not negative, as the line is")),
    }
}

/// Whether a quantity taken from an earlier line is more than what is left of it.
pub(super) fn is_beyond(quantity: Quantity, left: Quantity) -> bool {
    if quantity.is_negative() { quantity < left } else { quantity > left }
}

/// How much of a document went on to other documents, with what goes on now.
pub(super) struct Progress {
    whole: Decimal,
    after: Decimal,
    /// Whether nothing is left.
    pub(super) is_all: bool,
}

/// A line of a document that goes on in parts.
pub(super) struct InParts {
    pub(super) net: Money,
    pub(super) quantity: Quantity,
    /// How much of it went on before, and goes on now.
    pub(super) before: Quantity,
    pub(super) now: Quantity,
}

/// Whether a line that takes something off goes on now, while some of what it was taken off does not.
pub(super) fn takes_off_early(lines: &[InParts]) -> Result<bool> {
    let mut is_left = false;
    for line in lines.iter().filter(|line| !line.net.is_negative()) {
        is_left = is_left || line.quantity.minus(line.before)?.minus(line.now)?.is_positive();
    }
    Ok(is_left && lines.iter().any(|line| line.net.is_negative() && !line.now.is_zero()))
}

impl Progress {
    /// Of a document with these lines. What goes on beyond a line is no more of the whole.
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

    /// Allowances and charges, as far as they fall to what goes on now: percentages as they are; amounts in proportion, less what of each went on
    /// before, so that all parts together have the whole, and none is more than that or has another sign.
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
        // Rounding once keeps the parts in order, so that their differences never change sign.
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

/// What of each allowance and charge other documents carry already: those that stand, and of those that were taken back what was not.
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

crate::text::texts! {
    LineItem: tax_code lot component_lots;
    AllowanceCharge: reason tax_code;
}
