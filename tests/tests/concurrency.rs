//! Many at once, on both engines: the last unit is sold once, numbers have no gaps, nothing is allocated twice, a key does an act once,
//! and acts that want the same rows in another order get them one after the other.
#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic, reason = "tests: a failed expectation is a panic")]

use crm_core::{
    Code, Error, Result,
    company::Company,
    custom::CustomField,
    customers::Customer,
    dictionary::DictionaryEntry,
    entity::Value,
    external::ExternalKey,
    num::{Currency, Money},
    products::{CodeKind, KitComponent, Product, ProductCode, ProductGroup, Tracking},
    query::Filter,
    receivables::{Allocate, CreditPolicy, NewAllocation, NewPayment, OpenItem, PaymentCancellation},
    sales::{Acceptance, CreditLine, LineItem, NewCreditNote, NewDelivery, NewOrder, NewQuote, Offer, OrderDelivery, SalesPosted},
    session::{UpsertMode, Upserted},
    stock::{NewReceipt, ReceiptLine, StockPosted},
};
use crm_tests::{
    harness::{Harness, Shop, day, eur, price, quantity},
    on_both_engines,
    random::Dice,
};
use std::{collections::BTreeSet, future::Future};

/// Runs the same act in many tasks, which start as close together as they can.
async fn at_once<T: Send + 'static, F: Future<Output = T> + Send + 'static>(tasks: usize, act: impl Fn(usize) -> F) -> Vec<T> {
    let barrier = std::sync::Arc::new(tokio::sync::Barrier::new(tasks));
    let start = |n| {
        let (barrier, act) = (barrier.clone(), act(n));
        tokio::spawn(async move {
            barrier.wait().await;
            act.await
        })
    };
    let running: Vec<_> = (0..tasks).map(start).collect();
    let mut done = Vec::new();
    for task in running {
        done.push(task.await.unwrap());
    }
    done
}

fn sell(shop: &Shop) -> impl Future<Output = Result<SalesPosted>> + Send + 'static {
    let shop = shop.clone();
    async move { shop.session.sales().deliver(&shop.delivery("1", "5")).await }
}

on_both_engines! {
    the_last_unit_is_sold_once
    the_last_piece_of_a_lot_is_sold_once
    sixteen_writers_take_numbers_without_gaps
    a_product_received_first_by_many_has_one_pool
    sixteen_payers_never_settle_more_than_is_owed
    one_credit_is_allocated_once
    a_payer_and_his_debtors_pay_at_once_and_nothing_is_paid_twice
    of_many_cancellations_of_a_payment_one_is_done
    two_deliveries_at_once_keep_the_credit_limit
    two_branches_at_once_keep_the_limit_of_who_pays
    one_key_used_by_eight_at_once_is_one_act_with_one_result
    a_quote_accepted_by_eight_at_once_is_one_order
    an_order_delivered_by_eight_at_once_is_delivered_once
    a_line_credited_and_returned_at_once_gives_back_what_it_brought
    readers_see_whole_acts_while_others_write
    opposite_orders_of_products_do_not_stand_in_each_others_way
    two_moves_never_make_a_circle_together
    of_two_changes_of_a_record_the_second_is_told
    eight_who_change_a_record_by_a_function_lose_nothing
    a_key_that_eight_bring_at_once_is_one_record
    what_is_deleted_is_referred_to_by_nothing_that_came_meanwhile
    eight_creators_of_one_group_never_share_a_code
    one_barcode_is_claimed_once
    a_part_becomes_a_kit_or_stays_a_part
    two_thousand_deliveries_of_four_writers_reconcile
}

async fn the_last_unit_is_sold_once(harness: Harness) {
    let shop = harness.shop().await;
    for round in 0..50 {
        shop.receive("1", "3").await;
        let results = at_once(2, |_| sell(&shop)).await;
        let refused: Vec<&Error> = results.iter().filter_map(|r| r.as_ref().err()).collect();
        assert_eq!(refused.iter().map(|e| e.code()).collect::<Vec<_>>(), [Code::InsufficientStock], "round {round}: {results:?}");
        assert_eq!(refused[0].context("available"), Some("0"));
    }
    assert_eq!(shop.session.sales_documents().count(&Filter::All).await.unwrap(), 50);
    shop.verify().await;
}

