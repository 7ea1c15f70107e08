//! Sales.

mod entities;

pub use entities::{SalesDocument, SalesKind, SalesLine, margin};
