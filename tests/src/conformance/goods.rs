//! Goods through the days: stock that no day lacks, days that are too far off, and what still winds up business.
#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic, reason = "a suite of tests: a failed expectation is a panic")]

use crate::harness::{Harness, Shop, day, eur, price, quantity};
use crm_core::{
    Code,
    company::Company,
    entity::Stored,
    ids::{ProductId, WarehouseId},
    num::{Currency, Money, Quantity, Rate},
    pricing::PolicyLevel,
    products::{KitComponent, Product, ProductUnit, Tracking},
    receivables::Allocate,
    sales::{
        CreditLine, LineItem, NewCreditNote, NewDelivery, NewOrder, NewReturn, OrderDelivery, OrderState, OrderedPart, ReturnLine, Reversal,
        SalesLine, UnlinkedReturn,
    },
    stock::{
        ComponentLot, CorrectPrice, CorrectQuantity, LotBalance, LotWarning, NewReceipt, NewSupplierReturn, NewTransfer, ReceiptLine, Reverse,
        StockMovement, SupplierReturnLine, TransferLine, Warehouse,
    },
    tax::{TaxCategory, TaxRate},
    time::Day,
};
use std::collections::BTreeMap;

async fn tracked(shop: &Shop, tracking: Tracking) -> ProductId {
    let product = Product { tracking, ..Product::stocked(format!("T-{}", tracking.as_str()), "Tracked", Currency::EUR) };
    shop.session.products().create(product).await.unwrap().id
}

async fn receive(shop: &Shop, on: &str, product: ProductId, amount: &str, lot: Option<&str>) {
    let line = ReceiptLine { lot: lot.map(str::to_owned), ..ReceiptLine::new(product, quantity(amount), price("5")) };
    shop.session.stock().receive(&NewReceipt::new(shop.warehouse, day(on), vec![line])).await.unwrap();
}

fn sale(shop: &Shop, on: &str, product: ProductId, amount: &str, lot: Option<&str>) -> NewDelivery {
    let line = LineItem { lot: lot.map(str::to_owned), ..LineItem::new(product, quantity(amount), price("9")) };
    NewDelivery::new(shop.customer, shop.warehouse, day(on), vec![line])
}

/// The lowest stock at the end of any day, of everything that is kept apart.
async fn lowest(shop: &Shop) -> Quantity {
    type Kept = (ProductId, Option<WarehouseId>, Option<String>);
    let mut moved: BTreeMap<Kept, BTreeMap<Day, Quantity>> = BTreeMap::new();
    for m in shop.session.stock_movements().list().fetch().await.unwrap() {
        let day = moved.entry((m.product_id, m.warehouse_id, m.lot.clone())).or_default().entry(m.day).or_default();
        *day = day.plus(m.quantity).unwrap();
    }
    let ends = |days: &BTreeMap<Day, Quantity>| {
        days.values()
            .scan(Quantity::ZERO, |sum, quantity| {
                *sum = sum.plus(*quantity).unwrap();
                Some(*sum)
            })
            .min()
    };
    moved.values().filter_map(ends).min().unwrap_or_default()
}

/// Goods that came on the 12th are not sold on the 11th, in whatever order that is entered; of a lot neither, whatever other lots there are.
pub async fn no_day_ends_with_less_than_nothing(harness: Harness) {
    let shop = harness.shop().await;
    let lots = tracked(&shop, Tracking::Lot).await;
    let sell = |on, product, amount, lot| sale(&shop, on, product, amount, lot);
    receive(&shop, "2026-01-10", lots, "10", Some("B1")).await;
    receive(&shop, "2026-01-12", lots, "10", Some("B2")).await;
    let early = sell("2026-01-11", lots, "1", Some("B2"));
    let error = shop.refuses(Code::InsufficientStock, shop.session.sales().deliver(&early)).await;
    assert_eq!((error.context("available"), error.context("lot"), error.context("line")), (Some("0"), Some("B2"), Some("1")));
    shop.session.sales().deliver(&sell("2026-01-11", lots, "10", Some("B1"))).await.unwrap();

    receive(&shop, "2026-01-08", shop.product, "4", None).await;
    receive(&shop, "2026-01-12", shop.product, "10", None).await;
    shop.session.sales().deliver(&sell("2026-01-14", shop.product, "11", None)).await.unwrap();
    // 3 are there now, and 4 were on the 11th: what the 14th took is gone for the 11th too.
    let error = shop.refuses(Code::InsufficientStock, shop.session.sales().deliver(&sell("2026-01-11", shop.product, "4", None))).await;
    assert_eq!(error.context("available"), Some("3"));
    receive(&shop, "2026-01-20", shop.product, "50", None).await;
    // What comes on the 20th is not there before; on the 20th it is.
    let error = shop.refuses(Code::InsufficientStock, shop.session.sales().deliver(&sell("2026-01-19", shop.product, "4", None))).await;
    assert_eq!(error.context("available"), Some("3"));
    shop.session.sales().deliver(&sell("2026-01-09", shop.product, "3", None)).await.unwrap();
    shop.session.sales().deliver(&sell("2026-01-20", shop.product, "50", None)).await.unwrap();
    assert_eq!(lowest(&shop).await, Quantity::ZERO);
    shop.verify().await;
}

