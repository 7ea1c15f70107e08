//! How large an amount can be: one of a document has a limit with a name, and totals have none that amounts could reach.
#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic, reason = "tests: a failed expectation is a panic")]

use crm_core::{
    Code, Error,
    entity::{Masked, NaturalKey, Stored, Value},
    ids::{CustomerId, OpenItemId, SalesDocumentId, SalesLineId},
    limits,
    num::{Currency, Decimal, MAX_MONEY, Money},
    opening::{ApplyMode, OpeningCredit, OpeningData, OpeningOptions, OpeningReceivable, OpeningStock, SourceRow},
    query::Filter,
    receivables::{AgeingBy, AgeingQuery, Allocate, NewRefund, NewWriteOff, OpenItem, OpenItemKind},
    sales::{
        AllowanceCharge, CreditLine, LineCost, LineItem, NewCreditNote, NewDelivery, NewOrder, NewQuote, Offer, ProfitBy, Reversal, SalesDocument,
        SalesLine,
    },
    stock::{AddCost, CorrectPrice, NewReceipt, NewSupplierReturn, ReceiptLine, Revalue, SupplierReturnLine},
    storage::{ChangeSet, Mode, NumberSeries},
    time::Day,
};
use crm_tests::{
    harness::{Harness, Shop, day, eur, memory, postgres, price, quantity, sqlite},
    runtime,
};
use std::future::Future;

/// The limit, and the smallest step beyond it.
const LIMIT: &str = "100000000000";
const BEYOND: &str = "100000000000.01";

async fn write(shop: &Shop, changes: &ChangeSet) {
    shop.harness.storage.begin(shop.company, Mode::Write).await.unwrap().write_and_commit(changes).await.unwrap();
}

fn on_every_engine<F: Future<Output = ()>>(case: impl Fn(Harness) -> F) {
    runtime().block_on(async {
        case(memory().await).await;
        case(sqlite().await).await;
        case(postgres().await).await;
    });
}

// ------------------------------------------------------------------ one amount

/// An act that is refused for an amount: which field of which line, and nothing is changed.
async fn refused<T>(shop: &Shop, (field, line): (&str, Option<&str>), act: impl Future<Output = Result<T, Error>>) {
    let error = shop.refuses(Code::LimitExceeded, act).await;
    let found = (error.context("name"), error.context("limit"), error.context("field"), error.context("line"));
    assert_eq!(found, (Some("MAX_AMOUNT"), Some(LIMIT), Some(field), line), "{error:?}");
}

#[test]
fn an_amount_of_a_document_of_sales_has_a_limit() {
    runtime().block_on(async {
        let shop = memory().await.shop().await;
        let (session, on) = (&shop.session, day("2026-01-10"));
        assert_eq!(LIMIT.parse::<i64>().unwrap(), limits::MAX_AMOUNT);
        let line = |count: &str, of: &str| LineItem::new(shop.service, quantity(count), price(of));
        // The second customer pays no tax.
        let deliver = |lines: Vec<LineItem>| NewDelivery::new(shop.other, shop.warehouse, on, lines);
        session.sales().deliver(&deliver(vec![line("1", LIMIT)])).await.unwrap();
        session.sales().deliver(&deliver(vec![line("-1", LIMIT)])).await.unwrap();
        let second = ("amount", Some("2"));
        let lines = |of: &str| vec![line("1", "1"), line("1", of)];
        refused(&shop, second, async { session.sales().deliver(&deliver(lines(BEYOND))).await }).await;
        refused(&shop, second, async { session.sales().deliver(&deliver(vec![line("1", "1"), line("-1", BEYOND)])).await }).await;
        refused(&shop, second, async { session.sales().deliver(&deliver(vec![line("1", "1"), line("900", "999999999999")])).await }).await;
        refused(&shop, second, async {
            session.quotes().create(&NewQuote { customer_id: shop.other, offer: Offer::new(on, on, lines(BEYOND)) }).await
        })
        .await;
        refused(&shop, second, async { session.orders().create(&NewOrder::new(shop.other, on, lines(BEYOND))).await }).await;
        let credit = lines(BEYOND).into_iter().map(CreditLine::free).collect();
        refused(&shop, second, async { session.sales().credit(&NewCreditNote::new(shop.other, on, "x", credit)).await }).await;
        refused(&shop, ("amount", Some("1")), async { session.sales().return_goods(&shop.unlinked(shop.service, "1", BEYOND)).await }).await;
        // The whole of it, its tax, and what is taken off or added.
        refused(&shop, ("net", None), async { session.sales().deliver(&deliver(vec![line("1", LIMIT), line("1", "0.01")])).await }).await;
        let taxed = NewDelivery::new(shop.customer, shop.warehouse, on, vec![line("1", "90000000000")]);
        refused(&shop, ("gross", None), async { session.sales().deliver(&taxed).await }).await;
        let adjusted = |size: Money| NewDelivery {
            allowance_charges: vec![
                AllowanceCharge { tax_code: None, ..AllowanceCharge::charge("x", size, "") },
                AllowanceCharge { tax_code: None, ..AllowanceCharge::allowance("x", size, "") },
            ],
            ..deliver(vec![line("1", "1")])
        };
        session.sales().deliver(&adjusted(eur(LIMIT))).await.unwrap();
        refused(&shop, ("allowance_charges", None), async { session.sales().deliver(&adjusted(eur(BEYOND))).await }).await;
        shop.receive("1", "1").await;
        let cost = LineCost::Override { unit_cost: price(BEYOND), reason: "x".into() };
        let set = deliver(vec![LineItem { cost, ..LineItem::new(shop.product, quantity("1"), price("1")) }]);
        refused(&shop, ("cost", Some("1")), async { session.sales().deliver(&set).await }).await;
        shop.verify().await;
    });
}

