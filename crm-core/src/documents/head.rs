//! What the heads of quotes, orders and deliveries have in common: parties, dates, tax policy and totals.
//!
//! Invariant: everything that a printed document shows is stored in its own rows, as of issue; later changes of master data never change it.

use super::AppliedAllowanceCharge;
use crate::{
    entity::json_field,
    ids::{CustomerId, OperatorId},
    num::Money,
    policy::TaxPolicy,
    tax::TaxGroup,
    time::{Day, Instant},
};

/// Declares a document entity: the common fields, and its own.
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
                    /// Time of posting.
                    posted_at: crate::time::Instant,
                    /// The operator who posted it.
                    operator_id: crate::ids::OperatorId => [loose()],
                    /// The customer.
                    customer_id: crate::ids::CustomerId,
                    /// The customer's code at issue.
                    customer_code: String,
                    /// The customer's name at issue.
                    customer_name: String,
                    /// The operator responsible for the customer at issue; the sale stays attributed to that operator.
                    salesperson_id: Option<crate::ids::OperatorId>,
                    /// The customer's reference, or a note.
                    reference: Option<String>,
                    /// The company as printed on the document.
                    issuer: crate::documents::Issuer,
                    /// The customer as printed on the document.
                    buyer: crate::documents::Buyer,
                    /// Level at which tax was rounded.
                    tax_method: crate::policy::TaxMethod,
                    /// How halves were rounded.
                    rounding: crate::num::RoundingMode,
                    /// Whether prices included tax.
                    prices_include_tax: bool,
                    /// Base and tax by category and rate.
                    taxes: Vec<crate::tax::TaxGroup>,
                    /// Document-level allowances and charges.
                    allowance_charges: Vec<crate::documents::AppliedAllowanceCharge>,
                    /// Currency of the amounts.
                    currency: crate::num::Currency,
                    /// Sum of the line nets.
                    lines_net: crate::num::Money,
                    /// Net, including allowances and charges.
                    net: crate::num::Money,
                    /// Tax.
                    tax: crate::num::Money,
                    /// Gross: net and tax.
                    gross: crate::num::Money,
                    $($extra)*
                }
            }
        }

        impl $name {
            /// The tax policy it was calculated with.
            pub fn tax_policy(&self, step: crate::num::MoneyStep) -> crate::policy::TaxPolicy {
                let (method, rounding, prices_include_tax, currency) = (self.tax_method, self.rounding, self.prices_include_tax, self.currency);
                crate::policy::TaxPolicy { method, rounding, prices_include_tax, currency, step }
            }
        }
    };
}
pub(crate) use head_entity;

/// The head common to all kinds of documents.
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

/// Fills in the fields that [`Head`] and a document entity share; the caller names the others.
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

/// Declares what a document shows about a party; unknown fields are omitted.
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
    /// The company, as shown on a document.
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
        /// Location of the logo.
        logo,
        /// Language of its documents.
        language,
    }
}

party! {
    /// A customer, as shown on a document.
    Buyer {
        /// Customer code.
        code,
        /// Customer name.
        name;
        /// Legal name, if different.
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
        /// Language of its documents.
        language,
    }
}

json_field!(Issuer, Buyer);
