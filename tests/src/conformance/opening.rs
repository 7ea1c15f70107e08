//! Opening balances: dry run, all or nothing, good rows, and applying twice.
#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic, reason = "a suite of tests: a failed expectation is a panic")]

use crate::harness::{Harness, Shop, day, eur, quantity};
use crm_core::{
    Code,
    customers::Customer,
    opening::{ApplyMode, OpeningCustomer, OpeningData, OpeningOptions, OpeningProduct, OpeningStock, SourceRow},
    products::Product,
    query::Filter,
};

fn row<T>(sheet: &str, row: u32, value: T) -> SourceRow<T> {
    SourceRow { sheet: sheet.into(), row, value }
}

fn customer(code: &str, group: Option<&str>) -> OpeningCustomer {
    OpeningCustomer {
        code: code.into(),
        name: format!("Customer {code}"),
        group: group.map(Into::into),
        payment_days: Some(14),
        ..Default::default()
    }
}

fn product(code: &str) -> OpeningProduct {
    OpeningProduct { code: code.into(), name: format!("Product {code}"), list_price: Some("9.5".parse().unwrap()), ..Default::default() }
}

fn stock(product: &str, amount: &str, cost: &str) -> OpeningStock {
    OpeningStock { product: product.into(), quantity: quantity(amount), unit_cost: cost.parse().unwrap(), ..Default::default() }
}

/// Two customers, two products, stock of both and of one that is there already.
fn data() -> OpeningData {
    OpeningData {
        customers: vec![row("Customers", 2, customer("A", Some("Retail"))), row("Customers", 3, customer("B", Some("Retail")))],
        products: vec![row("Products", 2, product("X")), row("Products", 3, product("Y"))],
        stock: vec![row("Stock", 2, stock("X", "10", "1.5")), row("Stock", 3, stock("Y", "3", "0.333333")), row("Stock", 4, stock("P1", "1", "2"))],
        ..Default::default()
    }
}

/// The same with a row of stock that names no product.
fn faulty() -> OpeningData {
    let mut data = data();
    data.stock.push(row("Stock", 5, stock("NONE", "1", "1")));
    data
}

fn options(shop: &Shop, mode: ApplyMode) -> OpeningOptions {
    OpeningOptions { warehouse_id: shop.warehouse, day: day("2026-01-01"), mode }
}

/// A dry run says what would be done, and does nothing.
pub async fn a_dry_run_reports_and_changes_nothing(harness: Harness) {
    let shop = harness.shop().await;
    let before = shop.dump().await;
    let report = shop.session.opening().apply(&faulty(), &options(&shop, ApplyMode::DryRun)).await.unwrap();
    assert_eq!((report.customers_created, report.products_created, report.stock_posted), (2, 2, 3));
    assert_eq!(report.stock_value, Some(eur("18")));
    assert_eq!(report.problems.iter().map(|p| (p.place.row, p.code)).collect::<Vec<_>>(), [(5, "unknown_product")]);
    assert_eq!(before, shop.dump().await);
}

/// One row with an error keeps everything out.
pub async fn all_or_nothing_keeps_everything_out(harness: Harness) {
    let shop = harness.shop().await;
    let (data, options) = (faulty(), options(&shop, ApplyMode::AllOrNothing));
    let error = shop.refuses(Code::OpeningRejected, shop.session.opening().apply(&data, &options)).await;
    assert_eq!(error.context("errors"), Some("1"));
}

/// Good rows are applied; the others stand in the report with their place.
pub async fn good_rows_are_applied_and_the_others_handed_back(harness: Harness) {
    let shop = harness.shop().await;
    let report = shop.session.opening().apply(&faulty(), &options(&shop, ApplyMode::GoodRows)).await.unwrap();
    assert_eq!((report.customers_created, report.products_created, report.stock_posted, report.problems.len()), (2, 2, 3, 1));
    assert_eq!(shop.session.products().count(&Product::name().contains("product")).await.unwrap(), 2);
    let found = shop.session.customers().list().filter(&Customer::code().eq("A")).unwrap().fetch().await.unwrap().remove(0);
    assert_eq!((found.payment_days, found.group_id.is_some()), (14, true));
    assert_eq!(shop.session.customer_groups().count(&Filter::All).await.unwrap(), 1);
    shop.verify().await;
}

/// Applying the same data again changes nothing, in any mode.
pub async fn applying_twice_changes_nothing(harness: Harness) {
    let shop = harness.shop().await;
    shop.session.opening().apply(&data(), &options(&shop, ApplyMode::AllOrNothing)).await.unwrap();
    let before = shop.dump().await;
    for mode in [ApplyMode::AllOrNothing, ApplyMode::GoodRows, ApplyMode::DryRun] {
        let report = shop.session.opening().apply(&data(), &options(&shop, mode)).await.unwrap();
        assert_eq!((report.customers_created, report.products_created, report.stock_posted, report.unchanged), (0, 0, 0, 7));
        assert!(report.problems.is_empty(), "{:?}", report.problems);
        assert_eq!(before, shop.dump().await);
    }
}

/// Opening stock is one document of its own kind, and opens the products' costing.
pub async fn opening_stock_is_one_document(harness: Harness) {
    let shop = harness.shop().await;
    shop.session.opening().apply(&data(), &options(&shop, ApplyMode::AllOrNothing)).await.unwrap();
    let documents = shop.session.stock_documents().list().fetch().await.unwrap();
    assert_eq!(documents.iter().map(|d| (d.number.as_str(), d.value.shown())).collect::<Vec<_>>(), [("OB-2026-000001", Some(eur("18")))]);
    assert_eq!(shop.session.stock_movements().count(&Filter::All).await.unwrap(), 3);
    assert_eq!(shop.deliver("1", "5").await.cost, Some(eur("2")));
    shop.verify().await;
}

/// What is stored with other values is reported, and stays as it is.
pub async fn what_is_stored_differently_is_never_overwritten(harness: Harness) {
    let shop = harness.shop().await;
    let data = OpeningData {
        customers: vec![row("Customers", 2, customer("C1", None))],
        products: vec![row("Products", 2, product("P1"))],
        stock: vec![row("Stock", 2, stock("V1", "1", "1")), row("Stock", 3, stock("P2", "1", "1")), row("Stock", 4, stock("P2", "1", "1"))],
        ..Default::default()
    };
    let report = shop.session.opening().apply(&data, &options(&shop, ApplyMode::GoodRows)).await.unwrap();
    let codes: Vec<_> = report.problems.iter().map(|p| p.code).collect();
    assert_eq!(codes, ["differs_from_stored", "differs_from_stored", "not_stocked", "duplicate_code"]);
    assert_eq!(shop.session.customers().get(shop.customer).await.unwrap().name, "Bodega Peña");
    let other = OpeningData { stock: vec![row("Stock", 2, stock("P2", "2", "1"))], ..Default::default() };
    let report = shop.session.opening().apply(&other, &options(&shop, ApplyMode::GoodRows)).await.unwrap();
    assert_eq!(report.problems.iter().map(|p| p.code).collect::<Vec<_>>(), ["already_posted"]);
    assert_eq!(shop.session.stock_pools().get(shop.second).await.unwrap().quantity, quantity("1"));
    shop.verify().await;
}
