//! The contract of an adapter: each line under `# Behavior` of `Storage` and `UnitOfWork`, one case or more.
#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic, reason = "a suite of tests: a failed expectation is a panic")]

use crate::harness::{Harness, Shop, day, eur, id_value, price, quantity};
use crm_core::{
    Code,
    access::Operator,
    audit::{Action, AuditEntry},
    customers::{Customer, CustomerGroup},
    entity::{Entity, Masked, NaturalKey, Numbering, Record, Stored, Value},
    ids::{AllocationId, AuditId, CustomerId, OpenItemId, ProductId, SalesDocumentId, TaxRateId, TypedId},
    num::{Currency, MAX_MONEY, Money, Quantity, Rate},
    products::Product,
    query::{Cursor, Filter, Op, Query, Report, Select, Test},
    receivables::{OpenItem, OpenItemKind},
    sales::SalesDocument,
    stock::{StockBalance, StockPool},
    storage::{ChangeSet, LockKeys, Mode, NumberSeries, UnitOfWork},
    tax::TaxRate,
};
use serde_json::json;
use std::time::Duration;

/// Long enough for another task to get where it is going, if nothing holds it up.
const A_WHILE: Duration = Duration::from_millis(150);

type Work<'s> = Box<dyn UnitOfWork + 's>;

async fn begin(shop: &Shop, mode: Mode) -> Work<'_> {
    shop.harness.storage.begin(shop.company, mode).await.unwrap()
}

async fn rows(work: &mut Work<'_>, query: Query) -> Vec<Record> {
    work.read(&LockKeys::none(), &[query]).await.unwrap().remove(0)
}

fn all<E: Entity>(shop: &Shop) -> Query {
    Query::Select(Select::<E>::new(&shop.permit()).plan())
}

fn of<E: Entity>(shop: &Shop, filter: &Filter) -> Query {
    Query::Select(Select::<E>::new(&shop.permit()).filter(filter).unwrap().plan())
}

async fn count<E: Entity>(shop: &Shop) -> usize {
    let mut work = begin(shop, Mode::Read).await;
    let found = rows(&mut work, all::<E>(shop)).await.len();
    work.commit().await.unwrap();
    found
}

/// A change set with a new customer.
fn customer(shop: &Shop, code: &str) -> (Stored<Customer>, ChangeSet) {
    let mut changes = shop.changes();
    let customer = Stored::new(changes.new_id(), Customer::new(code, code));
    changes.insert(&customer);
    (customer, changes)
}

async fn write(shop: &Shop, changes: &ChangeSet) {
    begin(shop, Mode::Write).await.write_and_commit(changes).await.unwrap();
}

async fn write_code(shop: &Shop, changes: &ChangeSet) -> Code {
    begin(shop, Mode::Write).await.write_and_commit(changes).await.unwrap_err().code()
}

/// `begin` gives a unit of work of one company; it sees and changes rows of that company only.
pub async fn companies_are_isolated(harness: Harness) {
    let (one, two) = (harness.shop().await, harness.shop().await);
    assert_ne!(one.company, two.company);
    let (before, (mine, changes)) = (two.dump().await, customer(&one, "X"));
    write(&one, &changes).await;
    assert_eq!(before, two.dump().await);
    let mut work = begin(&two, Mode::Write).await;
    let wanted = of::<Customer>(&two, &Filter::Field("id".into(), Test::In(vec![id_value(mine.id)])));
    assert!(rows(&mut work, wanted).await.is_empty());
    let mut steal = two.changes();
    steal.update(&mine, Customer { name: "Stolen".into(), ..mine.data.clone() });
    assert_eq!(work.write(&steal).await.unwrap_err().code(), Code::VersionConflict);
    work.rollback().await.unwrap();
    assert_eq!(one.session.customers().get(mine.id).await.unwrap().name, "X");
    assert_eq!(two.session.customers().find(mine.id).await.unwrap(), None);
}

/// Units of work of different tasks do not see each other's changes before they commit.
pub async fn nothing_of_others_is_seen_before_they_commit(harness: Harness) {
    let shop = harness.shop().await;
    let (_, changes) = customer(&shop, "X");
    let mut work = begin(&shop, Mode::Write).await;
    work.write(&changes).await.unwrap();
    let other = shop.clone();
    let reader = tokio::spawn(async move { count::<Customer>(&other).await });
    tokio::time::sleep(A_WHILE).await;
    let looked_before = reader.is_finished();
    work.commit().await.unwrap();
    let seen = reader.await.unwrap();
    assert!(!looked_before || seen == 2, "an uncommitted row was seen");
    assert_eq!(count::<Customer>(&shop).await, 3);
}

/// Dropping a unit of work leaves nothing of it.
pub async fn dropping_leaves_nothing(harness: Harness) {
    let shop = harness.shop().await;
    let before = shop.dump().await;
    let (_, changes) = customer(&shop, "X");
    let mut work = begin(&shop, Mode::Write).await;
    work.write(&changes).await.unwrap();
    drop(work);
    assert_eq!(before, shop.dump().await);
    write(&shop, &customer(&shop, "X").1).await;
}

/// Rolling back leaves nothing of it: no insert, no update, no number.
pub async fn rolling_back_leaves_nothing(harness: Harness) {
    let shop = harness.shop().await;
    let stored = shop.session.customers().get(shop.customer).await.unwrap();
    let before = shop.dump().await;
    let (_, mut changes) = customer(&shop, "X");
    changes.update(&stored, Customer { name: "Other".into(), ..stored.data.clone() });
    changes.next_number("test", Numbering::Sequence);
    let mut work = begin(&shop, Mode::Write).await;
    work.write(&changes).await.unwrap();
    work.rollback().await.unwrap();
    assert_eq!(before, shop.dump().await);
}

