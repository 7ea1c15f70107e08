//! Deliveries and returns: stock, cost, tax, profit and numbers, and an act that is done once.
#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic, reason = "a suite of tests: a failed expectation is a panic")]

use crate::harness::{Harness, Shop, day, eur, id_value, price, quantity};
use crm_core::{
    Code,
    company::Company,
    customers::Customer,
    entity::Value,
    num::{Currency, Decimal, Money, MoneyStep, Rate},
    products::{Product, ProductGroup},
    query::Filter,
    sales::{
        AllowanceCharge, AllowanceChargeSize, CreditLine, LineItem, NewCreditNote, NewDelivery, NewReturn, PayableRounding, ProfitBy, ProfitRow,
        Reversal, SalesDocument, SalesLine,
    },
    tax::{TaxGroup, TaxMethod, TaxRate},
};

/// A delivery takes goods out at their cost, and the customer owes the gross.
pub async fn a_delivery_reduces_stock_books_cost_and_creates_a_receivable(harness: Harness) {
    let shop = harness.shop().await;
    shop.receive("10", "3.00").await;
    let posted = shop.deliver("4", "5.00").await;
    assert_eq!(posted.number, "DN-2026-000001");
    assert_eq!((posted.net, posted.tax, posted.gross, posted.cost), (eur("20"), eur("4.20"), eur("24.20"), Some(eur("12"))));
    let pool = shop.session.stock_pools().get(shop.product).await.unwrap();
    assert_eq!((pool.quantity, pool.value.shown()), (quantity("6"), Some(eur("18"))));
    let item = shop.session.open_items().get(posted.open_item_id.unwrap()).await.unwrap();
    assert_eq!((item.customer_id, item.due_day, item.amount, item.open), (shop.customer, day("2026-02-09"), eur("24.20"), eur("24.20")));
    let document = shop.session.sales_documents().get(posted.document_id).await.unwrap();
    assert_eq!((document.net, document.cost.shown(), document.profit.shown()), (eur("20"), Some(eur("12")), Some(eur("8"))));
    let line = shop.session.sales_lines().list().fetch().await.unwrap().remove(0);
    assert_eq!((line.product_code.as_str(), line.tax_code.as_str(), line.tax_rate), ("P1", "S", Rate::parse("21").unwrap()));
    shop.verify().await;
}

/// Too little stock refuses the whole delivery, and says what is available.
pub async fn too_little_stock_refuses_says_what_is_available_and_changes_nothing(harness: Harness) {
    let shop = harness.shop().await;
    shop.receive("3.5", "3.00").await;
    let error = shop.refuses(Code::InsufficientStock, shop.session.sales().deliver(&shop.delivery("4", "5.00"))).await;
    assert_eq!((error.context("available"), error.context("requested"), error.context("line")), (Some("3.5"), Some("4"), Some("1")));
    assert_eq!((error.operation(), error.context("product")), (Some("sales.deliver"), Some("P1")));
    shop.verify().await;
}

/// Two lines of one product share its stock.
pub async fn the_second_line_counts_what_the_first_took(harness: Harness) {
    let shop = harness.shop().await;
    shop.receive("3", "3.00").await;
    let lines = shop.delivery_of(&[(shop.product, "2", "5"), (shop.service, "1", "5"), (shop.product, "2", "5")]);
    let error = shop.refuses(Code::InsufficientStock, shop.session.sales().deliver(&lines)).await;
    assert_eq!((error.context("available"), error.context("line")), (Some("1"), Some("3")));
}

/// A sale and its full return leave no profit, and the stock as it was, whatever was received between.
pub async fn a_linked_return_comes_back_at_its_price_and_cost(harness: Harness) {
    let shop = harness.shop().await;
    shop.receive("10", "5").await;
    let sold = shop.deliver("3", "9.99").await;
    shop.receive("10", "10").await;
    let line = shop.lines_of(sold.document_id).await[0];
    let first = shop.session.sales().return_goods(&shop.back(sold.document_id, &[(line, "1")])).await.unwrap();
    assert_eq!((first.number.as_str(), first.net, first.cost), ("RN-2026-000001", eur("-9.99"), Some(eur("-5"))));
    shop.session.sales().return_goods(&shop.back(sold.document_id, &[(line, "2")])).await.unwrap();
    let total = shop.session.sales().profit(ProfitBy::Total, &Filter::All).await.unwrap().remove(0);
    assert_eq!((total.net, total.profit, total.margin), (eur("0"), eur("0"), None));
    let pool = shop.session.stock_pools().get(shop.product).await.unwrap();
    assert_eq!((pool.quantity, pool.value.shown()), (quantity("20"), Some(eur("150"))));
    shop.verify().await;
}

