//! OpenDocument spreadsheets, zipped or flat, as streams.
//!
//! Invariant: only a workbook's sheet names and formats are held in memory. We have our own reader because a row or a cell can carry a repeat count,
//! which calamine turns into that many cells in memory: 1.6 KB abort the process.

use crate::archive::Archive;
use crate::cell::{Cell, iso_cell, text_cell};
use crate::container::{Input, from_start};
use crate::limits::{MAX_COLUMNS, MAX_SHEETS, MAX_STYLES, beyond, damaged, encrypted};
use crate::rows::Rows;
use crate::style::Style;
use crate::table::{Form, Sheet, Visibility};
use crate::xlsx::number;
use crate::xml::{Xml, add_text, attribute, each_attribute, plain};
use crm_core::Result;
use quick_xml::events::{BytesStart, Event};
use std::collections::HashMap;

/// An open workbook.
pub(crate) struct Ods {
    source: Source,
    sheets: Vec<Sheet>,
    styles: HashMap<String, Style>,
}

enum Source {
    Zip(Archive),
    Flat(Box<dyn Input>),
}

impl Source {
    fn content(&mut self) -> Result<Xml<'_>> {
        match self {
            Self::Zip(archive) => archive.needed("content.xml").and_then(Xml::new),
            Self::Flat(input) => from_start(input).and_then(Xml::new),
        }
    }
}

impl Ods {
    pub(crate) fn zipped(mut archive: Archive) -> Result<Self> {
        if let Some(manifest) = archive.part("META-INF/manifest.xml")? {
            let mut xml = Xml::new(manifest)?;
            while let Some(event) = xml.next()? {
                if matches!(&event, Event::Start(element) if local(element) == "encryption-data") {
                    return Err(encrypted("a password"));
                }
            }
        }
        Self::open(Source::Zip(archive))
    }

    pub(crate) fn flat(input: Box<dyn Input>) -> Result<Self> {
        Self::open(Source::Flat(input))
    }

    fn open(mut source: Source) -> Result<Self> {
        let (sheets, styles) = survey(source.content()?)?;
        Ok(Self { source, sheets, styles })
    }

    pub(crate) fn sheets(&self) -> Vec<Sheet> {
        self.sheets.clone()
    }

    pub(crate) fn read(&mut self, index: usize, rows: &mut Rows<'_>) -> Result<()> {
        let styles = &self.styles;
        let mut xml = self.source.content()?;
        let mut at = 0_usize;
        while let Some(event) = xml.next()? {
            let Event::Start(element) = event else { continue };
            match local(&element) {
                "tracked-changes" => xml.skip()?,
                "table" if at == index => return Table { xml, styles, columns: Vec::new() }.read(rows),
                "table" => {
                    xml.skip()?;
                    at = at.saturating_add(1);
                }
                _ => {}
            }
        }
        Err(damaged("its sheet is missing"))
    }
}

fn local<'e>(element: &'e BytesStart<'_>) -> &'e str {
    element.local_name().into_inner()
}

/// The sheets, and the styles of cells by their names.
fn survey(mut xml: Xml<'_>) -> Result<(Vec<Sheet>, HashMap<String, Style>)> {
    let (mut sheets, mut styles, mut shapes) = (Vec::new(), HashMap::new(), HashMap::new());
    let (mut hidden, mut of_table): (Vec<String>, Option<String>) = (Vec::new(), None);
    while let Some(event) = xml.next()? {
        let Event::Start(element) = event else { continue };
        match local(&element) {
            "tracked-changes" => xml.skip()?,
            "percentage-style" => drop(attribute(&element, "name").map(|name| shapes.insert(name, Style::Percent))),
            "number-style" => {
                let name = attribute(&element, "name").unwrap_or_default();
                let shape = number_style(&mut xml)?;
                shapes.insert(name, shape);
            }
            "style" => {
                let name = attribute(&element, "name").unwrap_or_default();
                match attribute(&element, "family").as_deref() {
                    Some("table-cell") => {
                        let shape = attribute(&element, "data-style-name").and_then(|shape| shapes.get(&shape).cloned());
                        drop(shape.map(|shape| styles.insert(name, shape)));
                    }
                    Some("table") => of_table = Some(name),
                    _ => {}
                }
            }
            "table-properties" if attribute(&element, "display").as_deref() == Some("false") => hidden.extend(of_table.take()),
            "table" => {
                let style = attribute(&element, "style-name").unwrap_or_default();
                let visibility = if hidden.contains(&style) { Visibility::Hidden } else { Visibility::Visible };
                sheets.push(Sheet { name: attribute(&element, "name").unwrap_or_default(), visibility, form: Form::Cells });
                xml.skip()?;
            }
            _ => {}
        }
        if sheets.len() > MAX_SHEETS || hidden.len() > MAX_SHEETS {
            return Err(beyond("MAX_SHEETS", MAX_SHEETS));
        }
        if styles.len().max(shapes.len()) > MAX_STYLES {
            return Err(beyond("MAX_STYLES", MAX_STYLES));
        }
    }
    if sheets.is_empty() { Err(damaged("it has no sheets")) } else { Ok((sheets, styles)) }
}

