//! What a sheet is: its heading rows, its kind, and how certain that is.
//!
//! Invariant: nothing is recognised below the requested certainty, nor where two kinds fit equally well.

use crate::annotate::is_problems_heading;
use crate::cell::Cell;
use crate::headings::{forms, is_known, normalised};
use crate::mapping::{ColumnMapping, Field, Found, Heading, Headings, SheetKind, letters};
use crm_core::opening::{SheetCandidate, SheetReason};
use crm_core::text::search_key;
use std::collections::BTreeSet;
use std::ops::Range;

/// The number of columns in which headings are searched for; later columns have none.
pub const MAX_HEADINGS: usize = 1_000;
/// Below this certainty, in percent, a sheet is skipped unless the caller says what it is.
pub const MIN_CERTAINTY: u32 = 60;
/// Two kinds that are less than this apart, in percentage points, fit equally well.
pub const MIN_LEAD: u32 = 10;

/// The maximum certainty of a kind that lacks a required column.
const INCOMPLETE: u32 = 40;
/// The maximum certainty when known headings are among many unknown ones.
const MANY_KNOWN: u32 = 85;
/// The maximum certainty of a sheet that is named for another kind.
const NAMED_OTHERWISE: u32 = 75;
/// What a kind's name within the sheet's name adds.
const NAME_WITHIN: u32 = 30;
/// What the name of something else subtracts.
const FOREIGN_NAME: u32 = 50;
/// The minimum certainty of a sheet that is named for its kind and has the required columns.
const NAMED: u32 = 90;

/// Sheets with these names are not part of an opening, whatever their headings.
const FOREIGN: &[&str] = &[
    "proveedores",
    "proveedor",
    "acreedores",
    "suppliers",
    "supplier",
    "vendors",
    "供应商",
    "供應商",
    "ventas",
    "sales",
    "pedidos",
    "orders",
    "compras",
    "purchases",
    "empleados",
    "employees",
    "员工",
    "員工",
    "resumen",
    "summary",
    "dashboard",
    "indice",
    "index",
    "estadisticas",
    "statistics",
    "汇总",
    "匯總",
    "销售",
    "銷售",
];

/// A heading row, or two that are read together.
#[derive(Debug, Clone, Default)]
pub(crate) struct HeadingRows {
    pub(crate) rows: Vec<u32>,
    pub(crate) headings: Headings,
    /// The tables next to each other under these headings; empty if there is only one.
    pub(crate) tables: Vec<TableBeside>,
}

/// One of several tables next to each other.
#[derive(Debug, Clone)]
pub(crate) struct TableBeside {
    columns: Range<usize>,
    /// What it could be.
    kinds: Vec<SheetKind>,
}

impl HeadingRows {
    fn new(rows: Vec<u32>, headings: Headings) -> Self {
        let tables = tables_beside(&headings);
        Self { rows, headings, tables }
    }

    /// Finds the columns of a kind. If there are several tables, what the caller did not specify is searched for in the one of that kind.
    pub(crate) fn find(&self, kind: SheetKind, mapping: &ColumnMapping) -> Found {
        let mut its = self.tables.iter().filter(|table| table.kinds.contains(&kind));
        match (its.next(), its.next()) {
            (Some(table), None) => mapping.find(kind, &self.headings, &self.headings.only(&table.columns)),
            _ => mapping.find(kind, &self.headings, &self.headings),
        }
    }

    /// What the tables next to each other are, with their columns.
    pub(crate) fn tables(&self) -> String {
        let said = |table: &TableBeside| {
            let kind = table.kinds.first().map_or("", |kind| kind.as_str());
            format!("{kind} ({}-{})", letters(table.columns.start), letters(table.columns.end.saturating_sub(1)))
        };
        self.tables.iter().map(said).collect::<Vec<_>>().join(", ")
    }
}

/// The ranges between columns without a heading, if at least two of them are complete tables of some kind.
fn tables_beside(headings: &Headings) -> Vec<TableBeside> {
    let mut parts: Vec<Range<usize>> = Vec::new();
    for column in (0..headings.len()).filter(|column| headings.get(*column).is_some_and(|heading| !heading.full.is_empty())) {
        match parts.last_mut().filter(|part| part.end == column) {
            Some(part) => part.end = column.saturating_add(1),
            None => parts.push(column..column.saturating_add(1)),
        }
    }
    if parts.len() < 2 {
        return Vec::new();
    }
    let table = |columns: Range<usize>| {
        let kinds = whole_kinds(&headings.only(&columns));
        (!kinds.is_empty()).then_some(TableBeside { columns, kinds })
    };
    let tables: Vec<TableBeside> = parts.into_iter().filter_map(table).collect();
    if tables.len() < 2 { Vec::new() } else { tables }
}

