//! The stock operations for callers; each method runs one act.

use super::{
    StockService,
    costs::{AddCost, ChangeMethod, CorrectPrice, CorrectQuantity, Revalue, SetUnitCost},
    count::NewCount,
    document::StockPosted,
    lots::LotReceiver,
    receive::NewReceipt,
    reverse::Reverse,
    supplier_return::NewSupplierReturn,
    transfer::NewTransfer,
};
use crate::{
    documents::SalesLine,
    entity::Value,
    error::{Error, Result},
    ids::{CustomerId, ProductId, SalesDocumentId},
    num::Quantity,
};

impl StockService<'_> {
    /// Posts a receipt.
    ///
    /// # Errors
    /// `access.denied`, `field.invalid`, `reference.missing`, `stock.backdated`, `stock.lot_needed`, `stock.serial_not_one`, `unit.unknown`,
    /// `unit.inexact`, `storage.*`.
    pub async fn receive(&self, receipt: &NewReceipt) -> Result<StockPosted> {
        self.0.run(receipt).await
    }

    /// Posts the differences of a count. A shortage must be on hand, on its day and at the end of every later day.
    ///
    /// # Errors
    /// As [`StockService::receive`], and `stock.insufficient`, `stock.cost_unknown`, `stock.lot_unknown`.
    pub async fn count(&self, count: &NewCount) -> Result<StockPosted> {
        self.0.run(count).await
    }

    /// Moves goods from one warehouse to another; quantities reserved for orders are not available.
    ///
    /// # Errors
    /// As [`StockService::count`].
    pub async fn transfer(&self, transfer: &NewTransfer) -> Result<StockPosted> {
        self.0.run(transfer).await
    }

    /// Returns goods to a supplier; quantities reserved for orders are not available.
    ///
    /// # Errors
    /// As [`StockService::count`], and `return.exceeds_delivery` beyond the quantity of the receipt.
    pub async fn return_to_supplier(&self, back: &NewSupplierReturn) -> Result<StockPosted> {
        self.0.run(back).await
    }

    /// Reverses a stock document at exactly its value. The goods it brought in must still be on hand.
    ///
    /// # Errors
    /// `stock.not_correctable` if it was reversed before, is of a kind that cannot be reversed, covered goods sold before, has corrections that must
    /// be reversed first, or is followed by others that depend on its price; otherwise as [`StockService::count`].
    pub async fn reverse(&self, reverse: &Reverse) -> Result<StockPosted> {
        self.0.run(reverse).await
    }

    /// Returns the deliveries and returns of goods of a lot, within the caller's scope, in the order of days.
    ///
    /// # Errors
    /// `access.denied`, `storage.*`.
    pub async fn receivers_of_lot(&self, product_id: ProductId, lot: &str) -> Result<Vec<LotReceiver>> {
        let of_lot = SalesLine::product_id().eq(product_id).and(SalesLine::lot().eq(Some(lot.to_owned())));
        let rows = self.0.report::<SalesLine>(|r| r.filter(&of_lot)?.by("day")?.by("document_id")?.by("customer_id")?.sum("quantity")).await?;
        let receiver = |row: Vec<Value>| {
            let mut row = row.into_iter();
            let mut next = || row.next().ok_or_else(|| Error::corrupt("a report row is too short"));
            let (day, document, customer) = (next()?.into_day()?, next()?.into_id()?, next()?.into_id()?);
            next()?;
            let quantity = Quantity::total(next()?.into_decimal()?)?;
            Ok(LotReceiver { customer_id: CustomerId(customer), document_id: SalesDocumentId(document), day, quantity })
        };
        rows.into_iter().map(receiver).collect()
    }

    /// Changes the value of stock by an amount.
    ///
    /// # Errors
    /// `stock.nothing_to_revalue` if nothing is on hand; `access.denied`, `field.invalid`, `reference.missing`, `stock.backdated`, `storage.*`.
    pub async fn revalue(&self, revalue: &Revalue) -> Result<StockPosted> {
        self.0.run(revalue).await
    }

    /// Sets the unit cost of a product; without stock, only the reference cost, which is displayed and used for goods without a cost.
    ///
    /// # Errors
    /// As [`StockService::revalue`], except for `stock.nothing_to_revalue`.
    pub async fn set_unit_cost(&self, set: &SetUnitCost) -> Result<StockPosted> {
        self.0.run(set).await
    }

    /// Adds a late cost to a receipt.
    ///
    /// # Errors
    /// `stock.not_correctable` unless it is a receipt that has not been reversed; otherwise as [`StockService::revalue`].
    pub async fn add_cost(&self, cost: &AddCost) -> Result<StockPosted> {
        self.0.run(cost).await
    }

    /// Corrects the price of a receipt line.
    ///
    /// # Errors
    /// As [`StockService::add_cost`].
    pub async fn correct_receipt_price(&self, correct: &CorrectPrice) -> Result<StockPosted> {
        self.0.run(correct).await
    }

    /// Corrects the quantity of a receipt line.
    ///
    /// # Errors
    /// As [`StockService::add_cost`], and `stock.insufficient`.
    pub async fn correct_receipt_quantity(&self, correct: &CorrectQuantity) -> Result<StockPosted> {
        self.0.run(correct).await
    }

    /// Changes the costing method of a product.
    ///
    /// # Errors
    /// `costing.unknown`, `stock.lot_needed` for costing by lot if the product is not tracked by lot; otherwise as [`StockService::revalue`].
    pub async fn change_method(&self, change: &ChangeMethod) -> Result<StockPosted> {
        self.0.run(change).await
    }
}
