//! The XML parts of a workbook's package, piece by piece, each with its original bytes.
//!
//! Invariant: the raw bytes of all pieces, concatenated, are the part. Nothing is expanded: a part that declares a document type is refused, and so
//! is one whose pieces or depth exceed the limits.

use crate::limits::{MAX_DEPTH, MAX_MARKUP_BYTES, MAX_PART_BYTES};
use quick_xml::Reader;
use quick_xml::escape::unescape;
use quick_xml::events::{BytesStart, Event};
use std::error::Error as StdError;
use std::io::{self, BufRead, Read};

/// Why a part cannot be read.
pub(super) type Fault = Box<dyn StdError + Send + Sync>;

/// What a piece is.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Kind {
    Start,
    Empty,
    End,
    /// Text, a reference, a comment, an instruction.
    Other,
}

/// One piece, borrowed until the next.
pub(super) struct Piece<'a> {
    pub(super) kind: Kind,
    /// The tag of `Start` and `Empty`.
    tag: Option<BytesStart<'a>>,
    name: &'a str,
    /// Its original bytes.
    pub(super) raw: &'a [u8],
    /// How many elements enclose it, not counting itself.
    pub(super) depth: usize,
}

impl Piece<'_> {
    /// The element's name without its prefix; empty for `Other`.
    pub(super) fn name(&self) -> &str {
        self.name.rsplit(':').next().unwrap_or_default()
    }

    /// The prefix of the element's name with its colon, or nothing.
    pub(super) fn prefix(&self) -> &str {
        self.name.rfind(':').and_then(|colon| self.name.get(..=colon)).unwrap_or_default()
    }

    /// Whether an element of this name begins here, with or without content.
    pub(super) fn opens(&self, name: &str) -> bool {
        matches!(self.kind, Kind::Start | Kind::Empty) && self.name() == name
    }

    /// The value of an attribute by its whole name, or by its name behind a prefix if `local` begins with a colon.
    pub(super) fn attribute(&self, local: &str) -> Result<Option<String>, Fault> {
        for attribute in self.tag.iter().flat_map(BytesStart::attributes) {
            let attribute = attribute?;
            let key: &str = attribute.key.as_ref();
            if key == local || (local.starts_with(':') && key.ends_with(local)) {
                return Ok(Some(unescape(&attribute.value)?.into_owned()));
            }
        }
        Ok(None)
    }

    /// The prefix, with its colon, of an attribute that has one.
    pub(super) fn prefix_of(&self, local: &str) -> Result<Option<String>, Fault> {
        for attribute in self.tag.iter().flat_map(BytesStart::attributes) {
            let attribute = attribute?;
            let key: &str = attribute.key.as_ref();
            if let Some(prefix) = key.strip_suffix(local).filter(|prefix| prefix.ends_with(':')) {
                return Ok(Some(prefix.to_owned()));
            }
        }
        Ok(None)
    }

    /// The value of an attribute as a number; `None` if it is not a number.
    pub(super) fn number(&self, local: &str) -> Result<Option<u32>, Fault> {
        Ok(self.attribute(local)?.and_then(|text| text.trim().parse().ok()))
    }

    /// Every attribute as it is written, without those left out.
    pub(super) fn attributes_but(&self, left_out: &[&str]) -> Result<String, Fault> {
        let mut written = String::new();
        for attribute in self.tag.iter().flat_map(BytesStart::attributes) {
            let attribute = attribute?;
            let key: &str = attribute.key.as_ref();
            if !left_out.contains(&key) {
                let quote = if attribute.value.contains('"') { '\'' } else { '"' };
                written.extend([" ", key, "="]);
                written.push(quote);
                written.push_str(&attribute.value);
                written.push(quote);
            }
        }
        Ok(written)
    }

    /// The tag with some attributes set, in place or after the others.
    pub(super) fn with(&self, set: &[(&str, &str)]) -> Result<String, Fault> {
        let mut tag = format!("<{}", self.name);
        let mut left: Vec<_> = set.to_vec();
        for attribute in self.tag.iter().flat_map(BytesStart::attributes) {
            let attribute = attribute?;
            let key: &str = attribute.key.as_ref();
            match left.iter().position(|(name, _)| *name == key) {
                Some(at) => tag.push_str(&format!(" {key}=\"{}\"", attribute_text(left.remove(at).1))),
                None => {
                    let quote = if attribute.value.contains('"') { '\'' } else { '"' };
                    tag.push_str(&format!(" {key}={quote}{}{quote}", attribute.value));
                }
            }
        }
        for (key, value) in left {
            tag.push_str(&format!(" {key}=\"{}\"", attribute_text(value)));
        }
        tag.push_str(if self.kind == Kind::Empty { "/>" } else { ">" });
        Ok(tag)
    }
}

