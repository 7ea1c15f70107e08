//! The main job on the storage in memory: what a company does between opening its books and being paid.

#![allow(clippy::unwrap_used, reason = "a failed expectation is a panic")]

use chrono::NaiveDate;
use crm_core::{
    Code,
    access::{Operator, Principal},
    company::Company,
    customers::Customer,
    ids::*,
    num::{Currency, Money, Quantity, Rate, UnitPrice},
    products::Product,
    query::Filter,
    receivables::*,
    sales::*,
    session::{Crm, Session},
    stock::*,
    storage::MemoryStorage,
    tax::TaxRate,
    time::ManualClock,
};
use std::{future::Future, sync::Arc};

fn block<F: Future>(future: F) -> F::Output {
    let mut future = std::pin::pin!(future);
    let mut context = std::task::Context::from_waker(std::task::Waker::noop());
    loop {
        if let std::task::Poll::Ready(value) = future.as_mut().poll(&mut context) {
            return value;
        }
    }
}

fn day(text: &str) -> NaiveDate {
    text.parse().unwrap()
}
fn eur(text: &str) -> Money {
    Money::parse(text, Currency::EUR).unwrap()
}
fn price(text: &str) -> UnitPrice {
    UnitPrice::parse(text, Currency::EUR).unwrap()
}

struct Shop {
    session: Session,
    customer: CustomerId,
    product: ProductId,
    warehouse: WarehouseId,
}

async fn shop() -> Shop {
    let clock = ManualClock::new("2026-01-05T09:00:00Z".parse().unwrap());
    let crm = Crm::new(Arc::new(MemoryStorage::new()), Arc::new(clock), Arc::new(SequentialIds::new(7)));
    let (company, ana) =
        crm.create_company(Company::new("Acme", Currency::EUR), Operator::with("ana", "Ana", &["administrator"], &[])).await.unwrap();
    let session = crm.act_as(company, Principal::operator(ana)).await.unwrap();
    session.tax_rates().create(TaxRate::new("S", "VAT", Rate::parse("21").unwrap(), day("2020-01-01"))).await.unwrap();
    let customer = Customer { payment_days: 30, tax_code: Some("S".into()), ..Customer::new("C1", "Bodega Peña") };
    let customer = session.customers().create(customer).await.unwrap().id;
    let product = session.products().create(Product::stocked("P1", "Lantern", Currency::EUR)).await.unwrap().id;
    let warehouse = session.warehouses().create(Warehouse::new("W", "Main")).await.unwrap().id;
    Shop { session, customer, product, warehouse }
}

impl Shop {
    async fn receive(&self, quantity: i32, cost: &str) {
        let lines = vec![ReceiptLine { product_id: self.product, quantity: quantity.into(), unit_cost: price(cost) }];
        let receipt = NewReceipt { warehouse_id: self.warehouse, day: day("2026-01-01"), reference: None, lines };
        self.session.stock().receive(&receipt).await.unwrap();
    }
    fn delivery(&self, quantity: i32, unit_price: &str) -> NewDelivery {
        let lines = vec![DeliveryLine::new(self.product, quantity.into(), price(unit_price))];
        NewDelivery { customer_id: self.customer, warehouse_id: self.warehouse, day: day("2026-01-10"), due_day: None, reference: None, lines }
    }
}

#[test]
fn a_delivery_reduces_stock_books_cost_and_creates_a_receivable() {
    block(async {
        let shop = shop().await;
        shop.receive(10, "3.00").await;
        let posted = shop.session.sales().deliver(&shop.delivery(4, "5.00")).await.unwrap();
        assert_eq!(posted.number, "DN-2026-000001");
        assert_eq!((posted.net, posted.tax, posted.gross, posted.cost), (eur("20"), eur("4.20"), eur("24.20"), Some(eur("12"))));
        let pool = shop.session.stock_pools().get(shop.product).await.unwrap();
        assert_eq!((pool.quantity, pool.value.shown()), (Quantity::from(6), Some(eur("18"))));
        let item = shop.session.open_items().get(posted.open_item_id.unwrap()).await.unwrap();
        assert_eq!((item.due_day, item.open), (day("2026-02-09"), eur("24.20")));
        shop.session.verify().await.unwrap();
    });
}

