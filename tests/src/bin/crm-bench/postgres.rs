//! PostgreSQL: the library against a program on sqlx that works on sets, with one connection and with several.

use crate::{
    Settings,
    books::{Line, Pool as StockPool, SERIES, Sums, TAX_CODE, text, whole},
    server::Server,
    shop::{Shop, assert_same_rows, verify},
    turns::{Queue, in_turns},
};
use chrono::{DateTime, NaiveDate, Utc};
use crm_core::{ids::IdSource, num::Decimal, sales::NewDelivery, storage::Mode, system::SystemIds};
use crm_tests::{
    counting::Counting,
    postgres::{Database, Layout},
};
use serde_json::{Value as Json, json};
use sqlx::{
    AssertSqlSafe, Connection, PgConnection, Pool, Postgres, SqlSafeStr,
    postgres::{PgArguments, PgConnectOptions, PgPoolOptions},
    query::Query,
};
use std::{collections::HashMap, ops::Range, sync::Arc};
use uuid::Uuid;

pub(crate) async fn run(server: &Server, settings: &Settings) {
    for connections in [1, 8] {
        let name = if connections == 1 { "1 connection".to_owned() } else { format!("{connections} connections") };
        compare(&format!("PostgreSQL, {name}, by hand write by write"), Writing::OneByOne, server, connections, settings).await;
        compare(&format!("PostgreSQL, {name}, by hand joined writes"), Writing::Joined, server, connections, settings).await;
    }
    let database = Database::on(server.url(), Layout::Plain).await;
    let shop = Shop::open(database.storage(Layout::Plain, 1).await).await;
    let counted = library_statements(&shop, settings.lines).await;
    println!(
        "\nstatements of a delivery, BEGIN and COMMIT included: library {counted}, by hand {} write by write, {} with joined writes",
        Writing::OneByOne.statements(),
        Writing::Joined.statements()
    );
}

async fn compare(case: &str, writing: Writing, server: &Server, connections: u32, settings: &Settings) {
    let (our_database, their_database) = (Database::on(server.url(), Layout::Plain).await, Database::on(server.url(), Layout::Plain).await);
    let ours = Arc::new(Shop::open(our_database.storage(Layout::Plain, connections).await).await);
    let theirs = Arc::new(Shop::open(their_database.storage(Layout::Plain, 1).await).await);
    let by_hand = Arc::new(ByHand::open(&their_database.url(), connections, writing, &theirs).await);
    assert_same_rows(&ours, &theirs, settings.lines, async |delivery| by_hand.deliver(&mut by_hand.pool.acquire().await.unwrap(), &delivery).await)
        .await;
    let their_turn = async |numbers| by_hand_turn(&by_hand, &theirs, numbers, settings.lines, connections).await;
    let callers = usize::try_from(connections).unwrap();
    ours.deliver(FIRST.clone(), settings.lines, callers).await;
    their_turn(FIRST.clone()).await;
    for database in [&our_database, &their_database] {
        // As a server does by itself after a while: without, it takes tables for empty that are not, and reads them whole, in the checks of
        // foreign keys too.
        sqlx::query("ANALYZE").execute(&mut database.connection().await).await.unwrap();
    }
    in_turns(case, settings, async |numbers| ours.deliver(numbers, settings.lines, callers).await, their_turn).await;
    verify(&ours, &theirs).await;
    by_hand.pool.close().await;
}

/// Each caller has a connection of his own; a single one asks from the thread that the library's single caller uses.
/// Deliveries before the tables are analysed and anything is timed.
const FIRST: Range<usize> = 0..400;