/// A return takes no more back than is still out; what came back before counts.
pub async fn more_than_was_delivered_does_not_come_back(harness: Harness) {
    let shop = harness.shop().await;
    shop.receive("10", "5").await;
    let sold = shop.deliver("3", "9.99").await;
    let line = shop.lines_of(sold.document_id).await[0];
    shop.session.sales().return_goods(&shop.back(sold.document_id, &[(line, "1")])).await.unwrap();
    let too_much = shop.back(sold.document_id, &[(line, "1"), (line, "2")]);
    let error = shop.refuses(Code::ReturnExceedsDelivery, shop.session.sales().return_goods(&too_much)).await;
    assert_eq!((error.context("available"), error.context("line")), (Some("1"), Some("2")));
    let other = NewReturn { customer_id: shop.other, ..shop.back(sold.document_id, &[(line, "1")]) };
    shop.refuses(Code::ReferenceMissing, shop.session.sales().return_goods(&other)).await;
    let elsewhere = shop.deliver("1", "1").await;
    shop.refuses(Code::ReferenceMissing, shop.session.sales().return_goods(&shop.back(elsewhere.document_id, &[(line, "1")]))).await;
    shop.verify().await;
}

/// Goods without their delivery come back at the price given, today's rate and today's cost.
pub async fn an_unlinked_return_comes_back_at_todays_cost(harness: Harness) {
    let shop = harness.shop().await;
    shop.refuses(Code::CostUnknown, shop.session.sales().return_goods(&shop.unlinked(shop.product, "1", "8"))).await;
    shop.receive("2", "4").await;
    let posted = shop.session.sales().return_goods(&shop.unlinked(shop.product, "1", "8")).await.unwrap();
    assert_eq!((posted.net, posted.tax, posted.gross, posted.cost), (eur("-8"), eur("-1.68"), eur("-9.68"), Some(eur("-4"))));
    let item = shop.session.open_items().get(posted.open_item_id.unwrap()).await.unwrap();
    assert_eq!((item.amount, item.open, item.due_day), (eur("-9.68"), eur("-9.68"), day("2026-01-20")));
    let pool = shop.session.stock_pools().get(shop.product).await.unwrap();
    assert_eq!((pool.quantity, pool.value.shown()), (quantity("3"), Some(eur("12"))));
    shop.verify().await;
}

/// A service moves no stock and has no cost; a free line owes nothing.
pub async fn services_have_no_stock_and_no_cost(harness: Harness) {
    let shop = harness.shop().await;
    let posted = shop.session.sales().deliver(&shop.delivery_of(&[(shop.service, "1.5", "33.333333")])).await.unwrap();
    assert_eq!((posted.net, posted.cost), (eur("50"), Some(eur("0"))));
    let free = shop.session.sales().deliver(&shop.delivery_of(&[(shop.service, "1", "0")])).await.unwrap();
    assert_eq!((free.open_item_id, free.gross), (None, eur("0")));
    assert_eq!(shop.session.stock_movements().count(&Filter::All).await.unwrap(), 0);
    shop.verify().await;
}

/// Two customers, two months, a return: what all profit reports are about.
async fn year(shop: &Shop) {
    shop.receive("100", "2").await;
    shop.session.stock().receive(&shop.receipt(&[(shop.second, "100", "3")])).await.unwrap();
    let first = shop.delivery_of(&[(shop.product, "10", "5"), (shop.second, "5", "4"), (shop.service, "1", "30")]);
    let sold = shop.session.sales().deliver(&first).await.unwrap();
    let second = NewDelivery { customer_id: shop.other, day: day("2026-02-03"), ..shop.delivery("20", "3") };
    shop.session.sales().deliver(&second).await.unwrap();
    let line = shop.lines_of(sold.document_id).await[0];
    let back = NewReturn { day: day("2026-02-10"), ..shop.back(sold.document_id, &[(line, "4")]) };
    shop.session.sales().return_goods(&back).await.unwrap();
}

