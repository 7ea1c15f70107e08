//! Quotes and orders: what is offered, ordered and delivered of it, at which prices; and that stock and money wait for the delivery.
#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic, reason = "a suite of tests: a failed expectation is a panic")]

use crate::harness::{Harness, Shop, day, eur, price, quantity};
use crm_core::{
    Code,
    customers::Customer,
    ids::{QuoteId, SalesOrderId},
    num::{Currency, Money, Rate},
    pricing::{PolicyLevel, PriceList, PriceListItem, PriceSettings, PriceSource},
    products::{KitComponent, Product, ProductUnit},
    query::Filter,
    receivables::{CreditPolicy, NewPayment},
    sales::{
        Acceptance, AllowanceCharge, CloseOrder, CloseQuote, LineChange, LineItem, NewDelivery, NewOrder, NewQuote, Offer, OfferedPart,
        OrderDelivery, OrderState, OrderedPart, QuoteChange, QuoteLine, QuoteOutcome, QuotePosted, QuoteRevision, QuoteState, Release, Reserve,
        Reversal, SalesLine, changes_between,
    },
    stock::{NewSupplierReturn, NewTransfer, SupplierReturnLine, TransferLine, Warehouse},
};

/// Ten lanterns at 10 and two candles at 4, until the end of January, less 6 on everything at the standard rate.
fn offer(shop: &Shop) -> Offer {
    let lines = vec![LineItem::new(shop.product, 10.into(), price("10")), LineItem::new(shop.second, 2.into(), price("4"))];
    Offer { allowance_charges: vec![AllowanceCharge::allowance("welcome", eur("6"), "S")], ..Offer::new(day("2026-01-10"), day("2026-01-31"), lines) }
}

async fn quoted(shop: &Shop) -> QuotePosted {
    shop.session.quotes().create(&NewQuote { customer_id: shop.customer, offer: offer(shop) }).await.unwrap()
}

async fn lines_of(shop: &Shop, quote: QuoteId) -> Vec<crm_core::entity::Stored<QuoteLine>> {
    shop.session.quotes().status(quote, day("2026-01-10")).await.unwrap().lines.into_iter().map(|(line, _)| line).collect()
}

async fn ordered(shop: &Shop) -> SalesOrderId {
    let quote = quoted(shop).await;
    shop.session.quotes().accept(&Acceptance::all(quote.quote_id, day("2026-01-12"))).await.unwrap().order_id
}

async fn parts(shop: &Shop, order: SalesOrderId, quantities: &[&str]) -> Vec<OrderedPart> {
    let lines = shop.session.orders().status(order).await.unwrap().lines;
    let wanted = lines.iter().zip(quantities).filter(|(_, wanted)| **wanted != "0");
    wanted.map(|(line, wanted)| OrderedPart::new(line.id, quantity(wanted))).collect()
}

/// A quote says what it would come to and earn, and leaves stock and receivables alone; so does an order.
pub async fn a_quote_and_its_order_move_nothing(harness: Harness) {
    let shop = harness.shop().await;
    shop.receive("10", "6").await;
    let (pools, items) = (shop.dump().await["stock_pool"].clone(), shop.dump().await["open_item"].clone());
    let quote = quoted(&shop).await;
    // 100.00 - 6.00 at 21 %: 19.74; 8.00 at 10 %: 0.80. Lanterns cost 60; candles were never received, so nothing is known of them.
    assert_eq!((quote.number.as_str(), quote.revision), ("QT-2026-000001", 1));
    assert_eq!((quote.net, quote.tax, quote.gross), (eur("102"), eur("20.54"), eur("122.54")));
    assert_eq!((quote.expected_profit, quote.unknown_costs), (Some(eur("42")), vec![2]));
    let order = shop.session.quotes().accept(&Acceptance::all(quote.quote_id, day("2026-01-12"))).await.unwrap();
    assert_eq!((order.number.as_str(), order.net, order.gross), ("SO-2026-000001", eur("102"), eur("122.54")));
    let free = NewOrder::new(shop.customer, day("2026-01-12"), vec![LineItem::new(shop.product, 1.into(), price("10"))]);
    shop.session.orders().create(&free).await.unwrap();
    let after = shop.dump().await;
    assert_eq!((&after["stock_pool"], &after["open_item"]), (&pools, &items));
    shop.verify().await;
}

