//! Arguments for any operation, drawn from its schema, from samples, and from what a world holds: ids of all records, those that the caller may not
//! see among them; filters and reports from what entities declare.

use super::api::{Api, Argument, Operation, Pool, fields_of, named};
use crate::random::Dice;
use crm_core::{
    catalogue,
    entity::{EntityDecl, ValueType},
};
use serde_json::{Map, Value as Json, json};
use std::path::Path;

/// A list of customers, in base64: `Customer No,Customer name` and a row.
const CUSTOMERS: &str = "Q3VzdG9tZXIgTm8sQ3VzdG9tZXIgbmFtZQpaMSxaZWQK";

/// How deep filters and arguments nest.
const DEPTH: usize = 4;
/// Relations that a filter goes through.
const RELATIONS: usize = 3;

/// Draws arguments.
pub(super) struct Asker<'a> {
    pub(super) api: &'a Api,
    pub(super) pool: &'a Pool,
    pub(super) dice: Dice,
    /// Where operations on files work.
    pub(super) folder: &'a Path,
    /// Records that can be changed, by service, as they are now.
    pub(super) records: Vec<Json>,
    /// Words that were made.
    pub(super) words: usize,
}

/// What of an argument is made anew in a call that is taken as a sample.
const ANEW: usize = 6;

