//! What an annotated copy could not keep or show, for its recipient.
//!
//! Invariant: nothing of the original is lost and no problem is left out without a note that says so.

use crate::language::Language;
use serde::Serialize;

/// What a note is about.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Serialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(rename_all = "snake_case")]
#[non_exhaustive]
pub enum CopyNoteKind {
    /// The original's format cannot be written: the copy is an .xlsx with its values.
    ValuesOnly,
    /// Cells of the original that hold more than an .xlsx cell can, and were truncated.
    CellsCut,
    /// Problems that are not listed on the problem sheet: more than [`MAX_LISTED_PROBLEMS`](super::MAX_LISTED_PROBLEMS). They are at their rows.
    NotListed,
    /// Problems that name a sheet or row that the workbook does not have, or that cannot be marked: they are on the problem sheet only.
    NotPlaced,
    /// A sheet without a free column: its reasons are on the problem sheet only.
    NoFreeColumn,
    /// A sheet whose rows or cells are not in order: it is unchanged, and its problems are on the problem sheet only.
    NotInOrder,
    /// Rows whose reasons are longer than [`MAX_PROBLEM_TEXT`](super::MAX_PROBLEM_TEXT) and were truncated.
    ReasonsCut,
    /// The workbook has [`MAX_CELL_STYLES`](super::MAX_CELL_STYLES) styles, so wrong cells have no colour.
    NoMoreStyles,
    /// The original was signed: the signature is not valid for a changed copy.
    SignatureBroken,
    /// Characters of reasons that the text file's encoding lacks: they are question marks.
    NotInEncoding,
}

/// A note about a copy.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct CopyNote {
    /// What it is about.
    pub kind: CopyNoteKind,
    /// The sheet, if it is about one.
    pub sheet: Option<String>,
    /// How many, or the format or encoding.
    pub value: String,
}

impl CopyNote {
    pub(super) fn new(kind: CopyNoteKind, value: impl ToString) -> Self {
        Self { kind, sheet: None, value: value.to_string() }
    }

    pub(super) fn of_sheet(kind: CopyNoteKind, sheet: &str, value: impl ToString) -> Self {
        Self { sheet: Some(sheet.to_owned()), ..Self::new(kind, value) }
    }

    /// The note in words.
    pub fn text(&self, language: Language) -> String {
        use CopyNoteKind::*;
        let words = match self.kind {
            ValuesOnly => (
                "This copy keeps the values of the .{} file, including its percentages and dates. Formulas were replaced by their results; widths, colours, fonts, merged cells, comments, pictures, charts and macros were not kept.",
                "Esta copia tiene los valores del archivo .{}, con sus porcentajes y fechas. Las fórmulas son sus resultados; no se han conservado anchos, colores, fuentes, celdas combinadas, comentarios, imágenes, gráficos ni macros.",
                "此副本包含 .{} 文件中的数值、百分比和日期。公式已换成结果；未保留列宽、颜色、字体、合并单元格、批注、图片、图表和宏。",
            ),
            CellsCut => (
                "{} cells contain more than 32,767 characters, the limit of an .xlsx cell: they are truncated in this copy.",
                "{} celdas tienen más de 32.767 caracteres, que es lo que admite una celda de .xlsx: en esta copia están cortadas.",
                "有 {} 个单元格超过 .xlsx 单元格的上限 32,767 个字符：在此副本中已截断。",
            ),
            NotListed => (
                "{} more problems are not listed here; they are shown in their rows.",
                "Hay {} problemas más que no figuran en esta lista; están en sus filas.",
                "另有 {} 个问题未在此列出，见各自所在行。",
            ),
            NotPlaced => (
                "{} problems could not be marked in their sheet and are only listed here.",
                "{} problemas no se han podido marcar en su hoja y solo figuran aquí.",
                "有 {} 个问题无法在其工作表中标出，仅列于此处。",
            ),
            NoFreeColumn => (
                "The sheet [] has no free column: its {} problems are only listed here.",
                "La hoja [] no tiene ninguna columna libre: sus {} problemas solo figuran aquí.",
                "工作表[]没有空列：其 {} 个问题仅列于此处。",
            ),
            NotInOrder => (
                "The rows of the sheet [] are stored out of order: it was left unchanged, and its {} problems are only listed here.",
                "Las filas de la hoja [] están guardadas en desorden: se ha dejado como estaba y sus {} problemas solo figuran aquí.",
                "工作表[]的行未按顺序存储：保持原样，其 {} 个问题仅列于此处。",
            ),
            ReasonsCut => (
                "The reasons of {} rows are too long for a cell and were truncated there; they are given in full here.",
                "Los motivos de {} filas no caben en su celda y se han cortado allí; aquí figura cada uno.",
                "有 {} 行的原因过长，已在该处截断；完整内容见此处。",
            ),
            NoMoreStyles => (
                "The workbook has reached the maximum number of styles: some wrong cells are not coloured. Their rows say what is wrong.",
                "El libro tiene tantos estilos como es posible: algunas celdas erróneas no están coloreadas. Sus filas dicen qué falla.",
                "工作簿的样式数已达上限：部分有误的单元格未着色，原因见其所在行。",
            ),
            SignatureBroken => (
                "The original was digitally signed; the signature is not valid for this copy.",
                "El original estaba firmado digitalmente; la firma no vale para esta copia.",
                "原文件带有数字签名；该签名对此副本无效。",
            ),
            NotInEncoding => (
                "The encoding {} lacks some characters of the reasons: they were replaced by question marks.",
                "La codificación {} no tiene algunos caracteres de los motivos: en su lugar hay signos de interrogación.",
                "编码 {} 缺少原因中的部分字符：已用问号代替。",
            ),
        };
        let sheet = self.sheet.as_deref().map(|sheet| format!("`{sheet}`")).unwrap_or_default();
        language.of(words).replace("{}", &self.value).replace("[]", &sheet)
    }
}
