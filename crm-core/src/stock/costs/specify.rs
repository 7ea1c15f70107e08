//! Writing the specified costs of a product.

use crate::{
    act::ActContext,
    entity::Stored,
    error::Result,
    ids::ProductId,
    products::ProductCost,
    query::Select,
    storage::{ChangeSet, Reads},
    time::Day,
};

/// Reads the specified cost that is valid from exactly this day, if any.
pub(super) fn specified_on(
    reads: &mut Reads,
    context: &ActContext<'_>,
    product_id: ProductId,
    day: Day,
) -> Result<crate::storage::Ask<Stored<ProductCost>>> {
    let same = ProductCost::product_id().eq(product_id).and(ProductCost::valid_from().eq(day));
    Ok(reads.select(Select::<ProductCost>::new(&context.company_permit()).filter(&same)?))
}

pub(super) fn specify(changes: &mut ChangeSet, stored: Option<&Stored<ProductCost>>, cost: &ProductCost) {
    match stored {
        Some(stored) => changes.update(stored, cost.clone()),
        None => changes.insert(&Stored::new(changes.new_id(), cost.clone())),
    }
}
