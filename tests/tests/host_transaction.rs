//! Inside a transaction of the host, on both engines: host rows and ours stand or fall together, an error of ours leaves the host's
//! transaction usable, and whatever is begun and left leaves nothing.
#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic, reason = "tests: a failed expectation is a panic")]

use crm_core::{
    Code,
    access::{Operator, Principal},
    audit::{Action, AuditEntry},
    company::Company,
    customers::Customer,
    entity::Stored,
    ids::CustomerId,
    num::Currency,
    pricing::{PolicyLevel, PriceSettings},
    query::Filter,
    sales::NewDelivery,
    storage::{Mode, Storage},
};
use crm_storage_postgres::{PostgresStorage, steps};
use crm_storage_sqlite::{SqliteOptions, SqliteStorage};
use crm_tests::{
    harness::{Harness, Shop},
    postgres::{Database, Layout},
    runtime,
};
use sqlx::{AssertSqlSafe, PgPool, Row, SqlitePool, sqlite::SqliteConnectOptions};
use std::time::Duration;

/// Names a story told on both engines: a host's pool with a table of its own, and a shop of ours in the same database.
macro_rules! with_a_host {
    ($($case:ident)+) => {
        mod sqlite {
            use super::*;
            $(#[test] fn $case() {
                crm_tests::runtime().block_on(async {
                    let (pool, storage, shop) = on_sqlite().await;
                    $case!(pool, storage, shop, "BEGIN IMMEDIATE");
                });
            })+
        }
        mod postgres {
            use super::*;
            $(#[test] fn $case() {
                crm_tests::runtime().block_on(async {
                    let (pool, storage, shop) = on_postgres().await;
                    $case!(pool, storage, shop, "BEGIN");
                });
            })+
        }
    };
}

const TABLE: &str = "CREATE TABLE erp_shipment (number BIGINT PRIMARY KEY, note TEXT)";

async fn on_sqlite() -> (SqlitePool, SqliteStorage, Shop) {
    let folder = tempfile::tempdir().unwrap();
    let path = folder.path().join("erp.db");
    let storage = SqliteStorage::open(SqliteOptions::new(&path)).await.unwrap();
    storage.migrations().apply().await.unwrap();
    let pool = SqlitePool::connect_with(SqliteConnectOptions::new().filename(&path).busy_timeout(Duration::from_secs(5))).await.unwrap();
    sqlx::query(TABLE).execute(&pool).await.unwrap();
    let shop = Harness::new(storage.clone()).keeping(folder).shop().await;
    (pool, storage, shop)
}

async fn on_postgres() -> (PgPool, PostgresStorage, Shop) {
    let database = Database::new(Layout::Plain).await;
    let pool = PgPool::connect(&database.url()).await.unwrap();
    sqlx::query(TABLE).execute(&pool).await.unwrap();
    // The host's pool serves both.
    let storage = PostgresStorage::from_pool(pool.clone());
    let shop = Harness::new(storage.clone()).keeping(database).shop().await;
    (pool, storage, shop)
}

/// Shipments of the host, and documents of ours.
macro_rules! counts {
    ($pool:expr, $shop:expr) => {{
        let row = sqlx::query("SELECT count(*) FROM erp_shipment").fetch_one(&$pool).await.unwrap();
        (row.get::<i64, _>(0), $shop.session.sales_documents().count(&Filter::All).await.unwrap())
    }};
}

macro_rules! host_writes {
    ($transaction:expr, $number:expr) => {
        sqlx::query(AssertSqlSafe(format!("INSERT INTO erp_shipment (number) VALUES ({})", $number))).execute(&mut *$transaction).await.unwrap()
    };
}

macro_rules! what_both_did_stands_or_falls_together {
    ($pool:expr, $storage:expr, $shop:expr, $begin:expr) => {
        $shop.receive("10", "3").await;
        let before = $shop.dump().await;
        for (number, commits) in [(1, false), (2, true)] {
            let mut transaction = $pool.begin_with($begin).await.unwrap();
            host_writes!(transaction, number);
            {
                let joined = $storage.join(&mut transaction).await.unwrap();
                let session = $shop.session.within(&joined);
                let posted = session.idempotent("shipment").sales().deliver(&$shop.delivery("4", "5")).await.unwrap();
                assert_eq!(posted.number, "DN-2026-000001");
                assert_eq!(session.sales_documents().count(&Filter::All).await.unwrap(), 1, "own work is seen within");
                let again = session.idempotent("shipment").sales().deliver(&$shop.delivery("4", "5")).await.unwrap();
                assert_eq!(again, posted, "a key does an act once within the transaction, too");
            }
            host_writes!(transaction, number + 10);
            assert_eq!($shop.session.sales_documents().count(&Filter::All).await.unwrap(), 0, "others see nothing yet");
            if commits {
                transaction.commit().await.unwrap();
                assert_eq!(counts!($pool, $shop), (2, 1));
            } else {
                transaction.rollback().await.unwrap();
                assert_eq!(counts!($pool, $shop), (0, 0));
                assert_eq!(before, $shop.dump().await, "a rollback of the host leaves nothing of ours");
            }
        }
        $shop.verify().await;
    };
}

