//! Random work on sales: quotes, orders, deliveries, returns, credit notes and reversals.

use super::{Dice, Kind, Known, NAMES, Operation, START, operation};
use chrono::TimeDelta;
use crm_core::{
    customers::Customer,
    entity::Stored,
    ids::WarehouseId,
    num::{Currency, Decimal, Money, MoneyStep, Quantity, UnitPrice},
    products::{Product, ProductUnit},
    receivables::{Allocate, Instalment, OpenItem},
    sales::{
        Acceptance, AllowanceCharge, AllowanceChargeSize, CloseOrder, CloseQuote, CreditLine, LineCost, LineItem, LinkedReturn, NewCreditNote,
        NewDelivery, NewOrder, NewQuote, NewReturn, Offer, OfferedPart, OrderDelivery, OrderState, OrderedPart, PayableRounding, Quote, QuoteChange,
        QuoteLine, QuoteOutcome, QuoteRevision, Release, Reservation, Reserve, ReturnLine, Reversal, SalesDocument, SalesKind, SalesLine, SalesOrder,
        SalesOrderLine, UnlinkedReturn,
    },
    stock::{LotBalance, StockBalance},
    time::Instant,
};

pub(super) const KINDS: &[Kind] = &[
    (14, deliver),
    (8, deliver_with_a_key),
    (5, deliver_in_instalments),
    (10, return_goods),
    (8, credit),
    (5, reverse),
    (8, quote),
    (18, revise),
    (8, accept),
    (5, close_a_quote),
    (8, order),
    (14, deliver_an_order),
    (4, close_an_order),
    (8, reserve),
    (4, release),
    (3, available),
];

impl Known {
    /// A line with something of everything that a line can have.
    fn line(&self, dice: &mut Dice, (product, lot, quantity): (Stored<Product>, Option<String>, Quantity)) -> LineItem {
        let mut line = LineItem { lot, ..LineItem::new(product.id, quantity, dice.price()) };
        match dice.below(20) {
            0 => line.discount_percent = Some(dice.rate(110)),
            1 => line.discount = Some(dice.money()),
            2 => line.charge = Some(dice.money()),
            3 => line.price_quantity = dice.one(&[Quantity::from(100), Quantity::from(7), Quantity::ZERO]),
            4 => line.includes_tax = Some(dice.once_in(2)),
            5 => line.given_net = Some(dice.money()),
            6 => line.tax_code = Some(dice.one(&["S", "R", "S", "R", "R", "X"]).to_owned()),
            7 => line.text = Some(dice.one(&NAMES).to_owned()),
            8 => line.cost = LineCost::Override { unit_cost: dice.price(), reason: dice.one(&["promised", ""]).to_owned() },
            9 => line.cost = LineCost::Direct { unit_cost: dice.price() },
            10 | 11 => {
                let own = self.all::<ProductUnit>().iter().find(|u| u.product_id == product.id).map(|u| u.unit.clone());
                line.unit = own.or_else(|| dice.rarely(4, |_| "crate".to_owned()));
            }
            12 | 13 => line.unit_price = None,
            14 => line = LineItem { discount: Some(dice.money()), ..line.less(dice.rate(50)) },
            _ => {}
        }
        line
    }

    /// Lines of goods that are there, and of services and kits; and where most of them are.
    fn lines(&self, dice: &mut Dice) -> (WarehouseId, Vec<LineItem>) {
        let (product, warehouse, lot, quantity) = self.on_hand(dice);
        let mut lines = vec![self.line(dice, (product, lot, quantity))];
        for _ in 0..dice.below(3) {
            let unstocked: Vec<_> = self.all::<Product>().iter().filter(|p| !p.is_stocked).cloned().collect();
            let goods = if dice.once_in(2) {
                let quantity = dice.some(6);
                (dice.one(&unstocked), None, quantity)
            } else {
                let (product, at, lot, quantity) = self.on_hand(dice);
                if at != warehouse && !dice.once_in(3) {
                    continue;
                }
                (product, lot, quantity)
            };
            lines.push(self.line(dice, goods));
        }
        (if dice.once_in(12) { self.warehouse(dice) } else { warehouse }, lines)
    }

