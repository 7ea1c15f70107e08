//! A company out of a seed: trees of groups, operators with roles of several reaches, customers who refer to each other, and documents of every
//! kind. Everything is made by calls of the facade, which are kept: they are the samples that later calls are drawn from.
//!
//! Invariant: two worlds of one seed are made by the same calls, and differ in nothing but what their [`Twist`] names.

use super::{
    ground::{Engine, Ground},
    marks::{Class, Marks, Twist},
    rules::RESERVED,
};
use crate::{
    harness::{Tables, dump},
    random::Dice,
};
use chrono::TimeDelta;
use crm_core::{
    access::{Operator, Principal, Right, Role},
    company::Company,
    ids::{CompanyId, OperatorId, TypedId},
    num::{Currency, Decimal, MoneyStep},
    session::{Crm, Session},
    time::Clock,
};
use serde_json::{Value as Json, json};
use std::{
    collections::{BTreeMap, BTreeSet},
    str::FromStr,
};
use uuid::Uuid;

/// A call that the world was made by.
#[derive(Debug, Clone)]
pub(super) struct Made {
    pub(super) operation: String,
    pub(super) arguments: Json,
}

/// A company.
pub(super) struct World {
    pub(super) ground: Ground,
    pub(super) crm: Crm<'static>,
    pub(super) company: CompanyId,
    pub(super) admin: OperatorId,
    pub(super) session: Session<'static>,
    pub(super) customers: Vec<Uuid>,
    pub(super) operators: Vec<OperatorId>,
    pub(super) made: Vec<Made>,
}

/// What a world is made of.
#[derive(Debug, Clone)]
pub(super) struct Plan {
    pub(super) seed: u64,
    pub(super) engine: Engine,
    /// Roles of the host; none: random ones.
    pub(super) roles: Vec<Role>,
}

impl World {
    pub(super) async fn new(plan: &Plan, twist: &Twist) -> Self {
        let ground = Ground::new(plan.engine).await;
        let crm = Crm::new(ground.harness.storage.clone(), ground.harness.clock.clone(), ground.ids.clone());
        let company = Company { money_step: MoneyStep::new(Decimal::new(1, 4)).unwrap(), ..Company::new("Acme", Currency::EUR) };
        let (company, admin) = crm.create_company(company, Operator::with("ana", "Ana", &["administrator"], &[])).await.unwrap();
        let session = crm.act_as(company, Principal::operator(admin)).await.unwrap();
        let world = Self { ground, crm, company, admin, session, customers: Vec::new(), operators: Vec::new(), made: Vec::new() };
        let dice = Dice::new(plan.seed);
        let marks = Marks::new(plan.seed, twist);
        let mut maker = Maker { world, dice, marks, goods: Goods::default() };
        maker.company().await;
        maker.people(&plan.roles).await;
        maker.customers().await;
        maker.arrivals().await;
        for customer in 0..maker.world.customers.len() {
            maker.offers(customer).await;
            maker.sales(customer).await;
            maker.money(customer).await;
        }
        maker.costs().await;
        maker.ties().await;
        maker.operations().await;
        maker.world
    }

    /// A call begins: a minute went by.
    pub(super) fn tick(&self) {
        self.ground.ids.begin();
        let clock = &self.ground.harness.clock;
        clock.set(clock.now() + TimeDelta::minutes(1));
    }

    /// Every row.
    pub(super) async fn dump(&self) -> Tables {
        dump(self.ground.harness.storage.as_ref(), self.company, self.admin).await
    }

    pub(super) async fn act_as(&self, principal: Principal) -> Session<'static> {
        self.crm.act_as(self.company, principal).await.unwrap()
    }

    /// The administrator does something that is in order.
    pub(super) async fn act(&self, operation: &str, arguments: &Json) -> Json {
        self.tick();
        self.look(operation, arguments).await
    }

    /// The administrator looks at something, in no time.
    pub(super) async fn look(&self, operation: &str, arguments: &Json) -> Json {
        let reply = crm_facade::call_on(self.session.clone(), operation, arguments.to_string()).await;
        let mut reply: Json = serde_json::from_str(&reply).unwrap();
        assert!(reply.get("error").is_none(), "seed of the world: {operation} {arguments}: {reply}");
        reply["ok"].take()
    }
}

