//! HTML tables, which programs write under the name .xls: each table is a sheet.
//!
//! Invariant: a page is read as browsers do, whatever is left open or misspelt in it; every value is text, as the page shows it.

use crate::cell::{Cell, text_cell};
use crate::container::Input;
use crate::delimited::text_of;
use crate::limits::{MAX_CELLS, MAX_COLUMNS, MAX_PAGE_BYTES, MAX_ROWS, MAX_SHEETS, MAX_TEXT_BYTES, beyond, failed, unsupported};
use crate::rows::Rows;
use crate::style::Style;
use crate::table::{Form, Sheet, Visibility};
use crate::xlsx::number;
use crm_core::Result;
use quick_xml::escape::resolve_html5_entity;
use std::io::{Read, Seek, SeekFrom};

/// A page with its tables.
pub(crate) struct Page {
    text: String,
    /// Where each table begins, after its tag.
    tables: Vec<usize>,
    name: String,
}

enum Token<'p> {
    Open(&'p str, &'p str),
    Close(&'p str),
    Text(&'p str),
}

/// The token at a position, and where the next one begins; `None` at the end.
fn token(page: &str, at: usize) -> Option<(Token<'_>, usize)> {
    let rest = page.get(at..).filter(|rest| !rest.is_empty())?;
    let is_tag =
        |rest: &str| rest.strip_prefix('<').is_some_and(|rest| rest.starts_with(|c: char| c.is_ascii_alphabetic() || matches!(c, '/' | '!' | '?')));
    if !is_tag(rest) {
        // A `<` that begins no tag is an ordinary character.
        let skip = rest.chars().next().map_or(1, char::len_utf8);
        let end = rest.get(skip..).and_then(|rest| rest.find('<')).map_or(rest.len(), |end| end.saturating_add(skip));
        return Some((Token::Text(rest.get(..end)?), at.saturating_add(end)));
    }
    if rest.starts_with("<!--") {
        let end = rest.find("-->").map_or(rest.len(), |end| end.saturating_add(3));
        return Some((Token::Text(""), at.saturating_add(end)));
    }
    let end = rest.find('>').unwrap_or(rest.len());
    let next = at.saturating_add(end).saturating_add(1);
    let inner = rest.get(1..end).unwrap_or_default();
    if inner.starts_with(['!', '?']) {
        return Some((Token::Text(""), next));
    }
    if let Some(name) = inner.strip_prefix('/') {
        return Some((Token::Close(name.trim()), next));
    }
    let (name, attributes) = inner.split_once(|c: char| c.is_ascii_whitespace()).unwrap_or((inner, ""));
    let name = name.trim_end_matches('/');
    for raw in ["script", "style"] {
        if name.eq_ignore_ascii_case(raw) {
            let behind = page.get(next..).unwrap_or_default();
            let closes = |end: &usize| {
                behind.get(end.saturating_add(2)..).and_then(|name| name.get(..raw.len())).is_some_and(|name| name.eq_ignore_ascii_case(raw))
            };
            let end = behind.match_indices("</").map(|(end, _)| end).find(closes).unwrap_or(behind.len());
            return Some((Token::Text(""), next.saturating_add(end)));
        }
    }
    Some((Token::Open(name, attributes), next))
}

/// The value of an attribute, with quotes or without.
fn attribute<'a>(attributes: &'a str, name: &str) -> Option<&'a str> {
    let mut rest = attributes;
    while let Some((before, behind)) = rest.split_once('=') {
        let key = before.trim().rsplit(|c: char| c.is_ascii_whitespace()).next().unwrap_or_default();
        let behind = behind.trim_start();
        let (value, next) = match behind.chars().next() {
            Some(quote @ ('"' | '\'')) => behind.get(1..).unwrap_or_default().split_once(quote).unwrap_or((behind, "")),
            _ => behind.split_once(|c: char| c.is_ascii_whitespace()).unwrap_or((behind, "")),
        };
        if key.eq_ignore_ascii_case(name) {
            return Some(value);
        }
        rest = next;
    }
    None
}

/// As many columns as HTML lets a cell span, and more rows than that.
const MAX_SPAN: u32 = 1_000;

