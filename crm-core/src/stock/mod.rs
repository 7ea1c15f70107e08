//! Stock: what moved, and what there is because of it.

mod entities;

pub use entities::{MovementKind, StockBalance, StockDocument, StockMovement, StockPool, Warehouse};
