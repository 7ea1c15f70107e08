//! The styles of a workbook, plus those that mark cells: the cell's own, with another fill.
//!
//! Invariant: no existing style changes or moves. A mark can be removed again: it keeps the fill below it where spreadsheets keep a pattern's second
//! colour.

use super::xml::{Fault, Kind, Pieces};
use std::collections::HashMap;

/// Cell styles in one workbook; Excel opens no more. Beyond them cells stay unmarked, and their reasons are still written in the rows.
pub const MAX_CELL_STYLES: usize = 64_000;

/// Fill of a cell that keeps its row out. The colours are unique to marks: close to those of Excel's own styles, but none of them.
const ERROR: &str = "FFFFC9CF";
/// Fill of a cell that somebody should look at.
const WARNING: &str = "FFFFED9F";
/// Fill of our headings.
const HEADING: &str = "FFDDEBF7";

/// The lists of styles that may be extended, in the required order.
const ORDER: [&str; 11] =
    ["numFmts", "fonts", "fills", "borders", "cellStyleXfs", "cellXfs", "cellStyles", "dxfs", "tableStyles", "colors", "extLst"];
/// The initial content of a missing list; existing fills and cell styles are read as they are.
const DEFAULTS: [(&str, &str); 5] = [
    ("fonts", "<font><sz val=\"11\"/><name val=\"Calibri\"/><family val=\"2\"/></font>"),
    ("fills", ""),
    ("borders", "<border><left/><right/><top/><bottom/><diagonal/></border>"),
    ("cellStyleXfs", "<xf numFmtId=\"0\" fontId=\"0\" fillId=\"0\" borderId=\"0\"/>"),
    ("cellXfs", ""),
];
/// The first two fills are always these, whatever a file says.
const FIRST_FILLS: [&str; 2] = ["none", "gray125"];

/// A style of cells, as it is written.
#[derive(Debug, Clone, PartialEq, Eq, Hash)]
struct Xf {
    /// Its attributes but for the fill.
    attributes: String,
    /// Its content.
    inner: String,
    fill: usize,
}

/// The look of cells that we add.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub(super) enum Look {
    /// Text.
    Plain,
    /// A heading.
    Heading,
    /// The reason of an error.
    Error,
    /// The reason of a warning.
    Warning,
}

/// The styles of a workbook.
pub(super) struct Styles {
    text: String,
    prefix: String,
    /// The fills, as they are written.
    fills: Vec<String>,
    /// The number of fills before.
    fills_before: usize,
    xfs: Vec<Xf>,
    xfs_before: usize,
    /// The first of those that look the same.
    places: HashMap<Xf, usize>,
    marked: HashMap<(usize, bool), usize>,
    unmarked: HashMap<usize, usize>,
    looks: HashMap<Look, usize>,
    /// Whether a style could not be added.
    pub(super) is_full: bool,
}

impl Styles {
    /// Reads the styles; none for a workbook without styles.
    pub(super) fn read(text: Option<String>, namespace: &str) -> Result<Self, Fault> {
        let text =
            text.unwrap_or_else(|| format!("<?xml version=\"1.0\" encoding=\"UTF-8\" standalone=\"yes\"?>\n<styleSheet xmlns=\"{namespace}\"/>"));
        let (mut fills, mut xfs, mut prefix, mut list) = (Vec::new(), Vec::new(), String::new(), String::new());
        let mut open: Option<Xf> = None;
        let mut pieces = Pieces::new(text.as_bytes());
        while let Some(piece) = pieces.next()? {
            match piece.depth {
                0 if piece.kind != Kind::Other && piece.kind != Kind::End => prefix = piece.prefix().to_owned(),
                1 if piece.kind == Kind::Start => list = piece.name().to_owned(),
                1 if piece.kind == Kind::End => list.clear(),
                1 => {}
                _ if list == "fills" => match (piece.depth, piece.kind) {
                    (2, Kind::Start | Kind::Empty) => fills.push(std::str::from_utf8(piece.raw)?.to_owned()),
                    (2, Kind::Other) => {}
                    _ => fills.last_mut().iter_mut().for_each(|fill| fill.push_str(&String::from_utf8_lossy(piece.raw))),
                },
                depth if list == "cellXfs" => match (depth, piece.kind) {
                    (2, Kind::Start | Kind::Empty) => {
                        let fill = piece.number("fillId")?.unwrap_or_default() as usize;
                        let xf = Xf { attributes: piece.attributes_but(&["fillId", "applyFill"])?, inner: String::new(), fill };
                        if piece.kind == Kind::Empty { xfs.push(xf) } else { open = Some(xf) }
                    }
                    (2, Kind::End) => xfs.extend(open.take()),
                    _ => open.iter_mut().for_each(|xf| xf.inner.push_str(&String::from_utf8_lossy(piece.raw))),
                },
                _ => {}
            }
        }
        let (fills_before, xfs_before) = (fills.len(), xfs.len());
        let mut styles = Self {
            text,
            prefix,
            fills,
            fills_before,
            xfs,
            xfs_before,
            places: HashMap::new(),
            marked: HashMap::new(),
            unmarked: HashMap::new(),
            looks: HashMap::new(),
            is_full: false,
        };
        let plain = Xf { attributes: " numFmtId=\"0\" fontId=\"0\" borderId=\"0\" xfId=\"0\"".to_owned(), inner: String::new(), fill: 0 };
        let p = &styles.prefix;
        let first = FIRST_FILLS.iter().map(|kind| format!("<{p}fill><{p}patternFill patternType=\"{kind}\"/></{p}fill>"));
        styles.fills.extend(first.skip(fills_before));
        if styles.xfs.is_empty() {
            styles.xfs.push(plain);
        }
        for (place, xf) in styles.xfs.iter().enumerate() {
            styles.places.entry(xf.clone()).or_insert(place);
        }
        Ok(styles)
    }

