//! The checked-in migrations are what the declarations ask for.

use crm_storage_sql::{SqliteDialect, parse_steps, schema};
use std::collections::HashSet;

const FOUNDATION: &str = include_str!("../migrations/sqlite/0001_foundation.sql");
const VIEWS: &str = include_str!("../migrations/sqlite/0002_views.sql");

#[test]
fn the_sqlite_migrations_follow_from_the_declarations() {
    assert_eq!(FOUNDATION, schema::foundation(&SqliteDialect), "run `cargo run -p crm-storage-sql --example schema`");
    assert_eq!(VIEWS, schema::views(&SqliteDialect), "run `cargo run -p crm-storage-sql --example schema`");
}

#[test]
fn every_step_is_one_statement_with_an_id_of_its_own() {
    let steps: Vec<_> = [FOUNDATION, VIEWS].into_iter().flat_map(parse_steps).collect();
    assert!(steps.len() > 50);
    assert_eq!(steps.iter().map(|s| &s.id).collect::<HashSet<_>>().len(), steps.len());
    for step in steps {
        assert!(!step.sql.contains(';'), "{}", step.id);
        assert_eq!(step.checksum().len(), 64);
    }
}
