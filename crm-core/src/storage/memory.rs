//! In-memory storage: the reference that adapters are compared with, and the storage of examples and tests.
//!
//! It is deliberately simple: one lock, rows in maps, every condition evaluated by the core. Data is lost when the process ends.

use super::{ChangeSet, LockKeys, Mode, Storage, UnitOfWork, Written};
use crate::{
    entity::{ColumnRole, EntityDecl, Record, Value, ValueType},
    error::{Code, Error, Result},
    ids::CompanyId,
    limits,
    num::Decimal,
    query::{Evaluation, Group, Query, Related, ReportPlan, SelectPlan},
};
use async_lock::{Mutex, MutexGuardArc};
use async_trait::async_trait;
use std::{
    cmp::Ordering,
    collections::{BTreeMap, HashMap},
    sync::Arc,
};

/// The rows of one entity, by key.
type Table = BTreeMap<Key, Record>;

/// The rows of one company, by entity.
#[derive(Debug, Default)]
struct Company {
    tables: HashMap<&'static str, Table>,
}

type Companies = HashMap<CompanyId, Company>;

/// The values of a key, in the order used by all engines.
#[derive(Debug, Clone, PartialEq)]
struct Key(Vec<Value>);

impl Eq for Key {}

impl PartialOrd for Key {
    fn partial_cmp(&self, other: &Self) -> Option<Ordering> {
        Some(self.cmp(other))
    }
}

impl Ord for Key {
    fn cmp(&self, other: &Self) -> Ordering {
        self.0.iter().zip(&other.0).map(|(a, b)| a.order(b)).fold(Ordering::Equal, Ordering::then)
    }
}

/// An in-memory storage.
#[derive(Debug, Default, Clone)]
pub struct MemoryStorage {
    companies: Arc<Mutex<Companies>>,
}

impl MemoryStorage {
    /// An empty storage.
    pub fn new() -> Self {
        Self::default()
    }
}

#[async_trait]
impl Storage for MemoryStorage {
    async fn begin(&self, company: CompanyId, mode: Mode) -> Result<Box<dyn UnitOfWork + '_>> {
        let companies = self.companies.lock_arc().await;
        Ok(Box::new(Work { companies, company, mode, undo: Vec::new(), failed: false, statements: 1 }))
    }
}

/// A row as it was before a unit of work changed it.
struct Undo {
    decl: &'static EntityDecl,
    key: Key,
    before: Option<Record>,
}

struct Work {
    companies: MutexGuardArc<Companies>,
    company: CompanyId,
    mode: Mode,
    undo: Vec<Undo>,
    failed: bool,
    statements: u32,
}

impl Work {
    fn table(&mut self, decl: &EntityDecl) -> &mut Table {
        self.companies.entry(self.company).or_default().tables.entry(decl.name).or_default()
    }

    fn put(&mut self, decl: &'static EntityDecl, key: Key, row: Record) -> Result<()> {
        check_storable(decl, &row)?;
        let before = self.table(decl).insert(key.clone(), row);
        self.undo.push(Undo { decl, key, before });
        Ok(())
    }

    fn undo_all(&mut self) {
        while let Some(Undo { decl, key, before }) = self.undo.pop() {
            match before {
                Some(row) => self.table(decl).insert(key, row),
                None => self.table(decl).remove(&key),
            };
        }
    }

    fn take_numbers(&mut self, changes: &ChangeSet) -> Result<Written> {
        let decl = <super::NumberSeries as crate::entity::Entity>::decl();
        let mut written = Written::default();
        for (series, count) in changes.numbers() {
            let key = Key(vec![Value::Text(series.clone())]);
            let first = match self.table(decl).get(&key).and_then(|row| row.get(1)) {
                Some(Value::Int(next)) => *next,
                _ => 1,
            };
            self.put(decl, key, vec![Value::Text(series.clone()), Value::Int(first.saturating_add(*count))])?;
            written.first_numbers.insert(series.clone(), first);
        }
        Ok(written)
    }

    fn insert(&mut self, decl: &'static EntityDecl, row: Record) -> Result<()> {
        let key = key_of(decl, &row);
        if self.table(decl).contains_key(&key) {
            return Err(taken(
                decl,
                &decl.key().iter().filter_map(|c| decl.columns().get(*c)).map(|c| c.name.as_str()).collect::<Vec<_>>().join(","),
            ));
        }
        self.check_unique(decl, &key, &row)?;
        self.put(decl, key, row)
    }

