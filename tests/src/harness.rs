//! What every test stands on: a storage with a clock and ids ([`Harness`]), and a small company on it ([`Shop`]).
//!
//! Ids count up from a seed and the clock stands still, so that two runs on two storages make the same rows.
#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic, reason = "a suite of tests: a failed expectation is a panic")]

use crate::postgres::{Database, Layout};
use crm_core::{
    Code, Error,
    access::{Guard, Operator, Permit, Principal, Right, Role, ScopeLevel},
    audit::{Action, AuditEntry},
    catalogue,
    company::Company,
    customers::{Customer, CustomerGroup},
    entity::{Entity, EntityDecl, Record, Stored},
    ids::{
        CompanyId, CustomerGroupId, CustomerId, OpenItemId, OperatorId, ProductId, SalesDocumentId, SalesLineId, SequentialIds, TypedId, WarehouseId,
    },
    limits,
    num::{Currency, Money, Quantity, Rate, UnitPrice},
    products::Product,
    query::{Query, Select},
    receivables::{Allocate, NewPayment, PaymentPosted},
    sales::{LineItem, NewDelivery, NewReturn, ReturnLine, SalesPosted},
    session::{Crm, Session},
    stock::{CountLine, NewCount, NewReceipt, ReceiptLine, StockPosted, Warehouse},
    storage::{ChangeSet, Context, LockKeys, MemoryStorage, Mode, Storage},
    tax::TaxRate,
    time::{Clock, Day, ManualClock},
};
use std::{any::Any, collections::BTreeMap, future::Future, sync::Arc};

/// A storage to be tested, with a clock that stands still and ids that count up.
#[derive(Clone)]
pub struct Harness {
    /// The storage.
    pub storage: Arc<dyn Storage>,
    /// The clock.
    pub clock: Arc<ManualClock>,
    /// The ids.
    pub ids: Arc<SequentialIds>,
    kept: Vec<Arc<dyn Any + Send + Sync>>,
}

impl Harness {
    /// A harness for an empty storage.
    pub fn new(storage: impl Storage + 'static) -> Self {
        Self::on(Arc::new(storage))
    }

    /// A harness for an empty storage that is shared.
    pub fn on(storage: Arc<dyn Storage>) -> Self {
        let clock = ManualClock::new("2026-01-05T09:00:00Z".parse().expect("an instant"));
        Self { storage, clock: Arc::new(clock), ids: Arc::new(SequentialIds::new(7)), kept: Vec::new() }
    }

    /// Keeps something, such as the directory of a database, as long as the harness.
    #[must_use]
    pub fn keeping(mut self, something: impl Any + Send + Sync) -> Self {
        self.kept.push(Arc::new(something));
        self
    }

    /// The library on this storage.
    pub fn crm(&self) -> Crm<'static> {
        Crm::new(self.storage.clone(), self.clock.clone(), self.ids.clone())
    }

    /// A small company on this storage.
    pub async fn shop(&self) -> Shop {
        Shop::founded(self, Company::new("Acme", Currency::EUR)).await
    }
}

/// A harness on the storage in memory.
pub async fn memory() -> Harness {
    Harness::new(MemoryStorage::new())
}

/// A harness on a new SQLite file, which goes away with it. Commits survive the end of the process, not of the machine: tests are quicker so.
pub async fn sqlite() -> Harness {
    use crm_storage_sqlite::{Durability, SqliteOptions, SqliteStorage};
    let directory = tempfile::tempdir().unwrap();
    let options = SqliteOptions::new(directory.path().join("books.db")).durability(Durability::Normal).readers(2);
    let storage = SqliteStorage::open(options).await.unwrap();
    storage.migrations().apply().await.unwrap();
    Harness::new(storage).keeping(directory)
}

/// A harness on a new PostgreSQL database, which goes away with it.
pub async fn postgres() -> Harness {
    on_postgres(Layout::Plain).await
}

/// A harness on a new PostgreSQL database whose tables have parts: the stand-in for a distributed engine.
pub async fn partitioned() -> Harness {
    on_postgres(Layout::Partitioned).await
}

async fn on_postgres(layout: Layout) -> Harness {
    let database = Database::new(layout).await;
    let storage = database.storage(layout, 8).await;
    Harness::new(storage).keeping(database)
}

