//! How long posting a delivery of 10 lines takes in storage, compared with the same rows written by hand through rusqlite.
//!
//! `cargo run --release -p crm-storage-sqlite --example delivery [deliveries]`
#![allow(clippy::unwrap_used, clippy::expect_used, clippy::float_arithmetic, clippy::panic, clippy::type_complexity, reason = "a measurement")]

use crm_core::{
    access::{Guard, Operator, Permit, Principal, ReachLevel, Right, Role},
    customers::Customer,
    entity::{Entity, EntityDecl, Keyed, Masked, Numbering, Record, Stored, Value},
    ids::{CompanyId, CustomerId, OpenItemId, OperatorId, ProductId, SalesDocumentId, SequentialIds, TypedId, WarehouseId},
    num::{Currency, Money, Quantity, Rate, RoundingMode, UnitPrice},
    products::Product,
    query::{Query, Select},
    receivables::{OpenItem, OpenItemKind},
    sales::{SalesDocument, SalesKind, SalesLine},
    stock::{MovementKind, StockBalance, StockMovement, StockPool, Warehouse},
    storage::{ChangeSet, Context, IdempotencyKey, LockKeys, Mode, Storage},
    tax::TaxMethod,
};
use crm_storage_sql::{Dialect, SqlValue, SqliteDialect};
use crm_storage_sqlite::{Durability, SqliteOptions, SqliteStorage};
use std::{sync::Arc, time::Instant as Stopwatch};
use uuid::Uuid;

const LINES: usize = 10;

struct Books {
    ids: Arc<SequentialIds>,
    customer: Stored<Customer>,
    warehouse: WarehouseId,
    products: Vec<ProductId>,
    pools: Vec<Stored<StockPool>>,
    balances: Vec<Stored<StockBalance>>,
    posted: i64,
}

fn company() -> CompanyId {
    CompanyId(Uuid::from_u128(1))
}

fn permit() -> Permit {
    let role = Role::with("all", "All", ReachLevel::All, Right::ALL);
    let principal = Principal::host(OperatorId(Uuid::from_u128(7)), &["all"], &[]);
    Guard::of(company(), principal, None::<&Operator>, &[role], 0).unwrap().permit(Right::SalesPost).unwrap()
}

fn money(text: &str) -> Money {
    Money::parse(text, Currency::EUR).unwrap()
}

impl Books {
    fn changes(&self) -> ChangeSet {
        ChangeSet::new(Context {
            operation: "sales.deliver",
            at: "2010-12-24T12:00:00Z".parse().unwrap(),
            operator: OperatorId(Uuid::from_u128(7)),
            on_behalf_of: None,
            request_id: None,
            ids: self.ids.clone(),
        })
    }

    fn found() -> (Self, ChangeSet) {
        let ids = Arc::new(SequentialIds::new(1));
        let customer = Stored::new(CustomerId(Uuid::from_u128(0x77)), Customer::new("C-1", "Customer"));
        let warehouse = WarehouseId(Uuid::from_u128(0x88));
        let mut books = Self { ids, customer, warehouse, products: Vec::new(), pools: Vec::new(), balances: Vec::new(), posted: 0 };
        let mut set = books.changes();
        set.insert(&books.customer);
        set.insert(&Stored::new(warehouse, Warehouse { code: "W".into(), name: "Warehouse".into(), is_active: true }));
        for i in 0..LINES {
            let id: ProductId = set.new_id();
            set.insert(&Stored::new(id, Product::stocked(format!("P-{i}"), format!("Product {i}"), Currency::EUR)));
            let quantity = Quantity::parse("1000000").unwrap();
            let (currency, value) = (Currency::EUR, Masked::Shown(money("10000000")));
            let pool = StockPool { product_id: id, currency, quantity, value, reference_cost: None, last_day: None, movements: 0 };
            let balance = StockBalance { product_id: id, warehouse_id: warehouse, quantity };
            books.products.push(id);
            books.pools.push(Stored::new(Keyed, pool));
            books.balances.push(Stored::new(Keyed, balance));
        }
        books.pools.iter().for_each(|p| set.insert(p));
        books.balances.iter().for_each(|b| set.insert(b));
        (books, set)
    }

