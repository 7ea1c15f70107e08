//! Tax rates from a day on, and the totals of a document under its policy.

mod totals;

pub use crate::policy::{TaxMethod, TaxPolicy};
pub use totals::{TaxClass, TaxGroup, TaxItem, Totals, totals};
pub(crate) use totals::{sharers, tax_in, without_tax};

use crate::{
    entity,
    entity::Stored,
    error::{Code, Error, Result},
    ids::TaxRateId,
    num::{Decimal, Rate},
    records::MasterRecord,
    text::{check_length, quoted},
    text_enum,
    time::Day,
};
use serde::{Deserialize, Serialize};

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
        kind: Master,
        scope: Company,
        read: ProductsRead,
        write: ProductsWrite,
        unique: [["code", "valid_from"]],
        fields: {
            /// Tax code, such as `S`.
            code: String => [required(), text(crate::limits::MAX_CODE)],
            /// Name for documents.
            name: String => [required()],
            /// Category, which documents show and totals are grouped by.
            category: TaxCategory,
            /// Rate in percent.
            rate: Rate,
            /// First day.
            valid_from: Day,
            /// Which codes of products it stands for, by the tax profile of the customer.
            #[serde(default)]
            replaces: Vec<TaxReplacement>,
            /// Why nothing is taxed, for documents (BT-120), such as the article of the law.
            exemption_reason: Option<String>,
        }
    }
}

/// Goods of a tax code are taxed by another code where they go to a customer of a profile (a fiscal position).
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct TaxReplacement {
    /// The profile that customers name, such as `EU`.
    pub profile: String,
    /// The code that goods have otherwise.
    pub code: String,
}

impl TaxCategory {
    /// Whether nothing is taxed because of who buys, or where the goods go: a code of such a category at the customer wins over the product's.
    pub fn is_exempt(self) -> bool {
        matches!(self, Self::Exempt | Self::ReverseCharge | Self::IntraCommunity | Self::Export | Self::OutOfScope)
    }
}

/// The rate of a code that is in force on a day.
///
/// # Errors
/// `tax.rate_missing`.
pub fn rate_on<'r>(rates: &'r [Stored<TaxRate>], code: &str, day: Day) -> Result<&'r TaxRate> {
    let in_force = rates.iter().filter(|r| r.code == code && r.valid_from <= day).max_by_key(|r| r.valid_from);
    in_force.map(|r| &r.data).ok_or_else(|| {
        Error::new(Code::TaxRateMissing, format!("no rate of tax code {} is in force on {day}", quoted(code))).with("tax_code", code).with("day", day)
    })
}

/// The code that goods of a code are taxed by where they go to a customer of a profile; the code itself, if nothing is said of it.
pub fn code_for<'r>(rates: &'r [Stored<TaxRate>], profile: Option<&str>, code: &'r str, day: Day) -> &'r str {
    let Some(profile) = profile else { return code };
    let stands_for = |rate: &TaxRate| rate.replaces.iter().any(|r| r.profile == profile && r.code == code);
    let in_force = |rate: &&Stored<TaxRate>| stands_for(rate) && rate_on(rates, &rate.code, day).is_ok_and(|now| *now == rate.data);
    rates.iter().filter(in_force).map(|rate| rate.code.as_str()).min().unwrap_or(code)
}

impl TaxRate {
    /// A rate from a day on: of the standard category, or zero rated if it is zero.
    pub fn new(code: impl Into<String>, name: impl Into<String>, rate: Rate, valid_from: Day) -> Self {
        let category = if rate == Rate::ZERO { TaxCategory::ZeroRated } else { TaxCategory::Standard };
        Self { code: code.into(), name: name.into(), category, rate, valid_from, replaces: Vec::new(), exemption_reason: None }
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
        let (code, name, exemption_reason) = (self.code.clone(), self.name.clone(), self.exemption_reason.clone());
        TaxClass { code, name, category: self.category, rate: self.rate, exemption_reason }
    }
}

impl MasterRecord for TaxRate {
    fn check(&self) -> Result<()> {
        let mut replaces = self.replaces.iter().flat_map(|r| [&r.profile, &r.code]);
        replaces.try_for_each(|text| check_length("replaces", text, crate::limits::MAX_CODE))?;
        self.check_rate()
    }
}
