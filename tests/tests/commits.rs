//! No answer is given before the commit of what it rests on, a refusal included, and none at all if that commit fails: the act runs again then.
#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic, reason = "tests: a failed expectation is a panic")]

use crm_core::{
    Code, Error, Result,
    access::Operator,
    customers::Customer,
    entity::Stored,
    session::Session,
    stock::StockPool,
    storage::{LockKeys, Mode, UnitOfWork},
};
use crm_storage_sqlite::{SqliteOptions, SqliteStorage};
use crm_tests::{
    harness::{Harness, Shop},
    on_both_engines,
    postgres::{Database, Layout},
    waiting::PATIENCE,
};
use sqlx::{AssertSqlSafe, Connection, Executor, SqliteConnection, sqlite::SqliteConnectOptions};
use std::{future::Future, pin::Pin, sync::Arc, task::Poll};
use tokio::{task::JoinHandle, time::timeout};

/// Those who want the same at once.
const CALLERS: usize = 8;

/// Runs the same act in several tasks, which start as close together as they can.
async fn at_once<T: Send + 'static, F: Future<Output = T> + Send + 'static>(act: impl Fn(usize) -> F) -> Vec<T> {
    let barrier = Arc::new(tokio::sync::Barrier::new(CALLERS));
    let start = |n| {
        let (barrier, act) = (barrier.clone(), act(n));
        tokio::spawn(async move {
            barrier.wait().await;
            act.await
        })
    };
    let running: Vec<_> = (0..CALLERS).map(start).collect();
    let mut done = Vec::new();
    for task in running {
        done.push(task.await.unwrap());
    }
    done
}

on_both_engines! {
    a_read_after_a_refusal_sees_the_version_that_it_names
    a_read_after_a_refused_code_finds_who_has_it
    a_read_after_a_refused_change_does_not_find_what_was_deleted
    a_read_after_an_answer_that_changed_nothing_sees_what_it_tells
    rights_that_are_given_while_acts_run_never_end_an_act
}

/// Eight read, count one up and save, again when they are refused, each until it has saved so often.
async fn a_read_after_a_refusal_sees_the_version_that_it_names(harness: Harness) {
    const EACH: i64 = 25;
    let shop = harness.shop().await;
    let before = shop.session.customers().get(shop.customer).await.unwrap();
    let counted = at_once(|_| {
        let (session, id) = (shop.session.clone(), shop.customer);
        async move {
            let (mut saved, mut refused, mut stale) = (0, 0, 0);
            while saved < EACH {
                let mut record = session.customers().get(id).await.unwrap();
                record.payment_days += 1;
                let Err(error) = session.customers().update(&record).await else {
                    saved += 1;
                    continue;
                };
                assert_eq!(error.code(), Code::VersionConflict, "{error:?}");
                refused += 1;
                let named: i64 = error.context("version").map_or(0, |version| version.parse().unwrap());
                stale += i32::from(session.customers().get(id).await.unwrap().version < named);
            }
            (refused, stale)
        }
    })
    .await;
    let (refused, stale) = counted.iter().fold((0, 0), |sum, one| (sum.0 + one.0, sum.1 + one.1));
    eprintln!("{refused} refusals, {stale} of them stale");
    assert_eq!(stale, 0, "of {refused} refusals");
    let after = shop.session.customers().get(shop.customer).await.unwrap();
    let all = EACH * i64::try_from(CALLERS).unwrap();
    assert_eq!((after.version, after.payment_days), (before.version + all, before.payment_days + all), "an update is lost");
}

async fn a_read_after_a_refused_code_finds_who_has_it(harness: Harness) {
    let shop = harness.shop().await;
    for round in 0..20 {
        let results = at_once(|n| {
            let session = shop.session.clone();
            async move {
                let code = format!("N{round}");
                let done = session.customers().create(Customer::new(code.as_str(), format!("Caller {n}"))).await;
                (done.map(drop), session.customers().count(&Customer::code().eq(code)).await.unwrap())
            }
        })
        .await;
        assert_eq!(results.iter().filter(|(done, _)| done.is_ok()).count(), 1, "round {round}: {results:?}");
        for (done, found) in results {
            assert!(done.is_ok() || done.is_err_and(|e| e.code() == Code::UniqueTaken));
            assert_eq!(found, 1, "round {round}: refused over a record that a read does not find");
        }
    }
}

async fn a_read_after_a_refused_change_does_not_find_what_was_deleted(harness: Harness) {
    let shop = harness.shop().await;
    for round in 0..20 {
        let record = shop.session.customers().create(Customer::new(format!("D{round}"), "Soon gone")).await.unwrap();
        let results = at_once(|_| {
            let (session, record) = (shop.session.clone(), record.clone());
            async move {
                let done = session.customers().delete(&record).await;
                (done, session.customers().find(record.id).await.unwrap().is_some())
            }
        })
        .await;
        assert_eq!(results.iter().filter(|(done, _)| done.is_ok()).count(), 1, "round {round}: {results:?}");
        for (done, is_found) in results {
            assert!(done.is_ok() || done.is_err_and(|e| e.code() == Code::NotFound));
            assert!(!is_found, "round {round}: told that a record is gone which a read finds");
        }
    }
}

