//! A stream of every kind of act, drawn from a seed: quotes and orders, deliveries, returns and credit notes, payments and their allocation,
//! receipts, transfers, counts and cost corrections.
//!
//! Every act carries an idempotency key, and each request follows from the seed and from the answers to earlier acts, never from other stored data.
//! So a stream that was interrupted anywhere is restarted from its first act: completed acts answer as before, and the rest are done. In the end the
//! books equal those of an undisturbed stream, except for ids.

mod money;
mod rows;
mod sales;
mod stock;

use crate::{
    Failure, StreamArguments,
    books::{self, Books, Place},
};
use chrono::{Days, NaiveDate, TimeDelta};
use crm_core::{
    Code,
    company::Company,
    customers::{Customer, CustomerGroup},
    ids::{CustomerId, ProductId, WarehouseId},
    num::{Currency, Decimal, Money, Quantity, UnitPrice},
    products::{KitComponent, Product, ProductCost, Tracking},
    sales::{LineItem, NewDelivery},
    session::Session,
    stock::Warehouse,
    time::Day,
};
use crm_storage_sqlite::Durability;
use std::{
    collections::{BTreeMap, HashSet},
    fs::File,
    io::Write,
};

const CURRENCY: Currency = Currency::EUR;
const RATES: &[(&str, &str, &str)] = &[("S", "Standard", "21"), ("R", "Reduced", "10")];
/// Acts per day.
const ACTS_A_DAY: u32 = 6;

/// The company of a stream.
pub(crate) fn company() -> Company {
    Company { default_tax_code: Some("S".to_owned()), ..Company::new("Stream", CURRENCY) }
}

/// Does the acts that are not done yet, and prints the resulting figures.
pub(crate) async fn run(arguments: StreamArguments) -> Result<(), Failure> {
    let temporary = tempfile::tempdir()?;
    let db = arguments.db.clone().unwrap_or_else(|| Place::File(temporary.path().join("stream.db")));
    let books = books::open(&db, Durability::Full, company(), RATES).await?;
    let journal = Journal::open(arguments.journal.as_deref())?;
    let mut stream = Stream::begin(&books, arguments.seed, journal).await?;
    for act in 1..=arguments.acts {
        stream.act(act).await.map_err(|e| format!("act {act}, {}: {e}", stream.doing))?;
    }
    rows::print(&books, &stream.tally, arguments.dump.as_deref()).await
}

/// A small number generator (splitmix64), the same everywhere.
struct Dice(u64);

impl Dice {
    /// A number below a bound.
    fn below(&mut self, bound: u32) -> u32 {
        self.0 = self.0.wrapping_add(0x9E37_79B9_7F4A_7C15);
        let mut z = self.0;
        z = (z ^ (z >> 30)).wrapping_mul(0xBF58_476D_1CE4_E5B9);
        z = (z ^ (z >> 27)).wrapping_mul(0x94D0_49BB_1331_11EB);
        u32::try_from((z ^ (z >> 31)) % u64::from(bound.max(1))).unwrap_or_default()
    }

    /// From one number to another, both included.
    fn within(&mut self, from: u32, to: u32) -> u32 {
        from + self.below(to.saturating_sub(from) + 1)
    }

    fn once_in(&mut self, times: u32) -> bool {
        self.below(times) == 0
    }

    /// An index into a list, if it is not empty.
    fn place<T>(&mut self, of: &[T]) -> Option<usize> {
        let length = u32::try_from(of.len()).unwrap_or(u32::MAX);
        (length > 0).then(|| self.below(length) as usize)
    }

    /// An index whose item fits.
    fn place_where<T>(&mut self, of: &[T], fits: impl Fn(&T) -> bool) -> Option<usize> {
        let places: Vec<usize> = of.iter().enumerate().filter(|(_, item)| fits(item)).map(|(place, _)| place).collect();
        self.place(&places).and_then(|place| places.get(place).copied())
    }
}

