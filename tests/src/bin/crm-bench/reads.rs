//! Questions to large books: the library against statements written by hand, over the same rows. Before a case begins, the answers of both
//! sides are compared.

use crate::{
    Settings,
    books::whole,
    fill::{Engine, Fill, Of, SALESPEOPLE, WORDS, bought, today},
    turns::median,
};
use chrono::{Days, NaiveDate};
use crm_core::{
    access::{Operator, Principal, Right, Role, ScopeLevel},
    company::Company,
    customers::Customer,
    ids::{CompanyId, CustomerId, OperatorId, ProductId},
    num::Currency,
    products::Resolved,
    receivables::AgeingQuery,
    session::{Crm, Session},
    storage::Storage,
    system::{SystemClock, SystemIds},
};
use std::{sync::Arc, time::Instant};
use uuid::Uuid;

/// What was owed on a day, what was set against it, and what was credited: `kind, band, sum` in 1/10,000.
pub(crate) const AGEING: &str = "\
    SELECT 0, CASE WHEN due_day >= $2 THEN 0 WHEN due_day >= $3 THEN 1 WHEN due_day >= $4 THEN 2 WHEN due_day >= $5 THEN 3 ELSE 4 END AS band, \
    sum(amount) FROM crm_open_item WHERE company_id = $1 AND day <= $2 AND currency = 'EUR' AND amount > 0 GROUP BY 2 \
    UNION ALL SELECT 1, CASE WHEN receivable_due_day >= $2 THEN 0 WHEN receivable_due_day >= $3 THEN 1 WHEN receivable_due_day >= $4 THEN 2 \
    WHEN receivable_due_day >= $5 THEN 3 ELSE 4 END AS band, sum(amount) FROM crm_allocation \
    WHERE company_id = $1 AND day <= $2 AND currency = 'EUR' GROUP BY 2 \
    UNION ALL SELECT 2, 0, sum(amount) FROM crm_open_item WHERE company_id = $1 AND day <= $2 AND currency = 'EUR' AND amount < 0";

/// `day, document, number, line, quantity, unit, net, profit` of the last deliveries.
pub(crate) const HISTORY: &str = "\
    SELECT l.day, d.id, d.number, l.id, l.quantity, l.unit, l.revenue, l.profit FROM crm_sales_line AS l \
    JOIN crm_sales_document AS d ON d.company_id = l.company_id AND d.id = l.document_id \
    WHERE l.company_id = $1 AND l.customer_id = $2 AND l.product_id = $3 AND l.quantity > 0 ORDER BY l.day DESC, l.id DESC LIMIT 10";

/// `product, code, name, unit, list price` of what a code stands for; three questions, as each goes down an index of its own.
pub(crate) const RESOLVE: [&str; 3] = [
    "SELECT p.id, p.code, p.name, coalesce(c.unit, p.unit), p.list_price FROM crm_product_code AS c \
     JOIN crm_product AS p ON p.company_id = c.company_id AND p.id = c.product_id \
     WHERE c.company_id = $1 AND c.claim = $2 AND c.is_active AND p.is_active",
    "SELECT p.id, p.code, p.name, p.unit, p.list_price FROM crm_product AS p WHERE p.company_id = $1 AND p.code_key = $2 AND p.is_active",
    "SELECT p.id, p.code, p.name, p.unit, p.list_price FROM crm_product AS p WHERE p.company_id = $1 AND p.mnemonic_key = $2 AND p.is_active",
];

/// Columns of a customer by their types: ids, texts, numbers, the flag, the limit, the terms.
pub(crate) const CUSTOMER_IDS: usize = 10;
pub(crate) const CUSTOMER_TEXTS: usize = 12;

/// The list: three filters, within the reach of a salesperson with a tree of groups.
pub(crate) const CUSTOMERS: &str = "\
    WITH RECURSIVE b(id) AS (SELECT $4 UNION SELECT g.id FROM b JOIN crm_customer_group AS g ON g.company_id = $1 AND g.parent_id = b.id) \
    SELECT c.id, c.group_id, c.owner_id, c.industry_id, c.source_id, c.level_id, c.region_id, c.province_id, c.price_list_id, c.payer_id, \
    c.code, c.name, c.kind, c.legal_name, c.country, c.tax_id, c.tax_id_key, c.language, c.website, c.notes, c.tax_code, c.currency, \
    c.version, c.payment_days, c.is_active, c.credit_limit, c.payment_terms FROM crm_customer AS c \
    WHERE c.company_id = $1 AND c.is_active AND c.country = 'ES' AND c.name_key LIKE '%' || $2 || '%' AND (c.owner_id = $3 \
    OR c.group_id IN (SELECT id FROM b) \
    OR EXISTS (SELECT 1 FROM crm_customer_group_member AS m WHERE m.company_id = $1 AND m.customer_id = c.id \
    AND m.group_id IN (SELECT id FROM b))) ORDER BY c.name_key, c.id LIMIT 50";

