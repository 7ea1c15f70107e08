//! Authority over prices: judged is what a customer gets in the end, whatever form it takes; what is in their favour needs the right to credit;
//! who may not see costs learns none by being refused; and what the policy refuses is in the audit.
#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic, reason = "a suite of tests: a failed expectation is a panic")]

use crate::harness::{Harness, Shop, day, eur, price, quantity};
use crm_core::{
    Code, Error,
    access::{Principal, Right, Role, ScopeLevel, preset_roles},
    audit::{Action, AuditEntry},
    entity::Masked,
    ids::CustomerId,
    num::{Currency, Decimal, MoneyStep, Rate, UnitPrice},
    pricing::{PolicyLevel, PriceList, PriceListItem, PriceSettings},
    query::Filter,
    receivables::{Allocate, CreditPolicy},
    sales::{
        Acceptance, AllowanceCharge, AllowanceChargeSize, CreditLine, LineItem, NewCreditNote, NewDelivery, NewOrder, NewQuote, NewReturn, Offer,
        OrderDelivery, OrderedPart, PayableRounding, PriceWarning, QuoteChange,
    },
    session::Session,
    time::Clock as _,
};
use serde_json::json;

/// A salesperson with the preset role, who may give no discount and sees no costs, and their customer; every policy is on block. 20 lanterns that
/// cost 3.14 and are listed at 10, without tax; candles that cost 6 are on no list, nor is the service.
struct ActContext {
    shop: Shop,
    seller: Session<'static>,
    mine: CustomerId,
}

fn percent(text: &str) -> Rate {
    Rate::parse(text).unwrap()
}

fn on_block() -> PriceSettings {
    let block = PolicyLevel::Block;
    let minimum_margin = Some(percent("20"));
    PriceSettings { below_cost: block, minimum_margin, below_margin: block, beyond_discount: block, ..PriceSettings::default() }
}

async fn desk(harness: &Harness) -> ActContext {
    let shop = harness.shop().await;
    shop.session.stock().receive(&shop.receipt(&[(shop.product, "20", "3.14"), (shop.second, "20", "6")])).await.unwrap();
    let mut lantern = shop.session.products().get(shop.product).await.unwrap();
    lantern.list_price = Some(price("10"));
    shop.session.products().update(&lantern).await.unwrap();
    shop.session.pricing().set_settings(&on_block()).await.unwrap();
    let (seller, session) = shop.operator("sam", &["salesperson"], &[]).await;
    let mine = shop.customer_of("MINE", Some(seller), None).await.id;
    ActContext { shop, seller: session, mine }
}

/// What is asked for, as a delivery, as an order or as a quote.
#[derive(Clone)]
struct Asked {
    lines: Vec<LineItem>,
    allowance_charges: Vec<AllowanceCharge>,
}

impl Asked {
    fn lines(lines: &[LineItem]) -> Self {
        Self { lines: lines.to_vec(), allowance_charges: Vec::new() }
    }

    fn less(self, size: AllowanceChargeSize) -> Self {
        let adjustment = AllowanceCharge { reason: "for a friend".into(), size, tax_code: Some("S".into()), is_split: false };
        Self { allowance_charges: vec![adjustment], ..self }
    }
}

impl ActContext {
    /// So many lanterns at a price, taxed with 21 %.
    fn lanterns(&self, amount: &str, unit_price: &str) -> LineItem {
        LineItem { tax_code: Some("S".into()), ..LineItem::new(self.shop.product, quantity(amount), price(unit_price)) }
    }

    /// One of a service at a price, which may take something off.
    fn service(&self, unit_price: &str) -> LineItem {
        LineItem { tax_code: Some("S".into()), ..LineItem::new(self.shop.service, 1.into(), price(unit_price)) }
    }

    fn delivery(&self, asked: &Asked) -> NewDelivery {
        let Asked { lines, allowance_charges } = asked.clone();
        NewDelivery { allowance_charges, ..NewDelivery::new(self.mine, self.shop.warehouse, day("2026-01-10"), lines) }
    }

