//! What an opening workbook says, read but not yet believed: values with the place each came from.

use super::{
    SheetReading,
    problem::{Problem, SourceRow},
};
use crate::{
    customers::{AddressKind, ContactPointKind},
    error::{Code, Error, Result},
    limits,
    num::{Currency, Decimal, Quantity, Rate},
    products::{CodeKind, Tracking},
    time::Day,
};
use serde::Serialize;
use std::collections::{BTreeMap, BTreeSet};

/// A customer as the opening workbook has it. What a sheet leaves empty from `tax_id` on is left as it is stored.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize)]
pub struct OpeningCustomer {
    /// Customer number.
    pub code: String,
    /// Name; the code where the sheet has none.
    pub name: String,
    /// Country, as written.
    pub country: Option<String>,
    /// Customer group by name, at the top of the tree.
    pub group: Option<String>,
    /// Days until a receivable falls due.
    pub payment_days: Option<i64>,
    /// Tax code, or a rate such as `21 %`, which stands for the code that has it.
    pub tax_code: Option<String>,
    /// Tax number, as written.
    pub tax_id: Option<String>,
    /// What it may owe at most, in the company's currency.
    pub credit_limit: Option<Decimal>,
    /// Notes.
    pub notes: Option<String>,
    /// Name in registers, where the name is another.
    pub legal_name: Option<String>,
    /// Website.
    pub website: Option<String>,
    /// Who answers for the customer: an operator by code or name.
    pub owner: Option<String>,
    /// Further groups by name, at the top of the tree.
    pub groups: Vec<String>,
}

/// A person at a customer with the ways to reach them; without a name, ways to reach the customer itself.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize)]
pub struct OpeningContact {
    /// Customer number.
    pub customer: String,
    /// Name of the person.
    pub name: Option<String>,
    /// Position.
    pub position: Option<String>,
    /// Numbers and addresses, with what they are.
    pub points: Vec<(ContactPointKind, String)>,
}

/// A place of a customer.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct OpeningAddress {
    /// Customer number.
    pub customer: String,
    /// What it is for.
    pub kind: AddressKind,
    /// Name of the place, or of who receives there.
    pub name: Option<String>,
    /// Street and number.
    pub street: Option<String>,
    /// Postal code.
    pub postal_code: Option<String>,
    /// City.
    pub city: Option<String>,
    /// Country, as written.
    pub country: Option<String>,
}

impl OpeningAddress {
    /// A place of which nothing else is known.
    pub fn new(customer: impl Into<String>, kind: AddressKind) -> Self {
        Self { customer: customer.into(), kind, name: None, street: None, postal_code: None, city: None, country: None }
    }
}

/// A product as the opening workbook has it. What a sheet leaves empty from `model` on is left as it is stored.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize)]
pub struct OpeningProduct {
    /// Own code.
    pub code: String,
    /// Name; the code where the sheet has none.
    pub name: String,
    /// Product group by name, at the top of the tree.
    pub group: Option<String>,
    /// Unit of measure, as written.
    pub unit: Option<String>,
    /// Whether stock is kept; the sheet's rule where it says nothing.
    pub stocked: Option<bool>,
    /// List price per unit, in the company's currency.
    pub list_price: Option<Decimal>,
    /// Model.
    pub model: Option<String>,
    /// Specification.
    pub specification: Option<String>,
    /// Brand.
    pub brand: Option<String>,
    /// Tax code, or a rate such as `21 %`, which stands for the code that has it.
    pub tax_code: Option<String>,
    /// What is told apart of its goods.
    pub tracking: Option<Tracking>,
}

/// A further unit of a product: `denominator` of it are `numerator` base units.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize)]
pub struct OpeningUnit {
    /// The product's own code.
    pub product: String,
    /// Name of the unit.
    pub unit: String,
    /// Base units of `denominator` units.
    pub numerator: i64,
    /// Units of `numerator` base units.
    pub denominator: i64,
}

/// A further code of a product.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct OpeningCode {
    /// The product's own code.
    pub product: String,
    /// Whose code it is.
    pub kind: CodeKind,
    /// The code, as written.
    pub value: String,
    /// Unit that it stands for; none: the base unit.
    pub unit: Option<String>,
    /// How many of the unit; none: one.
    pub quantity: Option<Quantity>,
    /// Number of the customer whose code it is.
    pub customer: Option<String>,
    /// The supplier whose code it is.
    pub supplier: Option<String>,
}