macro_rules! an_error_of_ours_leaves_the_hosts_transaction_usable {
    ($pool:expr, $storage:expr, $shop:expr, $begin:expr) => {
        $shop.receive("10", "3").await;
        let mut transaction = $pool.begin_with($begin).await.unwrap();
        host_writes!(transaction, 1);
        {
            let joined = $storage.join(&mut transaction).await.unwrap();
            let session = $shop.session.within(&joined);
            let code = |e: crm_core::Error| e.code();
            assert_eq!(session.sales().deliver(&$shop.delivery("11", "5")).await.map_err(code), Err(Code::InsufficientStock));
            // One that the engine itself refuses, in the middle of writing.
            assert_eq!(session.customers().create(Customer::new("C1", "taken")).await.map_err(code), Err(Code::UniqueTaken));
            session.sales().deliver(&$shop.delivery("10", "5")).await.unwrap();
            assert_eq!(session.sales().deliver(&$shop.delivery("1", "5")).await.map_err(code), Err(Code::InsufficientStock));
        }
        host_writes!(transaction, 2);
        transaction.commit().await.unwrap();
        assert_eq!(counts!($pool, $shop), (2, 1));
        $shop.verify().await;
    };
}

macro_rules! what_is_begun_and_left_leaves_nothing {
    ($pool:expr, $storage:expr, $shop:expr, $begin:expr) => {
        let before = $shop.dump().await;
        let mut transaction = $pool.begin_with($begin).await.unwrap();
        host_writes!(transaction, 1);
        {
            let joined = $storage.join(&mut transaction).await.unwrap();
            let mut changes = $shop.changes();
            let id: CustomerId = changes.new_id();
            changes.insert(&Stored::new(id, Customer::new("X", "left behind")));
            let mut work = joined.begin($shop.company, Mode::Write).await.unwrap();
            work.write(&changes).await.unwrap();
            drop(work);
            // The next one finds nothing of it; neither does the host.
            assert_eq!($shop.session.within(&joined).customers().count(&Customer::code().eq("X")).await.unwrap(), 0);
            let mut work = joined.begin($shop.company, Mode::Write).await.unwrap();
            work.write(&changes).await.unwrap();
            drop(work);
        }
        host_writes!(transaction, 2);
        transaction.commit().await.unwrap();
        assert_eq!(counts!($pool, $shop).0, 2);
        assert_eq!(before, $shop.dump().await);
    };
}

macro_rules! only_an_open_transaction_is_joined {
    ($pool:expr, $storage:expr, $shop:expr, $begin:expr) => {
        let mut connection = $pool.acquire().await.unwrap();
        let error = $storage.join(&mut connection).await.err().expect("refused");
        assert_eq!(error.code(), Code::StorageFailed, "{error:?}");
        drop(connection);
        $shop.verify().await;
    };
}

macro_rules! every_service_works_within {
    ($pool:expr, $storage:expr, $shop:expr, $begin:expr) => {
        let mut transaction = $pool.begin_with($begin).await.unwrap();
        {
            let joined = $storage.join(&mut transaction).await.unwrap();
            let crm = $shop.crm.within(&joined);
            let (company, boss) =
                crm.create_company(Company::new("New", Currency::EUR), Operator::with("b", "B", &["administrator"], &[])).await.unwrap();
            let session = crm.act_as(company, Principal::operator(boss)).await.unwrap();
            session.customers().create(Customer::new("C1", "First")).await.unwrap();
            let within = $shop.session.within(&joined);
            within.stock().receive(&$shop.receipt(&[($shop.product, "5", "2")])).await.unwrap();
            let sold = within.sales().deliver(&$shop.delivery("2", "5")).await.unwrap();
            let payment = $shop.payment("2026-02-01", "5", crm_core::receivables::Allocate::OldestDue);
            within.receivables().record_payment(&payment).await.unwrap();
            let line = within.sales_lines().list().fetch().await.unwrap().remove(0).id;
            within.sales().return_goods(&$shop.back(sold.document_id, &[(line, "1")])).await.unwrap();
            assert_eq!(within.customers().list().sort(&["-name"]).limit(1).page().await.unwrap().items.len(), 1);
            within.verify().await.unwrap();
            session.verify().await.unwrap();
        }
        transaction.commit().await.unwrap();
        $shop.verify().await;
        assert_eq!(counts!($pool, $shop), (0, 2));
    };
}

