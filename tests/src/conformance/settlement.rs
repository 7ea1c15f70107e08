//! Instalments, payers, refunds, write-offs, cancellations, statements of account and credit.
#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic, reason = "a suite of tests: a failed expectation is a panic")]

use crate::harness::{Harness, Shop, day, eur};
use crm_core::{
    Code,
    company::Company,
    customers::Customer,
    entity::Stored,
    ids::{CustomerId, OpenItemId, SalesDocumentId},
    num::{Currency, Money, Rate},
    receivables::{
        AccountOf, AdjustmentCancellation, AgeingBasis, AgeingBy, AgeingQuery, Allocate, CreditPolicy, Deallocation, FreedPrepayments, Instalment,
        NewAllocation, NewCreditAllocation, NewPayment, NewRefund, NewWriteOff, OpenItem, OpenItemKind, PaymentCancellation, PaymentPosted,
        PaymentStatus, PaymentTerms, ReminderLevels, Rescheduling, TermPart, TermStep,
    },
    sales::{LineItem, NewDelivery, NewOrder, NewReturn, SalesPosted},
    time::Day,
};

/// A delivery of a service to a customer without tax, on a day, in instalments; none: by its terms.
async fn sell(shop: &Shop, customer_id: CustomerId, on: &str, amount: &str, parts: &[(&str, &str)]) -> SalesPosted {
    let instalments = parts.iter().map(|(due, part)| Instalment { due_day: day(due), amount: eur(part) }).collect();
    let delivery = NewDelivery { customer_id, day: day(on), instalments, ..shop.delivery_of(&[(shop.service, "1", amount)]) };
    shop.session.sales().deliver(&delivery).await.unwrap()
}

async fn pay(shop: &Shop, customer_id: CustomerId, on: &str, amount: &str, allocate: Allocate) -> PaymentPosted {
    let payment = NewPayment { allocate, ..NewPayment::new(customer_id, day(on), eur(amount)) };
    shop.session.receivables().record_payment(&payment).await.unwrap()
}

/// The items of a document in the order of their instalments.
async fn items_of(shop: &Shop, document: SalesDocumentId) -> Vec<Stored<OpenItem>> {
    let filter = OpenItem::sales_document_id().eq(Some(document));
    let items = shop.session.open_items().list().filter(&filter).unwrap().sort(&["instalment"]).fetch().await.unwrap();
    items.into_iter().filter(|i| i.amount.is_positive()).collect()
}

async fn balance(shop: &Shop, customer: CustomerId, on: &str) -> Money {
    shop.session.receivables().balance(customer, day(on), Currency::EUR).await.unwrap()
}

/// Owed and credited on a day, of a customer; and both are its balance.
async fn aged(shop: &Shop, customer: CustomerId, on: &str) -> (Money, Money) {
    let query = AgeingQuery { of: AccountOf::Customer(customer), ..AgeingQuery::new(day(on), Currency::EUR) };
    let ageing = shop.session.receivables().ageing(&query).await.unwrap();
    assert_eq!(ageing.balance().unwrap(), balance(shop, customer, on).await, "buckets and credits are the balance");
    let items = shop.session.receivables().aged_items(&query).await.unwrap();
    let sum = |bucket: Option<usize>| Money::sum(items.iter().filter(|i| i.bucket == bucket).map(|i| i.open), Currency::EUR).unwrap();
    let buckets: Vec<_> = (0..ageing.buckets.len()).map(|b| sum(Some(b))).collect();
    assert_eq!((buckets, sum(None)), (ageing.buckets.clone(), ageing.credits.negated()), "the items are what the buckets say");
    (ageing.total, ageing.credits)
}

fn part(percent: &str, due: &[TermStep]) -> TermPart {
    TermPart::percent(Rate::parse(percent).unwrap(), due.to_vec())
}

fn cancel(payment: &PaymentPosted, on: &str) -> PaymentCancellation {
    PaymentCancellation { payment_id: payment.payment_id, day: day(on), reason: Some("bounced".into()) }
}

/// A payer, and two customers that it pays for.
async fn family(shop: &Shop) -> (CustomerId, CustomerId, CustomerId) {
    let parent = shop.session.customers().create(Customer::new("P", "Parent")).await.unwrap().id;
    let mut children = Vec::new();
    for code in ["S1", "S2"] {
        let child = Customer { payer_id: Some(parent), ..Customer::new(code, code) };
        children.push(shop.session.customers().create(child).await.unwrap().id);
    }
    (parent, children[0], children[1])
}

/// Terms of several parts make an item each, which add up; they are taken when the document is issued, and later terms move nothing.
pub async fn terms_make_instalments_that_stay_as_issued(harness: Harness) {
    let shop = harness.shop().await;
    let mut customer = shop.session.customers().get(shop.other).await.unwrap();
    customer.payment_terms = Some(PaymentTerms {
        parts: vec![part("33.33", &[]), part("33.33", &[TermStep::Months(1)]), part("33.34", &[TermStep::Months(2), TermStep::EndOfMonth])],
    });
    let mut customer = shop.session.customers().update(&customer).await.unwrap();
    assert_eq!(customer.payment_terms.as_ref().unwrap().parts.len(), 3);
    let sold = sell(&shop, shop.other, "2026-01-31", "100.01", &[]).await;
    let figures = |items: &[Stored<OpenItem>]| -> Vec<_> { items.iter().map(|i| (i.instalment, i.due_day.to_string(), i.amount, i.open)).collect() };
    let expected = [(1, "2026-01-31", "33.33"), (2, "2026-02-28", "33.33"), (3, "2026-03-31", "33.35")];
    let expected = expected.map(|(n, due, amount)| (n, due.to_owned(), eur(amount), eur(amount)));
    assert_eq!(figures(&items_of(&shop, sold.document_id).await), expected);
    assert_eq!(sold.open_item_id, Some(items_of(&shop, sold.document_id).await[0].id));
    customer.payment_terms = Some(PaymentTerms::days(90));
    shop.session.customers().update(&customer).await.unwrap();
    assert_eq!(figures(&items_of(&shop, sold.document_id).await), expected);
    let later = sell(&shop, shop.other, "2026-01-31", "100.01", &[]).await;
    assert_eq!(items_of(&shop, later.document_id).await.iter().map(|i| i.due_day).collect::<Vec<_>>(), [day("2026-05-01")]);
    shop.verify().await;
}

