//! Patches: upserts and changes touch the fields that are given, and leave what people set as it is.
#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic, reason = "a suite of tests: a failed expectation is a panic")]

use crate::harness::{Harness, day, eur, price};
use crm_core::{
    Code,
    access::{Operator, Principal, Right, Role, ScopeLevel},
    audit::AuditEntry,
    company::Company,
    custom::{CustomField, CustomType},
    customers::{Contact, Customer, CustomerKind},
    entity::{Masked, Patch, Stored},
    external::ExternalKey,
    ids::TypedId,
    num::{Currency, Rate},
    products::{Product, ProductCost},
    receivables::{PaymentTerms, TermPart},
    session::{Session, UpsertMode, Upserted},
};
use serde_json::{Value as Json, json};

fn key(id: &str) -> ExternalKey {
    ExternalKey::new("erp", id)
}

fn patch_of(fields: Json) -> crm_core::Result<Patch<Customer>> {
    let Json::Object(fields) = fields else { panic!("{fields} is no object") };
    Patch::from_json(fields)
}

/// Signing in renews what the host knows of its user, and nothing else: somebody who was deactivated stays so, until it is said otherwise.
pub async fn signing_in_never_activates_anybody(harness: Harness) {
    let shop = harness.shop().await;
    let sign_in = async |name: &str| {
        let known = [Operator::code().set("dora"), Operator::name().set(name)];
        shop.session.operators().upsert(&key("2"), known, UpsertMode::Upsert).await.unwrap()
    };
    let (dora, what) = sign_in("Dora").await;
    assert_eq!((what, dora.is_active, dora.roles.is_empty()), (Upserted::Created, true, true));
    let left = [Operator::is_active().set(false), Operator::roles().set(vec!["boss".to_owned()])];
    shop.session.operators().patch(dora.id, None, left).await.unwrap();
    let (again, what) = sign_in("Dora").await;
    assert_eq!((what, again.is_active, again.roles.as_slice()), (Upserted::Unchanged, false, ["boss".to_owned()].as_slice()));
    let (again, what) = sign_in("Dora M").await;
    assert_eq!((what, again.is_active, again.name.as_str()), (Upserted::Updated, false, "Dora M"));
    let session = shop.crm.act_as(shop.company, Principal::host(dora.id, &["boss"], &[])).await.unwrap();
    assert_eq!(session.customers().get(shop.customer).await.unwrap_err().code(), Code::AccessDenied);
    let back = [Operator::is_active().set(true)];
    shop.session.operators().upsert(&key("2"), back, UpsertMode::UpdateOnly).await.unwrap();
    assert_eq!(session.customers().get(shop.customer).await.unwrap().id, shop.customer);
}