    fn order(&self, asked: &Asked) -> NewOrder {
        let Asked { lines, allowance_charges } = asked.clone();
        NewOrder { allowance_charges, ..NewOrder::new(self.mine, day("2026-01-10"), lines) }
    }

    fn quote(&self, asked: &Asked) -> NewQuote {
        let Asked { lines, allowance_charges } = asked.clone();
        let offer = Offer { allowance_charges, ..Offer::new(day("2026-01-10"), day("2026-01-31"), lines) };
        NewQuote { customer_id: self.mine, offer }
    }

    /// The seller's refusals, one for each kind of document, which must be of one mind; none if all are done.
    async fn asks(&self, what: &str, asked: &Asked) -> Option<Error> {
        let quoted = self.seller.quotes().create(&self.quote(asked)).await.map(|done| done.price_warnings);
        let ordered = self.seller.orders().create(&self.order(asked)).await.map(|done| done.price_warnings);
        let delivered = self.seller.sales().deliver(&self.delivery(asked)).await.map(|done| done.price_warnings);
        let told = [quoted, ordered, delivered].map(|done| match done {
            Ok(warnings) => {
                assert_eq!(warnings, [], "{what}");
                None
            }
            Err(error) => Some(error),
        });
        let details = told.each_ref().map(|error| error.as_ref().map(|e| (e.code(), e.details().to_vec())));
        assert_eq!(details, [details[0].clone(), details[0].clone(), details[0].clone()], "{what}: documents are judged alike");
        let [_, _, last] = told;
        last
    }

    async fn stands(&self, what: &str, asked: &Asked) {
        let refused = self.asks(what, asked).await;
        assert!(refused.is_none(), "{what}: {refused:?}");
    }

    /// Refused for its discount, which the caller may know all of.
    async fn is_beyond(&self, what: &str, asked: &Asked, limit: &str) {
        let error = self.asks(what, asked).await.unwrap_or_else(|| panic!("{what} was done"));
        let told = [("line", "1"), ("reason", "beyond_discount"), ("limit", limit)].map(|(key, value)| (key, value.to_owned()));
        assert_eq!((error.code(), error.details()), (Code::PriceRefused, told.as_slice()), "{what}");
    }

    /// A session of an operator with one role of these rights beside those of a salesperson, who reaches every customer.
    async fn with(&self, code: &str, rights: &[Right], max_discount: Option<Rate>) -> Session<'static> {
        let of_presets = preset_roles().into_iter().find(|role| role.code == "salesperson").unwrap().rights;
        let rights: Vec<_> = of_presets.into_iter().chain(rights.iter().copied()).collect();
        let role = Role { max_discount, ..Role::with(code, code, ScopeLevel::All, &rights) };
        self.shop.session.roles().create(role).await.unwrap();
        self.shop.operator(code, &[code], &[]).await.1
    }

    /// What was refused to whom, as the boss reads it, in order.
    async fn refusals(&self) -> Vec<AuditEntry> {
        let of = AuditEntry::action().eq(Action::Refuse);
        let found = self.shop.session.audit().list().filter(&of).unwrap().sort(&["at", "id"]).fetch().await.unwrap();
        found.into_iter().map(|entry| entry.data).collect()
    }
}

