//! Stock: what moved, and what there is because of it. Receipts, counts, transfers, supplier returns and corrections of all of them are posted
//! here; deliveries move stock through the same [`StockLedger`]. An issued document never changes: a correction is a document that names it.
//!
//! A receipt takes 14 statements on SQLite, `BEGIN` and `COMMIT` included, whatever the number of lines (held by the budget test in `tests/`);
//! lots, layers and specified costs are asked for only where a product or warehouse needs them.

mod costs;
mod days;
mod entities;
mod layers;
mod ledger;
mod lots;
mod moves;
mod posting;
mod recost;
mod reservation;
mod rests;
mod service;

pub use costs::{AddCost, ChangeMethod, CorrectPrice, CorrectQuantity, Revalue, SetUnitCost};
pub use entities::{
    CostBasis, CostCorrection, CostLayer, CostVariance, LotBalance, MovementKind, StockBalance, StockDocument, StockLot, StockMovement, StockPool,
    VarianceKind, Warehouse,
};
pub use ledger::{StockLedger, StockReads};
pub use lots::{ComponentLot, LotProposal, LotWarning};
pub use moves::{LotReceiver, NewSupplierReturn, NewTransfer, Reverse, SupplierReturnLine, TransferLine};

pub use posting::{Goods, Moved, Origin, Posted, Posting};
pub use recost::{NewRecost, RecostLine, RecostPreview};
pub(crate) use reservation::KeptReads;
pub use reservation::{Availability, Reservation};
pub(crate) use service::{
    Cost, NewDocument, PriceFor, StockLine, StockMove, check_lines, check_text, check_warehouse, line_error, locks, numbered, series,
};
pub use service::{CountLine, NewCount, NewReceipt, ReceiptLine, StockPosted, StockService};
