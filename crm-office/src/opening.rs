//! From an opening workbook to opening data: customers, products, prices, stock and what is open, with every problem at its place.
//!
//! Invariant: a row with an error is in no list, a row without one is in exactly one of its kind; anything else in the row (a contact, stock) is
//! accepted or refused separately. Nothing is rounded, truncated or invented on the way, and every sheet accounts for all its cells.
//!
//! A workbook is gone over three times, so that the result does not depend on what comes first:
//!
//! 1. `recognise.rs` takes the rows that could be headings, one or two at a time, and rates how likely each kind of sheet is: by the sheet's name, by the
//!    share of headings that the kind explains, and by how many it knows. Below `MIN_CERTAINTY`, or where two kinds are closer than `MIN_LEAD`, the sheet
//!    is skipped and reported. `headings.rs` is the only table of column headings.
//! 2. `survey.rs` goes through the whole sheet and decides how its figures and dates are written, from cells that can be read in one way only; if there
//!    are none, ambiguous cells are problems.
//! 3. `opening_row.rs` reads the rows. Tables next to each other are read one at a time; one that begins below another is reported and not read. A row
//!    carries the currency that its sheet writes, and the core refuses it if it is not that of the books.
//!
//! The report (`SheetReading`, in the core because it comes back with the opening's) counts each filled cell once, and lists what is not read: sheets and
//! columns with a sample, cells by a `Problem` with a stable code, whose texts are in `language.rs`. A property test makes sheets with noise around known
//! rows and works out from report and data alone what became of each cell.

use crate::annotate::is_problems_heading;
use crate::cell::{Cell, DateOrder};
use crate::container::ReadOptions;
use crate::language::{Language, Style, style};
use crate::limits::{MAX_LISTED_ROWS, MAX_OPENING_BYTES, MAX_PROBLEMS, beyond};
use crate::mapping::{ColumnMapping, Columns, Field, Found, Heading, SheetKind, letters};
use crate::note::{Merged, NoteKind};
use crate::number::{Notation, currency_in};
use crate::opening_row::{self as rows, HowRead, RowReader, Total, problem};
use crate::recognise::{
    HeadingRows, MIN_CERTAINTY, Recognition, another_table, heading_rows, is_same_but_for_numbers, means_anything, means_one_of, recognise,
};
use crate::survey::Survey;
use crate::table::{Form, Format, Row, Sheet, Visibility, Workbook, missing_sheet};
use crm_core::limits::MAX_BATCH;
use crm_core::num::{CurrencyMark, Decimal};
use crm_core::opening::{
    CellCounts, ColumnReading, ColumnReason, OpeningCredit, OpeningData, OpeningReceivable, OpeningStock, Place, Problem, Severity, SheetReading,
    SheetReason, SheetTotals, SheetVisibility, SourceRow, StatedTotals, too_many_rows,
};
use crm_core::time::Day;
use crm_core::{Code, Error, Result};
use serde::{Deserialize, Serialize};
use std::collections::{BTreeMap, BTreeSet, HashMap, HashSet};
use std::io::Write;
use std::ops::ControlFlow;
use std::sync::Arc;

/// The headings are within this many rows.
pub const HEADING_ROWS: u32 = 20;

/// How to read an opening workbook. It can be saved as JSON and used for the next file of the same kind.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema), schemars(rename = "ReadingOptions"))]
#[serde(default)]
pub struct OpeningOptions {
    /// The sheets to read; if empty, every visible sheet whose kind is certain enough.
    pub sheets: Vec<SheetPlan>,
    /// The kinds that a sheet may be recognised as; if empty, all. A sheet that is not certain to be one of them is skipped all the same: to have it
    /// read, name it in `sheets` with its kind.
    pub kinds: Vec<SheetKind>,
    /// How numbers written as text are read; `Guess`: as the whole sheet writes them.
    pub notation: Notation,
    /// How dates written as text are read; none: as the whole sheet writes them.
    pub dates: Option<DateOrder>,
    /// How certain a kind must be for its sheet to be read, in percent.
    pub certainty: u32,
    /// Whether hidden sheets are read like the others.
    pub hidden_sheets: bool,
    /// The encoding of a text file, such as `utf-8`, `windows-1252` or `gb18030`; none: detected.
    pub encoding: Option<String>,
    /// What separates the columns of a text file, one character; none: detected.
    pub delimiter: Option<String>,
}

impl Default for OpeningOptions {
    fn default() -> Self {
        let (sheets, kinds) = (Vec::new(), Vec::new());
        Self {
            sheets,
            kinds,
            notation: Notation::Guess,
            dates: None,
            certainty: MIN_CERTAINTY,
            hidden_sheets: false,
            encoding: None,
            delimiter: None,
        }
    }
}

impl OpeningOptions {
    /// How to open the file: the options' encoding and delimiter take effect when these are passed to [`Workbook::open_with`].
    ///
    /// # Errors
    /// `field.invalid` for a delimiter that is not one character.
    pub fn file(&self) -> Result<ReadOptions> {
        let one = |text: &String| {
            let mut characters = text.chars();
            characters.next().filter(|_| characters.next().is_none()).ok_or_else(|| Error::field("delimiter", "is not one character"))
        };
        Ok(ReadOptions { encoding: self.encoding.clone(), delimiter: self.delimiter.as_ref().map(one).transpose()? })
    }
}

/// How one sheet is to be read.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct SheetPlan {
    /// The sheet's name. A name that differs only in numbers matches too, such as that of the next month, and so does a text file of any name.
    pub sheet: String,
    /// What it contains.
    pub kind: SheetKind,
    /// Headings of its columns; missing ones are guessed.
    #[serde(default)]
    pub columns: ColumnMapping,
    /// The first row of headings, counted from 1; if the headings are not there, or it is `None`, they are searched for.
    #[serde(default)]
    pub heading_row: Option<u32>,
    /// How numbers written as text are read here.
    #[serde(default)]
    pub notation: Option<Notation>,
    /// How dates written as text are read here.
    #[serde(default)]
    pub dates: Option<DateOrder>,
}

impl SheetPlan {
    /// A sheet of a kind whose columns are guessed.
    pub fn new(sheet: impl Into<String>, kind: SheetKind) -> Self {
        Self { sheet: sheet.into(), kind, columns: ColumnMapping::default(), heading_row: None, notation: None, dates: None }
    }
}

/// How a workbook would be read.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct WorkbookPlan {
    /// The options that reproduce it: to be shown, corrected, saved, and used for the next file.
    pub options: OpeningOptions,
    /// How each sheet was recognised, and why. Cells of rows that turn out to be totals, or are refused, still count as read.
    pub sheets: Vec<SheetReading>,
    /// What is left out, and what somebody should look at.
    pub problems: Vec<Problem>,
}

/// A sheet that will be read.
struct Located {
    sheet: String,
    kind: SheetKind,
    at: HeadingRows,
    found: Found,
    /// Columns that mean nothing without others, which are missing.
    incomplete: BTreeMap<usize, Vec<Field>>,
    how: HowRead,
    /// The index of its report among those of all sheets.
    report: usize,
}

