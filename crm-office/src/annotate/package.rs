//! The package of an .xlsx or .xlsm: the role of each part, and a copy with some parts replaced.
//!
//! Invariant: a part that is not replaced is copied as it is in the archive, still packed.

use super::xml::{Fault, Pieces, attribute_text};
use crate::limits::MAX_PART_BYTES;
use std::collections::HashMap;
use std::io::{BufReader, Read, Seek, Write};
use zip::write::SimpleFileOptions;
use zip::{CompressionMethod, ZipArchive, ZipWriter};

/// Unpacked bytes of one part that is held as a whole: styles, and the lists of sheets, parts and relations.
pub(super) const MAX_HELD_PART: u64 = 64 * 1024 * 1024;
/// Parts of one package.
pub(super) const MAX_PARTS: usize = 20_000;

const CONTENT_TYPES: &str = "[Content_Types].xml";
const WORKSHEET: &str = "application/vnd.openxmlformats-officedocument.spreadsheetml.worksheet+xml";
const STYLES: &str = "application/vnd.openxmlformats-officedocument.spreadsheetml.styles+xml";

/// One relation of a part to another.
#[derive(Debug, Clone)]
pub(super) struct Relation {
    pub(super) id: String,
    /// Its type: a URI of the standard, whose last word names it.
    pub(super) kind: String,
    /// The other part's name.
    pub(super) target: String,
}

impl Relation {
    pub(super) fn is(&self, kind: &str) -> bool {
        self.kind.rsplit('/').next() == Some(kind)
    }
}

/// A sheet as the workbook lists it.
#[derive(Debug, Clone)]
pub(super) struct Sheet {
    pub(super) name: String,
    /// Its part, if it is a worksheet.
    pub(super) part: Option<String>,
}

/// An open package.
pub(super) struct Package<R> {
    archive: ZipArchive<R>,
    parts: HashMap<String, usize>,
    /// The part that lists the sheets.
    pub(super) workbook: String,
    pub(super) relations: Vec<Relation>,
    pub(super) sheets: Vec<Sheet>,
    /// The extension that its content type requires.
    pub(super) extension: &'static str,
}

/// The names of parts are compared without case.
fn key(name: &str) -> String {
    name.replace('\\', "/").trim_start_matches('/').to_ascii_lowercase()
}

fn missing(part: &str) -> Fault {
    format!("the part `{part}` is missing").into()
}

impl<R: Read + Seek> Package<R> {
    pub(super) fn open(source: R) -> Result<Self, Fault> {
        let archive = ZipArchive::new(source)?;
        if archive.len() > MAX_PARTS {
            return Err(format!("it has more than {MAX_PARTS} parts (MAX_PARTS)").into());
        }
        let mut parts = HashMap::new();
        for index in 0..archive.len() {
            let name = archive.name_for_index(index).ok_or("a part has no name")??;
            if parts.insert(key(&name), index).is_some() {
                return Err(format!("the part `{name}` occurs twice").into());
            }
        }
        let (workbook, extension) = (String::new(), "xlsx");
        let mut package = Self { archive, parts, workbook, relations: Vec::new(), sheets: Vec::new(), extension };
        package.workbook = package.relations_of("")?.into_iter().find(|r| r.is("officeDocument")).ok_or("it contains no workbook")?.target;
        package.relations = package.relations_of(&package.workbook.clone())?;
        package.sheets = package.list_sheets()?;
        package.extension = package.content_kind()?;
        Ok(package)
    }

    pub(super) fn has(&self, part: &str) -> bool {
        self.parts.contains_key(&key(part))
    }

    /// Whether a part's name begins so.
    pub(super) fn has_under(&self, folder: &str) -> bool {
        self.parts.keys().any(|name| name.starts_with(folder))
    }

