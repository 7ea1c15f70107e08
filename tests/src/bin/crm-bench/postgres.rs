//! PostgreSQL: the library against a program on sqlx that works on sets, with one connection and with several.

use crate::{
    Settings,
    books::{Buyer, Head, Line, Pool as StockPool, TAX_CODE, audited_payment, shares, whole},
    programs::{Payment, Posting, Program, Programs, Writing},
    server::Server,
    shop::{Command, Kind, Shop, assert_same_rows, verify},
    turns::{Queue, in_turns},
};
use chrono::{NaiveDate, Utc};
use crm_core::{
    ids::IdSource,
    num::Decimal,
    receivables::NewPayment,
    sales::{LineItem, NewDelivery, NewOrder, NewQuote},
    storage::Mode,
    system::SystemIds,
};
use crm_tests::{
    counting::Counting,
    postgres::{Database, Layout},
};
use sqlx::{
    Connection, PgConnection, Pool, Postgres,
    postgres::{PgConnectOptions, PgPoolOptions},
};
use std::{collections::HashMap, ops::Range, sync::Arc};
use uuid::Uuid;

pub(crate) async fn run(server: &Server, settings: &Settings) {
    for kind in Kind::ALL.into_iter().filter(|kind| settings.wants_case(kind.name())) {
        for connections in [1, 8] {
            for writing in [Writing::OneByOne, Writing::Joined] {
                compare(kind, writing, server, connections, settings).await;
            }
        }
    }
}

/// After the cases: what each kind of document takes.
pub(crate) async fn statements(server: &Server, settings: &Settings) {
    println!("\n| statements, BEGIN and COMMIT included | library | by hand, write by write | by hand, joined writes |\n|---|---|---|---|");
    for kind in Kind::ALL.into_iter().filter(|kind| settings.wants_case(kind.name())) {
        let database = Database::on(server.url(), Layout::Plain).await;
        let shop = Arc::new(Shop::open(database.storage(Layout::Plain, 1).await).await);
        shop.prepare(kind, 0..1, settings.document_lines).await;
        let counted = library_statements(&shop, kind, settings.document_lines).await;
        let programs = Programs::new();
        let by_hand = |writing| programs.statements(kind, writing);
        println!("| {} | {counted} | {} | {} |", kind.name(), by_hand(Writing::OneByOne), by_hand(Writing::Joined));
    }
}

/// Documents before the tables are analysed and anything is timed.
const FIRST: Range<usize> = 0..400;

async fn compare(kind: Kind, writing: Writing, server: &Server, connections: u32, settings: &Settings) {
    let (our_database, their_database) = (Database::on(server.url(), Layout::Plain).await, Database::on(server.url(), Layout::Plain).await);
    let ours = Arc::new(Shop::open(our_database.storage(Layout::Plain, connections).await).await);
    let theirs = Arc::new(Shop::open(their_database.storage(Layout::Plain, 1).await).await);
    let by_hand = Arc::new(ByHand::open(&their_database.url(), connections, writing, &theirs).await);
    let lines = settings.document_lines;
    let one_by_hand = async |command| by_hand.post(&mut by_hand.pool.acquire().await.unwrap(), &command).await;
    assert_same_rows(kind, &ours, &theirs, lines, one_by_hand).await;
    for shop in [&ours, &theirs] {
        shop.prepare(kind, FIRST.start..FIRST.end + settings.all_documents(), lines).await;
    }
    let their_turn = async |numbers| by_hand_turn(&by_hand, &theirs, kind, numbers, lines, connections).await;
    let callers = usize::try_from(connections).unwrap();
    ours.post(kind, FIRST.clone(), lines, callers).await;
    their_turn(FIRST.clone()).await;
    for database in [&our_database, &their_database] {
        // As a server does by itself after a while: without, it takes tables for empty that are not, and reads them whole, in the checks of
        // foreign keys too.
        sqlx::query("ANALYZE").execute(&mut database.connection().await).await.unwrap();
    }
    let how = if connections == 1 { "1 connection".to_owned() } else { format!("{connections} connections") };
    let case = format!("{}, PostgreSQL, {how}, by hand {}", kind.name(), writing.name());
    in_turns(&case, settings, async |numbers| ours.post(kind, numbers, lines, callers).await, their_turn).await;
    verify(&ours, &theirs).await;
    by_hand.pool.close().await;
}

