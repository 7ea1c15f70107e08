//! The codes by which a product is also known: barcodes, supplier and customer part numbers, mnemonics.
//!
//! Invariant: no two active codes have the same kind, party and key. `claim` holds the key while the code is active and is null otherwise, and no
//! engine compares rows with a null in a unique field, so the unique index also serves the lookup. A code is text, so leading zeros are kept. Its key
//! folds case and width, and the key of a GTIN is its 14-digit form, so that a number scanned as UPC-A and as EAN-13 is the same.

use super::check_units;
use crate::{
    act::ActContext,
    entity,
    entity::Stored,
    error::{Error, Result},
    ids::{CustomerId, ProductCodeId, ProductId},
    num::Quantity,
    records::MasterRecord,
    text_enum,
    time::Day,
};
use async_trait::async_trait;
use unicode_normalization::UnicodeNormalization;

text_enum! {
    /// The kind of a product code.
    CodeKind {
        /// Another code of the company's own, such as an old one.
        Own = "own",
        /// A barcode on the goods.
        Barcode = "barcode",
        /// A supplier's part number.
        Supplier = "supplier",
        /// A customer's part number.
        Customer = "customer",
        /// A short form for typing.
        Mnemonic = "mnemonic",
        /// Any other code.
        Other = "other",
    }
}

entity! {
    /// An additional code of a product, optionally for a unit or a packed quantity.
    ProductCode "product_code" {
        id: ProductCodeId,
        kind: Master,
        scope: ThroughCustomer,
        read: ProductsRead,
        write: ProductsWrite,
        unique: [["claim", "kind", "party"]],
        fields: {
            /// The product.
            product_id: ProductId,
            /// Kind of code.
            kind: CodeKind,
            /// The code as written.
            value: String,
            /// Whether it is a GTIN of 8, 12, 13 or 14 digits with a valid check digit; false for other barcodes.
            #[serde(default)]
            is_gtin: bool,
            /// Unit that the code identifies; none: the base unit.
            unit: Option<String>,
            /// Quantity of the unit that the code identifies; none: one.
            quantity: Option<Quantity>,
            /// The customer, for a customer's part number.
            customer_id: Option<CustomerId>,
            /// The supplier, for a supplier's part number.
            supplier: Option<String>,
            /// First day of validity; none: unlimited.
            valid_from: Option<Day>,
            /// Last day of validity; none: unlimited.
            valid_to: Option<Day>,
            /// Whether the code is in use.
            #[serde(default = "crate::entity::yes")]
            is_active: bool,
            /// The customer or supplier as a non-null text; derived from the other fields.
            #[serde(default)]
            party: String,
            /// The key while the code is active; derived from the other fields.
            claim: Option<String>,
        }
    }
}

impl ProductCode {
    /// A code of the given kind.
    pub fn new(product_id: ProductId, kind: CodeKind, value: impl Into<String>) -> Self {
        let mut code = Self {
            product_id,
            kind,
            value: value.into(),
            is_gtin: kind == CodeKind::Barcode,
            unit: None,
            quantity: None,
            customer_id: None,
            supplier: None,
            valid_from: None,
            valid_to: None,
            is_active: true,
            party: String::new(),
            claim: None,
        };
        code.follow();
        code
    }

    /// A customer's part number.
    pub fn of_customer(product_id: ProductId, customer_id: CustomerId, value: impl Into<String>) -> Self {
        Self { customer_id: Some(customer_id), ..Self::new(product_id, CodeKind::Customer, value) }
    }

    /// A supplier's part number.
    pub fn of_supplier(product_id: ProductId, supplier: impl Into<String>, value: impl Into<String>) -> Self {
        Self { supplier: Some(supplier.into()), ..Self::new(product_id, CodeKind::Supplier, value) }
    }

    /// Sets the derived fields.
    pub(crate) fn follow(&mut self) {
        self.party = match (self.customer_id, &self.supplier) {
            (Some(customer), _) => customer.to_string(),
            (None, Some(supplier)) => code_key(supplier),
            (None, None) => String::new(),
        };
        let key = code_key(&self.value);
        let gtin = if self.is_gtin { gtin_key(&key) } else { None };
        self.claim = self.is_active.then(|| gtin.unwrap_or(key));
    }

    /// Checks what can be checked from the code alone.
    ///
    /// # Errors
    /// `field.invalid`.
    pub(crate) fn check_self(&self) -> Result<()> {
        if code_key(&self.value).is_empty() {
            return Err(Error::field("value", "is empty"));
        }
        if self.is_gtin && !is_gtin(&code_key(&self.value)) {
            let reason = "is not a GTIN of 8, 12, 13 or 14 digits with a valid check digit";
            return Err(Error::field("value", reason).with("value", &self.value));
        }
        if (self.kind == CodeKind::Customer) != self.customer_id.is_some() {
            return Err(Error::field("customer_id", "is required for a customer's code and not allowed for any other"));
        }
        if self.supplier.is_some() && self.kind != CodeKind::Supplier {
            return Err(Error::field("supplier", "is only allowed for a supplier's code"));
        }
        if self.quantity.is_some_and(|q| !q.is_positive()) {
            return Err(Error::field("quantity", "is not positive"));
        }
        check_period(self.valid_from, self.valid_to)
    }