    /// Whether the file is an earlier copy with marks.
    pub(super) fn has_marks(&self) -> bool {
        self.fills.iter().take(self.fills_before).any(|fill| mark_of(fill).is_some())
    }

    /// A style without its mark: itself if it has none.
    pub(super) fn unmarked(&mut self, style: u32) -> Result<u32, Fault> {
        let at = style as usize;
        let Some(below) = self.xfs.get(at).and_then(|xf| self.fills.get(xf.fill)).and_then(|fill| mark_of(fill)) else { return Ok(style) };
        if let Some(known) = self.unmarked.get(&at) {
            return Ok(u32::try_from(*known)?);
        }
        let p = self.prefix.clone();
        let fill = match below {
            Below::Nothing => 0,
            Below::Colour(colour) => {
                self.fill(format!("<{p}fill><{p}patternFill patternType=\"solid\"><{p}fgColor{colour}/></{p}patternFill></{p}fill>"))
            }
        };
        let Some(xf) = self.xfs.get(at).cloned() else { return Ok(style) };
        let known = self.xf(Xf { fill, ..xf }).unwrap_or(at);
        self.unmarked.insert(at, known);
        Ok(u32::try_from(known)?)
    }

    /// A style with a mark over it, of an error or a warning.
    pub(super) fn marked(&mut self, style: u32, is_error: bool) -> Result<u32, Fault> {
        let style = self.unmarked(style)?;
        let at = if self.xfs.len() > style as usize { style as usize } else { 0 };
        if let Some(known) = self.marked.get(&(at, is_error)) {
            return Ok(u32::try_from(*known)?);
        }
        let Some(xf) = self.xfs.get(at).cloned() else { return Ok(style) };
        let below = self.fills.get(xf.fill).and_then(|fill| solid_colour(fill));
        let fill = self.mark(is_error, below);
        let known = self.xf(Xf { fill, ..xf }).unwrap_or(at);
        self.marked.insert((at, is_error), known);
        Ok(u32::try_from(known)?)
    }

    /// The style of our cells: text that a spreadsheet never calculates, even after somebody edits the cell.
    pub(super) fn look(&mut self, look: Look) -> Result<u32, Fault> {
        if let Some(known) = self.looks.get(&look) {
            return Ok(u32::try_from(*known)?);
        }
        let p = self.prefix.clone();
        let fill = match look {
            Look::Plain => 0,
            Look::Error => self.mark(true, None),
            Look::Warning => self.mark(false, None),
            Look::Heading => self.fill(format!(
                "<{p}fill><{p}patternFill patternType=\"solid\"><{p}fgColor rgb=\"{HEADING}\"/><{p}bgColor rgb=\"{HEADING}\"/></{p}patternFill></{p}fill>"
            )),
        };
        let attributes = " numFmtId=\"49\" fontId=\"0\" borderId=\"0\" xfId=\"0\" quotePrefix=\"1\" applyNumberFormat=\"1\"".to_owned();
        let known = self.xf(Xf { attributes, inner: String::new(), fill }).unwrap_or_default();
        self.looks.insert(look, known);
        Ok(u32::try_from(known)?)
    }

    fn mark(&mut self, is_error: bool, below: Option<String>) -> usize {
        let (p, own) = (self.prefix.clone(), if is_error { ERROR } else { WARNING });
        let below = below.unwrap_or_else(|| format!(" rgb=\"{own}\""));
        self.fill(format!(
            "<{p}fill><{p}patternFill patternType=\"solid\"><{p}fgColor rgb=\"{own}\"/><{p}bgColor{below}/></{p}patternFill></{p}fill>"
        ))
    }

