//! Laws of receivables under random histories: whatever is paid, corrected or taken back, on whatever days, no day has more allocated than
//! there is, the buckets of every day are its balance, what comes later changes no earlier day, and a cancellation restores.
#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic, reason = "tests: a failed expectation is a panic")]

use crm_core::{
    Code, Result,
    company::Company,
    customers::Customer,
    ids::{CustomerId, OpenItemId, PaymentId},
    num::{Currency, Money, MoneyStep},
    receivables::{
        AccountOf, Adjustment, AdjustmentCancellation, AdjustmentKind, AgedItem, Ageing, AgeingBasis, AgeingBy, AgeingQuery, Allocate, Allocation,
        Deallocation, Instalment, NewCreditAllocation, NewPayment, NewRefund, NewWriteOff, OpenItem, PayerCredit, PaymentCancellation, Rescheduling,
    },
    sales::{CreditLine, LineItem, NewCreditNote, NewDelivery, NewOrder, NewReturn, OrderDelivery, OrderedPart, PayableRounding, Reversal},
    time::Day,
};
use crm_tests::{
    harness::{Harness, Shop, assert_same_tables, day, eur, memory, postgres, price, sqlite},
    random::Dice,
    runtime,
};
use std::collections::BTreeMap;

/// Codes that a random act may be refused with.
const EXPECTED: [Code; 6] =
    [Code::FieldInvalid, Code::AllocationExceeded, Code::ReferenceMissing, Code::AlreadyCancelled, Code::CreditReserved, Code::WriteOffExceeded];

/// Days that a receivable may be overdue before it stops credit.
const OVERDUE_DAYS: u64 = 5;

struct History {
    shop: Shop,
    /// The payer, then those that it pays for.
    family: [CustomerId; 3],
    dice: Dice,
    done: BTreeMap<&'static str, usize>,
}

/// What was open on a day: the sums, and each item.
type Answer = (Ageing, Vec<(OpenItemId, Money)>);

fn on(number: usize) -> Day {
    day("2026-01-01").checked_add_days(chrono::Days::new(number as u64)).unwrap()
}

impl History {
    async fn new(harness: Harness, seed: u64) -> Self {
        let company = Company { credit_overdue_days: Some(OVERDUE_DAYS as i64), ..Company::new("Acme", Currency::EUR) };
        let shop = Shop::founded(&harness, company).await;
        let parent = Customer { currency: Some(Currency::EUR), credit_limit: Some(eur("500")), ..Customer::new("P", "Parent") };
        let parent = shop.session.customers().create(parent).await.unwrap().id;
        let child = |code| Customer { payer_id: Some(parent), ..Customer::new(code, code) };
        let (one, two) =
            (shop.session.customers().create(child("S1")).await.unwrap().id, shop.session.customers().create(child("S2")).await.unwrap().id);
        Self { shop, family: [parent, one, two], dice: Dice::new(seed), done: BTreeMap::new() }
    }

    fn money(&mut self) -> Money {
        eur(&format!("{}.{:02}", self.dice.below(120), self.dice.below(100)))
    }

    async fn items(&self, positive: bool) -> Vec<crm_core::entity::Stored<OpenItem>> {
        let items = self.shop.session.open_items().list().fetch().await.unwrap();
        items.into_iter().filter(|i| if positive { i.open.is_positive() } else { i.open.is_negative() }).collect()
    }

    fn count<T>(&mut self, name: &'static str, result: Result<T>) {
        match result {
            Ok(_) => *self.done.entry(name).or_default() += 1,
            Err(error) => assert!(EXPECTED.contains(&error.code()), "{name}: {error:?}"),
        }
    }