/// What there is to sell.
#[derive(Debug, Default)]
struct Goods {
    warehouses: Vec<Json>,
    groups: Vec<Json>,
    roles: Vec<String>,
    levels: Vec<Json>,
    lists: Vec<Json>,
    plain: Vec<Json>,
    tracked: Json,
    oversold: Json,
    service: Json,
    receipts: Vec<Json>,
}

struct Maker<'t> {
    world: World,
    dice: Dice,
    marks: Marks<'t>,
    goods: Goods,
}

const CUSTOMERS: usize = 7;
const LOT: &str = "LOT-1";

fn eur(amount: impl Into<Json>) -> Json {
    json!({"amount": amount.into(), "currency": "EUR"})
}

/// Rights that are of no use without others: whoever posts documents of a customer sees what is posted, and what it corrects.
const READ_BY: &[(&str, &[&str])] = &[
    ("orders", &["sales"]),
    ("quotes", &["sales"]),
    ("credits", &["sales"]),
    ("price", &["sales"]),
    ("prices", &["products", "customers"]),
    ("payments", &["receivables"]),
    ("credit", &["sales"]),
    ("groups", &["customers"]),
    ("opening", &["customers", "products", "stock", "receivables", "cost"]),
];

/// The area of a right: what stands before the point.
fn area(right: Right) -> &'static str {
    right.as_str().split_once('.').map_or("", |(area, _)| area)
}

/// A random set of rights, closed: what writes also reads. Whole areas are left out, of others some rights.
fn rights(dice: &mut Dice, most: usize) -> BTreeSet<Right> {
    let (chance, mut areas, mut rights) = (1 + dice.below(most), BTreeMap::new(), BTreeSet::new());
    for right in Right::ALL {
        // What governs everything stays rare, so that others are looked at as well.
        let is_rare = ["access", "company", "opening"].contains(&area(*right));
        let has_area = *areas.entry(area(*right)).or_insert_with(|| dice.below(5) < chance && (!is_rare || dice.once_in(4)));
        if has_area && !dice.once_in(3) {
            rights.insert(*right);
        }
    }
    let read = |area: &str| Right::from_str(&format!("{area}.read")).ok();
    for right in rights.clone() {
        let also = READ_BY.iter().find(|(of, _)| *of == area(right)).map_or(&[][..], |(_, areas)| areas);
        rights.extend(also.iter().copied().chain([area(right)]).filter_map(read));
    }
    rights
}

