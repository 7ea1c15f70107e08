//! Purchase history: the prices a customer paid for a product, and what it usually buys.
//!
//! Invariant: prices are net of every discount and come from delivered lines only; returns do not change them.

use super::{PricingService, resolve::price_shown};
use crate::{
    access::{Permit, Right},
    documents::{SalesDocument, SalesLine, margin},
    entity::{Stored, Value},
    error::{Error, Result},
    ids::{CustomerId, ProductId, SalesDocumentId, SalesLineId, TypedId},
    limits,
    num::{Decimal, Money, Quantity, UnitPrice},
    query::{Report, Select, Source},
    storage::Reads,
    time::Day,
};
use std::collections::BTreeMap;

/// A previously delivered line.
#[derive(Debug, Clone, PartialEq, serde::Serialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct PastPrice {
    /// Day of the delivery.
    pub day: Day,
    /// The delivery.
    pub document_id: SalesDocumentId,
    /// Number of the delivery.
    pub number: String,
    /// The line.
    pub line_id: SalesLineId,
    /// Quantity, in the product's base unit.
    pub quantity: Quantity,
    /// The base unit.
    pub unit: Option<String>,
    /// Net amount.
    pub net: Money,
    /// Net price per base unit, after every discount; rounded to 6 decimals if not exact.
    pub net_price: UnitPrice,
    /// Profit as a fraction of the net; none if costs are hidden from the caller or the net is not positive.
    pub margin: Option<Decimal>,
}

/// A product that a customer buys repeatedly.
#[derive(Debug, Clone, PartialEq, serde::Serialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct BasketItem {
    /// The product.
    pub product_id: ProductId,
    /// Its code, as last delivered.
    pub product_code: String,
    /// Its name, as last delivered.
    pub product_name: String,
    /// Usual quantity: the median of its deliveries (of two middle ones, the smaller).
    pub usual_quantity: Quantity,
    /// Number of deliveries with the product.
    pub times: u64,
    /// Day of the last delivery.
    pub last_day: Day,
    /// Days since the last delivery.
    pub days_since: i64,
    /// Net price per base unit at the last delivery.
    pub last_price: UnitPrice,
}

impl PricingService<'_> {
    /// The last delivered lines of a product for a customer, latest first.
    ///
    /// # Errors
    /// `access.denied`, `limit.exceeded` beyond [`limits::MAX_PRICE_HISTORY`], `storage.*`.
    pub async fn price_history(&self, customer: CustomerId, product: ProductId, lines: u32) -> Result<Vec<PastPrice>> {
        let delivered = SalesLine::customer_id().eq(customer).and(SalesLine::product_id().eq(product)).and(SalesLine::sold());
        let build = |permit: &Permit, reads: &mut Reads| {
            limits::check("MAX_PRICE_HISTORY", lines as usize, limits::MAX_PRICE_HISTORY as usize)?;
            reads.look_up();
            let found = Select::<SalesLine>::new(permit).filter(&delivered)?.and(SalesLine::stands()?).sort(&["-day", "-id"])?.limit(lines)?;
            // Of the documents only the numbers: reading them whole, with issuer, buyer and taxes, would take longer than the lines.
            let documents = Report::<SalesDocument>::new(permit).among("id", Source::first("document_id", &found)?)?.by("id")?.by("number")?;
            Ok((reads.select(found), reads.report(&documents)))
        };
        let ((lines, documents), mut answers) = self.0.read(Right::SalesRead, build).await?;
        let number = |row: Vec<Value>| match row.as_slice() {
            [Value::Id(id), Value::Text(number), ..] => Some((SalesDocumentId::from_uuid(*id), number.clone())),
            _ => None,
        };
        let numbers = answers.rows(&documents).into_iter().filter_map(number).collect();
        answers.all(&lines)?.iter().map(|line| past_price(line, &numbers)).collect()
    }

    /// What a customer usually buys, from its deliveries in a period: products on the most deliveries first.
    ///
    /// Considers at most the latest [`limits::MAX_BASKET_LINES`] lines.
    ///
    /// # Errors
    /// `access.denied`, `storage.*`.
    pub async fn usual_basket(&self, customer: CustomerId, since: Day, as_of: Day) -> Result<Vec<BasketItem>> {
        let delivered = SalesLine::customer_id().eq(customer).and(SalesLine::day().between(since, as_of)).and(SalesLine::sold());
        let build = |permit: &Permit, reads: &mut Reads| {
            let lines = Select::<SalesLine>::new(permit).filter(&delivered)?.and(SalesLine::stands()?);
            Ok(reads.select(lines.sort(&["-day", "-id"])?.at_most(limits::MAX_BASKET_LINES)))
        };
        let (ask, mut answers) = self.0.read(Right::SalesRead, build).await?;
        usual_basket(&answers.all(&ask)?, as_of)
    }
}

fn past_price(line: &Stored<SalesLine>, numbers: &BTreeMap<SalesDocumentId, String>) -> Result<PastPrice> {
    let number = numbers.get(&line.document_id).cloned().ok_or_else(|| Error::corrupt("a line has no document"))?;
    let margin = line.profit.shown().map(|profit| margin(profit, line.revenue)).transpose()?.flatten();
    Ok(PastPrice {
        day: line.day,
        document_id: line.document_id,
        number,
        line_id: line.id,
        quantity: line.quantity,
        unit: line.unit.clone(),
        net: line.revenue,
        net_price: price_shown(line.revenue, line.quantity)?,
        margin,
    })
}

/// What a customer usually buys, from its delivered lines, latest first.
///
/// # Errors
/// `number.out_of_range`.
pub fn usual_basket(lines: &[Stored<SalesLine>], as_of: Day) -> Result<Vec<BasketItem>> {
    let mut by_product: BTreeMap<ProductId, Vec<&Stored<SalesLine>>> = BTreeMap::new();
    for line in lines {
        by_product.entry(line.product_id).or_default().push(line);
    }
    let mut basket = by_product.into_values().filter_map(|lines| basket_item(&lines, as_of).transpose()).collect::<Result<Vec<_>>>()?;
    basket.sort_by(|a, b| b.times.cmp(&a.times).then(b.last_day.cmp(&a.last_day)).then_with(|| a.product_code.cmp(&b.product_code)));
    Ok(basket)
}

fn basket_item(lines: &[&Stored<SalesLine>], as_of: Day) -> Result<Option<BasketItem>> {
    let Some(last) = lines.first() else { return Ok(None) };
    let mut by_delivery: BTreeMap<SalesDocumentId, Quantity> = BTreeMap::new();
    for line in lines {
        let sum = by_delivery.entry(line.document_id).or_default();
        *sum = sum.plus(line.quantity)?;
    }
    let times = by_delivery.len();
    let mut quantities: Vec<Quantity> = by_delivery.into_values().collect();
    quantities.sort();
    let middle = times.saturating_sub(1).checked_div(2).unwrap_or_default();
    Ok(Some(BasketItem {
        product_id: last.product_id,
        product_code: last.product_code.clone(),
        product_name: last.product_name.clone(),
        usual_quantity: quantities.get(middle).copied().unwrap_or_default(),
        times: u64::try_from(times).unwrap_or(u64::MAX),
        last_day: last.day,
        days_since: as_of.signed_duration_since(last.day).num_days(),
        last_price: price_shown(last.revenue, last.quantity)?,
    }))
}
