//! One row of an opening sheet: its values, and its problems.
//!
//! Invariant: a value that cannot be stored as it is leaves a problem, and the row is then refused, whatever else it contains.

use crate::cell::{Cell, DateOrder};
use crate::dates::{DateText, compact, read_date};
use crate::language::Language;
use crate::mapping::{Columns, Field, SheetKind, letters};
use crate::number::{Figure, NoFigure, Notation};
use crate::table::Row;
use crm_core::customers::{AddressKind, ContactPointKind};
use crm_core::limits::{MAX_CODE, MAX_NOTES, MAX_TEXT};
use crm_core::num::{CurrencyMark, Decimal, FINE_SCALE, MAX_FINE, Quantity, Rate};
use crm_core::opening::{
    OpeningAddress, OpeningCode, OpeningContact, OpeningCredit, OpeningCustomer, OpeningPrice, OpeningPriceList, OpeningProduct, OpeningReceivable,
    OpeningStock, OpeningUnit, Place, Problem, Severity, SourceRow,
};
use crm_core::products::{CodeKind, Tracking, is_gtin};
use crm_core::text::search_key;
use crm_core::time::Day;
use crm_core::{Code, Error};
use std::collections::BTreeMap;
use std::sync::Arc;
use unicode_normalization::UnicodeNormalization;

/// A hundred years.
const MAX_PAYMENT_DAYS: Decimal = Decimal::from_parts(36_500, 0, 0, false, 0);

/// How a sheet's figures and dates written as text are read.
#[derive(Debug, Clone, Default)]
pub(crate) struct HowRead {
    /// The notation; if undecided, each figure by itself.
    pub(crate) figures: Option<Notation>,
    /// The order of dates; if undecided, only unambiguous ones.
    pub(crate) dates: Option<DateOrder>,
    /// The rate fields in which a plain number below one can be a fraction.
    pub(crate) fractions: Vec<Field>,
}

/// A row being read.
pub(crate) struct RowReader<'a> {
    sheet: &'a Arc<str>,
    row: Row<'a>,
    columns: &'a Columns,
    /// The currencies that headings state.
    above: &'a BTreeMap<Field, CurrencyMark>,
    how: &'a HowRead,
    pub(crate) problems: Vec<Problem>,
    /// Problems of what the row contains besides its record.
    pub(crate) beside: Vec<Problem>,
    /// The currencies of figures, by field.
    pub(crate) currencies: Vec<(Field, CurrencyMark)>,
}

