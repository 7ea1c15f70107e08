//! Derived fields: what a customer owes, what is overdue, the last delivery, the revenue of twelve months; shown, filtered and sorted by.
#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic, reason = "a suite of tests: a failed expectation is a panic")]

use crate::harness::{Harness, Shop, day, eur, price, quantity};
use crm_core::{
    Code,
    access::{Right, Role, ScopeLevel},
    act::Session,
    customers::{Customer, CustomerFigures},
    entity::Stored,
    ids::{CustomerId, SalesDocumentId},
    limits,
    num::{Currency, Money},
    query::{Cursor, Filter},
    receivables::{Allocate, NewPayment, OpenItem, OpenItemKind},
    sales::{LineItem, NewDelivery, Reversal, SalesDocument},
    storage::Mode,
};

/// A shop on a day at noon.
async fn shop_on(harness: &Harness, today: &str) -> Shop {
    let shop = harness.shop().await;
    harness.clock.set(day(today).and_hms_opt(12, 0, 0).unwrap().and_utc());
    shop
}

/// Delivers a service without tax.
async fn sell(shop: &Shop, customer: CustomerId, on: &str, amount: &str) -> SalesDocumentId {
    let line = LineItem { tax_code: Some("Z".into()), ..LineItem::new(shop.service, quantity("1"), price(amount)) };
    shop.session.sales().deliver(&NewDelivery::new(customer, shop.warehouse, day(on), vec![line])).await.unwrap().document_id
}

async fn reverse(shop: &Shop, document_id: SalesDocumentId) {
    shop.session.sales().reverse(&Reversal { document_id, day: day("2026-03-09"), reason: "wrong".into() }).await.unwrap();
}

async fn untaxed(shop: &Shop) {
    let rate = crm_core::tax::TaxRate::new("Z", "None", crm_core::num::Rate::ZERO, day("2020-01-01"));
    shop.session.tax_rates().create(rate).await.unwrap();
}

async fn figures(session: &Session<'_>, customer: CustomerId) -> CustomerFigures {
    session.customers().figures(&[customer]).await.unwrap().remove(0)
}

async fn codes(session: &Session<'_>, filter: &Filter, sort: &[&str]) -> Vec<String> {
    let mut codes = Vec::new();
    let mut after = None;
    loop {
        let mut list = session.customers().list().filter(filter).unwrap().sort(sort).limit(1);
        if let Some(cursor) = &after {
            list = list.after(cursor);
        }
        let page = list.page().await.unwrap();
        codes.extend(page.items.into_iter().map(|customer| customer.data.code));
        match page.next {
            Some(next) => after = Some(next),
            None => return codes,
        }
    }
}

