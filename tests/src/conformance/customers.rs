//! Customers and what belongs to them: deletion with parts, keys of numbers and addresses, groups that give reach, fields of the host.
#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic, reason = "a suite of tests: a failed expectation is a panic")]

use crate::harness::{Harness, Shop};
use crm_core::{
    Code,
    access::{Operator, Principal, Right, Role, ScopeLevel},
    audit::{Action, AuditEntry},
    company::Company,
    custom::{CustomField, CustomType},
    customers::{AddressKind, Contact, ContactPoint, ContactPointKind, Customer, CustomerAddress, CustomerGroup, CustomerGroupMember},
    dictionary::DictionaryEntry,
    entity::{Entity, Patch, Stored},
    external::ExternalKey,
    feed::FeedEntry,
    ids::{ContactId, CustomerGroupId, CustomerId, OperatorId, TypedId},
    query::Filter,
    sales::{NewDelivery, SalesDocument},
    session::{Session, UpsertMode, Upserted},
};
use serde_json::{Value as Json, json};

async fn contact(shop: &Shop, customer: CustomerId, name: &str) -> Stored<Contact> {
    shop.session.contacts().create(Contact::new(customer, name)).await.unwrap()
}

async fn join(session: &Session<'_>, customer: CustomerId, group: CustomerGroupId) -> Stored<CustomerGroupMember> {
    session.customer_group_members().create(CustomerGroupMember::new(customer, group)).await.unwrap()
}

async fn declare(shop: &Shop, field: CustomField) -> Stored<CustomField> {
    shop.session.custom_fields().create(field).await.unwrap()
}

/// A customer goes with contacts, the ways to reach them, places, memberships and values of the host; everything else stays.
pub async fn a_customer_is_deleted_with_his_parts(harness: Harness) {
    let shop = harness.shop().await;
    declare(&shop, CustomField::new("customer", "shoe_size", CustomType::Decimal)).await;
    declare(&shop, CustomField::new("contact", "hobby", CustomType::Text)).await;
    let group = shop.group("G", None).await;
    let before = shop.dump().await;
    let customer = shop.session.customers().create_with(Customer::new("X", "X"), &json!({"shoe_size": "42.5"})).await.unwrap();
    let ana = shop.session.contacts().create_with(Contact::new(customer.id, "Ana"), &json!({"hobby": "chess"})).await.unwrap();
    for contact_id in [None, Some(ana.id)] {
        let point = ContactPoint { contact_id, ..ContactPoint::new(customer.id, ContactPointKind::Email, "a@b.es") };
        shop.session.contact_points().create(point).await.unwrap();
    }
    shop.session.customer_addresses().create(CustomerAddress::new(customer.id, AddressKind::Site)).await.unwrap();
    join(&shop.session, customer.id, group).await;
    shop.session.customers().delete(&customer).await.unwrap();
    let after = shop.dump().await;
    for table in ["customer", "contact", "contact_point", "customer_address", "customer_group_member", "custom_value", "customer_group"] {
        assert_eq!(before[table], after[table], "{table}");
    }
    let gone = AuditEntry::action().eq(Action::Delete);
    assert_eq!(shop.session.audit().count(&gone).await.unwrap(), 8);
    assert_eq!(shop.session.feed().count(&FeedEntry::action().eq(Action::Delete)).await.unwrap(), 8);
    shop.refuses(Code::NotFound, shop.session.customers().delete(&customer)).await;
    shop.verify().await;
}

/// A customer with documents stays, and the error says how many of each hold it; a contact is deleted by itself; an older version is refused.
pub async fn what_is_referred_to_is_not_deleted(harness: Harness) {
    let shop = harness.shop().await;
    for _ in 0..2 {
        shop.session.sales().deliver(&shop.delivery_of(&[(shop.service, "1", "10")])).await.unwrap();
    }
    let ana = contact(&shop, shop.customer, "Ana").await;
    let customer = shop.session.customers().get(shop.customer).await.unwrap();
    let error = shop.refuses(Code::RecordInUse, shop.session.customers().delete(&customer)).await;
    let counts: Vec<_> = error.details().iter().map(|(entity, count)| (*entity, count.as_str())).collect();
    assert_eq!(counts, [("open_item", "2"), ("sales_document", "2"), ("sales_line", "2")]);
    let service = shop.session.products().get(shop.service).await.unwrap();
    let error = shop.refuses(Code::RecordInUse, shop.session.products().delete(&service)).await;
    assert_eq!(error.context("sales_line"), Some("2"));
    let stale = Stored { version: 2, ..ana.clone() };
    shop.refuses(Code::VersionConflict, shop.session.contacts().delete(&stale)).await;
    let keyed = shop.session.idempotent("once");
    keyed.contacts().delete(&ana).await.unwrap();
    keyed.contacts().delete(&ana).await.unwrap();
    assert_eq!(shop.session.contacts().find(ana.id).await.unwrap(), None);
    let unused = shop.session.products().get(shop.second).await.unwrap();
    shop.session.products().delete(&unused).await.unwrap();
    let key = ExternalKey::new("erp", "1");
    let again = async || shop.session.customers().upsert(&key, [Customer::code().set("X"), Customer::name().set("X")], UpsertMode::Upsert).await;
    let (known, _) = again().await.unwrap();
    shop.session.customers().delete(&known).await.unwrap();
    assert_eq!(shop.session.customers().find_external(&key).await.unwrap(), None);
    assert_eq!(again().await.unwrap().1, Upserted::Created);
    shop.verify().await;
}

