//! How opening data is applied, and what applying did.

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

/// What becomes of rows with errors.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(rename_all = "snake_case")]
pub enum ApplyMode {
    /// Nothing is applied, only reported.
    DryRun,
    /// One row with an error keeps everything out.
    AllOrNothing,
    /// The good rows are applied, the others handed back as problems.
    GoodRows,
}

/// How opening data is applied.
#[derive(Debug, Clone, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct OpeningOptions {
    /// Where stock lies whose row names no warehouse; needed only if there is such a row.
    #[serde(default)]
    pub warehouse_id: Option<WarehouseId>,
    /// The day of the opening: stock is posted and open items count from it, and no row may be dated after it. Needed only if there are any.
    #[serde(default)]
    pub day: Option<Day>,
    /// What becomes of rows with errors.
    pub mode: ApplyMode,
}

impl OpeningOptions {
    /// With a warehouse and a day, as an opening with stock or open items needs them.
    pub fn new(warehouse_id: WarehouseId, day: Day, mode: ApplyMode) -> Self {
        Self { warehouse_id: Some(warehouse_id), day: Some(day), mode }
    }

    /// Of records alone, which need neither a warehouse nor a day.
    pub fn of_records(mode: ApplyMode) -> Self {
        Self { warehouse_id: None, day: None, mode }
    }

    /// The day; any, where nothing is dated.
    pub(super) fn day_for(&self, data: &OpeningData) -> Result<Day> {
        let is_dated = !(data.stock.is_empty() && data.receivables.is_empty() && data.credits.is_empty());
        match self.day {
            Some(day) => Ok(day),
            None if is_dated => Err(Error::field("day", "is missing: stock and open items count from the day of the opening")),
            None => Ok(Day::MAX),
        }
    }
}

/// What applying did, or would do.
#[derive(Debug, Clone, Default, PartialEq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct OpeningReport {
    /// New customers.
    pub customers_created: usize,
    /// New contacts.
    pub contacts_created: usize,
    /// New phones, e-mail addresses and other ways to reach somebody.
    pub contact_points_created: usize,
    /// New addresses.
    pub addresses_created: usize,
    /// New products.
    pub products_created: usize,
    /// New units.
    pub units_created: usize,
    /// New codes.
    pub codes_created: usize,
    /// New price lists.
    pub price_lists_created: usize,
    /// New prices, on lists and of customers.
    pub prices_created: usize,
    /// Rows whose opening stock is posted.
    pub stock_posted: usize,
    /// Rows of receivables that became open items.
    pub receivables_created: usize,
    /// Credits and prepayments that became open items.
    pub credits_created: usize,
    /// Rows that were stored already.
    pub unchanged: usize,
    /// Value of the posted stock; none for callers who may not see costs.
    pub stock_value: Option<Money>,
    /// Sum of the new receivables, credit notes deducted.
    pub receivables_amount: Option<Money>,
    /// Sum of the new credits and prepayments, positive.
    pub credits_amount: Option<Money>,
    /// Problems of reading and of applying.
    #[serde(skip_deserializing)]
    pub problems: Vec<Problem>,
    /// Control totals of the sheets.
    #[serde(skip_deserializing)]
    pub totals: Vec<SheetTotals>,
    /// What was made of each sheet of the workbook.
    #[serde(skip_deserializing)]
    pub sheets: Vec<SheetReading>,
}

impl Answer for OpeningReport {
    fn disclose(&mut self, to: &CustomerAccess) {
        self.stock_value = self.stock_value.filter(|_| to.sees(Mask::Cost));
    }
}
