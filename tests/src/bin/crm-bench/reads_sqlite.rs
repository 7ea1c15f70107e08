//! The questions written by hand on SQLite, and its filling.

use crate::{
    Settings,
    fill::{Engine, Fill},
    reads::{AGEING, ByHand, CUSTOMER_IDS, CUSTOMER_TEXTS, CUSTOMERS, CustomerRow, Found, HISTORY, PastLine, RESOLVE, run as run_on},
};
use chrono::NaiveDate;
use crm_storage_sqlite::{SqliteOptions, SqliteStorage};
use rusqlite::{Connection, Params, Row, params};
use std::{
    collections::BTreeSet,
    path::{Path, PathBuf},
    sync::Arc,
};
use uuid::Uuid;

pub(crate) async fn run(settings: &Settings) {
    let folder = tempfile::tempdir().unwrap();
    let file = folder.path().join("books.db");
    let storage = SqliteStorage::open(SqliteOptions::new(&file)).await.unwrap();
    storage.migrations().apply().await.unwrap();
    let mut by_hand = Sqlite::open(&file);
    run_on(Engine::Sqlite, "SQLite", Arc::new(storage), &mut by_hand, settings).await;
}

struct Sqlite {
    path: PathBuf,
    db: Connection,
    texts: Vec<(&'static str, String)>,
}

impl Sqlite {
    fn open(path: &Path) -> Self {
        let texts = [AGEING, HISTORY, CUSTOMERS].into_iter().chain(RESOLVE);
        let texts = texts.map(|text| (text, text.replace('$', "?"))).collect();
        Self { path: path.to_owned(), db: Self::connect(path), texts }
    }

    fn connect(path: &Path) -> Connection {
        let db = Connection::open(path).unwrap();
        db.pragma_update(None, "cache_size", -65_536).unwrap();
        db.pragma_update(None, "temp_store", "MEMORY").unwrap();
        db
    }

    fn rows<T>(&self, text: &'static str, parameters: impl Params, read: impl FnMut(&Row<'_>) -> rusqlite::Result<T>) -> Vec<T> {
        let (_, text) = self.texts.iter().find(|(known, _)| *known == text).unwrap();
        let mut statement = self.db.prepare_cached(text).unwrap();
        let rows = statement.query_map(parameters, read).unwrap();
        rows.map(Result::unwrap).collect()
    }
}

fn id(row: &Row<'_>, column: usize) -> rusqlite::Result<Option<Uuid>> {
    row.get::<_, Option<[u8; 16]>>(column).map(|id| id.map(Uuid::from_bytes))
}

impl ByHand for Sqlite {
    async fn fill(&mut self, fills: &[Fill]) {
        self.db.execute_batch("PRAGMA foreign_keys = OFF; PRAGMA synchronous = OFF; PRAGMA cache_size = -1048576; BEGIN IMMEDIATE").unwrap();
        let mut indexes: Vec<(String, String)> = Vec::new();
        for table in fills.iter().map(|fill| fill.table).collect::<BTreeSet<_>>() {
            let text = "SELECT name, sql FROM sqlite_master WHERE type = 'index' AND sql IS NOT NULL AND tbl_name = 'crm_' || ?1";
            let mut statement = self.db.prepare(text).unwrap();
            indexes.extend(statement.query_map([table], |r| Ok((r.get(0)?, r.get(1)?))).unwrap().map(Result::unwrap));
        }
        for (name, _) in &indexes {
            self.db.execute_batch(&format!("DROP INDEX {name}")).unwrap();
        }
        for fill in fills {
            self.db.execute_batch(&fill.text).unwrap();
        }
        for (_, text) in &indexes {
            self.db.execute_batch(text).unwrap();
        }
        self.db.execute_batch("COMMIT; ANALYZE; PRAGMA wal_checkpoint(TRUNCATE)").unwrap();
        // A new connection: this one still holds the pages that it wrote, which the library's readers never had.
        self.db = Self::connect(&self.path);
    }

    async fn ageing(&mut self, company: Uuid, days: [NaiveDate; 4]) -> Vec<(i64, i64, i64)> {
        let [today, thirty, sixty, ninety] = days.map(|day| day.to_string());
        let parameters = params![company.as_bytes(), today, thirty, sixty, ninety];
        self.rows(AGEING, parameters, |r| Ok((r.get(0)?, r.get(1)?, r.get::<_, Option<i64>>(2)?.unwrap_or_default())))
    }

    async fn history(&mut self, company: Uuid, customer: Uuid, product: Uuid) -> Vec<PastLine> {
        self.rows(HISTORY, params![company.as_bytes(), customer.as_bytes(), product.as_bytes()], |r| {
            let day = r.get_ref(0)?.as_str()?.parse().unwrap();
            let (document, line) = (id(r, 1)?.unwrap(), id(r, 3)?.unwrap());
            Ok(PastLine { day, document, number: r.get(2)?, line, quantity: r.get(4)?, unit: r.get(5)?, net: r.get(6)?, profit: r.get(7)? })
        })
    }

    async fn resolve(&mut self, company: Uuid, key: &str) -> Vec<Found> {
        let rows = |text| {
            self.rows(text, params![company.as_bytes(), key], |r| {
                Ok(Found { id: id(r, 0)?.unwrap(), code: r.get(1)?, name: r.get(2)?, unit: r.get(3)?, list_price: r.get(4)? })
            })
        };
        RESOLVE.into_iter().flat_map(rows).collect()
    }

    async fn customers(&mut self, company: Uuid, word: &str, owner: Uuid, group: Uuid) -> Vec<CustomerRow> {
        self.rows(CUSTOMERS, params![company.as_bytes(), word, owner.as_bytes(), group.as_bytes()], |r| {
            let mut row = CustomerRow {
                ids: [None; CUSTOMER_IDS],
                texts: [const { None }; CUSTOMER_TEXTS],
                numbers: [r.get(CUSTOMER_IDS + CUSTOMER_TEXTS)?, r.get(CUSTOMER_IDS + CUSTOMER_TEXTS + 1)?],
                is_active: r.get(CUSTOMER_IDS + CUSTOMER_TEXTS + 2)?,
                credit_limit: r.get(CUSTOMER_IDS + CUSTOMER_TEXTS + 3)?,
                payment_terms: r.get::<_, Option<String>>(CUSTOMER_IDS + CUSTOMER_TEXTS + 4)?.map(|terms| terms.parse().unwrap()),
            };
            for (column, value) in row.ids.iter_mut().enumerate() {
                *value = id(r, column)?;
            }
            for (column, value) in row.texts.iter_mut().enumerate() {
                *value = r.get(CUSTOMER_IDS + column)?;
            }
            Ok(row)
        })
    }
}