/// The kinds whose columns are all there, and that can be recognised by headings alone, the one with the most columns first.
fn whole_kinds(headings: &Headings) -> Vec<SheetKind> {
    let filled = headings.iter().filter(|heading| !heading.full.is_empty()).count();
    let mut kinds: Vec<(usize, SheetKind)> = Vec::new();
    for kind in SheetKind::ALL {
        let found = ColumnMapping::default().find(kind, headings, headings);
        let is_most = found.by_field.len() > 1 && found.by_field.len().saturating_mul(2) >= filled;
        if found.missing.is_empty() && is_most && is_open(kind, headings, &found) {
            kinds.push((found.by_field.len(), kind));
        }
    }
    kinds.sort_by_key(|(columns, _)| std::cmp::Reverse(*columns));
    kinds.into_iter().map(|(_, kind)| kind).collect()
}

/// What another table is that begins with a row below a sheet's headings, if one does: the row holds only words, most of them headings, and they are
/// all that some kind needs.
pub(crate) fn another_table(cells: &[Cell]) -> Option<SheetKind> {
    let filled = || cells.iter().filter(|cell| !cell.is_empty());
    if filled().nth(1).is_none() || !filled().all(is_words) {
        return None;
    }
    let known = filled().filter(|cell| forms(&cell.text()).iter().any(|form| is_known(form))).count();
    if known.saturating_mul(2) < filled().count() {
        return None;
    }
    whole_kinds(&Headings::new(cells.iter().take(MAX_HEADINGS).map(heading).collect())).into_iter().next()
}

/// What a sheet was recognised as.
#[derive(Debug, Clone)]
pub(crate) struct Recognised {
    pub(crate) kind: SheetKind,
    pub(crate) reason: SheetReason,
    pub(crate) certainty: u32,
    pub(crate) at: HeadingRows,
    pub(crate) found: Found,
}

/// The findings about a sheet, whether or not they are enough.
#[derive(Debug, Clone, Default)]
pub(crate) struct Recognition {
    pub(crate) taken: Option<Recognised>,
    /// Why it was not recognised.
    pub(crate) reason: SheetReason,
    pub(crate) candidates: Vec<SheetCandidate>,
    /// The likeliest heading rows, even of a sheet that is skipped.
    pub(crate) at: HeadingRows,
}

/// Every place where headings could be among the first rows: each row, and each two consecutive rows that hold only texts.
pub(crate) fn heading_rows(rows: &[(u32, Vec<Cell>)]) -> Vec<HeadingRows> {
    let single =
        |(number, cells): &(u32, Vec<Cell>)| HeadingRows::new(vec![*number], Headings::new(cells.iter().take(MAX_HEADINGS).map(heading).collect()));
    let mut found: Vec<HeadingRows> = rows.iter().filter(|(_, cells)| cells.iter().any(is_words)).map(single).collect();
    for pair in rows.windows(2) {
        let [(upper_row, upper), (lower_row, lower)] = pair else { continue };
        let are_words = |cells: &[Cell]| cells.iter().all(|cell| cell.is_empty() || is_words(cell));
        if upper_row.saturating_add(1) == *lower_row && are_words(upper) && are_words(lower) {
            found.push(HeadingRows::new(vec![*upper_row, *lower_row], Headings::new(together(upper, lower))));
        }
    }
    found
}

/// Text that is not a figure.
fn is_words(cell: &Cell) -> bool {
    matches!(cell, Cell::Text(text) if text.chars().any(char::is_alphabetic))
}

fn heading(cell: &Cell) -> Heading {
    Heading::of(cell.text())
}

/// Two heading rows as one: a heading above several columns adds to each of those below it.
fn together(upper: &[Cell], lower: &[Cell]) -> Vec<Heading> {
    let mut above = String::new();
    let mut headings = Vec::new();
    for column in 0..upper.len().max(lower.len()).min(MAX_HEADINGS) {
        let own = upper.get(column).map(Cell::text).unwrap_or_default();
        let below = lower.get(column).map(Cell::text).unwrap_or_default();
        if !own.is_empty() {
            above.clone_from(&own);
        } else if below.is_empty() {
            above.clear();
        }
        headings.push(match (above.is_empty(), below.is_empty()) {
            (true, true) => Heading::default(),
            (false, true) if own.is_empty() => Heading::default(),
            (false, true) => Heading::of(own),
            (true, false) => Heading::of(below),
            (false, false) => {
                let mut all = forms(&format!("{above} {below}"));
                for form in forms(&format!("{below} {above}")).into_iter().chain(forms(&below)) {
                    if !all.contains(&form) {
                        all.push(form);
                    }
                }
                Heading { forms: all, full: format!("{above}\n{below}"), text: below }
            }
        });
    }
    headings
}

/// What a sheet's name says.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Name {
    Exactly(SheetKind),
    Within(SheetKind),
    Foreign,
    Nothing,
}

