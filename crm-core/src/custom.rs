//! Custom fields that the host declares at run time, and their values.
//!
//! Values are rows with a column per type, found by field and value. The declarations are read along with a session's rights: a change takes effect
//! at the next act or read, like a change of rights. Invariant: a value has the type of its field, and a record has at most one value per field.

use crate::{
    entity,
    entity::{EntityDecl, Identity, Kind, Stored, Value, ValueType, catalogue},
    error::{Code, Error, Result},
    ids::{CustomFieldId, CustomValueId, CustomerId, DictionaryEntryId},
    labels::{Labels, check_labels, check_name, label},
    num::Quantity,
    text::quoted,
    text_enum,
    time::Day,
};
use serde_json::{Map, Value as Json};
use uuid::Uuid;

text_enum! {
    /// The type of a custom field.
    CustomType {
        /// A line of text.
        Text = "text",
        /// A 64-bit integer.
        Integer = "integer",
        /// A number with up to 6 decimals.
        Decimal = "decimal",
        /// A calendar day.
        Day = "day",
        /// True or false.
        Boolean = "boolean",
        /// A dictionary entry of the field's category.
        Choice = "choice",
    }
}

entity! {
    /// A custom field of an entity, declared by the host.
    CustomField "custom_field" {
        id: CustomFieldId,
        kind: Master,
        scope: Company,
        read: CustomersRead,
        write: CompanyManage,
        unique: [["entity", "name"]],
        fields: {
            /// The entity, such as `customer`; immutable.
            entity: String,
            /// Name in filters and JSON: lower-case letters, digits and `_`.
            name: String => [required()],
            /// Type; immutable.
            value_type: CustomType,
            /// The dictionary category of a choice field; immutable.
            category: Option<String>,
            /// Whether new records need a value, which cannot be removed later.
            #[serde(default)]
            is_required: bool,
            /// Whether values must be unique; immutable.
            #[serde(default)]
            is_unique: bool,
            /// Display labels by language.
            #[serde(default)]
            labels: Labels,
            /// Sort position in forms and lists.
            #[serde(default)]
            position: i64,
            /// Whether values may still be written.
            #[serde(default = "crate::entity::yes")]
            is_active: bool,
        }
    }
}

entity! {
    /// The value of a custom field in a record, in the column of the field's type; the other columns are null.
    CustomValue "custom_value" {
        id: CustomValueId,
        kind: Master,
        scope: ThroughCustomer,
        unique: [["record_id", "field_id"], ["field_id", "unique_key"]],
        fields: {
            /// The custom field.
            field_id: CustomFieldId,
            /// The record, with which the value is deleted.
            record_id: Uuid => [part_of_any()],
            /// The customer that the record belongs to, if any.
            customer_id: Option<CustomerId> => [part_of()],
            /// Text value.
            text_value: Option<String> => [searchable()],
            /// Integer value.
            integer_value: Option<i64>,
            /// Decimal value.
            decimal_value: Option<Quantity>,
            /// Day value.
            day_value: Option<Day>,
            /// Boolean value.
            boolean_value: Option<bool>,
            /// Chosen dictionary entry.
            choice_id: Option<DictionaryEntryId>,
            /// The value as text, if the field is unique.
            unique_key: Option<String>,
        }
    }
}

impl CustomType {
    /// The column that holds values of the type, and the column's type.
    pub(crate) fn column(self) -> (&'static str, ValueType) {
        match self {
            Self::Text => ("text_value", ValueType::Text),
            Self::Integer => ("integer_value", ValueType::Int),
            Self::Decimal => ("decimal_value", ValueType::Quantity),
            Self::Day => ("day_value", ValueType::Day),
            Self::Boolean => ("boolean_value", ValueType::Bool),
            Self::Choice => ("choice_id", ValueType::Id),
        }
    }
}

impl CustomField {
    /// An active, optional field.
    pub fn new(entity: impl Into<String>, name: impl Into<String>, value_type: CustomType) -> Self {
        Self {
            entity: entity.into(),
            name: name.into(),
            value_type,
            category: None,
            is_required: false,
            is_unique: false,
            labels: Labels::new(),
            position: 0,
            is_active: true,
        }
    }

