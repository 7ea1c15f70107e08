//! The description of all operations, from which the classes of each language are generated.

use crate::{failure, files::FILE_TYPE, operation::Service, records::CHANGES_OF, services};
use crm_core::{
    catalogue,
    entity::{EntityDecl, ValueType},
    error::Code,
};
use schemars::{Schema, SchemaGenerator, generate::SchemaSettings};
use serde_json::{Map, Value as Json, json};
use std::collections::BTreeMap;

/// Types, services with their operations, entities with their fields, error codes, and the limits that languages check, as JSON.
///
/// A type is `bool`, `int`, `text`, `uuid`, `day`, `instant`, `decimal`, `json`, `none`, or for files `path`, `bytes` or `source` (either of both);
/// or an object with `ref`, `list`, `map`, `tuple`, `optional`, or `changes`: some fields of a type.
///
/// # Panics
/// If a type cannot be described in this way, such as a float: a defect that a test finds.
pub fn describe() -> Json {
    let services = services::all();
    // Arguments first: for types that go both ways, the input form says what may be omitted.
    let mut going_in = SchemaSettings::draft2020_12().for_deserialize().into_generator();
    let arguments: Vec<Vec<Schema>> = each(&services, |operation| (operation.arguments)(&mut going_in));
    let mut going_out = SchemaSettings::draft2020_12().for_serialize().into_generator();
    let results: Vec<Vec<Schema>> = each(&services, |operation| (operation.result)(&mut going_out));
    // JSON Schema sorts properties by name; output requires all of them, and lists them in declaration order.
    let mut declared = SchemaSettings::draft2020_12().for_serialize().into_generator();
    drop(each(&services, |operation| (operation.arguments)(&mut declared)));
    let mut types = Types { definitions: definitions(&mut going_out), declared: definitions(&mut declared) };
    types.declared.extend(types.definitions.clone());
    types.definitions.extend(definitions(&mut going_in));

    let mut described = Vec::new();
    for (service, (arguments, results)) in services.iter().zip(arguments.iter().zip(&results)) {
        let mut operations = Vec::new();
        for (operation, (arguments, result)) in service.operations.iter().zip(arguments.iter().zip(results)) {
            let mut arguments = types.fields(arguments.as_value(), None);
            arguments.sort_by_key(|argument| operation.order.iter().position(|name| argument.get("name") == Some(&json!(name))));
            let result = types.of(result.as_value());
            operations.push(json!({"name": operation.name, "doc": operation.doc, "arguments": arguments, "result": result}));
        }
        let mut one = json!({"name": service.name, "doc": service.doc, "session": service.name != "crm", "operations": operations});
        if let (Some(records), Some(object)) = (&service.entity, one.as_object_mut()) {
            object.insert("entity".to_owned(), (records.class)().into_owned().into());
        }
        described.push(one);
    }
    let named = types.definitions.iter().filter_map(|(name, schema)| Some((name.clone(), types.named(schema, types.declared.get(name))?)));
    json!({"types": named.collect::<Map<_, _>>(), "services": described, "entities": entities(&services), "errors": errors(), "limits": limits()})
}

fn each<T>(services: &[Service], mut of: impl FnMut(&crate::operation::Operation) -> T) -> Vec<Vec<T>> {
    services.iter().map(|service| service.operations.iter().map(&mut of).collect()).collect()
}

fn definitions(generator: &mut SchemaGenerator) -> BTreeMap<String, Json> {
    generator.take_definitions(true).into_iter().collect()
}

fn errors() -> Vec<Json> {
    let core = Code::ALL
        .iter()
        .map(|code| json!({"code": code.as_str(), "kind": code.kind().as_str(), "retryable": code.is_retryable(), "doc": code.meaning()}));
    let own = failure::CODES.iter().map(|own| json!({"code": own.code, "kind": own.kind, "retryable": false, "doc": own.meaning}));
    core.chain(own).collect()
}

fn limits() -> Vec<Json> {
    failure::LIMITS.iter().map(|limit| json!({"name": limit.name, "value": limit.value, "doc": limit.meaning})).collect()
}

/// Fields to filter and sort by, and relations to follow.
fn entities(services: &[Service]) -> Map<String, Json> {
    let classes: BTreeMap<&str, String> =
        services.iter().filter_map(|s| s.entity.as_ref()).map(|e| (e.decl.name, (e.class)().into_owned())).collect();
    let listed = services.iter().filter_map(|s| s.entity.as_ref());
    listed.map(|records| ((records.class)().into_owned(), entity(records.decl, &classes))).collect()
}

