//! Text normalisation: composed form for storage and comparison, and a key for searching and sorting. It is the same on every engine, because the
//! core computes it. Also limits how much of a text an error quotes.
//!
//! Invariant: stored text is composed (NFC), and so is what it is compared with. `é` can be written as one character or as two, and systems differ;
//! the two look the same, so codes, names and keys must not differ by it.

mod key;

pub use key::{SEARCH_KEY_VERSION, search_key};

use crate::{
    error::{Code, Error, Result},
    limits::{MAX_CODE, MAX_QUOTED},
};
use serde_json::Value as Json;
use std::{
    borrow::Cow,
    fmt::{self, Write},
};
use unicode_normalization::{UnicodeNormalization, is_nfc};

/// A text in its composed form (NFC).
///
/// ```
/// use crm_core::text::composed;
/// assert_eq!(composed("Cafe\u{301}"), "Caf\u{e9}");
/// ```
pub fn composed(text: &str) -> Cow<'_, str> {
    if text.is_ascii() || is_nfc(text) { Cow::Borrowed(text) } else { Cow::Owned(text.nfc().collect()) }
}

/// Whether every text in a JSON value is composed.
pub(crate) fn is_composed(json: &Json) -> bool {
    match json {
        Json::String(text) => matches!(composed(text), Cow::Borrowed(_)),
        Json::Array(items) => items.iter().all(is_composed),
        Json::Object(members) => members.iter().all(|(name, value)| matches!(composed(name), Cow::Borrowed(_)) && is_composed(value)),
        Json::Null | Json::Bool(_) | Json::Number(_) => true,
    }
}

/// A JSON value with every text in it composed, member names included.
pub(crate) fn composed_json(json: Json) -> Json {
    match json {
        Json::String(text) => Json::String(composed(&text).into_owned()),
        Json::Array(items) => items.into_iter().map(composed_json).collect(),
        Json::Object(members) => members.into_iter().map(|(name, value)| (composed(&name).into_owned(), composed_json(value))).collect(),
        json => json,
    }
}

/// What carries texts into the books: a command, a command's line, a row of a sheet.
pub(crate) trait Texts {
    /// Whether all its texts are composed.
    fn is_composed(&self) -> bool;
    /// Composes its texts.
    fn compose(&mut self);
}

/// A copy with its texts composed, if they are not.
pub(crate) fn composed_of<T: Texts + Clone>(whole: &T) -> Option<T> {
    if whole.is_composed() {
        return None;
    }
    let mut composed = whole.clone();
    composed.compose();
    Some(composed)
}

impl Texts for String {
    fn is_composed(&self) -> bool {
        matches!(composed(self), Cow::Borrowed(_))
    }
    fn compose(&mut self) {
        if let Cow::Owned(composed) = composed(self) {
            *self = composed;
        }
    }
}

impl<T: Texts> Texts for Option<T> {
    fn is_composed(&self) -> bool {
        self.as_ref().is_none_or(Texts::is_composed)
    }
    fn compose(&mut self) {
        if let Some(text) = self {
            text.compose();
        }
    }
}

impl<T: Texts> Texts for Vec<T> {
    fn is_composed(&self) -> bool {
        self.iter().all(Texts::is_composed)
    }
    fn compose(&mut self) {
        self.iter_mut().for_each(Texts::compose);
    }
}

impl<T: Texts> Texts for Box<T> {
    fn is_composed(&self) -> bool {
        self.as_ref().is_composed()
    }
    fn compose(&mut self) {
        self.as_mut().compose();
    }
}

/// A text with its kind.
impl<K> Texts for (K, String) {
    fn is_composed(&self) -> bool {
        self.1.is_composed()
    }
    fn compose(&mut self) {
        self.1.compose();
    }
}

/// Lists the text fields of a type.
macro_rules! texts {
    ($($of:path: $($field:ident)+;)+) => {$(
        impl $crate::text::Texts for $of {
            fn is_composed(&self) -> bool {
                $($crate::text::Texts::is_composed(&self.$field))&&+
            }
            fn compose(&mut self) {
                $($crate::text::Texts::compose(&mut self.$field);)+
            }
        }
    )+};
}
pub(crate) use texts;