    fn delivery(&self, dice: &mut Dice) -> NewDelivery {
        let (warehouse_id, lines) = self.lines(dice);
        let (customer, on) = (self.customer(dice).id, dice.day());
        NewDelivery {
            reference: dice.maybe(&["a"]).map(str::to_owned),
            allowance_charges: allowance_charges(dice),
            payable_rounding: rounding(dice),
            due_day: dice.rarely(6, |d| if d.once_in(4) { d.day() } else { on.max(d.day()) }),
            instalments: dice.rarely(25, |d| instalments(d, on)).unwrap_or_default(),
            credit_override: dice.once_in(4),
            ..NewDelivery::new(customer, warehouse_id, on, lines)
        }
    }

    fn offer(&self, dice: &mut Dice) -> Offer {
        let (_, lines) = self.lines(dice);
        let lines = lines.into_iter().map(|line| LineItem { lot: None, cost: LineCost::ByMethod, ..line }).collect();
        let valid_until = dice.rarely(2, Dice::day);
        Offer { valid_until, reference: dice.note(), allowance_charges: allowance_charges(dice), ..Offer::new(dice.day(), dice.day(), lines) }
    }

    /// The lines of a delivery, all or some.
    fn delivered(&self, dice: &mut Dice) -> Option<Vec<Stored<SalesLine>>> {
        let of: Vec<_> = self.all::<SalesDocument>().iter().filter(|d| d.kind == SalesKind::Delivery).collect();
        let document = if dice.once_in(2) { of.iter().rev().nth(dice.below(4)).copied() } else { dice.maybe(&of) }?;
        let mut lines: Vec<_> = self.all::<SalesLine>().iter().filter(|l| l.document_id == document.id || dice.once_in(400)).cloned().collect();
        if dice.once_in(3) {
            lines.truncate(1);
        }
        Some(lines).filter(|l| !l.is_empty())
    }

    /// What a credit of documents is set against.
    fn set_against(&self, dice: &mut Dice) -> Option<Allocate> {
        let open: Vec<_> = self.all::<OpenItem>().iter().filter(|i| i.open.is_positive()).collect();
        match dice.below(6) {
            0 => Some(Allocate::Nothing),
            1 => Some(Allocate::OldestDue),
            2 => Some(Allocate::Items(dice.maybe(&open).iter().map(|i| (i.id, i.open)).collect())),
            _ => None,
        }
    }
}

/// Allowances and charges of a document, mostly none.
fn allowance_charges(dice: &mut Dice) -> Vec<AllowanceCharge> {
    let one = |dice: &mut Dice| {
        let (reason, code) = (dice.one(&NAMES), dice.one(&["S", "R", "S", "R", "S", "R", "X"]));
        match dice.below(4) {
            0 => AllowanceCharge::allowance(reason, dice.money(), code),
            1 => AllowanceCharge::charge(reason, dice.money(), code),
            2 => {
                AllowanceCharge { reason: reason.into(), size: AllowanceChargeSize::Amount(dice.money()), tax_code: None, is_split: dice.once_in(2) }
            }
            _ => {
                let (size, tax_code) = (AllowanceChargeSize::Percent(dice.rate(20)), Some(code.to_owned()).filter(|_| dice.once_in(2)));
                AllowanceCharge { reason: reason.into(), size, tax_code, is_split: dice.once_in(2) }
            }
        }
    };
    if dice.once_in(4) { (0..=dice.below(2)).map(|_| one(dice)).collect() } else { Vec::new() }
}

fn rounding(dice: &mut Dice) -> PayableRounding {
    match dice.below(10) {
        0 | 1 => PayableRounding::To(MoneyStep::new(Decimal::new(5, 2)).unwrap()),
        2 => PayableRounding::By(Money::new(dice.decimal(120, 2), Currency::EUR).unwrap()),
        _ => PayableRounding::None,
    }
}

/// Instalments that hardly ever come to the amount of a document.
fn instalments(dice: &mut Dice, from: crm_core::time::Day) -> Vec<Instalment> {
    (0..=dice.below(2)).map(|_| Instalment { due_day: from.max(dice.day()), amount: dice.money() }).collect()
}

