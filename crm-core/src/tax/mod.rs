//! Tax rates by date, and the totals of a document under its tax policy.

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
    /// Tax categories: the codes of EN 16931 (UNTDID 5305).
    TaxCategory {
        /// Standard or reduced rate.
        Standard = "S",
        /// Zero rated.
        ZeroRated = "Z",
        /// Exempt.
        Exempt = "E",
        /// Reverse charge: the buyer accounts for the tax.
        ReverseCharge = "AE",
        /// Intra-community supply within the European Union.
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
    /// Whether no tax is charged in the category, so that its rate must be 0.
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
            /// Name on documents.
            name: String => [required()],
            /// Category, shown on documents; totals are grouped by it.
            category: TaxCategory,
            /// Rate in percent.
            rate: Rate,
            /// First day in force.
            valid_from: Day,
            /// Product tax codes that it replaces, by the customer's tax profile.
            #[serde(default)]
            replaces: Vec<TaxReplacement>,
            /// Exemption reason on documents (BT-120), such as the article of the law.
            exemption_reason: Option<String>,
        }
    }
}

/// Replaces the tax code of goods sold to customers with a tax profile (a fiscal position).
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct TaxReplacement {
    /// Tax profile of the customer, such as `EU`.
    pub profile: String,
    /// The tax code that is replaced.
    pub code: String,
}

impl TaxCategory {
    /// Whether the category exempts because of the buyer or the destination: a customer's code in such a category takes precedence over the
    /// product's.
    pub fn is_exempt(self) -> bool {
        matches!(self, Self::Exempt | Self::ReverseCharge | Self::IntraCommunity | Self::Export | Self::OutOfScope)
    }
}

/// The rate of a code in force on a day.
///
/// # Errors
/// `tax.rate_missing`.
pub fn rate_on<'r>(rates: &'r [Stored<TaxRate>], code: &str, day: Day) -> Result<&'r TaxRate> {
    let in_force = rates.iter().filter(|r| r.code == code && r.valid_from <= day).max_by_key(|r| r.valid_from);
    in_force.map(|r| &r.data).ok_or_else(|| {
        Error::new(Code::TaxRateMissing, format!("no rate of tax code {} is in force on {day}", quoted(code))).with("tax_code", code).with("day", day)
    })
}

/// The tax code that replaces a product's code for a customer's tax profile; the code itself if none does.
pub fn code_for<'r>(rates: &'r [Stored<TaxRate>], profile: Option<&str>, code: &'r str, day: Day) -> &'r str {
    let Some(profile) = profile else { return code };
    let stands_for = |rate: &TaxRate| rate.replaces.iter().any(|r| r.profile == profile && r.code == code);
    let in_force = |rate: &&Stored<TaxRate>| stands_for(rate) && rate_on(rates, &rate.code, day).is_ok_and(|now| *now == rate.data);
    rates.iter().filter(in_force).map(|rate| rate.code.as_str()).min().unwrap_or(code)
}

impl TaxRate {
    /// A rate from a day on, in the standard category, or zero rated if it is zero.
    pub fn new(code: impl Into<String>, name: impl Into<String>, rate: Rate, valid_from: Day) -> Self {
        let category = if rate == Rate::ZERO { TaxCategory::ZeroRated } else { TaxCategory::Standard };
        Self { code: code.into(), name: name.into(), category, rate, valid_from, replaces: Vec::new(), exemption_reason: None }
    }

    /// Checks that the rate suits its category: positive where tax is charged (BR-S-05), zero where none is (BR-Z-05, BR-E-05, BR-AE-05, BR-IC-05,
    /// BR-G-05, BR-O-05).
    ///
    /// # Errors
    /// `field.invalid`.
    pub(crate) fn check_rate(&self) -> Result<()> {
        let reason = match self.category {
            _ if self.rate < Rate::ZERO || self.rate.decimal() > Decimal::ONE_HUNDRED => "is not between 0 and 100",
            TaxCategory::Standard if self.rate == Rate::ZERO => "is 0, but category S requires a rate",
            category if category.is_untaxed() && self.rate != Rate::ZERO => "is more than 0, but the category has no rate",
            _ => return Ok(()),
        };
        Err(Error::field("rate", reason).with("category", self.category.as_str()))
    }

    /// The tax class of the lines it applies to.
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
