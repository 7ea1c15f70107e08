//! What a derived field is computed from: as data, so that storage computes it in a sub-select on every engine, and nothing has to be kept up to date.

/// What is computed from a field of the related rows.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Aggregate {
    /// The sum; of no rows zero. A sum beyond the largest number of its type counts as that number, so that no row makes every list fail.
    Sum(&'static str),
    /// The largest value, such as the last day; of no rows null.
    Max(&'static str),
}

impl Aggregate {
    /// The field.
    pub fn field(self) -> &'static str {
        match self {
            Self::Sum(field) | Self::Max(field) => field,
        }
    }
}

/// A condition on the related rows.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Condition {
    /// The field holds this text.
    Is(&'static str, &'static str),
    /// The field is empty.
    Empty(&'static str),
    /// The amount is positive.
    Positive(&'static str),
    /// The field holds the currency of the books: amounts in several currencies do not add up.
    InBooksCurrency(&'static str),
    /// The day is before the caller's current day.
    BeforeToday(&'static str),
    /// The day is the caller's current day or before it: what is dated later does not count yet.
    UpToToday(&'static str),
    /// The day is among the last months up to the caller's current day: on 2026-11-30, twelve months begin on 2025-12-01.
    LastMonths(&'static str, u32),
    /// No row of this relation exists.
    None(&'static str),
}
