//! Real faults: connections cut at every request, a server killed under load, locks held for too long, deadlocks, serialization failures,
//! and callers that stop waiting. Whatever happens, an act is done wholly or not at all, a key does it once, and the books are right.
#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic, reason = "tests: a failed expectation is a panic")]

use crm_core::{
    Code, Error, Result,
    access::Principal,
    opening::{ApplyMode, OpeningCustomer, OpeningData, OpeningOptions, OpeningStock, SourceRow},
    query::Filter,
    sales::{NewDelivery, SalesDocument, SalesPosted},
    session::{Crm, Session},
    stock::StockPool,
    storage::{LockKeys, Mode, Storage},
};
use crm_storage_postgres::{PostgresOptions, PostgresStorage};
use crm_tests::{
    counting::{Counting, Ended},
    harness::{Harness, Shop, assert_same_tables, day, quantity, sqlite},
    postgres::{Database, Layout},
    proxy::{Place, Proxy, Then},
    runtime,
    waiting::{PATIENCE, until_it_waits},
};
use sqlx::{Connection, Executor, PgConnection, Row};
use std::{
    collections::{BTreeMap, BTreeSet},
    path::PathBuf,
    process::{Command, Stdio},
    sync::{
        Arc,
        atomic::{AtomicBool, AtomicUsize, Ordering},
    },
    time::{Duration, Instant},
};
use tokio::time::{sleep, timeout};

/// More than an act has requests, or a future of it has points to wait at.
const MANY: u32 = 500;

/// A shop with plenty of both products, on a database of its own, and the database.
async fn stocked(connections: u32) -> (Arc<Database>, PostgresStorage, Shop) {
    let database = Arc::new(Database::new(Layout::Plain).await);
    let storage = database.storage(Layout::Plain, connections).await;
    let shop = Harness::new(storage.clone()).keeping(database.clone()).shop().await;
    fill(&shop).await;
    (database, storage, shop)
}

async fn fill(shop: &Shop) {
    shop.session.stock().receive(&shop.receipt(&[(shop.product, "100000", "3"), (shop.second, "100000", "2")])).await.unwrap();
}

