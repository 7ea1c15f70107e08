//! Products, services and kits, the tree of product groups, units of measure, and product codes.
//!
//! A document line keeps the code and name that the product had at the time: renaming a product never rewrites history.
//!
//! - **Units** ([`ProductUnit`]) are exact fractions of the product's base unit ([`UnitRatio`]). Only two things are rounded: the amount of a line,
//!   and the quantity that stock moves by if it is not exact ([`Product::stock_decimals`]).
//! - **Codes** ([`ProductCode`]): any number of them per product; `session.products().resolve(..)` resolves a scanned or typed text.
//! - **Kits** have components and no stock of their own. A component is never a kit, so [`explode`] takes one step.
//! - **Numbering:** a product created with an empty code takes the next number of the nearest group with a prefix.

mod codes;
mod kits;
mod resolve;
mod units;

pub use crate::text::{Initials, Transliterator};
pub use codes::{CodeKind, ProductCode, code_key, is_gtin};
pub(crate) use codes::{check_period, is_within};
pub use kits::{KitComponent, explode};
pub use resolve::{CodeMatch, MatchedBy, Resolved};
pub use units::{ProductUnit, UnitRatio, UnitTable};
pub(crate) use units::{check_units, price_in_base};

use crate::{
    act::ActContext,
    costing::MOVING_AVERAGE,
    entity,
    entity::{Mask, Masked, Stored},
    error::{Code, Error, Result},
    ids::{ProductCostId, ProductGroupId, ProductId},
    limits,
    num::{Currency, Quantity, UnitPrice},
    query::Select,
    records::{MasterRecord, References, check_prefix, code_from_series},
    storage::{LockKeys, Reads},
    text_enum,
    time::Day,
};
use async_trait::async_trait;

/// Default decimals of stock: as many as a quantity has.
pub const DEFAULT_STOCK_DECIMALS: i64 = 6;

/// [`DEFAULT_STOCK_DECIMALS`] as a function, for deserialization.
pub(crate) fn default_stock_decimals() -> i64 {
    DEFAULT_STOCK_DECIMALS
}

/// Default digits of a number after its prefix.
pub const DEFAULT_CODE_DIGITS: i64 = 4;

/// [`DEFAULT_CODE_DIGITS`] as a function, for deserialization.
pub(crate) fn default_code_digits() -> i64 {
    DEFAULT_CODE_DIGITS
}

fn default_costing() -> String {
    MOVING_AVERAGE.to_owned()
}
text_enum! {
    /// How a product's goods are tracked.
    #[derive(Default)]
    Tracking {
        /// Not tracked.
        #[default]
        None = "none",
        /// By lot, each with its own quantity.
        Lot = "lot",
        /// By serial number, each a single piece.
        Serial = "serial",
    }
}

entity! {
    /// A node in the tree of product groups, nested up to the depth limit.
    ProductGroup "product_group" {
        id: ProductGroupId,
        kind: Master,
        scope: Company,
        read: ProductsRead,
        write: ProductsWrite,
        tree: "parent_id",
        unique: [["code"]],
        fields: {
            /// Code.
            code: String => [required(), text(limits::MAX_CODE)],
            /// Name.
            name: String => [searchable(), required()],
            /// Parent group; none for a root.
            parent_id: Option<ProductGroupId>,
            /// Prefix of its new products' codes; none: inherited from the parent group.
            code_prefix: Option<String>,
            /// Minimum digits of the number after the prefix.
            #[serde(default = "crate::products::default_code_digits")]
            code_digits: i64 => [between(1, limits::MAX_CODE_DIGITS)],
        }
    }
}

entity! {
    /// A stocked product, a service, or a kit.
    Product "product" {
        id: ProductId,
        kind: Master,
        scope: Company,
        read: ProductsRead,
        write: ProductsWrite,
        unique: [["code"]],
        fields: {
            /// Product code.
            #[serde(default)]
            code: String => [searchable(), required(), text(limits::MAX_CODE)],
            /// Name.
            name: String => [searchable(), required()],
            /// Model.
            model: Option<String> => [searchable()],
            /// Specification: size, colour, grade and the like.
            specification: Option<String> => [searchable()],
            /// Short form of the name for typing, such as its initials.
            mnemonic: Option<String> => [searchable()],
            /// Brand.
            brand: Option<String>,
            /// Notes.
            notes: Option<String> => [text(limits::MAX_NOTES)],
            /// Group.
            group_id: Option<ProductGroupId>,
            /// Base unit of measure, for quantities, stock, costs and the list price.
            unit: Option<String>,
            /// Decimals of its stock quantities, at most 6: a quantity converted from another unit is rounded to these.
            #[serde(default = "crate::products::default_stock_decimals")]
            stock_decimals: i64 => [between(0, DEFAULT_STOCK_DECIMALS)],
            /// Whether stock is kept; a service has neither stock nor cost.
            #[serde(default = "crate::entity::yes")]
            is_stocked: bool,
            /// Whether it is a kit, sold as one item and delivered as its components; a kit has no stock of its own.
            #[serde(default)]
            is_kit: bool,
            /// How its goods are tracked; immutable.
            #[serde(default)]
            tracking: Tracking => [fixed()],
            /// Costing method, by strategy name; changed by `stock().change_method`, which carries the value over.
            #[serde(default = "default_costing")]
            costing: String,
            /// Tax code; none: the customer's, then the company's.
            tax_code: Option<String>,
            /// Currency of the list price.
            currency: Currency,
            /// List price per base unit.
            list_price: Option<UnitPrice>,
            /// Whether new documents may sell it.
            #[serde(default = "crate::entity::yes")]
            is_active: bool,
        }
    }
}

