//! Lots and serials, stock below nothing, and everything that changes what goods are worth, from the services down to the rows.
#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic, reason = "a suite of tests: a failed expectation is a panic")]

use crate::harness::{Harness, Shop, day, eur, price, quantity};
use crm_core::{
    Code,
    costing::{LOT, MOVING_AVERAGE, SPECIFIED},
    entity::{Masked, Value},
    ids::{ProductId, StockDocumentId, WarehouseId},
    num::Currency,
    products::{KitComponent, Product, ProductCost, Tracking},
    query::Filter,
    sales::{LineCost, LineItem, NewDelivery, NewReturn, ProfitBy, ReturnLine, Reversal, SalesDocument, SalesLine},
    stock::{
        AddCost, ChangeMethod, CorrectPrice, CorrectQuantity, CostCorrection, CostVariance, CountLine, MovementKind, NewCount, NewReceipt, NewRecost,
        NewSupplierReturn, NewTransfer, ReceiptLine, Revalue, Reverse, SetUnitCost, StockDocument, StockMovement, SupplierReturnLine, TransferLine,
        VarianceKind, Warehouse,
    },
};

/// A product of a method and tracking.
async fn product(shop: &Shop, code: &str, costing: &str, tracking: Tracking) -> ProductId {
    let product = Product { costing: costing.to_owned(), tracking, ..Product::stocked(code, code, Currency::EUR) };
    shop.session.products().create(product).await.unwrap().id
}

/// A receipt of one line of a lot, not yet posted.
fn lot_receipt(shop: &Shop, product_id: ProductId, amount: &str, cost: &str, lot: Option<&str>) -> NewReceipt {
    let line = ReceiptLine { lot: lot.map(str::to_owned), ..ReceiptLine::new(product_id, quantity(amount), price(cost)) };
    NewReceipt::new(shop.warehouse, day("2026-01-01"), vec![line])
}

/// A delivery of one line of a lot, not yet posted.
fn lot_delivery(shop: &Shop, product_id: ProductId, amount: &str, lot: Option<&str>) -> NewDelivery {
    let line = LineItem { lot: lot.map(str::to_owned), ..LineItem::new(product_id, quantity(amount), price("9")) };
    NewDelivery { lines: vec![line], ..shop.delivery("1", "1") }
}

/// Quantity and value of a product.
async fn pool(shop: &Shop, product: ProductId) -> (String, String) {
    let pool = shop.session.stock_pools().get(product).await.unwrap();
    (pool.quantity.to_string(), pool.value.shown().unwrap().amount().normalize().to_string())
}

fn figures(quantity: &str, value: &str) -> (String, String) {
    (quantity.to_owned(), value.to_owned())
}

/// Variances by kind, as they stand in the books.
async fn variances(shop: &Shop) -> Vec<(VarianceKind, String)> {
    let all = shop.session.cost_variances().list().sort(&["kind", "day"]).fetch().await.unwrap();
    all.iter().map(|v| (v.kind, v.amount.shown().unwrap().amount().normalize().to_string())).collect()
}

async fn oversellable(shop: &Shop) -> WarehouseId {
    let warehouse = Warehouse { allows_negative: true, ..Warehouse::new("NEG", "Negative") };
    shop.session.warehouses().create(warehouse).await.unwrap().id
}

/// Each lot has its own cost; part of one is exact by value, and its last unit takes the rest.
pub async fn a_lot_has_its_own_quantity_and_cost(harness: Harness) {
    let shop = harness.shop().await;
    let id = product(&shop, "L", LOT, Tracking::Lot).await;
    shop.session.stock().receive(&lot_receipt(&shop, id, "7", "1.428571", Some("A"))).await.unwrap();
    shop.session.stock().receive(&lot_receipt(&shop, id, "5", "20", Some("B"))).await.unwrap();
    let first = shop.session.sales().deliver(&lot_delivery(&shop, id, "3", Some("A"))).await.unwrap();
    assert_eq!(first.cost, Some(eur("4.29")));
    let lots = shop.session.stock_lots().list().sort(&["lot"]).fetch().await.unwrap();
    let seen: Vec<_> = lots.iter().map(|l| (l.lot.as_str(), l.quantity, l.value.shown().unwrap())).collect();
    assert_eq!(seen, [("A", quantity("4"), eur("5.71")), ("B", quantity("5"), eur("100"))]);
    assert_eq!(pool(&shop, id).await, figures("9", "105.71"));
    let rest = shop.session.sales().deliver(&lot_delivery(&shop, id, "4", Some("A"))).await.unwrap();
    assert_eq!(rest.cost, Some(eur("5.71")));
    let too_much = shop.refuses(Code::InsufficientStock, shop.session.sales().deliver(&lot_delivery(&shop, id, "1", Some("A")))).await;
    assert_eq!((too_much.context("available"), too_much.context("lot")), (Some("0"), Some("A")));
    // What comes back comes back into its lot, at the cost it left with.
    let line = shop.lines_of(first.document_id).await[0];
    let back = shop.session.sales().return_goods(&shop.back(first.document_id, &[(line, "2")])).await.unwrap();
    assert_eq!(back.cost, Some(eur("-2.86")));
    let lot = shop.session.lot_balances().list().sort(&["lot"]).fetch().await.unwrap();
    assert_eq!(lot.iter().map(|b| b.quantity).collect::<Vec<_>>(), [quantity("2"), quantity("5")]);
    shop.verify().await;
}

