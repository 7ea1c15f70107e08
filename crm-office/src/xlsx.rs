//! Workbooks of Excel since 2007, transitional and strict, as streams.
//!
//! Invariant: only a workbook's shared strings and formats are held in memory. We have our own reader because calamine's cannot be bounded from
//! outside: it loads a text of any length into memory, holds the strings without a limit, and aborts the process at a cell `ZZZZZZ2`. It
//! distinguishes neither formulas without a result from empty cells, nor hidden rows.

use crate::archive::Archive;
use crate::cell::{Cell, digits, iso_cell, text_cell};
use crate::limits::{MAX_SHARED_BYTES, MAX_SHARED_STRINGS, MAX_SHEETS, MAX_STYLES, beyond, damaged, quoted};
use crate::rows::{Rows, place};
use crate::style::Style;
use crate::table::{Form, Sheet, Visibility};
use crate::xml::{Xml, add_text, attribute, each_attribute, is_set};
use crm_core::Result;
use quick_xml::events::{BytesStart, Event};
use std::collections::HashMap;
use std::io::Read;

/// An open workbook.
pub(crate) struct Xlsx {
    archive: Archive,
    sheets: Parts,
    strings: Strings,
    styles: Vec<Style>,
    is_1904: bool,
}

/// The sheets of a workbook with their parts.
pub(crate) type Parts = Vec<(Sheet, Option<String>)>;

/// The relationships of a part, by id: the type of the target, and its place.
pub(crate) type Relations = HashMap<String, (String, String)>;

impl Xlsx {
    pub(crate) fn open(mut archive: Archive) -> Result<Self> {
        let workbook = main_part(&mut archive)?;
        let relations = relations(&mut archive, &workbook)?;
        let (sheets, is_1904) = sheets(archive.needed(&workbook)?, &relations)?;
        let strings = related(&mut archive, &relations, "/sharedStrings", |part| shared_strings(part))?;
        let styles = related(&mut archive, &relations, "/styles", |part| styles(part))?;
        Ok(Self { archive, sheets, strings, styles, is_1904 })
    }

    pub(crate) fn sheets(&self) -> Vec<Sheet> {
        self.sheets.iter().map(|(sheet, _)| sheet.clone()).collect()
    }

    pub(crate) fn read(&mut self, index: usize, rows: &mut Rows<'_>) -> Result<()> {
        let Some((_, Some(part))) = self.sheets.get(index) else { return Err(damaged("its sheet has no part")) };
        let context = Context { strings: &self.strings, styles: &self.styles, is_1904: self.is_1904 };
        read_sheet(self.archive.needed(part)?, &context, rows)
    }
}

/// What the part says that a workbook is related to by a kind; nothing where there is none.
pub(crate) fn related<T: Default>(
    archive: &mut Archive,
    relations: &Relations,
    kind: &str,
    read: impl FnOnce(&mut dyn Read) -> Result<T>,
) -> Result<T> {
    let Some((_, target)) = relations.values().find(|(of, _)| of.ends_with(kind)) else { return Ok(T::default()) };
    archive.part(target)?.map_or_else(|| Ok(T::default()), |mut part| read(&mut part))
}

/// The part that a workbook begins with; a few programs name it differently.
fn main_part(archive: &mut Archive) -> Result<String> {
    const USUAL: &str = "xl/workbook.xml";
    if archive.has(USUAL) {
        return Ok(USUAL.to_owned());
    }
    let root = relations(archive, "")?;
    let found = root.into_values().find(|(kind, _)| kind.ends_with("/officeDocument")).map(|(_, target)| target);
    found.ok_or_else(|| damaged("its part `xl/workbook.xml` is missing"))
}

