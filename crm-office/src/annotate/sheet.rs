//! A sheet of an .xlsx: surveyed once for where reasons can go, and copied with the marks.
//!
//! Invariant: anything unmarked is copied byte for byte. Of a marked cell only the style number changes.

use super::styles::{Look, Styles};
use super::xml::{Fault, Kind, Piece, Pieces, cell_place, cell_range, cell_text, letters};
use super::{LAST_COLUMN, LAST_ROW};
use std::collections::BTreeMap;
use std::io::{BufRead, Write};

/// How wide the column of reasons is, in characters.
const REASONS_WIDTH: &str = "60";

/// A formatting of columns: the first and last, counted from 0, and its style.
#[derive(Debug, Clone, Copy)]
struct Columns {
    first: u32,
    last: u32,
    style: u32,
}

/// What is known of a sheet before it is copied.
#[derive(Debug, Default)]
pub(super) struct Survey {
    /// Whether its rows and cells are in order, which marking relies on.
    pub(super) is_ordered: bool,
    /// The last column that is not empty.
    last: Option<u32>,
    /// Whether there are formulas in an earlier copy's column: then it is the caller's.
    has_formulas: bool,
    columns: Vec<Columns>,
    /// Columns that something covers: pictures, charts, merged cells.
    covered: Vec<(u32, u32)>,
    /// Relations to what is drawn on the sheet.
    pub(super) drawings: Vec<String>,
}

/// The row or column of a row or cell: as it states, or after the previous one. `None` if it states something impossible.
fn row_of(piece: &Piece<'_>, before: u32) -> Result<u32, Fault> {
    let row = match piece.attribute("r")? {
        Some(text) => text.trim().parse().ok().filter(|row| (1..=LAST_ROW).contains(row)),
        None => before.checked_add(1).filter(|row| *row <= LAST_ROW),
    };
    row.ok_or_else(|| "a row is outside the sheet".into())
}

fn column_of(piece: &Piece<'_>, before: Option<u32>) -> Result<u32, Fault> {
    let column = match piece.attribute("r")? {
        Some(text) => cell_place(&text).map(|(column, _)| column),
        None => Some(before.map_or(0, |column| column.saturating_add(1))).filter(|column| *column <= LAST_COLUMN),
    };
    column.ok_or_else(|| "a cell is outside the sheet".into())
}

impl Survey {
    /// Surveys a sheet. A column that an earlier copy may have added is recognised by its place.
    pub(super) fn of(part: impl BufRead, earlier: Option<u32>) -> Result<Self, Fault> {
        let mut survey = Self { is_ordered: true, ..Self::default() };
        let (mut row, mut column, mut is_data) = (0, None, false);
        let mut pieces = Pieces::new(part);
        while let Some(piece) = pieces.next()? {
            match piece.depth {
                1 if piece.kind != Kind::Other => {
                    is_data = piece.kind == Kind::Start && piece.name() == "sheetData";
                    if piece.opens("drawing") {
                        survey.drawings.extend(piece.attribute(":id")?);
                    }
                }
                2 if is_data && matches!(piece.kind, Kind::Start | Kind::Empty) => {
                    let next = row_of(&piece, row)?;
                    survey.is_ordered &= next > row;
                    (row, column) = (next, None);
                }
                3 if is_data && matches!(piece.kind, Kind::Start | Kind::Empty) => {
                    let next = column_of(&piece, column)?;
                    survey.is_ordered &= column.is_none_or(|before| next > before);
                    column = Some(next);
                }
                4 if is_data && matches!(piece.kind, Kind::Start | Kind::Empty) => survey.content(&piece, column, earlier),
                _ if is_data => {}
                2 if piece.opens("col") => {
                    let (first, last) = (piece.number("min")?.unwrap_or(1), piece.number("max")?.unwrap_or(1));
                    let style = piece.number("style")?.unwrap_or_default();
                    survey.columns.push(Columns { first: first.saturating_sub(1), last: last.saturating_sub(1), style });
                }
                2 if piece.opens("mergeCell") => {
                    let range = piece.attribute("ref")?.and_then(|range| cell_range(&range));
                    survey.covered.extend(range.filter(|(first, last)| first.0 < last.0).map(|(first, last)| (first.0, last.0)));
                }
                _ => {}
            }
        }
        Ok(survey)
    }

