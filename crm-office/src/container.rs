//! What a file is, by its bytes: its name only says what the sender believes.
//!
//! Invariant: every file is either opened as what it is, or refused with an error that says what it is and what to do.

use crate::archive::Archive;
use crate::delimited::{Delimited, is_tabular, text_of};
use crate::limits::{MAX_PART_BYTES, MAX_ZIPPED_BYTES, beyond, damaged, encrypted, failed, quoted, unsupported};
use crate::note::{NoteKind, Notes};
use crate::ods::Ods;
use crate::page::Page;
use crate::rows::Rows;
use crate::spreadsheetml::SpreadsheetMl;
use crate::table::{Form, Format, Sheet, Visibility};
use crate::xls::Xls;
use crate::xlsb::Xlsb;
use crate::xlsx::Xlsx;
use crm_core::{Code, Error, Result};
use serde::{Deserialize, Serialize};
use std::io::{self, Cursor, Read, Seek, SeekFrom};

/// What the caller knows about a file that the file does not say.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(default, deny_unknown_fields)]
pub struct ReadOptions {
    /// The encoding of a text file: `utf-8`, `windows-1252`, `cp850`, `macintosh`, `gb18030` or another that browsers know. Detected if not given.
    pub encoding: Option<String>,
    /// What separates the columns of a text file. Detected if not given.
    pub delimiter: Option<char>,
}

/// An input that can be reread from its start.
pub(crate) trait Input: Read + Seek + Send + Sync {}
impl<T: Read + Seek + Send + Sync> Input for T {}

/// An input from its first byte.
pub(crate) fn from_start(input: &mut Box<dyn Input>) -> Result<&mut Box<dyn Input>> {
    input.seek(SeekFrom::Start(0)).map_err(failed)?;
    Ok(input)
}

/// An open file of any kind.
pub(crate) enum Source {
    Xlsx(Box<Xlsx>),
    Xlsb(Box<Xlsb>),
    Xls(Box<Xls>),
    Ods(Box<Ods>),
    SpreadsheetMl(Box<SpreadsheetMl>),
    Page(Box<Page>),
    Text(Box<Delimited>, String),
}

impl Source {
    pub(crate) fn format(&self) -> Format {
        match self {
            Self::Xlsx(_) => Format::Xlsx,
            Self::Xlsb(_) => Format::Xlsb,
            Self::Xls(_) => Format::Xls,
            Self::Ods(_) => Format::Ods,
            Self::SpreadsheetMl(_) => Format::Xml,
            Self::Page(_) => Format::Html,
            Self::Text(..) => Format::Csv,
        }
    }

    pub(crate) fn sheets(&self) -> Vec<Sheet> {
        match self {
            Self::Xlsx(book) => book.sheets(),
            Self::Xlsb(book) => book.sheets(),
            Self::Xls(book) => book.sheets(),
            Self::Ods(book) => book.sheets(),
            Self::SpreadsheetMl(book) => book.sheets(),
            Self::Page(page) => page.sheets(),
            Self::Text(_, name) => vec![Sheet { name: name.clone(), visibility: Visibility::Visible, form: Form::Cells }],
        }
    }

    pub(crate) fn read(&mut self, index: usize, rows: &mut Rows<'_>) -> Result<()> {
        match self {
            Self::Xlsx(book) => book.read(index, rows),
            Self::Xlsb(book) => book.read(index, rows),
            Self::Xls(book) => book.read(index, rows),
            Self::Ods(book) => book.read(index, rows),
            Self::SpreadsheetMl(book) => book.read(index, rows),
            Self::Page(page) => page.read(index, rows),
            Self::Text(file, _) => file.read(rows),
        }
    }
}

/// How much of a file is examined to recognise it.
const SAMPLE: u64 = 64 * 1024;

