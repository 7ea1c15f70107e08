//! How a workbook was interpreted: the kind of each sheet and why, the field of each column, and how numbers and dates were read.
//!
//! Invariant: every filled cell of every sheet is counted exactly once: as heading, title, total, read, skipped or refused. What is skipped or
//! refused is named: a column with its first cell, a sheet with the reason, a cell by a [`Problem`](super::Problem) at its position.

use serde::{Deserialize, Serialize};

/// The visibility of a sheet.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(rename_all = "snake_case")]
pub enum SheetVisibility {
    /// Visible.
    #[default]
    Visible,
    /// Hidden, and can be unhidden from the menu.
    Hidden,
    /// Hidden, and can only be unhidden by a program.
    VeryHidden,
}

/// Why a sheet was read as its kind, or skipped.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(rename_all = "snake_case")]
pub enum SheetReason {
    /// Read: specified by the caller.
    Given,
    /// Read: recognised by name, and its headings agree.
    Name,
    /// Read: recognised by its headings.
    Headings,
    /// Skipped: excluded by the caller, explicitly or by naming others.
    NotAsked,
    /// Skipped: written by this library beside the sheets to read.
    Own,
    /// Skipped: empty.
    #[default]
    Empty,
    /// Skipped: hidden and not requested.
    Hidden,
    /// Skipped: no row near the top looks like headings.
    NoHeadings,
    /// Skipped: has headings, but they are not conclusive.
    Uncertain,
    /// Skipped: its headings match two kinds equally well.
    Draw,
    /// Skipped: recognised, but lacks columns that its kind requires.
    ColumnsMissing,
    /// Skipped: contains several tables side by side.
    SeveralTables,
}

/// A possible kind of a sheet.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct SheetCandidate {
    /// The kind, such as `customers`.
    pub kind: String,
    /// Certainty in percent.
    pub certainty: u32,
    /// Required fields for which no column was found.
    pub missing: Vec<String>,
}

/// Why a column was read as its field, or skipped.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(rename_all = "snake_case")]
pub enum ColumnReason {
    /// Read: specified by the caller.
    Given,
    /// Read: recognised by its heading.
    Heading,
    /// Skipped: excluded by the caller.
    NotAsked,
    /// Skipped: has cells but no heading.
    NoHeading,
    /// Skipped: unknown heading.
    UnknownHeading,
    /// Skipped: the heading belongs to another kind of sheet.
    OtherKind,
    /// Skipped: another column was taken for the field.
    Repeated,
    /// Skipped: of no use without a missing column, such as a quantity on hand without its cost.
    Incomplete,
    /// Skipped: problems written by this library earlier.
    Own,
}

/// How a column was interpreted.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct ColumnReading {
    /// Column letters, such as `C`.
    pub column: String,
    /// Heading as written; several heading rows are joined by line breaks.
    pub heading: String,
    /// The field, such as `customer_code`; none if skipped.
    pub field: Option<String>,
    /// Reason.
    pub reason: ColumnReason,
    /// Number of filled cells below the heading.
    pub filled: u32,
    /// First filled cell, as written.
    pub sample: Option<String>,
    /// Row of the first filled cell.
    pub first_row: Option<u32>,
    /// Whether the column is hidden.
    #[serde(default)]
    pub is_hidden: bool,
}

/// Why numbers or dates written as text are read in a certain way.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(rename_all = "snake_case")]
pub enum ReadingReason {
    /// Specified by the caller.
    Given,
    /// Decided by a cell that can only be read one way, with none that contradicts it.
    Decided,
    /// Contradictory: each cell is read by itself, and ambiguous ones are problems.
    Mixed,
    /// Undecided: every cell is ambiguous, which is a problem for the caller to resolve.
    Open,
}

/// How numbers or dates written as text are read.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct TextReading {
    /// Interpretation: `point` or `comma` (decimal mark) for numbers, `day_first` or `month_first` for dates; none if undecided.
    pub read_as: Option<String>,
    /// Reason.
    pub reason: ReadingReason,
    /// A deciding cell, or an ambiguous one.
    pub sample: Option<String>,
    /// Row of that cell.
    pub row: Option<u32>,
    /// Number of ambiguous cells.
    pub ambiguous: u32,
}

/// The filled cells of a sheet, each counted once.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct CellCounts {
    /// Cells in heading rows.
    pub headings: u32,
    /// Cells above the headings.
    pub titles: u32,
    /// Cells in total rows.
    pub totals: u32,
    /// Cells read: in a field's column of a row that was read.
    pub read: u32,
    /// Cells in skipped columns or on a skipped sheet.
    pub left_out: u32,
    /// Cells in rows refused because of a reported problem.
    pub refused: u32,
}

impl CellCounts {
    /// All filled cells.
    pub fn filled(&self) -> u32 {
        let Self { headings, titles, totals, read, left_out, refused } = *self;
        [headings, titles, totals, read, left_out, refused].into_iter().fold(0, u32::saturating_add)
    }
}

/// How a sheet was interpreted.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct SheetReading {
    /// The sheet's name.
    pub sheet: String,
    /// Visibility.
    pub visibility: SheetVisibility,
    /// The kind it was read as, such as `customers`; none if skipped.
    pub kind: Option<String>,
    /// Reason.
    pub reason: SheetReason,
    /// Certainty of the kind, in percent.
    pub certainty: u32,
    /// Possible kinds, most likely first.
    pub candidates: Vec<SheetCandidate>,
    /// Non-empty rows above the headings; a report has at most the first 10,000 rows in this and the other row lists.
    pub title_rows: Vec<u32>,
    /// Heading rows: one, or two that are read together.
    pub heading_rows: Vec<u32>,
    /// Total rows.
    pub total_rows: Vec<u32>,
    /// Number of empty rows between the headings and the last filled row.
    pub blank_rows: u32,
    /// Hidden rows, which are read like others.
    pub hidden_rows: Vec<u32>,
    /// Columns, from left to right.
    pub columns: Vec<ColumnReading>,
    /// How numbers written as text are read.
    pub figures: Option<TextReading>,
    /// How dates written as text are read.
    pub dates: Option<TextReading>,
    /// Actual file type, if the file name suggests another.
    pub container: Option<String>,
    /// Encoding of a text file, detected or specified.
    pub encoding: Option<String>,
    /// Column delimiter of a text file, detected or specified.
    pub delimiter: Option<String>,
    /// Counts of its filled cells.
    pub cells: CellCounts,
}
