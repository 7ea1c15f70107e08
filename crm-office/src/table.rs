//! Workbooks of every format behind one row reader.
//!
//! Invariant: rows arrive one at a time, in file order, numbered as the spreadsheet numbers them; no sheet is held as a whole. Empty rows are
//! skipped.

use crate::cell::Cell;
use crate::container::{Input, ReadOptions, Source, open};
use crate::limits::failed;
use crate::note::{Merged, Note, Notes};
use crate::rows::{Ended, Rows};
use crm_core::{Code, Error, Result};
use serde::{Deserialize, Serialize};
use std::collections::HashSet;
use std::fs::{self, File};
use std::io::{self, BufReader, Cursor, Read};
use std::ops::{ControlFlow, RangeInclusive};
use std::path::Path;

/// The kind of a workbook file.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Format {
    /// Excel since 2007.
    Xlsx,
    /// Excel 97 to 2003.
    Xls,
    /// OpenDocument, zipped or flat.
    Ods,
    /// Values separated by commas, semicolons, tabs or bars, in any usual encoding.
    Csv,
    /// Excel since 2007, binary.
    Xlsb,
    /// XML spreadsheets of Excel 2002 and 2003.
    Xml,
    /// Tables of a web page.
    Html,
}

impl Format {
    /// The format for a file's extension, upper or lower case.
    pub fn of_path(path: &Path) -> Option<Self> {
        let extension = path.extension()?.to_str()?.to_ascii_lowercase();
        match extension.as_str() {
            "xlsx" | "xlsm" | "xltx" | "xltm" => Some(Self::Xlsx),
            "xlsb" => Some(Self::Xlsb),
            "xls" | "xlt" => Some(Self::Xls),
            "ods" | "ots" | "fods" => Some(Self::Ods),
            "csv" | "tsv" | "tab" | "txt" | "psv" => Some(Self::Csv),
            "xml" => Some(Self::Xml),
            "html" | "htm" => Some(Self::Html),
            _ => None,
        }
    }

    /// The usual extension, without the dot.
    pub fn as_str(self) -> &'static str {
        match self {
            Self::Xlsx => "xlsx",
            Self::Xls => "xls",
            Self::Ods => "ods",
            Self::Csv => "csv",
            Self::Xlsb => "xlsb",
            Self::Xml => "xml",
            Self::Html => "html",
        }
    }

    /// Its common name.
    pub(crate) fn title(self) -> &'static str {
        match self {
            Self::Xlsx => "Excel (.xlsx)",
            Self::Xls => "Excel 97-2003 (.xls)",
            Self::Ods => "OpenDocument (.ods)",
            Self::Csv => "CSV",
            Self::Xlsb => "Excel (.xlsb)",
            Self::Xml => "Excel XML 2003",
            Self::Html => "HTML",
        }
    }
}

/// Whether a sheet is visible.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Visibility {
    /// It is.
    #[default]
    Visible,
    /// Hidden by the user; the menu can show it again.
    Hidden,
    /// Hidden by a program, and not offered by the menu.
    VeryHidden,
}

/// What a sheet consists of.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Form {
    /// Cells. Only such a sheet can be read.
    #[default]
    Cells,
    /// A chart.
    Chart,
    /// Legacy macros.
    Macro,
    /// A legacy dialogue.
    Dialog,
}

/// What a file says about one of its sheets.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Sheet {
    /// Its name.
    pub name: String,
    /// Whether it is shown.
    pub visibility: Visibility,
    /// What it consists of.
    pub form: Form,
}

/// One row of a sheet, borrowed while it is processed.
#[derive(Debug, Clone, Copy)]
pub struct Row<'a> {
    /// The row as the spreadsheet numbers it, from 1.
    pub number: u32,
    /// The cells from the first column on; trailing empty cells may be missing.
    pub cells: &'a [Cell],
    /// Whether the row is hidden, by hand or by a filter.
    pub hidden: bool,
    /// The hidden columns of the sheet, counted from 0; the same for all of its rows.
    pub hidden_columns: &'a [RangeInclusive<usize>],
}