/// Opens a file as what it is. `stem` names the sheet of a file that has no sheet names; `named` is the format that its name suggests.
pub(crate) fn open(mut input: Box<dyn Input>, named: Option<Format>, stem: &str, options: &ReadOptions, notes: &mut Notes) -> Result<Source> {
    let mut sample = Vec::new();
    from_start(&mut input)?.by_ref().take(SAMPLE).read_to_end(&mut sample).map_err(failed)?;
    let source = match sample.as_slice() {
        [0x50, 0x4B, 3 | 5 | 7, ..] => zipped(Archive::open(input)?, stem, options, notes)?,
        [0xD0, 0xCF, 0x11, 0xE0, ..] => compound(input)?,
        // The stream of an old workbook without the file system around it.
        [0x09, 0x08, 0x08 | 0x10, 0, 0, 5 | 6, ..] => Source::Xls(Box::new(Xls::open(input)?)),
        sample => match refused(sample) {
            Some(error) => return Err(error),
            None => text(input, sample, named, stem, options, notes)?,
        },
    };
    if named != Some(source.format()) && notes.all.iter().all(|note| note.kind != NoteKind::Container) {
        notes.add(NoteKind::Container, None, None, source.format().title());
    }
    Ok(source)
}

fn zipped(mut archive: Archive, stem: &str, options: &ReadOptions, notes: &mut Notes) -> Result<Source> {
    const SAVE: &str = "open it and save the table as .xlsx or .csv";
    let kind = archive.start("mimetype", 100)?;
    if kind.starts_with(b"application/vnd.oasis.opendocument") && !kind.starts_with(b"application/vnd.oasis.opendocument.spreadsheet") {
        return Err(unsupported("an OpenDocument file of another kind", SAVE));
    }
    match () {
        () if archive.has("xl/workbook.bin") => Ok(Source::Xlsb(Box::new(Xlsb::open(archive)?))),
        () if archive.has("content.xml") => Ok(Source::Ods(Box::new(Ods::zipped(archive)?))),
        () if archive.has("word/document.xml") => Err(unsupported("a Word document", SAVE)),
        () if archive.has("ppt/presentation.xml") => Err(unsupported("a presentation", SAVE)),
        () if archive.has("xl/workbook.xml") || archive.has("[Content_Types].xml") => Ok(Source::Xlsx(Box::new(Xlsx::open(archive)?))),
        () if archive.has("Index/Document.iwa") || archive.has("Index.zip") => Err(unsupported("an Apple Numbers table", "export it as .xlsx")),
        () => within(archive, stem, options, notes),
    }
}

/// A zip with one file in it is read as that file.
fn within(mut archive: Archive, stem: &str, options: &ReadOptions, notes: &mut Notes) -> Result<Source> {
    const UNPACK: &str = "unpack it, and import the file that contains the table";
    let names: Vec<String> =
        archive.names().filter(|name| !name.starts_with("__macosx/") && !name.ends_with(".ds_store")).map(str::to_owned).collect();
    let [name] = names.as_slice() else {
        return Err(unsupported(if names.is_empty() { "a zip without a workbook" } else { "a zip with several files" }, UNPACK));
    };
    let named = Format::of_path(std::path::Path::new(name));
    let mut bytes = Vec::new();
    archive.needed(name)?.take(MAX_ZIPPED_BYTES as u64 + 1).read_to_end(&mut bytes).map_err(failed)?;
    if bytes.len() > MAX_ZIPPED_BYTES {
        return Err(beyond("MAX_ZIPPED_BYTES", MAX_ZIPPED_BYTES));
    }
    drop(archive);
    // A zip within a zip could continue for ever.
    let is_plain_zip = bytes.starts_with(b"PK") && named.is_none();
    if is_plain_zip || bytes.is_empty() {
        return Err(unsupported("a zip without a workbook", UNPACK));
    }
    if bytes.starts_with(b"PK") && !is_workbook(&bytes)? {
        return Err(unsupported("a zip within a zip", UNPACK));
    }
    notes.add(NoteKind::Container, None, None, format!("zip ({})", quoted(name)));
    open(Box::new(Cursor::new(bytes)), named, stem, options, notes)
}

