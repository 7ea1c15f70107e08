//! Operations that can be undone: merges of entries, reassignments, and whose customer it was.
#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic, reason = "a suite of tests: a failed expectation is a panic")]

use crate::harness::{Harness, Shop, Tables, day, price, quantity};
use crm_core::{
    Code,
    access::{Operator, Ownership, Principal, Right, Role, ScopeLevel},
    audit::{Action, AuditEntry, Operation, OperationKind},
    custom::{CustomField, CustomType},
    customers::{AddressKind, Customer, CustomerAddress, OwnedCustomers},
    dictionary::DictionaryEntry,
    entity::Stored,
    external::ExternalKey,
    ids::{CustomerId, DictionaryEntryId, OperationId, OperatorId},
    operations::KeptRecord,
    query::Filter,
    sales::{LineItem, NewOrder},
    time::Clock,
};
use serde_json::json;

async fn entry(shop: &Shop, code: &str, parent_id: Option<DictionaryEntryId>) -> DictionaryEntryId {
    let entry = DictionaryEntry { parent_id, ..DictionaryEntry::new("province", code, &[("en", code)]) };
    shop.session.dictionary_entries().create(entry).await.unwrap().id
}

/// What people see of every record: everything but versions, and the journals of what was done.
async fn contents(shop: &Shop) -> Tables {
    let mut tables = shop.dump().await;
    tables.retain(|name, _| !["audit_entry", "feed_entry", "number_series", "operation", "operation_change", "ownership"].contains(name));
    for (name, rows) in &mut tables {
        let version = crm_core::catalogue::find(name).unwrap().version_column();
        rows.iter_mut().for_each(|row| drop(version.map(|column| row.remove(column))));
    }
    tables
}

async fn owners(shop: &Shop, customer: CustomerId) -> Vec<Option<OperatorId>> {
    let of = shop.session.ownerships().list().filter(&Ownership::customer_id().eq(customer)).unwrap().sort(&["since"]);
    of.fetch().await.unwrap().into_iter().map(|ownership| ownership.data.operator_id).collect()
}

async fn owned_by(shop: &Shop, owner: OperatorId) -> Vec<String> {
    let list = shop.session.customers().list().filter(&Customer::owner_id().eq(Some(owner))).unwrap().sort(&["code"]);
    list.fetch().await.unwrap().into_iter().map(|customer| customer.data.code).collect()
}

async fn operation(shop: &Shop, id: OperationId) -> Stored<Operation> {
    shop.session.operations().get(id).await.unwrap()
}

/// Two entries; the first has a customer, an address, a value in a custom field, an entry below it and an external key.
async fn two_entries(shop: &Shop) -> (DictionaryEntryId, DictionaryEntryId, Stored<Customer>) {
    let (from, into) = (entry(shop, "mad", None).await, entry(shop, "28", None).await);
    entry(shop, "capital", Some(from)).await;
    let field = CustomField { is_unique: true, ..CustomField::choice("customer", "birthplace", "province") };
    shop.session.custom_fields().create(field).await.unwrap();
    let customer = shop.session.customers().create(Customer { province_id: Some(from), ..Customer::new("A", "A") }).await.unwrap();
    let place = CustomerAddress { province_id: Some(from), ..CustomerAddress::new(shop.customer, AddressKind::Billing) };
    shop.session.customer_addresses().create(place).await.unwrap();
    shop.session.customers().set_custom(shop.other, &json!({"birthplace": from.to_string()})).await.unwrap();
    shop.session.dictionary_entries().bind_external(from, &ExternalKey::new("erp", "M")).await.unwrap();
    let field = CustomField { is_unique: true, ..CustomField::new("dictionary_entry", "short", CustomType::Text) };
    shop.session.custom_fields().create(field).await.unwrap();
    shop.session.dictionary_entries().set_custom(from, &json!({"short": "M"})).await.unwrap();
    (from, into, customer)
}

