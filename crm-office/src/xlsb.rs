//! Binary workbooks of Excel since 2007, as streams of records.
//!
//! Invariant: only a workbook's shared strings and formats are held in memory. We have our own reader because calamine's trusts the length of a
//! record and the index of a string as they are in the file, and panics if they are wrong.

use crate::archive::Archive;
use crate::cell::{Cell, text_cell};
use crate::limits::{MAX_MARKUP_BYTES, MAX_PART_BYTES, MAX_ROWS, MAX_SHEETS, MAX_STYLES, beyond, damaged, failed};
use crate::rows::Rows;
use crate::style::Style;
use crate::table::{Form, Sheet, Visibility};
use crate::xls::{error_text, f64_at, rk, u16_at, u32_at};
use crate::xlsx::{Parts, Relations, Strings, related, relations};
use crm_core::Result;
use std::collections::HashMap;
use std::io::{self, BufReader, Read};

/// An open workbook.
pub(crate) struct Xlsb {
    archive: Archive,
    sheets: Parts,
    strings: Strings,
    styles: Vec<Style>,
    is_1904: bool,
}

/// The records of a part, one after the other.
struct Records<R: Read> {
    input: BufReader<io::Take<R>>,
    data: Vec<u8>,
}

impl<R: Read> Records<R> {
    fn new(input: R) -> Self {
        Self { input: BufReader::with_capacity(32 * 1024, input.take(MAX_PART_BYTES)), data: Vec::new() }
    }

    /// A number in seven bits per byte, the last byte without its highest bit; `None` at the end.
    fn number(&mut self, bytes: u32) -> Result<Option<u32>> {
        let mut number = 0_u32;
        for at in 0..bytes {
            let mut byte = [0];
            if self.input.read(&mut byte).map_err(failed)? == 0 {
                return if at == 0 { Ok(None) } else { Err(damaged("it ends within a record")) };
            }
            let [byte] = byte;
            number |= u32::from(byte & 0x7F).wrapping_shl(at.saturating_mul(7));
            if byte & 0x80 == 0 {
                break;
            }
        }
        Ok(Some(number))
    }

    /// The kind of the next record among those `wanted`, with its data; `None` at the end.
    fn next(&mut self, wanted: impl Fn(u32) -> bool) -> Result<Option<u32>> {
        loop {
            let Some(kind) = self.number(2)? else { return Ok(None) };
            let length = self.number(4)?.ok_or_else(|| damaged("it ends within a record"))?;
            if !wanted(kind) {
                let skipped = io::copy(&mut self.input.by_ref().take(length.into()), &mut io::sink()).map_err(failed)?;
                if skipped < u64::from(length) {
                    return Err(damaged("it ends within a record"));
                }
                continue;
            }
            if length as usize > MAX_MARKUP_BYTES {
                return Err(beyond("MAX_MARKUP_BYTES", MAX_MARKUP_BYTES));
            }
            self.data.resize(length as usize, 0);
            self.input.read_exact(&mut self.data).map_err(failed)?;
            return Ok(Some(kind));
        }
    }
}

const ROW: u32 = 0;
const RK: u32 = 2;
const ERROR: u32 = 3;
const BOOL: u32 = 4;
const REAL: u32 = 5;
const TEXT: u32 = 6;
const SHARED: u32 = 7;
const FORMULA_TEXT: u32 = 8;
const FORMULA_NUMBER: u32 = 9;
const FORMULA_BOOL: u32 = 10;
const FORMULA_ERROR: u32 = 11;
const STRING_ITEM: u32 = 19;
const FORMAT: u32 = 44;
const XF: u32 = 47;
const COLUMNS: u32 = 60;
const RICH_TEXT: u32 = 62;
const END_SHEET_DATA: u32 = 146;
const WORKBOOK_PROPERTIES: u32 = 153;
const SHEET: u32 = 156;
const MERGED: u32 = 176;
const BEGIN_CELL_XFS: u32 = 617;
const END_CELL_XFS: u32 = 618;

/// A text preceded by its length in characters, at a position of a record, and where it ends.
fn wide_text(data: &[u8], at: usize) -> Result<(String, usize)> {
    let start = at.saturating_add(4);
    let length = match u32_at(data, at)? {
        // No text at all, which differs from an empty one.
        u32::MAX => return Ok((String::new(), start)),
        length => length,
    };
    let end = start.saturating_add((length as usize).saturating_mul(2));
    let bytes = data.get(start..end).ok_or_else(|| damaged("a text is cut off"))?;
    let units: Vec<u16> = bytes.chunks_exact(2).filter_map(|pair| pair.first_chunk::<2>().map(|pair| u16::from_le_bytes(*pair))).collect();
    Ok((String::from_utf16_lossy(&units), end))
}

impl Xlsb {
    pub(crate) fn open(mut archive: Archive) -> Result<Self> {
        const WORKBOOK: &str = "xl/workbook.bin";
        let relations = relations(&mut archive, WORKBOOK)?;
        let (sheets, is_1904) = sheets(archive.needed(WORKBOOK)?, &relations)?;
        let strings = related(&mut archive, &relations, "/sharedStrings", |part| shared_strings(part))?;
        let styles = related(&mut archive, &relations, "/styles", |part| styles(part))?;
        Ok(Self { archive, sheets, strings, styles, is_1904 })
    }

    pub(crate) fn sheets(&self) -> Vec<Sheet> {
        self.sheets.iter().map(|(sheet, _)| sheet.clone()).collect()
    }