/// Lines of tracked products name a lot that is there; a serial is one piece, and is there once.
pub async fn lots_and_serials_are_named_and_known(harness: Harness) {
    let shop = harness.shop().await;
    let (lot, serial) = (product(&shop, "L", MOVING_AVERAGE, Tracking::Lot).await, product(&shop, "S", MOVING_AVERAGE, Tracking::Serial).await);
    let stock = shop.session.stock();
    shop.refuses(Code::LotNeeded, stock.receive(&lot_receipt(&shop, lot, "1", "1", None))).await;
    shop.refuses(Code::FieldInvalid, stock.receive(&lot_receipt(&shop, shop.product, "1", "1", Some("A")))).await;
    stock.receive(&lot_receipt(&shop, lot, "5", "1", Some("A"))).await.unwrap();
    let unknown = shop.refuses(Code::LotUnknown, shop.session.sales().deliver(&lot_delivery(&shop, lot, "1", Some("B")))).await;
    assert_eq!((unknown.context("lot"), unknown.context("line")), (Some("B"), Some("1")));
    shop.refuses(Code::LotNeeded, shop.session.sales().deliver(&lot_delivery(&shop, lot, "1", None))).await;
    shop.refuses(Code::SerialNotOne, stock.receive(&lot_receipt(&shop, serial, "2", "1", Some("S1")))).await;
    stock.receive(&lot_receipt(&shop, serial, "1", "1", Some("S1"))).await.unwrap();
    shop.refuses(Code::SerialNotOne, stock.receive(&lot_receipt(&shop, serial, "1", "1", Some("S1")))).await;
    let sold = shop.session.sales().deliver(&lot_delivery(&shop, serial, "1", Some("S1"))).await.unwrap();
    stock.receive(&lot_receipt(&shop, serial, "1", "3", Some("S1"))).await.unwrap();
    let line = shop.lines_of(sold.document_id).await[0];
    shop.refuses(Code::SerialNotOne, shop.session.sales().return_goods(&shop.back(sold.document_id, &[(line, "1")]))).await;
    // A lot of a product that is costed by the average has no value of its own.
    let kept = shop.session.stock_lots().list().sort(&["lot"]).fetch().await.unwrap();
    assert_eq!(
        kept.iter().map(|l| (l.quantity, l.value.shown().unwrap())).collect::<Vec<_>>(),
        [(quantity("5"), eur("0")), (quantity("1"), eur("0"))]
    );
    shop.refuses(Code::FieldInvalid, shop.session.products().create(Product { costing: LOT.into(), ..Product::stocked("X", "X", Currency::EUR) }))
        .await;
    shop.verify().await;
}

/// A lot has one day from which it is no longer good, and it is known who received it.
pub async fn a_lot_knows_its_day_and_who_received_it(harness: Harness) {
    let shop = harness.shop().await;
    let id = product(&shop, "L", MOVING_AVERAGE, Tracking::Lot).await;
    let dated = |on: &str| {
        let mut receipt = lot_receipt(&shop, id, "9", "1", Some("A"));
        receipt.lines[0].expires_on = Some(day(on));
        receipt
    };
    shop.session.stock().receive(&dated("2027-01-01")).await.unwrap();
    shop.refuses(Code::FieldInvalid, shop.session.stock().receive(&dated("2027-02-01"))).await;
    assert_eq!(shop.session.stock_lots().get(id).await.unwrap().expires_on, Some(day("2027-01-01")));
    let first = shop.session.sales().deliver(&lot_delivery(&shop, id, "3", Some("A"))).await.unwrap();
    let other = NewDelivery { customer_id: shop.other, day: day("2026-01-12"), ..lot_delivery(&shop, id, "1", Some("A")) };
    shop.session.sales().deliver(&other).await.unwrap();
    let line = shop.lines_of(first.document_id).await[0];
    shop.session.sales().return_goods(&shop.back(first.document_id, &[(line, "1")])).await.unwrap();
    let receivers = shop.session.stock().receivers_of_lot(id, "A").await.unwrap();
    let seen: Vec<_> = receivers.iter().map(|r| (r.customer_id, r.day.to_string(), r.quantity)).collect();
    let expected = [(shop.customer, "2026-01-10", "3"), (shop.other, "2026-01-12", "1"), (shop.customer, "2026-01-20", "-1")];
    assert_eq!(seen, expected.map(|(customer, on, q)| (customer, on.to_owned(), quantity(q))));
    let (_, sam) = shop.operator("sam", &["salesperson"], &[]).await;
    assert_eq!(sam.stock().receivers_of_lot(id, "A").await.unwrap(), []);
    shop.verify().await;
}

