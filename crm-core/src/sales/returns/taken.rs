//! A part of a delivered line that is returned or credited.

use crate::{
    documents::{KitPart, PricedLine, SalesLine},
    error::Result,
    ids::{ProductId, SalesLineId},
    num::{Money, Quantity, UnitPrice},
    policy::TaxPolicy,
    products::Product,
    sales::{
        lines::{Item, Wanted},
        posting::{Draft, Flow, Links},
    },
    tax::TaxClass,
};
use std::collections::BTreeMap;

/// A part of a delivered line that is returned or credited.
pub(in crate::sales) struct Taken {
    pub(in crate::sales) id: SalesLineId,
    pub(in crate::sales) lot: Option<String>,
    /// The components of a kit.
    pub(in crate::sales) kit: Option<Vec<KitPart>>,
    pub(in crate::sales) line: PricedLine,
    pub(in crate::sales) quantity: Quantity,
    pub(in crate::sales) revenue: Money,
    pub(in crate::sales) tax: Money,
    pub(in crate::sales) cost: Money,
    /// The part of the amount that is document-level charges, including tax if the line does.
    pub(in crate::sales) charge: Money,
    /// The part of its share that is not credited, including tax if the line does.
    pub(in crate::sales) withheld: Money,
    /// Whether more than its share is credited.
    pub(in crate::sales) is_more: bool,
}

/// What all lines of a return have in common.
pub(in crate::sales) struct BackTerms<'a> {
    pub(in crate::sales) policy: &'a TaxPolicy,
    /// The products of the return.
    pub(in crate::sales) sold: &'a BTreeMap<ProductId, Product>,
    pub(in crate::sales) gives_charges: Option<bool>,
    /// Whether the caller may see costs.
    pub(in crate::sales) sees_cost: bool,
}

impl Taken {
    /// A line with no goods or amounts taken yet.
    pub(super) fn nothing(id: SalesLineId, line: PricedLine, policy: &TaxPolicy) -> Self {
        let (zero, quantity) = (Money::zero(policy.currency), Quantity::ZERO);
        Self { id, lot: None, kit: None, line, quantity, revenue: zero, tax: zero, cost: zero, charge: zero, withheld: zero, is_more: false }
    }

    /// As a line of the posting.
    pub(in crate::sales) fn draft<'a>(&'a self, product: &'a Product, flow: Flow, links: Links) -> Draft<'a> {
        let wanted = Wanted::Back { line: &self.line, quantity: self.quantity, revenue: self.revenue, tax: self.tax, charge: self.charge };
        let item = Item::new(product, wanted);
        Draft { lot: self.lot.clone(), kit: self.kit.clone(), withheld: Some(self.withheld), ..Draft::new(item, flow, links) }
    }
}

/// A share in document-level allowances and charges at a tax that no line has.
pub(super) struct Foreign {
    pub(super) class: TaxClass,
    pub(super) net: Money,
    pub(super) tax: Money,
}

impl Foreign {
    /// Takes an amount and its tax, at its own tax.
    pub(super) fn take(&mut self, given: (Money, Money), id: SalesLineId, original: &SalesLine, policy: &TaxPolicy) -> Result<Option<Taken>> {
        let taken = self.taken(given, id, original, policy)?;
        (self.net, self.tax) = (self.net.minus(given.0)?, self.tax.minus(given.1)?);
        Ok(taken)
    }

    /// An amount and its tax as a line without goods; none if both are zero.
    pub(super) fn taken(&self, (net, tax): (Money, Money), id: SalesLineId, original: &SalesLine, policy: &TaxPolicy) -> Result<Option<Taken>> {
        if net.is_zero() && tax.is_zero() {
            return Ok(None);
        }
        let TaxClass { code, category, rate, .. } = self.class.clone();
        let line = PricedLine {
            unit_price: UnitPrice::new(net.amount(), net.currency())?,
            price_quantity: Quantity::from(1),
            includes_tax: false,
            discount_percent: None,
            entered_unit: None,
            entered_quantity: None,
            tax_code: code,
            tax_category: category,
            tax_rate: rate,
            ..original.priced()
        };
        Ok(Some(Taken { revenue: net, tax, ..Taken::nothing(id, line, policy) }))
    }
}
