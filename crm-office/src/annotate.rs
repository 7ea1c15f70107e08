//! Problems marked in the caller's own workbook: a colour on the wrong cells, the reasons next to the rows, and a sheet that sums them up.
//!
//! Invariant: the copy is the original with marks. Every part, row and cell without a problem is there byte for byte, and annotating an annotated
//! copy replaces what the first time added. How and why: `docs/adr/0024-marks-are-put-into-the-callers-own-file.md`.

mod lines;
mod note;
mod package;
mod plain;
mod sheet;
mod styles;
mod summary;
mod words;
mod xml;

pub use note::{CopyNote, CopyNoteKind};
pub use styles::MAX_CELL_STYLES;
pub use summary::{MAX_LISTED_KINDS, MAX_LISTED_PROBLEMS};

use crate::cell::Cell as SheetCell;
use crate::language::Language;
use crate::limits::{MAX_COLUMNS, MAX_ROWS};
use crate::note::NoteKind;
use crate::opening::HEADING_ROWS;
use crate::table::{Format, Workbook};
use crm_core::opening::{Problem, Severity, SheetReading};
use crm_core::text::search_key;
use crm_core::{Code, Error, Result};
use package::{CONTENT_TYPES_PART, Package, Relation, inserted, relations_part, with_content_type, with_relation};
use serde::{Deserialize, Serialize};
use sheet::{Marker, Reasons, RowMarks, Survey};
use std::cell::Cell;
use std::collections::{BTreeMap, HashMap, HashSet};
use std::fs::File;
use std::io::{self, BufReader, Cursor, Read, Seek, SeekFrom, Write};
use std::ops::ControlFlow;
use std::path::Path;
use styles::{Look, Styles};
use summary::Summary;
use xml::{Fault, Pieces, attribute_text, cell_place};

/// Characters of all reasons in one cell, and of one reason or text on the problem sheet. A cell holds 32,767, and nobody reads them.
pub const MAX_PROBLEM_TEXT: usize = 2_000;
/// The last column of a sheet, counted from 0.
const LAST_COLUMN: u32 = MAX_COLUMNS - 1;
/// The last row of a sheet, counted from 1.
const LAST_ROW: u32 = MAX_ROWS;
/// Characters of a sheet's name.
const MAX_SHEET_NAME: usize = 31;

const MAIN: &str = "http://schemas.openxmlformats.org/spreadsheetml/2006/main";
const MAIN_STRICT: &str = "http://purl.oclc.org/ooxml/spreadsheetml/main";
const RELATIONS: &str = "http://schemas.openxmlformats.org/officeDocument/2006/relationships";

/// How to annotate a workbook.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(default)]
pub struct AnnotateOptions {
    /// The language of what is added.
    pub language: Language,
    /// Return a text file as .xlsx. Otherwise it is returned as it is, with a column of problems.
    pub as_xlsx: bool,
    /// How the sheets were read: then a problem's column is found where it was read. Without it, headings are searched for.
    pub sheets: Vec<SheetReading>,
}

impl AnnotateOptions {
    /// For a copy at a path: a text file becomes an .xlsx if the path says so.
    pub fn for_path(language: Language, path: impl AsRef<Path>) -> Self {
        Self { language, as_xlsx: extension(path.as_ref()) == "xlsx", sheets: Vec::new() }
    }
}

fn extension(path: &Path) -> String {
    path.extension().map(|extension| extension.to_string_lossy().to_ascii_lowercase()).unwrap_or_default()
}

/// A workbook with its problems.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct AnnotatedCopy {
    /// The file.
    pub bytes: Vec<u8>,
    /// The extension that it must have: no program opens a workbook with macros that is called .xlsx.
    pub extension: &'static str,
    /// What was not kept, and what could not be shown.
    pub notes: Vec<CopyNote>,
}

impl AnnotatedCopy {
    /// Whether a path has the extension that the copy needs.
    ///
    /// # Errors
    /// `file.unwritable` with `path` and `reason` if it has another.
    pub fn check_path(&self, path: impl AsRef<Path>) -> Result<()> {
        let (path, found) = (path.as_ref(), extension(path.as_ref()));
        if found == self.extension || (self.extension == "csv" && matches!(found.as_str(), "txt" | "tsv" | "tab")) {
            return Ok(());
        }
        let reason = format!("the copy is a .{} file and would not open with another extension", self.extension);
        let message = format!("`{}` cannot be written: {reason}", path.display());
        Err(Error::new(Code::FileUnwritable, message).with("path", path.display()).with("reason", reason))
    }
}

