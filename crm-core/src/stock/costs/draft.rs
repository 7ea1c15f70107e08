//! The first steps of the acts on costs: goods, checks and document.

use crate::{
    error::{Error, Result},
    ids::{ProductId, StockDocumentId},
    num::{Decimal, UnitPrice},
    products::Product,
    stock::{Goods, MovementKind, document::NewDocument, request::check_text},
    storage::ChangeSet,
    time::Day,
};

pub(super) fn of_product(product_id: ProductId, lot: Option<&str>) -> Goods {
    [(product_id, lot)].into_iter().collect()
}

pub(super) fn document(
    kind: MovementKind,
    day: Day,
    reference: Option<&String>,
    corrects: Option<StockDocumentId>,
    changes: &ChangeSet,
) -> Result<NewDocument> {
    check_text("reference", reference.map(String::as_str))?;
    let mut document = NewDocument::new(kind, day, changes);
    (document.reference, document.corrects_id) = (reference.cloned(), corrects);
    Ok(document)
}

pub(super) fn check_stocked(product: &Product) -> Result<()> {
    if product.is_stocked { Ok(()) } else { Err(Error::field("product_id", "is a service, which has no stock")) }
}

pub(super) fn check_cost(cost: UnitPrice, currency: crate::num::Currency) -> Result<()> {
    crate::num::same_currency(cost.currency(), currency)?;
    if cost.amount() < Decimal::ZERO { Err(Error::field("unit_cost", "is negative")) } else { Ok(()) }
}