/// Each caller has a connection of its own; a single one asks from the thread that the library's single caller uses.
async fn by_hand_turn(by_hand: &Arc<ByHand>, shop: &Arc<Shop>, kind: Kind, numbers: Range<usize>, lines: usize, callers: u32) {
    let queue = Arc::new(Queue::new(numbers));
    let caller = |_| {
        let (by_hand, shop, queue) = (by_hand.clone(), shop.clone(), queue.clone());
        async move {
            let mut connection = by_hand.pool.acquire().await.unwrap();
            while let Some(number) = queue.take() {
                by_hand.post(&mut connection, &shop.command(kind, number, lines)).await;
            }
        }
    };
    if callers == 1 {
        return caller(0).await;
    }
    let callers: Vec<_> = (0..callers).map(|number| tokio::spawn(caller(number))).collect();
    for caller in callers {
        caller.await.unwrap();
    }
}

/// What a document of the library takes; its commit is counted apart.
async fn library_statements(shop: &Shop, kind: Kind, lines: usize) -> u32 {
    let counting = Counting::new(shop.storage.clone());
    let session = shop.through(Arc::new(counting.clone())).await;
    counting.take();
    shop.post_on(&session, kind, 0, lines).await;
    let ended = counting.take();
    let committed: Vec<_> = ended.iter().filter(|e| e.committed && e.mode == Mode::Write).collect();
    assert_eq!(committed.len(), 1, "a document is one unit of work");
    committed[0].statements
}

/// The program written by hand: locks and reads sets, calculates with integers, writes sets.
struct ByHand {
    pool: Pool<Postgres>,
    writing: Writing,
    programs: Programs,
    ids: SystemIds,
    company: Uuid,
    operator: Uuid,
    warehouse: Uuid,
}

const LOCK: &str = "SELECT product_id, quantity, value, movements FROM crm_stock_pool \
     WHERE company_id = $1 AND product_id = ANY($2) ORDER BY product_id FOR NO KEY UPDATE";

/// Products, with the customer and the tax rate beside each. The balances are looked at where they are changed.
const READ: &str = "SELECT p.id, p.code, p.name, c.code, c.name, c.payment_days, c.owner_id, t.rate FROM crm_product AS p \
     JOIN crm_customer AS c ON c.company_id = $1 AND c.id = $3 \
     CROSS JOIN (SELECT rate FROM crm_tax_rate WHERE company_id = $1 AND code = $4 AND valid_from <= $5 ORDER BY valid_from DESC LIMIT 1) AS t \
     WHERE p.company_id = $1 AND p.id = ANY($2)";

/// Pools where nothing moves.
const COSTS: &str = "SELECT product_id, quantity, value, movements FROM crm_stock_pool WHERE company_id = $1 AND product_id = ANY($2)";

const LOCK_CUSTOMER: &str = "SELECT owner_id FROM crm_customer WHERE company_id = $1 AND id = $2 FOR NO KEY UPDATE";

const OPEN_ITEMS: &str = "SELECT id, due_day, document_day, day, open FROM crm_open_item WHERE company_id = $1 AND customer_id = $2 AND open > 0 \
     ORDER BY due_day, day, instalment, id";

/// All callers wait for these rows, so they are taken late, and in one order.
const COUNTERS: &str = "INSERT INTO crm_number_series AS t (company_id, series, next) SELECT $1, r.series, 1 + r.taken \
     FROM unnest($2::text[], $3::bigint[]) AS r(series, taken) \
     ON CONFLICT (company_id, series) DO UPDATE SET next = t.next + excluded.next - 1 RETURNING series, next";

impl ByHand {
    async fn open(url: &str, connections: u32, writing: Writing, shop: &Shop) -> Self {
        let options: PgConnectOptions = url.parse().unwrap();
        let pool = PgPoolOptions::new().max_connections(connections).test_before_acquire(false).connect_with(options).await.unwrap();
        let (company, operator, warehouse) = (shop.company.0, shop.operator.0, shop.warehouse.0);
        Self { pool, writing, programs: Programs::new(), ids: SystemIds::default(), company, operator, warehouse }
    }

