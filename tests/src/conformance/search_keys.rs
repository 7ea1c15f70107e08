//! Search in every script, and search keys made anew after an upgrade.
#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic, reason = "a suite of tests: a failed expectation is a panic")]

use crate::harness::{Harness, Shop, assert_same_tables};
use crm_core::{
    Code,
    audit::AuditEntry,
    company::Company,
    custom::{CustomField, CustomType, CustomValue},
    customers::{Contact, ContactPoint, ContactPointKind, Customer},
    entity::{Entity, Record, Stored, Value},
    query::{Filter, Query, Select},
    storage::{LockKeys, Mode},
    text::SEARCH_KEY_VERSION,
};
use serde_json::json;
use std::collections::BTreeMap;

async fn codes(shop: &Shop, filter: &Filter) -> Vec<String> {
    let found = shop.session.customers().list().filter(filter).unwrap().sort(&["code"]).fetch().await.unwrap();
    found.into_iter().map(|customer| customer.data.code).collect()
}

/// People find a name without the marks they leave out and in the letters of their keyboard; what is another word in its script is not found for it.
pub async fn names_of_every_script_are_found(harness: Harness) {
    let shop = harness.shop().await;
    let names = [
        ("cyrillic-1", "Королёв"),
        ("cyrillic-2", "Мой дом"),
        ("cyrillic-3", "Мои дома"),
        ("greek", "Οδυσσεύς"),
        ("arabic", "مُحَمَّد أحمد"),
        ("hebrew", "שָׁלוֹם בע״מ"),
        ("hindi-1", "हिन्दी किताब"),
        ("hindi-2", "हिन्दी कताब"),
        ("japanese-1", "大阪ガス"),
        ("japanese-2", "カス株式会社"),
        ("korean", "한국전자"),
        ("latin-1", "Łódź Światło"),
        ("latin-2", "Straße & Söhne"),
        ("latin-3", "O’Brien Ac\u{ad}me\u{200b}"),
        ("thai-1", "ไม้ไผ่"),
        ("thai-2", "ไม่มี"),
    ];
    let customers = names.iter().map(|(code, name)| Customer::new(*code, *name)).collect();
    shop.session.customers().create_many(customers).await.unwrap();
    for (typed, expected) in [
        ("КОРОЛЕВ", &["cyrillic-1"][..]),
        ("мой", &["cyrillic-2"]),
        ("мои", &["cyrillic-3"]),
        ("οδυσσευσ", &["greek"]),
        ("محمد احمد", &["arabic"]),
        ("שלום בע\"מ", &["hebrew"]),
        ("कि", &["hindi-1"]),
        ("हिन्दी", &["hindi-1", "hindi-2"]),
        ("ガス", &["japanese-1"]),
        ("ｶﾞｽ", &["japanese-1"]),
        ("カス", &["japanese-2"]),
        ("한국", &["korean"]),
        ("lodz", &["latin-1"]),
        ("ŁÓDŹ", &["latin-1"]),
        ("STRASSE & SOHNE", &["latin-2"]),
        ("o'brien acme", &["latin-3"]),
        ("ไม้", &["thai-1"]),
        ("ไม่", &["thai-2"]),
    ] {
        assert_eq!(codes(&shop, &Customer::name().contains(typed)).await, expected, "{typed}");
    }
    assert_eq!(codes(&shop, &Customer::name().starts_with("straß")).await, ["latin-2"]);
    shop.verify().await;
}

/// The rows of an entity, whatever is in them.
async fn rows<E: Entity>(shop: &Shop) -> Vec<Record> {
    let mut work = shop.harness.storage.begin(shop.company, Mode::Read).await.unwrap();
    let query = Query::Select(Select::<E>::new(&shop.permit()).plan());
    let rows = work.read(&LockKeys::none(), &[query]).await.unwrap().remove(0);
    work.commit().await.unwrap();
    rows
}

/// A shop whose keys are those of an older library: its number, a name, a value of the host's field, and a messenger's name.
async fn aged(harness: &Harness) -> (Shop, Stored<Customer>) {
    let shop = harness.shop().await;
    shop.session.custom_fields().create(CustomField::new("customer", "brand", CustomType::Text)).await.unwrap();
    let customer = shop.session.customers().create_with(Customer::new("G", "大阪ガス"), &json!({"brand": "Łódź"})).await.unwrap();
    let point = ContactPoint::new(customer.id, ContactPointKind::Messenger, "Groß");
    let point = shop.session.contact_points().create(point).await.unwrap();
    shop.session.contacts().create(Contact::new(customer.id, "Ana")).await.unwrap();
    let mut changes = shop.changes();
    for (decl, rows, column, key, older) in [
        (Customer::decl(), rows::<Customer>(&shop).await, "name_key", "大阪ガス", "大阪カス"),
        (CustomValue::decl(), rows::<CustomValue>(&shop).await, "text_value_key", "lodz", "łodz"),
    ] {
        let column = decl.column(column).unwrap();
        let mut row = rows.into_iter().find(|row| row[column] == Value::Text(key.into())).unwrap();
        row[column] = Value::Text(older.into());
        changes.rekey(decl, row);
    }
    changes.update(&point, ContactPoint { lookup_key: Some("groß".into()), ..point.data.clone() });
    let company = shop.session.company().get(shop.company).await.unwrap();
    changes.update(&company, Company { search_key_version: SEARCH_KEY_VERSION - 1, ..company.data.clone() });
    shop.harness.storage.begin(shop.company, Mode::Write).await.unwrap().write_and_commit(&changes).await.unwrap();
    (shop, customer)
}

