//! What is due and to whom: credit by day and by payer, prepayments of deliveries that are taken back, cash rounding that comes back, amounts that
//! can be settled, and questions that are about nobody.
#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic, reason = "a suite of tests: a failed expectation is a panic")]

use crate::harness::{Harness, Shop, day, eur, price, quantity};
use crm_core::{
    Code,
    access::{Right, Role, ScopeLevel},
    audit::{Action, AuditEntry},
    company::Company,
    customers::Customer,
    ids::{CustomerId, SalesDocumentId, SalesOrderId},
    num::{Currency, Decimal, Money, MoneyStep},
    pricing::{PriceList, PriceListItem},
    products::Product,
    receivables::{
        AccountOf, AgeingQuery, Allocate, CreditPolicy, CreditState, Deallocation, Instalment, NewAllocation, NewPayment, NewWriteOff, OpenItem,
        PayerCredit, PaymentCancellation, PaymentPosted, PaymentStatus, Rescheduling,
    },
    sales::{
        CloseOrder, CreditLine, LineItem, NewCreditNote, NewDelivery, NewOrder, NewReturn, OrderDelivery, OrderState, PayableRounding, Reversal,
        SalesPosted,
    },
};

use serde_json::json;

async fn shop_with(harness: &Harness, company: Company) -> Shop {
    Shop::founded(harness, Company { credit_policy: CreditPolicy::Block, ..company }).await
}

fn acme() -> Company {
    Company::new("Acme", Currency::EUR)
}

async fn customer(shop: &Shop, code: &str, limit: Option<&str>, payer_id: Option<CustomerId>) -> CustomerId {
    let credit_limit = limit.map(eur);
    let currency = credit_limit.map(|_| Currency::EUR);
    shop.session.customers().create(Customer { credit_limit, currency, payer_id, ..Customer::new(code, code) }).await.unwrap().id
}

/// A delivery of a service, without tax.
fn sale(shop: &Shop, customer_id: CustomerId, on: &str, amount: &str) -> NewDelivery {
    NewDelivery { customer_id, day: day(on), ..shop.delivery_of(&[(shop.service, "1", amount)]) }
}

async fn sell(shop: &Shop, customer_id: CustomerId, on: &str, amount: &str) -> SalesPosted {
    shop.session.sales().deliver(&sale(shop, customer_id, on, amount)).await.unwrap()
}

async fn pay(shop: &Shop, customer_id: CustomerId, on: &str, amount: &str, allocate: Allocate) -> PaymentPosted {
    let payment = NewPayment { allocate, ..NewPayment::new(customer_id, day(on), eur(amount)) };
    shop.session.receivables().record_payment(&payment).await.unwrap()
}

async fn credit(shop: &Shop, customer: CustomerId, on: &str) -> CreditState {
    shop.session.receivables().credit_state(customer, day(on)).await.unwrap()
}

async fn balance(shop: &Shop, customer: CustomerId, on: &str) -> Money {
    shop.session.receivables().balance(customer, day(on), Currency::EUR).await.unwrap()
}

async fn status(shop: &Shop, document: SalesDocumentId, on: &str) -> (Money, PaymentStatus) {
    let settled = shop.session.receivables().document_status(document, day(on)).await.unwrap().expect("a document");
    (settled.settled, settled.status)
}

async fn order(shop: &Shop, customer_id: CustomerId, on: &str, pieces: &str, unit_price: &str) -> SalesOrderId {
    let lines = vec![LineItem::new(shop.service, quantity(pieces), price(unit_price))];
    shop.session.orders().create(&NewOrder::new(customer_id, day(on), lines)).await.unwrap().order_id
}

async fn deliver(shop: &Shop, order: SalesOrderId, on: &str) -> SalesPosted {
    shop.session.orders().deliver(&OrderDelivery::all(order, shop.warehouse, day(on))).await.unwrap()
}

async fn reverse(shop: &Shop, document_id: SalesDocumentId, on: &str) -> SalesPosted {
    shop.session.sales().reverse(&Reversal { document_id, day: day(on), reason: "wrong".into() }).await.unwrap()
}

fn in_cash(delivery: NewDelivery) -> NewDelivery {
    NewDelivery { payable_rounding: PayableRounding::To(MoneyStep::new("0.05".parse().unwrap()).unwrap()), ..delivery }
}