/// Locked rows are changed by no other unit of work until this one ends.
pub async fn locked_rows_are_changed_by_nobody_else(harness: Harness) {
    let shop = harness.shop().await;
    let stored = shop.session.customers().get(shop.customer).await.unwrap();
    let mut work = begin(&shop, Mode::Write).await;
    let locks = LockKeys::none().and::<Customer, _>([shop.customer]);
    work.read(&locks, &[]).await.unwrap();
    let (other, changed) = (shop.clone(), Stored { data: Customer { name: "Theirs".into(), ..stored.data.clone() }, ..stored.clone() });
    let writer = tokio::spawn(async move { other.session.customers().update(&changed).await });
    tokio::time::sleep(A_WHILE).await;
    let mine = of::<Customer>(&shop, &Customer::name().eq("Theirs"));
    assert!(rows(&mut work, mine).await.is_empty(), "a locked row was changed");
    work.commit().await.unwrap();
    let theirs = writer.await.unwrap().unwrap();
    assert_eq!(shop.session.customers().get(shop.customer).await.unwrap(), theirs);
}

/// `read` locks first and reads in later statements: it sees everything committed before it got the locks.
pub async fn a_read_sees_what_was_committed_before_it_got_its_locks(harness: Harness) {
    let shop = harness.shop().await;
    let stored = shop.session.customers().get(shop.customer).await.unwrap();
    let locks = LockKeys::none().and::<Customer, _>([shop.customer]);
    let mut work = begin(&shop, Mode::Write).await;
    work.read(&locks, &[]).await.unwrap();
    let (other, wanted) = (shop.clone(), locks.clone());
    let second = tokio::spawn(async move {
        let mut work = begin(&other, Mode::Write).await;
        let found = work.read(&wanted, &[of::<Customer>(&other, &Customer::name().eq("First"))]).await.unwrap().remove(0);
        work.rollback().await.unwrap();
        found.len()
    });
    tokio::time::sleep(A_WHILE).await;
    let mut changes = shop.changes();
    changes.update(&stored, Customer { name: "First".into(), ..stored.data.clone() });
    work.write_and_commit(&changes).await.unwrap();
    assert_eq!(second.await.unwrap(), 1, "a read behind a lock saw an older state");
}

/// A key without a row locks nothing, and is no error.
pub async fn a_key_without_a_row_locks_nothing(harness: Harness) {
    let shop = harness.shop().await;
    let nobody: CustomerId = shop.changes().new_id();
    let nothing: ProductId = shop.changes().new_id();
    let locks = LockKeys::none().and::<StockPool, _>([nothing]).and::<Customer, _>([nobody, shop.customer]);
    let mut work = begin(&shop, Mode::Write).await;
    let found = work.read(&locks, &[all::<Customer>(&shop)]).await.unwrap();
    assert_eq!(found[0].len(), 2);
    work.rollback().await.unwrap();
}

/// Answers come in the order of the queries.
pub async fn answers_come_in_the_order_of_the_queries(harness: Harness) {
    let shop = harness.shop().await;
    let report = Query::Report(Report::<Product>::new(&shop.permit()).plan());
    let queries = [all::<Product>(&shop), report, all::<TaxRate>(&shop), all::<OpenItem>(&shop), all::<Customer>(&shop)];
    let mut work = begin(&shop, Mode::Read).await;
    let answers = work.read(&LockKeys::none(), &queries).await.unwrap();
    assert_eq!(answers.iter().map(Vec::len).collect::<Vec<_>>(), [3, 1, 2, 0, 2]);
    assert_eq!(answers[1], [[Value::Int(3)]]);
    assert!(work.read(&LockKeys::none(), &[]).await.unwrap().is_empty());
    work.commit().await.unwrap();
}

/// Own writes are seen by own later reads.
pub async fn own_writes_are_seen_by_own_later_reads(harness: Harness) {
    let shop = harness.shop().await;
    let (mine, changes) = customer(&shop, "X");
    let mut work = begin(&shop, Mode::Write).await;
    work.write(&changes).await.unwrap();
    let wanted = of::<Customer>(&shop, &Customer::code().eq("X"));
    assert_eq!(rows(&mut work, wanted.clone()).await, [mine.to_record()]);
    let mut changes = shop.changes();
    changes.update(&mine, Customer { name: "Second".into(), ..mine.data.clone() });
    work.write(&changes).await.unwrap();
    let seen = Stored::<Customer>::from_record(rows(&mut work, wanted).await.remove(0)).unwrap();
    assert_eq!((seen.version, seen.name.as_str()), (2, "Second"));
    work.rollback().await.unwrap();
}

async fn countries(shop: &Shop, values: &[Option<&str>]) {
    let mut changes = shop.changes();
    for (n, country) in values.iter().enumerate() {
        let country = country.map(str::to_owned);
        let id: CustomerId = changes.new_id();
        changes.insert(&Stored::new(id, Customer { country, payment_days: 99, ..Customer::new(format!("K{n}"), "K") }));
    }
    write(shop, &changes).await;
}

async fn sorted(shop: &Shop, sort: &[&str]) -> Vec<Option<String>> {
    let filter = Customer::payment_days().eq(99);
    let found = shop.session.customers().list().filter(&filter).unwrap().sort(sort).fetch().await.unwrap();
    found.into_iter().map(|c| c.data.country).collect()
}

/// Rows come in the order asked for: nothing first when ascending, last when descending.
pub async fn nothing_sorts_first_and_last_when_turned_round(harness: Harness) {
    let shop = harness.shop().await;
    countries(&shop, &[Some("b"), None, Some("a"), Some("")]).await;
    let expected = [None, Some(String::new()), Some("a".into()), Some("b".into())];
    assert_eq!(sorted(&shop, &["country"]).await, expected);
    let turned: Vec<_> = expected.into_iter().rev().collect();
    assert_eq!(sorted(&shop, &["-country"]).await, turned);
}

