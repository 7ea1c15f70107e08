//! One cell of a sheet, and the values that can be read from it.
//!
//! Invariant: a number is kept as text. It leaves the file as the 15 significant digits that a spreadsheet shows, and becomes a decimal from that
//! text; there is no float arithmetic. A value that can be read in two ways is refused, not guessed.

use crate::number::{Notation, read_decimal};
use chrono::{NaiveDate, NaiveDateTime, NaiveTime, Timelike};
use crm_core::num::{CurrencyMark, Decimal};
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
    /// A number, by its 15 significant digits, as a spreadsheet shows it: no exponent, `.` as the decimal point.
    Number(String),
    /// A number that the sheet shows as a percentage, by the stored fraction: `0.1` is shown as 10 %.
    Percent(String),
    /// A number that the sheet shows with a currency.
    Money {
        /// The number, as in [`Cell::Number`].
        number: String,
        /// The currency.
        currency: CurrencyMark,
    },
    /// A number whose format adds leading zeros, or digits and marks of its own: 123 that is shown as `00123` or `000-123`.
    Padded {
        /// The number, as in [`Cell::Number`].
        number: String,
        /// What the sheet shows.
        shown: String,
    },
    /// A whole number of more than 15 digits, as its first 15 and zeros: the spreadsheet has lost the others.
    Long(String),
    /// A formula whose result was never stored: the program that wrote the file did not calculate.
    Uncalculated,
    /// True or false.
    Bool(bool),
    /// A date with its time; midnight if the cell contains only a day.
    Moment(NaiveDateTime),
    /// A formula's error, such as `#N/A`.
    Error(String),
}

/// How dates written as text with slashes, dashes or dots are read. ISO dates (`2010-12-01`) are always read.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(rename_all = "snake_case")]
pub enum DateOrder {
    /// Only ISO dates.
    #[default]
    Iso,
    /// Day first: `01/12/2010` is 1 December.
    DayFirst,
    /// Month first: `12/01/2010` is 1 December.
    MonthFirst,
}

impl Cell {
    /// Whether the cell shows nothing: empty, or only white space.
    pub fn is_empty(&self) -> bool {
        match self {
            Self::Empty => true,
            Self::Text(text) => text.trim().is_empty(),
            _ => false,
        }
    }

