//! A text file with its problems: every line as it was, and after the values of some a reason.
//!
//! Invariant: a line without problems is copied byte for byte. Of the others, the bytes before the line end are kept, and what is added is in the
//! file's own encoding, between its own delimiters, and within the line.

use super::{AnnotateOptions, CopyNote, CopyNoteKind, Heads, LAST_COLUMN, reasons, unreadable, xml::Fault};
use crate::cell::Cell;
use crate::encoding::Encoding;
use crate::language::Language;
use crate::note::NoteKind;
use crate::opening::inert;
use crate::table::{Row, Workbook};
use crm_core::Result;
use crm_core::opening::Problem;
use std::collections::{BTreeMap, HashMap};
use std::io::{BufRead, BufReader, Read, Seek, SeekFrom};

/// Bytes of one line of a text file that is annotated.
const MAX_LINE: usize = 32 * 1024 * 1024;
/// How much is examined to find out how lines end.
const SAMPLE: usize = 64 * 1024;

/// Annotates a text file. `original` is read twice, from its start.
pub(super) fn mark(
    source: &mut Workbook,
    mut original: impl Read + Seek,
    problems: &[Problem],
    options: &AnnotateOptions,
    notes: &mut Vec<CopyNote>,
) -> Result<Vec<u8>> {
    let language = options.language;
    let name = source.name().to_owned();
    let failed = |fault: Fault| unreadable(&name, fault);
    let Some(sheet) = source.sheet_names().first().cloned() else { return Ok(Vec::new()) };
    let mut by_row: BTreeMap<u32, Vec<&Problem>> = BTreeMap::new();
    for problem in problems.iter().filter(|problem| problem.place.sheet == sheet) {
        by_row.entry(problem.place.row).or_default().push(problem);
    }
    let unplaced = problems.len().saturating_sub(by_row.values().map(Vec::len).sum());
    let heads = Heads::of(source, &sheet, &by_row, options)?;
    let whole = by_row.remove(&0).unwrap_or_default();
    if !whole.is_empty() {
        by_row.entry(heads.said_in()).or_default().extend(whole);
    }
    let form = Form::of(source, &mut original).map_err(failed)?;
    let mut widest = Width { form: &form, columns: 0 };
    walk(source, &sheet, &mut original, &form, &mut widest).map_err(failed)?;
    let earlier = heads.earlier.map(|(_, column)| column as usize).filter(|column| column.saturating_add(1) == widest.columns);
    let columns = earlier.unwrap_or(widest.columns);
    let has_heading = !by_row.is_empty() || earlier.is_some();
    let mut copy =
        Copy { form: &form, columns, earlier, by_row, heading: has_heading.then(|| heads.said_in()), language, out: Vec::new(), cuts: 0, lost: 0 };
    walk(source, &sheet, &mut original, &form, &mut copy).map_err(failed)?;
    let left = copy.by_row.values().map(Vec::len).sum::<usize>().saturating_add(unplaced);
    for (kind, count) in [(CopyNoteKind::NotPlaced, left), (CopyNoteKind::ReasonsCut, copy.cuts)] {
        notes.extend((count > 0).then(|| CopyNote::new(kind, count)));
    }
    notes.extend((copy.lost > 0).then(|| CopyNote::new(CopyNoteKind::NotInEncoding, form.coding.encoding.name())));
    Ok(copy.out)
}

/// How the file's characters are encoded.
struct Coding {
    encoding: Encoding,
    /// For an encoding that browsers know.
    browser: Option<&'static encoding_rs::Encoding>,
    /// For any other, single-byte one: the byte of each character above 127.
    bytes: HashMap<char, u8>,
}

