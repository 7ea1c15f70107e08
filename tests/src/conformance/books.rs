//! Combinations that people reported of other systems: parts and signs, percentages and tax inside, exempt customers, what teaches prices, copies,
//! and what a return can say. The scripts of the reports call the Python package; these are their rules.
#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic, reason = "a suite of tests: a failed expectation is a panic")]

use crate::harness::{Harness, Shop, day, eur, price, quantity};
use crm_core::{
    Code,
    customers::Customer,
    ids::{CustomerId, ProductId, SalesDocumentId, SalesOrderId},
    num::{Currency, Money, Rate},
    pricing::{PriceLine, PriceList, PriceListItem, PriceSettings},
    products::{KitComponent, Product, ProductUnit},
    sales::{
        Acceptance, AllowanceCharge, AllowanceChargeSize, CloseOrder, CloseQuote, CreditLine, LineItem, LinkedReturn, NewCreditNote, NewDelivery,
        NewOrder, NewQuote, NewReturn, Offer, OrderDelivery, OrderState, OrderedPart, QuoteOutcome, ReturnLine, Reversal, SalesPosted,
        UnlinkedReturn,
    },
    tax::{TaxCategory, TaxRate, TaxReplacement},
};

fn adjustment(reason: &str, amount: &str) -> AllowanceCharge {
    AllowanceCharge { reason: reason.into(), size: AllowanceChargeSize::Amount(eur(amount)), tax_code: None, is_split: false }
}

fn percent(percent: &str) -> AllowanceCharge {
    let size = AllowanceChargeSize::Percent(Rate::parse(percent).unwrap());
    AllowanceCharge { reason: "discount".into(), size, tax_code: None, is_split: false }
}

fn item(product: ProductId, amount: &str, unit_price: &str) -> LineItem {
    LineItem::new(product, quantity(amount), price(unit_price))
}

impl Shop {
    async fn code(&self, code: &str, category: TaxCategory, rate: &str) {
        let rate = TaxRate { category, ..TaxRate::new(code, code, Rate::parse(rate).unwrap(), day("2020-01-01")) };
        self.session.tax_rates().create(rate).await.unwrap();
    }

    /// A customer with a tax code of their own.
    async fn taxed(&self, code: &str, tax_code: &str) -> CustomerId {
        let customer = Customer { tax_code: Some(tax_code.into()), ..Customer::new(code, code) };
        self.session.customers().create(customer).await.unwrap().id
    }

    async fn sell(&self, lines: Vec<LineItem>, allowance_charges: Vec<AllowanceCharge>) -> SalesPosted {
        self.session.sales().deliver(&self.sale(lines, allowance_charges)).await.unwrap()
    }

    fn sale(&self, lines: Vec<LineItem>, allowance_charges: Vec<AllowanceCharge>) -> NewDelivery {
        NewDelivery { allowance_charges, ..NewDelivery::new(self.customer, self.warehouse, day("2026-01-10"), lines) }
    }

    async fn order(&self, lines: Vec<LineItem>, allowance_charges: Vec<AllowanceCharge>) -> SalesOrderId {
        let order = NewOrder { allowance_charges, ..NewOrder::new(self.customer, day("2026-01-05"), lines) };
        self.session.orders().create(&order).await.unwrap().order_id
    }

    /// Delivers parts of an order, by the numbers of its lines.
    async fn part(&self, order_id: SalesOrderId, parts: &[(usize, &str)]) -> SalesPosted {
        let status = self.session.orders().status(order_id).await.unwrap();
        let parts = parts.iter().map(|(line, amount)| OrderedPart::new(status.lines[*line - 1].id, quantity(amount))).collect();
        self.session.orders().deliver(&OrderDelivery::of(order_id, self.warehouse, day("2026-01-11"), parts)).await.unwrap()
    }

    async fn rest(&self, order_id: SalesOrderId) -> SalesPosted {
        self.session.orders().deliver(&OrderDelivery::all(order_id, self.warehouse, day("2026-01-12"))).await.unwrap()
    }

    async fn undo(&self, document_id: SalesDocumentId) -> SalesPosted {
        let reversal = Reversal { document_id, day: day("2026-01-20"), reason: "wrong".into() };
        self.session.sales().reverse(&reversal).await.unwrap()
    }

    /// Takes one line of a delivery back.
    async fn back_of(&self, document: SalesDocumentId, line: usize, change: impl FnOnce(LinkedReturn) -> LinkedReturn) -> SalesPosted {
        self.session.sales().return_goods(&self.one_back(document, line, change).await).await.unwrap()
    }

    async fn one_back(&self, document: SalesDocumentId, line: usize, change: impl FnOnce(LinkedReturn) -> LinkedReturn) -> NewReturn {
        let line_id = self.lines_of(document).await[line - 1];
        let back = LinkedReturn::new(line_id, quantity("1"));
        let lines = vec![ReturnLine::Linked(change(back))];
        NewReturn { delivery_id: Some(document), ..NewReturn::new(self.customer, self.warehouse, day("2026-01-20"), lines) }
    }
}

