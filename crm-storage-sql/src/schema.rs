//! The schema that follows from the declarations, as single-statement migration steps.
//!
//! `./generate.sh` writes the checked-in files under `migrations/`; a test compares them.
//! Invariant: `company_id` leads every key, unique key, foreign key and index.

use crate::{dialect::Dialect, migrate::Step};
use crm_core::{
    catalogue::{self, JOURNALS},
    entity::{Column, EntityDecl, FieldDecl, Identity, ValueType},
};
use std::fmt::Write;

/// Entities looked up by their day.
const BY_DAY: &[&str] = &["sales_document", "stock_document", "payment", "open_item"];

/// Indexes with more columns after the one they are looked up by. With the day after the customer, an engine without statistics does not read
/// everyone's days for one customer's; with the columns that ageing sums and groups by, it does not read the table.
const WIDER: &[(&str, &str, &[&str])] = &[
    ("open_item", "customer_id", &["day"]),
    ("open_item", "day", &["currency", "amount", "due_day", "customer_id"]),
    ("allocation", "customer_id", &["day", "currency", "receivable_due_day", "amount"]),
];

/// An index other than the primary key.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Index {
    /// Name.
    pub name: String,
    /// Columns after `company_id`.
    pub columns: Vec<String>,
    /// Whether it is unique.
    pub is_unique: bool,
    /// Whether rows with a null in the column are left out.
    pub is_partial: bool,
}

/// A reference from one table to another: `(company_id, column)` to `(company_id, id)`.
#[derive(Debug, Clone)]
pub struct ForeignKey {
    /// The column.
    pub column: &'static str,
    /// The entity that it refers to.
    pub target: &'static EntityDecl,
}

/// The foreign keys of an entity.
pub fn foreign_keys(decl: &EntityDecl) -> Vec<ForeignKey> {
    if JOURNALS.contains(&decl.name) {
        return Vec::new();
    }
    let target = |field: &FieldDecl| field.target().filter(|t| t.identity == Identity::Id);
    decl.fields.iter().filter_map(|f| Some(ForeignKey { column: f.name, target: target(f)? })).collect()
}

/// The indexes of an entity: its unique fields, then the fields it is looked up by.
pub fn indexes(decl: &EntityDecl) -> Vec<Index> {
    let mut indexes: Vec<Index> = decl.unique.iter().map(|fields| index(decl, fields, true)).collect();
    indexes.extend(decl.indexes.iter().map(|fields| index(decl, fields, false)));
    let mut wanted: Vec<String> = Vec::new();
    if decl.name != "feed_entry" {
        wanted.extend(decl.fields.iter().filter(|f| f.refers.is_some()).map(|f| f.name.to_owned()));
    }
    wanted.extend(decl.fields.iter().filter(|f| f.is_indexed).map(|f| f.name.to_owned()));
    if decl.name == "audit_entry" {
        wanted.push("record_id".to_owned());
    }
    if BY_DAY.contains(&decl.name) {
        wanted.push("day".to_owned());
    }
    if matches!(decl.name, "customer" | "product") {
        wanted.extend(decl.fields.iter().filter(|f| f.is_searchable).map(|f| format!("{}_key", f.name)));
    }
    if decl.name == "custom_value" {
        let values = ["text_value_key", "integer_value", "decimal_value", "day_value", "boolean_value", "choice_id"];
        indexes.extend(values.map(|value| Index { is_partial: false, ..index(decl, &["field_id", value], false) }));
        wanted.retain(|name| !matches!(name.as_str(), "field_id"));
    }
    let leading: Vec<&str> =
        decl.unique.iter().chain(decl.indexes).filter_map(|u| u.first().copied()).chain(key_columns(decl).first().copied()).collect();
    let wanted = wanted.iter().filter(|name| !leading.contains(&name.as_str()));
    let behind = |name: &str| WIDER.iter().find(|(entity, first, _)| *entity == decl.name && *first == name).map_or(&[][..], |(_, _, rest)| *rest);
    indexes.extend(wanted.map(|name| {
        let first = index(decl, &[name], false);
        let columns = first.columns.iter().cloned().chain(behind(name).iter().map(|c| (*c).to_owned())).collect();
        Index { columns, ..first }
    }));
    indexes
}

fn index(decl: &EntityDecl, columns: &[&str], is_unique: bool) -> Index {
    let name = format!("{}_{}_{}", decl.table, columns.join("_"), if is_unique { "uq" } else { "ix" });
    let nullable = |name: &&str| decl.column(name).and_then(|c| decl.columns().get(c)).is_some_and(|c| c.nullable);
    let is_partial = !is_unique && columns.first().is_some_and(nullable);
    Index { name, columns: columns.iter().map(|c| (*c).to_owned()).collect(), is_unique, is_partial }
}

/// The names of a row's key columns, without `company_id`.
pub fn key_columns(decl: &EntityDecl) -> Vec<&str> {
    decl.key().iter().filter_map(|k| decl.columns().get(*k)).map(|c| c.name.as_str()).collect()
}