fn deliver(known: &mut Known, dice: &mut Dice) -> Option<Operation> {
    Some(operation!("deliver", known.delivery(dice), |s, it| async { s.sales().deliver(&it).await }))
}

/// Deliveries of services alone, which need no stock.
pub(super) fn deliver_services(known: &mut Known, dice: &mut Dice) -> Option<Operation> {
    let services: Vec<_> = known.all::<Product>().iter().filter(|p| !p.is_stocked).map(|p| p.id).collect();
    let lines = (0..=dice.below(4)).map(|_| LineItem::new(dice.one(&services), dice.quantity(12), dice.price())).collect();
    let delivery = NewDelivery::new(dice.one(known.all::<Customer>()).id, known.warehouse(dice), dice.day(), lines);
    Some(operation!("deliver services", delivery, |s, it| async { s.sales().deliver(&it).await }))
}

fn deliver_with_a_key(known: &mut Known, dice: &mut Dice) -> Option<Operation> {
    let again = dice.maybe(&known.keys).filter(|_| dice.once_in(2));
    let (key, delivery) = again.unwrap_or_else(|| (format!("key-{}", dice.below(20)), known.delivery(dice)));
    known.keys.push((key.clone(), delivery.clone()));
    Some(operation!("deliver with a key", (key, delivery), |s, it| async { s.idempotent(it.0).sales().deliver(&it.1).await }))
}

/// Services without tax, paid in parts that mostly come to their price: as long as no policy taxes them.
fn deliver_in_instalments(known: &mut Known, dice: &mut Dice) -> Option<Operation> {
    let untaxed: Vec<_> = known.all::<Customer>().iter().filter(|c| c.tax_code.is_none() && c.is_active).collect();
    let services: Vec<_> = known.all::<Product>().iter().filter(|p| !p.is_stocked && !p.is_kit && p.tax_code.is_none()).collect();
    let (customer, service) = (dice.maybe(&untaxed)?, dice.maybe(&services)?);
    let (whole, part) = (20 + dice.below(80), 1 + dice.below(19));
    let euros = |n: usize| Decimal::from(i64::try_from(n).unwrap());
    let on = dice.day();
    let due = |days: u64| on.checked_add_days(chrono::Days::new(days)).unwrap();
    let part_of = |days: u64, n: usize| Instalment { due_day: due(days), amount: Money::new(euros(n), Currency::EUR).unwrap() };
    let line = LineItem::new(service.id, Quantity::from(1), UnitPrice::new(euros(whole), Currency::EUR).unwrap());
    let rest = whole - part + usize::from(dice.once_in(6));
    let delivery = NewDelivery {
        instalments: vec![part_of(dice.below(40) as u64, part), part_of(40 + dice.below(40) as u64, rest)],
        credit_override: dice.once_in(2),
        ..NewDelivery::new(customer.id, known.warehouse(dice), on, vec![line])
    };
    Some(operation!("deliver in instalments", delivery, |s, it| async { s.sales().deliver(&it).await }))
}

fn return_goods(known: &mut Known, dice: &mut Dice) -> Option<Operation> {
    let on = dice.day();
    let back = match known.delivered(dice).filter(|_| !dice.once_in(5)) {
        Some(lines) => {
            let part = |dice: &mut Dice, whole: Quantity| if dice.once_in(3) { whole } else { dice.some(3).min(whole) };
            let linked = lines.iter().map(|l| ReturnLine::Linked(linked(dice, l, part))).collect();
            let first = lines.first()?;
            let customer_id = if dice.once_in(15) { known.customer(dice).id } else { first.customer_id };
            NewReturn { delivery_id: Some(first.document_id), ..NewReturn::new(customer_id, known.warehouse(dice), on.max(first.day), linked) }
        }
        None => {
            let product = known.product(dice);
            let lot = Known::lot(&product, dice);
            let line = UnlinkedReturn {
                product_id: product.id,
                quantity: dice.quantity(4),
                unit_price: dice.price(),
                lot,
                unit: dice.once_in(4).then(|| dice.one(&["box", "pallet", "pc"]).to_owned()),
                tax_code: dice.once_in(3).then(|| dice.one(&["S", "R", "X"]).to_owned()),
                includes_tax: dice.once_in(3).then(|| dice.once_in(2)),
                sold_on: dice.once_in(3).then(|| dice.day()),
                cost: LineCost::ByMethod,
            };
            NewReturn::new(known.customer(dice).id, known.warehouse(dice), on, vec![ReturnLine::Unlinked(Box::new(line))])
        }
    };
    let (is_credited, redelivers) = (!dice.once_in(5), dice.once_in(4));
    let gives_charges = if dice.once_in(2) { Some(dice.once_in(2)) } else { None };
    let back = NewReturn { is_credited, gives_charges, redelivers, allocate: known.set_against(dice), ..back };
    Some(operation!("take back", back, |s, it| async { s.sales().return_goods(&it).await }))
}

