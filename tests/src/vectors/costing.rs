//! Vectors of costing and of returns: receipts, deliveries and corrections of one product, and what it is worth after them.

#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic, reason = "a runner of tests: what cannot be read is a failed case")]

use super::list;
use crate::harness::{Harness, Shop, assert_same_tables, day, eur, price, quantity};
use crm_core::{
    Code, Error, Result,
    company::Company,
    ids::{SalesDocumentId, SalesLineId, StockDocumentId, WarehouseId},
    num::{Currency, Decimal, Money, MoneyStep, RoundingMode, rounding::to_scale},
    products::{Product, Tracking},
    sales::{LineCost, LineItem, NewDelivery, NewReturn, ReturnLine, SalesLine},
    stock::{
        AddCost, ChangeMethod, CorrectPrice, CorrectQuantity, CostCorrection, CostVariance, CountLine, NewCount, NewReceipt, NewSupplierReturn,
        NewTransfer, ReceiptLine, Revalue, Reverse, SetUnitCost, StockLot, SupplierReturnLine, TransferLine, Warehouse,
    },
    time::Day,
};
use serde_json::Value as Json;
use std::collections::BTreeMap;

/// One case: what is set up, what happens, and what must come out.
struct Case {
    id: String,
    setup: Json,
    steps: Vec<Json>,
    expect: Vec<Json>,
}

/// The text under a key.
fn text<'j>(json: &'j Json, key: &str) -> Option<&'j str> {
    json.get(key).and_then(Json::as_str)
}

/// Whether a figure agrees: a ratio when it rounds half-up to the printed digits, anything else when it is equal.
fn agrees(is_ratio: bool, expected: &str, found: Decimal) -> bool {
    let Ok(wanted) = Decimal::from_str_exact(expected) else { return false };
    wanted == if is_ratio { to_scale(found, wanted.scale(), RoundingMode::HalfUp) } else { found }
}

/// Drives a case.
///
/// # Errors
/// What differs, or is not known.
pub async fn run(case: &Json, harness: &Harness) -> std::result::Result<(), String> {
    let case = Case {
        id: text(case, "id").unwrap_or_default().to_owned(),
        setup: case["setup"].clone(),
        steps: list(&case["steps"]).to_vec(),
        expect: list(&case["expect"]).to_vec(),
    };
    let problems = differences(&case, harness).await;
    if problems.is_empty() { Ok(()) } else { Err(problems.join("; ")) }
}

/// What this area knows.
pub(super) const OPERATIONS: &[&str] = &[
    "receive",
    "deliver",
    "adjust",
    "set_unit_cost",
    "revalue",
    "return_to_supplier",
    "return_from_customer",
    "landed_cost",
    "set_receipt_qty",
    "cancel",
    "dropship",
    "change_receipt_cost",
    "backdated_cost",
    "transfer",
    "change_method",
    "carry_in",
];

/// A document that a step made.
#[derive(Clone, Copy)]
enum Made {
    Stock(StockDocumentId),
    Sale(SalesDocumentId, SalesLineId),
}

/// What a step did.
struct Done {
    outcome: Result<Made>,
    change: Decimal,
}

struct World {
    shop: Shop,
    product: crm_core::ids::ProductId,
    warehouses: BTreeMap<String, WarehouseId>,
    allows_negative: bool,
    day: Day,
    done: BTreeMap<String, Done>,
}

/// Runs a case, and answers with what did not agree.
async fn differences(case: &Case, harness: &Harness) -> Vec<String> {
    let mut world = World::new(case, harness).await;
    let mut problems = Vec::new();
    for step in &case.steps {
        world.warehouse(text(step, "location").unwrap_or_default()).await;
        let id = text(step, "id").unwrap_or_default();
        let may_fail = case.expect.iter().any(|e| {
            text(e, "what") == Some("error") && text(e, "after") == Some(id) || text(e, "what") == Some("accepted") && text(e, "of") == Some(id)
        });
        let before = world.value().await;
        let rows = if may_fail { Some(world.shop.dump().await) } else { None };
        let outcome = world.step(step).await;
        if let (Err(_), Some(rows)) = (&outcome, rows) {
            assert_same_tables(&rows, &world.shop.dump().await, &case.id);
        }
        if let (Err(error), false) = (&outcome, may_fail) {
            problems.push(format!("{id}: {error:?}"));
        }
        let change = world.value().await - before;
        world.done.insert(id.to_owned(), Done { outcome, change });
        for expected in case.expect.iter().filter(|e| text(e, "after") == Some(id)) {
            problems.extend(world.check(expected).await);
        }
    }
    for expected in case.expect.iter().filter(|e| text(e, "after") == Some("end")) {
        problems.extend(world.check(expected).await);
    }
    let known = |after: &str| after == "end" || world.done.contains_key(after);
    let unknown = case.expect.iter().filter(|e| !known(text(e, "after").unwrap_or_default()));
    problems.extend(unknown.map(|e| format!("nobody knows when `{}` is", e["after"])));
    if let Err(error) = world.shop.session.verify().await {
        problems.push(format!("the books do not verify: {error:?}"));
    }
    problems
}