    /// Posts what `command` says.
    async fn post(&self, connection: &mut PgConnection, command: &Command) {
        match command {
            Command::Delivery(command) => self.deliver(connection, command).await,
            Command::Quote(command) => self.quote(connection, command).await,
            Command::Order(command) => self.order(connection, command).await,
            Command::Payment(command) => self.pay(connection, command).await,
        }
    }

    async fn deliver(&self, connection: &mut PgConnection, command: &NewDelivery) {
        let mut tx = connection.begin().await.unwrap();
        let (head, lines, pools) = self.read(&mut tx, command.customer_id.0, command.day, &command.lines, LOCK).await;
        let mut posting = self.posting(head, lines, &pools);
        posting.audits = vec![("sales_document", posting.head.id, posting.head.audited_delivery(self.warehouse))];
        self.finish(tx, &self.programs.delivery, posting, ("delivery-2026", "DN", "sales.deliver")).await;
    }

    async fn quote(&self, connection: &mut PgConnection, command: &NewQuote) {
        let offer = &command.offer;
        let mut tx = connection.begin().await.unwrap();
        let (head, lines, pools) = self.read(&mut tx, command.customer_id.0, offer.day, &offer.lines, COSTS).await;
        let mut posting = self.posting(head, lines, &pools);
        posting.until = offer.valid_until.unwrap();
        let (revision, quote) = posting.head.audited_quote(posting.other, posting.until);
        posting.audits = vec![("quote_revision", posting.head.id, revision), ("quote", posting.other, quote)];
        self.finish(tx, &self.programs.quote, posting, ("quote-2026", "QT", "quotes.create")).await;
    }

    async fn order(&self, connection: &mut PgConnection, command: &NewOrder) {
        let mut tx = connection.begin().await.unwrap();
        let (head, lines, pools) = self.read(&mut tx, command.customer_id.0, command.day, &command.lines, COSTS).await;
        let mut posting = self.posting(head, lines, &pools);
        posting.audits = vec![("sales_order", posting.head.id, posting.head.audited_order())];
        self.finish(tx, &self.programs.order, posting, ("order-2026", "SO", "orders.create")).await;
    }

    async fn read(
        &self,
        connection: &mut PgConnection,
        customer: Uuid,
        day: NaiveDate,
        asked: &[LineItem],
        pools: &'static str,
    ) -> (Head, Vec<Line>, HashMap<Uuid, StockPool>) {
        let products: Vec<Uuid> = asked.iter().map(|l| l.product_id.0).collect();
        let pools: Vec<(Uuid, Decimal, Decimal, i64)> =
            sqlx::query_as(pools).bind(self.company).bind(&products).fetch_all(&mut *connection).await.unwrap();
        type Read = (Uuid, String, String, String, String, i64, Option<Uuid>, Decimal);
        let read = sqlx::query_as(READ).bind(self.company).bind(&products).bind(customer).bind(TAX_CODE).bind(day);
        let read: Vec<Read> = read.fetch_all(&mut *connection).await.unwrap();
        let (_, _, _, code, name, days, owner, rate) = read[0].clone();
        let mut named: HashMap<Uuid, (String, String)> = read.into_iter().map(|(id, code, name, ..)| (id, (code, name))).collect();
        let pools: HashMap<Uuid, StockPool> =
            pools.into_iter().map(|(id, quantity, value, movements)| (id, pool(quantity, value, movements))).collect();
        let line = |asked: &LineItem| Line::new(asked, named.remove(&asked.product_id.0).unwrap(), pools[&asked.product_id.0]);
        let lines: Vec<Line> = asked.iter().map(line).collect();
        let buyer = Buyer { id: customer, code, name, days, owner };
        (Head::new(self.ids.next_id(), day, self.operator, buyer, whole(rate, 4), &lines), lines, pools)
    }

