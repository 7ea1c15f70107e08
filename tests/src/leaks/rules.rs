//! Rules that hold whoever sees what: limits of questions and of amounts, prices below what the company allows, keys that are reserved, and fields
//! that nobody gave.

use super::{
    api::{Api, Operation, named},
    detect::key_of_row,
    oracle::{Oracle, Sight, Who, id, list, text, value},
};
use crate::harness::Tables;
use crm_core::{
    access::Right,
    catalogue,
    entity::{EntityDecl, Mask, Value},
    limits,
};
use serde_json::{Map, Value as Json, json};
use std::collections::BTreeSet;

/// The system whose keys are reserved to some roles.
pub(super) const RESERVED: &str = "shop";

/// Questions of an entity beyond what has a limit: through more relations, by more fields, and with more sort keys.
pub(super) fn beyond(decl: &'static EntityDecl) -> Vec<(&'static str, Json)> {
    let fields: Vec<&str> = decl.columns().iter().map(|column| column.name.as_str()).collect();
    let many = |count: usize| -> Vec<&str> { fields.iter().copied().cycle().take(count + 1).collect() };
    let mut all = vec![("list", json!({"sort": many(limits::MAX_SORT_KEYS)})), ("report", json!({"by": many(limits::MAX_REPORT_GROUPS)}))];
    // There and back again.
    let there = decl.fields.iter().find_map(|field| {
        let name = field.name.strip_suffix("_id")?;
        catalogue::relation(decl.to_one(name)?.target, decl.name).map(|_| name)
    });
    if let Some(there) = there {
        let steps = [there, decl.name].into_iter().cycle().take(limits::MAX_FILTER_RELATIONS + 2);
        let steps: Vec<&str> = steps.collect();
        let filter = steps.iter().rev().fold(json!({"field": "id", "empty": false}), |inner, step| json!({"relation": step, "exists": inner}));
        all.push(("count", json!({ "filter": filter })));
    }
    all
}

/// An amount far beyond what a document may hold, though a number can.
const HUGE: &str = "900000000000000";

/// The same arguments with huge amounts; none if they hold no amount.
pub(super) fn with_huge_amounts(arguments: &Json) -> Option<Json> {
    let huge = huge(arguments);
    (huge != *arguments).then_some(huge)
}

fn huge(value: &Json) -> Json {
    match value {
        Json::Object(fields) if fields.contains_key("amount") && fields.contains_key("currency") => {
            let mut fields = fields.clone();
            fields.insert("amount".to_owned(), HUGE.into());
            fields.into()
        }
        Json::Object(fields) => fields.iter().map(|(name, value)| (name.clone(), huge(value))).collect::<Map<_, _>>().into(),
        Json::Array(items) => items.iter().map(huge).collect(),
        other => other.clone(),
    }
}

/// Figures in refusals, and the right that each needs.
const FIGURES: &[(&str, &str, Right)] = &[
    ("stock.insufficient", "available", Right::StockRead),
    ("stock.backdated", "last_day", Right::StockRead),
    ("line.exceeded", "available", Right::SalesRead),
    ("allocation.exceeded", "open", Right::ReceivablesRead),
    ("credit.exceeded", "limit", Right::ReceivablesRead),
    ("credit.exceeded", "exposure", Right::ReceivablesRead),
    ("credit.exceeded", "overdue", Right::ReceivablesRead),
];

/// What a refusal tells that its reader may not know: figures, uses by records of another right, and costs.
pub(super) fn told_beside(sight: &Sight, error: &Json) -> Option<String> {
    let details = &error["details"];
    let figure = |(code, key, right): &&(&str, &str, Right)| error["code"] == *code && !details[*key].is_null() && !sight.has(*right);
    if let Some((code, key, _)) = FIGURES.iter().find(figure) {
        return Some(format!("`{code}` tells `{key}`"));
    }
    if error["code"] == "record.in_use" {
        let counted = details.as_object().into_iter().flatten().filter_map(|(name, _)| catalogue::find(name));
        let hidden = counted.into_iter().find(|decl| decl.read.is_some_and(|right| !sight.has(right)));
        if let Some(decl) = hidden {
            return Some(format!("`record.in_use` counts `{}`", decl.name));
        }
    }
    told_of_cost(sight, error)
}

/// What a warning tells that its reader may not know: figures of a credit, and that something rests on a cost.
pub(super) fn warned_beside(sight: &Sight, answer: &Json) -> Option<String> {
    let credit = &answer["credit_warning"];
    let figure = ["limit", "exposure", "overdue"].into_iter().find(|key| !credit[*key].is_null() && !sight.has(Right::ReceivablesRead));
    let told = figure.map(|figure| format!("a warning tells `{figure}` of a credit"));
    let reasons = answer["price_warnings"].as_array().into_iter().flatten().filter_map(|warning| warning["reason"].as_str());
    let of_cost = reasons.into_iter().find(|reason| RESTS_ON_COST.contains(reason) && !sight.unmasks(Some(Mask::Cost), None));
    told.or_else(|| of_cost.map(|reason| format!("a warning says that a price is `{reason}`")))
}