/// Text is compared byte by byte, whatever the machine's language.
pub async fn text_sorts_by_its_bytes(harness: Harness) {
    let shop = harness.shop().await;
    countries(&shop, &[Some("é"), Some("a"), Some("Z"), Some("\u{1F600}"), Some("\u{FF5E}"), Some("a b"), Some("ab"), Some("_")]).await;
    let expected = ["Z", "_", "a", "a b", "ab", "é", "\u{FF5E}", "\u{1F600}"].map(|t| Some(t.to_owned()));
    assert_eq!(sorted(&shop, &["country"]).await, expected);
    let upper = Customer::payment_days().eq(99).and(Customer::country().gt(Some("a".to_owned())));
    assert_eq!(shop.session.customers().count(&upper).await.unwrap(), 5);
    assert_eq!(shop.session.customers().count(&Customer::country().eq(Some("A".to_owned()))).await.unwrap(), 0);
}

/// Several sort keys, some turned round; the row's own key comes last, so that the order is total.
pub async fn several_sort_keys_end_with_the_row_itself(harness: Harness) {
    let shop = harness.shop().await;
    countries(&shop, &[Some("b"), Some("a"), Some("b"), Some("a")]).await;
    let list = shop.session.customers().list().filter(&Customer::payment_days().eq(99)).unwrap();
    let found = list.sort(&["-country", "payment_days"]).fetch().await.unwrap();
    assert_eq!(found.iter().map(|c| c.code.as_str()).collect::<Vec<_>>(), ["K0", "K2", "K1", "K3"]);
}

/// A page begins behind the cursor, whatever the order and wherever nothing stands in it.
pub async fn pages_follow_each_other_without_gaps_or_doubles(harness: Harness) {
    let shop = harness.shop().await;
    countries(&shop, &[Some("b"), None, Some("a"), None, Some("b"), Some("c"), None, Some("a")]).await;
    for sort in [vec!["country"], vec!["-country"], vec!["country", "-code"], vec!["-country", "code"], vec![]] {
        let whole: Vec<_> = shop.session.customers().list().sort(&sort).fetch().await.unwrap().iter().map(|c| c.id).collect();
        for limit in [1, 3, 10] {
            let (mut paged, mut after): (Vec<CustomerId>, Option<Cursor>) = (Vec::new(), None);
            loop {
                let mut list = shop.session.customers().list().sort(&sort).limit(limit);
                if let Some(cursor) = &after {
                    list = list.after(cursor);
                }
                let page = list.page().await.unwrap();
                assert!(page.items.len() <= limit as usize);
                paged.extend(page.items.iter().map(|c| c.id));
                after = page.next;
                if after.is_none() {
                    break;
                }
            }
            assert_eq!(paged, whole, "sorted by {sort:?}, {limit} a page");
        }
    }
}

async fn back_as_it_was<E: Entity>(shop: &Shop, stored: Stored<E>) {
    let mut changes = shop.changes();
    changes.insert(&stored);
    write(shop, &changes).await;
    let mut work = begin(shop, Mode::Read).await;
    let found = rows(&mut work, all::<E>(shop)).await;
    work.commit().await.unwrap();
    assert!(found.contains(&stored.to_record()), "{stored:?} did not come back");
    let back = found.into_iter().map(|row| Stored::<E>::from_record(row).unwrap()).find(|row| *row == stored);
    assert_eq!(back, Some(stored));
}

/// Text, ids, days, moments, numbers, flags, JSON and nothing come back as they were.
pub async fn every_kind_of_value_comes_back_as_it_was(harness: Harness) {
    let shop = harness.shop().await;
    let id = || shop.harness.ids.clone();
    let next = || crm_core::ids::IdSource::next_id(id().as_ref());
    let odd = "'; DROP TABLE crm_customer; -- \" \\ % _ \n\t ?1 北京 \u{1F600}\u{0301}";
    back_as_it_was(&shop, Stored::new(CustomerId(next()), Customer { country: Some(odd.into()), is_active: false, ..Customer::new(odd, odd) })).await;
    back_as_it_was(&shop, Stored::new(crm_core::ids::OperatorId(next()), Operator::with("o", "O", &["a", "b\"'"], &[]))).await;
    let rate = TaxRate::new("T", "T", Rate::parse("-0.0001").unwrap(), day("0001-01-01"));
    back_as_it_was(&shop, Stored::new(TaxRateId(next()), rate)).await;
    back_as_it_was(&shop, Stored::new(TaxRateId(next()), TaxRate::new("T", "T", Rate::ZERO, day("9999-12-31")))).await;
    let product = Product { list_price: Some(price("0.000001")), ..Product::service("X", "X", Currency::EUR) };
    back_as_it_was(&shop, Stored::new(ProductId(next()), product)).await;
    let entry = AuditEntry {
        at: "2026-02-28T23:59:59.999999Z".parse().unwrap(),
        operator_id: shop.admin,
        on_behalf_of: None,
        request_id: Some("r".into()),
        operation: "test".into(),
        entity: "customer".into(),
        record_id: shop.customer.uuid(),
        customer_id: Some(shop.customer),
        action: Action::Update,
        before: Masked::Shown(json!({"deep": [1, "2", null, {"b": true, "a": 1.5}], "": "é"})),
        after: Masked::Shown(json!([])),
    };
    back_as_it_was(&shop, Stored::new(AuditId(next()), entry)).await;
    back_as_it_was(&shop, Stored::new(NaturalKey, NumberSeries { series: "s".into(), next: i64::MAX })).await;
}

/// The bounds of money, quantities and prices come back as they were.
pub async fn the_largest_numbers_come_back_as_they_were(harness: Harness) {
    let shop = harness.shop().await;
    let id = || crm_core::ids::IdSource::next_id(shop.harness.ids.as_ref());
    let large = Money::new(MAX_MONEY, Currency::EUR).unwrap();
    for amount in [large, large.negated(), eur("0.0001"), eur("-0.0001"), eur("0")] {
        back_as_it_was(&shop, Stored::new(OpenItemId(id()), item(&shop, amount, "2026-01-01"))).await;
    }
    let pool = StockPool {
        product_id: shop.product,
        currency: Currency::EUR,
        quantity: quantity("999999999999.999999"),
        value: Masked::Shown(large),
        reference_cost: Some(price("999999999999.999999")),
        last_day: None,
        movements: i64::MAX,
    };
    back_as_it_was(&shop, Stored::new(NaturalKey, pool)).await;
}