async fn a_read_after_an_answer_that_changed_nothing_sees_what_it_tells(harness: Harness) {
    let shop = harness.shop().await;
    for round in 0..20 {
        let results = at_once(|n| {
            let (session, id) = (shop.session.clone(), shop.customer);
            async move {
                // One of them changes it, the others find it changed; and one act is asked for by all of them under one key.
                let told = session.customers().patch(id, None, [Customer::name().set(format!("Name {round}"))]).await.unwrap();
                let read = session.customers().get(id).await.unwrap();
                assert!(read.version >= told.version, "caller {n} of round {round}: told {told:?}, read {read:?}");
                let keyed = session.idempotent(format!("key {round}"));
                let made = keyed.customers().create(Customer::new(format!("K{round}"), "By a key")).await.unwrap();
                assert_eq!(session.customers().find(made.id).await.unwrap().map(|c| c.id), Some(made.id), "caller {n} of round {round}");
                made.id
            }
        })
        .await;
        assert!(results.iter().all(|id| *id == results[0]));
    }
}

/// What an act finds of rights that another has changed is looked at again, however often that happens beside it.
async fn rights_that_are_given_while_acts_run_never_end_an_act(harness: Harness) {
    let shop = harness.shop().await;
    let results = at_once(|n| {
        let session = shop.session.clone();
        async move {
            for turn in 0..15 {
                if n % 2 == 0 {
                    session.operators().create(Operator::with(&format!("o{n}-{turn}"), "Someone", &["salesperson"], &[])).await?;
                } else {
                    session.customers().create(Customer::new(format!("c{n}-{turn}"), "Someone")).await?;
                }
            }
            Ok::<_, Error>(())
        }
    })
    .await;
    assert!(results.iter().all(Result::is_ok), "{results:?}");
}

// Commits that fail.

/// Customers of this name are refused by a rule of the host's own, which the engine holds against what was written when that is committed.
const POISON: &str = "poison";

const RULE: &str = "CREATE TABLE host_rule (id INTEGER PRIMARY KEY, parent INTEGER REFERENCES host_rule (id) DEFERRABLE INITIALLY DEFERRED)";

/// A shop on each engine, in a database where writing a customer of that name makes the commit fail.
async fn poisoned_sqlite() -> Shop {
    let folder = tempfile::tempdir().unwrap();
    let path = folder.path().join("books.db");
    let storage = SqliteStorage::open(SqliteOptions::new(&path)).await.unwrap();
    storage.migrations().apply().await.unwrap();
    let mut host = SqliteConnection::connect_with(&SqliteConnectOptions::new().filename(&path)).await.unwrap();
    let trigger = "CREATE TRIGGER host_poison AFTER INSERT ON crm_customer WHEN NEW.name = 'poison'
        BEGIN INSERT INTO host_rule (parent) VALUES (4711); END";
    for text in [RULE, trigger] {
        host.execute(text).await.unwrap();
    }
    host.close().await.unwrap();
    Harness::new(storage).keeping(folder).shop().await
}

async fn poisoned_postgres() -> Shop {
    let database = Database::new(Layout::Plain).await;
    let mut host = database.connection().await;
    let function = "CREATE FUNCTION host_poison() RETURNS trigger LANGUAGE plpgsql AS
        $$ BEGIN INSERT INTO host_rule VALUES (1 + (SELECT count(*) FROM host_rule), 4711); RETURN NEW; END $$";
    let trigger = "CREATE TRIGGER host_poison AFTER INSERT ON crm_customer FOR EACH ROW WHEN (NEW.name = 'poison') EXECUTE FUNCTION host_poison()";
    for text in [RULE, function, trigger] {
        host.execute(AssertSqlSafe(text)).await.unwrap();
    }
    let storage = database.storage(Layout::Plain, 8).await;
    Harness::new(storage).keeping(database).shop().await
}

/// Acts that stand in the queue for the writer in their order, so that they share a commit where the engine shares one.
struct Queue<'s> {
    shop: &'s Shop,
    first: Box<dyn UnitOfWork + 's>,
}

impl<'s> Queue<'s> {
    async fn behind_another(shop: &'s Shop) -> Self {
        let mut first = shop.harness.storage.begin(shop.company, Mode::Write).await.unwrap();
        first.read(&LockKeys::none().and::<StockPool, _>([shop.product]), &[]).await.unwrap();
        Self { shop, first }
    }