/// Keys of an older library are found by nobody; made anew they are, no record has another version by it, and once is enough.
pub async fn keys_of_an_older_library_are_made_anew(harness: Harness) {
    let (shop, customer) = aged(&harness).await;
    let by_name = Customer::name().contains("ガス");
    let by_brand = Filter::custom("brand").contains("lodz");
    let by_messenger = ContactPoint::same_as(ContactPointKind::Messenger, "GROSS", None);
    let points = shop.session.contact_points();
    assert_eq!(codes(&shop, &by_name).await, Vec::<String>::new());
    assert_eq!(codes(&shop, &by_brand).await, Vec::<String>::new());
    assert_eq!(points.count(&by_messenger).await.unwrap(), 0);
    let error = shop.refuses(Code::Corrupt, shop.session.verify()).await;
    assert_eq!(error.context("check"), Some("search keys have the version of this library"));

    let audited = shop.session.audit().count(&Filter::All).await.unwrap();
    let company = shop.session.company();
    let rebuilt = company.rebuild_search_keys().await.unwrap();
    let expected = [("contact_point", 1), ("custom_value", 1), ("customer", 1)];
    assert_eq!(rebuilt.records, BTreeMap::from(expected.map(|(entity, count)| (entity.to_owned(), count))));
    assert_eq!(codes(&shop, &by_name).await, ["G"]);
    assert_eq!(codes(&shop, &by_brand).await, ["G"]);
    assert_eq!(points.count(&by_messenger).await.unwrap(), 1);
    assert_eq!(company.get(shop.company).await.unwrap().search_key_version, SEARCH_KEY_VERSION);
    assert_eq!(shop.session.customers().get(customer.id).await.unwrap(), customer);
    let changed = AuditEntry::operation().eq("company.rebuild_search_keys".to_owned());
    assert_eq!(shop.session.audit().count(&changed).await.unwrap(), 2);
    assert_eq!(shop.session.audit().count(&Filter::All).await.unwrap(), audited + 2);
    shop.verify().await;

    let before = shop.dump().await;
    assert_eq!(company.rebuild_search_keys().await.unwrap().records, BTreeMap::new());
    assert_same_tables(&before, &shop.dump().await, "made anew twice");
}

/// A key that is not that of its text is found by the check of the books, whatever the company's number says.
pub async fn a_wrong_search_key_is_found(harness: Harness) {
    let shop = harness.shop().await;
    let (decl, column) = (Customer::decl(), Customer::decl().column("name_key").unwrap());
    let mut row = rows::<Customer>(&shop).await.remove(0);
    row[column] = Value::Text("another".into());
    let mut changes = shop.changes();
    changes.rekey(decl, row);
    shop.harness.storage.begin(shop.company, Mode::Write).await.unwrap().write_and_commit(&changes).await.unwrap();
    let error = shop.refuses(Code::Corrupt, shop.session.verify()).await;
    assert_eq!(error.context("check"), Some("search keys match their texts"));
    assert!(error.context("record").is_some_and(|record| record.starts_with("customer ")), "{error:?}");
    shop.session.company().rebuild_search_keys().await.unwrap();
    shop.verify().await;
}

/// The number is the library's: a host states none, and keys are made anew by somebody who manages the company and reaches all of it.
pub async fn the_number_of_search_keys_is_the_librarys(harness: Harness) {
    let shop = Shop::founded(&harness, Company { search_key_version: 99, ..Company::new("Acme", crm_core::num::Currency::EUR) }).await;
    let company = shop.session.company();
    let stored = company.get(shop.company).await.unwrap();
    assert_eq!(stored.search_key_version, SEARCH_KEY_VERSION);
    let patched = company.patch(shop.company, None, [Company::search_key_version().set(1)]).await.unwrap();
    assert_eq!(patched, stored);
    let (_, boss) = shop.operator("boss", &["boss"], &[]).await;
    shop.refuses(Code::AccessDenied, boss.company().rebuild_search_keys()).await;
}
