//! Random work, the same on two storages: operations are drawn from a seed and applied to both, which must give the same answers, the same
//! error codes, and in the end the same tables. The storage in memory is the oracle, because it evaluates every condition in the core.
//!
//! An area of the library is a file here, with its kinds of operations in a list `KINDS`: a kind has a weight, and a function that draws one from
//! what is known. Whatever is drawn is decided before it is applied, so that both storages are asked the same.
#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic, reason = "a suite of tests: a failed expectation is a panic")]

mod filters;
mod masters;
mod reads;
mod receivables;
mod sales;
mod stock;

/// First in, first out, as a host registers it.
#[path = "../../crm-core/examples/fifo.rs"]
mod fifo;

use crate::harness::{Harness, Shop, Tables, assert_same_tables, day, price, quantity};
use chrono::TimeDelta;
use crm_core::{
    Result,
    company::Company,
    costing::{LOT, SPECIFIED},
    custom::{CustomField, CustomType},
    customers::Customer,
    dictionary::DictionaryEntry,
    entity::{Entity, Stored},
    ids::WarehouseId,
    limits,
    num::{Currency, Decimal, Money, Quantity, Rate, UnitPrice},
    pricing::{PriceList, PriceListItem, PriceSettings},
    products::{KitComponent, Product, ProductCost, ProductUnit, Tracking},
    sales::NewDelivery,
    session::Session,
    stock::{NewReceipt, NewRecost, ReceiptLine, Warehouse},
    time::{Clock, Day},
    verify::Verified,
};
use std::{any::Any, cell::OnceCell, collections::BTreeMap, fmt::Debug, future::Future, pin::Pin, sync::Arc};

/// Numbers from a seed (splitmix64): the same run every time, without a random source.
#[derive(Debug, Clone)]
pub struct Dice(u64);

impl Dice {
    /// Dice of a seed.
    pub fn new(seed: u64) -> Self {
        Self(seed)
    }

    /// A number below a bound, which is not zero.
    pub fn below(&mut self, bound: usize) -> usize {
        self.0 = self.0.wrapping_add(0x9E37_79B9_7F4A_7C15);
        let mut z = self.0;
        z = (z ^ (z >> 30)).wrapping_mul(0xBF58_476D_1CE4_E5B9);
        z = (z ^ (z >> 27)).wrapping_mul(0x94D0_49BB_1331_11EB);
        usize::try_from((z ^ (z >> 31)) >> 1).unwrap() % bound
    }

    /// True once in so many times.
    pub fn once_in(&mut self, times: usize) -> bool {
        self.below(times) == 0
    }

    /// One of these.
    pub fn one<T: Clone>(&mut self, of: &[T]) -> T {
        of[self.below(of.len())].clone()
    }

    pub(crate) fn maybe<T: Clone>(&mut self, of: &[T]) -> Option<T> {
        if of.is_empty() || self.once_in(4) { None } else { Some(self.one(of)) }
    }

    pub(crate) fn decimal(&mut self, bound: usize, scale: u32) -> Decimal {
        Decimal::new(i64::try_from(self.below(bound)).unwrap(), scale)
    }

    pub(crate) fn money(&mut self) -> Money {
        let (bound, scale) = self.one(&[(30_000, 2), (300, 0), (1_000_000, 4)]);
        Money::new(self.decimal(bound, scale), Currency::EUR).unwrap()
    }

    pub(crate) fn price(&mut self) -> UnitPrice {
        let (bound, scale) = self.one(&[(5_000, 2), (50, 0), (5_000_000, 6)]);
        UnitPrice::new(self.decimal(bound, scale), Currency::EUR).unwrap()
    }

    pub(crate) fn quantity(&mut self, bound: usize) -> Quantity {
        let (bound, scale) = self.one(&[(bound, 0), (bound, 0), (bound * 1000, 3), (bound * 1_000_000, 6)]);
        Quantity::new(self.decimal(bound, scale)).unwrap()
    }

    pub(crate) fn day(&mut self) -> Day {
        let start = day("2025-11-15");
        start.checked_add_days(chrono::Days::new(self.below(120) as u64)).unwrap()
    }

    pub(crate) fn rate(&mut self, bound: usize) -> Rate {
        Rate::new(self.decimal(bound * 10, 1)).unwrap()
    }

    /// A quantity that is hardly ever nothing.
    pub(crate) fn some(&mut self, bound: usize) -> Quantity {
        let quantity = self.quantity(bound);
        if quantity.is_zero() && !self.once_in(6) { Quantity::from(1) } else { quantity }
    }

    /// Something once in so many times.
    pub(crate) fn rarely<T>(&mut self, times: usize, make: impl FnOnce(&mut Self) -> T) -> Option<T> {
        if self.once_in(times) { Some(make(self)) } else { None }
    }

