//! The laws of costing, for every strategy in one place, a host's own (first in, first out) included.
//!
//! Pure, on the book of one product: receipts less issues less variances equal the closing value; no quantity has no value; a reversal
//! restores; each oversold unit is corrected once. Through the services, on random ledgers with negatives, returns, reversals, late costs and
//! backdating: the books verify after every event, and recalculation gives the figures of entry in the order of days.
#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic, reason = "tests: a failed expectation is a panic")]

#[path = "../../crm-core/examples/fifo.rs"]
mod fifo;

use crm_core::{
    Code,
    company::Company,
    costing::{
        ByLot, CostBook, CostContext, CostState, Costed, CostingStrategy, Issue, LOT, LateCost, MOVING_AVERAGE, MovingAverage, SPECIFIED, Specified,
        ValueRounding,
    },
    ids::{ProductId, SalesLineId, StockDocumentId, WarehouseId},
    num::{Currency, Decimal, Money, Quantity, RoundingMode, UnitPrice},
    products::{Product, Tracking},
    sales::{LineItem, NewDelivery, NewReturn, SalesLine},
    session::Session,
    stock::{
        AddCost, CorrectPrice, CostCorrection, CountLine, MovementKind, NewCount, NewReceipt, NewRecost, NewSupplierReturn, ReceiptLine, Reverse,
        SetUnitCost, StockDocument, SupplierReturnLine, Warehouse,
    },
    time::Day,
};
use crm_tests::{
    harness::{Shop, day, eur, memory, price, quantity},
    runtime,
};
use fifo::Fifo;
use proptest::prelude::*;
use std::{collections::BTreeMap, sync::Arc};

/// Every strategy that the laws hold for.
fn strategies() -> Vec<(&'static str, Arc<dyn CostingStrategy>)> {
    vec![(MOVING_AVERAGE, Arc::new(MovingAverage)), (SPECIFIED, Arc::new(Specified)), (LOT, Arc::new(ByLot)), ("fifo", Arc::new(Fifo))]
}

fn context(sequence: i64) -> CostContext {
    let rounding = ValueRounding { currency: Currency::EUR, step: Currency::EUR.step(), mode: RoundingMode::HalfUp };
    CostContext { rounding, day: day("2026-01-01"), sequence, specified_cost: Some(price("3.337")) }
}

fn cents(cents: i64) -> Money {
    Money::new(Decimal::new(cents, 2), Currency::EUR).unwrap()
}

fn thousandths(number: i64) -> Quantity {
    Quantity::new(Decimal::new(number, 3)).unwrap()
}

#[derive(Debug, Clone, Copy)]
enum Step {
    Receive(i64, i64),
    Issue(i64),
    Empty,
    Find(i64),
    BringBack(i64, i64),
    Withdraw(i64, i64),
    Charge(i64),
}

fn step() -> impl Strategy<Value = Step> {
    prop_oneof![
        (1..90_000_i64, 0..900_000_i64).prop_map(|(q, v)| Step::Receive(q, v)),
        (1..120_000_i64).prop_map(Step::Issue),
        Just(Step::Empty),
        (1..9_000_i64).prop_map(Step::Find),
        (1..9_000_i64, 0..90_000_i64).prop_map(|(q, v)| Step::BringBack(q, v)),
        (1..9_000_i64, 0..90_000_i64).prop_map(|(q, v)| Step::Withdraw(q, v)),
        (-50_000..50_000_i64).prop_map(Step::Charge),
    ]
}

/// What came in, what went out, what corrections and variances came to.
struct Sums {
    amount: Money,
    moved: Money,
    corrected: Money,
    oversold: Quantity,
    covered: Quantity,
}

impl Sums {
    fn count(&mut self, amount: Money, costed: &Costed) {
        self.amount = self.amount.plus(amount).unwrap();
        self.moved = self.moved.plus(costed.moved).unwrap();
        for covered in &costed.covered {
            self.corrected = self.corrected.plus(covered.cost.minus(covered.provisional).unwrap()).unwrap();
            self.covered = self.covered.plus(covered.quantity).unwrap();
        }
    }
}

