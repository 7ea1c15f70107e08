//! The plan of an opening as it grows, row by row: what is known, what is wrong, what will be written.

use super::{OpeningData, OpeningReport, Place, Problem, Severity, SourceRow, known::Known};
use crate::{
    company::Company,
    entity::{Entity, Stored},
    error::{Code, Error, Result},
    ids::ProductId,
    num::{Currency, Money, MoneyStep, RoundingMode},
    products::Product,
    session::Master,
    storage::ChangeSet,
    time::Day,
};
use std::collections::{BTreeMap, HashMap, HashSet};

/// The plan as it grows.
pub(super) struct Work<'d> {
    pub(super) data: &'d OpeningData,
    pub(super) day: Day,
    pub(super) known: Known,
    pub(super) changes: ChangeSet,
    pub(super) currency: Currency,
    pub(super) step: MoneyStep,
    pub(super) rounding: RoundingMode,
    pub(super) problems: Vec<Problem>,
    pub(super) report: OpeningReport,
    pub(super) new_products: HashMap<ProductId, Product>,
    /// Codes of the customers and of the products that were refused here.
    pub(super) refused_customers: HashSet<&'d str>,
    pub(super) refused_products: HashSet<&'d str>,
}

/// What an error of a value is called among the problems of rows.
fn code_of(error: &Error) -> &'static str {
    match error.code() {
        Code::FieldTooLong => "too_long",
        Code::NumberTooPrecise => "too_precise",
        Code::NumberOutOfRange | Code::LimitExceeded => "out_of_range",
        Code::UnitUnknown => "unknown_unit",
        _ => "invalid",
    }
}

impl<'d> Work<'d> {
    pub(super) fn new(data: &'d OpeningData, day: Day, known: Known, company: &Company, changes: ChangeSet) -> Self {
        let report = OpeningReport::default();
        let (currency, step, rounding) = (company.currency, company.money_step, company.rounding);
        let (refused_customers, refused_products) = (HashSet::new(), HashSet::new());
        let (problems, new_products) = (Vec::new(), HashMap::new());
        Self { data, day, known, changes, currency, step, rounding, problems, report, new_products, refused_customers, refused_products }
    }

    /// Notes an error of a row, at the column of a field where the sheet has one.
    pub(super) fn problem<T>(&mut self, row: &SourceRow<T>, field: &str, code: &'static str, reason: impl Into<String>, text: &str) {
        self.note(row, field, Severity::Error, code, reason, text);
    }

    /// Notes a problem of a row, at the column of a field where the sheet has one.
    pub(super) fn note<T>(&mut self, row: &SourceRow<T>, field: &str, severity: Severity, code: &'static str, reason: impl Into<String>, text: &str) {
        let column = self.data.headings.get(&row.sheet).and_then(|headings| headings.get(field)).cloned();
        let place = Place { sheet: row.sheet.clone(), row: row.row, column };
        let (reason, details) = (reason.into(), BTreeMap::new());
        self.problems.push(Problem { place, severity, code, reason, details, text: text.to_owned() });
    }

    /// Whether the sheet writes a row's money in a currency, or in none.
    pub(super) fn is_in_currency<T>(&mut self, row: &SourceRow<T>, field: &str, currency: Currency) -> bool {
        let foreign = row.currency.filter(|mark| !mark.is_of(currency));
        if let Some(mark) = foreign {
            self.problem(row, field, "foreign_currency", format!("the sheet says {mark}, and {currency} is kept here"), mark.text());
        }
        foreign.is_none()
    }

    /// Notes what a check found, under the name that the problem has among rows.
    pub(super) fn refused<T>(&mut self, row: &SourceRow<T>, field: &str, error: &Error, text: &str) {
        self.problem(row, field, code_of(error), error.to_string(), text);
    }

    /// The value, or nothing and a problem of the row.
    pub(super) fn accept<T, V>(&mut self, row: &SourceRow<T>, field: &str, value: Result<V>, text: &str) -> Option<V> {
        value.map_err(|error| self.refused(row, field, &error, text)).ok()
    }

    /// Notes that the row stands already as it is.
    pub(super) fn is_unchanged(&mut self) {
        self.report.unchanged = self.report.unchanged.saturating_add(1);
    }

    /// Plans a new master record, if it keeps the rules of its kind.
    pub(super) fn insert<T, E: Entity + Master>(&mut self, row: &SourceRow<T>, field: &str, mut data: E, text: &str) -> Option<Stored<E>>
    where
        E::Id: From<crate::Uuid>,
    {
        data.normalise();
        let checked = data.check();
        self.accept(row, field, checked, text)?;
        let stored = Stored::new(self.changes.new_id(), data);
        self.changes.insert(&stored);
        Some(stored)
    }

    /// Whether a day is up to that of the opening.
    pub(super) fn is_in_time<T>(&mut self, row: &SourceRow<T>, field: &str, day: Day, text: &str) -> bool {
        if day > self.day {
            let reason = format!("{day} is after the day of the opening, {}", self.day);
            self.problem(row, field, "after_opening_day", reason, text);
        }
        day <= self.day
    }

    pub(super) fn money(&self, amount: crate::num::Decimal) -> Result<Money> {
        let money = Money::new(amount, self.currency)?;
        crate::limits::check_step("amount", money, self.step)?;
        crate::limits::check_amount("amount", money).map(|()| money)
    }
}

pub(super) fn count(counter: &mut usize) {
    *counter = counter.saturating_add(1);
}
