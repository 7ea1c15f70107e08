//! Inserts, updates, deletes, counters and locks as SQL: one statement for all rows of an entity, with its rows passed as one set.

use crate::dialect::Dialect;
use crm_core::entity::{ColumnRole, EntityDecl, ValueType};
use std::collections::BTreeMap;

/// The first parameter after the company's: the first of the rows, if a statement stands alone.
pub(crate) const ROWS: usize = 2;

/// The columns of the set from which numbers are taken.
pub(crate) const COUNTERS: [(&str, ValueType); 2] = [("series", ValueType::Text), ("taken", ValueType::Int)];

/// How a number taken in the same statement is stored.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub(crate) enum Taken {
    /// As the number itself.
    Sequence,
    /// As a text: prefix and number, zero-padded.
    Text,
}

impl Taken {
    /// Parameters it needs after the rows: the series and how many are taken from it, and for a text prefix and width.
    pub(crate) fn parameters(self) -> usize {
        match self {
            Self::Sequence => 2,
            Self::Text => 4,
        }
    }
}

/// Columns whose rows hold the position of their number among those taken, instead of a value.
pub(crate) type TakenColumns = BTreeMap<usize, Taken>;

/// Parts of a statement that takes a set of rows.
struct Set<'a, D> {
    dialect: &'a D,
    columns: Vec<(&'a str, ValueType)>,
    taken: TakenColumns,
    first: usize,
}

impl<'a, D: Dialect> Set<'a, D> {
    fn of(dialect: &'a D, decl: &'a EntityDecl, taken: &TakenColumns, first: usize) -> Self {
        let ty = |(position, ty)| if taken.contains_key(&position) { ValueType::Int } else { ty };
        let columns = decl.columns().iter().enumerate().map(|(i, c)| (c.name.as_str(), ty((i, c.ty)))).collect();
        Self { dialect, columns, taken: taken.clone(), first }
    }

    /// Some of the columns, without numbers to take.
    fn of_some(dialect: &'a D, decl: &'a EntityDecl, columns: &[usize], first: usize) -> Self {
        let columns = columns.iter().filter_map(|c| decl.columns().get(*c)).map(|c| (c.name.as_str(), c.ty)).collect();
        Self { dialect, columns, taken: TakenColumns::new(), first }
    }

    /// The condition that the first columns of a row are those of the set.
    fn same(&self, columns: usize) -> String {
        self.columns.iter().take(columns).map(|(name, _)| format!(" AND t.{name} = {}", self.cell(name))).collect()
    }

    fn company(&self) -> String {
        written(|text| self.dialect.placeholder(text, 1, ValueType::Id))
    }

    fn cell(&self, name: &str) -> String {
        let position = self.columns.iter().position(|(column, _)| *column == name).unwrap_or_default();
        let cell = written(|text| self.dialect.cell(text, self.first, position, name));
        match self.taken.get(&position) {
            Some(taken) => self.number(*taken, position, &cell),
            None => cell,
        }
    }

