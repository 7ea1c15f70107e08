//! Inserts, updates, counters and locks as SQL: one statement for all rows of an entity, its rows coming in as one set.

use crate::dialect::Dialect;
use crm_core::entity::{EntityDecl, ValueType};

/// The first parameter of the rows; the company stands before it.
const ROWS: usize = 2;

fn columns(decl: &EntityDecl) -> Vec<(&str, ValueType)> {
    decl.columns().iter().map(|c| (c.name.as_str(), c.ty)).collect()
}

fn company<D: Dialect>(dialect: &D) -> String {
    let mut text = String::new();
    dialect.placeholder(&mut text, 1, ValueType::Id);
    text
}

fn of_company<D: Dialect>(dialect: &D) -> String {
    let mut text = String::new();
    dialect.of_company(&mut text, "t");
    text
}

fn rows<D: Dialect>(dialect: &D, columns: &[(&str, ValueType)]) -> String {
    let mut text = String::new();
    dialect.row_source(&mut text, ROWS, "r", columns);
    text
}

fn list(columns: &[(&str, ValueType)], each: impl Fn(&str) -> String) -> String {
    columns.iter().map(|(name, _)| each(name)).collect::<Vec<_>>().join(", ")
}

/// Inserts rows.
pub(crate) fn insert<D: Dialect>(dialect: &D, decl: &EntityDecl) -> String {
    let columns = columns(decl);
    let (names, values) = (list(&columns, str::to_owned), list(&columns, |name| format!("r.{name}")));
    format!("INSERT INTO {} (company_id, {names}) SELECT {}, {values} FROM {}", decl.table, company(dialect), rows(dialect, &columns))
}

/// Replaces rows whose stored version is one below the new one. An entity without a version is never updated.
pub(crate) fn update<D: Dialect>(dialect: &D, decl: &EntityDecl) -> String {
    let columns = columns(decl);
    let key: Vec<_> = decl.key().iter().filter_map(|k| columns.get(*k).copied()).collect();
    let changing: Vec<_> = columns.iter().filter(|c| !key.contains(c)).copied().collect();
    let set = list(&changing, |name| format!("{name} = r.{name}"));
    let same = key.iter().map(|(name, _)| format!(" AND t.{name} = r.{name}")).collect::<String>();
    let (table, company, rows) = (decl.table, of_company(dialect), rows(dialect, &columns));
    let version = if decl.kind.is_versioned() { " AND t.version = r.version - 1" } else { " AND FALSE" };
    format!("UPDATE {table} AS t SET {set} FROM {rows} WHERE {company}{same}{version}")
}

/// Takes numbers of series, and gives the number that is next in each now.
pub(crate) fn counters<D: Dialect>(dialect: &D, table: &str) -> String {
    let (company, rows) = (company(dialect), rows(dialect, &[("series", ValueType::Text), ("taken", ValueType::Int)]));
    format!(
        "INSERT INTO {table} AS t (company_id, series, next) SELECT {company}, r.series, r.taken + 1 FROM {rows} WHERE TRUE \
         ON CONFLICT (company_id, series) DO UPDATE SET next = t.next + excluded.next - 1 RETURNING series, next"
    )
}

/// Locks rows by the first column of their key, in its order.
pub(crate) fn lock<D: Dialect>(dialect: &D, decl: &EntityDecl, clause: &str) -> Option<String> {
    let key = decl.columns().get(*decl.key().first()?)?;
    let (table, name, company, rows) = (decl.table, &key.name, of_company(dialect), rows(dialect, &[("v", key.ty)]));
    Some(format!("SELECT t.{name} FROM {table} AS t WHERE {company} AND t.{name} IN (SELECT r.v FROM {rows}) ORDER BY t.{name} {clause}"))
}
