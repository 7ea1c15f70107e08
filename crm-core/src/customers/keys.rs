//! Keys by which a telephone number, address or tax number is found however it is written. The original text is stored alongside.
//!
//! Invariant: spellings of the same number have the same key, and different numbers have different keys. What is ambiguous stays as written, and
//! nothing is ever rejected here: a key is for lookup, not validation.

use super::ContactPointKind;

/// Each country's calling code and its trunk prefix: ITU-T E.164 and the national numbering plans.
const CALLING: &[(&str, &str, &str)] = &[
    ("AD", "376", ""),
    ("AE", "971", "0"),
    ("AR", "54", "0"),
    ("AT", "43", "0"),
    ("AU", "61", "0"),
    ("BE", "32", "0"),
    ("BG", "359", "0"),
    ("BR", "55", "0"),
    ("CA", "1", "1"),
    ("CH", "41", "0"),
    ("CL", "56", ""),
    ("CN", "86", "0"),
    ("CO", "57", ""),
    ("CZ", "420", ""),
    ("DE", "49", "0"),
    ("DK", "45", ""),
    ("EC", "593", "0"),
    ("EE", "372", ""),
    ("ES", "34", ""),
    ("FI", "358", "0"),
    ("FR", "33", "0"),
    ("GB", "44", "0"),
    ("GR", "30", ""),
    ("HK", "852", ""),
    ("HR", "385", "0"),
    ("HU", "36", "06"),
    ("ID", "62", "0"),
    ("IE", "353", "0"),
    ("IL", "972", "0"),
    ("IN", "91", "0"),
    ("IT", "39", ""),
    ("JP", "81", "0"),
    ("KR", "82", "0"),
    ("LT", "370", "0"),
    ("LU", "352", ""),
    ("LV", "371", ""),
    ("MA", "212", "0"),
    ("MO", "853", ""),
    ("MX", "52", ""),
    ("MY", "60", "0"),
    ("NL", "31", "0"),
    ("NO", "47", ""),
    ("NZ", "64", "0"),
    ("PE", "51", "0"),
    ("PH", "63", "0"),
    ("PL", "48", ""),
    ("PT", "351", ""),
    ("RO", "40", "0"),
    ("RU", "7", "8"),
    ("SA", "966", "0"),
    ("SE", "46", "0"),
    ("SG", "65", ""),
    ("SI", "386", "0"),
    ("SK", "421", "0"),
    ("TH", "66", "0"),
    ("TR", "90", "0"),
    ("TW", "886", "0"),
    ("UA", "380", "0"),
    ("US", "1", "1"),
    ("VE", "58", "0"),
    ("VN", "84", "0"),
    ("ZA", "27", "0"),
];

/// Markers of an extension.
const EXTENSIONS: &[&str] = &["ext", "ext.", "extension", "extn", "x", "#", "anexo", "int.", "分机", "转", "轉"];

/// A parsed telephone number.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Phone {
    /// The digits of the number, with the country calling code if known.
    pub number: String,
    /// The extension.
    pub extension: Option<String>,
}

/// Parses a telephone number. `country` applies if the number has no country code: ISO 3166 alpha-2.
///
/// ```
/// use crm_core::customers::phone;
/// for written in ["0086-755-8888 9999", "+86 755 88889999", "(0755) 8888-9999", "+86 (0)755 8888 9999"] {
///     assert_eq!(phone(written, Some("CN")).number, "8675588889999");
/// }
/// assert_eq!(phone("+34 91 123 45 67 ext. 12", None).extension.as_deref(), Some("12"));
/// ```
pub fn phone(raw: &str, country: Option<&str>) -> Phone {
    let folded = crate::text::search_key(raw);
    let (number, extension) = split_extension(&folded);
    let extension = Some(digits(extension)).filter(|e| !e.is_empty());
    let is_international = number.trim_start().starts_with('+') || number.trim_start().starts_with("(+");
    // The zero of `+44 (0)20` is only dialled within the country.
    let number = if is_international || number.starts_with("00") { number.replace("(0)", "") } else { number.to_owned() };
    let all = digits(&number);
    let number = match (is_international, all.strip_prefix("00"), calling(country)) {
        (true, ..) => all,
        (false, Some(rest), _) => rest.to_owned(),
        (false, None, Some((code, trunk))) => {
            let national = if trunk.is_empty() { all.as_str() } else { all.strip_prefix(trunk).unwrap_or(&all) };
            if national.is_empty() { String::new() } else { format!("{code}{national}") }
        }
        (false, None, None) => all,
    };
    Phone { number, extension }
}

