//! The runner of migrations, and the catalogue that it leaves.
#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic, reason = "tests")]

mod common;

use common::{books, company};
use crm_core::{
    Code, catalogue,
    entity::ValueType,
    storage::{Mode, Storage},
};
use crm_storage_sql::schema::{foreign_keys, indexes, key_columns};
use crm_storage_sqlite::{SqliteOptions, SqliteStorage, steps};
use rusqlite::Connection;
use std::collections::{BTreeMap, BTreeSet};

#[tokio::test]
async fn nothing_begins_before_the_host_has_applied_the_migrations() {
    let folder = tempfile::tempdir().unwrap();
    let storage = SqliteStorage::open(SqliteOptions::new(folder.path().join("a.db"))).await.unwrap();
    assert_eq!(storage.begin(company(1), Mode::Read).await.err().unwrap().code(), Code::SchemaMismatch);
    assert_eq!(storage.migrations().verify().await.unwrap_err().code(), Code::SchemaMismatch);
    assert_eq!(storage.migrations().plan().await.unwrap().len(), steps().len());
    assert_eq!(storage.migrations().apply().await.unwrap().len(), steps().len());
    assert!(storage.migrations().apply().await.unwrap().is_empty());
    assert!(storage.migrations().plan().await.unwrap().is_empty());
    storage.begin(company(1), Mode::Read).await.unwrap();
}

#[tokio::test]
async fn a_changed_or_unknown_step_is_a_mismatch_and_a_missing_one_is_applied_again() {
    let books = books().await;
    let tools = Connection::open(books.path()).unwrap();
    tools.execute("DELETE FROM crm_migrations WHERE step IN (SELECT step FROM crm_migrations ORDER BY step DESC LIMIT 5)", []).unwrap();
    assert_eq!(books.storage.migrations().verify().await.unwrap_err().code(), Code::SchemaMismatch);
    assert_eq!(books.storage.migrations().apply().await.unwrap().len(), 5);
    tools.execute("INSERT INTO crm_migrations (step, checksum) VALUES ('9999.future', 'x')", []).unwrap();
    let error = books.storage.migrations().plan().await.unwrap_err();
    assert_eq!((error.code(), error.context("step")), (Code::SchemaMismatch, Some("9999.future")));
    tools.execute("DELETE FROM crm_migrations WHERE step = '9999.future'", []).unwrap();
    tools.execute("UPDATE crm_migrations SET checksum = 'x' WHERE step = '0001.crm_customer'", []).unwrap();
    let error = books.storage.migrations().apply().await.unwrap_err();
    assert_eq!((error.code(), error.context("step")), (Code::SchemaMismatch, Some("0001.crm_customer")));
}

#[tokio::test]
async fn applying_that_fails_half_way_can_be_run_again() {
    let folder = tempfile::tempdir().unwrap();
    let path = folder.path().join("a.db");
    let storage = SqliteStorage::open(SqliteOptions::new(&path)).await.unwrap();
    let tools = Connection::open(&path).unwrap();
    tools.execute_batch("CREATE TABLE crm_customer_code_uq (a)").unwrap();
    assert!(storage.migrations().apply().await.is_err());
    let left = storage.migrations().plan().await.unwrap().len();
    assert!(left > 0 && left < steps().len());
    tools.execute_batch("DROP TABLE crm_customer_code_uq").unwrap();
    assert_eq!(storage.migrations().apply().await.unwrap().len(), left);
    storage.migrations().verify().await.unwrap();
}

fn strings(connection: &Connection, sql: &str) -> Vec<Vec<String>> {
    let mut statement = connection.prepare(sql).unwrap();
    let width = statement.column_count();
    let row = |row: &rusqlite::Row<'_>| (0..width).map(|i| Ok(row.get_ref(i)?.as_str().unwrap_or_default().to_owned())).collect();
    statement.query_map([], row).unwrap().map(Result::unwrap).collect()
}

#[tokio::test]
async fn the_catalogue_equals_the_declarations() {
    let books = books().await;
    let tools = Connection::open(books.path()).unwrap();
    for decl in catalogue::all() {
        let table = decl.table;
        let found = strings(
            &tools,
            &format!("SELECT name, type, CAST(\"notnull\" AS TEXT), CAST(pk AS TEXT) FROM pragma_table_info('{table}') ORDER BY cid"),
        );
        let mut expected = vec![vec!["company_id".to_owned(), "BLOB".to_owned(), "1".to_owned(), "1".to_owned()]];
        for column in decl.columns() {
            let ty = match column.ty {
                ValueType::Text | ValueType::Day | ValueType::Json => "TEXT",
                ValueType::Id => "BLOB",
                _ => "INTEGER",
            };
            let key = key_columns(decl).iter().position(|k| *k == column.name).map_or(0, |p| p + 2);
            expected.push(vec![column.name.clone(), ty.to_owned(), u8::from(!column.nullable).to_string(), key.to_string()]);
        }
        assert_eq!(found, expected, "{table}");

        let options = strings(&tools, &format!("SELECT CAST(wr AS TEXT), CAST(strict AS TEXT) FROM pragma_table_list('{table}')"));
        assert_eq!(options, vec![vec!["1".to_owned(), "1".to_owned()]], "{table}");

        let mut found: BTreeMap<String, Vec<String>> = BTreeMap::new();
        let sql = format!(
            "SELECT l.name, i.name FROM pragma_index_list('{table}') l JOIN pragma_index_info(l.name) i WHERE l.origin = 'c' ORDER BY l.name, i.seqno"
        );
        for row in strings(&tools, &sql) {
            found.entry(row[0].clone()).or_default().push(row[1].clone());
        }
        let with_company = |columns: Vec<String>| [vec!["company_id".to_owned()], columns].concat();
        let expected: BTreeMap<_, _> = indexes(decl).into_iter().map(|i| (i.name, with_company(i.columns))).collect();
        assert_eq!(found, expected, "{table}");
        let unique = strings(&tools, &format!("SELECT name FROM pragma_index_list('{table}') WHERE origin = 'c' AND \"unique\" = 1"));
        assert_eq!(unique.len(), decl.unique.len(), "{table}");

        let found: BTreeSet<_> =
            strings(&tools, &format!("SELECT \"from\", \"table\", \"to\" FROM pragma_foreign_key_list('{table}') WHERE seq = 1"))
                .into_iter()
                .collect();
        let expected: BTreeSet<_> =
            foreign_keys(decl).into_iter().map(|k| vec![k.column.to_owned(), k.target.table.to_owned(), "id".to_owned()]).collect();
        assert_eq!(found, expected, "{table}");
    }
    let tables = strings(&tools, "SELECT name FROM sqlite_schema WHERE type = 'table' AND name <> 'crm_migrations'");
    assert_eq!(tables.len(), catalogue::all().len());
    assert!(strings(&tools, "SELECT name FROM sqlite_schema WHERE type = 'trigger'").is_empty());
}
