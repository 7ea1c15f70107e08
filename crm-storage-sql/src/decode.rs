//! Engine rows back to the core's values. A value that does not fit its column is reported with table, column and key.

use crate::{dialect::Dialect, statement::SqlValue};
use crm_core::{
    Code, Error, Result,
    entity::{EntityDecl, Record, Value, ValueType},
    limits,
    query::{Query, ReportPlan, SelectPlan},
};

/// The rows of a query.
pub(crate) fn rows<D: Dialect>(dialect: &D, query: &Query, cells: Vec<SqlValue>) -> Result<Vec<Record>> {
    match query {
        Query::Select(plan) => select(dialect, plan, cells),
        Query::Report(plan) => report(dialect, plan, cells),
    }
}

fn select<D: Dialect>(dialect: &D, plan: &SelectPlan, cells: Vec<SqlValue>) -> Result<Vec<Record>> {
    let columns = plan.decl().columns().iter().map(|column| (column.name.as_str(), column.ty));
    let columns: Vec<(&str, ValueType)> = columns.chain(plan.derived().iter().map(|derived| (derived.name(), derived.ty()))).collect();
    let count = cells.len().checked_div(columns.len()).unwrap_or_default();
    let mut cells = cells.into_iter();
    let mut rows = Vec::with_capacity(count);
    for _ in 0..count {
        let mut row = Vec::with_capacity(columns.len());
        for (name, ty) in &columns {
            let cell = cells.next().unwrap_or(SqlValue::Null);
            let value = dialect.decode(*ty, cell).ok_or_else(|| corrupt(plan.decl(), name, &row, *ty))?;
            row.push(value);
        }
        rows.push(row);
    }
    Ok(rows)
}

/// The key is as much of it as comes before the column.
fn corrupt(decl: &EntityDecl, column: &str, row: &[Value], ty: ValueType) -> Error {
    let key = decl.key().iter().filter_map(|k| row.get(*k)).map(|v| v.to_json().to_string().replace('"', "")).collect::<Vec<_>>().join(",");
    let message = format!("`{}`.`{column}` of `{key}` is not of type {ty:?}", decl.table);
    Error::new(Code::Corrupt, message).with("table", decl.table).with("column", column).with("key", key)
}

fn report<D: Dialect>(dialect: &D, plan: &ReportPlan, cells: Vec<SqlValue>) -> Result<Vec<Record>> {
    let decl = plan.decl();
    let groups = plan.groups().iter().map(|g| plan.group_type(g));
    let sums = plan.sum_types().map(|ty| (ty, true));
    let types: Vec<(ValueType, bool)> = groups.map(|ty| (ty, false)).chain([(ValueType::Int, false)]).chain(sums).collect();
    let count = cells.len().checked_div(types.len()).unwrap_or_default();
    limits::check("MAX_REPORT_ROWS", count, limits::MAX_REPORT_ROWS as usize)?;
    let mut cells = cells.into_iter();
    let mut value = |(ty, is_sum): &(ValueType, bool)| {
        let cell = cells.next().unwrap_or(SqlValue::Null);
        let value = if *is_sum { dialect.decode_sum(*ty, cell)? } else { dialect.decode(*ty, cell) };
        value.ok_or_else(|| corrupt(decl, "a group or sum of a report", &[], *ty))
    };
    (0..count).map(|_| types.iter().map(&mut value).collect()).collect()
}
