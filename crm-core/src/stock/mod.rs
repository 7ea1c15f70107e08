//! Stock: its movements, and the quantities and values derived from them. Receipts, counts, transfers, supplier returns and their corrections are
//! posted here; deliveries move stock through the same [`StockLedger`]. An issued document never changes: a correction is a document that refers to
//! it.
//!
//! A receipt takes 14 statements on SQLite, including `BEGIN` and `COMMIT`, for any number of lines (checked by the budget test in `tests/`); lots,
//! layers and specified costs are read only if a product or warehouse needs them.

mod corrected;
mod costs;
mod count;
mod days;
mod document;
mod draft;
mod entities;
mod layers;
mod ledger;
mod line;
mod lots;
mod open;
mod posting;
mod receive;
mod recost;
mod request;
mod reservation;
mod rests;
mod reverse;
mod service;
mod supplier_return;
mod transfer;

pub use costs::{AddCost, ChangeMethod, CorrectPrice, CorrectQuantity, Revalue, SetUnitCost};
pub use count::{CountLine, NewCount};
pub(crate) use document::NewDocument;
pub use document::StockPosted;
pub use entities::{
    CostBasis, CostCorrection, CostLayer, CostVariance, LotBalance, MovementKind, StockBalance, StockDocument, StockLot, StockMovement, StockPool,
    VarianceKind, Warehouse,
};
pub use ledger::{StockLedger, StockReads};
pub(crate) use line::{Cost, StockLine, StockMove};
pub use lots::{ComponentLot, LotProposal, LotReceiver, LotWarning};
pub use posting::{Goods, Moved, Origin, Posted, Posting};
pub use receive::{NewReceipt, ReceiptLine};
pub use recost::{NewRecost, RecostLine, RecostPreview};
pub(crate) use request::{check_lines, check_text, check_warehouse, line_error, locks, numbered, series};
pub(crate) use reservation::KeptReads;
pub use reservation::{Availability, Reservation};
pub use reverse::Reverse;
pub use supplier_return::{NewSupplierReturn, SupplierReturnLine};
pub use transfer::{NewTransfer, TransferLine};

use crate::act::Session;

/// Stock: receipts, counts, transfers, supplier returns and corrections.
pub struct StockService<'s>(pub(crate) &'s Session<'s>);

impl Session<'_> {
    /// Stock postings and their corrections.
    pub fn stock(&self) -> StockService<'_> {
        StockService(self)
    }
}
