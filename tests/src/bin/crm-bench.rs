//! Deliveries a second through the library, against a program written by hand on rusqlite that reads what it must and writes the same rows
//! into the same schema with the same durability. Both run in turns within one process; the ratio of each pair of turns is what counts.
//!
//! `cargo run --release -p crm-tests --bin crm-bench [-- --deliveries 2000 --lines 10 --rounds 7]`
#![allow(
    clippy::unwrap_used,
    clippy::expect_used,
    clippy::panic,
    clippy::float_arithmetic,
    reason = "a bench: figures of time, and no way to go on after an error"
)]
#![allow(clippy::disallowed_methods, reason = "a bench needs the machine's clock")]

use chrono::{NaiveDate, Utc};
use crm_core::{
    access::{Operator, Principal},
    company::Company,
    customers::Customer,
    ids::{CompanyId, CustomerId, IdSource, OperatorId, ProductId, WarehouseId},
    num::{Currency, Quantity, Rate, UnitPrice},
    products::Product,
    sales::{DeliveryLine, NewDelivery},
    session::{Crm, Session},
    stock::{NewReceipt, ReceiptLine, Warehouse},
    system::{SystemClock, SystemIds},
    tax::TaxRate,
};
use crm_storage_sqlite::{Durability, SqliteOptions, SqliteStorage};
use rusqlite::{Connection, TransactionBehavior, params};
use std::{path::Path, sync::Arc, time::Instant};

const PRODUCTS: usize = 1_000;
const CUSTOMERS: usize = 100;

struct Settings {
    deliveries: usize,
    lines: usize,
    rounds: usize,
}

impl Settings {
    fn from_arguments() -> Self {
        let arguments: Vec<String> = std::env::args().collect();
        let value = |name: &str, default: usize| {
            let position = arguments.iter().position(|a| a == name);
            position.and_then(|p| arguments.get(p + 1)).map_or(default, |v| v.parse().expect("a number"))
        };
        Self { deliveries: value("--deliveries", 2_000), lines: value("--lines", 10), rounds: value("--rounds", 7) }
    }
}

/// A company with products and stock, in a file of its own.
struct Shop {
    session: Session<'static>,
    company: CompanyId,
    operator: OperatorId,
    customers: Vec<CustomerId>,
    products: Vec<ProductId>,
    warehouse: WarehouseId,
}

fn day() -> NaiveDate {
    NaiveDate::from_ymd_opt(2026, 6, 1).unwrap()
}

fn price(text: &str) -> UnitPrice {
    UnitPrice::parse(text, Currency::EUR).unwrap()
}

async fn shop(path: &Path, durability: Durability) -> Shop {
    let storage = SqliteStorage::open(SqliteOptions::new(path).durability(durability)).await.unwrap();
    storage.migrations().apply().await.unwrap();
    let crm = Crm::new(Arc::new(storage), Arc::new(SystemClock), Arc::new(SystemIds::default()));
    let profile = Company { default_tax_code: Some("S".to_owned()), ..Company::new("Bench", Currency::EUR) };
    let (company, operator) = crm.create_company(profile, Operator::with("bench", "Bench", &["administrator"], &[])).await.unwrap();
    let session = crm.act_as(company, Principal::operator(operator)).await.unwrap();
    session.tax_rates().create(TaxRate::new("S", "VAT", Rate::parse("21").unwrap(), NaiveDate::default())).await.unwrap();
    let warehouse = session.warehouses().create(Warehouse::new("W", "Main")).await.unwrap().id;
    let customers = (0..CUSTOMERS).map(|i| Customer { payment_days: 30, ..Customer::new(format!("C{i:05}"), format!("Customer {i}")) });
    let customers = session.customers().create_many(customers.collect()).await.unwrap().into_iter().map(|c| c.id).collect();
    let products = (0..PRODUCTS).map(|i| Product::stocked(format!("P{i:05}"), format!("Product {i}"), Currency::EUR));
    let products: Vec<ProductId> = session.products().create_many(products.collect()).await.unwrap().into_iter().map(|p| p.id).collect();
    let lines = products.iter().map(|id| ReceiptLine { product_id: *id, quantity: Quantity::from(1_000_000), unit_cost: price("1.37") });
    session.stock().receive(&NewReceipt { warehouse_id: warehouse, day: day(), reference: None, lines: lines.collect() }).await.unwrap();
    Shop { session, company, operator, customers, products, warehouse }
}