async fn eight_who_change_a_record_by_a_function_lose_nothing(harness: Harness) {
    const EACH: i64 = 25;
    let shop = harness.shop().await;
    let before = shop.session.customers().get(shop.customer).await.unwrap();
    let results = at_once(8, |_| {
        let (session, id) = (shop.session.clone(), shop.customer);
        async move {
            for _ in 0..EACH {
                let one_more = |customer: &mut Customer| {
                    customer.payment_days += 1;
                    Ok(())
                };
                session.customers().modify(id, one_more).await?;
            }
            Ok::<_, Error>(())
        }
    })
    .await;
    assert!(results.iter().all(Result::is_ok), "{results:?}");
    let after = shop.session.customers().get(shop.customer).await.unwrap();
    assert_eq!((after.version, after.payment_days), (before.version + 8 * EACH, before.payment_days + 8 * EACH));
    shop.verify().await;
}

/// Eight bring the same new key: one makes the record, the others find it and change it. Meanwhile it is deleted and brought again.
async fn a_key_that_eight_bring_at_once_is_one_record(harness: Harness) {
    let shop = harness.shop().await;
    for round in 0..20 {
        let results = at_once(8, |n| {
            let shop = shop.clone();
            async move {
                let given = [Customer::code().set(format!("K{round}")), Customer::name().set(format!("N{n}"))];
                let key = ExternalKey::new("erp", round.to_string());
                let (record, what) = shop.session.customers().upsert(&key, given, UpsertMode::Upsert).await?;
                if n == 0 {
                    match shop.session.customers().delete(&record).await {
                        Err(error) if error.code() == Code::VersionConflict => {}
                        done => done?,
                    }
                }
                Ok::<_, Error>(what)
            }
        })
        .await;
        assert!(results.iter().all(Result::is_ok), "round {round}: {results:?}");
        let made = results.iter().filter(|r| matches!(r, Ok(Upserted::Created))).count();
        assert!((1..=2).contains(&made), "round {round}: {results:?}");
    }
    let keys = shop.dump().await["external_ref"].len() as u64;
    assert_eq!(shop.session.customers().count(&Customer::code().starts_with("k")).await.unwrap(), keys);
    shop.verify().await;
}

/// Two sellers want the last piece of a lot, of which another lot has plenty.
async fn the_last_piece_of_a_lot_is_sold_once(harness: Harness) {
    let shop = harness.shop().await;
    let product = Product { costing: crm_core::costing::LOT.into(), tracking: Tracking::Lot, ..Product::stocked("L", "Lot", Currency::EUR) };
    let product = shop.session.products().create(product).await.unwrap().id;
    let receive = async |lot: &str, amount: &str| {
        let line = ReceiptLine { lot: Some(lot.into()), ..ReceiptLine::new(product, quantity(amount), price("3")) };
        shop.session.stock().receive(&NewReceipt::new(shop.warehouse, day("2026-01-01"), vec![line])).await.unwrap();
    };
    receive("plenty", "1000").await;
    for round in 0..20 {
        receive("A", "1").await;
        let results = at_once(2, |_| {
            let shop = shop.clone();
            async move {
                let line = LineItem { lot: Some("A".into()), ..LineItem::new(product, quantity("1"), price("5")) };
                shop.session.sales().deliver(&NewDelivery { lines: vec![line], ..shop.delivery("1", "5") }).await
            }
        })
        .await;
        let refused: Vec<&Error> = results.iter().filter_map(|r| r.as_ref().err()).collect();
        assert_eq!(refused.iter().map(|e| e.code()).collect::<Vec<_>>(), [Code::InsufficientStock], "round {round}: {results:?}");
        assert_eq!((refused[0].context("available"), refused[0].context("lot")), (Some("0"), Some("A")));
    }
    shop.verify().await;
}

