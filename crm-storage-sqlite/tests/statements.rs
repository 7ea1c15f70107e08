//! The texts of statements: constant for their shape, limited to the company, and understood by a freshly migrated database.
#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic, reason = "tests")]

mod common;

use common::{all_rights, blind_permit, books, changes, company, permit};
use crm_core::{
    access::{Permit, Right, ScopeLevel},
    customers::{Customer, CustomerGroup},
    entity::{Entity, Stored},
    ids::{CustomerGroupId, CustomerId},
    query::{Filter, Query, Report, Select, Test},
    receivables::{Allocation, OpenItem},
    sales::{SalesDocument, SalesLine},
    stock::StockMovement,
    storage::Written,
};
use crm_storage_sql::{SqliteDialect, Translator};
use rusqlite::Connection;
use uuid::Uuid;

fn text(query: &Query) -> String {
    Translator::new(SqliteDialect).query(company(1), query).unwrap().text.to_string()
}

fn list<E: Entity>(permit: &Permit, filter: &Filter, sort: &[&str]) -> Query {
    Query::Select(Select::<E>::new(permit).filter(filter).unwrap().sort(sort).unwrap().plan())
}

/// Queries of every kind.
fn queries() -> Vec<Query> {
    let id = CustomerGroupId(Uuid::nil());
    let scoped = all_rights(ScopeLevel::Groups, &[id]).permit(Right::CustomersRead).unwrap();
    let day = "2010-12-24".parse().unwrap();
    let customers = Filter::exists("open_item", OpenItem::day().le(day)).and(Customer::name().contains("a")).or(Customer::code().starts_with("B"));
    let customers = customers.negate().and(Customer::group_id().within(id)).and(Customer::country().is_empty());
    let mut queries = Vec::new();
    for permit in [permit(), scoped, blind_permit()] {
        queries.push(list::<Customer>(&permit, &customers, &["-country", "name"]));
        queries.push(list::<CustomerGroup>(&permit, &Filter::All, &["name"]));
        queries.push(list::<SalesDocument>(&permit, &SalesDocument::day().between(day, day), &["-day"]));
        queries.push(list::<SalesLine>(&permit, &Filter::exists("customer", customers.clone()), &[]));
        queries.push(list::<StockMovement>(&permit, &Filter::All, &["sequence"]));
        queries.push(Query::Select(Select::<Allocation>::new(&permit).keys([]).unwrap().plan()));
        let ageing = Report::<OpenItem>::new(&permit).by("customer.group_id").unwrap().by_band("due_day", vec![day, day]).unwrap();
        queries.push(Query::Report(ageing.sum("open").unwrap().filter(&Filter::exists("customer", customers.clone())).unwrap().plan()));
        queries.push(Query::Report(Report::<SalesDocument>::new(&permit).by_month("day").unwrap().sum("net").unwrap().plan()));
    }
    queries
}

/// Every table of a statement carries the company.
fn check_company(text: &str) {
    let words: Vec<&str> = text.split([' ', '(', ')', ',']).filter(|w| !w.is_empty()).collect();
    let mut tables = 0;
    for place in words.windows(3) {
        if let [table, "AS", alias] = place
            && table.starts_with("crm_")
        {
            tables += 1;
            let is_written = text.starts_with("INSERT");
            assert!(is_written || text.contains(&format!("{alias}.company_id = ?1")), "{alias} in {text}");
        }
    }
    assert!(tables > 0 || text.starts_with("INSERT INTO crm_"), "{text}");
    for word in ["date(", "random", "now", "current_"] {
        assert!(!text.contains(word), "{word} in {text}");
    }
}

#[tokio::test]
async fn every_statement_prepares_and_carries_the_company() {
    let books = books().await;
    let connection = Connection::open(books.path()).unwrap();
    let mut texts: Vec<String> = Translator::new(SqliteDialect).registry().into_iter().map(|(_, text)| text).collect();
    texts.extend(queries().iter().map(text));
    for text in texts {
        connection.prepare(&text).unwrap_or_else(|e| panic!("{e}: {text}"));
        check_company(&text);
    }
}

#[test]
fn the_text_does_not_depend_on_values_or_their_number() {
    let ids =
        |count: u128| list::<Customer>(&permit(), &Customer::group_id().is_in((0..count).map(|i| Some(CustomerGroupId(Uuid::from_u128(i))))), &[]);
    assert_eq!(text(&ids(1)), text(&ids(1000)));
    let days = |days: &[i64]| {
        list::<Customer>(
            &permit(),
            &Filter::Field("payment_days".into(), Test::In(days.iter().copied().map(crm_core::entity::Value::Int).collect())),
            &[],
        )
    };
    assert_eq!(text(&days(&[1])), text(&days(&[1, 2, 3])));
    let insert = |count: usize| {
        let mut set = changes(1);
        (0..count).for_each(|i| set.insert(&Stored::new(set.new_id::<CustomerId>(), Customer::new(format!("{i}"), "x"))));
        let written = Written { first_numbers: [("feed".to_owned(), 1)].into() };
        Translator::new(SqliteDialect).rows(company(1), &set, &written).unwrap()
    };
    let (one, many) = (insert(1), insert(500));
    assert_eq!(one.iter().map(|s| &s.text).collect::<Vec<_>>(), many.iter().map(|s| &s.text).collect::<Vec<_>>());
    assert!(many.iter().all(|s| s.params.len() == 1 && s.turns.is_some()));
}

/// Look-ups go through keys and indexes.
#[tokio::test]
async fn no_plan_of_a_write_or_key_look_up_scans_a_table() {
    let books = books().await;
    let connection = Connection::open(books.path()).unwrap();
    let keys = Query::Select(Select::<Customer>::new(&permit()).keys([crm_core::entity::Value::Id(Uuid::nil())]).unwrap().plan());
    let mut texts: Vec<String> = Translator::new(SqliteDialect).registry().into_iter().map(|(_, text)| text).collect();
    texts.push(text(&keys));
    texts.push(text(&list::<Customer>(&permit(), &Customer::name().starts_with("a"), &[])));
    for text in texts {
        let mut statement = connection.prepare(&format!("EXPLAIN QUERY PLAN {text}")).unwrap();
        let (mut plan, mut rows) = (Vec::<String>::new(), statement.raw_query());
        while let Some(row) = rows.next().unwrap() {
            plan.push(row.get(3).unwrap());
        }
        for line in &plan {
            let is_whole = line.starts_with("SCAN t") || line.ends_with("(company_id=?)") && line.starts_with("SEARCH t");
            assert!(!is_whole && !line.contains("AUTOMATIC"), "{plan:?} of {text}");
        }
    }
}