#[test]
fn an_amount_of_a_stock_document_has_a_limit() {
    runtime().block_on(async {
        let shop = memory().await.shop().await;
        let (session, on) = (&shop.session, day("2026-01-10"));
        let of_receipt = |lines: &[(&str, &str)]| shop.receipt(&lines.iter().map(|(q, cost)| (shop.product, *q, *cost)).collect::<Vec<_>>());
        let receipt = session.stock().receive(&of_receipt(&[("1", LIMIT)])).await.unwrap().document_id;
        refused(&shop, ("amount", Some("2")), async { session.stock().receive(&of_receipt(&[("1", "1"), ("1", BEYOND)])).await }).await;
        refused(&shop, ("amount", None), async { session.stock().receive(&of_receipt(&[("1", LIMIT), ("1", "0.01")])).await }).await;
        let landed = |line: ReceiptLine| NewReceipt::new(shop.warehouse, on, vec![line]);
        let own = landed(ReceiptLine { landed: Some(eur(LIMIT)), ..ReceiptLine::new(shop.product, quantity("1"), price("0.01")) });
        refused(&shop, ("amount", Some("1")), async { session.stock().receive(&own).await }).await;
        refused(&shop, ("amount", Some("1")), async { session.stock().count(&shop.counted("1", Some(BEYOND))).await }).await;
        let revalue = Revalue { product_id: shop.product, lot: None, day: on, amount: eur(BEYOND), reference: None };
        refused(&shop, ("amount", None), async { session.stock().revalue(&revalue).await }).await;
        let late = AddCost { receipt_id: receipt, lines: Vec::new(), day: on, amount: eur(BEYOND), reference: None };
        refused(&shop, ("amount", None), async { session.stock().add_cost(&late).await }).await;
        let correct = CorrectPrice { receipt_id: receipt, line: 1, unit_cost: price(BEYOND), day: on, reference: None };
        refused(&shop, ("unit_cost", None), async { session.stock().correct_receipt_price(&correct).await }).await;
        let line = SupplierReturnLine { credit: Some(price(BEYOND)), ..SupplierReturnLine::new(shop.product, quantity("1")) };
        let back = NewSupplierReturn::new(shop.warehouse, on, vec![line]);
        refused(&shop, ("credit", Some("1")), async { session.stock().return_to_supplier(&back).await }).await;
        shop.verify().await;
    });
}

