//! Laws of documents, through the services, on random combinations: goods, free goods, kits and vouchers, tax inside and without, discounts, amounts
//! and percentages of the whole document, parts, reversals, returns and copies.
#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic, clippy::indexing_slicing, reason = "tests: a failed expectation is a panic")]

use crm_core::{
    Code,
    ids::{ProductId, SalesDocumentId, SalesOrderId},
    num::{Currency, Decimal, Money, Quantity, Rate, UnitPrice},
    products::{KitComponent, Product},
    sales::{
        AllowanceCharge, AllowanceChargeSize, LineItem, NewDelivery, NewOrder, NewReturn, OrderDelivery, OrderState, OrderedPart, ReturnLine,
        Reversal, SalesDocument, SalesLine,
    },
    tax::TaxRate,
};
use crm_tests::{
    harness::{Shop, day, eur, memory, quantity},
    runtime,
};
use proptest::prelude::*;
use std::collections::BTreeMap;

#[derive(Debug, Clone, Copy, PartialEq)]
enum What {
    Goods,
    Free,
    Kit,
    Service,
    Voucher,
}

#[derive(Debug, Clone, Copy)]
struct Line {
    what: What,
    pieces: i32,
    cents: i64,
    includes_tax: bool,
    is_reduced: bool,
    percent: Option<i64>,
    discount: Option<i64>,
    charge: Option<i64>,
}

#[derive(Debug, Clone, Copy)]
enum Adjusted {
    Amount(i64),
    Percent(i64),
    /// At a tax that no line has.
    Foreign(i64),
}

fn line() -> impl Strategy<Value = Line> {
    let what = prop_oneof![4 => Just(What::Goods), 1 => Just(What::Free), 1 => Just(What::Kit), 2 => Just(What::Service), 1 => Just(What::Voucher)];
    let rarely = |range| prop::option::weighted(0.25, range);
    let sizes = (1_i32..7, 1_i64..5_000, any::<bool>(), prop::bool::weighted(0.3));
    (what, sizes, rarely(0_i64..40), rarely(0_i64..50), rarely(0_i64..50)).prop_map(|(what, sizes, percent, discount, charge)| {
        let (pieces, cents, includes_tax, is_reduced) = sizes;
        let discount = discount.filter(|_| matches!(what, What::Goods | What::Service) && cents > 200);
        Line { what, pieces, cents, includes_tax, is_reduced, percent, discount, charge }
    })
}

fn adjusted() -> impl Strategy<Value = Vec<Adjusted>> {
    let one = prop_oneof![
        2 => (-3_000_i64..3_000).prop_map(Adjusted::Amount),
        1 => (-40_i64..20).prop_map(Adjusted::Percent),
        1 => (-1_000_i64..1_000).prop_map(Adjusted::Foreign),
    ];
    prop::collection::vec(one, 0..3)
}

fn cents(cents: i64) -> Money {
    Money::new(Decimal::new(cents, 2), Currency::EUR).unwrap()
}

struct World {
    shop: Shop,
    kit: ProductId,
}

impl World {
    async fn new() -> Self {
        let shop = memory().await.shop().await;
        shop.receive("100000", "3").await;
        let high = TaxRate::new("H", "VAT 20 %", Rate::parse("20").unwrap(), day("2020-01-01"));
        shop.session.tax_rates().create(high).await.unwrap();
        let kit = shop.session.products().create(Product::kit("SET", "Set", Currency::EUR)).await.unwrap().id;
        shop.session.kit_components().create(KitComponent::new(kit, shop.product, quantity("2"))).await.unwrap();
        Self { shop, kit }
    }

    fn item(&self, line: &Line) -> LineItem {
        let (product, cents_each, pieces) = match line.what {
            What::Goods => (self.shop.product, line.cents, line.pieces),
            What::Free => (self.shop.product, 0, line.pieces),
            What::Kit => (self.kit, line.cents, line.pieces),
            What::Service => (self.shop.service, line.cents, line.pieces),
            What::Voucher => (self.shop.service, line.cents, -line.pieces),
        };
        let unit_price = UnitPrice::new(Decimal::new(cents_each, 2), Currency::EUR).unwrap();
        LineItem {
            includes_tax: Some(line.includes_tax),
            tax_code: Some(if line.is_reduced { "R" } else { "S" }.to_owned()),
            discount_percent: line.percent.map(|percent| Rate::parse(&percent.to_string()).unwrap()),
            discount: line.discount.map(cents),
            charge: line.charge.map(cents),
            ..LineItem::new(product, Quantity::from(pieces), unit_price)
        }
    }

    fn items(&self, lines: &[Line]) -> Vec<LineItem> {
        lines.iter().map(|line| self.item(line)).collect()
    }