/// The longest name of a kind within the name; two kinds of the same length decide nothing.
fn name_of(sheet: &str) -> Name {
    if let Some(kind) = SheetKind::of_name(sheet) {
        return Name::Exactly(kind);
    }
    let key = search_key(sheet);
    let words: Vec<String> = key.split(|c: char| !c.is_alphanumeric()).filter(|word| !word.is_empty()).map(str::to_owned).collect();
    let mut runs: BTreeSet<String> = BTreeSet::new();
    for start in 0..words.len() {
        for end in start..words.len() {
            runs.insert(words.get(start..=end).unwrap_or_default().concat());
        }
    }
    let whole = words.concat();
    let is_within = |name: &str| runs.contains(name) || (!name.is_ascii() && whole.contains(name));
    if FOREIGN.iter().any(|name| is_within(name)) {
        return Name::Foreign;
    }
    let mut best: Vec<(usize, SheetKind)> = Vec::new();
    for kind in SheetKind::ALL {
        if let Some(length) = kind.names().iter().filter(|name| is_within(name)).map(|name| name.chars().count()).max() {
            best.push((length, kind));
        }
    }
    best.sort_by_key(|(length, _)| std::cmp::Reverse(*length));
    match best.as_slice() {
        [(longest, kind), rest @ ..] if rest.first().is_none_or(|(second, _)| second < longest) => Name::Within(*kind),
        _ => Name::Nothing,
    }
}

/// A kind under certain heading rows.
struct Fit {
    kind: SheetKind,
    certainty: u32,
    /// The share of headings that the kind explains, in percent.
    share: u32,
    at: HeadingRows,
    found: Found,
}

/// What a sheet is, by its name and its headings. `kinds` are the candidates; all if empty.
pub(crate) fn recognise(sheet: &str, places: &[HeadingRows], kinds: &[SheetKind], least: u32) -> Recognition {
    let name = name_of(sheet);
    let is_asked = |kind: &SheetKind| kinds.is_empty() || kinds.contains(kind);
    let mut fits: Vec<Fit> = Vec::new();
    for kind in SheetKind::ALL.into_iter().filter(is_asked) {
        let best = places.iter().filter_map(|at| fit(kind, name, at)).reduce(|best, next| {
            // Between two rows read together and one alone, the single row wins unless the two say more.
            let is_more = (next.found.missing.is_empty(), next.certainty, next.share) > (best.found.missing.is_empty(), best.certainty, best.share);
            if is_more { next } else { best }
        });
        fits.extend(best);
    }
    fits.sort_by_key(|fit| std::cmp::Reverse((fit.certainty, fit.share)));
    let candidates = fits.iter().filter(|fit| fit.certainty > 0).map(candidate).collect();
    let Some(first) = fits.first().filter(|fit| !fit.found.by_field.is_empty()) else {
        return Recognition { reason: SheetReason::NoHeadings, ..Recognition::default() };
    };
    let is_rival = |other: &Fit| {
        other.certainty >= least && first.certainty.abs_diff(other.certainty) < MIN_LEAD && first.share.abs_diff(other.share) < MIN_LEAD
    };
    let named = match name {
        Name::Exactly(kind) | Name::Within(kind) => fits.iter().find(|fit| fit.kind == kind),
        _ => None,
    };
    let lacks = named.or(Some(first)).is_some_and(|fit| !fit.found.missing.is_empty() && (named.is_some() || fit.share >= least));
    let reason = match () {
        () if first.certainty >= least && !first.at.tables.is_empty() => SheetReason::SeveralTables,
        () if first.certainty >= least && first.found.missing.is_empty() => match fits.iter().skip(1).any(is_rival) {
            true => SheetReason::Draw,
            false if matches!(name, Name::Exactly(kind) | Name::Within(kind) if kind == first.kind) => SheetReason::Name,
            false => SheetReason::Headings,
        },
        () if lacks => SheetReason::ColumnsMissing,
        () => SheetReason::Uncertain,
    };
    let at = first.at.clone();
    let taken = matches!(reason, SheetReason::Name | SheetReason::Headings).then(|| Recognised {
        kind: first.kind,
        reason,
        certainty: first.certainty,
        at: at.clone(),
        found: first.found.clone(),
    });
    Recognition { taken, reason, candidates, at }
}

fn candidate(fit: &Fit) -> SheetCandidate {
    let missing = fit.found.missing.iter().map(|field| field.as_str().to_owned()).collect();
    SheetCandidate { kind: fit.kind.as_str().to_owned(), certainty: fit.certainty, missing }
}

