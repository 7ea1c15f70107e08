//! SQLite: the library against a program on rusqlite, with one caller and with several.

use crate::{
    Settings,
    books::{Buyer, Head, Line, PRICE_SOURCE, Pool, TAX_CODE, audited_payment, shares, whole},
    insert::insert_text,
    shop::{Command, Kind, Shop, assert_same_rows, verify},
    turns::{Queue, in_turns},
};
use chrono::{DateTime, NaiveDate, Utc};
use crm_core::{
    ids::{IdSource, TypedId},
    receivables::NewPayment,
    sales::{LineItem, NewDelivery, NewOrder, NewQuote},
    system::SystemIds,
};
use crm_storage_sqlite::{Durability, SqliteOptions, SqliteStorage};
use rusqlite::{Connection, Transaction, TransactionBehavior, params};
use serde_json::Value as Json;
use std::{
    path::Path,
    sync::{Arc, Mutex},
};
use uuid::Uuid;

pub(crate) async fn run(settings: &Settings) {
    for kind in Kind::ALL.into_iter().filter(|kind| settings.wants_case(kind.name())) {
        compare(kind, "NORMAL, 1 caller", Durability::Normal, 1, settings).await;
        compare(kind, "FULL, 1 caller", Durability::Full, 1, settings).await;
        compare(kind, "FULL, 8 callers", Durability::Full, 8, settings).await;
    }
}

/// The program written by hand has one connection and commits each document by itself; its callers are threads that take turns.
async fn compare(kind: Kind, how: &str, durability: Durability, callers: usize, settings: &Settings) {
    let folder = tempfile::tempdir().unwrap();
    let (our_file, their_file) = (folder.path().join("library.db"), folder.path().join("by-hand.db"));
    let ours = Arc::new(shop(&our_file, durability).await);
    let theirs = Arc::new(shop(&their_file, durability).await);
    let by_hand = Mutex::new(ByHand::open(&their_file, durability, &theirs));
    let lines = settings.document_lines;
    let post = |command: &Command| by_hand.lock().unwrap().post(command);
    assert_same_rows(kind, &ours, &theirs, lines, async |command| post(&command)).await;
    for shop in [&ours, &theirs] {
        shop.prepare(kind, 0..settings.all_documents(), lines).await;
    }
    let their_turn = async |numbers| {
        let queue = Queue::new(numbers);
        let call = || {
            while let Some(number) = queue.take() {
                post(&theirs.command(kind, number, lines));
            }
        };
        if callers == 1 {
            return call();
        }
        std::thread::scope(|scope| {
            for _ in 0..callers {
                scope.spawn(call);
            }
        });
    };
    let case = format!("{}, SQLite {how}", kind.name());
    in_turns(&case, settings, async |numbers| ours.post(kind, numbers, lines, callers).await, their_turn).await;
    verify(&ours, &theirs).await;
}

async fn shop(path: &Path, durability: Durability) -> Shop {
    let storage = SqliteStorage::open(SqliteOptions::new(path).durability(durability)).await.unwrap();
    storage.migrations().apply().await.unwrap();
    Shop::open(storage).await
}

type Id = [u8; 16];

/// Inserts one row by a prepared statement.
macro_rules! insert {
    ($tx:expr, $table:literal, {$($column:ident: $value:expr),* $(,)?}) => {
        $tx.prepare_cached(insert_text!($table, $($column),*)).unwrap().execute(params![$($value),*]).unwrap()
    };
}

/// Inserts the head of a document: what every kind has, and what is its own.
macro_rules! insert_head {
    ($tx:expr, $company:expr, $table:literal, $head:expr, {$($column:ident: $value:expr),* $(,)?}) => {{
        let (head, company): (&Head, Id) = ($head, $company);
        insert!($tx, $table, {
            company_id: company, id: head.id.as_bytes(), day: head.day.to_string(), posted_at: head.at.timestamp_micros(),
            operator_id: head.operator.as_bytes(), customer_id: head.buyer.id.as_bytes(), customer_code: head.buyer.code,
            customer_name: head.buyer.name, salesperson_id: head.buyer.owner.map(Uuid::into_bytes), issuer: Head::issuer().to_string(),
            buyer: head.buyer().to_string(), tax_method: "per_rate", rounding: "half_up", prices_include_tax: false,
            taxes: head.taxes().to_string(), allowance_charges: "[]", currency: "EUR", lines_net: head.sums.net, net: head.sums.net,
            tax: head.sums.tax, gross: head.sums.gross(), $($column: $value),*
        })
    }};
}