fn figures(row: &ProfitRow) -> (Value, i64, [String; 3], Option<String>) {
    let margin = row.margin.map(|m| m.round_dp(4).normalize().to_string());
    (row.group.clone(), row.count, [row.net, row.cost, row.profit].map(|m| m.amount().to_string()), margin)
}

fn row(group: Value, count: i64, figures: [&str; 3], margin: &str) -> (Value, i64, [String; 3], Option<String>) {
    (group, count, figures.map(str::to_owned), Some(margin.to_owned()))
}

/// Month, customer, customer group, salesperson, document and total are the same documents in other piles.
pub async fn profit_is_the_same_whatever_it_is_grouped_by(harness: Harness) {
    let shop = harness.shop().await;
    let group = shop.group("G", None).await;
    let mut customer = shop.session.customers().get(shop.customer).await.unwrap();
    customer.group_id = Some(group);
    customer.owner_id = Some(shop.admin);
    shop.session.customers().update(&customer).await.unwrap();
    year(&shop).await;
    let profit = async |by| shop.session.sales().profit(by, &Filter::All).await.unwrap().iter().map(figures).collect::<Vec<_>>();
    assert_eq!(profit(ProfitBy::Total).await, [row(Value::Text("EUR".into()), 3, ["140", "67", "73"], "0.5214")]);
    let (january, february) = (Value::Text("2026-01".into()), Value::Text("2026-02".into()));
    assert_eq!(profit(ProfitBy::Month).await, [row(january, 1, ["100", "35", "65"], "0.65"), row(february, 2, ["40", "32", "8"], "0.2")]);
    let (mine, theirs) = (["80", "27", "53"], ["60", "40", "20"]);
    let customers = [row(id_value(shop.customer), 2, mine, "0.6625"), row(id_value(shop.other), 1, theirs, "0.3333")];
    assert_eq!(profit(ProfitBy::Customer).await, customers);
    assert_eq!(profit(ProfitBy::CustomerGroup).await, [row(Value::Null, 1, theirs, "0.3333"), row(id_value(group), 2, mine, "0.6625")]);
    assert_eq!(profit(ProfitBy::Salesperson).await, [row(Value::Null, 1, theirs, "0.3333"), row(id_value(shop.admin), 2, mine, "0.6625")]);
    assert_eq!(profit(ProfitBy::Document).await.len(), 3);
    let of = SalesDocument::customer_id().eq(shop.other);
    assert_eq!(shop.session.sales().profit(ProfitBy::Total, &of).await.unwrap()[0].net, eur("60"));
}

/// By product and product group the lines are summed.
pub async fn profit_of_products_and_their_groups_follows_the_lines(harness: Harness) {
    let shop = harness.shop().await;
    let group = shop.session.product_groups().create(ProductGroup::new("L", "Light", None)).await.unwrap().id;
    let mut product = shop.session.products().get(shop.product).await.unwrap();
    product.group_id = Some(group);
    shop.session.products().update(&product).await.unwrap();
    year(&shop).await;
    let profit = async |by| shop.session.sales().profit(by, &Filter::All).await.unwrap().iter().map(figures).collect::<Vec<_>>();
    let lantern = ["90", "52", "38"];
    let expected = [
        row(id_value(shop.product), 3, lantern, "0.4222"),
        row(id_value(shop.second), 1, ["20", "15", "5"], "0.25"),
        row(id_value(shop.service), 1, ["30", "0", "30"], "1"),
    ];
    assert_eq!(profit(ProfitBy::Product).await, expected);
    assert_eq!(profit(ProfitBy::ProductGroup).await, [row(Value::Null, 2, ["50", "15", "35"], "0.7"), row(id_value(group), 3, lantern, "0.4222")]);
    let of = SalesLine::product_id().eq(shop.product);
    assert_eq!(shop.session.sales().profit(ProfitBy::Product, &of).await.unwrap().len(), 1);
}

async fn three_lines(harness: &Harness, company: Company) -> (Shop, [String; 3], Vec<TaxGroup>) {
    let shop = Shop::founded(harness, company).await;
    let line = (shop.service, "1", "0.12");
    let mut delivery = shop.delivery_of(&[line, line, line]);
    delivery.lines[2].tax_code = Some("R".into());
    let posted = shop.session.sales().deliver(&delivery).await.unwrap();
    let document = shop.session.sales_documents().get(posted.document_id).await.unwrap();
    shop.verify().await;
    (shop, [posted.net, posted.tax, posted.gross].map(|m| m.amount().to_string()), document.data.taxes)
}