/// What a part refers to, with the targets as whole names.
pub(crate) fn relations(archive: &mut Archive, part: &str) -> Result<Relations> {
    let (folder, file) = part.rsplit_once('/').unwrap_or(("", part));
    let at = if folder.is_empty() { format!("_rels/{file}.rels") } else { format!("{folder}/_rels/{file}.rels") };
    let mut relations = Relations::new();
    let Some(input) = archive.part(&at)? else { return Ok(relations) };
    let mut xml = Xml::new(input)?;
    while let Some(event) = xml.next()? {
        let Event::Start(element) = event else { continue };
        if let (Some(id), Some(kind), Some(target)) = (attribute(&element, "Id"), attribute(&element, "Type"), attribute(&element, "Target")) {
            relations.insert(id, (kind, resolved(folder, &target)));
        }
        if relations.len() > MAX_SHEETS.saturating_mul(2) {
            return Err(beyond("MAX_SHEETS", MAX_SHEETS));
        }
    }
    Ok(relations)
}

fn resolved(folder: &str, target: &str) -> String {
    let target = target.replace('\\', "/");
    if let Some(absolute) = target.strip_prefix('/') {
        return absolute.to_owned();
    }
    let mut path: Vec<&str> = folder.split('/').filter(|step| !step.is_empty()).collect();
    for step in target.split('/') {
        match step {
            "." | "" => {}
            ".." => drop(path.pop()),
            step => path.push(step),
        }
    }
    path.join("/")
}

fn local<'e>(element: &'e BytesStart<'_>) -> &'e str {
    element.local_name().into_inner()
}

/// The sheets in order, and whether days are counted from 1904.
fn sheets(input: impl Read, relations: &Relations) -> Result<(Parts, bool)> {
    let (mut sheets, mut is_1904) = (Vec::new(), false);
    let mut xml = Xml::new(input)?;
    while let Some(event) = xml.next()? {
        let Event::Start(element) = event else { continue };
        match local(&element) {
            "workbookPr" => is_1904 = is_set(&element, "date1904"),
            "sheet" => {
                let target = attribute(&element, "id").and_then(|id| relations.get(&id));
                let kind = target.map_or("", |(kind, _)| kind.rsplit('/').next().unwrap_or_default());
                sheets.push((described(&element, kind), target.map(|(_, part)| part.clone())));
                if sheets.len() > MAX_SHEETS {
                    return Err(beyond("MAX_SHEETS", MAX_SHEETS));
                }
            }
            _ => {}
        }
    }
    if sheets.is_empty() { Err(damaged("it has no sheets")) } else { Ok((sheets, is_1904)) }
}

fn described(element: &BytesStart<'_>, kind: &str) -> Sheet {
    Sheet {
        name: attribute(element, "name").unwrap_or_default(),
        visibility: match attribute(element, "state").as_deref() {
            Some("hidden") => Visibility::Hidden,
            Some("veryHidden") => Visibility::VeryHidden,
            _ => Visibility::Visible,
        },
        form: match kind {
            "chartsheet" => Form::Chart,
            "dialogsheet" => Form::Dialog,
            "xlMacrosheet" | "xlIntlMacrosheet" => Form::Macro,
            _ => Form::Cells,
        },
    }
}

/// Many strings in one allocation.
#[derive(Default)]
pub(crate) struct Strings {
    text: String,
    /// Where each string ends.
    ends: Vec<u32>,
}

impl Strings {
    pub(crate) fn push(&mut self, text: &str) -> Result<()> {
        if self.ends.len() >= MAX_SHARED_STRINGS {
            return Err(beyond("MAX_SHARED_STRINGS", MAX_SHARED_STRINGS));
        }
        if self.text.len().saturating_add(text.len()) > MAX_SHARED_BYTES {
            return Err(beyond("MAX_SHARED_BYTES", MAX_SHARED_BYTES));
        }
        self.text.push_str(text);
        self.ends.push(u32::try_from(self.text.len()).unwrap_or(u32::MAX));
        Ok(())
    }

    pub(crate) fn get(&self, index: usize) -> Option<&str> {
        let end = *self.ends.get(index)? as usize;
        let start = match index.checked_sub(1) {
            Some(before) => *self.ends.get(before)? as usize,
            None => 0,
        };
        self.text.get(start..end)
    }
}