/// Inserts a line of a document, likewise.
macro_rules! insert_line {
    ($tx:expr, $company:expr, $table:literal, $head:expr, $number:expr, $line:expr, {$($column:ident: $value:expr),* $(,)?}) => {{
        let (head, line, number, company): (&Head, &Line, i64, Id) = ($head, $line, $number, $company);
        insert!($tx, $table, {
            company_id: company, line: number, customer_id: head.buyer.id.as_bytes(), day: head.day.to_string(),
            product_id: line.product.as_bytes(), product_code: line.code, product_name: line.name, quantity: line.quantity, currency: "EUR",
            unit_price: line.price, price_quantity: 1_000_000, price_source: PRICE_SOURCE, includes_tax: false, discount: 0, charge: 0, amount: line.net, net: line.net,
            revenue: line.net, tax_code: TAX_CODE, tax_category: "S", tax_rate: head.rate, tax: head.sums.share(number),
            $($column: $value),*
        })
    }};
}

/// The program written by hand: point reads, integer arithmetic, one prepared statement a row.
struct ByHand {
    db: Connection,
    ids: SystemIds,
    company: [u8; 16],
    operator: [u8; 16],
    warehouse: [u8; 16],
}

impl ByHand {
    fn open(path: &Path, durability: Durability, shop: &Shop) -> Self {
        let db = Connection::open(path).unwrap();
        db.pragma_update(None, "journal_mode", "WAL").unwrap();
        db.pragma_update(None, "synchronous", if matches!(durability, Durability::Full) { "FULL" } else { "NORMAL" }).unwrap();
        db.pragma_update(None, "foreign_keys", "ON").unwrap();
        db.pragma_update(None, "cache_size", -65_536).unwrap();
        db.pragma_update(None, "temp_store", "MEMORY").unwrap();
        db.set_prepared_statement_cache_capacity(64);
        let bytes = |id: uuid::Uuid| *id.as_bytes();
        let (company, operator, warehouse) = (bytes(shop.company.uuid()), bytes(shop.operator.uuid()), bytes(shop.warehouse.uuid()));
        Self { db, ids: SystemIds::default(), company, operator, warehouse }
    }

    fn id(&self) -> [u8; 16] {
        *self.ids.next_id().as_bytes()
    }

    /// Posts what `command` says.
    fn post(&mut self, command: &Command) {
        match command {
            Command::Delivery(command) => self.deliver(command),
            Command::Quote(command) => self.quote(command),
            Command::Order(command) => self.order(command),
            Command::Payment(command) => self.pay(command),
        }
    }