    fn content(&mut self, piece: &Piece<'_>, column: Option<u32>, earlier: Option<u32>) {
        let is_formula = piece.name() == "f";
        let is_value = piece.kind == Kind::Start && matches!(piece.name(), "v" | "is");
        if !is_formula && !is_value {
            return;
        }
        self.last = self.last.max(column);
        self.has_formulas |= is_formula && column == earlier;
    }

    /// Records what a drawing covers.
    pub(super) fn cover(&mut self, drawing: impl BufRead) -> Result<(), Fault> {
        let mut pieces = Pieces::new(drawing);
        let (mut first, mut is_first, mut is_column) = (None, true, false);
        while let Some(piece) = pieces.next()? {
            match (piece.kind, piece.name()) {
                (Kind::Start, "from") => is_first = true,
                (Kind::Start, "to") => is_first = false,
                (Kind::Start, "col") => is_column = true,
                (Kind::Other, _) if is_column => {
                    let column = std::str::from_utf8(piece.raw)?.trim().parse().unwrap_or_default();
                    if is_first {
                        first = Some(column);
                        self.covered.push((column, column));
                    } else if let Some(first) = first {
                        self.covered.push((first, column));
                    }
                    is_column = false;
                }
                (Kind::End, "col") => is_column = false,
                _ => {}
            }
        }
        Ok(())
    }

    /// The column of reasons: that of an earlier copy, if it is the last one, or the first free one to the right.
    pub(super) fn reasons(&self, earlier: Option<u32>) -> Reasons {
        if let Some(earlier) = earlier.filter(|earlier| !self.has_formulas && self.last == Some(*earlier)) {
            return Reasons { column: Some(earlier), is_earlier: true };
        }
        let behind = self.last.map_or(0, |last| last.saturating_add(1));
        let mut column = behind;
        // Each covering moves it on at most once.
        let mut covered = self.covered.clone();
        covered.sort_unstable();
        for (first, last) in covered {
            if (first..=last).contains(&column) {
                column = last.saturating_add(1);
            }
        }
        // Covered is better than missing.
        Reasons { column: [column, behind].into_iter().find(|column| *column <= LAST_COLUMN), is_earlier: false }
    }

    fn column_style(&self, column: u32) -> u32 {
        self.columns.iter().find(|columns| (columns.first..=columns.last).contains(&column)).map_or(0, |columns| columns.style)
    }
}

/// Where reasons go in a sheet.
#[derive(Debug, Clone, Copy, Default)]
pub(super) struct Reasons {
    /// `None` if the sheet has no free column.
    pub(super) column: Option<u32>,
    /// Whether an earlier copy added it: its contents are replaced.
    pub(super) is_earlier: bool,
}

/// The marks of a row.
#[derive(Debug, Default)]
pub(super) struct RowMarks {
    /// Wrong cells by their columns, and whether as errors.
    pub(super) cells: BTreeMap<u32, bool>,
    /// The contents of the column of reasons, and their look.
    pub(super) reason: Option<(String, Look)>,
}

/// Copies a sheet, with the marks of its rows.
pub(super) struct Marker<'a, F: FnMut(u32) -> RowMarks> {
    survey: &'a Survey,
    reasons: Reasons,
    /// The rows with marks that are still to come, the next one last.
    rows: Vec<u32>,
    /// Builds the marks of a row.
    marks: F,
    styles: &'a mut Styles,
    /// Whether marks of an earlier copy must be removed.
    unmarks: bool,
    out: &'a mut dyn Write,
    prefix: String,
    /// Whether the column of reasons has got its width.
    has_width: bool,
}