type Details<'d> = &'d [(&'d str, String)];

/// A problem with its reason in English.
pub(crate) fn problem(place: Place, severity: Severity, code: &'static str, details: Details<'_>, text: String) -> Problem {
    let details: BTreeMap<String, String> = details.iter().map(|(name, value)| ((*name).to_owned(), value.clone())).collect();
    // Enough to find it by: cells can be long, and a sheet can be full of them.
    let text = match text.char_indices().nth(MAX_TEXT) {
        Some((end, _)) => format!("{}…", text.get(..end).unwrap_or_default()),
        None => text,
    };
    let reason = Language::English.say(code, &details, &text);
    Problem { place, severity, code, reason, details, text }
}

/// Trims white space and zero-width characters, and composes letters, so that texts that look the same are the same.
pub(crate) fn clean(text: &str) -> String {
    let is_nothing =
        |c: char| c.is_whitespace() || matches!(c, '\u{feff}' | '\u{200b}' | '\u{200e}' | '\u{200f}' | '\u{2060}' | '\u{202a}'..='\u{202e}');
    text.trim_matches(is_nothing).nfc().collect()
}

/// A row of totals or subtotals.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Total {
    /// Of the rows since the last one.
    Part,
    /// Of all.
    Whole,
}

impl<'a> RowReader<'a> {
    /// A row; the columns come with the currencies that their headings state.
    pub(crate) fn new(
        sheet: &'a Arc<str>,
        row: Row<'a>,
        (columns, above): (&'a Columns, &'a BTreeMap<Field, CurrencyMark>),
        how: &'a HowRead,
    ) -> Self {
        Self { sheet, row, columns, above, how, problems: Vec::new(), beside: Vec::new(), currencies: Vec::new() }
    }

    /// Whether the row holds totals: its first cell says so, and it has no other code.
    pub(crate) fn total(&self, kind: SheetKind) -> Option<Total> {
        let code = match kind {
            SheetKind::Products | SheetKind::OpeningStock => Field::ProductCode,
            _ => Field::CustomerCode,
        };
        let word = |cell: &Cell| {
            let text = search_key(cell.text().trim_end_matches([':', '：']).trim());
            let is_whole = ["total", "totals", "totales", "grand total", "total general", "sum", "suma", "合计", "总计", "合計", "總計"]
                .contains(&text.as_str());
            let is_part = ["subtotal", "sub total", "sub-total", "subtotales", "小计", "小計"].contains(&text.as_str());
            // A customer may be called Total Something: next to a total there are only figures.
            let begins = text.strip_prefix("total ").is_some_and(|rest| !rest.chars().any(|c| c.is_ascii_digit())) && self.has_figures_only();
            match (is_part, is_whole || begins) {
                (true, _) => Some(Total::Part),
                (false, true) => Some(Total::Whole),
                _ => None,
            }
        };
        let cell = self.cell(code);
        let first = self.row.cells.iter().find(|cell| !cell.is_empty())?;
        let found = if cell.is_empty() { word(first) } else { word(cell) }?;
        // A product with such a name has a name, and its sheet no totals of amount columns.
        let name = match kind {
            SheetKind::Products => Field::ProductName,
            SheetKind::Customers => Field::CustomerName,
            _ => return Some(found),
        };
        let is_named = self.columns.column(name).is_none_or(|column| !self.row.cell(column).is_empty() && self.row.cell(column) != first);
        (!is_named).then_some(found)
    }

    /// Whether all of its filled cells but the first are figures.
    fn has_figures_only(&self) -> bool {
        let is_figure = |cell: &Cell| match cell {
            Cell::Text(text) => text.trim().is_empty() || Figure::of(text).is_some(),
            Cell::Moment(_) | Cell::Bool(_) => false,
            _ => true,
        };
        self.row.cells.iter().skip_while(|cell| cell.is_empty()).skip(1).all(is_figure)
    }

    /// The code in a field, unchecked.
    pub(crate) fn code_text(&self, field: Field) -> Option<String> {
        self.cell(field).code().map(|code| clean(&code))
    }

    pub(crate) fn sheet(&self) -> &'a Arc<str> {
        self.sheet
    }

    pub(crate) fn row(&self) -> u32 {
        self.row.number
    }

    fn cell(&self, field: Field) -> &Cell {
        self.columns.cell(&self.row, field)
    }

    /// Records a problem of one cell.
    pub(crate) fn problem(&mut self, field: Field, severity: Severity, code: &'static str, details: Details<'_>) {
        let column = self.columns.heading(field).map(str::to_owned);
        let mut details = details.to_vec();
        // If the sheet has no such column, the field is named instead.
        details.extend(column.is_none().then(|| ("fields", field.as_str().to_owned())));
        let place = Place { sheet: self.sheet.to_string(), row: self.row.number, column };
        let text = self.cell(field).raw();
        self.problems.push(problem(place, severity, code, &details, text));
    }

    fn error(&mut self, field: Field, code: &'static str, details: Details<'_>) {
        self.problem(field, Severity::Error, code, details);
    }

    /// Records that the row is wider than the headings, at the first cell beyond them.
    pub(crate) fn too_wide(&mut self, width: usize) {
        let Some((column, cell)) = self.row.cells.iter().enumerate().skip(width).find(|(_, cell)| !cell.is_empty()) else { return };
        let count = self.row.cells.iter().rposition(|cell| !cell.is_empty()).map_or(0, |last| last.saturating_add(1));
        let place = Place { sheet: self.sheet.to_string(), row: self.row.number, column: Some(letters(column)) };
        let details = [("count", count.to_string()), ("width", width.to_string())];
        let found = problem(place, Severity::Error, "too_many_cells", &details, cell.raw());
        self.problems.push(found);
    }

    /// Whether a cell is alone in its row, which is then not a row of the sheet: a note or a page's footer, or else a row that lacks everything else.
    pub(crate) fn is_alone(&mut self, kind: SheetKind) -> bool {
        let mut filled = self.row.cells.iter().enumerate().filter(|(_, cell)| !cell.is_empty());
        let (Some((column, cell)), None) = (filled.next(), filled.next()) else { return false };
        if self.columns.len() < 2 {
            return false;
        }
        let text = cell.text();
        let key = search_key(&text);
        let is_page = ["page", "pagina", "pag", "hoja", "第"]
            .iter()
            .any(|word| key.strip_prefix(word).is_some_and(|rest| rest.trim_start_matches(['.', ' ']).starts_with(|c: char| c.is_ascii_digit())));
        let is_sentence = text.contains([':', '：']) || text.split_whitespace().count() > 2 || is_page;
        // A code alone says nothing about a customer or a product.
        let is_of = |code: Field, name: Field| self.columns.column(code) == Some(column) && self.columns.column(name).is_some();
        let is_code = match kind {
            SheetKind::Customers => is_of(Field::CustomerCode, Field::CustomerName),
            SheetKind::Products => is_of(Field::ProductCode, Field::ProductName),
            _ => false,
        };
        let (severity, code) = match () {
            () if is_sentence => (Severity::Warning, "note_row"),
            () if is_code => (Severity::Error, "lone_cell"),
            () => return false,
        };
        let heading = self.columns.heading_of(column).map_or_else(|| letters(column), str::to_owned);
        let place = Place { sheet: self.sheet.to_string(), row: self.row.number, column: Some(heading) };
        let found = problem(place, severity, code, &[], cell.raw());
        self.problems.push(found);
        true
    }

    /// Whether nothing rules the row out.
    pub(crate) fn is_good(&self) -> bool {
        self.problems.iter().all(|problem| problem.severity != Severity::Error)
    }

    /// Puts the value into its list, unless the row has an error.
    pub(crate) fn keep<T>(&self, value: T, list: &mut Vec<SourceRow<T>>) -> bool {
        let kept = self.is_good();
        if kept {
            list.push(SourceRow::new(self.sheet.as_ref(), self.row.number, value));
        }
        kept
    }

    /// Reads what the row contains besides its record: its problems rule it out, and nothing else.
    pub(crate) fn beside<T>(&mut self, read: impl FnOnce(&mut Self) -> Option<T>) -> Option<T> {
        let own = std::mem::take(&mut self.problems);
        let value = read(self).filter(|_| self.is_good());
        let found = std::mem::replace(&mut self.problems, own);
        self.beside.extend(found);
        value
    }

    /// As [`RowReader::keep`], with the currency of a field's money.
    pub(crate) fn keep_money<T>(&mut self, field: Field, value: T, list: &mut Vec<SourceRow<T>>) -> bool {
        let currency = self.currency_of(field);
        let kept = self.is_good();
        if kept {
            list.push(SourceRow { currency, ..SourceRow::new(self.sheet.as_ref(), self.row.number, value) });
        }
        kept
    }

    /// The currency of a field's money: next to the figure, in the row's currency column, or above the figure. None if there is no money.
    fn currency_of(&mut self, field: Field) -> Option<CurrencyMark> {
        if self.cell(field).is_empty() {
            return None;
        }
        let beside = self.currencies.iter().find(|(of, _)| *of == field).map(|(_, currency)| *currency);
        let in_row = if self.columns.column(Field::Currency).is_some() { self.currency(Field::Currency) } else { None };
        beside.or(in_row).or_else(|| self.above.get(&field).copied())
    }

    /// The currency that a cell names.
    fn currency(&mut self, field: Field) -> Option<CurrencyMark> {
        let text = self.written(field, false)?;
        let mark = text.parse().ok();
        if mark.is_none() {
            self.error(field, "unknown_currency", &[]);
        }
        mark
    }

    /// Whether the row has a value in each of these columns.
    pub(crate) fn has_all(&self, fields: &[Field]) -> bool {
        fields.iter().all(|field| !self.cell(*field).is_empty())
    }

    /// Whether the sheet has any of these columns, and the row a value in them.
    fn has_any(&self, fields: &[Field]) -> bool {
        fields.iter().any(|field| !self.cell(*field).is_empty())
    }

    /// The text of a cell that holds a code or a name; none, with a problem, if the cell's contents are not what the sheet's author wrote.
    fn written(&mut self, field: Field, is_code: bool) -> Option<String> {
        let severity = if is_code { Severity::Error } else { Severity::Warning };
        let (severity, code, details) = match self.cell(field) {
            cell if cell.is_empty() => return None,
            Cell::Error(_) => (severity, "formula_error", None),
            Cell::Uncalculated => (Severity::Error, "not_calculated", None),
            Cell::Long(_) => (Severity::Error, "digits_lost", None),
            Cell::Bool(_) if is_code => (Severity::Error, "unreadable_code", Some("yes or no")),
            Cell::Moment(_) if is_code => (Severity::Error, "unreadable_code", Some("a date")),
            Cell::Percent(_) if is_code => (Severity::Error, "unreadable_code", Some("a percentage")),
            Cell::Text(text) if is_code && is_cut(text) => (Severity::Error, "digits_lost", None),
            cell => {
                let text = clean(&cell.raw());
                if !text.chars().any(|c| c.is_control() && !matches!(c, '\n' | '\r' | '\t')) {
                    return (!text.is_empty()).then_some(text);
                }
                (Severity::Error, "control_characters", None)
            }
        };
        let details: Vec<(&str, String)> = details.map(|why| ("why", why.to_owned())).into_iter().collect();
        self.problem(field, severity, code, &details);
        None
    }

    /// A required code; empty, with a problem, if it is missing.
    fn code(&mut self, field: Field) -> String {
        if self.cell(field).is_empty() {
            self.error(field, "missing", &[]);
            return String::new();
        }
        self.optional_code(field).unwrap_or_default()
    }

    /// An optional code.
    fn optional_code(&mut self, field: Field) -> Option<String> {
        let code = self.written(field, true)?;
        self.check_length(field, &code, MAX_CODE);
        Some(code)
    }

    /// An optional text. A formula error is not a text: it is left out, with a warning.
    fn text(&mut self, field: Field, limit: usize) -> Option<String> {
        let text = self.written(field, false)?;
        self.check_length(field, &text, limit);
        Some(text)
    }

    fn check_length(&mut self, field: Field, text: &str, limit: usize) {
        let length = text.chars().count();
        if length > limit {
            self.error(field, "too_long", &[("length", length.to_string()), ("limit", limit.to_string())]);
        }
    }

    /// The number of a document, which is required.
    fn document(&mut self) -> String {
        let Some(document) = self.written(Field::Document, true) else { return String::new() };
        self.check_length(Field::Document, &document, MAX_TEXT);
        document
    }

    /// Several texts in one cell, with a semicolon or a line break between them.
    fn texts(&mut self, field: Field) -> Vec<String> {
        let text = self.text(field, MAX_TEXT).unwrap_or_default();
        text.split([';', '\n', '；']).map(clean).filter(|part| !part.is_empty()).collect()
    }

    /// A number that is only compared, not stored; problems with it do not rule the row out.
    pub(crate) fn stated(&mut self, field: Field) -> Option<Decimal> {
        let before = self.problems.len();
        let value = self.signed(field);
        for problem in self.problems.iter_mut().skip(before) {
            problem.severity = Severity::Warning;
        }
        value
    }

    /// A number of either sign; `None` if the cell is empty or, with a problem, if it holds no such number.
    pub(crate) fn signed(&mut self, field: Field) -> Option<Decimal> {
        let value = self.any_number(field, false)?;
        self.within(field, value, FINE_SCALE, MAX_FINE, true)
    }

    fn within(&mut self, field: Field, value: Decimal, scale: u32, max: Decimal, may_be_negative: bool) -> Option<Decimal> {
        let (code, details) = match value {
            _ if value.scale() > scale => ("too_precise", [("scale", scale.to_string())]),
            _ if value.abs() > max => ("out_of_range", [("max", max.to_string())]),
            _ if value < Decimal::ZERO && !may_be_negative => ("negative", [("max", max.to_string())]),
            _ => return Some(value),
        };
        self.error(field, code, &details);
        None
    }

    /// The number in a cell, in percentage points for a rate.
    fn any_number(&mut self, field: Field, is_rate: bool) -> Option<Decimal> {
        let (code, why) = match self.cell(field) {
            cell if cell.is_empty() => return None,
            Cell::Error(_) => ("formula_error", None),
            Cell::Uncalculated => ("not_calculated", None),
            Cell::Long(_) => ("digits_lost", None),
            Cell::Percent(_) if !is_rate => ("unreadable_number", Some("a percentage")),
            Cell::Text(text) => match Figure::of(text) {
                None => ("unreadable_number", None),
                Some(figure) if figure.is_percent && !is_rate => ("unreadable_number", Some("a percentage")),
                Some(figure) => {
                    if let Some(currency) = figure.currency {
                        self.currencies.push((field, currency));
                    }
                    match figure.decimal(self.how.figures) {
                        Ok(value) => return Some(value.normalize()),
                        Err(NoFigure::Ambiguous) => ("ambiguous_number", None),
                        Err(NoFigure::Unreadable) => ("unreadable_number", None),
                        Err(NoFigure::Beyond(code)) => (beyond(code), None),
                    }
                }
            },
            cell @ Cell::Money { currency, .. } => {
                let read = cell.decimal_in(Notation::Point);
                self.currencies.push((field, *currency));
                match read? {
                    Ok(value) => return Some(value.normalize()),
                    Err(error) => (number_problem(&error), None),
                }
            }
            cell => match if is_rate { cell.percent_in(Notation::Point) } else { cell.decimal_in(Notation::Point) } {
                Some(Ok(value)) => return Some(value.normalize()),
                Some(Err(error)) => (number_problem(&error), None),
                None => return None,
            },
        };
        let details: Vec<(&str, String)> = why.map(|why| ("why", why.to_owned())).into_iter().collect();
        self.error(field, code, &details);
        None
    }

    /// A day; for a day with a time, the day.
    fn day(&mut self, field: Field) -> Option<Day> {
        let code = match self.cell(field) {
            cell if cell.is_empty() => return None,
            Cell::Moment(moment) => return Some(moment.date()),
            Cell::Error(_) => "formula_error",
            Cell::Uncalculated => "not_calculated",
            // A bare number is not a date, unless it is written as one.
            Cell::Number(digits) => match compact(digits) {
                Some(day) => return Some(day),
                None => "unreadable_date",
            },
            Cell::Text(text) => match read_date(text) {
                Some(DateText::Either { .. }) if self.how.dates.is_none() => "ambiguous_date",
                Some(said) => match said.day(self.how.dates) {
                    Some(day) => return Some(day),
                    None => "unreadable_date",
                },
                None => "unreadable_date",
            },
            _ => "unreadable_date",
        };
        self.error(field, code, &[]);
        None
    }

    /// One of some choices, in English, Spanish or Chinese.
    fn choice<T: Copy>(&mut self, field: Field, choices: &[(&[&str], T)]) -> Option<T> {
        let text = self.written(field, false)?;
        let key: String = search_key(&text).chars().filter(|c| c.is_alphanumeric()).collect();
        let found = choices.iter().find(|(words, _)| words.contains(&key.as_str())).map(|(_, value)| *value);
        if found.is_none() {
            let known: Vec<&str> = choices.iter().filter_map(|(words, _)| words.first().copied()).collect();
            self.error(field, "unknown_choice", &[("choices", known.join(", "))]);
        }
        found
    }

    /// A number from zero up to a maximum; `None` if the cell is empty or, with a problem, if it holds no such number.
    fn number(&mut self, field: Field, scale: u32, max: Decimal) -> Option<Decimal> {
        let value = self.any_number(field, false)?;
        self.within(field, value, scale, max, false)
    }

    /// A discount in percentage points.
    fn rate(&mut self, field: Field) -> Option<Rate> {
        let value = self.any_number(field, true)?;
        let is_plain = matches!(self.cell(field), Cell::Number(_) | Cell::Padded { .. })
            || matches!(self.cell(field), Cell::Text(text) if !text.contains(['%', '\u{ff05}']));
        if is_plain && value > Decimal::ZERO && value < Decimal::ONE && self.how.fractions.contains(&field) {
            self.error(field, "ambiguous_percent", &[]);
            return None;
        }
        self.within(field, value, 4, Decimal::ONE_HUNDRED, false).and_then(|percent| Rate::new(percent).ok())
    }

    /// A tax code as written, or a rate with its percent sign. A percentage stands for the code with that rate, which is resolved when it is applied.
    fn tax_code(&mut self, field: Field) -> Option<String> {
        let is_rate = match self.cell(field) {
            Cell::Percent(_) => true,
            Cell::Text(text) => Figure::of(text).is_some_and(|figure| figure.is_percent),
            _ => false,
        };
        if is_rate {
            return self.rate(field).map(|rate| format!("{} %", rate.decimal().normalize()));
        }
        self.optional_code(field)
    }

    /// A quantity, price or cost.
    fn fine(&mut self, field: Field) -> Option<Decimal> {
        self.number(field, FINE_SCALE, MAX_FINE)
    }

    /// Records that a required cell is empty.
    fn require(&mut self, field: Field) {
        if self.cell(field).is_empty() {
            self.error(field, "missing", &[]);
        }
    }

    /// The code, used in place of a missing name.
    fn nameless(&mut self, field: Field, code: &str) -> String {
        if !code.is_empty() && self.columns.column(field).is_some() && self.cell(field).is_empty() {
            self.problem(field, Severity::Warning, "name_missing", &[]);
        }
        code.to_owned()
    }

    fn payment_days(&mut self) -> Option<i64> {
        let days = self.number(Field::PaymentDays, 0, MAX_PAYMENT_DAYS)?;
        i64::try_from(days).ok()
    }

    /// Yes or no, in English, Spanish or Chinese.
    fn flag(&mut self, field: Field) -> Option<bool> {
        if let Cell::Bool(value) = self.cell(field) {
            return Some(*value);
        }
        let text = self.written(field, false)?;
        match search_key(&text).as_str() {
            "yes" | "y" | "si" | "s" | "true" | "verdadero" | "1" | "x" | "是" | "真" => Some(true),
            "no" | "n" | "false" | "falso" | "0" | "否" | "假" => Some(false),
            _ => {
                self.error(field, "unreadable_flag", &[]);
                None
            }
        }
    }
}

