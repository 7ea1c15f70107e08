//! What finds a leak in one world: rows that differ from the oracle's, marks of others in a reply, and reach or terms that somebody changed without
//! authority.

use super::{
    exempt::also_told,
    marks,
    oracle::{Oracle, Sight, value},
};
use crate::harness::Tables;
use crm_core::{
    access::Right,
    entity::{Column, EntityDecl, Mask, Record, Value, ValueType},
    ids::{OperatorId, TypedId},
};
use serde_json::Value as Json;
use std::{
    collections::{BTreeMap, BTreeSet, HashMap, HashSet},
    str::FromStr,
};
use uuid::Uuid;

/// Whether a value of a row may be known: by the right to read its entity, or by another that tells of it.
pub(super) fn is_told(sight: &Sight, decl: &EntityDecl, column: &Column, customer: Option<Uuid>) -> bool {
    let sees = sight.sees(decl, customer) || is_kept_beside(sight, decl, customer);
    let sees = sees || also_told(decl, column).any(|right| sight.reaches(right, customer));
    sees && sight.unmasks(column.mask, customer)
}

/// Values in fields of the host, and keys of other systems, are known to whoever sees a record that they belong to.
fn is_kept_beside(sight: &Sight, decl: &EntityDecl, customer: Option<Uuid>) -> bool {
    ["custom_value", "external_ref"].contains(&decl.name)
        && customer.is_some_and(|customer| sight.rights().values().any(|customers| customers.contains(&customer)))
}

/// A value that can tell of a customer: whose it is, and what in it can be recognised.
struct Cell {
    decl: &'static EntityDecl,
    column: &'static Column,
    customer: Option<Uuid>,
    ids: Vec<Uuid>,
    words: Vec<String>,
    figures: Vec<String>,
}

/// Everything in a world that can be recognised in a reply.
pub(super) struct Index {
    cells: Vec<Cell>,
    /// Whose records are.
    owners: BTreeMap<Uuid, Uuid>,
    /// Figures that are not for everybody: costs, and prices of customers.
    guarded: HashMap<String, (&'static EntityDecl, &'static Column, Option<Uuid>)>,
    customers: Vec<Uuid>,
}

/// What somebody may recognise.
#[derive(Default)]
pub(super) struct Known {
    ids: HashSet<Uuid>,
    words: HashSet<String>,
    figures: HashSet<String>,
}

impl Index {
    /// An index of what a world holds; customers in the order of their marks.
    pub(super) fn new(tables: &Tables, customers: &[Uuid]) -> Self {
        let oracle = Oracle::new(tables);
        let (mut cells, mut guarded) = (Vec::new(), HashMap::new());
        for (decl, rows) in oracle.tables() {
            for row in rows {
                let customer = oracle.customer_of(decl, row);
                for (column, value) in decl.columns().iter().zip(row) {
                    let (ids, words, figures) = recognisable(value);
                    // Other amounts can be what is left of amounts that one may see; whether they tell is for twins to say.
                    if column.mask.is_some() || (customer.is_some() && column.ty == ValueType::Price) {
                        guarded.extend(figures.iter().map(|figure| (figure.clone(), (decl, column, customer))));
                    }
                    if !(ids.is_empty() && words.is_empty() && figures.is_empty()) {
                        cells.push(Cell { decl, column, customer, ids, words, figures });
                    }
                }
            }
        }
        let mut owners = oracle.owners().clone();
        owners.extend(customers.iter().map(|customer| (*customer, *customer)));
        Self { cells, owners, guarded, customers: customers.to_vec() }
    }

    /// What somebody may recognise: whatever stands in a value that it may see. A row of the company gives no leave for ids and words of a customer.
    pub(super) fn known(&self, sight: &Sight) -> Known {
        let (mut known, mut told) = (Known::default(), HashMap::new());
        for cell in &self.cells {
            let place = (cell.decl.name, cell.column.name.as_str(), cell.customer);
            if !*told.entry(place).or_insert_with(|| is_told(sight, cell.decl, cell.column, cell.customer)) {
                continue;
            }
            if cell.customer.is_some() {
                known.ids.extend(cell.ids.iter().copied());
                known.words.extend(cell.words.iter().cloned());
            }
            known.figures.extend(cell.figures.iter().cloned());
        }
        known
    }

    /// What in a reply tells of somebody else.
    pub(super) fn tainted(&self, operation: &str, reply: &str, arguments: &str, known: &Known) -> Option<String> {
        let is_sent = |text: &str| arguments.contains(text);
        for (customer, word) in marks::words(reply) {
            if !known.words.contains(word) && !is_sent(word) {
                let whose = self.customers.get(customer);
                let whose = whose.map_or_else(String::new, Uuid::to_string);
                return Some(format!("the word `{word}` of customer {customer} {whose}: {}", around(reply, word)));
            }
        }
        for id in marks::ids(reply) {
            if let Some(customer) = self.owners.get(&id)
                && !known.ids.contains(&id)
                && !is_sent(&id.to_string())
            {
                return Some(format!("the id {id} of customer {customer}: {}", around(reply, &id.to_string())));
            }
        }
        if operation.ends_with(".report") || operation == "sales.profit" {
            // A sum can come to what somebody else's figure is; twins judge it.
            return None;
        }
        let is_foreign = |figure: &&&str| !known.figures.contains(**figure) && !is_sent(figure);
        let (figure, (decl, column, customer)) =
            marks::figures(reply).iter().filter(is_foreign).find_map(|figure| Some((*figure, self.guarded.get(*figure)?)))?;
        let whose = customer.map_or_else(|| "the company".to_owned(), |customer| format!("customer {customer}"));
        Some(format!("the figure {figure}, `{}` of a `{}` of {whose}: {}", column.name, decl.name, around(reply, figure)))
    }
}