/// What people set on a customer stays whatever another system sends later; the audit has what differs.
pub async fn an_upsert_leaves_what_people_set(harness: Harness) {
    let shop = harness.shop().await;
    let send = async |session: &Session<'_>, name: &str| {
        let known = [Customer::code().set("X"), Customer::name().set(name)];
        session.customers().upsert(&key("1"), known, UpsertMode::Upsert).await.unwrap()
    };
    let (created, _) = send(&shop.session, "First").await;
    let part = TermPart::percent(Rate::parse("100").unwrap(), vec![]);
    let set = [
        Customer::owner_id().set(shop.admin),
        Customer::notes().set("calls on Fridays".to_owned()),
        Customer::payment_days().set(60),
        Customer::payment_terms().set(PaymentTerms { parts: vec![part] }),
        Customer::currency().set(Currency::EUR),
        Customer::credit_limit().set(eur("1000.50")),
        Customer::is_active().set(false),
    ];
    let set = shop.session.customers().patch(created.id, Some(1), set).await.unwrap();
    assert_eq!((set.version, set.credit_limit, set.name.as_str()), (2, Some(eur("1000.50")), "First"));
    let (sent, what) = send(&shop.session, "Second").await;
    assert_eq!((what, &sent), (Upserted::Updated, &Stored { version: 3, data: Customer { name: "Second".into(), ..set.data.clone() }, ..set }));
    assert_eq!(shop.session.customers().get(created.id).await.unwrap(), sent);
    let changes = shop.session.audit().list().filter(&AuditEntry::record_id().eq(created.id.uuid())).unwrap().sort(&["-at", "-id"]);
    assert_eq!(changes.fetch().await.unwrap()[0].after, Masked::Shown(json!({"name": "Second"})));
    // Nor does somebody who reaches less than everybody take the customer over.
    shop.session.roles().create(Role::with("clerk", "Clerk", ScopeLevel::Groups, &[Right::CustomersRead, Right::CustomersWrite])).await.unwrap();
    let group = shop.group("north", None).await;
    let (clerk, session) = shop.operator("cleo", &["clerk"], &[group]).await;
    let grouped = shop.session.customers().patch(created.id, None, [Customer::group_id().set(group), Customer::owner_id().set(None)]).await.unwrap();
    assert_eq!(send(&session, "Third").await.0, Stored { version: 5, data: Customer { name: "Third".into(), ..grouped.data.clone() }, ..grouped });
    let new = [Customer::code().set("N"), Customer::name().set("New"), Customer::group_id().set(group)];
    assert_eq!(session.customers().upsert(&key("2"), new, UpsertMode::Upsert).await.unwrap().0.owner_id, Some(clerk));
}

/// A new record takes the declared defaults of what is not given; what it needs is named. The whole record is overwritten only on purpose.
pub async fn a_record_is_made_of_the_fields_that_are_given(harness: Harness) {
    let shop = harness.shop().await;
    let upsert = async |patch: Patch<Customer>| shop.session.customers().upsert(&key("1"), patch, UpsertMode::Upsert).await;
    let error = shop.refuses(Code::FieldInvalid, upsert([Customer::code().set("X")].into())).await;
    assert_eq!((error.context("field"), error.context("reason")), (Some("name"), Some("is missing")));
    let nothing: [_; 0] = [];
    let products = shop.session.products();
    let error = shop.refuses(Code::FieldInvalid, products.upsert(&key("1"), [Product::name().set("P")], UpsertMode::Upsert)).await;
    assert_eq!(error.context("field"), Some("currency"));
    let (created, _) = upsert([Customer::code().set("X"), Customer::name().set("Given"), Customer::name().set("Last")].into()).await.unwrap();
    assert_eq!(created, Stored { id: created.id, version: 1, data: Customer::new("X", "Last") });
    assert_eq!(upsert(nothing.into()).await.unwrap(), (created.clone(), Upserted::Unchanged));
    let person = Customer { kind: CustomerKind::Person, notes: Some("n".into()), is_active: false, ..Customer::new("X", "Whole") };
    assert_eq!(upsert(Patch::all(&person)).await.unwrap().0.data, person);
    assert_eq!(upsert(Patch::all(&Customer::new("X", "Whole"))).await.unwrap().0.data, Customer::new("X", "Whole"));
    let mnemonic = async |name: &str| {
        let given = [Product::code().set("Z"), Product::name().set(name), Product::currency().set(Currency::EUR)];
        products.upsert(&key("1"), given, UpsertMode::Upsert).await.unwrap().0.data.mnemonic
    };
    assert_eq!((mnemonic("Blue Lamp").await.as_deref(), mnemonic("Red Lamp").await.as_deref()), (Some("bl"), Some("bl")));
}