/// Whether a text is a number that a spreadsheet abbreviated for lack of room: `8.41234E+12`, whose last digits are gone.
fn is_cut(text: &str) -> bool {
    let text = text.trim().to_ascii_uppercase();
    let Some((mantissa, exponent)) = text.split_once("E+") else { return false };
    let is_digits = |text: &str| !text.is_empty() && text.bytes().all(|b| b.is_ascii_digit());
    is_digits(exponent) && mantissa.contains(['.', ',']) && mantissa.bytes().all(|b| b.is_ascii_digit() || matches!(b, b'.' | b','))
}

fn beyond(code: Code) -> &'static str {
    if code == Code::NumberTooPrecise { "too_precise" } else { "out_of_range" }
}

fn number_problem(error: &Error) -> &'static str {
    match error.code() {
        Code::NumberOutOfRange => "out_of_range",
        Code::NumberTooPrecise => "too_precise",
        _ => "unreadable_number",
    }
}

/// A cell can hold several groups, separated by semicolons: the first is the main one.
pub(crate) fn customer(row: &mut RowReader<'_>) -> OpeningCustomer {
    let code = row.code(Field::CustomerCode);
    let mut groups = row.texts(Field::CustomerGroup).into_iter();
    // A trade name is often left empty if it is the name.
    let (name, legal_name) = (row.text(Field::CustomerName, MAX_TEXT), row.text(Field::LegalName, MAX_TEXT));
    let name = name.or_else(|| legal_name.clone()).unwrap_or_else(|| row.nameless(Field::CustomerName, &code));
    OpeningCustomer {
        name,
        country: row.text(Field::Country, MAX_TEXT),
        group: groups.next(),
        groups: groups.collect(),
        payment_days: row.payment_days(),
        tax_code: row.tax_code(Field::TaxCode),
        tax_id: row.text(Field::TaxId, MAX_TEXT),
        credit_limit: row.fine(Field::CreditLimit),
        notes: row.text(Field::Notes, MAX_NOTES),
        legal_name,
        website: row.text(Field::Website, MAX_TEXT),
        owner: row.text(Field::Owner, MAX_TEXT),
        code,
    }
}