/// Reasons of refusals and warnings that say something of a cost.
const RESTS_ON_COST: [&str; 3] = ["below_cost", "below_margin", "cost_changed"];

fn told_of_cost(sight: &Sight, error: &Json) -> Option<String> {
    let reason = error["details"]["reason"].as_str().unwrap_or_default();
    let tells = error["code"] == "price.refused" && RESTS_ON_COST.contains(&reason);
    (tells && !sight.unmasks(Some(Mask::Cost), None)).then(|| format!("a refusal says that a price is `{reason}`"))
}

/// What an act sold that its writer may not sell: below cost where the company blocks that, less than nothing, or a return of what was never bought.
pub(super) fn sold(before: &BTreeSet<String>, after: &Tables, sight: &Sight, is_blocked: bool) -> Option<String> {
    let oracle = Oracle::new(after);
    let (decl, line) = (catalogue::find("sales_document")?, catalogue::find("sales_line")?);
    let amount = |row, field| match value(decl, row, field) {
        Value::Decimal(amount) => Some(*amount),
        _ => None,
    };
    for row in oracle.rows(decl.name).iter().filter(|row| !before.contains(&key_of_row(decl, row))) {
        let customer = id(decl, row, "customer_id");
        let may = |right| sight.reaches(right, customer);
        let (kind, number) = (text(decl, row, "kind"), text(decl, row, "number"));
        // Reversals repeat what was allowed, and deliveries of an order were judged with it.
        if id(decl, row, "reverses_id").is_some() || id(decl, row, "order_id").is_some() {
            continue;
        }
        let (net, cost) = (amount(row, "net")?, amount(row, "cost"));
        if kind == "delivery" && net.is_sign_negative() && !net.is_zero() && !may(Right::CreditsPost) {
            return Some(format!("{number} of {net} without `credits.post`"));
        }
        if is_blocked && kind == "delivery" && cost.is_some_and(|cost| net < cost) && !may(Right::PriceBelowCost) {
            return Some(format!("{number} of {net}, which costs {cost:?}, without `price.below_cost`"));
        }
        let document = id(decl, row, "id");
        let lines = oracle.rows(line.name).iter().filter(|of| id(line, of, "document_id") == document);
        if kind == "return" && lines.clone().any(|of| id(line, of, "returned_line_id").is_none()) && !may(Right::CreditsPost) {
            return Some(format!("{number} takes back what was not bought, without `credits.post`"));
        }
    }
    None
}

/// The documents that there are.
pub(super) fn documents(tables: &Tables) -> BTreeSet<String> {
    let rows = |decl: &'static EntityDecl| Oracle::new(tables).rows(decl.name).iter().map(|row| key_of_row(decl, row)).collect();
    catalogue::find("sales_document").map(rows).unwrap_or_default()
}

/// The tables that tell what was sold.
pub(super) const SOLD: [&str; 2] = ["sales_document", "sales_line"];

/// The use of a reserved key by somebody without the role that names its system.
pub(super) fn reserved(tables: &Tables, who: &Who, arguments: &Json) -> Option<String> {
    let oracle = Oracle::new(tables);
    let decl = catalogue::find("role")?;
    let roles = oracle.roles_of(who);
    let names = |row| list(decl, row, "systems").iter().any(|system| system == RESERVED);
    let holds = oracle.rows(decl.name).iter().any(|row| roles.iter().any(|role| role == text(decl, row, "code")) && names(row));
    let is_reserved = oracle.rows(decl.name).iter().any(names);
    (arguments["key"]["system"] == RESERVED && is_reserved && !holds).then(|| format!("a key of `{RESERVED}` without a role that names it"))
}

/// How the administrator finds the record that an operation changes some fields of; none if it is no such operation.
pub(super) fn changed_in_part(api: &Api, operation: &Operation, arguments: &Json) -> Option<(String, Json)> {
    let changes = operation.arguments.iter().find(|argument| argument.ty.get("changes").is_some())?;
    named(&changes.ty)?;
    let service = operation.name.split_once('.')?.0;
    let (short, by) = if arguments["key"].is_object() { ("find_external", "key") } else { ("get", "id") };
    api.of_records(service, short)?;
    Some((format!("{service}.{short}"), json!({ by: arguments[by] })))
}

/// Fields that follow from others.
const DERIVED: &[&str] = &["version", "lookup_key", "tax_id_key", "claim", "party", "is_primary"];

/// A field of a record that changed without being given.
pub(super) fn overwritten(before: &Json, after: &Json, changes: &Json) -> Option<String> {
    let (Some(before), Some(after), Some(changes)) = (before.as_object(), after.as_object(), changes.as_object()) else { return None };
    let is_kept = |name: &String, was: &Json| after.get(name) == Some(was) || changes.contains_key(name) || DERIVED.contains(&name.as_str());
    before.iter().find(|(name, was)| !is_kept(name, was)).map(|(name, was)| format!("`{name}` was {was}, and is {:?}", after.get(name)))
}