/// An amount of a whole order falls on its parts in proportion, whatever their signs, and never more than the whole.
pub async fn amounts_of_an_order_are_shared_over_its_parts(harness: Harness) {
    let shop = harness.shop().await;
    shop.receive("100", "1").await;
    let (goods, voucher) = (|amount, unit_price| item(shop.product, amount, unit_price), || item(shop.service, "-1", "90"));
    // Free goods: by quantity.
    let free = shop.order(vec![goods("2", "0")], vec![adjustment("freight", "15")]).await;
    assert_eq!([shop.part(free, &[(1, "1")]).await.net, shop.rest(free).await.net], [eur("7.50"), eur("7.50")]);
    // Goods less a voucher: by what each comes to.
    let order = shop.order(vec![goods("1", "100"), voucher()], vec![adjustment("freight", "15")]).await;
    assert_eq!([shop.part(order, &[(1, "1")]).await.net, shop.part(order, &[(2, "-1")]).await.net], [eur("107.89"), eur("-82.89")]);
    assert_eq!(shop.session.orders().status(order).await.unwrap().order.state, OrderState::Completed);
    let even = shop.order(vec![goods("1", "90"), voucher()], vec![adjustment("freight", "15")]).await;
    assert_eq!(shop.rest(even).await.net, eur("15"));
    // A voucher is delivered once.
    let twice = shop.order(vec![goods("2", "100"), voucher()], vec![]).await;
    assert_eq!([shop.part(twice, &[(1, "1"), (2, "-1")]).await.net, shop.rest(twice).await.net], [eur("10"), eur("100")]);
    let status = shop.session.orders().status(twice).await.unwrap();
    assert_eq!((status.order.state, status.open_net), (OrderState::Completed, eur("0")));
    // What is taken back goes on with the next part, to the cent.
    let order = shop.order(vec![goods("3", "20")], vec![adjustment("rebate", "-10")]).await;
    let parts = [shop.part(order, &[(1, "1")]).await, shop.part(order, &[(1, "1")]).await, shop.part(order, &[(1, "1")]).await];
    assert_eq!(parts.each_ref().map(|part| part.net), [eur("16.67"), eur("16.66"), eur("16.67")]);
    shop.undo(parts[1].document_id).await;
    assert_eq!(shop.rest(order).await.net, eur("16.66"));
    // More than was ordered takes no more off.
    let order = shop.order(vec![goods("10", "10")], vec![adjustment("rebate", "-10")]).await;
    let status = shop.session.orders().status(order).await.unwrap();
    let more = vec![OrderedPart::new(status.lines[0].id, quantity("12"))];
    let more = OrderDelivery { allows_excess: true, ..OrderDelivery::of(order, shop.warehouse, day("2026-01-11"), more) };
    assert_eq!(shop.session.orders().deliver(&more).await.unwrap().net, eur("110"));
    shop.verify().await;
}

/// The same from a quote to its orders.
pub async fn amounts_of_a_quote_are_shared_over_its_orders(harness: Harness) {
    let shop = harness.shop().await;
    let offer = Offer {
        allowance_charges: vec![adjustment("handling", "9")],
        ..Offer::new(day("2026-01-05"), day("2026-02-05"), vec![item(shop.product, "3", "0")])
    };
    let quote_id = shop.session.quotes().create(&NewQuote { customer_id: shop.customer, offer }).await.unwrap().quote_id;
    let order = shop.session.quotes().accept(&Acceptance::all(quote_id, day("2026-01-06"))).await.unwrap();
    assert_eq!(order.net, eur("9"));
    // What was cancelled is offered again with its share.
    let close = CloseOrder { order_id: order.order_id, reason: "too late".into() };
    shop.session.orders().close(&close).await.unwrap();
    let again = CloseQuote { quote_id, outcome: QuoteOutcome::Open, reason: "asked again".into() };
    shop.session.quotes().close(&again).await.unwrap();
    assert_eq!(shop.session.quotes().accept(&Acceptance::all(quote_id, day("2026-01-07"))).await.unwrap().net, eur("9"));
}

/// A percentage of the document is the same with tax inside and without.
pub async fn a_percentage_is_the_same_with_tax_and_without(harness: Harness) {
    let shop = harness.shop().await;
    shop.receive("100", "1").await;
    let line = |unit_price, includes_tax| LineItem { includes_tax: Some(includes_tax), ..item(shop.product, "1", unit_price) };
    for prices_include_tax in [false, true] {
        let mut company = shop.session.company().get(shop.company).await.unwrap();
        company.prices_include_tax = prices_include_tax;
        shop.session.company().update(&company).await.unwrap();
        for line in [line("121", true), line("100", false)] {
            assert_eq!(shop.sell(vec![line.clone()], vec![percent("-20")]).await.gross, eur("96.80"));
            assert_eq!(shop.sell(vec![line.clone()], vec![percent("-100")]).await.gross, eur("0"));
        }
        let both = shop.sell(vec![line("121", true), line("100", false)], vec![percent("-20")]).await;
        assert_eq!(both.gross, eur("193.60"));
        let document = shop.session.sales_documents().get(both.document_id).await.unwrap();
        let amount = if prices_include_tax { "-48.40" } else { "-40" };
        assert_eq!(document.allowance_charges.iter().map(|a| (a.net, a.amount)).collect::<Vec<_>>(), [(eur("-40"), eur(amount))]);
    }
    shop.verify().await;
}