/// What stands around a mark in a reply.
fn around(reply: &str, mark: &str) -> String {
    let at = reply.find(mark).unwrap_or_default();
    let (from, to) = (at.saturating_sub(500), (at + 200).min(reply.len()));
    String::from_utf8_lossy(reply.as_bytes().get(from..to).unwrap_or_default()).into_owned()
}

/// Ids, marked words and unmistakable figures in a value.
fn recognisable(value: &Value) -> (Vec<Uuid>, Vec<String>, Vec<String>) {
    let in_text = |text: &str| {
        let words = marks::words(text).map(|(_, word)| word.to_owned()).collect();
        (marks::ids(text).collect(), words, marks::figures(text).into_iter().map(str::to_owned).collect())
    };
    match value {
        Value::Id(id) => (vec![*id], Vec::new(), Vec::new()),
        Value::Text(text) => in_text(text),
        Value::Json(json) => in_text(&json.to_string()),
        Value::Decimal(number) => in_text(&number.normalize().to_string()),
        _ => (Vec::new(), Vec::new(), Vec::new()),
    }
}

/// The key of a row, or of a record in a reply: the values that it is found by.
pub(super) fn key_of_row(decl: &EntityDecl, row: &Record) -> String {
    decl.key().iter().filter_map(|column| row.get(*column)).map(|value| value.to_json().to_string()).collect::<Vec<_>>().join(" ")
}

fn key_of_item(decl: &EntityDecl, item: &Json) -> String {
    let names = decl.key().iter().filter_map(|column| decl.columns().get(*column));
    names.map(|column| item[&column.name].to_string()).collect::<Vec<_>>().join(" ")
}

/// How records that somebody was shown differ from the oracle's: `all` are the same records with everything, in any order.
pub(super) fn wrong_rows(oracle: &Oracle<'_>, sight: &Sight, decl: &'static EntityDecl, shown: &[Json], all: &[Json]) -> Option<String> {
    let (mut customers, mut left) = (HashMap::new(), BTreeSet::new());
    for row in oracle.rows(decl.name) {
        customers.insert(key_of_row(decl, row), oracle.customer_of(decl, row));
        if sight.shows(oracle, decl, row) {
            left.insert(key_of_row(decl, row));
        }
    }
    let whole: HashMap<String, &Json> = all.iter().map(|item| (key_of_item(decl, item), item)).collect();
    if whole.len() != customers.len() {
        return Some(format!("the administrator is shown {} of {} records", whole.len(), customers.len()));
    }
    for item in shown {
        let key = key_of_item(decl, item);
        let (Some(customer), Some(full)) = (customers.get(&key), whole.get(&key)) else { return Some(format!("{item} is no record")) };
        if !left.remove(&key) {
            return Some(format!("the record {key} of customer {customer:?} is out of reach, or shown twice"));
        }
        if let Some(field) = decl.fields.iter().find(|field| !is_right(sight, field.mask, *customer, &item[field.name], &full[field.name])) {
            return Some(format!("`{}` of the record {key} is {}, and {} in full", field.name, item[field.name], full[field.name]));
        }
    }
    left.first().map(|key| format!("the record {key} is in reach, and not shown"))
}

/// Whether a field is shown as it is, or hidden if it is to be hidden.
fn is_right(sight: &Sight, mask: Option<Mask>, customer: Option<Uuid>, shown: &Json, full: &Json) -> bool {
    match (mask, customer) {
        // What the company's own costs are to somebody whose right reaches some customers only is for the library to say.
        (Some(_), None) if sight.unmasks(mask, None) => shown == full || shown.is_null(),
        _ if sight.unmasks(mask, customer) => shown == full,
        _ => shown.is_null(),
    }
}

/// Fields that carry money or reach, with the right of their own that changing them needs. Said here once more, so that a mark that is lost in a
/// declaration is missed.
const GUARDED: &[(&str, &str, &str)] = &[
    ("customer", "owner_id", "customers.assign"),
    ("customer", "group_id", "customers.assign"),
    ("customer", "payer_id", "customers.assign"),
    ("customer", "price_list_id", "prices.write"),
    ("customer", "tax_code", "customers.terms"),
    ("customer", "tax_profile", "customers.terms"),
    ("customer", "currency", "credit.manage"),
    ("customer", "payment_days", "customers.terms"),
    ("customer", "payment_terms", "customers.terms"),
    ("customer", "credit_limit", "credit.manage"),
    ("customer_group", "parent_id", "groups.manage"),
    ("customer_group", "price_list_id", "prices.write"),
];