/// The row that is being copied.
struct Open {
    number: u32,
    marks: RowMarks,
    style: u32,
    /// The last cell that was seen.
    column: Option<u32>,
    /// Whether anything in it changes.
    is_touched: bool,
}

impl<'a, F: FnMut(u32) -> RowMarks> Marker<'a, F> {
    pub(super) fn new(survey: &'a Survey, reasons: Reasons, rows: &[u32], marks: F, styles: &'a mut Styles, out: &'a mut dyn Write) -> Self {
        let mut rows = rows.to_vec();
        rows.sort_unstable_by(|a, b| b.cmp(a));
        rows.dedup();
        let unmarks = styles.has_marks();
        Self { survey, reasons, rows, marks, styles, unmarks, out, prefix: String::new(), has_width: false }
    }

    /// Copies the sheet to its end.
    pub(super) fn copy(&mut self, part: impl BufRead) -> Result<(), Fault> {
        let mut pieces = Pieces::new(part);
        let (mut is_data, mut is_columns, mut has_columns, mut had_data) = (false, false, false, false);
        let (mut row, mut open, mut skipped): (u32, Option<Open>, bool) = (0, None, false);
        while let Some(piece) = pieces.next()? {
            if skipped {
                skipped = piece.depth > 3;
                continue;
            }
            let is_element = matches!(piece.kind, Kind::Start | Kind::Empty);
            match piece.depth {
                0 if is_element => {
                    piece.prefix().clone_into(&mut self.prefix);
                    self.raw(&piece)?;
                }
                1 if piece.opens("dimension") => self.dimension(&piece)?,
                1 if piece.opens("cols") => {
                    (is_columns, has_columns) = (piece.kind == Kind::Start, true);
                    self.raw(&piece)?;
                }
                1 if is_columns && piece.kind == Kind::End => {
                    is_columns = false;
                    if !self.has_width && !self.is_covered() {
                        self.width(None)?;
                    }
                    self.raw(&piece)?;
                }
                2 if is_columns && piece.opens("col") => self.column(&piece)?,
                1 if piece.opens("sheetData") && !had_data => {
                    had_data = true;
                    if !has_columns && self.reasons.column.is_some() && !self.rows.is_empty() {
                        let p = self.prefix.clone();
                        self.text(&format!("<{p}cols>"))?;
                        self.width(None)?;
                        self.text(&format!("</{p}cols>"))?;
                    }
                    if piece.kind == Kind::Empty {
                        let tag = piece.with(&[])?;
                        self.text(&format!("{}>", tag.trim_end_matches("/>")))?;
                        self.rows_before(u32::MAX)?;
                        let p = self.prefix.clone();
                        self.text(&format!("</{p}sheetData>"))?;
                    } else {
                        is_data = true;
                        self.raw(&piece)?;
                    }
                }
                1 if is_data && piece.kind == Kind::End => {
                    is_data = false;
                    self.rows_before(u32::MAX)?;
                    self.raw(&piece)?;
                }
                2 if is_data && is_element => {
                    row = row_of(&piece, row)?;
                    self.rows_before(row)?;
                    open = self.row(&piece, row)?;
                }
                2 if is_data && piece.kind == Kind::End => {
                    if let Some(mut row) = open.take() {
                        self.cells_before(&mut row, u32::MAX)?;
                    }
                    self.raw(&piece)?;
                }
                3 if is_data && is_element => match open.as_mut().filter(|row| row.is_touched) {
                    Some(row) => skipped = self.cell(&piece, row)? && piece.kind == Kind::Start,
                    None => self.raw(&piece)?,
                },
                _ => self.raw(&piece)?,
            }
        }
        Ok(())
    }

    fn raw(&mut self, piece: &Piece<'_>) -> Result<(), Fault> {
        Ok(self.out.write_all(piece.raw)?)
    }

    fn text(&mut self, text: &str) -> Result<(), Fault> {
        Ok(self.out.write_all(text.as_bytes())?)
    }

    /// Whether the sheet states how the column of reasons looks.
    fn is_covered(&self) -> bool {
        let covers = |at| self.survey.columns.iter().any(|columns| (columns.first..=columns.last).contains(&at));
        self.reasons.column.is_some_and(covers)
    }