    /// The text as it is in the cell, untrimmed: percentages with their sign, padded numbers as shown.
    pub fn raw(&self) -> String {
        match self {
            Self::Empty | Self::Uncalculated => String::new(),
            Self::Text(text) | Self::Number(text) | Self::Error(text) | Self::Long(text) | Self::Padded { shown: text, .. } => text.clone(),
            Self::Money { number, .. } => number.clone(),
            Self::Percent(fraction) => points(fraction) + "%",
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

    /// The cell as a code; `None` if it holds none. The number 17850 and the text `17850` are the same code; text keeps its leading zeros; a number
    /// has all its digits, never an exponent, and is padded as the sheet pads it. A number of more than 15 digits is not a code: its last digits are
    /// lost, and what is left may be the code of something else.
    ///
    /// ```
    /// use crm_office::Cell;
    /// assert_eq!(Cell::Number("17850".into()).code(), Cell::Text(" 17850 ".into()).code());
    /// assert_eq!(Cell::Text("00123".into()).code().as_deref(), Some("00123"));
    /// assert_eq!(Cell::Padded { number: "123".into(), shown: "00123".into() }.code().as_deref(), Some("00123"));
    /// assert_eq!(Cell::Long("6901230000001230000".into()).code(), None);
    /// ```
    pub fn code(&self) -> Option<String> {
        match self {
            Self::Error(_) | Self::Long(_) | Self::Uncalculated => None,
            cell if cell.is_empty() => None,
            cell => Some(cell.text()),
        }
    }

    /// The cell as a decimal, text read by [`Notation::Guess`]; `None` for an empty cell.
    ///
    /// # Errors
    /// As [`Cell::decimal_in`].
    pub fn decimal(&self) -> Option<Result<Decimal>> {
        self.decimal_in(Notation::Guess)
    }

    /// The cell as a decimal, text read in a notation; `None` for an empty cell. It is the stored number: for a cell that shows 10 %, it is `0.1`.
    /// [`Cell::percent_in`] gives percentage points.
    ///
    /// # Errors
    /// `number.unreadable` (also for true, false, dates, formula errors and formulas without a result), `number.out_of_range` and
    /// `number.too_precise` beyond the range of a decimal, the latter also for [`Cell::Long`].
    pub fn decimal_in(&self, notation: Notation) -> Option<Result<Decimal>> {
        let refused = |code, text: &str, reason| Some(Err(Error::new(code, format!("`{text}` {reason}")).with("value", text)));
        match self {
            cell if cell.is_empty() => None,
            Self::Number(text) | Self::Percent(text) | Self::Padded { number: text, .. } | Self::Money { number: text, .. } => {
                Some(read_decimal(text, Notation::Guess))
            }
            Self::Text(text) => Some(read_decimal(text, notation)),
            Self::Long(text) if read_decimal(text, Notation::Guess).is_err() => Some(read_decimal(text, Notation::Guess)),
            Self::Long(text) => refused(Code::NumberTooPrecise, text, "has more than 15 digits, and the spreadsheet has lost the last ones"),
            Self::Uncalculated => refused(Code::NumberUnreadable, "=", "is a formula without a stored result"),
            other => refused(Code::NumberUnreadable, &other.raw(), "is not a number"),
        }
    }

    /// The cell in percentage points, text read in a notation; `None` for an empty cell. A cell that shows 10 % gives 10, and so do the number 10 and
    /// the texts `10` and `10 %`.
    ///
    /// ```
    /// use crm_office::{Cell, Notation};
    /// for cell in [Cell::Percent("0.1".into()), Cell::Number("10".into()), Cell::Text("10 %".into())] {
    ///     assert_eq!(cell.percent_in(Notation::Guess).unwrap()?.to_string(), "10");
    /// }
    /// # Ok::<(), crm_core::Error>(())
    /// ```
    ///
    /// # Errors
    /// As [`Cell::decimal_in`].
    pub fn percent_in(&self, notation: Notation) -> Option<Result<Decimal>> {
        match self {
            cell if cell.is_empty() => None,
            Self::Percent(fraction) => Some(read_decimal(&points(fraction), Notation::Guess)),
            Self::Text(text) => {
                let text = text.trim();
                Some(read_decimal(text.strip_suffix(['%', '\u{ff05}']).or(text.strip_prefix(['%', '\u{ff05}'])).unwrap_or(text), notation))
            }
            other => other.decimal_in(notation),
        }
    }

    /// The cell as a date and time; `None` for an empty cell. A bare number is not a date: the file did not say that it is one.
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
        Some(read.ok_or_else(|| Error::field("date", format!("is `{}`, which is not a date", self.raw())).with("value", self.raw())))
    }

    /// The cell as a day, its time dropped; `None` for an empty cell.
    ///
    /// # Errors
    /// `field.invalid`.
    pub fn day(&self, order: DateOrder) -> Option<Result<NaiveDate>> {
        self.moment(order).map(|moment| moment.map(|m| m.date()))
    }
}

/// A fraction in percentage points: its point moves two places to the right, without arithmetic.
fn points(fraction: &str) -> String {
    let (sign, body) = fraction.strip_prefix('-').map_or(("", fraction), |body| ("-", body));
    let (whole, decimals) = body.split_once('.').unwrap_or((body, ""));
    let digits = format!("{whole}{decimals:0<2}");
    let (whole, decimals) = digits.split_at_checked(whole.len().saturating_add(2)).unwrap_or((&digits, ""));
    let (whole, decimals) = (whole.trim_start_matches('0'), decimals.trim_end_matches('0'));
    let whole = if whole.is_empty() { "0" } else { whole };
    if decimals.is_empty() { format!("{sign}{whole}") } else { format!("{sign}{whole}.{decimals}") }
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

/// Reads a day with a four-digit year: a shorter year would be a guess.
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

pub(crate) fn text_cell(text: String) -> Cell {
    if text.is_empty() { Cell::Empty } else { Cell::Text(text) }
}

/// Digits of a number that a spreadsheet keeps.
pub(crate) const KEPT_DIGITS: usize = 15;

/// The 15 significant digits of a finite number, without an exponent: rounding errors of calculations are beyond them.
pub(crate) fn digits(number: f64) -> String {
    let scientific = format!("{number:.14e}");
    let (mantissa, exponent) = scientific.split_once('e').unwrap_or((&scientific, "0"));
    let (sign, mantissa) = mantissa.strip_prefix('-').map_or(("", mantissa), |mantissa| ("-", mantissa));
    let digits: String = mantissa.chars().filter(char::is_ascii_digit).collect();
    let digits = digits.trim_end_matches('0');
    if digits.is_empty() {
        return "0".to_owned();
    }
    let exponent: i32 = exponent.parse().unwrap_or_default();
    let Ok(whole) = usize::try_from(exponent.saturating_add(1)) else {
        let zeros = usize::try_from(exponent.saturating_add(1).unsigned_abs()).unwrap_or_default();
        return format!("{sign}0.{}{digits}", "0".repeat(zeros));
    };
    match digits.split_at_checked(whole) {
        Some(("", decimals)) => format!("{sign}0.{decimals}"),
        Some((digits, "")) => format!("{sign}{digits}"),
        Some((whole, decimals)) => format!("{sign}{whole}.{decimals}"),
        None => format!("{sign}{digits:0<whole$}"),
    }
}

/// A date and time as XML writes it, otherwise a text.
pub(crate) fn iso_cell(text: String) -> Cell {
    match read_moment(text.trim(), DateOrder::Iso) {
        Some(moment) => Cell::Moment(moment),
        None => text_cell(text),
    }
}
