//! Workbooks of Excel 5 to 2003, as a stream of records.
//!
//! Invariant: only a workbook's shared strings and formats are held in memory, and one row of a sheet, unless its cells are out of order. We have our
//! own reader because calamine lays a sheet out as a rectangle of all cells: two of them in opposite corners take 1 GB.

use crate::cell::{Cell, digits, text_cell};
use crate::container::Input;
use crate::encoding::Encoding;
use crate::limits::{
    MAX_SHEETS, MAX_STYLES, MAX_TEXT_BYTES, MAX_UNORDERED_BYTES, MAX_UNORDERED_CELLS, beyond, damaged, encrypted, failed, unsupported,
};
use crate::rows::Rows;
use crate::style::Style;
use crate::table::{Form, Sheet, Visibility};
use crate::xlsx::Strings;
use crm_core::Result;
use std::collections::{BTreeMap, HashMap, HashSet};
use std::io::{BufReader, Read, Seek, SeekFrom};

/// An open workbook.
pub(crate) struct Xls {
    records: Records,
    sheets: Vec<(Sheet, u64)>,
    strings: Strings,
    styles: Vec<Style>,
    is_1904: bool,
    texts: Texts,
}

/// The records of a stream, one after the other.
struct Records {
    input: BufReader<Box<dyn Input>>,
    kind: u16,
    data: Vec<u8>,
    /// The record was only peeked at: it comes again.
    pending: bool,
}

impl Records {
    fn seek(&mut self, to: u64) -> Result<()> {
        self.pending = false;
        self.input.seek(SeekFrom::Start(to)).map(drop).map_err(failed)
    }

    /// Reads the next record; `false` at the end.
    fn next(&mut self) -> Result<bool> {
        if std::mem::take(&mut self.pending) {
            return Ok(true);
        }
        let mut head = [0; 4];
        let mut filled = 0;
        while let Some(rest) = head.get_mut(filled..).filter(|rest| !rest.is_empty()) {
            match self.input.read(rest).map_err(failed)? {
                0 if filled == 0 => return Ok(false),
                0 => return Err(damaged("it ends within a record")),
                count => filled = filled.saturating_add(count),
            }
        }
        let [a, b, c, d] = head;
        self.kind = u16::from_le_bytes([a, b]);
        self.data.resize(u16::from_le_bytes([c, d]).into(), 0);
        self.input.read_exact(&mut self.data).map_err(failed)?;
        Ok(true)
    }

    /// Reads the next record if it continues this one.
    fn continued(&mut self) -> Result<bool> {
        if !self.next()? {
            return Ok(false);
        }
        self.pending = self.kind != CONTINUE;
        Ok(!self.pending)
    }
}

const EOF: u16 = 0x000A;
const FILEPASS: u16 = 0x002F;
const CODEPAGE: u16 = 0x0042;
const DATEMODE: u16 = 0x0022;
const CONTINUE: u16 = 0x003C;
const COLINFO: u16 = 0x007D;
const BOUNDSHEET: u16 = 0x0085;
const MULRK: u16 = 0x00BD;
const RSTRING: u16 = 0x00D6;
const XF: u16 = 0x00E0;
const MERGEDCELLS: u16 = 0x00E5;
const SST: u16 = 0x00FC;
const LABELSST: u16 = 0x00FD;
const NUMBER: u16 = 0x0203;
const LABEL: u16 = 0x0204;
const BOOLERR: u16 = 0x0205;
const STRING: u16 = 0x0207;
const ROW: u16 = 0x0208;
const RK: u16 = 0x027E;
const FORMULA: u16 = 0x0006;
const FORMAT: u16 = 0x041E;
const BOF: u16 = 0x0809;

pub(crate) fn u16_at(data: &[u8], at: usize) -> Result<u16> {
    let bytes = data.get(at..).and_then(|rest| rest.first_chunk::<2>());
    bytes.map(|bytes| u16::from_le_bytes(*bytes)).ok_or_else(|| damaged("a record is too short"))
}

pub(crate) fn u32_at(data: &[u8], at: usize) -> Result<u32> {
    let bytes = data.get(at..).and_then(|rest| rest.first_chunk::<4>());
    bytes.map(|bytes| u32::from_le_bytes(*bytes)).ok_or_else(|| damaged("a record is too short"))
}

