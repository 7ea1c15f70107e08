//! Acts that queue for the writer share a commit: each is answered after it, and one that fails or is left harms no other.
#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic, reason = "tests")]

mod common;

use common::{PATIENCE, all, books, changes, company, waiting};
use crm_core::{
    Code, Error,
    customers::Customer,
    entity::Stored,
    ids::CustomerId,
    storage::{ChangeSet, Mode, Storage},
};
use std::path::Path;

fn customer(seed: u64, code: &str) -> ChangeSet {
    let mut set = changes(seed);
    set.insert(&Stored::new(set.new_id::<CustomerId>(), Customer::new(code, code)));
    set
}

/// Commits in the write-ahead log: frames that say how large the database is after them.
fn commits(database: &Path) -> usize {
    const HEADER: usize = 32;
    const FRAME: usize = 24;
    const PAGE: usize = 4096;
    let log = std::fs::read(database.with_extension("db-wal")).unwrap();
    let salt = &log[16..24];
    let frames = log[HEADER..].chunks(FRAME + PAGE).take_while(|frame| frame.len() > FRAME && &frame[8..16] == salt);
    frames.filter(|frame| frame[4..8] != [0; 4]).count()
}

#[tokio::test(flavor = "multi_thread")]
async fn acts_that_wait_for_their_turn_share_one_commit() {
    let books = books().await;
    let mut first = books.storage.begin(company(1), Mode::Write).await.unwrap();
    first.write(&customer(1, "first")).await.unwrap();
    let queued: Vec<_> = (2..9_u64)
        .map(|n| {
            let storage = books.storage.clone();
            waiting(async move {
                let code = if n == 5 { "first".to_owned() } else { format!("{n}") };
                storage.begin(company(1), Mode::Write).await?.write_and_commit(&customer(n, &code)).await.map(drop)
            })
        })
        .map(tokio::spawn)
        .collect();
    queued[6].abort();
    let before = commits(&books.path());
    assert!(all::<Customer>(&books.storage).await.is_empty(), "nothing is seen before the commit");
    first.commit().await.unwrap();
    let mut codes = Vec::new();
    for task in queued {
        codes.push(task.await.map(|done| done.map_err(|e: Error| e.code())).ok());
    }
    let done = Some(Ok(()));
    assert_eq!(codes, [done, done, done, Some(Err(Code::UniqueTaken)), done, done, None]);
    assert_eq!(all::<Customer>(&books.storage).await.len(), 6);
    assert_eq!(commits(&books.path()) - before, 1, "six acts, one commit");
}

#[tokio::test(flavor = "multi_thread")]
async fn whoever_leaves_the_queue_last_leaves_nothing_uncommitted() {
    let books = books().await;
    for round in 0..20_u64 {
        let mut first = books.storage.begin(company(1), Mode::Write).await.unwrap();
        first.write(&customer(100 + round, &format!("kept {round}"))).await.unwrap();
        let storage = books.storage.clone();
        let last = tokio::spawn(waiting(async move {
            // Takes its turn within the group's transaction, and goes away without an end.
            let mut work = storage.begin(company(1), Mode::Write).await.unwrap();
            work.write(&customer(1_000 + round, &format!("left {round}"))).await.unwrap();
        }));
        if round % 2 == 0 {
            last.abort();
        }
        tokio::time::timeout(PATIENCE, first.commit()).await.expect("the commit comes").unwrap();
        let _ = last.await;
        assert_eq!(all::<Customer>(&books.storage).await.len(), usize::try_from(round).unwrap() + 1);
    }
}

#[tokio::test]
async fn a_runtime_of_one_thread_shares_commits_too() {
    let books = books().await;
    let tasks: Vec<_> = (0..16_u64)
        .map(|n| {
            let storage = books.storage.clone();
            tokio::spawn(async move { storage.begin(company(1), Mode::Write).await?.write_and_commit(&customer(n + 1, &format!("{n}"))).await })
        })
        .collect();
    for task in tasks {
        task.await.unwrap().unwrap();
    }
    assert_eq!(all::<Customer>(&books.storage).await.len(), 16);
}