/// A later revision takes the place of the earlier one, which stays as it was.
pub async fn revisions_never_change_and_are_compared(harness: Harness) {
    let shop = harness.shop().await;
    let quote = quoted(&shop).await;
    let first = lines_of(&shop, quote.quote_id).await;
    let lines = vec![LineItem::new(shop.product, 12.into(), price("9.50")), LineItem::new(shop.service, 1.into(), price("30"))];
    let later = Offer::new(day("2026-01-15"), day("2026-02-15"), lines);
    let revised = shop.session.quotes().revise(&QuoteChange { quote_id: quote.quote_id, offer: later }).await.unwrap();
    assert_eq!((revised.revision, revised.number.as_str(), revised.net), (2, "QT-2026-000001", eur("144")));
    let status = shop.session.quotes().status(quote.quote_id, day("2026-02-01")).await.unwrap();
    assert_eq!((status.revision.revision, status.state, status.quote.net), (2, QuoteState::Open, eur("144")));
    let second: Vec<_> = status.lines.iter().map(|(line, _)| line.data.clone()).collect();
    let first_lines: Vec<_> = first.iter().map(|line| line.data.clone()).collect();
    let kept =
        shop.session.quote_lines().list().filter(&QuoteLine::revision_id().eq(quote.revision_id)).unwrap().sort(&["line"]).fetch().await.unwrap();
    assert_eq!(kept, first, "the first revision is as it was");
    let changes = changes_between(&first_lines, &second);
    let sides = |change: &LineChange| {
        let side = |line: &Option<crm_core::sales::PricedLine>| line.as_ref().map(|line| (line.product_id, line.unit_price));
        (side(&change.was), side(&change.is))
    };
    assert_eq!(sides(&changes[0]), (Some((shop.product, price("10"))), Some((shop.product, price("9.50")))));
    assert_eq!(sides(&changes[1]), (Some((shop.second, price("4"))), None));
    assert_eq!(sides(&changes[2]), (None, Some((shop.service, price("30")))));
    assert_eq!(changes.len(), 3);
    let earlier = Acceptance { revision: Some(1), ..Acceptance::all(quote.quote_id, day("2026-01-20")) };
    assert_eq!(shop.session.quotes().accept(&earlier).await.unwrap().net, eur("102"), "an earlier revision is accepted if it is named");
    let latest = Acceptance { revision: Some(2), ..earlier };
    shop.refuses(Code::DocumentClosed, shop.session.quotes().accept(&latest)).await;
    shop.verify().await;
}

/// Parts of a quote are ordered until nothing is left; each has its share of the allowance, and together they have all of it.
pub async fn a_quote_is_accepted_in_parts(harness: Harness) {
    let shop = harness.shop().await;
    let quote = quoted(&shop).await;
    let lines = lines_of(&shop, quote.quote_id).await;
    let part = |amount: &str| OfferedPart { line_id: lines[0].id, quantity: quantity(amount) };
    let some = |parts| Acceptance { lines: Some(parts), ..Acceptance::all(quote.quote_id, day("2026-01-12")) };
    let first = shop.session.quotes().accept(&some(vec![part("7")])).await.unwrap();
    // 70 of 108 net are 64.81 %: 3.89 of the allowance of 6.00.
    assert_eq!((first.net, first.tax), (eur("66.11"), eur("13.88")));
    let error = shop.refuses(Code::LineExceeded, shop.session.quotes().accept(&some(vec![part("3.5")]))).await;
    assert_eq!((error.context("available"), error.context("line")), (Some("3"), Some("1")));
    shop.refuses(Code::FieldInvalid, shop.session.quotes().accept(&some(vec![part("1"), part("1")]))).await;
    shop.refuses(Code::QuoteRevisionTaken, shop.session.quotes().revise(&QuoteChange { quote_id: quote.quote_id, offer: offer(&shop) })).await;
    let status = shop.session.quotes().status(quote.quote_id, day("2026-06-01")).await.unwrap();
    assert_eq!((status.state, status.lines[0].1), (QuoteState::PartlyAccepted, quantity("7")));
    // The rest of it is lost, and comes back.
    let close = async |outcome| {
        let close = CloseQuote { quote_id: quote.quote_id, outcome, reason: "price".into() };
        shop.session.quotes().close(&close).await
    };
    close(QuoteOutcome::Lost).await.unwrap();
    shop.refuses(Code::DocumentClosed, shop.session.quotes().accept(&some(vec![part("1")]))).await;
    close(QuoteOutcome::Open).await.unwrap();
    let rest = shop.session.quotes().accept(&Acceptance::all(quote.quote_id, day("2026-01-13"))).await.unwrap();
    assert_eq!(first.net.plus(rest.net).unwrap(), quote.net, "the parts have all of the allowance");
    assert_eq!(shop.session.quotes().status(quote.quote_id, day("2026-06-01")).await.unwrap().state, QuoteState::Accepted);
    shop.refuses(Code::DocumentClosed, close(QuoteOutcome::Lost)).await;
    shop.verify().await;
}

/// A second click answers with the order that the first one made.
pub async fn accepting_twice_makes_one_order(harness: Harness) {
    let shop = harness.shop().await;
    let quote = quoted(&shop).await;
    let acceptance = Acceptance::all(quote.quote_id, day("2026-01-12"));
    let once = shop.session.quotes().accept(&acceptance).await.unwrap();
    let again = shop.session.quotes().accept(&acceptance).await.unwrap();
    assert_eq!(once, again);
    assert_eq!(shop.session.orders().count(&Filter::All).await.unwrap(), 1);
    let close = CloseOrder { order_id: once.order_id, reason: "changed their mind".into() };
    assert_eq!(shop.session.orders().close(&close).await.unwrap().state, OrderState::Cancelled);
    shop.refuses(Code::DocumentClosed, shop.session.orders().close(&close)).await;
    let open = CloseQuote { quote_id: quote.quote_id, outcome: QuoteOutcome::Open, reason: "they are back".into() };
    shop.session.quotes().close(&open).await.unwrap();
    let second = shop.session.quotes().accept(&acceptance).await.unwrap();
    assert_ne!(second.order_id, once.order_id, "what was cancelled is offered again");
    shop.verify().await;
}

