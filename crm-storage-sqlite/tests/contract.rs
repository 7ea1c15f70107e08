//! Every line under `# Behavior` of the storage contract, against SQLite.
#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic, reason = "tests")]

mod common;

use common::{PATIENCE, all, all_rights, blind_permit, books, changes, company, operator, permit, select, waiting, write};
use crm_core::{
    Code,
    access::{Right, ScopeLevel},
    customers::{Customer, CustomerGroup},
    entity::{Masked, NaturalKey, Numbering, Stored, Value},
    ids::{CustomerId, ProductId},
    num::{Currency, Money, Quantity},
    products::Product,
    query::{Query, Report, Select},
    stock::StockPool,
    storage::{LockKeys, Mode, NumberSeries, Storage},
};

async fn add_customer(storage: &dyn Storage, seed: u64, code: &str) -> Stored<Customer> {
    let mut set = changes(seed);
    let customer = Stored::new(set.new_id::<CustomerId>(), Customer::new(code, format!("Customer {code}")));
    set.insert(&customer);
    write(storage, &set).await.unwrap();
    customer
}

#[tokio::test(flavor = "multi_thread")]
async fn a_unit_of_work_sees_its_own_company_only() {
    let books = books().await;
    add_customer(&books.storage, 1, "A").await;
    let mut other = books.storage.begin(company(2), Mode::Write).await.unwrap();
    let query = Query::Select(Select::<Customer>::new(&permit()).plan());
    assert!(other.read(&LockKeys::none(), std::slice::from_ref(&query)).await.unwrap()[0].is_empty());
    let mut set = changes(1);
    set.insert(&Stored::new(set.new_id::<CustomerId>(), Customer::new("A", "the same id and code, another company")));
    other.write_and_commit(&set).await.unwrap();
    assert_eq!(all::<Customer>(&books.storage).await.len(), 1);
}

#[tokio::test(flavor = "multi_thread")]
async fn changes_are_seen_by_others_only_after_the_commit_and_by_oneself_at_once() {
    let books = books().await;
    let mut set = changes(1);
    set.insert(&Stored::new(set.new_id::<CustomerId>(), Customer::new("A", "A")));
    let mut work = books.storage.begin(company(1), Mode::Write).await.unwrap();
    work.write(&set).await.unwrap();
    let query = [Query::Select(Select::<Customer>::new(&permit()).plan())];
    assert_eq!(work.read(&LockKeys::none(), &query).await.unwrap()[0].len(), 1);
    assert!(all::<Customer>(&books.storage).await.is_empty());
    work.commit().await.unwrap();
    assert_eq!(all::<Customer>(&books.storage).await.len(), 1);
}

#[tokio::test(flavor = "multi_thread")]
async fn a_reader_keeps_the_state_of_its_first_statement() {
    let books = books().await;
    let query = [Query::Select(Select::<Customer>::new(&permit()).plan())];
    let mut reader = books.storage.begin(company(1), Mode::Read).await.unwrap();
    assert!(reader.read(&LockKeys::none(), &query).await.unwrap()[0].is_empty());
    add_customer(&books.storage, 1, "A").await;
    assert!(reader.read(&LockKeys::none(), &query).await.unwrap()[0].is_empty());
    reader.commit().await.unwrap();
    assert_eq!(all::<Customer>(&books.storage).await.len(), 1);
}

#[tokio::test]
async fn dropping_and_rolling_back_leave_nothing_and_give_numbers_back() {
    let books = books().await;
    for how in 0..2 {
        let mut set = changes(1);
        set.insert(&Stored::new(set.new_id::<CustomerId>(), Customer::new("A", "A")));
        set.next_number("delivery", Numbering::Sequence);
        let mut work = books.storage.begin(company(1), Mode::Write).await.unwrap();
        let written = work.write(&set).await.unwrap();
        assert_eq!(written.first_numbers.get("delivery"), Some(&1));
        if how == 0 {
            drop(work)
        } else {
            work.rollback().await.unwrap()
        }
        assert!(all::<Customer>(&books.storage).await.is_empty());
        assert!(all::<NumberSeries>(&books.storage).await.is_empty());
    }
}

#[tokio::test]
async fn numbers_begin_at_one_and_have_no_gaps() {
    let books = books().await;
    for round in 0..3_i64 {
        let mut set = changes(1);
        let first = set.next_number("a", Numbering::Sequence);
        let second = set.next_number("a", Numbering::Text { prefix: "A-".into(), width: 4 });
        set.next_number("b", Numbering::Sequence);
        let written = write(&books.storage, &set).await.unwrap();
        assert_eq!(written.number(&first), Value::Int(round * 2 + 1));
        assert_eq!(written.number(&second), Value::Text(format!("A-{:04}", round * 2 + 2)));
        assert_eq!(written.first_numbers.get("b"), Some(&(round + 1)));
    }
}