    fn update(&mut self, decl: &'static EntityDecl, row: Record) -> Result<()> {
        let key = key_of(decl, &row);
        self.check_version(decl, &key, version(decl, &row).saturating_sub(1))?;
        self.check_unique(decl, &key, &row)?;
        self.put(decl, key, row)
    }

    fn rekey(&mut self, decl: &'static EntityDecl, row: &Record) -> Result<()> {
        let key = key_of(decl, row);
        self.check_version(decl, &key, version(decl, row))?;
        let mut next = self.table(decl).get(&key).cloned().unwrap_or_default();
        for ((place, new), column) in next.iter_mut().zip(row).zip(decl.columns()) {
            if matches!(column.role, ColumnRole::SearchKey(_)) {
                place.clone_from(new);
            }
        }
        self.put(decl, key, next)
    }

    fn delete(&mut self, decl: &'static EntityDecl, row: &Record) -> Result<()> {
        let key = key_of(decl, row);
        self.check_version(decl, &key, version(decl, row))?;
        let before = self.table(decl).remove(&key);
        self.undo.push(Undo { decl, key, before });
        Ok(())
    }

    fn check_version(&mut self, decl: &'static EntityDecl, key: &Key, expected: i64) -> Result<()> {
        if self.table(decl).get(key).map(|row| version(decl, row)) == Some(expected) {
            return Ok(());
        }
        Err(Error::new(Code::VersionConflict, format!("a `{}` has changed since it was read", decl.name)).with("entity", decl.name))
    }

    fn check_unique(&mut self, decl: &'static EntityDecl, key: &Key, row: &Record) -> Result<()> {
        for fields in decl.unique {
            let columns: Vec<usize> = fields.iter().filter_map(|f| decl.column(f)).collect();
            let values = |row: &Record| -> Vec<Value> { columns.iter().filter_map(|c| row.get(*c).cloned()).collect() };
            let mine = values(row);
            if mine.iter().any(Value::is_null) {
                continue;
            }
            if self.table(decl).iter().any(|(other, row)| other != key && values(row) == mine) {
                return Err(taken(decl, &fields.join(",")));
            }
        }
        Ok(())
    }
}

fn version(decl: &EntityDecl, row: &Record) -> i64 {
    match decl.version_column().and_then(|c| row.get(c)) {
        Some(Value::Int(version)) => *version,
        _ => 0,
    }
}

fn taken(decl: &EntityDecl, fields: &str) -> Error {
    Error::new(Code::UniqueTaken, format!("another `{}` has this `{fields}`", decl.name)).with("entity", decl.name).with("field", fields)
}

fn key_of(decl: &EntityDecl, row: &Record) -> Key {
    Key(decl.key().iter().filter_map(|c| row.get(*c).cloned()).collect())
}

impl Related for Company {
    fn rows<'a>(&'a self, decl: &EntityDecl) -> Box<dyn Iterator<Item = &'a Record> + 'a> {
        Box::new(self.tables.get(decl.name).into_iter().flat_map(BTreeMap::values))
    }
}

impl Company {
    fn select(&self, plan: &SelectPlan) -> Vec<Record> {
        let evaluation = Evaluation::new(self);
        let shown = |row: &Record| {
            let is_hidden = |column: usize| plan.hidden().iter().any(|h| h.column == column && !h.unless.matches(row, &evaluation));
            let columns = row.iter().enumerate().map(|(column, value)| if is_hidden(column) { Value::Null } else { value.clone() });
            columns.chain(plan.derived_values(row, &evaluation)).collect()
        };
        plan.rows(&evaluation).into_iter().map(shown).collect()
    }

    fn report(&self, plan: &ReportPlan) -> Result<Vec<Record>> {
        let nothing = || (0, vec![Decimal::ZERO; plan.sums().len()]);
        let mut groups: BTreeMap<Key, (i64, Vec<Decimal>)> = BTreeMap::new();
        if plan.groups().is_empty() {
            groups.insert(Key(Vec::new()), nothing());
        }
        let among = Evaluation::new(self);
        for row in self.rows(plan.decl()).filter(|row| plan.predicate().matches(row, &among)) {
            let key = Key(plan.groups().iter().map(|g| self.group_value(g, row, &among)).collect());
            let (count, sums) = groups.entry(key).or_insert_with(nothing);
            *count = count.saturating_add(1);
            for (sum, column) in sums.iter_mut().zip(plan.sums()) {
                *sum = added(*sum, row.get(*column))?;
            }
        }
        limits::check("MAX_REPORT_ROWS", groups.len(), limits::MAX_REPORT_ROWS as usize)?;
        let types: Vec<ValueType> = plan.sum_types().collect();
        let row = |(key, (count, sums)): (Key, (i64, Vec<Decimal>))| {
            let sums = types.iter().zip(sums).map(|(ty, sum)| Value::of_sum(*ty, sum));
            key.0.into_iter().chain([Value::Int(count)]).chain(sums).collect()
        };
        Ok(groups.into_iter().map(row).collect())
    }