fn item(shop: &Shop, amount: Money, due: &str) -> OpenItem {
    OpenItem::new(OpenItemKind::Payment, shop.customer, day(due), amount, shop.changes().context().at)
}

/// The audit of a new record says JSON null before, which is not the same as a hidden field.
pub async fn json_null_is_not_nothing(harness: Harness) {
    let shop = harness.shop().await;
    let created = AuditEntry::entity().eq("customer").and(AuditEntry::action().eq(Action::Create));
    let entries = shop.session.audit().list().filter(&created).unwrap().fetch().await.unwrap();
    assert_eq!(entries.len(), 2);
    assert!(entries.iter().all(|e| e.before == Masked::Shown(json!(null)) && e.after != Masked::Hidden), "{entries:?}");
}

fn text(text: &str) -> Value {
    Value::Text(text.into())
}

fn number(text: &str) -> Value {
    Value::Decimal(text.parse().unwrap())
}

/// A report's rows hold its groups, the count, the sums, in the order of the groups, nothing first.
pub async fn reports_count_and_sum_by_groups(harness: Harness) {
    let shop = harness.shop().await;
    countries(&shop, &[Some("b"), None, Some("a"), None, Some("b")]).await;
    let filter = Customer::payment_days().eq(99);
    let rows = shop.session.report::<Customer>(|r| r.filter(&filter)?.by("country")?.by("is_active")?.sum("payment_days")).await.unwrap();
    let row = |country, count, sum| vec![country, Value::Bool(true), Value::Int(count), Value::Int(sum)];
    assert_eq!(rows, [row(Value::Null, 2, 198), row(text("a"), 1, 99), row(text("b"), 2, 198)]);
}

/// The sum of no rows is zero; with groups there is no row at all.
pub async fn a_report_of_no_rows_is_zero(harness: Harness) {
    let shop = harness.shop().await;
    let rows = shop.session.report::<SalesDocument>(|r| r.sum("net")?.sum("sequence")).await.unwrap();
    assert_eq!(rows, [[Value::Int(0), number("0"), Value::Int(0)]]);
    let rows = shop.session.report::<SalesDocument>(|r| r.by("currency")?.sum("net")).await.unwrap();
    assert!(rows.is_empty());
}

async fn items(shop: &Shop, items: &[(&str, &str)]) {
    let mut changes = shop.changes();
    for (due, amount) in items {
        let id: OpenItemId = changes.new_id();
        changes.insert(&Stored::new(id, item(shop, eur(amount), due)));
    }
    write(shop, &changes).await;
}

/// Months are those of the calendar.
pub async fn reports_group_by_month(harness: Harness) {
    let shop = harness.shop().await;
    items(&shop, &[("2025-12-31", "1"), ("2026-01-01", "0.1"), ("2026-01-31", "0.2"), ("2026-02-01", "4"), ("0999-05-01", "8")]).await;
    let rows = shop.session.report::<OpenItem>(|r| r.by_month("due_day")?.sum("amount")).await.unwrap();
    let row = |month, count, sum| vec![text(month), Value::Int(count), number(sum)];
    assert_eq!(rows, [row("0999-05", 1, "8"), row("2025-12", 1, "1"), row("2026-01", 2, "0.3"), row("2026-02", 1, "4")]);
}

/// Bands are counted by the limits passed; a row without a day is in band 0.
pub async fn reports_group_by_bands(harness: Harness) {
    let shop = harness.shop().await;
    items(&shop, &[("2026-03-01", "1"), ("2026-02-28", "2"), ("2026-01-31", "4"), ("2026-01-30", "8"), ("2020-01-01", "16")]).await;
    let limits = vec![day("2026-03-01"), day("2026-01-31"), day("2026-01-30")];
    let rows = shop.session.report::<OpenItem>(|r| r.by_band("due_day", limits.clone())?.sum("amount")).await.unwrap();
    let row = |band, count, sum| vec![Value::Int(band), Value::Int(count), number(sum)];
    assert_eq!(rows, [row(0, 1, "1"), row(1, 2, "6"), row(2, 1, "8"), row(3, 1, "16")]);
    let rows = shop.session.report::<OpenItem>(|r| r.by_band("due_day", Vec::new())?.sum("amount")).await.unwrap();
    assert_eq!(rows, [row(0, 5, "31")]);
    let mut changes = shop.changes();
    changes.insert(&Stored::new(NaturalKey, StockPool { last_day: None, ..pool(&shop) }));
    write(&shop, &changes).await;
    let rows = shop.session.report::<StockPool>(|r| r.by_band("last_day", limits.clone())?.by_month("last_day")).await.unwrap();
    assert_eq!(rows, [[Value::Int(0), Value::Null, Value::Int(1)]]);
}

fn pool(shop: &Shop) -> StockPool {
    let value = Masked::Shown(eur("0"));
    let (product_id, currency) = (shop.product, Currency::EUR);
    StockPool { product_id, currency, quantity: Quantity::ZERO, value, reference_cost: None, last_day: Some(day("2026-01-01")), movements: 0 }
}

/// A group may be a field of the record that a field refers to; nothing, if it refers to none.
pub async fn reports_group_through_a_reference(harness: Harness) {
    let shop = harness.shop().await;
    let group = shop.group("G", None).await;
    shop.customer_of("A", Some(shop.admin), Some(group)).await;
    shop.customer_of("B", Some(shop.admin), None).await;
    let rows = shop.session.report::<Customer>(|r| r.by("owner.code")?.by("group.name")).await.unwrap();
    let row = |a, b, count| vec![a, b, Value::Int(count)];
    assert_eq!(rows, [row(Value::Null, Value::Null, 2), row(text("ana"), Value::Null, 1), row(text("ana"), text("G"), 1)]);
}

