mod files;
mod parity;
mod rights;

use super::*;
use serde_json::{Value as Json, json};
use std::sync::mpsc;

fn call(operation: &str, session: Option<u64>, arguments: &Json) -> Call {
    Call { session, operation: operation.to_owned(), key: None, arguments: arguments.to_string() }
}

fn json_of(reply: &str) -> Json {
    serde_json::from_str(reply).unwrap()
}

/// A library in memory with a company, and an administrator's session.
fn opened() -> (Arc<Facade>, u64) {
    let facade = Facade::open("memory:").unwrap();
    let operator = json!({"code": "ana", "name": "Ana", "roles": ["administrator"]});
    let created = json_of(&facade.call_blocking(call("crm.create_company", None, &json!({"name": "Acme", "currency": "EUR", "operator": operator}))));
    let company = &created["ok"];
    let arguments = json!({"company_id": company["company_id"], "operator_id": company["operator_id"]});
    let session = json_of(&facade.call_blocking(call("crm.act_as", None, &arguments)));
    (facade, session["ok"]["session"].as_u64().unwrap())
}

#[test]
fn a_delivery_is_sold_paid_and_verified() {
    let (facade, session) = opened();
    let ok = |operation: &str, arguments: Json| {
        let reply = json_of(&facade.call_blocking(call(operation, Some(session), &arguments)));
        assert!(reply.get("ok").is_some(), "{operation}: {reply}");
        reply["ok"].clone()
    };
    let eur = |amount: &str| json!({"amount": amount, "currency": "EUR"});
    let customer = ok("customers.create", json!({"data": {"code": "C1", "name": "Bodega Peña", "payment_days": 30}}));
    assert_eq!((&customer["version"], &customer["is_active"]), (&json!(1), &json!(true)));
    let product = ok("products.create", json!({"data": {"code": "P1", "name": "Lantern", "currency": "EUR"}}));
    let warehouse = ok("warehouses.create", json!({"data": {"code": "W", "name": "Main"}}));
    let line = json!({"product_id": product["id"], "quantity": "10", "unit_cost": eur("3")});
    ok("stock.receive", json!({"receipt": {"warehouse_id": warehouse["id"], "day": "2026-01-10", "lines": [line]}}));
    let line = json!({"product_id": product["id"], "quantity": 4, "unit_price": eur("5")});
    let delivery = json!({"customer_id": customer["id"], "warehouse_id": warehouse["id"], "day": "2026-01-10", "lines": [line]});
    let posted = ok("sales.deliver", json!({"delivery": delivery}));
    assert_eq!((&posted["number"], &posted["cost"]), (&json!("DN-2026-000001"), &eur("12")));
    let ageing = ok("receivables.ageing", json!({"query": {"as_of": "2026-02-28", "currency": "EUR"}}));
    assert_eq!(ageing["buckets"][1], eur("20"));
    let payment = json!({"customer_id": customer["id"], "day": "2026-02-28", "amount": eur("20"), "allocate": {"kind": "oldest_due"}});
    assert_eq!(ok("receivables.record_payment", json!({"payment": payment}))["allocated"], eur("20"));
    let page = ok("customers.list", json!({"filter": {"field": "name", "contains": "pena"}, "sort": ["name"], "limit": 10}));
    assert_eq!((page["items"][0]["id"].clone(), page["next"].clone()), (customer["id"].clone(), Json::Null));
    assert_eq!(ok("open_items.count", json!({})), json!(2));
    let profit = ok("sales.profit", json!({"by": "month"}));
    assert_eq!((&profit[0]["group"], &profit[0]["profit"]), (&json!("2026-01"), &eur("8")));
    ok("session.verify", json!({}));
}

