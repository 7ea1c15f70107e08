//! Laws that hold whatever is done: value is conserved, allocations keep their limits, numbers have no gaps, totals add up.
#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic, reason = "tests: a failed expectation is a panic")]

use crm_core::{
    Code,
    entity::Value,
    num::{Currency, Decimal, Money, MoneyStep, Quantity, Rate, RoundingMode, UnitPrice, rounding},
    query::Filter,
    receivables::{Allocate, OpenItem},
    stock::StockMovement,
    tax::{TaxCategory, TaxClass, TaxItem, TaxMethod, TaxPolicy, Totals, totals},
};
use crm_tests::{
    harness::{Shop, eur, memory, quantity},
    runtime,
};
use proptest::prelude::*;

#[derive(Debug, Clone)]
enum Event {
    Receive(u32, u32),
    Deliver(u32, u32),
    TakeBack(usize, u32),
    BringBack(u32),
    Count(i32),
    Pay(u32),
}

fn event() -> impl Strategy<Value = Event> {
    prop_oneof![
        (1..90_000_u32, 0..9_000_000_u32).prop_map(|(q, c)| Event::Receive(q, c)),
        (1..60_000_u32, 0..90_000_u32).prop_map(|(q, p)| Event::Deliver(q, p)),
        (0..8_usize, 1..60_000_u32).prop_map(|(n, q)| Event::TakeBack(n, q)),
        (1..9_000_u32).prop_map(Event::BringBack),
        (-9_000..9_000_i32).prop_map(Event::Count),
        (1..500_000_u32).prop_map(Event::Pay),
    ]
}

fn thousandths(number: u32) -> String {
    Decimal::new(number.into(), 3).to_string()
}

async fn happen(shop: &Shop, event: &Event) {
    let session = &shop.session;
    let result = match event {
        Event::Receive(q, c) => {
            let cost = Decimal::new((*c).into(), 6).to_string();
            session.stock().receive(&shop.receipt(&[(shop.product, &thousandths(*q), &cost)])).await.map(drop)
        }
        Event::Deliver(q, p) => {
            let price = Decimal::new((*p).into(), 2).to_string();
            session.sales().deliver(&shop.delivery(&thousandths(*q), &price)).await.map(drop)
        }
        Event::TakeBack(n, q) => {
            let lines =
                session.sales_lines().list().filter(&crm_core::sales::SalesLine::quantity().gt(Quantity::ZERO)).unwrap().fetch().await.unwrap();
            let Some(line) = lines.get(n % lines.len().max(1)) else { return };
            session.sales().return_goods(&shop.back(line.document_id, &[(line.id, &thousandths(*q))])).await.map(drop)
        }
        Event::BringBack(q) => session.sales().return_goods(&shop.unlinked(shop.product, &thousandths(*q), "3.33")).await.map(drop),
        Event::Count(d) => session.stock().count(&shop.counted(&Decimal::new((*d).into(), 3).to_string(), None)).await.map(drop),
        Event::Pay(cents) => {
            let amount = Decimal::new((*cents).into(), 2).to_string();
            session.receivables().record_payment(&shop.payment("2026-02-01", &amount, Allocate::OldestDue)).await.map(drop)
        }
    };
    if let Err(error) = result {
        let expected = [Code::InsufficientStock, Code::ReturnExceedsDelivery, Code::CostUnknown, Code::FieldInvalid];
        assert!(expected.contains(&error.code()), "{event:?}: {error:?}");
    }
}

/// In less out is what is left, in quantity and value; no quantity has no value; the least unit of stock takes the rest.
async fn value_is_conserved(shop: &Shop) {
    let rows = shop.session.report::<StockMovement>(|r| r.sum("quantity")?.sum("value")).await.unwrap();
    let [_, Value::Decimal(moved), Value::Decimal(value)] = rows[0].as_slice() else { panic!("{rows:?}") };
    let Some(pool) = shop.session.stock_pools().find(shop.product).await.unwrap() else {
        return assert_eq!((*moved, *value), (Decimal::ZERO, Decimal::ZERO));
    };
    let left = pool.value.shown().unwrap();
    assert_eq!((*moved, *value), (pool.quantity.decimal(), left.amount()));
    assert!(!pool.quantity.is_negative() && !left.is_negative());
    assert!(!pool.quantity.is_zero() || left.is_zero(), "value without quantity: {left:?}");
}

/// No item is allocated beyond what it came to, on either side.
async fn allocations_keep_their_limits(shop: &Shop) {
    for item in shop.session.open_items().list().fetch().await.unwrap() {
        let within = item.open.is_zero() || item.open.is_negative() == item.amount.is_negative();
        assert!(within && item.open.absolute().amount() <= item.amount.absolute().amount(), "{item:?}");
    }
}

