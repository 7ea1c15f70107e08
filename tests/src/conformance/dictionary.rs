//! The data dictionary: records name entries by id, entries in use stay, and merges leave nothing that points nowhere.
#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic, reason = "a suite of tests: a failed expectation is a panic")]

use crate::{
    harness::{Harness, Shop},
    random::Dice,
};
use crm_core::{
    Code,
    access::{Right, Role, ScopeLevel},
    audit::{Action, AuditEntry},
    custom::CustomField,
    customers::{AddressKind, Customer, CustomerAddress},
    dictionary::{DictionaryEntry, presets},
    entity::Stored,
    ids::{CustomerId, DictionaryEntryId},
    query::Filter,
};
use serde_json::json;
use std::collections::BTreeSet;

async fn entry(shop: &Shop, category: &str, code: &str, parent_id: Option<DictionaryEntryId>) -> Stored<DictionaryEntry> {
    let entry = DictionaryEntry { parent_id, ..DictionaryEntry::new(category, code, &[("en", code)]) };
    shop.session.dictionary_entries().create(entry).await.unwrap()
}

async fn set_industry(shop: &Shop, customer: CustomerId, industry_id: Option<DictionaryEntryId>) {
    let mut stored = shop.session.customers().get(customer).await.unwrap();
    stored.industry_id = industry_id;
    shop.session.customers().update(&stored).await.unwrap();
}

/// A new label is one row: what names the entry is not written, and reads the new label.
pub async fn an_entry_is_renamed_without_touching_what_names_it(harness: Harness) {
    let shop = harness.shop().await;
    let mut retail = entry(&shop, "industry", "retail", None).await;
    set_industry(&shop, shop.customer, Some(retail.id)).await;
    let before = shop.session.customers().get(shop.customer).await.unwrap();
    let changes = shop.session.feed().count(&Filter::All).await.unwrap();
    (retail.code, retail.labels) = ("shops".into(), DictionaryEntry::new("", "", &[("en", "Shops"), ("es", "Tiendas")]).labels);
    let retail = shop.session.dictionary_entries().update(&retail).await.unwrap();
    assert_eq!(shop.session.customers().get(shop.customer).await.unwrap(), before);
    assert_eq!(shop.session.feed().count(&Filter::All).await.unwrap(), changes + 1);
    let named = shop.session.dictionary_entries().get(before.industry_id.unwrap()).await.unwrap();
    assert_eq!((named.label("es-ES"), named.version), ("Tiendas", 2));
    assert_eq!(shop.session.customers().count(&Filter::exists("industry", DictionaryEntry::code().eq("shops"))).await.unwrap(), 1);
    let other = DictionaryEntry { category: "source".into(), ..retail.data.clone() };
    shop.refuses(Code::FieldInvalid, shop.session.dictionary_entries().update(&Stored { data: other, ..retail })).await;
}

/// An entry that records name is not deleted, and the error counts them by entity; once nothing names it, it goes.
pub async fn an_entry_in_use_is_not_deleted(harness: Harness) {
    let shop = harness.shop().await;
    let spain = entry(&shop, "region", "es", None).await;
    let north = entry(&shop, "region", "north", Some(spain.id)).await;
    let error = shop.refuses(Code::RecordInUse, shop.session.dictionary_entries().delete(&spain)).await;
    assert_eq!(error.details().iter().map(|(k, v)| (*k, v.as_str())).collect::<Vec<_>>(), [("dictionary_entry", "1")]);
    for code in ["A", "B"] {
        shop.session.customers().create(Customer { region_id: Some(north.id), ..Customer::new(code, code) }).await.unwrap();
    }
    let place = CustomerAddress { region_id: Some(north.id), ..CustomerAddress::new(shop.customer, AddressKind::Site) };
    let place = shop.session.customer_addresses().create(place).await.unwrap();
    let error = shop.refuses(Code::RecordInUse, shop.session.dictionary_entries().delete(&north)).await;
    assert_eq!((error.context("customer"), error.context("customer_address")), (Some("2"), Some("1")));
    assert_eq!(shop.session.customers().count(&Customer::region_id().within(spain.id)).await.unwrap(), 2);
    shop.session.customer_addresses().delete(&place).await.unwrap();
    for mut customer in shop.session.customers().list().filter(&Customer::region_id().eq(Some(north.id))).unwrap().fetch().await.unwrap() {
        customer.region_id = None;
        shop.session.customers().update(&customer).await.unwrap();
    }
    shop.session.dictionary_entries().delete(&north).await.unwrap();
    shop.session.dictionary_entries().delete(&spain).await.unwrap();
    assert_eq!(shop.session.dictionary_entries().count(&Filter::All).await.unwrap(), 0);
}

