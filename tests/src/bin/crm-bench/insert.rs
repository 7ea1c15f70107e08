//! The text of an insert from its columns, so that no column of a statement written by hand stands apart from its value.

/// `INSERT` of one row for SQLite, as one text that is known when the program is compiled.
macro_rules! insert_text {
    (@mark $column:ident) => {
        ", ?"
    };
    ($table:literal, $first:ident $(, $column:ident)*) => {
        concat!(
            "INSERT INTO crm_", $table, " (", stringify!($first) $(, ", ", stringify!($column))*, ") VALUES (?"
            $(, crate::insert::insert_text!(@mark $column))*, ")"
        )
    };
}
pub(crate) use insert_text;

/// `INSERT` of one row for PostgreSQL.
pub(crate) fn row(table: &str, columns: &[&str]) -> String {
    let marks: Vec<_> = (1..=columns.len()).map(|number| format!("${number}")).collect();
    format!("INSERT INTO crm_{table} ({}) VALUES ({})", columns.join(", "), marks.join(", "))
}

/// `INSERT` of a set of rows for PostgreSQL: values that all rows share, then arrays of those that differ, each with its type.
pub(crate) fn rows(table: &str, shared: &[&str], arrays: &[(&str, &str)]) -> String {
    let names: Vec<_> = shared.iter().copied().chain(arrays.iter().map(|(name, _)| *name)).collect();
    let values: Vec<_> = (1..=shared.len()).map(|number| format!("${number}")).collect();
    let arrays: Vec<_> = (shared.len() + 1..).zip(arrays).map(|(number, (_, kind))| format!("${number}::{kind}[]")).collect();
    format!("INSERT INTO crm_{table} ({}) SELECT {}, r.* FROM unnest({}) AS r", names.join(", "), values.join(", "), arrays.join(", "))
}
