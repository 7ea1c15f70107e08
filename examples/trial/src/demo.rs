//! The main job on a sample company, told step by step: opening, delivery, refusal, return, payment, profit, ageing, proof.

use crate::{
    Failure,
    books::{self, Books, Place},
    sample,
    summary::{ageing_table, new_table, profit_table},
};
use chrono::NaiveDate;
use crm_core::{
    company::Company,
    customers::{Customer, CustomerGroup},
    entity::Stored,
    num::{Currency, Money, Quantity, UnitPrice},
    opening::{ApplyMode, OpeningOptions},
    products::Product,
    query::Filter,
    receivables::{AgeingBuckets, Allocate, NewPayment},
    sales::{LineItem, NewDelivery, NewReturn, ProfitBy, ReturnLine, SalesLine, SalesPosted},
    stock::{NewReceipt, ReceiptLine},
};
use crm_office::{Workbook, read_opening};
use crm_storage_sqlite::Durability;

const RATES: &[(&str, &str, &str)] = &[("S", "VAT 21 %", "21")];

/// Tells the story.
pub(crate) async fn run() -> Result<(), Failure> {
    let folder = tempfile::tempdir()?;
    let company = Company { default_tax_code: Some("S".to_owned()), ..Company::new("Bazar del Sol", Currency::EUR) };
    let books = books::open(&Place::File(folder.path().join("demo.db")), Durability::Full, company, RATES).await?;
    println!("Bazar del Sol keeps its books in an SQLite file of its own, for as long as this demonstration runs.\n");
    open_books(&books, &folder.path().join("opening.xlsx")).await?;
    let story = Story::begin(&books).await?;
    let sold = story.deliver().await?;
    story.refuse().await?;
    story.take_back(&sold).await?;
    story.pay(&sold).await?;
    story.figures().await?;
    let verified = books.session.verify().await?;
    println!("\nThe books prove themselves: {} records compared, {} invariants hold.", verified.records, verified.checks.len());
    println!("Next: `crm-trial sample DIR` invents a year of a wholesaler, `crm-trial replay DIR` posts it.");
    Ok(())
}

async fn open_books(books: &Books, path: &std::path::Path) -> Result<(), Failure> {
    sample::opening(path)?;
    let mut data = read_opening(&mut Workbook::open(path)?, &crm_office::OpeningOptions::default())?;
    for row in &mut data.products {
        row.value.stocked = Some(row.value.code != "POST");
    }
    let day = NaiveDate::from_ymd_opt(2025, 12, 31).ok_or("no such day")?;
    let options = OpeningOptions { warehouse_id: books.warehouse, day, mode: ApplyMode::AllOrNothing };
    let report = books.session.opening().apply(&data, &options).await?;
    let value = report.stock_value.map(|v| v.to_string()).unwrap_or_default();
    println!("1. Opening balances come in from a workbook");
    println!(
        "   {} customers, {} products, stock of {} products worth {value}",
        report.customers_created, report.products_created, report.stock_posted
    );
    for problem in report.problems.iter().take(3) {
        println!("   {} row {}: {}", problem.place.sheet, problem.place.row, problem.reason);
    }
    let again = books.session.opening().apply(&data, &options).await?;
    println!("   Applied a second time it changes nothing: {} rows are there already\n", again.unchanged);
    Ok(())
}

/// The people and goods of the story.
struct Story<'b> {
    books: &'b Books,
    customer: Stored<Customer>,
    lantern: Stored<Product>,
    teapot: Stored<Product>,
}

impl<'b> Story<'b> {
    async fn begin(books: &'b Books) -> Result<Self, Failure> {
        let session = &books.session;
        let spain = session.customer_groups().create(CustomerGroup::new("ES", "Spain", None)).await?;
        let madrid = session.customer_groups().create(CustomerGroup::new("ES-M", "Madrid", Some(spain.id))).await?;
        let customer = Customer { group_id: Some(madrid.id), payment_days: 30, ..Customer::new("C-001", "Bodega Peña") };
        let customer = session.customers().create(customer).await?;
        let find = async |code: &str| -> Result<Stored<Product>, Failure> {
            let found = session.products().list().filter(&Product::code().eq(code.to_owned()))?.limit(1).fetch().await?;
            found.into_iter().next().ok_or_else(|| format!("there is no product `{code}`").into())
        };
        Ok(Self { books, customer, lantern: find("00123").await?, teapot: find("15056N").await? })
    }