    fn sale(&self, lines: &[Line], adjusted: &[Adjusted]) -> NewDelivery {
        let delivery = NewDelivery::new(self.shop.customer, self.shop.warehouse, day("2026-01-10"), self.items(lines));
        NewDelivery { allowance_charges: allowance_charges(adjusted), ..delivery }
    }

    async fn document(&self, id: SalesDocumentId) -> SalesDocument {
        self.shop.session.sales_documents().get(id).await.unwrap().data
    }

    async fn order(&self, lines: &[Line], adjusted: &[Adjusted]) -> SalesOrderId {
        let order = NewOrder::new(self.shop.customer, day("2026-01-05"), self.items(lines));
        self.shop.session.orders().create(&NewOrder { allowance_charges: allowance_charges(adjusted), ..order }).await.unwrap().order_id
    }

    /// Delivers as much of each line of an order as is said, or what is open of it.
    async fn deliver(&self, order_id: SalesOrderId, wanted: &[i32]) -> Option<SalesDocumentId> {
        let orders = self.shop.session.orders();
        let status = orders.status(order_id).await.unwrap();
        let mut parts = Vec::new();
        for (line, wanted) in status.lines.iter().zip(wanted.iter().cycle()) {
            let (open, wanted) = (line.open().unwrap(), Quantity::from(*wanted));
            let part = if open.is_negative() { wanted.negated().max(open) } else { wanted.min(open) };
            if !part.is_zero() {
                parts.push(OrderedPart::new(line.id, part));
            }
        }
        if parts.is_empty() {
            return None;
        }
        let delivery = OrderDelivery::of(order_id, self.shop.warehouse, day("2026-01-11"), parts);
        Some(orders.deliver(&delivery).await.unwrap().document_id)
    }

    async fn reverse(&self, document_id: SalesDocumentId) {
        let reversal = Reversal { document_id, day: day("2026-01-12"), reason: "wrong".into() };
        self.shop.session.sales().reverse(&reversal).await.unwrap();
    }
}

fn allowance_charges(adjusted: &[Adjusted]) -> Vec<AllowanceCharge> {
    let one = |adjusted: &Adjusted| {
        let size = match adjusted {
            Adjusted::Amount(amount) | Adjusted::Foreign(amount) => AllowanceChargeSize::Amount(cents(*amount)),
            Adjusted::Percent(percent) => AllowanceChargeSize::Percent(Rate::parse(&percent.to_string()).unwrap()),
        };
        let tax_code = matches!(adjusted, Adjusted::Foreign(_)).then(|| "H".to_owned());
        AllowanceCharge { reason: "agreed".into(), size, tax_code, is_split: true }
    };
    adjusted.iter().map(one).collect()
}

