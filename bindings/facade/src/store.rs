//! The database that the library is open on.
//!
//! Invariant: no process opens an SQLite file that was open when it was forked. SQLite's locks do not follow into a child, but its record of them
//! does: the child would write without locks, and what it commits would be lost.

use crate::Failure;
use crm_core::{
    error::{Code, Error, Result},
    storage::{MemoryStorage, Storage},
    time::Clock,
};
use crm_storage_postgres::{PostgresOptions, PostgresStorage};
use crm_storage_sqlite::{SqliteOptions, SqliteStorage};
use std::{
    path::{Path, PathBuf},
    sync::{
        Arc, Mutex, PoisonError,
        atomic::{AtomicU64, Ordering},
    },
    time::Duration,
};

/// The open SQLite files, each with its own number. A child process has the list of its parent.
static OPEN_FILES: Mutex<Vec<Opened>> = Mutex::new(Vec::new());
static NEXT: AtomicU64 = AtomicU64::new(0);

struct Opened {
    number: u64,
    path: PathBuf,
    process: u32,
}

/// The suffixes that SQLite gives the files of a database, after the name of the first.
const ENDINGS: [&[u8]; 4] = [b"", b"-wal", b"-shm", b"-journal"];

/// An open SQLite file, recorded while it is open.
#[derive(Debug)]
pub(crate) struct OpenFile(u64);

impl OpenFile {
    fn check(path: &Path) -> Result<(), Failure> {
        let Ok(path) = path.canonicalize() else { return Ok(()) };
        let is_parents = |open: &Opened| open.path == path && open.process != std::process::id();
        if OPEN_FILES.lock().unwrap_or_else(PoisonError::into_inner).iter().any(is_parents) { Err(Failure::forked_file(&path)) } else { Ok(()) }
    }

    /// A file that belongs to an open database is never replaced.
    pub(crate) fn check_replaced(path: &Path) -> Result<()> {
        Self::check_apart(path, Code::FileUnwritable, "written")
    }

    /// A file that belongs to an open database is not opened again: closing it would release the locks that this process holds on it (POSIX), and
    /// what another process commits then could be lost.
    pub(crate) fn check_read(path: &Path) -> Result<()> {
        Self::check_apart(path, Code::WorkbookUnreadable, "read")
    }

    fn check_apart(path: &Path, code: Code, verb: &str) -> Result<()> {
        let Ok(path) = path.canonicalize() else { return Ok(()) };
        let name = path.as_os_str().as_encoded_bytes();
        let file = identity(&path);
        let belongs = |open: &Opened| {
            let first = open.path.as_os_str().as_encoded_bytes();
            let is_named = name.strip_prefix(first).is_some_and(|ending| ENDINGS.contains(&ending));
            // A hard link is the same file under another name.
            let is_linked = || {
                let others = ENDINGS.iter().map(|ending| [first, ending].concat());
                file.is_some() && others.into_iter().any(|other| path_of(other).as_deref().and_then(identity) == file)
            };
            is_named || is_linked()
        };
        if !OPEN_FILES.lock().unwrap_or_else(PoisonError::into_inner).iter().any(belongs) {
            return Ok(());
        }
        let (path, reason) = (path.display(), "it belongs to a database that is open");
        Err(Error::new(code, format!("{} cannot be {verb}: {reason}", crm_core::text::quoted(&path))).with("path", path).with("reason", reason))
    }

    fn note(path: &Path) -> Self {
        let (number, path) = (NEXT.fetch_add(1, Ordering::Relaxed), path.canonicalize().unwrap_or_else(|_| path.to_owned()));
        OPEN_FILES.lock().unwrap_or_else(PoisonError::into_inner).push(Opened { number, path, process: std::process::id() });
        Self(number)
    }

    fn forget(&self) {
        OPEN_FILES.lock().unwrap_or_else(PoisonError::into_inner).retain(|open| open.number != self.0 || open.process != std::process::id());
    }
}

/// Identifies a file, whatever its name, without opening it.
#[cfg(unix)]
fn identity(path: &Path) -> Option<(u64, u64)> {
    use std::os::unix::fs::MetadataExt;
    std::fs::metadata(path).ok().map(|file| (file.dev(), file.ino()))
}

#[cfg(not(unix))]
fn identity(_: &Path) -> Option<(u64, u64)> {
    None
}

#[cfg(unix)]
fn path_of(bytes: Vec<u8>) -> Option<PathBuf> {
    use std::os::unix::ffi::OsStringExt;
    Some(std::ffi::OsString::from_vec(bytes).into())
}

#[cfg(not(unix))]
fn path_of(bytes: Vec<u8>) -> Option<PathBuf> {
    String::from_utf8(bytes).ok().map(PathBuf::from)
}

/// Takes the read time limit out of a URL's parameters: the rest of the URL, and the limit, if there is one.
fn read_timeout(url: &str) -> Result<(String, Option<Duration>), Failure> {
    let Some((place, parameters)) = url.split_once('?') else { return Ok((url.to_owned(), None)) };
    let (own, others): (Vec<_>, Vec<_>) = parameters.split('&').partition(|parameter| parameter.starts_with("read_timeout="));
    let url = if others.is_empty() { place.to_owned() } else { format!("{place}?{}", others.join("&")) };
    let unreadable = || Failure::request("url", "`read_timeout` must be a whole number of `ms`, `s` or `m`, such as `10s`, or `0`");
    match own.as_slice() {
        [] => Ok((url, None)),
        [one] => Ok((url, Some(one.strip_prefix("read_timeout=").and_then(time).ok_or_else(unreadable)?))),
        _ => Err(unreadable()),
    }
}

