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
