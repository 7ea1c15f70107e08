//! What can be called, as the facade describes it, and what a world holds: what arguments are drawn from.

use super::{
    oracle::Oracle,
    world::{Made, World},
};
use crate::harness::Tables;
use crm_core::{
    catalogue,
    entity::{EntityDecl, Value},
};
use serde_json::{Map, Value as Json, json};
use std::collections::{BTreeMap, BTreeSet};
use uuid::Uuid;

/// An argument of an operation.
#[derive(Debug)]
pub(super) struct Argument {
    pub(super) name: String,
    pub(super) ty: Json,
    pub(super) is_needed: bool,
}

/// Something that can be called in a session.
#[derive(Debug)]
pub(super) struct Operation {
    /// The full name.
    pub(super) name: String,
    pub(super) service: String,
    pub(super) arguments: Vec<Argument>,
    /// The entity of a service of records.
    pub(super) decl: Option<&'static EntityDecl>,
}

impl Operation {
    /// The name within its service.
    pub(super) fn short(&self) -> &str {
        self.name.split_once('.').map_or(self.name.as_str(), |(_, short)| short)
    }

    pub(super) fn takes(&self, argument: &str) -> bool {
        self.arguments.iter().any(|one| one.name == argument)
    }

    /// Whether an argument is of a type, by the type's name.
    pub(super) fn takes_a(&self, is_meant: impl Fn(&str) -> bool) -> bool {
        self.arguments.iter().any(|one| named(one.ty.get("list").unwrap_or(&one.ty)).is_some_and(&is_meant))
    }
}

/// Everything that can be called.
#[derive(Debug)]
pub(super) struct Api {
    pub(super) operations: Vec<Operation>,
    types: Map<String, Json>,
    /// Entities by the names of their types.
    classes: BTreeMap<String, &'static EntityDecl>,
}

fn text(json: &Json, field: &str) -> String {
    json[field].as_str().unwrap_or_default().to_owned()
}

impl Api {
    pub(super) fn new() -> Self {
        let mut api = crm_facade::describe();
        let entities = api["entities"].as_object().cloned().unwrap_or_default();
        let classes = entities.iter().filter_map(|(class, entity)| Some((class.clone(), catalogue::find(entity["name"].as_str()?)?)));
        let classes: BTreeMap<String, &'static EntityDecl> = classes.collect();
        let mut operations = Vec::new();
        let services = api["services"].as_array().cloned().unwrap_or_default();
        for service in services.iter().filter(|service| service["session"] == true) {
            for operation in service["operations"].as_array().into_iter().flatten() {
                let argument = |one: &Json| Argument { name: text(one, "name"), ty: one["type"].clone(), is_needed: one["required"] == true };
                operations.push(Operation {
                    name: format!("{}.{}", text(service, "name"), text(operation, "name")),
                    service: text(service, "name"),
                    arguments: operation["arguments"].as_array().into_iter().flatten().map(argument).collect(),
                    decl: classes.get(&text(service, "entity")).copied(),
                });
            }
        }
        let types = api["types"].as_object_mut().map(std::mem::take).unwrap_or_default();
        Self { operations, types, classes }
    }

    pub(super) fn find(&self, operation: &str) -> Option<&Operation> {
        self.operations.iter().find(|one| one.name == operation)
    }

    /// The operation of a service of records.
    pub(super) fn of_records(&self, service: &str, short: &str) -> Option<&Operation> {
        self.operations.iter().find(|one| one.service == service && one.short() == short && one.decl.is_some())
    }

    /// Services of records, with their entities.
    pub(super) fn services(&self) -> Vec<(String, &'static EntityDecl)> {
        let mut services: Vec<_> = self.operations.iter().filter_map(|one| Some((one.service.clone(), one.decl?))).collect();
        services.dedup_by(|a, b| a.0 == b.0);
        services
    }

    pub(super) fn ty(&self, name: &str) -> &Json {
        self.types.get(name).unwrap_or(&Json::Null)
    }

    /// The entity whose fields a type has, and whether the type is its record, with id and version.
    pub(super) fn entity(&self, name: &str) -> Option<(&'static EntityDecl, bool)> {
        let record = name.strip_suffix("Record").and_then(|class| self.classes.get(class)).map(|decl| (*decl, true));
        record.or_else(|| self.classes.get(name).map(|decl| (*decl, false)))
    }
}

/// Where a value stands: the type or operation that it belongs to, and its field.
pub(super) type Place = (String, String);

