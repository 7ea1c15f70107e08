//! Laws of authority over prices, through the services, on random documents: lists with tax inside and without, lines in the other terms, discounts
//! of every form, allowances, charges, and lines that take something off. What is expected is worked out here anew, from list prices and from what
//! the administrator's own quote comes to.
#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic, reason = "tests: a failed expectation is a panic")]

use crm_core::{
    Code, Error,
    access::{Right, Role, ScopeLevel},
    ids::ProductId,
    num::{Currency, Decimal, Money, Rate, UnitPrice},
    pricing::{PolicyLevel, PriceList, PriceListItem, PriceSettings},
    products::Product,
    sales::{AllowanceCharge, AllowanceChargeSize, LineItem, NewDelivery, NewOrder, NewQuote, Offer, QuoteLine},
    session::Session,
};
use crm_tests::{
    harness::{Shop, day, memory, price, quantity},
    runtime,
};
use proptest::prelude::*;

/// The largest discounts of the sellers, in percent.
const LIMITS: [i64; 3] = [0, 10, 25];

/// What a line sells.
#[derive(Debug, Clone, Copy, PartialEq)]
enum What {
    /// Listed at 10, without tax.
    Listed,
    /// Listed at 12.10, with tax inside.
    ListedWithTax,
    /// On no list.
    Unlisted,
    /// Takes something off.
    Voucher { turned: bool },
}

#[derive(Debug, Clone, Copy)]
enum Less {
    Nothing,
    Percent(i64),
    Amount(i64),
}

#[derive(Debug, Clone, Copy)]
struct Line {
    what: What,
    pieces: i64,
    cents: i64,
    includes_tax: bool,
    is_reduced: bool,
    less: Less,
}

#[derive(Debug, Clone)]
struct Document {
    lines: Vec<Line>,
    percents: Vec<(i64, bool)>,
    amounts: Vec<(i64, bool)>,
}

fn line() -> impl Strategy<Value = Line> {
    let what = prop_oneof![
        5 => Just(What::Listed),
        4 => Just(What::ListedWithTax),
        2 => Just(What::Unlisted),
        1 => any::<bool>().prop_map(|turned| What::Voucher { turned }),
    ];
    // Mostly at about the list price, so that limits are met.
    let cents = prop_oneof![4 => Just(1_000_i64), 3 => Just(1_210), 2 => 950_i64..1_300, 1 => 0_i64..3_000];
    let less = prop_oneof![6 => Just(Less::Nothing), 1 => (0_i64..30).prop_map(Less::Percent), 1 => (0_i64..500).prop_map(Less::Amount)];
    let line = (what, 1_i64..20, cents, any::<bool>(), prop::bool::weighted(0.3), less);
    line.prop_map(|(what, pieces, cents, includes_tax, is_reduced, less)| Line { what, pieces, cents, includes_tax, is_reduced, less })
}

fn document() -> impl Strategy<Value = Document> {
    let percents = prop::collection::vec((-30_i64..5, any::<bool>()), 0..2);
    let amounts = prop::collection::vec((-3_000_i64..2_000, any::<bool>()), 0..2);
    let rarely = prop_oneof![2 => Just((Vec::new(), Vec::new())), 1 => (percents, amounts)];
    (prop::collection::vec(line(), 1..5), rarely).prop_map(|(lines, (percents, amounts))| Document { lines, percents, amounts })
}

fn hundredths(cents: i64) -> Decimal {
    Decimal::new(cents, 2)
}

fn eur(cents: i64) -> Money {
    Money::new(hundredths(cents), Currency::EUR).unwrap()
}

fn code(is_reduced: bool) -> Option<String> {
    Some(if is_reduced { "R" } else { "S" }.to_owned())
}

struct World {
    shop: Shop,
    listed: ProductId,
    listed_with_tax: ProductId,
    sellers: Vec<Session<'static>>,
}