fn shared_strings(input: impl Read) -> Result<Strings> {
    let mut strings = Strings::default();
    let mut xml = Xml::new(input)?;
    let mut text = String::new();
    while let Some(event) = xml.next()? {
        if matches!(&event, Event::Start(element) if local(element) == "si") {
            text.clear();
            rich_text(&mut xml, &mut text)?;
            strings.push(&unescaped(&text))?;
        }
    }
    Ok(strings)
}

/// The text of the element that was opened last, in all its runs, without phonetic readings of East Asian characters.
fn rich_text(xml: &mut Xml<'_>, text: &mut String) -> Result<()> {
    let (mut depth, mut within) = (1_u32, false);
    while depth > 0 {
        let Some(event) = xml.next()? else { return Ok(()) };
        match &event {
            Event::Start(element) if local(element) == "rPh" => {
                xml.skip()?;
                continue;
            }
            Event::Start(element) => {
                depth = depth.saturating_add(1);
                within = local(element) == "t";
            }
            Event::End(_) => {
                depth = depth.saturating_sub(1);
                within = false;
            }
            other if within => add_text(text, other)?,
            _ => {}
        }
    }
    Ok(())
}

/// Characters that XML cannot hold are written as `_x000D_`.
fn unescaped(text: &str) -> String {
    if !text.contains("_x") {
        return text.to_owned();
    }
    let (mut plain, mut rest) = (String::with_capacity(text.len()), text);
    while let Some((before, after)) = rest.split_once("_x") {
        plain.push_str(before);
        let code = after.split_at_checked(5).filter(|(code, _)| code.ends_with('_'));
        let escaped = code.and_then(|(code, after)| Some((char::from_u32(u32::from_str_radix(code.get(..4)?, 16).ok()?)?, after)));
        match escaped {
            Some((character, after)) => {
                plain.push(character);
                rest = after;
            }
            None => {
                plain.push_str("_x");
                rest = after;
            }
        }
    }
    plain.push_str(rest);
    plain
}

/// The style of each cell format.
fn styles(input: impl Read) -> Result<Vec<Style>> {
    let (mut codes, mut styles, mut of_cells): (HashMap<u32, Style>, Vec<Style>, bool) = (HashMap::new(), Vec::new(), false);
    let mut xml = Xml::new(input)?;
    while let Some(event) = xml.next()? {
        match event {
            Event::Start(element) => {
                let id = || attribute(&element, "numFmtId").and_then(|id| id.parse::<u32>().ok());
                match local(&element) {
                    "numFmt" => {
                        if let (Some(id), Some(code)) = (id(), attribute(&element, "formatCode")) {
                            codes.insert(id, Style::of(&code));
                        }
                    }
                    "cellXfs" => of_cells = true,
                    "xf" if of_cells => {
                        let id = id().unwrap_or_default();
                        styles.push(codes.get(&id).cloned().unwrap_or_else(|| Style::built_in(id)));
                    }
                    _ => {}
                }
            }
            Event::End(element) if element.local_name().into_inner() == "cellXfs" => of_cells = false,
            _ => {}
        }
        if codes.len() > MAX_STYLES || styles.len() > MAX_STYLES {
            return Err(beyond("MAX_STYLES", MAX_STYLES));
        }
    }
    Ok(styles)
}

struct Context<'w> {
    strings: &'w Strings,
    styles: &'w [Style],
    is_1904: bool,
}