    /// A part, as a stream.
    pub(super) fn stream(&mut self, part: &str) -> Result<impl std::io::BufRead + '_, Fault> {
        let index = *self.parts.get(&key(part)).ok_or_else(|| missing(part))?;
        Ok(BufReader::with_capacity(64 * 1024, self.archive.by_index(index)?))
    }

    /// A small part as text.
    pub(super) fn text(&mut self, part: &str) -> Result<String, Fault> {
        let mut text = String::new();
        self.stream(part)?.take(MAX_HELD_PART).read_to_string(&mut text)?;
        if text.len() as u64 == MAX_HELD_PART {
            return Err(format!("the part `{part}` is larger than {MAX_HELD_PART} bytes (MAX_HELD_PART)").into());
        }
        Ok(text)
    }

    /// A part's relations within the package; an empty name stands for the package itself.
    pub(super) fn relations_of(&mut self, part: &str) -> Result<Vec<Relation>, Fault> {
        let list = relations_part(part);
        if !self.has(&list) {
            return Ok(Vec::new());
        }
        let text = self.text(&list)?;
        let mut pieces = Pieces::new(text.as_bytes());
        let mut found = Vec::new();
        while let Some(piece) = pieces.next()? {
            if piece.opens("Relationship") && piece.attribute("TargetMode")?.as_deref() != Some("External") {
                let target = piece.attribute("Target")?.unwrap_or_default();
                let (id, kind) = (piece.attribute("Id")?.unwrap_or_default(), piece.attribute("Type")?.unwrap_or_default());
                found.push(Relation { id, kind, target: resolved(part, &target) });
            }
        }
        Ok(found)
    }

    fn list_sheets(&mut self) -> Result<Vec<Sheet>, Fault> {
        let text = self.text(&self.workbook.clone())?;
        let mut pieces = Pieces::new(text.as_bytes());
        let mut sheets = Vec::new();
        while let Some(piece) = pieces.next()? {
            if piece.depth == 2 && piece.opens("sheet") {
                let (name, id) = (piece.attribute("name")?.unwrap_or_default(), piece.attribute(":id")?.unwrap_or_default());
                let part = self.relations.iter().find(|relation| relation.id == id && relation.is("worksheet"));
                sheets.push(Sheet { name, part: part.map(|relation| relation.target.clone()) });
            }
        }
        Ok(sheets)
    }

    /// Macros change the content type, and such a file must not be called .xlsx.
    fn content_kind(&mut self) -> Result<&'static str, Fault> {
        let text = self.text(CONTENT_TYPES)?;
        let mut pieces = Pieces::new(text.as_bytes());
        while let Some(piece) = pieces.next()? {
            if piece.opens("Override") && piece.attribute("PartName")?.is_some_and(|name| key(&name) == key(&self.workbook)) {
                let kind = piece.attribute("ContentType")?.unwrap_or_default();
                return Ok(match (kind.contains("macroEnabled"), kind.contains("template")) {
                    (false, false) => "xlsx",
                    (true, false) => "xlsm",
                    (false, true) => "xltx",
                    (true, true) => "xltm",
                });
            }
        }
        Ok("xlsx")
    }

    /// Unused names for a new part, the first like `xl/worksheets/sheet7.xml`.
    pub(super) fn free_part(&self, stem: &str) -> String {
        let names = (1..=self.parts.len().saturating_add(1)).map(|number| format!("{stem}{number}.xml"));
        names.into_iter().find(|name| !self.has(name)).unwrap_or_else(|| format!("{stem}.xml"))
    }

    /// Copies the package: a function writes the parts in `changed`, in the order of the archive; those in `left_out` are not copied, and `last` adds
    /// new ones.
    pub(super) fn copy<W: Write + Seek>(
        &mut self,
        out: W,
        changed: &[String],
        left_out: &[String],
        mut write: impl FnMut(&mut Self, &str, &mut dyn Write) -> Result<(), Fault>,
        last: impl FnOnce(&mut NewParts<'_, W>) -> Result<(), Fault>,
    ) -> Result<(), Fault> {
        let mut writer = ZipWriter::new(out);
        let comment = self.archive.comment().to_vec();
        writer.set_raw_comment(comment.into_boxed_slice())?;
        let indexes =
            |parts: &[String]| parts.iter().filter_map(|part| Some((*self.parts.get(&key(part))?, part.clone()))).collect::<HashMap<_, _>>();
        let (changed, left_out) = (indexes(changed), indexes(left_out));
        for index in (0..self.archive.len()).filter(|index| !left_out.contains_key(index)) {
            let Some(part) = changed.get(&index) else {
                writer.raw_copy_file(self.archive.by_index_raw(index)?)?;
                continue;
            };
            let (name, time, large) = {
                let entry = self.archive.by_index_raw(index)?;
                (entry.name()?.into_owned(), entry.last_modified(), entry.size() > MAX_PART_BYTES / 2)
            };
            let options = packed(large);
            writer.start_file(name, time.map_or(options, |time| options.last_modified_time(time)))?;
            write(self, part, &mut writer)?;
        }
        last(&mut NewParts { writer: &mut writer })?;
        writer.finish()?;
        Ok(())
    }
}

/// Adds parts after the original ones.
pub(super) struct NewParts<'a, W: Write + Seek> {
    writer: &'a mut ZipWriter<W>,
}

impl<W: Write + Seek> NewParts<'_, W> {
    pub(super) fn add(&mut self, name: &str) -> Result<&mut dyn Write, Fault> {
        self.writer.start_file(name, packed(false))?;
        Ok(self.writer)
    }
}

