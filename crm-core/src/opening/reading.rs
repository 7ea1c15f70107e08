//! What was made of a workbook: which sheet was taken for what and why, which column for which field, how figures and dates were read.
//!
//! Invariant: of every sheet each filled cell is counted once, as a heading, a title, a total, read, left out or refused. What is left out or
//! refused is named: the column with its first cells, the sheet with its reason, the cell by a [`Problem`](super::Problem) at its place.

use serde::{Deserialize, Serialize};

/// Whether people see a sheet.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(rename_all = "snake_case")]
pub enum SheetVisibility {
    /// They do.
    #[default]
    Visible,
    /// It is hidden, and can be shown again from the menu.
    Hidden,
    /// It is hidden, and only a program can show it again.
    VeryHidden,
}

/// Why a sheet was taken for what it was taken for, or left out.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(rename_all = "snake_case")]
pub enum SheetReason {
    /// Read: the caller said what it is.
    Given,
    /// Read: its name says what it is, and its headings agree.
    Name,
    /// Read: its headings say what it is.
    Headings,
    /// Left out: the caller said so, or named others.
    NotAsked,
    /// Left out: this library wrote it beside the sheets to be read.
    Own,
    /// Left out: nothing is in it.
    #[default]
    Empty,
    /// Left out: it is hidden, and nobody asked for it.
    Hidden,
    /// Left out: no row of its beginning looks like headings.
    NoHeadings,
    /// Left out: headings are there, but what they say is too little.
    Uncertain,
    /// Left out: its headings fit two kinds as well as each other.
    Draw,
    /// Left out: it is of a kind, and columns are missing that such a sheet must have.
    ColumnsMissing,
    /// Left out: several tables stand beside each other on it.
    SeveralTables,
}

/// One thing that a sheet could be.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct SheetCandidate {
    /// The kind, such as `customers`.
    pub kind: String,
    /// How certain it is, in percent.
    pub certainty: u32,
    /// Fields that such a sheet must have, and that no column was found for.
    pub missing: Vec<String>,
}

/// Why a column was taken for its field, or left out.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(rename_all = "snake_case")]
pub enum ColumnReason {
    /// Read: the caller said which field it is.
    Given,
    /// Read: its heading says which field it is.
    Heading,
    /// Left out: the caller said so.
    NotAsked,
    /// Left out: it has cells and no heading.
    NoHeading,
    /// Left out: nobody knows its heading.
    UnknownHeading,
    /// Left out: its heading means a field that another kind of sheet has, and this kind has not.
    OtherKind,
    /// Left out: another column was taken for its field.
    Repeated,
    /// Left out: it says nothing without another column, which is missing, as a quantity on hand says nothing without its cost.
    Incomplete,
    /// Left out: this library wrote the problems of an earlier time in it.
    Own,
}

/// What a column was taken for.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct ColumnReading {
    /// The column by its letters, such as `C`.
    pub column: String,
    /// Its heading, as written; rows of headings are joined by a line break.
    pub heading: String,
    /// The field, such as `customer_code`; none: it is left out.
    pub field: Option<String>,
    /// Why.
    pub reason: ColumnReason,
    /// Filled cells below the heading.
    pub filled: u32,
    /// The first of them, as written.
    pub sample: Option<String>,
    /// The row of the first of them.
    pub first_row: Option<u32>,
    /// Whether people do not see it.
    #[serde(default)]
    pub is_hidden: bool,
}

/// Why figures or dates that are written as text are read as they are.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(rename_all = "snake_case")]
pub enum ReadingReason {
    /// The caller said so.
    Given,
    /// A cell can be read in this way only, and none only in another.
    Decided,
    /// Cells contradict each other: each is read by itself, and those that could be both are problems.
    Mixed,
    /// Every cell could be both: those are problems, and the caller is asked.
    Open,
}

/// How figures or dates that are written as text are read.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct TextReading {
    /// How: of figures `point` or `comma` (the decimal mark), of dates `day_first` or `month_first`; none where it is not decided.
    pub read_as: Option<String>,
    /// Why.
    pub reason: ReadingReason,
    /// A cell that decided, or that nothing decides.
    pub sample: Option<String>,
    /// Its row.
    pub row: Option<u32>,
    /// Cells that can be read in two ways.
    pub ambiguous: u32,
}

/// The filled cells of a sheet, each counted once.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct CellCounts {
    /// In rows of headings.
    pub headings: u32,
    /// In rows above the headings.
    pub titles: u32,
    /// In rows of totals.
    pub totals: u32,
    /// Read: in a column of a field, of a row that was read.
    pub read: u32,
    /// In columns that are left out, or on a sheet that is.
    pub left_out: u32,
    /// In rows that were not read, because of a problem that is named.
    pub refused: u32,
}

impl CellCounts {
    /// All filled cells.
    pub fn filled(&self) -> u32 {
        let Self { headings, titles, totals, read, left_out, refused } = *self;
        [headings, titles, totals, read, left_out, refused].into_iter().fold(0, u32::saturating_add)
    }
}

/// What was made of one sheet.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct SheetReading {
    /// The sheet's name.
    pub sheet: String,
    /// Whether people see it.
    pub visibility: SheetVisibility,
    /// The kind that it was taken for, such as `customers`; none: it is left out.
    pub kind: Option<String>,
    /// Why.
    pub reason: SheetReason,
    /// How certain that is, in percent.
    pub certainty: u32,
    /// What it could be, the likeliest first.
    pub candidates: Vec<SheetCandidate>,
    /// Rows above the headings with anything in them. Of these and the other lists of rows, a report has the first 10,000.
    pub title_rows: Vec<u32>,
    /// Rows of headings: one, or two that are read together.
    pub heading_rows: Vec<u32>,
    /// Rows of totals.
    pub total_rows: Vec<u32>,
    /// Rows below the headings with nothing in them, up to the last that is filled.
    pub blank_rows: u32,
    /// Rows that people do not see. They are read like the others.
    pub hidden_rows: Vec<u32>,
    /// Its columns, from the left.
    pub columns: Vec<ColumnReading>,
    /// How figures are read that are written as text.
    pub figures: Option<TextReading>,
    /// How dates are read that are written as text.
    pub dates: Option<TextReading>,
    /// What kind of file it is, where its name says another.
    pub container: Option<String>,
    /// The encoding of a text file, found or given.
    pub encoding: Option<String>,
    /// What separates the columns of a text file, found or given.
    pub delimiter: Option<String>,
    /// Its filled cells.
    pub cells: CellCounts,
}