impl Shop {
    fn delivery(&self, number: usize, lines: usize) -> NewDelivery {
        let line = |i: usize| DeliveryLine::new(self.products[(number * 7 + i * 13) % PRODUCTS], Quantity::from(3), price("2.95"));
        NewDelivery {
            customer_id: self.customers[number % CUSTOMERS],
            warehouse_id: self.warehouse,
            day: day(),
            due_day: None,
            reference: None,
            lines: (0..lines).map(line).collect(),
        }
    }
}

/// The program written by hand: point reads, integer arithmetic, one prepared statement a row.
struct ByHand {
    db: Connection,
    ids: SystemIds,
    company: [u8; 16],
    operator: [u8; 16],
    warehouse: [u8; 16],
}

struct HandLine {
    product: [u8; 16],
    code: String,
    name: String,
    quantity: i64,
    net: i64,
    cost: i64,
    sequence: i64,
}

/// The share of a line in the tax, in whole hundredths: all lines have the same net here, so the first ones take what is left over.
fn share(tax: i64, lines: usize, line: i64) -> i64 {
    let (hundredths, lines) = (tax / 100, i64::try_from(lines).unwrap());
    (hundredths / lines + i64::from(line <= hundredths % lines)) * 100
}

/// Rounds the quotient of two positive numbers, halves up.
fn divide(dividend: i128, divisor: i128) -> i64 {
    i64::try_from((dividend * 2 + divisor) / (divisor * 2)).unwrap()
}

impl ByHand {
    fn open(path: &Path, durability: Durability, shop: &Shop) -> Self {
        let db = Connection::open(path).unwrap();
        db.pragma_update(None, "journal_mode", "WAL").unwrap();
        db.pragma_update(None, "synchronous", if matches!(durability, Durability::Full) { "FULL" } else { "NORMAL" }).unwrap();
        db.pragma_update(None, "foreign_keys", "ON").unwrap();
        db.pragma_update(None, "cache_size", -64_000).unwrap();
        db.pragma_update(None, "temp_store", "MEMORY").unwrap();
        db.set_prepared_statement_cache_capacity(64);
        let bytes = |id: uuid::Uuid| *id.as_bytes();
        Self { db, ids: SystemIds::default(), company: bytes(shop.company.0), operator: bytes(shop.operator.0), warehouse: bytes(shop.warehouse.0) }
    }

    fn id(&self) -> [u8; 16] {
        *self.ids.next_id().as_bytes()
    }

