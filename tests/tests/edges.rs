//! Edges at which a first version went wrong: each was a defect once. On the storage in memory, because the rules are the core's.
#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic, reason = "tests: a failed expectation is a panic")]

use crm_core::{
    Code,
    audit::AuditEntry,
    company::Company,
    customers::{Customer, CustomerGroup},
    entity::{Entity, Value},
    limits::MAX_PAGE,
    num::{Currency, Decimal, MoneyStep},
    opening::{ApplyMode, OpeningCustomer, OpeningData, OpeningOptions, OpeningStock, SourceRow},
    query::{Filter, Query, Select},
    sales::{CostSource, LineCost, LineItem, NewDelivery, NewReturn, Reversal, SalesLine},
    stock::Warehouse,
    storage::{LockKeys, Mode},
};
use crm_tests::{
    harness::{Shop, day, eur, memory, price, quantity, sqlite},
    runtime,
};
use std::future::Future;

fn in_a_shop<F: Future<Output = ()>>(case: impl Fn(Shop) -> F) {
    runtime().block_on(async { case(memory().await.shop().await).await });
}

/// Delivers three at a price, takes them back one by one, and gives what the customer owes in the end.
async fn owed_after_three_returns(shop: &Shop, price: &str) -> String {
    shop.receive("3", "0.01").await;
    let sold = shop.deliver("3", price).await;
    let line = shop.lines_of(sold.document_id).await[0];
    for _ in 0..3 {
        shop.session.sales().return_goods(&shop.back(sold.document_id, &[(line, "1")])).await.unwrap();
    }
    shop.session.receivables().balance(shop.customer, day("2026-12-31"), Currency::EUR).await.unwrap().amount().to_string()
}

#[test]
fn a_delivery_that_came_back_in_parts_leaves_nothing_owed() {
    in_a_shop(|shop| async move { assert_eq!(owed_after_three_returns(&shop, "0.12").await, "0") });
}

#[test]
fn a_delivery_with_tax_in_its_prices_that_came_back_in_parts_leaves_nothing_owed() {
    runtime().block_on(async {
        let company = Company { prices_include_tax: true, ..Company::new("Acme", Currency::EUR) };
        let shop = Shop::founded(&memory().await, company).await;
        assert_eq!(owed_after_three_returns(&shop, "0.333333").await, "0");
    });
}

#[test]
fn a_return_at_a_negative_price_is_refused() {
    in_a_shop(|shop| async move {
        let back = shop.unlinked(shop.service, "1", "-5");
        shop.refuses(Code::FieldInvalid, shop.session.sales().return_goods(&back)).await;
    });
}

#[test]
fn a_return_before_its_delivery_is_refused() {
    in_a_shop(|shop| async move {
        shop.receive("3", "1").await;
        let sold = shop.deliver("3", "5").await;
        let line = shop.lines_of(sold.document_id).await[0];
        let back = NewReturn { day: day("2026-01-09"), ..shop.back(sold.document_id, &[(line, "1")]) };
        shop.refuses(Code::FieldInvalid, shop.session.sales().return_goods(&back)).await;
    });
}

#[test]
fn a_branch_is_not_moved_deeper_than_the_limit() {
    in_a_shop(|shop| async move {
        let mut ends = Vec::new();
        for branch in ["A", "B"] {
            let top = shop.group(branch, None).await;
            let mut low = top;
            for n in 0..39 {
                low = shop.group(&format!("{branch}{n}"), Some(low)).await;
            }
            ends.push((top, low));
        }
        let mut moved = shop.session.customer_groups().get(ends[1].0).await.unwrap();
        moved.data = CustomerGroup { parent_id: Some(ends[0].1), ..moved.data };
        shop.refuses(Code::TreeTooDeep, shop.session.customer_groups().update(&moved)).await;
    });
}

#[test]
fn a_company_has_no_second_company_in_it() {
    in_a_shop(|shop| async move {
        let second = shop.session.company().create(Company::new("Second", Currency::EUR)).await;
        assert!(second.is_err(), "a second company row was stored in the first one's tenant");
    });
}

#[test]
fn an_update_of_the_company_does_not_bring_revoked_rights_back() {
    in_a_shop(|shop| async move {
        let (sam, session) = shop.operator("sam", &["salesperson"], &[]).await;
        let before = shop.session.company().get(shop.company).await.unwrap().access_version;
        let mut operator = shop.session.operators().get(sam).await.unwrap();
        operator.roles.clear();
        shop.session.operators().update(&operator).await.unwrap();
        let mut company = shop.session.company().get(shop.company).await.unwrap();
        company.access_version = before;
        shop.session.company().update(&company).await.ok();
        assert!(session.customers().list().fetch().await.is_err(), "a revoked role works again");
    });
}

