//! What the lines of all documents have in common.
//!
//! Invariant: a line keeps what it was priced as; master data that changes later changes no line.

use super::PriceSource;
use crate::{
    ids::ProductId,
    num::{Currency, Money, Quantity, Rate, UnitPrice},
    tax::TaxCategory,
};

/// A line as it is priced, the same for every kind of document.
#[derive(Debug, Clone, PartialEq)]
pub struct PricedLine {
    /// Line of the document, from 1.
    pub line: i64,
    /// The product or service.
    pub product_id: ProductId,
    /// Its code then.
    pub product_code: String,
    /// Its name then, or the line's own text.
    pub product_name: String,
    /// The product's base unit, which the quantity is in.
    pub unit: Option<String>,
    /// How much.
    pub quantity: Quantity,
    /// The unit that was entered, if another.
    pub entered_unit: Option<String>,
    /// How much of it.
    pub entered_quantity: Option<Quantity>,
    /// Currency of the amounts.
    pub currency: Currency,
    /// Price.
    pub unit_price: UnitPrice,
    /// For how many base units the price is.
    pub price_quantity: Quantity,
    /// Why it is this price.
    pub price_source: PriceSource,
    /// Whether price, discount, charge and amount include tax.
    pub includes_tax: bool,
    /// Discount in percent.
    pub discount_percent: Option<Rate>,
    /// All discounts of the line, as an amount.
    pub discount: Money,
    /// Charge of the line.
    pub charge: Money,
    /// Quantity x price less discounts, with charges: the net, or with tax if it includes it.
    pub amount: Money,
    /// Net, as printed: quantity x price less discounts, with charges, without tax.
    pub net: Money,
    /// Net with the line's share in allowances and charges of the document: what it brings.
    pub revenue: Money,
    /// Tax code.
    pub tax_code: String,
    /// Tax category.
    pub tax_category: TaxCategory,
    /// Rate in percent.
    pub tax_rate: Rate,
    /// Share of the document's tax.
    pub tax: Money,
}

/// Declares an entity of lines: those of [`PricedLine`], and what the document adds.
macro_rules! line_entity {
    ($(#[doc = $edoc:literal])+ $name:ident $text:literal {
        id: $id:ty,
        kind: $kind:ident,
        of: $(#[doc = $ddoc:literal])+ $document:ident: $document_id:ty,
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
                unique: [[stringify!($document), "line"]],
                $(indexes: [$($index),*],)?
                fields: {
                    $(#[doc = $ddoc])+
                    $document: $document_id,
                    /// Line of the document, from 1.
                    line: i64,
                    /// The customer, as on the document.
                    customer_id: crate::ids::CustomerId,
                    /// Document date.
                    day: crate::time::Day,
                    /// The product or service.
                    product_id: crate::ids::ProductId,
                    /// Its code then.
                    product_code: String,
                    /// Its name then, or the line's own text.
                    product_name: String,
                    /// The product's base unit, which the quantity is in.
                    unit: Option<String>,
                    /// How much; negative on a return or credit.
                    quantity: crate::num::Quantity,
                    /// The unit that was entered, if another.
                    entered_unit: Option<String>,
                    /// How much of it.
                    entered_quantity: Option<crate::num::Quantity>,
                    /// Currency of the amounts.
                    currency: crate::num::Currency,
                    /// Price.
                    unit_price: crate::num::UnitPrice,
                    /// For how many base units the price is.
                    price_quantity: crate::num::Quantity,
                    /// Why it is this price.
                    price_source: crate::documents::PriceSource,
                    /// Whether price, discount, charge and amount include tax.
                    includes_tax: bool,
                    /// Discount in percent.
                    discount_percent: Option<crate::num::Rate>,
                    /// All discounts of the line, as an amount.
                    discount: crate::num::Money,
                    /// Charge of the line.
                    charge: crate::num::Money,
                    /// Quantity x price less discounts, with charges: the net, or with tax if it includes it.
                    amount: crate::num::Money,
                    /// Net, as printed.
                    net: crate::num::Money,
                    /// Net with the line's share in allowances and charges of the document.
                    revenue: crate::num::Money,
                    /// Tax code.
                    tax_code: String,
                    /// Tax category.
                    tax_category: crate::tax::TaxCategory,
                    /// Rate in percent.
                    tax_rate: crate::num::Rate,
                    /// Share of the document's tax.
                    tax: crate::num::Money,
                    $($extra)*
                }
            }
        }

        impl $name {
            /// The line as it was priced.
            pub fn priced(&self) -> crate::documents::PricedLine {
                crate::documents::PricedLine {
                    line: self.line,
                    product_id: self.product_id,
                    product_code: self.product_code.clone(),
                    product_name: self.product_name.clone(),
                    unit: self.unit.clone(),
                    quantity: self.quantity,
                    entered_unit: self.entered_unit.clone(),
                    entered_quantity: self.entered_quantity,
                    currency: self.currency,
                    unit_price: self.unit_price,
                    price_quantity: self.price_quantity,
                    price_source: self.price_source.clone(),
                    includes_tax: self.includes_tax,
                    discount_percent: self.discount_percent,
                    discount: self.discount,
                    charge: self.charge,
                    amount: self.amount,
                    net: self.net,
                    revenue: self.revenue,
                    tax_code: self.tax_code.clone(),
                    tax_category: self.tax_category,
                    tax_rate: self.tax_rate,
                    tax: self.tax,
                }
            }
        }
    };
}
pub(crate) use line_entity;

/// Fills the fields that [`PricedLine`] and a line entity share; the others are named by the caller.
macro_rules! line_of {
    ($name:ident, $priced:expr, {$($field:ident: $value:expr),* $(,)?}) => {{
        let crate::documents::PricedLine {
            line, product_id, product_code, product_name, unit, quantity, entered_unit, entered_quantity, currency, unit_price, price_quantity, price_source, includes_tax, discount_percent, discount, charge, amount, net,
            revenue, tax_code, tax_category, tax_rate, tax,
        } = $priced;
        $name {
            line, product_id, product_code, product_name, unit, quantity, entered_unit, entered_quantity, currency, unit_price, price_quantity, price_source, includes_tax, discount_percent, discount, charge, amount, net,
            revenue, tax_code, tax_category, tax_rate, tax,
            $($field: $value,)*
        }
    }};
}
pub(crate) use line_of;
