//! A large opening takes little memory: a workbook is brought in by a process of its own that the system gives no more than a limit, and one that asks for more
//! ends there, and the test with it.
//!
//! The whole size, 190,000 rows: `cargo test -p crm-tests --test large_opening -- --ignored --exact whole::sqlite whole::postgres --nocapture`.

#![cfg(target_os = "linux")]
#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic, reason = "tests: a failed expectation is a panic")]

use crm_core::{
    company::Company,
    num::Currency,
    opening::{ApplyMode, OpeningOptions, OpeningReport},
};
use crm_office::{Workbook, read_opening};
use crm_storage_postgres::{PostgresOptions, PostgresStorage};
use crm_storage_sqlite::{SqliteOptions, SqliteStorage};
use crm_tests::{
    harness::{Harness, Shop, day},
    postgres::{Database, Layout},
    runtime,
};
use rust_xlsxwriter::{Workbook as Writer, Worksheet};
use std::{
    fs,
    path::{Path, PathBuf},
    process::Command,
    time::{Duration, Instant},
};

/// Customers with a contact and an address each, and as many products, rows of stock and open documents; and prices on a list.
#[derive(Clone, Copy)]
struct Size {
    each: u32,
    prices: u32,
}

const WHOLE: Size = Size { each: 45_000, prices: 10_000 };
/// What a process may have for the whole of it, in KB: 400 MB of addresses, of which its program takes a part.
const WHOLE_LIMIT: u32 = 400 * 1024;
/// What comes in in every run of the tests, 26,000 rows, and what a process may have for that.
const PART: Size = Size { each: 6_000, prices: 2_000 };
const PART_LIMIT: u32 = 150 * 1024;

fn sheet<'w>(workbook: &'w mut Writer, name: &str, headings: &[&str]) -> &'w mut Worksheet {
    let sheet = workbook.add_worksheet_with_low_memory().unwrap().set_name(name).unwrap();
    for (column, heading) in (0_u16..).zip(headings) {
        sheet.write(0, column, *heading).unwrap();
    }
    sheet
}

fn write_row(sheet: &mut Worksheet, row: u32, texts: &[String]) {
    for (column, text) in (0_u16..).zip(texts) {
        sheet.write(row, column, text).unwrap();
    }
}

/// Writes the workbook.
fn write(path: &Path, size: Size) {
    let mut workbook = Writer::new();
    let headings =
        ["Customer No", "Customer name", "Country", "Customer group", "Tax ID", "Contact name", "Phone", "E-mail", "Street", "Postal code", "City"];
    let customers = sheet(&mut workbook, "Customers", &headings);
    for n in 1..=size.each {
        let texts = [
            format!("C{n:06}"),
            format!("Bodega Peña número {n} S.L."),
            "España".to_owned(),
            format!("Group {}", n % 20),
            format!("B{n:08}"),
            format!("Persona de contacto {n}"),
            format!("+34 6{n:08}"),
            format!("persona{n}@bodega{n}.example"),
            format!("Calle Mayor {n}"),
            format!("{:05}", n % 50_000),
            format!("Ciudad {}", n % 800),
        ];
        write_row(customers, n, &texts);
    }
    let products = sheet(&mut workbook, "Products", &["Stock code", "Product name", "Product group", "Unit", "List price", "Brand", "Model"]);
    for n in 1..=size.each {
        let texts = [format!("P{n:06}"), format!("Farol de viento número {n}"), format!("Faroles {}", n % 50), "ud".to_owned()];
        write_row(products, n, &texts);
        products.write(n, 4, n % 1_000 + 1).unwrap();
        products.write(n, 5, format!("Marca {}", n % 100)).unwrap();
        products.write(n, 6, format!("M-{n}")).unwrap();
    }
    let lists = sheet(&mut workbook, "Price lists", &["Price list", "List name"]);
    write_row(lists, 1, &["WEB".to_owned(), "Web".to_owned()]);
    let prices = sheet(&mut workbook, "Prices", &["Price list", "Stock code", "Unit price"]);
    for n in 1..=size.prices {
        write_row(prices, n, &["WEB".to_owned(), format!("P{n:06}")]);
        prices.write(n, 2, n % 900 + 1).unwrap();
    }
    let stock = sheet(&mut workbook, "Opening stock", &["Stock code", "Quantity", "Unit cost"]);
    for n in 1..=size.each {
        stock.write(n, 0, format!("P{n:06}")).unwrap().write(n, 1, n % 30 + 1).unwrap().write(n, 2, n % 700 + 1).unwrap();
    }
    let owed = sheet(&mut workbook, "Receivables", &["Customer No", "Document No", "Date", "Open amount"]);
    for n in 1..=size.each {
        write_row(owed, n, &[format!("C{n:06}"), format!("F-{n}"), format!("2025-11-{:02}", n % 28 + 1)]);
        owed.write(n, 3, n % 5_000 + 1).unwrap();
    }
    workbook.save(path).unwrap();
}

/// The most memory that the process had since it was asked last, in MB.
fn peak() -> u32 {
    let peak = in_status("VmHWM:");
    fs::write("/proc/self/clear_refs", "5").ok();
    peak
}

/// A line of what the system knows of the process, in MB.
fn in_status(name: &str) -> u32 {
    let status = fs::read_to_string("/proc/self/status").unwrap();
    let line = status.lines().find_map(|line| line.strip_prefix(name)).unwrap();
    line.trim().trim_end_matches(" kB").parse::<u32>().unwrap() / 1024
}