impl Located {
    fn last_heading(&self) -> u32 {
        self.at.rows.last().copied().unwrap_or_default()
    }

    fn plan(&self) -> SheetPlan {
        SheetPlan {
            sheet: self.sheet.clone(),
            kind: self.kind,
            columns: self.found.columns(&self.at.headings).mapping(),
            heading_row: self.at.rows.first().copied(),
            notation: self.how.figures,
            dates: self.how.dates,
        }
    }
}

/// A workbook that was examined.
#[derive(Default)]
struct Examined {
    located: Vec<Located>,
    sheets: Vec<SheetReading>,
    problems: Vec<Problem>,
}

/// Which columns of which sheets would be read, and what would be left out. Nothing is an error except a requested sheet or column that is missing.
///
/// # Errors
/// `workbook.unreadable`; `workbook.column_missing` if a requested sheet or column is missing.
pub fn examine_opening(workbook: &mut Workbook, options: &OpeningOptions) -> Result<WorkbookPlan> {
    let Examined { located, sheets, problems } = examine(workbook, options)?;
    let options = OpeningOptions { sheets: located.iter().map(Located::plan).collect(), ..options.clone() };
    Ok(WorkbookPlan { options, sheets, problems })
}

/// Which columns would be read: to be shown, corrected and passed back as [`OpeningOptions::sheets`].
///
/// # Errors
/// `workbook.unreadable`, `workbook.column_missing`.
pub fn plan_opening(workbook: &mut Workbook, options: &OpeningOptions) -> Result<Vec<SheetPlan>> {
    let examined = examine(workbook, options)?;
    check_any(workbook, &examined)?;
    Ok(examined.located.iter().map(Located::plan).collect())
}

/// Reads an opening workbook. Mistakes in a row are problems in the result, not errors.
///
/// # Errors
/// `workbook.unreadable`; `workbook.column_missing` if a requested sheet or column is missing, or no sheet can be recognised; `number.out_of_range`
/// if a total is too large; `limit.exceeded` for more rows of a kind than can be imported at once, or more text, with the `sheet` and the `row`, and
/// for more than [`MAX_PROBLEMS`] problems.
pub fn read_opening(workbook: &mut Workbook, options: &OpeningOptions) -> Result<OpeningData> {
    let mut examined = examine(workbook, options)?;
    check_any(workbook, &examined)?;
    examined.located.sort_by_key(|sheet| sheet.kind);
    let mut reading = Reading::default();
    reading.data.problems = examined.problems;
    for sheet in &examined.located {
        if sheet.kind == SheetKind::Products {
            reading.products.get_or_insert_default();
        }
        let Some(report) = examined.sheets.get_mut(sheet.report) else { continue };
        reading.sheet(workbook, sheet, report)?;
    }
    reading.data.problems.extend(of_notes(workbook));
    reading.data.sheets = examined.sheets;
    Ok(reading.data)
}

/// The reader's notes about single rows, as problems.
fn of_notes(workbook: &Workbook) -> Vec<Problem> {
    let only = workbook.sheet_names().first().cloned().unwrap_or_default();
    let of_row = |note: &crate::note::Note| {
        let code = match note.kind {
            NoteKind::UnclosedQuote => "unclosed_quote",
            NoteKind::ControlCharacters => "control_characters",
            NoteKind::ForeignLine => "foreign_line",
            _ => return None,
        };
        let place = Place { sheet: note.sheet.clone().unwrap_or_else(|| only.clone()), row: note.row?, column: None };
        Some(problem(place, Severity::Warning, code, &[("encoding", note.value.clone())], note.value.clone()))
    };
    workbook.notes().iter().filter_map(of_row).collect()
}

fn check_any(workbook: &Workbook, examined: &Examined) -> Result<()> {
    if !examined.located.is_empty() {
        return Ok(());
    }
    let reasons: Vec<String> = examined.problems.iter().map(|p| format!("`{}`: {}", p.place.sheet, p.reason)).collect();
    let name = workbook.name();
    let message = format!(
        "`{name}` has no sheet that clearly contains customers, products, opening stock or another part of an opening; {}",
        reasons.join("; ")
    );
    Err(Error::new(Code::WorkbookColumnMissing, message).with("file", name).with("sheets", reasons.join("; ")))
}

/// Examines every sheet of a workbook.
fn examine(workbook: &mut Workbook, options: &OpeningOptions) -> Result<Examined> {
    if options.certainty > 100 {
        return Err(Error::field("certainty", "is not between 0 and 100"));
    }
    let all: Vec<Sheet> = workbook.sheets().iter().filter(|sheet| sheet.form == Form::Cells).cloned().collect();
    let plans = planned(workbook, &all, options)?;
    let mut examined = Examined::default();
    let mut firsts = Vec::new();
    for sheet in &all {
        let planned = plans.get(&sheet.name).and_then(|plan| plan.heading_row).map_or(0, |row| row.saturating_add(1));
        firsts.push(first_rows(workbook, &sheet.name, planned.max(HEADING_ROWS))?);
    }
    for (sheet, first) in all.iter().zip(&firsts) {
        let places = heading_rows(first);
        let mut report = SheetReading { sheet: sheet.name.clone(), visibility: visibility(sheet.visibility), ..SheetReading::default() };
        let noted = |kind: NoteKind| workbook.notes().iter().find(|note| note.kind == kind).map(|note| note.value.clone());
        (report.container, report.encoding, report.delimiter) = (noted(NoteKind::Container), noted(NoteKind::Encoding), noted(NoteKind::Delimiter));
        let plan = plans.get(&sheet.name).copied();
        let reason = match plan {
            Some(_) => SheetReason::Given,
            None if is_our_own(&sheet.name) => SheetReason::Own,
            None if first.is_empty() => SheetReason::Empty,
            None if !options.sheets.is_empty() => SheetReason::NotAsked,
            None if sheet.visibility != Visibility::Visible && !options.hidden_sheets => SheetReason::Hidden,
            None => SheetReason::Headings,
        };
        let recognised = recognise(&sheet.name, &places, &options.kinds, options.certainty);
        report.candidates.clone_from(&recognised.candidates);
        let taken = match (reason, plan) {
            (_, Some(plan)) => {
                let (at, found) = given(workbook.name(), plan, sheet, places)?;
                report.certainty = 100;
                Some((plan.kind, reason, at, found))
            }
            (SheetReason::Headings, _) => {
                let Recognition { taken, reason, at, .. } = recognised;
                report.certainty = taken.as_ref().map_or(0, |taken| taken.certainty);
                match taken {
                    Some(taken) => Some((taken.kind, taken.reason, taken.at, taken.found)),
                    None => {
                        report.reason = reason;
                        examined.leave_out(workbook, report, &at, options)?;
                        continue;
                    }
                }
            }
            (reason, _) => {
                report.reason = reason;
                examined.leave_out(workbook, report, &recognised.at, options)?;
                continue;
            }
        };
        if let Some((kind, reason, at, mut found)) = taken {
            let incomplete = without_half_a_stock(kind, &mut found);
            report.reason = reason;
            let (sheet, how) = (sheet.name.clone(), HowRead::default());
            let located = Located { sheet, kind, at, found, incomplete, how, report: examined.sheets.len() };
            examined.sheets.push(report);
            examined.located.push(located);
        }
    }
    examined.keep_stock_apart();
    for index in 0..examined.located.len() {
        examined.survey(workbook, index, &plans, options)?;
    }
    Ok(examined)
}