/// A group that operators were given stays, and so does a role; a group with members too.
pub async fn a_granted_group_is_not_deleted(harness: Harness) {
    let shop = harness.shop().await;
    let (granted, joined, free) = (shop.group("granted", None).await, shop.group("joined", None).await, shop.group("free", None).await);
    shop.operator("mia", &["manager"], &[granted]).await;
    shop.operator("max", &["manager"], &[granted, free]).await;
    let member = join(&shop.session, shop.customer, joined).await;
    let group = async |id: CustomerGroupId| shop.session.customer_groups().get(id).await.unwrap();
    let error = shop.refuses(Code::RecordInUse, shop.session.customer_groups().delete(&group(granted).await)).await;
    assert_eq!(error.context("operator"), Some("2"));
    let error = shop.refuses(Code::RecordInUse, shop.session.customer_groups().delete(&group(joined).await)).await;
    assert_eq!(error.context("customer_group_member"), Some("1"));
    shop.session.customer_group_members().delete(&member).await.unwrap();
    shop.session.customer_groups().delete(&group(joined).await).await.unwrap();
    let role = async |code: &str| shop.session.roles().list().filter(&Role::code().eq(code)).unwrap().fetch().await.unwrap().remove(0);
    let error = shop.refuses(Code::RecordInUse, shop.session.roles().delete(&role("manager").await)).await;
    assert_eq!(error.context("operator"), Some("2"));
    shop.session.roles().delete(&role("boss").await).await.unwrap();
}

/// Who does not see a record does not delete it: there is none. Whoever sees it needs the right to write.
pub async fn nobody_deletes_what_he_does_not_reach(harness: Harness) {
    let shop = harness.shop().await;
    let (_, salesperson) = shop.operator("sam", &["salesperson"], &[]).await;
    let customer = shop.session.customers().get(shop.other).await.unwrap();
    shop.refuses(Code::NotFound, salesperson.customers().delete(&customer)).await;
    let ana = contact(&shop, shop.other, "Ana").await;
    shop.refuses(Code::NotFound, salesperson.contacts().delete(&ana)).await;
    shop.session.roles().create(Role::with("reader", "Reader", ScopeLevel::All, &[Right::CustomersRead])).await.unwrap();
    let (_, reader) = shop.operator("rea", &["reader"], &[]).await;
    shop.refuses(Code::AccessDenied, reader.customers().delete(&customer)).await;
    let own = salesperson.customers().create(Customer::new("OWN", "Own")).await.unwrap();
    salesperson.customers().delete(&own).await.unwrap();
}

/// What people did names them: operators and the company are made inactive, not deleted.
pub async fn people_and_the_company_are_never_deleted(harness: Harness) {
    let shop = harness.shop().await;
    let operator = shop.session.operators().create(Operator::with("x", "X", &[], &[])).await.unwrap();
    shop.refuses(Code::FieldInvalid, shop.session.operators().delete(&operator)).await;
    let company: Stored<Company> = shop.session.company().get(shop.company).await.unwrap();
    shop.refuses(Code::FieldInvalid, shop.session.company().delete(&company)).await;
}

/// One call gives a customer with everything of its own, and nothing of others.
pub async fn a_card_has_everything_of_a_customer(harness: Harness) {
    let shop = harness.shop().await;
    declare(&shop, CustomField::new("customer", "vip", CustomType::Boolean)).await;
    declare(&shop, CustomField::new("contact", "hobby", CustomType::Text)).await;
    let (main, further, third) = (shop.group("main", None).await, shop.group("further", None).await, shop.group("third", None).await);
    let customer = Customer { group_id: Some(main), ..Customer::new("X", "X") };
    let customer = shop.session.customers().create_with(customer, &json!({"vip": true})).await.unwrap();
    let zoe = contact(&shop, customer.id, "Zoe").await;
    let ana = Contact { is_primary: true, ..Contact::new(customer.id, "Ana") };
    let ana = shop.session.contacts().create_with(ana, &json!({"hobby": "chess"})).await.unwrap();
    let point = ContactPoint { contact_id: Some(ana.id), ..ContactPoint::new(customer.id, ContactPointKind::Mobile, "+34 600 000 001") };
    let point = shop.session.contact_points().create(point).await.unwrap();
    let site = shop.session.customer_addresses().create(CustomerAddress::new(customer.id, AddressKind::Site)).await.unwrap();
    let member = join(&shop.session, customer.id, further).await;
    join(&shop.session, shop.customer, third).await;
    contact(&shop, shop.customer, "Other").await;
    let card = shop.session.customers().card(customer.id).await.unwrap();
    assert_eq!((card.customer, card.points, card.addresses, card.memberships), (customer.clone(), vec![point], vec![site], vec![member]));
    assert_eq!(card.contacts.iter().map(|c| c.id).collect::<Vec<_>>(), [ana.id, zoe.id]);
    assert_eq!(card.groups.iter().map(|g| g.id).collect::<Vec<_>>(), [further, main]);
    let custom: Vec<Json> = [customer.id.uuid(), ana.id.uuid()].iter().map(|id| Json::Object(card.custom[id].clone())).collect();
    assert_eq!((custom, card.custom.len()), (vec![json!({"vip": true}), json!({"hobby": "chess"})], 2));
    let (_, salesperson) = shop.operator("sam", &["salesperson"], &[]).await;
    shop.refuses(Code::NotFound, salesperson.customers().card(customer.id)).await;
}

