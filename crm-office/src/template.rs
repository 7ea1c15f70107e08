//! A workbook to fill in: a sheet for each part of an opening, with headings, notes, formats and choice lists.
//!
//! Invariant: a template that is filled in as it asks is read back without a problem.

use crate::language::{Language, Style, style};
use crate::mapping::{Field, SheetKind};
use crm_core::limits::{MAX_BATCH, MAX_TEXT};
use crm_core::{Code, Error, Result};
use rust_xlsxwriter::{Color, DataValidation, DocProperties, ExcelDateTime, Format, Formula, Note, Workbook, Worksheet, XlsxError};

/// The choices offered in a template's columns; if a list is empty, the column accepts anything.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct TemplateLists {
    /// Tax codes.
    pub tax_codes: Vec<String>,
    /// Names of customer groups; other names are accepted too.
    pub customer_groups: Vec<String>,
    /// Names of product groups; other names are accepted too.
    pub product_groups: Vec<String>,
    /// Codes of warehouses.
    pub warehouses: Vec<String>,
}

/// The maximum number of choices of one column.
pub const MAX_CHOICES: usize = 10_000;

/// The number format of texts.
pub(crate) const TEXT: &str = "@";

/// The format of external text: a spreadsheet never calculates it, whatever it begins with, even after somebody edits the cell.
pub(crate) fn as_text() -> Format {
    Format::new().set_num_format(TEXT).set_quote_prefix()
}

/// Fill of headings.
const HEADING: Color = Color::RGB(0x00DD_EBF7);

pub(crate) fn unwritable(error: XlsxError) -> Error {
    Error::new(Code::WorkbookUnreadable, "the workbook could not be written").caused_by(error)
}

/// A new workbook with a constant creation time: otherwise it would contain the machine's clock, and the same contents would give different bytes a
/// second later.
pub(crate) fn new_workbook() -> Result<Workbook> {
    let mut workbook = Workbook::new();
    let made = ExcelDateTime::from_ymd(2026, 1, 1).map_err(unwritable)?;
    workbook.set_properties(&DocProperties::new().set_creation_datetime(&made));
    Ok(workbook)
}

/// Writes a template for an opening, as an .xlsx workbook.
///
/// ```
/// use crm_office::{Format, Language, SheetKind, TemplateLists, Workbook, write_template};
/// let lists = TemplateLists { warehouses: vec!["MAIN".into()], ..TemplateLists::default() };
/// let bytes = write_template(Language::Spanish, &lists)?;
/// let workbook = Workbook::from_bytes(bytes, Format::Xlsx)?;
/// assert!(workbook.sheet_names().contains(&Language::Spanish.sheet_name(SheetKind::Receivables).to_owned()));
/// # Ok::<(), crm_core::Error>(())
/// ```
///
/// # Errors
/// `limit.exceeded` for a list of more than [`MAX_CHOICES`] texts, `field.too_long` for a text of more than [`MAX_TEXT`] characters; `workbook.unreadable` if it
/// cannot be written.
pub fn write_template(language: Language, lists: &TemplateLists) -> Result<Vec<u8>> {
    let TemplateLists { tax_codes, customer_groups, product_groups, warehouses } = lists;
    let all = [("tax_codes", tax_codes), ("customer_groups", customer_groups), ("product_groups", product_groups), ("warehouses", warehouses)];
    for (name, list) in all {
        crm_core::limits::check("MAX_CHOICES", list.len(), MAX_CHOICES).map_err(|error| error.with("field", name))?;
        if let Some(long) = list.iter().find(|text| text.chars().count() > MAX_TEXT) {
            let message = format!("`{name}` has a text of more than {MAX_TEXT} characters");
            return Err(Error::new(Code::FieldTooLong, message).with("field", name).with("length", long.chars().count()).with("limit", MAX_TEXT));
        }
    }
    let mut workbook = new_workbook()?;
    explain(workbook.add_worksheet(), language).map_err(unwritable)?;
    for kind in SheetKind::ALL {
        sheet(workbook.add_worksheet(), kind, language, lists).map_err(unwritable)?;
    }
    choices(workbook.add_worksheet(), language, lists).map_err(unwritable)?;
    workbook.save_to_buffer().map_err(unwritable)
}