impl Coding {
    fn new(encoding: Encoding) -> Self {
        let browser = match encoding {
            Encoding::Utf8 | Encoding::Utf16Le | Encoding::Utf16Be | Encoding::Cp850 | Encoding::Cp437 => None,
            Encoding::Windows1252 => Some(encoding_rs::WINDOWS_1252),
            Encoding::Macintosh => Some(encoding_rs::MACINTOSH),
            Encoding::Gb18030 => Some(encoding_rs::GB18030),
            Encoding::Big5 => Some(encoding_rs::BIG5),
            Encoding::Other(other) => Some(other),
        };
        let bytes = match encoding {
            Encoding::Cp850 | Encoding::Cp437 => (128..=u8::MAX).filter_map(|byte| Some((encoding.decode(&[byte]).chars().next()?, byte))).collect(),
            _ => HashMap::new(),
        };
        Self { encoding, browser, bytes }
    }

    /// Bytes per unit in which a line end is searched for.
    fn unit(&self) -> usize {
        if matches!(self.encoding, Encoding::Utf16Le | Encoding::Utf16Be) { 2 } else { 1 }
    }

    /// A text as bytes; `None` if one of its characters cannot be encoded.
    fn encoded(&self, text: &str) -> Option<Vec<u8>> {
        if let Some(browser) = self.browser {
            let (bytes, _, has_lost) = browser.encode(text);
            return (!has_lost).then(|| bytes.into_owned());
        }
        match self.encoding {
            Encoding::Utf16Le => Some(text.encode_utf16().flat_map(u16::to_le_bytes).collect()),
            Encoding::Utf16Be => Some(text.encode_utf16().flat_map(u16::to_be_bytes).collect()),
            Encoding::Cp850 | Encoding::Cp437 => {
                text.chars().map(|c| if c.is_ascii() { u8::try_from(c).ok() } else { self.bytes.get(&c).copied() }).collect()
            }
            _ => Some(text.as_bytes().to_vec()),
        }
    }

    /// The same with question marks for what cannot be encoded.
    fn encoded_anyhow(&self, text: &str) -> Vec<u8> {
        let mut bytes = Vec::with_capacity(text.len());
        for c in text.chars() {
            let written = self.encoded(c.encode_utf8(&mut [0; 4])).or_else(|| self.encoded("?"));
            bytes.extend(written.unwrap_or_default());
        }
        bytes
    }

    /// The number of bytes of the first character.
    fn width(&self, bytes: &[u8]) -> usize {
        let has_pairs = self.browser.is_some_and(|browser| !browser.is_single_byte());
        match bytes {
            _ if self.unit() == 2 => 2,
            [0x80..=0xFF, 0x30..=0x39, ..] if has_pairs => 4,
            [0x80..=0xFF, 0x40..=0xFF, ..] if has_pairs => 2,
            _ => 1,
        }
    }
}

/// How the file's lines and values are delimited.
struct Form {
    coding: Coding,
    delimiter: Vec<u8>,
    delimiter_text: String,
    quote: Vec<u8>,
    space: Vec<u8>,
    line_feed: Vec<u8>,
    carriage_return: Vec<u8>,
    /// Lines end with a carriage return alone, as on the classic Mac.
    returns: bool,
    /// A byte order mark, and a line that only names the delimiter.
    skipped: usize,
}