/// Numbers and addresses are kept as written and found however they are written.
pub async fn a_contact_point_is_found_however_it_was_written(harness: Harness) {
    use ContactPointKind::{Email, Messenger, Mobile, Phone, Website};
    let shop = harness.shop().await;
    for (kind, value, country) in [
        (Phone, "0086-755-8888 9999", None),
        (Mobile, "600 00 00 01", Some("ES")),
        (Email, " Ana@Example.com", None),
        (Website, "https://www.example.com/", None),
        (Messenger, "WeChat_Ana", None),
    ] {
        let point = ContactPoint { country: country.map(str::to_owned), ..ContactPoint::new(shop.customer, kind, value) };
        let stored = shop.session.contact_points().create(point).await.unwrap();
        assert_eq!(shop.session.contact_points().get(stored.id).await.unwrap(), stored);
        assert_eq!(stored.value, value);
    }
    let found = async |kind, value: &str, country| shop.session.contact_points().count(&ContactPoint::same_as(kind, value, country)).await.unwrap();
    for (kind, value, country, expected) in [
        (Phone, "+86 755 88889999", None, 1),
        (Mobile, "(0755) 8888-9999 ext. 3", Some("CN"), 1),
        (Phone, "0755 88889999", Some("DE"), 0),
        (Phone, "0034 600 000 001", None, 1),
        (Email, "ANA@EXAMPLE.COM", None, 1),
        (Email, "ana@example.org", None, 0),
        (Website, "example.com", None, 1),
        (Messenger, "wechat_ANA", None, 1),
        (Phone, "none", None, 0),
    ] {
        assert_eq!(found(kind, value, country).await, expected, "{value}");
    }
    let with_mail = Filter::exists("contact_point", ContactPoint::same_as(Email, "ana@example.com", None));
    assert_eq!(shop.session.customers().count(&with_mail).await.unwrap(), 1);
    for (kind, value) in [(Phone, "none"), (Email, "ana"), (Email, "@b"), (Email, "a@b@c"), (Website, "")] {
        shop.refuses(Code::FieldInvalid, shop.session.contact_points().create(ContactPoint::new(shop.customer, kind, value))).await;
    }
    let mut phone = shop.session.contact_points().list().filter(&ContactPoint::kind().eq(Phone)).unwrap().fetch().await.unwrap().remove(0);
    phone.value = "+34 911 234 567".into();
    let phone = shop.session.contact_points().update(&phone).await.unwrap();
    assert_eq!(phone.lookup_key.as_deref(), Some("34911234567"));
    assert_eq!(shop.session.contact_points().get(phone.id).await.unwrap(), phone);
}

/// A tax number is kept as written and found by its key, on creation, upsert and update.
pub async fn a_tax_number_is_found_however_it_was_written(harness: Harness) {
    let shop = harness.shop().await;
    let spanish = |code: &str, tax_id: &str| Customer { country: Some("ES".into()), tax_id: Some(tax_id.into()), ..Customer::new(code, code) };
    let mut created = shop.session.customers().create(spanish("A", "b-58378431")).await.unwrap();
    let key = ExternalKey::new("erp", "1");
    shop.session.customers().upsert(&key, Patch::all(&spanish("B", "ES B58378431")), UpsertMode::Upsert).await.unwrap();
    let by = |key: &str| Customer::tax_id_key().eq(Some(key.to_owned()));
    assert_eq!(shop.session.customers().count(&by("ESB58378431")).await.unwrap(), 2);
    assert_eq!((created.tax_id.as_deref(), created.tax_id_key.as_deref()), (Some("b-58378431"), Some("ESB58378431")));
    created.country = Some("PT".into());
    created.tax_id = Some("501 964 843".into());
    created.tax_id_key = Some("nonsense".into());
    let updated = shop.session.customers().update(&created).await.unwrap();
    assert_eq!(updated.tax_id_key.as_deref(), Some("PT501964843"));
    assert_eq!(shop.session.customers().get(created.id).await.unwrap(), updated);
}