/// The steps that create the tables, as the text of a migration file.
pub fn foundation<D: Dialect>(dialect: &D) -> String {
    let mut file = String::from("-- Written by `./generate.sh`; one statement a step.\n");
    catalogue::all().iter().for_each(|decl| table_steps(&mut file, dialect, decl));
    catalogue::all().iter().for_each(|decl| foreign_key_steps(&mut file, dialect, decl));
    file
}

/// The steps that create the table of one entity, such as one that is not in the list.
pub fn of_entity<D: Dialect>(dialect: &D, decl: &EntityDecl) -> String {
    let mut file = String::new();
    table_steps(&mut file, dialect, decl);
    foreign_key_steps(&mut file, dialect, decl);
    file
}

fn table_steps<D: Dialect>(file: &mut String, dialect: &D, decl: &EntityDecl) {
    step(file, &format!("0001.{}", decl.table), &table(dialect, decl));
    for index in indexes(decl) {
        step(file, &format!("0001.{}", index.name), &create_index(decl, &index));
    }
}

/// Foreign keys as separate steps, for an engine that does not have them inline.
fn foreign_key_steps<D: Dialect>(file: &mut String, dialect: &D, decl: &EntityDecl) {
    if dialect.has_inline_foreign_keys() {
        return;
    }
    for key in foreign_keys(decl) {
        let name = format!("{}_{}_fk", decl.table, key.column);
        // Dropped first, so that the step can be rerun.
        let sql = format!("ALTER TABLE {} DROP CONSTRAINT IF EXISTS {name}, ADD CONSTRAINT {name} {}", decl.table, foreign_key(&key));
        step(file, &format!("0001.{name}"), &sql);
    }
}

/// The steps that create a view of every table for people who query the database with their own tools.
pub fn views<D: Dialect>(dialect: &D) -> String {
    let mut file = String::from("-- Written by `./generate.sh`; one statement a step.\n");
    for decl in catalogue::all() {
        let name = format!("crm_view_{}", decl.name);
        let columns = decl.columns().iter().filter(|c| !matches!(c.role, crm_core::entity::ColumnRole::SearchKey(_)));
        let own = [("company_id".to_owned(), ValueType::Id)];
        let columns = own.into_iter().chain(columns.map(|c| (c.name.clone(), c.ty)));
        let columns = columns.map(|(name, ty)| dialect.readable(&name, ty).map_or(name.clone(), |text| format!("{text} AS {name}")));
        let columns = columns.collect::<Vec<_>>().join(",\n  ");
        step(&mut file, &format!("0002.{name}"), &format!("CREATE VIEW IF NOT EXISTS {name} AS SELECT\n  {columns}\nFROM {}", decl.table));
    }
    file
}

/// The steps for tables partitioned by hash of the company into this many parts: a stand-in for a distributed engine, for tests. An engine without
/// shards then refuses keys without the company, and shows which parts a statement touches.
pub fn partitioned(steps: Vec<Step>, parts: u32) -> Vec<Step> {
    let mut all = Vec::new();
    for step in steps {
        let table = step.sql.strip_prefix("CREATE TABLE IF NOT EXISTS ").and_then(|rest| rest.split_whitespace().next()).map(str::to_owned);
        let Some(table) = table else {
            all.push(step);
            continue;
        };
        all.push(Step { id: step.id.clone(), sql: format!("{} PARTITION BY HASH (company_id)", step.sql).into() });
        for part in 0..parts {
            let sql = format!("CREATE TABLE IF NOT EXISTS {table}_p{part} PARTITION OF {table} FOR VALUES WITH (MODULUS {parts}, REMAINDER {part})");
            all.push(Step { id: format!("{}.p{part}", step.id).into(), sql: sql.into() });
        }
    }
    all
}

fn step(file: &mut String, id: &str, sql: &str) {
    let _ = write!(file, "\n-- step {id}\n{sql};\n");
}

fn table<D: Dialect>(dialect: &D, decl: &EntityDecl) -> String {
    let column = |name: &str, ty, nullable| format!("  {name} {}{}", dialect.column_type(ty), if nullable { "" } else { " NOT NULL" });
    let declared = decl.columns().iter().map(|c: &Column| column(&c.name, c.ty, c.nullable));
    let mut parts: Vec<String> = std::iter::once(column("company_id", ValueType::Id, false)).chain(declared).collect();
    parts.push(format!("  PRIMARY KEY (company_id, {})", key_columns(decl).join(", ")));
    if dialect.has_inline_foreign_keys() {
        parts.extend(foreign_keys(decl).iter().map(|key| format!("  {}", foreign_key(key))));
    }
    format!("CREATE TABLE IF NOT EXISTS {} (\n{}\n){}", decl.table, parts.join(",\n"), dialect.table_options())
}

fn foreign_key(key: &ForeignKey) -> String {
    format!("FOREIGN KEY (company_id, {}) REFERENCES {} (company_id, id)", key.column, key.target.table)
}

fn create_index(decl: &EntityDecl, index: &Index) -> String {
    let unique = if index.is_unique { "UNIQUE " } else { "" };
    let condition = match index.columns.first() {
        Some(column) if index.is_partial => format!(" WHERE {column} IS NOT NULL"),
        _ => String::new(),
    };
    format!("CREATE {unique}INDEX IF NOT EXISTS {} ON {} (company_id, {}){condition}", index.name, decl.table, index.columns.join(", "))
}