/// A patch changes its fields and no others, of the version that is asked for or of any, and writes nothing where nothing differs.
pub async fn a_patch_changes_its_fields_and_no_others(harness: Harness) {
    let shop = harness.shop().await;
    let customers = shop.session.customers();
    let before = customers.get(shop.customer).await.unwrap();
    let patched = customers.patch(shop.customer, None, [Customer::notes().set("n".to_owned()), Customer::tax_code().set(None)]).await.unwrap();
    assert_eq!(patched, Stored { version: 2, data: Customer { notes: Some("n".into()), tax_code: None, ..before.data.clone() }, ..before });
    assert_eq!(customers.get(shop.customer).await.unwrap(), patched);
    let rows = shop.dump().await;
    assert_eq!(customers.patch(shop.customer, Some(2), [Customer::notes().set("n".to_owned())]).await.unwrap(), patched);
    assert_eq!(rows, shop.dump().await);
    let error = shop.refuses(Code::VersionConflict, customers.patch(shop.customer, Some(1), [Customer::name().set("Late")])).await;
    assert_eq!(error.context("version"), Some("2"));
    let nobody = TypedId::from_uuid(shop.product.uuid());
    shop.refuses(Code::NotFound, customers.patch(nobody, None, [Customer::name().set("X")])).await;
    let (_, sam) = shop.operator("sam", &["salesperson"], &[]).await;
    shop.refuses(Code::NotFound, sam.customers().patch(shop.customer, None, [Customer::name().set("Mine")])).await;
    shop.session.roles().create(Role::with("reader", "Reader", ScopeLevel::All, &[Right::CustomersRead])).await.unwrap();
    let (_, reader) = shop.operator("rea", &["reader"], &[]).await;
    shop.refuses(Code::AccessDenied, reader.customers().patch(shop.customer, None, [Customer::name().set("X")])).await;
}

/// What a field cannot hold is named and gets into no patch; what a patch makes of a record is judged as a whole.
pub async fn what_a_record_cannot_become_is_refused(harness: Harness) {
    let shop = harness.shop().await;
    for (fields, field) in [
        (json!({"shoe_size": 42}), "shoe_size"),
        (json!({"id": shop.other}), "id"),
        (json!({"version": 7}), "version"),
        (json!({"payment_days": "30"}), "payment_days"),
        (json!({"name": null}), "name"),
        (json!({"kind": "nobody"}), "kind"),
        (json!({"credit_limit": {"amount": 1.5, "currency": "EUR"}}), "credit_limit"),
        (json!({"payment_terms": {"parts": [{"percent": "1"}]}}), "payment_terms"),
    ] {
        let error = patch_of(fields.clone()).unwrap_err();
        assert_eq!((error.code(), error.context("field")), (Code::FieldInvalid, Some(field)), "{fields}: {error:?}");
    }
    let fields = json!({"name": "N", "notes": null, "credit_limit": {"amount": "1.5", "currency": "EUR"}, "currency": "EUR"});
    let stored = shop.session.customers().patch(shop.customer, None, patch_of(fields).unwrap()).await.unwrap();
    assert_eq!((stored.credit_limit, stored.notes.as_deref(), stored.payment_days), (Some(eur("1.50")), None, 30));
    let patch = async |patch: Patch<Customer>| shop.session.customers().patch(shop.customer, None, patch).await;
    let error = shop.refuses(Code::FieldInvalid, patch([Customer::currency().set(Currency::USD)].into())).await;
    assert_eq!(error.context("field"), Some("credit_limit"));
    shop.refuses(Code::FieldInvalid, patch([Customer::code().set(" ")].into())).await;
    shop.refuses(Code::UniqueTaken, patch([Customer::code().set("C2")].into())).await;
    shop.refuses(Code::ReferenceMissing, patch([Customer::payer_id().set(crm_core::ids::CustomerId(shop.product.uuid()))].into())).await;
    patch([Customer::tax_id().set("b-58378431".to_owned())].into()).await.unwrap();
    let spanish = patch([Customer::country().set("ES".to_owned())].into()).await.unwrap();
    assert_eq!(spanish.tax_id_key.as_deref(), Some("ESB58378431"));
    let ana = shop.session.contacts().create(Contact::new(shop.customer, "Ana")).await.unwrap();
    shop.refuses(Code::FieldInvalid, shop.session.contacts().patch(ana.id, None, [Contact::customer_id().set(shop.other)])).await;
}

