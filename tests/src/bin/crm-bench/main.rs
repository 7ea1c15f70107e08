//! The library against programs written by hand for one engine each. They read what they must, and write the same rows into the same schema
//! with the same durability. A case runs both sides in turns within one process; the ratio of each pair of turns is what counts.
//! `docs/benches.md` says what is compared, and keeps figures.
//!
//! Postings: each side has a database of its own. Before a case begins, one document of each side is compared row by row, ids and times
//! apart; at its end both must keep the books that `verify` asks for.
//!
//! ```sh
//! cargo run --release -p crm-tests --bin crm-bench
//! cargo run --release -p crm-tests --bin crm-bench -- --quick --only sqlite --only delivery
//! ```
//!
//! - `--only` an engine or a case, as often as you like.
//! - `--quick`: small volumes, to see that it works.
//! - `--rounds`: turns of each side (7).
//! - `--items`, `--lines`, `--codes`, `--customers`: open items (100,000), sales lines (5,000,000), product codes (1,000,000), and customers
//!   of the list (100,000, then 1,000,000).
//! - `--documents` of each side in a case, over all turns (2000); one turn more comes first and is not counted.
//! - `--document-lines` of a delivery, quote or order (10).
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
mod fill;
mod insert;
mod languages;
mod postgres;
mod programs;
mod reads;
mod reads_postgres;
mod reads_sqlite;
mod server;
mod shop;
mod sqlite;
mod turns;

use server::Server;

const ENGINES: [&str; 2] = ["sqlite", "postgres"];
const CASES: [&str; 9] = ["delivery", "quote", "order", "payment", "ageing", "history", "codes", "customers", "languages"];

/// What is asked for.
struct Settings {
    documents: usize,
    document_lines: usize,
    rounds: usize,
    items: usize,
    lines: usize,
    codes: usize,
    /// Of each list; none: as many as by default.
    customers: Option<usize>,
    is_quick: bool,
    only: Vec<String>,
}

impl Settings {
    fn from_arguments() -> Self {
        let mut settings = Self {
            documents: 2_000,
            document_lines: 10,
            rounds: 7,
            items: 100_000,
            lines: 5_000_000,
            codes: 1_000_000,
            customers: None,
            is_quick: false,
            only: Vec::new(),
        };
        let mut arguments = std::env::args().skip(1);
        while let Some(name) = arguments.next() {
            if name == "--quick" {
                let quick = Self { documents: 70, items: 5_000, lines: 100_000, codes: 20_000, customers: Some(5_000), is_quick: true, ..settings };
                settings = quick;
                continue;
            }
            let value = arguments.next().unwrap_or_else(|| panic!("`{name}` lacks its value"));
            let number = || value.replace('_', "").parse().unwrap_or_else(|_| panic!("`{name}` needs a number, not `{value}`"));
            match name.as_str() {
                "--documents" => settings.documents = number(),
                "--document-lines" => settings.document_lines = number(),
                "--rounds" => settings.rounds = number(),
                "--items" => settings.items = number(),
                "--lines" => settings.lines = number(),
                "--codes" => settings.codes = number(),
                "--customers" => settings.customers = Some(number()),
                "--only" if ENGINES.iter().chain(&CASES).any(|known| *known == value) => settings.only.push(value),
                _ => panic!("what is `{name} {value}`? The options stand at the top of the program; --only takes {ENGINES:?} and {CASES:?}"),
            }
        }
        let products = shop::PRODUCTS;
        assert!((1..=products).contains(&settings.document_lines), "a document has 1 to {products} lines here, each of another product");
        assert!(settings.rounds >= 1 && settings.documents >= settings.rounds, "there are fewer documents than rounds");
        settings
    }

    /// Whether something is wanted that is one of these.
    fn wants(&self, of: &[&str], name: &str) -> bool {
        let mut named = self.only.iter().filter(|only| of.contains(&only.as_str())).peekable();
        named.peek().is_none() || named.any(|only| only == name)
    }

    fn wants_engine(&self, engine: &str) -> bool {
        self.wants(&ENGINES, engine)
    }

    fn wants_case(&self, case: &str) -> bool {
        self.wants(&CASES, case)
    }

    fn wants_postings(&self) -> bool {
        shop::Kind::ALL.into_iter().any(|kind| self.wants_case(kind.name()))
    }

    /// Questions to large books, and how large these are.
    fn volumes(&self) -> Vec<(&'static str, usize)> {
        let lists = self.customers.map_or_else(|| vec![100_000, 1_000_000], |customers| vec![customers]);
        let lists = lists.into_iter().map(|customers| ("customers", customers));
        [("ageing", self.items), ("history", self.lines), ("codes", self.codes)].into_iter().chain(lists).collect()
    }

    /// Quick questions of one turn.
    fn questions(&self) -> usize {
        if self.is_quick { 20 } else { 500 }
    }

    /// Documents of a side in all turns of a case, the first that is not counted included.
    fn all_documents(&self) -> usize {
        self.documents / self.rounds * (self.rounds + 1)
    }
}

fn main() {
    let settings = Settings::from_arguments();
    if settings.wants_case("languages") {
        languages::run();
    }
    if settings.only == ["languages"] {
        return;
    }
    let server = settings.wants_engine("postgres").then(Server::find);
    let runtime = tokio::runtime::Runtime::new().unwrap();
    runtime.block_on(async {
        let Settings { documents, document_lines, rounds, .. } = settings;
        println!("documents of {document_lines} lines, {documents} a side in {rounds} turns; medians, and the ratio of each pair of turns\n");
        if let Some(server) = &server {
            println!("PostgreSQL: {}\n", server.describe().await);
        }
        if settings.wants_postings() {
            println!("| posted | library /s | by hand /s | ratio [min - max] |\n|---|---|---|---|");
            if settings.wants_engine("sqlite") {
                sqlite::run(&settings).await;
            }
            if let Some(server) = &server {
                postgres::run(server, &settings).await;
                postgres::statements(server, &settings).await;
            }
        }
        println!("\n| asked | library ms | by hand ms | ratio [min - max] |\n|---|---|---|---|");
        if settings.wants_engine("sqlite") {
            reads_sqlite::run(&settings).await;
        }
        if let Some(server) = &server {
            reads_postgres::run(server, &settings).await;
        }
    });
}
