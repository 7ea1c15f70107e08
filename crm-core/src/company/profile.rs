//! The company's identity and calculation policies from a day on.
//!
//! Invariant: a document is calculated by the policy in force on its day, and stores it; a later profile never changes it.

use super::{Company, iban};
use crate::{
    access::{Permit, Right},
    act::ActContext,
    entity,
    entity::Stored,
    error::{Error, Result},
    ids::CompanyProfileId,
    num::{Currency, RoundingMode},
    policy::{TaxMethod, TaxPolicy},
    query::Select,
    records::{MasterRecord, Records, References},
    storage::Reads,
    time::Day,
};
use async_trait::async_trait;

entity! {
    /// The company's identity and calculation policies from a day until the next profile.
    CompanyProfile "company_profile" {
        id: CompanyProfileId,
        kind: Master,
        scope: Company,
        read: ProductsRead,
        write: CompanyManage,
        unique: [["valid_from"]],
        fields: {
            /// First day in force.
            valid_from: Day,
            /// Legal name.
            legal_name: String,
            /// Street and number.
            street: Option<String>,
            /// City.
            city: Option<String>,
            /// Postal code.
            postal_code: Option<String>,
            /// Province.
            province: Option<String>,
            /// Country: ISO 3166 alpha-2.
            country: Option<String>,
            /// Tax number.
            tax_id: Option<String>,
            /// Bank account for customer payments: an IBAN, stored in upper case without spaces.
            iban: Option<String>,
            /// E-mail.
            email: Option<String>,
            /// Telephone.
            phone: Option<String>,
            /// Website.
            website: Option<String>,
            /// Location of the logo, in the host's notation.
            logo: Option<String>,
            /// Currency of the books.
            currency: Currency,
            /// Time zone of whoever states none: a name in the library's time zone data, such as `Europe/Madrid`, `UTC`, or an offset such as `+05:30`.
            time_zone: Option<String>,
            /// Language of documents, such as `es`.
            language: Option<String>,
            /// Level at which tax is rounded.
            tax_method: TaxMethod,
            /// How halves are rounded.
            rounding: RoundingMode,
            /// Whether document prices include tax.
            prices_include_tax: bool,
            /// Tax code of customers and products that specify none.
            default_tax_code: Option<String>,
        }
    }
}

impl CompanyProfile {
    /// A profile from a day on, with the policies of the company record.
    pub fn new(company: &Company, valid_from: Day, legal_name: impl Into<String>) -> Self {
        Self {
            valid_from,
            legal_name: legal_name.into(),
            street: None,
            city: None,
            postal_code: None,
            province: None,
            country: None,
            tax_id: None,
            iban: None,
            email: None,
            phone: None,
            website: None,
            logo: None,
            currency: company.currency,
            time_zone: None,
            language: None,
            tax_method: company.tax_method,
            rounding: company.rounding,
            prices_include_tax: company.prices_include_tax,
            default_tax_code: company.default_tax_code.clone(),
        }
    }

    /// # Errors
    /// `field.invalid`.
    pub(crate) fn check_fields(&self) -> Result<()> {
        if let Some(iban) = &self.iban {
            super::iban(iban)?;
        }
        if self.email.as_ref().is_some_and(|e| !e.contains('@')) {
            return Err(Error::field("email", "is not an e-mail address"));
        }
        if self.country.as_ref().is_some_and(|c| c.len() != 2 || !c.bytes().all(|b| b.is_ascii_uppercase())) {
            return Err(Error::field("country", "is not a two-letter ISO 3166 country code"));
        }
        Ok(())
    }
}

impl Company {
    /// The company with the policies of a profile, or its own if there is none.
    ///
    /// An act reads [`profile_in_force`] in its first batch and plans with the result of this.
    #[must_use]
    pub fn under(&self, profile: Option<&CompanyProfile>) -> Self {
        match profile {
            Some(p) => Self {
                tax_method: p.tax_method,
                rounding: p.rounding,
                prices_include_tax: p.prices_include_tax,
                default_tax_code: p.default_tax_code.clone(),
                ..self.clone()
            },
            None => self.clone(),
        }
    }
}

/// The query for the profile in force on a day: the latest that starts on or before it.
///
/// # Errors
/// None in practice; only those of an invalid filter.
pub fn profile_in_force(permit: &Permit, day: Day) -> Result<Select<CompanyProfile>> {
    Select::new(permit).filter(&CompanyProfile::valid_from().le(day))?.sort(&["-valid_from"])?.limit(1)
}

impl Records<'_, Company> {
    /// The profile in force on a day; none before the first.
    ///
    /// # Errors
    /// `access.denied`, `storage.*`.
    pub async fn profile_on(&self, day: Day) -> Result<Option<Stored<CompanyProfile>>> {
        Ok(self.on(day).await?.1)
    }

    /// The tax policy of documents on a day: that of the profile in force, or of the company record.
    ///
    /// # Errors
    /// `access.denied`, `storage.*`.
    pub async fn policy_on(&self, day: Day) -> Result<TaxPolicy> {
        let (company, profile) = self.on(day).await?;
        Ok(company.under(profile.as_deref()).tax_policy())
    }

    async fn on(&self, day: Day) -> Result<(Company, Option<Stored<CompanyProfile>>)> {
        let build = |permit: &Permit, reads: &mut Reads| {
            let company = reads.select(Select::<Company>::new(permit));
            Ok((company, reads.select(profile_in_force(permit, day)?)))
        };
        let ((company, profile), mut answers) = self.session().read(Right::ProductsRead, build).await?;
        let company = answers.first(&company)?.ok_or_else(|| Error::corrupt("the company is missing"))?;
        Ok((company.data, answers.first(&profile)?))
    }
}

#[async_trait]
impl MasterRecord for CompanyProfile {
    fn normalise(&mut self) {
        if let Some(Ok(plain)) = self.iban.as_deref().map(iban) {
            self.iban = Some(plain);
        }
    }

    fn check(&self) -> Result<()> {
        if self.legal_name.trim().is_empty() {
            return Err(Error::field("legal_name", "is empty"));
        }
        self.check_fields()
    }

    fn check_references(&self, references: &References) -> Result<()> {
        let books = references.company().currency;
        if self.currency == books { Ok(()) } else { Err(Error::field("currency", format!("is not {}, the currency of the books", books.code()))) }
    }

    /// A time zone must be known, unless it is the stored one: the host's data may have been exchanged.
    async fn check_others(context: &mut ActContext<'_>, stored: Option<&Stored<Self>>, records: &[&Self]) -> Result<()> {
        let before = stored.and_then(|stored| stored.time_zone.as_ref());
        for (index, record) in records.iter().enumerate() {
            if let Some(zone) = record.time_zone.as_ref().filter(|zone| Some(*zone) != before) {
                let found = context.zones().find_for("time_zone", zone);
                found.map_err(|error| if records.len() > 1 { error.with("index", index) } else { error })?;
            }
        }
        Ok(())
    }
}
