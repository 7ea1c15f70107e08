//! One cell of a sheet, and what can be read out of it.
//!
//! Invariant: a number lives as text. It leaves the file as the shortest text that means the same float, and becomes a
//! decimal from that text; no float is calculated with. A value that can be read in two ways is refused, not guessed.

use crate::number::{Notation, read_decimal};
use calamine::{Data, DataRef, ExcelDateTime};
use chrono::{NaiveDate, NaiveDateTime, NaiveTime, Timelike};
use crm_core::num::Decimal;
use crm_core::{Code, Error, Result};
use serde::{Deserialize, Serialize};

/// What one cell holds.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub enum Cell {
    /// Nothing.
    #[default]
    Empty,
    /// Text, untouched.
    Text(String),
    /// A number, by its shortest text: no exponent, `.` for the decimals.
    Number(String),
    /// True or false.
    Bool(bool),
    /// A date with its time; midnight where the cell says only a day.
    Moment(NaiveDateTime),
    /// A formula's error, such as `#N/A`.
    Error(String),
}

/// How dates written as text with slashes, dashes or dots are read. ISO dates (`2010-12-01`) are always read.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum DateOrder {
    /// Only ISO dates.
    #[default]
    Iso,
    /// Day first: `01/12/2010` is the first of December.
    DayFirst,
    /// Month first: `12/01/2010` is the first of December.
    MonthFirst,
}

impl Cell {
    /// Whether the cell shows nothing: empty, or white space only.
    pub fn is_empty(&self) -> bool {
        match self {
            Self::Empty => true,
            Self::Text(text) => text.trim().is_empty(),
            _ => false,
        }
    }

    /// The text as it stands in the cell, untrimmed.
    pub fn raw(&self) -> String {
        match self {
            Self::Empty => String::new(),
            Self::Text(text) | Self::Number(text) | Self::Error(text) => text.clone(),
            Self::Bool(true) => "TRUE".to_owned(),
            Self::Bool(false) => "FALSE".to_owned(),
            Self::Moment(moment) => moment_text(*moment),
        }
    }

    /// The text as a person sees it, trimmed. Dates are ISO: `2010-12-01`, or `2010-12-01 08:26`.
    pub fn text(&self) -> String {
        match self {
            Self::Text(text) => text.trim().to_owned(),
            other => other.raw(),
        }
    }

    /// The cell as a code; `None` where there is none. The number 17850 and the text `17850` are the same code; text
    /// keeps its leading zeros; a number shows all its digits, never an exponent.
    ///
    /// ```
    /// use crm_office::Cell;
    /// assert_eq!(Cell::Number("17850".into()).code(), Cell::Text(" 17850 ".into()).code());
    /// assert_eq!(Cell::Text("00123".into()).code().as_deref(), Some("00123"));
    /// ```
    pub fn code(&self) -> Option<String> {
        match self {
            Self::Error(_) => None,
            cell if cell.is_empty() => None,
            cell => Some(cell.text()),
        }
    }

    /// The cell as a decimal, text read as [`Notation::Guess`] has it; `None` for an empty cell.
    ///
    /// # Errors
    /// As [`Cell::decimal_in`].
    pub fn decimal(&self) -> Option<Result<Decimal>> {
        self.decimal_in(Notation::Guess)
    }

    /// The cell as a decimal, text read in a notation; `None` for an empty cell.
    ///
    /// # Errors
    /// `number.unreadable` (also for true, false, dates and formula errors), `number.out_of_range` and
    /// `number.too_precise` beyond what a decimal can hold.
    pub fn decimal_in(&self, notation: Notation) -> Option<Result<Decimal>> {
        match self {
            cell if cell.is_empty() => None,
            Self::Number(text) => Some(read_decimal(text, Notation::Guess)),
            Self::Text(text) => Some(read_decimal(text, notation)),
            other => {
                let text = other.raw();
                Some(Err(Error::new(Code::NumberUnreadable, format!("`{text}` is no number")).with("value", text)))
            }
        }
    }

    /// The cell as a moment; `None` for an empty cell. A bare number is no date: the file did not say it is one.
    ///
    /// # Errors
    /// `field.invalid`.
    pub fn moment(&self, order: DateOrder) -> Option<Result<NaiveDateTime>> {
        let read = match self {
            cell if cell.is_empty() => return None,
            Self::Moment(moment) => Some(*moment),
            Self::Text(text) => read_moment(text.trim(), order),
            _ => None,
        };
        Some(read.ok_or_else(|| Error::field("date", format!("`{}` is no date", self.raw())).with("value", self.raw())))
    }

