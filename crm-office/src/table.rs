//! Workbooks of four formats behind one reader of rows.
//!
//! Invariant: rows arrive one at a time, in file order, numbered as the spreadsheet numbers them; an .xlsx or .csv sheet
//! is never held as a whole. Rows without anything in them are passed over.

use crate::cell::Cell;
use crate::delimited::{Delimited, Input};
use crate::note::Note;
use calamine::{Ods, Reader, SheetType, SheetVisible, Xls, Xlsx, XlsxError};
use crm_core::{Code, Error, Result};
use serde::{Deserialize, Serialize};
use std::error::Error as StdError;
use std::fs::{self, File};
use std::io::{self, BufReader, Cursor};
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
    /// OpenDocument.
    Ods,
    /// Values separated by commas, semicolons or tabs; UTF-8, else Windows-1252.
    Csv,
}

impl Format {
    /// The format a file's name stands for, upper or lower case.
    pub fn of_path(path: &Path) -> Option<Self> {
        let extension = path.extension()?.to_str()?.to_ascii_lowercase();
        match extension.as_str() {
            "xlsx" | "xlsm" => Some(Self::Xlsx),
            "xls" => Some(Self::Xls),
            "ods" => Some(Self::Ods),
            "csv" | "tsv" | "txt" => Some(Self::Csv),
            _ => None,
        }
    }

    /// The usual extension, without its dot.
    pub fn as_str(self) -> &'static str {
        match self {
            Self::Xlsx => "xlsx",
            Self::Xls => "xls",
            Self::Ods => "ods",
            Self::Csv => "csv",
        }
    }
}

/// Whether a sheet is shown.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Visibility {
    /// It is.
    #[default]
    Visible,
    /// Somebody has hidden it, and can show it again from the menu.
    Hidden,
    /// A program has hidden it, and the menu does not offer it.
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
    /// Macros of old.
    Macro,
    /// A dialogue of old.
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

/// One row of a sheet, lent while it is looked at.
#[derive(Debug, Clone, Copy)]
pub struct Row<'a> {
    /// The row as the spreadsheet numbers it, from 1.
    pub number: u32,
    /// The cells from the first column on; empty cells at the end may be missing.
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
    format: Format,
    sheets: Vec<String>,
    all: Vec<Sheet>,
    notes: Vec<Note>,
    source: Source,
}

enum Source {
    Xlsx(Box<Xlsx<Box<dyn Input>>>),
    Xls(Box<Xls<Box<dyn Input>>>),
    Ods(Box<Ods<Box<dyn Input>>>),
    Csv(Delimited),
}

impl std::fmt::Debug for Workbook {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        let Self { name, format, sheets, .. } = self;
        f.debug_struct("Workbook").field("name", name).field("format", format).field("sheets", sheets).finish()
    }
}

impl Workbook {
    /// Opens a file; its extension says the format. The one sheet of a .csv is named after the file.
    ///
    /// # Errors
    /// `workbook.unreadable`.
    pub fn open(path: impl AsRef<Path>) -> Result<Self> {
        let path = path.as_ref();
        let name = path.file_name().unwrap_or(path.as_os_str()).to_string_lossy().into_owned();
        let Some(format) = Format::of_path(path) else {
            let message = format!("`{name}` is no .xlsx, .xls, .ods or .csv file");
            return Err(Error::new(Code::WorkbookUnreadable, message).with("file", name));
        };
        let stem = path.file_stem().map_or_else(|| "csv".to_owned(), |stem| stem.to_string_lossy().into_owned());
        let file = open_regular(path).map_err(|error| unreadable(&name, format, error))?;
        Self::new(Box::new(BufReader::new(file)), format, name, stem)
    }

    /// Opens a workbook held in memory. The one sheet of a .csv is named `csv`.
    ///
    /// # Errors
    /// `workbook.unreadable`.
    pub fn from_bytes(bytes: impl Into<Vec<u8>>, format: Format) -> Result<Self> {
        let name = format.as_str().to_owned();
        Self::new(Box::new(Cursor::new(bytes.into())), format, name.clone(), name)
    }

