//! Files of comma, semicolon or tab separated values, as one sheet.
//!
//! Invariant: the file is streamed, never held; every value is text; rows are numbered as a spreadsheet numbers them
//! (a blank line is a row, a line break within quotes is none).

use crate::cell::{Cell, text_cell};
use csv::{ByteRecord, ReaderBuilder, Terminator};
use std::collections::BTreeMap;
use std::io::{Read, Result, Seek, SeekFrom};

/// A place that can be read again from its start.
pub(crate) trait Input: Read + Seek + Send + Sync {}
impl<T: Read + Seek + Send + Sync> Input for T {}

const SAMPLE: usize = 64 * 1024;
const BOM: &[u8] = b"\xEF\xBB\xBF";

/// A delimited file whose delimiter and encoding are known.
pub(crate) struct Delimited {
    input: Box<dyn Input>,
    start: u64,
    delimiter: u8,
    utf8: bool,
}

impl Delimited {
    /// Looks through the file once, for its encoding and its delimiter.
    pub(crate) fn new(mut input: Box<dyn Input>) -> Result<Self> {
        input.seek(SeekFrom::Start(0))?;
        let mut sample = Vec::new();
        input.by_ref().take(SAMPLE as u64).read_to_end(&mut sample)?;
        if sample.starts_with(b"\xFF\xFE") || sample.starts_with(b"\xFE\xFF") || sample.contains(&0) {
            return Err(std::io::Error::other("the file is neither UTF-8 nor Windows-1252"));
        }
        let start = if sample.starts_with(BOM) { BOM.len() } else { 0 };
        let delimiter = guess_delimiter(sample.get(start..).unwrap_or_default());
        input.seek(SeekFrom::Start(0))?;
        let utf8 = is_utf8(&mut input)?;
        Ok(Self { input, start: start as u64, delimiter, utf8 })
    }

    /// Opens the records from the first.
    pub(crate) fn records(&mut self) -> Result<Records<'_>> {
        self.input.seek(SeekFrom::Start(self.start))?;
        // A last line without an end would be counted differently from the others.
        let input = Box::new((&mut self.input).chain(b"\n".as_slice()));
        let reader = reader(self.delimiter).from_reader(input as Box<dyn Read + '_>);
        Ok(Records { reader, record: ByteRecord::new(), row: 0, utf8: self.utf8 })
    }
}

/// The records of a delimited file, one after the other.
pub(crate) struct Records<'a> {
    reader: csv::Reader<Box<dyn Read + 'a>>,
    record: ByteRecord,
    row: u32,
    utf8: bool,
}

impl Records<'_> {
    /// Puts the next record into `cells` and gives its row, counted from 1.
    pub(crate) fn next(&mut self, cells: &mut Vec<Cell>) -> csv::Result<Option<u32>> {
        let before = self.reader.position().line();
        cells.clear();
        if !self.reader.read_byte_record(&mut self.record)? {
            return Ok(None);
        }
        let lines = self.reader.position().line().saturating_sub(before);
        let within: usize = self.record.iter().map(|field| field.iter().filter(|b| **b == b'\n').count()).sum();
        let rows = u32::try_from(lines.saturating_sub(within as u64)).unwrap_or(u32::MAX);
        self.row = self.row.saturating_add(rows);
        let last = self.record.len().saturating_sub(1);
        for (index, field) in self.record.iter().enumerate() {
            let field = if index == last { field.strip_suffix(b"\r").unwrap_or(field) } else { field };
            cells.push(text_cell(decode(field, self.utf8)));
        }
        Ok(Some(self.row))
    }
}

fn decode(field: &[u8], utf8: bool) -> String {
    if utf8 {
        return String::from_utf8_lossy(field).into_owned();
    }
    encoding_rs::WINDOWS_1252.decode_without_bom_handling(field).0.into_owned()
}

/// Records end at a line feed only, so that lines can be counted; the carriage return before it is cut off later.
fn reader(delimiter: u8) -> ReaderBuilder {
    let mut builder = ReaderBuilder::new();
    builder.has_headers(false).flexible(true).delimiter(delimiter).terminator(Terminator::Any(b'\n'));
    builder
}

fn is_utf8(input: &mut dyn Read) -> Result<bool> {
    let mut buffer = vec![0; SAMPLE];
    let mut held = 0;
    loop {
        let read = input.read(buffer.get_mut(held..).unwrap_or_default())?;
        if read == 0 {
            return Ok(held == 0);
        }
        let filled = held + read;
        held = match std::str::from_utf8(buffer.get(..filled).unwrap_or_default()) {
            Ok(_) => 0,
            // A character may be cut by the end of the buffer: its bytes move to the front.
            Err(error) if error.error_len().is_none() => {
                buffer.copy_within(error.valid_up_to()..filled, 0);
                filled - error.valid_up_to()
            }
            Err(_) => return Ok(false),
        };
    }
}

/// The delimiter with which most of the first rows have the same number of columns; then the one with most columns.
fn guess_delimiter(sample: &[u8]) -> u8 {
    let mut best = (b',', (0, 0));
    for delimiter in [b',', b';', b'\t'] {
        let score = regularity(sample, delimiter);
        if score > best.1 {
            best = (delimiter, score);
        }
    }
    best.0
}

fn regularity(sample: &[u8], delimiter: u8) -> (usize, usize) {
    let mut widths: BTreeMap<usize, usize> = BTreeMap::new();
    let mut records = reader(delimiter).from_reader(sample);
    for record in records.byte_records().flatten().take(50).filter(|record| record.len() > 1) {
        *widths.entry(record.len()).or_default() += 1;
    }
    widths.into_iter().map(|(width, rows)| (rows, width)).max().unwrap_or_default()
}
