//! The questions written by hand on PostgreSQL, and its filling.

use crate::{
    Settings,
    books::whole,
    fill::{Engine, Fill},
    reads::{AGEING, ByHand, CUSTOMER_IDS, CUSTOMER_TEXTS, CUSTOMERS, CustomerRow, Found, HISTORY, PastLine, RESOLVE, run as run_on},
    server::Server,
};
use chrono::NaiveDate;
use crm_core::num::Decimal;
use crm_tests::postgres::{Database, Layout};
use sqlx::{AssertSqlSafe, Executor, PgConnection, Row, SqlSafeStr, postgres::PgRow};
use std::{collections::BTreeSet, sync::Arc};
use uuid::Uuid;

pub(crate) async fn run(server: &Server, settings: &Settings) {
    let database = Database::on(server.url(), Layout::Plain).await;
    let storage = Arc::new(database.storage(Layout::Plain, 1).await);
    let mut by_hand = Pg { db: database.connection().await, resolve: RESOLVE.join(" UNION ALL ") };
    run_on(Engine::Postgres, "PostgreSQL", storage, &mut by_hand, settings).await;
}

struct Pg {
    db: PgConnection,
    /// The three questions as one statement.
    resolve: String,
}

impl Pg {
    async fn execute(&mut self, text: String) {
        self.db.execute(AssertSqlSafe(text)).await.unwrap();
    }
}

fn found(row: &PgRow) -> Found {
    let list_price: Option<Decimal> = row.get(4);
    Found { id: row.get(0), code: row.get(1), name: row.get(2), unit: row.get(3), list_price: list_price.map(|price| whole(price, 6)) }
}

impl ByHand for Pg {
    async fn fill(&mut self, fills: &[Fill]) {
        // Keys of the engine's own making are right by construction; checks of foreign keys would take most of the time.
        self.execute("SET session_replication_role = replica; SET maintenance_work_mem = '512MB'; SET synchronous_commit = off".to_owned()).await;
        let tables: BTreeSet<&str> = fills.iter().map(|fill| fill.table).collect();
        let mut indexes: Vec<(String, String)> = Vec::new();
        for table in &tables {
            let text = "SELECT indexname::text, indexdef FROM pg_indexes WHERE schemaname = 'public' AND tablename = 'crm_' || $1 \
                        AND indexname NOT LIKE '%\\_pkey'";
            indexes.extend(sqlx::query_as::<_, (String, String)>(text).bind(*table).fetch_all(&mut self.db).await.unwrap());
        }
        for (name, _) in &indexes {
            self.execute(format!("DROP INDEX {name}")).await;
        }
        for fill in fills {
            self.execute(fill.text.clone()).await;
        }
        for (_, text) in indexes {
            self.execute(text).await;
        }
        for table in tables {
            // As a server does by itself after a while: statistics, and which pages all can see.
            self.execute(format!("VACUUM (ANALYZE) crm_{table}")).await;
        }
        self.execute("CHECKPOINT".to_owned()).await;
        self.execute("RESET session_replication_role; RESET maintenance_work_mem; RESET synchronous_commit".to_owned()).await;
    }

    async fn ageing(&mut self, company: Uuid, [today, thirty, sixty, ninety]: [NaiveDate; 4]) -> Vec<(i64, i64, i64)> {
        let query = sqlx::query_as(AGEING).bind(company).bind(today).bind(thirty).bind(sixty).bind(ninety);
        let rows: Vec<(i32, i32, Option<Decimal>)> = query.fetch_all(&mut self.db).await.unwrap();
        rows.into_iter().map(|(kind, band, sum)| (kind.into(), band.into(), whole(sum.unwrap_or_default(), 4))).collect()
    }

    async fn history(&mut self, company: Uuid, customer: Uuid, product: Uuid) -> Vec<PastLine> {
        let rows = sqlx::query(HISTORY).bind(company).bind(customer).bind(product).fetch_all(&mut self.db).await.unwrap();
        let line = |row: PgRow| PastLine {
            day: row.get(0),
            document: row.get(1),
            number: row.get(2),
            line: row.get(3),
            quantity: whole(row.get(4), 6),
            unit: row.get(5),
            net: whole(row.get(6), 4),
            profit: whole(row.get(7), 4),
        };
        rows.into_iter().map(line).collect()
    }

    async fn resolve(&mut self, company: Uuid, key: &str) -> Vec<Found> {
        let text = AssertSqlSafe(self.resolve.as_str()).into_sql_str();
        let rows = sqlx::query(text).bind(company).bind(key).fetch_all(&mut self.db).await.unwrap();
        rows.iter().map(found).collect()
    }

    async fn customers(&mut self, company: Uuid, word: &str, owner: Uuid, group: Uuid) -> Vec<CustomerRow> {
        let rows = sqlx::query(CUSTOMERS).bind(company).bind(word).bind(owner).bind(group).fetch_all(&mut self.db).await.unwrap();
        let customer = |row: PgRow| {
            let rest = CUSTOMER_IDS + CUSTOMER_TEXTS;
            let credit_limit: Option<Decimal> = row.get(rest + 3);
            CustomerRow {
                ids: std::array::from_fn(|column| row.get(column)),
                texts: std::array::from_fn(|column| row.get(CUSTOMER_IDS + column)),
                numbers: [row.get(rest), row.get(rest + 1)],
                is_active: row.get(rest + 2),
                credit_limit: credit_limit.map(|limit| whole(limit, 4)),
                payment_terms: row.get(rest + 4),
            }
        };
        rows.into_iter().map(customer).collect()
    }
}
