//! Text in one form: composed where it is kept and compared, and as a key that it is searched and sorted by. The same on every engine, because the core
//! makes it.
//!
//! Invariant: what is stored is composed (NFC), and so is what it is compared with. `é` can be written as one character or as two, and some systems
//! write one, some the other; nobody sees a difference, and codes, names and keys must not have one.

use serde_json::Value as Json;
use std::borrow::Cow;
use unicode_normalization::{UnicodeNormalization, char::is_combining_mark, is_nfc};

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

/// A JSON value with every text in it composed, names of members among them.
pub(crate) fn composed_json(json: Json) -> Json {
    match json {
        Json::String(text) => Json::String(composed(&text).into_owned()),
        Json::Array(items) => items.into_iter().map(composed_json).collect(),
        Json::Object(members) => members.into_iter().map(|(name, value)| (composed(&name).into_owned(), composed_json(value))).collect(),
        json => json,
    }
}

/// What carries texts into the books: a command, a line of it, a row of a sheet.
pub(crate) trait Texts {
    /// Whether all of them are composed.
    fn is_composed(&self) -> bool;
    /// Composes them.
    fn compose(&mut self);
}

/// The same with its texts composed, if they are not.
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

/// A text and what it is.
impl<K> Texts for (K, String) {
    fn is_composed(&self) -> bool {
        self.1.is_composed()
    }
    fn compose(&mut self) {
        self.1.compose();
    }
}

/// Says which fields of a type carry texts.
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

/// The search key of a text: compatibility forms folded, accents dropped, lower case, white space collapsed.
///
/// ```
/// use crm_core::text::search_key;
/// assert_eq!(search_key("  Peña   & CÍA "), "pena & cia");
/// assert_eq!(search_key("ＡＢＣ 北京"), "abc 北京");
/// ```
pub fn search_key(text: &str) -> String {
    if text.is_ascii() {
        return collapse(text.chars().map(|c| c.to_ascii_lowercase()));
    }
    let folded = text.nfkd().filter(|c| !is_combining_mark(*c)).flat_map(char::to_lowercase);
    collapse(folded.nfc())
}

fn collapse(chars: impl Iterator<Item = char>) -> String {
    let mut key = String::new();
    for c in chars {
        if !c.is_whitespace() {
            key.push(c);
        } else if !key.is_empty() && !key.ends_with(' ') {
            key.push(' ');
        }
    }
    key.truncate(key.trim_end().len());
    key
}
