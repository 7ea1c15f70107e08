//! Conditions as SQL.
//!
//! Invariant: every condition is true or false and never unknown, so that `NOT` inverts exactly that.

use crate::{
    dialect::Dialect,
    sql::{Sql, column_of, is_nullable, type_of},
};
use crm_core::{
    Result,
    entity::{Aggregate, ColumnRole, EntityDecl, Value, ValueType},
    query::{Derived, Last, Op, Predicate, Source, Test},
};
use uuid::Uuid;

/// Whether a condition holds for every row, or for none, whatever the data.
fn constant(predicate: &Predicate, decl: &EntityDecl) -> Option<bool> {
    match predicate {
        Predicate::True => Some(true),
        Predicate::False => Some(false),
        Predicate::And(all) if all.iter().any(|p| constant(p, decl) == Some(false)) => Some(false),
        Predicate::And(all) => all.iter().all(|p| constant(p, decl) == Some(true)).then_some(true),
        Predicate::Or(any) if any.iter().any(|p| constant(p, decl) == Some(true)) => Some(true),
        Predicate::Or(any) => any.iter().all(|p| constant(p, decl) == Some(false)).then_some(false),
        Predicate::Not(inner) => constant(inner, decl).map(|c| !c),
        Predicate::Test(column, test) => constant_test(*column, test, decl),
        Predicate::Derived(derived, test) => (matches!(test, Test::IsEmpty) && !derived.is_nullable()).then_some(false),
        Predicate::Within(_, tree, _) => tree.tree_parent.is_none().then_some(false),
        Predicate::Exists(step, inner) => [step.within(), inner].iter().any(|p| constant(p, step.target()) == Some(false)).then_some(false),
        Predicate::Among(_, source) => is_empty(source).then_some(false),
    }
}

/// Whether a source is empty, whatever the data.
fn is_empty(source: &Source) -> bool {
    match source {
        Source::Values(..) | Source::Last(_) => false,
        Source::Rows(decl, _, predicate) => constant(predicate, decl) == Some(false),
        Source::First(plan, _) => constant(plan.predicate(), plan.decl()) == Some(false),
        Source::Above(tree, from) => tree.tree_parent.is_none() || is_empty(from),
    }
}

fn constant_test(column: usize, test: &Test, decl: &EntityDecl) -> Option<bool> {
    let is_false = match test {
        Test::IsEmpty => !is_nullable(decl, column),
        Test::Compare(_, value) => value.is_null(),
        Test::Between(_, high) => high.is_null(),
        Test::Contains(_) | Test::StartsWith(_) => type_of(decl, column) != ValueType::Text,
        Test::In(values) => values.iter().all(Value::is_null),
        Test::Within(_) => true,
    };
    is_false.then_some(false)
}

/// The smallest text after all texts that begin with a prefix, if there is one.
fn behind(prefix: &str) -> Option<String> {
    let mut chars: Vec<char> = prefix.chars().collect();
    while let Some(last) = chars.pop() {
        let next = if last == '\u{D7FF}' { Some('\u{E000}') } else { char::from_u32(u32::from(last).saturating_add(1)) };
        if let Some(next) = next {
            chars.push(next);
            return Some(chars.into_iter().collect());
        }
    }
    None
}