fn happen(book: &mut CostBook, by: &dyn CostingStrategy, step: Step, context: &CostContext, sums: &mut Sums) {
    let nothing = cents(0);
    match step {
        Step::Receive(q, v) => sums.count(cents(v), &book.receive(by, thousandths(q), cents(v), context).unwrap()),
        Step::BringBack(q, v) => sums.count(cents(v), &book.bring_back(by, thousandths(q), cents(v), |_| false, context).unwrap()),
        Step::Issue(_) | Step::Empty => {
            let quantity = if let Step::Issue(q) = step { thousandths(q) } else { book.state.quantity };
            if quantity.is_zero() {
                return;
            }
            sums.oversold = sums.oversold.plus(quantity.minus(quantity.min(book.state.quantity)).unwrap()).unwrap();
            let costed = book.issue(by, &Issue { quantity, sales: None }, context).unwrap();
            assert!(!costed.cost.is_negative());
            sums.count(costed.cost.negated(), &costed);
        }
        Step::Find(q) => match book.find(by, thousandths(q), context) {
            Ok(costed) => sums.count(costed.cost, &costed),
            Err(error) => assert_eq!(error.code(), Code::CostUnknown),
        },
        Step::Withdraw(q, v) => {
            let quantity = thousandths(q).min(book.state.quantity);
            if quantity.is_positive() {
                sums.count(cents(v).negated(), &book.withdraw(by, quantity, cents(v), 1, context).unwrap());
            }
        }
        Step::Charge(v) => {
            let late = LateCost { sequence: 1, quantity: thousandths(10_000), entered: thousandths(10_000), amount: cents(v) };
            let moved = book.charge(by, &late, context).unwrap();
            sums.count(cents(v), &Costed { moved, cost: nothing, covered: Vec::new() });
        }
    }
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 128, failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn receipts_less_issues_less_variances_are_the_closing_value(steps in prop::collection::vec(step(), 1..50)) {
        for (name, by) in strategies() {
            let mut book = CostBook::new(CostState::empty(Currency::EUR));
            let mut sums = Sums { amount: cents(0), moved: cents(0), corrected: cents(0), oversold: Quantity::ZERO, covered: Quantity::ZERO };
            for (at, step) in (1_i64..).zip(&steps) {
                happen(&mut book, by.as_ref(), *step, &context(at), &mut sums);
                let value = book.value().unwrap();
                prop_assert_eq!(sums.moved, value, "{}: what moved is the value", name);
                let variance = sums.amount.minus(sums.moved).unwrap().minus(sums.corrected).unwrap();
                prop_assert_eq!(sums.amount.minus(sums.corrected).unwrap().minus(variance).unwrap(), value);
                prop_assert!(!book.state.quantity.is_zero() || book.state.value.is_zero(), "{}: value without quantity", name);
                prop_assert!(book.oversold.is_empty() || book.state.quantity.is_zero(), "{}: oversold beside stock", name);
                let open = book.oversold.iter().fold(Quantity::ZERO, |sum, o| sum.plus(o.quantity).unwrap());
                prop_assert_eq!(sums.oversold.minus(sums.covered).unwrap(), open, "{}: each oversold unit is covered once", name);
                if name == SPECIFIED && book.state.quantity.is_positive() {
                    let worth = context(1).rounding.times(price("3.337"), book.state.quantity).unwrap();
                    prop_assert_eq!(book.state.value, worth, "stock is worth the specified cost");
                }
            }
            // Without late costs, undone receipts and another valuation, there is nothing that could vary.
            let is_plain = steps.iter().all(|s| !matches!(s, Step::Withdraw(..) | Step::Charge(_)));
            if name != SPECIFIED && is_plain {
                prop_assert_eq!(sums.amount.minus(sums.corrected).unwrap(), sums.moved, "{}: a variance out of nothing", name);
            }
        }
    }

    #[test]
    fn what_goes_out_and_comes_back_restores_quantity_and_value(received in prop::collection::vec((1..9_000_i64, 0..90_000_i64), 1..8), out in 1..20_000_i64) {
        for (name, by) in strategies() {
            let mut book = CostBook::new(CostState::empty(Currency::EUR));
            for (at, (q, v)) in (1_i64..).zip(&received) {
                book.receive(by.as_ref(), thousandths(*q), cents(*v), &context(at)).unwrap();
            }
            let before = (book.quantity().unwrap(), book.value().unwrap());
            let costed = book.issue(by.as_ref(), &Issue { quantity: thousandths(out), sales: None }, &context(90)).unwrap();
            book.bring_back(by.as_ref(), thousandths(out), costed.cost, |o| o.sequence == 90, &context(91)).unwrap();
            prop_assert_eq!((book.quantity().unwrap(), book.value().unwrap()), before, "{}", name);
        }
    }

    #[test]
    fn a_lot_that_leaves_in_parts_leaves_nothing(parts in prop::collection::vec(1..5_000_i64, 1..9), value in 0..900_000_i64) {
        for (name, by) in strategies() {
            let mut book = CostBook::new(CostState::empty(Currency::EUR));
            book.receive(by.as_ref(), thousandths(parts.iter().sum()), cents(value), &context(1)).unwrap();
            let mut out = cents(0);
            let worth = book.state.value;
            for (at, part) in (2_i64..).zip(&parts) {
                out = out.plus(book.issue(by.as_ref(), &Issue { quantity: thousandths(*part), sales: None }, &context(at)).unwrap().cost).unwrap();
            }
            prop_assert_eq!((out, book.state.quantity, book.state.value), (worth, Quantity::ZERO, cents(0)), "{}", name);
        }
    }
}

