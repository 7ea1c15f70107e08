//! What the sender of a file should know about how it was read.
//!
//! Invariant: nothing is left out or reinterpreted without a note that says so; a note is never needed to read on.

use crate::limits::MAX_NOTES;
use crm_core::{Code, Error};
use serde::{Deserialize, Serialize};
use std::collections::{BTreeMap, BTreeSet};

/// What a note is about. `Note::value` says which.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
#[non_exhaustive]
pub enum NoteKind {
    /// The file is of a kind other than its name says; the value is the actual kind.
    Container,
    /// The encoding of a text file, detected or given; the value is its name.
    Encoding,
    /// A row that is in another encoding than the rest; the value is the encoding it was read in.
    ForeignLine,
    /// The delimiter of a text file, detected or given; the value is the delimiter.
    Delimiter,
    /// An unclosed quote: it was read as an ordinary character.
    UnclosedQuote,
    /// Invisible characters were removed from the row: control characters, and direction and zero-width marks.
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
                format!("despite its name, the file is {value} and was read as such"),
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
                format!("row {row} opens a quote that is never closed; it was read as part of the text"),
                format!("la fila {row} abre unas comillas que no se cierran; se han leído como un carácter del texto"),
                format!("第 {row} 行有未闭合的引号，已作为普通字符读取"),
            ],
            NoteKind::ControlCharacters => [
                format!("row {row} has invisible characters, which were removed"),
                format!("la fila {row} tiene caracteres invisibles, que se han omitido"),
                format!("第 {row} 行含有不可见字符，已忽略"),
            ],
        }
    }
}

/// A cell merged over several rows: its column, and its first and last row, counted from 1.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub(crate) struct Merged {
    pub(crate) first: u32,
    pub(crate) column: usize,
    pub(crate) last: u32,
}

/// The notes about a file. Sheets are read more than once; each note is kept once.
#[derive(Debug, Default)]
pub(crate) struct Notes {
    pub(crate) all: Vec<Note>,
    /// The cells that are merged over rows, by sheet.
    pub(crate) merged: BTreeMap<String, BTreeSet<Merged>>,
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

/// Kinds of files that are not workbooks, and kinds of protection, in English, Spanish and Chinese.
const FOUND: [[&str; 3]; 25] = [
    ["a file of an unknown kind", "un archivo de tipo desconocido", "未知类型的文件"],
    ["an Office file without a workbook", "un archivo de Office sin ningún libro", "不含工作簿的 Office 文件"],
    ["a zip with several files", "un zip con varios archivos", "包含多个文件的 zip 压缩包"],
    ["a PDF", "un PDF", "PDF 文件"],
    ["a picture", "una imagen", "图片"],
    ["a rich text document", "un documento de texto enriquecido", "RTF 文档"],
    ["a Word document", "un documento de Word", "Word 文档"],
    ["a presentation", "una presentación", "演示文稿"],
    ["an Apple Numbers table", "una tabla de Apple Numbers", "Apple Numbers 表格"],
    ["an OpenDocument file of another kind", "un archivo OpenDocument de otro tipo", "其他类型的 OpenDocument 文件"],
    ["a gzip archive", "un archivo comprimido con gzip", "gzip 压缩文件"],
    ["a RAR archive", "un archivo RAR", "RAR 压缩包"],
    ["a 7z archive", "un archivo 7z", "7z 压缩包"],
    ["a zip without a workbook", "un zip sin ningún libro", "不含工作簿的 zip 压缩包"],
    ["a zip within a zip", "un zip dentro de otro", "嵌套的 zip 压缩包"],
    ["a database", "una base de datos", "数据库"],
    ["a SYLK file", "un archivo SYLK", "SYLK 文件"],
    ["a web archive", "una página web archivada", "网页存档"],
    ["a web page without tables", "una página web sin tablas", "不含表格的网页"],
    ["a file from Excel 4 or older", "un archivo de Excel 4 o anterior", "Excel 4 或更早版本的文件"],
    ["an XML file that is not a spreadsheet", "un archivo XML que no es una hoja de cálculo", "不是电子表格的 XML 文件"],
    ["a text without columns", "un texto sin columnas", "没有分列的文本"],
    ["a password", "una contraseña", "密码"],
    ["a company's rights management", "la gestión de derechos de una empresa", "企业权限管理"],
    ["a company's document protection", "la protección de documentos de una empresa", "企业文档加密"],
];

/// Why a file was refused and what to do, in English, Spanish and Chinese (in this order), for its sender; `None` if the error is about something
/// else.
///
/// ```
/// let error = crm_office::Workbook::from_bytes(*b"%PDF-1.7", crm_office::Format::Xlsx).unwrap_err();
/// assert!(crm_office::refusal_texts(&error).unwrap()[1].starts_with("el archivo es un PDF"));
/// ```
pub fn refusal_texts(error: &Error) -> Option<[String; 3]> {
    let context = |key| error.context(key).unwrap_or_default().to_owned();
    let words = |english: String| match FOUND.iter().find(|[known, ..]| *known == english) {
        Some(known) => known.map(str::to_owned),
        None => [english.clone(), english.clone(), english],
    };
    match error.code() {
        Code::WorkbookEmpty => Some([
            "the file is empty: get it again".to_owned(),
            "el archivo está vacío: pídalo o guárdelo de nuevo".to_owned(),
            "文件为空：请重新获取或重新保存".to_owned(),
        ]),
        Code::WorkbookEncrypted => {
            let [en, es, zh] = words(context("by"));
            Some([
                format!("the file is protected by {en}: open it where that is allowed, and save a copy without protection"),
                format!("el archivo está protegido por {es}: ábralo donde esté permitido y guarde una copia sin protección"),
                format!("文件受{zh}保护：请在有权限的电脑上打开，并另存为未加密的副本"),
            ])
        }
        Code::WorkbookDamaged => {
            let reason = context("reason");
            Some([
                format!("the file is cut off or damaged ({reason}): get it again, or open it in a spreadsheet and save it as .xlsx"),
                format!("el archivo está cortado o dañado ({reason}): pídalo de nuevo, o ábralo en una hoja de cálculo y guárdelo como .xlsx"),
                format!("文件不完整或已损坏（{reason}）：请重新获取，或用电子表格软件打开后另存为 .xlsx"),
            ])
        }
        Code::WorkbookUnsupported => {
            let [en, es, zh] = words(context("found"));
            Some([
                format!("the file is {en}, not a workbook: send the table as .xlsx or .csv"),
                format!("el archivo es {es}, no un libro de cálculo: envíe la tabla como .xlsx o .csv"),
                format!("该文件是{zh}，不是工作簿：请将表格保存为 .xlsx 或 .csv"),
            ])
        }
        Code::LimitExceeded => {
            let (name, limit) = (context("limit"), context("maximum"));
            Some([
                format!("the file exceeds the limit {name} of {limit}: split it, or save only the cells that contain data"),
                format!("el archivo supera el límite {name} de {limit}: divídalo, o guarde solo las celdas con datos"),
                format!("文件超出限制 {name}（{limit}）：请拆分文件，或只保存有数据的单元格"),
            ])
        }
        _ => None,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn everything_that_is_refused_has_its_words_in_every_language() {
        let mut count = 0;
        let literals = include_str!("container.rs").split('"').skip(1).step_by(2);
        for literal in literals.filter(|text| text.starts_with("a ") || text.starts_with("an ") || text.starts_with("the rights")) {
            assert!(FOUND.iter().any(|[english, ..]| *english == literal), "`{literal}` has no words in Spanish and Chinese");
            count += 1;
        }
        assert!(count > 20, "{count}");
    }
}