/// Whatever takes goods out asks the later days: a transfer, a supplier return, a count, and the undoing of a receipt.
pub async fn every_way_out_asks_the_later_days(harness: Harness) {
    let shop = harness.shop().await;
    let second = shop.session.warehouses().create(Warehouse::new("W2", "Second")).await.unwrap().id;
    let first = shop.session.stock().receive(&shop.receipt(&[(shop.product, "5", "2")])).await.unwrap();
    shop.session.sales().deliver(&sale(&shop, "2026-01-10", shop.product, "5", None)).await.unwrap();
    receive(&shop, "2026-01-12", shop.product, "8", None).await;
    let stock = shop.session.stock();
    let line = || TransferLine::new(shop.product, quantity("1"));
    let moved = |on: &str| NewTransfer::new(shop.warehouse, second, day(on), vec![line()]);
    shop.refuses(Code::InsufficientStock, stock.transfer(&moved("2026-01-11"))).await;
    let sent = |on: &str| NewSupplierReturn::new(shop.warehouse, day(on), vec![SupplierReturnLine::new(shop.product, quantity("1"))]);
    shop.refuses(Code::InsufficientStock, stock.return_to_supplier(&sent("2026-01-11"))).await;
    shop.refuses(Code::InsufficientStock, stock.count(&crm_core::stock::NewCount { day: day("2026-01-11"), ..shop.counted("-1", None) })).await;
    let undo = |on: &str| Reverse { document_id: first.document_id, day: day(on), reference: None };
    shop.refuses(Code::InsufficientStock, stock.reverse(&undo("2026-01-09"))).await;
    stock.transfer(&moved("2026-01-12")).await.unwrap();
    stock.return_to_supplier(&sent("2026-01-12")).await.unwrap();
    stock.reverse(&undo("2026-01-12")).await.unwrap();
    assert_eq!(lowest(&shop).await, Quantity::ZERO);
    // A warehouse that lets goods leave before they came does so on any day.
    let mut open = shop.session.warehouses().get(shop.warehouse).await.unwrap();
    open.allows_negative = true;
    shop.session.warehouses().update(&open).await.unwrap();
    shop.session.sales().deliver(&sale(&shop, "2026-01-11", shop.product, "1", None)).await.unwrap();
    assert_eq!(lowest(&shop).await, quantity("-1"));
    shop.verify().await;
}

/// Nothing is dated more than a year ahead, and the error says how far it goes.
pub async fn days_ahead_have_a_limit(harness: Harness) {
    let shop = harness.shop().await;
    shop.receive("10", "2").await;
    let session = &shop.session;
    // The clock stands at 5 January 2026.
    let error = shop.refuses(Code::FieldInvalid, session.sales().deliver(&sale(&shop, "2027-01-07", shop.product, "1", None))).await;
    assert_eq!((error.context("field"), error.context("limit"), error.context("latest")), (Some("day"), Some("366"), Some("2027-01-06")));
    let receipt = NewReceipt { day: day("2062-01-01"), ..shop.receipt(&[(shop.product, "1", "1")]) };
    shop.refuses(Code::FieldInvalid, session.stock().receive(&receipt)).await;
    let order = NewOrder::new(shop.customer, day("2062-01-01"), sale(&shop, "2026-01-01", shop.product, "1", None).lines);
    shop.refuses(Code::FieldInvalid, session.orders().create(&order)).await;
    let payment = shop.payment("2062-01-01", "5", Allocate::Nothing);
    shop.refuses(Code::FieldInvalid, session.receivables().record_payment(&payment)).await;
    shop.pay("2027-01-06", "5", Allocate::Nothing).await;
    session.sales().deliver(&sale(&shop, "2027-01-06", shop.product, "1", None)).await.unwrap();
    shop.verify().await;
}

/// A document that was undone keeps nobody from dating others by the calendar; one that stands says which day it has.
pub async fn what_was_undone_blocks_no_product(harness: Harness) {
    let shop = Shop::founded(&harness, Company { backdating_days: 10, ..Company::new("Acme", Currency::EUR) }).await;
    shop.receive("10", "2").await;
    let session = &shop.session;
    let far = session.sales().deliver(&sale(&shop, "2026-12-10", shop.product, "1", None)).await.unwrap();
    let now = sale(&shop, "2026-01-11", shop.product, "1", None);
    let error = shop.refuses(Code::StockBackdated, session.sales().deliver(&now)).await;
    let said = ["product", "day", "limit", "last_day", "earliest"].map(|key| error.context(key));
    assert_eq!(said, [Some("P1"), Some("2026-01-11"), Some("10"), Some("2026-12-10"), Some("2026-11-30")]);
    session.sales().reverse(&Reversal { document_id: far.document_id, day: day("2026-12-10"), reason: "wrong month".into() }).await.unwrap();
    let received = NewReceipt { day: day("2026-11-10"), ..shop.receipt(&[(shop.product, "1", "1")]) };
    let received = session.stock().receive(&received).await.unwrap();
    let error = shop.refuses(Code::StockBackdated, session.sales().deliver(&now)).await;
    assert_eq!(error.context("last_day"), Some("2026-11-10"));
    session.stock().reverse(&Reverse { document_id: received.document_id, day: day("2026-11-10"), reference: None }).await.unwrap();
    session.sales().deliver(&now).await.unwrap();
    receive(&shop, "2026-01-12", shop.product, "1", None).await;
    assert_eq!(session.stock_movements().count(&StockMovement::day().lt(day("2026-02-01"))).await.unwrap(), 3);
    shop.verify().await;
}