/// The pieces of a part.
pub(super) struct Pieces<R: BufRead> {
    reader: Reader<Tee<R>>,
    buffer: Vec<u8>,
    depth: usize,
}

impl<R: BufRead> Pieces<R> {
    pub(super) fn new(part: R) -> Self {
        let mut reader = Reader::from_reader(Tee { inner: part, raw: Vec::new(), total: 0 });
        reader.config_mut().allow_dangling_amp = true;
        Self { reader, buffer: Vec::new(), depth: 0 }
    }

    /// The next piece; `None` after the last.
    pub(super) fn next(&mut self) -> Result<Option<Piece<'_>>, Fault> {
        self.buffer.clear();
        self.reader.get_mut().raw.clear();
        let event = self.reader.read_event_into(&mut self.buffer)?;
        let raw = self.reader.get_ref().raw.as_slice();
        if raw.len() > MAX_MARKUP_BYTES {
            return Err(too_long().into());
        }
        let depth = self.depth;
        let name = name_in(raw);
        let (kind, depth, tag) = match event {
            Event::Eof if depth > 0 => return Err("it ends within an element".into()),
            Event::Eof => return Ok(None),
            Event::DocType(_) => return Err("it declares a document type, which no workbook needs".into()),
            Event::Start(tag) => {
                self.depth = depth.saturating_add(1);
                if self.depth > MAX_DEPTH {
                    return Err(format!("its elements are nested deeper than {MAX_DEPTH} (MAX_DEPTH)").into());
                }
                (Kind::Start, depth, Some(tag))
            }
            Event::Empty(tag) => (Kind::Empty, depth, Some(tag)),
            Event::End(_) => {
                self.depth = depth.saturating_sub(1);
                (Kind::End, self.depth, None)
            }
            _ => return Ok(Some(Piece { kind: Kind::Other, tag: None, name: "", raw, depth })),
        };
        Ok(Some(Piece { kind, tag, name, raw, depth }))
    }
}

/// The name in a tag, with its prefix.
fn name_in(raw: &[u8]) -> &str {
    let from = raw.iter().position(|byte| *byte == b'<').map_or(raw.len(), |at| at.saturating_add(1));
    let name = raw.get(from..).unwrap_or_default();
    let name = name.strip_prefix(b"/").unwrap_or(name);
    let end = name.iter().position(|byte| matches!(byte, b' ' | b'\t' | b'\r' | b'\n' | b'/' | b'>')).unwrap_or(name.len());
    name.get(..end).and_then(|name| std::str::from_utf8(name).ok()).unwrap_or_default()
}

fn too_long() -> io::Error {
    io::Error::other(format!("one text or tag is longer than {MAX_MARKUP_BYTES} bytes (MAX_MARKUP_BYTES)"))
}

/// Keeps what is read through it until told to discard it.
struct Tee<R> {
    inner: R,
    raw: Vec<u8>,
    total: u64,
}