/// Goods sold before they came cost what is known of them; the receipt that covers them corrects that once, on its own day.
pub async fn goods_sold_before_they_came_are_corrected_once(harness: Harness) {
    let shop = harness.shop().await;
    let warehouse = oversellable(&shop).await;
    let mut customer = shop.session.customers().get(shop.customer).await.unwrap();
    customer.owner_id = Some(shop.admin);
    shop.session.customers().update(&customer).await.unwrap();
    let receive =
        |on: &str, amount: &str, cost: &str| NewReceipt { warehouse_id: warehouse, day: day(on), ..shop.receipt(&[(shop.product, amount, cost)]) };
    shop.session.stock().receive(&receive("2026-01-01", "2", "8")).await.unwrap();
    let sold = shop.session.sales().deliver(&NewDelivery { warehouse_id: warehouse, ..shop.delivery("12", "20") }).await.unwrap();
    assert_eq!(sold.cost, Some(eur("96")));
    assert_eq!(pool(&shop, shop.product).await, figures("-10", "-80"));
    shop.session.stock().receive(&receive("2026-02-01", "4", "10")).await.unwrap();
    assert_eq!(pool(&shop, shop.product).await, figures("-6", "-48"));
    shop.session.stock().receive(&receive("2026-03-01", "11", "11")).await.unwrap();
    assert_eq!(pool(&shop, shop.product).await, figures("5", "55"));
    let corrections = shop.session.cost_corrections().list().sort(&["day"]).fetch().await.unwrap();
    let seen: Vec<_> = corrections.iter().map(|c| (c.day.to_string(), c.quantity, c.amount.shown().unwrap())).collect();
    assert_eq!(seen, [("2026-02-01".to_owned(), quantity("4"), eur("8")), ("2026-03-01".to_owned(), quantity("6"), eur("18"))]);
    assert!(
        corrections.iter().all(|c| c.customer_id == shop.customer && c.salesperson_id == Some(shop.admin) && c.sales_document_id == sold.document_id)
    );
    // The document keeps what it said; the report shows the corrections in their own months.
    assert_eq!(shop.session.sales_documents().get(sold.document_id).await.unwrap().cost, Masked::Shown(eur("96")));
    let months = shop.session.sales().profit(ProfitBy::Month, &Filter::All).await.unwrap();
    let seen: Vec<_> = months.iter().map(|r| (r.group.clone(), r.count, r.net, r.cost, r.corrections, r.profit)).collect();
    let month = |m: &str, count, net, cost, corrected, profit| (Value::Text(m.into()), count, eur(net), eur(cost), eur(corrected), eur(profit));
    let expected =
        [month("2026-01", 1, "240", "96", "0", "144"), month("2026-02", 0, "0", "8", "8", "-8"), month("2026-03", 0, "0", "18", "18", "-18")];
    assert_eq!(seen, expected);
    for (by, filter) in [
        (ProfitBy::Total, Filter::All),
        (ProfitBy::Salesperson, SalesDocument::salesperson_id().eq(Some(shop.admin))),
        (ProfitBy::Document, SalesDocument::number().eq(sold.number.clone())),
        (ProfitBy::Customer, Filter::exists("customer", crm_core::customers::Customer::code().eq("C1".to_owned()))),
        (ProfitBy::Product, SalesLine::product_id().eq(shop.product)),
    ] {
        let row = shop.session.sales().profit(by, &filter).await.unwrap().remove(0);
        assert_eq!((row.cost, row.corrections, row.profit), (eur("122"), eur("26"), eur("118")), "{by:?}");
    }
    let none = shop.session.sales().profit(ProfitBy::Total, &SalesDocument::day().gt(day("2026-03-31"))).await.unwrap();
    assert_eq!(none, []);
    // A linked return comes back at the effective cost: 122 for 12.
    let line = shop.lines_of(sold.document_id).await[0];
    let back = |amount: &str| NewReturn { warehouse_id: warehouse, day: day("2026-03-05"), ..shop.back(sold.document_id, &[(line, amount)]) };
    assert_eq!(shop.session.sales().return_goods(&back("5")).await.unwrap().cost, Some(eur("-50.83")));
    assert_eq!(shop.session.sales().return_goods(&back("7")).await.unwrap().cost, Some(eur("-71.17")));
    let total = shop.session.sales().profit(ProfitBy::Total, &Filter::All).await.unwrap().remove(0);
    assert_eq!((total.net, total.cost, total.profit), (eur("0"), eur("0"), eur("0")));
    shop.verify().await;
}

/// What comes back before it was ever there never left: no other delivery is corrected by it.
pub async fn a_return_covers_its_own_delivery_first(harness: Harness) {
    let shop = harness.shop().await;
    let warehouse = oversellable(&shop).await;
    let set = SetUnitCost { product_id: shop.product, lot: None, day: day("2026-01-01"), unit_cost: price("4"), reference: None };
    shop.session.stock().set_unit_cost(&set).await.unwrap();
    let deliver =
        async |amount: &str| shop.session.sales().deliver(&NewDelivery { warehouse_id: warehouse, ..shop.delivery(amount, "20") }).await.unwrap();
    let (first, second) = (deliver("3").await, deliver("2").await);
    let line = shop.lines_of(second.document_id).await[0];
    let back = NewReturn { warehouse_id: warehouse, ..shop.back(second.document_id, &[(line, "1")]) };
    assert_eq!(shop.session.sales().return_goods(&back).await.unwrap().cost, Some(eur("-4")));
    let receipt = NewReceipt { warehouse_id: warehouse, ..shop.receipt(&[(shop.product, "4", "6")]) };
    shop.session.stock().receive(&receipt).await.unwrap();
    let amounts = async |document| {
        let of = CostCorrection::sales_document_id().eq(document);
        let rows = shop.session.cost_corrections().list().filter(&of).unwrap().fetch().await.unwrap();
        rows.iter().map(|c| c.amount.shown().unwrap()).collect::<Vec<_>>()
    };
    // The return itself corrected nothing: what it covered was its own.
    assert_eq!(amounts(first.document_id).await, [eur("6")]);
    assert_eq!(amounts(second.document_id).await, [eur("0"), eur("2")]);
    assert_eq!(pool(&shop, shop.product).await, figures("0", "0"));
    shop.verify().await;
}