/// What may happen to one product, by the services. Days are offsets, so that documents are backdated now and then.
#[derive(Debug, Clone)]
enum Event {
    Receive { day: u64, quantity: i64, cost: i64 },
    Deliver { day: u64, quantity: i64 },
    TakeBack { nth: usize, thousandth: i64 },
    Count { day: u64, quantity: i64 },
    SendBack { day: u64, quantity: i64, credit: i64 },
    AddCost { nth: usize, day: u64, amount: i64 },
    CorrectPrice { nth: usize, day: u64, cost: i64 },
    Reverse { nth: usize, day: u64 },
    SetCost { day: u64, cost: i64 },
}

const DAYS: u64 = 30;

fn event() -> impl Strategy<Value = Event> {
    prop_oneof![
        4 => (0..DAYS, 1..90_000_i64, 1..90_000_i64).prop_map(|(day, quantity, cost)| Event::Receive { day, quantity, cost }),
        5 => (0..DAYS, 1..60_000_i64).prop_map(|(day, quantity)| Event::Deliver { day, quantity }),
        2 => (0..8_usize, 1..1_000_i64).prop_map(|(nth, thousandth)| Event::TakeBack { nth, thousandth }),
        1 => (0..DAYS, -9_000..9_000_i64).prop_map(|(day, quantity)| Event::Count { day, quantity }),
        1 => (0..DAYS, 1..9_000_i64, 0..90_000_i64).prop_map(|(day, quantity, credit)| Event::SendBack { day, quantity, credit }),
        1 => (0..6_usize, 0..DAYS, -5_000..50_000_i64).prop_map(|(nth, day, amount)| Event::AddCost { nth, day, amount }),
        1 => (0..6_usize, 0..DAYS, 0..90_000_i64).prop_map(|(nth, day, cost)| Event::CorrectPrice { nth, day, cost }),
        1 => (0..9_usize, 0..DAYS).prop_map(|(nth, day)| Event::Reverse { nth, day }),
        1 => (0..DAYS, 1..90_000_i64).prop_map(|(day, cost)| Event::SetCost { day, cost }),
    ]
}

