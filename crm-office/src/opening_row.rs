//! One row of an opening sheet: its values, and what is wrong with them.
//!
//! Invariant: a value that cannot be kept as it stands leaves a problem behind; the row is then out, whatever else it says.

use crate::cell::{Cell, DateOrder};
use crate::mapping::{Columns, Field};
use crate::number::Notation;
use crate::table::Row;
use crm_core::customers::{AddressKind, ContactPointKind};
use crm_core::limits::{MAX_CODE, MAX_NOTES, MAX_TEXT};
use crm_core::num::{Currency, Decimal, FINE_SCALE, MAX_FINE, Quantity, Rate};
use crm_core::opening::{
    OpeningAddress, OpeningCode, OpeningContact, OpeningCredit, OpeningCustomer, OpeningPrice, OpeningPriceList, OpeningProduct, OpeningReceivable,
    OpeningStock, OpeningUnit, Place, Problem, Severity, SourceRow,
};
use crm_core::products::{CodeKind, Tracking, is_gtin};
use crm_core::text::search_key;
use crm_core::time::Day;
use crm_core::{Code, Error};

/// A hundred years.
const MAX_PAYMENT_DAYS: Decimal = Decimal::from_parts(36_500, 0, 0, false, 0);

/// A row while it is read.
pub(crate) struct RowReader<'a> {
    sheet: &'a str,
    row: Row<'a>,
    columns: &'a Columns,
    notation: Notation,
    dates: DateOrder,
    pub(crate) problems: Vec<Problem>,
}

impl<'a> RowReader<'a> {
    pub(crate) fn new(sheet: &'a str, row: Row<'a>, columns: &'a Columns, notation: Notation) -> Self {
        Self { sheet, row, columns, notation, dates: DateOrder::default(), problems: Vec::new() }
    }

    /// With dates as text in an order.
    pub(crate) fn dates(self, dates: DateOrder) -> Self {
        Self { dates, ..self }
    }

    /// Whether the row says in a field that it holds totals.
    pub(crate) fn is_total(&self, field: Field) -> bool {
        let words = ["total", "totals", "totales", "grand total", "total general", "sum", "suma"];
        words.contains(&search_key(self.cell(field).text().trim_end_matches(':').trim()).as_str())
    }

    /// The code in a field, unchecked.
    pub(crate) fn code_text(&self, field: Field) -> Option<String> {
        self.cell(field).code()
    }

