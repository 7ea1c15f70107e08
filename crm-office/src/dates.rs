//! Days written as text, as written by people and programs of various countries.
//!
//! Invariant: a day has one reading. A text that is one day with the day first and another with the month first is reported as such.

use crate::cell::DateOrder;
use crate::number::is_digits;
use crm_core::text::search_key;
use crm_core::time::Day;

/// Two-digit years below this are in the 2000s, the others in the 1900s.
pub const CENTURY_FROM: i32 = 70;

/// The reading of a text.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum DateText {
    /// One day, whatever the order.
    Clear(Day),
    /// A day with the day first, invalid with the month first.
    DayFirst(Day),
    /// A day with the month first, invalid with the day first.
    MonthFirst(Day),
    /// Two days: `05/01/2026`.
    Either {
        /// With the day first.
        day_first: Day,
        /// With the month first.
        month_first: Day,
    },
}

impl DateText {
    /// The day in an order; none if it is invalid in that order. Without an order, an ambiguous day is none.
    pub(crate) fn day(self, order: Option<DateOrder>) -> Option<Day> {
        match (self, order) {
            (Self::Clear(day), _) => Some(day),
            (_, Some(DateOrder::Iso)) => None,
            (Self::DayFirst(day), None | Some(DateOrder::DayFirst)) | (Self::MonthFirst(day), None | Some(DateOrder::MonthFirst)) => Some(day),
            (Self::Either { day_first, .. }, Some(DateOrder::DayFirst)) => Some(day_first),
            (Self::Either { month_first, .. }, Some(DateOrder::MonthFirst)) => Some(month_first),
            _ => None,
        }
    }
}

/// The names of the months, whole and short, in English and Spanish.
const MONTHS: [&str; 12] = [
    "january jan enero ene",
    "february feb febrero",
    "march mar marzo",
    "april apr abril abr",
    "may mayo",
    "june jun junio",
    "july jul julio",
    "august aug agosto ago",
    "september sep sept septiembre setiembre set",
    "october oct octubre",
    "november nov noviembre",
    "december dec diciembre dic",
];

/// Reads a day, alone or before a time; none if there is no day.
pub(crate) fn read_date(text: &str) -> Option<DateText> {
    let key = search_key(text);
    let day = without_time(&key)?;
    if let Some(chinese) = chinese(day) {
        return Some(DateText::Clear(chinese));
    }
    if day.len() == 8 && is_digits(day) {
        return compact(day).map(DateText::Clear);
    }
    let parts: Vec<&str> =
        day.split(['-', '/', '.', ' ', ',']).map(str::trim).filter(|part| !part.is_empty() && !matches!(*part, "de" | "del" | "of")).collect();
    let [first, second, third] = parts.as_slice() else { return None };
    let named = |name: &str| MONTHS.iter().zip(1_u32..).find(|(names, _)| names.split(' ').any(|n| n == name)).map(|(_, number)| number);
    // 31 ene 2026, Jan 31 2026, 2026 Jan 31
    match (named(first), named(second)) {
        (None, Some(month)) if first.len() == 4 => return date(first, month, third).map(DateText::Clear),
        (None, Some(month)) => return date(third, month, first).map(DateText::Clear),
        (Some(month), None) => return date(third, month, second.trim_end_matches(['s', 't', 'n', 'd', 'r', 'h'])).map(DateText::Clear),
        _ => {}
    }
    if first.len() == 4 {
        return date(first, number(second, 2)?, third).map(DateText::Clear);
    }
    let (a, b) = (number(first, 2)?, number(second, 2)?);
    let (day_first, month_first) = (date(third, b, first), date(third, a, second));
    Some(match (day_first, month_first) {
        (Some(one), Some(other)) if one == other => DateText::Clear(one),
        (Some(day_first), Some(month_first)) => DateText::Either { day_first, month_first },
        (Some(day), None) => DateText::DayFirst(day),
        (None, Some(day)) => DateText::MonthFirst(day),
        (None, None) => return None,
    })
}

/// A day as eight digits, such as `20260115`; nothing outside the years that books are kept in.
pub(crate) fn compact(digits: &str) -> Option<Day> {
    let (year, rest) = digits.split_at_checked(4)?;
    let (month, day) = rest.split_at_checked(2)?;
    (("1900".."2200").contains(&year) && is_digits(digits) && digits.len() == 8).then(|| date(year, number(month, 2)?, day)).flatten()
}