pub(crate) fn f64_at(data: &[u8], at: usize) -> Result<f64> {
    let bytes = data.get(at..).and_then(|rest| rest.first_chunk::<8>());
    bytes.map(|bytes| f64::from_le_bytes(*bytes)).ok_or_else(|| damaged("a record is too short"))
}

/// How texts are written.
#[derive(Clone, Copy)]
struct Texts {
    is_unicode: bool,
    encoding: Encoding,
}

impl Texts {
    /// A text whose length is a number of one or two bytes, at a place of the record.
    fn at(self, data: &[u8], at: usize, wide_length: bool) -> Result<String> {
        let (count, start) = match wide_length {
            true => (u16_at(data, at)?.into(), at.saturating_add(2)),
            false => (usize::from(*data.get(at).ok_or_else(|| damaged("a record is too short"))?), at.saturating_add(1)),
        };
        let rest = data.get(start..).unwrap_or_default();
        if !self.is_unicode {
            return Ok(self.encoding.decode(rest.get(..count).unwrap_or(rest)));
        }
        let (flags, rest) = rest.split_first().unwrap_or((&0, &[]));
        let mut characters = Vec::new();
        add_characters(&mut characters, rest, count, flags & 1 == 1);
        Ok(String::from_utf16_lossy(&characters))
    }
}

/// Adds this many characters of one or two bytes each; returns how many there were.
fn add_characters(to: &mut Vec<u16>, data: &[u8], count: usize, wide: bool) -> usize {
    let before = to.len();
    match wide {
        true => to.extend(data.chunks_exact(2).take(count).filter_map(|pair| pair.first_chunk::<2>().map(|pair| u16::from_le_bytes(*pair)))),
        false => to.extend(data.iter().take(count).map(|byte| u16::from(*byte))),
    }
    to.len().saturating_sub(before)
}

/// Data that spans several records.
struct Chain<'r> {
    records: &'r mut Records,
    at: usize,
}

impl Chain<'_> {
    fn rest(&self) -> &[u8] {
        self.records.data.get(self.at..).unwrap_or_default()
    }

    /// Moves to the next record; an error if there is none.
    fn turn(&mut self) -> Result<()> {
        self.at = 0;
        if self.records.continued()? { Ok(()) } else { Err(damaged("a text is cut off")) }
    }

    fn byte(&mut self) -> Result<u8> {
        while self.rest().is_empty() {
            self.turn()?;
        }
        let byte = self.rest().first().copied().unwrap_or_default();
        self.at = self.at.saturating_add(1);
        Ok(byte)
    }

    fn number(&mut self, bytes: u32) -> Result<u32> {
        (0..bytes).try_fold(0_u32, |number, at| Ok(number | u32::from(self.byte()?).wrapping_shl(at.saturating_mul(8))))
    }

    fn skip(&mut self, mut bytes: usize) -> Result<()> {
        while bytes > 0 {
            let here = self.rest().len().min(bytes);
            if here == 0 {
                self.turn()?;
                continue;
            }
            self.at = self.at.saturating_add(here);
            bytes = bytes.saturating_sub(here);
        }
        Ok(())
    }

    /// Reads this many characters. A text that continues in the next record starts there with a new width flag.
    fn characters(&mut self, mut count: usize, mut wide: bool) -> Result<String> {
        let mut characters = Vec::new();
        while count > 0 {
            if self.rest().len() < if wide { 2 } else { 1 } {
                self.turn()?;
                wide = self.byte()? & 1 == 1;
                continue;
            }
            let read = add_characters(&mut characters, self.rest(), count, wide);
            self.at = self.at.saturating_add(if wide { read.saturating_mul(2) } else { read });
            count = count.saturating_sub(read);
            if characters.len() > MAX_TEXT_BYTES {
                return Err(beyond("MAX_TEXT_BYTES", MAX_TEXT_BYTES));
            }
        }
        Ok(String::from_utf16_lossy(&characters))
    }
}

fn shared_strings(records: &mut Records) -> Result<Strings> {
    let count = u32_at(&records.data, 4)?;
    let mut chain = Chain { records, at: 8 };
    let mut strings = Strings::default();
    for _ in 0..count {
        let length = chain.number(2)? as usize;
        let flags = chain.byte()?;
        let runs = if flags & 8 == 8 { chain.number(2)? } else { 0 };
        let extra = if flags & 4 == 4 { chain.number(4)? } else { 0 };
        strings.push(&chain.characters(length, flags & 1 == 1)?)?;
        chain.skip((runs as usize).saturating_mul(4).saturating_add(extra as usize))?;
    }
    Ok(strings)
}

