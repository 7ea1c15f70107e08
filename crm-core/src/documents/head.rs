//! What quotes, orders and deliveries have in common above their lines: who, when, under which policy, and what it came to.
//!
//! Invariant: everything that a printed document shows stands in its own rows, as it was at issue; master data that changes later changes no document.

use super::AppliedAllowanceCharge;
use crate::{
    entity::json_field,
    ids::{CustomerId, OperatorId},
    num::Money,
    policy::TaxPolicy,
    tax::TaxGroup,
    time::{Day, Instant},
};

/// Declares an entity of documents: what all have, and what each adds.
macro_rules! head_entity {
    ($(#[doc = $edoc:literal])+ $name:ident $text:literal {
        id: $id:ty,
        kind: $kind:ident,
        unique: [$($unique:expr),* $(,)?],
        $(indexes: [$($index:expr),* $(,)?],)?
        fields: {$($extra:tt)*}
    }) => {
        crate::entity! {
            $(#[doc = $edoc])+
            $name $text {
                id: $id,
                kind: $kind,
                scope: ThroughCustomer,
                read: SalesRead,
                unique: [$($unique),*],
                $(indexes: [$($index),*],)?
                fields: {
                    /// Document date.
                    day: crate::time::Day,
                    /// When it was recorded.
                    posted_at: crate::time::Instant,
                    /// Who recorded it.
                    operator_id: crate::ids::OperatorId => [loose()],
                    /// The customer.
                    customer_id: crate::ids::CustomerId,
                    /// The customer's number then.
                    customer_code: String,
                    /// The customer's name then.
                    customer_name: String,
                    /// Who answered for the customer then: sales are counted for that operator, whatever changes later.
                    salesperson_id: Option<crate::ids::OperatorId>,
                    /// The other side's number, or a note.
                    reference: Option<String>,
                    /// The own company as it was then, for the document.
                    issuer: crate::documents::Issuer,
                    /// The customer as it was then, for the document.
                    buyer: crate::documents::Buyer,
                    /// Where tax was rounded.
                    tax_method: crate::policy::TaxMethod,
                    /// What happened to a half.
                    rounding: crate::num::RoundingMode,
                    /// Whether prices included tax.
                    prices_include_tax: bool,
                    /// Base and tax of each category and rate.
                    taxes: Vec<crate::tax::TaxGroup>,
                    /// Allowances and charges of the whole document.
                    allowance_charges: Vec<crate::documents::AppliedAllowanceCharge>,
                    /// Currency of the amounts.
                    currency: crate::num::Currency,
                    /// Sum of the line nets.
                    lines_net: crate::num::Money,
                    /// Net, with allowances and charges.
                    net: crate::num::Money,
                    /// Tax.
                    tax: crate::num::Money,
                    /// Net and tax.
                    gross: crate::num::Money,
                    $($extra)*
                }
            }
        }

        impl $name {
            /// The policy that it was calculated with.
            pub fn tax_policy(&self, step: crate::num::MoneyStep) -> crate::policy::TaxPolicy {
                let (method, rounding, prices_include_tax, currency) = (self.tax_method, self.rounding, self.prices_include_tax, self.currency);
                crate::policy::TaxPolicy { method, rounding, prices_include_tax, currency, step }
            }
        }
    };
}
pub(crate) use head_entity;

/// The head of a document, as all kinds share it.
pub(crate) struct Head {
    pub(crate) day: Day,
    pub(crate) posted_at: Instant,
    pub(crate) operator_id: OperatorId,
    pub(crate) customer_id: CustomerId,
    pub(crate) customer_code: String,
    pub(crate) customer_name: String,
    pub(crate) salesperson_id: Option<OperatorId>,
    pub(crate) reference: Option<String>,
    pub(crate) issuer: Issuer,
    pub(crate) buyer: Buyer,
    pub(crate) policy: TaxPolicy,
    pub(crate) taxes: Vec<TaxGroup>,
    pub(crate) allowance_charges: Vec<AppliedAllowanceCharge>,
    pub(crate) lines_net: Money,
    pub(crate) net: Money,
    pub(crate) tax: Money,
    pub(crate) gross: Money,
}

/// Fills the fields that [`Head`] and a document entity share; the others are named by the caller.
macro_rules! head_of {
    ($name:ident, $head:expr, {$($field:ident: $value:expr),* $(,)?}) => {{
        let crate::documents::Head {
            day, posted_at, operator_id, customer_id, customer_code, customer_name, salesperson_id, reference, issuer, buyer, policy, taxes,
            allowance_charges, lines_net, net, tax, gross,
        } = $head;
        $name {
            day, posted_at, operator_id, customer_id, customer_code, customer_name, salesperson_id, reference, issuer, buyer,
            tax_method: policy.method, rounding: policy.rounding, prices_include_tax: policy.prices_include_tax, taxes, allowance_charges,
            currency: policy.currency, lines_net, net, tax, gross,
            $($field: $value,)*
        }
    }};
}
pub(crate) use head_of;

/// Declares what a document shows of one side; what is not known is left out of it.
macro_rules! party {
    ($(#[$meta:meta])* $name:ident {$($(#[$doc:meta])+ $needed:ident),+; $($(#[$of:meta])+ $field:ident),+ $(,)?}) => {
        $(#[$meta])*
        #[derive(Debug, Clone, PartialEq, Eq, Default, serde::Serialize, serde::Deserialize)]
        #[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
        pub struct $name {
            $($(#[$doc])+ pub $needed: String,)+
            $($(#[$of])+ #[serde(default, skip_serializing_if = "Option::is_none")] pub $field: Option<String>,)+
        }
    };
}

party! {
    /// The own company, as a document shows it.
    Issuer {
        /// Legal name.
        name;
        /// Street and number.
        street,
        /// Postal code.
        postal_code,
        /// City.
        city,
        /// Province.
        province,
        /// Country, as ISO 3166 code.
        country,
        /// Tax number.
        tax_id,
        /// IBAN.
        iban,
        /// E-mail.
        email,
        /// Telephone.
        phone,
        /// Website.
        website,
        /// Where its logo is.
        logo,
        /// Language of its documents.
        language,
    }
}

party! {
    /// A customer, as a document shows it.
    Buyer {
        /// Its number.
        code,
        /// Its name.
        name;
        /// Legal name, if another.
        legal_name,
        /// Tax number.
        tax_id,
        /// Street and number.
        street,
        /// Postal code.
        postal_code,
        /// City.
        city,
        /// Country, as ISO 3166 code.
        country,
        /// Its language.
        language,
    }
}

json_field!(Issuer, Buyer);