/// Expiry follows from the day; it takes a right to accept nevertheless, and what people decided stays.
pub async fn an_expired_quote_needs_a_right(harness: Harness) {
    let shop = harness.shop().await;
    let (seller, session) = shop.operator("sam", &["salesperson"], &[]).await;
    let customer_id = shop.customer_of("S1", Some(seller), None).await.id;
    // At the standard rate, as what is taken off is.
    let mut customer = shop.session.customers().get(customer_id).await.unwrap();
    customer.tax_code = Some("S".into());
    shop.session.customers().update(&customer).await.unwrap();
    let quote = session.quotes().create(&NewQuote { customer_id, offer: offer(&shop) }).await.unwrap();
    assert_eq!(quote.expected_profit, None, "a salesperson sees no costs");
    let state = async |on: &str| shop.session.quotes().status(quote.quote_id, day(on)).await.unwrap().state;
    assert_eq!((state("2026-01-31").await, state("2026-02-01").await), (QuoteState::Open, QuoteState::Expired));
    let late = Acceptance::all(quote.quote_id, day("2026-02-01"));
    let error = shop.refuses(Code::QuoteExpired, session.quotes().accept(&late)).await;
    assert_eq!(error.context("valid_until"), Some("2026-01-31"));
    let lost = CloseQuote { quote_id: quote.quote_id, outcome: QuoteOutcome::Lost, reason: "price".into() };
    session.quotes().close(&lost).await.unwrap();
    assert_eq!(state("2027-01-01").await, QuoteState::Lost, "what was decided is not overwritten by time");
    shop.refuses(Code::DocumentClosed, shop.session.quotes().accept(&late)).await;
    shop.refuses(Code::FieldInvalid, session.quotes().close(&CloseQuote { outcome: QuoteOutcome::Accepted, ..lost.clone() })).await;
    session.quotes().close(&CloseQuote { outcome: QuoteOutcome::Open, ..lost }).await.unwrap();
    assert_eq!(shop.session.quotes().accept(&late).await.unwrap().net, eur("102"), "who has the right accepts at the frozen price");
    shop.verify().await;
}

/// Quotes and orders of others are not there for who cannot see the customer.
pub async fn quotes_and_orders_follow_their_customer(harness: Harness) {
    let shop = harness.shop().await;
    let (_, session) = shop.operator("sam", &["salesperson"], &[]).await;
    let quote = quoted(&shop).await;
    let order = shop.session.quotes().accept(&Acceptance::all(quote.quote_id, day("2026-01-12"))).await.unwrap();
    let missing = Code::ReferenceMissing;
    shop.refuses(missing, session.quotes().create(&NewQuote { customer_id: shop.customer, offer: offer(&shop) })).await;
    shop.refuses(missing, session.quotes().revise(&QuoteChange { quote_id: quote.quote_id, offer: offer(&shop) })).await;
    shop.refuses(missing, session.quotes().accept(&Acceptance::all(quote.quote_id, day("2026-01-12")))).await;
    shop.refuses(missing, session.orders().deliver(&OrderDelivery::all(order.order_id, shop.warehouse, day("2026-01-14")))).await;
    shop.refuses(missing, session.orders().close(&CloseOrder { order_id: order.order_id, reason: String::new() })).await;
    shop.refuses(Code::NotFound, session.quotes().status(quote.quote_id, day("2026-01-12"))).await;
    shop.refuses(Code::NotFound, session.orders().status(order.order_id)).await;
    assert_eq!(session.quotes().count(&Filter::All).await.unwrap(), 0);
    assert_eq!(session.report::<QuoteRevision>(|r| r.sum("net")).await.unwrap().len(), 1);
    let unmasked = session.report::<QuoteRevision>(|r| r.sum("expected_profit")).await;
    assert_eq!(unmasked.unwrap_err().code(), Code::FieldHidden);
}

