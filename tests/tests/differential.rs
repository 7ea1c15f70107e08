//! Each engine gives what the storage in memory gives, whatever is stored and whatever is asked.
#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic, reason = "tests")]

#[path = "../../crm-storage-sqlite/tests/common/mod.rs"]
mod common;

use common::{all_rights, changes, company, operator, report, write};
use crm_core::{
    Result,
    access::{Operator, Permit, Right, ScopeLevel},
    catalogue,
    custom::{CustomField, CustomFields, CustomType, CustomValue},
    customers::{Customer, CustomerGroup, CustomerGroupMember},
    entity::{Entity, EntityDecl, FieldDecl, Record, Stored, Value, ValueType},
    ids::{CustomFieldId, CustomValueId, CustomerGroupId, CustomerGroupMemberId, CustomerId, OpenItemId, ProductId},
    num::{Currency, Money, UnitPrice},
    products::Product,
    query::{Cursor, Filter, Op, Query, Report, Select, Test},
    receivables::{OpenItem, OpenItemKind},
    storage::{Answers, ChangeSet, LockKeys, MemoryStorage, Mode, Reads, Storage},
    time::Day,
};
use crm_tests::harness::Harness;
use proptest::{collection::vec, option, prelude::*, sample::select, test_runner::TestRunner};
use serde_json::json;
use std::future::Future;
use tokio::runtime::Runtime;
use uuid::Uuid;

const GROUPS: u128 = 6;
const TEXTS: &[&str] = &["", "a", "A b", "Peña & Cía", "ﬁne", "北京", "北京市", "ÄÖ ü", "zz%_\\\"'", "\u{10FFFF}x", "a\u{301}b", "10", "9"];
const MONEYS: &[&str] =
    &["0", "0.0001", "-0.0001", "12.5", "-12.5", "99.9999", "1000000000000", "-1000000000000.1234", "922337203685477.5807", "-922337203685477.5807"];
const PRICES: &[&str] = &["0", "0.000001", "12.345678", "999999999999.999999", "3.5"];
const DAYS: &[&str] = &["2010-01-31", "2010-02-01", "2010-02-28", "2011-12-31", "0001-01-01", "9999-12-31"];

fn group(number: u128) -> CustomerGroupId {
    CustomerGroupId(Uuid::from_u128(0x1000 + number))
}
fn customer(number: u128) -> CustomerId {
    CustomerId(Uuid::from_u128(0x2000 + number))
}
fn day(text: &str) -> Day {
    text.parse().unwrap()
}

/// Name, group, owner, country, days, whether active.
type CustomerRow = (String, Option<u128>, Option<u128>, Option<String>, i64, bool);

/// What the rows are made from.
#[derive(Debug, Clone)]
struct World {
    parents: Vec<Option<usize>>,
    customers: Vec<CustomerRow>,
    products: Vec<(String, Option<String>, bool)>,
    items: Vec<(usize, String, String, String, String)>,
    members: Vec<(usize, u128)>,
    custom: Vec<(usize, usize, String, i64)>,
}

/// The fields of the host: a text and an integer, for customers.
const CUSTOM: [(&str, CustomType); 2] = [("motto", CustomType::Text), ("size", CustomType::Integer)];

fn custom_field(number: usize) -> Stored<CustomField> {
    let (name, ty) = CUSTOM[number];
    Stored::new(CustomFieldId(Uuid::from_u128(0x6000 + number as u128)), CustomField::new("customer", name, ty))
}

fn text() -> impl Strategy<Value = String> {
    select(TEXTS).prop_map(str::to_owned)
}

fn any_of(list: &'static [&'static str]) -> impl Strategy<Value = String> {
    select(list).prop_map(str::to_owned)
}

fn world() -> impl Strategy<Value = World> {
    let group = option::of(0..GROUPS);
    let owner = option::of(7..9_u128);
    let customers = vec((text(), group, owner, option::of(text()), select(&[0, -1, 7, i64::MAX, i64::MIN][..]), any::<bool>()), 1..14);
    let products = vec((text(), option::of(any_of(PRICES)), any::<bool>()), 0..8);
    let items = vec((0..14_usize, any_of(DAYS), any_of(DAYS), any_of(MONEYS), any_of(MONEYS)), 0..14);
    let parents = vec(option::of(0..6_usize), 6);
    let members = vec((0..14_usize, 0..GROUPS), 0..14);
    let custom = vec((0..14_usize, 0..CUSTOM.len(), text(), select(&[0, -1, 7, i64::MAX, i64::MIN][..])), 0..14);
    (parents, customers, products, items, members, custom).prop_map(|(parents, customers, products, items, members, custom)| World {
        parents,
        customers,
        products,
        items,
        members,
        custom,
    })
}