fn visibility(visibility: Visibility) -> SheetVisibility {
    match visibility {
        Visibility::Visible => SheetVisibility::Visible,
        Visibility::Hidden => SheetVisibility::Hidden,
        Visibility::VeryHidden => SheetVisibility::VeryHidden,
    }
}

/// The plan of each sheet that has one.
fn planned<'o>(workbook: &Workbook, all: &[Sheet], options: &'o OpeningOptions) -> Result<BTreeMap<String, &'o SheetPlan>> {
    let mut plans: BTreeMap<String, &SheetPlan> = BTreeMap::new();
    for plan in &options.sheets {
        let exact = all.iter().find(|sheet| sheet.name == plan.sheet);
        let mut like = all.iter().filter(|sheet| is_same_but_for_numbers(&sheet.name, &plan.sheet));
        let like = like.next().filter(|_| like.next().is_none());
        let only = all.first().filter(|_| workbook.format() == Format::Csv && all.len() == 1 && options.sheets.len() == 1);
        let sheet = exact.or(like).or(only).ok_or_else(|| missing_sheet(workbook.name(), &plan.sheet))?;
        plans.insert(sheet.name.clone(), plan);
    }
    Ok(plans)
}

/// The rows that could hold headings: the first ones, and those around the place that the caller names.
fn first_rows(workbook: &mut Workbook, sheet: &str, last: u32) -> Result<Vec<(u32, Vec<Cell>)>> {
    let mut rows = Vec::new();
    workbook.read_rows_while(sheet, |row| {
        if row.number > last {
            return Ok(ControlFlow::Break(()));
        }
        // Rows between the first ones and the one that the caller names are not read.
        if row.number > HEADING_ROWS && row.number.saturating_add(2) < last {
            return Ok(ControlFlow::Continue(()));
        }
        rows.push((row.number, row.cells.to_vec()));
        Ok(ControlFlow::Continue(()))
    })?;
    Ok(rows)
}

/// Whether this crate writes the sheet in addition to those of the opening.
fn is_our_own(sheet: &str) -> bool {
    Language::ALL.iter().any(|language| [language.read_me(), language.lists(), language.problems()].contains(&sheet))
}

/// The columns of a sheet that the caller planned: under its heading row if they are there, otherwise where most of them are.
fn given(file: &str, plan: &SheetPlan, sheet: &Sheet, places: Vec<HeadingRows>) -> Result<(HeadingRows, Found)> {
    let mut found: Vec<(HeadingRows, Found)> = places.into_iter().map(|at| (at.find(plan.kind, &plan.columns), at)).map(|(f, at)| (at, f)).collect();
    let lack = |found: &Found| found.missing.len().saturating_add(found.absent.len());
    found.sort_by_key(|(at, found)| {
        let is_planned = plan.heading_row.is_some() && at.rows.first().copied() == plan.heading_row;
        (lack(found), !is_planned, std::cmp::Reverse(found.by_field.len()), at.rows.len(), at.rows.first().copied())
    });
    let best = found.into_iter().next();
    if let Some(field) = best.as_ref().and_then(|(_, found)| found.twice) {
        let (field, sheet) = (field.as_str(), &sheet.name);
        return Err(
            Error::field("columns", format!("assign the column of `{field}` in sheet `{sheet}` to another field as well")).with("sheet", sheet)
        );
    }
    match best {
        Some((at, found)) if lack(&found) == 0 => Ok((at, found)),
        best => {
            let lacking = best.map_or_else(|| plan.kind.required().iter().copied().collect(), |(_, found)| found.lacking());
            Err(missing_columns(file, &sheet.name, &lacking))
        }
    }
}

/// A product's stock needs its quantity and its cost: one of them alone is left out. Returns the columns left out, and the fields that they lack.
fn without_half_a_stock(kind: SheetKind, found: &mut Found) -> BTreeMap<usize, Vec<Field>> {
    let missing: Vec<Field> = [Field::Quantity, Field::UnitCost].into_iter().filter(|field| !found.by_field.contains_key(field)).collect();
    let mut incomplete = BTreeMap::new();
    if kind != SheetKind::Products || missing.is_empty() {
        return incomplete;
    }
    for field in [Field::Quantity, Field::UnitCost, Field::Warehouse] {
        if let Some(column) = found.by_field.remove(&field) {
            found.by_column.remove(&column);
            incomplete.insert(column, missing.clone());
        }
    }
    incomplete
}

fn missing_columns(file: &str, sheet: &str, fields: &BTreeSet<Field>) -> Error {
    let fields: Vec<&str> = fields.iter().map(|field| field.as_str()).collect();
    let fields = fields.join(", ");
    let message = format!("the first {HEADING_ROWS} rows of sheet `{sheet}` have no headings for {fields}");
    let error = Error::new(Code::WorkbookColumnMissing, message).with("file", file);
    error.with("sheet", sheet).with("fields", fields)
}

impl Examined {
    /// If one sheet is named for products, another that also has quantities and costs is their stock.
    fn keep_stock_apart(&mut self) {
        let Self { located, sheets, .. } = self;
        let reason = |sheet: &Located| sheets.get(sheet.report).map(|report| report.reason);
        if !located.iter().any(|sheet| sheet.kind == SheetKind::Products && reason(sheet) == Some(SheetReason::Name)) {
            return;
        }
        let is_meant = |sheet: &&mut Located| sheet.kind == SheetKind::Products && reason(sheet) == Some(SheetReason::Headings);
        for sheet in located.iter_mut().filter(is_meant) {
            let stock = sheet.at.find(SheetKind::OpeningStock, &ColumnMapping::default());
            if stock.missing.is_empty() {
                (sheet.kind, sheet.found, sheet.incomplete) = (SheetKind::OpeningStock, stock, BTreeMap::new());
            }
        }
    }