    fn posting(&self, head: Head, lines: Vec<Line>, pools: &HashMap<Uuid, StockPool>) -> Posting {
        let (company, warehouse, until) = (self.company, self.warehouse, head.day);
        let mut posting = Posting { company, warehouse, until, ..Posting::new(head, self.ids.next_id()) };
        for (number, line) in (1..).zip(lines) {
            posting.add_line(number, (self.ids.next_id(), self.ids.next_id()), pools[&line.product], line);
        }
        posting
    }

    /// Writes what needs no number, takes the numbers, and writes the rest.
    async fn finish(
        &self,
        mut tx: sqlx::Transaction<'_, Postgres>,
        program: &Program<Posting>,
        mut posting: Posting,
        (series, prefix, operation): (&'static str, &str, &'static str),
    ) {
        if self.writing == Writing::OneByOne {
            program.write_before(&mut tx, &posting, posting.lines.ids.len()).await;
        }
        let (sequence, positions) = self.numbers(&mut tx, series, posting.audits.len()).await;
        (posting.series, posting.sequence, posting.number) = (series, sequence, format!("{prefix}-2026-{sequence:06}"));
        (posting.operation, posting.positions) = (operation, positions);
        posting.audit_ids = posting.audits.iter().map(|_| self.ids.next_id()).collect();
        program.write(self.writing, &mut tx, &posting, posting.lines.ids.len()).await;
        tx.commit().await.unwrap();
    }

    async fn numbers(&self, connection: &mut PgConnection, series: &str, changes: usize) -> (i64, Vec<i64>) {
        let changes = i64::try_from(changes).unwrap();
        let counters = sqlx::query_as(COUNTERS).bind(self.company).bind([series, "feed"]).bind([1, changes]);
        let counters: Vec<(String, i64)> = counters.fetch_all(connection).await.unwrap();
        let next = |name: &str| counters.iter().find(|(series, _)| series == name).unwrap().1;
        (next(series) - 1, (next("feed") - changes..next("feed")).collect())
    }

    async fn pay(&self, connection: &mut PgConnection, command: &NewPayment) {
        let (customer, at) = (command.customer_id.0, Utc::now());
        let mut tx = connection.begin().await.unwrap();
        let (owner,): (Option<Uuid>,) = sqlx::query_as(LOCK_CUSTOMER).bind(self.company).bind(customer).fetch_one(&mut *tx).await.unwrap();
        type Item = (Uuid, NaiveDate, NaiveDate, NaiveDate, Decimal);
        let items: Vec<Item> = sqlx::query_as(OPEN_ITEMS).bind(self.company).bind(customer).fetch_all(&mut *tx).await.unwrap();
        let shares = shares(whole(command.amount.amount(), 4), items.iter().map(|item| (item, whole(item.4, 4))));
        let mut payment = Payment {
            company: self.company,
            operator: self.operator,
            at,
            customer,
            owner,
            day: command.day,
            amount: command.amount.amount(),
            left: command.amount.amount() - shares.iter().map(|(_, share)| Decimal::new(*share, 4)).sum::<Decimal>(),
            settled: shares.first().map(|_| command.day),
            payment: self.ids.next_id(),
            credit: self.ids.next_id(),
            audit: self.ids.next_id(),
            after: audited_payment(command, at, self.operator),
            ..Payment::default()
        };
        for ((id, due, document_day, day, _), share) in shares {
            payment.add_share(self.ids.next_id(), *id, (*due, *document_day, *day), Decimal::new(share, 4));
        }
        let program = &self.programs.payment;
        if self.writing == Writing::OneByOne {
            program.write_before(&mut tx, &payment, payment.receivables.len()).await;
        }
        let (sequence, positions) = self.numbers(&mut tx, "payment-2026", 1).await;
        (payment.sequence, payment.number, payment.position) = (sequence, format!("PM-2026-{sequence:06}"), positions[0]);
        program.write(self.writing, &mut tx, &payment, payment.receivables.len()).await;
        tx.commit().await.unwrap();
    }
}

fn pool(quantity: Decimal, value: Decimal, movements: i64) -> StockPool {
    StockPool { quantity: whole(quantity, 6), value: whole(value, 4), movements }
}