/// The time that the process had of any processor so far: the system counts it in hundredths of a second.
fn worked() -> Duration {
    let stat = fs::read_to_string("/proc/self/stat").unwrap();
    let fields: Vec<&str> = stat.rsplit_once(')').unwrap().1.split_whitespace().collect();
    fields[11..=12].iter().map(|ticks| Duration::from_millis(10 * ticks.parse::<u64>().unwrap())).sum()
}

/// Says what a stage took.
fn note(stage: &str, (since, before): (Instant, Duration)) {
    let (elapsed, worked) = (since.elapsed(), worked() - before);
    println!("\nCOST {stage}: {elapsed:.1?}, {worked:.1?} of a processor, {} MB of {} MB of addresses", peak(), in_status("VmPeak:"));
}

async fn bring_in(shop: &Shop, path: &Path, size: Size) {
    let since = (Instant::now(), worked());
    let mut workbook = Workbook::open(path).unwrap();
    let data = read_opening(&mut workbook, &crm_office::OpeningOptions::default()).unwrap();
    drop(workbook);
    assert!(data.problems.is_empty(), "{:?}", data.problems.first());
    note("reading", since);
    let each = usize::try_from(size.each).unwrap();
    let made = |report: &OpeningReport| {
        assert!(report.problems.is_empty(), "{:?}", report.problems.first());
        (report.customers_created, report.contacts_created, report.addresses_created, report.products_created, report.stock_posted)
    };
    let all = (each, each, each, each, each);
    for (stage, mode, made_now) in
        [("dry run", ApplyMode::DryRun, all), ("import", ApplyMode::AllOrNothing, all), ("import again", ApplyMode::AllOrNothing, (0, 0, 0, 0, 0))]
    {
        let since = (Instant::now(), worked());
        let options = OpeningOptions::new(shop.warehouse, day("2026-01-01"), mode);
        let session = shop.session.idempotent(stage);
        let report = session.opening().apply(&data, &options).await.unwrap();
        note(stage, since);
        assert_eq!(made(&report), made_now, "{stage}");
        assert_eq!(report.receivables_created, made_now.0, "{stage}");
    }
}

#[test]
#[ignore = "runs as a process of its own, started by the others"]
fn child() {
    let Ok(path) = std::env::var("CRM_LARGE_OPENING") else { return };
    let path = PathBuf::from(path);
    let [each, prices] = ["CRM_LARGE_EACH", "CRM_LARGE_PRICES"].map(|name| std::env::var(name).unwrap().parse().unwrap());
    let size = Size { each, prices };
    runtime().block_on(async {
        let company = Company::new("Large", Currency::EUR);
        let harness = match std::env::var("CRM_LARGE_DATABASE") {
            Ok(url) => Harness::new(PostgresStorage::open(PostgresOptions::new(&url).unwrap().connections(2)).await.unwrap()),
            Err(_) => {
                let storage = SqliteStorage::open(SqliteOptions::new(path.with_extension("db"))).await.unwrap();
                storage.migrations().apply().await.unwrap();
                Harness::new(storage)
            }
        };
        let shop = Shop::founded(&harness, company).await;
        note("beginning", (Instant::now(), Duration::ZERO));
        bring_in(&shop, &path, size).await;
    });
    println!("RESULT brought in");
}

/// Brings a workbook of a size in, in a process that the system gives no more than a limit.
fn within(limit: Option<u32>, size: Size, database: Option<&Database>) {
    let folder = tempfile::tempdir().unwrap();
    let path = folder.path().join("large.xlsx");
    write(&path, size);
    let limit = limit.map_or_else(String::new, |limit| format!("ulimit -v {limit} && "));
    let mut command = Command::new("sh");
    command.args(["-c", &format!("{limit}exec \"$0\" --exact child --ignored --nocapture --test-threads=1")]);
    command.arg(std::env::current_exe().unwrap()).env("CRM_LARGE_OPENING", &path).env("MALLOC_ARENA_MAX", "1");
    command.env("CRM_LARGE_EACH", size.each.to_string()).env("CRM_LARGE_PRICES", size.prices.to_string());
    if let Some(database) = database {
        command.env("CRM_LARGE_DATABASE", database.url());
    }
    let output = command.output().unwrap();
    let said = String::from_utf8_lossy(&output.stdout).into_owned();
    for line in said.lines().filter_map(|line| line.strip_prefix("COST ")) {
        println!("{line}");
    }
    assert!(said.contains("RESULT brought in"), "{:?}\n{said}\n{}", output.status, String::from_utf8_lossy(&output.stderr));
}

/// The limit, unless it is only to be seen what is taken.
fn limit(kilobytes: u32) -> Option<u32> {
    std::env::var("CRM_LARGE_UNLIMITED").is_err().then_some(kilobytes)
}

#[test]
fn an_opening_takes_little_memory_on_sqlite() {
    within(limit(PART_LIMIT), PART, None);
}

#[test]
fn an_opening_takes_little_memory_on_postgres() {
    let database = runtime().block_on(Database::new(Layout::Plain));
    within(limit(PART_LIMIT), PART, Some(&database));
}

mod whole {
    use super::*;

    #[test]
    #[ignore = "minutes: 190,000 rows"]
    fn sqlite() {
        within(limit(WHOLE_LIMIT), WHOLE, None);
    }

    #[test]
    #[ignore = "minutes: 190,000 rows"]
    fn postgres() {
        let database = runtime().block_on(Database::new(Layout::Plain));
        within(limit(WHOLE_LIMIT), WHOLE, Some(&database));
    }
}
