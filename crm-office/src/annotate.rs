//! Problems handed back in the caller's own workbook: his sheets again, with a column of problems, the wrong cells coloured, and a summary.
//!
//! Invariant: every other cell keeps its value and its type, so that the workbook can be corrected in place and read again. Annotating an
//! annotated workbook replaces what the first time added.

use crate::cell::Cell;
use crate::language::Language;
use crate::opening::HEADING_ROWS;
use crate::table::{Row, Workbook};
use crate::template::{TEXT, as_text, unwritable};
use chrono::NaiveTime;
use crm_core::Result;
use crm_core::opening::{Problem, Severity};
use rust_xlsxwriter::{Color, Format, Workbook as Writer, Worksheet, XlsxError};
use std::collections::{BTreeMap, HashSet};

/// Behind a cell that keeps its row out.
const ERROR: Color = Color::RGB(0x00FF_C7CE);
/// Behind a cell that somebody should look at.
const WARNING: Color = Color::RGB(0x00FF_EB9C);
/// Longest text of problems in one cell, in characters.
const MAX_PROBLEM_TEXT: usize = 2_000;

/// Writes a workbook again as .xlsx, with its problems: in a column behind the last one, at each row with the severity and the reason, and on
/// a sheet of their own. The workbook may have any format that can be read; what is a text in it stays one, whatever it begins with.
///
/// # Errors
/// `workbook.unreadable` if it cannot be read or written.
pub fn annotate(source: &mut Workbook, problems: &[Problem], language: Language) -> Result<Vec<u8>> {
    let mut writer = Writer::new();
    let names: Vec<String> = source.sheet_names().to_vec();
    for name in names.iter().filter(|name| Language::ALL.iter().all(|language| language.problems() != name.as_str())) {
        let mut by_row: BTreeMap<u32, Vec<&Problem>> = BTreeMap::new();
        for problem in problems.iter().filter(|p| p.place.sheet == *name) {
            by_row.entry(problem.place.row).or_default().push(problem);
        }
        let shape = Shape::of(source, name, &by_row)?;
        let sheet = writer.add_worksheet().set_name(name).map_err(unwritable)?;
        let mut copy = Copy { sheet, shape, by_row, language, formats: Formats::new() };
        source.read_rows(name, |row| copy.row(&row).map_err(unwritable))?;
        copy.rest().map_err(unwritable)?;
    }
    summary(writer.add_worksheet(), problems, language).map_err(unwritable)?;
    writer.save_to_buffer().map_err(unwritable)
}

/// What must be known of a sheet before it is copied.
#[derive(Default)]
struct Shape {
    /// The row of headings, as far as the problems or an earlier annotation show it.
    heading_row: Option<u32>,
    /// The column of each heading.
    headings: BTreeMap<String, usize>,
    /// The column that problems are written in.
    column: usize,
}

impl Shape {
    fn of(source: &mut Workbook, sheet: &str, by_row: &BTreeMap<u32, Vec<&Problem>>) -> Result<Self> {
        let wanted: HashSet<&str> = by_row.values().flatten().filter_map(|p| p.place.column.as_deref()).collect();
        let ours = |cell: &Cell| Language::ALL.iter().any(|language| cell.text() == language.problems_heading());
        let (mut shape, mut width, mut best, mut earlier) = (Self::default(), 0, 0, None);
        source.read_rows(sheet, |row| {
            width = width.max(row.cells.len());
            if row.number > HEADING_ROWS {
                return Ok(());
            }
            let found: HashSet<String> = row.cells.iter().map(Cell::text).filter(|text| wanted.contains(text.as_str())).collect();
            if found.len() > best {
                best = found.len();
                shape.heading_row = Some(row.number);
                shape.headings = row.cells.iter().map(Cell::text).zip(0..).filter(|(text, _)| !text.is_empty()).collect();
            }
            if let Some(column) = row.cells.iter().rposition(ours).filter(|_| earlier.is_none()) {
                earlier = Some((row.number, column));
            }
            Ok(())
        })?;
        // A column of an earlier annotation is the last one; one of the caller's that is called so stands among his.
        let earlier = earlier.filter(|(_, column)| column + 1 == width);
        shape.column = earlier.map_or(width, |(_, column)| column);
        shape.heading_row = shape.heading_row.or(earlier.map(|(row, _)| row));
        Ok(shape)
    }
}

