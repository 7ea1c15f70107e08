//! Random work on masters: creating, changing, deleting, merging, and the policies of the company.

use super::{COUNTRIES, Dice, Kind, Known, NAMES, Operation, operation};
use crm_core::{
    access::Operator,
    company::{Company, CompanyProfile},
    customers::{AddressKind, Contact, ContactPoint, ContactPointKind, Customer, CustomerAddress, CustomerGroup, CustomerGroupMember},
    dictionary::DictionaryEntry,
    entity::{Patch, Stored},
    external::ExternalKey,
    ids::CustomerGroupId,
    num::{Currency, Rate},
    opening::{ApplyMode, OpeningCustomer, OpeningData, OpeningOptions, OpeningReceivable, OpeningStock, SourceRow},
    pricing::{BreakBasis, CustomerPrice, PolicyLevel, PriceList, PriceListItem, PriceSettings},
    products::{CodeKind, KitComponent, Product, ProductCode, ProductGroup, ProductUnit, Tracking},
    receivables::{CreditPolicy, PaymentTerms, TermPart, TermStep},
    session::UpsertMode,
    stock::Warehouse,
    tax::TaxMethod,
};
use serde_json::{Value as Json, json};

pub(super) const KINDS: &[Kind] = &[
    (5, create_a_customer),
    (5, update_a_customer),
    (4, upsert),
    (4, patch_a_customer),
    (4, bind_a_key),
    (4, unbind_a_key),
    (5, create_a_group),
    (4, move_a_group),
    (3, delete_a_group),
    (5, delete_a_customer),
    (4, join_a_group),
    (4, leave_a_group),
    (4, set_fields_of_the_host),
    (3, merge_entries),
    (4, reassign),
    (5, undo),
    (2, create_an_entry),
    (5, create_a_contact),
    (7, create_a_point),
    (4, create_an_address),
    (15, delete_a_contact),
    (5, create_a_product),
    (3, update_a_product),
    (7, delete_a_product),
    (3, create_a_product_group),
    (3, create_a_unit),
    (2, delete_a_unit),
    (6, create_a_code),
    (5, delete_a_code),
    (3, create_a_component),
    (2, delete_a_component),
    (3, create_a_price_list),
    (4, update_a_price_list),
    (5, create_a_list_price),
    (4, delete_a_list_price),
    (5, agree_a_price),
    (3, delete_an_agreement),
    (3, set_price_settings),
    (3, set_policies),
    (2, create_a_profile),
    (2, change_a_warehouse),
    (3, open_the_books),
];

impl Known {
    fn new_customer(&self, dice: &mut Dice) -> Customer {
        let credit_limit = dice.rarely(3, Dice::money);
        Customer {
            group_id: dice.maybe(self.all::<CustomerGroup>()).map(|g| g.id),
            owner_id: dice.maybe(&self.ids::<Operator>()),
            country: dice.maybe(&COUNTRIES).map(str::to_owned),
            payment_days: i64::try_from(dice.below(90)).unwrap() - 3,
            tax_code: dice.maybe(&["S", "R", "S", "R", "X"]).map(str::to_owned),
            payment_terms: dice.rarely(4, terms),
            payer_id: dice.rarely(3, |d| self.customer(d).id),
            price_list_id: dice.rarely(4, |d| d.maybe(self.all::<PriceList>())).flatten().map(|l| l.id),
            currency: credit_limit.map(|_| Currency::EUR).filter(|_| !dice.once_in(12)),
            credit_limit,
            tax_id: dice.rarely(5, |d| d.one(&["B-12.345.678", "X", "", "ES A1"]).to_owned()),
            is_active: !dice.once_in(8),
            ..Customer::new(if dice.once_in(6) { String::new() } else { format!("K{}", dice.below(60)) }, dice.one(&NAMES))
        }
    }

    /// Whether nothing lies in a group or below it.
    fn is_free(&self, group: CustomerGroupId) -> bool {
        let is_used = self.all::<CustomerGroup>().iter().any(|g| g.parent_id == Some(group))
            || self.all::<CustomerGroupMember>().iter().any(|m| m.group_id == group);
        !is_used && self.all::<Customer>().iter().all(|c| c.group_id != Some(group))
    }

