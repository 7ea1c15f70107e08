//! Chapter three: costs that become known later, and returned goods.

use super::{Failure, Story, eur, on, plain, price, quantity, show, tell};
use crate::summary::new_table;
use crm_core::{
    customers::Customer,
    ids::{SalesDocumentId, StockDocumentId},
    sales::{CreditLine, LineItem, NewCreditNote, NewDelivery, NewReturn, ReturnLine, SalesDocument},
    stock::{CorrectPrice, NewReceipt, ReceiptLine},
};

impl Story<'_> {
    /// The supplier's invoice has a different price from the receipt.
    pub(super) async fn correct_supplier_price(&self, receipt: &StockDocumentId) -> Result<(), Failure> {
        let day = self.step("2026-02-02", "The supplier's invoice says 6.40 for a lantern instead of 6.00; half of them are sold")?;
        let correction = CorrectPrice { receipt_id: *receipt, line: 1, unit_cost: price("6.40")?, day, reference: Some("Invoice 88".to_owned()) };
        let posted = self.session().stock().correct_receipt_price(&correction).await?;
        let (amount, value) = (posted.amount.map(plain).unwrap_or_default(), posted.value.map(plain).unwrap_or_default());
        tell(format!("{}: {amount} in all, {value} of it into what is still there", posted.number));
        for variance in self.session().cost_variances().list().sort(&["day"]).fetch().await? {
            let amount = variance.amount.shown().map(plain).unwrap_or_default();
            tell(format!("variance `{}`: {amount}; no delivery's profit is rewritten", variance.kind.as_str()));
        }
        self.stock_of_lanterns().await
    }

    /// A credit without goods, and returned goods.
    pub(super) async fn credit_and_return(&self, sold: SalesDocumentId) -> Result<(), Failure> {
        let day = self.step("2026-02-10", "Ten lanterns are scratched: a credit note of 20.00; five come back, at the cost they left with")?;
        let lines = self.lines_of(sold).await?;
        let line_id = lines.first().ok_or("the delivery has lines")?.id;
        let credited = vec![CreditLine::linked(line_id, eur("20")?)];
        let note = NewCreditNote { delivery_id: Some(sold), ..NewCreditNote::new(self.customer, day, "scratched", credited) };
        let credit = self.session().sales().credit(&note).await?;
        let back = vec![ReturnLine::linked(line_id, quantity("5")?)];
        let back = NewReturn { delivery_id: Some(sold), ..NewReturn::new(self.customer, self.books.warehouse, day, back) };
        let returned = self.session().sales().return_goods(&back).await?;
        self.show_posted(&[&credit, &returned]);
        Ok(())
    }

    /// Oil is sold from the yard before it was received.
    pub(super) async fn sell_before_it_came(&self) -> Result<(), Failure> {
        let day = self.step("2026-02-13", "The yard may sell what is still to come: 2 cans of oil are there, 12 are delivered")?;
        let line = ReceiptLine::new(self.goods.oil, quantity("2")?, price("8.00")?);
        self.session().stock().receive(&NewReceipt::new(self.goods.patio, day, vec![line])).await?;
        let hotel = self.session().customers().create(Customer { payment_days: 30, ..Customer::new("C-002", "Hotel Mirador") }).await?.id;
        let line = LineItem::new(self.goods.oil, quantity("12")?, price("20.00")?);
        let posted = self.session().sales().deliver(&NewDelivery::new(hotel, self.goods.patio, day, vec![line])).await?;
        self.show_posted(&[&posted]);
        tell("the ten cans that are missing count at the last known cost of 8.00, for the time being");
        Ok(())
    }

    /// The receipt that covers them.
    pub(super) async fn cover(&self) -> Result<(), Failure> {
        let day = self.step("2026-03-03", "Fifteen cans come in at 10.00: ten were sold already, and are corrected once, on this day")?;
        let line = ReceiptLine::new(self.goods.oil, quantity("15")?, price("10.00")?);
        self.session().stock().receive(&NewReceipt::new(self.goods.patio, day, vec![line])).await?;
        for correction in self.session().cost_corrections().list().sort(&["day"]).fetch().await? {
            let document = self.session().sales_documents().get(correction.sales_document_id).await?;
            let amount = correction.amount.shown().map(plain).unwrap_or_default();
            tell(format!("{} costs {amount} more for {} cans, booked on {}", document.number, correction.quantity, correction.day));
        }
        let pool = self.session().stock_pools().get(self.goods.oil).await?;
        tell(format!("in stock: {} cans, worth {}", pool.quantity, pool.value.shown().map(plain).unwrap_or_default()));
        Ok(())
    }

    /// A forgotten receipt, and the costs that entry in order would have given.
    pub(super) async fn preview_costs(&self) -> Result<(), Failure> {
        let day = self.step("2026-02-20", "A receipt of 18 January turns up: 50 lanterns at 8.00")?;
        let line = ReceiptLine::new(self.goods.lantern, quantity("50")?, price("8.00")?);
        self.session().stock().receive(&NewReceipt::new(self.books.warehouse, on("2026-01-18")?, vec![line])).await?;
        self.stock_of_lanterns().await?;
        tell("issued documents stay; what costing in the order of days would change is shown, and booked only on demand:");
        let preview = self.session().stock().recost_preview(self.goods.lantern, on("2026-01-01")?).await?;
        let mut table = new_table(&["document", "day", "cost", "in order"]);
        for line in &preview.lines {
            let document = self.session().records::<SalesDocument>().get(line.document_id).await?;
            table.add_row([document.number.clone(), line.day.to_string(), plain(line.before), plain(line.after)]);
        }
        table.add_row(["stock".to_owned(), day.to_string(), plain(preview.value_before), plain(preview.value_after)]);
        table.add_row(["variance".to_owned(), day.to_string(), String::new(), plain(preview.variance)]);
        show(&table);
        Ok(())
    }
}
