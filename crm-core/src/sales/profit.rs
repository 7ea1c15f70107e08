//! Revenue, cost and profit by group. A group's margin is the quotient of its sums. Cost corrections count in the period of their own day, for the
//! delivery they correct.

use super::SalesService;
use crate::{
    documents::{SalesDocument, SalesLine, margin},
    entity::{Entity, Listed, Value},
    error::{Error, Result},
    num::{Currency, Decimal, Money},
    query::{Filter, Report},
    stock::CostCorrection,
};

/// Grouping of profit. Filters apply to documents, or to lines when grouping by products.
#[derive(Debug, Clone, Copy, PartialEq, Eq, serde::Serialize, serde::Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(rename_all = "snake_case")]
pub enum ProfitBy {
    /// The month of the document date, such as `2010-12`.
    Month,
    /// The customer's id.
    Customer,
    /// The id of the customer's group.
    CustomerGroup,
    /// The id of the salesperson at issue.
    Salesperson,
    /// The document's id.
    Document,
    /// The product's id.
    Product,
    /// The id of the product's group.
    ProductGroup,
    /// A single row, in each currency.
    Total,
}

/// One group.
#[derive(Debug, Clone, PartialEq, serde::Serialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct ProfitRow {
    /// The group; null for records without one.
    #[serde(serialize_with = "as_json")]
    #[cfg_attr(feature = "schema", schemars(with = "serde_json::Value"))]
    pub group: Value,
    /// Currency.
    pub currency: Currency,
    /// Number of documents, or of lines when grouping by products.
    pub count: i64,
    /// Net revenue, less returns.
    pub net: Money,
    /// Cost, including corrections.
    pub cost: Money,
    /// The part of the cost that corrects earlier deliveries and returns.
    pub corrections: Money,
    /// Profit.
    pub profit: Money,
    /// Profit as a fraction of net revenue; none unless that is positive.
    pub margin: Option<Decimal>,
}

impl SalesService<'_> {
    /// Revenue, cost and profit by group, within the caller's scope.
    ///
    /// # Errors
    /// `access.denied`, `access.field_hidden` for callers who may not see costs, `query.invalid`, `storage.*`.
    pub async fn profit(&self, by: ProfitBy, filter: &Filter) -> Result<Vec<ProfitRow>> {
        match by {
            ProfitBy::Month => self.rows(filter, By::<SalesDocument>::month()).await,
            ProfitBy::Customer => self.rows(filter, By::<SalesDocument>::same("customer_id")).await,
            ProfitBy::CustomerGroup => self.rows(filter, By::<SalesDocument>::same("customer.group_id")).await,
            ProfitBy::Salesperson => self.rows(filter, By::<SalesDocument>::same("salesperson_id")).await,
            ProfitBy::Document => self.rows(filter, By::<SalesDocument>::new("id", "sales_document_id")).await,
            ProfitBy::Product => self.rows(filter, By::<SalesLine>::same("product_id")).await,
            ProfitBy::ProductGroup => self.rows(filter, By::<SalesLine>::same("product.group_id")).await,
            ProfitBy::Total => self.rows(filter, By::<SalesDocument>::same("currency")).await,
        }
    }

    async fn rows<E: Entity + Listed>(&self, filter: &Filter, by: By<E>) -> Result<Vec<ProfitRow>> {
        let corrections = of_corrections(filter, E::decl().name);
        let build = |permit: &crate::access::Permit, reads: &mut crate::storage::Reads| {
            let posted = by.posted(Report::<E>::new(permit).filter(filter)?)?.by("currency")?.sum(by.revenue)?.sum("cost")?;
            let corrected = Report::<CostCorrection>::new(permit).filter(&corrections)?;
            let corrected = by.corrected(corrected)?.by("currency")?.sum("amount")?;
            Ok((reads.report(&posted), reads.report(&corrected)))
        };
        let ((posted, corrected), mut answers) = self.0.read(E::READ, build).await?;
        let mut rows = answers.rows(&posted).into_iter().map(posted_row).collect::<Result<Vec<_>>>()?;
        for row in answers.rows(&corrected) {
            add_correction(&mut rows, row)?;
        }
        rows.sort_by(|a, b| a.group.order(&b.group).then_with(|| a.currency.cmp(&b.currency)));
        rows.into_iter().map(finished).collect()
    }
}

/// A grouping, as fields of the posted records and of their corrections.
struct By<E> {
    revenue: &'static str,
    posted: &'static str,
    corrected: &'static str,
    is_month: bool,
    of: std::marker::PhantomData<fn() -> E>,
}

