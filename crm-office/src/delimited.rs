//! Files of values separated by commas, semicolons, tabs or bars, as one sheet.
//!
//! Invariant: the file is streamed, never held; every value is text; rows are numbered as a spreadsheet numbers them (a blank line is a row, a line
//! break within quotes is not). We split lines ourselves because the csv crate takes everything after an unclosed quote for one value: here such a
//! quote is an ordinary character, and reading continues with the next line.

use crate::cell::{Cell, text_cell};
use crate::container::{Input, ReadOptions};
use crate::encoding::{Decoding, Encoding, guess, utf16_without_mark};
use crate::limits::{MAX_LINES, MAX_QUOTED_LINES, MAX_ROW_BYTES, beyond, failed};
use crate::note::{NoteKind, Notes};
use crate::number::is_digits;
use crate::rows::Rows;
use crm_core::{Error, Result};
use std::collections::{BTreeMap, VecDeque};
use std::io::{BufRead, BufReader, Read, Seek, SeekFrom};

const SAMPLE: usize = 64 * 1024;
const BOM: &[u8] = b"\xEF\xBB\xBF";

/// How the file's lines are decoded and split.
#[derive(Clone, Copy)]
struct Shape {
    encoding: Encoding,
    /// The encoding of lines that are not in the file's encoding.
    foreign: Option<Encoding>,
    /// Lines end with a carriage return alone, as on the classic Mac.
    carriage_returns: bool,
    delimiter: char,
}

/// A delimited file whose delimiter and encoding are known.
pub(crate) struct Delimited {
    input: Box<dyn Input>,
    start: u64,
    shape: Shape,
    /// The first line only names the delimiter.
    has_separator_line: bool,
}

impl Delimited {
    /// Scans the file once, for its encoding and its delimiter.
    pub(crate) fn open(mut input: Box<dyn Input>, options: &ReadOptions, notes: &mut Notes) -> Result<Self> {
        input.seek(SeekFrom::Start(0)).map_err(failed)?;
        let mut sample = Vec::new();
        input.by_ref().take(SAMPLE as u64).read_to_end(&mut sample).map_err(failed)?;
        let told = options.encoding.as_deref().map(Encoding::of_label).transpose()?;
        let (start, marked) = match sample.as_slice() {
            [0xEF, 0xBB, 0xBF, ..] => (3, Some(Encoding::Utf8)),
            [0xFF, 0xFE, ..] => (2, Some(Encoding::Utf16Le)),
            [0xFE, 0xFF, ..] => (2, Some(Encoding::Utf16Be)),
            _ => (0, None),
        };
        let known = marked.filter(|_| told.is_none() || told == marked).or(told).or_else(|| utf16_without_mark(&sample));
        let mut shape = Shape { encoding: known.unwrap_or(Encoding::Utf8), foreign: None, carriage_returns: false, delimiter: ',' };
        shape.carriage_returns = ends_with_carriage_returns(&shape.encoding.decode(sample.get(start..).unwrap_or_default()));
        let mut file = Self { input, start: start as u64, shape, has_separator_line: false };
        if known.is_none_or(|known| known == Encoding::Utf8) {
            file.survey(told.is_some())?;
        }
        file.find_delimiter(options)?;
        notes.add(NoteKind::Encoding, None, None, file.shape.encoding.name());
        notes.add(NoteKind::Delimiter, None, None, if file.shape.delimiter == '\t' { "tab".to_owned() } else { file.shape.delimiter.to_string() });
        Ok(file)
    }

