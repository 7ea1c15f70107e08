//! Budgets: how many statements an act takes on each engine, which is the same for 1, 10 and 100 lines. On PostgreSQL each is a round trip,
//! so the questions of an act are one statement, and its writes another.
//!
//! Counted are `BEGIN`, locks, queries, writes and `COMMIT`, by a decorator around the storage. A number that rises is a decision, not an accident.
#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic, reason = "tests: a failed expectation is a panic")]

use crm_core::{
    costing::LOT,
    customers::{AddressKind, Contact, ContactPoint, ContactPointKind, Customer, CustomerAddress},
    entity::Stored,
    ids::{OpenItemId, ProductId},
    num::{Currency, Decimal, Money},
    opening::{ApplyMode, OpeningCustomer, OpeningData, OpeningOptions, OpeningProduct, OpeningStock, SourceRow},
    products::{Product, Tracking},
    receivables::Allocate,
    sales::{LineItem, NewDelivery},
    stock::{NewReceipt, ReceiptLine, Warehouse},
    storage::Mode,
};
use crm_tests::{
    counting::Counting,
    harness::{Harness, Shop, day, eur, postgres, price, quantity, sqlite},
    runtime,
};
use std::{future::Future, pin::Pin, sync::Arc};

/// Documents of these numbers of lines.
const SIZES: [usize; 3] = [1, 10, 100];

/// An engine, and what its acts may take.
struct Engine {
    name: &'static str,
    make: fn() -> Pin<Box<dyn Future<Output = Harness>>>,
    receipt: u32,
    delivery: u32,
    linked_return: u32,
    payment: u32,
    deletion: u32,
    card: u32,
    opening: u32,
    part: u32,
}

static ENGINES: [Engine; 2] = [
    Engine {
        name: "sqlite",
        make: || Box::pin(sqlite()),
        // BEGIN; products, pools, balances, warehouse, company; number counters; one insert or update for each of document, movements,
        // pools, balances, audit and feed; COMMIT. A new table or question of an act is one more here.
        receipt: 14,
        // As a receipt, and customer with its address, tax rates, the company's profile, the policy of prices, kits and reservations are asked, lines
        // and the open item written.
        delivery: 23,
        // As a delivery, and before it the document that comes back is asked with its lines; then what came back and was credited already,
        // corrections of its cost, and what is open of it, which is changed, and the credit allocated to it.
        linked_return: 29,
        // BEGIN; customer, open items, company; counters; payment, items new and settled, allocations, audit, feed; COMMIT.
        payment: 12,
        // BEGIN; customer and company; a question for each field that refers to a customer, then for each that refers to its parts; counters,
        // audit, feed; a delete for each of customer, contacts, points and places; COMMIT. A field that comes to refer to one of them is one more.
        deletion: 42,
        // BEGIN; customer, contacts, points, places, memberships, groups, values of the host, company; COMMIT.
        card: 10,
        // BEGIN; warehouses, products, company; products, pools, balances; counters; document, products, movements, pools, balances, audit, feed; COMMIT.
        opening: 16,
        // Customers; counters, customers, audit, feed.
        part: 5,
    },
    Engine {
        name: "postgres",
        make: || Box::pin(postgres()),
        // BEGIN; lock of pools; questions; counters and rows; COMMIT.
        receipt: 5,
        delivery: 5,
        // And before them lock and questions of the delivery that comes back.
        linked_return: 7,
        // With a lock of the customer instead of the pools.
        payment: 5,
        // BEGIN; lock; record; what refers to it, and to its parts; counters with audit and feed; deletes; COMMIT.
        deletion: 8,
        card: 3,
        // BEGIN; locks of company and warehouse; questions; lock of pools; questions; counters and rows; COMMIT.
        opening: 8,
        // Question; counters and rows.
        part: 2,
    },
];

struct Bench {
    shop: Shop,
    counting: Counting,
}

