//! What whoever sent a file should know about how it was read.
//!
//! Invariant: nothing is left out or taken for something else without a note that says so; a note is never needed to read on.

use serde::{Deserialize, Serialize};

/// What a note is about. `Note::value` says which.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
#[non_exhaustive]
pub enum NoteKind {
    /// The file is another than its name says; the value is what it is.
    Container,
    /// The encoding of a text file, found or told; the value is its name.
    Encoding,
    /// A line that is in another encoding than the rest; the value is the encoding that it was read in.
    ForeignLine,
    /// The delimiter of a text file, found or told; the value is the delimiter.
    Delimiter,
    /// A quote that no line closes: it was taken for a character of its text; the value is where it stands.
    UnclosedQuote,
    /// Control characters were left out of the line.
    ControlCharacters,
}

/// A note about a file.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Note {
    /// What it is about.
    pub kind: NoteKind,
    /// The row, counted from 1, if it is about one.
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
                format!("line {row} is encoded differently from the rest, and was read as {value}"),
                format!("la línea {row} tiene otra codificación que el resto y se ha leído como {value}"),
                format!("第 {row} 行的编码与其余行不同，按 {value} 读取"),
            ],
            NoteKind::Delimiter => {
                [format!("the columns are separated by {value}"), format!("las columnas están separadas por {value}"), format!("列由 {value} 分隔")]
            }
            NoteKind::UnclosedQuote => [
                format!("line {row} opens a quote that is never closed; it was read as a character of the text"),
                format!("la línea {row} abre unas comillas que no se cierran; se han leído como un carácter del texto"),
                format!("第 {row} 行有未闭合的引号，已作为普通字符读取"),
            ],
            NoteKind::ControlCharacters => [
                format!("line {row} has control characters, which were left out"),
                format!("la línea {row} tiene caracteres de control, que se han omitido"),
                format!("第 {row} 行含有控制字符，已忽略"),
            ],
        }
    }
}