/// A discount is refused in every form that it can be given in, on every document.
pub async fn a_discount_is_refused_in_every_form(harness: Harness) {
    let desk = desk(&harness).await;
    let ten = desk.lanterns("2", "10");
    let of = |line: LineItem| Asked::lines(&[line]);
    desk.stands("the list price", &of(ten.clone())).await;
    desk.stands("the list price, asked of the list", &of(LineItem { unit_price: None, ..ten.clone() })).await;
    desk.stands("the list price with its tax inside", &of(LineItem { includes_tax: Some(true), ..desk.lanterns("2", "12.10") })).await;
    desk.is_beyond("a lower price", &of(desk.lanterns("2", "9")), "0").await;
    desk.is_beyond("a discount in percent", &of(ten.clone().less(percent("10"))), "0").await;
    desk.is_beyond("a discount as an amount", &of(LineItem { discount: Some(eur("2")), ..ten.clone() }), "0").await;
    desk.is_beyond("a net of another system", &of(LineItem { given_net: Some(eur("18")), ..ten.clone() }), "0").await;
    desk.is_beyond("an allowance in percent", &of(ten.clone()).less(AllowanceChargeSize::Percent(percent("-50"))), "0").await;
    desk.is_beyond("an allowance as an amount", &of(ten.clone()).less(AllowanceChargeSize::Amount(eur("-12"))), "0").await;
    for unit_price in ["4.80", "0.01", "12.09"] {
        let inside = LineItem { includes_tax: Some(true), ..desk.lanterns("2", unit_price) };
        desk.is_beyond("a price with tax inside", &of(inside), "0").await;
    }
    for unit_price in ["-19", "-0.01", "-1000"] {
        desk.is_beyond("a line that takes something off", &Asked::lines(&[ten.clone(), desk.service(unit_price)]), "0").await;
    }
    let turned = LineItem { quantity: quantity("-1"), ..desk.service("5") };
    desk.is_beyond("a line of a quantity that takes something off", &Asked::lines(&[ten.clone(), turned]), "0").await;
    let charged = Asked { allowance_charges: vec![AllowanceCharge::charge("freight", eur("5"), "S")], ..of(desk.lanterns("2", "7.50")) };
    desk.stands("less on the line, and a charge for it on the document", &charged).await;
    desk.shop.verify().await;
}

/// Up to the limit of a role every form is accepted, and beyond it none.
pub async fn a_limit_holds_in_every_form(harness: Harness) {
    let mut desk = desk(&harness).await;
    desk.seller = desk.with("tenth", &[], Some(percent("10"))).await;
    let whole = desk.lanterns("1", "10");
    let of = |line: LineItem| Asked::lines(&[line]);
    let forms = |given: &str| {
        let off = eur(given).negated();
        let left = eur("10").plus(off).unwrap().amount();
        let inside = (left * Decimal::new(121, 2)).to_string();
        [
            ("price", of(desk.lanterns("1", &left.to_string()))),
            ("percent", of(whole.clone().less(Rate::new(eur(given).amount() * Decimal::TEN).unwrap()))),
            ("amount", of(LineItem { discount: Some(eur(given)), ..whole.clone() })),
            ("net", of(LineItem { given_net: Some(eur("10").plus(off).unwrap()), ..whole.clone() })),
            ("tax inside", of(LineItem { includes_tax: Some(true), ..desk.lanterns("1", &inside) })),
            ("allowance", of(whole.clone()).less(AllowanceChargeSize::Amount(off))),
            ("voucher", Asked::lines(&[whole.clone(), desk.service(&off.amount().to_string())])),
        ]
    };
    for (form, asked) in forms("1") {
        desk.stands(form, &asked).await;
    }
    for given in ["1.01", "1.50"] {
        for (form, asked) in forms(given) {
            desk.is_beyond(form, &asked, "10").await;
        }
    }
    let three = [desk.lanterns("1", "9.99"), desk.lanterns("1", "9.99"), desk.lanterns("1", "9.99")];
    let tenth = AllowanceChargeSize::Percent(percent("-9.9"));
    desk.stands("an allowance that leaves lines at parts of a cent", &Asked::lines(&three).less(tenth)).await;
    desk.shop.verify().await;
}

