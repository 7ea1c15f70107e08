//! Open balances from previous books: receivables by document and instalment, credits and prepayments.
//!
//! Invariant: a document is imported as a whole or not at all, so that a corrected sheet never meets a half-imported one. Each row becomes an open
//! item that counts from the opening day and keeps its document's dates.

use super::{
    OpeningCredit, OpeningReceivable,
    part::Document,
    problem::SourceRow,
    work::{Work, count},
};
use crate::{
    entity::Stored,
    error::Result,
    ids::{CustomerId, OpenItemId, TypedId},
    num::{Decimal, Money},
    receivables::{OpenItem, OpenItemKind},
    time::Day,
};
use chrono::Days;

/// An instalment: its dates and its open amount.
type Part = (Day, Day, Money);

impl Work<'_> {
    /// Receivables, then credits.
    pub(super) fn receivables(&mut self) -> Result<()> {
        let none = Money::zero(self.currency);
        let mut owed = self.report.receivables_amount.unwrap_or(none);
        for document in self.part.documents {
            let Some((customer_id, parts)) = self.document(document) else { continue };
            for part in self.new_parts(customer_id, document, parts) {
                owed = owed.plus(part)?;
            }
        }
        let mut credited = self.report.credits_amount.unwrap_or(none);
        for row in self.part.credits {
            if let Some(amount) = self.credit(row) {
                credited = credited.plus(amount)?;
            }
        }
        (self.report.receivables_amount, self.report.credits_amount) = (Some(owed), Some(credited));
        Ok(())
    }

    /// The instalments of a document, if all its rows are valid; otherwise its valid rows are reported, too.
    fn document(&mut self, document: &Document<'_>) -> Option<(CustomerId, Vec<Part>)> {
        let mut parts = Vec::with_capacity(document.rows.len());
        let (mut customer_id, mut good) = (None, Vec::new());
        for row in &document.rows {
            if let Some((id, part)) = self.part(row, document.rows.first().map(|r| r.value.document_day)) {
                customer_id = Some(id);
                parts.push(part);
                good.push(*row);
            }
        }
        if good.len() < document.rows.len() {
            for row in good {
                self.problem(row, "document", "document_incomplete", "another row of the document has an error", &row.value.document);
            }
            return None;
        }
        Some((customer_id?, parts))
    }

    fn part(&mut self, row: &SourceRow<OpeningReceivable>, first_day: Option<Day>) -> Option<(CustomerId, Part)> {
        let value = &row.value;
        let document = &value.document;
        let customer_id = self.customer_of(row, &value.customer)?;
        let named = crate::text::check_length("reference", document, crate::limits::MAX_TEXT);
        self.accept(row, "document", named, document)?;
        let amount = self.money(value.amount);
        let amount = self.accept(row, "amount", amount, &value.amount.to_string())?;
        if !self.is_in_currency(row, "amount", self.currency) {
            return None;
        }
        if document.trim().is_empty() {
            self.problem(row, "document", "missing", "the document number is missing", document);
            return None;
        }
        if amount.is_zero() {
            self.problem(row, "amount", "zero", "the document has no open amount", document);
            return None;
        }
        if !self.is_in_time(row, "date", value.document_day, document) {
            return None;
        }
        if first_day.is_some_and(|day| day != value.document_day) {
            self.problem(row, "date", "invalid", "the first row of the document has a different date", document);
            return None;
        }
        let due_day = value.due_day.unwrap_or_else(|| self.usual_due_day(&value.customer, value.document_day));
        if due_day < value.document_day {
            self.problem(row, "due_day", "due_before_document", "the due date is before the document date", document);
            return None;
        }
        Some((customer_id, (value.document_day, due_day, amount)))
    }

    fn usual_due_day(&self, customer: &str, day: Day) -> Day {
        let days = self.known.customers.get(customer).map_or(0, |c| c.payment_days.unsigned_abs());
        day.checked_add_days(Days::new(days)).unwrap_or(day)
    }

    /// Plans the instalments of a document that does not exist yet. Returns their amounts.
    fn new_parts(&mut self, customer_id: CustomerId, document: &Document<'_>, mut parts: Vec<Part>) -> Vec<Money> {
        let Some(name) = document.rows.first().map(|r| r.value.document.clone()) else { return Vec::new() };
        let order = |parts: &mut Vec<Part>| parts.sort_by_key(|(day, due, amount)| (*due, *day, amount.amount()));
        order(&mut parts);
        if let Some(known) = self.known.documents.get(&(customer_id, name.clone())) {
            let mut stored: Vec<Part> = known.iter().map(|i| (i.document_day, i.due_day, i.amount)).collect();
            order(&mut stored);
            for row in &document.rows {
                if stored == parts {
                    self.is_unchanged();
                } else {
                    self.problem(row, "document", "already_posted", "the document is open with different dates or amounts", &row.value.document);
                }
            }
            return Vec::new();
        }
        let salesperson_id = self.known.customers.get(document.customer).and_then(|c| c.owner_id);
        for ((document_day, due_day, amount), instalment) in parts.iter().zip(1_i64..) {
            let item = OpenItem {
                salesperson_id,
                reference: Some(name.clone()),
                instalment,
                document_day: *document_day,
                due_day: *due_day,
                ..OpenItem::new(OpenItemKind::Opening, customer_id, self.day, *amount, self.changes.context().at)
            };
            let item = Stored::new(self.changes.new_id(), item);
            self.changes.insert(&item);
            count(&mut self.report.receivables_created);
        }
        parts.into_iter().map(|(_, _, amount)| amount).collect()
    }

    /// Plans a credit that does not exist yet. Returns its amount. A credit with a reference is identified by that and its day; one without, by all
    /// its fields, and as many are created as there are equal rows.
    fn credit(&mut self, row: &SourceRow<OpeningCredit>) -> Option<Money> {
        let OpeningCredit { customer, day, amount, reference, order } = &row.value;
        let customer_id = self.customer_of(row, customer)?;
        for (field, text) in [("reference", reference), ("order", order)] {
            let checked = crate::text::check_length(field, text.as_deref().unwrap_or_default(), crate::limits::MAX_TEXT);
            self.accept(row, field, checked, customer)?;
        }
        let money = self.money(*amount);
        let money = self.accept(row, "amount", money, &amount.to_string())?;
        if !self.is_in_currency(row, "amount", self.currency) {
            return None;
        }
        if *amount <= Decimal::ZERO {
            let code = if amount.is_zero() { "zero" } else { "negative" };
            self.problem(row, "amount", code, "a credit must be a positive amount", customer);
            return None;
        }
        if !self.is_in_time(row, "date", *day, customer) {
            return None;
        }
        if let Some(reference) = reference
            && !self.referenced.insert((customer_id, *day, reference.clone()))
        {
            self.problem(row, "reference", "duplicate_code", "the customer's credit with this day and reference appears twice", reference);
            return None;
        }
        let known = self.known.credits.entry(customer_id).or_default();
        let is_same =
            |i: &Stored<OpenItem>| (i.document_day, i.amount, &i.reference, &i.order_reference) == (*day, money.negated(), reference, order);
        if let Some(at) = known.iter().position(is_same) {
            let found = known.swap_remove(at);
            self.known.met.insert(found.id.uuid());
            self.is_unchanged();
            return None;
        }
        if reference.is_some() && known.iter().any(|i| i.document_day == *day && i.reference == *reference) {
            let text = reference.clone().unwrap_or_default();
            self.problem(row, "reference", "already_posted", "the credit exists with a different amount or order", &text);
            return None;
        }
        let item = OpenItem {
            salesperson_id: self.known.customers.get(customer).and_then(|c| c.owner_id),
            reference: reference.clone(),
            order_reference: order.clone(),
            document_day: *day,
            due_day: *day,
            ..OpenItem::new(OpenItemKind::OpeningCredit, customer_id, self.day, money.negated(), self.changes.context().at)
        };
        let item = Stored::new(self.changes.new_id::<OpenItemId>(), item);
        self.changes.insert(&item);
        self.known.met.insert(item.id.uuid());
        count(&mut self.report.credits_created);
        Some(money)
    }
}
