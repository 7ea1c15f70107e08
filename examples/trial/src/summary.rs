//! The figures of a replay: queried from the books, printed as tables or as JSON.

use crate::{Failure, books::Books};
use chrono::NaiveDate;
use comfy_table::{CellAlignment, Table, TableComponent, presets};
use crm_core::{
    customers::Customer,
    entity::Value,
    num::{Decimal, Money, Quantity},
    products::Product,
    query::Filter,
    receivables::{Ageing, AgeingQuery},
    sales::{ProfitBy, ProfitRow, SalesDocument, SalesKind, SalesLine},
    session::Listed,
    stock::{MovementKind, StockMovement, StockPool},
};
use serde_json::{Map, Value as Json, json};

/// All figures of a replay.
struct Figures {
    counts: Vec<(&'static str, u64)>,
    money: Vec<(&'static str, Decimal)>,
    months: Vec<ProfitRow>,
    top_revenue: Vec<(String, Money)>,
    top_profit: Vec<(String, Money)>,
    ageing: Vec<Ageing>,
}

/// Queries and prints them.
pub(crate) async fn print(books: &Books, receipt_lines: u64, ageing: &[NaiveDate], as_json: bool) -> Result<(), Failure> {
    let figures = Figures::ask(books, receipt_lines, ageing).await?;
    if as_json {
        println!("{}", serde_json::to_string_pretty(&figures.to_json())?);
    } else {
        figures.print();
    }
    Ok(())
}

/// The sums of a report without groups.
async fn sums<E: Listed>(books: &Books, filter: &Filter, fields: &[&str]) -> Result<Vec<Decimal>, Failure> {
    let rows = books.session.report::<E>(|report| fields.iter().try_fold(report.filter(filter)?, |report, field| report.sum(field))).await?;
    let row = rows.into_iter().next().ok_or("a report without groups has one row")?;
    row.into_iter().skip(1).map(|value| value.into_decimal().map_err(Into::into)).collect()
}

async fn sum<E: Listed>(books: &Books, filter: &Filter, field: &str) -> Result<Decimal, Failure> {
    sums::<E>(books, filter, &[field]).await?.pop().ok_or_else(|| "a sum is missing".into())
}

impl Figures {
    async fn ask(books: &Books, receipt_lines: u64, days: &[NaiveDate]) -> Result<Self, Failure> {
        let session = &books.session;
        let moved = |kind: MovementKind| StockMovement::kind().eq(kind);
        let of = |kind: SalesKind| SalesDocument::kind().eq(kind);
        let counts = vec![
            ("receipt_lines", receipt_lines),
            ("deliveries", session.sales_documents().count(&of(SalesKind::Delivery)).await?),
            ("sale_lines", session.records::<SalesLine>().count(&Filter::All).await?),
            ("returns", session.sales_documents().count(&of(SalesKind::Return)).await?),
            ("adjustments", session.stock_movements().count(&moved(MovementKind::Count)).await?),
            ("customers", session.records::<Customer>().count(&Filter::All).await?),
            ("products", session.products().count(&Filter::All).await?),
            ("stocked_products", session.products().count(&Product::is_stocked().eq(true)).await?),
        ];
        let (found, missing) = (StockMovement::quantity().gt(Quantity::ZERO), StockMovement::quantity().lt(Quantity::ZERO));
        let sold = sums::<SalesDocument>(books, &Filter::All, &["net", "tax", "cost", "profit"]).await?;
        let [revenue, tax, cogs, profit] = sold.as_slice() else { return Err("sums are missing".into()) };
        let value = async |filter: Filter| sum::<StockMovement>(books, &filter, "value").await;
        let money = vec![
            ("received", value(moved(MovementKind::Receipt)).await?),
            ("revenue", *revenue),
            ("tax", *tax),
            ("cogs", *cogs),
            ("adjusted_in", value(moved(MovementKind::Count).and(found)).await?),
            ("adjusted_out", -value(moved(MovementKind::Count).and(missing)).await?),
            ("profit", *profit),
            ("opening_stock", value(moved(MovementKind::Opening)).await?),
            ("closing_stock", sum::<StockPool>(books, &Filter::All, "value").await?),
            ("closing_qty", sum::<StockPool>(books, &Filter::All, "quantity").await?),
        ];
        let months = session.sales().profit(ProfitBy::Month, &Filter::All).await?;
        let by_customer = session.sales().profit(ProfitBy::Customer, &Filter::All).await?;
        let top_revenue = top(books, &by_customer, |row| row.net).await?;
        let top_profit = top(books, &by_customer, |row| row.profit).await?;
        let mut ageing = Vec::new();
        for day in days {
            ageing.push(session.receivables().ageing(&AgeingQuery::new(*day, books.currency)).await?);
        }
        Ok(Self { counts, money, months, top_revenue, top_profit, ageing })
    }

    fn to_json(&self) -> Json {
        let pairs = |list: &[(String, Money)]| -> Json { list.iter().map(|(code, money)| json!([code, money.amount().to_string()])).collect() };
        let months: Map<_, _> =
            self.months.iter().map(|r| (text(&r.group), json!([r.net.amount().to_string(), r.profit.amount().to_string()]))).collect();
        json!({
            "counts": self.counts.iter().map(|(name, count)| ((*name).to_owned(), json!(count))).collect::<Map<_, _>>(),
            "money": self.money.iter().map(|(name, sum)| ((*name).to_owned(), json!(sum.to_string()))).collect::<Map<_, _>>(),
            "months": months,
            "top_revenue": pairs(&self.top_revenue),
            "top_profit": pairs(&self.top_profit),
            "ageing": self.ageing.iter().map(|a| (a.as_of.to_string(), ageing_json(a))).collect::<Map<_, _>>(),
        })
    }

    fn print(&self) {
        let mut table = new_table(&["", ""]);
        for (name, count) in &self.counts {
            table.add_row([name.replace('_', " "), count.to_string()]);
        }
        for (name, sum) in &self.money {
            table.add_row([name.replace('_', " "), sum.to_string()]);
        }
        println!("{table}");
        println!("{}", profit_table("month", &self.months));
        for (title, list) in [("revenue", &self.top_revenue), ("profit", &self.top_profit)] {
            let mut table = new_table(&["customer", title]);
            for (code, money) in list {
                table.add_row([code.clone(), money.amount().to_string()]);
            }
            println!("{table}");
        }
        if !self.ageing.is_empty() {
            println!("{}", ageing_table(&self.ageing));
        }
    }
}

/// The top ten customers by a figure, with their codes; counter sales belong to nobody.
async fn top(books: &Books, rows: &[ProfitRow], figure: impl Fn(&ProfitRow) -> Money) -> Result<Vec<(String, Money)>, Failure> {
    let mut rows: Vec<&ProfitRow> = rows.iter().collect();
    rows.sort_by_key(|row| std::cmp::Reverse(figure(row).amount()));
    let mut best = Vec::new();
    for row in rows {
        if best.len() == 10 {
            break;
        }
        let customer = books.session.customers().get(crm_core::ids::CustomerId(row.group.clone().into_id()?)).await?;
        if customer.code != "CASH" {
            best.push((customer.code.clone(), figure(row)));
        }
    }
    Ok(best)
}

fn text(value: &Value) -> String {
    match value.to_json() {
        Json::String(text) => text,
        Json::Null => "-".to_owned(),
        other => other.to_string(),
    }
}

fn ageing_json(ageing: &Ageing) -> Json {
    let mut object: Map<String, Json> =
        ageing.names.iter().zip(&ageing.buckets).map(|(name, sum)| (name.clone(), json!(sum.amount().to_string()))).collect();
    object.insert("total".to_owned(), json!(ageing.total.amount().to_string()));
    object.insert("credits".to_owned(), json!(ageing.credits.amount().to_string()));
    Json::Object(object)
}

/// An amount with two decimals, in readable form.
pub(crate) fn plain(amount: Money) -> String {
    format!("{:.2}", amount.amount())
}

/// A table with right-aligned figures.
pub(crate) fn new_table(headings: &[&str]) -> Table {
    let mut table = Table::new();
    table.load_preset(presets::UTF8_HORIZONTAL_ONLY).remove_style(TableComponent::HorizontalLines).remove_style(TableComponent::MiddleIntersections);
    if headings.iter().any(|h| !h.is_empty()) {
        table.set_header(headings);
    }
    for column in table.column_iter_mut().skip(1) {
        column.set_cell_alignment(CellAlignment::Right);
    }
    table
}

/// Revenue, cost, profit and margin by group.
pub(crate) fn profit_table(group: &str, rows: &[ProfitRow]) -> Table {
    let mut table = new_table(&[group, "net", "cost", "profit", "margin"]);
    for row in rows {
        let percent = |margin: Decimal| format!("{} %", (margin * Decimal::ONE_HUNDRED).round_dp(1));
        let margin = row.margin.map_or_else(|| "-".to_owned(), percent);
        let [net, cost, profit] = [row.net, row.cost, row.profit].map(plain);
        table.add_row([text(&row.group), net, cost, profit, margin]);
    }
    table
}

/// Ageing buckets as of several days.
pub(crate) fn ageing_table(ageing: &[Ageing]) -> Table {
    let names: Vec<&str> = ageing.first().map(|a| a.names.iter().map(String::as_str).collect()).unwrap_or_default();
    let headings: Vec<&str> = ["as of"].into_iter().chain(names).chain(["total", "credits"]).collect();
    let mut table = new_table(&headings);
    for a in ageing {
        let sums = a.buckets.iter().chain([&a.total, &a.credits]).map(|money| plain(*money));
        table.add_row([a.as_of.to_string()].into_iter().chain(sums).collect::<Vec<_>>());
    }
    table
}
