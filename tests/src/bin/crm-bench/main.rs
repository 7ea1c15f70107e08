//! Deliveries a second through the library, against programs written by hand for one engine each: they read what they must, and write the
//! same rows into the same schema with the same durability. A case runs both sides in turns within one process, each on a database of its
//! own; the ratio of each pair of turns is what counts. Before a case begins, one delivery of each side is compared row by row, ids and
//! times apart; at its end both must keep the books that `verify` asks for.
//!
//! ```sh
//! cargo run --release -p crm-tests --bin crm-bench
//! cargo run --release -p crm-tests --bin crm-bench -- --deliveries 2000 --lines 10 --rounds 7 --only sqlite
//! ```
//!
//! - `--deliveries` of each side in a case, over all turns (2000); one turn more comes first and is not counted.
//! - `--lines` of a delivery (10).
//! - `--rounds`: turns of each side (7).
//! - `--only sqlite` or `--only postgres`: the cases of one engine.
//!
//! PostgreSQL is the server that `CRM_BENCH_POSTGRES_URL` or else `CRM_TEST_POSTGRES_URL` names; without either, a private one that forces
//! every commit to the disk. The output says which, and whether it forces commits: without, figures are not those of a durable server.
#![allow(
    clippy::unwrap_used,
    clippy::expect_used,
    clippy::panic,
    clippy::float_arithmetic,
    reason = "a bench: figures of time, and no way to go on after an error"
)]
#![allow(clippy::disallowed_methods, reason = "a bench needs the machine's clock")]

mod books;
mod postgres;
mod server;
mod shop;
mod sqlite;
mod turns;

use server::Server;

/// What is asked for.
struct Settings {
    deliveries: usize,
    lines: usize,
    rounds: usize,
    only: Option<String>,
}

impl Settings {
    fn from_arguments() -> Self {
        let mut settings = Self { deliveries: 2_000, lines: 10, rounds: 7, only: None };
        let mut arguments = std::env::args().skip(1);
        while let Some(name) = arguments.next() {
            let value = arguments.next().unwrap_or_else(|| panic!("`{name}` lacks its value"));
            let number = || value.parse().unwrap_or_else(|_| panic!("`{name}` needs a number, not `{value}`"));
            match (name.as_str(), value.as_str()) {
                ("--deliveries", _) => settings.deliveries = number(),
                ("--lines", _) => settings.lines = number(),
                ("--rounds", _) => settings.rounds = number(),
                ("--only", "sqlite" | "postgres") => settings.only = Some(value),
                _ => panic!("what is `{name} {value}`? --deliveries N, --lines N, --rounds N, --only sqlite|postgres"),
            }
        }
        assert!((1..=shop::PRODUCTS).contains(&settings.lines), "a delivery has 1 to {} lines here, each of another product", shop::PRODUCTS);
        assert!(settings.rounds >= 1 && settings.deliveries >= settings.rounds, "there are fewer deliveries than rounds");
        settings
    }

    fn wants(&self, engine: &str) -> bool {
        self.only.as_deref().is_none_or(|only| only == engine)
    }
}

fn main() {
    let settings = Settings::from_arguments();
    let server = settings.wants("postgres").then(Server::find);
    let runtime = tokio::runtime::Runtime::new().unwrap();
    runtime.block_on(async {
        let Settings { deliveries, lines, rounds, .. } = settings;
        println!("deliveries of {lines} lines, {deliveries} a side in {rounds} turns; medians, and the ratio of each pair of turns\n");
        if let Some(server) = &server {
            println!("PostgreSQL: {}\n", server.describe().await);
        }
        println!("| case | library /s | by hand /s | ratio [min - max] |\n|---|---|---|---|");
        if settings.wants("sqlite") {
            sqlite::run(&settings).await;
        }
        if let Some(server) = &server {
            postgres::run(server, &settings).await;
        }
    });
}
