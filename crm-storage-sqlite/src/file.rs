//! The database file before the engine opens it.
//!
//! Invariant: a file that is there is not opened here. Closing it would end every lock that the process has on it, which the engine does not notice.

use crm_core::{Code, Error, Result};
use std::{fs, io::ErrorKind, path::Path};

/// Makes an empty file for its owner alone, if there is none: the engine would make it as the umask says. Its log files get the mode of the file.
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
            // A link to what is not there yet: the engine would make that.
            Ok(target) if !path.exists() => create(&path.parent().unwrap_or(Path::new("")).join(target)),
            _ => Ok(()),
        },
        Err(error) => Err(Error::new(Code::StorageUnavailable, format!("the database file could not be made: {error}")).caused_by(error)),
    }
}