impl Xls {
    /// Opens the stream of a workbook.
    pub(crate) fn open(input: Box<dyn Input>) -> Result<Self> {
        let mut records = Records { input: BufReader::with_capacity(32 * 1024, input), kind: 0, data: Vec::new(), pending: false };
        records.seek(0)?;
        let mut texts = Texts { is_unicode: true, encoding: Encoding::Windows1252 };
        let (mut sheets, mut strings, mut formats, mut styles, mut is_1904) = (Vec::new(), Strings::default(), HashMap::new(), Vec::new(), false);
        while records.next()? {
            let data = records.data.as_slice();
            match records.kind {
                BOF => match u16_at(data, 0)? {
                    0x0600 => texts.is_unicode = true,
                    0x0500 => texts.is_unicode = false,
                    _ => return Err(unsupported("a file from Excel 4 or older", "open it in a spreadsheet and save it as .xlsx")),
                },
                FILEPASS => return Err(encrypted("a password")),
                CODEPAGE => texts.encoding = Encoding::of_code_page(u16_at(data, 0)?),
                DATEMODE => is_1904 = u16_at(data, 0)? == 1,
                FORMAT => {
                    let code = texts.at(data, 2, texts.is_unicode)?;
                    formats.insert(u32::from(u16_at(data, 0)?), Style::of(&code));
                }
                XF => {
                    let id = u32::from(u16_at(data, 2)?);
                    styles.push(formats.get(&id).cloned().unwrap_or_else(|| Style::built_in(id)));
                }
                BOUNDSHEET => sheets.push(bound_sheet(data, texts)?),
                SST => strings = shared_strings(&mut records)?,
                EOF => break,
                _ => {}
            }
            if sheets.len() > MAX_SHEETS {
                return Err(beyond("MAX_SHEETS", MAX_SHEETS));
            }
            if styles.len() > MAX_STYLES {
                return Err(beyond("MAX_STYLES", MAX_STYLES));
            }
        }
        if sheets.is_empty() { Err(damaged("it has no sheets")) } else { Ok(Self { records, sheets, strings, styles, is_1904, texts }) }
    }

    pub(crate) fn sheets(&self) -> Vec<Sheet> {
        self.sheets.iter().map(|(sheet, _)| sheet.clone()).collect()
    }

    pub(crate) fn read(&mut self, index: usize, rows: &mut Rows<'_>) -> Result<()> {
        let start = self.sheets.get(index).map(|(_, start)| *start).unwrap_or_default();
        let mut last = None;
        let mut ordered = true;
        self.cells(start, &mut |_, place, _| {
            ordered = ordered && last.is_none_or(|last| last <= place.0);
            last = Some(place.0);
            Ok(ordered)
        })?;
        let mut hands = Hands { rows, current: None };
        if ordered {
            let around = self.cells(start, &mut |around, place, cell| hands.put(around, place, cell))?;
            around.say_merged(hands.rows)?;
            return hands.finish();
        }
        let (mut cells, mut bytes) = (BTreeMap::new(), 0_usize);
        let around = self.cells(start, &mut |_, place, cell| {
            if let Cell::Text(text) = &cell {
                bytes = bytes.saturating_add(text.len());
            }
            if cells.len() >= MAX_UNORDERED_CELLS {
                return Err(beyond("MAX_UNORDERED_CELLS", MAX_UNORDERED_CELLS));
            }
            if bytes > MAX_UNORDERED_BYTES {
                return Err(beyond("MAX_UNORDERED_BYTES", MAX_UNORDERED_BYTES));
            }
            cells.insert(place, cell);
            Ok(true)
        })?;
        for (place, cell) in cells {
            if !hands.put(&around, place, cell)? {
                return Ok(());
            }
        }
        around.say_merged(hands.rows)?;
        hands.finish()
    }

