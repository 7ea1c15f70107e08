//! Invoices and credit notes of others: line nets, tax by category and rate, totals and what is to be paid.

use super::{Case, decimal, list, text};
use crate::harness::{Harness, Shop, day};
use crm_core::{
    company::Company,
    num::{Currency, Decimal, Money, MoneyStep, Quantity, Rate, UnitPrice},
    receivables::{Allocate, NewAllocation, NewPayment},
    sales::{
        AllowanceCharge, AllowanceChargeSize, CreditLine, LineItem, NewCreditNote, NewDelivery, PayableRounding, SalesDocument, SalesLine,
        SalesPosted,
    },
    tax::{TaxCategory, TaxRate},
};
use serde_json::Value as Json;

const DAY: &str = "2026-01-10";

/// Drives a case through deliveries of a service, and credit notes.
///
/// # Errors
/// What differs, or is not known.
pub async fn run(case: &Json, harness: &Harness) -> Result<(), String> {
    let step = case["steps"].get(0).ok_or("a case without a step")?;
    let currency = Currency::EUR;
    let money_step = MoneyStep::new(decimal(step, "money_step")?).map_err(|e| e.to_string())?;
    let shop = Shop::founded(harness, Company { money_step, ..Company::new("Acme", currency) }).await;
    let mut invoice = Invoice { shop, step, rates: Vec::new() };
    let posted = invoice.post().await?;
    let open = invoice.settle(&posted).await?;
    let shop = &invoice.shop;
    let document = shop.session.sales_documents().get(posted.document_id).await.map_err(|e| e.to_string())?;
    let filter = SalesLine::document_id().eq(posted.document_id);
    let lines = shop.session.sales_lines().list().filter(&filter).map(|list| list.sort(&["line"])).map_err(|e| e.to_string())?;
    let lines = lines.fetch().await.map_err(|e| e.to_string())?;
    shop.session.verify().await.map_err(|e| e.to_string())?;
    let mut checks = Case::default();
    for expected in list(&case["expect"]) {
        let found = figure(expected, &document, &lines.iter().map(|l| l.data.clone()).collect::<Vec<_>>(), open)?;
        checks.equal(expected, found)?;
    }
    checks.end()
}

struct Invoice<'c> {
    shop: Shop,
    step: &'c Json,
    rates: Vec<String>,
}

