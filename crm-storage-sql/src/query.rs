//! Selects and reports as SQL: every order is explicit, every page starts from a position, every table is limited to the company.

use crate::{
    dialect::Dialect,
    sql::{Sql, column_of, type_of},
    statement::Statement,
};
use crm_core::{
    Result,
    entity::{EntityDecl, Value, ValueType},
    ids::CompanyId,
    limits::MAX_REPORT_ROWS,
    query::{Group, Hidden, Predicate, Query, ReportPlan, SelectPlan, SortKey},
    time::Day,
};

/// Limits of a band report that are compared one by one; more are passed as a set of rows.
const MAX_SINGLE_BANDS: usize = 16;

/// A query as a statement of its own.
pub(crate) fn alone<D: Dialect>(dialect: &D, company: CompanyId, query: &Query) -> Result<Statement> {
    let mut sql = Sql::new(dialect, company)?;
    write(&mut sql, query)?;
    Ok(sql.finish())
}

/// Several queries as one statement: one row, which holds each query's rows as one value.
pub(crate) fn joined<'q, D: Dialect>(dialect: &D, company: CompanyId, queries: impl Iterator<Item = &'q Query>) -> Result<Statement> {
    let mut sql = Sql::new(dialect, company)?;
    for (position, query) in queries.enumerate() {
        sql.push(if position == 0 { "SELECT ARRAY(SELECT q FROM (" } else { ", ARRAY(SELECT q FROM (" });
        write(&mut sql, query)?;
        sql.push(") AS q)");
    }
    Ok(sql.finish())
}

fn write<D: Dialect>(sql: &mut Sql<'_, D>, query: &Query) -> Result<()> {
    match query {
        Query::Select(plan) => select(sql, plan),
        Query::Report(plan) => report(sql, plan),
    }
}

/// A select.
fn select<D: Dialect>(sql: &mut Sql<'_, D>, plan: &SelectPlan) -> Result<()> {
    let (decl, table) = (plan.decl(), sql.alias());
    sql.push("SELECT ");
    for position in 0..decl.columns().len() {
        sql.push(if position > 0 { ", " } else { "" });
        let column = column_of(&table, decl, position);
        match plan.hidden().iter().find(|hidden| hidden.column == position) {
            None => {
                sql.push(&column);
            }
            Some(Hidden { unless: Predicate::False, .. }) => sql.dialect.null(&mut sql.text, type_of(decl, position)),
            Some(Hidden { unless, .. }) => {
                sql.push("CASE WHEN ");
                sql.with_joins(false, |sql| sql.predicate(unless, decl, &table))?;
                sql.push(" THEN ").push(&column).push(" END");
            }
        }
    }
    let derived = derived(sql, plan, &table)?;
    for (number, value) in derived.iter().enumerate() {
        sql.push(", ").push(value).push(&format!(" AS d{number}"));
    }
    let names: Vec<String> = (0..derived.len()).map(|number| format!("d{number}")).collect();
    found(sql, plan, &table, &derived, &names)?;
    // A planner that does not know the limit expects a fraction of the rows, and follows the order instead of the keys.
    if plan.limit() == MAX_REPORT_ROWS {
        sql.push(&format!(" LIMIT {MAX_REPORT_ROWS}"));
    } else {
        sql.push(" LIMIT ").bind(ValueType::Int, &Value::Int(i64::from(plan.limit())))?;
    }
    Ok(())
}

/// A column of the rows that a select finds. The limit is written into the text: the plan for what they are compared with depends on it.
pub(crate) fn first<D: Dialect>(sql: &mut Sql<'_, D>, plan: &SelectPlan, column: usize) -> Result<()> {
    let table = sql.alias();
    let column = column_of(&table, plan.decl(), column);
    sql.push("SELECT ").push(&column);
    let derived = derived(sql, plan, &table)?;
    found(sql, plan, &table, &derived, &derived)?;
    sql.push(&format!(" LIMIT {}", plan.limit()));
    Ok(())
}

