//! Plans and change sets to statements, for one dialect. The texts of writes are built once and cached.

use crate::{
    change::{self, ROWS, Taken, TakenColumns},
    dialect::{Dialect, RowsWriter},
    query,
    statement::{Expected, SqlValue, Statement, StatementKind},
};
use crm_core::{
    Result, catalogue,
    entity::{Entity, EntityDecl, Numbering, PendingNumber, Record, Value, ValueType},
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
    rekey: OnceLock<Arc<str>>,
    delete: OnceLock<Arc<str>>,
    lock: OnceLock<Arc<str>>,
}

/// Where the numbers of a change set come from.
#[derive(Clone, Copy)]
enum Numbers<'c> {
    /// From an earlier statement.
    Known(&'c Written),
    /// From this statement.
    Taken(&'c ChangeSet),
}

/// The rows of a change set by entity, inserts before updates.
fn writes(changes: &ChangeSet) -> Vec<Write<'_>> {
    let inserts = changes.inserts().map(|(decl, rows)| Write::new(decl, rows, false));
    inserts.chain(changes.updates().map(|(decl, rows)| Write::new(decl, rows, true))).collect()
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

/// Rows of a tree with parents before their children: an engine that takes rows in turns checks references after each.
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

/// What a joined write consists of: whether it takes its own numbers, and for each part the entity by its order, whether rows are
/// replaced, and the columns with numbers to take.
type Shape = (bool, Vec<((usize, &'static str), bool, TakenColumns)>);

/// Rows of one entity to insert or to replace.
struct Write<'r> {
    decl: &'static EntityDecl,
    rows: &'r [Record],
    is_update: bool,
    /// Columns whose numbers the same statement takes.
    taken: TakenColumns,
}

impl<'r> Write<'r> {
    fn new(decl: &'static EntityDecl, rows: &'r [Record], is_update: bool) -> Self {
        Self { decl, rows, is_update, taken: TakenColumns::new() }
    }

    /// The number in a column of the first row, if all rows have one of the same series and format there; none if no row has one.
    fn pending(&self, column: usize) -> Option<Option<&'r PendingNumber>> {
        let of = |row: &'r Record| match row.get(column) {
            Some(Value::Pending(number)) => Some(number),
            _ => None,
        };
        let first = self.rows.first().and_then(of);
        let is_same = |other: Option<&PendingNumber>| match (first, other) {
            (None, None) => true,
            (Some(a), Some(b)) => a.series == b.series && a.numbering == b.numbering,
            _ => false,
        };
        self.rows.iter().all(|row| is_same(of(row))).then_some(first)
    }

    /// Records which columns hold numbers to take. Returns whether one statement can take them.
    fn note_taken(&mut self) -> bool {
        for column in 0..self.decl.columns().len() {
            let Some(number) = self.pending(column) else { return false };
            let taken = number.map(|n| if n.numbering == Numbering::Sequence { Taken::Sequence } else { Taken::Text });
            self.taken.extend(taken.map(|taken| (column, taken)));
        }
        true
    }
}

/// Translates for one dialect; all units of work of a storage share it.
#[derive(Debug)]
pub struct Translator<D> {
    dialect: D,
    texts: Vec<Texts>,
    counters: OnceLock<Arc<str>>,
    /// Texts of joined writes: one per kind of act.
    joined: Mutex<HashMap<Shape, Arc<str>>>,
    begin_read: Arc<str>,
    begin_look_up: Arc<str>,
    begin_write: Arc<str>,
    commit: Arc<str>,
}

impl<D: Dialect> Translator<D> {
    /// A translator for a dialect.
    pub fn new(dialect: D) -> Self {
        let texts = catalogue::all().iter().map(|_| Texts::default()).collect();
        let [begin_read, begin_look_up, begin_write] = [Mode::Read, Mode::LookUp, Mode::Write].map(|mode| dialect.begin(mode).into());
        Self { dialect, texts, counters: OnceLock::new(), joined: Mutex::default(), begin_read, begin_look_up, begin_write, commit: "COMMIT".into() }
    }

    /// The dialect.
    pub fn dialect(&self) -> &D {
        &self.dialect
    }

    /// Begins a transaction.
    pub fn begin(&self, mode: Mode) -> Statement {
        let text = match mode {
            Mode::Read => &self.begin_read,
            Mode::LookUp => &self.begin_look_up,
            Mode::Write => &self.begin_write,
        };
        Statement::boundary(text.clone(), StatementKind::Begin)
    }

    /// Commits a transaction.
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

    /// Locks, in the canonical order of the keys: one statement per entity, or none where beginning to write locks everything.
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
        let decl = NumberSeries::decl();
        let text = self.counters.get_or_init(|| change::counters(&self.dialect, decl.table).into()).clone();
        let mut statement = Statement::new(text, vec![self.company(company)?]);
        self.take_series(&mut statement, changes)?;
        statement.writes = vec![Expected { decl, rows: None }];
        Ok(Some(statement))
    }

    fn take_series(&self, statement: &mut Statement, changes: &ChangeSet) -> Result<()> {
        let mut rows = self.dialect.rows(&mut change::COUNTERS.into_iter().map(|(_, ty)| ty));
        for (series, taken) in changes.numbers() {
            rows.value(ValueType::Text, &Value::Text(series.clone()))?;
            rows.value(ValueType::Int, &Value::Int(*taken))?;
        }
        rows.finish(statement);
        Ok(())
    }

    /// The result of the counters, as the first number of each series.
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

    /// Writes the rows of a change set, once its numbers are known: one statement per entity, inserts before updates, parents first; all as one
    /// statement where each would be a round trip.
    ///
    /// # Errors
    /// `number.*`, `field.invalid` if a value cannot be stored.
    pub fn rows(&self, company: CompanyId, changes: &ChangeSet, written: &Written) -> Result<Vec<Statement>> {
        let writes = writes(changes);
        if self.dialect.joins_statements() && writes.len() > 1 {
            // The parts of one statement do not see each other's rows: a row that is inserted and then replaced takes two.
            let (inserts, updates) = writes.split_at(changes.inserts().count());
            let parts = if changes_own_rows(inserts, updates) { vec![inserts, updates] } else { vec![&writes[..]] };
            return parts.into_iter().map(|part| self.join(company, part, Numbers::Known(written))).collect();
        }
        writes.iter().map(|write| self.write(company, write, written)).collect()
    }

    /// Takes the numbers of a change set and writes its rows with one statement, where each would be a round trip and the counter rows stay locked
    /// from the first to the commit. None if there are no numbers, or if a column mixes several kinds.
    ///
    /// # Errors
    /// As [`Translator::rows`].
    pub fn numbered_rows(&self, company: CompanyId, changes: &ChangeSet) -> Result<Option<Statement>> {
        let mut writes = writes(changes);
        let (inserts, updates) = writes.split_at(changes.inserts().count());
        if !self.dialect.joins_statements() || changes.numbers().is_empty() || changes_own_rows(inserts, updates) {
            return Ok(None);
        }
        if !writes.iter_mut().all(Write::note_taken) {
            return Ok(None);
        }
        // Rows without numbers come first, so the counters are locked for less time: the engine evaluates the parts in this order.
        writes.sort_by_key(|write| !write.taken.is_empty());
        self.join(company, &writes, Numbers::Taken(changes)).map(Some)
    }

    /// Deletes the rows of a change set, after everything else: one statement per entity, children first; all as one statement where each would be a
    /// round trip. References within one statement are checked at its end.
    ///
    /// # Errors
    /// `number.*`, `field.invalid`.
    pub fn deletes(&self, company: CompanyId, changes: &ChangeSet) -> Result<Vec<Statement>> {
        let deletes: Vec<(&'static EntityDecl, &[Record])> = changes.deletes().collect();
        if self.dialect.joins_statements() && deletes.len() > 1 {
            let mut first = ROWS;
            let mut texts = Vec::with_capacity(deletes.len());
            for (decl, _) in &deletes {
                texts.push(change::delete(&self.dialect, decl, first));
                first = first.saturating_add(change::found_by(decl).len());
            }
            let mut statement = Statement::new(change::joined(None, &texts), vec![self.company(company)?]);
            for (decl, rows) in deletes {
                self.take_deleted(&mut statement, decl, rows)?;
            }
            statement.is_counting = true;
            return Ok(vec![statement]);
        }
        let mut statements = Vec::with_capacity(deletes.len());
        for (decl, rows) in deletes {
            let text = self.text(decl, |t| &t.delete, || change::delete(&self.dialect, decl, ROWS));
            let mut statement = Statement::new(text, vec![self.company(company)?]);
            self.take_deleted(&mut statement, decl, rows)?;
            statements.push(statement);
        }
        Ok(statements)
    }

    fn take_deleted(&self, statement: &mut Statement, decl: &'static EntityDecl, rows: &[Record]) -> Result<()> {
        self.take_columns(statement, decl, &change::found_by(decl), &mut parents_first(decl, rows).into_iter().rev())?;
        statement.is_deleting = true;
        statement.writes.push(Expected { decl, rows: u64::try_from(rows.len()).ok() });
        Ok(())
    }

    /// Writes the new search keys of a change set: one statement per entity.
    ///
    /// # Errors
    /// `field.invalid`.
    pub fn rekeys(&self, company: CompanyId, changes: &ChangeSet) -> Result<Vec<Statement>> {
        let rekey = |(decl, rows): (&'static EntityDecl, &[Record])| {
            let text = self.text(decl, |t| &t.rekey, || change::rekey(&self.dialect, decl));
            let mut statement = Statement::new(text, vec![self.company(company)?]);
            self.take_columns(&mut statement, decl, &change::rekeyed_by(decl), &mut rows.iter())?;
            statement.writes.push(Expected { decl, rows: u64::try_from(rows.len()).ok() });
            Ok(statement)
        };
        changes.rekeys().map(rekey).collect()
    }

    /// Some columns of rows.
    fn take_columns(&self, statement: &mut Statement, decl: &EntityDecl, columns: &[usize], rows: &mut dyn Iterator<Item = &Record>) -> Result<()> {
        let types: Vec<(usize, ValueType)> = columns.iter().filter_map(|c| Some((*c, decl.columns().get(*c)?.ty))).collect();
        let mut set = self.dialect.rows(&mut types.iter().map(|(_, ty)| *ty));
        for row in rows {
            for (column, ty) in &types {
                set.value(*ty, row.get(*column).unwrap_or(&Value::Null))?;
            }
        }
        set.finish(statement);
        Ok(())
    }

    fn write(&self, company: CompanyId, write: &Write<'_>, written: &Written) -> Result<Statement> {
        let text = self.text(write.decl, |t| if write.is_update { &t.update } else { &t.insert }, || self.write_text(write, ROWS));
        let mut statement = Statement::new(text, vec![self.company(company)?]);
        self.take_rows(&mut statement, write, Numbers::Known(written))?;
        Ok(statement)
    }

    fn join(&self, company: CompanyId, writes: &[Write<'_>], numbers: Numbers<'_>) -> Result<Statement> {
        let takes = matches!(numbers, Numbers::Taken(_));
        let shape: Shape = (takes, writes.iter().map(|w| (w.decl.order(), w.is_update, w.taken.clone())).collect());
        let mut joined = self.joined.lock().unwrap_or_else(PoisonError::into_inner);
        let text = joined.entry(shape).or_insert_with(|| self.joined_text(writes, takes).into()).clone();
        drop(joined);
        let mut statement = Statement::new(text, vec![self.company(company)?]);
        if let Numbers::Taken(changes) = numbers {
            self.take_series(&mut statement, changes)?;
        }
        for write in writes {
            self.take_rows(&mut statement, write, numbers)?;
        }
        statement.is_counting = true;
        Ok(statement)
    }

    fn joined_text(&self, writes: &[Write<'_>], takes: bool) -> String {
        let counters = takes.then(|| change::counters(&self.dialect, NumberSeries::decl().table));
        let mut first = if takes { ROWS.saturating_add(change::COUNTERS.len()) } else { ROWS };
        let mut texts = Vec::with_capacity(writes.len());
        for write in writes {
            texts.push(self.write_text(write, first));
            let numbers: usize = write.taken.values().map(|taken| taken.parameters()).sum();
            first = first.saturating_add(write.decl.columns().len()).saturating_add(numbers);
        }
        change::joined(counters, &texts)
    }

    fn write_text(&self, write: &Write<'_>, first: usize) -> String {
        let Write { decl, is_update, taken, .. } = write;
        if *is_update { change::update(&self.dialect, decl, taken, first) } else { change::insert(&self.dialect, decl, taken, first) }
    }

    fn take_rows(&self, statement: &mut Statement, write: &Write<'_>, numbers: Numbers<'_>) -> Result<()> {
        let columns = write.decl.columns();
        let types = columns.iter().enumerate().map(|(i, c)| if write.taken.contains_key(&i) { ValueType::Int } else { c.ty });
        let mut rows = self.dialect.rows(&mut types.into_iter());
        for row in parents_first(write.decl, write.rows) {
            for (value, column) in row.iter().zip(columns) {
                let taken = match (value, numbers) {
                    (Value::Pending(number), Numbers::Known(written)) => rows.value(column.ty, &written.number(number)),
                    (Value::Pending(number), Numbers::Taken(_)) => rows.value(ValueType::Int, &Value::Int(number.offset)),
                    (value, _) => rows.value(column.ty, value),
                };
                taken.map_err(|e| e.with("entity", write.decl.name).with("column", &column.name))?;
            }
        }
        rows.finish(statement);
        if let Numbers::Taken(changes) = numbers {
            for number in write.taken.keys().filter_map(|column| write.pending(*column).flatten()) {
                self.take_number(statement, number, changes)?;
            }
        }
        statement.writes.push(Expected { decl: write.decl, rows: u64::try_from(write.rows.len()).ok() });
        Ok(())
    }

    /// The parameters of a column whose numbers the statement takes.
    fn take_number(&self, statement: &mut Statement, number: &PendingNumber, changes: &ChangeSet) -> Result<()> {
        let count = changes.numbers().get(&number.series).copied().unwrap_or_default();
        statement.params.push(self.dialect.operand(ValueType::Text, &Value::Text(number.series.clone()))?);
        statement.params.push(self.dialect.operand(ValueType::Int, &Value::Int(count))?);
        if let Numbering::Text { prefix, width } = &number.numbering {
            statement.params.push(self.dialect.operand(ValueType::Text, &Value::Text(prefix.clone()))?);
            statement.params.push(self.dialect.operand(ValueType::Int, &Value::Int(i64::try_from(*width).unwrap_or(i64::MAX)))?);
        }
        Ok(())
    }

    fn company(&self, company: CompanyId) -> Result<SqlValue> {
        self.dialect.operand(ValueType::Id, &Value::Id(company.0))
    }

    /// Every text that does not depend on a query, with a name: for tests that prepare and check them.
    pub fn registry(&self) -> Vec<(String, String)> {
        let mut texts = vec![("counters".to_owned(), change::counters(&self.dialect, NumberSeries::decl().table))];
        for decl in catalogue::all() {
            texts.push((format!("insert {}", decl.name), change::insert(&self.dialect, decl, &TakenColumns::new(), ROWS)));
            if decl.kind.is_versioned() {
                texts.push((format!("update {}", decl.name), change::update(&self.dialect, decl, &TakenColumns::new(), ROWS)));
                texts.push((format!("delete {}", decl.name), change::delete(&self.dialect, decl, ROWS)));
            }
            if decl.fields.iter().any(|field| field.is_searchable) {
                texts.push((format!("rekey {}", decl.name), change::rekey(&self.dialect, decl)));
            }
            let lock = self.dialect.lock_clause().and_then(|clause| change::lock(&self.dialect, decl, clause));
            texts.extend(lock.map(|text| (format!("lock {}", decl.name), text)));
        }
        texts
    }

    fn text(&self, decl: &EntityDecl, of: impl Fn(&Texts) -> &OnceLock<Arc<str>>, make: impl FnOnce() -> String) -> Arc<str> {
        match self.texts.get(decl.rank) {
            Some(texts) => of(texts).get_or_init(|| make().into()).clone(),
            None => make().into(),
        }
    }
}
