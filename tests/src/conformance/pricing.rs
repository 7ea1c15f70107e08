//! Prices: which source wins and why, breaks, units, currencies; what customers paid before.
#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic, reason = "a suite of tests: a failed expectation is a panic")]

use crate::harness::{Harness, Shop, day, eur, price, quantity};
use crm_core::{
    Code,
    customers::CustomerGroup,
    entity::Stored,
    ids::{CustomerGroupId, PriceListId, ProductId},
    num::{Currency, Rate, RoundingMode, UnitPrice},
    pricing::{BreakBasis, CustomerPrice, PriceLine, PriceList, PriceListItem, PriceSettings, PriceSource, Priced},
    products::ProductUnit,
    sales::{NewDelivery, SalesLine},
};

async fn list(shop: &Shop, code: &str) -> PriceListId {
    shop.session.price_lists().create(PriceList::new(code, code, Currency::EUR)).await.unwrap().id
}

fn item(list: PriceListId, product: ProductId, text: &str) -> PriceListItem {
    PriceListItem::new(list, product, price(text))
}

async fn put(shop: &Shop, item: PriceListItem) -> Stored<PriceListItem> {
    shop.session.price_list_items().create(item).await.unwrap()
}

async fn agree(shop: &Shop, agreed: CustomerPrice) -> Stored<CustomerPrice> {
    shop.session.customer_prices().create(agreed).await.unwrap()
}

async fn settings(shop: &Shop, settings: PriceSettings) {
    shop.session.pricing().set_settings(&settings).await.unwrap();
    assert_eq!(shop.session.pricing().settings().await.unwrap(), settings);
}

async fn find(shop: &Shop, line: &PriceLine) -> Option<Priced> {
    shop.session.pricing().price(Some(shop.customer), day("2026-02-01"), None, line).await.unwrap()
}

/// The price of so many of the first product for the first customer.
async fn priced(shop: &Shop, amount: &str) -> Priced {
    find(shop, &PriceLine::new(shop.product, quantity(amount))).await.unwrap()
}

async fn join(shop: &Shop, group: CustomerGroupId) {
    let mut customer = shop.session.customers().get(shop.customer).await.unwrap();
    customer.group_id = Some(group);
    shop.session.customers().update(&customer).await.unwrap();
}

async fn group_with(shop: &Shop, code: &str, parent: Option<CustomerGroupId>, list: Option<PriceListId>) -> CustomerGroupId {
    let group = CustomerGroup { price_list_id: list, ..CustomerGroup::new(code, code, parent) };
    shop.session.customer_groups().create(group).await.unwrap().id
}

fn percent(text: &str) -> Rate {
    Rate::parse(text).unwrap()
}

/// Each source goes before the ones below it, and says which it is.
pub async fn the_first_source_that_has_a_price_wins(harness: Harness) {
    let shop = harness.shop().await;
    let one = PriceLine::new(shop.product, quantity("1"));
    assert_eq!(find(&shop, &one).await, None);
    let mut product = shop.session.products().get(shop.product).await.unwrap();
    product.list_price = Some(price("60"));
    shop.session.products().update(&product).await.unwrap();
    let says = async |text: &str, source: PriceSource| {
        let found = find(&shop, &one).await.unwrap();
        assert_eq!((found.unit_price, found.source), (price(text), source));
    };
    says("60", PriceSource::Product).await;

    shop.receive("10", "5").await;
    let sold = shop.deliver("2", "50").await;
    says("60", PriceSource::Product).await;
    settings(&shop, PriceSettings { uses_last_price: true, ..PriceSettings::default() }).await;
    says("50", PriceSource::LastPrice { line_id: shop.lines_of(sold.document_id).await[0] }).await;

    let company = list(&shop, "company").await;
    let of_company = put(&shop, item(company, shop.product, "40")).await;
    settings(&shop, PriceSettings { price_list_id: Some(company), uses_last_price: true, ..PriceSettings::default() }).await;
    says("40", PriceSource::CompanyList { list_id: company, item_id: of_company.id }).await;

    let (upper, nearer, empty) = (list(&shop, "upper").await, list(&shop, "nearer").await, list(&shop, "empty").await);
    let of_upper = put(&shop, item(upper, shop.product, "35")).await;
    let top = group_with(&shop, "top", None, Some(upper)).await;
    let middle = group_with(&shop, "middle", Some(top), None).await;
    let low = group_with(&shop, "low", Some(middle), Some(empty)).await;
    join(&shop, low).await;
    says("35", PriceSource::GroupList { group_id: top, list_id: upper, item_id: of_upper.id }).await;
    let mut near = shop.session.customer_groups().get(middle).await.unwrap();
    near.price_list_id = Some(nearer);
    shop.session.customer_groups().update(&near).await.unwrap();
    let of_nearer = put(&shop, item(nearer, shop.product, "30")).await;
    says("30", PriceSource::GroupList { group_id: middle, list_id: nearer, item_id: of_nearer.id }).await;

    let own = list(&shop, "own").await;
    let of_own = put(&shop, item(own, shop.product, "20")).await;
    let mut customer = shop.session.customers().get(shop.customer).await.unwrap();
    customer.price_list_id = Some(own);
    shop.session.customers().update(&customer).await.unwrap();
    says("20", PriceSource::CustomerList { list_id: own, item_id: of_own.id }).await;

    let agreed = agree(&shop, CustomerPrice::new(shop.customer, shop.product, price("10"))).await;
    says("10", PriceSource::Customer { customer_price_id: agreed.id, on: None }).await;
    // None of this is the other customer's, or the price for anyone.
    for customer in [Some(shop.other), None] {
        let found = shop.session.pricing().price(customer, day("2026-02-01"), None, &one).await.unwrap().unwrap();
        assert_eq!(found.unit_price, price("40"));
    }
}

