//! Writing files: whole or not at all, and never over anything that nobody asked to replace.
//!
//! Invariant: the destination holds either what was there before or all of what was written, and no other file is left behind. Links are not
//! followed.

use crm_core::{Code, Error, Result};
use std::fs::{self, File};
use std::io::{self, Write};
use std::path::Path;
use tempfile::{Builder, NamedTempFile};

/// What to do if the file exists.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub enum Existing {
    /// Keep it, and refuse to write.
    #[default]
    Keep,
    /// Replace it, if it is a writable regular file.
    Replace,
}

/// Writes a file: next to its destination first, then moved into place once all of it is on the disk.
///
/// # Errors
/// `file.exists` with `path` if the existing file is to be kept; `file.unwritable` with `path` and `reason` if a link, a folder, a device or a
/// read-only file would have to be replaced, or the system refuses. Nothing is changed in that case.
pub fn write_file(path: impl AsRef<Path>, contents: &[u8], existing: Existing) -> Result<()> {
    let path = path.as_ref();
    let refused = |error: io::Error| unwritable(path, error);
    let there = look(path, existing)?;
    let folder = path.parent().filter(|folder| !folder.as_os_str().is_empty()).unwrap_or(Path::new("."));
    let mut beside = beside(folder).map_err(refused)?;
    beside.write_all(contents).map_err(refused)?;
    if let Some(there) = there {
        beside.as_file().set_permissions(there.permissions()).map_err(refused)?;
    }
    beside.as_file().sync_all().map_err(refused)?;
    // A file that is not persisted is removed when it is dropped, with the error that holds it.
    let placed = match existing {
        Existing::Keep => beside.persist_noclobber(path),
        Existing::Replace => beside.persist(path),
    };
    placed.map_err(|lost| if lost.error.kind() == io::ErrorKind::AlreadyExists { exists(path) } else { refused(lost.error) })?;
    // The new name is durable once its folder is on the disk. Systems that cannot open a folder ensure that by themselves.
    drop(File::open(folder).and_then(|folder| folder.sync_all()));
    Ok(())
}

/// The file to be replaced, if that is allowed.
fn look(path: &Path, existing: Existing) -> Result<Option<fs::Metadata>> {
    match (fs::symlink_metadata(path), existing) {
        (Err(error), _) if error.kind() == io::ErrorKind::NotFound => Ok(None),
        (Err(error), _) => Err(unwritable(path, error)),
        (Ok(_), Existing::Keep) => Err(exists(path)),
        (Ok(there), Existing::Replace) if !there.is_file() => Err(unwritable(path, "the existing file is not a regular file")),
        (Ok(there), Existing::Replace) if there.permissions().readonly() => Err(unwritable(path, "the existing file is read-only")),
        (Ok(there), Existing::Replace) => Ok(Some(there)),
    }
}

/// A new file in the same folder, with the system's default permissions.
fn beside(folder: &Path) -> io::Result<NamedTempFile> {
    let mut builder = Builder::new();
    builder.prefix(".crm-").suffix(".tmp");
    #[cfg(unix)]
    builder.permissions(std::os::unix::fs::PermissionsExt::from_mode(0o666));
    builder.tempfile_in(folder)
}

fn exists(path: &Path) -> Error {
    let path = path.display();
    Error::new(Code::FileExists, format!("a file already exists at `{path}` and was not overwritten")).with("path", path)
}

fn unwritable(path: &Path, reason: impl Into<Box<dyn std::error::Error + Send + Sync>>) -> Error {
    let (path, reason) = (path.display(), reason.into());
    let message = format!("`{path}` cannot be written: {reason}");
    Error::new(Code::FileUnwritable, message).with("path", path).with("reason", &reason).caused_by(reason)
}