    /// One random act, on a random day; answers with the day.
    async fn act(&mut self) -> Day {
        let kind = self.dice.below(12);
        // Corrections come later than what they correct, as a rule; now and then they do not, and are refused.
        let on = on(if kind > 6 && !self.dice.once_in(6) { 35 + self.dice.below(25) } else { self.dice.below(60) });
        let who = self.dice.one(&self.family);
        let debtors = if who == self.family[0] { self.family[1..].to_vec() } else { Vec::new() };
        let amount = self.money();
        let session = self.shop.session.clone();
        let receivables = session.receivables();
        match kind {
            0..=2 => self.deliver(who, on, amount).await,
            3 => {
                let back = NewReturn { customer_id: who, day: on, ..self.shop.unlinked(self.shop.service, "1", &amount.amount().to_string()) };
                let result = session.sales().return_goods(&back).await;
                self.count("return", result);
            }
            4 | 5 => {
                let allocate = if self.dice.once_in(3) { Allocate::Nothing } else { Allocate::OldestDue };
                let result = receivables.record_payment(&NewPayment { allocate, debtors, ..NewPayment::new(who, on, amount) }).await;
                self.count("pay", result);
            }
            6 => {
                let credits = self.items(false).await;
                let Some(credit) = credits.get(self.dice.below(credits.len().max(1))) else { return on };
                let debtors = if credit.customer_id == self.family[0] { self.family[1..].to_vec() } else { Vec::new() };
                let items: Vec<_> = self.items(true).await.iter().map(|i| (i.id, i.open.min(amount).unwrap())).take(2).collect();
                let allocate = if self.dice.once_in(2) { Allocate::OldestDue } else { Allocate::Items(items) };
                let set = NewCreditAllocation { customer_id: credit.customer_id, credit_id: credit.id, allocate, debtors, day: on };
                let result = receivables.allocate_credit(&set).await;
                self.count("allocate", result);
            }
            7 => {
                let rows = session.allocations().list().filter(&Allocation::reverses_id().is_empty()).unwrap().fetch().await.unwrap();
                let Some(row) = rows.get(self.dice.below(rows.len().max(1))) else { return on };
                let amount = if self.dice.once_in(2) { None } else { Some(amount.min(row.amount).unwrap()) };
                let result = receivables.deallocate(&Deallocation { allocation_id: row.id, amount, day: on }).await;
                self.count("deallocate", result);
            }
            8 => self.give_up(on, amount).await,
            9 => {
                let payments = session.payments().list().fetch().await.unwrap();
                let Some(payment) = payments.get(self.dice.below(payments.len().max(1))) else { return on };
                let result = receivables.cancel_payment(&PaymentCancellation { payment_id: payment.id, day: on, reason: None }).await;
                self.count("cancel a payment", result);
            }
            10 => {
                let wanted = Adjustment::kind().is_in([AdjustmentKind::Refund, AdjustmentKind::WriteOff]);
                let found = session.adjustments().list().filter(&wanted).unwrap().fetch().await.unwrap();
                let Some(adjustment) = found.get(self.dice.below(found.len().max(1))) else { return on };
                let cancellation = AdjustmentCancellation { adjustment_id: adjustment.id, day: on, reason: None };
                let result = receivables.cancel_adjustment(&cancellation).await;
                self.count("cancel an adjustment", result);
            }
            _ => self.reschedule(on).await,
        }
        on
    }

    async fn deliver(&mut self, customer_id: CustomerId, on: Day, amount: Money) {
        let amount = amount.plus(eur("1")).unwrap();
        let half = eur("0.5");
        let later = |days| on.checked_add_days(chrono::Days::new(days)).unwrap();
        let parts = [Instalment { due_day: later(3), amount: half }, Instalment { due_day: later(40), amount: amount.minus(half).unwrap() }];
        let instalments = if self.dice.once_in(2) { parts.to_vec() } else { Vec::new() };
        let lines = [(self.shop.service, "1", amount.amount().to_string())];
        let lines: Vec<_> = lines.iter().map(|(p, q, a)| (*p, *q, a.as_str())).collect();
        let delivery = NewDelivery { customer_id, day: on, instalments, ..self.shop.delivery_of(&lines) };
        let result = self.shop.session.sales().deliver(&delivery).await;
        self.count("deliver", result);
    }

    async fn give_up(&mut self, on: Day, amount: Money) {
        let positive = self.dice.once_in(2);
        let items = self.items(positive).await;
        let Some(item) = items.get(self.dice.below(items.len().max(1))) else { return };
        let amount = if self.dice.once_in(2) { item.open.absolute() } else { amount };
        let (customer_id, session) = (item.customer_id, self.shop.session.clone());
        if positive || self.dice.once_in(2) {
            let off = NewWriteOff { customer_id, item_id: item.id, amount, day: on, reason: None };
            let result = session.receivables().write_off(&off).await;
            self.count("write off", result);
        } else {
            let refund = NewRefund { customer_id, credit_id: item.id, amount, day: on, method: None, reason: None };
            let result = session.receivables().refund(&refund).await;
            self.count("refund", result);
        }
    }

    async fn reschedule(&mut self, on: Day) {
        let open = self.items(true).await;
        let Some(first) = open.get(self.dice.below(open.len().max(1))) else { return };
        let Some(document_id) = first.sales_document_id else { return };
        let of = open.iter().filter(|i| i.sales_document_id == Some(document_id)).map(|i| i.open);
        let amount = Money::sum(of, Currency::EUR).unwrap();
        let due_day = first.document_day.checked_add_days(chrono::Days::new(20)).unwrap();
        let plan =
            Rescheduling { customer_id: first.customer_id, document_id, instalments: vec![Instalment { due_day, amount }], day: on, reason: None };
        let result = self.shop.session.receivables().reschedule(&plan).await;
        self.count("reschedule", result);
    }