fn bases_and_taxes(taxes: &[TaxGroup]) -> Vec<(Money, Money)> {
    taxes.iter().map(|group| (group.base, group.tax)).collect()
}

fn pairs(pairs: &[(&str, &str)]) -> Vec<(Money, Money)> {
    pairs.iter().map(|(base, tax)| (eur(base), eur(tax))).collect()
}

/// 21 % of 0.24 are 0.05, rounded once; 10 % of 0.12 are 0.01.
pub async fn tax_is_rounded_once_for_each_rate(harness: Harness) {
    let (_, figures, taxes) = three_lines(&harness, Company::new("Acme", Currency::EUR)).await;
    assert_eq!(figures, ["0.36", "0.06", "0.42"]);
    assert_eq!(bases_and_taxes(&taxes), pairs(&[("0.24", "0.05"), ("0.12", "0.01")]));
}

/// 21 % of 0.12 are 0.03, twice.
pub async fn tax_by_line_rounds_each_line(harness: Harness) {
    let company = Company { tax_method: TaxMethod::PerLine, ..Company::new("Acme", Currency::EUR) };
    let (_, figures, taxes) = three_lines(&harness, company).await;
    assert_eq!(figures, ["0.36", "0.07", "0.43"]);
    assert_eq!(bases_and_taxes(&taxes), pairs(&[("0.24", "0.06"), ("0.12", "0.01")]));
}

/// Prices that include tax are what the customer pays; the net is what is left.
pub async fn prices_with_tax_keep_their_gross(harness: Harness) {
    let company = Company { prices_include_tax: true, ..Company::new("Acme", Currency::EUR) };
    let (shop, figures, taxes) = three_lines(&harness, company).await;
    assert_eq!(figures, ["0.31", "0.05", "0.36"]);
    assert_eq!(bases_and_taxes(&taxes), pairs(&[("0.2", "0.04"), ("0.11", "0.01")]));
    let nets = shop.session.sales_lines().list().sort(&["line"]).fetch().await.unwrap();
    assert_eq!(nets.iter().map(|l| l.net).collect::<Vec<_>>(), ["0.10", "0.10", "0.11"].map(eur));
}

/// The line's code goes before the product's, that before the customer's, that before the company's; none is no tax.
pub async fn the_code_of_the_line_goes_before_product_customer_and_company(harness: Harness) {
    let company = Company { default_tax_code: Some("D".into()), ..Company::new("Acme", Currency::EUR) };
    let shop = Shop::founded(&harness, company).await;
    for (code, rate) in [("D", "1"), ("L", "2")] {
        shop.session.tax_rates().create(TaxRate::new(code, code, Rate::parse(rate).unwrap(), day("2020-01-01"))).await.unwrap();
    }
    let own = Product { tax_code: Some("R".into()), ..Product::service("V2", "V2", Currency::EUR) };
    let own = shop.session.products().create(own).await.unwrap().id;
    let mut delivery = shop.delivery_of(&[(shop.service, "1", "100"), (own, "1", "100"), (own, "1", "100")]);
    delivery.lines[2].tax_code = Some("L".into());
    assert_eq!(shop.session.sales().deliver(&delivery).await.unwrap().tax, eur("33"));
    let other = NewDelivery { customer_id: shop.other, lines: vec![LineItem::new(shop.service, 1.into(), price("100"))], ..delivery.clone() };
    assert_eq!(shop.session.sales().deliver(&other).await.unwrap().tax, eur("1"));
    delivery.lines[2].tax_code = Some("X".into());
    let error = shop.refuses(Code::TaxRateMissing, shop.session.sales().deliver(&delivery)).await;
    assert_eq!((error.context("tax_code"), error.context("line")), (Some("X"), Some("3")));
}

