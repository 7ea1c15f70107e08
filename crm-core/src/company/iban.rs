//! Bank accounts: ISO 13616, checked by ISO 7064 modulo 97, 10.

use crate::error::{Error, Result};

/// Normalises an IBAN to upper case without spaces.
///
/// # Errors
/// `field.invalid` unless its length, characters and check digits are those of an IBAN.
///
/// ```
/// use crm_core::company::iban;
/// assert_eq!(iban("es91 2100 0418 4502 0005 1332").unwrap(), "ES9121000418450200051332");
/// assert!(iban("ES91 2100 0418 4502 0005 1333").is_err());
/// ```
pub fn iban(text: &str) -> Result<String> {
    let plain: String = text.chars().filter(|c| !c.is_whitespace()).flat_map(char::to_uppercase).collect();
    let unfit = |reason: &str| Err(Error::field("iban", reason));
    let starts_well = plain.chars().take(2).all(|c| c.is_ascii_uppercase()) && plain.chars().skip(2).take(2).all(|c| c.is_ascii_digit());
    if !(15..=34).contains(&plain.len()) || !starts_well || !plain.bytes().all(|b| b.is_ascii_alphanumeric()) {
        return unfit("is not an IBAN");
    }
    let moved = plain.chars().skip(4).chain(plain.chars().take(4));
    let rest = moved.filter_map(|c| c.to_digit(36)).fold(0_u32, |rest, value| {
        let shift = if value > 9 { 100 } else { 10 };
        rest.saturating_mul(shift).saturating_add(value) % 97
    });
    if rest == 1 { Ok(plain) } else { unfit("has wrong check digits") }
}

#[cfg(test)]
mod tests {
    use super::iban;

    #[test]
    fn check_digits_are_those_of_modulo_97() {
        for good in ["DE89 3704 0044 0532 0130 00", "GB29NWBK60161331926819", "FR1420041010050500013M02606", "NO9386011117947"] {
            assert!(iban(good).is_ok(), "{good}");
        }
        for bad in ["DE88370400440532013000", "GB29NWBK60161331926891", "", "ES91", "9121000418450200051332", "ES91-2100-0418-4502-0005-1332", "É"] {
            assert!(iban(bad).is_err(), "{bad}");
        }
    }
}