    fn fill(&mut self, fill: String) -> usize {
        let known = self.fills.iter().position(|known| *known == fill);
        known.unwrap_or_else(|| {
            self.fills.push(fill);
            self.fills.len().saturating_sub(1)
        })
    }

    /// `None` if there is no room for another.
    fn xf(&mut self, xf: Xf) -> Option<usize> {
        if let Some(known) = self.places.get(&xf) {
            return Some(*known);
        }
        if self.xfs.len() >= MAX_CELL_STYLES {
            self.is_full = true;
            return None;
        }
        let place = self.xfs.len();
        self.places.insert(xf.clone(), place);
        self.xfs.push(xf);
        Some(place)
    }

    /// The part again, with what was added.
    pub(super) fn finish(&self) -> Result<String, Fault> {
        let p = &self.prefix;
        let mut text = self.text.clone();
        for (name, default) in DEFAULTS {
            text = with_list(&text, p, name, default)?;
        }
        let fills: String = self.fills.iter().skip(self.fills_before).cloned().collect();
        let xfs: String = self.xfs.iter().skip(self.xfs_before).map(|xf| written(xf, p)).collect();
        text = appended(&text, "fills", &fills, self.fills.len())?;
        text = appended(&text, "cellXfs", &xfs, self.xfs.len())?;
        Ok(text)
    }
}

fn written(xf: &Xf, p: &str) -> String {
    let apply = if xf.fill == 0 { "" } else { " applyFill=\"1\"" };
    let start = format!("<{p}xf{} fillId=\"{}\"{apply}", xf.attributes, xf.fill);
    if xf.inner.is_empty() { format!("{start}/>") } else { format!("{start}>{}</{p}xf>", xf.inner) }
}

/// What was below a mark.
enum Below {
    Nothing,
    /// The attributes of a colour.
    Colour(String),
}

/// The colours of a solid fill, as their attributes are written: the visible one, and the other.
fn colours(fill: &str) -> Option<(String, Option<String>)> {
    let mut pieces = Pieces::new(fill.as_bytes());
    let (mut is_solid, mut seen, mut other) = (false, None, None);
    while let Ok(Some(piece)) = pieces.next() {
        if piece.opens("patternFill") {
            is_solid = piece.attribute("patternType").ok()?.as_deref() == Some("solid");
        } else if piece.opens("fgColor") {
            seen = piece.attributes_but(&[]).ok();
        } else if piece.opens("bgColor") {
            other = piece.attributes_but(&[]).ok();
        }
    }
    seen.filter(|_| is_solid).map(|seen| (seen, other))
}

fn solid_colour(fill: &str) -> Option<String> {
    colours(fill).map(|(seen, _)| seen)
}

fn mark_of(fill: &str) -> Option<Below> {
    let (seen, other) = colours(fill)?;
    let is_ours = [ERROR, WARNING].iter().any(|colour| seen.contains(colour));
    match other {
        _ if !is_ours => None,
        Some(other) if other != seen && !other.contains("indexed") => Some(Below::Colour(other)),
        _ => Some(Below::Nothing),
    }
}

/// The styles with a missing list added.
fn with_list(text: &str, prefix: &str, name: &str, default: &str) -> Result<String, Fault> {
    let mut pieces = Pieces::new(text.as_bytes());
    let place = |name: &str| ORDER.iter().position(|known| *known == name);
    let (mut at, mut before, mut is_empty_root) = (0_usize, None, false);
    while let Some(piece) = pieces.next()? {
        match (piece.depth, piece.kind) {
            (0, Kind::Empty) => is_empty_root = true,
            (0, Kind::End) => before = before.or(Some(at)),
            (1, Kind::Start | Kind::Empty) if piece.name() == name => return Ok(text.to_owned()),
            (1, Kind::Start | Kind::Empty) if place(piece.name()) > place(name) => before = before.or(Some(at)),
            _ => {}
        }
        at = at.saturating_add(piece.raw.len());
    }
    let default = default.replace("</", "\u{0}").replace('<', &format!("<{prefix}")).replace('\u{0}', &format!("</{prefix}"));
    let list = format!("<{prefix}{name} count=\"1\">{default}</{prefix}{name}>");
    if is_empty_root {
        return super::package::inserted(text, "styleSheet", 0, |_| list);
    }
    let (head, tail) = text.split_at_checked(before.unwrap_or(at)).ok_or("the styles cannot be read")?;
    Ok(format!("{head}{list}{tail}"))
}

