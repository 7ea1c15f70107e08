//! Codes of new records from their group's series: that of the nearest group, from the record's own upwards, with a prefix.
//!
//! Invariant: the series is locked from reading its next number until the commit, so two acts never take the same number, and an act that is rolled
//! back returns its numbers. Codes entered by hand are skipped.

use super::master::AnyRecord;
use crate::{
    access::{Guard, Permit, Right},
    act::ActContext,
    entity::{EntityDecl, NaturalKey, Record, Stored, Value},
    error::{Error, Result},
    limits,
    query::{Filter, Query, Select, SelectPlan, Test},
    storage::{ChangeSet, CodeSeries, LockKeys, Reads},
    text::check_length,
};
use std::collections::{BTreeMap, BTreeSet};
use uuid::Uuid;

/// The source of a new record's code.
#[derive(Debug, Clone, Copy)]
pub struct CodeSource {
    /// The tree of its groups, whose nodes have `code_prefix` and `code_digits`.
    pub tree: &'static EntityDecl,
    /// Its group.
    pub group: Uuid,
}

/// Implements [`MasterRecord`]'s methods for codes from the series of a group.
macro_rules! code_from_series {
    ($group:ty) => {
        fn code(&self) -> Option<&str> {
            Some(&self.code)
        }

        fn take_code(&mut self, code: String) {
            self.code = code;
        }

        fn code_source(&self) -> Option<$crate::records::CodeSource> {
            let is_open = self.code.trim().is_empty();
            self.group_id
                .filter(|_| is_open)
                .map(|group| $crate::records::CodeSource { tree: <$group as $crate::entity::Entity>::decl(), group: group.0 })
        }
    };
}
pub(crate) use code_from_series;

/// A prefix and the number of digits that follow it.
#[derive(Debug, Clone, PartialEq, Eq)]
struct Prefix {
    text: String,
    digits: usize,
}

/// The records of one series that need numbers.
struct Series {
    prefix: Prefix,
    records: Vec<usize>,
}

/// Assigns codes to the records that wait for one. Records whose groups have no prefix stay without, and fail their own check.
///
/// # Errors
/// `limit.exceeded`, `storage.*`, and any reason to refuse a completed record.
pub(super) async fn number(
    context: &mut ActContext<'_>,
    decl: &'static EntityDecl,
    records: &mut [Box<dyn AnyRecord>],
    changes: &mut ChangeSet,
) -> Result<()> {
    let waiting: Vec<(usize, CodeSource)> = records.iter().enumerate().filter_map(|(i, r)| Some((i, r.source_of_code()?))).collect();
    let Some((_, first)) = waiting.first() else { return Ok(()) };
    let permit = whole_company(context)?;
    let all = series_of(context, &permit, (decl, first.tree), &waiting).await?;
    let locks = LockKeys::none().and_texts::<CodeSeries>(all.keys().cloned());
    let mut reads = Reads::new();
    let ask = reads.select(Select::<CodeSeries>::new(&permit).keys(all.keys().cloned().map(Value::Text))?);
    let mut answers = context.read(&locks, reads).await?;
    let stored: BTreeMap<String, Stored<CodeSeries>> = answers.all(&ask)?.into_iter().map(|s| (s.series.clone(), s)).collect();
    let mut used: BTreeSet<String> = records.iter().filter_map(|r| r.own_code().map(str::to_owned)).collect();
    for (name, series) in &all {
        let before = stored.get(name);
        let from = before.map_or(1, |s| s.next);
        let (codes, next) = free_codes(context, &permit, (decl, series), from, &mut used).await?;
        for (index, code) in series.records.iter().zip(codes) {
            if let Some(record) = records.get_mut(*index) {
                record.set_code(code);
            }
        }
        let now = CodeSeries { series: name.clone(), next };
        match before {
            Some(before) => changes.update(before, now),
            None => changes.insert(&Stored::new(NaturalKey, now)),
        }
    }
    waiting.iter().filter_map(|(index, _)| records.get(*index)).try_for_each(|record| record.check_fields())
}

/// Codes of customers that the caller cannot see are taken as well.
fn whole_company(context: &ActContext<'_>) -> Result<Permit> {
    Guard::library(context.permit().company(), context.guard().principal().clone()).permit(Right::AccessManage)
}