    /// Posts what `command` says. Money is kept in 1/10,000, quantities in 1/1,000,000; amounts round to 0.01.
    fn deliver(&mut self, command: &NewDelivery) {
        let now = Utc::now().timestamp_micros();
        let customer = *command.customer_id.0.as_bytes();
        let (company, warehouse, operator) = (self.company, self.warehouse, self.operator);
        let (document, item, audit) = (self.id(), self.id(), self.id());
        let ids: Vec<_> = command.lines.iter().map(|_| (self.id(), self.id())).collect();
        let tx = self.db.transaction_with_behavior(TransactionBehavior::Immediate).unwrap();
        let (customer_code, customer_name, days, owner): (String, String, i64, Option<[u8; 16]>) = tx
            .prepare_cached("SELECT code, name, payment_days, owner_id FROM crm_customer WHERE company_id = ?1 AND id = ?2")
            .unwrap()
            .query_row(params![company, customer], |r| Ok((r.get(0)?, r.get(1)?, r.get(2)?, r.get(3)?)))
            .unwrap();
        let rate: i64 = tx
            .prepare_cached("SELECT rate FROM crm_tax_rate WHERE company_id = ?1 AND code = ?2 AND valid_from <= ?3 ORDER BY valid_from DESC LIMIT 1")
            .unwrap()
            .query_row(params![company, "S", command.day.to_string()], |r| r.get(0))
            .unwrap();
        let mut lines = Vec::with_capacity(command.lines.len());
        for line in &command.lines {
            let product = *line.product_id.0.as_bytes();
            let (code, name): (String, String) = tx
                .prepare_cached("SELECT code, name FROM crm_product WHERE company_id = ?1 AND id = ?2")
                .unwrap()
                .query_row(params![company, product], |r| Ok((r.get(0)?, r.get(1)?)))
                .unwrap();
            let (stock, value, movements): (i64, i64, i64) = tx
                .prepare_cached("SELECT quantity, value, movements FROM crm_stock_pool WHERE company_id = ?1 AND product_id = ?2")
                .unwrap()
                .query_row(params![company, product], |r| Ok((r.get(0)?, r.get(1)?, r.get(2)?)))
                .unwrap();
            let quantity = i64::try_from(line.quantity.decimal().mantissa()).unwrap() * 10_i64.pow(6 - line.quantity.decimal().scale());
            let price = i64::try_from(line.unit_price.amount().mantissa()).unwrap() * 10_i64.pow(6 - line.unit_price.amount().scale());
            let net = divide(i128::from(price) * i128::from(quantity), 10_i128.pow(10)) * 100;
            let cost = if quantity == stock { value } else { divide(i128::from(value) * i128::from(quantity), i128::from(stock) * 100) * 100 };
            let reference = divide(i128::from(value - cost) * 100_000_000, i128::from(stock - quantity));
            let changed = tx
                .prepare_cached(
                    "UPDATE crm_stock_pool SET version = version + 1, quantity = quantity - ?3, value = value - ?4, reference_cost = ?5, last_day = max(last_day, ?6), \
                     movements = movements + 1 WHERE company_id = ?1 AND product_id = ?2 AND quantity >= ?3",
                )
                .unwrap()
                .execute(params![company, product, quantity, cost, reference, command.day.to_string()])
                .unwrap();
            assert_eq!(changed, 1, "there is stock");
            let changed = tx
                .prepare_cached(
                    "UPDATE crm_stock_balance SET version = version + 1, quantity = quantity - ?4 \
                     WHERE company_id = ?1 AND product_id = ?2 AND warehouse_id = ?3 AND quantity >= ?4",
                )
                .unwrap()
                .execute(params![company, product, warehouse, quantity])
                .unwrap();
            assert_eq!(changed, 1, "there is stock in the warehouse");
            lines.push(HandLine { product, code, name, quantity, net, cost, sequence: movements + 1 });
        }
        let net: i64 = lines.iter().map(|l| l.net).sum();
        let cost: i64 = lines.iter().map(|l| l.cost).sum();
        let tax = divide(i128::from(net) * i128::from(rate), 100 * 1_000_000) * 100;
        let next = |series: &str| -> i64 {
            tx.prepare_cached(
                "INSERT INTO crm_number_series (company_id, series, next) VALUES (?1, ?2, 2) \
                 ON CONFLICT (company_id, series) DO UPDATE SET next = next + 1 RETURNING next - 1",
            )
            .unwrap()
            .query_row(params![company, series], |r| r.get(0))
            .unwrap()
        };
        let (sequence, position) = (next("delivery-2026"), next("feed"));
        let number = format!("DN-2026-{sequence:06}");
        let day = command.day.to_string();
        let due = (command.day + chrono::Days::new(days.unsigned_abs())).to_string();
        let taxes = format!(
            "[{{\"base\":{{\"amount\":\"{net}\",\"currency\":\"EUR\"}},\"code\":\"S\",\"rate\":\"21\",\"tax\":{{\"amount\":\"{tax}\",\"currency\":\"EUR\"}}}}]"
        );
        tx.prepare_cached(
            "INSERT INTO crm_sales_document (company_id, id, kind, number, series, sequence, day, posted_at, operator_id, customer_id, customer_code, \
             customer_name, salesperson_id, warehouse_id, reference, tax_method, rounding, prices_include_tax, taxes, currency, net, tax, gross, cost, profit) \
             VALUES (?1, ?2, 'delivery', ?3, 'delivery-2026', ?4, ?5, ?6, ?7, ?8, ?9, ?10, ?11, ?12, NULL, 'per_rate', 'half_up', 0, ?13, 'EUR', ?14, ?15, ?16, ?17, ?18)",
        )
        .unwrap()
        .execute(params![
            company, document, number, sequence, day, now, operator, customer, customer_code, customer_name, owner, warehouse, taxes, net, tax, net + tax, cost,
            net - cost
        ])
        .unwrap();
        for ((number, line), (line_id, movement_id)) in (1_i64..).zip(&lines).zip(&ids) {
            tx.prepare_cached(
                "INSERT INTO crm_sales_line (company_id, id, document_id, line, customer_id, day, product_id, product_code, product_name, quantity, currency, \
                 unit_price, net, tax_code, tax_rate, tax, cost, profit, returned_line_id) \
                 VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9, ?10, 'EUR', 2950000, ?11, 'S', ?12, ?15, ?13, ?14, NULL)",
            )
            .unwrap()
            .execute(params![
                company, line_id, document, number, customer, day, line.product, line.code, line.name, line.quantity, line.net, rate, line.cost, line.net - line.cost,
                share(tax, lines.len(), number)
            ])
            .unwrap();
            tx.prepare_cached(
                "INSERT INTO crm_stock_movement (company_id, id, product_id, sequence, warehouse_id, kind, day, stock_document_id, sales_document_id, line, \
                 quantity, currency, value) VALUES (?1, ?2, ?3, ?4, ?5, 'delivery', ?6, NULL, ?7, ?8, ?9, 'EUR', ?10)",
            )
            .unwrap()
            .execute(params![company, movement_id, line.product, line.sequence, warehouse, day, document, number, -line.quantity, -line.cost])
            .unwrap();
        }
        tx.prepare_cached(
            "INSERT INTO crm_open_item (company_id, id, version, kind, customer_id, sales_document_id, payment_id, day, due_day, currency, amount, open) \
             VALUES (?1, ?2, 1, 'delivery', ?3, ?4, NULL, ?5, ?6, 'EUR', ?7, ?7)",
        )
        .unwrap()
        .execute(params![company, item, customer, document, day, due, net + tax])
        .unwrap();
        let after = serde_json::json!({"kind": "delivery", "series": "delivery-2026", "day": day, "customer_id": command.customer_id.to_string(),
            "customer_code": customer_code, "customer_name": customer_name, "warehouse_id": command.warehouse_id.to_string(), "tax_method": "per_rate",
            "rounding": "half_up", "prices_include_tax": false, "currency": "EUR", "net": net.to_string(), "tax": tax.to_string(),
            "gross": (net + tax).to_string(), "cost": cost.to_string(), "profit": (net - cost).to_string(), "taxes": taxes, "posted_at": now.to_string()});
        tx.prepare_cached(
            "INSERT INTO crm_audit_entry (company_id, id, at, operator_id, on_behalf_of, request_id, operation, entity, record_id, customer_id, action, before, after) \
             VALUES (?1, ?2, ?3, ?4, NULL, NULL, 'sales.deliver', 'sales_document', ?5, ?6, 'create', 'null', ?7)",
        )
        .unwrap()
        .execute(params![company, audit, now, operator, document, customer, after.to_string()])
        .unwrap();
        tx.prepare_cached(
            "INSERT INTO crm_feed_entry (company_id, position, at, entity, record_id, customer_id, action, audit_id) \
             VALUES (?1, ?2, ?3, 'sales_document', ?4, ?5, 'create', ?6)",
        )
        .unwrap()
        .execute(params![company, position, now, document, customer, audit])
        .unwrap();
        tx.commit().unwrap();
    }
}

