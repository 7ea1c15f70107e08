//! The change feed, on both engines: a reader that follows by position while others write sees every change once, in order.
#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic, reason = "tests: a failed expectation is a panic")]

use crm_core::{Result, entity::Stored, feed::FeedEntry, query::Filter};
use crm_tests::{
    harness::{Harness, Shop},
    on_both_engines,
};
use std::{
    collections::BTreeMap,
    sync::{
        Arc,
        atomic::{AtomicBool, Ordering},
    },
};

const WRITERS: usize = 8;
const EACH: usize = 25;

on_both_engines! {
    a_reader_that_follows_misses_nothing_and_sees_nothing_twice
    a_change_that_is_taken_back_leaves_no_gap
    a_long_transaction_holds_later_changes_back_instead_of_letting_them_pass
}

async fn next(shop: &Shop, after: i64, page: u32) -> Result<Vec<Stored<FeedEntry>>> {
    shop.session.feed().list().filter(&FeedEntry::position().gt(after))?.sort(&["position"]).limit(page).fetch().await
}

/// Follows until the writers are done and nothing more comes.
async fn follow(shop: &Shop, is_over: &AtomicBool) -> Vec<FeedEntry> {
    let (mut seen, mut position) = (Vec::new(), 0);
    loop {
        let was_over = is_over.load(Ordering::Acquire);
        let page = next(shop, position, 7).await.unwrap();
        if page.is_empty() && was_over {
            return seen;
        }
        for entry in page {
            position = entry.position;
            seen.push(entry.data);
        }
        tokio::task::yield_now().await;
    }
}

async fn a_reader_that_follows_misses_nothing_and_sees_nothing_twice(harness: Harness) {
    let shop = harness.shop().await;
    let is_over = Arc::new(AtomicBool::new(false));
    let reader = tokio::spawn({
        let (shop, is_over) = (shop.clone(), is_over.clone());
        async move { follow(&shop, &is_over).await }
    });
    let writer = |n: usize| {
        let shop = shop.clone();
        tokio::spawn(async move {
            for i in 0..EACH {
                shop.session.sales().deliver(&shop.delivery_of(&[(shop.service, "1", "5")])).await.unwrap();
                let mut customer = shop.session.customers().create(crm_core::customers::Customer::new(format!("F{n}-{i}"), "First")).await.unwrap();
                customer.name = "Second".into();
                shop.session.customers().update(&customer).await.unwrap();
                // Refused in the middle of writing: what it took is given back.
                shop.session.customers().create(crm_core::customers::Customer::new("C1", "taken")).await.unwrap_err();
            }
        })
    };
    let writers: Vec<_> = (0..WRITERS).map(writer).collect();
    for writer in writers {
        writer.await.unwrap();
    }
    is_over.store(true, Ordering::Release);
    let seen = reader.await.unwrap();
    let last = i64::try_from(shop.session.feed().count(&Filter::All).await.unwrap()).unwrap();
    assert_eq!(seen.iter().map(|e| e.position).collect::<Vec<_>>(), (1..=last).collect::<Vec<_>>());
    let mut of_record: BTreeMap<_, Vec<&str>> = BTreeMap::new();
    for entry in seen.iter().filter(|e| e.entity == "customer") {
        of_record.entry(entry.record_id).or_default().push(entry.action.as_str());
    }
    let both = of_record.values().filter(|actions| **actions == ["create", "update"]).count();
    assert_eq!(both, WRITERS * EACH, "each record was created, then updated");
    shop.verify().await;
}

async fn a_change_that_is_taken_back_leaves_no_gap(harness: Harness) {
    let shop = harness.shop().await;
    let before = next(&shop, 0, 1000).await.unwrap().len() as i64;
    for _ in 0..5 {
        let mut changes = shop.changes();
        let id: crm_core::ids::CustomerId = changes.new_id();
        changes.insert(&Stored::new(id, crm_core::customers::Customer::new("T", "taken back")));
        let mut work = harness.storage.begin(shop.company, crm_core::storage::Mode::Write).await.unwrap();
        work.write(&changes).await.unwrap();
        work.rollback().await.unwrap();
    }
    shop.group("after", None).await;
    let positions: Vec<i64> = next(&shop, before, 1000).await.unwrap().iter().map(|e| e.position).collect();
    assert_eq!(positions, [before + 1]);
}

async fn a_long_transaction_holds_later_changes_back_instead_of_letting_them_pass(harness: Harness) {
    let shop = harness.shop().await;
    let before = next(&shop, 0, 1000).await.unwrap().len() as i64;
    let mut changes = shop.changes();
    let id: crm_core::ids::CustomerId = changes.new_id();
    changes.insert(&Stored::new(id, crm_core::customers::Customer::new("L", "long")));
    let mut long = harness.storage.begin(shop.company, crm_core::storage::Mode::Write).await.unwrap();
    long.write(&changes).await.unwrap();
    let later = tokio::spawn({
        let shop = shop.clone();
        async move { shop.group("later", None).await }
    });
    tokio::time::sleep(std::time::Duration::from_millis(150)).await;
    assert!(next(&shop, before, 10).await.unwrap().is_empty(), "a later change passed one that is not committed yet");
    long.commit().await.unwrap();
    later.await.unwrap();
    let entities: Vec<String> = next(&shop, before, 10).await.unwrap().into_iter().map(|e| e.data.entity).collect();
    assert_eq!(entities, ["customer", "customer_group"]);
}