entity! {
    /// The specified unit cost of a product from a day on, until replaced by a later one.
    ProductCost "product_cost" {
        id: ProductCostId,
        kind: Master,
        scope: Company,
        read: CostRead,
        write: CostWrite,
        unique: [["product_id", "valid_from"]],
        fields: {
            /// The product.
            product_id: ProductId,
            /// First day in force.
            valid_from: Day,
            /// Currency of the cost.
            currency: Currency,
            /// Cost per unit.
            unit_cost: Masked<UnitPrice> => [masked(Mask::Cost)],
        }
    }
}

impl ProductCost {
    /// A specified cost from a day on.
    pub fn new(product_id: ProductId, valid_from: Day, unit_cost: UnitPrice) -> Self {
        Self { product_id, valid_from, currency: unit_cost.currency(), unit_cost: Masked::Shown(unit_cost) }
    }

    /// The cost in force on a day, if any.
    pub fn on<'c>(costs: impl IntoIterator<Item = &'c ProductCost>, day: Day) -> Option<UnitPrice> {
        costs.into_iter().filter(|c| c.valid_from <= day).max_by_key(|c| c.valid_from).and_then(|c| c.unit_cost.shown())
    }
}

impl ProductGroup {
    /// A group under a parent, or at the root.
    pub fn new(code: impl Into<String>, name: impl Into<String>, parent_id: Option<ProductGroupId>) -> Self {
        Self { code: code.into(), name: name.into(), parent_id, code_prefix: None, code_digits: DEFAULT_CODE_DIGITS }
    }
}

impl Product {
    /// A stocked product, valued at moving average.
    pub fn stocked(code: impl Into<String>, name: impl Into<String>, currency: Currency) -> Self {
        Self {
            code: code.into(),
            name: name.into(),
            model: None,
            specification: None,
            mnemonic: None,
            brand: None,
            notes: None,
            group_id: None,
            unit: None,
            stock_decimals: DEFAULT_STOCK_DECIMALS,
            is_stocked: true,
            is_kit: false,
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

    /// A kit: sold as one item, delivered as its components.
    pub fn kit(code: impl Into<String>, name: impl Into<String>, currency: Currency) -> Self {
        Self { is_kit: true, ..Self::service(code, name, currency) }
    }
}

impl MasterRecord for ProductGroup {
    fn check(&self) -> Result<()> {
        check_prefix(self.code_prefix.as_ref())
    }
}

#[async_trait]
impl MasterRecord for Product {
    code_from_series!(ProductGroup);

    fn fill_mnemonic(&mut self, transliterator: &dyn Transliterator) {
        if self.mnemonic.is_none() {
            self.mnemonic = transliterator.mnemonic(&self.name);
        }
    }

    fn check_immutable(&mut self, stored: &Self) -> Result<()> {
        if self.costing != stored.costing {
            return Err(Error::field("costing", "can only be changed by a change of method, which carries over the stock value"));
        }
        Ok(())
    }

    fn check(&self) -> Result<()> {
        if self.is_kit && self.is_stocked {
            return Err(Error::field("is_stocked", "is true for a kit, which has no stock of its own"));
        }
        if self.costing == crate::costing::LOT && self.tracking == Tracking::None {
            return Err(Error::field("tracking", "is `none`, but the product is costed by lot"));
        }
        match self.list_price {
            Some(price) if price.currency() != self.currency => Err(Error::field("list_price", "is not in the product's currency")),
            _ => Ok(()),
        }
    }

    fn check_references(&self, references: &References) -> Result<()> {
        references.company().check_settled("list_price", self.list_price, Quantity::ZERO)
    }

    /// A kit has components and a component is never a kit: a product's kind can only change while nothing depends on it.
    async fn check_others(context: &mut ActContext<'_>, stored: Option<&Stored<Self>>, records: &[&Self]) -> Result<()> {
        let (Some(stored), Some(next)) = (stored, records.first()) else { return Ok(()) };
        if stored.is_kit == next.is_kit {
            return Ok(());
        }
        let uses = KitComponent::component_id().eq(stored.id).or(KitComponent::kit_id().eq(stored.id));
        let mut reads = Reads::new();
        let ask = reads.select(Select::<KitComponent>::new(&context.full_permit()).filter(&uses)?.limit(1)?);
        match context.read(&LockKeys::none(), reads).await?.first(&ask)? {
            Some(part) => {
                let message = format!("`{}` has components or is one, so whether it is a kit cannot change", stored.code);
                Err(Error::new(Code::KitNested, message).with("field", "is_kit").with("kit_id", part.kit_id).with("product_id", part.component_id))
            }
            None => Ok(()),
        }
    }
}

impl MasterRecord for ProductCost {
    fn check(&self) -> Result<()> {
        match self.unit_cost.shown() {
            Some(cost) if cost.amount().is_sign_negative() => Err(Error::field("unit_cost", "is negative")),
            Some(cost) if cost.currency() != self.currency => Err(Error::field("unit_cost", "is not in the record's currency")),
            Some(_) => Ok(()),
            None => Err(Error::field("unit_cost", "is hidden, so it cannot be written")),
        }
    }
}
