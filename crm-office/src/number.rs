//! Numbers written as text, plain or as people of several countries write them.
//!
//! Invariant: a number is read in one way or refused. Grouping must be in threes; what is left between two readings
//! (`1,234`) is an error until the caller names the notation.

use crm_core::num::Decimal;
use crm_core::{Code, Error, Result};
use serde::{Deserialize, Serialize};

/// How numbers written as text are read. White space and apostrophes group thousands in every notation.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Notation {
    /// By the text itself. Of `.` and `,` in one number the last is the decimal mark (`1.234,56`, `1,234.56`); a mark
    /// that occurs several times groups (`1,234,567`); a single `.` is the decimal mark (`1.234` is less than two, as
    /// programs write it); a single `,` is the decimal mark (`12,5`) unless it could group: `1,234` is refused.
    #[default]
    Guess,
    /// `.` is the decimal mark, `,` groups: `1,234` is more than a thousand.
    Point,
    /// `,` is the decimal mark, `.` groups: `1.234` is more than a thousand.
    Comma,
}

/// Reads a number written as text.
///
/// ```
/// use crm_office::{Notation, read_decimal};
/// assert_eq!(read_decimal("1.234,56", Notation::Guess)?.to_string(), "1234.56");
/// assert_eq!(read_decimal("1,234", Notation::Point)?.to_string(), "1234");
/// assert!(read_decimal("1,234", Notation::Guess).is_err());
/// # Ok::<(), crm_core::Error>(())
/// ```
///
/// # Errors
/// `number.unreadable`; `number.out_of_range` and `number.too_precise` beyond what a decimal can hold.
pub fn read_decimal(text: &str, notation: Notation) -> Result<Decimal> {
    let trimmed = text.trim();
    let (sign, body) = match trimmed.strip_prefix(['-', '\u{2212}']) {
        Some(body) => ("-", body),
        None => ("", trimmed.strip_prefix('+').unwrap_or(trimmed)),
    };
    let plain = decimal_mark(body, notation).and_then(|mark| plain_form(body, mark));
    let plain = plain.map_err(|reason| unreadable(text, reason))?;
    Decimal::from_str_exact(&format!("{sign}{plain}")).map_err(|error| beyond(text, &plain, error))
}

fn unreadable(text: &str, reason: &str) -> Error {
    Error::new(Code::NumberUnreadable, format!("`{text}` {reason}")).with("value", text)
}

/// What a decimal cannot hold has too many digits before its point, or else after it.
fn beyond(text: &str, plain: &str, error: rust_decimal::Error) -> Error {
    let whole = plain.split('.').next().unwrap_or_default();
    let (code, reason) = match Decimal::from_str_exact(whole) {
        Ok(_) => (Code::NumberTooPrecise, "has more decimals than are kept"),
        Err(_) => (Code::NumberOutOfRange, "is outside the range that is kept"),
    };
    Error::new(code, format!("`{text}` {reason}")).with("value", text).caused_by(error)
}

const NO_NUMBER: &str = "is no number";
const AMBIGUOUS: &str = "can be read in two ways, with a decimal comma or a thousands separator";

/// Which mark begins the decimals, if any does.
fn decimal_mark(body: &str, notation: Notation) -> Result<Option<char>, &'static str> {
    let count = |mark| body.matches(mark).count();
    let only = |mark| if count(mark) == 0 { None } else { Some(mark) };
    match notation {
        Notation::Point => Ok(only('.')),
        Notation::Comma => Ok(only(',')),
        Notation::Guess => match (count('.'), count(',')) {
            (0, 0) => Ok(None),
            (1, 0) => Ok(Some('.')),
            (0, 1) if could_group(body) => Err(AMBIGUOUS),
            (0, 1) => Ok(Some(',')),
            (_, 0) | (0, _) => Ok(None),
            _ => Ok(body.chars().rev().find(|c| matches!(c, '.' | ','))),
        },
    }
}

/// Whether a number's single comma stands where a thousands separator could.
fn could_group(body: &str) -> bool {
    let (before, after) = body.split_once(',').unwrap_or((body, ""));
    after.len() == 3 && (1..=3).contains(&before.len()) && !before.starts_with('0')
}

/// Digits with at most one `.`, or why there are none.
fn plain_form(body: &str, mark: Option<char>) -> Result<String, &'static str> {
    let (whole, fraction) = match mark.and_then(|mark| body.split_once(mark)) {
        Some((whole, fraction)) => (whole, Some(fraction)),
        None => (body, None),
    };
    let mut plain = ungrouped(whole, fraction.is_some()).ok_or(NO_NUMBER)?;
    if let Some(fraction) = fraction {
        if !is_digits(fraction) {
            return Err(NO_NUMBER);
        }
        plain.push('.');
        plain.push_str(fraction);
    }
    Ok(plain)
}

/// The whole part without its separators, which must be of one kind and stand before every three digits.
fn ungrouped(whole: &str, has_fraction: bool) -> Option<String> {
    if whole.is_empty() && has_fraction {
        return Some("0".to_owned());
    }
    let separator = whole.chars().find(|c| !c.is_ascii_digit());
    let Some(separator) = separator else { return is_digits(whole).then(|| whole.to_owned()) };
    if !(matches!(separator, '.' | ',' | '\'' | '’') || separator.is_whitespace()) {
        return None;
    }
    let mut groups = whole.split(separator);
    let first = groups.next().filter(|group| is_digits(group) && group.len() <= 3)?;
    groups.try_fold(first.to_owned(), |plain, group| (is_digits(group) && group.len() == 3).then(|| plain + group))
}

fn is_digits(text: &str) -> bool {
    !text.is_empty() && text.bytes().all(|b| b.is_ascii_digit())
}