async fn sixteen_writers_take_numbers_without_gaps(harness: Harness) {
    const EACH: usize = 5;
    let shop = harness.shop().await;
    let results = at_once(16, |_| {
        let shop = shop.clone();
        async move {
            let mut numbers = Vec::new();
            for _ in 0..EACH {
                let posted = shop.session.sales().deliver(&shop.delivery_of(&[(shop.service, "1", "5")])).await.unwrap();
                numbers.push(posted.number);
                shop.session.sales().deliver(&shop.delivery("1", "5")).await.unwrap_err();
            }
            numbers
        }
    });
    let numbers: BTreeSet<String> = results.await.into_iter().flatten().collect();
    let expected: BTreeSet<String> = (1..=16 * EACH).map(|n| format!("DN-2026-{n:06}")).collect();
    assert_eq!(numbers, expected);
    shop.verify().await;
}

async fn a_product_received_first_by_many_has_one_pool(harness: Harness) {
    let shop = harness.shop().await;
    let results: Vec<Result<StockPosted>> = at_once(8, |_| {
        let shop = shop.clone();
        async move { shop.session.stock().receive(&shop.receipt(&[(shop.second, "1", "2"), (shop.product, "1", "3")])).await }
    })
    .await;
    assert!(results.iter().all(Result::is_ok), "{results:?}");
    assert_eq!(shop.session.stock_pools().get(shop.product).await.unwrap().quantity, 8.into());
    shop.verify().await;
}

async fn sixteen_payers_never_settle_more_than_is_owed(harness: Harness) {
    let shop = harness.shop().await;
    let owed = shop.session.sales().deliver(&shop.delivery_of(&[(shop.service, "1", "100")])).await.unwrap();
    let item = owed.open_item_id.unwrap();
    let payments = at_once(16, |n| {
        let shop = shop.clone();
        async move {
            let allocate = if n % 2 == 0 { Allocate::OldestDue } else { Allocate::Items(vec![(item, eur("20"))]) };
            shop.session.receivables().record_payment(&shop.payment("2026-02-01", "20", allocate)).await
        }
    })
    .await;
    let refused = payments.iter().filter_map(|p| p.as_ref().err()).all(|e| e.code() == Code::AllocationExceeded);
    assert!(refused, "{payments:?}");
    let allocated = payments.iter().flatten().map(|p| p.allocated).fold(eur("0"), |sum, part| sum.plus(part).unwrap());
    assert_eq!((allocated, shop.open(item).await), (owed.gross, eur("0")));
    shop.verify().await;
}

async fn one_credit_is_allocated_once(harness: Harness) {
    let shop = harness.shop().await;
    let owed = shop.session.sales().deliver(&shop.delivery_of(&[(shop.service, "1", "1000")])).await.unwrap();
    let credit = shop.pay("2026-02-01", "30", Allocate::Nothing).await.open_item_id;
    let results = at_once(16, |_| {
        let shop = shop.clone();
        let (receivable_id, customer_id) = (owed.open_item_id.unwrap(), shop.customer);
        let part = NewAllocation { customer_id, credit_id: credit, receivable_id, amount: eur("10"), day: day("2026-02-01") };
        async move { shop.session.receivables().allocate(&part).await }
    })
    .await;
    assert_eq!(results.iter().filter(|r| r.is_ok()).count(), 3, "{results:?}");
    assert_eq!(shop.open(credit).await, eur("0"));
    shop.verify().await;
}