#[test]
fn texts_of_documents_keep_the_limits_of_texts() {
    in_a_shop(|shop| async move {
        let long = Some("x".repeat(501));
        let delivery = NewDelivery { reference: long, ..shop.delivery_of(&[(shop.service, "1", "5")]) };
        shop.refuses(Code::FieldTooLong, shop.session.sales().deliver(&delivery)).await;
    });
}

#[test]
fn the_money_step_of_books_stays() {
    in_a_shop(|shop| async move {
        shop.receive("10", "0.004").await;
        let mut company = shop.session.company().get(shop.company).await.unwrap();
        company.money_step = MoneyStep::new(Decimal::new(5, 2)).unwrap();
        shop.refuses(Code::FieldInvalid, shop.session.company().update(&company)).await;
    });
}

#[test]
fn the_currency_of_books_with_postings_stays() {
    in_a_shop(|shop| async move {
        shop.receive("10", "1").await;
        let mut company = shop.session.company().get(shop.company).await.unwrap();
        company.currency = Currency::USD;
        assert!(shop.session.company().update(&company).await.is_err(), "no posting of the product is possible any more");
    });
}

#[test]
fn who_may_not_read_the_audit_does_not_find_things_out_by_it() {
    in_a_shop(|shop| async move {
        let (sam, session) = shop.operator("sam", &["salesperson"], &[]).await;
        shop.customer_of("MINE", Some(sam), None).await;
        let asked = Filter::exists("audit_entry", AuditEntry::operator_id().eq(shop.admin));
        let answer = session.customers().count(&asked).await;
        assert_eq!(answer.map_err(|e| e.code()).unwrap_err(), Code::AccessDenied);
    });
}

fn row<T>(value: T) -> SourceRow<T> {
    SourceRow::new("Sheet", 2, value)
}

/// What opening with the good rows makes of stock of the first product.
async fn open_stock(shop: &Shop, amount: &str, cost: &str) -> Result<Vec<&'static str>, Code> {
    let bad = OpeningStock { product: "P1".into(), quantity: quantity(amount), unit_cost: cost.parse().unwrap(), ..Default::default() };
    let good = OpeningStock { product: "P2".into(), quantity: quantity("1"), unit_cost: Decimal::ONE, ..Default::default() };
    let data = OpeningData { stock: vec![row(bad), row(good)], ..Default::default() };
    let options = OpeningOptions::new(shop.warehouse, day("2026-01-01"), ApplyMode::GoodRows);
    let report = shop.session.opening().apply(&data, &options).await.map_err(|e| e.code())?;
    Ok(report.problems.iter().map(|p| p.code).collect())
}

#[test]
fn opening_stock_that_is_negative_is_a_problem_of_its_row() {
    in_a_shop(|shop| async move { assert_eq!(open_stock(&shop, "-1", "1").await, Ok(vec!["negative"])) });
}

#[test]
fn an_opening_cost_that_is_negative_is_a_problem_of_its_row() {
    in_a_shop(|shop| async move { assert_eq!(open_stock(&shop, "1", "-1").await, Ok(vec!["negative"])) });
}

#[test]
fn an_opening_cost_with_too_many_decimals_is_a_problem_of_its_row() {
    in_a_shop(|shop| async move { assert_eq!(open_stock(&shop, "1", "0.0000001").await, Ok(vec!["too_precise"])) });
}

#[test]
fn opening_groups_keep_the_limits_of_codes() {
    in_a_shop(|shop| async move {
        let customer = OpeningCustomer { code: "A".into(), name: "A".into(), group: Some("x".repeat(100)), ..Default::default() };
        let data = OpeningData { customers: vec![row(customer)], ..Default::default() };
        let options = OpeningOptions::new(shop.warehouse, day("2026-01-01"), ApplyMode::GoodRows);
        shop.session.opening().apply(&data, &options).await.ok();
        let codes = shop.session.customer_groups().list().fetch().await.unwrap();
        assert!(codes.iter().all(|g| g.code.chars().count() <= crm_core::limits::MAX_CODE), "a group with a code of 100 characters is stored");
    });
}