impl Bench {
    /// A shop on a counting storage, with so many products that are in stock.
    async fn new(engine: &Engine, products: usize) -> (Self, Vec<ProductId>) {
        let inner = (engine.make)().await;
        let counting = Counting::new(inner.storage.clone());
        let shop = Harness::on(Arc::new(counting.clone())).keeping(inner).shop().await;
        let new = (0..products).map(|n| Product::stocked(format!("N{n}"), "N", Currency::EUR)).collect();
        let products: Vec<_> = shop.session.products().create_many(new).await.unwrap().into_iter().map(|p| p.id).collect();
        let lines: Vec<_> = products.iter().map(|p| (*p, "10", "2")).collect();
        shop.session.stock().receive(&shop.receipt(&lines)).await.unwrap();
        (Self { shop, counting }, products)
    }

    /// The statements of an act, which is one unit of work.
    async fn count<T>(&self, act: impl Future<Output = crm_core::Result<T>>) -> (u32, T) {
        self.counting.take();
        let answer = act.await.unwrap();
        let ended = self.counting.take();
        assert!(matches!(ended.as_slice(), [one] if one.mode == Mode::Write && one.committed), "{ended:?}");
        (ended[0].statements, answer)
    }
}

/// Statements of an act on each engine at each size, which must be one and the same number.
fn budget<F: Future<Output = u32>>(act: &str, expected: fn(&Engine) -> u32, count: impl Fn(&'static Engine, usize) -> F) {
    for engine in &ENGINES {
        let counts: Vec<_> = SIZES.iter().map(|size| runtime().block_on(count(engine, *size))).collect();
        println!("{act} on {}: {counts:?} statements for {SIZES:?} lines", engine.name);
        assert_eq!(counts, [expected(engine); SIZES.len()], "{act} on {}", engine.name);
    }
}

#[test]
fn a_receipt_keeps_its_budget() {
    budget(
        "receipt",
        |e| e.receipt,
        async |engine, size| {
            let (bench, products) = Bench::new(engine, size).await;
            let lines: Vec<_> = products.iter().map(|p| (*p, "1", "3")).collect();
            bench.count(bench.shop.session.stock().receive(&bench.shop.receipt(&lines))).await.0
        },
    );
}

#[test]
fn a_delivery_keeps_its_budget() {
    budget(
        "delivery",
        |e| e.delivery,
        async |engine, size| {
            let (bench, products) = Bench::new(engine, size).await;
            let lines: Vec<_> = products.iter().map(|p| (*p, "1", "5")).collect();
            bench.count(bench.shop.session.sales().deliver(&bench.shop.delivery_of(&lines))).await.0
        },
    );
}

/// Two questions more (lots, and lots in warehouses) and two tables more, whatever the lines.
#[test]
fn a_delivery_of_lots_keeps_its_budget() {
    budget(
        "delivery of lots",
        |e| if e.name == "sqlite" { e.delivery + 4 } else { e.delivery + 1 },
        async |engine, size| {
            let (bench, _) = Bench::new(engine, 1).await;
            let tracked = |n: usize| Product {
                tracking: Tracking::Lot,
                costing: LOT.into(),
                ..Product::stocked(format!("L{n}"), format!("L{n}"), Currency::EUR)
            };
            let products = bench.shop.session.products().create_many((0..size).map(tracked).collect()).await.unwrap();
            let received = products.iter().map(|p| ReceiptLine { lot: Some("A".into()), ..ReceiptLine::new(p.id, 2.into(), price("3")) });
            let receipt = NewReceipt::new(bench.shop.warehouse, day("2026-01-01"), received.collect());
            bench.shop.session.stock().receive(&receipt).await.unwrap();
            let lines = products.iter().map(|p| LineItem { lot: Some("A".into()), ..LineItem::new(p.id, 1.into(), price("5")) });
            let delivery = NewDelivery { lines: lines.collect(), ..bench.shop.delivery("1", "1") };
            bench.count(bench.shop.session.sales().deliver(&delivery)).await.0
        },
    );
}

/// Below nothing: layers are asked and written as a set, and so are corrections.
#[test]
fn a_receipt_that_covers_many_deliveries_keeps_its_budget() {
    budget(
        "covering receipt",
        |e| if e.name == "sqlite" { e.receipt + 3 } else { e.receipt + 1 },
        async |engine, size| {
            let (bench, _) = Bench::new(engine, 1).await;
            let warehouse = Warehouse { allows_negative: true, ..Warehouse::new("N", "N") };
            let warehouse = bench.shop.session.warehouses().create(warehouse).await.unwrap().id;
            for _ in 0..size {
                let delivery = NewDelivery { warehouse_id: warehouse, ..bench.shop.delivery_of(&[(bench.shop.second, "1", "5")]) };
                bench.shop.session.sales().deliver(&delivery).await.unwrap();
            }
            let amount = (size + 1).to_string();
            let receipt = NewReceipt { warehouse_id: warehouse, ..bench.shop.receipt(&[(bench.shop.second, &amount, "3")]) };
            bench.count(bench.shop.session.stock().receive(&receipt)).await.0
        },
    );
}

#[test]
fn a_linked_return_keeps_its_budget() {
    budget(
        "linked return",
        |e| e.linked_return,
        async |engine, size| {
            let (bench, products) = Bench::new(engine, size).await;
            let lines: Vec<_> = products.iter().map(|p| (*p, "2", "5")).collect();
            let sold = bench.shop.session.sales().deliver(&bench.shop.delivery_of(&lines)).await.unwrap();
            let lines: Vec<_> = bench.shop.lines_of(sold.document_id).await.into_iter().map(|line| (line, "1")).collect();
            bench.count(bench.shop.session.sales().return_goods(&bench.shop.back(sold.document_id, &lines))).await.0
        },
    );
}

#[test]
fn a_payment_keeps_its_budget_whatever_it_settles() {
    for oldest in [true, false] {
        budget(
            "payment",
            |e| e.payment,
            async |engine, size| {
                let (bench, _) = Bench::new(engine, 1).await;
                let items = owe(&bench.shop, size).await;
                let total = Money::sum(items.iter().map(|(_, amount)| *amount), Currency::EUR).unwrap().amount().to_string();
                let allocate = if oldest { Allocate::OldestDue } else { Allocate::Items(items) };
                let payment = bench.shop.payment("2026-02-01", &total, allocate);
                let (count, posted) = bench.count(bench.shop.session.receivables().record_payment(&payment)).await;
                assert_eq!(posted.unallocated, eur("0"));
                count
            },
        );
    }
}

#[test]
fn the_deletion_of_a_customer_keeps_its_budget_whatever_belongs_to_him() {
    budget(
        "deletion",
        |e| e.deletion,
        async |engine, size| {
            let (bench, _) = Bench::new(engine, 1).await;
            let customer = with_parts(&bench.shop, size).await;
            bench.count(bench.shop.session.customers().delete(&customer)).await.0
        },
    );
}

#[test]
fn a_card_keeps_its_budget_whatever_belongs_to_the_customer() {
    budget(
        "card",
        |e| e.card,
        async |engine, size| {
            let (bench, _) = Bench::new(engine, 1).await;
            let customer = with_parts(&bench.shop, size).await;
            bench.counting.take();
            let card = bench.shop.session.customers().card(customer.id).await.unwrap();
            assert_eq!((card.contacts.len(), card.points.len(), card.addresses.len()), (size, size, size));
            let ended = bench.counting.take();
            assert!(matches!(ended.as_slice(), [one] if one.mode == Mode::Read), "{ended:?}");
            ended[0].statements
        },
    );
}

/// A customer with so many contacts, each with a way to reach it, and as many places.
async fn with_parts(shop: &Shop, parts: usize) -> Stored<Customer> {
    let session = &shop.session;
    let customer = session.customers().create(Customer::new("PARTS", "Parts")).await.unwrap();
    let contacts = session.contacts().create_many((0..parts).map(|n| Contact::new(customer.id, format!("N{n}"))).collect()).await.unwrap();
    let point = |c: &Stored<Contact>| ContactPoint { contact_id: Some(c.id), ..ContactPoint::new(customer.id, ContactPointKind::Email, "a@b.es") };
    session.contact_points().create_many(contacts.iter().map(point).collect()).await.unwrap();
    let places = (0..parts).map(|_| CustomerAddress::new(customer.id, AddressKind::Site)).collect();
    session.customer_addresses().create_many(places).await.unwrap();
    customer
}

async fn owe(shop: &Shop, items: usize) -> Vec<(OpenItemId, Money)> {
    let mut owed = Vec::new();
    for _ in 0..items {
        let posted = shop.session.sales().deliver(&shop.delivery_of(&[(shop.service, "1", "10")])).await.unwrap();
        owed.push((posted.open_item_id.unwrap(), posted.gross));
    }
    owed
}

fn many_rows<T>(sheet: &str, rows: usize, value: impl Fn(usize) -> T) -> Vec<SourceRow<T>> {
    (2..).zip(0..rows).map(|(row, n)| SourceRow::new(sheet, row, value(n))).collect()
}

#[test]
fn an_opening_keeps_its_budget() {
    budget(
        "opening",
        |e| e.opening,
        |engine, rows| async move {
            let (bench, _) = Bench::new(engine, 1).await;
            let product = |n| OpeningProduct { code: format!("O{n}"), name: "New".into(), ..Default::default() };
            let stock = |n| OpeningStock { product: format!("O{n}"), quantity: quantity("1"), unit_cost: Decimal::ONE, ..Default::default() };
            let data =
                OpeningData { products: many_rows("Products", rows, product), stock: many_rows("Stock", rows, stock), ..OpeningData::default() };
            let options = OpeningOptions::new(bench.shop.warehouse, day("2026-01-01"), ApplyMode::AllOrNothing);
            bench.count(bench.shop.session.opening().apply(&data, &options)).await.0
        },
    );
}

/// What comes in is read, planned and written in parts of 2,000 rows: so many more statements for each part, however many rows it has.
#[test]
fn a_large_opening_takes_statements_by_its_parts() {
    for engine in &ENGINES {
        let count = |rows| async move {
            let (bench, _) = Bench::new(engine, 1).await;
            let customer = |n| OpeningCustomer { code: format!("O{n}"), name: "New".into(), ..OpeningCustomer::default() };
            let data = OpeningData { customers: many_rows("Customers", rows, customer), ..OpeningData::default() };
            bench.count(bench.shop.session.opening().apply(&data, &OpeningOptions::of_records(ApplyMode::AllOrNothing))).await.0
        };
        let counts = [2_001, 4_000, 4_001, 6_000, 6_001].map(|rows| runtime().block_on(count(rows)));
        let [two, still_two, three, still_three, four] = counts;
        println!("{} takes {counts:?}", engine.name);
        assert_eq!((two, three), (still_two, still_three), "{}", engine.name);
        assert_eq!((three - two, four - three), (engine.part, engine.part), "{}", engine.name);
    }
}

/// A dry run of an opening reads, so that nobody who writes waits for it, however long it takes.
#[test]
fn a_dry_run_of_an_opening_begins_nothing_that_writes() {
    runtime().block_on(async {
        for engine in &ENGINES {
            let (bench, _) = Bench::new(engine, 1).await;
            let row = |row, code: &str| {
                let customer = OpeningCustomer { code: code.into(), name: "New".into(), ..OpeningCustomer::default() };
                SourceRow::new("Customers", row, customer)
            };
            let data = OpeningData { customers: vec![row(2, "N1"), row(3, "N2")], ..OpeningData::default() };
            for (mode, wanted) in [(ApplyMode::DryRun, Mode::Read), (ApplyMode::AllOrNothing, Mode::Write)] {
                let options = OpeningOptions::new(bench.shop.warehouse, day("2026-01-01"), mode);
                bench.counting.take();
                let report = bench.shop.session.opening().apply(&data, &options).await.unwrap();
                assert_eq!(report.customers_created, 2);
                let modes: Vec<Mode> = bench.counting.take().into_iter().map(|ended| ended.mode).collect();
                assert_eq!(modes, [wanted], "{}", engine.name);
            }
        }
    });
}
