//! Labels by language, and programmatic names.

use crate::{
    error::{Error, Result},
    limits,
    text::{check_length, quoted},
};
use std::collections::BTreeMap;

/// Display labels by language: `es`, `zh-Hans`.
pub type Labels = BTreeMap<String, String>;

/// The label for a language, or the next best one.
pub(crate) fn label<'a>(labels: &'a Labels, language: &str) -> Option<&'a str> {
    let of = |language: &str| labels.iter().find(|(name, _)| name.eq_ignore_ascii_case(language)).map(|(_, label)| label.as_str());
    let plain = language.split(['-', '_']).next().unwrap_or(language);
    let first = || labels.first_key_value().map(|(_, label)| label.as_str());
    of(language).or_else(|| of(plain)).or_else(|| of("en")).or_else(first)
}

/// Checks labels by language.
///
/// # Errors
/// `field.invalid`, `field.too_long`, `limit.exceeded`.
pub(crate) fn check_labels(labels: &Labels) -> Result<()> {
    let unfit = |reason: String| Err(Error::field("labels", reason));
    limits::check("MAX_LANGUAGES", labels.len(), limits::MAX_LANGUAGES)?;
    for (language, label) in labels {
        let is_tag = (2..=35).contains(&language.len()) && language.bytes().all(|b| b.is_ascii_alphanumeric() || b == b'-');
        if !is_tag {
            return unfit(format!("contain {}, which is not a language tag", quoted(language)));
        }
        if label.trim().is_empty() {
            return unfit(format!("have no text for {}", quoted(language)));
        }
        check_length("labels", label, limits::MAX_TEXT)?;
    }
    Ok(())
}

/// Checks a programmatic name, such as that of a category: lower-case letters, digits and `_`, starting with a letter.
///
/// # Errors
/// `field.invalid`, `field.too_long`.
pub(crate) fn check_name(field: &'static str, name: &str) -> Result<()> {
    check_length(field, name, limits::MAX_CODE)?;
    let fits = name.bytes().all(|b| b.is_ascii_lowercase() || b.is_ascii_digit() || b == b'_') && name.starts_with(|c: char| c.is_ascii_lowercase());
    if fits {
        Ok(())
    } else {
        Err(Error::field(
            field,
            format!("is {}; a name must begin with a lower-case letter and contain only lower-case letters, digits and `_`", quoted(name)),
        ))
    }
}