impl OpeningCode {
    /// A code of the base unit that is nobody's.
    pub fn new(product: impl Into<String>, kind: CodeKind, value: impl Into<String>) -> Self {
        Self { product: product.into(), kind, value: value.into(), unit: None, quantity: None, customer: None, supplier: None }
    }
}

/// A price list.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize)]
pub struct OpeningPriceList {
    /// Code.
    pub code: String,
    /// Name; the code where the sheet has none.
    pub name: String,
    /// Currency; none: the company's.
    pub currency: Option<Currency>,
    /// First day.
    pub valid_from: Option<Day>,
    /// Last day.
    pub valid_to: Option<Day>,
    /// Whether its prices include tax; not, where the sheet says nothing.
    pub includes_tax: Option<bool>,
}

/// For whom and from when on a price holds.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize)]
pub struct OpeningPrice {
    /// Code of the price list, or number of the customer.
    pub of: String,
    /// The product's own code.
    pub product: String,
    /// Unit that the price is for; none: the base unit.
    pub unit: Option<String>,
    /// The price holds from this quantity on.
    pub min_quantity: Quantity,
    /// Price of one unit, in the currency of the list, or the company's; a customer may have a discount only.
    pub price: Option<Decimal>,
    /// Discount, in percent.
    pub discount: Option<Rate>,
    /// First day.
    pub valid_from: Option<Day>,
    /// Last day.
    pub valid_to: Option<Day>,
}

/// Opening stock of one product, of one lot where it is tracked, in one warehouse, at one cost.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize)]
pub struct OpeningStock {
    /// The product's own code.
    pub product: String,
    /// Quantity on hand.
    pub quantity: Quantity,
    /// Cost per unit, in the company's currency.
    pub unit_cost: Decimal,
    /// The unit that both are in; none: the product's base unit, which they are brought to.
    pub unit: Option<String>,
    /// Code of the warehouse; none: that of the options.
    pub warehouse: Option<String>,
    /// The lot or serial.
    pub lot: Option<String>,
    /// Day from which the lot is no longer good.
    pub expires_on: Option<Day>,
}

/// An open receivable, or one instalment of it: the rows of a customer with the same document are its instalments.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize)]
pub struct OpeningReceivable {
    /// Customer number.
    pub customer: String,
    /// Number of the document in the books kept before.
    pub document: String,
    /// Date of the document.
    pub document_day: Day,
    /// When it falls due; none: by the customer's days of payment.
    pub due_day: Option<Day>,
    /// What of it is still open, in the company's currency; negative for a credit note.
    pub amount: Decimal,
}

/// A payment or prepayment that is not used up.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize)]
pub struct OpeningCredit {
    /// Customer number.
    pub customer: String,
    /// When it came.
    pub day: Day,
    /// What of it is not used up, positive, in the company's currency.
    pub amount: Decimal,
    /// What it is called in the books kept before.
    pub reference: Option<String>,
    /// What the order is called there that it was paid for.
    pub order: Option<String>,
}

/// What one sheet adds up to, to be compared with its own totals.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct SheetTotals {
    /// The sheet.
    pub sheet: String,
    /// Rows with anything in them, the heading apart.
    pub rows: u32,
    /// Rows that could be read.
    pub readable: u32,
    /// Sum of quantities of the readable rows.
    pub quantity: Decimal,
    /// Sum of quantity x unit cost of the readable rows, unrounded.
    pub value: Decimal,
    /// Sum of amounts of the readable rows.
    pub amount: Decimal,
    /// What the sheet says itself, where it has a row of totals; what differs is a problem of that row.
    pub stated: Option<StatedTotals>,
}

/// The row of totals that a sheet ends with.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct StatedTotals {
    /// The row, counted from 1.
    pub row: u32,
    /// Total of quantities, if it says one.
    pub quantity: Option<Decimal>,
    /// Total value, if it says one.
    pub value: Option<Decimal>,
    /// Total of amounts, if it says one.
    pub amount: Option<Decimal>,
}

