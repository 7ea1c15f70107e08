//! The price of a line, from the data read: see the table in the parent module.

use super::{BreakBasis, CustomerPrice, Discount, LineAmount, PriceList, PriceListItem, PriceSettings, line_amount};
use crate::{
    customers::{Customer, CustomerGroup},
    documents::{PriceSource, SalesLine},
    entity::Stored,
    error::{Code, Error, Result},
    ids::{CustomerGroupId, PriceListId, PriceListItemId, ProductId},
    limits,
    num::{Currency, FINE_SCALE, MoneyStep, Quantity, Rate, RoundingMode, UnitPrice, fraction::millionths, overflow, rounding},
    products::{Product, ProductUnit, UnitRatio, UnitTable, is_within},
    time::Day,
};
use serde::{Deserialize, Serialize};
use std::{cmp::Reverse, collections::BTreeMap};

/// A line to price.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct PriceLine {
    /// The product.
    pub product_id: ProductId,
    /// Quantity, positive.
    pub quantity: Quantity,
    /// Unit of the quantity; none: the base unit.
    pub unit: Option<String>,
}

impl PriceLine {
    /// A quantity in the base unit.
    pub fn new(product_id: ProductId, quantity: Quantity) -> Self {
        Self { product_id, quantity, unit: None }
    }
}

/// A price, what it is for, and its source.
#[derive(Debug, Clone, PartialEq, Serialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct Priced {
    /// The price as written in its source.
    pub unit_price: UnitPrice,
    /// The unit it is for; none: the base unit, which the product leaves unnamed.
    pub unit: Option<String>,
    /// How many of the line's units it is for.
    pub per: UnitRatio,
    /// Discount on it, in percent.
    pub discount: Option<Rate>,
    /// Whether it includes tax.
    pub includes_tax: bool,
    /// Where the price comes from.
    pub source: PriceSource,
}

impl Priced {
    /// The price per line unit, before the discount.
    ///
    /// # Errors
    /// `unit.inexact` if that needs more than 6 decimals: the line then keeps the price and [`Priced::per`].
    pub fn in_line_unit(&self) -> Result<UnitPrice> {
        self.per.convert_price(self.unit_price, UnitRatio::ONE)
    }

    /// The amounts for a quantity of the line's unit.
    ///
    /// # Errors
    /// As [`line_amount`].
    pub fn amount(&self, quantity: Quantity, step: MoneyStep, mode: RoundingMode) -> Result<LineAmount> {
        line_amount(quantity, self.unit_price, self.per, Discount::from(self.discount), step, mode)
    }
}

/// All data that one customer's product prices depend on; made by [`PricingReads`](super::PricingReads), or by hand.
#[derive(Debug, Clone)]
pub struct PriceBook {
    /// The day.
    pub day: Day,
    /// The requested currency.
    pub currency: Currency,
    /// Whether prices include tax, if their source does not say.
    pub prices_include_tax: bool,
    /// The company's pricing settings.
    pub settings: PriceSettings,
    /// The customer; none: prices for anyone.
    pub customer: Option<Stored<Customer>>,
    /// Its group and all groups above, in any order.
    pub groups: Vec<Stored<CustomerGroup>>,
    /// Price lists that may apply.
    pub lists: BTreeMap<PriceListId, PriceList>,
    /// Their items.
    pub items: Vec<Stored<PriceListItem>>,
    /// Agreements with the customer.
    pub agreements: Vec<Stored<CustomerPrice>>,
    /// The products.
    pub products: BTreeMap<ProductId, Product>,
    /// Their units.
    pub units: Vec<ProductUnit>,
    /// For each product, the last line delivered to the customer.
    pub last: Vec<Stored<SalesLine>>,
}

/// A line as the rules see it.
struct Wanted<'b> {
    product_id: ProductId,
    product: &'b Product,
    units: UnitTable,
    /// The line's unit; none for the base unit.
    unit: Option<&'b str>,
    ratio: UnitRatio,
    /// Base units on the line.
    of_line: Quantity,
    /// Base units on the document.
    of_document: Quantity,
}

/// What agreements and list items have in common.
struct Offer<'o> {
    unit: Option<&'o str>,
    min_quantity: Quantity,
    currency: Currency,
    period: (Option<Day>, Option<Day>),
}

impl PriceBook {
    /// The prices of one document's lines, in order; none where no source gives one.
    ///
    /// # Errors
    /// `reference.missing`, `unit.unknown`, `unit.inexact`, `field.invalid` with `line`.
    pub fn price_all(&self, lines: &[PriceLine]) -> Result<Vec<Option<Priced>>> {
        self.price_some(&lines.iter().cloned().map(Some).collect::<Vec<_>>())
    }

