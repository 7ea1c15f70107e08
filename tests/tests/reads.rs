//! What a read may cost the others: relations within relations, what filters and reports are limited by, how long a statement may take, what becomes of it
//! when nobody waits for it any more, and how readers are shared.
//!
//! A read that never ends is one of a table that a test has replaced by a view without an end. No test depends on how quick a machine is: what has to
//! happen is waited for, and what must not cannot.
#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic, reason = "tests: a failed expectation is a panic")]

use crm_core::{
    Code, Error,
    access::{Principal, Right, Role, ScopeLevel},
    catalogue,
    customers::{Customer, CustomerGroup},
    entity::{Entity, Value},
    ids::CustomerGroupId,
    limits,
    pricing::PriceList,
    query::{Filter, Query, Select, Test},
    receivables::{AgeingBuckets, AgeingQuery, OpenItem},
    sales::SalesLine,
    session::Session,
    time::Day,
};
use crm_storage_postgres::{PostgresOptions, PostgresStorage};
use crm_storage_sql::{SqliteDialect, Translator};
use crm_storage_sqlite::{Durability, SqliteOptions, SqliteStorage};
use crm_tests::{
    harness::{Harness, Shop, day, memory},
    postgres::{Database, Layout},
    runtime,
};
use serde_json::json;
use sqlx::{
    AssertSqlSafe, Executor, PgPool, Row,
    postgres::{PgConnectOptions, PgPoolOptions},
};
use std::{path::Path, time::Duration};
use tempfile::TempDir;
use tokio::time::{sleep, timeout};

/// How long something may take that happens at once, on a machine that has other things to do.
const AT_ONCE: Duration = Duration::from_secs(120);
/// Long enough for what is under way to have got there.
const A_WHILE: Duration = Duration::from_millis(300);

// ------------------------------------------------------------------ relations within relations

/// Customers of a large group, and of a small one that has what is looked for.
const MANY: usize = 2000;
const FEW: usize = 3;

async fn two_groups(shop: &Shop) {
    let (large, small) = (shop.group("L", None).await, shop.group("S", None).await);
    let customer = |n: usize, name: &str, group: CustomerGroupId| Customer { group_id: Some(group), ..Customer::new(format!("X{n:05}"), name) };
    let mut customers: Vec<_> = (0..MANY).map(|n| customer(n, "customer", large)).collect();
    customers.extend((0..FEW).map(|n| customer(MANY + n, if n == 0 { "zz customer" } else { "customer" }, small)));
    shop.session.customers().create_many(customers).await.unwrap();
}

/// A customer in a group that has a customer in a group that has .. one with `zz` in the name.
fn nested(levels: usize) -> Filter {
    let named = Customer::name().contains("customer");
    let last = Customer::name().contains("zz");
    (0..levels).fold(last, |filter, _| Filter::exists("group", Filter::exists("customer", named.clone().and(filter))))
}

/// The same question, in forms that planners treat otherwise.
fn forms(levels: usize) -> [Filter; 3] {
    let nested = nested(levels);
    let negated = Customer::group_id().is_empty().negate().and(Filter::Not(Box::new(nested.clone().negate())));
    [nested.clone(), negated, nested.or(Customer::name().starts_with("nobody"))]
}

async fn nested_filters_end(shop: &Shop) {
    two_groups(shop).await;
    for levels in 1..=3 {
        for filter in forms(levels) {
            assert_eq!(shop.session.customers().count(&filter).await.unwrap(), FEW as u64, "{filter:?}");
            assert_eq!(shop.session.customers().list().filter(&filter).unwrap().limit(2).fetch().await.unwrap().len(), 2);
        }
    }
    let others = Filter::exists("group", Filter::none("customer", Customer::name().contains("zz")));
    assert_eq!(shop.session.customers().count(&others).await.unwrap(), MANY as u64);
}

#[test]
fn relations_within_relations_are_looked_up_once_in_memory() {
    runtime().block_on(async { nested_filters_end(&memory().await.shop().await).await });
}