/// A transfer moves goods and no value.
pub async fn a_transfer_moves_goods_and_no_value(harness: Harness) {
    let shop = harness.shop().await;
    let second = shop.session.warehouses().create(Warehouse::new("W2", "Second")).await.unwrap().id;
    shop.receive("10", "3.333333").await;
    let line = |amount: &str| TransferLine { product_id: shop.product, quantity: quantity(amount), lot: None };
    let transfer = |amount: &str| NewTransfer {
        from_warehouse_id: shop.warehouse,
        to_warehouse_id: second,
        day: day("2026-01-02"),
        reference: None,
        lines: vec![line(amount)],
    };
    let posted = shop.session.stock().transfer(&transfer("4")).await.unwrap();
    assert_eq!((posted.number.as_str(), posted.value), ("ST-2026-000001", Some(eur("0"))));
    assert_eq!(pool(&shop, shop.product).await, figures("10", "33.33"));
    let balances = shop.session.stock_balances().list().fetch().await.unwrap();
    let of = |id| balances.iter().find(|b| b.warehouse_id == id).unwrap().quantity;
    assert_eq!((of(shop.warehouse), of(second)), (quantity("6"), quantity("4")));
    shop.refuses(Code::InsufficientStock, shop.session.stock().transfer(&transfer("7"))).await;
    let nowhere = NewTransfer { to_warehouse_id: shop.warehouse, ..transfer("1") };
    shop.refuses(Code::FieldInvalid, shop.session.stock().transfer(&nowhere)).await;
    shop.session.stock().reverse(&Reverse { document_id: posted.document_id, day: day("2026-01-03"), reference: None }).await.unwrap();
    let balances = shop.session.stock_balances().list().fetch().await.unwrap();
    assert_eq!(balances.iter().find(|b| b.warehouse_id == second).unwrap().quantity, quantity("0"));
    shop.verify().await;
}

fn sent_back(shop: &Shop, receipt_id: Option<StockDocumentId>, amount: &str, credit: Option<&str>) -> NewSupplierReturn {
    let line = SupplierReturnLine { product_id: shop.product, quantity: quantity(amount), lot: None, credit: credit.map(price), receipt_line: None };
    NewSupplierReturn { warehouse_id: shop.warehouse, day: day("2026-01-02"), receipt_id, reference: None, lines: vec![line] }
}

/// A supplier return leaves at the average; what is credited besides is a variance, and no value is ever below nothing.
pub async fn a_supplier_return_leaves_at_the_average(harness: Harness) {
    let shop = harness.shop().await;
    let first = shop.receive("10", "100").await;
    shop.receive("100", "10").await;
    shop.deliver("100", "50").await;
    let posted = shop.session.stock().return_to_supplier(&sent_back(&shop, Some(first.document_id), "8", None)).await.unwrap();
    assert_eq!((posted.value, posted.amount), (Some(eur("-145.46")), Some(eur("-800"))));
    assert_eq!(pool(&shop, shop.product).await, figures("2", "36.36"));
    assert_eq!(variances(&shop).await, [(VarianceKind::SupplierReturn, "-654.54".to_owned())]);
    let three = sent_back(&shop, Some(first.document_id), "3", None);
    let too_much = shop.refuses(Code::ReturnExceedsDelivery, shop.session.stock().return_to_supplier(&three)).await;
    assert_eq!(too_much.context("available"), Some("2"));
    // The documents are found both ways.
    let document = shop.session.stock_documents().get(posted.document_id).await.unwrap();
    assert_eq!((document.kind, document.corrects_id), (MovementKind::SupplierReturn, Some(first.document_id)));
    let of_receipt = StockDocument::corrects_id().eq(Some(first.document_id));
    assert_eq!(shop.session.stock_documents().count(&of_receipt).await.unwrap(), 1);
    // Undone, it can be sent back again.
    shop.session.stock().reverse(&Reverse { document_id: posted.document_id, day: day("2026-01-03"), reference: None }).await.unwrap();
    assert_eq!(pool(&shop, shop.product).await, figures("10", "181.82"));
    shop.session.stock().return_to_supplier(&sent_back(&shop, Some(first.document_id), "10", Some("0"))).await.unwrap();
    assert_eq!(pool(&shop, shop.product).await, figures("0", "0"));
    shop.verify().await;
}

/// A revaluation changes the value of what is there, by an amount or a unit cost; without stock only the reference cost can change.
pub async fn a_revaluation_needs_stock(harness: Harness) {
    let shop = harness.shop().await;
    let revalue = |amount: &str| Revalue { product_id: shop.product, lot: None, day: day("2026-01-02"), amount: eur(amount), reference: None };
    let set = |cost: &str| SetUnitCost { product_id: shop.product, lot: None, day: day("2026-01-02"), unit_cost: price(cost), reference: None };
    shop.refuses(Code::NoStock, shop.session.stock().revalue(&revalue("20"))).await;
    shop.session.stock().set_unit_cost(&set("7")).await.unwrap();
    assert_eq!(shop.session.stock().count(&shop.counted("2", None)).await.unwrap().value, Some(eur("14")));
    let posted = shop.session.stock().revalue(&revalue("1")).await.unwrap();
    assert_eq!((posted.number.as_str(), posted.value, posted.amount), ("RV-2026-000002", Some(eur("1")), Some(eur("0"))));
    shop.refuses(Code::FieldInvalid, shop.session.stock().revalue(&revalue("-15.01"))).await;
    shop.session.stock().set_unit_cost(&set("4.505")).await.unwrap();
    assert_eq!(pool(&shop, shop.product).await, figures("2", "9.01"));
    assert_eq!(variances(&shop).await, [(VarianceKind::Revaluation, "-1".to_owned()), (VarianceKind::Revaluation, "5.99".to_owned())]);
    shop.session.stock().reverse(&Reverse { document_id: posted.document_id, day: day("2026-01-03"), reference: None }).await.unwrap();
    assert_eq!(pool(&shop, shop.product).await, figures("2", "8.01"));
    let again = Reverse { document_id: posted.document_id, day: day("2026-01-03"), reference: None };
    shop.refuses(Code::NotCorrectable, shop.session.stock().reverse(&again)).await;
    shop.verify().await;
}

