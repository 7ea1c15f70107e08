//! Vectors on receivables: invoices, payments, credit notes and what is open of them on a day.
//!
//! An invoice is a delivery of a service without tax, a credit note an unlinked return of it. An operation or expectation that is not known is a failure.
#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic, reason = "a runner of tests: what cannot be read is a failed case")]

use crate::harness::{Harness, Shop, assert_same_tables, day, eur, price};
use crm_core::{
    Code, Error,
    ids::{OpenItemId, PaymentId, SalesDocumentId},
    num::{Currency, Decimal, Money},
    receivables::{
        AccountOf, AgeingBuckets, AgeingQuery, Allocate, Instalment, NewCreditAllocation, NewPayment, NewRefund, NewWriteOff, PaymentCancellation,
        ReminderLevels, Rescheduling,
    },
    sales::{NewDelivery, NewReturn, Reversal},
    time::Day,
};
use serde_json::Value as Json;
use std::collections::BTreeMap;

/// A day after everything.
const LAST: &str = "9999-12-31";
/// Days past due of reminders, where a case names none.
const LEVELS: [u32; 3] = [5, 20, 40];

/// What a step made.
#[derive(Clone, Copy)]
enum Made {
    Invoice(SalesDocumentId),
    Payment(PaymentId, OpenItemId),
    Credit(SalesDocumentId, OpenItemId),
}

/// A case as it goes on.
struct Run<'a> {
    shop: Shop,
    case: &'a Json,
    as_of: Day,
    made: BTreeMap<String, Made>,
}

/// Runs a case in a company of its own.
///
/// # Errors
/// What was expected and what was found, or what of the case is not known.
pub async fn run(case: &Json, harness: &Harness) -> Result<(), String> {
    let as_of = day(text(&case["setup"], "as_of")?);
    let mut run = Run { shop: harness.shop().await, case, as_of, made: BTreeMap::new() };
    for step in list(&case["steps"]) {
        let id = text(step, "id")?;
        let before = run.shop.dump().await;
        let refused = run.step(step).await?.err();
        if refused.is_some() {
            assert_same_tables(&before, &run.shop.dump().await, "a refused step");
        }
        let mut expected = false;
        for expect in list(&case["expect"]).iter().filter(|e| e["after"] == id) {
            match (text(expect, "what")?, &refused) {
                ("error", Some(error)) if text(expect, "value")? == kind(error) => expected = true,
                ("error", other) => return Err(format!("after {id}: expected {}, found {other:?}", expect["value"])),
                _ => run.check(expect, as_of).await?,
            }
        }
        if let Some(error) = refused.filter(|_| !expected) {
            return Err(format!("step {id} was refused: {error:?}"));
        }
    }
    for expect in list(&case["expect"]) {
        match text(expect, "after")? {
            "end" => run.check(expect, as_of).await?,
            other => match other.parse::<Day>() {
                Ok(on) => run.check(expect, on).await?,
                Err(_) if list(&case["steps"]).iter().any(|s| s["id"] == other) => {}
                Err(_) => return Err(format!("`{other}` is no step and no day")),
            },
        }
    }
    run.shop.session.verify().await.map(drop).map_err(|e| format!("the books are wrong: {e:?}"))
}

/// The errors of vectors by their code here.
fn kind(error: &Error) -> &'static str {
    match error.code() {
        Code::AllocationExceeded => "over_allocation",
        other => other.as_str(),
    }
}

fn text<'j>(json: &'j Json, key: &str) -> Result<&'j str, String> {
    json[key].as_str().ok_or_else(|| format!("`{key}` is missing in {json}"))
}

fn list(json: &Json) -> &[Json] {
    json.as_array().map(Vec::as_slice).unwrap_or_default()
}

fn instalments(step: &Json) -> Result<Vec<Instalment>, String> {
    list(&step["instalments"]).iter().map(|i| Ok(Instalment { due_day: day(text(i, "due")?), amount: eur(text(i, "amount")?) })).collect()
}