/// A list with tax inside and a line without are compared in the same terms, and the other way round.
pub async fn prices_with_and_without_tax_are_compared_alike(harness: Harness) {
    let desk = desk(&harness).await;
    let list = PriceList { prices_include_tax: true, ..PriceList::new("SHOP", "Shop", Currency::EUR) };
    let list = desk.shop.session.price_lists().create(list).await.unwrap().id;
    desk.shop.session.price_list_items().create(PriceListItem::new(list, desk.shop.product, price("12.10"))).await.unwrap();
    let settings = PriceSettings { price_list_id: Some(list), ..on_block() };
    desk.shop.session.pricing().set_settings(&settings).await.unwrap();
    let inside = |unit_price: &str| Asked::lines(&[LineItem { includes_tax: Some(true), ..desk.lanterns("1", unit_price) }]);
    let without = |unit_price: &str| Asked::lines(&[desk.lanterns("1", unit_price)]);
    desk.stands("with tax, as the list", &inside("12.10")).await;
    desk.is_beyond("with tax, less", &inside("12.09"), "0").await;
    desk.stands("without tax", &without("10")).await;
    desk.is_beyond("without tax, less", &without("9.99"), "0").await;
    let mixed = [without("10").lines, inside("12.10").lines].concat();
    desk.stands("one of each", &Asked::lines(&mixed)).await;
    desk.is_beyond("one of each, less", &Asked::lines(&mixed).less(AllowanceChargeSize::Percent(percent("-1"))), "0").await;
    desk.shop.verify().await;
}

/// What a document gives away as a whole is below its cost wherever it stands, and who has the right is warned.
pub async fn costs_are_held_against_the_whole(harness: Harness) {
    let mut desk = desk(&harness).await;
    desk.seller = desk.with("keen", &[Right::CostRead], Some(percent("100"))).await;
    let goods = |unit_price: &str| LineItem { tax_code: Some("S".into()), ..LineItem::new(desk.shop.second, 1.into(), price(unit_price)) };
    desk.stands("a margin of 20 %", &Asked::lines(&[goods("7.50")])).await;
    let refused = [
        ("a price", Asked::lines(&[goods("5.99")])),
        ("an allowance", Asked::lines(&[goods("10")]).less(AllowanceChargeSize::Amount(eur("-4.01")))),
        ("a line", Asked::lines(&[goods("10"), desk.service("-4.01")])),
        ("tax inside", Asked::lines(&[LineItem { includes_tax: Some(true), ..goods("7.24") }])),
        ("a discount", Asked::lines(&[LineItem { discount: Some(eur("4.01")), ..goods("10") }, desk.service("100")])),
    ];
    for (what, asked) in &refused {
        let error = desk.asks(what, asked).await.unwrap_or_else(|| panic!("{what} was done"));
        let told = [error.context("line"), error.context("reason")];
        assert_eq!((error.code(), told), (Code::PriceRefused, [Some("1"), Some("below_cost")]), "{what}");
    }
    let thin = Asked::lines(&[goods("10")]).less(AllowanceChargeSize::Amount(eur("-2.51")));
    let error = desk.asks("a thin margin", &thin).await.unwrap();
    assert_eq!((error.context("reason"), error.context("limit")), (Some("below_margin"), Some("20")));
    let boss = desk.with("keener", &[Right::CostRead, Right::PriceBelowCost], Some(percent("100"))).await;
    let warned = boss.sales().deliver(&desk.delivery(&refused[1].1)).await.unwrap().price_warnings;
    assert_eq!(warned.iter().map(|w| (w.line, w.reason.as_str())).collect::<Vec<_>>(), [(Some(1), "below_cost"), (Some(1), "below_margin")]);
    desk.shop.verify().await;
}

