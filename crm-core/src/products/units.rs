//! Units of measure as exact fractions of a product's base unit: a box is 12 pieces, a centimetre 1/100 of a metre.
//!
//! Invariant: a price is converted exactly or not at all: it stays in its own unit (100.00 per box of 12, not 8.33 per piece), and only the amount of
//! a line is rounded. A quantity that is not exact in base units is rounded to the product's stock decimals ([`UnitTable::to_base`]); the line keeps
//! the quantity entered, and the price applies to that.

use super::Product;
use crate::{
    act::ActContext,
    entity,
    entity::Value,
    error::{Code, Error, Result},
    ids::{ProductId, ProductUnitId},
    limits,
    num::{
        Decimal, FINE_SCALE, Quantity, RoundingMode, UnitPrice,
        fraction::{MILLION, greatest_common_divisor, millionths},
        overflow,
        rounding::to_whole,
    },
    query::Select,
    records::MasterRecord,
    storage::{LockKeys, Reads},
    text::quoted,
};
use std::collections::{BTreeMap, BTreeSet};

entity! {
    /// An additional unit of a product, worth `numerator / denominator` base units.
    ProductUnit "product_unit" {
        id: ProductUnitId,
        kind: Master,
        scope: Company,
        read: ProductsRead,
        write: ProductsWrite,
        unique: [["product_id", "unit"]],
        fields: {
            /// The product.
            product_id: ProductId,
            /// Unit name, such as `box`.
            unit: String,
            /// Number of base units equal to `denominator` of this unit.
            numerator: i64,
            /// Number of this unit equal to `numerator` base units.
            denominator: i64,
        }
    }
}

impl ProductUnit {
    /// A unit worth `numerator / denominator` base units.
    pub fn new(product_id: ProductId, unit: impl Into<String>, numerator: i64, denominator: i64) -> Self {
        Self { product_id, unit: unit.into(), numerator, denominator }
    }

    /// The unit's ratio to the base unit.
    ///
    /// # Errors
    /// `field.invalid`.
    pub fn ratio(&self) -> Result<UnitRatio> {
        UnitRatio::new(self.numerator, self.denominator)
    }
}

/// How many base units make one unit: a positive fraction in lowest terms.
///
/// ```
/// use crm_core::{num::Quantity, products::UnitRatio};
/// let (dozen, base) = (UnitRatio::new(12, 1)?, UnitRatio::ONE);
/// assert_eq!(dozen.convert(Quantity::parse("2.5")?, base)?, Quantity::from(30));
/// assert_eq!(base.convert(Quantity::from(18), dozen)?, Quantity::parse("1.5")?);
/// assert_eq!(base.convert(Quantity::from(1), dozen).unwrap_err().code().as_str(), "unit.inexact");
/// # Ok::<(), crm_core::Error>(())
/// ```
#[derive(Debug, Clone, Copy, PartialEq, Eq, serde::Serialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct UnitRatio {
    numerator: i128,
    denominator: i128,
}

impl UnitRatio {
    /// The base unit itself.
    pub const ONE: Self = Self { numerator: 1, denominator: 1 };

    /// A ratio.
    ///
    /// # Errors
    /// `field.invalid` unless both are from 1 to [`limits::MAX_UNIT_RATIO`].
    pub fn new(numerator: i64, denominator: i64) -> Result<Self> {
        for (field, value) in [("numerator", numerator), ("denominator", denominator)] {
            if !(1..=limits::MAX_UNIT_RATIO).contains(&value) {
                return Err(Error::field(field, format!("is not between 1 and {}", limits::MAX_UNIT_RATIO)));
            }
        }
        Self::lowest(numerator.into(), denominator.into())
    }

    /// The price quantity as a unit: a price per 100 pieces is a price per `of_quantity(100)` pieces.
    ///
    /// # Errors
    /// `field.invalid` unless positive.
    pub fn of_quantity(quantity: Quantity) -> Result<Self> {
        if !quantity.is_positive() {
            return Err(Error::field("quantity", "is not positive"));
        }
        Self::lowest(millionths(quantity.decimal())?, MILLION)
    }

