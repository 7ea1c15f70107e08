//! Numbers written as text, plain or as written in various countries.
//!
//! Invariant: a number has one reading or is refused. Grouping must be in threes; an ambiguous number (`1,234`) is an error until the caller names
//! the notation.

use crm_core::num::{CurrencyMark, Decimal};
use crm_core::{Code, Error, Result};
use serde::{Deserialize, Serialize};

/// How numbers written as text are read. White space and apostrophes group thousands in every notation. In an opening, `Guess` means as the whole
/// sheet writes them: one figure with a single reading decides for all, and if nothing decides an ambiguous figure is a problem.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(rename_all = "snake_case")]
pub enum Notation {
    /// By the text itself. Of `.` and `,` in one number the last is the decimal mark (`1.234,56`, `1,234.56`); a mark that occurs several times
    /// groups (`1,234,567`); a single `.` is the decimal mark (`1.234` is less than two, as programs write it); a single `,` is the decimal mark
    /// (`12,5`) unless it could group: `1,234` is refused.
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
/// `number.unreadable`; `number.out_of_range` and `number.too_precise` beyond the range of a decimal.
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

/// A number beyond the range of a decimal has too many digits before its point, or else after it.
fn beyond(text: &str, plain: &str, error: rust_decimal::Error) -> Error {
    let whole = plain.split('.').next().unwrap_or_default();
    let (code, reason) = match Decimal::from_str_exact(whole) {
        Ok(_) => (Code::NumberTooPrecise, "has more decimals than are supported"),
        Err(_) => (Code::NumberOutOfRange, "is outside the supported range"),
    };
    Error::new(code, format!("`{text}` {reason}")).with("value", text).caused_by(error)
}

/// A figure as people write it, without what surrounds its digits.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct Figure {
    /// Digits with their marks.
    body: String,
    is_negative: bool,
    /// Whether it has a percent sign.
    pub(crate) is_percent: bool,
    /// The currency next to it.
    pub(crate) currency: Option<CurrencyMark>,
}

/// What the text of a figure says about the notation of its sheet.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Evidence {
    /// Both notations read it the same way.
    Neither,
    /// Only a decimal point makes sense.
    Point,
    /// Only a decimal comma makes sense.
    Comma,
    /// It is one figure with a decimal point and another with a decimal comma: `1.234`.
    Either,
}

/// Why a text is not a figure.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) enum NoFigure {
    /// It is not a number, or not in the notation.
    Unreadable,
    /// It can be read in two ways.
    Ambiguous,
    /// It is beyond the range of a decimal.
    Beyond(Code),
}

/// Currency symbols and codes that are stripped from figures, longer ones before those that they contain.
const CURRENCIES: &[&str] = &[
    "us$", "u$s", "r$", "s/", "€", "$", "£", "¥", "￥", "元", "₽", "₹", "euros", "euro", "eur", "usd", "gbp", "cny", "rmb", "jpy", "chf", "mxn",
    "ars", "cop", "clp", "pen", "cad", "aud", "hkd", "twd", "sek", "nok", "dkk", "pln", "brl", "inr",
];

/// The currency that a heading or a number format names: a symbol or a code that is a separate word.
pub(crate) fn currency_in(text: &str) -> Option<CurrencyMark> {
    let is_letter = |c: char| c.is_alphanumeric() || matches!(c, '$' | '/');
    let words = text.split(|c: char| !is_letter(c)).filter(|word| !word.is_empty());
    let signs =
        text.char_indices().filter(|(_, c)| !c.is_alphanumeric() && *c != '/').filter_map(|(at, c)| text.get(at..at.saturating_add(c.len_utf8())));
    let known = |word: &str| CURRENCIES.contains(&word.to_lowercase().as_str());
    words.chain(signs).filter(|word| known(word)).find_map(|word| word.parse().ok())
}