    pub(crate) fn sheet(&self) -> &'a str {
        self.sheet
    }

    pub(crate) fn row(&self) -> u32 {
        self.row.number
    }

    fn cell(&self, field: Field) -> &Cell {
        self.columns.cell(&self.row, field)
    }

    /// Notes a problem of one cell.
    pub(crate) fn problem(&mut self, field: Field, severity: Severity, code: &'static str, reason: impl Into<String>) {
        let column = self.columns.heading(field).map(str::to_owned);
        let place = Place { sheet: self.sheet.to_owned(), row: self.row.number, column };
        let text = self.cell(field).raw();
        self.problems.push(Problem { place, severity, code, reason: reason.into(), text });
    }

    fn error(&mut self, field: Field, code: &'static str, reason: impl Into<String>) {
        self.problem(field, Severity::Error, code, reason);
    }

    /// Puts the value into its list, unless the row has an error.
    pub(crate) fn keep<T>(&self, value: T, list: &mut Vec<SourceRow<T>>) -> bool {
        let kept = self.problems.iter().all(|problem| problem.severity != Severity::Error);
        if kept {
            list.push(SourceRow { sheet: self.sheet.to_owned(), row: self.row.number, value });
        }
        kept
    }

    /// A code that must be there; empty, with a problem, if it is not.
    fn code(&mut self, field: Field) -> String {
        let Some(code) = self.cell(field).code() else {
            let reason = match self.cell(field) {
                Cell::Error(error) => format!("the code is missing: the cell holds the error `{error}`"),
                _ => "the code is missing".to_owned(),
            };
            self.error(field, "missing", reason);
            return String::new();
        };
        self.check_length(field, &code, MAX_CODE);
        code
    }

    /// A text that may be missing. A formula's error is no text: it is left out, with a warning.
    fn text(&mut self, field: Field, limit: usize) -> Option<String> {
        if let Cell::Error(error) = self.cell(field) {
            let reason = format!("left empty: the cell holds the error `{error}`");
            self.problem(field, Severity::Warning, "missing", reason);
            return None;
        }
        let text = self.cell(field).code()?;
        self.check_length(field, &text, limit);
        Some(text)
    }

    fn check_length(&mut self, field: Field, text: &str, limit: usize) {
        let length = text.chars().count();
        if length > limit {
            self.error(field, "too_long", format!("{length} characters exceed the limit of {limit}"));
        }
    }

    /// A number of either sign; `None` if the cell is empty or, with a problem, if it holds no such number.
    pub(crate) fn signed(&mut self, field: Field) -> Option<Decimal> {
        let value = self.any_number(field)?;
        let (code, reason) = match value {
            _ if value.scale() > FINE_SCALE => ("too_precise", format!("`{value}` has more than {FINE_SCALE} decimals")),
            _ if value.abs() > MAX_FINE => ("out_of_range", format!("`{value}` is outside the range up to {MAX_FINE}")),
            _ => return Some(value),
        };
        self.error(field, code, reason);
        None
    }

    fn any_number(&mut self, field: Field) -> Option<Decimal> {
        match self.cell(field).decimal_in(self.notation)? {
            Ok(value) => Some(value.normalize()),
            Err(error) => {
                self.error(field, number_problem(&error), error.to_string());
                None
            }
        }
    }

    /// A day; a day beside its time is the day.
    fn day(&mut self, field: Field) -> Option<Day> {
        match self.cell(field).day(self.dates)? {
            Ok(day) => Some(day),
            Err(error) => {
                self.error(field, "unreadable_date", error.to_string());
                None
            }
        }
    }

    /// One of some choices, in English or Spanish.
    fn choice<T: Copy>(&mut self, field: Field, choices: &[(&[&str], T)]) -> Option<T> {
        let text = match self.cell(field) {
            cell if cell.is_empty() => return None,
            cell => cell.text(),
        };
        let key: String = search_key(&text).chars().filter(|c| c.is_alphanumeric()).collect();
        let found = choices.iter().find(|(words, _)| words.contains(&key.as_str())).map(|(_, value)| *value);
        if found.is_none() {
            let known: Vec<&str> = choices.iter().filter_map(|(words, _)| words.first().copied()).collect();
            self.error(field, "unknown_choice", format!("`{text}` is none of {}", known.join(", ")));
        }
        found
    }

    /// A number from zero up to a maximum; `None` if the cell is empty or, with a problem, if it holds no such number.
    fn number(&mut self, field: Field, scale: u32, max: Decimal) -> Option<Decimal> {
        let value = self.any_number(field)?;
        let (code, reason) = match value {
            _ if value.scale() > scale => ("too_precise", format!("`{value}` has more than {scale} decimals")),
            _ if value.abs() > max => ("out_of_range", format!("`{value}` is outside the range up to {max}")),
            _ if value < Decimal::ZERO => ("negative", format!("`{value}` is less than zero")),
            _ => return Some(value),
        };
        self.error(field, code, reason);
        None
    }

    /// A quantity, price or cost.
    fn fine(&mut self, field: Field) -> Option<Decimal> {
        self.number(field, FINE_SCALE, MAX_FINE)
    }

    /// Notes that a cell which must not be empty is.
    fn require(&mut self, field: Field, what: &str) {
        if self.cell(field).is_empty() {
            self.error(field, "missing", format!("the {what} is missing"));
        }
    }

    fn payment_days(&mut self) -> Option<i64> {
        let days = self.number(Field::PaymentDays, 0, MAX_PAYMENT_DAYS)?;
        i64::try_from(days).ok()
    }

    /// Yes or no, in English or Spanish.
    fn flag(&mut self, field: Field) -> Option<bool> {
        let text = match self.cell(field) {
            cell if cell.is_empty() => return None,
            cell => cell.text(),
        };
        match search_key(&text).as_str() {
            "yes" | "y" | "si" | "s" | "true" | "verdadero" | "1" | "x" => Some(true),
            "no" | "n" | "false" | "falso" | "0" => Some(false),
            _ => {
                self.error(field, "unreadable_flag", format!("`{text}` is neither yes nor no"));
                None
            }
        }
    }
}

fn number_problem(error: &Error) -> &'static str {
    match error.code() {
        Code::NumberOutOfRange => "out_of_range",
        Code::NumberTooPrecise => "too_precise",
        _ => "unreadable_number",
    }
}

pub(crate) fn customer(row: &mut RowReader<'_>) -> OpeningCustomer {
    let code = row.code(Field::CustomerCode);
    OpeningCustomer {
        name: row.text(Field::CustomerName, MAX_TEXT).unwrap_or_else(|| code.clone()),
        country: row.text(Field::Country, MAX_TEXT),
        group: row.text(Field::CustomerGroup, MAX_TEXT),
        payment_days: row.payment_days(),
        tax_code: row.text(Field::TaxCode, MAX_CODE),
        tax_id: row.text(Field::TaxId, MAX_TEXT),
        credit_limit: row.fine(Field::CreditLimit),
        notes: row.text(Field::Notes, MAX_NOTES),
        code,
    }
}