/// The stream's journal: a line for every act, once it is committed.
struct Journal {
    file: Option<File>,
    known: HashSet<String>,
}

impl Journal {
    fn open(path: Option<&std::path::Path>) -> Result<Self, Failure> {
        let Some(path) = path else { return Ok(Self { file: None, known: HashSet::new() }) };
        let text = if path.exists() { std::fs::read_to_string(path)? } else { String::new() };
        let known = text.lines().filter_map(|line| line.split_once(' ')).map(|(key, _)| key.to_owned()).collect();
        Ok(Self { file: Some(File::options().create(true).append(true).open(path)?), known })
    }

    fn acknowledge(&mut self, key: &str, number: &str) -> Result<(), Failure> {
        if let Some(file) = &mut self.file
            && self.known.insert(key.to_owned())
        {
            // In one write: a kill in between would append the next line to half a line.
            file.write_all(format!("{key} {number}\n").as_bytes())?;
        }
        Ok(())
    }
}

/// How a product is stocked and costed.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Kept {
    /// At moving average cost, in both warehouses, never negative.
    Plain,
    /// At a specified cost.
    Specified,
    /// In lots, each with its own cost.
    InLots,
    /// In the yard only, and sold before it is received.
    Ahead,
    /// A kit of plain products.
    Kit,
    /// A service.
    Not,
}

/// The components of a kit, and how many of each it takes.
const PARTS: &[(usize, i64)] = &[(0, 2), (1, 1)];

/// A product, and the stream's own record of its stock.
struct Good {
    id: ProductId,
    kept: Kept,
    /// Cost in hundredths, roughly.
    cost: u32,
    /// In the main warehouse and in the yard.
    on_hand: [i64; 2],
    /// Lots in the main warehouse.
    lots: BTreeMap<String, i64>,
}

/// The two warehouses.
const MAIN: usize = 0;
const YARD: usize = 1;

struct Stream<'b> {
    books: &'b Books,
    journal: Journal,
    dice: Dice,
    number: u32,
    day: Day,
    doing: &'static str,
    tally: BTreeMap<&'static str, u32>,
    warehouses: [WarehouseId; 2],
    goods: Vec<Good>,
    /// Customers who pay what falls due first.
    payers: Vec<CustomerId>,
    /// Customers whose receivables are each settled separately.
    patient: Vec<CustomerId>,
    sales: sales::Known,
    stock: stock::Known,
    money: money::Known,
}

/// The kinds of acts, each as often as it is listed here.
const ACTS: &[&str] = &[
    "receive",
    "receive",
    "receive",
    "quote",
    "quote",
    "revise",
    "accept",
    "accept",
    "lose",
    "order",
    "prepay",
    "deliver order",
    "deliver order",
    "deliver order",
    "close order",
    "reserve",
    "reserve",
    "release",
    "deliver",
    "deliver",
    "deliver",
    "deliver ahead",
    "sell on account",
    "return",
    "return",
    "unlinked return",
    "credit",
    "reverse sale",
    "pay",
    "pay",
    "pay",
    "bounce",
    "advance",
    "spend credit",
    "refund",
    "undo refund",
    "write off",
    "pay item",
    "take back allocation",
    "reschedule",
    "transfer",
    "count",
    "supplier return",
    "late cost",
    "correct price",
    "correct quantity",
    "reverse receipt",
    "revalue",
    "set cost",
    "recost",
    "customer",
    "too much",
];