/// An agreed discount is given on the price that the rest says, instead of that price's own.
pub async fn an_agreed_discount_is_given_on_the_price_of_the_list(harness: Harness) {
    let shop = harness.shop().await;
    let company = list(&shop, "company").await;
    settings(&shop, PriceSettings { price_list_id: Some(company), ..PriceSettings::default() }).await;
    let on_list = put(&shop, PriceListItem { discount: Some(percent("5")), ..item(company, shop.product, "11178.65") }).await;
    assert_eq!(priced(&shop, "1").await.discount, Some(percent("5")));
    let agreed = agree(&shop, CustomerPrice::discounted(shop.customer, shop.product, percent("10"), Currency::EUR)).await;
    let found = priced(&shop, "1").await;
    let on = Some(Box::new(PriceSource::CompanyList { list_id: company, item_id: on_list.id }));
    assert_eq!((found.unit_price, found.discount), (price("11178.65"), Some(percent("10"))));
    assert_eq!(found.source, PriceSource::Customer { customer_price_id: agreed.id, on });
    let amount = found.amount(quantity("1"), Currency::EUR.step(), RoundingMode::HalfUp).unwrap();
    assert_eq!((amount.gross, amount.discount, amount.net), (eur("11178.65"), eur("1117.87"), eur("10060.78")));
    // Why travels as JSON with the line.
    let kept = serde_json::to_value(&found.source).unwrap();
    assert_eq!((kept["kind"].as_str(), kept["on"]["kind"].as_str()), (Some("customer"), Some("company_list")));
    assert_eq!(serde_json::from_value::<PriceSource>(kept).unwrap(), found.source);
}

/// A break is reached by the line's quantity, or by that of the product on the document, as the list says.
pub async fn quantity_breaks_are_reached_by_line_or_by_document(harness: Harness) {
    let shop = harness.shop().await;
    let company = list(&shop, "company").await;
    settings(&shop, PriceSettings { price_list_id: Some(company), ..PriceSettings::default() }).await;
    for (from, text) in [("0", "10"), ("10", "9"), ("100", "8.5")] {
        put(&shop, PriceListItem { min_quantity: quantity(from), ..item(company, shop.product, text) }).await;
    }
    put(&shop, item(company, shop.second, "3")).await;
    for (amount, text) in [("0.000001", "10"), ("9.999999", "10"), ("10", "9"), ("99.999999", "9"), ("100", "8.5"), ("100000", "8.5")] {
        assert_eq!(priced(&shop, amount).await.unit_price, price(text), "{amount}");
    }
    let line = |product, amount: &str| PriceLine::new(product, quantity(amount));
    let lines = [line(shop.product, "6"), line(shop.second, "500"), line(shop.product, "4")];
    let prices = async || {
        let found = shop.session.pricing().price_all(Some(shop.customer), day("2026-02-01"), None, &lines).await.unwrap();
        found.into_iter().map(|p| p.unwrap().unit_price).collect::<Vec<_>>()
    };
    assert_eq!(prices().await, [price("10"), price("3"), price("10")]);
    let mut stored = shop.session.price_lists().get(company).await.unwrap();
    stored.breaks = BreakBasis::Document;
    shop.session.price_lists().update(&stored).await.unwrap();
    assert_eq!(prices().await, [price("9"), price("3"), price("9")]);
    let mut stored = shop.session.price_lists().get(company).await.unwrap();
    stored.currency = Currency::USD;
    let error = shop.refuses(Code::FieldInvalid, shop.session.price_lists().update(&stored)).await;
    assert_eq!(error.context("field"), Some("currency"), "its prices would be read as prices of another currency");
}

