//! An entity from its declaration to both engines: the worked example of CONTRIBUTING. All that is particular to it is in the first part of this file.
//! An entity of the library stands in a file of its area and has a line in `entities.rs`; this one has none, and its table is made by the test.
#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic, reason = "tests: a failed expectation is a panic")]

use crm_core::{
    Code, Error, Result,
    access::ScopeLevel,
    audit::{Action, AuditEntry},
    entity,
    entity::{Entity, Stored},
    ids::{CustomerId, OperatorId, TypedId},
    query::Filter,
    records::MasterRecord,
    time::Day,
    typed_id,
};
use crm_storage_postgres::PostgresOptions;
use crm_storage_sql::{PostgresDialect, SqliteDialect, schema};
use crm_storage_sqlite::{SqliteOptions, SqliteStorage};
use crm_tests::{
    harness::{Harness, Shop, day, memory},
    postgres::{Database, Layout},
    runtime,
};

typed_id!(Visit, VisitId);

entity! {
    /// A visit to a customer.
    Visit "visit" {
        id: VisitId,
        kind: Master,
        scope: ThroughCustomer,
        read: CustomersRead,
        write: CustomersWrite,
        unique: [],
        fields: {
            /// The customer.
            customer_id: CustomerId => [part_of(), fixed()],
            /// Who visits.
            visitor_id: OperatorId,
            /// What it is about.
            subject: String => [searchable(), required(), text(100)],
            /// The day.
            day: Day => [indexed()],
            /// How long it takes, in minutes.
            minutes: i64 => [between(5, 480)],
            /// What came of it; only once it is over.
            outcome: Option<String>,
            /// Whether it took place.
            is_over: bool,
        }
    }
}

impl MasterRecord for Visit {
    fn check(&self) -> Result<()> {
        if self.outcome.is_some() && !self.is_over { Err(Error::field("outcome", "is said before the visit is over")) } else { Ok(()) }
    }
}

impl Visit {
    /// A visit of half an hour that is still to come.
    fn new(customer_id: CustomerId, visitor_id: OperatorId, subject: &str, day: Day) -> Self {
        Self { customer_id, visitor_id, subject: subject.to_owned(), day, minutes: 30, outcome: None, is_over: false }
    }
}

/// A harness on SQLite with the table of the entity.
async fn sqlite() -> Harness {
    let directory = tempfile::tempdir().unwrap();
    let path = directory.path().join("books.db");
    let storage = SqliteStorage::open(SqliteOptions::new(&path)).await.unwrap();
    storage.migrations().apply().await.unwrap();
    rusqlite::Connection::open(&path).unwrap().execute_batch(&schema::of_entity(&SqliteDialect, Visit::decl())).unwrap();
    Harness::new(storage).keeping(directory)
}

/// The same on PostgreSQL.
async fn postgres() -> Harness {
    let database = Database::new(Layout::Plain).await;
    let mut connection = database.connection().await;
    sqlx::raw_sql(sqlx::AssertSqlSafe(schema::of_entity(&PostgresDialect::new(), Visit::decl()))).execute(&mut connection).await.unwrap();
    PostgresOptions::new(&database.url()).unwrap();
    let storage = database.storage(Layout::Plain, 4).await;
    Harness::new(storage).keeping(database)
}

#[test]
fn an_entity_lives_by_its_declaration_in_memory() {
    runtime().block_on(async { tell(memory().await).await });
}

#[test]
fn an_entity_lives_by_its_declaration_on_sqlite() {
    runtime().block_on(async { tell(sqlite().await).await });
}

#[test]
fn an_entity_lives_by_its_declaration_on_postgres() {
    runtime().block_on(async { tell(postgres().await).await });
}