#[test]
fn a_payment_and_what_is_opened_with_have_a_limit() {
    runtime().block_on(async {
        let shop = memory().await.shop().await;
        let (session, on) = (&shop.session, day("2026-01-10"));
        let paid = shop.pay("2026-01-10", LIMIT, Allocate::Nothing).await;
        refused(&shop, ("amount", None), async {
            session.receivables().record_payment(&shop.payment("2026-01-10", BEYOND, Allocate::Nothing)).await
        })
        .await;
        let refund = NewRefund { customer_id: shop.customer, credit_id: paid.open_item_id, amount: eur(BEYOND), day: on, method: None, reason: None };
        refused(&shop, ("amount", None), async { session.receivables().refund(&refund).await }).await;
        let write_off = NewWriteOff { customer_id: shop.customer, item_id: paid.open_item_id, amount: eur(BEYOND), day: on, reason: None };
        refused(&shop, ("amount", None), async { session.receivables().write_off(&write_off).await }).await;
        fn row<T>(value: T) -> SourceRow<T> {
            SourceRow::new("s", 2, value)
        }
        let (beyond, document_day): (Decimal, Day) = (BEYOND.parse().unwrap(), day("2025-12-01"));
        let receivable = |amount| OpeningReceivable { customer: "C1".into(), document: "A".into(), document_day, due_day: None, amount };
        let credit = OpeningCredit { customer: "C1".into(), day: document_day, amount: beyond, ..Default::default() };
        let stock = OpeningStock { product: "P1".into(), quantity: quantity("1"), unit_cost: beyond, ..Default::default() };
        let data = OpeningData {
            receivables: vec![row(receivable(beyond)), row(OpeningReceivable { document: "B".into(), ..receivable(-beyond) })],
            credits: vec![row(credit)],
            stock: vec![row(stock)],
            ..Default::default()
        };
        let options = OpeningOptions::new(shop.warehouse, day("2026-01-01"), ApplyMode::GoodRows);
        let report = session.opening().apply(&data, &options).await.unwrap();
        let problems: Vec<_> = report.problems.iter().map(|p| (p.code, p.reason.contains("MAX_AMOUNT"))).collect();
        assert_eq!(problems, [("out_of_range", true); 4]);
        shop.verify().await;
    });
}

// ------------------------------------------------------------------ totals

/// Tens of thousands of amounts at the limit, and of the largest that are kept, one fraction or sign apart.
#[test]
fn sums_of_many_amounts_at_the_limit_are_exact() {
    on_every_engine(|harness| async move {
        let shop = harness.shop().await;
        let limit = Decimal::from(limits::MAX_AMOUNT);
        let (mut expected, mut count) = ([0_i128; 2], [0_i64; 2]);
        for part in 0..3 {
            let mut changes = shop.changes();
            for n in 0..10_000_u32 {
                let step = Decimal::new(i64::from(n * 7919 % 1_000_003), 4);
                let amount = match n % 4 {
                    0 | 1 => limit - step,
                    2 => MAX_MONEY - step,
                    _ if part == 0 => step - MAX_MONEY,
                    _ => step - limit,
                };
                let place = usize::from(n % 3 == 0);
                expected[place] += amount.mantissa() * 10_i128.pow(4 - amount.scale());
                count[place] += 1;
                let customer = [shop.customer, shop.other][place];
                let item = OpenItem::new(
                    OpenItemKind::Opening,
                    customer,
                    day("2026-01-01"),
                    Money::new(amount, Currency::EUR).unwrap(),
                    changes.context().at,
                );
                changes.insert(&Stored::new(changes.new_id::<OpenItemId>(), item));
            }
            write(&shop, &changes).await;
        }
        let rows = shop.session.report::<OpenItem>(|report| report.by("customer_id")?.sum("amount")?.sum("open")).await.unwrap();
        for (place, customer) in [shop.customer, shop.other].into_iter().enumerate() {
            let sum = Value::Decimal(Decimal::from_i128_with_scale(expected[place], 4).normalize());
            let row = rows.iter().find(|row| row[0] == crm_tests::harness::id_value(customer)).unwrap();
            assert_eq!(row[1..], [Value::Int(count[place]), sum.clone(), sum.clone()]);
            let balance = shop.session.receivables().balance(customer, day("2026-01-31"), Currency::EUR).await.unwrap();
            assert_eq!(Value::Decimal(balance.amount()), sum);
        }
    });
}

