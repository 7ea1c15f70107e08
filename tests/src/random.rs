//! Random work, the same on two storages: operations are drawn from a seed and applied to both, which must give the same answers, the same
//! error codes, and in the end the same tables. The storage in memory is the oracle, because it evaluates every condition in the core.
#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic, reason = "a suite of tests: a failed expectation is a panic")]

use crate::harness::{Harness, Shop, assert_same_tables, day};
use crm_core::{
    Result,
    custom::{CustomField, CustomType},
    customers::{Customer, CustomerGroup, CustomerGroupMember},
    dictionary::DictionaryEntry,
    entity::{Stored, Value},
    external::ExternalKey,
    ids::{CustomerGroupId, CustomerId, DictionaryEntryId, OpenItemId, OperatorId, ProductId, SalesDocumentId, SalesLineId, WarehouseId},
    num::{Currency, Decimal, Money, Quantity, UnitPrice},
    query::{Filter, Op, Test},
    receivables::{AgeingBuckets, Allocate, NewAllocation, NewPayment, OpenItem},
    sales::{LineItem, NewDelivery, NewReturn, ProfitBy, ReturnLine, SalesDocument, SalesLine},
    session::{Session, UpsertMode},
    stock::{CountLine, NewCount, NewReceipt, ReceiptLine, Warehouse},
    time::Day,
};
use serde_json::{Value as Json, json};
use std::{collections::BTreeMap, fmt::Debug};

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

    fn maybe<T: Clone>(&mut self, of: &[T]) -> Option<T> {
        if of.is_empty() || self.once_in(4) { None } else { Some(self.one(of)) }
    }

    fn decimal(&mut self, bound: usize, scale: u32) -> Decimal {
        Decimal::new(i64::try_from(self.below(bound)).unwrap(), scale)
    }

    fn money(&mut self) -> Money {
        let (bound, scale) = self.one(&[(30_000, 2), (300, 0), (1_000_000, 4)]);
        Money::new(self.decimal(bound, scale), Currency::EUR).unwrap()
    }

    fn price(&mut self) -> UnitPrice {
        let (bound, scale) = self.one(&[(5_000, 2), (50, 0), (5_000_000, 6)]);
        UnitPrice::new(self.decimal(bound, scale), Currency::EUR).unwrap()
    }

    fn quantity(&mut self, bound: usize) -> Quantity {
        let (bound, scale) = self.one(&[(bound, 0), (bound, 0), (bound * 1000, 3), (bound * 1_000_000, 6)]);
        Quantity::new(self.decimal(bound, scale)).unwrap()
    }

    fn day(&mut self) -> Day {
        let start = day("2025-11-15");
        start.checked_add_days(chrono::Days::new(self.below(120) as u64)).unwrap()
    }
}

/// One operation, fully decided before it is applied.
#[derive(Debug, Clone)]
enum Operation {
    Receive(NewReceipt),
    Count(NewCount),
    Deliver(NewDelivery, Option<String>),
    TakeBack(NewReturn),
    Pay(NewPayment),
    Allocate(NewAllocation),
    CreateCustomer(Customer),
    UpdateCustomer(Stored<Customer>),
    Upsert(ExternalKey, Customer, UpsertMode),
    CreateGroup(CustomerGroup),
    MoveGroup(Stored<CustomerGroup>),
    DeleteGroup(Stored<CustomerGroup>),
    DeleteCustomer(Stored<Customer>),
    Join(CustomerGroupMember),
    Leave(Stored<CustomerGroupMember>),
    SetCustom(CustomerId, Json),
    Merge(DictionaryEntryId, DictionaryEntryId),
    Listing(Filter, Vec<&'static str>, u32),
    Profit(ProfitBy, Filter),
    Ageing(Day),
}

impl Operation {
    fn name(&self) -> &'static str {
        match self {
            Self::Receive(_) => "receive",
            Self::Count(_) => "count",
            Self::Deliver(_, None) => "deliver",
            Self::Deliver(_, Some(_)) => "deliver with a key",
            Self::TakeBack(_) => "take back",
            Self::Pay(_) => "pay",
            Self::Allocate(_) => "allocate",
            Self::CreateCustomer(_) => "create a customer",
            Self::UpdateCustomer(_) => "update a customer",
            Self::Upsert(..) => "upsert",
            Self::CreateGroup(_) => "create a group",
            Self::MoveGroup(_) => "move a group",
            Self::DeleteGroup(_) => "delete a group",
            Self::DeleteCustomer(_) => "delete a customer",
            Self::Join(_) => "join a group",
            Self::Leave(_) => "leave a group",
            Self::SetCustom(..) => "set fields of the host",
            Self::Merge(..) => "merge entries",
            Self::Listing(..) => "list",
            Self::Profit(..) => "profit",
            Self::Ageing(_) => "ageing",
        }
    }
}