    /// Whether it identifies its product on a day.
    pub fn is_valid_on(&self, day: Day) -> bool {
        self.is_active && is_within(day, self.valid_from, self.valid_to)
    }
}

/// Whether a day is within a period, both ends included; an open end is unlimited.
pub(crate) fn is_within(day: Day, from: Option<Day>, to: Option<Day>) -> bool {
    from.is_none_or(|from| from <= day) && to.is_none_or(|to| day <= to)
}

/// # Errors
/// `field.invalid`.
pub(crate) fn check_period(from: Option<Day>, to: Option<Day>) -> Result<()> {
    match (from, to) {
        (Some(from), Some(to)) if to < from => Err(Error::field("valid_to", "is before the first day")),
        _ => Ok(()),
    }
}

/// The key that codes are compared by: without white space, in lower case, with full-width and other compatibility forms folded. Zeros are kept.
///
/// ```
/// use crm_core::products::code_key;
/// assert_eq!(code_key(" Ab－００12 "), "ab-0012");
/// ```
pub fn code_key(text: &str) -> String {
    text.nfkc().flat_map(char::to_lowercase).filter(|c| !c.is_whitespace()).collect()
}

/// Whether a text is a GTIN of 8, 12, 13 or 14 digits with a valid check digit (GS1 General Specifications, 7.9).
///
/// ```
/// use crm_core::products::is_gtin;
/// assert!(is_gtin("4006381333931") && is_gtin("036000291452") && is_gtin("96385074"));
/// assert!(!is_gtin("4006381333930") && !is_gtin("400638133393"));
/// ```
pub fn is_gtin(text: &str) -> bool {
    let digits: Option<Vec<u32>> = text.chars().map(|c| c.to_digit(10)).collect();
    let Some(digits) = digits.filter(|d| matches!(d.len(), 8 | 12 | 13 | 14)) else { return false };
    // From the right, weights alternate 1 (the check digit), 3, 1 and so on; the sum is a multiple of ten.
    let weighted = digits.iter().rev().zip([1_u32, 3].into_iter().cycle());
    let sum = weighted.fold(0_u32, |sum, (digit, weight)| sum.saturating_add(digit.saturating_mul(weight)));
    sum.checked_rem(10) == Some(0)
}

/// The 14-digit form of a GTIN.
pub(crate) fn gtin_key(key: &str) -> Option<String> {
    is_gtin(key).then(|| format!("{key:0>14}"))
}

#[async_trait]
impl MasterRecord for ProductCode {
    fn normalise(&mut self) {
        ProductCode::follow(self);
    }

    fn check(&self) -> Result<()> {
        self.check_self()
    }

    /// The unit of a code must be a unit of its product.
    async fn check_others(context: &mut ActContext<'_>, _: Option<&Stored<Self>>, records: &[&Self]) -> Result<()> {
        check_units(context, records.iter().filter_map(|r| Some((r.product_id, r.unit.as_deref()?))).collect()).await
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    #[test]
    fn the_same_number_in_twelve_and_in_thirteen_digits_is_one_claim() {
        let product = ProductId(uuid::Uuid::nil());
        let claim = |value: &str| ProductCode::new(product, CodeKind::Barcode, value).claim;
        assert_eq!(claim("036000291452"), Some("00036000291452".into()));
        assert_eq!(claim("036000291452"), claim("0036000291452"));
        assert_eq!(claim("０３６０００２９１４５２"), claim("036000291452"));
        let own = ProductCode::new(product, CodeKind::Own, "036000291452");
        assert_eq!(own.claim, Some("036000291452".into()));
    }

    #[test]
    fn a_code_that_is_not_active_claims_nothing() {
        let mut code = ProductCode::new(ProductId(uuid::Uuid::nil()), CodeKind::Own, "A 1");
        assert_eq!(code.claim, Some("a1".into()));
        code.is_active = false;
        code.follow();
        assert_eq!(code.claim, None);
    }

    proptest! {
        /// Exactly one of the ten check digits is valid, and every single-digit error is detected.
        #[test]
        fn a_check_digit_finds_every_single_mistake(body in "[0-9]{7}|[0-9]{11}|[0-9]{12}|[0-9]{13}", at in 0_usize..8, other in 0_u32..10) {
            let right: Vec<String> = (0..10).map(|d| format!("{body}{d}")).filter(|t| is_gtin(t)).collect();
            prop_assert_eq!(right.len(), 1);
            let mut digits: Vec<char> = right[0].chars().collect();
            let wrong = char::from_digit(other, 10).unwrap();
            if digits[at] != wrong {
                digits[at] = wrong;
                prop_assert!(!is_gtin(&digits.into_iter().collect::<String>()));
            }
        }
    }
}
