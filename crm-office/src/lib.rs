//! Workbooks (.xlsx, .xlsb, .xls, .ods, .csv, tables of XML and HTML) to values of the core.
//!
//! A [`Workbook`] streams the rows of a sheet, a [`ColumnMapping`] says which column holds which [`Field`], and [`read_opening`] makes opening data
//! of both. Every value keeps its place of origin, every problem is reported, and no number passes through float arithmetic. [`write_template`] gives
//! a workbook to fill in, [`annotate`] marks problems in the caller's own.
//!
//! ```
//! use crm_office::{Format, OpeningOptions, Workbook, read_opening, write_problems_csv};
//!
//! let csv = "Código;Descripción;Precio de venta\nA-1;Taza;2,95\nA-2;Plato;\n;Vaso;1,50\n";
//! let mut workbook = Workbook::from_bytes(csv, Format::Csv)?;
//! let opening = read_opening(&mut workbook, &OpeningOptions::default())?;
//! assert_eq!(opening.products.len(), 2);
//! assert_eq!(opening.problems[0].code, "missing");
//!
//! let mut report = Vec::new();
//! write_problems_csv(&opening.problems, &mut report)?;
//! # Ok::<(), crm_core::Error>(())
//! ```

mod annotate;
mod archive;
mod cell;
mod container;
mod dates;
mod delimited;
mod encoding;
mod file;
mod headings;
mod language;
pub mod limits;
mod mapping;
mod note;
mod number;
mod ods;
mod opening;
mod opening_row;
mod page;
mod recognise;
mod rows;
mod spreadsheetml;
mod style;
mod survey;
mod table;
mod template;
mod xls;
mod xlsb;
mod xlsx;
mod xml;

pub use annotate::{
    AnnotateOptions, AnnotatedCopy, CopyNote, CopyNoteKind, MAX_CELL_STYLES, MAX_LISTED_KINDS, MAX_LISTED_PROBLEMS, MAX_PROBLEM_TEXT, annotate,
    annotate_file, is_problems_heading, open_original,
};
pub use cell::{Cell, DateOrder};
pub use container::ReadOptions;
pub use dates::CENTURY_FROM;
pub use file::{Existing, write_file};
pub use language::Language;
pub use mapping::{ColumnHeading, ColumnMapping, Columns, Field, SheetKind};
pub use note::{Note, NoteKind, refusal_texts};
pub use number::{Notation, read_decimal};
pub use opening::{HEADING_ROWS, OpeningOptions, SheetPlan, WorkbookPlan, examine_opening, inert, plan_opening, read_opening, write_problems_csv};
pub use recognise::{MAX_HEADINGS, MIN_CERTAINTY, MIN_LEAD};
pub use survey::MAX_SAMPLE;
pub use table::{Form, Format, Row, Sheet, Visibility, Workbook};
pub use template::{MAX_CHOICES, TemplateLists, write_template};
