//! The replay: opening, receipts, sales and payments in chronological order, one committed transaction per document. Every document carries an
//! idempotency key, so an interrupted replay continues where it stopped.

use crate::{
    Failure, ReplayArguments,
    books::{self, Books, Place},
    sales::{self, Codes, Customer, Document, Goods, Pays, Receipt, Rejected},
    summary,
};
use chrono::{Days, NaiveDate, NaiveTime};
use crm_core::{
    company::Company,
    entity::Stored,
    ids::{CustomerId, OpenItemId},
    num::{Currency, Money},
    opening::{ApplyMode, OpeningData, OpeningOptions},
    receivables::{Adjustment, Allocate, NewPayment, Payment},
    sales::{LineItem, NewDelivery, NewReturn, Quote, ReturnLine, SalesDocument, SalesOrder, SalesPosted},
    session::{Listed, Session},
    stock::{CountLine, NewCount, NewReceipt, ReceiptLine, StockDocument},
};
use crm_office::{Existing, Workbook, inert, read_opening, write_file};
use crm_storage_sqlite::Durability;
use indicatif::{ProgressBar, ProgressStyle};
use std::{
    cmp::Reverse,
    collections::{BinaryHeap, HashSet},
    fs::File,
    io::{IsTerminal, Write},
    path::Path,
};

/// The rates of the replayed year: standard for customers in the United Kingdom, zero for others.
const RATES: &[(&str, &str, &str)] = &[("S", "Standard", "20"), ("Z", "Outside the scope", "0")];
const HOME: &str = "United Kingdom";
/// Rejected rows that are printed if no report is written.
const REJECTED_TOLD: usize = 20;

/// Replays a year.
pub(crate) async fn run(arguments: ReplayArguments) -> Result<(), Failure> {
    let temporary = tempfile::tempdir()?;
    let db = arguments.db.clone().unwrap_or_else(|| Place::File(temporary.path().join("replay.db")));
    let durability = if arguments.relaxed { Durability::Normal } else { Durability::Full };
    let books = books::open(&db, durability, company(), RATES).await?;
    let mut rejected = Vec::new();
    open_books(&books, &arguments.dir, &mut rejected).await?;
    let codes = codes(&books).await?;
    let receipts = sales::receipts(&arguments.dir, &codes, &mut rejected)?;
    let documents = sales::sales(&arguments.dir, &codes, &mut rejected)?;
    drop(codes);
    let mut replay = Replay::new(&books, &arguments, rejected, receipts.len() + documents.len())?;
    replay.post_all(receipts, documents).await?;
    let Replay { rejected, receipt_lines, .. } = replay;
    report_rejected(&arguments, &rejected)?;
    summary::print(&books, receipt_lines, &arguments.ageing, arguments.json).await
}

/// Checks the books in a database that a replay or a stream filled, and that every acknowledged document is in them.
pub(crate) async fn verify(db: &Place, journal: Option<&Path>) -> Result<(), Failure> {
    if let Place::File(path) = db
        && !path.exists()
    {
        return Err(format!("there is no database `{}`", path.display()).into());
    }
    let text = journal.filter(|path| path.exists()).map(std::fs::read_to_string).transpose()?.unwrap_or_default();
    let Some(session) = books::find(db).await? else {
        println!("there is no company yet");
        return if text.is_empty() { Ok(()) } else { Err("documents were acknowledged, and there is no company".into()) };
    };
    let verified = session.verify().await?;
    for check in &verified.checks {
        println!("holds: {check}");
    }
    println!("{} records compared", verified.records);
    check_acknowledged(&session, &text).await
}

/// Every complete line of the journal names an act by its key, and its document's number, if it has one.
async fn check_acknowledged(session: &Session<'_>, journal: &str) -> Result<(), Failure> {
    let sales = all::<SalesDocument>(session).await?.into_iter().map(|d| d.data.number);
    let stock = all::<StockDocument>(session).await?.into_iter().map(|d| d.data.number);
    let payments = all::<Payment>(session).await?.into_iter().map(|p| p.data.number);
    let adjustments = all::<Adjustment>(session).await?.into_iter().map(|a| a.data.number);
    let quotes = all::<Quote>(session).await?.into_iter().map(|q| q.data.number);
    let orders = all::<SalesOrder>(session).await?.into_iter().map(|o| o.data.number);
    let numbers: HashSet<String> = sales.chain(stock).chain(payments).chain(adjustments).chain(quotes).chain(orders).collect();
    let whole = journal.rsplit_once('\n').map_or("", |(whole, _)| whole);
    for (key, number) in whole.lines().filter_map(|line| line.split_once(' ')) {
        if number != "-" && !numbers.contains(number) {
            return Err(format!("`{key}` was acknowledged as {number}, but is not there").into());
        }
    }
    println!("{} acknowledged documents are there", whole.lines().count());
    Ok(())
}