impl Row<'_> {
    /// The cell of a column counted from 0; empty beyond the last.
    pub fn cell(&self, column: usize) -> &Cell {
        self.cells.get(column).unwrap_or(&Cell::Empty)
    }

    /// Whether a column counted from 0 is hidden.
    pub fn is_column_hidden(&self, column: usize) -> bool {
        self.hidden_columns.iter().any(|columns| columns.contains(&column))
    }
}

/// An open workbook.
pub struct Workbook {
    name: String,
    cells: Vec<String>,
    sheets: Vec<Sheet>,
    notes: Notes,
    source: Source,
}

impl std::fmt::Debug for Workbook {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.debug_struct("Workbook").field("name", &self.name).field("format", &self.format()).field("sheets", &self.sheets).finish()
    }
}

impl Workbook {
    /// Opens a file by its bytes, whatever its name says. The only sheet of a text file is named after the file.
    ///
    /// # Errors
    /// `workbook.unreadable` if the system cannot read it; `workbook.empty`, `workbook.damaged`, `workbook.encrypted`, `workbook.unsupported` and
    /// `limit.exceeded` say what is wrong with it and what to do.
    pub fn open(path: impl AsRef<Path>) -> Result<Self> {
        Self::open_with(path, &ReadOptions::default())
    }

    /// As [`Workbook::open`], with information that the file does not contain.
    ///
    /// # Errors
    /// As [`Workbook::open`], and `field.invalid` for options that are not valid.
    pub fn open_with(path: impl AsRef<Path>, options: &ReadOptions) -> Result<Self> {
        let path = path.as_ref();
        let name = path.file_name().unwrap_or(path.as_os_str()).to_string_lossy().into_owned();
        let stem = path.file_stem().map_or_else(|| "csv".to_owned(), |stem| stem.to_string_lossy().into_owned());
        let opened = open_regular(path)
            .map_err(failed)
            .and_then(|file| Self::new(Box::new(BufReader::new(file)), Format::of_path(path), &name, &stem, options));
        opened.map_err(|error| error.with("file", name))
    }

    /// Opens a workbook held in memory by its bytes; `format` is what it is claimed to be. The only sheet of a text file is named after that format.
    ///
    /// # Errors
    /// As [`Workbook::open`].
    pub fn from_bytes(bytes: impl Into<Vec<u8>>, format: Format) -> Result<Self> {
        Self::from_bytes_with(bytes, format, &ReadOptions::default())
    }

    /// As [`Workbook::from_bytes`], with information that the file does not contain.
    ///
    /// # Errors
    /// As [`Workbook::open_with`].
    pub fn from_bytes_with(bytes: impl Into<Vec<u8>>, format: Format, options: &ReadOptions) -> Result<Self> {
        let name = format.as_str();
        Self::new(Box::new(Cursor::new(bytes.into())), Some(format), name, name, options).map_err(|error| error.with("file", name))
    }

    /// Opens a workbook held in memory by its bytes; the extension of its file name is what it is claimed to be.
    ///
    /// # Errors
    /// As [`Workbook::open_with`].
    pub fn from_named_bytes(bytes: impl Into<Vec<u8>>, name: &str, options: &ReadOptions) -> Result<Self> {
        let path = Path::new(name);
        let stem = path.file_stem().map_or_else(|| "csv".to_owned(), |stem| stem.to_string_lossy().into_owned());
        Self::new(Box::new(Cursor::new(bytes.into())), Format::of_path(path), name, &stem, options).map_err(|error| error.with("file", name))
    }

    /// Opens a workbook from a stream, which is copied to a temporary file first: the parts of a workbook are not read in file order.
    ///
    /// # Errors
    /// As [`Workbook::open_with`].
    pub fn from_stream(mut stream: impl Read, format: Format, options: &ReadOptions) -> Result<Self> {
        let name = format.as_str();
        let file = tempfile::tempfile().and_then(|mut file| io::copy(&mut stream, &mut file).map(|_| file)).map_err(failed);
        let opened = file.and_then(|file| Self::new(Box::new(BufReader::new(file)), Some(format), name, name, options));
        opened.map_err(|error| error.with("file", name))
    }

