//! Acts that change the value of goods: revaluation, specified and reference costs, late costs, corrected receipts, another costing method. None of
//! them rewrites the cost of a delivery; the part for goods that have left is a variance.

mod add_cost;
mod change_method;
mod correct_price;
mod correct_quantity;
mod draft;
mod revalue;
mod set_unit_cost;
mod specify;

pub use add_cost::AddCost;
pub use change_method::ChangeMethod;
pub use correct_price::CorrectPrice;
pub use correct_quantity::CorrectQuantity;
pub use revalue::Revalue;
pub use set_unit_cost::SetUnitCost;
