//! A company with products and stock on a storage of its own, what both sides post, and the library's side of a turn.

use crate::turns::Queue;
use chrono::NaiveDate;
use crm_core::{
    access::{Operator, Principal},
    company::Company,
    customers::Customer,
    entity::Value,
    ids::{CompanyId, CustomerId, OperatorId, ProductId, SequentialIds, TypedId, WarehouseId},
    num::{Currency, Money, Quantity, Rate, UnitPrice},
    products::Product,
    receivables::{Allocate, NewPayment},
    sales::{LineItem, NewDelivery, NewOrder, NewQuote, Offer},
    session::{Crm, Session},
    stock::{NewReceipt, ReceiptLine, Warehouse},
    storage::Storage,
    system::{SystemClock, SystemIds},
    tax::TaxRate,
};
use crm_tests::harness::{Tables, assert_same_tables, dump};
use std::{collections::HashMap, ops::Range, sync::Arc};
use uuid::Uuid;

pub(crate) const PRODUCTS: usize = 1_000;
const CUSTOMERS: usize = 100;

/// What is posted.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Kind {
    Delivery,
    Quote,
    Order,
    /// A payment, set against the receivables that fall due first.
    Payment,
}

impl Kind {
    pub(crate) const ALL: [Self; 4] = [Self::Delivery, Self::Quote, Self::Order, Self::Payment];

    pub(crate) fn name(self) -> &'static str {
        match self {
            Self::Delivery => "delivery",
            Self::Quote => "quote",
            Self::Order => "order",
            Self::Payment => "payment",
        }
    }
}

/// A command, as the library takes it.
pub(crate) enum Command {
    Delivery(NewDelivery),
    Quote(NewQuote),
    Order(NewOrder),
    Payment(NewPayment),
}

/// A company, ready to sell.
pub(crate) struct Shop {
    pub(crate) storage: Arc<dyn Storage>,
    pub(crate) session: Session<'static>,
    pub(crate) company: CompanyId,
    pub(crate) operator: OperatorId,
    pub(crate) warehouse: WarehouseId,
    customers: Vec<CustomerId>,
    products: Vec<ProductId>,
}

fn day() -> NaiveDate {
    NaiveDate::from_ymd_opt(2026, 6, 1).unwrap()
}

fn price(text: &str) -> UnitPrice {
    UnitPrice::parse(text, Currency::EUR).unwrap()
}

impl Shop {
    /// Opens a company. Its ids count up, so that the shops of both sides have the same; those of its deliveries are a host's.
    pub(crate) async fn open(storage: impl Storage + 'static) -> Self {
        let storage: Arc<dyn Storage> = Arc::new(storage);
        let crm = Crm::new(storage.clone(), Arc::new(SystemClock), Arc::new(SequentialIds::new(1)));
        let profile = Company { default_tax_code: Some("S".to_owned()), ..Company::new("Bench", Currency::EUR) };
        let (company, operator) = crm.create_company(profile, Operator::with("bench", "Bench", &["administrator"], &[])).await.unwrap();
        let session = crm.act_as(company, Principal::operator(operator)).await.unwrap();
        session.tax_rates().create(TaxRate::new("S", "VAT", Rate::parse("21").unwrap(), NaiveDate::default())).await.unwrap();
        let warehouse = session.warehouses().create(Warehouse::new("W", "Main")).await.unwrap().id;
        let customers = (0..CUSTOMERS).map(|i| Customer { payment_days: 30, ..Customer::new(format!("C{i:05}"), format!("Customer {i}")) });
        let customers = session.customers().create_many(customers.collect()).await.unwrap().into_iter().map(|c| c.id).collect();
        let products = (0..PRODUCTS).map(|i| Product::stocked(format!("P{i:05}"), format!("Product {i}"), Currency::EUR));
        let products: Vec<ProductId> = session.products().create_many(products.collect()).await.unwrap().into_iter().map(|p| p.id).collect();
        let lines = products.iter().map(|id| ReceiptLine::new(*id, Quantity::from(1_000_000), price("1.37")));
        session.stock().receive(&NewReceipt::new(warehouse, day(), lines.collect())).await.unwrap();
        let session = Self::session_on(storage.clone(), company, operator).await;
        Self { storage, session, company, operator, warehouse, customers, products }
    }

