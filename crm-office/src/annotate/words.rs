//! The texts of annotated copies.

use crate::language::{Language, Words};
use crm_core::opening::{Problem, Severity};

pub(super) const ERRORS: Words = ("errors", "errores", "错误");
pub(super) const WARNINGS: Words = ("warnings", "avisos", "警告");
pub(super) const HEADINGS: [Words; 7] = [
    ("Sheet", "Hoja", "工作表"),
    ("Row", "Fila", "行"),
    ("Column", "Columna", "列"),
    ("Severity", "Gravedad", "级别"),
    ("Problem", "Problema", "问题"),
    ("Reason", "Motivo", "原因"),
    ("Cell", "Celda", "单元格"),
];
pub(super) const COUNT: Words = ("How often", "Cuántas veces", "次数");
pub(super) const MORE: Words = ("more, see", "más, véase", "项，另见");

pub(super) fn severity(problem: &Problem, language: Language) -> &'static str {
    language.of(match problem.severity {
        Severity::Error => ("error", "error", "错误"),
        Severity::Warning => ("warning", "aviso", "警告"),
    })
}