impl World {
    async fn new(case: &Case, harness: &Harness) -> Self {
        let step = text(&case.setup, "money_step").map_or(Currency::EUR.step(), |s| MoneyStep::new(Decimal::from_str_exact(s).unwrap()).unwrap());
        let company = Company { money_step: step, backdating_days: 36_600, ..Company::new("Vectors", Currency::EUR) };
        let shop = Shop::founded(harness, company).await;
        let method = text(&case.setup, "method").unwrap_or("moving_average");
        let has_lots = case.steps.iter().any(|s| s.get("lot").is_some());
        let tracking = if has_lots { Tracking::Lot } else { Tracking::None };
        let product = Product { costing: method.to_owned(), tracking, ..Product::stocked("V", "Vector", Currency::EUR) };
        let product = shop.session.products().create(product).await.unwrap().id;
        let allows_negative = case.setup.get("allow_negative").is_some_and(|v| v == &Json::Bool(true));
        let (warehouses, done) = (BTreeMap::new(), BTreeMap::new());
        let world = Self { shop, product, warehouses, allows_negative, day: day("2020-01-01"), done };
        if let Some(cost) = text(&case.setup, "initial_unit_cost") {
            let set = SetUnitCost { product_id: product, lot: None, day: day("2015-01-01"), unit_cost: price(cost), reference: None };
            world.shop.session.stock().set_unit_cost(&set).await.unwrap();
        }
        world
    }

    async fn warehouse(&mut self, name: &str) -> WarehouseId {
        if let Some(id) = self.warehouses.get(name) {
            return *id;
        }
        let warehouse = Warehouse { allows_negative: self.allows_negative, ..Warehouse::new(format!("L{name}"), format!("Location {name}")) };
        let id = self.shop.session.warehouses().create(warehouse).await.unwrap().id;
        self.warehouses.insert(name.to_owned(), id);
        id
    }

    fn made(&self, step: &Json, key: &str) -> Result<Made> {
        let done = text(step, key).and_then(|id| self.done.get(id)).ok_or_else(|| Error::field("ref", "names no step"))?;
        done.outcome.as_ref().copied().map_err(|e| Error::field("ref", format!("names a step that failed: {e:?}")))
    }

    fn receipt(&self, step: &Json) -> Result<StockDocumentId> {
        match self.made(step, "ref")? {
            Made::Stock(id) => Ok(id),
            Made::Sale(..) => Err(Error::field("ref", "names a sale")),
        }
    }

