//! Tax rates from a day on, and the totals of a document under its policy.

mod totals;

pub use totals::{TaxClass, TaxGroup, TaxItem, TaxPolicy, Totals, totals};

use crate::{
    entity,
    entity::{Kind, Reach, Stored},
    error::{Code, Error, Result},
    ids::TaxRateId,
    num::{Decimal, Rate},
    text_enum,
    time::Day,
};

text_enum! {
    /// Where tax is rounded.
    TaxMethod {
        /// Once for each rate, on the sum of its line nets: EN 16931.
        PerRate = "per_rate",
        /// On each line.
        PerLine = "per_line",
        /// Once for the whole document: the exact taxes of all rates are added up, and the sum is rounded.
        Document = "document",
    }
}

text_enum! {
    /// Why a rate applies: the category codes of EN 16931 (UNTDID 5305).
    TaxCategory {
        /// Standard or reduced rate.
        Standard = "S",
        /// Zero rated.
        ZeroRated = "Z",
        /// Exempt.
        Exempt = "E",
        /// The buyer accounts for the tax.
        ReverseCharge = "AE",
        /// Supply within the European Union.
        IntraCommunity = "K",
        /// Export.
        Export = "G",
        /// Outside the scope of tax.
        OutOfScope = "O",
        /// General indirect tax of the Canary Islands.
        CanaryIslands = "L",
        /// Tax of Ceuta and Melilla.
        CeutaMelilla = "M",
        /// Margin scheme, travel agents.
        MarginTravel = "D",
        /// Margin scheme, second-hand goods.
        MarginSecondHand = "F",
        /// Margin scheme, works of art.
        MarginArt = "I",
        /// Margin scheme, collectors' items and antiques.
        MarginAntiques = "J",
    }
}

impl TaxCategory {
    /// Whether no tax is charged in it, so that its rate is 0.
    fn is_untaxed(self) -> bool {
        use TaxCategory::{Exempt, Export, IntraCommunity, OutOfScope, ReverseCharge, ZeroRated};
        matches!(self, ZeroRated | Exempt | ReverseCharge | IntraCommunity | Export | OutOfScope)
    }
}

entity! {
    /// The rate of a tax code from a day on.
    TaxRate "tax_rate" {
        id: TaxRateId,
        kind: Kind::Master,
        reach: Reach::Company,
        unique: [["code", "valid_from"]],
        fields: {
            /// Tax code, such as `S`.
            code: String,
            /// Name for documents.
            name: String,
            /// Category, which documents show and totals are grouped by.
            category: TaxCategory,
            /// Rate in percent.
            rate: Rate,
            /// First day.
            valid_from: Day,
        }
    }
}

/// The rate of a code that is in force on a day.
///
/// # Errors
/// `tax.rate_missing`.
pub fn rate_on<'r>(rates: &'r [Stored<TaxRate>], code: &str, day: Day) -> Result<&'r TaxRate> {
    let in_force = rates.iter().filter(|r| r.code == code && r.valid_from <= day).max_by_key(|r| r.valid_from);
    in_force.map(|r| &r.data).ok_or_else(|| {
        Error::new(Code::TaxRateMissing, format!("no rate of tax code `{code}` is in force on {day}")).with("tax_code", code).with("day", day)
    })
}

impl TaxRate {
    /// A rate from a day on: of the standard category, or zero rated if it is zero.
    pub fn new(code: impl Into<String>, name: impl Into<String>, rate: Rate, valid_from: Day) -> Self {
        let category = if rate == Rate::ZERO { TaxCategory::ZeroRated } else { TaxCategory::Standard };
        Self { code: code.into(), name: name.into(), category, rate, valid_from }
    }

    /// Whether the rate is one of its category: more than nothing where tax is charged (BR-S-05), nothing where none is (BR-Z-05, BR-E-05,
    /// BR-AE-05, BR-IC-05, BR-G-05, BR-O-05).
    ///
    /// # Errors
    /// `field.invalid`.
    pub(crate) fn check_rate(&self) -> Result<()> {
        let reason = match self.category {
            _ if self.rate < Rate::ZERO || self.rate.decimal() > Decimal::ONE_HUNDRED => "is not between 0 and 100",
            TaxCategory::Standard if self.rate == Rate::ZERO => "is 0, and category S has a rate",
            category if category.is_untaxed() && self.rate != Rate::ZERO => "is more than 0, and its category has none",
            _ => return Ok(()),
        };
        Err(Error::field("rate", reason).with("category", self.category.as_str()))
    }

    /// How lines that it applies to are taxed.
    pub fn tax_class(&self) -> TaxClass {
        TaxClass { code: self.code.clone(), name: self.name.clone(), category: self.category, rate: self.rate }
    }
}