    /// Reports a sheet that is not read, with its contents.
    fn leave_out(&mut self, workbook: &mut Workbook, mut report: SheetReading, at: &HeadingRows, options: &OpeningOptions) -> Result<()> {
        let mut survey = Survey::default();
        let found = Found::default();
        workbook.read_rows(&report.sheet, |row| {
            survey.row(&row, &found, &[]);
            Ok(())
        })?;
        if report.reason == SheetReason::Empty && survey.filled > 0 {
            report.reason = SheetReason::NoHeadings;
        }
        report.hidden_rows.clone_from(&survey.hidden_rows);
        report.cells = CellCounts { left_out: survey.filled, ..CellCounts::default() };
        report.columns = columns(at, None, &survey, &report, false);
        let code = match report.reason {
            SheetReason::Hidden => "sheet_hidden",
            SheetReason::NoHeadings => "no_headings",
            SheetReason::Uncertain => "sheet_uncertain",
            SheetReason::Draw => "sheet_draw",
            SheetReason::ColumnsMissing => "columns_missing",
            SheetReason::SeveralTables => "several_tables",
            _ => {
                self.sheets.push(report);
                return Ok(());
            }
        };
        if survey.filled > 0 {
            let is_close = |certainty: u32| {
                report.candidates.first().is_some_and(|first| first.certainty.saturating_sub(certainty) < crate::recognise::MIN_LEAD)
            };
            let likely = report.candidates.iter().filter(|candidate| is_close(candidate.certainty));
            let kinds = match report.reason {
                SheetReason::SeveralTables => at.tables(),
                _ => likely.clone().map(|c| format!("{} ({} %)", c.kind, c.certainty)).collect::<Vec<_>>().join(", "),
            };
            let fields = likely.clone().map(|candidate| candidate.missing.join(", ")).find(|missing| !missing.is_empty()).unwrap_or_default();
            let details = [
                ("filled", survey.filled.to_string()),
                ("kinds", if kinds.is_empty() { "-".to_owned() } else { kinds }),
                ("fields", fields),
                ("least", options.certainty.to_string()),
            ];
            // A sheet that looks like part of the opening and cannot be read is an error; any other is not.
            let is_error = matches!(report.reason, SheetReason::Draw | SheetReason::ColumnsMissing | SheetReason::SeveralTables);
            let severity = if is_error { Severity::Error } else { Severity::Warning };
            let row = at.rows.last().copied().unwrap_or(1);
            let place = Place { sheet: report.sheet.clone(), row, column: None };
            self.problems.push(problem(place, severity, code, &details, String::new()));
        }
        self.sheets.push(report);
        Ok(())
    }

    /// Surveys a sheet that will be read: how it writes figures and dates, and what the unused columns contain.
    fn survey(&mut self, workbook: &mut Workbook, index: usize, plans: &BTreeMap<String, &SheetPlan>, options: &OpeningOptions) -> Result<()> {
        let is_delimited = workbook.format() == Format::Csv;
        let Some(sheet) = self.located.get_mut(index) else { return Ok(()) };
        let (mut survey, below) = (Survey::default(), sheet.last_heading());
        workbook.read_rows(&sheet.sheet, |row| {
            survey.row(&row, &sheet.found, &sheet.at.rows);
            Ok(())
        })?;
        let plan = plans.get(&sheet.sheet);
        let notation = plan.and_then(|plan| plan.notation).or(Some(options.notation)).filter(|notation| *notation != Notation::Guess);
        let dates = plan.and_then(|plan| plan.dates).or(options.dates);
        let (figures, figures_read) = survey.figures(notation);
        let (dates, dates_read) = survey.dates(dates);
        sheet.how = HowRead { figures, dates, fractions: survey.fractions(&sheet.found, &sheet.at.headings) };
        let Some(report) = self.sheets.get_mut(sheet.report) else { return Ok(()) };
        report.kind = Some(sheet.kind.as_str().to_owned());
        (report.figures, report.dates) = (figures_read, dates_read);
        report.heading_rows.clone_from(&sheet.at.rows);
        report.hidden_rows.clone_from(&survey.hidden_rows);
        report.blank_rows = survey.last_row.saturating_sub(below).saturating_sub(survey.rows);
        let asked = plan.map(|plan| &plan.columns);
        report.cells = survey.counts(&sheet.found);
        report.columns = columns(&sheet.at, Some(sheet), &survey, report, is_delimited);
        for column in &mut report.columns {
            let is_not_asked = asked.is_some_and(|asked| asked.leaves_out(sheet.kind, &column.heading));
            if column.field.is_none() && is_not_asked {
                column.reason = ColumnReason::NotAsked;
            }
        }
        // A single-byte encoding fits every file, so only people can tell whether it is the right one.
        let is_guess =
            |name: &String| options.encoding.is_none() && ["windows-", "cp", "ibm", "mac"].iter().any(|guess| name.to_lowercase().starts_with(guess));
        if let (Some(encoding), Some((row, column, text))) = (report.encoding.clone().filter(is_guess), survey.foreign.clone()) {
            let heading = sheet.at.headings.get(column).map(|heading| heading.text.clone()).filter(|heading| !heading.is_empty());
            let place = Place { sheet: sheet.sheet.clone(), row, column: Some(heading.unwrap_or_else(|| letters(column))) };
            self.problems.push(problem(place, Severity::Warning, "encoding_guessed", &[("encoding", encoding)], text));
        }
        let names: &[Field] = match sheet.kind {
            SheetKind::Customers => &[Field::CustomerName, Field::LegalName],
            SheetKind::Products => &[Field::ProductName],
            _ => &[],
        };
        let is_nameless = survey.rows > 0 && names.iter().all(|field| !sheet.found.by_field.contains_key(field));
        if let Some(name) = names.first().filter(|_| is_nameless) {
            let place = Place { sheet: sheet.sheet.clone(), row: below, column: None };
            let details = [("fields", name.as_str().to_owned())];
            self.problems.push(problem(place, Severity::Warning, "names_missing", &details, String::new()));
        }
        let taken: BTreeMap<&str, &str> = report.columns.iter().filter_map(|c| Some((c.field.as_deref()?, c.column.as_str()))).collect();
        for column in report.columns.iter().filter(|column| column.field.is_none() && column.filled > 0) {
            let found = sheet.kind.fields().iter().copied().filter(|field| sheet.found.by_field.contains_key(field));
            let meant = || means_one_of(&Heading::of(last_line(&column.heading).to_owned()), found);
            let (code, more) = match column.reason {
                ColumnReason::Repeated => {
                    let other = meant().and_then(|field| taken.get(field.as_str())).copied().unwrap_or_default();
                    ("repeated_column", vec![("other", other.to_owned())])
                }
                ColumnReason::Incomplete => {
                    let lacks = sheet.incomplete.values().next().map(|fields| field_names(fields.iter())).unwrap_or_default();
                    ("column_incomplete", vec![("fields", lacks)])
                }
                ColumnReason::NoHeading => ("column_without_heading", Vec::new()),
                ColumnReason::OtherKind => ("column_of_another_kind", vec![("kinds", sheet.kind.as_str().to_owned())]),
                ColumnReason::UnknownHeading => ("column_left_out", Vec::new()),
                _ => continue,
            };
            let heading = if column.heading.is_empty() { column.column.clone() } else { last_line(&column.heading).to_owned() };
            let place = Place { sheet: sheet.sheet.clone(), row: below, column: Some(heading) };
            let mut details = vec![("filled", column.filled.to_string()), ("first_row", column.first_row.unwrap_or_default().to_string())];
            details.extend(more);
            self.problems.push(problem(place, Severity::Warning, code, &details, column.sample.clone().unwrap_or_default()));
        }
        Ok(())
    }
}

/// The stable names of fields.
fn field_names<'f>(fields: impl Iterator<Item = &'f Field>) -> String {
    fields.map(|field| field.as_str()).collect::<Vec<_>>().join(", ")
}