/// Returns, credits, reversals and payments do not ask whether customer or product is still active; what sells does.
pub async fn what_winds_up_business_is_always_possible(harness: Harness) {
    let shop = harness.shop().await;
    shop.receive("10", "2").await;
    let delivered = shop.deliver("6", "10").await;
    let line = shop.lines_of(delivered.document_id).await[0];
    let session = &shop.session;
    let mut product = session.products().get(shop.product).await.unwrap();
    product.is_active = false;
    session.products().update(&product).await.unwrap();
    let mut customer = session.customers().get(shop.customer).await.unwrap();
    customer.is_active = false;
    session.customers().update(&customer).await.unwrap();
    let error = shop.refuses(Code::FieldInvalid, session.sales().deliver(&shop.delivery("1", "10"))).await;
    assert_eq!(error.context("field"), Some("customer_id"));
    let of_other = NewDelivery { customer_id: shop.other, ..shop.delivery("1", "10") };
    let error = shop.refuses(Code::FieldInvalid, session.sales().deliver(&of_other)).await;
    assert_eq!((error.context("field"), error.context("line")), (Some("product_id"), Some("1")));
    let order = NewOrder::new(shop.other, day("2026-01-10"), of_other.lines);
    shop.refuses(Code::FieldInvalid, session.orders().create(&order)).await;
    shop.pay("2026-01-20", "10", Allocate::Nothing).await;
    session.sales().return_goods(&shop.back(delivered.document_id, &[(line, "1")])).await.unwrap();
    session.sales().return_goods(&shop.unlinked(shop.product, "1", "10")).await.unwrap();
    let lines = vec![CreditLine::linked(line, eur("5")), CreditLine::free(LineItem::new(shop.product, quantity("1"), price("1")))];
    let note = NewCreditNote { delivery_id: Some(delivered.document_id), ..NewCreditNote::new(shop.customer, day("2026-01-20"), "late", lines) };
    let note = session.sales().credit(&note).await.unwrap();
    let undo = |document_id| Reversal { document_id, day: day("2026-01-25"), reason: "wrong".into() };
    session.sales().reverse(&undo(note.document_id)).await.unwrap();
    session.sales().reverse(&undo(delivered.document_id)).await.unwrap();
    shop.verify().await;
}

/// A rate fits its category: something where tax is charged, nothing where none is (EN 16931), and never beyond the whole.
pub async fn a_tax_rate_fits_its_category(harness: Harness) {
    let shop = harness.shop().await;
    let rate = |category, rate: &str| TaxRate { category, ..TaxRate::new(format!("X{rate}"), "VAT", Rate::parse(rate).unwrap(), day("2020-01-01")) };
    use TaxCategory::{CanaryIslands, Exempt, Export, IntraCommunity, OutOfScope, ReverseCharge, Standard, ZeroRated};
    for category in [ZeroRated, Exempt, ReverseCharge, IntraCommunity, Export, OutOfScope] {
        let error = shop.refuses(Code::FieldInvalid, shop.session.tax_rates().create(rate(category, "21"))).await;
        assert_eq!((error.context("field"), error.context("category")), (Some("rate"), Some(category.as_str())));
        let made = shop.session.tax_rates().create(TaxRate { code: format!("C{}", category.as_str()), ..rate(category, "0") }).await.unwrap();
        let rates = shop.session.tax_rates();
        shop.refuses(Code::FieldInvalid, rates.patch(made.id, None, [TaxRate::rate().set(Rate::parse("1").unwrap())])).await;
    }
    for (category, wrong) in [(Standard, "0"), (Standard, "-5"), (Standard, "100.01"), (CanaryIslands, "2100")] {
        shop.refuses(Code::FieldInvalid, shop.session.tax_rates().create(rate(category, wrong))).await;
    }
    for right in [(Standard, "100"), (CanaryIslands, "7")] {
        shop.session.tax_rates().create(rate(right.0, right.1)).await.unwrap();
    }
}

/// A discount takes no more off than the line comes to, its charge included.
pub async fn a_discount_is_at_most_its_line(harness: Harness) {
    let shop = harness.shop().await;
    shop.receive("10", "2").await;
    let line = |discount: &str| LineItem {
        discount: Some(eur(discount)),
        charge: Some(eur("5")),
        ..LineItem::new(shop.product, quantity("2"), price("10"))
    };
    let delivery = |line| NewDelivery::new(shop.customer, shop.warehouse, day("2026-01-10"), vec![line]);
    let error = shop.refuses(Code::FieldInvalid, shop.session.sales().deliver(&delivery(line("25.01")))).await;
    assert_eq!((error.context("field"), error.context("line"), error.context("limit")), (Some("discount"), Some("1"), Some("25")));
    let both = LineItem { discount_percent: Some(Rate::parse("50").unwrap()), ..line("15.01") };
    shop.refuses(Code::FieldInvalid, shop.session.sales().deliver(&delivery(both))).await;
    let posted = shop.session.sales().deliver(&delivery(line("25"))).await.unwrap();
    assert!(posted.net.is_zero());
    // A service that takes something off does so with a discount as well.
    let credit = LineItem { charge: None, ..LineItem { product_id: shop.service, quantity: quantity("-1"), ..line("1") } };
    let mixed = NewDelivery { lines: vec![line("0"), credit], ..delivery(line("0")) };
    assert_eq!(shop.session.sales().deliver(&mixed).await.unwrap().net, eur("14"));
    shop.verify().await;
}

