//! Look-ups that people wait for at a counter go down one index, on both engines, whatever the size: what a code stands for, and what a
//! customer paid before. The plans are those of the statements that the services really send.
//!
//! The ignored tests do the same with a million codes and millions of lines, and say how long a look-up takes.
#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic, reason = "tests: a failed expectation is a panic")]

use async_trait::async_trait;
use crm_core::{
    Result,
    customers::{ContactPointKind, Customer},
    entity::{Entity, Record},
    ids::{CompanyId, CustomerId, ProductId},
    num::Currency,
    opening::{ApplyMode, OpeningContact, OpeningCustomer, OpeningData, OpeningOptions, OpeningProduct, OpeningReceivable, OpeningStock, SourceRow},
    pricing::{PriceLine, PriceSettings},
    products::{CodeKind, Product, ProductCode},
    query::Query,
    sales::SalesLine,
    storage::{ChangeSet, LockKeys, Mode, Storage, UnitOfWork, Written},
};
use crm_storage_postgres::PostgresStorage;
use crm_storage_sql::{SqliteDialect, Translator};
use crm_storage_sqlite::{Durability, SqliteOptions, SqliteStorage};
use crm_tests::{
    harness::{Harness, Shop, day, quantity},
    postgres::{Database, Layout},
    runtime,
};
use sqlx::{
    AssertSqlSafe, PgPool, Row,
    postgres::{PgConnectOptions, PgPoolOptions},
};
use std::{
    path::Path,
    sync::{Arc, Mutex},
    time::{Duration, Instant},
};

/// Products and customers; each pair of them has lines.
const PRODUCTS: usize = 1000;
const CUSTOMERS: usize = 500;

/// Rows to look through.
#[derive(Clone, Copy)]
struct Size {
    codes: usize,
    lines: usize,
}

const SMALL: Size = Size { codes: 20_000, lines: 60_000 };
const FULL: Size = Size { codes: 1_000_000, lines: 5_000_000 };

/// A storage that keeps the questions that it was asked.
#[derive(Clone)]
struct Recording {
    inner: Arc<dyn Storage>,
    asked: Arc<Mutex<Vec<Query>>>,
}

struct Work<'s> {
    inner: Box<dyn UnitOfWork + 's>,
    asked: Arc<Mutex<Vec<Query>>>,
}

#[async_trait]
impl Storage for Recording {
    async fn begin(&self, company: CompanyId, mode: Mode) -> Result<Box<dyn UnitOfWork + '_>> {
        Ok(Box::new(Work { inner: self.inner.begin(company, mode).await?, asked: self.asked.clone() }))
    }
}

#[async_trait]
impl UnitOfWork for Work<'_> {
    async fn read(&mut self, locks: &LockKeys, queries: &[Query]) -> Result<Vec<Vec<Record>>> {
        self.asked.lock().unwrap().extend(queries.iter().cloned());
        self.inner.read(locks, queries).await
    }
    async fn write(&mut self, changes: &ChangeSet) -> Result<Written> {
        self.inner.write(changes).await
    }
    async fn commit(self: Box<Self>) -> Result<()> {
        self.inner.commit().await
    }
    async fn rollback(self: Box<Self>) -> Result<()> {
        self.inner.rollback().await
    }
    fn statements(&self) -> u32 {
        self.inner.statements()
    }
}

/// A shop with many products and customers, one code and one line, which are copied past the library.
async fn shop(harness: &Harness) -> (Shop, Vec<ProductId>, Vec<CustomerId>) {
    let shop = harness.shop().await;
    let new = (0..PRODUCTS).map(|n| Product::service(format!("N{n}"), format!("Product {n}"), Currency::EUR)).collect();
    let products = shop.session.products().create_many(new).await.unwrap().into_iter().map(|p| p.id).collect();
    let new = (0..CUSTOMERS).map(|n| Customer::new(format!("N{n}"), "Customer")).collect();
    let customers = shop.session.customers().create_many(new).await.unwrap().into_iter().map(|c| c.id).collect();
    shop.session.product_codes().create(ProductCode::new(shop.product, CodeKind::Other, "first")).await.unwrap();
    shop.session.sales().deliver(&shop.delivery_of(&[(shop.service, "1", "5")])).await.unwrap();
    (shop, products, customers)
}