#[test]
fn relations_within_relations_are_looked_up_once_on_sqlite() {
    runtime().block_on(async {
        let (books, shop) = sqlite(2, Duration::from_secs(3600)).await;
        nested_filters_end(&shop).await;
        let connection = rusqlite::Connection::open(books.path()).unwrap();
        for levels in 1..=3 {
            for filter in forms(levels) {
                let plan = sqlite_plan(&connection, &shop, &filter);
                assert!(!plan.contains("CORRELATED"), "{plan}");
                assert!(plan.contains("LIST SUBQUERY"), "{plan}");
            }
        }
        // A way along a key is taken row by row: there is one row at its end.
        let one = Filter::exists("group", CustomerGroup::name().contains("x"));
        let plan = sqlite_plan(&connection, &shop, &one);
        // Where statistics say that there are two groups, SQLite makes an index of them for it.
        let is_by_key = plan.lines().any(|line| line.starts_with("SEARCH t1") && line.contains("id=?)"));
        assert!(is_by_key && !plan.contains("SCAN t1") && !plan.contains("LIST SUBQUERY"), "{plan}");
    });
}

fn sqlite_plan(connection: &rusqlite::Connection, shop: &Shop, filter: &Filter) -> String {
    let query = Query::Select(Select::<Customer>::new(&shop.permit()).filter(filter).unwrap().plan());
    let text = Translator::new(SqliteDialect).query(shop.company, &query).unwrap().text;
    let mut statement = connection.prepare(&format!("EXPLAIN QUERY PLAN {text}")).unwrap();
    let mut rows = statement.raw_query();
    let mut plan = format!("{text}\n");
    while let Some(row) = rows.next().unwrap() {
        plan.push_str(&row.get::<_, String>(3).unwrap());
        plan.push('\n');
    }
    plan
}

#[test]
fn relations_within_relations_are_looked_up_once_on_postgres() {
    runtime().block_on(async {
        let database = Database::new(Layout::Plain).await;
        let connect = database.url().parse::<PgConnectOptions>().unwrap().statement_cache_capacity(1_000_000);
        let pool = PgPoolOptions::new().max_connections(1).idle_timeout(None).max_lifetime(None).connect_with(connect).await.unwrap();
        let shop = Harness::new(PostgresStorage::from_pool(pool.clone())).shop().await;
        nested_filters_end(&shop).await;
        let plans = postgres_plans(&pool, &shop).await;
        assert!(plans.len() >= 9, "{plans:#?}");
        for plan in &plans {
            // What stands there is run for each row, unless it is hashed.
            let by_row = |line: &&str| line.contains("SubPlan") && !line.trim_start().starts_with("SubPlan");
            assert!(plan.lines().filter(by_row).all(|line| line.contains("hashed SubPlan")), "{plan}");
        }
    });
}

/// How the server answers the questions for customers and their groups that it was asked.
async fn postgres_plans(pool: &PgPool, shop: &Shop) -> Vec<String> {
    let mut connection = pool.acquire().await.unwrap();
    connection.execute("ANALYZE").await.unwrap();
    let sql = "SELECT name, parameter_types::text[] FROM pg_prepared_statements WHERE statement LIKE '%crm_customer_group%'";
    let mut plans = Vec::new();
    for row in sqlx::raw_sql(sql).fetch_all(&mut *connection).await.unwrap() {
        let (name, types): (String, Vec<String>) = (row.get(0), row.get(1));
        let arguments: Vec<String> = types.iter().enumerate().map(|(n, ty)| literal(n, ty, shop)).collect();
        let explain = format!("EXPLAIN EXECUTE {name}({})", arguments.join(", "));
        let Ok(rows) = sqlx::raw_sql(AssertSqlSafe(explain)).fetch_all(&mut *connection).await else { continue };
        plans.push(rows.iter().map(|r| r.get::<String, _>(0)).collect::<Vec<_>>().join("\n"));
    }
    plans
}

fn literal(position: usize, ty: &str, shop: &Shop) -> String {
    match ty {
        "uuid" if position == 0 => format!("'{}'", shop.company.0),
        "text" => "'customer'".to_owned(),
        "bigint" => "2".to_owned(),
        _ => format!("NULL::{ty}"),
    }
}

// ------------------------------------------------------------------ limits

/// What a limit of a query says.
fn limited<T>(result: Result<T, Error>, name: &str, limit: usize) {
    let error = result.err().expect("beyond the limit");
    let (of, at) = (error.context("name").unwrap().to_owned(), error.context("limit").unwrap().to_owned());
    assert_eq!((error.code(), of.as_str(), at), (Code::LimitExceeded, name, limit.to_string()));
}

