//! Masters: versions, unique codes, references, trees, upserts, the audit and the feed.
#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic, reason = "a suite of tests: a failed expectation is a panic")]

use crate::harness::{Harness, Shop, day, price, quantity};
use crm_core::{
    Code,
    access::{Principal, Right, Role, ScopeLevel},
    audit::{Action, AuditEntry},
    custom::{CustomField, CustomType},
    customers::Customer,
    dictionary::DictionaryEntry,
    entity::{Masked, Patch, Stored},
    external::ExternalKey,
    feed::FeedEntry,
    ids::{CustomerGroupId, CustomerId, TypedId},
    num::Currency,
    products::{Product, Tracking},
    query::Filter,
    sales::{LineItem, NewDelivery},
    session::{UpsertMode, Upserted},
    stock::{NewReceipt, ReceiptLine, StockLot},
};
use serde_json::json;

/// What somebody else changed meanwhile is not overwritten.
pub async fn a_stale_version_is_refused(harness: Harness) {
    let shop = harness.shop().await;
    let mine = shop.session.customers().get(shop.customer).await.unwrap();
    let mut theirs = mine.clone();
    theirs.name = "Theirs".into();
    let theirs = shop.session.customers().update(&theirs).await.unwrap();
    assert_eq!(theirs.version, 2);
    let mut mine = mine;
    mine.name = "Mine".into();
    let error = shop.refuses(Code::VersionConflict, shop.session.customers().update(&mine)).await;
    assert_eq!(error.context("version"), Some("2"));
    assert_eq!(shop.session.customers().get(shop.customer).await.unwrap(), theirs);
}

/// An update that changes nothing keeps the version, the audit and the feed.
pub async fn an_update_without_a_difference_writes_nothing(harness: Harness) {
    let shop = harness.shop().await;
    let before = shop.dump().await;
    let stored = shop.session.customers().get(shop.customer).await.unwrap();
    assert_eq!(shop.session.customers().update(&stored).await.unwrap(), stored);
    assert_eq!(before, shop.dump().await);
}

/// Two customers do not share a number, but one may differ by case.
pub async fn codes_are_unique(harness: Harness) {
    let shop = harness.shop().await;
    shop.refuses(Code::UniqueTaken, shop.session.customers().create(Customer::new("C1", "Again"))).await;
    let mut other = shop.session.customers().get(shop.other).await.unwrap();
    other.code = "C1".into();
    shop.refuses(Code::UniqueTaken, shop.session.customers().update(&other)).await;
    shop.session.customers().create(Customer::new("c1", "Lower")).await.unwrap();
}

/// A reference to nothing is refused.
pub async fn references_point_to_something(harness: Harness) {
    let shop = harness.shop().await;
    let nothing = CustomerGroupId::from_uuid(shop.customer.uuid());
    let lost = Customer { group_id: Some(nothing), ..Customer::new("X", "X") };
    let error = shop.refuses(Code::ReferenceMissing, shop.session.customers().create(lost)).await;
    assert_eq!(error.context("field"), Some("group_id"));
    let nobody = CustomerId::from_uuid(shop.product.uuid());
    assert_eq!(shop.session.customers().get(nobody).await.unwrap_err().code(), Code::NotFound);
}

/// A group cannot be put below itself, directly or further down.
pub async fn a_group_is_never_below_itself(harness: Harness) {
    let shop = harness.shop().await;
    let top = shop.group("top", None).await;
    let low = shop.group("low", Some(shop.group("middle", Some(top)).await)).await;
    let mut group = shop.session.customer_groups().get(top).await.unwrap();
    for parent in [top, low] {
        group.parent_id = Some(parent);
        shop.refuses(Code::TreeCycle, shop.session.customer_groups().update(&group)).await;
    }
}

/// Many records are created in one act: all of them, or none.
pub async fn many_are_created_together_or_not_at_all(harness: Harness) {
    let shop = harness.shop().await;
    let many = |codes: &[&str]| codes.iter().map(|c| Customer::new(*c, *c)).collect::<Vec<_>>();
    shop.refuses(Code::UniqueTaken, shop.session.customers().create_many(many(&["X", "Y", "C1"]))).await;
    let error = shop.refuses(Code::FieldInvalid, shop.session.customers().create_many(many(&["X", ""]))).await;
    assert_eq!(error.context("index"), Some("1"));
    let mut unknown = many(&["X", "Y"]);
    unknown[1].group_id = Some(CustomerGroupId(shop.changes().new_id()));
    let error = shop.refuses(Code::ReferenceMissing, shop.session.customers().create_many(unknown)).await;
    assert_eq!(error.context("index"), Some("1"), "{error}");
    let created = shop.session.customers().create_many(many(&["X", "Y", "Z"])).await.unwrap();
    assert_eq!(created.iter().map(|c| c.code.as_str()).collect::<Vec<_>>(), ["X", "Y", "Z"]);
    for customer in created {
        assert_eq!(shop.session.customers().get(customer.id).await.unwrap(), customer);
    }
}

