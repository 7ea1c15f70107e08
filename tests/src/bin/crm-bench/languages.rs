//! What a call costs from Python and from Kotlin, beside the same call in Rust. Both programs print a figure a line: a name and nanoseconds.

use crm_core::{
    access::{Operator, Principal},
    company::Company,
    customers::Customer,
    num::Currency,
    session::Crm,
    system::{SystemClock, SystemIds},
};
use crm_facade::{Call, Facade};
use crm_storage_sqlite::{SqliteOptions, SqliteStorage};
use serde_json::{Value as Json, json};
use std::{collections::BTreeMap, path::Path, process::Command, sync::Arc, time::Instant};

/// Rounds of a figure; the best counts, as in the other languages.
const ROUNDS: usize = 8;
/// Customers on the page.
const PAGE: u32 = 1_000;

type Figures = BTreeMap<String, u64>;

pub(crate) fn run() {
    let rust = in_rust();
    let facade = through_the_facade();
    let root = Path::new(env!("CARGO_MANIFEST_DIR")).join("..");
    let python = printed("Python", Command::new(root.join("target/python/bin/python")).arg(root.join("bindings/python/tests/overhead.py")));
    let goals = ["--quiet", "test-compile", "exec:java", "-Dexec.mainClass=crm.OverheadKt", "-Dexec.classpathScope=test"];
    let kotlin = printed(
        "Kotlin",
        Command::new("mvn").arg("--file").arg(root.join("bindings/kotlin/pom.xml")).args(goals).env("CRM_BUILD_PROFILE", "release"),
    );
    println!("\n| called | Rust us | facade us | Python us (to Rust) | Kotlin us (to Rust) |\n|---|---|---|---|---|");
    for (name, [of_python, of_kotlin]) in [
        ("call", ["call_blocking", "call_blocking"]),
        ("call, awaited", ["call_awaited", "call_suspending"]),
        ("call, 100 at once", ["call_awaited_100_at_once", "call_suspending_100_at_once"]),
        ("get", ["get_blocking", "get_blocking"]),
        ("get, awaited", ["get_awaited", "get_suspending"]),
        ("page_of_1000", ["page_of_1000_blocking", "page_of_1000_blocking"]),
        ("page_of_1000, awaited", ["page_of_1000_awaited", "page_of_1000_suspending"]),
    ] {
        let plain = name.split(',').next().unwrap();
        let micros = |figure: Option<&u64>| figure.map_or_else(|| "-".to_owned(), |ns| format!("{:.1}", *ns as f64 / 1_000.0));
        let beside = |figures: &Figures, of: &str| match (figures.get(of), rust.get(plain)) {
            (Some(ns), Some(base)) => format!("{} ({:.1})", micros(Some(ns)), *ns as f64 / *base as f64),
            (figure, _) => micros(figure),
        };
        let (rust, facade) = (micros(rust.get(plain)), micros(facade.get(plain)));
        println!("| {name} | {rust} | {facade} | {} | {} |", beside(&python, of_python), beside(&kotlin, of_kotlin));
    }
}

/// The best round, a call in nanoseconds.
fn best(times: usize, mut call: impl FnMut()) -> u64 {
    let round = |_| {
        let started = Instant::now();
        (0..times).for_each(|_| call());
        u64::try_from(started.elapsed().as_nanos()).unwrap() / times as u64
    };
    (0..ROUNDS).map(round).min().unwrap()
}

fn customer(number: u32) -> Customer {
    Customer { payment_days: i64::from(number % 90), ..Customer::new(format!("M{number:04}"), format!("Customer {number}")) }
}

fn in_rust() -> Figures {
    let folder = tempfile::tempdir().unwrap();
    let runtime = tokio::runtime::Runtime::new().unwrap();
    let (session, id) = runtime.block_on(async {
        let storage = SqliteStorage::open(SqliteOptions::new(folder.path().join("books.db"))).await.unwrap();
        storage.migrations().apply().await.unwrap();
        let crm = Crm::new(Arc::new(storage), Arc::new(SystemClock), Arc::new(SystemIds::default()));
        let operator = Operator::with("ana", "Ana", &["administrator"], &[]);
        let (company, operator) = crm.create_company(Company::new("Acme", Currency::EUR), operator).await.unwrap();
        let session = crm.act_as(company, Principal::operator(operator)).await.unwrap();
        let made = session.customers().create_many((0..PAGE).map(customer).collect()).await.unwrap();
        (session, made[0].id)
    });
    let get = best(5_000, || drop(runtime.block_on(session.customers().get(id)).unwrap()));
    let page = best(20, || assert_eq!(runtime.block_on(session.customers().list().limit(PAGE).page()).unwrap().items.len(), PAGE as usize));
    [("get".to_owned(), get), ("page_of_1000".to_owned(), page)].into()
}

fn through_the_facade() -> Figures {
    let folder = tempfile::tempdir().unwrap();
    let answer = |facade: &Facade, session: Option<u64>, operation: &str, arguments: Json| {
        let reply = facade.call_blocking(Call { session, operation: operation.to_owned(), key: None, arguments: arguments.to_string() });
        serde_json::from_str::<Json>(&reply).unwrap()["ok"].take()
    };
    let memory = Facade::open("memory:").unwrap();
    let timed = |facade: &Facade, times: usize, session: Option<u64>, operation: &str, arguments: &Json| {
        let call = Call { session, operation: operation.to_owned(), key: None, arguments: arguments.to_string() };
        best(times, || assert!(facade.call_blocking(call.clone()).starts_with("{\"ok\"")))
    };
    let call = timed(&memory, 20_000, None, "crm.missing_steps", &json!({}));
    let facade = Facade::open(&format!("sqlite:{}", folder.path().join("books.db").display())).unwrap();
    answer(&facade, None, "crm.migrate", json!({}));
    let operator = json!({"code": "ana", "name": "Ana", "roles": ["administrator"]});
    let company = answer(&facade, None, "crm.create_company", json!({"name": "Acme", "currency": "EUR", "operator": operator}));
    let session = answer(&facade, None, "crm.act_as", json!({"company_id": company["company_id"], "operator_id": company["operator_id"]}));
    let session = session["session"].as_u64();
    let all: Vec<Customer> = (0..PAGE).map(customer).collect();
    let made = answer(&facade, session, "customers.create_many", json!({"data": all}));
    let get = timed(&facade, 5_000, session, "customers.get", &json!({"id": made[0]["id"]}));
    let page = timed(&facade, 20, session, "customers.list", &json!({"limit": PAGE}));
    [("call".to_owned(), call), ("get".to_owned(), get), ("page_of_1000".to_owned(), page)].into()
}

/// What a program prints, or nothing if it is not there.
fn printed(language: &str, command: &mut Command) -> Figures {
    let output = match command.output() {
        Ok(output) if output.status.success() => String::from_utf8(output.stdout).unwrap(),
        Ok(output) => {
            println!("{language} is left out: {}", String::from_utf8_lossy(&output.stderr));
            return Figures::new();
        }
        Err(error) => {
            println!("{language} is left out: {error}; `CRM_TEST_PROFILE=release ./test.sh` builds what is needed");
            return Figures::new();
        }
    };
    let figure = |line: &str| line.split_once(' ').and_then(|(name, ns)| Some((name.to_owned(), ns.trim().parse().ok()?)));
    output.lines().filter_map(figure).collect()
}