/// A time such as `10s`; `0` means none.
fn time(text: &str) -> Option<Duration> {
    let (number, unit) = text.split_at(text.find(|c: char| !c.is_ascii_digit()).unwrap_or(text.len()));
    let number: u64 = number.parse().ok()?;
    match unit {
        "" if number == 0 => Some(Duration::ZERO),
        "ms" => Some(Duration::from_millis(number)),
        "s" => Some(Duration::from_secs(number)),
        "m" => Some(Duration::from_secs(number.checked_mul(60)?)),
        _ => None,
    }
}

/// A storage of one of the engines.
#[derive(Debug)]
pub(crate) enum Store {
    Sqlite(SqliteStorage, OpenFile),
    Postgres(PostgresStorage),
    Memory(MemoryStorage),
}

impl Store {
    /// Opens the database of a URL.
    pub(crate) async fn open(url: &str) -> Result<Self, Failure> {
        let (url, read_timeout) = read_timeout(url)?;
        if let Some(path) = url.strip_prefix("sqlite:") {
            let path = path.strip_prefix("//").unwrap_or(path);
            if path == ":memory:" || path.contains('?') {
                let reason =
                    "`sqlite:` must be followed by the path of a file, and at most by `?read_timeout=`; use `memory:` for a database in memory";
                return Err(Failure::request("url", reason));
            }
            OpenFile::check(Path::new(path))?;
            let mut options = SqliteOptions::new(path);
            if let Some(timeout) = read_timeout {
                options = options.read_timeout(timeout);
            }
            let storage = SqliteStorage::open(options).await?;
            return Ok(Self::Sqlite(storage, OpenFile::note(Path::new(path))));
        }
        if url.starts_with("postgres://") || url.starts_with("postgresql://") {
            let mut options = PostgresOptions::new(&url)?;
            if let Some(timeout) = read_timeout {
                options = options.read_timeout(timeout);
            }
            return Ok(Self::Postgres(PostgresStorage::open(options).await?));
        }
        if url == "memory:" {
            return Ok(Self::Memory(MemoryStorage::new()));
        }
        Err(Failure::request("url", "is not `sqlite:` with a path, `postgres://..` or `memory:`"))
    }

    pub(crate) fn storage(&self) -> Arc<dyn Storage> {
        match self {
            Self::Sqlite(storage, _) => Arc::new(storage.clone()),
            Self::Postgres(storage) => Arc::new(storage.clone()),
            Self::Memory(storage) => Arc::new(storage.clone()),
        }
    }

    /// Applies the missing steps of the schema, and returns their names.
    pub(crate) async fn migrate(&self, clock: &dyn Clock) -> Result<Vec<String>> {
        let now = Some(clock.now());
        match self {
            Self::Sqlite(storage, _) => storage.migrations().apply_at(now).await,
            Self::Postgres(storage) => storage.migrations().apply_at(now).await,
            Self::Memory(_) => Ok(Vec::new()),
        }
    }

    /// The missing steps of the schema.
    pub(crate) async fn missing_steps(&self) -> Result<Vec<String>> {
        let steps = match self {
            Self::Sqlite(storage, _) => storage.migrations().plan().await?,
            Self::Postgres(storage) => storage.migrations().plan().await?,
            Self::Memory(_) => Vec::new(),
        };
        Ok(steps.into_iter().map(|step| step.id.into_owned()).collect())
    }

    pub(crate) async fn close(&self) {
        match self {
            Self::Sqlite(storage, file) => {
                storage.close().await;
                file.forget();
            }
            Self::Postgres(storage) => storage.close().await,
            Self::Memory(_) => {}
        }
    }
}

impl Drop for Store {
    fn drop(&mut self) {
        if let Self::Sqlite(_, file) = self {
            file.forget();
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_limit_of_reads_is_taken_out_of_the_url() {
        let seconds = |number| Some(Duration::from_secs(number));
        let taken = |url: &str| read_timeout(url).map_err(|failure| failure.code);
        assert_eq!(taken("sqlite:books.db"), Ok(("sqlite:books.db".into(), None)));
        assert_eq!(taken("sqlite:books.db?read_timeout=10s"), Ok(("sqlite:books.db".into(), seconds(10))));
        let url = "postgres://erp@host/erp?sslmode=verify-full&read_timeout=2m&options[search_path]=crm";
        assert_eq!(taken(url), Ok(("postgres://erp@host/erp?sslmode=verify-full&options[search_path]=crm".into(), seconds(120))));
        assert_eq!(taken("memory:?read_timeout=1500ms"), Ok(("memory:".into(), Some(Duration::from_millis(1500)))));
        assert_eq!(taken("memory:?read_timeout=0"), Ok(("memory:".into(), seconds(0))));
        for wrong in ["", "10", "s", "soon", "-1s", "1.5s", "1h", "18446744073709551615m", "1s&read_timeout=2s"] {
            assert_eq!(taken(&format!("sqlite:books.db?read_timeout={wrong}")), Err("bindings.request".into()), "{wrong}");
        }
    }
}