/// What is known of both worlds, which is the same in both as long as they agree.
struct Known {
    customers: Vec<Stored<Customer>>,
    groups: Vec<Stored<CustomerGroup>>,
    members: Vec<Stored<CustomerGroupMember>>,
    entries: Vec<DictionaryEntryId>,
    products: Vec<ProductId>,
    warehouses: Vec<WarehouseId>,
    operators: Vec<OperatorId>,
    lines: Vec<(CustomerId, SalesDocumentId, SalesLineId)>,
    items: Vec<Stored<OpenItem>>,
    keys: Vec<(String, NewDelivery)>,
}

/// One of the two: a shop, with a salesperson and the keeper of a branch of groups beside its administrator.
struct World {
    shop: Shop,
    others: [Session<'static>; 2],
}

/// Whose session does an operation: the administrator's, or one of the others'.
type Who = Option<usize>;

impl World {
    async fn new(harness: &Harness) -> Self {
        let shop = harness.shop().await;
        shop.session.warehouses().create(Warehouse::new("W2", "Second")).await.unwrap();
        let root = shop.group("ROOT", None).await;
        let (_, salesperson) = shop.operator("sam", &["salesperson"], &[]).await;
        let (_, manager) = shop.operator("mia", &["manager"], &[root]).await;
        for n in 0..4 {
            shop.session.dictionary_entries().create(DictionaryEntry::new("colour", format!("{n}"), &[])).await.unwrap();
        }
        for (name, ty) in [("size", CustomType::Decimal), ("motto", CustomType::Text), ("since", CustomType::Day)] {
            shop.session.custom_fields().create(CustomField::new("customer", name, ty)).await.unwrap();
        }
        shop.session.custom_fields().create(CustomField::choice("customer", "colour", "colour")).await.unwrap();
        Self { shop, others: [salesperson, manager] }
    }

    fn session(&self, who: Who) -> &Session<'static> {
        who.and_then(|who| self.others.get(who)).unwrap_or(&self.shop.session)
    }

    /// What is stored, through the services.
    async fn known(&self, keys: Vec<(String, NewDelivery)>) -> Known {
        let session = &self.shop.session;
        let lines = session.sales_lines().list().filter(&SalesLine::quantity().gt(Quantity::ZERO)).unwrap().fetch().await.unwrap();
        Known {
            customers: session.customers().list().fetch().await.unwrap(),
            groups: session.customer_groups().list().fetch().await.unwrap(),
            members: session.customer_group_members().list().fetch().await.unwrap(),
            entries: session.dictionary_entries().list().fetch().await.unwrap().iter().map(|e| e.id).collect(),
            products: session.products().list().fetch().await.unwrap().iter().map(|p| p.id).collect(),
            warehouses: session.warehouses().list().fetch().await.unwrap().iter().map(|w| w.id).collect(),
            operators: session.operators().list().fetch().await.unwrap().iter().map(|o| o.id).collect(),
            lines: lines.iter().map(|l| (l.customer_id, l.document_id, l.id)).collect(),
            items: session.open_items().list().fetch().await.unwrap(),
            keys,
        }
    }

