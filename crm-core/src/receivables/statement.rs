//! The statement of account of a customer, or of a payer with the customers it pays for: opening balance, documents, closing balance.
//!
//! Invariant: the closing balance equals the ageing of the last day, net of credits.

use super::{AccountOf, Adjustment, OpenItem, OpenItemKind, Payment, ReceivablesService, ageing::AccountCheck};
use crate::{
    Uuid,
    access::{Permit, Right},
    documents::SalesDocument,
    entity::{Stored, Value},
    error::{Error, Result},
    ids::{CustomerId, TypedId},
    num::{Currency, Money},
    query::{Report, Select},
    storage::{Answers, Ask, Reads},
    time::{Day, Instant},
};
use std::collections::{BTreeMap, BTreeSet};

/// A line of a statement: one document, with its instalments combined.
#[derive(Debug, Clone, PartialEq, serde::Serialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct StatementLine {
    /// Day.
    pub day: Day,
    /// Kind of item.
    pub kind: OpenItemKind,
    /// The customer, which may be any in a payer's group.
    pub customer_id: CustomerId,
    /// Document number; none for a transfer from a payer outside the caller's scope.
    pub number: Option<String>,
    /// The customer's reference, a note, or the reason.
    pub reference: Option<String>,
    /// Latest due date.
    pub due_day: Day,
    /// Amount: positive if it raises the balance.
    pub amount: Money,
    /// Balance after the line.
    pub balance: Money,
}

/// A statement of account.
#[derive(Debug, Clone, PartialEq, serde::Serialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct Statement {
    /// First day.
    pub from: Day,
    /// Last day.
    pub to: Day,
    /// Balance before the first day.
    pub opening: Money,
    /// Lines by day.
    pub lines: Vec<StatementLine>,
    /// Balance at the end of the last day.
    pub closing: Money,
}

/// What forms one line: a document on a day. Reschedulings, and transfers within a group, add up to zero and have no line. A document from previous
/// books is identified by customer and reference.
type LineKey = (Day, Instant, OpenItemKind, Option<Uuid>, Option<String>);

impl ReceivablesService<'_> {
    /// The statement of account for a period, both days included.
    ///
    /// # Errors
    /// As [`ReceivablesService::ageing`], `field.invalid` if the days are in the wrong order, `limit.exceeded` for more documents than one query can
    /// name.
    pub async fn statement(&self, of: AccountOf, (from, to): (Day, Day), currency: Currency) -> Result<Statement> {
        let own = of.filter().and(OpenItem::currency().eq(currency));
        let before = own.clone().and(OpenItem::day().lt(from));
        let within = own.and(OpenItem::day().between(from, to));
        let build = |permit: &Permit, reads: &mut Reads| {
            if to < from {
                return Err(Error::field("to", "is before the first day"));
            }
            let account = AccountCheck::new(reads, permit, of, currency)?;
            let before = reads.report(&Report::<OpenItem>::new(permit).filter(&before)?.sum("amount")?);
            let items = Select::<OpenItem>::new(permit).filter(&within)?.sort(&["day", "posted_at", "instalment"])?.everything();
            Ok((account, before, reads.select(items)))
        };
        let then = |permit: &Permit, reads: &mut Reads, (account, before, items): (AccountCheck, _, _), answers: &mut Answers| {
            let asked = account.check(permit, reads, answers)?;
            let opening = match answers.rows(&before).first().map(Vec::as_slice) {
                Some([_, Value::Decimal(sum)]) => Money::total(*sum, currency)?,
                _ => return Err(Error::corrupt("a balance is missing")),
            };
            let items = answers.all(&items)?;
            let sources = Sources::ask(permit, reads, &items)?;
            Ok((asked, opening, items, sources))
        };
        let ((asked, opening, items, sources), mut answers) = self.0.read_then(Right::ReceivablesRead, build, then).await?;
        asked.check(&mut answers)?;
        let (lines, closing) = lines(items, opening, &sources.names(&mut answers)?)?;
        Ok(Statement { from, to, opening, lines, closing })
    }
}

/// Queries for the documents that items come from, within the caller's scope.
struct Sources {
    documents: Ask<Stored<SalesDocument>>,
    payments: Ask<Stored<Payment>>,
    adjustments: Ask<Stored<Adjustment>>,
}

impl Sources {
    fn ask(permit: &Permit, reads: &mut Reads, items: &[Stored<OpenItem>]) -> Result<Self> {
        let keys = |of: fn(&OpenItem) -> Option<Uuid>| {
            let ids: BTreeSet<Uuid> = items.iter().filter_map(|item| of(item)).collect();
            ids.into_iter().map(Value::Id).collect::<Vec<_>>()
        };
        Ok(Self {
            documents: reads.select(Select::new(permit).keys(keys(|i| i.sales_document_id.map(TypedId::uuid)))?),
            payments: reads.select(Select::new(permit).keys(keys(|i| i.payment_id.map(TypedId::uuid)))?),
            adjustments: reads.select(Select::new(permit).keys(keys(|i| i.adjustment_id.map(TypedId::uuid)))?),
        })
    }

    fn names(self, answers: &mut Answers) -> Result<Names> {
        let mut names = Names::new();
        names.extend(answers.all(&self.documents)?.into_iter().map(|d| (d.id.uuid(), (d.data.number, d.data.reference))));
        names.extend(answers.all(&self.payments)?.into_iter().map(|p| (p.id.uuid(), (p.data.number, p.data.reference))));
        names.extend(answers.all(&self.adjustments)?.into_iter().map(|a| (a.id.uuid(), (a.data.number, a.data.reason))));
        Ok(names)
    }
}

/// Numbers and references of documents.
type Names = BTreeMap<Uuid, (String, Option<String>)>;

fn lines(items: Vec<Stored<OpenItem>>, opening: Money, names: &Names) -> Result<(Vec<StatementLine>, Money)> {
    let mut grouped: BTreeMap<LineKey, StatementLine> = BTreeMap::new();
    for item in items {
        let document = match item.kind {
            OpenItemKind::Delivery | OpenItemKind::Return => item.sales_document_id.map(TypedId::uuid),
            OpenItemKind::Payment | OpenItemKind::Transfer => item.payment_id.map(TypedId::uuid),
            OpenItemKind::Opening => Some(item.customer_id.uuid()),
            OpenItemKind::OpeningCredit => Some(item.id.uuid()),
            _ => item.adjustment_id.map(TypedId::uuid),
        };
        let before = item.reference.clone().map(|reference| (reference, item.order_reference.clone()));
        let name = before.or_else(|| document.and_then(|id| names.get(&id)).cloned());
        let line = grouped.entry((item.day, item.posted_at, item.kind, document, item.reference.clone())).or_insert_with(|| StatementLine {
            day: item.day,
            kind: item.kind,
            customer_id: item.customer_id,
            number: name.as_ref().map(|(number, _)| number.clone()),
            reference: name.and_then(|(_, reference)| reference),
            due_day: item.due_day,
            amount: Money::zero(item.currency),
            balance: Money::zero(item.currency),
        });
        line.amount = line.amount.plus(item.amount)?;
        line.due_day = line.due_day.max(item.due_day);
    }
    let mut lines: Vec<_> = grouped.into_values().filter(|line| !line.amount.is_zero()).collect();
    let mut balance = opening;
    for line in &mut lines {
        balance = balance.plus(line.amount)?;
        line.balance = balance;
    }
    Ok((lines, balance))
}