    /// A note, or none.
    pub(crate) fn note(&mut self) -> Option<String> {
        self.maybe(&NAMES).map(str::to_owned)
    }
}

/// What applying an operation gives.
type Doing<'s> = Pin<Box<dyn Future<Output = Told> + 's>>;

/// One operation, fully decided before it is applied.
struct Operation {
    name: &'static str,
    text: String,
    run: Box<dyn for<'s> Fn(&'s Session<'static>) -> Doing<'s>>,
}

impl Operation {
    fn new(name: &'static str, text: String, run: impl for<'s> Fn(&'s Session<'static>) -> Doing<'s> + 'static) -> Self {
        Self { name, text, run: Box::new(run) }
    }
}

/// An operation from its name, what is given to it, and how it is done with that by a session.
macro_rules! operation {
    ($name:expr, $given:expr, |$session:ident, $it:ident| $done:expr) => {{
        let given = $given;
        $crate::random::Operation::new($name, format!("{given:?}"), move |$session| {
            let $it = given.clone();
            Box::pin(async move { $crate::random::told($done.await) })
        })
    }};
}
use operation;

/// How often a kind of operation is drawn, and how; none where there is nothing yet that it could be done to.
type Kind = (usize, fn(&mut Known, &mut Dice) -> Option<Operation>);

/// Every kind of operation.
fn kinds() -> Vec<Kind> {
    [masters::KINDS, stock::KINDS, sales::KINDS, receivables::KINDS, reads::KINDS].concat()
}

/// What is known of both worlds, which is the same in both as long as they agree: every row of every entity.
struct Known {
    tables: Tables,
    records: BTreeMap<&'static str, OnceCell<Box<dyn Any>>>,
    keys: Vec<(String, NewDelivery)>,
}

impl Known {
    fn new(tables: Tables, keys: Vec<(String, NewDelivery)>) -> Self {
        let records = tables.keys().map(|name| (*name, OnceCell::new())).collect();
        Self { tables, records, keys }
    }

    /// The records of an entity.
    fn all<E: Entity>(&self) -> &[Stored<E>] {
        let name = E::decl().name;
        let read = || self.tables[name].iter().map(|row| Stored::from_record(row.clone()).unwrap());
        let records = self.records[name].get_or_init(|| Box::new(read().collect::<Vec<Stored<E>>>()));
        records.downcast_ref::<Vec<Stored<E>>>().unwrap()
    }

    /// Their ids.
    fn ids<E: Entity>(&self) -> Vec<E::Id> {
        self.all::<E>().iter().map(|record| record.id).collect()
    }
}

/// One of the two: a shop, with a salesperson, the keeper of a branch of groups and somebody without a role beside its administrator.
struct World {
    shop: Shop,
    others: [Session<'static>; 3],
}

/// Whose session does an operation: the administrator's, or one of the others'.
type Who = Option<usize>;

impl World {
    async fn new(harness: &Harness) -> Self {
        let crm = harness.crm().with_costing("fifo", Arc::new(fifo::Fifo));
        let shop = Shop::with(harness, crm, Company::new("Acme", Currency::EUR)).await;
        let session = &shop.session;
        session.warehouses().create(Warehouse::new("W2", "Second")).await.unwrap();
        session.warehouses().create(Warehouse { allows_negative: true, ..Warehouse::new("W3", "Third") }).await.unwrap();
        let root = shop.group("ROOT", None).await;
        let (_, salesperson) = shop.operator("sam", &["salesperson"], &[]).await;
        let (_, manager) = shop.operator("mia", &["manager"], &[root]).await;
        let (_, nobody) = shop.operator("nia", &[], &[]).await;
        for n in 0..4 {
            session.dictionary_entries().create(DictionaryEntry::new("colour", format!("{n}"), &[])).await.unwrap();
        }
        for (name, ty) in [("size", CustomType::Decimal), ("motto", CustomType::Text), ("since", CustomType::Day)] {
            session.custom_fields().create(CustomField::new("customer", name, ty)).await.unwrap();
        }
        session.custom_fields().create(CustomField::choice("customer", "colour", "colour")).await.unwrap();
        Self { shop, others: [salesperson, manager, nobody] }
    }

