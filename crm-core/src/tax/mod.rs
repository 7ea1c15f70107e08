//! Tax rates from a day on, and the totals of a document under its policy.

mod totals;

pub use totals::{TaxGroup, TaxLine, TaxPolicy, Totals, totals};

use crate::{
    entity,
    entity::{Kind, Reach, Stored},
    error::{Code, Error, Result},
    ids::TaxRateId,
    num::Rate,
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
pub fn rate_on(rates: &[Stored<TaxRate>], code: &str, day: Day) -> Result<Rate> {
    let in_force = rates.iter().filter(|r| r.code == code && r.valid_from <= day).max_by_key(|r| r.valid_from);
    in_force.map(|r| r.rate).ok_or_else(|| {
        Error::new(Code::TaxRateMissing, format!("no rate of tax code `{code}` is in force on {day}")).with("tax_code", code).with("day", day)
    })
}

impl TaxRate {
    /// A rate from a day on.
    pub fn new(code: impl Into<String>, name: impl Into<String>, rate: Rate, valid_from: Day) -> Self {
        Self { code: code.into(), name: name.into(), rate, valid_from }
    }
}