impl Form {
    /// As the reader detected it, and said in its notes.
    fn of(source: &mut Workbook, original: &mut (impl Read + Seek)) -> Result<Self, Fault> {
        let said = |kind: NoteKind| source.notes().iter().find(|note| note.kind == kind).map(|note| note.value.clone()).unwrap_or_default();
        let (encoding, delimiter) = (said(NoteKind::Encoding), said(NoteKind::Delimiter));
        let delimiter = match delimiter.as_str() {
            "" => ",".to_owned(),
            "tab" => "\t".to_owned(),
            other => other.to_owned(),
        };
        original.seek(SeekFrom::Start(0))?;
        let mut sample = Vec::new();
        original.by_ref().take(SAMPLE as u64).read_to_end(&mut sample)?;
        let mut form = Self::new(Coding::new(Encoding::of_label(&encoding).unwrap_or(Encoding::Utf8)), &delimiter);
        form.skipped = match sample.as_slice() {
            [0xEF, 0xBB, 0xBF, ..] => 3,
            [0xFF, 0xFE, ..] | [0xFE, 0xFF, ..] => 2,
            _ => 0,
        };
        let start = form.skipped;
        form.returns = form.ends_with_returns(sample.get(start..).unwrap_or_default());
        // A line that names the delimiter is not one of the reader's rows.
        let mut first = None;
        if let Some(sheet) = source.sheet_names().first().cloned() {
            source.read_rows_while(&sheet, |row| {
                first = Some((row.number, row.cell(0).raw()));
                Ok(std::ops::ControlFlow::Break(()))
            })?;
        }
        let line = form.line_of(sample.get(start..).unwrap_or_default());
        let names = |prefix: &str| form.coding.encoded(prefix).is_some_and(|prefix| line.starts_with(&prefix));
        let is_row = first.is_some_and(|(row, cell)| row == 1 && cell.to_ascii_lowercase().starts_with("sep="));
        if (names("sep=") || names("SEP=")) && !is_row {
            form.skipped = start.saturating_add(line.len());
        }
        Ok(form)
    }

    fn new(coding: Coding, delimiter: &str) -> Self {
        let of = |text: &str| coding.encoded(text).unwrap_or_default();
        let (quote, space, line_feed, carriage_return) = (of("\""), of(" "), of("\n"), of("\r"));
        Self {
            delimiter: of(delimiter),
            delimiter_text: delimiter.to_owned(),
            quote,
            space,
            line_feed,
            carriage_return,
            returns: false,
            skipped: 0,
            coding,
        }
    }

    /// Whether most lines of some text end with a carriage return alone.
    fn ends_with_returns(&self, text: &[u8]) -> bool {
        let (mut feeds, mut returns, mut both, mut was_return) = (0_usize, 0_usize, 0_usize, false);
        for unit in text.chunks_exact(self.coding.unit()) {
            let (is_feed, is_return) = (unit == self.line_feed, unit == self.carriage_return);
            feeds = feeds.saturating_add(usize::from(is_feed));
            returns = returns.saturating_add(usize::from(is_return));
            both = both.saturating_add(usize::from(is_feed && was_return));
            was_return = is_return;
        }
        returns.saturating_sub(both) > feeds
    }