/// A sum that no 64 bits hold is exact, on either side of nothing, and of integers too.
pub async fn sums_beyond_64_bits_are_exact(harness: Harness) {
    let shop = harness.shop().await;
    let (large, small) = (MAX_MONEY.to_string(), "-0.0001");
    items(&shop, &[("2026-01-01", &large), ("2026-01-01", &large), ("2026-01-02", &large), ("2026-01-02", small)]).await;
    let negative = format!("-{large}");
    items(&shop, &[("2026-02-01", &negative), ("2026-02-01", &negative), ("2026-02-01", small)]).await;
    let rows = shop.session.report::<OpenItem>(|r| r.by("due_day")?.sum("amount")).await.unwrap();
    let row = |text: &str, count, sum| vec![Value::Day(day(text)), Value::Int(count), number(sum)];
    let expected =
        [row("2026-01-01", 2, "1844674407370955.1614"), row("2026-01-02", 2, "922337203685477.5806"), row("2026-02-01", 3, "-1844674407370955.1615")];
    assert_eq!(rows, expected);
    assert_eq!(shop.session.report::<OpenItem>(|r| r.sum("amount")).await.unwrap(), [[Value::Int(7), number("922337203685477.5805")]]);
    let mut changes = shop.changes();
    for (code, payment_days) in [("I1", i64::MAX), ("I2", i64::MAX), ("I3", i64::MIN), ("I4", i64::MIN), ("I5", i64::MIN)] {
        changes.insert(&Stored::new(changes.new_id(), Customer { payment_days, ..Customer::new(code, code) }));
    }
    write(&shop, &changes).await;
    let sum = async |codes: [&'static str; 2]| {
        let of = Customer::code().is_in(codes);
        shop.session.report::<Customer>(|r| r.filter(&of)?.sum("payment_days")).await.unwrap().remove(0).remove(1)
    };
    assert_eq!(sum(["I1", "I2"]).await, number("18446744073709551614"));
    assert_eq!(sum(["I4", "I5"]).await, number("-18446744073709551616"));
    assert_eq!(sum(["I1", "I3"]).await, Value::Int(-1));
}

/// What no engine keeps is refused before it is written, and leaves nothing.
pub async fn numbers_beyond_what_is_kept_are_refused(harness: Harness) {
    let shop = harness.shop().await;
    let large = Money::new(MAX_MONEY, Currency::EUR).unwrap();
    let (two, many) = (large.plus(large).unwrap(), quantity("999999999999").plus(quantity("1")).unwrap());
    for (value, quantity) in [(two, Quantity::ZERO), (two.negated(), Quantity::ZERO), (eur("0"), many), (eur("0"), many.negated())] {
        let mut changes = shop.changes();
        changes.insert(&Stored::new(NaturalKey, StockPool { quantity, value: Masked::Shown(value), ..pool(&shop) }));
        assert_eq!(write_code(&shop, &changes).await, Code::NumberOutOfRange);
        assert_eq!(shop.session.stock_pools().count(&Filter::All).await.unwrap(), 0);
    }
}

/// An update whose version is not the stored one fails with `version.conflict`.
pub async fn an_older_version_is_refused(harness: Harness) {
    let shop = harness.shop().await;
    let stored = shop.session.customers().get(shop.customer).await.unwrap();
    let mut changes = shop.changes();
    changes.update(&stored, Customer { name: "First".into(), ..stored.data.clone() });
    write(&shop, &changes).await;
    for version in [0, 1, 3] {
        let mut changes = shop.changes();
        changes.update(&Stored { version, ..stored.clone() }, Customer { name: "Late".into(), ..stored.data.clone() });
        assert_eq!(write_code(&shop, &changes).await, Code::VersionConflict, "version {version}");
    }
    let now = shop.session.customers().get(shop.customer).await.unwrap();
    assert_eq!((now.version, now.name.as_str()), (2, "First"));
}

/// An update whose row is gone fails with `version.conflict`, also among others that are there.
pub async fn an_update_of_nothing_is_refused(harness: Harness) {
    let shop = harness.shop().await;
    let before = shop.dump().await;
    let stored = shop.session.customers().get(shop.customer).await.unwrap();
    let mut changes = shop.changes();
    let gone = Stored { id: CustomerId(changes.new_id()), ..stored.clone() };
    changes.update(&stored, Customer { name: "Here".into(), ..stored.data.clone() });
    changes.update(&gone, Customer { name: "Gone".into(), code: "gone".into(), ..stored.data.clone() });
    assert_eq!(write_code(&shop, &changes).await, Code::VersionConflict);
    assert_eq!(before, shop.dump().await);
}

/// New search keys go to the rows whose version was read, change nothing else of them, and leave no trace in audit and feed; with another version, or
/// of no row, they fail with `version.conflict`.
pub async fn new_search_keys_change_nothing_else(harness: Harness) {
    let shop = harness.shop().await;
    let decl = Customer::decl();
    let (version, key) = (decl.column("version").unwrap(), decl.column("name_key").unwrap());
    let rows = shop.dump().await.remove(decl.name).unwrap();
    let rekeyed = |change: &dyn Fn(&mut Record)| -> Vec<Record> {
        let each = rows.iter().cloned().map(|mut row| {
            row[key] = text("another");
            change(&mut row);
            row
        });
        each.collect()
    };
    let changes = |rows: Vec<Record>| {
        let mut changes = shop.changes();
        assert!(changes.is_empty());
        rows.into_iter().for_each(|row| changes.rekey(decl, row));
        assert!(!changes.is_empty());
        changes
    };
    let mut expected = shop.dump().await;
    for wrong in [rekeyed(&|row| row[version] = Value::Int(2)), rekeyed(&|row| row[0] = id_value(CustomerId(shop.admin.0)))] {
        assert_eq!(write_code(&shop, &changes(wrong)).await, Code::VersionConflict);
        assert_eq!(expected, shop.dump().await);
    }
    // Whatever else differs is not written.
    let name = decl.column("name").unwrap();
    write(&shop, &changes(rekeyed(&|row| row[name] = text("Other")))).await;
    expected.insert(decl.name, rekeyed(&|_| ()));
    assert_eq!(expected, shop.dump().await);
}