async fn a_payer_and_his_debtors_pay_at_once_and_nothing_is_paid_twice(harness: Harness) {
    let shop = harness.shop().await;
    let parent = shop.customer_of("P", None, None).await.id;
    let mut children = Vec::new();
    for code in ["S1", "S2"] {
        let child = Customer { payer_id: Some(parent), ..Customer::new(code, code) };
        children.push(shop.session.customers().create(child).await.unwrap().id);
    }
    for round in 0..3 {
        let mut items = Vec::new();
        for child in &children {
            let delivery = NewDelivery { customer_id: *child, ..shop.delivery_of(&[(shop.service, "1", "100")]) };
            items.push(shop.session.sales().deliver(&delivery).await.unwrap().open_item_id.unwrap());
        }
        let results = at_once(8, |n| {
            let (shop, children) = (shop.clone(), children.clone());
            async move {
                let day = day("2026-02-01");
                let payment = match n % 4 {
                    0 => NewPayment { debtors: children.clone(), ..NewPayment::new(parent, day, eur("60")) },
                    1 => NewPayment { debtors: children.iter().rev().copied().collect(), ..NewPayment::new(parent, day, eur("60")) },
                    other => NewPayment::new(children[other - 2], day, eur("60")),
                };
                shop.session.receivables().record_payment(&NewPayment { allocate: Allocate::OldestDue, ..payment }).await
            }
        })
        .await;
        assert!(results.iter().all(Result::is_ok), "round {round}: {results:?}");
        let allocated = results.iter().flatten().map(|p| p.allocated).fold(eur("0"), |sum, part| sum.plus(part).unwrap());
        assert_eq!(allocated, eur("200"), "round {round}");
        for item in items {
            assert_eq!(shop.open(item).await, eur("0"));
        }
        shop.verify().await;
    }
}

async fn of_many_cancellations_of_a_payment_one_is_done(harness: Harness) {
    let shop = harness.shop().await;
    let item = shop.session.sales().deliver(&shop.delivery_of(&[(shop.service, "1", "100")])).await.unwrap().open_item_id.unwrap();
    let owed = shop.open(item).await;
    let payment = shop.pay("2026-02-01", "50", Allocate::OldestDue).await;
    let results = at_once(6, |n| {
        let shop = shop.clone();
        async move {
            if n == 0 {
                return shop.session.receivables().record_payment(&shop.payment("2026-02-02", "10", Allocate::OldestDue)).await.map(drop);
            }
            let cancellation = PaymentCancellation { payment_id: payment.payment_id, day: day("2026-02-03"), reason: None };
            shop.session.receivables().cancel_payment(&cancellation).await.map(drop)
        }
    })
    .await;
    let refused: Vec<_> = results.iter().filter_map(|r| r.as_ref().err()).map(Error::code).collect();
    assert!(refused == [Code::AlreadyCancelled; 4], "{results:?}");
    assert_eq!(shop.open(item).await, owed.minus(eur("10")).unwrap());
    shop.verify().await;
}

async fn two_deliveries_at_once_keep_the_credit_limit(harness: Harness) {
    let company = Company { credit_policy: CreditPolicy::Block, ..Company::new("Acme", Currency::EUR) };
    let shop = Shop::founded(&harness, company).await;
    let mut customer = shop.session.customers().get(shop.other).await.unwrap();
    (customer.currency, customer.credit_limit) = (Some(Currency::EUR), Some(eur("100")));
    shop.session.customers().update(&customer).await.unwrap();
    let results = at_once(8, |_| {
        let shop = shop.clone();
        async move {
            let delivery = NewDelivery { customer_id: shop.other, ..shop.delivery_of(&[(shop.service, "1", "30")]) };
            shop.session.sales().deliver(&delivery).await
        }
    })
    .await;
    assert_eq!(results.iter().filter(|r| r.is_ok()).count(), 3, "{results:?}");
    assert!(results.iter().filter_map(|r| r.as_ref().err()).all(|e| e.code() == Code::CreditExceeded), "{results:?}");
    shop.verify().await;
}