/// A cheque for later pays later: until then its receivable counts, and stops credit once it is overdue. So does a payment that nothing is
/// allocated of, and a credit.
pub async fn credit_is_freed_on_the_day_of_the_payment(harness: Harness) {
    let shop = shop_with(&harness, Company { credit_overdue_days: Some(10), ..acme() }).await;
    let who = customer(&shop, "W", Some("100"), None).await;
    let sold = sell(&shop, who, "2026-01-10", "100").await;
    pay(&shop, who, "2026-03-10", "100", Allocate::Documents(vec![(sold.document_id, eur("100"))])).await;
    for (on, owed) in [("2026-01-09", "0"), ("2026-01-20", "100"), ("2026-03-09", "100"), ("2026-03-10", "0")] {
        assert_eq!((credit(&shop, who, on).await.receivables, balance(&shop, who, on).await), (eur(owed), eur(owed)), "{on}");
    }
    let error = shop.refuses(Code::CreditExceeded, shop.session.sales().deliver(&sale(&shop, who, "2026-01-20", "1"))).await;
    assert_eq!((error.context("exposure"), error.context("overdue")), (Some("101"), Some("0")));
    // Due on the 10th of January, of which 10 days are allowed.
    assert_eq!((credit(&shop, who, "2026-01-20").await.overdue, credit(&shop, who, "2026-01-21").await.overdue), (0, 1));
    assert_eq!((credit(&shop, who, "2026-03-09").await.overdue, credit(&shop, who, "2026-03-10").await.overdue), (1, 0));
    let free = customer(&shop, "F", None, None).await;
    let late = sell(&shop, free, "2026-01-10", "50").await;
    pay(&shop, free, "2026-06-10", "50", Allocate::Documents(vec![(late.document_id, eur("50"))])).await;
    shop.refuses(Code::CreditExceeded, shop.session.sales().deliver(&sale(&shop, free, "2026-02-15", "1"))).await;
    shop.session.sales().deliver(&sale(&shop, free, "2026-06-10", "1")).await.unwrap();
    // Neither does what is paid in advance help before it is there, nor what is credited later.
    let ahead = customer(&shop, "A", Some("0"), None).await;
    pay(&shop, ahead, "2026-02-01", "30", Allocate::Nothing).await;
    shop.refuses(Code::CreditExceeded, shop.session.sales().deliver(&sale(&shop, ahead, "2026-01-31", "30"))).await;
    shop.session.sales().deliver(&sale(&shop, ahead, "2026-02-01", "30")).await.unwrap();
    shop.verify().await;
}

/// What is recorded with an earlier day must not go beyond the limit on any later one.
pub async fn an_earlier_day_is_no_way_around_the_limit(harness: Harness) {
    let shop = shop_with(&harness, acme()).await;
    let who = customer(&shop, "W", Some("100"), None).await;
    sell(&shop, who, "2026-02-10", "60").await;
    pay(&shop, who, "2026-02-20", "60", Allocate::OldestDue).await;
    sell(&shop, who, "2026-03-01", "70").await;
    let state = credit(&shop, who, "2026-01-20").await;
    assert_eq!((state.receivables, state.later), (eur("0"), eur("70")), "70 of the first of March is more than 60 before it was paid");
    let error = shop.refuses(Code::CreditExceeded, shop.session.sales().deliver(&sale(&shop, who, "2026-01-20", "30.01"))).await;
    assert_eq!(error.context("exposure"), Some("100.01"));
    shop.session.sales().deliver(&sale(&shop, who, "2026-01-20", "30")).await.unwrap();
    let state = credit(&shop, who, "2026-03-01").await;
    assert_eq!((state.receivables, state.later), (eur("100"), eur("0")));
}

