//! What follows from a customer's documents and open items: the derived fields of a customer, to show.

use super::Customer;
use crate::{
    entity::Value,
    error::Result,
    ids::{CustomerId, TypedId},
    num::{Currency, Money},
    records::Records,
    time::Day,
};
use std::collections::BTreeMap;

/// Derived figures of a customer, as of the caller's current day. None: the caller may not see it, or there was no such day.
#[derive(Debug, Clone, PartialEq, Eq, serde::Serialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct CustomerFigures {
    /// The customer.
    pub customer_id: CustomerId,
    /// The balance in the currency of the books: receivables less payments and other credits dated up to the day.
    pub owed: Option<Money>,
    /// Receivables past due in the currency of the books. Unallocated credits are not deducted; what is allocated counts, even with a later day.
    pub overdue: Option<Money>,
    /// Day of the last delivery up to the day that was not reversed.
    pub last_delivery_day: Option<Day>,
    /// Net revenue of the last twelve months in the currency of the books, returns and credit notes deducted.
    pub revenue_12_months: Option<Money>,
}

impl CustomerFigures {
    fn of(customer_id: CustomerId, [owed, overdue, last_delivery, revenue]: [Value; 4], books: Currency) -> Result<Self> {
        let money = |value: Value| match value {
            Value::Decimal(amount) => Money::new(amount, books).map(Some),
            _ => Ok(None),
        };
        let last_delivery_day = if let Value::Day(day) = last_delivery { Some(day) } else { None };
        Ok(Self { customer_id, owed: money(owed)?, overdue: money(overdue)?, last_delivery_day, revenue_12_months: money(revenue)? })
    }
}

impl Records<'_, Customer> {
    /// Derived figures of customers, in one round trip and in the order of the ids; those that the caller cannot see are left out, and an id counts once.
    ///
    /// Lists are filtered and sorted by the same figures: `Customer::overdue().gt(..)`, `sort(&["-owed"])`.
    ///
    /// # Errors
    /// `access.denied`, `limit.exceeded`, `storage.*`.
    pub async fn figures(&self, ids: &[CustomerId]) -> Result<Vec<CustomerFigures>> {
        let ids: Vec<_> = ids.iter().map(|id| id.uuid()).collect();
        let fields =
            [Customer::owed().name(), Customer::overdue().name(), Customer::last_delivery_day().name(), Customer::revenue_12_months().name()];
        let (books, found) = self.derived(&ids, fields).await?;
        let mut found: BTreeMap<_, _> = found.into_iter().collect();
        let of = |id| found.remove(&id).map(|values| CustomerFigures::of(CustomerId(id), values, books));
        ids.into_iter().filter_map(of).collect()
    }
}