/// A statement that copies the one row of a table, with other values in some columns.
fn copies<E: Entity>(numbers: &str, from: &str, changed: &[(&str, &str)]) -> String {
    let decl = E::decl();
    let names: Vec<&str> = decl.columns().iter().map(|c| c.name.as_str()).collect();
    let value = |name: &&str| changed.iter().find(|(n, _)| n == name).map_or(format!("s.{name}"), |(_, v)| (*v).to_owned());
    let values: Vec<String> = names.iter().map(value).collect();
    let (table, names, values) = (decl.table, names.join(", "), values.join(", "));
    format!("INSERT INTO {table} (company_id, {names}) SELECT s.company_id, {values} FROM (SELECT * FROM {table} LIMIT 1) AS s, {numbers} {from}")
}

/// What is asked at the counter.
async fn look_up(shop: &Shop, customer: CustomerId, product: ProductId, code: &str) {
    let found = shop.session.products().resolve(code, day("2026-01-10"), Some(customer)).await.unwrap().one();
    assert!(found.is_some(), "{code}");
    let history = shop.session.pricing().price_history(customer, product, 5).await.unwrap();
    assert_eq!(history.len(), 5);
    assert!(history.windows(2).all(|pair| pair[0].day >= pair[1].day));
    let line = PriceLine::new(product, quantity("1"));
    let price = shop.session.pricing().price(Some(customer), day("2035-01-01"), None, &line).await.unwrap().unwrap();
    assert_eq!(price.unit_price, history[0].net_price);
}

/// How long each takes, the middle one of many.
async fn time(shop: &Shop, (products, customers): (&[ProductId], &[CustomerId]), size: Size) {
    let session = &shop.session;
    let middle = |mut all: Vec<Duration>| {
        all.sort();
        (all[all.len() / 2], all[all.len() * 99 / 100])
    };
    let (mut resolving, mut history) = (Vec::new(), Vec::new());
    for n in 0..300 {
        let code = format!("code{}", (n * 7919) % size.codes + 1);
        let begun = Instant::now();
        assert!(session.products().resolve(&code, day("2026-01-10"), None).await.unwrap().one().is_some());
        resolving.push(begun.elapsed());
        let begun = Instant::now();
        session.pricing().price_history(customers[n % CUSTOMERS], products[(n * 13) % PRODUCTS], 10).await.unwrap();
        history.push(begun.elapsed());
    }
    println!("{} codes: resolve {:?}; {} lines: price history {:?} (middle, 99 of 100)", size.codes, middle(resolving), size.lines, middle(history));
}

// ------------------------------------------------------------------ SQLite