/// Without a tax code an allowance or charge is taxed as the lines are; where they differ, it is split if that is allowed, and refused otherwise.
pub async fn allowances_are_taxed_as_the_lines_are(harness: Harness) {
    let shop = harness.shop().await;
    shop.code("K", TaxCategory::IntraCommunity, "0").await;
    let exempt = shop.taxed("EU", "K").await;
    let sale = |customer_id, lines, allowance_charges| NewDelivery { customer_id, ..shop.sale(lines, allowance_charges) };
    for (adjusted, net) in [(adjustment("rebate", "-10"), "90"), (adjustment("freight", "10"), "110"), (percent("-10"), "90")] {
        let posted = shop.session.sales().deliver(&sale(exempt, vec![item(shop.service, "1", "100")], vec![adjusted])).await.unwrap();
        assert_eq!((posted.net, posted.tax), (eur(net), eur("0")));
        let document = shop.session.sales_documents().get(posted.document_id).await.unwrap();
        assert_eq!(document.taxes.iter().map(|group| (group.code.as_str(), group.base)).collect::<Vec<_>>(), [("K", eur(net))]);
    }
    let (standard, reduced) = (item(shop.service, "1", "100"), LineItem { tax_code: Some("R".into()), ..item(shop.service, "1", "50") });
    let mixed = |adjusted| shop.sale(vec![standard.clone(), reduced.clone()], vec![adjusted]);
    for adjusted in [adjustment("rebate", "-15"), percent("-10")] {
        let error = shop.refuses(Code::FieldInvalid, shop.session.sales().deliver(&mixed(adjusted.clone()))).await;
        assert_eq!((error.context("field"), error.context("tax_codes")), (Some("tax_code"), Some("S, R")));
        let posted = shop.session.sales().deliver(&mixed(AllowanceCharge { is_split: true, ..adjusted })).await.unwrap();
        assert_eq!((posted.net, posted.tax), (eur("135"), eur("23.40")));
        let document = shop.session.sales_documents().get(posted.document_id).await.unwrap();
        assert_eq!(document.allowance_charges.iter().map(|a| a.net).collect::<Vec<_>>(), [eur("-10"), eur("-5")]);
    }
    let of_none = AllowanceCharge { tax_code: Some("R".into()), ..percent("-10") };
    let error = shop.refuses(Code::FieldInvalid, shop.session.sales().deliver(&shop.sale(vec![standard], vec![of_none]))).await;
    assert_eq!(error.context("tax_codes"), Some("S"));
    shop.verify().await;
}

/// A customer who is exempt pays no tax, whatever the product's code; other codes are replaced by the customer's tax profile, from a day on.
pub async fn the_tax_of_the_customer_comes_before_the_products(harness: Harness) {
    let shop = harness.shop().await;
    let product = Product { tax_code: Some("R".into()), ..Product::service("FOOD", "Food", Currency::EUR) };
    let food = shop.session.products().create(product).await.unwrap().id;
    let tax_of = async |customer_id, on: &str| {
        let delivery = NewDelivery::new(customer_id, shop.warehouse, day(on), vec![item(food, "1", "100")]);
        shop.session.sales().deliver(&delivery).await.unwrap()
    };
    let exempt_codes = [
        ("K", TaxCategory::IntraCommunity),
        ("G", TaxCategory::Export),
        ("AE", TaxCategory::ReverseCharge),
        ("E", TaxCategory::Exempt),
        ("O", TaxCategory::OutOfScope),
    ];
    for (code, category) in exempt_codes {
        shop.code(code, category, "0").await;
        let customer = shop.taxed(code, code).await;
        assert_eq!(tax_of(customer, "2026-01-10").await.tax, eur("0"), "{code}");
        let said = LineItem { tax_code: Some("S".into()), ..item(food, "1", "100") };
        let said = shop.session.sales().deliver(&NewDelivery::new(customer, shop.warehouse, day("2026-01-10"), vec![said])).await.unwrap();
        assert_eq!(said.tax, eur("21"), "who says a code means it");
    }
    let replaced = |code: &str| TaxReplacement { profile: "islands".into(), code: code.into() };
    let rate = TaxRate {
        category: TaxCategory::CanaryIslands,
        replaces: vec![replaced("R")],
        exemption_reason: Some("Ley 20/1991".into()),
        ..TaxRate::new("IGIC", "IGIC 3 %", Rate::parse("3").unwrap(), day("2026-01-15"))
    };
    shop.session.tax_rates().create(rate).await.unwrap();
    let islands = Customer { tax_profile: Some("islands".into()), ..Customer::new("TF", "Tenerife") };
    let islands = shop.session.customers().create(islands).await.unwrap().id;
    assert_eq!(tax_of(islands, "2026-01-14").await.tax, eur("10"), "not yet in force");
    let posted = tax_of(islands, "2026-01-15").await;
    assert_eq!(posted.tax, eur("3"));
    let document = shop.session.sales_documents().get(posted.document_id).await.unwrap();
    assert_eq!((document.taxes[0].code.as_str(), document.taxes[0].exemption_reason.as_deref()), ("IGIC", Some("Ley 20/1991")));
    shop.verify().await;
}

/// What was given away, taken back as a whole, or undoes a return says nothing about prices.
pub async fn only_what_was_sold_teaches_prices(harness: Harness) {
    let shop = harness.shop().await;
    shop.receive("100", "1").await;
    let settings = PriceSettings { uses_last_price: true, ..PriceSettings::default() };
    shop.session.pricing().set_settings(&settings).await.unwrap();
    let next = async || {
        let wanted = PriceLine::new(shop.product, quantity("1"));
        shop.session.pricing().price(Some(shop.customer), day("2026-03-01"), None, &wanted).await.unwrap().map(|found| found.unit_price)
    };
    let sold = shop.sell(vec![item(shop.product, "1", "45")], vec![]).await;
    shop.sell(vec![item(shop.product, "1", "0")], vec![]).await;
    shop.sell(vec![item(shop.product, "1", "45").less(Rate::parse("100").unwrap())], vec![]).await;
    shop.sell(vec![item(shop.product, "1", "45")], vec![percent("-100")]).await;
    let wrong = shop.sell(vec![item(shop.product, "1", "5")], vec![]).await;
    assert_eq!(next().await, Some(price("5")));
    shop.undo(wrong.document_id).await;
    assert_eq!(next().await, Some(price("45")));
    let back = shop.session.sales().return_goods(&shop.one_back(sold.document_id, 1, |back| back).await).await.unwrap();
    shop.undo(back.document_id).await;
    let history = shop.session.pricing().price_history(shop.customer, shop.product, 10).await.unwrap();
    assert_eq!(history.iter().map(|past| (past.document_id, past.net)).collect::<Vec<_>>(), [(sold.document_id, eur("45"))]);
    let basket = shop.session.pricing().usual_basket(shop.customer, day("2026-01-01"), day("2026-12-31")).await.unwrap();
    assert_eq!(basket.iter().map(|item| item.times).collect::<Vec<_>>(), [1]);
    assert_eq!(shop.session.pricing().copy_last_delivery(shop.customer).await.unwrap().unwrap().document_id, sold.document_id);
    shop.verify().await;
}