fn key(id: &str) -> ExternalKey {
    ExternalKey::new("erp", id)
}

/// What another system knows by a key is created, then updated, then left alone.
pub async fn an_upsert_creates_updates_and_leaves_alone(harness: Harness) {
    let shop = harness.shop().await;
    let upsert =
        async |name: &str| shop.session.customers().upsert(&key("1"), Patch::all(&Customer::new("X", name)), UpsertMode::Upsert).await.unwrap();
    let (created, what) = upsert("First").await;
    assert_eq!((what, created.version), (Upserted::Created, 1));
    let (updated, what) = upsert("Second").await;
    assert_eq!((what, updated.id, updated.version), (Upserted::Updated, created.id, 2));
    let before = shop.dump().await;
    let (same, what) = upsert("Second").await;
    assert_eq!((what, &same), (Upserted::Unchanged, &updated));
    assert_eq!(before, shop.dump().await);
    assert_eq!(shop.session.customers().find_external(&key("1")).await.unwrap(), Some(updated));
    assert_eq!(shop.session.customers().find_external(&ExternalKey::new("shop", "1")).await.unwrap(), None);
    assert_eq!(shop.session.products().find_external(&key("1")).await.unwrap(), None);
}

/// Update only: an unknown key is an error.
pub async fn an_update_only_needs_a_known_key(harness: Harness) {
    let shop = harness.shop().await;
    let upsert = |name: &str, mode| {
        let name = name.to_owned();
        let session = shop.session.clone();
        async move { session.customers().upsert(&key("1"), Patch::all(&Customer::new("X", name)), mode).await }
    };
    shop.refuses(Code::NotFound, upsert("First", UpsertMode::UpdateOnly)).await;
    upsert("First", UpsertMode::Upsert).await.unwrap();
    assert_eq!(upsert("Second", UpsertMode::UpdateOnly).await.unwrap().1, Upserted::Updated);
}

/// Create only: a known key is an error.
pub async fn a_create_only_needs_an_unknown_key(harness: Harness) {
    let shop = harness.shop().await;
    let upsert = |code: &str, id: &str| {
        let (code, id, session) = (code.to_owned(), id.to_owned(), shop.session.clone());
        async move { session.customers().upsert(&key(&id), Patch::all(&Customer::new(code, "N")), UpsertMode::CreateOnly).await }
    };
    assert_eq!(upsert("X", "1").await.unwrap().1, Upserted::Created);
    shop.refuses(Code::UniqueTaken, upsert("X", "1")).await;
    shop.refuses(Code::UniqueTaken, upsert("X", "2")).await;
    assert_eq!(upsert("Y", "2").await.unwrap().1, Upserted::Created);
}

async fn audit_of(shop: &Shop, record: CustomerId) -> Vec<AuditEntry> {
    let filter = AuditEntry::record_id().eq(record.uuid());
    let entries = shop.session.audit().list().filter(&filter).unwrap().sort(&["at", "id"]).fetch().await.unwrap();
    entries.into_iter().map(|e| e.data).collect()
}

/// The audit has the whole record when it came into being, and what changed of it later, before and after.
pub async fn every_change_is_in_the_audit_before_and_after(harness: Harness) {
    let shop = harness.shop().await;
    let mut customer = shop.customer_of("X", None, None).await;
    shop.harness.clock.set("2026-01-06T10:00:00.123456Z".parse().unwrap());
    (customer.name, customer.country) = ("Second".into(), Some("ES".into()));
    shop.session.customers().update(&customer).await.unwrap();
    let entries = audit_of(&shop, customer.id).await;
    let [created, updated] = entries.as_slice() else { panic!("{entries:?}") };
    assert_eq!((created.action, created.operation.as_str(), created.operator_id), (Action::Create, "records.create", shop.admin));
    assert_eq!((created.entity.as_str(), created.customer_id, &created.before), ("customer", Some(customer.id), &Masked::Shown(json!(null))));
    let Masked::Shown(after) = &created.after else { panic!("hidden") };
    assert_eq!(
        (&after["code"], &after["name"], &after["country"], &after["payment_days"]),
        (&json!("X"), &json!("Customer X"), &json!(null), &json!(0))
    );
    assert_eq!((updated.action, updated.at), (Action::Update, "2026-01-06T10:00:00.123456Z".parse().unwrap()));
    assert_eq!(updated.before, Masked::Shown(json!({"name": "Customer X", "country": null})));
    assert_eq!(updated.after, Masked::Shown(json!({"name": "Second", "country": "ES"})));
}

