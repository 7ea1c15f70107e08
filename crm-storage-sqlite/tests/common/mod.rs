//! A migrated database in a temporary folder, permits, and change sets.
#![allow(
    dead_code,
    clippy::unwrap_used,
    clippy::expect_used,
    missing_docs,
    unreachable_pub,
    reason = "shared by tests, none of which uses all of it"
)]

use chrono::DateTime;
use crm_core::{
    access::{Guard, Operator, Permit, Principal, Right, Role, ScopeLevel},
    entity::{Entity, Stored},
    ids::{CompanyId, CustomerGroupId, OperatorId, SequentialIds},
    query::{Query, Report, Select},
    storage::{ChangeSet, Context, LockKeys, Mode, Storage, Written},
};
use crm_storage_sqlite::{Durability, SqliteOptions, SqliteStorage};
use std::{
    future::Future,
    path::PathBuf,
    pin::Pin,
    sync::Arc,
    task::{Context as Polling, Waker},
    time::Duration,
};
use tempfile::TempDir;
use uuid::Uuid;

/// How long anything is waited for before a test gives up: too long, on whatever machine.
pub const PATIENCE: Duration = Duration::from_secs(300);

/// A future that has begun and waits: it stands in the queue that it waits in, before any that begins after it.
pub fn waiting<'f, T>(future: impl Future<Output = T> + Send + 'f) -> Pin<Box<dyn Future<Output = T> + Send + 'f>> {
    let mut future: Pin<Box<dyn Future<Output = T> + Send + 'f>> = Box::pin(future);
    assert!(future.as_mut().poll(&mut Polling::from_waker(Waker::noop())).is_pending(), "it is done, and should wait");
    future
}

pub struct Books {
    pub storage: SqliteStorage,
    pub folder: TempDir,
}

impl Books {
    pub fn path(&self) -> PathBuf {
        self.folder.path().join("books.db")
    }
}

pub async fn books() -> Books {
    let folder = tempfile::tempdir().unwrap();
    let options = SqliteOptions::new(folder.path().join("books.db")).durability(Durability::Normal);
    let storage = SqliteStorage::open(options).await.unwrap();
    storage.migrations().apply().await.unwrap();
    Books { storage, folder }
}

pub fn company(number: u128) -> CompanyId {
    CompanyId(Uuid::from_u128(number))
}

pub fn operator(number: u128) -> OperatorId {
    OperatorId(Uuid::from_u128(number))
}

pub fn all_rights(reach: ScopeLevel, groups: &[CustomerGroupId]) -> Guard {
    let role = Role::with("all", "All", reach, Right::ALL);
    Guard::of(company(1), Principal::host(operator(7), &["all"], groups), None::<&Operator>, &[role], 0)
}

pub fn permit() -> Permit {
    all_rights(ScopeLevel::All, &[]).permit(Right::CustomersRead).unwrap()
}

pub fn blind_permit() -> Permit {
    let rights: Vec<Right> = Right::ALL.iter().copied().filter(|r| *r != Right::CostRead).collect();
    let role = Role::with("few", "Few", ScopeLevel::All, &rights);
    let guard = Guard::of(company(1), Principal::host(operator(7), &["few"], &[]), None::<&Operator>, &[role], 0);
    guard.permit(Right::CustomersRead).unwrap()
}

pub fn changes(seed: u64) -> ChangeSet {
    ChangeSet::new(Context {
        operation: "test",
        at: DateTime::from_timestamp_micros(1_290_000_000_123_456).unwrap(),
        operator: operator(7),
        on_behalf_of: None,
        operation_id: None,
        request_id: None,
        ids: Arc::new(SequentialIds::new(seed)),
    })
}

pub async fn write(storage: &dyn Storage, changes: &ChangeSet) -> crm_core::Result<Written> {
    storage.begin(company(1), Mode::Write).await?.write_and_commit(changes).await
}

pub async fn all<E: Entity>(storage: &dyn Storage) -> Vec<Stored<E>> {
    select(storage, Select::<E>::new(&permit())).await
}

pub async fn select<E: Entity>(storage: &dyn Storage, select: Select<E>) -> Vec<Stored<E>> {
    let mut work = storage.begin(company(1), Mode::Read).await.unwrap();
    let rows = work.read(&LockKeys::none(), &[Query::Select(select.plan())]).await.unwrap().remove(0);
    rows.into_iter().map(|row| Stored::from_record(row).unwrap()).collect()
}

pub async fn report<E: Entity>(storage: &dyn Storage, report: &Report<E>) -> crm_core::Result<Vec<crm_core::entity::Record>> {
    let mut work = storage.begin(company(1), Mode::Read).await?;
    Ok(work.read(&LockKeys::none(), &[Query::Report(report.plan())]).await?.remove(0))
}
