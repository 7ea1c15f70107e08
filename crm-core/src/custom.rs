//! Fields that the host declares while the program runs, and what records hold in them.
//!
//! Values are rows with a column for each type, found by field and value. The declarations travel with a session's rights: a change of one is noticed
//! at the next act or read, as a change of rights is. Invariant: a value has the type of its field, and at most one value stands in a field of a record.

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
    /// The type of a field that the host declares.
    CustomType {
        /// A line of text.
        Text = "text",
        /// A 64-bit integer.
        Integer = "integer",
        /// A number of up to 6 decimals.
        Decimal = "decimal",
        /// A calendar day.
        Day = "day",
        /// True or false.
        Boolean = "boolean",
        /// An entry of a category of the dictionary.
        Choice = "choice",
    }
}

entity! {
    /// A field that the host declares for the records of an entity.
    CustomField "custom_field" {
        id: CustomFieldId,
        kind: Master,
        scope: Company,
        read: CustomersRead,
        write: CompanyManage,
        unique: [["entity", "name"]],
        fields: {
            /// The entity, such as `customer`. Stays the same.
            entity: String,
            /// Name in filters and JSON: small letters, digits and `_`.
            name: String => [required()],
            /// Type. Stays the same.
            value_type: CustomType,
            /// The category of the dictionary that a choice is made from. Stays the same.
            category: Option<String>,
            /// Whether new records need a value, and none may be taken away.
            #[serde(default)]
            is_required: bool,
            /// Whether no two records may hold the same value. Stays the same.
            #[serde(default)]
            is_unique: bool,
            /// What people read, by language.
            #[serde(default)]
            labels: Labels,
            /// Place in forms and lists.
            #[serde(default)]
            position: i64,
            /// Whether values may still be written.
            #[serde(default = "crate::entity::yes")]
            is_active: bool,
        }
    }
}

entity! {
    /// What a record holds in a field that the host declared: in the column of the field's type, the others are empty.
    CustomValue "custom_value" {
        id: CustomValueId,
        kind: Master,
        scope: ThroughCustomer,
        unique: [["record_id", "field_id"], ["field_id", "unique_key"]],
        fields: {
            /// The field.
            field_id: CustomFieldId,
            /// The record. It is deleted with it.
            record_id: Uuid,
            /// The customer that the record belongs to, if it belongs to one.
            customer_id: Option<CustomerId> => [part_of()],
            /// A text.
            text_value: Option<String> => [searchable()],
            /// An integer.
            integer_value: Option<i64>,
            /// A number.
            decimal_value: Option<Quantity>,
            /// A day.
            day_value: Option<Day>,
            /// True or false.
            boolean_value: Option<bool>,
            /// An entry of the dictionary.
            choice_id: Option<DictionaryEntryId>,
            /// The value as text, where the field lets each stand only once.
            unique_key: Option<String>,
        }
    }
}

impl CustomType {
    /// The column that holds values of the type, and what it is.
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
    /// An active field that may be left empty.
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

    /// An active field for choices from a category of the dictionary.
    pub fn choice(entity: impl Into<String>, name: impl Into<String>, category: impl Into<String>) -> Self {
        Self { category: Some(category.into()), ..Self::new(entity, name, CustomType::Choice) }
    }

    /// What people who read a language read; the name, if there is no label.
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
            return Err(Error::field("entity", format!("{} takes no fields of the host", quoted(&self.entity))));
        }
        match (self.value_type, &self.category) {
            (CustomType::Choice, Some(category)) => check_name("category", category),
            (CustomType::Choice, None) => Err(Error::field("category", "is missing: a choice is made from one")),
            (_, Some(_)) => Err(Error::field("category", "is for choices only")),
            (_, None) => Ok(()),
        }
    }

    /// # Errors
    /// `field.invalid` for a change that stored values would contradict.
    pub(crate) fn check_kept(&self, stored: &Self) -> Result<()> {
        let is_same = (&self.entity, self.value_type, &self.category, self.is_unique)
            == (&stored.entity, stored.value_type, &stored.category, stored.is_unique);
        if is_same { Ok(()) } else { Err(Error::field("entity", "type, category and uniqueness of a field stay as they were declared")) }
    }
}

/// The fields that a company's host declared.
#[derive(Debug, Clone, Default)]
pub struct CustomFields(Vec<Stored<CustomField>>);

impl CustomFields {
    /// These fields.
    pub fn new(fields: Vec<Stored<CustomField>>) -> Self {
        Self(fields)
    }

    /// How many there are.
    pub(crate) fn count(&self) -> usize {
        self.0.len()
    }

    /// The fields of an entity.
    pub(crate) fn of<'a>(&'a self, decl: &EntityDecl) -> impl Iterator<Item = &'a Stored<CustomField>> {
        let entity = decl.name;
        self.0.iter().filter(move |f| f.entity == entity)
    }

    /// A field by its name.
    ///
    /// # Errors
    /// `query.invalid` if there is none.
    pub(crate) fn find(&self, decl: &EntityDecl, name: &str) -> Result<&Stored<CustomField>> {
        self.of(decl).find(|f| f.name == name).ok_or_else(|| {
            let message = format!("`{}` has no field {} of the host", decl.name, quoted(name));
            Error::new(Code::QueryInvalid, message).with("entity", decl.name).with("field", name)
        })
    }

    /// A field by its id.
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

/// The values of a record as JSON by the names of their fields.
pub(crate) fn json_of<'a>(fields: &CustomFields, values: impl Iterator<Item = &'a Stored<CustomValue>>) -> Map<String, Json> {
    values.filter_map(|v| Some((fields.by_id(v.field_id)?.name.clone(), v.value().to_json()))).collect()
}
