//! An existing ERP that embeds the library: it has its own tables, users and connection pool, and what it posts through the library is part of its
//! own transactions. Read `erp.rs` for `ship`, which is the point of it, and `engine.rs` for what differs by engine.

mod engine;
mod erp;
mod story;

use clap::Parser;
use erp::Erp;
use sqlx::{Postgres, Sqlite};
use std::process::ExitCode;

/// An ERP that posts through the library inside its own transactions.
#[derive(Parser)]
#[command(name = "crm-erp-host", version)]
struct Arguments {
    /// Database: `postgres://..`, or the path of an SQLite file. None: a temporary file.
    database: Option<String>,
    /// Die between the library's delivery and the commit; for the test that nothing is ever half done.
    #[arg(long, hide = true)]
    crash: bool,
}

/// Any error that ends the program.
type Failure = Box<dyn std::error::Error>;

#[tokio::main]
async fn main() -> ExitCode {
    match run(Arguments::parse()).await {
        Ok(()) => ExitCode::SUCCESS,
        Err(error) => {
            eprintln!("crm-erp-host: {error}");
            ExitCode::FAILURE
        }
    }
}

async fn run(Arguments { database, crash }: Arguments) -> Result<(), Failure> {
    let folder = tempfile::tempdir()?;
    let database = database.unwrap_or_else(|| folder.path().join("erp.db").display().to_string());
    if database.starts_with("postgres://") || database.starts_with("postgresql://") {
        story::tell(&Erp::<Postgres>::open(&database).await?, crash).await
    } else {
        story::tell(&Erp::<Sqlite>::open(&database).await?, crash).await
    }
}