/// A format with more leading digits than this is not a code.
const MAX_DIGITS: usize = 30;

/// The style of a format of numbers, whose element was opened last.
fn number_style(xml: &mut Xml<'_>) -> Result<Style> {
    let mut code = String::new();
    let (mut depth, mut is_text) = (1_u32, false);
    let mut embedded: Vec<(usize, String)> = Vec::new();
    let mut digits = 0_usize;
    while depth > 0 {
        let Some(event) = xml.next()? else { break };
        match &event {
            Event::Start(element) => {
                depth = depth.saturating_add(1);
                let number = |name: &str| attribute(element, name).and_then(|number| number.parse::<usize>().ok()).unwrap_or_default();
                is_text = local(element) == "text";
                match local(element) {
                    "number" if number("decimal-places") == 0 && attribute(element, "grouping").is_none() => {
                        digits = number("min-integer-digits").min(MAX_DIGITS)
                    }
                    "number" | "scientific-number" | "fraction" => digits = 0,
                    "embedded-text" if embedded.len() < MAX_DIGITS => embedded.push((number("position"), String::new())),
                    _ => {}
                }
            }
            Event::End(element) => {
                depth = depth.saturating_sub(1);
                is_text = false;
                if element.local_name().into_inner() == "number" {
                    for place in (1..=digits).rev() {
                        for (_, text) in embedded.iter().filter(|(position, _)| *position == place) {
                            code.extend(["\"", text, "\""]);
                        }
                        code.push('0');
                    }
                }
            }
            Event::Text(more) => {
                let text = more.borrow().into_inner().replace('"', "");
                match embedded.last_mut() {
                    Some((_, embedded)) if !is_text && depth > 2 => *embedded = text,
                    _ if is_text => code.extend(["\"", &text, "\""]),
                    _ => {}
                }
            }
            _ => {}
        }
    }
    Ok(Style::of(&code))
}

/// A sheet that is being read.
struct Table<'r> {
    xml: Xml<'r>,
    styles: &'r HashMap<String, Style>,
    /// Where columns with a style of their own end, and which.
    columns: Vec<(u32, Option<String>)>,
}

/// How often an element is repeated; any number beyond the size of a sheet is equally invalid.
fn repeated(element: &BytesStart<'_>, name: &str) -> u32 {
    attribute(element, name).map_or(1, |times| times.parse().unwrap_or(u32::MAX))
}