/// An order is delivered in parts, whose documents add up to it, and is completed with the last one.
pub async fn an_order_is_delivered_in_parts(harness: Harness) {
    let shop = harness.shop().await;
    shop.receive("10", "6").await;
    shop.session.stock().receive(&shop.receipt(&[(shop.second, "2", "1")])).await.unwrap();
    let order = ordered(&shop).await;
    let first = OrderDelivery::of(order, shop.warehouse, day("2026-01-14"), parts(&shop, order, &["7"]).await);
    let first = shop.session.orders().deliver(&first).await.unwrap();
    assert_eq!((first.net, first.tax, first.cost), (eur("66.11"), eur("13.88"), Some(eur("42"))));
    let status = shop.session.orders().status(order).await.unwrap();
    assert_eq!((status.order.state, status.is_started, status.open_net), (OrderState::Open, true, eur("36.20")));
    assert_eq!((status.lines[0].delivered, status.lines[0].open().unwrap()), (quantity("7"), quantity("3")));
    let second = shop.session.orders().deliver(&OrderDelivery::all(order, shop.warehouse, day("2026-01-20"))).await.unwrap();
    assert_eq!(first.net.plus(second.net).unwrap(), eur("102"));
    assert_eq!(first.gross.plus(second.gross).unwrap(), eur("122.54"));
    let status = shop.session.orders().status(order).await.unwrap();
    assert_eq!((status.order.state, status.open_net), (OrderState::Completed, eur("0")));
    let document = shop.session.sales_documents().get(second.document_id).await.unwrap();
    assert_eq!((document.order_id, document.number.as_str()), (Some(order), "DN-2026-000002"));
    shop.refuses(Code::DocumentClosed, shop.session.orders().deliver(&OrderDelivery::all(order, shop.warehouse, day("2026-01-21")))).await;
    shop.verify().await;
}

/// More than is open is delivered only if the caller asks for it; less completes the order short.
pub async fn an_order_is_exceeded_only_on_demand_and_completed_short(harness: Harness) {
    let shop = harness.shop().await;
    shop.receive("30", "6").await;
    let order = ordered(&shop).await;
    let too_much = OrderDelivery::of(order, shop.warehouse, day("2026-01-14"), parts(&shop, order, &["11"]).await);
    let error = shop.refuses(Code::LineExceeded, shop.session.orders().deliver(&too_much)).await;
    assert_eq!((error.context("available"), error.context("requested")), (Some("10"), Some("11")));
    shop.refuses(Code::FieldInvalid, shop.session.orders().deliver(&OrderDelivery { lines: Some(Vec::new()), ..too_much.clone() })).await;
    shop.refuses(Code::FieldInvalid, shop.session.orders().deliver(&OrderDelivery { day: day("2026-01-11"), ..too_much.clone() })).await;
    let posted = shop.session.orders().deliver(&OrderDelivery { allows_excess: true, ..too_much }).await.unwrap();
    assert_eq!(posted.cost, Some(eur("66")));
    let closed = shop.session.orders().close(&CloseOrder { order_id: order, reason: "no candles".into() }).await.unwrap();
    assert_eq!(closed.state, OrderState::Completed);
    let status = shop.session.orders().status(order).await.unwrap();
    assert_eq!((status.lines[1].closed, status.open_net), (quantity("2"), eur("0")));
    assert_eq!(status.order.close_reason.as_deref(), Some("no candles"));
    shop.verify().await;
}

/// Missing stock refuses the delivery of an order, and its lines stay open.
pub async fn an_order_waits_for_its_stock(harness: Harness) {
    let shop = harness.shop().await;
    let order = ordered(&shop).await;
    let all = OrderDelivery::all(order, shop.warehouse, day("2026-01-14"));
    let error = shop.refuses(Code::InsufficientStock, shop.session.orders().deliver(&all)).await;
    assert_eq!(error.operation(), Some("orders.deliver"));
    assert_eq!(shop.session.orders().status(order).await.unwrap().order.state, OrderState::Open);
}

/// A reversed delivery leaves no profit, no stock difference and no debt, and its order is open again.
pub async fn reversing_a_delivery_reopens_its_order(harness: Harness) {
    let shop = harness.shop().await;
    shop.receive("10", "6").await;
    let order = ordered(&shop).await;
    let wanted = parts(&shop, order, &["10"]).await;
    let posted = shop.session.orders().deliver(&OrderDelivery::of(order, shop.warehouse, day("2026-01-14"), wanted.clone())).await.unwrap();
    shop.receive("5", "12").await;
    let reversal = Reversal { document_id: posted.document_id, day: day("2026-01-15"), reason: "wrong address".into() };
    let back = shop.session.sales().reverse(&reversal).await.unwrap();
    assert_eq!((back.net, back.gross, back.cost), (posted.net.negated(), posted.gross.negated(), posted.cost.map(Money::negated)));
    let document = shop.session.sales_documents().get(back.document_id).await.unwrap();
    assert_eq!((document.reverses_id, document.reason.as_deref()), (Some(posted.document_id), Some("wrong address")));
    let pool = shop.session.stock_pools().get(shop.product).await.unwrap();
    assert_eq!((pool.quantity, pool.value.shown()), (quantity("15"), Some(eur("120"))));
    shop.refuses(Code::DocumentReversed, shop.session.sales().reverse(&reversal)).await;
    let status = shop.session.orders().status(order).await.unwrap();
    assert_eq!((status.order.state, status.lines[0].delivered), (OrderState::Open, quantity("0")));
    shop.verify().await;
    let again = shop.session.orders().deliver(&OrderDelivery::of(order, shop.warehouse, day("2026-01-16"), wanted)).await.unwrap();
    assert_eq!((again.net, again.cost), (posted.net, Some(eur("80"))), "post, unpost, post comes to the same price");
    shop.verify().await;
}

