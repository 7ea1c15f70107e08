//! The contents of an opening workbook, parsed but not validated: values with their positions.

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

/// A customer in the opening workbook. Fields from `tax_id` on that the sheet leaves empty keep their stored values.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize)]
pub struct OpeningCustomer {
    /// Customer code.
    pub code: String,
    /// Name; defaults to the code.
    pub name: String,
    /// Country, as written.
    pub country: Option<String>,
    /// Name of a root customer group.
    pub group: Option<String>,
    /// Payment term in days.
    pub payment_days: Option<i64>,
    /// Tax code, or a rate such as `21 %`, which stands for the code with that rate.
    pub tax_code: Option<String>,
    /// Tax number, as written.
    pub tax_id: Option<String>,
    /// Credit limit, in the company's currency.
    pub credit_limit: Option<Decimal>,
    /// Notes.
    pub notes: Option<String>,
    /// Legal name, if different.
    pub legal_name: Option<String>,
    /// Website.
    pub website: Option<String>,
    /// Owner: an operator by code or name.
    pub owner: Option<String>,
    /// Names of further root customer groups.
    pub groups: Vec<String>,
}

/// A contact with its contact points; without a name, contact points of the customer itself.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize)]
pub struct OpeningContact {
    /// Customer code.
    pub customer: String,
    /// Name of the contact.
    pub name: Option<String>,
    /// Position.
    pub position: Option<String>,
    /// Contact points with their kinds.
    pub points: Vec<(ContactPointKind, String)>,
}

/// An address of a customer.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct OpeningAddress {
    /// Customer code.
    pub customer: String,
    /// Kind of address.
    pub kind: AddressKind,
    /// Name of the site or of the recipient.
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
    /// An address with nothing else known.
    pub fn new(customer: impl Into<String>, kind: AddressKind) -> Self {
        Self { customer: customer.into(), kind, name: None, street: None, postal_code: None, city: None, country: None }
    }
}

/// A product in the opening workbook. Fields from `model` on that the sheet leaves empty keep their stored values.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize)]
pub struct OpeningProduct {
    /// Product code.
    pub code: String,
    /// Name; defaults to the code.
    pub name: String,
    /// Name of a root product group.
    pub group: Option<String>,
    /// Unit of measure, as written.
    pub unit: Option<String>,
    /// Whether stock is kept; none: the sheet's default.
    pub stocked: Option<bool>,
    /// List price per unit, in the company's currency.
    pub list_price: Option<Decimal>,
    /// Model.
    pub model: Option<String>,
    /// Specification.
    pub specification: Option<String>,
    /// Brand.
    pub brand: Option<String>,
    /// Tax code, or a rate such as `21 %`, which stands for the code with that rate.
    pub tax_code: Option<String>,
    /// How its goods are tracked.
    pub tracking: Option<Tracking>,
}

/// An additional unit of a product, where `denominator` units equal `numerator` base units.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize)]
pub struct OpeningUnit {
    /// Product code.
    pub product: String,
    /// Unit name.
    pub unit: String,
    /// Number of base units equal to `denominator` units.
    pub numerator: i64,
    /// Number of units equal to `numerator` base units.
    pub denominator: i64,
}

/// An additional code of a product.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct OpeningCode {
    /// Product code.
    pub product: String,
    /// Kind of code.
    pub kind: CodeKind,
    /// The code, as written.
    pub value: String,
    /// Unit that the code identifies; none: the base unit.
    pub unit: Option<String>,
    /// Quantity of the unit; none: one.
    pub quantity: Option<Quantity>,
    /// Code of the customer, for a customer's part number.
    pub customer: Option<String>,
    /// The supplier, for a supplier's part number.
    pub supplier: Option<String>,
}

impl OpeningCode {
    /// A code for the base unit, of no customer or supplier.
    pub fn new(product: impl Into<String>, kind: CodeKind, value: impl Into<String>) -> Self {
        Self { product: product.into(), kind, value: value.into(), unit: None, quantity: None, customer: None, supplier: None }
    }
}

/// A price list.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize)]
pub struct OpeningPriceList {
    /// Code.
    pub code: String,
    /// Name; defaults to the code.
    pub name: String,
    /// Currency; none: the company's.
    pub currency: Option<Currency>,
    /// First day of validity.
    pub valid_from: Option<Day>,
    /// Last day of validity.
    pub valid_to: Option<Day>,
    /// Whether its prices include tax; false if the sheet does not say.
    pub includes_tax: Option<bool>,
}

/// A price on a list or of a customer, with its validity.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize)]
pub struct OpeningPrice {
    /// Code of the price list or of the customer.
    pub of: String,
    /// Product code.
    pub product: String,
    /// Unit that the price is for; none: the base unit.
    pub unit: Option<String>,
    /// Minimum quantity.
    pub min_quantity: Quantity,
    /// Price per unit, in the currency of the list or the company; optional if a customer has a discount.
    pub price: Option<Decimal>,
    /// Discount, in percent.
    pub discount: Option<Rate>,
    /// First day of validity.
    pub valid_from: Option<Day>,
    /// Last day of validity.
    pub valid_to: Option<Day>,
}