impl<'b> Stream<'b> {
    /// Creates the masters, or finds them.
    async fn begin(books: &'b Books, seed: u64, journal: Journal) -> Result<Self, Failure> {
        let day = NaiveDate::from_ymd_opt(2026, 1, 1).ok_or("no such day")?;
        let yard = Warehouse { allows_negative: true, ..Warehouse::new("YARD", "Yard") };
        let yard = books.session.idempotent("setup:yard").warehouses().create(yard).await?.id;
        let mut stream = Self {
            books,
            journal,
            dice: Dice(seed),
            number: 0,
            day,
            doing: "setup",
            tally: BTreeMap::new(),
            warehouses: [books.warehouse, yard],
            goods: Vec::new(),
            payers: Vec::new(),
            patient: Vec::new(),
            sales: sales::Known::default(),
            stock: stock::Known::default(),
            money: money::Known::default(),
        };
        for (place, kept) in [Kept::Plain, Kept::Plain, Kept::Plain, Kept::Specified, Kept::InLots, Kept::Ahead, Kept::Ahead, Kept::Not, Kept::Kit]
            .into_iter()
            .enumerate()
        {
            let good = stream.good(place, kept).await?;
            stream.goods.push(good);
        }
        let group = books.session.idempotent("setup:group").customer_groups().create(CustomerGroup::new("G", "Group", None)).await?.id;
        for place in 0..9 {
            let code = format!("C{place}");
            let customer =
                Customer { payment_days: 10 + 5 * place, group_id: Some(group), ..Customer::new(code.clone(), format!("Customer {place}")) };
            let id = books.session.idempotent(format!("setup:{code}")).customers().create(customer).await?.id;
            if place < 6 { stream.payers.push(id) } else { stream.patient.push(id) }
        }
        Ok(stream)
    }

    async fn good(&self, place: usize, kept: Kept) -> Result<Good, Failure> {
        let code = format!("P{place}");
        let cost = 200 + 137 * u32::try_from(place)?;
        let stocked = Product::stocked(code.clone(), format!("Product {place}"), CURRENCY);
        let product = match kept {
            Kept::Plain | Kept::Ahead => stocked,
            Kept::Specified => Product { costing: crm_core::costing::SPECIFIED.to_owned(), ..stocked },
            Kept::InLots => {
                Product { costing: crm_core::costing::LOT.to_owned(), tracking: Tracking::Lot, tax_code: Some("R".to_owned()), ..stocked }
            }
            Kept::Not => Product::service(code.clone(), "Service", CURRENCY),
            Kept::Kit => Product::kit(code.clone(), "Kit", CURRENCY),
        };
        let id = self.books.session.idempotent(format!("setup:{code}")).products().create(product).await?.id;
        if kept == Kept::Specified {
            let since = NaiveDate::from_ymd_opt(2025, 1, 1).ok_or("no such day")?;
            let specified = ProductCost::new(id, since, hundredths(cost)?);
            self.books.session.idempotent(format!("setup:{code}:cost")).records::<ProductCost>().create(specified).await?;
        }
        if kept == Kept::Kit {
            for (part, quantity) in PARTS {
                let part = self.goods.get(*part).ok_or("a kit comes after its components")?;
                let component = KitComponent::new(id, part.id, pieces(*quantity)?);
                self.books.session.idempotent(format!("setup:{code}:{}", part.id)).records::<KitComponent>().create(component).await?;
            }
        }
        Ok(Good { id, kept, cost, on_hand: [0, 0], lots: BTreeMap::new() })
    }

