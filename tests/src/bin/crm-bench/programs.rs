//! What the program written by hand for PostgreSQL writes: its statements, one by one or joined to one.

use crate::{
    books::{Head, Line, Pool as StockPool, TAX_CODE},
    insert::{row, rows},
    shop::Kind,
};
use chrono::{DateTime, NaiveDate, Utc};
use crm_core::num::Decimal;
use serde_json::{Value as Json, json};
use sqlx::{AssertSqlSafe, PgConnection, Postgres, SqlSafeStr, postgres::PgArguments, query::Query};
use uuid::Uuid;

/// How the program written by hand sends its writes.
#[derive(Clone, Copy, PartialEq, Eq)]
pub(crate) enum Writing {
    /// A statement each: as one writes it first.
    OneByOne,
    /// All as parts of one statement: as one writes it who counts round trips.
    Joined,
}

impl Writing {
    pub(crate) fn name(self) -> &'static str {
        match self {
            Self::OneByOne => "write by write",
            Self::Joined => "joined writes",
        }
    }
}

/// A document with lines that is decided, its lines as columns.
pub(crate) struct Posting {
    pub(crate) company: Uuid,
    pub(crate) warehouse: Uuid,
    pub(crate) head: Head,
    /// The receivable of a delivery, the quote of a revision.
    pub(crate) other: Uuid,
    pub(crate) until: NaiveDate,
    pub(crate) series: &'static str,
    pub(crate) sequence: i64,
    pub(crate) number: String,
    pub(crate) operation: &'static str,
    /// Entity, record, and what the audit keeps of it.
    pub(crate) audits: Vec<(&'static str, Uuid, Json)>,
    pub(crate) audit_ids: Vec<Uuid>,
    pub(crate) positions: Vec<i64>,
    pub(crate) lines: Lines,
}

#[derive(Default)]
pub(crate) struct Lines {
    pub(crate) ids: Vec<Uuid>,
    movements: Vec<Uuid>,
    numbers: Vec<i64>,
    products: Vec<Uuid>,
    codes: Vec<String>,
    names: Vec<String>,
    quantities: Vec<Decimal>,
    moved: Vec<Decimal>,
    prices: Vec<Decimal>,
    nets: Vec<Decimal>,
    taxes: Vec<Decimal>,
    costs: Vec<Decimal>,
    values: Vec<Decimal>,
    profits: Vec<Decimal>,
    sequences: Vec<i64>,
    left: Vec<Decimal>,
    values_left: Vec<Decimal>,
    references: Vec<Decimal>,
}

fn amount(whole: i64) -> Decimal {
    Decimal::new(whole, 4)
}

impl Posting {
    pub(crate) fn new(head: Head, other: Uuid) -> Self {
        let (company, warehouse, until) = (Uuid::nil(), Uuid::nil(), head.day);
        let (audits, audit_ids, positions, lines) = (Vec::new(), Vec::new(), Vec::new(), Lines::default());
        let (series, sequence, number, operation) = ("", 0, String::new(), "");
        Self { company, warehouse, head, other, until, series, sequence, number, operation, audits, audit_ids, positions, lines }
    }

    pub(crate) fn add_line(&mut self, number: i64, (id, movement): (Uuid, Uuid), pool: StockPool, line: Line) {
        let l = &mut self.lines;
        l.ids.push(id);
        l.movements.push(movement);
        l.numbers.push(number);
        l.products.push(line.product);
        l.codes.push(line.code);
        l.names.push(line.name);
        l.quantities.push(Decimal::new(line.quantity, 6));
        l.moved.push(Decimal::new(-line.quantity, 6));
        l.prices.push(Decimal::new(line.price, 6));
        l.nets.push(amount(line.net));
        l.taxes.push(amount(self.head.sums.share(number)));
        l.costs.push(amount(line.cost));
        l.values.push(amount(-line.cost));
        l.profits.push(amount(line.net - line.cost));
        l.sequences.push(line.sequence);
        l.left.push(Decimal::new(pool.quantity - line.quantity, 6));
        l.values_left.push(amount(pool.value - line.cost));
        l.references.push(Decimal::new(line.reference, 6));
    }