    /// A shop that sells goods of every method and tracking, kits and boxes, from a list.
    async fn with_goods(harness: &Harness) -> Self {
        let world = Self::new(harness).await;
        let session = &world.shop.session;
        let product = |code: &str, costing: &str, tracking| Product {
            costing: costing.to_owned(),
            tracking,
            unit: Some("pc".to_owned()),
            list_price: Some(price("7.5")),
            ..Product::stocked(code, format!("Ware {code}"), Currency::EUR)
        };
        let goods = [
            ("SPEC", SPECIFIED, Tracking::None),
            ("FIFO", "fifo", Tracking::None),
            ("LOTS", crm_core::costing::MOVING_AVERAGE, Tracking::Lot),
            ("OWN", LOT, Tracking::Lot),
            ("SER", LOT, Tracking::Serial),
        ];
        let list = session.price_lists().create(PriceList::new("L0", "Retail", Currency::EUR)).await.unwrap().id;
        for (code, costing, tracking) in goods {
            let id = session.products().create(product(code, costing, tracking)).await.unwrap().id;
            if costing == SPECIFIED {
                session.product_costs().create(ProductCost::new(id, day("2025-11-01"), price("5"))).await.unwrap();
            }
            session.product_units().create(ProductUnit::new(id, "box", 12, 1)).await.unwrap();
            session.price_list_items().create(PriceListItem::new(list, id, price("9.99"))).await.unwrap();
            let amount = if tracking == Tracking::Serial { "1" } else { "60" };
            let line =
                ReceiptLine { lot: (tracking != Tracking::None).then(|| "A".to_owned()), ..ReceiptLine::new(id, quantity(amount), price("4.321")) };
            session.stock().receive(&NewReceipt::new(world.shop.warehouse, day("2025-11-15"), vec![line])).await.unwrap();
        }
        let kit = session.products().create(Product::kit("KIT", "Kit", Currency::EUR)).await.unwrap().id;
        for (part, amount) in [(world.shop.product, "2"), (world.shop.second, "0.5")] {
            session.kit_components().create(KitComponent::new(kit, part, quantity(amount))).await.unwrap();
        }
        session.pricing().set_settings(&PriceSettings { price_list_id: Some(list), ..PriceSettings::default() }).await.unwrap();
        world
    }

    fn session(&self, who: Who) -> &Session<'static> {
        who.and_then(|who| self.others.get(who)).unwrap_or(&self.shop.session)
    }

    async fn apply(&self, operation: &Operation, who: Who) -> Told {
        (operation.run)(self.session(who)).await
    }

    /// A minute goes by.
    fn tick(&self) {
        let clock = &self.shop.harness.clock;
        clock.set(clock.now() + TimeDelta::minutes(1));
    }

    /// The proof of the books.
    async fn verify(&self, seed: u64) -> Verified {
        self.shop.session.verify().await.unwrap_or_else(|error| panic!("seed {seed}: {error:?}"))
    }

    /// Costs every product again, where the order of days makes sense; whoever does so twice changes nothing.
    async fn recost_everything(&self, seed: u64) -> Vec<Told> {
        let (session, first, last) = (&self.shop.session, day("2025-01-01"), day("2026-12-31"));
        let mut answers = Vec::new();
        for product in session.products().list().filter(&Product::is_stocked().eq(true)).unwrap().fetch().await.unwrap() {
            let again = NewRecost { product_id: product.id, from: first, day: last, reference: None };
            let done = told(session.stock().recost(&again).await);
            if done.is_ok() {
                let preview = session.stock().recost_preview(product.id, first).await.unwrap();
                let is_same = preview.lines.is_empty() && preview.variance.is_zero() && preview.value_before == preview.value_after;
                assert!(is_same, "seed {seed}: `{}` costed again a second time: {preview:?}", product.code);
            }
            answers.push(done);
        }
        answers
    }

    /// Every row, none of which is beyond what one question may answer.
    async fn dump(&self) -> Tables {
        let tables = self.shop.dump().await;
        assert!(tables.values().all(|rows| rows.len() < limits::MAX_PAGE as usize), "more rows than are compared");
        tables
    }
}

/// An answer, or the code of an error with what it is about, as text.
type Told = std::result::Result<String, String>;

fn told<T: Debug>(result: Result<T>) -> Told {
    result.map(|answer| format!("{answer:?}")).map_err(|error| format!("{} {:?}", error.code().as_str(), error.details()))
}

/// How a kind of operation went: so that random work which does nothing is noticed.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Count {
    /// How often it was done.
    pub done: usize,
    /// How often it was refused, by code.
    pub refused: BTreeMap<String, usize>,
}

impl Count {
    /// How often it was refused.
    pub fn refusals(&self) -> usize {
        self.refused.values().sum()
    }

    /// Adds the counts of another run.
    pub fn add(&mut self, other: Self) {
        self.done += other.done;
        for (code, times) in other.refused {
            *self.refused.entry(code).or_default() += times;
        }
    }

    fn add_one(&mut self, told: &Told) {
        match told {
            Ok(_) => self.done += 1,
            Err(text) => *self.refused.entry(text.split(' ').next().unwrap_or_default().to_owned()).or_default() += 1,
        }
    }
}

/// How each kind of operation went.
pub type Tally = BTreeMap<&'static str, Count>;