/// A product of one strategy in a shop.
struct Ledger {
    shop: Shop,
    session: Session<'static>,
    product: ProductId,
    warehouse: WarehouseId,
    lot: Option<String>,
}

fn on(offset: u64) -> Day {
    day("2026-03-01") + chrono::Days::new(offset)
}

fn unit(cost: i64) -> UnitPrice {
    UnitPrice::new(Decimal::new(cost, 4), Currency::EUR).unwrap()
}

impl Ledger {
    async fn new(method: &str, allows_negative: bool) -> Self {
        let mut harness = memory().await;
        let shop = Shop::founded(&harness, Company { backdating_days: 3_660, ..Company::new("Laws", Currency::EUR) }).await;
        harness.clock.set("2026-09-01T09:00:00Z".parse().unwrap());
        harness = shop.harness.clone();
        let crm = harness.crm().with_costing("fifo", Arc::new(Fifo));
        let session = crm.act_as(shop.company, crm_core::access::Principal::operator(shop.admin)).await.unwrap();
        let tracking = if method == LOT { Tracking::Lot } else { Tracking::None };
        let product = Product { costing: method.to_owned(), tracking, ..Product::stocked("L", "Law", Currency::EUR) };
        let product = session.products().create(product).await.unwrap().id;
        let warehouse = session.warehouses().create(Warehouse { allows_negative, ..Warehouse::new("N", "N") }).await.unwrap().id;
        if method == SPECIFIED {
            let set = SetUnitCost { product_id: product, lot: None, day: day("2026-01-01"), unit_cost: price("3.337"), reference: None };
            session.stock().set_unit_cost(&set).await.unwrap();
        }
        Self { shop, session, product, warehouse, lot: (method == LOT).then(|| "A".to_owned()) }
    }

    async fn receive(&self, day: Day, amount: Quantity, cost: UnitPrice) -> crm_core::Result<StockDocumentId> {
        let line = ReceiptLine { lot: self.lot.clone(), is_free: cost.amount().is_zero(), ..ReceiptLine::new(self.product, amount, cost) };
        self.session.stock().receive(&NewReceipt::new(self.warehouse, day, vec![line])).await.map(|p| p.document_id)
    }

    async fn deliver(&self, day: Day, amount: Quantity) -> crm_core::Result<crm_core::ids::SalesDocumentId> {
        let line = LineItem { lot: self.lot.clone(), ..LineItem::new(self.product, amount, price("9")) };
        let delivery = NewDelivery { day, warehouse_id: self.warehouse, lines: vec![line], ..self.shop.delivery("1", "1") };
        self.session.sales().deliver(&delivery).await.map(|p| p.document_id)
    }

    async fn documents(&self, kinds: &[MovementKind]) -> Vec<StockDocumentId> {
        let all = self.session.stock_documents().list().sort(&["day", "number"]).fetch().await.unwrap();
        all.into_iter().filter(|d| kinds.contains(&d.kind)).map(|d| d.id).collect()
    }