/// A delete takes the row that was read and leaves the others; the audit keeps what it was, and the feed says that it is gone.
pub async fn a_delete_takes_the_row_that_was_read(harness: Harness) {
    let shop = harness.shop().await;
    let stored = shop.session.customers().get(shop.other).await.unwrap();
    let mut changes = shop.changes();
    changes.delete(&stored).unwrap();
    write(&shop, &changes).await;
    assert_eq!(shop.session.customers().find(shop.other).await.unwrap(), None);
    assert_eq!(count::<Customer>(&shop).await, 1);
    let of_it = AuditEntry::record_id().eq(shop.other.0);
    let entry = shop.session.audit().list().filter(&of_it).unwrap().sort(&["-id"]).fetch().await.unwrap().remove(0);
    assert_eq!((entry.action, entry.after.clone()), (Action::Delete, Masked::Shown(json!(null))));
    assert_eq!(entry.before.clone().shown().unwrap()["name"], json!("Zocalo & Co"));
    let feed = shop.session.feed().list().sort(&["-position"]).limit(1).fetch().await.unwrap().remove(0);
    assert_eq!((feed.action, feed.record_id, feed.audit_id), (Action::Delete, shop.other.0, entry.id));
    write(&shop, &customer(&shop, "C2").1).await;
}

/// A delete with another version than the stored one, or of no row, fails with `version.conflict`, and nothing of it is done.
pub async fn a_delete_of_another_version_is_refused(harness: Harness) {
    let shop = harness.shop().await;
    let stored = shop.session.customers().get(shop.other).await.unwrap();
    let (gone, _) = customer(&shop, "gone");
    for wrong in [Stored { version: 0, ..stored.clone() }, Stored { version: 2, ..stored.clone() }, gone] {
        let before = shop.dump().await;
        let mut changes = shop.changes();
        changes.delete(&wrong).unwrap();
        assert_eq!(write_code(&shop, &changes).await, Code::VersionConflict, "{wrong:?}");
        assert_eq!(before, shop.dump().await);
    }
    let mut twice = shop.changes();
    twice.delete(&stored).unwrap();
    write(&shop, &twice).await;
    let mut twice = shop.changes();
    twice.delete(&stored).unwrap();
    assert_eq!(write_code(&shop, &twice).await, Code::VersionConflict);
}

/// What was issued or booked is never deleted.
pub async fn documents_and_ledgers_are_never_deleted(harness: Harness) {
    let shop = harness.shop().await;
    let posted = shop.session.sales().deliver(&shop.delivery_of(&[(shop.service, "1", "1")])).await.unwrap();
    let document = shop.session.sales_documents().get(posted.document_id).await.unwrap();
    let mut changes = shop.changes();
    assert_eq!(changes.delete(&document).unwrap_err().code(), Code::FieldInvalid);
    let entry = shop.session.audit().list().limit(1).fetch().await.unwrap().remove(0);
    assert_eq!(changes.delete(&entry).unwrap_err().code(), Code::FieldInvalid);
    assert!(changes.is_empty());
}

/// Deletes stand behind inserts and updates, children before parents, whatever the order they were asked for in; rolled back, nothing is gone.
pub async fn deletes_come_last_and_children_first(harness: Harness) {
    let shop = harness.shop().await;
    let top = shop.session.customer_groups().create(CustomerGroup::new("top", "top", None)).await.unwrap();
    let low = shop.session.customer_groups().create(CustomerGroup::new("low", "low", Some(top.id))).await.unwrap();
    let inside = shop.customer_of("IN", None, Some(low.id)).await;
    let moving = shop.customer_of("MOVING", None, Some(low.id)).await;
    let before = shop.dump().await;
    let mut changes = shop.changes();
    changes.delete(&top).unwrap();
    changes.delete(&low).unwrap();
    changes.delete(&inside).unwrap();
    changes.update(&moving, Customer { group_id: None, ..moving.data.clone() });
    let mut work = begin(&shop, Mode::Write).await;
    work.write(&changes).await.unwrap();
    assert_eq!(rows(&mut work, all::<CustomerGroup>(&shop)).await.len(), 0);
    work.rollback().await.unwrap();
    assert_eq!(before, shop.dump().await);
    write(&shop, &changes).await;
    assert_eq!((count::<CustomerGroup>(&shop).await, count::<Customer>(&shop).await), (0, 3));
}

/// A second row with the same key fails with `unique.taken`, naming the entity.
pub async fn a_second_row_with_the_same_key_is_refused(harness: Harness) {
    let shop = harness.shop().await;
    let balance = StockBalance { product_id: shop.product, warehouse_id: shop.warehouse, quantity: quantity("1") };
    let mut changes = shop.changes();
    changes.insert(&Stored::new(NaturalKey, balance.clone()));
    write(&shop, &changes).await;
    let error = begin(&shop, Mode::Write).await.write_and_commit(&changes).await.unwrap_err();
    assert_eq!((error.code(), error.context("entity")), (Code::UniqueTaken, Some("stock_balance")), "{error:?}");
    let mut changes = shop.changes();
    changes.insert(&Stored::new(NaturalKey, StockBalance { product_id: shop.second, ..balance }));
    write(&shop, &changes).await;
    let mut changes = shop.changes();
    changes.insert(&Stored::new(shop.customer, Customer::new("again", "again")));
    assert_eq!(write_code(&shop, &changes).await, Code::UniqueTaken);
}

/// A second row with the same unique fields fails with `unique.taken`, on insert and on update, and within one change set.
pub async fn a_second_row_with_the_same_unique_fields_is_refused(harness: Harness) {
    let shop = harness.shop().await;
    let error = begin(&shop, Mode::Write).await.write_and_commit(&customer(&shop, "C1").1).await.unwrap_err();
    assert_eq!((error.code(), error.context("entity")), (Code::UniqueTaken, Some("customer")), "{error:?}");
    let stored = shop.session.customers().get(shop.other).await.unwrap();
    let mut changes = shop.changes();
    changes.update(&stored, Customer { code: "C1".into(), ..stored.data.clone() });
    assert_eq!(write_code(&shop, &changes).await, Code::UniqueTaken);
    let (_, mut changes) = customer(&shop, "X");
    let again: CustomerId = changes.new_id();
    changes.insert(&Stored::new(again, Customer::new("X", "again")));
    assert_eq!(write_code(&shop, &changes).await, Code::UniqueTaken);
    assert_eq!(count::<Customer>(&shop).await, 2);
}