/// A day from text such as `2026-01-31`.
pub fn day(text: &str) -> Day {
    text.parse().expect("a day")
}

/// An amount in euro.
pub fn eur(text: &str) -> Money {
    Money::parse(text, Currency::EUR).expect("an amount")
}

/// A unit price in euro.
pub fn price(text: &str) -> UnitPrice {
    UnitPrice::parse(text, Currency::EUR).expect("a price")
}

/// A quantity.
pub fn quantity(text: &str) -> Quantity {
    Quantity::parse(text).expect("a quantity")
}

/// Every row of every table of a company.
pub type Tables = BTreeMap<&'static str, Vec<Record>>;

/// A permit for everything in a company, for looking at storage past the services.
pub fn permit(company: CompanyId, operator: OperatorId) -> Permit {
    let role = Role::with("all", "All", ScopeLevel::All, Right::ALL);
    let guard = Guard::of(company, Principal::host(operator, &["all"], &[]), None, &[role], 1);
    guard.permit(Right::AccessManage).expect("a permit")
}

/// Reads every table of a company, in the order of the keys.
pub async fn dump(storage: &dyn Storage, company: CompanyId, operator: OperatorId) -> Tables {
    let permit = permit(company, operator);
    let whole = |decl: &'static EntityDecl| Query::Select(Select::of(decl, &permit).limit(limits::MAX_PAGE).expect("a limit").plan());
    let queries: Vec<Query> = catalogue::all().iter().map(|decl| whole(decl)).collect();
    let mut work = storage.begin(company, Mode::Read).await.unwrap();
    let rows = work.read(&LockKeys::none(), &queries).await.unwrap();
    work.commit().await.unwrap();
    catalogue::all().iter().map(|decl| decl.name).zip(rows).collect()
}

/// Fails with the first rows that differ, instead of with everything.
pub fn assert_same_tables(left: &Tables, right: &Tables, what: &str) {
    for (name, rows) in left {
        let others = right.get(name).map(Vec::as_slice).unwrap_or_default();
        for (a, b) in rows.iter().zip(others) {
            assert_eq!(a, b, "{what}: a row of `{name}` differs");
        }
        assert_eq!(rows.len(), others.len(), "{what}: `{name}` has not as many rows");
    }
}

/// A company with two customers, two products, a service, a warehouse and two tax rates, and its administrator's session.
#[derive(Clone)]
pub struct Shop {
    /// What it stands on.
    pub harness: Harness,
    /// The library.
    pub crm: Crm<'static>,
    /// The company.
    pub company: CompanyId,
    /// The administrator.
    pub admin: OperatorId,
    /// The administrator's session.
    pub session: Session<'static>,
    /// Customer `C1`: 30 days, tax code `S`.
    pub customer: CustomerId,
    /// Customer `C2`: pays at once, without tax.
    pub other: CustomerId,
    /// Product `P1`.
    pub product: ProductId,
    /// Product `P2`, tax code `R`.
    pub second: ProductId,
    /// Service `V1`.
    pub service: ProductId,
    /// Warehouse `W`.
    pub warehouse: WarehouseId,
}

impl Shop {
    /// Opens a company with policies of its own.
    pub async fn founded(harness: &Harness, company: Company) -> Self {
        Self::with(harness, harness.crm(), company).await
    }

    /// Opens a company of a library that the host has set up.
    pub async fn with(harness: &Harness, crm: Crm<'static>, company: Company) -> Self {
        let (company, admin) = crm.create_company(company, Operator::with("ana", "Ana", &["administrator"], &[])).await.unwrap();
        let session = crm.act_as(company, Principal::operator(admin)).await.unwrap();
        for (code, rate) in [("S", "21"), ("R", "10")] {
            session.tax_rates().create(TaxRate::new(code, "VAT", Rate::parse(rate).unwrap(), day("2020-01-01"))).await.unwrap();
        }
        let first = Customer { payment_days: 30, tax_code: Some("S".into()), ..Customer::new("C1", "Bodega Peña") };
        let customer = session.customers().create(first).await.unwrap().id;
        let other = session.customers().create(Customer::new("C2", "Zocalo & Co")).await.unwrap().id;
        let product = session.products().create(Product::stocked("P1", "Lantern", Currency::EUR)).await.unwrap().id;
        let second = Product { tax_code: Some("R".into()), ..Product::stocked("P2", "Candle", Currency::EUR) };
        let second = session.products().create(second).await.unwrap().id;
        let service = session.products().create(Product::service("V1", "Assembly", Currency::EUR)).await.unwrap().id;
        let warehouse = session.warehouses().create(Warehouse::new("W", "Main")).await.unwrap().id;
        Self { harness: harness.clone(), crm, company, admin, session, customer, other, product, second, service, warehouse }
    }