/// Branches order, the head office pays: its limit holds over all of them together, open orders included, beside their own limits.
pub async fn the_limit_of_a_payer_holds_over_all_that_they_pay_for(harness: Harness) {
    let shop = shop_with(&harness, acme()).await;
    let head = customer(&shop, "H", Some("1000"), None).await;
    let (one, two) = (customer(&shop, "B1", None, Some(head)).await, customer(&shop, "B2", Some("150"), Some(head)).await);
    let sold = sell(&shop, one, "2026-01-10", "600").await;
    order(&shop, one, "2026-01-10", "3", "100").await;
    let group = PayerCredit { customer_id: head, limit: eur("1000"), receivables: eur("600"), later: eur("0"), undelivered: eur("300") };
    let state = credit(&shop, two, "2026-01-11").await;
    assert_eq!((state.limit, state.receivables, state.undelivered, state.payer), (Some(eur("150")), eur("0"), eur("0"), Some(group)));
    let of_head = credit(&shop, head, "2026-01-11").await;
    let expected = (Some(group.limit), group.receivables, group.undelivered, None);
    assert_eq!((of_head.limit, of_head.receivables, of_head.undelivered, of_head.payer), expected);
    for who in [one, two, head] {
        let error = shop.refuses(Code::CreditExceeded, shop.session.sales().deliver(&sale(&shop, who, "2026-01-11", "100.01"))).await;
        assert_eq!((error.context("exposure"), error.context("limit")), (Some("1000.01"), Some("1000")));
        assert_eq!(error.context("is_of_payer").is_some(), who != head);
        let lines = vec![LineItem::new(shop.service, 1.into(), price("100.01"))];
        shop.refuses(Code::CreditExceeded, shop.session.orders().create(&NewOrder::new(who, day("2026-01-11"), lines))).await;
    }
    sell(&shop, two, "2026-01-11", "100").await;
    pay(&shop, head, "2026-01-12", "500", Allocate::Nothing).await;
    // 500 are free again, of which the own limit of the second lets 50 through.
    let error = shop.refuses(Code::CreditExceeded, shop.session.sales().deliver(&sale(&shop, two, "2026-01-12", "50.01"))).await;
    assert_eq!((error.context("exposure"), error.context("limit"), error.context("is_of_payer")), (Some("150.01"), Some("150"), None));
    sell(&shop, two, "2026-01-12", "50").await;
    let posted = NewDelivery { credit_override: true, ..sale(&shop, one, "2026-01-12", "500") };
    let warning = shop.session.sales().deliver(&posted).await.unwrap().credit_warning.unwrap();
    assert_eq!((warning.exposure, warning.limit, warning.is_of_payer), (Some(eur("1050")), Some(eur("1000")), true));
    // Who pays for nobody and has no payer is not concerned.
    sell(&shop, shop.other, "2026-01-12", "5000").await;
    reverse(&shop, sold.document_id, "2026-01-13").await;
    shop.verify().await;
}

/// Who does not reach the payer learns that the limit is exceeded, and no figure; who reaches a part of what they pay for, the figures of that. The audit
/// of a customer holds figures of that customer alone.
pub async fn figures_of_a_payer_are_told_as_far_as_they_are_in_reach(harness: Harness) {
    let shop = shop_with(&harness, acme()).await;
    let (sam, session) = shop.operator("sam", &["salesperson"], &[]).await;
    let head = customer(&shop, "H", Some("1000"), None).await;
    let (mine, theirs) = (customer(&shop, "B1", None, Some(head)).await, customer(&shop, "B2", None, Some(head)).await);
    let give = async |id: CustomerId| {
        let mut record = shop.session.customers().get(id).await.unwrap();
        record.owner_id = Some(sam);
        shop.session.customers().update(&record).await.unwrap();
    };
    give(mine).await;
    sell(&shop, theirs, "2026-01-10", "987").await;
    let more = sale(&shop, mine, "2026-01-11", "50");
    let hidden = async |session: &crm_core::session::Session<'_>| {
        let error = shop.refuses(Code::CreditExceeded, session.sales().deliver(&more)).await;
        assert_eq!((error.context("exposure"), error.context("limit"), error.context("overdue")), (None, None, None));
        assert_eq!(error.context("is_of_payer"), Some("true"));
        assert!(!format!("{error:?} {error}").contains("1037"), "{error:?}");
    };
    hidden(&session).await;
    assert_eq!(session.receivables().credit_state(mine, day("2026-01-11")).await.unwrap().payer, None, "the payer is out of reach");
    give(head).await;
    let error = shop.refuses(Code::CreditExceeded, session.sales().deliver(&more)).await;
    assert_eq!((error.context("exposure"), error.context("limit")), (Some("50"), Some("1000")));
    let seen = session.receivables().credit_state(mine, day("2026-01-11")).await.unwrap().payer.unwrap();
    assert_eq!((seen.limit, seen.receivables), (eur("1000"), eur("0")), "of what is in reach");
    give(theirs).await;
    let error = shop.refuses(Code::CreditExceeded, session.sales().deliver(&more)).await;
    assert_eq!((error.context("exposure"), error.context("limit")), (Some("1037"), Some("1000")));
    let error = shop.refuses(Code::CreditExceeded, session.sales().deliver(&sale(&shop, head, "2026-01-11", "50"))).await;
    assert_eq!((error.context("exposure"), error.context("limit")), (Some("1037"), Some("1000")));
    let noted = async |id: CustomerId| {
        let of = AuditEntry::record_id().eq(id.0).and(AuditEntry::action().eq(Action::Refuse));
        let last = shop.session.audit().list().filter(&of).unwrap().sort(&["-at", "-id"]).fetch().await.unwrap().remove(0);
        last.data.after.shown().unwrap()["details"].clone()
    };
    assert_eq!(noted(mine).await, json!({"is_of_payer": "true"}));
    assert_eq!(noted(head).await, json!({"limit": "1000", "exposure": "50", "overdue": "0"}), "what others owe is not in it");
    let mut company = shop.session.company().get(shop.company).await.unwrap();
    company.credit_policy = CreditPolicy::Warn;
    shop.session.company().update(&company).await.unwrap();
    // Who posts for everybody, and reads no receivables.
    shop.session.roles().create(Role::with("packer", "Packer", ScopeLevel::All, &[Right::SalesPost, Right::CustomersRead])).await.unwrap();
    let (_, packer) = shop.operator("pat", &["packer"], &[]).await;
    let warning = packer.sales().deliver(&more).await.unwrap().credit_warning.unwrap();
    assert_eq!((warning.exposure, warning.limit, warning.overdue, warning.is_of_payer), (None, None, None, true));
    let warning = shop.session.sales().deliver(&more).await.unwrap().credit_warning.unwrap();
    assert_eq!(warning.exposure, Some(eur("1087")));
}