    /// The same for a document where some lines need no price: none for those.
    pub(crate) fn price_some(&self, lines: &[Option<PriceLine>]) -> Result<Vec<Option<Priced>>> {
        let mut totals: BTreeMap<ProductId, Quantity> = BTreeMap::new();
        let numbered = || (1_i64..).zip(lines);
        for (number, line) in numbered() {
            let Some(line) = line else { continue };
            let base = self.in_base(line).map_err(|e| e.with("line", number))?;
            let total = totals.entry(line.product_id).or_default();
            *total = total.plus(base)?;
        }
        let priced = |(number, line): (i64, &Option<PriceLine>)| {
            let Some(line) = line else { return Ok(None) };
            let total = totals.get(&line.product_id).copied().unwrap_or_default();
            self.price(line, total).map_err(|e| e.with("line", number))
        };
        numbered().map(priced).collect()
    }

    /// The price of a line; `of_document` is the quantity of the product on the whole document, in the base unit.
    ///
    /// # Errors
    /// `reference.missing`, `unit.unknown`, `unit.inexact`, `field.invalid`.
    pub fn price(&self, line: &PriceLine, of_document: Quantity) -> Result<Option<Priced>> {
        let wanted = self.wanted(line, of_document)?;
        let Some(agreed) = self.agreement(&wanted)? else { return self.without_agreement(&wanted) };
        let source = |on| PriceSource::Customer { customer_price_id: agreed.id, on };
        if let Some(price) = agreed.unit_price {
            let unit = agreed.unit.as_deref();
            return self.priced(&wanted, price, unit, agreed.discount, self.prices_include_tax, source(None)).map(Some);
        }
        let beneath = self.without_agreement(&wanted)?;
        Ok(beneath.map(|p| Priced { discount: agreed.discount, source: source(Some(Box::new(p.source))), ..p }))
    }

    fn without_agreement(&self, wanted: &Wanted<'_>) -> Result<Option<Priced>> {
        for (list_id, source) in self.lists_in_order() {
            if let Some((list, item)) = self.item(list_id, wanted)? {
                let source = source(list_id, item.id);
                let unit = item.unit.as_deref();
                return self.priced(wanted, item.unit_price, unit, item.discount, list.prices_include_tax, source).map(Some);
            }
        }
        if let Some(last) = self.last_price(wanted)? {
            return Ok(Some(last));
        }
        let own = wanted.product.list_price.filter(|p| p.currency() == self.currency);
        own.map(|price| self.priced(wanted, price, None, None, self.prices_include_tax, PriceSource::Product)).transpose()
    }

    /// The lists that may give the price, in order of precedence.
    fn lists_in_order(&self) -> Vec<(PriceListId, impl Fn(PriceListId, PriceListItemId) -> PriceSource + use<>)> {
        #[derive(Clone, Copy)]
        enum Of {
            Customer,
            Group(CustomerGroupId),
            Company,
        }
        let own = self.customer.as_ref().and_then(|c| c.price_list_id).map(|list| (list, Of::Customer));
        let groups = self.path().into_iter().filter_map(|g| Some((g.price_list_id?, Of::Group(g.id))));
        let company = self.settings.price_list_id.map(|list| (list, Of::Company));
        let source = |of: Of| {
            move |list_id, item_id| match of {
                Of::Customer => PriceSource::CustomerList { list_id, item_id },
                Of::Group(group_id) => PriceSource::GroupList { group_id, list_id, item_id },
                Of::Company => PriceSource::CompanyList { list_id, item_id },
            }
        };
        own.into_iter().chain(groups).chain(company).map(|(list, of)| (list, source(of))).collect()
    }

    /// The customer's group, then its ancestors up to the root.
    fn path(&self) -> Vec<&Stored<CustomerGroup>> {
        let mut next = self.customer.as_ref().and_then(|c| c.group_id);
        let mut path = Vec::new();
        while let Some(group) = self.groups.iter().find(|g| Some(g.id) == next).filter(|_| path.len() < limits::MAX_TREE_DEPTH) {
            path.push(group);
            next = group.parent_id;
        }
        path
    }

    fn in_base(&self, line: &PriceLine) -> Result<Quantity> {
        if !line.quantity.is_positive() {
            return Err(Error::field("quantity", "is not positive"));
        }
        self.units_of(line.product_id)?.1.to_base(line.quantity, line.unit.as_deref())
    }