fn split_extension(number: &str) -> (&str, &str) {
    let starts = EXTENSIONS.iter().filter_map(|word| number.find(word).map(|at| (at, at.saturating_add(word.len()))));
    match starts.min() {
        Some((at, behind)) if number.get(..at).is_some_and(|n| n.chars().any(|c| c.is_ascii_digit())) => {
            (number.get(..at).unwrap_or(number), number.get(behind..).unwrap_or_default())
        }
        _ => (number, ""),
    }
}

fn digits(text: &str) -> String {
    text.chars().filter(char::is_ascii_digit).collect()
}

fn calling(country: Option<&str>) -> Option<(&'static str, &'static str)> {
    let country = country?.trim();
    CALLING.iter().find(|(name, ..)| name.eq_ignore_ascii_case(country)).map(|(_, code, trunk)| (*code, *trunk))
}

/// The key of an e-mail address: lower case, without white space.
pub fn email_key(raw: &str) -> String {
    raw.chars().filter(|c| !c.is_whitespace()).flat_map(char::to_lowercase).collect()
}

/// The key of a website: without scheme, `www.` and trailing slash; the host in lower case.
pub fn website_key(raw: &str) -> String {
    let trimmed = raw.trim();
    let rest = trimmed.split_once("://").map_or(trimmed, |(_, rest)| rest);
    let (host, path) = rest.split_once('/').unwrap_or((rest, ""));
    let host = host.to_lowercase();
    let host = host.strip_prefix("www.").unwrap_or(&host);
    let path = path.trim_end_matches('/');
    if path.is_empty() { host.to_owned() } else { format!("{host}/{path}") }
}

/// The key of a contact point. None if the text has nothing to look up.
pub fn contact_key(kind: ContactPointKind, raw: &str, country: Option<&str>) -> Option<String> {
    let key = match kind {
        ContactPointKind::Phone | ContactPointKind::Mobile => phone(raw, country).number,
        ContactPointKind::Email => email_key(raw),
        ContactPointKind::Website => website_key(raw),
        ContactPointKind::Messenger => crate::text::search_key(raw),
    };
    Some(key).filter(|key| !key.is_empty())
}

/// The result of checking a tax number's check characters.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum TaxIdCheck {
    /// They are correct.
    Fits,
    /// They are wrong: the number was mistyped.
    Wrong,
    /// No rule is known for the country.
    Unknown,
}

/// The key of a tax number: letters and digits in upper case, prefixed with the country if known. None if the text has neither letters nor digits.
///
/// The country is the one given, as ISO 3166 alpha-2; without one, no prefix is added.
///
/// ```
/// use crm_core::customers::tax_id_key;
/// for written in ["B-58378431", "es b58378431", "ESB58378431"] {
///     assert_eq!(tax_id_key(written, Some("es")).as_deref(), Some("ESB58378431"));
/// }
/// assert_eq!(tax_id_key("ESB58378431", None).as_deref(), Some("ESB58378431"));
/// ```
pub fn tax_id_key(raw: &str, country: Option<&str>) -> Option<String> {
    let plain: String = crate::text::search_key(raw).chars().filter(char::is_ascii_alphanumeric).collect::<String>().to_ascii_uppercase();
    if plain.is_empty() {
        return None;
    }
    let country = country.map(str::trim).filter(|c| c.len() == 2 && c.bytes().all(|b| b.is_ascii_alphabetic())).map(str::to_ascii_uppercase);
    if let Some(country) = country {
        let prefix = prefix_of(&country);
        let body = plain.strip_prefix(prefix).filter(|body| check_body(&country, &plain) != TaxIdCheck::Fits && !body.is_empty()).unwrap_or(&plain);
        return Some(format!("{prefix}{body}"));
    }
    Some(plain)
}

/// Checks the check characters of a tax number by its country's rule.
///
/// Rules: ES (NIF, NIE, CIF), PT, IT, DE, FR and CN.
pub fn check_tax_id(raw: &str, country: &str) -> TaxIdCheck {
    let country = country.trim().to_ascii_uppercase();
    match tax_id_key(raw, Some(&country)) {
        Some(key) => check_body(&country, key.strip_prefix(prefix_of(&country)).unwrap_or(&key)),
        None => TaxIdCheck::Unknown,
    }
}

/// The VAT prefix of a country in the European Union: its ISO code, except for Greece.
fn prefix_of(country: &str) -> &str {
    if country == "GR" { "EL" } else { country }
}

