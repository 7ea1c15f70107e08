//! What the lines of all documents have in common.
//!
//! Invariant: a line stores what it was priced with; later changes of master data never change it.

use super::PriceSource;
use crate::{
    ids::ProductId,
    num::{Currency, Money, Quantity, Rate, UnitPrice},
    tax::TaxCategory,
};

/// A priced line, the same for every kind of document.
#[derive(Debug, Clone, PartialEq)]
pub struct PricedLine {
    /// Line number, from 1.
    pub line: i64,
    /// The product or service.
    pub product_id: ProductId,
    /// Product code at issue.
    pub product_code: String,
    /// Product name at issue, or the line's own text.
    pub product_name: String,
    /// Base unit of the product, which the quantity is in.
    pub unit: Option<String>,
    /// Quantity.
    pub quantity: Quantity,
    /// Unit entered, if other than the base unit.
    pub entered_unit: Option<String>,
    /// Quantity in the unit entered.
    pub entered_quantity: Option<Quantity>,
    /// Currency of the amounts.
    pub currency: Currency,
    /// Price.
    pub unit_price: UnitPrice,
    /// Number of base units that the price is for.
    pub price_quantity: Quantity,
    /// Where the price comes from.
    pub price_source: PriceSource,
    /// Whether price, discount, charge and amount include tax.
    pub includes_tax: bool,
    /// Discount in percent.
    pub discount_percent: Option<Rate>,
    /// Total discount of the line.
    pub discount: Money,
    /// Total charge of the line.
    pub charge: Money,
    /// Quantity x price less discounts plus charges, including tax if the price does.
    pub amount: Money,
    /// Net as printed: quantity x price less discounts plus charges, excluding tax.
    pub net: Money,
    /// Revenue: net with the line's share of document-level allowances and charges.
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

/// Declares a line entity: the fields of [`PricedLine`], and the document's own.
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
                    /// Line number, from 1.
                    line: i64,
                    /// The customer of the document.
                    customer_id: crate::ids::CustomerId,
                    /// Document date.
                    day: crate::time::Day,
                    /// The product or service.
                    product_id: crate::ids::ProductId,
                    /// Product code at issue.
                    product_code: String,
                    /// Product name at issue, or the line's own text.
                    product_name: String,
                    /// Base unit of the product, which the quantity is in.
                    unit: Option<String>,
                    /// Quantity; negative on a return or credit note.
                    quantity: crate::num::Quantity,
                    /// Unit entered, if other than the base unit.
                    entered_unit: Option<String>,
                    /// Quantity in the unit entered.
                    entered_quantity: Option<crate::num::Quantity>,
                    /// Currency of the amounts.
                    currency: crate::num::Currency,
                    /// Price.
                    unit_price: crate::num::UnitPrice,
                    /// Number of base units that the price is for.
                    price_quantity: crate::num::Quantity,
                    /// Where the price comes from.
                    price_source: crate::documents::PriceSource,
                    /// Whether price, discount, charge and amount include tax.
                    includes_tax: bool,
                    /// Discount in percent.
                    discount_percent: Option<crate::num::Rate>,
                    /// Total discount of the line.
                    discount: crate::num::Money,
                    /// Total charge of the line.
                    charge: crate::num::Money,
                    /// Quantity x price less discounts plus charges, including tax if the price does.
                    amount: crate::num::Money,
                    /// Net, as printed.
                    net: crate::num::Money,
                    /// Revenue: net with the line's share of document-level allowances and charges.
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
            /// The priced line.
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

/// Fills in the fields that [`PricedLine`] and a line entity share; the caller names the others.
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
