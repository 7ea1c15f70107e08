//! Costing again.