/// What was agreed stays, whatever becomes of customer, product and company; the tax is that of the day of the delivery.
pub async fn an_order_keeps_its_prices_and_texts(harness: Harness) {
    let shop = harness.shop().await;
    shop.receive("10", "6").await;
    let order = ordered(&shop).await;
    let quote = shop.session.quote_revisions().list().fetch().await.unwrap().remove(0);
    let before = shop.session.sales().deliver(&shop.delivery("1", "5")).await.unwrap();
    let printed = async || {
        let delivery = shop.session.sales().render(before.document_id).await.unwrap();
        let order = shop.session.orders().render(order).await.unwrap();
        [delivery.to_string(), order.to_string(), shop.session.quotes().render(quote.id).await.unwrap().to_string()]
    };
    let first_print = printed().await;
    let mut product = shop.session.products().get(shop.product).await.unwrap();
    product.data.name = "Lamp".into();
    shop.session.products().update(&product).await.unwrap();
    let customer = shop.session.customers().get(shop.customer).await.unwrap();
    let renamed = Customer { name: "Bodega Nueva".into(), ..customer.data.clone() };
    shop.session.customers().update(&crm_core::entity::Stored { data: renamed, ..customer }).await.unwrap();
    let higher = crm_core::tax::TaxRate::new("S", "VAT", Rate::parse("25").unwrap(), day("2026-02-01"));
    shop.session.tax_rates().create(higher).await.unwrap();
    let wanted = parts(&shop, order, &["4"]).await;
    let delivery = OrderDelivery::of(order, shop.warehouse, day("2026-02-01"), wanted);
    let posted = shop.session.orders().deliver(&delivery).await.unwrap();
    // 40.00 less 2.22 of the allowance, at the rate of February.
    assert_eq!((posted.net, posted.tax), (eur("37.78"), eur("9.45")));
    let line = shop.session.sales_lines().get(shop.lines_of(posted.document_id).await[0]).await.unwrap();
    assert_eq!((line.product_name.as_str(), line.unit_price), ("Lantern", price("10")));
    let order = shop.session.orders().get(order).await.unwrap();
    assert_eq!((order.customer_name.as_str(), order.buyer.name.as_str()), ("Bodega Peña", "Bodega Peña"));
    let company = shop.session.company().get(shop.company).await.unwrap();
    let renamed = crm_core::company::Company { name: "Acme Global".into(), ..company.data.clone() };
    shop.session.company().update(&crm_core::entity::Stored { data: renamed, ..company }).await.unwrap();
    assert_eq!(printed().await, first_print, "what was issued is printed to the same bytes");
    assert!(
        first_print.iter().all(|text| text.contains("Bodega Peña") && text.contains("Acme") && !text.contains("cost") && !text.contains("profit"))
    );
    shop.verify().await;
}

/// Prices come from agreements and lists where a line names none, in the unit it names, and the line says why; the policy on prices counts.
pub async fn lines_are_priced_by_lists_and_judged_by_the_policy(harness: Harness) {
    let shop = harness.shop().await;
    shop.receive("100", "6").await;
    let session = &shop.session;
    session.product_units().create(ProductUnit::new(shop.product, "box", 12, 1)).await.unwrap();
    let list = session.price_lists().create(PriceList::new("L", "List", Currency::EUR)).await.unwrap().id;
    session.price_list_items().create(PriceListItem::new(list, shop.product, price("10"))).await.unwrap();
    let by_box = PriceListItem { unit: Some("box".into()), ..PriceListItem::new(list, shop.product, price("100")) };
    session.price_list_items().create(by_box).await.unwrap();
    let policy =
        PriceSettings { price_list_id: Some(list), below_cost: PolicyLevel::Block, beyond_discount: PolicyLevel::Block, ..PriceSettings::default() };
    session.pricing().set_settings(&policy).await.unwrap();
    let lines = vec![
        LineItem::listed(shop.product, 3.into()),
        LineItem::listed(shop.product, 2.into()).in_unit("box"),
        LineItem::new(shop.product, 1.into(), price("90")).in_unit("box"),
    ];
    let delivery = NewDelivery::new(shop.customer, shop.warehouse, day("2026-01-10"), lines);
    let posted = session.sales().deliver(&delivery).await.unwrap();
    let written = session.sales_lines().list().sort(&["line"]).fetch().await.unwrap();
    let figures: Vec<_> = written.iter().map(|l| (l.quantity, l.unit_price, l.price_quantity, l.net, l.price_source == PriceSource::Given)).collect();
    let boxed = |net: &str, of: &str, is_given| (quantity(net), price(of), quantity("12"), eur(if net == "24" { "200" } else { "90" }), is_given);
    assert_eq!(figures[0], (quantity("3"), price("10"), quantity("1"), eur("30"), false));
    assert_eq!(figures[1..], [boxed("24", "100", false), boxed("12", "90", true)]);
    assert_eq!(
        (written[1].entered_unit.as_deref(), written[1].entered_quantity, written[1].unit.as_deref()),
        (Some("box"), Some(quantity("2")), None)
    );
    assert_eq!((posted.net, posted.cost), (eur("320"), Some(eur("234"))));
    let below = NewDelivery { lines: vec![LineItem::new(shop.product, 1.into(), price("5.99"))], ..delivery.clone() };
    let warned = session.sales().deliver(&below).await.unwrap();
    assert_eq!(
        warned.price_warnings.iter().map(|w| (w.line, w.reason.as_str())).collect::<Vec<_>>(),
        [(Some(1), "below_cost"), (Some(1), "beyond_discount")]
    );
    let (seller, as_seller) = shop.operator("sam", &["salesperson"], &[]).await;
    let mine = shop.customer_of("S1", Some(seller), None).await.id;
    let error = shop.refuses(Code::PriceRefused, as_seller.sales().deliver(&NewDelivery { customer_id: mine, ..below })).await;
    assert_eq!((error.context("line"), error.context("reason")), (Some("1"), Some("beyond_discount")));
    let cheap = NewDelivery { customer_id: mine, lines: vec![LineItem::new(shop.product, 1.into(), price("9"))], ..delivery.clone() };
    let error = shop.refuses(Code::PriceRefused, as_seller.sales().deliver(&cheap)).await;
    assert_eq!(error.context("reason"), Some("beyond_discount"));
    let offer = Offer::new(day("2026-01-10"), day("2026-01-31"), cheap.lines.clone());
    shop.refuses(Code::PriceRefused, as_seller.quotes().create(&NewQuote { customer_id: mine, offer })).await;
    let unknown = NewDelivery { lines: vec![LineItem::listed(shop.second, 1.into())], ..delivery.clone() };
    shop.refuses(Code::PriceMissing, session.sales().deliver(&unknown)).await;
    let crate_of = NewDelivery { lines: vec![LineItem::listed(shop.product, 1.into()).in_unit("crate")], ..delivery };
    shop.refuses(Code::UnitUnknown, session.sales().deliver(&crate_of)).await;
    let line = shop.lines_of(posted.document_id).await[1];
    let back = session.sales().return_goods(&shop.back(posted.document_id, &[(line, "6")])).await.unwrap();
    assert_eq!(back.net, eur("-50"));
    shop.verify().await;
}