/// Received at 1,000, part of it sent back, and the bill says 900: the supplier is owed 900 for what is left, in whatever order that is entered.
pub async fn a_price_is_corrected_before_or_after_goods_went_back(harness: Harness) {
    let shop = harness.shop().await;
    let stock = shop.session.stock();
    for (product, is_first) in [(shop.product, true), (shop.second, false)] {
        let receipt = stock.receive(&shop.receipt(&[(product, "100", "1000")])).await.unwrap().document_id;
        let line = SupplierReturnLine::new(product, quantity("20"));
        let sent = NewSupplierReturn { receipt_id: Some(receipt), ..NewSupplierReturn::new(shop.warehouse, day("2026-01-05"), vec![line]) };
        let correct_on = |on: &str, cost: &str| CorrectPrice { receipt_id: receipt, line: 1, unit_cost: price(cost), day: day(on), reference: None };
        let correct = |cost: &str| correct_on("2026-01-08", cost);
        let requantify = CorrectQuantity { receipt_id: receipt, line: 1, quantity: quantity("90"), day: day("2026-01-09"), reference: None };
        if is_first {
            stock.correct_receipt_price(&correct("900")).await.unwrap();
        }
        let sent = stock.return_to_supplier(&sent).await.unwrap().document_id;
        if !is_first {
            let corrected = stock.correct_receipt_price(&correct("900")).await.unwrap();
            assert_eq!((corrected.amount, corrected.value), (Some(eur("-8000")), Some(eur("-8000"))));
            // What rests on a price is undone after it.
            let undo = |document_id| Reverse { document_id, day: day("2026-01-08"), reference: None };
            shop.refuses(Code::NotCorrectable, stock.reverse(&undo(sent))).await;
            stock.reverse(&undo(corrected.document_id)).await.unwrap();
            stock.correct_receipt_price(&correct("900")).await.unwrap();
        }
        stock.correct_receipt_quantity(&requantify).await.unwrap();
        stock.correct_receipt_price(&correct_on("2026-01-10", "950")).await.unwrap();
        let pool = shop.session.stock_pools().get(product).await.unwrap();
        assert_eq!((pool.quantity, pool.value.shown()), (quantity("70"), Some(eur("66500"))), "{is_first}");
        let preview = stock.recost_preview(product, day("2026-01-01")).await.unwrap();
        assert_eq!((preview.value_before, preview.value_after, preview.variance), (eur("66500"), eur("66500"), eur("0")), "{is_first}");
    }
    let documents = shop.session.stock_documents().list().fetch().await.unwrap();
    let charged = documents.iter().try_fold(eur("0"), |sum, d| sum.plus(d.amount.shown().unwrap())).unwrap();
    assert_eq!(charged, eur("133000"));
    let variances = shop.session.cost_variances().list().fetch().await.unwrap();
    assert_eq!(variances.iter().try_fold(eur("0"), |sum, v| sum.plus(v.amount.shown().unwrap())).unwrap(), eur("0"));
    shop.verify().await;
}

/// What the supplier credits at a price of its own stays as it was credited.
pub async fn a_credit_of_its_own_is_not_corrected(harness: Harness) {
    let shop = harness.shop().await;
    let stock = shop.session.stock();
    let receipt = shop.receive("100", "1000").await.document_id;
    let line = SupplierReturnLine { credit: Some(price("950")), ..SupplierReturnLine::new(shop.product, quantity("20")) };
    let sent = NewSupplierReturn { receipt_id: Some(receipt), ..NewSupplierReturn::new(shop.warehouse, day("2026-01-05"), vec![line]) };
    stock.return_to_supplier(&sent).await.unwrap();
    let correct = CorrectPrice { receipt_id: receipt, line: 1, unit_cost: price("900"), day: day("2026-01-08"), reference: None };
    let corrected = stock.correct_receipt_price(&correct).await.unwrap();
    assert_eq!((corrected.amount, corrected.value), (Some(eur("-10000")), Some(eur("-8000"))));
    let pool = shop.session.stock_pools().get(shop.product).await.unwrap();
    assert_eq!((pool.quantity, pool.value.shown()), (quantity("80"), Some(eur("72000"))));
    shop.verify().await;
}

/// Goods without a cost say what to do about it.
pub async fn a_missing_cost_says_what_to_do(harness: Harness) {
    let shop = harness.shop().await;
    let error = shop.refuses(Code::CostUnknown, shop.session.stock().count(&shop.counted("1", None))).await;
    assert!(error.to_string().contains("give a cost on the line, or set one"), "{error}");
    assert_eq!((error.context("product"), error.context("line")), (Some("P1"), Some("1")));
    shop.session.stock().count(&shop.counted("1", Some("3"))).await.unwrap();
}

async fn kept_in(shop: &Shop, unit: &str, other: &str, (above, below): (i64, i64)) -> ProductId {
    let product = Product { unit: Some(unit.into()), ..Product::stocked(format!("K-{unit}-{other}"), "Kept", Currency::EUR) };
    let id = shop.session.products().create(product).await.unwrap().id;
    shop.session.product_units().create(ProductUnit::new(id, other, above, below)).await.unwrap();
    id
}

async fn on_hand(shop: &Shop, product: ProductId) -> (Quantity, Money) {
    let pool = shop.session.stock_pools().get(product).await.unwrap();
    (pool.quantity, pool.value.shown().unwrap())
}