impl<D: Dialect> Sql<'_, D> {
    /// Writes a condition on the rows of a table.
    pub(crate) fn predicate(&mut self, predicate: &Predicate, decl: &'static EntityDecl, alias: &str) -> Result<()> {
        if let Some(constant) = constant(predicate, decl) {
            self.push(if constant { "TRUE" } else { "FALSE" });
            return Ok(());
        }
        match predicate {
            Predicate::True | Predicate::False => Ok(()),
            Predicate::And(all) => self.joined(all, " AND ", true, decl, alias),
            Predicate::Or(any) => self.with_joins(false, |sql| sql.joined(any, " OR ", false, decl, alias)),
            Predicate::Not(inner) => {
                // A test that must find none is joined as well, but nothing within a larger condition.
                let may_join = self.may_join && matches!(**inner, Predicate::Among(..) | Predicate::Exists(..));
                self.push("NOT (");
                self.with_joins(may_join, |sql| sql.predicate(inner, decl, alias))?;
                self.push(")");
                Ok(())
            }
            Predicate::Test(column, test) => self.test(*column, test, decl, alias),
            Predicate::Derived(derived, test) => self.derived_test(derived, test, decl, alias),
            Predicate::Within(column, tree, root) => self.within(&column_of(alias, decl, *column), is_nullable(decl, *column), tree, *root),
            Predicate::Exists(step, inner) => {
                self.exists(step.target(), (&column_of(alias, decl, step.here()), step.there()), &[step.within(), inner])
            }
            Predicate::Among(column, source) => {
                let (nullable, here) = (is_nullable(decl, *column), column_of(alias, decl, *column));
                let rows = match &**source {
                    Source::Rows(target, there, inner) if self.dialect.joins_rows() && target.key() != [*there] => Some((target, *there, inner)),
                    _ => None,
                };
                match rows {
                    // One set is joined; those within it are materialized, so that joins do not multiply.
                    Some((target, there, inner)) if self.may_join => self.with_joins(false, |sql| sql.exists(target, (&here, there), &[inner])),
                    _ => {
                        let (before, after) = if rows.is_some() { (" = ANY (ARRAY(", ")))") } else { (" IN (", "))") };
                        self.open(&here, nullable).push(&here).push(before);
                        self.with_joins(false, |sql| sql.source(source))?;
                        self.push(after);
                        Ok(())
                    }
                }
            }
        }
    }

    /// Writes conditions with a connective between them; redundant ones are left out.
    fn joined(&mut self, parts: &[Predicate], connective: &str, neutral: bool, decl: &'static EntityDecl, alias: &str) -> Result<()> {
        self.push("(");
        let mut parts = parts.iter().filter(|p| constant(p, decl) != Some(neutral));
        if let Some(first) = parts.next() {
            self.predicate(first, decl, alias)?;
        }
        for part in parts {
            self.push(connective);
            self.predicate(part, decl, alias)?;
        }
        self.push(")");
        Ok(())
    }

    /// Writes that another entity has a row whose column equals one here and that meets conditions.
    fn exists(&mut self, target: &'static EntityDecl, (here, there): (&str, usize), meets: &[&Predicate]) -> Result<()> {
        let other = self.alias();
        self.push("EXISTS (SELECT 1").from(target, &other).push(" WHERE ").of_company(&other);
        self.push(" AND ").push(&column_of(&other, target, there)).push(" = ").push(here);
        for condition in meets {
            self.and(condition, target, &other)?;
        }
        self.push(")");
        Ok(())
    }

    /// Writes a derived field: a sub-select on the related rows, or null in rows in which the caller may not see it.
    pub(crate) fn derived(&mut self, derived: &Derived, decl: &'static EntityDecl, alias: &str) -> Result<()> {
        let (step, is_seen) = (derived.step(), matches!(derived.seen(), Predicate::True));
        if !is_seen {
            self.push("CASE WHEN ");
            self.with_joins(false, |sql| sql.predicate(derived.seen(), decl, alias))?;
            self.push(" THEN ");
        }
        let (other, target) = (self.alias(), step.target());
        let column = column_of(&other, target, derived.column());
        self.push("(SELECT ");
        match derived.aggregate() {
            Aggregate::Sum(_) => self.dialect.total(&mut self.text, &column, derived.ty()),
            Aggregate::Max(_) => drop(self.push("max(").push(&column).push(")")),
        }
        self.from(target, &other).push(" WHERE ").of_company(&other).push(" AND ");
        let same = format!("{} = {}", column_of(&other, target, step.there()), column_of(alias, decl, step.here()));
        self.dialect.selective(&mut self.text, &same);
        self.with_joins(false, |sql| sql.and(step.within(), target, &other).map(drop))?;
        self.push(if is_seen { ")" } else { ") END" });
        Ok(())
    }

    /// A test of a derived field. It is computed once, so the test rather than the field is asked whether it is null.
    fn derived_test(&mut self, derived: &Derived, test: &Test, decl: &'static EntityDecl, alias: &str) -> Result<()> {
        let before = std::mem::take(&mut self.text);
        self.derived(derived, decl, alias)?;
        let value = std::mem::replace(&mut self.text, before);
        if matches!(test, Test::IsEmpty) {
            self.push(&value).push(" IS NULL");
            return Ok(());
        }
        self.push("((");
        self.compare(&value, derived.ty(), test)?;
        self.push(if derived.is_nullable() { ") IS TRUE)" } else { "))" });
        Ok(())
    }

    /// Adds a condition to the previous ones with `AND`, unless it holds for every row.
    pub(crate) fn and(&mut self, predicate: &Predicate, decl: &'static EntityDecl, alias: &str) -> Result<&mut Self> {
        if constant(predicate, decl) != Some(true) {
            self.push(" AND ");
            self.predicate(predicate, decl, alias)?;
        }
        Ok(self)
    }

    /// Writes a select of the values of a source, without nulls.
    fn source(&mut self, source: &Source) -> Result<()> {
        match source {
            Source::Values(decl, column, values) => {
                let alias = self.alias();
                self.push("SELECT ").push(&alias).push(".v FROM ");
                self.values(&alias, type_of(decl, *column), values.iter().filter(|v| !v.is_null()))?;
            }
            Source::Rows(decl, column, predicate) => {
                let alias = self.alias();
                let column_text = column_of(&alias, decl, *column);
                self.push("SELECT ").push(&column_text).from(decl, &alias).push(" WHERE ").of_company(&alias);
                if is_nullable(decl, *column) {
                    self.push(" AND ").push(&column_text).push(" IS NOT NULL");
                }
                self.and(predicate, decl, &alias)?;
            }
            Source::First(plan, column) => crate::query::first(self, plan, *column)?,
            Source::Above(tree, from) => self.above(tree, from)?,
            Source::Last(last) => self.last(last)?,
        }
        Ok(())
    }

    fn above(&mut self, tree: &EntityDecl, from: &Source) -> Result<()> {
        let Some(parent) = tree.tree_parent else { return Ok(()) };
        let (node, table) = (self.alias(), self.dialect.table(tree.table));
        let (above, up) = (format!("above_{node}"), format!("{node}.{parent}"));
        self.push("WITH RECURSIVE ").push(&above).push("(id) AS (");
        self.source(from)?;
        self.push(" UNION SELECT ").push(&up).push(" FROM ").push(&above).push(" CROSS JOIN ").push(&table).push(" AS ").push(&node);
        self.push(" WHERE ").of_company(&node).push(" AND ").push(&node).push(".id = ").push(&above).push(".id AND ").push(&up);
        self.push(" IS NOT NULL) SELECT id FROM ").push(&above);
        Ok(())
    }

    /// Each value takes one step down an index that starts with the column and the order.
    fn last(&mut self, last: &Last) -> Result<()> {
        let Last { decl, by, values, predicate, order } = last;
        let (list, row, found) = (self.alias(), self.alias(), self.alias());
        self.push("SELECT ").push(&found).push(".id FROM (SELECT (SELECT ").push(&row).push(".id").from(decl, &row).push(" WHERE ");
        self.of_company(&row).push(" AND ");
        let same = format!("{} = {list}.v", column_of(&row, decl, *by));
        self.dialect.selective(&mut self.text, &same);
        self.and(predicate, decl, &row)?;
        for (position, column) in order.iter().enumerate() {
            self.push(if position > 0 { ", " } else { " ORDER BY " }).push(&column_of(&row, decl, *column)).push(" DESC");
            if is_nullable(decl, *column) {
                self.push(" NULLS LAST");
            }
        }
        self.push(" LIMIT 1) AS id FROM ").values(&list, type_of(decl, *by), values.iter().filter(|v| !v.is_null()))?;
        self.push(") AS ").push(&found).push(" WHERE ").push(&found).push(".id IS NOT NULL");
        Ok(())
    }

    fn within(&mut self, column: &str, nullable: bool, tree: &EntityDecl, root: Uuid) -> Result<()> {
        let Some(parent) = tree.tree_parent else { return Ok(()) };
        let (node, table) = (self.alias(), self.dialect.table(tree.table));
        let below = format!("below_{node}");
        self.open(column, nullable).push(column).push(" IN (WITH RECURSIVE ").push(&below).push("(id) AS (SELECT ");
        self.bind(ValueType::Id, &Value::Id(root))?;
        self.push(" UNION SELECT ").push(&node).push(".id FROM ").push(&below).push(" CROSS JOIN ").push(&table).push(" AS ").push(&node);
        self.push(" WHERE ").of_company(&node).push(" AND ").push(&node).push(".").push(parent).push(" = ").push(&below).push(".id)");
        self.push(" SELECT id FROM ").push(&below).push("))");
        Ok(())
    }

    /// Opens a test that an empty column does not pass.
    fn open(&mut self, column: &str, nullable: bool) -> &mut Self {
        self.push("(");
        if nullable {
            self.push(column).push(" IS NOT NULL AND ");
        }
        self
    }

    fn test(&mut self, position: usize, test: &Test, decl: &EntityDecl, alias: &str) -> Result<()> {
        let column = column_of(alias, decl, position);
        let ty = type_of(decl, position);
        if matches!(test, Test::IsEmpty) {
            self.push(&column).push(" IS NULL");
            return Ok(());
        }
        self.open(&column, is_nullable(decl, position));
        match test {
            Test::IsEmpty | Test::Within(_) => {}
            Test::Compare(Op::Eq, _) | Test::In(_) if is_selective(decl, position) => {
                let before = std::mem::take(&mut self.text);
                self.compare(&column, ty, test)?;
                let condition = std::mem::replace(&mut self.text, before);
                self.dialect.selective(&mut self.text, &condition);
            }
            Test::Compare(..) | Test::In(_) | Test::Between(..) => self.compare(&column, ty, test)?,
            Test::Contains(part) => {
                let parameter = self.parameter(ty, &Value::Text(part.clone()))?;
                self.dialect.contains(&mut self.text, &column, &parameter);
            }
            Test::StartsWith(prefix) => self.starts_with(&column, prefix)?,
        }
        self.push(")");
        Ok(())
    }

    /// Compares a column, or what is computed like one, with values.
    fn compare(&mut self, column: &str, ty: ValueType, test: &Test) -> Result<()> {
        match test {
            Test::Compare(op, value) => drop(self.push(column).push(operator(*op)).bind(ty, value)?),
            Test::In(values) => drop(self.among(column, ty, values.iter().filter(|v| !v.is_null()))?),
            Test::Between(low, high) => {
                if !low.is_null() {
                    self.push(column).push(" >= ").bind(ty, low)?.push(" AND ");
                }
                self.push(column).push(" <= ").bind(ty, high)?;
            }
            Test::Contains(_) | Test::StartsWith(_) | Test::Within(_) | Test::IsEmpty => drop(self.push("FALSE")),
        }
        Ok(())
    }

    /// Written with bounds, so that an index serves.
    fn starts_with(&mut self, column: &str, prefix: &str) -> Result<()> {
        let parameter = self.parameter(ValueType::Text, &Value::Text(prefix.to_owned()))?;
        self.push(column).push(" >= ").push(&parameter);
        if let Some(behind) = behind(prefix) {
            self.push(" AND ").push(column).push(" < ").bind(ValueType::Text, &Value::Text(behind))?;
        }
        self.push(" AND substr(").push(column).push(", 1, length(").push(&parameter).push(")) = ").push(&parameter);
        Ok(())
    }
}