/// The text before a time, if what follows is one: `10:00`, `T10:00:00Z`, `12:00:00 AM`.
fn without_time(key: &str) -> Option<&str> {
    let Some(colon) = key.find(':') else { return Some(key) };
    let at = key.get(..colon)?.rfind([' ', 't'])?;
    let (day, time) = key.split_at_checked(at)?;
    let time = time.get(1..)?.trim_end_matches('z').trim();
    let time = time.strip_suffix("am").or_else(|| time.strip_suffix("pm")).unwrap_or(time).trim();
    let clock = time.split(['+', '-']).next()?;
    let is_clock = clock.split([':', '.']).zip([24, 60, 60, 1_000_000_000]).all(|(part, end)| number(part, 9).is_some_and(|n| n < end));
    (is_clock && clock.contains(':')).then_some(day.trim())
}

/// `2026年1月31日`.
fn chinese(day: &str) -> Option<Day> {
    let (year, rest) = day.split_once('年')?;
    let (month, rest) = rest.split_once('月')?;
    date(year.trim(), number(month.trim(), 2)?, rest.trim_end_matches(['日', '号', '號']).trim())
}

fn number(text: &str, most: usize) -> Option<u32> {
    (is_digits(text) && text.len() <= most).then(|| text.parse().ok()).flatten()
}

fn date(year: &str, month: u32, day: &str) -> Option<Day> {
    let of_year = number(year, 4)?;
    let of_year = i32::try_from(of_year).ok()?;
    let year = match year.len() {
        4 => of_year,
        2 if of_year < CENTURY_FROM => of_year.saturating_add(2000),
        2 => of_year.saturating_add(1900),
        _ => return None,
    };
    Day::from_ymd_opt(year, month, number(day, 2)?)
}

#[cfg(test)]
mod tests {
    #![allow(clippy::unwrap_used, reason = "a missing day is a failed test")]

    use super::*;

    fn day(text: &str) -> Day {
        text.parse().unwrap()
    }

    #[test]
    fn days_are_read_as_people_write_them() {
        let clear = [
            ("2026-01-31", "2026-01-31"),
            ("2026-01-15T10:00:00Z", "2026-01-15"),
            ("2026-01-15 10:00:00.123", "2026-01-15"),
            ("20260115", "2026-01-15"),
            ("31-ene-26", "2026-01-31"),
            ("31 de enero de 2026", "2026-01-31"),
            ("31 Ene. 2026", "2026-01-31"),
            ("Jan 31, 2026", "2026-01-31"),
            ("31 January 1999", "1999-01-31"),
            ("1-Sept-99", "1999-09-01"),
            ("2026年1月31日", "2026-01-31"),
            ("2026年01月31號", "2026-01-31"),
            ("2026/1/31", "2026-01-31"),
            ("05/05/2026", "2026-05-05"),
        ];
        for (text, expected) in clear {
            assert_eq!(read_date(text), Some(DateText::Clear(day(expected))), "{text}");
        }
        assert_eq!(read_date("31/01/2026 00:00"), Some(DateText::DayFirst(day("2026-01-31"))));
        assert_eq!(read_date("1/31/2026 12:00:00 AM"), Some(DateText::MonthFirst(day("2026-01-31"))));
        let either = DateText::Either { day_first: day("2026-01-05"), month_first: day("2026-05-01") };
        assert_eq!(read_date("05/01/26"), Some(either));
        assert_eq!((either.day(None), either.day(Some(DateOrder::DayFirst))), (None, Some(day("2026-01-05"))));
        assert_eq!(DateText::DayFirst(day("2026-01-31")).day(Some(DateOrder::MonthFirst)), None);
    }

    #[test]
    fn what_is_no_day_is_none() {
        for text in
            ["", "45672", "30 dias", "2026-13-01", "31/02/2026", "12/2026", "1.5", "00000000", "99990101", "10:00", "x 10:00", "2026-01-01 25:00"]
        {
            assert_eq!(read_date(text), None, "{text}");
        }
    }
}
