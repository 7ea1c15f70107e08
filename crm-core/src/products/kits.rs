//! Kits: sold as one item and delivered as their components.
//!
//! Invariant: a component is never a kit, so a kit explodes in one step and no cycle is possible.

use crate::{
    act::ActContext,
    entity,
    entity::{Stored, Value},
    error::{Code, Error, Result},
    ids::{KitComponentId, ProductId},
    num::{Quantity, overflow},
    products::Product,
    query::Select,
    records::MasterRecord,
    storage::{LockKeys, Reads},
};
use async_trait::async_trait;
use std::collections::{BTreeMap, BTreeSet};

entity! {
    /// A component of a kit: a quantity of a product, in its base unit, per kit.
    KitComponent "kit_component" {
        id: KitComponentId,
        kind: Master,
        scope: Company,
        read: ProductsRead,
        write: ProductsWrite,
        unique: [["kit_id", "component_id"]],
        fields: {
            /// The kit.
            kit_id: ProductId,
            /// The component product.
            component_id: ProductId,
            /// Quantity per kit, positive.
            quantity: Quantity,
        }
    }
}

impl KitComponent {
    /// A quantity of a product per kit.
    pub fn new(kit_id: ProductId, component_id: ProductId, quantity: Quantity) -> Self {
        Self { kit_id, component_id, quantity }
    }
}

/// The quantities to issue from stock for a quantity of a kit, in the order of the components.
///
/// ```
/// use crm_core::{Uuid, entity::Stored, ids::{KitComponentId, ProductId}, num::Quantity, products::{KitComponent, explode}};
/// let [kit, lamp, bulb] = [1, 2, 3].map(|n| ProductId(Uuid::from_u128(n)));
/// let part = |n, product, quantity| Stored::new(KitComponentId(Uuid::from_u128(n)), KitComponent::new(kit, product, quantity));
/// let parts = [part(4, lamp, Quantity::from(1)), part(5, bulb, Quantity::parse("2.5")?)];
/// assert_eq!(explode(kit, Quantity::from(4), &parts)?, [(lamp, Quantity::from(4)), (bulb, Quantity::from(10))]);
/// # Ok::<(), crm_core::Error>(())
/// ```
///
/// # Errors
/// `number.too_precise`, `number.out_of_range`.
pub fn explode(kit_id: ProductId, quantity: Quantity, components: &[Stored<KitComponent>]) -> Result<Vec<(ProductId, Quantity)>> {
    let of_kit = components.iter().filter(|c| c.kit_id == kit_id);
    let part = |c: &Stored<KitComponent>| {
        let exact = c.quantity.decimal().checked_mul(quantity.decimal()).ok_or_else(overflow)?;
        Ok((c.component_id, Quantity::new(exact)?))
    };
    of_kit.map(part).collect()
}

#[async_trait]
impl MasterRecord for KitComponent {
    fn check(&self) -> Result<()> {
        if !self.quantity.is_positive() {
            return Err(Error::field("quantity", "is not positive"));
        }
        if self.kit_id == self.component_id {
            return Err(Error::new(Code::KitNested, "a kit cannot contain itself").with("field", "component_id").with("kit_id", self.kit_id));
        }
        Ok(())
    }

    /// Both products are locked, so that neither changes its kind concurrently.
    async fn check_others(context: &mut ActContext<'_>, _: Option<&Stored<Self>>, records: &[&Self]) -> Result<()> {
        let ids: BTreeSet<ProductId> = records.iter().flat_map(|r| [r.kit_id, r.component_id]).collect();
        let mut reads = Reads::new();
        let ask = reads.select(Select::<Product>::new(&context.full_permit()).keys(ids.iter().map(|id| Value::Id(id.0)))?);
        let locks = LockKeys::none().and::<Product, _>(ids);
        let products: BTreeMap<ProductId, Product> = context.read(&locks, reads).await?.all(&ask)?.into_iter().map(|p| (p.id, p.data)).collect();
        for record in records {
            if !products.get(&record.kit_id).is_some_and(|p| p.is_kit) {
                return Err(Error::field("kit_id", "is not a kit").with("kit_id", record.kit_id));
            }
            if products.get(&record.component_id).is_some_and(|p| p.is_kit) {
                let error = Error::new(Code::KitNested, "a kit cannot contain another kit");
                return Err(error.with("field", "component_id").with("product_id", record.component_id));
            }
        }
        Ok(())
    }
}
