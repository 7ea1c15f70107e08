//! Volumes, made by the engine itself: one `INSERT .. SELECT` over a series of numbers for each table. Both engines get the same rows, as only
//! the spelling of values differs. What a number becomes follows from a hash of it, so that rows are spread and every run has the same.

use chrono::NaiveDate;
use uuid::Uuid;

/// How an engine spells values.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Engine {
    Sqlite,
    Postgres,
}

/// An insert of many rows.
pub(crate) struct Fill {
    pub(crate) table: &'static str,
    pub(crate) text: String,
}

/// Words of which names are made; each takes `WORD` places in their text.
pub(crate) const WORDS: [&str; 20] = [
    "garden", "bodega", "harbour", "mill", "orchard", "castle", "bridge", "forest", "meadow", "tower", "market", "valley", "anchor", "copper",
    "silver", "amber", "lantern", "saddle", "barrel", "compass",
];
const WORD: usize = 8;

/// The day that everything happened up to.
pub(crate) fn today() -> NaiveDate {
    NaiveDate::from_ymd_opt(2026, 6, 1).unwrap()
}

pub(crate) const SALESPEOPLE: usize = 20;
const TOP_GROUPS: usize = 10;
const LEAF_GROUPS: usize = 100;
/// What each customer of the history takes.
const ASSORTMENT: usize = 20;
pub(crate) const DEBTORS: usize = 2_000;

/// What rows are, as the first part of their ids.
#[derive(Clone, Copy)]
pub(crate) enum Of {
    Group = 0xa1,
    Operator,
    Customer,
    Member,
    Product,
    Code,
    Item,
    Allocation,
    Document,
    Line,
}

impl Of {
    pub(crate) fn id(self, number: usize) -> Uuid {
        Uuid::from_u128(((self as u128) << 120) | (7 << 76) | (8 << 60) | number as u128)
    }

    /// The first 20 digits of an id.
    fn front(self) -> String {
        self.id(0).simple().to_string()[..20].to_owned()
    }
}

/// The pair of customer and product of which there is a history, for a number.
pub(crate) fn bought(number: usize, lines: usize) -> (usize, usize) {
    let customer = number * 61 % history_size(lines);
    (customer, (customer * 31 + number % ASSORTMENT * 977) % history_size(lines))
}

/// Customers and products of the history of sales: so many that a pair has about 25 lines.
fn history_size(lines: usize) -> usize {
    (lines / 25 / ASSORTMENT).clamp(ASSORTMENT, 10_000)
}

/// A hash of a number, below a limit.
fn hash(number: &str, salt: usize, below: usize) -> String {
    format!("((({number}) + {salt}) * 2654435761 % 4294967296 / 64 % {below})")
}

impl Engine {
    fn uuid(self, id: Uuid) -> String {
        match self {
            Self::Sqlite => format!("x'{}'", id.simple()),
            Self::Postgres => format!("'{id}'::uuid"),
        }
    }

    fn id(self, of: Of, number: &str) -> String {
        match self {
            Self::Sqlite => format!("unhex('{}' || printf('%012x', {number}))", of.front()),
            Self::Postgres => format!("('{}' || lpad(to_hex({number}), 12, '0'))::uuid", of.front()),
        }
    }

    /// A list of one id, as JSON keeps it.
    fn id_list(self, of: Of, number: &str) -> String {
        let id = of.id(0).to_string();
        let (front, number) = (&id[..24], self.digits(number, 12));
        let list = format!("'[\"{front}' || {number} || '\"]'");
        if self == Self::Postgres { format!("({list})::jsonb") } else { list }
    }

    fn digits(self, number: &str, digits: usize) -> String {
        match self {
            Self::Sqlite => format!("printf('%0{digits}d', {number})"),
            Self::Postgres => format!("lpad(({number})::text, {digits}, '0')"),
        }
    }

    /// An amount in hundredths.
    fn money(self, hundredths: &str) -> String {
        match self {
            Self::Sqlite => format!("({hundredths}) * 100"),
            Self::Postgres => format!("({hundredths})::numeric / 100"),
        }
    }

    fn quantity(self, units: &str) -> String {
        match self {
            Self::Sqlite => format!("({units}) * 1000000"),
            Self::Postgres => format!("({units})::numeric"),
        }
    }

    fn rate(self, percent: &str) -> String {
        self.money(&format!("{percent} * 100"))
    }

