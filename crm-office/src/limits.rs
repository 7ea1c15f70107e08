//! How much a file may demand of the reader, and the errors beyond that.
//!
//! Invariant: whatever a file claims about its size, memory stays below 300 MB: rows are lent one at a time, and everything that must be held (shared
//! strings, one row, one piece of markup) has a limit that its error names.

use crm_core::{Code, Error};
use std::fmt::Display;
use std::io;

/// Rows of a sheet, as in a spreadsheet.
pub const MAX_ROWS: u32 = 1_048_576;
/// Columns of a sheet, as in a spreadsheet.
pub const MAX_COLUMNS: u32 = 16_384;
/// Lines of a text file.
pub const MAX_LINES: u32 = 10_000_000;
/// Bytes of the text of one cell, in UTF-8. A spreadsheet keeps 32,767 characters.
pub const MAX_TEXT_BYTES: usize = 256 * 1024;
/// Bytes of all texts of one row, and of one line of a text file.
pub const MAX_ROW_BYTES: usize = 8 * 1024 * 1024;
/// Cells of one sheet: in each row those up to its last filled one, since that many are returned.
pub const MAX_CELLS: u64 = 50_000_000;
/// Sheets of a workbook.
pub const MAX_SHEETS: usize = 1_000;
/// Cell formats in a workbook; Excel stops at about as many.
pub const MAX_STYLES: usize = 65_536;
/// Unpacked bytes of one part of a workbook.
pub const MAX_PART_BYTES: u64 = 2 * 1024 * 1024 * 1024;
/// Bytes of the directory of a zip.
pub const MAX_DIRECTORY_BYTES: u64 = 4 * 1024 * 1024;
/// Unpacked bytes of a workbook inside a zip.
pub const MAX_ZIPPED_BYTES: usize = 32 * 1024 * 1024;
/// Bytes of the strings that cells of a workbook share.
pub const MAX_SHARED_BYTES: usize = 64 * 1024 * 1024;
/// The number of strings that cells of a workbook share.
pub const MAX_SHARED_STRINGS: usize = 4_000_000;
/// Bytes of one piece of markup, from a `<` to the next.
pub const MAX_MARKUP_BYTES: usize = 1024 * 1024;
/// Depth of nested elements.
pub const MAX_DEPTH: usize = 100;
/// Bytes of an HTML page.
pub const MAX_PAGE_BYTES: usize = 32 * 1024 * 1024;
/// Cells of an .xls sheet that does not keep them in the order of rows.
pub const MAX_UNORDERED_CELLS: usize = 500_000;
/// Bytes of the texts of such a sheet.
pub const MAX_UNORDERED_BYTES: usize = 32 * 1024 * 1024;
/// Lines that one quoted value of a text file may have.
pub const MAX_QUOTED_LINES: usize = 1_000;
/// Notes about one file; beyond that it is still read, without notes.
pub const MAX_NOTES: usize = 1_000;
/// Bytes of text that one pass over a sheet returns; a sheet of a few bytes can claim that a long row occurs a million times.
pub const MAX_SHEET_BYTES: u64 = 1024 * 1024 * 1024;
/// The maximum ratio of a zip part's unpacked to its packed size; office programs stay below a tenth of it.
pub const MAX_RATIO: u64 = 100;
/// Bytes that a zip part may always have, whatever its ratio.
pub const MIN_RATIO_BYTES: u64 = 64 * 1024 * 1024;
/// Cells of one workbook that are merged over several rows.
pub const MAX_MERGED: usize = 100_000;
/// Bytes of text in the rows of one opening, which is held as a whole.
pub const MAX_OPENING_BYTES: usize = 128 * 1024 * 1024;
/// Problems in the rows of one workbook: more than that means the wrong file, or a wrong column.
pub const MAX_PROBLEMS: usize = 250_000;
/// Rows of each sort (headings, titles, totals, hidden ones) that a report lists for a sheet; the others are counted with their cells.
pub const MAX_LISTED_ROWS: usize = 10_000;

/// A file exceeds a limit.
pub(crate) fn beyond(name: &'static str, limit: impl Display) -> Error {
    let message = format!("the file exceeds the limit `{name}` of {limit}: split it, or save only the cells that contain data");
    Error::new(Code::LimitExceeded, message).with("limit", name).with("maximum", limit)
}

/// The maximum number of characters of a file that an error message quotes.
const MAX_QUOTED: usize = 100;

/// A quotation from a file or from another library's message, short enough for a sentence and without terminal control characters.
pub(crate) fn quoted(text: &str) -> String {
    let mut short: String = text.chars().filter(|c| !c.is_control()).take(MAX_QUOTED).collect();
    if text.chars().nth(MAX_QUOTED).is_some() {
        short.push('…');
    }
    short
}

/// A file that is malformed.
pub(crate) fn damaged(reason: impl Display) -> Error {
    let reason = quoted(&reason.to_string());
    let message = format!("the file is cut off or damaged ({reason}): get it again, or open it in a spreadsheet and save it as .xlsx");
    Error::new(Code::WorkbookDamaged, message).with("reason", reason)
}

/// A file that is not a workbook.
pub(crate) fn unsupported(found: &str, advice: &str) -> Error {
    Error::new(Code::WorkbookUnsupported, format!("this is {found}, not a workbook: {advice}")).with("found", found)
}

/// A file that only its owner can open.
pub(crate) fn encrypted(by: &str) -> Error {
    let message = format!("the file is protected by {by}: open it where that is allowed, and save a copy without protection");
    Error::new(Code::WorkbookEncrypted, message).with("by", by)
}

/// A system error, or one of ours that passed through it.
pub(crate) fn failed(error: io::Error) -> Error {
    if error.get_ref().is_some_and(|inner| inner.is::<Error>()) {
        if let Some(Ok(ours)) = error.into_inner().map(|inner| inner.downcast::<Error>()) {
            return *ours;
        }
        return damaged("it cannot be read");
    }
    match error.kind() {
        // Raised by a zip part that unpacks to far more than its packed size.
        io::ErrorKind::FileTooLarge => beyond("MAX_RATIO", MAX_RATIO),
        // A name or an offset that leads nowhere is the file's fault; the rest is the system's.
        io::ErrorKind::UnexpectedEof | io::ErrorKind::InvalidData | io::ErrorKind::InvalidInput => damaged(error),
        _ => Error::new(Code::WorkbookUnreadable, format!("the file cannot be read: {error}")).caused_by(error),
    }
}
