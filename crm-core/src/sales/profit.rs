//! Revenue, cost and profit by group. A group's margin is the division of its sums.

use super::{SalesDocument, SalesLine, SalesService, margin};
use crate::{
    entity::{Entity, Value},
    error::{Error, Result},
    num::{Currency, Decimal, Money},
    query::{Filter, Report},
    session::Listed,
};

/// What profit is grouped by. Filters are on documents, or on lines where products are concerned.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum ProfitBy {
    /// The month of the document date, as `2010-12`.
    Month,
    /// The customer's id.
    Customer,
    /// The id of the customer's group.
    CustomerGroup,
    /// The id of the salesperson then.
    Salesperson,
    /// The document's id.
    Document,
    /// The product's id.
    Product,
    /// The id of the product's group.
    ProductGroup,
    /// Everything in one row.
    Total,
}

/// One group.
#[derive(Debug, Clone, PartialEq)]
pub struct ProfitRow {
    /// The group; nothing for records without one.
    pub group: Value,
    /// Currency.
    pub currency: Currency,
    /// Documents, or lines where products are concerned.
    pub count: i64,
    /// Net revenue, returns deducted.
    pub net: Money,
    /// Cost.
    pub cost: Money,
    /// Profit.
    pub profit: Money,
    /// Profit as a share of net revenue; none where that is not positive.
    pub margin: Option<Decimal>,
}

impl SalesService<'_> {
    /// Revenue, cost and profit by group, within the caller's reach.
    ///
    /// # Errors
    /// `access.denied`, `access.field_hidden` for callers who may not see costs, `query.invalid`, `storage.*`.
    pub async fn profit(&self, by: ProfitBy, filter: &Filter) -> Result<Vec<ProfitRow>> {
        match by {
            ProfitBy::Month => self.rows::<SalesDocument>("net", filter, |r| r.by_month("day")).await,
            ProfitBy::Customer => self.rows::<SalesDocument>("net", filter, |r| r.by("customer_id")).await,
            ProfitBy::CustomerGroup => self.rows::<SalesDocument>("net", filter, |r| r.by("customer.group_id")).await,
            ProfitBy::Salesperson => self.rows::<SalesDocument>("net", filter, |r| r.by("salesperson_id")).await,
            ProfitBy::Document => self.rows::<SalesDocument>("net", filter, |r| r.by("id")).await,
            ProfitBy::Product => self.rows::<SalesLine>("revenue", filter, |r| r.by("product_id")).await,
            ProfitBy::ProductGroup => self.rows::<SalesLine>("revenue", filter, |r| r.by("product.group_id")).await,
            ProfitBy::Total => self.rows::<SalesDocument>("net", filter, |r| r.by("currency")).await,
        }
    }

    async fn rows<E: Entity + Listed>(
        &self,
        revenue: &str,
        filter: &Filter,
        group: impl Fn(Report<E>) -> Result<Report<E>>,
    ) -> Result<Vec<ProfitRow>> {
        let build = |report: Report<E>| group(report.filter(filter)?)?.by("currency")?.sum(revenue)?.sum("cost")?.sum("profit");
        let rows = self.0.report::<E>(build).await?;
        rows.into_iter().map(row).collect()
    }
}

fn row(row: Vec<Value>) -> Result<ProfitRow> {
    let mut row = row.into_iter();
    let mut next = || row.next().ok_or_else(|| Error::corrupt("a report row is too short"));
    let group = next()?;
    let currency: Currency = next()?.into_text()?.parse()?;
    let count = next()?.into_int()?;
    let mut money = || Money::new(next()?.into_decimal()?, currency);
    let (net, cost, profit) = (money()?, money()?, money()?);
    Ok(ProfitRow { group, currency, count, net, cost, profit, margin: margin(profit, net)? })
}
