//! Costing strategies.

/// The name of the moving weighted average.
pub const MOVING_AVERAGE: &str = "moving_average";