/// Returns a workbook with its problems marked.
///
/// `original` is the file that `source` was read from, from its start: the copy is made from its bytes. An .xlsx or .xlsm keeps everything: formulas,
/// merged cells, formats, widths, hidden sheets, charts, macros. A text file keeps every line and gets a column at the end. An .xls, .xlsb or .ods
/// becomes an .xlsx with the values, and a note says so.
///
/// ```
/// use crm_office::{AnnotateOptions, Format, OpeningOptions, Workbook, annotate, read_opening};
///
/// let csv = "Código;Nombre;Precio\r\nA-1;Taza;2,95\r\n;Plato;1\r\n";
/// let mut workbook = Workbook::from_bytes(csv, Format::Csv)?;
/// let problems = read_opening(&mut workbook, &OpeningOptions::default())?.problems;
/// let copy = annotate(&mut workbook, std::io::Cursor::new(csv), &problems, &AnnotateOptions::default())?;
/// let lines = String::from_utf8(copy.bytes).unwrap();
/// assert!(lines.starts_with("Código;Nombre;Precio;Problems\r\nA-1;Taza;2,95\r\n;Plato;1;error: Código: "));
/// # Ok::<(), crm_core::Error>(())
/// ```
///
/// # Errors
/// `workbook.unreadable` if the file cannot be read or written, declares entities, or exceeds a limit on its parts, which the message names.
pub fn annotate(source: &mut Workbook, original: impl Read + Seek, problems: &[Problem], options: &AnnotateOptions) -> Result<AnnotatedCopy> {
    let mut notes = Vec::new();
    let name = source.name().to_owned();
    let mut original = original;
    // A file inside a zip cannot be marked in place.
    let is_within = match source.format() {
        Format::Csv => is_zip(&mut original).map_err(|error| unreadable(&name, error.into()))?,
        _ => source.notes().iter().any(|note| note.kind == NoteKind::Container && note.value.starts_with("zip")),
    };
    let (bytes, extension) = match source.format() {
        Format::Csv if !is_within && !options.as_xlsx => (lines::mark(source, original, problems, options, &mut notes)?, "csv"),
        Format::Xlsx if !is_within => mark(source, original, &HashMap::new(), problems, options, &mut notes)?,
        format => {
            if format != Format::Csv {
                notes.push(CopyNote::new(CopyNoteKind::ValuesOnly, format.as_str()));
            }
            let plain = plain::copy(source)?;
            if plain.cuts > 0 {
                notes.push(CopyNote::new(CopyNoteKind::CellsCut, plain.cuts));
            }
            mark(source, Cursor::new(plain.bytes), &plain.names, problems, options, &mut notes)?
        }
    };
    Ok(AnnotatedCopy { bytes, extension, notes })
}

fn is_zip(original: &mut (impl Read + Seek)) -> io::Result<bool> {
    original.seek(SeekFrom::Start(0))?;
    let mut first = Vec::new();
    original.by_ref().take(4).read_to_end(&mut first)?;
    original.seek(SeekFrom::Start(0))?;
    Ok(first == b"PK\x03\x04")
}

/// Opens the file that a workbook was read from, for [`annotate`].
///
/// # Errors
/// `workbook.unreadable`.
pub fn open_original(path: impl AsRef<Path>) -> Result<BufReader<File>> {
    let path = path.as_ref();
    let name = path.file_name().unwrap_or(path.as_os_str()).to_string_lossy();
    File::open(path).map(BufReader::new).map_err(|error| unreadable(&name, error.into()))
}

/// Annotates a file: as [`annotate`], with the file that `source` was opened from as the original.
///
/// # Errors
/// As [`annotate`].
pub fn annotate_file(source: &mut Workbook, path: impl AsRef<Path>, problems: &[Problem], options: &AnnotateOptions) -> Result<AnnotatedCopy> {
    annotate(source, open_original(path)?, problems, options)
}

