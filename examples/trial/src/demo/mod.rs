//! The main job of a small wholesaler, step by step: from the quote to the statement of account, with every correction on the way.
//!
//! Everything comes from the library's public API, and nothing is calculated here except totals that are printed. The days follow each other and the
//! clock moves with them, so that what was known when is part of the story. Each chapter is a file.

mod figures;
mod goods;
mod masters;
mod money;
mod sale;

use crate::{
    Failure,
    books::{self, Books, Place},
    summary::plain,
};
use chrono::{Days, NaiveDate, NaiveTime};
use crm_core::{
    Code, Result,
    company::Company,
    entity::Stored,
    ids::{CustomerId, ProductId, SalesDocumentId, WarehouseId},
    num::{Currency, Money, Quantity, UnitPrice},
    receivables::CreditPolicy,
    sales::SalesLine,
    session::Session,
    time::Day,
};
use crm_storage_sqlite::Durability;
use std::{cell::Cell, fmt::Display};

const CURRENCY: Currency = Currency::EUR;
const RATES: &[(&str, &str, &str)] = &[("S", "VAT 21 %", "21")];

/// Runs the story.
pub(crate) async fn run() -> std::result::Result<(), Failure> {
    let folder = tempfile::tempdir()?;
    let company = Company {
        default_tax_code: Some("S".to_owned()),
        credit_policy: CreditPolicy::Block,
        write_off_tolerance: Money::parse("1.00", CURRENCY)?,
        ..Company::new("Bazar del Sol", CURRENCY)
    };
    let books = books::open(&Place::File(folder.path().join("demo.db")), Durability::Full, company, RATES).await?;
    println!("Bazar del Sol, a small wholesaler, keeps its books in an SQLite file of its own, for as long as this demonstration runs.");
    let steps = Steps { books: &books, number: Cell::new(0) };
    steps.set_up(&folder.path().join("opening.xlsx")).await?;
    let story = Story { customer: steps.customer().await?, goods: steps.goods().await?, steps };
    let receipt = story.receive().await?;
    story.prices().await?;
    let order = story.quote_and_order().await?;
    let sold = story.deliver_part(order).await?;
    story.refusals().await?;
    story.correct_supplier_price(&receipt).await?;
    story.credit_and_return(sold).await?;
    story.sell_before_it_came().await?;
    let bounced = story.first_payment(sold).await?;
    story.preview_costs().await?;
    story.bounce(&bounced, sold).await?;
    story.cover().await?;
    story.settle(order).await?;
    story.figures(sold).await?;
    println!(
        "\nNext: `crm-trial sample DIR` invents a year of a wholesaler, `crm-trial replay DIR` posts it, `crm-trial stream` posts a mixture of all documents."
    );
    Ok(())
}

/// The steps of the story: numbered, each on its day.
struct Steps<'b> {
    books: &'b Books,
    number: Cell<u32>,
}

/// The steps once there are a customer and goods.
struct Story<'b> {
    steps: Steps<'b>,
    customer: CustomerId,
    goods: Goods,
}

/// The products, and where they are.
struct Goods {
    /// By the piece and by the box of twelve, at moving average cost.
    lantern: ProductId,
    /// In lots, each with its own cost.
    candle: ProductId,
    /// Sold before it is received.
    oil: ProductId,
    /// The warehouse that allows negative stock.
    patio: WarehouseId,
}

impl<'b> std::ops::Deref for Story<'b> {
    type Target = Steps<'b>;

    fn deref(&self) -> &Self::Target {
        &self.steps
    }
}

impl Steps<'_> {
    fn session(&self) -> &Session<'static> {
        &self.books.session
    }

    /// Begins a step, on a day of 2026 at nine o'clock.
    fn step(&self, day: &str, title: &str) -> Result<Day> {
        self.number.set(self.number.get().saturating_add(1));
        let day = on(day)?;
        println!("\n{}. {title} ({day})", self.number.get());
        self.turn_to(day);
        Ok(day)
    }

    /// Sets the clock to nine o'clock on a day; later records get that time.
    fn turn_to(&self, day: Day) {
        let nine = NaiveTime::from_hms_opt(9, 0, 0).unwrap_or_default();
        self.books.clock.set(day.and_time(nine).and_utc());
    }

    /// The lines of a document, in order.
    async fn lines_of(&self, document: SalesDocumentId) -> Result<Vec<Stored<SalesLine>>> {
        self.session().sales_lines().list().filter(&SalesLine::document_id().eq(document))?.sort(&["line"]).fetch().await
    }
}

/// A day from its text.
fn on(text: &str) -> Result<Day> {
    text.parse::<NaiveDate>().map_err(|e| crm_core::Error::new(Code::FieldInvalid, format!("`{text}` is not a day: {e}")))
}

fn day_after(day: Day) -> Day {
    day.checked_add_days(Days::new(1)).unwrap_or(day)
}

fn eur(text: &str) -> Result<Money> {
    Money::parse(text, CURRENCY)
}

fn price(text: &str) -> Result<UnitPrice> {
    UnitPrice::parse(text, CURRENCY)
}

fn quantity(text: &str) -> Result<Quantity> {
    Quantity::parse(text)
}

/// Prints a line of the story.
fn tell(text: impl Display) {
    println!("   {text}");
}

/// Prints a small table of the story.
fn show(table: &comfy_table::Table) {
    for line in table.to_string().lines() {
        println!("   {line}");
    }
}

/// Prints a refusal, which the story expects.
fn refused<T>(what: &str, result: Result<T>) -> std::result::Result<(), Failure> {
    match result {
        Err(error) if !error.code().is_retryable() => {
            tell(format!("refused: {what}\n      {}: {error}", error.code().as_str()));
            Ok(())
        }
        Err(error) => Err(error.into()),
        Ok(_) => Err(format!("`{what}` should have been refused").into()),
    }
}