/// Contacts, points, places and memberships stay with their customer, and a point with a contact of the same one.
pub async fn parts_stay_with_their_customer(harness: Harness) {
    let shop = harness.shop().await;
    let ana = contact(&shop, shop.customer, "Ana").await;
    let moved = Stored { data: Contact { customer_id: shop.other, ..ana.data.clone() }, ..ana.clone() };
    shop.refuses(Code::FieldInvalid, shop.session.contacts().update(&moved)).await;
    let foreign = ContactPoint { contact_id: Some(ana.id), ..ContactPoint::new(shop.other, ContactPointKind::Email, "a@b.es") };
    let error = shop.refuses(Code::FieldInvalid, shop.session.contact_points().create(foreign)).await;
    assert_eq!(error.context("field"), Some("contact_id"));
    let nobody =
        ContactPoint { contact_id: Some(ContactId(shop.customer.uuid())), ..ContactPoint::new(shop.other, ContactPointKind::Email, "a@b.es") };
    shop.refuses(Code::ReferenceMissing, shop.session.contact_points().create(nobody)).await;
    let site = shop.session.customer_addresses().create(CustomerAddress::new(shop.customer, AddressKind::Site)).await.unwrap();
    let moved = Stored { data: CustomerAddress { customer_id: shop.other, ..site.data.clone() }, ..site };
    shop.refuses(Code::FieldInvalid, shop.session.customer_addresses().update(&moved)).await;
    let group = shop.group("G", None).await;
    let member = join(&shop.session, shop.customer, group).await;
    shop.refuses(Code::UniqueTaken, shop.session.customer_group_members().create(member.data.clone())).await;
    let moved = Stored { data: CustomerGroupMember::new(shop.other, group), ..member };
    shop.refuses(Code::FieldInvalid, shop.session.customer_group_members().update(&moved)).await;
}

/// Contacts, points, places and values of the host are seen by those who see the customer, and by nobody else.
pub async fn parts_follow_the_reach_of_their_customer(harness: Harness) {
    let shop = harness.shop().await;
    let (sam, salesperson) = shop.operator("sam", &["salesperson"], &[]).await;
    let mine = shop.customer_of("MINE", Some(sam), None).await.id;
    for customer in [mine, shop.customer] {
        contact(&shop, customer, "Ana").await;
        shop.session.contact_points().create(ContactPoint::new(customer, ContactPointKind::Email, "a@b.es")).await.unwrap();
        let site = CustomerAddress { owner_id: Some(sam), ..CustomerAddress::new(customer, AddressKind::Site) };
        shop.session.customer_addresses().create(site).await.unwrap();
    }
    assert_eq!(salesperson.contacts().count(&Filter::All).await.unwrap(), 1);
    assert_eq!(salesperson.contact_points().list().fetch().await.unwrap().iter().map(|p| p.customer_id).collect::<Vec<_>>(), [mine]);
    assert_eq!(salesperson.report::<CustomerAddress>(|r| r.by("customer.code")).await.unwrap().len(), 1);
    let theirs = Contact::new(shop.customer, "New");
    shop.refuses(Code::ReferenceMissing, salesperson.contacts().create(theirs)).await;
    let added = salesperson.contacts().create(Contact::new(mine, "New")).await.unwrap();
    salesperson.contacts().delete(&added).await.unwrap();
}

/// What a session sees of customers by every path: lists, counts, sums, reports, single reads, parts, documents, related records, cards, audit and feed.
async fn sees(shop: &Shop, session: &Session<'_>, expected: &[&str]) {
    let all = shop.session.customers().list().sort(&["code"]).fetch().await.unwrap();
    let seen: Vec<_> = all.iter().filter(|c| expected.contains(&c.code.as_str())).collect();
    let count = expected.len() as u64;
    let codes: Vec<String> = session.customers().list().sort(&["code"]).fetch().await.unwrap().into_iter().map(|c| c.data.code).collect();
    assert_eq!(codes, expected);
    assert_eq!(session.customers().count(&Filter::All).await.unwrap(), count);
    let rows = session.report::<Customer>(|r| r.sum("payment_days")).await.unwrap();
    let days: i64 = seen.iter().map(|c| c.payment_days).sum();
    assert_eq!(rows, [vec![crm_core::entity::Value::Int(count as i64), crm_core::entity::Value::Int(days)]]);
    for customer in &all {
        let visible = expected.contains(&customer.code.as_str());
        assert_eq!(session.customers().find(customer.id).await.unwrap().is_some(), visible, "{}", customer.code);
        assert_eq!(session.customers().card(customer.id).await.is_ok(), visible, "{}", customer.code);
        let named = Filter::exists("customer", Customer::code().eq(customer.code.clone()));
        assert_eq!(session.contacts().count(&named).await.unwrap(), u64::from(visible), "{}", customer.code);
    }
    assert_eq!(session.contacts().count(&Filter::All).await.unwrap(), count);
    assert_eq!(session.sales_documents().count(&Filter::All).await.unwrap(), count);
    assert_eq!(session.report::<SalesDocument>(|r| r.by("customer.code")?.sum("net")).await.unwrap().len() as u64, count);
    let created = AuditEntry::entity().eq("customer").and(AuditEntry::action().eq(Action::Create));
    assert_eq!(session.audit().count(&created).await.unwrap(), count);
    assert_eq!(session.feed().count(&FeedEntry::entity().eq("customer")).await.unwrap(), count);
}