/// Freight is shared out over the lines by value, in whole cents; free goods say that they are.
pub async fn landed_costs_are_part_of_the_receipt(harness: Harness) {
    let shop = harness.shop().await;
    let mut receipt = shop.receipt(&[(shop.product, "3", "1"), (shop.second, "1", "3"), (shop.product, "3", "1")]);
    receipt.landed = Some(eur("10"));
    receipt.lines[1].landed = Some(eur("0.50"));
    let posted = shop.session.stock().receive(&receipt).await.unwrap();
    assert_eq!((posted.value, posted.amount), (Some(eur("19.50")), Some(eur("19.50"))));
    assert_eq!(pool(&shop, shop.product).await, figures("6", "12.67"));
    assert_eq!(pool(&shop, shop.second).await, figures("1", "6.83"));
    let mut unsaid = shop.receipt(&[(shop.product, "6", "0")]);
    shop.session.stock().receive(&unsaid).await.unwrap();
    assert_eq!(pool(&shop, shop.product).await, figures("12", "12.67"));
    unsaid.lines[0].is_free = false;
    let error = shop.refuses(Code::FieldInvalid, shop.session.stock().receive(&unsaid)).await;
    assert_eq!((error.context("field"), error.context("line")), (Some("unit_cost"), Some("1")));
    receipt.lines[0].landed = Some(eur("-1"));
    shop.refuses(Code::FieldInvalid, shop.session.stock().receive(&receipt)).await;
    shop.verify().await;
}

/// A late cost goes to stock as far as the goods are there, and the rest is a variance; a delivery's profit is never rewritten.
pub async fn a_late_cost_goes_where_its_goods_are(harness: Harness) {
    let shop = harness.shop().await;
    let receipt = shop.session.stock().receive(&shop.receipt(&[(shop.product, "5", "100"), (shop.second, "1", "250")])).await.unwrap();
    let sold = shop.deliver("3", "200").await;
    let add = |amount: &str, lines: Vec<i64>| AddCost {
        receipt_id: receipt.document_id,
        lines,
        day: day("2026-01-12"),
        amount: eur(amount),
        reference: None,
    };
    let posted = shop.session.stock().add_cost(&add("30", Vec::new())).await.unwrap();
    assert_eq!((posted.number.as_str(), posted.amount, posted.value), ("RC-2026-000001", Some(eur("30")), Some(eur("18"))));
    assert_eq!(pool(&shop, shop.product).await, figures("2", "208"));
    assert_eq!(pool(&shop, shop.second).await, figures("1", "260"));
    assert_eq!(variances(&shop).await, [(VarianceKind::LateCost, "12".to_owned())]);
    assert_eq!(shop.session.cost_corrections().count(&Filter::All).await.unwrap(), 0);
    assert_eq!(shop.session.sales_documents().get(sold.document_id).await.unwrap().cost, Masked::Shown(eur("300")));
    shop.session.stock().add_cost(&add("-1", vec![2])).await.unwrap();
    assert_eq!(pool(&shop, shop.second).await, figures("1", "259"));
    shop.refuses(Code::ReferenceMissing, shop.session.stock().add_cost(&add("1", vec![3]))).await;
    shop.refuses(Code::FieldInvalid, shop.session.stock().add_cost(&add("0", vec![]))).await;
    let twice = shop.refuses(Code::FieldInvalid, shop.session.stock().add_cost(&add("10", vec![1, 2, 1]))).await;
    assert_eq!((twice.context("field"), twice.context("line")), (Some("lines"), Some("1")), "a line bears one share");
    let count = shop.session.stock().count(&shop.counted("1", None)).await.unwrap();
    let of_count = AddCost { receipt_id: count.document_id, ..add("1", vec![]) };
    shop.refuses(Code::NotCorrectable, shop.session.stock().add_cost(&of_count)).await;
    shop.verify().await;
}

/// A receipt's price and quantity are corrected by documents of their own; a correction that is undone counts no more.
pub async fn a_receipt_is_corrected_and_never_changed(harness: Harness) {
    let shop = harness.shop().await;
    let receipt = shop.receive("10", "10").await.document_id;
    shop.receive("10", "20").await;
    shop.deliver("15", "50").await;
    let reprice = |cost: &str| CorrectPrice { receipt_id: receipt, line: 1, unit_cost: price(cost), day: day("2026-01-12"), reference: None };
    let requantify =
        |amount: &str| CorrectQuantity { receipt_id: receipt, line: 1, quantity: quantity(amount), day: day("2026-01-12"), reference: None };
    // 5 of 10 count as still there: half of 10 more.
    let first = shop.session.stock().correct_receipt_price(&reprice("11")).await.unwrap();
    assert_eq!((first.amount, first.value), (Some(eur("10")), Some(eur("5"))));
    shop.session.stock().reverse(&Reverse { document_id: first.document_id, day: day("2026-01-13"), reference: None }).await.unwrap();
    assert_eq!(pool(&shop, shop.product).await, figures("5", "75"));
    let more = shop.session.stock().correct_receipt_quantity(&requantify("15")).await.unwrap();
    assert_eq!(more.amount, Some(eur("50")));
    assert_eq!(pool(&shop, shop.product).await, figures("10", "125"));
    let less = shop.session.stock().correct_receipt_quantity(&requantify("12")).await.unwrap();
    assert_eq!(less.amount, Some(eur("-30")));
    assert_eq!(pool(&shop, shop.product).await, figures("7", "95"));
    shop.refuses(Code::FieldInvalid, shop.session.stock().correct_receipt_quantity(&requantify("12"))).await;
    let undo = Reverse { document_id: receipt, day: day("2026-01-13"), reference: None };
    shop.refuses(Code::NotCorrectable, shop.session.stock().reverse(&undo)).await;
    assert_eq!(shop.session.stock_documents().count(&StockDocument::corrects_id().eq(Some(receipt))).await.unwrap(), 3);
    assert_eq!(shop.session.stock_documents().get(receipt).await.unwrap().value, Masked::Shown(eur("100")));
    shop.verify().await;
}

