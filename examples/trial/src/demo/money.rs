//! Chapter four: payments, a bounced one, an overpayment, and a write-off.

use super::{Failure, Story, eur, plain, refused, tell};
use crm_core::{
    entity::Stored,
    ids::{SalesDocumentId, SalesOrderId},
    receivables::{Allocate, NewCreditAllocation, NewPayment, NewWriteOff, OpenItem, PaymentCancellation, PaymentPosted},
    sales::OrderDelivery,
    time::Day,
};

impl Story<'_> {
    /// The receivables of a document, instalment by instalment.
    pub(super) async fn items_of(&self, document: SalesDocumentId) -> crm_core::Result<Vec<Stored<OpenItem>>> {
        let filter = OpenItem::sales_document_id().eq(Some(document));
        self.session().open_items().list().filter(&filter)?.sort(&["instalment"]).fetch().await
    }

    async fn pay(&self, day: Day, amount: &str) -> crm_core::Result<PaymentPosted> {
        let payment = NewPayment { allocate: Allocate::OldestDue, ..NewPayment::new(self.customer, day, eur(amount)?) };
        let posted = self.session().receivables().record_payment(&NewPayment { method: Some("transfer".to_owned()), ..payment }).await?;
        tell(format!(
            "{}: {amount}, of which {} settles what is due and {} stays as credit",
            posted.number,
            plain(posted.allocated),
            plain(posted.unallocated)
        ));
        Ok(posted)
    }

    async fn tell_status(&self, document: SalesDocumentId, day: Day) -> Result<(), Failure> {
        let settled = self.session().receivables().document_status(document, day).await?.ok_or("the delivery is a receivable")?;
        tell(format!("the delivery is `{}`: {} of {} is settled", settled.status.as_str(), plain(settled.settled), plain(settled.total)));
        Ok(())
    }

    /// The rest of the first instalment is paid.
    pub(super) async fn first_payment(&self, sold: SalesDocumentId) -> Result<PaymentPosted, Failure> {
        let day = self.step("2026-02-18", "The rest of the first instalment is paid")?;
        let first = self.items_of(sold).await?.into_iter().next().ok_or("the delivery has instalments")?;
        let payment = self.pay(day, &plain(first.open)).await?;
        self.tell_status(sold, day).await?;
        Ok(payment)
    }

    /// The payment bounces.
    pub(super) async fn bounce(&self, payment: &PaymentPosted, sold: SalesDocumentId) -> Result<(), Failure> {
        let day = self.step("2026-02-25", "The payment bounces: what it paid is open again, with its due date")?;
        let cancellation = PaymentCancellation { payment_id: payment.payment_id, day, reason: Some("bounced".to_owned()) };
        let posted = self.session().receivables().cancel_payment(&cancellation).await?;
        tell(format!("{} takes {} back", posted.number, payment.number));
        self.tell_status(sold, day).await?;
        refused("to cancel it once more", self.session().receivables().cancel_payment(&cancellation).await)
    }

    /// An overpayment, the rest of the order, and a difference of cents.
    pub(super) async fn settle(&self, order: SalesOrderId) -> Result<(), Failure> {
        let receivables = self.session().receivables();
        let day = self.step("2026-03-20", "It pays 550.00, more than is open")?;
        let paid = self.pay(day, "550.00").await?;

        let day = self.step("2026-03-24", "The rest of the order is delivered, and its credit is set against it")?;
        let posted = self.session().orders().deliver(&OrderDelivery::all(order, self.books.warehouse, day)).await?;
        self.show_posted(&[&posted]);
        let spend =
            NewCreditAllocation { customer_id: self.customer, credit_id: paid.open_item_id, allocate: Allocate::OldestDue, debtors: Vec::new(), day };
        let used = receivables.allocate_credit(&spend).await?.map(plain).unwrap_or_default();
        let state = self.session().orders().status(order).await?.order.state;
        tell(format!("{used} of credit is used; the order is `{}`", state.as_str()));

        let day = self.step("2026-04-20", "An instalment is paid 0.30 short, which is written off")?;
        let items = self.items_of(posted.document_id).await?;
        let first = items.first().ok_or("the delivery has instalments")?;
        self.pay(day, &plain(first.open.minus(eur("0.30")?)?)).await?;
        let off =
            NewWriteOff { customer_id: self.customer, item_id: first.id, amount: eur("0.30")?, day, reason: Some("small difference".to_owned()) };
        let written_off = receivables.write_off(&off).await?;
        tell(format!("{} gives up 0.30, within what the company tolerates", written_off.number));
        refused("to write off more than is open", receivables.write_off(&off).await)?;
        let order_status = receivables.order_status(self.customer, order, self.session().orders().get(order).await?.gross, day).await?;
        self.show_instalments(posted.document_id).await?;
        tell(format!("the order is `{}`: {} of {} is settled", order_status.status.as_str(), plain(order_status.settled), plain(order_status.total)));
        Ok(())
    }
}
