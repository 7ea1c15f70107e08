//! Acts of selling: quotes through their revisions to orders, deliveries with and without an order, returns, credits, reversals.

use super::{Failure, Kept, MAIN, PARTS, Stream, YARD, hundredths, money, pieces};
use chrono::Days;
use crm_core::{
    ids::{CustomerId, QuoteId, QuoteRevisionId, SalesDocumentId, SalesLineId, SalesOrderId},
    num::Rate,
    receivables::{Instalment, NewPayment},
    sales::{
        Acceptance, AllowanceCharge, CloseOrder, CloseQuote, CreditLine, LineItem, NewCreditNote, NewDelivery, NewOrder, NewQuote, NewReturn, Offer,
        OfferedPart, OrderDelivery, OrderedPart, QuoteChange, QuoteLine, QuoteOutcome, Release, Reserve, ReturnLine, Reversal, SalesLine,
        SalesOrderLine, SalesPosted,
    },
    time::Day,
};

/// A quote whose latest revision can be accepted.
struct Quote {
    id: QuoteId,
    revision: QuoteRevisionId,
    /// Products and what of them is not ordered yet.
    lines: Counts,
    is_taken: bool,
}

/// An order that nobody has closed.
struct Order {
    id: SalesOrderId,
    customer: CustomerId,
    /// Products and what of them is not delivered yet.
    lines: Counts,
    /// How much of each line is reserved in the main warehouse, and before which day it expires.
    kept: Vec<i64>,
    kept_until: Option<Day>,
}

/// A delivery whose goods may be returned.
struct Delivery {
    document: SalesDocumentId,
    customer: CustomerId,
    warehouse: usize,
    lines: Vec<Out>,
    order: Option<SalesOrderId>,
    is_credited: bool,
}

/// A delivered line.
struct Out {
    good: usize,
    count: i64,
    lot: Option<String>,
    /// Its line of the order.
    of: Option<usize>,
}

/// The stream's own record of quotes, orders and deliveries.
#[derive(Default)]
pub(super) struct Known {
    quotes: Vec<Quote>,
    orders: Vec<Order>,
    deliveries: Vec<Delivery>,
}

type Told = Result<Option<String>, Failure>;

/// Products, and how much of each.
type Counts = Vec<(usize, i64)>;

