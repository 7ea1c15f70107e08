//! The pure plan of a posting: from what was read and what was asked for to the rows to write, for deliveries, returns and credit notes.

use super::{
    DocumentAdjustment, LineCost, PayableRounding, PricedLine, SalesDocument, SalesKind, SalesLine,
    head::{Cover, head_of, take_number},
    lines::{Item, line_of},
    settle::open_items,
};
use crate::{
    costing::SalesSource,
    entity::{Masked, PendingNumber, Stored},
    error::{Error, Result},
    ids::{SalesDocumentId, SalesLineId, SalesOrderId, SalesOrderLineId, WarehouseId},
    num::Money,
    receivables::{Instalment, OpenItem},
    stock::{Moved, MovementKind, Origin, Posting as Moving, StockLedger},
    storage::ChangeSet,
    time::Day,
};

/// What a posting says about itself.
pub(super) struct Posting<'a> {
    pub(super) kind: SalesKind,
    pub(super) cover: Cover<'a>,
    pub(super) reference: Option<&'a String>,
    /// Where goods move; a credit note moves none.
    pub(super) warehouse_id: Option<WarehouseId>,
    pub(super) due_day: Option<Day>,
    /// Instalments that came with the document; none: by the customer's terms.
    pub(super) instalments: &'a [Instalment],
    pub(super) order_id: Option<SalesOrderId>,
    pub(super) reverses_id: Option<SalesDocumentId>,
    pub(super) reason: Option<String>,
    pub(super) payable_rounding: PayableRounding,
    pub(super) adjustments: &'a [DocumentAdjustment],
}

/// A line of a posting: how it is priced, what its goods do, and what it belongs to. Quantities and amounts are positive, whichever way they go.
pub(super) struct Draft<'a> {
    pub(super) item: Item<'a>,
    pub(super) flow: Flow,
    pub(super) lot: Option<String>,
    pub(super) cost: LineCost,
    pub(super) links: Links,
}

/// What the goods of a line do, if it is a stocked product.
#[derive(Clone, Copy)]
pub(super) enum Flow {
    /// Nothing moves.
    Stay,
    /// They go to the customer.
    Leave,
    /// They come back at the cost at which they left.
    ComeBack(Money),
    /// They come back, and nobody knows at which cost they left.
    AreFound,
}

/// Which earlier lines a line belongs to.
#[derive(Clone, Copy, Default)]
pub(super) struct Links {
    pub(super) returned_line_id: Option<SalesLineId>,
    pub(super) credited_line_id: Option<SalesLineId>,
    pub(super) order_line_id: Option<SalesOrderLineId>,
}

/// A planned document; amounts are signed, as on the document.
pub(super) struct Planned {
    pub(super) document_id: SalesDocumentId,
    /// The receivable's instalments in due order, or the credit; none if it came to nothing. The caller settles and writes them.
    pub(super) items: Vec<OpenItem>,
    pub(super) number: PendingNumber,
    pub(super) net: Money,
    pub(super) tax: Money,
    pub(super) gross: Money,
    pub(super) payable: Money,
    pub(super) cost: Money,
}

/// Plans a document: every figure is decided here.
pub(super) fn plan(posting: &Posting<'_>, drafts: Vec<Draft<'_>>, ledger: &mut StockLedger<'_>, changes: &mut ChangeSet) -> Result<Planned> {
    let (items, rest): (Vec<_>, Vec<_>) =
        drafts.into_iter().map(|Draft { item, flow, lot, cost, links }| (item, Terms { flow, lot, cost, links })).unzip();
    let priced = posting.cover.price(&items, posting.adjustments)?;
    let document_id: SalesDocumentId = changes.new_id();
    let mut cost = Money::zero(posting.cover.policy.currency);
    for (line, terms) in priced.lines.iter().zip(rest) {
        let line_id: SalesLineId = changes.new_id();
        let line_cost = move_goods(line, &terms, posting, (document_id, line_id), ledger).map_err(|e| e.with("line", line.line))?;
        cost = cost.plus(line_cost)?;
        insert_line(line, line_cost, terms, posting, (document_id, line_id), changes)?;
    }
    let head = posting.cover.head(&priced, posting.reference, posting.kind.is_credit(), changes)?;
    let signed = |amount: Money| if posting.kind.is_credit() { amount.negated() } else { amount };
    let (name, prefix) = match posting.kind {
        SalesKind::Delivery => ("delivery", "DN"),
        SalesKind::Return => ("return", "RN"),
        SalesKind::CreditNote => ("credit_note", "CN"),
    };
    let (series, number, sequence) = take_number(name, prefix, posting.cover.day, changes);
    let (net, tax, gross, cost) = (head.net, head.tax, head.gross, signed(cost));
    let payable_rounding = posting.payable_rounding.amount(gross)?;
    let payable = gross.plus(payable_rounding)?;
    let document = head_of!(SalesDocument, head, {
        kind: posting.kind,
        number: String::new(),
        series: series,
        sequence: 0,
        warehouse_id: posting.warehouse_id,
        order_id: posting.order_id,
        reverses_id: posting.reverses_id,
        reason: posting.reason.clone(),
        payable_rounding: payable_rounding,
        payable: payable,
        cost: Masked::Shown(cost),
        profit: Masked::Shown(net.minus(cost)?),
    });
    changes.insert_with(&Stored::new(document_id, document), &[("number", &number), ("sequence", &sequence)]);
    let items = open_items(posting, document_id, payable, changes)?;
    Ok(Planned { document_id, items, number, net, tax, gross, payable, cost })
}