async fn on_sqlite(size: Size, timed: bool) {
    let directory = tempfile::tempdir().unwrap();
    let path = directory.path().join("books.db");
    let storage = SqliteStorage::open(SqliteOptions::new(&path).durability(Durability::Normal).readers(2)).await.unwrap();
    storage.migrations().apply().await.unwrap();
    let recording = Recording { inner: Arc::new(storage), asked: Arc::default() };
    let (shop, products, customers) = shop(&Harness::new(recording.clone())).await;
    fill_sqlite(&path, size);
    settings(&shop).await;
    recording.asked.lock().unwrap().clear();
    look_up(&shop, customers[7], products[11], "code1234").await;
    let asked = std::mem::take(&mut *recording.asked.lock().unwrap());
    let connection = rusqlite::Connection::open(&path).unwrap();
    let plans: Vec<String> = asked.iter().map(|query| sqlite_plan(&connection, shop.company, query)).collect();
    for plan in &plans {
        for line in plan.lines() {
            let is_whole = line.starts_with("SCAN t") || line.ends_with("(company_id=?)") && line.starts_with("SEARCH t");
            let is_small = ["crm_company", "crm_price"].iter().any(|t| line.contains(t)) || plan.contains("crm_company AS");
            assert!(!is_whole || is_small || plan.contains("-- small"), "{line} in {plan}");
            assert!(!line.contains("AUTOMATIC"), "{plan}");
        }
    }
    let has = |wanted: &str| plans.iter().any(|plan| plan.contains(wanted));
    assert!(has("USING INDEX crm_product_code_claim_kind_party_uq (company_id=? AND claim=?)"), "{plans:#?}");
    let history = "crm_sales_line_customer_id_product_id_day_id_ix (company_id=? AND customer_id=? AND product_id=?)";
    let ordered = plans.iter().find(|plan| plan.contains(&format!("USING INDEX {history}"))).unwrap_or_else(|| panic!("{plans:#?}"));
    assert!(!ordered.contains("TEMP B-TREE"), "{ordered}");
    let last = plans.iter().find(|plan| plan.contains("CORRELATED SCALAR SUBQUERY")).unwrap_or_else(|| panic!("{plans:#?}"));
    assert!(last.contains(history.strip_suffix(')').unwrap()) && !last.contains("TEMP B-TREE"), "{last}");
    assert!(!has("crm_customer_group_id_ix"), "a customer is found by its id, not among all that are in groups: {plans:#?}");
    recording.asked.lock().unwrap().clear();
    derived(&shop, &customers).await;
    let asked = std::mem::take(&mut *recording.asked.lock().unwrap());
    let plans: Vec<String> = asked.iter().map(|query| sqlite_plan(&connection, shop.company, query)).collect();
    let sums = plans.iter().flat_map(|plan| plan.lines()).filter(|line| line.contains("open_item") && !line.starts_with("--"));
    assert!(sums.clone().count() >= 3 && sums.clone().all(|line| line.contains("(company_id=? AND customer_id=?")), "{plans:#?}");
    if timed {
        time(&shop, (&products, &customers), size).await;
    }
}

/// Lists and shows customers by derived fields: the rows that a field comes from are those of one customer.
async fn derived(shop: &Shop, customers: &[CustomerId]) {
    let customers_of = shop.session.customers();
    customers_of.list().sort(&["-owed", "-last_delivery_day", "code"]).limit(5).page().await.unwrap();
    assert_eq!(customers_of.figures(&customers[..50]).await.unwrap().len(), 50);
}

fn fill_sqlite(path: &Path, Size { codes, lines }: Size) {
    let connection = rusqlite::Connection::open(path).unwrap();
    connection.busy_timeout(Duration::from_secs(60)).unwrap();
    let places = |table: &str| {
        format!(
            "CREATE TEMP TABLE places_{table} AS SELECT row_number() OVER (ORDER BY id) - 1 AS n, id FROM crm_{table} WHERE code LIKE 'N%'; CREATE UNIQUE INDEX temp.places_{table}_n ON places_{table} (n, id);"
        )
    };
    connection
        .execute_batch(&format!("PRAGMA synchronous = OFF; PRAGMA cache_size = -1000000; {}{}", places("product"), places("customer")))
        .unwrap();
    let numbers = |count| format!("(WITH RECURSIVE g(n) AS (SELECT 1 UNION ALL SELECT n + 1 FROM g WHERE n < {count}) SELECT n FROM g) AS g");
    let of_product = format!("CROSS JOIN places_product AS p ON p.n = g.n % {PRODUCTS}");
    let code = [("id", "randomblob(16)"), ("product_id", "p.id"), ("value", "'code' || g.n"), ("claim", "'code' || g.n")];
    connection.execute(&copies::<ProductCode>(&numbers(codes), &of_product, &code), []).unwrap();
    let of_both = format!("{of_product} CROSS JOIN places_customer AS c ON c.n = (g.n / {PRODUCTS}) % {CUSTOMERS}");
    let day = "date('2020-01-01', '+' || (g.n / 7 % 3000) || ' days')";
    let line = [("id", "randomblob(16)"), ("line", "g.n + 1"), ("product_id", "p.id"), ("customer_id", "c.id"), ("day", day)];
    // At least five of the pair that is looked up.
    connection.execute(&copies::<SalesLine>(&numbers(lines), &of_both, &line), []).unwrap();
    let more = "CROSS JOIN places_product AS p ON p.n = 11 CROSS JOIN places_customer AS c ON c.n = 7";
    let line = [
        ("id", "randomblob(16)"),
        ("line", "-g.n"),
        ("product_id", "p.id"),
        ("customer_id", "c.id"),
        ("day", "date('2020-01-01', '+' || g.n || ' days')"),
    ];
    connection.execute(&copies::<SalesLine>(&numbers(5), more, &line), []).unwrap();
}