    /// A product: mostly one of those that the shop began with.
    pub(super) fn product(&self, dice: &mut Dice) -> Stored<Product> {
        let few = if dice.once_in(5) { self.all::<Product>().len() } else { self.all::<Product>().len().min(9) };
        self.all::<Product>()[dice.below(few)].clone()
    }

    fn unit(dice: &mut Dice) -> Option<String> {
        dice.rarely(3, |d| d.one(&["box", "pc", "box", "crate"]).to_owned())
    }
}

/// Terms in parts; now and then they do not come to the whole.
fn terms(dice: &mut Dice) -> PaymentTerms {
    let part = |percent: &str, due: Vec<TermStep>| TermPart::percent(Rate::parse(percent).unwrap(), due);
    let step = |dice: &mut Dice| match dice.below(3) {
        0 => TermStep::Days(u32::try_from(dice.below(60)).unwrap()),
        1 => TermStep::Months(u32::try_from(dice.below(4)).unwrap()),
        _ => TermStep::EndOfMonth,
    };
    let first = dice.one(&["30", "33.3333", "30", "29", "a third"]);
    let rest = if first == "33.3333" { "66.6667" } else { "70" };
    let steps = [vec![step(dice)], vec![step(dice), step(dice)]];
    let [one, two] = steps;
    if first == "a third" {
        return PaymentTerms { parts: vec![TermPart::share(1, 3, one), TermPart::share(2, 3, two)] };
    }
    PaymentTerms { parts: vec![part(first, one), part(rest, two)] }
}

pub(super) fn create_a_customer(known: &mut Known, dice: &mut Dice) -> Option<Operation> {
    Some(operation!("create a customer", known.new_customer(dice), |s, it| s.customers().create(it)))
}

fn update_a_customer(known: &mut Known, dice: &mut Dice) -> Option<Operation> {
    let mut customer = Known::seen(dice.one(known.all::<Customer>()), dice);
    customer.data = Customer { code: customer.code.clone(), ..known.new_customer(dice) };
    Some(operation!("update a customer", customer, |s, it| s.customers().update(&it)))
}

fn upsert(known: &mut Known, dice: &mut Dice) -> Option<Operation> {
    let mode = dice.one(&[UpsertMode::Upsert, UpsertMode::UpdateOnly, UpsertMode::CreateOnly]);
    let key = ExternalKey::new("erp", dice.below(10).to_string());
    let changes = some_of(&known.new_customer(dice), dice);
    Some(operation!("upsert", (key, changes, mode), |s, it| s.customers().upsert(&it.0, it.1, it.2)))
}

/// Some of the fields of a customer.
fn some_of(customer: &Customer, dice: &mut Dice) -> Patch<Customer> {
    let Json::Object(mut fields) = Patch::all(customer).to_json() else { unreachable!("a patch is an object") };
    fields.retain(|name, _| dice.once_in(if name == "name" { 1 } else { 3 }));
    Patch::from_json(fields).unwrap()
}

fn patch_a_customer(known: &mut Known, dice: &mut Dice) -> Option<Operation> {
    let customer = Known::seen(dice.one(known.all::<Customer>()), dice);
    let version = if dice.once_in(2) { Some(customer.version) } else { None };
    let changes = some_of(&known.new_customer(dice), dice);
    Some(operation!("patch a customer", (customer.id, version, changes), |s, it| s.customers().patch(it.0, it.1, it.2)))
}

fn bind_a_key(known: &mut Known, dice: &mut Dice) -> Option<Operation> {
    let key = ExternalKey::new("erp", dice.one(&["0", "1", "2", "3", ""]));
    Some(operation!("bind a key", (known.customer(dice).id, key), |s, it| async {
        s.customers().bind_external(it.0, &it.1).await?;
        s.customers().external_keys(it.0).await
    }))
}

