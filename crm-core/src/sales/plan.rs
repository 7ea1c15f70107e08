//! The pure plan of deliveries, returns and credit notes: from the request and the rows read to the rows to write.

use super::{
    LineCost,
    head::take_number,
    posting::{Draft, Flow, Links, Posting},
    settle::open_items,
};
use crate::{
    costing::SalesSource,
    documents::{CostSource, KitPart, PricedLine, SalesDocument, SalesKind, SalesLine, head_of, line_of},
    entity::{Masked, PendingNumber, Stored},
    error::{Error, Result},
    ids::{ProductId, SalesDocumentId, SalesLineId},
    num::{Money, Quantity},
    products::{Tracking, explode},
    receivables::OpenItem,
    stock::{ComponentLot, Moved, MovementKind, Origin, Posting as Moving, StockLedger},
    storage::ChangeSet,
};

/// A planned document; amounts signed as on the document.
pub(super) struct Planned {
    pub(super) document_id: SalesDocumentId,
    /// The receivable's instalments in due order, or the credit; empty if the payable amount is zero. The caller settles and writes them.
    pub(super) items: Vec<OpenItem>,
    pub(super) number: PendingNumber,
    pub(super) net: Money,
    pub(super) tax: Money,
    pub(super) gross: Money,
    pub(super) payable: Money,
    pub(super) cost: Money,
    /// The lines, with positive amounts.
    pub(super) lines: Vec<PricedLine>,
    /// The cost of their goods; none for services.
    pub(super) costs: Vec<Option<Money>>,
    /// Whether net, tax, gross or the payable amount is negative, before the signs of a return or credit note.
    pub(super) is_in_favour: bool,
}

/// Plans a document; all figures are decided here.
pub(super) fn plan(posting: &Posting<'_>, drafts: Vec<Draft<'_>>, ledger: &mut StockLedger<'_>, changes: &mut ChangeSet) -> Result<Planned> {
    let (items, rest): (Vec<_>, Vec<_>) = drafts
        .into_iter()
        .map(|Draft { item, flow, lot, component_lots, cost, kit, withheld, links }| {
            (item, Terms { flow, lot, component_lots, cost, kit, withheld, links })
        })
        .unzip();
    let priced = posting.terms.price(&items, posting.allowance_charges)?;
    let document_id: SalesDocumentId = changes.new_id();
    let mut cost = Money::zero(posting.terms.policy.currency);
    let mut costs = Vec::with_capacity(priced.lines.len());
    for (line, terms) in priced.lines.iter().zip(rest) {
        let line_id: SalesLineId = changes.new_id();
        let moved = move_goods(line, &terms, posting, (document_id, line_id), ledger).map_err(|e| e.with("line", line.line))?;
        cost = cost.plus(moved.cost)?;
        costs.push(moved.has_goods.then_some(moved.cost));
        insert_line(line, moved, terms, posting, (document_id, line_id), changes)?;
    }
    let head = posting.terms.head(&priced, posting.reference, posting.kind.is_credit(), changes)?;
    let signed = |amount: Money| if posting.kind.is_credit() { amount.negated() } else { amount };
    let (name, prefix) = match posting.kind {
        SalesKind::Delivery => ("delivery", "DN"),
        SalesKind::Return => ("return", "RN"),
        SalesKind::CreditNote => ("credit_note", "CN"),
    };
    let (series, number, sequence) = take_number(name, prefix, posting.terms.day, changes);
    let (net, tax, gross, cost) = (head.net, head.tax, head.gross, signed(cost));
    if !posting.kind.is_credit() && posting.reverses_id.is_none() {
        posting.payable_rounding.check(posting.terms.policy.step)?;
    }
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
    let is_in_favour = priced.is_in_favour() || payable.is_negative();
    Ok(Planned { document_id, items, number, net, tax, gross, payable, cost, lines: priced.lines, costs, is_in_favour })
}

/// The parts of a line other than its price.
struct Terms {
    flow: Flow,
    lot: Option<String>,
    component_lots: Vec<ComponentLot>,
    cost: LineCost,
    kit: Option<Vec<KitPart>>,
    withheld: Option<Money>,
    links: Links,
}

/// The result of moving the goods of a line.
struct MovedGoods {
    cost: Money,
    has_goods: bool,
    /// The components of a kit.
    components: Vec<KitPart>,
}

