//! The key by which a text is found and sorted.
//!
//! The reference is what Unicode calls equal in searching: the primary level of the Unicode Collation Algorithm (UTS #10), with the search tailoring of
//! CLDR's root locale for Arabic. Where languages differ, the key takes the wider sense, because a search that finds one name too many costs a glance,
//! and one that misses the name costs a duplicate.

use unicode_normalization::{
    UnicodeNormalization,
    char::{decompose_canonical, is_combining_mark},
};

/// The number of the algorithm of [`search_key`]: any change of a key that it gives to some text is a new number.
///
/// The number that a company's stored keys were made by is in [`Company`](crate::company::Company); keys of another number are made anew by
/// `session.company().rebuild_search_keys()`.
pub const SEARCH_KEY_VERSION: i64 = 2;

/// The search key of a text. Texts that people take for the same have the same key.
///
/// - Compatibility forms are folded (NFKC): full and half width, ligatures, `№`, superscripts.
/// - Letter case is folded, so that `Straße`, `STRASSE` and `STRAẞE` are one, `ς` is `σ`, and the Turkish `İ` and `ı` are `i`.
/// - Marks behind a Latin, Greek, Cyrillic, Hebrew or Arabic letter are dropped: accents, the Greek tonos, Hebrew points, Arabic vowel signs and hamza are
///   often left out. In every other script a mark is a part of the word and stays: `ガス` (gas) is not `カス` (dregs), and no vowel of Hindi or Thai goes.
/// - The Cyrillic letters `й`, `ї`, `ў`, `ѓ` and `ќ` stay: they have keys of their own on the keyboards of those who write them, and nobody
///   leaves their mark out. `ё` is `е`, as Russian mostly writes it.
/// - Latin letters that Unicode does not decompose become their basic letters: `ł` `l`, `ø` `o`, `æ` `ae`. German `ü` is `u`; it is not `ue`.
/// - Variants of one Arabic letter (`ى` and `ی` for `ي`, `ة` for `ه`) and final forms of Hebrew letters are one; tatweel is dropped.
/// - Digits of all scripts are `0` to `9`. Typographic apostrophes, quotation marks and hyphens are those of a keyboard.
/// - Characters that are not seen, such as a soft hyphen, a zero-width space or joiner, or a mark of direction, are dropped.
/// - White space is collapsed.
///
/// The key of a key is itself.
///
/// ```
/// use crm_core::text::search_key;
/// assert_eq!(search_key("  Peña   & CÍA "), "pena & cia");
/// assert_eq!(search_key("ＡＢＣ 北京"), "abc 北京");
/// assert_eq!(search_key("Łódź"), "lodz");
/// assert_eq!(search_key("Straße"), search_key("STRASSE"));
/// assert_ne!(search_key("ガス"), search_key("カス"));
/// ```
pub fn search_key(text: &str) -> String {
    if text.is_ascii() {
        return collapse(text.chars().map(|c| c.to_ascii_lowercase()));
    }
    let mut folding = Folding { key: String::with_capacity(text.len()), drops_marks: false };
    for c in text.chars().filter(|c| !is_ignorable(*c)).map(typed_sign).nfkc() {
        folding.push(c);
    }
    collapse(folding.key.nfc())
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

/// The key as far as it is made.
struct Folding {
    key: String,
    /// Whether marks that come next are dropped.
    drops_marks: bool,
}

impl Folding {
    /// Takes the next composed character.
    fn push(&mut self, c: char) {
        if let Some(letter) = own_letter(c) {
            self.key.push(letter);
            self.drops_marks = true;
        } else {
            decompose_canonical(c, |part| self.push_part(part));
        }
    }

    fn push_part(&mut self, part: char) {
        if is_combining_mark(part) {
            if !self.drops_marks {
                self.key.push(part);
            }
            return;
        }
        // The lower case of the upper case, since some letters have only one of them: `ß` is `SS`, `ς` is `Σ`.
        for c in part.to_lowercase().flat_map(char::to_uppercase).flat_map(char::to_lowercase) {
            let before = self.key.len();
            match basic(c) {
                Some(letters) => self.key.push_str(letters),
                None => self.key.push(digit(c).unwrap_or(c)),
            }
            let last = self.key.get(before..).and_then(|new| new.chars().next_back());
            self.drops_marks = last.is_none_or(|last| last.is_whitespace() || has_optional_marks(last));
        }
    }
}

/// The small letter, for Cyrillic letters whose mark makes another letter of the alphabet. UTS #10 sets only `й` apart in its default order; `ї`,
/// `ў`, `ѓ` and `ќ` are letters of the Ukrainian, Belarusian and Macedonian alphabets.
fn own_letter(c: char) -> Option<char> {
    match c {
        'Й' | 'й' => Some('й'),
        'Ї' | 'ї' => Some('ї'),
        'Ў' | 'ў' => Some('ў'),
        'Ѓ' | 'ѓ' => Some('ѓ'),
        'Ќ' | 'ќ' => Some('ќ'),
        _ => None,
    }
}

/// Whether marks behind it are often left out: Latin, Greek, Cyrillic, Hebrew and Arabic letters, by block.
fn has_optional_marks(letter: char) -> bool {
    matches!(letter,
        'A'..='Z' | 'a'..='z' | '\u{c0}'..='\u{2af}' | '\u{1d00}'..='\u{1dbf}' | '\u{1e00}'..='\u{1eff}' | '\u{2c60}'..='\u{2c7f}'
        | '\u{a722}'..='\u{a7ff}' | '\u{ab30}'..='\u{ab6f}'
        | '\u{370}'..='\u{3ff}' | '\u{1f00}'..='\u{1fff}'
        | '\u{400}'..='\u{52f}' | '\u{1c80}'..='\u{1c8f}' | '\u{a640}'..='\u{a69f}'
        | '\u{5d0}'..='\u{5f2}'
        | '\u{620}'..='\u{64a}' | '\u{66e}'..='\u{6d5}' | '\u{6ee}'..='\u{6ef}' | '\u{6fa}'..='\u{6ff}' | '\u{750}'..='\u{77f}'
        | '\u{870}'..='\u{88e}' | '\u{8a0}'..='\u{8c9}')
}

/// What stands for a small letter or a sign; nothing for what is dropped. None if it stands for itself.
///
/// Latin letters: CLDR's transform `Latin-ASCII`, and for those that it lacks the European ordering rules (EN 13710), as far as present-day
/// orthographies use them. Signs: the same transform. Arabic: the search tailoring of CLDR's root locale, and the tailoring for Persian. Hebrew: UTS #10,
/// where final forms differ from the letters as case does.
fn basic(c: char) -> Option<&'static str> {
    Some(match c {
        'æ' => "ae",
        'œ' => "oe",
        'þ' => "th",
        'ⱥ' => "a",
        'ɓ' | 'ƀ' => "b",
        'ƈ' | 'ȼ' => "c",
        'đ' | 'ð' | 'ɖ' | 'ɗ' => "d",
        'ə' | 'ǝ' | 'ɛ' => "e",
        'ƒ' => "f",
        'ǥ' | 'ɠ' | 'ɣ' => "g",
        'ħ' => "h",
        'ɨ' => "i",
        'ɉ' => "j",
        'ƙ' => "k",
        'ł' | 'ƚ' => "l",
        'ŋ' | 'ɲ' => "n",
        'ø' | 'ɔ' | 'ɵ' => "o",
        'ƥ' => "p",
        'ĸ' => "q",
        'ɍ' => "r",
        'ŧ' | 'ƭ' | 'ⱦ' => "t",
        'ʉ' => "u",
        'ʋ' => "v",
        'ƴ' => "y",
        'ƶ' => "z",
        'ך' => "כ",
        'ם' => "מ",
        'ן' => "נ",
        'ף' => "פ",
        'ץ' => "צ",
        'ٱ' => "ا",
        'ى' | 'ی' => "ي",
        'ک' => "ك",
        'ة' => "ه",
        '\u{640}' => "",
        '\u{2018}' | '\u{2019}' | '\u{201b}' | '\u{2bb}'..='\u{2bd}' | '\u{2032}' | '\u{5f3}' => "'",
        '\u{201c}'..='\u{201f}' | '\u{5f4}' => "\"",
        '\u{2010}'..='\u{2015}' | '\u{2212}' | '\u{5be}' => "-",
        '\u{2044}' => "/",
        _ => return None,
    })
}

