//! The pure plan of a delivery or return: from what was read and what was asked for to the rows to write.

use super::{LineCost, SalesDocument, SalesKind, SalesLine};
use crate::{
    company::Company,
    costing::SalesSource,
    customers::Customer,
    entity::{Masked, Numbering, PendingNumber, Stored},
    error::{Code, Error, Result},
    ids::{OpenItemId, ProductId, SalesDocumentId, SalesLineId, WarehouseId},
    num::{Money, Quantity, Rate, UnitPrice},
    receivables::{OpenItem, OpenItemKind},
    stock::{Moved, MovementKind, Origin, Posting, StockLedger, line_error, numbered, series},
    storage::ChangeSet,
    tax::{TaxGroup, TaxLine, TaxPolicy, TaxRate, Totals, rate_on, totals},
    time::Day,
};
use chrono::Days;

/// What a document says about itself.
pub(super) struct Head<'a> {
    pub(super) kind: SalesKind,
    pub(super) customer: &'a Stored<Customer>,
    pub(super) warehouse_id: WarehouseId,
    pub(super) day: Day,
    pub(super) due_day: Option<Day>,
    pub(super) reference: Option<&'a String>,
    pub(super) policy: TaxPolicy,
}

/// A line before it is costed; quantities and amounts positive, whichever way the goods go.
pub(super) struct Draft {
    pub(super) product_id: ProductId,
    pub(super) quantity: Quantity,
    pub(super) unit_price: UnitPrice,
    pub(super) text: Option<String>,
    pub(super) tax_code: Option<String>,
    pub(super) lot: Option<String>,
    pub(super) cost: LineCost,
    /// What comes back with it, at which amount and cost.
    pub(super) returned: Option<Returned>,
}

/// The share of a delivered line that comes back.
pub(super) struct Returned {
    pub(super) line_id: SalesLineId,
    pub(super) tax_code: String,
    pub(super) tax_rate: Rate,
    pub(super) net: Money,
    pub(super) tax: Money,
    pub(super) cost: Money,
}

/// A planned document.
pub(super) struct Planned {
    pub(super) document_id: SalesDocumentId,
    pub(super) open_item_id: Option<OpenItemId>,
    pub(super) number: PendingNumber,
    pub(super) net: Money,
    pub(super) tax: Money,
    pub(super) gross: Money,
    pub(super) cost: Money,
}

/// Plans a document: every figure is decided here.
pub(super) fn plan(
    head: &Head<'_>,
    drafts: &[Draft],
    company: &Company,
    rates: &[Stored<TaxRate>],
    ledger: &mut StockLedger<'_>,
    changes: &mut ChangeSet,
) -> Result<Planned> {
    if !head.customer.is_active {
        return Err(Error::field("customer_id", "is no longer active"));
    }
    let taxed = numbered(drafts).map(|(n, draft)| tax_line(n, draft, head, company, rates, ledger)).collect::<Result<Vec<_>>>()?;
    let sums = totals(&taxed, &head.policy)?;
    let document_id: SalesDocumentId = changes.new_id();
    let mut cost = Money::zero(company.currency);
    let amounts = sums.line_nets.iter().zip(&sums.line_taxes).zip(&taxed);
    for ((number, draft), ((net, tax), taxed)) in numbered(drafts).zip(amounts) {
        let line_id = changes.new_id();
        let line_cost = move_goods(number, draft, head, (document_id, line_id), ledger)?;
        cost = cost.plus(line_cost)?;
        insert_line(number, draft, (*net, *tax, line_cost), taxed, head, (document_id, line_id), ledger, changes)?;
    }
    let number = insert_document(head, document_id, &sums, cost, changes)?;
    let open_item_id = insert_open_item(head, document_id, &sums, changes)?;
    Ok(Planned { document_id, open_item_id, number, net: sums.net, tax: sums.tax, gross: sums.gross, cost })
}