    fn lowest(numerator: i128, denominator: i128) -> Result<Self> {
        let divisor = greatest_common_divisor(numerator, denominator);
        let part = |value: i128| value.checked_div(divisor).filter(|v| *v > 0).ok_or_else(overflow);
        Ok(Self { numerator: part(numerator)?, denominator: part(denominator)? })
    }

    /// The numerator, in lowest terms.
    pub fn numerator(self) -> i128 {
        self.numerator
    }

    /// The denominator, in lowest terms.
    pub fn denominator(self) -> i128 {
        self.denominator
    }

    /// How many of the other unit make one of this unit.
    ///
    /// # Errors
    /// `number.out_of_range`.
    pub fn per(self, other: Self) -> Result<Self> {
        let product = |a: i128, b: i128| a.checked_mul(b).ok_or_else(overflow);
        Self::lowest(product(self.numerator, other.denominator)?, product(self.denominator, other.numerator)?)
    }

    /// Converts a quantity of this unit to another unit of the same product.
    ///
    /// # Errors
    /// `unit.inexact` if the result needs more than 6 decimals; `number.out_of_range`.
    pub fn convert(self, quantity: Quantity, to: Self) -> Result<Quantity> {
        let ratio = self.per(to)?;
        Quantity::new(scaled(quantity.decimal(), ratio.numerator, ratio.denominator)?)
    }

    /// Converts a price per this unit to another unit of the same product.
    ///
    /// # Errors
    /// `unit.inexact` if the result needs more than 6 decimals; `number.out_of_range`. Line amounts do not need this: see
    /// [`line_amount`](crate::pricing::line_amount).
    pub fn convert_price(self, price: UnitPrice, to: Self) -> Result<UnitPrice> {
        let ratio = to.per(self)?;
        UnitPrice::new(scaled(price.amount(), ratio.numerator, ratio.denominator)?, price.currency())
    }
}

/// A price per a number of a line's units, as a price per a number of base units with at most 6 decimals.
///
/// # Errors
/// `number.out_of_range`.
pub(crate) fn price_in_base(price: UnitPrice, per: UnitRatio, ratio: UnitRatio) -> Result<(UnitPrice, Quantity)> {
    let base = per.per(UnitRatio::new(1, 1)?.per(ratio)?)?;
    let (above, below) = (Decimal::from(base.numerator()), Decimal::from(base.denominator()));
    let even = above.checked_div(below).ok_or_else(overflow)?;
    if let Ok(quantity) = Quantity::new(even)
        && even.checked_mul(below) == Some(above)
    {
        return Ok((price, quantity));
    }
    // A price per third of a unit is a third of the price per unit.
    let whole = price.amount().checked_mul(below).ok_or_else(overflow)?;
    Ok((UnitPrice::new(whole, price.currency())?, Quantity::new(above)?))
}

/// A number times a fraction, if the result is exact in 6 decimals.
fn scaled(value: Decimal, numerator: i128, denominator: i128) -> Result<Decimal> {
    let product = millionths(value)?.checked_mul(numerator).ok_or_else(overflow)?;
    if product.checked_rem(denominator) != Some(0) {
        let message = format!("{value} x {numerator} / {denominator} is not exact in {FINE_SCALE} decimals");
        return Err(Error::new(Code::UnitInexact, message).with("value", value).with("numerator", numerator).with("denominator", denominator));
    }
    let even = product.checked_div(denominator).ok_or_else(overflow)?;
    Decimal::try_from_i128_with_scale(even, FINE_SCALE).map_err(|_| overflow())
}

/// The units of one product.
#[derive(Debug, Clone)]
pub struct UnitTable {
    base: Option<String>,
    decimals: u32,
    ratios: BTreeMap<String, UnitRatio>,
}