/// What is expired, not yet valid, inactive or in another currency says nothing; ends are included.
pub async fn only_what_is_in_force_counts(harness: Harness) {
    let shop = harness.shop().await;
    let company = list(&shop, "company").await;
    settings(&shop, PriceSettings { price_list_id: Some(company), ..PriceSettings::default() }).await;
    put(&shop, item(company, shop.product, "10")).await;
    let period = |from: &str, to: &str, text: &str| PriceListItem {
        valid_from: Some(day(from)),
        valid_to: Some(day(to)),
        ..item(company, shop.product, text)
    };
    put(&shop, period("2026-01-01", "2026-01-31", "7")).await;
    put(&shop, period("2026-02-02", "2026-02-28", "6")).await;
    put(&shop, period("2026-02-28", "2026-03-31", "5")).await;
    let on = async |text: &str| {
        let line = PriceLine::new(shop.product, quantity("1"));
        shop.session.pricing().price(Some(shop.customer), day(text), None, &line).await.unwrap().map(|p| p.unit_price)
    };
    for (text, expected) in [
        ("2025-12-31", "10"),
        ("2026-01-01", "7"),
        ("2026-01-31", "7"),
        ("2026-02-01", "10"),
        ("2026-02-02", "6"),
        ("2026-02-28", "5"),
        ("2026-03-31", "5"),
        ("2026-04-01", "10"),
    ] {
        assert_eq!(on(text).await, Some(price(expected)), "{text}");
    }
    agree(&shop, CustomerPrice { valid_to: Some(day("2026-01-31")), ..CustomerPrice::new(shop.customer, shop.product, price("1")) }).await;
    assert_eq!((on("2026-01-31").await, on("2026-02-01").await), (Some(price("1")), Some(price("10"))));
    let mut stored = shop.session.price_lists().get(company).await.unwrap();
    stored.valid_to = Some(day("2026-03-15"));
    let mut stored = shop.session.price_lists().update(&stored).await.unwrap();
    assert_eq!((on("2026-03-15").await, on("2026-03-16").await), (Some(price("5")), None));
    (stored.valid_to, stored.is_active) = (None, false);
    shop.session.price_lists().update(&stored).await.unwrap();
    assert_eq!(on("2026-02-01").await, None);
}

/// Prices are found in the currency that is asked for, and none is converted.
pub async fn prices_are_found_in_the_currency_of_the_sale(harness: Harness) {
    let shop = harness.shop().await;
    let dollars = |text: &str| UnitPrice::parse(text, Currency::USD).unwrap();
    let abroad = PriceList { prices_include_tax: true, ..PriceList::new("usd", "Abroad", Currency::USD) };
    let abroad = shop.session.price_lists().create(abroad).await.unwrap().id;
    put(&shop, PriceListItem::new(abroad, shop.product, dollars("12"))).await;
    let mut customer = shop.session.customers().get(shop.customer).await.unwrap();
    customer.price_list_id = Some(abroad);
    shop.session.customers().update(&customer).await.unwrap();
    let home = list(&shop, "home").await;
    put(&shop, item(home, shop.product, "10")).await;
    settings(&shop, PriceSettings { price_list_id: Some(home), ..PriceSettings::default() }).await;
    let line = PriceLine::new(shop.product, quantity("1"));
    let found = async |currency| shop.session.pricing().price(Some(shop.customer), day("2026-02-01"), currency, &line).await.unwrap();
    let (euro, dollar) = (found(None).await.unwrap(), found(Some(Currency::USD)).await.unwrap());
    assert_eq!((euro.unit_price, euro.includes_tax), (price("10"), false));
    assert_eq!((dollar.unit_price, dollar.includes_tax), (dollars("12"), true));
    assert_eq!(found(Some(Currency::GBP)).await, None);
    let wrong = PriceListItem::new(home, shop.product, dollars("1"));
    shop.refuses(Code::CurrencyMismatch, shop.session.price_list_items().create(wrong)).await;
}