fn is_workbook(bytes: &[u8]) -> Result<bool> {
    let archive = Archive::open(Box::new(Cursor::new(bytes.to_vec())))?;
    Ok(["xl/workbook.xml", "xl/workbook.bin", "content.xml"].iter().any(|part| archive.has(part)))
}

/// The compound file that Office wrote until 2003, and still writes around encrypted contents.
fn compound(input: Box<dyn Input>) -> Result<Source> {
    let file = cfb::CompoundFile::open(input).map_err(failed)?;
    if file.exists("/EncryptedPackage") {
        let is_managed = file.exists("/\u{6}DataSpaces/DataSpaceInfo/DRMEncryptedDataSpace");
        return Err(encrypted(if is_managed { "a company's rights management" } else { "a password" }));
    }
    if file.exists("/\u{9}DRMContent") {
        return Err(encrypted("a company's rights management"));
    }
    let Some(path) = ["/Workbook", "/WORKBOOK", "/Book", "/BOOK"].into_iter().find(|path| file.is_stream(path)) else {
        let found = if file.exists("/WordDocument") { "a Word document" } else { "an Office file without a workbook" };
        return Err(unsupported(found, "open it and save the table as .xlsx or .csv"));
    };
    let mut file = file;
    let mut stream = file.open_stream(path).map_err(failed)?.take(MAX_PART_BYTES);
    // A stream of the compound file cannot move between threads; a copy can, which is on disk if it is large.
    let mut copy = tempfile::spooled_tempfile(MAX_STREAM_IN_MEMORY);
    io::copy(&mut stream, &mut copy).map_err(failed)?;
    Ok(Source::Xls(Box::new(Xls::open(Box::new(copy))?)))
}

/// The maximum size of an old workbook's stream that stays in memory.
const MAX_STREAM_IN_MEMORY: usize = 16 * 1024 * 1024;

/// Files that are recognised by their first bytes and are not workbooks.
const OTHERS: [(&[u8], &str, &str); 11] = [
    (b"%PDF", "a PDF", "ask for the table itself, as .xlsx or .csv"),
    (b"{\\rtf", "a rich text document", "copy the table into a spreadsheet"),
    (b"\x89PNG", "a picture", "ask for the table itself, as .xlsx or .csv"),
    (b"\xFF\xD8\xFF", "a picture", "ask for the table itself, as .xlsx or .csv"),
    (b"GIF8", "a picture", "ask for the table itself, as .xlsx or .csv"),
    (b"\x1F\x8B", "a gzip archive", "unpack it first"),
    (b"Rar!", "a RAR archive", "unpack it first"),
    (b"7z\xBC\xAF", "a 7z archive", "unpack it first"),
    (b"SQLite format 3", "a database", "export the table as .xlsx or .csv"),
    (b"ID;P", "a SYLK file", "open it in a spreadsheet and save it as .xlsx"),
    (b"MIME-Version:", "a web archive", "open it in a spreadsheet and save it as .xlsx"),
];

/// The marks left by programs that encrypt all of a company's files at the start of each.
const COMPANY_MARKS: [&[u8]; 3] = [b"%TSD-Header-###%", b"E-SafeNet", b"DG_ENCRYPT"];
const BY_COMPANY: &str = "a company's document protection";

/// How far from the start such a mark may be.
const MARK_WITHIN: usize = 512;

