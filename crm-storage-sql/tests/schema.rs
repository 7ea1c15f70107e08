//! The checked-in migrations are what the declarations ask for.

use crm_storage_sql::{PostgresDialect, SqliteDialect, parse_steps, schema};
use std::collections::HashSet;

const FOUNDATION: &str = include_str!("../migrations/sqlite/0001_foundation.sql");
const VIEWS: &str = include_str!("../migrations/sqlite/0002_views.sql");

#[test]
fn the_sqlite_migrations_follow_from_the_declarations() {
    assert_eq!(FOUNDATION, schema::foundation(&SqliteDialect), "run `./generate.sh`");
    assert_eq!(VIEWS, schema::views(&SqliteDialect), "run `./generate.sh`");
}

#[test]
fn the_postgres_migrations_follow_from_the_declarations() {
    let foundation = include_str!("../migrations/postgres/0001_foundation.sql");
    assert_eq!(foundation, schema::foundation(&PostgresDialect::new()), "run `./generate.sh`");
    assert_every_step_is_one_statement(&[foundation]);
}

#[test]
fn every_step_of_sqlite_is_one_statement_with_an_id_of_its_own() {
    assert_every_step_is_one_statement(&[FOUNDATION, VIEWS]);
}

fn assert_every_step_is_one_statement(files: &[&'static str]) {
    let steps: Vec<_> = files.iter().copied().flat_map(parse_steps).collect();
    assert!(steps.len() > 50);
    assert_eq!(steps.iter().map(|s| &s.id).collect::<HashSet<_>>().len(), steps.len());
    for step in steps {
        assert!(!step.sql.contains(';'), "{}", step.id);
        assert_eq!(step.checksum().len(), 64);
    }
}