const WAYS: [(Field, ContactPointKind); 3] =
    [(Field::Phone, ContactPointKind::Phone), (Field::Mobile, ContactPointKind::Mobile), (Field::Email, ContactPointKind::Email)];

/// The person in a row and how to reach them.
fn person(row: &mut RowReader<'_>, customer: String) -> OpeningContact {
    let points = WAYS.into_iter().flat_map(|(field, kind)| row.texts(field).into_iter().map(move |text| (kind, text))).collect();
    let (name, position) = (row.text(Field::ContactName, MAX_TEXT), row.text(Field::Position, MAX_TEXT));
    if position.is_some() && row.cell(Field::ContactName).is_empty() {
        row.error(Field::ContactName, "missing", &[]);
    }
    OpeningContact { customer, name, position, points }
}

pub(crate) fn contact(row: &mut RowReader<'_>) -> OpeningContact {
    let customer = row.code(Field::CustomerCode);
    let contact = person(row, customer);
    // A row that names nobody must say how the customer is reached.
    if contact.name.is_none() && contact.position.is_none() && contact.points.is_empty() {
        row.error(Field::ContactName, "missing", &[]);
    }
    contact
}

/// The person next to a customer, and how to reach them or the customer.
pub(crate) fn contact_beside(row: &mut RowReader<'_>, customer: &str) -> Option<OpeningContact> {
    let fields = [Field::ContactName, Field::Position, Field::Phone, Field::Mobile, Field::Email];
    row.has_any(&fields).then(|| person(row, customer.to_owned())).filter(|contact| contact.name.is_some() || !contact.points.is_empty())
}