/// Instalments that come with a document add up to its gross amount; payments fill them in due order.
pub async fn payments_fill_given_instalments_in_due_order(harness: Harness) {
    let shop = harness.shop().await;
    let wrong = |parts: &[(&str, &str)]| {
        let instalments = parts.iter().map(|(due, part)| Instalment { due_day: day(due), amount: eur(part) }).collect();
        NewDelivery { customer_id: shop.other, instalments, ..shop.delivery_of(&[(shop.service, "1", "100")]) }
    };
    for parts in
        [[("2026-02-01", "30"), ("2026-03-01", "69.99")], [("2026-03-01", "30"), ("2026-02-01", "70")], [("2026-01-09", "30"), ("2026-02-01", "70")]]
    {
        shop.refuses(Code::FieldInvalid, shop.session.sales().deliver(&wrong(&parts))).await;
    }
    let sold = sell(&shop, shop.other, "2026-01-10", "100", &[("2026-02-01", "30"), ("2026-03-01", "50"), ("2026-04-01", "20")]).await;
    let documents = Allocate::Documents(vec![(sold.document_id, eur("40"))]);
    pay(&shop, shop.other, "2026-01-15", "40", documents).await;
    let open = |items: Vec<Stored<OpenItem>>| items.iter().map(|i| i.open).collect::<Vec<_>>();
    assert_eq!(open(items_of(&shop, sold.document_id).await), [eur("0"), eur("40"), eur("20")]);
    let too_much = NewPayment {
        allocate: Allocate::Documents(vec![(sold.document_id, eur("60.01"))]),
        ..NewPayment::new(shop.other, day("2026-01-16"), eur("100"))
    };
    let error = shop.refuses(Code::AllocationExceeded, shop.session.receivables().record_payment(&too_much)).await;
    assert_eq!(error.context("open"), Some("60"));
    let ageing = shop.session.receivables().ageing(&AgeingQuery::new(day("2026-03-20"), Currency::EUR)).await.unwrap();
    assert_eq!(ageing.buckets, ["20", "40", "0", "0", "0"].map(eur));
    shop.verify().await;
}

/// Rescheduling replaces what is open and changes no debt on any day; the old due dates hold for the days before it.
pub async fn rescheduling_does_not_change_the_debt(harness: Harness) {
    let shop = harness.shop().await;
    let sold = sell(&shop, shop.other, "2026-01-10", "100", &[("2026-02-01", "60"), ("2026-03-01", "40")]).await;
    pay(&shop, shop.other, "2026-01-20", "10", Allocate::OldestDue).await;
    let plan = |amounts: &[(&str, &str)]| Rescheduling {
        customer_id: shop.other,
        document_id: sold.document_id,
        instalments: amounts.iter().map(|(due, part)| Instalment { due_day: day(due), amount: eur(part) }).collect(),
        day: day("2026-02-10"),
        reason: None,
    };
    shop.refuses(Code::FieldInvalid, shop.session.receivables().reschedule(&plan(&[("2026-06-01", "100")]))).await;
    let done = shop.session.receivables().reschedule(&plan(&[("2026-06-01", "45"), ("2026-07-01", "45")])).await.unwrap();
    assert_eq!((done.number.as_str(), done.open_item_ids.len()), ("RS-2026-000001", 2));
    let items = items_of(&shop, sold.document_id).await;
    assert_eq!(items.iter().map(|i| (i.instalment, i.open)).collect::<Vec<_>>(), [(1, eur("0")), (2, eur("0")), (3, eur("45")), (4, eur("45"))]);
    assert!(items.iter().all(|i| i.document_day == day("2026-01-10")));
    for on in ["2026-01-10", "2026-01-20", "2026-02-09", "2026-02-10", "2026-12-31"] {
        assert_eq!(aged(&shop, shop.other, on).await, (if on == "2026-01-10" { eur("100") } else { eur("90") }, eur("0")), "{on}");
    }
    let buckets = async |on: &str| shop.session.receivables().ageing(&AgeingQuery::new(day(on), Currency::EUR)).await.unwrap().buckets;
    assert_eq!(buckets("2026-02-09").await[..2], ["40", "50"].map(eur));
    assert_eq!(buckets("2026-02-10").await[..2], ["90", "0"].map(eur));
    assert_eq!(buckets("2026-06-20").await[..2], ["45", "45"].map(eur));
    let by_document = AgeingQuery { basis: AgeingBasis::DocumentDate, ..AgeingQuery::new(day("2026-02-20"), Currency::EUR) };
    assert_eq!(shop.session.receivables().ageing(&by_document).await.unwrap().buckets, ["0", "0", "90", "0", "0"].map(eur));
    let early = Rescheduling { day: day("2026-02-09"), ..plan(&[("2026-08-01", "90")]) };
    shop.refuses(Code::FieldInvalid, shop.session.receivables().reschedule(&early)).await;
    shop.verify().await;
}