    async fn happen(&self, event: &Event) -> crm_core::Result<()> {
        let stock = self.session.stock();
        let (product_id, lot, reference) = (self.product, self.lot.clone(), None);
        match *event {
            Event::Receive { day, quantity, cost } => self.receive(on(day), thousandths(quantity), unit(cost)).await.map(drop),
            Event::Deliver { day, quantity } => self.deliver(on(day), thousandths(quantity)).await.map(drop),
            Event::TakeBack { nth, thousandth } => {
                let delivered = self.session.sales_lines().list().filter(&SalesLine::quantity().gt(Quantity::ZERO)).unwrap().fetch().await.unwrap();
                let Some(line) = delivered.get(nth % delivered.len().max(1)) else { return Ok(()) };
                let back = NewReturn { day: line.day, warehouse_id: self.warehouse, ..self.shop.back(line.document_id, &[(line.id, "1")]) };
                let amount = (line.quantity.decimal() * Decimal::new(thousandth, 3)).round_dp(6);
                let lines = vec![crm_core::sales::ReturnLine::linked(line.id, Quantity::new(amount).unwrap())];
                self.session.sales().return_goods(&NewReturn { lines, ..back }).await.map(drop)
            }
            Event::Count { day, quantity } => {
                let line = CountLine { lot, ..CountLine::new(product_id, thousandths(quantity)) };
                stock.count(&NewCount { warehouse_id: self.warehouse, day: on(day), reference, lines: vec![line] }).await.map(drop)
            }
            Event::SendBack { day, quantity, credit } => {
                let line = SupplierReturnLine { product_id, quantity: thousandths(quantity), lot, credit: Some(unit(credit)), receipt_line: None };
                let back = NewSupplierReturn { warehouse_id: self.warehouse, day: on(day), receipt_id: None, reference, lines: vec![line] };
                stock.return_to_supplier(&back).await.map(drop)
            }
            Event::AddCost { nth, day, amount } => {
                let receipts = self.documents(&[MovementKind::Receipt]).await;
                let Some(receipt_id) = receipts.get(nth % receipts.len().max(1)).copied() else { return Ok(()) };
                stock.add_cost(&AddCost { receipt_id, lines: Vec::new(), day: on(day), amount: cents(amount), reference }).await.map(drop)
            }
            Event::CorrectPrice { nth, day, cost } => {
                let receipts = self.documents(&[MovementKind::Receipt]).await;
                let Some(receipt_id) = receipts.get(nth % receipts.len().max(1)).copied() else { return Ok(()) };
                let correct = CorrectPrice { receipt_id, line: 1, unit_cost: unit(cost), day: on(day), reference };
                stock.correct_receipt_price(&correct).await.map(drop)
            }
            Event::Reverse { nth, day } => {
                let kinds = [MovementKind::Receipt, MovementKind::Count, MovementKind::SupplierReturn, MovementKind::LateCost];
                let documents = self.documents(&kinds).await;
                let Some(document_id) = documents.get(nth % documents.len().max(1)).copied() else { return Ok(()) };
                stock.reverse(&Reverse { document_id, day: on(day), reference }).await.map(drop)
            }
            Event::SetCost { day, cost } => {
                stock.set_unit_cost(&SetUnitCost { product_id, lot, day: on(day), unit_cost: unit(cost), reference }).await.map(drop)
            }
        }
    }

    /// Quantity, value, and the effective cost of each delivered line in the order of days.
    async fn figures(&self) -> (Quantity, Money, Vec<(Day, Quantity, Decimal)>) {
        let pool = self.session.stock_pools().get(self.product).await.unwrap();
        let mut corrections: BTreeMap<SalesLineId, Decimal> = BTreeMap::new();
        for correction in self.session.cost_corrections().list().fetch().await.unwrap() {
            *corrections.entry(correction.sales_line_id).or_default() += correction.amount.shown().unwrap().amount();
        }
        let lines = self.session.sales_lines().list().sort(&["day", "quantity"]).fetch().await.unwrap();
        let cost = |l: &crm_core::entity::Stored<SalesLine>| l.cost.shown().unwrap().amount() + corrections.get(&l.id).copied().unwrap_or_default();
        let lines = lines.iter().map(|l| (l.day, l.quantity, cost(l).normalize())).collect();
        (pool.quantity, pool.value.shown().unwrap(), lines)
    }

    async fn recost(&self) {
        let recost = NewRecost { product_id: self.product, from: day("2000-01-01"), day: on(DAYS), reference: None };
        self.session.stock().recost(&recost).await.unwrap();
    }
}

const REFUSALS: [Code; 9] = [
    Code::InsufficientStock,
    Code::ReturnExceedsDelivery,
    Code::CostUnknown,
    Code::FieldInvalid,
    Code::NotCorrectable,
    Code::NoStock,
    Code::LotUnknown,
    Code::StockBackdated,
    Code::ReferenceMissing,
];