/// A merge that is undone leaves every record as it was, with the same ids; undone again, nothing changes.
pub async fn an_undone_merge_leaves_everything_as_it_was(harness: Harness) {
    let shop = harness.shop().await;
    let (from, into, _) = two_entries(&shop).await;
    let before = contents(&shop).await;
    let stale = shop.session.dictionary_entries().get(from).await.unwrap();
    let stale = Stored { data: DictionaryEntry { position: 7, ..stale.data.clone() }, ..stale };
    let preview = shop.session.dictionary().merge_preview(from, into).await.unwrap();
    assert_eq!(contents(&shop).await, before);
    let merged = shop.session.dictionary().merge(from, into).await.unwrap();
    assert_eq!(preview.records, merged.records);
    let kept = operation(&shop, merged.operation_id).await;
    assert_eq!((kept.kind, kept.operator_id, kept.records, kept.undone_at), (OperationKind::EntryMerge, shop.admin, 7, None));
    // What belonged to the entry is gone with it.
    shop.session.dictionary_entries().set_custom(into, &json!({"short": "M"})).await.unwrap();
    shop.session.dictionary_entries().set_custom(into, &json!({"short": null})).await.unwrap();
    let operations = shop.session.operations();
    let preview = operations.undo_preview(merged.operation_id).await.unwrap();
    assert_eq!(shop.session.dictionary_entries().find(from).await.unwrap(), None);
    let undone = operations.undo(merged.operation_id).await.unwrap();
    assert_eq!(preview, undone);
    let counts: Vec<_> = undone.restored.iter().map(|(name, count)| (name.as_str(), *count)).collect();
    assert_eq!(counts, [("custom_value", 2), ("customer", 1), ("customer_address", 1), ("dictionary_entry", 2), ("external_ref", 1)]);
    assert_eq!((undone.kept, undone.kept_records), (0, vec![]));
    assert_eq!(contents(&shop).await, before);
    let is = operation(&shop, merged.operation_id).await;
    assert_eq!((is.undone_at, is.undone_by_id, is.kept), (Some(harness.clock.now()), Some(shop.admin), Some(0)));
    // Whoever read it before it was merged does not overwrite it.
    shop.refuses(Code::VersionConflict, shop.session.dictionary_entries().update(&stale)).await;
    let everything = shop.dump().await;
    let again = operations.undo(merged.operation_id).await.unwrap();
    assert_eq!((again.restored.len(), again.kept), (0, 0));
    assert_eq!(shop.dump().await, everything);
    let entries = shop.session.audit().list().filter(&AuditEntry::operation().eq("operations.undo")).unwrap().fetch().await.unwrap();
    assert_eq!(entries.iter().filter(|e| e.action == Action::Create && e.record_id == from.0).count(), 1);
    shop.verify().await;
}

/// What changed since stays, and is named; the rest is undone.
pub async fn undoing_keeps_what_changed_since(harness: Harness) {
    let shop = harness.shop().await;
    let (from, into, customer) = two_entries(&shop).await;
    let gone = shop.session.customers().create(Customer { province_id: Some(from), ..Customer::new("B", "B") }).await.unwrap().id;
    let other = entry(&shop, "other", None).await;
    let merged = shop.session.dictionary().merge(from, into).await.unwrap();
    shop.session.customers().patch(customer.id, None, [Customer::province_id().set(Some(other)), Customer::name().set("New")]).await.unwrap();
    let gone = shop.session.customers().get(gone).await.unwrap();
    shop.session.customers().delete(&gone).await.unwrap();
    let undone = shop.session.operations().undo(merged.operation_id).await.unwrap();
    let kept = |id: CustomerId, fields: &[&str]| KeptRecord {
        entity: "customer".into(),
        record_id: id.0,
        fields: fields.iter().map(|field| (*field).to_owned()).collect(),
    };
    assert_eq!((undone.kept, undone.kept_records), (2, vec![kept(customer.id, &["province_id"]), kept(gone.id, &[])]));
    assert_eq!(undone.restored.get("customer"), None);
    let is = shop.session.customers().get(customer.id).await.unwrap();
    assert_eq!((is.province_id, is.name.as_str()), (Some(other), "New"));
    assert_eq!(operation(&shop, merged.operation_id).await.kept, Some(2));
    shop.verify().await;
}