/// A customer is seen through its main group and through every membership, in any tree, on every path alike; no grant sees nothing.
pub async fn a_membership_gives_reach_on_every_path(harness: Harness) {
    let shop = harness.shop().await;
    let rights: Vec<Right> = Right::ALL.iter().copied().filter(|r| *r != Right::AccessManage).collect();
    shop.session.roles().create(Role::with("region", "Region", ScopeLevel::Groups, &rights)).await.unwrap();
    let (north, regions) = (shop.group("north", None).await, shop.group("regions", None).await);
    let low = shop.group("low", Some(north)).await;
    let mut customers = Vec::new();
    for (code, group) in [("A", Some(low)), ("B", None), ("C", Some(regions)), ("D", None)] {
        let customer = Customer { payment_days: 7, ..Customer::new(code, code) };
        let customer = shop.session.customers().create(Customer { group_id: group, ..customer }).await.unwrap().id;
        contact(&shop, customer, "Ana").await;
        let delivery = NewDelivery { customer_id: customer, ..shop.delivery_of(&[(shop.service, "1", "10")]) };
        shop.session.sales().deliver(&delivery).await.unwrap();
        customers.push(customer);
    }
    join(&shop.session, customers[1], low).await;
    let both = join(&shop.session, customers[2], north).await;
    let of = async |groups: &[CustomerGroupId]| {
        let user: OperatorId = shop.changes().new_id();
        shop.crm.act_as(shop.company, Principal::host(user, &["region"], groups)).await.unwrap()
    };
    sees(&shop, &of(&[north]).await, &["A", "B", "C"]).await;
    sees(&shop, &of(&[low]).await, &["A", "B"]).await;
    sees(&shop, &of(&[regions]).await, &["C"]).await;
    sees(&shop, &of(&[regions, low]).await, &["A", "B", "C"]).await;
    sees(&shop, &of(&[]).await, &[]).await;
    let manager = of(&[north]).await;
    shop.session.customer_group_members().delete(&both).await.unwrap();
    sees(&shop, &manager, &["A", "B"]).await;
    let mut moved = shop.session.customer_groups().get(low).await.unwrap();
    moved.parent_id = Some(regions);
    shop.session.customer_groups().update(&moved).await.unwrap();
    sees(&shop, &manager, &[]).await;
    sees(&shop, &of(&[regions]).await, &["A", "B", "C"]).await;
    let within = Filter::exists("customer_group_member", CustomerGroupMember::group_id().within(regions));
    assert_eq!(shop.session.customers().count(&within).await.unwrap(), 1);
}

/// Nobody takes away the membership that lets them see the customer, nor gives one that they cannot see.
pub async fn a_membership_is_not_taken_away_with_ones_own_reach(harness: Harness) {
    let shop = harness.shop().await;
    let (mine, side) = (shop.group("mine", None).await, shop.group("side", None).await);
    let (_, manager) = shop.operator("mia", &["manager"], &[mine]).await;
    let member = join(&shop.session, shop.customer, mine).await;
    shop.refuses(Code::AccessDenied, manager.customer_group_members().delete(&member)).await;
    let further = join(&manager, shop.customer, side).await;
    manager.customer_group_members().delete(&further).await.unwrap();
    let steal = CustomerGroupMember::new(shop.other, mine);
    shop.refuses(Code::ReferenceMissing, manager.customer_group_members().create(steal)).await;
}

/// A tree of twelve levels: a grant at any level reaches what is below it, and a subtree moves with everything in it.
pub async fn trees_of_groups_are_deep_and_move_whole(harness: Harness) {
    let shop = harness.shop().await;
    let mut levels = vec![shop.group("L0", None).await];
    for n in 1..12 {
        levels.push(shop.group(&format!("L{n}"), levels.last().copied()).await);
    }
    for (n, level) in levels.iter().enumerate() {
        let customer = shop.customer_of(&format!("K{n:02}"), None, None).await.id;
        join(&shop.session, customer, *level).await;
    }
    let within = async |group: CustomerGroupId| {
        let filter = Filter::exists("customer_group_member", CustomerGroupMember::group_id().within(group));
        shop.session.customers().count(&filter).await.unwrap()
    };
    for (n, level) in levels.iter().enumerate() {
        assert_eq!(within(*level).await, 12 - n as u64);
    }
    let user: OperatorId = shop.changes().new_id();
    let manager = shop.crm.act_as(shop.company, Principal::host(user, &["manager"], &[levels[3]])).await.unwrap();
    assert_eq!(manager.customers().count(&Filter::All).await.unwrap(), 9);
    let side = shop.group("side", None).await;
    let mut moved = shop.session.customer_groups().get(levels[6]).await.unwrap();
    moved.parent_id = Some(side);
    shop.session.customer_groups().update(&moved).await.unwrap();
    assert_eq!((manager.customers().count(&Filter::All).await.unwrap(), within(side).await, within(levels[0]).await), (3, 6, 6));
    let mut top: Stored<CustomerGroup> = shop.session.customer_groups().get(side).await.unwrap();
    top.parent_id = Some(levels[11]);
    shop.refuses(Code::TreeCycle, shop.session.customer_groups().update(&top)).await;
}