/// Documents below nothing, returns of which no delivery is named, and returns above what was paid in the end: with the right of credit notes.
pub async fn what_is_in_the_customers_favour_needs_the_right_to_credit(harness: Harness) {
    let mut desk = desk(&harness).await;
    let shop = desk.shop.clone();
    let denied = async |what: &str, refused: Result<(), Error>| {
        let error = refused.expect_err(what);
        assert_eq!((error.code(), error.context("right")), (Code::AccessDenied, Some("credits.post")), "{what}: {error:?}");
    };
    let price_free = desk.with("free", &[Right::PriceOverride, Right::PriceBelowCost], None).await;
    let may_credit = desk.with("credits", &[Right::PriceOverride, Right::PriceBelowCost, Right::CreditsPost], None).await;
    let debt = Asked::lines(&[desk.lanterns("1", "10"), desk.service("-1000")]);
    denied("a delivery", price_free.sales().deliver(&desk.delivery(&debt)).await.map(drop)).await;
    denied("an order", price_free.orders().create(&desk.order(&debt)).await.map(drop)).await;
    denied("a quote", price_free.quotes().create(&desk.quote(&debt)).await.map(drop)).await;
    let quote = price_free.quotes().create(&desk.quote(&Asked::lines(&[desk.service("1")]))).await.unwrap().quote_id;
    denied("a revision", price_free.quotes().revise(&QuoteChange { quote_id: quote, offer: desk.quote(&debt).offer }).await.map(drop)).await;
    denied("a service alone", price_free.sales().deliver(&desk.delivery(&Asked::lines(&[desk.service("-5")]))).await.map(drop)).await;
    let rounded = NewDelivery { payable_rounding: PayableRounding::By(eur("-0.90")), ..desk.delivery(&Asked::lines(&[desk.service("0.50")])) };
    denied("a rounding below nothing", price_free.sales().deliver(&rounded).await.map(drop)).await;
    may_credit.sales().deliver(&desk.delivery(&debt)).await.unwrap();
    let note = NewCreditNote::new(desk.mine, day("2026-01-20"), "x", vec![CreditLine::free(desk.service("500"))]);
    denied("a credit note", desk.seller.sales().credit(&note).await.map(drop)).await;

    let owed = desk.seller.sales().deliver(&desk.delivery(&Asked::lines(&[desk.lanterns("2", "10")]))).await.unwrap();
    let unlinked = |product_id, unit_price: &str| NewReturn {
        customer_id: desk.mine,
        allocate: Some(Allocate::OldestDue),
        ..shop.unlinked(product_id, "1", unit_price)
    };
    for (product, unit_price) in [(shop.product, "77777"), (shop.product, "10"), (shop.product, "0"), (shop.service, "500"), (shop.second, "1")] {
        let back = unlinked(product, unit_price);
        denied("an unlinked return", Err(shop.refuses(Code::AccessDenied, desk.seller.sales().return_goods(&back)).await)).await;
    }
    let exchanged = NewReturn { is_credited: false, ..unlinked(shop.product, "10") };
    denied("one without a credit", desk.seller.sales().return_goods(&exchanged).await.map(drop)).await;
    may_credit.sales().return_goods(&unlinked(shop.product, "10")).await.unwrap();
    let line = shop.lines_of(owed.document_id).await[0];
    let back = |document, lines: &[(_, &str)]| NewReturn { customer_id: desk.mine, ..shop.back(document, lines) };
    desk.seller.sales().return_goods(&back(owed.document_id, &[(line, "1")])).await.unwrap();

    // 2 at 100 less a voucher of 190 are 10, so that one comes back for 5 at most.
    desk.seller = desk.with("rich", &[Right::PriceOverride, Right::PriceBelowCost], None).await;
    let sold = desk.seller.sales().deliver(&desk.delivery(&Asked::lines(&[desk.lanterns("2", "100"), desk.service("-190")]))).await.unwrap();
    let lines = shop.lines_of(sold.document_id).await;
    for amount in ["0.5", "1", "2"] {
        let back = back(sold.document_id, &[(lines[0], amount)]);
        denied("goods above what was paid", desk.seller.sales().return_goods(&back).await.map(drop)).await;
    }
    let replaced = NewReturn { is_credited: false, ..back(sold.document_id, &[(lines[0], "0.5")]) };
    desk.seller.sales().return_goods(&replaced).await.unwrap();
    let half = back(sold.document_id, &[(lines[0], "0.75"), (lines[1], "0.25")]);
    denied("a part above what was paid for it", desk.seller.sales().return_goods(&half).await.map(drop)).await;
    let with_voucher = back(sold.document_id, &[(lines[0], "1.5"), (lines[1], "1")]);
    assert_eq!(desk.seller.sales().return_goods(&with_voucher).await.unwrap().net, eur("-10"));
    shop.verify().await;
}