fn last_line(text: &str) -> &str {
    text.rsplit('\n').next().unwrap_or(text)
}

/// What each column of a sheet was recognised as, if it is read. Cells of a delimited file beyond its headings are problems of their rows, not
/// columns.
fn columns(at: &HeadingRows, read: Option<&Located>, survey: &Survey, report: &SheetReading, is_delimited: bool) -> Vec<ColumnReading> {
    let headings = at.headings.width();
    let width = if is_delimited { headings } else { headings.max(survey.columns.len()) };
    let mut columns = Vec::new();
    for column in 0..width {
        let heading = at.headings.get(column).cloned().unwrap_or_default();
        let filled = survey.columns.get(column).cloned().unwrap_or_default();
        if heading.full.is_empty() && filled.cells == 0 {
            continue;
        }
        let taken = read.and_then(|read| read.found.by_column.get(&column));
        // A heading of the kind whose column was not used: another was.
        let is_second = || {
            read.is_some_and(|read| {
                means_one_of(&heading, read.kind.fields().iter().copied().filter(|f| read.found.by_field.contains_key(f))).is_some()
            })
        };
        let reason = match taken {
            Some((_, reason, _)) => *reason,
            None if heading.full.is_empty() => ColumnReason::NoHeading,
            None if is_problems_heading(&heading.text) => ColumnReason::Own,
            None if read.is_some_and(|read| read.incomplete.contains_key(&column)) => ColumnReason::Incomplete,
            None if is_second() => ColumnReason::Repeated,
            None if report.kind.is_some() && means_anything(&heading) => ColumnReason::OtherKind,
            None => ColumnReason::UnknownHeading,
        };
        let (first_row, sample) = filled.first.map_or((None, None), |(row, sample)| (Some(row), Some(sample)));
        columns.push(ColumnReading {
            column: letters(column),
            heading: heading.full,
            field: taken.map(|(field, _, _)| field.as_str().to_owned()),
            reason,
            filled: filled.cells,
            sample,
            first_row,
            is_hidden: filled.is_hidden,
        });
    }
    columns
}

/// What has been read so far.
#[derive(Default)]
struct Reading {
    data: OpeningData,
    /// Codes of the readable products, if the workbook has a sheet of products.
    products: Option<HashSet<String>>,
    codes: BTreeMap<SheetKind, Codes>,
    /// Bytes of text in them.
    bytes: usize,
    /// Rows of each kind, including refused ones.
    rows: BTreeMap<SheetKind, usize>,
    /// Documents with a row that cannot be read: customer and number.
    broken: HashSet<(String, String)>,
    /// Where each open item occurred first, by everything that its row says.
    items: HashMap<(String, String, Day, Option<Day>, Decimal), At>,
}

/// The totals of rows.
#[derive(Debug, Clone, Copy, Default)]
struct Sums {
    quantity: Decimal,
    value: Decimal,
    amount: Decimal,
}

/// A sheet while it is read.
#[derive(Default)]
struct SheetState {
    totals: SheetTotals,
    /// Of the rows since the last subtotal.
    part: Sums,
    /// Whether a row since then was refused.
    is_part_broken: bool,
    /// A total above the rows.
    total_above: Option<StatedTotals>,
    /// The currency of each field, from its first figure.
    currencies: BTreeMap<Field, CurrencyMark>,
    /// The table below, while its rows are skipped.
    other: Option<Other>,
}

impl SheetState {
    fn add(&mut self, quantity: Decimal, value: Option<Decimal>, amount: Decimal) -> Result<()> {
        self.totals.quantity = sum(self.totals.quantity, Some(quantity))?;
        self.totals.value = sum(self.totals.value, value)?;
        self.totals.amount = sum(self.totals.amount, Some(amount))?;
        self.part.quantity = sum(self.part.quantity, Some(quantity))?;
        self.part.value = sum(self.part.value, value)?;
        self.part.amount = sum(self.part.amount, Some(amount))?;
        Ok(())
    }

    fn whole(&self) -> Sums {
        Sums { quantity: self.totals.quantity, value: self.totals.value, amount: self.totals.amount }
    }

    /// Warns of a figure in a currency other than that of the first in its column.
    fn currencies(&mut self, reader: &mut RowReader<'_>) {
        for (field, currency) in std::mem::take(&mut reader.currencies) {
            let first = *self.currencies.entry(field).or_insert(currency);
            if !first.agrees(currency) {
                reader.problem(field, Severity::Warning, "mixed_currencies", &[("first", first.to_string())]);
            }
        }
    }
}

/// Cells of fields that are merged over several rows. A text or a date applies to each of the rows; whether a figure does, nobody can know.
struct MergedCells {
    waiting: std::iter::Peekable<std::vec::IntoIter<Merged>>,
    open: Vec<(Merged, Cell)>,
    figures: BTreeSet<usize>,
}

impl MergedCells {
    fn of(workbook: &Workbook, sheet: &Located) -> Self {
        let is_its = |cell: &&Merged| cell.first > sheet.last_heading() && sheet.found.by_column.contains_key(&cell.column);
        let all: Vec<Merged> = workbook.merged(&sheet.sheet).filter(is_its).copied().collect();
        let is_figure = |field: Field| matches!(style(field), Style::Whole | Style::Fine | Style::Amount);
        let figures = sheet.found.by_column.iter().filter(|(_, (field, ..))| is_figure(*field)).map(|(column, _)| *column).collect();
        Self { waiting: all.into_iter().peekable(), open: Vec::new(), figures }
    }

    /// The cells of a row, with the contents of merged cells above, if there are any.
    fn fill(&mut self, row: &Row<'_>) -> Option<Vec<Cell>> {
        self.open.retain(|(cell, _)| cell.last >= row.number);
        while let Some(cell) = self.waiting.next_if(|cell| cell.first <= row.number) {
            if cell.last >= row.number {
                self.open.push((cell, row.cell(cell.column).clone()));
            }
        }
        let is_below = |(cell, _): &&(Merged, Cell)| cell.first < row.number && !self.figures.contains(&cell.column);
        let above: Vec<&(Merged, Cell)> = self.open.iter().filter(is_below).collect();
        let width = above.iter().map(|(cell, _)| cell.column).max()?;
        let mut cells = row.cells.to_vec();
        cells.resize(cells.len().max(width.saturating_add(1)), Cell::Empty);
        for (cell, value) in above {
            if let Some(place) = cells.get_mut(cell.column).filter(|place| place.is_empty()) {
                place.clone_from(value);
            }
        }
        Some(cells)
    }

    /// Reports which cells of a row are merged with others.
    fn say(&self, row: u32, sheet: &Located, reader: &mut RowReader<'_>) {
        for (cell, _) in self.open.iter().filter(|(_, value)| !value.is_empty()) {
            let Some((field, ..)) = sheet.found.by_column.get(&cell.column) else { continue };
            let range = [("range", format!("{0}{1}:{0}{2}", letters(cell.column), cell.first, cell.last))];
            match (self.figures.contains(&cell.column), cell.first == row) {
                (true, false) => reader.problem(*field, Severity::Error, "merged_figure", &range),
                (_, true) => reader.problem(*field, Severity::Warning, "merged_cells", &range),
                (false, false) => {}
            }
        }
    }
}