/// The administrator's session on another storage that leads to the same database.
async fn session_on(shop: &Shop, storage: impl Storage + 'static) -> Result<Session<'static>> {
    let crm = Crm::new(Arc::new(storage), shop.harness.clock.clone(), shop.harness.ids.clone());
    crm.act_as(shop.company, Principal::operator(shop.admin)).await
}

/// A delivery of one piece that can be told from all others.
fn order(shop: &Shop, reference: &str) -> NewDelivery {
    NewDelivery { reference: Some(reference.to_owned()), ..shop.delivery("1", "5") }
}

/// Every sales document by its reference.
async fn documents(shop: &Shop) -> BTreeMap<String, Vec<String>> {
    let mut found = BTreeMap::<String, Vec<String>>::new();
    for document in shop.session.sales_documents().list().limit(10_000).fetch().await.unwrap() {
        let SalesDocument { reference, number, .. } = document.data;
        found.entry(reference.unwrap_or_default()).or_default().push(number);
    }
    found
}

/// Whether asking again under the same key settles what became of an act.
fn is_settled_by_its_key(error: &Error) -> bool {
    error.is_retryable() || error.code() == Code::CommitUnknown
}

/// Each document is one piece less, numbers have no gaps, and the books are right.
async fn assert_books(shop: &Shop) {
    let numbers: BTreeSet<String> = documents(shop).await.into_values().flatten().collect();
    let expected: BTreeSet<String> = (1..=numbers.len()).map(|n| format!("DN-2026-{n:06}")).collect();
    assert_eq!(numbers, expected);
    assert_eq!(shop.session.sales_documents().count(&Filter::All).await.unwrap(), u64::try_from(numbers.len()).unwrap());
    let left = shop.session.stock_pools().get(shop.product).await.unwrap().quantity;
    assert_eq!(left, (100_000 - i32::try_from(numbers.len()).unwrap()).into());
    shop.verify().await;
}

/// Waits until no connection of the database but this one is in a transaction: what was cut off or dropped is over.
async fn settle(watcher: &mut PgConnection) {
    let (begun, mut quiet) = (Instant::now(), 0);
    loop {
        let busy = "SELECT pid, state, query FROM pg_stat_activity
            WHERE datname = current_database() AND pid <> pg_backend_pid() AND backend_type = 'client backend' AND state <> 'idle'";
        let busy: Vec<(i32, String, String)> = sqlx::query_as(busy).fetch_all(&mut *watcher).await.unwrap();
        // What is on its way to the server is not seen at once.
        quiet = if busy.is_empty() { quiet + 1 } else { 0 };
        if quiet == 3 {
            return;
        }
        assert!(begun.elapsed() < PATIENCE, "connections are left in a transaction: {busy:?}");
        sleep(Duration::from_millis(2)).await;
    }
}

/// Waits until a connection of the database waits for a lock.
async fn wait_for_waiter(watcher: &mut PgConnection) {
    let begun = Instant::now();
    let waiting = "SELECT 1 FROM pg_stat_activity WHERE datname = current_database() AND wait_event_type = 'Lock'";
    while sqlx::query(waiting).fetch_optional(&mut *watcher).await.unwrap().is_none() {
        assert!(begun.elapsed() < PATIENCE, "nobody waits for a lock");
        sleep(Duration::from_millis(2)).await;
    }
}

/// An opening of several parts writes before all of it is planned. Whoever delivers locks stock first and takes numbers then, and so does it: while it waits for stock
/// that another holds, the numbers are free.
#[test]
fn a_large_opening_locks_stock_before_it_takes_numbers() {
    runtime().block_on(async {
        let (database, _, shop) = stocked(4).await;
        let (mut other, mut watcher) = (database.connection().await, database.connection().await);
        other.execute("BEGIN").await.unwrap();
        let locked = other.execute("SELECT 1 FROM crm_stock_pool FOR NO KEY UPDATE").await.unwrap();
        assert_eq!(locked.rows_affected(), 2);
        let opening = tokio::spawn({
            let shop = shop.clone();
            let customer = |n| OpeningCustomer { code: format!("N{n}"), name: "New".into(), ..Default::default() };
            let stock = OpeningStock { product: "P1".into(), quantity: quantity("1"), unit_cost: "2".parse().unwrap(), ..Default::default() };
            let row = |row| SourceRow::new("Customers", row, customer(row));
            let data = OpeningData { customers: (2..5_000).map(row).collect(), stock: vec![SourceRow::new("Stock", 2, stock)], ..Default::default() };
            let options = OpeningOptions::new(shop.warehouse, day("2026-01-05"), ApplyMode::AllOrNothing);
            async move { shop.session.opening().apply(&data, &options).await }
        });
        wait_for_waiter(&mut watcher).await;
        let numbers = other.execute("SELECT 1 FROM crm_number_series FOR NO KEY UPDATE NOWAIT").await;
        assert!(numbers.is_ok_and(|numbers| numbers.rows_affected() > 0), "an opening that waits for stock holds the numbers");
        other.execute("ROLLBACK").await.unwrap();
        let report = opening.await.unwrap().unwrap();
        assert_eq!((report.customers_created, report.stock_posted, report.problems.len()), (4_998, 1, 0));
        shop.verify().await;
    });
}

// Connections that are cut.

/// What became of the deliveries whose connections were cut.
#[derive(Debug, Default, Clone, Copy)]
struct Tally {
    cuts: u32,
    at_commit: u32,
    posted: u32,
    unavailable: u32,
    unknown: u32,
}

impl Tally {
    fn count(&mut self, cut: &str, result: &Result<SalesPosted>) {
        self.cuts += 1;
        self.at_commit += u32::from(cut == "COMMIT");
        match result {
            Ok(_) => self.posted += 1,
            Err(error) if error.code() == Code::CommitUnknown => self.unknown += 1,
            Err(_) => self.unavailable += 1,
        }
    }
}

/// A shop, and a way to it on which connections are cut.
struct Way {
    shop: Shop,
    proxy: Proxy,
    watcher: PgConnection,
}

impl Way {
    async fn new() -> Self {
        let (database, _, shop) = stocked(4).await;
        Self { shop, proxy: Proxy::before(&database.url()).await, watcher: database.connection().await }
    }

    /// A session through the proxy, on a single connection, so that the same requests come every time. A warm one has posted before: its statements are prepared.
    async fn session(&self, warm: Option<&str>) -> (PostgresStorage, Session<'static>) {
        let options = PostgresOptions::new(self.proxy.url()).unwrap().connections(1).acquire_timeout(PATIENCE);
        let storage = PostgresStorage::open(options).await.unwrap();
        let session = session_on(&self.shop, storage.clone()).await.unwrap();
        if let Some(reference) = warm {
            session.sales().deliver(&order(&self.shop, reference)).await.unwrap();
            session.idempotent(reference).sales().deliver(&order(&self.shop, reference)).await.unwrap();
        }
        (storage, session)
    }
}

async fn closed(storage: PostgresStorage) {
    timeout(PATIENCE, storage.close()).await.expect("connections come back");
}

const PLACES: [Place; 3] = [Place::Before, Place::During, Place::After];

#[test]
fn a_delivery_under_a_key_cut_off_anywhere_is_posted_once() {
    runtime().block_on(async {
        let mut way = Way::new().await;
        for (place, then, warm) in PLACES.into_iter().flat_map(|p| [(p, Then::Up, false), (p, Then::Up, true), (p, Then::Down, true)]) {
            let tally = cut_everywhere_under_a_key(&mut way, place, then, warm).await;
            eprintln!("under a key, {place:?}, then {then:?}, warm: {warm}: {tally:?}");
            assert!(tally.at_commit > 0, "no cut struck a commit");
            assert!(tally.cuts >= if warm { 5 } else { 8 }, "an act has more requests than that");
        }
        settle(&mut way.watcher).await;
        assert_books(&way.shop).await;
    });
}

async fn cut_everywhere_under_a_key(way: &mut Way, place: Place, then: Then, warm: bool) -> Tally {
    let mut tally = Tally::default();
    for request in 1..MANY {
        let key = format!("{place:?}-{then:?}-{warm}-{request}");
        let (storage, session) = way.session(warm.then(|| format!("warm-{key}")).as_deref()).await;
        let delivery = order(&way.shop, &key);
        way.proxy.cut(request, place, then);
        let result = timeout(PATIENCE, session.idempotent(&key).sales().deliver(&delivery)).await.expect("an answer in time");
        let cut = way.proxy.mend();
        if let Err(error) = &result {
            assert!(is_settled_by_its_key(error) && cut.is_some() && then == Then::Down, "cut at {cut:?}: {error:?}");
        }
        let healthy = way.shop.session.idempotent(&key).sales().deliver(&delivery).await.unwrap();
        let again = session.idempotent(&key).sales().deliver(&delivery).await.unwrap();
        assert_eq!(healthy, again, "cut at {cut:?}");
        assert!(result.as_ref().is_ok_and(|posted| *posted == healthy) || result.is_err(), "cut at {cut:?}: {result:?} {healthy:?}");
        assert_eq!(documents(&way.shop).await.get(&key).map(Vec::as_slice), Some([healthy.number].as_slice()), "cut at {cut:?}");
        closed(storage).await;
        match cut {
            Some(cut) => tally.count(&cut, &result),
            None => return tally,
        }
    }
    panic!("an act with so many requests does not end");
}

#[test]
fn a_delivery_without_a_key_cut_off_anywhere_is_posted_once_or_not_at_all() {
    runtime().block_on(async {
        let mut way = Way::new().await;
        for (place, then, warm) in PLACES.into_iter().flat_map(|p| [(p, Then::Up, false), (p, Then::Up, true), (p, Then::Down, true)]) {
            let tally = cut_everywhere_without_a_key(&mut way, place, then, warm).await;
            eprintln!("without a key, {place:?}, then {then:?}, warm: {warm}: {tally:?}");
            assert!(tally.at_commit > 0 && tally.unknown == tally.at_commit, "a commit that was cut off is not reported as it should be");
        }
        assert_books(&way.shop).await;
    });
}

async fn cut_everywhere_without_a_key(way: &mut Way, place: Place, then: Then, warm: bool) -> Tally {
    let mut tally = Tally::default();
    for request in 1..MANY {
        let reference = format!("{place:?}-{then:?}-{warm}-{request}");
        let (storage, session) = way.session(warm.then(|| format!("warm-{reference}")).as_deref()).await;
        way.proxy.cut(request, place, then);
        let result = timeout(PATIENCE, session.sales().deliver(&order(&way.shop, &reference))).await.expect("an answer in time");
        let cut = way.proxy.mend();
        settle(&mut way.watcher).await;
        let posted = documents(&way.shop).await.get(&reference).map_or(0, Vec::len);
        match (&result, place) {
            (Ok(_), _) => assert_eq!(posted, 1, "cut at {cut:?}"),
            (Err(error), place) if error.code() == Code::CommitUnknown => {
                assert_eq!(cut.as_deref(), Some("COMMIT"), "{error:?}");
                let expected = match place {
                    Place::Before => 0..=0,
                    Place::During => 0..=1,
                    Place::After => 1..=1,
                };
                assert!(expected.contains(&posted), "{posted} documents");
            }
            (Err(error), _) => {
                assert!(error.is_retryable() && cut.is_some() && then == Then::Down, "cut at {cut:?}: {error:?}");
                assert_eq!(posted, 0, "cut at {cut:?}: {error:?}");
            }
        }
        session.sales().deliver(&order(&way.shop, &format!("then-{reference}"))).await.unwrap();
        closed(storage).await;
        match cut {
            Some(cut) => tally.count(&cut, &result),
            None => return tally,
        }
    }
    panic!("an act with so many requests does not end");
}

#[test]
fn a_pool_whose_connections_all_died_unseen_goes_on() {
    runtime().block_on(async {
        let way = Way::new().await;
        let options = PostgresOptions::new(way.proxy.url()).unwrap().connections(2);
        let storage = PostgresStorage::open(options).await.unwrap();
        let session = session_on(&way.shop, storage.clone()).await.unwrap();
        let (first, second) = (order(&way.shop, "first"), order(&way.shop, "second"));
        let both = tokio::join!(async { session.sales().deliver(&first).await }, async { session.sales().deliver(&second).await });
        assert!(both.0.is_ok() && both.1.is_ok(), "{both:?}");
        for n in 0..5 {
            way.proxy.sever();
            session.sales().deliver(&order(&way.shop, &format!("after-{n}"))).await.unwrap();
            way.proxy.sever();
            assert_eq!(session.sales_documents().count(&Filter::All).await.unwrap(), n + 3);
        }
        closed(storage).await;
        assert_books(&way.shop).await;
    });
}

// A server that is killed.

/// A server of the test's own, which goes away with it.
struct Server {
    directory: PathBuf,
    url: String,
}

impl Server {
    fn start() -> Self {
        let directory = std::env::temp_dir().join(format!("crm-faults-{}", std::process::id()));
        let mut server = Self { directory, url: String::new() };
        server.url = server.run("start");
        server
    }

    fn run(&self, command: &str) -> String {
        let script = concat!(env!("CARGO_MANIFEST_DIR"), "/postgres.sh");
        let output = Command::new(script).arg(command).arg(&self.directory).stdin(Stdio::null()).stderr(Stdio::inherit()).output().unwrap();
        assert!(output.status.success(), "postgres.sh {command}");
        String::from_utf8(output.stdout).unwrap().trim().to_owned()
    }
}

impl Drop for Server {
    fn drop(&mut self) {
        let script = concat!(env!("CARGO_MANIFEST_DIR"), "/postgres.sh");
        let _ = Command::new(script).arg("stop").arg(&self.directory).stdin(Stdio::null()).stdout(Stdio::null()).stderr(Stdio::null()).status();
    }
}

/// What one who posts has seen.
#[derive(Default)]
struct Posted {
    acknowledged: BTreeMap<String, String>,
    refused: BTreeMap<&'static str, u32>,
}

/// What those who post have come to, and whether they are to stop.
#[derive(Default)]
struct Progress {
    stop: AtomicBool,
    done: AtomicUsize,
    refused: AtomicUsize,
}

/// Posts one delivery after the other, and asks again under the same key until it has an answer.
async fn post_until(shop: Shop, session: Session<'static>, name: usize, progress: Arc<Progress>) -> Posted {
    let mut posted = Posted::default();
    let begun = Instant::now();
    for n in 0.. {
        if progress.stop.load(Ordering::Acquire) {
            break;
        }
        let key = format!("{name}-{n}");
        let number = loop {
            assert!(begun.elapsed() < 4 * PATIENCE, "key {key} gets no answer: {:?}", posted.refused);
            match session.idempotent(&key).sales().deliver(&order(&shop, &key)).await {
                Ok(answer) => break answer.number,
                Err(error) => {
                    assert!(is_settled_by_its_key(&error), "{error:?}");
                    *posted.refused.entry(error.code().as_str()).or_default() += 1;
                    progress.refused.fetch_add(1, Ordering::AcqRel);
                    sleep(Duration::from_millis(20)).await;
                }
            }
        };
        posted.acknowledged.insert(key, number);
        progress.done.fetch_add(1, Ordering::AcqRel);
    }
    posted
}

#[test]
fn a_server_killed_under_load_loses_and_doubles_nothing() {
    let server = Server::start();
    runtime().block_on(async {
        let database = Database::on(&server.url, Layout::Plain).await;
        // Those who post soon hear that the server is away; the shop itself waits for it.
        let (patient, impatient) = (PATIENCE, Duration::from_millis(100));
        let options = |timeout| PostgresOptions::new(&database.url()).unwrap().connections(4).acquire_timeout(timeout);
        let (patient, impatient) = (options(patient), options(impatient));
        let shop = Harness::new(PostgresStorage::open(patient).await.unwrap()).keeping(database).shop().await;
        fill(&shop).await;
        let session = impatient_session(&shop, impatient).await;
        let progress = Arc::new(Progress::default());
        let running: Vec<_> = (0..4).map(|name| tokio::spawn(post_until(shop.clone(), session.clone(), name, progress.clone()))).collect();
        for outage in [0, 50] {
            more(&progress.done, 20).await;
            tokio::task::block_in_place(|| server.run("kill"));
            sleep(Duration::from_millis(outage)).await;
            tokio::task::block_in_place(|| server.run("again"));
        }
        more(&progress.done, 20).await;
        tokio::task::block_in_place(|| server.run("kill"));
        more(&progress.refused, 20).await;
        tokio::task::block_in_place(|| server.run("again"));
        more(&progress.done, 20).await;
        progress.stop.store(true, Ordering::Release);
        let (mut acknowledged, mut refused) = (BTreeMap::new(), BTreeMap::<&str, u32>::new());
        for task in running {
            let posted = task.await.unwrap();
            acknowledged.extend(posted.acknowledged);
            posted.refused.into_iter().for_each(|(code, times)| *refused.entry(code).or_default() += times);
        }
        eprintln!("{} acknowledged, refused meanwhile: {refused:?}", acknowledged.len());
        let found = documents(&shop).await;
        assert!(found.values().all(|numbers| numbers.len() == 1), "done twice: {found:?}");
        let found: BTreeMap<String, String> = found.into_iter().map(|(key, numbers)| (key, numbers.concat())).collect();
        assert_eq!(found, acknowledged);
        for (key, number) in acknowledged.iter().step_by(10) {
            assert_eq!(&shop.session.idempotent(key).sales().deliver(&order(&shop, key)).await.unwrap().number, number);
        }
        assert_books(&shop).await;
    });
}

/// A session on a storage that waits for no server, opened as often as it takes.
async fn impatient_session(shop: &Shop, options: PostgresOptions) -> Session<'static> {
    let begun = Instant::now();
    loop {
        let opened = match PostgresStorage::open(options.clone()).await {
            Ok(storage) => session_on(shop, storage).await,
            Err(error) => Err(error),
        };
        match opened {
            Ok(session) => return session,
            Err(error) => assert!(error.is_retryable() && begun.elapsed() < PATIENCE, "{error:?}"),
        }
    }
}

