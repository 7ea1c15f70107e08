//! Databases on a PostgreSQL server for tests: each test has one of its own, copied from a migrated template, and it goes away with the test.
//!
//! The server is the one that `CRM_TEST_POSTGRES_URL` names; `./test.sh` starts a private one. Its role is a superuser: databases are made and dropped.
#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic, reason = "a suite of tests: a failed expectation is a panic")]

use crm_storage_postgres::{PostgresOptions, PostgresStorage};
use crm_storage_sql::{Step, schema::partitioned};
use sha2::{Digest, Sha256};
use sqlx::{AssertSqlSafe, Connection, Executor, PgConnection};
use std::sync::atomic::{AtomicU32, Ordering};

/// Parts of each table in the stand-in for a distributed engine.
pub const PARTS: u32 = 8;
/// Who makes databases holds this lock, as a template that someone else uses cannot be copied.
const LOCK: i64 = 0x0063_726d;

/// How tables lie.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Layout {
    /// Each table is one.
    Plain,
    /// Each table has parts by hash of the company: a stand-in for a distributed engine.
    Partitioned,
}

impl Layout {
    /// The steps that make the tables.
    pub fn steps(self) -> Vec<Step> {
        match self {
            Self::Plain => crm_storage_postgres::steps(),
            Self::Partitioned => partitioned(crm_storage_postgres::steps(), PARTS),
        }
    }

    /// The name of the template, which follows from what is in it.
    fn template(self) -> String {
        let mut hash = Sha256::new();
        self.steps().iter().for_each(|step| hash.update(step.sql.as_bytes()));
        let hash: String = hash.finalize().iter().take(6).map(|byte| format!("{byte:02x}")).collect();
        format!("crm_template_{hash}")
    }
}

/// The server's URL.
pub fn server() -> String {
    std::env::var("CRM_TEST_POSTGRES_URL").unwrap_or_else(|_| {
        panic!(
            "CRM_TEST_POSTGRES_URL names no server: run ./test.sh, or export CRM_TEST_POSTGRES_URL=\"$(tests/postgres.sh start /tmp/crm-postgres)\""
        )
    })
}

/// The URL of another database on the same server.
fn beside(server: &str, database: &str) -> String {
    let (front, query) = server.split_once('?').map_or((server, None), |(front, query)| (front, Some(query)));
    let front = front.rsplit_once('/').map_or(front, |(front, _)| front);
    query.map_or_else(|| format!("{front}/{database}"), |query| format!("{front}/{database}?{query}"))
}

/// A database that is dropped when this is.
#[derive(Debug)]
pub struct Database {
    server: String,
    name: String,
}

impl Database {
    /// A migrated database.
    pub async fn new(layout: Layout) -> Self {
        Self::on(&server(), layout).await
    }

    /// A migrated database on a server of the test's own.
    pub async fn on(server: &str, layout: Layout) -> Self {
        let template = layout.template();
        let mut connection = PgConnection::connect(server).await.expect("the server answers");
        sqlx::query("SELECT pg_advisory_lock($1)").bind(LOCK).execute(&mut connection).await.unwrap();
        let there = sqlx::query("SELECT 1 FROM pg_database WHERE datname = $1 AND datistemplate").bind(&template);
        if there.fetch_optional(&mut connection).await.unwrap().is_none() {
            run(&mut connection, format!("DROP DATABASE IF EXISTS {template}")).await;
            run(&mut connection, format!("CREATE DATABASE {template}")).await;
            let storage = PostgresStorage::open(PostgresOptions::new(&beside(server, &template)).unwrap().connections(1)).await.unwrap();
            storage.clone().with_steps(layout.steps()).migrations().apply().await.unwrap();
            storage.close().await;
            run(&mut connection, format!("ALTER DATABASE {template} IS_TEMPLATE true")).await;
        }
        let name = unused();
        run(&mut connection, format!("CREATE DATABASE {name} TEMPLATE {template}")).await;
        connection.close().await.unwrap();
        Self { server: server.to_owned(), name }
    }

    /// A database without tables.
    pub async fn empty() -> Self {
        let (server, name) = (server(), unused());
        let mut connection = PgConnection::connect(&server).await.expect("the server answers");
        run(&mut connection, format!("CREATE DATABASE {name}")).await;
        connection.close().await.unwrap();
        Self { server, name }
    }

    /// Its name.
    pub fn name(&self) -> &str {
        &self.name
    }

    /// Its URL.
    pub fn url(&self) -> String {
        beside(&self.server, &self.name)
    }

    /// A connection past the library.
    pub async fn connection(&self) -> PgConnection {
        PgConnection::connect(&self.url()).await.unwrap()
    }

    /// The storage on it.
    pub async fn storage(&self, layout: Layout, connections: u32) -> PostgresStorage {
        let options = PostgresOptions::new(&self.url()).unwrap().connections(connections);
        PostgresStorage::open(options).await.unwrap().with_steps(layout.steps())
    }
}

fn unused() -> String {
    static COUNTER: AtomicU32 = AtomicU32::new(0);
    format!("crm_test_{}_{}", std::process::id(), COUNTER.fetch_add(1, Ordering::Relaxed))
}

async fn run(connection: &mut PgConnection, text: String) {
    connection.execute(AssertSqlSafe(text)).await.unwrap();
}

impl Drop for Database {
    fn drop(&mut self) {
        let (server, name) = (self.server.clone(), self.name.clone());
        // On a thread of its own, as the runtime of the test may be gone. A server that is gone needs no dropping.
        let dropping = std::thread::spawn(move || {
            let Ok(runtime) = tokio::runtime::Builder::new_current_thread().enable_all().build() else { return };
            runtime.block_on(async {
                if let Ok(mut connection) = PgConnection::connect(&server).await {
                    let _ = connection.execute(AssertSqlSafe(format!("DROP DATABASE IF EXISTS {name} WITH (FORCE)"))).await;
                }
            });
        });
        let _ = dropping.join();
    }
}