fn unbind_a_key(known: &mut Known, dice: &mut Dice) -> Option<Operation> {
    let key = ExternalKey::new("erp", dice.below(4).to_string());
    Some(operation!("unbind a key", (known.customer(dice).id, key), |s, it| async {
        let holder = s.customers().find_external(&it.1).await?.map_or(it.0, |found| found.id);
        s.customers().unbind_external(holder, &it.1).await
    }))
}

pub(super) fn create_a_group(known: &mut Known, dice: &mut Dice) -> Option<Operation> {
    let parent = dice.maybe(known.all::<CustomerGroup>()).map(|g| g.id);
    let group = CustomerGroup {
        code_prefix: dice.rarely(3, |d| d.one(&["N-", "M", "K", " "]).to_owned()),
        code_digits: i64::try_from(dice.below(6)).unwrap(),
        price_list_id: dice.rarely(3, |d| d.maybe(known.all::<PriceList>())).flatten().map(|l| l.id),
        ..CustomerGroup::new(format!("G{}", dice.below(12)), dice.one(&NAMES), parent)
    };
    Some(operation!("create a group", group, |s, it| s.customer_groups().create(it)))
}

fn move_a_group(known: &mut Known, dice: &mut Dice) -> Option<Operation> {
    let mut group = Known::seen(dice.maybe(known.all::<CustomerGroup>())?, dice);
    group.parent_id = dice.maybe(known.all::<CustomerGroup>()).map(|g| g.id);
    Some(operation!("move a group", group, |s, it| s.customer_groups().update(&it)))
}

fn delete_a_group(known: &mut Known, dice: &mut Dice) -> Option<Operation> {
    let free: Vec<_> = known.all::<CustomerGroup>().iter().filter(|g| known.is_free(g.id)).cloned().collect();
    let group = dice.maybe(&free).or_else(|| dice.maybe(known.all::<CustomerGroup>()))?;
    Some(operation!("delete a group", group, |s, it| s.customer_groups().delete(&it)))
}

fn delete_a_customer(known: &mut Known, dice: &mut Dice) -> Option<Operation> {
    let newest = known.all::<Customer>().last().filter(|_| dice.once_in(2)).cloned();
    let customer = newest.unwrap_or_else(|| dice.one(known.all::<Customer>()));
    let customer = Known::seen(Some(customer).filter(|_| known.all::<Customer>().len() > 3)?, dice);
    Some(operation!("delete a customer", customer, |s, it| s.customers().delete(&it)))
}

pub(super) fn join_a_group(known: &mut Known, dice: &mut Dice) -> Option<Operation> {
    let group = dice.maybe(known.all::<CustomerGroup>())?;
    Some(operation!("join a group", CustomerGroupMember::new(known.customer(dice).id, group.id), |s, it| s.customer_group_members().create(it)))
}

fn leave_a_group(known: &mut Known, dice: &mut Dice) -> Option<Operation> {
    let member = Known::seen(dice.maybe(known.all::<CustomerGroupMember>())?, dice);
    Some(operation!("leave a group", member, |s, it| s.customer_group_members().delete(&it)))
}

/// Values of the host for a customer: some, others taken away, now and then of the wrong type.
pub(super) fn set_fields_of_the_host(known: &mut Known, dice: &mut Dice) -> Option<Operation> {
    let mut values = serde_json::Map::new();
    for name in ["size", "motto", "since", "colour"] {
        let value = match (name, dice.below(8)) {
            (_, 0) => Json::Null,
            (_, 1) => continue,
            (_, 2) if dice.once_in(3) => json!(true),
            ("size", _) => json!(dice.money().amount().to_string()),
            ("motto", _) => json!(dice.one(&NAMES)),
            ("since", _) => json!(dice.day().to_string()),
            _ => json!(dice.one(&known.ids::<DictionaryEntry>()).to_string()),
        };
        values.insert(name.to_owned(), value);
    }
    let given = (known.customer(dice).id, Json::Object(values));
    Some(operation!("set fields of the host", given, |s, it| async {
        s.customers().set_custom(it.0, &it.1).await?;
        s.customers().custom_of(it.0).await
    }))
}