/// An order was judged when it was taken: its delivery is not, unless more than it goes out, or less is to be paid than cash needs.
pub async fn what_was_judged_is_delivered_unchanged(harness: Harness) {
    let desk = desk(&harness).await;
    let agreed = desk.shop.session.orders().create(&desk.order(&Asked::lines(&[desk.lanterns("2", "5")]))).await.unwrap();
    assert_eq!(agreed.price_warnings.iter().map(|w| w.reason.as_str()).collect::<Vec<_>>(), ["beyond_discount"]);
    let line_id = desk.shop.session.order_lines().list().fetch().await.unwrap()[0].id;
    let deliver = |amount: &str| {
        let parts = vec![OrderedPart::new(line_id, quantity(amount))];
        OrderDelivery { allows_excess: true, ..OrderDelivery::of(agreed.order_id, desk.shop.warehouse, day("2026-01-12"), parts) }
    };
    let refused = async |delivery: OrderDelivery| {
        let error = desk.shop.refuses(Code::PriceRefused, desk.seller.orders().deliver(&delivery)).await;
        assert_eq!((error.context("line"), error.context("reason")), (Some("1"), Some("beyond_discount")));
    };
    refused(deliver("3")).await;
    for rounding in [PayableRounding::By(eur("-0.51")), PayableRounding::To(MoneyStep::new(5.into()).unwrap())] {
        refused(OrderDelivery { payable_rounding: rounding, ..deliver("1") }).await;
    }
    let cash = OrderDelivery { payable_rounding: PayableRounding::By(eur("-0.50")), ..deliver("1") };
    assert_eq!(desk.seller.orders().deliver(&cash).await.unwrap().price_warnings, []);
    assert_eq!(desk.seller.orders().deliver(&deliver("1")).await.unwrap().net, eur("5"));
    // The same of a delivery at the list price: a large rounding is an allowance, that of cash is none.
    let listed = |rounding| NewDelivery { payable_rounding: rounding, ..desk.delivery(&Asked::lines(&[desk.lanterns("1", "10")])) };
    let hundred = PayableRounding::To(MoneyStep::new(100.into()).unwrap());
    desk.shop.refuses(Code::PriceRefused, desk.seller.sales().deliver(&listed(hundred))).await;
    let coins = PayableRounding::To(MoneyStep::new(Decimal::ONE).unwrap());
    assert_eq!(desk.seller.sales().deliver(&listed(coins)).await.unwrap().payable, eur("12"));
    desk.shop.verify().await;
}

/// A quote is accepted at its prices without being judged again; at today's prices it is.
pub async fn an_acceptance_at_todays_prices_is_judged(harness: Harness) {
    let desk = desk(&harness).await;
    let lines = [LineItem { unit_price: None, discount: Some(eur("1")), ..desk.lanterns("2", "10") }];
    let quote = desk.shop.session.quotes().create(&desk.quote(&Asked::lines(&lines))).await.unwrap().quote_id;
    let mut lantern = desk.shop.session.products().get(desk.shop.product).await.unwrap();
    lantern.list_price = Some(price("4"));
    desk.shop.session.products().update(&lantern).await.unwrap();
    desk.shop.session.stock().receive(&desk.shop.receipt(&[(desk.shop.product, "1", "4")])).await.unwrap();
    let acceptance = Acceptance::all(quote, day("2026-01-12"));
    let repriced = Acceptance { reprice: true, ..acceptance.clone() };
    let error = desk.shop.refuses(Code::PriceRefused, desk.seller.quotes().accept(&repriced)).await;
    assert_eq!((error.context("line"), error.context("reason")), (Some("1"), Some("beyond_discount")));
    // Who may not see costs is not told that they changed either.
    let kept = desk.seller.quotes().accept(&acceptance).await.unwrap();
    assert_eq!(kept.net, eur("19"));
    assert_eq!(kept.price_warnings, [PriceWarning { line: Some(1), reason: "price_changed".into() }]);
    desk.shop.verify().await;
}

