//! A pass over a whole sheet before it is read: what its columns hold, and how its figures and dates are written.
//!
//! Invariant: every cell of the sheet decides the notation of figures and the order of dates, not just the first.

use crate::cell::{Cell, DateOrder};
use crate::dates::{DateText, read_date};
use crate::language::{Style, style};
use crate::limits::MAX_LISTED_ROWS;
use crate::mapping::{Field, Found, Headings};
use crate::number::{Evidence, Figure, Notation};
use crate::table::Row;
use crm_core::opening::{CellCounts, ReadingReason, TextReading};

/// Longest sample of a cell in a report, in characters.
pub const MAX_SAMPLE: usize = 80;

/// The filled cells of one column below the headings.
#[derive(Debug, Clone, Default)]
pub(crate) struct Filled {
    pub(crate) cells: u32,
    pub(crate) first: Option<(u32, String)>,
    pub(crate) is_hidden: bool,
    /// Whether it contains a percentage, and a plain number of at least one: they show what a smaller one means.
    has_percent: bool,
    has_points: bool,
}

impl Filled {
    fn percent(&mut self, cell: &Cell) {
        match cell {
            Cell::Percent(_) => self.has_percent = true,
            Cell::Text(text) if text.contains(['%', '\u{ff05}']) => self.has_percent = true,
            Cell::Number(digits) | Cell::Padded { number: digits, .. } => {
                self.has_points |= !digits.trim_start_matches('-').starts_with("0.") && digits != "0"
            }
            _ => {}
        }
    }
}

/// A cell that is evidence, and its row.
type Witness = Option<(u32, String)>;

/// How many texts of a sheet support one reading, the other, and both.
#[derive(Debug, Clone, Default)]
struct Votes {
    one: Witness,
    other: Witness,
    both: Witness,
    ambiguous: u32,
}

impl Votes {
    fn vote(witness: &mut Witness, row: u32, text: &str) {
        witness.get_or_insert_with(|| (row, sample(text)));
    }

    /// The reading that is decided, if any, and what to report. Nothing is reported where no text is ambiguous or decisive.
    fn decide<T: Copy>(&self, given: Option<T>, (one, other): (T, T), name: impl Fn(T) -> &'static str) -> (Option<T>, Option<TextReading>) {
        let (read_as, reason, witness) = match (given, &self.one, &self.other, &self.both) {
            (None, None, None, None) => return (None, None),
            (Some(given), ..) => (Some(given), ReadingReason::Given, &self.both),
            (None, Some(_), Some(_), _) => (None, ReadingReason::Mixed, &self.other),
            (None, Some(_), None, _) => (Some(one), ReadingReason::Decided, &self.one),
            (None, None, Some(_), _) => (Some(other), ReadingReason::Decided, &self.other),
            (None, None, None, Some(_)) => (None, ReadingReason::Open, &self.both),
        };
        let (row, sample) = witness.clone().map_or((None, None), |(row, sample)| (Some(row), Some(sample)));
        (read_as, Some(TextReading { read_as: read_as.map(|r| name(r).to_owned()), reason, sample, row, ambiguous: self.ambiguous }))
    }
}

/// The findings about a sheet.
#[derive(Debug, Clone, Default)]
pub(crate) struct Survey {
    pub(crate) columns: Vec<Filled>,
    pub(crate) hidden_rows: Vec<u32>,
    pub(crate) filled: u32,
    /// Cells in heading rows, and in other rows above.
    pub(crate) headings: u32,
    pub(crate) titles: u32,
    pub(crate) last_row: u32,
    /// Rows below the headings that are not empty.
    pub(crate) rows: u32,
    /// The first text with letters beyond ASCII: its row, its column, and its contents.
    pub(crate) foreign: Option<(u32, usize, String)>,
    figures: Votes,
    dates: Votes,
}

pub(crate) fn sample(text: &str) -> String {
    text.trim().chars().take(MAX_SAMPLE).collect()
}