impl UnitTable {
    /// The units of a product.
    ///
    /// # Errors
    /// `field.invalid` if a stored ratio is invalid.
    pub fn new<'u>(product: &Product, units: impl IntoIterator<Item = &'u ProductUnit>) -> Result<Self> {
        Ok(Self::of(product, units.into_iter().map(|u| Ok((u.unit.clone(), u.ratio()?))).collect::<Result<_>>()?))
    }

    pub(crate) fn of(product: &Product, ratios: BTreeMap<String, UnitRatio>) -> Self {
        let decimals = u32::try_from(product.stock_decimals).unwrap_or(FINE_SCALE).min(FINE_SCALE);
        Self { base: product.unit.clone(), decimals, ratios }
    }

    /// The base unit.
    pub fn base(&self) -> Option<&str> {
        self.base.as_deref()
    }

    /// How many base units make one of a unit; none is the base unit.
    ///
    /// # Errors
    /// `unit.unknown`.
    pub fn ratio(&self, unit: Option<&str>) -> Result<UnitRatio> {
        match unit {
            None => Ok(UnitRatio::ONE),
            Some(unit) if self.base() == Some(unit) => Ok(UnitRatio::ONE),
            Some(unit) => self.ratios.get(unit).copied().ok_or_else(|| {
                Error::new(Code::UnitUnknown, format!("the product has no unit {}", quoted(unit))).with("field", "unit").with("unit", unit)
            }),
        }
    }

    /// Converts a quantity to base units, as stock moves. Excess decimals beyond the product's stock decimals are rounded, halves away from zero.
    ///
    /// # Errors
    /// `unit.unknown`; `unit.inexact` if the result rounds to zero; `number.out_of_range`.
    pub fn to_base(&self, quantity: Quantity, unit: Option<&str>) -> Result<Quantity> {
        let ratio = self.ratio(unit)?;
        if ratio == UnitRatio::ONE {
            return Ok(quantity);
        }
        let steps = 10_i128.checked_pow(self.decimals).ok_or_else(overflow)?;
        let above = millionths(quantity.decimal())?.checked_mul(ratio.numerator).and_then(|v| v.checked_mul(steps)).ok_or_else(overflow)?;
        let kept = to_whole(above, ratio.denominator.checked_mul(MILLION).ok_or_else(overflow)?, RoundingMode::HalfUp)?;
        if kept == 0 && !quantity.is_zero() {
            let (unit, decimals) = (unit.unwrap_or_default(), self.decimals);
            let message =
                format!("{quantity} `{unit}` rounds to zero at {decimals} decimals of the base unit; enter more of it, or raise `stock_decimals`");
            return Err(Error::new(Code::UnitInexact, message).with("value", quantity).with("unit", unit).with("stock_decimals", decimals));
        }
        Quantity::new(Decimal::try_from_i128_with_scale(kept, self.decimals).map_err(|_| overflow())?)
    }

    /// The stock decimals.
    pub(crate) fn decimals(&self) -> u32 {
        self.decimals
    }

    /// Converts a quantity in base units to a unit.
    ///
    /// # Errors
    /// `unit.unknown`, `number.out_of_range`; `unit.inexact` if the result needs more than 6 decimals.
    pub fn from_base(&self, quantity: Quantity, unit: Option<&str>) -> Result<Quantity> {
        UnitRatio::ONE.convert(quantity, self.ratio(unit)?)
    }
}

impl MasterRecord for ProductUnit {
    fn check(&self) -> Result<()> {
        if self.unit.trim().is_empty() {
            return Err(Error::field("unit", "is empty"));
        }
        self.ratio().map(drop)
    }
}

