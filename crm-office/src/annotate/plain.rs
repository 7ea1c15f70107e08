//! An .xlsx with the values of a workbook whose own format cannot be written: .xls, .xlsb, .ods, or a text file requested as .xlsx.
//!
//! Invariant: every cell keeps its value and its type, a text stays a text whatever it begins with, and rows are written as they are read.

use super::{LAST_COLUMN, MAX_SHEET_NAME};
use crate::cell::Cell;
use crate::table::{Form, Row, Sheet, Visibility, Workbook};
use crate::template::{TEXT, as_text, new_workbook, unwritable};
use chrono::NaiveTime;
use crm_core::Result;
use rust_xlsxwriter::{Format, Worksheet, XlsxError};
use std::collections::{BTreeMap, HashMap};

/// The number format of percentages.
const PERCENT: &str = "0.##%";
/// Characters that a cell holds.
const MAX_CELL_TEXT: usize = 32_767;

/// A workbook as .xlsx.
pub(super) struct Plain {
    pub(super) bytes: Vec<u8>,
    /// The original name of each sheet, by its name in the copy, which allows fewer characters.
    pub(super) names: HashMap<String, String>,
    /// Cells that held more than a cell of the copy can.
    pub(super) cuts: usize,
}

pub(super) fn copy(source: &mut Workbook) -> Result<Plain> {
    let mut writer = new_workbook()?;
    let formats = Formats::new();
    let sheets = source.sheets().iter().filter(|sheet| sheet.form == Form::Cells).cloned().collect::<Vec<_>>();
    // A workbook must have at least one visible sheet.
    let first_shown = sheets.iter().position(|sheet| sheet.visibility == Visibility::Visible).unwrap_or_default();
    let (mut names, mut cuts) = (HashMap::new(), 0_usize);
    for (at, Sheet { name, visibility, .. }) in sheets.into_iter().enumerate() {
        let own = sheet_name(&name, &names);
        let sheet = writer.add_worksheet_with_constant_memory().and_then(|sheet| sheet.set_name(&own)).map_err(unwritable)?;
        match visibility {
            _ if at == first_shown => drop(sheet.set_active(true)),
            Visibility::Visible => {}
            Visibility::Hidden => drop(sheet.set_hidden(true)),
            Visibility::VeryHidden => drop(sheet.set_very_hidden(true)),
        }
        source.read_rows(&name, |row| {
            cuts = cuts.saturating_add(write_row(sheet, &row, &formats).map_err(unwritable)?);
            Ok(())
        })?;
        names.insert(own, name);
    }
    Ok(Plain { bytes: writer.save_to_buffer().map_err(unwritable)?, names, cuts })
}

/// A valid unused sheet name, as close to another as possible.
fn sheet_name(name: &str, taken: &HashMap<String, String>) -> String {
    let plain: String = name.chars().map(|c| if c.is_control() || "[]:*?/\\".contains(c) { '_' } else { c }).collect();
    let plain = plain.trim_matches(['\'', ' ']);
    let plain = if plain.is_empty() || plain.eq_ignore_ascii_case("history") { "_" } else { plain };
    let is_taken = |name: &str| taken.keys().any(|taken| taken.to_lowercase() == name.to_lowercase());
    let numbered = (1..=taken.len().saturating_add(1)).map(|number| {
        let ending = if number == 1 { String::new() } else { format!(" ({number})") };
        let room = MAX_SHEET_NAME.saturating_sub(ending.chars().count());
        let (mut short, mut length) = (String::new(), 0_usize);
        for c in plain.chars() {
            length = length.saturating_add(c.len_utf16());
            if length > room {
                break;
            }
            short.push(c);
        }
        format!("{}{ending}", short.trim_end_matches('\''))
    });
    numbered.into_iter().find(|name| !is_taken(name)).unwrap_or_else(|| plain.to_owned())
}

/// How cells look, by their type.
struct Formats(BTreeMap<&'static str, Format>);

impl Formats {
    fn new() -> Self {
        let format = |look: &'static str| (look, if look == TEXT { as_text() } else { Format::new().set_num_format(look) });
        Self(["General", TEXT, PERCENT, "yyyy-mm-dd", "yyyy-mm-dd hh:mm:ss"].map(format).into())
    }
}

/// How many cells were cut.
fn write_row(sheet: &mut Worksheet, row: &Row<'_>, formats: &Formats) -> Result<usize, XlsxError> {
    let at = row.number.saturating_sub(1);
    let mut cuts: usize = 0;
    for (column, cell) in (0..=LAST_COLUMN).zip(row.cells) {
        let is_cut = write_cell(sheet, at, u16::try_from(column).unwrap_or(u16::MAX), cell, formats)?;
        cuts = cuts.saturating_add(usize::from(is_cut));
    }
    Ok(cuts)
}

/// Whether the cell was cut.
fn write_cell(sheet: &mut Worksheet, row: u32, column: u16, cell: &Cell, formats: &Formats) -> Result<bool, XlsxError> {
    // A figure that only displays more decimals remains a figure.
    let figure = match cell {
        Cell::Padded { number, shown } if shown.contains('.') && shown.trim_end_matches('0').trim_end_matches('.') == number => {
            Some(Cell::Number(number.clone()))
        }
        _ => None,
    };
    let cell = figure.as_ref().unwrap_or(cell);
    let look = match cell {
        Cell::Text(_) | Cell::Error(_) | Cell::Padded { .. } | Cell::Long(_) => TEXT,
        Cell::Percent(_) => PERCENT,
        Cell::Moment(moment) if moment.time() == NaiveTime::MIN => "yyyy-mm-dd",
        Cell::Moment(_) => "yyyy-mm-dd hh:mm:ss",
        Cell::Empty | Cell::Uncalculated | Cell::Number(_) | Cell::Money { .. } | Cell::Bool(_) => "General",
    };
    let Some(format) = formats.0.get(look) else { return Ok(false) };
    match cell {
        Cell::Empty | Cell::Uncalculated => {}
        Cell::Text(text) | Cell::Error(text) | Cell::Padded { shown: text, .. } | Cell::Long(text) => {
            return write_text(sheet, row, column, text, format);
        }
        Cell::Bool(value) => drop(sheet.write_boolean_with_format(row, column, *value, format)?),
        Cell::Moment(moment) => drop(sheet.write_datetime_with_format(row, column, *moment, format)?),
        Cell::Number(text) | Cell::Percent(text) | Cell::Money { number: text, .. } => match text.parse::<f64>() {
            Ok(number) => drop(sheet.write_number_with_format(row, column, number, format)?),
            Err(_) => return write_text(sheet, row, column, text, format),
        },
    }
    Ok(false)
}

fn write_text(sheet: &mut Worksheet, row: u32, column: u16, text: &str, format: &Format) -> Result<bool, XlsxError> {
    let (text, is_cut) = super::cut(text, MAX_CELL_TEXT.saturating_sub(1));
    sheet.write_string_with_format(row, column, text, format)?;
    Ok(is_cut)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn sheets_get_names_that_sheets_can_have() {
        let taken = HashMap::from([("Ventas".to_owned(), String::new())]);
        let named = |name: &str| sheet_name(name, &taken);
        assert_eq!(
            [named("[export]: 2026/01"), named("'x'"), named(""), named("VENTAS"), named("History")],
            ["_export__ 2026_01", "x", "_", "VENTAS (2)", "_"]
        );
        assert_eq!(named(&"é".repeat(40)), "é".repeat(31));
        assert_eq!(named(&"𝄞".repeat(40)), "𝄞".repeat(15));
    }
}