/// Waits until a count has gone up by so much.
async fn more(count: &AtomicUsize, by: usize) {
    let (before, begun) = (count.load(Ordering::Acquire), Instant::now());
    while count.load(Ordering::Acquire) < before + by {
        assert!(begun.elapsed() < PATIENCE, "nothing goes on");
        sleep(Duration::from_millis(5)).await;
    }
}

// Locks that others hold.

const LOCK_POOL: &str = "SELECT 1 FROM crm_stock_pool WHERE product_id = $1 FOR UPDATE";

async fn lock_pool(connection: &mut PgConnection, product: crm_core::ids::ProductId) -> sqlx::Result<()> {
    sqlx::query(LOCK_POOL).bind(product.0).fetch_one(connection).await.map(drop)
}

/// What is done at last, where any statement may take too long on a machine with much to do.
async fn until_not_busy<T>(act: impl AsyncFn() -> Result<T>) -> T {
    let begun = Instant::now();
    loop {
        match act().await {
            Ok(done) => return done,
            Err(error) => assert!(error.code() == Code::StorageBusy && begun.elapsed() < PATIENCE, "{error:?}"),
        }
    }
}

#[test]
fn stock_locked_for_too_long_is_busy_and_can_be_delivered_afterwards() {
    const LONG: Duration = PATIENCE;
    const SHORT: Duration = Duration::from_millis(50);
    runtime().block_on(async {
        let (database, _, shop) = stocked(4).await;
        for (statement, lock, state) in [(LONG, SHORT, "55P03"), (SHORT, LONG, "57014")] {
            let options = PostgresOptions::new(&database.url()).unwrap().connections(2).timeouts(statement, lock).unwrap();
            let storage = PostgresStorage::open(options).await.unwrap();
            let session = until_not_busy(async || session_on(&shop, storage.clone()).await).await;
            let delivery = order(&shop, state);
            let mut foreign = database.connection().await;
            let mut holder = foreign.begin().await.unwrap();
            lock_pool(&mut holder, shop.product).await.unwrap();
            let before = shop.dump().await;
            for session in [session.clone(), session.idempotent(state)] {
                let error = timeout(PATIENCE, session.sales().deliver(&delivery)).await.expect("an answer in time").unwrap_err();
                assert_eq!((error.code(), error.context("sqlstate")), (Code::StorageBusy, Some(state)), "{error:?}");
                assert!(error.is_retryable());
            }
            assert_same_tables(&before, &shop.dump().await, "a delivery that was busy");
            holder.rollback().await.unwrap();
            until_not_busy(async || session.idempotent(state).sales().deliver(&delivery).await).await;
            assert_eq!(documents(&shop).await[state].len(), 1);
            closed(storage).await;
        }
        assert_books(&shop).await;
    });
}