    fn add<T: Send + 'static, F: Future<Output = T> + Send + 'static>(&self, act: impl FnOnce(Session<'static>) -> F) -> JoinHandle<T> {
        let mut act: Pin<Box<dyn Future<Output = T> + Send>> = Box::pin(act(self.shop.session.clone()));
        let mut context = std::task::Context::from_waker(std::task::Waker::noop());
        match act.as_mut().poll(&mut context) {
            Poll::Pending => tokio::spawn(act),
            // An engine that has no queue may have answered already.
            Poll::Ready(answer) => tokio::spawn(async { answer }),
        }
    }

    fn begin(self) {
        drop(self.first);
    }
}

async fn done<T>(task: JoinHandle<T>) -> T {
    timeout(PATIENCE, task).await.expect("an answer in time").unwrap()
}

async fn create(session: Session<'static>, code: &str, name: &str) -> Result<Stored<Customer>> {
    session.customers().create(Customer::new(code, name)).await
}

/// Names stories told on both engines, of commits that fail.
macro_rules! where_commits_fail {
    ($($case:ident)+) => {
        mod failing_on_sqlite {
            $(#[test] fn $case() { crm_tests::runtime().block_on(async { super::$case(super::poisoned_sqlite().await).await }); })+
        }
        mod failing_on_postgres {
            $(#[test] fn $case() { crm_tests::runtime().block_on(async { super::$case(super::poisoned_postgres().await).await }); })+
        }
    };
}

where_commits_fail! {
    who_is_refused_over_what_was_never_committed_is_done
    who_changes_nothing_over_what_was_never_committed_changes_it
    a_key_whose_act_was_never_committed_answers_nothing
    an_act_beside_one_whose_commit_fails_is_done
}

async fn who_is_refused_over_what_was_never_committed_is_done(shop: Shop) {
    let queue = Queue::behind_another(&shop).await;
    let lost = queue.add(|session| async move { create(session, "X", POISON).await });
    let kept = queue.add(|session| async move { create(session, "X", "Good").await });
    queue.begin();
    let (lost, kept) = (done(lost).await, done(kept).await);
    assert_eq!(kept.expect("nobody else has the code").name, "Good");
    let told = lost.expect_err("a commit that fails").code();
    assert!(matches!(told, Code::ReferenceMissing | Code::UniqueTaken), "{told:?}");
    assert_eq!(shop.session.customers().count(&Customer::code().eq("X")).await.unwrap(), 1);
    shop.verify().await;
}

async fn who_changes_nothing_over_what_was_never_committed_changes_it(shop: Shop) {
    let id = shop.customer;
    let queue = Queue::behind_another(&shop).await;
    // Both in one act: the change, and what makes its commit fail.
    let lost = queue.add(|session| async move { create(session, "X", POISON).await });
    let change = |session: Session<'static>| async move { session.customers().patch(id, None, [Customer::name().set("Changed")]).await };
    let (first, second) = (queue.add(change), queue.add(change));
    queue.begin();
    assert_eq!(done(lost).await.expect_err("a commit that fails").code(), Code::ReferenceMissing);
    let told = [done(first).await.unwrap(), done(second).await.unwrap()];
    let read = shop.session.customers().get(id).await.unwrap();
    assert_eq!((read.version, read.name.as_str()), (2, "Changed"));
    assert!(told.iter().all(|record| *record == read), "{told:?}");
}

async fn a_key_whose_act_was_never_committed_answers_nothing(shop: Shop) {
    let queue = Queue::behind_another(&shop).await;
    let acts: Vec<_> = (0..3).map(|_| queue.add(|session| async move { create(session.idempotent("key"), "X", POISON).await })).collect();
    queue.begin();
    for act in acts {
        assert_eq!(done(act).await.expect_err("nothing was done under the key").code(), Code::ReferenceMissing);
    }
    assert_eq!(shop.session.customers().count(&Customer::code().eq("X")).await.unwrap(), 0);
    // The key is free for it still.
    create(shop.session.idempotent("key"), "X", "Good").await.unwrap();
    shop.verify().await;
}

async fn an_act_beside_one_whose_commit_fails_is_done(shop: Shop) {
    for round in 0..5 {
        let queue = Queue::behind_another(&shop).await;
        let code = |n: i32| format!("R{round}-{n}");
        let acts: Vec<_> = (0..12)
            .map(|n| {
                let (code, name) = (code(n), if n == 4 { POISON } else { "Good" });
                queue.add(move |session| async move { create(session, &code, name).await })
            })
            .collect();
        queue.begin();
        for (n, act) in acts.into_iter().enumerate() {
            match (n, done(act).await) {
                (4, told) => assert_eq!(told.expect_err("a commit that fails").code(), Code::ReferenceMissing),
                (_, told) => assert_eq!(told.expect("no other's failure").code, code(i32::try_from(n).unwrap())),
            }
        }
    }
    assert_eq!(shop.session.customers().count(&Customer::name().eq("Good")).await.unwrap(), 5 * 11);
    shop.verify().await;
}