    /// The first line of some bytes, with its end.
    fn line_of<'b>(&self, bytes: &'b [u8]) -> &'b [u8] {
        let mut reader = bytes;
        let mut line = Vec::new();
        let length = self.next_line(&mut reader, &mut line).map_or(0, |()| line.len());
        bytes.get(..length).unwrap_or(bytes)
    }

    /// Adds the next line to another, with its end; nothing at the end of the file.
    fn next_line(&self, input: &mut impl BufRead, line: &mut Vec<u8>) -> Result<(), Fault> {
        let (unit, from) = (self.coding.unit(), line.len());
        loop {
            let available = input.fill_buf()?;
            let Some(next) = available.first().copied() else { return Ok(()) };
            let read = line.get(from..).unwrap_or_default();
            let is_whole = read.len().is_multiple_of(unit);
            if is_whole && self.returns && read.ends_with(&self.carriage_return) {
                // A line feed after it belongs to the line end.
                if self.line_feed.first() == Some(&next) && unit == 1 {
                    line.push(next);
                    input.consume(1);
                }
                return Ok(());
            }
            if is_whole && !read.is_empty() && read.ends_with(&self.line_feed) {
                return Ok(());
            }
            if line.len() > MAX_LINE {
                return Err(format!("a line is longer than {MAX_LINE} bytes (MAX_LINE)").into());
            }
            // Up to a byte that may belong to a line end, which is then examined.
            let stops = |byte: &u8| *byte == b'\n' || (self.returns && *byte == b'\r');
            let taken = available.iter().position(stops).map_or(available.len(), |at| at.saturating_add(1));
            line.extend_from_slice(available.get(..taken).unwrap_or(available));
            input.consume(taken);
            if unit == 2 && line.len().saturating_sub(from) % 2 == 1 {
                let mut second = [0];
                let read = input.read(&mut second)?;
                line.extend_from_slice(second.get(..read).unwrap_or_default());
            }
        }
    }

    /// Where the end of a line begins.
    fn end_of(&self, line: &[u8]) -> usize {
        let line_feed = line.strip_suffix(self.line_feed.as_slice());
        let mut text = line_feed.unwrap_or(line);
        while let Some(shorter) = text.strip_suffix(self.carriage_return.as_slice()).filter(|_| line_feed.is_some() || self.returns) {
            text = shorter;
        }
        text.len()
    }

    /// Where the values of a row begin, and how many quotes it has. An unclosed quote is an ordinary character.
    fn values(&self, row: &[u8]) -> (Vec<usize>, usize) {
        let (mut starts, mut quotes, mut at, mut state) = (vec![0], 0_usize, 0_usize, Within::Start);
        // Where the quoted value began, and what was known then.
        let mut opened = (0, 0, 0);
        loop {
            let rest = row.get(at..).unwrap_or_default();
            let (is_quote, is_delimiter) = (rest.starts_with(&self.quote), rest.starts_with(&self.delimiter));
            let is_space = self.space.as_slice() == rest.get(..self.space.len()).unwrap_or_default();
            let width = if is_quote { self.quote.len() } else { self.coding.width(rest) };
            let next = match state {
                Within::Quoted if rest.is_empty() => None,
                _ if rest.is_empty() => return (starts, quotes),
                Within::Start if is_quote => {
                    opened = (at.saturating_add(width), starts.len(), quotes.saturating_add(1));
                    Some(Within::Quoted)
                }
                Within::Quoted => Some(if is_quote { Within::Closed } else { Within::Quoted }),
                Within::Closed if is_quote => Some(Within::Quoted),
                _ if is_delimiter => Some(Within::Start),
                Within::Closed | Within::Behind if is_space => Some(Within::Behind),
                Within::Closed | Within::Behind => None,
                Within::Start | Within::Plain => Some(Within::Plain),
            };
            let Some(next) = next else {
                (at, state) = (opened.0, Within::Plain);
                starts.truncate(opened.1);
                quotes = opened.2;
                continue;
            };
            quotes = quotes.saturating_add(usize::from(is_quote));
            at = at.saturating_add(if next == Within::Start { self.delimiter.len() } else { width });
            if next == Within::Start {
                starts.push(at);
            }
            state = next;
        }
    }
}

/// The state within a row.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Within {
    /// At the first character of a value.
    Start,
    /// In a value without quotes.
    Plain,
    /// Between quotes.
    Quoted,
    /// After a quote within quotes: they are closed, unless another follows.
    Closed,
    /// Among the spaces after a closing quote.
    Behind,
}

/// Visits the rows of a file in turn.
trait Look {
    /// A row by its number and bytes, including the end of its last line.
    fn row(&mut self, number: u32, row: &[u8]);
    /// What comes before the first row.
    fn skipped(&mut self, bytes: &[u8]);
}

/// Walks through the file's bytes alongside the reader, which knows what a row is.
fn walk(source: &mut Workbook, sheet: &str, original: &mut (impl Read + Seek), form: &Form, look: &mut impl Look) -> Result<(), Fault> {
    original.seek(SeekFrom::Start(0))?;
    let mut input = BufReader::with_capacity(SAMPLE, original);
    let mut skipped = vec![0; form.skipped];
    input.read_exact(&mut skipped)?;
    look.skipped(&skipped);
    let (mut next, mut row) = (1_u32, Vec::new());
    let mut fault = None;
    source.read_rows(sheet, |read: Row<'_>| {
        let mut step = || -> Result<(), Fault> {
            while next < read.number && blank(&mut input, form, &mut row)? {
                look.row(next, &row);
                next = next.saturating_add(1);
            }
            row.clear();
            for _ in 0..=breaks(&read, form) {
                form.next_line(&mut input, &mut row)?;
            }
            look.row(read.number, &row);
            next = read.number.saturating_add(1);
            Ok(())
        };
        if fault.is_none() {
            fault = step().err();
        }
        Ok(())
    })?;
    if let Some(fault) = fault {
        return Err(fault);
    }
    while blank(&mut input, form, &mut row)? {
        look.row(next, &row);
        next = next.saturating_add(1);
    }
    Ok(())
}