/// A payment is cancelled by dated entries: the days before keep their answer, what it paid is open again with its due date.
pub async fn a_cancelled_payment_reopens_what_it_paid(harness: Harness) {
    let shop = harness.shop().await;
    let sold = sell(&shop, shop.other, "2026-01-10", "100", &[("2026-02-01", "60"), ("2026-03-01", "40")]).await;
    let payment = pay(&shop, shop.other, "2026-02-05", "110", Allocate::OldestDue).await;
    assert_eq!((payment.allocated, payment.unallocated), (eur("100"), eur("10")));
    let early = cancel(&payment, "2026-02-04");
    shop.refuses(Code::FieldInvalid, shop.session.receivables().cancel_payment(&early)).await;
    let done = shop.session.receivables().cancel_payment(&cancel(&payment, "2026-02-20")).await.unwrap();
    assert_eq!(done.number, "CX-2026-000001");
    let items = items_of(&shop, sold.document_id).await;
    assert_eq!(items.iter().map(|i| (i.due_day, i.open)).collect::<Vec<_>>(), [(day("2026-02-01"), eur("60")), (day("2026-03-01"), eur("40"))]);
    assert_eq!(shop.open(payment.open_item_id).await, eur("0"));
    assert_eq!(aged(&shop, shop.other, "2026-02-04").await, (eur("100"), eur("0")));
    assert_eq!(aged(&shop, shop.other, "2026-02-05").await, (eur("0"), eur("10")));
    assert_eq!(aged(&shop, shop.other, "2026-02-19").await, (eur("0"), eur("10")));
    assert_eq!(aged(&shop, shop.other, "2026-02-20").await, (eur("100"), eur("0")));
    shop.refuses(Code::AlreadyCancelled, shop.session.receivables().cancel_payment(&cancel(&payment, "2026-02-21"))).await;
    // What is paid anew is not dated before it was open again: no day ever had too much.
    let again = pay(&shop, shop.other, "2026-02-10", "100", Allocate::OldestDue).await;
    assert_eq!(aged(&shop, shop.other, "2026-02-15").await, (eur("0"), eur("110")));
    assert_eq!(aged(&shop, shop.other, "2026-02-20").await, (eur("0"), eur("0")));
    assert_eq!(again.unallocated, eur("0"));
    shop.verify().await;
}

/// An allocation is taken back from a day on, in parts, and never more than stands of it.
pub async fn an_allocation_is_taken_back_by_a_dated_reversal(harness: Harness) {
    let shop = harness.shop().await;
    let sold = sell(&shop, shop.other, "2026-01-10", "100", &[]).await;
    let item = sold.open_item_id.unwrap();
    let payment = pay(&shop, shop.other, "2026-01-20", "100", Allocate::OldestDue).await;
    let allocation_id = shop.session.allocations().list().fetch().await.unwrap()[0].id;
    let back = |amount: Option<&str>, on: &str| Deallocation { allocation_id, amount: amount.map(eur), day: day(on) };
    shop.refuses(Code::FieldInvalid, shop.session.receivables().deallocate(&back(None, "2026-01-19"))).await;
    shop.session.receivables().deallocate(&back(Some("30"), "2026-02-01")).await.unwrap();
    assert_eq!((shop.open(item).await, shop.open(payment.open_item_id).await), (eur("30"), eur("-30")));
    let error = shop.refuses(Code::AllocationExceeded, shop.session.receivables().deallocate(&back(Some("70.01"), "2026-02-01"))).await;
    assert_eq!(error.context("open"), Some("70"));
    shop.session.receivables().deallocate(&back(None, "2026-02-02")).await.unwrap();
    shop.refuses(Code::AllocationExceeded, shop.session.receivables().deallocate(&back(None, "2026-02-03"))).await;
    for (on, owed) in [("2026-01-19", "100"), ("2026-01-20", "0"), ("2026-02-01", "30"), ("2026-02-02", "100")] {
        assert_eq!(aged(&shop, shop.other, on).await.0, eur(owed), "{on}");
    }
    let set = |on| NewAllocation { customer_id: shop.other, credit_id: payment.open_item_id, receivable_id: item, amount: eur("100"), day: day(on) };
    shop.refuses(Code::FieldInvalid, shop.session.receivables().allocate(&set("2026-02-01"))).await;
    shop.session.receivables().allocate(&set("2026-02-02")).await.unwrap();
    let settled = shop.session.receivables().document_status(sold.document_id, day("2026-02-01")).await.unwrap().unwrap();
    assert_eq!((settled.settled, settled.status), (eur("70"), PaymentStatus::PartlyPaid));
    shop.verify().await;
}