impl Asker<'_> {
    /// Arguments of an operation.
    pub(super) fn arguments(&mut self, operation: &Operation) -> Json {
        if let Some(made) = self.pool.made.get(&operation.name)
            && !self.dice.once_in(3)
        {
            let sample = self.dice.one(made);
            return self.varied(operation, sample);
        }
        let mut arguments = Map::new();
        for argument in &operation.arguments {
            if let Some(value) = self.argument(operation, argument) {
                arguments.insert(argument.name.clone(), value);
            }
        }
        arguments.into()
    }

    /// A call that was made before, with some of it made anew.
    fn varied(&mut self, operation: &Operation, mut sample: Json) -> Json {
        for argument in &operation.arguments {
            let Some(value) = sample.get_mut(&argument.name) else { continue };
            if is_record(self.api, &argument.ty) {
                if let Some(record) = self.record(operation, &argument.ty) {
                    *value = record;
                }
            } else if ["sort", "by", "sum", "by_month", "limit", "after", "filter"].contains(&argument.name.as_str()) && operation.decl.is_some() {
                *value = self.argument(operation, argument).unwrap_or(Json::Null);
            } else {
                self.vary(&argument.ty, value, (&operation.name, &argument.name), operation.decl);
            }
        }
        sample
    }

    fn vary(&mut self, ty: &Json, value: &mut Json, place: (&str, &str), decl: Option<&'static EntityDecl>) {
        if let (Some(_), Some(fields)) = (ty.get("changes"), value.as_object_mut()) {
            fields.retain(|_, _| !self.dice.once_in(3));
        }
        if let Some(inner) = ty.get("optional") {
            if !value.is_null() {
                self.vary(inner, value, place, decl);
            }
            return;
        }
        if let (Some(inner), Some(items)) = (ty.get("list"), value.as_array_mut()) {
            items.iter_mut().for_each(|item| self.vary(inner, item, place, decl));
            return;
        }
        if let (Some(types), Some(items)) = (ty.get("tuple").and_then(Json::as_array), value.as_array_mut()) {
            types.iter().zip(items).for_each(|(ty, item)| self.vary(ty, item, place, decl));
            return;
        }
        if let Some(name) = named(ty) {
            let fields = fields_of(self.api.ty(name), value);
            let decl = self.api.entity(name).map(|(decl, _)| decl);
            for field in &fields {
                let field_name = field["name"].as_str().unwrap_or_default();
                if let Some(value) = value.get_mut(field_name) {
                    self.vary(&field["type"], value, (name, field_name), decl);
                }
            }
            if !fields.is_empty() {
                self.add_one(name, &fields, value, decl);
                return;
            }
        }
        // Words and figures with marks are those of others: what is written is never one of them.
        let anew = match ty.as_str() {
            Some("bool") => 2,
            Some("decimal") => 3,
            _ => ANEW,
        };
        if is_marked(value) || is_unique_text(decl, place.1, value) || self.dice.once_in(anew) {
            *value = self.value(ty, place, decl, DEPTH);
        }
    }

    /// Now and then one of the fields that a call left out: a form of it that nobody made yet.
    fn add_one(&mut self, name: &str, fields: &[Json], value: &mut Json, decl: Option<&'static EntityDecl>) {
        let Some(given) = value.as_object_mut().filter(|_| self.dice.once_in(ANEW)) else { return };
        let left_out: Vec<&Json> = fields.iter().filter(|field| field["name"].as_str().is_some_and(|name| !given.contains_key(name))).collect();
        let Some(field) = self.one(&left_out) else { return };
        let field_name = field["name"].as_str().unwrap_or_default();
        given.insert(field_name.to_owned(), self.value(&field["type"], (name, field_name), decl, 1));
    }

    /// An argument; none if it is left out.
    fn argument(&mut self, operation: &Operation, argument: &Argument) -> Option<Json> {
        if let Some(decl) = operation.decl.or_else(|| (argument.name == "filter").then(|| self.any_entity())) {
            let given = match argument.name.as_str() {
                "filter" => (!self.dice.once_in(3)).then(|| self.filter(decl, 0, 0)),
                "sort" => (!self.dice.once_in(2)).then(|| self.sort(decl)),
                "limit" => (!self.dice.once_in(3)).then(|| (1 + self.dice.below(6)).into()),
                "after" => None,
                "by" => (!self.dice.once_in(5)).then(|| self.groups(decl)),
                "by_month" => {
                    self.dice.once_in(4).then(|| self.columns(decl, |ty| ty == ValueType::Day)).and_then(|all| Some(self.one(&all)?.into()))
                }
                "sum" => {
                    let all = self.columns(decl, |ty| matches!(ty, ValueType::Money | ValueType::Quantity | ValueType::Int));
                    self.dice.once_in(2).then(|| self.one(&all).into_iter().collect())
                }
                _ => return self.plainly(operation, argument),
            };
            return given;
        }
        self.plainly(operation, argument)
    }

    fn plainly(&mut self, operation: &Operation, argument: &Argument) -> Option<Json> {
        if !argument.is_needed && !self.dice.once_in(3) {
            return None;
        }
        if let Some(record) = is_record(self.api, &argument.ty).then(|| self.record(operation, &argument.ty)).flatten() {
            return Some(record);
        }
        Some(self.value(&argument.ty, (&operation.name, &argument.name), operation.decl, DEPTH))
    }

    /// A record that is there, with something changed.
    fn record(&mut self, operation: &Operation, ty: &Json) -> Option<Json> {
        let name = ty.get("ref").and_then(Json::as_str)?;
        let (decl, _) = self.api.entity(name)?;
        if operation.short() == "delete" || self.records.is_empty() {
            return self.one(&self.records.clone());
        }
        let (mut record, other) = (self.one(&self.records.clone())?, self.one(&self.records.clone())?);
        let fields = self.api.ty(name)["fields"].as_array().cloned().unwrap_or_default();
        for _ in 0..1 + self.dice.below(2) {
            let Some(field) = self.one(&fields) else { continue };
            let field_name = field["name"].as_str().unwrap_or_default();
            let is_kept = ["id", "version"].contains(&field_name) && !self.dice.once_in(10);
            let copied = &other[field_name];
            if !is_kept {
                record[field_name] = if self.dice.once_in(2) && !is_marked(copied) {
                    copied.clone()
                } else {
                    self.value(&field["type"], (name, field_name), Some(decl), DEPTH)
                };
            }
        }
        Some(record)
    }

    fn one<T: Clone>(&mut self, of: &[T]) -> Option<T> {
        (!of.is_empty()).then(|| self.dice.one(of))
    }

    fn any_entity(&mut self) -> &'static EntityDecl {
        let all: Vec<_> = self.api.services().into_iter().map(|(_, decl)| decl).collect();
        let sold: Vec<_> = all.iter().copied().filter(|decl| decl.name.starts_with("sales_")).collect();
        if self.dice.once_in(4) || sold.is_empty() { self.dice.one(&all) } else { self.dice.one(&sold) }
    }

    /// A sample from the same place, if there is one, that is nobody's own.
    fn sample(&mut self, place: (&str, &str)) -> Option<Json> {
        let samples = self.pool.samples.get(&(place.0.to_owned(), place.1.to_owned()))?;
        let sample = self.dice.one(samples);
        (!is_marked(&sample)).then_some(sample)
    }

    /// A value of a type.
    pub(super) fn value(&mut self, ty: &Json, place: (&str, &str), decl: Option<&'static EntityDecl>, depth: usize) -> Json {
        if let Some(name) = ty.as_str() {
            return self.plain(name, place, decl);
        }
        if let Some(inner) = ty.get("optional") {
            return if self.dice.once_in(3) { Json::Null } else { self.value(inner, place, decl, depth) };
        }
        if let Some(inner) = ty.get("list") {
            let count = if depth == 0 { 0 } else { 1 + self.dice.below(2) };
            return (0..count).map(|_| self.value(inner, place, decl, depth.saturating_sub(1))).collect();
        }
        if let Some(items) = ty.get("tuple").and_then(Json::as_array) {
            return items.iter().map(|ty| self.value(ty, place, decl, depth)).collect();
        }
        if let Some(inner) = ty.get("map") {
            let fields = decl.and_then(|decl| self.pool.custom.get(decl.name)).filter(|_| inner == "json").cloned();
            let (name, value) = match fields.and_then(|fields| self.one(&fields)) {
                Some((name, ty)) => (name, self.plain(&ty, (place.0, "value"), None)),
                None => ("en".to_owned(), self.value(inner, place, None, depth)),
            };
            return Map::from_iter([(name, value)]).into();
        }
        match (ty.get("ref").and_then(Json::as_str), ty.get("changes").and_then(Json::as_str)) {
            (Some(name), _) => self.named(name, place, depth),
            (None, Some(name)) => self.changes(name, depth),
            (None, None) => Json::Null,
        }
    }

    /// Some fields of a record, with other values.
    fn changes(&mut self, name: &str, depth: usize) -> Json {
        let (fields, decl) = (self.api.ty(name)["fields"].as_array().cloned().unwrap_or_default(), self.api.entity(name).map(|(decl, _)| decl));
        let mut made = Map::new();
        for _ in 0..1 + self.dice.below(2) {
            let Some(field) = self.one(&fields) else { break };
            let field_name = field["name"].as_str().unwrap_or_default();
            made.insert(field_name.to_owned(), self.value(&field["type"], (name, field_name), decl, depth.saturating_sub(1)));
        }
        made.into()
    }

    fn named(&mut self, name: &str, place: (&str, &str), depth: usize) -> Json {
        let ty = self.api.ty(name).clone();
        if let Some(values) = ty["values"].as_array() {
            let sample = if self.dice.once_in(2) { self.sample(place) } else { None };
            return sample.or_else(|| self.one(values).map(|value| value["value"].clone())).unwrap_or(Json::Null);
        }
        let mut made = Map::new();
        let mut fields = ty["fields"].as_array().cloned().unwrap_or_default();
        if let Some(variant) = ty["variants"].as_array().and_then(|variants| self.one(variants)) {
            made.insert("kind".to_owned(), variant["tag"].clone());
            fields = fields_of(&ty, &made.clone().into());
        }
        let decl = self.api.entity(name).map(|(decl, _)| decl);
        for field in fields {
            let field_name = field["name"].as_str().unwrap_or_default();
            if field["required"] == true || (depth > 0 && self.dice.once_in(4)) {
                made.insert(field_name.to_owned(), self.value(&field["type"], (name, field_name), decl, depth.saturating_sub(1)));
            }
        }
        made.into()
    }

    fn plain(&mut self, ty: &str, place: (&str, &str), decl: Option<&'static EntityDecl>) -> Json {
        if ty == "uuid" {
            return self.id(place, decl);
        }
        // What is unique is mostly new.
        let is_unique = decl.is_some_and(|decl| decl.unique.iter().any(|fields| fields.contains(&place.1)));
        if !self.dice.once_in(3)
            && (!is_unique || self.dice.once_in(4))
            && let Some(sample) = self.sample(place)
        {
            return sample;
        }
        match ty {
            "bool" => self.dice.once_in(2).into(),
            "int" => self.dice.below(5).into(),
            "day" => format!("2026-{:02}-{:02}", 1 + self.dice.below(3), 1 + self.dice.below(28)).into(),
            "instant" => format!("2026-{:02}-01T00:00:00Z", 1 + self.dice.below(12)).into(),
            // Far below and far above whatever a policy compares with: on which side of it one is, one may know.
            "decimal" => match place.0 {
                "UnitPrice" => self.dice.one(&["700000", "800000.25", "900000", "1"]).into(),
                "Money" => self.dice.one(&["1", "2.5", "30", "700000", "90000000"]).into(),
                _ => self.dice.one(&["1", "2", "3", "1", "0.5", "-1", "900000", "900000"]).into(),
            },
            "text" => self.text(place),
            "path" => self.path().into(),
            "source" if self.dice.once_in(2) => json!({"bytes": CUSTOMERS, "name": "customers.csv"}),
            "source" => json!({"path": self.path()}),
            _ => json!({}),
        }
    }

    fn text(&mut self, (_, field): (&str, &str)) -> Json {
        self.words += 1;
        match field {
            "currency" => "EUR".into(),
            "language" => self.dice.one(&["en", "es", "zh"]).into(),
            "time_zone" => self.dice.one(&["Europe/Madrid", "Asia/Shanghai", "UTC"]).into(),
            _ => format!("word{}", self.words).into(),
        }
    }

    /// What reads or writes files does so in a folder of its own.
    fn path(&mut self) -> String {
        self.folder.join(format!("book{}.xlsx", self.dice.below(3))).to_string_lossy().into_owned()
    }

    /// An id of a record that the name of the field speaks of, whoever's it is.
    fn id(&mut self, (owner, field): (&str, &str), decl: Option<&'static EntityDecl>) -> Json {
        if self.dice.once_in(4)
            && let Some(sample) = self.sample((owner, field))
        {
            return sample;
        }
        let own = decl.and_then(|decl| decl.fields.iter().find(|f| f.name == field)?.target()).map(|target| target.name);
        let own = own.or_else(|| decl.filter(|_| field == "id").map(|decl| decl.name));
        let own = own.or_else(|| catalogue::find(field.strip_suffix("_id")?).map(|decl| decl.name));
        let meant: Vec<&'static str> = match own {
            Some(own) => vec![own],
            None => self.pool.targets.get(field).into_iter().flatten().copied().collect(),
        };
        let entities = if meant.is_empty() || self.dice.once_in(20) { self.pool.ids.keys().copied().collect() } else { meant };
        let ids: Vec<_> = entities.iter().filter_map(|entity| self.pool.ids.get(entity)).flatten().copied().collect();
        self.one(&ids).map_or(Json::Null, |id| id.to_string().into())
    }

    /// Fields of an entity whose types fit.
    fn columns(&self, decl: &'static EntityDecl, fits: impl Fn(ValueType) -> bool) -> Vec<String> {
        decl.columns().iter().filter(|column| fits(column.ty)).map(|column| column.name.clone()).collect()
    }

    fn sort(&mut self, decl: &'static EntityDecl) -> Json {
        let mut all = self.columns(decl, |ty| ty != ValueType::Json);
        if self.dice.once_in(3) && !decl.derived.is_empty() {
            all = decl.derived.iter().map(|derived| derived.name.to_owned()).collect();
        }
        let count = 1 + self.dice.below(2);
        let key = |asker: &mut Self| asker.one(&all).map(|field| if asker.dice.once_in(2) { field } else { format!("-{field}") });
        (0..count).filter_map(|_| key(self)).collect()
    }

    /// What a report groups by: fields of the entity, and fields of the records that it refers to.
    fn groups(&mut self, decl: &'static EntityDecl) -> Json {
        let relations: Vec<&str> = decl.fields.iter().filter(|f| f.refers.is_some()).filter_map(|f| f.name.strip_suffix("_id")).collect();
        let through = if self.dice.once_in(4) { None } else { self.one(&relations) };
        let target = through.and_then(|relation| decl.to_one(relation)).map_or(decl, |relation| relation.target);
        // Mostly what nothing hides: one hidden field has the whole report refused.
        let shown = |decl: &EntityDecl, name: &String| decl.columns().iter().any(|column| column.name == *name && column.mask.is_none());
        let mut all = self.columns(target, |ty| ty != ValueType::Json);
        if !self.dice.once_in(4) {
            all.retain(|name| shown(target, name));
        }
        let count = 1 + self.dice.below(4);
        let path = |field: String| through.map_or(field.clone(), |relation| format!("{relation}.{field}"));
        (0..count).filter_map(|_| self.one(&all)).map(path).collect()
    }

    /// A condition on records of an entity.
    pub(super) fn filter(&mut self, decl: &'static EntityDecl, depth: usize, relations: usize) -> Json {
        match self.dice.below(12) {
            0 | 1 if depth < DEPTH => {
                let (name, count) = (self.dice.one(&["and", "or"]), 2 + self.dice.below(2));
                json!({name: (0..count).map(|_| self.filter(decl, depth + 1, relations)).collect::<Vec<_>>()})
            }
            2 if depth < DEPTH => json!({"not": self.filter(decl, depth + 1, relations)}),
            3..=7 if relations < RELATIONS => {
                let to_one = decl.fields.iter().filter_map(|field| {
                    decl.to_one(field.name.strip_suffix("_id")?).map(|r| (field.name.strip_suffix("_id").unwrap_or_default(), r.target))
                });
                let to_many = catalogue::all()
                    .iter()
                    .filter(|other| decl.to_one(other.name).is_none())
                    .filter_map(|other| Some((other.name, catalogue::relation(decl, other.name)?.target)));
                let all: Vec<(&str, &'static EntityDecl)> = to_one.chain(to_many).collect();
                let Some((name, target)) = self.one(&all) else { return self.test(decl) };
                let kind = if self.dice.once_in(3) { "none" } else { "exists" };
                json!({"relation": name, kind: self.filter(target, depth + 1, relations + 1)})
            }
            8 if self.pool.custom.contains_key(decl.name) => self.custom(decl),
            _ => self.test(decl),
        }
    }

    fn custom(&mut self, decl: &'static EntityDecl) -> Json {
        let fields = self.pool.custom.get(decl.name).cloned().unwrap_or_default();
        let Some((name, ty)) = self.one(&fields) else { return json!({}) };
        let values = catalogue::find("custom_value");
        let kept = values.and_then(|values| Some((values.name, values.column(&format!("{ty}_value"))?)));
        let known = kept.and_then(|place| self.pool.values.get(&place)).cloned().unwrap_or_default();
        let Some(value) = self.one(&known) else { return json!({"custom": name, "empty": true}) };
        let operation = self.dice.one(&["eq", "ne", "lt", "le", "gt", "ge"]);
        json!({"custom": name, operation: value})
    }

    /// A test of a derived field, with a value of what it is derived from.
    fn derived(&mut self, decl: &'static EntityDecl) -> Option<Json> {
        let derived = self.one(&decl.derived.iter().collect::<Vec<_>>())?;
        let from = catalogue::relation(decl, derived.relation)?.target;
        let known = self.pool.values.get(&(from.name, from.column(derived.aggregate.field())?)).cloned().unwrap_or_default();
        let value = self.one(&known)?;
        let operation = self.dice.one(&["eq", "ne", "lt", "le", "gt", "ge"]);
        Some(if self.dice.once_in(6) { json!({"field": derived.name, "empty": true}) } else { json!({"field": derived.name, operation: value}) })
    }

    fn test(&mut self, decl: &'static EntityDecl) -> Json {
        if self.dice.once_in(4)
            && let Some(test) = self.derived(decl)
        {
            return test;
        }
        let columns: Vec<usize> = (0..decl.columns().len()).collect();
        // What is hidden from some is in few fields, and what hides it is decided anew behind every step: these are asked about more often.
        let masked: Vec<usize> = columns.iter().copied().filter(|column| decl.columns()[*column].mask.is_some()).collect();
        let position = if !masked.is_empty() && self.dice.once_in(5) { self.dice.one(&masked) } else { self.dice.one(&columns) };
        let (name, ty) = (decl.columns()[position].name.clone(), decl.columns()[position].ty);
        let known = self.pool.values.get(&(decl.name, position)).cloned().unwrap_or_default();
        let (Some(mut one), Some(other)) = (self.one(&known), self.one(&known)) else { return json!({"field": name, "empty": self.dice.once_in(2)}) };
        if self.dice.once_in(50) {
            // What nobody means, and somebody sends.
            one = Json::Null;
        }
        let is_searchable = decl.search_key_of(position).is_some();
        let part = |dice: &mut Dice| -> Json {
            let text: Vec<char> = one.as_str().unwrap_or_default().chars().collect();
            text.iter().take(1 + dice.below(3)).collect::<String>().into()
        };
        match self.dice.below(9) {
            0 => json!({"field": name, "empty": self.dice.once_in(2)}),
            1 => json!({"field": name, "in": [one, other]}),
            2 => json!({"field": name, "between": [one, other]}),
            3 | 4 if is_searchable => {
                let operation = self.dice.one(&["contains", "starts_with"]);
                json!({"field": name, operation: part(&mut self.dice)})
            }
            3 if ty == ValueType::Id && decl.tree_of(position).is_some() => json!({"field": name, "within": one}),
            4 => json!({"field": name, "eq": one}),
            5 => json!({"field": name, "ne": one}),
            6 => json!({"field": name, "lt": one}),
            7 => json!({"field": name, "ge": one}),
            _ => json!({"field": name, "le": one}),
        }
    }
}

/// Whether a value is a text of which a company has one, such as a code: what is made again needs another.
fn is_unique_text(decl: Option<&'static EntityDecl>, field: &str, value: &Json) -> bool {
    value.is_string() && decl.is_some_and(|decl| decl.unique.iter().any(|fields| *fields == [field]))
}

/// Whether a value is somebody's own: what is written is nobody's.
fn is_marked(value: &Json) -> bool {
    let text = value.to_string();
    super::marks::words(&text).next().is_some() || !super::marks::figures(&text).is_empty()
}

fn is_record(api: &Api, ty: &Json) -> bool {
    ty.get("ref").and_then(Json::as_str).and_then(|name| api.entity(name)).is_some_and(|(_, is_record)| is_record)
}