/// Goods kept in kilograms are sold in pounds: stock moves by what is kept of it, the line keeps what was entered, and the price is for that.
pub async fn what_does_not_come_out_even_is_rounded_in_stock_only(harness: Harness) {
    let shop = harness.shop().await;
    let sales = shop.session.sales();
    for (base, above, below, moved) in [("kg", 45_359_237, 100_000_000, "49.999941"), ("g", 45_359_237, 100_000, "49999.940537")] {
        let product = kept_in(&shop, base, "lb", (above, below)).await;
        receive(&shop, "2026-01-01", product, "100000", None).await;
        let mut delivery = sale(&shop, "2026-01-10", product, "110.231", None);
        delivery.lines[0] = LineItem { unit_price: Some(price("4")), ..delivery.lines[0].clone() }.in_unit("lb");
        let posted = sales.deliver(&delivery).await.unwrap();
        assert_eq!(posted.net, eur("440.92"));
        let line = shop.session.sales_lines().get(shop.lines_of(posted.document_id).await[0]).await.unwrap();
        let said = (line.quantity, line.entered_quantity, line.entered_unit.as_deref());
        assert_eq!(said, (quantity(moved), Some(quantity("110.231")), Some("lb")));
        assert_eq!(on_hand(&shop, product).await.0, quantity("100000").minus(quantity(moved)).unwrap());
        // An order says the same, and so does what comes back of its delivery.
        let order = NewOrder::new(shop.customer, day("2026-01-11"), delivery.lines.clone());
        let order = shop.session.orders().create(&order).await.unwrap();
        assert_eq!(order.net, eur("440.92"));
        let all = OrderDelivery::all(order.order_id, shop.warehouse, day("2026-01-12"));
        let delivered = shop.session.orders().deliver(&all).await.unwrap();
        assert_eq!(delivered.net, eur("440.92"));
        let line = shop.lines_of(delivered.document_id).await[0];
        let back = shop.back(delivered.document_id, &[(line, moved)]);
        assert_eq!(sales.return_goods(&back).await.unwrap().net, eur("-440.92"));
    }
    // Stock that is kept to two decimals.
    let coarse = kept_in(&shop, "t", "lb", (45_359_237, 100_000_000)).await;
    let stored = shop.session.products().get(coarse).await.unwrap();
    let products = shop.session.products();
    shop.refuses(Code::FieldInvalid, products.patch(coarse, None, [Product::stock_decimals().set(7)])).await;
    products.patch(coarse, Some(stored.version), [Product::stock_decimals().set(2)]).await.unwrap();
    receive(&shop, "2026-01-01", coarse, "100", None).await;
    let mut delivery = sale(&shop, "2026-01-10", coarse, "110.231", None);
    delivery.lines[0] = LineItem { unit_price: Some(price("4")), ..delivery.lines[0].clone() }.in_unit("lb");
    assert_eq!(sales.deliver(&delivery).await.unwrap().net, eur("440.92"));
    assert_eq!(on_hand(&shop, coarse).await.0, quantity("50"));
    delivery.lines[0].quantity = quantity("0.01");
    let error = shop.refuses(Code::UnitInexact, sales.deliver(&delivery)).await;
    assert_eq!((error.context("unit"), error.context("stock_decimals"), error.context("line")), (Some("lb"), Some("2"), Some("1")));
    shop.verify().await;
}

/// Boxes are broken into pieces: roundings never add up, and the last piece takes the rest, whoever sells and returns them.
pub async fn pieces_of_a_box_leave_nothing_behind(harness: Harness) {
    let shop = harness.shop().await;
    for pieces in [3, 6, 7] {
        let product = kept_in(&shop, "box", &format!("p{pieces}"), (1, pieces)).await;
        receive(&shop, "2026-01-01", product, "2", None).await;
        let of = |amount: &str| {
            let mut delivery = sale(&shop, "2026-01-10", product, amount, None);
            delivery.lines[0] = LineItem { unit_price: Some(price("2")), ..delivery.lines[0].clone() }.in_unit(format!("p{pieces}"));
            delivery
        };
        let mut last = None;
        for _ in 0..pieces * 2 {
            let posted = shop.session.sales().deliver(&of("1")).await.unwrap();
            assert_eq!(posted.net, eur("2"));
            last = Some(posted.document_id);
        }
        assert_eq!(on_hand(&shop, product).await, (Quantity::ZERO, eur("0")), "{pieces}");
        let undo = Reversal { document_id: last.unwrap(), day: day("2026-01-11"), reason: "wrong".into() };
        shop.session.sales().reverse(&undo).await.unwrap();
        shop.refuses(Code::InsufficientStock, shop.session.sales().deliver(&NewDelivery { day: day("2026-01-12"), ..of("2") })).await;
        let order = NewOrder::new(shop.customer, day("2026-01-12"), of("1").lines);
        let order = shop.session.orders().create(&order).await.unwrap().order_id;
        shop.session.orders().deliver(&OrderDelivery::all(order, shop.warehouse, day("2026-01-12"))).await.unwrap();
        assert_eq!(on_hand(&shop, product).await, (Quantity::ZERO, eur("0")), "{pieces}");
        // Received piece by piece it is a whole box again.
        for _ in 0..pieces {
            let line = ReceiptLine::new(product, quantity("1"), price("5")).in_unit(format!("p{pieces}"));
            shop.session.stock().receive(&NewReceipt::new(shop.warehouse, day("2026-01-13"), vec![line])).await.unwrap();
        }
        assert_eq!(on_hand(&shop, product).await, (quantity("1"), eur(&(5 * pieces).to_string())));
    }
    shop.verify().await;
}

