//! Plans and change sets to statements, for one dialect. Texts of writes are made once and kept.

use crate::{
    change,
    dialect::{Dialect, RowsWriter},
    query,
    statement::{SqlValue, Statement, StatementKind},
};
use crm_core::{
    Result, catalogue,
    entity::{Entity, EntityDecl, Record, Value, ValueType},
    ids::CompanyId,
    query::Query,
    storage::{ChangeSet, LockKeys, Mode, NumberSeries, Written},
};
use std::{
    collections::BTreeMap,
    sync::{Arc, OnceLock},
};

/// The texts of one entity.
#[derive(Debug, Default)]
struct Texts {
    insert: OnceLock<Arc<str>>,
    update: OnceLock<Arc<str>>,
    lock: OnceLock<Arc<str>>,
}

/// Translates for one dialect; shared by all units of work of a storage.
#[derive(Debug)]
pub struct Translator<D> {
    dialect: D,
    texts: Vec<Texts>,
    counters: OnceLock<Arc<str>>,
    begin_read: Arc<str>,
    begin_write: Arc<str>,
    commit: Arc<str>,
}

impl<D: Dialect> Translator<D> {
    /// A translator for a dialect.
    pub fn new(dialect: D) -> Self {
        let texts = catalogue::all().iter().map(|_| Texts::default()).collect();
        let (begin_read, begin_write) = (dialect.begin(Mode::Read).into(), dialect.begin(Mode::Write).into());
        Self { dialect, texts, counters: OnceLock::new(), begin_read, begin_write, commit: "COMMIT".into() }
    }

    /// The dialect.
    pub fn dialect(&self) -> &D {
        &self.dialect
    }

    /// Begins a transaction.
    pub fn begin(&self, mode: Mode) -> Statement {
        let text = match mode {
            Mode::Read => &self.begin_read,
            Mode::Write => &self.begin_write,
        };
        Statement::boundary(text.clone(), StatementKind::Begin)
    }

    /// Makes a transaction durable.
    pub fn commit(&self) -> Statement {
        Statement::boundary(self.commit.clone(), StatementKind::Commit)
    }

    /// A query.
    ///
    /// # Errors
    /// `number.*` if a value to compare with cannot be stored.
    pub fn query(&self, company: CompanyId, query: &Query) -> Result<Statement> {
        match query {
            Query::Select(plan) => query::select(&self.dialect, company, plan),
            Query::Report(plan) => query::report(&self.dialect, company, plan),
        }
    }

    /// Locks, in the canonical order of the keys: one statement an entity, or none where beginning to write locks everything.
    ///
    /// # Errors
    /// `field.invalid`.
    pub fn locks(&self, company: CompanyId, locks: &LockKeys) -> Result<Vec<Statement>> {
        let Some(clause) = self.dialect.lock_clause() else { return Ok(Vec::new()) };
        let mut statements = Vec::new();
        for (decl, keys) in locks.by_entity() {
            let ty = decl.key().first().and_then(|k| decl.columns().get(*k)).map_or(ValueType::Id, |c| c.ty);
            let mut rows = self.dialect.rows(1);
            for key in keys {
                rows.value(ty, &key.value)?;
                rows.end_row();
            }
            let text = self.text(decl, |t| &t.lock, || change::lock(&self.dialect, decl, clause).unwrap_or_default());
            statements.push(self.with_rows(text, company, rows)?);
        }
        Ok(statements)
    }

    /// Takes the numbers of a change set.
    ///
    /// # Errors
    /// `field.invalid`.
    pub fn counters(&self, company: CompanyId, changes: &ChangeSet) -> Result<Option<Statement>> {
        if changes.numbers().is_empty() {
            return Ok(None);
        }
        let mut rows = self.dialect.rows(2);
        for (series, taken) in changes.numbers() {
            rows.value(ValueType::Text, &Value::Text(series.clone()))?;
            rows.value(ValueType::Int, &Value::Int(*taken))?;
            rows.end_row();
        }
        let decl = NumberSeries::decl();
        let text = self.counters.get_or_init(|| change::counters(&self.dialect, decl.table).into()).clone();
        let mut statement = self.with_rows(text, company, rows)?;
        statement.writes = Some(decl);
        Ok(Some(statement))
    }