/// The rate is that of the document's day; a linked return keeps the rate of its delivery.
pub async fn a_rate_is_in_force_from_its_day(harness: Harness) {
    let shop = harness.shop().await;
    shop.session.tax_rates().create(TaxRate::new("S", "VAT", Rate::parse("25").unwrap(), day("2026-02-01"))).await.unwrap();
    let on = |text| NewDelivery { day: day(text), ..shop.delivery_of(&[(shop.service, "1", "100")]) };
    let january = shop.session.sales().deliver(&on("2026-01-31")).await.unwrap();
    assert_eq!(january.tax, eur("21"));
    assert_eq!(shop.session.sales().deliver(&on("2026-02-01")).await.unwrap().tax, eur("25"));
    shop.refuses(Code::TaxRateMissing, shop.session.sales().deliver(&on("2019-12-31"))).await;
    let line = shop.lines_of(january.document_id).await[0];
    let back = NewReturn { day: day("2026-03-01"), ..shop.back(january.document_id, &[(line, "1")]) };
    assert_eq!(shop.session.sales().return_goods(&back).await.unwrap().tax, eur("-21"));
    shop.verify().await;
}

/// Each kind of document has its numbers in each year, from 1, without gaps; a refused document takes none.
pub async fn numbers_run_by_kind_and_year(harness: Harness) {
    let shop = harness.shop().await;
    let on = |text| NewDelivery { day: day(text), ..shop.delivery_of(&[(shop.service, "1", "100")]) };
    let number = async |text| shop.session.sales().deliver(&on(text)).await.unwrap().number;
    assert_eq!(number("2026-01-31").await, "DN-2026-000001");
    shop.session.sales().deliver(&shop.delivery("1", "1")).await.unwrap_err();
    assert_eq!(number("2025-12-31").await, "DN-2025-000001");
    assert_eq!(number("2026-01-01").await, "DN-2026-000002");
    let back = shop.session.sales().return_goods(&shop.unlinked(shop.service, "1", "1")).await.unwrap();
    assert_eq!(back.number, "RN-2026-000001");
    shop.verify().await;
}

/// An act with a key is done once; the same key for something else is refused; without a key it is done again.
pub async fn a_key_does_an_act_once(harness: Harness) {
    let shop = harness.shop().await;
    shop.receive("10", "5").await;
    let keyed = shop.session.idempotent("order-1");
    let first = keyed.sales().deliver(&shop.delivery("2", "50")).await.unwrap();
    let after = shop.dump().await;
    assert_eq!(keyed.sales().deliver(&shop.delivery("2", "50")).await.unwrap(), first);
    assert_eq!(after, shop.dump().await);
    let error = shop.refuses(Code::IdempotencyMismatch, keyed.sales().deliver(&shop.delivery("3", "50"))).await;
    assert_eq!(error.context("key"), Some("order-1"));
    shop.refuses(Code::IdempotencyMismatch, keyed.stock().receive(&shop.receipt(&[(shop.product, "1", "1")]))).await;
    let refused = shop.session.idempotent("order-2");
    shop.refuses(Code::InsufficientStock, refused.sales().deliver(&shop.delivery("20", "50"))).await;
    shop.receive("20", "5").await;
    assert_eq!(refused.sales().deliver(&shop.delivery("20", "50")).await.unwrap().number, "DN-2026-000002");
    let customer = shop.session.idempotent("customer-1");
    let one = customer.customers().create(Customer::new("K", "K")).await.unwrap();
    assert_eq!(customer.customers().create(Customer::new("K", "K")).await.unwrap(), one);
    shop.verify().await;
}

/// An issued document never changes, whatever becomes of the customer and the product.
pub async fn a_document_keeps_what_the_customer_was_called(harness: Harness) {
    let shop = harness.shop().await;
    let posted = shop.session.sales().deliver(&shop.delivery_of(&[(shop.service, "1", "100")])).await.unwrap();
    let before = shop.session.sales_documents().get(posted.document_id).await.unwrap();
    let mut customer = shop.session.customers().get(shop.customer).await.unwrap();
    (customer.name, customer.code, customer.payment_days) = ("Renamed".into(), "C9".into(), 7);
    shop.session.customers().update(&customer).await.unwrap();
    let mut product = shop.session.products().get(shop.service).await.unwrap();
    product.name = "Renamed".into();
    shop.session.products().update(&product).await.unwrap();
    let after = shop.session.sales_documents().get(posted.document_id).await.unwrap();
    assert_eq!(before, after);
    assert_eq!((after.customer_code.as_str(), after.customer_name.as_str()), ("C1", "Bodega Peña"));
    let line = shop.session.sales_lines().list().fetch().await.unwrap().remove(0);
    assert_eq!(line.product_name, "Assembly");
}

