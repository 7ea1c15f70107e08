//! A storage that counts: it passes everything on, and keeps how many statements each unit of work took.
//!
//! The end is counted as one statement, and a write that commits at once is split, because what is over cannot be asked.

use crm_core::{
    Result,
    entity::Record,
    ids::CompanyId,
    query::Query,
    storage::{ChangeSet, LockKeys, Mode, Storage, UnitOfWork, Written},
};
use std::sync::{Arc, Mutex, MutexGuard, PoisonError};

/// A unit of work that ended.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Ended {
    /// What it was for.
    pub mode: Mode,
    /// Its statements, `BEGIN` and `COMMIT` included.
    pub statements: u32,
    /// Whether it was committed.
    pub committed: bool,
}

/// A storage that counts the statements of another.
#[derive(Clone)]
pub struct Counting {
    inner: Arc<dyn Storage>,
    ended: Arc<Mutex<Vec<Ended>>>,
}

impl Counting {
    /// Counts what another storage does.
    pub fn new(inner: Arc<dyn Storage>) -> Self {
        Self { inner, ended: Arc::default() }
    }

    /// The units of work that ended since this was asked last.
    pub fn take(&self) -> Vec<Ended> {
        std::mem::take(&mut lock(&self.ended))
    }
}

fn lock(ended: &Mutex<Vec<Ended>>) -> MutexGuard<'_, Vec<Ended>> {
    ended.lock().unwrap_or_else(PoisonError::into_inner)
}

struct Work<'s> {
    inner: Option<Box<dyn UnitOfWork + 's>>,
    mode: Mode,
    ended: Arc<Mutex<Vec<Ended>>>,
}

impl<'s> Work<'s> {
    fn inner(&mut self) -> Result<&mut Box<dyn UnitOfWork + 's>> {
        self.inner.as_mut().ok_or_else(ended)
    }

    fn end(&mut self, committed: bool) -> Result<Box<dyn UnitOfWork + 's>> {
        let inner = self.inner.take().ok_or_else(ended)?;
        let statements = inner.statements().saturating_add(1);
        lock(&self.ended).push(Ended { mode: self.mode, statements, committed });
        Ok(inner)
    }
}

fn ended() -> crm_core::Error {
    crm_core::Error::corrupt("the unit of work has ended")
}

#[async_trait::async_trait]
impl Storage for Counting {
    async fn begin(&self, company: CompanyId, mode: Mode) -> Result<Box<dyn UnitOfWork + '_>> {
        let inner = Some(self.inner.begin(company, mode).await?);
        Ok(Box::new(Work { inner, mode, ended: self.ended.clone() }))
    }
}

#[async_trait::async_trait]
impl UnitOfWork for Work<'_> {
    async fn read(&mut self, locks: &LockKeys, queries: &[Query]) -> Result<Vec<Vec<Record>>> {
        self.inner()?.read(locks, queries).await
    }

    async fn write(&mut self, changes: &ChangeSet) -> Result<Written> {
        self.inner()?.write(changes).await
    }

    async fn commit(mut self: Box<Self>) -> Result<()> {
        self.end(true)?.commit().await
    }

    async fn rollback(mut self: Box<Self>) -> Result<()> {
        self.end(false)?.rollback().await
    }

    fn statements(&self) -> u32 {
        self.inner.as_ref().map_or(0, |inner| inner.statements())
    }
}