fn entity(decl: &'static EntityDecl, classes: &BTreeMap<&str, String>) -> Json {
    let field = |name: &str, ty: ValueType, nullable: bool, searchable: bool| json!({"name": name, "type": value_type(ty), "nullable": nullable, "searchable": searchable});
    let columns = decl.columns().iter().filter(|column| !column.name.ends_with("_key") || decl.fields.iter().any(|f| f.name == column.name));
    let fields = columns.map(|column| {
        let declared = decl.fields.iter().find(|f| f.name == column.name);
        field(&column.name, column.ty, declared.is_some_and(|f| f.nullable), declared.is_some_and(|f| f.is_searchable))
    });
    let fields = fields.chain(decl.derived.iter().map(|derived| field(derived.name, derived.ty, true, false)));
    let to_one = decl.fields.iter().filter_map(|f| {
        let (name, to) = (f.name.strip_suffix("_id")?, classes.get(f.target()?.name)?);
        Some(json!({"name": name, "to": to, "many": false}))
    });
    let to_many = catalogue::all().iter().filter_map(|other| {
        let class = classes.get(other.name)?;
        let refers = decl.to_one(other.name).is_none() && other.fields.iter().any(|f| f.refers_to(decl));
        refers.then(|| json!({"name": other.name, "to": class, "many": true}))
    });
    json!({"name": decl.name, "fields": fields.collect::<Vec<_>>(), "relations": to_one.chain(to_many).collect::<Vec<_>>()})
}

fn value_type(ty: ValueType) -> &'static str {
    match ty {
        ValueType::Bool => "bool",
        ValueType::Int => "int",
        ValueType::Text => "text",
        ValueType::Id => "uuid",
        ValueType::Day => "day",
        ValueType::Instant => "instant",
        ValueType::Money | ValueType::Price | ValueType::Quantity | ValueType::Rate => "decimal",
        ValueType::Json => "json",
    }
}

/// Schemas by name, and their types.
struct Types {
    definitions: BTreeMap<String, Json>,
    /// The same in output form, whose `required` names every field in order.
    declared: BTreeMap<String, Json>,
}

impl Types {
    /// A type with a name of its own: a struct, an enum or a union; none for an alias.
    fn named(&self, schema: &Json, declared: Option<&Json>) -> Option<Json> {
        let doc = doc(schema);
        if let Some(values) = values(schema) {
            return Some(json!({"kind": "enum", "doc": doc, "values": values}));
        }
        if let Some(variants) = schema.get("oneOf").and_then(Json::as_array) {
            let declared = declared.and_then(|d| d.get("oneOf")).and_then(Json::as_array);
            let variants = variants.iter().enumerate().map(|(i, variant)| self.variant(variant, declared.and_then(|d| d.get(i))));
            let variants: Option<Vec<Json>> = variants.collect();
            return Some(json!({"kind": "union", "doc": doc, "variants": variants?}));
        }
        schema.get("properties")?;
        Some(json!({"kind": "struct", "doc": doc, "fields": self.fields(schema, declared)}))
    }

    /// A variant of a union: its tag, and its value or its fields.
    fn variant(&self, schema: &Json, declared: Option<&Json>) -> Option<Json> {
        let properties = schema.get("properties")?.as_object()?;
        let mut variant = Map::new();
        variant.insert("tag".to_owned(), properties.get("kind")?.get("const")?.clone());
        variant.insert("doc".to_owned(), doc(schema));
        let mut fields = self.fields(schema, declared);
        // A variant around a struct has the fields of that struct.
        if let Some((name, inner)) = schema.get("$ref").and_then(|r| self.definition(r)) {
            fields.extend(self.fields(inner, self.declared.get(name)));
        }
        fields.retain(|field| field.get("name") != Some(&json!("kind")));
        match fields.as_slice() {
            [] => {}
            [value] if value.get("name") == Some(&json!("value")) => {
                variant.insert("value".to_owned(), value.get("type")?.clone());
            }
            _ => {
                variant.insert("fields".to_owned(), fields.into());
            }
        }
        Some(variant.into())
    }

    /// The properties of an object, in declaration order.
    fn fields(&self, schema: &Json, declared: Option<&Json>) -> Vec<Json> {
        let needed = required(schema);
        let properties = schema.get("properties").and_then(Json::as_object).into_iter().flatten();
        let fields = properties.filter_map(|(name, property)| {
            let ty = self.of(property);
            if ty == json!("none") {
                return None;
            }
            let is_optional = ty.get("optional").is_some();
            let mut field = Map::new();
            field.insert("name".to_owned(), name.as_str().into());
            field.insert("type".to_owned(), ty);
            field.insert("required".to_owned(), (needed.contains(&name.as_str()) && !is_optional).into());
            if let Some(default) = property.get("default").cloned().or(is_optional.then_some(Json::Null)) {
                field.insert("default".to_owned(), default);
            }
            field.insert("doc".to_owned(), doc(property));
            Some(field.into())
        });
        let (mut fields, order): (Vec<Json>, _) = (fields.collect(), declared.map(required).unwrap_or_default());
        fields.sort_by_key(|field| order.iter().position(|name| field.get("name") == Some(&json!(name))).unwrap_or(usize::MAX));
        fields
    }