/// The derived fields of a select, each as text.
fn derived<D: Dialect>(sql: &mut Sql<'_, D>, plan: &SelectPlan, table: &str) -> Result<Vec<String>> {
    let mut texts = Vec::with_capacity(plan.derived().len());
    for derived in plan.derived() {
        let before = std::mem::take(&mut sql.text);
        sql.derived(derived, plan.decl(), table)?;
        texts.push(std::mem::replace(&mut sql.text, before));
    }
    Ok(texts)
}

/// A sort key as text.
struct Key {
    text: String,
    ty: ValueType,
    nullable: bool,
    descending: bool,
}

/// The sort keys of a select, of which the derived fields are these texts.
fn keys(plan: &SelectPlan, table: &str, derived: &[String]) -> Vec<Key> {
    let columns = plan.decl().columns().len();
    let key = |SortKey { column, descending }: &SortKey| {
        let of_derived = column.checked_sub(columns).and_then(|number| derived.get(number)).cloned();
        let text = of_derived.unwrap_or_else(|| column_of(table, plan.decl(), *column));
        Key { text, ty: plan.column_type(*column), nullable: plan.is_nullable(*column), descending: *descending }
    };
    plan.sort().iter().map(key).collect()
}

/// The rows of a select, and their order, in which derived fields have names.
fn found<D: Dialect>(sql: &mut Sql<'_, D>, plan: &SelectPlan, table: &str, derived: &[String], names: &[String]) -> Result<()> {
    let decl = plan.decl();
    sql.from(decl, table).push(" WHERE ").of_company(table).push(" AND ");
    sql.predicate(plan.predicate(), decl, table)?;
    if let Some(after) = plan.after() {
        sql.push(" AND (");
        sql.after(&keys(plan, table, derived), after)?;
        sql.push(")");
    }
    sql.push(" ORDER BY ");
    for (i, key) in keys(plan, table, names).iter().enumerate() {
        sql.push(if i > 0 { ", " } else { "" });
        sql.order(key);
    }
    Ok(())
}

/// A report.
fn report<D: Dialect>(sql: &mut Sql<'_, D>, plan: &ReportPlan) -> Result<()> {
    let (decl, table) = (plan.decl(), sql.alias());
    let joined: Vec<String> = plan.groups().iter().map(|_| sql.alias()).collect();
    sql.push("SELECT ");
    for (group, other) in plan.groups().iter().zip(&joined) {
        sql.group(group, decl, &table, other)?;
        sql.push(", ");
    }
    sql.push("count(*)");
    for sum in plan.sums() {
        sql.push(", ");
        sql.dialect.sum(&mut sql.text, &column_of(&table, decl, *sum));
    }
    sql.from(decl, &table);
    for (group, other) in plan.groups().iter().zip(&joined) {
        sql.join(group, decl, &table, other)?;
    }
    sql.push(" WHERE ").of_company(&table).push(" AND ");
    sql.predicate(plan.predicate(), decl, &table)?;
    sql.grouped(plan.groups().len());
    sql.push(&format!(" LIMIT {}", MAX_REPORT_ROWS.saturating_add(1)));
    Ok(())
}