/// Credits are refunded in parts, by documents with numbers; a refund that did not hold gives the credit back.
pub async fn a_credit_is_refunded_and_the_refund_cancelled(harness: Harness) {
    let shop = harness.shop().await;
    let back = NewReturn { customer_id: shop.other, ..shop.unlinked(shop.service, "1", "220") };
    let credit = shop.session.sales().return_goods(&back).await.unwrap().open_item_id.unwrap();
    let refund = |amount: &str, on: &str| NewRefund {
        customer_id: shop.other,
        credit_id: credit,
        amount: eur(amount),
        day: day(on),
        method: None,
        reason: None,
    };
    let first = shop.session.receivables().refund(&refund("120", "2026-02-01")).await.unwrap();
    assert_eq!((first.number.as_str(), shop.open(credit).await), ("RF-2026-000001", eur("-100")));
    let error = shop.refuses(Code::AllocationExceeded, shop.session.receivables().refund(&refund("100.01", "2026-02-02"))).await;
    assert_eq!(error.context("open"), Some("100"));
    for (amount, on) in [("0", "2026-02-02"), ("-1", "2026-02-02"), ("1", "2026-01-19")] {
        shop.refuses(Code::FieldInvalid, shop.session.receivables().refund(&refund(amount, on))).await;
    }
    shop.session.receivables().refund(&refund("100", "2026-02-02")).await.unwrap();
    for (on, owed) in [("2026-01-31", "-220"), ("2026-02-01", "-100"), ("2026-02-02", "0")] {
        assert_eq!(balance(&shop, shop.other, on).await, eur(owed), "{on}");
    }
    let undone = AdjustmentCancellation { adjustment_id: first.adjustment_id, day: day("2026-02-05"), reason: None };
    shop.session.receivables().cancel_adjustment(&undone).await.unwrap();
    assert_eq!(shop.open(credit).await, eur("-120"));
    assert_eq!(aged(&shop, shop.other, "2026-02-04").await, (eur("0"), eur("0")));
    assert_eq!(aged(&shop, shop.other, "2026-02-05").await, (eur("0"), eur("120")));
    shop.refuses(Code::AlreadyCancelled, shop.session.receivables().cancel_adjustment(&undone)).await;
    shop.verify().await;
}

/// Up to the tolerance in all a write-off needs its right, beyond it a stronger one; receivables and credits alike.
pub async fn a_write_off_stays_within_the_tolerance(harness: Harness) {
    let company = Company { write_off_tolerance: eur("1"), ..Company::new("Acme", Currency::EUR) };
    let shop = Shop::founded(&harness, company).await;
    let (_, manager) = shop.operator("max", &["manager"], &[]).await;
    let (_, salesperson) = shop.operator("sam", &["salesperson"], &[]).await;
    let group = shop.group("G", None).await;
    let mut customer = shop.session.customers().get(shop.other).await.unwrap();
    customer.group_id = Some(group);
    customer.owner_id = Some(shop.admin);
    shop.session.customers().update(&customer).await.unwrap();
    let mut max = shop.session.operators().get(manager.operator_id()).await.unwrap();
    max.groups = vec![group];
    shop.session.operators().update(&max).await.unwrap();
    let item = sell(&shop, shop.other, "2026-01-10", "100", &[]).await.open_item_id.unwrap();
    let off = |item_id: OpenItemId, amount: &str| NewWriteOff {
        customer_id: shop.other,
        item_id,
        amount: eur(amount),
        day: day("2026-02-01"),
        reason: None,
    };
    shop.refuses(Code::AccessDenied, salesperson.receivables().write_off(&off(item, "0.5"))).await;
    manager.receivables().write_off(&off(item, "0.75")).await.unwrap();
    let error = shop.refuses(Code::WriteOffExceeded, manager.receivables().write_off(&off(item, "0.26"))).await;
    assert_eq!((error.context("tolerance"), error.context("amount")), (Some("1"), Some("1.01")));
    manager.receivables().write_off(&off(item, "0.25")).await.unwrap();
    let done = shop.session.receivables().write_off(&off(item, "49")).await.unwrap();
    assert_eq!((done.number.as_str(), shop.open(item).await), ("WO-2026-000003", eur("50")));
    shop.refuses(Code::AllocationExceeded, shop.session.receivables().write_off(&off(item, "50.01"))).await;
    assert_eq!(aged(&shop, shop.other, "2026-02-01").await, (eur("50"), eur("0")));
    let undone = AdjustmentCancellation { adjustment_id: done.adjustment_id, day: day("2026-03-01"), reason: None };
    shop.session.receivables().cancel_adjustment(&undone).await.unwrap();
    assert_eq!((aged(&shop, shop.other, "2026-02-28").await.0, aged(&shop, shop.other, "2026-03-01").await.0), (eur("50"), eur("99")));
    let credit = pay(&shop, shop.other, "2026-02-01", "5", Allocate::Nothing).await.open_item_id;
    shop.session.receivables().write_off(&off(credit, "5")).await.unwrap();
    assert_eq!(aged(&shop, shop.other, "2026-03-01").await, (eur("99"), eur("0")));
    shop.verify().await;
}