fn merge_entries(known: &mut Known, dice: &mut Dice) -> Option<Operation> {
    let entries = Some(known.ids::<DictionaryEntry>()).filter(|e| e.len() > 1)?;
    Some(operation!("merge entries", (dice.one(&entries), dice.one(&entries)), |s, it| async { s.dictionary().merge(it.0, it.1).await }))
}

fn reassign(known: &mut Known, dice: &mut Dice) -> Option<Operation> {
    let to = dice.one(&known.ids::<Operator>());
    let of = known.filter(dice, 2);
    Some(operation!("reassign", (of, to, dice.note()), |s, it| async { s.customers().reassign(&it.0, it.1, it.2.as_deref()).await }))
}

fn undo(known: &mut Known, dice: &mut Dice) -> Option<Operation> {
    let id = dice.maybe(&known.ids::<crm_core::audit::Operation>())?;
    Some(operation!("undo", id, |s, id| async { s.operations().undo(id).await }))
}

fn create_an_entry(known: &mut Known, dice: &mut Dice) -> Option<Operation> {
    let category = dice.one(&["colour", "industry", "No Name"]);
    let parent_id = dice.rarely(3, |d| d.maybe(&known.ids::<DictionaryEntry>())).flatten();
    let entry = DictionaryEntry { parent_id, ..DictionaryEntry::new(category, dice.below(12).to_string(), &[("es", dice.one(&NAMES))]) };
    Some(operation!("create an entry", entry, |s, it| s.dictionary_entries().create(it)))
}

fn create_a_contact(known: &mut Known, dice: &mut Dice) -> Option<Operation> {
    let name = if dice.once_in(5) { "x".repeat(600) } else { dice.one(&NAMES).to_owned() };
    let contact = Contact { is_primary: dice.once_in(2), birthday: dice.rarely(2, Dice::day), ..Contact::new(known.customer(dice).id, name) };
    Some(operation!("create a contact", contact, |s, it| s.contacts().create(it)))
}

fn create_a_point(known: &mut Known, dice: &mut Dice) -> Option<Operation> {
    let kind = dice.one(ContactPointKind::ALL);
    let value = dice.one(&["+34 600 11 22 33", "0086-755-1", "a@b.es", "a@@b", "www.acme.es", "", "WX_1"]);
    let contact_id = dice.maybe(known.all::<Contact>()).map(|c| c.id);
    let point = ContactPoint { contact_id, country: dice.note(), ..ContactPoint::new(known.customer(dice).id, kind, value) };
    Some(operation!("create a contact point", point, |s, it| s.contact_points().create(it)))
}

fn create_an_address(known: &mut Known, dice: &mut Dice) -> Option<Operation> {
    let (owner_id, city) = (dice.maybe(&known.ids::<Operator>()), dice.note());
    let region_id = dice.rarely(3, |d| d.one(&known.ids::<DictionaryEntry>()));
    let address = CustomerAddress { owner_id, city, region_id, ..CustomerAddress::new(known.customer(dice).id, dice.one(AddressKind::ALL)) };
    Some(operation!("create an address", address, |s, it| s.customer_addresses().create(it)))
}

fn delete_a_contact(known: &mut Known, dice: &mut Dice) -> Option<Operation> {
    Some(match dice.below(3) {
        0 => operation!("delete a contact", Known::seen(dice.maybe(known.all::<Contact>())?, dice), |s, it| s.contacts().delete(&it)),
        1 => {
            operation!("delete a contact point", Known::seen(dice.maybe(known.all::<ContactPoint>())?, dice), |s, it| s.contact_points().delete(&it))
        }
        _ => operation!("delete an address", Known::seen(dice.maybe(known.all::<CustomerAddress>())?, dice), |s, it| s
            .customer_addresses()
            .delete(&it)),
    })
}

