//! The data dictionary: lists of choices such as industries, sources and provinces, referenced by id.
//!
//! Invariant: an entry that is referenced cannot be deleted. Renaming it changes only the entry; to remove it, it is merged into another, which
//! replaces every reference.

mod merge;
mod presets;

pub use crate::labels::Labels;
pub(crate) use crate::labels::{check_labels, check_name, label};
pub use merge::{Dictionary, MergePreview, Merged};
pub use presets::presets;

use crate::{
    entity,
    error::{Error, Result},
    ids::DictionaryEntryId,
    records::{MasterRecord, References},
};
entity! {
    /// An entry of the data dictionary. The entries of a category form a tree.
    DictionaryEntry "dictionary_entry" {
        id: DictionaryEntryId,
        kind: Master,
        scope: Company,
        read: CustomersRead,
        write: CompanyManage,
        tree: "parent_id",
        unique: [["category", "code"]],
        fields: {
            /// Category: `industry`, `source`, `level`, `region`, `province`, `payment_method`, or one of the host's own; immutable.
            category: String => [fixed()],
            /// Code, unique within the category.
            code: String => [searchable(), required(), text(crate::limits::MAX_CODE)],
            /// Display labels by language: `{"es": "Madrid", "zh": "马德里"}`.
            labels: Labels,
            /// Sort position; entries with the same position are sorted by code.
            #[serde(default)]
            position: i64,
            /// Whether new records may choose it.
            #[serde(default = "crate::entity::yes")]
            is_active: bool,
            /// Parent entry, in the same category; none for a root.
            parent_id: Option<DictionaryEntryId>,
        }
    }
}

impl DictionaryEntry {
    /// An active entry with labels by language.
    ///
    /// ```
    /// use crm_core::dictionary::DictionaryEntry;
    /// let entry = DictionaryEntry::new("province", "28", &[("es", "Madrid"), ("zh", "马德里")]);
    /// assert_eq!(entry.label("zh-Hans"), "马德里");
    /// assert_eq!(entry.label("fr"), "Madrid");
    /// ```
    pub fn new(category: impl Into<String>, code: impl Into<String>, labels: &[(&str, &str)]) -> Self {
        let labels = labels.iter().map(|(language, label)| ((*language).to_owned(), (*label).to_owned())).collect();
        Self { category: category.into(), code: code.into(), labels, position: 0, is_active: true, parent_id: None }
    }

    /// The label for a language: that of the language itself, of the language without its region, the English one, the first in order of language
    /// codes, or else the code.
    pub fn label(&self, language: &str) -> &str {
        label(&self.labels, language).unwrap_or(&self.code)
    }
}

impl MasterRecord for DictionaryEntry {
    fn check(&self) -> Result<()> {
        check_name("category", &self.category)?;
        check_labels(&self.labels)
    }

    fn check_references(&self, references: &References) -> Result<()> {
        let Some(parent) = self.parent_id else { return Ok(()) };
        match references.get::<Self>(parent)? {
            Some(parent) if parent.category != self.category => Err(Error::field("parent_id", "is an entry of another category")),
            _ => Ok(()),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn of(labels: &[(&str, &str)]) -> DictionaryEntry {
        DictionaryEntry::new("level", "A", labels)
    }

    #[test]
    fn labels_fall_back_in_order() {
        let all = of(&[("es", "Bueno"), ("es-MX", "Padre"), ("en", "Good"), ("de", "Gut")]);
        let asked = ["es-MX", "es-AR", "ES", "en-GB", "zh"].map(|l| all.label(l).to_owned());
        assert_eq!(asked, ["Padre", "Bueno", "Bueno", "Good", "Good"]);
        assert_eq!(of(&[("zh", "好"), ("es", "Bueno")]).label("fr"), "Bueno");
        assert_eq!(of(&[]).label("fr"), "A");
    }

    #[test]
    fn labels_are_texts_by_language() {
        for good in [&[][..], &[("es", "x")], &[("zh-Hans", "x"), ("en", "y")]] {
            check_labels(&of(good).labels).unwrap();
        }
        for bad in [("es", " "), ("e", "x"), ("e s", "x"), ("es", "a\0")] {
            check_labels(&of(&[bad]).labels).unwrap_err();
        }
    }

    #[test]
    fn presets_are_in_order_and_fit_their_own_rules() {
        let all = presets();
        let mut seen = std::collections::BTreeSet::new();
        for entry in &all {
            check_labels(&entry.labels).unwrap();
            check_name("category", &entry.category).unwrap();
            assert!(seen.insert((entry.category.clone(), entry.code.clone())), "{entry:?}");
            for language in ["es", "en", "zh"] {
                assert!(entry.labels.contains_key(language), "{entry:?} in {language}");
            }
        }
        assert!(all.len() > 20);
    }
}