/// A code that was taken since: what was deleted cannot exist again, and nothing is undone.
pub async fn undoing_is_refused_where_the_deleted_cannot_exist_again(harness: Harness) {
    let shop = harness.shop().await;
    let (from, into, _) = two_entries(&shop).await;
    let merged = shop.session.dictionary().merge(from, into).await.unwrap();
    let taker = entry(&shop, "mad", None).await;
    shop.refuses(Code::UniqueTaken, shop.session.operations().undo(merged.operation_id)).await;
    let taker = shop.session.dictionary_entries().get(taker).await.unwrap();
    shop.session.dictionary_entries().delete(&taker).await.unwrap();
    assert_eq!(shop.session.operations().undo(merged.operation_id).await.unwrap().kept, 0);
    shop.verify().await;
}

/// Entries were moved since so that undoing would close a circle: nothing is undone.
pub async fn undoing_closes_no_circle(harness: Harness) {
    let shop = harness.shop().await;
    let above = entry(&shop, "above", None).await;
    let (from, into) = (entry(&shop, "from", Some(above)).await, entry(&shop, "into", None).await);
    let below = entry(&shop, "below", Some(from)).await;
    let merged = shop.session.dictionary().merge(from, into).await.unwrap();
    let entries = shop.session.dictionary_entries();
    entries.patch(above, None, [DictionaryEntry::parent_id().set(Some(below))]).await.unwrap();
    shop.refuses(Code::TreeCycle, shop.session.operations().undo(merged.operation_id)).await;
    entries.patch(above, None, [DictionaryEntry::parent_id().set(None)]).await.unwrap();
    assert_eq!(shop.session.operations().undo(merged.operation_id).await.unwrap().kept, 0);
    assert_eq!(entries.get(from).await.unwrap().parent_id, Some(above));
    shop.verify().await;
}

/// Customers of a filter get another owner, with a preview and a history; undone, they have the former one, except those assigned anew since.
pub async fn customers_are_reassigned_and_given_back(harness: Harness) {
    let shop = harness.shop().await;
    let (sam, _) = shop.operator("sam", &["salesperson"], &[]).await;
    let (eve, _) = shop.operator("eve", &["salesperson"], &[]).await;
    let mut customers = Vec::new();
    for code in ["A", "B", "C"] {
        customers.push(shop.customer_of(code, Some(sam), None).await.id);
    }
    shop.customer_of("E", Some(eve), None).await;
    let order = NewOrder::new(customers[0], day("2026-01-10"), vec![LineItem::new(shop.product, quantity("2"), price("5"))]);
    shop.session.orders().create(&order).await.unwrap();
    let before = shop.dump().await;
    let of_both = Customer::owner_id().is_in([Some(sam), Some(eve)]);
    let preview = shop.session.customers().reassign_preview(&of_both, eve).await.unwrap();
    assert_eq!((preview.customers, preview.open_quotes, preview.open_orders), (3, Some(0), Some(1)));
    assert_eq!((preview.owners, preview.open_receivables), (vec![OwnedCustomers { owner_id: Some(sam), customers: 3 }], Some(vec![])));
    assert_eq!(shop.dump().await, before);
    harness.clock.set(harness.clock.now() + chrono::TimeDelta::days(1));
    let moved = shop.session.customers().reassign(&of_both, eve, Some("sam leaves")).await.unwrap();
    assert_eq!(moved.customers, 3);
    assert_eq!(owned_by(&shop, eve).await, ["A", "B", "C", "E"]);
    let noted = operation(&shop, moved.operation_id).await;
    assert_eq!((noted.kind, noted.records, noted.reason.as_deref()), (OperationKind::Reassignment, 3, Some("sam leaves")));
    // The order keeps its salesperson.
    assert_eq!(shop.session.orders().list().fetch().await.unwrap()[0].salesperson_id, Some(sam));
    harness.clock.set(harness.clock.now() + chrono::TimeDelta::days(1));
    shop.session.customers().patch(customers[1], None, [Customer::owner_id().set(None)]).await.unwrap();
    harness.clock.set(harness.clock.now() + chrono::TimeDelta::days(1));
    let undone = shop.session.operations().undo(moved.operation_id).await.unwrap();
    assert_eq!((undone.restored["customer"], undone.kept), (2, 1));
    assert_eq!((undone.kept_records[0].record_id, undone.kept_records[0].fields.as_slice()), (customers[1].0, ["owner_id".to_owned()].as_slice()));
    assert_eq!((owned_by(&shop, sam).await, owned_by(&shop, eve).await), (vec!["A".to_owned(), "C".to_owned()], vec!["E".to_owned()]));
    assert_eq!(owners(&shop, customers[0]).await, [Some(sam), Some(eve), Some(sam)]);
    assert_eq!(owners(&shop, customers[1]).await, [Some(sam), Some(eve), None]);
    assert_eq!(owners(&shop, shop.customer).await, []);
    shop.verify().await;
}