/// Whether a heading is that of the problem column that [`annotate`] adds, in any language.
pub fn is_problems_heading(text: &str) -> bool {
    let is = |heading: &str| text.strip_prefix(heading).is_some_and(|rest| rest.is_empty() || rest.starts_with(": "));
    Language::ALL.iter().any(|language| is(language.problems_heading()))
}

/// The problems of each sheet by row; those of the sheet as a whole are in row 0.
struct BySheet<'p> {
    rows: HashMap<&'p str, BTreeMap<u32, Vec<&'p Problem>>>,
}

impl<'p> BySheet<'p> {
    fn of(problems: &'p [Problem]) -> Self {
        let mut rows: HashMap<&str, BTreeMap<u32, Vec<&Problem>>> = HashMap::new();
        for problem in problems {
            rows.entry(problem.place.sheet.as_str()).or_default().entry(problem.place.row).or_default().push(problem);
        }
        Self { rows }
    }

    fn of_sheet(&self, sheet: &str) -> BTreeMap<u32, Vec<&'p Problem>> {
        self.rows.get(sheet).cloned().unwrap_or_default()
    }
}

/// Where a sheet's headings are, as far as its problems or an earlier copy show it.
#[derive(Default)]
struct Heads {
    row: Option<u32>,
    /// The column of each heading by its key.
    columns: HashMap<String, u32>,
    /// The row and column of the heading that an earlier copy added.
    earlier: Option<(u32, u32)>,
}

/// The form in which headings are compared, independent of line breaks and spelling variants.
fn heading_key(text: &str) -> String {
    search_key(&text.split_whitespace().collect::<Vec<_>>().join(" "))
}

impl Heads {
    fn of(source: &mut Workbook, sheet: &str, problems: &BTreeMap<u32, Vec<&Problem>>, options: &AnnotateOptions) -> Result<Self> {
        let wanted: HashSet<String> = problems.values().flatten().filter_map(|p| p.place.column.as_deref()).map(heading_key).collect();
        let (mut heads, mut best, mut above) = (Self::default(), 0, Vec::new());
        source.read_rows_while(sheet, |row| {
            if row.number > HEADING_ROWS {
                return Ok(ControlFlow::Break(()));
            }
            let texts: Vec<String> = row.cells.iter().map(SheetCell::text).collect();
            let columns = Self::columns_of(&texts, &above);
            let found = wanted.iter().filter(|heading| columns.contains_key(*heading)).count();
            if found > best {
                (best, heads.row) = (found, Some(row.number));
                heads.columns = columns;
            }
            if let Some(column) = texts.iter().rposition(|text| is_problems_heading(text)).filter(|_| heads.earlier.is_none()) {
                heads.earlier = u32::try_from(column).ok().map(|column| (row.number, column));
            }
            above = texts;
            Ok(ControlFlow::Continue(()))
        })?;
        if let Some(reading) = options.sheets.iter().find(|reading| reading.sheet == sheet) {
            heads.row = reading.heading_rows.last().copied().or(heads.row);
            heads.columns.extend(Self::columns_read(reading));
        }
        heads.row = heads.row.or(heads.earlier.map(|(row, _)| row));
        Ok(heads)
    }

    /// The columns of a sheet by heading, and by its last row; one that was read takes precedence over one that was left out.
    fn columns_read(reading: &SheetReading) -> HashMap<String, u32> {
        let mut columns = HashMap::new();
        let (read, left_out): (Vec<_>, Vec<_>) = reading.columns.iter().partition(|column| column.field.is_some());
        for column in read.into_iter().chain(left_out).filter(|column| !column.heading.trim().is_empty()) {
            let Some((at, _)) = cell_place(&format!("{}1", column.column)) else { continue };
            let last = column.heading.lines().rfind(|line| !line.trim().is_empty()).unwrap_or_default();
            for heading in [column.heading.as_str(), last] {
                columns.entry(heading_key(heading)).or_insert(at);
            }
        }
        columns
    }