fn company() -> Company {
    Company { default_tax_code: Some("Z".to_owned()), ..Company::new("Online Retail", Currency::GBP) }
}

/// A stock code without any digit is a service.
fn is_stocked(code: &str) -> bool {
    code.chars().any(|c| c.is_ascii_digit())
}

async fn open_books(books: &Books, dir: &Path, rejected: &mut Vec<Rejected>) -> Result<(), Failure> {
    let mut workbook = Workbook::open(sales::find(dir, "opening")?)?;
    let mut data: OpeningData = read_opening(&mut workbook, &crm_office::OpeningOptions::default())?;
    for row in &mut data.customers {
        let is_home = row.value.country.as_deref() == Some(HOME);
        row.value.tax_code = Some(if is_home { "S" } else { "Z" }.to_owned());
    }
    for row in &mut data.products {
        row.value.stocked = Some(is_stocked(&row.value.code));
    }
    let day = NaiveDate::from_ymd_opt(2010, 11, 30).ok_or("no such day")?;
    let options = OpeningOptions::new(books.warehouse, day, ApplyMode::GoodRows);
    let report = books.session.opening().apply(&data, &options).await?;
    let errors = report.problems.into_iter().filter(|p| p.severity == crm_core::opening::Severity::Error);
    rejected.extend(errors.map(|p| Rejected { file: "opening", row: p.place.row, reason: format!("{}: {}", p.place.sheet, p.reason) }));
    Ok(())
}

/// Every record of a kind, page by page.
pub(crate) async fn all<E: Listed>(session: &Session<'_>) -> Result<Vec<Stored<E>>, Failure> {
    let mut records = Vec::new();
    let mut page = session.records::<E>().list().page().await?;
    loop {
        records.append(&mut page.items);
        let Some(next) = page.next else { return Ok(records) };
        page = session.records::<E>().list().after(&next).page().await?;
    }
}

async fn codes(books: &Books) -> Result<Codes, Failure> {
    let customer = |c: Stored<crm_core::customers::Customer>| {
        let pays = match c.code.as_str() {
            "CASH" => Pays::AtOnce,
            code if code.ends_with('7') => Pays::Never,
            _ => Pays::WhenDue,
        };
        (c.code.clone(), Customer { id: c.id, payment_days: c.payment_days.unsigned_abs(), pays })
    };
    let goods = |p: Stored<crm_core::products::Product>| (p.code.clone(), Goods { id: p.id, is_stocked: p.is_stocked });
    let customers = all::<crm_core::customers::Customer>(&books.session).await?.into_iter().map(customer).collect();
    let products = all::<crm_core::products::Product>(&books.session).await?.into_iter().map(goods).collect();
    Ok(Codes { customers, products, currency: books.currency })
}

/// A payment to be made.
#[derive(PartialEq, Eq, PartialOrd, Ord)]
struct Due {
    day: NaiveDate,
    order: usize,
    invoice: String,
    customer: CustomerId,
    item: OpenItemId,
    amount: (crm_core::num::Decimal, Currency),
}

struct Replay<'b> {
    books: &'b Books,
    until: Option<NaiveDate>,
    payments: BinaryHeap<Reverse<Due>>,
    journal: Option<File>,
    rejected: Vec<Rejected>,
    receipt_lines: u64,
    progress: ProgressBar,
}

impl<'b> Replay<'b> {
    fn new(books: &'b Books, arguments: &ReplayArguments, rejected: Vec<Rejected>, events: usize) -> Result<Self, Failure> {
        let journal = arguments.journal.as_ref().map(|path| File::options().create(true).append(true).open(path)).transpose()?;
        let progress = if std::io::stderr().is_terminal() { ProgressBar::new(events as u64) } else { ProgressBar::hidden() };
        progress.set_style(ProgressStyle::with_template("{bar:40} {pos}/{len} documents, {per_sec}, {eta} left {msg}")?);
        Ok(Self { books, until: arguments.until, payments: BinaryHeap::new(), journal, rejected, receipt_lines: 0, progress })
    }