    /// Applies an operation; the answer as text, or the code of the error with what it is about.
    async fn apply(&self, operation: &Operation, who: Who) -> Told {
        let session = self.session(who);
        match operation {
            Operation::Receive(receipt) => told(session.stock().receive(receipt).await),
            Operation::Count(count) => told(session.stock().count(count).await),
            Operation::Deliver(delivery, None) => told(session.sales().deliver(delivery).await),
            Operation::Deliver(delivery, Some(key)) => told(session.keyed(key).sales().deliver(delivery).await),
            Operation::TakeBack(back) => told(session.sales().take_back(back).await),
            Operation::Pay(payment) => told(session.receivables().record_payment(payment).await),
            Operation::Allocate(allocation) => told(session.receivables().allocate(allocation).await),
            Operation::CreateCustomer(customer) => told(session.customers().create(customer.clone()).await),
            Operation::UpdateCustomer(customer) => told(session.customers().update(customer).await),
            Operation::Upsert(key, customer, mode) => told(session.customers().upsert(key, customer.clone(), *mode).await),
            Operation::CreateGroup(group) => told(session.customer_groups().create(group.clone()).await),
            Operation::MoveGroup(group) => told(session.customer_groups().update(group).await),
            Operation::DeleteGroup(group) => told(session.customer_groups().delete(group).await),
            Operation::DeleteCustomer(customer) => told(session.customers().delete(customer).await),
            Operation::Join(member) => told(session.customer_group_members().create(member.clone()).await),
            Operation::Leave(member) => told(session.customer_group_members().delete(member).await),
            Operation::SetCustom(customer, values) => {
                let set = session.customers().set_custom(*customer, values).await;
                told(set).and(told(session.customers().custom_of(*customer).await))
            }
            Operation::Merge(from, into) => told(session.dictionary().merge(*from, *into).await),
            Operation::Listing(filter, sort, limit) => told(listing(session, filter, sort, *limit).await),
            Operation::Profit(by, filter) => told(session.sales().profit(*by, filter).await),
            Operation::Ageing(on) => told(session.receivables().ageing(*on, &AgeingBuckets::default(), Currency::EUR).await),
        }
    }
}

/// A list page by page, its count, and a report of the same records.
async fn listing(session: &Session<'_>, filter: &Filter, sort: &[&str], limit: u32) -> Result<String> {
    let (mut codes, mut after) = (Vec::new(), None);
    loop {
        let mut list = session.customers().list().filter(filter)?.sort(sort).limit(limit);
        if let Some(cursor) = &after {
            list = list.after(cursor);
        }
        let page = list.page().await?;
        codes.extend(page.items.into_iter().map(|c| c.data.code));
        after = page.next;
        if after.is_none() {
            break;
        }
    }
    let count = session.customers().count(filter).await?;
    let rows = session.report::<Customer>(|r| r.filter(filter)?.by("country")?.by("group.name")?.by("is_active")?.sum("payment_days")).await?;
    Ok(format!("{count} {codes:?} {rows:?}"))
}

/// An answer, or the code of an error with what it is about, as text.
type Told = std::result::Result<String, String>;

fn told<T: Debug>(result: Result<T>) -> Told {
    result.map(|answer| format!("{answer:?}")).map_err(|error| format!("{} {:?}", error.code().as_str(), error.details()))
}

/// How often each kind of operation was done, and refused: so that random work which does nothing is noticed.
pub type Tally = BTreeMap<&'static str, (usize, usize)>;

const COUNTRIES: [&str; 7] = ["DE", "de", "", "ES", "É", "D%", "\u{1F600}"];
const NAMES: [&str; 8] = ["Ana", "ANA Ruiz", "Ángel", "Bo", "bo%", "b_o", "Zoë", "'; --"];

impl Known {
    fn customer(&self, dice: &mut Dice) -> CustomerId {
        self.customers[dice.below(self.customers.len())].id
    }

    fn new_customer(&self, dice: &mut Dice) -> Customer {
        Customer {
            group_id: dice.maybe(&self.groups).map(|g| g.id),
            owner_id: dice.maybe(&self.operators),
            country: dice.maybe(&COUNTRIES).map(str::to_owned),
            payment_days: i64::try_from(dice.below(90)).unwrap() - 3,
            tax_code: dice.maybe(&["S", "R", "X"]).map(str::to_owned),
            is_active: !dice.once_in(6),
            ..Customer::new(format!("K{}", dice.below(60)), dice.one(&NAMES))
        }
    }

