//! XML spreadsheets of Excel 2002 and 2003, which programs still write under the name .xls.
//!
//! Invariant: only a workbook's sheet names and formats are held in memory.

use crate::cell::{Cell, iso_cell, text_cell};
use crate::container::{Input, from_start};
use crate::limits::{MAX_SHEETS, MAX_STYLES, beyond, damaged};
use crate::rows::Rows;
use crate::style::Style;
use crate::table::{Form, Sheet, Visibility};
use crate::xlsx::number;
use crate::xml::{Xml, add_text, attribute};
use crm_core::Result;
use quick_xml::events::{BytesStart, Event};
use std::collections::HashMap;

/// An open workbook.
pub(crate) struct SpreadsheetMl {
    input: Box<dyn Input>,
    sheets: Vec<Sheet>,
    styles: HashMap<String, Style>,
}

fn local<'e>(element: &'e BytesStart<'_>) -> &'e str {
    element.local_name().into_inner()
}

impl SpreadsheetMl {
    pub(crate) fn open(mut input: Box<dyn Input>) -> Result<Self> {
        let (mut sheets, mut styles): (Vec<Sheet>, HashMap<String, Style>) = (Vec::new(), HashMap::new());
        let (mut style, mut in_visible) = (String::new(), false);
        let mut xml = Xml::new(from_start(&mut input)?)?;
        while let Some(event) = xml.next()? {
            match &event {
                Event::Start(element) => {
                    in_visible = local(element) == "Visible";
                    match local(element) {
                        "Worksheet" => {
                            sheets.push(Sheet {
                                name: attribute(element, "Name").unwrap_or_default(),
                                visibility: Visibility::Visible,
                                form: Form::Cells,
                            });
                        }
                        "Style" => style = attribute(element, "ID").unwrap_or_default(),
                        "NumberFormat" => {
                            let shape = named(&attribute(element, "Format").unwrap_or_default());
                            styles.insert(style.clone(), shape);
                        }
                        "Table" => xml.skip()?,
                        _ => {}
                    }
                }
                Event::Text(text) if in_visible => {
                    let visibility = match text.borrow().into_inner().as_ref() {
                        "SheetHidden" => Visibility::Hidden,
                        "SheetVeryHidden" => Visibility::VeryHidden,
                        _ => Visibility::Visible,
                    };
                    if let Some(sheet) = sheets.last_mut() {
                        sheet.visibility = visibility;
                    }
                }
                Event::End(_) => in_visible = false,
                _ => {}
            }
            if sheets.len() > MAX_SHEETS {
                return Err(beyond("MAX_SHEETS", MAX_SHEETS));
            }
            if styles.len() > MAX_STYLES {
                return Err(beyond("MAX_STYLES", MAX_STYLES));
            }
        }
        drop(xml);
        if sheets.is_empty() { Err(damaged("it has no sheets")) } else { Ok(Self { input, sheets, styles }) }
    }

    pub(crate) fn sheets(&self) -> Vec<Sheet> {
        self.sheets.clone()
    }

    pub(crate) fn read(&mut self, index: usize, rows: &mut Rows<'_>) -> Result<()> {
        let styles = &self.styles;
        let mut xml = Xml::new(from_start(&mut self.input)?)?;
        let (mut sheet, mut row, mut column, mut hide_from) = (0_usize, 0_u32, 0_u32, 0_u32);
        while let Some(event) = xml.next()? {
            match event {
                Event::Start(element) => match local(&element) {
                    "Worksheet" => sheet = sheet.saturating_add(1),
                    "Table" if sheet != index.saturating_add(1) => xml.skip()?,
                    "Column" => {
                        let first = index_of(&element).unwrap_or(hide_from);
                        let last = first.saturating_add(count(&element, "Span"));
                        if attribute(&element, "Hidden").as_deref() == Some("1") {
                            rows.hide_columns(first, last);
                        }
                        hide_from = last.saturating_add(1);
                    }
                    "Row" => {
                        row = index_of(&element).unwrap_or(row);
                        rows.start(row, attribute(&element, "Hidden").as_deref() == Some("1"));
                        column = 0;
                        row = row.saturating_add(1).saturating_add(count(&element, "Span"));
                    }
                    "Cell" => {
                        column = index_of(&element).unwrap_or(column);
                        let style = attribute(&element, "StyleID").and_then(|id| styles.get(&id)).unwrap_or(&Style::Plain);
                        let has_formula = attribute(&element, "Formula").is_some();
                        let after = column.saturating_add(count(&element, "MergeAcross")).saturating_add(1);
                        rows.put(column, cell(&mut xml, style, has_formula)?)?;
                        column = after;
                    }
                    _ => {}
                },
                Event::End(element) => match element.local_name().into_inner() {
                    "Row" if !rows.finish()? => return Ok(()),
                    "Worksheet" if sheet > index => return Ok(()),
                    _ => {}
                },
                _ => {}
            }
        }
        Ok(())
    }
}

/// An index counted from 0, if the element states one.
fn index_of(element: &BytesStart<'_>) -> Option<u32> {
    attribute(element, "Index").map(|index| index.parse::<u32>().ok().and_then(|index| index.checked_sub(1)).unwrap_or(u32::MAX))
}

fn count(element: &BytesStart<'_>, name: &str) -> u32 {
    attribute(element, name).and_then(|count| count.parse().ok()).unwrap_or(0)
}

/// The style of a format, which may have a name instead of a code.
fn named(format: &str) -> Style {
    match format {
        "Percent" => Style::Percent,
        "General Date" | "Long Date" | "Medium Date" | "Short Date" | "Long Time" | "Medium Time" | "Short Time" => Style::Moment,
        "General Number" | "Currency" | "Euro Currency" | "Fixed" | "Standard" | "Scientific" | "Yes/No" | "True/False" | "On/Off" => Style::Plain,
        code => Style::of(code),
    }
}

/// The cell whose element was opened last.
fn cell(xml: &mut Xml<'_>, style: &Style, has_formula: bool) -> Result<Cell> {
    let (mut kind, mut text, mut depth, mut within) = (None, String::new(), 1_u32, 0_u32);
    while depth > 0 {
        let Some(event) = xml.next()? else { break };
        match &event {
            Event::Start(element) => {
                match local(element) {
                    "Comment" | "PhoneticText" => {
                        xml.skip()?;
                        continue;
                    }
                    "Data" => {
                        kind = attribute(element, "Type");
                        within = depth;
                    }
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
    }
    Ok(match kind.as_deref() {
        None if has_formula => Cell::Uncalculated,
        Some("Number") => number(text.trim(), style, false),
        Some("DateTime") => iso_cell(text),
        Some("Boolean") => Cell::Bool(text.trim() == "1"),
        Some("Error") => Cell::Error(text),
        _ => text_cell(text),
    })
}