    /// The cell as a day, its time dropped; `None` for an empty cell.
    ///
    /// # Errors
    /// `field.invalid`.
    pub fn day(&self, order: DateOrder) -> Option<Result<NaiveDate>> {
        self.moment(order).map(|moment| moment.map(|m| m.date()))
    }
}

fn moment_text(moment: NaiveDateTime) -> String {
    let format = match moment.time() {
        NaiveTime::MIN => "%Y-%m-%d",
        time if time.second() == 0 && time.nanosecond() == 0 => "%Y-%m-%d %H:%M",
        _ => "%Y-%m-%d %H:%M:%S%.f",
    };
    moment.format(format).to_string()
}

/// Reads a day, alone or followed by a time.
fn read_moment(text: &str, order: DateOrder) -> Option<NaiveDateTime> {
    let (day, time) = match text.split_once([' ', 'T']) {
        Some((day, time)) => (day, read_time(time.trim().trim_end_matches('Z'))?),
        None => (text, NaiveTime::MIN),
    };
    Some(read_day(day, order)?.and_time(time))
}

fn read_time(text: &str) -> Option<NaiveTime> {
    ["%H:%M", "%H:%M:%S%.f"].iter().find_map(|format| NaiveTime::parse_from_str(text, format).ok())
}

/// Reads a day whose year has four digits: a shorter year would be a guess.
fn read_day(text: &str, order: DateOrder) -> Option<NaiveDate> {
    let mut parts = text.split(['-', '/', '.']);
    let (first, second, third) = (parts.next()?, parts.next()?, parts.next()?);
    if parts.next().is_some() {
        return None;
    }
    let (year, month, day) = match order {
        _ if first.len() == 4 && text.contains('-') => (first, second, third),
        DateOrder::Iso => return None,
        DateOrder::DayFirst => (third, second, first),
        DateOrder::MonthFirst => (third, first, second),
    };
    let digits = |part: &str, most| !part.is_empty() && part.len() <= most && part.bytes().all(|b| b.is_ascii_digit());
    if year.len() != 4 || !digits(year, 4) || !digits(month, 2) || !digits(day, 2) {
        return None;
    }
    NaiveDate::from_ymd_opt(year.parse().ok()?, month.parse().ok()?, day.parse().ok()?)
}

impl From<DataRef<'_>> for Cell {
    fn from(data: DataRef<'_>) -> Self {
        match data {
            DataRef::Empty => Self::Empty,
            DataRef::SharedString(text) => text_cell(text.to_owned()),
            DataRef::String(text) | DataRef::DurationIso(text) => text_cell(text),
            DataRef::Int(number) => Self::Number(number.to_string()),
            DataRef::Float(number) => number_cell(number),
            DataRef::Bool(value) => Self::Bool(value),
            DataRef::DateTime(moment) => moment_cell(moment),
            DataRef::DateTimeIso(text) => iso_cell(text),
            DataRef::Error(error) => Self::Error(error.to_string()),
        }
    }
}

impl From<&Data> for Cell {
    fn from(data: &Data) -> Self {
        match data {
            Data::Empty => Self::Empty,
            Data::String(text) | Data::DurationIso(text) => text_cell(text.clone()),
            Data::Int(number) => Self::Number(number.to_string()),
            Data::Float(number) => number_cell(*number),
            Data::Bool(value) => Self::Bool(*value),
            Data::DateTime(moment) => moment_cell(*moment),
            Data::DateTimeIso(text) => iso_cell(text.clone()),
            Data::Error(error) => Self::Error(error.to_string()),
        }
    }
}

pub(crate) fn text_cell(text: String) -> Cell {
    if text.is_empty() { Cell::Empty } else { Cell::Text(text) }
}

/// `to_string` of a float is the shortest text that reads back as the same float, and has no exponent.
fn number_cell(number: f64) -> Cell {
    match number.to_string() {
        text if !number.is_finite() => Cell::Text(text),
        text if text == "-0" => Cell::Number("0".to_owned()),
        text => Cell::Number(text),
    }
}

/// A duration, or a serial far outside the calendar, stays the number it is stored as.
fn moment_cell(moment: ExcelDateTime) -> Cell {
    let number = moment.as_f64();
    let in_calendar = (0.0..3_000_000.0).contains(&number) && moment.is_datetime();
    // Asked only within the calendar: calamine's conversion panics far outside it.
    let read = if in_calendar { moment.as_datetime() } else { None };
    read.map_or_else(|| number_cell(number), Cell::Moment)
}

fn iso_cell(text: String) -> Cell {
    match read_moment(text.trim(), DateOrder::Iso) {
        Some(moment) => Cell::Moment(moment),
        None => text_cell(text),
    }
}