impl<D: Dialect> Sql<'_, D> {
    /// Null sorts first when ascending, last when descending, on every engine.
    fn order(&mut self, key: &Key) {
        self.push(&key.text).push(if key.descending { " DESC" } else { "" });
        if key.nullable {
            self.push(if key.descending { " NULLS LAST" } else { " NULLS FIRST" });
        }
    }

    /// Rows after a position: those after it in the first key, or equal in it and after it in the second, and so on.
    fn after(&mut self, keys: &[Key], after: &[Value]) -> Result<()> {
        if let (Some(key), Some(value)) = (keys.first(), after.first())
            && keys.len() > 1
            && !key.nullable
        {
            self.push(&key.text).push(if key.descending { " <= " } else { " >= " }).bind(key.ty, value)?.push(" AND (");
            self.after_chain(keys, after)?;
            self.push(")");
            return Ok(());
        }
        self.after_chain(keys, after)
    }

    fn after_chain(&mut self, keys: &[Key], after: &[Value]) -> Result<()> {
        for (depth, (key, value)) in keys.iter().zip(after).enumerate() {
            self.push(if depth > 0 { " OR (" } else { "(" });
            for (equal, value) in keys.iter().zip(after).take(depth) {
                self.equal(equal, value)?;
                self.push(" AND ");
            }
            self.behind(key, value)?;
            self.push(")");
        }
        Ok(())
    }

    fn equal(&mut self, key: &Key, value: &Value) -> Result<()> {
        if value.is_null() {
            self.push(&key.text).push(" IS NULL");
        } else {
            self.push(&key.text).push(" = ").bind(key.ty, value)?;
        }
        Ok(())
    }

    fn behind(&mut self, key: &Key, value: &Value) -> Result<()> {
        match (value.is_null(), key.descending) {
            (true, true) => self.push("FALSE"),
            (true, false) => self.push(&key.text).push(" IS NOT NULL"),
            (false, false) => self.push(&key.text).push(" > ").bind(key.ty, value)?,
            (false, true) => {
                self.push("(").push(&key.text).push(" < ").bind(key.ty, value)?;
                if key.nullable {
                    self.push(" OR ").push(&key.text).push(" IS NULL");
                }
                self.push(")")
            }
        };
        Ok(())
    }

    fn group(&mut self, group: &Group, decl: &EntityDecl, table: &str, other: &str) -> Result<()> {
        match group {
            Group::Column(column) => {
                self.push(&column_of(table, decl, *column));
            }
            Group::Through(step, column) => {
                self.push(&column_of(other, step.target(), *column));
            }
            Group::Month(column) => self.dialect.month(&mut self.text, &column_of(table, decl, *column)),
            Group::Band(column, limits) => self.band(&column_of(table, decl, *column), limits, other)?,
        }
        Ok(())
    }

    /// The number of limits that a day is before.
    fn band(&mut self, column: &str, limits: &[Day], other: &str) -> Result<()> {
        if limits.len() > MAX_SINGLE_BANDS {
            let values: Vec<Value> = limits.iter().copied().map(Value::Day).collect();
            self.push("(SELECT count(*) FROM ").values(other, ValueType::Day, values.iter())?;
            self.push(" WHERE ").push(column).push(" < ").push(other).push(".v)");
            return Ok(());
        }
        self.push("(0");
        for limit in limits {
            self.push(" + CASE WHEN ").push(column).push(" < ").bind(ValueType::Day, &Value::Day(*limit))?.push(" THEN 1 ELSE 0 END");
        }
        self.push(")");
        Ok(())
    }

    /// Joins what a group leads to, within its scope: a record outside is treated as missing.
    fn join(&mut self, group: &Group, decl: &EntityDecl, table: &str, other: &str) -> Result<()> {
        let Group::Through(step, _) = group else { return Ok(()) };
        let (here, there) = (column_of(table, decl, step.here()), column_of(other, step.target(), step.there()));
        let joined = self.dialect.table(step.target().table);
        self.push(" LEFT JOIN ").push(&joined).push(" AS ").push(other).push(" ON ").of_company(other);
        self.push(" AND ").push(&there).push(" = ").push(&here).and(step.within(), step.target(), other)?;
        Ok(())
    }

    fn grouped(&mut self, groups: usize) {
        for (clause, order) in [(" GROUP BY ", ""), (" ORDER BY ", " NULLS FIRST")] {
            for number in 1..=groups {
                let text = format!("{}{number}{order}", if number == 1 { clause } else { ", " });
                self.push(&text);
            }
        }
    }
}
