//! Products and services, and the tree of their groups.

use crate::{
    costing::MOVING_AVERAGE,
    entity,
    entity::{Kind, Mask, Masked, Reach},
    ids::{ProductCostId, ProductGroupId, ProductId},
    num::{Currency, UnitPrice},
    text_enum,
    time::Day,
};

text_enum! {
    /// What is told apart of a product's goods.
    Tracking {
        /// Nothing.
        None = "none",
        /// Lots: each with a quantity of its own.
        Lot = "lot",
        /// Serials: each one piece.
        Serial = "serial",
    }
}

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
            /// What is told apart of its goods. It stays as it was made.
            tracking: Tracking,
            /// Costing method, by the name of its strategy. Changed by `stock().change_method`, which carries the value.
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

entity! {
    /// The specified unit cost of a product from a day on, until the next one.
    ProductCost "product_cost" {
        id: ProductCostId,
        kind: Kind::Master,
        reach: Reach::Company,
        unique: [["product_id", "valid_from"]],
        fields: {
            /// The product.
            product_id: ProductId => [refers("product")],
            /// First day on which it is in force.
            valid_from: Day,
            /// Currency of the cost.
            currency: Currency,
            /// Cost per unit.
            unit_cost: Masked<UnitPrice> => [masked(Mask::Cost)],
        }
    }
}

impl ProductCost {
    /// A cost from a day on.
    pub fn new(product_id: ProductId, valid_from: Day, unit_cost: UnitPrice) -> Self {
        Self { product_id, valid_from, currency: unit_cost.currency(), unit_cost: Masked::Shown(unit_cost) }
    }

    /// The cost in force on a day, if there is one.
    pub fn on<'c>(costs: impl IntoIterator<Item = &'c ProductCost>, day: Day) -> Option<UnitPrice> {
        costs.into_iter().filter(|c| c.valid_from <= day).max_by_key(|c| c.valid_from).and_then(|c| c.unit_cost.shown())
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
            tracking: Tracking::None,
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