    /// What the counters gave, as the first number of each series.
    pub(crate) fn first_numbers(&self, changes: &ChangeSet, cells: Vec<SqlValue>) -> Option<Written> {
        let mut first_numbers = BTreeMap::new();
        let mut cells = cells.into_iter();
        while let (Some(series), Some(next)) = (cells.next(), cells.next()) {
            let series = self.dialect.decode(ValueType::Text, series)?.into_text().ok()?;
            let next = self.dialect.decode(ValueType::Int, next)?.into_int().ok()?;
            let taken = *changes.numbers().get(&series)?;
            first_numbers.insert(series, next.saturating_sub(taken));
        }
        (first_numbers.len() == changes.numbers().len()).then_some(Written { first_numbers })
    }

    /// Writes the rows of a change set, once its numbers are known: one statement an entity, inserts before updates, parents first.
    ///
    /// # Errors
    /// `number.*`, `field.invalid` if a value cannot be stored.
    pub fn rows(&self, company: CompanyId, changes: &ChangeSet, written: &Written) -> Result<Vec<Statement>> {
        let mut statements = Vec::new();
        for (decl, rows) in changes.inserts() {
            let text = self.text(decl, |t| &t.insert, || change::insert(&self.dialect, decl));
            statements.push(self.write(text, company, decl, rows, written)?);
        }
        for (decl, rows) in changes.updates() {
            let text = self.text(decl, |t| &t.update, || change::update(&self.dialect, decl));
            statements.push(self.write(text, company, decl, rows, written)?);
        }
        Ok(statements)
    }

    fn write(&self, text: Arc<str>, company: CompanyId, decl: &'static EntityDecl, rows: &[Record], written: &Written) -> Result<Statement> {
        let columns = decl.columns();
        let mut writer = self.dialect.rows(columns.len());
        for row in rows {
            for (value, column) in row.iter().zip(columns) {
                let written = match value {
                    Value::Pending(number) => writer.value(column.ty, &written.number(number)),
                    value => writer.value(column.ty, value),
                };
                written.map_err(|e| e.with("entity", decl.name).with("column", &column.name))?;
            }
            writer.end_row();
        }
        let mut statement = self.with_rows(text, company, writer)?;
        statement.writes = Some(decl);
        statement.expected = u64::try_from(rows.len()).ok();
        Ok(statement)
    }

    fn with_rows(&self, text: Arc<str>, company: CompanyId, rows: D::Rows) -> Result<Statement> {
        let mut params = Vec::with_capacity(2);
        params.push(self.dialect.operand(ValueType::Id, &Value::Id(company.0))?);
        rows.finish(&mut params);
        Ok(Statement::new(text, params))
    }

    /// Every text that does not depend on a query, with a name: for tests that prepare and check them.
    pub fn registry(&self) -> Vec<(String, String)> {
        let mut texts = vec![("counters".to_owned(), change::counters(&self.dialect, NumberSeries::decl().table))];
        for decl in catalogue::all() {
            texts.push((format!("insert {}", decl.name), change::insert(&self.dialect, decl)));
            if decl.kind.is_versioned() {
                texts.push((format!("update {}", decl.name), change::update(&self.dialect, decl)));
            }
            let lock = self.dialect.lock_clause().and_then(|clause| change::lock(&self.dialect, decl, clause));
            texts.extend(lock.map(|text| (format!("lock {}", decl.name), text)));
        }
        texts
    }

    fn text(&self, decl: &EntityDecl, of: impl Fn(&Texts) -> &OnceLock<Arc<str>>, make: impl FnOnce() -> String) -> Arc<str> {
        match self.texts.get(catalogue::rank(decl)) {
            Some(texts) => of(texts).get_or_init(|| make().into()).clone(),
            None => make().into(),
        }
    }
}