    fn column<T>(&self, of: impl Fn(&(&'static str, Uuid, Json)) -> T) -> Vec<T> {
        self.audits.iter().map(of).collect()
    }
}

/// A payment that is decided.
#[derive(Default)]
pub(crate) struct Payment {
    pub(crate) company: Uuid,
    pub(crate) operator: Uuid,
    pub(crate) at: DateTime<Utc>,
    pub(crate) customer: Uuid,
    pub(crate) owner: Option<Uuid>,
    pub(crate) day: NaiveDate,
    pub(crate) amount: Decimal,
    pub(crate) left: Decimal,
    pub(crate) settled: Option<NaiveDate>,
    pub(crate) payment: Uuid,
    pub(crate) credit: Uuid,
    pub(crate) audit: Uuid,
    pub(crate) after: Json,
    pub(crate) sequence: i64,
    pub(crate) number: String,
    pub(crate) position: i64,
    pub(crate) receivables: Vec<Uuid>,
    pub(crate) allocations: Vec<Uuid>,
    pub(crate) shares: Vec<Decimal>,
    pub(crate) days: Vec<NaiveDate>,
    pub(crate) due_days: Vec<NaiveDate>,
    pub(crate) document_days: Vec<NaiveDate>,
}

impl Payment {
    pub(crate) fn add_share(&mut self, id: Uuid, item: Uuid, (due, document_day, day): (NaiveDate, NaiveDate, NaiveDate), share: Decimal) {
        self.allocations.push(id);
        self.receivables.push(item);
        self.shares.push(share);
        self.days.push(self.day.max(day));
        self.due_days.push(due);
        self.document_days.push(document_day);
    }
}

type PgQuery<'q> = Query<'q, Postgres, PgArguments>;

/// One write: its text, how many parameters it has, and what they are.
pub(crate) struct Write<P> {
    text: String,
    parameters: usize,
    bind: for<'q> fn(PgQuery<'q>, &'q P) -> PgQuery<'q>,
}

/// A row, from its columns.
macro_rules! row {
    ($table:literal, |$p:ident: $of:ty| {$($column:ident: $value:expr),* $(,)?}) => {{
        let columns = [$(stringify!($column)),*];
        Write { text: row($table, &columns), parameters: columns.len(), bind: |query, $p: &$of| query$(.bind($value))* }
    }};
}

/// A set of rows: what they share, and what differs.
macro_rules! rows {
    ($table:literal, |$p:ident: $of:ty| {$($shared:ident: $value:expr),* $(,)?}, {$($column:ident $kind:literal: $values:expr),* $(,)?}) => {{
        let (shared, arrays) = ([$(stringify!($shared)),*], [$((stringify!($column), $kind)),*]);
        let (text, parameters) = (rows($table, &shared, &arrays), shared.len() + arrays.len());
        Write { text, parameters, bind: |query, $p: &$of| query$(.bind($value))*$(.bind($values))* }
    }};
}

/// The head of a document: what every kind has, and what is its own.
macro_rules! head_row {
    ($table:literal, |$p:ident| {$($column:ident: $value:expr),* $(,)?}) => {
        row!($table, |$p: Posting| {
            company_id: $p.company, id: $p.head.id, day: $p.head.day, posted_at: $p.head.at, operator_id: $p.head.operator,
            customer_id: $p.head.buyer.id, customer_code: &$p.head.buyer.code, customer_name: &$p.head.buyer.name,
            salesperson_id: $p.head.buyer.owner, issuer: Head::issuer(), buyer: $p.head.buyer(), tax_method: "per_rate", rounding: "half_up",
            prices_include_tax: false, taxes: $p.head.taxes(), allowance_charges: json!([]), currency: "EUR", lines_net: amount($p.head.sums.net),
            net: amount($p.head.sums.net), tax: amount($p.head.sums.tax), gross: amount($p.head.sums.gross()), $($column: $value),*
        })
    };
}

/// The lines of a document, likewise.
macro_rules! line_rows {
    ($table:literal, |$p:ident| {$($shared:ident: $value:expr),* $(,)?}, {$($column:ident $kind:literal: $values:expr),* $(,)?}) => {
        rows!($table, |$p: Posting| {
            company_id: $p.company, customer_id: $p.head.buyer.id, day: $p.head.day, currency: "EUR", price_quantity: Decimal::ONE,
            price_source: json!({"kind": "given"}), includes_tax: false, discount: Decimal::ZERO, charge: Decimal::ZERO, tax_code: TAX_CODE, tax_category: "S",
            tax_rate: amount($p.head.rate), $($shared: $value),*
        }, {
            id "uuid": &$p.lines.ids, line "bigint": &$p.lines.numbers, product_id "uuid": &$p.lines.products,
            product_code "text": &$p.lines.codes, product_name "text": &$p.lines.names, quantity "numeric": &$p.lines.quantities,
            unit_price "numeric": &$p.lines.prices, amount "numeric": &$p.lines.nets, net "numeric": &$p.lines.nets,
            revenue "numeric": &$p.lines.nets, tax "numeric": &$p.lines.taxes, $($column $kind: $values),*
        })
    };
}

/// The writes for one kind of document.
pub(crate) struct Program<P> {
    /// Updates, which need no number; each changes as many rows as the document has lines.
    before: Vec<Write<P>>,
    after: Vec<Write<P>>,
    joined: String,
}

impl<P> Program<P> {
    fn new(before: Vec<Write<P>>, after: Vec<Write<P>>) -> Self {
        let joined = joined(&before, &after);
        Self { before, after, joined }
    }

    pub(crate) async fn write_before(&self, connection: &mut PgConnection, what: &P, changed: usize) {
        for write in &self.before {
            let done = (write.bind)(sqlx::query(AssertSqlSafe(write.text.as_str()).into_sql_str()), what).execute(&mut *connection).await.unwrap();
            assert_eq!(done.rows_affected(), changed as u64, "every row is there");
        }
    }

    /// What follows the numbers; joined, what would have come before them too.
    pub(crate) async fn write(&self, writing: Writing, connection: &mut PgConnection, what: &P, changed: usize) {
        if writing == Writing::OneByOne {
            for write in &self.after {
                (write.bind)(sqlx::query(AssertSqlSafe(write.text.as_str()).into_sql_str()), what).execute(&mut *connection).await.unwrap();
            }
            return;
        }
        let query = sqlx::query(AssertSqlSafe(self.joined.as_str()).into_sql_str());
        let query = self.before.iter().chain(&self.after).fold(query, |query, write| (write.bind)(query, what));
        let row = query.fetch_one(connection).await.unwrap();
        let (counted,): (i64,) = sqlx::FromRow::from_row(&row).unwrap();
        assert_eq!(counted, i64::try_from(changed * self.before.len()).unwrap(), "every row is there");
    }

    fn writes(&self, writing: Writing) -> usize {
        if writing == Writing::Joined { 1 } else { self.before.len() + self.after.len() }
    }
}

/// All writes as one statement, which counts the rows that the updates changed.
fn joined<P>(before: &[Write<P>], after: &[Write<P>]) -> String {
    let (mut parts, mut first) = (Vec::new(), 0);
    for write in before.iter().chain(after) {
        // From the last on, so that no number is met twice.
        let shift = |text: String, number: usize| text.replace(&format!("${number}"), &format!("#{}", first + number));
        let text = (1..=write.parameters).rev().fold(write.text.clone(), shift).replace('#', "$");
        parts.push(format!("w{} AS ({text} RETURNING 1)", parts.len()));
        first += write.parameters;
    }
    let counts: Vec<_> = (0..before.len()).map(|number| format!(" + (SELECT count(*) FROM w{number})")).collect();
    format!("WITH {} SELECT 0::bigint{}", parts.join(", "), counts.concat())
}

/// All programs.
pub(crate) struct Programs {
    pub(crate) delivery: Program<Posting>,
    pub(crate) quote: Program<Posting>,
    pub(crate) order: Program<Posting>,
    pub(crate) payment: Program<Payment>,
}

impl Programs {
    pub(crate) fn new() -> Self {
        Self { delivery: delivery(), quote: quote(), order: order(), payment: payment() }
    }

    /// `BEGIN`, what is locked, what is read, counters, the writes, `COMMIT`.
    pub(crate) fn statements(&self, kind: Kind, writing: Writing) -> usize {
        let writes = match kind {
            Kind::Delivery => self.delivery.writes(writing),
            Kind::Quote => self.quote.writes(writing),
            Kind::Order => self.order.writes(writing),
            Kind::Payment => self.payment.writes(writing),
        };
        5 + writes
    }
}

fn delivery() -> Program<Posting> {
    let pools = Write {
        text: "UPDATE crm_stock_pool AS t SET version = t.version + 1, quantity = r.quantity, value = r.value, reference_cost = r.reference_cost, \
               last_day = greatest(t.last_day, $2), movements = r.movements \
               FROM unnest($3::uuid[], $4::numeric[], $5::numeric[], $6::numeric[], $7::bigint[]) AS r(product_id, quantity, value, reference_cost, movements) \
               WHERE t.company_id = $1 AND t.product_id = r.product_id"
            .to_owned(),
        parameters: 7,
        bind: |query, p: &Posting| {
            let l = &p.lines;
            query.bind(p.company).bind(p.head.day).bind(&l.products).bind(&l.left).bind(&l.values_left).bind(&l.references).bind(&l.sequences)
        },
    };
    let balances = Write {
        text: "UPDATE crm_stock_balance AS t SET version = t.version + 1, quantity = t.quantity - r.quantity \
               FROM unnest($3::uuid[], $4::numeric[]) AS r(product_id, quantity) \
               WHERE t.company_id = $1 AND t.warehouse_id = $2 AND t.product_id = r.product_id AND t.quantity >= r.quantity"
            .to_owned(),
        parameters: 4,
        bind: |query, p: &Posting| query.bind(p.company).bind(p.warehouse).bind(&p.lines.products).bind(&p.lines.quantities),
    };
    let document = head_row!("sales_document", |p| {
        kind: "delivery", number: &p.number, series: p.series, sequence: p.sequence, warehouse_id: p.warehouse, payable_rounding: Decimal::ZERO,
        payable: amount(p.head.sums.gross()), cost: amount(p.head.sums.cost), profit: amount(p.head.sums.profit()),
    });
    let lines = line_rows!("sales_line", |p| {document_id: p.head.id, cost_source: "method", withheld: Decimal::ZERO}, {
        cost "numeric": &p.lines.costs, profit "numeric": &p.lines.profits,
    });
    let movements = rows!("stock_movement", |p: Posting| {
        company_id: p.company, warehouse_id: p.warehouse, kind: "delivery", basis: "issued", day: p.head.day, sales_document_id: p.head.id,
        customer_id: p.head.buyer.id, covered: Decimal::ZERO, currency: "EUR",
    }, {
        id "uuid": &p.lines.movements, product_id "uuid": &p.lines.products, sequence "bigint": &p.lines.sequences,
        line "bigint": &p.lines.numbers, quantity "numeric": &p.lines.moved, amount "numeric": &p.lines.values, value "numeric": &p.lines.values,
    });
    let item = row!("open_item", |p: Posting| {
        company_id: p.company, id: p.other, version: 1_i64, kind: "delivery", customer_id: p.head.buyer.id, salesperson_id: p.head.buyer.owner,
        sales_document_id: p.head.id, instalment: 1_i64, day: p.head.day, document_day: p.head.day, due_day: p.head.due_day(),
        posted_at: p.head.at, currency: "EUR", amount: amount(p.head.sums.gross()), open: amount(p.head.sums.gross()),
    });
    Program::new(vec![pools, balances], vec![document, lines, movements, item, audit(), feed()])
}

fn quote() -> Program<Posting> {
    let quote = row!("quote", |p: Posting| {
        company_id: p.company, id: p.other, version: 1_i64, number: &p.number, series: p.series, sequence: p.sequence,
        customer_id: p.head.buyer.id, salesperson_id: p.head.buyer.owner, day: p.head.day, revision: 1_i64, valid_until: p.until,
        currency: "EUR", net: amount(p.head.sums.net), outcome: "open",
    });
    let revision = head_row!("quote_revision", |p| {
        quote_id: p.other, revision: 1_i64, valid_until: p.until, expected_cost: amount(p.head.sums.cost),
        expected_profit: amount(p.head.sums.profit()),
    });
    let lines = line_rows!("quote_line", |p| {revision_id: p.head.id}, {
        expected_cost "numeric": &p.lines.costs, expected_profit "numeric": &p.lines.profits,
    });
    Program::new(Vec::new(), vec![quote, revision, lines, audit(), feed()])
}

fn order() -> Program<Posting> {
    let order = head_row!("sales_order", |p| {
        version: 1_i64, number: &p.number, series: p.series, sequence: p.sequence, state: "open", expected_cost: amount(p.head.sums.cost),
        expected_profit: amount(p.head.sums.profit()),
    });
    let shared = line_rows!("sales_order_line", |p| {version: 1_i64, order_id: p.head.id, delivered: Decimal::ZERO, closed: Decimal::ZERO}, {
        expected_cost "numeric": &p.lines.costs,
    });
    Program::new(Vec::new(), vec![order, shared, audit(), feed()])
}

fn audit() -> Write<Posting> {
    rows!("audit_entry", |p: Posting| {
        company_id: p.company, at: p.head.at, operator_id: p.head.operator, operation: p.operation, customer_id: p.head.buyer.id,
        action: "create", before: Json::Null,
    }, {
        id "uuid": &p.audit_ids, entity "text": p.column(|a| a.0), record_id "uuid": p.column(|a| a.1), after "jsonb": p.column(|a| a.2.clone()),
    })
}

fn feed() -> Write<Posting> {
    rows!("feed_entry", |p: Posting| {company_id: p.company, at: p.head.at, customer_id: p.head.buyer.id, action: "create"}, {
        position "bigint": &p.positions, entity "text": p.column(|a| a.0), record_id "uuid": p.column(|a| a.1), audit_id "uuid": &p.audit_ids,
    })
}

fn payment() -> Program<Payment> {
    let receivables = Write {
        text: "UPDATE crm_open_item AS t SET version = t.version + 1, open = t.open - r.share, \
               settled_day = greatest(t.settled_day, r.day) FROM unnest($2::uuid[], $3::numeric[], $4::date[]) AS r(id, share, day) \
               WHERE t.company_id = $1 AND t.id = r.id"
            .to_owned(),
        parameters: 4,
        bind: |query, p: &Payment| query.bind(p.company).bind(&p.receivables).bind(&p.shares).bind(&p.days),
    };
    let payment = row!("payment", |p: Payment| {
        company_id: p.company, id: p.payment, number: &p.number, series: "payment-2026", sequence: p.sequence, day: p.day, posted_at: p.at,
        operator_id: p.operator, customer_id: p.customer, currency: "EUR", amount: p.amount,
    });
    let credit = row!("open_item", |p: Payment| {
        company_id: p.company, id: p.credit, version: 1_i64, kind: "payment", customer_id: p.customer, salesperson_id: p.owner,
        payment_id: p.payment, instalment: 1_i64, day: p.day, document_day: p.day, due_day: p.day, posted_at: p.at, currency: "EUR",
        amount: -p.amount, open: -p.left, settled_day: p.settled,
    });
    let allocations = rows!("allocation", |p: Payment| {
        company_id: p.company, customer_id: p.customer, credit_id: p.credit, posted_at: p.at, currency: "EUR",
    }, {
        id "uuid": &p.allocations, receivable_id "uuid": &p.receivables, day "date": &p.days, receivable_due_day "date": &p.due_days,
        receivable_document_day "date": &p.document_days, amount "numeric": &p.shares,
    });
    let audit = row!("audit_entry", |p: Payment| {
        company_id: p.company, id: p.audit, at: p.at, operator_id: p.operator, operation: "receivables.record_payment", entity: "payment",
        record_id: p.payment, customer_id: p.customer, action: "create", before: Json::Null, after: &p.after,
    });
    let feed = row!("feed_entry", |p: Payment| {
        company_id: p.company, position: p.position, at: p.at, entity: "payment", record_id: p.payment, customer_id: p.customer,
        action: "create", audit_id: p.audit,
    });
    Program::new(vec![receivables], vec![payment, credit, allocations, audit, feed])
}
