//! Inserts, updates, counters and locks as SQL: one statement for all rows of an entity, its rows coming in as one set.

use crate::dialect::Dialect;
use crm_core::entity::{EntityDecl, ValueType};

/// The parameter behind the company: the first of the rows, where a statement stands alone.
pub(crate) const ROWS: usize = 2;

/// Parts of a statement that takes a set of rows.
struct Set<'a, D> {
    dialect: &'a D,
    columns: Vec<(&'a str, ValueType)>,
    first: usize,
}

impl<'a, D: Dialect> Set<'a, D> {
    fn of(dialect: &'a D, decl: &'a EntityDecl, first: usize) -> Self {
        Self { dialect, columns: decl.columns().iter().map(|c| (c.name.as_str(), c.ty)).collect(), first }
    }

    fn company(&self) -> String {
        written(|text| self.dialect.placeholder(text, 1, ValueType::Id))
    }

    fn cell(&self, name: &str) -> String {
        let position = self.columns.iter().position(|(column, _)| *column == name).unwrap_or_default();
        written(|text| self.dialect.cell(text, self.first, position, name))
    }

    fn source(&self) -> String {
        written(|text| self.dialect.rows_source(text, self.first, &self.columns))
    }

    fn list(&self, each: impl Fn(&str) -> String) -> String {
        self.columns.iter().map(|(name, _)| each(name)).collect::<Vec<_>>().join(", ")
    }
}

fn written(write: impl FnOnce(&mut String)) -> String {
    let mut text = String::new();
    write(&mut text);
    text
}

/// Inserts rows.
pub(crate) fn insert<D: Dialect>(dialect: &D, decl: &EntityDecl, first: usize) -> String {
    let set = Set::of(dialect, decl, first);
    let (names, company, values, source) = (set.list(str::to_owned), set.company(), set.list(|name| set.cell(name)), set.source());
    // For one row at a time an engine needs no journal of the statement, and knows it by this form.
    let rows = if source.is_empty() { format!("VALUES ({company}, {values})") } else { format!("SELECT {company}, {values}{source}") };
    format!("INSERT INTO {} (company_id, {names}) {rows}", dialect.table(decl.table))
}

/// Replaces rows whose stored version is one below the new one. An entity without a version is never updated.
pub(crate) fn update<D: Dialect>(dialect: &D, decl: &EntityDecl, first: usize) -> String {
    let set = Set::of(dialect, decl, first);
    let key: Vec<&str> = decl.key().iter().filter_map(|k| set.columns.get(*k)).map(|(name, _)| *name).collect();
    let changing = set.columns.iter().map(|(name, _)| *name).filter(|name| !key.contains(name));
    let changed = changing.map(|name| format!("{name} = {}", set.cell(name))).collect::<Vec<_>>().join(", ");
    let same = key.iter().map(|name| format!(" AND t.{name} = {}", set.cell(name))).collect::<String>();
    let company = written(|text| dialect.of_company(text, "t"));
    let version = if decl.kind.is_versioned() { format!(" AND t.version = {} - 1", set.cell("version")) } else { " AND FALSE".to_owned() };
    format!("UPDATE {} AS t SET {changed}{} WHERE {company}{same}{version}", dialect.table(decl.table), set.source())
}

/// Takes numbers of series, and gives the number that is next in each now.
pub(crate) fn counters<D: Dialect>(dialect: &D, table: &str) -> String {
    let columns = vec![("series", ValueType::Text), ("taken", ValueType::Int)];
    let set = Set { dialect, columns, first: ROWS };
    let (company, series, taken, source) = (set.company(), set.cell("series"), set.cell("taken"), set.source());
    format!(
        "INSERT INTO {} AS t (company_id, series, next) SELECT {company}, {series}, {taken} + 1{source} WHERE TRUE \
         ON CONFLICT (company_id, series) DO UPDATE SET next = t.next + excluded.next - 1 RETURNING series, next",
        dialect.table(table)
    )
}

/// Locks rows by the first column of their key, in its order.
pub(crate) fn lock<D: Dialect>(dialect: &D, decl: &EntityDecl, clause: &str) -> Option<String> {
    let key = decl.columns().get(*decl.key().first()?)?;
    let company = written(|text| dialect.of_company(text, "t"));
    let among = written(|text| dialect.among(text, &format!("t.{}", key.name), ROWS, key.ty));
    Some(format!("SELECT t.{0} FROM {1} AS t WHERE {company} AND {among} ORDER BY t.{0} {clause}", key.name, dialect.table(decl.table)))
}

/// Several writes as one statement that counts the rows that each changed.
pub(crate) fn joined(writes: &[String]) -> String {
    let parts: Vec<String> = writes.iter().enumerate().map(|(i, write)| format!("w{i} AS ({write} RETURNING 1)")).collect();
    let counts: Vec<String> = (0..writes.len()).map(|i| format!("(SELECT count(*) FROM w{i})")).collect();
    format!("WITH {} SELECT {}", parts.join(", "), counts.join(", "))
}
