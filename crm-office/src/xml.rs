//! Markup as a bounded stream of events: quick-xml holds one event at a time, however long it is, and remembers every open element.
//!
//! Invariant: an event is at most `MAX_MARKUP_BYTES` long, a part at most `MAX_PART_BYTES`, and elements are at most `MAX_DEPTH` deep.

use crate::encoding::{Decoding, decoder_of_markup};
use crate::limits::{MAX_DEPTH, MAX_MARKUP_BYTES, MAX_PART_BYTES, MAX_TEXT_BYTES, beyond, damaged, failed};
use crm_core::{Error, Result};
use quick_xml::escape::{resolve_xml_entity, unescape};
use quick_xml::events::{BytesRef, BytesStart, Event};
use std::io::{self, BufRead, BufReader, Cursor, Read};

/// A reader that counts the bytes it fetches, and fails beyond a limit.
struct Bounded<R> {
    inner: BufReader<R>,
    /// Bytes fetched since the last event.
    run: usize,
    total: u64,
}

impl<R: Read> Read for Bounded<R> {
    fn read(&mut self, buffer: &mut [u8]) -> io::Result<usize> {
        let count = self.fill_buf()?.read(buffer)?;
        self.consume(count);
        Ok(count)
    }
}

impl<R: Read> BufRead for Bounded<R> {
    fn fill_buf(&mut self) -> io::Result<&[u8]> {
        if self.inner.buffer().is_empty() {
            if self.run > MAX_MARKUP_BYTES {
                return Err(io::Error::other(beyond("MAX_MARKUP_BYTES", MAX_MARKUP_BYTES)));
            }
            if self.total > MAX_PART_BYTES {
                return Err(io::Error::other(beyond("MAX_PART_BYTES", MAX_PART_BYTES)));
            }
            let fetched = self.inner.fill_buf()?.len();
            self.run = self.run.saturating_add(fetched);
            self.total = self.total.saturating_add(fetched as u64);
        }
        Ok(self.inner.buffer())
    }

    fn consume(&mut self, amount: usize) {
        self.inner.consume(amount);
    }
}

/// Markup in UTF-8, whatever its original encoding.
type Decoded<'r> = Bounded<Box<dyn Read + 'r>>;

/// A stream of events.
pub(crate) struct Xml<'r> {
    reader: quick_xml::Reader<Decoded<'r>>,
    buffer: Vec<u8>,
    depth: usize,
}

/// How much is read at a time.
const CHUNK: usize = 32 * 1024;
/// The declaration of the encoding is within this many bytes.
const HEAD: u64 = 1_024;

impl<'r> Xml<'r> {
    pub(crate) fn new(input: impl Read + 'r) -> Result<Self> {
        let mut input: Box<dyn Read + 'r> = Box::new(input);
        let mut head = Vec::new();
        input.by_ref().take(HEAD).read_to_end(&mut head).map_err(failed)?;
        let decoder = decoder_of_markup(&head);
        let whole = Cursor::new(head).chain(input);
        let whole: Box<dyn Read + 'r> = match decoder {
            Some(decoder) => Box::new(Decoding::new(whole, decoder)),
            None => Box::new(whole),
        };
        let mut reader = quick_xml::Reader::from_reader(Bounded { inner: BufReader::with_capacity(CHUNK, whole), run: 0, total: 0 });
        let config = reader.config_mut();
        // Empty elements arrive as a start and an end, so that there is one way to read them.
        config.expand_empty_elements = true;
        config.allow_dangling_amp = true;
        Ok(Self { reader, buffer: Vec::new(), depth: 0 })
    }

    /// The next event; `None` at the end, where every element is closed.
    pub(crate) fn next(&mut self) -> Result<Option<Event<'_>>> {
        self.buffer.clear();
        self.reader.get_mut().run = 0;
        let event = match self.reader.read_event_into(&mut self.buffer) {
            Ok(event) => event,
            Err(quick_xml::Error::Io(error)) => return Err(shared(&error)),
            Err(error) => return Err(damaged(error)),
        };
        match &event {
            Event::Start(_) => self.depth = self.depth.saturating_add(1),
            Event::End(_) => self.depth = self.depth.saturating_sub(1),
            Event::Eof if self.depth > 0 => return Err(damaged("it ends too early")),
            Event::Eof => return Ok(None),
            _ => {}
        }
        if self.depth > MAX_DEPTH { Err(beyond("MAX_DEPTH", MAX_DEPTH)) } else { Ok(Some(event)) }
    }

    /// Skips the rest of the element that was opened last.
    pub(crate) fn skip(&mut self) -> Result<()> {
        let outside = self.depth.saturating_sub(1);
        while self.depth > outside && self.next()?.is_some() {}
        Ok(())
    }
}

/// quick-xml shares its errors, so ours has to be rebuilt.
fn shared(error: &io::Error) -> Error {
    let ours = error.get_ref().and_then(|inner| inner.downcast_ref::<Error>());
    let limit = ours.and_then(|ours| ours.context("limit"));
    match limit {
        Some("MAX_MARKUP_BYTES") => beyond("MAX_MARKUP_BYTES", MAX_MARKUP_BYTES),
        Some(_) => beyond("MAX_PART_BYTES", MAX_PART_BYTES),
        None => failed(io::Error::new(error.kind(), error.to_string())),
    }
}

/// The value of an attribute, whatever its prefix.
pub(crate) fn attribute(element: &BytesStart<'_>, name: &str) -> Option<String> {
    let mut attributes = element.attributes();
    let found = attributes.with_checks(false).flatten().find(|attribute| attribute.key.local_name().into_inner() == name)?;
    Some(plain(&found.value))
}

/// Calls `each` with the full name of every attribute and its raw value.
pub(crate) fn each_attribute(element: &BytesStart<'_>, mut each: impl FnMut(&str, &str)) {
    let mut attributes = element.attributes();
    for attribute in attributes.with_checks(false).flatten() {
        each(attribute.key.into_inner(), &attribute.value);
    }
}

/// The value of an attribute, unescaped.
pub(crate) fn plain(value: &str) -> String {
    if !value.contains('&') {
        return value.to_owned();
    }
    unescape(value).map_or_else(|_| value.to_owned(), std::borrow::Cow::into_owned)
}

/// Whether an attribute is set.
pub(crate) fn is_set(element: &BytesStart<'_>, name: &str) -> bool {
    attribute(element, name).is_some_and(|value| matches!(value.as_str(), "1" | "true" | "on"))
}

/// Adds the characters of an event to the text of a cell.
pub(crate) fn add_text(text: &mut String, event: &Event<'_>) -> Result<()> {
    match event {
        Event::Text(more) => text.push_str(&more.xml10_content()),
        Event::CData(more) => text.push_str(&more.xml10_content()),
        Event::GeneralRef(reference) => add_reference(text, reference),
        _ => {}
    }
    if text.len() > MAX_TEXT_BYTES { Err(beyond("MAX_TEXT_BYTES", MAX_TEXT_BYTES)) } else { Ok(()) }
}

fn add_reference(text: &mut String, reference: &BytesRef<'_>) {
    if let Ok(Some(character)) = reference.resolve_char_ref() {
        text.push(character);
        return;
    }
    let name = reference.borrow().into_inner();
    match resolve_xml_entity(&name) {
        Some(known) => text.push_str(known),
        // An undeclared entity stays as it is.
        None => text.extend(["&", &name, ";"]),
    }
}