    fn lines(&mut self) -> Result<Lines<'_>> {
        self.input.seek(SeekFrom::Start(self.start)).map_err(failed)?;
        Ok(Lines::new(&mut self.input, self.shape))
    }

    /// Finds out whether every line is UTF-8, and what the others are.
    fn survey(&mut self, is_told: bool) -> Result<()> {
        let (mut utf8, mut wide, mut other) = (0_usize, 0_usize, 0_usize);
        let mut sample = Vec::new();
        let mut lines = self.lines()?;
        let mut line = Vec::new();
        while lines.next_bytes(&mut line)? {
            match std::str::from_utf8(&line) {
                Ok(text) => {
                    utf8 = utf8.saturating_add(usize::from(!text.is_ascii()));
                    wide = wide.saturating_add(usize::from(!text.is_ascii() && text.chars().any(|c| c >= '\u{800}')));
                }
                Err(_) => {
                    other = other.saturating_add(1);
                    if sample.len() < SAMPLE {
                        sample.extend_from_slice(&line);
                    }
                }
            }
        }
        drop(lines);
        if other == 0 {
            return Ok(());
        }
        let guessed = guess(&sample);
        // A two-byte character can be UTF-8 by chance, but then as two bytes too, which Chinese never is there.
        let is_chinese = matches!(guessed, Encoding::Gb18030 | Encoding::Big5);
        let utf8 = if is_chinese { wide } else { utf8 };
        let is_utf8 = is_told || (utf8 > 0 && utf8 >= other);
        let by_line = is_utf8 || (utf8 > 0 && !is_chinese);
        self.shape.encoding = if is_utf8 { Encoding::Utf8 } else { guessed };
        self.shape.foreign = by_line.then_some(if is_utf8 { guessed } else { Encoding::Utf8 });
        Ok(())
    }

    /// The delimiter given by the caller, or by a first line `sep=;`, or else the one with which most of the first rows have the same number of
    /// columns; then the one with most columns.
    fn find_delimiter(&mut self, options: &ReadOptions) -> Result<()> {
        let mut text = String::new();
        let mut lines = self.lines()?;
        while text.len() < SAMPLE && lines.next_text(&mut text)?.is_some() {}
        drop(lines);
        let first = text.split(['\r', '\n']).next().unwrap_or_default();
        let mut named = first.trim().strip_prefix("sep=").or_else(|| first.trim().strip_prefix("SEP=")).unwrap_or_default().chars();
        // A tab was trimmed away.
        let named = match (named.next(), named.next()) {
            (Some(delimiter), None) if !delimiter.is_alphanumeric() && delimiter != '"' => Some(delimiter),
            (None, None) if first.to_ascii_lowercase().starts_with("sep=\t") => Some('\t'),
            _ => None,
        };
        self.has_separator_line = named.is_some();
        if let Some(told) = options.delimiter.filter(|told| matches!(told, '"' | '\r' | '\n')) {
            return Err(Error::field("delimiter", "is a quote or the end of a line").with("value", told));
        }
        self.shape.delimiter = options.delimiter.or(named).unwrap_or_else(|| guess_delimiter(&text, self.shape));
        Ok(())
    }

    /// Reads the rows.
    pub(crate) fn read(&mut self, rows: &mut Rows<'_>) -> Result<()> {
        rows.limit_rows("MAX_LINES", MAX_LINES);
        let (has_separator_line, delimiter) = (self.has_separator_line, self.shape.delimiter);
        let mut records = Records { lines: self.lines()?, waiting: VecDeque::new(), delimiter, text: String::new(), ends: Vec::new() };
        if has_separator_line {
            records.extend()?;
        }
        let mut row = 0_u32;
        loop {
            rows.start(row, false);
            let Some(record) = records.next()? else { return Ok(()) };
            for (column, value) in (0_u32..).zip(record.values) {
                rows.put(column, value)?;
            }
            if record.unclosed {
                rows.note(NoteKind::UnclosedQuote, "\"");
            }
            if let Some(encoding) = record.foreign {
                rows.note(NoteKind::ForeignLine, encoding.name());
            }
            if !rows.finish()? {
                return Ok(());
            }
            row = row.saturating_add(1);
        }
    }
}

/// Whether most lines of a text end with a carriage return alone.
fn ends_with_carriage_returns(text: &str) -> bool {
    let feeds = text.matches('\n').count();
    let returns = text.matches('\r').count();
    let both = text.matches("\r\n").count();
    returns.saturating_sub(both) > feeds
}

/// The lines of a file, with their ends.
struct Lines<'r> {
    input: BufReader<Box<dyn Read + 'r>>,
    shape: Shape,
    bytes: Vec<u8>,
}

