//! An entity from its declaration to both engines: the worked example of CONTRIBUTING. All that is particular to it is in the first part of this file.
//! An entity of the library stands in a file of its area and has a line in `entities.rs`; this one has none, and its table is made by the test.
#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic, reason = "tests: a failed expectation is a panic")]

use crm_core::{
    Code, Error, Result, Uuid,
    access::ScopeLevel,
    audit::{Action, AuditEntry},
    customers::Customer,
    entity,
    entity::{Entity, EntityDecl, Listed, Stored},
    ids::{CustomerId, OperatorId, TypedId},
    query::Filter,
    records::MasterRecord,
    session::Session,
    time::Day,
    typed_id,
};
use crm_storage_sql::{PostgresDialect, SqliteDialect, schema};
use crm_storage_sqlite::{SqliteOptions, SqliteStorage};
use crm_tests::{
    harness::{Harness, day, memory},
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

typed_id!(Bookmark, BookmarkId);

entity! {
    /// What an operator keeps for itself.
    Bookmark "bookmark" {
        id: BookmarkId,
        kind: Master,
        scope: Operator,
        read: CustomersRead,
        write: CustomersWrite,
        unique: [],
        fields: {
            /// Whose it is.
            operator_id: OperatorId => [fixed()],
            /// Title.
            title: String => [required()],
        }
    }
}
impl MasterRecord for Bookmark {}

typed_id!(Remark, RemarkId);

entity! {
    /// A remark on a record of any entity.
    Remark "remark" {
        id: RemarkId,
        kind: Master,
        scope: ThroughRecord,
        read: CustomersRead,
        write: CustomersWrite,
        unique: [],
        fields: {
            /// The entity of the record.
            record_type: String => [fixed()],
            /// The record.
            record_id: Uuid => [part_of_any(), fixed()],
            /// The record's customer.
            customer_id: Option<CustomerId> => [fixed()],
            /// The remark.
            body: String => [required(), text(20_000)],
        }
    }
}
impl MasterRecord for Remark {}

typed_id!(Enquiry, EnquiryId);

entity! {
    /// A question at the counter, whose customer may not be known.
    Enquiry "enquiry" {
        id: EnquiryId,
        kind: Master,
        scope: ThroughCustomer,
        without_customer: OwnerOrAll,
        read: CustomersRead,
        write: CustomersWrite,
        unique: [],
        fields: {
            /// The customer, if it is known.
            customer_id: Option<CustomerId>,
            /// Who was asked.
            operator_id: OperatorId => [fixed()],
            /// The question.
            question: String => [required()],
        }
    }
}
impl MasterRecord for Enquiry {}

/// What the tests declare.
fn declared() -> [&'static EntityDecl; 4] {
    [Visit::decl(), Bookmark::decl(), Remark::decl(), Enquiry::decl()]
}

/// A harness on SQLite with the tables of the entities.
async fn sqlite() -> Harness {
    let directory = tempfile::tempdir().unwrap();
    let path = directory.path().join("books.db");
    let storage = SqliteStorage::open(SqliteOptions::new(&path)).await.unwrap();
    storage.migrations().apply().await.unwrap();
    let connection = rusqlite::Connection::open(&path).unwrap();
    declared().iter().for_each(|decl| connection.execute_batch(&schema::of_entity(&SqliteDialect, decl)).unwrap());
    Harness::new(storage).keeping(directory)
}

/// The same on PostgreSQL.
async fn postgres() -> Harness {
    let database = Database::new(Layout::Plain).await;
    let mut connection = database.connection().await;
    for decl in declared() {
        sqlx::raw_sql(sqlx::AssertSqlSafe(schema::of_entity(&PostgresDialect::new(), decl))).execute(&mut connection).await.unwrap();
    }
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
    let of_customer = Filter::exists("customer", Customer::code().eq("C2".to_owned()));
    assert_eq!(found(of_customer).await, ["Prices of lamps"]);
    assert_eq!(found(Filter::All).await, ["Opening hours", "Prices of lamps"]);

    // Seen by those who see the customer, and by nobody else.
    assert_eq!(texts::<Visit>(&seller, "subject").await, Vec::<String>::new());
    shop.session.customers().patch(shop.other, None, [Customer::owner_id().set(Some(sam))]).await.unwrap();
    assert_eq!(texts::<Visit>(&seller, "subject").await, ["Prices of lamps"]);
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

#[test]
fn rows_are_seen_as_their_scope_is_declared_in_memory() {
    runtime().block_on(async { scopes(memory().await).await });
}

#[test]
fn rows_are_seen_as_their_scope_is_declared_on_sqlite() {
    runtime().block_on(async { scopes(sqlite().await).await });
}

#[test]
fn rows_are_seen_as_their_scope_is_declared_on_postgres() {
    runtime().block_on(async { scopes(postgres().await).await });
}

async fn scopes(harness: Harness) {
    let shop = harness.shop().await;
    let (sam, seller) = shop.operator("sam", &["salesperson"], &[]).await;
    let (_, other) = shop.operator("pat", &["salesperson"], &[]).await;
    shop.session.customers().patch(shop.customer, None, [Customer::owner_id().set(Some(sam))]).await.unwrap();
    let role = shop.session.roles().list().fetch().await.unwrap()[0].id;

    // Of an operator: its own, and all for who reaches everybody.
    let bookmark = |operator_id, title: &str| Bookmark { operator_id, title: title.to_owned() };
    seller.records::<Bookmark>().create(bookmark(sam, "mine")).await.unwrap();
    shop.session.records::<Bookmark>().create(bookmark(shop.admin, "the boss's")).await.unwrap();
    shop.refuses(Code::AccessDenied, seller.records::<Bookmark>().create(bookmark(shop.admin, "planted"))).await;
    assert_eq!(texts::<Bookmark>(&seller, "title").await, ["mine"]);
    assert_eq!(texts::<Bookmark>(&other, "title").await, Vec::<String>::new());
    assert_eq!(texts::<Bookmark>(&shop.session, "title").await, ["mine", "the boss's"]);

    // Of any record: by those who may read the record.
    let remarks = [
        ("customer", shop.customer.uuid(), Some(shop.customer), "on the own customer"),
        ("customer", shop.other.uuid(), Some(shop.other), "on a foreign customer"),
        ("product", shop.product.uuid(), None, "on a product"),
        ("role", role.uuid(), None, "on a role"),
    ];
    for (record_type, record_id, customer_id, body) in remarks {
        let remark = Remark { record_type: record_type.to_owned(), record_id, customer_id, body: body.to_owned() };
        shop.session.records::<Remark>().create(remark).await.unwrap();
    }
    let remark = |record_type: &str, record_id, customer_id| Remark {
        record_type: record_type.to_owned(),
        record_id,
        customer_id,
        body: "planted".to_owned(),
    };
    let planted = [
        (Code::ReferenceMissing, remark("customer", shop.other.uuid(), None)),
        (Code::ReferenceMissing, remark("customer", shop.other.uuid(), Some(shop.customer))),
        (Code::FieldInvalid, remark("customer", shop.customer.uuid(), None)),
        (Code::FieldInvalid, remark("product", shop.product.uuid(), Some(shop.customer))),
        (Code::ReferenceMissing, remark("product", shop.customer.uuid(), None)),
        (Code::AccessDenied, remark("role", role.uuid(), None)),
        (Code::FieldInvalid, remark("idempotency_key", role.uuid(), None)),
        (Code::FieldInvalid, remark("nothing", role.uuid(), None)),
    ];
    for (code, remark) in planted {
        shop.refuses(code, seller.records::<Remark>().create(remark)).await;
    }
    // Of several, the error says which.
    let right = || remark("customer", shop.customer.uuid(), Some(shop.customer));
    for wrong in [remark("nothing", role.uuid(), None), remark("product", role.uuid(), None), remark("customer", shop.customer.uuid(), None)] {
        let error = seller.records::<Remark>().create_many(vec![right(), wrong]).await.unwrap_err();
        assert_eq!(error.context("index"), Some("1"), "{error}");
    }
    assert_eq!(texts::<Remark>(&seller, "body").await, ["on a product", "on the own customer"]);
    assert_eq!(texts::<Remark>(&other, "body").await, ["on a product"]);
    assert_eq!(texts::<Remark>(&shop.session, "body").await.len(), remarks.len());

    // Without a customer: of who was asked, and of who reaches everybody.
    let enquiry = |customer_id, operator_id, question: &str| Enquiry { customer_id, operator_id, question: question.to_owned() };
    seller.records::<Enquiry>().create(enquiry(None, sam, "opening hours?")).await.unwrap();
    seller.records::<Enquiry>().create(enquiry(Some(shop.customer), sam, "a price?")).await.unwrap();
    shop.refuses(Code::AccessDenied, seller.records::<Enquiry>().create(enquiry(None, shop.admin, "planted?"))).await;
    assert_eq!(texts::<Enquiry>(&seller, "question").await, ["a price?", "opening hours?"]);
    assert_eq!(texts::<Enquiry>(&other, "question").await, Vec::<String>::new());
    assert_eq!(texts::<Enquiry>(&shop.session, "question").await, ["a price?", "opening hours?"]);
    assert_eq!(other.records::<Enquiry>().count(&Filter::All).await.unwrap(), 0);
}

/// A text of every record that somebody sees, sorted.
async fn texts<E: Listed>(session: &Session<'_>, field: &str) -> Vec<String> {
    session
        .records::<E>()
        .list()
        .sort(&[field])
        .fetch()
        .await
        .unwrap()
        .into_iter()
        .map(|record| {
            let column = E::decl().column(field).unwrap();
            record.to_record()[column].to_json().as_str().unwrap().to_owned()
        })
        .collect()
}