impl World {
    async fn new() -> Self {
        let shop = memory().await.shop().await;
        let session = &shop.session;
        let service = |code: &str| Product::service(code, code, Currency::EUR);
        let listed = session.products().create(Product { list_price: Some(price("10")), ..service("LISTED") }).await.unwrap().id;
        let listed_with_tax = session.products().create(service("TAXED")).await.unwrap().id;
        let list = PriceList { prices_include_tax: true, ..PriceList::new("SHOP", "Shop", Currency::EUR) };
        let list = session.price_lists().create(list).await.unwrap().id;
        session.price_list_items().create(PriceListItem::new(list, listed_with_tax, price("12.10"))).await.unwrap();
        let beyond_discount = PolicyLevel::Block;
        session.pricing().set_settings(&PriceSettings { price_list_id: Some(list), beyond_discount, ..PriceSettings::default() }).await.unwrap();
        let rights = [Right::CustomersRead, Right::ProductsRead, Right::StockRead, Right::SalesRead, Right::OrdersWrite, Right::SalesPost];
        let mut sellers = Vec::new();
        for limit in LIMITS {
            let name = format!("seller-{limit}");
            let role = Role { max_discount: Some(Rate::new(limit.into()).unwrap()), ..Role::with(&name, &name, ScopeLevel::All, &rights) };
            session.roles().create(role).await.unwrap();
            sellers.push(shop.operator(&name, &[&name], &[]).await.1);
        }
        Self { shop, listed, listed_with_tax, sellers }
    }

    fn item(&self, line: &Line) -> LineItem {
        let (product, pieces, cents) = match line.what {
            What::Listed => (self.listed, line.pieces, line.cents),
            What::ListedWithTax => (self.listed_with_tax, line.pieces, line.cents),
            What::Unlisted => (self.shop.service, line.pieces, line.cents),
            What::Voucher { turned: true } => (self.shop.service, -1, line.cents),
            What::Voucher { turned: false } => (self.shop.service, 1, -line.cents),
        };
        let is_sold = !matches!(line.what, What::Voucher { .. });
        let item = LineItem::new(product, quantity(&pieces.to_string()), UnitPrice::new(hundredths(cents), Currency::EUR).unwrap());
        let item = LineItem { includes_tax: Some(line.includes_tax), tax_code: code(line.is_reduced), ..item };
        match line.less {
            Less::Percent(percent) if is_sold => item.less(Rate::new(percent.into()).unwrap()),
            Less::Amount(cents) if is_sold => LineItem { discount: Some(eur(cents.min(line.pieces * line.cents))), ..item },
            _ => item,
        }
    }

    fn allowance_charges(document: &Document) -> Vec<AllowanceCharge> {
        let one = |size, is_reduced| AllowanceCharge { reason: "agreed".to_owned(), size, tax_code: code(is_reduced), is_split: false };
        // Of a tax that some line has.
        let has = |is_reduced| document.lines.iter().any(|line| line.is_reduced == is_reduced);
        let of = |is_reduced: bool| if has(is_reduced) { is_reduced } else { !is_reduced };
        let percents = document.percents.iter().map(|(n, reduced)| one(AllowanceChargeSize::Percent(Rate::new((*n).into()).unwrap()), of(*reduced)));
        let amounts = document.amounts.iter().map(|(cents, reduced)| one(AllowanceChargeSize::Amount(eur(*cents)), *reduced));
        percents.chain(amounts).collect()
    }

    /// What a seller is told of a document, which is the same for a quote, an order and a delivery.
    async fn told(&self, seller: &Session<'static>, document: &Document) -> Result<(), Error> {
        let lines: Vec<_> = document.lines.iter().map(|line| self.item(line)).collect();
        let (customer, on, allowance_charges) = (self.shop.other, day("2026-01-10"), Self::allowance_charges(document));
        let offer = Offer { allowance_charges: allowance_charges.clone(), ..Offer::new(on, on, lines.clone()) };
        let quoted = seller.quotes().create(&NewQuote { customer_id: customer, offer }).await.map(drop);
        let order = NewOrder { allowance_charges: allowance_charges.clone(), ..NewOrder::new(customer, on, lines.clone()) };
        let ordered = seller.orders().create(&order).await.map(drop);
        let delivery = NewDelivery { allowance_charges, ..NewDelivery::new(customer, self.shop.warehouse, on, lines) };
        let delivered = seller.sales().deliver(&delivery).await.map(drop);
        let codes = [&quoted, &ordered, &delivered].map(|told| told.as_ref().err().map(|e| (e.code(), e.details().to_vec())));
        assert!(codes.iter().all(|code| *code == codes[0]), "documents are judged alike: {codes:?}");
        quoted
    }