#[tokio::test(flavor = "multi_thread")]
async fn writers_are_serialised_and_see_what_was_committed_before_their_lock() {
    let books = books().await;
    let mut tasks = Vec::new();
    for _ in 0..4 {
        let storage = books.storage.clone();
        tasks.push(tokio::spawn(async move {
            for _ in 0..25 {
                let mut work = storage.begin(company(1), Mode::Write).await.unwrap();
                let query = [Query::Select(Select::<NumberSeries>::new(&permit()).plan())];
                let before = work.read(&LockKeys::none().and::<Customer, CustomerId>([]), &query).await.unwrap();
                let next = before[0].first().and_then(|row| row.get(1).cloned()).map_or(1, |v| v.into_int().unwrap());
                tokio::task::yield_now().await;
                let mut set = changes(1);
                set.next_number("s", Numbering::Sequence);
                assert_eq!(work.write_and_commit(&set).await.unwrap().first_numbers.get("s"), Some(&next));
            }
        }));
    }
    for task in tasks {
        task.await.unwrap();
    }
    assert_eq!(all::<NumberSeries>(&books.storage).await[0].next, 101);
}

#[tokio::test(flavor = "multi_thread")]
async fn a_writer_waits_for_the_one_before() {
    let books = books().await;
    let mut first = books.storage.begin(company(1), Mode::Write).await.unwrap();
    first.read(&LockKeys::none().and::<Customer, _>([CustomerId(uuid::Uuid::nil())]), &[]).await.unwrap();
    let second = waiting(books.storage.begin(company(1), Mode::Write));
    drop(first);
    assert!(tokio::time::timeout(PATIENCE, second).await.expect("its turn comes").is_ok());
}

#[tokio::test]
async fn answers_come_in_the_order_of_the_queries_and_statements_do_not_grow_with_rows() {
    let books = books().await;
    let mut counts = Vec::new();
    for (seed, rows) in [(1, 1), (2, 300)] {
        let mut set = changes(seed);
        for i in 0..rows {
            set.insert(&Stored::new(set.new_id::<CustomerId>(), Customer::new(format!("{seed}-{i:03}"), "x")));
        }
        let mut work = books.storage.begin(company(1), Mode::Write).await.unwrap();
        let report = Query::Report(Report::<Customer>::new(&permit()).plan());
        let list = Query::Select(Select::<Customer>::new(&permit()).plan());
        let answers = work.read(&LockKeys::none(), &[list, report]).await.unwrap();
        assert_eq!(answers[1], vec![vec![Value::Int(answers[0].len().try_into().unwrap())]]);
        work.write(&set).await.unwrap();
        counts.push(work.statements());
        work.commit().await.unwrap();
    }
    // BEGIN, two queries, the counter of the feed, customers, audit, feed.
    assert_eq!(counts, vec![7, 7]);
}

#[tokio::test]
async fn an_update_needs_the_stored_version_and_the_row() {
    let books = books().await;
    let customer = add_customer(&books.storage, 1, "A").await;
    let update = |seed, name: &str| {
        let mut set = changes(seed);
        set.update(&customer, Customer { name: name.to_owned(), ..customer.data.clone() });
        set
    };
    write(&books.storage, &update(2, "B")).await.unwrap();
    let error = write(&books.storage, &update(3, "C")).await.unwrap_err();
    assert_eq!((error.code(), error.context("entity")), (Code::VersionConflict, Some("customer")));
    let kept = all::<Customer>(&books.storage).await;
    assert_eq!((kept[0].version, kept[0].name.as_str()), (2, "B"));
    let mut set = changes(4);
    let gone = Stored::new(set.new_id::<CustomerId>(), Customer::new("Z", "Z"));
    set.update(&gone, Customer::new("Z", "Y"));
    assert_eq!(write(&books.storage, &set).await.unwrap_err().code(), Code::VersionConflict);
}

#[tokio::test]
async fn a_taken_key_or_unique_field_is_named_and_only_rollback_is_left() {
    let books = books().await;
    add_customer(&books.storage, 1, "A").await;
    let mut set = changes(2);
    set.insert(&Stored::new(set.new_id::<CustomerId>(), Customer::new("A", "A")));
    let mut work = books.storage.begin(company(1), Mode::Write).await.unwrap();
    let error = work.write(&set).await.unwrap_err();
    assert_eq!((error.code(), error.context("entity"), error.context("field")), (Code::UniqueTaken, Some("customer"), Some("code")));
    assert_eq!(error.to_string(), "another `customer` has this `code`");
    assert!(work.read(&LockKeys::none(), &[]).await.is_err());
    assert!(work.write(&changes(3)).await.is_err());
    assert_eq!(work.commit().await.unwrap_err().code(), Code::StorageFailed);
    assert_eq!(all::<Customer>(&books.storage).await.len(), 1);
    let mut set = changes(1);
    set.insert(&Stored::new(set.new_id::<CustomerId>(), Customer::new("B", "the same id")));
    let error = write(&books.storage, &set).await.unwrap_err();
    assert_eq!((error.code(), error.context("field")), (Code::UniqueTaken, Some("id")));
}