fn create_a_product(known: &mut Known, dice: &mut Dice) -> Option<Operation> {
    let code = if dice.once_in(3) { String::new() } else { format!("Q{}", dice.below(30)) };
    let made = match dice.below(5) {
        0 => Product::service(code, dice.one(&NAMES), Currency::EUR),
        1 => Product::kit(code, dice.one(&NAMES), Currency::EUR),
        2 => Product { is_kit: true, ..Product::stocked(code, dice.one(&NAMES), Currency::EUR) },
        _ => Product::stocked(code, dice.one(&NAMES), Currency::EUR),
    };
    let product = Product {
        group_id: dice.maybe(known.all::<ProductGroup>()).map(|g| g.id),
        unit: dice.maybe(&["pc"]).map(str::to_owned),
        list_price: dice.rarely(2, Dice::price),
        stock_decimals: if dice.once_in(6) { dice.one(&[0, 2, 3, 7]) } else { 6 },
        tax_code: dice.maybe(&["S", "R"]).map(str::to_owned),
        tracking: if dice.once_in(6) { Tracking::Lot } else { Tracking::None },
        ..made
    };
    Some(operation!("create a product", product, |s, it| s.products().create(it)))
}

fn update_a_product(known: &mut Known, dice: &mut Dice) -> Option<Operation> {
    let mut product = Known::seen(known.product(dice), dice);
    product.data = Product {
        list_price: dice.rarely(2, Dice::price),
        mnemonic: dice.rarely(3, |d| d.one(&["LA", "CA", "la"]).to_owned()),
        is_active: !dice.once_in(12),
        is_kit: product.is_kit != dice.once_in(8),
        ..product.data
    };
    Some(operation!("update a product", product, |s, it| s.products().update(&it)))
}

fn delete_a_product(known: &mut Known, dice: &mut Dice) -> Option<Operation> {
    let newest = known.all::<Product>().last().filter(|_| known.all::<Product>().len() > 9 && !dice.once_in(4)).cloned();
    let product = newest.unwrap_or_else(|| known.product(dice));
    Some(operation!("delete a product", product, |s, it| s.products().delete(&it)))
}

fn create_a_product_group(known: &mut Known, dice: &mut Dice) -> Option<Operation> {
    let parent = dice.maybe(known.all::<ProductGroup>()).map(|g| g.id);
    let code_prefix = dice.rarely(2, |d| d.one(&["Q", "AB-", " "]).to_owned());
    let code_digits = i64::try_from(dice.below(5)).unwrap();
    let group = ProductGroup { code_prefix, code_digits, ..ProductGroup::new(format!("PG{}", dice.below(8)), dice.one(&NAMES), parent) };
    Some(operation!("create a product group", group, |s, it| s.product_groups().create(it)))
}

fn create_a_unit(known: &mut Known, dice: &mut Dice) -> Option<Operation> {
    let (above, below) = (i64::try_from(dice.below(13)).unwrap(), i64::try_from(1 + dice.below(7)).unwrap());
    let unit = ProductUnit::new(known.product(dice).id, dice.one(&["box", "crate", "metre"]), above, below);
    Some(operation!("create a unit", unit, |s, it| s.product_units().create(it)))
}

fn delete_a_unit(known: &mut Known, dice: &mut Dice) -> Option<Operation> {
    let unit = Known::seen(dice.maybe(known.all::<ProductUnit>())?, dice);
    Some(operation!("delete a unit", unit, |s, it| s.product_units().delete(&it)))
}

fn create_a_code(known: &mut Known, dice: &mut Dice) -> Option<Operation> {
    let product = known.product(dice).id;
    let value = dice.one(&["4006381333931", "4006381333932", "AB-1", "ab 1", "P1", "LA", ""]);
    let made = match dice.below(4) {
        0 => ProductCode::of_customer(product, known.customer(dice).id, value),
        1 => ProductCode::of_supplier(product, dice.one(&NAMES), value),
        _ => ProductCode::new(product, dice.one(CodeKind::ALL), value),
    };
    let (unit, quantity) = (Known::unit(dice), dice.rarely(4, |d| d.quantity(5)));
    let (valid_from, valid_to) = (dice.rarely(4, Dice::day), dice.rarely(4, Dice::day));
    Some(operation!("create a code", ProductCode { unit, quantity, valid_from, valid_to, ..made }, |s, it| s.product_codes().create(it)))
}