    /// The dimension of the sheet, if it states one.
    fn dimension(&mut self, piece: &Piece<'_>) -> Result<(), Fault> {
        let said = piece.attribute("ref")?.and_then(|range| cell_range(&range));
        let (Some((first, last)), Some(column), Some(row)) = (said, self.reasons.column, self.rows.first()) else { return self.raw(piece) };
        let lowest = self.rows.last().map_or(first.1, |row| first.1.min(*row));
        let range = format!("{}{}:{}{}", letters(first.0.min(column)), lowest, letters(last.0.max(column)), last.1.max(*row));
        self.text(&piece.with(&[("ref", &range)])?)
    }

    /// Column widths: if they hide the column of reasons, it gets its own.
    fn column(&mut self, piece: &Piece<'_>) -> Result<(), Fault> {
        let (first, last) = (piece.number("min")?.unwrap_or(1).saturating_sub(1), piece.number("max")?.unwrap_or(1).saturating_sub(1));
        let Some(at) = self.reasons.column.filter(|_| !self.rows.is_empty()) else { return self.raw(piece) };
        // The list is in order: a separate width goes before the first columns after it.
        if !self.has_width && !self.is_covered() && at < first {
            self.width(None)?;
            return self.raw(piece);
        }
        let is_hidden = piece.attribute("hidden")?.is_some_and(|hidden| hidden == "1" || hidden == "true");
        if !(first..=last).contains(&at) || (first == last && !is_hidden) {
            return self.raw(piece);
        }
        let part = |first: u32, last: u32| piece.with(&[("min", &first.saturating_add(1).to_string()), ("max", &last.saturating_add(1).to_string())]);
        if first < at {
            let tag = closed(&part(first, at.saturating_sub(1))?);
            self.text(&tag)?;
        }
        let style = piece.attribute("style")?;
        self.width(style.as_deref())?;
        if at < last {
            let tag = closed(&part(at.saturating_add(1), last)?);
            self.text(&tag)?;
        }
        Ok(())
    }

    fn width(&mut self, style: Option<&str>) -> Result<(), Fault> {
        let Some(column) = self.reasons.column.filter(|_| !self.rows.is_empty()) else { return Ok(()) };
        let (p, number) = (&self.prefix, column.saturating_add(1));
        let style = style.map(|style| format!(" style=\"{style}\"")).unwrap_or_default();
        let tag = format!("<{p}col min=\"{number}\" max=\"{number}\" width=\"{REASONS_WIDTH}\"{style} customWidth=\"1\"/>");
        self.has_width = true;
        self.text(&tag)
    }

    /// Rows with marks that the sheet does not have.
    fn rows_before(&mut self, row: u32) -> Result<(), Fault> {
        while let Some(number) = self.rows.pop_if(|next| *next < row) {
            let marks = (self.marks)(number);
            let mut open = Open { number, marks, style: 0, column: None, is_touched: true };
            let p = self.prefix.clone();
            self.text(&format!("<{p}row r=\"{number}\">"))?;
            self.cells_before(&mut open, u32::MAX)?;
            self.text(&format!("</{p}row>"))?;
        }
        Ok(())
    }