/// A parcel that is taken back gives the order its prepayment again, and the next delivery takes it. The order was paid all along, and not twice.
pub async fn a_prepayment_waits_for_the_next_delivery_of_its_order(harness: Harness) {
    let shop = harness.shop().await;
    let id = order(&shop, shop.other, "2026-01-05", "1", "100").await;
    let prepaid = NewPayment { order_id: Some(id), ..NewPayment::new(shop.other, day("2026-01-06"), eur("100")) };
    let credit = shop.session.receivables().record_payment(&prepaid).await.unwrap().open_item_id;
    let first = deliver(&shop, id, "2026-01-10").await;
    assert_eq!(status(&shop, first.document_id, "2026-01-10").await, (eur("100"), PaymentStatus::Paid));
    let back = reverse(&shop, first.document_id, "2026-01-11").await;
    assert_eq!((shop.open(credit).await, shop.open(back.open_item_id.unwrap()).await), (eur("-100"), eur("0")));
    let item = shop.session.open_items().get(credit).await.unwrap();
    assert_eq!(item.order_id, Some(id), "it is reserved again");
    let elsewhere = sell(&shop, shop.other, "2026-01-11", "10").await.open_item_id.unwrap();
    let spend = NewAllocation { customer_id: shop.other, credit_id: credit, receivable_id: elsewhere, amount: eur("10"), day: day("2026-01-12") };
    shop.refuses(Code::CreditReserved, shop.session.receivables().allocate(&spend)).await;
    let second = deliver(&shop, id, "2026-01-12").await;
    assert_eq!(status(&shop, second.document_id, "2026-01-12").await, (eur("100"), PaymentStatus::Paid));
    assert_eq!(status(&shop, first.document_id, "2026-01-10").await, (eur("100"), PaymentStatus::Paid), "the day before keeps its answer");
    for on in ["2026-01-06", "2026-01-10", "2026-01-11", "2026-01-12"] {
        let settled = shop.session.receivables().order_status(shop.other, id, eur("100"), day(on)).await.unwrap();
        assert_eq!((settled.settled, settled.status), (eur("100"), PaymentStatus::Paid), "{on}");
    }
    assert_eq!(balance(&shop, shop.other, "2026-06-30").await, eur("10"));
    shop.verify().await;
}

/// Only what prepayments had settled is reserved: what was paid afterwards is free, what is unpaid is settled by the reversal, and nothing waits for an
/// order that is closed.
pub async fn what_no_prepayment_settled_is_free_after_a_reversal(harness: Harness) {
    let shop = harness.shop().await;
    let prepay = async |id: SalesOrderId, amount: &str| {
        let prepaid = NewPayment { order_id: Some(id), ..NewPayment::new(shop.other, day("2026-01-06"), eur(amount)) };
        shop.session.receivables().record_payment(&prepaid).await.unwrap().open_item_id
    };
    let id = order(&shop, shop.other, "2026-01-05", "1", "100").await;
    let credit = prepay(id, "60").await;
    let first = deliver(&shop, id, "2026-01-10").await;
    pay(&shop, shop.other, "2026-01-11", "30", Allocate::Documents(vec![(first.document_id, eur("30"))])).await;
    let back = reverse(&shop, first.document_id, "2026-01-12").await.open_item_id.unwrap();
    assert_eq!((shop.open(credit).await, shop.open(back).await), (eur("-60"), eur("-30")), "60 wait for the order, 30 for anything");
    assert_eq!(shop.session.receivables().order_status(shop.other, id, eur("100"), day("2026-01-12")).await.unwrap().settled, eur("60"));
    let second = deliver(&shop, id, "2026-01-13").await;
    assert_eq!(status(&shop, second.document_id, "2026-01-13").await, (eur("60"), PaymentStatus::PartlyPaid));
    // Delivered short and closed: what comes back is free.
    let id = order(&shop, shop.other, "2026-01-05", "2", "50").await;
    let credit = prepay(id, "100").await;
    let line = shop.session.orders().status(id).await.unwrap().lines[0].id;
    let half = vec![crm_core::sales::OrderedPart::new(line, 1.into())];
    let half = shop.session.orders().deliver(&OrderDelivery::of(id, shop.warehouse, day("2026-01-14"), half)).await.unwrap();
    shop.session.orders().close(&CloseOrder { order_id: id, reason: "enough".into() }).await.unwrap();
    let back = reverse(&shop, half.document_id, "2026-01-15").await.open_item_id.unwrap();
    assert_eq!(shop.session.orders().status(id).await.unwrap().order.state, OrderState::Completed);
    let item = shop.session.open_items().get(credit).await.unwrap();
    assert_eq!((item.order_id, item.open, shop.open(back).await), (None, eur("-50"), eur("-50")));
    shop.verify().await;
}