fn tax_line(number: i64, draft: &Draft, head: &Head<'_>, company: &Company, rates: &[Stored<TaxRate>], ledger: &StockLedger<'_>) -> Result<TaxLine> {
    if !draft.quantity.is_positive() {
        return Err(line_error(number, "quantity", "is not positive"));
    }
    crate::num::same_currency(draft.unit_price.currency(), company.currency).map_err(|e| e.with("line", number))?;
    let product = ledger.product(draft.product_id)?;
    if !product.is_active && draft.returned.is_none() {
        return Err(line_error(number, "product_id", "is no longer active"));
    }
    if let Some(Returned { net, tax, tax_code, tax_rate, .. }) = &draft.returned {
        return Ok(TaxLine { amount: *net, given_tax: Some(*tax), code: tax_code.clone(), rate: *tax_rate });
    }
    let amount = draft.unit_price.times(draft.quantity, company.money_step, company.rounding)?;
    let codes = [&draft.tax_code, &product.tax_code, &head.customer.tax_code, &company.default_tax_code];
    let (code, rate) = match codes.into_iter().flatten().next() {
        Some(code) => (code.clone(), rate_on(rates, code, head.day).map_err(|e| e.with("line", number))?),
        None => (String::new(), Rate::ZERO),
    };
    Ok(TaxLine { amount, given_tax: None, code, rate })
}

/// Moves the goods of a line, and answers with their cost; a service has none.
fn move_goods(
    number: i64,
    draft: &Draft,
    head: &Head<'_>,
    (document_id, line_id): (SalesDocumentId, SalesLineId),
    ledger: &mut StockLedger<'_>,
) -> Result<Money> {
    let rounding = *ledger.rounding();
    if !ledger.product(draft.product_id)?.is_stocked {
        return match draft.cost {
            LineCost::ByMethod => Ok(Money::zero(rounding.currency)),
            _ => Err(line_error(number, "cost", "is set, but a service has none")),
        };
    }
    let set_cost = || draft.cost.unit_cost().map(|cost| rounding.times(cost, draft.quantity)).transpose();
    let (kind, moved) = match (head.kind, &draft.returned, &draft.cost) {
        (SalesKind::Delivery, _, LineCost::Direct { .. }) => return set_cost()?.ok_or_else(|| line_error(number, "cost", "is missing")),
        (SalesKind::Delivery, _, _) => (MovementKind::Delivery, set_cost()?.map_or(Moved::Issued, Moved::IssuedAt)),
        (SalesKind::Return, Some(returned), _) => (MovementKind::Return, Moved::BackAt(returned.cost, Some(returned.line_id))),
        (SalesKind::Return, None, _) => (MovementKind::Return, Moved::Found),
    };
    let sales = SalesSource { document_id, line_id, customer_id: head.customer.id, salesperson_id: head.customer.owner_id };
    let origin = Origin::sales(kind, document_id, head.day, head.warehouse_id);
    // A line with a cost of its own is not corrected by the receipt that covers it.
    let sales = (!matches!(moved, Moved::IssuedAt(_))).then_some(sales);
    let posting = Posting { sales, ..Posting::new(draft.product_id, draft.quantity, moved, number) }.lot(draft.lot.as_deref());
    ledger.post(&posting, &origin).map(|posted| posted.cost).map_err(|e| e.with("line", number))
}

/// Amounts as a document carries them: those of a return are negative.
fn signed(kind: SalesKind, amount: Money) -> Money {
    match kind {
        SalesKind::Delivery => amount,
        SalesKind::Return => amount.negated(),
    }
}