fn packed(large: bool) -> SimpleFileOptions {
    SimpleFileOptions::default().compression_method(CompressionMethod::Deflated).large_file(large)
}

/// The part that lists the relations of another.
pub(super) fn relations_part(part: &str) -> String {
    let (folder, name) = part.rsplit_once('/').map_or(("", part), |(folder, name)| (folder, name));
    if folder.is_empty() { format!("_rels/{name}.rels") } else { format!("{folder}/_rels/{name}.rels") }
}

/// The name of a part as another part refers to it.
fn resolved(from: &str, target: &str) -> String {
    let target = target.replace('\\', "/");
    let mut path: Vec<&str> = match target.strip_prefix('/') {
        Some(_) => Vec::new(),
        None => from.split('/').rev().skip(1).collect::<Vec<_>>().into_iter().rev().collect(),
    };
    for step in target.split('/') {
        match step {
            "" | "." => {}
            ".." => drop(path.pop()),
            step => path.push(step),
        }
    }
    path.join("/")
}

/// A text with something inserted before a closing tag, which is opened if it was self-closing.
pub(super) fn inserted(text: &str, parent: &str, depth: usize, child: impl FnOnce(&str) -> String) -> Result<String, Fault> {
    let mut pieces = Pieces::new(text.as_bytes());
    let (mut written, mut child) = (Vec::with_capacity(text.len().saturating_add(256)), Some(child));
    while let Some(piece) = pieces.next()? {
        if piece.depth == depth && piece.name() == parent && child.is_some() {
            let prefix = piece.prefix().to_owned();
            if piece.kind == super::xml::Kind::End
                && let Some(child) = child.take()
            {
                written.extend_from_slice(child(&prefix).as_bytes());
            } else if piece.kind == super::xml::Kind::Empty
                && let Some(child) = child.take()
            {
                let open = piece.with(&[])?;
                written.extend_from_slice(open.trim_end_matches("/>").as_bytes());
                written.extend_from_slice(format!(">{}</{prefix}{parent}>", child(&prefix)).as_bytes());
                continue;
            }
        }
        written.extend_from_slice(piece.raw);
    }
    if child.is_some() {
        return Err(format!("the element `{parent}` is missing").into());
    }
    Ok(String::from_utf8(written)?)
}

/// The list of content types with a sheet, or the styles, added.
pub(super) fn with_content_type(text: &str, part: &str, is_sheet: bool) -> Result<String, Fault> {
    let kind = if is_sheet { WORKSHEET } else { STYLES };
    inserted(text, "Types", 0, |prefix| format!("<{prefix}Override PartName=\"/{}\" ContentType=\"{kind}\"/>", attribute_text(part)))
}

/// The list of relations with one added.
pub(super) fn with_relation(text: &str, relation: &Relation) -> Result<String, Fault> {
    let [id, kind, target] = [&relation.id, &relation.kind, &relation.target].map(|value| attribute_text(value));
    inserted(text, "Relationships", 0, |prefix| format!("<{prefix}Relationship Id=\"{id}\" Type=\"{kind}\" Target=\"/{target}\"/>"))
}

pub(super) const CONTENT_TYPES_PART: &str = CONTENT_TYPES;

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn parts_are_found_as_others_name_them() {
        assert_eq!(resolved("xl/workbook.xml", "worksheets/sheet1.xml"), "xl/worksheets/sheet1.xml");
        assert_eq!(resolved("xl/workbook.xml", "/xl/worksheets/sheet1.xml"), "xl/worksheets/sheet1.xml");
        assert_eq!(resolved("xl/worksheets/sheet1.xml", "../drawings/./drawing1.xml"), "xl/drawings/drawing1.xml");
        assert_eq!(resolved("", "xl/workbook.xml"), "xl/workbook.xml");
        assert_eq!(resolved("", "../../etc/passwd"), "etc/passwd");
        assert_eq!(
            [relations_part(""), relations_part("a.xml"), relations_part("xl/a.xml")],
            ["_rels/.rels", "_rels/a.xml.rels", "xl/_rels/a.xml.rels"]
        );
    }

    #[test]
    fn an_element_is_put_before_the_end_of_another() {
        let put = |text| inserted(text, "b", 1, |prefix| format!("<{prefix}c/>"));
        assert_eq!(put("<a><b>1</b><b/></a>").unwrap(), "<a><b>1<c/></b><b/></a>");
        assert_eq!(put("<x:a><x:b d='1'/></x:a>").unwrap(), "<x:a><x:b d=\"1\"><x:c/></x:b></x:a>");
        assert!(put("<a/>").is_err());
    }
}