/// A delivered line that comes back: mostly at its price, and of kits now and then a component.
fn linked(dice: &mut Dice, line: &Stored<SalesLine>, part: impl Fn(&mut Dice, Quantity) -> Quantity) -> LinkedReturn {
    let component = line.components.as_ref().filter(|_| dice.once_in(2)).map(|parts| dice.one(parts));
    let quantity = part(dice, component.as_ref().map_or(line.quantity, |part| part.quantity));
    let (net, unit_price) = (dice.once_in(5).then(|| dice.money()), dice.once_in(10).then(|| dice.price()));
    LinkedReturn { component_id: component.as_ref().map(|part| part.product_id), net, unit_price, ..LinkedReturn::new(line.id, quantity) }
}

fn credit(known: &mut Known, dice: &mut Dice) -> Option<Operation> {
    let on = dice.day();
    let note = match known.delivered(dice).filter(|_| dice.once_in(2)) {
        Some(lines) => {
            let part = |dice: &mut Dice, whole: Money| if dice.once_in(3) { whole } else { dice.money().min(whole).unwrap() };
            let linked = lines.iter().map(|l| CreditLine::linked(l.id, part(dice, l.revenue))).collect();
            let first = lines.first()?;
            NewCreditNote {
                delivery_id: Some(first.document_id),
                ..NewCreditNote::new(first.customer_id, on.max(first.day), dice.one(&NAMES), linked)
            }
        }
        None => {
            let (product, quantity) = (known.product(dice), dice.quantity(4));
            let line = known.line(dice, (product, None, quantity));
            NewCreditNote::new(known.customer(dice).id, on, dice.one(&NAMES), vec![CreditLine::free(line)])
        }
    };
    let note = NewCreditNote { allocate: known.set_against(dice), allowance_charges: allowance_charges(dice), ..note };
    Some(operation!("credit", note, |s, it| async { s.sales().credit(&it).await }))
}

fn reverse(known: &mut Known, dice: &mut Dice) -> Option<Operation> {
    let latest: Vec<_> = known.all::<SalesDocument>().iter().rev().take(20).filter(|d| d.kind == SalesKind::Delivery || dice.once_in(3)).collect();
    let document = dice.maybe(&latest)?;
    let reversal = Reversal { document_id: document.id, day: document.day.max(dice.day()), reason: dice.one(&NAMES).to_owned() };
    Some(operation!("reverse a document", reversal, |s, it| async { s.sales().reverse(&it).await }))
}

fn quote(known: &mut Known, dice: &mut Dice) -> Option<Operation> {
    let quote = NewQuote { customer_id: known.customer(dice).id, offer: known.offer(dice) };
    Some(operation!("quote", quote, |s, it| async { s.quotes().create(&it).await }))
}

fn revise(known: &mut Known, dice: &mut Dice) -> Option<Operation> {
    let is_free = |q: &&Stored<crm_core::sales::Quote>| known.all::<SalesOrder>().iter().all(|o| o.quote_id != Some(q.id));
    let open: Vec<_> = known.all::<Quote>().iter().filter(|q| (q.outcome == QuoteOutcome::Open && is_free(q)) || dice.once_in(8)).collect();
    let change = QuoteChange { quote_id: dice.maybe(&open)?.id, offer: known.offer(dice) };
    Some(operation!("revise", change, |s, it| async { s.quotes().revise(&it).await }))
}