#[allow(clippy::too_many_arguments, reason = "a line is what the document, the draft, the tax and the cost say, and is made here only")]
fn insert_line(
    number: i64,
    draft: &Draft,
    (net, tax, cost): (Money, Money, Money),
    taxed: &TaxLine,
    head: &Head<'_>,
    (document_id, line_id): (SalesDocumentId, SalesLineId),
    ledger: &StockLedger<'_>,
    changes: &mut ChangeSet,
) -> Result<()> {
    let product = ledger.product(draft.product_id)?;
    let (net, cost) = (signed(head.kind, net), signed(head.kind, cost));
    let line = SalesLine {
        document_id,
        line: number,
        customer_id: head.customer.id,
        day: head.day,
        product_id: draft.product_id,
        product_code: product.code.clone(),
        product_name: draft.text.clone().unwrap_or_else(|| product.name.clone()),
        quantity: if head.kind == SalesKind::Return { draft.quantity.negated() } else { draft.quantity },
        currency: net.currency(),
        unit_price: draft.unit_price,
        net,
        tax_code: taxed.code.clone(),
        tax_rate: taxed.rate,
        tax: signed(head.kind, tax),
        lot: draft.lot.clone(),
        cost_source: draft.cost.source(),
        cost_reason: draft.cost.reason().cloned(),
        cost: Masked::Shown(cost),
        profit: Masked::Shown(net.minus(cost)?),
        returned_line_id: draft.returned.as_ref().map(|r| r.line_id),
    };
    changes.insert(&Stored::new(line_id, line));
    Ok(())
}

fn insert_document(head: &Head<'_>, document_id: SalesDocumentId, sums: &Totals, cost: Money, changes: &mut ChangeSet) -> Result<PendingNumber> {
    let (name, prefix) = match head.kind {
        SalesKind::Delivery => ("delivery", "DN"),
        SalesKind::Return => ("return", "RN"),
    };
    let (series, numbering) = series(name, prefix, head.day);
    let number = changes.next_number(&series, numbering);
    let sequence = PendingNumber { numbering: Numbering::Sequence, ..number.clone() };
    let (net, cost) = (signed(head.kind, sums.net), signed(head.kind, cost));
    let group = |g: &TaxGroup| TaxGroup { base: signed(head.kind, g.base), tax: signed(head.kind, g.tax), ..g.clone() };
    let taxes =
        serde_json::to_value(sums.groups.iter().map(group).collect::<Vec<_>>()).map_err(|e| Error::corrupt("tax groups are no JSON").caused_by(e))?;
    let document = SalesDocument {
        kind: head.kind,
        number: String::new(),
        series,
        sequence: 0,
        day: head.day,
        posted_at: changes.context().at,
        operator_id: changes.context().operator,
        customer_id: head.customer.id,
        customer_code: head.customer.code.clone(),
        customer_name: head.customer.name.clone(),
        salesperson_id: head.customer.owner_id,
        warehouse_id: head.warehouse_id,
        reference: head.reference.cloned(),
        tax_method: head.policy.method,
        rounding: head.policy.rounding,
        prices_include_tax: head.policy.prices_include_tax,
        taxes,
        currency: head.policy.currency,
        net,
        tax: signed(head.kind, sums.tax),
        gross: signed(head.kind, sums.gross),
        cost: Masked::Shown(cost),
        profit: Masked::Shown(net.minus(cost)?),
    };
    changes.insert_with(&Stored::new(document_id, document), &[("number", &number), ("sequence", &sequence)]);
    Ok(number)
}

fn insert_open_item(head: &Head<'_>, document_id: SalesDocumentId, sums: &Totals, changes: &mut ChangeSet) -> Result<Option<OpenItemId>> {
    let amount = signed(head.kind, sums.gross);
    if amount.is_zero() {
        return Ok(None);
    }
    let terms = Days::new(head.customer.payment_days.unsigned_abs());
    let by_terms = || head.day.checked_add_days(terms).ok_or_else(|| Error::new(Code::FieldInvalid, "the due date is out of range"));
    let due_day = match head.kind {
        SalesKind::Delivery => head.due_day.map_or_else(by_terms, Ok)?,
        SalesKind::Return => head.day,
    };
    let item = OpenItem {
        kind: if head.kind == SalesKind::Delivery { OpenItemKind::Delivery } else { OpenItemKind::Return },
        customer_id: head.customer.id,
        sales_document_id: Some(document_id),
        payment_id: None,
        day: head.day,
        due_day,
        currency: amount.currency(),
        amount,
        open: amount,
    };
    let item = Stored::new(changes.new_id(), item);
    changes.insert(&item);
    Ok(Some(item.id))
}