async fn tell(harness: Harness) {
    let shop = harness.shop().await;
    let visits = shop.session.records::<Visit>();
    let (sam, seller) = shop.operator("sam", &["salesperson"], &[]).await;

    // Created, with ids and versions; what is declared is held, and so are its own rules.
    let made = visits.create(Visit::new(shop.customer, shop.admin, "Opening hours", day("2026-02-01"))).await.unwrap();
    assert_eq!((made.version, made.subject.as_str()), (1, "Opening hours"));
    let refused = async |change: &dyn Fn(&mut Visit), field: &str| {
        let mut visit = Visit::new(shop.customer, shop.admin, "A visit", day("2026-02-01"));
        change(&mut visit);
        let error = visits.create(visit).await.unwrap_err();
        assert_eq!(error.context("field"), Some(field), "{error}");
    };
    refused(&|visit| visit.subject = " ".to_owned(), "subject").await;
    refused(&|visit| visit.subject = "x".repeat(101), "subject").await;
    refused(&|visit| visit.minutes = 481, "minutes").await;
    refused(&|visit| visit.outcome = Some("an order".to_owned()), "outcome").await;
    refused(&|visit| visit.visitor_id = OperatorId::from_uuid(shop.customer.uuid()), "visitor_id").await;

    // Changed with an optimistic version; what is fixed stays.
    let over = Stored { data: Visit { is_over: true, outcome: Some("an order".to_owned()), ..made.data.clone() }, ..made.clone() };
    let over = visits.update(&over).await.unwrap();
    assert_eq!(over.version, 2);
    shop.refuses(Code::VersionConflict, visits.update(&made)).await;
    shop.refuses(Code::FieldInvalid, visits.patch(made.id, None, [Visit::customer_id().set(shop.other)])).await;

    // Filtered and sorted, also by the customer it belongs to.
    visits.create(Visit::new(shop.other, sam, "Prices of lamps", day("2026-03-01"))).await.unwrap();
    let found = async |filter: Filter| {
        let list = visits.list().filter(&filter).unwrap().sort(&["day"]).fetch().await.unwrap();
        list.into_iter().map(|visit| visit.data.subject).collect::<Vec<_>>()
    };
    assert_eq!(found(Visit::subject().contains("LAMP")).await, ["Prices of lamps"]);
    assert_eq!(found(Visit::day().lt(day("2026-03-01"))).await, ["Opening hours"]);
    let of_customer = Filter::exists("customer", crm_core::customers::Customer::code().eq("C2".to_owned()));
    assert_eq!(found(of_customer).await, ["Prices of lamps"]);
    assert_eq!(found(Filter::All).await, ["Opening hours", "Prices of lamps"]);

    // Seen by those who see the customer, and by nobody else.
    let seen = async |shop: &Shop| seller_sees(&seller, shop).await;
    assert_eq!(seen(&shop).await, Vec::<String>::new());
    shop.session.customers().patch(shop.other, None, [crm_core::customers::Customer::owner_id().set(Some(sam))]).await.unwrap();
    assert_eq!(seen(&shop).await, ["Prices of lamps"]);
    shop.refuses(Code::NotFound, seller.records::<Visit>().get(made.id)).await;
    let foreign = Visit::new(shop.customer, sam, "Not mine", day("2026-03-02"));
    shop.refuses(Code::ReferenceMissing, seller.records::<Visit>().create(foreign)).await;
    assert_eq!(shop.session.roles().list().fetch().await.unwrap().iter().filter(|role| role.scope == ScopeLevel::Own).count(), 1);

    // Audited and fed, with what it was and what it became.
    let entries = shop.session.audit().list().filter(&AuditEntry::entity().eq("visit".to_owned())).unwrap().fetch().await.unwrap();
    let actions: Vec<Action> = entries.iter().filter(|entry| entry.record_id == made.id.uuid()).map(|entry| entry.action).collect();
    assert_eq!(actions, [Action::Create, Action::Update]);
    let feed = shop.session.feed().list().fetch().await.unwrap();
    assert_eq!(feed.iter().filter(|entry| entry.entity == "visit").count(), 3);

    // Deleted by the version that was read.
    shop.refuses(Code::VersionConflict, visits.delete(&made)).await;
    visits.delete(&over).await.unwrap();
    assert_eq!(found(Filter::All).await, ["Prices of lamps"]);
}

async fn seller_sees(seller: &crm_core::session::Session<'static>, _: &Shop) -> Vec<String> {
    seller.records::<Visit>().list().fetch().await.unwrap().into_iter().map(|visit| visit.data.subject).collect()
}
