//! Numeric cases of other systems, driven through the public interface.

pub mod receivables;
