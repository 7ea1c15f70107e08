//! Whatever a filter says, it is answered or refused as a filter: every test with every kind of JSON, for every type of column, on every engine.
//! Nothing that a caller writes is a defect of the data.
#![allow(clippy::unwrap_used, clippy::panic, reason = "tests: a failed expectation is a panic")]

use crm_facade::{Call, Facade, describe};
use crm_tests::postgres::Database;
use serde_json::{Map, Value as Json, json};
use std::{collections::BTreeSet, sync::Arc};

/// Every test that a field can be put to, and one that there is not.
const TESTS: [&str; 13] = ["eq", "ne", "lt", "le", "gt", "ge", "in", "between", "contains", "starts_with", "empty", "within", "like"];
/// The codes that a filter may be refused with.
const REFUSALS: [&str; 2] = ["query.invalid", "limit.exceeded"];

/// Books with a row of most kinds.
struct Books {
    facade: Arc<Facade>,
    session: u64,
    /// Of a record that is there.
    id: String,
}

impl Books {
    fn on(url: &str) -> Self {
        let facade = Facade::open(url).unwrap();
        let ok = |session: Option<u64>, operation: &str, arguments: Json| {
            let reply = call(&facade, session, operation, &arguments);
            assert!(reply.get("ok").is_some(), "{operation}: {reply}");
            reply["ok"].clone()
        };
        ok(None, "crm.migrate", json!({}));
        let operator = json!({"code": "ana", "name": "Ana", "roles": ["administrator"]});
        let company = ok(None, "crm.create_company", json!({"name": "Acme", "currency": "EUR", "operator": operator}));
        let session = ok(None, "crm.act_as", json!({"company_id": company["company_id"], "operator_id": company["operator_id"]}));
        let session = session["session"].as_u64().unwrap();
        let ok = |operation: &str, arguments: Json| ok(Some(session), operation, arguments);
        for (name, ty) in [("a", "text"), ("b", "integer"), ("c", "decimal"), ("d", "day"), ("e", "boolean")] {
            ok("custom_fields.create", json!({"data": {"entity": "customer", "name": name, "value_type": ty}}));
        }
        ok("custom_fields.create", json!({"data": {"entity": "customer", "name": "f", "value_type": "choice", "category": "industry"}}));
        let industry = ok("dictionary_entries.create", json!({"data": {"category": "industry", "code": "x", "labels": {"en": "X"}}}))["id"].clone();
        let group = ok("customer_groups.create", json!({"data": {"code": "G", "name": "Group"}}))["id"].clone();
        let custom = json!({"a": "x", "b": 1, "c": "1.5", "d": "2026-01-10", "e": true, "f": industry});
        let data = json!({"code": "C1", "name": "Bodega Peña", "group_id": group, "industry_id": industry});
        let customer = ok("customers.create", json!({"data": data, "custom": custom}))["id"].clone();
        let product = ok("products.create", json!({"data": {"code": "P1", "name": "Lantern", "currency": "EUR"}}))["id"].clone();
        let warehouse = ok("warehouses.create", json!({"data": {"code": "W", "name": "Main"}}))["id"].clone();
        let eur = |amount: &str| json!({"amount": amount, "currency": "EUR"});
        let lines = json!([{"product_id": product, "quantity": "10", "unit_cost": eur("3")}]);
        ok("stock.receive", json!({"receipt": {"warehouse_id": warehouse, "day": "2026-01-10", "lines": lines}}));
        let lines = json!([{"product_id": product, "quantity": "4", "unit_price": eur("5")}]);
        let delivery = json!({"customer_id": customer, "warehouse_id": warehouse, "day": "2026-01-10", "lines": lines});
        ok("sales.deliver", json!({"delivery": delivery}));
        let payment = json!({"customer_id": customer, "day": "2026-02-28", "amount": eur("20"), "allocate": {"kind": "oldest_due"}});
        ok("receivables.record_payment", json!({"payment": payment}));
        Self { facade, session, id: group.as_str().unwrap().to_owned() }
    }

    /// What a filter is answered: a count, or the code of an error.
    fn answer(&self, service: &str, filter: &Json) -> Json {
        let reply = call(&self.facade, Some(self.session), &format!("{service}.count"), &json!({"filter": filter}));
        reply.get("ok").or_else(|| reply["error"].get("code")).cloned().unwrap_or(reply)
    }