    fn query(&self, as_of: Day) -> AgeingQuery {
        AgeingQuery::new(as_of, Currency::EUR)
    }

    async fn answer(&self, as_of: Day) -> Answer {
        let items = self.shop.session.receivables().aged_items(&self.query(as_of)).await.unwrap();
        let mut items: Vec<_> = items.into_iter().map(|i| (i.item.id, i.open)).collect();
        items.sort_by_key(|(id, _)| *id);
        (self.shop.session.receivables().ageing(&self.query(as_of)).await.unwrap(), items)
    }

    /// Credit control of a day goes by the balances of that day and of the later ones, and a payer answers for all that they pay for.
    async fn credit_holds(&self, as_of: Day, items: &[crm_core::entity::Stored<OpenItem>]) {
        let receivables = self.shop.session.receivables();
        let sum = |of: &[CustomerId], on: Day| {
            Money::sum(items.iter().filter(|i| of.contains(&i.customer_id) && i.day <= on).map(|i| i.amount), Currency::EUR).unwrap()
        };
        let aged = receivables.aged_items(&self.query(as_of)).await.unwrap();
        let allowed = as_of.checked_sub_days(chrono::Days::new(OVERDUE_DAYS)).unwrap();
        let [parent, one, two] = self.family;
        for (who, accounts) in [(parent, vec![parent, one, two]), (one, vec![one]), (two, vec![two])] {
            let state = receivables.credit_state(who, as_of).await.unwrap();
            let owed = sum(&accounts, as_of);
            let highest =
                items.iter().filter(|i| i.day > as_of).map(|i| sum(&accounts, i.day)).fold(owed, |a, b| if b.amount() > a.amount() { b } else { a });
            assert_eq!((state.receivables, state.receivables.plus(state.later).unwrap()), (owed, highest), "on {as_of}");
            let late = aged.iter().filter(|i| i.item.customer_id == who && i.open.is_positive() && i.item.due_day < allowed).count();
            assert_eq!(usize::try_from(state.overdue).unwrap(), late, "on {as_of}");
            let of_parent = receivables.credit_state(parent, as_of).await.unwrap();
            let payer = PayerCredit {
                customer_id: parent,
                limit: eur("500"),
                receivables: of_parent.receivables,
                later: of_parent.later,
                undelivered: of_parent.undelivered,
            };
            assert_eq!(state.payer, (who != parent).then_some(payer));
        }
    }

    /// The laws of one day.
    async fn holds(&self, as_of: Day) {
        let receivables = self.shop.session.receivables();
        let items: Vec<AgedItem> = receivables.aged_items(&self.query(as_of)).await.unwrap();
        for aged in &items {
            let within =
                aged.open.is_negative() == aged.item.amount.is_negative() && aged.open.absolute().amount() <= aged.item.amount.absolute().amount();
            assert!(within, "on {as_of} {} of {:?} are open", aged.open, aged.item);
        }
        let total = receivables.ageing(&self.query(as_of)).await.unwrap();
        assert_eq!(total.total, Money::sum(items.iter().filter(|i| i.bucket.is_some()).map(|i| i.open), Currency::EUR).unwrap());
        assert_eq!(total.credits, Money::sum(items.iter().filter(|i| i.bucket.is_none()).map(|i| i.open.negated()), Currency::EUR).unwrap());
        assert!(total.buckets.iter().all(|b| !b.is_negative()) && !total.credits.is_negative(), "{total:?}");
        let mut balance = eur("0");
        for who in self.family {
            let query = AgeingQuery { of: AccountOf::Customer(who), ..self.query(as_of) };
            let (ageing, own) = (receivables.ageing(&query).await.unwrap(), receivables.balance(who, as_of, Currency::EUR).await.unwrap());
            assert_eq!(ageing.balance().unwrap(), own);
            balance = balance.plus(own).unwrap();
            let statement = receivables.statement(query.of, (on(0), as_of), Currency::EUR).await.unwrap();
            assert_eq!(statement.closing, own);
        }
        assert_eq!(total.balance().unwrap(), balance);
        for by in [AgeingBy::Customer, AgeingBy::PayerGroup, AgeingBy::Salesperson] {
            let rows = receivables.ageing_by(by, &self.query(as_of)).await.unwrap();
            assert_eq!(Money::sum(rows.iter().map(|r| r.ageing.balance().unwrap()), Currency::EUR).unwrap(), balance, "{by:?}");
        }
        let by_document = AgeingQuery { basis: AgeingBasis::DocumentDate, ..self.query(as_of) };
        assert_eq!(receivables.ageing(&by_document).await.unwrap().total, total.total);
    }
}