/// Whole or in part, the latest revision or another, in time or late.
fn accept(known: &mut Known, dice: &mut Dice) -> Option<Operation> {
    let open: Vec<_> = known.all::<Quote>().iter().filter(|q| q.outcome == QuoteOutcome::Open || dice.once_in(4)).collect();
    let quote = dice.maybe(&open)?;
    let on = if dice.once_in(5) { dice.day() } else { quote.day.max(dice.day()) };
    let number = dice.rarely(4, |d| 1 + i64::try_from(d.below(2)).unwrap());
    let revision = known.all::<QuoteRevision>().iter().find(|r| r.quote_id == quote.id && r.revision == number.unwrap_or(quote.revision));
    let of: Vec<_> = known.all::<QuoteLine>().iter().filter(|l| revision.is_some_and(|r| r.id == l.revision_id)).collect();
    let part = |dice: &mut Dice, l: &Stored<crm_core::sales::QuoteLine>| OfferedPart {
        line_id: l.id,
        quantity: if dice.once_in(3) { l.quantity } else { dice.some(4).min(l.quantity) },
    };
    let lines = dice.rarely(2, |d| of.iter().map(|l| part(d, l)).collect());
    let acceptance = Acceptance {
        revision: number,
        lines,
        reference: dice.note(),
        warehouse_id: dice.rarely(3, |d| known.warehouse(d)),
        credit_override: dice.once_in(4),
        ..Acceptance::all(quote.id, on)
    };
    Some(operation!("accept", acceptance, |s, it| async { s.quotes().accept(&it).await }))
}

fn close_a_quote(known: &mut Known, dice: &mut Dice) -> Option<Operation> {
    let outcome = dice.one(&[QuoteOutcome::Lost, QuoteOutcome::Withdrawn, QuoteOutcome::Open, QuoteOutcome::Open, QuoteOutcome::Accepted]);
    let closed: Vec<_> = known.all::<Quote>().iter().filter(|q| (q.outcome == QuoteOutcome::Open) != (outcome == QuoteOutcome::Open)).collect();
    let quote_id = dice.maybe(&closed)?.id;
    let close = CloseQuote { quote_id, outcome, reason: dice.one(&NAMES).to_owned() };
    Some(operation!("close a quote", close, |s, it| async { s.quotes().close(&it).await }))
}

fn order(known: &mut Known, dice: &mut Dice) -> Option<Operation> {
    let (warehouse, lines) = known.lines(dice);
    let lines = lines.into_iter().map(|line| LineItem { lot: None, cost: LineCost::ByMethod, ..line }).collect();
    let order = NewOrder {
        reference: dice.note(),
        warehouse_id: dice.rarely(2, |_| warehouse),
        requested_day: dice.rarely(3, Dice::day),
        allowance_charges: allowance_charges(dice),
        credit_override: dice.once_in(4),
        ..NewOrder::new(known.customer(dice).id, dice.day(), lines)
    };
    Some(operation!("order", order, |s, it| async { s.orders().create(&it).await }))
}

/// An order with its lines, and a warehouse that has some of the goods.
type Chosen<'k> = (&'k Stored<SalesOrder>, Vec<&'k Stored<SalesOrderLine>>, Option<WarehouseId>);

/// An order, open most of the time.
fn an_order<'k>(known: &'k Known, dice: &mut Dice) -> Option<Chosen<'k>> {
    let open: Vec<_> = known.all::<SalesOrder>().iter().filter(|o| o.state == OrderState::Open || dice.once_in(10)).collect();
    let order = dice.maybe(&open)?;
    let of: Vec<_> = known.all::<SalesOrderLine>().iter().filter(|l| l.order_id == order.id).collect();
    let is_of = |b: &&Stored<StockBalance>| b.quantity.is_positive() && of.iter().any(|l| l.product_id == b.product_id);
    let at = known.all::<StockBalance>().iter().find(is_of).map(|b| b.warehouse_id);
    Some((order, of, at))
}