impl Figure {
    /// Strips what people write around figures: leading or trailing signs, brackets, currencies, percent signs.
    pub(crate) fn of(text: &str) -> Option<Self> {
        // The full-width forms of digits and marks are at a fixed distance from the usual ones.
        let usual = |c: char| match c {
            '\u{ff01}'..='\u{ff5e}' => char::from_u32(u32::from(c).wrapping_sub(0xfee0)).unwrap_or(c),
            '\u{2212}' => '-',
            other => other,
        };
        let text: String = text.trim().chars().map(usual).collect();
        let mut figure = Self { body: String::new(), is_negative: false, is_percent: false, currency: None };
        let mut rest = text.trim();
        let mut signs = 0_u32;
        loop {
            let before = rest;
            if let Some(inner) = rest.strip_prefix('(').and_then(|rest| rest.strip_suffix(')')) {
                (rest, signs, figure.is_negative) = (inner.trim(), signs.saturating_add(1), true);
            } else if let Some(inner) = rest.strip_prefix('-').or_else(|| rest.strip_suffix('-')) {
                (rest, signs, figure.is_negative) = (inner.trim(), signs.saturating_add(1), true);
            } else if let Some(inner) = rest.strip_prefix('+') {
                (rest, signs) = (inner.trim(), signs.saturating_add(1));
            } else if let Some(inner) = rest.strip_prefix('%').or_else(|| rest.strip_suffix('%')).filter(|_| !figure.is_percent) {
                (rest, figure.is_percent) = (inner.trim(), true);
            } else if figure.currency.is_none() {
                let lower = rest.to_lowercase();
                // Lower case keeps the length of everything that surrounds figures; from other text nothing is stripped.
                let found = CURRENCIES.iter().filter(|_| lower.len() == rest.len()).find_map(|currency| {
                    let front = lower.strip_prefix(currency).map(|tail| (rest.len().saturating_sub(tail.len()), false));
                    front.or_else(|| lower.strip_suffix(currency).map(|head| (head.len(), true)))
                });
                if let Some((at, is_behind)) = found {
                    let (front, back) = rest.split_at_checked(at)?;
                    let (currency, inner) = if is_behind { (back, front) } else { (front, back) };
                    figure.currency = currency.parse().ok();
                    rest = inner.trim();
                }
            }
            if rest == before {
                break;
            }
        }
        figure.body = rest.to_owned();
        (signs <= 1 && figure.body.starts_with(|c: char| c.is_ascii_digit() || matches!(c, '.' | ','))).then_some(figure)
    }

    /// What it says about the notation of its sheet.
    pub(crate) fn evidence(&self) -> Evidence {
        let reads = |notation| decimal_mark(&self.body, notation).and_then(|mark| plain_form(&self.body, mark)).ok();
        match (reads(Notation::Point), reads(Notation::Comma)) {
            (Some(point), Some(comma)) if point == comma => Evidence::Neither,
            (Some(_), Some(_)) => Evidence::Either,
            (Some(_), None) => Evidence::Point,
            (None, Some(_)) => Evidence::Comma,
            (None, None) => Evidence::Neither,
        }
    }

    /// The number: in a notation, or by itself if there is none.
    pub(crate) fn decimal(&self, notation: Option<Notation>) -> Result<Decimal, NoFigure> {
        let notation = match (notation, self.evidence()) {
            (Some(notation @ (Notation::Point | Notation::Comma)), _) => notation,
            (_, Evidence::Either) => return Err(NoFigure::Ambiguous),
            (_, Evidence::Comma) => Notation::Comma,
            (_, Evidence::Point | Evidence::Neither) => Notation::Point,
        };
        let mark = decimal_mark(&self.body, notation).map_err(|_| NoFigure::Ambiguous)?;
        let plain = plain_form(&self.body, mark).map_err(|_| NoFigure::Unreadable)?;
        let sign = if self.is_negative { "-" } else { "" };
        let read = Decimal::from_str_exact(&format!("{sign}{plain}"));
        read.map_err(|error| NoFigure::Beyond(beyond(&self.body, &plain, error).code()))
    }
}

const NO_NUMBER: &str = "is not a number";
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

/// Whether a number's single comma could be a thousands separator.
fn could_group(body: &str) -> bool {
    let (before, after) = body.split_once(',').unwrap_or((body, ""));
    after.len() == 3 && (1..=3).contains(&before.len()) && !before.starts_with('0')
}

/// Digits with at most one `.`, or why that is not possible.
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

/// The whole part without its separators, which must all be the same and precede every three digits.
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
    // No group begins with a zero: `0.333` is a third, and `0.123.456` is nothing.
    let first = groups.next().filter(|group| is_digits(group) && group.len() <= 3 && !group.starts_with('0'))?;
    groups.try_fold(first.to_owned(), |plain, group| (is_digits(group) && group.len() == 3).then(|| plain + group))
}

pub(crate) fn is_digits(text: &str) -> bool {
    !text.is_empty() && text.bytes().all(|b| b.is_ascii_digit())
}
