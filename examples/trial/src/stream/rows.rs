//! The resulting books of a stream: the rows of every list except ids, as one number per list, and the main figures.

use super::CURRENCY;
use crate::{Failure, books::Books, replay::all};
use crm_core::{
    entity::{Entity, Value},
    query::Filter,
    receivables::AgeingQuery,
    sales::ProfitBy,
    session::Listed,
    stock::StockPool,
};
use serde_json::{Map, Value as Json, json};
use std::{
    collections::BTreeMap,
    fmt::Write,
    hash::{DefaultHasher, Hash, Hasher},
    path::Path,
};

/// Queries everything and prints it.
pub(super) async fn print(books: &Books, tally: &BTreeMap<&'static str, u32>, dump: Option<&Path>) -> Result<(), Failure> {
    let tables = tables(books).await?;
    if let Some(path) = dump {
        let mut text = String::new();
        for (name, rows) in &tables {
            for row in rows {
                writeln!(text, "{name} {row}")?;
            }
        }
        std::fs::write(path, text)?;
    }
    let rows: Map<String, Json> = tables.iter().map(|(name, rows)| ((*name).to_owned(), json!([rows.len(), hash(rows)]))).collect();
    println!("{}", serde_json::to_string_pretty(&json!({ "acts": tally, "figures": figures(books).await?, "rows": rows }))?);
    Ok(())
}

/// A hash of rows: the same for the same rows.
fn hash(rows: &[String]) -> String {
    let mut hasher = DefaultHasher::new();
    rows.hash(&mut hasher);
    format!("{:016x}", hasher.finish())
}

/// Lists entities by their types.
macro_rules! listed {
    ($books:expr; $($entity:ty),+ $(,)?) => {
        BTreeMap::from([$((<$entity>::decl().name, rows::<$entity>($books).await?),)+])
    };
}

async fn tables(books: &Books) -> Result<BTreeMap<&'static str, Vec<String>>, Failure> {
    use crm_core::{audit, customers, feed, products, receivables, sales, stock};
    Ok(listed![books; customers::Customer, products::Product, products::ProductCost, stock::Warehouse, stock::StockPool, stock::StockBalance,
        stock::StockLot, stock::LotBalance, stock::StockDocument, stock::StockMovement, stock::CostVariance, stock::CostCorrection, sales::Quote,
        sales::QuoteRevision, sales::QuoteLine, sales::SalesOrder, sales::SalesOrderLine, sales::Reservation, sales::SalesDocument, sales::SalesLine,
        receivables::Payment, receivables::Adjustment, receivables::OpenItem, receivables::Allocation, audit::AuditEntry, feed::FeedEntry])
}

/// The rows of an entity as text without ids, sorted.
async fn rows<E: Listed>(books: &Books) -> Result<Vec<String>, Failure> {
    let mut rows: Vec<String> = all::<E>(&books.session).await?.iter().map(|row| written(&row.to_record())).collect();
    rows.sort_unstable();
    Ok(rows)
}

fn written(record: &[Value]) -> String {
    without_ids(&Json::Array(record.iter().map(Value::to_json).collect()).to_string())
}

/// A text without what looks like an id.
fn without_ids(text: &str) -> String {
    const ID: usize = 36;
    let mut out = String::with_capacity(text.len());
    let mut rest = text;
    while let Some(next) = rest.chars().next() {
        match rest.get(..ID) {
            Some(part) if part.parse::<crm_core::Uuid>().is_ok() => {
                out.push('#');
                rest = rest.get(ID..).unwrap_or_default();
            }
            _ => {
                out.push(next);
                rest = rest.get(next.len_utf8()..).unwrap_or_default();
            }
        }
    }
    out
}

async fn figures(books: &Books) -> Result<Json, Failure> {
    let session = &books.session;
    let mut months = Map::new();
    for row in session.sales().profit(ProfitBy::Month, &Filter::All).await? {
        let figures = [row.net, row.cost, row.corrections, row.profit].map(|m| m.amount().to_string());
        months.insert(row.group.to_json().as_str().unwrap_or_default().to_owned(), json!(figures));
    }
    let last = chrono::NaiveDate::from_ymd_opt(2030, 1, 1).ok_or("no such day")?;
    let ageing = session.receivables().ageing(&AgeingQuery::new(last, CURRENCY)).await?;
    let pools = session.report::<StockPool>(|r| r.sum("quantity")?.sum("value")).await?;
    let pools: Vec<Json> = pools.into_iter().flatten().map(|v| v.to_json()).collect();
    Ok(json!({
        "profit_by_month": months,
        "owed": ageing.total.amount().to_string(),
        "credits": ageing.credits.amount().to_string(),
        "stock": pools,
    }))
}
