//! Applying opening data in one act: master data by code, stock as one opening document per warehouse, receivables and credits as open items. It is
//! read, planned and written in parts within one transaction, so that memory does not grow with the rows ([ADR
//! 26](../../../docs/adr/0026-an-opening-is-worked-at-in-parts.md)).
//!
//! Invariant: a row that is already stored as in the sheet is left alone; one that is stored differently is reported, never overwritten. So applying
//! the same data again changes nothing, and nothing is dated after the opening day.

use super::{
    OpeningData,
    known::Known,
    part::{PART_ROWS, Part, documents},
    problem::Problem,
    report::{ApplyMode, OpeningOptions, OpeningReport},
    work::Work,
};
use crate::{
    access::Right,
    act::{Act, ActContext, Plan, Request, Session, digest_of},
    error::{Error, Result},
    storage::Mode,
    text::composed_of,
};
use async_trait::async_trait;
use serde_json::Value as Json;

/// Opening balances.
pub struct OpeningService<'s>(&'s Session<'s>);

impl Session<'_> {
    /// Opening balances.
    pub fn opening(&self) -> OpeningService<'_> {
        OpeningService(self)
    }
}

impl OpeningService<'_> {
    /// Checks and applies opening data in one act.
    ///
    /// # Errors
    /// `opening.rejected` with the number of `errors` and of `rows` with errors, in mode `AllOrNothing`; `field.invalid` for a missing warehouse or
    /// day that is needed; `access.denied` unless the caller has the right and reaches every customer; `reference.missing`, `storage.*`;
    /// `limit.exceeded` with the `sheet` and the first `row` beyond the limit. Problems in rows are not errors: they are listed in the report. A dry
    /// run only reads and blocks nobody; it reports what applying would do, based on what it read.
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
    /// Problems of the latest attempt.
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

    /// A dry run never blocks writers, however long it takes.
    fn mode(&self) -> Mode {
        if self.options.mode == ApplyMode::DryRun { Mode::Read } else { Mode::Write }
    }

    async fn plan(&self, context: &mut ActContext<'_>) -> Result<Plan<OpeningReport>> {
        // An opening sets fields that otherwise need rights of their own (owners, terms, limits, prices, costs), of customers that do not exist yet.
        context.permit().require_full_scope(Right::OpeningImport)?;
        let (data, options) = (self.data, self.options);
        let day = options.day_for(data)?;
        if options.day.is_some() {
            context.check_day(day)?;
        }
        if options.warehouse_id.is_none() && data.stock.iter().any(|row| row.value.warehouse.is_none()) {
            return Err(Error::field("warehouse_id", "is missing, but there are stock rows without a warehouse"));
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