    async fn step(&mut self, step: &Json) -> Result<Made> {
        if let Some(on) = text(step, "date") {
            self.day = day(on);
        }
        let place = self.warehouse(text(step, "location").unwrap_or_default()).await;
        let get = |key: &str| text(step, key).ok_or_else(|| Error::field("step", format!("lacks `{key}`")));
        let (product_id, on, reference) = (self.product, self.day, None);
        let lot = text(step, "lot").map(str::to_owned);
        let session = self.shop.session.clone();
        let stock = session.stock();
        let posted = match get("op")? {
            "receive" => {
                let unit_cost = price(get("unit_cost")?);
                let is_free = unit_cost.amount().is_zero();
                let landed = text(step, "landed").map(eur);
                let line = ReceiptLine { lot, landed, is_free, ..ReceiptLine::new(product_id, quantity(get("qty")?), unit_cost) };
                stock.receive(&NewReceipt::new(place, on, vec![line])).await
            }
            "deliver" | "dropship" => {
                let cost = if get("op")? == "dropship" { LineCost::Direct { unit_cost: price(get("unit_cost")?) } } else { LineCost::ByMethod };
                let line = LineItem { lot, cost, ..LineItem::new(product_id, quantity(get("qty")?), price(text(step, "unit_price").unwrap_or("1"))) };
                return self.deliver(line, place).await;
            }
            "adjust" => {
                let line = CountLine { lot, ..CountLine::new(product_id, quantity(get("qty")?)) };
                stock.count(&NewCount { warehouse_id: place, day: on, reference, lines: vec![line] }).await
            }
            "set_unit_cost" => stock.set_unit_cost(&SetUnitCost { product_id, lot, day: on, unit_cost: price(get("unit_cost")?), reference }).await,
            "revalue" => stock.revalue(&Revalue { product_id, lot, day: on, amount: eur(get("amount")?), reference }).await,
            "carry_in" => {
                let amount = eur(get("value")?).minus(Money::new(self.value().await, Currency::EUR)?)?;
                stock.revalue(&Revalue { product_id, lot, day: on, amount, reference }).await
            }
            "return_to_supplier" => {
                let receipt_id = text(step, "ref").map(|_| self.receipt(step)).transpose()?;
                let credit = text(step, "credit_unit_price").map(price);
                let line = SupplierReturnLine { product_id, quantity: quantity(get("qty")?), lot, credit, receipt_line: None };
                stock.return_to_supplier(&NewSupplierReturn { warehouse_id: place, day: on, receipt_id, reference, lines: vec![line] }).await
            }
            "return_from_customer" => return self.return_goods(step, place).await,
            "cancel" => match self.made(step, "ref")? {
                Made::Sale(..) => return self.return_goods(step, place).await,
                Made::Stock(document_id) => stock.reverse(&Reverse { document_id, day: on, reference }).await,
            },
            "landed_cost" => {
                let (receipt_id, amount) = (self.receipt(step)?, eur(get("amount")?));
                stock.add_cost(&AddCost { receipt_id, lines: Vec::new(), day: on, amount, reference }).await
            }
            "set_receipt_qty" => {
                let (receipt_id, quantity) = (self.receipt(step)?, quantity(get("qty")?));
                stock.correct_receipt_quantity(&CorrectQuantity { receipt_id, line: 1, quantity, day: on, reference }).await
            }
            "change_receipt_cost" | "backdated_cost" => {
                let (receipt_id, unit_cost) = (self.receipt(step)?, price(get("unit_cost")?));
                stock.correct_receipt_price(&CorrectPrice { receipt_id, line: 1, unit_cost, day: on, reference }).await
            }
            "transfer" => {
                let (from, to) = (self.warehouse(get("from")?).await, self.warehouse(get("to")?).await);
                let line = TransferLine { product_id, quantity: quantity(get("qty")?), lot };
                stock.transfer(&NewTransfer { from_warehouse_id: from, to_warehouse_id: to, day: on, reference, lines: vec![line] }).await
            }
            "change_method" => stock.change_method(&ChangeMethod { product_id, method: get("to")?.to_owned(), day: on, reference }).await,
            other => return Err(Error::field("op", format!("`{other}` is unknown"))),
        };
        posted.map(|posted| Made::Stock(posted.document_id))
    }

    async fn deliver(&self, line: LineItem, place: WarehouseId) -> Result<Made> {
        let delivery = NewDelivery { day: self.day, warehouse_id: place, lines: vec![line], ..self.shop.delivery("1", "1") };
        let posted = self.shop.session.sales().deliver(&delivery).await?;
        Ok(Made::Sale(posted.document_id, self.shop.lines_of(posted.document_id).await[0]))
    }

    /// Goods of a delivery come back, all of them where the step says no quantity; goods that name no delivery at a cost of their own, or today's.
    async fn return_goods(&self, step: &Json, place: WarehouseId) -> Result<Made> {
        if step["ref"].is_null() {
            let (product, back) = (self.product, quantity(text(step, "qty").unwrap_or("1")));
            let line = match text(step, "unit_cost") {
                Some(cost) => ReturnLine::unlinked_at(product, back, price("1"), price(cost), "known"),
                None => ReturnLine::unlinked(product, back, price("1")),
            };
            let back = NewReturn::new(self.shop.customer, place, self.day, vec![line]);
            let posted = self.shop.session.sales().return_goods(&back).await?;
            return Ok(Made::Sale(posted.document_id, self.shop.lines_of(posted.document_id).await[0]));
        }
        let Made::Sale(document, line) = self.made(step, "ref")? else { return Err(Error::field("ref", "names no sale")) };
        let whole = self.shop.session.sales_lines().get(line).await?.quantity.decimal().to_string();
        let back = self.shop.back(document, &[(line, text(step, "qty").unwrap_or(&whole))]);
        let back = NewReturn { day: self.day, warehouse_id: place, ..back };
        let posted = self.shop.session.sales().return_goods(&back).await?;
        Ok(Made::Sale(posted.document_id, self.shop.lines_of(posted.document_id).await[0]))
    }