/// A copy comes to the same.
pub async fn a_copy_comes_to_the_same(harness: Harness) {
    let shop = harness.shop().await;
    shop.receive("500", "1").await;
    shop.session.product_units().create(ProductUnit::new(shop.product, "crate", 24, 1)).await.unwrap();
    let goods = || item(shop.product, "3", "10");
    let line = |line: LineItem| (vec![line], vec![]);
    let cases = [
        line(goods()),
        line(goods().less(Rate::parse("10").unwrap())),
        line(LineItem { discount: Some(eur("5")), discount_percent: Some(Rate::parse("10").unwrap()), ..goods() }),
        line(LineItem { charge: Some(eur("4")), ..goods() }),
        line(LineItem { given_net: Some(eur("29.99")), ..goods() }),
        line(LineItem { tax_code: Some("R".into()), ..goods() }),
        line(LineItem { includes_tax: Some(true), ..item(shop.product, "3", "12") }),
        line(item(shop.product, "2", "100").in_unit("crate")),
        (vec![goods(), item(shop.service, "-1", "5")], vec![]),
        (vec![goods(), item(shop.service, "1", "-5")], vec![]),
        (vec![goods()], vec![adjustment("rebate", "-6"), adjustment("freight", "9"), percent("-10")]),
        (vec![goods(), LineItem { tax_code: Some("R".into()), ..goods() }], vec![AllowanceCharge { is_split: true, ..adjustment("rebate", "-7") }]),
    ];
    for (lines, allowance_charges) in cases {
        let units: Vec<Option<String>> = lines.iter().map(|line| line.unit.clone()).collect();
        let first = shop.sell(lines, allowance_charges).await;
        let copy = shop.session.sales().copy(first.document_id, day("2026-01-11")).await.unwrap();
        assert_eq!(copy.lines.iter().map(|line| line.unit.clone()).collect::<Vec<_>>(), units);
        let again = shop.session.sales().deliver(&copy).await.unwrap();
        assert_eq!((again.net, again.tax), (first.net, first.tax), "{copy:?}");
        let last = shop.session.pricing().copy_last_delivery(shop.customer).await.unwrap().unwrap();
        let again = shop.sell(last.lines, last.allowance_charges).await;
        assert_eq!((again.net, again.tax), (first.net, first.tax), "the last delivery");
    }
    shop.verify().await;
}

/// Of a line with tax inside every piece comes back at what was paid for it.
pub async fn what_includes_tax_comes_back_as_it_was_paid(harness: Harness) {
    let shop = harness.shop().await;
    shop.receive("10", "1").await;
    let sold = shop.sell(vec![LineItem { includes_tax: Some(true), ..item(shop.product, "3", "9.99") }], vec![]).await;
    for _ in 0..3 {
        assert_eq!(shop.back_of(sold.document_id, 1, |back| back).await.gross, eur("-9.99"));
    }
    let sold = shop.sell(vec![LineItem { includes_tax: Some(true), ..item(shop.product, "1", "120") }], vec![]).await;
    let line_id = shop.lines_of(sold.document_id).await[0];
    let lines = vec![CreditLine::Linked { line_id, net: eur("10"), includes_tax: true }];
    let note = NewCreditNote { delivery_id: Some(sold.document_id), ..NewCreditNote::new(shop.customer, day("2026-01-20"), "scratched", lines) };
    assert_eq!(shop.session.sales().credit(&note).await.unwrap().gross, eur("-10"));
    shop.verify().await;
}

/// A price credit counts for the goods that stay as long as it can, and is given once.
pub async fn a_price_credit_is_neither_given_twice_nor_lost(harness: Harness) {
    let shop = harness.shop().await;
    shop.receive("30", "5").await;
    for (first, second) in [("9", "1"), ("5", "5")] {
        let sold = shop.sell(vec![item(shop.product, "10", "20")], vec![]).await;
        let line_id = shop.lines_of(sold.document_id).await[0];
        let note = NewCreditNote::new(shop.customer, day("2026-01-15"), "one is damaged", vec![CreditLine::linked(line_id, eur("20"))]);
        shop.session.sales().credit(&NewCreditNote { delivery_id: Some(sold.document_id), ..note }).await.unwrap();
        let back = shop.back_of(sold.document_id, 1, |back| LinkedReturn { quantity: quantity(first), ..back }).await.net;
        let rest = shop.back_of(sold.document_id, 1, |back| LinkedReturn { quantity: quantity(second), ..back }).await.net;
        let expected = if first == "9" { ("-180", "0") } else { ("-100", "-80") };
        assert_eq!((back, rest), (eur(expected.0), eur(expected.1)));
    }
    shop.verify().await;
}