async fn two_branches_at_once_keep_the_limit_of_who_pays(harness: Harness) {
    let company = Company { credit_policy: CreditPolicy::Block, ..Company::new("Acme", Currency::EUR) };
    let shop = Shop::founded(&harness, company).await;
    let head = Customer { currency: Some(Currency::EUR), credit_limit: Some(eur("100")), ..Customer::new("H", "Head office") };
    let head = shop.session.customers().create(head).await.unwrap().id;
    let mut all = vec![head];
    for code in ["B1", "B2", "B3"] {
        all.push(shop.session.customers().create(Customer { payer_id: Some(head), ..Customer::new(code, code) }).await.unwrap().id);
    }
    let results = at_once(8, |number| {
        let (shop, customer_id) = (shop.clone(), all[number % all.len()]);
        async move {
            let delivery = NewDelivery { customer_id, ..shop.delivery_of(&[(shop.service, "1", "30")]) };
            shop.session.sales().deliver(&delivery).await
        }
    })
    .await;
    assert_eq!(results.iter().filter(|r| r.is_ok()).count(), 3, "{results:?}");
    assert!(results.iter().filter_map(|r| r.as_ref().err()).all(|e| e.code() == Code::CreditExceeded), "{results:?}");
    shop.verify().await;
}

async fn one_key_used_by_eight_at_once_is_one_act_with_one_result(harness: Harness) {
    let shop = harness.shop().await;
    shop.receive("100", "3").await;
    for key in 0..10 {
        let results = at_once(8, |_| {
            let shop = shop.clone();
            async move { shop.session.idempotent(format!("order-{key}")).sales().deliver(&shop.delivery("1", "5")).await }
        })
        .await;
        let posted: Vec<SalesPosted> = results.into_iter().collect::<Result<_>>().unwrap();
        assert!(posted.windows(2).all(|pair| pair[0] == pair[1]), "{posted:?}");
    }
    assert_eq!(shop.session.sales_documents().count(&Filter::All).await.unwrap(), 10);
    shop.verify().await;
}

/// A double click, eightfold: one order, and everybody is told its number.
async fn a_quote_accepted_by_eight_at_once_is_one_order(harness: Harness) {
    let shop = harness.shop().await;
    for round in 0..5 {
        let offer = Offer::new(day("2026-01-10"), day("2026-01-31"), vec![LineItem::new(shop.product, 3.into(), price("5"))]);
        let quote = shop.session.quotes().create(&NewQuote { customer_id: shop.customer, offer }).await.unwrap().quote_id;
        let accept = |_| {
            let shop = shop.clone();
            async move { shop.session.quotes().accept(&Acceptance::all(quote, day("2026-01-12"))).await }
        };
        let orders: BTreeSet<_> = at_once(8, accept).await.into_iter().map(|order| order.unwrap().number).collect();
        assert_eq!(orders.len(), 1, "{orders:?}");
        assert_eq!(shop.session.orders().count(&Filter::All).await.unwrap(), round + 1);
    }
    shop.verify().await;
}

async fn an_order_delivered_by_eight_at_once_is_delivered_once(harness: Harness) {
    let shop = harness.shop().await;
    shop.receive("100", "3").await;
    for round in 0..5 {
        let order = NewOrder::new(shop.customer, day("2026-01-10"), vec![LineItem::new(shop.product, 3.into(), price("5"))]);
        let order = shop.session.orders().create(&order).await.unwrap().order_id;
        let deliver = |_| {
            let shop = shop.clone();
            async move { shop.session.orders().deliver(&OrderDelivery::all(order, shop.warehouse, day("2026-01-12"))).await }
        };
        let results = at_once(8, deliver).await;
        let refused: Vec<_> = results.iter().filter_map(|r| r.as_ref().err()).map(Error::code).collect();
        assert_eq!(refused, [Code::DocumentClosed; 7], "{results:?}");
        assert_eq!(shop.session.sales_documents().count(&Filter::All).await.unwrap(), round + 1);
    }
    shop.verify().await;
}