/// Why a file is not a table, if its bytes say so.
fn refused(sample: &[u8]) -> Option<Error> {
    let is_blank = |bytes: &[u8]| bytes.iter().all(|byte| byte.is_ascii_whitespace());
    if is_blank(sample.strip_prefix(b"\xEF\xBB\xBF").unwrap_or(sample)) || matches!(sample, [0xFF, 0xFE] | [0xFE, 0xFF]) {
        let message = "the file is empty: perhaps it was not saved, or its transfer was interrupted; get it again";
        return Some(Error::new(Code::WorkbookEmpty, message));
    }
    if let Some((_, found, advice)) = OTHERS.iter().find(|(start, _, _)| sample.starts_with(start)) {
        return Some(unsupported(found, advice));
    }
    if matches!(sample, [9, 0 | 2 | 4, 4 | 6, 0, ..]) {
        return Some(unsupported("a file from Excel 4 or older", "open it in a spreadsheet and save it as .xlsx"));
    }
    let start = sample.get(..MARK_WITHIN).unwrap_or(sample);
    if COMPANY_MARKS.iter().any(|mark| start.windows(mark.len()).any(|window| window == *mark)) {
        return Some(encrypted(BY_COMPANY));
    }
    if sample.iter().all(|byte| *byte == 0) {
        return Some(damaged("it contains only zeros"));
    }
    if !is_text(sample) {
        return Some(match is_noise(sample) {
            true => encrypted(BY_COMPANY),
            false => unsupported("a file of an unknown kind", "open it in the program that it comes from, and save the table as .xlsx or .csv"),
        });
    }
    None
}

/// Whether hardly any byte is a control character, or every other byte is zero.
fn is_text(sample: &[u8]) -> bool {
    let controls = sample.iter().filter(|byte| byte.is_ascii_control() && !matches!(byte, b'\t' | b'\n' | b'\r' | 0x0C | 0x1A)).count();
    let marked = matches!(sample, [0xFF, 0xFE, ..] | [0xFE, 0xFF, ..]);
    marked || controls <= 3 || controls.saturating_mul(20) <= sample.len() || crate::encoding::utf16_without_mark(sample).is_some()
}

/// Whether all bytes are about equally frequent, as in encrypted data.
fn is_noise(sample: &[u8]) -> bool {
    let mut counts = [0_usize; 256];
    for byte in sample {
        if let Some(count) = counts.get_mut(usize::from(*byte)) {
            *count = count.saturating_add(1);
        }
    }
    let most = counts.iter().max().copied().unwrap_or_default();
    sample.len() >= 1024 && counts.iter().filter(|count| **count > 0).count() > 200 && most.saturating_mul(64) < sample.len()
}

/// A text file: markup, or delimited values.
fn text(input: Box<dyn Input>, sample: &[u8], named: Option<Format>, stem: &str, options: &ReadOptions, notes: &mut Notes) -> Result<Source> {
    let start = text_of(sample);
    let start = start.trim_start();
    let small: String = start.chars().take(4_096).collect::<String>().to_ascii_lowercase();
    if small.starts_with('<') {
        let has = |part: &str| small.contains(part);
        return match () {
            () if has("urn:schemas-microsoft-com:office:spreadsheet") && has("<?xml") && !has("<html") => {
                Ok(Source::SpreadsheetMl(Box::new(SpreadsheetMl::open(input)?)))
            }
            () if has("urn:oasis:names:tc:opendocument") => Ok(Source::Ods(Box::new(Ods::flat(input)?))),
            () if ["<html", "<!doctype html", "<table", "<meta", "<head", "<body", "<style", "<div"].iter().any(|tag| has(tag)) => {
                Ok(Source::Page(Box::new(Page::open(input, stem)?)))
            }
            () => Err(unsupported("an XML file that is not a spreadsheet", "export the table as .xlsx or .csv")),
        };
    }
    // A file named .csv is taken at its word; under a workbook's name, text without columns is not a table.
    if named != Some(Format::Csv) && !is_tabular(start) {
        return Err(unsupported("a text without columns", "export the table as .xlsx or .csv"));
    }
    Ok(Source::Text(Box::new(Delimited::open(input, options, notes)?), stem.to_owned()))
}