    fn units_of(&self, id: ProductId) -> Result<(&Product, UnitTable)> {
        let missing = || Error::new(Code::ReferenceMissing, "there is no such product").with("field", "product_id").with("id", id);
        let product = self.products.get(&id).ok_or_else(missing)?;
        Ok((product, UnitTable::new(product, self.units.iter().filter(|u| u.product_id == id))?))
    }

    fn wanted<'b>(&'b self, line: &'b PriceLine, of_document: Quantity) -> Result<Wanted<'b>> {
        let of_line = self.in_base(line)?;
        let (product, units) = self.units_of(line.product_id)?;
        let unit = line.unit.as_deref().filter(|u| units.base() != Some(u));
        let ratio = units.ratio(unit)?;
        Ok(Wanted { product_id: line.product_id, product, units, unit, ratio, of_line, of_document })
    }

    fn agreement(&self, wanted: &Wanted<'_>) -> Result<Option<&Stored<CustomerPrice>>> {
        let customer = self.customer.as_ref().map(|c| c.id);
        let mut best = None;
        for agreed in self.agreements.iter().filter(|a| a.product_id == wanted.product_id && Some(a.customer_id) == customer) {
            let offer = Offer {
                unit: agreed.unit.as_deref(),
                min_quantity: agreed.min_quantity,
                currency: agreed.currency,
                period: (agreed.valid_from, agreed.valid_to),
            };
            let rank = self.rank(&offer, wanted, wanted.of_line)?.map(|rank| (rank, Reverse(agreed.id)));
            keep_better(&mut best, rank, agreed);
        }
        Ok(best.map(|(_, agreed)| agreed))
    }

    fn item(&self, list_id: PriceListId, wanted: &Wanted<'_>) -> Result<Option<(&PriceList, &Stored<PriceListItem>)>> {
        let is_usable = |l: &&PriceList| l.is_active && l.currency == self.currency && is_within(self.day, l.valid_from, l.valid_to);
        let Some(list) = self.lists.get(&list_id).filter(is_usable) else { return Ok(None) };
        let reached = match list.breaks {
            BreakBasis::Line => wanted.of_line,
            BreakBasis::Document => wanted.of_document,
        };
        let mut best = None;
        for item in self.items.iter().filter(|i| i.list_id == list_id && i.product_id == wanted.product_id) {
            let offer = Offer {
                unit: item.unit.as_deref(),
                min_quantity: item.min_quantity,
                currency: item.currency,
                period: (item.valid_from, item.valid_to),
            };
            let rank = self.rank(&offer, wanted, reached)?.map(|rank| (rank, Reverse(item.id)));
            keep_better(&mut best, rank, item);
        }
        Ok(best.map(|(_, item)| (list, item)))
    }

    /// The rank of an offer, smallest first; none if it does not apply.
    #[allow(clippy::type_complexity, reason = "a rank is compared, and never looked into")]
    fn rank(&self, offer: &Offer<'_>, wanted: &Wanted<'_>, reached: Quantity) -> Result<Option<(u8, Reverse<Quantity>, Reverse<Option<Day>>)>> {
        let (from, to) = offer.period;
        if offer.currency != self.currency || !is_within(self.day, from, to) {
            return Ok(None);
        }
        let unit = offer.unit.filter(|u| wanted.units.base() != Some(u));
        // A price in a unit that the product no longer has is ignored.
        let Ok(ratio) = wanted.units.ratio(unit) else { return Ok(None) };
        let least = millionths(offer.min_quantity.decimal())?.checked_mul(ratio.numerator());
        let here = millionths(reached.decimal())?.checked_mul(ratio.denominator());
        if least.ok_or_else(overflow)? > here.ok_or_else(overflow)? {
            return Ok(None);
        }
        let unit_rank = match unit {
            unit if unit == wanted.unit => 0,
            None => 1,
            Some(_) => 2,
        };
        Ok(Some((unit_rank, Reverse(offer.min_quantity), Reverse(from))))
    }

    fn priced(
        &self,
        wanted: &Wanted<'_>,
        unit_price: UnitPrice,
        unit: Option<&str>,
        discount: Option<Rate>,
        includes_tax: bool,
        source: PriceSource,
    ) -> Result<Priced> {
        let per = wanted.units.ratio(unit)?.per(wanted.ratio)?;
        let unit = unit.or(wanted.units.base()).map(str::to_owned);
        Ok(Priced { unit_price, unit, per, discount, includes_tax, source })
    }