fn fill(world: &World) -> ChangeSet {
    let mut set = changes(1);
    for number in 7..9 {
        set.insert(&Stored::new(operator(number), Operator::with(&format!("op{number}"), "Someone", &[], &[])));
    }
    for (i, parent) in (0..).zip(&world.parents) {
        let parent = parent.filter(|p| *p < i as usize).map(|p| group(p as u128));
        set.insert(&Stored::new(group(i), CustomerGroup::new(format!("g{i}"), "Group", parent)));
    }
    for (i, (name, in_group, owner, country, days, is_active)) in (0..).zip(&world.customers) {
        let data = Customer {
            group_id: in_group.map(group),
            owner_id: owner.map(operator),
            country: country.clone(),
            payment_days: *days,
            is_active: *is_active,
            ..Customer::new(format!("C{i}"), name.clone())
        };
        set.insert(&Stored::new(customer(i), data));
    }
    fill_parts(world, &mut set);
    for (i, (name, price, is_active)) in (0..).zip(&world.products) {
        let list_price = price.as_ref().map(|p| UnitPrice::parse(p, Currency::EUR).unwrap());
        let data = Product { list_price, is_active: *is_active, ..Product::stocked(format!("P{i}"), name.clone(), Currency::EUR) };
        set.insert(&Stored::new(ProductId(Uuid::from_u128(0x3000 + i)), data));
    }
    for (i, (of, on, due, amount, open)) in (0..).zip(&world.items) {
        let currency = if i % 3 == 2 { Currency::USD } else { Currency::EUR };
        let money = |text: &str| Money::parse(text, currency).unwrap();
        let owner = customer((of % world.customers.len()) as u128);
        let item = OpenItem::new(OpenItemKind::Delivery, owner, day(on), money(amount), set.context().at);
        let data = OpenItem { due_day: day(due), open: money(open), ..item };
        set.insert(&Stored::new(OpenItemId(Uuid::from_u128(0x4000 + i)), data));
    }
    set
}

/// Memberships and values of the host; of two that cannot stand beside each other the first counts.
fn fill_parts(world: &World, set: &mut ChangeSet) {
    let mut seen = std::collections::BTreeSet::new();
    for (i, (of, in_group)) in (0..).zip(&world.members) {
        let of = of % world.customers.len();
        if seen.insert((of, *in_group)) {
            let id = CustomerGroupMemberId(Uuid::from_u128(0x5000 + i));
            set.insert(&Stored::new(id, CustomerGroupMember::new(customer(of as u128), group(*in_group))));
        }
    }
    (0..CUSTOM.len()).for_each(|n| set.insert(&custom_field(n)));
    let mut seen = std::collections::BTreeSet::new();
    for (i, (of, field, text, number)) in (0..).zip(&world.custom) {
        let of = of % world.customers.len();
        if !seen.insert((of, *field)) {
            continue;
        }
        let data = CustomValue {
            field_id: custom_field(*field).id,
            record_id: customer(of as u128).0,
            customer_id: Some(customer(of as u128)),
            text_value: Some(text.clone()).filter(|_| *field == 0),
            integer_value: Some(*number).filter(|_| *field == 1),
            decimal_value: None,
            day_value: None,
            boolean_value: None,
            choice_id: None,
            unique_key: None,
        };
        set.insert(&Stored::new(CustomValueId(Uuid::from_u128(0x7000 + i)), data));
    }
}

/// A test of a field of the host.
fn custom_filter() -> BoxedStrategy<Filter> {
    let ops = || select(&[Op::Eq, Op::Ne, Op::Lt, Op::Le, Op::Gt, Op::Ge][..]);
    let on = |number: usize, test: Test| Filter::Custom(CUSTOM[number].0.to_owned(), test);
    let number = || select(&[0, -1, 7, i64::MAX, i64::MIN][..]).prop_map(Value::Int);
    proptest::strategy::Union::new([
        (ops(), text()).prop_map(move |(op, t)| on(0, Test::Compare(op, Value::Text(t)))).boxed(),
        (ops(), number()).prop_map(move |(op, v)| on(1, Test::Compare(op, v))).boxed(),
        vec(number(), 0..3).prop_map(move |v| on(1, Test::In(v))).boxed(),
        (number(), number()).prop_map(move |(a, b)| on(1, Test::Between(a, b))).boxed(),
        (0..CUSTOM.len()).prop_map(move |n| on(n, Test::IsEmpty)).boxed(),
        text().prop_map(move |t| on(0, Test::Contains(t))).boxed(),
        text().prop_map(move |t| on(0, Test::StartsWith(t))).boxed(),
    ])
    .boxed()
}