    fn new(input: Box<dyn Input>, format: Format, name: String, stem: String) -> Result<Self> {
        let source = Source::open(input, format).map_err(|error| unreadable(&name, format, error))?;
        let all = source.sheets().unwrap_or_else(|| vec![Sheet { name: stem, ..Sheet::default() }]);
        let sheets = all.iter().filter(|sheet| sheet.form == Form::Cells).map(|sheet| sheet.name.clone()).collect();
        Ok(Self { name, format, sheets, all, notes: Vec::new(), source })
    }

    /// The file's name, or the format of a workbook in memory.
    pub fn name(&self) -> &str {
        &self.name
    }

    /// The format.
    pub fn format(&self) -> Format {
        self.format
    }

    /// Every sheet of the file in its order, with charts, macros and hidden ones.
    pub fn sheets(&self) -> &[Sheet] {
        &self.all
    }

    /// What whoever sent the file should know about how it was read.
    pub fn notes(&self) -> &[Note] {
        &self.notes
    }

    /// The names of the sheets that hold cells, in their order, hidden ones among them.
    pub fn sheet_names(&self) -> &[String] {
        &self.sheets
    }

    /// Calls `each` for every row that has anything in it. An error of `each` ends the reading.
    ///
    /// # Errors
    /// `workbook.column_missing` if there is no such sheet, `workbook.unreadable`, and those of `each`.
    pub fn read_rows(&mut self, sheet: &str, mut each: impl FnMut(Row<'_>) -> Result<()>) -> Result<()> {
        self.read_rows_while(sheet, |row| each(row).map(ControlFlow::Continue))
    }

    /// As [`Workbook::read_rows`], until `each` breaks.
    ///
    /// # Errors
    /// As [`Workbook::read_rows`].
    pub fn read_rows_while(&mut self, sheet: &str, mut each: impl FnMut(Row<'_>) -> Result<ControlFlow<()>>) -> Result<()> {
        if !self.sheets.iter().any(|name| name == sheet) {
            return Err(missing_sheet(&self.name, sheet));
        }
        let mut each = |number, cells: &[Cell]| match cells.iter().all(Cell::is_empty) {
            true => Ok(ControlFlow::Continue(())),
            false => each(Row { number, cells, hidden: false, hidden_columns: &[] }),
        };
        let read = match &mut self.source {
            Source::Xlsx(book) => read_xlsx(book, sheet, &mut each),
            Source::Xls(book) => read_range(book.as_mut(), sheet, &mut each),
            Source::Ods(book) => read_range(book.as_mut(), sheet, &mut each),
            Source::Csv(file) => read_csv(file, &mut each),
        };
        read.map_err(|failure| failure.explained(&self.name, self.format, sheet))
    }
}

/// Opens a regular file: a pipe would be waited for, and a device has no end.
fn open_regular(path: &Path) -> io::Result<File> {
    if fs::metadata(path)?.is_file() { File::open(path) } else { Err(io::Error::other("it is no regular file")) }
}

impl Source {
    fn open(input: Box<dyn Input>, format: Format) -> Result<Self, Box<dyn StdError + Send + Sync>> {
        Ok(match format {
            Format::Xlsx => Self::Xlsx(Box::new(Xlsx::new(input)?)),
            Format::Xls => Self::Xls(Box::new(Xls::new(input)?)),
            Format::Ods => Self::Ods(Box::new(Ods::new(input)?)),
            Format::Csv => Self::Csv(Delimited::new(input)?),
        })
    }

    /// What the file says about its sheets, if it knows of any.
    fn sheets(&self) -> Option<Vec<Sheet>> {
        let all = match self {
            Self::Xlsx(book) => book.sheets_metadata(),
            Self::Xls(book) => book.sheets_metadata(),
            Self::Ods(book) => book.sheets_metadata(),
            Self::Csv(_) => return None,
        };
        let sheet = |sheet: &calamine::Sheet| Sheet {
            name: sheet.name.clone(),
            visibility: match sheet.visible {
                SheetVisible::Visible => Visibility::Visible,
                SheetVisible::Hidden => Visibility::Hidden,
                SheetVisible::VeryHidden => Visibility::VeryHidden,
            },
            form: match sheet.typ {
                SheetType::WorkSheet => Form::Cells,
                SheetType::ChartSheet => Form::Chart,
                SheetType::MacroSheet | SheetType::Vba => Form::Macro,
                SheetType::DialogSheet => Form::Dialog,
            },
        };
        Some(all.iter().map(sheet).collect())
    }
}

type Each<'a> = dyn FnMut(u32, &[Cell]) -> Result<ControlFlow<()>> + 'a;

/// Why reading ended: the caller's own error, or the file's.
enum Failure {
    Caller(Error),
    File(Box<dyn StdError + Send + Sync>),
}

impl Failure {
    fn file(error: impl Into<Box<dyn StdError + Send + Sync>>) -> Self {
        Self::File(error.into())
    }

    fn explained(self, name: &str, format: Format, sheet: &str) -> Error {
        match self {
            Self::Caller(error) => error,
            Self::File(error) => unreadable(name, format, error).with("sheet", sheet),
        }
    }
}

fn unreadable(name: &str, format: Format, cause: impl Into<Box<dyn StdError + Send + Sync>>) -> Error {
    let cause = cause.into();
    let message = format!("`{name}` is no readable .{} workbook: {cause}", format.as_str());
    Error::new(Code::WorkbookUnreadable, message).with("file", name).caused_by(cause)
}

pub(crate) fn missing_sheet(name: &str, sheet: &str) -> Error {
    let message = format!("`{name}` has no sheet `{sheet}`");
    Error::new(Code::WorkbookColumnMissing, message).with("file", name).with("sheet", sheet)
}

/// Gathers the cells of one row after the other out of the sheet's stream.
fn read_xlsx(book: &mut Xlsx<Box<dyn Input>>, sheet: &str, each: &mut Each<'_>) -> Result<(), Failure> {
    let file = |error: XlsxError| Failure::file(error);
    let mut reader = book.worksheet_cells_reader(sheet).map_err(file)?;
    let mut cells: Vec<Cell> = Vec::new();
    let mut current = 0;
    while let Some(cell) = reader.next_cell().map_err(file)? {
        let (row, column) = cell.get_position();
        if row != current {
            if each(current + 1, &cells).map_err(Failure::Caller)?.is_break() {
                return Ok(());
            }
            cells.clear();
            current = row;
        }
        put(&mut cells, column as usize, cell.get_value().clone().into());
    }
    each(current + 1, &cells).map(|_| ()).map_err(Failure::Caller)
}

fn put(cells: &mut Vec<Cell>, column: usize, value: Cell) {
    if value == Cell::Empty {
        return;
    }
    if cells.len() <= column {
        cells.resize(column + 1, Cell::Empty);
    }
    if let Some(cell) = cells.get_mut(column) {
        *cell = value;
    }
}

/// Rows of a format that calamine reads as a whole.
fn read_range<B>(book: &mut B, sheet: &str, each: &mut Each<'_>) -> Result<(), Failure>
where
    B: Reader<Box<dyn Input>>,
    B::Error: StdError + Send + Sync + 'static,
{
    let range = book.worksheet_range(sheet).map_err(Failure::file)?;
    let (first_row, first_column) = range.start().unwrap_or_default();
    let mut cells: Vec<Cell> = Vec::new();
    for (number, row) in (first_row + 1..).zip(range.rows()) {
        cells.clear();
        cells.resize(first_column as usize, Cell::Empty);
        cells.extend(row.iter().map(Cell::from));
        if each(number, &cells).map_err(Failure::Caller)?.is_break() {
            break;
        }
    }
    Ok(())
}

fn read_csv(file: &mut Delimited, each: &mut Each<'_>) -> Result<(), Failure> {
    let mut records = file.records().map_err(Failure::file)?;
    let mut cells: Vec<Cell> = Vec::new();
    while let Some(number) = records.next(&mut cells).map_err(Failure::file)? {
        if each(number, &cells).map_err(Failure::Caller)?.is_break() {
            break;
        }
    }
    Ok(())
}