/// Customers, places, values of the host and entries below: everything that named the one entry names the other, in one act, each with its audit.
pub async fn a_merge_gives_everything_another_entry(harness: Harness) {
    let shop = harness.shop().await;
    let (from, into) = (entry(&shop, "province", "mad", None).await, entry(&shop, "province", "28", None).await);
    let below = entry(&shop, "province", "capital", Some(from.id)).await;
    let field = CustomField { is_unique: true, ..CustomField::choice("customer", "birthplace", "province") };
    shop.session.custom_fields().create(field).await.unwrap();
    for code in ["A", "B"] {
        shop.session.customers().create(Customer { province_id: Some(from.id), ..Customer::new(code, code) }).await.unwrap();
    }
    let place = CustomerAddress { province_id: Some(from.id), ..CustomerAddress::new(shop.customer, AddressKind::Billing) };
    let place = shop.session.customer_addresses().create(place).await.unwrap().id;
    shop.session.customers().set_custom(shop.other, &json!({"birthplace": from.id.to_string()})).await.unwrap();
    let merged = shop.session.dictionary().merge(from.id, into.id).await.unwrap();
    let counts: Vec<_> = merged.records.iter().map(|(name, count)| (name.as_str(), *count)).collect();
    assert_eq!(counts, [("custom_value", 1), ("customer", 2), ("customer_address", 1), ("dictionary_entry", 1)]);
    assert_eq!(shop.session.customers().count(&Customer::province_id().eq(Some(into.id))).await.unwrap(), 2);
    assert_eq!(shop.session.customer_addresses().get(place).await.unwrap().province_id, Some(into.id));
    assert_eq!(shop.session.dictionary_entries().get(below.id).await.unwrap().parent_id, Some(into.id));
    assert_eq!(shop.session.customers().custom_of(shop.other).await.unwrap()["birthplace"], json!(into.id.to_string()));
    assert_eq!(shop.session.dictionary_entries().find(from.id).await.unwrap(), None);
    let again = json!({"birthplace": into.id.to_string()});
    shop.refuses(Code::UniqueTaken, shop.session.customers().set_custom(shop.customer, &again)).await;
    let entries = shop.session.audit().list().filter(&AuditEntry::operation().eq("dictionary.merge")).unwrap().fetch().await.unwrap();
    assert_eq!(entries.iter().filter(|e| e.action == Action::Update).count(), 5);
    assert_eq!(entries.iter().filter(|e| e.action == Action::Delete && e.record_id == from.id.0).count(), 1);
    shop.verify().await;
}

/// Entries of two categories are not merged, nor one with itself, nor into one below it; nor by those who do not reach every customer.
pub async fn a_merge_of_two_kinds_or_a_circle_is_refused(harness: Harness) {
    let shop = harness.shop().await;
    let (a, other) = (entry(&shop, "level", "a", None).await, entry(&shop, "source", "a", None).await);
    let below = entry(&shop, "level", "a1", Some(a.id)).await;
    let lowest = entry(&shop, "level", "a11", Some(below.id)).await;
    let merge = |from, into| {
        let session = shop.session.clone();
        async move { session.dictionary().merge(from, into).await }
    };
    shop.refuses(Code::FieldInvalid, merge(a.id, other.id)).await;
    shop.refuses(Code::FieldInvalid, merge(a.id, a.id)).await;
    shop.refuses(Code::TreeCycle, merge(a.id, lowest.id)).await;
    shop.refuses(Code::NotFound, merge(a.id, DictionaryEntryId(shop.customer.0))).await;
    shop.session.roles().create(Role::with("clerk", "Clerk", ScopeLevel::Own, &[Right::CompanyManage])).await.unwrap();
    let (_, clerk) = shop.operator("cle", &["clerk"], &[]).await;
    shop.refuses(Code::AccessDenied, clerk.dictionary().merge(below.id, a.id)).await;
    let merged = merge(below.id, a.id).await.unwrap();
    assert_eq!(merged.records.into_iter().collect::<Vec<_>>(), [("dictionary_entry".to_owned(), 1)]);
    assert_eq!(shop.session.dictionary_entries().get(lowest.id).await.unwrap().parent_id, Some(a.id));
}