/// 1.98 paid as 2.00 comes back as 2.00: at once, piece by piece, credited, or reversed after a part of it came back.
pub async fn cash_rounding_comes_back_with_the_last_of_a_delivery(harness: Harness) {
    let shop = harness.shop().await;
    let cash = async |amount: &str, pieces: &str| {
        let delivery = NewDelivery { customer_id: shop.other, ..shop.delivery_of(&[(shop.service, pieces, amount)]) };
        shop.session.sales().deliver(&in_cash(delivery)).await.unwrap()
    };
    let back = async |document: SalesDocumentId, pieces: &str| {
        let line = shop.lines_of(document).await[0];
        let back = NewReturn { customer_id: shop.other, ..shop.back(document, &[(line, pieces)]) };
        shop.session.sales().return_goods(&back).await.unwrap()
    };
    let paid = cash("1.98", "1").await;
    pay(&shop, shop.other, "2026-01-10", "2", Allocate::OldestDue).await;
    assert_eq!(
        (paid.payable, back(paid.document_id, "1").await.payable, balance(&shop, shop.other, "2026-02-01").await),
        (eur("2"), eur("-2"), eur("-2"))
    );
    // Nobody pays these, so that nothing more is owed after each of them.
    let none_left = async |what: &str| assert_eq!(balance(&shop, shop.other, "2026-02-01").await, eur("-2"), "{what}");
    let whole = cash("2.02", "1").await;
    assert_eq!(back(whole.document_id, "1").await.payable, eur("-2"));
    none_left("rounded down").await;
    let pieces = cash("0.66", "3").await;
    let parts = [back(pieces.document_id, "1").await.payable, back(pieces.document_id, "2").await.payable];
    assert_eq!(parts, ["-0.66", "-1.34"].map(eur));
    none_left("in two parts").await;
    let rest = cash("0.66", "3").await;
    back(rest.document_id, "1").await;
    assert_eq!(reverse(&shop, rest.document_id, "2026-01-25").await.payable, eur("-1.34"));
    none_left("the rest reversed").await;
    let credited = cash("1.98", "1").await;
    let line_id = shop.lines_of(credited.document_id).await[0];
    let note = |net: &str| NewCreditNote {
        delivery_id: Some(credited.document_id),
        ..NewCreditNote::new(shop.other, day("2026-01-20"), "sorry", vec![CreditLine::linked(line_id, eur(net))])
    };
    assert_eq!(shop.session.sales().credit(&note("0.98")).await.unwrap().payable, eur("-0.98"));
    let last = shop.session.sales().credit(&note("1.00")).await.unwrap();
    assert_eq!(last.payable, eur("-1.02"));
    none_left("credited").await;
    // The goods come back for nothing then; the rounding is gone already.
    assert_eq!(back(credited.document_id, "1").await.payable, eur("0"));
    // What takes the credit back takes the rounding back, and then it comes again.
    reverse(&shop, last.document_id, "2026-01-26").await;
    assert_eq!(reverse(&shop, credited.document_id, "2026-01-27").await.payable, eur("-1.02"));
    none_left("undone and reversed").await;
    shop.verify().await;
}