fn check_body(country: &str, body: &str) -> TaxIdCheck {
    let fits = match country {
        "ES" => spanish(body),
        "PT" => portuguese(body),
        "IT" => italian(body),
        "DE" => german(body),
        "FR" => french(body),
        "CN" => chinese(body),
        _ => return TaxIdCheck::Unknown,
    };
    if fits == Some(true) { TaxIdCheck::Fits } else { TaxIdCheck::Wrong }
}

/// The digits of a text, if it consists only of digits and has the given length.
fn figures(text: &str, length: usize) -> Option<Vec<u32>> {
    let all: Option<Vec<u32>> = text.chars().map(|c| c.to_digit(10)).collect();
    all.filter(|digits| digits.len() == length)
}

/// The weighted sum of digits.
fn weighed(digits: &[u32], weights: impl IntoIterator<Item = u32>) -> u32 {
    digits.iter().zip(weights).fold(0, |sum: u32, (digit, weight)| sum.saturating_add(digit.saturating_mul(weight)))
}

/// Luhn's sum: every second digit from `first_doubled` is doubled and its digits are added.
fn luhn(digits: &[u32], first_doubled: usize) -> u32 {
    let each = digits.iter().enumerate().map(|(i, d)| {
        let doubled = if i % 2 == first_doubled { d.saturating_mul(2) } else { *d };
        if doubled > 9 { doubled.saturating_sub(9) } else { doubled }
    });
    each.fold(0, u32::saturating_add)
}

/// NIF and NIE: the letter is the number modulo 23. CIF: Luhn over seven digits, as a digit or a letter.
fn spanish(body: &str) -> Option<bool> {
    const LETTERS: &[u8] = b"TRWAGMYFPDXBNJZSQVHLCKE";
    if body.len() != 9 || !body.is_ascii() {
        return Some(false);
    }
    let (first, last) = (body.chars().next()?, body.chars().last()?);
    let middle = body.get(1..8)?;
    let person = match first {
        'X' => Some(format!("0{middle}")),
        'Y' => Some(format!("1{middle}")),
        'Z' => Some(format!("2{middle}")),
        '0'..='9' => body.get(..8).map(str::to_owned),
        'K' | 'L' | 'M' => Some(format!("0{middle}")),
        _ => None,
    };
    if let Some(number) = person {
        let letter = number.parse::<usize>().ok().and_then(|n| LETTERS.get(n % 23));
        return Some(letter.is_some_and(|l| char::from(*l) == last));
    }
    let control = 10_u32.saturating_sub(luhn(&figures(middle, 7)?, 0) % 10) % 10;
    let letter = b"JABCDEFGHI".get(control as usize).map(|l| char::from(*l))?;
    let (as_digit, as_letter) = (last.to_digit(10) == Some(control), last == letter);
    Some(match first {
        'P' | 'Q' | 'R' | 'S' | 'W' | 'N' => as_letter,
        'A' | 'B' | 'E' | 'H' => as_digit,
        'C' | 'D' | 'F' | 'G' | 'J' | 'U' | 'V' => as_digit || as_letter,
        _ => false,
    })
}

/// Nine digits, the last by weights 9 to 2 modulo 11.
fn portuguese(body: &str) -> Option<bool> {
    let digits = figures(body, 9)?;
    let rest = weighed(&digits, (2..=9).rev()) % 11;
    let control = if rest < 2 { 0 } else { 11_u32.saturating_sub(rest) };
    Some(digits.last() == Some(&control))
}

/// Eleven digits of a partita IVA, by Luhn; the sixteen characters of a personal tax code are not checked.
fn italian(body: &str) -> Option<bool> {
    let digits = figures(body, 11)?;
    Some(luhn(&digits, 1).is_multiple_of(10))
}

/// Nine digits of a USt-IdNr., by ISO 7064 modulo 11, 10.
fn german(body: &str) -> Option<bool> {
    let digits = figures(body, 9)?;
    let product = digits.iter().take(8).fold(10_u32, |product, digit| {
        let sum = digit.saturating_add(product) % 10;
        (if sum == 0 { 10 } else { sum }).saturating_mul(2) % 11
    });
    let control = 11_u32.saturating_sub(product) % 10;
    Some(digits.last() == Some(&control))
}

/// Two characters and a SIREN of nine digits, itself checked by Luhn; if the two are digits, they are (12 + 3 x (SIREN modulo 97)) modulo 97.
fn french(body: &str) -> Option<bool> {
    let siren = body.get(body.len().checked_sub(9)?..)?;
    if !luhn(&figures(siren, 9)?, 1).is_multiple_of(10) {
        return Some(false);
    }
    let key = body.get(..body.len().checked_sub(9)?)?;
    let Ok(number) = key.parse::<u64>() else { return Some(key.len() == 2 || key.is_empty()) };
    let siren: u64 = siren.parse().ok()?;
    Some(key.len() == 2 && number == siren.checked_rem(97)?.saturating_mul(3).saturating_add(12) % 97)
}