    async fn value(&self) -> Decimal {
        self.pool().await.1
    }

    /// Quantity, value and reference cost.
    async fn pool(&self) -> (Decimal, Decimal, Option<Decimal>) {
        let pool = self.shop.session.stock_pools().find(self.product).await.unwrap();
        let nothing = (Decimal::ZERO, Decimal::ZERO, None);
        pool.map_or(nothing, |p| (p.quantity.decimal(), p.value.shown().unwrap().amount(), p.reference_cost.map(|c| c.amount())))
    }

    async fn check(&self, expected: &Json) -> Option<String> {
        let (what, value) = (text(expected, "what").unwrap_or_default(), text(expected, "value").unwrap_or_default());
        let after = text(expected, "after").unwrap_or_default();
        let of = text(expected, "of").unwrap_or(after);
        let found = match what {
            "error" => return self.check_error(after, value),
            "accepted" => {
                let accepted = self.done.get(of)?.outcome.is_ok();
                return (accepted.to_string() != value).then(|| format!("{after} accepted[{of}]: expected {value}, found {accepted}"));
            }
            _ => self.figure(what, of).await,
        };
        match found {
            Some(found) if agrees(what == "unit_cost", value, found) => None,
            found => Some(format!("{after} {what}[{of}]: expected {value}, found {found:?}")),
        }
    }

    fn check_error(&self, step: &str, kind: &str) -> Option<String> {
        let code = match kind {
            "insufficient_stock" => Code::InsufficientStock,
            "no_such_lot" => Code::LotUnknown,
            "no_stock_to_revalue" => Code::NoStock,
            other => return Some(format!("nobody knows the error `{other}`")),
        };
        match &self.done.get(step)?.outcome {
            Err(error) if error.code() == code => None,
            Err(error) => Some(format!("{step}: expected {kind}, found {error:?}")),
            Ok(_) => Some(format!("{step}: expected {kind}, but it was done")),
        }
    }

    async fn figure(&self, what: &str, of: &str) -> Option<Decimal> {
        let session = &self.shop.session;
        let (on_hand, value, reference) = self.pool().await;
        let sale = || match self.done.get(of).and_then(|d| d.outcome.as_ref().ok()) {
            Some(Made::Sale(_, line)) => Some(*line),
            _ => None,
        };
        Some(match what {
            "stock_qty" => on_hand,
            "stock_value" => value,
            "unit_cost" => {
                if on_hand > Decimal::ZERO {
                    value / on_hand
                } else {
                    reference?
                }
            }
            "stock_value_change" | "adjustment" => self.done.get(of)?.change,
            "cogs" => session.sales_lines().get(sale()?).await.unwrap().cost.shown()?.amount(),
            "effective_cogs" => {
                let line = sale()?;
                let posted = session.sales_lines().get(line).await.unwrap().cost.shown()?.amount();
                let of_line = session.cost_corrections().list().filter(&CostCorrection::sales_line_id().eq(line)).unwrap().fetch().await.unwrap();
                posted + of_line.iter().filter_map(|c| c.amount.shown()).map(Money::amount).sum::<Decimal>()
            }
            "total_cogs" => self.sum::<SalesLine>("cost").await + self.sum::<CostCorrection>("amount").await,
            "total_cogs_with_variance" => {
                self.sum::<SalesLine>("cost").await + self.sum::<CostCorrection>("amount").await + self.sum::<CostVariance>("amount").await
            }
            "variance" => self.sum::<CostVariance>("amount").await,
            "cogs_correction" => self.sum::<CostCorrection>("amount").await,
            "lot_value" => {
                let of_lot = StockLot::product_id().eq(self.product).and(StockLot::lot().eq(of.to_owned()));
                session.stock_lots().list().filter(&of_lot).unwrap().fetch().await.unwrap().first()?.value.shown()?.amount()
            }
            "location_qty" => {
                let balances = session.stock_balances().list().fetch().await.unwrap();
                let there = balances.iter().filter(|b| b.product_id == self.product && Some(&b.warehouse_id) == self.warehouses.get(of));
                there.map(|b| b.quantity.decimal()).sum()
            }
            _ => return None,
        })
    }

    async fn sum<E: crm_core::session::Listed>(&self, field: &str) -> Decimal {
        let rows = self.shop.session.report::<E>(|r| r.sum(field)).await.unwrap();
        rows[0].last().unwrap().clone().into_decimal().unwrap()
    }
}