/// Returns and credit notes of one line share what it brought: together they never give back more.
async fn a_line_credited_and_returned_at_once_gives_back_what_it_brought(harness: Harness) {
    let shop = harness.shop().await;
    shop.receive("100", "3").await;
    for _ in 0..5 {
        let sold = shop.deliver("4", "10").await;
        let line_id = shop.lines_of(sold.document_id).await[0];
        let act = |n| {
            let (shop, document) = (shop.clone(), sold.document_id);
            async move {
                if n % 2 == 0 {
                    return shop.session.sales().return_goods(&shop.back(document, &[(line_id, "1")])).await;
                }
                let lines = vec![CreditLine::linked(line_id, eur("9"))];
                let note = NewCreditNote::new(shop.customer, day("2026-01-20"), "late", lines);
                shop.session.sales().credit(&NewCreditNote { delivery_id: Some(document), ..note }).await
            }
        };
        let results = at_once(8, act).await;
        let given = Money::sum(results.iter().filter_map(|r| r.as_ref().ok()).map(|posted| posted.net), Currency::EUR).unwrap();
        assert!(given.negated().amount() <= sold.net.amount(), "{given} of {}", sold.net);
        let unexpected: Vec<_> = results.iter().filter_map(|r| r.as_ref().err()).filter(|e| e.code() != Code::LineExceeded).collect();
        assert!(unexpected.is_empty(), "{unexpected:?}");
    }
    shop.verify().await;
}

async fn readers_see_whole_acts_while_others_write(harness: Harness) {
    let shop = harness.shop().await;
    shop.receive("1000", "3").await;
    at_once(4, |n| {
        let shop = shop.clone();
        async move {
            for _ in 0..15 {
                if n < 2 {
                    shop.session.sales().deliver(&shop.delivery("1", "5")).await.map(drop).unwrap();
                } else {
                    shop.verify().await;
                }
            }
        }
    })
    .await;
}

async fn opposite_orders_of_products_do_not_stand_in_each_others_way(harness: Harness) {
    let shop = harness.shop().await;
    shop.session.stock().receive(&shop.receipt(&[(shop.product, "1000", "3"), (shop.second, "1000", "2")])).await.unwrap();
    let results = at_once(8, |n| {
        let shop = shop.clone();
        async move {
            let mut lines = vec![(shop.product, "1", "5"), (shop.second, "1", "5")];
            if n % 2 == 0 {
                lines.reverse();
            }
            for _ in 0..10 {
                shop.session.sales().deliver(&shop.delivery_of(&lines)).await?;
            }
            Ok::<(), Error>(())
        }
    })
    .await;
    assert!(results.iter().all(Result::is_ok), "{results:?}");
    assert_eq!(shop.session.stock_pools().get(shop.product).await.unwrap().quantity, 920.into());
    shop.verify().await;
}

async fn two_moves_never_make_a_circle_together(harness: Harness) {
    let shop = harness.shop().await;
    for round in 0..20 {
        let (a, b) = (shop.group(&format!("a{round}"), None).await, shop.group(&format!("b{round}"), None).await);
        let results = at_once(2, |n| {
            let shop = shop.clone();
            async move {
                let (moved, below) = if n == 0 { (a, b) } else { (b, a) };
                let mut group = shop.session.customer_groups().get(moved).await.unwrap();
                group.parent_id = Some(below);
                shop.session.customer_groups().update(&group).await
            }
        })
        .await;
        let refused: Vec<_> = results.iter().filter_map(|r| r.as_ref().err()).map(Error::code).collect();
        assert_eq!(refused, [Code::TreeCycle], "round {round}: {results:?}");
    }
}