/// Charges of the delivery stay where they are, unless they are to be given back; less than the share may be given, and is not made up later.
pub async fn a_return_says_what_is_given_back(harness: Harness) {
    let shop = harness.shop().await;
    shop.receive("30", "1").await;
    let sold = shop.sell(vec![item(shop.product, "2", "50")], vec![adjustment("freight", "10")]).await;
    assert_eq!(shop.back_of(sold.document_id, 1, |back| back).await.net, eur("-50"));
    assert_eq!(shop.back_of(sold.document_id, 1, |back| back).await.net, eur("-60"), "with the last of the goods");
    for (gives_charges, nets) in [(true, ["-55", "-55"]), (false, ["-50", "-50"])] {
        let sold = shop.sell(vec![item(shop.product, "2", "50")], vec![adjustment("freight", "10")]).await;
        for net in nets {
            let back = NewReturn { gives_charges: Some(gives_charges), ..shop.one_back(sold.document_id, 1, |back| back).await };
            assert_eq!(shop.session.sales().return_goods(&back).await.unwrap().net, eur(net));
        }
    }
    let lines = vec![item(shop.product, "1", "50"), item(shop.product, "1", "150")];
    let sold = shop.sell(lines, vec![adjustment("freight", "10")]).await.document_id;
    assert_eq!([shop.back_of(sold, 1, |back| back).await.net, shop.back_of(sold, 2, |back| back).await.net], [eur("-50"), eur("-160")]);
    let sold = shop.sell(vec![item(shop.product, "3", "50")], vec![]).await;
    assert_eq!(shop.back_of(sold.document_id, 1, |back| LinkedReturn { net: Some(eur("40")), ..back }).await.net, eur("-40"));
    assert_eq!(shop.back_of(sold.document_id, 1, |back| LinkedReturn { unit_price: Some(price("45")), ..back }).await.net, eur("-45"));
    assert_eq!(shop.back_of(sold.document_id, 1, |back| back).await.net, eur("-50"));
    let sold = shop.sell(vec![item(shop.product, "1", "50")], vec![]).await;
    let more = shop.one_back(sold.document_id, 1, |back| LinkedReturn { net: Some(eur("50.01")), ..back }).await;
    shop.refuses(Code::LineExceeded, shop.session.sales().return_goods(&more)).await;
    // A fee on the same document, and a line that took something off.
    let sold = shop.sell(vec![item(shop.product, "1", "50"), item(shop.service, "-1", "8")], vec![]).await;
    let mut back = shop.one_back(sold.document_id, 1, |back| back).await;
    back.lines.push(ReturnLine::unlinked(shop.service, quantity("-1"), price("5")));
    assert_eq!(shop.session.sales().return_goods(&back).await.unwrap().net, eur("-45"));
    let sold = shop.sell(vec![item(shop.product, "1", "50"), item(shop.service, "-1", "8")], vec![]).await;
    let voucher = shop.one_back(sold.document_id, 2, |back| LinkedReturn { quantity: quantity("-1"), ..back }).await;
    shop.refuses(Code::FieldInvalid, shop.session.sales().return_goods(&voucher)).await;
    let mut both = shop.one_back(sold.document_id, 1, |back| back).await;
    both.lines.extend(voucher.lines);
    assert_eq!(shop.session.sales().return_goods(&both).await.unwrap().net, eur("-42"));
    shop.verify().await;
}

/// A component of a kit comes back by itself, at its cost and its share of the price, and counts against whole kits.
pub async fn a_component_comes_back_by_itself(harness: Harness) {
    let shop = harness.shop().await;
    let product = async |code: &str| shop.session.products().create(Product::stocked(code, code, Currency::EUR)).await.unwrap().id;
    let (a, b) = (product("A").await, product("B").await);
    shop.session.stock().receive(&shop.receipt(&[(a, "10", "30"), (b, "10", "10")])).await.unwrap();
    let kit = shop.session.products().create(Product::kit("SET", "Set", Currency::EUR)).await.unwrap().id;
    for part in [a, b] {
        shop.session.kit_components().create(KitComponent::new(kit, part, quantity("1"))).await.unwrap();
    }
    let sold = shop.sell(vec![item(kit, "2", "80")], vec![]).await;
    shop.session.stock().receive(&shop.receipt(&[(b, "8", "28")])).await.unwrap();
    let value = async |id| shop.session.stock_pools().get(id).await.unwrap().value.shown().unwrap();
    let before = value(b).await;
    let back = shop.back_of(sold.document_id, 1, |back| LinkedReturn { component_id: Some(b), ..back }).await;
    assert_eq!((back.net, value(b).await), (eur("-20"), before.plus(eur("10")).unwrap()));
    let both = shop.one_back(sold.document_id, 1, |back| LinkedReturn { quantity: quantity("2"), ..back }).await;
    shop.refuses(Code::ReturnExceedsDelivery, shop.session.sales().return_goods(&both)).await;
    assert_eq!(shop.back_of(sold.document_id, 1, |back| back).await.net, eur("-80"));
    let another = shop.one_back(sold.document_id, 1, |back| LinkedReturn { component_id: Some(b), ..back }).await;
    shop.refuses(Code::ReturnExceedsDelivery, shop.session.sales().return_goods(&another)).await;
    assert_eq!(shop.back_of(sold.document_id, 1, |back| LinkedReturn { component_id: Some(a), ..back }).await.net, eur("-60"));
    shop.undo(back.document_id).await;
    shop.verify().await;
}