/// What was bought by the box or by the thousand is worth what the bill says, and is corrected and sent back at that.
pub async fn a_receipt_is_worth_what_the_bill_says(harness: Harness) {
    let shop = harness.shop().await;
    let stock = shop.session.stock();
    let boxed = kept_in(&shop, "pc", "box", (7, 1)).await;
    let receipt = |line| NewReceipt::new(shop.warehouse, day("2026-01-01"), vec![line]);
    let boxes = ReceiptLine::new(boxed, quantity("3000"), price("100")).in_unit("box");
    let posted = stock.receive(&receipt(boxes)).await.unwrap();
    assert_eq!((posted.value, on_hand(&shop, boxed).await), (Some(eur("300000")), (quantity("21000"), eur("300000"))));
    let line = SupplierReturnLine::new(boxed, quantity("21"));
    let sent = NewSupplierReturn { receipt_id: Some(posted.document_id), ..NewSupplierReturn::new(shop.warehouse, day("2026-01-05"), vec![line]) };
    assert_eq!(stock.return_to_supplier(&sent).await.unwrap().amount, Some(eur("-300")));

    let screws = shop.product;
    let posted = stock.receive(&receipt(ReceiptLine::worth(screws, quantity("30000"), eur("1000")))).await.unwrap();
    assert_eq!(on_hand(&shop, screws).await, (quantity("30000"), eur("1000")));
    let requantify =
        CorrectQuantity { receipt_id: posted.document_id, line: 1, quantity: quantity("27000"), day: day("2026-01-06"), reference: None };
    stock.correct_receipt_quantity(&requantify).await.unwrap();
    assert_eq!(on_hand(&shop, screws).await, (quantity("27000"), eur("900")));
    let correct = CorrectPrice { receipt_id: posted.document_id, line: 1, unit_cost: price("0.04"), day: day("2026-01-07"), reference: None };
    stock.correct_receipt_price(&correct).await.unwrap();
    assert_eq!(on_hand(&shop, screws).await, (quantity("27000"), eur("1080")));

    let reel = ReceiptLine { price_quantity: quantity("1000"), ..ReceiptLine::new(shop.second, quantity("5000"), price("33.333333")) };
    stock.receive(&receipt(reel.clone())).await.unwrap();
    assert_eq!(on_hand(&shop, shop.second).await, (quantity("5000"), eur("166.67")));
    let movement =
        shop.session.stock_movements().list().filter(&StockMovement::product_id().eq(shop.second)).unwrap().fetch().await.unwrap().remove(0);
    assert_eq!((movement.unit_cost, movement.price_quantity), (Some(price("33.333333")), Some(quantity("1000"))));
    let wrong = [
        ("amount", ReceiptLine { amount: Some(eur("5")), ..reel.clone() }),
        ("unit_cost", ReceiptLine { unit_cost: None, ..reel.clone() }),
        ("price_quantity", ReceiptLine { price_quantity: quantity("0"), ..reel.clone() }),
        ("amount", ReceiptLine::worth(screws, quantity("3"), eur("-1"))),
        ("amount", ReceiptLine::worth(screws, quantity("3"), eur("0"))),
        ("amount", ReceiptLine::worth(screws, quantity("3"), eur("0.005"))),
    ];
    for (field, line) in wrong {
        let error = shop.refuses(Code::FieldInvalid, stock.receive(&receipt(line))).await;
        assert_eq!((error.context("field"), error.context("line")), (Some(field), Some("1")));
    }
    shop.refuses(Code::UnitUnknown, stock.receive(&receipt(reel.in_unit("crate")))).await;
    shop.verify().await;
}

/// A piece comes back from the customer who has it, and from nobody else, whatever delivery is named.
pub async fn a_serial_comes_back_from_who_has_it(harness: Harness) {
    let shop = harness.shop().await;
    let serial = tracked(&shop, Tracking::Serial).await;
    for lot in ["A1", "A2", "A3"] {
        receive(&shop, "2026-01-01", serial, "1", Some(lot)).await;
    }
    let sales = shop.session.sales();
    let sell = |on: &str, customer_id, lot: &str| NewDelivery { customer_id, ..sale(&shop, on, serial, "1", Some(lot)) };
    let first = sales.deliver(&sell("2026-01-10", shop.customer, "A1")).await.unwrap().document_id;
    let bought_back = sales.deliver(&sell("2026-01-10", shop.customer, "A2")).await.unwrap().document_id;
    let lines = (shop.lines_of(first).await[0], shop.lines_of(bought_back).await[0]);
    sales.return_goods(&NewReturn { day: day("2026-01-12"), ..shop.back(first, &[(lines.0, "1")]) }).await.unwrap();
    sales.deliver(&sell("2026-01-13", shop.other, "A1")).await.unwrap();
    let free = |customer_id, lot: &str| {
        let line = UnlinkedReturn { lot: Some(lot.into()), ..UnlinkedReturn::new(serial, quantity("1"), price("9")) };
        let line = ReturnLine::Unlinked(Box::new(line));
        NewReturn { customer_id, lines: vec![line], ..shop.unlinked(serial, "1", "1") }
    };
    let error = shop.refuses(Code::SerialElsewhere, sales.return_goods(&free(shop.customer, "A1"))).await;
    assert_eq!((error.context("lot"), error.context("line")), (Some("A1"), Some("1")));
    shop.refuses(Code::SerialNotOne, sales.return_goods(&free(shop.customer, "A3"))).await;
    shop.refuses(Code::LotUnknown, sales.return_goods(&free(shop.customer, "ZZ"))).await;
    sales.return_goods(&free(shop.other, "A1")).await.unwrap();
    // Bought back as a purchase and sold to another: the first delivery has nothing to come back any more.
    receive(&shop, "2026-01-20", serial, "1", Some("A2")).await;
    sales.deliver(&sell("2026-01-21", shop.other, "A2")).await.unwrap();
    let late = NewReturn { day: day("2026-01-22"), ..shop.back(bought_back, &[(lines.1, "1")]) };
    shop.refuses(Code::SerialElsewhere, sales.return_goods(&late)).await;
    shop.verify().await;
}