#[test]
fn filters_have_limits_with_names() {
    runtime().block_on(async {
        let shop = memory().await.shop().await;
        let count = async |filter: &Filter| {
            let json = Filter::from_json(&filter.to_json(), Customer::decl()).unwrap();
            let (built, read) = (shop.session.customers().count(filter).await, shop.session.customers().count(&json).await);
            assert_eq!(built.as_ref().map_err(Error::code).copied(), read.as_ref().map_err(Error::code).copied());
            built
        };
        let beside = |relations: usize| Filter::And((0..relations).map(|_| Filter::exists("open_item", Filter::All)).collect());
        let within = |relations: usize| {
            let step = |filter, n: usize| Filter::exists(if n.is_multiple_of(2) { "customer" } else { "open_item" }, filter);
            (1..=relations).rev().fold(Filter::All, step)
        };
        for filter in [beside as fn(usize) -> Filter, within] {
            count(&filter(limits::MAX_FILTER_RELATIONS)).await.unwrap();
            limited(count(&filter(limits::MAX_FILTER_RELATIONS + 1)).await, "MAX_FILTER_RELATIONS", limits::MAX_FILTER_RELATIONS);
        }
        let days =
            |from: usize, many: usize| Filter::Field("payment_days".into(), Test::In((from..from + many).map(|n| Value::Int(n as i64)).collect()));
        let one = limits::MAX_IN_VALUES;
        count(&days(0, one).or(days(one, one))).await.unwrap();
        limited(count(&days(0, one + 1)).await, "MAX_IN_VALUES", limits::MAX_IN_VALUES);
        let three = days(0, one).or(days(one, one)).or(days(2 * one, 1));
        limited(count(&three).await, "MAX_FILTER_VALUES", limits::MAX_FILTER_VALUES);
        let text = |characters: usize| "ä".repeat(characters);
        let tests: [fn(String) -> Filter; 4] = [
            |text| Customer::name().contains(text),
            |text| Customer::name().starts_with(text),
            |text| Customer::name().eq(text),
            |text| Customer::name().is_in([text]),
        ];
        for test in tests {
            count(&test(text(limits::MAX_TEXT))).await.unwrap();
            limited(count(&test(text(limits::MAX_TEXT + 1))).await, "MAX_TEXT", limits::MAX_TEXT);
        }
    });
}

#[test]
fn reports_have_limits_with_names() {
    runtime().block_on(async {
        let session = memory().await.shop().await.session;
        let fields = ["day", "line", "product_code", "product_name", "unit", "currency", "tax_code", "includes_tax", "lot"];
        let by = async |fields: &[&str]| session.report::<SalesLine>(|report| fields.iter().try_fold(report, |report, field| report.by(field))).await;
        by(&fields[..limits::MAX_REPORT_GROUPS]).await.unwrap();
        limited(by(&fields).await, "MAX_REPORT_GROUPS", limits::MAX_REPORT_GROUPS);
        let months = session.report::<SalesLine>(|report| (0..=limits::MAX_REPORT_GROUPS).try_fold(report, |report, _| report.by_month("day"))).await;
        limited(months, "MAX_REPORT_GROUPS", limits::MAX_REPORT_GROUPS);
        let through = ["customer.code", "customer.name", "product.code", "product.name", "product.unit"];
        by(&through[..limits::MAX_REPORT_JOINS]).await.unwrap();
        limited(by(&through).await, "MAX_REPORT_JOINS", limits::MAX_REPORT_JOINS);
        let bands = async |many: usize| {
            let days: Vec<Day> = (0..many).map(|n| day("2026-01-01") - chrono::Days::new(n as u64)).collect();
            session.report::<OpenItem>(|report| report.by_band("due_day", days.clone())).await
        };
        bands(limits::MAX_REPORT_BANDS).await.unwrap();
        limited(bands(limits::MAX_REPORT_BANDS + 1).await, "MAX_REPORT_BANDS", limits::MAX_REPORT_BANDS);
        let ageing = |many: u32| {
            let buckets = AgeingBuckets::new((1..=many).collect()).unwrap();
            AgeingQuery { buckets, ..AgeingQuery::new(day("2026-01-01"), crm_core::num::Currency::EUR) }
        };
        session.receivables().ageing(&ageing(63)).await.unwrap();
        limited(session.receivables().ageing(&ageing(64)).await, "MAX_REPORT_BANDS", limits::MAX_REPORT_BANDS);
        let json = json!({"field": "name", "contains": "x".repeat(limits::MAX_TEXT + 1)});
        let filter = Filter::from_json(&json, catalogue::find("customer").unwrap()).unwrap();
        limited(session.report::<Customer>(|report| report.filter(&filter)).await, "MAX_TEXT", limits::MAX_TEXT);
    });
}