async fn by_hand_turn(by_hand: &Arc<ByHand>, shop: &Arc<Shop>, numbers: Range<usize>, lines: usize, callers: u32) {
    let queue = Arc::new(Queue::new(numbers));
    let caller = |_| {
        let (by_hand, shop, queue) = (by_hand.clone(), shop.clone(), queue.clone());
        async move {
            let mut connection = by_hand.pool.acquire().await.unwrap();
            while let Some(number) = queue.take() {
                by_hand.deliver(&mut connection, &shop.delivery(number, lines)).await;
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

/// What a delivery of the library takes; its commit is counted apart.
async fn library_statements(shop: &Shop, lines: usize) -> u32 {
    let counting = Counting::new(shop.storage.clone());
    let session = shop.through(Arc::new(counting.clone())).await;
    counting.take();
    session.sales().deliver(&shop.delivery(0, lines)).await.unwrap();
    let ended = counting.take();
    let committed: Vec<_> = ended.iter().filter(|e| e.committed && e.mode == Mode::Write).collect();
    assert_eq!(committed.len(), 1, "a delivery is one unit of work");
    committed[0].statements
}

/// How the program written by hand sends its writes.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Writing {
    /// A statement each: as one writes it first.
    OneByOne,
    /// All as parts of one statement: as one writes it who counts round trips.
    Joined,
}

impl Writing {
    /// `BEGIN`, lock, read, counters, the writes, `COMMIT`.
    fn statements(self) -> usize {
        5 + if self == Self::Joined { 1 } else { BEFORE.len() + AFTER.len() }
    }
}

/// The program written by hand: locks and reads sets, calculates with integers, writes sets.
struct ByHand {
    pool: Pool<Postgres>,
    writing: Writing,
    joined: String,
    ids: SystemIds,
    company: Uuid,
    operator: Uuid,
    warehouse: Uuid,
}

/// A delivery that is decided, its lines as columns.
struct Posting {
    company: Uuid,
    operator: Uuid,
    warehouse: Uuid,
    document: Uuid,
    item: Uuid,
    audit: Uuid,
    now: DateTime<Utc>,
    day: NaiveDate,
    due: NaiveDate,
    customer: Uuid,
    customer_code: String,
    customer_name: String,
    owner: Option<Uuid>,
    rate: Decimal,
    net: Decimal,
    tax: Decimal,
    gross: Decimal,
    cost: Decimal,
    profit: Decimal,
    taxes: Json,
    after: Json,
    number: String,
    sequence: i64,
    position: i64,
    lines: Lines,
}

#[derive(Default)]
struct Lines {
    ids: Vec<Uuid>,
    movements: Vec<Uuid>,
    numbers: Vec<i64>,
    products: Vec<Uuid>,
    codes: Vec<String>,
    names: Vec<String>,
    quantities: Vec<Decimal>,
    prices: Vec<Decimal>,
    nets: Vec<Decimal>,
    taxes: Vec<Decimal>,
    costs: Vec<Decimal>,
    profits: Vec<Decimal>,
    sequences: Vec<i64>,
    left: Vec<Decimal>,
    values: Vec<Decimal>,
    references: Vec<Decimal>,
}

type PgQuery<'q> = Query<'q, Postgres, PgArguments>;

/// One write: its text, how many parameters it has, and what they are.
struct Write {
    text: &'static str,
    parameters: usize,
    bind: for<'q> fn(PgQuery<'q>, &'q Posting) -> PgQuery<'q>,
}

const LOCK: &str = "SELECT product_id, quantity, value, movements FROM crm_stock_pool \
     WHERE company_id = $1 AND product_id = ANY($2) ORDER BY product_id FOR NO KEY UPDATE";

/// Products, with the customer and the tax rate beside each. The balances are looked at where they are changed.
const READ: &str = "SELECT p.id, p.code, p.name, c.code, c.name, c.payment_days, c.owner_id, t.rate FROM crm_product AS p \
     JOIN crm_customer AS c ON c.company_id = $1 AND c.id = $3 \
     CROSS JOIN (SELECT rate FROM crm_tax_rate WHERE company_id = $1 AND code = $4 AND valid_from <= $5 ORDER BY valid_from DESC LIMIT 1) AS t \
     WHERE p.company_id = $1 AND p.id = ANY($2)";

/// All callers wait for these rows, so they are taken late, and in one order.
const COUNTERS: &str = "INSERT INTO crm_number_series AS t (company_id, series, next) SELECT $1, series, 2 FROM unnest($2::text[]) AS r(series) \
     ON CONFLICT (company_id, series) DO UPDATE SET next = t.next + 1 RETURNING series, next - 1";

/// Writes that need no number.
const BEFORE: &[Write] = &[
    Write {
        text: "UPDATE crm_stock_pool AS t SET version = t.version + 1, quantity = r.quantity, value = r.value, reference_cost = r.reference_cost, \
               last_day = greatest(t.last_day, $2), movements = r.movements \
               FROM unnest($3::uuid[], $4::numeric[], $5::numeric[], $6::numeric[], $7::bigint[]) AS r(product_id, quantity, value, reference_cost, movements) \
               WHERE t.company_id = $1 AND t.product_id = r.product_id",
        parameters: 7,
        bind: |query, p| {
            let l = &p.lines;
            query.bind(p.company).bind(p.day).bind(&l.products).bind(&l.left).bind(&l.values).bind(&l.references).bind(&l.sequences)
        },
    },
    Write {
        text: "UPDATE crm_stock_balance AS t SET version = t.version + 1, quantity = t.quantity - r.quantity \
               FROM unnest($3::uuid[], $4::numeric[]) AS r(product_id, quantity) \
               WHERE t.company_id = $1 AND t.warehouse_id = $2 AND t.product_id = r.product_id AND t.quantity >= r.quantity",
        parameters: 4,
        bind: |query, p| query.bind(p.company).bind(p.warehouse).bind(&p.lines.products).bind(&p.lines.quantities),
    },
];

/// Writes that need a number, and those that refer to them.
const AFTER: &[Write] = &[
    Write {
        text: "INSERT INTO crm_sales_document (company_id, id, kind, number, series, sequence, day, posted_at, operator_id, customer_id, customer_code, \
               customer_name, salesperson_id, warehouse_id, reference, tax_method, rounding, prices_include_tax, taxes, currency, net, tax, gross, cost, profit) \
               VALUES ($1, $2, 'delivery', $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, NULL, 'per_rate', 'half_up', FALSE, $14, 'EUR', \
               $15, $16, $17, $18, $19)",
        parameters: 19,
        bind: |query, p| {
            let query = query.bind(p.company).bind(p.document).bind(&p.number).bind(SERIES).bind(p.sequence).bind(p.day).bind(p.now).bind(p.operator);
            let query = query.bind(p.customer).bind(&p.customer_code).bind(&p.customer_name).bind(p.owner).bind(p.warehouse).bind(&p.taxes);
            query.bind(p.net).bind(p.tax).bind(p.gross).bind(p.cost).bind(p.profit)
        },
    },
    Write {
        text: "INSERT INTO crm_sales_line (company_id, id, document_id, line, customer_id, day, product_id, product_code, product_name, quantity, currency, \
               unit_price, net, tax_code, tax_rate, tax, cost, profit, returned_line_id) \
               SELECT $1, r.id, $2, r.line, $3, $4, r.product_id, r.code, r.name, r.quantity, 'EUR', r.price, r.net, $5, $6, r.tax, r.cost, r.profit, NULL \
               FROM unnest($7::uuid[], $8::bigint[], $9::uuid[], $10::text[], $11::text[], $12::numeric[], $13::numeric[], $14::numeric[], $15::numeric[], \
               $16::numeric[], $17::numeric[]) AS r(id, line, product_id, code, name, quantity, price, net, tax, cost, profit)",
        parameters: 17,
        bind: |query, p| {
            let l = &p.lines;
            let query = query.bind(p.company).bind(p.document).bind(p.customer).bind(p.day).bind(TAX_CODE).bind(p.rate);
            let query = query.bind(&l.ids).bind(&l.numbers).bind(&l.products).bind(&l.codes).bind(&l.names).bind(&l.quantities).bind(&l.prices);
            query.bind(&l.nets).bind(&l.taxes).bind(&l.costs).bind(&l.profits)
        },
    },
    Write {
        text: "INSERT INTO crm_stock_movement (company_id, id, product_id, sequence, warehouse_id, kind, day, stock_document_id, sales_document_id, line, \
               quantity, currency, value) SELECT $1, r.id, r.product_id, r.sequence, $2, 'delivery', $3, NULL, $4, r.line, -r.quantity, 'EUR', -r.cost \
               FROM unnest($5::uuid[], $6::uuid[], $7::bigint[], $8::bigint[], $9::numeric[], $10::numeric[]) AS r(id, product_id, sequence, line, quantity, cost)",
        parameters: 10,
        bind: |query, p| {
            let l = &p.lines;
            let query = query.bind(p.company).bind(p.warehouse).bind(p.day).bind(p.document).bind(&l.movements).bind(&l.products);
            query.bind(&l.sequences).bind(&l.numbers).bind(&l.quantities).bind(&l.costs)
        },
    },
    Write {
        text: "INSERT INTO crm_open_item (company_id, id, version, kind, customer_id, sales_document_id, payment_id, day, due_day, currency, amount, open) \
               VALUES ($1, $2, 1, 'delivery', $3, $4, NULL, $5, $6, 'EUR', $7, $7)",
        parameters: 7,
        bind: |query, p| query.bind(p.company).bind(p.item).bind(p.customer).bind(p.document).bind(p.day).bind(p.due).bind(p.gross),
    },
    Write {
        text: "INSERT INTO crm_audit_entry (company_id, id, at, operator_id, on_behalf_of, request_id, operation, entity, record_id, customer_id, action, \
               before, after) VALUES ($1, $2, $3, $4, NULL, NULL, 'sales.deliver', 'sales_document', $5, $6, 'create', 'null', $7)",
        parameters: 7,
        bind: |query, p| query.bind(p.company).bind(p.audit).bind(p.now).bind(p.operator).bind(p.document).bind(p.customer).bind(&p.after),
    },
    Write {
        text: "INSERT INTO crm_feed_entry (company_id, position, at, entity, record_id, customer_id, action, audit_id) \
               VALUES ($1, $2, $3, 'sales_document', $4, $5, 'create', $6)",
        parameters: 6,
        bind: |query, p| query.bind(p.company).bind(p.position).bind(p.now).bind(p.document).bind(p.customer).bind(p.audit),
    },
];

/// All writes as one statement, which counts the rows of the first two, the updates.
fn joined() -> String {
    let (mut parts, mut first) = (Vec::new(), 0);
    for write in BEFORE.iter().chain(AFTER) {
        // From the last on, so that no number is met twice.
        let shift = |text: String, number: usize| text.replace(&format!("${number}"), &format!("#{}", first + number));
        let text = (1..=write.parameters).rev().fold(write.text.to_owned(), shift).replace('#', "$");
        parts.push(format!("w{} AS ({text} RETURNING 1)", parts.len()));
        first += write.parameters;
    }
    format!("WITH {} SELECT (SELECT count(*) FROM w0), (SELECT count(*) FROM w1)", parts.join(", "))
}

impl ByHand {
    async fn open(url: &str, connections: u32, writing: Writing, shop: &Shop) -> Self {
        let options: PgConnectOptions = url.parse().unwrap();
        let pool = PgPoolOptions::new().max_connections(connections).test_before_acquire(false).connect_with(options).await.unwrap();
        let (company, operator, warehouse) = (shop.company.0, shop.operator.0, shop.warehouse.0);
        Self { pool, writing, joined: joined(), ids: SystemIds::default(), company, operator, warehouse }
    }

    /// Posts what `command` says.
    async fn deliver(&self, connection: &mut PgConnection, command: &NewDelivery) {
        let mut tx = connection.begin().await.unwrap();
        let products: Vec<Uuid> = command.lines.iter().map(|l| l.product_id.0).collect();
        let pools: Vec<(Uuid, Decimal, Decimal, i64)> = sqlx::query_as(LOCK).bind(self.company).bind(&products).fetch_all(&mut *tx).await.unwrap();
        type Read = (Uuid, String, String, String, String, i64, Option<Uuid>, Decimal);
        let read = sqlx::query_as(READ).bind(self.company).bind(&products).bind(command.customer_id.0).bind(TAX_CODE).bind(command.day);
        let read: Vec<Read> = read.fetch_all(&mut *tx).await.unwrap();
        let (_, _, _, customer_code, customer_name, days, owner, rate) = read[0].clone();
        let mut named: HashMap<Uuid, (String, String)> = read.into_iter().map(|(id, code, name, ..)| (id, (code, name))).collect();
        let pools: HashMap<Uuid, StockPool> =
            pools.into_iter().map(|(id, quantity, value, movements)| (id, pool(quantity, value, movements))).collect();
        let lines: Vec<Line> =
            command.lines.iter().map(|asked| Line::new(asked, named.remove(&asked.product_id.0).unwrap(), pools[&asked.product_id.0])).collect();
        let sums = Sums::of(&lines, whole(rate, 4));
        let now = Utc::now();
        let taxes = sums.taxes();
        let after = json!({"kind": "delivery", "series": SERIES, "day": command.day.to_string(), "posted_at": now.to_rfc3339(),
            "operator_id": self.operator.to_string(), "customer_id": command.customer_id.to_string(), "customer_code": customer_code,
            "customer_name": customer_name, "salesperson_id": owner.map(|id| id.to_string()), "warehouse_id": self.warehouse.to_string(), "reference": null,
            "tax_method": "per_rate", "rounding": "half_up", "prices_include_tax": false, "taxes": taxes, "currency": "EUR", "net": text(sums.net),
            "tax": text(sums.tax), "gross": text(sums.gross()), "cost": text(sums.cost), "profit": text(sums.profit())});
        let amount = |amount: i64| Decimal::new(amount, 4);
        let mut posting = Posting {
            company: self.company,
            operator: self.operator,
            warehouse: self.warehouse,
            document: self.ids.next_id(),
            item: self.ids.next_id(),
            audit: self.ids.next_id(),
            now,
            day: command.day,
            due: command.day + chrono::Days::new(days.unsigned_abs()),
            customer: command.customer_id.0,
            customer_code,
            customer_name,
            owner,
            rate,
            net: amount(sums.net),
            tax: amount(sums.tax),
            gross: amount(sums.gross()),
            cost: amount(sums.cost),
            profit: amount(sums.profit()),
            taxes,
            after,
            number: String::new(),
            sequence: 0,
            position: 0,
            lines: self.columns(lines, &pools, &sums),
        };
        if self.writing == Writing::OneByOne {
            for write in BEFORE {
                let done = (write.bind)(sqlx::query(write.text), &posting).execute(&mut *tx).await.unwrap();
                assert_eq!(done.rows_affected(), products.len() as u64, "there is stock");
            }
        }
        let counters = sqlx::query_as(COUNTERS).bind(self.company).bind([SERIES, "feed"]);
        let counters: Vec<(String, i64)> = counters.fetch_all(&mut *tx).await.unwrap();
        for (series, next) in counters {
            *(if series == SERIES { &mut posting.sequence } else { &mut posting.position }) = next;
        }
        posting.number = format!("DN-2026-{:06}", posting.sequence);
        match self.writing {
            Writing::OneByOne => {
                for write in AFTER {
                    (write.bind)(sqlx::query(write.text), &posting).execute(&mut *tx).await.unwrap();
                }
            }
            Writing::Joined => self.write_joined(&mut tx, &posting).await,
        }
        tx.commit().await.unwrap();
    }

    async fn write_joined(&self, connection: &mut PgConnection, posting: &Posting) {
        let query = sqlx::query(AssertSqlSafe(self.joined.as_str()).into_sql_str());
        let query = BEFORE.iter().chain(AFTER).fold(query, |query, write| (write.bind)(query, posting));
        let row = query.fetch_one(connection).await.unwrap();
        let changed: (i64, i64) = sqlx::FromRow::from_row(&row).unwrap();
        let lines = i64::try_from(posting.lines.ids.len()).unwrap();
        assert_eq!(changed, (lines, lines), "there is stock");
    }

    fn columns(&self, lines: Vec<Line>, pools: &HashMap<Uuid, StockPool>, sums: &Sums) -> Lines {
        let mut columns = Lines::default();
        for (number, line) in (1..).zip(lines) {
            let pool = pools[&line.product];
            columns.ids.push(self.ids.next_id());
            columns.movements.push(self.ids.next_id());
            columns.numbers.push(number);
            columns.products.push(line.product);
            columns.codes.push(line.code);
            columns.names.push(line.name);
            columns.quantities.push(Decimal::new(line.quantity, 6));
            columns.prices.push(Decimal::new(line.price, 6));
            columns.nets.push(Decimal::new(line.net, 4));
            columns.taxes.push(Decimal::new(sums.share(number), 4));
            columns.costs.push(Decimal::new(line.cost, 4));
            columns.profits.push(Decimal::new(line.net - line.cost, 4));
            columns.sequences.push(line.sequence);
            columns.left.push(Decimal::new(pool.quantity - line.quantity, 6));
            columns.values.push(Decimal::new(pool.value - line.cost, 4));
            columns.references.push(Decimal::new(line.reference, 6));
        }
        columns
    }
}

fn pool(quantity: Decimal, value: Decimal, movements: i64) -> StockPool {
    StockPool { quantity: whole(quantity, 6), value: whole(value, 4), movements }
}