    /// Net divided by quantity, if exact; otherwise the net, per that quantity.
    fn last_price(&self, wanted: &Wanted<'_>) -> Result<Option<Priced>> {
        let holds = |l: &&Stored<SalesLine>| l.product_id == wanted.product_id && l.currency == self.currency && l.quantity.is_positive();
        let last = self.last.iter().filter(|_| self.settings.uses_last_price).find(holds);
        let Some(last) = last else { return Ok(None) };
        let whole = UnitPrice::new(last.net.amount(), last.currency)?;
        let of = UnitRatio::of_quantity(last.quantity)?;
        let (unit_price, of) = match of.convert_price(whole, UnitRatio::ONE) {
            Ok(each) => (each, UnitRatio::ONE),
            Err(_) => (whole, of),
        };
        let unit = wanted.units.base().map(str::to_owned);
        let source = PriceSource::LastPrice { line_id: last.id };
        Ok(Some(Priced { unit_price, unit, per: of.per(wanted.ratio)?, discount: None, includes_tax: false, source }))
    }
}

/// A net price for display: rounded to the decimals of a unit price if not exact.
///
/// # Errors
/// `number.out_of_range`.
pub(super) fn price_shown(net: crate::num::Money, quantity: Quantity) -> Result<UnitPrice> {
    let exact = net.amount().checked_div(quantity.decimal()).ok_or_else(overflow)?;
    UnitPrice::new(rounding::to_scale(exact, FINE_SCALE, RoundingMode::HalfUp), net.currency())
}

fn keep_better<'o, R: Ord, T>(best: &mut Option<(R, &'o T)>, rank: Option<R>, offer: &'o T) {
    if let Some(rank) = rank
        && best.as_ref().is_none_or(|(other, _)| rank < *other)
    {
        *best = Some((rank, offer));
    }
}

#[cfg(test)]
#[allow(clippy::arithmetic_side_effects, reason = "small numbers of tests")]
mod tests {
    use super::*;
    use crate::{
        ids::{CustomerId, CustomerPriceId},
        num::Decimal,
    };
    use proptest::prelude::*;
    use uuid::Uuid;

    const EUR: Currency = Currency::EUR;

    fn id(n: u128) -> Uuid {
        Uuid::from_u128(n)
    }

    fn day(n: i64) -> Day {
        Day::default() + chrono::TimeDelta::days(n)
    }

    /// A row of a list: list, unit, minimum quantity, price, first and last day.
    type Row = (u8, u8, i64, i64, Option<i64>, Option<i64>);

    fn item(n: usize, (list, unit, min, cents, from, to): Row) -> Stored<PriceListItem> {
        let price = UnitPrice::new(Decimal::new(cents, 2), EUR).unwrap();
        let item = PriceListItem {
            unit: [None, Some("box".to_owned()), Some("pallet".to_owned())][usize::from(unit)].clone(),
            min_quantity: Quantity::new(Decimal::from(min)).unwrap(),
            valid_from: from.map(day),
            valid_to: from.zip(to).map(|(from, length)| day(from + length)),
            ..PriceListItem::new(PriceListId(id(u128::from(list))), ProductId(id(9)), price)
        };
        Stored::new(PriceListItemId(id(1000 + n as u128)), item)
    }

    /// A customer with list 0, in a group with list 1, in a company with list 2.
    fn book(rows: &[Row]) -> PriceBook {
        let group = CustomerGroup { price_list_id: Some(PriceListId(id(1))), ..CustomerGroup::new("g", "G", None) };
        let customer = Customer { group_id: Some(CustomerGroupId(id(7))), price_list_id: Some(PriceListId(id(0))), ..Customer::new("c", "C") };
        let unit = |name: &str, pieces| ProductUnit::new(ProductId(id(9)), name, pieces, 1);
        PriceBook {
            day: day(5),
            currency: EUR,
            prices_include_tax: false,
            settings: PriceSettings { price_list_id: Some(PriceListId(id(2))), ..PriceSettings::default() },
            customer: Some(Stored::new(CustomerId(id(8)), customer)),
            groups: vec![Stored::new(CustomerGroupId(id(7)), group)],
            lists: (0..3).map(|n| (PriceListId(id(n)), PriceList::new("l", "L", EUR))).collect(),
            items: rows.iter().enumerate().map(|(n, row)| item(n, *row)).collect(),
            agreements: Vec::new(),
            products: [(ProductId(id(9)), Product::stocked("p", "P", EUR))].into(),
            units: vec![unit("box", 12), unit("pallet", 480)],
            last: Vec::new(),
        }
    }

    fn row() -> impl Strategy<Value = Row> {
        (0_u8..3, 0_u8..3, 0_i64..30, 1_i64..10_000, prop::option::of(0_i64..10), prop::option::of(0_i64..10))
    }

