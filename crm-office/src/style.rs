//! Number formats: what a stored number is, by how its sheet shows it.
//!
//! Invariant: only the kind is taken from a format (a date, a percentage, leading digits), never a rounding: the figure stays as stored.

use crate::cell::{Cell, KEPT_DIGITS, digits};
use crate::number::currency_in;
use chrono::{NaiveDate, NaiveDateTime, NaiveTime, TimeDelta, Timelike};
use crm_core::num::CurrencyMark;
use rust_decimal::Decimal;
use rust_decimal::prelude::ToPrimitive;
use std::sync::Arc;

/// How a number format changes a number.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub(crate) enum Style {
    /// A figure, or any format that does not change what it is.
    #[default]
    Plain,
    /// A date or a time of day.
    Moment,
    /// A percentage.
    Percent,
    /// An amount in a currency.
    Money(CurrencyMark),
    /// Digits and marks of the format's own.
    Padded(Arc<[Mark]>),
    /// This many decimals, including trailing zeros.
    Decimals(usize),
}

/// One place of a format with digits and marks of its own.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Mark {
    /// A digit, `0` where there is none.
    Zero,
    /// A digit, or nothing.
    Digit,
    /// Itself.
    Literal(char),
}

/// How long a format may be; Excel stops at 255 characters.
const MAX_FORMAT: usize = 1_024;

impl Style {
    /// The style of a built-in format, by its number.
    pub(crate) fn built_in(id: u32) -> Self {
        match id {
            2 => Self::Decimals(2),
            9 | 10 => Self::Percent,
            14..=22 | 27..=36 | 45 | 47 | 50..=58 => Self::Moment,
            _ => Self::Plain,
        }
    }

    /// The style of a format by its code, such as `00000` or `dd/mm/yyyy`.
    pub(crate) fn of(code: &str) -> Self {
        if code.len() > MAX_FORMAT || code.eq_ignore_ascii_case("general") {
            return Self::Plain;
        }
        let mut marks = Vec::new();
        let (mut percent, mut plain_only, mut moment, mut currency) = (false, false, false, None);
        let mut chars = code.chars();
        while let Some(c) = chars.next() {
            match c {
                ';' => break,
                '"' => marks.extend(chars.by_ref().take_while(|c| *c != '"').map(Mark::Literal)),
                '\\' => marks.extend(chars.next().map(Mark::Literal)),
                // A width that is left free, and a character that fills the cell.
                '_' | '*' => drop(chars.next()),
                '[' => {
                    let inner: String = chars.by_ref().take_while(|c| *c != ']').collect();
                    // Elapsed time, such as `[h]:mm`, and formats that depend on the number.
                    let elapsed = !inner.is_empty() && inner.chars().all(|c| matches!(c, 'h' | 'H' | 'm' | 'M' | 's' | 'S'));
                    if elapsed || inner.starts_with(['<', '>', '=']) {
                        return Self::Plain;
                    }
                    // `[$€-C0A]` is a currency symbol with its language.
                    currency = currency.or_else(|| inner.strip_prefix('$')?.split('-').next()?.parse().ok());
                }
                '%' => percent = true,
                '0' => marks.push(Mark::Zero),
                '#' | '?' => marks.push(Mark::Digit),
                'd' | 'D' | 'm' | 'M' | 'y' | 'Y' | 'h' | 'H' | 's' | 'S' => moment = true,
                '.' | ',' | 'E' | 'e' | '/' | '@' => plain_only = true,
                other => marks.push(Mark::Literal(other)),
            }
        }
        let words: String = marks.iter().map(|mark| if let Mark::Literal(c) = mark { *c } else { ' ' }).collect();
        let amount = currency.or_else(|| currency_in(&words)).map_or(Self::Plain, Self::Money);
        // `0.000` shows 90.750; the same with a thousands separator is a figure, not a code.
        let section = code.split(';').next().unwrap_or_default();
        let decimals = section.split_once('.').filter(|(whole, decimals)| {
            decimals.len() < 10 && [whole, decimals].iter().all(|part| !part.is_empty() && part.bytes().all(|b| b == b'0'))
        });
        if let Some((_, decimals)) = decimals.filter(|(whole, _)| whole.len() == 1) {
            return Self::Decimals(decimals.len());
        }
        match () {
            () if moment => Self::Moment,
            () if percent => Self::Percent,
            () if plain_only => amount,
            () => padded(&marks).map_or(amount, Self::Padded),
        }
    }