/// What is rounded for cash falls due in parts that can be paid in cash; and a rounding of whole units is taken back, too.
pub async fn parts_of_what_is_rounded_are_rounded_as_it_is(harness: Harness) {
    let shop = harness.shop().await;
    let mut record = shop.session.customers().get(shop.other).await.unwrap();
    record.payment_terms = Some(serde_json::from_value(serde_json::json!({"parts": [
        {"percent": "33.3333", "due": []}, {"percent": "33.3333", "due": [{"kind": "days", "value": 30}]}, {"percent": "33.3334", "due": [{"kind": "days", "value": 60}]},
    ]})).unwrap());
    shop.session.customers().update(&record).await.unwrap();
    let sold = shop.session.sales().deliver(&in_cash(sale(&shop, shop.other, "2026-01-10", "1.98"))).await.unwrap();
    let items = async |document: SalesDocumentId| {
        let filter = OpenItem::sales_document_id().eq(Some(document));
        let items = shop.session.open_items().list().filter(&filter).unwrap().sort(&["instalment"]).fetch().await.unwrap();
        items.iter().map(|item| item.amount).collect::<Vec<_>>()
    };
    assert_eq!(items(sold.document_id).await, ["0.65", "0.65", "0.7"].map(eur));
    let tens = PayableRounding::To(MoneyStep::new(Decimal::TEN).unwrap());
    let sold = NewDelivery { payable_rounding: tens, ..sale(&shop, shop.other, "2026-01-10", "57") };
    let sold = shop.session.sales().deliver(&sold).await.unwrap();
    assert_eq!(items(sold.document_id).await, ["20", "20", "20"].map(eur));
    assert_eq!(reverse(&shop, sold.document_id, "2026-01-11").await.payable, eur("-60"));
    shop.verify().await;
}

/// What no coin can settle is refused where it would come in; what is open of an amount is settled as it is.
pub async fn amounts_are_in_steps_that_can_be_settled(harness: Harness) {
    let shop = harness.shop().await;
    let receivables = shop.session.receivables();
    let sold = sell(&shop, shop.other, "2026-01-10", "120.50").await;
    let item = sold.open_item_id.unwrap();
    let payment = |amount: &str, allocate| NewPayment { allocate, ..NewPayment::new(shop.other, day("2026-01-11"), eur(amount)) };
    let error = shop.refuses(Code::FieldInvalid, receivables.record_payment(&payment("0.001", Allocate::OldestDue))).await;
    assert_eq!((error.context("field"), error.context("step")), (Some("amount"), Some("0.01")));
    for allocate in [Allocate::Items(vec![(item, eur("0.001"))]), Allocate::Documents(vec![(sold.document_id, eur("0.001"))])] {
        shop.refuses(Code::FieldInvalid, receivables.record_payment(&payment("10", allocate))).await;
    }
    let paid = receivables.record_payment(&payment("20", Allocate::Items(vec![(item, eur("10"))]))).await.unwrap();
    let off = |amount: &str| NewWriteOff { customer_id: shop.other, item_id: item, amount: eur(amount), day: day("2026-01-12"), reason: None };
    shop.refuses(Code::FieldInvalid, receivables.write_off(&off("0.001"))).await;
    let more = |amount: &str| NewAllocation {
        customer_id: shop.other,
        credit_id: paid.open_item_id,
        receivable_id: item,
        amount: eur(amount),
        day: day("2026-01-12"),
    };
    shop.refuses(Code::FieldInvalid, receivables.allocate(&more("0.005"))).await;
    let allocation_id = shop.session.allocations().list().fetch().await.unwrap()[0].id;
    let less = Deallocation { allocation_id, amount: Some(eur("0.005")), day: day("2026-01-12") };
    shop.refuses(Code::FieldInvalid, receivables.deallocate(&less)).await;
    let parts = |parts: &[&str]| parts.iter().map(|part| Instalment { due_day: day("2026-02-01"), amount: eur(part) }).collect::<Vec<_>>();
    let instalments = parts(&["50.005", "49.995"]);
    let delivery = NewDelivery { instalments, ..sale(&shop, shop.other, "2026-01-10", "100") };
    let error = shop.refuses(Code::FieldInvalid, shop.session.sales().deliver(&delivery)).await;
    assert_eq!((error.context("field"), error.context("line")), (Some("instalments"), Some("1")));
    let instalments = parts(&["50.505", "59.995"]);
    let plan = Rescheduling { customer_id: shop.other, document_id: sold.document_id, instalments, day: day("2026-01-12"), reason: None };
    shop.refuses(Code::FieldInvalid, receivables.reschedule(&plan)).await;
    let rounded = NewDelivery { payable_rounding: PayableRounding::By(eur("0.001")), ..sale(&shop, shop.other, "2026-01-10", "1") };
    shop.refuses(Code::FieldInvalid, shop.session.sales().deliver(&rounded)).await;
    let mut record = shop.session.customers().get(shop.other).await.unwrap();
    (record.currency, record.credit_limit) = (Some(Currency::EUR), Some(eur("100.001")));
    let error = shop.refuses(Code::FieldInvalid, shop.session.customers().update(&record)).await;
    assert_eq!(error.context("field"), Some("credit_limit"));
    record.credit_limit = Some(eur("100.01"));
    shop.session.customers().update(&record).await.unwrap();
    let line_id = shop.lines_of(sold.document_id).await[0];
    let note = NewCreditNote {
        delivery_id: Some(sold.document_id),
        ..NewCreditNote::new(shop.other, day("2026-01-20"), "sorry", vec![CreditLine::linked(line_id, eur("0.001"))])
    };
    let error = shop.refuses(Code::FieldInvalid, shop.session.sales().credit(&note)).await;
    assert_eq!((error.context("field"), error.context("line")), (Some("net"), Some("1")));
    shop.verify().await;
}