/// Everything that is open, parts of it, or more than it; from where the goods are, mostly.
fn deliver_an_order(known: &mut Known, dice: &mut Dice) -> Option<Operation> {
    let (order, of, at) = an_order(known, dice)?;
    let warehouse = at.filter(|_| !dice.once_in(5)).unwrap_or_else(|| known.warehouse(dice));
    let part = |dice: &mut Dice, l: &Stored<crm_core::sales::SalesOrderLine>| {
        let quantity = if dice.once_in(3) { l.quantity } else { dice.some(4).min(l.quantity) };
        let there =
            known.all::<LotBalance>().iter().find(|b| b.product_id == l.product_id && b.warehouse_id == warehouse && b.quantity.is_positive());
        let cost = match dice.below(12) {
            0 => LineCost::Direct { unit_cost: dice.price() },
            1 => LineCost::Override { unit_cost: dice.price(), reason: "agreed".to_owned() },
            _ => LineCost::ByMethod,
        };
        OrderedPart { lot: there.map(|b| b.lot.clone()), cost, ..OrderedPart::new(l.id, quantity) }
    };
    let on = if dice.once_in(6) { dice.day() } else { order.day.max(dice.day()) };
    let mut parts: Vec<_> = of.iter().map(|l| part(dice, l)).collect();
    // Of several lots, or one of them twice.
    if let Some(first) = parts.first().filter(|first| first.lot.is_some() && dice.once_in(3)).cloned() {
        let lots: Vec<_> = known.all::<LotBalance>().iter().filter(|b| of.first().is_some_and(|l| l.product_id == b.product_id)).collect();
        let lot = dice.maybe(&lots).map(|b| b.lot.clone());
        parts.push(OrderedPart { lot, quantity: dice.some(3), ..first });
    }
    let whole = dice.once_in(3);
    let delivery = OrderDelivery {
        lines: if whole { None } else { Some(parts) },
        allows_excess: dice.once_in(3),
        payable_rounding: rounding(dice),
        due_day: dice.rarely(6, |d| on.max(d.day())),
        credit_override: dice.once_in(3),
        ..OrderDelivery::all(order.id, warehouse, on)
    };
    Some(operation!("deliver an order", delivery, |s, it| async { s.orders().deliver(&it).await }))
}

/// Some reservations are over soon.
fn reserve(known: &mut Known, dice: &mut Dice) -> Option<Operation> {
    let (order, _, at) = an_order(known, dice)?;
    let reserve = Reserve {
        order_id: order.id,
        warehouse_id: if order.warehouse_id.is_some() && dice.once_in(2) { None } else { at.or_else(|| dice.rarely(2, |d| known.warehouse(d))) },
        expires_at: dice.rarely(3, |d| START.parse::<Instant>().unwrap() + TimeDelta::minutes(i64::try_from(d.below(900)).unwrap())),
    };
    Some(operation!("reserve", reserve, |s, it| async { s.orders().reserve(&it).await }))
}

fn release(known: &mut Known, dice: &mut Dice) -> Option<Operation> {
    let kept: Vec<_> = known.all::<Reservation>().iter().map(|r| r.order_id).collect();
    let order_id = dice.maybe(&kept).or_else(|| dice.maybe(known.all::<SalesOrder>()).map(|o| o.id))?;
    Some(operation!("release", Release { order_id }, |s, it| async { s.orders().release(&it).await }))
}

fn available(known: &mut Known, dice: &mut Dice) -> Option<Operation> {
    let at = START.parse::<Instant>().unwrap() + TimeDelta::minutes(i64::try_from(dice.below(900)).unwrap());
    Some(operation!("available", (known.product(dice).id, at), |s, it| async { s.stock().available(it.0, it.1).await }))
}

fn close_an_order(known: &mut Known, dice: &mut Dice) -> Option<Operation> {
    let close = CloseOrder { order_id: dice.maybe(known.all::<SalesOrder>())?.id, reason: dice.one(&NAMES).to_owned() };
    Some(operation!("close an order", close, |s, it| async { s.orders().close(&it).await }))
}