/// Discounts in percent and as amounts, charges, and a price for a hundred; each printed amount is rounded once.
pub async fn discounts_and_charges_are_printed_amounts(harness: Harness) {
    let shop = harness.shop().await;
    let item = |quantity: i32, unit_price: &str| LineItem::new(shop.service, quantity.into(), price(unit_price));
    let lines = vec![
        item(1, "11178.65").less(Rate::parse("10").unwrap()),
        LineItem { discount: Some(eur("1.50")), charge: Some(eur("0.75")), ..item(3, "9.99") },
        LineItem { price_quantity: 100.into(), ..item(250, "12.345") },
        LineItem { given_net: Some(eur("6912.37")), ..item(2100, "3.2916") },
        item(-1, "5"),
    ];
    let delivery = NewDelivery::new(shop.other, shop.warehouse, day("2026-01-10"), lines);
    let posted = shop.session.sales().deliver(&delivery).await.unwrap();
    let lines = shop.session.sales_lines().list().sort(&["line"]).fetch().await.unwrap();
    let figures: Vec<_> = lines.iter().map(|l| (l.discount, l.charge, l.net)).collect();
    let expected = [("1117.87", "0", "10060.78"), ("1.50", "0.75", "29.22"), ("0", "0", "30.86"), ("0", "0", "6912.37"), ("0", "0", "-5")];
    assert_eq!(figures, expected.map(|(d, c, n)| (eur(d), eur(c), eur(n))));
    assert_eq!(posted.net, eur("17028.23"));
    let refused = |line: LineItem| NewDelivery { lines: vec![line], ..delivery.clone() };
    let wrong = [
        LineItem { discount_percent: Some(Rate::parse("100.01").unwrap()), ..item(1, "1") },
        LineItem { discount: Some(eur("-1")), ..item(1, "1") },
        LineItem { charge: Some(eur("-1")), ..item(1, "1") },
        LineItem { price_quantity: 0.into(), ..item(1, "1") },
        LineItem::new(shop.product, (-1).into(), price("1")),
        LineItem::new(shop.product, 1.into(), price("-1")),
        item(0, "1"),
    ];
    for line in wrong {
        shop.refuses(Code::FieldInvalid, shop.session.sales().deliver(&refused(line))).await;
    }
    shop.verify().await;
}

/// Allowances and charges are taxed with the lines of their category and rate, and spread over them for the profit.
pub async fn allowances_and_charges_enter_the_base_of_their_rate(harness: Harness) {
    let shop = harness.shop().await;
    shop.receive("3", "5").await;
    let allowance_charges = vec![
        AllowanceCharge::allowance("season", eur("10"), "S"),
        AllowanceCharge {
            reason: "freight".into(),
            size: AllowanceChargeSize::Percent(Rate::parse("5").unwrap()),
            tax_code: Some("R".into()),
            is_split: false,
        },
    ];
    let mut delivery = shop.delivery_of(&[(shop.product, "1", "10.01"), (shop.product, "1", "10.01"), (shop.product, "1", "10.01")]);
    delivery.lines.push(LineItem { tax_code: Some("R".into()), ..LineItem::new(shop.service, 1.into(), price("100")) });
    let posted = shop.session.sales().deliver(&NewDelivery { allowance_charges: allowance_charges.clone(), ..delivery.clone() }).await.unwrap();
    // 30.03 - 10.00 at 21 % and 100.00 + 5.00 at 10 %.
    assert_eq!((posted.net, posted.tax), (eur("125.03"), eur("14.71")));
    let lines = shop.session.sales_lines().list().sort(&["line"]).fetch().await.unwrap();
    let revenues: Vec<_> = lines.iter().map(|l| (l.net, l.revenue, l.profit.shown().unwrap())).collect();
    let third = |revenue: &str, profit: &str| (eur("10.01"), eur(revenue), eur(profit));
    assert_eq!(revenues, [third("6.67", "1.67"), third("6.68", "1.68"), third("6.68", "1.68"), (eur("100"), eur("105"), eur("105"))]);
    let document = shop.session.sales_documents().get(posted.document_id).await.unwrap();
    assert_eq!(document.allowance_charges.iter().map(|a| a.net).collect::<Vec<_>>(), [eur("-10"), eur("5")]);
    assert_eq!(document.lines_net, eur("130.03"));
    let by_product = shop.session.sales().profit(ProfitBy::Product, &Filter::All).await.unwrap();
    assert_eq!(by_product.iter().map(|row| row.net.amount()).sum::<Decimal>(), posted.net.amount(), "products and documents agree");
    let unclear = vec![AllowanceCharge { tax_code: None, ..allowance_charges[0].clone() }];
    shop.refuses(Code::FieldInvalid, shop.session.sales().deliver(&NewDelivery { allowance_charges: unclear, ..delivery.clone() })).await;
    let unknown = vec![AllowanceCharge { tax_code: Some("Q".into()), ..allowance_charges[0].clone() }];
    shop.refuses(Code::TaxRateMissing, shop.session.sales().deliver(&NewDelivery { allowance_charges: unknown, ..delivery })).await;
    shop.verify().await;
}