    /// A session for the next act, under its key.
    fn session(&self) -> Session<'static> {
        self.books.session.idempotent(self.key())
    }

    fn key(&self) -> String {
        format!("act:{}", self.number)
    }

    /// Does an act of a randomly drawn kind; if there is nothing to do it with, something is received.
    async fn act(&mut self, number: u32) -> Result<(), Failure> {
        self.number = number;
        let start = NaiveDate::from_ymd_opt(2026, 1, 1).ok_or("no such day")?;
        self.day = start.checked_add_days(Days::new(u64::from(number / ACTS_A_DAY))).ok_or("no such day")?;
        let nine = self.day.and_hms_opt(9, 0, 0).ok_or("no such moment")?;
        self.books.clock.set((nine + TimeDelta::minutes(i64::from(number % ACTS_A_DAY))).and_utc());
        self.doing = self.dice.place(ACTS).and_then(|place| ACTS.get(place).copied()).unwrap_or("receive");
        let done = match self.one().await? {
            Some(number) => number,
            None => {
                self.doing = "receive";
                self.receive().await?.ok_or("nothing can be received")?
            }
        };
        *self.tally.entry(self.doing).or_default() += 1;
        let key = self.key();
        self.journal.acknowledge(&key, &done)
    }

    /// The number of the document, `-` for an act without one; none if there was nothing to do it with.
    async fn one(&mut self) -> Result<Option<String>, Failure> {
        match self.doing {
            "quote" => self.quote().await,
            "revise" => self.revise().await,
            "accept" => self.accept().await,
            "lose" => self.lose().await,
            "order" => self.order().await,
            "prepay" => self.prepay().await,
            "deliver order" => self.deliver_order().await,
            "close order" => self.close_order().await,
            "reserve" => self.reserve().await,
            "release" => self.release().await,
            "deliver" => self.deliver().await,
            "deliver ahead" => self.deliver_ahead().await,
            "sell on account" => self.sell_on_account().await,
            "return" => self.return_goods().await,
            "unlinked return" => self.take_back_unlinked().await,
            "credit" => self.credit().await,
            "reverse sale" => self.reverse_sale().await,
            "pay" => self.pay().await,
            "bounce" => self.bounce().await,
            "advance" => self.advance().await,
            "spend credit" => self.spend_credit().await,
            "refund" => self.refund().await,
            "undo refund" => self.undo_refund().await,
            "write off" => self.write_off().await,
            "pay item" => self.pay_item().await,
            "take back allocation" => self.take_back_allocation().await,
            "reschedule" => self.reschedule().await,
            "transfer" => self.transfer().await,
            "count" => self.count().await,
            "supplier return" => self.return_to_supplier().await,
            "late cost" => self.late_cost().await,
            "correct price" => self.correct_price().await,
            "correct quantity" => self.correct_quantity().await,
            "reverse receipt" => self.reverse_receipt().await,
            "revalue" => self.revalue().await,
            "set cost" => self.set_cost().await,
            "recost" => self.recost().await,
            "customer" => self.customer().await,
            "too much" => self.too_much().await,
            _ => self.receive().await,
        }
    }

    async fn customer(&mut self) -> Result<Option<String>, Failure> {
        let code = format!("N{}", self.number);
        let customer = Customer { payment_days: 14, ..Customer::new(code, format!("New customer {}", self.number)) };
        let id = self.session().customers().create(customer).await?.id;
        self.payers.push(id);
        Ok(Some("-".to_owned()))
    }

    /// A request for something that does not exist is refused, however often it is made, and leaves no trace.
    async fn too_much(&mut self) -> Result<Option<String>, Failure> {
        let customer_id = self.payer()?;
        let good = self.goods.first().ok_or("there are goods")?;
        let line = LineItem::new(good.id, Quantity::from(1_000_000), hundredths(good.cost)?);
        let delivery = NewDelivery::new(customer_id, self.books.warehouse, self.day, vec![line]);
        match self.session().sales().deliver(&delivery).await {
            Err(error) if error.code() == Code::InsufficientStock => Ok(Some("-".to_owned())),
            Err(error) => Err(error.into()),
            Ok(_) => Err("a million was delivered".into()),
        }
    }

    fn payer(&mut self) -> Result<CustomerId, Failure> {
        let place = self.dice.place(&self.payers);
        place.and_then(|place| self.payers.get(place).copied()).ok_or_else(|| "there are customers".into())
    }

    fn warehouse(&self, place: usize) -> WarehouseId {
        self.warehouses.get(place).copied().unwrap_or(self.books.warehouse)
    }
}

fn hundredths(value: u32) -> crm_core::Result<UnitPrice> {
    UnitPrice::new(Decimal::new(i64::from(value), 2), CURRENCY)
}

fn money(value: u32) -> crm_core::Result<Money> {
    Money::new(Decimal::new(i64::from(value), 2), CURRENCY)
}

fn pieces(count: i64) -> crm_core::Result<Quantity> {
    Quantity::new(Decimal::from(count))
}