    async fn session_on(storage: Arc<dyn Storage>, company: CompanyId, operator: OperatorId) -> Session<'static> {
        let crm = Crm::new(storage, Arc::new(SystemClock), Arc::new(SystemIds::default()));
        crm.act_as(company, Principal::operator(operator)).await.unwrap()
    }

    /// The same shop through another storage, such as one that counts.
    pub(crate) async fn through(&self, storage: Arc<dyn Storage>) -> Session<'static> {
        Self::session_on(storage, self.company, self.operator).await
    }

    /// The command of a number: lines of different products, some of which its neighbours have too.
    pub(crate) fn command(&self, kind: Kind, number: usize, lines: usize) -> Command {
        let line = |i: usize| LineItem::new(self.products[(number * 7 + i * 13) % PRODUCTS], Quantity::from(3), price("2.95"));
        let (customer, lines) = (self.customers[number % CUSTOMERS], (0..lines).map(line).collect());
        match kind {
            Kind::Delivery => Command::Delivery(NewDelivery::new(customer, self.warehouse, day(), lines)),
            Kind::Quote => Command::Quote(NewQuote { customer_id: customer, offer: Offer::new(day(), day() + chrono::Days::new(30), lines) }),
            Kind::Order => Command::Order(NewOrder::new(customer, day(), lines)),
            Kind::Payment => {
                let amount = Money::parse("100.00", Currency::EUR).unwrap();
                Command::Payment(NewPayment { allocate: Allocate::OldestDue, ..NewPayment::new(customer, day(), amount) })
            }
        }
    }

    async fn post_one(&self, kind: Kind, number: usize, lines: usize) {
        self.post_on(&self.session, kind, number, lines).await;
    }

    /// Posts through a session of this shop.
    pub(crate) async fn post_on(&self, session: &Session<'_>, kind: Kind, number: usize, lines: usize) {
        match self.command(kind, number, lines) {
            Command::Delivery(command) => drop(session.sales().deliver(&command).await.unwrap()),
            Command::Quote(command) => drop(session.quotes().create(&command).await.unwrap()),
            Command::Order(command) => drop(session.orders().create(&command).await.unwrap()),
            Command::Payment(command) => drop(session.receivables().record_payment(&command).await.unwrap()),
        }
    }

    /// Posts through the library: one caller on the thread that asks, several as tasks of the runtime.
    pub(crate) async fn post(self: &Arc<Self>, kind: Kind, numbers: Range<usize>, lines: usize, callers: usize) {
        if callers == 1 {
            for number in numbers {
                self.post_one(kind, number, lines).await;
            }
            return;
        }
        let queue = Arc::new(Queue::new(numbers));
        let caller = |_| {
            let (shop, queue) = (self.clone(), queue.clone());
            tokio::spawn(async move {
                while let Some(number) = queue.take() {
                    shop.post_one(kind, number, lines).await;
                }
            })
        };
        let callers: Vec<_> = (0..callers).map(caller).collect();
        for caller in callers {
            caller.await.unwrap();
        }
    }

    /// What must be there before: something to pay.
    pub(crate) async fn prepare(self: &Arc<Self>, kind: Kind, numbers: Range<usize>, lines: usize) {
        if kind == Kind::Payment {
            self.post(Kind::Delivery, numbers, lines, 1).await;
        }
    }

    /// Every row, with new ids as numbers in the order in which they come up, and without times.
    async fn rows(&self, known: &Tables) -> Tables {
        let mut tables = dump(self.storage.as_ref(), self.company, self.operator).await;
        let mut ids: HashMap<Uuid, Uuid> = known.values().flatten().flatten().filter_map(id_of).map(|id| (id, id)).collect();
        ids.insert(self.company.uuid(), self.company.uuid());
        for row in tables.values_mut().flatten() {
            for value in row {
                plain(value, &mut ids);
            }
        }
        tables
    }
}

fn id_of(value: &Value) -> Option<Uuid> {
    match value {
        Value::Id(id) => Some(*id),
        _ => None,
    }
}

fn plain(value: &mut Value, ids: &mut HashMap<Uuid, Uuid>) {
    match value {
        Value::Id(id) => {
            let next = Uuid::from_u128(ids.len() as u128);
            *id = *ids.entry(*id).or_insert(next);
        }
        Value::Instant(_) => *value = Value::Null,
        Value::Json(serde_json::Value::Object(fields)) => {
            fields.entry("posted_at").and_modify(|at| *at = serde_json::Value::Null);
            if let Some(Ok(id)) = fields.get("quote_id").and_then(|id| id.as_str()).map(str::parse) {
                let mut id = Value::Id(id);
                plain(&mut id, ids);
                fields.insert("quote_id".to_owned(), id.to_json());
            }
        }
        _ => {}
    }
}

/// Posts one command of a kind on each side, the second by `by_hand`, and fails if they left different rows.
pub(crate) async fn assert_same_rows(kind: Kind, ours: &Arc<Shop>, theirs: &Arc<Shop>, lines: usize, by_hand: impl AsyncFnOnce(Command)) {
    let known = dump(ours.storage.as_ref(), ours.company, ours.operator).await;
    // Of the first customer, so that the payment finds more than one receivable.
    for number in [0, CUSTOMERS] {
        ours.prepare(kind, number..number + 1, lines).await;
        theirs.prepare(kind, number..number + 1, lines).await;
    }
    ours.post_one(kind, 0, lines).await;
    by_hand(theirs.command(kind, 0, lines)).await;
    assert_same_tables(&ours.rows(&known).await, &theirs.rows(&known).await, kind.name());
}

/// Both sides must keep the books.
pub(crate) async fn verify(ours: &Shop, theirs: &Shop) {
    ours.session.verify().await.unwrap();
    theirs.session.verify().await.expect("the program written by hand keeps the same books");
}