    /// A receipt, not yet posted.
    pub fn receipt(&self, lines: &[(ProductId, &str, &str)]) -> NewReceipt {
        let line = |(product_id, amount, cost): &(ProductId, &str, &str)| ReceiptLine {
            is_free: price(cost).amount().is_zero(),
            ..ReceiptLine::new(*product_id, quantity(amount), price(cost))
        };
        NewReceipt::new(self.warehouse, day("2026-01-01"), lines.iter().map(line).collect())
    }

    /// Receives the first product.
    pub async fn receive(&self, amount: &str, cost: &str) -> StockPosted {
        self.session.stock().receive(&self.receipt(&[(self.product, amount, cost)])).await.unwrap()
    }

    /// A count of the first product, not yet posted.
    pub fn counted(&self, difference: &str, unit_cost: Option<&str>) -> NewCount {
        let line = CountLine { unit_cost: unit_cost.map(price), ..CountLine::new(self.product, quantity(difference)) };
        NewCount { warehouse_id: self.warehouse, day: day("2026-01-15"), reference: None, lines: vec![line] }
    }

    /// A delivery of the first product to the first customer, not yet posted.
    pub fn delivery(&self, amount: &str, unit_price: &str) -> NewDelivery {
        self.delivery_of(&[(self.product, amount, unit_price)])
    }

    /// A delivery to the first customer, not yet posted.
    pub fn delivery_of(&self, lines: &[(ProductId, &str, &str)]) -> NewDelivery {
        let line = |(product, amount, unit_price): &(ProductId, &str, &str)| LineItem::new(*product, quantity(amount), price(unit_price));
        let lines = lines.iter().map(line).collect();
        let (customer_id, warehouse_id) = (self.customer, self.warehouse);
        NewDelivery::new(customer_id, warehouse_id, day("2026-01-10"), lines)
    }

    /// Posts a delivery of the first product to the first customer.
    pub async fn deliver(&self, amount: &str, unit_price: &str) -> SalesPosted {
        self.session.sales().deliver(&self.delivery(amount, unit_price)).await.unwrap()
    }

    /// The ids of a document's lines, in order.
    pub async fn lines_of(&self, document: SalesDocumentId) -> Vec<SalesLineId> {
        let filter = crm_core::sales::SalesLine::document_id().eq(document);
        let lines = self.session.sales_lines().list().filter(&filter).unwrap().sort(&["line"]).fetch().await.unwrap();
        lines.into_iter().map(|line| line.id).collect()
    }

    /// A return of the first customer, linked to lines of a delivery, not yet posted.
    pub fn back(&self, delivery: SalesDocumentId, lines: &[(SalesLineId, &str)]) -> NewReturn {
        let line = |(line_id, amount): &(SalesLineId, &str)| ReturnLine::linked(*line_id, quantity(amount));
        NewReturn { delivery_id: Some(delivery), lines: lines.iter().map(line).collect(), ..self.unlinked(self.product, "1", "1") }
    }

    /// A return of the first customer without its delivery, not yet posted.
    pub fn unlinked(&self, product_id: ProductId, amount: &str, unit_price: &str) -> NewReturn {
        let line = ReturnLine::unlinked(product_id, quantity(amount), price(unit_price));
        let (customer_id, warehouse_id) = (self.customer, self.warehouse);
        NewReturn::new(customer_id, warehouse_id, day("2026-01-20"), vec![line])
    }