/// A return of which no delivery is known says its unit, tax and cost, and the day of the sale.
pub async fn an_unlinked_return_says_what_it_was(harness: Harness) {
    let shop = harness.shop().await;
    shop.receive("10", "1").await;
    shop.session.product_units().create(ProductUnit::new(shop.product, "crate", 24, 1)).await.unwrap();
    shop.session.tax_rates().create(TaxRate::new("S", "VAT 25 %", Rate::parse("25").unwrap(), day("2026-01-15"))).await.unwrap();
    let back = |change: fn(UnlinkedReturn) -> UnlinkedReturn| {
        let line = change(UnlinkedReturn::new(shop.product, quantity("1"), price("100")));
        NewReturn::new(shop.customer, shop.warehouse, day("2026-01-20"), vec![ReturnLine::Unlinked(Box::new(line))])
    };
    let take = async |change| shop.session.sales().return_goods(&back(change)).await.unwrap();
    assert_eq!(take(|line| line).await.tax, eur("-25"));
    assert_eq!(take(|line| UnlinkedReturn { sold_on: Some(day("2026-01-14")), ..line }).await.tax, eur("-21"));
    assert_eq!(take(|line| UnlinkedReturn { tax_code: Some("R".into()), ..line }).await.tax, eur("-10"));
    assert_eq!(take(|line| UnlinkedReturn { includes_tax: Some(true), ..line }).await.gross, eur("-100"));
    let pool = async || shop.session.stock_pools().get(shop.product).await.unwrap().data;
    let before = pool().await;
    let crates = take(|line| UnlinkedReturn { unit: Some("crate".into()), ..line }).await;
    assert_eq!((crates.net, pool().await.quantity), (eur("-100"), before.quantity.plus(quantity("24")).unwrap()));
    let before = pool().await;
    let lines = vec![ReturnLine::unlinked_at(shop.product, quantity("2"), price("9"), price("7"), "as bought")];
    shop.session.sales().return_goods(&NewReturn::new(shop.customer, shop.warehouse, day("2026-01-20"), lines)).await.unwrap();
    let came = pool().await.value.shown().unwrap().minus(before.value.shown().unwrap()).unwrap();
    assert_eq!(came, eur("14"));
    shop.verify().await;
}

/// Goods of an order that come back to be delivered again are open again.
pub async fn a_return_may_be_delivered_again(harness: Harness) {
    let shop = harness.shop().await;
    shop.receive("20", "3").await;
    let order = shop.order(vec![item(shop.product, "5", "10")], vec![adjustment("rebate", "-5")]).await;
    let sold = shop.rest(order).await;
    let again = NewReturn { redelivers: true, ..shop.one_back(sold.document_id, 1, |back| LinkedReturn { quantity: quantity("5"), ..back }).await };
    shop.session.sales().return_goods(&again).await.unwrap();
    let status = shop.session.orders().status(order).await.unwrap();
    assert_eq!((status.order.state, status.lines[0].delivered), (OrderState::Open, quantity("0")));
    let rest = OrderDelivery::all(order, shop.warehouse, day("2026-01-21"));
    assert_eq!(shop.session.orders().deliver(&rest).await.unwrap().net, eur("45"));
    // Without being asked for, an order stays completed; more is delivered of it where that is.
    let line_id = shop.session.orders().status(order).await.unwrap().lines[0].id;
    let more = OrderDelivery::of(order, shop.warehouse, day("2026-01-22"), vec![OrderedPart::new(line_id, quantity("1"))]);
    shop.refuses(Code::DocumentClosed, shop.session.orders().deliver(&more)).await;
    let more = OrderDelivery { allows_excess: true, ..more };
    assert_eq!(shop.session.orders().deliver(&more).await.unwrap().net, eur("10"));
    let loose = shop.sell(vec![item(shop.product, "1", "10")], vec![]).await;
    let loose = NewReturn { redelivers: true, ..shop.one_back(loose.document_id, 1, |back| back).await };
    shop.refuses(Code::FieldInvalid, shop.session.sales().return_goods(&loose)).await;
    shop.verify().await;
}

/// Lists with tax inside take a percentage as everything else does.
pub async fn a_list_with_tax_inside_takes_a_percentage(harness: Harness) {
    let shop = harness.shop().await;
    shop.receive("10", "1").await;
    let list = PriceList { prices_include_tax: true, ..PriceList::new("SHOP", "Shop", Currency::EUR) };
    let list_id = shop.session.price_lists().create(list).await.unwrap().id;
    shop.session.price_list_items().create(PriceListItem::new(list_id, shop.product, price("121"))).await.unwrap();
    let mut customer = shop.session.customers().get(shop.customer).await.unwrap();
    customer.price_list_id = Some(list_id);
    shop.session.customers().update(&customer).await.unwrap();
    let listed = || vec![LineItem::listed(shop.product, quantity("1"))];
    assert_eq!(shop.sell(listed(), vec![percent("-20")]).await.gross, eur("96.80"));
    let offer = Offer { allowance_charges: vec![percent("-20")], ..Offer::new(day("2026-01-10"), day("2026-02-10"), listed()) };
    let quote = shop.session.quotes().create(&NewQuote { customer_id: shop.customer, offer }).await.unwrap();
    assert_eq!((quote.gross, quote.net), (eur("96.80"), Money::parse("80", Currency::EUR).unwrap()));
}