    fn delivery(&mut self) -> ChangeSet {
        let mut set = self.changes();
        self.posted += 1;
        let day = "2010-12-24".parse().unwrap();
        let (document, item): (SalesDocumentId, OpenItemId) = (set.new_id(), set.new_id());
        let number = set.next_number("delivery-2010", Numbering::Text { prefix: "DN-2010-".into(), width: 6 });
        let sequence = match &number.numbering {
            Numbering::Text { .. } => crm_core::entity::PendingNumber { numbering: Numbering::Sequence, ..number.clone() },
            Numbering::Sequence => number.clone(),
        };
        let header = SalesDocument {
            kind: SalesKind::Delivery,
            number: String::new(),
            series: "delivery-2010".into(),
            sequence: 0,
            day,
            posted_at: set.context().at,
            operator_id: set.context().operator,
            customer_id: self.customer.id,
            customer_code: self.customer.code.clone(),
            customer_name: self.customer.name.clone(),
            salesperson_id: None,
            warehouse_id: self.warehouse,
            reference: Some("a note of the customer".into()),
            tax_method: TaxMethod::PerRate,
            rounding: RoundingMode::HalfUp,
            prices_include_tax: false,
            taxes: serde_json::json!([{"code": "S", "rate": "19", "net": "199.9", "tax": "37.98"}]),
            currency: Currency::EUR,
            net: money("199.9"),
            tax: money("37.98"),
            gross: money("237.88"),
            cost: Masked::Shown(money("100")),
            profit: Masked::Shown(money("99.9")),
        };
        set.insert_with(&Stored::new(document, header), &[("number", &number), ("sequence", &sequence)]);
        let one = Quantity::parse("1.5").unwrap();
        for (line, product_id) in (1..).zip(self.products.clone()) {
            let sold = SalesLine {
                document_id: document,
                line,
                customer_id: self.customer.id,
                day,
                product_id,
                product_code: format!("P-{line}"),
                product_name: format!("Product {line}"),
                quantity: one,
                currency: Currency::EUR,
                unit_price: UnitPrice::parse("19.99", Currency::EUR).unwrap(),
                net: money("19.99"),
                tax_code: "S".into(),
                tax_rate: Rate::parse("19").unwrap(),
                cost: Masked::Shown(money("10")),
                profit: Masked::Shown(money("9.99")),
                returned_line_id: None,
            };
            set.insert(&Stored::new(set.new_id(), sold));
            let moved = StockMovement {
                product_id,
                sequence: self.posted,
                warehouse_id: self.warehouse,
                kind: MovementKind::Delivery,
                day,
                stock_document_id: None,
                sales_document_id: Some(document),
                line,
                quantity: one,
                currency: Currency::EUR,
                value: Masked::Shown(money("-10")),
            };
            set.insert(&Stored::new(set.new_id(), moved));
        }
        for pool in &mut self.pools {
            let next = StockPool { movements: self.posted, last_day: Some(day), ..pool.data.clone() };
            set.update(pool, next.clone());
            *pool = Stored { id: Keyed, version: pool.version + 1, data: next };
        }
        for balance in &mut self.balances {
            let quantity = Quantity::parse(&format!("{}", 1_000_000 - self.posted)).unwrap();
            let next = StockBalance { quantity, ..balance.data.clone() };
            set.update(balance, next.clone());
            *balance = Stored { id: Keyed, version: balance.version + 1, data: next };
        }
        let (customer_id, currency, amount) = (self.customer.id, Currency::EUR, money("237.88"));
        let kind = OpenItemKind::Delivery;
        let sales_document_id = Some(document);
        let open = OpenItem { kind, customer_id, sales_document_id, payment_id: None, day, due_day: day, currency, amount, open: amount };
        set.insert(&Stored::new(item, open));
        let key = IdempotencyKey {
            key: format!("key-{}", self.posted),
            operation: "sales.deliver".into(),
            request_hash: "0".repeat(64),
            result: serde_json::json!({"id": document.to_string()}),
            number: None,
            at: set.context().at,
        };
        set.insert_with(&Stored::new(Keyed, key), &[("number", &number)]);
        set
    }