fn delete_a_code(known: &mut Known, dice: &mut Dice) -> Option<Operation> {
    let code = Known::seen(dice.maybe(known.all::<ProductCode>())?, dice);
    Some(operation!("delete a code", code, |s, it| s.product_codes().delete(&it)))
}

fn create_a_component(known: &mut Known, dice: &mut Dice) -> Option<Operation> {
    let kits: Vec<_> = known.all::<Product>().iter().filter(|p| p.is_kit).cloned().collect();
    let kit = dice.maybe(&kits).unwrap_or_else(|| known.product(dice));
    let part = KitComponent::new(kit.id, known.product(dice).id, dice.quantity(4));
    Some(operation!("create a component", part, |s, it| s.kit_components().create(it)))
}

fn delete_a_component(known: &mut Known, dice: &mut Dice) -> Option<Operation> {
    let part = Known::seen(dice.maybe(known.all::<KitComponent>())?, dice);
    Some(operation!("delete a component", part, |s, it| s.kit_components().delete(&it)))
}

fn create_a_price_list(_: &mut Known, dice: &mut Dice) -> Option<Operation> {
    let (valid_from, valid_to) = (dice.rarely(3, Dice::day), dice.rarely(3, Dice::day));
    let currency = dice.one(&[Currency::EUR, Currency::EUR, Currency::USD]);
    let (prices_include_tax, breaks) = (dice.once_in(3), dice.one(BreakBasis::ALL));
    let list =
        PriceList { valid_from, valid_to, prices_include_tax, breaks, ..PriceList::new(format!("L{}", dice.below(10)), dice.one(&NAMES), currency) };
    Some(operation!("create a price list", list, |s, it| s.price_lists().create(it)))
}

fn update_a_price_list(known: &mut Known, dice: &mut Dice) -> Option<Operation> {
    let mut list = Known::seen(dice.maybe(known.all::<PriceList>())?, dice);
    (list.is_active, list.valid_from) = (!dice.once_in(4), dice.rarely(4, Dice::day));
    Some(operation!("update a price list", list, |s, it| s.price_lists().update(&it)))
}

fn create_a_list_price(known: &mut Known, dice: &mut Dice) -> Option<Operation> {
    let list = dice.maybe(known.all::<PriceList>())?;
    let item = PriceListItem {
        unit: Known::unit(dice),
        min_quantity: dice.rarely(3, |d| d.quantity(8)).unwrap_or_default(),
        discount: dice.rarely(4, |d| d.rate(110)),
        valid_from: dice.rarely(4, Dice::day),
        valid_to: dice.rarely(4, Dice::day),
        ..PriceListItem::new(list.id, known.product(dice).id, dice.price())
    };
    Some(operation!("create a list price", item, |s, it| s.price_list_items().create(it)))
}

fn delete_a_list_price(known: &mut Known, dice: &mut Dice) -> Option<Operation> {
    let item = Known::seen(dice.maybe(known.all::<PriceListItem>())?, dice);
    Some(operation!("delete a list price", item, |s, it| s.price_list_items().delete(&it)))
}

fn agree_a_price(known: &mut Known, dice: &mut Dice) -> Option<Operation> {
    let agreed = CustomerPrice {
        unit: Known::unit(dice),
        min_quantity: dice.rarely(3, |d| d.quantity(8)).unwrap_or_default(),
        discount: dice.rarely(2, |d| d.rate(110)),
        unit_price: dice.rarely(2, Dice::price),
        valid_from: dice.rarely(4, Dice::day),
        ..CustomerPrice::new(known.customer(dice).id, known.product(dice).id, dice.price())
    };
    Some(operation!("agree a price", agreed, |s, it| s.customer_prices().create(it)))
}

fn delete_an_agreement(known: &mut Known, dice: &mut Dice) -> Option<Operation> {
    let agreed = Known::seen(dice.maybe(known.all::<CustomerPrice>())?, dice);
    Some(operation!("delete an agreement", agreed, |s, it| s.customer_prices().delete(&it)))
}