    fn delivery(&self, dice: &mut Dice) -> NewDelivery {
        let lines = (0..=dice.below(4)).map(|_| LineItem::new(dice.one(&self.products), dice.quantity(12), dice.price())).collect();
        let (customer_id, warehouse_id) = (self.customer(dice), dice.one(&self.warehouses));
        NewDelivery { reference: dice.maybe(&["a"]).map(str::to_owned), ..NewDelivery::new(customer_id, warehouse_id, dice.day(), lines) }
    }

    fn back(&self, dice: &mut Dice) -> NewReturn {
        let linked = !self.lines.is_empty() && !dice.once_in(4);
        let (customer_id, warehouse_id, on) = (self.customer(dice), dice.one(&self.warehouses), dice.day());
        if !linked {
            let line = ReturnLine::Unlinked { product_id: dice.one(&self.products), quantity: dice.quantity(4), unit_price: dice.price(), lot: None };
            return NewReturn::new(customer_id, warehouse_id, on, vec![line]);
        }
        let (owner, document, _) = dice.one(&self.lines);
        let of: Vec<_> = self.lines.iter().filter(|(_, d, _)| *d == document || dice.once_in(200)).map(|(_, _, line)| *line).collect();
        let lines = of.iter().map(|line_id| ReturnLine::Linked { line_id: *line_id, quantity: dice.quantity(5) }).collect();
        let customer_id = if dice.once_in(10) { customer_id } else { owner };
        NewReturn { delivery_id: Some(document), ..NewReturn::new(customer_id, warehouse_id, on, lines) }
    }

    fn payment(&self, dice: &mut Dice) -> NewPayment {
        let customer_id = self.customer(dice);
        let allocate = match dice.below(4) {
            0 => Allocate::Nothing,
            1 => {
                let mut mine: Vec<_> = self.items.iter().filter(|i| i.customer_id == customer_id || dice.once_in(30)).collect();
                mine.truncate(3);
                let share = |i: &&Stored<OpenItem>, dice: &mut Dice| if dice.once_in(2) { i.open } else { dice.money() };
                Allocate::Items(mine.iter().map(|i| (i.id, share(i, dice))).collect())
            }
            _ => Allocate::OldestDue,
        };
        NewPayment { allocate, ..NewPayment::new(customer_id, dice.day(), dice.money()) }
    }

    fn allocation(&self, dice: &mut Dice) -> Option<NewAllocation> {
        let credits: Vec<_> = self.items.iter().filter(|i| i.open.is_negative()).collect();
        let credit = dice.maybe(&credits)?;
        let open: Vec<_> = self.items.iter().filter(|i| i.open.is_positive() && (i.customer_id == credit.customer_id || dice.once_in(20))).collect();
        let receivable = dice.maybe(&open)?;
        let exact = receivable.open.min(credit.open.negated()).unwrap();
        let amount = if dice.once_in(3) { dice.money() } else { exact };
        let ids: (OpenItemId, OpenItemId) = (credit.id, receivable.id);
        Some(NewAllocation { customer_id: credit.customer_id, credit_id: ids.0, receivable_id: ids.1, amount, day: dice.day() })
    }

    /// Values of the host for a customer: some, others taken away, now and then of the wrong type.
    fn custom(&self, dice: &mut Dice) -> Json {
        let mut values = serde_json::Map::new();
        for name in ["size", "motto", "since", "colour"] {
            let value = match (name, dice.below(8)) {
                (_, 0) => Json::Null,
                (_, 1) => continue,
                (_, 2) if dice.once_in(3) => json!(true),
                ("size", _) => json!(dice.money().amount().to_string()),
                ("motto", _) => json!(dice.one(&NAMES)),
                ("since", _) => json!(dice.day().to_string()),
                _ => json!(dice.one(&self.entries).to_string()),
            };
            values.insert(name.to_owned(), value);
        }
        Json::Object(values)
    }

    /// Whether nothing lies in a group or below it.
    fn is_free(&self, group: CustomerGroupId) -> bool {
        let is_used = self.groups.iter().any(|g| g.parent_id == Some(group)) || self.members.iter().any(|m| m.group_id == group);
        !is_used && self.customers.iter().all(|c| c.group_id != Some(group))
    }

