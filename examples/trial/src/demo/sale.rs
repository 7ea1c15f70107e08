//! Chapter two: goods are received, a quote becomes an order, the order is delivered in part; and refusals.

use super::{Failure, Story, day_after, eur, plain, price, quantity, refused, show, tell};
use crate::summary::new_table;
use crm_core::{
    ids::{SalesDocumentId, SalesOrderId, StockDocumentId},
    num::{Decimal, Rate},
    receivables::NewPayment,
    sales::{
        Acceptance, LineChange, LineItem, NewDelivery, NewOrder, NewQuote, Offer, OfferedPart, OrderDelivery, OrderedPart, QuoteChange, Reserve,
        SalesPosted, changes_between,
    },
    stock::{NewReceipt, ReceiptLine, StockLot},
};

impl Story<'_> {
    /// Lanterns with freight, a lot of candles.
    pub(super) async fn receive(&self) -> Result<StockDocumentId, Failure> {
        let day = self.step("2026-01-05", "Goods come in: 100 lanterns at 6.00 and 20.00 of freight, 200 candles of lot L-07 at 1.50")?;
        let lanterns = ReceiptLine { landed: Some(eur("20")?), ..ReceiptLine::new(self.goods.lantern, quantity("100")?, price("6.00")?) };
        let candles = ReceiptLine::new(self.goods.candle, quantity("200")?, price("1.50")?);
        let candles = ReceiptLine { lot: Some("L-07".to_owned()), expires_on: Some(super::on("2027-06-30")?), ..candles };
        let receipt = NewReceipt::new(self.books.warehouse, day, vec![lanterns, candles]);
        let posted = self.session().stock().receive(&NewReceipt { reference: Some("Supplier 4711".to_owned()), ..receipt }).await?;
        tell(format!("{} puts {} into stock", posted.number, posted.value.map(plain).unwrap_or_default()));
        self.stock_of_lanterns().await?;
        Ok(posted.document_id)
    }

    /// A quote, its revision, and an order for part of it.
    pub(super) async fn quote_and_order(&self) -> Result<SalesOrderId, Failure> {
        let session = self.session();
        let day = self.step("2026-01-12", "A quote: nothing moves, and what it would earn is known")?;
        let valid_until = super::on("2026-01-31")?;
        let lines = |lanterns: &str| {
            let lantern = LineItem::new(self.goods.lantern, quantity(lanterns)?, price("11.00")?).less(Rate::parse("5")?);
            Ok::<_, crm_core::Error>(vec![lantern, LineItem::new(self.goods.candle, quantity("100")?, price("4.00")?)])
        };
        let offer = Offer::new(day, valid_until, lines("60")?);
        let first = session.quotes().create(&NewQuote { customer_id: self.customer, offer }).await?;
        let before = session.quotes().status(first.quote_id, day).await?.lines;
        let later = day_after(day);
        self.turn_to(later);
        let offer = Offer::new(later, valid_until, lines("80")?);
        let second = session.quotes().revise(&QuoteChange { quote_id: first.quote_id, offer }).await?;
        let status = session.quotes().status(first.quote_id, later).await?;
        let mut table = new_table(&["quote", "revision", "net", "tax", "gross", "expected profit"]);
        for posted in [&first, &second] {
            let profit = posted.expected_profit.map(plain).unwrap_or_default();
            table.add_row([posted.number.clone(), posted.revision.to_string(), plain(posted.net), plain(posted.tax), plain(posted.gross), profit]);
        }
        show(&table);
        let rows =
            |lines: &[(crm_core::entity::Stored<crm_core::sales::QuoteLine>, _)]| lines.iter().map(|(l, _)| l.data.clone()).collect::<Vec<_>>();
        for change in changes_between(&rows(&before), &rows(&status.lines)) {
            if let LineChange { was: Some(was), is: Some(is) } = change {
                tell(format!("revision 2 changes line {}: {} {} instead of {}, at 5 % off", is.line, is.quantity, is.product_name, was.quantity));
            }
        }

        let day = self.step("2026-01-15", "The customer takes all lanterns and 60 of the candles, and clicks twice")?;
        let wanted = [quantity("80")?, quantity("60")?];
        let parts = status.lines.iter().zip(wanted).map(|((line, _), quantity)| OfferedPart { line_id: line.id, quantity }).collect();
        let acceptance = Acceptance { lines: Some(parts), ..Acceptance::all(first.quote_id, day) };
        let order = session.idempotent("click").quotes().accept(&acceptance).await?;
        let again = session.idempotent("click").quotes().accept(&acceptance).await?;
        tell(format!("{}: net {}, gross {}; the second click answers {}", order.number, plain(order.net), plain(order.gross), again.number));
        refused("the same again, as a new request", session.quotes().accept(&acceptance).await)?;
        session.orders().reserve(&Reserve { order_id: order.order_id, warehouse_id: Some(self.books.warehouse), expires_at: None }).await?;
        for (line, _) in status.lines.iter().take(1) {
            let there = session.stock().available(line.product_id, session.orders().get(order.order_id).await?.posted_at).await?;
            for a in there.iter().filter(|a| a.warehouse_id == self.books.warehouse) {
                tell(format!("reserved for it: {} of {} {} on hand; {} are left for others", a.reserved, a.on_hand, line.product_name, a.available));
            }
        }
        let deposit = NewPayment { order_id: Some(order.order_id), ..NewPayment::new(self.customer, day, eur("300")?) };
        let paid = session.receivables().record_payment(&deposit).await?;
        tell(format!("{} of 300.00 is paid in advance ({}) and waits for the order's delivery", plain(paid.unallocated), paid.number));
        Ok(order.order_id)
    }

    /// Part of the order is delivered.
    pub(super) async fn deliver_part(&self, order: SalesOrderId) -> Result<SalesDocumentId, Failure> {
        let day = self.step("2026-01-20", "Fifty lanterns and the candles of the order are delivered")?;
        let lines = self.session().orders().status(order).await?.lines;
        let [lanterns, candles] = lines.as_slice() else { return Err("the order has two lines".into()) };
        let part = OrderedPart::new(candles.id, quantity("60")?);
        let delivery = |lot: Option<&str>| {
            let candles = OrderedPart { lot: lot.map(str::to_owned), ..part.clone() };
            let parts = Ok::<_, crm_core::Error>(vec![OrderedPart::new(lanterns.id, quantity("50")?), candles]);
            parts.map(|parts| OrderDelivery::of(order, self.books.warehouse, day, parts))
        };
        refused("candles without their lot", self.session().orders().deliver(&delivery(None)?).await)?;
        let posted = self.session().orders().deliver(&delivery(Some("L-07"))?).await?;
        self.show_posted(&[&posted]);
        self.show_instalments(posted.document_id).await?;
        tell("the deposit is set against the first instalment");
        self.stock_of_lanterns().await?;
        let lots = self.session().stock_lots().list().filter(&StockLot::lot().eq("L-07".to_owned()))?.fetch().await?;
        for lot in &lots {
            tell(format!("lot {}: {} candles left, worth {}", lot.lot, lot.quantity, lot.value.shown().map(plain).unwrap_or_default()));
        }
        let status = self.session().orders().status(order).await?;
        tell(format!("still to be delivered of the order: {} net", plain(status.open_net)));
        Ok(posted.document_id)
    }

    /// Last prices, and where the rules apply.
    pub(super) async fn refusals(&self) -> Result<(), Failure> {
        let session = self.session();
        let day = self.step("2026-01-22", "What it paid before is offered, and rules hold")?;
        let past = session.pricing().price_history(self.customer, self.goods.lantern, 5).await?;
        for paid in &past {
            let margin = paid.margin.map(|m| format!("{:.1} %", m.saturating_mul(Decimal::ONE_HUNDRED))).unwrap_or_default();
            let price = paid.net_price.amount().normalize();
            tell(format!("{} {}: {} lanterns at {price}, margin {margin}", paid.day, paid.number, paid.quantity));
        }
        let lanterns = |amount: &str| Ok::<_, crm_core::Error>(vec![LineItem::new(self.goods.lantern, quantity(amount)?, price("12.00")?)]);
        let state = session.receivables().credit_state(self.customer, day).await?;
        tell(format!("it owes {}, and {} is ordered and not yet delivered", plain(state.receivables), plain(state.undelivered)));
        let order = NewOrder::new(self.customer, day, lanterns("60")?);
        refused("a further order for 60 lanterns, beyond its credit limit of 1500.00", session.orders().create(&order).await)?;
        let cash = NewDelivery { credit_override: true, ..NewDelivery::new(self.customer, self.books.warehouse, day, lanterns("9999")?) };
        refused("a delivery of 9999 lanterns", session.sales().deliver(&cash).await)
    }

    /// The totals of documents.
    pub(super) fn show_posted(&self, documents: &[&SalesPosted]) {
        let mut table = new_table(&["document", "net", "tax", "gross", "cost"]);
        for posted in documents {
            let cost = posted.cost.map(plain).unwrap_or_default();
            table.add_row([posted.number.clone(), plain(posted.net), plain(posted.tax), plain(posted.gross), cost]);
        }
        show(&table);
    }

    /// The receivables of a document, instalment by instalment.
    pub(super) async fn show_instalments(&self, document: SalesDocumentId) -> Result<(), Failure> {
        let mut table = new_table(&["instalment", "due", "amount", "open"]);
        for item in self.items_of(document).await? {
            table.add_row([item.instalment.to_string(), item.due_day.to_string(), plain(item.amount), plain(item.open)]);
        }
        show(&table);
        Ok(())
    }

    /// The lanterns in stock, and their value.
    pub(super) async fn stock_of_lanterns(&self) -> Result<(), Failure> {
        let pool = self.session().stock_pools().get(self.goods.lantern).await?;
        tell(format!("in stock: {} lanterns, worth {}", pool.quantity, pool.value.shown().map(plain).unwrap_or_default()));
        Ok(())
    }
}