/// A value that a field can hold: of texts with few values, such as kinds and currencies, one of these.
fn held(field: &'static FieldDecl) -> BoxedStrategy<Value> {
    let few = ["organisation", "person", "delivery", "payment", "stocked", "service", "EUR", "USD", "none", "lot"];
    let texts: Vec<&str> = TEXTS.iter().copied().chain(few).filter(|text| (field.fits)(&json!(text)).is_ok()).collect();
    match field.ty {
        ValueType::Text if !texts.is_empty() => select(texts).prop_map(|text| Value::Text(text.to_owned())).boxed(),
        ty => value(ty),
    }
}

fn value(ty: ValueType) -> BoxedStrategy<Value> {
    let decimal = |text: &str| Value::Decimal(text.parse().unwrap());
    match ty {
        ValueType::Bool => any::<bool>().prop_map(Value::Bool).boxed(),
        ValueType::Int => select(&[0, -1, 7, i64::MAX, i64::MIN][..]).prop_map(Value::Int).boxed(),
        ValueType::Text => select(TEXTS).prop_map(|t| Value::Text(t.to_owned())).boxed(),
        ValueType::Id => (select(&[0x1000_u128, 0x2000, 0][..]), 0..9_u128).prop_map(|(a, b)| Value::Id(Uuid::from_u128(a + b))).boxed(),
        ValueType::Day => select(DAYS).prop_map(|t| Value::Day(day(t))).boxed(),
        ValueType::Money => select(MONEYS).prop_map(decimal).boxed(),
        _ => select(PRICES).prop_map(decimal).boxed(),
    }
}

fn field_filter(decl: &'static EntityDecl) -> BoxedStrategy<Filter> {
    let fields: Vec<&'static FieldDecl> = decl.fields.iter().filter(|f| f.ty != ValueType::Json && f.ty != ValueType::Instant).collect();
    let stored = select(fields)
        .prop_flat_map(|field| {
            let test = |test: Test| Filter::Field(field.name.to_owned(), test);
            let ops = select(&[Op::Eq, Op::Ne, Op::Lt, Op::Le, Op::Gt, Op::Ge][..]);
            let mut any = vec![
                (ops, held(field)).prop_map(move |(op, v)| test(Test::Compare(op, v))).boxed(),
                vec(held(field), 0..4).prop_map(move |v| test(Test::In(v))).boxed(),
                (held(field), held(field)).prop_map(move |(a, b)| test(Test::Between(a, b))).boxed(),
                Just(test(Test::IsEmpty)).boxed(),
            ];
            if field.is_searchable {
                any.push(text().prop_map(move |t| test(Test::Contains(t))).boxed());
                any.push(text().prop_map(move |t| test(Test::StartsWith(t))).boxed());
            }
            if field.target().is_some_and(|target| target.name == "customer_group") {
                any.push((0..GROUPS + 1).prop_map(move |g| test(Test::Within(group(g).0))).boxed());
            }
            proptest::strategy::Union::new(any)
        })
        .boxed();
    if decl.derived.is_empty() {
        return stored;
    }
    let derived = select(decl.derived.iter().collect::<Vec<_>>()).prop_flat_map(|derived| {
        let test = |test: Test| Filter::Field(derived.name.to_owned(), test);
        let ops = select(&[Op::Eq, Op::Ne, Op::Lt, Op::Le, Op::Gt, Op::Ge][..]);
        proptest::strategy::Union::new([
            (ops, value(derived.ty)).prop_map(move |(op, v)| test(Test::Compare(op, v))).boxed(),
            vec(value(derived.ty), 0..4).prop_map(move |v| test(Test::In(v))).boxed(),
            (value(derived.ty), value(derived.ty)).prop_map(move |(a, b)| test(Test::Between(a, b))).boxed(),
            Just(test(Test::IsEmpty)).boxed(),
        ])
    });
    proptest::strategy::Union::new([stored, derived.boxed()]).boxed()
}