/// A payer's payment settles receivables of those it pays for; each account keeps its own balance, and nobody pays for strangers.
pub async fn a_payer_pays_for_others(harness: Harness) {
    let shop = harness.shop().await;
    let (parent, one, two) = family(&shop).await;
    let (first, second) = (sell(&shop, one, "2026-01-10", "60", &[]).await, sell(&shop, two, "2026-01-11", "50", &[]).await);
    let own = sell(&shop, parent, "2026-01-12", "5", &[]).await;
    let payment = NewPayment { allocate: Allocate::OldestDue, debtors: vec![one, two], ..NewPayment::new(parent, day("2026-02-01"), eur("120")) };
    let stranger = NewPayment { debtors: vec![shop.other], ..payment.clone() };
    shop.refuses(Code::ReferenceMissing, shop.session.receivables().record_payment(&stranger)).await;
    let unnamed = NewPayment { debtors: vec![two], allocate: Allocate::Items(vec![(first.open_item_id.unwrap(), eur("1"))]), ..payment.clone() };
    shop.refuses(Code::ReferenceMissing, shop.session.receivables().record_payment(&unnamed)).await;
    let posted = shop.session.receivables().record_payment(&payment).await.unwrap();
    assert_eq!((posted.allocated, posted.unallocated), (eur("115"), eur("5")));
    for (who, before, after) in [(one, "60", ("0", "0")), (two, "50", ("0", "0")), (parent, "5", ("0", "5"))] {
        assert_eq!(aged(&shop, who, "2026-01-31").await.0, eur(before));
        assert_eq!(aged(&shop, who, "2026-02-01").await, (eur(after.0), eur(after.1)));
    }
    for sold in [&first, &second, &own] {
        let settled = shop.session.receivables().document_status(sold.document_id, day("2026-02-01")).await.unwrap().unwrap();
        assert_eq!(settled.status, PaymentStatus::Paid);
    }
    let figures = shop.session.receivables().figures(AccountOf::PayerGroup(parent), day("2026-01-11"), Currency::EUR).await.unwrap();
    assert_eq!((figures.owed, figures.open_items, figures.overdue, figures.overdue_items), (eur("110"), 2, eur("60"), 1));
    let group = AgeingQuery { of: AccountOf::PayerGroup(parent), ..AgeingQuery::new(day("2026-01-31"), Currency::EUR) };
    assert_eq!(shop.session.receivables().ageing(&group).await.unwrap().total, eur("115"));
    sell(&shop, shop.other, "2026-01-10", "7", &[]).await;
    let rows = shop.session.receivables().ageing_by(AgeingBy::PayerGroup, &AgeingQuery::new(day("2026-01-31"), Currency::EUR)).await.unwrap();
    let mut sums: Vec<_> = rows.iter().map(|r| (r.id.unwrap(), r.ageing.total)).collect();
    sums.sort_by_key(|(id, _)| *id);
    let mut expected = vec![(parent.0, eur("115")), (shop.other.0, eur("7"))];
    expected.sort_by_key(|(id, _)| *id);
    assert_eq!(sums, expected);
    shop.verify().await;
}

/// What a payer's payment paid for others is open again at them when it bounces, and a part that is taken back is its credit again.
pub async fn a_payers_payment_is_taken_back_and_bounces(harness: Harness) {
    let shop = harness.shop().await;
    let (parent, one, two) = family(&shop).await;
    let (first, second) = (sell(&shop, one, "2026-01-10", "60", &[]).await, sell(&shop, two, "2026-01-11", "50", &[]).await);
    let payment = NewPayment { allocate: Allocate::OldestDue, debtors: vec![one, two], ..NewPayment::new(parent, day("2026-02-01"), eur("110")) };
    let posted = shop.session.receivables().record_payment(&payment).await.unwrap();
    let rows = shop.session.allocations().list().fetch().await.unwrap();
    let of_first = rows.iter().find(|a| Some(a.receivable_id) == first.open_item_id).unwrap();
    let back = |amount: &str, on: &str| Deallocation { allocation_id: of_first.id, amount: Some(eur(amount)), day: day(on) };
    shop.session.receivables().deallocate(&back("20", "2026-02-10")).await.unwrap();
    shop.session.receivables().deallocate(&back("15", "2026-02-11")).await.unwrap();
    assert_eq!((aged(&shop, one, "2026-02-09").await, aged(&shop, one, "2026-02-11").await), ((eur("0"), eur("0")), (eur("35"), eur("0"))));
    assert_eq!(aged(&shop, parent, "2026-02-11").await, (eur("0"), eur("35")));
    assert_eq!(shop.open(posted.open_item_id).await, eur("-35"));
    let technical = rows.iter().find(|a| a.credit_id == posted.open_item_id).unwrap();
    let wrong = Deallocation { allocation_id: technical.id, amount: None, day: day("2026-02-12") };
    shop.refuses(Code::FieldInvalid, shop.session.receivables().deallocate(&wrong)).await;
    shop.verify().await;
    shop.session.receivables().cancel_payment(&cancel(&posted, "2026-03-01")).await.unwrap();
    assert_eq!((shop.open(first.open_item_id.unwrap()).await, shop.open(second.open_item_id.unwrap()).await), (eur("60"), eur("50")));
    for (who, owed) in [(one, "60"), (two, "50"), (parent, "0")] {
        assert_eq!(aged(&shop, who, "2026-03-01").await, (eur(owed), eur("0")));
    }
    assert_eq!((aged(&shop, one, "2026-02-28").await.0, aged(&shop, two, "2026-02-28").await.0), (eur("35"), eur("0")));
    shop.verify().await;
}

/// A credit is set against several documents at once, of others too.
pub async fn a_credit_is_set_against_several_documents(harness: Harness) {
    let shop = harness.shop().await;
    let (parent, one, _) = family(&shop).await;
    let (mine, other) = (sell(&shop, parent, "2026-01-10", "30", &[]).await, sell(&shop, one, "2026-01-11", "50", &[]).await);
    let credit = pay(&shop, parent, "2026-01-20", "100", Allocate::Nothing).await.open_item_id;
    let set = |allocate| NewCreditAllocation { customer_id: parent, credit_id: credit, allocate, debtors: vec![one], day: day("2026-02-01") };
    let documents = Allocate::Documents(vec![(mine.document_id, eur("10")), (other.document_id, eur("45"))]);
    assert_eq!(shop.session.receivables().allocate_credit(&set(documents)).await.unwrap(), Some(eur("55")));
    assert_eq!((shop.open(mine.open_item_id.unwrap()).await, shop.open(other.open_item_id.unwrap()).await), (eur("20"), eur("5")));
    assert_eq!(shop.session.receivables().allocate_credit(&set(Allocate::OldestDue)).await.unwrap(), Some(eur("25")));
    assert_eq!(shop.open(credit).await, eur("-20"));
    assert_eq!(shop.session.receivables().allocate_credit(&set(Allocate::OldestDue)).await.unwrap(), None);
    let nothing = Allocate::Items(vec![(mine.open_item_id.unwrap(), eur("1"))]);
    shop.refuses(Code::AllocationExceeded, shop.session.receivables().allocate_credit(&set(nothing))).await;
    shop.verify().await;
}