/// One deletes an entry that nothing names, while others come to name it, below it or in a field of the host: either it stays, or they are refused.
async fn what_is_deleted_is_referred_to_by_nothing_that_came_meanwhile(harness: Harness) {
    let shop = harness.shop().await;
    let entries = shop.session.dictionary_entries();
    shop.session.custom_fields().create(CustomField::choice("customer", "trade", "industry")).await.unwrap();
    let (mut deleted, mut kept) = (0, 0);
    for round in 0..25 {
        let entry = entries.create(DictionaryEntry::new("industry", format!("e{round}"), &[])).await.unwrap();
        let results = at_once(4, |n| {
            let (shop, entry) = (shop.clone(), entry.clone());
            async move {
                let (customers, id) = (shop.session.customers(), entry.id);
                match n {
                    0 => shop.session.dictionary_entries().delete(&entry).await,
                    1 => customers.create(Customer { industry_id: Some(id), ..Customer::new(format!("a{round}"), "A") }).await.map(drop),
                    2 => customers.set_custom(shop.customer, &serde_json::json!({"trade": id.to_string()})).await,
                    _ => {
                        let below = DictionaryEntry { parent_id: Some(id), ..DictionaryEntry::new("industry", format!("b{round}"), &[]) };
                        shop.session.dictionary_entries().create(below).await.map(drop)
                    }
                }
            }
        })
        .await;
        let is_gone = entries.find(entry.id).await.unwrap().is_none();
        assert_eq!(is_gone, results[0].is_ok(), "round {round}: {results:?}");
        let codes: Vec<_> = results.iter().map(|r| r.as_ref().err().map(Error::code)).collect();
        let (first, others) = if is_gone { (None, Some(Code::ReferenceMissing)) } else { (Some(Code::RecordInUse), None) };
        assert_eq!(codes, [first, others, others, others], "round {round}: {results:?}");
        *(if is_gone { &mut deleted } else { &mut kept }) += 1;
    }
    println!("{deleted} deleted, {kept} kept");
    let lost = Customer::industry_id().is_empty().negate().and(Filter::none("industry", Filter::All));
    assert_eq!(shop.session.customers().count(&lost).await.unwrap(), 0);
    shop.verify().await;
}

async fn of_two_changes_of_a_record_the_second_is_told(harness: Harness) {
    let shop = harness.shop().await;
    for round in 0..20 {
        let results = at_once(4, |n| {
            let shop = shop.clone();
            async move {
                let mut customer = shop.session.customers().get(shop.customer).await.unwrap();
                customer.version = i64::from(round) + 1;
                customer.name = format!("name {round}-{n}");
                shop.session.customers().update(&customer).await
            }
        })
        .await;
        let refused: Vec<_> = results.iter().filter_map(|r| r.as_ref().err()).map(Error::code).collect();
        assert_eq!(refused, [Code::VersionConflict; 3], "round {round}: {results:?}");
    }
    assert_eq!(shop.session.customers().get(shop.customer).await.unwrap().version, 21);
}

async fn eight_creators_of_one_group_never_share_a_code(harness: Harness) {
    let shop = harness.shop().await;
    let group = ProductGroup { code_prefix: Some("T-".into()), ..ProductGroup::new("t", "T", None) };
    let group = shop.session.product_groups().create(group).await.unwrap().id;
    let uncoded = move || Product { group_id: Some(group), ..Product::service("", "Thing", Currency::EUR) };
    let results = at_once(8, |n| {
        let shop = shop.clone();
        async move {
            let mut codes = Vec::new();
            for _ in 0..4 {
                if n % 2 == 0 {
                    codes.push(shop.session.products().create(uncoded()).await.unwrap().data.code);
                } else {
                    // Two, and before them two that are refused.
                    let refused = vec![uncoded(), Product { code: "P1".into(), ..uncoded() }];
                    assert_eq!(shop.session.products().create_many(refused).await.unwrap_err().code(), Code::UniqueTaken);
                    codes.extend(shop.session.products().create_many(vec![uncoded(), uncoded()]).await.unwrap().into_iter().map(|p| p.data.code));
                }
            }
            codes
        }
    });
    let all: Vec<String> = results.await.into_iter().flatten().collect();
    assert_eq!(all.len(), 4 * 4 + 4 * 8);
    assert_eq!(all.into_iter().collect::<BTreeSet<_>>(), (1..=48).map(|n| format!("T-{n:04}")).collect());
    shop.verify().await;
}