/// Several numbers of one kind stand in one cell with a semicolon or a line break between them.
pub(crate) fn contact(row: &mut RowReader<'_>) -> OpeningContact {
    let customer = row.code(Field::CustomerCode);
    let kinds = [(Field::Phone, ContactPointKind::Phone), (Field::Mobile, ContactPointKind::Mobile), (Field::Email, ContactPointKind::Email)];
    let mut points = Vec::new();
    for (field, kind) in kinds {
        let text = row.text(field, MAX_TEXT).unwrap_or_default();
        points.extend(text.split([';', '\n']).map(str::trim).filter(|p| !p.is_empty()).map(|p| (kind, p.to_owned())));
    }
    let (name, position) = (row.text(Field::ContactName, MAX_TEXT), row.text(Field::Position, MAX_TEXT));
    if name.is_none() && points.is_empty() {
        row.error(Field::ContactName, "missing", "the row names nobody and no way to reach the customer");
    }
    OpeningContact { customer, name, position, points }
}

pub(crate) fn address(row: &mut RowReader<'_>) -> OpeningAddress {
    let customer = row.code(Field::CustomerCode);
    let choices: &[(&[&str], _)] = &[
        (&["billing", "invoice", "facturacion", "fiscal"], AddressKind::Billing),
        (&["delivery", "shipping", "entrega", "envio"], AddressKind::Delivery),
        (&["site", "branch", "sede", "sucursal"], AddressKind::Site),
        (&["other", "otra", "otro"], AddressKind::Other),
    ];
    let kind = row.choice(Field::AddressKind, choices).unwrap_or(AddressKind::Other);
    OpeningAddress {
        name: row.text(Field::PlaceName, MAX_TEXT),
        street: row.text(Field::Street, MAX_TEXT),
        postal_code: row.text(Field::PostalCode, MAX_TEXT),
        city: row.text(Field::City, MAX_TEXT),
        country: row.text(Field::Country, MAX_TEXT),
        ..OpeningAddress::new(customer, kind)
    }
}

pub(crate) fn product(row: &mut RowReader<'_>) -> OpeningProduct {
    let code = row.code(Field::ProductCode);
    let choices: &[(&[&str], _)] = &[
        (&["none", "no", "ninguno", "ninguna"], Tracking::None),
        (&["lot", "batch", "lote"], Tracking::Lot),
        (&["serial", "serie", "numerodeserie"], Tracking::Serial),
    ];
    OpeningProduct {
        name: row.text(Field::ProductName, MAX_TEXT).unwrap_or_else(|| code.clone()),
        group: row.text(Field::ProductGroup, MAX_TEXT),
        unit: row.text(Field::Unit, MAX_TEXT),
        stocked: row.flag(Field::Stocked),
        list_price: row.fine(Field::ListPrice),
        model: row.text(Field::Model, MAX_TEXT),
        specification: row.text(Field::Specification, MAX_TEXT),
        brand: row.text(Field::Brand, MAX_TEXT),
        tax_code: row.text(Field::TaxCode, MAX_CODE),
        tracking: row.choice(Field::Tracking, choices),
        code,
    }
}

/// So many base units as the factor says are one unit, or as many as the second number says.
pub(crate) fn unit(row: &mut RowReader<'_>) -> OpeningUnit {
    let product = row.code(Field::ProductCode);
    row.require(Field::Unit, "unit");
    row.require(Field::Numerator, "number of base units");
    let unit = row.text(Field::Unit, MAX_TEXT).unwrap_or_default();
    let max = Decimal::from(crm_core::limits::MAX_UNIT_RATIO);
    let factor = row.number(Field::Numerator, FINE_SCALE, max).unwrap_or_default();
    let per = row.number(Field::Denominator, 0, max).unwrap_or(Decimal::ONE);
    // 0.5 base units are 5 of 10: both sides grow until they are whole.
    let whole = |value: Decimal| i64::try_from(value.checked_mul(Decimal::from(10_i64.pow(factor.scale())))?.normalize()).ok();
    let (numerator, denominator) = (whole(factor).unwrap_or_default(), whole(per).unwrap_or_default());
    OpeningUnit { product, unit, numerator, denominator }
}

