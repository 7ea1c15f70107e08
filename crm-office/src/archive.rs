//! A zip as the parts of a workbook.
//!
//! Invariant: nothing is unpacked to memory without a limit; the sizes in the directory are not trusted.

use crate::container::Input;
use crate::limits::{MAX_DIRECTORY_BYTES, MAX_RATIO, MIN_RATIO_BYTES, beyond, damaged, encrypted, failed};
use crm_core::{Error, Result};
use std::collections::HashMap;
use std::io::{Read, Seek, SeekFrom};
use zip::ZipArchive;
use zip::result::ZipError;

/// An open zip.
pub(crate) struct Archive {
    zip: ZipArchive<Box<dyn Input>>,
    /// The parts by name: in lower case with `/`, as programs differ in both.
    parts: HashMap<String, usize>,
    /// The size of the whole file: no part has more packed bytes, whatever the directory claims.
    length: u64,
}

fn refused(error: ZipError) -> Error {
    match error {
        ZipError::Io(error) => failed(error),
        ZipError::UnsupportedArchive(reason) if reason == ZipError::PASSWORD_REQUIRED => encrypted("a password"),
        other => damaged(other),
    }
}

fn key(name: &str) -> String {
    name.trim_start_matches('/').replace('\\', "/").to_ascii_lowercase()
}

impl Archive {
    pub(crate) fn open(mut input: Box<dyn Input>) -> Result<Self> {
        let length = check_directory(&mut input)?;
        let zip = ZipArchive::new(input).map_err(refused)?;
        let mut parts = HashMap::new();
        for index in 0..zip.len() {
            let name = zip.name_for_index(index).and_then(std::result::Result::ok);
            if let Some(name) = name.filter(|name| !name.ends_with('/')) {
                parts.entry(key(&name)).or_insert(index);
            }
        }
        Ok(Self { zip, parts, length })
    }

    /// The names of the parts, in lower case.
    pub(crate) fn names(&self) -> impl Iterator<Item = &str> {
        self.parts.keys().map(String::as_str)
    }

    pub(crate) fn has(&self, name: &str) -> bool {
        self.parts.contains_key(&key(name))
    }

    /// A part to read from its start, if it exists.
    pub(crate) fn part(&mut self, name: &str) -> Result<Option<impl Read + '_>> {
        let Some(index) = self.parts.get(&key(name)) else { return Ok(None) };
        let part = self.zip.by_index(*index).map_err(refused)?;
        let left = part.compressed_size().min(self.length).saturating_mul(MAX_RATIO).max(MIN_RATIO_BYTES);
        Ok(Some(Bounded { part, left }))
    }

    /// A part that must exist.
    pub(crate) fn needed(&mut self, name: &str) -> Result<impl Read + '_> {
        self.part(name)?.ok_or_else(|| damaged(format!("its part `{name}` is missing")))
    }

    /// The start of a part, up to this many bytes.
    pub(crate) fn start(&mut self, name: &str, bytes: u64) -> Result<Vec<u8>> {
        let mut start = Vec::new();
        if let Some(part) = self.part(name)? {
            part.take(bytes).read_to_end(&mut start).map_err(failed)?;
        }
        Ok(start)
    }
}

/// A part that is refused if it unpacks to far more than its packed size.
struct Bounded<R> {
    part: R,
    left: u64,
}

impl<R: Read> Read for Bounded<R> {
    fn read(&mut self, to: &mut [u8]) -> std::io::Result<usize> {
        let count = self.part.read(to)?;
        match self.left.checked_sub(count as u64) {
            Some(left) => self.left = left,
            None => return Err(std::io::ErrorKind::FileTooLarge.into()),
        }
        Ok(count)
    }
}

/// How far from the end a zip's last record can begin: the record with the longest comment.
const TAIL: u64 = 66_000;

/// The zip crate reads the whole directory into memory, so its size is checked first.
///
/// Returns the length of the file.
fn check_directory(input: &mut Box<dyn Input>) -> Result<u64> {
    let length = input.seek(SeekFrom::End(0)).map_err(failed)?;
    input.seek(SeekFrom::Start(length.saturating_sub(TAIL))).map_err(failed)?;
    let mut tail = Vec::new();
    input.by_ref().take(TAIL).read_to_end(&mut tail).map_err(failed)?;
    input.seek(SeekFrom::Start(0)).map_err(failed)?;
    let sizes = |signature: &'static [u8; 4], at: usize, width: usize| {
        let number = move |record: &[u8]| record.get(at..)?.get(..width).map(|b| b.iter().rev().fold(0_u64, |n, b| n << 8 | u64::from(*b)));
        let ends = tail.windows(4).enumerate().filter(move |(_, window)| *window == signature).map(|(start, _)| start);
        ends.filter_map(|start| number(tail.get(start..)?)).collect::<Vec<u64>>()
    };
    // The size of the directory, from the last record, and from that of zip64.
    let small = sizes(b"PK\x05\x06", 12, 4);
    let large = sizes(b"PK\x06\x06", 40, 8);
    if small.is_empty() {
        return Err(damaged("the end of the zip is missing"));
    }
    let too_large = |size: &u64| *size > MAX_DIRECTORY_BYTES && *size != u64::from(u32::MAX);
    if small.iter().chain(&large).any(too_large) || (small.contains(&u64::from(u32::MAX)) && large.is_empty()) {
        return Err(beyond("MAX_DIRECTORY_BYTES", MAX_DIRECTORY_BYTES));
    }
    Ok(length)
}