    /// JSON of every kind, as operands of a test: sound for some types and unfit for others, at the ends of ranges and beyond them.
    fn operands(&self, test: &str) -> Vec<Json> {
        let texts = [
            "",
            " ",
            "x",
            "Peña",
            "%_\\",
            "a\u{0}b",
            "\u{10FFFF}",
            "0",
            "-1",
            "1.5",
            "1e3",
            "1e40",
            "-0",
            "NaN",
            "inf",
            "0.0000000001",
            "9223372036854775807",
            "922337203685477.5808",
            "79228162514264337593543950336",
            "true",
            "null",
            "EUR",
            "2026-01-10",
            "2026-02-30",
            "0000-01-01",
            "-0001-01-01",
            "-262143-01-01",
            "9999-12-31",
            "+10000-01-01",
            "+262142-12-31",
            "2026-01-10T09:00:00Z",
            "2026-01-10T09:00",
            "1677-01-01T00:00:00Z",
            "9999-12-31T23:59:60Z",
            "-262143-01-01T00:00:00Z",
            "+262142-12-31T23:59:59.999999999Z",
            "00000000-0000-0000-0000-000000000000",
            "urn:uuid:01a215c7-fedc-76ef-a21d-6552e5dea887",
            "01a215c7",
        ];
        let numbers = [json!(0), json!(-1), json!(1.5), json!(1e300), json!(i64::MIN), json!(i64::MAX), json!(u64::MAX)];
        let mut kinds = vec![Json::Null, json!(true), json!(false), json!({}), json!({"a": 1}), json!({"eq": null}), json!(self.id)];
        kinds.extend(texts.iter().map(|text| json!(text)));
        kinds.extend(numbers);
        kinds.push("x".repeat(100_000).into());
        // Lists of nothing, of one and of two of each, of unlike ones, nested ones, and too long ones.
        let mut lists = vec![json!([]), json!([[]]), json!([{}]), json!([null, 1]), json!([1, "x"]), json!([[1, 2], [3]]), json!([1, 2, 3])];
        match test {
            "in" => lists.extend(kinds.iter().map(|kind| json!([kind]))),
            "between" => lists.extend(kinds.iter().map(|kind| json!([kind, kind]))),
            _ => {
                kinds.extend(lists);
                return kinds;
            }
        }
        lists.push(vec![json!(self.id); crm_core::limits::MAX_IN_VALUES + 1].into());
        kinds.retain(|kind| !kind.is_string() || kind == "x");
        kinds.extend(lists);
        kinds
    }

    /// Every filter: every test with every operand, of each kind of column and of fields of the host, and what is no filter. In the same order on all
    /// books, whose ids differ.
    fn filters(&self) -> Vec<(String, Json)> {
        let mut filters = Vec::new();
        let fields = columns().into_iter().map(|(service, field)| (service, json!({"field": field})));
        let custom = ["a", "b", "c", "d", "e", "f", "none"].map(|name| ("customers".to_owned(), json!({"custom": name})));
        for (service, field) in fields.chain(custom) {
            for test in TESTS {
                for operand in self.operands(test) {
                    let mut filter: Map<String, Json> = field.as_object().unwrap().clone();
                    filter.insert(test.to_owned(), operand);
                    filters.push((service.clone(), filter.into()));
                }
            }
        }
        filters.extend(shapes().into_iter().map(|shape| ("customers".to_owned(), shape)));
        filters
    }
}

fn call(facade: &Arc<Facade>, session: Option<u64>, operation: &str, arguments: &Json) -> Json {
    let call = Call { session, operation: operation.to_owned(), key: None, arguments: arguments.to_string() };
    serde_json::from_str(&facade.call_blocking(call)).unwrap()
}