    fn price(book: &PriceBook, quantity: i64, unit: u8) -> Option<Priced> {
        let unit = [None, Some("box".to_owned()), Some("pallet".to_owned())][usize::from(unit)].clone();
        let line = PriceLine { product_id: ProductId(id(9)), quantity: Quantity::new(Decimal::from(quantity)).unwrap(), unit };
        book.price_all(&[line]).unwrap().pop().unwrap()
    }

    fn item_of(source: &PriceSource) -> PriceListItemId {
        match source {
            PriceSource::CustomerList { item_id, .. } | PriceSource::GroupList { item_id, .. } | PriceSource::CompanyList { item_id, .. } => *item_id,
            other => panic!("{other:?}"),
        }
    }

    #[test]
    fn an_agreement_goes_before_lists_from_its_quantity_on_and_a_discount_needs_a_price() {
        let mut book = book(&[(0, 0, 0, 1000, None, None)]);
        let least = |least: i32, price: Option<&str>| CustomerPrice {
            min_quantity: Quantity::from(least),
            unit_price: price.map(|text| UnitPrice::parse(text, EUR).unwrap()),
            ..CustomerPrice::discounted(CustomerId(id(8)), ProductId(id(9)), Rate::parse("50").unwrap(), EUR)
        };
        book.agreements = vec![Stored::new(CustomerPriceId(id(1)), least(10, Some("8"))), Stored::new(CustomerPriceId(id(2)), least(5, None))];
        let found = |book: &PriceBook, quantity| price(book, quantity, 0).map(|p| (p.unit_price.amount().to_string(), p.discount.is_some()));
        assert_eq!(found(&book, 4), Some(("10".into(), false)));
        assert_eq!(found(&book, 5), Some(("10".into(), true)));
        assert_eq!(found(&book, 10), Some(("8".into(), true)));
        book.items.clear();
        assert_eq!((found(&book, 5), found(&book, 10)), (None, Some(("8".into(), true))));
        book.agreements.iter_mut().for_each(|a| a.customer_id = CustomerId(id(80)));
        assert_eq!(found(&book, 10), None);
    }

    proptest! {
        /// The result does not depend on the order in which rows were read.
        #[test]
        fn resolution_is_deterministic(rows in prop::collection::vec(row(), 0..12), quantity in 1_i64..500, unit in 0_u8..3, turn in 0_usize..12) {
            let (one, mut other) = (book(&rows), book(&rows));
            other.items.reverse();
            if !rows.is_empty() {
                other.items.rotate_left(turn % rows.len());
            }
            prop_assert_eq!(price(&one, quantity, unit), price(&other, quantity, unit));
        }

        /// Rows not in force or not reached never matter; the winning row still wins alone, and with longer validity.
        #[test]
        fn resolution_is_monotone_in_validity(rows in prop::collection::vec(row(), 0..12), quantity in 1_i64..500, unit in 0_u8..3) {
            let all = book(&rows);
            let mut kept = all.clone();
            let is_in_force = |i: &PriceListItem| is_within(all.day, i.valid_from, i.valid_to);
            kept.items.retain(|i| is_in_force(i));
            let found = price(&all, quantity, unit);
            prop_assert_eq!(&found, &price(&kept, quantity, unit));
            if let Some(found) = found {
                let winner = item_of(&found.source);
                let mut longer = all.clone();
                longer.items.iter_mut().filter(|i| i.id == winner).for_each(|i| i.valid_to = None);
                prop_assert_eq!(Some(found.clone()), price(&longer, quantity, unit));
                let mut alone = all.clone();
                alone.items.retain(|i| i.id == winner);
                prop_assert_eq!(Some(found), price(&alone, quantity, unit));
                let won = &alone.items[0];
                prop_assert!(is_in_force(won));
            } else {
                prop_assert!(kept.items.iter().all(|i| i.min_quantity.is_positive()), "a price from nothing on is always reached");
            }
        }

        /// A line costs the same in pieces and in boxes if only the list has prices per piece.
        #[test]
        fn the_amount_does_not_depend_on_the_unit_of_the_line(boxes in 1_i64..50, cents in 1_i64..100_000) {
            let book = book(&[(2, 0, 0, cents, None, None)]);
            let amount = |quantity, unit| {
                let priced = price(&book, quantity, unit).unwrap();
                priced.amount(Quantity::new(Decimal::from(quantity)).unwrap(), EUR.step(), RoundingMode::HalfUp).unwrap().net
            };
            prop_assert_eq!(amount(boxes, 1), amount(boxes * 12, 0));
        }
    }
}