/// A delivery that the server breaks a deadlock with: how the foreign side fared, the answer, and the units of work of the delivery.
async fn deadlock(foreign_patience: &str) -> (sqlx::Result<()>, Result<SalesPosted>, Vec<Ended>) {
    let (database, _, shop) = stocked(4).await;
    // Who waits looks for a deadlock once, after this time: by then the other has to wait too.
    let patience = format!("ALTER DATABASE {} SET deadlock_timeout = '5s'", database.name());
    database.connection().await.execute(sqlx::AssertSqlSafe(patience)).await.unwrap();
    let counting = Counting::new(Arc::new(database.storage(Layout::Plain, 4).await));
    let session = session_on(&shop, counting.clone()).await.unwrap();
    let (mut watcher, mut foreign) = (database.connection().await, database.connection().await);
    sqlx::query("SELECT set_config('deadlock_timeout', $1, false)").bind(foreign_patience).execute(&mut foreign).await.unwrap();
    counting.take();
    let mut holder = foreign.begin().await.unwrap();
    lock_pool(&mut holder, shop.second).await.unwrap();
    assert!(shop.product.0 < shop.second.0, "the library locks in this order");
    let delivering = tokio::spawn({
        let shop = shop.clone();
        async move { session.sales().deliver(&shop.delivery_of(&[(shop.second, "1", "5"), (shop.product, "1", "5")])).await }
    });
    wait_for_waiter(&mut watcher).await;
    let crossed = timeout(PATIENCE, lock_pool(&mut holder, shop.product)).await.expect("the deadlock is broken");
    holder.rollback().await.unwrap();
    let result = timeout(PATIENCE, delivering).await.expect("an answer in time").unwrap();
    assert_books(&shop).await;
    (crossed, result, counting.take())
}