/// Moves the goods of a line, or of a kit's components, and returns their cost; a service has none.
fn move_goods(
    line: &PricedLine,
    terms: &Terms,
    posting: &Posting<'_>,
    ids: (SalesDocumentId, SalesLineId),
    ledger: &mut StockLedger<'_>,
) -> Result<MovedGoods> {
    let zero = Money::zero(ledger.rounding().currency);
    let nothing = MovedGoods { cost: zero, has_goods: false, components: Vec::new() };
    let product = ledger.product(line.product_id)?;
    let (is_kit, is_stocked) = (product.is_kit, product.is_stocked);
    if matches!(terms.flow, Flow::Stay) {
        return Ok(nothing);
    }
    if is_kit {
        return move_kit(line, terms, posting, ids, ledger);
    }
    if !is_stocked {
        return match terms.cost {
            LineCost::ByMethod => Ok(nothing),
            _ => Err(Error::field("cost", "is set, but a service has no cost")),
        };
    }
    if !terms.component_lots.is_empty() {
        return Err(Error::field("component_lots", "are given, but the product is not a kit"));
    }
    let entered = line.entered_quantity.zip(line.entered_unit.as_deref());
    let part = Part { product_id: line.product_id, quantity: line.quantity, line: line.line, entered, lot: terms.lot.as_deref() };
    let cost = move_product(part, terms, terms.flow, posting, ids, ledger)?;
    Ok(MovedGoods { cost, has_goods: true, components: Vec::new() })
}

/// Moves the components of a kit. A returned kit returns the components delivered, at their share of the cost.
fn move_kit(
    line: &PricedLine,
    terms: &Terms,
    posting: &Posting<'_>,
    ids: (SalesDocumentId, SalesLineId),
    ledger: &mut StockLedger<'_>,
) -> Result<MovedGoods> {
    if !matches!(terms.cost, LineCost::ByMethod) {
        return Err(Error::field("cost", "is set, but a kit costs what its components cost"));
    }
    let parts = kit_parts(line, terms, posting, ledger)?;
    if parts.is_empty() {
        return Err(Error::field("product_id", "is a kit without components"));
    }
    let zero = Money::zero(ledger.rounding().currency);
    let mut moved = MovedGoods { cost: zero, has_goods: true, components: Vec::with_capacity(parts.len()) };
    for KitMove { product_id, quantity, flow, lot } in parts {
        if !ledger.product(product_id)?.is_stocked {
            moved.components.push(KitPart { product_id, quantity, cost: zero, lot });
            continue;
        }
        let part = Part { product_id, quantity, line: line.line, entered: None, lot: lot.as_deref() };
        let cost = move_product(part, terms, flow, posting, ids, ledger)?;
        moved.cost = moved.cost.plus(cost)?;
        moved.components.push(KitPart { product_id, quantity, cost, lot });
    }
    Ok(moved)
}

/// A component of a kit, or the part of it in one lot, and how it moves.
struct KitMove {
    product_id: ProductId,
    quantity: Quantity,
    flow: Flow,
    lot: Option<String>,
}

/// The components of a kit line, lot by lot.
fn kit_parts(line: &PricedLine, terms: &Terms, posting: &Posting<'_>, ledger: &StockLedger<'_>) -> Result<Vec<KitMove>> {
    if let Some(parts) = &terms.kit {
        let flow = |cost| if matches!(terms.flow, Flow::LeaveAgain(_)) { Flow::LeaveAgain(cost) } else { Flow::ComeBack(cost) };
        let moved = |part: &KitPart| KitMove {
            product_id: part.product_id,
            quantity: part.quantity,
            flow: flow(part.cost),
            lot: part.lot.clone().or_else(|| terms.lot.clone()),
        };
        // Components already returned do not move.
        return Ok(parts.iter().filter(|part| part.lot.is_none() || part.quantity.is_positive()).map(moved).collect());
    }
    let exploded = explode(line.product_id, line.quantity, posting.kits)?;
    if terms.component_lots.iter().any(|of| !exploded.iter().any(|(product, _)| *product == of.product_id)) {
        return Err(Error::field("component_lots", "contain a product that is not a component of the kit"));
    }
    let mut parts = Vec::with_capacity(exploded.len());
    for (product_id, needed) in exploded {
        let is_serial = ledger.product(product_id)?.tracking == Tracking::Serial;
        let (mut left, own) = (needed, terms.component_lots.iter().filter(|of| of.product_id == product_id));
        let before = parts.len();
        for of in own {
            let quantity = of.quantity.unwrap_or(if is_serial { 1.into() } else { left });
            left = left.minus(quantity)?;
            if !quantity.is_positive() || left.is_negative() {
                let error = Error::field("component_lots", "do not add up to the component's quantity on the line");
                return Err(error.with("component_id", product_id).with("lot", &of.lot));
            }
            parts.push(KitMove { product_id, quantity, flow: terms.flow, lot: Some(of.lot.clone()) });
        }
        if parts.len() == before {
            // A lot given for the line applies to each component.
            let lot = terms.lot.clone().filter(|_| terms.component_lots.is_empty());
            parts.push(KitMove { product_id, quantity: needed, flow: terms.flow, lot });
        } else if !left.is_zero() {
            return Err(Error::field("component_lots", "add up to less than the component's quantity on the line").with("component_id", product_id));
        }
    }
    Ok(parts)
}

