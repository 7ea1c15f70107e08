//! What whoever sent a file should know about how it was read.
//!
//! Invariant: nothing is left out or taken for something else without a note that says so; a note is never needed to read on.

use crate::limits::MAX_NOTES;
use serde::{Deserialize, Serialize};
use std::collections::BTreeSet;

/// What a note is about. `Note::value` says which.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
#[non_exhaustive]
pub enum NoteKind {
    /// The file is another than its name says; the value is what it is.
    Container,
    /// The encoding of a text file, found or told; the value is its name.
    Encoding,
    /// A row that is in another encoding than the rest; the value is the encoding that it was read in.
    ForeignLine,
    /// The delimiter of a text file, found or told; the value is the delimiter.
    Delimiter,
    /// A quote that is never closed: it was taken for a character of its text.
    UnclosedQuote,
    /// Characters that nobody sees were left out of the row: control characters, and marks of direction and of no width.
    ControlCharacters,
}

/// A note about a file.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
pub struct Note {
    /// What it is about.
    pub kind: NoteKind,
    /// The sheet, if it is about a row.
    pub sheet: Option<String>,
    /// The row, counted from 1 as in [`crate::Row`], if it is about one.
    pub row: Option<u32>,
    /// Which encoding, delimiter or kind of file.
    pub value: String,
}

impl Note {
    /// The note in English, Spanish and Chinese, in this order.
    pub fn texts(&self) -> [String; 3] {
        let value = &self.value;
        let row = self.row.unwrap_or_default();
        match self.kind {
            NoteKind::Container => [
                format!("the file is {value}, whatever its name says, and was read as such"),
                format!("el archivo es {value}, diga lo que diga su nombre, y así se ha leído"),
                format!("该文件实际上是 {value}（与文件名不符），已按此格式读取"),
            ],
            NoteKind::Encoding => {
                [format!("the text was read as {value}"), format!("el texto se ha leído como {value}"), format!("文本按 {value} 编码读取")]
            }
            NoteKind::ForeignLine => [
                format!("row {row} is encoded differently from the rest, and was read as {value}"),
                format!("la fila {row} tiene otra codificación que el resto y se ha leído como {value}"),
                format!("第 {row} 行的编码与其余行不同，按 {value} 读取"),
            ],
            NoteKind::Delimiter => {
                [format!("the columns are separated by {value}"), format!("las columnas están separadas por {value}"), format!("列由 {value} 分隔")]
            }
            NoteKind::UnclosedQuote => [
                format!("row {row} opens a quote that is never closed; it was read as a character of the text"),
                format!("la fila {row} abre unas comillas que no se cierran; se han leído como un carácter del texto"),
                format!("第 {row} 行有未闭合的引号，已作为普通字符读取"),
            ],
            NoteKind::ControlCharacters => [
                format!("row {row} has invisible characters, which were left out"),
                format!("la fila {row} tiene caracteres invisibles, que se han omitido"),
                format!("第 {row} 行含有不可见字符，已忽略"),
            ],
        }
    }
}

/// The notes about a file. Sheets are read more than once; each note is kept once.
#[derive(Debug, Default)]
pub(crate) struct Notes {
    pub(crate) all: Vec<Note>,
    known: BTreeSet<Note>,
}

impl Notes {
    pub(crate) fn add(&mut self, kind: NoteKind, sheet: Option<&str>, row: Option<u32>, value: impl Into<String>) {
        if self.all.len() >= MAX_NOTES {
            return;
        }
        let note = Note { kind, sheet: sheet.map(str::to_owned), row, value: value.into() };
        if self.known.insert(note.clone()) {
            self.all.push(note);
        }
    }
}