// ------------------------------------------------------------------ time, and nobody who waits

/// A database file with a shop.
struct Books(TempDir);

impl Books {
    fn path(&self) -> std::path::PathBuf {
        self.0.path().join("books.db")
    }
}

async fn sqlite(readers: usize, read_timeout: impl Into<Option<Duration>>) -> (Books, Shop) {
    let books = Books(tempfile::tempdir().unwrap());
    let options = SqliteOptions::new(books.path()).durability(Durability::Normal).readers(readers).read_timeout(read_timeout);
    let storage = SqliteStorage::open(options).await.unwrap();
    storage.migrations().apply().await.unwrap();
    (books, Harness::new(storage).shop().await)
}

/// Reading price lists has no end from now on.
async fn endless_on_sqlite(path: &Path, shop: &Shop) {
    shop.session.price_lists().create(PriceList::new("L", "List", crm_core::num::Currency::EUR)).await.unwrap();
    let connection = rusqlite::Connection::open(path).unwrap();
    let view = "CREATE VIEW crm_price_list AS WITH RECURSIVE g(n) AS (SELECT 1 UNION ALL SELECT n + 1 FROM g) SELECT k.* FROM kept AS k CROSS JOIN g";
    connection.execute_batch(&format!("ALTER TABLE crm_price_list RENAME TO kept; {view};")).unwrap();
}

async fn postgres(connections: u32, read_timeout: impl Into<Option<Duration>>) -> (Database, Shop) {
    let database = Database::new(Layout::Plain).await;
    let options = PostgresOptions::new(&database.url()).unwrap().connections(connections).read_timeout(read_timeout);
    let shop = Harness::new(PostgresStorage::open(options).await.unwrap()).shop().await;
    (database, shop)
}

async fn endless_on_postgres(database: &Database, shop: &Shop) {
    shop.session.price_lists().create(PriceList::new("L", "List", crm_core::num::Currency::EUR)).await.unwrap();
    let view = "CREATE VIEW crm_price_list AS SELECT k.* FROM kept AS k CROSS JOIN LATERAL (SELECT pg_sleep(86400 + 0 * length(k.code))) AS s";
    let text = format!("ALTER TABLE crm_price_list RENAME TO kept; {view}");
    sqlx::raw_sql(AssertSqlSafe(text)).execute(&mut database.connection().await).await.unwrap();
}

/// A read without an end.
async fn endless(session: &Session<'_>) -> Result<u64, Error> {
    session.price_lists().count(&Filter::All).await
}

/// Any other read, which is done at once where a reader is free.
async fn quick(session: &Session<'_>) -> u64 {
    timeout(AT_ONCE, session.customers().count(&Filter::All)).await.expect("a reader is free").unwrap()
}

async fn ends_in_time(shop: &Shop, limit: Duration) {
    let error = timeout(AT_ONCE, endless(&shop.session)).await.expect("the read ends").unwrap_err();
    assert_eq!(
        (error.code(), error.is_retryable(), error.context("limit")),
        (Code::QueryTimeout, false, Some(limit.as_millis().to_string().as_str()))
    );
    assert_eq!(quick(&shop.session).await, 2);
}

#[test]
fn a_read_that_takes_too_long_ends_with_a_code_of_its_own_on_sqlite() {
    let limit = Duration::from_millis(200);
    for runtime in [runtime(), tokio::runtime::Builder::new_current_thread().enable_all().build().unwrap()] {
        runtime.block_on(async {
            let (books, shop) = sqlite(1, limit).await;
            endless_on_sqlite(&books.path(), &shop).await;
            ends_in_time(&shop, limit).await;
        });
    }
}

#[test]
fn a_read_that_takes_too_long_ends_with_a_code_of_its_own_on_postgres() {
    runtime().block_on(async {
        let limit = Duration::from_millis(200);
        let (database, shop) = postgres(1, limit).await;
        endless_on_postgres(&database, &shop).await;
        ends_in_time(&shop, limit).await;
    });
}