impl Table<'_> {
    fn read(mut self, rows: &mut Rows<'_>) -> Result<()> {
        let (mut row, mut column, mut times) = (0_u32, 0_u32, 1_u32);
        while let Some(event) = self.xml.next()? {
            match event {
                Event::Start(element) => match local(&element) {
                    "table-column" => {
                        let first = self.columns.last().map_or(0, |(end, _)| *end);
                        let end = first.saturating_add(repeated(&element, "number-columns-repeated"));
                        if attribute(&element, "visibility").is_some_and(|v| v != "visible") {
                            rows.hide_columns(first, end.saturating_sub(1).min(MAX_COLUMNS.saturating_sub(1)));
                        }
                        if self.columns.len() < MAX_COLUMNS as usize {
                            self.columns.push((end, attribute(&element, "default-cell-style-name")));
                        }
                    }
                    "table-row" => {
                        rows.start(row, attribute(&element, "visibility").is_some_and(|v| v != "visible"));
                        times = repeated(&element, "number-rows-repeated");
                        column = 0;
                    }
                    "table-cell" => {
                        let head = Head::of(&element);
                        let (count, rows_down) = (head.columns, head.rows.saturating_sub(1));
                        let cell = self.cell(head, column)?;
                        rows.put_all(column, count, cell)?;
                        rows.merged(column, row, row.saturating_add(rows_down))?;
                        column = column.saturating_add(count);
                    }
                    "covered-table-cell" => {
                        column = column.saturating_add(repeated(&element, "number-columns-repeated"));
                        self.xml.skip()?;
                    }
                    "shapes" | "forms" | "annotation" => self.xml.skip()?,
                    _ => {}
                },
                Event::End(element) => match element.local_name().into_inner() {
                    "table-row" => {
                        if !rows.finish_all(times)? {
                            return Ok(());
                        }
                        row = row.saturating_add(times);
                    }
                    "table" => return Ok(()),
                    _ => {}
                },
                _ => {}
            }
        }
        Ok(())
    }

    fn style(&self, name: Option<&str>, column: u32) -> &Style {
        let by_column = || self.columns.get(self.columns.partition_point(|(end, _)| *end <= column))?.1.as_deref();
        name.or_else(by_column).and_then(|name| self.styles.get(name)).unwrap_or(&Style::Plain)
    }

    fn cell(&mut self, head: Head, column: u32) -> Result<Cell> {
        let text = self.text()?;
        let value = head.value.unwrap_or_default();
        if head.is_error {
            return Ok(Cell::Error(text));
        }
        Ok(match head.kind.as_deref() {
            Some("percentage") => number(&value, &Style::Percent, false),
            Some("float") => number(&value, self.style(head.style.as_deref(), column), false),
            Some("currency") => {
                let currency = head.currency.and_then(|code| code.parse().ok());
                number(&value, &currency.map_or(Style::Plain, Style::Money), false)
            }
            Some("date") => iso_cell(value),
            Some("boolean") => Cell::Bool(value == "true"),
            None if head.has_formula && text.is_empty() => Cell::Uncalculated,
            _ if text.is_empty() => text_cell(value),
            _ => text_cell(text),
        })
    }

    /// The text of the cell that was opened last: its paragraphs as lines, without notes and drawings.
    fn text(&mut self) -> Result<String> {
        let (mut text, mut depth, mut paragraphs, mut within) = (String::new(), 1_u32, 0_u32, 0_u32);
        while depth > 0 {
            let Some(event) = self.xml.next()? else { break };
            match &event {
                Event::Start(element) => {
                    match local(element) {
                        "annotation" | "frame" | "custom-shape" | "ruby-text" => {
                            self.xml.skip()?;
                            continue;
                        }
                        "p" => {
                            if paragraphs > 0 {
                                text.push('\n');
                            }
                            paragraphs = paragraphs.saturating_add(1);
                            within = depth;
                        }
                        "s" => {
                            let spaces = attribute(element, "c").and_then(|count| count.parse::<usize>().ok()).unwrap_or(1);
                            text.extend(std::iter::repeat_n(' ', spaces.min(1_000)));
                        }
                        "tab" => text.push('\t'),
                        "line-break" => text.push('\n'),
                        _ => {}
                    }
                    depth = depth.saturating_add(1);
                }
                Event::End(_) => {
                    depth = depth.saturating_sub(1);
                    if within == depth {
                        within = 0;
                    }
                }
                other if within > 0 => add_text(&mut text, other)?,
                _ => {}
            }
            if text.len() > crate::limits::MAX_TEXT_BYTES {
                return Err(beyond("MAX_TEXT_BYTES", crate::limits::MAX_TEXT_BYTES));
            }
        }
        Ok(text)
    }
}

/// What the element of a cell says.
struct Head {
    kind: Option<String>,
    value: Option<String>,
    style: Option<String>,
    currency: Option<String>,
    columns: u32,
    /// The rows that it reaches over.
    rows: u32,
    has_formula: bool,
    is_error: bool,
}

impl Head {
    fn of(element: &BytesStart<'_>) -> Self {
        let mut head = Self { kind: None, value: None, style: None, currency: None, columns: 1, rows: 1, has_formula: false, is_error: false };
        // LibreOffice repeats the kind in its own namespace, so qualified names are compared.
        each_attribute(element, |name, value| match name {
            "office:value-type" => head.kind = Some(value.to_owned()),
            "office:value" | "office:date-value" | "office:boolean-value" | "office:time-value" | "office:string-value" => {
                head.value = Some(plain(value))
            }
            "office:currency" => head.currency = Some(value.to_owned()),
            "table:style-name" => head.style = Some(plain(value)),
            "table:number-columns-repeated" => head.columns = value.parse().unwrap_or(u32::MAX),
            "table:number-rows-spanned" => head.rows = value.parse().unwrap_or(1),
            "table:formula" => head.has_formula = true,
            "calcext:value-type" => head.is_error = value == "error",
            _ => {}
        });
        head
    }
}