async fn one_barcode_is_claimed_once(harness: Harness) {
    let shop = harness.shop().await;
    for round in 0..10 {
        let results = at_once(4, |n| {
            let shop = shop.clone();
            let product = if n % 2 == 0 { shop.product } else { shop.second };
            let code = ProductCode { is_gtin: false, ..ProductCode::new(product, CodeKind::Barcode, format!("B{round}")) };
            async move { shop.session.product_codes().create(code).await }
        })
        .await;
        let refused: Vec<_> = results.iter().filter_map(|r| r.as_ref().err()).map(Error::code).collect();
        assert_eq!(refused, [Code::UniqueTaken; 3], "round {round}: {results:?}");
    }
}

async fn a_part_becomes_a_kit_or_stays_a_part(harness: Harness) {
    let shop = harness.shop().await;
    let kit = shop.session.products().create(Product::kit("SET", "Set", Currency::EUR)).await.unwrap().id;
    for round in 0..15 {
        let part = shop.session.products().create(Product::service(format!("part{round}"), "Part", Currency::EUR)).await.unwrap();
        let results = at_once(2, |n| {
            let (shop, mut part) = (shop.clone(), part.clone());
            async move {
                if n == 0 {
                    part.is_kit = true;
                    shop.session.products().update(&part).await.map(drop)
                } else {
                    shop.session.kit_components().create(KitComponent::new(kit, part.id, 1.into())).await.map(drop)
                }
            }
        })
        .await;
        let refused: Vec<_> = results.iter().filter_map(|r| r.as_ref().err()).map(Error::code).collect();
        assert_eq!(refused, [Code::KitNested], "round {round}: {results:?}");
    }
}

/// The long one: the books after many acts of many writers are those of the same acts one after the other.
async fn two_thousand_deliveries_of_four_writers_reconcile(harness: Harness) {
    const WRITERS: usize = 4;
    const EACH: usize = 500;
    let shop = harness.shop().await;
    let new = (0..50).map(|n| Product::stocked(format!("N{n}"), "N", Currency::EUR)).collect();
    let products: Vec<_> = shop.session.products().create_many(new).await.unwrap().into_iter().map(|p| p.id).collect();
    let lines: Vec<_> = products.iter().map(|p| (*p, "70", "2.37")).collect();
    shop.session.stock().receive(&shop.receipt(&lines)).await.unwrap();
    let results = at_once(WRITERS, |writer| {
        let (shop, products) = (shop.clone(), products.clone());
        async move {
            let mut dice = Dice::new(writer as u64);
            let (mut done, mut sold) = (0, eur("0"));
            for n in 0..EACH {
                let mut lines = Vec::new();
                for _ in 0..1 + dice.below(3) {
                    let product = dice.one(&products);
                    lines.push((product, dice.one(&["1", "2", "0.5"]), "5"));
                }
                let key = format!("{writer}-{n}");
                match shop.session.idempotent(key).sales().deliver(&shop.delivery_of(&lines)).await {
                    Ok(posted) => (done, sold) = (done + 1, sold.plus(posted.gross).unwrap()),
                    Err(error) => assert_eq!(error.code(), Code::InsufficientStock, "{error:?}"),
                }
            }
            (done, sold)
        }
    })
    .await;
    let done: usize = results.iter().map(|(done, _)| done).sum();
    let sold = Money::sum(results.iter().map(|(_, sold)| *sold), Currency::EUR).unwrap();
    assert!(done > WRITERS * EACH / 2, "stock for most of them, but only {done} went out");
    let documents = shop.session.sales_documents().list().sort(&["sequence"]).fetch().await.unwrap();
    assert_eq!(documents.iter().map(|d| d.sequence).collect::<Vec<_>>(), (1..=done as i64).collect::<Vec<_>>());
    let rows = shop.session.report::<OpenItem>(|r| r.sum("open")).await.unwrap();
    assert_eq!(rows, [[Value::Int(done as i64), Value::Decimal(sold.amount().normalize())]]);
    shop.verify().await;
}