/// The rows of another table below the one that is read.
struct Other {
    place: Place,
    kind: SheetKind,
    text: String,
    last: u32,
}

impl Reading {
    fn sheet(&mut self, workbook: &mut Workbook, sheet: &Located, report: &mut SheetReading) -> Result<()> {
        let columns = sheet.found.columns(&sheet.at.headings);
        let width = sheet.at.headings.width();
        let is_delimited = workbook.format() == Format::Csv;
        let name: Arc<str> = sheet.sheet.as_str().into();
        let mut state = SheetState { totals: SheetTotals { sheet: sheet.sheet.clone(), ..SheetTotals::default() }, ..SheetState::default() };
        report.cells = CellCounts::default();
        // The currency above a column applies to its figures.
        let above =
            sheet.found.by_column.iter().filter_map(|(column, (field, ..))| Some((*field, currency_in(&sheet.at.headings.get(*column)?.full)?)));
        let above: BTreeMap<Field, CurrencyMark> = above.collect();
        self.data.headings.insert(sheet.sheet.clone(), columns.headings());
        let mut merged = MergedCells::of(workbook, sheet);
        workbook.read_rows(&sheet.sheet, |row| {
            let filled = filled(&row);
            if is_heading(sheet, &row) {
                report.cells.headings = report.cells.headings.saturating_add(filled);
                if report.heading_rows.last().is_none_or(|last| *last < row.number) {
                    list(&mut report.heading_rows, row.number);
                }
                self.end_of_other(&mut state);
                return Ok(());
            }
            if row.number <= sheet.last_heading() {
                report.cells.titles = report.cells.titles.saturating_add(filled);
                list(&mut report.title_rows, row.number);
                return Ok(());
            }
            if let Some(kind) = another_table(row.cells) {
                self.end_of_other(&mut state);
                let place = Place { sheet: sheet.sheet.clone(), row: row.number, column: None };
                let text = row.cells.iter().filter(|cell| !cell.is_empty()).map(Cell::text).collect::<Vec<_>>().join(", ");
                state.other = Some(Other { place, kind, text: crate::survey::sample(&text), last: row.number });
            }
            if let Some(other) = &mut state.other {
                other.last = row.number;
                report.cells.refused = report.cells.refused.saturating_add(filled);
                return Ok(());
            }
            let whole = merged.fill(&row);
            let spread = Row { cells: whole.as_deref().unwrap_or(row.cells), ..row };
            let mut reader = RowReader::new(&name, spread, (&columns, &above), &sheet.how);
            if let Some(total) = self.total(sheet.kind, &reader) {
                report.cells.totals = report.cells.totals.saturating_add(filled);
                list(&mut report.total_rows, row.number);
                self.compare(&columns, &mut state, total, &mut reader);
                return Ok(());
            }
            state.totals.rows = state.totals.rows.saturating_add(1);
            let rows = self.rows.entry(sheet.kind).or_default();
            *rows = rows.saturating_add(1);
            if *rows > MAX_BATCH {
                return Err(too_many_rows(&sheet.sheet, row.number));
            }
            let text = |cell: &Cell| if let Cell::Text(text) = cell { text.len() } else { 0 };
            self.bytes = row.cells.iter().map(text).fold(self.bytes, usize::saturating_add);
            if self.bytes > MAX_OPENING_BYTES {
                return Err(beyond("MAX_OPENING_BYTES", MAX_OPENING_BYTES).with("sheet", &sheet.sheet).with("row", row.number));
            }
            if is_delimited {
                reader.too_wide(width);
            }
            merged.say(row.number, sheet, &mut reader);
            let is_alone = reader.is_alone(sheet.kind);
            let kept = !is_alone && self.row(sheet.kind, &mut reader, &mut state)?;
            state.currencies(&mut reader);
            state.totals.readable = state.totals.readable.saturating_add(u32::from(kept));
            state.is_part_broken |= !kept;
            let counts = &mut report.cells;
            if kept {
                let read = u32::try_from(sheet.found.by_column.keys().filter(|column| !row.cell(**column).is_empty()).count()).unwrap_or(u32::MAX);
                counts.read = counts.read.saturating_add(read);
                counts.left_out = counts.left_out.saturating_add(filled.saturating_sub(read));
            } else {
                counts.refused = counts.refused.saturating_add(filled);
            }
            self.data.problems.append(&mut reader.problems);
            self.data.problems.append(&mut reader.beside);
            if self.data.problems.len() > MAX_PROBLEMS { Err(too_many_problems(&self.data.problems)) } else { Ok(()) }
        })?;
        self.end_of_other(&mut state);
        if sheet.kind == SheetKind::Receivables {
            self.drop_broken(&columns, &mut state.totals, report, sheet)?;
        }
        // A total above its rows covers all of them.
        if let Some(stated) = state.total_above.take() {
            let severity = if state.totals.readable < state.totals.rows { Severity::Warning } else { Severity::Error };
            self.differing(&columns, &sheet.sheet, &stated, state.whole(), severity);
        }
        self.data.totals.push(state.totals);
        Ok(())
    }

    /// Reports the rows of another table.
    fn end_of_other(&mut self, state: &mut SheetState) {
        let Some(Other { place, kind, text, last }) = state.other.take() else { return };
        let details = [("kinds", kind.as_str().to_owned()), ("row", place.row.to_string()), ("last_row", last.to_string())];
        self.data.problems.push(problem(place, Severity::Error, "row_of_another_table", &details, text));
    }

    /// Whether a row contains totals. A product with such a name is a product.
    fn total(&self, kind: SheetKind, reader: &RowReader<'_>) -> Option<Total> {
        // A row that has everything its sheet needs is one of its rows, whatever its name.
        let total = reader.total(kind).filter(|_| kind.required().len() < 3 || !reader.has_all(kind.required()))?;
        let is_product = |code: &str| kind == SheetKind::OpeningStock && self.products.as_ref().is_some_and(|p| p.contains(code));
        reader.code_text(Field::ProductCode).is_none_or(|code| !is_product(&code)).then_some(total)
    }