/// Unique fields are compared together, byte by byte, and among the rows of the company.
pub async fn unique_fields_are_compared_together_and_within_the_company(harness: Harness) {
    let (shop, other) = (harness.shop().await, harness.shop().await);
    for (code, from) in [("S", "2021-01-01"), ("s", "2020-01-01")] {
        let mut changes = shop.changes();
        let id: TaxRateId = changes.new_id();
        changes.insert(&Stored::new(id, TaxRate::new(code, "VAT", Rate::ZERO, day(from))));
        write(&shop, &changes).await;
    }
    write(&shop, &customer(&shop, "c1").1).await;
    write(&shop, &customer(&shop, "X").1).await;
    write(&other, &customer(&other, "X").1).await;
}

/// `write` does all of the change set or fails; after a failure only rollback is left.
pub async fn a_failed_write_does_nothing_and_can_only_be_rolled_back(harness: Harness) {
    let shop = harness.shop().await;
    let before = shop.dump().await;
    let (_, mut changes) = customer(&shop, "X");
    changes.next_number("test", Numbering::Sequence);
    let double: CustomerId = changes.new_id();
    changes.insert(&Stored::new(double, Customer::new("C1", "double")));
    let mut work = begin(&shop, Mode::Write).await;
    work.write(&changes).await.unwrap_err();
    assert!(work.commit().await.is_err(), "a failed unit of work was committed");
    assert_eq!(before, shop.dump().await);
    let mut work = begin(&shop, Mode::Write).await;
    work.write(&changes).await.unwrap_err();
    work.rollback().await.unwrap();
    assert_eq!(before, shop.dump().await);
}

/// As one step, too.
pub async fn a_failed_write_and_commit_leaves_nothing(harness: Harness) {
    let shop = harness.shop().await;
    let before = shop.dump().await;
    let stored = shop.session.customers().get(shop.customer).await.unwrap();
    let (_, mut changes) = customer(&shop, "X");
    changes.next_number("test", Numbering::Sequence);
    changes.update(&Stored { version: 9, ..stored.clone() }, Customer { name: "Late".into(), ..stored.data.clone() });
    assert_eq!(write_code(&shop, &changes).await, Code::VersionConflict);
    assert_eq!(before, shop.dump().await);
}

/// A number series begins at 1 and has no gaps: a rolled back unit of work gives its numbers back.
pub async fn numbers_begin_at_one_and_come_back_after_a_rollback(harness: Harness) {
    let shop = harness.shop().await;
    let take = async |commit: bool| {
        let mut changes = shop.changes();
        let pending = changes.next_number("test", Numbering::Text { prefix: "T-".into(), width: 3 });
        let mut work = begin(&shop, Mode::Write).await;
        let written = work.write(&changes).await.unwrap();
        if commit {
            work.commit().await.unwrap()
        } else {
            work.rollback().await.unwrap()
        }
        (written.first_numbers["test"], written.number(&pending))
    };
    assert_eq!(take(true).await, (1, text("T-001")));
    assert_eq!(take(false).await, (2, text("T-002")));
    assert_eq!(take(true).await, (2, text("T-002")));
    let mut dropped = begin(&shop, Mode::Write).await;
    let mut changes = shop.changes();
    changes.next_number("test", Numbering::Sequence);
    dropped.write(&changes).await.unwrap();
    drop(dropped);
    assert_eq!(take(true).await, (3, text("T-003")));
}

/// Several numbers of one change set follow each other, and rows get theirs.
pub async fn numbers_of_one_change_set_follow_each_other(harness: Harness) {
    let shop = harness.shop().await;
    let mut changes = shop.changes();
    let mut ids = Vec::new();
    for _ in 0..3 {
        let code = changes.next_number("codes", Numbering::Text { prefix: "N".into(), width: 2 });
        let id: CustomerId = changes.new_id();
        changes.insert_with(&Stored::new(id, Customer::new("", "N")), &[("code", &code)]);
        ids.push(id);
    }
    let other = changes.next_number("others", Numbering::Sequence);
    let written = begin(&shop, Mode::Write).await.write_and_commit(&changes).await.unwrap();
    assert_eq!(written.number(&other), Value::Int(1));
    let found = shop.session.customers().list().filter(&Customer::name().eq("N")).unwrap().sort(&["code"]).fetch().await.unwrap();
    assert_eq!(found.iter().map(|c| (c.id, c.code.as_str())).collect::<Vec<_>>(), [(ids[0], "N01"), (ids[1], "N02"), (ids[2], "N03")]);
}

/// A unit of work for reading refuses a write.
pub async fn reading_refuses_writes(harness: Harness) {
    let shop = harness.shop().await;
    let before = shop.dump().await;
    let (_, changes) = customer(&shop, "X");
    let mut work = begin(&shop, Mode::Read).await;
    assert!(work.write(&changes).await.is_err(), "a unit of work for reading wrote");
    work.rollback().await.unwrap();
    assert!(begin(&shop, Mode::Read).await.write_and_commit(&changes).await.is_err());
    assert_eq!(before, shop.dump().await);
}