/// An empty row: one line, or several whose quotes contain only breaks. `false` at the end of the file.
fn blank(input: &mut impl BufRead, form: &Form, row: &mut Vec<u8>) -> Result<bool, Fault> {
    row.clear();
    loop {
        let before = row.len();
        form.next_line(input, row)?;
        let (_, quotes) = form.values(row);
        if row.len() == before || quotes.is_multiple_of(2) {
            return Ok(!row.is_empty());
        }
    }
}

/// The line breaks within the values of a row.
fn breaks(row: &Row<'_>, form: &Form) -> usize {
    let of = |cell: &Cell| {
        let text = cell.raw();
        let feeds = text.matches('\n').count();
        if form.returns { feeds.saturating_add(text.matches('\r').count()).saturating_sub(text.matches("\r\n").count()) } else { feeds }
    };
    row.cells.iter().map(of).sum()
}

/// How many values the longest row has.
struct Width<'f> {
    form: &'f Form,
    columns: usize,
}

impl Look for Width<'_> {
    fn row(&mut self, _: u32, row: &[u8]) {
        let end = self.form.end_of(row);
        let (starts, _) = self.form.values(row.get(..end).unwrap_or(row));
        self.columns = self.columns.max(starts.len()).min(LAST_COLUMN as usize);
    }

    fn skipped(&mut self, _: &[u8]) {}
}

/// The copy under construction.
struct Copy<'a> {
    form: &'a Form,
    /// How many values stand before the reasons.
    columns: usize,
    /// The column of an earlier copy, whose values are left out.
    earlier: Option<usize>,
    by_row: BTreeMap<u32, Vec<&'a Problem>>,
    /// The row that contains the heading.
    heading: Option<u32>,
    language: Language,
    out: Vec<u8>,
    cuts: usize,
    /// Rows whose reasons have question marks.
    lost: usize,
}

impl Look for Copy<'_> {
    fn skipped(&mut self, bytes: &[u8]) {
        self.out.extend_from_slice(bytes);
    }

    fn row(&mut self, number: u32, row: &[u8]) {
        let (values, end) = row.split_at_checked(self.form.end_of(row)).unwrap_or((row, &[]));
        let (starts, _) = self.form.values(values);
        let ours = self.earlier.and_then(|column| starts.get(column)).map(|at| at.saturating_sub(self.form.delimiter.len()));
        let values = ours.and_then(|at| values.get(..at)).unwrap_or(values);
        self.out.extend_from_slice(values);
        if let Some(added) = self.added(number, values) {
            let there = if ours.is_some() { self.columns } else { starts.len() };
            for _ in there..=self.columns {
                self.out.extend_from_slice(&self.form.delimiter);
            }
            self.out.extend_from_slice(&added);
        }
        self.out.extend_from_slice(end);
    }
}