/// Undoing brings back exactly what went; what has left cannot be undone.
pub async fn a_stock_document_is_undone_at_exactly_its_value(harness: Harness) {
    let shop = harness.shop().await;
    let first = shop.receive("3", "3.333333").await;
    let second = shop.receive("4", "1").await;
    let missing = shop.session.stock().count(&shop.counted("-2", None)).await.unwrap();
    assert_eq!(missing.value, Some(eur("-4")));
    let undo = |document_id| Reverse { document_id, day: day("2026-01-20"), reference: Some("typing error".into()) };
    let undone = shop.session.stock().reverse(&undo(missing.document_id)).await.unwrap();
    assert_eq!((undone.number.as_str(), undone.value), ("SX-2026-000001", Some(eur("4"))));
    shop.session.stock().reverse(&undo(second.document_id)).await.unwrap();
    assert_eq!(pool(&shop, shop.product).await, figures("3", "10"));
    shop.refuses(Code::NotCorrectable, shop.session.stock().reverse(&undo(undone.document_id))).await;
    shop.deliver("1", "9").await;
    shop.refuses(Code::InsufficientStock, shop.session.stock().reverse(&undo(first.document_id))).await;
    assert_eq!(variances(&shop).await, []);
    let unknown = StockDocumentId(shop.product.0);
    shop.refuses(Code::ReferenceMissing, shop.session.stock().reverse(&undo(unknown))).await;
    shop.verify().await;
}

/// Stock at a specified cost is worth it; purchases differ by a variance, and a cost that comes into force values what is there.
pub async fn a_specified_cost_is_in_force_from_its_day(harness: Harness) {
    let shop = harness.shop().await;
    let id = product(&shop, "S", SPECIFIED, Tracking::None).await;
    let receipt = |on: &str| NewReceipt { day: day(on), ..shop.receipt(&[(id, "10", "12")]) };
    shop.refuses(Code::CostUnknown, shop.session.stock().receive(&receipt("2026-01-01"))).await;
    let costs = [("2026-01-01", "10"), ("2026-02-01", "11"), ("2026-12-01", "99")];
    for (from, cost) in costs {
        shop.session.product_costs().create(ProductCost::new(id, day(from), price(cost))).await.unwrap();
    }
    let posted = shop.session.stock().receive(&receipt("2026-01-01")).await.unwrap();
    assert_eq!((posted.amount, posted.value), (Some(eur("120")), Some(eur("100"))));
    let sell = |on: &str| NewDelivery { day: day(on), ..shop.delivery_of(&[(id, "2", "20")]) };
    assert_eq!(shop.session.sales().deliver(&sell("2026-01-10")).await.unwrap().cost, Some(eur("20")));
    // The first posting in February values what is there at 11 first: 8 more.
    assert_eq!(shop.session.sales().deliver(&sell("2026-02-10")).await.unwrap().cost, Some(eur("22")));
    assert_eq!(pool(&shop, id).await, figures("6", "66"));
    // A backdated document follows the order of posting, and does not value stock back.
    assert_eq!(shop.session.sales().deliver(&sell("2026-01-15")).await.unwrap().cost, Some(eur("22")));
    let set = SetUnitCost { product_id: id, lot: None, day: day("2026-02-20"), unit_cost: price("15"), reference: None };
    let posted = shop.session.stock().set_unit_cost(&set).await.unwrap();
    assert_eq!(posted.value, Some(eur("16")));
    assert_eq!(pool(&shop, id).await, figures("4", "60"));
    assert_eq!(
        variances(&shop).await,
        [(VarianceKind::Purchase, "20".to_owned()), (VarianceKind::Revaluation, "-8".to_owned()), (VarianceKind::Revaluation, "-16".to_owned())]
    );
    let by_amount = Revalue { product_id: id, lot: None, day: day("2026-02-21"), amount: eur("1"), reference: None };
    shop.refuses(Code::FieldInvalid, shop.session.stock().revalue(&by_amount)).await;
    shop.verify().await;
}

/// Another method carries quantity and value over, and changes nothing else.
pub async fn another_method_carries_the_value(harness: Harness) {
    let shop = harness.shop().await;
    let id = product(&shop, "M", MOVING_AVERAGE, Tracking::Lot).await;
    for (lot, amount, cost) in [("A", "3", "1"), ("B", "1", "2.21")] {
        shop.session.stock().receive(&lot_receipt(&shop, id, amount, cost, Some(lot))).await.unwrap();
    }
    let change = |method: &str| ChangeMethod { product_id: id, method: method.to_owned(), day: day("2026-01-05"), reference: None };
    for (method, expected) in [(LOT, [eur("3.91"), eur("1.30")]), (SPECIFIED, [eur("0"), eur("0")]), (MOVING_AVERAGE, [eur("0"), eur("0")])] {
        shop.session.stock().change_method(&change(method)).await.unwrap();
        assert_eq!(pool(&shop, id).await, figures("4", "5.21"), "{method}");
        let lots = shop.session.stock_lots().list().sort(&["lot"]).fetch().await.unwrap();
        assert_eq!(lots.iter().map(|l| l.value.shown().unwrap()).collect::<Vec<_>>(), expected, "{method}");
        shop.verify().await;
    }
    assert_eq!(shop.session.products().get(id).await.unwrap().costing, MOVING_AVERAGE);
    assert_eq!(variances(&shop).await, []);
    shop.refuses(Code::CostingUnknown, shop.session.stock().change_method(&change("none such"))).await;
    let untracked = ChangeMethod { product_id: shop.product, ..change(LOT) };
    shop.refuses(Code::LotNeeded, shop.session.stock().change_method(&untracked)).await;
    let mut quietly = shop.session.products().get(id).await.unwrap();
    quietly.costing = SPECIFIED.into();
    shop.refuses(Code::FieldInvalid, shop.session.products().update(&quietly)).await;
}

