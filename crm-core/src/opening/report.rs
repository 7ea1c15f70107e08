//! Options of applying opening data, and the report.

use super::{OpeningData, SheetReading, SheetTotals, problem::Problem};
use crate::{
    access::CustomerAccess,
    act::Answer,
    entity::Mask,
    error::{Error, Result},
    ids::WarehouseId,
    num::Money,
    time::Day,
};
use serde::{Deserialize, Serialize};

/// What happens if rows have errors.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(rename_all = "snake_case")]
pub enum ApplyMode {
    /// Nothing is applied, only reported.
    DryRun,
    /// A single error prevents everything from being applied.
    AllOrNothing,
    /// Good rows are applied, the others reported as problems.
    GoodRows,
}

/// Options of applying opening data.
#[derive(Debug, Clone, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct OpeningOptions {
    /// Warehouse of stock rows that name none; needed only if there are such rows.
    #[serde(default)]
    pub warehouse_id: Option<WarehouseId>,
    /// Opening day: stock is posted and open items count from it, and no row may be dated after it; needed only for these.
    #[serde(default)]
    pub day: Option<Day>,
    /// What happens if rows have errors.
    pub mode: ApplyMode,
}

impl OpeningOptions {
    /// Options with a warehouse and a day, for an opening with stock or open items.
    pub fn new(warehouse_id: WarehouseId, day: Day, mode: ApplyMode) -> Self {
        Self { warehouse_id: Some(warehouse_id), day: Some(day), mode }
    }

    /// Options for master data only, which need neither a warehouse nor a day.
    pub fn of_records(mode: ApplyMode) -> Self {
        Self { warehouse_id: None, day: None, mode }
    }

    /// The opening day; any day if nothing is dated.
    pub(super) fn day_for(&self, data: &OpeningData) -> Result<Day> {
        let is_dated = !(data.stock.is_empty() && data.receivables.is_empty() && data.credits.is_empty());
        match self.day {
            Some(day) => Ok(day),
            None if is_dated => Err(Error::field("day", "is missing; stock and open items start from the day of the opening")),
            None => Ok(Day::MAX),
        }
    }
}

/// The result of applying opening data, or what it would be.
#[derive(Debug, Clone, Default, PartialEq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct OpeningReport {
    /// Customers created.
    pub customers_created: usize,
    /// Contacts created.
    pub contacts_created: usize,
    /// Contact points created.
    pub contact_points_created: usize,
    /// Addresses created.
    pub addresses_created: usize,
    /// Products created.
    pub products_created: usize,
    /// Units created.
    pub units_created: usize,
    /// Product codes created.
    pub codes_created: usize,
    /// Price lists created.
    pub price_lists_created: usize,
    /// Prices created, on lists and for customers.
    pub prices_created: usize,
    /// Opening stock rows posted.
    pub stock_posted: usize,
    /// Receivable rows posted as open items.
    pub receivables_created: usize,
    /// Credits and prepayments posted as open items.
    pub credits_created: usize,
    /// Rows that were already stored.
    pub unchanged: usize,
    /// Value of the posted stock; none for callers who may not see costs.
    pub stock_value: Option<Money>,
    /// Sum of the new receivables, net of credit notes.
    pub receivables_amount: Option<Money>,
    /// Sum of the new credits and prepayments, positive.
    pub credits_amount: Option<Money>,
    /// Problems found in reading and applying.
    #[serde(skip_deserializing)]
    pub problems: Vec<Problem>,
    /// Control totals of the sheets.
    #[serde(skip_deserializing)]
    pub totals: Vec<SheetTotals>,
    /// How each sheet of the workbook was interpreted.
    #[serde(skip_deserializing)]
    pub sheets: Vec<SheetReading>,
}

impl Answer for OpeningReport {
    fn disclose(&mut self, to: &CustomerAccess) {
        self.stock_value = self.stock_value.filter(|_| to.sees(Mask::Cost));
    }
}