/// The address next to a customer, to which bills go.
pub(crate) fn address_beside(row: &mut RowReader<'_>, customer: &OpeningCustomer) -> Option<OpeningAddress> {
    row.has_any(&[Field::Street, Field::PostalCode, Field::City]).then(|| OpeningAddress {
        street: row.text(Field::Street, MAX_TEXT),
        postal_code: row.text(Field::PostalCode, MAX_TEXT),
        city: row.text(Field::City, MAX_TEXT),
        country: customer.country.clone(),
        ..OpeningAddress::new(&customer.code, AddressKind::Billing)
    })
}

pub(crate) fn address(row: &mut RowReader<'_>) -> OpeningAddress {
    let customer = row.code(Field::CustomerCode);
    let choices: &[(&[&str], _)] = &[
        (&["billing", "invoice", "facturacion", "fiscal", "开票", "開票"], AddressKind::Billing),
        (&["delivery", "shipping", "entrega", "envio", "收货", "收貨"], AddressKind::Delivery),
        (&["site", "branch", "sede", "sucursal", "门店", "門店"], AddressKind::Site),
        (&["other", "otra", "otro", "其他"], AddressKind::Other),
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
        (&["none", "no", "ninguno", "ninguna", "无", "無"], Tracking::None),
        (&["lot", "batch", "lote", "批次", "批号", "批號"], Tracking::Lot),
        (&["serial", "serie", "numerodeserie", "序列号", "序列號"], Tracking::Serial),
    ];
    OpeningProduct {
        name: row.text(Field::ProductName, MAX_TEXT).unwrap_or_else(|| row.nameless(Field::ProductName, &code)),
        group: row.text(Field::ProductGroup, MAX_TEXT),
        unit: row.text(Field::Unit, MAX_TEXT),
        stocked: row.flag(Field::Stocked),
        list_price: row.fine(Field::ListPrice),
        model: row.text(Field::Model, MAX_TEXT),
        specification: row.text(Field::Specification, MAX_TEXT),
        brand: row.text(Field::Brand, MAX_TEXT),
        tax_code: row.tax_code(Field::TaxCode),
        tracking: row.choice(Field::Tracking, choices),
        code,
    }
}

