//! What is asked of storage: filters, sorts, pages and reports.
//!
//! A [`Filter`] is what a person or a program writes. It is checked against the declaration and the caller's permit into a
//! [`Predicate`] (columns and typed values), which is evaluated in memory here and translated to SQL by `crm-storage-sql`, with the
//! same result. A [`Select`] or [`Report`] cannot be made without a [`Permit`](crate::access::Permit): there is no unscoped read, and no step to another
//! entity without the scope of that entity.

mod filter;
mod predicate;
mod report;
mod scope;
mod select;

pub use filter::{Computed, CustomFilter, Field, Filter, Given, Op, Test};
pub use predicate::{Evaluation, Last, Predicate, Related, Source};
pub use report::{Group, Report, ReportPlan};
pub use scope::{Derived, Step};
pub use select::{Cursor, Hidden, Page, Select, SelectPlan, SortKey};

/// One question of a batch.
#[derive(Debug, Clone)]
pub enum Query {
    /// Rows of an entity.
    Select(SelectPlan),
    /// Counts and sums by group.
    Report(ReportPlan),
}