/// The credit of a linked return is set against what is open of its delivery; what is left stays a credit, and so does all of it if that is wanted.
pub async fn the_credit_of_a_linked_return_fills_its_delivery(harness: Harness) {
    let shop = harness.shop().await;
    shop.receive("10", "1").await;
    let delivery = NewDelivery { customer_id: shop.other, ..shop.delivery("4", "25") };
    let sold = shop.session.sales().deliver(&delivery).await.unwrap();
    let item = sold.open_item_id.unwrap();
    let line = shop.lines_of(sold.document_id).await[0];
    let back = |amount: &str, allocate| NewReturn { customer_id: shop.other, allocate, ..shop.back(sold.document_id, &[(line, amount)]) };
    let credit = async |back: NewReturn| shop.session.sales().return_goods(&back).await.unwrap().open_item_id.unwrap();
    let first = credit(back("1", None)).await;
    assert_eq!((shop.open(item).await, shop.open(first).await), (eur("75"), eur("0")));
    let apart = credit(back("1", Some(Allocate::Nothing))).await;
    assert_eq!((shop.open(item).await, shop.open(apart).await), (eur("75"), eur("-25")));
    pay(&shop, shop.other, "2026-01-25", "65", Allocate::OldestDue).await;
    let rest = credit(back("1", None)).await;
    assert_eq!((shop.open(item).await, shop.open(rest).await), (eur("0"), eur("-15")));
    let too_much = back("1", Some(Allocate::Items(vec![(item, eur("1"))])));
    shop.refuses(Code::AllocationExceeded, shop.session.sales().return_goods(&too_much)).await;
    assert_eq!(aged(&shop, shop.other, "2026-01-25").await, (eur("0"), eur("40")));
    shop.verify().await;
}

/// A prepayment waits for the deliveries of its order: until it is freed nothing else is settled with it, and it is not given back.
pub async fn a_prepayment_is_reserved_for_its_order(harness: Harness) {
    let shop = harness.shop().await;
    let sold = sell(&shop, shop.other, "2026-01-10", "100", &[]).await;
    let order = NewOrder::new(shop.other, day("2026-01-04"), vec![LineItem::new(shop.service, 1.into(), crate::harness::price("50"))]);
    let order = shop.session.orders().create(&order).await.unwrap().order_id;
    let prepaid = NewPayment { order_id: Some(order), ..NewPayment::new(shop.other, day("2026-01-05"), eur("40")) };
    let at_once = NewPayment { allocate: Allocate::OldestDue, ..prepaid.clone() };
    shop.refuses(Code::CreditReserved, shop.session.receivables().record_payment(&at_once)).await;
    let posted = shop.session.receivables().record_payment(&prepaid).await.unwrap();
    let credit_id = posted.open_item_id;
    let status = async |total: &str| shop.session.receivables().order_status(shop.other, order, eur(total), day("2026-02-01")).await.unwrap().status;
    assert_eq!((status("50").await, status("40").await, status("30").await), (PaymentStatus::PartlyPaid, PaymentStatus::Paid, PaymentStatus::Over));
    let set = NewCreditAllocation { customer_id: shop.other, credit_id, allocate: Allocate::OldestDue, debtors: vec![], day: day("2026-02-01") };
    shop.refuses(Code::CreditReserved, shop.session.receivables().allocate_credit(&set)).await;
    let refund = NewRefund { customer_id: shop.other, credit_id, amount: eur("40"), day: day("2026-02-01"), method: None, reason: None };
    shop.refuses(Code::CreditReserved, shop.session.receivables().refund(&refund)).await;
    let free = FreedPrepayments { customer_id: shop.other, order_id: order };
    assert_eq!(shop.session.receivables().free_prepayments(&free).await.unwrap(), Some(eur("40")));
    assert_eq!(shop.session.receivables().free_prepayments(&free).await.unwrap(), None);
    assert_eq!(status("50").await, PaymentStatus::Unpaid);
    assert_eq!(shop.session.receivables().allocate_credit(&set).await.unwrap(), Some(eur("40")));
    assert_eq!(shop.open(sold.open_item_id.unwrap()).await, eur("60"));
    assert_eq!(shop.session.payments().get(posted.payment_id).await.unwrap().order_id, Some(order));
    shop.verify().await;
}