    fn deliver(&mut self, command: &NewDelivery) {
        let (company, warehouse, operator) = (self.company, self.warehouse, self.operator);
        let (document, item, audit) = (self.ids.next_id(), self.id(), self.id());
        let ids: Vec<_> = command.lines.iter().map(|_| (self.id(), self.id())).collect();
        let tx = self.db.transaction_with_behavior(TransactionBehavior::Immediate).unwrap();
        let (buyer, rate) = (buyer(&tx, company, command.customer_id.0), rate(&tx, company, command.day));
        let lines = lines(&tx, company, &command.lines);
        let day = command.day.to_string();
        for line in &lines {
            let product = line.product.as_bytes();
            let changed = tx
                .prepare_cached(
                    "UPDATE crm_stock_pool SET version = version + 1, quantity = quantity - ?3, value = value - ?4, reference_cost = ?5, \
                     last_day = max(last_day, ?6), movements = movements + 1 WHERE company_id = ?1 AND product_id = ?2",
                )
                .unwrap()
                .execute(params![company, product, line.quantity, line.cost, line.reference, day])
                .unwrap();
            assert_eq!(changed, 1, "there is a pool");
            let changed = tx
                .prepare_cached(
                    "UPDATE crm_stock_balance SET version = version + 1, quantity = quantity - ?4 \
                     WHERE company_id = ?1 AND product_id = ?2 AND warehouse_id = ?3 AND quantity >= ?4",
                )
                .unwrap()
                .execute(params![company, product, warehouse, line.quantity])
                .unwrap();
            assert_eq!(changed, 1, "there is stock in the warehouse");
        }
        let head = Head::new(document, command.day, Uuid::from_bytes(operator), buyer, rate, &lines);
        let (sums, customer, now) = (head.sums, head.buyer.id.as_bytes(), head.at.timestamp_micros());
        let (sequence, position) = (next(&tx, company, "delivery-2026"), next(&tx, company, "feed"));
        insert_head!(tx, company, "sales_document", &head, {
            kind: "delivery", number: format!("DN-2026-{sequence:06}"), series: "delivery-2026", sequence: sequence, warehouse_id: warehouse,
            payable_rounding: 0, payable: sums.gross(), cost: sums.cost, profit: sums.profit(),
        });
        for ((number, line), (line_id, movement_id)) in (1..).zip(&lines).zip(&ids) {
            insert_line!(tx, company, "sales_line", &head, number, line, {
                id: line_id, document_id: document.as_bytes(), cost_source: "method", withheld: 0, cost: line.cost, profit: line.net - line.cost,
            });
            insert!(tx, "stock_movement", {
                company_id: company, id: movement_id, product_id: line.product.as_bytes(), sequence: line.sequence, warehouse_id: warehouse,
                kind: "delivery", basis: "issued", day: day, sales_document_id: document.as_bytes(), customer_id: customer, line: number, quantity: -line.quantity,
                covered: 0, currency: "EUR", amount: -line.cost, value: -line.cost,
            });
        }
        insert!(tx, "open_item", {
            company_id: company, id: item, version: 1, kind: "delivery", customer_id: customer,
            salesperson_id: head.buyer.owner.map(Uuid::into_bytes), sales_document_id: document.as_bytes(), instalment: 1, day: day,
            document_day: day, due_day: head.due_day().to_string(), posted_at: now, currency: "EUR", amount: sums.gross(), open: sums.gross(),
        });
        let record = Audited { operation: "sales.deliver", entity: "sales_document", record: document, customer: head.buyer.id, at: head.at };
        record.write(&tx, company, operator, (audit, position), &head.audited_delivery(Uuid::from_bytes(warehouse)));
        tx.commit().unwrap();
    }

    fn quote(&mut self, command: &NewQuote) {
        let (company, operator, offer) = (self.company, self.operator, &command.offer);
        let (quote, revision, audits) = (self.ids.next_id(), self.ids.next_id(), [self.id(), self.id()]);
        let ids: Vec<_> = offer.lines.iter().map(|_| self.id()).collect();
        let until = offer.valid_until.unwrap();
        let tx = self.db.transaction_with_behavior(TransactionBehavior::Immediate).unwrap();
        let (buyer, rate) = (buyer(&tx, company, command.customer_id.0), rate(&tx, company, offer.day));
        let lines = lines(&tx, company, &offer.lines);
        let head = Head::new(revision, offer.day, Uuid::from_bytes(operator), buyer, rate, &lines);
        let (sequence, positions) = (next(&tx, company, "quote-2026"), [next(&tx, company, "feed"), next(&tx, company, "feed")]);
        insert!(tx, "quote", {
            company_id: company, id: quote.as_bytes(), version: 1, number: format!("QT-2026-{sequence:06}"), series: "quote-2026",
            sequence: sequence, customer_id: head.buyer.id.as_bytes(), salesperson_id: head.buyer.owner.map(Uuid::into_bytes),
            day: offer.day.to_string(), revision: 1, valid_until: until.to_string(), currency: "EUR", net: head.sums.net, outcome: "open",
        });
        insert_head!(tx, company, "quote_revision", &head, {
            quote_id: quote.as_bytes(), revision: 1, valid_until: until.to_string(), expected_cost: head.sums.cost,
            expected_profit: head.sums.profit(),
        });
        for ((number, line), id) in (1..).zip(&lines).zip(&ids) {
            insert_line!(tx, company, "quote_line", &head, number, line, {
                id: id, revision_id: revision.as_bytes(), expected_cost: line.cost, expected_profit: line.net - line.cost,
            });
        }
        let (of_revision, of_quote) = head.audited_quote(quote, until);
        let written = [("quote_revision", revision, &of_revision), ("quote", quote, &of_quote)];
        for ((entity, record, after), (audit, position)) in written.into_iter().zip(audits.into_iter().zip(positions)) {
            let record = Audited { operation: "quotes.create", entity, record, customer: head.buyer.id, at: head.at };
            record.write(&tx, company, operator, (audit, position), after);
        }
        tx.commit().unwrap();
    }