/// As many base units per unit as the factor says, or per the second number of units.
pub(crate) fn unit(row: &mut RowReader<'_>) -> OpeningUnit {
    let product = row.code(Field::ProductCode);
    row.require(Field::Unit);
    row.require(Field::Numerator);
    let unit = row.text(Field::Unit, MAX_TEXT).unwrap_or_default();
    let max = Decimal::from(crm_core::limits::MAX_UNIT_RATIO);
    let factor = row.number(Field::Numerator, FINE_SCALE, max).unwrap_or_default();
    let per = row.number(Field::Denominator, 0, max).unwrap_or(Decimal::ONE);
    // 0.5 base units are 5 of 10: both sides are scaled until they are whole.
    let whole = |value: Decimal| i64::try_from(value.checked_mul(Decimal::from(10_i64.pow(factor.scale())))?.normalize()).ok();
    let (numerator, denominator) = (whole(factor).unwrap_or_default(), whole(per).unwrap_or_default());
    OpeningUnit { product, unit, numerator, denominator }
}

/// Warns of a barcode that has the digits of a GTIN but not its check digit.
fn check_digit(row: &mut RowReader<'_>, value: &str) {
    let is_digits = matches!(value.len(), 8 | 12 | 13 | 14) && value.bytes().all(|b| b.is_ascii_digit());
    if is_digits && !is_gtin(value) {
        row.problem(Field::CodeValue, Severity::Warning, "no_check_digit", &[]);
    }
}