/// A price stays in its unit, and the line in its own; only the amount is rounded.
pub async fn a_price_of_a_box_serves_lines_in_pieces_and_back(harness: Harness) {
    let shop = harness.shop().await;
    let mut product = shop.session.products().get(shop.product).await.unwrap();
    product.unit = Some("piece".into());
    shop.session.products().update(&product).await.unwrap();
    for (unit, numerator) in [("box", 12), ("pallet", 480)] {
        shop.session.product_units().create(ProductUnit::new(shop.product, unit, numerator, 1)).await.unwrap();
    }
    let company = list(&shop, "company").await;
    settings(&shop, PriceSettings { price_list_id: Some(company), ..PriceSettings::default() }).await;
    let boxes = PriceListItem { unit: Some("box".into()), ..item(company, shop.product, "100") };
    put(&shop, boxes.clone()).await;
    let amount = async |amount: &str, unit: Option<&str>| {
        let line = PriceLine { unit: unit.map(str::to_owned), ..PriceLine::new(shop.product, quantity(amount)) };
        let found = find(&shop, &line).await.unwrap();
        (found.unit.clone().unwrap(), found.amount(quantity(amount), Currency::EUR.step(), RoundingMode::HalfUp).unwrap().net)
    };
    assert_eq!(amount("12", None).await, ("box".to_owned(), eur("100")));
    assert_eq!(amount("7", Some("piece")).await, ("box".to_owned(), eur("58.33")));
    assert_eq!(amount("1", Some("pallet")).await, ("box".to_owned(), eur("4000")));
    let found = priced(&shop, "1").await;
    assert_eq!(found.in_line_unit().unwrap_err().code(), Code::UnitInexact);
    // A price of the piece goes before that of another unit, for lines in pieces; a box keeps its own.
    put(&shop, item(company, shop.product, "8.5")).await;
    assert_eq!(amount("12", None).await, ("piece".to_owned(), eur("102")));
    assert_eq!(amount("2", Some("box")).await, ("box".to_owned(), eur("200")));
    assert_eq!(amount("1", Some("pallet")).await, ("piece".to_owned(), eur("4080")));
    // A break in boxes is reached by pallets.
    put(&shop, PriceListItem { unit: Some("pallet".into()), min_quantity: quantity("2"), ..item(company, shop.product, "3900") }).await;
    assert_eq!(amount("2", Some("pallet")).await, ("pallet".to_owned(), eur("7800")));
    assert_eq!(amount("1", Some("pallet")).await, ("piece".to_owned(), eur("4080")));
    let unknown = PriceLine { unit: Some("kg".into()), ..PriceLine::new(shop.product, quantity("1")) };
    let error = shop.session.pricing().price_all(Some(shop.customer), day("2026-02-01"), None, &[unknown]).await.unwrap_err();
    assert_eq!((error.code(), error.context("line")), (Code::UnitUnknown, Some("1")));
    let wrong = PriceListItem { unit: Some("kg".into()), ..boxes };
    shop.refuses(Code::UnitUnknown, shop.session.price_list_items().create(wrong)).await;
}

/// The last price is the net one of the last delivery, exact even where it does not come out even.
pub async fn the_last_price_is_net_and_exact(harness: Harness) {
    let shop = harness.shop().await;
    settings(&shop, PriceSettings { uses_last_price: true, ..PriceSettings::default() }).await;
    shop.receive("100", "5").await;
    shop.deliver("4", "12.5").await;
    assert_eq!(priced(&shop, "1").await.unit_price, price("12.5"));
    // 7 x 1.43 = 10.01, and a return says nothing.
    let later = NewDelivery { day: day("2026-01-20"), ..shop.delivery("7", "1.43") };
    shop.session.sales().deliver(&later).await.unwrap();
    shop.session.sales().return_goods(&shop.unlinked(shop.product, "1", "99")).await.unwrap();
    assert_eq!(priced(&shop, "1").await.unit_price, price("1.43"));
    // Three for 10.00 in all, at 3.333333 each.
    let later = NewDelivery { day: day("2026-01-21"), ..shop.delivery("3", "3.333333") };
    shop.session.sales().deliver(&later).await.unwrap();
    let found = priced(&shop, "1").await;
    let net = async |amount: &str| found.amount(quantity(amount), Currency::EUR.step(), RoundingMode::HalfUp).unwrap().net;
    assert_eq!((net("3").await, net("1").await, net("6").await), (eur("10"), eur("3.33"), eur("20")));
    // On an earlier day it was another; what is delivered later does not count.
    let line = PriceLine::new(shop.product, quantity("1"));
    let earlier = shop.session.pricing().price(Some(shop.customer), day("2026-01-15"), None, &line).await.unwrap();
    assert_eq!(earlier.unwrap().unit_price, price("12.5"));
}