/// How cells look, by type and by what is wrong with them.
struct Formats {
    by_look: BTreeMap<(&'static str, Option<bool>), Format>,
}

impl Formats {
    fn new() -> Self {
        let mut by_look = BTreeMap::new();
        for number_format in ["General", TEXT, "0.##%", "yyyy-mm-dd", "yyyy-mm-dd hh:mm:ss"] {
            for wrong in [None, Some(true), Some(false)] {
                let format = if number_format == TEXT { as_text() } else { Format::new().set_num_format(number_format) };
                let format = match wrong {
                    None => format,
                    Some(true) => format.set_background_color(ERROR),
                    Some(false) => format.set_background_color(WARNING),
                };
                by_look.insert((number_format, wrong), format);
            }
        }
        Self { by_look }
    }
}

/// A sheet while it is copied.
struct Copy<'w> {
    sheet: &'w mut Worksheet,
    shape: Shape,
    by_row: BTreeMap<u32, Vec<&'w Problem>>,
    language: Language,
    formats: Formats,
}

fn column_of(column: usize) -> Result<u16, XlsxError> {
    u16::try_from(column).map_err(|_| XlsxError::RowColumnLimitError)
}

impl Copy<'_> {
    fn row(&mut self, row: &Row<'_>) -> Result<(), XlsxError> {
        let problems = self.by_row.remove(&row.number).unwrap_or_default();
        let at = row.number.saturating_sub(1);
        let mut wrong: BTreeMap<usize, bool> = BTreeMap::new();
        for problem in &problems {
            if let Some(column) = problem.place.column.as_ref().and_then(|heading| self.shape.headings.get(heading)) {
                *wrong.entry(*column).or_default() |= problem.severity == Severity::Error;
            }
        }
        let own = self.shape.column;
        for (column, cell) in row.cells.iter().enumerate().filter(|(column, _)| *column != own) {
            self.cell(at, column, cell, wrong.remove(&column))?;
        }
        // Wrong cells beyond the last filled one are empty, and coloured all the same.
        for (column, is_error) in wrong.into_iter().filter(|(column, _)| *column != own) {
            self.cell(at, column, &Cell::Empty, Some(is_error))?;
        }
        if self.shape.heading_row == Some(row.number) {
            self.sheet.write_string(at, column_of(self.shape.column)?, self.language.problems_heading())?;
        }
        self.problems(at, &problems)
    }

    fn problems(&mut self, at: u32, problems: &[&Problem]) -> Result<(), XlsxError> {
        if problems.is_empty() {
            return Ok(());
        }
        let reasons: Vec<String> = problems.iter().map(|p| reason(p, self.language)).collect();
        let text: String = reasons.join("; ").chars().take(MAX_PROBLEM_TEXT).collect();
        let is_error = problems.iter().any(|p| p.severity == Severity::Error);
        self.cell(at, self.shape.column, &Cell::Text(text), Some(is_error))
    }

    /// Problems of rows without anything in them.
    fn rest(&mut self) -> Result<(), XlsxError> {
        for (row, problems) in std::mem::take(&mut self.by_row) {
            self.problems(row.saturating_sub(1), &problems)?;
        }
        Ok(())
    }

    fn cell(&mut self, row: u32, column: usize, cell: &Cell, wrong: Option<bool>) -> Result<(), XlsxError> {
        let column = column_of(column)?;
        let look = match cell {
            Cell::Text(_) | Cell::Error(_) | Cell::Padded { .. } | Cell::Long(_) => TEXT,
            Cell::Moment(moment) if moment.time() == NaiveTime::MIN => "yyyy-mm-dd",
            Cell::Moment(_) => "yyyy-mm-dd hh:mm:ss",
            Cell::Percent(_) => "0.##%",
            Cell::Empty | Cell::Uncalculated | Cell::Number(_) | Cell::Bool(_) => "General",
        };
        let Some(format) = self.formats.by_look.get(&(look, wrong)) else { return Ok(()) };
        match cell {
            Cell::Empty | Cell::Uncalculated if wrong.is_none() => {}
            Cell::Empty | Cell::Uncalculated => drop(self.sheet.write_blank(row, column, format)?),
            Cell::Text(text) | Cell::Error(text) | Cell::Padded { shown: text, .. } | Cell::Long(text) => {
                self.sheet.write_string_with_format(row, column, text, format)?;
            }
            Cell::Bool(value) => drop(self.sheet.write_boolean_with_format(row, column, *value, format)?),
            Cell::Moment(moment) => drop(self.sheet.write_datetime_with_format(row, column, *moment, format)?),
            Cell::Number(text) | Cell::Percent(text) => match text.parse::<f64>() {
                Ok(number) => drop(self.sheet.write_number_with_format(row, column, number, format)?),
                Err(_) => drop(self.sheet.write_string_with_format(row, column, text, format)?),
            },
        }
        Ok(())
    }
}