/// A field takes entries of its own category, and an entry stands below one of its own category.
pub async fn an_entry_is_of_its_category(harness: Harness) {
    let shop = harness.shop().await;
    let level = entry(&shop, "level", "a", None).await;
    let wrong = Customer { industry_id: Some(level.id), ..Customer::new("X", "X") };
    let error = shop.refuses(Code::FieldInvalid, shop.session.customers().create(wrong)).await;
    assert_eq!(error.context("field"), Some("industry_id"));
    let below = DictionaryEntry { parent_id: Some(level.id), ..DictionaryEntry::new("source", "x", &[]) };
    shop.refuses(Code::FieldInvalid, shop.session.dictionary_entries().create(below)).await;
    for (category, labels) in [("Level", &[][..]), ("level", &[("english", " ")]), ("", &[])] {
        shop.refuses(Code::FieldInvalid, shop.session.dictionary_entries().create(DictionaryEntry::new(category, "x", labels))).await;
    }
    shop.refuses(Code::UniqueTaken, shop.session.dictionary_entries().create(DictionaryEntry::new("level", "a", &[]))).await;
    entry(&shop, "source", "a", None).await;
}

/// The presets are data that a host loads once.
pub async fn presets_can_be_loaded(harness: Harness) {
    let shop = harness.shop().await;
    let loaded = shop.session.dictionary_entries().create_many(presets()).await.unwrap();
    assert_eq!(loaded.len(), presets().len());
    let levels = shop.session.dictionary_entries().list().filter(&DictionaryEntry::category().eq("level")).unwrap().sort(&["position"]);
    let labels: Vec<_> = levels.fetch().await.unwrap().iter().map(|e| e.label("zh").to_owned()).collect();
    assert_eq!(labels, ["重点客户", "普通客户", "零散客户"]);
}

/// Whatever is created, renamed, moved, deleted, merged and assigned: every id that a record holds is that of an entry.
pub async fn no_operation_leaves_an_id_that_points_to_nothing(harness: Harness) {
    let shop = harness.shop().await;
    let session = &shop.session;
    session.custom_fields().create(CustomField::choice("customer", "trade", "industry")).await.unwrap();
    let customers = [shop.customer, shop.other];
    let (mut dice, mut done) = (Dice::new(11), [0_usize; 6]);
    for step in 0..150 {
        let entries = session.dictionary_entries().list().fetch().await.unwrap();
        let some = if entries.is_empty() { None } else { Some(dice.one(&entries)) };
        let customer = dice.one(&customers);
        let kind = dice.below(6);
        let result = match (kind, some) {
            (0, some) => {
                let parent_id = some.filter(|_| dice.once_in(2)).map(|e| e.id);
                let new = DictionaryEntry { parent_id, ..DictionaryEntry::new("industry", format!("e{step}"), &[]) };
                session.dictionary_entries().create(new).await.map(drop)
            }
            (1, Some(mut entry)) => {
                entry.parent_id = Some(dice.one(&entries).id).filter(|_| dice.once_in(2));
                session.dictionary_entries().update(&entry).await.map(drop)
            }
            (2, Some(entry)) => session.dictionary_entries().delete(&entry).await,
            (3, Some(entry)) => session.dictionary().merge(entry.id, dice.one(&entries).id).await.map(drop),
            (4, Some(entry)) => {
                set_industry(&shop, customer, Some(entry.id)).await;
                Ok(())
            }
            (5, Some(entry)) => session.customers().set_custom(customer, &json!({"trade": entry.id.to_string()})).await,
            _ => continue,
        };
        done[kind] += usize::from(result.is_ok());
        let refused = result.as_ref().err().map(crm_core::Error::code);
        let expected = [None, Some(Code::RecordInUse), Some(Code::TreeCycle), Some(Code::FieldInvalid)];
        assert!(expected.contains(&refused), "step {step}: {result:?}");
        let known: BTreeSet<_> = session.dictionary_entries().list().fetch().await.unwrap().into_iter().map(|e| e.id).collect();
        for customer in customers {
            let held = session.customers().get(customer).await.unwrap().industry_id;
            let chosen = session.customers().custom_of(customer).await.unwrap();
            let chosen = chosen.get("trade").map(|id| DictionaryEntryId(id.as_str().unwrap().parse().unwrap()));
            assert!(held.into_iter().chain(chosen).all(|id| known.contains(&id)), "step {step}");
        }
        let entries = session.dictionary_entries().list().fetch().await.unwrap();
        assert!(entries.iter().filter_map(|e| e.parent_id).all(|id| known.contains(&id)), "step {step}");
    }
    assert!(done.iter().all(|count| *count > 3), "{done:?}");
    shop.verify().await;
}
