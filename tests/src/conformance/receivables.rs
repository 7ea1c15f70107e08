//! Payments, allocations, ageing and balances, by date.
#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic, reason = "a suite of tests: a failed expectation is a panic")]

use crate::harness::{Harness, Shop, day, eur};
use crm_core::{
    Code,
    ids::OpenItemId,
    num::{Currency, Money},
    receivables::{AccountOf, AgeingBuckets, AgeingQuery, Allocate, Allocation, NewAllocation, NewPayment},
    sales::{NewDelivery, NewReturn},
};

/// A delivery of a service for so much, by the day it falls due.
async fn owe(shop: &Shop, amount: &str, due: &str) -> OpenItemId {
    let mut delivery = NewDelivery { due_day: Some(day(due)), ..shop.delivery_of(&[(shop.service, "1", amount)]) };
    delivery.customer_id = shop.other;
    shop.session.sales().deliver(&delivery).await.unwrap().open_item_id.unwrap()
}

/// A payment of the customer who owes.
fn paid(shop: &Shop, on: &str, amount: &str, allocate: Allocate) -> NewPayment {
    NewPayment { customer_id: shop.other, ..shop.payment(on, amount, allocate) }
}

fn set(shop: &Shop, on: &str, credit_id: OpenItemId, receivable_id: OpenItemId, amount: &str) -> NewAllocation {
    NewAllocation { customer_id: shop.other, credit_id, receivable_id, amount: eur(amount), day: day(on) }
}

/// A payment may stay a credit, and be allocated in parts later.
pub async fn a_payment_can_wait_for_its_allocation(harness: Harness) {
    let shop = harness.shop().await;
    let item = owe(&shop, "100", "2026-02-01").await;
    let payment = shop.session.receivables().record_payment(&paid(&shop, "2026-01-20", "80", Allocate::Nothing)).await.unwrap();
    assert_eq!((payment.number.as_str(), payment.allocated, payment.unallocated), ("PM-2026-000001", eur("0"), eur("80")));
    let credit = payment.open_item_id;
    shop.session.receivables().allocate(&set(&shop, "2026-01-21", credit, item, "30")).await.unwrap();
    assert_eq!((shop.open(item).await, shop.open(credit).await), (eur("70"), eur("-50")));
    let too_much = set(&shop, "2026-01-21", credit, item, "50.01");
    let error = shop.refuses(Code::AllocationExceeded, shop.session.receivables().allocate(&too_much)).await;
    assert_eq!(error.context("open"), Some("50"));
    shop.refuses(Code::FieldInvalid, shop.session.receivables().allocate(&set(&shop, "2026-01-19", credit, item, "1"))).await;
    shop.session.receivables().allocate(&set(&shop, "2026-01-22", credit, item, "50")).await.unwrap();
    assert_eq!((shop.open(item).await, shop.open(credit).await), (eur("20"), eur("0")));
    shop.verify().await;
}

/// What falls due first is settled first; what is left stays as credit.
pub async fn a_payment_settles_what_falls_due_first(harness: Harness) {
    let shop = harness.shop().await;
    let late = owe(&shop, "10", "2026-05-01").await;
    let early = owe(&shop, "20", "2026-03-01").await;
    let middle = owe(&shop, "30", "2026-04-01").await;
    let payment = shop.session.receivables().record_payment(&paid(&shop, "2026-01-20", "45", Allocate::OldestDue)).await.unwrap();
    assert_eq!((payment.allocated, payment.unallocated), (eur("45"), eur("0")));
    assert_eq!((shop.open(early).await, shop.open(middle).await, shop.open(late).await), (eur("0"), eur("5"), eur("10")));
    let payment = shop.session.receivables().record_payment(&paid(&shop, "2026-01-20", "100", Allocate::OldestDue)).await.unwrap();
    assert_eq!((payment.allocated, payment.unallocated), (eur("15"), eur("85")));
    shop.verify().await;
}