    /// Merges receipts and sales by time; payments are made on their days.
    async fn post_all(&mut self, receipts: Vec<Receipt>, documents: Vec<Document>) -> Result<(), Failure> {
        let is_in_time = |day: NaiveDate, until: Option<NaiveDate>| until.is_none_or(|until| day < until);
        let mut receipts = receipts.into_iter().peekable();
        for (order, document) in documents.into_iter().enumerate() {
            if !is_in_time(document.at.date(), self.until) {
                break;
            }
            while let Some(receipt) = receipts.next_if(|r| r.day.and_time(NaiveTime::MIN) <= document.at) {
                self.pay_until(receipt.day).await?;
                self.receive(&receipt).await?;
            }
            self.pay_until(document.at.date()).await?;
            self.post(&document, order).await?;
        }
        let until = self.until;
        for receipt in receipts.filter(|r| is_in_time(r.day, until)) {
            self.receive(&receipt).await?;
        }
        let end = self.until.unwrap_or(NaiveDate::MAX);
        self.pay_until(end).await?;
        self.progress.finish_and_clear();
        Ok(())
    }

    /// Makes the payments dated before a day.
    async fn pay_until(&mut self, day: NaiveDate) -> Result<(), Failure> {
        while self.payments.peek().is_some_and(|Reverse(due)| due.day < day) {
            let Some(Reverse(due)) = self.payments.pop() else { break };
            let amount = Money::new(due.amount.0, due.amount.1)?;
            let payment = NewPayment {
                customer_id: due.customer,
                day: due.day,
                amount,
                allocate: Allocate::Items(vec![(due.item, amount)]),
                debtors: Vec::new(),
                order_id: None,
                method: None,
                reference: Some(due.invoice.clone()),
            };
            self.books.clock.set(due.day.and_time(NaiveTime::MIN).and_utc());
            let key = format!("payment:{}", due.invoice);
            let posted = self.books.session.idempotent(&key).receivables().record_payment(&payment).await?;
            self.acknowledge(&key, &posted.number)?;
        }
        Ok(())
    }

    async fn receive(&mut self, receipt: &Receipt) -> Result<(), Failure> {
        self.books.clock.set(receipt.day.and_time(NaiveTime::MIN).and_utc());
        let lines = receipt
            .lines
            .iter()
            .map(|l| ReceiptLine { is_free: l.price.amount().is_zero(), ..ReceiptLine::new(l.product, l.quantity, l.price) })
            .collect();
        let reference = Some(receipt.number.clone());
        let command = NewReceipt { reference, ..NewReceipt::new(self.books.warehouse, receipt.day, lines) };
        let key = format!("receipt:{}", receipt.number);
        let posted = self.books.session.idempotent(&key).stock().receive(&command).await.map(|p| p.number);
        self.receipt_lines += receipt.lines_on_paper;
        let rows: Vec<u32> = receipt.lines.iter().map(|l| l.row).collect();
        self.settle(&key, posted, "receipts", &rows)
    }

    async fn post(&mut self, document: &Document, order: usize) -> Result<(), Failure> {
        self.books.clock.set(document.at.and_utc());
        if !document.lines.is_empty() {
            let key = format!("sale:{}", document.number);
            let posted = if document.is_return { self.return_goods(document, &key).await } else { self.deliver(document, &key).await };
            if let Ok(posted) = &posted {
                self.plan_payment(document, posted, order)?;
            }
            let rows: Vec<u32> = document.lines.iter().map(|l| l.row).collect();
            self.settle(&key, posted.map(|p| p.number), "sales", &rows)?;
        }
        if !document.counts.is_empty() {
            self.count(document).await?;
        }
        self.progress.inc(1);
        Ok(())
    }

