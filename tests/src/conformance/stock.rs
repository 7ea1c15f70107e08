//! Receipts and counts: quantity, value and cost, from the services down to the rows.
#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic, reason = "a suite of tests: a failed expectation is a panic")]

use crate::harness::{Harness, day, eur, price, quantity};
use crm_core::{
    Code,
    query::Filter,
    stock::{MovementKind, NewCount, NewReceipt, StockMovement, Warehouse},
};

/// A receipt makes a document, its movements, and the stock that follows.
pub async fn a_receipt_brings_quantity_and_value(harness: Harness) {
    let shop = harness.shop().await;
    let posted = shop
        .session
        .stock()
        .receive(&shop.receipt(&[(shop.product, "10", "3.005"), (shop.second, "2.5", "1"), (shop.product, "1", "0")]))
        .await
        .unwrap();
    assert_eq!((posted.number.as_str(), posted.value), ("GR-2026-000001", Some(eur("32.55"))));
    let pool = shop.session.stock_pools().get(shop.product).await.unwrap();
    assert_eq!((pool.quantity, pool.value.shown(), pool.movements, pool.last_day), (quantity("11"), Some(eur("30.05")), 2, Some(day("2026-01-01"))));
    let balances = shop.session.stock_balances().list().fetch().await.unwrap();
    assert_eq!(balances.iter().map(|b| b.quantity).collect::<Vec<_>>(), [quantity("11"), quantity("2.5")]);
    let movements = shop.session.stock_movements().list().sort(&["line"]).fetch().await.unwrap();
    assert_eq!(
        movements.iter().map(|m| (m.line, m.sequence, m.value.shown())).collect::<Vec<_>>(),
        [(1, 1, Some(eur("30.05"))), (2, 1, Some(eur("2.5"))), (3, 2, Some(eur("0")))]
    );
    shop.verify().await;
}

/// What a count finds comes in at the cost that the product has, or at the one given; what it misses goes out at the average.
pub async fn a_count_finds_and_misses(harness: Harness) {
    let shop = harness.shop().await;
    shop.receive("10", "3").await;
    let found = shop.session.stock().count(&shop.counted("2", None)).await.unwrap();
    assert_eq!((found.number.as_str(), found.value), ("SC-2026-000001", Some(eur("6"))));
    assert_eq!(shop.session.stock().count(&shop.counted("4", Some("7"))).await.unwrap().value, Some(eur("28")));
    assert_eq!(shop.session.stock().count(&shop.counted("-8", None)).await.unwrap().value, Some(eur("-32")));
    let pool = shop.session.stock_pools().get(shop.product).await.unwrap();
    assert_eq!((pool.quantity, pool.value.shown()), (quantity("8"), Some(eur("32"))));
    shop.verify().await;
}

/// What a count misses must have been there.
pub async fn what_is_missing_must_be_there(harness: Harness) {
    let shop = harness.shop().await;
    shop.receive("3", "3").await;
    let error = shop.refuses(Code::InsufficientStock, shop.session.stock().count(&shop.counted("-4", None))).await;
    assert_eq!((error.context("available"), error.context("line")), (Some("3"), Some("1")));
}

/// Goods found have no cost before anything was received; afterwards they keep the last one.
pub async fn goods_found_need_a_cost_once(harness: Harness) {
    let shop = harness.shop().await;
    shop.refuses(Code::CostUnknown, shop.session.stock().count(&shop.counted("1", None))).await;
    shop.receive("2", "4.50").await;
    shop.session.stock().count(&shop.counted("-2", None)).await.unwrap();
    assert_eq!(shop.session.stock().count(&shop.counted("3", None)).await.unwrap().value, Some(eur("13.5")));
    shop.verify().await;
}

/// Two units of 13.13 and 12.20 leave with 25.33, one after the other or together.
pub async fn the_last_unit_takes_the_whole_value(harness: Harness) {
    let shop = harness.shop().await;
    shop.receive("1", "13.13").await;
    shop.receive("1", "12.20").await;
    let costs = [shop.deliver("1", "20").await.cost.unwrap(), shop.deliver("1", "20").await.cost.unwrap()];
    assert_eq!(costs, [eur("12.67"), eur("12.66")]);
    let pool = shop.session.stock_pools().get(shop.product).await.unwrap();
    assert!(pool.quantity.is_zero() && pool.value.shown().unwrap().is_zero());
    assert_eq!(pool.reference_cost, Some(price("12.66")));
    shop.verify().await;
}

/// A document may not be dated further back than the company allows, counted from the product's last movement.
pub async fn a_document_too_far_back_is_refused(harness: Harness) {
    let shop = harness.shop().await;
    shop.receive("1", "1").await;
    let late = |on| NewReceipt { day: day(on), ..shop.receipt(&[(shop.product, "1", "1")]) };
    let error = shop.refuses(Code::StockBackdated, shop.session.stock().receive(&late("2024-12-30"))).await;
    assert_eq!(error.context("product"), Some("P1"));
    shop.session.stock().receive(&late("2024-12-31")).await.unwrap();
    shop.session.stock().receive(&NewReceipt { day: day("2020-01-01"), ..shop.receipt(&[(shop.second, "1", "1")]) }).await.unwrap();
    shop.verify().await;
}

/// Quantity is kept by warehouse, cost for the whole company.
pub async fn warehouses_have_their_own_quantities(harness: Harness) {
    let shop = harness.shop().await;
    let second = shop.session.warehouses().create(Warehouse::new("W2", "Second")).await.unwrap().id;
    shop.receive("1", "10").await;
    shop.session.stock().receive(&NewReceipt { warehouse_id: second, ..shop.receipt(&[(shop.product, "3", "20")]) }).await.unwrap();
    let error = shop.refuses(Code::InsufficientStock, shop.session.sales().deliver(&shop.delivery("2", "50"))).await;
    assert_eq!(error.context("available"), Some("1"));
    assert_eq!(shop.deliver("1", "50").await.cost, Some(eur("17.5")));
    let count = NewCount { warehouse_id: second, ..shop.counted("-3", None) };
    assert_eq!(shop.session.stock().count(&count).await.unwrap().value, Some(eur("-52.5")));
    let kinds = shop.session.report::<StockMovement>(|r| r.filter(&Filter::All)?.by("kind")?.by("warehouse.code")?.sum("quantity")).await.unwrap();
    assert_eq!(kinds.len(), 4);
    assert_eq!(shop.session.stock_movements().count(&StockMovement::kind().eq(MovementKind::Receipt)).await.unwrap(), 2);
    shop.verify().await;
}