/// The merged cells after the rows. What else follows are pictures and rules, which are not read, so errors in them do not matter.
fn merged_cells(xml: &mut Xml<'_>, rows: &mut Rows<'_>) -> Result<()> {
    while let Ok(Some(event)) = xml.next() {
        match event {
            Event::Start(element) => match local(&element) {
                "mergeCell" => {
                    let range = attribute(&element, "ref").unwrap_or_default();
                    if let Some((first, last)) = range.split_once(':')
                        && let (Ok((first, column)), Ok((last, _))) = (place(first), place(last))
                    {
                        rows.merged(column, first, last)?;
                    }
                }
                "phoneticPr" | "conditionalFormatting" | "dataValidations" | "hyperlinks" | "pageMargins" | "drawing" | "tableParts" | "extLst" => {
                    return Ok(());
                }
                _ => {}
            },
            Event::End(element) if element.local_name().into_inner() == "mergeCells" => return Ok(()),
            _ => {}
        }
    }
    Ok(())
}

fn read_sheet(input: impl Read, context: &Context<'_>, rows: &mut Rows<'_>) -> Result<()> {
    let mut xml = Xml::new(input)?;
    let (mut next_row, mut next_column) = (0_u32, 0_u32);
    let mut texts = Texts::default();
    while let Some(event) = xml.next()? {
        match event {
            Event::Start(element) => match local(&element) {
                "col" if is_set(&element, "hidden") => {
                    let number = |name| attribute(&element, name).and_then(|number| number.parse::<u32>().ok()?.checked_sub(1));
                    if let (Some(first), Some(last)) = (number("min"), number("max")) {
                        rows.hide_columns(first, last);
                    }
                }
                "row" => {
                    let row = match attribute(&element, "r") {
                        Some(number) => place(&format!("A{number}"))?.0,
                        None => next_row,
                    };
                    rows.start(row, is_set(&element, "hidden"));
                    (next_row, next_column) = (row.saturating_add(1), 0);
                }
                "c" => {
                    let Head { at, kind, style } = Head::of(&element)?;
                    let (row, column) = at.unwrap_or((rows.row(), next_column));
                    if row != rows.row() {
                        return Err(damaged(format!("a cell of row {} is in row {}", row.saturating_add(1), rows.row().saturating_add(1))));
                    }
                    next_column = column.saturating_add(1);
                    texts.read(&mut xml)?;
                    rows.put(column, texts.cell(kind, context.styles.get(style).unwrap_or(&Style::Plain), context)?)?;
                }
                _ => {}
            },
            Event::End(element) => match element.local_name().into_inner() {
                "row" if !rows.finish()? => return Ok(()),
                "sheetData" => {
                    return merged_cells(&mut xml, rows);
                }
                _ => {}
            },
            _ => {}
        }
    }
    Ok(())
}

/// How the value of a cell is encoded.
#[derive(Clone, Copy)]
enum Kind {
    Number,
    Shared,
    Inline,
    Text,
    Bool,
    Error,
    Day,
}

/// What the element of a cell says.
struct Head {
    at: Option<(u32, u32)>,
    kind: Kind,
    style: usize,
}

impl Head {
    fn of(element: &BytesStart<'_>) -> Result<Self> {
        let (mut at, mut kind, mut style) = (None, Kind::Number, 0);
        each_attribute(element, |name, value| match name {
            "r" => at = Some(place(value)),
            "s" => style = value.parse().unwrap_or_default(),
            "t" => {
                kind = match value {
                    "s" => Kind::Shared,
                    "inlineStr" => Kind::Inline,
                    "str" => Kind::Text,
                    "b" => Kind::Bool,
                    "e" => Kind::Error,
                    "d" => Kind::Day,
                    _ => Kind::Number,
                }
            }
            _ => {}
        });
        Ok(Self { at: at.transpose()?, kind, style })
    }
}

/// The contents of one cell.
#[derive(Default)]
struct Texts {
    value: String,
    inline: String,
    has_formula: bool,
}

