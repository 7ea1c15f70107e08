//! Applying opening data, all in one act: masters by their codes, stock as one opening document a warehouse, receivables and credits as open items.
//! It is read, planned and written part by part in one transaction, so that memory does not grow with the rows ([ADR 26](../../../docs/adr/0026-an-opening-is-worked-at-in-parts.md)).
//!
//! Invariant: a row that is stored already as it stands in the sheet is left alone; one that is stored differently is reported, never overwritten.
//! So applying the same data again changes nothing, and nothing is dated after the day of the opening.

use super::{
    OpeningData, Problem, SheetReading, SheetTotals,
    data::{PART_ROWS, Part},
    known::Known,
    receivables::documents,
    work::Work,
};
use crate::{
    access::{CustomerAccess, Right},
    act::{Act, ActContext, Answer, Plan, Request, Session, digest_of},
    entity::Mask,
    error::{Error, Result},
    ids::WarehouseId,
    num::Money,
    storage::Mode,
    text::composed_of,
    time::Day,
};
use async_trait::async_trait;
use serde::{Deserialize, Serialize};
use serde_json::Value as Json;

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
    fn day_for(&self, data: &OpeningData) -> Result<Day> {
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

/// Opening balances.
pub struct OpeningService<'s>(&'s Session<'s>);

impl Session<'_> {
    /// Opening balances.
    pub fn opening(&self) -> OpeningService<'_> {
        OpeningService(self)
    }
}

impl OpeningService<'_> {
    /// Checks and applies opening data, all in one act.
    ///
    /// # Errors
    /// `opening.rejected` with the number of `errors` and of `rows` that have them, in mode `AllOrNothing`; `field.invalid` for a warehouse or a day
    /// that is needed and missing; `access.denied` without the right, or without reach over every customer; `reference.missing`, `storage.*`;
    /// `limit.exceeded` with the `sheet` and the `row` of the first that is too many. Problems of rows are no error: they stand in the report. A dry
    /// run only reads, and holds up nobody; it says what applying would do by what it read.
    pub async fn apply(&self, data: &OpeningData, options: &OpeningOptions) -> Result<OpeningReport> {
        let composed = composed_of(data);
        let data = composed.as_ref().unwrap_or(data);
        let act = Apply { data, options, problems: std::sync::Mutex::new(Vec::new()) };
        let report = self.0.run(&act).await?;
        let found = act.problems.into_inner().unwrap_or_else(std::sync::PoisonError::into_inner);
        let problems = data.problems.iter().cloned().chain(found).collect();
        Ok(OpeningReport { problems, totals: data.totals.clone(), sheets: data.sheets.clone(), ..report })
    }
}

struct Apply<'d> {
    data: &'d OpeningData,
    options: &'d OpeningOptions,
    /// Problems of the last attempt.
    problems: std::sync::Mutex<Vec<Problem>>,
}

impl Request for Apply<'_> {
    fn request(&self) -> Result<Json> {
        digest_of(&(self.data, self.options))
    }
}

#[async_trait]
impl Act for Apply<'_> {
    type Answer = OpeningReport;
    const OPERATION: &'static str = "opening.apply";

    fn right(&self) -> Right {
        Right::OpeningImport
    }

    /// A dry run keeps nobody from writing, however long it takes.
    fn mode(&self) -> Mode {
        if self.options.mode == ApplyMode::DryRun { Mode::Read } else { Mode::Write }
    }

    async fn plan(&self, context: &mut ActContext<'_>) -> Result<Plan<OpeningReport>> {
        // An opening sets what rights of their own guard elsewhere (owners, terms, limits, prices, costs), of customers that are not there yet.
        context.permit().require_full_scope(Right::OpeningImport)?;
        let (data, options) = (self.data, self.options);
        let day = options.day_for(data)?;
        if options.day.is_some() {
            context.check_day(day)?;
        }
        if options.warehouse_id.is_none() && data.stock.iter().any(|row| row.value.warehouse.is_none()) {
            return Err(Error::field("warehouse_id", "is missing: there is stock whose row names no warehouse"));
        }
        data.check_size()?;
        let documents = documents(&data.receivables);
        let mut rest = Part::whole(data, &documents);
        let first = rest.take(PART_ROWS);
        let known = Known::begin(context, data, &first, options.warehouse_id).await?;
        let mut work = Work::new(data, options, day, known, context.company()?, context.changes());
        work.plan(first)?;
        let is_large = !rest.is_empty();
        if is_large && options.mode != ApplyMode::DryRun {
            work.known.lock_stock(context, &data.stock).await?;
        }
        while !rest.is_empty() {
            work.write(context).await?;
            let part = rest.take(PART_ROWS);
            work.known.go_on(context, &part).await?;
            work.plan(part)?;
        }
        if is_large {
            work.write(context).await?;
        }
        let value = work.post_stock(context).await?;
        let rejected = (work.errors() > 0 && options.mode == ApplyMode::AllOrNothing).then(|| work.rejected());
        let Work { changes, problems, mut report, .. } = work;
        if let Ok(mut kept) = self.problems.lock() {
            *kept = problems;
        }
        if let Some(error) = rejected {
            return Err(error);
        }
        report.stock_value = Some(value);
        Ok(Plan::new(changes, report))
    }
}
