//! Stock: what moved, and what there is because of it. Receipts and counts are posted here; deliveries move stock through the same [`StockLedger`].
//!
//! A receipt takes 14 statements on SQLite, `BEGIN` and `COMMIT` included, whatever the number of lines (held by the budget test in `tests/`).

mod entities;
mod ledger;
mod service;

pub use entities::{MovementKind, StockBalance, StockDocument, StockMovement, StockPool, Warehouse};
pub use ledger::{Moved, Origin, StockLedger, StockReads};
pub use service::{CountLine, NewCount, NewReceipt, ReceiptLine, StockPosted, StockService};
pub(crate) use service::{StockDraft, StockLine, StockMove, check_lines, check_text, check_warehouse, line_error, locks, numbered, series, to_json};