    /// An active choice field for a dictionary category.
    pub fn choice(entity: impl Into<String>, name: impl Into<String>, category: impl Into<String>) -> Self {
        Self { category: Some(category.into()), ..Self::new(entity, name, CustomType::Choice) }
    }

    /// The label for a language; the name if there is none.
    pub fn label(&self, language: &str) -> &str {
        label(&self.labels, language).unwrap_or(&self.name)
    }

    /// # Errors
    /// `field.invalid`, `field.too_long`, `limit.exceeded`.
    pub(crate) fn check_fields(&self) -> Result<()> {
        check_name("name", &self.name)?;
        check_labels(&self.labels)?;
        let decl = catalogue::find(&self.entity).filter(|d| d.kind == Kind::Master && d.identity == Identity::Id);
        if decl.is_none_or(|d| matches!(d.name, "custom_field" | "custom_value" | "external_ref" | "company")) {
            return Err(Error::field("entity", format!("is {}, which cannot have custom fields", quoted(&self.entity))));
        }
        match (self.value_type, &self.category) {
            (CustomType::Choice, Some(category)) => check_name("category", category),
            (CustomType::Choice, None) => Err(Error::field("category", "is missing; a choice field needs one")),
            (_, Some(_)) => Err(Error::field("category", "is only allowed for choice fields")),
            (_, None) => Ok(()),
        }
    }

    /// # Errors
    /// `field.invalid` for a change that stored values would contradict.
    pub(crate) fn check_kept(&self, stored: &Self) -> Result<()> {
        let is_same = (&self.entity, self.value_type, &self.category, self.is_unique)
            == (&stored.entity, stored.value_type, &stored.category, stored.is_unique);
        if is_same { Ok(()) } else { Err(Error::field("entity", "cannot change, nor can the type, category or uniqueness of a custom field")) }
    }
}

/// The custom fields of a company.
#[derive(Debug, Clone, Default)]
pub struct CustomFields(Vec<Stored<CustomField>>);

impl CustomFields {
    /// A set of custom fields.
    pub fn new(fields: Vec<Stored<CustomField>>) -> Self {
        Self(fields)
    }

    /// The number of fields.
    pub(crate) fn count(&self) -> usize {
        self.0.len()
    }

    /// The fields of an entity.
    pub(crate) fn of<'a>(&'a self, decl: &EntityDecl) -> impl Iterator<Item = &'a Stored<CustomField>> {
        let entity = decl.name;
        self.0.iter().filter(move |f| f.entity == entity)
    }

    /// A field by name.
    ///
    /// # Errors
    /// `query.invalid` if there is none.
    pub(crate) fn find(&self, decl: &EntityDecl, name: &str) -> Result<&Stored<CustomField>> {
        self.of(decl).find(|f| f.name == name).ok_or_else(|| {
            let message = format!("`{}` has no custom field {}", decl.name, quoted(name));
            Error::new(Code::QueryInvalid, message).with("entity", decl.name).with("field", name)
        })
    }

    /// A field by id.
    pub(crate) fn by_id(&self, id: CustomFieldId) -> Option<&Stored<CustomField>> {
        self.0.iter().find(|f| f.id == id)
    }
}

impl CustomValue {
    /// The value, whatever its type.
    pub fn value(&self) -> Value {
        let Self { text_value, integer_value, decimal_value, day_value, boolean_value, choice_id, .. } = self;
        use crate::entity::FieldValue;
        let all =
            [text_value.encode(), integer_value.encode(), decimal_value.encode(), day_value.encode(), boolean_value.encode(), choice_id.encode()];
        all.into_iter().find(|v| !v.is_null()).unwrap_or(Value::Null)
    }
}

/// A record's values as JSON, by field name.
pub(crate) fn json_of<'a>(fields: &CustomFields, values: impl Iterator<Item = &'a Stored<CustomValue>>) -> Map<String, Json> {
    values.filter_map(|v| Some((fields.by_id(v.field_id)?.name.clone(), v.value().to_json()))).collect()
}
