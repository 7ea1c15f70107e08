//! The PostgreSQL server of the bench: the one that the environment names, or a private one that goes away with it, even after a panic.

use sqlx::{Connection, PgConnection};
use std::{path::PathBuf, process::Command};

/// Starts and stops private servers.
const SCRIPT: &str = concat!(env!("CARGO_MANIFEST_DIR"), "/postgres.sh");

/// A server.
pub(crate) struct Server {
    url: String,
    origin: String,
    /// Where a private one keeps its data.
    directory: Option<PathBuf>,
}

impl Server {
    /// Finds one, or starts one.
    pub(crate) fn find() -> Self {
        let named = |name: &str| std::env::var(name).ok().map(|url| Self { url, origin: format!("the server of {name}"), directory: None });
        named("CRM_BENCH_POSTGRES_URL").or_else(|| named("CRM_TEST_POSTGRES_URL")).unwrap_or_else(Self::start)
    }

    fn start() -> Self {
        let directory = tempfile::Builder::new().prefix("crm-bench-").tempdir().unwrap().keep();
        // From here on it is stopped, whatever happens.
        let mut server = Self { url: String::new(), origin: "a private server".to_owned(), directory: Some(directory.clone()) };
        let started = Command::new(SCRIPT).arg("start").arg(&directory).env("CRM_TEST_POSTGRES_FSYNC", "on").output().unwrap();
        assert!(started.status.success(), "no server: {}", String::from_utf8_lossy(&started.stderr));
        server.url = String::from_utf8(started.stdout).unwrap().trim().to_owned();
        server
    }

    pub(crate) fn url(&self) -> &str {
        &self.url
    }

    /// Which it is, its version, and what its commits survive.
    pub(crate) async fn describe(&self) -> String {
        let mut connection = PgConnection::connect(&self.url).await.expect("the server answers");
        let settings = "SELECT current_setting('server_version'), current_setting('fsync'), current_setting('synchronous_commit')";
        let (version, fsync, commit): (String, String, String) = sqlx::query_as(settings).fetch_one(&mut connection).await.unwrap();
        connection.close().await.unwrap();
        format!("{}, version {version}, fsync={fsync}, synchronous_commit={commit}", self.origin)
    }
}

impl Drop for Server {
    fn drop(&mut self) {
        if let Some(directory) = &self.directory {
            let stopped = Command::new(SCRIPT).arg("stop").arg(directory).output();
            if !stopped.is_ok_and(|s| s.status.success()) {
                eprintln!("the server in {} could not be stopped", directory.display());
            }
        }
    }
}