#[test]
fn a_delivery_that_loses_a_deadlock_is_tried_again() {
    runtime().block_on(async {
        let (foreign, result, units) = deadlock("1h").await;
        foreign.unwrap();
        result.unwrap();
        assert!(units.iter().all(|u| u.mode == Mode::Write), "{units:?}");
        // It may come to the lock before the one that waited for it, and lose once more.
        let (posted, lost) = units.split_last().unwrap();
        assert!(posted.committed && !lost.is_empty() && lost.iter().all(|u| !u.committed), "{units:?}");
    });
}

#[test]
fn a_delivery_that_wins_a_deadlock_is_posted_at_once() {
    runtime().block_on(async {
        let (foreign, result, units) = deadlock("10ms").await;
        assert_eq!(foreign.unwrap_err().into_database_error().unwrap().code().as_deref(), Some("40P01"));
        result.unwrap();
        assert_eq!(units.iter().map(|u| (u.mode, u.committed)).collect::<Vec<_>>(), [(Mode::Write, true)]);
    });
}

#[test]
fn a_server_that_refuses_is_reported_at_once() {
    runtime().block_on(async {
        let port = std::net::TcpListener::bind("127.0.0.1:0").unwrap().local_addr().unwrap().port();
        let url = format!("postgres://nobody@127.0.0.1:{port}/none");
        let error = timeout(PATIENCE, PostgresStorage::connect(&url)).await.expect("it waits for a server to come").unwrap_err();
        assert_eq!(error.code(), Code::StorageUnavailable, "{error}");
    });
}

