//! Custom field values from a caller's JSON to rows and back: pure functions of the declarations, the stored values and the request.

use crate::{
    custom::{CustomField, CustomFields, CustomType, CustomValue},
    entity::{EntityDecl, Stored, Value},
    error::{Code, Error, Result},
    ids::{CustomFieldId, CustomerId, DictionaryEntryId, TypedId},
    limits,
    num::Quantity,
    storage::ChangeSet,
    text::{composed_json, quoted},
};
use serde_json::{Map, Value as Json};
use std::collections::BTreeMap;
use uuid::Uuid;

/// Requested custom field values by name; JSON null removes a value.
#[derive(Debug, Clone, Default, PartialEq)]
pub(crate) struct CustomInput(Map<String, Json>);

/// The same values, checked against the declarations.
#[derive(Debug, Default)]
pub(crate) struct CustomPlan<'a>(Vec<(&'a Stored<CustomField>, Value)>);

fn unfit(name: &str, reason: impl std::fmt::Display) -> Error {
    Error::new(Code::FieldInvalid, format!("{} {reason}", quoted(name))).with("field", name).with("reason", reason)
}

impl CustomInput {
    /// From an object of values by name.
    ///
    /// # Errors
    /// `field.invalid` for anything else, `limit.exceeded`.
    pub(crate) fn new(values: &Json) -> Result<Self> {
        let values = values.as_object().ok_or_else(|| Error::field("custom", "is not an object of values by name"))?;
        limits::check("MAX_CUSTOM_FIELDS", values.len(), limits::MAX_CUSTOM_FIELDS)?;
        match composed_json(Json::Object(values.clone())) {
            Json::Object(values) => Ok(Self(values)),
            _ => Ok(Self::default()),
        }
    }

    pub(crate) fn is_empty(&self) -> bool {
        self.0.is_empty()
    }

    pub(crate) fn to_json(&self) -> Json {
        Json::Object(self.0.clone())
    }

    /// Checks names and types. In a new record every required field must have a value.
    ///
    /// # Errors
    /// `field.invalid`, `field.too_long`, `number.*`.
    pub(crate) fn check<'a>(&self, fields: &'a CustomFields, decl: &EntityDecl, is_new: bool) -> Result<CustomPlan<'a>> {
        let mut plan = Vec::with_capacity(self.0.len());
        for (name, json) in &self.0 {
            let field = fields.of(decl).find(|f| f.name == *name).ok_or_else(|| unfit(name, "is not a declared custom field"))?;
            if !field.is_active && !json.is_null() {
                return Err(unfit(name, "is no longer active"));
            }
            plan.push((field, read(field, json)?));
        }
        for field in fields.of(decl).filter(|f| f.is_required && f.is_active) {
            let given = plan.iter().find(|(f, _)| f.id == field.id).map(|(_, value)| value.is_null());
            if given.unwrap_or(is_new) {
                return Err(unfit(&field.name, "is required"));
            }
        }
        Ok(CustomPlan(plan))
    }
}

fn read(field: &CustomField, json: &Json) -> Result<Value> {
    let (_, ty) = field.value_type.column();
    let value = Value::from_json(json, ty)
        .map_err(|_| unfit(&field.name, format!("cannot be {}: it is of type {}", quoted(json), field.value_type.as_str())))?;
    match &value {
        Value::Text(text) if text.chars().count() > limits::MAX_TEXT => {
            let message = format!("`{}` is longer than {} characters", field.name, limits::MAX_TEXT);
            Err(Error::new(Code::FieldTooLong, message).with("field", &field.name).with("limit", limits::MAX_TEXT))
        }
        Value::Decimal(number) => Quantity::new(*number).map(|q| Value::Decimal(q.decimal())).map_err(|e| e.with("field", &field.name)),
        _ => Ok(value),
    }
}

impl<'a> CustomPlan<'a> {
    /// The chosen dictionary entries: field name, category and entry of each.
    pub(crate) fn choices(&self) -> impl Iterator<Item = (&'a str, Option<&'a str>, Uuid)> {
        self.0.iter().filter_map(|(field, value)| match value {
            Value::Id(id) => Some((field.name.as_str(), field.category.as_deref(), *id)),
            _ => None,
        })
    }

    /// Writes the values that differ from those stored. Returns whether any did.
    ///
    /// # Errors
    /// `storage.corrupt`.
    pub(crate) fn write(&self, record: Uuid, customer: Option<CustomerId>, stored: &[Stored<CustomValue>], changes: &mut ChangeSet) -> Result<bool> {
        let stored: BTreeMap<CustomFieldId, &Stored<CustomValue>> =
            stored.iter().filter(|v| v.record_id == record).map(|v| (v.field_id, v)).collect();
        let mut differs = false;
        for (field, value) in &self.0 {
            match (stored.get(&field.id), value.is_null()) {
                (None, true) => continue,
                (Some(before), true) => changes.delete(before)?,
                (None, false) => {
                    let row = Stored::new(changes.new_id(), CustomValue::of(field, record, customer, value)?);
                    changes.insert(&row);
                }
                (Some(before), false) if before.value() == *value => continue,
                (Some(before), false) => changes.update(before, CustomValue::of(field, record, customer, value)?),
            }
            differs = true;
        }
        Ok(differs)
    }
}

impl CustomValue {
    fn of(field: &Stored<CustomField>, record_id: Uuid, customer_id: Option<CustomerId>, value: &Value) -> Result<Self> {
        let text = value.to_json();
        let text = text.as_str().map_or_else(|| text.to_string(), str::to_owned);
        let mut row = Self {
            field_id: field.id,
            record_id,
            customer_id,
            text_value: None,
            integer_value: None,
            decimal_value: None,
            day_value: None,
            boolean_value: None,
            choice_id: None,
            unique_key: field.is_unique.then_some(text),
        };
        match (field.value_type, value) {
            (CustomType::Text, Value::Text(v)) => row.text_value = Some(v.clone()),
            (CustomType::Integer, Value::Int(v)) => row.integer_value = Some(*v),
            (CustomType::Decimal, Value::Decimal(v)) => row.decimal_value = Some(Quantity::new(*v)?),
            (CustomType::Day, Value::Day(v)) => row.day_value = Some(*v),
            (CustomType::Boolean, Value::Bool(v)) => row.boolean_value = Some(*v),
            (CustomType::Choice, Value::Id(v)) => row.choice_id = Some(DictionaryEntryId::from_uuid(*v)),
            (_, value) => return Err(value.mismatch(field.value_type.as_str())),
        }
        Ok(row)
    }
}