proptest! {
    #![proptest_config(ProptestConfig { cases: std::env::var("PROPTEST_CASES").ok().and_then(|n| n.parse().ok()).unwrap_or(96), failure_persistence: None, ..ProptestConfig::default() })]

    /// Amounts of an order fall on its deliveries whole, whatever is delivered, reversed and delivered again; each between nothing and the whole.
    #[test]
    fn amounts_of_an_order_fall_on_its_deliveries(
        lines in prop::collection::vec(line(), 1..4),
        adjusted in adjusted(),
        parts in prop::collection::vec((prop::collection::vec(0_i32..4, 1..4), any::<bool>()), 0..4),
    ) {
        runtime().block_on(async {
            let world = World::new().await;
            let order_id = world.order(&lines, &adjusted).await;
            let order = world.shop.session.orders().status(order_id).await.unwrap().order.data;
            let mut standing = Vec::new();
            for (wanted, is_reversed) in &parts {
                let Some(delivered) = world.deliver(order_id, wanted).await else { continue };
                if *is_reversed { world.reverse(delivered).await } else { standing.push(delivered) }
            }
            standing.extend(world.deliver(order_id, &[100]).await);
            assert_eq!(world.shop.session.orders().status(order_id).await.unwrap().order.state, OrderState::Completed);
            for (index, whole) in order.allowance_charges.iter().enumerate() {
                let AllowanceChargeSize::Amount(whole) = whole.size else { continue };
                let mut sum = Money::zero(Currency::EUR);
                for delivered in &standing {
                    let AllowanceChargeSize::Amount(part) = world.document(*delivered).await.allowance_charges[index].size else { panic!("an amount stays one") };
                    assert!(part.absolute().amount() <= whole.absolute().amount() && (part.is_zero() || part.is_negative() == whole.is_negative()), "{part} of {whole}");
                    sum = sum.plus(part).unwrap();
                }
                assert_eq!(sum, whole, "of {} deliveries", standing.len());
            }
            world.shop.verify().await;
        });
    }

    /// A percentage takes as much off prices with tax inside as off the same prices without, and all of them where it is all.
    #[test]
    fn a_percentage_is_the_same_with_tax_and_without(
        euros in prop::collection::vec((1_i64..200, any::<bool>(), any::<bool>()), 1..5),
        percent in -100_i64..50,
        prices_include_tax: bool,
    ) {
        runtime().block_on(async {
            let world = World::new().await;
            let mut company = world.shop.session.company().get(world.shop.company).await.unwrap();
            company.prices_include_tax = prices_include_tax;
            world.shop.session.company().update(&company).await.unwrap();
            let line = |net: i64, is_reduced: bool, includes_tax: bool| {
                let rate = if is_reduced { 110 } else { 121 };
                let cents = if includes_tax { net * rate } else { net * 100 };
                Line { what: What::Goods, pieces: 1, cents, includes_tax, is_reduced, percent: None, discount: None, charge: None }
            };
            let adjusted = [Adjusted::Percent(percent)];
            let gross = async |how: fn(bool) -> bool| {
                let lines: Vec<Line> = euros.iter().map(|(net, is_reduced, inside)| line(*net, *is_reduced, how(*inside))).collect();
                world.shop.session.sales().deliver(&world.sale(&lines, &adjusted)).await.unwrap().gross
            };
            let (inside, without, mixed) = (gross(|_| true).await, gross(|_| false).await, gross(|inside| inside).await);
            let off = |other: Money| inside.minus(other).unwrap().absolute().amount();
            // Taxes of two rates, and of lines in both terms, are rounded one by one.
            assert!(off(without) <= Decimal::new(2, 2) && off(mixed) <= Decimal::new(2, 2), "{inside} {without} {mixed}");
            if percent == -100 {
                assert_eq!([inside, without], [eur("0"), eur("0")]);
            }
        });
    }

    /// What is delivered comes back in any parts to the same amounts, and leaves nothing; a copy comes to the same.
    #[test]
    fn everything_comes_back_and_a_copy_is_the_same(
        lines in prop::collection::vec(line(), 1..4),
        adjusted in adjusted(),
        parts in prop::collection::vec(prop::collection::vec(0_i32..4, 1..4), 0..3),
        in_proportion: bool,
    ) {
        runtime().block_on(async {
            let world = World::new().await;
            let sales = world.shop.session.sales();
            let sold = sales.deliver(&world.sale(&lines, &adjusted)).await.unwrap();
            let copy = sales.copy(sold.document_id, day("2026-01-11")).await.unwrap();
            let again = sales.deliver(&copy).await.unwrap();
            assert_eq!((again.net, again.tax, again.gross), (sold.net, sold.tax, sold.gross), "{copy:?}");
            let of_document = SalesLine::document_id().eq(sold.document_id);
            let delivered = world.shop.session.sales_lines().list().filter(&of_document).unwrap().sort(&["line"]).fetch().await.unwrap();
            let mut out: Vec<Quantity> = delivered.iter().map(|line| line.quantity).collect();
            let (mut net, mut tax, mut cost) = (sold.net, sold.tax, sold.cost.unwrap());
            let mut by_tax: BTreeMap<String, (Money, Money)> = BTreeMap::new();
            let mut documents = vec![sold.document_id];
            for wanted in parts.iter().chain([&vec![100]]) {
                let mut back = Vec::new();
                for ((line, out), wanted) in delivered.iter().zip(&mut out).zip(wanted.iter().cycle()) {
                    let wanted = Quantity::from(*wanted);
                    let part = if out.is_negative() { wanted.negated().max(*out) } else { wanted.min(*out) };
                    if !part.is_zero() {
                        *out = out.minus(part).unwrap();
                        back.push(ReturnLine::linked(line.id, part));
                    }
                }
                let back = NewReturn::new(world.shop.customer, world.shop.warehouse, day("2026-01-20"), back);
                let back = NewReturn { delivery_id: Some(sold.document_id), gives_charges: in_proportion.then_some(true), ..back };
                if back.lines.is_empty() {
                    continue;
                }
                let back = match sales.return_goods(&back).await {
                    Ok(back) => back,
                    // A voucher that comes back without its goods.
                    Err(error) => return assert_eq!((error.code(), error.context("field")), (Code::FieldInvalid, Some("lines")), "{error}"),
                };
                net = net.plus(back.net).unwrap();
                tax = tax.plus(back.tax).unwrap();
                cost = cost.plus(back.cost.unwrap()).unwrap();
                documents.push(back.document_id);
            }
            for document in documents {
                for group in world.document(document).await.taxes {
                    let (base, tax) = by_tax.entry(group.code).or_insert((eur("0"), eur("0")));
                    (*base, *tax) = (base.plus(group.base).unwrap(), tax.plus(group.tax).unwrap());
                }
            }
            assert!(by_tax.values().all(|sums| *sums == (eur("0"), eur("0"))), "{by_tax:?}");
            assert_eq!((net, tax, cost), (eur("0"), eur("0"), eur("0")));
            world.shop.verify().await;
        });
    }
}