#[test]
fn a_host_whose_snapshot_is_too_old_is_told_so_and_keeps_its_transaction() {
    runtime().block_on(async {
        let (database, storage, shop) = stocked(4).await;
        let mut host = database.connection().await;
        host.execute("CREATE TABLE shipment (state text)").await.unwrap();
        let mut transaction = host.begin_with("BEGIN ISOLATION LEVEL REPEATABLE READ").await.unwrap();
        transaction.execute("INSERT INTO shipment VALUES ('sent')").await.unwrap();
        transaction.fetch_one("SELECT count(*) FROM crm_stock_pool").await.unwrap();
        shop.session.sales().deliver(&order(&shop, "meanwhile")).await.unwrap();
        let before = shop.dump().await;
        for key in [None, Some("late")] {
            let joined = storage.join(&mut transaction).await.unwrap();
            let session = shop.session.within(&joined);
            let session = key.map_or(session.clone(), |key| session.idempotent(key));
            let error = session.sales().deliver(&order(&shop, "late")).await.unwrap_err();
            assert_eq!((error.code(), error.context("sqlstate")), (Code::StorageConflict, Some("40001")), "{error:?}");
            assert!(error.is_retryable());
        }
        let sent: i64 = transaction.fetch_one("SELECT count(*) FROM shipment").await.unwrap().get(0);
        assert_eq!(sent, 1, "the host goes on where it was");
        transaction.rollback().await.unwrap();
        assert_same_tables(&before, &shop.dump().await, "a host that rolled back");

        let mut transaction = host.begin_with("BEGIN ISOLATION LEVEL REPEATABLE READ").await.unwrap();
        {
            let joined = storage.join(&mut transaction).await.unwrap();
            shop.session.within(&joined).idempotent("late").sales().deliver(&order(&shop, "late")).await.unwrap();
        }
        transaction.commit().await.unwrap();
        assert_eq!(documents(&shop).await["late"].len(), 1);
        assert_books(&shop).await;
    });
}