/// Rounding of cash changes what is owed, and neither net nor tax.
pub async fn the_amount_to_pay_is_rounded_without_tax(harness: Harness) {
    let shop = harness.shop().await;
    let delivery = |payable_rounding| NewDelivery { payable_rounding, ..shop.delivery_of(&[(shop.service, "1", "10.01")]) };
    let rappen = PayableRounding::To(MoneyStep::new(Decimal::new(5, 2)).unwrap());
    let posted = shop.session.sales().deliver(&delivery(rappen)).await.unwrap();
    assert_eq!((posted.net, posted.tax, posted.gross, posted.payable), (eur("10.01"), eur("2.10"), eur("12.11"), eur("12.10")));
    assert_eq!(shop.open(posted.open_item_id.unwrap()).await, eur("12.10"));
    let given = shop.session.sales().deliver(&delivery(PayableRounding::By(eur("-0.11")))).await.unwrap();
    assert_eq!(given.payable, eur("12"));
    shop.refuses(Code::FieldInvalid, shop.session.sales().deliver(&delivery(PayableRounding::By(eur("1"))))).await;
    shop.verify().await;
}

/// A credit note lowers revenue and debt at the tax of the delivery; stock and cost stay, and no line is credited beyond what it brought.
pub async fn a_credit_note_gives_money_back_and_leaves_the_goods(harness: Harness) {
    let shop = harness.shop().await;
    shop.receive("10", "5").await;
    let sold = shop.deliver("4", "10").await;
    let line = shop.lines_of(sold.document_id).await[0];
    let before = shop.dump().await;
    let note = |net: &str| NewCreditNote {
        delivery_id: Some(sold.document_id),
        ..NewCreditNote::new(shop.customer, day("2026-01-20"), "scratched", vec![CreditLine::linked(line, eur(net))])
    };
    let credit = shop.session.sales().credit(&note("10")).await.unwrap();
    assert_eq!((credit.number.as_str(), credit.net, credit.tax, credit.cost), ("CN-2026-000001", eur("-10"), eur("-2.10"), Some(eur("0"))));
    for table in ["stock_pool", "stock_movement", "stock_balance"] {
        assert_eq!(shop.dump().await[table], before[table], "{table}");
    }
    let error = shop.refuses(Code::LineExceeded, shop.session.sales().credit(&note("30.01"))).await;
    assert_eq!(error.context("available"), Some("30"));
    let back = shop.session.sales().return_goods(&shop.back(sold.document_id, &[(line, "4")])).await.unwrap();
    assert_eq!((back.net, back.tax, back.cost), (eur("-30"), eur("-6.30"), Some(eur("-20"))), "what was credited does not come back once more");
    let total = shop.session.sales().profit(ProfitBy::Total, &Filter::All).await.unwrap().remove(0);
    assert_eq!((total.net, total.cost, total.profit), (eur("0"), eur("0"), eur("0")));
    let free = vec![CreditLine::free(LineItem::new(shop.service, 1.into(), price("7")))];
    let bonus = shop.session.sales().credit(&NewCreditNote::new(shop.customer, day("2026-01-21"), "bonus", free)).await.unwrap();
    assert_eq!((bonus.net, bonus.tax), (eur("-7"), eur("-1.47")));
    let other = NewCreditNote { customer_id: shop.other, ..note("1") };
    shop.refuses(Code::ReferenceMissing, shop.session.sales().credit(&other)).await;
    shop.refuses(Code::ReferenceMissing, shop.session.sales().credit(&NewCreditNote { delivery_id: None, ..note("1") })).await;
    shop.verify().await;
}