#[tokio::test]
async fn a_reference_to_nothing_is_refused() {
    let books = books().await;
    let mut set = changes(1);
    let group = set.new_id();
    set.insert(&Stored::new(set.new_id::<CustomerId>(), Customer { group_id: Some(group), ..Customer::new("A", "A") }));
    let error = write(&books.storage, &set).await.unwrap_err();
    assert_eq!((error.code(), error.context("entity")), (Code::ReferenceMissing, Some("customer")));
}

#[tokio::test]
async fn a_reading_unit_of_work_refuses_to_write() {
    let books = books().await;
    let mut work = books.storage.begin(company(1), Mode::Read).await.unwrap();
    assert_eq!(work.write(&changes(1)).await.unwrap_err().code(), Code::StorageFailed);
    work.rollback().await.unwrap();
}

#[tokio::test]
async fn rows_of_a_tree_may_refer_to_each_other_in_one_change_set() {
    let books = books().await;
    let mut set = changes(1);
    let (top, below) = (set.new_id(), set.new_id());
    set.insert(&Stored::new(below, CustomerGroup::new("below", "Below", Some(top))));
    set.insert(&Stored::new(top, CustomerGroup::new("top", "Top", None)));
    write(&books.storage, &set).await.unwrap();
    assert_eq!(all::<CustomerGroup>(&books.storage).await.len(), 2);
}

#[tokio::test]
async fn a_scope_reaches_own_customers_and_groups_below() {
    let books = books().await;
    let mut set = changes(1);
    let (top, below, other) = (set.new_id(), set.new_id(), set.new_id());
    set.insert(&Stored::new(top, CustomerGroup::new("top", "Top", None)));
    set.insert(&Stored::new(below, CustomerGroup::new("below", "Below", Some(top))));
    set.insert(&Stored::new(other, CustomerGroup::new("other", "Other", None)));
    for (code, group) in [("1", Some(below)), ("2", Some(other)), ("3", None)] {
        set.insert(&Stored::new(set.new_id::<CustomerId>(), Customer { group_id: group, ..Customer::new(code, code) }));
    }
    write(&books.storage, &set).await.unwrap();
    for (reach, groups, expected) in
        [(ScopeLevel::Own, vec![], 0), (ScopeLevel::Groups, vec![top], 1), (ScopeLevel::Groups, vec![top, other], 2), (ScopeLevel::All, vec![], 3)]
    {
        let permit = all_rights(reach, &groups).permit(Right::CustomersRead).unwrap();
        assert_eq!(select(&books.storage, Select::<Customer>::new(&permit)).await.len(), expected);
    }
}

#[tokio::test]
async fn hidden_columns_are_empty_and_edge_values_come_back_exactly() {
    let books = books().await;
    let mut set = changes(1);
    let product = set.new_id::<ProductId>();
    set.insert(&Stored::new(product, Product::stocked("P", "“quoted” \\ back\u{1}\n\t 北京", Currency::EUR)));
    let pool = StockPool {
        product_id: product,
        currency: Currency::EUR,
        quantity: Quantity::parse("-999999999999.999999").unwrap(),
        value: Masked::Shown(Money::parse("922337203685477.5807", Currency::EUR).unwrap()),
        reference_cost: None,
        last_day: "0000-01-01".parse().ok(),
        movements: i64::MIN,
    };
    set.insert(&Stored::new(NaturalKey, pool.clone()));
    write(&books.storage, &set).await.unwrap();
    assert_eq!(all::<StockPool>(&books.storage).await[0].data, pool);
    assert_eq!(all::<Product>(&books.storage).await[0].name, "“quoted” \\ back\u{1}\n\t 北京");
    let hidden = select(&books.storage, Select::<StockPool>::new(&blind_permit())).await;
    assert_eq!(hidden[0].value, Masked::Hidden);
}

#[tokio::test]
async fn what_no_engine_keeps_is_refused_before_it_is_written() {
    let books = books().await;
    let mut set = changes(1);
    set.insert(&Stored::new(set.new_id::<CustomerId>(), Customer::new("A", "nul \0 nul")));
    let error = write(&books.storage, &set).await.unwrap_err();
    assert_eq!((error.code(), error.context("column")), (Code::FieldInvalid, Some("name")));
    assert!(all::<Customer>(&books.storage).await.is_empty());
}

#[tokio::test]
async fn a_cancelled_call_leaves_a_usable_storage() {
    let books = books().await;
    for round in 0..20 {
        let storage = books.storage.clone();
        let task = tokio::spawn(async move {
            let mut set = changes(9);
            set.insert(&Stored::new(set.new_id::<CustomerId>(), Customer::new("X", "X")));
            let mut work = storage.begin(company(1), Mode::Write).await.unwrap();
            work.write(&set).await.unwrap();
            std::future::pending::<()>().await;
            work.commit().await
        });
        // Wherever it is by then: not begun, at the writer's place, with its rows written.
        for _ in 0..round {
            tokio::task::yield_now().await;
        }
        task.abort();
        let _ = task.await;
    }
    add_customer(&books.storage, 1, "A").await;
    assert_eq!(all::<Customer>(&books.storage).await.len(), 1);
    assert_eq!(operator(7).0.as_u128(), 7);
}