/// Values in fields of the host go with a patch, and those that are not named stay.
pub async fn a_patch_carries_values_of_the_host(harness: Harness) {
    let shop = harness.shop().await;
    for (name, ty) in [("size", CustomType::Decimal), ("motto", CustomType::Text)] {
        shop.session.custom_fields().create(CustomField::new("customer", name, ty)).await.unwrap();
    }
    let (name, mode) = ([Customer::name().set("N")], UpsertMode::Upsert);
    let new = [Customer::code().set("N"), Customer::name().set("N")];
    let (created, _) = shop.session.customers().upsert_with(&key("1"), new, mode, &json!({"size": "42.5", "motto": "on"})).await.unwrap();
    let held = async || Json::Object(shop.session.customers().custom_of(created.id).await.unwrap());
    let (_, what) = shop.session.customers().upsert_with(&key("1"), name.clone(), mode, &json!({"motto": "off"})).await.unwrap();
    assert_eq!((what, held().await), (Upserted::Updated, json!({"size": "42.5", "motto": "off"})));
    let patched = shop.session.customers().patch_with(created.id, Some(1), name, &json!({"size": null})).await.unwrap();
    assert_eq!((patched, held().await), (created.clone(), json!({"motto": "off"})));
    let wrong = json!({"hat_size": "1"});
    let nothing: [_; 0] = [];
    shop.refuses(Code::FieldInvalid, shop.session.customers().patch_with(created.id, None, nothing, &wrong)).await;
}

/// A key does a patch once. Asked for again it answers with the record as it is by then, to whoever still sees it.
pub async fn a_patch_under_a_key_is_done_once(harness: Harness) {
    let shop = harness.shop().await;
    let (sam, session) = shop.operator("sam", &["salesperson"], &[]).await;
    let mine = shop.customer_of("MINE", Some(sam), None).await;
    let patch = async |name: &str| session.idempotent("p").customers().patch(mine.id, None, [Customer::name().set(name)]).await;
    let upsert = async |key_: &str| {
        let given = [Customer::code().set("NEW"), Customer::name().set("New")];
        session.idempotent(key_).customers().upsert(&key("1"), given, UpsertMode::Upsert).await
    };
    let (first, (made, what)) = (patch("Second").await.unwrap(), upsert("u").await.unwrap());
    assert_eq!((first.version, what, patch("Second").await.unwrap()), (2, Upserted::Created, first.clone()));
    assert_eq!(upsert("u").await.unwrap(), (made.clone(), Upserted::Created));
    shop.session.customers().patch(mine.id, None, [Customer::name().set("Third")]).await.unwrap();
    let rows = shop.dump().await;
    let again = patch("Second").await.unwrap();
    assert_eq!((again.version, again.name.as_str()), (3, "Third"));
    assert_eq!(rows, shop.dump().await);
    shop.refuses(Code::IdempotencyMismatch, patch("Other")).await;
    for id in [mine.id, made.id] {
        shop.session.customers().patch(id, None, [Customer::owner_id().set(None)]).await.unwrap();
    }
    shop.refuses(Code::NotFound, patch("Second")).await;
    shop.refuses(Code::NotFound, upsert("u")).await;
    shop.refuses(Code::UniqueTaken, upsert("v")).await;
}

/// Who may change costs and not read them changes no record in part, because the answer would be all of it; they write new ones, and are not told.
pub async fn a_patch_does_not_tell_what_is_hidden(harness: Harness) {
    let shop = harness.shop().await;
    let cost = ProductCost::new(shop.product, day("2026-01-01"), price("3"));
    let cost = shop.session.product_costs().create(cost).await.unwrap();
    shop.session.roles().create(Role::with("dater", "Dater", ScopeLevel::All, &[Right::CostWrite])).await.unwrap();
    let (_, session) = shop.operator("dan", &["dater"], &[]).await;
    let later = || [ProductCost::valid_from().set(day("2026-02-01"))];
    let error = shop.refuses(Code::AccessDenied, session.product_costs().patch(cost.id, None, later())).await;
    assert_eq!(error.context("right"), Some("cost.read"));
    shop.session.product_costs().bind_external(cost.id, &key("1")).await.unwrap();
    shop.refuses(Code::AccessDenied, session.product_costs().upsert(&key("1"), later(), UpsertMode::Upsert)).await;
    let new = Patch::all(&ProductCost::new(shop.product, day("2026-03-01"), price("4")));
    let (told, what) = session.product_costs().upsert(&key("2"), new, UpsertMode::Upsert).await.unwrap();
    assert_eq!((what, told.unit_cost), (Upserted::Created, Masked::Hidden));
    assert_eq!(shop.session.product_costs().get(told.id).await.unwrap().unit_cost, Masked::Shown(price("4")));
}