/// Being refused tells who may not see costs neither the line nor the limit nor which of the two it is; a warning neither. Each attempt is noted.
pub async fn a_hidden_cost_is_not_told_by_refusals(harness: Harness) {
    let desk = desk(&harness).await;
    let candles = |unit_price: &str| LineItem::new(desk.shop.second, 1.into(), price(unit_price));
    let policy = |error: &Error| assert_eq!((error.code(), error.details()), (Code::PriceRefused, [("reason", "policy".to_owned())].as_slice()));
    for unit_price in ["0", "5.99", "7.49"] {
        let asked = Asked::lines(&[candles("100"), candles(unit_price), desk.lanterns("1", "10")]);
        policy(&desk.asks("below cost or margin", &asked).await.unwrap());
    }
    let told = desk.asks("both", &Asked::lines(&[candles("1"), desk.lanterns("1", "9")])).await.unwrap();
    assert_eq!((told.context("line"), told.context("reason")), (Some("2"), Some("beyond_discount")), "what rests on prices is told, and alone");
    let settings = PriceSettings { below_cost: PolicyLevel::Warn, below_margin: PolicyLevel::Warn, ..on_block() };
    desk.shop.session.pricing().set_settings(&settings).await.unwrap();
    let asked = Asked::lines(&[candles("100"), candles("5"), candles("7")]);
    let said = [PriceWarning { line: None, reason: "policy".into() }];
    assert_eq!(desk.seller.sales().deliver(&desk.delivery(&asked)).await.unwrap().price_warnings, said);
    assert_eq!(desk.seller.orders().create(&desk.order(&asked)).await.unwrap().price_warnings, said);
    assert_eq!(desk.seller.quotes().create(&desk.quote(&asked)).await.unwrap().price_warnings, said);
    let seen = desk.shop.session.sales().deliver(&desk.delivery(&asked)).await.unwrap().price_warnings;
    assert_eq!(
        seen.iter().map(|w| (w.line, w.reason.as_str())).collect::<Vec<_>>(),
        [(Some(2), "below_cost"), (Some(2), "below_margin"), (Some(3), "below_margin")]
    );
    desk.shop.session.pricing().set_settings(&on_block()).await.unwrap();
    // Whoever asks for 33 prices, each nearer to the one from which on a candle may be sold, comes near it; the boss sees that somebody does.
    let before = desk.refusals().await.len();
    let mut left = price("7.5").amount();
    for _ in 0..33 {
        left = (left * Decimal::new(7, 1)).round_dp(6);
        let unit_price = UnitPrice::new(price("7.5").amount() - left, Currency::EUR).unwrap();
        let asked = Asked::lines(&[LineItem::new(desk.shop.second, 10_000.into(), unit_price)]);
        policy(&desk.seller.quotes().create(&desk.quote(&asked)).await.unwrap_err());
    }
    let noted = desk.refusals().await.split_off(before);
    assert_eq!(noted.len(), 33);
    assert!(noted.iter().all(|n| n.operation == "quotes.create" && n.customer_id == Some(desk.mine) && n.operator_id == desk.seller.operator_id()));
    desk.shop.verify().await;
}

