//! Price lists, their items, and customer prices and discounts.

use super::{
    OpeningPrice, OpeningPriceList,
    problem::SourceRow,
    work::{Work, count},
};
use crate::{
    entity::Stored,
    num::{Currency, UnitPrice},
    pricing::{CustomerPrice, PriceList, PriceListItem},
};

impl Work<'_> {
    /// Lists, then their items, then customer prices.
    pub(super) fn prices(&mut self) {
        let part = self.part;
        for row in part.price_lists {
            self.price_list(row);
        }
        for row in part.prices {
            self.list_item(row);
        }
        for row in part.customer_prices {
            self.customer_price(row);
        }
    }

    fn price_list(&mut self, row: &SourceRow<OpeningPriceList>) {
        let value = &row.value;
        let list = PriceList {
            valid_from: value.valid_from,
            valid_to: value.valid_to,
            prices_include_tax: value.includes_tax.unwrap_or(false),
            ..PriceList::new(&value.code, &value.name, value.currency.unwrap_or(self.currency))
        };
        let is_same = |known: &Stored<PriceList>| {
            let PriceList { name, currency, valid_from, valid_to, prices_include_tax, .. } = list.clone();
            PriceList { name, currency, valid_from, valid_to, prices_include_tax, ..known.data.clone() } == known.data
        };
        match self.known.price_lists.get(&value.code) {
            Some(known) if is_same(known) => self.is_unchanged(),
            Some(_) => self.problem(row, "price_list", "differs_from_stored", "a price list with this code has different values", &value.code),
            None => {
                let Some(stored) = self.insert(row, "price_list", list, &value.code) else { return };
                count(&mut self.report.price_lists_created);
                self.known.price_lists.insert(value.code.clone(), stored);
            }
        }
    }

    /// The price of a row, if it has a valid one.
    fn unit_price(&mut self, row: &SourceRow<OpeningPrice>, currency: Currency) -> Option<Option<UnitPrice>> {
        let price = row.value.price.map(|price| UnitPrice::new(price, currency)).transpose();
        self.accept(row, "unit_price", price, &row.value.product)
    }

    fn list_item(&mut self, row: &SourceRow<OpeningPrice>) {
        let value = &row.value;
        let Some((list_id, currency)) = self.known.price_lists.get(&value.of).map(|l| (l.id, l.currency)) else {
            self.problem(row, "price_list", "unknown_price_list", "there is no price list with this code", &value.of);
            return;
        };
        let Some(product_id) = self.product_of(row, &value.product) else { return };
        if !self.is_counted_in(row, (&value.product, product_id), value.unit.as_deref()) {
            return;
        }
        if !self.is_in_currency(row, "unit_price", currency) {
            return;
        }
        let Some(price) = self.unit_price(row, currency) else { return };
        let Some(price) = price else {
            self.problem(row, "unit_price", "missing", "the price is missing", &value.product);
            return;
        };
        let item = PriceListItem {
            unit: value.unit.clone(),
            min_quantity: value.min_quantity,
            discount: value.discount,
            valid_from: value.valid_from,
            valid_to: value.valid_to,
            ..PriceListItem::new(list_id, product_id, price)
        };
        let is_its = |k: &&PriceListItem| (&k.unit, k.min_quantity, k.valid_from) == (&item.unit, item.min_quantity, item.valid_from);
        let is_same = self.known.prices.all(&(list_id, product_id)).find(is_its).map(|known| *known == item);
        match is_same {
            Some(true) => self.is_unchanged(),
            Some(false) => self.problem(row, "unit_price", "differs_from_stored", "the list has a different price for the product", &value.product),
            None => {
                let Some(stored) = self.insert(row, "unit_price", item, &value.product) else { return };
                count(&mut self.report.prices_created);
                self.known.prices.push((list_id, product_id), stored.data);
            }
        }
    }

    fn customer_price(&mut self, row: &SourceRow<OpeningPrice>) {
        let value = &row.value;
        let Some(customer_id) = self.customer_of(row, &value.of) else { return };
        let Some(product_id) = self.product_of(row, &value.product) else { return };
        if !self.is_counted_in(row, (&value.product, product_id), value.unit.as_deref()) {
            return;
        }
        if !self.is_in_currency(row, "unit_price", self.currency) {
            return;
        }
        let Some(unit_price) = self.unit_price(row, self.currency) else { return };
        let price = CustomerPrice {
            customer_id,
            product_id,
            unit: value.unit.clone(),
            min_quantity: value.min_quantity,
            currency: self.currency,
            unit_price,
            discount: value.discount,
            valid_from: value.valid_from,
            valid_to: value.valid_to,
        };
        let is_its = |k: &&CustomerPrice| (&k.unit, k.min_quantity, k.valid_from) == (&price.unit, price.min_quantity, price.valid_from);
        let is_same = self.known.customer_prices.all(&(customer_id, product_id)).find(is_its).map(|known| *known == price);
        match is_same {
            Some(true) => self.is_unchanged(),
            Some(false) => {
                self.problem(row, "unit_price", "differs_from_stored", "the customer has a different price for the product", &value.product)
            }
            None => {
                let Some(stored) = self.insert(row, "unit_price", price, &value.product) else { return };
                count(&mut self.report.prices_created);
                self.known.customer_prices.push((customer_id, product_id), stored.data);
            }
        }
    }
}