/// A price of which even one comes to nothing is none; finer prices are for larger units, or from a quantity on.
pub async fn a_listed_price_comes_to_something(harness: Harness) {
    let shop = harness.shop().await;
    let listed = |text: &str| Product { list_price: Some(price(text)), ..Product::service("L", "Listed", Currency::EUR) };
    let error = shop.refuses(Code::FieldInvalid, shop.session.products().create(listed("0.001"))).await;
    assert_eq!((error.context("field"), error.context("step")), (Some("list_price"), Some("0.01")));
    let product_id = shop.session.products().create(listed("0.0125")).await.unwrap().id;
    shop.session.products().create(Product { code: "FREE".into(), ..listed("0") }).await.unwrap();
    let list = shop.session.price_lists().create(PriceList::new("L", "List", Currency::EUR)).await.unwrap().id;
    let item = |from: &str| PriceListItem { min_quantity: quantity(from), ..PriceListItem::new(list, product_id, price("0.001")) };
    let error = shop.refuses(Code::FieldInvalid, shop.session.price_list_items().create(item("1"))).await;
    assert_eq!(error.context("field"), Some("unit_price"));
    shop.session.price_list_items().create(item("100")).await.unwrap();
}

/// Books that count in steps of their own settle in these.
pub async fn the_step_is_that_of_the_books(harness: Harness) {
    let step = |text: &str| MoneyStep::new(text.parse().unwrap()).unwrap();
    let coarse = Shop::founded(&harness, Company { money_step: step("0.05"), ..acme() }).await;
    sell(&coarse, coarse.other, "2026-01-10", "1.02").await;
    let payment = |shop: &Shop, amount: &str| NewPayment::new(shop.other, day("2026-01-11"), eur(amount));
    coarse.refuses(Code::FieldInvalid, coarse.session.receivables().record_payment(&payment(&coarse, "0.99"))).await;
    pay(&coarse, coarse.other, "2026-01-11", "1", Allocate::OldestDue).await;
    assert_eq!(balance(&coarse, coarse.other, "2026-01-11").await, eur("0"));
    let fine = Shop::founded(&harness, Company { money_step: step("0.001"), ..acme() }).await;
    let sold = sell(&fine, fine.other, "2026-01-10", "1.001").await;
    fine.session.receivables().record_payment(&payment(&fine, "0.001")).await.unwrap();
    fine.refuses(Code::FieldInvalid, fine.session.receivables().record_payment(&payment(&fine, "0.0005"))).await;
    assert_eq!(sold.payable, eur("1.001"));
}

/// A document of nothing leaves nothing to pay: it is paid from its day on.
pub async fn a_document_of_nothing_is_paid(harness: Harness) {
    let shop = harness.shop().await;
    let free = sell(&shop, shop.other, "2026-01-10", "0").await;
    assert_eq!((free.open_item_id, status(&shop, free.document_id, "2026-01-10").await), (None, (eur("0"), PaymentStatus::Paid)));
    let receivables = shop.session.receivables();
    assert_eq!(receivables.document_status(free.document_id, day("2026-01-09")).await.unwrap(), None);
    let (_, stranger) = shop.operator("sam", &["salesperson"], &[]).await;
    assert_eq!(stranger.receivables().document_status(free.document_id, day("2026-01-10")).await.unwrap(), None);
    let sold = sell(&shop, shop.other, "2026-01-10", "5").await;
    assert_eq!(status(&shop, sold.document_id, "2026-01-10").await, (eur("0"), PaymentStatus::Unpaid));
    assert_eq!(receivables.document_status(sold.document_id, day("2026-01-09")).await.unwrap(), None);
}

