//! The plan of an opening as it grows row by row: known data, problems, and changes to write.

use super::{
    OpeningData,
    known::Known,
    lines::Lines,
    part::Part,
    problem::{Place, Problem, Severity, SourceRow},
    report::{ApplyMode, OpeningOptions, OpeningReport},
};
use crate::{
    act::ActContext,
    company::Company,
    entity::{Entity, Stored},
    error::{Code, Error, Result},
    ids::{CustomerId, WarehouseId},
    num::{Currency, Money, MoneyStep, RoundingMode},
    records::MasterRecord,
    storage::ChangeSet,
    time::Day,
};
use std::collections::{BTreeMap, HashSet};

/// The plan as it grows.
pub(super) struct Work<'d> {
    pub(super) data: &'d OpeningData,
    /// The current part.
    pub(super) part: Part<'d>,
    pub(super) mode: ApplyMode,
    pub(super) day: Day,
    /// Warehouse of stock rows that name none.
    pub(super) warehouse_id: Option<WarehouseId>,
    pub(super) known: Known<'d>,
    /// Changes planned and not yet written.
    pub(super) changes: ChangeSet,
    pub(super) currency: Currency,
    pub(super) step: MoneyStep,
    pub(super) rounding: RoundingMode,
    pub(super) problems: Vec<Problem>,
    pub(super) report: OpeningReport,
    /// References of credits that existed already.
    pub(super) referenced: HashSet<(CustomerId, Day, String)>,
    pub(super) lines: Lines,
    /// Codes of customers and of products refused here.
    pub(super) refused_customers: HashSet<&'d str>,
    pub(super) refused_products: HashSet<&'d str>,
}

/// The problem code for an error in a value.
fn code_of(error: &Error) -> &'static str {
    match error.code() {
        Code::FieldTooLong => "too_long",
        Code::NumberTooPrecise => "too_precise",
        Code::NumberOutOfRange | Code::LimitExceeded => "out_of_range",
        Code::UnitUnknown => "unknown_unit",
        // An amount that is not a multiple of the currency's smallest step.
        _ if error.context("step").is_some() => "too_precise",
        _ => "invalid",
    }
}

impl<'d> Work<'d> {
    pub(super) fn new(data: &'d OpeningData, options: &OpeningOptions, day: Day, known: Known<'d>, company: &Company, changes: ChangeSet) -> Self {
        Self {
            data,
            part: Part::default(),
            mode: options.mode,
            day,
            warehouse_id: options.warehouse_id,
            known,
            changes,
            currency: company.currency,
            step: company.money_step,
            rounding: company.rounding,
            problems: Vec::new(),
            report: OpeningReport::default(),
            referenced: HashSet::new(),
            lines: Lines::default(),
            refused_customers: HashSet::new(),
            refused_products: HashSet::new(),
        }
    }

    /// Plans a part, whose stored data is known.
    pub(super) fn plan(&mut self, part: Part<'d>) -> Result<()> {
        self.part = part;
        self.customers();
        self.products();
        self.prices();
        self.receivables()?;
        self.stock_lines();
        Ok(())
    }

    /// Number of errors so far, including those of reading.
    pub(super) fn errors(&self) -> usize {
        self.all_errors().count()
    }

    fn all_errors(&self) -> impl Iterator<Item = &Problem> {
        self.data.problems.iter().chain(&self.problems).filter(|p| p.severity == Severity::Error)
    }

    /// The error that nothing was applied, with the number of errors and of rows with errors.
    pub(super) fn rejected(&self) -> Error {
        let rows: HashSet<_> = self.all_errors().map(|p| (&p.place.sheet, p.place.row)).collect();
        let (errors, rows) = (self.errors(), rows.len());
        Error::new(Code::OpeningRejected, format!("errors: {errors}, rows with errors: {rows}; nothing was applied"))
            .with("errors", errors)
            .with("rows", rows)
    }

    /// Whether the planned changes will be kept.
    pub(super) fn is_kept(&self) -> bool {
        match self.mode {
            ApplyMode::DryRun => false,
            ApplyMode::AllOrNothing => self.errors() == 0,
            ApplyMode::GoodRows => true,
        }
    }

    /// Writes the changes planned so far, so that no more than a part is held in memory; changes that will not be kept are dropped.
    pub(super) async fn write(&mut self, context: &mut ActContext<'_>) -> Result<()> {
        let changes = std::mem::replace(&mut self.changes, context.changes());
        if !changes.is_empty() && self.is_kept() {
            context.write(&changes).await?;
        }
        Ok(())
    }

    /// Adds an error of a row, at the column of a field if the sheet has one.
    pub(super) fn problem<T>(&mut self, row: &SourceRow<T>, field: &str, code: &'static str, reason: impl Into<String>, text: &str) {
        let column = self.data.headings.get(&row.sheet).and_then(|headings| headings.get(field)).cloned();
        let place = Place { sheet: row.sheet.clone(), row: row.row, column };
        let (reason, details) = (reason.into(), BTreeMap::new());
        self.problems.push(Problem { place, severity: Severity::Error, code, reason, details, text: text.to_owned() });
    }

    /// Checks that a row's money is in a currency, or in none.
    pub(super) fn is_in_currency<T>(&mut self, row: &SourceRow<T>, field: &str, currency: Currency) -> bool {
        let foreign = row.currency.filter(|mark| !mark.is_of(currency));
        if let Some(mark) = foreign {
            self.problem(row, field, "foreign_currency", format!("the sheet says {mark}, but amounts are in {currency} here"), mark.text());
        }
        foreign.is_none()
    }

    /// Adds the error of a check, with its problem code.
    pub(super) fn refused<T>(&mut self, row: &SourceRow<T>, field: &str, error: &Error, text: &str) {
        // The checked field may differ from the one that identifies the row.
        let named = error.context("field").filter(|named| self.data.headings.get(&row.sheet).is_some_and(|headings| headings.contains_key(*named)));
        let field = named.unwrap_or(field).to_owned();
        self.problem(row, &field, code_of(error), error.to_string(), text);
    }

    /// The value, or none and a problem of the row.
    pub(super) fn accept<T, V>(&mut self, row: &SourceRow<T>, field: &str, value: Result<V>, text: &str) -> Option<V> {
        value.map_err(|error| self.refused(row, field, &error, text)).ok()
    }

    /// Counts a row as already stored.
    pub(super) fn is_unchanged(&mut self) {
        self.report.unchanged = self.report.unchanged.saturating_add(1);
    }

    /// Plans a new master record, if it is valid.
    pub(super) fn insert<T, E: Entity + MasterRecord>(&mut self, row: &SourceRow<T>, field: &str, mut data: E, text: &str) -> Option<Stored<E>>
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

    /// Checks that a day is not after the opening day.
    pub(super) fn is_in_time<T>(&mut self, row: &SourceRow<T>, field: &str, day: Day, text: &str) -> bool {
        if day > self.day {
            let reason = format!("{day} is after the day of the opening, {}", self.day);
            self.problem(row, field, "after_opening_day", reason, text);
        }
        day <= self.day
    }

    pub(super) fn money(&self, amount: crate::num::Decimal) -> Result<Money> {
        let money = Money::new(amount, self.currency)?;
        crate::num::check_step("amount", money, self.step)?;
        crate::num::check_amount("amount", money).map(|()| money)
    }
}

pub(super) fn count(counter: &mut usize) {
    *counter = counter.saturating_add(1);
}