impl Survey {
    /// Examines a row. `found` are the columns of its fields, `headings` the heading rows.
    pub(crate) fn row(&mut self, row: &Row<'_>, found: &Found, headings: &[u32]) {
        let below = headings.last().copied().unwrap_or_default();
        self.last_row = self.last_row.max(row.number);
        if row.hidden && self.hidden_rows.len() < MAX_LISTED_ROWS {
            self.hidden_rows.push(row.number);
        }
        let filled = row.cells.iter().enumerate().filter(|(_, cell)| !cell.is_empty());
        for (column, cell) in filled {
            self.filled = self.filled.saturating_add(1);
            if self.columns.len() <= column {
                self.columns.resize(column.saturating_add(1), Filled::default());
            }
            let Some(seen) = self.columns.get_mut(column) else { continue };
            seen.is_hidden |= row.is_column_hidden(column);
            if let (None, Cell::Text(text)) = (&self.foreign, cell)
                && !text.is_ascii()
            {
                self.foreign = Some((row.number, column, sample(text)));
            }
            if row.number <= below {
                let place = if headings.contains(&row.number) { &mut self.headings } else { &mut self.titles };
                *place = place.saturating_add(1);
                continue;
            }
            seen.percent(cell);
            seen.cells = seen.cells.saturating_add(1);
            seen.first.get_or_insert_with(|| (row.number, sample(&cell.raw())));
            if let (Cell::Text(text), Some((field, _, _))) = (cell, found.by_column.get(&column)) {
                self.text(*field, row.number, text);
            }
        }
        if row.number > below {
            self.rows = self.rows.saturating_add(1);
        }
    }

    fn text(&mut self, field: Field, row: u32, text: &str) {
        match style(field) {
            Style::Whole | Style::Fine | Style::Amount => match Figure::of(text).map(|figure| figure.evidence()) {
                Some(Evidence::Point) => Votes::vote(&mut self.figures.one, row, text),
                Some(Evidence::Comma) => Votes::vote(&mut self.figures.other, row, text),
                Some(Evidence::Either) => {
                    self.figures.ambiguous = self.figures.ambiguous.saturating_add(1);
                    Votes::vote(&mut self.figures.both, row, text);
                }
                Some(Evidence::Neither) | None => {}
            },
            Style::Date => match read_date(text) {
                Some(DateText::DayFirst(_)) => Votes::vote(&mut self.dates.one, row, text),
                Some(DateText::MonthFirst(_)) => Votes::vote(&mut self.dates.other, row, text),
                Some(DateText::Either { .. }) => {
                    self.dates.ambiguous = self.dates.ambiguous.saturating_add(1);
                    Votes::vote(&mut self.dates.both, row, text);
                }
                Some(DateText::Clear(_)) | None => {}
            },
            Style::Text | Style::Choice(_) => {}
        }
    }

    /// The rate fields in whose columns a plain number below one may be a fraction: they also contain percentages, or nothing shows that plain
    /// numbers are points.
    pub(crate) fn fractions(&self, found: &Found, headings: &Headings) -> Vec<Field> {
        let is_open = |column: &usize| {
            let says_percent = headings.get(*column).is_some_and(|heading| heading.full.contains(['%', '\u{ff05}']));
            self.columns.get(*column).is_some_and(|seen| seen.has_percent || !(seen.has_points || says_percent))
        };
        found.by_column.iter().filter(|(column, (field, ..))| *field == Field::Discount && is_open(column)).map(|(_, (field, ..))| *field).collect()
    }

    /// The filled cells as they will be counted; those of rows that turn out to be totals, or are refused, still count as read.
    pub(crate) fn counts(&self, found: &Found) -> CellCounts {
        let in_columns = |is_read: bool| {
            let columns = self.columns.iter().enumerate().filter(|(column, _)| found.by_column.contains_key(column) == is_read);
            columns.map(|(_, seen)| seen.cells).fold(0, u32::saturating_add)
        };
        let (headings, titles) = (self.headings, self.titles);
        CellCounts { headings, titles, read: in_columns(true), left_out: in_columns(false), ..CellCounts::default() }
    }

    /// How figures are read.
    pub(crate) fn figures(&self, given: Option<Notation>) -> (Option<Notation>, Option<TextReading>) {
        self.figures.decide(given, (Notation::Point, Notation::Comma), |notation| if notation == Notation::Comma { "comma" } else { "point" })
    }

    /// How dates are read.
    pub(crate) fn dates(&self, given: Option<DateOrder>) -> (Option<DateOrder>, Option<TextReading>) {
        self.dates.decide(given, (DateOrder::DayFirst, DateOrder::MonthFirst), |order| match order {
            DateOrder::Iso => "iso",
            DateOrder::DayFirst => "day_first",
            DateOrder::MonthFirst => "month_first",
        })
    }
}