/// A value quoted for an error message: in backticks, cut to [`MAX_QUOTED`] characters. Characters that would change how the rest of a line displays,
/// such as a line break or U+202E, are escaped.
///
/// ```
/// use crm_core::text::quoted;
/// assert_eq!(quoted("EURO"), "`EURO`");
/// assert_eq!(quoted("a\u{202e}b\n"), "`a\\u{202e}b\\u{a}`");
/// assert_eq!(quoted("9".repeat(1_000_000)).chars().count(), 503);
/// ```
pub fn quoted(value: impl fmt::Display) -> String {
    let mut head = Head { text: "`".to_owned(), room: MAX_QUOTED };
    // Formatting stops when there is no more room, however long the value is.
    let is_whole = write!(head, "{value}").is_ok();
    head.text.push_str(if is_whole { "`" } else { "…`" });
    head.text
}

/// The beginning of a value; writing stops when the room is used up.
struct Head {
    text: String,
    room: usize,
}

impl Write for Head {
    fn write_str(&mut self, text: &str) -> fmt::Result {
        for c in text.chars() {
            self.room = self.room.checked_sub(1).ok_or(fmt::Error)?;
            if is_misleading(c) {
                self.text.extend(c.escape_unicode());
            } else {
                self.text.push(c);
            }
        }
        Ok(())
    }
}

/// Whether a character changes how its neighbours are displayed: control characters and bidirectional marks.
fn is_misleading(c: char) -> bool {
    c.is_control() || matches!(c, '\u{202a}'..='\u{202e}' | '\u{2066}'..='\u{2069}')
}

/// A text of at most a number of characters: a longer one is reduced to its beginning and end.
///
/// ```
/// use crm_core::text::shortened;
/// assert_eq!(shortened("whole", 5), "whole");
/// assert_eq!(shortened("far too long", 8), "far t…ng");
/// ```
pub fn shortened(text: &str, limit: usize) -> Cow<'_, str> {
    if text.len() <= limit || text.chars().nth(limit).is_none() {
        return text.into();
    }
    let kept = limit.saturating_sub(1);
    let ending = kept / 3;
    let mut short: String = text.chars().take(kept.saturating_sub(ending)).collect();
    short.push('…');
    let begins = text.char_indices().rev().take(ending).last().map_or(text.len(), |(at, _)| at);
    short.push_str(text.get(begins..).unwrap_or_default());
    short.into()
}

/// Checks that a text does not exceed a limit and contains no character that storage engines reject.
///
/// # Errors
/// `field.too_long`; `field.invalid` for a character that storage engines reject.
pub(crate) fn check_length(field: &'static str, text: &str, limit: usize) -> Result<()> {
    if text.contains('\0') {
        return Err(Error::field(field, "contains a NUL character, which cannot be stored"));
    }
    if text.chars().count() <= limit {
        return Ok(());
    }
    Err(Error::new(Code::FieldTooLong, format!("`{field}` is longer than {limit} characters")).with("field", field).with("limit", limit))
}

/// Derives mnemonics from names. A host with readings for its language, such as pinyin, provides its own.
pub trait Transliterator: Send + Sync {
    /// The mnemonic of a name; none if there is none.
    fn mnemonic(&self, name: &str) -> Option<String>;
}

/// The initials of a name's words; numbers stay whole, and characters without case stay as they are.
///
/// ```
/// use crm_core::text::{Initials, Transliterator};
/// assert_eq!(Initials.mnemonic("Hex bolt M8 x 20").as_deref(), Some("hbm8x20"));
/// assert_eq!(Initials.mnemonic("螺栓 M8").as_deref(), Some("螺栓m8"));
/// assert_eq!(Initials.mnemonic("Lantern"), None);
/// ```
#[derive(Debug, Clone, Copy, Default)]
pub struct Initials;

impl Transliterator for Initials {
    fn mnemonic(&self, name: &str) -> Option<String> {
        let name: String = name.nfkc().flat_map(char::to_lowercase).collect();
        let words: Vec<&str> = name.split(|c: char| !c.is_alphanumeric()).filter(|w| !w.is_empty()).collect();
        let mnemonic: String = words.iter().flat_map(|word| initials(word)).collect();
        let is_short = mnemonic.chars().count() < 2;
        (!is_short && mnemonic.chars().count() <= MAX_CODE).then_some(mnemonic)
    }
}

/// For a word with case, its first letter and its digits; for others, all of it.
fn initials(word: &str) -> Vec<char> {
    let has_case = |c: char| c.is_lowercase() || c.is_uppercase();
    word.chars().enumerate().filter(|(i, c)| *i == 0 || !has_case(*c)).map(|(_, c)| c).collect()
}
