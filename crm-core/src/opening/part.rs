//! Splitting opening data into parts, so that memory use does not grow with its rows.

use super::{
    OpeningReceivable,
    data::{
        OpeningAddress, OpeningCode, OpeningContact, OpeningCredit, OpeningCustomer, OpeningData, OpeningPrice, OpeningPriceList, OpeningProduct,
        OpeningStock, OpeningUnit,
    },
    problem::SourceRow,
};
use std::collections::HashMap;

/// Rows of an opening read, planned and written together, which bounds memory use beyond the data itself.
pub(super) const PART_ROWS: usize = 2_000;

/// A part processed at once: a few rows of each kind, or none. Whatever a row names is in the same part or an earlier one.
#[derive(Debug, Clone, Copy, Default)]
pub(super) struct Part<'d> {
    pub(super) customers: &'d [SourceRow<OpeningCustomer>],
    pub(super) contacts: &'d [SourceRow<OpeningContact>],
    pub(super) addresses: &'d [SourceRow<OpeningAddress>],
    pub(super) products: &'d [SourceRow<OpeningProduct>],
    pub(super) units: &'d [SourceRow<OpeningUnit>],
    pub(super) codes: &'d [SourceRow<OpeningCode>],
    pub(super) price_lists: &'d [SourceRow<OpeningPriceList>],
    pub(super) prices: &'d [SourceRow<OpeningPrice>],
    pub(super) customer_prices: &'d [SourceRow<OpeningPrice>],
    pub(super) documents: &'d [Document<'d>],
    pub(super) credits: &'d [SourceRow<OpeningCredit>],
    pub(super) stock: &'d [SourceRow<OpeningStock>],
}

impl<'d> Part<'d> {
    /// The whole opening, to take parts from.
    pub(super) fn whole(data: &'d OpeningData, documents: &'d [Document<'d>]) -> Self {
        let OpeningData { customers, contacts, addresses, products, units, codes, price_lists, prices, customer_prices, credits, stock, .. } = data;
        Self { customers, contacts, addresses, products, units, codes, price_lists, prices, customer_prices, documents, credits, stock }
    }

    /// Takes a number of rows from the front, kind by kind, referenced kinds first. The rows of a document stay together.
    pub(super) fn take(&mut self, rows: usize) -> Self {
        let mut room = rows;
        Self {
            customers: first(&mut self.customers, &mut room),
            contacts: first(&mut self.contacts, &mut room),
            addresses: first(&mut self.addresses, &mut room),
            products: first(&mut self.products, &mut room),
            units: first(&mut self.units, &mut room),
            codes: first(&mut self.codes, &mut room),
            price_lists: first(&mut self.price_lists, &mut room),
            prices: first(&mut self.prices, &mut room),
            customer_prices: first(&mut self.customer_prices, &mut room),
            documents: first(&mut self.documents, &mut room),
            credits: first(&mut self.credits, &mut room),
            stock: first(&mut self.stock, &mut room),
        }
    }

    /// Whether nothing is left.
    pub(super) fn is_empty(&self) -> bool {
        let Self { customers, contacts, addresses, products, units, codes, price_lists, prices, customer_prices, documents, credits, stock } = self;
        let masters = [customers.len(), contacts.len(), addresses.len(), products.len(), units.len(), codes.len()];
        let others = [price_lists.len(), prices.len(), customer_prices.len(), documents.len(), credits.len(), stock.len()];
        masters.into_iter().chain(others).all(|rows| rows == 0)
    }
}

/// Takes the first elements of a list, as many as there is room for.
pub(super) fn first<'d, T>(of: &mut &'d [T], room: &mut usize) -> &'d [T] {
    let (now, later) = of.split_at(of.len().min(*room));
    *of = later;
    *room = room.saturating_sub(now.len());
    now
}

/// The rows of one document.
#[derive(Debug)]
pub(super) struct Document<'r> {
    pub(super) customer: &'r str,
    pub(super) rows: Vec<&'r SourceRow<OpeningReceivable>>,
}

/// The rows by customer and document, in order of first appearance.
pub(super) fn documents(rows: &[SourceRow<OpeningReceivable>]) -> Vec<Document<'_>> {
    let mut documents: Vec<Document<'_>> = Vec::new();
    let mut places: HashMap<(&str, &str), usize> = HashMap::new();
    for row in rows {
        let place = *places.entry((&row.value.customer, &row.value.document)).or_insert(documents.len());
        match documents.get_mut(place) {
            Some(document) => document.rows.push(row),
            None => documents.push(Document { customer: &row.value.customer, rows: vec![row] }),
        }
    }
    documents
}