#[test]
fn opening_rows_that_are_kept_out_leave_no_groups_behind() {
    in_a_shop(|shop| async move {
        let customer = OpeningCustomer { code: "C1".into(), name: "Other".into(), group: Some("New".into()), ..Default::default() };
        let data = OpeningData { customers: vec![row(customer)], ..Default::default() };
        let options = OpeningOptions::new(shop.warehouse, day("2026-01-01"), ApplyMode::GoodRows);
        let report = shop.session.opening().apply(&data, &options).await.unwrap();
        assert_eq!(report.problems.len(), 1);
        assert_eq!(shop.session.customer_groups().count(&Filter::All).await.unwrap(), 0);
    });
}

#[test]
fn the_taxes_of_a_return_have_the_sign_of_its_amounts() {
    in_a_shop(|shop| async move {
        let posted = shop.session.sales().return_goods(&shop.unlinked(shop.service, "1", "100")).await.unwrap();
        let document = shop.session.sales_documents().get(posted.document_id).await.unwrap();
        assert_eq!((document.tax, document.taxes[0].tax), (eur("-21"), eur("-21")));
    });
}

#[test]
fn the_answer_under_a_key_is_its_callers_alone() {
    in_a_shop(|shop| async move {
        shop.receive("10", "1").await;
        let (_, sam) = shop.operator("sam", &["manager"], &[]).await;
        let delivery = shop.delivery_of(&[(shop.product, "1", "5")]);
        let posted = shop.session.idempotent("order-1").sales().deliver(&delivery).await.unwrap();
        assert!(posted.cost.is_some());
        shop.refuses(Code::IdempotencyMismatch, sam.idempotent("order-1").sales().deliver(&delivery)).await;
    });
}

#[test]
fn a_nul_character_is_refused_wherever_it_comes_from() {
    in_a_shop(|shop| async move {
        let named = |name: &str| crm_core::customers::Customer::new("X", name);
        shop.refuses(Code::FieldInvalid, shop.session.customers().create(named("nul \0 nul"))).await;
        shop.refuses(Code::FieldInvalid, shop.session.idempotent("a\0b").customers().create(named("X"))).await;
        let country = crm_core::customers::Customer::country();
        for filter in [country.eq(Some("\0".to_owned())), crm_core::customers::Customer::name().contains("\0")] {
            shop.refuses(Code::QueryInvalid, shop.session.customers().count(&filter)).await;
        }
        let json = serde_json::json!({"field": "country", "eq": "a\0"});
        let filter = crm_core::query::Filter::from_json(&json, crm_core::catalogue::find("customer").unwrap());
        shop.refuses(Code::QueryInvalid, async { filter }).await;
    });
}

/// A misspelt kind or currency in a filter is an error that names the field, and not a list of nothing.
#[test]
fn a_text_that_a_field_cannot_hold_is_no_filter() {
    in_a_shop(|shop| async move {
        let decl = crm_core::catalogue::find("customer").unwrap();
        let count = async |json: serde_json::Value| shop.session.customers().count(&crm_core::query::Filter::from_json(&json, decl)?).await;
        for wrong in [
            serde_json::json!({"field": "kind", "eq": "organization"}),
            serde_json::json!({"field": "kind", "in": ["organisation", "Person"]}),
            serde_json::json!({"not": {"field": "kind", "ne": ""}}),
            serde_json::json!({"relation": "open_item", "none": {"field": "kind", "eq": "invoice"}}),
            serde_json::json!({"field": "currency", "eq": "euro"}),
        ] {
            let error = count(wrong.clone()).await.unwrap_err();
            let field = if wrong.get("field") == Some(&"currency".into()) { "currency" } else { "kind" };
            assert_eq!((error.code(), error.context("field")), (Code::QueryInvalid, Some(field)), "{wrong}");
        }
        assert_eq!(count(serde_json::json!({"field": "kind", "eq": "organisation"})).await.unwrap(), 2);
    });
}

/// An entry that was taken away past the services, where no engine keeps watch, is found by the proof of the books.
#[test]
fn the_proof_finds_a_reference_to_nothing() {
    crm_tests::runtime().block_on(async {
        let shop = crm_tests::harness::memory().await.shop().await;
        let entry = crm_core::dictionary::DictionaryEntry::new("level", "a", &[]);
        let entry = shop.session.dictionary_entries().create(entry).await.unwrap();
        shop.session.customers().create(Customer { level_id: Some(entry.id), ..Customer::new("X", "X") }).await.unwrap();
        shop.verify().await;
        let mut changes = shop.changes();
        changes.delete(&entry).unwrap();
        let work = shop.harness.storage.begin(shop.company, crm_core::storage::Mode::Write).await.unwrap();
        work.write_and_commit(&changes).await.unwrap();
        let error = shop.session.verify().await.unwrap_err();
        assert_eq!((error.code(), error.context("record"), error.context("found")), (Code::Corrupt, Some("customer"), Some("1")));
    });
}

