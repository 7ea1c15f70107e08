//! The company: the tenant of every row, with the policies by which its documents are calculated.

use crate::{
    entity,
    entity::{Decoding, FieldValue, Value, ValueType},
    error::{Error, Result},
    ids::CompanyId,
    limits,
    num::{Currency, Money, MoneyStep, Quantity, RoundingMode, UnitPrice},
    policy::{CreditPolicy, PolicyLevel, TaxMethod, TaxPolicy},
    text::SEARCH_KEY_VERSION,
};

/// The default for goods past their expiry: warn.
pub(crate) fn default_expiry_policy() -> PolicyLevel {
    PolicyLevel::Warn
}

entity! {
    /// The company. Its id is the tenant id of every row.
    Company "company" {
        id: CompanyId,
        kind: Master,
        scope: Company,
        read: ProductsRead,
        write: CompanyManage,
        unique: [],
        fields: {
            /// Name.
            name: String => [searchable(), required()],
            /// Currency of the books.
            currency: Currency => [fixed()],
            /// Rounding step of amounts.
            money_step: MoneyStep => [fixed()],
            /// Level at which tax is rounded.
            tax_method: TaxMethod,
            /// How halves are rounded.
            rounding: RoundingMode,
            /// Whether document prices include tax.
            prices_include_tax: bool,
            /// Tax code of customers and products that specify none.
            default_tax_code: Option<String>,
            /// Days by which a document may be dated before the last posting of one of its products.
            backdating_days: i64 => [between(0, i64::MAX)],
            /// Amount of a single receivable or credit that may be written off without the higher right.
            write_off_tolerance: Money,
            /// What happens when a delivery would exceed a customer's credit limit.
            credit_policy: CreditPolicy,
            /// Days past due after which a receivable blocks further credit; none: never.
            credit_overdue_days: Option<i64> => [between(0, limits::MAX_PAYMENT_DAYS)],
            /// What happens when goods of an expired lot would be delivered.
            #[serde(default = "crate::access::default_expiry_policy")]
            expiry_policy: PolicyLevel,
            /// Days before its expiry from which a lot counts as expired.
            #[serde(default)]
            expiry_days: i64 => [between(0, limits::MAX_PAYMENT_DAYS)],
            /// Counts changes of roles and operators, so that a session notices them at its next act.
            access_version: i64,
            /// The number of the algorithm that the search keys of its records were made with; maintained by the library.
            search_key_version: i64,
        }
    }
}

impl Company {
    /// The settlement step of a currency: the company's own for the currency of the books, the usual one for others.
    #[must_use]
    pub fn step_of(&self, currency: Currency) -> MoneyStep {
        if currency == self.currency { self.money_step } else { currency.step() }
    }

    /// A company with the usual policies: tax by rate, round half up, prices without tax, a year of backdating, no tolerance, no credit control.
    pub fn new(name: impl Into<String>, currency: Currency) -> Self {
        Self {
            name: name.into(),
            currency,
            money_step: currency.step(),
            tax_method: TaxMethod::PerRate,
            rounding: RoundingMode::HalfUp,
            prices_include_tax: false,
            default_tax_code: None,
            backdating_days: 366,
            write_off_tolerance: Money::zero(currency),
            credit_policy: CreditPolicy::Off,
            credit_overdue_days: None,
            expiry_policy: default_expiry_policy(),
            expiry_days: 0,
            access_version: 1,
            search_key_version: SEARCH_KEY_VERSION,
        }
    }

    /// Checks that a price yields an amount that can be settled, for one unit or for its minimum quantity.
    ///
    /// # Errors
    /// `field.invalid` with `step`.
    pub(crate) fn check_settled(&self, field: &'static str, price: Option<UnitPrice>, least: Quantity) -> Result<()> {
        let Some(price) = price.filter(|price| !price.amount().is_zero()) else { return Ok(()) };
        let step = self.step_of(price.currency());
        if !price.times(least.max(1.into()), step, self.rounding)?.is_zero() {
            return Ok(());
        }
        let reason = format!("rounds to zero at the money step of {step}; give it for a larger unit, or from a minimum quantity");
        Err(Error::field(field, reason).with("step", step))
    }

    /// The tax policy that its documents are calculated with and record.
    pub fn tax_policy(&self) -> TaxPolicy {
        TaxPolicy {
            method: self.tax_method,
            rounding: self.rounding,
            prices_include_tax: self.prices_include_tax,
            currency: self.currency,
            step: self.money_step,
        }
    }
}

impl FieldValue for MoneyStep {
    const TYPE: ValueType = ValueType::Quantity;
    fn encode(&self) -> Value {
        Value::Decimal(self.decimal())
    }
    fn decode(value: Value, _: &Decoding) -> Result<Self> {
        MoneyStep::new(value.into_decimal()?).map_err(|e| Error::corrupt("a money step is invalid").caused_by(e))
    }
}