/// Sequences of each series are 1, 2, 3, whatever was refused in between.
async fn numbers_have_no_gaps(shop: &Shop) {
    let documents = shop.session.sales_documents().list().sort(&["series", "sequence"]).fetch().await.unwrap();
    for of_series in documents.chunk_by(|a, b| a.series == b.series) {
        let sequences: Vec<_> = of_series.iter().map(|d| d.sequence).collect();
        assert_eq!(sequences, (1..=i64::try_from(of_series.len()).unwrap()).collect::<Vec<_>>());
    }
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 48, failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn value_allocations_and_numbers_hold_whatever_happens(events in prop::collection::vec(event(), 1..40)) {
        runtime().block_on(async {
            let shop = memory().await.shop().await;
            for event in &events {
                happen(&shop, event).await;
                value_is_conserved(&shop).await;
            }
            allocations_keep_their_limits(&shop).await;
            numbers_have_no_gaps(&shop).await;
            shop.verify().await;
        });
    }

    #[test]
    fn a_delivery_that_comes_back_in_parts_leaves_no_net_and_no_cost(parts in prop::collection::vec(1..2_000_u32, 1..6), cents in 0..100_000_u32, cost in 0..9_000_000_u32) {
        runtime().block_on(async {
            let shop = memory().await.shop().await;
            let total = thousandths(parts.iter().sum());
            shop.receive("100", &Decimal::new(cost.into(), 6).to_string()).await;
            let before = shop.session.stock_pools().get(shop.product).await.unwrap();
            let sold = shop.deliver(&total, &Decimal::new(cents.into(), 2).to_string()).await;
            let line = shop.lines_of(sold.document_id).await[0];
            for part in &parts {
                shop.session.sales().return_goods(&shop.back(sold.document_id, &[(line, &thousandths(*part))])).await.unwrap();
            }
            let rows = shop.session.sales().profit(crm_core::sales::ProfitBy::Total, &Filter::All).await.unwrap();
            assert_eq!((rows[0].net, rows[0].cost, rows[0].profit), (eur("0"), eur("0"), eur("0")));
            let after = shop.session.stock_pools().get(shop.product).await.unwrap();
            assert_eq!((after.quantity, after.value), (before.quantity, before.value));
            shop.verify().await;
        });
    }

    #[test]
    fn what_is_paid_is_allocated_or_stays_as_credit(owed in prop::collection::vec(1..100_000_u32, 1..8), paid in prop::collection::vec(1..200_000_u32, 1..8)) {
        runtime().block_on(async {
            let shop = memory().await.shop().await;
            for cents in &owed {
                let price = Decimal::new((*cents).into(), 2).to_string();
                shop.session.sales().deliver(&shop.delivery_of(&[(shop.service, "1", &price)])).await.unwrap();
            }
            for cents in &paid {
                let amount = Decimal::new((*cents).into(), 2).to_string();
                let posted = shop.pay("2026-02-01", &amount, Allocate::OldestDue).await;
                assert_eq!(posted.allocated.plus(posted.unallocated).unwrap(), eur(&amount));
                assert!(posted.unallocated.is_zero() || shop.session.open_items().count(&OpenItem::open().gt(eur("0"))).await.unwrap() == 0);
            }
            allocations_keep_their_limits(&shop).await;
            shop.verify().await;
        });
    }
}

fn class(code: &str, rate: &str) -> TaxClass {
    let category = if code == "E" { TaxCategory::Exempt } else { TaxCategory::Standard };
    TaxClass { code: code.into(), name: String::new(), category, rate: Rate::parse(rate).unwrap(), exemption_reason: None }
}

fn lines() -> impl Strategy<Value = Vec<TaxItem>> {
    let rates = prop::sample::select(vec![("S", "21"), ("R", "10"), ("Z", "0"), ("X", "5.5"), ("S", "19.6"), ("Y", "0.0001"), ("H", "300")]);
    let line = (rates, 0..50_000_u32, 0..20_000_000_u32).prop_map(|((code, rate), q, p)| {
        let price = UnitPrice::new(Decimal::new(p.into(), 6), Currency::EUR).unwrap();
        let amount = price.times(quantity(&thousandths(q)), Currency::EUR.step(), RoundingMode::HalfUp).unwrap();
        TaxItem { amount, includes_tax: false, given_tax: None, quantity: quantity(&thousandths(q)), class: class(code, rate) }
    });
    prop::collection::vec(line, 0..30)
}

fn policy(method: TaxMethod, rounding: RoundingMode, prices_include_tax: bool, step: MoneyStep) -> TaxPolicy {
    TaxPolicy { method, rounding, prices_include_tax, currency: Currency::EUR, step }
}

/// Allowances and charges of a document, some of categories that no line has.
fn allowance_charges() -> impl Strategy<Value = Vec<TaxItem>> {
    let one = (prop::sample::select(vec![("S", "21"), ("R", "10"), ("E", "0")]), -100_000..100_000_i64).prop_map(|((code, rate), cents)| TaxItem {
        amount: Money::new(Decimal::new(cents, 2), Currency::EUR).unwrap(),
        includes_tax: false,
        given_tax: None,
        quantity: Quantity::ZERO,
        class: class(code, rate),
    });
    prop::collection::vec(one, 0..4)
}