/// The feed has every change of a master or document once, in order, without gaps, with its audit row.
pub async fn every_change_has_its_place_in_the_feed(harness: Harness) {
    let shop = harness.shop().await;
    let before = shop.session.feed().count(&Filter::All).await.unwrap();
    shop.customer_of("X", None, None).await;
    let posted = shop.session.sales().deliver(&shop.delivery_of(&[(shop.service, "1", "5"), (shop.service, "2", "5")])).await.unwrap();
    let feed = shop.session.feed().list().sort(&["position"]).fetch().await.unwrap();
    assert_eq!(feed.len() as u64, before + 2);
    assert_eq!(feed.iter().map(|f| f.position).collect::<Vec<_>>(), (1..=i64::try_from(feed.len()).unwrap()).collect::<Vec<_>>());
    let last = &feed.last().unwrap().data;
    let FeedEntry { entity, record_id, customer_id, action, audit_id, .. } = last;
    assert_eq!(
        (entity.as_str(), *record_id, *customer_id, *action),
        ("sales_document", posted.document_id.uuid(), Some(shop.customer), Action::Create)
    );
    let audit = shop.session.audit().get(*audit_id).await.unwrap();
    assert_eq!((audit.record_id, audit.operation.as_str()), (posted.document_id.uuid(), "sales.deliver"));
    assert_eq!(shop.session.audit().count(&Filter::All).await.unwrap(), feed.len() as u64);
    shop.verify().await;
}

/// A host says for whom it acts, and in which request.
pub async fn the_audit_says_for_whom(harness: Harness) {
    let shop = harness.shop().await;
    let principal =
        Principal { on_behalf_of: Some("Eva".into()), request_id: Some("r-1".into()), ..Principal::host(shop.admin, &["administrator"], &[]) };
    let session = shop.crm.act_as(shop.company, principal).await.unwrap();
    let customer = session.customers().create(Customer::new("X", "X")).await.unwrap();
    let entry = audit_of(&shop, customer.id).await.remove(0);
    assert_eq!((entry.on_behalf_of.as_deref(), entry.request_id.as_deref()), (Some("Eva"), Some("r-1")));
    // What no engine can store would leave refusals unrecorded; what is too long would fill the audit.
    for (text, code) in [("r\0", Code::FieldInvalid), (&*"r".repeat(501), Code::FieldTooLong)] {
        let request = Principal { request_id: Some(text.into()), ..Principal::operator(shop.admin) };
        let person = Principal { on_behalf_of: Some(text.into()), ..Principal::operator(shop.admin) };
        for (principal, field) in [(request, "request_id"), (person, "on_behalf_of")] {
            let error = shop.crm.act_as(shop.company, principal).await.map(drop).unwrap_err();
            assert_eq!((error.code(), error.context("field")), (code, Some(field)));
        }
    }
}

/// People find names whatever their case, accents and spaces; lists sort by the same key.
pub async fn names_are_found_whatever_their_case_and_accents(harness: Harness) {
    let shop = harness.shop().await;
    for (code, name) in [("A", "Ángel  Núñez"), ("B", "angela"), ("C", "Über GmbH"), ("D", "北京")] {
        shop.session.customers().create(Customer::new(code, name)).await.unwrap();
    }
    let found = async |text: &str| shop.session.customers().count(&Customer::name().contains(text)).await.unwrap();
    assert_eq!((found("ANGEL").await, found("nunez").await, found("angel nu").await, found("ÚBER").await, found("京").await), (2, 1, 1, 1, 1));
    let sorted = shop.session.customers().list().sort(&["name"]).fetch().await.unwrap();
    assert_eq!(sorted.iter().map(|c| c.code.as_str()).collect::<Vec<_>>(), ["A", "B", "C1", "C", "C2", "D"]);
}