fn filter(decl: &'static EntityDecl, depth: u32) -> BoxedStrategy<Filter> {
    if depth == 0 {
        return field_filter(decl);
    }
    let inner = || filter(decl, depth - 1);
    let relations: Vec<(&'static str, &'static EntityDecl)> = ["customer", "open_item", "customer_group", "customer_group_member", "group", "owner"]
        .into_iter()
        .filter_map(|n| Some((n, catalogue::relation(decl, n)?.target)))
        .collect();
    let mut any = vec![
        field_filter(decl),
        Just(Filter::All).boxed(),
        vec(inner(), 0..3).prop_map(Filter::And).boxed(),
        vec(inner(), 0..3).prop_map(Filter::Or).boxed(),
        inner().prop_map(Filter::negate).boxed(),
    ];
    if decl.name == "customer" {
        any.push(custom_filter());
    }
    if !relations.is_empty() {
        any.push(select(relations).prop_flat_map(move |(name, target)| filter(target, depth - 1).prop_map(move |f| Filter::exists(name, f))).boxed());
    }
    proptest::strategy::Union::new(any).boxed()
}

fn sort(decl: &'static EntityDecl) -> BoxedStrategy<Vec<String>> {
    let stored = decl.fields.iter().filter(|f| f.ty != ValueType::Json).map(|f| f.name);
    let names: Vec<&'static str> = stored.chain(decl.derived.iter().flat_map(|derived| [derived.name; 3])).collect();
    vec((select(names), any::<bool>()).prop_map(|(name, down)| format!("{}{name}", if down { "-" } else { "" })), 0..3).boxed()
}

async fn pages<E: Entity>(storage: &dyn Storage, permit: &Permit, filter: &Filter, sort: &[String], size: u32) -> Result<Vec<Vec<Stored<E>>>> {
    let sort: Vec<&str> = sort.iter().map(String::as_str).collect();
    let mut work = storage.begin(company(1), Mode::Read).await?;
    let mut pages = Vec::new();
    let mut from: Option<Cursor> = None;
    loop {
        let mut list = Select::of(E::decl(), permit).filter(filter)?.sort(&sort)?.limit(size)?;
        if let Some(cursor) = &from {
            list = list.after(cursor)?;
        }
        let mut reads = Reads::new();
        let ask = reads.page(list);
        let page = Answers::new(work.read(&LockKeys::none(), reads.queries()).await?).page(&ask)?;
        pages.push(page.items.into_iter().map(Stored::from_record).collect::<Result<_>>()?);
        from = page.next;
        if from.is_none() {
            return Ok(pages);
        }
    }
}

fn permits() -> Vec<Permit> {
    let fields = || CustomFields::new((0..CUSTOM.len()).map(custom_field).collect());
    let scoped = |reach, groups: &[CustomerGroupId]| {
        all_rights(reach, groups).with_custom_fields(fields()).with_books(Currency::EUR).permit_on(day("2010-02-20"), Right::CustomersRead).unwrap()
    };
    vec![scoped(ScopeLevel::All, &[]), scoped(ScopeLevel::Own, &[]), scoped(ScopeLevel::Groups, &[group(0), group(4)])]
}

async fn same_lists<E: Entity>(engine: &dyn Storage, memory: &MemoryStorage, filter: &Filter, sort: &[String], size: u32) {
    for permit in permits() {
        let expected = pages::<E>(memory, &permit, filter, sort, size).await;
        let found = pages::<E>(engine, &permit, filter, sort, size).await;
        match (expected, found) {
            (Ok(expected), Ok(found)) => assert_eq!(found, expected, "{filter:?} {sort:?}"),
            (Err(expected), Err(found)) => assert_eq!(found.code(), expected.code()),
            (expected, found) => panic!("{expected:?} {found:?}"),
        }
    }
}

fn grouped<E: Entity>(permit: &Permit, filter: &Filter, groups: &[&str], sums: &[&str]) -> Result<Report<E>> {
    let mut report = Report::<E>::new(permit).filter(filter)?;
    for group in groups {
        report = match group.split_once(':') {
            Some(("month", field)) => report.by_month(field)?,
            Some(("band", field)) => report.by_band(field, [day("2011-01-01"), day("2010-02-01"), day("2010-01-31")].to_vec())?,
            Some(("bands", field)) => report.by_band(field, (1..20).map(|d| day("2010-02-20") - chrono::Days::new(d)).collect())?,
            _ => report.by(group)?,
        };
    }
    sums.iter().try_fold(report, |report, sum| report.sum(sum))
}

async fn same_reports<E: Entity>(engine: &dyn Storage, memory: &MemoryStorage, filter: &Filter, groups: &[&'static str], sums: &[&'static str]) {
    for permit in permits() {
        let Ok(plan) = grouped::<E>(&permit, filter, groups, sums) else { return };
        let expected: Result<Vec<Record>> = report(memory, &plan).await;
        let found = report(engine, &plan).await;
        assert_eq!(found.unwrap(), expected.unwrap(), "{filter:?} {groups:?} {sums:?}");
    }
}