    /// The first column of each heading: alone, or below a heading above it, which may span several.
    fn columns_of(texts: &[String], above: &[String]) -> HashMap<String, u32> {
        let mut columns: HashMap<String, u32> = HashMap::new();
        for (column, text) in (0..).zip(texts).filter(|(_, text)| !text.is_empty()) {
            columns.entry(heading_key(text)).or_insert(column);
        }
        let mut spanning = "";
        for (column, at) in (0..).zip(0..texts.len().max(above.len())) {
            spanning = above.get(at).filter(|text| !text.is_empty()).map_or(spanning, String::as_str);
            let own = texts.get(at).map_or("", String::as_str);
            if !spanning.is_empty() {
                columns.entry(heading_key(&format!("{spanning} {own}"))).or_insert(column);
            }
        }
        columns
    }

    /// The column of a heading; an unknown heading may be the letters of a column that has none.
    fn column(&self, heading: &str) -> Option<u32> {
        let letters = || cell_place(&format!("{heading}1")).filter(|_| heading.bytes().all(|byte| byte.is_ascii_uppercase()));
        self.columns.get(&heading_key(heading)).copied().or_else(|| letters().map(|(column, _)| column))
    }

    /// The row for what concerns the whole sheet.
    fn said_in(&self) -> u32 {
        self.row.unwrap_or(1)
    }
}

/// A text truncated to this many characters, and whether it was longer.
fn cut(text: &str, limit: usize) -> (String, bool) {
    match text.char_indices().nth(limit) {
        Some((end, _)) => (format!("{}…", text.get(..end).unwrap_or(text)), true),
        None => (text.to_owned(), false),
    }
}

fn reason(problem: &Problem, language: Language) -> String {
    let column = problem.place.column.as_ref().map(|column| format!("{column}: ")).unwrap_or_default();
    format!("{}: {column}{} ({})", words::severity(problem, language), language.reason(problem), problem.code)
}

/// The reasons of one row, and whether some did not fit.
fn reasons(problems: &[&Problem], language: Language) -> (String, bool) {
    let (mut text, mut length) = (String::new(), 0_usize);
    for (at, problem) in problems.iter().enumerate() {
        let reason = reason(problem, language);
        length = length.saturating_add(reason.chars().count()).saturating_add(2);
        if length > MAX_PROBLEM_TEXT && at > 0 {
            let left = problems.len().saturating_sub(at);
            return (format!("{text}; … (+{left} {} {})", language.of(words::MORE), language.problems()), true);
        }
        if at > 0 {
            text.push_str("; ");
        }
        let (reason, is_cut) = cut(&reason, MAX_PROBLEM_TEXT);
        text.push_str(&reason);
        if is_cut {
            return (text, true);
        }
    }
    (text, false)
}

/// A sheet that changes.
struct Plan<'p> {
    /// What it is called in the copy.
    name: String,
    /// What the problems call it.
    source: String,
    survey: Survey,
    place: Reasons,
    heads: Heads,
    problems: BTreeMap<u32, Vec<&'p Problem>>,
    /// The rows that contain something.
    rows: Vec<u32>,
}

impl Plan<'_> {
    fn marks(&self, row: u32, language: Language, cuts: &Cell<usize>) -> RowMarks {
        let problems = self.problems.get(&row).map(Vec::as_slice).unwrap_or_default();
        let mut marks = RowMarks::default();
        for problem in problems {
            if let Some(column) = problem.place.column.as_deref().and_then(|heading| self.heads.column(heading)) {
                *marks.cells.entry(column).or_default() |= problem.severity == Severity::Error;
            }
        }
        let (text, is_cut) = reasons(problems, language);
        cuts.set(cuts.get().saturating_add(usize::from(is_cut)));
        let is_error = problems.iter().any(|problem| problem.severity == Severity::Error);
        let look = match problems {
            [] => Look::Heading,
            _ if is_error => Look::Error,
            _ => Look::Warning,
        };
        let heading = language.problems_heading();
        let text = match (row == self.heads.said_in(), text.is_empty()) {
            (true, true) => heading.to_owned(),
            (true, false) => format!("{heading}: {text}"),
            (false, _) => text,
        };
        marks.reason = (!text.is_empty() && self.place.column.is_some()).then_some((text, look));
        marks
    }
}