    fn new(input: Box<dyn Input>, format: Option<Format>, name: &str, stem: &str, options: &ReadOptions) -> Result<Self> {
        let mut notes = Notes::default();
        let source = open(input, format, stem, options, &mut notes)?;
        let mut sheets = source.sheets();
        name_apart(&mut sheets);
        let cells = sheets.iter().filter(|sheet| sheet.form == Form::Cells).map(|sheet| sheet.name.clone()).collect();
        Ok(Self { name: name.to_owned(), cells, sheets, notes, source })
    }

    /// The file's name, or the format of a workbook in memory.
    pub fn name(&self) -> &str {
        &self.name
    }

    /// What the file is.
    pub fn format(&self) -> Format {
        self.source.format()
    }

    /// Every sheet of the file in its order, including charts, macros and hidden ones.
    pub fn sheets(&self) -> &[Sheet] {
        &self.sheets
    }

    /// What the sender of the file should know about how it was read. Notes about rows are added as the rows are read.
    pub fn notes(&self) -> &[Note] {
        &self.notes.all
    }

    /// The cells of a sheet that are merged over rows, as far as it was read.
    pub(crate) fn merged(&self, sheet: &str) -> impl Iterator<Item = &Merged> {
        self.notes.merged.get(sheet).into_iter().flatten()
    }

    /// The names of the sheets that hold cells, in order, including hidden ones.
    pub fn sheet_names(&self) -> &[String] {
        &self.cells
    }

    /// Calls `each` for every row that is not empty. An error of `each` stops the reading.
    ///
    /// # Errors
    /// `workbook.column_missing` if there is no such sheet, those of [`Workbook::open`], with the `sheet`, and those of `each`.
    pub fn read_rows(&mut self, sheet: &str, mut each: impl FnMut(Row<'_>) -> Result<()>) -> Result<()> {
        self.read_rows_while(sheet, |row| each(row).map(ControlFlow::Continue))
    }

    /// As [`Workbook::read_rows`], until `each` breaks.
    ///
    /// # Errors
    /// As [`Workbook::read_rows`].
    pub fn read_rows_while(&mut self, sheet: &str, mut each: impl FnMut(Row<'_>) -> Result<ControlFlow<()>>) -> Result<()> {
        let index = self.sheets.iter().position(|known| known.name == sheet && known.form == Form::Cells);
        let index = index.ok_or_else(|| missing_sheet(&self.name, sheet))?;
        let mut rows = Rows::new(sheet, &mut self.notes, &mut each);
        match self.source.read(index, &mut rows) {
            Err(error) if rows.ended != Some(Ended::Refused) => Err(error.with("file", &self.name).with("sheet", sheet)),
            other => other,
        }
    }
}

/// Makes sheet names unique, so that no sheet is lost if a program wrote a name twice or none.
fn name_apart(sheets: &mut [Sheet]) {
    let mut known: HashSet<String> = HashSet::new();
    for (number, sheet) in (1_usize..).zip(sheets) {
        if sheet.name.is_empty() || known.contains(&sheet.name) {
            let base = if sheet.name.is_empty() { "Sheet" } else { &sheet.name };
            let free = (number..).map(|number| format!("{base} ({number})")).find(|name| !known.contains(name));
            sheet.name = free.unwrap_or_default();
        }
        known.insert(sheet.name.clone());
    }
}

/// Opens a regular file only: a pipe would block, and a device has no end.
fn open_regular(path: &Path) -> io::Result<File> {
    if fs::metadata(path)?.is_file() { File::open(path) } else { Err(io::Error::other("it is not a regular file")) }
}

pub(crate) fn missing_sheet(name: &str, sheet: &str) -> Error {
    let message = format!("`{name}` has no sheet `{sheet}`");
    Error::new(Code::WorkbookColumnMissing, message).with("file", name).with("sheet", sheet)
}
