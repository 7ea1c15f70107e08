//! The leak fuzzer, on every engine: nobody learns, by anything that can be called, what is out of reach or hidden, and nobody reaches more by an act
//! than whoever did it may give.
//!
//! `CRM_LEAK_GRAPHS=1000` hunts as many graphs on each engine, `CRM_LEAK_SEED=17` one seed alone, and everything that it finds.
#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic, reason = "tests: a failed expectation is a panic")]

use crm_tests::{
    leaks::{Detector, Engine, Found, Fuzzer, Hunt},
    runtime,
};
use std::{ops::Range, sync::OnceLock};

/// Graphs of every run. A call takes about five times as long on SQLite as in memory, and twenty times on PostgreSQL.
const IN_MEMORY: u64 = 100;
const ON_SQLITE: u64 = 10;
const ON_POSTGRES: u64 = 4;

fn number(variable: &str) -> Option<u64> {
    std::env::var(variable).ok().map(|text| text.parse().unwrap_or_else(|_| panic!("{variable} is no number: {text}")))
}

fn seeds(graphs: u64) -> Range<u64> {
    match (number("CRM_LEAK_SEED"), number("CRM_LEAK_GRAPHS")) {
        (Some(seed), _) => seed..seed + 1,
        (None, graphs_asked) => 1..1 + graphs_asked.unwrap_or(graphs),
    }
}

fn fuzzer() -> &'static Fuzzer {
    static FUZZER: OnceLock<Fuzzer> = OnceLock::new();
    FUZZER.get_or_init(|| runtime().block_on(Fuzzer::new()))
}

/// Hunts, and says the first leak of each kind; of a single seed every one.
fn hunted(engine: Engine, graphs: u64) -> Found {
    let mut whole = Found::default();
    for seed in seeds(graphs) {
        whole.add(runtime().block_on(fuzzer().run(&Hunt::new(seed, engine))));
    }
    if number("CRM_LEAK_SEED").is_some() {
        whole.leaks.iter().for_each(|leak| println!("{leak}\n"));
    }
    whole
}

fn holds(engine: Engine, graphs: u64) -> Found {
    let whole = hunted(engine, graphs);
    println!("{engine:?}: {:?} twins, {} calls", whole.twins, whole.calls.values().map(|(done, refused)| done + refused).sum::<usize>());
    let kinds: Vec<String> = whole.kinds().into_iter().map(|(leak, times)| format!("{times} times: {leak}\n")).collect();
    assert!(kinds.is_empty(), "{} kinds of leaks; run one again with CRM_LEAK_SEED:\n{}", kinds.len(), kinds.join("\n"));
    whole
}

/// Operations that random work never gets done, of those that it finds: as measured. Fewer is better. Two of them hand a workbook back with what is
/// wrong with it, which takes reach over every customer.
const IDLE: usize = 68;

#[test]
fn nothing_leaks_in_memory() {
    let found = holds(Engine::Memory, IN_MEMORY);
    let calls = |name: &&str| found.calls.get(*name).copied().unwrap_or_default();
    let idle: Vec<_> = fuzzer().operations().filter(|name| calls(name).0 == 0).collect();
    println!("never done: {idle:?}\ncame apart: {:#?}", found.apart);
    if number("CRM_LEAK_SEED").is_none() && number("CRM_LEAK_GRAPHS").is_none() {
        assert!(fuzzer().operations().all(|name| calls(&name) != (0, 0)), "something was not called");
        assert!(found.apart.len() * 10 <= found.twins, "twins come apart: {:#?}", found.apart);
        assert!(idle.len() <= IDLE, "{} operations were never done: {idle:?}", idle.len());
    }
}

#[test]
fn nothing_leaks_on_sqlite() {
    holds(Engine::Sqlite, ON_SQLITE);
}

#[test]
fn nothing_leaks_on_postgres() {
    holds(Engine::Postgres, ON_POSTGRES);
}

/// An operation that answers everybody as it answers the administrator is found, by whatever can find it.
#[test]
fn a_leak_is_found() {
    let made = [
        ("contacts.list", Detector::Rows),
        ("contacts.list", Detector::Taint),
        ("payments.report", Detector::Twins),
        ("receivables.balance", Detector::Twins),
        ("customer_group_members.create", Detector::Usurped),
        ("receivables.ageing", Detector::Unasked),
    ];
    for (operation, detector) in made {
        let is_found = (1..=20).any(|seed| {
            let found = runtime().block_on(fuzzer().run(&Hunt::new(seed, Engine::Memory).with_mischief(operation)));
            found.leaks.iter().any(|leak| leak.detector == detector && leak.operation == operation)
        });
        assert!(is_found, "{detector:?} does not find that `{operation}` answers everybody");
    }
}