/// Deliveries, payments, credits, reversals and the passing of days show in the figures; other currencies do not.
pub async fn derived_fields_follow_the_documents(harness: Harness) {
    let shop = shop_on(&harness, "2026-03-10").await;
    untaxed(&shop).await;
    let nothing = figures(&shop.session, shop.customer).await;
    assert_eq!((nothing.owed, nothing.overdue, nothing.revenue_12_months), (Some(eur("0")), Some(eur("0")), Some(eur("0"))));
    assert_eq!(nothing.last_delivery_day, None);
    let old = sell(&shop, shop.customer, "2025-03-10", "1").await;
    sell(&shop, shop.customer, "2025-03-11", "20").await;
    // Due on 2026-03-09 and on 2026-03-10, of which only the former is past.
    sell(&shop, shop.customer, "2026-02-07", "300").await;
    sell(&shop, shop.customer, "2026-02-08", "4000").await;
    let is = figures(&shop.session, shop.customer).await;
    assert_eq!((is.owed, is.overdue), (Some(eur("4321")), Some(eur("321"))));
    assert_eq!((is.last_delivery_day, is.revenue_12_months), (Some(day("2026-02-08")), Some(eur("4320"))));
    // A prepayment lowers what is owed, not what is overdue.
    let payment = |amount: Money| NewPayment { allocate: Allocate::Nothing, ..NewPayment::new(shop.customer, day("2026-03-01"), amount) };
    shop.session.receivables().record_payment(&payment(eur("21"))).await.unwrap();
    // What is open in another currency, from wherever it came, does not add to it.
    let mut changes = shop.changes();
    let dollars = Money::parse("7", Currency::USD).unwrap();
    let item = OpenItem::new(OpenItemKind::Opening, shop.customer, day("2026-01-01"), dollars, changes.context().at);
    let item = OpenItem { reference: Some("OLD".into()), ..item };
    changes.insert(&Stored::new(changes.new_id(), item));
    let work = harness.storage.begin(shop.company, Mode::Write).await.unwrap();
    work.write_and_commit(&changes).await.unwrap();
    let is = figures(&shop.session, shop.customer).await;
    assert_eq!((is.owed, is.overdue, is.revenue_12_months), (Some(eur("4300")), Some(eur("321")), Some(eur("4320"))));
    // A reversal takes the delivery back, in every figure.
    let last = shop.session.sales_documents().list().filter(&SalesDocument::net().eq(eur("4000"))).unwrap().fetch().await.unwrap().remove(0).id;
    reverse(&shop, last).await;
    let is = figures(&shop.session, shop.customer).await;
    assert_eq!((is.owed, is.overdue), (Some(eur("300")), Some(eur("321"))));
    assert_eq!((is.last_delivery_day, is.revenue_12_months), (Some(day("2026-02-07")), Some(eur("320"))));
    // The first of the twelve months goes with the day.
    reverse(&shop, old).await;
    harness.clock.set(day("2026-03-11").and_hms_opt(0, 0, 0).unwrap().and_utc());
    let is = figures(&shop.session, shop.customer).await;
    assert_eq!((is.owed, is.overdue, is.revenue_12_months), (Some(eur("299")), Some(eur("320")), Some(eur("299"))));
    // What is dated ahead counts from its day on.
    shop.session.receivables().record_payment(&NewPayment { day: day("2026-03-13"), ..payment(eur("9")) }).await.unwrap();
    sell(&shop, shop.other, "2026-03-12", "70").await;
    let is = figures(&shop.session, shop.customer).await;
    assert_eq!((is.owed, is.overdue), (Some(eur("299")), Some(eur("320"))));
    assert_eq!(shop.session.receivables().balance(shop.customer, day("2026-03-11"), Currency::EUR).await.unwrap(), eur("299"));
    let other = figures(&shop.session, shop.other).await;
    assert_eq!((other.owed, other.overdue, other.last_delivery_day, other.revenue_12_months), (Some(eur("0")), Some(eur("0")), None, Some(eur("0"))));
    let both = shop.session.customers().figures(&[shop.other, shop.customer, shop.other]).await.unwrap();
    assert_eq!(both.iter().map(|is| is.customer_id).collect::<Vec<_>>(), [shop.other, shop.customer], "in the order asked for, each once");
    shop.verify().await;
}

/// Derived fields narrow and order a list like fields, over pages and in combinations, and behind relations.
pub async fn derived_fields_filter_and_sort(harness: Harness) {
    let shop = shop_on(&harness, "2026-03-10").await;
    untaxed(&shop).await;
    for (code, on, amount) in [("A", "2026-01-03", "5"), ("B", "2026-01-02", "50"), ("C", "2026-01-02", "10")] {
        let customer = shop.customer_of(code, None, None).await.id;
        sell(&shop, customer, on, amount).await;
    }
    let all = async |filter: Filter, sort: &[&str]| codes(&shop.session, &filter, sort).await.join(" ");
    assert_eq!(all(Filter::All, &["-owed", "code"]).await, "B C A C1 C2");
    assert_eq!(all(Filter::All, &["owed", "-code"]).await, "C2 C1 A C B");
    // Nothing first when ascending, last when descending; then the next key decides.
    assert_eq!(all(Filter::All, &["last_delivery_day", "-revenue_12_months", "code"]).await, "C1 C2 B C A");
    assert_eq!(all(Filter::All, &["-last_delivery_day", "revenue_12_months", "code"]).await, "A C B C1 C2");
    assert_eq!(all(Customer::owed().gt(eur("5")), &["code"]).await, "B C");
    assert_eq!(all(Customer::overdue().between(eur("5"), eur("10")), &["-overdue"]).await, "C A");
    assert_eq!(all(Customer::owed().eq(eur("0")), &["code"]).await, "C1 C2");
    assert_eq!(all(Customer::owed().is_in([eur("5"), eur("50")]), &["code"]).await, "A B");
    assert_eq!(all(Customer::last_delivery_day().is_empty(), &["code"]).await, "C1 C2");
    assert_eq!(all(Customer::last_delivery_day().is_empty().negate(), &["code"]).await, "A B C");
    assert_eq!(all(Customer::last_delivery_day().le(day("2026-01-02")).negate(), &["code"]).await, "A C1 C2");
    assert_eq!(all(Customer::owed().gt(eur("5")).and(Customer::name().contains("c")).or(Customer::code().eq("C2")), &["code"]).await, "B C C2");
    // Nobody bought twice as much as they owe; documents of customers who owe more than five.
    let of_debtors = Filter::exists("customer", Customer::owed().gt(eur("5")));
    assert_eq!(shop.session.sales_documents().count(&of_debtors).await.unwrap(), 2);
    let json = Filter::from_json(&serde_json::json!({"field": "overdue", "ge": "10"}), <Customer as crm_core::entity::Entity>::decl()).unwrap();
    assert_eq!(shop.session.customers().count(&json).await.unwrap(), 2);
    // A page that follows on another day would not follow.
    let list = || shop.session.customers().list().sort(&["-overdue"]).limit(2);
    let next = list().page().await.unwrap().next.unwrap();
    assert_eq!(list().after(&next).page().await.unwrap().items.len(), 2);
    // Positions that no row can have.
    let value = next.0.split(':').next_back().unwrap().to_owned();
    for forged in ["[null,", "[\"1.00001\",", "[\"99999999999999999999999999\",", "[\"x\","] {
        let rest = value.split_once(',').unwrap().1;
        let forged = Cursor(next.0.replace(&value, &format!("{forged}{rest}")));
        assert_eq!(list().after(&forged).page().await.unwrap_err().code(), Code::CursorInvalid, "{forged:?}");
    }
    harness.clock.set(day("2026-03-11").and_hms_opt(0, 0, 0).unwrap().and_utc());
    assert_eq!(list().after(&next).page().await.unwrap_err().code(), Code::CursorInvalid);
    // What they are not for, and how many there may be.
    let refused = async |filter: Filter| shop.session.customers().count(&filter).await.unwrap_err();
    assert_eq!(refused(Customer::owed().contains("5")).await.code(), Code::QueryInvalid);
    let grouped = shop.session.report::<Customer>(|report| report.by("owed")).await.unwrap_err();
    assert_eq!((grouped.code(), grouped.context("field")), (Code::QueryInvalid, Some("owed")));
    let many = Filter::And(vec![Customer::owed().gt(eur("5")); limits::MAX_FILTER_RELATIONS + 1]);
    assert_eq!(refused(many).await.code(), Code::LimitExceeded);
}