/// What was known at a moment can be asked for later; the same day then has the answer that was given.
pub async fn ageing_as_it_was_known_at_a_moment(harness: Harness) {
    let shop = harness.shop().await;
    sell(&shop, shop.other, "2026-01-10", "100", &[]).await;
    shop.harness.clock.set("2026-02-01T12:00:00Z".parse().unwrap());
    let payment = pay(&shop, shop.other, "2026-01-20", "30", Allocate::OldestDue).await;
    shop.harness.clock.set("2026-02-02T12:00:00Z".parse().unwrap());
    shop.session.receivables().cancel_payment(&cancel(&payment, "2026-01-25")).await.unwrap();
    let ask = async |known: Option<&str>, on: &str| {
        let known_at = known.map(|at| at.parse().unwrap());
        let query = AgeingQuery { known_at, ..AgeingQuery::new(day(on), Currency::EUR) };
        let (sum, items) = (shop.session.receivables().ageing(&query).await.unwrap(), shop.session.receivables().aged_items(&query).await.unwrap());
        assert_eq!(Money::sum(items.iter().map(|i| i.open), Currency::EUR).unwrap(), sum.balance().unwrap());
        (sum.total, sum.credits)
    };
    assert_eq!(ask(Some("2026-01-31T12:00:00Z"), "2026-01-31").await, (eur("100"), eur("0")));
    assert_eq!(ask(Some("2026-02-01T12:00:00Z"), "2026-01-31").await, (eur("70"), eur("0")));
    assert_eq!(ask(Some("2026-02-02T12:00:00Z"), "2026-01-31").await, (eur("100"), eur("0")));
    assert_eq!(ask(None, "2026-01-31").await, (eur("100"), eur("0")));
    assert_eq!(ask(None, "2026-01-22").await, (eur("70"), eur("0")));
}

/// Ageing in rows by customer and by salesperson adds up to the whole; an item stays with the salesperson of its time.
pub async fn ageing_by_customer_and_salesperson_adds_up(harness: Harness) {
    let shop = harness.shop().await;
    let (sam, _) = shop.operator("sam", &["salesperson"], &[]).await;
    let other = shop.customer_of("H", Some(sam), None).await;
    sell(&shop, other.id, "2026-01-10", "60", &[]).await;
    let mut moved = other.clone();
    moved.owner_id = Some(shop.admin);
    shop.session.customers().update(&moved).await.unwrap();
    sell(&shop, other.id, "2026-01-11", "40", &[]).await;
    pay(&shop, other.id, "2026-01-20", "70", Allocate::OldestDue).await;
    pay(&shop, shop.other, "2026-01-20", "3", Allocate::Nothing).await;
    let query = AgeingQuery::new(day("2026-02-01"), Currency::EUR);
    let rows = async |by| {
        let mut rows = shop.session.receivables().ageing_by(by, &query).await.unwrap();
        rows.sort_by_key(|r| r.id);
        rows.into_iter().map(|r| (r.id, r.ageing.total, r.ageing.credits)).collect::<Vec<_>>()
    };
    let mut expected = vec![(Some(other.id.0), eur("30"), eur("0")), (Some(shop.other.0), eur("0"), eur("3"))];
    expected.sort_by_key(|r| r.0);
    assert_eq!(rows(AgeingBy::Customer).await, expected);
    assert_eq!(rows(AgeingBy::Salesperson).await, [(None, eur("0"), eur("3")), (Some(shop.admin.0), eur("30"), eur("0"))]);
    let before = AgeingQuery::new(day("2026-01-19"), Currency::EUR);
    let before = shop.session.receivables().ageing_by(AgeingBy::Salesperson, &before).await.unwrap();
    let mut before: Vec<_> = before.into_iter().map(|r| (r.id, r.ageing.total)).collect();
    before.sort_by_key(|r| r.0);
    let mut expected = vec![(Some(sam.0), eur("60")), (Some(shop.admin.0), eur("40"))];
    expected.sort_by_key(|r| r.0);
    assert_eq!(before, expected);
}

/// A statement runs from the opening balance over the documents of its days to the closing balance, which is that of the ageing.
pub async fn a_statement_of_account_runs_from_balance_to_balance(harness: Harness) {
    let shop = harness.shop().await;
    let (parent, one, two) = family(&shop).await;
    sell(&shop, one, "2026-01-10", "100", &[("2026-02-01", "60"), ("2026-03-01", "40")]).await;
    sell(&shop, two, "2026-01-15", "50", &[]).await;
    let payment = NewPayment {
        allocate: Allocate::OldestDue,
        debtors: vec![one, two],
        reference: Some("giro".into()),
        ..NewPayment::new(parent, day("2026-02-01"), eur("70"))
    };
    let posted = shop.session.receivables().record_payment(&payment).await.unwrap();
    shop.session.receivables().cancel_payment(&cancel(&posted, "2026-02-10")).await.unwrap();
    let statement = async |of, from: &str, to: &str| {
        let found = shop.session.receivables().statement(of, (day(from), day(to)), Currency::EUR).await.unwrap();
        let query = AgeingQuery { of, ..AgeingQuery::new(day(to), Currency::EUR) };
        assert_eq!(found.closing, shop.session.receivables().ageing(&query).await.unwrap().balance().unwrap());
        let line = |l: &crm_core::receivables::StatementLine| (l.day.to_string(), l.kind, l.number.clone(), l.amount, l.balance);
        (found.opening, found.lines.iter().map(line).collect::<Vec<_>>(), found.closing)
    };
    let line = |on: &str, kind, number: &str, amount: &str, balance: &str| (on.to_owned(), kind, Some(number.to_owned()), eur(amount), eur(balance));
    let group = statement(AccountOf::PayerGroup(parent), "2026-01-12", "2026-02-28").await;
    let expected = vec![
        line("2026-01-15", OpenItemKind::Delivery, "DN-2026-000002", "50", "150"),
        line("2026-02-01", OpenItemKind::Payment, "PM-2026-000001", "-70", "80"),
        line("2026-02-10", OpenItemKind::Cancellation, "CX-2026-000001", "70", "150"),
    ];
    assert_eq!(group, (eur("100"), expected, eur("150")));
    let (opening, lines, closing) = statement(AccountOf::Customer(one), "2026-01-01", "2026-02-05").await;
    assert_eq!((opening, closing), (eur("0"), eur("80")));
    assert_eq!(lines[0], line("2026-01-10", OpenItemKind::Delivery, "DN-2026-000001", "100", "100"));
    // The older debt of the other child took 50 of the 70.
    assert_eq!(lines[1..], [line("2026-02-01", OpenItemKind::Transfer, "PM-2026-000001", "-20", "80")]);
    let turned = (day("2026-02-02"), day("2026-02-01"));
    shop.refuses(Code::FieldInvalid, shop.session.receivables().statement(AccountOf::Everyone, turned, Currency::EUR)).await;
}