/// A question about a customer that is not there, or in a currency in which there is nothing, is not answered with nothing.
pub async fn a_question_about_nobody_is_an_error(harness: Harness) {
    let shop = harness.shop().await;
    sell(&shop, shop.other, "2026-01-10", "100").await;
    let (_, stranger) = shop.operator("sam", &["salesperson"], &[]).await;
    let unknown: CustomerId = shop.changes().new_id();
    let (on, span) = (day("2026-01-31"), (day("2026-01-01"), day("2026-01-31")));
    for (session, who) in [(&shop.session, unknown), (&stranger, unknown), (&stranger, shop.other)] {
        let receivables = session.receivables();
        let mut errors = vec![receivables.balance(who, on, Currency::EUR).await.unwrap_err()];
        for of in [AccountOf::Customer(who), AccountOf::PayerGroup(who)] {
            let query = AgeingQuery { of, ..AgeingQuery::new(on, Currency::EUR) };
            errors.push(receivables.ageing(&query).await.unwrap_err());
            errors.push(receivables.aged_items(&query).await.unwrap_err());
            errors.push(receivables.figures(of, on, Currency::EUR).await.unwrap_err());
            errors.push(receivables.statement(of, span, Currency::EUR).await.unwrap_err());
        }
        errors.push(receivables.credit_state(who, on).await.unwrap_err());
        assert!(errors.iter().all(|error| error.code() == Code::NotFound), "{errors:?}");
        let texts: Vec<String> = errors.iter().map(ToString::to_string).collect();
        assert!(texts.iter().all(|text| !text.contains(&who.0.to_string())), "{texts:?}");
    }
    let receivables = shop.session.receivables();
    let query = |currency| AgeingQuery { of: AccountOf::Customer(shop.other), ..AgeingQuery::new(on, currency) };
    let errors = [
        receivables.balance(shop.other, on, Currency::USD).await.unwrap_err(),
        receivables.ageing(&query(Currency::USD)).await.unwrap_err(),
        receivables.ageing(&AgeingQuery::new(on, Currency::USD)).await.unwrap_err(),
        receivables.aged_items(&query(Currency::USD)).await.unwrap_err(),
        receivables.statement(AccountOf::Everyone, span, Currency::USD).await.unwrap_err(),
    ];
    assert!(errors.iter().all(|error| error.code() == Code::CurrencyMismatch), "{errors:?}");
    // What is in another currency than the books, from wherever it came, can be asked for.
    let mut changes = shop.changes();
    let dollars = Money::parse("7", Currency::USD).unwrap();
    let item = OpenItem::new(crm_core::receivables::OpenItemKind::Opening, shop.other, day("2026-01-01"), dollars, changes.context().at);
    let item = crm_core::entity::Stored::new(changes.new_id(), OpenItem { reference: Some("OLD".into()), ..item });
    changes.insert(&item);
    let work = shop.harness.storage.begin(shop.company, crm_core::storage::Mode::Write).await.unwrap();
    work.write_and_commit(&changes).await.unwrap();
    assert_eq!(receivables.balance(shop.other, on, Currency::USD).await.unwrap(), dollars);
    assert_eq!(receivables.ageing(&query(Currency::USD)).await.unwrap().total, dollars);
    let other = receivables.balance(shop.customer, on, Currency::USD).await.unwrap_err();
    assert_eq!(other.code(), Code::CurrencyMismatch, "nothing of this account is in dollars");
    // A customer without anything is there.
    assert_eq!(receivables.balance(shop.customer, on, Currency::EUR).await.unwrap(), eur("0"));
}

/// A payment that bounced counts from the day of its cancellation, even if it was set against a document of a later day.
pub async fn a_cancellation_counts_from_its_own_day(harness: Harness) {
    let shop = harness.shop().await;
    let delivery = NewDelivery { customer_id: shop.other, ..shop.delivery_of(&[(shop.service, "1", "100")]) };
    let document = shop.session.sales().deliver(&delivery).await.unwrap().document_id;
    let allocate = Allocate::Documents(vec![(document, eur("100"))]);
    let payment = NewPayment { allocate, ..NewPayment::new(shop.other, day("2026-01-05"), eur("100")) };
    let payment_id = shop.session.receivables().record_payment(&payment).await.unwrap().payment_id;
    let bounced = PaymentCancellation { payment_id, day: day("2026-01-08"), reason: Some("bounced".into()) };
    shop.session.receivables().cancel_payment(&bounced).await.unwrap();
    for (on, balance) in [("2026-01-07", "-100"), ("2026-01-08", "0"), ("2026-01-09", "0"), ("2026-01-10", "100"), ("2026-02-10", "100")] {
        assert_eq!(shop.session.receivables().balance(shop.other, day(on), Currency::EUR).await.unwrap(), eur(balance), "{on}");
        let query = AgeingQuery { of: AccountOf::Customer(shop.other), ..AgeingQuery::new(day(on), Currency::EUR) };
        assert_eq!(shop.session.receivables().ageing(&query).await.unwrap().balance().unwrap(), eur(balance), "{on}");
    }
    shop.verify().await;
}