fn sqlite_plan(connection: &rusqlite::Connection, company: CompanyId, query: &Query) -> String {
    let text = Translator::new(SqliteDialect).query(company, query).unwrap().text.to_string();
    let mut statement = connection.prepare(&format!("EXPLAIN QUERY PLAN {text}")).unwrap();
    let mut rows = statement.raw_query();
    let mut plan = String::new();
    while let Some(row) = rows.next().unwrap() {
        plan.push_str(&row.get::<_, String>(3).unwrap());
        plan.push('\n');
    }
    let is_small =
        ["crm_company AS", "crm_price_settings AS", "crm_price_list AS", "crm_price_list_item AS", "crm_customer_price AS", "crm_customer_group AS"];
    let note = if is_small.iter().any(|table| text.contains(&format!("FROM {table} t0"))) { "-- small\n" } else { "" };
    format!("{plan}{note}-- {text}")
}

/// The last price counts, so that it is looked up.
async fn settings(shop: &Shop) {
    let settings = PriceSettings { uses_last_price: true, ..PriceSettings::default() };
    shop.session.pricing().set_settings(&settings).await.unwrap();
}

// ------------------------------------------------------------------ PostgreSQL

async fn on_postgres(size: Size, timed: bool) {
    let database = Database::new(Layout::Plain).await;
    let connect = database.url().parse::<PgConnectOptions>().unwrap().statement_cache_capacity(1_000_000);
    let pool = PgPoolOptions::new().max_connections(1).idle_timeout(None).max_lifetime(None).connect_with(connect).await.unwrap();
    let (shop, products, customers) = shop(&Harness::new(PostgresStorage::from_pool(pool.clone()))).await;
    fill_postgres(&pool, size).await;
    settings(&shop).await;
    look_up(&shop, customers[7], products[11], "code1234").await;
    let sql = "SELECT name, statement, parameter_types::text[] FROM pg_prepared_statements WHERE statement LIKE 'SELECT %'";
    let mut plans = Vec::new();
    for row in sqlx::raw_sql(sql).fetch_all(&pool).await.unwrap() {
        let (name, text, types): (String, String, Vec<String>) = (row.get(0), row.get(1), row.get(2));
        if ["crm_product_code", "crm_sales_line"].iter().any(|table| text.contains(table)) {
            let arguments: Vec<String> = types.iter().enumerate().map(|(n, ty)| literal(n, ty, shop.company)).collect();
            let rows = sqlx::raw_sql(AssertSqlSafe(format!("EXPLAIN EXECUTE {name}({})", arguments.join(", ")))).fetch_all(&pool).await.unwrap();
            plans.push(rows.iter().map(|r| r.get::<String, _>(0)).collect::<Vec<_>>().join("\n"));
        }
    }
    assert!(plans.len() >= 3, "{plans:#?}");
    for plan in &plans {
        for table in ["crm_product_code", "crm_product", "crm_sales_line", "crm_customer"] {
            assert!(!plan.contains(&format!("Seq Scan on {table} ")), "{plan}");
        }
    }
    let has = |wanted: &str| plans.iter().filter(|plan| plan.contains(wanted)).count();
    assert!(has("crm_product_code_claim_kind_party_uq") > 0, "{plans:#?}");
    let backward = "Index Scan Backward using crm_sales_line_customer_id_product_id_day_id_ix";
    assert!(has(backward) > 1, "the history and the last price: {plans:#?}");
    if timed {
        time(&shop, (&products, &customers), size).await;
    }
}

