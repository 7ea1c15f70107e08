//! Many at once, on both engines: the last unit is sold once, numbers have no gaps, nothing is allocated twice, a key does an act once,
//! and acts that want the same rows in another order get them one after the other.
#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic, reason = "tests: a failed expectation is a panic")]

use crm_core::{
    Code, Error, Result,
    entity::Value,
    num::{Currency, Money},
    products::{Product, Tracking},
    query::Filter,
    receivables::{Allocate, NewAllocation, OpenItem},
    sales::{DeliveryLine, NewDelivery, SalesPosted},
    stock::{NewReceipt, ReceiptLine, StockPosted},
};
use crm_tests::{
    harness::{Harness, Shop, day, eur, price, quantity},
    on_both_engines,
    random::Dice,
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

on_both_engines! {
    the_last_unit_is_sold_once
    the_last_piece_of_a_lot_is_sold_once
    sixteen_writers_take_numbers_without_gaps
    a_product_received_first_by_many_has_one_pool
    sixteen_payers_never_settle_more_than_is_owed
    one_credit_is_allocated_once
    one_key_used_by_eight_at_once_is_one_act_with_one_result
    readers_see_whole_acts_while_others_write
    opposite_orders_of_products_do_not_stand_in_each_others_way
    two_moves_never_make_a_circle_together
    of_two_changes_of_a_record_the_second_is_told
    two_thousand_deliveries_of_four_writers_reconcile
}

async fn the_last_unit_is_sold_once(harness: Harness) {
    let shop = harness.shop().await;
    for round in 0..50 {
        shop.receive("1", "3").await;
        let results = at_once(2, |_| sell(&shop)).await;
        let refused: Vec<&Error> = results.iter().filter_map(|r| r.as_ref().err()).collect();
        assert_eq!(refused.iter().map(|e| e.code()).collect::<Vec<_>>(), [Code::InsufficientStock], "round {round}: {results:?}");
        assert_eq!(refused[0].context("available"), Some("0"));
    }
    assert_eq!(shop.session.sales_documents().count(&Filter::All).await.unwrap(), 50);
    shop.verify().await;
}

/// Two sellers want the last piece of a lot, of which another lot has plenty.
async fn the_last_piece_of_a_lot_is_sold_once(harness: Harness) {
    let shop = harness.shop().await;
    let product = Product { costing: crm_core::costing::LOT.into(), tracking: Tracking::Lot, ..Product::stocked("L", "Lot", Currency::EUR) };
    let product = shop.session.products().create(product).await.unwrap().id;
    let receive = async |lot: &str, amount: &str| {
        let line = ReceiptLine { lot: Some(lot.into()), ..ReceiptLine::new(product, quantity(amount), price("3")) };
        shop.session.stock().receive(&NewReceipt::new(shop.warehouse, day("2026-01-01"), vec![line])).await.unwrap();
    };
    receive("plenty", "1000").await;
    for round in 0..20 {
        receive("A", "1").await;
        let results = at_once(2, |_| {
            let shop = shop.clone();
            async move {
                let line = DeliveryLine { lot: Some("A".into()), ..DeliveryLine::new(product, quantity("1"), price("5")) };
                shop.session.sales().deliver(&NewDelivery { lines: vec![line], ..shop.delivery("1", "5") }).await
            }
        })
        .await;
        let refused: Vec<&Error> = results.iter().filter_map(|r| r.as_ref().err()).collect();
        assert_eq!(refused.iter().map(|e| e.code()).collect::<Vec<_>>(), [Code::InsufficientStock], "round {round}: {results:?}");
        assert_eq!((refused[0].context("available"), refused[0].context("lot")), (Some("0"), Some("A")));
    }
    shop.verify().await;
}

async fn sixteen_writers_take_numbers_without_gaps(harness: Harness) {
    const EACH: usize = 5;
    let shop = harness.shop().await;
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
}

async fn a_product_received_first_by_many_has_one_pool(harness: Harness) {
    let shop = harness.shop().await;
    let results: Vec<Result<StockPosted>> = at_once(8, |_| {
        let shop = shop.clone();
        async move { shop.session.stock().receive(&shop.receipt(&[(shop.second, "1", "2"), (shop.product, "1", "3")])).await }
    })
    .await;
    assert!(results.iter().all(Result::is_ok), "{results:?}");
    assert_eq!(shop.session.stock_pools().get(shop.product).await.unwrap().quantity, 8.into());
    shop.verify().await;
}

async fn sixteen_payers_never_settle_more_than_is_owed(harness: Harness) {
    let shop = harness.shop().await;
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
}

async fn one_credit_is_allocated_once(harness: Harness) {
    let shop = harness.shop().await;
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
}

async fn one_key_used_by_eight_at_once_is_one_act_with_one_result(harness: Harness) {
    let shop = harness.shop().await;
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
}

async fn readers_see_whole_acts_while_others_write(harness: Harness) {
    let shop = harness.shop().await;
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
}

async fn opposite_orders_of_products_do_not_stand_in_each_others_way(harness: Harness) {
    let shop = harness.shop().await;
    shop.session.stock().receive(&shop.receipt(&[(shop.product, "1000", "3"), (shop.second, "1000", "2")])).await.unwrap();
    let results = at_once(8, |n| {
        let shop = shop.clone();
        async move {
            let mut lines = vec![(shop.product, "1", "5"), (shop.second, "1", "5")];
            if n % 2 == 0 {
                lines.reverse();
            }
            for _ in 0..10 {
                shop.session.sales().deliver(&shop.delivery_of(&lines)).await?;
            }
            Ok::<(), Error>(())
        }
    })
    .await;
    assert!(results.iter().all(Result::is_ok), "{results:?}");
    assert_eq!(shop.session.stock_pools().get(shop.product).await.unwrap().quantity, 920.into());
    shop.verify().await;
}

async fn two_moves_never_make_a_circle_together(harness: Harness) {
    let shop = harness.shop().await;
    for round in 0..20 {
        let (a, b) = (shop.group(&format!("a{round}"), None).await, shop.group(&format!("b{round}"), None).await);
        let results = at_once(2, |n| {
            let shop = shop.clone();
            async move {
                let (moved, below) = if n == 0 { (a, b) } else { (b, a) };
                let mut group = shop.session.customer_groups().get(moved).await.unwrap();
                group.parent_id = Some(below);
                shop.session.customer_groups().update(&group).await
            }
        })
        .await;
        let refused: Vec<_> = results.iter().filter_map(|r| r.as_ref().err()).map(Error::code).collect();
        assert_eq!(refused, [Code::TreeCycle], "round {round}: {results:?}");
    }
}

async fn of_two_changes_of_a_record_the_second_is_told(harness: Harness) {
    let shop = harness.shop().await;
    for round in 0..20 {
        let results = at_once(4, |n| {
            let shop = shop.clone();
            async move {
                let mut customer = shop.session.customers().get(shop.customer).await.unwrap();
                customer.version = i64::from(round) + 1;
                customer.name = format!("name {round}-{n}");
                shop.session.customers().update(&customer).await
            }
        })
        .await;
        let refused: Vec<_> = results.iter().filter_map(|r| r.as_ref().err()).map(Error::code).collect();
        assert_eq!(refused, [Code::VersionConflict; 3], "round {round}: {results:?}");
    }
    assert_eq!(shop.session.customers().get(shop.customer).await.unwrap().version, 21);
}

/// The long one: the books after many acts of many writers are those of the same acts one after the other.
async fn two_thousand_deliveries_of_four_writers_reconcile(harness: Harness) {
    const WRITERS: usize = 4;
    const EACH: usize = 500;
    let shop = harness.shop().await;
    let new = (0..50).map(|n| Product::stocked(format!("N{n}"), "N", Currency::EUR)).collect();
    let products: Vec<_> = shop.session.products().create_many(new).await.unwrap().into_iter().map(|p| p.id).collect();
    let lines: Vec<_> = products.iter().map(|p| (*p, "70", "2.37")).collect();
    shop.session.stock().receive(&shop.receipt(&lines)).await.unwrap();
    let results = at_once(WRITERS, |writer| {
        let (shop, products) = (shop.clone(), products.clone());
        async move {
            let mut dice = Dice::new(writer as u64);
            let (mut done, mut sold) = (0, eur("0"));
            for n in 0..EACH {
                let mut lines = Vec::new();
                for _ in 0..1 + dice.below(3) {
                    let product = dice.one(&products);
                    lines.push((product, dice.one(&["1", "2", "0.5"]), "5"));
                }
                let key = format!("{writer}-{n}");
                match shop.session.keyed(key).sales().deliver(&shop.delivery_of(&lines)).await {
                    Ok(posted) => (done, sold) = (done + 1, sold.plus(posted.gross).unwrap()),
                    Err(error) => assert_eq!(error.code(), Code::InsufficientStock, "{error:?}"),
                }
            }
            (done, sold)
        }
    })
    .await;
    let done: usize = results.iter().map(|(done, _)| done).sum();
    let sold = Money::sum(results.iter().map(|(_, sold)| *sold), Currency::EUR).unwrap();
    assert!(done > WRITERS * EACH / 2, "stock for most of them, but only {done} went out");
    let documents = shop.session.sales_documents().list().sort(&["sequence"]).fetch().await.unwrap();
    assert_eq!(documents.iter().map(|d| d.sequence).collect::<Vec<_>>(), (1..=done as i64).collect::<Vec<_>>());
    let rows = shop.session.report::<OpenItem>(|r| r.sum("open")).await.unwrap();
    assert_eq!(rows, [[Value::Int(done as i64), Value::Decimal(sold.amount().normalize())]]);
    shop.verify().await;
}