/// A line of a price history.
pub(crate) struct PastLine {
    pub(crate) day: NaiveDate,
    pub(crate) document: Uuid,
    pub(crate) number: String,
    pub(crate) line: Uuid,
    pub(crate) quantity: i64,
    pub(crate) unit: Option<String>,
    pub(crate) net: i64,
    pub(crate) profit: i64,
}

/// What a code stands for.
pub(crate) struct Found {
    pub(crate) id: Uuid,
    pub(crate) code: String,
    pub(crate) name: String,
    pub(crate) unit: Option<String>,
    pub(crate) list_price: Option<i64>,
}

/// A customer with all that the library reads of it.
pub(crate) struct CustomerRow {
    pub(crate) ids: [Option<Uuid>; CUSTOMER_IDS],
    pub(crate) texts: [Option<String>; CUSTOMER_TEXTS],
    pub(crate) numbers: [i64; 2],
    pub(crate) is_active: bool,
    pub(crate) credit_limit: Option<i64>,
    pub(crate) payment_terms: Option<serde_json::Value>,
}

/// The statements written by hand, on an engine.
#[allow(async_fn_in_trait, reason = "used here only")]
pub(crate) trait ByHand {
    async fn fill(&mut self, fills: &[Fill]);
    async fn ageing(&mut self, company: Uuid, days: [NaiveDate; 4]) -> Vec<(i64, i64, i64)>;
    async fn history(&mut self, company: Uuid, customer: Uuid, product: Uuid) -> Vec<PastLine>;
    async fn resolve(&mut self, company: Uuid, key: &str) -> Vec<Found>;
    async fn customers(&mut self, company: Uuid, word: &str, owner: Uuid, group: Uuid) -> Vec<CustomerRow>;
}

/// A company of its own for each question, in one database.
struct Books {
    company: Uuid,
    session: Session<'static>,
    crm: Crm<'static>,
}

impl Books {
    async fn open(storage: &Arc<dyn Storage>) -> Self {
        let crm = Crm::new(storage.clone(), Arc::new(SystemClock), Arc::new(SystemIds::default()));
        let administrator = Operator::with("bench", "Bench", &["administrator"], &[]);
        let (company, operator) = crm.create_company(Company::new("Bench", Currency::EUR), administrator).await.unwrap();
        let session = crm.act_as(company, Principal::operator(operator)).await.unwrap();
        session.roles().create(Role::with("regional", "Regional", ScopeLevel::Groups, &[Right::CustomersRead])).await.unwrap();
        Self { company: company.0, session, crm }
    }
}

/// Runs the questions that are wanted.
pub(crate) async fn run(engine: Engine, name: &str, storage: Arc<dyn Storage>, by_hand: &mut impl ByHand, settings: &Settings) {
    let wants = |case: &str| settings.wants_case(case);
    let mut fills = Vec::new();
    let mut books = Vec::new();
    for (case, count) in settings.volumes() {
        if wants(case) {
            let opened = Books::open(&storage).await;
            fills.extend(match case {
                "ageing" => engine.open_items(opened.company, count),
                "history" => engine.sales_lines(opened.company, count),
                "codes" => engine.codes(opened.company, count),
                _ => engine.customers(opened.company, count),
            });
            books.push((case, count, opened));
        }
    }
    if books.is_empty() {
        return;
    }
    let begun = Instant::now();
    by_hand.fill(&fills).await;
    eprintln!("{name}: filled in {:.0} s", begun.elapsed().as_secs_f64());
    for (case, count, books) in &books {
        let title = format!("{case}, {name}, {count}");
        match *case {
            "ageing" => ageing(&title, books, by_hand, settings).await,
            "history" => history(&title, books, *count, by_hand, settings).await,
            "codes" => codes(&title, books, *count, by_hand, settings).await,
            _ => customers(&title, books, by_hand, settings).await,
        }
    }
}

/// Both sides in turns of `count` questions, after both have answered the first ones alike.
async fn in_turns<L, H>(
    case: &str,
    settings: &Settings,
    count: usize,
    library: impl AsyncFn(usize) -> L,
    mut by_hand: impl AsyncFnMut(usize) -> H,
    assert_same: impl Fn(L, H),
) {
    for number in 0..10 {
        assert_same(library(number).await, by_hand(number).await);
    }
    let (mut ours, mut theirs, mut ratios) = (Vec::new(), Vec::new(), Vec::new());
    for round in 0..=settings.rounds {
        let numbers = || (round * count..).take(count);
        let mut times = [0.0; 2];
        for side in if round % 2 == 0 { [0, 1] } else { [1, 0] } {
            let begun = Instant::now();
            for number in numbers() {
                if side == 0 {
                    drop(library(number).await);
                } else {
                    drop(by_hand(number).await);
                }
            }
            times[side] = begun.elapsed().as_secs_f64() * 1_000.0 / count as f64;
        }
        if round > 0 {
            ours.push(times[0]);
            theirs.push(times[1]);
            ratios.push(times[0] / times[1]);
        }
    }
    let (low, high) = (ratios.iter().copied().fold(f64::MAX, f64::min), ratios.iter().copied().fold(0.0, f64::max));
    println!("| {case} | {:.3} | {:.3} | {:.2} [{low:.2} - {high:.2}] |", median(ours), median(theirs), median(ratios));
}