/// Goods that are no longer good are not delivered without a word: refused, said, or neither, as the company wants it, some days ahead.
pub async fn an_expired_lot_is_delivered_by_policy(harness: Harness) {
    let shop = harness.shop().await;
    let lots = tracked(&shop, Tracking::Lot).await;
    for (lot, expires_on) in [("OLD", Some("2026-01-20")), ("NEW", Some("2026-02-20")), ("EVER", None), ("PAST", Some("2026-01-05"))] {
        let line = ReceiptLine { expires_on: expires_on.map(day), lot: Some(lot.into()), ..ReceiptLine::new(lots, quantity("5"), price("5")) };
        shop.session.stock().receive(&NewReceipt::new(shop.warehouse, day("2026-01-01"), vec![line])).await.unwrap();
    }
    let sales = shop.session.sales();
    let sell = |on: &str, lot: &str| sale(&shop, on, lots, "1", Some(lot));
    assert_eq!(sales.deliver(&sell("2026-01-19", "OLD")).await.unwrap().lot_warnings, []);
    let warned = sales.deliver(&sell("2026-01-20", "OLD")).await.unwrap();
    let (expires_on, lot) = (day("2026-01-20"), "OLD".to_owned());
    assert_eq!(warned.lot_warnings, [LotWarning { line: 1, product_id: lots, lot, expires_on }]);
    let set = async |policy, days| {
        let patch = [Company::expiry_policy().set(policy), Company::expiry_days().set(days)];
        shop.session.company().patch(shop.company, None, patch).await.unwrap();
    };
    set(PolicyLevel::Block, 0).await;
    let error = shop.refuses(Code::LotExpired, sales.deliver(&sell("2026-01-20", "OLD"))).await;
    assert_eq!((error.context("lot"), error.context("expires_on"), error.context("line")), (Some("OLD"), Some("2026-01-20"), Some("1")));
    sales.deliver(&sell("2026-01-19", "OLD")).await.unwrap();
    // What winds up business does not ask.
    let line = shop.lines_of(warned.document_id).await[0];
    sales.return_goods(&shop.back(warned.document_id, &[(line, "1")])).await.unwrap();
    // What expires first goes first; what is not good any more does not.
    let proposed = async |on: &str, amount: &str| {
        let proposed = shop.session.stock().propose_lots(lots, shop.warehouse, quantity(amount), day(on)).await.unwrap();
        proposed.into_iter().map(|p| format!("{} {}", p.lot, p.quantity)).collect::<Vec<_>>()
    };
    assert_eq!(proposed("2026-01-19", "9").await, ["OLD 3", "NEW 5", "EVER 1"]);
    assert_eq!(proposed("2026-01-20", "20").await, ["NEW 5", "EVER 5"]);
    set(PolicyLevel::Block, 30).await;
    shop.refuses(Code::LotExpired, sales.deliver(&sell("2026-01-21", "NEW"))).await;
    assert_eq!(proposed("2026-01-21", "1").await, ["EVER 1"]);
    set(PolicyLevel::Off, 30).await;
    assert_eq!(sales.deliver(&sell("2026-02-21", "NEW")).await.unwrap().lot_warnings, []);
    let patch = [Company::expiry_days().set(-1)];
    shop.refuses(Code::FieldInvalid, shop.session.company().patch(shop.company, None, patch)).await;
    let nothing = shop.session.stock().propose_lots(lots, shop.warehouse, quantity("0"), day("2026-01-19")).await;
    assert_eq!(nothing.unwrap_err().code(), Code::FieldInvalid);
    shop.verify().await;
}

/// One line of an order is delivered from several lots: a line of the delivery for each, and together no more than was ordered.
pub async fn a_line_of_an_order_is_delivered_from_several_lots(harness: Harness) {
    let shop = harness.shop().await;
    let lots = tracked(&shop, Tracking::Lot).await;
    receive(&shop, "2026-01-01", lots, "6", Some("B1")).await;
    receive(&shop, "2026-01-01", lots, "6", Some("B2")).await;
    let orders = shop.session.orders();
    let line = LineItem { charge: Some(eur("1")), ..LineItem::new(lots, quantity("10"), price("9")) };
    let order = orders.create(&NewOrder::new(shop.customer, day("2026-01-05"), vec![line])).await.unwrap().order_id;
    let line = orders.status(order).await.unwrap().lines[0].id;
    let part = |lot: Option<&str>, amount: &str| OrderedPart { lot: lot.map(str::to_owned), ..OrderedPart::new(line, quantity(amount)) };
    let deliver = |parts| OrderDelivery::of(order, shop.warehouse, day("2026-01-10"), parts);
    for twice in [[part(Some("B1"), "1"), part(Some("B1"), "1")], [part(None, "1"), part(Some("B1"), "1")], [part(Some("B1"), "1"), part(None, "1")]]
    {
        let error = shop.refuses(Code::FieldInvalid, orders.deliver(&deliver(twice.to_vec()))).await;
        assert_eq!((error.context("field"), error.context("line")), (Some("line_id"), Some("2")));
    }
    let error = shop.refuses(Code::LineExceeded, orders.deliver(&deliver(vec![part(Some("B1"), "6"), part(Some("B2"), "5")]))).await;
    assert_eq!((error.context("line"), error.context("requested")), (Some("2"), Some("11")));
    let posted = orders.deliver(&deliver(vec![part(Some("B1"), "6"), part(Some("B2"), "4")])).await.unwrap();
    assert_eq!(posted.net, eur("91"));
    let filter = SalesLine::document_id().eq(posted.document_id);
    let lines = shop.session.sales_lines().list().filter(&filter).unwrap().sort(&["line"]).fetch().await.unwrap();
    let said: Vec<_> = lines.iter().map(|l| (l.lot.as_deref(), l.quantity, l.charge)).collect();
    assert_eq!(said, [(Some("B1"), quantity("6"), eur("0.60")), (Some("B2"), quantity("4"), eur("0.40"))]);
    assert_eq!(orders.status(order).await.unwrap().order.state, OrderState::Completed);
    let undo = Reversal { document_id: posted.document_id, day: day("2026-01-11"), reason: "wrong".into() };
    shop.session.sales().reverse(&undo).await.unwrap();
    let again = orders.status(order).await.unwrap();
    assert_eq!((again.order.state, again.lines[0].delivered), (OrderState::Open, Quantity::ZERO));
    // What came back on the 11th was not there on the 10th.
    let again = OrderDelivery { day: day("2026-01-11"), ..deliver(vec![part(Some("B2"), "6"), part(Some("B1"), "4")]) };
    orders.deliver(&again).await.unwrap();
    shop.verify().await;
}