    fn order(&mut self, command: &NewOrder) {
        let (company, operator) = (self.company, self.operator);
        let (order, audit) = (self.ids.next_id(), self.id());
        let ids: Vec<_> = command.lines.iter().map(|_| self.id()).collect();
        let tx = self.db.transaction_with_behavior(TransactionBehavior::Immediate).unwrap();
        let (buyer, rate) = (buyer(&tx, company, command.customer_id.0), rate(&tx, company, command.day));
        let lines = lines(&tx, company, &command.lines);
        let head = Head::new(order, command.day, Uuid::from_bytes(operator), buyer, rate, &lines);
        let (sequence, position) = (next(&tx, company, "order-2026"), next(&tx, company, "feed"));
        insert_head!(tx, company, "sales_order", &head, {
            version: 1, number: format!("SO-2026-{sequence:06}"), series: "order-2026", sequence: sequence, state: "open",
            expected_cost: head.sums.cost, expected_profit: head.sums.profit(),
        });
        for ((number, line), id) in (1..).zip(&lines).zip(&ids) {
            insert_line!(tx, company, "sales_order_line", &head, number, line, {
                id: id, version: 1, order_id: order.as_bytes(), delivered: 0, closed: 0, expected_cost: line.cost,
            });
        }
        let record = Audited { operation: "orders.create", entity: "sales_order", record: order, customer: head.buyer.id, at: head.at };
        record.write(&tx, company, operator, (audit, position), &head.audited_order());
        tx.commit().unwrap();
    }

    fn pay(&mut self, command: &NewPayment) {
        let (company, operator, at) = (self.company, self.operator, Utc::now());
        let (payment, credit, audit) = (self.ids.next_id(), self.id(), self.id());
        let (day, amount, customer) = (command.day.to_string(), whole(command.amount.amount(), 4), command.customer_id.0.into_bytes());
        let ids = &self.ids;
        let tx = self.db.transaction_with_behavior(TransactionBehavior::Immediate).unwrap();
        let buyer = buyer(&tx, company, command.customer_id.0);
        let shares = {
            let mut open = tx
                .prepare_cached(
                    "SELECT id, due_day, document_day, day, open FROM crm_open_item WHERE company_id = ?1 AND customer_id = ?2 AND open > 0 \
                     ORDER BY due_day, day, instalment, id",
                )
                .unwrap();
            type Item = ((Id, String, String, String), i64);
            let rows = open.query_map(params![company, customer], |r| Ok(((r.get(0)?, r.get(1)?, r.get(2)?, r.get(3)?), r.get(4)?))).unwrap();
            shares(amount, rows.map(|row: Result<Item, _>| row.unwrap()))
        };
        let left = amount - shares.iter().map(|(_, share)| share).sum::<i64>();
        let (sequence, position) = (next(&tx, company, "payment-2026"), next(&tx, company, "feed"));
        insert!(tx, "payment", {
            company_id: company, id: payment.as_bytes(), number: format!("PM-2026-{sequence:06}"), series: "payment-2026", sequence: sequence,
            day: day, posted_at: at.timestamp_micros(), operator_id: operator, customer_id: customer, currency: "EUR", amount: amount,
        });
        insert!(tx, "open_item", {
            company_id: company, id: credit, version: 1, kind: "payment", customer_id: customer,
            salesperson_id: buyer.owner.map(Uuid::into_bytes), payment_id: payment.as_bytes(), instalment: 1, day: day, document_day: day,
            due_day: day, posted_at: at.timestamp_micros(), currency: "EUR", amount: -amount, open: -left,
            settled_day: shares.first().map(|_| &day),
        });
        for ((item, due, document_day, item_day), share) in &shares {
            let settled = day.as_str().max(item_day);
            let text = "UPDATE crm_open_item SET version = version + 1, open = open - ?3, settled_day = max(coalesce(settled_day, ?4), ?4) \
                        WHERE company_id = ?1 AND id = ?2";
            tx.prepare_cached(text).unwrap().execute(params![company, item, share, settled]).unwrap();
            insert!(tx, "allocation", {
                company_id: company, id: ids.next_id().as_bytes(), customer_id: customer, receivable_id: item, credit_id: credit, day: settled,
                posted_at: at.timestamp_micros(), receivable_due_day: due, receivable_document_day: document_day, currency: "EUR", amount: share,
            });
        }
        let (operation, customer) = ("receivables.record_payment", command.customer_id.0);
        let record = Audited { operation, entity: "payment", record: payment, customer, at };
        record.write(&tx, company, operator, (audit, position), &audited_payment(command, at, Uuid::from_bytes(operator)));
        tx.commit().unwrap();
    }
}