#[test]
fn a_host_whose_transaction_has_failed_cannot_go_on_in_it() {
    runtime().block_on(async {
        let (database, storage, shop) = stocked(2).await;
        let mut host = database.connection().await;
        host.execute("CREATE TABLE shipment (n int PRIMARY KEY)").await.unwrap();
        let mut transaction = host.begin().await.unwrap();
        transaction.execute("INSERT INTO shipment VALUES (1)").await.unwrap();
        transaction.execute("INSERT INTO shipment VALUES (1)").await.unwrap_err();
        let error = match storage.join(&mut transaction).await {
            Ok(joined) => shop.session.within(&joined).sales().deliver(&order(&shop, "failed")).await.unwrap_err(),
            Err(error) => error,
        };
        assert_eq!((error.code(), error.context("sqlstate")), (Code::StorageFailed, Some("25P02")), "{error:?}");
        transaction.execute("INSERT INTO shipment VALUES (2)").await.unwrap_err();
        transaction.rollback().await.unwrap();
        let rows: i64 = host.fetch_one("SELECT count(*) FROM shipment").await.unwrap().get(0);
        assert_eq!(rows, 0, "a host rolled back, and something stayed");
        assert_books(&shop).await;
    });
}

// Callers that stop waiting.

/// Answers that take this long are waited for, every time.
const LATENCY: Duration = Duration::from_millis(2);

/// Drops deliveries at every point where they wait, each under a key, and asks again. Gives how many were dropped.
async fn drop_everywhere(shop: &Shop, session: &Session<'static>, watcher: &mut PgConnection) -> u32 {
    let mut dropped = 0;
    // More than once, as statements that are prepared by then have other points to wait at.
    for (round, has_come) in [false, true, false, true].into_iter().enumerate() {
        for times in 1.. {
            assert!(times < MANY, "an act with so many points to wait at does not end");
            let key = format!("drop-{round}-{times}");
            let (session, delivery) = (session.idempotent(&key), order(shop, &key));
            let result = timeout(PATIENCE, until_it_waits(times, has_come, session.sales().deliver(&delivery))).await.expect("no waiting for ever");
            settle(watcher).await;
            let again = timeout(PATIENCE, session.sales().deliver(&delivery)).await.expect("connections came back").unwrap();
            match result {
                Some(posted) => {
                    assert_eq!(posted.unwrap(), again);
                    break;
                }
                None => dropped += 1,
            }
        }
    }
    dropped
}

/// Drops reads at every point where they wait.
async fn drop_reads_everywhere(session: &Session<'static>, watcher: &mut PgConnection) -> u32 {
    for times in 1..MANY {
        let result = until_it_waits(times, false, session.sales_documents().count(&Filter::All)).await;
        settle(watcher).await;
        if let Some(count) = result {
            count.unwrap();
            return times - 1;
        }
    }
    panic!("a read with so many points to wait at does not end");
}

/// Four callers at once lose their patience after various short times, and ask again.
async fn lose_patience(shop: &Shop) -> (usize, usize) {
    let caller = |name: u64| {
        let shop = shop.clone();
        async move {
            let (mut gave_up, mut all) = (0, 0);
            for step in 0..26 {
                // Timers count milliseconds, so the callers also differ by how much they work before.
                let patience = Duration::from_micros(200 * step);
                let key = format!("time-{name}-{step}");
                let (session, delivery) = (shop.session.idempotent(&key), order(&shop, &key));
                for _ in 0..3 {
                    all += 1;
                    gave_up += usize::from(timeout(patience, session.sales().deliver(&delivery)).await.is_err());
                }
                match timeout(PATIENCE, session.sales().deliver(&delivery)).await.expect("connections came back") {
                    Ok(_) => {}
                    Err(error) => {
                        assert!(is_settled_by_its_key(&error), "{error:?}");
                        session.sales().deliver(&delivery).await.unwrap();
                    }
                }
            }
            (gave_up, all)
        }
    };
    let running: Vec<_> = (0..4).map(|name| tokio::spawn(caller(name))).collect();
    let mut sum = (0, 0);
    for task in running {
        let (gave_up, all) = task.await.unwrap();
        sum = (sum.0 + gave_up, sum.1 + all);
    }
    sum
}

/// Drops two acts within each transaction of a host, at every two points where they wait. The host goes on as if nothing had happened, and
/// everything that it did itself is there in the end. Gives how many acts were dropped.
async fn drop_within_a_host(database: &Database, storage: &PostgresStorage, shop: &Shop) -> u32 {
    let proxy = Proxy::before(&database.url()).await;
    let mut host = PgConnection::connect(proxy.url()).await.unwrap();
    host.execute("CREATE TABLE shipment (at text, step int)").await.unwrap();
    proxy.slow(LATENCY);
    // The first time all of both acts is done, and their statements are prepared.
    assert_eq!(within_a_host(&mut host, storage, shop, [MANY, MANY]).await, [true, true]);
    let mut dropped = 0;
    for first in 1..MANY {
        for second in 1..MANY {
            let done = timeout(PATIENCE, within_a_host(&mut host, storage, shop, [first, second])).await;
            let [is_first_done, is_second_done] = done.expect("a host's transaction comes to its end");
            dropped += u32::from(!is_first_done) + u32::from(!is_second_done);
            match (is_first_done, is_second_done) {
                (true, true) => return dropped,
                (false, true) => break,
                (_, false) => {}
            }
        }
    }
    panic!("an act with so many points to wait at does not end");
}