proptest! {
    #![proptest_config(ProptestConfig { cases: 24, failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn the_books_verify_whatever_happens_to_a_product(events in prop::collection::vec(event(), 1..30)) {
        for (method, _) in strategies() {
            runtime().block_on(async {
                let ledger = Ledger::new(method, true).await;
                for event in &events {
                    if let Err(error) = ledger.happen(event).await {
                        assert!(REFUSALS.contains(&error.code()), "{method}: {event:?}: {error:?}");
                    }
                    if let Err(error) = ledger.session.verify().await {
                        panic!("{method}: after {event:?} of {events:?}: {error:?}");
                    }
                }
            });
        }
    }

    /// Receipts and deliveries in any order of entry, costed again, are what they would have been in the order of days.
    #[test]
    fn costing_again_equals_entry_in_the_order_of_days(
        receipts in prop::collection::btree_map(0..200_u64, (1..90_000_i64, 1..90_000_i64), 1..10),
        deliveries in prop::collection::btree_map(0..200_u64, 1..60_000_i64, 1..10),
        order in prop::collection::vec(0..1_000_u32, 20),
    ) {
        // One document a day, so that the order of days is an order of documents.
        let mut entries: Vec<(u64, Option<i64>, i64)> = receipts.into_iter().map(|(day, (q, c))| (day * 2, Some(c), q)).collect();
        entries.extend(deliveries.into_iter().map(|(day, q)| (day * 2 + 1, None, q)));
        let mut shuffled = entries.clone();
        let mut keys = order.iter().cycle();
        shuffled.sort_by_cached_key(|_| *keys.next().unwrap());
        entries.sort_by_key(|(day, ..)| *day);
        for method in [MOVING_AVERAGE, SPECIFIED, "fifo"] {
            runtime().block_on(async {
                let mut figures = Vec::new();
                for (list, is_costed_again) in [(&entries, false), (&shuffled, true)] {
                    let ledger = Ledger::new(method, true).await;
                    for (day, cost, amount) in list {
                        match cost {
                            Some(cost) => drop(ledger.receive(on(*day), thousandths(*amount), unit(*cost)).await.unwrap()),
                            None => drop(ledger.deliver(on(*day), thousandths(*amount)).await.unwrap()),
                        }
                    }
                    if is_costed_again {
                        ledger.recost().await;
                    }
                    ledger.session.verify().await.unwrap();
                    let preview = ledger.session.stock().recost_preview(ledger.product, day("2000-01-01")).await.unwrap();
                    assert!(preview.lines.is_empty() && preview.variance.is_zero(), "{method}: recalculation twice changes something: {preview:?}");
                    figures.push(ledger.figures().await);
                }
                assert_eq!(figures[0], figures[1], "{method}: {shuffled:?}");
            });
        }
    }

    #[test]
    fn a_document_undone_at_once_leaves_the_value_that_was_there(received in prop::collection::vec((1..9_000_i64, 1..90_000_i64), 1..6), amount in 1..5_000_i64, cost in 1..90_000_i64) {
        for (method, _) in strategies() {
            runtime().block_on(async {
                let ledger = Ledger::new(method, false).await;
                for (q, c) in &received {
                    ledger.receive(on(0), thousandths(*q), unit(*c)).await.unwrap();
                }
                let before = ledger.figures().await;
                let events = [
                    Event::Receive { day: 1, quantity: amount, cost },
                    Event::Count { day: 1, quantity: -1 },
                    Event::SendBack { day: 1, quantity: 1, credit: cost },
                    Event::AddCost { nth: 0, day: 1, amount: cost },
                ];
                for event in &events {
                    ledger.happen(event).await.unwrap();
                    let newest = ledger.session.stock_documents().list().filter(&StockDocument::day().eq(on(1))).unwrap().sort(&["-posted_at", "-number"]);
                    let all = newest.fetch().await.unwrap();
                    let document_id = all.iter().find(|d| d.kind != MovementKind::Reversal && !all.iter().any(|r| r.corrects_id == Some(d.id))).unwrap().id;
                    ledger.session.stock().reverse(&Reverse { document_id, day: on(1), reference: None }).await.unwrap();
                    assert_eq!(ledger.figures().await, before, "{method}: {event:?}");
                    ledger.session.verify().await.unwrap();
                }
                let varied = ledger.session.report::<crm_core::stock::CostVariance>(|r| r.by("kind")?.sum("amount")).await.unwrap();
                let total: Decimal = varied.iter().map(|row| row[2].clone().into_decimal().unwrap()).sum();
                // What purchases differ from a specified cost stays; everything undone cancels out.
                assert!(method == SPECIFIED || total.is_zero(), "{method}: {varied:?}");
            });
        }
    }
}