/// Marks the problems of an .xlsx in a copy of its package; returns the extension that it needs. `names` maps the sheet names that problems use,
/// where they differ.
fn mark(
    source: &mut Workbook,
    original: impl Read + Seek,
    names: &HashMap<String, String>,
    problems: &[Problem],
    options: &AnnotateOptions,
    notes: &mut Vec<CopyNote>,
) -> Result<(Vec<u8>, &'static str)> {
    let language = options.language;
    let sheets = BySheet::of(problems);
    let name = source.name().to_owned();
    let failed = |fault: Fault| unreadable(&name, fault);
    let mut package = Package::open(original).map_err(failed)?;
    let earlier = earlier_summary(source, &package)?;
    let workbook = package.workbook.clone();
    let workbook_text = package.text(&workbook).map_err(failed)?;
    let namespace = if workbook_text.contains(MAIN_STRICT) { MAIN_STRICT } else { MAIN };
    let styles_part = package.relations.iter().find(|relation| relation.is("styles")).map(|relation| relation.target.clone());
    let styles_part = styles_part.filter(|part| package.has(part));
    let styles_text = styles_part.as_ref().map(|part| package.text(part)).transpose().map_err(failed)?;
    let mut styles = Styles::read(styles_text, namespace).map_err(failed)?;
    let mut plans: HashMap<String, Plan<'_>> = HashMap::new();
    let mut unplaced: usize = unknown(problems, source, &package, names);
    for (sheet, part) in package.sheets.clone().into_iter().filter_map(|sheet| Some((sheet.name, sheet.part?))) {
        let known = names.get(&sheet).unwrap_or(&sheet).clone();
        if earlier.as_ref() == Some(&sheet) || !source.sheet_names().contains(&known) {
            continue;
        }
        let by_row = sheets.of_sheet(&known);
        let heads = Heads::of(source, &known, &by_row, options)?;
        if by_row.is_empty() && heads.earlier.is_none() && !styles.has_marks() {
            continue;
        }
        let found = plan(&mut package, &part, heads, by_row, &known, notes, &mut unplaced).map_err(failed)?;
        if let Some(plan) = found {
            plans.insert(part, Plan { name: sheet, ..plan });
        }
    }
    if unplaced > 0 {
        notes.push(CopyNote::new(CopyNoteKind::NotPlaced, unplaced));
    }
    if problems.len() > MAX_LISTED_PROBLEMS {
        notes.push(CopyNote::new(CopyNoteKind::NotListed, problems.len().saturating_sub(MAX_LISTED_PROBLEMS)));
    }
    if package.has_under("_xmlsignatures/") {
        notes.push(CopyNote::new(CopyNoteKind::SignatureBroken, ""));
    }
    let added = Added::of(&package, earlier, styles_part.clone(), language, namespace);
    let mut changed: Vec<String> = plans.keys().cloned().collect();
    changed.extend([CONTENT_TYPES_PART.to_owned(), relations_part(&workbook), workbook.clone()]);
    let left_out: Vec<String> = styles_part.into_iter().chain(added.replaces.then(|| added.summary.target.clone())).collect();
    let cuts = Cell::new(0);
    let mut out = Cursor::new(Vec::new());
    let extension = package.extension;
    let styles = std::cell::RefCell::new(&mut styles);
    let write = |package: &mut Package<_>, part: &str, out: &mut dyn Write| -> Result<(), Fault> {
        if let Some(plan) = plans.get(part) {
            let mut styles = styles.borrow_mut();
            let marks = |row| plan.marks(row, language, &cuts);
            return Marker::new(&plan.survey, plan.place, &plan.rows, marks, &mut styles, out).copy(package.stream(part)?);
        }
        let text = package.text(part)?;
        let text = if part == CONTENT_TYPES_PART {
            added.content_types(text)?
        } else if part == workbook {
            added.workbook(&text)?
        } else {
            added.relations(text)?
        };
        Ok(out.write_all(text.as_bytes())?)
    };
    let place = |problem: &Problem| {
        let plan = plans.values().find(|plan| plan.source == problem.place.sheet)?;
        let wrong = problem.place.column.as_deref().and_then(|heading| plan.heads.column(heading));
        Some((plan.name.clone(), wrong.or(plan.place.column).unwrap_or_default()))
    };
    let finished = package.copy(&mut out, &changed, &left_out, write, |parts| {
        let mut styles = styles.borrow_mut();
        if cuts.get() > 0 {
            notes.push(CopyNote::new(CopyNoteKind::ReasonsCut, cuts.get()));
        }
        if styles.is_full {
            notes.push(CopyNote::new(CopyNoteKind::NoMoreStyles, ""));
        }
        let notes = notes.iter().map(|note| note.text(language)).collect();
        let summary = Summary { problems, language, notes, namespace, place: &place };
        summary.write(&mut styles, parts.add(&added.summary.target)?)?;
        let text = styles.finish()?;
        Ok(parts.add(&added.styles.target)?.write_all(text.as_bytes())?)
    });
    finished.map_err(failed)?;
    Ok((out.into_inner(), extension))
}

