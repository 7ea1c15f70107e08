//! The migration runner: the host calls it, the library never runs it by itself.
//!
//! Invariant: a step and its record become durable together, so that applying can stop anywhere and be run again.

use crate::{
    dialect::Dialect,
    statement::{Executor, Outcome, SqlValue, Statement},
    translator::Translator,
};
use crm_core::{
    Code, Error, Result,
    entity::{Value, ValueType},
    limits::MAX_RETRIES,
    storage::Mode,
    time::Instant,
};
use sha2::{Digest, Sha256};
use std::{borrow::Cow, collections::BTreeMap};

/// One statement of the schema.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Step {
    /// Its permanent id.
    pub id: Cow<'static, str>,
    /// The statement.
    pub sql: Cow<'static, str>,
}

impl Step {
    /// SHA-256 of the statement, in hex.
    pub fn checksum(&self) -> String {
        Sha256::digest(self.sql.as_bytes()).iter().map(|byte| format!("{byte:02x}")).collect()
    }
}

/// The steps of a migration file: each begins with a line `-- step <id>` and ends with `;`.
pub fn parse_steps(file: &'static str) -> Vec<Step> {
    let parts = file.split("\n-- step ").skip(1);
    let step = |part: &'static str| part.split_once('\n').map(|(id, sql)| (id.trim(), sql.trim().trim_end_matches(';')));
    parts.filter_map(step).map(|(id, sql)| Step { id: id.into(), sql: sql.into() }).collect()
}

/// The steps and their records, as one script for the host's own migration tool; afterwards [`Migrations::verify`] passes. Run it as one transaction:
/// if the tables are in a separate schema, the script sets `search_path` for the transaction, and restores it at the end, so that the tool finds its
/// own tables afterwards.
pub fn script<D: Dialect>(dialect: &D, steps: &[Step]) -> String {
    let (remember, leave) = dialect.leave_schema();
    let mut statements = remember;
    statements.extend(dialect.enter_schema());
    statements.push(notes(dialect));
    for step in steps {
        statements.push(step.sql.to_string());
        statements.push(format!("INSERT INTO {NOTES} (step, checksum) SELECT '{}', '{}'", step.id, step.checksum()));
    }
    statements.extend(leave);
    statements.into_iter().map(|statement| format!("{statement};\n")).collect()
}

/// The table of applied steps.
const NOTES: &str = "crm_migrations";
/// A row of that table that is not a step: whoever applies steps locks it, on engines where beginning to write does not keep others out.
const LOCK: &str = "lock";

fn notes<D: Dialect>(dialect: &D) -> String {
    let (text, moment) = (dialect.column_type(ValueType::Text), dialect.column_type(ValueType::Instant));
    let options = dialect.table_options();
    format!("CREATE TABLE IF NOT EXISTS {NOTES} (step {text} NOT NULL PRIMARY KEY, checksum {text} NOT NULL, applied_at {moment}){options}")
}

/// The ids of applied steps.
pub type Applied = Vec<String>;

/// Compares a database with the steps of this version of the library, and brings it up to date.
#[derive(Debug)]
pub struct Migrations<'a, E, D> {
    executor: &'a mut E,
    translator: &'a Translator<D>,
    steps: &'a [Step],
}

impl<'a, E: Executor, D: Dialect> Migrations<'a, E, D> {
    /// A runner for these steps.
    pub fn new(executor: &'a mut E, translator: &'a Translator<D>, steps: &'a [Step]) -> Self {
        Self { executor, translator, steps }
    }

    /// The steps that are missing; changes nothing.
    ///
    /// # Errors
    /// `schema.mismatch` if a step was applied that this version does not know, or has in another form.
    pub async fn plan(&mut self) -> Result<Vec<Step>> {
        let pending = self.pending().await;
        self.executor.rollback().await?;
        pending
    }

    /// Passes if nothing is missing; changes nothing.
    ///
    /// # Errors
    /// `schema.mismatch`.
    pub async fn verify(&mut self) -> Result<()> {
        let pending = self.plan().await?;
        match pending.first() {
            None => Ok(()),
            Some(first) => {
                Err(Error::new(Code::SchemaMismatch, format!("{} migration steps are missing, starting at `{}`", pending.len(), first.id))
                    .with("missing", pending.len())
                    .with("step", &first.id))
            }
        }
    }