/// A function of the stored record changes what it changes; what it refuses is refused, and who may not read a record has no function see it.
pub async fn a_record_is_changed_by_a_function_of_what_it_is(harness: Harness) {
    let shop = harness.shop().await;
    let customers = shop.session.customers();
    let before = customers.get(shop.customer).await.unwrap();
    let longer = |customer: &mut Customer| {
        customer.payment_days += 15;
        Ok(())
    };
    let told = customers.modify(shop.customer, longer).await.unwrap();
    assert_eq!((told.payment_days, told.version, &told.name), (before.payment_days + 15, before.version + 1, &before.name));
    assert_eq!(customers.get(shop.customer).await.unwrap(), told);
    assert_eq!(customers.modify(shop.customer, |_| Ok(())).await.unwrap(), told, "a function that changes nothing writes nothing");
    let refused = |customer: &mut Customer| {
        customer.name = "Half way".into();
        Err(crm_core::Error::field("name", "is not to be changed"))
    };
    shop.refuses(Code::FieldInvalid, customers.modify(shop.customer, refused)).await;
    let unnamed = |customer: &mut Customer| {
        customer.name = " ".into();
        Ok(())
    };
    shop.refuses(Code::FieldInvalid, customers.modify(shop.customer, unnamed)).await;
    let keyed = shop.session.idempotent("once");
    let (first, second) =
        (keyed.customers().modify(shop.customer, longer).await.unwrap(), keyed.customers().modify(shop.customer, longer).await.unwrap());
    assert_eq!((first.payment_days, &second), (before.payment_days + 30, &first));
    // Who changes costs and may not read them, and who does not reach the customer.
    let cost = shop.session.product_costs().create(ProductCost::new(shop.product, day("2026-01-01"), price("3"))).await.unwrap();
    shop.session.roles().create(Role::with("dater", "Dater", ScopeLevel::All, &[Right::CostWrite])).await.unwrap();
    let (_, session) = shop.operator("dan", &["dater"], &[]).await;
    let seen = std::sync::atomic::AtomicBool::new(false);
    let looks = |_: &mut ProductCost| {
        seen.store(true, std::sync::atomic::Ordering::Relaxed);
        Ok(())
    };
    shop.refuses(Code::AccessDenied, session.product_costs().modify(cost.id, looks)).await;
    let (_, session) = shop.operator("sam", &["salesperson"], &[]).await;
    shop.refuses(Code::NotFound, session.customers().modify(shop.customer, longer)).await;
    assert!(!seen.into_inner(), "a function saw what its caller may not read");
}

/// The own company is changed field by field as well, and its books stay as they were opened.
pub async fn the_company_is_patched(harness: Harness) {
    let shop = harness.shop().await;
    let companies = shop.session.company();
    let stored = companies.get(shop.company).await.unwrap();
    let patch = [Company::backdating_days().set(7), Company::access_version().set(999)];
    let patched = companies.patch(shop.company, Some(stored.version), patch).await.unwrap();
    assert_eq!((patched.backdating_days, patched.access_version, patched.name.as_str()), (7, stored.access_version, stored.name.as_str()));
    assert_eq!(companies.get(shop.company).await.unwrap(), patched);
    let currency = [Company::currency().set(Currency::USD)];
    shop.refuses(Code::FieldInvalid, companies.patch(shop.company, None, currency)).await;
    let nobody = [Company::name().set("New")];
    shop.refuses(Code::FieldInvalid, companies.upsert(&key("1"), nobody, UpsertMode::Upsert)).await;
}