    /// Nets of lines, and net and tax of the document, as the administrator quotes it, whom no limit holds.
    async fn nets(&self, document: &Document) -> (Vec<Decimal>, Decimal, Decimal) {
        let lines = document.lines.iter().map(|line| self.item(line)).collect();
        let on = day("2026-01-10");
        let offer = Offer { allowance_charges: Self::allowance_charges(document), ..Offer::new(on, on, lines) };
        let quote = self.shop.session.quotes().create(&NewQuote { customer_id: self.shop.other, offer }).await.unwrap();
        let of = QuoteLine::revision_id().eq(quote.revision_id);
        let lines = self.shop.session.quote_lines().list().filter(&of).unwrap().sort(&["line"]).fetch().await.unwrap();
        (lines.iter().map(|line| line.net.amount()).collect(), quote.net.amount(), quote.tax.amount())
    }
}

/// The net of a line at its list price; none if it is on no list.
fn expected(line: &Line) -> Option<Decimal> {
    let rate = if line.is_reduced { Decimal::new(110, 2) } else { Decimal::new(121, 2) };
    let each = match line.what {
        What::Listed => Decimal::TEN,
        What::ListedWithTax => hundredths(1_210) / rate,
        What::Unlisted | What::Voucher { .. } => return None,
    };
    Some(each * Decimal::from(line.pieces))
}

async fn keeps_the_law(world: &World, document: &Document) {
    let (nets, net, tax) = world.nets(document).await;
    let is_below = |amount: Decimal| amount < Decimal::ZERO;
    let sold: Decimal = nets.iter().filter(|net| !net.is_sign_negative()).sum();
    let known: Vec<_> = document.lines.iter().zip(&nets).filter_map(|(line, net)| Some((expected(line)?, *net))).collect();
    // Each amount is rounded a few times, and each of its tax.
    let slack = Decimal::new(2, 2);
    for (seller, limit) in world.sellers.iter().zip(LIMITS) {
        let told = world.told(seller, document).await;
        let why = || format!("{limit} %: {document:?}, net {net} of {nets:?}, said {told:?}");
        if let Err(error) = &told {
            assert!([Code::PriceRefused, Code::AccessDenied].contains(&error.code()), "{}", why());
        }
        if is_below(net) || is_below(tax) {
            assert!(told.is_err(), "below nothing: {}", why());
        }
        if sold.is_zero() {
            continue;
        }
        let left = Decimal::from(100 - limit) / Decimal::ONE_HUNDRED;
        // What the listed lines come to in the end.
        let in_the_end = |amount: Decimal| amount * net / sold;
        let (whole, paid) = known.iter().fold((Decimal::ZERO, Decimal::ZERO), |(whole, paid), (e, net)| (whole + e, paid + in_the_end(*net)));
        let lines = Decimal::from(known.len());
        if paid < whole * left - slack * lines {
            assert_eq!(told.as_ref().map_err(Error::code).err(), Some(Code::PriceRefused), "given away: {}", why());
        }
        if !is_below(net) && !is_below(tax) && known.iter().all(|(expected, net)| in_the_end(*net) >= expected * left + slack) {
            assert!(told.is_ok(), "within the limit: {}", why());
        }
    }
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 48, failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn what_is_given_away_beyond_the_limit_is_refused_in_whatever_form(documents in prop::collection::vec(document(), 1..12)) {
        runtime().block_on(async {
            let world = World::new().await;
            for document in &documents {
                keeps_the_law(&world, document).await;
            }
            world.shop.verify().await;
        });
    }
}