macro_rules! a_refusal_by_policy_is_noted_within {
    ($pool:expr, $storage:expr, $shop:expr, $begin:expr) => {
        $shop.receive("10", "3").await;
        let settings = PriceSettings { below_cost: PolicyLevel::Block, ..PriceSettings::default() };
        $shop.session.pricing().set_settings(&settings).await.unwrap();
        let (seller, session) = $shop.operator("sam", &["salesperson"], &[]).await;
        let below = NewDelivery { customer_id: $shop.customer_of("MINE", Some(seller), None).await.id, ..$shop.delivery("1", "2") };
        let refusals = AuditEntry::action().eq(Action::Refuse);
        for (number, commits) in [(1, false), (2, true)] {
            let mut transaction = $pool.begin_with($begin).await.unwrap();
            host_writes!(transaction, number);
            {
                let joined = $storage.join(&mut transaction).await.unwrap();
                let within = session.within(&joined);
                assert_eq!(within.sales().deliver(&below).await.map_err(|e| e.code()), Err(Code::PriceRefused));
                assert_eq!($shop.session.within(&joined).audit().count(&refusals).await.unwrap(), 1);
                within.sales().deliver(&NewDelivery { lines: $shop.delivery("1", "5").lines, ..below.clone() }).await.unwrap();
            }
            host_writes!(transaction, number + 10);
            if commits {
                transaction.commit().await.unwrap()
            } else {
                transaction.rollback().await.unwrap()
            }
            let left = u64::from(commits);
            assert_eq!($shop.session.audit().count(&refusals).await.unwrap(), left, "noted as far as the host committed");
            assert_eq!(counts!($pool, $shop), (2 * i64::from(commits), left));
        }
        $shop.verify().await;
    };
}

/// Each way in which a table of the host's can refer to ours.
macro_rules! what_a_row_of_the_host_refers_to_stays {
    ($pool:expr, $storage:expr, $shop:expr, $begin:expr) => {
        let id = if $begin == "BEGIN" { "UUID" } else { "BLOB" };
        for (number, action) in ["", "ON DELETE RESTRICT", "DEFERRABLE INITIALLY DEFERRED"].into_iter().enumerate() {
            let held = $shop.session.customers().create(Customer::new(format!("H{number}"), "Held")).await.unwrap();
            let table = format!(
                "CREATE TABLE erp_note_{number} (company_id {id}, customer_id {id}, FOREIGN KEY (company_id, customer_id) REFERENCES crm_customer {action})"
            );
            sqlx::query(AssertSqlSafe(table)).execute(&$pool).await.unwrap();
            let note = format!("INSERT INTO erp_note_{number} SELECT company_id, id FROM crm_customer WHERE code = 'H{number}'");
            sqlx::query(AssertSqlSafe(note)).execute(&$pool).await.unwrap();
            let error = $shop.refuses(Code::RecordInUse, $shop.session.customers().delete(&held)).await;
            assert!(!error.is_retryable(), "{error:?}");
            // A deferred one is looked at when the host commits.
            if number < 2 {
                let mut transaction = $pool.begin_with($begin).await.unwrap();
                {
                    let joined = $storage.join(&mut transaction).await.unwrap();
                    let within = $shop.session.within(&joined);
                    assert_eq!(within.customers().delete(&held).await.map_err(|e| e.code()), Err(Code::RecordInUse));
                    within.customers().create(Customer::new(format!("then {number}"), "Then")).await.expect("the host's transaction is usable");
                }
                transaction.commit().await.unwrap();
            }
            sqlx::query(AssertSqlSafe(format!("DELETE FROM erp_note_{number}"))).execute(&$pool).await.unwrap();
            $shop.session.customers().delete(&held).await.unwrap();
        }
        $shop.verify().await;
    };
}

with_a_host! {
    what_a_row_of_the_host_refers_to_stays
    what_both_did_stands_or_falls_together
    an_error_of_ours_leaves_the_hosts_transaction_usable
    a_refusal_by_policy_is_noted_within
    what_is_begun_and_left_leaves_nothing
    only_an_open_transaction_is_joined
    every_service_works_within
}