impl Invoice<'_> {
    /// The tax code of a category and rate, which the company gets when it is first met.
    async fn tax_code(&mut self, of: &Json) -> Result<String, String> {
        let (category, rate) = (text(of, "tax_category")?, decimal(of, "tax_rate")?.normalize());
        let code = format!("{category}:{rate}");
        if !self.rates.contains(&code) {
            let rate = Rate::new(rate).map_err(|e| e.to_string())?;
            // Other systems leave the category standing where nothing is taxed; here a standard rate is one.
            let category = if category == "S" && rate == Rate::ZERO { "Z" } else { category };
            let category: TaxCategory = category.parse().map_err(|_| format!("`{category}` is no tax category"))?;
            let row = TaxRate { category, ..TaxRate::new(&code, "VAT", rate, day("2020-01-01")) };
            self.shop.session.tax_rates().create(row).await.map_err(|e| e.to_string())?;
            self.rates.push(code.clone());
        }
        Ok(code)
    }

    async fn line(&mut self, line: &Json) -> Result<LineItem, String> {
        let text = |e: crm_core::Error| e.to_string();
        let money = |key: &str| line.get(key).map(|_| decimal(line, key).and_then(eur)).transpose();
        let (mut price, mut price_quantity) = (decimal(line, "unit_price")?, Decimal::ONE);
        // A price finer than six decimals is that of ten, a hundred, a thousand.
        while price.normalize().scale() > crm_core::num::FINE_SCALE {
            (price, price_quantity) = (price * Decimal::TEN, price_quantity * Decimal::TEN);
        }
        let price = UnitPrice::new(price, Currency::EUR).map_err(text)?;
        let quantity = Quantity::new(decimal(line, "qty")?).map_err(text)?;
        price_quantity *= line.get("price_base_qty").map_or(Ok(Decimal::ONE), |_| decimal(line, "price_base_qty"))?;
        let percent = line.get("discount_pct").map(|_| decimal(line, "discount_pct")).transpose()?;
        Ok(LineItem {
            price_quantity: Quantity::new(price_quantity).map_err(text)?,
            includes_tax: line["price_includes_tax"].as_bool(),
            discount_percent: percent.map(Rate::new).transpose().map_err(text)?,
            discount: money("line_allowance")?,
            charge: money("line_charge")?,
            given_net: money("line_net_given")?,
            tax_code: Some(self.tax_code(line).await?),
            ..LineItem::new(self.shop.service, quantity, price)
        })
    }

    async fn allowance_charges(&mut self) -> Result<Vec<AllowanceCharge>, String> {
        let mut allowance_charges = Vec::new();
        for (key, sign) in [("doc_allowances", -Decimal::ONE), ("doc_charges", Decimal::ONE)] {
            for item in list(&self.step[key]) {
                let size = AllowanceChargeSize::Amount(eur(decimal(item, "amount")? * sign)?);
                allowance_charges.push(AllowanceCharge { reason: key.to_owned(), size, tax_code: Some(self.tax_code(item).await?), is_split: false });
            }
        }
        Ok(allowance_charges)
    }

    async fn post(&mut self) -> Result<SalesPosted, String> {
        let step = self.step;
        let mut lines = Vec::new();
        for line in list(&step["lines"]) {
            lines.push(self.line(line).await?);
        }
        let allowance_charges = self.allowance_charges().await?;
        let sales = self.shop.session.sales();
        let posted = match text(step, "op")? {
            "invoice" => {
                let payable_rounding = match step.get("payable_rounding") {
                    Some(_) => PayableRounding::By(eur(decimal(step, "payable_rounding")?)?),
                    None => PayableRounding::None,
                };
                let delivery = NewDelivery::new(self.shop.other, self.shop.warehouse, day(DAY), lines);
                sales.deliver(&NewDelivery { allowance_charges, payable_rounding, ..delivery }).await
            }
            "credit_note" => {
                let lines = lines.into_iter().map(CreditLine::free).collect();
                let note = NewCreditNote::new(self.shop.other, day(DAY), "correction", lines);
                sales.credit(&NewCreditNote { allowance_charges, ..note }).await
            }
            other => return Err(format!("the operation `{other}` is not known")),
        };
        posted.map_err(|e| format!("{e:?}"))
    }

    /// Sets what was paid before against the receivable; what is left is to be paid, or is the customer's if more was paid.
    async fn settle(&self, posted: &SalesPosted) -> Result<Decimal, String> {
        let Some(receivable_id) = posted.open_item_id else { return Ok(Decimal::ZERO) };
        let (receivables, customer_id) = (self.shop.session.receivables(), self.shop.other);
        if self.step.get("prepaid").is_none() || decimal(self.step, "prepaid")?.is_zero() {
            return Ok(self.shop.open(receivable_id).await.amount());
        }
        let paid = eur(decimal(self.step, "prepaid")?)?;
        let payment = NewPayment { customer_id, amount: paid, ..self.shop.payment("2026-01-05", "1", Allocate::Nothing) };
        let credit_id = receivables.record_payment(&payment).await.map_err(|e| e.to_string())?.open_item_id;
        let amount = paid.min(posted.payable).map_err(|e| e.to_string())?;
        let allocation = NewAllocation { customer_id, credit_id, receivable_id, amount, day: day(DAY) };
        receivables.allocate(&allocation).await.map_err(|e| e.to_string())?;
        Ok(self.shop.open(receivable_id).await.amount() + self.shop.open(credit_id).await.amount())
    }
}

fn eur(amount: Decimal) -> Result<Money, String> {
    Money::new(amount, Currency::EUR).map_err(|e| e.to_string())
}

fn figure(expected: &Json, document: &SalesDocument, lines: &[SalesLine], open: Decimal) -> Result<Option<Decimal>, String> {
    // Amounts of a credit note are negative here, and positive on the document that others print.
    let signed = |amount: Decimal| if document.kind.is_credit() { -amount } else { amount };
    let group = || {
        let (category, rate) = text(expected, "of")?.split_once(':').ok_or("a group is `category:rate`")?;
        let rate: Decimal = rate.parse().map_err(|_| "a rate is no number".to_owned())?;
        Ok::<_, String>(document.taxes.iter().find(|g| g.category.as_str() == category && g.rate.decimal() == rate))
    };
    let found = match text(expected, "what")? {
        "lines_net" => Some(document.lines_net.amount()),
        "net" => Some(document.net.amount()),
        "tax" => Some(document.tax.amount()),
        "total" => Some(document.gross.amount()),
        "payable" => Some(open),
        "tax_base" => group()?.map(|g| g.base.amount()),
        "tax_amount" => group()?.map(|g| g.tax.amount()),
        "line_net" => {
            let number = expected["of"].as_i64().ok_or("a line is a number")?;
            lines.iter().find(|l| l.line == number).map(|l| l.net.amount())
        }
        other => return Err(format!("the figure `{other}` is not known")),
    };
    Ok(found.map(signed))
}