/// Every type of field keeps its value, on customers, contacts and products; a value is replaced and taken away.
pub async fn fields_of_the_host_hold_typed_values(harness: Harness) {
    let shop = harness.shop().await;
    let entry = shop.session.dictionary_entries().create(DictionaryEntry::new("colour", "red", &[("en", "Red")])).await.unwrap();
    for (name, ty) in [
        ("a_text", CustomType::Text),
        ("a_count", CustomType::Integer),
        ("a_size", CustomType::Decimal),
        ("a_day", CustomType::Day),
        ("a_flag", CustomType::Boolean),
    ] {
        for entity in ["customer", "product", "contact"] {
            declare(&shop, CustomField::new(entity, name, ty)).await;
        }
    }
    declare(&shop, CustomField::choice("customer", "colour", "colour")).await;
    let all = json!({"a_text": "Peña", "a_count": i64::MIN, "a_size": "-42.000001", "a_day": "2026-02-28", "a_flag": false});
    let product = shop.session.products().get(shop.product).await.unwrap();
    shop.session.products().set_custom(product.id, &all).await.unwrap();
    assert_eq!(Json::Object(shop.session.products().custom_of(product.id).await.unwrap()), all);
    let ana = contact(&shop, shop.customer, "Ana").await;
    let ana = shop.session.contacts().update_with(&ana, &all).await.unwrap();
    assert_eq!((ana.version, Json::Object(shop.session.contacts().custom_of(ana.id).await.unwrap())), (1, all.clone()));
    let mut with_choice = all.clone();
    with_choice["colour"] = json!(entry.id.to_string());
    let mut customer = shop.session.customers().create_with(Customer::new("X", "X"), &with_choice).await.unwrap();
    assert_eq!(Json::Object(shop.session.customers().custom_of(customer.id).await.unwrap()), with_choice);
    customer.name = "Y".into();
    let change = json!({"a_text": null, "a_count": 7, "a_flag": true, "a_size": "-42.0000010"});
    let customer = shop.session.customers().update_with(&customer, &change).await.unwrap();
    let expected = json!({"a_count": 7, "a_size": "-42.000001", "a_day": "2026-02-28", "a_flag": true, "colour": entry.id.to_string()});
    assert_eq!((customer.version, Json::Object(shop.session.customers().custom_of(customer.id).await.unwrap())), (2, expected));
    let before = shop.dump().await;
    shop.session.customers().set_custom(customer.id, &json!({"a_count": 7, "a_text": null})).await.unwrap();
    assert_eq!(before, shop.dump().await);
    assert_eq!(shop.session.customers().custom_of(shop.other).await.unwrap().len(), 0);
    let key = ExternalKey::new("erp", "1");
    let named = || [Customer::code().set("E"), Customer::name().set("E")];
    let upsert = async |n: i64| shop.session.customers().upsert_with(&key, named(), UpsertMode::Upsert, &json!({"a_count": n})).await;
    let told = [upsert(1).await.unwrap().1, upsert(2).await.unwrap().1, upsert(2).await.unwrap().1];
    assert_eq!(format!("{told:?}"), "[Created, Updated, Unchanged]");
    shop.refuses(Code::RecordInUse, shop.session.dictionary_entries().delete(&entry)).await;
}