fn unreadable(name: &str, fault: Fault) -> Error {
    let message = format!("`{name}` cannot be annotated with its problems: {fault}");
    Error::new(Code::WorkbookUnreadable, message).with("file", name).caused_by(fault)
}

/// How many problems name a sheet that cannot be marked.
fn unknown<R>(problems: &[Problem], source: &Workbook, package: &Package<R>, names: &HashMap<String, String>) -> usize {
    let with_cells = package.sheets.iter().filter(|sheet| sheet.part.is_some()).map(|sheet| names.get(&sheet.name).unwrap_or(&sheet.name));
    let known: HashSet<&str> = with_cells.filter(|name| source.sheet_names().contains(name)).map(String::as_str).collect();
    problems.iter().filter(|problem| !known.contains(problem.place.sheet.as_str())).count()
}

/// The problem sheet of an earlier copy, recognised by its name and contents.
fn earlier_summary<R>(source: &mut Workbook, package: &Package<R>) -> Result<Option<String>> {
    let is_named = |name: &str| Language::ALL.iter().any(|language| name.starts_with(language.problems()));
    let named: Vec<String> =
        package.sheets.iter().filter(|sheet| sheet.part.is_some() && is_named(&sheet.name)).map(|sheet| sheet.name.clone()).collect();
    for name in named.into_iter().filter(|name| source.sheet_names().contains(name)).collect::<Vec<_>>() {
        let mut found = Vec::new();
        source.read_rows_while(&name, |row| {
            found.push(row.cell(0).text());
            Ok(if found.len() < 2 { ControlFlow::Continue(()) } else { ControlFlow::Break(()) })
        })?;
        if Language::ALL.iter().any(|language| found == [words::ERRORS, words::WARNINGS].map(|words| language.of(words))) {
            return Ok(Some(name));
        }
    }
    Ok(None)
}

/// Surveys a sheet and decides what to mark where; `None` if nothing can be marked.
fn plan<'p, R: Read + Seek>(
    package: &mut Package<R>,
    part: &str,
    heads: Heads,
    mut problems: BTreeMap<u32, Vec<&'p Problem>>,
    source: &str,
    notes: &mut Vec<CopyNote>,
    unplaced: &mut usize,
) -> Result<Option<Plan<'p>>, Fault> {
    let earlier = heads.earlier.map(|(_, column)| column);
    let mut survey = Survey::of(package.stream(part)?, earlier)?;
    let count: usize = problems.values().map(Vec::len).sum();
    if !survey.is_ordered {
        notes.extend((count > 0).then(|| CopyNote::of_sheet(CopyNoteKind::NotInOrder, source, count)));
        return Ok(None);
    }
    let mut drawn = package.relations_of(part)?;
    drawn.retain(|relation| survey.drawings.contains(&relation.id) && package.has(&relation.target));
    for drawing in drawn {
        survey.cover(package.stream(&drawing.target)?)?;
    }
    let place = survey.reasons(earlier);
    let whole = problems.remove(&0).unwrap_or_default();
    let beyond = problems.split_off(&LAST_ROW.saturating_add(1));
    *unplaced = beyond.values().map(Vec::len).sum::<usize>().saturating_add(*unplaced);
    if !whole.is_empty() {
        problems.entry(heads.said_in()).or_default().extend(whole);
    }
    if place.column.is_none() && count > 0 {
        notes.push(CopyNote::of_sheet(CopyNoteKind::NoFreeColumn, source, count));
    }
    let mut rows: Vec<u32> = problems.keys().copied().collect();
    if !rows.is_empty() || place.is_earlier {
        rows.push(heads.said_in());
    }
    let (name, source) = (source.to_owned(), source.to_owned());
    Ok(Some(Plan { name, source, survey, place, heads, problems, rows }))
}