fn span(attributes: &str, name: &str) -> u32 {
    attribute(attributes, name).and_then(|span| span.trim().parse::<u32>().ok()).unwrap_or(1).clamp(1, MAX_SPAN)
}

impl Page {
    pub(crate) fn open(mut input: Box<dyn Input>, name: &str) -> Result<Self> {
        input.seek(SeekFrom::Start(0)).map_err(failed)?;
        let mut bytes = Vec::new();
        input.take(MAX_PAGE_BYTES as u64 + 1).read_to_end(&mut bytes).map_err(failed)?;
        if bytes.len() > MAX_PAGE_BYTES {
            return Err(beyond("MAX_PAGE_BYTES", MAX_PAGE_BYTES));
        }
        let text = text_of(&bytes);
        let (mut tables, mut at) = (Vec::new(), 0);
        while let Some((found, next)) = token(&text, at) {
            if matches!(found, Token::Open(name, _) if name.eq_ignore_ascii_case("table")) {
                tables.push(next);
            }
            if tables.len() > MAX_SHEETS {
                return Err(beyond("MAX_SHEETS", MAX_SHEETS));
            }
            at = next;
        }
        if tables.is_empty() {
            return Err(unsupported("a web page without tables", "export the data as .xlsx or .csv"));
        }
        Ok(Self { text, tables, name: name.to_owned() })
    }

    pub(crate) fn sheets(&self) -> Vec<Sheet> {
        let name = |index: usize| if index == 1 { self.name.clone() } else { format!("{} {index}", self.name) };
        (1..=self.tables.len()).map(|index| Sheet { name: name(index), visibility: Visibility::Visible, form: Form::Cells }).collect()
    }

    pub(crate) fn read(&self, index: usize, rows: &mut Rows<'_>) -> Result<()> {
        let mut at = self.tables.get(index).copied().unwrap_or(self.text.len());
        let mut grid = Grid { rows, row: None, column: 0, cell: None, below: Vec::new(), passed: 0 };
        let mut inner = 0_u32;
        while let Some((found, next)) = token(&self.text, at) {
            at = next;
            match found {
                Token::Open(name, _) if name.eq_ignore_ascii_case("table") => inner = inner.saturating_add(1),
                Token::Close(name) if name.eq_ignore_ascii_case("table") => match inner.checked_sub(1) {
                    Some(less) => inner = less,
                    None => break,
                },
                // Nested tables are separate sheets.
                _ if inner > 0 => {}
                Token::Open(name, attributes) => match name.to_ascii_lowercase().as_str() {
                    "tr" if !grid.next_row()? => return Ok(()),
                    "td" | "th" => grid.next_cell(attributes)?,
                    "br" | "p" | "div" => grid.line_break(),
                    _ => {}
                },
                Token::Close(name) => match name.to_ascii_lowercase().as_str() {
                    "td" | "th" | "tr" => grid.end_cell()?,
                    _ => {}
                },
                Token::Text(text) => grid.text(text)?,
            }
        }
        grid.next_row().map(drop)
    }
}

/// A table that is being read.
struct Grid<'g, 'r> {
    rows: &'g mut Rows<'r>,
    row: Option<u32>,
    column: u32,
    cell: Option<Open>,
    /// For each column, the first row that a cell from above no longer covers.
    below: Vec<u32>,
    /// Columns that were skipped below such cells.
    passed: u64,
}

/// A cell that is being read.
struct Open {
    text: String,
    width: u32,
    height: u32,
    number: Option<String>,
}

impl Grid<'_, '_> {
    fn next_row(&mut self) -> Result<bool> {
        self.end_cell()?;
        if self.row.is_some() && !self.rows.finish()? {
            return Ok(false);
        }
        let row = self.row.map_or(0, |row| row.saturating_add(1));
        self.rows.start(row, false);
        (self.row, self.column) = (Some(row), 0);
        Ok(true)
    }

    fn next_cell(&mut self, attributes: &str) -> Result<()> {
        if self.row.is_none() {
            self.next_row()?;
        }
        self.end_cell()?;
        let number = attribute(attributes, "x:num").map(str::to_owned);
        self.cell = Some(Open { text: String::new(), width: span(attributes, "colspan"), height: span(attributes, "rowspan"), number });
        Ok(())
    }