    /// A number that part `n` of the statement takes, in PostgreSQL's syntax: the only engine whose statements are joined.
    fn number(&self, taken: Taken, column: usize, place: &str) -> String {
        let before: usize = self.taken.range(..column).map(|(_, taken)| taken.parameters()).sum();
        let first = self.first.saturating_add(self.columns.len()).saturating_add(before);
        let parameter = |offset: usize, ty| written(|text| self.dialect.placeholder(text, first.saturating_add(offset), ty));
        let (series, count) = (parameter(0, ValueType::Text), parameter(1, ValueType::Int));
        let number = format!("((SELECT n.next FROM n WHERE n.series = {series}) - {count} + {place})");
        match taken {
            Taken::Sequence => number,
            Taken::Text => {
                let (prefix, width) = (parameter(2, ValueType::Text), parameter(3, ValueType::Int));
                format!("{prefix} || lpad({number}::text, greatest({width}, length({number}::text))::int, '0')")
            }
        }
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
pub(crate) fn insert<D: Dialect>(dialect: &D, decl: &EntityDecl, taken: &TakenColumns, first: usize) -> String {
    let set = Set::of(dialect, decl, taken, first);
    let (names, company, values, source) = (set.list(str::to_owned), set.company(), set.list(|name| set.cell(name)), set.source());
    // When an engine takes one row at a time it needs no statement journal, and recognises that by this form.
    let rows = if source.is_empty() { format!("VALUES ({company}, {values})") } else { format!("SELECT {company}, {values}{source}") };
    format!("INSERT INTO {} (company_id, {names}) {rows}", dialect.table(decl.table))
}

/// Replaces rows whose stored version is one below the new one. An entity without a version is never updated.
pub(crate) fn update<D: Dialect>(dialect: &D, decl: &EntityDecl, taken: &TakenColumns, first: usize) -> String {
    let set = Set::of(dialect, decl, taken, first);
    let key: Vec<&str> = decl.key().iter().filter_map(|k| set.columns.get(*k)).map(|(name, _)| *name).collect();
    let changing = set.columns.iter().map(|(name, _)| *name).filter(|name| !key.contains(name));
    let changed = changing.map(|name| format!("{name} = {}", set.cell(name))).collect::<Vec<_>>().join(", ");
    let same = key.iter().map(|name| format!(" AND t.{name} = {}", set.cell(name))).collect::<String>();
    let company = written(|text| dialect.of_company(text, "t"));
    let version = if decl.kind.is_versioned() { format!(" AND t.version = {} - 1", set.cell("version")) } else { " AND FALSE".to_owned() };
    format!("UPDATE {} AS t SET {changed}{} WHERE {company}{same}{version}", dialect.table(decl.table), set.source())
}

/// Replaces the search keys of rows by key and version.
pub(crate) fn rekey<D: Dialect>(dialect: &D, decl: &EntityDecl) -> String {
    let set = Set::of_some(dialect, decl, &rekeyed_by(decl), ROWS);
    let (same, company) = (set.same(found_by(decl).len()), written(|text| dialect.of_company(text, "t")));
    let keys = set.columns.iter().skip(found_by(decl).len());
    let changed = keys.map(|(name, _)| format!("{name} = {}", set.cell(name))).collect::<Vec<_>>().join(", ");
    format!("UPDATE {} AS t SET {changed}{} WHERE {company}{same}", dialect.table(decl.table), set.source())
}

/// The columns that new search keys are written by: those that find the row, and the keys.
pub(crate) fn rekeyed_by(decl: &EntityDecl) -> Vec<usize> {
    let keys = decl.columns().iter().enumerate().filter(|(_, c)| matches!(c.role, ColumnRole::SearchKey(_))).map(|(i, _)| i);
    found_by(decl).into_iter().chain(keys).collect()
}

/// Deletes rows by key and version.
pub(crate) fn delete<D: Dialect>(dialect: &D, decl: &EntityDecl, first: usize) -> String {
    let set = Set::of_some(dialect, decl, &found_by(decl), first);
    let (same, company) = (set.same(set.columns.len()), written(|text| dialect.of_company(text, "t")));
    let source = set.source().replacen(" FROM ", " USING ", 1);
    format!("DELETE FROM {} AS t{source} WHERE {company}{same}", dialect.table(decl.table))
}

/// The columns that identify a row as it was read: its key and its version.
pub(crate) fn found_by(decl: &EntityDecl) -> Vec<usize> {
    decl.key().iter().copied().chain(decl.version_column()).collect()
}

/// Takes numbers from series, and returns the next number of each.
pub(crate) fn counters<D: Dialect>(dialect: &D, table: &str) -> String {
    let set = Set { dialect, columns: COUNTERS.to_vec(), taken: TakenColumns::new(), first: ROWS };
    let (company, series, taken, source) = (set.company(), set.cell("series"), set.cell("taken"), set.source());
    format!(
        "INSERT INTO {} AS t (company_id, series, next) SELECT {company}, {series}, {taken} + 1{source} WHERE TRUE \
         ON CONFLICT (company_id, series) DO UPDATE SET next = t.next + excluded.next - 1 RETURNING series, next",
        dialect.table(table)
    )
}

/// Locks rows by the first column of their key, in key order.
pub(crate) fn lock<D: Dialect>(dialect: &D, decl: &EntityDecl, clause: &str) -> Option<String> {
    let key = decl.columns().get(*decl.key().first()?)?;
    let company = written(|text| dialect.of_company(text, "t"));
    let among = written(|text| dialect.among(text, &format!("t.{}", key.name), ROWS, key.ty));
    Some(format!("SELECT t.{0} FROM {1} AS t WHERE {company} AND {among} ORDER BY t.{0} {clause}", key.name, dialect.table(decl.table)))
}

/// Several writes as one statement that counts the rows that each changed, and returns the numbers that it took for them, if any.
pub(crate) fn joined(counters: Option<String>, writes: &[String]) -> String {
    let numbers = counters.iter().map(|counters| format!("n AS ({counters})"));
    let parts = numbers.chain(writes.iter().enumerate().map(|(i, write)| format!("w{i} AS ({write} RETURNING 1)"))).collect::<Vec<_>>();
    let counts = (0..writes.len()).map(|i| format!("(SELECT count(*) FROM w{i})"));
    let answers = counts.chain(counters.iter().map(|_| "ARRAY(SELECT n FROM n)".to_owned())).collect::<Vec<_>>();
    format!("WITH {} SELECT {}", parts.join(", "), answers.join(", "))
}