/// Opening stock of one product (and lot, if tracked) in one warehouse at one cost.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize)]
pub struct OpeningStock {
    /// Product code.
    pub product: String,
    /// Quantity on hand.
    pub quantity: Quantity,
    /// Cost per unit, in the company's currency.
    pub unit_cost: Decimal,
    /// Unit of quantity and cost, which are converted to the base unit; none: the base unit.
    pub unit: Option<String>,
    /// Code of the warehouse; none: that of the options.
    pub warehouse: Option<String>,
    /// Lot or serial number.
    pub lot: Option<String>,
    /// Expiry date of the lot.
    pub expires_on: Option<Day>,
}

/// An open receivable or one instalment of it: a customer's rows with the same document are its instalments.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize)]
pub struct OpeningReceivable {
    /// Customer code.
    pub customer: String,
    /// Document number in the previous books.
    pub document: String,
    /// Date of the document.
    pub document_day: Day,
    /// Due date; none: by the customer's payment term.
    pub due_day: Option<Day>,
    /// Amount still open, in the company's currency; negative for a credit note.
    pub amount: Decimal,
}

/// An unused payment or prepayment.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize)]
pub struct OpeningCredit {
    /// Customer code.
    pub customer: String,
    /// Day of the payment.
    pub day: Day,
    /// Unused amount, positive, in the company's currency.
    pub amount: Decimal,
    /// Reference in the previous books.
    pub reference: Option<String>,
    /// Reference in the previous books of the order it is a prepayment for.
    pub order: Option<String>,
}

/// Totals computed from a sheet, for comparison with those it states.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct SheetTotals {
    /// The sheet.
    pub sheet: String,
    /// Non-empty rows, without the heading.
    pub rows: u32,
    /// Rows that could be read.
    pub readable: u32,
    /// Sum of quantities in readable rows.
    pub quantity: Decimal,
    /// Sum of quantity x unit cost in readable rows, unrounded.
    pub value: Decimal,
    /// Sum of amounts in readable rows.
    pub amount: Decimal,
    /// The sheet's own totals row, if any; a difference is reported as a problem of that row.
    pub stated: Option<StatedTotals>,
}

/// The totals row at the end of a sheet.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct StatedTotals {
    /// Row number, from 1.
    pub row: u32,
    /// Total quantity, if stated.
    pub quantity: Option<Decimal>,
    /// Total value, if stated.
    pub value: Option<Decimal>,
    /// Total amount, if stated.
    pub amount: Option<Decimal>,
}

/// A whole opening workbook.
#[derive(Debug, Clone, Default, PartialEq, Serialize)]
pub struct OpeningData {
    /// Customers, in file order like all other lists.
    pub customers: Vec<SourceRow<OpeningCustomer>>,
    /// Contacts, phones, e-mail addresses.
    pub contacts: Vec<SourceRow<OpeningContact>>,
    /// Customer addresses.
    pub addresses: Vec<SourceRow<OpeningAddress>>,
    /// Products.
    pub products: Vec<SourceRow<OpeningProduct>>,
    /// Additional units.
    pub units: Vec<SourceRow<OpeningUnit>>,
    /// Additional product codes.
    pub codes: Vec<SourceRow<OpeningCode>>,
    /// Price lists.
    pub price_lists: Vec<SourceRow<OpeningPriceList>>,
    /// Price list items.
    pub prices: Vec<SourceRow<OpeningPrice>>,
    /// Customer prices and discounts.
    pub customer_prices: Vec<SourceRow<OpeningPrice>>,
    /// Opening stock.
    pub stock: Vec<SourceRow<OpeningStock>>,
    /// Open receivables.
    pub receivables: Vec<SourceRow<OpeningReceivable>>,
    /// Credits and prepayments.
    pub credits: Vec<SourceRow<OpeningCredit>>,
    /// Codes of customers whose rows could not be read; rows that refer to them are refused for that reason.
    pub refused_customers: BTreeSet<String>,
    /// Codes of products whose rows could not be read.
    pub refused_products: BTreeSet<String>,
    /// What could not be read or needs review.
    pub problems: Vec<Problem>,
    /// Control totals, one per sheet.
    pub totals: Vec<SheetTotals>,
    /// How each sheet was interpreted.
    pub sheets: Vec<SheetReading>,
    /// The headings of each sheet by field name, so that problems found later can name the column.
    pub headings: BTreeMap<String, BTreeMap<String, String>>,
}

impl OpeningData {
    /// Checks that no list exceeds the row limit of an import.
    ///
    /// # Errors
    /// `limit.exceeded` with the `sheet` and the first `row` beyond the limit.
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

/// The error for a sheet with too many rows: `limit.exceeded` with the `sheet` and the first `row` beyond the limit.
pub fn too_many_rows(sheet: &str, row: u32) -> Error {
    let advice = "split it and import the parts one after the other; what was already imported is left unchanged";
    let message = format!("the sheet `{sheet}` has more rows than the limit `MAX_BATCH` of {}; {advice}", limits::MAX_BATCH);
    Error::new(Code::LimitExceeded, message).with("name", "MAX_BATCH").with("limit", limits::MAX_BATCH).with("sheet", sheet).with("row", row)
}

/// The number of rows in a list, with the first row beyond the limit, if there is one.
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