    fn delete(&self, dice: &mut Dice) -> Operation {
        match dice.below(4) {
            0 if !self.groups.is_empty() => {
                let free: Vec<_> = self.groups.iter().filter(|g| self.is_free(g.id)).cloned().collect();
                Operation::DeleteGroup(dice.maybe(&free).unwrap_or_else(|| dice.one(&self.groups)))
            }
            1 if !self.members.is_empty() => Operation::Leave(dice.one(&self.members)),
            2 if self.entries.len() > 1 => Operation::Merge(dice.one(&self.entries), dice.one(&self.entries)),
            _ if self.customers.len() > 3 => {
                let newest = self.customers.last().filter(|_| dice.once_in(2)).cloned();
                let mut customer = newest.unwrap_or_else(|| dice.one(&self.customers));
                customer.version -= i64::from(dice.once_in(6));
                Operation::DeleteCustomer(customer)
            }
            _ => Operation::Ageing(dice.day()),
        }
    }

    fn join(&self, dice: &mut Dice) -> Option<Operation> {
        let group = dice.maybe(&self.groups)?;
        Some(Operation::Join(CustomerGroupMember::new(self.customer(dice), group.id)))
    }

    fn operation(&mut self, dice: &mut Dice) -> Operation {
        match dice.below(24) {
            0..=2 => {
                let line = |dice: &mut Dice, p: &[ProductId]| {
                    let line = ReceiptLine::new(dice.one(p), dice.quantity(40), dice.price());
                    ReceiptLine { is_free: line.unit_cost.amount().is_zero(), ..line }
                };
                let lines = (0..=dice.below(3)).map(|_| line(dice, &self.products[..2])).collect();
                Operation::Receive(NewReceipt::new(dice.one(&self.warehouses), dice.day(), lines))
            }
            3 => {
                let difference = dice.quantity(6);
                let difference = if dice.once_in(2) { difference.negated() } else { difference };
                let line = CountLine {
                    product_id: dice.one(&self.products),
                    difference,
                    unit_cost: if dice.once_in(3) { Some(dice.price()) } else { None },
                    lot: None,
                };
                Operation::Count(NewCount { warehouse_id: dice.one(&self.warehouses), day: dice.day(), reference: None, lines: vec![line] })
            }
            4..=6 => Operation::Deliver(self.delivery(dice), None),
            7 => {
                let again = dice.maybe(&self.keys).filter(|_| dice.once_in(2));
                let (key, delivery) = again.unwrap_or_else(|| (format!("key-{}", dice.below(20)), self.delivery(dice)));
                self.keys.push((key.clone(), delivery.clone()));
                Operation::Deliver(delivery, Some(key))
            }
            8 | 9 => Operation::TakeBack(self.back(dice)),
            10 | 11 => Operation::Pay(self.payment(dice)),
            12 | 22 => self.allocation(dice).map_or_else(|| Operation::Ageing(dice.day()), Operation::Allocate),
            13 => Operation::CreateCustomer(self.new_customer(dice)),
            14 => {
                let mut customer = self.customers[dice.below(self.customers.len())].clone();
                customer.version -= i64::from(dice.once_in(6));
                customer.data = Customer { code: customer.code.clone(), ..self.new_customer(dice) };
                Operation::UpdateCustomer(customer)
            }
            15 => {
                let mode = dice.one(&[UpsertMode::Upsert, UpsertMode::UpdateOnly, UpsertMode::CreateOnly]);
                Operation::Upsert(ExternalKey::new("erp", dice.below(10).to_string()), self.new_customer(dice), mode)
            }
            16 => {
                let parent = dice.maybe(&self.groups).map(|g| g.id);
                Operation::CreateGroup(CustomerGroup::new(format!("G{}", dice.below(12)), dice.one(&NAMES), parent))
            }
            17 if !self.groups.is_empty() => {
                let mut group = dice.one(&self.groups);
                group.parent_id = dice.maybe(&self.groups).map(|g| g.id);
                Operation::MoveGroup(group)
            }
            19 => self.delete(dice),
            20 => self.join(dice).unwrap_or_else(|| Operation::Ageing(dice.day())),
            21 => Operation::SetCustom(self.customer(dice), self.custom(dice)),
            18 => {
                let by = dice.one(&[
                    ProfitBy::Month,
                    ProfitBy::Customer,
                    ProfitBy::CustomerGroup,
                    ProfitBy::Salesperson,
                    ProfitBy::Document,
                    ProfitBy::Total,
                ]);
                Operation::Profit(by, Filter::All)
            }
            _ => Operation::Listing(self.filter(dice, 3), sort(dice), u32::try_from(1 + dice.below(9)).unwrap()),
        }
    }