    /// Reads a row into the list of its kind, and anything else in it into the other lists; returns whether it could be read.
    fn row(&mut self, kind: SheetKind, reader: &mut RowReader<'_>, state: &mut SheetState) -> Result<bool> {
        let codes = self.codes.entry(kind).or_default();
        let data = &mut self.data;
        Ok(match kind {
            SheetKind::Customers => {
                let value = rows::customer(reader);
                codes.check(reader, Field::CustomerCode, &value.code);
                let contact = reader.beside(|reader| rows::contact_beside(reader, &value.code));
                let address = reader.beside(|reader| rows::address_beside(reader, &value));
                if let Some(contact) = contact {
                    reader.keep(contact, &mut data.contacts);
                }
                if let Some(address) = address {
                    reader.keep(address, &mut data.addresses);
                }
                let code = value.code.clone();
                let kept = reader.keep_money(Field::CreditLimit, value, &mut data.customers);
                if !kept && !code.is_empty() {
                    data.refused_customers.insert(code);
                }
                kept
            }
            SheetKind::Contacts => {
                let value = rows::contact(reader);
                reader.keep(value, &mut data.contacts)
            }
            SheetKind::Addresses => {
                let value = rows::address(reader);
                reader.keep(value, &mut data.addresses)
            }
            SheetKind::Products => {
                let value = rows::product(reader);
                codes.check(reader, Field::ProductCode, &value.code);
                let more = reader.beside(|reader| Some(rows::codes_beside(reader, &value.code)));
                let stock = reader.beside(|reader| rows::stock_beside(reader, &value.code));
                for code in more.unwrap_or_default() {
                    reader.keep(code, &mut data.codes);
                }
                if let Some(stock) = stock {
                    keep_stock(data, reader, stock, state)?;
                }
                let code = value.code.clone();
                let kept = reader.keep_money(Field::ListPrice, value, &mut data.products);
                match self.products.as_mut() {
                    Some(products) if kept => drop(products.insert(code)),
                    _ if !kept && !code.is_empty() => drop(data.refused_products.insert(code)),
                    _ => {}
                }
                kept
            }
            SheetKind::Units => {
                let value = rows::unit(reader);
                reader.keep(value, &mut data.units)
            }
            SheetKind::ProductCodes => {
                let value = rows::product_code(reader);
                reader.keep(value, &mut data.codes)
            }
            SheetKind::PriceLists => {
                let value = rows::price_list(reader);
                codes.check(reader, Field::PriceList, &value.code);
                reader.keep(value, &mut data.price_lists)
            }
            SheetKind::Prices => {
                let value = rows::price(reader, Field::PriceList);
                reader.keep_money(Field::UnitPrice, value, &mut data.prices)
            }
            SheetKind::CustomerPrices => {
                let value = rows::price(reader, Field::CustomerCode);
                reader.keep_money(Field::UnitPrice, value, &mut data.customer_prices)
            }
            SheetKind::OpeningStock => {
                let value = rows::stock(reader);
                let lot = value.lot.as_deref().unwrap_or_default();
                let warehouse = value.warehouse.as_deref().unwrap_or_default();
                if lot.is_empty() && warehouse.is_empty() {
                    codes.check(reader, Field::ProductCode, &value.product);
                }
                let known = self.products.as_ref().is_none_or(|products| products.contains(&value.product));
                if !known && !value.product.is_empty() {
                    let code = if data.refused_products.contains(&value.product) { "product_refused" } else { "unknown_product" };
                    reader.problem(Field::ProductCode, Severity::Error, code, &[]);
                }
                compare_value(reader, &value);
                keep_stock(data, reader, value, state)?
            }
            SheetKind::Receivables => {
                let value = rows::receivable(reader);
                self.keep_receivable(reader, value, state)?
            }
            SheetKind::Credits => {
                let value: OpeningCredit = rows::credit(reader);
                let amount = value.amount;
                let kept = reader.keep_money(Field::Amount, value, &mut data.credits);
                if kept {
                    state.add(Decimal::ZERO, Some(Decimal::ZERO), amount)?;
                }
                kept
            }
        })
    }

    fn keep_receivable(&mut self, reader: &mut RowReader<'_>, value: OpeningReceivable, state: &mut SheetState) -> Result<bool> {
        let (key, amount) = ((value.customer.clone(), value.document.clone()), value.amount);
        // Instalments may be identical, so the row is read; the warning is for people who copied it twice.
        let item = (key.0.clone(), key.1.clone(), value.document_day, value.due_day, amount);
        match self.items.get(&item) {
            Some(first) if first.sheet == *reader.sheet() => reader.problem(Field::Document, Severity::Warning, "read_twice", &first.details()),
            // A copy of a sheet is not a second debt.
            Some(first) => reader.problem(Field::Document, Severity::Error, "duplicate_code", &first.details()),
            None => drop(self.items.insert(item, At::of(reader))),
        }
        let kept = reader.keep_money(Field::Amount, value, &mut self.data.receivables);
        if kept {
            state.add(Decimal::ZERO, Some(Decimal::ZERO), amount)?;
        } else {
            self.broken.insert(key);
        }
        Ok(kept)
    }

    /// Removes the readable rows of documents that also have unreadable ones: a document is imported in whole or not at all.
    fn drop_broken(&mut self, columns: &Columns, totals: &mut SheetTotals, report: &mut SheetReading, sheet: &Located) -> Result<()> {
        let is_broken = |row: &SourceRow<OpeningReceivable>| self.broken.contains(&(row.value.customer.clone(), row.value.document.clone()));
        let (broken, whole): (Vec<_>, Vec<_>) = std::mem::take(&mut self.data.receivables).into_iter().partition(is_broken);
        self.data.receivables = whole;
        for row in broken {
            totals.readable = totals.readable.saturating_sub(1);
            totals.amount = sum(totals.amount, Some(-row.value.amount))?;
            // For a row that was read, the cells of its fields are those it has.
            let due = usize::from(row.value.due_day.is_some() && columns.column(Field::DueDay).is_some());
            let read = u32::try_from(due.saturating_add(sheet.kind.required().len())).unwrap_or_default();
            report.cells.read = report.cells.read.saturating_sub(read);
            report.cells.refused = report.cells.refused.saturating_add(read);
            let place = Place { sheet: row.sheet, row: row.row, column: columns.heading(Field::Document).map(str::to_owned) };
            self.data.problems.push(problem(place, Severity::Error, "document_incomplete", &[], row.value.document));
        }
        Ok(())
    }

    /// Compares a row of totals with the rows it covers. If rows were refused the difference is only a warning.
    fn compare(&mut self, columns: &Columns, state: &mut SheetState, total: Total, reader: &mut RowReader<'_>) {
        let stated = stated(reader);
        self.data.problems.append(&mut reader.problems);
        let sheet = state.totals.sheet.clone();
        let severity = |is_broken: bool| if is_broken { Severity::Warning } else { Severity::Error };
        match total {
            Total::Part => {
                self.differing(columns, &sheet, &stated, state.part, severity(state.is_part_broken));
                (state.part, state.is_part_broken) = (Sums::default(), false);
            }
            Total::Whole => {
                if state.totals.rows > 0 {
                    self.differing(columns, &sheet, &stated, state.whole(), severity(state.totals.readable < state.totals.rows));
                } else {
                    state.total_above = Some(stated.clone());
                }
                state.totals.stated = Some(stated);
            }
        }
    }

    fn differing(&mut self, columns: &Columns, sheet: &str, stated: &StatedTotals, found: Sums, severity: Severity) {
        let pairs = [
            (Field::Quantity, stated.quantity, found.quantity),
            (Field::Value, stated.value, found.value),
            (Field::Amount, stated.amount, found.amount),
        ];
        for (field, said, found) in pairs {
            let Some(said) = said.filter(|said| !agrees(field, *said, found)) else { continue };
            let place = Place { sheet: sheet.to_owned(), row: stated.row, column: columns.heading(field).map(str::to_owned) };
            let details = [("found", found.normalize().to_string())];
            self.data.problems.push(problem(place, severity, "total_differs", &details, said.to_string()));
        }
    }
}