/// A derived field is as far within reach as what it is derived from: elsewhere it is empty, and without the right it is refused.
pub async fn derived_fields_end_with_the_reach_of_their_sources(harness: Harness) {
    let shop = shop_on(&harness, "2026-03-10").await;
    untaxed(&shop).await;
    let role = |code: &str, level, rights: &[Right]| Role::with(code, code, level, rights);
    for role in [
        role("names", ScopeLevel::All, &[Right::CustomersRead, Right::SalesRead]),
        role("money", ScopeLevel::Own, &[Right::CustomersRead, Right::ReceivablesRead]),
    ] {
        shop.session.roles().create(role).await.unwrap();
    }
    let (sam, both) = shop.operator("sam", &["names", "money"], &[]).await;
    let (_, names) = shop.operator("nina", &["names"], &[]).await;
    let (mine, theirs) = (shop.customer_of("M", Some(sam), None).await.id, shop.customer_of("T", None, None).await.id);
    sell(&shop, mine, "2026-01-02", "5").await;
    sell(&shop, theirs, "2026-01-03", "50").await;
    // All customers' deliveries, what the own ones owe.
    let is = figures(&both, theirs).await;
    assert_eq!((is.owed, is.overdue, is.last_delivery_day, is.revenue_12_months), (None, None, Some(day("2026-01-03")), Some(eur("50"))));
    assert_eq!(figures(&both, mine).await.owed, Some(eur("5")));
    assert_eq!(codes(&both, &Customer::owed().gt(eur("0")), &["code"]).await, ["M"]);
    assert_eq!(codes(&both, &Customer::owed().gt(eur("0")).negate(), &["code"]).await, ["C1", "C2", "T"]);
    assert_eq!(codes(&both, &Customer::owed().is_empty(), &["code"]).await, ["C1", "C2", "T"]);
    // Sorted by what is seen in some rows only, the list is of those.
    assert_eq!(codes(&both, &Filter::All, &["-owed"]).await, ["M"]);
    assert_eq!(codes(&both, &Filter::All, &["-revenue_12_months", "code"]).await, ["T", "M", "C1", "C2"]);
    let of_debtors = Filter::exists("customer", Customer::owed().gt(eur("0")));
    assert_eq!(both.sales_documents().count(&of_debtors).await.unwrap(), 1);
    // Without the right to receivables nothing tells of them.
    let is = figures(&names, mine).await;
    assert_eq!((is.owed, is.overdue, is.revenue_12_months), (None, None, Some(eur("5"))));
    for refused in [names.customers().count(&Customer::overdue().gt(eur("0"))).await.unwrap_err(), {
        names.customers().list().sort(&["owed"]).page().await.unwrap_err()
    }] {
        assert_eq!(refused.code(), Code::AccessDenied);
    }
    assert!(both.customers().figures(&[CustomerId(shop.warehouse.0)]).await.unwrap().is_empty());
}