/// A quote keeps its price; who accepts it is told what changed, and takes today's prices if they ask for them.
pub async fn a_quote_is_accepted_at_its_price_or_repriced(harness: Harness) {
    let shop = harness.shop().await;
    shop.receive("10", "6").await;
    let session = &shop.session;
    let list = session.price_lists().create(PriceList::new("L", "List", Currency::EUR)).await.unwrap().id;
    let mut item = session.price_list_items().create(PriceListItem::new(list, shop.product, price("10"))).await.unwrap();
    session.pricing().set_settings(&PriceSettings { price_list_id: Some(list), ..PriceSettings::default() }).await.unwrap();
    let lines = vec![LineItem::listed(shop.product, 2.into()), LineItem::new(shop.service, 1.into(), price("5"))];
    let offer = Offer::new(day("2026-01-10"), day("2026-01-31"), lines);
    let quoted = async || session.quotes().create(&NewQuote { customer_id: shop.customer, offer: offer.clone() }).await.unwrap().quote_id;
    let (kept, repriced) = (quoted().await, quoted().await);
    assert!(session.quotes().price_changes(kept, day("2026-01-12")).await.unwrap().is_empty());
    item.unit_price = price("12");
    session.price_list_items().update(&item).await.unwrap();
    shop.receive("10", "8").await;
    let changes = session.quotes().price_changes(kept, day("2026-01-12")).await.unwrap();
    assert_eq!((changes.len(), changes[0].line, changes[0].quoted.unit_price), (1, 1, price("10")));
    assert_eq!(changes[0].today.unwrap().unit_price, price("12"));
    let order = session.quotes().accept(&Acceptance::all(kept, day("2026-01-12"))).await.unwrap();
    assert_eq!(order.net, eur("25"));
    let reasons: Vec<_> = order.price_warnings.iter().map(|w| (w.line, w.reason.as_str())).collect();
    assert_eq!(reasons, [(Some(1), "price_changed"), (Some(1), "cost_changed")]);
    let order = session.quotes().accept(&Acceptance { reprice: true, ..Acceptance::all(repriced, day("2026-01-12")) }).await.unwrap();
    assert_eq!(order.net, eur("29"));
    shop.verify().await;
}