/// A character may be written whole or as a letter and its accent: both are the same text, in codes, names, keys and conditions.
pub async fn text_is_one_however_it_is_composed(harness: Harness) {
    const WHOLE: &str = "Caf\u{e9}";
    const APART: &str = "Cafe\u{301}";
    let shop = harness.shop().await;
    let customers = shop.session.customers();
    let made = customers.create(Customer::new(APART, APART)).await.unwrap();
    assert_eq!((made.code.as_str(), made.name.as_str()), (WHOLE, WHOLE));
    assert_eq!(customers.get(made.id).await.unwrap(), made);
    for code in [WHOLE, APART] {
        shop.refuses(Code::UniqueTaken, customers.create(Customer::new(code, "Another"))).await;
        let list = async |filter: Filter| customers.list().filter(&filter).unwrap().fetch().await.unwrap();
        for filter in
            [Customer::code().eq(code), Customer::code().is_in([code.to_owned()]), Customer::name().eq(code), Customer::code().between(code, code)]
        {
            assert_eq!(list(filter).await, std::slice::from_ref(&made), "{}", code.escape_unicode());
        }
        assert_eq!(customers.count(&Customer::code().ne(code)).await.unwrap(), 2);
    }
    // The same again changes nothing, whichever way it is written.
    let same = Stored { data: Customer { code: APART.into(), ..made.data.clone() }, ..made.clone() };
    assert_eq!(customers.update(&same).await.unwrap(), made);
    assert_eq!(customers.patch(made.id, None, [Customer::name().set(APART)]).await.unwrap(), made);
    // Keys of other systems, the systems themselves and the roles that name them, and keys of acts.
    let role = Role { systems: vec![APART.into()], ..Role::with(APART, "Gate", ScopeLevel::All, &[Right::CustomersRead, Right::CustomersWrite]) };
    shop.session.roles().create(role).await.unwrap();
    for system in [WHOLE, APART] {
        shop.refuses(Code::AccessDenied, customers.bind_external(made.id, &ExternalKey::new(system, "1"))).await;
    }
    let gate = shop.crm.act_as(shop.company, Principal::host(shop.admin, &[APART], &[])).await.unwrap();
    let key = |text: &str| ExternalKey::new(text, text);
    gate.customers().bind_external(made.id, &key(APART)).await.unwrap();
    gate.customers().bind_external(made.id, &key(WHOLE)).await.unwrap();
    assert_eq!(customers.external_keys(made.id).await.unwrap(), [key(WHOLE)]);
    for text in [WHOLE, APART] {
        assert_eq!(customers.find_external(&key(text)).await.unwrap().unwrap().id, made.id);
        shop.refuses(Code::UniqueTaken, gate.customers().upsert(&key(text), [Customer::name().set("X")], UpsertMode::CreateOnly)).await;
        let once = shop.session.idempotent(text).customers().create(Customer::new("once", "Once")).await.unwrap();
        assert_eq!(once.code, "once");
    }
    gate.customers().unbind_external(made.id, &key(APART)).await.unwrap();
    // Fields of the host, and labels inside of JSON.
    shop.session.custom_fields().create(CustomField::new("customer", "drink", CustomType::Text)).await.unwrap();
    customers.set_custom(made.id, &serde_json::json!({"drink": APART})).await.unwrap();
    assert_eq!(customers.custom_of(made.id).await.unwrap()["drink"], WHOLE);
    for text in [WHOLE, APART] {
        assert_eq!(customers.count(&Filter::custom("drink").eq(text)).await.unwrap(), 1);
    }
    let entry = shop.session.dictionary_entries().create(DictionaryEntry::new("industry", "c", &[("es", APART)])).await.unwrap();
    assert_eq!(entry.labels.get("es").map(String::as_str), Some(WHOLE));
    // What a document names by a text is found, and made once: a lot.
    let tracked = Product { tracking: Tracking::Lot, ..Product::stocked("L", "Lots", Currency::EUR) };
    let tracked = shop.session.products().create(tracked).await.unwrap().id;
    for lot in [WHOLE, APART] {
        let line = ReceiptLine { lot: Some(lot.into()), ..ReceiptLine::new(tracked, quantity("2"), price("3")) };
        shop.session.stock().receive(&NewReceipt::new(shop.warehouse, day("2026-01-01"), vec![line])).await.unwrap();
        let line = LineItem { lot: Some(lot.into()), ..LineItem::new(tracked, quantity("1"), price("5")) };
        shop.session.sales().deliver(&NewDelivery { lines: vec![line], ..shop.delivery("1", "5") }).await.unwrap();
    }
    assert_eq!(shop.session.stock_lots().count(&StockLot::lot().eq(APART)).await.unwrap(), 1);
    shop.verify().await;
}