#[test]
fn goods_that_never_were_in_stock_pass_by_it_when_their_delivery_is_reversed() {
    in_a_shop(|shop| async move {
        let line = LineItem { cost: LineCost::Direct { unit_cost: price("2.14") }, ..LineItem::new(shop.product, 1.into(), price("5")) };
        let sold = shop.session.sales().deliver(&NewDelivery { lines: vec![line], ..shop.delivery("1", "5") }).await.unwrap();
        let reversal = Reversal { document_id: sold.document_id, day: day("2026-02-01"), reason: "wrong".into() };
        let back = shop.session.sales().reverse(&reversal).await.unwrap();
        assert_eq!(back.cost, Some(eur("-2.14")));
        let lines = shop.session.sales_lines().list().filter(&SalesLine::document_id().eq(back.document_id)).unwrap().fetch().await.unwrap();
        assert_eq!(lines[0].cost_source, CostSource::Direct);
        shop.verify().await;
    });
}

#[test]
fn what_undoes_a_return_is_not_taken_back_a_second_time() {
    in_a_shop(|shop| async move {
        shop.receive("3", "1").await;
        let sold = shop.deliver("3", "2").await;
        let line = shop.lines_of(sold.document_id).await[0];
        let back = shop.session.sales().return_goods(&shop.back(sold.document_id, &[(line, "3")])).await.unwrap();
        let undo = |document_id| Reversal { document_id, day: day("2026-02-01"), reason: "wrong".into() };
        let undone = shop.session.sales().reverse(&undo(back.document_id)).await.unwrap();
        shop.refuses(Code::DocumentReversed, shop.session.sales().reverse(&undo(undone.document_id))).await;
        shop.refuses(Code::DocumentReversed, shop.session.sales().reverse(&undo(back.document_id))).await;
        let of_it = shop.lines_of(undone.document_id).await[0];
        let again = NewReturn { day: day("2026-02-02"), ..shop.back(undone.document_id, &[(of_it, "1")]) };
        shop.refuses(Code::DocumentReversed, shop.session.sales().return_goods(&again)).await;
        let of_the_delivery = NewReturn { day: day("2026-02-02"), ..shop.back(sold.document_id, &[(line, "3")]) };
        shop.session.sales().return_goods(&of_the_delivery).await.unwrap();
        shop.verify().await;
    });
}

#[test]
fn keys_of_more_records_than_a_page_are_made_anew() {
    runtime().block_on(async {
        // On an engine with indexes: so many inserts take long in memory.
        let shop = sqlite().await.shop().await;
        let count = usize::try_from(MAX_PAGE).unwrap() + 1;
        shop.session.warehouses().create_many((0..count).map(|i| Warehouse::new(format!("W{i}"), "Łódź")).collect()).await.unwrap();
        let (decl, permit) = (Warehouse::decl(), shop.permit());
        let (name, key) = (decl.column("name").unwrap(), decl.column("name_key").unwrap());
        let some = |filter: Filter| Query::Select(Select::<Warehouse>::new(&permit).filter(&filter).unwrap().plan());
        let halves = [some(Warehouse::code().lt("W5".to_owned())), some(Warehouse::code().ge("W5".to_owned()))];
        let mut work = shop.harness.storage.begin(shop.company, Mode::Write).await.unwrap();
        let rows = work.read(&LockKeys::none(), &halves).await.unwrap().concat();
        let mut changes = shop.changes();
        for mut row in rows.into_iter().filter(|row| row[name] == Value::Text("Łódź".into())) {
            row[key] = Value::Text("łodz".into());
            changes.rekey(decl, row);
        }
        work.write_and_commit(&changes).await.unwrap();
        let rebuilt = shop.session.company().rebuild_search_keys().await.unwrap();
        assert_eq!(rebuilt.records, [("warehouse".to_owned(), u64::try_from(count).unwrap())].into());
        assert_eq!(shop.session.warehouses().count(&Warehouse::name().contains("lodz")).await.unwrap(), u64::try_from(count).unwrap());
        shop.verify().await;
    });
}