/// The styles with an entry appended to a list, and its count.
fn appended(text: &str, list: &str, added: &str, count: usize) -> Result<String, Fault> {
    let mut pieces = Pieces::new(text.as_bytes());
    let mut written = String::with_capacity(text.len().saturating_add(added.len()));
    while let Some(piece) = pieces.next()? {
        match (piece.depth, piece.kind) {
            (1, Kind::Start) if piece.name() == list => written.push_str(&piece.with(&[("count", &count.to_string())])?),
            (1, Kind::Empty) if piece.name() == list => {
                let (open, name) = (piece.with(&[("count", &count.to_string())])?, format!("{}{list}", piece.prefix()));
                written.push_str(&format!("{}>{added}</{name}>", open.trim_end_matches("/>")));
            }
            (1, Kind::End) if piece.name() == list => {
                written.push_str(added);
                written.push_str(std::str::from_utf8(piece.raw)?);
            }
            _ => written.push_str(std::str::from_utf8(piece.raw)?),
        }
    }
    Ok(written)
}

#[cfg(test)]
mod tests {
    use super::*;

    const MAIN: &str = "http://schemas.openxmlformats.org/spreadsheetml/2006/main";

    fn styles() -> Styles {
        let text = format!(
            "<styleSheet xmlns=\"{MAIN}\"><fonts count=\"1\"><font><b/></font></fonts><fills count=\"4\"><fill><patternFill patternType=\"none\"/></fill>\
             <fill><patternFill patternType=\"gray125\"/></fill><fill><patternFill patternType=\"solid\"><fgColor theme=\"4\" tint=\"0.5\"/>\
             <bgColor indexed=\"64\"/></patternFill></fill><fill><patternFill patternType=\"solid\"><fgColor rgb=\"FFFFC7CE\"/></patternFill></fill></fills>\
             <borders count=\"1\"><border/></borders><cellStyleXfs count=\"1\"><xf/></cellStyleXfs><cellXfs count=\"3\"><xf numFmtId=\"0\"/>\
             <xf numFmtId=\"4\" fillId=\"2\" applyFill=\"1\" fontId=\"0\"><alignment horizontal=\"right\"/></xf><xf numFmtId=\"4\" fillId=\"3\"/></cellXfs></styleSheet>"
        );
        Styles::read(Some(text), MAIN).unwrap()
    }

    #[test]
    fn a_mark_keeps_the_rest_of_the_style_and_comes_off_again() {
        let mut styles = styles();
        assert!(!styles.has_marks(), "Excel's own style of bad values is no mark of ours");
        let marked =
            [styles.marked(0, true).unwrap(), styles.marked(1, false).unwrap(), styles.marked(1, true).unwrap(), styles.marked(1, false).unwrap()];
        assert_eq!(marked, [3, 4, 5, 4]);
        let text = styles.finish().unwrap();
        assert!(text.contains("<fills count=\"7\">") && text.contains("<cellXfs count=\"6\">"), "{text}");
        assert!(text.contains("<xf numFmtId=\"4\" fontId=\"0\" fillId=\"5\" applyFill=\"1\"><alignment horizontal=\"right\"/></xf>"), "{text}");
        let mut again = Styles::read(Some(text), MAIN).unwrap();
        assert!(again.has_marks());
        assert_eq!([again.unmarked(0).unwrap(), again.unmarked(1).unwrap()], [0, 1]);
        let bare = again.unmarked(4).unwrap() as usize;
        assert_eq!(solid_colour(&again.fills[again.xfs[bare].fill]).unwrap(), " theme=\"4\" tint=\"0.5\"");
        assert_eq!(
            (again.xfs[bare].attributes.as_str(), again.xfs[bare].inner.as_str()),
            (" numFmtId=\"4\" fontId=\"0\"", "<alignment horizontal=\"right\"/>")
        );
        let nothing = again.unmarked(3).unwrap() as usize;
        assert_eq!(again.xfs[nothing].fill, 0);
    }

    #[test]
    fn styles_that_are_not_there_are_made() {
        for text in [None, Some(format!("<s:styleSheet xmlns:s=\"{MAIN}\"><s:cellXfs count=\"0\"/><s:extLst/></s:styleSheet>"))] {
            let mut styles = Styles::read(text, MAIN).unwrap();
            assert_eq!(styles.marked(0, true).unwrap(), 1);
            let text = styles.finish().unwrap();
            let places: Vec<_> = ["fonts count", "fills count=\"3\"", "borders count", "cellStyleXfs count", "cellXfs count=\"2\""]
                .map(|list| text.find(list))
                .to_vec();
            assert!(places.iter().all(Option::is_some) && places.is_sorted(), "{text}");
            let again = Styles::read(Some(text), MAIN).unwrap();
            assert_eq!((again.xfs.len(), again.fills.len()), (2, 3));
        }
    }

    #[test]
    fn there_is_an_end_to_styles() {
        let mut styles = styles();
        styles.xfs.resize(MAX_CELL_STYLES, styles.xfs[0].clone());
        assert_eq!((styles.marked(1, true).unwrap(), styles.is_full), (1, true));
    }
}