/// What a copy has in addition to the original.
struct Added {
    summary: Relation,
    styles: Relation,
    /// The name of the sheet of problems.
    name: String,
    /// The name that it had in an earlier copy, which is renamed.
    before: Option<String>,
    /// Whether the sheet exists from an earlier copy.
    replaces: bool,
    has_styles: bool,
}

impl Added {
    fn of<R: Read + Seek>(package: &Package<R>, earlier: Option<String>, styles: Option<String>, language: Language, namespace: &str) -> Self {
        let base = match package.relations.iter().find(|relation| relation.is("worksheet")) {
            Some(relation) => relation.kind.trim_end_matches("/worksheet").to_owned(),
            None if namespace == MAIN_STRICT => "http://purl.oclc.org/ooxml/officeDocument/relationships".to_owned(),
            None => RELATIONS.to_owned(),
        };
        let ids: HashSet<&str> = package.relations.iter().map(|relation| relation.id.as_str()).collect();
        let mut free = (1_usize..).map(|number| format!("crm{number}")).filter(|id| !ids.contains(id.as_str()));
        let mut relation = |kind: &str, target: String| Relation { id: free.next().unwrap_or_default(), kind: format!("{base}/{kind}"), target };
        let has =
            |name: &str| package.sheets.iter().any(|sheet| Some(&sheet.name) != earlier.as_ref() && sheet.name.to_lowercase() == name.to_lowercase());
        let wanted = language.problems();
        let names = std::iter::once(wanted.to_owned()).chain((2..).map(|number| format!("{wanted} {number}")));
        let name: String = names.into_iter().find(|name| !has(name)).unwrap_or_default().chars().take(MAX_SHEET_NAME).collect();
        let target = earlier.as_ref().and_then(|earlier| package.sheets.iter().find(|sheet| sheet.name == *earlier)?.part.clone());
        let replaces = target.is_some();
        let summary = relation("worksheet", target.unwrap_or_else(|| package.free_part("xl/worksheets/sheet")));
        let has_styles = styles.is_some();
        let styles = relation("styles", styles.unwrap_or_else(|| package.free_part("xl/styles")));
        Self { summary, styles, name, before: earlier, replaces, has_styles }
    }

    fn content_types(&self, text: String) -> Result<String, Fault> {
        let text = if self.replaces { text } else { with_content_type(&text, &self.summary.target, true)? };
        if self.has_styles { Ok(text) } else { with_content_type(&text, &self.styles.target, false) }
    }

    fn relations(&self, text: String) -> Result<String, Fault> {
        let text = if self.replaces { text } else { with_relation(&text, &self.summary)? };
        if self.has_styles { Ok(text) } else { with_relation(&text, &self.styles) }
    }

    /// The list of sheets with the problem sheet added at the end, or with its new name.
    fn workbook(&self, text: &str) -> Result<String, Fault> {
        let (mut last_id, mut prefix, mut renamed) = (0, None, String::with_capacity(text.len()));
        let mut pieces = Pieces::new(text.as_bytes());
        while let Some(piece) = pieces.next()? {
            let is_sheet = piece.depth == 2 && piece.opens("sheet");
            if is_sheet {
                last_id = piece.number("sheetId")?.unwrap_or_default().max(last_id);
                prefix = prefix.or(piece.prefix_of("id")?);
            }
            if is_sheet && self.replaces && piece.attribute("name")? == self.before && self.before.as_ref() != Some(&self.name) {
                renamed.push_str(&piece.with(&[("name", &self.name)])?);
            } else {
                renamed.push_str(std::str::from_utf8(piece.raw)?);
            }
        }
        if self.replaces {
            return Ok(renamed);
        }
        let (id, number) = (&self.summary.id, u64::from(last_id).saturating_add(1));
        let relation = prefix.map_or_else(|| format!("xmlns:crm=\"{RELATIONS}\" crm:id=\"{id}\""), |prefix| format!("{prefix}id=\"{id}\""));
        inserted(text, "sheets", 1, |p| format!("<{p}sheet name=\"{}\" sheetId=\"{number}\" {relation}/>", attribute_text(&self.name)))
    }
}
