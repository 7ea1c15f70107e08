//! Files across the boundary: input is named by a path on this machine, or passed as bytes; output goes to a path, or is returned.
//!
//! In JSON, bytes are base64, so that files need no other way of calling.

use crate::{Failure, services::language_of, store::OpenFile};
use base64::{Engine, prelude::BASE64_STANDARD};
use crm_office::{AnnotateOptions, Existing, ReadOptions, Workbook, open_original, write_file};
use schemars::{JsonSchema, Schema, SchemaGenerator};
use serde::{Deserialize, Deserializer, Serialize, Serializer, de};
use std::{
    borrow::Cow,
    fmt,
    io::{Cursor, Read, Seek},
    path::Path,
};

/// Bytes of one file that is passed in or returned.
pub(crate) const MAX_FILE_BYTES: usize = 64 * 1024 * 1024;

/// Marks a type in a schema as one of these, whatever its form in JSON.
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

/// The contents of a file.
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
            return Err(E::custom(format_args!("has more bytes than the limit `MAX_FILE_BYTES` of {MAX_FILE_BYTES}")));
        }
        BASE64_STANDARD.decode(text).map(FileBytes).map_err(|error| E::custom(format_args!("is not valid base64: {error}")))
    }
}

/// A file to read: `{"path": ..}`, or `{"bytes": ..}`, optionally with the `name` of the file that the bytes come from.
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

/// The bytes of a file, from its start.
pub(crate) trait Original: Read + Seek + Send {}
impl<T: Read + Seek + Send> Original for T {}

impl FileSource {
    /// Opens a workbook by its bytes; its name is only a hint.
    pub(crate) fn workbook(&self, options: &ReadOptions) -> Result<Workbook, Failure> {
        match self {
            Self::Path(path) => {
                OpenFile::check_read(Path::new(path))?;
                Ok(Workbook::open_with(path, options)?)
            }
            Self::Bytes { bytes, name } => Ok(Workbook::from_named_bytes(bytes.clone(), name.as_deref().unwrap_or_default(), options)?),
        }
    }

    /// The file itself.
    pub(crate) fn original(&self) -> Result<Box<dyn Original + '_>, Failure> {
        match self {
            Self::Path(path) => {
                OpenFile::check_read(Path::new(path))?;
                Ok(Box::new(open_original(path)?))
            }
            Self::Bytes { bytes, .. } => Ok(Box::new(Cursor::new(bytes))),
        }
    }
}

impl FilePath {
    pub(crate) fn as_path(&self) -> &Path {
        Path::new(&self.0)
    }

    /// The options for a copy at this path.
    pub(crate) fn annotate_options(&self, language: &str) -> Result<AnnotateOptions, Failure> {
        Ok(AnnotateOptions::for_path(language_of(language)?, &self.0))
    }

    /// Writes a file to the caller's path. The files of a database that is open here are never overwritten.
    pub(crate) fn write(&self, contents: &[u8], overwrite: Option<bool>) -> Result<(), Failure> {
        let existing = if overwrite == Some(true) { Existing::Replace } else { Existing::Keep };
        if existing == Existing::Replace {
            OpenFile::check_replaced(Path::new(&self.0))?;
        }
        Ok(write_file(&self.0, contents, existing)?)
    }
}
