//! Plans and change sets to statements, for one dialect. Texts of writes are made once and kept.

use crate::{
    change::{self, ROWS},
    dialect::{Dialect, RowsWriter},
    query,
    statement::{Expected, SqlValue, Statement, StatementKind},
};
use crm_core::{
    Result, catalogue,
    entity::{Entity, EntityDecl, Record, Value, ValueType},
    ids::CompanyId,
    query::Query,
    storage::{ChangeSet, LockKeys, Mode, NumberSeries, Written},
};
use std::{
    cmp::Ordering,
    collections::{BTreeMap, HashMap, HashSet},
    sync::{Arc, Mutex, OnceLock, PoisonError},
};
use uuid::Uuid;

/// The texts of one entity.
#[derive(Debug, Default)]
struct Texts {
    insert: OnceLock<Arc<str>>,
    update: OnceLock<Arc<str>>,
    lock: OnceLock<Arc<str>>,
}

/// Whether a row is inserted and replaced by the same change set.
fn changes_own_rows(inserts: &[Write<'_>], updates: &[Write<'_>]) -> bool {
    let compare = |decl: &EntityDecl, a: &Record, b: &Record| {
        let orders = decl.key().iter().map(|k| a.get(*k).unwrap_or(&Value::Null).order(b.get(*k).unwrap_or(&Value::Null)));
        orders.fold(Ordering::Equal, Ordering::then)
    };
    updates.iter().any(|update| {
        let same = inserts.iter().filter(|insert| insert.decl.name == update.decl.name);
        let mut inserted: Vec<&Record> = same.flat_map(|insert| insert.rows).collect();
        inserted.sort_by(|a, b| compare(update.decl, a, b));
        update.rows.iter().any(|row| inserted.binary_search_by(|other| compare(update.decl, other, row)).is_ok())
    })
}

/// Rows of a tree so that parents stand before their children: an engine that takes rows in turns checks references after each.
fn parents_first<'r>(decl: &EntityDecl, rows: &'r [Record]) -> Vec<&'r Record> {
    let Some(parent) = decl.tree_parent.and_then(|name| decl.column(name)) else { return rows.iter().collect() };
    let mut waiting: Vec<&Record> = rows.iter().collect();
    let mut ordered = Vec::with_capacity(rows.len());
    while !waiting.is_empty() {
        let ids: HashSet<Option<Uuid>> = waiting.iter().map(|row| id_in(row, 0)).collect();
        let (later, now): (Vec<_>, Vec<_>) = waiting.into_iter().partition(|row| id_in(row, parent).is_some_and(|id| ids.contains(&Some(id))));
        if now.is_empty() {
            ordered.extend(later);
            break;
        }
        ordered.extend(now);
        waiting = later;
    }
    ordered
}

fn id_in(row: &Record, column: usize) -> Option<Uuid> {
    match row.get(column) {
        Some(Value::Id(id)) => Some(*id),
        _ => None,
    }
}

/// What a joined write consists of: each entity by its rank, and whether its rows are replaced.
type Shape = Vec<(usize, bool)>;

/// Rows of one entity to insert or to replace.
struct Write<'r> {
    decl: &'static EntityDecl,
    rows: &'r [Record],
    is_update: bool,
}

/// Translates for one dialect; shared by all units of work of a storage.
#[derive(Debug)]
pub struct Translator<D> {
    dialect: D,
    texts: Vec<Texts>,
    counters: OnceLock<Arc<str>>,
    /// Texts of joined writes: as many as there are kinds of act.
    joined: Mutex<HashMap<Shape, Arc<str>>>,
    begin_read: Arc<str>,
    begin_write: Arc<str>,
    commit: Arc<str>,
}

impl<D: Dialect> Translator<D> {
    /// A translator for a dialect.
    pub fn new(dialect: D) -> Self {
        let texts = catalogue::all().iter().map(|_| Texts::default()).collect();
        let (begin_read, begin_write) = (dialect.begin(Mode::Read).into(), dialect.begin(Mode::Write).into());
        Self { dialect, texts, counters: OnceLock::new(), joined: Mutex::default(), begin_read, begin_write, commit: "COMMIT".into() }
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
        query::alone(&self.dialect, company, query)
    }