#[test]
fn too_little_stock_refuses_says_what_is_available_and_changes_nothing() {
    block(async {
        let shop = shop().await;
        shop.receive(3, "3.00").await;
        let error = shop.session.sales().deliver(&shop.delivery(4, "5.00")).await.unwrap_err();
        assert_eq!((error.code(), error.context("available"), error.context("line")), (Code::InsufficientStock, Some("3"), Some("1")));
        assert_eq!(error.operation(), Some("sales.deliver"));
        assert_eq!(shop.session.sales_documents().count(&Filter::All).await.unwrap(), 0);
        shop.session.verify().await.unwrap();
    });
}

#[test]
fn a_sale_and_its_full_return_leave_no_profit_and_the_stock_as_it_was() {
    block(async {
        let shop = shop().await;
        shop.receive(10, "5").await;
        let sold = shop.session.sales().deliver(&shop.delivery(3, "9.99")).await.unwrap();
        shop.receive(10, "10").await;
        let line = shop.session.sales_lines().list().fetch().await.unwrap().remove(0);
        let back = |quantity: i32| NewReturn {
            customer_id: shop.customer,
            warehouse_id: shop.warehouse,
            day: day("2026-01-20"),
            delivery_id: Some(sold.document_id),
            reference: None,
            lines: vec![ReturnLine::Linked { line_id: line.id, quantity: quantity.into() }],
        };
        shop.session.sales().take_back(&back(1)).await.unwrap();
        let error = shop.session.sales().take_back(&back(3)).await.unwrap_err();
        assert_eq!((error.code(), error.context("available")), (Code::ReturnExceedsDelivery, Some("2")));
        shop.session.sales().take_back(&back(2)).await.unwrap();
        let rows = shop.session.sales().profit(ProfitBy::Total, &Filter::All).await.unwrap();
        assert_eq!((rows[0].net, rows[0].profit, rows[0].margin), (eur("0"), eur("0"), None));
        let pool = shop.session.stock_pools().get(shop.product).await.unwrap();
        assert_eq!((pool.quantity, pool.value.shown()), (Quantity::from(20), Some(eur("150"))));
        shop.session.verify().await.unwrap();
    });
}

#[test]
fn ageing_as_of_a_day_ignores_what_was_paid_later() {
    block(async {
        let shop = shop().await;
        shop.receive(10, "5").await;
        let sold = shop.session.sales().deliver(&shop.delivery(2, "50")).await.unwrap();
        let payment = NewPayment {
            customer_id: shop.customer,
            day: day("2026-03-20"),
            amount: eur("200"),
            allocate: Allocate::OldestDue,
            method: None,
            reference: None,
        };
        let paid = shop.session.receivables().record_payment(&payment).await.unwrap();
        assert_eq!((paid.allocated, paid.unallocated), (sold.gross, eur("79")));
        let ageing = async |as_of| shop.session.receivables().ageing(day(as_of), &AgeingBuckets::default(), Currency::EUR).await.unwrap();
        assert_eq!(ageing("2026-02-09").await.buckets[0], eur("121"));
        let march = ageing("2026-03-19").await;
        assert_eq!(march.names, ["current", "1-30", "31-60", "61-90", "90+"]);
        assert_eq!((march.buckets[2], march.total, march.credits), (eur("121"), eur("121"), eur("0")));
        let after = ageing("2026-03-20").await;
        assert_eq!((after.total, after.credits), (eur("0"), eur("79")));
        assert_eq!(shop.session.receivables().balance(shop.customer, day("2026-12-31"), Currency::EUR).await.unwrap(), eur("-79"));
        shop.session.verify().await.unwrap();
    });
}

#[test]
fn an_act_with_a_key_is_done_once() {
    block(async {
        let shop = shop().await;
        shop.receive(10, "5").await;
        let keyed = shop.session.keyed("order-1");
        let first = keyed.sales().deliver(&shop.delivery(2, "50")).await.unwrap();
        let again = keyed.sales().deliver(&shop.delivery(2, "50")).await.unwrap();
        assert_eq!(first, again);
        let other = keyed.sales().deliver(&shop.delivery(3, "50")).await.unwrap_err();
        assert_eq!(other.code(), Code::IdempotencyMismatch);
        assert_eq!(shop.session.sales_documents().count(&Filter::All).await.unwrap(), 1);
        shop.session.verify().await.unwrap();
    });
}