/// What a world holds, and what it was made by.
#[derive(Debug, Default)]
pub(super) struct Pool {
    /// Ids by entity.
    pub(super) ids: BTreeMap<&'static str, Vec<Uuid>>,
    /// Values of columns, as filters take them.
    pub(super) values: BTreeMap<(&'static str, usize), Vec<Json>>,
    /// Calls that made the world.
    pub(super) made: BTreeMap<String, Vec<Json>>,
    /// What stood where in these calls.
    pub(super) samples: BTreeMap<Place, Vec<Json>>,
    /// Entities that fields of a name refer to.
    pub(super) targets: BTreeMap<String, BTreeSet<&'static str>>,
    /// Fields that the host declared, by entity.
    pub(super) custom: BTreeMap<String, Vec<(String, String)>>,
    entities: BTreeMap<Uuid, &'static str>,
}

/// Values of a column that are kept.
const VALUES: usize = 40;

impl Pool {
    /// What two worlds hold, or one twice.
    pub(super) fn new(api: &Api, worlds: [&Tables; 2], made: &[Made]) -> Self {
        let mut pool = Self::default();
        for tables in worlds {
            for (decl, rows) in Oracle::new(tables).tables() {
                for (column, _) in decl.columns().iter().enumerate() {
                    let values = pool.values.entry((decl.name, column)).or_default();
                    for value in rows.iter().filter_map(|row| row.get(column)).filter(|value| !matches!(value, Value::Null | Value::Json(_))) {
                        let value = value.to_json();
                        if values.len() < VALUES && !values.contains(&value) {
                            values.push(value);
                        }
                    }
                }
            }
        }
        for (decl, rows) in Oracle::new(worlds[0]).tables() {
            let ids: Vec<Uuid> = rows.iter().filter_map(|row| decl.column("id").and_then(|c| row.get(c)?.clone().into_id().ok())).collect();
            pool.entities.extend(ids.iter().map(|id| (*id, decl.name)));
            pool.ids.insert(decl.name, ids);
            for field in decl.fields {
                if let Some(target) = field.target() {
                    pool.targets.entry(field.name.to_owned()).or_default().insert(target.name);
                }
            }
        }
        if let Some(decl) = catalogue::find("custom_field") {
            for row in Oracle::new(worlds[0]).rows(decl.name) {
                let text = |name: &str| super::oracle::value(decl, row, name).to_json().as_str().unwrap_or_default().to_owned();
                pool.custom.entry(text("entity")).or_default().push((text("name"), text("value_type")));
            }
        }
        for Made { operation, arguments } in made {
            let Some(found) = api.find(operation) else { continue };
            for argument in &found.arguments {
                if let Some(value) = arguments.get(&argument.name) {
                    pool.learn(api, &argument.ty, value, (operation.clone(), argument.name.clone()));
                }
            }
            pool.made.entry(operation.clone()).or_default().push(arguments.clone());
        }
        pool
    }

    /// Takes what stands in a call as a sample for its place.
    fn learn(&mut self, api: &Api, ty: &Json, value: &Json, place: Place) {
        if let Some(inner) = ty.get("optional") {
            if !value.is_null() {
                self.learn(api, inner, value, place);
            }
            return;
        }
        if let Some(inner) = ty.get("list") {
            for item in value.as_array().into_iter().flatten() {
                self.learn(api, inner, item, place.clone());
            }
            return;
        }
        if let Some(items) = ty.get("tuple").and_then(Json::as_array) {
            for (ty, item) in items.iter().zip(value.as_array().into_iter().flatten()) {
                self.learn(api, ty, item, place.clone());
            }
            return;
        }
        if let Some(name) = named(ty) {
            let fields = fields_of(api.ty(name), value);
            if !fields.is_empty() {
                for field in fields {
                    if let Some(value) = value.get(text(&field, "name")) {
                        self.learn(api, &field["type"], value, (name.to_owned(), text(&field, "name")));
                    }
                }
                return;
            }
        }
        if let Some(entity) = value.as_str().and_then(|id| id.parse().ok()).and_then(|id: Uuid| self.entities.get(&id)) {
            self.targets.entry(place.1.clone()).or_default().insert(entity);
        }
        let samples = self.samples.entry(place).or_default();
        if samples.len() < VALUES && !samples.contains(value) {
            samples.push(value.clone());
        }
    }
}

/// The name of a type: one of a struct, an enum or a union, or one whose fields are given in part.
pub(super) fn named(ty: &Json) -> Option<&str> {
    ty.get("ref").or_else(|| ty.get("changes")).and_then(Json::as_str)
}

/// The fields of a struct, or of the variant of a union that a value is.
pub(super) fn fields_of(ty: &Json, value: &Json) -> Vec<Json> {
    if let Some(fields) = ty["fields"].as_array() {
        return fields.clone();
    }
    let variant = ty["variants"].as_array().into_iter().flatten().find(|variant| variant["tag"] == value["kind"]);
    match variant {
        Some(variant) if variant.get("value").is_some() => vec![json!({"name": "value", "type": variant["value"], "required": true})],
        Some(variant) => variant["fields"].as_array().cloned().unwrap_or_default(),
        None => Vec::new(),
    }
}

/// What somebody who asks for records of an entity gets of them all.
pub(super) async fn everything(world: &World, service: &str) -> Vec<Json> {
    let mut reply = world.look(&format!("{service}.list"), &json!({})).await;
    match reply["items"].take() {
        Json::Array(items) => items,
        _ => Vec::new(),
    }
}
