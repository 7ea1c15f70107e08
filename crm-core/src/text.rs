//! The normalised key that text is searched and sorted by: the same on every engine, because the core makes it.

use unicode_normalization::{UnicodeNormalization, char::is_combining_mark};

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