/// The barcodes next to a product.
pub(crate) fn codes_beside(row: &mut RowReader<'_>, product: &str) -> Vec<OpeningCode> {
    let Some(text) = row.written(Field::CodeValue, true) else { return Vec::new() };
    let values: Vec<String> = text.split([';', '\n', '；']).map(clean).filter(|part| !part.is_empty()).collect();
    for value in &values {
        row.check_length(Field::CodeValue, value, MAX_TEXT);
        check_digit(row, value);
    }
    values.into_iter().map(|value| OpeningCode::new(product, CodeKind::Barcode, value)).collect()
}

/// The stock next to a product. A cost without a quantity is no stock, which is reported.
pub(crate) fn stock_beside(row: &mut RowReader<'_>, product: &str) -> Option<OpeningStock> {
    if row.cell(Field::Quantity).is_empty() {
        if row.has_any(&[Field::UnitCost, Field::Warehouse]) {
            row.problem(Field::Quantity, Severity::Warning, "missing", &[]);
        }
        return None;
    }
    Some(on_hand(row, product.to_owned()))
}

pub(crate) fn product_code(row: &mut RowReader<'_>) -> OpeningCode {
    let product = row.code(Field::ProductCode);
    row.require(Field::CodeValue);
    let value = row.written(Field::CodeValue, true).unwrap_or_default();
    row.check_length(Field::CodeValue, &value, MAX_TEXT);
    let choices: &[(&[&str], _)] = &[
        (&["barcode", "ean", "gtin", "upc", "codigodebarras", "条码", "條碼"], CodeKind::Barcode),
        (&["own", "propio", "自有"], CodeKind::Own),
        (&["supplier", "proveedor", "供应商", "供應商"], CodeKind::Supplier),
        (&["customer", "cliente", "客户", "客戶"], CodeKind::Customer),
        (&["mnemonic", "mnemotecnico", "nemotecnico", "助记码", "助記碼"], CodeKind::Mnemonic),
        (&["other", "otro", "其他"], CodeKind::Other),
    ];
    let kind = row.choice(Field::CodeKind, choices).unwrap_or(CodeKind::Barcode);
    if kind == CodeKind::Barcode {
        check_digit(row, &value);
    }
    OpeningCode {
        unit: row.text(Field::Unit, MAX_TEXT),
        quantity: row.fine(Field::Quantity).and_then(|q| Quantity::new(q).ok()),
        customer: row.optional_code(Field::CustomerCode),
        supplier: row.text(Field::Supplier, MAX_TEXT),
        ..OpeningCode::new(product, kind, value)
    }
}