    /// A payment of the first customer, not yet recorded.
    pub fn payment(&self, on: &str, amount: &str, allocate: Allocate) -> NewPayment {
        NewPayment { allocate, ..NewPayment::new(self.customer, day(on), eur(amount)) }
    }

    /// Records a payment of the first customer.
    pub async fn pay(&self, on: &str, amount: &str, allocate: Allocate) -> PaymentPosted {
        self.session.receivables().record_payment(&self.payment(on, amount, allocate)).await.unwrap()
    }

    /// What is open of an item.
    pub async fn open(&self, item: OpenItemId) -> Money {
        self.session.open_items().get(item).await.unwrap().open
    }

    /// A new operator with roles and groups, and their session.
    pub async fn operator(&self, code: &str, roles: &[&str], groups: &[CustomerGroupId]) -> (OperatorId, Session<'static>) {
        let operator = self.session.operators().create(Operator::with(code, code, roles, groups)).await.unwrap();
        (operator.id, self.crm.act_as(self.company, Principal::operator(operator.id)).await.unwrap())
    }

    /// A customer of an owner, in a group.
    pub async fn customer_of(&self, code: &str, owner_id: Option<OperatorId>, group_id: Option<CustomerGroupId>) -> Stored<Customer> {
        let customer = Customer { owner_id, group_id, ..Customer::new(code, format!("Customer {code}")) };
        self.session.customers().create(customer).await.unwrap()
    }

    /// A customer group.
    pub async fn group(&self, code: &str, parent: Option<CustomerGroupId>) -> CustomerGroupId {
        self.session.customer_groups().create(CustomerGroup::new(code, code, parent)).await.unwrap().id
    }

    /// A permit for everything, for looking at storage past the services.
    pub fn permit(&self) -> Permit {
        permit(self.company, self.admin)
    }

    /// An empty change set in the administrator's name, for writing past the services.
    pub fn changes(&self) -> ChangeSet {
        ChangeSet::new(Context {
            operation: "test",
            at: self.harness.clock.now(),
            operator: self.admin,
            on_behalf_of: None,
            operation_id: None,
            request_id: None,
            ids: self.harness.ids.clone(),
        })
    }

    /// Every row of the company.
    pub async fn dump(&self) -> Tables {
        dump(self.harness.storage.as_ref(), self.company, self.admin).await
    }

    /// Expects an act to be refused with a code, and nothing to be changed by it; of what the company's policy refuses, the audit has one entry.
    pub async fn refuses<T>(&self, code: Code, act: impl Future<Output = Result<T, Error>>) -> Error {
        let before = self.dump().await;
        let error = match act.await {
            Ok(_) => panic!("expected {}, but it was done", code.as_str()),
            Err(error) => error,
        };
        assert_eq!(error.code(), code, "{error:?}");
        let mut after = self.dump().await;
        if let Some(customer) = error.refused_customer().map(CustomerId) {
            let noted = self.take_refusals(&mut after, &before);
            assert_eq!(noted, [(customer, error.operation().unwrap_or_default().to_owned())], "{error:?}");
        }
        assert_same_tables(&before, &after, code.as_str());
        error
    }

    /// Takes refusals out of tables that were not in them before, and says for whom they were, and of what.
    fn take_refusals(&self, tables: &mut Tables, before: &Tables) -> Vec<(CustomerId, String)> {
        let name = AuditEntry::decl().name;
        let (audit, known) = (tables.get_mut(name).expect("the audit"), &before[name]);
        let new: Vec<_> = audit.extract_if(.., |row| !known.contains(row)).collect();
        let entries = new.into_iter().map(|row| Stored::<AuditEntry>::from_record(row).expect("an entry of the audit"));
        entries
            .map(|entry| {
                assert_eq!(
                    (entry.action, entry.entity.as_str(), Some(entry.record_id)),
                    (Action::Refuse, "customer", entry.customer_id.map(|id| id.0))
                );
                (entry.customer_id.expect("a customer"), entry.data.operation)
            })
            .collect()
    }

    /// Checks every invariant of the books.
    pub async fn verify(&self) {
        self.session.verify().await.unwrap();
    }
}

/// The UUID of any typed id as a value.
pub fn id_value(id: impl TypedId) -> crm_core::entity::Value {
    crm_core::entity::Value::Id(id.uuid())
}