    /// The tag of a row; the row, if its cells follow.
    fn row(&mut self, piece: &Piece<'_>, number: u32) -> Result<Option<Open>, Fault> {
        let has_marks = self.rows.pop_if(|next| *next == number).is_some();
        let marks = if has_marks { (self.marks)(number) } else { RowMarks::default() };
        let is_formatted = piece.attribute("customFormat")?.is_some_and(|is| is == "1" || is == "true");
        let style = if is_formatted { piece.number("s")?.unwrap_or_default() } else { 0 };
        let is_touched = has_marks || self.unmarks || self.reasons.is_earlier;
        let mut open = Open { number, marks, style, column: None, is_touched };
        if !has_marks {
            self.raw(piece)?;
            return Ok((piece.kind == Kind::Start).then_some(open));
        }
        let reach = open.marks.cells.keys().max().copied().max(self.reasons.column.filter(|_| open.marks.reason.is_some()));
        let spans = piece.attribute("spans")?;
        let wider = spans.as_deref().and_then(|spans| spans.split_once(':')).and_then(|(first, last)| {
            let (first, last): (u32, u32) = (first.parse().ok()?, last.parse().ok()?);
            let reach = reach?.saturating_add(1);
            (reach > last).then(|| format!("{first}:{reach}"))
        });
        let tag = piece.with(&wider.iter().map(|wider| ("spans", wider.as_str())).collect::<Vec<_>>())?;
        if piece.kind == Kind::Start {
            if wider.is_some() {
                self.text(&tag)?
            } else {
                self.raw(piece)?
            }
            return Ok(Some(open));
        }
        let p = self.prefix.clone();
        self.text(&format!("{}>", tag.trim_end_matches("/>")))?;
        self.cells_before(&mut open, u32::MAX)?;
        self.text(&format!("</{p}row>"))?;
        Ok(None)
    }

    /// Copies the tag of a cell, or leaves the cell out: then `true`.
    fn cell(&mut self, piece: &Piece<'_>, row: &mut Open) -> Result<bool, Fault> {
        let column = column_of(piece, row.column)?;
        row.column = Some(column);
        self.cells_before(row, column)?;
        if self.reasons.column == Some(column) && (row.marks.reason.is_some() || self.reasons.is_earlier) {
            self.reason(row)?;
            return Ok(true);
        }
        let style = piece.number("s")?.unwrap_or_default();
        let wanted = match row.marks.cells.remove(&column) {
            Some(is_error) => self.styles.marked(style, is_error)?,
            None if self.unmarks => self.styles.unmarked(style)?,
            None => style,
        };
        if wanted == style {
            self.raw(piece)?;
        } else {
            self.text(&piece.with(&[("s", &wanted.to_string())])?)?;
        }
        Ok(false)
    }

    /// Cells of ours that stand before a column.
    fn cells_before(&mut self, row: &mut Open, column: u32) -> Result<(), Fault> {
        loop {
            let next = row.marks.cells.first_key_value().map(|(at, _)| *at).filter(|at| *at < column);
            let own = self.reasons.column.filter(|at| *at < column && row.marks.reason.is_some());
            match (next, own) {
                (Some(at), own) if own.is_none_or(|own| at < own) => {
                    let is_error = row.marks.cells.remove(&at).unwrap_or_default();
                    let below = if row.style == 0 { self.survey.column_style(at) } else { row.style };
                    let style = self.styles.marked(below, is_error)?;
                    let (p, place) = (&self.prefix, letters(at));
                    let tag = format!("<{p}c r=\"{place}{}\" s=\"{style}\"/>", row.number);
                    self.text(&tag)?;
                }
                (_, Some(_)) => self.reason(row)?,
                _ => return Ok(()),
            }
        }
    }

    fn reason(&mut self, row: &mut Open) -> Result<(), Fault> {
        let (Some((text, look)), Some(column)) = (row.marks.reason.take(), self.reasons.column) else { return Ok(()) };
        row.marks.cells.remove(&column);
        let style = self.styles.look(look)?;
        let cell = text_cell(&self.prefix, column, row.number, style, &text);
        self.text(&cell)
    }
}

/// A tag that closes itself.
fn closed(tag: &str) -> String {
    if tag.ends_with("/>") { tag.to_owned() } else { format!("{}/>", tag.trim_end_matches('>')) }
}

/// A cell with a text.
pub(super) fn text_cell(prefix: &str, column: u32, row: u32, style: u32, text: &str) -> String {
    let (p, place) = (prefix, letters(column));
    format!("<{p}c r=\"{place}{row}\" s=\"{style}\" t=\"inlineStr\"><{p}is><{p}t xml:space=\"preserve\">{}</{p}t></{p}is></{p}c>", cell_text(text))
}