fn median(mut values: Vec<f64>) -> f64 {
    values.sort_by(f64::total_cmp);
    values[values.len() / 2]
}

async fn compare(name: &str, durability: Durability, settings: &Settings) {
    let folder = tempfile::tempdir().unwrap();
    let (ours, theirs) = (folder.path().join("library.db"), folder.path().join("by-hand.db"));
    let shop_of_ours = shop(&ours, durability).await;
    let shop_of_theirs = shop(&theirs, durability).await;
    let mut by_hand = ByHand::open(&theirs, durability, &shop_of_theirs);
    let turn = settings.deliveries / settings.rounds;
    let (mut library, mut hand, mut ratios) = (Vec::new(), Vec::new(), Vec::new());
    for round in 0..=settings.rounds {
        let numbers = round * turn..(round + 1) * turn;
        let begun = Instant::now();
        for number in numbers.clone() {
            shop_of_ours.session.sales().deliver(&shop_of_ours.delivery(number, settings.lines)).await.unwrap();
        }
        let mine = turn as f64 / begun.elapsed().as_secs_f64();
        let begun = Instant::now();
        for number in numbers {
            by_hand.deliver(&shop_of_theirs.delivery(number, settings.lines));
        }
        let other = turn as f64 / begun.elapsed().as_secs_f64();
        if round > 0 {
            library.push(mine);
            hand.push(other);
            ratios.push(mine / other);
        }
    }
    shop_of_ours.session.verify().await.unwrap();
    shop_of_theirs.session.verify().await.expect("the program written by hand keeps the same books");
    println!("| {name} | {:.0} | {:.0} | {:.2} |", median(library), median(hand), median(ratios));
}

#[tokio::main]
async fn main() {
    let settings = Settings::from_arguments();
    println!("deliveries of {} lines, {} in {} turns, medians", settings.lines, settings.deliveries, settings.rounds);
    println!("| synchronous | library /s | by hand /s | ratio |\n|---|---|---|---|");
    compare("NORMAL", Durability::Normal, &settings).await;
    compare("FULL", Durability::Full, &settings).await;
}