    fn reads(&self) -> (LockKeys, Vec<Query>) {
        let permit = permit();
        let keys = || self.products.iter().map(|p| Value::Id(p.uuid()));
        let locks = LockKeys::none().and::<StockPool, _>(self.products.iter().copied());
        let queries = vec![
            Query::Select(Select::<Customer>::new(&permit).keys([Value::Id(self.customer.id.uuid())]).unwrap().plan()),
            Query::Select(Select::<Warehouse>::new(&permit).keys([Value::Id(self.warehouse.uuid())]).unwrap().plan()),
            Query::Select(Select::<Product>::new(&permit).keys(keys()).unwrap().plan()),
            Query::Select(Select::<StockPool>::new(&permit).keys(keys()).unwrap().plan()),
            Query::Select(Select::<StockBalance>::new(&permit).keys(keys()).unwrap().plan()),
        ];
        (locks, queries)
    }
}

async fn library(path: &std::path::Path, durability: Durability, rounds: usize) -> (f64, u32) {
    let storage = SqliteStorage::open(SqliteOptions::new(path).durability(durability)).await.unwrap();
    storage.migrations().apply().await.unwrap();
    let (mut books, set) = Books::found();
    storage.begin(company(), Mode::Write).await.unwrap().write_and_commit(&set).await.unwrap();
    let mut times = Vec::new();
    let mut statements = 0;
    for _ in 0..rounds {
        let set = books.delivery();
        let (locks, queries) = books.reads();
        let watch = Stopwatch::now();
        let mut work = storage.begin(company(), Mode::Write).await.unwrap();
        let answers = work.read(&locks, &queries).await.unwrap();
        let read = work.statements();
        work.write_and_commit(&set).await.unwrap();
        times.push(watch.elapsed().as_secs_f64() * 1e6);
        assert_eq!(answers[3].len(), LINES);
        statements = read + 1 + u32::try_from(set.inserts().count() + set.updates().count()).unwrap() + 1;
    }
    (median(times), statements)
}

fn median(mut times: Vec<f64>) -> f64 {
    times.sort_by(f64::total_cmp);
    times[times.len() / 2]
}

fn bind(value: &Value, ty: crm_core::entity::ValueType) -> rusqlite::types::Value {
    match SqliteDialect.operand(ty, value).unwrap() {
        SqlValue::Int(v) => rusqlite::types::Value::Integer(v),
        SqlValue::Text(v) => rusqlite::types::Value::Text(v),
        SqlValue::Id(v) => rusqlite::types::Value::Blob(v.to_vec()),
        _ => rusqlite::types::Value::Null,
    }
}

struct ByHand {
    insert: String,
    update: String,
}

fn by_hand(decl: &EntityDecl) -> ByHand {
    let names: Vec<&str> = decl.columns().iter().map(|c| c.name.as_str()).collect();
    let marks: Vec<String> = (1..=names.len() + 1).map(|n| format!("?{n}")).collect();
    let set: Vec<String> = names.iter().zip(2..).map(|(name, n)| format!("{name} = ?{n}")).collect();
    let key: Vec<String> = decl.key().iter().map(|k| format!("{} = ?{}", names[*k], k + 2)).collect();
    ByHand {
        insert: format!("INSERT INTO {} (company_id, {}) VALUES ({})", decl.table, names.join(", "), marks.join(", ")),
        update: format!(
            "UPDATE {} SET {} WHERE company_id = ?1 AND {} AND version = ?{} - 1",
            decl.table,
            set.join(", "),
            key.join(" AND "),
            decl.version_column().unwrap_or(0) + 2
        ),
    }
}

