//! The story on both engines, and a crash between the library's delivery and the host's commit: both sides have everything, or nothing.
//!
//! PostgreSQL is the server that `CRM_TEST_POSTGRES_URL` names; each test creates its own database there, and drops it.
#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic, reason = "tests: a failed expectation is a panic")]

use crm_core::{ids::IdSource, system::SystemIds};
use sqlx::{AssertSqlSafe, ConnectOptions, Connection, PgConnection, SqliteConnection, postgres::PgConnectOptions};
use std::process::{Command, Output};

/// A database that is removed with the test.
enum Database {
    Sqlite(tempfile::TempDir),
    Postgres { server: String, name: String },
}

impl Database {
    fn sqlite() -> Self {
        Self::Sqlite(tempfile::tempdir().unwrap())
    }

    fn postgres() -> Self {
        let server = std::env::var("CRM_TEST_POSTGRES_URL").expect("CRM_TEST_POSTGRES_URL names no server: this test needs PostgreSQL");
        let name = format!("crm_erp_host_{}", SystemIds::default().next_id().simple());
        on_postgres(&server, format!("CREATE DATABASE {name}"));
        Self::Postgres { server, name }
    }

    /// As the program's argument.
    fn place(&self) -> String {
        match self {
            Self::Sqlite(folder) => folder.path().join("erp.db").display().to_string(),
            Self::Postgres { server, name } => {
                let options: PgConnectOptions = server.parse().unwrap();
                options.database(name).to_url_lossy().to_string()
            }
        }
    }

    fn run(&self, arguments: &[&str]) -> Output {
        Command::new(env!("CARGO_BIN_EXE_crm-erp-host")).arg(self.place()).args(arguments).output().unwrap()
    }

    fn tell(&self) -> String {
        let output = self.run(&[]);
        assert!(output.status.success(), "{}", String::from_utf8_lossy(&output.stderr));
        String::from_utf8(output.stdout).unwrap()
    }

    /// Numbers of rows of the host's shipments, and of what the library writes for a delivery.
    fn rows(&self) -> Vec<i64> {
        let tables = ["erp_shipment", "crm_sales_document", "crm_sales_line", "crm_open_item", "crm_idempotency_key"];
        tables.iter().map(|table| self.count(&format!("SELECT COUNT(*) FROM {table}"))).collect()
    }

    fn count(&self, select: &str) -> i64 {
        let (place, select) = (self.place(), AssertSqlSafe(select.to_owned()));
        wait(async {
            match self {
                Self::Sqlite(_) => sqlx::query_scalar(select).fetch_one(&mut SqliteConnection::connect(&place).await.unwrap()).await.unwrap(),
                Self::Postgres { .. } => sqlx::query_scalar(select).fetch_one(&mut PgConnection::connect(&place).await.unwrap()).await.unwrap(),
            }
        })
    }
}

impl Drop for Database {
    fn drop(&mut self) {
        if let Self::Postgres { server, name } = self {
            on_postgres(server, format!("DROP DATABASE {name} WITH (FORCE)"));
        }
    }
}

fn wait<T>(future: impl Future<Output = T>) -> T {
    tokio::runtime::Builder::new_current_thread().enable_all().build().unwrap().block_on(future)
}

fn on_postgres(server: &str, statement: String) {
    wait(async {
        let mut connection = PgConnection::connect(server).await.expect("the server answers");
        sqlx::raw_sql(AssertSqlSafe(statement)).execute(&mut connection).await.unwrap();
    });
}

fn both_sides_have_a_shipment_or_neither(database: &Database) {
    let told = database.tell();
    for line in [
        "17: the library posts DN-2026-000001 over 20 EUR, cost hidden; the ERP commits",
        "    now: `sent` DN-2026-000001 with the ERP; deliveries with the library: 1",
        "18: the library refuses stock.insufficient, 6 available; the ERP commits",
        "    now: `refused` stock.insufficient with the ERP; deliveries with the library: 1",
        "19: the library posts DN-2026-000002 over 15 EUR, cost hidden; the ERP rolls back",
        "    now: no row with the ERP; deliveries with the library: 1",
        "19: the library posts DN-2026-000002 over 15 EUR, cost hidden; the ERP commits",
        "    now: `sent` DN-2026-000002 with the ERP; deliveries with the library: 2",
        "The ERP sent 7 in 2 shipments; the library delivered 7 in 2, 3 are left",
    ] {
        assert!(told.contains(line), "`{line}` is missing in\n{told}");
    }
    assert_eq!(database.rows(), [3, 2, 2, 2, 2]);
    let again = database.tell();
    assert!(again.contains("The ERP sent 14 in 4 shipments; the library delivered 14 in 4, 6 are left"), "{again}");
}

fn a_death_before_the_commit_leaves_nothing_on_either_side(database: &Database) {
    let dies = |before: &[i64]| {
        let output = database.run(&["--crash"]);
        assert!(!output.status.success() && !String::from_utf8_lossy(&output.stdout).contains("17: the library"));
        assert!(output.stderr.is_empty(), "it ended otherwise: {}", String::from_utf8_lossy(&output.stderr));
        assert_eq!(database.rows(), before);
    };
    dies(&[0; 5]);
    let told = database.tell();
    assert!(told.contains("17: the library posts DN-2026-000001"), "{told}");
    dies(&[3, 2, 2, 2, 2]);
    assert!(database.tell().contains("The ERP sent 14 in 4 shipments; the library delivered 14 in 4, 26 are left"));
}

#[test]
fn on_sqlite_both_sides_have_a_shipment_or_neither() {
    both_sides_have_a_shipment_or_neither(&Database::sqlite());
}

#[test]
fn on_postgres_both_sides_have_a_shipment_or_neither() {
    both_sides_have_a_shipment_or_neither(&Database::postgres());
}

#[test]
fn on_sqlite_a_death_before_the_commit_leaves_nothing_on_either_side() {
    a_death_before_the_commit_leaves_nothing_on_either_side(&Database::sqlite());
}

#[test]
fn on_postgres_a_death_before_the_commit_leaves_nothing_on_either_side() {
    a_death_before_the_commit_leaves_nothing_on_either_side(&Database::postgres());
}

#[test]
fn a_file_that_cannot_be_opened_ends_the_program_with_the_reason() {
    let output = Command::new(env!("CARGO_BIN_EXE_crm-erp-host")).arg("/no/such/folder/erp.db").output().unwrap();
    assert!(!output.status.success() && String::from_utf8_lossy(&output.stderr).starts_with("crm-erp-host: "));
}