/// A payment settles the items it names, with the amounts it names.
pub async fn a_payment_settles_the_items_it_names(harness: Harness) {
    let shop = harness.shop().await;
    let (one, two) = (owe(&shop, "10", "2026-02-01").await, owe(&shop, "20", "2026-02-01").await);
    let items = Allocate::Items(vec![(two, eur("20")), (one, eur("2.5"))]);
    let payment = shop.session.receivables().record_payment(&paid(&shop, "2026-01-20", "25", items)).await.unwrap();
    assert_eq!((payment.allocated, payment.unallocated), (eur("22.5"), eur("2.5")));
    assert_eq!((shop.open(one).await, shop.open(two).await, shop.open(payment.open_item_id).await), (eur("7.5"), eur("0"), eur("-2.5")));
    let twice = Allocate::Items(vec![(one, eur("1")), (one, eur("1"))]);
    shop.refuses(Code::FieldInvalid, shop.session.receivables().record_payment(&paid(&shop, "2026-01-20", "25", twice))).await;
    shop.verify().await;
}

/// No more is allocated to an item than is open of it.
pub async fn more_than_is_open_is_not_allocated(harness: Harness) {
    let shop = harness.shop().await;
    let item = owe(&shop, "10", "2026-02-01").await;
    let named = |amount| Allocate::Items(vec![(item, eur(amount))]);
    let error =
        shop.refuses(Code::AllocationExceeded, shop.session.receivables().record_payment(&paid(&shop, "2026-01-20", "50", named("10.01")))).await;
    assert_eq!(error.context("open"), Some("10"));
    shop.refuses(Code::FieldInvalid, shop.session.receivables().record_payment(&paid(&shop, "2026-01-20", "50", named("-1")))).await;
}

/// No more is allocated of a payment than was paid.
pub async fn more_than_was_paid_is_not_allocated(harness: Harness) {
    let shop = harness.shop().await;
    let (one, two) = (owe(&shop, "10", "2026-02-01").await, owe(&shop, "10", "2026-02-01").await);
    let items = Allocate::Items(vec![(one, eur("10")), (two, eur("0.01"))]);
    shop.refuses(Code::AllocationExceeded, shop.session.receivables().record_payment(&paid(&shop, "2026-01-20", "10", items))).await;
}

/// The credit of a return is set against a receivable later, or against nothing for as long as the customer wants.
pub async fn the_credit_of_a_return_is_allocated_later(harness: Harness) {
    let shop = harness.shop().await;
    let item = owe(&shop, "100", "2026-02-01").await;
    let back = NewReturn { customer_id: shop.other, ..shop.unlinked(shop.service, "1", "40") };
    let credit = shop.session.sales().return_goods(&back).await.unwrap().open_item_id.unwrap();
    assert_eq!(shop.open(credit).await, eur("-40"));
    shop.session.receivables().allocate(&set(&shop, "2026-03-01", credit, item, "40")).await.unwrap();
    assert_eq!((shop.open(item).await, shop.open(credit).await), (eur("60"), eur("0")));
    let allocation = shop.session.allocations().list().fetch().await.unwrap().remove(0);
    assert_eq!((allocation.day, allocation.receivable_due_day, allocation.amount), (day("2026-03-01"), day("2026-02-01"), eur("40")));
    shop.refuses(Code::ReferenceMissing, shop.session.receivables().allocate(&set(&shop, "2026-03-01", item, credit, "1"))).await;
    shop.verify().await;
}

/// A payment settles items of its own customer only.
pub async fn items_of_another_customer_are_not_found(harness: Harness) {
    let shop = harness.shop().await;
    let item = owe(&shop, "100", "2026-02-01").await;
    let theirs = shop.payment("2026-01-20", "10", Allocate::Items(vec![(item, eur("10"))]));
    shop.refuses(Code::ReferenceMissing, shop.session.receivables().record_payment(&theirs)).await;
    let credit = shop.pay("2026-01-20", "10", Allocate::Nothing).await.open_item_id;
    shop.refuses(Code::ReferenceMissing, shop.session.receivables().allocate(&set(&shop, "2026-02-01", credit, item, "1"))).await;
    assert_eq!(shop.session.allocations().count(&Allocation::amount().gt(eur("0"))).await.unwrap(), 0);
}