/// What is reserved is on hand and nobody else's, until it is delivered, released, cancelled, or its time is over.
pub async fn what_is_reserved_is_nobody_elses(harness: Harness) {
    let shop = harness.shop().await;
    shop.receive("10", "6").await;
    let order = NewOrder::new(shop.customer, day("2026-01-10"), vec![LineItem::new(shop.product, 6.into(), price("10"))]);
    let order = NewOrder { warehouse_id: Some(shop.warehouse), ..order };
    let first = shop.session.orders().create(&order).await.unwrap().order_id;
    let second = shop.session.orders().create(&order).await.unwrap().order_id;
    let reserve = |order_id| Reserve { order_id, warehouse_id: None, expires_at: None };
    shop.session.orders().reserve(&reserve(first)).await.unwrap();
    shop.session.orders().reserve(&reserve(first)).await.unwrap();
    let error = shop.refuses(Code::InsufficientStock, shop.session.orders().reserve(&reserve(second))).await;
    assert_eq!((error.context("available"), error.context("requested"), error.context("line")), (Some("4"), Some("6"), Some("1")));
    let at_home = async |at: &str| {
        let found = shop.session.stock().available(shop.product, at.parse().unwrap()).await.unwrap();
        found.iter().find(|a| a.warehouse_id == shop.warehouse).map(|a| (a.on_hand, a.reserved, a.available)).unwrap()
    };
    assert_eq!(at_home("2026-01-05T09:00:00Z").await, (quantity("10"), quantity("6"), quantity("4")));
    let error = shop.refuses(Code::InsufficientStock, shop.session.sales().deliver(&shop.delivery("5", "10"))).await;
    assert_eq!(error.context("available"), Some("4"));
    shop.refuses(Code::InsufficientStock, shop.session.orders().deliver(&OrderDelivery::all(second, shop.warehouse, day("2026-01-12")))).await;
    let (stock, yard) = (shop.session.stock(), shop.session.warehouses().create(Warehouse::new("YARD", "Yard")).await.unwrap().id);
    let transfer = |from, to, amount: &str| NewTransfer::new(from, to, day("2026-01-11"), vec![TransferLine::new(shop.product, quantity(amount))]);
    let error = shop.refuses(Code::InsufficientStock, stock.transfer(&transfer(shop.warehouse, yard, "5"))).await;
    assert_eq!(error.context("available"), Some("4"));
    let sent =
        |amount: &str| NewSupplierReturn::new(shop.warehouse, day("2026-01-11"), vec![SupplierReturnLine::new(shop.product, quantity(amount))]);
    shop.refuses(Code::InsufficientStock, stock.return_to_supplier(&sent("5"))).await;
    stock.transfer(&transfer(shop.warehouse, yard, "4")).await.unwrap();
    stock.transfer(&transfer(yard, shop.warehouse, "4")).await.unwrap();
    let some = OrderDelivery::of(first, shop.warehouse, day("2026-01-12"), parts(&shop, first, &["2"]).await);
    shop.session.orders().deliver(&some).await.unwrap();
    assert_eq!(at_home("2026-01-05T09:00:00Z").await, (quantity("8"), quantity("4"), quantity("4")));
    let until = Reserve { expires_at: Some("2026-01-05T10:00:00Z".parse().unwrap()), ..reserve(first) };
    shop.session.orders().reserve(&until).await.unwrap();
    shop.refuses(Code::InsufficientStock, shop.session.sales().deliver(&shop.delivery("5", "10"))).await;
    shop.harness.clock.set("2026-01-05T10:00:00Z".parse().unwrap());
    assert_eq!(at_home("2026-01-05T10:00:00Z").await, (quantity("8"), quantity("0"), quantity("8")));
    shop.session.sales().deliver(&shop.delivery("1", "10")).await.unwrap();
    shop.session.orders().reserve(&reserve(second)).await.unwrap();
    shop.session.orders().release(&Release { order_id: second }).await.unwrap();
    shop.session.orders().reserve(&reserve(second)).await.unwrap();
    shop.session.orders().close(&CloseOrder { order_id: second, reason: "no".into() }).await.unwrap();
    shop.refuses(Code::DocumentClosed, shop.session.orders().reserve(&reserve(second))).await;
    shop.session.orders().close(&CloseOrder { order_id: first, reason: "no".into() }).await.unwrap();
    assert!(shop.dump().await["reservation"].is_empty());
    shop.verify().await;
}