impl Texts {
    /// Reads to the end of the cell that was opened last.
    fn read(&mut self, xml: &mut Xml<'_>) -> Result<()> {
        self.value.clear();
        self.inline.clear();
        self.has_formula = false;
        let (mut depth, mut within) = (1_u32, false);
        while depth > 0 {
            let Some(event) = xml.next()? else { return Ok(()) };
            match &event {
                Event::Start(element) => match local(element) {
                    "is" => rich_text(xml, &mut self.inline)?,
                    "f" => {
                        self.has_formula = true;
                        xml.skip()?;
                    }
                    name => {
                        within = name == "v";
                        depth = depth.saturating_add(1);
                    }
                },
                Event::End(_) => {
                    within = false;
                    depth = depth.saturating_sub(1);
                }
                other if within => add_text(&mut self.value, other)?,
                _ => {}
            }
        }
        Ok(())
    }

    fn cell(&self, kind: Kind, style: &Style, context: &Context<'_>) -> Result<Cell> {
        let value = self.value.trim();
        Ok(match kind {
            Kind::Inline => text_cell(unescaped(&self.inline)),
            Kind::Text => text_cell(unescaped(&self.value)),
            _ if value.is_empty() && self.has_formula => Cell::Uncalculated,
            _ if value.is_empty() => Cell::Empty,
            Kind::Shared => {
                let string = value.parse().ok().and_then(|index| context.strings.get(index));
                text_cell(string.ok_or_else(|| damaged(format!("there is no shared string {}", quoted(value))))?.to_owned())
            }
            Kind::Bool => Cell::Bool(value == "1" || value.eq_ignore_ascii_case("true")),
            Kind::Error => Cell::Error(value.to_owned()),
            Kind::Day => iso_cell(value.to_owned()),
            Kind::Number => number(value, style, context.is_1904),
        })
    }
}

/// A stored number; invalid ones become text, so that nobody takes them for figures.
pub(crate) fn number(value: &str, style: &Style, is_1904: bool) -> Cell {
    if is_plain(value) {
        return style.cell_of(value.to_owned(), is_1904);
    }
    match value.parse::<f64>() {
        Ok(number) if number.is_finite() => style.cell_of(digits(number), is_1904),
        _ => text_cell(value.to_owned()),
    }
}

/// Whether a number is written the way [`digits`] writes it, as nearly all are.
fn is_plain(value: &str) -> bool {
    let body = value.strip_prefix('-').unwrap_or(value);
    let (whole, decimals) = body.split_once('.').unwrap_or((body, ""));
    let are_digits = |text: &str| text.bytes().all(|byte| byte.is_ascii_digit());
    let decimals_are_short = decimals.is_empty() != body.contains('.') && !decimals.ends_with('0');
    let canonical = are_digits(whole) && are_digits(decimals) && decimals_are_short && (whole == "0" || !whole.starts_with('0'));
    canonical && !whole.is_empty() && value != "-0" && whole.len().saturating_add(decimals.len()) <= crate::cell::KEPT_DIGITS
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn characters_that_xml_cannot_hold_come_back() {
        assert_eq!(unescaped("a_x000D_b_x005F_x0041_"), "a\rb_x0041_");
        assert_eq!(unescaped("_xyz_ 100_x"), "_xyz_ 100_x");
    }

    #[test]
    fn plain_numbers_are_those_that_would_be_written_so() {
        for text in ["1", "-1", "0.5", "123456789012345", "17850", "2.55", "0", "-12.25"] {
            assert!(is_plain(text) && digits(text.parse().unwrap()) == text, "{text}");
        }
        for text in ["", "-", "1.", ".5", "01", "1.50", "1e5", "-0", "1234567890123456", "3.9299999999999997", " 1", "+1", "1.2.3"] {
            assert!(!is_plain(text), "{text}");
        }
    }

    #[test]
    fn targets_are_found_from_the_part_that_names_them() {
        assert_eq!(resolved("xl", "worksheets/sheet1.xml"), "xl/worksheets/sheet1.xml");
        assert_eq!(resolved("xl", "/xl/worksheets/sheet1.xml"), "xl/worksheets/sheet1.xml");
        assert_eq!(resolved("xl/worksheets", "..\\media\\a.png"), "xl/media/a.png");
    }
}