/// Filters on fields of the host, in Rust and as JSON, by type; a test and its opposite are all customers.
pub async fn fields_of_the_host_are_filtered_by(harness: Harness) {
    let shop = harness.shop().await;
    let top = shop.session.dictionary_entries().create(DictionaryEntry::new("colour", "warm", &[])).await.unwrap().id;
    let red = DictionaryEntry { parent_id: Some(top), ..DictionaryEntry::new("colour", "red", &[]) };
    let red = shop.session.dictionary_entries().create(red).await.unwrap().id;
    for (name, ty) in [("size", CustomType::Decimal), ("count", CustomType::Integer), ("motto", CustomType::Text), ("since", CustomType::Day)] {
        declare(&shop, CustomField::new("customer", name, ty)).await;
        declare(&shop, CustomField::new("contact", name, CustomType::Text)).await;
    }
    declare(&shop, CustomField::choice("customer", "colour", "colour")).await;
    let values = [
        json!({"size": "9.5", "count": 9, "motto": "Ánimo", "since": "2026-01-31", "colour": red.to_string()}),
        json!({"size": "10", "count": 10, "motto": "10%", "since": "2026-02-01", "colour": top.to_string()}),
        json!({"size": "-1", "motto": "animals"}),
        json!({}),
    ];
    for (n, custom) in values.iter().enumerate() {
        let customer = shop.session.customers().create_with(Customer::new(format!("K{n}"), "K"), custom).await.unwrap();
        shop.session.contacts().create_with(Contact::new(customer.id, "Ana"), &json!({"motto": format!("m{n}")})).await.unwrap();
    }
    let custom = Filter::custom;
    for (filter, expected) in [
        (custom("size").ge("9.50"), 2),
        (custom("size").lt("10"), 2),
        (custom("size").ne("10"), 2),
        (custom("size").between("-1", "9.5"), 2),
        (custom("size").is_empty(), 3),
        (custom("count").is_in([9, 11]), 1),
        (custom("count").gt(9), 1),
        (custom("motto").contains("ANIM"), 2),
        (custom("motto").starts_with("anima"), 1),
        (custom("motto").contains("%"), 1),
        (custom("since").le("2026-01-31"), 1),
        (custom("colour").eq(red.to_string()), 1),
        (custom("colour").within(top), 2),
        (Filter::exists("contact", custom("motto").eq("m3")), 1),
        (custom("size").gt("0").and(custom("motto").contains("a")), 1),
    ] {
        let count = async |f: &Filter| shop.session.customers().count(f).await.unwrap();
        assert_eq!(count(&filter).await, expected, "{filter:?}");
        assert_eq!(count(&filter.clone().negate()).await, 6 - expected, "not {filter:?}");
        let again = Filter::from_json(&filter.to_json(), Customer::decl()).unwrap();
        assert_eq!(count(&again).await, expected, "{filter:?} through JSON");
    }
    let read = |json: Json| Filter::from_json(&json, Customer::decl()).unwrap();
    assert_eq!(shop.session.customers().count(&read(json!({"custom": "size", "empty": false}))).await.unwrap(), 3);
    for bad in
        [custom("no_such").eq("1"), custom("size").eq("large"), custom("count").eq("9"), custom("motto").within(top), custom("size").contains("1")]
    {
        shop.refuses(Code::QueryInvalid, shop.session.customers().count(&bad)).await;
    }
    let (sam, salesperson) = shop.operator("sam", &["salesperson"], &[]).await;
    let mut mine = shop.session.customers().list().filter(&Customer::code().eq("K0")).unwrap().fetch().await.unwrap().remove(0);
    mine.owner_id = Some(sam);
    shop.session.customers().update(&mine).await.unwrap();
    assert_eq!(salesperson.customers().count(&custom("size").gt("0")).await.unwrap(), 1);
    assert_eq!(salesperson.customers().count(&custom("size").gt("0").negate()).await.unwrap(), 0);
}

/// Unknown names, wrong types, too many decimals, entries of another category: refused, with the name of the field.
pub async fn what_does_not_fit_a_field_of_the_host_is_refused(harness: Harness) {
    let shop = harness.shop().await;
    let size = declare(&shop, CustomField::new("customer", "size", CustomType::Decimal)).await;
    let motto = declare(&shop, CustomField::new("customer", "motto", CustomType::Text)).await;
    declare(&shop, CustomField::choice("customer", "colour", "colour")).await;
    let level = shop.session.dictionary_entries().create(DictionaryEntry::new("level", "a", &[])).await.unwrap().id;
    let set = |values: Json| {
        let (session, id) = (shop.session.clone(), shop.customer);
        async move { session.customers().set_custom(id, &values).await }
    };
    for (values, code, field) in [
        (json!({"shoe": "1"}), Code::FieldInvalid, Some("shoe")),
        (json!({"size": "large"}), Code::FieldInvalid, Some("size")),
        (json!({"size": 1.5}), Code::FieldInvalid, Some("size")),
        (json!({"size": "0.0000001"}), Code::NumberTooPrecise, Some("size")),
        (json!({"motto": 1}), Code::FieldInvalid, Some("motto")),
        (json!({"motto": "x".repeat(501)}), Code::FieldTooLong, Some("motto")),
        (json!({"colour": level.to_string()}), Code::FieldInvalid, Some("colour")),
        (json!({"colour": shop.customer.to_string()}), Code::ReferenceMissing, Some("colour")),
        (json!([]), Code::FieldInvalid, Some("custom")),
    ] {
        let error = shop.refuses(code, set(values.clone())).await;
        assert_eq!(error.context("field"), field, "{values}");
    }
    let off = CustomField { is_active: false, ..motto.data.clone() };
    shop.session.custom_fields().update(&Stored { data: off, ..motto }).await.unwrap();
    shop.refuses(Code::FieldInvalid, set(json!({"motto": "x"}))).await;
    set(json!({"size": "1"})).await.unwrap();
    shop.refuses(Code::RecordInUse, shop.session.custom_fields().delete(&size)).await;
    let other = CustomField { value_type: CustomType::Text, ..size.data.clone() };
    shop.refuses(Code::FieldInvalid, shop.session.custom_fields().update(&Stored { data: other, ..size })).await;
    for bad in [
        CustomField::new("nothing", "x", CustomType::Text),
        CustomField::new("sales_document", "x", CustomType::Text),
        CustomField::new("customer", "X y", CustomType::Text),
        CustomField::new("customer", "x", CustomType::Choice),
        CustomField { category: Some("colour".into()), ..CustomField::new("customer", "x", CustomType::Text) },
    ] {
        shop.refuses(Code::FieldInvalid, shop.session.custom_fields().create(bad)).await;
    }
    shop.refuses(Code::UniqueTaken, shop.session.custom_fields().create(CustomField::new("customer", "size", CustomType::Text))).await;
}