pub(crate) fn price_list(row: &mut RowReader<'_>) -> OpeningPriceList {
    let code = row.code(Field::PriceList);
    // A symbol that several currencies share does not say which one the list uses.
    let currency = row.currency(Field::Currency).and_then(|mark| {
        let currency = mark.currency();
        if currency.is_none() {
            row.error(Field::Currency, "unknown_currency", &[]);
        }
        currency
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
    let discount = row.rate(Field::Discount);
    if row.cell(Field::Discount).is_empty() || of == Field::PriceList {
        row.require(Field::UnitPrice);
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

pub(crate) fn stock(row: &mut RowReader<'_>) -> OpeningStock {
    let product = row.code(Field::ProductCode);
    row.require(Field::Quantity);
    // The unit in a product's own row is its base unit; here it is the unit that is counted.
    OpeningStock { unit: row.text(Field::Unit, MAX_TEXT), ..on_hand(row, product) }
}

/// Quantity and cost are both required; a quantity of zero needs no cost.
fn on_hand(row: &mut RowReader<'_>, product: String) -> OpeningStock {
    let quantity = row.fine(Field::Quantity);
    if quantity != Some(Decimal::ZERO) {
        row.require(Field::UnitCost);
    }
    let unit_cost = row.fine(Field::UnitCost).unwrap_or_default();
    let quantity = quantity.and_then(|quantity| Quantity::new(quantity).ok()).unwrap_or_default();
    let (warehouse, lot) = (row.optional_code(Field::Warehouse), row.optional_code(Field::Lot));
    OpeningStock { product, quantity, unit_cost, unit: None, warehouse, lot, expires_on: row.day(Field::ExpiresOn) }
}

/// An amount may be negative: a credit note.
pub(crate) fn receivable(row: &mut RowReader<'_>) -> OpeningReceivable {
    let customer = row.code(Field::CustomerCode);
    row.require(Field::Document);
    row.require(Field::Date);
    row.require(Field::Amount);
    OpeningReceivable {
        customer,
        document: row.document(),
        document_day: row.day(Field::Date).unwrap_or_default(),
        due_day: row.day(Field::DueDay),
        amount: row.signed(Field::Amount).unwrap_or_default(),
    }
}

pub(crate) fn credit(row: &mut RowReader<'_>) -> OpeningCredit {
    let customer = row.code(Field::CustomerCode);
    row.require(Field::Date);
    row.require(Field::Amount);
    OpeningCredit {
        customer,
        day: row.day(Field::Date).unwrap_or_default(),
        amount: row.fine(Field::Amount).unwrap_or_default(),
        reference: row.text(Field::Reference, MAX_TEXT),
        order: row.text(Field::Order, MAX_TEXT),
    }
}