    fn end_cell(&mut self) -> Result<()> {
        let Some(Open { text, width, height, number: stored }) = self.cell.take() else { return Ok(()) };
        let row = self.row.unwrap_or_default();
        while self.below.get(self.column as usize).is_some_and(|end| row < *end) {
            self.column = self.column.saturating_add(1);
            self.passed = self.passed.saturating_add(1);
        }
        if self.passed > MAX_CELLS {
            return Err(beyond("MAX_CELLS", MAX_CELLS));
        }
        let cell = match stored {
            Some(stored) if !stored.is_empty() => number(&stored, &Style::Plain, false),
            _ => text_cell(text.trim().to_owned()),
        };
        if cell != Cell::Empty {
            self.rows.put(self.column, cell)?;
            self.rows.merged(self.column, row, row.saturating_add(height.saturating_sub(1)).min(MAX_ROWS))?;
        }
        let after = self.column.saturating_add(width).min(MAX_COLUMNS);
        if height > 1 {
            let width = self.below.len().max(after as usize);
            self.below.resize(width, 0);
            let end = row.saturating_add(height);
            self.below.get_mut(self.column as usize..after as usize).into_iter().flatten().for_each(|below| *below = end);
        }
        self.column = after;
        Ok(())
    }

    fn line_break(&mut self) {
        if let Some(cell) = self.cell.as_mut().filter(|cell| !cell.text.is_empty()) {
            cell.text.push('\n');
        }
    }

    /// Adds text with its white space collapsed, as a page shows it.
    fn text(&mut self, text: &str) -> Result<()> {
        let Some(cell) = &mut self.cell else { return Ok(()) };
        for c in resolved(text).chars() {
            let is_space = matches!(c, ' ' | '\n' | '\r' | '\t');
            match is_space {
                true if cell.text.is_empty() || cell.text.ends_with([' ', '\n']) => {}
                true => cell.text.push(' '),
                false => cell.text.push(c),
            }
        }
        if cell.text.len() > MAX_TEXT_BYTES { Err(beyond("MAX_TEXT_BYTES", MAX_TEXT_BYTES)) } else { Ok(()) }
    }
}

/// The longest name of a character entity.
const MAX_ENTITY: usize = 32;

/// A text with its character entities resolved; unknown ones stay.
fn resolved(text: &str) -> String {
    let (mut plain, mut rest) = (String::with_capacity(text.len()), text);
    while let Some((before, behind)) = rest.split_once('&') {
        plain.push_str(before);
        rest = behind;
        let Some(end) = behind.bytes().take(MAX_ENTITY).position(|byte| byte == b';') else {
            plain.push('&');
            continue;
        };
        let (name, after) = (behind.get(..end).unwrap_or_default(), behind.get(end.saturating_add(1)..).unwrap_or_default());
        let number = |digits: &str, radix| u32::from_str_radix(digits, radix).ok().and_then(char::from_u32);
        let by_number = match name.strip_prefix('#') {
            Some(digits) => digits.strip_prefix(['x', 'X']).map_or_else(|| number(digits, 10), |digits| number(digits, 16)),
            None => None,
        };
        match (by_number, resolve_html5_entity(name)) {
            (Some(character), _) => plain.push(character),
            (None, Some(known)) => plain.push_str(known),
            (None, None) => {
                plain.push('&');
                continue;
            }
        }
        rest = after;
    }
    plain.push_str(rest);
    plain
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn characters_come_by_name_and_number() {
        assert_eq!(resolved("Pe&ntilde;a &amp; C&iacute;a &#8364; &#x41; AT&T &; &nope; &"), "Peña & Cía € A AT&T &; &nope; &");
    }

    #[test]
    fn attributes_are_read_with_quotes_and_without() {
        let attributes = "class=a colspan=\"2\" rowspan='3' x:num=1.5 nowrap";
        assert_eq!(
            ["colspan", "ROWSPAN", "x:num", "class", "id"].map(|name| attribute(attributes, name)),
            [Some("2"), Some("3"), Some("1.5"), Some("a"), None]
        );
    }
}