/// Checks that each product has the unit named for it.
///
/// # Errors
/// `unit.unknown`.
pub(crate) async fn check_units(context: &mut ActContext<'_>, wanted: Vec<(ProductId, &str)>) -> Result<()> {
    if wanted.is_empty() {
        return Ok(());
    }
    let permit = context.full_permit();
    let ids: BTreeSet<ProductId> = wanted.iter().map(|(id, _)| *id).collect();
    let mut reads = Reads::new();
    let products = reads.select(Select::<Product>::new(&permit).keys(ids.iter().map(|id| Value::Id(id.0)))?);
    let units = reads.select(Select::<ProductUnit>::new(&permit).filter(&ProductUnit::product_id().is_in(ids))?.everything());
    let mut answers = context.read(&LockKeys::none(), reads).await?;
    let (products, units) = (answers.all(&products)?, answers.all(&units)?);
    for (id, unit) in wanted {
        if let Some(product) = products.iter().find(|p| p.id == id) {
            let own = units.iter().filter(|u| u.product_id == id).map(|u| &u.data);
            UnitTable::new(product, own)?.ratio(Some(unit)).map_err(|e| e.with("product", &product.code))?;
        }
    }
    Ok(())
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    fn quantity(text: &str) -> Quantity {
        Quantity::parse(text).unwrap()
    }

    #[test]
    fn a_box_of_twelve_is_twelve_pieces_and_a_metre_a_hundred_centimetres() {
        let product = Product { unit: Some("m".into()), ..Product::stocked("P", "Rope", crate::num::Currency::EUR) };
        let id = ProductId(uuid::Uuid::nil());
        let units = [ProductUnit::new(id, "cm", 1, 100), ProductUnit::new(id, "coil", 25, 2)];
        let table = UnitTable::new(&product, &units).unwrap();
        assert_eq!(table.to_base(quantity("150"), Some("cm")).unwrap(), quantity("1.5"));
        assert_eq!(table.to_base(quantity("2"), Some("coil")).unwrap(), quantity("25"));
        assert_eq!(table.to_base(quantity("2"), Some("m")).unwrap(), quantity("2"));
        assert_eq!(table.from_base(quantity("1.5"), Some("cm")).unwrap(), quantity("150"));
        assert_eq!(table.ratio(Some("kg")).unwrap_err().code(), Code::UnitUnknown);
        let pounds = [ProductUnit::new(id, "lb", 45_359_237, 100_000_000), ProductUnit::new(id, "gr", 1, 1_000_000_000)];
        let table = |stock_decimals| UnitTable::new(&Product { stock_decimals, ..product.clone() }, &pounds).unwrap();
        assert_eq!(table(6).to_base(quantity("110.231"), Some("lb")).unwrap(), quantity("49.999941"));
        assert_eq!(table(2).to_base(quantity("-110.231"), Some("lb")).unwrap(), quantity("-50"));
        assert_eq!(table(6).to_base(quantity("499"), Some("gr")).unwrap_err().code(), Code::UnitInexact);
        assert_eq!(table(6).to_base(quantity("500"), Some("gr")).unwrap(), quantity("0.000001"));
        let error = UnitRatio::ONE.convert(quantity("1"), UnitRatio::new(3, 1).unwrap()).unwrap_err();
        assert_eq!((error.code(), error.context("value")), (Code::UnitInexact, Some("1")));
    }

    #[test]
    fn a_price_of_a_box_is_no_price_of_a_piece_unless_it_comes_out_even() {
        let price = |text| UnitPrice::parse(text, crate::num::Currency::EUR).unwrap();
        let dozen = UnitRatio::new(12, 1).unwrap();
        assert_eq!(dozen.convert_price(price("100"), UnitRatio::ONE).unwrap_err().code(), Code::UnitInexact);
        assert_eq!(dozen.convert_price(price("102"), UnitRatio::ONE).unwrap(), price("8.5"));
        assert_eq!(UnitRatio::ONE.convert_price(price("8.5"), dozen).unwrap(), price("102"));
    }

    proptest! {
        /// A conversion and its inverse cancel out; an inexact conversion is an error.
        #[test]
        fn a_conversion_and_its_way_back_cancel(q in -1_000_000_000_i64..1_000_000_000, a in 1_i64..5000, b in 1_i64..5000, c in 1_i64..5000, d in 1_i64..5000) {
            let (from, to) = (UnitRatio::new(a, b).unwrap(), UnitRatio::new(c, d).unwrap());
            let quantity = Quantity::new(Decimal::new(q, 6)).unwrap();
            match from.convert(quantity, to) {
                Ok(there) => prop_assert_eq!(to.convert(there, from).unwrap(), quantity),
                Err(error) => prop_assert_eq!(error.code(), Code::UnitInexact),
            }
        }

        /// A conversion via a third unit gives the same result.
        #[test]
        fn conversions_follow_each_other(q in 1_i64..1_000_000, a in 1_i64..200, b in 1_i64..200, c in 1_i64..200) {
            let [x, y, z] = [a, b, c].map(|n| UnitRatio::new(n, 1).unwrap());
            let quantity = Quantity::new(Decimal::from(q)).unwrap();
            if let (Ok(direct), Ok(half)) = (x.convert(quantity, z), x.convert(quantity, y)) {
                prop_assert_eq!(y.convert(half, z).unwrap(), direct);
            }
        }
    }
}