/// When the clock of a world begins.
const START: &str = "2026-01-05T09:00:00Z";
const COUNTRIES: [&str; 7] = ["DE", "de", "", "ES", "\u{c9}", "D%", "\u{1F600}"];
const NAMES: [&str; 8] = ["Ana", "ANA Ruiz", "\u{c1}ngel", "Bo", "bo%", "b_o", "Zo\u{eb}", "'; --"];

impl Known {
    /// A customer: one of the first few, who have most of the documents, or any.
    fn customer(&self, dice: &mut Dice) -> Stored<Customer> {
        let few = if dice.once_in(3) { self.all::<Customer>().len() } else { self.all::<Customer>().len().min(4) };
        self.all::<Customer>()[dice.below(few)].clone()
    }

    fn warehouse(&self, dice: &mut Dice) -> WarehouseId {
        self.all::<Warehouse>()[dice.below(self.all::<Warehouse>().len())].id
    }

    /// A record as somebody knows it: now and then it was changed since.
    fn seen<E: Entity>(record: Stored<E>, dice: &mut Dice) -> Stored<E> {
        Stored { version: record.version - i64::from(dice.once_in(8)), ..record }
    }

    fn operation(&mut self, dice: &mut Dice, kinds: &[Kind]) -> Operation {
        let whole: usize = kinds.iter().map(|(weight, _)| weight).sum();
        loop {
            let mut place = dice.below(whole);
            let kind = kinds.iter().find(|(weight, _)| {
                let is_here = place < *weight;
                place = place.saturating_sub(*weight);
                is_here
            });
            if let Some(operation) = kind.and_then(|(_, draw)| draw(self, dice)) {
                return operation;
            }
        }
    }
}

/// Operations after which what is known is read anew; in between somebody works with what they saw before.
const GLANCE: usize = 3;

/// Applies random operations of a seed to an oracle and to another storage, and compares everything. Tells how much was done.
pub async fn compare_storages(oracle: &Harness, other: &Harness, seed: u64, operations: usize) -> Tally {
    let (left, right) = (World::with_goods(oracle).await, World::with_goods(other).await);
    let (mut dice, mut tally, kinds) = (Dice::new(seed), Tally::new(), kinds());
    let mut known = Known::new(left.dump().await, Vec::new());
    for step in 0..operations {
        if step % GLANCE == 0 {
            known = Known::new(left.dump().await, known.keys);
        }
        let operation = known.operation(&mut dice, &kinds);
        let who = if dice.once_in(4) { Some(dice.below(3)) } else { None };
        let (expected, found) = (left.apply(&operation, who).await, right.apply(&operation, who).await);
        assert_eq!(expected, found, "seed {seed}, step {step}, by {who:?}: {} {}", operation.name, operation.text);
        let is_broken = expected.as_ref().is_err_and(|code| code.starts_with("storage.") || code.starts_with("costing.unlawful"));
        assert!(!is_broken, "seed {seed}, step {step}, by {who:?}: {expected:?}: {} {}", operation.name, operation.text);
        tally.entry(operation.name).or_default().add_one(&expected);
        left.tick();
        right.tick();
    }
    assert_same_tables(&left.dump().await, &right.dump().await, &format!("seed {seed}"));
    left.verify(seed).await;
    assert_eq!(left.recost_everything(seed).await, right.recost_everything(seed).await, "seed {seed}");
    assert_eq!(left.verify(seed).await, right.verify(seed).await, "seed {seed}");
    assert_same_tables(&left.dump().await, &right.dump().await, &format!("seed {seed}, costed again"));
    tally
}

/// Random conditions on random customers, who have documents and open items: both storages find the same.
pub async fn compare_filters(oracle: &Harness, other: &Harness, seed: u64, filters: usize) {
    let (left, right) = (World::new(oracle).await, World::new(other).await);
    let mut dice = Dice::new(seed);
    let some: &[Kind] = &[
        (1, masters::join_a_group),
        (1, masters::set_fields_of_the_host),
        (1, masters::create_a_group),
        (1, receivables::pay),
        (1, sales::deliver_services),
        (3, masters::create_a_customer),
    ];
    for _ in 0..90 {
        let mut known = Known::new(left.dump().await, Vec::new());
        let operation = known.operation(&mut dice, some);
        assert_eq!(left.apply(&operation, None).await, right.apply(&operation, None).await, "{} {}", operation.name, operation.text);
    }
    let known = Known::new(left.dump().await, Vec::new());
    for step in 0..filters {
        let operation = reads::listing_of(known.filter(&mut dice, 4), filters::sort(&mut dice), u32::try_from(1 + dice.below(20)).unwrap());
        let who = if dice.once_in(2) { Some(dice.below(2)) } else { None };
        let (expected, found) = (left.apply(&operation, who).await, right.apply(&operation, who).await);
        assert_eq!(expected, found, "seed {seed}, filter {step}, {}", operation.text);
    }
}