/// The company says whether a delivery beyond a customer's credit is refused or only noted; who has the right overrides it.
pub async fn a_delivery_beyond_the_credit_limit_is_refused(harness: Harness) {
    let company = Company { credit_policy: CreditPolicy::Block, credit_overdue_days: Some(10), ..Company::new("Acme", Currency::EUR) };
    let shop = Shop::founded(&harness, company).await;
    let mut customer = shop.session.customers().get(shop.other).await.unwrap();
    (customer.currency, customer.credit_limit) = (Some(Currency::EUR), Some(eur("100")));
    let customer = shop.session.customers().update(&customer).await.unwrap();
    assert_eq!(customer.credit_limit, Some(eur("100")));
    let wrong = Stored { data: Customer { currency: None, ..customer.data.clone() }, ..customer.clone() };
    shop.refuses(Code::FieldInvalid, shop.session.customers().update(&wrong)).await;
    let order = |amount: &str, on: &str| NewDelivery { customer_id: shop.other, day: day(on), ..shop.delivery_of(&[(shop.service, "1", amount)]) };
    shop.session.sales().deliver(&order("80", "2026-01-10")).await.unwrap();
    let error = shop.refuses(Code::CreditExceeded, shop.session.sales().deliver(&order("20.01", "2026-01-11"))).await;
    assert_eq!((error.context("limit"), error.context("exposure"), error.context("overdue")), (Some("100"), Some("100.01"), Some("0")));
    pay(&shop, shop.other, "2026-01-11", "5", Allocate::Nothing).await;
    let posted = shop.session.sales().deliver(&order("20.01", "2026-01-11")).await.unwrap();
    assert_eq!(posted.credit_warning, None);
    // Due on the 10th, 10 days are allowed.
    assert_eq!(shop.session.receivables().credit_state(shop.other, day("2026-01-20")).await.unwrap().overdue, 0);
    let error = shop.refuses(Code::CreditExceeded, shop.session.sales().deliver(&order("1", "2026-01-21"))).await;
    assert_eq!((error.context("exposure"), error.context("overdue")), (Some("96.01"), Some("1")));
    let (_, salesperson) = shop.operator("sam", &["salesperson"], &[]).await;
    let mut customer = shop.session.customers().get(shop.other).await.unwrap();
    customer.owner_id = Some(salesperson.operator_id());
    shop.session.customers().update(&customer).await.unwrap();
    let overridden = NewDelivery { credit_override: true, ..order("50", "2026-01-21") };
    shop.refuses(Code::AccessDenied, salesperson.sales().deliver(&overridden)).await;
    let posted = shop.session.sales().deliver(&overridden).await.unwrap();
    assert_eq!(posted.credit_warning.map(|w| (w.exposure, w.overdue)), Some((Some(eur("145.01")), Some(1))));
    let mut company = shop.session.company().get(shop.company).await.unwrap();
    company.credit_policy = CreditPolicy::Warn;
    let mut company = shop.session.company().update(&company).await.unwrap();
    let posted = shop.session.sales().deliver(&order("1", "2026-01-21")).await.unwrap();
    assert_eq!(posted.credit_warning.map(|w| w.exposure), Some(Some(eur("146.01"))));
    company.credit_policy = CreditPolicy::Off;
    shop.session.company().update(&company).await.unwrap();
    assert_eq!(shop.session.sales().deliver(&order("1", "2026-01-21")).await.unwrap().credit_warning, None);
    shop.verify().await;
}

/// A reminder level is reached on its day past due, for what is still open.
pub async fn reminders_come_by_days_past_due(harness: Harness) {
    let shop = harness.shop().await;
    let sold = sell(&shop, shop.other, "2026-01-01", "100", &[("2026-01-01", "60"), ("2026-02-01", "40")]).await;
    let levels = ReminderLevels::new(vec![5, 20, 40]).unwrap();
    let found = async |on: &str| -> Vec<(Day, Money, usize)> {
        let query = AgeingQuery::new(day(on), Currency::EUR);
        let found = shop.session.receivables().reminders(&query, &levels).await.unwrap();
        found.into_iter().map(|(aged, level)| (aged.item.due_day, aged.open, level)).collect()
    };
    assert_eq!(found("2026-01-05").await, []);
    assert_eq!(found("2026-01-06").await, [(day("2026-01-01"), eur("60"), 1)]);
    assert_eq!(found("2026-02-21").await, [(day("2026-01-01"), eur("60"), 3), (day("2026-02-01"), eur("40"), 2)]);
    pay(&shop, shop.other, "2026-02-10", "70", Allocate::Documents(vec![(sold.document_id, eur("70"))])).await;
    assert_eq!(found("2026-02-21").await, [(day("2026-02-01"), eur("30"), 2)]);
    assert!(ReminderLevels::new(vec![5, 5]).is_err() && ReminderLevels::new(vec![]).is_err());
}
