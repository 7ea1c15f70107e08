//! The runner of migrations: the host calls it, the library never does by itself.
//!
//! Invariant: a step and the note that it was applied become durable together, so that applying can stop anywhere and be run again.

use crate::{
    dialect::Dialect,
    statement::{Executor, Outcome, SqlValue, Statement},
    translator::Translator,
};
use crm_core::{Code, Error, Result, storage::Mode, time::Instant};
use sha2::{Digest, Sha256};
use std::{borrow::Cow, collections::BTreeMap};

/// One statement of the schema.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Step {
    /// Its id, by which it is known for ever.
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

/// Steps that were applied, by their ids.
pub type Applied = Vec<String>;

/// Compares and brings a database to the steps of this version of the library.
#[derive(Debug)]
pub struct Migrations<'a, E, D> {
    executor: &'a mut E,
    translator: &'a Translator<D>,
    steps: &'a [Step],
}

impl<'a, E: Executor, D: Dialect> Migrations<'a, E, D> {
    /// A runner of steps.
    pub fn new(executor: &'a mut E, translator: &'a Translator<D>, steps: &'a [Step]) -> Self {
        Self { executor, translator, steps }
    }

    /// The steps that are missing; changes nothing.
    ///
    /// # Errors
    /// `schema.mismatch` if a step was applied that this version does not know, or knows otherwise.
    pub async fn plan(&mut self) -> Result<Vec<Step>> {
        let pending = self.pending(Mode::Read).await;
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
            Some(first) => Err(Error::new(Code::SchemaMismatch, format!("{} migration steps are missing, from `{}`", pending.len(), first.id))
                .with("missing", pending.len())
                .with("step", &first.id)),
        }
    }

    /// Applies the steps that are missing, each in a transaction of its own with the note of it; `at` is noted with them.
    ///
    /// # Errors
    /// `schema.mismatch`, `storage.*`.
    pub async fn apply(&mut self, at: Option<Instant>) -> Result<Applied> {
        let mut applied = Applied::new();
        loop {
            let next = match self.prepare().await {
                Ok(pending) => pending.into_iter().next(),
                Err(error) => return self.give_up(error).await,
            };
            let Some(step) = next else { break };
            let at = at.map_or(SqlValue::Null, |at| SqlValue::Int(at.timestamp_micros()));
            let note = vec![SqlValue::Text(step.id.to_string()), SqlValue::Text(step.checksum()), at];
            let note = Statement::new("INSERT INTO crm_migrations (step, checksum, applied_at) VALUES (?1, ?2, ?3)", note);
            let batch = vec![Statement::new(step.sql.as_ref(), Vec::new()), note, self.translator.commit()];
            if let Err(error) = self.executor.run(batch).await {
                return self.give_up(error.with("step", &step.id)).await;
            }
            applied.push(step.id.into_owned());
        }
        self.executor.rollback().await?;
        Ok(applied)
    }

    /// Begins to write, makes the table of notes if need be, and gives what is missing.
    async fn prepare(&mut self) -> Result<Vec<Step>> {
        let table = "CREATE TABLE IF NOT EXISTS crm_migrations (step TEXT NOT NULL PRIMARY KEY, checksum TEXT NOT NULL, applied_at INTEGER)";
        let table = format!("{table}{}", self.translator.dialect().table_options());
        let batch = vec![self.translator.begin(Mode::Write), Statement::new(table, Vec::new())];
        self.executor.run(batch).await?;
        let outcomes = self.executor.run(vec![applied_steps()]).await?;
        self.missing(outcomes)
    }

    async fn give_up(&mut self, error: Error) -> Result<Applied> {
        self.executor.rollback().await?;
        Err(error)
    }

    async fn pending(&mut self, mode: Mode) -> Result<Vec<Step>> {
        let exists = Statement::new(self.translator.dialect().table_exists(), vec![SqlValue::Text("crm_migrations".to_owned())]);
        let outcomes = self.executor.run(vec![self.translator.begin(mode), exists]).await?;
        if outcomes.last().is_none_or(|o| o.cells.is_empty()) {
            return Ok(self.steps.to_vec());
        }
        let outcomes = self.executor.run(vec![applied_steps()]).await?;
        self.missing(outcomes)
    }

    fn missing(&self, outcomes: Vec<Outcome>) -> Result<Vec<Step>> {
        let mut applied = BTreeMap::new();
        let mut cells = outcomes.into_iter().flat_map(|o| o.cells);
        while let (Some(SqlValue::Text(step)), Some(SqlValue::Text(checksum))) = (cells.next(), cells.next()) {
            applied.insert(step, checksum);
        }
        let mut missing = Vec::new();
        for step in self.steps {
            match applied.remove(step.id.as_ref()) {
                None => missing.push(step.clone()),
                Some(checksum) if checksum == step.checksum() => {}
                Some(_) => return Err(mismatch(&step.id, "is not the one that was applied")),
            }
        }
        match applied.keys().next() {
            Some(unknown) => Err(mismatch(unknown, "was applied by another version of the library")),
            None => Ok(missing),
        }
    }
}

fn applied_steps() -> Statement {
    Statement::new("SELECT step, checksum FROM crm_migrations ORDER BY step", Vec::new())
}

fn mismatch(step: &str, reason: &str) -> Error {
    Error::new(Code::SchemaMismatch, format!("the migration step `{step}` {reason}")).with("step", step)
}
