//! The sheet that sums the problems up: the totals, what was left out, each problem with a link to its place, and next to them the count of each
//! kind.
//!
//! Invariant: it is written row by row, and contains no formulas.

use super::sheet::text_cell;
use super::styles::{Look, Styles};
use super::words::{COUNT, ERRORS, HEADINGS, WARNINGS, severity};
use super::xml::{Fault, attribute_text, letters};
use super::{MAX_PROBLEM_TEXT, cut};
use crate::language::Language;
use crm_core::opening::{Problem, Severity};
use std::collections::HashMap;
use std::io::Write;

/// Problems that are listed one by one; a sheet has about a million rows, and nobody reads them.
pub const MAX_LISTED_PROBLEMS: usize = 100_000;
/// Kinds of problems that are counted: by sheet, column and code.
pub const MAX_LISTED_KINDS: usize = 1_000;
/// Problems with a link to their place. Spreadsheets open about 65,000 links on one sheet.
const MAX_LINKS: usize = 10_000;
/// Widths of the columns, in characters.
const WIDTHS: [u32; 11] = [24, 10, 24, 12, 24, 70, 30, 4, 24, 24, 24];
/// Where the kinds begin.
const KINDS: u32 = 8;

/// A kind of problem: sheet, column, code.
type KindOf<'p> = (&'p str, &'p str, &'static str);

/// The count of each kind, the most frequent first.
fn kinds(problems: &[Problem]) -> Vec<(KindOf<'_>, usize)> {
    let mut counts: HashMap<KindOf<'_>, usize> = HashMap::new();
    for problem in problems {
        let kind = (problem.place.sheet.as_str(), problem.place.column.as_deref().unwrap_or_default(), problem.code);
        let count = counts.entry(kind).or_default();
        *count = count.saturating_add(1);
    }
    let mut kinds: Vec<_> = counts.into_iter().collect();
    kinds.sort_unstable_by(|(a, many), (b, more)| more.cmp(many).then(a.cmp(b)));
    kinds.truncate(MAX_LISTED_KINDS);
    kinds
}

/// What the sheet needs to know of its workbook.
pub(super) struct Summary<'a> {
    pub(super) problems: &'a [Problem],
    pub(super) language: Language,
    /// What was left out, in words.
    pub(super) notes: Vec<String>,
    /// The namespace of sheets.
    pub(super) namespace: &'a str,
    /// The sheet and column of a problem's cell in the copy.
    pub(super) place: &'a dyn Fn(&Problem) -> Option<(String, u32)>,
}

impl Summary<'_> {
    pub(super) fn write(&self, styles: &mut Styles, out: &mut dyn Write) -> Result<(), Fault> {
        let (plain, heading) = (styles.look(Look::Plain)?, styles.look(Look::Heading)?);
        let (wrong, doubtful) = (styles.look(Look::Error)?, styles.look(Look::Warning)?);
        let text = |column: u32, row: u32, style: u32, text: &str| text_cell("", column, row, style, text);
        let number = |column: u32, row: u32, number: usize| format!("<c r=\"{}{row}\"><v>{number}</v></c>", letters(column));
        // Two rows of counts, the notes, the headings.
        let top = u32::try_from(self.notes.len())?.saturating_add(3);
        self.head(top, out)?;
        let errors = self.problems.iter().filter(|problem| problem.severity == Severity::Error).count();
        let counts = [(ERRORS, errors), (WARNINGS, self.problems.len().saturating_sub(errors))];
        for (row, (words, count)) in (1..).zip(counts) {
            write!(out, "<row r=\"{row}\">{}{}</row>", text(0, row, plain, self.language.of(words)), number(1, row, count))?;
        }
        for (row, note) in (3..).zip(&self.notes) {
            write!(out, "<row r=\"{row}\">{}</row>", text(0, row, doubtful, note))?;
        }
        write!(out, "<row r=\"{top}\">")?;
        let of_kinds = [HEADINGS[0], HEADINGS[2], HEADINGS[4], COUNT];
        for (column, words) in (0..).zip(HEADINGS).chain((KINDS..).zip(of_kinds)) {
            out.write_all(text(column, top, heading, self.language.of(words)).as_bytes())?;
        }
        out.write_all(b"</row>")?;
        let kinds = kinds(self.problems);
        for (at, (row, problem)) in (top.saturating_add(1)..).zip(self.problems).take(MAX_LISTED_PROBLEMS).enumerate() {
            let style = if problem.severity == Severity::Error { wrong } else { doubtful };
            write!(out, "<row r=\"{row}\">{}{}", text(0, row, plain, &problem.place.sheet), number(1, row, problem.place.row as usize))?;
            let column = problem.place.column.as_deref().unwrap_or_default();
            let (reason, _) = cut(&self.language.reason(problem), MAX_PROBLEM_TEXT);
            let (said, _) = cut(&problem.text, MAX_PROBLEM_TEXT);
            let texts = [(column, plain), (severity(problem, self.language), style), (problem.code, plain), (&reason, plain), (&said, plain)];
            for (column, (content, style)) in (2..).zip(texts).filter(|(_, (content, _))| !content.is_empty()) {
                out.write_all(text(column, row, style, content).as_bytes())?;
            }
            if let Some(((sheet, column, code), count)) = kinds.get(at) {
                for (column, content) in (KINDS..).zip([sheet, column, code]).filter(|(_, content)| !content.is_empty()) {
                    out.write_all(text(column, row, plain, content).as_bytes())?;
                }
                out.write_all(number(KINDS.saturating_add(3), row, *count).as_bytes())?;
            }
            out.write_all(b"</row>")?;
        }
        out.write_all(b"</sheetData>")?;
        self.links(top, out)?;
        Ok(out.write_all(b"</worksheet>")?)
    }

    fn head(&self, top: u32, out: &mut dyn Write) -> Result<(), Fault> {
        let below = top.saturating_add(1);
        write!(
            out,
            "<?xml version=\"1.0\" encoding=\"UTF-8\" standalone=\"yes\"?>\n<worksheet xmlns=\"{}\"><sheetViews><sheetView workbookViewId=\"0\">",
            self.namespace
        )?;
        write!(out, "<pane ySplit=\"{top}\" topLeftCell=\"A{below}\" activePane=\"bottomLeft\" state=\"frozen\"/></sheetView></sheetViews><cols>")?;
        for (number, width) in (1..).zip(WIDTHS) {
            write!(out, "<col min=\"{number}\" max=\"{number}\" width=\"{width}\" customWidth=\"1\"/>")?;
        }
        Ok(out.write_all(b"</cols><sheetData>")?)
    }

    /// From the number of each row to its place.
    fn links(&self, top: u32, out: &mut dyn Write) -> Result<(), Fault> {
        let placed = (top.saturating_add(1)..).zip(self.problems).take(MAX_LINKS).filter(|(_, problem)| problem.place.row > 0);
        let mut is_open = false;
        for (row, problem) in placed {
            let Some((sheet, column)) = (self.place)(problem) else { continue };
            if !is_open {
                out.write_all(b"<hyperlinks>")?;
                is_open = true;
            }
            let place = format!("'{}'!{}{}", sheet.replace('\'', "''"), letters(column), problem.place.row);
            write!(out, "<hyperlink ref=\"B{row}\" location=\"{}\" display=\"{}\"/>", attribute_text(&place), problem.place.row)?;
        }
        if is_open {
            out.write_all(b"</hyperlinks>")?;
        }
        Ok(())
    }
}