/// More than the share of what comes back is a credit, whatever it is called, and needs that right; a charge beyond the share takes no more than it.
pub async fn more_than_the_share_of_what_comes_back_is_a_credit(harness: Harness) {
    let shop = harness.shop().await;
    shop.receive("50", "1").await;
    let (sam, seller) = shop.operator("sam", &["salesperson"], &[]).await;
    let mut customer = shop.session.customers().get(shop.customer).await.unwrap();
    customer.owner_id = Some(sam);
    shop.session.customers().update(&customer).await.unwrap();
    let sold = shop.sell(vec![item(shop.product, "10", "100")], vec![]).await.document_id;
    let dust = shop.one_back(sold, 1, |back| LinkedReturn { quantity: quantity("0.000001"), net: Some(eur("1000")), ..back }).await;
    shop.refuses(Code::AccessDenied, seller.sales().return_goods(&dust)).await;
    let fair = shop.one_back(sold, 1, |back| LinkedReturn { net: Some(eur("90")), ..back }).await;
    assert_eq!(seller.sales().return_goods(&fair).await.unwrap().net, eur("-90"));
    let allowance_charges = || vec![adjustment("charge", "1100"), adjustment("rebate", "-1100")];
    let sold = shop.sell(vec![item(shop.product, "10", "100")], allowance_charges()).await.document_id;
    let part = shop.back_of(sold, 1, |back| back).await.net;
    let rest = shop.back_of(sold, 1, |back| LinkedReturn { quantity: quantity("9"), ..back }).await.net;
    assert!(!part.is_positive() && part.absolute().amount() <= eur("100").amount(), "{part}");
    assert_eq!(part.plus(rest).unwrap(), eur("-1000"));
    shop.verify().await;
}

/// What a document took off or added at a tax that no line has comes back at that tax, and not at that of the goods.
pub async fn a_return_keeps_each_tax_apart(harness: Harness) {
    let shop = harness.shop().await;
    shop.code("H", TaxCategory::Standard, "20").await;
    shop.receive("50", "1").await;
    let food = || LineItem { tax_code: Some("R".into()), ..item(shop.product, "2", "50") };
    let at = |code: &str, amount| AllowanceCharge { tax_code: Some(code.into()), ..adjustment("freight", amount) };
    let taxes = async |posted: SalesPosted| {
        let document = shop.session.sales_documents().get(posted.document_id).await.unwrap();
        let mut taxes: Vec<_> = document.data.taxes.into_iter().map(|group| (group.code, group.base, group.tax)).collect();
        taxes.sort_by(|one, other| one.0.cmp(&other.0));
        taxes
    };
    let group = |code: &str, base: &str, tax: &str| (code.to_owned(), eur(base), eur(tax));
    let sold = shop.sell(vec![food()], vec![at("H", "10")]).await;
    let first = shop.back_of(sold.document_id, 1, |back| back).await;
    assert_eq!(taxes(first).await, [group("R", "-50", "-5")]);
    let last = shop.back_of(sold.document_id, 1, |back| back).await;
    assert_eq!(taxes(last).await, [group("H", "-10", "-2"), group("R", "-50", "-5")]);
    let sold = shop.sell(vec![food()], vec![at("H", "10")]).await;
    assert_eq!(taxes(shop.undo(sold.document_id).await).await, [group("H", "-10", "-2"), group("R", "-100", "-10")]);
    let sold = shop.sell(vec![food()], vec![at("H", "-10")]).await;
    let line_id = shop.lines_of(sold.document_id).await[0];
    let note = NewCreditNote::new(shop.customer, day("2026-01-15"), "scratched", vec![CreditLine::linked(line_id, eur("20"))]);
    let credited = shop.session.sales().credit(&NewCreditNote { delivery_id: Some(sold.document_id), ..note }).await.unwrap();
    assert_eq!(taxes(credited).await, [group("R", "-20", "-2")]);
    let half = shop.back_of(sold.document_id, 1, |back| back).await;
    assert_eq!(taxes(shop.undo(half.document_id).await).await, [group("H", "-5", "-1"), group("R", "50", "5")]);
    let rest = shop.back_of(sold.document_id, 1, |back| LinkedReturn { quantity: quantity("2"), ..back }).await;
    assert_eq!(taxes(rest).await, [group("H", "10", "2"), group("R", "-80", "-8")]);
    shop.verify().await;
}

/// Every piece comes back at the same price, whatever is kept; and what was withheld of one is not paid out with another.
pub async fn what_is_kept_changes_no_other_piece(harness: Harness) {
    let shop = harness.shop().await;
    shop.receive("500", "1").await;
    let sold = shop.sell(vec![item(shop.product, "3", "10")], vec![adjustment("freight", "5")]).await.document_id;
    for _ in 0..3 {
        let back = NewReturn { gives_charges: Some(false), ..shop.one_back(sold, 1, |back| back).await };
        assert_eq!(shop.session.sales().return_goods(&back).await.unwrap().net, eur("-10"));
    }
    let sold = shop.sell(vec![item(shop.product, "100", "20")], vec![]).await.document_id;
    let line_id = shop.lines_of(sold).await[0];
    let note = NewCreditNote::new(shop.customer, day("2026-01-15"), "late", vec![CreditLine::linked(line_id, eur("200"))]);
    shop.session.sales().credit(&NewCreditNote { delivery_id: Some(sold), ..note }).await.unwrap();
    let some = |amount: &'static str| move |back| LinkedReturn { quantity: quantity(amount), ..back };
    let withheld = shop.back_of(sold, 1, |back| LinkedReturn { unit_price: Some(price("15")), ..some("10")(back) }).await.net;
    assert_eq!([withheld, shop.back_of(sold, 1, some("90")).await.net], [eur("-150"), eur("-1600")]);
    shop.verify().await;
}

