//! Writes the migration files that follow from the declarations. Run it after changing an entity, before a release.

use crm_storage_sql::{PostgresDialect, SqliteDialect, schema};
use std::{fs, io, path::Path};

fn main() -> io::Result<()> {
    let migrations = Path::new(env!("CARGO_MANIFEST_DIR")).join("migrations");
    fs::create_dir_all(migrations.join("sqlite"))?;
    fs::write(migrations.join("sqlite/0001_foundation.sql"), schema::foundation(&SqliteDialect))?;
    fs::write(migrations.join("sqlite/0002_views.sql"), schema::views(&SqliteDialect))?;
    fs::create_dir_all(migrations.join("postgres"))?;
    fs::write(migrations.join("postgres/0001_foundation.sql"), schema::foundation(&PostgresDialect::new()))
}