/// A method that keeps value without goods.
struct Hoarder;

impl CostingStrategy for Hoarder {
    fn needs(&self) -> crm_core::costing::Needs {
        crm_core::costing::Needs::Balance
    }

    fn receive(&self, state: &CostState, quantity: Quantity, value: Money, context: &CostContext) -> crm_core::Result<crm_core::costing::CostStep> {
        MovingAverage.receive(state, quantity, value, context)
    }

    fn issue(&self, state: &CostState, quantity: Quantity, _: &CostContext) -> crm_core::Result<crm_core::costing::CostStep> {
        let left = state.with(state.quantity.minus(quantity)?, state.value)?;
        Ok(crm_core::costing::CostStep { state: left, value: cents(0) })
    }

    fn withdraw(
        &self,
        state: &CostState,
        quantity: Quantity,
        value: Money,
        receipt: i64,
        context: &CostContext,
    ) -> crm_core::Result<crm_core::costing::CostStep> {
        MovingAverage.withdraw(state, quantity, value, receipt, context)
    }

    fn charge(&self, state: &CostState, late: &LateCost, context: &CostContext) -> crm_core::Result<CostState> {
        MovingAverage.charge(state, late, context)
    }

    fn revalue(&self, state: &CostState, value: Money, context: &CostContext) -> crm_core::Result<CostState> {
        MovingAverage.revalue(state, value, context)
    }
}

#[test]
fn a_strategy_that_breaks_a_law_is_stopped_and_nothing_is_posted() {
    runtime().block_on(async {
        let ledger = Ledger::new(MOVING_AVERAGE, false).await;
        let crm = ledger.shop.crm.clone().with_costing("hoarder", Arc::new(Hoarder));
        let session = crm.act_as(ledger.shop.company, crm_core::access::Principal::operator(ledger.shop.admin)).await.unwrap();
        let product = Product { costing: "hoarder".into(), ..Product::stocked("H", "Hoarded", Currency::EUR) };
        let product = session.products().create(product).await.unwrap().id;
        session.stock().receive(&ledger.shop.receipt(&[(product, "2", "5")])).await.unwrap();
        let error = ledger.shop.refuses(Code::CostingUnlawful, session.sales().deliver(&ledger.shop.delivery_of(&[(product, "2", "9")]))).await;
        assert_eq!(error.context("law"), Some("a quantity of zero has a value of zero"));
    });
}