impl<R: BufRead> Read for Tee<R> {
    fn read(&mut self, buffer: &mut [u8]) -> io::Result<usize> {
        let mut available = self.fill_buf()?;
        let read = available.read(buffer)?;
        self.consume(read);
        Ok(read)
    }
}

impl<R: BufRead> BufRead for Tee<R> {
    fn fill_buf(&mut self) -> io::Result<&[u8]> {
        if self.raw.len() > MAX_MARKUP_BYTES {
            return Err(too_long());
        }
        if self.total > MAX_PART_BYTES {
            return Err(io::Error::other(format!("it is larger than {MAX_PART_BYTES} bytes (MAX_PART_BYTES)")));
        }
        self.inner.fill_buf()
    }

    fn consume(&mut self, amount: usize) {
        // What is consumed has been filled before, so this reads nothing.
        if let Ok(available) = self.inner.fill_buf() {
            self.raw.extend_from_slice(available.get(..amount).unwrap_or(available));
        }
        self.total = self.total.saturating_add(amount as u64);
        self.inner.consume(amount);
    }
}

/// A value between double quotes.
pub(super) fn attribute_text(text: &str) -> String {
    let mut escaped = String::with_capacity(text.len());
    for c in text.chars() {
        match c {
            '&' => escaped.push_str("&amp;"),
            '<' => escaped.push_str("&lt;"),
            '>' => escaped.push_str("&gt;"),
            '"' => escaped.push_str("&quot;"),
            c if c < ' ' => escaped.push(' '),
            c => escaped.push(c),
        }
    }
    escaped
}

/// The text of a cell, as spreadsheets write it: characters that XML cannot hold become `_xHHHH_`, and so does an underscore that would be read as
/// the start of one.
pub(super) fn cell_text(text: &str) -> String {
    let mut escaped = String::with_capacity(text.len());
    for (at, c) in text.char_indices() {
        match c {
            '&' => escaped.push_str("&amp;"),
            '<' => escaped.push_str("&lt;"),
            '>' => escaped.push_str("&gt;"),
            '_' if is_escape(text.get(at..).unwrap_or_default()) => escaped.push_str("_x005F_"),
            '\t' | '\n' => escaped.push(c),
            c if c < ' ' || c == '\u{FFFE}' || c == '\u{FFFF}' => escaped.push_str(&format!("_x{:04X}_", u32::from(c))),
            c => escaped.push(c),
        }
    }
    escaped
}

fn is_escape(text: &str) -> bool {
    let bytes = text.as_bytes();
    bytes.get(1) == Some(&b'x') && bytes.get(6) == Some(&b'_') && bytes.get(2..6).is_some_and(|digits| digits.iter().all(u8::is_ascii_hexdigit))
}

/// The column's letters, counted from 0.
pub(super) fn letters(column: u32) -> String {
    let mut letters = Vec::new();
    let mut left = column.saturating_add(1);
    while left > 0 {
        let digit = (left - 1) % 26;
        letters.push(char::from(b'A'.saturating_add(u8::try_from(digit).unwrap_or_default())));
        left = (left - 1) / 26;
    }
    letters.iter().rev().collect()
}

/// A place such as `B12` or `$B$12`: the column counted from 0, and the row from 1.
pub(super) fn cell_place(reference: &str) -> Option<(u32, u32)> {
    let plain: String = reference.chars().filter(|c| *c != '$').collect();
    let digits = plain.find(|c: char| c.is_ascii_digit())?;
    let (letters, digits) = plain.split_at_checked(digits)?;
    if letters.is_empty() || letters.len() > 3 || digits.len() > 7 || !digits.bytes().all(|b| b.is_ascii_digit()) {
        return None;
    }
    let mut column: u32 = 0;
    for letter in letters.bytes() {
        let letter = letter.to_ascii_uppercase();
        if !letter.is_ascii_uppercase() {
            return None;
        }
        column = column.checked_mul(26)?.checked_add(u32::from(letter - b'A') + 1)?;
    }
    let (column, row) = (column - 1, digits.parse().ok()?);
    (column <= super::LAST_COLUMN && (1..=super::LAST_ROW).contains(&row)).then_some((column, row))
}

