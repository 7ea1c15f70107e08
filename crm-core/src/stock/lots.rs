//! Lots: which to take for a delivery, and warnings about expiry.

use super::{LotBalance, StockLot, StockService, days::Later};
use crate::{
    access::{Permit, Right},
    company::Company,
    error::{Error, Result},
    ids::{CustomerId, ProductId, SalesDocumentId, WarehouseId},
    num::Quantity,
    policy::PolicyLevel,
    query::Select,
    storage::Reads,
    time::Day,
};
use chrono::Days;
use serde::{Deserialize, Serialize};
use std::collections::BTreeMap;

/// Warns that a lot was delivered that has expired or will expire soon.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct LotWarning {
    /// The delivery line.
    pub line: i64,
    /// The product, or the component of a kit.
    pub product_id: ProductId,
    /// Lot or serial number.
    pub lot: String,
    /// Day from which the lot is expired.
    pub expires_on: Day,
}

/// A lot of a component, on the delivery of a kit.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct ComponentLot {
    /// The component.
    pub product_id: ProductId,
    /// Lot or serial number.
    pub lot: String,
    /// Quantity; none: what the other lots leave of the component's quantity, and one piece for a serial number.
    #[serde(default)]
    pub quantity: Option<Quantity>,
}

impl ComponentLot {
    /// A lot for all that the line takes of a component, or the one piece with a serial number.
    pub fn new(product_id: ProductId, lot: impl Into<String>) -> Self {
        Self { product_id, lot: lot.into(), quantity: None }
    }
}

/// A quantity to take from a lot.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct LotProposal {
    /// Lot or serial number.
    pub lot: String,
    /// Day from which the lot is expired.
    pub expires_on: Option<Day>,
    /// Quantity to take.
    pub quantity: Quantity,
}

impl StockService<'_> {
    /// Proposes lots of a product in a warehouse for a delivery on a day: earliest expiry first, lots without an expiry day last. Lots to which the
    /// company's expiry policy objects are left out; if stock is insufficient, the proposals total less than the requested quantity.
    ///
    /// # Errors
    /// `access.denied`, `field.invalid`, `storage.*`.
    pub async fn propose_lots(&self, product_id: ProductId, warehouse_id: WarehouseId, quantity: Quantity, day: Day) -> Result<Vec<LotProposal>> {
        let build = |permit: &Permit, reads: &mut Reads| {
            if !quantity.is_positive() {
                return Err(Error::field("quantity", "is not positive"));
            }
            let there = LotBalance::product_id().eq(product_id).and(LotBalance::warehouse_id().eq(warehouse_id));
            let there = there.and(LotBalance::quantity().gt(Quantity::ZERO));
            let lots = StockLot::product_id().eq(product_id).and(StockLot::quantity().gt(Quantity::ZERO));
            Ok((
                reads.select(Select::<Company>::new(permit)),
                reads.select(Select::<LotBalance>::new(permit).filter(&there)?.everything()),
                reads.select(Select::<StockLot>::new(permit).filter(&lots)?.everything()),
                // All movements count, whatever the caller's scope: what has left is not available to anyone.
                Later::ask(reads, &permit.unscoped(), &[product_id], &[warehouse_id], day)?,
            ))
        };
        let ((company, there, lots, later), mut answers) = self.0.read(Right::StockRead, build).await?;
        let company = answers.first(&company)?.ok_or_else(|| Error::corrupt("the company is missing"))?;
        let ahead = company.expiry_days.unsigned_abs();
        let is_good = |expires_on: Day| {
            company.expiry_policy == PolicyLevel::Off || day.checked_add_days(Days::new(ahead)).is_some_and(|until| until < expires_on)
        };
        let expires: BTreeMap<String, Option<Day>> = answers.all(&lots)?.into_iter().map(|l| (l.lot.clone(), l.expires_on)).collect();
        let there = answers.all(&there)?;
        let later = Later::take(answers.rows(&later))?;
        let mut free = Vec::with_capacity(there.len());
        for balance in there {
            let expires_on = expires.get(&balance.lot).copied().flatten();
            let quantity = balance.quantity.minus(later.missing(product_id, warehouse_id, Some(&balance.lot)))?;
            if quantity.is_positive() && expires_on.is_none_or(is_good) {
                free.push(LotProposal { lot: balance.lot.clone(), expires_on, quantity });
            }
        }
        first_expired(free, quantity)
    }
}

/// The lots that expire first, up to the needed quantity.
fn first_expired(mut free: Vec<LotProposal>, needed: Quantity) -> Result<Vec<LotProposal>> {
    free.sort_by(|a, b| (a.expires_on.is_none(), a.expires_on, &a.lot).cmp(&(b.expires_on.is_none(), b.expires_on, &b.lot)));
    let (mut left, mut taken) = (needed, Vec::new());
    for lot in free {
        let quantity = lot.quantity.min(left);
        if !quantity.is_positive() {
            break;
        }
        left = left.minus(quantity)?;
        taken.push(LotProposal { quantity, ..lot });
    }
    Ok(taken)
}

crate::text::texts! {
    ComponentLot: lot;
}

/// A delivery or return of goods of a lot.
#[derive(Debug, Clone, PartialEq, Serialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct LotReceiver {
    /// The customer.
    pub customer_id: CustomerId,
    /// The delivery or return.
    pub document_id: SalesDocumentId,
    /// Document date.
    pub day: Day,
    /// Quantity: delivered if positive, returned if negative.
    pub quantity: Quantity,
}