    async fn deliver(&self, document: &Document, key: &str) -> crm_core::Result<SalesPosted> {
        let lines = document.lines.iter().map(|l| LineItem::new(l.product, l.quantity, l.price)).collect();
        let delivery = NewDelivery::new(document.customer.id, self.books.warehouse, document.at.date(), lines);
        let delivery = NewDelivery { reference: Some(document.number.clone()), ..delivery };
        self.books.session.idempotent(key).sales().deliver(&delivery).await
    }

    async fn return_goods(&self, document: &Document, key: &str) -> crm_core::Result<SalesPosted> {
        let line = |l: &sales::Line| ReturnLine::unlinked(l.product, l.quantity, l.price);
        let lines = document.lines.iter().map(line).collect();
        let back = NewReturn::new(document.customer.id, self.books.warehouse, document.at.date(), lines);
        let back = NewReturn { reference: Some(document.number.clone()), ..back };
        self.books.session.idempotent(key).sales().return_goods(&back).await
    }

    async fn count(&mut self, document: &Document) -> Result<(), Failure> {
        let line = |l: &sales::Line| CountLine::new(l.product, l.quantity);
        let count = NewCount {
            warehouse_id: self.books.warehouse,
            day: document.at.date(),
            reference: Some(document.number.clone()),
            lines: document.counts.iter().map(line).collect(),
        };
        let key = format!("count:{}", document.number);
        let posted = self.books.session.idempotent(&key).stock().count(&count).await.map(|p| p.number);
        let rows: Vec<u32> = document.counts.iter().map(|l| l.row).collect();
        self.settle(&key, posted, "sales", &rows)
    }

    fn plan_payment(&mut self, document: &Document, posted: &SalesPosted, order: usize) -> Result<(), Failure> {
        let Some(item) = posted.open_item_id.filter(|_| !document.is_return) else { return Ok(()) };
        let today = document.at.date();
        let day = match document.customer.pays {
            Pays::Never => return Ok(()),
            Pays::AtOnce => today,
            Pays::WhenDue => today.checked_add_days(Days::new(document.customer.payment_days)).ok_or("a due date is out of range")?,
        };
        let amount = (posted.gross.amount(), posted.gross.currency());
        let due = Due { day, order, invoice: document.number.clone(), customer: document.customer.id, item, amount };
        self.payments.push(Reverse(due));
        Ok(())
    }

    /// Records a committed document, or rejects the rows of a refused one. A storage failure ends the replay.
    fn settle(&mut self, key: &str, posted: crm_core::Result<String>, file: &'static str, rows: &[u32]) -> Result<(), Failure> {
        match posted {
            Ok(number) => self.acknowledge(key, &number),
            Err(error) if error.code().as_str().starts_with("storage.") => Err(error.into()),
            Err(error) => {
                self.rejected.extend(rows.iter().map(|row| Rejected { file, row: *row, reason: format!("{}: {error}", error.code().as_str()) }));
                Ok(())
            }
        }
    }

    fn acknowledge(&mut self, key: &str, number: &str) -> Result<(), Failure> {
        if let Some(journal) = &mut self.journal {
            // In one write: a kill in between would append the next line to half a line.
            journal.write_all(format!("{key} {number}\n").as_bytes())?;
        }
        Ok(())
    }
}

/// Writes rejected rows to the requested report, or next to a requested database; otherwise they are printed, and no file is left.
fn report_rejected(arguments: &ReplayArguments, rejected: &[Rejected]) -> Result<(), Failure> {
    if rejected.is_empty() {
        return Ok(());
    }
    let beside = |db: &Place| match db {
        Place::File(path) => Some(path.with_extension("rejected.csv")),
        Place::Server(_) => None,
    };
    let count = rejected.len();
    let Some(path) = arguments.report.clone().or_else(|| arguments.db.as_ref().and_then(beside)) else {
        eprintln!("{count} rows were rejected; `--report FILE` writes them all down");
        for Rejected { file, row, reason } in rejected.iter().take(REJECTED_TOLD) {
            eprintln!("  {file}, row {row}: {reason}");
        }
        return Ok(());
    };
    let mut report = csv::Writer::from_writer(Vec::new());
    report.write_record(["file", "row", "reason"])?;
    for Rejected { file, row, reason } in rejected {
        report.write_record([*file, &row.to_string(), &inert(reason)])?;
    }
    write_file(&path, &report.into_inner()?, Existing::Replace)?;
    eprintln!("{count} rows were rejected: see {}", path.display());
    Ok(())
}
