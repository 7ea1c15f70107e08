//! Whatever shape of runtime a host has, nothing panics there and nobody waits for a thread that waits for them.
#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic, reason = "tests: a failed expectation is a panic")]

use crm_core::{
    Code,
    customers::Customer,
    query::Filter,
    stock::StockPool,
    storage::{LockKeys, Mode},
};
use crm_storage_sqlite::{SqliteOptions, SqliteStorage};
use crm_tests::{
    harness::{self, Harness, Shop},
    waiting::PATIENCE,
};
use sqlx::{Connection, SqliteConnection, sqlite::SqliteConnectOptions};
use std::{
    future::{Future, poll_fn},
    pin::{Pin, pin},
    sync::mpsc,
    task::Poll,
};
use tokio::{
    runtime::{Builder, Runtime},
    task::LocalSet,
};

type Story = fn() -> Pin<Box<dyn Future<Output = ()> + Send>>;

/// A runtime with as few threads as can be. With no more than what a host must have enabled, it has no clock.
fn built(is_multi: bool, has_clock: bool) -> Runtime {
    let mut builder = if is_multi { Builder::new_multi_thread() } else { Builder::new_current_thread() };
    builder.worker_threads(1).max_blocking_threads(1);
    if has_clock { builder.enable_all().build() } else { builder.build() }.unwrap()
}

/// Tells a story in a shape, on a thread of its own, so that one that stalls is found out.
fn tell(shape: String, act: impl FnOnce() + Send + 'static) {
    let (sender, receiver) = mpsc::channel();
    let teller = std::thread::Builder::new().name(shape.clone());
    let told = teller.spawn(move || {
        act();
        sender.send(()).unwrap();
    });
    let told = told.unwrap();
    match receiver.recv_timeout(PATIENCE) {
        Ok(()) => told.join().unwrap(),
        Err(mpsc::RecvTimeoutError::Disconnected) => panic!("it panics {shape}"),
        Err(mpsc::RecvTimeoutError::Timeout) => panic!("it stalls {shape}"),
    }
}

/// Tells a story in every shape that a runtime of tokio has.
fn in_every_shape(has_clock: bool, story: Story) {
    for is_multi in [true, false] {
        let of = if is_multi { "of several threads" } else { "of one thread" };
        tell(format!("on a runtime {of}"), move || built(is_multi, has_clock).block_on(story()));
        tell(format!("in a task of a runtime {of}"), move || {
            built(is_multi, has_clock).block_on(async move { tokio::spawn(story()).await.unwrap() });
        });
        tell(format!("in a LocalSet on a runtime {of}"), move || LocalSet::new().block_on(&built(is_multi, has_clock), story()));
        tell(format!("in a task of a LocalSet on a runtime {of}"), move || {
            let local = LocalSet::new();
            let task = local.run_until(async move { tokio::task::spawn_local(story()).await.unwrap() });
            built(is_multi, has_clock).block_on(task);
        });
        tell(format!("by block_on in the only blocking thread of a runtime {of}"), move || {
            let runtime = built(is_multi, has_clock);
            let handle = runtime.handle().clone();
            runtime.block_on(async move { tokio::task::spawn_blocking(move || handle.block_on(story())).await.unwrap() });
        });
        tell(format!("in a runtime of its own within the blocking thread of one {of}"), move || {
            let inner = move || built(!is_multi, has_clock).block_on(story());
            built(is_multi, has_clock).block_on(async move { tokio::task::spawn_blocking(inner).await.unwrap() });
        });
    }
}

/// More rows than are written, or read, on the caller's thread.
const MANY: usize = 1_500;

/// Acts and reads, short and long, one after the other and beside each other, done, refused and left.
async fn everyday(harness: Harness) {
    let shop = harness.shop().await;
    shop.receive("10", "3").await;
    let customers = (0..MANY).map(|n| Customer::new(format!("M{n:05}"), format!("Customer {n}"))).collect();
    shop.session.customers().create_many(customers).await.unwrap();
    let (delivery, too_much) = (shop.delivery("1", "5"), shop.delivery("1000", "5"));
    let customers = shop.session.customers();
    let (sales, list) = (shop.session.sales(), customers.list().sort(&["-name"]));
    let (first, second, refused, found, count) =
        tokio::join!(sales.deliver(&delivery), sales.deliver(&delivery), sales.deliver(&too_much), list.fetch(), customers.count(&Filter::All));
    assert!(first.is_ok() && second.is_ok(), "{first:?} {second:?}");
    assert_eq!(refused.unwrap_err().code(), Code::InsufficientStock);
    assert_eq!((found.unwrap().len(), count.unwrap()), (MANY + 2, MANY as u64 + 2));
    let mut left = Box::pin(sales.deliver(&delivery));
    let _ = polled(left.as_mut()).await;
    drop(left);
    shop.verify().await;
}