/// The first sheet, in every language, the chosen one first.
fn explain(sheet: &mut Worksheet, language: Language) -> Result<(), XlsxError> {
    sheet.set_name(language.read_me())?.set_column_width(0, 28)?.set_column_width(1, 110)?;
    let (bold, wrapped) = (Format::new().set_bold(), Format::new().set_text_wrap());
    let others = Language::ALL.into_iter().filter(|other| *other != language);
    let mut row = 0;
    for language in std::iter::once(language).chain(others) {
        let general = [
            (
                "Fill in the sheets that you need and leave the others empty.",
                "Rellene las hojas que necesite y deje vacías las demás.",
                "填写需要的工作表，其余留空。",
            ),
            (
                "Keep the headings; the order of the columns is free.",
                "Conserve los encabezados; el orden de las columnas es libre.",
                "保留标题；列的顺序可以改变。",
            ),
            ("A blue heading in bold must be filled in.", "Un encabezado en negrita es obligatorio.", "粗体标题的列必须填写。"),
            (
                "Nothing may be dated after the day of the opening.",
                "Nada puede tener fecha posterior al día de apertura.",
                "任何日期都不得晚于期初日。",
            ),
            (
                "Reading the same workbook again changes nothing.",
                "Importar de nuevo el mismo libro no cambia nada.",
                "再次导入同一工作簿不会改变任何内容。",
            ),
        ];
        for line in general {
            sheet.write_string_with_format(row, 1, language.of(line), &wrapped)?;
            row += 1;
        }
        for kind in SheetKind::ALL {
            sheet.write_string_with_format(row, 0, language.sheet_name(kind), &bold)?;
            sheet.write_string_with_format(row, 1, language.purpose(kind), &wrapped)?;
            row += 1;
        }
        row += 1;
    }
    Ok(())
}

/// The format of a column's cells.
fn format(style: Style) -> Format {
    Format::new().set_num_format(match style {
        Style::Text => TEXT,
        Style::Whole => "0",
        Style::Fine => "#,##0.0000",
        Style::Amount => "#,##0.00",
        Style::Date => "yyyy-mm-dd",
        Style::Choice(_) => "General",
    })
}

/// The columns of a template: people and places, codes and stock have separate sheets there, values follow from quantities and costs, stock is
/// counted in base units, and all money except on price lists is in the company's currency.
pub(crate) fn columns(kind: SheetKind) -> impl Iterator<Item = Field> {
    let is_said = move |field: &Field| match field {
        Field::Value => false,
        Field::Currency => kind == SheetKind::PriceLists,
        Field::Unit => kind != SheetKind::OpeningStock,
        field => !kind.carried().contains(field),
    };
    kind.fields().iter().copied().filter(is_said)
}

fn sheet(sheet: &mut Worksheet, kind: SheetKind, language: Language, lists: &TemplateLists) -> Result<(), XlsxError> {
    sheet.set_name(language.sheet_name(kind))?.set_freeze_panes(1, 0)?;
    let last = u32::try_from(MAX_BATCH).unwrap_or(u32::MAX);
    for (column, field) in (0_u16..).zip(columns(kind)) {
        let is_required = kind.required().contains(&field);
        let (heading, shape) = (language.heading(field), style(field));
        let plain = Format::new().set_background_color(HEADING);
        sheet.set_column_format(column, &format(shape))?;
        sheet.set_column_width(column, u16::try_from(heading.chars().count()).unwrap_or(20).max(12) + 4)?;
        sheet.write_string_with_format(0, column, heading, &if is_required { plain.set_bold() } else { plain })?;
        sheet.insert_note(0, column, &Note::new(language.hint(field, is_required)).add_author_prefix(false))?;
        if let Some(validation) = validation(field, shape, language, lists)? {
            sheet.add_data_validation(1, column, last, column, &validation)?;
        }
    }
    Ok(())
}

/// The caller's lists, with the place of each on the sheet of choices; whether other values are accepted too.
fn of_caller(lists: &TemplateLists) -> [(Field, &[String], bool); 4] {
    [
        (Field::TaxCode, &lists.tax_codes, false),
        (Field::CustomerGroup, &lists.customer_groups, true),
        (Field::ProductGroup, &lists.product_groups, true),
        (Field::Warehouse, &lists.warehouses, false),
    ]
}

fn validation(field: Field, shape: Style, language: Language, lists: &TemplateLists) -> Result<Option<DataValidation>, XlsxError> {
    if let Style::Choice(words) = shape {
        let words: Vec<&str> = words.iter().map(|word| language.of(*word)).collect();
        return Ok(Some(DataValidation::new().allow_list_strings(&words)?));
    }
    let found = of_caller(lists).into_iter().zip(["A", "B", "C", "D"]).find(|((of, list, _), _)| *of == field && !list.is_empty());
    let Some(((_, list, is_open), column)) = found else { return Ok(None) };
    let range = Formula::new(format!("='{}'!${column}$1:${column}${}", language.lists(), list.len()));
    let validation = DataValidation::new().allow_list_formula(range);
    Ok(Some(if is_open { validation.show_error_message(false) } else { validation }))
}

/// The hidden sheet with the caller's lists.
fn choices(sheet: &mut Worksheet, language: Language, lists: &TemplateLists) -> Result<(), XlsxError> {
    sheet.set_name(language.lists())?.set_hidden(true);
    let plain = as_text();
    for ((_, list, _), column) in of_caller(lists).into_iter().zip(0_u16..) {
        for (row, text) in (0_u32..).zip(list) {
            sheet.write_string_with_format(row, column, text, &plain)?;
        }
    }
    Ok(())
}