/// The fields of records by their service, of each kind of column one: its type, whether it can be empty, is searched in, or leads into a tree.
fn columns() -> Vec<(String, String)> {
    let api = describe();
    let (mut seen, mut columns) = (BTreeSet::new(), Vec::new());
    for service in api["services"].as_array().unwrap() {
        let Some(entity) = service["entity"].as_str().map(|class| &api["entities"][class]) else { continue };
        for field in entity["fields"].as_array().unwrap() {
            let name = field["name"].as_str().unwrap();
            let leads = entity["relations"].as_array().unwrap().iter().find(|r| name.strip_suffix("_id") == r["name"].as_str());
            let is_tree = leads.is_some_and(|relation| {
                let to = api["entities"][relation["to"].as_str().unwrap()]["fields"].as_array().unwrap();
                to.iter().any(|field| field["name"] == json!("parent_id"))
            });
            if seen.insert((field["type"].to_string(), field["nullable"] == json!(true), field["searchable"] == json!(true), is_tree)) {
                columns.push((service["name"].as_str().unwrap().to_owned(), name.to_owned()));
            }
        }
    }
    assert!(columns.len() >= 15 && seen.iter().any(|(.., is_tree)| *is_tree), "{columns:?}");
    columns
}

/// One line for each filter that is answered as it should not be.
fn none_of(wrong: &[String]) {
    assert!(wrong.is_empty(), "{} filters:\n{}", wrong.len(), wrong.join("\n"));
}

fn shown(service: &str, filter: &Json, answer: &Json) -> String {
    let filter: String = filter.to_string().chars().take(200).collect();
    format!("{service}: {filter} is answered {answer}")
}

/// What is refused is refused before any engine is asked; what is answered is answered by all of them alike.
fn every_filter_is_answered_as_in_memory(url: &str) {
    let (books, memory) = (Books::on(url), Books::on("memory:"));
    let (mut wrong, mut answered) = (Vec::new(), 0);
    for ((service, filter), (_, in_memory)) in books.filters().into_iter().zip(memory.filters()) {
        let expected = memory.answer(&service, &in_memory);
        if expected.is_u64() {
            answered += 1;
            let found = books.answer(&service, &filter);
            wrong.extend((found != expected).then(|| format!("{} and not {expected}", shown(&service, &filter, &found))));
        }
    }
    none_of(&wrong);
    assert!(answered > 1_000, "{answered} are answered");
}

/// Filters that are none, or that lead nowhere.
fn shapes() -> Vec<Json> {
    let mut deep = json!({"and": []});
    for _ in 0..100 {
        deep = json!({"not": deep});
    }
    let sound = json!({"field": "code", "eq": "C1"});
    let kinds = [json!(null), json!(true), json!(1), json!(1.5), json!("x"), json!([]), json!([null]), json!([[]]), json!({}), json!({"x": 1})];
    let mut shapes = vec![deep, json!({"and": vec![sound.clone(); 300]}), json!({"and": [sound], "or": []}), json!({"relation": "contact"})];
    for kind in kinds {
        for key in ["and", "or", "not", "field", "custom", "relation", "eq"] {
            shapes.push(json!({key: kind}));
        }
        shapes.push(json!({"field": kind, "eq": "x"}));
        shapes.push(json!({"custom": kind, "eq": "x"}));
        shapes.push(json!({"relation": kind, "exists": {}}));
        shapes.push(json!({"relation": "contact", "exists": kind}));
        shapes.push(json!({"relation": "contact", "none": kind}));
        shapes.push(json!({"relation": "contact", "within": kind}));
        shapes.push(json!({"field": "code", "eq": "x", "ne": kind}));
        shapes.push(kind);
    }
    shapes
}

#[test]
fn every_filter_is_answered_or_refused() {
    let books = Books::on("memory:");
    let is_right = |answer: &Json| answer.is_u64() || REFUSALS.iter().any(|code| answer == code);
    let wrong = books.filters().into_iter().filter_map(|(service, filter)| {
        let answer = books.answer(&service, &filter);
        (!is_right(&answer)).then(|| shown(&service, &filter, &answer))
    });
    none_of(&wrong.collect::<Vec<_>>());
}

#[test]
fn every_filter_is_answered_on_sqlite_as_in_memory() {
    let folder = tempfile::tempdir().unwrap();
    every_filter_is_answered_as_in_memory(&format!("sqlite:{}", folder.path().join("books.db").display()));
}

#[test]
fn every_filter_is_answered_on_postgresql_as_in_memory() {
    let database = tokio::runtime::Runtime::new().unwrap().block_on(Database::empty());
    every_filter_is_answered_as_in_memory(&database.url());
}
