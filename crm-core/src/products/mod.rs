//! Products and services, and the tree of their groups.

use crate::{
    costing::MOVING_AVERAGE,
    entity,
    entity::{Kind, Reach},
    ids::{ProductGroupId, ProductId},
    num::{Currency, UnitPrice},
};

entity! {
    /// A node in the tree of product groups, of any depth up to the limit.
    ProductGroup "product_group" {
        id: ProductGroupId,
        kind: Kind::Master,
        reach: Reach::Company,
        tree: "parent_id",
        unique: [["code"]],
        fields: {
            /// Code.
            code: String,
            /// Name.
            name: String => [searchable()],
            /// The group above; none at the top.
            parent_id: Option<ProductGroupId> => [refers("product_group")],
        }
    }
}

entity! {
    /// A product that is stocked, or a service that is only sold.
    Product "product" {
        id: ProductId,
        kind: Kind::Master,
        reach: Reach::Company,
        unique: [["code"]],
        fields: {
            /// Own code.
            code: String => [searchable()],
            /// Name.
            name: String => [searchable()],
            /// Group.
            group_id: Option<ProductGroupId> => [refers("product_group")],
            /// Unit of measure.
            unit: Option<String>,
            /// Whether stock is kept; a service has no stock and no cost.
            is_stocked: bool,
            /// Costing method, by the name of its strategy.
            costing: String,
            /// Tax code; none: the customer's, then the company's.
            tax_code: Option<String>,
            /// Currency of the list price.
            currency: Currency,
            /// List price per unit.
            list_price: Option<UnitPrice>,
            /// Whether new documents may sell it.
            is_active: bool,
        }
    }
}

impl ProductGroup {
    /// A group below another, or at the top.
    pub fn new(code: impl Into<String>, name: impl Into<String>, parent_id: Option<ProductGroupId>) -> Self {
        Self { code: code.into(), name: name.into(), parent_id }
    }
}

impl Product {
    /// A stocked product, costed by moving average.
    pub fn stocked(code: impl Into<String>, name: impl Into<String>, currency: Currency) -> Self {
        Self {
            code: code.into(),
            name: name.into(),
            group_id: None,
            unit: None,
            is_stocked: true,
            costing: MOVING_AVERAGE.to_owned(),
            tax_code: None,
            currency,
            list_price: None,
            is_active: true,
        }
    }

    /// A service: sold, never stocked, without cost.
    pub fn service(code: impl Into<String>, name: impl Into<String>, currency: Currency) -> Self {
        Self { is_stocked: false, ..Self::stocked(code, name, currency) }
    }
}