/// What comes of polling a future once.
async fn polled<F: Future + Unpin>(mut future: F) -> Option<F::Output> {
    poll_fn(|context| {
        Poll::Ready(match Pin::new(&mut future).poll(context) {
            Poll::Ready(output) => Some(output),
            Poll::Pending => None,
        })
    })
    .await
}

/// A shop on SQLite whose writer waits for others longer than any test, and a connection of the host's that does.
async fn beside_a_host() -> (SqliteStorage, Shop, SqliteConnection) {
    let folder = tempfile::tempdir().unwrap();
    let path = folder.path().join("erp.db");
    let storage = SqliteStorage::open(SqliteOptions::new(&path).busy_timeout(10 * PATIENCE)).await.unwrap();
    storage.migrations().apply().await.unwrap();
    let host = SqliteConnection::connect_with(&SqliteConnectOptions::new().filename(&path).busy_timeout(10 * PATIENCE)).await.unwrap();
    let shop = Harness::new(storage.clone()).keeping(folder).shop().await;
    (storage, shop, host)
}

/// A transaction of the host's and an act of ours beside it, which waits for it without keeping it from going on.
async fn a_host_and_an_act_in_one_task() {
    let (storage, shop, mut host) = beside_a_host().await;
    let customers = shop.session.customers();
    for (round, is_joined) in [false, true].into_iter().enumerate() {
        let mut transaction = host.begin_with("BEGIN IMMEDIATE").await.unwrap();
        let mut beside = Box::pin(customers.create(Customer::new(format!("beside {round}"), "Beside")));
        assert!(polled(beside.as_mut()).await.is_none(), "the host writes");
        let goes_on = async {
            if is_joined {
                let joined = storage.join(&mut transaction).await.unwrap();
                shop.session.within(&joined).customers().create(Customer::new("within", "Within")).await.unwrap();
            }
            // A read waits for nobody.
            assert_eq!(customers.count(&Customer::code().starts_with("within")).await.unwrap(), 0);
            transaction.commit().await.unwrap();
        };
        let ((), done) = tokio::join!(goes_on, beside);
        done.unwrap();
    }
    shop.verify().await;
}

/// The other way round: an act of ours is under way when the host comes to write.
async fn an_act_and_a_host_in_one_task() {
    let (storage, shop, mut host) = beside_a_host().await;
    let mut ours = shop.harness.storage.begin(shop.company, Mode::Write).await.unwrap();
    ours.read(&LockKeys::none().and::<StockPool, _>([shop.product]), &[]).await.unwrap();
    {
        // One that would have to wait on this thread, for what only this thread can end, is told so.
        let mut transaction = host.begin().await.unwrap();
        let joined = storage.join(&mut transaction).await.unwrap();
        let error = shop.session.within(&joined).customers().create(Customer::new("within", "Within")).await.unwrap_err();
        assert_eq!((error.code(), error.is_retryable()), (Code::StorageBusy, true));
        assert!(error.to_string().contains("BEGIN IMMEDIATE"), "{error}");
        drop(joined);
        transaction.rollback().await.unwrap();
    }
    let mut begins = pin!(host.begin_with("BEGIN IMMEDIATE"));
    let first = polled(begins.as_mut()).await;
    ours.rollback().await.unwrap();
    let mut transaction = match first {
        Some(begun) => begun.unwrap(),
        None => begins.await.unwrap(),
    };
    let joined = storage.join(&mut transaction).await.unwrap();
    shop.session.within(&joined).customers().create(Customer::new("within", "Within")).await.unwrap();
    drop(joined);
    transaction.commit().await.unwrap();
    assert_eq!(shop.session.customers().count(&Customer::code().eq("within")).await.unwrap(), 1);
    shop.verify().await;
}

#[test]
fn sqlite_works_in_every_shape_of_a_runtime() {
    in_every_shape(false, || Box::pin(async { everyday(harness::sqlite().await).await }));
}

#[test]
fn postgres_works_in_every_shape_of_a_runtime() {
    in_every_shape(true, || Box::pin(async { everyday(harness::postgres().await).await }));
}

#[test]
fn a_hosts_transaction_and_an_act_never_wait_for_each_other_on_one_thread() {
    in_every_shape(false, || Box::pin(a_host_and_an_act_in_one_task()));
}

#[test]
fn an_act_and_a_hosts_transaction_never_wait_for_each_other_on_one_thread() {
    in_every_shape(false, || Box::pin(an_act_and_a_host_in_one_task()));
}