pub(crate) fn product_code(row: &mut RowReader<'_>) -> OpeningCode {
    let product = row.code(Field::ProductCode);
    row.require(Field::CodeValue, "code");
    let value = row.text(Field::CodeValue, MAX_TEXT).unwrap_or_default();
    let choices: &[(&[&str], _)] = &[
        (&["barcode", "ean", "gtin", "upc", "codigodebarras"], CodeKind::Barcode),
        (&["own", "propio"], CodeKind::Own),
        (&["supplier", "proveedor"], CodeKind::Supplier),
        (&["customer", "cliente"], CodeKind::Customer),
        (&["mnemonic", "mnemotecnico", "nemotecnico"], CodeKind::Mnemonic),
        (&["other", "otro"], CodeKind::Other),
    ];
    let kind = row.choice(Field::CodeKind, choices).unwrap_or(CodeKind::Barcode);
    let is_digits = matches!(value.len(), 8 | 12 | 13 | 14) && value.bytes().all(|b| b.is_ascii_digit());
    if kind == CodeKind::Barcode && is_digits && !is_gtin(&value) {
        row.problem(Field::CodeValue, Severity::Warning, "no_check_digit", format!("`{value}` is no GTIN: its check digit is another"));
    }
    OpeningCode {
        unit: row.text(Field::Unit, MAX_TEXT),
        quantity: row.fine(Field::Quantity).and_then(|q| Quantity::new(q).ok()),
        customer: row.text(Field::CustomerCode, MAX_CODE),
        supplier: row.text(Field::Supplier, MAX_TEXT),
        ..OpeningCode::new(product, kind, value)
    }
}

pub(crate) fn price_list(row: &mut RowReader<'_>) -> OpeningPriceList {
    let code = row.code(Field::PriceList);
    let currency = row.text(Field::Currency, MAX_CODE).and_then(|text| match text.to_uppercase().parse::<Currency>() {
        Ok(currency) => Some(currency),
        Err(error) => {
            row.error(Field::Currency, "unknown_choice", error.to_string());
            None
        }
    });
    OpeningPriceList {
        name: row.text(Field::ListName, MAX_TEXT).unwrap_or_else(|| code.clone()),
        currency,
        valid_from: row.day(Field::ValidFrom),
        valid_to: row.day(Field::ValidTo),
        includes_tax: row.flag(Field::IncludesTax),
        code,
    }
}

/// A price of a list or of a customer, by the field that says whose it is.
pub(crate) fn price(row: &mut RowReader<'_>, of: Field) -> OpeningPrice {
    let (owner, product) = (row.code(of), row.code(Field::ProductCode));
    let discount = row.number(Field::Discount, 4, Decimal::ONE_HUNDRED).and_then(|percent| Rate::new(percent).ok());
    if discount.is_none() || of == Field::PriceList {
        row.require(Field::UnitPrice, "price");
    }
    OpeningPrice {
        of: owner,
        product,
        unit: row.text(Field::Unit, MAX_TEXT),
        min_quantity: row.fine(Field::MinQuantity).and_then(|q| Quantity::new(q).ok()).unwrap_or_default(),
        price: row.fine(Field::UnitPrice),
        discount,
        valid_from: row.day(Field::ValidFrom),
        valid_to: row.day(Field::ValidTo),
    }
}

/// Quantity and cost must both be there; nothing on hand needs no cost.
pub(crate) fn stock(row: &mut RowReader<'_>) -> OpeningStock {
    let product = row.code(Field::ProductCode);
    row.require(Field::Quantity, "quantity");
    let quantity = row.fine(Field::Quantity);
    if quantity != Some(Decimal::ZERO) {
        row.require(Field::UnitCost, "unit cost");
    }
    let unit_cost = row.fine(Field::UnitCost).unwrap_or_default();
    let quantity = quantity.and_then(|quantity| Quantity::new(quantity).ok()).unwrap_or_default();
    let (warehouse, lot) = (row.text(Field::Warehouse, MAX_CODE), row.text(Field::Lot, MAX_CODE));
    OpeningStock { product, quantity, unit_cost, warehouse, lot, expires_on: row.day(Field::ExpiresOn) }
}

/// An amount may be negative: a credit note.
pub(crate) fn receivable(row: &mut RowReader<'_>) -> OpeningReceivable {
    let customer = row.code(Field::CustomerCode);
    row.require(Field::Document, "number of the document");
    row.require(Field::Date, "date of the document");
    row.require(Field::Amount, "open amount");
    OpeningReceivable {
        customer,
        document: row.text(Field::Document, MAX_TEXT).unwrap_or_default(),
        document_day: row.day(Field::Date).unwrap_or_default(),
        due_day: row.day(Field::DueDay),
        amount: row.signed(Field::Amount).unwrap_or_default(),
    }
}

pub(crate) fn credit(row: &mut RowReader<'_>) -> OpeningCredit {
    let customer = row.code(Field::CustomerCode);
    row.require(Field::Date, "date");
    row.require(Field::Amount, "amount");
    OpeningCredit {
        customer,
        day: row.day(Field::Date).unwrap_or_default(),
        amount: row.fine(Field::Amount).unwrap_or_default(),
        reference: row.text(Field::Reference, MAX_TEXT),
        order: row.text(Field::Order, MAX_TEXT),
    }
}