/// What the policy on prices or credit refuses is in the audit: once, with who, for whom and why, for those who may read it; and in no feed.
pub async fn a_refusal_by_policy_is_noted(harness: Harness) {
    let desk = desk(&harness).await;
    let shop = &desk.shop;
    let mut company = shop.session.company().get(shop.company).await.unwrap();
    company.credit_policy = CreditPolicy::Block;
    shop.session.company().update(&company).await.unwrap();
    let mut customer = shop.session.customers().get(desk.mine).await.unwrap();
    (customer.currency, customer.credit_limit) = (Some(Currency::EUR), Some(eur("50")));
    shop.session.customers().update(&customer).await.unwrap();
    let feed = shop.session.feed().count(&Filter::All).await.unwrap();
    let host =
        Principal { on_behalf_of: Some("the branch".into()), request_id: Some("request 7".into()), ..Principal::operator(desk.seller.operator_id()) };
    let seller = shop.crm.act_as(shop.company, host).await.unwrap();
    let cheap = desk.delivery(&Asked::lines(&[desk.lanterns("1", "9")]));
    let much = desk.delivery(&Asked::lines(&[desk.lanterns("10", "10")]));
    shop.refuses(Code::PriceRefused, seller.sales().deliver(&cheap)).await;
    shop.refuses(Code::CreditExceeded, seller.sales().deliver(&much)).await;
    shop.refuses(Code::CreditExceeded, seller.orders().create(&desk.order(&Asked::lines(&much.lines)))).await;
    for _ in 0..2 {
        // A refusal keeps no key: asked again, it is refused again, and noted again.
        shop.refuses(Code::PriceRefused, seller.idempotent("once").sales().deliver(&cheap)).await;
    }
    // What is refused for another reason is not noted.
    let nothing = desk.delivery(&Asked::lines(&[]));
    shop.refuses(Code::FieldInvalid, seller.sales().deliver(&nothing)).await;
    shop.refuses(Code::AccessDenied, seller.sales().return_goods(&NewReturn { customer_id: desk.mine, ..shop.unlinked(shop.product, "1", "1") }))
        .await;
    assert_eq!(shop.session.feed().count(&Filter::All).await.unwrap(), feed);
    let noted = desk.refusals().await;
    let of = |place: usize| (noted[place].operation.as_str(), noted[place].after.clone());
    let after = json!({"code": "price.refused", "details": {"line": "1", "reason": "beyond_discount", "limit": "0"}});
    assert_eq!(of(0), ("sales.deliver", Masked::Shown(after)));
    let after = json!({"code": "credit.exceeded", "details": {"limit": "50", "exposure": "121", "overdue": "0"}});
    assert_eq!((of(1).0, of(2).0, noted.len()), ("sales.deliver", "orders.create", 5));
    assert_eq!((of(1).1, of(2).1), (Masked::Shown(after.clone()), Masked::Shown(after)));
    for entry in &noted {
        assert_eq!((entry.operator_id, entry.on_behalf_of.as_deref()), (desk.seller.operator_id(), Some("the branch")));
        assert_eq!((entry.request_id.as_deref(), entry.entity.as_str(), entry.record_id), (Some("request 7"), "customer", desk.mine.0));
        assert_eq!((entry.at, entry.before.clone()), (shop.harness.clock.now(), Masked::Shown(json!(null))));
    }
    let (_, boss) = shop.operator("bob", &["boss"], &[]).await;
    let of_refusals = AuditEntry::action().eq(Action::Refuse);
    assert_eq!(boss.audit().count(&of_refusals).await.unwrap(), 5);
    assert_eq!(seller.audit().count(&of_refusals).await.unwrap_err().code(), Code::AccessDenied);
    let reader = Role::with("reader", "Reader", ScopeLevel::All, &[Right::AuditRead]);
    shop.session.roles().create(reader).await.unwrap();
    let (_, reader) = shop.operator("rea", &["reader"], &[]).await;
    let masked = reader.audit().list().filter(&of_refusals).unwrap().fetch().await.unwrap();
    assert!(masked.len() == 5 && masked.iter().all(|entry| entry.after == Masked::Hidden), "{masked:?}");
    shop.verify().await;
}
