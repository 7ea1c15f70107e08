//! The database file before the engine opens it.
//!
//! Invariant: an existing file is not opened here. Closing it would release every lock that the process has on it, without the engine noticing.

use crm_core::{Code, Error, Result};
use std::{fs, io::ErrorKind, path::Path};

/// Creates an empty file for its owner alone, if there is none: the engine would create it with the umask's mode. Its log files get the file's mode.
///
/// # Errors
/// `storage.unavailable`.
pub(crate) fn create(path: &Path) -> Result<()> {
    let mut options = fs::OpenOptions::new();
    options.write(true).create_new(true);
    #[cfg(unix)]
    std::os::unix::fs::OpenOptionsExt::mode(&mut options, 0o600);
    match options.open(path) {
        Ok(_) => Ok(()),
        Err(error) if error.kind() == ErrorKind::AlreadyExists => match fs::read_link(path) {
            // A link to a missing target: the engine would create that.
            Ok(target) if !path.exists() => create(&path.parent().unwrap_or(Path::new("")).join(target)),
            _ => Ok(()),
        },
        Err(error) => Err(Error::new(Code::StorageUnavailable, format!("the database file could not be created: {error}")).caused_by(error)),
    }
}