fn add_up(lines: &[TaxItem], allowance_charges: &[TaxItem], totals: &Totals, policy: &TaxPolicy) {
    let sum = |amounts: &mut dyn Iterator<Item = Money>| Money::sum(amounts, Currency::EUR).unwrap();
    assert_eq!(sum(&mut totals.line_nets.iter().copied()), totals.lines_net, "printed lines");
    let adjusted = sum(&mut totals.adjustment_nets.iter().copied());
    assert_eq!(totals.lines_net.plus(adjusted).unwrap(), totals.net, "lines and allowance_charges");
    assert_eq!(sum(&mut totals.groups.iter().map(|g| g.base)), totals.net, "groups and document");
    assert_eq!(sum(&mut totals.groups.iter().map(|g| g.tax)), totals.tax, "groups and document, tax");
    assert_eq!(totals.net.plus(totals.tax).unwrap(), totals.gross);
    if !lines.is_empty() {
        assert_eq!(sum(&mut totals.line_revenues.iter().copied()), totals.net, "what lines bring, and document");
        assert_eq!(sum(&mut totals.line_taxes.iter().copied()), totals.tax, "taxes of lines, and document");
    }
    let items: Vec<&TaxItem> = lines.iter().chain(allowance_charges).collect();
    let entered = sum(&mut items.iter().map(|l| l.amount));
    assert_eq!(entered, if policy.prices_include_tax { totals.gross } else { totals.net }, "what was entered is never changed");
    let mut exact = Decimal::ZERO;
    for group in &totals.groups {
        let members: Vec<_> = items.iter().filter(|item| item.class.category == group.category && item.class.rate == group.rate).collect();
        let entered = sum(&mut members.iter().map(|item| item.amount));
        exact += within_a_step(entered, members.len(), group, policy);
    }
    if policy.method == TaxMethod::Document {
        assert_eq!(totals.tax.amount(), rounding::to_step(exact, policy.step, policy.rounding).unwrap(), "the document's tax is rounded once");
    }
}

/// By rate, the tax is the exact one rounded once; by line, it is off by half a step a line at most; by document, by less than a step a rate.
fn within_a_step(entered: Money, members: usize, group: &crm_core::tax::TaxGroup, policy: &TaxPolicy) -> Decimal {
    let divisor = if policy.prices_include_tax { group.rate.decimal() + Decimal::ONE_HUNDRED } else { Decimal::ONE_HUNDRED };
    let exact = entered.amount() * group.rate.decimal() / divisor;
    let off = (group.tax.amount() - exact).abs();
    match policy.method {
        TaxMethod::PerRate => assert_eq!(group.tax.amount(), rounding::to_step(exact, policy.step, policy.rounding).unwrap()),
        TaxMethod::PerLine => {
            assert!(off <= policy.step.decimal() * Decimal::from(members) / Decimal::TWO + Decimal::new(1, 12), "{off} off");
        }
        TaxMethod::Document => assert!(off <= policy.step.decimal() + Decimal::new(1, 12), "{off} off"),
    }
    exact
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 256, failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn lines_groups_and_document_add_up_by_every_policy(lines in lines(), allowance_charges in allowance_charges()) {
        for method in [TaxMethod::PerRate, TaxMethod::PerLine, TaxMethod::Document] {
            for mode in [RoundingMode::HalfUp, RoundingMode::HalfEven] {
                for inclusive in [false, true] {
                    let policy = policy(method, mode, inclusive, Currency::EUR.step());
                    let all = |items: &[TaxItem]| items.iter().map(|i| TaxItem { includes_tax: inclusive, ..i.clone() }).collect::<Vec<_>>();
                    let (lines, allowance_charges) = (all(&lines), all(&allowance_charges));
                    add_up(&lines, &allowance_charges, &totals(&lines, &allowance_charges, &policy).unwrap(), &policy);
                }
            }
        }
    }

    #[test]
    fn a_split_adds_up_and_no_part_is_a_step_off(cents in -100_000_000..100_000_000_i64, weights in prop::collection::vec(0..1_000_u32, 1..40)) {
        let amount = Money::new(Decimal::new(cents, 2), Currency::EUR).unwrap();
        let weights: Vec<Decimal> = weights.into_iter().map(Decimal::from).collect();
        let parts = rounding::split(amount, &weights, Currency::EUR.step()).unwrap();
        prop_assert_eq!(Money::sum(parts.iter().copied(), Currency::EUR).unwrap(), amount);
        let total: Decimal = weights.iter().sum();
        if !total.is_zero() {
            for (part, weight) in parts.iter().zip(&weights) {
                prop_assert!((part.amount() - amount.amount() * weight / total).abs() < Decimal::new(1, 2) + Decimal::new(1, 9));
            }
        }
    }
}