    /// Calls `each` for every filled cell of a sheet in file order, as long as it wants more.
    fn cells(&mut self, start: u64, each: &mut EachCell<'_>) -> Result<Around> {
        let Self { records, strings, styles, is_1904, texts, .. } = self;
        records.seek(start)?;
        if !records.next()? || records.kind != BOF {
            return Err(damaged("a sheet does not begin where the workbook says"));
        }
        records.pending = true;
        let mut around = Around::default();
        let (mut depth, mut formula) = (0_u32, None);
        while records.next()? {
            match records.kind {
                BOF => {
                    depth = depth.saturating_add(1);
                    continue;
                }
                EOF if depth <= 1 => break,
                EOF => depth = depth.saturating_sub(1),
                _ => {}
            }
            // Charts within a sheet have cells of their own.
            if depth > 1 {
                continue;
            }
            let kind = records.kind;
            if kind == STRING {
                let Some(place) = formula.take() else { continue };
                let text = if texts.is_unicode { long_text(records)? } else { texts.at(&records.data, 0, true)? };
                if !each(&around, place, text_cell(text))? {
                    return Ok(around);
                }
                continue;
            }
            let data = records.data.as_slice();
            match kind {
                COLINFO if u16_at(data, 8)? & 1 == 1 => around.columns.push((u16_at(data, 0)?, u16_at(data, 2)?)),
                // Ranges of four numbers each: first and last row, first and last column.
                MERGEDCELLS => {
                    for range in data.get(2..).unwrap_or_default().chunks_exact(8) {
                        around.merged.push((u16_at(range, 4)?, u16_at(range, 0)?, u16_at(range, 2)?));
                    }
                }
                ROW if data.get(12).is_some_and(|flags| flags & 0x20 == 0x20) => drop(around.hidden.insert(u16_at(data, 0)?)),
                _ => {}
            }
            if !matches!(kind, NUMBER | RK | MULRK | LABELSST | LABEL | RSTRING | BOOLERR | FORMULA) {
                continue;
            }
            let (row, column) = (u16_at(data, 0)?, u16_at(data, 2)?);
            let style = |at: usize| u16_at(data, at).map(|index| styles.get(usize::from(index)).unwrap_or(&Style::Plain));
            let cell = match kind {
                NUMBER => style(4)?.cell(f64_at(data, 6)?, *is_1904),
                RK => style(4)?.cell_of(rk(u32_at(data, 6)?), *is_1904),
                MULRK => {
                    let count = data.len().saturating_sub(6) / 6;
                    for index in 0..count {
                        let column = u16::try_from(index).ok().and_then(|index| column.checked_add(index));
                        let column = column.ok_or_else(|| damaged("a row has cells beyond the last column"))?;
                        let at = index.saturating_mul(6).saturating_add(4);
                        let cell = style(at)?.cell_of(rk(u32_at(data, at.saturating_add(2))?), *is_1904);
                        if !each(&around, (row, column), cell)? {
                            return Ok(around);
                        }
                    }
                    continue;
                }
                LABELSST => {
                    let index = u32_at(data, 6)?;
                    text_cell(strings.get(index as usize).ok_or_else(|| damaged(format!("there is no shared string {index}")))?.to_owned())
                }
                LABEL | RSTRING => text_cell(texts.at(data, 6, true)?),
                BOOLERR => truth_or_error(u16_at(data, 6)?.to_le_bytes()),
                _ => match data.get(6..14) {
                    Some([0, _, _, _, _, _, 0xFF, 0xFF]) => {
                        formula = Some((row, column));
                        continue;
                    }
                    Some([1, _, value, _, _, _, 0xFF, 0xFF]) => Cell::Bool(*value != 0),
                    Some([2, _, value, _, _, _, 0xFF, 0xFF]) => Cell::Error(error_text(*value).to_owned()),
                    Some([_, _, _, _, _, _, 0xFF, 0xFF]) => Cell::Empty,
                    _ => style(4)?.cell(f64_at(data, 6)?, *is_1904),
                },
            };
            if !each(&around, (row, column), cell)? {
                return Ok(around);
            }
        }
        Ok(around)
    }
}

type EachCell<'e> = dyn FnMut(&Around, (u16, u16), Cell) -> Result<bool> + 'e;

/// What a sheet states about its rows and columns.
#[derive(Default)]
struct Around {
    columns: Vec<(u16, u16)>,
    hidden: HashSet<u16>,
    /// Column, first and last row of merged cells.
    merged: Vec<(u16, u16, u16)>,
}

impl Around {
    fn say_merged(&self, rows: &mut Rows<'_>) -> Result<()> {
        self.merged.iter().try_for_each(|(column, first, last)| rows.merged((*column).into(), (*first).into(), (*last).into()))
    }
}