/// What takes off at one tax and adds at another gives tax away, and a voucher before its goods gives these away: both need their rights.
pub async fn tax_and_vouchers_are_not_given_away(harness: Harness) {
    let shop = harness.shop().await;
    shop.code("Z", TaxCategory::ZeroRated, "0").await;
    shop.receive("200", "60").await;
    let settings = PriceSettings { beyond_discount: crm_core::pricing::PolicyLevel::Block, ..PriceSettings::default() };
    shop.session.pricing().set_settings(&settings).await.unwrap();
    let mut product = shop.session.products().get(shop.product).await.unwrap();
    product.list_price = Some(price("100"));
    shop.session.products().update(&product).await.unwrap();
    let (sam, seller) = shop.operator("sam", &["salesperson"], &[]).await;
    let mut customer = shop.session.customers().get(shop.customer).await.unwrap();
    customer.owner_id = Some(sam);
    shop.session.customers().update(&customer).await.unwrap();
    let at = |code: &str, amount| AllowanceCharge { tax_code: Some(code.into()), ..adjustment("agreed", amount) };
    let free_of_tax = shop.sale(vec![item(shop.product, "1", "100")], vec![at("S", "-600"), at("Z", "600")]);
    let error = shop.refuses(Code::AccessDenied, seller.sales().deliver(&free_of_tax)).await;
    assert_eq!(error.context("right"), Some("credits.post"));
    let order = NewOrder {
        allowance_charges: free_of_tax.allowance_charges.clone(),
        ..NewOrder::new(shop.customer, day("2026-01-05"), free_of_tax.lines.clone())
    };
    shop.refuses(Code::AccessDenied, seller.orders().create(&order)).await;
    let beyond = shop.sale(vec![item(shop.product, "1", "100")], vec![percent("-101")]);
    shop.refuses(Code::FieldInvalid, shop.session.sales().deliver(&beyond)).await;
    // Longer to pay is another term, on a document too.
    let later = NewDelivery { due_day: Some(day("2026-12-31")), ..shop.sale(vec![item(shop.product, "1", "100")], vec![]) };
    let error = shop.refuses(Code::AccessDenied, seller.sales().deliver(&later)).await;
    assert_eq!((error.context("right"), error.context("field")), (Some("customers.terms"), Some("due_day")));
    let sooner = NewDelivery { due_day: Some(day("2026-01-20")), ..later };
    seller.sales().deliver(&sooner).await.unwrap();
    // The voucher of an order goes with its goods.
    let order = shop.order(vec![item(shop.product, "100", "100"), item(shop.service, "-1", "900")], vec![]).await;
    let lines = shop.session.orders().status(order).await.unwrap().lines;
    let parts = vec![OrderedPart::new(lines[0].id, quantity("10")), OrderedPart::new(lines[1].id, quantity("-1"))];
    let early = OrderDelivery::of(order, shop.warehouse, day("2026-01-11"), parts);
    shop.refuses(Code::PriceRefused, seller.orders().deliver(&early)).await;
    seller.orders().deliver(&OrderDelivery::all(order, shop.warehouse, day("2026-01-11"))).await.unwrap();
    shop.verify().await;
}

/// A return that says what cannot be is refused, and not taken without it.
pub async fn a_return_drops_nothing_that_it_says(harness: Harness) {
    let shop = harness.shop().await;
    shop.receive("20", "3").await;
    let sold = shop.sell(vec![item(shop.product, "1", "10")], vec![]).await.document_id;
    let back = shop.one_back(sold, 1, |back| LinkedReturn { lot: Some("B".into()), ..back }).await;
    let error = shop.refuses(Code::FieldInvalid, shop.session.sales().return_goods(&back)).await;
    assert_eq!((error.context("field"), error.context("line")), (Some("lot"), Some("1")));
    // An order that was completed short is not delivered again.
    let order = shop.order(vec![item(shop.product, "5", "10")], vec![]).await;
    let sold = shop.part(order, &[(1, "2")]).await.document_id;
    shop.session.orders().close(&CloseOrder { order_id: order, reason: "enough".into() }).await.unwrap();
    let back = NewReturn { redelivers: true, ..shop.one_back(sold, 1, |back| back).await };
    shop.refuses(Code::DocumentClosed, shop.session.sales().return_goods(&back)).await;
    // The share of a component rests on costs.
    let kit = shop.session.products().create(Product::kit("SET", "Set", Currency::EUR)).await.unwrap().id;
    shop.session.kit_components().create(KitComponent::new(kit, shop.product, quantity("2"))).await.unwrap();
    let sold = shop.sell(vec![item(kit, "1", "50")], vec![]).await.document_id;
    let (sam, seller) = shop.operator("sam", &["salesperson"], &[]).await;
    let mut customer = shop.session.customers().get(shop.customer).await.unwrap();
    customer.owner_id = Some(sam);
    shop.session.customers().update(&customer).await.unwrap();
    let part = shop.one_back(sold, 1, |back| LinkedReturn { component_id: Some(shop.product), ..back }).await;
    let error = shop.refuses(Code::FieldInvalid, seller.sales().return_goods(&part)).await;
    assert_eq!(error.context("field"), Some("net"));
    let part = shop.one_back(sold, 1, |back| LinkedReturn { component_id: Some(shop.product), net: Some(eur("10")), ..back }).await;
    assert_eq!(seller.sales().return_goods(&part).await.unwrap().net, eur("-10"));
    shop.verify().await;
}
