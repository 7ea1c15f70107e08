//! Writes the migration files that follow from the declarations. Run it after an entity changed, before a release.

use crm_storage_sql::{SqliteDialect, schema};
use std::{fs, io, path::Path};

fn main() -> io::Result<()> {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("migrations/sqlite");
    fs::create_dir_all(&folder)?;
    fs::write(folder.join("0001_foundation.sql"), schema::foundation(&SqliteDialect))?;
    fs::write(folder.join("0002_views.sql"), schema::views(&SqliteDialect))
}