impl<E: Entity> By<E> {
    fn new(posted: &'static str, corrected: &'static str) -> Self {
        let revenue = if E::decl().column("revenue").is_some() { "revenue" } else { "net" };
        Self { revenue, posted, corrected, is_month: false, of: std::marker::PhantomData }
    }

    fn same(path: &'static str) -> Self {
        Self::new(path, path)
    }

    fn month() -> Self {
        Self { is_month: true, ..Self::same("day") }
    }

    fn posted(&self, report: Report<E>) -> Result<Report<E>> {
        if self.is_month { report.by_month(self.posted) } else { report.by(self.posted) }
    }

    fn corrected(&self, report: Report<CostCorrection>) -> Result<Report<CostCorrection>> {
        if self.is_month { report.by_month(self.corrected) } else { report.by(self.corrected) }
    }
}

/// The fields that corrections have themselves, most importantly their day.
const OWN: [&str; 8] = ["day", "customer_id", "salesperson_id", "product_id", "currency", "customer", "salesperson", "product"];

/// The same filter for corrections: conditions on their own fields apply to them directly; all others apply to the corrected record, together where
/// possible.
fn of_corrections(filter: &Filter, corrected: &str) -> Filter {
    let parts = |filters: &[Filter], rest: fn(Vec<Filter>) -> Filter| {
        let (own, others): (Vec<_>, Vec<_>) = filters.iter().partition(|f| asks_own(f));
        let others = (!others.is_empty()).then(|| Filter::exists(corrected, rest(others.into_iter().cloned().collect())));
        own.into_iter().map(|f| of_corrections(f, corrected)).chain(others).collect()
    };
    match filter {
        Filter::All => Filter::All,
        Filter::And(filters) => Filter::And(parts(filters, Filter::And)),
        Filter::Or(filters) => Filter::Or(parts(filters, Filter::Or)),
        Filter::Not(inner) => of_corrections(inner, corrected).negate(),
        own if asks_own(own) => own.clone(),
        other => Filter::exists(corrected, other.clone()),
    }
}

/// Whether a filter has a condition on fields that corrections have themselves.
fn asks_own(filter: &Filter) -> bool {
    match filter {
        Filter::Field(name, _) | Filter::Exists(name, _) => OWN.contains(&name.as_str()),
        Filter::And(filters) | Filter::Or(filters) => filters.iter().any(asks_own),
        Filter::Not(inner) => asks_own(inner),
        Filter::All | Filter::Custom(..) => false,
    }
}

/// Reads a row of posted records: group, currency, count, net, cost.
fn posted_row(row: Vec<Value>) -> Result<ProfitRow> {
    let mut row = row.into_iter();
    let mut next = || row.next().ok_or_else(|| Error::corrupt("a report row is too short"));
    let group = next()?;
    let currency: Currency = next()?.into_text()?.parse()?;
    let count = next()?.into_int()?;
    let mut money = || Money::total(next()?.into_decimal()?, currency);
    let (net, cost, nothing) = (money()?, money()?, Money::zero(currency));
    Ok(ProfitRow { group, currency, count, net, cost, corrections: nothing, profit: nothing, margin: None })
}

/// Adds a row of corrections: group, currency, count, amount.
fn add_correction(rows: &mut Vec<ProfitRow>, row: Vec<Value>) -> Result<()> {
    let mut row = row.into_iter();
    let mut next = || row.next().ok_or_else(|| Error::corrupt("a report row is too short"));
    let group = next()?;
    let currency: Currency = next()?.into_text()?.parse()?;
    next()?;
    let amount = Money::total(next()?.into_decimal()?, currency)?;
    let nothing = Money::zero(currency);
    match rows.iter_mut().find(|r| r.group == group && r.currency == currency) {
        Some(row) => (row.cost, row.corrections) = (row.cost.plus(amount)?, row.corrections.plus(amount)?),
        None => rows.push(ProfitRow { group, currency, count: 0, net: nothing, cost: amount, corrections: amount, profit: nothing, margin: None }),
    }
    Ok(())
}

fn finished(row: ProfitRow) -> Result<ProfitRow> {
    let profit = row.net.minus(row.cost)?;
    Ok(ProfitRow { profit, margin: margin(profit, row.net)?, ..row })
}

fn as_json<S: serde::Serializer>(value: &Value, serializer: S) -> Result<S::Ok, S::Error> {
    serde::Serialize::serialize(&value.to_json(), serializer)
}