impl Copy<'_> {
    /// What goes after the values of a row, in the file's encoding.
    fn added(&mut self, number: u32, values: &[u8]) -> Option<Vec<u8>> {
        let problems = self.by_row.remove(&number).unwrap_or_default();
        if problems.is_empty() && self.heading != Some(number) {
            return None;
        }
        let (text, is_cut) = self.text(number, &problems, self.language);
        self.cuts = self.cuts.saturating_add(usize::from(is_cut));
        // A line that is not in the file's own encoding would be read as a whole in the other encoding.
        let is_foreign = self.form.coding.encoding == Encoding::Utf8 && std::str::from_utf8(values).is_err();
        let encoded = |text: &str| if is_foreign && !text.is_ascii() { None } else { self.form.coding.encoded(text) };
        if let Some(bytes) = encoded(&text) {
            return Some(bytes);
        }
        // English letters exist in nearly every encoding.
        let (english, _) = self.text(number, &problems, Language::English);
        Some(encoded(&english).unwrap_or_else(|| {
            self.lost = self.lost.saturating_add(1);
            let plain: String = english.chars().map(|c| if is_foreign && !c.is_ascii() { '?' } else { c }).collect();
            self.form.coding.encoded_anyhow(&plain)
        }))
    }

    fn text(&self, number: u32, problems: &[&Problem], language: Language) -> (String, bool) {
        let (text, is_cut) = reasons(problems, language);
        let heading = self.language.problems_heading();
        let text = match (self.heading == Some(number), text.is_empty()) {
            (true, true) => heading.to_owned(),
            (true, false) => format!("{heading}: {text}"),
            (false, _) => text,
        };
        let line: String = inert(&text).chars().map(|c| if c.is_control() { ' ' } else { c }).collect();
        let needs_quotes = line.contains(['"', '\'']) || line.contains(&self.form.delimiter_text) || line.starts_with(' ') || line.ends_with(' ');
        (if needs_quotes { format!("\"{}\"", line.replace('"', "\"\"")) } else { line }, is_cut)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn split<'t>(text: &'t str, delimiter: &str) -> Vec<&'t str> {
        let form = Form::new(Coding::new(Encoding::Utf8), delimiter);
        let (starts, _) = form.values(text.as_bytes());
        let ends = starts.iter().skip(1).map(|start| start - delimiter.len()).chain([text.len()]);
        starts.iter().zip(ends).map(|(start, end)| &text[*start..end]).collect()
    }

    #[test]
    fn values_begin_where_the_reader_sees_them_begin() {
        assert_eq!(split("a;\"b;c\"; d;\"e\"\";f\";", ";"), ["a", "\"b;c\"", " d", "\"e\"\";f\"", ""]);
        assert_eq!(split("ab\"\";c;\"d;e", ";"), ["ab\"\"", "c", "\"d", "e"]);
        assert_eq!(split("\"a\"b;c\" ;d\" ;e", ";"), ["\"a\"b", "c\" ", "d\" ", "e"]);
        assert_eq!(split("", ";"), [""]);
    }

    #[test]
    fn a_second_byte_of_chinese_is_no_delimiter() {
        // In GB18030 the second byte of this letter is that of a bar; the other has four bytes.
        let form = Form::new(Coding::new(Encoding::Gb18030), "|");
        let row = [0x81, 0x7C, b'|', 0x81, 0x30, 0x81, 0x7C, b'|', b'x'];
        assert_eq!(form.values(&row).0, [0, 3, 8]);
        let wide = Form::new(Coding::new(Encoding::Utf16Le), ";");
        let row = wide.coding.encoded("\u{3B22};\"a;b\"").unwrap();
        assert_eq!(wide.values(&row).0, [0, 4]);
    }

    #[test]
    fn lines_end_where_their_units_say() {
        for (name, text, returns) in
            [("UTF-16BE", "a\u{0A0A}\r\nb\n\nc", false), ("UTF-16LE", "a\u{0D0A}\rb\r\rc", true), ("UTF-8", "a\rb\r\nc\rd", true)]
        {
            let mut form = Form::new(Coding::new(Encoding::of_label(name).unwrap()), ";");
            form.returns = returns;
            let bytes = form.coding.encoded(text).unwrap();
            let mut input = BufReader::with_capacity(1, bytes.as_slice());
            let (mut all, mut count) = (Vec::new(), 0);
            loop {
                let mut line = Vec::new();
                form.next_line(&mut input, &mut line).unwrap();
                if line.is_empty() {
                    break;
                }
                count += 1;
                all.extend(line);
            }
            assert_eq!((count, all), (4, bytes), "{name}");
            assert_eq!(form.ends_with_returns(&form.coding.encoded(text).unwrap()), returns);
        }
    }
}