impl<'r> Lines<'r> {
    fn new(input: impl Read + 'r, shape: Shape) -> Self {
        let input: Box<dyn Read + 'r> = match shape.encoding.decoder() {
            Some(decoder) => Box::new(Decoding::new(input, decoder)),
            None => Box::new(input),
        };
        Self { input: BufReader::with_capacity(SAMPLE, input), shape, bytes: Vec::new() }
    }

    /// The next raw line; `false` at the end.
    fn next_bytes(&mut self, line: &mut Vec<u8>) -> Result<bool> {
        line.clear();
        loop {
            let available = self.input.fill_buf().map_err(failed)?;
            if available.is_empty() {
                return Ok(!line.is_empty());
            }
            // A carriage return that ended the last buffer ends the line, unless a line feed follows.
            if self.shape.carriage_returns && line.last() == Some(&b'\r') {
                if available.first() == Some(&b'\n') {
                    line.push(b'\n');
                    self.input.consume(1);
                }
                return Ok(true);
            }
            let end = match self.shape.carriage_returns {
                true => memchr::memchr2(b'\n', b'\r', available),
                false => memchr::memchr(b'\n', available),
            };
            let taken = end.map_or(available.len(), |end| end.saturating_add(1));
            line.extend_from_slice(available.get(..taken).unwrap_or(available));
            self.input.consume(taken);
            if line.len() > MAX_ROW_BYTES {
                return Err(beyond("MAX_ROW_BYTES", MAX_ROW_BYTES));
            }
            if end.is_some() && line.last() == Some(&b'\n') {
                return Ok(true);
            }
        }
    }

    /// Appends the next line to a text; the encoding of the line, if it differs from the file's. `None` at the end.
    fn next_text(&mut self, line: &mut String) -> Result<Option<Option<Encoding>>> {
        let mut bytes = std::mem::take(&mut self.bytes);
        let is_line = self.next_bytes(&mut bytes)?;
        let mut used = None;
        let own = if self.shape.encoding.decoder().is_some() { Encoding::Utf8 } else { self.shape.encoding };
        match (std::str::from_utf8(&bytes), self.shape.foreign) {
            (Ok(text), _) if own == Encoding::Utf8 || text.is_ascii() => line.push_str(text),
            (Ok(text), Some(Encoding::Utf8)) => {
                used = Some(Encoding::Utf8);
                line.push_str(text);
            }
            (Err(_), Some(foreign)) if foreign != Encoding::Utf8 => {
                used = Some(foreign);
                line.push_str(&foreign.decode(&bytes));
            }
            _ => line.push_str(&own.decode(&bytes)),
        }
        self.bytes = bytes;
        Ok(is_line.then_some(used))
    }
}

/// One row of a file.
struct Record {
    values: Vec<Cell>,
    unclosed: bool,
    foreign: Option<Encoding>,
}

/// The rows of a file, one after the other.
struct Records<'r> {
    lines: Lines<'r>,
    /// Lines that were read while searching for the end of an unclosed quote.
    waiting: VecDeque<(String, Option<Encoding>)>,
    delimiter: char,
    /// The lines of the row, and where each ends.
    text: String,
    ends: Vec<(usize, Option<Encoding>)>,
}

/// Where a quoted value ends.
enum Quoted {
    /// At the quote before this position; the next value begins after this position.
    At(usize),
    /// Nowhere as far as the text goes.
    Open,
    /// Nowhere: there is a quote in the middle of it.
    Never,
}

impl Records<'_> {
    /// Adds the next line to the row; `false` at the end.
    fn extend(&mut self) -> Result<bool> {
        if self.ends.len() >= MAX_QUOTED_LINES || self.text.len() > MAX_ROW_BYTES {
            return Ok(false);
        }
        let foreign = match self.waiting.pop_front() {
            Some((line, foreign)) => {
                self.text.push_str(&line);
                foreign
            }
            None => match self.lines.next_text(&mut self.text)? {
                Some(foreign) => foreign,
                None => return Ok(false),
            },
        };
        self.ends.push((self.text.len(), foreign));
        Ok(true)
    }

    /// Returns the lines after the one that contains a position.
    fn give_back(&mut self, place: usize) {
        while let [.., (start, _), (end, foreign)] = self.ends.as_slice() {
            if *start <= place {
                return;
            }
            self.waiting.push_front((self.text.get(*start..*end).unwrap_or_default().to_owned(), *foreign));
            self.text.truncate(*start);
            self.ends.pop();
        }
    }

    fn next(&mut self) -> Result<Option<Record>> {
        self.text.clear();
        self.ends.clear();
        if !self.extend()? {
            return Ok(None);
        }
        let (mut values, mut unclosed, mut at) = (Vec::new(), false, 0_usize);
        loop {
            let (value, after) = match self.quoted(at)? {
                Some(found) => found,
                None => {
                    unclosed = unclosed || self.rest(at).starts_with('"');
                    self.plain(at)
                }
            };
            values.push(text_cell(unguarded(value)));
            match after {
                Some(after) => at = after,
                None => break,
            }
            // More than a sheet can hold is refused when it is put into one.
            if values.len() > crate::limits::MAX_COLUMNS as usize {
                break;
            }
        }
        let foreign = self.ends.iter().find_map(|(_, foreign)| *foreign);
        Ok(Some(Record { values, unclosed, foreign }))
    }

    fn rest(&self, at: usize) -> &str {
        self.text.get(at..).unwrap_or_default()
    }

    /// The quoted value that begins at a position, and where the next value begins; `None` if there is no such value.
    fn quoted(&mut self, at: usize) -> Result<Option<(String, Option<usize>)>> {
        if !self.rest(at).starts_with('"') {
            return Ok(None);
        }
        let first = at.saturating_add(1);
        let mut from = first;
        loop {
            match self.closing(&mut from) {
                Quoted::At(end) => {
                    let value = self.text.get(first..end).unwrap_or_default().replace("\"\"", "\"");
                    let behind = self.rest(end.saturating_add(1)).trim_start_matches(' ');
                    let next = behind.strip_prefix(self.delimiter).map(|rest| self.text.len().saturating_sub(rest.len()));
                    return Ok(Some((value, next)));
                }
                Quoted::Open if self.extend()? => {}
                Quoted::Open | Quoted::Never => {
                    self.give_back(at);
                    return Ok(None);
                }
            }
        }
    }

    /// Searches for the quote that closes a value, from a position, which is advanced.
    fn closing(&self, from: &mut usize) -> Quoted {
        while let Some(found) = self.rest(*from).find('"') {
            let end = from.saturating_add(found);
            let behind = self.rest(end.saturating_add(1));
            if behind.starts_with('"') {
                *from = end.saturating_add(2);
                continue;
            }
            let behind = behind.trim_start_matches(' ');
            let closes = behind.starts_with(self.delimiter) || behind.trim_end_matches(['\r', '\n']).is_empty();
            return if closes { Quoted::At(end) } else { Quoted::Never };
        }
        *from = self.text.len();
        Quoted::Open
    }

    /// The unquoted value that begins at a position, and where the next value begins.
    fn plain(&self, at: usize) -> (String, Option<usize>) {
        let rest = self.rest(at);
        match rest.split_once(self.delimiter) {
            Some((value, behind)) => (value.to_owned(), Some(self.text.len().saturating_sub(behind.len()))),
            None => (rest.strip_suffix('\n').unwrap_or(rest).trim_end_matches('\r').to_owned(), None),
        }
    }
}