/// A sign that is a sign of the keyboard, and that compatibility folding would take apart: an acute that stands for an apostrophe, a double prime that
/// stands for inches.
fn typed_sign(c: char) -> char {
    match c {
        '\u{b4}' | '\u{1ffd}' => '\'',
        '\u{2033}' => '"',
        c => c,
    }
}

/// The digit from `0` to `9` that a decimal digit of a present-day script is.
fn digit(c: char) -> Option<char> {
    const ZEROS: [char; 20] = [
        '\u{660}', '\u{6f0}', '\u{7c0}', '\u{966}', '\u{9e6}', '\u{a66}', '\u{ae6}', '\u{b66}', '\u{be6}', '\u{c66}', '\u{ce6}', '\u{d66}',
        '\u{de6}', '\u{e50}', '\u{ed0}', '\u{f20}', '\u{1040}', '\u{1090}', '\u{17e0}', '\u{1810}',
    ];
    ZEROS.iter().find_map(|zero| char::from_digit(u32::from(c).checked_sub(u32::from(*zero))?, 10))
}

/// Whether a character is not seen: Unicode's property `Default_Ignorable_Code_Point`.
fn is_ignorable(c: char) -> bool {
    matches!(c,
        '\u{ad}' | '\u{34f}' | '\u{61c}' | '\u{115f}'..='\u{1160}' | '\u{17b4}'..='\u{17b5}' | '\u{180b}'..='\u{180f}' | '\u{200b}'..='\u{200f}'
        | '\u{202a}'..='\u{202e}' | '\u{2060}'..='\u{206f}' | '\u{3164}' | '\u{fe00}'..='\u{fe0f}' | '\u{feff}' | '\u{ffa0}'
        | '\u{fff0}'..='\u{fff8}' | '\u{1bca0}'..='\u{1bca3}' | '\u{1d173}'..='\u{1d17a}' | '\u{e0000}'..='\u{e0fff}')
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::text::composed;
    use proptest::prelude::*;

    fn assert_same(texts: &[&str]) {
        let keys: Vec<_> = texts.iter().map(|text| search_key(text)).collect();
        assert!(keys.windows(2).all(|pair| pair[0] == pair[1]), "{texts:?} have the keys {keys:?}");
    }

    fn assert_distinct(texts: &[&str]) {
        let keys: std::collections::BTreeSet<_> = texts.iter().map(|text| search_key(text)).collect();
        assert_eq!(keys.len(), texts.len(), "{texts:?} have the keys {keys:?}");
    }

    #[test]
    fn latin_is_found_without_marks_and_in_any_case() {
        for (text, key) in [
            ("Łódź", "lodz"),
            ("Øresund", "oresund"),
            ("Đặng Đình Đức", "dang dinh duc"),
            ("Æther Œuvre Ǽ", "aether oeuvre ae"),
            ("Þór Guðrún", "thor gudrun"),
            ("Ħal Għargħur", "hal gharghur"),
            ("Ŋaŋ", "nan"),
            ("Əliyev", "eliyev"),
            ("ĲSSEL ﬁn ſ", "ijssel fin s"),
            ("№ 5 ½", "no 5 1/2"),
        ] {
            assert_eq!(search_key(text), key, "{text}");
        }
        assert_same(&["Straße", "STRASSE", "STRAẞE", "strasse"]);
        assert_same(&["İstanbul", "ISTANBUL", "istanbul", "ıstanbul"]);
        assert_same(&["O’Brien", "O'Brien", "O´Brien", "O\u{2bc}Brien"]);
        assert_same(&["Rhône–Alpes", "Rhone-Alpes", "RHO\u{302}NE\u{2011}ALPES"]);
        assert_same(&["3″ pipe", "3\" pipe"]);
    }

    #[test]
    fn greek_and_cyrillic_are_found_without_marks_that_people_leave_out() {
        assert_same(&["Οδυσσεύς", "ΟΔΥΣΣΕΥΣ", "οδυσσευσ", "Ὀδυσσεύς"]);
        assert_same(&["Королёв", "КОРОЛЕВ", "Королев"]);
        assert_same(&["за\u{301}мок", "замок"]);
        assert_same(&["Й", "и\u{306}", "й\u{301}"]);
        assert_distinct(&["мой", "мои"]);
        assert_distinct(&["Київ", "Киів"]);
        assert_distinct(&["ў", "у"]);
        assert_same(&["М’ясо", "М'ясо", "м\u{2bc}ясо"]);
    }

    #[test]
    fn hebrew_and_arabic_are_found_with_and_without_points() {
        assert_same(&["שָׁלוֹם", "שלום"]);
        assert_same(&["בע״מ", "בע\"מ"]);
        assert_same(&["مُحَمَّد", "محمد", "محـــمد"]);
        assert_same(&["أحمد", "احمد", "اَحْمد"]);
        assert_same(&["ليلى", "ليلي", "لیلی"]);
        assert_same(&["شركة", "شركه", "شرکة"]);
        assert_same(&["٢٠٢٦", "۲۰۲۶", "२०२६", "2026"]);
        assert_same(&["می\u{200c}خواهم", "میخواهم"]);
        assert_distinct(&["سلام", "سلم"]);
    }

    #[test]
    fn marks_of_other_scripts_are_a_part_of_the_word() {
        assert_distinct(&["ガス", "カス"]);
        assert_same(&["ガス", "ｶﾞｽ", "カ\u{3099}ス"]);
        assert_distinct(&["パン", "バン", "ハン"]);
        assert_distinct(&["कि", "की", "के", "क"]);
        assert_eq!(search_key("हिन्दी"), "हिन्दी");
        assert_distinct(&["ไม่", "ไม้", "ไม"]);
        assert_eq!(search_key("น้ำ"), "น้\u{e4d}า");
        assert_eq!(search_key("ភាសាខ្មែរ"), "ភាសាខ្មែរ");
        assert_eq!(search_key("தமிழ்"), "தமிழ்");
        assert_same(&["한국", "한국"]);
        assert_eq!(search_key("한국"), "한국");
    }

    #[test]
    fn what_is_not_seen_prevents_no_finding() {
        assert_same(&["Acme", "\u{feff}Ac\u{ad}me\u{200b}", "\u{202a}Acme\u{202c}", "Ac\u{200d}me\u{fe0f}"]);
        assert_eq!(search_key("\u{200b}\u{200e}"), "");
        assert_eq!(search_key("a\u{a0}\u{2003}\u{301}b"), "a b");
    }

    #[test]
    fn a_key_is_its_own_key_for_every_character() {
        for c in '\0'..=char::MAX {
            for text in [String::from(c), format!("a{c}"), format!("क{c}\u{301}"), format!("{c}\u{301}\u{306}x"), format!(" {c}")] {
                let key = search_key(&text);
                assert_eq!(search_key(&key), key, "{text:?}");
                assert_eq!(search_key(&composed(&text)), key, "{text:?}");
            }
        }
    }

    #[test]
    fn ascii_takes_the_same_way_as_the_rest() {
        for c in '\0'..='\x7f' {
            let text = format!("x{c}X");
            assert_eq!(search_key(&format!("{text}北")), format!("{}北", search_key(&text)), "{c:?}");
        }
    }

    /// Letters, marks, invisible characters and white space of many scripts, more of them than chance would give.
    fn texts() -> impl Strategy<Value = String> {
        let mixed = proptest::char::ranges(
            [
                ' '..='~',
                '\u{a0}'..='\u{17f}',
                '\u{300}'..='\u{36f}',
                '\u{370}'..='\u{480}',
                '\u{591}'..='\u{6ff}',
                '\u{900}'..='\u{97f}',
                '\u{e00}'..='\u{e7f}',
                '\u{1100}'..='\u{11ff}',
                '\u{1e00}'..='\u{206f}',
                '\u{3040}'..='\u{30ff}',
                '\u{ac00}'..='\u{ac40}',
                '\u{fb00}'..='\u{ffef}',
            ]
            .to_vec()
            .into(),
        );
        let of = |c: BoxedStrategy<char>| proptest::collection::vec(c, 0..12).prop_map(|chars| chars.into_iter().collect());
        prop_oneof![of(mixed.boxed()), of(any::<char>().boxed())]
    }

    proptest! {
        #![proptest_config(ProptestConfig::with_cases(20_000))]

        #[test]
        fn a_key_is_its_own_key(text in texts()) {
            let key = search_key(&text);
            prop_assert_eq!(search_key(&key), key.clone());
            prop_assert_eq!(search_key(&composed(&text)), key.clone());
            prop_assert!(matches!(composed(&key), std::borrow::Cow::Borrowed(_)));
        }

        /// What is typed of a text is found in it, if the text is cut between words.
        #[test]
        fn words_of_a_text_are_found_in_it(before in texts(), word in texts(), after in texts()) {
            let key = search_key(&format!("{before} {word} {after}"));
            let (word, before) = (search_key(&format!(" {word} ")), search_key(&format!("{before} ")));
            prop_assert!(key.contains(&word), "{key:?} has no {word:?}");
            prop_assert!(key.starts_with(&before), "{key:?} begins not with {before:?}");
        }
    }
}