async fn fill_postgres(pool: &PgPool, Size { codes, lines }: Size) {
    let places = |table: &str| {
        format!("CREATE TEMP TABLE places_{table} AS SELECT row_number() OVER (ORDER BY id) - 1 AS n, id FROM crm_{table} WHERE code LIKE 'N%'")
    };
    let numbers = |count| format!("generate_series(1, {count}) AS g(n)");
    let of_product = format!("JOIN places_product AS p ON p.n = g.n % {PRODUCTS}");
    let code = [("id", "gen_random_uuid()"), ("product_id", "p.id"), ("value", "'code' || g.n"), ("claim", "'code' || g.n")];
    let of_both = format!("{of_product} JOIN places_customer AS c ON c.n = (g.n / {PRODUCTS}) % {CUSTOMERS}");
    let line = [
        ("id", "gen_random_uuid()"),
        ("line", "g.n + 1"),
        ("product_id", "p.id"),
        ("customer_id", "c.id"),
        ("day", "date '2020-01-01' + (g.n / 7 % 3000)"),
    ];
    let more = "JOIN places_product AS p ON p.n = 11 JOIN places_customer AS c ON c.n = 7";
    let five = [("id", "gen_random_uuid()"), ("line", "-g.n"), ("product_id", "p.id"), ("customer_id", "c.id"), ("day", "date '2020-01-01' + g.n")];
    let steps = [
        places("product"),
        places("customer"),
        "SET session_replication_role = replica".to_owned(),
        copies::<ProductCode>(&numbers(codes), &of_product, &code),
        copies::<SalesLine>(&numbers(lines), &of_both, &line),
        copies::<SalesLine>(&numbers(5), more, &five),
        "SET session_replication_role = origin".to_owned(),
        "ANALYZE".to_owned(),
    ];
    for step in steps {
        sqlx::raw_sql(AssertSqlSafe(step)).execute(pool).await.unwrap();
    }
}

/// A value of a type: the company for the first parameter, and otherwise something that could be there.
fn literal(position: usize, ty: &str, company: CompanyId) -> String {
    let (element, is_array) = ty.strip_suffix("[]").map_or((ty, false), |element| (element, true));
    let value = match element {
        "uuid" if position == 0 => company.0.to_string(),
        "uuid" => "00000000-0000-0000-0000-000000000001".to_owned(),
        "bigint" => "5".into(),
        "boolean" => "true".into(),
        "date" => "2026-01-10".into(),
        "numeric" => "0".into(),
        _ => format!("code{position}"),
    };
    if is_array { format!("ARRAY['{value}']::{ty}") } else { format!("'{value}'::{ty}") }
}

/// Rows of each sheet of an opening: more than are compared one with the other. `CRM_OPENING_ROWS` says how many, to see how long they take.
fn opening_rows() -> u32 {
    std::env::var("CRM_OPENING_ROWS").map_or(3_000, |rows| rows.parse().unwrap())
}