impl Stream<'_> {
    /// Lines of an offer: products, each once, at prices above cost, some with a discount.
    fn offered(&mut self) -> Result<(Counts, Vec<LineItem>), Failure> {
        let (mut known, mut items): (Counts, Vec<LineItem>) = (Vec::new(), Vec::new());
        for _ in 0..self.dice.within(1, 3) {
            let Some(good) = self.dice.place_where(&self.goods, |g| g.kept != Kept::Ahead) else { continue };
            if known.iter().any(|(known, _)| *known == good) {
                continue;
            }
            let count = i64::from(self.dice.within(2, 12));
            items.push(self.item(good, count)?);
            known.push((good, count));
        }
        Ok((known, items))
    }

    fn item(&mut self, good: usize, count: i64) -> Result<LineItem, Failure> {
        let (id, cost) = self.goods.get(good).map(|g| (g.id, g.cost)).ok_or("there is no such product")?;
        let item = LineItem::new(id, pieces(count)?, hundredths(cost * 2 + self.dice.below(99))?);
        Ok(if self.dice.once_in(3) { item.less(Rate::parse("7.5")?) } else { item })
    }

    fn offer(&mut self) -> Result<(Counts, Offer), Failure> {
        let (known, items) = self.offered()?;
        let until = self.day.checked_add_days(Days::new(400)).unwrap_or(self.day);
        let mut offer = Offer::new(self.day, until, items);
        if self.dice.once_in(3) && self.is_all_standard(&known) {
            offer.allowance_charges.push(AllowanceCharge::allowance("welcome", money(self.dice.within(1, 150))?, "S"));
        }
        Ok((known, offer))
    }

    /// Whether everything is taxed at the standard rate.
    fn is_all_standard(&self, lines: &[(usize, i64)]) -> bool {
        lines.iter().all(|(good, _)| self.goods.get(*good).is_some_and(|g| g.kept != Kept::InLots))
    }

    pub(super) async fn quote(&mut self) -> Told {
        let customer_id = self.payer()?;
        let (lines, offer) = self.offer()?;
        let posted = self.session().quotes().create(&NewQuote { customer_id, offer }).await?;
        self.sales.quotes.push(Quote { id: posted.quote_id, revision: posted.revision_id, lines, is_taken: false });
        Ok(Some(posted.number))
    }

    pub(super) async fn revise(&mut self) -> Told {
        let Some(place) = self.dice.place_where(&self.sales.quotes, |q| !q.is_taken) else { return Ok(None) };
        let (lines, offer) = self.offer()?;
        let session = self.session();
        let Some(quote) = self.sales.quotes.get_mut(place) else { return Ok(None) };
        let posted = session.quotes().revise(&QuoteChange { quote_id: quote.id, offer }).await?;
        (quote.revision, quote.lines) = (posted.revision_id, lines);
        Ok(Some(posted.number))
    }

    /// Part of a quote, or the rest of it.
    pub(super) async fn accept(&mut self) -> Told {
        let Some(place) = self.dice.place(&self.sales.quotes) else { return Ok(None) };
        let (whole, session, day) = (self.dice.once_in(2), self.session(), self.day);
        let warehouse_id = Some(self.warehouse(MAIN));
        let Some(quote) = self.sales.quotes.get_mut(place) else { return Ok(None) };
        let written = QuoteLine::revision_id().eq(quote.revision);
        let written = session.quote_lines().list().filter(&written)?.sort(&["line"]).fetch().await?;
        let (mut parts, mut ordered) = (Vec::new(), Vec::new());
        for (line, (good, left)) in written.iter().zip(&mut quote.lines) {
            let count = if whole { *left } else { (*left + 1) / 2 };
            if count > 0 {
                *left -= count;
                parts.push(OfferedPart { line_id: line.id, quantity: pieces(count)? });
                ordered.push((*good, count));
            }
        }
        quote.is_taken = true;
        let acceptance = Acceptance { lines: Some(parts), warehouse_id, ..Acceptance::all(quote.id, day) };
        let posted = session.quotes().accept(&acceptance).await?;
        if quote.lines.iter().all(|(_, left)| *left == 0) {
            self.sales.quotes.remove(place);
        }
        self.keep_order(posted.order_id, ordered).await?;
        Ok(Some(posted.number))
    }

    async fn keep_order(&mut self, id: SalesOrderId, lines: Counts) -> Result<(), Failure> {
        let customer = self.books.session.orders().get(id).await?.customer_id;
        let kept = vec![0; lines.len()];
        self.sales.orders.push(Order { id, customer, lines, kept, kept_until: None });
        Ok(())
    }

    pub(super) async fn lose(&mut self) -> Told {
        let Some(place) = self.dice.place_where(&self.sales.quotes, |q| !q.is_taken) else { return Ok(None) };
        let quote_id = self.sales.quotes.remove(place).id;
        let lost = CloseQuote { quote_id, outcome: QuoteOutcome::Lost, reason: "price".to_owned() };
        self.session().quotes().close(&lost).await?;
        Ok(Some("-".to_owned()))
    }

    pub(super) async fn order(&mut self) -> Told {
        let customer = self.payer()?;
        let (known, items) = self.offered()?;
        let order = NewOrder { warehouse_id: Some(self.warehouse(MAIN)), ..NewOrder::new(customer, self.day, items) };
        let posted = self.session().orders().create(&order).await?;
        self.keep_order(posted.order_id, known).await?;
        Ok(Some(posted.number))
    }

    /// An order is partly paid in advance.
    pub(super) async fn prepay(&mut self) -> Told {
        let Some(place) = self.dice.place_where(&self.sales.orders, |o| o.lines.iter().any(|(_, left)| *left > 0)) else { return Ok(None) };
        let Some((order, customer)) = self.sales.orders.get(place).map(|o| (o.id, o.customer)) else { return Ok(None) };
        let payment = NewPayment { order_id: Some(order), ..NewPayment::new(customer, self.day, money(self.dice.within(100, 5_000))?) };
        Ok(Some(self.session().receivables().record_payment(&payment).await?.number))
    }

    /// What one unit of a product moves: itself, the components of a kit, or nothing.
    fn parts(&self, good: usize) -> Vec<(usize, i64)> {
        match self.goods.get(good).map(|g| g.kept) {
            Some(Kept::Kit) => PARTS.to_vec(),
            None | Some(Kept::Not) => Vec::new(),
            Some(_) => vec![(good, 1)],
        }
    }

    /// How much of each product is in a warehouse and not reserved for another order.
    pub(super) fn free(&self, warehouse: usize, own: Option<SalesOrderId>) -> Vec<i64> {
        let mut free: Vec<i64> = self.goods.iter().map(|g| g.on_hand.get(warehouse).copied().unwrap_or_default()).collect();
        let counts = |o: &&Order| warehouse == MAIN && Some(o.id) != own && o.kept_until.is_none_or(|until| self.day < until);
        for order in self.sales.orders.iter().filter(counts) {
            for ((good, _), kept) in order.lines.iter().zip(&order.kept) {
                for (part, each) in self.parts(*good) {
                    if let Some(free) = free.get_mut(part) {
                        *free -= kept * each;
                    }
                }
            }
        }
        free
    }

    /// Takes as much of a product as is wanted and free, with the lot that it comes from.
    fn take(&self, free: &mut [i64], place: usize, wanted: i64) -> Option<(i64, Option<String>)> {
        let good = self.goods.get(place)?;
        let parts = self.parts(place);
        let there = parts.iter().filter_map(|(part, each)| Some(free.get(*part)? / each)).min().unwrap_or(wanted);
        let lot = good.lots.iter().max_by_key(|(_, count)| **count);
        let (count, lot) = match good.kept {
            Kept::InLots => lot.map(|(lot, count)| (wanted.min(there).min(*count), Some(lot.clone())))?,
            _ => (wanted.min(there), None),
        };
        for (part, each) in parts {
            if let Some(free) = free.get_mut(part) {
                *free -= count.max(0) * each;
            }
        }
        (count > 0).then_some((count, lot))
    }

    /// Goods leave (or come back, if negative), as far as the stream tracks them.
    fn left(&mut self, warehouse: usize, lines: &[Out], sign: i64) {
        for line in lines {
            for (part, each) in self.parts(line.good) {
                self.moved(part, warehouse, -sign * line.count * each);
            }
            if let (Some(lot), Some(good)) = (&line.lot, self.goods.get_mut(line.good)) {
                *good.lots.entry(lot.clone()).or_default() -= sign * line.count;
            }
        }
    }

    pub(super) async fn deliver_order(&mut self) -> Told {
        let Some(place) = self.dice.place_where(&self.sales.orders, |o| o.lines.iter().any(|(_, left)| *left > 0)) else { return Ok(None) };
        let Some((id, customer, open)) = self.sales.orders.get(place).map(|o| (o.id, o.customer, o.lines.clone())) else { return Ok(None) };
        let all = self.dice.once_in(2);
        let (mut out, mut free) = (Vec::new(), self.free(MAIN, Some(id)));
        for (of, (good, left)) in open.into_iter().enumerate() {
            let wanted = if all { left } else { (left + 1) / 2 };
            if let Some((count, lot)) = self.take(&mut free, good, wanted) {
                out.push(Out { good, count, lot, of: Some(of) });
            }
        }
        if out.is_empty() {
            return Ok(None);
        }
        let written = SalesOrderLine::order_id().eq(id);
        let written = self.books.session.order_lines().list().filter(&written)?.sort(&["line"]).fetch().await?;
        let mut parts = Vec::new();
        for line in &out {
            let of = line.of.and_then(|of| written.get(of)).ok_or("the order has such a line")?;
            parts.push(OrderedPart { lot: line.lot.clone(), ..OrderedPart::new(of.id, pieces(line.count)?) });
        }
        let posted = self.session().orders().deliver(&OrderDelivery::of(id, self.warehouse(MAIN), self.day, parts)).await?;
        self.ordered_lines(id, &out, 1);
        self.keep_delivery(&posted, customer, MAIN, out, Some(id));
        Ok(Some(posted.number))
    }

    /// Subtracts what was delivered from an order, or adds it back.
    fn ordered_lines(&mut self, id: SalesOrderId, out: &[Out], sign: i64) {
        let Some(order) = self.sales.orders.iter_mut().find(|o| o.id == id) else { return };
        for line in out {
            if let Some((_, left)) = line.of.and_then(|of| order.lines.get_mut(of)) {
                *left -= sign * line.count;
            }
            if let Some(kept) = line.of.and_then(|of| order.kept.get_mut(of)).filter(|_| sign > 0) {
                *kept = (*kept - line.count).max(0);
            }
        }
    }

    fn keep_delivery(&mut self, posted: &SalesPosted, customer: CustomerId, warehouse: usize, lines: Vec<Out>, order: Option<SalesOrderId>) {
        self.left(warehouse, &lines, 1);
        self.sales.deliveries.push(Delivery { document: posted.document_id, customer, warehouse, lines, order, is_credited: false });
    }

    /// Closes an order short, or cancels it.
    pub(super) async fn close_order(&mut self) -> Told {
        let Some(place) = self.dice.place_where(&self.sales.orders, |o| o.lines.iter().any(|(_, left)| *left > 0)) else { return Ok(None) };
        let id = self.sales.orders.remove(place).id;
        self.session().orders().close(&CloseOrder { order_id: id, reason: "no longer wanted".to_owned() }).await?;
        Ok(Some("-".to_owned()))
    }

    /// Reserves what is open of an order, if all of it is free; often for some days only.
    pub(super) async fn reserve(&mut self) -> Told {
        let Some(place) = self.dice.place_where(&self.sales.orders, |o| o.lines.iter().any(|(_, left)| *left > 0)) else { return Ok(None) };
        let kept_until = if self.dice.once_in(2) { self.day.checked_add_days(Days::new(3)) } else { None };
        let Some(order) = self.sales.orders.get(place) else { return Ok(None) };
        let mut free = self.free(MAIN, Some(order.id));
        let stocked = |good: usize| self.goods.get(good).is_some_and(|g| g.kept != Kept::Not);
        for (good, left) in order.lines.iter().filter(|(good, left)| *left > 0 && stocked(*good)) {
            if self.take(&mut free, *good, *left).is_none_or(|(count, _)| count < *left) {
                return Ok(None);
            }
        }
        let kept = order.lines.iter().map(|(good, left)| if stocked(*good) { *left } else { 0 }).collect();
        let expires_at = kept_until.and_then(|day| day.and_hms_opt(9, 0, 0)).map(|nine| nine.and_utc());
        self.session().orders().reserve(&Reserve { order_id: order.id, warehouse_id: Some(self.warehouse(MAIN)), expires_at }).await?;
        if let Some(order) = self.sales.orders.get_mut(place) {
            (order.kept, order.kept_until) = (kept, kept_until);
        }
        Ok(Some("-".to_owned()))
    }

    pub(super) async fn release(&mut self) -> Told {
        let Some(place) = self.dice.place_where(&self.sales.orders, |o| o.kept.iter().any(|kept| *kept > 0)) else { return Ok(None) };
        let session = self.session();
        let Some(order) = self.sales.orders.get_mut(place) else { return Ok(None) };
        session.orders().release(&Release { order_id: order.id }).await?;
        order.kept.fill(0);
        Ok(Some("-".to_owned()))
    }

    pub(super) async fn deliver(&mut self) -> Told {
        let customer = self.payer()?;
        let warehouse = if self.dice.once_in(5) { YARD } else { MAIN };
        let (mut out, mut items): (Vec<Out>, Vec<LineItem>) = (Vec::new(), Vec::new());
        let mut free = self.free(warehouse, None);
        for _ in 0..self.dice.within(1, 4) {
            let Some(good) = self.dice.place_where(&self.goods, |g| g.kept != Kept::Ahead) else { continue };
            let wanted = i64::from(self.dice.within(1, 8));
            if out.iter().any(|o| o.good == good) {
                continue;
            }
            let Some((count, lot)) = self.take(&mut free, good, wanted) else { continue };
            items.push(LineItem { lot: lot.clone(), ..self.item(good, count)? });
            out.push(Out { good, count, lot, of: None });
        }
        if items.is_empty() {
            return Ok(None);
        }
        let delivery = NewDelivery::new(customer, self.warehouse(warehouse), self.day, items);
        let posted = self.session().sales().deliver(&delivery).await?;
        self.keep_delivery(&posted, customer, warehouse, out, None);
        Ok(Some(posted.number))
    }

    /// Sells from the yard goods that may not have been received yet.
    pub(super) async fn deliver_ahead(&mut self) -> Told {
        let customer = self.payer()?;
        let Some(good) = self.dice.place_where(&self.goods, |g| g.kept == Kept::Ahead) else { return Ok(None) };
        let count = i64::from(self.dice.within(5, 25));
        let item = self.item(good, count)?;
        let posted = self.session().sales().deliver(&NewDelivery::new(customer, self.warehouse(YARD), self.day, vec![item])).await?;
        self.keep_delivery(&posted, customer, YARD, vec![Out { good, count, lot: None, of: None }], None);
        Ok(Some(posted.number))
    }

    /// A service in instalments to a customer whose receivables are each settled separately.
    pub(super) async fn sell_on_account(&mut self) -> Told {
        let Some(customer) = self.dice.place(&self.patient).and_then(|place| self.patient.get(place).copied()) else { return Ok(None) };
        let Some(id) = self.goods.iter().find(|g| g.kept == Kept::Not).map(|g| g.id) else { return Ok(None) };
        let line = LineItem { tax_code: Some("R".to_owned()), ..LineItem::new(id, pieces(1)?, hundredths(100 * self.dice.within(20, 90))?) };
        let delivery = NewDelivery::new(customer, self.warehouse(MAIN), self.day, vec![line]);
        let due_day = self.day.checked_add_days(Days::new(20)).unwrap_or(self.day);
        let gross = delivery.lines.first().and_then(|l| l.unit_price.map(|p| p.amount())).unwrap_or_default() * crm_core::num::Decimal::new(11, 1);
        let instalments = vec![Instalment { due_day, amount: crm_core::num::Money::new(gross, super::CURRENCY)? }];
        let posted = self.session().sales().deliver(&NewDelivery { instalments, ..delivery }).await?;
        let item = posted.open_item_id.ok_or("a sale on account is a receivable")?;
        self.keep_owed(customer, posted.document_id, item, posted.payable);
        Ok(Some(posted.number))
    }

    /// The ids of a document's lines, in order.
    async fn written(&self, document: SalesDocumentId) -> Result<Vec<SalesLineId>, Failure> {
        let lines = SalesLine::document_id().eq(document);
        let lines = self.books.session.sales_lines().list().filter(&lines)?.sort(&["line"]).fetch().await?;
        Ok(lines.into_iter().map(|line| line.id).collect())
    }

    pub(super) async fn return_goods(&mut self) -> Told {
        let Some(place) = self.dice.place_where(&self.sales.deliveries, |d| d.lines.iter().any(|l| l.count > 0)) else { return Ok(None) };
        let is_credited = !self.dice.once_in(5);
        let Some(delivery) = self.sales.deliveries.get_mut(place) else { return Ok(None) };
        let Some((line, out)) = delivery.lines.iter_mut().enumerate().find(|(_, out)| out.count > 0) else { return Ok(None) };
        let count = (out.count + 1) / 2;
        out.count -= count;
        let back = Out { good: out.good, count, lot: out.lot.clone(), of: None };
        let (document, customer, warehouse) = (delivery.document, delivery.customer, delivery.warehouse);
        let line_id = self.written(document).await?.get(line).copied().ok_or("the delivery has such a line")?;
        let lines = vec![ReturnLine::linked(line_id, pieces(count)?)];
        let goods = NewReturn::new(customer, self.warehouse(warehouse), self.day, lines);
        let posted = self.session().sales().return_goods(&NewReturn { delivery_id: Some(document), is_credited, ..goods }).await?;
        self.left(warehouse, &[back], -1);
        Ok(Some(posted.number))
    }

    pub(super) async fn take_back_unlinked(&mut self) -> Told {
        let customer = self.payer()?;
        let Some(good) = self.good_with(&[Kept::Plain], MAIN, 1) else { return Ok(None) };
        let Some((product_id, cost)) = self.goods.get(good).map(|g| (g.id, g.cost)) else { return Ok(None) };
        let line = ReturnLine::unlinked(product_id, pieces(1)?, hundredths(cost)?);
        let posted = self.session().sales().return_goods(&NewReturn::new(customer, self.warehouse(MAIN), self.day, vec![line])).await?;
        self.moved(good, MAIN, 1);
        Ok(Some(posted.number))
    }

    /// A small credit on a line of a delivery, once.
    pub(super) async fn credit(&mut self) -> Told {
        let Some(place) = self.dice.place_where(&self.sales.deliveries, |d| !d.is_credited && d.lines.first().is_some_and(|l| l.count > 0)) else {
            return Ok(None);
        };
        let Some(delivery) = self.sales.deliveries.get_mut(place) else { return Ok(None) };
        delivery.is_credited = true;
        let (document, customer) = (delivery.document, delivery.customer);
        let line_id = self.written(document).await?.first().copied().ok_or("the delivery has lines")?;
        let lines = vec![CreditLine::linked(line_id, money(self.dice.within(1, 99))?)];
        let note = NewCreditNote { delivery_id: Some(document), ..NewCreditNote::new(customer, self.day, "scratched", lines) };
        Ok(Some(self.session().sales().credit(&note).await?.number))
    }

    /// Reverses a whole delivery; its order is open for delivery again.
    pub(super) async fn reverse_sale(&mut self) -> Told {
        let orders = &self.sales.orders;
        let stands = |d: &Delivery| d.lines.iter().all(|l| l.count > 0) && d.order.is_none_or(|id| orders.iter().any(|o| o.id == id));
        let Some(place) = self.dice.place_where(&self.sales.deliveries, stands) else { return Ok(None) };
        let delivery = self.sales.deliveries.remove(place);
        let reversal = Reversal { document_id: delivery.document, day: self.day, reason: "never left".to_owned() };
        let posted = self.session().sales().reverse(&reversal).await?;
        self.left(delivery.warehouse, &delivery.lines, -1);
        if let Some(order) = delivery.order {
            self.ordered_lines(order, &delivery.lines, -1);
        }
        Ok(Some(posted.number))
    }
}
