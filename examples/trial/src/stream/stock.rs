//! Acts on stock: receipts and all their corrections, transfers, counts, supplier returns, revaluations.

use super::{Failure, Good, Kept, MAIN, Stream, YARD, hundredths, money, pieces};
use chrono::Days;
use crm_core::{
    ids::StockDocumentId,
    num::UnitPrice,
    stock::{
        AddCost, CorrectPrice, CorrectQuantity, CountLine, NewCount, NewReceipt, NewRecost, NewSupplierReturn, NewTransfer, ReceiptLine, Revalue,
        Reverse, SetUnitCost, SupplierReturnLine, TransferLine,
    },
};

/// A receipt that is still in force.
struct Receipt {
    document: StockDocumentId,
    lines: Vec<Line>,
    is_corrected: bool,
}

struct Line {
    good: usize,
    count: i64,
    /// Unit cost in hundredths.
    cost: u32,
}

/// The stream's own record of stock documents.
#[derive(Default)]
pub(super) struct Known {
    receipts: Vec<Receipt>,
}

type Told = Result<Option<String>, Failure>;

impl Stream<'_> {
    /// Adds to a product's quantity on hand.
    pub(super) fn moved(&mut self, good: usize, warehouse: usize, count: i64) {
        if let Some(on_hand) = self.goods.get_mut(good).and_then(|g| g.on_hand.get_mut(warehouse)) {
            *on_hand += count;
        }
    }

    /// A product of certain kinds of which at least this much is free.
    pub(super) fn good_with(&mut self, kinds: &[Kept], warehouse: usize, least: i64) -> Option<usize> {
        let free = self.free(warehouse, None);
        let places: Vec<usize> = (0..self.goods.len()).collect();
        let fits = |place: &usize| {
            let is_kind = self.goods.get(*place).is_some_and(|g| kinds.contains(&g.kept));
            is_kind && free.get(*place).is_some_and(|count| *count >= least)
        };
        self.dice.place_where(&places, fits)
    }

    pub(super) async fn receive(&mut self) -> Told {
        let ahead = self.dice.once_in(4);
        let (warehouse, kinds): (usize, &[Kept]) =
            if ahead { (YARD, &[Kept::Ahead]) } else { (MAIN, &[Kept::Plain, Kept::Plain, Kept::Specified, Kept::InLots]) };
        let lot = format!("L{}", self.number);
        let (mut known, mut lines) = (Vec::new(), Vec::new());
        for _ in 0..self.dice.within(1, 3) {
            let Some(good) = self.dice.place_where(&self.goods, |g| kinds.contains(&g.kept)) else { continue };
            let Some(Ok((id, kept, base))) = self.goods.get(good).map(|g| Ok::<_, Failure>((g.id, g.kept, g.cost))) else { continue };
            let (count, cost) = (i64::from(self.dice.within(8, 40)), base + self.dice.below(60));
            let landed = if self.dice.once_in(3) { Some(money(self.dice.within(1, 900))?) } else { None };
            let lot = (kept == Kept::InLots).then(|| lot.clone());
            lines.push(ReceiptLine { landed, lot, ..ReceiptLine::new(id, pieces(count)?, hundredths(cost)?) });
            known.push(Line { good, count, cost });
        }
        let back = u64::from(self.dice.once_in(5)) * 2;
        let day = self.day.checked_sub_days(Days::new(back)).unwrap_or(self.day);
        let posted = self.session().stock().receive(&NewReceipt::new(self.warehouse(warehouse), day, lines)).await?;
        for line in &known {
            self.moved(line.good, warehouse, line.count);
            if let Some(good) = self.goods.get_mut(line.good).filter(|g| g.kept == Kept::InLots) {
                *good.lots.entry(lot.clone()).or_default() += line.count;
            }
        }
        self.stock.receipts.push(Receipt { document: posted.document_id, lines: known, is_corrected: false });
        Ok(Some(posted.number))
    }

    pub(super) async fn transfer(&mut self) -> Told {
        let (from, to) = if self.dice.once_in(2) { (MAIN, YARD) } else { (YARD, MAIN) };
        let Some(good) = self.good_with(&[Kept::Plain, Kept::Specified], from, 3) else { return Ok(None) };
        let Some(id) = self.goods.get(good).map(|g| g.id) else { return Ok(None) };
        let count = i64::from(self.dice.within(1, 3));
        let lines = vec![TransferLine::new(id, pieces(count)?)];
        let transfer = NewTransfer::new(self.warehouse(from), self.warehouse(to), self.day, lines);
        let posted = self.session().stock().transfer(&transfer).await?;
        self.moved(good, from, -count);
        self.moved(good, to, count);
        Ok(Some(posted.number))
    }

    pub(super) async fn count(&mut self) -> Told {
        let fits = |g: &Good| matches!(g.kept, Kept::Plain | Kept::Specified) && g.on_hand.first().is_some_and(|count| *count >= 3);
        let Some(good) = self.dice.place_where(&self.goods, fits) else { return Ok(None) };
        let Some(id) = self.goods.get(good).map(|g| g.id) else { return Ok(None) };
        let size = i64::from(self.dice.within(1, 3));
        let difference = if self.dice.once_in(2) { size } else { -size };
        let lines = vec![CountLine::new(id, pieces(difference)?)];
        let count = NewCount { warehouse_id: self.warehouse(MAIN), day: self.day, reference: Some("count".to_owned()), lines };
        let posted = self.session().stock().count(&count).await?;
        self.moved(good, MAIN, difference);
        Ok(Some(posted.number))
    }

    pub(super) async fn return_to_supplier(&mut self) -> Told {
        let Some(good) = self.good_with(&[Kept::Plain], MAIN, 4) else { return Ok(None) };
        let Some((id, cost)) = self.goods.get(good).map(|g| (g.id, g.cost)) else { return Ok(None) };
        let count = i64::from(self.dice.within(1, 4));
        let credit = Some(hundredths(cost + self.dice.below(50))?);
        let line = SupplierReturnLine { credit, ..SupplierReturnLine::new(id, pieces(count)?) };
        let back = NewSupplierReturn::new(self.warehouse(MAIN), self.day, vec![line]);
        let posted = self.session().stock().return_to_supplier(&back).await?;
        self.moved(good, MAIN, -count);
        Ok(Some(posted.number))
    }

    pub(super) async fn late_cost(&mut self) -> Told {
        let Some(place) = self.dice.place(&self.stock.receipts) else { return Ok(None) };
        let amount = money(self.dice.within(10, 2_000))?;
        let (day, session) = (self.day, self.session());
        let Some(receipt) = self.stock.receipts.get_mut(place) else { return Ok(None) };
        receipt.is_corrected = true;
        let cost = AddCost { receipt_id: receipt.document, lines: Vec::new(), day, amount, reference: Some("freight".to_owned()) };
        Ok(Some(session.stock().add_cost(&cost).await?.number))
    }

    pub(super) async fn correct_price(&mut self) -> Told {
        let Some(place) = self.dice.place(&self.stock.receipts) else { return Ok(None) };
        let more = self.dice.within(1, 40);
        let (day, session) = (self.day, self.session());
        let Some(receipt) = self.stock.receipts.get_mut(place) else { return Ok(None) };
        let Some(line) = receipt.lines.first_mut() else { return Ok(None) };
        line.cost += more;
        let unit_cost: UnitPrice = hundredths(line.cost)?;
        receipt.is_corrected = true;
        let correct = CorrectPrice { receipt_id: receipt.document, line: 1, unit_cost, day, reference: None };
        Ok(Some(session.stock().correct_receipt_price(&correct).await?.number))
    }

    pub(super) async fn correct_quantity(&mut self) -> Told {
        let goods = &self.goods;
        let is_plain = |line: &Line| goods.get(line.good).is_some_and(|g| g.kept == Kept::Plain && g.on_hand.first().is_some_and(|n| *n >= 3));
        let Some(place) = self.dice.place_where(&self.stock.receipts, |r| r.lines.first().is_some_and(is_plain)) else { return Ok(None) };
        let difference = if self.dice.once_in(2) { 2 } else { -2 };
        let (day, session) = (self.day, self.session());
        let Some(receipt) = self.stock.receipts.get_mut(place) else { return Ok(None) };
        let Some(line) = receipt.lines.first_mut().filter(|l| l.count + difference > 0) else { return Ok(None) };
        line.count += difference;
        receipt.is_corrected = true;
        let (good, quantity) = (line.good, pieces(line.count)?);
        let correct = CorrectQuantity { receipt_id: receipt.document, line: 1, quantity, day, reference: None };
        let posted = session.stock().correct_receipt_quantity(&correct).await?;
        self.moved(good, MAIN, difference);
        Ok(Some(posted.number))
    }

    pub(super) async fn reverse_receipt(&mut self) -> Told {
        let goods = &self.goods;
        let there = |receipt: &Receipt, good: usize| {
            let wanted: i64 = receipt.lines.iter().filter(|l| l.good == good).map(|l| l.count).sum();
            goods.get(good).is_some_and(|g| g.kept == Kept::Plain && g.on_hand.first().is_some_and(|n| *n >= wanted))
        };
        let fits = |r: &Receipt| !r.is_corrected && r.lines.iter().all(|line| there(r, line.good));
        let Some(place) = self.dice.place_where(&self.stock.receipts, fits) else { return Ok(None) };
        let receipt = self.stock.receipts.remove(place);
        let reverse = Reverse { document_id: receipt.document, day: self.day, reference: None };
        let posted = self.session().stock().reverse(&reverse).await?;
        receipt.lines.iter().for_each(|line| self.moved(line.good, MAIN, -line.count));
        Ok(Some(posted.number))
    }

    pub(super) async fn revalue(&mut self) -> Told {
        let Some(good) = self.good_with(&[Kept::Plain], MAIN, 1) else { return Ok(None) };
        let Some(product_id) = self.goods.get(good).map(|g| g.id) else { return Ok(None) };
        let amount = money(self.dice.within(1, 300))?;
        let revalue = Revalue { product_id, lot: None, day: self.day, amount, reference: None };
        Ok(Some(self.session().stock().revalue(&revalue).await?.number))
    }

    pub(super) async fn set_cost(&mut self) -> Told {
        let Some(good) = self.dice.place_where(&self.goods, |g| matches!(g.kept, Kept::Plain | Kept::Specified)) else { return Ok(None) };
        let Some((product_id, cost)) = self.goods.get(good).map(|g| (g.id, g.cost)) else { return Ok(None) };
        let unit_cost = hundredths(cost + self.dice.below(80))?;
        let set = SetUnitCost { product_id, lot: None, day: self.day, unit_cost, reference: None };
        Ok(Some(self.session().stock().set_unit_cost(&set).await?.number))
    }

    pub(super) async fn recost(&mut self) -> Told {
        let Some(good) = self.good_with(&[Kept::Plain], MAIN, 1) else { return Ok(None) };
        let Some(product_id) = self.goods.get(good).map(|g| g.id) else { return Ok(None) };
        let from = self.day.checked_sub_days(Days::new(5)).unwrap_or(self.day);
        let recost = NewRecost { product_id, from, day: self.day, reference: None };
        Ok(Some(self.session().stock().recost(&recost).await?.number))
    }
}