    /// A stored number, as its sheet shows it.
    pub(crate) fn cell(&self, number: f64, is_1904: bool) -> Cell {
        if !number.is_finite() {
            return Cell::Text(number.to_string());
        }
        self.cell_of(digits(number), is_1904)
    }

    /// As [`Style::cell`], of a number by its digits.
    pub(crate) fn cell_of(&self, digits: String, is_1904: bool) -> Cell {
        if let (Self::Moment, Some(moment)) = (self, moment(&digits, is_1904)) {
            // Before the first day of the calendar there is only a time.
            let is_time = !is_1904 && moment.date() < FIRST_DAY;
            return if is_time { Cell::Text(time_text(moment.time())) } else { Cell::Moment(moment) };
        }
        let whole = digits.strip_prefix('-').unwrap_or(&digits).split('.').next().unwrap_or_default().len();
        match self {
            _ if whole > KEPT_DIGITS => Cell::Long(digits),
            Self::Percent => Cell::Percent(digits),
            Self::Money(currency) => Cell::Money { number: digits, currency: *currency },
            Self::Decimals(places) => {
                let (whole, decimals) = digits.split_once('.').unwrap_or((&digits, ""));
                match decimals.len() < *places {
                    true => Cell::Padded { shown: format!("{whole}.{decimals:0<places$}"), number: digits },
                    false => Cell::Number(digits),
                }
            }
            Self::Padded(marks) if !digits.contains('.') => {
                let shown = show(marks, &digits);
                if shown == digits { Cell::Number(digits) } else { Cell::Padded { number: digits, shown } }
            }
            _ => Cell::Number(digits),
        }
    }
}

/// The marks from the first to the last digit with the literals between them, if they show more than a number does: several zeros, or marks that are
/// not a currency.
fn padded(marks: &[Mark]) -> Option<Arc<[Mark]>> {
    let is_digit = |mark: &Mark| matches!(mark, Mark::Zero | Mark::Digit);
    let last = marks.iter().rposition(is_digit)?;
    let own = marks.get(..=last)?;
    let zeros = own.iter().filter(|mark| **mark == Mark::Zero).count();
    let means_something = |mark: &Mark| matches!(mark, Mark::Literal(c) if c.is_alphanumeric() || matches!(c, '-' | '/' | '.' | '_' | '#'));
    let first = own.iter().position(is_digit)?;
    let inside = own.get(first..).unwrap_or_default().iter().any(|mark| !is_digit(mark));
    let prefix: String = own.get(..first).unwrap_or_default().iter().filter_map(|m| if let Mark::Literal(c) = m { Some(*c) } else { None }).collect();
    let currency = prefix.trim().chars().count() <= 3 && !prefix.contains(['-', '/', '_', '#']);
    let in_front = !currency && own.get(..first).unwrap_or_default().iter().any(means_something);
    (zeros > 1 || inside || in_front).then(|| own.into())
}

/// A whole number in the digit places of a format, filled from the right.
fn show(marks: &[Mark], number: &str) -> String {
    let (sign, body) = number.strip_prefix('-').map_or(("", number), |body| ("-", body));
    let mut left = body.chars().rev().peekable();
    if body == "0" {
        left.next();
    }
    let mut places = marks.iter().filter(|mark| !matches!(mark, Mark::Literal(_))).count();
    let mut shown: Vec<char> = Vec::new();
    for mark in marks.iter().rev() {
        match mark {
            Mark::Literal(c) => {
                shown.push(*c);
                continue;
            }
            Mark::Zero => shown.push(left.next().unwrap_or('0')),
            Mark::Digit => shown.extend(left.next()),
        }
        places = places.saturating_sub(1);
        // Digits beyond the places go to the first place.
        if places == 0 {
            shown.extend(left.by_ref());
        }
    }
    sign.chars().chain(shown.into_iter().rev()).collect()
}

/// The first day of the 1900 calendar.
const FIRST_DAY: NaiveDate = match NaiveDate::from_ymd_opt(1900, 1, 1) {
    Some(day) => day,
    None => NaiveDate::MIN,
};

fn time_text(time: NaiveTime) -> String {
    time.format(if time.second() == 0 { "%H:%M" } else { "%H:%M:%S" }).to_string()
}

/// Days that a spreadsheet can show: up to the year 9999.
const LAST_DAY: i64 = 2_958_466;
const MILLISECONDS_PER_DAY: i64 = 86_400_000;