    fn definition<'r>(&self, reference: &'r Json) -> Option<(&'r str, &Json)> {
        let name = reference.as_str()?.strip_prefix("#/$defs/")?;
        Some((name, self.definitions.get(name)?))
    }

    /// The type that a schema describes.
    fn of(&self, schema: &Json) -> Json {
        let Some(object) = schema.as_object() else { return json!("json") };
        if let Some(name) = object.get(CHANGES_OF) {
            return json!({"changes": name});
        }
        if let Some(file) = object.get(FILE_TYPE) {
            return file.clone();
        }
        if let Some(reference) = object.get("$ref") {
            return match self.definition(reference) {
                Some((_, definition)) if !has_name(definition) => self.of(definition),
                Some((name, _)) => json!({"ref": name}),
                None => self.undescribed(schema),
            };
        }
        if let Some([one]) = object.get("allOf").and_then(Json::as_array).map(Vec::as_slice) {
            return self.of(one);
        }
        if let Some([some, none]) = object.get("anyOf").and_then(Json::as_array).map(Vec::as_slice)
            && none.get("type") == Some(&json!("null"))
        {
            return json!({"optional": self.of(some)});
        }
        match object.get("type") {
            None => json!("json"),
            Some(Json::Array(types)) => {
                let mut one = object.clone();
                let some: Vec<&Json> = types.iter().filter(|t| **t != json!("null")).collect();
                match some.as_slice() {
                    [ty] => {
                        one.insert("type".to_owned(), (*ty).clone());
                        json!({"optional": self.of(&one.into())})
                    }
                    // What can be text or number is a decimal, which goes out as text.
                    _ if object.contains_key("pattern") && some.len() < types.len() => json!({"optional": "decimal"}),
                    _ if object.contains_key("pattern") => json!("decimal"),
                    _ => self.undescribed(schema),
                }
            }
            Some(Json::String(ty)) => self.plain(ty, object, schema),
            Some(_) => self.undescribed(schema),
        }
    }

    fn plain(&self, ty: &str, object: &Map<String, Json>, schema: &Json) -> Json {
        match ty {
            "boolean" => json!("bool"),
            "integer" => json!("int"),
            "null" => json!("none"),
            "string" => match object.get("format").and_then(Json::as_str) {
                Some("uuid") => json!("uuid"),
                Some("date") => json!("day"),
                Some("date-time") => json!("instant"),
                Some(crm_core::schema::DECIMAL) => json!("decimal"),
                _ if object.contains_key("pattern") => json!("decimal"),
                _ => json!("text"),
            },
            "array" => match object.get("prefixItems").and_then(Json::as_array) {
                Some(items) => json!({"tuple": items.iter().map(|item| self.of(item)).collect::<Vec<_>>()}),
                None => json!({"list": self.of(object.get("items").unwrap_or(&Json::Bool(true)))}),
            },
            "object" => match object.get("additionalProperties") {
                Some(Json::Bool(true)) | None => json!({"map": "json"}),
                Some(values) => json!({"map": self.of(values)}),
            },
            _ => self.undescribed(schema),
        }
    }

    #[expect(clippy::panic, reason = "a type of the core that no language could be given")]
    fn undescribed(&self, schema: &Json) -> Json {
        panic!("cannot describe {schema}")
    }
}

/// Whether a schema becomes a struct, an enum or a union, rather than an alias.
fn has_name(schema: &Json) -> bool {
    let is_variant = |variant: &Json| variant.pointer("/properties/kind/const").is_some();
    let is_union = schema.get("oneOf").and_then(Json::as_array).is_some_and(|all| all.iter().all(is_variant));
    is_union || schema.get("properties").is_some() || values(schema).is_some()
}

/// The required properties, in order.
fn required(schema: &Json) -> Vec<&str> {
    schema.get("required").and_then(Json::as_array).into_iter().flatten().filter_map(Json::as_str).collect()
}

fn doc(schema: &Json) -> Json {
    schema.get("description").cloned().unwrap_or_else(|| "".into())
}

/// The values of a text enum.
fn values(schema: &Json) -> Option<Vec<Json>> {
    if let Some(all) = schema.get("enum").and_then(Json::as_array) {
        return Some(all.iter().map(|value| json!({"value": value, "doc": ""})).collect());
    }
    let mut values = Vec::new();
    for one in schema.get("oneOf")?.as_array()? {
        match (one.get("const"), one.get("enum").and_then(Json::as_array)) {
            (Some(value), _) => values.push(json!({"value": value, "doc": doc(one)})),
            (None, Some(all)) => values.extend(all.iter().map(|value| json!({"value": value, "doc": ""}))),
            (None, None) => return None,
        }
    }
    Some(values)
}