    /// A random condition on customers.
    fn filter(&self, dice: &mut Dice, depth: usize) -> Filter {
        let inner = depth.saturating_sub(1);
        match if depth == 0 { dice.below(14) } else { dice.below(20) } {
            0 => Customer::code().contains(dice.one(&["k", "1", "C", "", "%"])),
            1 => Customer::name().starts_with(dice.one(&["a", "ANGEL", "b", "zoe", "_", "'"])),
            2 => Customer::name().contains(dice.one(&["an", "%", "_", "ë", "'", "Ruiz"])),
            3 => Customer::name().eq(dice.one(&NAMES)),
            4 => compare("country", dice, |d| Value::Text(d.one(&COUNTRIES).to_owned())),
            5 => compare("payment_days", dice, |d| Value::Int(i64::try_from(d.below(80)).unwrap())),
            6 => Customer::is_active().eq(dice.once_in(2)),
            7 => Customer::country().is_in((0..dice.below(4)).map(|_| Some(dice.one(&COUNTRIES).to_owned())).collect::<Vec<_>>()),
            8 => dice.one(&[Customer::group_id().is_empty(), Customer::country().is_empty(), Customer::owner_id().is_empty()]),
            9 => self.node(dice).map_or(Filter::All, |id| Customer::group_id().within(id)),
            10 => Customer::owner_id().eq(Some(dice.one(&self.operators))),
            11 => Customer::payment_days().between(i64::try_from(dice.below(40)).unwrap(), i64::try_from(dice.below(80)).unwrap()),
            12 => self.node(dice).map_or(Filter::exists("customer_group_member", Filter::All), |id| {
                Filter::exists("customer_group_member", CustomerGroupMember::group_id().within(id))
            }),
            13 => self.custom_filter(dice),
            14 => Filter::And((0..dice.below(4)).map(|_| self.filter(dice, inner)).collect()),
            15 => Filter::Or((0..dice.below(4)).map(|_| self.filter(dice, inner)).collect()),
            16 => self.filter(dice, inner).negate(),
            17 => Filter::exists("group", compare("name", dice, |d| Value::Text(d.one(&NAMES).to_owned()))),
            18 => Filter::exists("open_item", self.item_filter(dice, inner)),
            _ => Filter::none("sales_document", document_filter(dice)),
        }
    }

    /// A random condition on a field of the host.
    fn custom_filter(&self, dice: &mut Dice) -> Filter {
        let op = dice.one(&[Op::Eq, Op::Ne, Op::Lt, Op::Le, Op::Gt, Op::Ge]);
        let compare = |name: &str, value: String| Filter::Custom(name.to_owned(), Test::Compare(op, Value::Json(value.into())));
        match dice.below(6) {
            0 => compare("size", dice.money().amount().to_string()),
            1 => compare("since", dice.day().to_string()),
            2 => compare("motto", dice.one(&NAMES).to_owned()),
            3 => Filter::custom("motto").contains(dice.one(&["an", "%", "_", "ë", "'"])),
            4 => Filter::custom(dice.one(&["size", "motto", "since", "colour"])).is_empty(),
            _ => compare("colour", dice.one(&self.entries).to_string()),
        }
    }

    fn node(&self, dice: &mut Dice) -> Option<CustomerGroupId> {
        dice.maybe(&self.groups).map(|g| g.id)
    }