/// A manager moves customers of their groups only, none out of their own reach, and nobody without the right any.
pub async fn customers_are_reassigned_within_reach(harness: Harness) {
    let shop = harness.shop().await;
    let group = shop.group("G", None).await;
    let (sam, sams) = shop.operator("sam", &["salesperson"], &[]).await;
    let (mia, mias) = shop.operator("mia", &["manager"], &[group]).await;
    let inside = shop.customer_of("IN", Some(mia), Some(group)).await.id;
    let outside = shop.customer_of("OUT", Some(sam), None).await.id;
    let moved = mias.customers().reassign(&Filter::All, sam, None).await.unwrap();
    assert_eq!((moved.customers, owned_by(&shop, sam).await), (1, vec!["IN".to_owned(), "OUT".to_owned()]));
    assert_eq!(owners(&shop, outside).await.len(), 1);
    // The operation is the manager's; others, and who sees no more than their own customers, know nothing of it.
    assert_eq!(mias.operations().count(&Filter::All).await.unwrap(), 1);
    assert_eq!(sams.operations().count(&Filter::All).await.unwrap(), 0);
    shop.refuses(Code::NotFound, sams.operations().undo(moved.operation_id)).await;
    shop.refuses(Code::AccessDenied, sams.customers().reassign(&Filter::All, sam, None)).await;
    // Their own customer outside the group would be out of reach.
    let own = shop.customer_of("OWN", Some(mia), None).await.id;
    shop.refuses(Code::AccessDenied, mias.customers().reassign(&Customer::code().eq("OWN"), sam, None)).await;
    // Whoever no longer reaches a customer does not give it back; somebody else does.
    let customer = shop.session.customers().get(inside).await.unwrap();
    shop.session.customers().update(&Stored { data: Customer { group_id: None, ..customer.data.clone() }, ..customer }).await.unwrap();
    shop.refuses(Code::AccessDenied, mias.operations().undo(moved.operation_id)).await;
    assert_eq!(shop.session.operations().undo(moved.operation_id).await.unwrap().kept, 0);
    assert_eq!(owned_by(&shop, mia).await, ["IN", "OWN"]);
    assert_eq!(owners(&shop, own).await, [Some(mia)]);
    shop.verify().await;
}

/// A right to assign every customer moves those that the caller may read and change; and counts no others.
pub async fn a_reassignment_stays_within_what_the_caller_reads(harness: Harness) {
    let shop = harness.shop().await;
    shop.session.roles().create(Role::with("assigner", "Assigner", ScopeLevel::All, &[Right::CustomersAssign])).await.unwrap();
    shop.session.roles().create(Role::with("own", "Own", ScopeLevel::Own, &[Right::CustomersRead, Right::CustomersWrite])).await.unwrap();
    let (sam, _) = shop.operator("sam", &["salesperson"], &[]).await;
    let (eve, eves) = shop.operator("eve", &["assigner", "own"], &[]).await;
    shop.customer_of("S", Some(sam), None).await;
    shop.customer_of("E", Some(eve), None).await;
    assert_eq!(eves.customers().reassign_preview(&Filter::All, sam).await.unwrap().customers, 1);
    assert_eq!(eves.customers().reassign_preview(&Customer::code().eq("S"), eve).await.unwrap().customers, 0);
    assert_eq!(eves.customers().reassign(&Filter::All, eve, None).await.unwrap().customers, 0);
    // Their own would be out of their reach to read and change.
    shop.refuses(Code::AccessDenied, eves.customers().reassign(&Filter::All, sam, None)).await;
    // Who assigns their own only is told what is open with those, though they read all.
    let reader = [Right::CustomersRead, Right::CustomersWrite, Right::SalesRead];
    shop.session.roles().create(Role::with("reader", "Reader", ScopeLevel::All, &reader)).await.unwrap();
    shop.session.roles().create(Role::with("own_assigner", "Own", ScopeLevel::Own, &[Right::CustomersAssign])).await.unwrap();
    let (zoe, zoes) = shop.operator("zoe", &["reader", "own_assigner"], &[]).await;
    let own = shop.customer_of("Z", Some(zoe), None).await.id;
    for customer in [shop.customer, own] {
        let line = LineItem::new(shop.product, quantity("1"), price("5"));
        shop.session.orders().create(&NewOrder::new(customer, day("2026-01-10"), vec![line])).await.unwrap();
    }
    let preview = zoes.customers().reassign_preview(&Filter::All, sam).await.unwrap();
    assert_eq!((preview.customers, preview.open_orders, preview.open_receivables), (1, Some(1), None));
    let (_, only) = shop.operator("only", &["assigner"], &[]).await;
    shop.refuses(Code::AccessDenied, only.customers().reassign(&Filter::All, sam, None)).await;
    assert_eq!(only.customers().reassign_preview(&Filter::All, sam).await.unwrap_err().code(), Code::AccessDenied);
}