/// Rows that are examined to find the delimiter.
const GUESSED_ROWS: usize = 50;

fn guess_delimiter(text: &str, shape: Shape) -> char {
    let mut best = (',', (0, 0));
    for delimiter in [',', ';', '\t', '|'] {
        let score = regularity(text, delimiter, shape);
        if score > best.1 {
            best = (delimiter, score);
        }
    }
    best.0
}

fn regularity(text: &str, delimiter: char, shape: Shape) -> (usize, usize) {
    let mut widths: BTreeMap<usize, usize> = BTreeMap::new();
    let shape = Shape { encoding: Encoding::Utf8, foreign: None, ..shape };
    let mut records =
        Records { lines: Lines::new(text.as_bytes(), shape), waiting: VecDeque::new(), delimiter, text: String::new(), ends: Vec::new() };
    for _ in 0..GUESSED_ROWS {
        let Ok(Some(record)) = records.next() else { break };
        if record.values.len() > 1 {
            let rows = widths.entry(record.values.len()).or_default();
            *rows = rows.saturating_add(1);
        }
    }
    widths.into_iter().map(|(width, rows)| (rows, width)).max().unwrap_or_default()
}

/// Whether a text of unknown origin looks like rows of values: its first rows have several columns.
pub(crate) fn is_tabular(text: &str) -> bool {
    let shape = Shape { encoding: Encoding::Utf8, foreign: None, carriage_returns: ends_with_carriage_returns(text), delimiter: ',' };
    let delimiter = guess_delimiter(text, shape);
    regularity(text, delimiter, shape).0 > 0
}

/// The text of a whole file, or of its start, in its encoding.
pub(crate) fn text_of(bytes: &[u8]) -> String {
    match bytes {
        [0xFF, 0xFE, rest @ ..] => Encoding::Utf16Le.decode(rest),
        [0xFE, 0xFF, rest @ ..] => Encoding::Utf16Be.decode(rest),
        _ => {
            let bytes = bytes.strip_prefix(BOM).unwrap_or(bytes);
            match (std::str::from_utf8(bytes), utf16_without_mark(bytes)) {
                (_, Some(utf16)) => utf16.decode(bytes),
                (Ok(text), None) => text.to_owned(),
                // The end of a sample may cut a character.
                (Err(error), None) if error.error_len().is_none() => String::from_utf8_lossy(bytes).into_owned(),
                (Err(_), None) => guess(bytes).decode(bytes),
            }
        }
    }
}

/// A text without what programs add so that a spreadsheet leaves it alone: `="00123"`, or an apostrophe before digits only or before the start of a
/// formula. The apostrophe of a name (`'90s Shop`) stays.
fn unguarded(text: String) -> String {
    if let Some(inner) = text.strip_prefix("=\"").and_then(|rest| rest.strip_suffix('"')).filter(|inner| !inner.contains('"')) {
        return inner.to_owned();
    }
    match text.strip_prefix('\'') {
        Some(rest) if is_digits(rest) || rest.starts_with(['=', '+', '-', '@']) => rest.to_owned(),
        _ => text,
    }
}