/// The date and time of a serial number; `None` outside the calendar.
fn moment(digits: &str, is_1904: bool) -> Option<NaiveDateTime> {
    let serial = Decimal::from_str_exact(digits).or_else(|_| digits.parse()).ok()?;
    let milliseconds = serial.checked_mul(MILLISECONDS_PER_DAY.into())?.round().to_i64()?;
    let days = milliseconds.checked_div_euclid(MILLISECONDS_PER_DAY)?;
    if !(0..LAST_DAY).contains(&days) {
        return None;
    }
    let first = match (is_1904, days) {
        (true, _) => NaiveDate::from_ymd_opt(1904, 1, 1),
        // The 1900 calendar has a 29 February that never existed: days before it are off by one.
        (false, ..60) => NaiveDate::from_ymd_opt(1899, 12, 31),
        (false, _) => NaiveDate::from_ymd_opt(1899, 12, 30),
    };
    first?.and_hms_opt(0, 0, 0)?.checked_add_signed(TimeDelta::milliseconds(milliseconds))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn shown(code: &str, number: f64) -> String {
        match Style::of(code).cell(number, false) {
            Cell::Padded { shown, .. } => shown,
            other => format!("{other:?}"),
        }
    }

    #[test]
    fn formats_with_zeros_and_marks_of_their_own_pad() {
        for (code, number, expected) in [
            ("00000", 123.0, "00123"),
            ("00000", 0.0, "00000"),
            ("000-000", 1234.0, "001-234"),
            ("000\\-000", 1_234_567.0, "1234-567"),
            ("\"C-\"0", 17.0, "C-17"),
            ("\"CLI \"000", 7.0, "CLI 007"),
            ("###-####", 5_551_234.0, "555-1234"),
            ("00000;-00000", -42.0, "-00042"),
        ] {
            assert_eq!(shown(code, number), expected, "{code}");
        }
    }

    #[test]
    fn formats_of_amounts_leave_the_number_alone() {
        for code in ["General", "0", "0\" kg\"", "0.00E+00", "@", "# ?/?", "[<10]000;0", "00.00", "[$-409]0.00"] {
            assert_eq!(Style::of(code).cell(123.0, false), Cell::Number("123".to_owned()), "{code}");
        }
        for (code, currency) in [
            ("#,##0.00 €", "€"),
            ("\"€\" #,##0.00", "€"),
            ("\"EUR \"0", "EUR"),
            ("$0", "$"),
            ("[$$-409]#,##0.00", "$"),
            ("#,##0.00\\ [$€-C0A]", "€"),
            ("[$USD] 0.00", "USD"),
            ("_-* #,##0.00\\ \"US$\"_-;-* #,##0.00\\ \"US$\"_-", "USD"),
            ("¥#,##0", "¥"),
        ] {
            let expected = Cell::Money { number: "123".to_owned(), currency: currency.parse().unwrap() };
            assert_eq!(Style::of(code).cell(123.0, false), expected, "{code}");
        }
    }

    #[test]
    fn percentages_and_dates_are_known_by_their_codes() {
        for code in ["0%", "0.00%", "0.0 %;[Red]-0.0 %"] {
            assert_eq!(Style::of(code), Style::Percent, "{code}");
        }
        for code in ["dd/mm/yyyy", "[$-409]d-mmm-yy", "yyyy\"年\"m\"月\"d\"日\"", "h:mm AM/PM"] {
            assert_eq!(Style::of(code), Style::Moment, "{code}");
        }
        for code in ["[h]:mm:ss", "\"day\" 0", "0\\d", "[Red]0.00"] {
            assert_eq!(Style::of(code), Style::Plain, "{code}");
        }
    }

    #[test]
    fn serials_are_days_of_either_calendar() {
        let day = |serial: f64, is_1904| Style::Moment.cell(serial, is_1904).text();
        assert_eq!(day(40_513.351_388_888_9, false), "2010-12-01 08:26");
        assert_eq!((day(1.0, false), day(59.0, false), day(61.0, false)), ("1900-01-01".into(), "1900-02-28".into(), "1900-03-01".into()));
        assert_eq!(day(39_051.0, true), "2010-12-01");
        assert_eq!(Style::Moment.cell(-1.0, false), Cell::Number("-1".to_owned()));
        assert_eq!(Style::Moment.cell(1e15, false), Cell::Long("1000000000000000".to_owned()));
    }
}