#[test]
fn what_does_not_fit_is_refused_with_the_place() {
    let (facade, session) = opened();
    let error = |operation: &str, session: Option<u64>, arguments: Json| {
        json_of(&facade.call_blocking(call(operation, session, &arguments)))["error"].clone()
    };
    let floating = error(
        "stock.receive",
        Some(session),
        json!({"receipt": {"warehouse_id": "01a215c7-fedc-76ef-a21d-6552e5dea887", "day": "2026-01-10",
        "lines": [{"product_id": "01a215c7-fedc-76ef-a21d-6552e5dea887", "quantity": 1.5, "unit_cost": {"amount": "1", "currency": "EUR"}}]}}),
    );
    assert_eq!((&floating["code"], &floating["details"]["path"]), (&json!("bindings.request"), &json!("receipt.lines[0].quantity")));
    assert!(floating["message"].as_str().unwrap().contains("a float is not exact"), "{floating}");
    let precise = error("stock.propose_lots", Some(session), json!({"quantity": "0.1234567"}));
    assert_eq!((&precise["code"], &precise["details"]["path"]), (&json!("number.too_precise"), &json!("quantity")));
    assert_eq!(error("customers.get", Some(session), json!({"id": "x"}))["details"]["path"], json!("id"));
    assert_eq!(error("customers.get", Some(session), json!({"identity": 1}))["kind"], json!("invalid"));
    assert_eq!(error("customers.get", Some(99), json!({}))["code"], json!("bindings.closed"));
    assert_eq!(error("customers.get", None, json!({}))["code"], json!("bindings.request"));
    assert_eq!(error("customers.fetch", Some(session), json!({}))["code"], json!("bindings.request"));
    let unknown = error("customers.get", Some(session), json!({"id": "01a215c7-fedc-76ef-a21d-6552e5dea887"}));
    assert_eq!((&unknown["code"], &unknown["kind"]), (&json!("record.not_found"), &json!("not_found")));
    let huge = error(
        "products.create",
        Some(session),
        json!({"data": {"code": "P", "name": "P", "currency": "EUR", "list_price": {"amount": "1e40", "currency": "EUR"}}}),
    );
    assert_eq!(huge["code"], json!("bindings.request"));
    let misspelt = error("customers.create", Some(session), json!({"data": {"code": "C", "name": "C", "payment_day": 30}}));
    assert_eq!((&misspelt["code"], &misspelt["details"]["path"]), (&json!("bindings.request"), &json!("data.payment_day")));
}

#[test]
fn nothing_that_comes_in_is_repeated_whole() {
    let (facade, session) = opened();
    let long = "9".repeat(1_000_000);
    let customer = |name: Json| json!({"data": {"code": "C", "name": "C", "payment_days": name}});
    let amount = |amount: Json| json!({"payment": {"customer_id": "01a215c7-fedc-76ef-a21d-6552e5dea887", "day": "2026-01-10", "amount": {"amount": amount, "currency": "EUR"}}});
    let nested = |depth: usize| format!("{{\"filter\":{}1{}}}", "[".repeat(depth), "]".repeat(depth));
    let custom = |values: Json| json!({"data": {"code": "C", "name": "C"}, "custom": values}).to_string();
    let cases = [
        ("customers.create", customer(json!(long)).to_string(), "data.payment_days"),
        ("customers.create", format!("{{\"data\":{{\"payment_days\":{long}}}}}"), "data.payment_days"),
        ("customers.create", json!({"data": {"code": "C", "name": "C", long.as_str(): 1}}).to_string(), "data.999"),
        ("receivables.record_payment", amount(json!(long)).to_string(), "payment.amount.amount"),
        ("receivables.record_payment", amount(json!("1e999999999")).to_string(), "payment.amount.amount"),
        ("customers.get", json!({"id": long}).to_string(), "id"),
        ("customers.get", json!({long.as_str(): 1}).to_string(), ""),
        ("customers.list", nested(150), "filter"),
        ("customers.list", nested(100_000), "filter"),
        ("customers.list", nested(50), ""),
        ("customers.list", json!({"filter": {"field": long, "eq": 1}}).to_string(), ""),
        ("customers.list", json!({"filter": {"field": "payment_days", "eq": long}}).to_string(), ""),
        ("customers.list", json!({"filter": {"field": "name", "contains": long}}).to_string(), ""),
        ("customers.list", json!({"filter": {(long.as_str()): 1}}).to_string(), ""),
        ("customers.list", json!({"sort": [long]}).to_string(), ""),
        ("customers.list", json!({"after": long}).to_string(), ""),
        ("customers.report", json!({"by": [long]}).to_string(), ""),
        ("customers.patch", json!({"id": "01a215c7-fedc-76ef-a21d-6552e5dea887", "changes": {"payment_days": long}}).to_string(), ""),
        ("customers.patch", json!({"id": "01a215c7-fedc-76ef-a21d-6552e5dea887", "changes": {(long.as_str()): 1}}).to_string(), ""),
        ("customers.create", custom(json!({long.as_str(): 1})), ""),
        ("customers.create", customer(json!(30)).to_string().replace("\"name\":\"C\"", &format!("\"name\":\"{long}\"")), ""),
        ("products.resolve", json!({"text": long, "on": "2026-01-10"}).to_string(), ""),
        (long.as_str(), "{}".to_owned(), ""),
    ];
    for (operation, arguments, path) in cases {
        let shown: String = format!("{operation} {arguments}").chars().take(100).collect();
        let reply = facade.call_blocking(Call { session: Some(session), operation: operation.to_owned(), key: None, arguments });
        assert!(reply.len() < 5 * crm_core::limits::MAX_MESSAGE, "{shown}: {} bytes", reply.len());
        let error = &json_of(&reply)["error"];
        let kind = error["kind"].as_str().unwrap_or("none");
        assert!(operation == "products.resolve" || kind == "invalid" || kind == "limit", "{shown}: {reply}");
        if !path.is_empty() {
            assert!(error["details"]["path"].as_str().is_some_and(|told| told.starts_with(path)), "{shown}: {reply}");
        }
    }
    let nested = json_of(&facade.call_blocking(Call { arguments: nested(126), ..call("customers.list", Some(session), &json!({})) }));
    assert_eq!(nested["error"]["code"], json!("query.invalid"), "{nested}");
    let nested = json_of(&facade.call_blocking(Call { arguments: nested_too_deep(), ..call("customers.list", Some(session), &json!({})) }));
    assert_eq!((&nested["error"]["details"]["name"], &nested["error"]["details"]["limit"]), (&json!("MAX_JSON_DEPTH"), &json!("127")), "{nested}");
    let key = Some(long.clone());
    let keyed = facade.call_blocking(Call { key, ..call("customers.create", Some(session), &json!({"data": {"code": "K", "name": "K"}})) });
    assert!(keyed.len() < 1_000 && json_of(&keyed)["error"].is_object(), "{} bytes", keyed.len());
}