async fn ageing(case: &str, books: &Books, by_hand: &mut impl ByHand, settings: &Settings) {
    let day = |number: usize| today() - Days::new(number as u64 % 60);
    let library = async |number| books.session.receivables().ageing(&AgeingQuery::new(day(number), Currency::EUR)).await.unwrap();
    let theirs = async |number| by_hand.ageing(books.company, [0, 30, 60, 90].map(|days| day(number) - Days::new(days))).await;
    in_turns(case, settings, 5, library, theirs, |ours, theirs| {
        let sum = |kind: i64, band: i64| theirs.iter().filter(|(k, b, _)| (*k, *b) == (kind, band)).map(|(_, _, sum)| sum).sum::<i64>();
        let bands: Vec<i64> = (0..5).map(|band| sum(0, band) - sum(1, band)).collect();
        let paid: i64 = (0..5).map(|band| sum(1, band)).sum();
        let figures: Vec<i64> = ours.buckets.iter().map(|money| whole(money.amount(), 4)).collect();
        assert_eq!((figures, whole(ours.credits.amount(), 4)), (bands, -sum(2, 0) - paid));
        assert!(sum(0, 0) > 0 && sum(2, 0) < 0, "there is something to add");
    })
    .await;
}

async fn history(case: &str, books: &Books, lines: usize, by_hand: &mut impl ByHand, settings: &Settings) {
    let pair = |number| {
        let (customer, product) = bought(number, lines);
        (Of::Customer.id(customer), Of::Product.id(product))
    };
    let library = async |number| {
        let (customer, product) = pair(number);
        books.session.pricing().price_history(CustomerId(customer), ProductId(product), 10).await.unwrap()
    };
    let theirs = async |number| {
        let (customer, product) = pair(number);
        by_hand.history(books.company, customer, product).await
    };
    in_turns(case, settings, settings.questions(), library, theirs, |ours, theirs| {
        let ours: Vec<_> =
            ours.into_iter().map(|l| (l.day, l.document_id.0, l.number, l.line_id.0, whole(l.quantity.decimal(), 6), l.unit)).collect();
        assert_eq!(ours.len(), 10, "there is a history");
        assert!(theirs.iter().all(|l| l.net > l.profit), "figures are read");
        assert_eq!(ours, theirs.into_iter().map(|l| (l.day, l.document, l.number, l.line, l.quantity, l.unit)).collect::<Vec<_>>());
    })
    .await;
}

async fn codes(case: &str, books: &Books, codes: usize, by_hand: &mut impl ByHand, settings: &Settings) {
    let code = |number: usize| format!("{:08}", number * 7_919 % codes);
    let library = async |number| books.session.products().resolve(&format!("K{}", code(number)), today(), None).await.unwrap();
    let theirs = async |number| by_hand.resolve(books.company, &format!("k{}", code(number))).await;
    in_turns(case, settings, settings.questions(), library, theirs, |ours, theirs| {
        let Resolved::One(ours) = ours else { panic!("{ours:?}") };
        let price = ours.product.list_price.map(|price| whole(price.amount(), 6));
        let ours = (ours.product.id.0, ours.product.code.clone(), ours.product.name.clone(), ours.unit.clone(), price);
        assert_eq!(vec![ours], theirs.into_iter().map(|f| (f.id, f.code, f.name, f.unit, f.list_price)).collect::<Vec<_>>());
    })
    .await;
}

async fn customers(case: &str, books: &Books, by_hand: &mut impl ByHand, settings: &Settings) {
    let mut sessions = Vec::new();
    for number in 0..SALESPEOPLE {
        let principal = Principal::operator(OperatorId(Of::Operator.id(number)));
        sessions.push(books.crm.act_as(CompanyId(books.company), principal).await.unwrap());
    }
    let word = |number: usize| WORDS[number * 3 % WORDS.len()];
    let library = async |number: usize| {
        let filter = Customer::is_active().eq(true).and(Customer::country().eq(Some("ES".to_owned()))).and(Customer::name().contains(word(number)));
        let list = sessions[number % SALESPEOPLE].customers().list().filter(&filter).unwrap().sort(&["name"]).limit(50);
        list.fetch().await.unwrap()
    };
    let theirs = async |number: usize| {
        let (owner, group) = (Of::Operator.id(number % SALESPEOPLE), Of::Group.id(number % SALESPEOPLE % 10));
        by_hand.customers(books.company, word(number), owner, group).await
    };
    in_turns(case, settings, 10, library, theirs, |ours, theirs| {
        assert!(!ours.is_empty(), "somebody is found");
        let ours: Vec<_> = ours.into_iter().map(|c| (Some(c.id.0), Some(c.data.name), c.data.payment_days, c.data.is_active)).collect();
        let theirs = theirs.into_iter().map(|c| {
            assert!(c.credit_limit.is_none() && c.payment_terms.is_none() && c.numbers[0] == 1, "no limits here");
            (c.ids[0], c.texts[1].clone(), c.numbers[1], c.is_active)
        });
        assert_eq!(ours, theirs.collect::<Vec<_>>());
    })
    .await;
}