fn severity(problem: &Problem, language: Language) -> &'static str {
    language.of(match problem.severity {
        Severity::Error => ("error", "error", "错误"),
        Severity::Warning => ("warning", "aviso", "警告"),
    })
}

fn reason(problem: &Problem, language: Language) -> String {
    let column = problem.place.column.as_ref().map(|column| format!("{column}: ")).unwrap_or_default();
    format!("{}: {column}{} ({})", severity(problem, language), language.reason(problem), problem.code)
}

/// One row for each problem, after the counts.
fn summary(sheet: &mut Worksheet, problems: &[Problem], language: Language) -> Result<(), XlsxError> {
    let (bold, plain) = (Format::new().set_bold(), as_text());
    sheet.set_name(language.problems())?.set_freeze_panes(3, 0)?;
    let errors = problems.iter().filter(|p| p.severity == Severity::Error).count();
    let counts = [(("errors", "errores", "错误"), errors), (("warnings", "avisos", "警告"), problems.len().saturating_sub(errors))];
    for (row, (name, number)) in (0_u32..).zip(counts) {
        sheet.write_string(row, 0, language.of(name))?;
        sheet.write_number(row, 1, u32::try_from(number).unwrap_or(u32::MAX))?;
    }
    let headings = [
        ("Sheet", "Hoja", "工作表"),
        ("Row", "Fila", "行"),
        ("Column", "Columna", "列"),
        ("Severity", "Gravedad", "级别"),
        ("Problem", "Problema", "问题"),
        ("Reason", "Motivo", "原因"),
        ("Cell", "Celda", "单元格"),
    ];
    for (column, heading) in (0_u16..).zip(headings) {
        sheet.write_string_with_format(2, column, language.of(heading), &bold)?;
    }
    for (row, problem) in (3_u32..).zip(problems) {
        let column = problem.place.column.as_deref().unwrap_or_default();
        let text: String = problem.text.chars().take(MAX_PROBLEM_TEXT).collect();
        let reason: String = language.reason(problem).chars().take(MAX_PROBLEM_TEXT).collect();
        sheet.write_string_with_format(row, 0, &problem.place.sheet, &plain)?;
        sheet.write_number(row, 1, problem.place.row)?;
        for (at, text) in (2_u16..).zip([column, severity(problem, language), problem.code, &reason, &text]) {
            sheet.write_string_with_format(row, at, text, &plain)?;
        }
    }
    Ok(())
}