/// A document as it was posted before there were limits: a copy of a small one, with other amounts.
async fn huge(shop: &Shop, of: SalesDocumentId, sequence: i64, amount: Money, changes: &mut ChangeSet) -> SalesDocumentId {
    let document = shop.session.sales_documents().get(of).await.unwrap();
    let line = shop.session.sales_lines().get(shop.lines_of(of).await[0]).await.unwrap();
    let item = shop.session.open_items().list().filter(&OpenItem::sales_document_id().eq(Some(of))).unwrap().fetch().await.unwrap().remove(0);
    let id: SalesDocumentId = changes.new_id();
    let series = "old".to_owned();
    let head = SalesDocument {
        number: format!("OLD-{sequence}"),
        series,
        sequence,
        lines_net: amount,
        net: amount,
        gross: amount,
        payable: amount,
        profit: Masked::Shown(amount),
        ..document.data
    };
    changes.insert(&Stored::new(id, head));
    let line = SalesLine { document_id: id, amount, net: amount, revenue: amount, profit: Masked::Shown(amount), ..line.data };
    changes.insert(&Stored::new(changes.new_id::<SalesLineId>(), line));
    let item = OpenItem { sales_document_id: Some(id), amount, open: amount, ..item.data };
    changes.insert(&Stored::new(changes.new_id::<OpenItemId>(), item));
    id
}

/// Every total of the company: what is owed in all, of a customer, and what was sold.
async fn totals(shop: &Shop, customer: CustomerId) -> Vec<String> {
    let (receivables, on, eur) = (shop.session.receivables(), day("2026-02-01"), Currency::EUR);
    let query = AgeingQuery::new(on, eur);
    let by = receivables.ageing_by(AgeingBy::Customer, &query).await.unwrap();
    let figures = receivables.figures(query.of, on, eur).await.unwrap();
    let profit = async |by: ProfitBy| shop.session.sales().profit(by, &Filter::All).await.unwrap().remove(0);
    let statement = receivables.statement(query.of, (day("2026-01-01"), on), eur).await.unwrap();
    let reported = shop.session.report::<SalesDocument>(|report| report.sum("net")).await.unwrap();
    shop.verify().await;
    let totals = [
        receivables.ageing(&query).await.unwrap().balance().unwrap(),
        by.into_iter().find(|row| row.id == Some(customer.0)).map_or(Money::zero(eur), |row| row.ageing.balance().unwrap()),
        figures.owed.minus(figures.credits).unwrap(),
        receivables.balance(customer, on, eur).await.unwrap(),
        receivables.credit_state(customer, on).await.unwrap().receivables,
        statement.closing,
        profit(ProfitBy::Total).await.profit,
        profit(ProfitBy::Customer).await.net,
    ];
    let reported = reported[0][1].to_json().as_str().unwrap().to_owned();
    totals.map(|money| money.amount().to_string()).into_iter().chain([reported]).collect()
}

/// Two documents of 900 trillion each were posted when nothing held them back: totals are right, and the documents can be undone.
#[test]
fn documents_beyond_the_limit_harm_no_total() {
    on_every_engine(|harness| async move {
        let shop = harness.shop().await;
        let customer = shop.other;
        let line = LineItem::new(shop.service, quantity("1"), price("5"));
        let small = NewDelivery::new(customer, shop.warehouse, day("2026-01-10"), vec![line]);
        let small = shop.session.sales().deliver(&small).await.unwrap().document_id;
        assert_eq!(totals(&shop, customer).await, ["5"; 9]);
        let mut changes = shop.changes();
        let mut documents = Vec::new();
        for sequence in 1..=2 {
            documents.push(huge(&shop, small, sequence, eur("900000000000000"), &mut changes).await);
        }
        changes.insert(&Stored::new(NaturalKey, NumberSeries { series: "old".into(), next: 3 }));
        write(&shop, &changes).await;
        assert_eq!(totals(&shop, customer).await, ["1800000000000005"; 9]);
        for (document_id, left) in documents.into_iter().zip(["900000000000005", "5"]) {
            let reversal = Reversal { document_id, day: day("2026-01-20"), reason: "nonsense".into() };
            shop.session.sales().reverse(&reversal).await.unwrap();
            assert_eq!(totals(&shop, customer).await, [left; 9]);
        }
    });
}
