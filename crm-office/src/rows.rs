//! The rows of a sheet on their way from a file to the reader: one at a time, checked against the limits.
//!
//! Invariant: no cell is outside a sheet, and the contents of a row stay within `MAX_ROW_BYTES`, whatever the file says.

use crate::cell::Cell;
use crate::limits::{MAX_CELLS, MAX_COLUMNS, MAX_MERGED, MAX_ROW_BYTES, MAX_ROWS, MAX_SHEET_BYTES, MAX_TEXT_BYTES, beyond, damaged, quoted};
use crate::note::{Merged, NoteKind, Notes};
use crate::table::Row;
use crm_core::{Error, Result};
use std::collections::BTreeSet;
use std::ops::{ControlFlow, RangeInclusive};

/// The callback for each row.
pub(crate) type Each<'a> = dyn FnMut(Row<'_>) -> Result<ControlFlow<()>> + 'a;

/// Why no more rows are wanted.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Ended {
    /// The caller has enough.
    Enough,
    /// The caller has failed, and the error is its own.
    Refused,
}

/// Collects cells into rows, and passes them on.
pub(crate) struct Rows<'a> {
    each: &'a mut Each<'a>,
    notes: &'a mut Notes,
    sheet: &'a str,
    /// The row, counted from 0.
    row: u32,
    hidden: bool,
    cells: Vec<Cell>,
    bytes: usize,
    total: u64,
    /// Bytes of text that were passed on.
    handed: u64,
    /// The limit of rows, with its name.
    max_rows: (&'static str, u32),
    hidden_columns: Vec<RangeInclusive<usize>>,
    pub(crate) ended: Option<Ended>,
}

impl<'a> Rows<'a> {
    pub(crate) fn new(sheet: &'a str, notes: &'a mut Notes, each: &'a mut Each<'a>) -> Self {
        let (cells, hidden_columns) = (Vec::new(), Vec::new());
        Self {
            each,
            notes,
            sheet,
            row: 0,
            hidden: false,
            cells,
            bytes: 0,
            total: 0,
            handed: 0,
            max_rows: ("MAX_ROWS", MAX_ROWS),
            hidden_columns,
            ended: None,
        }
    }

    /// A text file may have more rows than a sheet.
    pub(crate) fn limit_rows(&mut self, name: &'static str, rows: u32) {
        self.max_rows = (name, rows);
    }

    /// An error that the current row exceeds a limit.
    fn beyond(&self, name: &'static str, limit: impl std::fmt::Display) -> Error {
        beyond(name, limit).with("row", u64::from(self.row).saturating_add(1))
    }

    /// Records a note about the current row.
    pub(crate) fn note(&mut self, kind: NoteKind, value: impl Into<String>) {
        self.notes.add(kind, Some(self.sheet), Some(self.row.saturating_add(1)), value);
    }

    /// Marks columns as hidden, counted from 0.
    pub(crate) fn hide_columns(&mut self, first: u32, last: u32) {
        if first <= last && last < MAX_COLUMNS && self.hidden_columns.len() < MAX_COLUMNS as usize {
            let (first, last) = (first as usize, last as usize);
            match self.hidden_columns.last_mut() {
                Some(before) if before.end().saturating_add(1) == first => *before = *before.start()..=last,
                _ => self.hidden_columns.push(first..=last),
            }
        }
    }

    /// Records that a cell is merged over more rows, counted from 0.
    pub(crate) fn merged(&mut self, column: u32, first: u32, last: u32) -> Result<()> {
        if first >= last {
            return Ok(());
        }
        if self.notes.merged.values().map(BTreeSet::len).fold(0_usize, usize::saturating_add) >= MAX_MERGED {
            return Err(self.beyond("MAX_MERGED", MAX_MERGED));
        }
        let merged = Merged { first: first.saturating_add(1), column: column as usize, last: last.saturating_add(1) };
        self.notes.merged.entry(self.sheet.to_owned()).or_default().insert(merged);
        Ok(())
    }

    /// Begins a row, counted from 0.
    pub(crate) fn start(&mut self, row: u32, hidden: bool) {
        self.cells.clear();
        self.bytes = 0;
        (self.row, self.hidden) = (row, hidden);
    }

    /// The current row, counted from 0.
    pub(crate) fn row(&self) -> u32 {
        self.row
    }

    /// Puts a cell into a column counted from 0, or into several if it is repeated.
    pub(crate) fn put(&mut self, column: u32, cell: Cell) -> Result<()> {
        self.put_all(column, 1, cell)
    }

