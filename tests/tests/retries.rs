//! Which errors of storage an act gets past by itself, and how often it tries: a storage that fails to begin in a given order.
#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic, reason = "tests: a failed expectation is a panic")]

use crm_core::{
    Code, Error, Result,
    audit::{Action, AuditEntry},
    customers::Customer,
    ids::CompanyId,
    limits::MAX_RETRIES,
    pricing::{PolicyLevel, PriceSettings},
    sales::NewDelivery,
    session::Session,
    storage::{MemoryStorage, Mode, Storage, UnitOfWork},
};
use crm_tests::{harness::Harness, runtime};
use std::sync::{Arc, Mutex};

/// A storage in memory whose units of work for writing fail to begin, with these codes from the last to the first; with none they begin.
#[derive(Default)]
struct Failing {
    inner: MemoryStorage,
    codes: Mutex<Vec<Option<Code>>>,
}

#[async_trait::async_trait]
impl Storage for Failing {
    async fn begin(&self, company: CompanyId, mode: Mode) -> Result<Box<dyn UnitOfWork + '_>> {
        let code = if mode == Mode::Write { self.codes.lock().unwrap().pop().flatten() } else { None };
        match code {
            Some(code) => Err(Error::new(code, "as the test wants it")),
            None => self.inner.begin(company, mode).await,
        }
    }
}

/// The result of an act on a storage that fails in this order, and how many of the failures were met.
async fn met(codes: &[Code], key: Option<&str>, within: bool) -> (std::result::Result<(), Code>, usize) {
    let storage = Arc::new(Failing::default());
    let shop = Harness::on(storage.clone()).shop().await;
    *storage.codes.lock().unwrap() = codes.iter().rev().copied().map(Some).collect();
    let session: Session<'_> = if within { shop.session.within(storage.as_ref()) } else { shop.session.clone() };
    let session = key.map_or(session.clone(), |key| session.idempotent(key));
    let done = session.customers().create(Customer::new("X", "X")).await.map(drop).map_err(|e| e.code());
    let left = storage.codes.lock().unwrap().len();
    (done, codes.len() - left)
}

#[test]
fn an_act_gets_past_what_another_attempt_can_get_past_and_no_further() {
    runtime().block_on(async {
        let many = [Code::StorageConflict; 20];
        assert_eq!(met(&[Code::StorageConflict, Code::StorageUnavailable, Code::StorageConflict], None, false).await, (Ok(()), 3));
        assert_eq!(met(&many, None, false).await, (Err(Code::StorageConflict), MAX_RETRIES as usize + 1));
        assert_eq!(met(&[Code::StorageFull; 2], None, false).await, (Err(Code::StorageFull), 1));
    });
}

#[test]
fn who_waited_for_a_busy_storage_is_told_at_once() {
    runtime().block_on(async { assert_eq!(met(&[Code::StorageBusy; 2], Some("k"), false).await, (Err(Code::StorageBusy), 1)) });
}

#[test]
fn an_unknown_outcome_is_settled_by_the_key_or_told_as_unknown() {
    runtime().block_on(async {
        assert_eq!(met(&[Code::CommitUnknown], None, false).await, (Err(Code::CommitUnknown), 1));
        assert_eq!(met(&[Code::CommitUnknown], Some("k"), false).await, (Ok(()), 1));
        let mut gone = vec![Code::CommitUnknown];
        gone.extend([Code::StorageUnavailable; 20]);
        assert_eq!(met(&gone, Some("k"), false).await, (Err(Code::CommitUnknown), MAX_RETRIES as usize + 1));
        assert_eq!(met(&[Code::CommitUnknown, Code::StorageBusy], Some("k"), false).await, (Err(Code::CommitUnknown), 2));
    });
}

#[test]
fn within_a_transaction_of_the_host_he_is_told_at_once() {
    runtime().block_on(async {
        for code in [Code::StorageConflict, Code::StorageUnavailable] {
            assert_eq!(met(&[code; 2], Some("k"), true).await, (Err(code), 1));
        }
    });
}

#[test]
fn a_refusal_that_cannot_be_noted_is_a_refusal_all_the_same() {
    runtime().block_on(async {
        let storage = Arc::new(Failing::default());
        let shop = Harness::on(storage.clone()).shop().await;
        let settings = PriceSettings { below_cost: PolicyLevel::Block, ..PriceSettings::default() };
        shop.session.pricing().set_settings(&settings).await.unwrap();
        shop.receive("1", "5").await;
        let (seller, session) = shop.operator("sam", &["salesperson"], &[]).await;
        let mine = shop.customer_of("MINE", Some(seller), None).await.id;
        let below = NewDelivery { customer_id: mine, ..shop.delivery("1", "4") };
        let noted = async || shop.session.audit().count(&AuditEntry::action().eq(Action::Refuse)).await.unwrap();
        *storage.codes.lock().unwrap() = vec![Some(Code::StorageUnavailable), None];
        assert_eq!(session.sales().deliver(&below).await.unwrap_err().code(), Code::PriceRefused);
        assert_eq!((noted().await, storage.codes.lock().unwrap().len()), (0, 0));
        assert_eq!(session.sales().deliver(&below).await.unwrap_err().code(), Code::PriceRefused);
        assert_eq!(noted().await, 1);
    });
}