/// What cannot be a price is refused, and so is a customer out of reach.
pub async fn what_is_no_price_is_refused(harness: Harness) {
    let shop = harness.shop().await;
    let company = list(&shop, "company").await;
    let base = || item(company, shop.product, "1");
    for wrong in [
        PriceListItem { discount: Some(percent("100.0001")), ..base() },
        PriceListItem { discount: Some(percent("-1")), ..base() },
        PriceListItem { min_quantity: quantity("-1"), ..base() },
        PriceListItem { valid_from: Some(day("2026-02-01")), valid_to: Some(day("2026-01-31")), ..base() },
        item(company, shop.product, "-1"),
    ] {
        shop.refuses(Code::FieldInvalid, shop.session.price_list_items().create(wrong)).await;
    }
    let nothing = CustomerPrice { unit_price: None, discount: None, ..CustomerPrice::new(shop.customer, shop.product, price("1")) };
    shop.refuses(Code::FieldInvalid, shop.session.customer_prices().create(nothing)).await;
    let lost = PriceSettings { price_list_id: Some(PriceListId(shop.product.0)), ..PriceSettings::default() };
    shop.refuses(Code::ReferenceMissing, shop.session.pricing().set_settings(&lost)).await;
    let (_, sam) = shop.operator("sam", &["salesperson"], &[]).await;
    shop.refuses(Code::AccessDenied, sam.price_list_items().create(base())).await;
    shop.refuses(Code::AccessDenied, sam.pricing().set_settings(&PriceSettings::default())).await;
    let line = PriceLine::new(shop.product, quantity("1"));
    let error = sam.pricing().price(Some(shop.customer), day("2026-02-01"), None, &line).await.unwrap_err();
    assert_eq!((error.code(), error.context("field")), (Code::ReferenceMissing, Some("customer_id")));
    for (wrong, code) in [
        (PriceLine::new(shop.product, quantity("0")), Code::FieldInvalid),
        (PriceLine::new(ProductId(shop.customer.0), quantity("1")), Code::ReferenceMissing),
    ] {
        let error = shop.session.pricing().price(None, day("2026-02-01"), None, &wrong).await.unwrap_err();
        assert_eq!(error.code(), code);
    }
}

async fn on(shop: &Shop, text: &str, lines: &[(ProductId, &str, &str)]) {
    let delivery = NewDelivery { day: day(text), ..shop.delivery_of(lines) };
    shop.session.sales().deliver(&delivery).await.unwrap();
}

/// The history has the last deliveries first, net, with the margin for those who may see it.
pub async fn the_history_has_the_last_deliveries_first(harness: Harness) {
    let shop = harness.shop().await;
    shop.receive("100", "5").await;
    for (text, amount, unit_price) in [("2026-01-10", "1", "10"), ("2026-01-12", "3", "8"), ("2026-01-11", "2", "9")] {
        on(&shop, text, &[(shop.product, amount, unit_price), (shop.service, "1", "77")]).await;
    }
    let other = NewDelivery { customer_id: shop.other, day: day("2026-01-13"), ..shop.delivery("1", "1") };
    shop.session.sales().deliver(&other).await.unwrap();
    shop.session.sales().return_goods(&shop.unlinked(shop.product, "1", "8")).await.unwrap();
    let history = shop.session.pricing().price_history(shop.customer, shop.product, 10).await.unwrap();
    let seen: Vec<_> = history.iter().map(|p| (p.day.to_string(), p.quantity, p.net_price, p.number.as_str())).collect();
    let expected =
        [("2026-01-12", "3", "8", "DN-2026-000002"), ("2026-01-11", "2", "9", "DN-2026-000003"), ("2026-01-10", "1", "10", "DN-2026-000001")];
    assert_eq!(seen, expected.map(|(d, q, p, n)| (d.to_owned(), quantity(q), price(p), n)));
    assert_eq!(history[0].margin.map(|m| m.to_string()).as_deref(), Some("0.375"), "(24 - 15) / 24");
    assert_eq!(shop.session.pricing().price_history(shop.customer, shop.product, 2).await.unwrap(), history[..2]);
    // A salesperson sees their own customers, and no costs.
    let (sam, session) = shop.operator("sam", &["salesperson"], &[]).await;
    assert_eq!(session.pricing().price_history(shop.customer, shop.product, 10).await.unwrap(), []);
    let mut customer = shop.session.customers().get(shop.customer).await.unwrap();
    customer.owner_id = Some(sam);
    shop.session.customers().update(&customer).await.unwrap();
    let own = session.pricing().price_history(shop.customer, shop.product, 10).await.unwrap();
    assert_eq!((own.len(), own[0].net_price, own[0].margin), (3, price("8"), None));
    shop.refuses(Code::LimitExceeded, shop.session.pricing().price_history(shop.customer, shop.product, 1001)).await;
}