    /// Puts a cell into so many columns from one on.
    pub(crate) fn put_all(&mut self, column: u32, times: u32, cell: Cell) -> Result<()> {
        let cell = match cell {
            Cell::Empty => return Ok(()),
            Cell::Text(text) => self.cleaned(text)?,
            other => other,
        };
        let (name, rows) = self.max_rows;
        if self.row >= rows {
            return Err(self.beyond(name, rows));
        }
        let after = column.saturating_add(times);
        if after > MAX_COLUMNS {
            return Err(self.beyond("MAX_COLUMNS", MAX_COLUMNS));
        }
        let size = if let Cell::Text(text) = &cell { text.len() } else { 0 };
        self.bytes = self.bytes.saturating_add(size.saturating_mul(times as usize));
        if self.bytes > MAX_ROW_BYTES {
            return Err(self.beyond("MAX_ROW_BYTES", MAX_ROW_BYTES));
        }
        if self.cells.len() < after as usize {
            self.cells.resize(after as usize, Cell::Empty);
        }
        if let Some(places) = self.cells.get_mut(column as usize..after as usize) {
            places.fill(cell);
        }
        Ok(())
    }

    /// A text without invisible characters that no keyboard types: they would distinguish texts that look the same.
    fn cleaned(&mut self, text: String) -> Result<Cell> {
        if text.len() > MAX_TEXT_BYTES {
            return Err(self.beyond("MAX_TEXT_BYTES", MAX_TEXT_BYTES));
        }
        let is_ordinary = text.bytes().all(|byte| matches!(byte, b' '..=b'~'));
        let text = match !is_ordinary && text.chars().any(is_invisible) {
            true => {
                self.note(NoteKind::ControlCharacters, "");
                // Old programs use these as line and page breaks.
                let text = text.replace(['\u{b}', '\u{c}'], "\n");
                text.chars().filter(|c| !is_invisible(*c)).collect()
            }
            false => text,
        };
        Ok(if text.is_empty() { Cell::Empty } else { Cell::Text(text) })
    }

    /// Passes the row on; returns whether more are wanted.
    pub(crate) fn finish(&mut self) -> Result<bool> {
        self.finish_all(1)
    }

    /// Passes the row on this many times, with consecutive numbers; returns whether more are wanted.
    pub(crate) fn finish_all(&mut self, times: u32) -> Result<bool> {
        if self.cells.iter().all(Cell::is_empty) {
            return Ok(true);
        }
        let (name, rows) = self.max_rows;
        if times > rows.saturating_sub(self.row) {
            return Err(self.beyond(name, rows));
        }
        self.total = self.total.saturating_add((self.cells.len() as u64).saturating_mul(times.into()));
        if self.total > MAX_CELLS {
            return Err(self.beyond("MAX_CELLS", MAX_CELLS));
        }
        self.handed = self.handed.saturating_add((self.bytes as u64).saturating_mul(times.into()));
        if self.handed > MAX_SHEET_BYTES {
            return Err(self.beyond("MAX_SHEET_BYTES", MAX_SHEET_BYTES));
        }
        for _ in 0..times {
            let number = self.row.saturating_add(1);
            match (self.each)(Row { number, cells: &self.cells, hidden: self.hidden, hidden_columns: &self.hidden_columns }) {
                Ok(ControlFlow::Continue(())) => {}
                Ok(ControlFlow::Break(())) => {
                    self.ended = Some(Ended::Enough);
                    return Ok(false);
                }
                Err(error) => {
                    self.ended = Some(Ended::Refused);
                    return Err(error);
                }
            }
            self.row = number;
        }
        Ok(true)
    }
}

/// Control characters, and direction and zero-width marks that come along when texts are copied. The joiners of emoji and of several scripts are not
/// included.
fn is_invisible(c: char) -> bool {
    match c {
        '\t' | '\n' | '\r' => false,
        '\u{200b}' | '\u{200e}' | '\u{200f}' | '\u{202a}'..='\u{202e}' | '\u{2066}'..='\u{2069}' | '\u{feff}' => true,
        c => c.is_control(),
    }
}

/// The position of a cell by its name, such as `AB12`, counted from 0.
pub(crate) fn place(name: &str) -> Result<(u32, u32)> {
    let split = name.find(|c: char| !c.is_ascii_alphabetic()).unwrap_or(name.len());
    let (letters, digits) = name.split_at_checked(split).unwrap_or((name, ""));
    let column = letters.bytes().try_fold(0_u32, |column, letter| {
        let value = u32::from(letter.to_ascii_uppercase().saturating_sub(b'A')).saturating_add(1);
        column.checked_mul(26)?.checked_add(value).filter(|column| *column <= MAX_COLUMNS)
    });
    let row = digits.parse::<u32>().ok().filter(|row| (1..=MAX_ROWS).contains(row) && digits.bytes().all(|b| b.is_ascii_digit()));
    match (column.and_then(|column| column.checked_sub(1)), row.and_then(|row| row.checked_sub(1))) {
        (Some(column), Some(row)) => Ok((row, column)),
        _ => Err(damaged(format!("there is no cell `{}`", quoted(name)))),
    }
}