fn set_price_settings(known: &mut Known, dice: &mut Dice) -> Option<Operation> {
    let level = |dice: &mut Dice| dice.one(&[PolicyLevel::Off, PolicyLevel::Off, PolicyLevel::Warn, PolicyLevel::Block]);
    let settings = PriceSettings {
        price_list_id: dice.maybe(known.all::<PriceList>()).map(|l| l.id),
        uses_last_price: dice.once_in(2),
        below_cost: level(dice),
        minimum_margin: dice.rarely(3, |d| d.rate(130)),
        below_margin: level(dice),
        beyond_discount: level(dice),
    };
    Some(operation!("set price settings", settings, |s, it| async { s.pricing().set_settings(&it).await }))
}

fn set_policies(known: &mut Known, dice: &mut Dice) -> Option<Operation> {
    let mut company = Known::seen(known.all::<Company>().first()?.clone(), dice);
    company.data = Company {
        backdating_days: dice.one(&[366, 366, 366, 60, -1]),
        write_off_tolerance: dice.money(),
        credit_policy: dice.one(CreditPolicy::ALL),
        expiry_policy: dice.one(PolicyLevel::ALL),
        expiry_days: dice.one(&[0, 0, 10, 30, -1]),
        credit_overdue_days: dice.rarely(3, |d| i64::try_from(d.below(60)).unwrap()),
        prices_include_tax: dice.once_in(4),
        tax_method: dice.one(TaxMethod::ALL),
        default_tax_code: dice.rarely(3, |_| "S".to_owned()),
        ..company.data
    };
    Some(operation!("set policies", company, |s, it| s.company().update(&it)))
}

fn create_a_profile(known: &mut Known, dice: &mut Dice) -> Option<Operation> {
    let company = known.all::<Company>().first()?;
    let (tax_method, prices_include_tax) = (dice.one(TaxMethod::ALL), dice.once_in(3));
    let email = dice.rarely(3, |d| d.one(&["a@b.es", "ab"]).to_owned());
    let profile = CompanyProfile { tax_method, prices_include_tax, email, ..CompanyProfile::new(company, dice.day(), dice.one(&NAMES)) };
    Some(operation!("create a profile", profile, |s, it| s.company_profiles().create(it)))
}

fn change_a_warehouse(known: &mut Known, dice: &mut Dice) -> Option<Operation> {
    let mut warehouse = Known::seen(dice.one(known.all::<Warehouse>()), dice);
    let (is_active, allows_negative) = (!dice.once_in(8), dice.once_in(3));
    warehouse.data = Warehouse { is_active, allows_negative, ..warehouse.data };
    Some(operation!("change a warehouse", warehouse, |s, it| s.warehouses().update(&it)))
}

fn open_the_books(known: &mut Known, dice: &mut Dice) -> Option<Operation> {
    let customer =
        OpeningCustomer { code: format!("K{}", dice.below(60)), name: dice.one(&NAMES).to_owned(), group: dice.note(), ..Default::default() };
    let product = dice.one(&["P1", "P2", "V1", "SPEC", "LOTS", "none"]);
    let stock = OpeningStock { product: product.to_owned(), quantity: dice.quantity(9), unit_cost: dice.price().amount(), ..OpeningStock::default() };
    let mode = dice.one(&[ApplyMode::DryRun, ApplyMode::AllOrNothing, ApplyMode::GoodRows]);
    let (warehouse, day) = (known.warehouse(dice), dice.day());
    let options = OpeningOptions::new(warehouse, day, mode);
    let receivable = OpeningReceivable {
        customer: customer.code.clone(),
        document: dice.one(&["F1", "F2", "F3"]).to_owned(),
        document_day: day,
        due_day: None,
        amount: dice.money().amount(),
    };
    let data = OpeningData {
        customers: vec![SourceRow::new("Customers", 2, customer)],
        receivables: vec![SourceRow::new("Receivables", 2, receivable)],
        stock: vec![SourceRow::new("Stock", 2, stock)],
        ..Default::default()
    };
    Some(operation!("open the books", (data, options), |s, it| async { s.opening().apply(&it.0, &it.1).await }))
}