fn keep_stock(data: &mut OpeningData, reader: &mut RowReader<'_>, value: OpeningStock, state: &mut SheetState) -> Result<bool> {
    let (quantity, cost) = (value.quantity.decimal(), value.unit_cost);
    let kept = reader.keep_money(Field::UnitCost, value, &mut data.stock);
    if kept {
        state.add(quantity, quantity.checked_mul(cost), Decimal::ZERO)?;
    }
    Ok(kept)
}

/// Where something occurred first.
#[derive(Clone)]
struct At {
    sheet: Arc<str>,
    row: u32,
}

impl At {
    fn of(reader: &RowReader<'_>) -> Self {
        Self { sheet: reader.sheet().clone(), row: reader.row() }
    }

    fn details(&self) -> [(&'static str, String); 2] {
        [("other_sheet", self.sheet.to_string()), ("other_row", self.row.to_string())]
    }
}

fn filled(row: &Row<'_>) -> u32 {
    u32::try_from(row.cells.iter().filter(|cell| !cell.is_empty()).count()).unwrap_or(u32::MAX)
}

/// Lists a row, up to [`MAX_LISTED_ROWS`].
fn list(rows: &mut Vec<u32>, row: u32) {
    if rows.len() < MAX_LISTED_ROWS {
        rows.push(row);
    }
}

fn too_many_problems(problems: &[Problem]) -> Error {
    let first = problems.iter().find(|problem| problem.severity == Severity::Error).or(problems.first());
    let example = first.map(|p| format!(": sheet `{}`, row {}: {}", p.place.sheet, p.place.row, p.reason)).unwrap_or_default();
    let message =
        format!("the workbook has more problems than the limit `MAX_PROBLEMS` of {MAX_PROBLEMS}; fix the first kind and read it again{example}");
    let error = Error::new(Code::LimitExceeded, message).with("name", "MAX_PROBLEMS").with("limit", MAX_PROBLEMS);
    match first {
        Some(p) => error.with("sheet", &p.place.sheet).with("row", p.place.row),
        None => error,
    }
}

/// Whether a row is one of the headings, or repeats them further down.
fn is_heading(sheet: &Located, row: &Row<'_>) -> bool {
    let is_again = |column: &usize| sheet.at.headings.get(*column).is_some_and(|heading| row.cell(*column).text() == heading.text);
    sheet.at.rows.contains(&row.number)
        || (row.number > sheet.last_heading() && sheet.found.by_column.len() > 1 && sheet.found.by_column.keys().all(is_again))
}

/// A value is a sum of products with many decimals: it is compared in the decimals that the sheet shows.
fn agrees(field: Field, said: Decimal, found: Decimal) -> bool {
    said == found
        || (field == Field::Value && said == found.round_dp_with_strategy(said.scale(), rust_decimal::RoundingStrategy::MidpointAwayFromZero))
}

/// Compares the value that a row states with its quantity and cost, which are what is stored.
fn compare_value(reader: &mut RowReader<'_>, stock: &OpeningStock) {
    let Some(said) = reader.stated(Field::Value) else { return };
    let Some(found) = stock.quantity.decimal().checked_mul(stock.unit_cost).filter(|_| reader.is_good()) else { return };
    // Spreadsheets omit trailing zeros: amounts have two decimals at least.
    let shown = found.round_dp_with_strategy(said.scale().max(2), rust_decimal::RoundingStrategy::MidpointAwayFromZero);
    if said != shown {
        reader.problem(Field::Value, Severity::Warning, "value_differs", &[("found", found.normalize().to_string())]);
    }
}

fn stated(reader: &mut RowReader<'_>) -> StatedTotals {
    let row = reader.row();
    let (quantity, value, amount) = (reader.signed(Field::Quantity), reader.signed(Field::Value), reader.signed(Field::Amount));
    StatedTotals { row, quantity, value, amount }
}

fn sum(total: Decimal, more: Option<Decimal>) -> Result<Decimal> {
    let sum = more.and_then(|more| total.checked_add(more));
    sum.ok_or_else(|| Error::new(Code::NumberOutOfRange, "a total of the sheet is outside the supported range"))
}

/// Codes of one kind with the place where each occurred first.
#[derive(Default)]
struct Codes {
    exact: HashMap<String, At>,
    folded: HashMap<String, (String, At)>,
}

impl Codes {
    fn check(&mut self, reader: &mut RowReader<'_>, field: Field, code: &str) {
        if code.is_empty() {
            return;
        }
        if let Some(first) = self.exact.get(code) {
            reader.problem(field, Severity::Error, "duplicate_code", &first.details());
            return;
        }
        let at = At::of(reader);
        if let Some((other, first)) = self.folded.get(&code.to_lowercase()) {
            let [sheet, row] = first.details();
            reader.problem(field, Severity::Warning, "code_differs_by_case", &[("other", other.clone()), sheet, row]);
        }
        self.folded.entry(code.to_lowercase()).or_insert_with(|| (code.to_owned(), at.clone()));
        self.exact.insert(code.to_owned(), at);
    }
}

/// Writes problems as a .csv report with a heading row: sheet, row, column, severity, code, reason, text.
///
/// A text that a spreadsheet would take for a formula gets a leading apostrophe ([`inert`]); nothing else is changed.
///
/// # Errors
/// `workbook.unreadable` if the writer fails, with its error as the cause.
pub fn write_problems_csv(problems: &[Problem], writer: impl Write) -> Result<()> {
    let failed = |error: csv::Error| Error::new(Code::WorkbookUnreadable, "the report of problems could not be written").caused_by(error);
    let mut report = csv::Writer::from_writer(writer);
    report.write_record(["sheet", "row", "column", "severity", "code", "reason", "text"]).map_err(failed)?;
    for problem in problems {
        let row = problem.place.row.to_string();
        let severity = match problem.severity {
            Severity::Error => "error",
            Severity::Warning => "warning",
        };
        let column = inert(problem.place.column.as_deref().unwrap_or_default());
        let (sheet, reason, text) = (inert(&problem.place.sheet), inert(&problem.reason), inert(&problem.text));
        report.write_record([&sheet, &row, &column, severity, problem.code, &reason, &text]).map_err(failed)?;
    }
    report.flush().map_err(|error| failed(error.into()))
}

/// A .csv cell that no spreadsheet calculates: a text that would be taken for a formula gets a leading apostrophe. Negative numbers are unchanged.
pub fn inert(text: &str) -> String {
    let is_formula = text.starts_with(['=', '+', '-', '@', '\t', '\r', '\n']);
    let is_number = text.strip_prefix('-').is_some_and(|rest| !rest.is_empty() && rest.bytes().all(|b| matches!(b, b'0'..=b'9' | b'.' | b',')));
    if is_formula && !is_number { format!("'{text}") } else { text.to_owned() }
}