/// A required field is asked for on creation, and not taken away; records from before it may stay without.
pub async fn a_required_field_of_the_host_is_asked_for(harness: Harness) {
    let shop = harness.shop().await;
    declare(&shop, CustomField { is_required: true, ..CustomField::new("customer", "rating", CustomType::Integer) }).await;
    let error = shop.refuses(Code::FieldInvalid, shop.session.customers().create(Customer::new("X", "X"))).await;
    assert_eq!((error.context("field"), error.context("reason")), (Some("rating"), Some("is required")));
    shop.refuses(Code::FieldInvalid, shop.session.customers().create_with(Customer::new("X", "X"), &json!({"rating": null}))).await;
    let created = shop.session.customers().create_with(Customer::new("X", "X"), &json!({"rating": 1})).await.unwrap();
    shop.refuses(Code::FieldInvalid, shop.session.customers().set_custom(created.id, &json!({"rating": null}))).await;
    let mut old = shop.session.customers().get(shop.customer).await.unwrap();
    old.name = "Renamed".into();
    shop.session.customers().update(&old).await.unwrap();
}

/// A unique field holds each value once; what is taken away is free again.
pub async fn a_unique_field_of_the_host_holds_each_value_once(harness: Harness) {
    let shop = harness.shop().await;
    declare(&shop, CustomField { is_unique: true, ..CustomField::new("customer", "badge", CustomType::Integer) }).await;
    let set = |id: CustomerId, badge: Json| {
        let session = shop.session.clone();
        async move { session.customers().set_custom(id, &json!({ "badge": badge })).await }
    };
    set(shop.customer, json!(7)).await.unwrap();
    let error = shop.refuses(Code::UniqueTaken, set(shop.other, json!(7))).await;
    assert_eq!(error.context("entity"), Some("custom_value"));
    set(shop.customer, Json::Null).await.unwrap();
    set(shop.other, json!(7)).await.unwrap();
}

/// A session that was open before knows a new field at its next read and act.
pub async fn a_new_field_of_the_host_is_known_to_open_sessions(harness: Harness) {
    let shop = harness.shop().await;
    let (_, boss) = shop.operator("bob", &["boss", "salesperson"], &[]).await;
    assert_eq!(boss.customers().count(&Filter::All).await.unwrap(), 2);
    let field = declare(&shop, CustomField::new("customer", "size", CustomType::Integer)).await;
    boss.customers().set_custom(shop.customer, &json!({"size": 3})).await.unwrap();
    let second = shop.crm.act_as(shop.company, Principal::operator(shop.admin)).await.unwrap();
    let renamed = CustomField { name: "width".into(), ..field.data.clone() };
    shop.session.custom_fields().update(&Stored { data: renamed, ..field }).await.unwrap();
    assert_eq!(second.customers().custom_of(shop.customer).await.unwrap()["width"], json!(3));
    assert_eq!(boss.customers().count(&Filter::custom("width").eq(3)).await.unwrap(), 1);
}

/// Each value of the host that is set, changed or taken away is in the audit and in the feed, with the customer it belongs to.
pub async fn values_of_the_host_are_in_audit_and_feed(harness: Harness) {
    let shop = harness.shop().await;
    declare(&shop, CustomField::new("contact", "hobby", CustomType::Text)).await;
    let ana = contact(&shop, shop.customer, "Ana").await;
    for hobby in [json!("chess"), json!("go"), Json::Null] {
        shop.session.contacts().set_custom(ana.id, &json!({ "hobby": hobby })).await.unwrap();
    }
    let entries = shop.session.audit().list().filter(&AuditEntry::entity().eq("custom_value")).unwrap().sort(&["id"]).fetch().await.unwrap();
    let told: Vec<_> = entries.iter().map(|e| (e.action, e.customer_id, e.operation.as_str())).collect();
    let expected = [Action::Create, Action::Update, Action::Delete].map(|action| (action, Some(shop.customer), "records.set_custom"));
    assert_eq!(told, expected);
    assert_eq!(entries[1].before.clone().shown().unwrap(), json!({"text_value": "chess"}));
    assert_eq!(shop.session.feed().count(&FeedEntry::entity().eq("custom_value")).await.unwrap(), 3);
}