    fn group_value<'q>(&self, group: &'q Group, row: &Record, among: &Evaluation<'q>) -> Value {
        let value = |column: usize| row.get(column).cloned().unwrap_or(Value::Null);
        match group {
            Group::Column(column) => value(*column),
            Group::Month(column) => match value(*column) {
                Value::Day(day) => Value::Text(day.format("%Y-%m").to_string()),
                _ => Value::Null,
            },
            Group::Band(column, limits) => match value(*column) {
                Value::Day(day) => {
                    let passed = limits.iter().filter(|limit| day < **limit).count();
                    Value::Int(passed.try_into().unwrap_or(i64::MAX))
                }
                _ => Value::Int(0),
            },
            Group::Through(step, column) => {
                let here = value(step.here());
                let found = self.rows(step.target()).find(|other| !here.is_null() && other.get(step.there()) == Some(&here));
                found.filter(|other| step.within().matches(other, among)).and_then(|other| other.get(*column).cloned()).unwrap_or(Value::Null)
            }
        }
    }
}

fn added(sum: Decimal, value: Option<&Value>) -> Result<Decimal> {
    let sum = match value {
        Some(Value::Int(value)) => sum.checked_add(Decimal::from(*value)),
        Some(Value::Decimal(value)) => sum.checked_add(*value),
        _ => Some(sum),
    };
    sum.ok_or_else(crate::num::overflow)
}

/// Refuses numbers that no engine can store.
fn check_storable(decl: &EntityDecl, row: &Record) -> Result<()> {
    for (column, value) in decl.columns().iter().zip(row) {
        if let Value::Decimal(number) = value
            && !column.ty.holds(*number)
        {
            return Err(crate::num::out_of_range(number).with("column", &column.name));
        }
    }
    Ok(())
}

#[async_trait]
impl UnitOfWork for Work {
    async fn read(&mut self, _: &LockKeys, queries: &[Query]) -> Result<Vec<Vec<Record>>> {
        self.statements = self.statements.saturating_add(queries.len().try_into().unwrap_or(u32::MAX));
        let company = self.companies.entry(self.company).or_default();
        let answer = |query: &Query| match query {
            Query::Select(plan) => Ok(company.select(plan)),
            Query::Report(plan) => company.report(plan),
        };
        queries.iter().map(answer).collect()
    }

    async fn write(&mut self, changes: &ChangeSet) -> Result<Written> {
        if self.mode.is_read() {
            return Err(Error::new(Code::StorageFailed, "this unit of work is read-only"));
        }
        self.failed = true;
        let written = self.take_numbers(changes)?;
        let settle = |row: &Record| -> Record {
            row.iter().map(|v| if let Value::Pending(number) = v { written.number(number) } else { v.clone() }).collect()
        };
        for (decl, rows) in changes.inserts() {
            rows.iter().try_for_each(|row| self.insert(decl, settle(row)))?;
        }
        for (decl, rows) in changes.updates() {
            rows.iter().try_for_each(|row| self.update(decl, settle(row)))?;
        }
        for (decl, rows) in changes.rekeys() {
            rows.iter().try_for_each(|row| self.rekey(decl, row))?;
        }
        for (decl, rows) in changes.deletes() {
            rows.iter().try_for_each(|row| self.delete(decl, row))?;
        }
        self.statements = self.statements.saturating_add(1);
        self.failed = false;
        Ok(written)
    }

    async fn commit(mut self: Box<Self>) -> Result<()> {
        if self.failed {
            return Err(Error::new(Code::StorageFailed, "a failed unit of work can only be rolled back"));
        }
        self.undo.clear();
        Ok(())
    }

    async fn rollback(mut self: Box<Self>) -> Result<()> {
        self.undo_all();
        Ok(())
    }

    fn statements(&self) -> u32 {
        self.statements
    }
}

impl Drop for Work {
    fn drop(&mut self) {
        self.undo_all();
    }
}