/// Rights that let somebody change who reaches what.
const ASSIGNING: [&str; 3] = ["customers.assign", "groups.manage", "access.manage"];

/// The state of what gives reach and terms, before and after an act.
pub(super) struct State<'t> {
    pub(super) oracle: Oracle<'t>,
    pub(super) everybody: BTreeMap<OperatorId, Sight>,
}

impl<'t> State<'t> {
    pub(super) fn new(tables: &'t Tables) -> Self {
        let oracle = Oracle::new(tables);
        let everybody = oracle.everybody();
        Self { oracle, everybody }
    }
}

/// The tables that say who reaches what, and on which terms.
pub(super) const GOVERNING: [&str; 5] = ["role", "operator", "customer_group", "customer", "customer_group_member"];

/// Whether somebody has a right by its name, over a customer or over what is the company's. One that the library does not know is nobody's but the
/// administrator's, who has them all.
fn holds(sight: &Sight, right: &str, customer: Option<Uuid>) -> bool {
    let every = || Right::ALL.iter().all(|right| sight.reaches(*right, customer));
    Right::from_str(right).map_or_else(|_| every(), |right| sight.reaches(right, customer))
}

/// What an act changed that its writer had no authority over.
pub(super) fn usurped(before: &State<'_>, after: &State<'_>, who: OperatorId, writer: &Sight) -> Option<String> {
    terms_changed(before, after, writer).or_else(|| terms_begun(before, after, who, writer)).or_else(|| reach_grown(before, after, writer))
}

/// A new record begins with nothing in such a field, unless its writer may change it: but that a customer is in a group, or its writer's own. An opening
/// brings in what there was.
fn terms_begun(before: &State<'_>, after: &State<'_>, who: OperatorId, writer: &Sight) -> Option<String> {
    if writer.has(Right::OpeningImport) {
        return None;
    }
    for (entity, field, right) in GUARDED {
        let decl = crm_core::catalogue::find(entity)?;
        let earlier: HashSet<String> = before.oracle.rows(entity).iter().map(|row| key_of_row(decl, row)).collect();
        for row in after.oracle.rows(entity).iter().filter(|row| !earlier.contains(&key_of_row(decl, row))) {
            let is_free = match (value(decl, row, field), *field) {
                (Value::Null | Value::Int(0), _) | (_, "group_id") => true,
                (Value::Id(owner), "owner_id") => *owner == who.uuid(),
                _ => false,
            };
            if !is_free && !holds(writer, right, None) {
                return Some(format!("`{field}` of a new `{entity}` is {:?} without `{right}`", value(decl, row, field)));
            }
        }
    }
    None
}

fn terms_changed(before: &State<'_>, after: &State<'_>, writer: &Sight) -> Option<String> {
    let governing = GOVERNING.iter().filter_map(|entity| crm_core::catalogue::find(entity));
    let declared = governing.flat_map(|decl| decl.fields.iter().filter_map(|field| Some((decl.name, field.name, field.needs?.as_str()))));
    for (entity, field, right) in GUARDED.iter().copied().chain(declared) {
        let decl = crm_core::catalogue::find(entity)?;
        let earlier: HashMap<String, &Record> = before.oracle.rows(entity).iter().map(|row| (key_of_row(decl, row), row)).collect();
        for row in after.oracle.rows(entity) {
            if let Some(was) = earlier.get(&key_of_row(decl, row)).map(|row| value(decl, row, field))
                && was != value(decl, row, field)
                && !holds(writer, right, before.oracle.customer_of(decl, row))
            {
                return Some(format!("`{field}` of a `{entity}` was changed from {was:?} to {:?} without `{right}`", value(decl, row, field)));
            }
        }
    }
    None
}

/// Nobody is given a right that the writer does not have, a customer whom the writer does not reach, or any customer by a writer who may not assign.
fn reach_grown(before: &State<'_>, after: &State<'_>, writer: &Sight) -> Option<String> {
    let (known, reached) = (before.oracle.customers(), writer.anywhere());
    for (operator, sight) in &after.everybody {
        let nothing = Sight::default();
        let was = before.everybody.get(operator).unwrap_or(&nothing);
        for (right, customers) in sight.rights() {
            if !was.has(*right) && !writer.has(*right) {
                return Some(format!("operator {operator} was given `{}`, which the writer does not have", right.as_str()));
            }
            let had = was.rights().get(right);
            let gained = customers.iter().filter(|customer| known.contains(customer) && !had.is_some_and(|had| had.contains(customer)));
            for customer in gained {
                let what = format!("operator {operator} was given customer {customer} for `{}`", right.as_str());
                if !reached.contains(customer) {
                    return Some(format!("{what}, which the writer does not reach"));
                }
                if !ASSIGNING.iter().any(|right| holds(writer, right, None)) {
                    return Some(format!("{what} by a writer who may not assign customers"));
                }
            }
        }
    }
    None
}