/// Makes rows from cells that arrive in row order.
struct Hands<'h, 'r> {
    rows: &'h mut Rows<'r>,
    current: Option<u16>,
}

impl Hands<'_, '_> {
    fn put(&mut self, around: &Around, (row, column): (u16, u16), cell: Cell) -> Result<bool> {
        if self.current != Some(row) {
            match self.current {
                Some(_) if !self.rows.finish()? => return Ok(false),
                Some(_) => {}
                None => around.columns.iter().for_each(|(first, last)| self.rows.hide_columns((*first).into(), (*last).into())),
            }
            self.rows.start(row.into(), around.hidden.contains(&row));
            self.current = Some(row);
        }
        self.rows.put(column.into(), cell)?;
        Ok(true)
    }

    fn finish(&mut self) -> Result<()> {
        match self.current {
            Some(_) if self.rows.ended.is_none() => self.rows.finish().map(drop),
            _ => Ok(()),
        }
    }
}

/// A text that may go on in further records.
fn long_text(records: &mut Records) -> Result<String> {
    let mut chain = Chain { records, at: 0 };
    let length = chain.number(2)? as usize;
    let wide = chain.byte()? & 1 == 1;
    chain.characters(length, wide)
}

fn bound_sheet(data: &[u8], texts: Texts) -> Result<(Sheet, u64)> {
    let [state, kind] = u16_at(data, 4)?.to_le_bytes();
    let sheet = Sheet {
        name: texts.at(data, 6, false)?,
        visibility: match state & 3 {
            1 => Visibility::Hidden,
            2 => Visibility::VeryHidden,
            _ => Visibility::Visible,
        },
        form: match kind {
            0 => Form::Cells,
            2 => Form::Chart,
            _ => Form::Macro,
        },
    };
    Ok((sheet, u32_at(data, 0)?.into()))
}

/// The digits of a four-byte number: an integer or the upper half of a float, or a hundredth of either.
pub(crate) fn rk(value: u32) -> String {
    let number = match value & 2 == 2 {
        true => (value.cast_signed() >> 2).to_string(),
        false => match f64::from_bits(u64::from(value & !3) << 32) {
            number if number.is_finite() => digits(number),
            _ => "0".to_owned(),
        },
    };
    if value & 1 == 1 { hundredth(&number) } else { number }
}

fn hundredth(number: &str) -> String {
    let (sign, body) = number.strip_prefix('-').map_or(("", number), |body| ("-", body));
    let (whole, decimals) = body.split_once('.').unwrap_or((body, ""));
    let padded = format!("{whole:0>3}{decimals}");
    let split = padded.len().saturating_sub(decimals.len()).saturating_sub(2);
    let (whole, decimals) = padded.split_at_checked(split).unwrap_or((&padded, ""));
    match decimals.trim_end_matches('0') {
        "" if whole == "0" => whole.to_owned(),
        "" => format!("{sign}{whole}"),
        decimals => format!("{sign}{whole}.{decimals}"),
    }
}

pub(crate) fn truth_or_error([value, is_error]: [u8; 2]) -> Cell {
    if is_error == 0 { Cell::Bool(value != 0) } else { Cell::Error(error_text(value).to_owned()) }
}

pub(crate) fn error_text(code: u8) -> &'static str {
    match code {
        0x00 => "#NULL!",
        0x07 => "#DIV/0!",
        0x0F => "#VALUE!",
        0x17 => "#REF!",
        0x1D => "#NAME?",
        0x24 => "#NUM!",
        0x2B => "#GETTING_DATA",
        _ => "#N/A",
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn numbers_in_four_bytes_are_exact() {
        let whole = |number: i32, hundredth: u32| rk((number.cast_unsigned() << 2) | 2 | hundredth);
        assert_eq!(
            (whole(1234, 0), whole(1234, 1), whole(-5, 1), whole(100, 1), whole(0, 1)),
            ("1234".into(), "12.34".into(), "-0.05".into(), "1".into(), "0".into())
        );
        let float = |number: f64, hundredth: u32| rk(u32::try_from(number.to_bits() >> 32).unwrap() | hundredth);
        assert_eq!((float(0.5, 0), float(2.5, 1), float(-1024.0, 0)), ("0.5".into(), "0.025".into(), "-1024".into()));
    }
}