/// A whole opening workbook.
#[derive(Debug, Clone, Default, PartialEq, Serialize)]
pub struct OpeningData {
    /// Customers, in file order, as are the others.
    pub customers: Vec<SourceRow<OpeningCustomer>>,
    /// Contacts, phones, e-mail addresses.
    pub contacts: Vec<SourceRow<OpeningContact>>,
    /// Places of customers.
    pub addresses: Vec<SourceRow<OpeningAddress>>,
    /// Products.
    pub products: Vec<SourceRow<OpeningProduct>>,
    /// Further units.
    pub units: Vec<SourceRow<OpeningUnit>>,
    /// Further codes.
    pub codes: Vec<SourceRow<OpeningCode>>,
    /// Price lists.
    pub price_lists: Vec<SourceRow<OpeningPriceList>>,
    /// Prices on lists.
    pub prices: Vec<SourceRow<OpeningPrice>>,
    /// Prices and discounts of customers.
    pub customer_prices: Vec<SourceRow<OpeningPrice>>,
    /// Opening stock.
    pub stock: Vec<SourceRow<OpeningStock>>,
    /// Open receivables.
    pub receivables: Vec<SourceRow<OpeningReceivable>>,
    /// Credits and prepayments.
    pub credits: Vec<SourceRow<OpeningCredit>>,
    /// Numbers of customers whose rows could not be read: what belongs to them is refused for that.
    pub refused_customers: BTreeSet<String>,
    /// Codes of products whose rows could not be read.
    pub refused_products: BTreeSet<String>,
    /// What could not be read, or deserves a look.
    pub problems: Vec<Problem>,
    /// Control totals, one a sheet.
    pub totals: Vec<SheetTotals>,
    /// What was made of each sheet.
    pub sheets: Vec<SheetReading>,
    /// The headings of each sheet by the names of their fields, so that problems found later name the column.
    pub headings: BTreeMap<String, BTreeMap<String, String>>,
}

impl OpeningData {
    /// Checks that no list has more rows than are brought in at once.
    ///
    /// # Errors
    /// `limit.exceeded` with the `sheet` and the `row` of the first that is too many.
    pub(crate) fn check_size(&self) -> Result<()> {
        let Self {
            customers, contacts, addresses, products, units, codes, price_lists, prices, customer_prices, stock, receivables, credits, ..
        } = self;
        let masters = [beyond(customers), beyond(contacts), beyond(addresses), beyond(products), beyond(units), beyond(codes)];
        let others = [beyond(price_lists), beyond(prices), beyond(customer_prices), beyond(stock), beyond(receivables), beyond(credits)];
        let found = masters.into_iter().chain(others).flatten().next();
        found.map_or(Ok(()), |(actual, sheet, row)| Err(too_many_rows(sheet, row).with("actual", actual)))
    }
}

/// The error that a sheet has more rows than are brought in at once: `limit.exceeded` with the `sheet` and the `row` of the first that is too many.
pub fn too_many_rows(sheet: &str, row: u32) -> Error {
    let advice = "divide it, and bring its parts in one after the other: what is there already is left alone";
    let message = format!("the sheet `{sheet}` has more rows than the limit `MAX_BATCH` of {}; {advice}", limits::MAX_BATCH);
    Error::new(Code::LimitExceeded, message).with("name", "MAX_BATCH").with("limit", limits::MAX_BATCH).with("sheet", sheet).with("row", row)
}

/// How many rows a list has, and the first of them that is too many, if there is one.
fn beyond<T>(rows: &[SourceRow<T>]) -> Option<(usize, &str, u32)> {
    rows.get(limits::MAX_BATCH).map(|first| (rows.len(), first.sheet.as_str(), first.row))
}

crate::text::texts! {
    OpeningCustomer: code name country group tax_code tax_id notes legal_name website owner groups;
    OpeningContact: customer name position points;
    OpeningAddress: customer name street postal_code city country;
    OpeningProduct: code name group unit model specification brand tax_code;
    OpeningUnit: product unit;
    OpeningCode: product value unit customer supplier;
    OpeningPriceList: code name;
    OpeningPrice: of product unit;
    OpeningStock: product warehouse lot unit;
    OpeningReceivable: customer document;
    OpeningCredit: customer reference order;
    OpeningData: customers contacts addresses products units codes price_lists prices customer_prices stock receivables credits;
}