/// What a line is beside its price.
struct Terms {
    flow: Flow,
    lot: Option<String>,
    cost: LineCost,
    links: Links,
}

/// Moves the goods of a line, and answers with their cost; a service has none.
fn move_goods(
    line: &PricedLine,
    terms: &Terms,
    posting: &Posting<'_>,
    (document_id, line_id): (SalesDocumentId, SalesLineId),
    ledger: &mut StockLedger<'_>,
) -> Result<Money> {
    let rounding = *ledger.rounding();
    let zero = Money::zero(rounding.currency);
    if matches!(terms.flow, Flow::Stay) {
        return Ok(zero);
    }
    if !ledger.product(line.product_id)?.is_stocked {
        return match terms.cost {
            LineCost::ByMethod => Ok(zero),
            _ => Err(Error::field("cost", "is set, but a service has none")),
        };
    }
    let set_cost = || terms.cost.unit_cost().map(|cost| rounding.times(cost, line.quantity)).transpose();
    let (kind, moved) = match (terms.flow, &terms.cost) {
        (Flow::Leave, LineCost::Direct { .. }) => return set_cost()?.ok_or_else(|| Error::field("cost", "is missing")),
        (Flow::Leave, _) => (MovementKind::Delivery, set_cost()?.map_or(Moved::Issued, Moved::IssuedAt)),
        (Flow::ComeBack(cost), _) => (MovementKind::Return, Moved::BackAt(cost, terms.links.returned_line_id)),
        (Flow::AreFound | Flow::Stay, _) => (MovementKind::Return, Moved::Found),
    };
    let warehouse_id = posting.warehouse_id.ok_or_else(|| Error::field("warehouse_id", "is needed where goods move"))?;
    let customer = &posting.cover.facts.customer;
    let sales = SalesSource { document_id, line_id, customer_id: customer.id, salesperson_id: customer.owner_id };
    let origin = Origin::sales(kind, document_id, posting.cover.day, warehouse_id);
    // A line with a cost of its own is not corrected by the receipt that covers it.
    let sales = (!matches!(moved, Moved::IssuedAt(_))).then_some(sales);
    let moving = Moving { sales, ..Moving::new(line.product_id, line.quantity, moved, line.line) }.lot(terms.lot.as_deref());
    ledger.post(&moving, &origin).map(|posted| posted.cost)
}

fn insert_line(
    line: &PricedLine,
    cost: Money,
    Terms { lot, cost: source, links, .. }: Terms,
    posting: &Posting<'_>,
    (document_id, line_id): (SalesDocumentId, SalesLineId),
    changes: &mut ChangeSet,
) -> Result<()> {
    let signed = |amount: Money| if posting.kind.is_credit() { amount.negated() } else { amount };
    let line = PricedLine {
        quantity: if posting.kind.is_credit() { line.quantity.negated() } else { line.quantity },
        discount: signed(line.discount),
        charge: signed(line.charge),
        amount: signed(line.amount),
        net: signed(line.net),
        revenue: signed(line.revenue),
        tax: signed(line.tax),
        ..line.clone()
    };
    let (cost, revenue) = (signed(cost), line.revenue);
    let line = line_of!(SalesLine, line, {
        document_id: document_id,
        customer_id: posting.cover.facts.customer.id,
        day: posting.cover.day,
        lot: lot,
        cost_source: source.source(),
        cost_reason: source.reason().cloned(),
        components: None,
        cost: Masked::Shown(cost),
        profit: Masked::Shown(revenue.minus(cost)?),
        returned_line_id: links.returned_line_id,
        credited_line_id: links.credited_line_id,
        order_line_id: links.order_line_id,
    });
    changes.insert(&Stored::new(line_id, line));
    Ok(())
}