/// The basket has what a customer takes most often, with the usual quantity, and how long ago.
pub async fn the_basket_has_what_is_taken_most_often(harness: Harness) {
    let shop = harness.shop().await;
    shop.session.stock().receive(&shop.receipt(&[(shop.product, "100", "5"), (shop.second, "100", "2")])).await.unwrap();
    on(&shop, "2026-01-02", &[(shop.second, "40", "1")]).await;
    on(&shop, "2026-01-10", &[(shop.product, "5", "10"), (shop.second, "1", "3"), (shop.product, "1", "10")]).await;
    on(&shop, "2026-01-15", &[(shop.product, "2", "9")]).await;
    on(&shop, "2026-01-20", &[(shop.product, "9", "8.5"), (shop.service, "1", "4")]).await;
    on(&shop, "2026-02-20", &[(shop.product, "20", "8")]).await;
    shop.session.sales().return_goods(&shop.unlinked(shop.product, "1", "8")).await.unwrap();
    let basket = shop.session.pricing().usual_basket(shop.customer, day("2026-01-05"), day("2026-01-31")).await.unwrap();
    let seen: Vec<_> = basket.iter().map(|b| (b.product_code.as_str(), b.usual_quantity, b.times, b.days_since, b.last_price)).collect();
    // Quantities by delivery 6, 2, 9: the middle one is 6.
    let expected = [("P1", "6", 3, 11, "8.5"), ("V1", "1", 1, 11, "4"), ("P2", "1", 1, 21, "3")];
    assert_eq!(seen, expected.map(|(c, q, t, d, p)| (c, quantity(q), t, d, price(p))));
    let other = shop.session.pricing().usual_basket(shop.other, day("2026-01-05"), day("2026-01-31")).await.unwrap();
    assert_eq!(other, []);
}

/// The last delivery is there to begin the next one from, without what is no longer sold.
pub async fn the_last_delivery_is_copied_for_the_next(harness: Harness) {
    let shop = harness.shop().await;
    assert_eq!(shop.session.pricing().copy_last_delivery(shop.customer).await.unwrap(), None);
    shop.session.stock().receive(&shop.receipt(&[(shop.product, "100", "5"), (shop.second, "100", "2")])).await.unwrap();
    on(&shop, "2026-01-15", &[(shop.second, "2", "3"), (shop.service, "1", "7"), (shop.product, "4", "9.25")]).await;
    on(&shop, "2026-01-10", &[(shop.product, "1", "1")]).await;
    shop.session.sales().return_goods(&shop.unlinked(shop.product, "1", "8")).await.unwrap();
    let mut service = shop.session.products().get(shop.service).await.unwrap();
    service.is_active = false;
    shop.session.products().update(&service).await.unwrap();
    let last = shop.session.pricing().copy_last_delivery(shop.customer).await.unwrap().unwrap();
    assert_eq!((last.number.as_str(), last.day, last.inactive.as_slice()), ("DN-2026-000001", day("2026-01-15"), [shop.service].as_slice()));
    let lines: Vec<_> = last.lines.iter().map(|l| (l.product_id, l.quantity, l.unit_price, l.tax_code.as_deref())).collect();
    assert_eq!(lines, [(shop.second, quantity("2"), Some(price("3")), Some("R")), (shop.product, quantity("4"), Some(price("9.25")), Some("S"))]);
    let next = NewDelivery { lines: last.lines, day: day("2026-02-01"), ..shop.delivery("1", "1") };
    assert_eq!(shop.session.sales().deliver(&next).await.unwrap().net, eur("43"));
    let count = shop.session.sales_lines().count(&SalesLine::day().eq(day("2026-02-01"))).await.unwrap();
    assert_eq!(count, 2);
}