/// Eighteen characters of the unified social credit identifier: GB 32100-2015, modulo 31.
fn chinese(body: &str) -> Option<bool> {
    const ALPHABET: &str = "0123456789ABCDEFGHJKLMNPQRTUWXY";
    const WEIGHTS: [u32; 17] = [1, 3, 9, 27, 19, 26, 16, 17, 20, 29, 25, 13, 8, 24, 10, 30, 28];
    let values: Option<Vec<u32>> = body.chars().map(|c| ALPHABET.find(c).and_then(|at| u32::try_from(at).ok())).collect();
    let values = values.filter(|v| v.len() == 18)?;
    let control = 31_u32.saturating_sub(weighed(&values, WEIGHTS) % 31) % 31;
    Some(values.last() == Some(&control))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_telephone_has_one_key_however_it_is_written() {
        let key = |raw: &str, country| phone(raw, country).number;
        for written in ["91 123 45 67", "+34 911234567", "0034 91.123.45.67", "(91) 123-45-67"] {
            assert_eq!(key(written, Some("ES")), "34911234567", "{written}");
        }
        for written in ["020 7946 0018", "+44 (0)20 7946 0018", "0044 20 79460018"] {
            assert_eq!(key(written, Some("gb")), "442079460018", "{written}");
        }
        assert_eq!(key("06 1234 5678", Some("IT")), "390612345678");
        assert_eq!(key("８８８８９９９９", None), "88889999");
        assert_eq!(key("1-800-555-0100", Some("US")), "18005550100");
        assert_ne!(key("91 123 45 67", Some("ES")), key("91 123 45 67", Some("IN")));
        assert_eq!(key("no number", Some("ES")), "");
    }

    #[test]
    fn an_extension_is_no_part_of_the_number() {
        for (written, extension) in [("+86 755 88889999转801", "801"), ("+86 755 88889999 x 801", "801"), ("+86 755 88889999 分机801", "801")] {
            assert_eq!(phone(written, None), Phone { number: "8675588889999".into(), extension: Some(extension.into()) }, "{written}");
        }
        assert_eq!(phone("+86 755 88889999", None).extension, None);
    }

    #[test]
    fn addresses_have_keys() {
        assert_eq!(email_key(" Ana.Ruiz@Example.COM "), "ana.ruiz@example.com");
        for written in ["https://www.Example.com/", "example.com", "HTTP://EXAMPLE.COM"] {
            assert_eq!(website_key(written), "example.com");
        }
        assert_eq!(website_key("www.example.com/Shop/"), "example.com/Shop");
        assert_eq!(contact_key(ContactPointKind::Phone, "-", None), None);
    }

    #[test]
    fn check_characters_are_those_of_the_countrys_rule() {
        use TaxIdCheck::{Fits, Unknown, Wrong};
        for (country, number, expected) in [
            ("ES", "B58378431", Fits),
            ("ES", "B58378432", Wrong),
            ("ES", "12345678Z", Fits),
            ("ES", "12345678A", Wrong),
            ("ES", "X1234567L", Fits),
            ("ES", "Q2826000H", Fits),
            ("PT", "501964843", Fits),
            ("PT", "501964842", Wrong),
            ("IT", "00743110157", Fits),
            ("IT", "00743110158", Wrong),
            ("DE", "136695976", Fits),
            ("DE", "136695978", Wrong),
            ("FR", "40303265045", Fits),
            ("FR", "41303265045", Wrong),
            ("CN", "91110000600037341L", Fits),
            ("CN", "91110000600037342L", Wrong),
            ("XX", "1", Unknown),
        ] {
            assert_eq!(check_tax_id(number, country), expected, "{country} {number}");
        }
    }

    #[test]
    fn a_tax_number_has_one_key_with_its_country() {
        for written in ["136 695 976", "DE136695976", "de-136695976"] {
            assert_eq!(tax_id_key(written, Some("DE")).as_deref(), Some("DE136695976"));
        }
        assert_eq!(tax_id_key("123456789", Some("GR")).as_deref(), Some("EL123456789"));
        assert_eq!(tax_id_key("12-34 x", None).as_deref(), Some("1234X"));
        assert_eq!(tax_id_key(" - ", Some("ES")), None);
    }
}