async fn statements(shop: &Shop, rows: usize, tag: &str) -> (u32, u32, u32) {
    let mut changes = shop.changes();
    let customers: Vec<Stored<Customer>> = (0..rows).map(|n| Stored::new(changes.new_id(), Customer::new(format!("{tag}{n}"), "N"))).collect();
    customers.iter().for_each(|c| changes.insert(c));
    changes.next_number("test", Numbering::Sequence);
    let mut work = begin(shop, Mode::Write).await;
    work.write(&changes).await.unwrap();
    let inserted = work.statements();
    work.commit().await.unwrap();
    let ids = || customers.iter().map(|c| c.id);
    let mut work = begin(shop, Mode::Write).await;
    let keys = Select::<Customer>::new(&shop.permit()).keys(ids().map(id_value)).unwrap().plan();
    let found = work.read(&LockKeys::none().and::<Customer, _>(ids()), &[Query::Select(keys)]).await.unwrap();
    assert_eq!(found[0].len(), rows);
    let mut changes = shop.changes();
    customers.iter().for_each(|c| changes.update(c, Customer { name: "M".into(), ..c.data.clone() }));
    work.write(&changes).await.unwrap();
    let updated = work.statements();
    work.commit().await.unwrap();
    let mut changes = shop.changes();
    customers.iter().for_each(|c| changes.delete(&Stored { version: 2, ..c.clone() }).unwrap());
    let mut work = begin(shop, Mode::Write).await;
    work.write(&changes).await.unwrap();
    let deleted = work.statements();
    work.commit().await.unwrap();
    (inserted, updated, deleted)
}

/// The number of statements does not depend on the number of rows.
pub async fn statements_do_not_depend_on_rows(harness: Harness) {
    let shop = harness.shop().await;
    let one = statements(&shop, 1, "a").await;
    assert!(one.0 > 0 && one.1 > 0 && one.2 > 0);
    assert_eq!(one, statements(&shop, 10, "b").await);
    assert_eq!(one, statements(&shop, 300, "c").await);
}

/// Every test of a filter, on nothing and on values, and its opposite: together they are all rows, and never a row twice.
pub async fn filters_mean_the_same_everywhere(harness: Harness) {
    let shop = harness.shop().await;
    countries(&shop, &[Some("DE"), None, Some("de"), Some(""), Some("D_"), Some("D%"), Some("ES")]).await;
    let country = |text: &str| Some(text.to_owned());
    let cases = [
        (Customer::country().eq(country("DE")), 1),
        (Customer::country().ne(country("DE")), 5),
        (Customer::country().is_empty(), 3),
        (Customer::country().lt(country("DE")), 2),
        (Customer::country().le(country("DE")), 3),
        (Customer::country().gt(country("DE")), 3),
        (Customer::country().ge(country("DE")), 4),
        (Customer::country().between(country("D"), country("E")), 3),
        (Customer::country().is_in([country("DE"), country("ES"), country("XX")]), 2),
        (Customer::country().is_in(Vec::<Option<String>>::new()), 0),
        (Customer::code().contains("k"), 7),
        (Customer::code().starts_with("K1"), 1),
        (Customer::name().contains("%"), 0),
        (Customer::name().contains("_"), 0),
        (Customer::name().contains(""), 9),
        (Customer::name().starts_with("PENA"), 0),
        (Customer::name().contains("PENA"), 1),
        (Customer::payment_days().between(30, 98), 1),
        (Customer::is_active().eq(false), 0),
        (Customer::owner_id().is_empty(), 9),
        (Filter::And(Vec::new()), 9),
        (Filter::Or(Vec::new()), 0),
        (Filter::Field("country".into(), Test::Compare(Op::Ne, text(""))), 5),
    ];
    for (filter, expected) in cases {
        assert_eq!(shop.session.customers().count(&filter).await.unwrap(), expected, "{filter:?}");
        assert_eq!(shop.session.customers().count(&filter.clone().negate()).await.unwrap(), 9 - expected, "not {filter:?}");
        let again = Filter::from_json(&filter.to_json(), Customer::decl()).unwrap();
        assert_eq!(shop.session.customers().count(&again).await.unwrap(), expected, "{filter:?} through JSON");
    }
}

/// Conditions on related records, forwards and backwards, and on trees.
pub async fn filters_follow_relations_and_trees(harness: Harness) {
    let shop = harness.shop().await;
    let top = shop.group("top", None).await;
    let middle = shop.group("middle", Some(top)).await;
    let low = shop.group("low", Some(middle)).await;
    let side = shop.group("side", None).await;
    for (code, group) in [("A", top), ("B", middle), ("C", low), ("D", side)] {
        shop.customer_of(code, Some(shop.admin), Some(group)).await;
    }
    items(&shop, &[("2026-01-01", "10"), ("2026-01-01", "20")]).await;
    let unknown: AllocationId = shop.changes().new_id();
    let count = async |filter: Filter| shop.session.customers().count(&filter).await.unwrap();
    assert_eq!(count(Customer::group_id().within(top)).await, 3);
    assert_eq!(count(Customer::group_id().within(low)).await, 1);
    assert_eq!(count(Customer::group_id().within(unknown)).await, 0);
    assert_eq!(count(Customer::group_id().within(top).negate()).await, 3);
    assert_eq!(count(Filter::exists("group", CustomerGroup::name().eq("low"))).await, 1);
    assert_eq!(count(Filter::exists("owner", Operator::code().eq("ana"))).await, 4);
    assert_eq!(count(Filter::none("owner", Filter::All)).await, 2);
    assert_eq!(count(Filter::exists("open_item", OpenItem::amount().gt(eur("15")))).await, 1);
    assert_eq!(count(Filter::exists("open_item", OpenItem::amount().gt(eur("25")))).await, 0);
    assert_eq!(count(Filter::none("open_item", Filter::All)).await, 5);
    let groups = shop.session.customer_groups().count(&Filter::exists("parent", CustomerGroup::code().eq("top"))).await.unwrap();
    assert_eq!(groups, 1);
    let nested = Filter::exists("open_item", Filter::exists("customer", Customer::code().eq("C1")).and(OpenItem::amount().lt(eur("15"))));
    assert_eq!(count(nested).await, 1);
    let below = CustomerGroup::parent_id().within(top);
    assert_eq!(shop.session.customer_groups().count(&below).await.unwrap(), 2);
    let document: SalesDocumentId = shop.changes().new_id();
    assert_eq!(count(Filter::exists("open_item", OpenItem::sales_document_id().eq(document))).await, 0);
}
