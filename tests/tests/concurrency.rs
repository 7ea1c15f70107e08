//! Many at once: the last unit is sold once, numbers have no gaps, nothing is allocated twice, and a key does an act once.
#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic, reason = "tests: a failed expectation is a panic")]

use crm_core::{
    Code, Error, Result,
    query::Filter,
    receivables::{Allocate, NewAllocation},
    sales::SalesPosted,
    stock::StockPosted,
};
use crm_tests::{
    harness::{Shop, day, eur, sqlite},
    runtime,
};
use std::{collections::BTreeSet, future::Future};

/// Runs the same act in many tasks, which start as close together as they can.
async fn at_once<T: Send + 'static, F: Future<Output = T> + Send + 'static>(tasks: usize, act: impl Fn(usize) -> F) -> Vec<T> {
    let barrier = std::sync::Arc::new(tokio::sync::Barrier::new(tasks));
    let start = |n| {
        let (barrier, act) = (barrier.clone(), act(n));
        tokio::spawn(async move {
            barrier.wait().await;
            act.await
        })
    };
    let running: Vec<_> = (0..tasks).map(start).collect();
    let mut done = Vec::new();
    for task in running {
        done.push(task.await.unwrap());
    }
    done
}

fn sell(shop: &Shop) -> impl Future<Output = Result<SalesPosted>> + Send + 'static {
    let shop = shop.clone();
    async move { shop.session.sales().deliver(&shop.delivery("1", "5")).await }
}

#[test]
fn the_last_unit_is_sold_once() {
    runtime().block_on(async {
        let shop = sqlite().await.shop().await;
        for round in 0..50 {
            shop.receive("1", "3").await;
            let results = at_once(2, |_| sell(&shop)).await;
            let refused: Vec<&Error> = results.iter().filter_map(|r| r.as_ref().err()).collect();
            assert_eq!(refused.iter().map(|e| e.code()).collect::<Vec<_>>(), [Code::InsufficientStock], "round {round}: {results:?}");
            assert_eq!(refused[0].context("available"), Some("0"));
        }
        assert_eq!(shop.session.sales_documents().count(&Filter::All).await.unwrap(), 50);
        shop.verify().await;
    });
}

#[test]
fn sixteen_writers_take_numbers_without_gaps() {
    const EACH: usize = 5;
    runtime().block_on(async {
        let shop = sqlite().await.shop().await;
        let results = at_once(16, |_| {
            let shop = shop.clone();
            async move {
                let mut numbers = Vec::new();
                for _ in 0..EACH {
                    let posted = shop.session.sales().deliver(&shop.delivery_of(&[(shop.service, "1", "5")])).await.unwrap();
                    numbers.push(posted.number);
                    shop.session.sales().deliver(&shop.delivery("1", "5")).await.unwrap_err();
                }
                numbers
            }
        });
        let numbers: BTreeSet<String> = results.await.into_iter().flatten().collect();
        let expected: BTreeSet<String> = (1..=16 * EACH).map(|n| format!("DN-2026-{n:06}")).collect();
        assert_eq!(numbers, expected);
        shop.verify().await;
    });
}

#[test]
fn a_product_received_first_by_many_has_one_pool() {
    runtime().block_on(async {
        let shop = sqlite().await.shop().await;
        let results: Vec<Result<StockPosted>> = at_once(8, |_| {
            let shop = shop.clone();
            async move { shop.session.stock().receive(&shop.receipt(&[(shop.second, "1", "2"), (shop.product, "1", "3")])).await }
        })
        .await;
        assert!(results.iter().all(Result::is_ok), "{results:?}");
        assert_eq!(shop.session.stock_pools().get(shop.product).await.unwrap().quantity, 8.into());
        shop.verify().await;
    });
}

#[test]
fn sixteen_payers_never_settle_more_than_is_owed() {
    runtime().block_on(async {
        let shop = sqlite().await.shop().await;
        let owed = shop.session.sales().deliver(&shop.delivery_of(&[(shop.service, "1", "100")])).await.unwrap();
        let item = owed.open_item_id.unwrap();
        let payments = at_once(16, |n| {
            let shop = shop.clone();
            async move {
                let allocate = if n % 2 == 0 { Allocate::OldestDue } else { Allocate::Items(vec![(item, eur("20"))]) };
                shop.session.receivables().record_payment(&shop.payment("2026-02-01", "20", allocate)).await
            }
        })
        .await;
        let refused = payments.iter().filter_map(|p| p.as_ref().err()).all(|e| e.code() == Code::AllocationExceeded);
        assert!(refused, "{payments:?}");
        let allocated = payments.iter().flatten().map(|p| p.allocated).fold(eur("0"), |sum, part| sum.plus(part).unwrap());
        assert_eq!((allocated, shop.open(item).await), (owed.gross, eur("0")));
        shop.verify().await;
    });
}

#[test]
fn one_credit_is_allocated_once() {
    runtime().block_on(async {
        let shop = sqlite().await.shop().await;
        let owed = shop.session.sales().deliver(&shop.delivery_of(&[(shop.service, "1", "1000")])).await.unwrap();
        let credit = shop.pay("2026-02-01", "30", Allocate::Nothing).await.open_item_id;
        let results = at_once(16, |_| {
            let shop = shop.clone();
            let (receivable_id, customer_id) = (owed.open_item_id.unwrap(), shop.customer);
            let part = NewAllocation { customer_id, credit_id: credit, receivable_id, amount: eur("10"), day: day("2026-02-01") };
            async move { shop.session.receivables().allocate(&part).await }
        })
        .await;
        assert_eq!(results.iter().filter(|r| r.is_ok()).count(), 3, "{results:?}");
        assert_eq!(shop.open(credit).await, eur("0"));
        shop.verify().await;
    });
}

#[test]
fn one_key_used_by_eight_at_once_is_one_act_with_one_result() {
    runtime().block_on(async {
        let shop = sqlite().await.shop().await;
        shop.receive("100", "3").await;
        for key in 0..10 {
            let results = at_once(8, |_| {
                let shop = shop.clone();
                async move { shop.session.keyed(format!("order-{key}")).sales().deliver(&shop.delivery("1", "5")).await }
            })
            .await;
            let posted: Vec<SalesPosted> = results.into_iter().collect::<Result<_>>().unwrap();
            assert!(posted.windows(2).all(|pair| pair[0] == pair[1]), "{posted:?}");
        }
        assert_eq!(shop.session.sales_documents().count(&Filter::All).await.unwrap(), 10);
        shop.verify().await;
    });
}

#[test]
fn readers_see_whole_acts_while_others_write() {
    runtime().block_on(async {
        let shop = sqlite().await.shop().await;
        shop.receive("1000", "3").await;
        at_once(4, |n| {
            let shop = shop.clone();
            async move {
                for _ in 0..15 {
                    if n < 2 {
                        shop.session.sales().deliver(&shop.delivery("1", "5")).await.map(drop).unwrap();
                    } else {
                        shop.verify().await;
                    }
                }
            }
        })
        .await;
    });
}