/// A user that only the host knows carries out operations, and undoes them.
pub async fn a_user_of_the_host_carries_out_operations(harness: Harness) {
    let shop = harness.shop().await;
    let (sam, _) = shop.operator("sam", &["salesperson"], &[]).await;
    let host = shop.crm.act_as(shop.company, Principal::host(OperatorId(shop.customer.0), &["administrator"], &[])).await.unwrap();
    let moved = host.customers().reassign(&Filter::All, sam, None).await.unwrap();
    assert_eq!(host.operations().undo(moved.operation_id).await.unwrap().restored["customer"], moved.customers);
}

/// Keys of a system that a role reserves are not moved by somebody else.
pub async fn a_merge_moves_no_reserved_keys(harness: Harness) {
    let shop = harness.shop().await;
    let (from, into, _) = two_entries(&shop).await;
    let merged = shop.session.dictionary().merge(from, into).await.unwrap();
    let reserving = Role { systems: vec!["erp".into()], ..Role::with("erp", "ERP", ScopeLevel::All, &[Right::CustomersRead]) };
    shop.session.roles().create(reserving).await.unwrap();
    let other = entry(&shop, "other", None).await;
    shop.refuses(Code::AccessDenied, shop.session.operations().undo(merged.operation_id)).await;
    shop.refuses(Code::AccessDenied, shop.session.dictionary().merge(into, other)).await;
}

/// An unknown or inactive operator gets no customers; a customer without an owner can be given one.
pub async fn a_new_owner_is_an_active_operator(harness: Harness) {
    let shop = harness.shop().await;
    let (sam, _) = shop.operator("sam", &["salesperson"], &[]).await;
    shop.refuses(Code::ReferenceMissing, shop.session.customers().reassign(&Filter::All, OperatorId(shop.customer.0), None)).await;
    shop.refuses(Code::FieldTooLong, shop.session.customers().reassign(&Filter::All, sam, Some(&"x".repeat(501)))).await;
    assert_eq!(shop.session.customers().reassign(&Filter::All, sam, None).await.unwrap().customers, 2);
    assert_eq!(shop.session.customers().reassign(&Filter::All, sam, None).await.unwrap().customers, 0);
    let left = shop.session.operators().get(sam).await.unwrap();
    shop.session.operators().update(&Stored { data: Operator { is_active: false, ..left.data.clone() }, ..left }).await.unwrap();
    shop.refuses(Code::FieldInvalid, shop.session.customers().reassign(&Filter::All, sam, None)).await;
    assert_eq!(owners(&shop, shop.customer).await, [Some(sam)]);
}

/// The same key moves them once.
pub async fn a_reassignment_under_a_key_is_done_once(harness: Harness) {
    let shop = harness.shop().await;
    let (sam, _) = shop.operator("sam", &["salesperson"], &[]).await;
    let keyed = shop.session.idempotent("k");
    let first = keyed.customers().reassign(&Filter::All, sam, None).await.unwrap();
    assert_eq!(keyed.customers().reassign(&Filter::All, sam, None).await.unwrap(), first);
    assert_eq!(shop.session.operations().count(&Filter::All).await.unwrap(), 1);
    shop.refuses(Code::IdempotencyMismatch, keyed.customers().reassign(&Customer::code().eq("C1"), sam, None)).await;
}