/// A transaction of a host, which does something itself before, between and after two acts. Gives which acts were waited for to their end.
async fn within_a_host(host: &mut PgConnection, storage: &PostgresStorage, shop: &Shop, times: [u32; 2]) -> [bool; 2] {
    let at = format!("{times:?}");
    let insert = |step: i32| sqlx::query("INSERT INTO shipment VALUES ($1, $2)").bind(at.clone()).bind(step);
    let key = |act: usize| format!("within-{at}-{act}");
    let (mut transaction, mut done) = (host.begin().await.unwrap(), [false; 2]);
    insert(0).execute(&mut *transaction).await.unwrap();
    for (act, times) in times.into_iter().enumerate() {
        let (key, joined) = (key(act), storage.join(&mut transaction).await.unwrap());
        let session = shop.session.within(&joined).idempotent(&key);
        let posted = until_it_waits(times, false, session.sales().deliver(&order(shop, &key))).await;
        done[act] = posted.map(Result::unwrap).is_some();
        drop(session);
        drop(joined);
        insert(1 + i32::try_from(act).unwrap()).execute(&mut *transaction).await.unwrap();
    }
    transaction.commit().await.unwrap();
    let rows: i64 = sqlx::query("SELECT count(*) FROM shipment WHERE at = $1").bind(&at).fetch_one(&mut *host).await.unwrap().get(0);
    assert_eq!(rows, 3, "at {at} a host lost what it did");
    let found = documents(shop).await;
    for (act, done) in done.into_iter().enumerate() {
        let posted = found.get(&key(act)).map_or(0, Vec::len);
        assert!(posted == 1 || (posted == 0 && !done), "at {at}, act {act}: {posted} documents");
        shop.session.idempotent(key(act)).sales().deliver(&order(shop, &key(act))).await.unwrap();
    }
    done
}

#[test]
fn a_host_who_drops_acts_keeps_his_own_work() {
    runtime().block_on(async {
        let (database, storage, shop) = stocked(2).await;
        let dropped = drop_within_a_host(&database, &storage, &shop).await;
        eprintln!("{dropped} acts dropped within transactions of a host");
        assert!(dropped >= 6 * 6);
        assert_each_once(&shop).await;
    });
}

async fn assert_each_once(shop: &Shop) {
    let found = documents(shop).await;
    assert!(found.values().all(|numbers| numbers.len() == 1), "done twice: {found:?}");
    assert_books(shop).await;
}

#[test]
fn a_caller_who_stops_waiting_leaves_the_books_right_on_postgres() {
    runtime().block_on(async {
        let (database, storage, shop) = stocked(2).await;
        let mut watcher = database.connection().await;
        let proxy = Proxy::before(&database.url()).await;
        let options = PostgresOptions::new(proxy.url()).unwrap().connections(2);
        let slow = PostgresStorage::open(options).await.unwrap();
        let session = session_on(&shop, slow.clone()).await.unwrap();
        proxy.slow(LATENCY);
        let dropped = drop_everywhere(&shop, &session, &mut watcher).await;
        let reads = drop_reads_everywhere(&session, &mut watcher).await;
        closed(slow).await;
        let (gave_up, of) = lose_patience(&shop).await;
        eprintln!("dropped at {dropped} points, {reads} of reads; {gave_up} of {of} gave up");
        // A delivery waits at each of its five round trips, and wherever else an answer comes in parts.
        assert!(dropped >= 4 * 5 && reads >= 3 && gave_up > 0);
        settle(&mut watcher).await;
        assert_each_once(&shop).await;
        closed(storage).await;
    });
}

#[test]
fn a_caller_who_stops_waiting_leaves_the_books_right_on_sqlite() {
    runtime().block_on(async {
        let shop = sqlite().await.shop().await;
        fill(&shop).await;
        // Here an act waits for its turn, and for nothing else.
        for turn in 0..20 {
            let key = format!("turn-{turn}");
            let (session, delivery) = (shop.session.idempotent(&key), order(&shop, &key));
            let mut other = shop.harness.storage.begin(shop.company, Mode::Write).await.unwrap();
            let locks = LockKeys::none().and::<StockPool, _>([shop.product]);
            other.read(&locks, &[]).await.unwrap();
            assert!(until_it_waits(1, false, session.sales().deliver(&delivery)).await.is_none(), "it is another's turn");
            drop(other);
            session.sales().deliver(&delivery).await.unwrap();
        }
        let (gave_up, of) = lose_patience(&shop).await;
        // Whether anybody had to wait, and so could give up, is a matter of how the machine shares its time; above everybody had to.
        eprintln!("{gave_up} of {of} gave up");
        assert_each_once(&shop).await;
    });
}