/// The host's own limit is told apart, and the shorter one counts.
#[test]
fn a_statement_timeout_of_the_host_keeps_its_code() {
    runtime().block_on(async {
        let (database, shop) = postgres(1, None).await;
        endless_on_postgres(&database, &shop).await;
        let set =
            |limit: &str| format!("DO $$ BEGIN EXECUTE format('ALTER DATABASE %I SET statement_timeout = ''{limit}''', current_database()); END $$");
        for (own, ours, code) in [("200ms", "1h", Code::StorageBusy), ("200ms", "0", Code::StorageBusy), ("1h", "200ms", Code::QueryTimeout)] {
            sqlx::raw_sql(AssertSqlSafe(set(own))).execute(&mut database.connection().await).await.unwrap();
            let ours = if ours == "1h" { Duration::from_secs(3600) } else { Duration::from_millis(ours.trim_end_matches("ms").parse().unwrap()) };
            let options = PostgresOptions::new(&database.url()).unwrap().read_timeout(ours);
            let harness = Harness::new(PostgresStorage::open(options).await.unwrap());
            let session = harness.crm().act_as(shop.company, Principal::operator(shop.admin)).await.unwrap();
            let error = timeout(AT_ONCE, endless(&session)).await.expect("the read ends").unwrap_err();
            assert_eq!(error.code(), code, "{own} {ours:?} {error:?}");
        }
    });
}

#[test]
fn a_read_that_nobody_waits_for_ends_on_sqlite() {
    for runtime in [runtime(), tokio::runtime::Builder::new_current_thread().enable_all().build().unwrap()] {
        runtime.block_on(async {
            let (books, shop) = sqlite(1, None).await;
            endless_on_sqlite(&books.path(), &shop).await;
            for _ in 0..3 {
                assert!(timeout(A_WHILE, endless(&shop.session)).await.is_err(), "it has no end");
                assert_eq!(quick(&shop.session).await, 2);
            }
        });
    }
}

#[test]
fn a_read_that_nobody_waits_for_ends_on_postgres() {
    runtime().block_on(async {
        let (database, shop) = postgres(1, None).await;
        endless_on_postgres(&database, &shop).await;
        let mut watching = database.connection().await;
        for _ in 0..2 {
            assert!(timeout(A_WHILE, endless(&shop.session)).await.is_err(), "it has no end");
            // The pool has one connection, which is not waited for.
            assert_eq!(quick(&shop.session).await, 2);
        }
        let ended = async {
            let sql = "SELECT count(*) FROM pg_stat_activity WHERE datname = current_database() AND state = 'active' AND query LIKE '%crm_price_list%' AND pid <> pg_backend_pid()";
            while sqlx::query_scalar::<_, i64>(sql).fetch_one(&mut watching).await.unwrap() > 0 {
                sleep(Duration::from_millis(50)).await;
            }
        };
        timeout(AT_ONCE, ended).await.expect("the server gives up what nobody waits for");
    });
}

// ------------------------------------------------------------------ readers shared fairly

#[test]
fn one_operator_leaves_readers_to_the_others() {
    runtime().block_on(async {
        let (books, shop) = sqlite(4, None).await;
        endless_on_sqlite(&books.path(), &shop).await;
        let (_, other) = shop.operator("bob", &["administrator"], &[]).await;
        let hostile: Vec<_> = (0..8)
            .map(|_| {
                let session = shop.session.clone();
                tokio::spawn(async move { endless(&session).await })
            })
            .collect();
        // Until they hold what they can: then the operator's own reads wait.
        while timeout(A_WHILE, shop.session.customers().count(&Filter::All)).await.is_ok() {}
        assert_eq!(quick(&other).await, 2);
        assert!(timeout(AT_ONCE, shop.crm.act_as(shop.company, Principal::operator(other.operator_id()))).await.unwrap().is_ok());
        // Writing is not limited, and the rights that it rests on are read whatever the operator's own reads do.
        let clerk = Role::with("clerk", "Clerk", ScopeLevel::Own, &[Right::ProductsRead]);
        timeout(AT_ONCE, shop.session.roles().create(clerk)).await.expect("an act needs no reader").unwrap();
        timeout(AT_ONCE, shop.session.customers().create(Customer::new("N", "New"))).await.expect("an act needs no reader").unwrap();
        assert!(hostile.iter().all(|read| !read.is_finished()));
        hostile.iter().for_each(tokio::task::JoinHandle::abort);
        assert_eq!(quick(&shop.session).await, 3);
    });
}

#[test]
fn a_share_is_at_least_one_reader() {
    runtime().block_on(async {
        let (_books, shop) = sqlite(1, None).await;
        let reads = (0..20).map(|_| {
            let session = shop.session.clone();
            tokio::spawn(async move { quick(&session).await })
        });
        for read in reads.collect::<Vec<_>>() {
            assert_eq!(read.await.unwrap(), 2);
        }
    });
}
