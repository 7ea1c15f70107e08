//! Sales and returns of others: revenue, cost, profit and margin, by period.

use super::{Case, decimal, list, text};
use crate::harness::{Harness, Shop, day};
use crm_core::{
    entity::Value,
    ids::{ProductId, SalesDocumentId, SalesLineId},
    num::{Currency, Decimal, Quantity, UnitPrice},
    products::Product,
    query::Filter,
    sales::{LineItem, NewDelivery, NewReturn, ProfitBy, ReturnLine, SalesLine, margin},
    stock::{NewReceipt, ReceiptLine},
    time::Day,
};
use serde_json::Value as Json;

/// Drives a case: each sale has goods of its own, received at the cost that the case names, so that nothing averages.
///
/// # Errors
/// What differs, or is not known.
pub async fn run(case: &Json, harness: &Harness) -> Result<(), String> {
    let mut run = Run { shop: harness.shop().await, sold: Vec::new() };
    let mut checks = Case::default();
    for step in list(&case["steps"]) {
        run.step(step).await.map_err(|e| format!("{}: {e}", step["id"]))?;
        for expected in list(&case["expect"]).iter().filter(|e| e["after"] == step["id"]) {
            checks.equal(expected, run.figure(expected, &Filter::All).await?)?;
        }
    }
    for expected in list(&case["expect"]) {
        let after = text(expected, "after")?;
        let filter = match after.split_once("..") {
            Some((from, to)) => SalesLine::day().between(day(from), day(to)),
            None if after == "end" => Filter::All,
            None => continue,
        };
        checks.equal(expected, run.figure(expected, &filter).await?)?;
    }
    run.shop.session.verify().await.map_err(|e| e.to_string())?;
    checks.end()
}

/// A sale of which something may come back.
struct Sold {
    price: Decimal,
    cost: Decimal,
    left: Decimal,
    document: SalesDocumentId,
    line: SalesLineId,
}

struct Run {
    shop: Shop,
    sold: Vec<Sold>,
}

impl Run {
    async fn step(&mut self, step: &Json) -> Result<(), String> {
        let (quantity, price, cost) = (decimal(step, "qty")?, decimal(step, "unit_price")?, decimal(step, "unit_cost")?);
        let on = day(text(step, "date")?);
        match text(step, "op")? {
            "sale" => self.sale(quantity, price, cost, on).await,
            "return" => self.come_back(quantity, price, cost, on).await,
            other => Err(format!("the operation `{other}` is not known")),
        }
    }

    /// Goods of their own at the cost named; what has no cost and a negative price is a service.
    async fn goods(&self, quantity: Decimal, price: Decimal, cost: Decimal, on: Day) -> Result<ProductId, String> {
        if price.is_sign_negative() && cost.is_zero() {
            return Ok(self.shop.service);
        }
        let code = format!("G{}", self.sold.len());
        let product = self.shop.session.products().create(Product::stocked(&code, &code, Currency::EUR)).await.map_err(|e| e.to_string())?;
        let unit_cost = UnitPrice::new(cost, Currency::EUR).map_err(|e| e.to_string())?;
        let line =
            ReceiptLine { is_free: cost.is_zero(), ..ReceiptLine::new(product.id, Quantity::new(quantity).map_err(|e| e.to_string())?, unit_cost) };
        let receipt = NewReceipt { day: on, lines: vec![line], ..self.shop.receipt(&[]) };
        self.shop.session.stock().receive(&receipt).await.map_err(|e| e.to_string())?;
        Ok(product.id)
    }

    async fn sale(&mut self, quantity: Decimal, price: Decimal, cost: Decimal, on: Day) -> Result<(), String> {
        let text = |e: crm_core::Error| e.to_string();
        let product = self.goods(quantity, price, cost, on).await?;
        let line = LineItem::new(product, Quantity::new(quantity).map_err(text)?, UnitPrice::new(price, Currency::EUR).map_err(text)?);
        let delivery = NewDelivery::new(self.shop.other, self.shop.warehouse, on, vec![line]);
        let document = self.shop.session.sales().deliver(&delivery).await.map_err(text)?.document_id;
        let line = *self.shop.lines_of(document).await.first().ok_or("a delivery without lines")?;
        self.sold.push(Sold { price, cost, left: quantity, document, line });
        Ok(())
    }

    async fn come_back(&mut self, quantity: Decimal, price: Decimal, cost: Decimal, on: Day) -> Result<(), String> {
        let wrong = |e: crm_core::Error| e.to_string();
        let (back_quantity, unit_price) = (Quantity::new(quantity).map_err(wrong)?, UnitPrice::new(price, Currency::EUR).map_err(wrong)?);
        let found = self.sold.iter_mut().find(|s| s.price == price && s.cost == cost && s.left >= quantity);
        let (delivery_id, line) = match found {
            Some(sold) => {
                sold.left -= quantity;
                (Some(sold.document), ReturnLine::linked(sold.line, back_quantity))
            }
            // Nothing was sold that could come back like this: it says what it cost.
            None => {
                let unit_cost = UnitPrice::new(cost, Currency::EUR).map_err(wrong)?;
                let product = self.goods(quantity, price, cost, on).await?;
                (None, ReturnLine::unlinked_at(product, back_quantity, unit_price, unit_cost, "as it was sold"))
            }
        };
        let back = NewReturn { delivery_id, ..NewReturn::new(self.shop.other, self.shop.warehouse, on, vec![line]) };
        self.shop.session.sales().return_goods(&back).await.map(drop).map_err(|e| e.to_string())
    }

    async fn figure(&self, expected: &Json, filter: &Filter) -> Result<Option<Decimal>, String> {
        let rows = self.shop.session.sales().profit(ProfitBy::Product, filter).await.map_err(|e| e.to_string())?;
        let sum = |of: fn(&crm_core::sales::ProfitRow) -> crm_core::num::Money| {
            crm_core::num::Money::sum(rows.iter().map(of), Currency::EUR).map_err(|e| e.to_string())
        };
        let (net, cost, profit) = (sum(|r| r.net)?, sum(|r| r.cost)?, sum(|r| r.profit)?);
        Ok(match text(expected, "what")? {
            "revenue" => Some(net.amount()),
            "cost" => Some(cost.amount()),
            "profit" => Some(profit.amount()),
            "margin" => margin(profit, net).map_err(|e| e.to_string())?,
            "qty" => {
                let report =
                    self.shop.session.report::<SalesLine>(|report| report.filter(filter)?.sum("quantity")).await.map_err(|e| e.to_string())?;
                match report.first().and_then(|row| row.get(1)) {
                    Some(Value::Decimal(sum)) => Some(*sum),
                    other => return Err(format!("a sum is {other:?}")),
                }
            }
            other => return Err(format!("the figure `{other}` is not known")),
        })
    }
}