async fn live(history: &mut History, acts: usize) {
    let days = [0, 10, 20, 35, 59, 120];
    for _ in 0..acts {
        let mut before = Vec::new();
        for number in days {
            before.push((on(number), history.answer(on(number)).await));
        }
        let acted = history.act().await;
        for (day, answer) in before.into_iter().filter(|(day, _)| *day < acted) {
            assert_eq!(history.answer(day).await, answer, "what was done on {acted} changed {day}");
        }
    }
    let items = history.shop.session.open_items().list().fetch().await.unwrap();
    for number in 0..61 {
        history.holds(on(number)).await;
        history.credit_holds(on(number), &items).await;
    }
    history.holds(on(400)).await;
    history.shop.verify().await;
}

#[test]
fn laws_hold_under_random_histories() {
    let mut done: BTreeMap<&'static str, usize> = BTreeMap::new();
    for seed in 0..30 {
        runtime().block_on(async {
            let mut history = History::new(memory().await, seed).await;
            live(&mut history, 60).await;
            history.done.iter().for_each(|(name, count)| *done.entry(name).or_default() += count);
        });
    }
    println!("{done:?}");
    assert!(done.len() == 10 && done.values().all(|count| *count >= 15), "every kind of act is done often enough: {done:?}");
}

/// The same history leaves the same rows on every engine.
#[test]
fn engines_agree_on_random_histories() {
    runtime().block_on(async {
        let mut expected = History::new(memory().await, 99).await;
        live(&mut expected, 80).await;
        for engine in [sqlite().await, postgres().await] {
            let mut found = History::new(engine, 99).await;
            live(&mut found, 80).await;
            assert_eq!(found.done, expected.done);
            assert_same_tables(&expected.shop.dump().await, &found.shop.dump().await, "an engine");
        }
    });
}

/// What was open before a payment is open after its cancellation, whatever it was allocated to, in whatever order.
#[test]
fn a_cancellation_restores_what_was_open() {
    for seed in 100..140 {
        runtime().block_on(async {
            let mut history = History::new(memory().await, seed).await;
            for _ in 0..25 {
                history.act().await;
            }
            let open = async |history: &History| -> Vec<_> {
                let items = history.shop.session.open_items().list().fetch().await.unwrap();
                items.into_iter().filter(|i| !i.open.is_zero()).map(|i| (i.id, i.open)).collect()
            };
            let before = open(&history).await;
            let [parent, debtors @ ..] = history.family;
            let amount = history.money().plus(eur("50")).unwrap();
            let payment = NewPayment { allocate: Allocate::OldestDue, debtors: debtors.to_vec(), ..NewPayment::new(parent, on(70), amount) };
            let payment: PaymentId = history.shop.session.receivables().record_payment(&payment).await.unwrap().payment_id;
            assert_ne!(open(&history).await, before);
            let cancellation = PaymentCancellation { payment_id: payment, day: on(71), reason: None };
            history.shop.session.receivables().cancel_payment(&cancellation).await.unwrap();
            assert_eq!(open(&history).await, before, "seed {seed}");
            history.shop.verify().await;
        });
    }
}