impl Run<'_> {
    fn made(&self, id: &str) -> Result<Made, String> {
        self.made.get(id).copied().ok_or_else(|| format!("`{id}` made nothing"))
    }

    fn invoice(&self, id: &str) -> Result<SalesDocumentId, String> {
        match self.made(id)? {
            Made::Invoice(document) => Ok(document),
            _ => Err(format!("`{id}` is no invoice")),
        }
    }

    fn credit(&self, id: &str) -> Result<OpenItemId, String> {
        match self.made(id)? {
            Made::Payment(_, item) | Made::Credit(_, item) => Ok(item),
            Made::Invoice(_) => Err(format!("`{id}` is no credit")),
        }
    }

    fn allocations(&self, step: &Json) -> Result<Allocate, String> {
        let wanted = list(&step["allocations"]).iter().map(|a| Ok((self.invoice(text(a, "to")?)?, eur(text(a, "amount")?))));
        wanted.collect::<Result<Vec<_>, String>>().map(|wanted| if wanted.is_empty() { Allocate::Nothing } else { Allocate::Documents(wanted) })
    }

    /// Does a step. The outer error is one of the case, the inner one a refusal.
    async fn step(&mut self, step: &Json) -> Result<Result<(), Error>, String> {
        let on = step["date"].as_str().map_or(self.as_of, day);
        let (session, customer_id) = (self.shop.session.clone(), self.shop.other);
        let amount = step["amount"].as_str();
        let named = |key: &str| text(step, key).map(str::to_owned);
        let made = match text(step, "op")? {
            "invoice" => {
                let delivery = NewDelivery {
                    customer_id,
                    day: on,
                    due_day: step["due"].as_str().map(day),
                    instalments: instalments(step)?,
                    ..self.shop.delivery_of(&[(self.shop.service, "1", text(step, "amount")?)])
                };
                session.sales().deliver(&delivery).await.map(|posted| Some(Made::Invoice(posted.document_id)))
            }
            "credit_note" => {
                let unlinked = self.shop.unlinked(self.shop.service, "1", price(text(step, "amount")?).amount().to_string().as_str());
                let back = NewReturn { customer_id, day: on, allocate: Some(self.allocations(step)?), ..unlinked };
                session.sales().return_goods(&back).await.map(|posted| posted.open_item_id.map(|item| Made::Credit(posted.document_id, item)))
            }
            "pay" => {
                let payment = NewPayment { allocate: self.allocations(step)?, ..NewPayment::new(customer_id, on, eur(text(step, "amount")?)) };
                session.receivables().record_payment(&payment).await.map(|p| Some(Made::Payment(p.payment_id, p.open_item_id)))
            }
            "allocate" => {
                let documents = vec![(self.invoice(&named("to")?)?, eur(amount.unwrap_or_default()))];
                let credit_id = self.credit(&named("from")?)?;
                let set = NewCreditAllocation { customer_id, credit_id, allocate: Allocate::Documents(documents), debtors: Vec::new(), day: on };
                session.receivables().allocate_credit(&set).await.map(|_| None)
            }
            "write_off" => {
                let item_id = match self.made(&named("to")?)? {
                    Made::Invoice(document) => self.items(document, LAST).await?.first().ok_or("nothing is open")?.0,
                    Made::Payment(_, item) | Made::Credit(_, item) => item,
                };
                let off = NewWriteOff { customer_id, item_id, amount: eur(text(step, "amount")?), day: on, reason: None };
                session.receivables().write_off(&off).await.map(|_| None)
            }
            "refund" => {
                let credit_id = self.credit(&named("ref")?)?;
                let refund = NewRefund { customer_id, credit_id, amount: eur(text(step, "amount")?), day: on, method: None, reason: None };
                session.receivables().refund(&refund).await.map(|_| None)
            }
            "cancel" => match self.made(&named("ref")?)? {
                Made::Payment(payment_id, _) => {
                    let cancellation = PaymentCancellation { payment_id, day: on, reason: None };
                    session.receivables().cancel_payment(&cancellation).await.map(|_| None)
                }
                Made::Invoice(document_id) | Made::Credit(document_id, _) => {
                    let reversal = Reversal { document_id, day: on, reason: "cancelled".to_owned() };
                    session.sales().reverse(&reversal).await.map(|_| None)
                }
            },
            "reschedule" => {
                let document_id = self.invoice(&named("ref")?)?;
                let plan = Rescheduling { customer_id, document_id, instalments: instalments(step)?, day: on, reason: None };
                session.receivables().reschedule(&plan).await.map(|_| None)
            }
            other => return Err(format!("the operation `{other}` is not known")),
        };
        Ok(made.map(|made| {
            self.made.extend(made.map(|made| (step["id"].as_str().unwrap_or_default().to_owned(), made)));
        }))
    }

    fn query(&self, on: Day) -> Result<AgeingQuery, String> {
        let ageing = &self.case["setup"]["ageing"];
        let is_own = ageing["system"].is_null() && !ageing.is_null();
        let ends = list(&ageing["limits"]).iter().filter_map(|l| l.as_str()?.parse::<u32>().ok()).filter(|end| *end > 0).collect();
        let buckets = if is_own { AgeingBuckets::new(ends).map_err(|e| e.to_string())? } else { AgeingBuckets::default() };
        Ok(AgeingQuery { of: AccountOf::Customer(self.shop.other), buckets, ..AgeingQuery::new(on, Currency::EUR) })
    }

    /// What is open of a document on a day, in due order.
    async fn items(&self, document: SalesDocumentId, on: &str) -> Result<Vec<(OpenItemId, i64, Money)>, String> {
        let items = self.shop.session.receivables().aged_items(&self.query(day(on))?).await.map_err(|e| e.to_string())?;
        let of = items.into_iter().filter(|i| i.item.sales_document_id == Some(document) && i.open.is_positive());
        Ok(of.map(|i| (i.item.id, i.item.instalment, i.open)).collect())
    }

    /// Compares one expectation with what is found.
    async fn check(&self, expect: &Json, on: Day) -> Result<(), String> {
        let what = text(expect, "what")?;
        let (what, on) = match what.strip_suffix("_including_future") {
            Some(what) => (what, day(LAST)),
            None => (what, on),
        };
        let found = self.find(what, expect["of"].as_str().unwrap_or_default(), on).await?;
        let expected = text(expect, "value")?;
        let same = match (found.parse::<Decimal>(), expected.parse::<Decimal>()) {
            (Ok(found), Ok(expected)) => found == expected,
            _ => found == expected,
        };
        if same { Ok(()) } else { Err(format!("{what} of {} after {}: expected {expected}, found {found}", expect["of"], expect["after"])) }
    }

    async fn find(&self, what: &str, of: &str, on: Day) -> Result<String, String> {
        let receivables = self.shop.session.receivables();
        let (at, wrong) = (on.to_string(), |e: Error| e.to_string());
        let sum = |amounts: Vec<Money>| Money::sum(amounts, Currency::EUR).map(|sum| sum.amount().to_string()).map_err(wrong);
        match what {
            "outstanding" => sum(self.items(self.invoice(of)?, &at).await?.iter().map(|i| i.2).collect()),
            "open_instalments" => Ok(self.items(self.invoice(of)?, &at).await?.len().to_string()),
            "instalment_outstanding" => {
                let (id, number) = of.split_once('/').ok_or("an instalment is named `document/number`")?;
                sum(self.items(self.invoice(id)?, &at).await?.iter().filter(|i| i.1.to_string() == number).map(|i| i.2).collect())
            }
            "open_credit" => {
                let credit = self.credit(of)?;
                let items = receivables.aged_items(&self.query(on)?).await.map_err(wrong)?;
                sum(items.iter().filter(|i| i.item.id == credit).map(|i| i.open.negated()).collect())
            }
            "customer_balance" => receivables.balance(self.shop.other, on, Currency::EUR).await.map(|b| b.amount().to_string()).map_err(wrong),
            "status" => {
                let settled = receivables.document_status(self.invoice(of)?, on).await.map_err(wrong)?;
                Ok(settled.map_or("null", |s| s.status.as_str()).to_owned())
            }
            "ageing" => {
                let ageing = receivables.ageing(&self.query(on)?).await.map_err(wrong)?;
                let bucket = ageing.names.iter().position(|name| name == of).and_then(|b| ageing.buckets.get(b));
                Ok(bucket.map_or("null".to_owned(), |b| b.amount().to_string()))
            }
            "total_due" => sum(receivables.ageing(&self.query(on)?).await.map_err(wrong)?.buckets.split_off(1)),
            "reminder_level" => {
                let document = self.invoice(of)?;
                let levels = ReminderLevels::new(LEVELS.to_vec()).map_err(wrong)?;
                let found = receivables.reminders(&self.query(on)?, &levels).await.map_err(wrong)?;
                let level = found.iter().filter(|(aged, _)| aged.item.sales_document_id == Some(document)).map(|(_, level)| *level).max();
                Ok(level.unwrap_or_default().to_string())
            }
            other => Err(format!("the expectation `{other}` is not known")),
        }
    }
}