async fn ageing(shop: &Shop, as_of: &str) -> (Vec<Money>, Money, Money) {
    let ageing = shop.session.receivables().ageing(&AgeingQuery::new(day(as_of), Currency::EUR)).await.unwrap();
    assert_eq!(ageing.names, ["current", "1-30", "31-60", "61-90", "90+"]);
    assert_eq!(Money::sum(ageing.buckets.iter().copied(), Currency::EUR).unwrap(), ageing.total);
    (ageing.buckets, ageing.total, ageing.credits)
}

/// Every item stands in the bucket of its days past due, the first and the last day of each included.
pub async fn ageing_stands_in_its_buckets_and_adds_up(harness: Harness) {
    let shop = harness.shop().await;
    let due = ["2026-07-01", "2026-06-30", "2026-06-01", "2026-05-31", "2026-05-02", "2026-05-01", "2026-04-02", "2026-04-01"];
    for (n, due) in (0_u32..).zip(due) {
        owe(&shop, &2_u32.pow(n).to_string(), due).await;
    }
    let (buckets, total, credits) = ageing(&shop, "2026-07-01").await;
    assert_eq!(buckets, ["1", "6", "24", "96", "128"].map(eur));
    assert_eq!((total, credits), (eur("255"), eur("0")));
    let of = |customer| AgeingQuery { of: AccountOf::Customer(customer), ..AgeingQuery::new(day("2026-07-01"), Currency::EUR) };
    let theirs = shop.session.receivables().ageing(&of(shop.customer)).await.unwrap();
    assert_eq!(theirs.total, eur("0"));
    let buckets = AgeingBuckets::new(vec![7, 14]).unwrap();
    let narrow = shop.session.receivables().ageing(&AgeingQuery { buckets, ..of(shop.other) }).await.unwrap();
    assert_eq!((narrow.names.len(), narrow.buckets), (4, ["1", "2", "0", "252"].map(eur).to_vec()));
}

/// The same question about a day has the same answer today and next year.
pub async fn ageing_as_of_a_day_ignores_what_came_later(harness: Harness) {
    let shop = harness.shop().await;
    let item = owe(&shop, "100", "2026-02-01").await;
    let before = ageing(&shop, "2026-02-15").await;
    let payment = paid(&shop, "2026-03-01", "60", Allocate::Items(vec![(item, eur("40"))]));
    shop.session.receivables().record_payment(&payment).await.unwrap();
    owe(&shop, "7", "2026-01-10").await;
    assert_eq!(before.0, ["0", "100", "0", "0", "0"].map(eur));
    let day_before = ageing(&shop, "2026-02-28").await;
    assert_eq!((day_before.0[1], day_before.2), (eur("100"), eur("0")));
    let after = ageing(&shop, "2026-03-01").await;
    assert_eq!((after.0[1], after.0[2], after.1, after.2), (eur("60"), eur("7"), eur("67"), eur("20")));
    assert_eq!(ageing(&shop, "2026-01-09").await.1, eur("0"));
    shop.verify().await;
}

/// A balance counts what is dated up to its day, credits deducted.
pub async fn a_balance_is_that_of_its_day(harness: Harness) {
    let shop = harness.shop().await;
    owe(&shop, "100", "2026-02-01").await;
    shop.session.receivables().record_payment(&paid(&shop, "2026-03-01", "130", Allocate::OldestDue)).await.unwrap();
    let balance = async |on| shop.session.receivables().balance(shop.other, day(on), Currency::EUR).await.unwrap();
    assert_eq!(balance("2026-01-09").await, eur("0"));
    assert_eq!(balance("2026-01-10").await, eur("100"));
    assert_eq!(balance("2026-02-28").await, eur("100"));
    assert_eq!(balance("2026-03-01").await, eur("-30"));
    let dollars = shop.session.receivables().balance(shop.other, day("2026-12-31"), Currency::USD).await.map_err(|e| e.code());
    assert_eq!(dollars, Err(Code::CurrencyMismatch), "there is nothing in dollars");
}