/// A line may be given a cost of its own, with a right and a reason; goods that go from a supplier to the customer never touch stock.
pub async fn a_line_has_a_cost_of_its_own_or_never_touches_stock(harness: Harness) {
    let shop = harness.shop().await;
    shop.receive("10", "3").await;
    let with = |cost: LineCost| {
        let mut delivery = shop.delivery("2", "9");
        delivery.lines[0].cost = cost;
        delivery
    };
    let set = |reason: &str| LineCost::Override { unit_cost: price("4"), reason: reason.into() };
    shop.refuses(Code::FieldInvalid, shop.session.sales().deliver(&with(set(" ")))).await;
    let posted = shop.session.sales().deliver(&with(set("agreed with the boss"))).await.unwrap();
    assert_eq!(posted.cost, Some(eur("8")));
    assert_eq!(pool(&shop, shop.product).await, figures("8", "24"));
    assert_eq!(variances(&shop).await, [(VarianceKind::Override, "-2".to_owned())]);
    let direct = LineCost::Direct { unit_cost: price("7") };
    let sent = shop.session.sales().deliver(&with(direct.clone())).await.unwrap();
    assert_eq!(sent.cost, Some(eur("14")));
    assert_eq!(pool(&shop, shop.product).await, figures("8", "24"));
    let of = StockMovement::sales_document_id().eq(Some(sent.document_id));
    assert_eq!(shop.session.stock_movements().count(&of).await.unwrap(), 0);
    // What comes back of it comes into stock, at its cost.
    let line = shop.lines_of(sent.document_id).await[0];
    shop.session.sales().return_goods(&shop.back(sent.document_id, &[(line, "1")])).await.unwrap();
    assert_eq!(pool(&shop, shop.product).await, figures("9", "31"));
    let mut customer = shop.session.customers().get(shop.customer).await.unwrap();
    let (sam, session) = shop.operator("sam", &["salesperson"], &[]).await;
    customer.owner_id = Some(sam);
    shop.session.customers().update(&customer).await.unwrap();
    for cost in [set("because"), direct] {
        shop.refuses(Code::AccessDenied, session.sales().deliver(&with(cost))).await;
    }
    shop.verify().await;
}

/// Recalculation corrects what was entered out of order, for whom it counts, and says before what it would do.
pub async fn costing_again_corrects_what_was_entered_out_of_order(harness: Harness) {
    let shop = harness.shop().await;
    shop.receive("10", "10").await;
    let sold = shop.deliver("5", "30").await;
    let line = shop.lines_of(sold.document_id).await[0];
    shop.session.sales().return_goods(&shop.back(sold.document_id, &[(line, "2")])).await.unwrap();
    // Bought before the delivery, entered after it.
    shop.session.stock().receive(&NewReceipt { day: day("2026-01-05"), ..shop.receipt(&[(shop.product, "10", "20")]) }).await.unwrap();
    assert_eq!(pool(&shop, shop.product).await, figures("17", "270"));
    let preview = shop.session.stock().recost_preview(shop.product, day("2026-01-01")).await.unwrap();
    let lines: Vec<_> = preview.lines.iter().map(|l| (l.day.to_string(), l.before, l.after)).collect();
    assert_eq!(lines, [("2026-01-10".to_owned(), eur("50"), eur("75")), ("2026-01-20".to_owned(), eur("-20"), eur("-30"))]);
    assert_eq!((preview.value_before, preview.value_after, preview.variance), (eur("270"), eur("255"), eur("0")));
    assert_eq!(pool(&shop, shop.product).await, figures("17", "270"));
    let recost = NewRecost { product_id: shop.product, from: day("2026-01-01"), day: day("2026-01-31"), reference: None };
    let (_, manager) = shop.operator("max", &["manager"], &[]).await;
    shop.refuses(Code::AccessDenied, manager.stock().recost(&recost)).await;
    let posted = shop.session.stock().recost(&recost).await.unwrap();
    assert_eq!((posted.value, posted.amount), (Some(eur("-15")), Some(eur("0"))));
    assert_eq!(pool(&shop, shop.product).await, figures("17", "255"));
    let total = shop.session.sales().profit(ProfitBy::Total, &Filter::All).await.unwrap().remove(0);
    assert_eq!((total.cost, total.corrections), (eur("45"), eur("15")));
    // What is still out costs 15 a unit now.
    let back = NewReturn { day: day("2026-02-01"), ..shop.back(sold.document_id, &[(line, "3")]) };
    assert_eq!(shop.session.sales().return_goods(&back).await.unwrap().cost, Some(eur("-45")));
    let again = shop.session.stock().recost_preview(shop.product, day("2026-01-01")).await.unwrap();
    assert_eq!((again.lines, again.variance, again.value_after), (vec![], eur("0"), eur("300")));
    shop.verify().await;
}