/// Goods that come back for a replacement move stock at their cost, and nobody owes less.
pub async fn a_replacement_moves_stock_and_no_money(harness: Harness) {
    let shop = harness.shop().await;
    shop.receive("10", "5").await;
    let sold = shop.deliver("4", "10").await;
    let line = shop.lines_of(sold.document_id).await[0];
    let back = NewReturn { is_credited: false, ..shop.back(sold.document_id, &[(line, "1")]) };
    let posted = shop.session.sales().return_goods(&back).await.unwrap();
    assert_eq!((posted.net, posted.gross, posted.open_item_id, posted.cost), (eur("0"), eur("0"), None, Some(eur("-5"))));
    let replacement = shop.deliver("1", "0").await;
    assert_eq!((replacement.gross, replacement.cost), (eur("0"), Some(eur("5"))));
    let total = shop.session.sales().profit(ProfitBy::Total, &Filter::All).await.unwrap().remove(0);
    assert_eq!((total.net, total.cost), (eur("40"), eur("20")));
    shop.verify().await;
}

/// A copy has the lines of the document at their prices, and is posted like any other.
pub async fn a_copy_is_the_start_of_a_new_delivery(harness: Harness) {
    let shop = harness.shop().await;
    shop.receive("10", "5").await;
    let mut delivery = shop.delivery("2", "10");
    let line = delivery.lines.remove(0).less(Rate::parse("50").unwrap());
    delivery.lines.push(LineItem { text: Some("Lantern, red".into()), ..line });
    let sold = shop.session.sales().deliver(&delivery).await.unwrap();
    let copy = shop.session.sales().copy(sold.document_id, day("2026-02-01")).await.unwrap();
    let again = shop.session.sales().deliver(&copy).await.unwrap();
    assert_eq!((again.net, again.tax, again.cost), (sold.net, sold.tax, sold.cost));
    let line = shop.session.sales_lines().get(shop.lines_of(again.document_id).await[0]).await.unwrap();
    assert_eq!((line.product_name.as_str(), line.day), ("Lantern, red", day("2026-02-01")));
}

/// A return or credit note that was a mistake is undone at its figures: stock, cost and debt are as if it had not been, and it can be made anew.
pub async fn a_return_or_credit_note_is_undone_at_its_figures(harness: Harness) {
    let shop = harness.shop().await;
    shop.receive("10", "5").await;
    let sold = shop.deliver("4", "10").await;
    let line_id = shop.lines_of(sold.document_id).await[0];
    let receivable = sold.open_item_id.unwrap();
    let back = shop.session.sales().return_goods(&shop.back(sold.document_id, &[(line_id, "3")])).await.unwrap();
    let lines = vec![CreditLine::linked(line_id, eur("4"))];
    let note = NewCreditNote { delivery_id: Some(sold.document_id), ..NewCreditNote::new(shop.customer, day("2026-01-21"), "late", lines) };
    let note = shop.session.sales().credit(&note).await.unwrap();
    shop.receive("1", "50").await;
    assert_eq!(shop.open(receivable).await, eur("7.26"));
    let undo = |document_id| Reversal { document_id, day: day("2026-01-25"), reason: "mistake".into() };
    let undone = shop.session.sales().reverse(&undo(back.document_id)).await.unwrap();
    assert_eq!((undone.number.as_str(), undone.net, undone.tax, undone.cost), ("DN-2026-000002", eur("30"), eur("6.30"), Some(eur("15"))));
    let credited = shop.session.sales().reverse(&undo(note.document_id)).await.unwrap();
    assert_eq!((credited.net, credited.gross, credited.cost), (eur("4"), eur("4.84"), Some(eur("0"))));
    for document in [back.document_id, note.document_id] {
        shop.refuses(Code::DocumentReversed, shop.session.sales().reverse(&undo(document))).await;
    }
    let total = shop.session.sales().profit(ProfitBy::Total, &Filter::All).await.unwrap().remove(0);
    assert_eq!((total.net, total.cost), (eur("40"), eur("20")));
    assert_eq!(shop.session.receivables().balance(shop.customer, day("2026-02-01"), Currency::EUR).await.unwrap(), eur("48.40"));
    let again = shop.session.sales().return_goods(&shop.back(sold.document_id, &[(line_id, "4")])).await.unwrap();
    assert_eq!((again.net, again.cost), (eur("-40"), Some(eur("-20"))), "all of it can come back again");
    shop.verify().await;
}
