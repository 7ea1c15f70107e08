//! Files that cross: what is read is named by a path on this machine, or brought along; what is written goes to a path, or is handed back.
//!
//! In JSON bytes are base64, so that one way of calling serves files too.

use crate::{Failure, store::OpenFile};
use base64::{Engine, prelude::BASE64_STANDARD};
use crm_office::{Existing, Format, Workbook, write_file};
use schemars::{JsonSchema, Schema, SchemaGenerator};
use serde::{Deserialize, Deserializer, Serialize, Serializer, de};
use std::{borrow::Cow, fmt, path::Path};

/// Bytes of one file that is brought along, or handed back.
pub(crate) const MAX_FILE_BYTES: usize = 64 * 1024 * 1024;

/// What says in a schema that a type is one of these, and not what it looks like in JSON.
pub(crate) const FILE_TYPE: &str = "x-file-type";

macro_rules! described {
    ($($ty:ty: $name:literal;)+) => {$(
        impl JsonSchema for $ty {
            fn inline_schema() -> bool {
                true
            }
            fn schema_name() -> Cow<'static, str> {
                $name.into()
            }
            fn json_schema(_: &mut SchemaGenerator) -> Schema {
                schemars::json_schema!({FILE_TYPE: $name})
            }
        }
    )+};
}

described! {
    FilePath: "path";
    FileBytes: "bytes";
    FileSource: "source";
}

/// The path of a file on this machine.
#[derive(Debug, Deserialize)]
#[serde(transparent)]
pub(crate) struct FilePath(String);

/// What a file holds.
pub(crate) struct FileBytes(pub(crate) Vec<u8>);

impl Serialize for FileBytes {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.serialize_str(&BASE64_STANDARD.encode(&self.0))
    }
}

impl<'de> Deserialize<'de> for FileBytes {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        deserializer.deserialize_str(Base64)
    }
}

struct Base64;

impl de::Visitor<'_> for Base64 {
    type Value = FileBytes;

    fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("bytes in base64")
    }

    fn visit_str<E: de::Error>(self, text: &str) -> Result<FileBytes, E> {
        if base64::decoded_len_estimate(text.len()) > MAX_FILE_BYTES.saturating_add(2) {
            return Err(E::custom(format_args!("more than the limit `MAX_FILE_BYTES` of {MAX_FILE_BYTES} bytes")));
        }
        BASE64_STANDARD.decode(text).map(FileBytes).map_err(|error| E::custom(format_args!("no base64: {error}")))
    }
}

/// A file that is read: `{"path": ..}`, or `{"bytes": ..}`, which may have the `name` of the file that they were.
#[derive(Deserialize)]
#[serde(try_from = "Given")]
pub(crate) enum FileSource {
    Path(String),
    Bytes { bytes: Vec<u8>, name: Option<String> },
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct Given {
    path: Option<String>,
    bytes: Option<FileBytes>,
    name: Option<String>,
}

impl TryFrom<Given> for FileSource {
    type Error = &'static str;

    fn try_from(given: Given) -> Result<Self, &'static str> {
        match given {
            Given { path: Some(path), bytes: None, name: None } => Ok(Self::Path(path)),
            Given { path: None, bytes: Some(FileBytes(bytes)), name } => Ok(Self::Bytes { bytes, name }),
            _ => Err("a file has either a `path`, or `bytes` with or without a `name`"),
        }
    }
}

impl FileSource {
    /// Opens a workbook. What its bytes are is said by its name; without one, by how they begin.
    pub(crate) fn workbook(self) -> Result<Workbook, Failure> {
        match self {
            Self::Path(path) => Ok(Workbook::open(&path)?),
            Self::Bytes { bytes, name } => {
                let named = name.as_deref().and_then(|name| Format::of_path(Path::new(name)));
                let format = named.unwrap_or_else(|| format_of(&bytes));
                Ok(Workbook::from_bytes(bytes, format)?)
            }
        }
    }
}

/// The format that bytes begin like: containers have marks of their own, and what has none is text.
fn format_of(bytes: &[u8]) -> Format {
    const COMPOUND: &[u8] = &[0xD0, 0xCF, 0x11, 0xE0];
    const ZIP: &[u8] = b"PK";
    /// An OpenDocument says what it is in its first entry.
    const OPEN_DOCUMENT: &[u8] = b"mimetypeapplication/vnd.oasis.opendocument";
    if bytes.starts_with(COMPOUND) {
        Format::Xls
    } else if !bytes.starts_with(ZIP) {
        Format::Csv
    } else if bytes.get(30..).is_some_and(|entry| entry.starts_with(OPEN_DOCUMENT)) {
        Format::Ods
    } else {
        Format::Xlsx
    }
}

impl FilePath {
    /// Writes a file where the caller says. The files of a database that is open here are never overwritten.
    pub(crate) fn write(&self, contents: &[u8], overwrite: Option<bool>) -> Result<(), Failure> {
        let existing = if overwrite == Some(true) { Existing::Replace } else { Existing::Keep };
        if existing == Existing::Replace {
            OpenFile::check_replaced(Path::new(&self.0))?;
        }
        Ok(write_file(&self.0, contents, existing)?)
    }
}