/// A kit whose components are tracked is delivered by naming their lots, and comes back as the pieces that left.
pub async fn a_kit_of_serials_names_its_pieces(harness: Harness) {
    let shop = harness.shop().await;
    let (cpu, glue) = (tracked(&shop, Tracking::Serial).await, tracked(&shop, Tracking::Lot).await);
    for lot in ["C-1", "C-2", "C-3"] {
        receive(&shop, "2026-01-01", cpu, "1", Some(lot)).await;
    }
    receive(&shop, "2026-01-01", glue, "3", Some("G")).await;
    let kit = shop.session.products().create(Product::kit("PC", "PC", Currency::EUR)).await.unwrap().id;
    for (component, amount) in [(cpu, "1"), (glue, "0.5"), (shop.second, "1")] {
        shop.session.kit_components().create(KitComponent::new(kit, component, quantity(amount))).await.unwrap();
    }
    receive(&shop, "2026-01-01", shop.second, "9", None).await;
    let of = |amount: &str, lots: &[(ProductId, &str)]| {
        let component_lots = lots.iter().map(|(product, lot)| ComponentLot::new(*product, *lot)).collect();
        let line = LineItem { component_lots, ..LineItem::new(kit, quantity(amount), price("300")) };
        NewDelivery { lines: vec![line], ..sale(&shop, "2026-01-10", kit, "1", None) }
    };
    let sales = shop.session.sales();
    shop.refuses(Code::LotNeeded, sales.deliver(&of("1", &[]))).await;
    shop.refuses(Code::LotNeeded, sales.deliver(&of("1", &[(cpu, "C-1")]))).await;
    for wrong in [&[(cpu, "C-1"), (glue, "G")][..], &[(cpu, "C-1"), (cpu, "C-2"), (cpu, "C-3"), (glue, "G")], &[(shop.product, "X")]] {
        let error = shop.refuses(Code::FieldInvalid, sales.deliver(&of("2", wrong))).await;
        assert_eq!((error.context("field"), error.context("line")), (Some("component_lots"), Some("1")));
    }
    let of_no_kit = NewDelivery {
        lines: vec![LineItem { component_lots: vec![ComponentLot::new(cpu, "C-1")], ..LineItem::new(cpu, 1.into(), price("1")) }],
        ..of("1", &[])
    };
    shop.refuses(Code::FieldInvalid, sales.deliver(&of_no_kit)).await;
    let posted = sales.deliver(&of("2", &[(cpu, "C-1"), (cpu, "C-3"), (glue, "G")])).await.unwrap();
    let line = shop.session.sales_lines().get(shop.lines_of(posted.document_id).await[0]).await.unwrap();
    let parts: Vec<_> = line.components.iter().flatten().map(|p| (p.product_id, p.lot.clone(), p.quantity)).collect();
    let lot = |lot: &str| Some(lot.to_owned());
    let left =
        [(cpu, lot("C-1"), quantity("1")), (cpu, lot("C-3"), quantity("1")), (glue, lot("G"), quantity("1")), (shop.second, None, quantity("2"))];
    let mut sorted = parts.clone();
    sorted.sort_by_key(|(product, lot, _)| (left.iter().position(|(id, ..)| id == product), lot.clone()));
    assert_eq!(sorted, left);
    sales.return_goods(&shop.back(posted.document_id, &[(line.id, "1")])).await.unwrap();
    let there = |lots: Vec<Stored<LotBalance>>| {
        lots.into_iter().filter(|l| l.quantity.is_positive()).map(|l| (l.lot.clone(), l.quantity)).collect::<Vec<_>>()
    };
    let found = there(shop.session.lot_balances().list().sort(&["lot"]).fetch().await.unwrap());
    assert_eq!(found, [("C-1".to_owned(), quantity("1")), ("C-2".to_owned(), quantity("1")), ("G".to_owned(), quantity("2.5"))]);
    let undo = Reversal { document_id: posted.document_id, day: day("2026-01-25"), reason: "wrong".into() };
    sales.reverse(&undo).await.unwrap();
    assert_eq!(there(shop.session.lot_balances().list().sort(&["lot"]).fetch().await.unwrap()).len(), 4);
    for product in [cpu, glue] {
        let preview = shop.session.stock().recost_preview(product, day("2026-01-01")).await.unwrap();
        assert!(preview.lines.is_empty() && preview.variance.is_zero(), "{preview:?}");
    }
    // An order of it names them when it is delivered.
    let order = NewOrder::new(shop.customer, day("2026-01-25"), of("1", &[]).lines);
    let order = shop.session.orders().create(&order).await.unwrap().order_id;
    let ordered = shop.session.orders().status(order).await.unwrap().lines[0].id;
    let component_lots = vec![ComponentLot::new(cpu, "C-2"), ComponentLot::new(glue, "G")];
    let part = OrderedPart { component_lots, ..OrderedPart::new(ordered, quantity("1")) };
    shop.session.orders().deliver(&OrderDelivery::of(order, shop.warehouse, day("2026-01-26"), vec![part])).await.unwrap();
    shop.verify().await;
}