fn buyer(tx: &Transaction<'_>, company: Id, id: Uuid) -> Buyer {
    tx.prepare_cached("SELECT code, name, payment_days, owner_id FROM crm_customer WHERE company_id = ?1 AND id = ?2")
        .unwrap()
        .query_row(params![company, id.as_bytes()], |r| {
            let owner: Option<Id> = r.get(3)?;
            Ok(Buyer { id, code: r.get(0)?, name: r.get(1)?, days: r.get(2)?, owner: owner.map(Uuid::from_bytes) })
        })
        .unwrap()
}

fn rate(tx: &Transaction<'_>, company: Id, day: NaiveDate) -> i64 {
    tx.prepare_cached("SELECT rate FROM crm_tax_rate WHERE company_id = ?1 AND code = ?2 AND valid_from <= ?3 ORDER BY valid_from DESC LIMIT 1")
        .unwrap()
        .query_row(params![company, TAX_CODE, day.to_string()], |r| r.get(0))
        .unwrap()
}

fn lines(tx: &Transaction<'_>, company: Id, asked: &[LineItem]) -> Vec<Line> {
    let line = |asked: &LineItem| {
        let product = asked.product_id.0.as_bytes();
        let named = tx
            .prepare_cached("SELECT code, name FROM crm_product WHERE company_id = ?1 AND id = ?2")
            .unwrap()
            .query_row(params![company, product], |r| Ok((r.get(0)?, r.get(1)?)))
            .unwrap();
        let pool = tx
            .prepare_cached("SELECT quantity, value, movements FROM crm_stock_pool WHERE company_id = ?1 AND product_id = ?2")
            .unwrap()
            .query_row(params![company, product], |r| Ok(Pool { quantity: r.get(0)?, value: r.get(1)?, movements: r.get(2)? }))
            .unwrap();
        Line::new(asked, named, pool)
    };
    asked.iter().map(line).collect()
}

fn next(tx: &Transaction<'_>, company: Id, series: &str) -> i64 {
    tx.prepare_cached(
        "INSERT INTO crm_number_series (company_id, series, next) VALUES (?1, ?2, 2) \
         ON CONFLICT (company_id, series) DO UPDATE SET next = next + 1 RETURNING next - 1",
    )
    .unwrap()
    .query_row(params![company, series], |r| r.get(0))
    .unwrap()
}

/// What was written, for audit and feed.
struct Audited {
    operation: &'static str,
    entity: &'static str,
    record: Uuid,
    customer: Uuid,
    at: DateTime<Utc>,
}

impl Audited {
    fn write(&self, tx: &Transaction<'_>, company: Id, operator: Id, (audit, position): (Id, i64), after: &Json) {
        let (record, customer, at) = (self.record.as_bytes(), self.customer.as_bytes(), self.at.timestamp_micros());
        insert!(tx, "audit_entry", {
            company_id: company, id: audit, at: at, operator_id: operator, operation: self.operation, entity: self.entity, record_id: record,
            customer_id: customer, action: "create", before: "null", after: after.to_string(),
        });
        insert!(tx, "feed_entry", {
            company_id: company, position: position, at: at, entity: self.entity, record_id: record, customer_id: customer, action: "create",
            audit_id: audit,
        });
    }
}