/// A kit is quoted, reserved and delivered as its components, costs what they cost, and comes back as they left.
pub async fn a_kit_is_delivered_as_its_components(harness: Harness) {
    let shop = harness.shop().await;
    shop.receive("10", "6").await;
    shop.session.stock().receive(&shop.receipt(&[(shop.second, "10", "1.005")])).await.unwrap();
    let session = &shop.session;
    let kit = session.products().create(Product::kit("SET", "Lantern with candles", Currency::EUR)).await.unwrap().id;
    let order =
        NewOrder::new(shop.customer, day("2026-01-10"), vec![LineItem::new(kit, 2.into(), price("20")), LineItem::new(kit, 1.into(), price("19"))]);
    let empty = session.orders().create(&order).await.unwrap().order_id;
    shop.refuses(Code::FieldInvalid, session.orders().deliver(&OrderDelivery::all(empty, shop.warehouse, day("2026-01-12")))).await;
    session.kit_components().create(KitComponent::new(kit, shop.product, quantity("1"))).await.unwrap();
    session.kit_components().create(KitComponent::new(kit, shop.second, quantity("3"))).await.unwrap();
    let posted = session.orders().create(&order).await.unwrap();
    assert_eq!(posted.expected_profit, Some(eur("31.95")), "59 less 3 x 6, 6.03 and 3.02");
    let order_id = posted.order_id;
    session.orders().reserve(&Reserve { order_id, warehouse_id: Some(shop.warehouse), expires_at: None }).await.unwrap();
    let error = shop.refuses(Code::InsufficientStock, session.sales().deliver(&shop.delivery_of(&[(shop.second, "2", "1")]))).await;
    assert_eq!(error.context("available"), Some("1"));
    let sold = session.orders().deliver(&OrderDelivery::all(order_id, shop.warehouse, day("2026-01-12"))).await.unwrap();
    let lines = session.sales_lines().list().filter(&SalesLine::document_id().eq(sold.document_id)).unwrap().sort(&["line"]).fetch().await.unwrap();
    assert_eq!((lines.len(), lines[0].quantity, lines[0].cost.shown()), (2, quantity("2"), Some(eur("18.03"))));
    let pools = async || {
        let of = async |product| shop.session.stock_pools().get(product).await.unwrap();
        let (first, second) = (of(shop.product).await, of(shop.second).await);
        ((first.quantity, first.value.shown().unwrap()), (second.quantity, second.value.shown().unwrap()))
    };
    assert_eq!(pools().await.0, (quantity("7"), eur("42")));
    assert_eq!(pools().await.1.0, quantity("1"));
    let back = session.sales().return_goods(&shop.back(sold.document_id, &[(lines[0].id, "1")])).await.unwrap();
    assert_eq!((back.net, back.cost), (eur("-20"), Some(eur("-9.02"))));
    assert_eq!((pools().await.0.0, pools().await.1.0), (quantity("8"), quantity("4")));
    shop.verify().await;
    let reversal = Reversal { document_id: sold.document_id, day: day("2026-01-20"), reason: "wrong".into() };
    session.sales().reverse(&reversal).await.unwrap();
    assert_eq!(pools().await, ((quantity("10"), eur("60")), (quantity("10"), eur("10.05"))));
    shop.verify().await;
}

/// Prepayments of an order follow to its deliveries; what is left is freed when the order is closed. Credit counts what is ordered.
pub async fn prepayments_follow_the_order_and_credit_counts_it(harness: Harness) {
    let shop = harness.shop().await;
    let session = &shop.session;
    let order = NewOrder::new(shop.other, day("2026-01-10"), vec![LineItem::new(shop.service, 10.into(), price("10"))]);
    let order_id = session.orders().create(&order).await.unwrap().order_id;
    let prepaid = NewPayment { order_id: Some(order_id), ..NewPayment::new(shop.other, day("2026-01-11"), eur("80")) };
    let credit = session.receivables().record_payment(&prepaid).await.unwrap().open_item_id;
    let some = OrderDelivery::of(order_id, shop.warehouse, day("2026-01-12"), parts(&shop, order_id, &["5"]).await);
    let first = session.orders().deliver(&some).await.unwrap();
    assert_eq!((shop.open(first.open_item_id.unwrap()).await, shop.open(credit).await), (eur("0"), eur("-30")));
    let status = session.receivables().order_status(shop.other, order_id, eur("100"), day("2026-02-01")).await.unwrap();
    assert_eq!(status.settled, eur("80"));
    session.orders().close(&CloseOrder { order_id, reason: "enough".into() }).await.unwrap();
    assert_eq!(session.open_items().get(credit).await.unwrap().order_id, None, "what is left is the customer's for anything");
    shop.refuses(Code::DocumentClosed, session.receivables().record_payment(&prepaid)).await;
    let other = NewPayment { customer_id: shop.customer, ..prepaid };
    shop.refuses(Code::ReferenceMissing, session.receivables().record_payment(&other)).await;
    let mut company = session.company().get(shop.company).await.unwrap();
    company.credit_policy = CreditPolicy::Block;
    session.company().update(&company).await.unwrap();
    let mut customer = session.customers().get(shop.other).await.unwrap();
    (customer.currency, customer.credit_limit) = (Some(Currency::EUR), Some(eur("100")));
    session.customers().update(&customer).await.unwrap();
    // What was paid on the eleventh counts from then on.
    let order = NewOrder { day: day("2026-01-13"), ..order };
    let within = session.orders().create(&order).await.unwrap();
    let one = NewOrder { lines: vec![LineItem::new(shop.service, 4.into(), price("10"))], ..order.clone() };
    let error = shop.refuses(Code::CreditExceeded, session.orders().create(&one)).await;
    assert_eq!((error.context("limit"), error.context("exposure")), (Some("100"), Some("110")), "30 of credit, 100 ordered, 40 more");
    let warned = session.orders().create(&NewOrder { credit_override: true, ..one }).await.unwrap();
    assert_eq!(warned.credit_warning.unwrap().exposure, Some(eur("110")));
    let part = OrderDelivery::of(within.order_id, shop.warehouse, day("2026-01-14"), parts(&shop, within.order_id, &["5"]).await);
    let error = shop.refuses(Code::CreditExceeded, session.orders().deliver(&part)).await;
    assert_eq!(error.context("exposure"), Some("110"), "a delivery of what is ordered adds nothing to it");
    session.orders().deliver(&OrderDelivery { credit_override: true, ..part }).await.unwrap();
    shop.verify().await;
}