/// Whether few rows share a value in a column, and an index covers it. The key needs no hint.
fn is_selective(decl: &EntityDecl, position: usize) -> bool {
    let Some(column) = decl.columns().get(position).filter(|_| decl.key().first() != Some(&position)) else { return false };
    let is_named = |fields: &&[&str]| fields.contains(&column.name.as_str());
    let is_key = column.ty == ValueType::Id || matches!(column.role, ColumnRole::SearchKey(_));
    is_key || decl.unique.iter().chain(decl.indexes).any(is_named)
}

fn operator(op: Op) -> &'static str {
    match op {
        Op::Eq => " = ",
        Op::Ne => " <> ",
        Op::Lt => " < ",
        Op::Le => " <= ",
        Op::Gt => " > ",
        Op::Ge => " >= ",
    }
}

#[cfg(test)]
mod tests {
    use super::behind;

    #[test]
    fn the_text_behind_a_prefix_is_behind_every_text_that_begins_with_it() {
        assert_eq!(behind("ab").as_deref(), Some("ac"));
        assert_eq!(behind("a\u{10FFFF}").as_deref(), Some("b"));
        assert_eq!(behind("\u{D7FF}").as_deref(), Some("\u{E000}"));
        assert_eq!(behind("\u{10FFFF}"), None);
        assert_eq!(behind(""), None);
    }
}