fn hand_written(path: &std::path::Path, durability: Durability, rounds: usize) -> f64 {
    let connection = rusqlite::Connection::open(path).unwrap();
    connection.set_prepared_statement_cache_capacity(100);
    let synchronous = if durability == Durability::Full { "FULL" } else { "NORMAL" };
    let pragmas = "PRAGMA journal_mode = WAL; PRAGMA foreign_keys = ON; PRAGMA cache_size = -65536; PRAGMA temp_store = MEMORY;";
    connection.execute_batch(&format!("{pragmas} PRAGMA synchronous = {synchronous}")).unwrap();
    for step in crm_storage_sqlite::steps() {
        connection.execute_batch(&step.sql).unwrap();
    }
    let texts: Vec<(&str, ByHand)> = crm_core::catalogue::all().iter().map(|d| (d.name, by_hand(d))).collect();
    let text = |decl: &EntityDecl| &texts.iter().find(|(name, _)| *name == decl.name).unwrap().1;
    let company = company().0.into_bytes().to_vec();
    let mut next = std::collections::BTreeMap::<String, i64>::new();
    let mut run = |set: &ChangeSet, reads: &[(String, Vec<u8>, usize)]| {
        let mut written = crm_core::storage::Written::default();
        for (series, taken) in set.numbers() {
            let place = next.entry(series.clone()).or_insert(1);
            written.first_numbers.insert(series.clone(), *place);
            *place += taken;
        }
        let bound = |decl: &EntityDecl, rows: &[Record]| -> Vec<Vec<rusqlite::types::Value>> {
            let one = |row: &Record| {
                let settled = row.iter().map(|v| if let Value::Pending(n) = v { written.number(n) } else { v.clone() });
                let values = settled.zip(decl.columns()).map(|(v, c)| bind(&v, c.ty));
                std::iter::once(rusqlite::types::Value::Blob(company.clone())).chain(values).collect()
            };
            rows.iter().map(one).collect()
        };
        let mut work: Vec<(&str, Vec<Vec<rusqlite::types::Value>>)> =
            set.inserts().map(|(d, rows)| (text(d).insert.as_str(), bound(d, rows))).collect();
        work.extend(set.updates().map(|(d, rows)| (text(d).update.as_str(), bound(d, rows))));
        let watch = Stopwatch::now();
        connection.prepare_cached("BEGIN IMMEDIATE").unwrap().raw_execute().unwrap();
        for (sql, key, width) in reads {
            let mut statement = connection.prepare_cached(sql).unwrap();
            let mut rows = statement.query((&company, key)).unwrap();
            while let Some(row) = rows.next().unwrap() {
                let _: Vec<rusqlite::types::Value> = (0..*width).map(|i| row.get(i).unwrap()).collect();
            }
        }
        for (series, taken) in set.numbers() {
            let sql = "INSERT INTO crm_number_series VALUES (?1, ?2, ?3 + 1) ON CONFLICT DO UPDATE SET next = next + ?3 RETURNING next";
            connection.prepare_cached(sql).unwrap().query_row((&company, series, taken), |row| row.get::<_, i64>(0)).unwrap();
        }
        for (sql, rows) in work {
            for row in rows {
                assert_eq!(connection.prepare_cached(sql).unwrap().execute(rusqlite::params_from_iter(row)).unwrap(), 1);
            }
        }
        connection.prepare_cached("COMMIT").unwrap().raw_execute().unwrap();
        watch.elapsed().as_secs_f64() * 1e6
    };
    let (mut books, set) = Books::found();
    run(&set, &[]);
    let mut reads = Vec::new();
    let mut read = |decl: &EntityDecl, key: &str, ids: &[Uuid]| {
        let names: Vec<&str> = decl.columns().iter().map(|c| c.name.as_str()).collect();
        let sql = format!("SELECT {} FROM {} WHERE company_id = ?1 AND {key} = ?2", names.join(", "), decl.table);
        reads.extend(ids.iter().map(|id| (sql.clone(), id.into_bytes().to_vec(), names.len())));
    };
    let products: Vec<Uuid> = books.products.iter().map(|p| p.0).collect();
    read(Customer::decl(), "id", &[books.customer.id.0]);
    read(Warehouse::decl(), "id", &[books.warehouse.0]);
    read(Product::decl(), "id", &products);
    read(StockPool::decl(), "product_id", &products);
    read(StockBalance::decl(), "product_id", &products);
    let mut times = Vec::new();
    for _ in 0..rounds {
        times.push(run(&books.delivery(), &reads));
    }
    median(times)
}

fn main() {
    let rounds = std::env::args().nth(1).and_then(|a| a.parse().ok()).unwrap_or(2000);
    for durability in [Durability::Normal, Durability::Full] {
        let folder = tempfile::tempdir().unwrap();
        let hand = hand_written(&folder.path().join("hand.db"), durability, rounds);
        println!("{durability:?}: by hand {hand:.0} us");
        for (name, runtime) in [
            ("multi-thread", tokio::runtime::Builder::new_multi_thread().worker_threads(2).build().unwrap()),
            ("current-thread", tokio::runtime::Builder::new_current_thread().build().unwrap()),
        ] {
            let (time, statements) = runtime.block_on(library(&folder.path().join(format!("{name}.db")), durability, rounds));
            let spawned = format!("{durability:?} {name}: {time:.0} us, {statements} statements, {:.2} of by hand", hand / time);
            println!("{spawned}");
        }
    }
}
