//! Keys of other systems: whose they are, who may use them, what they tell, and how long they last.
#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic, reason = "a suite of tests: a failed expectation is a panic")]

use crate::harness::{Harness, Shop};
use crm_core::{
    Code, Error,
    access::{Operator, Principal, Right, Role, ScopeLevel},
    audit::{Action, AuditEntry},
    customers::{Contact, Customer},
    dictionary::DictionaryEntry,
    entity::{Change, Stored},
    external::{ExternalKey, ExternalRef},
    feed::FeedEntry,
    ids::{CustomerId, TypedId},
    limits,
    num::Currency,
    products::Product,
    query::Filter,
    session::{Session, UpsertMode, Upserted},
};
use serde_json::json;

fn key(id: &str) -> ExternalKey {
    ExternalKey::new("erp", id)
}

fn given(code: &str) -> [Change<Customer>; 2] {
    [Customer::code().set(code), Customer::name().set(code)]
}

async fn upsert(session: &Session<'_>, id: &str, code: &str, mode: UpsertMode) -> Result<(Stored<Customer>, Upserted), Error> {
    session.customers().upsert(&key(id), given(code), mode).await
}

/// What an error says, for comparing two that must not be told apart.
fn said(error: &Error) -> (Code, String, Vec<(&'static str, String)>) {
    (error.code(), error.to_string(), error.details().to_vec())
}

/// A record that is there is adopted by a key, has several, and gives them back; one that is deleted leaves none behind.
pub async fn a_key_is_of_one_record_and_free_after_it(harness: Harness) {
    let shop = harness.shop().await;
    let customers = shop.session.customers();
    customers.bind_external(shop.customer, &key("7")).await.unwrap();
    customers.bind_external(shop.customer, &ExternalKey::new("shop", "A-1")).await.unwrap();
    let rows = shop.dump().await;
    customers.bind_external(shop.customer, &key("7")).await.unwrap();
    assert_eq!(rows, shop.dump().await);
    assert_eq!(customers.external_keys(shop.customer).await.unwrap(), [key("7"), ExternalKey::new("shop", "A-1")]);
    let (adopted, what) = upsert(&shop.session, "7", "C1", UpsertMode::Upsert).await.unwrap();
    assert_eq!((adopted.id, what, adopted.name.as_str(), adopted.payment_days), (shop.customer, Upserted::Updated, "C1", 30));
    shop.refuses(Code::UniqueTaken, customers.bind_external(shop.other, &key("7"))).await;
    shop.refuses(Code::NotFound, customers.unbind_external(shop.other, &key("7"))).await;
    // The same key of another kind of record is another key.
    shop.session.products().bind_external(shop.product, &key("7")).await.unwrap();
    customers.unbind_external(shop.customer, &key("7")).await.unwrap();
    shop.refuses(Code::NotFound, customers.unbind_external(shop.customer, &key("7"))).await;
    customers.bind_external(shop.other, &key("7")).await.unwrap();
    assert_eq!(customers.find_external(&key("7")).await.unwrap().unwrap().id, shop.other);
    assert_eq!(shop.session.products().find_external(&key("7")).await.unwrap().unwrap().id, shop.product);
    let other = customers.get(shop.other).await.unwrap();
    customers.delete(&other).await.unwrap();
    assert_eq!(customers.find_external(&key("7")).await.unwrap(), None);
    let (anew, what) = upsert(&shop.session, "7", "NEW", UpsertMode::CreateOnly).await.unwrap();
    assert_eq!((what, anew.version), (Upserted::Created, 1));
    // A part of a record takes its keys with it.
    let ana = shop.session.contacts().create(Contact::new(anew.id, "Ana")).await.unwrap();
    shop.session.contacts().bind_external(ana.id, &key("ana")).await.unwrap();
    customers.delete(&anew).await.unwrap();
    let left = shop.dump().await["external_ref"].len();
    assert_eq!((left, shop.session.contacts().find_external(&key("ana")).await.unwrap()), (2, None));
    // So does a record that is no customer's.
    let products = shop.session.products();
    let gone = products.create(Product::stocked("GONE", "Gone", Currency::EUR)).await.unwrap();
    products.bind_external(gone.id, &key("gone")).await.unwrap();
    products.delete(&gone).await.unwrap();
    assert_eq!(shop.dump().await["external_ref"].len(), left);
    for wrong in [key(" "), ExternalKey::new("", "1"), key("a\0b")] {
        shop.refuses(Code::FieldInvalid, customers.bind_external(shop.customer, &wrong)).await;
    }
    shop.refuses(Code::FieldTooLong, customers.bind_external(shop.customer, &key(&"x".repeat(501)))).await;
    shop.verify().await;
}

/// A system that a role names is for its holders; others neither make nor use its keys to write. One that no role names is anybody's.
pub async fn a_system_that_roles_name_is_for_their_holders(harness: Harness) {
    let shop = harness.shop().await;
    let (customers, session) = (shop.session.customers(), shop.session.clone());
    let (known, _) = upsert(&session, "1", "X", UpsertMode::Upsert).await.unwrap();
    let rights = [Right::CustomersRead, Right::CustomersWrite];
    let gateway = Role { systems: vec!["erp".into(), "shop".into()], ..Role::with("gateway", "Gateway", ScopeLevel::All, &rights) };
    let mut gateway = session.roles().create(gateway).await.unwrap();
    let second = Role { systems: vec!["shop".into()], ..Role::with("web", "Web", ScopeLevel::All, &rights) };
    session.roles().create(second).await.unwrap();
    // A session that was open before knows it at once, whatever else it may do.
    for mode in [UpsertMode::Upsert, UpsertMode::UpdateOnly, UpsertMode::CreateOnly] {
        for id in ["1", "2"] {
            let error = shop.refuses(Code::AccessDenied, upsert(&session, id, "Y", mode)).await;
            assert_eq!(error.details(), [("system", "erp".to_owned())]);
        }
    }
    shop.refuses(Code::AccessDenied, customers.bind_external(known.id, &key("2"))).await;
    shop.refuses(Code::AccessDenied, customers.unbind_external(known.id, &key("1"))).await;
    assert_eq!(customers.find_external(&key("1")).await.unwrap().unwrap().id, known.id);
    customers.bind_external(known.id, &ExternalKey::new("bank", "1")).await.unwrap();
    let (_, web) = shop.operator("web", &["web"], &[]).await;
    shop.refuses(Code::AccessDenied, upsert(&web, "1", "Y", UpsertMode::Upsert)).await;
    web.customers().bind_external(known.id, &ExternalKey::new("shop", "1")).await.unwrap();
    let (id, erp) = shop.operator("erp", &["web", "gateway"], &[]).await;
    assert_eq!(upsert(&erp, "1", "X", UpsertMode::Upsert).await.unwrap().1, Upserted::Unchanged);
    assert_eq!(upsert(&erp, "2", "Z", UpsertMode::Upsert).await.unwrap().1, Upserted::Created);
    erp.customers().unbind_external(known.id, &ExternalKey::new("shop", "1")).await.unwrap();
    let host = shop.crm.act_as(shop.company, Principal::host(shop.admin, &["gateway"], &[])).await.unwrap();
    host.customers().unbind_external(known.id, &key("1")).await.unwrap();
    // What is given counts at the next act, and so does what is taken away.
    gateway.systems.retain(|system| system != "erp");
    let gateway = session.roles().update(&gateway).await.unwrap();
    assert_eq!(upsert(&session, "1", "Y", UpsertMode::Upsert).await.unwrap().1, Upserted::Created);
    session.roles().patch(gateway.id, None, [Role::systems().set(vec!["erp".to_owned()])]).await.unwrap();
    session.operators().patch(id, None, [Operator::is_active().set(false)]).await.unwrap();
    shop.refuses(Code::AccessDenied, upsert(&erp, "2", "Z", UpsertMode::Upsert)).await;
    for systems in [vec![" ".to_owned()], vec!["a\0".to_owned()]] {
        shop.refuses(Code::FieldInvalid, session.roles().patch(gateway.id, None, [Role::systems().set(systems)])).await;
    }
    let many = vec!["s".to_owned(); limits::MAX_SYSTEMS + 1];
    shop.refuses(Code::LimitExceeded, session.roles().patch(gateway.id, None, [Role::systems().set(many)])).await;
}

/// A key of a record out of reach tells that it is taken, to those who want it for theirs, and nothing else to anybody.
pub async fn a_key_out_of_reach_tells_nothing(harness: Harness) {
    let shop = harness.shop().await;
    let (sam, session) = shop.operator("sam", &["salesperson"], &[]).await;
    let mine = shop.customer_of("MINE", Some(sam), None).await.id;
    shop.session.customers().bind_external(shop.customer, &key("1")).await.unwrap();
    let customers = session.customers();
    assert_eq!(customers.find_external(&key("1")).await.unwrap(), None);
    for mode in [UpsertMode::Upsert, UpsertMode::CreateOnly] {
        let error = shop.refuses(Code::UniqueTaken, upsert(&session, "1", "Y", mode)).await;
        assert_eq!(error.details(), [("system", "erp".to_owned()), ("external_id", "1".to_owned())]);
        assert!(!error.to_string().contains(&shop.customer.to_string()), "{error}");
    }
    let hidden = shop.refuses(Code::NotFound, upsert(&session, "1", "Y", UpsertMode::UpdateOnly)).await;
    let unknown = shop.refuses(Code::NotFound, upsert(&session, "2", "Y", UpsertMode::UpdateOnly)).await;
    let (code, text, mut details) = said(&hidden);
    details[1].1 = "2".to_owned();
    assert_eq!((code, text, details), said(&unknown));
    let taken = shop.refuses(Code::UniqueTaken, customers.bind_external(mine, &key("1"))).await;
    assert_eq!(taken.details(), [("system", "erp".to_owned()), ("external_id", "1".to_owned())]);
    let bound = shop.refuses(Code::NotFound, customers.unbind_external(mine, &key("1"))).await;
    let free = shop.refuses(Code::NotFound, customers.unbind_external(mine, &key("2"))).await;
    assert_eq!((bound.details().len(), bound.to_string()), (2, free.to_string()));
    let nobody = CustomerId::from_uuid(shop.product.uuid());
    for foreign in [shop.customer, nobody] {
        let missing = |error: Error| (error.code(), error.context("id").map(str::to_owned));
        let expected = (Code::NotFound, Some(foreign.to_string()));
        assert_eq!(missing(customers.bind_external(foreign, &key("3")).await.unwrap_err()), expected);
        assert_eq!(missing(customers.unbind_external(foreign, &key("1")).await.unwrap_err()), expected);
        assert_eq!(missing(customers.external_keys(foreign).await.unwrap_err()), expected);
    }
    customers.bind_external(mine, &key("3")).await.unwrap();
    assert_eq!(upsert(&session, "3", "MINE", UpsertMode::UpdateOnly).await.unwrap().0.id, mine);
    shop.session.roles().create(Role::with("reader", "Reader", ScopeLevel::All, &[Right::CustomersRead])).await.unwrap();
    let (_, reader) = shop.operator("rea", &["reader"], &[]).await;
    assert_eq!(reader.customers().external_keys(shop.customer).await.unwrap(), [key("1")]);
    shop.refuses(Code::AccessDenied, reader.customers().bind_external(shop.customer, &key("4"))).await;
    shop.refuses(Code::AccessDenied, reader.customers().unbind_external(shop.customer, &key("1"))).await;
    let related = Filter::exists("external_ref", Filter::All);
    assert_eq!(session.customers().count(&related).await.unwrap_err().code(), Code::AccessDenied);
}

/// Who gave a record a key, and who took it away, is in the audit and the feed, for those who reach the record.
pub async fn keys_are_in_audit_and_feed(harness: Harness) {
    let shop = harness.shop().await;
    let (sam, session) = shop.operator("sam", &["salesperson"], &[]).await;
    let mine = shop.customer_of("MINE", Some(sam), None).await.id;
    session.customers().bind_external(mine, &key("1")).await.unwrap();
    session.customers().unbind_external(mine, &key("1")).await.unwrap();
    shop.session.customers().bind_external(shop.customer, &key("1")).await.unwrap();
    shop.session.products().bind_external(shop.product, &key("1")).await.unwrap();
    let of_keys = AuditEntry::entity().eq("external_ref");
    let entries = shop.session.audit().list().filter(&of_keys).unwrap().sort(&["at", "id"]).fetch().await.unwrap();
    let told: Vec<_> = entries.iter().map(|e| (e.action, e.operator_id, e.operation.as_str(), e.customer_id)).collect();
    let (bind, unbind) = ("records.bind_external", "records.unbind_external");
    assert_eq!(told[..2], [(Action::Create, sam, bind, Some(mine)), (Action::Delete, sam, unbind, Some(mine))]);
    assert_eq!(told[2..], [(Action::Create, shop.admin, bind, Some(shop.customer)), (Action::Create, shop.admin, bind, None)]);
    let row = json!({"system": "erp", "record_type": "customer", "external_id": "1", "record_id": mine, "customer_id": mine});
    assert_eq!((&entries[0].after, &entries[1].before), (&crm_core::entity::Masked::Shown(row.clone()), &crm_core::entity::Masked::Shown(row)));
    assert_eq!(shop.session.feed().count(&FeedEntry::entity().eq("external_ref")).await.unwrap(), 4);
    shop.session.roles().create(Role::with("auditor", "Auditor", ScopeLevel::Own, &[Right::AuditRead, Right::CostRead])).await.unwrap();
    shop.session.operators().patch(sam, None, [Operator::roles().set(vec!["salesperson".to_owned(), "auditor".to_owned()])]).await.unwrap();
    let seen = session.audit().list().filter(&of_keys).unwrap().fetch().await.unwrap();
    assert!(seen.iter().all(|e| e.customer_id != Some(shop.customer)) && seen.len() == 3, "{seen:?}");
}

/// An entry of the dictionary that is merged leaves its keys to the one that stays.
pub async fn a_merged_entry_leaves_its_keys_to_the_other(harness: Harness) {
    let shop = harness.shop().await;
    let entries = shop.session.dictionary_entries();
    let entry = async |code: &str| entries.create(DictionaryEntry::new("industry", code, &[])).await.unwrap().id;
    let (from, into) = (entry("from").await, entry("into").await);
    for (id, name) in [(from, "1"), (from, "2"), (into, "3")] {
        entries.bind_external(id, &key(name)).await.unwrap();
    }
    let merged = shop.session.dictionary().merge(from, into).await.unwrap();
    assert_eq!(merged.records.get("external_ref"), Some(&2));
    assert_eq!(entries.external_keys(into).await.unwrap(), [key("1"), key("2"), key("3")]);
    assert_eq!(entries.find_external(&key("1")).await.unwrap().unwrap().id, into);
}

/// A record has only so many keys.
pub async fn a_record_has_only_so_many_keys(harness: Harness) {
    let shop: Shop = harness.shop().await;
    let mut changes = shop.changes();
    for number in 1..limits::MAX_EXTERNAL_KEYS {
        let (record_id, external_id) = (shop.product.uuid(), format!("n{number}"));
        let row = ExternalRef { system: "erp".into(), record_type: "product".into(), external_id, record_id, customer_id: None };
        changes.insert(&Stored::new(changes.new_id(), row));
    }
    harness.storage.begin(shop.company, crm_core::storage::Mode::Write).await.unwrap().write_and_commit(&changes).await.unwrap();
    let products = shop.session.products();
    products.bind_external(shop.product, &key("last")).await.unwrap();
    let error = shop.refuses(Code::LimitExceeded, products.bind_external(shop.product, &key("more"))).await;
    assert_eq!(error.context("name"), Some("MAX_EXTERNAL_KEYS"));
    assert_eq!(products.external_keys(shop.product).await.unwrap().len(), limits::MAX_EXTERNAL_KEYS);
    assert_eq!(products.upsert(&key("last"), [Product::name().set("Lamp")], UpsertMode::UpdateOnly).await.unwrap().0.name, "Lamp");
}