/// A range such as `A1:C4`, or one place: the first and last column and row.
pub(super) fn cell_range(reference: &str) -> Option<((u32, u32), (u32, u32))> {
    let (first, last) = reference.split_once(':').unwrap_or((reference, reference));
    Some((cell_place(first)?, cell_place(last)?))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_pieces_of_a_part_are_the_part() {
        let part = "\u{feff}<?xml version='1.0'?>\r\n<!-- a --><x:a  b='1\"' c = \"&lt;2\" ><d/><e f=\"g\" /> &amp; t&#10;u <![CDATA[<]]></x:a >\n";
        for size in [1, 2, 7, 1024] {
            let mut pieces = Pieces::new(io::BufReader::with_capacity(size, part.as_bytes()));
            let mut all = Vec::new();
            while let Some(piece) = pieces.next().unwrap() {
                all.extend_from_slice(piece.raw);
            }
            // A small buffer cuts a byte order mark in two, and then it is not recognised.
            assert!(size < 3 || String::from_utf8(all).unwrap() == part, "{size}");
        }
    }

    #[test]
    fn tags_are_written_with_their_attributes_as_they_were() {
        let mut pieces = Pieces::new("<x:a b='1\"' c = \"&lt;2\" d='3'/>".as_bytes());
        let piece = pieces.next().unwrap().unwrap();
        assert_eq!(piece.with(&[("c", "<"), ("s", "7")]).unwrap(), "<x:a b='1\"' c=\"&lt;\" d=\"3\" s=\"7\"/>");
        assert_eq!(piece.attributes_but(&["c"]).unwrap(), " b='1\"' d=\"3\"");
        assert_eq!((piece.attribute("c").unwrap().unwrap(), piece.name(), piece.prefix()), ("<2".to_owned(), "a", "x:"));
    }

    #[test]
    fn types_entities_depth_and_endless_texts_are_refused() {
        let refused = |part: &[u8]| {
            let mut pieces = Pieces::new(part);
            loop {
                match pieces.next() {
                    Ok(Some(_)) => {}
                    Ok(None) => panic!("it was read"),
                    Err(fault) => return fault.to_string(),
                }
            }
        };
        assert!(refused(b"<!DOCTYPE a [<!ENTITY b \"cc\">]><a>&b;</a>").contains("document type"));
        assert!(refused("<a>".repeat(101).as_bytes()).contains("MAX_DEPTH"));
        assert!(refused(format!("<a>{}</a>", "x".repeat(MAX_MARKUP_BYTES + 10)).as_bytes()).contains("MAX_MARKUP_BYTES"));
        assert!(refused(b"<a><b></a></b>").contains('b'));
        assert!(refused(b"<a>").contains("within"));
    }

    #[test]
    fn places_are_read_within_the_sheet_only() {
        assert_eq!(["A1", "$XFD$1048576", "b2"].map(cell_place), [Some((0, 1)), Some((16_383, 1_048_576)), Some((1, 2))]);
        assert_eq!(["XFE1", "A1048577", "A0", "1", "A", "ZZZZZZ2", "A1B", "é1", ""].map(cell_place), [None; 9]);
        assert_eq!([0, 25, 26, 701, 702, 16_383].map(letters), ["A", "Z", "AA", "ZZ", "AAA", "XFD"]);
        assert_eq!(cell_range("A1:C4"), Some(((0, 1), (2, 4))));
    }

    #[test]
    fn texts_of_cells_keep_what_xml_cannot_hold() {
        assert_eq!(cell_text("a<b>&\r\u{1}_x0041_ _x_"), "a&lt;b&gt;&amp;_x000D__x0001__x005F_x0041_ _x_");
    }
}