/// One level deeper than is accepted.
fn nested_too_deep() -> String {
    format!("{{\"filter\":{}1{}}}", "[".repeat(127), "]".repeat(127))
}

#[test]
fn closing_waits_for_what_runs_and_ends_everything_else() {
    let (facade, session) = opened();
    let (sender, receiver) = mpsc::channel();
    for number in 0..50 {
        let sender = sender.clone();
        let arguments = json!({"data": {"code": format!("C{number}"), "name": "C"}});
        facade.start(call("customers.create", Some(session), &arguments), move |reply| sender.send(reply).unwrap());
    }
    assert_eq!(json_of(&facade.close()), json!({"ok": null}));
    let replies: Vec<Json> = (0..50).map(|_| json_of(&receiver.recv().unwrap())).collect();
    assert!(replies.iter().all(|reply| reply.get("ok").is_some()), "{replies:?}");
    assert_eq!(json_of(&facade.call_blocking(call("customers.count", Some(session), &json!({}))))["error"]["code"], json!("bindings.closed"));
    assert_eq!(json_of(&facade.close()), json!({"ok": null}));
}

#[test]
fn a_callback_may_call_and_close() {
    let (facade, session) = opened();
    let (sender, receiver) = mpsc::channel();
    for _ in 0..2 * RUNTIME_THREADS {
        let (sender, inner) = (sender.clone(), Arc::clone(&facade));
        facade.start(call("customers.count", Some(session), &json!({})), move |_| {
            sender.send(inner.call_blocking(call("customers.count", Some(session), &json!({})))).unwrap();
        });
    }
    for _ in 0..2 * RUNTIME_THREADS {
        assert_eq!(receiver.recv().unwrap(), "{\"ok\":0}");
    }
    let inner = Arc::clone(&facade);
    facade.start(call("customers.count", Some(session), &json!({})), move |_| sender.send(inner.close()).unwrap());
    assert_eq!(receiver.recv().unwrap(), "{\"ok\":null}");
    assert!(lock(&facade.runtime).is_none(), "threads are left");
}

#[test]
fn a_panic_is_an_error_and_the_library_lives() {
    let (facade, session) = opened();
    let (sender, receiver) = mpsc::channel();
    facade.start(call(PANIC, None, &json!({})), move |reply| sender.send(reply).unwrap());
    for reply in [receiver.recv().unwrap(), facade.call_blocking(call(PANIC, Some(session), &json!({})))] {
        let error = &json_of(&reply)["error"];
        assert_eq!((&error["code"], &error["kind"]), (&json!("bindings.panic"), &json!("internal")), "{error}");
        assert!(error["details"]["panic"].as_str().unwrap().contains("asked for"), "{error}");
    }
    assert_eq!(json_of(&facade.call_blocking(call("customers.count", Some(session), &json!({}))))["ok"], json!(0));
    assert_eq!(json_of(&facade.close()), json!({"ok": null}));
}

#[test]
fn every_operation_and_type_is_described() {
    let api = describe();
    let services = api["services"].as_array().unwrap();
    let names: Vec<&str> = services.iter().map(|s| s["name"].as_str().unwrap()).collect();
    assert_eq!(names.len(), names.iter().collect::<std::collections::HashSet<_>>().len(), "two services of one name");
    let text = api.to_string();
    for (position, _) in text.match_indices("{\"ref\":\"") {
        let name = text[position + 8..].split('"').next().unwrap();
        assert!(api["types"].get(name).is_some(), "`{name}` is not described");
    }
    for service in services {
        for operation in service["operations"].as_array().unwrap() {
            assert!(find(&format!("{}.{}", service["name"].as_str().unwrap(), operation["name"].as_str().unwrap())).is_some());
        }
    }
}

#[test]
fn the_description_that_languages_are_generated_from_is_up_to_date() {
    let stored = include_str!("../../api.json");
    let stored: Json = serde_json::from_str(stored).unwrap();
    assert!(stored == describe(), "run `./generate.sh`");
}