#[test]
fn a_database_without_our_tables_is_not_joined() {
    runtime().block_on(async {
        let (_, sqlite, _) = on_sqlite().await;
        let empty = SqlitePool::connect("sqlite::memory:").await.unwrap();
        let mut transaction = empty.begin().await.unwrap();
        assert_eq!(sqlite.join(&mut transaction).await.err().unwrap().code(), Code::SchemaMismatch);
        let database = Database::empty().await;
        let pool = PgPool::connect(&database.url()).await.unwrap();
        let storage = PostgresStorage::from_pool(pool.clone());
        assert_eq!(storage.migrations().plan().await.unwrap().len(), steps().len());
        let mut transaction = pool.begin().await.unwrap();
        assert_eq!(storage.join(&mut transaction).await.err().unwrap().code(), Code::SchemaMismatch);
        sqlx::query("SELECT 1").execute(&mut *transaction).await.unwrap();
        transaction.rollback().await.unwrap();
        pool.close().await;
    });
}

#[test]
fn a_transaction_that_the_driver_does_not_know_of_is_not_joined() {
    runtime().block_on(async {
        let (pool, storage, _shop) = on_postgres().await;
        let mut connection = pool.acquire().await.unwrap();
        sqlx::query("BEGIN").execute(&mut *connection).await.unwrap();
        // Joined, it would end with our first act: the driver would take our savepoint for the outermost transaction.
        assert_eq!(storage.join(&mut connection).await.err().unwrap().code(), Code::StorageFailed);
        sqlx::query("ROLLBACK").execute(&mut *connection).await.unwrap();
    });
}

#[test]
fn rights_that_the_host_rolls_back_are_never_in_force_outside() {
    runtime().block_on(async {
        let (pool, storage, shop) = on_postgres().await;
        let (bob, session) = shop.operator("bob", &["salesperson"], &[]).await;
        let mut transaction = pool.begin().await.unwrap();
        {
            let joined = storage.join(&mut transaction).await.unwrap();
            let within = shop.session.within(&joined);
            let mut operator = within.operators().get(bob).await.unwrap();
            operator.roles = vec!["administrator".into()];
            within.operators().update(&operator).await.unwrap();
            session.within(&joined).verify().await.expect("bob is an administrator in there");
        }
        transaction.rollback().await.unwrap();
        // The counter of rights comes to the same number again, by another change.
        shop.operator("eve", &["salesperson"], &[]).await;
        assert_eq!(session.verify().await.unwrap_err().code(), Code::AccessDenied);
    });
}

#[test]
fn a_deadlock_with_the_hosts_own_rows_is_the_hosts_to_try_again() {
    runtime().block_on(async {
        let (pool, storage, shop) = on_postgres().await;
        shop.receive("10", "3").await;
        sqlx::query("INSERT INTO erp_shipment (number) VALUES (1)").execute(&pool).await.unwrap();
        let touch = "UPDATE erp_shipment SET note = 'x' WHERE number = 1";
        let (mut first, mut second) = (pool.begin().await.unwrap(), pool.begin().await.unwrap());
        sqlx::query(touch).execute(&mut *first).await.unwrap();
        {
            let joined = storage.join(&mut second).await.unwrap();
            shop.session.within(&joined).sales().deliver(&shop.delivery("1", "5")).await.unwrap();
        }
        let waiting = tokio::spawn(async move {
            let touched = sqlx::query(touch).execute(&mut *second).await;
            if touched.is_ok() {
                second.commit().await.unwrap()
            } else {
                second.rollback().await.unwrap()
            }
            touched.is_ok()
        });
        tokio::time::sleep(Duration::from_millis(100)).await;
        let delivered = {
            let joined = storage.join(&mut first).await.unwrap();
            shop.session.within(&joined).sales().deliver(&shop.delivery("1", "5")).await
        };
        let first_won = delivered.is_ok();
        if let Err(error) = delivered {
            assert_eq!((error.code(), error.is_retryable()), (Code::StorageConflict, true), "{error:?}");
            sqlx::query("SELECT 1").execute(&mut *first).await.expect("the host's transaction is usable");
            first.rollback().await.unwrap();
        } else {
            first.commit().await.unwrap();
        }
        assert_eq!(waiting.await.unwrap(), !first_won, "the engine lets one of the two go on");
        assert_eq!(shop.session.sales_documents().count(&Filter::All).await.unwrap(), 1);
        shop.verify().await;
    });
}