impl Maker<'_> {
    async fn act(&mut self, operation: &str, arguments: Json) -> Json {
        let reply = self.world.act(operation, &arguments).await;
        self.world.made.push(Made { operation: operation.to_owned(), arguments });
        reply
    }

    async fn create(&mut self, service: &str, data: Json) -> Json {
        self.act(&format!("{service}.create"), json!({"data": data})).await["id"].take()
    }

    async fn company(&mut self) {
        for (code, rate) in [("S", "21"), ("R", "10")] {
            let data = json!({"code": code, "name": "VAT", "category": "S", "rate": rate, "valid_from": "2020-01-01"});
            self.create("tax_rates", data).await;
        }
        for (code, negative) in [("W1", false), ("W2", true)] {
            let warehouse = self.create("warehouses", json!({"code": code, "name": format!("Hall {code}"), "allows_negative": negative})).await;
            self.goods.warehouses.push(warehouse);
        }
        for code in ["A", "B", "C"] {
            let data = json!({"category": "level", "code": code, "labels": {"en": code}, "position": 1});
            let level = self.create("dictionary_entries", data).await;
            self.goods.levels.push(level);
        }
        let fields = [
            ("customer", "motto", "text"),
            ("customer", "size", "decimal"),
            ("customer", "since", "day"),
            ("contact", "hobby", "text"),
            ("product", "hue", "text"),
        ];
        for (entity, name, ty) in fields {
            let data = json!({"entity": entity, "name": name, "value_type": ty, "category": null});
            self.create("custom_fields", data).await;
        }
        let group = self.create("product_groups", json!({"code": "G", "name": "Goods"})).await;
        let product = |code: &str, more: &[(&str, Json)]| {
            let mut data = json!({"code": code, "name": format!("Ware {code}"), "currency": "EUR", "unit": "pc", "group_id": group, "tax_code": "S"});
            more.iter().for_each(|(field, value)| data[*field] = value.clone());
            data
        };
        for code in ["P1", "P2"] {
            let id = self.create("products", product(code, &[])).await;
            self.goods.plain.push(id);
        }
        self.goods.tracked = self.create("products", product("LT", &[("tracking", "lot".into())])).await;
        self.goods.oversold = self.create("products", product("OV", &[])).await;
        self.goods.service = self.create("products", product("SV", &[("is_stocked", false.into())])).await;
        let specified = self.create("products", product("SP", &[("costing", "specified".into())])).await;
        let cost = eur(self.marks.figure(Class::Cost, None, 1_000, 6));
        self.create("product_costs", json!({"product_id": specified, "valid_from": "2025-11-01", "currency": "EUR", "unit_cost": cost})).await;
        let kit = self.create("products", product("KIT", &[("is_kit", true.into()), ("is_stocked", false.into())])).await;
        self.create("kit_components", json!({"kit_id": kit, "component_id": self.goods.plain[1], "quantity": "2"})).await;
        let first = self.goods.plain[0].clone();
        self.create("product_units", json!({"product_id": first, "unit": "box", "numerator": 12, "denominator": 1})).await;
        self.create("product_codes", json!({"product_id": first, "kind": "barcode", "value": "4006381333931"})).await;
        for code in ["L1", "L2", "L3"] {
            let list = self.create("price_lists", json!({"code": code, "name": format!("List {code}"), "currency": "EUR"})).await;
            let price = eur(self.marks_of_the_company(300_000));
            self.create("price_list_items", json!({"list_id": list, "product_id": first, "currency": "EUR", "unit_price": price})).await;
            self.goods.lists.push(list);
        }
        let settings = json!({"price_list_id": self.goods.lists[0], "below_cost": "block", "below_margin": "off", "beyond_discount": "off"});
        self.act("pricing.set_settings", json!({"settings": settings})).await;
    }

    /// A price that everybody may know.
    fn marks_of_the_company(&mut self, least: usize) -> String {
        format!("{}.5", least + self.dice.below(least))
    }

    async fn people(&mut self, given: &[Role]) {
        for tree in ["N", "S"] {
            let mut above = vec![Json::Null];
            for number in 0..3 + self.dice.below(2) {
                let parent = if number == 0 { Json::Null } else { self.dice.one(&above[1..]) };
                let group = self
                    .create(
                        "customer_groups",
                        json!({"code": format!("{tree}{number}"), "name": format!("Group {tree}{number}"), "parent_id": parent}),
                    )
                    .await;
                above.push(group.clone());
                self.goods.groups.push(group);
            }
        }
        // A group that is given to nobody, and one more: customers move between them without anybody's reach.
        for code in ["X0", "X1"] {
            let group = self.create("customer_groups", json!({"code": code, "name": format!("Group {code}")})).await;
            self.goods.groups.push(group);
        }
        if given.is_empty() {
            for (code, reach) in [("o1", "own"), ("o2", "own"), ("g1", "groups"), ("g2", "groups"), ("a1", "all"), ("a2", "all")] {
                // Who reaches everybody may do less: from somebody who sees everything nothing is hidden.
                let most = if reach == "all" { 2 } else { 4 };
                let rights: Vec<&str> = rights(&mut self.dice, most).into_iter().map(Right::as_str).collect();
                self.create("roles", json!({"code": code, "name": code, "rights": rights, "scope": reach})).await;
                self.goods.roles.push(code.to_owned());
            }
        }
        for role in given {
            let reply = self.act("roles.create", json!({"data": role})).await;
            self.goods.roles.push(reply["code"].as_str().unwrap_or_default().to_owned());
        }
        let roles = self.goods.roles.clone();
        let mut sets: Vec<Vec<String>> = Vec::new();
        if given.is_empty() {
            let mut of = |codes: [&str; 2]| codes[self.dice.below(2)].to_owned();
            // Two roles of different reach, in three ways; one of each; a salesperson as the library makes them.
            sets.push(vec![of(["o1", "o2"]), of(["a1", "a2"])]);
            sets.push(vec![of(["g1", "g2"]), of(["a1", "a2"])]);
            sets.push(vec![of(["o1", "o2"]), of(["g1", "g2"])]);
            sets.push(vec![of(["o1", "o2"])]);
            sets.push(vec![of(["g1", "g2"])]);
            sets.push(vec![of(["a1", "a2"])]);
            sets.push(vec!["salesperson".to_owned()]);
        } else {
            sets.extend(roles.iter().map(|role| vec![role.clone()]));
            sets.extend((0..3).map(|_| vec![self.dice.one(&roles), self.dice.one(&roles)]));
        }
        // Somebody without a role, and somebody who is gone.
        sets.push(Vec::new());
        sets.push(roles);
        let last = sets.len() - 1;
        for (number, mut roles) in sets.into_iter().enumerate() {
            roles.dedup();
            let given: Vec<Json> = (0..self.dice.below(3)).map(|_| self.group_of_somebody()).collect();
            let data = json!({"code": format!("op{number}"), "name": format!("Operator {number}"), "roles": roles, "groups": given, "is_active": number != last});
            let id = self.create("operators", data).await;
            self.world.operators.push(OperatorId::from_uuid(id.as_str().and_then(|id| id.parse().ok()).unwrap()));
        }
    }

    fn group_of_somebody(&mut self) -> Json {
        let shared = self.goods.groups.len() - 2;
        self.dice.one(&self.goods.groups[..shared])
    }

    fn somebody(&mut self) -> Json {
        // Owners are those who have roles, one after the other, and now and then nobody.
        let with_roles = self.world.operators.len() - 2;
        if self.dice.once_in(8) { Json::Null } else { self.world.operators[self.dice.below(with_roles)].uuid().to_string().into() }
    }

    async fn customers(&mut self) {
        for c in 0..CUSTOMERS {
            let (owner, group) = (self.somebody(), if self.dice.once_in(3) { Json::Null } else { self.group_of_somebody() });
            let name = self.marks.word(Class::Name, c);
            let legal = self.marks.word(Class::Name, c);
            let (notes, site, tax) = (self.marks.word(Class::Notes, c), self.marks.word(Class::Notes, c), self.marks.word(Class::Notes, c));
            // A limit is far below or far above whatever is owed: on which side of it somebody is may be known.
            let limit = self.dice.one(&[None, Some(1_u64), Some(8_000_000_000)]);
            let limit = limit.map(|limit| eur(self.marks.figure(Class::Limit, Some(c), limit, 4)));
            let data = json!({
                "code": format!("C{c}"), "name": name, "legal_name": format!("{legal} SL"), "owner_id": owner, "group_id": group, "country": "ES",
                "notes": notes, "website": site, "tax_id": tax, "currency": "EUR", "credit_limit": limit, "payment_days": 10 * self.dice.below(4),
                "tax_code": "S", "level_id": self.goods.levels[c % 2],
            });
            let custom = json!({"motto": self.marks.word(Class::Custom, c), "size": self.marks.figure(Class::Custom, Some(c), 1000, 6), "since": "2024-02-29"});
            // Two customers share two keys of another system, which change hands in the other world.
            let other = c ^ 1;
            let swaps = other < CUSTOMERS && self.marks.is_twisted(Class::Key, Some(c)) && self.marks.is_twisted(Class::Key, Some(other));
            let key = json!({"system": "erp", "id": format!("K{}", if swaps { other } else { c })});
            let made = self.act("customers.upsert", json!({"key": key, "changes": data, "custom": custom})).await;
            let id = made["record"]["id"].clone();
            self.world.customers.push(id.as_str().and_then(|id| id.parse().ok()).unwrap());
            self.act("customers.bind_external", json!({"id": id, "key": {"system": RESERVED, "id": format!("S{c}")}})).await;
            self.parts(c, &id).await;
        }
    }

    /// What a customer has beside itself.
    async fn parts(&mut self, c: usize, id: &Json) {
        for _ in 0..self.dice.below(2) {
            let group = self.group_of_somebody();
            self.create("customer_group_members", json!({"customer_id": id, "group_id": group})).await;
        }
        let (name, notes) = (self.marks.word(Class::Contact, c), self.marks.word(Class::Contact, c));
        let data = json!({"customer_id": id, "name": name, "notes": notes, "position": "buyer"});
        let contact = self.create("contacts", data.clone()).await;
        // Another system knows it too, and brings it again as it is.
        let key = json!({"system": "erp", "id": format!("P{c}")});
        self.act("contacts.bind_external", json!({"id": contact, "key": key})).await;
        self.act("contacts.upsert", json!({"key": key, "changes": data})).await;
        let mail = format!("{}@example.com", self.marks.word(Class::Contact, c));
        self.create("contact_points", json!({"customer_id": id, "contact_id": contact, "kind": "email", "value": mail})).await;
        let (street, city) = (self.marks.word(Class::Address, c), self.marks.word(Class::Address, c));
        let kind = self.dice.one(&["billing", "delivery", "site"]);
        self.create("customer_addresses", json!({"customer_id": id, "kind": kind, "street": street, "city": city, "is_primary": true})).await;
        let price = eur(self.marks.figure(Class::Agreement, Some(c), 200_000, 4));
        let product = self.goods.plain[1].clone();
        self.create("customer_prices", json!({"customer_id": id, "product_id": product, "currency": "EUR", "unit_price": price})).await;
        if self.dice.once_in(2) {
            let value = self.marks.word(Class::Agreement, c);
            let product = self.goods.plain[0].clone();
            self.create("product_codes", json!({"product_id": product, "kind": "customer", "value": value, "customer_id": id})).await;
        }
    }

    /// Goods come in.
    async fn arrivals(&mut self) {
        let mut products: Vec<(Json, Option<&str>)> = self.goods.plain.iter().map(|p| (p.clone(), None)).collect();
        products.push((self.goods.tracked.clone(), Some(LOT)));
        for warehouse in self.goods.warehouses.clone() {
            let mut lines = Vec::new();
            for (product, lot) in &products {
                let quantity = self.marks.figure(Class::Stock, None, 20_000, 1);
                let cost = eur(self.marks.figure(Class::Cost, None, 1_000, 6));
                lines.push(json!({"product_id": product, "quantity": quantity, "unit_cost": cost, "lot": lot}));
            }
            let landed = eur(self.marks.figure(Class::Cost, None, 1_000, 4));
            let receipt = json!({"warehouse_id": warehouse, "day": "2025-12-01", "reference": "first", "landed": landed, "lines": lines});
            let posted = self.act("stock.receive", json!({"receipt": receipt})).await;
            self.goods.receipts.push(posted["document_id"].clone());
        }
        let (from, to) = (self.goods.warehouses[0].clone(), self.goods.warehouses[1].clone());
        let product = self.goods.plain[0].clone();
        let lines = json!([{"product_id": product, "quantity": self.marks.figure(Class::Stock, None, 40, 1)}]);
        let transfer = json!({"from_warehouse_id": from, "to_warehouse_id": to, "day": "2025-12-02", "lines": lines});
        self.act("stock.transfer", json!({"transfer": transfer})).await;
        let lines = json!([{"product_id": product, "difference": self.marks.figure(Class::Stock, None, 4, 1)}]);
        self.act("stock.count", json!({"count": {"warehouse_id": from, "day": "2025-12-03", "lines": lines}})).await;
    }

    fn day(&mut self, month: &str) -> String {
        format!("{month}-{:02}", 1 + self.dice.below(28))
    }

    /// Lines of a document of a customer: one or two, with prices of a class.
    fn lines(&mut self, class: Class, c: usize) -> Vec<Json> {
        let mut products = self.goods.plain.clone();
        products.push(self.goods.service.clone());
        let count = 1 + self.dice.below(2);
        let from = self.dice.below(products.len());
        let line = |number: usize, quantity: usize, price: Json, text: String| {
            let product = products[(from + number) % products.len()].clone();
            json!({"product_id": product, "quantity": quantity.to_string(), "unit_price": price, "text": text})
        };
        (0..count).map(|n| line(n, 2 + self.dice.below(4), eur(self.marks.figure(class, Some(c), 100_000, 4)), self.marks.word(class, c))).collect()
    }

    fn customer(&self, c: usize) -> Json {
        self.world.customers[c].to_string().into()
    }

    /// Quotes and orders.
    async fn offers(&mut self, c: usize) {
        let customer = self.customer(c);
        let (lines, reference, day) = (self.lines(Class::Offer, c), self.marks.word(Class::Offer, c), self.day("2025-12"));
        let quote = json!({"customer_id": customer, "offer": {"day": day, "valid_until": "2026-12-31", "reference": reference, "lines": lines}});
        let quote = self.act("quotes.create", json!({"quote": quote})).await["quote_id"].clone();
        match self.dice.below(3) {
            0 => {
                let lines = self.lines(Class::Offer, c);
                let offer = json!({"day": day, "valid_until": "2026-12-31", "lines": lines});
                self.act("quotes.revise", json!({"change": {"quote_id": quote, "offer": offer}})).await;
            }
            1 => {
                let reason = self.marks.word(Class::Offer, c);
                self.act("quotes.close", json!({"close": {"quote_id": quote, "outcome": "lost", "reason": reason}})).await;
            }
            _ => {
                let acceptance = json!({"quote_id": quote, "day": "2026-01-02", "credit_override": true, "warehouse_id": self.goods.warehouses[0]});
                self.act("quotes.accept", json!({"acceptance": acceptance})).await;
            }
        }
        let (lines, reference, day) = (self.lines(Class::Offer, c), self.marks.word(Class::Offer, c), self.day("2025-12"));
        let warehouse = self.goods.warehouses[0].clone();
        let order =
            json!({"customer_id": customer, "day": day, "reference": reference, "warehouse_id": warehouse, "lines": lines, "credit_override": true});
        let order = self.act("orders.create", json!({"order": order})).await["order_id"].clone();
        self.act("orders.reserve", json!({"reservation": {"order_id": order, "expires_at": "2026-12-31T00:00:00Z"}})).await;
        if self.dice.once_in(3) {
            let payment = json!({"customer_id": customer, "day": "2026-01-03", "amount": eur(self.marks.figure(Class::Payment, Some(c), 1_000, 4)), "order_id": order});
            self.act("receivables.record_payment", json!({"payment": payment})).await;
        }
    }

    /// Deliveries, of orders and without, returns and credit notes.
    async fn sales(&mut self, c: usize) {
        let customer = self.customer(c);
        let warehouse = self.goods.warehouses[0].clone();
        let (lines, reference) = (self.lines(Class::Sale, c), self.marks.word(Class::Sale, c));
        let order = json!({"customer_id": customer, "day": "2025-12-01", "reference": reference, "warehouse_id": warehouse, "lines": lines, "credit_override": true});
        let order = self.act("orders.create", json!({"order": order})).await["order_id"].clone();
        let delivery = json!({"order_id": order, "warehouse_id": warehouse, "day": self.day("2025-12"), "credit_override": true});
        self.act("orders.deliver", json!({"delivery": delivery})).await;
        let mut delivered = Vec::new();
        for _ in 0..1 + self.dice.below(2) {
            let mut lines = self.lines(Class::Sale, c);
            if self.dice.once_in(2) {
                let (price, reason) = (eur(self.marks.figure(Class::Sale, Some(c), 100_000, 4)), self.marks.word(Class::OwnCost, c));
                let cost = json!({"kind": "override", "unit_cost": eur(self.marks.figure(Class::OwnCost, Some(c), 1_000, 6)), "reason": reason});
                lines.push(json!({"product_id": self.goods.plain[0], "quantity": "1", "unit_price": price, "cost": cost}));
            }
            if self.dice.once_in(2) {
                let price = eur(self.marks.figure(Class::Sale, Some(c), 100_000, 4));
                lines.push(json!({"product_id": self.goods.tracked, "quantity": "2", "unit_price": price, "lot": LOT}));
            }
            let (day, reference, reason) = (self.day("2026-01"), self.marks.word(Class::Sale, c), self.marks.word(Class::Sale, c));
            let size = json!({"kind": "amount", "value": eur(self.marks.figure(Class::Sale, Some(c), 100, 4))});
            let allowance_charges = json!([{"reason": reason, "size": size, "tax_code": "S"}]);
            let delivery = json!({"customer_id": customer, "warehouse_id": warehouse, "day": day, "reference": reference, "lines": lines,
                "allowance_charges": allowance_charges, "credit_override": true});
            delivered.push(self.act("sales.deliver", json!({"delivery": delivery})).await["document_id"].clone());
        }
        // Sold before it came: corrected when it comes.
        let price = eur(self.marks.figure(Class::Sale, Some(c), 100_000, 4));
        let lines = json!([{"product_id": self.goods.oversold, "quantity": "3", "unit_price": price}]);
        let day = self.day("2026-01");
        let delivery =
            json!({"customer_id": customer, "warehouse_id": self.goods.warehouses[1], "day": day, "lines": lines, "credit_override": true});
        self.act("sales.deliver", json!({"delivery": delivery})).await;
        self.credits(c, &customer, &delivered[0]).await;
        if delivered.len() > 1 && self.dice.once_in(2) {
            let reason = self.marks.word(Class::Sale, c);
            self.act("sales.reverse", json!({"reversal": {"document_id": delivered[1], "day": "2026-02-20", "reason": reason}})).await;
        }
    }

    /// Goods and amounts that go back.
    async fn credits(&mut self, c: usize, customer: &Json, delivery: &Json) {
        let warehouse = self.goods.warehouses[0].clone();
        let filter = json!({"filter": {"field": "document_id", "eq": delivery}, "sort": ["line"]});
        let lines = self.world.look("sales_lines.list", &filter).await;
        let line = lines["items"][0]["id"].clone();
        let reference = self.marks.word(Class::Sale, c);
        let back = json!({"customer_id": customer, "warehouse_id": warehouse, "day": "2026-02-01", "delivery_id": delivery, "reference": reference,
            "lines": [{"kind": "linked", "line_id": line, "quantity": "1"}]});
        self.act("sales.return_goods", json!({"goods": back})).await;
        if self.dice.once_in(2) {
            let price = eur(self.marks.figure(Class::Sale, Some(c), 1_000, 4));
            let lines = json!([{"kind": "unlinked", "product_id": self.goods.plain[0], "quantity": "1", "unit_price": price}]);
            let back = json!({"customer_id": customer, "warehouse_id": warehouse, "day": "2026-02-02", "lines": lines});
            self.act("sales.return_goods", json!({"goods": back})).await;
        }
        if self.dice.once_in(2) {
            let (net, reason) = (eur(self.marks.figure(Class::Sale, Some(c), 100, 4)), self.marks.word(Class::Sale, c));
            let note = json!({"customer_id": customer, "day": "2026-02-03", "delivery_id": delivery, "reason": reason,
                "lines": [{"kind": "linked", "line_id": line, "net": net}]});
            self.act("sales.credit", json!({"note": note})).await;
        }
    }

    /// Payments and their corrections.
    async fn money(&mut self, c: usize) {
        let customer = self.customer(c);
        let pay = |marks: &mut Marks<'_>, day: &str, kind: &str| {
            let (amount, reference) = (eur(marks.figure(Class::Payment, Some(c), 1_000, 4)), marks.word(Class::Payment, c));
            json!({"payment": {"customer_id": customer, "day": day, "amount": amount, "reference": reference, "method": "bank", "allocate": {"kind": kind}}})
        };
        let payment = pay(&mut self.marks, "2026-02-10", "oldest_due");
        let first = self.act("receivables.record_payment", payment).await;
        let payment = pay(&mut self.marks, "2026-02-11", "nothing");
        let paid = self.act("receivables.record_payment", payment).await;
        let credit = paid["open_item_id"].clone();
        let (amount, reason) = (eur(self.marks.figure(Class::Adjustment, Some(c), 100, 4)), self.marks.word(Class::Adjustment, c));
        let refund = json!({"customer_id": customer, "credit_id": credit, "amount": amount, "day": "2026-02-12", "reason": reason});
        let refund = self.act("receivables.refund", json!({"refund": refund})).await;
        match self.dice.below(4) {
            0 => {
                let reason = self.marks.word(Class::Payment, c);
                let cancellation = json!({"payment_id": first["payment_id"], "day": "2026-02-14", "reason": reason});
                self.act("receivables.cancel_payment", json!({"cancellation": cancellation})).await;
            }
            1 => {
                let cancellation = json!({"adjustment_id": refund["adjustment_id"], "day": "2026-02-14"});
                self.act("receivables.cancel_adjustment", json!({"cancellation": cancellation})).await;
            }
            2 => {
                let allocation = json!({"customer_id": customer, "credit_id": credit, "allocate": {"kind": "oldest_due"}, "day": "2026-02-14"});
                self.act("receivables.allocate_credit", json!({"allocation": allocation})).await;
            }
            _ => {
                let (amount, reason) = (eur(self.marks.figure(Class::Adjustment, Some(c), 10, 4)), self.marks.word(Class::Adjustment, c));
                let write_off = json!({"customer_id": customer, "item_id": credit, "amount": amount, "day": "2026-02-14", "reason": reason});
                self.act("receivables.write_off", json!({"write_off": write_off})).await;
            }
        }
    }

    /// What becomes known of costs later.
    async fn costs(&mut self) {
        // What was sold before it came, comes.
        let cost = eur(self.marks.figure(Class::Cost, None, 1_000, 6));
        let lines = json!([{"product_id": self.goods.oversold, "quantity": self.marks.figure(Class::Stock, None, 400, 1), "unit_cost": cost}]);
        let receipt = json!({"warehouse_id": self.goods.warehouses[1], "day": "2026-02-21", "lines": lines});
        let receipt = self.act("stock.receive", json!({"receipt": receipt})).await["document_id"].clone();
        let amount = eur(self.marks.figure(Class::Cost, None, 1_000, 4));
        self.act("stock.add_cost", json!({"cost": {"receipt_id": self.goods.receipts[0], "day": "2026-02-22", "amount": amount}})).await;
        let cost = eur(self.marks.figure(Class::Cost, None, 1_000, 6));
        self.act("stock.correct_receipt_price", json!({"correction": {"receipt_id": receipt, "line": 1, "unit_cost": cost, "day": "2026-02-23"}}))
            .await;
        let amount = eur(self.marks.figure(Class::Cost, None, 1_000, 4));
        self.act(
            "stock.revalue",
            json!({"revaluation": {"product_id": self.goods.plain[0], "day": "2026-02-24", "amount": amount, "reference": "later"}}),
        )
        .await;
    }

    /// Customers go to another owner, some of them for good.
    async fn operations(&mut self) {
        let to = |world: &World, n: usize| world.operators[n].uuid().to_string();
        let reassigned = json!({"filter": {"field": "code", "in": ["C0", "C1"]}, "to": to(&self.world, 0), "reason": "holiday"});
        let moved = self.act("customers.reassign", reassigned).await["operation_id"].clone();
        self.act("operations.undo", json!({"id": moved})).await;
        let reassigned = json!({"filter": {"field": "code", "in": ["C2", "C3"]}, "to": to(&self.world, 1)});
        self.act("customers.reassign", reassigned).await;
    }

    /// What customers refer to.
    async fn ties(&mut self) {
        let groups = self.goods.groups.len();
        for c in 0..CUSTOMERS {
            let twisted = self.marks.is_twisted(Class::Tie, Some(c));
            let mut change = serde_json::Map::new();
            // The first two hold what the others change between, so that nothing is unused in either world.
            if c < 2 {
                let group = self.goods.groups[groups - 1 - c].clone();
                self.create("customer_group_members", json!({"customer_id": self.customer(c), "group_id": group})).await;
            }
            if c > 1 {
                change.insert("level_id".to_owned(), self.goods.levels[usize::from(twisted)].clone());
                change.insert("price_list_id".to_owned(), self.goods.lists[1 + usize::from(twisted)].clone());
            } else {
                change.insert("price_list_id".to_owned(), self.goods.lists[1 + c].clone());
            }
            // Some have a payer in both worlds, who pays for them; of others it differs who it is.
            let (one, other) = (self.dice.below(CUSTOMERS), self.dice.below(CUSTOMERS));
            let payer = if twisted && c % 2 == 0 { other } else { one };
            let has_payer = !self.dice.once_in(3);
            if payer != c && has_payer {
                change.insert("payer_id".to_owned(), self.customer(payer));
            }
            let pays = (c % 2 == 1 && change.contains_key("payer_id")).then_some(payer);
            let mut record = self.world.look("customers.get", &json!({"id": self.customer(c)})).await;
            if record["group_id"].is_null() {
                change.insert("group_id".to_owned(), self.goods.groups[groups - 1 - usize::from(twisted && c > 1)].clone());
            }
            change.into_iter().for_each(|(field, value)| record[field] = value);
            self.act("customers.update", json!({"record": record})).await;
            if let Some(payer) = pays {
                let (amount, reference) = (eur(self.marks.figure(Class::Payment, Some(payer), 1_000, 4)), self.marks.word(Class::Payment, payer));
                let payment = json!({"customer_id": self.customer(payer), "day": "2026-02-25", "amount": amount, "reference": reference,
                    "debtors": [self.customer(c)], "allocate": {"kind": "oldest_due"}});
                self.act("receivables.record_payment", json!({"payment": payment})).await;
            }
        }
        // From now on every other role may use the keys of one system, and nobody else may.
        let roles = self.world.look("roles.list", &json!({})).await["items"].take();
        for role in roles.as_array().into_iter().flatten().filter(|role| role["code"].as_str().is_some_and(|code| code.ends_with('1'))) {
            self.act("roles.patch", json!({"id": role["id"], "changes": {"systems": [RESERVED]}})).await;
        }
        let company = self.world.look("company.list", &json!({})).await["items"][0].take();
        let mut company = company;
        company["credit_policy"] = self.dice.one(&["off", "warn", "block", "block"]).into();
        self.act("company.update", json!({"record": company})).await;
    }
}
