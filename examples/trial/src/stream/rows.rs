//! The resulting books of a stream: the rows of every list except ids, as one number per list, and the main figures.

use super::CURRENCY;
use crate::{Failure, books::Books};
use crm_core::{
    catalogue,
    entity::Value,
    query::Filter,
    receivables::AgeingQuery,
    records::{AnyRecords, Listing},
    sales::ProfitBy,
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

/// Every entity that callers read, as rows.
async fn tables(books: &Books) -> Result<BTreeMap<&'static str, Vec<String>>, Failure> {
    let mut tables = BTreeMap::new();
    for decl in catalogue::all() {
        if let Some(records) = AnyRecords::new(&books.session, decl) {
            tables.insert(decl.name, rows(records).await?);
        }
    }
    Ok(tables)
}

/// The rows of an entity as text without ids, sorted.
async fn rows(records: AnyRecords<'_>) -> Result<Vec<String>, Failure> {
    let (mut rows, mut listing) = (Vec::new(), Listing::default());
    loop {
        let page = records.page(&listing).await?;
        rows.extend(page.items.iter().map(|row| written(row)));
        listing.after = page.next;
        if listing.after.is_none() {
            rows.sort_unstable();
            return Ok(rows);
        }
    }
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