/// A filter, an order, and groups and sums for one entity.
fn question(decl: &'static EntityDecl, groups: &'static [&'static str], sums: &'static [&'static str]) -> impl Strategy<Value = Question> {
    let groups = proptest::sample::subsequence(groups, 0..=2);
    let sums = proptest::sample::subsequence(sums, 0..=sums.len());
    (filter(decl, 3), sort(decl), 1..6_u32, groups, sums)
}

type Question = (Filter, Vec<String>, u32, Vec<&'static str>, Vec<&'static str>);

fn runs<E: Entity, M: Future<Output = Harness>>(make: fn() -> M, cases: u32, groups: &'static [&'static str], sums: &'static [&'static str]) {
    let runtime = Runtime::new().unwrap();
    let mut runner = TestRunner::new(ProptestConfig { cases, failure_persistence: None, max_shrink_iters: 200, ..ProptestConfig::default() });
    let strategy = (world(), vec(question(E::decl(), groups, sums), 12));
    let result = runner.run(&strategy, |(world, questions)| {
        runtime.block_on(async {
            let (harness, memory) = (make().await, MemoryStorage::new());
            let engine = harness.storage.as_ref();
            let set = fill(&world);
            write(engine, &set).await.unwrap();
            write(&memory, &set).await.unwrap();
            for (filter, sort, size, groups, sums) in &questions {
                same_lists::<E>(engine, &memory, filter, sort, *size).await;
                same_reports::<E>(engine, &memory, filter, groups, sums).await;
            }
        });
        Ok(())
    });
    result.unwrap();
}

/// The comparisons, on one engine.
macro_rules! differs_nowhere {
    ($engine:ident) => {
        mod $engine {
            use super::*;
            use crm_tests::harness::$engine as make;

            #[test]
            fn customers() {
                runs::<Customer, _>(
                    make,
                    25,
                    &["group_id", "country", "owner_id", "is_active", "group.parent_id", "owner.name", "payment_days"],
                    &["payment_days"],
                );
            }

            #[test]
            fn open_items() {
                runs::<OpenItem, _>(
                    make,
                    25,
                    &["customer_id", "month:day", "band:due_day", "bands:due_day", "customer.group_id", "customer.name", "kind", "amount"],
                    &["amount", "open"],
                );
            }

            #[test]
            fn products() {
                runs::<Product, _>(make, 12, &["list_price", "is_active", "currency", "unit"], &[]);
            }

            #[test]
            fn groups() {
                runs::<CustomerGroup, _>(make, 12, &["parent_id", "group.code"], &[]);
            }

            #[test]
            fn feed_and_audit_are_the_same_rows() {
                Runtime::new().unwrap().block_on(async { same_journals(make().await.storage.as_ref()).await });
            }
        }
    };
}

differs_nowhere!(sqlite);
differs_nowhere!(postgres);

async fn same_journals(engine: &dyn Storage) {
    let memory = MemoryStorage::new();
    let mut set = changes(3);
    let first = Stored::new(set.new_id::<CustomerId>(), Customer::new("A", "Ä"));
    set.insert(&first);
    set.insert(&Stored::new(set.new_id::<CustomerId>(), Customer::new("B", "B")));
    set.update(&first, Customer { name: "C".into(), ..first.data.clone() });
    let mut gone = changes(4);
    gone.delete(&Stored { version: 2, data: Customer { name: "C".into(), ..first.data.clone() }, ..first.clone() }).unwrap();
    for storage in [engine, &memory] {
        write(storage, &set).await.unwrap();
        write(storage, &gone).await.unwrap();
    }
    async fn both<E: Entity>(engine: &dyn Storage, memory: &MemoryStorage) {
        let query = [Query::Select(Select::<E>::new(&permits()[0]).plan())];
        let mut rows = Vec::new();
        for storage in [engine, memory] {
            rows.push(storage.begin(company(1), Mode::Read).await.unwrap().read(&LockKeys::none(), &query).await.unwrap());
        }
        assert!(!rows[0][0].is_empty());
        assert_eq!(rows[0], rows[1]);
    }
    both::<crm_core::audit::AuditEntry>(engine, &memory).await;
    both::<crm_core::feed::FeedEntry>(engine, &memory).await;
    both::<crm_core::storage::NumberSeries>(engine, &memory).await;
}