    pub(crate) fn read(&mut self, index: usize, rows: &mut Rows<'_>) -> Result<()> {
        let Self { archive, sheets, strings, styles, is_1904 } = self;
        let Some((_, Some(part))) = sheets.get(index) else { return Err(damaged("its sheet has no part")) };
        let mut records = Records::new(archive.needed(part)?);
        let mut started = false;
        while let Some(kind) = records.next(|kind| matches!(kind, ROW..=FORMULA_ERROR | COLUMNS | RICH_TEXT | END_SHEET_DATA))? {
            let data = records.data.as_slice();
            match kind {
                COLUMNS if u16_at(data, 16)? & 1 == 1 => rows.hide_columns(u32_at(data, 0)?, u32_at(data, 4)?),
                COLUMNS => {}
                END_SHEET_DATA => break,
                ROW => {
                    if started && !rows.finish()? {
                        return Ok(());
                    }
                    started = true;
                    let row = u32_at(data, 0)?;
                    if row >= MAX_ROWS {
                        return Err(damaged(format!("there is no row {}", u64::from(row).saturating_add(1))));
                    }
                    rows.start(row, data.get(11).is_some_and(|flags| flags & 0x10 == 0x10));
                }
                _ => {
                    let index = u32_at(data, 4)? & 0x00FF_FFFF;
                    let style = styles.get(index as usize).unwrap_or(&Style::Plain);
                    let byte = || data.get(8).copied().ok_or_else(|| damaged("a record is too short"));
                    let cell = match kind {
                        RK => style.cell_of(rk(u32_at(data, 8)?), *is_1904),
                        ERROR | FORMULA_ERROR => Cell::Error(error_text(byte()?).to_owned()),
                        BOOL | FORMULA_BOOL => Cell::Bool(byte()? != 0),
                        REAL | FORMULA_NUMBER => style.cell(f64_at(data, 8)?, *is_1904),
                        TEXT | FORMULA_TEXT => text_cell(wide_text(data, 8)?.0),
                        RICH_TEXT => text_cell(wide_text(data, 9)?.0),
                        SHARED => {
                            let index = u32_at(data, 8)?;
                            text_cell(strings.get(index as usize).ok_or_else(|| damaged(format!("there is no shared string {index}")))?.to_owned())
                        }
                        _ => Cell::Empty,
                    };
                    rows.put(u32_at(data, 0)?, cell)?;
                }
            }
        }
        if started && !rows.finish()? {
            return Ok(());
        }
        while records.next(|kind| kind == MERGED)?.is_some() {
            let data = records.data.as_slice();
            rows.merged(u32_at(data, 8)?, u32_at(data, 0)?, u32_at(data, 4)?)?;
        }
        Ok(())
    }
}

/// The sheets in order, and whether days are counted from 1904.
fn sheets(input: impl Read, relations: &Relations) -> Result<(Parts, bool)> {
    let (mut sheets, mut is_1904) = (Vec::new(), false);
    let mut records = Records::new(input);
    while let Some(kind) = records.next(|kind| matches!(kind, WORKBOOK_PROPERTIES | SHEET))? {
        let data = records.data.as_slice();
        if kind == WORKBOOK_PROPERTIES {
            is_1904 = u32_at(data, 0)? & 1 == 1;
            continue;
        }
        let (id, end) = wide_text(data, 8)?;
        let target = relations.get(&id);
        let sheet = Sheet {
            name: wide_text(data, end)?.0,
            visibility: match u32_at(data, 0)? & 3 {
                1 => Visibility::Hidden,
                2 => Visibility::VeryHidden,
                _ => Visibility::Visible,
            },
            form: match target.map(|(kind, _)| kind.rsplit('/').next().unwrap_or_default()) {
                Some("chartsheet") => Form::Chart,
                Some("dialogsheet") => Form::Dialog,
                Some("xlMacrosheet" | "xlIntlMacrosheet") => Form::Macro,
                _ => Form::Cells,
            },
        };
        sheets.push((sheet, target.map(|(_, part)| part.clone())));
        if sheets.len() > MAX_SHEETS {
            return Err(beyond("MAX_SHEETS", MAX_SHEETS));
        }
    }
    if sheets.is_empty() { Err(damaged("it has no sheets")) } else { Ok((sheets, is_1904)) }
}

fn shared_strings(input: impl Read) -> Result<Strings> {
    let mut strings = Strings::default();
    let mut records = Records::new(input);
    while records.next(|kind| kind == STRING_ITEM)?.is_some() {
        strings.push(&wide_text(&records.data, 1)?.0)?;
    }
    Ok(strings)
}

fn styles(input: impl Read) -> Result<Vec<Style>> {
    let (mut codes, mut styles, mut of_cells): (HashMap<u32, Style>, Vec<Style>, bool) = (HashMap::new(), Vec::new(), false);
    let mut records = Records::new(input);
    while let Some(kind) = records.next(|kind| matches!(kind, FORMAT | XF | BEGIN_CELL_XFS | END_CELL_XFS))? {
        let data = records.data.as_slice();
        match kind {
            FORMAT => drop(codes.insert(u16_at(data, 0)?.into(), Style::of(&wide_text(data, 2)?.0))),
            XF if of_cells => {
                let id = u16_at(data, 2)?.into();
                styles.push(codes.get(&id).cloned().unwrap_or_else(|| Style::built_in(id)));
            }
            XF => {}
            other => of_cells = other == BEGIN_CELL_XFS,
        }
        if styles.len() > MAX_STYLES {
            return Err(beyond("MAX_STYLES", MAX_STYLES));
        }
    }
    Ok(styles)
}
