//! SQLite: the library against a program on rusqlite, with one caller and with several.

use crate::{
    Settings,
    books::{Line, Pool, SERIES, Sums, TAX_CODE, text},
    shop::{Shop, assert_same_rows, verify},
    turns::{Queue, in_turns},
};
use chrono::Utc;
use crm_core::{
    ids::{IdSource, TypedId},
    sales::NewDelivery,
    system::SystemIds,
};
use crm_storage_sqlite::{Durability, SqliteOptions, SqliteStorage};
use rusqlite::{Connection, TransactionBehavior, params};
use serde_json::json;
use std::{
    path::Path,
    sync::{Arc, Mutex},
};

pub(crate) async fn run(settings: &Settings) {
    compare("SQLite NORMAL, 1 caller", Durability::Normal, 1, settings).await;
    compare("SQLite FULL, 1 caller", Durability::Full, 1, settings).await;
    compare("SQLite FULL, 8 callers", Durability::Full, 8, settings).await;
}

/// The program written by hand has one connection and commits each delivery by itself; its callers are threads that take turns.
async fn compare(case: &str, durability: Durability, callers: usize, settings: &Settings) {
    let folder = tempfile::tempdir().unwrap();
    let (our_file, their_file) = (folder.path().join("library.db"), folder.path().join("by-hand.db"));
    let ours = Arc::new(shop(&our_file, durability).await);
    let theirs = shop(&their_file, durability).await;
    let by_hand = Mutex::new(ByHand::open(&their_file, durability, &theirs));
    let deliver = |delivery: &NewDelivery| by_hand.lock().unwrap().deliver(delivery);
    assert_same_rows(&ours, &theirs, settings.lines, async |delivery| deliver(&delivery)).await;
    let their_turn = async |numbers| {
        let queue = Queue::new(numbers);
        let call = || {
            while let Some(number) = queue.take() {
                deliver(&theirs.delivery(number, settings.lines));
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
    in_turns(case, settings, async |numbers| ours.deliver(numbers, settings.lines, callers).await, their_turn).await;
    verify(&ours, &theirs).await;
}

async fn shop(path: &Path, durability: Durability) -> Shop {
    let storage = SqliteStorage::open(SqliteOptions::new(path).durability(durability)).await.unwrap();
    storage.migrations().apply().await.unwrap();
    Shop::open(storage).await
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
    fn deliver(&mut self, command: &NewDelivery) {
        let now = Utc::now().timestamp_micros();
        let customer = *command.customer_id.0.as_bytes();
        let (company, warehouse, operator) = (self.company, self.warehouse, self.operator);
        let (document, item, audit) = (self.id(), self.id(), self.id());
        let ids: Vec<_> = command.lines.iter().map(|_| (self.id(), self.id())).collect();
        let day = command.day.to_string();
        let tx = self.db.transaction_with_behavior(TransactionBehavior::Immediate).unwrap();
        let (customer_code, customer_name, days, owner): (String, String, i64, Option<[u8; 16]>) = tx
            .prepare_cached("SELECT code, name, payment_days, owner_id FROM crm_customer WHERE company_id = ?1 AND id = ?2")
            .unwrap()
            .query_row(params![company, customer], |r| Ok((r.get(0)?, r.get(1)?, r.get(2)?, r.get(3)?)))
            .unwrap();
        let rate: i64 = tx
            .prepare_cached("SELECT rate FROM crm_tax_rate WHERE company_id = ?1 AND code = ?2 AND valid_from <= ?3 ORDER BY valid_from DESC LIMIT 1")
            .unwrap()
            .query_row(params![company, TAX_CODE, day], |r| r.get(0))
            .unwrap();
        let mut lines = Vec::with_capacity(command.lines.len());
        for asked in &command.lines {
            let product = *asked.product_id.0.as_bytes();
            let named: (String, String) = tx
                .prepare_cached("SELECT code, name FROM crm_product WHERE company_id = ?1 AND id = ?2")
                .unwrap()
                .query_row(params![company, product], |r| Ok((r.get(0)?, r.get(1)?)))
                .unwrap();
            let pool = tx
                .prepare_cached("SELECT quantity, value, movements FROM crm_stock_pool WHERE company_id = ?1 AND product_id = ?2")
                .unwrap()
                .query_row(params![company, product], |r| Ok(Pool { quantity: r.get(0)?, value: r.get(1)?, movements: r.get(2)? }))
                .unwrap();
            let line = Line::new(asked, named, pool);
            let changed = tx
                .prepare_cached(
                    "UPDATE crm_stock_pool SET version = version + 1, quantity = quantity - ?3, value = value - ?4, reference_cost = ?5, last_day = max(last_day, ?6), \
                     movements = movements + 1 WHERE company_id = ?1 AND product_id = ?2",
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
            lines.push(line);
        }
        let sums = Sums::of(&lines, rate);
        let next = |series: &str| -> i64 {
            tx.prepare_cached(
                "INSERT INTO crm_number_series (company_id, series, next) VALUES (?1, ?2, 2) \
                 ON CONFLICT (company_id, series) DO UPDATE SET next = next + 1 RETURNING next - 1",
            )
            .unwrap()
            .query_row(params![company, series], |r| r.get(0))
            .unwrap()
        };
        let (sequence, position) = (next(SERIES), next("feed"));
        let number = format!("DN-2026-{sequence:06}");
        let due = (command.day + chrono::Days::new(days.unsigned_abs())).to_string();
        let taxes = sums.taxes();
        tx.prepare_cached(
            "INSERT INTO crm_sales_document (company_id, id, kind, number, series, sequence, day, posted_at, operator_id, customer_id, customer_code, \
             customer_name, salesperson_id, warehouse_id, reference, tax_method, rounding, prices_include_tax, taxes, currency, net, tax, gross, cost, profit) \
             VALUES (?1, ?2, 'delivery', ?3, 'delivery-2026', ?4, ?5, ?6, ?7, ?8, ?9, ?10, ?11, ?12, NULL, 'per_rate', 'half_up', 0, ?13, 'EUR', ?14, ?15, ?16, ?17, ?18)",
        )
        .unwrap()
        .execute(params![
            company, document, number, sequence, day, now, operator, customer, customer_code, customer_name, owner, warehouse, taxes.to_string(), sums.net,
            sums.tax, sums.gross(), sums.cost, sums.profit()
        ])
        .unwrap();
        for ((number, line), (line_id, movement_id)) in (1_i64..).zip(&lines).zip(&ids) {
            let product = *line.product.as_bytes();
            tx.prepare_cached(
                "INSERT INTO crm_sales_line (company_id, id, document_id, line, customer_id, day, product_id, product_code, product_name, quantity, currency, \
                 unit_price, net, tax_code, tax_rate, tax, cost, profit, returned_line_id) \
                 VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9, ?10, 'EUR', ?11, ?12, 'S', ?13, ?14, ?15, ?16, NULL)",
            )
            .unwrap()
            .execute(params![
                company, line_id, document, number, customer, day, product, line.code, line.name, line.quantity, line.price, line.net, rate,
                sums.share(number), line.cost, line.net - line.cost
            ])
            .unwrap();
            tx.prepare_cached(
                "INSERT INTO crm_stock_movement (company_id, id, product_id, sequence, warehouse_id, kind, day, stock_document_id, sales_document_id, line, \
                 quantity, currency, value) VALUES (?1, ?2, ?3, ?4, ?5, 'delivery', ?6, NULL, ?7, ?8, ?9, 'EUR', ?10)",
            )
            .unwrap()
            .execute(params![company, movement_id, product, line.sequence, warehouse, day, document, number, -line.quantity, -line.cost])
            .unwrap();
        }
        tx.prepare_cached(
            "INSERT INTO crm_open_item (company_id, id, version, kind, customer_id, sales_document_id, payment_id, day, due_day, currency, amount, open) \
             VALUES (?1, ?2, 1, 'delivery', ?3, ?4, NULL, ?5, ?6, 'EUR', ?7, ?7)",
        )
        .unwrap()
        .execute(params![company, item, customer, document, day, due, sums.gross()])
        .unwrap();
        let owner = owner.map(|id| uuid::Uuid::from_bytes(id).to_string());
        let after = json!({"kind": "delivery", "series": SERIES, "day": day, "posted_at": Utc::now().to_rfc3339(),
            "operator_id": uuid::Uuid::from_bytes(operator).to_string(), "customer_id": command.customer_id.to_string(),
            "customer_code": customer_code, "customer_name": customer_name, "salesperson_id": owner, "warehouse_id": command.warehouse_id.to_string(),
            "reference": null, "tax_method": "per_rate", "rounding": "half_up", "prices_include_tax": false, "taxes": taxes, "currency": "EUR",
            "net": text(sums.net), "tax": text(sums.tax), "gross": text(sums.gross()), "cost": text(sums.cost), "profit": text(sums.profit())});
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