/// A component is costed again on the lines of the kits that it went out in, came back in, and went out in again.
pub async fn costing_again_reaches_the_lines_of_kits(harness: Harness) {
    let shop = harness.shop().await;
    let session = &shop.session;
    session.stock().receive(&shop.receipt(&[(shop.product, "10", "10"), (shop.second, "10", "1")])).await.unwrap();
    let kit = session.products().create(Product::kit("SET", "Set", Currency::EUR)).await.unwrap().id;
    for (part, amount) in [(shop.product, "2"), (shop.second, "1")] {
        session.kit_components().create(KitComponent::new(kit, part, quantity(amount))).await.unwrap();
    }
    let sold = session.sales().deliver(&shop.delivery_of(&[(kit, "2", "50")])).await.unwrap();
    let line = shop.lines_of(sold.document_id).await[0];
    let back = session.sales().return_goods(&shop.back(sold.document_id, &[(line, "1")])).await.unwrap();
    assert_eq!((sold.cost, back.cost), (Some(eur("42")), Some(eur("-21"))));
    let undo = Reversal { document_id: back.document_id, day: day("2026-01-25"), reason: "kept after all".into() };
    let undone = session.sales().reverse(&undo).await.unwrap();
    assert_eq!(undone.cost, Some(eur("21")));
    // Ten at 20 that came before: 15 a piece.
    session.stock().receive(&NewReceipt { day: day("2026-01-05"), ..shop.receipt(&[(shop.product, "10", "20")]) }).await.unwrap();
    let recost = NewRecost { product_id: shop.product, from: day("2026-01-01"), day: day("2026-01-31"), reference: None };
    let preview = session.stock().recost_preview(shop.product, day("2026-01-01")).await.unwrap();
    let lines: Vec<_> = preview.lines.iter().map(|l| (l.document_id, l.before, l.after)).collect();
    assert_eq!(lines, [(sold.document_id, eur("40"), eur("60")), (back.document_id, eur("-20"), eur("-30"))], "what was undone keeps its cost");
    session.stock().recost(&recost).await.unwrap();
    let again = session.stock().recost_preview(shop.product, day("2026-01-01")).await.unwrap();
    assert_eq!((again.lines, again.variance), (vec![], eur("0")));
    let corrections = session.cost_corrections().list().sort(&["day", "amount"]).fetch().await.unwrap();
    let booked: Vec<_> = corrections.iter().map(|c| (c.sales_document_id, c.delivered_line_id, c.amount.shown().unwrap())).collect();
    assert_eq!(booked, [(back.document_id, line, eur("-10")), (sold.document_id, line, eur("20"))]);
    // 60 + 2 of the delivery and what the corrections left: two kits come back at 2 x 21 + 20 - 10.
    let rest = Reversal { document_id: sold.document_id, day: day("2026-02-01"), reason: "all of it".into() };
    assert_eq!(session.sales().reverse(&rest).await.unwrap().cost, Some(eur("-52")));
    assert_eq!(pool(&shop, shop.second).await, figures("10", "10"));
    shop.verify().await;
}

/// Recalculation from a day on leaves earlier lines as they are: what they would change is a variance.
pub async fn costing_again_from_a_day_leaves_earlier_lines(harness: Harness) {
    let shop = harness.shop().await;
    shop.receive("10", "10").await;
    shop.deliver("5", "30").await;
    shop.session.sales().deliver(&NewDelivery { day: day("2026-02-10"), ..shop.delivery("5", "30") }).await.unwrap();
    shop.session.stock().receive(&NewReceipt { day: day("2026-01-05"), ..shop.receipt(&[(shop.product, "10", "20")]) }).await.unwrap();
    let recost = NewRecost { product_id: shop.product, from: day("2026-02-01"), day: day("2026-02-28"), reference: None };
    shop.session.stock().recost(&recost).await.unwrap();
    assert_eq!(pool(&shop, shop.product).await, figures("10", "150"));
    let corrections = shop.session.cost_corrections().list().fetch().await.unwrap();
    assert_eq!(corrections.iter().map(|c| c.amount.shown().unwrap()).collect::<Vec<_>>(), [eur("25")]);
    assert_eq!(variances(&shop).await, [(VarianceKind::Recost, "25".to_owned())]);
    shop.verify().await;
}

/// Who may not see costs sees none of the new ones; who may not change them changes none.
pub async fn costs_are_changed_and_seen_by_those_who_may(harness: Harness) {
    let shop = harness.shop().await;
    let receipt = shop.receive("10", "10").await.document_id;
    let (_, max) = shop.operator("max", &["manager"], &[]).await;
    let (on, product_id, reference) = (day("2026-01-12"), shop.product, None);
    let revalue = Revalue { product_id, lot: None, day: on, amount: eur("1"), reference: None };
    shop.refuses(Code::AccessDenied, max.stock().revalue(&revalue)).await;
    let add = AddCost { receipt_id: receipt, lines: vec![], day: on, amount: eur("1"), reference };
    shop.refuses(Code::AccessDenied, max.stock().add_cost(&add)).await;
    let set = SetUnitCost { product_id, lot: None, day: on, unit_cost: price("1"), reference: None };
    shop.refuses(Code::AccessDenied, max.stock().set_unit_cost(&set)).await;
    let cost = ProductCost::new(product_id, on, price("1"));
    shop.refuses(Code::AccessDenied, max.product_costs().create(cost)).await;
    let (_, sam) = shop.operator("sam", &["salesperson"], &[]).await;
    shop.refuses(Code::AccessDenied, sam.cost_variances().list().fetch()).await;
    shop.refuses(Code::AccessDenied, sam.cost_corrections().list().fetch()).await;
    shop.refuses(Code::AccessDenied, sam.product_costs().list().fetch()).await;
    let movements = sam.stock_movements().list().fetch().await.unwrap();
    assert!(movements.iter().all(|m| m.amount == Masked::Hidden && m.value == Masked::Hidden));
    shop.refuses(Code::FieldHidden, sam.report::<StockMovement>(|r| r.sum("amount"))).await;
    let lines = vec![ReturnLine::unlinked(product_id, quantity("1"), price("9"))];
    shop.session.sales().return_goods(&NewReturn { lines, ..shop.unlinked(product_id, "1", "9") }).await.unwrap();
    let count = NewCount { lines: vec![CountLine::new(product_id, quantity("-1"))], ..shop.counted("1", None) };
    shop.session.stock().count(&count).await.unwrap();
    assert_eq!(shop.session.cost_variances().count(&CostVariance::line().gt(0)).await.unwrap(), 0);
    shop.verify().await;
}