/// The rule that four systems answer in four ways: only one of them balances.
#[test]
fn a_receipt_corrects_what_was_sold_before_it_came() {
    runtime().block_on(async {
        for (method, _) in strategies().into_iter().filter(|(name, _)| !matches!(*name, LOT | SPECIFIED)) {
            let ledger = Ledger::new(method, true).await;
            let set = SetUnitCost { product_id: ledger.product, lot: None, day: on(0), unit_cost: price("8"), reference: None };
            ledger.session.stock().set_unit_cost(&set).await.unwrap();
            ledger.deliver(on(1), 10.into()).await.unwrap();
            ledger.receive(on(2), 15.into(), price("10")).await.unwrap();
            let (on_hand, value, lines) = ledger.figures().await;
            assert_eq!((on_hand, value), (quantity("5"), eur("50")), "{method}");
            assert_eq!(lines, [(on(1), quantity("10"), Decimal::from(100))], "{method}");
            let correction = ledger.session.cost_corrections().list().fetch().await.unwrap().remove(0).data;
            let CostCorrection { day, quantity: of, .. } = correction;
            assert_eq!((day, of, correction.amount.shown()), (on(2), quantity("10"), Some(eur("20"))), "{method}");
        }
    });
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 24, failure_persistence: None, ..ProptestConfig::default() })]

    /// A warehouse that refuses negative stock has none at the end of any day, whatever happens in whatever order.
    #[test]
    fn no_day_ends_with_less_than_nothing(events in prop::collection::vec(event(), 1..40)) {
        for method in [MOVING_AVERAGE, LOT] {
            runtime().block_on(async {
                let ledger = Ledger::new(method, false).await;
                for event in &events {
                    if let Err(error) = ledger.happen(event).await {
                        assert!(REFUSALS.contains(&error.code()), "{method}: {event:?}: {error:?}");
                    }
                }
                let mut days: BTreeMap<Day, Decimal> = BTreeMap::new();
                for movement in ledger.session.stock_movements().list().fetch().await.unwrap() {
                    *days.entry(movement.day).or_default() += movement.quantity.decimal();
                }
                let mut left = Decimal::ZERO;
                for (day, moved) in days {
                    left += moved;
                    assert!(left >= Decimal::ZERO, "{method}: {left} at the end of {day} of {events:?}");
                }
            });
        }
    }

    /// A price corrected and goods sent back come to the same in either order: what is charged exactly, what stock is worth but for a cent of rounding.
    #[test]
    fn a_price_is_corrected_before_or_after_goods_went_back(
        (received, sent) in (2..90_000_i64).prop_flat_map(|received| (Just(received), 1..received)),
        (cost, right, credit) in (1..90_000_i64, 1..90_000_i64, prop::option::of(1..90_000_i64)),
    ) {
        for (method, _) in strategies() {
            runtime().block_on(async {
                let mut figures = Vec::new();
                for corrects_first in [true, false] {
                    let ledger = Ledger::new(method, false).await;
                    let receipt = ledger.receive(on(0), thousandths(received), unit(cost)).await.unwrap();
                    let (stock, lot) = (ledger.session.stock(), ledger.lot.clone());
                    let credit = credit.map(unit);
                    let line = SupplierReturnLine { lot, credit, ..SupplierReturnLine::new(ledger.product, thousandths(sent)) };
                    let back = NewSupplierReturn { receipt_id: Some(receipt), ..NewSupplierReturn::new(ledger.warehouse, on(1), vec![line]) };
                    let correct = CorrectPrice { receipt_id: receipt, line: 1, unit_cost: unit(right), day: on(1), reference: None };
                    if corrects_first {
                        stock.correct_receipt_price(&correct).await.unwrap();
                        stock.return_to_supplier(&back).await.unwrap();
                    } else {
                        stock.return_to_supplier(&back).await.unwrap();
                        stock.correct_receipt_price(&correct).await.unwrap();
                    }
                    ledger.session.verify().await.unwrap();
                    let documents = ledger.session.stock_documents().list().fetch().await.unwrap();
                    let charged: Decimal = documents.iter().map(|d| d.amount.shown().unwrap().amount()).sum();
                    let (quantity, value, _) = ledger.figures().await;
                    figures.push((charged, quantity, value.amount()));
                }
                let ((charged, quantity, value), (other, left, worth)) = (figures[0], figures[1]);
                assert_eq!((charged, quantity), (other, left), "{method}");
                assert!((value - worth).abs() <= Decimal::new(2, 2), "{method}: {value} and {worth}");
            });
        }
    }
}
