//! Who can read the files of a database.
#![cfg(unix)]
#![allow(clippy::unwrap_used, clippy::expect_used, reason = "tests: a failed expectation is a panic")]

mod common;

use common::{all, books, changes, write};
use crm_core::{company::Company, customers::Customer, entity::Stored, ids::CustomerId};
use crm_storage_sqlite::{SqliteOptions, SqliteStorage};
use std::{
    fs,
    os::unix::fs::{OpenOptionsExt, PermissionsExt, symlink},
    path::Path,
};

fn mode(path: &Path) -> u32 {
    fs::metadata(path).unwrap().permissions().mode() & 0o777
}

#[tokio::test]
async fn files_that_are_made_are_their_owners_alone() {
    let books = books().await;
    let mut set = changes(1);
    set.insert(&Stored::new(set.new_id::<CustomerId>(), Customer::new("A", "A")));
    write(&books.storage, &set).await.unwrap();
    assert_eq!(all::<Company>(&books.storage).await.len(), 0);
    for name in ["books.db", "books.db-wal", "books.db-shm"] {
        assert_eq!(mode(&books.folder.path().join(name)), 0o600, "{name}");
    }
}

#[tokio::test]
async fn a_file_that_is_there_keeps_its_mode() {
    let folder = tempfile::tempdir().unwrap();
    let path = folder.path().join("books.db");
    fs::OpenOptions::new().write(true).create_new(true).mode(0o600).open(&path).unwrap();
    fs::set_permissions(&path, fs::Permissions::from_mode(0o640)).unwrap();
    let storage = SqliteStorage::open(SqliteOptions::new(&path)).await.unwrap();
    storage.migrations().apply().await.unwrap();
    for name in ["books.db", "books.db-wal"] {
        assert_eq!(mode(&folder.path().join(name)), 0o640, "{name}");
    }
}

#[tokio::test]
async fn a_link_to_a_file_that_is_not_there_makes_it() {
    let folder = tempfile::tempdir().unwrap();
    fs::create_dir(folder.path().join("elsewhere")).unwrap();
    symlink("elsewhere/books.db", folder.path().join("books.db")).unwrap();
    let storage = SqliteStorage::open(SqliteOptions::new(folder.path().join("books.db"))).await.unwrap();
    storage.migrations().apply().await.unwrap();
    assert_eq!(mode(&folder.path().join("elsewhere/books.db")), 0o600);
}