/// How well a kind fits; none if none of the headings is its own.
fn fit(kind: SheetKind, name: Name, at: &HeadingRows) -> Option<Fit> {
    let found = at.find(kind, &ColumnMapping::default());
    if found.by_field.is_empty() {
        return None;
    }
    let all = at.headings.iter().filter(|h| !h.full.is_empty() && !is_problems_heading(&h.text)).count();
    let is_carried = |field: &Field| kind.carried().contains(field);
    let weight = |field: &Field| if is_carried(field) { 75_usize } else { 100 };
    let share = found.by_field.keys().map(weight).fold(0_usize, usize::saturating_add).checked_div(all).unwrap_or_default();
    let share = u32::try_from(share).unwrap_or(100).min(100);
    let anybodys = found.by_column.values().filter(|(_, _, is_anybodys)| *is_anybodys).count();
    let specific = found.by_field.len().saturating_sub(anybodys);
    let known = specific.saturating_mul(15).saturating_add(anybodys.saturating_mul(5)).saturating_add(30);
    let by_count = u32::try_from(known).unwrap_or(MANY_KNOWN).min(MANY_KNOWN);
    let mut certainty = share.max(by_count);
    if !found.missing.is_empty() || (specific == 0 && found.by_field.len() < 2) {
        certainty = (share / 2).min(INCOMPLETE);
    }
    certainty = match name {
        Name::Exactly(named) if named == kind && found.missing.is_empty() => NAMED.saturating_add(share / 10),
        Name::Within(named) if named == kind && found.missing.is_empty() && !is_movements(kind, &at.headings, true) => {
            certainty.saturating_add(NAME_WITHIN).min(NAMED.saturating_add(5))
        }
        // People and places have sheets with names of their own: a list of customers is called something else.
        Name::Exactly(SheetKind::Contacts | SheetKind::Addresses) | Name::Within(SheetKind::Contacts | SheetKind::Addresses)
            if kind == SheetKind::Customers =>
        {
            certainty.min(INCOMPLETE)
        }
        // Stock without its columns is not a list of products.
        Name::Exactly(SheetKind::OpeningStock) if kind == SheetKind::Products && !found.by_field.contains_key(&Field::ProductName) => {
            certainty.min(INCOMPLETE)
        }
        // It is reported as what it could be, and never recognised as it.
        _ if kind == SheetKind::Receivables && found.missing.is_empty() && !is_open(kind, &at.headings, &found) => certainty.min(INCOMPLETE),
        _ if !is_open(kind, &at.headings, &found) => 0,
        Name::Exactly(_) | Name::Within(_) => certainty.min(NAMED_OTHERWISE),
        Name::Foreign => certainty.saturating_sub(FOREIGN_NAME),
        Name::Nothing => certainty,
    };
    Some(Fit { kind, certainty, share, at: at.clone(), found })
}

/// Whether headings alone can show that a sheet is of a kind. Price lists and credits are recognised by the names of their sheets only. Documents and
/// dates belong to movements, unless the sheet says for each customer what falls due when. People and places next to a customer's name are on a list
/// of customers.
fn is_open(kind: SheetKind, headings: &Headings, found: &Found) -> bool {
    match kind {
        SheetKind::PriceLists | SheetKind::Credits => false,
        SheetKind::Receivables => found.by_field.contains_key(&Field::DueDay) && !has(headings, Field::Quantity),
        SheetKind::Contacts | SheetKind::Addresses => {
            let customers = ColumnMapping::default().find(SheetKind::Customers, headings, headings);
            !customers.by_field.contains_key(&Field::CustomerName) && !is_movements(kind, headings, false)
        }
        _ => !is_movements(kind, headings, false),
    }
}

/// Whether the headings are those of a journal: documents, or days.
fn is_movements(kind: SheetKind, headings: &Headings, is_named: bool) -> bool {
    !matches!(kind, SheetKind::Receivables | SheetKind::Credits) && (has(headings, Field::Document) || (!is_named && has(headings, Field::Date)))
}

fn has(headings: &Headings, field: Field) -> bool {
    let mut words = field.synonyms().filter(|(_, is_anybodys)| !is_anybodys).map(|(word, _)| word);
    words.any(|word| headings.has(word))
}

/// Whether a heading means a field on some kind of sheet.
pub(crate) fn means_anything(heading: &Heading) -> bool {
    heading.forms.iter().any(|form| is_known(form))
}

/// Whether a heading means one of some fields.
pub(crate) fn means_one_of(heading: &Heading, mut fields: impl Iterator<Item = Field>) -> Option<Field> {
    fields.find(|field| field.synonyms().any(|(word, _)| heading.forms.iter().any(|form| form == word)))
}

/// Whether two sheet names differ only in numbers, such as those of a month.
pub(crate) fn is_same_but_for_numbers(one: &str, other: &str) -> bool {
    let key = |name: &str| normalised(name).chars().filter(|c| !c.is_numeric()).collect::<String>();
    !key(one).is_empty() && key(one) == key(other)
}