async fn series_of(
    context: &mut ActContext<'_>,
    permit: &Permit,
    (decl, tree): (&EntityDecl, &'static EntityDecl),
    waiting: &[(usize, CodeSource)],
) -> Result<BTreeMap<String, Series>> {
    let groups: BTreeSet<Uuid> = waiting.iter().map(|(_, source)| source.group).collect();
    let query = Query::Select(SelectPlan::above(tree, permit, groups.into_iter().map(Value::Id).collect()));
    let rows = context.ask(&[query]).await?.into_iter().next().unwrap_or_default();
    let mut all: BTreeMap<String, Series> = BTreeMap::new();
    for (index, source) in waiting {
        if let Some(prefix) = nearest_prefix(tree, &rows, source.group) {
            let series = all.entry(format!("{}:{}", decl.name, prefix.text)).or_insert_with(|| Series { prefix, records: Vec::new() });
            series.records.push(*index);
        }
    }
    Ok(all)
}

/// The prefix of a group, or of its nearest ancestor that has one.
fn nearest_prefix(tree: &EntityDecl, rows: &[Record], group: Uuid) -> Option<Prefix> {
    let column = |name: &str| tree.column(name);
    let (parent, prefix, digits) = (column(tree.tree_parent?)?, column("code_prefix")?, column("code_digits")?);
    let mut node = Some(group);
    for _ in 0..limits::MAX_TREE_DEPTH {
        let row = rows.iter().find(|row| row.first() == node.map(Value::Id).as_ref())?;
        if let (Some(Value::Text(text)), Some(Value::Int(digits))) = (row.get(prefix), row.get(digits)) {
            return Some(Prefix { text: text.clone(), digits: usize::try_from(*digits).unwrap_or_default() });
        }
        node = match row.get(parent) {
            Some(Value::Id(above)) => Some(*above),
            _ => return None,
        };
    }
    None
}

/// As many unused codes as the series needs, from a given number on, and the number after the last one.
async fn free_codes(
    context: &mut ActContext<'_>,
    permit: &Permit,
    (decl, series): (&'static EntityDecl, &Series),
    from: i64,
    used: &mut BTreeSet<String>,
) -> Result<(Vec<String>, i64)> {
    let Prefix { text, digits } = &series.prefix;
    let wanted = series.records.len();
    let (mut codes, mut next, mut passed) = (Vec::with_capacity(wanted), from, 0_usize);
    while codes.len() < wanted {
        limits::check("MAX_TAKEN_CODES", passed, limits::MAX_TAKEN_CODES)?;
        let missing = wanted.saturating_sub(codes.len());
        let size = i64::try_from(missing.saturating_add(passed)).unwrap_or(i64::MAX);
        let candidates: Vec<(i64, String)> = (next..next.saturating_add(size)).map(|n| (n, format!("{text}{n:0digits$}"))).collect();
        let is_in = Filter::Field("code".to_owned(), Test::In(candidates.iter().map(|(_, code)| Value::Text(code.clone())).collect()));
        let query = Query::Select(SelectPlan::every(decl, permit).filter(&is_in, permit)?);
        let rows = context.ask(&[query]).await?.into_iter().next().unwrap_or_default();
        let column = decl.column("code");
        for row in rows {
            if let Some(Value::Text(code)) = column.and_then(|column| row.into_iter().nth(column)) {
                used.insert(code);
            }
        }
        for (number, code) in candidates {
            if codes.len() == wanted {
                break;
            }
            next = number.saturating_add(1);
            if used.insert(code.clone()) {
                codes.push(code);
            } else {
                passed = passed.saturating_add(1);
            }
        }
    }
    Ok((codes, next))
}

/// Checks a group's code prefix: it must leave room for the digits.
///
/// # Errors
/// `field.invalid`, `field.too_long`.
pub(crate) fn check_prefix(prefix: Option<&String>) -> Result<()> {
    let Some(prefix) = prefix else { return Ok(()) };
    check_length("code_prefix", prefix, limits::MAX_CODE.saturating_sub(usize::try_from(limits::MAX_CODE_DIGITS).unwrap_or_default()))?;
    if prefix.trim().is_empty() { Err(Error::field("code_prefix", "is empty")) } else { Ok(()) }
}