/// The part of a line that concerns one product.
struct Part<'p> {
    product_id: ProductId,
    quantity: Quantity,
    line: i64,
    /// Quantity and unit as entered.
    entered: Option<(Quantity, &'p str)>,
    lot: Option<&'p str>,
}

/// Moves one product.
fn move_product(
    part: Part<'_>,
    terms: &Terms,
    flow: Flow,
    posting: &Posting<'_>,
    (document_id, line_id): (SalesDocumentId, SalesLineId),
    ledger: &mut StockLedger<'_>,
) -> Result<Money> {
    let Part { product_id, quantity, line, entered, lot } = part;
    let rounding = *ledger.rounding();
    let set_cost = || {
        let cost = terms.cost.unit_cost().map(|cost| rounding.times(cost, quantity)).transpose()?;
        cost.map_or(Ok(()), |cost| crate::num::check_amount("cost", cost)).map(|()| cost)
    };
    let (kind, moved) = match (flow, &terms.cost) {
        (Flow::Leave, LineCost::Direct { .. }) => return set_cost()?.ok_or_else(|| Error::field("cost", "is missing")),
        (Flow::Leave, _) => (MovementKind::Delivery, set_cost()?.map_or(Moved::Issued, Moved::IssuedAt)),
        (Flow::ComeBack(cost), _) => (MovementKind::Return, Moved::BackAt(cost, terms.links.returned_line_id)),
        (Flow::LeaveAgain(cost), _) => (MovementKind::Delivery, Moved::IssuedAt(cost)),
        (Flow::NonStock(cost), _) => return Ok(cost),
        (Flow::ReturnAtCurrentCost | Flow::Stay, _) => (MovementKind::Return, Moved::Found),
    };
    let warehouse_id = posting.warehouse_id.ok_or_else(|| Error::field("warehouse_id", "is required because goods move"))?;
    let customer = &posting.terms.facts.customer;
    let sales = SalesSource { document_id, line_id, customer_id: customer.id, salesperson_id: customer.owner_id };
    let origin = Origin::sales(kind, (document_id, posting.terms.facts.customer.id), posting.terms.day, warehouse_id);
    // The cost of a line that was set explicitly is not corrected by a later receipt that covers it.
    let sales = (!matches!(moved, Moved::IssuedAt(_))).then_some(sales);
    let moving = Moving { sales, entered, ..Moving::new(product_id, quantity, moved, line) }.lot(lot);
    if let (Flow::Leave, Some(lot)) = (flow, lot) {
        ledger.check_expiry(product_id, lot, (posting.terms.day, line))?;
    }
    ledger.post(&moving, &origin).map(|posted| posted.cost)
}

fn insert_line(
    line: &PricedLine,
    MovedGoods { cost, components, .. }: MovedGoods,
    Terms { flow, lot, cost: source, withheld, links, .. }: Terms,
    posting: &Posting<'_>,
    (document_id, line_id): (SalesDocumentId, SalesLineId),
    changes: &mut ChangeSet,
) -> Result<()> {
    let signed = |amount: Money| if posting.kind.is_credit() { amount.negated() } else { amount };
    let line = PricedLine {
        quantity: if posting.kind.is_credit() { line.quantity.negated() } else { line.quantity },
        entered_quantity: line.entered_quantity.map(|quantity| if posting.kind.is_credit() { quantity.negated() } else { quantity }),
        discount: signed(line.discount),
        charge: signed(line.charge),
        amount: signed(line.amount),
        net: signed(line.net),
        revenue: signed(line.revenue),
        tax: signed(line.tax),
        ..line.clone()
    };
    let (cost, revenue, zero) = (signed(cost), line.revenue, Money::zero(line.currency));
    let line = line_of!(SalesLine, line, {
        document_id: document_id,
        customer_id: posting.terms.facts.customer.id,
        day: posting.terms.day,
        lot: lot,
        cost_source: if matches!(flow, Flow::NonStock(_)) { CostSource::Direct } else { source.source() },
        cost_reason: source.reason().cloned(),
        components: if components.is_empty() { None } else { Some(components) },
        cost: Masked::Shown(cost),
        profit: Masked::Shown(revenue.minus(cost)?),
        returned_line_id: links.returned_line_id,
        credited_line_id: links.credited_line_id,
        order_line_id: links.order_line_id,
        withheld: withheld.map_or(zero, signed),
    });
    changes.insert(&Stored::new(line_id, line));
    Ok(())
}