    /// Applies the missing steps, each in its own transaction together with its record, which includes `at`. Several callers may apply at once: one
    /// does the work, the others wait and find nothing to do.
    ///
    /// # Errors
    /// `schema.mismatch`, `storage.*`.
    pub async fn apply(&mut self, at: Option<Instant>) -> Result<Applied> {
        let mut applied = Applied::new();
        let mut attempts = 0_u32;
        loop {
            let next = match self.prepare().await {
                Ok(pending) => pending.into_iter().next(),
                Err(error) if (error.is_retryable() || is_made_by_another(&error)) && attempts < MAX_RETRIES => {
                    self.executor.rollback().await?;
                    attempts = attempts.saturating_add(1);
                    continue;
                }
                Err(error) => return self.give_up(error).await,
            };
            let Some(step) = next else { break };
            let batch = vec![Statement::new(step.sql.as_ref(), Vec::new()), self.note(&step, at)?, self.translator.commit()];
            if let Err(error) = self.executor.run(batch).await {
                return self.give_up(error.with("step", &step.id)).await;
            }
            applied.push(step.id.into_owned());
        }
        self.executor.rollback().await?;
        Ok(applied)
    }

    fn note(&self, step: &Step, at: Option<Instant>) -> Result<Statement> {
        let dialect = self.translator.dialect();
        let mut values = vec![(ValueType::Text, Value::Text(step.id.to_string())), (ValueType::Text, Value::Text(step.checksum()))];
        values.extend(at.map(|at| (ValueType::Instant, Value::Instant(at))));
        let names = if at.is_some() { "step, checksum, applied_at" } else { "step, checksum" };
        let mut text = format!("INSERT INTO {NOTES} ({names}) SELECT ");
        let mut params = Vec::with_capacity(values.len());
        for (number, (ty, value)) in (1..).zip(values) {
            text.push_str(if number > 1 { ", " } else { "" });
            dialect.placeholder(&mut text, number, ty);
            params.push(dialect.operand(ty, &value)?);
        }
        Ok(Statement::new(text, params))
    }

    /// Begins to write, creates the table of applied steps if necessary, keeps others out, and returns the missing steps.
    async fn prepare(&mut self) -> Result<Vec<Step>> {
        let dialect = self.translator.dialect();
        let mut batch = vec![self.translator.begin(Mode::Write)];
        batch.extend(dialect.enter_schema().into_iter().map(|text| Statement::new(text, Vec::new())));
        batch.push(Statement::new(notes(dialect), Vec::new()));
        if let Some(clause) = dialect.lock_clause() {
            let lock = format!("INSERT INTO {NOTES} (step, checksum) SELECT '{LOCK}', '' WHERE TRUE ON CONFLICT DO NOTHING");
            batch.push(Statement::new(lock, Vec::new()));
            batch.push(Statement::new(format!("SELECT step FROM {NOTES} WHERE step = '{LOCK}' {clause}"), Vec::new()));
        }
        self.executor.run(batch).await?;
        let outcomes = self.executor.run(vec![applied_steps(NOTES)]).await?;
        self.missing(outcomes)
    }

    async fn give_up(&mut self, error: Error) -> Result<Applied> {
        self.executor.rollback().await?;
        Err(error)
    }

    async fn pending(&mut self) -> Result<Vec<Step>> {
        let dialect = self.translator.dialect();
        let notes = dialect.table(NOTES);
        let exists = Statement::new(dialect.table_exists(), vec![SqlValue::Text(notes.to_string())]);
        let outcomes = self.executor.run(vec![self.translator.begin(Mode::Read), exists]).await?;
        if outcomes.last().is_none_or(|o| o.cells.is_empty()) {
            return Ok(self.steps.to_vec());
        }
        let outcomes = self.executor.run(vec![applied_steps(&notes)]).await?;
        self.missing(outcomes)
    }

    fn missing(&self, outcomes: Vec<Outcome>) -> Result<Vec<Step>> {
        let mut applied = BTreeMap::new();
        let mut cells = outcomes.into_iter().flat_map(|o| o.cells);
        while let (Some(SqlValue::Text(step)), Some(SqlValue::Text(checksum))) = (cells.next(), cells.next()) {
            applied.insert(step, checksum);
        }
        applied.remove(LOCK);
        let mut missing = Vec::new();
        for step in self.steps {
            match applied.remove(step.id.as_ref()) {
                None => missing.push(step.clone()),
                Some(checksum) if checksum == step.checksum() => {}
                Some(_) => return Err(mismatch(&step.id, "differs from the one that was applied")),
            }
        }
        match applied.keys().next() {
            Some(unknown) => Err(mismatch(unknown, "was applied by another version of the library")),
            None => Ok(missing),
        }
    }
}

/// Whether two callers created the schema or the table of applied steps at once: a server lets one of them fail, `IF NOT EXISTS` or not, with
/// different errors.
fn is_made_by_another(error: &Error) -> bool {
    // duplicate_object, duplicate_table, duplicate_schema
    matches!(error.context("sqlstate"), Some("42710" | "42P07" | "42P06"))
}

fn applied_steps(notes: &str) -> Statement {
    Statement::new(format!("SELECT step, checksum FROM {notes} ORDER BY step"), Vec::new())
}

fn mismatch(step: &str, reason: &str) -> Error {
    Error::new(Code::SchemaMismatch, format!("the migration step `{step}` {reason}")).with("step", step)
}