/// Customers, products, stock, contacts, prices and receivables.
fn opening() -> OpeningData {
    fn rows<T>(sheet: &str, value: impl Fn(u32) -> T) -> Vec<SourceRow<T>> {
        (0..opening_rows()).map(|n| SourceRow::new(sheet, n + 2, value(n))).collect()
    }
    let (customer, product) = (|n: u32| format!("C{n:06}"), |n: u32| format!("A{n:06}"));
    let points = |n| vec![(ContactPointKind::Email, format!("c{n}@example.org"))];
    let contact = |n| OpeningContact { customer: customer(n), name: Some(format!("Contact {n}")), points: points(n), ..Default::default() };
    let stock = |n| OpeningStock { product: product(n), quantity: quantity("1"), unit_cost: "2".parse().unwrap(), ..Default::default() };
    let document = |n| (customer(n), format!("R{n}"), day("2025-12-01"));
    let owed = |n| {
        let (customer, document, document_day) = document(n);
        OpeningReceivable { customer, document, document_day, amount: "10".parse().unwrap(), ..Default::default() }
    };
    OpeningData {
        customers: rows("Customers", |n| OpeningCustomer { code: customer(n), name: format!("Customer {n}"), ..Default::default() }),
        products: rows("Products", |n| OpeningProduct { code: product(n), name: format!("Product {n}"), ..Default::default() }),
        contacts: rows("Contacts", contact),
        stock: rows("Stock", stock),
        receivables: rows("Receivables", owed),
        ..Default::default()
    }
}

/// An opening that is brought in again is compared with what is stored in a time that follows the rows, and not their product, also before the engine has
/// counted any: what was planned while the tables were empty is planned anew.
async fn opening_again_on_postgres() {
    let database = Database::new(Layout::Plain).await;
    let connect = database.url().parse::<PgConnectOptions>().unwrap().statement_cache_capacity(1_000_000);
    let pool = PgPoolOptions::new().max_connections(1).idle_timeout(None).max_lifetime(None).connect_with(connect).await.unwrap();
    let shop = Harness::new(PostgresStorage::from_pool(pool.clone())).shop().await;
    let (data, options) = (opening(), OpeningOptions::new(shop.warehouse, day("2026-01-01"), ApplyMode::GoodRows));
    for round in 0..2 {
        let begun = Instant::now();
        let report = shop.session.opening().apply(&data, &options).await.unwrap();
        assert!(report.problems.is_empty(), "{:?}", report.problems.first());
        assert_eq!(report.unchanged > 0, round == 1);
        println!("round {round}: {:?}", begun.elapsed());
    }
    let kept = sqlx::raw_sql("SELECT statement FROM pg_prepared_statements").fetch_all(&pool).await.unwrap();
    let kept: Vec<String> = kept.iter().map(|row| row.get(0)).collect();
    assert!(kept.iter().any(|text| text.starts_with("SELECT")), "plans are kept where lists are short: {kept:#?}");
    for long in [".code = ANY(", ".customer_id = ANY(", ".product_id = ANY("] {
        assert!(!kept.iter().any(|text| text.contains(long)), "a plan of empty tables is kept for long lists: {kept:#?}");
    }
}

#[test]
fn an_opening_that_is_brought_in_again_is_planned_for_what_is_there_on_postgres() {
    runtime().block_on(opening_again_on_postgres());
}

#[test]
fn codes_and_past_prices_are_found_by_one_index_on_sqlite() {
    runtime().block_on(on_sqlite(SMALL, false));
}

#[test]
fn codes_and_past_prices_are_found_by_one_index_on_postgres() {
    runtime().block_on(on_postgres(SMALL, false));
}

#[test]
#[ignore = "minutes, and gigabytes of disk: says how long look-ups take among a million codes and five million lines"]
fn look_ups_at_full_size_on_sqlite() {
    runtime().block_on(on_sqlite(FULL, true));
}

#[test]
#[ignore = "minutes, and gigabytes of disk: says how long look-ups take among a million codes and five million lines"]
fn look_ups_at_full_size_on_postgres() {
    runtime().block_on(on_postgres(FULL, true));
}