    fn day(&self, month: u32, day: u32) -> Result<NaiveDate, Failure> {
        NaiveDate::from_ymd_opt(2026, month, day).ok_or_else(|| "no such day".into())
    }

    fn price(&self, text: &str) -> Result<UnitPrice, Failure> {
        Ok(UnitPrice::parse(text, self.books.currency)?)
    }

    async fn deliver(&self) -> Result<SalesPosted, Failure> {
        let session = &self.books.session;
        let lines = vec![ReceiptLine::new(self.lantern.id, Quantity::from(50), self.price("1.10")?)];
        let receipt = NewReceipt { reference: Some("Supplier 4711".to_owned()), ..NewReceipt::new(self.books.warehouse, self.day(1, 5)?, lines) };
        let received = session.stock().receive(&receipt).await?;
        println!("2. Goods come in ({}) and go out, in one act each", received.number);
        let lines = vec![
            LineItem::new(self.lantern.id, Quantity::from(40), self.price("2.95")?),
            LineItem::new(self.teapot.id, Quantity::from(12), self.price("4.75")?),
        ];
        let delivery = NewDelivery::new(self.customer.id, self.books.warehouse, self.day(1, 12)?, lines);
        let posted = session.sales().deliver(&delivery).await?;
        let mut table = new_table(&["delivery", "net", "tax", "gross", "cost"]);
        let cost = posted.cost.map(|c| c.amount().to_string()).unwrap_or_default();
        table.add_row([
            posted.number.clone(),
            posted.net.amount().to_string(),
            posted.tax.amount().to_string(),
            posted.gross.amount().to_string(),
            cost,
        ]);
        println!("{table}");
        Ok(posted)
    }

    async fn refuse(&self) -> Result<(), Failure> {
        let lines = vec![LineItem::new(self.teapot.id, Quantity::from(9_999), self.price("4.75")?)];
        let delivery = NewDelivery::new(self.customer.id, self.books.warehouse, self.day(1, 13)?, lines);
        match self.books.session.sales().deliver(&delivery).await {
            Err(error) => println!("3. What is not there is not sold\n   {}: {error}\n", error.code().as_str()),
            Ok(_) => return Err("the delivery should have been refused".into()),
        }
        Ok(())
    }

    async fn take_back(&self, sold: &SalesPosted) -> Result<(), Failure> {
        let session = &self.books.session;
        let lines = session.sales_lines().list().filter(&SalesLine::document_id().eq(sold.document_id))?.sort(&["line"]).fetch().await?;
        let line = lines.first().ok_or("the delivery has lines")?;
        let back_lines = vec![ReturnLine::Linked { line_id: line.id, quantity: Quantity::from(10) }];
        let back =
            NewReturn { delivery_id: Some(sold.document_id), ..NewReturn::new(self.customer.id, self.books.warehouse, self.day(1, 20)?, back_lines) };
        let posted = session.sales().take_back(&back).await?;
        println!("4. Ten lanterns come back, at the cost they left with");
        println!("   {}: {} to the customer's credit\n", posted.number, posted.gross.absolute());
        Ok(())
    }

    async fn pay(&self, sold: &SalesPosted) -> Result<(), Failure> {
        let half = Money::parse("100.00", self.books.currency)?;
        let payment = NewPayment {
            customer_id: self.customer.id,
            day: self.day(2, 20)?,
            amount: half,
            allocate: Allocate::OldestDue,
            debtors: Vec::new(),
            order_id: None,
            method: Some("transfer".to_owned()),
            reference: None,
        };
        let posted = self.books.session.receivables().record_payment(&payment).await?;
        println!("5. The customer pays {half} of {} ({})\n", sold.gross, posted.number);
        Ok(())
    }

    async fn figures(&self) -> Result<(), Failure> {
        let session = &self.books.session;
        println!("6. Profit by product, returns deducted (the group is the product's id)");
        println!("{}", profit_table("product", &session.sales().profit(ProfitBy::Product, &Filter::All).await?));
        println!("7. Ageing of receivables, as of any day");
        let mut ageing = Vec::new();
        for day in [self.day(1, 31)?, self.day(2, 15)?, self.day(3, 31)?] {
            ageing.push(session.receivables().ageing(day, &AgeingBuckets::default(), self.books.currency).await?);
        }
        println!("{}", ageing_table(&ageing));
        Ok(())
    }
}