/// Whatever comes back of a delivery, in whatever parts and ways: once nothing is left of it, nothing is owed for it, and what was paid is the
/// customer's. That includes what was rounded for cash.
#[test]
fn what_leaves_nothing_of_a_delivery_leaves_nothing_to_pay() {
    let mut rounded = 0;
    for seed in 0..120 {
        runtime().block_on(async {
            let (shop, mut dice) = (memory().await.shop().await, Dice::new(seed));
            let customer_id = dice.one(&[shop.customer, shop.other]);
            let lines: Vec<_> = (0..=dice.below(3))
                .map(|_| LineItem {
                    includes_tax: Some(dice.once_in(2)),
                    ..LineItem::new(shop.service, (1 + dice.below(4) as i32).into(), price(&format!("{}.{:02}", dice.below(9), 1 + dice.below(99))))
                })
                .collect();
            let steps = ["0.05", "0.1", "1", "5"].map(|step| MoneyStep::new(step.parse().unwrap()).unwrap());
            let payable_rounding = if dice.once_in(5) { PayableRounding::None } else { PayableRounding::To(dice.one(&steps)) };
            let delivery = NewDelivery { payable_rounding, ..NewDelivery::new(customer_id, shop.warehouse, on(10), lines) };
            let delivered = shop.session.sales().deliver(&delivery).await.unwrap();
            rounded += usize::from(delivered.payable != delivered.gross);
            let paid = [eur("0"), delivered.payable, eur("1")][dice.below(3)];
            if paid.is_positive() {
                let payment = NewPayment { allocate: Allocate::OldestDue, ..NewPayment::new(customer_id, on(11), paid) };
                shop.session.receivables().record_payment(&payment).await.unwrap();
            }
            let ids = shop.lines_of(delivered.document_id).await;
            for _ in 0..dice.below(8) {
                let line_id = dice.one(&ids);
                if dice.once_in(3) {
                    let line = CreditLine::linked(line_id, eur(&format!("0.{:02}", 1 + dice.below(99))));
                    let note =
                        NewCreditNote { delivery_id: Some(delivered.document_id), ..NewCreditNote::new(customer_id, on(12), "sorry", vec![line]) };
                    shop.session.sales().credit(&note).await.ok();
                } else {
                    let back = NewReturn { customer_id, day: on(12), ..shop.back(delivered.document_id, &[(line_id, "1")]) };
                    let back = shop.session.sales().return_goods(&back).await;
                    if let (Ok(back), true) = (back, dice.once_in(6)) {
                        let undone = Reversal { document_id: back.document_id, day: on(13), reason: "no".into() };
                        shop.session.sales().reverse(&undone).await.unwrap();
                    }
                }
            }
            let rest = Reversal { document_id: delivered.document_id, day: on(14), reason: "the rest".into() };
            if let Err(error) = shop.session.sales().reverse(&rest).await {
                assert_eq!(error.code(), Code::DocumentReversed, "seed {seed}: {error:?}");
            }
            let balance = shop.session.receivables().balance(customer_id, on(14), Currency::EUR).await.unwrap();
            assert_eq!(balance, paid.negated(), "seed {seed}");
            shop.verify().await;
        });
    }
    assert!(rounded > 60, "only {rounded} were rounded");
}

/// What is paid for an order in advance stays with it, however often its deliveries are taken back: it waits, or settles deliveries that stand.
#[test]
fn what_is_prepaid_stays_with_its_order() {
    for seed in 0..40 {
        runtime().block_on(async {
            let (shop, mut dice) = (memory().await.shop().await, Dice::new(seed));
            let (session, receivables) = (shop.session.clone(), shop.session.receivables());
            let order = NewOrder::new(shop.customer, on(1), vec![LineItem::new(shop.service, 20.into(), price("9.99"))]);
            let order = session.orders().create(&order).await.unwrap();
            let mut prepaid = eur("0");
            for _ in 0..=dice.below(3) {
                let amount = eur(&format!("{}.{:02}", 1 + dice.below(90), dice.below(100)));
                let payment = NewPayment { order_id: Some(order.order_id), ..NewPayment::new(shop.customer, on(2), amount) };
                receivables.record_payment(&payment).await.unwrap();
                prepaid = prepaid.plus(amount).unwrap();
            }
            let mut standing = Vec::new();
            for number in 3..20 {
                if standing.is_empty() || dice.once_in(2) {
                    let line = session.orders().status(order.order_id).await.unwrap().lines.remove(0);
                    let pieces = OrderedPart::new(line.id, (1 + dice.below(9) as i32).into());
                    let delivery = OrderDelivery::of(order.order_id, shop.warehouse, on(number), vec![pieces]);
                    if let Ok(delivered) = session.orders().deliver(&delivery).await {
                        standing.push(delivered.document_id);
                    }
                } else {
                    let document_id = standing.swap_remove(dice.below(standing.len()));
                    session.sales().reverse(&Reversal { document_id, day: on(number), reason: "wrong".into() }).await.unwrap();
                }
                for day in [number, 60] {
                    let status = receivables.order_status(shop.customer, order.order_id, order.gross, on(day)).await.unwrap();
                    assert_eq!(status.settled, prepaid, "seed {seed}, day {day}");
                }
            }
            for document_id in standing {
                session.sales().reverse(&Reversal { document_id, day: on(21), reason: "all of it".into() }).await.unwrap();
            }
            let balance = receivables.balance(shop.customer, on(21), Currency::EUR).await.unwrap();
            assert_eq!(balance, prepaid.negated(), "seed {seed}");
            let open = session.open_items().list().filter(&OpenItem::open().ne(eur("0"))).unwrap().fetch().await.unwrap();
            assert!(open.iter().all(|item| item.order_id == Some(order.order_id) && item.payment_id.is_some()), "seed {seed}: {open:?}");
            shop.verify().await;
        });
    }
}