    /// So many days before today.
    fn days_ago(self, days: &str) -> String {
        match self {
            Self::Sqlite => format!("date('{}', -({days}) || ' days')", today()),
            Self::Postgres => format!("DATE '{}' - ({days})::int", today()),
        }
    }

    fn instant(self) -> &'static str {
        match self {
            Self::Sqlite => "1780000000000000",
            Self::Postgres => "TIMESTAMPTZ '2026-05-28 20:26:40Z'",
        }
    }

    fn series(self, count: usize) -> String {
        match self {
            Self::Sqlite => format!("(WITH RECURSIVE s(n) AS (SELECT 0 UNION ALL SELECT n + 1 FROM s WHERE n + 1 < {count}) SELECT n FROM s) AS s"),
            Self::Postgres => format!("generate_series(0::bigint, {count}::bigint - 1) AS s(n)"),
        }
    }

    fn fill(self, company: Uuid, table: &'static str, count: usize, columns: &[(&str, String)]) -> Fill {
        let names: String = columns.iter().map(|(name, _)| format!(", {name}")).collect();
        let values: String = columns.iter().map(|(_, value)| format!(", {value}")).collect();
        let (company, series) = (self.uuid(company), self.series(count));
        Fill { table, text: format!("INSERT INTO crm_{table} (company_id{names}) SELECT {company}{values} FROM {series}") }
    }

    /// Groups in trees of two levels, and salespeople, each with a tree.
    fn organisation(self, company: Uuid) -> Vec<Fill> {
        let parent = format!("CASE WHEN n >= {TOP_GROUPS} THEN {} END", self.id(Of::Group, &format!("n % {TOP_GROUPS}")));
        let groups = self.fill(
            company,
            "customer_group",
            TOP_GROUPS + LEAF_GROUPS,
            &[
                ("id", self.id(Of::Group, "n")),
                ("version", "1".to_owned()),
                ("code", format!("'G' || {}", self.digits("n", 3))),
                ("name", format!("'Group ' || {}", self.digits("n", 3))),
                ("name_key", format!("'group ' || {}", self.digits("n", 3))),
                ("parent_id", parent),
                ("code_digits", "5".to_owned()),
            ],
        );
        let operators = self.fill(
            company,
            "operator",
            SALESPEOPLE,
            &[
                ("id", self.id(Of::Operator, "n")),
                ("version", "1".to_owned()),
                ("code", format!("'s' || {}", self.digits("n", 2))),
                ("name", format!("'Salesperson ' || {}", self.digits("n", 2))),
                ("name_key", format!("'salesperson ' || {}", self.digits("n", 2))),
                ("is_active", "TRUE".to_owned()),
                ("roles", "'[\"regional\"]'".to_owned()),
                ("groups", self.id_list(Of::Group, &format!("n % {TOP_GROUPS}"))),
            ],
        );
        vec![groups, operators]
    }

    /// Customers with an owner and a group; one in ten is in a second group.
    pub(crate) fn customers(self, company: Uuid, count: usize) -> Vec<Fill> {
        let padded: String = WORDS.iter().map(|word| format!("{word:WORD$}")).collect();
        let word = |salt| format!("trim(substr('{padded}', cast(1 + {WORD} * {} as integer), {WORD}))", hash("n", salt, WORDS.len()));
        let name = format!("{} || ' ' || {} || ' ' || {}", word(1), word(2), self.digits("n", 7));
        let group = |salt| self.id(Of::Group, &format!("{TOP_GROUPS} + {}", hash("n", salt, LEAF_GROUPS)));
        let customers = self.fill(
            company,
            "customer",
            count,
            &[
                ("id", self.id(Of::Customer, "n")),
                ("version", "1".to_owned()),
                ("code", format!("'C' || {}", self.digits("n", 7))),
                ("code_key", format!("'c' || {}", self.digits("n", 7))),
                ("name", name.clone()),
                ("name_key", name),
                ("kind", "'organisation'".to_owned()),
                ("group_id", group(3)),
                ("owner_id", self.id(Of::Operator, &hash("n", 4, SALESPEOPLE))),
                ("country", format!("CASE WHEN {} < 6 THEN 'ES' WHEN n % 2 = 0 THEN 'PT' ELSE 'FR' END", hash("n", 5, 10))),
                ("language", "'es'".to_owned()),
                ("payment_days", "30".to_owned()),
                ("is_active", format!("{} > 0", hash("n", 6, 20))),
            ],
        );
        let members = self.fill(
            company,
            "customer_group_member",
            count / 10,
            &[
                ("id", self.id(Of::Member, "n")),
                ("version", "1".to_owned()),
                ("customer_id", self.id(Of::Customer, "n * 10")),
                ("group_id", group(7)),
            ],
        );
        self.organisation(company).into_iter().chain([customers, members]).collect()
    }

    /// Receivables over two years, each open: every fourth is paid in part, by a payment of its own that has a rest.
    pub(crate) fn open_items(self, company: Uuid, count: usize) -> Vec<Fill> {
        let (amount, payments) = (format!("1000 + {}", hash("n", 1, 90_000)), count / 4);
        let customer = |n: &str| self.id(Of::Customer, &hash(n, 2, DEBTORS));
        let days = |n: &str| hash(n, 3, 700);
        let paid = "n % 4 = 0 AND n / 4 < ";
        let item = |id: String, of: &str, kind: &str, days: (String, String), amount: (String, String)| {
            vec![
                ("id", id),
                ("version", "1".to_owned()),
                ("kind", format!("'{kind}'")),
                ("customer_id", customer(of)),
                ("instalment", "1".to_owned()),
                ("day", self.days_ago(&days.0)),
                ("document_day", self.days_ago(&days.0)),
                ("due_day", self.days_ago(&days.1)),
                ("posted_at", self.instant().to_owned()),
                ("currency", "'EUR'".to_owned()),
                ("amount", self.money(&amount.0)),
                ("open", self.money(&amount.1)),
            ]
        };
        let open = format!("{amount} - CASE WHEN {paid}{payments} THEN 500 ELSE 0 END");
        let receivables = item(self.id(Of::Item, "n"), "n", "delivery", (days("n"), format!("{} - 30", days("n"))), (amount, open));
        let day = format!("{} / 2", days("n * 4"));
        let credit = |n: &str| self.id(Of::Item, &format!("{count} + {n}"));
        let credits = item(credit("n"), "n * 4", "payment", (day.clone(), day.clone()), ("-600".to_owned(), "-100".to_owned()));
        let allocations = [
            ("id", self.id(Of::Allocation, "n")),
            ("customer_id", customer("n * 4")),
            ("receivable_id", self.id(Of::Item, "n * 4")),
            ("credit_id", credit("n")),
            ("day", self.days_ago(&day)),
            ("posted_at", self.instant().to_owned()),
            ("receivable_due_day", self.days_ago(&format!("{} - 30", days("n * 4")))),
            ("receivable_document_day", self.days_ago(&days("n * 4"))),
            ("currency", "'EUR'".to_owned()),
            ("amount", self.money("500")),
        ];
        let mut fills = self.customers(company, DEBTORS);
        fills.push(self.fill(company, "open_item", count, &receivables));
        fills.push(self.fill(company, "open_item", payments, &credits));
        fills.push(self.fill(company, "allocation", payments, &allocations));
        fills
    }

    fn products(self, company: Uuid, count: usize) -> Fill {
        self.fill(
            company,
            "product",
            count,
            &[
                ("id", self.id(Of::Product, "n")),
                ("version", "1".to_owned()),
                ("code", format!("'P' || {}", self.digits("n", 7))),
                ("code_key", format!("'p' || {}", self.digits("n", 7))),
                ("name", format!("'Product ' || {}", self.digits("n", 7))),
                ("name_key", format!("'product ' || {}", self.digits("n", 7))),
                ("mnemonic", format!("'m' || {}", self.digits("n", 7))),
                ("mnemonic_key", format!("'m' || {}", self.digits("n", 7))),
                ("unit", "'pcs'".to_owned()),
                ("stock_decimals", "6".to_owned()),
                ("is_stocked", "TRUE".to_owned()),
                ("is_kit", "FALSE".to_owned()),
                ("tracking", "'none'".to_owned()),
                ("costing", "'moving_average'".to_owned()),
                ("currency", "'EUR'".to_owned()),
                ("list_price", self.quantity("5")),
                ("is_active", "TRUE".to_owned()),
            ],
        )
    }

    /// Four codes to a product.
    pub(crate) fn codes(self, company: Uuid, count: usize) -> Vec<Fill> {
        let code = |letter: &str| format!("'{letter}' || {}", self.digits("n", 8));
        let codes = self.fill(
            company,
            "product_code",
            count,
            &[
                ("id", self.id(Of::Code, "n")),
                ("version", "1".to_owned()),
                ("product_id", self.id(Of::Product, "n / 4")),
                ("kind", "'own'".to_owned()),
                ("value", code("K")),
                ("claim", code("k")),
                ("party", "''".to_owned()),
                ("is_gtin", "FALSE".to_owned()),
                ("is_active", "TRUE".to_owned()),
            ],
        );
        vec![self.products(company, count / 4), codes]
    }

    /// Deliveries of ten lines over five years: each customer takes products of an assortment of its own again and again.
    pub(crate) fn sales_lines(self, company: Uuid, count: usize) -> Vec<Fill> {
        let (size, documents) = (history_size(count), count / 10);
        let customer = |document: &str| hash(document, 1, size);
        let days = |document: &str| format!("1825 - ({document}) * 1825 / {documents}");
        let product = format!("({} * 31 + {} * 977) % {size}", customer("n / 10"), hash("n", 2, ASSORTMENT));
        let text = |text: &str| format!("'{text}'");
        let zero = || "0".to_owned();
        let heads = self.fill(
            company,
            "sales_document",
            documents,
            &[
                ("id", self.id(Of::Document, "n")),
                ("day", self.days_ago(&days("n"))),
                ("posted_at", self.instant().to_owned()),
                ("operator_id", self.id(Of::Operator, "0")),
                ("customer_id", self.id(Of::Customer, &customer("n"))),
                ("customer_code", format!("'C' || {}", self.digits(&customer("n"), 7))),
                ("customer_name", text("garden harbour")),
                ("issuer", text(r#"{"name": "Bench"}"#)),
                ("buyer", text(r#"{"name": "garden harbour"}"#)),
                ("tax_method", text("per_rate")),
                ("rounding", text("half_up")),
                ("prices_include_tax", "FALSE".to_owned()),
                ("taxes", text("[]")),
                ("allowance_charges", text("[]")),
                ("currency", text("EUR")),
                ("lines_net", self.money("9000")),
                ("net", self.money("9000")),
                ("tax", self.money("1890")),
                ("gross", self.money("10890")),
                ("kind", text("delivery")),
                ("number", format!("'DN-' || {}", self.digits("n + 1", 8))),
                ("series", text("delivery-bench")),
                ("sequence", "n + 1".to_owned()),
                ("payable_rounding", zero()),
                ("payable", self.money("10890")),
                ("cost", self.money("4000")),
                ("profit", self.money("5000")),
            ],
        );
        let (price, net) = (format!("100 + {}", hash("n", 3, 400)), format!("(100 + {}) * (1 + n % 9)", hash("n", 3, 400)));
        let unit_price = if self == Self::Sqlite { format!("({price}) * 10000") } else { self.money(&price) };
        let lines = self.fill(
            company,
            "sales_line",
            count,
            &[
                ("id", self.id(Of::Line, "n")),
                ("document_id", self.id(Of::Document, "n / 10")),
                ("line", "n % 10 + 1".to_owned()),
                ("customer_id", self.id(Of::Customer, &customer("n / 10"))),
                ("day", self.days_ago(&days("n / 10"))),
                ("product_id", self.id(Of::Product, &product)),
                ("product_code", format!("'P' || {}", self.digits(&product, 7))),
                ("product_name", format!("'Product ' || {}", self.digits(&product, 7))),
                ("unit", text("pcs")),
                ("quantity", self.quantity("1 + n % 9")),
                ("currency", text("EUR")),
                ("unit_price", unit_price),
                ("price_quantity", self.quantity("1")),
                ("price_source", text("{\"kind\":\"given\"}")),
                ("includes_tax", "FALSE".to_owned()),
                ("discount", zero()),
                ("charge", zero()),
                ("amount", self.money(&net)),
                ("net", self.money(&net)),
                ("revenue", self.money(&net)),
                ("tax_code", text("S")),
                ("tax_category", text("S")),
                ("tax_rate", self.rate("21")),
                ("tax", zero()),
                ("cost_source", text("method")),
                ("withheld", zero()),
                ("cost", self.money("100")),
                ("profit", self.money(&format!("{net} - 100"))),
            ],
        );
        let mut fills = self.customers(company, size);
        fills.extend([self.products(company, size), heads, lines]);
        fills
    }
}