    /// Several queries as one statement, whose row holds the rows of each as one value.
    ///
    /// # Errors
    /// `number.*` if a value to compare with cannot be stored.
    pub fn joined_queries<'q>(&self, company: CompanyId, queries: impl Iterator<Item = &'q Query>) -> Result<Statement> {
        query::joined(&self.dialect, company, queries)
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
            let text = self.text(decl, |t| &t.lock, || change::lock(&self.dialect, decl, clause).unwrap_or_default());
            let keys = self.dialect.list(ty, &mut keys.iter().map(|key| &key.value))?;
            statements.push(Statement::new(text, vec![self.company(company)?, keys]));
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
        let mut rows = self.dialect.rows(&mut [ValueType::Text, ValueType::Int].into_iter());
        for (series, taken) in changes.numbers() {
            rows.value(ValueType::Text, &Value::Text(series.clone()))?;
            rows.value(ValueType::Int, &Value::Int(*taken))?;
        }
        let decl = NumberSeries::decl();
        let text = self.counters.get_or_init(|| change::counters(&self.dialect, decl.table).into()).clone();
        let mut statement = Statement::new(text, vec![self.company(company)?]);
        rows.finish(&mut statement);
        statement.writes = vec![Expected { decl, rows: None }];
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

    /// Writes the rows of a change set, once its numbers are known: one statement an entity, inserts before updates, parents first; all of
    /// them as one statement where each would be a round trip.
    ///
    /// # Errors
    /// `number.*`, `field.invalid` if a value cannot be stored.
    pub fn rows(&self, company: CompanyId, changes: &ChangeSet, written: &Written) -> Result<Vec<Statement>> {
        let inserts = changes.inserts().map(|(decl, rows)| Write { decl, rows, is_update: false });
        let writes: Vec<Write<'_>> = inserts.chain(changes.updates().map(|(decl, rows)| Write { decl, rows, is_update: true })).collect();
        if self.dialect.joins_statements() && writes.len() > 1 {
            // The parts of one statement do not see each other's rows: what is inserted and then replaced takes two.
            let (inserts, updates) = writes.split_at(changes.inserts().count());
            let parts = if changes_own_rows(inserts, updates) { vec![inserts, updates] } else { vec![&writes[..]] };
            return parts.into_iter().map(|part| self.join(company, part, written)).collect();
        }
        writes.iter().map(|write| self.write(company, write, written)).collect()
    }

    fn write(&self, company: CompanyId, write: &Write<'_>, written: &Written) -> Result<Statement> {
        let text =
            self.text(write.decl, |t| if write.is_update { &t.update } else { &t.insert }, || self.write_text(write.decl, write.is_update, ROWS));
        let mut statement = Statement::new(text, vec![self.company(company)?]);
        self.take_rows(&mut statement, write, written)?;
        Ok(statement)
    }

    fn join(&self, company: CompanyId, writes: &[Write<'_>], written: &Written) -> Result<Statement> {
        let shape: Shape = writes.iter().map(|w| (catalogue::rank(w.decl), w.is_update)).collect();
        let mut joined = self.joined.lock().unwrap_or_else(PoisonError::into_inner);
        let text = joined.entry(shape).or_insert_with(|| {
            let mut first = ROWS;
            let mut texts = Vec::with_capacity(writes.len());
            for write in writes {
                texts.push(self.write_text(write.decl, write.is_update, first));
                first = first.saturating_add(self.dialect.rows_parameters(write.decl.columns().len()));
            }
            change::joined(&texts).into()
        });
        let mut statement = Statement::new(text.clone(), vec![self.company(company)?]);
        drop(joined);
        for write in writes {
            self.take_rows(&mut statement, write, written)?;
        }
        Ok(statement)
    }

    fn write_text(&self, decl: &EntityDecl, is_update: bool, first: usize) -> String {
        if is_update { change::update(&self.dialect, decl, first) } else { change::insert(&self.dialect, decl, first) }
    }

    fn take_rows(&self, statement: &mut Statement, write: &Write<'_>, written: &Written) -> Result<()> {
        let columns = write.decl.columns();
        let mut rows = self.dialect.rows(&mut columns.iter().map(|c| c.ty));
        for row in parents_first(write.decl, write.rows) {
            for (value, column) in row.iter().zip(columns) {
                let taken = match value {
                    Value::Pending(number) => rows.value(column.ty, &written.number(number)),
                    value => rows.value(column.ty, value),
                };
                taken.map_err(|e| e.with("entity", write.decl.name).with("column", &column.name))?;
            }
        }
        rows.finish(statement);
        statement.writes.push(Expected { decl: write.decl, rows: u64::try_from(write.rows.len()).ok() });
        Ok(())
    }

    fn company(&self, company: CompanyId) -> Result<SqlValue> {
        self.dialect.operand(ValueType::Id, &Value::Id(company.0))
    }

    /// Every text that does not depend on a query, with a name: for tests that prepare and check them.
    pub fn registry(&self) -> Vec<(String, String)> {
        let mut texts = vec![("counters".to_owned(), change::counters(&self.dialect, NumberSeries::decl().table))];
        for decl in catalogue::all() {
            texts.push((format!("insert {}", decl.name), change::insert(&self.dialect, decl, ROWS)));
            if decl.kind.is_versioned() {
                texts.push((format!("update {}", decl.name), change::update(&self.dialect, decl, ROWS)));
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
