//! What goes wrong outside, as the errors that callers see.
#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic, reason = "tests")]

mod common;

use common::{PATIENCE, all, books, changes, company, permit, write};
use crm_core::{
    Code,
    customers::Customer,
    entity::Stored,
    ids::{CustomerId, SalesDocumentId},
    query::{Query, Select},
    storage::{LockKeys, Mode, Storage},
};
use crm_storage_sqlite::{SqliteOptions, SqliteStorage};
use rusqlite::Connection;
use std::time::Duration;

#[tokio::test]
async fn a_place_that_is_no_database_is_unavailable() {
    let folder = tempfile::tempdir().unwrap();
    let nowhere = SqliteStorage::open(SqliteOptions::new(folder.path().join("no/such/folder/a.db"))).await.unwrap_err();
    assert_eq!(nowhere.code(), Code::StorageUnavailable, "{nowhere:?}");
    std::fs::write(folder.path().join("text.db"), "this is a text and not a database".repeat(100)).unwrap();
    let text = SqliteStorage::open(SqliteOptions::new(folder.path().join("text.db"))).await.unwrap_err();
    assert_eq!(text.code(), Code::StorageUnavailable, "{text:?}");
}

#[tokio::test(flavor = "multi_thread")]
async fn another_process_that_writes_makes_it_busy_and_readers_do_not_care() {
    let books = books().await;
    let storage = SqliteStorage::open(SqliteOptions::new(books.path()).busy_timeout(Duration::from_millis(30))).await.unwrap();
    let other = Connection::open(books.path()).unwrap();
    other.execute_batch("BEGIN IMMEDIATE").unwrap();
    let mut set = changes(1);
    set.insert(&Stored::new(set.new_id::<CustomerId>(), Customer::new("A", "A")));
    let error = write(&storage, &set).await.unwrap_err();
    assert_eq!(error.code(), Code::StorageBusy);
    assert!(error.is_retryable());
    assert!(all::<Customer>(&storage).await.is_empty());
    other.execute_batch("ROLLBACK").unwrap();
    write(&storage, &set).await.unwrap();
    assert_eq!(all::<Customer>(&storage).await.len(), 1);
}

#[tokio::test]
async fn a_corrupt_value_names_table_column_and_key() {
    let books = books().await;
    let mut set = changes(1);
    let id = set.new_id::<CustomerId>();
    set.insert(&Stored::new(id, Customer::new("A", "A")));
    write(&books.storage, &set).await.unwrap();
    Connection::open(books.path()).unwrap().execute("UPDATE crm_customer SET is_active = 17", []).unwrap();
    let mut work = books.storage.begin(company(1), Mode::Read).await.unwrap();
    let query = [Query::Select(Select::<Customer>::new(&permit()).plan())];
    let error = work.read(&LockKeys::none(), &query).await.unwrap_err();
    assert_eq!((error.code(), error.context("table"), error.context("column")), (Code::Corrupt, Some("crm_customer"), Some("is_active")));
    assert_eq!(error.context("key"), Some(id.to_string().as_str()));
    let _ = SalesDocumentId(id.0);
}

#[tokio::test]
async fn a_closed_storage_lends_nothing() {
    let books = books().await;
    books.storage.close().await;
    assert_eq!(books.storage.begin(company(1), Mode::Read).await.err().unwrap().code(), Code::StorageUnavailable);
}

#[tokio::test]
async fn views_show_decimals_and_moments_as_people_read_them() {
    let books = books().await;
    let connection = Connection::open(books.path()).unwrap();
    let company = "x'00000000000000000000000000000001'";
    let row = format!(
        "INSERT INTO crm_stock_pool (company_id, product_id, version, currency, quantity, value, movements) SELECT {company}, {company}, 1, 'EUR', -1500000, -5, 3"
    );
    connection.pragma_update(None, "foreign_keys", false).unwrap();
    connection.execute(&row, []).unwrap();
    let key = format!("INSERT INTO crm_idempotency_key VALUES ({company}, 'k', 'o', 'h', 'null', NULL, -1)");
    connection.execute(&key, []).unwrap();
    let texts = |sql: &str| connection.query_row(sql, [], |row| Ok((row.get::<_, String>(0)?, row.get::<_, String>(1)?))).unwrap();
    assert_eq!(texts("SELECT quantity, value FROM crm_view_stock_pool"), ("-1.500000".to_owned(), "-0.0005".to_owned()));
    assert_eq!(texts("SELECT at, company_id FROM crm_view_idempotency_key").0, "1969-12-31T23:59:59.999999Z");
}

#[test]
fn storage_works_without_a_runtime_of_its_own() {
    let (sender, receiver) = std::sync::mpsc::channel();
    std::thread::spawn(move || {
        let runtime = tokio::runtime::Builder::new_current_thread().build().unwrap();
        sender.send(runtime.block_on(async { all::<Customer>(&books().await.storage).await.len() })).unwrap();
    });
    assert_eq!(receiver.recv_timeout(PATIENCE).unwrap(), 0);
}