    fn item_filter(&self, dice: &mut Dice, depth: usize) -> Filter {
        match dice.below(5) {
            0 => compare("amount", dice, |d| Value::Decimal(d.money().amount())),
            1 => compare("due_day", dice, |d| Value::Day(d.day())),
            2 => OpenItem::payment_id().is_empty(),
            3 if depth > 0 => Filter::exists("customer", self.filter(dice, depth - 1)),
            _ => OpenItem::open().gt(dice.money()).and(compare("day", dice, |d| Value::Day(d.day()))),
        }
    }
}

fn document_filter(dice: &mut Dice) -> Filter {
    match dice.below(3) {
        0 => SalesDocument::day().lt(dice.day()),
        1 => compare("net", dice, |d| Value::Decimal(d.money().amount())),
        _ => Filter::exists("sales_line", SalesLine::quantity().gt(dice.quantity(5))),
    }
}

fn compare(field: &str, dice: &mut Dice, value: impl Fn(&mut Dice) -> Value) -> Filter {
    let op = dice.one(&[Op::Eq, Op::Ne, Op::Lt, Op::Le, Op::Gt, Op::Ge]);
    Filter::Field(field.to_owned(), Test::Compare(op, value(dice)))
}

fn sort(dice: &mut Dice) -> Vec<&'static str> {
    let fields = ["code", "-name", "country", "-country", "payment_days", "-group_id", "owner_id", "-is_active"];
    (0..dice.below(3)).map(|_| dice.one(&fields)).collect()
}

/// Applies random operations of a seed to an oracle and to another storage, and compares everything. Tells how much was done.
pub async fn compare_storages(oracle: &Harness, other: &Harness, seed: u64, operations: usize) -> Tally {
    let (left, right) = (World::new(oracle).await, World::new(other).await);
    let (mut dice, mut tally) = (Dice::new(seed), Tally::new());
    let mut keys = Vec::new();
    for step in 0..operations {
        let mut known = left.known(keys).await;
        let operation = known.operation(&mut dice);
        keys = known.keys;
        let who = if dice.once_in(4) { Some(dice.below(2)) } else { None };
        let (expected, found) = (left.apply(&operation, who).await, right.apply(&operation, who).await);
        assert_eq!(expected, found, "seed {seed}, step {step}, {operation:?}");
        let (done, refused) = tally.entry(operation.name()).or_default();
        *(if expected.is_ok() { done } else { refused }) += 1;
    }
    assert_same_tables(&left.shop.dump().await, &right.shop.dump().await, &format!("seed {seed}"));
    let (a, b) = (left.shop.session.verify().await.unwrap(), right.shop.session.verify().await.unwrap());
    assert_eq!(a, b);
    tally
}

/// Random conditions on random customers, who have documents and open items: both storages find the same.
pub async fn compare_filters(oracle: &Harness, other: &Harness, seed: u64, filters: usize) {
    let (left, right) = (World::new(oracle).await, World::new(other).await);
    let mut dice = Dice::new(seed);
    for _ in 0..90 {
        let mut known = left.known(Vec::new()).await;
        let operation = match dice.below(8) {
            6 => known.join(&mut dice).unwrap_or_else(|| Operation::Ageing(dice.day())),
            7 => Operation::SetCustom(known.customer(&mut dice), known.custom(&mut dice)),
            0 => Operation::CreateGroup(CustomerGroup::new(format!("G{}", dice.below(12)), dice.one(&NAMES), known.node(&mut dice))),
            1 => Operation::Pay(known.payment(&mut dice)),
            2 => {
                known.products.retain(|p| *p == left.shop.service);
                Operation::Deliver(known.delivery(&mut dice), None)
            }
            _ => Operation::CreateCustomer(known.new_customer(&mut dice)),
        };
        assert_eq!(left.apply(&operation, None).await, right.apply(&operation, None).await, "{operation:?}");
    }
    let known = left.known(Vec::new()).await;
    for step in 0..filters {
        let (filter, sort) = (known.filter(&mut dice, 4), sort(&mut dice));
        let who = if dice.once_in(2) { Some(dice.below(2)) } else { None };
        let operation = Operation::Listing(filter, sort, u32::try_from(1 + dice.below(20)).unwrap());
        let (expected, found) = (left.apply(&operation, who).await, right.apply(&operation, who).await);
        assert_eq!(expected, found, "seed {seed}, filter {step}, {operation:?}");
    }
}
